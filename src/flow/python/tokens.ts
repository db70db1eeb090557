import { decodeString, isPrefix, skipPlain, stringStart } from './strings.ts';

/** A piece of Python that matters for what a file imports. Numbers, comments and indentation are not among them. */
export type Token = {
  readonly kind: 'name' | 'operator' | 'string' | 'newline';
  /** A name, one character of an operator, or what a string holds, up to its first replacement field. */
  readonly text: string;
  /** False for a string whose value only the running program knows: one with fields, or of bytes. */
  readonly isLiteral: boolean;
  /** In UTF-16 units. */
  readonly offset: number;
};

/** A formatted string that is open around the code at hand. */
type Formatted = {
  readonly quote: string;
  readonly isRaw: boolean;
  /** How deep brackets were when each of its open replacement fields began, innermost last. */
  readonly fields: number[];
};

type Scan = {
  readonly text: string;
  readonly tokens: Token[];
  /** Innermost last. */
  readonly open: Formatted[];
  depth: number;
};

const unicodeName = /[\p{XID_Start}_][\p{XID_Continue}]*/uy;

/** What an ASCII character can begin, or go on with. Names and numbers are most of a file, so they are told by a table. */
const blank = 1;
const nameStart = 2;
const digit = 3;
const classes = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (' \t\f'.includes(character)) return blank;
  if (/[A-Za-z_]/.test(character)) return nameStart;
  return /\d/.test(character) ? digit : 0;
});

/** The tokens of a file. What is no Python gives tokens all the same: a file that cannot run imports nothing. */
export function tokensOf(text: string): readonly Token[] {
  const scan: Scan = { text, tokens: [], open: [], depth: 0 };
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; ) at = takeOne(scan, at);
  return scan.tokens;
}

function takeOne(scan: Scan, at: number): number {
  const { text } = scan;
  const code = text.charCodeAt(at);
  const kind = code < 128 ? classes[code] : nameStart;
  if (kind === blank) return at + 1;
  if (kind === nameStart) return takeName(scan, at);
  if (kind === digit) return endOfWord(text, at, true);
  const character = text[at] ?? '';
  if (character === '"' || character === "'") return takeString(scan, at, at);
  if (character === '#') return endOfLine(text, at);
  if (character === '\\') return at + (text[at + 1] === '\r' && text[at + 2] === '\n' ? 3 : 2);
  if (character !== '\n' && character !== '\r') return takeOperator(scan, character, at);
  if (scan.depth === 0) add(scan, 'newline', '\n', at);
  return at + 1;
}

/** A name, or the string that it turns out to be the prefix of. */
function takeName(scan: Scan, at: number): number {
  const { text } = scan;
  const end = endOfWord(text, at, false);
  const following = text[end];
  if ((following === '"' || following === "'") && isPrefix(text.slice(at, end)))
    return takeString(scan, at, end);
  if (text.charCodeAt(at) < 128 && !(text.charCodeAt(end) > 127)) {
    add(scan, 'name', text.slice(at, end), at);
    return end;
  }
  unicodeName.lastIndex = at;
  const [name] = unicodeName.exec(text) ?? [];
  if (name !== undefined) add(scan, 'name', normalized(name), at);
  return at + (name?.length ?? 1);
}

/** A number goes on with letters and points: none of it can be an import. */
function endOfWord(text: string, start: number, isNumber: boolean): number {
  let end = start + 1;
  for (;;) {
    const code = text.charCodeAt(end);
    const kind = code < 128 ? classes[code] : 0;
    if (kind !== nameStart && kind !== digit && !(isNumber && code === 46)) return end;
    end += 1;
  }
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  const line = end === -1 ? text.length : end;
  const bare = text.slice(at, line).indexOf('\r');
  return bare === -1 ? line : at + bare;
}

/** As Python compares names: https://docs.python.org/3/reference/lexical_analysis.html#identifiers */
function normalized(name: string): string {
  return name.normalize('NFKC');
}

