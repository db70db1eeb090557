import { oneLine } from '../../report/visible.ts';

/** What a text of ECS is made of, in lower case, without the names that people gave to their things. */
export type FailureText = {
  /** Names of errors, in order: `cannotpullcontainererror`, `accessdeniedexception`, `requesterror`. */
  readonly names: ReadonlySet<string>;
  /** What stands between the marks that separate one step from the next: `: `, `. `, `, `, brackets. */
  readonly clauses: readonly string[];
  /** The status of HTTP that somebody answered with; 0: nobody did. */
  readonly status?: number;
};

/**
 * Secrets, images and roles have names such as `timeout` or `access-denied`: they say nothing. Go writes what it wraps as
 * `step: step: cause`, with such names anywhere in between.
 */
const givenNames: readonly RegExp[] = [
  /arn:aws[\w-]*:[^\s"',;()]*/g,
  /https?:\/\/[^\s"'<>()]*[^\s"'<>():.,;]/g,
  // Go quotes what it wraps, too: a name has no `: `.
  /"[^":]*(?::(?!\s)[^":]*)*"/g,
  /(?<![a-z0-9])'[^']*'(?![a-z0-9])/g,
  // A registry has a dot, an image a digest: "i/o" and "net/http" are neither.
  /(?<![\w.-])(?:[\w-]+\.)+[\w-]+(?::\d+)?(?:\/[\w.-]+)+(?::[\w.-]*[\w-])?(?:@sha256:[0-9a-f]*)?/g,
  /(?<![\w.-])[\w.-]+(?:\/[\w.-]+)*(?::[\w.-]+)?@sha256:[0-9a-f]*/g,
  /(?<![\w.‹-])\/[\w.+@%-]+(?:\/[\w.+@%-]+)*/g,
];

const separators = /[:;,.]+(?=\s|$)|[()[\]{}]|\s[\u2013\u2014-]\s/;

export function readFailureText(text: string): FailureText {
  const plain = withoutGivenNames(text);
  const status = statusIn(plain);
  return {
    names: new Set(plain.match(/\b\w+(?:error|exception)\b/g) ?? []),
    clauses: plain
      .split(separators)
      .map(trimmed)
      .filter((clause) => clause !== ''),
    ...(status === undefined ? {} : { status }),
  };
}

function withoutGivenNames(text: string): string {
  const lower = oneLine(text)
    .toLowerCase()
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/[\u201c\u201d]/g, '"')
    .replaceAll('\\', '');
  return givenNames.reduce((left, name) => left.replaceAll(name, '‹name›'), lower);
}

/** `b'mount.nfs4` is how Python prints bytes. */
function trimmed(clause: string): string {
  return clause.replaceAll(/^(?:b?['"]|\s)+|['"\s]+$/g, '').replaceAll(/\s+/g, ' ');
}

const statusForms: readonly RegExp[] = [
  // containerd: `unexpected status code [manifests latest]: 403`, `unexpected status from HEAD request to …: 403`
  /\bunexpected status(?: code)?(?: from \w+ request to)?(?: ?(?:‹name›|\[[^\]]{0,200}\]))*:? (\d{3})\b/,
  // SDKs: `StatusCode: 400`, `status code: 400`
  /\bstatus ?code: (\d{1,3})\b/,
  // Docker: `API error (404)`. Its own 500 says nothing of the registry.
  /\bapi error \((4\d\d)\)/,
  /(?:^|[:,.] )(\d{3}) (?:unauthorized|forbidden|not found|too many requests|internal server error|bad gateway|service unavailable|gateway time-?out)\b/,
];

function statusIn(plain: string): number | undefined {
  // Docker Hub answers with this word beside the status 429, and texts have the word alone.
  if (/\btoomanyrequests\b/.test(plain)) return 429;
  const found = statusForms.map((form) => form.exec(plain)?.[1]).find((digits) => digits !== undefined);
  return found === undefined ? undefined : Number(found);
}

/** Whether a clause begins or ends with the words: what stands in its middle may be somebody's name. */
export function saysAtEdge(clause: string, words: string): boolean {
  if (clause.startsWith(words)) return !/^\w/.test(clause.slice(words.length));
  return clause.endsWith(words) && !/\w$/.test(clause.slice(0, -words.length));
}
