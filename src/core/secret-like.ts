/** Shapes that only secrets have, by their issuers' documentation. */
const secretValues: readonly RegExp[] = [
  /(?:^|[^A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/,
  /gh[pousr]_[A-Za-z0-9]{30,}/,
  /github_pat_[A-Za-z0-9_]{30,}/,
  /glpat-[A-Za-z0-9_-]{20,}/,
  /xox[abeoprs]-[A-Za-z0-9-]{10,}/,
  /(?:sk|rk)_live_[A-Za-z0-9]{16,}/,
  /npm_[A-Za-z0-9]{36}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]*/,
  /:\/\/[^\s/?#:@]{0,200}:[^\s/?#@]{1,200}@/,
];

/** Longer texts are judged by their beginning: no rule needs more, and it bounds the time. */
const judgedLength = 16_384;

export function looksLikeSecretValue(text: string): boolean {
  const head = text.slice(0, judgedLength);
  return secretValues.some((pattern) => pattern.test(head));
}

const secretWords = new Set(
  'password passwd pwd passphrase secret secrets token credential credentials apikey privatekey accesskey'.split(
    ' ',
  ),
);
const keyKinds = new Set(['api', 'private', 'access', 'signing', 'encryption', 'secret', 'auth', 'account']);

/** `SECRET_ARN`, `TOKEN_URL`, `PASSWORD_FILE` say where a secret is, or something about it; they hold none. */
const harmlessEndings = new Set(
  'arn url uri path file name id ttl length limit count seconds minutes expiry header prefix type'.split(' '),
);

/** Whether a variable of this name usually holds a secret: `DB_PASSWORD`, `apiKey`, `GITHUB-TOKEN`. */
export function looksLikeSecretName(name: string): boolean {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  if (harmlessEndings.has(words.at(-1) ?? '')) return false;
  return words.some(
    (word, index) =>
      secretWords.has(word) || (keyKinds.has(word) && ['key', 'keys'].includes(words[index + 1] ?? '')),
  );
}
