import type { YamlDocument, YamlEntry, YamlNode } from './yaml-node.ts';

/**
 * A short way for the YAML that nearly every manifest is made of: keys, plain or simply quoted values, lists by dashes,
 * and brackets within a line. It gives what the full reader gives, in a tenth of the time; for anything else it
 * gives nothing, and the full reader decides. Tests hold the two together.
 */
export function readPlainYaml(text: string, file: string): YamlDocument | undefined {
  const lines = linesOf(text);
  const first = lines?.[0];
  if (lines === undefined || first === undefined || first.indent !== 0 || first.text.startsWith('-'))
    return undefined;
  const cursor: Cursor = { lines, at: 0 };
  const root = readMap(cursor, 0, 0);
  if (root === undefined || cursor.at !== lines.length) return undefined;
  return { root, placeOf: (offset) => ({ file, ...positionIn(text, offset) }) };
}

type Line = { readonly indent: number; readonly text: string; readonly offset: number };
type Cursor = { readonly lines: Line[]; at: number };

/** The characters of the short way: printable ASCII and the letters of European languages. */
const plainLine = /^[ -~\u00c0-\u024f]*$/;
const deepest = 8;

function linesOf(text: string): Line[] | undefined {
  const lines: Line[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    if (!plainLine.test(line)) return undefined;
    const content = line.trim();
    const indent = line.length - line.trimStart().length;
    if (content !== '' && !content.startsWith('#'))
      lines.push({ indent, text: content, offset: offset + indent });
    offset += line.length + 1;
  }
  return lines;
}

function positionIn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - start + 1 };
}

const keyPattern = /^([A-Za-z_][A-Za-z0-9_-]*):(?: +|$)/;
const valueWords = new Set('true True TRUE false False FALSE null Null NULL __proto__'.split(' '));

function readMap(cursor: Cursor, indent: number, depth: number): YamlNode | undefined {
  const entries = new Map<string, YamlEntry>();
  const offset = cursor.lines[cursor.at]?.offset ?? 0;
  for (
    let line = cursor.lines[cursor.at];
    line !== undefined && line.indent >= indent;
    line = cursor.lines[cursor.at]
  ) {
    const [match, key] = keyPattern.exec(line.text) ?? [];
    if (line.indent !== indent || match === undefined || key === undefined) return undefined;
    if (valueWords.has(key) || entries.has(key) || depth >= deepest) return undefined;
    cursor.at += 1;
    const rest = { indent, text: line.text.slice(match.length), offset: line.offset + match.length };
    const value = rest.text === '' ? readNested(cursor, indent, depth + 1) : readValue(rest);
    if (value === undefined) return undefined;
    entries.set(key, { keyOffset: line.offset, value });
  }
  return { kind: 'map', entries, offset };
}

/** What stands under a key: a mapping further in, or a list that may start in the key's own column. */
function readNested(cursor: Cursor, indent: number, depth: number): YamlNode | undefined {
  const line = cursor.lines[cursor.at];
  if (line === undefined) return undefined;
  if (line.text.startsWith('- ') && line.indent >= indent) return readList(cursor, line.indent, depth);
  return line.indent > indent ? readMap(cursor, line.indent, depth) : undefined;
}

