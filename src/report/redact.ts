import { encodingsOf } from './encodings.ts';
import { secretPatterns } from './secret-patterns.ts';

/** Hides secrets in text that leaves. Nothing masks what is sent to an API but this. */
export type Redactor = {
  (text: string): string;
  /** Lines that follow each other: a secret that continues in the next line is found as well. */
  lines(lines: readonly string[]): string[];
  /** Only the secrets given, and not what looks like one: for text that was redacted in parts, and must keep its form. */
  known(text: string): string;
};

export const redactionMark = '***';

/** More of one text is never looked at, nor shown. */
export const judgedLength = 262_144;
const cutMark = '… (cut)';

/** Knows the secrets given, in every usual encoding, and the shapes that secrets have. */
export function createRedactor(secrets: readonly string[]): Redactor {
  const encodings = secrets.map(encodingsOf);
  const forms: Forms = {
    exact: [...new Set(encodings.flatMap(({ exact }) => exact))],
    embedded: [...new Set(encodings.flatMap(({ embedded }) => embedded))],
  };
  const longest = [...forms.exact, ...forms.embedded].reduce((most, form) => Math.max(most, form.length), 0);
  const redact = (text: string): string => {
    const judged = text.slice(0, judgedLength);
    const spans = merge([...known(judged, forms), ...shaped(judged)]);
    if (text.length <= judgedLength) return cover(text, spans);
    // A secret that the limit cuts in two begins in what is left out here.
    const keptLength = Math.max(judgedLength - longest, 0);
    return `${cover(judged.slice(0, keptLength), spans)}${cutMark}`;
  };
  const lines = (texts: readonly string[]) => {
    const bounded = texts.map((text) => (text.length > judgedLength ? redact(text) : text));
    const seamless = coverAcross(bounded, '', (joined) => known(joined, forms));
    return coverAcross(seamless, '\n', (joined) => [...known(joined, forms), ...shaped(joined)]);
  };
  const knownOnly = (text: string) => cover(text, merge(known(text, forms)));
  return Object.assign(redact, { lines, known: knownOnly });
}

type Forms = { readonly exact: readonly string[]; readonly embedded: readonly string[] };
type Span = { readonly from: number; readonly to: number };

function known(text: string, { exact, embedded }: Forms): Span[] {
  return [
    ...exact.flatMap((form) => occurrences(text, form)),
    ...embedded.flatMap((form) => occurrences(text, form).map((span) => widened(text, span))),
  ];
}

function occurrences(text: string, form: string): Span[] {
  const spans: Span[] = [];
  for (let from = text.indexOf(form); from >= 0; from = text.indexOf(form, from + 1))
    spans.push({ from, to: from + form.length });
  return spans;
}

/** The characters beside a part of a Base64 text can carry the secret's first and last two bytes. */
function widened(text: string, { from, to }: Span): Span {
  const before = /[A-Za-z0-9+/_-]{0,3}$/.exec(text.slice(Math.max(from - 3, 0), from))?.[0] ?? '';
  const after = /^[A-Za-z0-9+/_-]{0,3}={0,2}/.exec(text.slice(to, to + 5))?.[0] ?? '';
  return { from: from - before.length, to: to + after.length };
}

function shaped(text: string): Span[] {
  return secretPatterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      from: match.index + (match[1] ?? '').length,
      to: match.index + match[0].length,
    })),
  );
}

/** In order, and apart from each other. */
function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last === undefined || span.from > last.to) merged.push(span);
    else if (span.to > last.to) merged[merged.length - 1] = { from: last.from, to: span.to };
  }
  return merged;
}

function cover(text: string, spans: readonly Span[]): string {
  let shown = '';
  let done = 0;
  for (const { from, to } of spans) {
    if (from >= text.length) break;
    shown += `${text.slice(done, from)}${redactionMark}`;
    done = to;
  }
  return shown + text.slice(done);
}

/** Finds in the joined lines, and covers each line's share of what was found. */
function coverAcross(
  lines: readonly string[],
  separator: string,
  find: (joined: string) => readonly Span[],
): string[] {
  const spans = merge(find(lines.join(separator)));
  let next = 0;
  let start = 0;
  return lines.map((line) => {
    const end = start + line.length;
    while ((spans[next]?.to ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const own: Span[] = [];
    for (let index = next; (spans[index]?.from ?? Number.POSITIVE_INFINITY) < end; index += 1) {
      const { from, to } = spans[index] ?? { from: end, to: end };
      own.push({ from: Math.max(from - start, 0), to: Math.min(to - start, line.length) });
    }
    start = end + separator.length;
    return cover(line, own);
  });
}
