import type { UsedPackage } from '../../core/used-packages.ts';
import type { Lock } from './lock.ts';
import type { LockedPackage, Target } from './lock-graph.ts';

/** A package that a file of the repository asks for, as one lock file has it. */
export type Root = { readonly file: string; readonly lock: Lock; readonly target: Target };

type Waiting = { readonly lock: Lock; readonly id: string; readonly by: UsedPackage['by'] };

/** Everything that is reached from the roots, by the shortest ways, which explain best. */
export function usedPackages(roots: readonly Root[]): readonly UsedPackage[] {
  const seen = new Map<Lock, Set<string>>();
  const queue: Waiting[] = [];
  const add = (lock: Lock, target: Target, by: UsedPackage['by']): void => {
    if (target.kind !== 'package') return;
    const known = seen.get(lock) ?? new Set();
    seen.set(lock, known);
    if (known.has(target.id)) return;
    known.add(target.id);
    queue.push({ lock, id: target.id, by });
  };
  const found: UsedPackage[] = [];
  const wholes = new Map<Lock, UsedPackage>();
  for (const { file, lock, target } of roots) {
    add(lock, target, { file });
    if (target.kind === 'whole') wholes.set(lock, wholeLock(lock, { file }));
  }
  for (let at = 0; at < queue.length; at += 1) {
    const { lock, id, by } = queue[at] as Waiting;
    const locked = lock.parts()?.graph.get(id);
    if (locked === undefined) continue;
    const { name, version, edges, isOfPlatforms } = locked;
    const proof = lock.parts()?.textOf(locked) ?? '';
    const targets = edges.flatMap((edge) => edge.targets);
    for (const target of targets) add(lock, target, { name, version });
    if (targets.some(({ kind }) => kind === 'whole')) wholes.set(lock, wholeLock(lock, { name, version }));
    const uses = new Set(targets.map((target) => labelOf(lock, target)));
    const platforms = isOfPlatforms === true ? { isOfPlatforms } : {};
    found.push({ name, version, proof, by, uses: [...uses].sort(), ...platforms });
  }
  return [...found, ...wholes.values()];
}

function wholeLock({ path, line }: Lock, by: UsedPackage['by']): UsedPackage {
  return { name: path, version: '', proof: line, by, uses: [] };
}

function labelOf(lock: Lock, target: Target): string {
  if (target.kind === 'folder') return target.folder;
  const found = target.kind === 'package' ? lock.parts()?.graph.get(target.id) : undefined;
  return found === undefined ? lock.path : label(found);
}

function label({ name, version }: LockedPackage): string {
  return `${name}@${version}`;
}