function readList(cursor: Cursor, indent: number, depth: number): YamlNode | undefined {
  const items: YamlNode[] = [];
  const offset = cursor.lines[cursor.at]?.offset ?? 0;
  for (
    let line = cursor.lines[cursor.at];
    line !== undefined && line.indent >= indent;
    line = cursor.lines[cursor.at]
  ) {
    if (line.indent > indent || depth >= deepest) return undefined;
    if (!line.text.startsWith('- ')) break;
    const item = readItem(cursor, line, depth + 1);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return { kind: 'list', items, offset };
}

/** An item is a value, or a mapping whose first key stands behind the dash. */
function readItem(cursor: Cursor, line: Line, depth: number): YamlNode | undefined {
  const text = line.text.slice(1).trimStart();
  const skipped = line.text.length - text.length;
  const rest = { indent: line.indent + skipped, text, offset: line.offset + skipped };
  if (!keyPattern.test(text)) {
    cursor.at += 1;
    return readValue(rest);
  }
  cursor.lines[cursor.at] = rest;
  return readMap(cursor, rest.indent, depth);
}

/** The rest of a line as one value. A line further in after it would continue it: the callers see that and give up. */
function readValue({ text, offset }: Line): YamlNode | undefined {
  const reader: Reader = { text, offset, at: 0 };
  const isFlow = /^[[{"']/.test(text);
  const value = isFlow ? readFlow(reader, 0) : plainScalar(text, offset, blockScalar);
  return value !== undefined && (!isFlow || reader.at === text.length) ? value : undefined;
}

type Reader = { readonly text: string; readonly offset: number; at: number };

/** Neither `: ` nor ` #` may be in it, since they would end it; a colon before a letter, digit or slash is a colon. */
const blockScalar = /^-?[A-Za-z0-9_./](?:[^:#]|:(?=[A-Za-z0-9/:]))*$/;
const flowScalar = /-?[A-Za-z0-9_./](?:[A-Za-z0-9_./+=@*-]|:(?=[A-Za-z0-9/])| (?=[A-Za-z0-9_./+=@*-]))*/y;
const plainNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
/** What some reader would take for a number: left to the full reader unless it is plain. */
const numberLike = /^[-+]?\.?(?:\d[\d_.]*(?:[eE][-+]?\d*)?|0[ox][\da-fA-F]*|inf|nan)$/i;

function plainScalar(text: string, offset: number, pattern: RegExp): YamlNode | undefined {
  if (!pattern.test(text)) return undefined;
  if (plainNumber.test(text)) return { kind: 'scalar', value: Number(text) + 0, offset };
  if (numberLike.test(text) || /^-/.test(text)) return undefined;
  if (/^(?:true|false)$/i.test(text)) return wordScalar(text, offset);
  if (/^(?:null|~)$/i.test(text)) return undefined;
  return { kind: 'scalar', value: text, offset };
}

function wordScalar(text: string, offset: number): YamlNode | undefined {
  return text === 'true' || text === 'false' ? { kind: 'scalar', value: text === 'true', offset } : undefined;
}

function readFlow(reader: Reader, depth: number): YamlNode | undefined {
  const character = reader.text[reader.at];
  if (depth >= deepest) return undefined;
  if (character === '[') return readFlowList(reader, depth);
  if (character === '{') return readFlowMap(reader, depth);
  return character === '"' || character === "'" ? quotedScalar(reader) : readFlowScalar(reader);
}

const quoted = /"[^"\\]*"|'[^']*'(?!')/y;

function quotedScalar(reader: Reader): YamlNode | undefined {
  const token = take(reader, quoted);
  if (token === undefined) return undefined;
  return { kind: 'scalar', value: token.slice(1, -1), offset: reader.offset + reader.at - token.length };
}

function readFlowScalar(reader: Reader): YamlNode | undefined {
  const token = take(reader, flowScalar);
  return token === undefined ? undefined : plainScalar(token, reader.offset + reader.at - token.length, /./);
}

function take(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  const token = pattern.exec(reader.text)?.[0];
  reader.at += token?.length ?? 0;
  return token;
}

const separator = / *(?:, +|(?=[\]}]))/y;
const opening = /[[{] */y;

/** Calls `readOne` for what stands between the brackets, and moves behind the closing one. */
function readBetween(reader: Reader, close: ']' | '}', readOne: () => boolean): boolean {
  take(reader, opening);
  while (reader.text[reader.at] !== close) {
    const mark = reader.at;
    if (!readOne()) return false;
    const gap = take(reader, separator);
    const isEnd = reader.text[reader.at] === close;
    if (gap === undefined || reader.at === mark || (gap.includes(',') && isEnd)) return false;
    if (!gap.includes(',') && !isEnd) return false;
  }
  reader.at += 1;
  return true;
}

function readFlowList(reader: Reader, depth: number): YamlNode | undefined {
  const offset = reader.offset + reader.at;
  const items: YamlNode[] = [];
  const isRead = readBetween(reader, ']', () => {
    const item = readFlow(reader, depth + 1);
    if (item !== undefined) items.push(item);
    return item !== undefined;
  });
  return isRead ? { kind: 'list', items, offset } : undefined;
}

const flowKey = /([A-Za-z_][A-Za-z0-9_-]*): +/y;

function readFlowMap(reader: Reader, depth: number): YamlNode | undefined {
  const offset = reader.offset + reader.at;
  const entries = new Map<string, YamlEntry>();
  const isRead = readBetween(reader, '}', () => {
    const keyOffset = reader.offset + reader.at;
    const key = take(reader, flowKey)?.replace(/: +$/, '');
    if (key === undefined || valueWords.has(key) || entries.has(key)) return false;
    const value = readFlow(reader, depth + 1);
    if (value !== undefined) entries.set(key, { keyOffset, value });
    return value !== undefined;
  });
  return isRead ? { kind: 'map', entries, offset } : undefined;
}
