import type { Encodings } from './encodings.ts';
import type { Span } from './spans.ts';

/** The first characters of a form, by which it is found. No form is shorter: `encodings.ts` leaves out shorter ones. */
const markLength = 4;
const markBits = 16;

type Form = { readonly text: string; readonly isEmbedded: boolean };

export type FormFinder = {
  readonly longest: number;
  find(text: string): Span[];
  /** Whether any of the forms stands in the text. */
  isIn(text: string): boolean;
};

/**
 * Finds all forms of all secrets in one pass, however many there are: the beginnings of the forms are marked in a table,
 * and only where the text has one of these are forms compared with it.
 */
export function formFinder(encodings: readonly Encodings[]): FormFinder {
  const forms = formsOf(encodings);
  const byMark = new Map<number, Form[]>();
  const marked = new Uint8Array(1 << markBits);
  for (const form of forms) {
    const mark = markAt(form.text, 0);
    marked[slotOf(mark)] = 1;
    byMark.set(mark, [...(byMark.get(mark) ?? []), form]);
  }
  /** Until `meet` says that it has seen enough. */
  const scan = (text: string, meet: (form: Form, from: number) => boolean): void => {
    let mark = 0;
    for (let end = 0; end < text.length; end += 1) {
      mark = nextMark(mark, text.charCodeAt(end));
      if (marked[slotOf(mark)] === 0 || end < markLength - 1) continue;
      const from = end - markLength + 1;
      for (const form of byMark.get(mark) ?? [])
        if (text.startsWith(form.text, from) && meet(form, from)) return;
    }
  };
  return {
    longest: forms.reduce((most, { text }) => Math.max(most, text.length), 0),
    find(text) {
      const spans: Span[] = [];
      if (forms.length === 0) return spans;
      scan(text, (form, from) => {
        spans.push(spanOf(text, form, from));
        return false;
      });
      return spans;
    },
    isIn(text) {
      let isFound = false;
      if (forms.length === 0) return isFound;
      scan(text, () => {
        isFound = true;
        return isFound;
      });
      return isFound;
    },
  };
}

function formsOf(encodings: readonly Encodings[]): Form[] {
  const exact = new Set(encodings.flatMap((one) => one.exact));
  const embedded = new Set(encodings.flatMap((one) => one.embedded));
  return [
    ...[...exact].map((text) => ({ text, isEmbedded: false })),
    ...[...embedded].map((text) => ({ text, isEmbedded: true })),
  ].filter(({ text }) => text.length >= markLength);
}

/** Depends on the last four characters alone: earlier ones have been shifted out of its 32 bits. */
function nextMark(mark: number, code: number): number {
  return (mark << 8) ^ code;
}

function markAt(text: string, from: number): number {
  let mark = 0;
  for (let at = from; at < from + markLength; at += 1) mark = nextMark(mark, text.charCodeAt(at));
  return mark;
}

/** Multiplying by the golden ratio spreads marks that differ in any bit (Knuth, The Art of Computer Programming, 6.4). */
function slotOf(mark: number): number {
  return Math.imul(mark, 0x9e3779b1) >>> (32 - markBits);
}

function spanOf(text: string, form: Form, from: number): Span {
  const span = { from, to: from + form.text.length };
  return form.isEmbedded ? widened(text, span) : span;
}

/** The characters beside a part of a Base64 text can carry the secret's first and last two bytes. */
function widened(text: string, { from, to }: Span): Span {
  const before = /[A-Za-z0-9+/_-]{0,3}$/.exec(text.slice(Math.max(from - 3, 0), from))?.[0] ?? '';
  const after = /^[A-Za-z0-9+/_-]{0,3}={0,2}/.exec(text.slice(to, to + 5))?.[0] ?? '';
  return { from: from - before.length, to: to + after.length };
}
