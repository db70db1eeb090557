import { encodingsOf } from './encodings.ts';
import { formFinder } from './known-forms.ts';
import { secretPatterns } from './secret-patterns.ts';
import { cover, coverAcross, merge, type Span } from './spans.ts';

/** Hides secrets in text that leaves. Nothing masks what is sent to an API but this. */
export type Redactor = {
  (text: string): string;
  /** Lines that follow each other: a secret that continues in the next line is found as well. */
  lines(lines: readonly string[]): string[];
  /** Only the secrets given, and not what looks like one: for text that was redacted in parts, and must keep its form. */
  known(text: string): string;
  /** True: the text surely stays as it is. Most texts can be let through by this alone, which is quick. */
  isHarmless(text: string): boolean;
};

/** More of one text is never looked at, nor shown. */
export const judgedLength = 262_144;
const cutMark = '… (cut)';

/** Knows the secrets given, in every usual encoding, and the shapes that secrets have. */
export function createRedactor(secrets: readonly string[]): Redactor {
  const forms = formFinder(secrets.map(encodingsOf));
  const all = (text: string) => [...forms.find(text), ...shaped(text)];
  const redact = (text: string): string => {
    const judged = text.slice(0, judgedLength);
    const spans = all(judged);
    if (text.length <= judgedLength) return spans.length === 0 ? text : cover(text, merge(spans));
    // A secret that the limit cuts in two begins in what is left out here.
    const keptLength = Math.max(judgedLength - forms.longest, 0);
    return `${cover(judged.slice(0, keptLength), merge(spans))}${cutMark}`;
  };
  const lines = (texts: readonly string[]) => {
    const bounded = texts.map((text) => (text.length > judgedLength ? redact(text) : text));
    return coverAcross(coverAcross(bounded, '', forms.find), '\n', all);
  };
  return Object.assign(redact, {
    lines,
    known: (text: string) => cover(text, merge(forms.find(text))),
    isHarmless: (text: string) => text.length <= judgedLength && !anyHint.test(text) && !forms.isIn(text),
  });
}

const anyHint = new RegExp(
  [...new Set(secretPatterns.flatMap(({ hints }) => hints))]
    .map((hint) => hint.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|'),
  'i',
);

/** Where it looks like a secret. Patterns that have no hint in the text are not tried: of most texts, none is. */
function shaped(text: string): Span[] {
  if (!anyHint.test(text)) return [];
  const small = text.toLowerCase();
  return secretPatterns.flatMap(({ hints, pattern }) =>
    hints.some((hint) => small.includes(hint))
      ? [...text.matchAll(pattern)].map((match) => ({
          from: match.index + (match[1] ?? '').length,
          to: match.index + match[0].length,
        }))
      : [],
  );
}
