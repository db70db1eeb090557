/** Null stands for what is no single text: a list, a text of several lines. */
export type Indented = string | null | IndentedMap;
export type IndentedMap = ReadonlyMap<string, Indented>;

type Level = { readonly indent: number; readonly map: Map<string, Indented> };

type Reading = {
  readonly levels: Level[];
  /** A key that is still without a value: its map may follow, deeper. */
  open: { readonly indent: number; readonly key: string } | undefined;
  /** Deeper lines belong to a list or to a text of several lines. */
  skipped: number;
  /** `? key`, for keys that are longer than YAML allows before a colon. */
  asked: string | undefined;
  keys: number;
};

const deepest = 12;
/** Bounds the memory: the largest real lock files have a quarter. */
const mostKeys = 400_000;

/**
 * Maps within maps, one key a line: the part of YAML that pnpm and Yarn write, in a hundredth of the time that a parser
 * of all YAML takes. Undefined for anything else, for a key that stands twice, and for the marks of a merge conflict.
 */
export function readIndentedMaps(text: string): IndentedMap | undefined {
  const root = new Map<string, Indented>();
  const reading: Reading = {
    levels: [{ indent: 0, map: root }],
    open: undefined,
    skipped: Number.POSITIVE_INFINITY,
    asked: undefined,
    keys: 0,
  };
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const line = text.slice(start, text.charCodeAt(end - 1) === 0x0d ? end - 1 : end);
    if (!readLine(reading, line)) return undefined;
    start = end + 1;
  }
  return reading.asked === undefined ? root : undefined;
}

/** False for a line that is none of the kind. */
function readLine(reading: Reading, line: string): boolean {
  const indent = line.search(/[^ ]/);
  if (indent === -1 || indent > reading.skipped) return true;
  if (line.charCodeAt(indent) === 0x23) return true;
  reading.skipped = Number.POSITIVE_INFINITY;
  const content = line.slice(indent);
  if (content.startsWith('- ') || content === '-') return skipItem(reading, indent);
  if (content.startsWith('? ')) {
    reading.asked = unquote(content.slice(2).trimEnd());
    return reading.asked !== undefined && level(reading, indent) !== undefined;
  }
  if (reading.asked !== undefined) {
    const key = reading.asked;
    reading.asked = undefined;
    return content === ':' && put(reading, indent, { key, value: '' });
  }
  const split = splitKey(content);
  return split !== undefined && put(reading, indent, split);
}

function skipItem(reading: Reading, indent: number): boolean {
  const { open } = reading;
  if (open !== undefined) {
    if (indent < open.indent) return false;
    levelOf(reading, open.indent)?.map.set(open.key, null);
    reading.open = undefined;
  }
  // Its own lines lie deeper, and so do those of the next items.
  reading.skipped = indent;
  return indent > 0;
}

type KeyLine = { readonly key: string; readonly value: string };

function put(reading: Reading, indent: number, { key, value }: KeyLine): boolean {
  const at = level(reading, indent);
  reading.keys += 1;
  if (at === undefined || reading.keys > mostKeys || at.map.has(key) || isBeyond({ key, value }))
    return false;
  if (value === '') {
    at.map.set(key, '');
    reading.open = { indent, key };
    return true;
  }
  const isBlock = /^[|>][-+0-9]{0,3}$/.test(value);
  const simple = isBlock ? undefined : unquote(value);
  at.map.set(key, simple ?? null);
  if (simple === undefined) reading.skipped = indent;
  return true;
}

/** Anchors, aliases, tags and merge keys mean something that these lines alone do not say. */
function isBeyond({ key, value }: KeyLine): boolean {
  return key === '<<' || /^[&*!@`%]/.test(value);
}

/** The map that a line of this indent belongs to: an open one, the one of the line before, or one further out. */
function level(reading: Reading, indent: number): Level | undefined {
  const { open, levels } = reading;
  reading.open = undefined;
  if (open !== undefined && indent > open.indent) {
    const map = new Map<string, Indented>();
    levelOf(reading, open.indent)?.map.set(open.key, map);
    levels.push({ indent, map });
    return levels.length > deepest ? undefined : levels.at(-1);
  }
  while ((levels.at(-1)?.indent ?? -1) > indent) levels.pop();
  return levelOf(reading, indent);
}

function levelOf({ levels }: Reading, indent: number): Level | undefined {
  const last = levels.at(-1);
  return last?.indent === indent ? last : undefined;
}

/** `key: value`, `'key': value`, `file:a/b:` – a colon within a plain key has no blank behind it. */
function splitKey(content: string): KeyLine | undefined {
  const first = content[0];
  if (first === "'" || first === '"') {
    const end = endOfQuoted(content, first);
    const key = end === -1 ? undefined : unquote(content.slice(0, end + 1));
    const rest = content.slice(end + 1);
    return key === undefined || !/^:(?: |$)/.test(rest) ? undefined : { key, value: rest.slice(1).trim() };
  }
  const at = content.indexOf(': ');
  if (at !== -1) return { key: content.slice(0, at), value: content.slice(at + 1).trim() };
  return content.endsWith(':') ? { key: content.slice(0, -1), value: '' } : undefined;
}

function endOfQuoted(text: string, quote: string): number {
  for (let at = 1; at < text.length; at += 1) {
    if (text[at] === '\\' && quote === '"') at += 1;
    else if (text[at] === quote) {
      if (quote === '"' || text[at + 1] !== "'") return at;
      at += 1;
    }
  }
  return -1;
}

/** Undefined if the text does not end where its quotes do: it goes on in the next line. */
function unquote(text: string): string | undefined {
  const first = text[0];
  if (first === '{' || first === '[') return text.endsWith(first === '{' ? '}' : ']') ? text : undefined;
  if (first !== "'" && first !== '"') return text;
  if (endOfQuoted(text, first) !== text.length - 1) return undefined;
  if (first === "'") return text.slice(1, -1).replaceAll("''", "'");
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The map under a key: empty if there is none, undefined if something else stands there. */
export function mapAt(map: IndentedMap, key: string): IndentedMap | undefined {
  const value = map.get(key) ?? (map.has(key) ? null : '');
  if (value === '' || value === '{}') return new Map();
  return value === null || typeof value === 'string' ? undefined : value;
}

export function textAt(map: IndentedMap, key: string): string | undefined {
  const value = map.get(key);
  return typeof value === 'string' ? value : undefined;
}
