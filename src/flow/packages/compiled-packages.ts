import type { Closure } from '../../core/closure.ts';
import type { Manifest } from '../../core/flow.ts';
import type { PackageUse } from '../../core/used-packages.ts';
import { folderOf } from '../repository-path.ts';
import type { Packages } from './packages.ts';

/** Packages with compiled programs that the bundle of a flow has to hold, by the names of those that ask for them. */
export type CompiledPackages = (manifest: Manifest, closure: Closure) => readonly string[];

/**
 * `@duckdb/node-bindings` asks for `@duckdb/node-bindings-linux-x64`, which only some platforms have. Most flows import
 * the same, and each way through a lock file is gone once.
 */
export function compiledPackages({ used }: Pick<Packages, 'used'>): CompiledPackages {
  const known = new Map<string, readonly string[]>();
  return ({ workload: { program } }, { uses = [] }) => {
    if (program.kind === 'command') return [];
    const bundled = uses.filter(({ name }) => program.external?.includes(name) !== true);
    const key = bundled.map(useKey).sort().join('\n');
    const found = known.get(key) ?? compiledOf(used(bundled));
    known.set(key, found);
    return found.filter((name) => program.external?.includes(name) !== true);
  };
}

const useKey = ({ importer, name }: PackageUse): string => `${folderOf(importer)} ${name}`;

function compiledOf(all: ReturnType<Packages['used']>): readonly string[] {
  const names = all.flatMap(({ name, by, isOfPlatforms }) =>
    isOfPlatforms === true ? ['file' in by ? name : by.name] : [],
  );
  return [...new Set(names)].sort();
}