function add({ tokens }: Scan, kind: Token['kind'], text: string, offset: number): void {
  tokens.push({ kind, text, isLiteral: false, offset });
}

function takeOperator(scan: Scan, operator: string, at: number): number {
  const end = at + 1;
  const string = scan.open.at(-1);
  const base = string?.fields.at(-1);
  if (string !== undefined && base !== undefined && scan.depth === base + 1) {
    if (operator === '}') {
      closeField(scan, string);
      return takeText(scan, string, end);
    }
    // What follows is no code: how the value is written.
    if (operator === ':') return takeText(scan, string, end);
  }
  add(scan, 'operator', operator, at);
  if ('([{'.includes(operator)) scan.depth += 1;
  else if (')]}'.includes(operator)) scan.depth = Math.max(scan.depth - 1, base === undefined ? 0 : base + 1);
  return end;
}

function closeField(scan: Scan, { fields }: Formatted): void {
  scan.depth = fields.pop() ?? 0;
}

function takeString(scan: Scan, at: number, quoteAt: number): number {
  const start = stringStart(scan.text, at, quoteAt);
  const { quote, isRaw, isFormatted, isBytes, contentAt } = start;
  const formatted: Formatted = { quote, isRaw, fields: [] };
  if (isFormatted) scan.open.push(formatted);
  const end = isFormatted ? takeText(scan, formatted, contentAt) : skipPlain(scan.text, start);
  const hasFields = formatted.fields.length > 0;
  const content = scan.text.slice(contentAt, hasFields ? end - 1 : Math.max(end - quote.length, contentAt));
  const value = isBytes ? undefined : decodeString(content, start);
  scan.tokens.push({
    kind: 'string',
    text: value ?? '',
    isLiteral: value !== undefined && !hasFields,
    offset: at,
  });
  return end;
}

/** The text of a formatted string, up to its end, which closes it, or to its next field, which is code. */
function takeText(scan: Scan, string: Formatted, from: number): number {
  const { text } = scan;
  const { quote, isRaw } = string;
  for (let at = from; at < text.length; ) {
    const character = text[at];
    if (character === '\\') at += escapeLength(text, at, isRaw);
    else if (text.startsWith(quote, at)) return close(scan, at + quote.length);
    else if (quote.length === 1 && (character === '\n' || character === '\r')) return close(scan, at);
    else if (character !== '{' && character !== '}') at += 1;
    else if (isFieldStart(string, text, at)) return openField(scan, string, at);
    else at += takeBrace(scan, string, at);
  }
  return close(scan, text.length);
}

/** `{{` is a brace in the text, but not where a field says how its value is written. */
function isFieldStart({ fields }: Formatted, text: string, at: number): boolean {
  return text[at] === '{' && (fields.length > 0 || text[at + 1] !== '{');
}

function openField(scan: Scan, { fields }: Formatted, at: number): number {
  fields.push(scan.depth);
  scan.depth += 1;
  return at + 1;
}

/** A brace that opens no field: it ends one, or is part of the text. */
function takeBrace(scan: Scan, string: Formatted, at: number): number {
  if (string.fields.length === 0) return scan.text[at + 1] === scan.text[at] ? 2 : 1;
  closeField(scan, string);
  return 1;
}

/** A backslash hides what follows it, but for a brace; `\N{BULLET}` is one character. */
function escapeLength(text: string, at: number, isRaw: boolean): number {
  const following = text[at + 1];
  if (following === '{' || following === '}') return 1;
  if (following === '\r' && text[at + 2] === '\n') return 3;
  if (isRaw || !text.startsWith('N{', at + 1)) return 2;
  const end = text.indexOf('}', at);
  return end === -1 ? 2 : end + 1 - at;
}

function close(scan: Scan, end: number): number {
  const [outermost] = scan.open.pop()?.fields ?? [];
  if (outermost !== undefined) scan.depth = outermost;
  return end;
}
