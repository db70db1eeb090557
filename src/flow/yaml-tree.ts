import { isMap, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import type { Problem } from '../core/problem.ts';
import { quote } from '../core/quote.ts';
import type { Fault, PlaceOf, YamlDocument, YamlEntry, YamlNode } from './yaml-node.ts';

type Build = { readonly placeOf: PlaceOf; readonly problems: Problem[] };

/** The composed document as plain nodes, with every key a different string and every number written plainly. */
export function buildTree(
  contents: ParsedNode,
  placeOf: PlaceOf,
): { readonly document: YamlDocument; readonly problems: readonly Problem[] } {
  const build: Build = { placeOf, problems: [] };
  const root = nodeOf(contents, contents.range[0], build);
  return { document: { root, placeOf }, problems: build.problems };
}

/** `offset` places a value that is not written at all, such as that of `key:`. The depth was bounded before. */
function nodeOf(node: ParsedNode | null, offset: number, build: Build): YamlNode {
  if (isMap(node)) return mapOf(node as YAMLMap.Parsed, build);
  if (isSeq(node)) {
    const items = node.items.map((item) => nodeOf(item as ParsedNode | null, node.range[0], build));
    return { kind: 'list', items, offset: node.range[0] };
  }
  if (isScalar(node)) return scalarOf(node as Scalar.Parsed, build);
  return { kind: 'scalar', value: null, offset };
}

function note(build: Build, offset: number, fault: Fault | undefined): void {
  if (fault !== undefined) build.problems.push({ ...fault, place: build.placeOf(offset) });
}

function mapOf(map: YAMLMap.Parsed, build: Build): YamlNode {
  const entries = new Map<string, YamlEntry>();
  for (const pair of map.items) {
    const key = pair.key as ParsedNode | null;
    const keyOffset = key?.range[0] ?? map.range[0];
    const name = isScalar(key) ? key.value : undefined;
    const fault = typeof name === 'string' ? nameFault(name, entries) : keyFault(name);
    if (typeof name === 'string') note(build, keyOffset, textFault(name));
    note(build, keyOffset, fault);
    const value = nodeOf(pair.value as ParsedNode | null, keyOffset, build);
    if (fault === undefined) entries.set(name as string, { keyOffset, value });
  }
  return { kind: 'map', entries, offset: map.range[0] };
}

function keyFault(name: unknown): Fault {
  const shown = name === undefined ? 'a list or mapping' : quote(name);
  const message = `A key must be a text, got ${shown}.`;
  return { code: 'E_YAML_KEY_TYPE', message, fix: 'Write the key as a word, or put it in quotes.' };
}

function nameFault(name: string, entries: ReadonlyMap<string, YamlEntry>): Fault | undefined {
  if (name === '__proto__') {
    return { code: 'E_UNKNOWN_KEY', field: name, message: 'Unknown key `__proto__`.', fix: 'Remove it.' };
  }
  if (!entries.has(name)) return undefined;
  return {
    code: 'E_YAML_DUP_KEY',
    field: quote(name),
    message: `The key ${quote(name)} is written twice.`,
    fix: 'Keep one.',
  };
}

function scalarOf(scalar: Scalar.Parsed, build: Build): YamlNode {
  const offset = scalar.range[0];
  const value = scalar.value as string | number | boolean | null;
  const fault = typeof value === 'number' ? numberFault(scalar.source, value) : undefined;
  note(build, offset, fault);
  if (typeof value === 'string') note(build, offset, textFault(value));
  return { kind: 'scalar', value: Object.is(value, -0) ? 0 : value, offset };
}

/** `0x1F`, `1e3`, `+5`, `.5`, `5.`, `007`, `0o17`: a number to one reader, a text or another number to the next. */
function numberFault(source: string, value: number): Fault | undefined {
  if (!Number.isFinite(value) || /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(source)) return undefined;
  const message = `The number ${quote(source)} is written in a style that readers of YAML understand differently.`;
  return { code: 'E_NUM_STYLE', message, fix: `Write ${value}, or put it in quotes if it is a text.` };
}

/** Zero width joiners are kept: emoji and several scripts need them. */
const hidden = /[^\P{Cc}\t\n\r]|[^\P{Cf}\u200c\u200d]/u;

function textFault(text: string): Fault | undefined {
  if (/\p{Cs}/u.test(text)) {
    const message = 'The text contains half of a surrogate pair, which no encoding can carry.';
    return { code: 'E_UNICODE_ILL_FORMED', message, fix: 'Write the whole character.' };
  }
  const found = hidden.exec(text);
  if (found === null) return undefined;
  const message = `The text contains ${quote(found[0])}, a character that nobody can see.`;
  return { code: 'E_CONTROL_CHAR', message, fix: 'Remove it.' };
}
