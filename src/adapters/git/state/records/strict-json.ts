/** What is wrong with a text that should be JSON. */
export type JsonFault = { readonly reason: string; readonly line: number };

export type StrictJson =
  | { readonly kind: 'ok'; readonly value: unknown }
  | ({ readonly kind: 'bad' } & JsonFault);

/** Deeper than any record; parameters are written by people. */
const deepest = 64;

/**
 * JSON as `JSON.parse` reads it, minus what it is silent about: keys that occur twice (the last one wins without a
 * word), nesting without bounds, and `__proto__`, which does not survive copying.
 */
export function parseStrictJson(text: string): StrictJson {
  const counted = count(text);
  if (counted === undefined) {
    return { kind: 'bad', reason: `it is nested more than ${deepest} levels deep`, line: 1 };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { kind: 'bad', ...syntaxFault(text, error) };
  }
  // Two equal keys in the text are one in the value. Which ones they are is looked for only then: it takes longer.
  const isSuspect = counted !== keysIn(value) || /__proto__|\\u005f/i.test(text);
  const fault = isSuspect ? scan(text) : undefined;
  return fault === undefined ? { kind: 'ok', value } : { kind: 'bad', ...fault };
}

/** The number of colons outside strings, which is the number of keys; undefined: nested too deep. */
function count(text: string): number | undefined {
  let depth = 0;
  let colons = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 0x22:
        at = endOfString(text, at);
        break;
      case 0x3a:
        colons += 1;
        break;
      case 0x7b:
      case 0x5b:
        depth += 1;
        if (depth > deepest) return undefined;
        break;
      case 0x7d:
      case 0x5d:
        depth -= 1;
    }
  }
  return colons;
}

/** Recursion is safe here: the depth is bounded. */
function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const items = Object.values(value);
  let keys = Array.isArray(value) ? 0 : items.length;
  for (const item of items) keys += keysIn(item);
  return keys;
}

type Frame = { readonly keys: Set<string> | undefined; isKeyNext: boolean };

/** Finds the key that must not be there, in a text that is JSON and not too deep. */
function scan(text: string): JsonFault | undefined {
  const frames: Frame[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') {
      const end = endOfString(text, at);
      const reason = takeString(frames.at(-1), text.slice(at, end + 1));
      if (reason !== undefined) return { reason, line: lineOf(text, at) };
      at = end;
    } else takeMark(frames, text[at]);
  }
  return undefined;
}

function takeMark(frames: Frame[], char: string | undefined): void {
  if (char === '{' || char === '[')
    frames.push({ keys: char === '{' ? new Set() : undefined, isKeyNext: true });
  else if (char === '}' || char === ']') frames.pop();
  else if (char === ',') {
    const top = frames.at(-1);
    if (top !== undefined) top.isKeyNext = true;
  }
}

function takeString(frame: Frame | undefined, quoted: string): string | undefined {
  if (frame?.keys === undefined || !frame.isKeyNext) return undefined;
  frame.isKeyNext = false;
  const key = quoted.includes('\\') ? unescaped(quoted) : quoted.slice(1, -1);
  if (key === '__proto__') return 'it has the key "__proto__"';
  if (frame.keys.has(key)) return `the key ${JSON.stringify(key.slice(0, 80))} occurs twice in one object`;
  frame.keys.add(key);
  return undefined;
}

function unescaped(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}

function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === 0x5c) backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
  return text.length;
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

function syntaxFault(text: string, error: unknown): JsonFault {
  const start = text.trimStart().slice(0, 40);
  if (/^(?:<{7}|={7}|>{7})/m.test(text))
    return { reason: 'it has the marks of a merge conflict', line: lineOf(text, text.search(/^[<=>]{7}/m)) };
  if (start.startsWith('<')) return { reason: `it is markup, not JSON: ${JSON.stringify(start)}`, line: 1 };
  if (start === '') return { reason: 'it is empty', line: 1 };
  const position = /position (\d+)/.exec(String(error))?.[1];
  const line = position === undefined ? 1 : lineOf(text, Number(position));
  return { reason: `it is not JSON; it starts with ${JSON.stringify(start)}`, line };
}
