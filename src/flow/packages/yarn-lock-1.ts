import { isUnder, joinPath } from '../repository-path.ts';
import type { Edge, LockedPackage, LockGraph, LockText, Target } from './lock-graph.ts';
import { anyOf } from './lock-graph.ts';
import { groupBy, once, splitAt } from './names.ts';

type Block = {
  /** `ms@^2.0.0` and the like, which it answers; the first one names it. */
  readonly patterns: readonly string[];
  readonly fields: Map<string, string>;
  readonly needs: Map<string, string>;
};

type Blocks = { readonly byId: Map<string, Block>; readonly byPattern: Map<string, string> };

/** Bounds the memory; real lock files have some thousands. */
const mostPatterns = 100_000;

/** `yarn.lock` of Yarn 1. It names no peers: which package answers one is known only from the build. */
export function readYarnLock1(lock: LockText): LockGraph | undefined {
  const blocks = blocksOf(lock.text);
  if (blocks === undefined) return undefined;
  const byName = once(() => groupBy(blocks.byId.keys(), (id) => splitAt(id).name));
  const target = (id: string): Target => targetOf(blocks.byId.get(id), id, lock);
  const allOf = (name: string): readonly Target[] => anyOf(byName().get(name) ?? [], target);
  const resolve = (name: string, range: string): readonly Target[] => {
    const id = blocks.byPattern.get(`${name}@${range}`);
    return id === undefined || lock.isOverridden(name) ? allOf(name) : [target(id)];
  };
  const known = new Map<string, LockedPackage | undefined>();
  return {
    find(folder, name) {
      if (!isUnder(lock.folder, `${folder}/`)) return [];
      const [range] = lock.declared(folder, name);
      return range === undefined ? allOf(name) : resolve(name, range);
    },
    get(id) {
      if (!known.has(id)) known.set(id, packageOf(blocks.byId.get(id), lock, resolve));
      return known.get(id);
    },
    agrees: (_, name, range) =>
      lock.isOverridden(name) || !byName().has(name) || blocks.byPattern.has(`${name}@${range}`),
  };
}

type Reading = { readonly blocks: Blocks; current: Block | undefined; isInNeeds: boolean };

function blocksOf(text: string): Blocks | undefined {
  const blocks: Blocks = { byId: new Map(), byPattern: new Map() };
  const reading: Reading = { blocks, current: undefined, isInNeeds: false };
  for (const line of text.split(/\r?\n/)) {
    if (line !== '' && !line.startsWith('#') && !readLine(reading, line)) return undefined;
  }
  return blocks;
}

/** False for a line that is none of the kind. */
function readLine(reading: Reading, line: string): boolean {
  const indent = line.search(/[^ ]/);
  const content = line.slice(indent);
  if (indent === 0) {
    reading.current = openBlock(reading.blocks, content);
    reading.isInNeeds = false;
    return reading.current !== undefined;
  }
  const { current, isInNeeds } = reading;
  if (current === undefined) return false;
  if (indent === 4) return addField(isInNeeds ? current.needs : undefined, content);
  if (indent !== 2) return false;
  if (!content.endsWith(':')) return addField(current.fields, content);
  reading.isInNeeds = content === 'dependencies:' || content === 'optionalDependencies:';
  return true;
}

/** `ms@2.0.0, "ms@^2.1.0 || 3":` */
function openBlock(blocks: Blocks, content: string): Block | undefined {
  if (!content.endsWith(':')) return undefined;
  const patterns = wordsOf(content.slice(0, -1), ', ');
  const [id] = patterns ?? [];
  if (patterns === undefined || id === undefined || blocks.byPattern.size + patterns.length > mostPatterns)
    return undefined;
  const block: Block = { patterns, fields: new Map(), needs: new Map() };
  for (const pattern of patterns) {
    if (blocks.byPattern.has(pattern)) return undefined;
    blocks.byPattern.set(pattern, id);
  }
  blocks.byId.set(id, block);
  return block;
}

/** `version "1.0.0"`; false for what is no such line, or is there twice. */
function addField(fields: Map<string, string> | undefined, content: string): boolean {
  const [key, value, ...more] = wordsOf(content, ' ') ?? [];
  if (key === undefined || value === undefined || more.length > 0) return false;
  if (fields?.has(key) === true) return false;
  fields?.set(key, value);
  return true;
}

/** Words, in quotes as JSON has them where they need them. */
function wordsOf(text: string, separator: string): string[] | undefined {
  const words: string[] = [];
  const pattern = /("(?:[^"\\]|\\.)*"|[^",\s]+)(, | |$)/y;
  for (let at = 0; at < text.length; at = pattern.lastIndex) {
    pattern.lastIndex = at;
    const [, word, end] = pattern.exec(text) ?? [];
    if (word === undefined || (end !== separator && end !== '')) return undefined;
    const read = word.startsWith('"') ? quoted(word) : word;
    if (read === undefined) return undefined;
    words.push(read);
  }
  return words;
}

function quoted(text: string): string | undefined {
  try {
    return String(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** A path of the repository that the block was made of. Of folders nothing is fetched, so only a pattern names them. */
function localOf({ patterns, fields }: Block): string | undefined {
  const resolved = fields.get('resolved');
  const places = resolved === undefined ? patterns.map((pattern) => splitAt(pattern).range) : [resolved];
  return places.flatMap(
    (place) => /^(?:(?:file|link|portal):|(?=\.{1,2}\/))([^#]*)/.exec(place)?.[1] ?? [],
  )[0];
}

function targetOf(block: Block | undefined, id: string, { folder, isFile }: LockText): Target {
  const path = block === undefined ? undefined : localOf(block);
  if (path === undefined) return { kind: 'package', id };
  const joined = joinPath(folder, path);
  if (joined === undefined) return { kind: 'whole' };
  return isFile(joined) ? { kind: 'package', id } : { kind: 'folder', folder: joined };
}

function packageOf(
  block: Block | undefined,
  lock: LockText,
  resolve: (name: string, range: string) => readonly Target[],
): LockedPackage | undefined {
  if (block === undefined) return undefined;
  const path = joinPath(lock.folder, localOf(block) ?? '');
  const resolved = block.fields.get('resolved') ?? '';
  return {
    name: splitAt(block.patterns[0] ?? '').name,
    version: block.fields.get('version') ?? '',
    proof: `${block.fields.get('integrity') ?? ''} ${resolved.replace(/^https?:\/\/[^/]+/, '')}`,
    edges: [...block.needs].map(([name, range]): Edge => ({ name, targets: resolve(name, range) })),
    files: path !== undefined && lock.isFile(path) ? [path] : [],
  };
}
