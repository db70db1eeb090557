import { sha256 } from '../../core/digest.ts';
import type { LockedPackage, LockGraph, Target } from './lock-graph.ts';

/** A package with everything that it uses, directly or not. */
export type Subtree = {
  /** Changes with any package in it, and with any change of who uses which. */
  readonly digest: string;
  /** Folders of the repository that something in it leads back to. */
  readonly folders: readonly string[];
};

export type Subtrees = (id: string) => Subtree;

export type SubtreesOf = {
  readonly graph: LockGraph;
  /** Stands for the whole lock file, where a part of it was not understood. */
  readonly line: string;
  readonly blobOf: (path: string) => string | undefined;
  /** Files of the repository that change the package. */
  readonly patchesOf: (name: string) => readonly string[];
};

type Frame = {
  readonly id: string;
  readonly found: LockedPackage | undefined;
  readonly next: Iterator<string>;
};

type Search = {
  readonly of: SubtreesOf;
  readonly done: Map<string, Subtree>;
  /** In the order of discovery, as Tarjan's algorithm counts it. */
  readonly order: Map<string, number>;
  readonly lowest: Map<string, number>;
  readonly open: string[];
  readonly frames: Frame[];
};

/** Beyond, the whole repository counts. */
const mostFolders = 1_000;
const none: readonly string[] = [];

/**
 * Packages use each other in circles, so the packages of a circle get their digests together: Tarjan's strongly
 * connected components, without recursion, since chains may be long. Each package is looked at once for a lock file.
 */
export function subtreesOf(of: SubtreesOf): Subtrees {
  const search: Search = { of, done: new Map(), order: new Map(), lowest: new Map(), open: [], frames: [] };
  return (id) => {
    const known = search.done.get(id);
    if (known !== undefined) return known;
    enter(search, id);
    for (let frame = search.frames.at(-1); frame !== undefined; frame = search.frames.at(-1)) {
      const { value: next, done } = frame.next.next();
      if (done === true) leave(search, frame);
      else if (!search.order.has(next)) enter(search, next);
      else if (!search.done.has(next)) lower(search, frame.id, search.order.get(next) ?? 0);
    }
    return search.done.get(id) ?? { digest: sha256(of.line), folders: none };
  };
}

function enter({ of, order, lowest, open, frames }: Search, id: string): void {
  const found = of.graph.get(id);
  lowest.set(id, order.size);
  order.set(id, order.size);
  open.push(id);
  const targets = found?.edges.flatMap((edge) => edge.targets) ?? [];
  const ids = targets.flatMap((target) => (target.kind === 'package' ? [target.id] : []));
  frames.push({ id, found, next: ids[Symbol.iterator]() });
}

function lower({ lowest }: Search, id: string, to: number): void {
  lowest.set(id, Math.min(lowest.get(id) ?? 0, to));
}

function leave(search: Search, { id }: Frame): void {
  const { order, lowest, open, frames } = search;
  frames.pop();
  const low = lowest.get(id) ?? 0;
  const above = frames.at(-1);
  if (above !== undefined) lower(search, above.id, low);
  if (low !== order.get(id)) return;
  finish(search, open.splice(open.lastIndexOf(id)));
}

function finish({ of, done }: Search, circle: readonly string[]): void {
  const members = new Map(circle.map((id) => [id, of.graph.get(id)]));
  const folders = new Set<string>();
  const texts = circle.map((id) => {
    const found = members.get(id);
    if (found === undefined) return of.line;
    const edges = found.edges.map(({ name, targets }) => `${name}=${targets.map(nameOf).join(',')}`);
    return [ownText(found, of), ...edges].join('\n');
  });
  const together = sha256([...texts].sort().join('\n\n'));
  const shared = folders.size > mostFolders ? [''] : folders.size === 0 ? none : [...folders].sort();
  circle.forEach((id, index) => {
    const digest = circle.length === 1 ? together : sha256(`${texts[index]}\n\n${together}`);
    done.set(id, { digest, folders: shared });
  });

  function nameOf(target: Target): string {
    if (target.kind === 'whole') return of.line;
    if (target.kind === 'folder') {
      folders.add(target.folder);
      return `folder ${target.folder}`;
    }
    const member = members.get(target.id);
    if (member !== undefined) return ownText(member, of);
    const subtree = done.get(target.id);
    for (const folder of subtree?.folders ?? none) folders.add(folder);
    return subtree?.digest ?? of.line;
  }
}

/** Stands for the package alone, with what of the repository it is made of. */
export function ownText(
  { name, version, proof, files }: LockedPackage,
  { blobOf, patchesOf }: SubtreesOf,
): string {
  const brought = [...files, ...patchesOf(name)].map((path) => `${path} ${blobOf(path)}`);
  return [`${name}@${version} ${proof}`, ...brought].join(' ');
}
