/** A string literal of Python, from its prefix to the first character that it holds. */
export type StringStart = {
  readonly quote: string;
  readonly isRaw: boolean;
  readonly isFormatted: boolean;
  readonly isBytes: boolean;
  readonly contentAt: number;
};

/** As of Python 3.14: `t` is a template, which has fields as `f` has. */
const prefixPattern = /^(?:[rR]|[uU]|[bB][rR]?|[rR][bB]|[fFtT][rR]?|[rR][fFtT])$/;

export function isPrefix(name: string): boolean {
  return name.length <= 2 && prefixPattern.test(name);
}

/** A string whose quote stands at `quoteAt`, with its prefix from `at` on. */
export function stringStart(text: string, at: number, quoteAt: number): StringStart {
  const prefix = text.slice(at, quoteAt);
  const character = text[quoteAt] ?? '';
  const triple = character.repeat(3);
  const quote = text.startsWith(triple, quoteAt) ? triple : character;
  return {
    quote,
    isRaw: /r/i.test(prefix),
    isFormatted: /[ft]/i.test(prefix),
    isBytes: /b/i.test(prefix),
    contentAt: quoteAt + quote.length,
  };
}

/** The end of a string without fields. One that lacks its end stops where its line, or the text, does. */
export function skipPlain(text: string, { quote, contentAt }: StringStart): number {
  for (let at = contentAt; at < text.length; ) {
    const character = text[at];
    // In raw strings too: a quote behind a backslash is part of the string.
    if (character === '\\') at += text[at + 1] === '\r' && text[at + 2] === '\n' ? 3 : 2;
    else if (text.startsWith(quote, at)) return at + quote.length;
    else if (quote.length === 1 && (character === '\n' || character === '\r')) return at;
    else at += 1;
  }
  return text.length;
}

const simpleEscapes: { readonly [character: string]: string } = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const escapePattern =
  /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(N\{)|\r\n|([\s\S]))/g;

/** What the text between the quotes stands for; undefined if that takes a table of names. */
export function decodeString(
  content: string,
  { isRaw, isFormatted }: Pick<StringStart, 'isRaw' | 'isFormatted'>,
): string | undefined {
  const plain = isFormatted ? content.replaceAll(/\{\{|\}\}/g, (braces) => braces.slice(1)) : content;
  if (isRaw || !plain.includes('\\')) return plain;
  let isKnown = true;
  const decoded = plain.replace(escapePattern, (whole, octal, hex2, hex4, hex8, named, character) => {
    if (named !== undefined) isKnown = false;
    const code = octal === undefined ? (hex2 ?? hex4 ?? hex8) : octal;
    if (code === undefined) return character === undefined ? '' : (simpleEscapes[character] ?? whole);
    const point = Number.parseInt(code, octal === undefined ? 16 : 8);
    return point > 0x10ffff ? whole : String.fromCodePoint(point);
  });
  return isKnown ? decoded : undefined;
}
