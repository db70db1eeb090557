/**
 * Of `ARG` and `ENV`, by name: the value, `unset` for one that is declared and given none, `unknown` for one whose value
 * the builder knows. What is not declared may come from the base image, so it is as good as unknown.
 */
export type Variables = ReadonlyMap<string, Value>;
export type Value = { readonly kind: 'set'; readonly text: string } | { readonly kind: 'unset' | 'unknown' };

export function toValue(text: string | undefined): Value {
  return text === undefined ? { kind: 'unknown' } : { kind: 'set', text };
}

/**
 * A word without its quotes and with the values of its variables, as BuildKit makes it (frontend/dockerfile/shell);
 * undefined if that needs a value which the Dockerfile does not tell, or a pattern inside of `${…}`.
 */
export function expandWord(word: string, variables: Variables, escapeMark: string): string | undefined {
  if (!/[$'"\\`]/.test(word)) return word;
  const reader = { text: word, at: 0, variables, escapeMark };
  const expanded = readUntil(reader, undefined);
  return reader.at < word.length ? undefined : expanded;
}

type Reader = {
  readonly text: string;
  at: number;
  readonly variables: Variables;
  readonly escapeMark: string;
};

/** Up to this character, which is taken, or to the end. */
function readUntil(reader: Reader, stop: string | undefined): string | undefined {
  let result = '';
  while (reader.at < reader.text.length) {
    const character = reader.text[reader.at] ?? '';
    reader.at += 1;
    if (character === stop) return result;
    const piece = pieceOf(reader, character);
    if (piece === undefined) return undefined;
    result += piece;
  }
  return stop === undefined ? result : undefined;
}

function pieceOf(reader: Reader, character: string): string | undefined {
  if (character === reader.escapeMark) return next(reader);
  if (character === '$') return readVariable(reader);
  if (character === "'") return readSingle(reader);
  return character === '"' ? readDouble(reader) : character;
}

function next(reader: Reader): string {
  const character = reader.text[reader.at] ?? '';
  reader.at += 1;
  return character;
}

function readSingle(reader: Reader): string | undefined {
  const end = reader.text.indexOf("'", reader.at);
  if (end === -1) return undefined;
  const inside = reader.text.slice(reader.at, end);
  reader.at = end + 1;
  return inside;
}

function readDouble(reader: Reader): string | undefined {
  let result = '';
  while (reader.at < reader.text.length) {
    const character = next(reader);
    if (character === '"') return result;
    const following = reader.text[reader.at] ?? '';
    const isEscape = character === reader.escapeMark && ['"', '$', reader.escapeMark].includes(following);
    const piece = isEscape ? next(reader) : character === '$' ? readVariable(reader) : character;
    if (piece === undefined) return undefined;
    result += piece;
  }
  return undefined;
}

/** Behind a `$`. */
function readVariable(reader: Reader): string | undefined {
  const isBraced = reader.text[reader.at] === '{';
  if (isBraced) reader.at += 1;
  const [name = ''] = /^(?:[\p{L}_][\p{L}\p{Nd}_]*|\d+|[@*#?$!-])/u.exec(reader.text.slice(reader.at)) ?? [];
  reader.at += name.length;
  if (!isBraced) return name === '' ? '$' : textOf(reader.variables, name);
  if (name === '') return undefined;
  const mark = next(reader);
  if (mark === '}') return textOf(reader.variables, name);
  const isNullUnset = mark === ':';
  const operator = isNullUnset ? next(reader) : mark;
  if (!['-', '+', '?'].includes(operator)) return undefined;
  const word = readUntil(reader, '}');
  return chosen(reader.variables, { name, operator, isNullUnset, word });
}

function textOf(variables: Variables, name: string): string | undefined {
  const value = variables.get(name);
  return value?.kind === 'set' ? value.text : undefined;
}

type Choice = {
  readonly name: string;
  readonly operator: string;
  readonly isNullUnset: boolean;
  readonly word: string | undefined;
};

/** `${x:-y}`, `${x:+y}`, `${x:?}`. */
function chosen(variables: Variables, { name, operator, isNullUnset, word }: Choice): string | undefined {
  const value = variables.get(name) ?? { kind: 'unknown' };
  if (value.kind === 'unknown') return undefined;
  const isSet = value.kind === 'set' && (value.text !== '' || !isNullUnset);
  if (operator === '+') return isSet ? word : '';
  if (isSet) return value.text;
  return operator === '-' ? word : undefined;
}

const words = {
  '\\': /(?:\\[\s\S]?|"(?:\\[\s\S]|[^"\\])*"?|'[^']*'?|[^\s"'\\])+/g,
  '`': /(?:`[\s\S]?|"(?:`[\s\S]|[^"`])*"?|'[^']*'?|[^\s"'`])+/g,
};

/** The words of `ARG` and `ENV`, with their quotes. */
export function wordsOf(text: string, escapeMark: string): readonly string[] {
  return text.match(words[escapeMark === '`' ? '`' : '\\']) ?? [];
}
