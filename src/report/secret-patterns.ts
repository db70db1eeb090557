const secretWords = ['password', 'passwd', 'passphrase', 'pwd', 'secret', 'token', 'signature', 'cookie'];

export type SecretPattern = {
  /** Each text that matches has one of these, in small letters or capitals: most texts have none of any pattern. */
  readonly hints: readonly string[];
  /** Group 1 is shown before the mark, the rest of the match is not. */
  readonly pattern: RegExp;
};

/**
 * What looks like a secret without being known as one.
 * Every repetition is bounded or excludes what could start the match again, so that hostile text costs linear time.
 */
export const secretPatterns: readonly SecretPattern[] = [
  // AWS: key ids, session tokens, and the query of presigned addresses, which Fargate's pull errors can contain.
  {
    hints: ['akia', 'asia', 'abia', 'acca'],
    // Beside it stands its secret, which has no shape of its own: 40 characters of base64, a name or two between them.
    pattern:
      /(?<![A-Za-z0-9])()(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])(?:[^\w/+]{1,8}(?:[A-Za-z_]{1,40}[^\w/+]{1,8}){0,4}[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+]))?/g,
  },
  {
    hints: ['iqoj', 'fwog', 'fqog'],
    pattern: /(?<![A-Za-z0-9])()(?:IQoJ|FwoG|FQoG)[A-Za-z0-9/+=]{40,4000}/g,
  },
  {
    hints: ['x-amz-'],
    pattern: /(X-Amz-(?:Signature|Credential|Security-Token)(?:=|%3D))[^&\s"'<>]{1,4000}/gi,
  },
  {
    hints: ['signature=', 'awsaccesskeyid=', 'sig=', 'sv='],
    pattern: /([?&](?:Signature|AWSAccessKeyId|sig|sv)=)[^&\s"'<>]{4,4000}/gi,
  },
  // Tokens with a prefix of their issuer.
  {
    hints: ['gho_', 'ghp_', 'ghs_', 'ghu_', 'ghr_', 'github_pat_'],
    pattern: /(?<![A-Za-z0-9])()(?:gh[opsur]_|github_pat_)[A-Za-z0-9_.-]{16,2000}/g,
  },
  { hints: ['glpat-'], pattern: /(?<![A-Za-z0-9])()glpat-[A-Za-z0-9_.-]{16,300}/g },
  { hints: ['xox'], pattern: /(?<![A-Za-z0-9])()xox[abeoprs]-[A-Za-z0-9-]{8,500}/g },
  {
    hints: ['hooks.slack.com/'],
    pattern: /(hooks\.slack\.com\/(?:services|workflows|triggers)\/)[A-Za-z0-9/_-]{8,300}/gi,
  },
  {
    hints: ['.com/api/webhooks/'],
    pattern: /(discord(?:app)?\.com\/api\/webhooks\/)[A-Za-z0-9/_-]{8,300}/gi,
  },
  {
    hints: ['k_live_', 'k_test_'],
    pattern: /(?<![A-Za-z0-9])()(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{12,300}/g,
  },
  { hints: ['sk-'], pattern: /(?<![A-Za-z0-9])()sk-[A-Za-z0-9_-]{20,300}/g },
  {
    hints: ['npm_', 'hf_', 'whsec_', 'dop_v1_', 'pypi-'],
    pattern: /(?<![A-Za-z0-9])()(?:npm_|hf_|whsec_|dop_v1_|pypi-)[A-Za-z0-9_-]{20,500}/g,
  },
  { hints: ['aiza'], pattern: /(?<![A-Za-z0-9])()AIza[A-Za-z0-9_-]{30,100}/g },
  { hints: ['sg.'], pattern: /(?<![A-Za-z0-9])()SG\.[A-Za-z0-9_-]{16,100}\.[A-Za-z0-9_-]{16,100}/g },
  {
    hints: ['eyj'],
    pattern: /(?<![A-Za-z0-9_-])()eyJ[A-Za-z0-9_-]{8,8000}\.[A-Za-z0-9_-]{4,8000}\.[A-Za-z0-9_-]{0,2000}/g,
  },
  {
    hints: ['-----begin '],
    pattern:
      /()-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[^-]{0,20000}(?:-----END [A-Z0-9 ]{0,40}-----)?/g,
  },
  // `user:password@` of an address, the password with `@` or `/` in it or not, but not a port.
  { hints: ['://'], pattern: /(:\/\/)[^\s/?#@"'<>]{1,500}(?=@)/g },
  { hints: ['://'], pattern: /(:\/\/)[^\s/:@"'<>]{0,200}:(?!\d{1,5}(?:[/?#]|$))[^\s"'<>]{1,300}(?=@)/g },
  {
    hints: ['authorization'],
    pattern:
      /((?:authorization|proxy-authorization)["']?\s{0,3}[:=]\s{0,3}["']?(?:basic|bearer|token|aws4-hmac-sha256)\s{1,3})[^\s"',]{4,8000}/gi,
  },
  { hints: ['bearer'], pattern: /((?<![A-Za-z0-9])bearer\s{1,3})[A-Za-z0-9._~+/=-]{12,8000}/gi },
  // A name that says so, and a value. ARNs have `:secret:` in them and are none.
  {
    hints: ['key', ...secretWords],
    pattern: new RegExp(
      `(${nameWithSecret()}\\\\?["']?\\s{0,3}(?:=>|[=:])\\s{0,3}\\\\?)(?:"[^"\\n]{4,2000}"|'[^'\\n]{4,2000}'|(?!["']?arn:)[^\\s"',;&)\\]}]{6,4000})`,
      'gi',
    ),
  },
  {
    hints: ['-password', '-passwd', '-token', '-secret', '-api'],
    pattern:
      /((?<![A-Za-z0-9])--?(?:password|passwd|token|secret|api-?key)[ =]\s{0,2})[^\s"'-][^\s]{3,2000}/gi,
  },
];

function nameWithSecret(): string {
  const words = secretWords.join('|').replace('secret', 'secret(?!smanager)');
  const keys = '(?:api|access|private|secret|signing|encryption|auth|account|client|license)[-_ ]?key';
  return `(?<!:\\d{12}:)(?:${words}|${keys})[A-Za-z0-9_-]{0,30}`;
}
