import type { JsonObject } from '../../core/json.ts';
import type { SourceTree } from '../../ports.ts';
import { isObject, readJsonObjects, stringOf } from '../read-json.ts';
import { folderOf, foldersUp, joinPath } from '../repository-path.ts';

/** A `package.json` of the repository. */
export type OwnPackage = { readonly folder: string; readonly content: JsonObject };

/** What a `package.json` asks for under a name. */
export type Declaration = { readonly folder: string; readonly range: string };

export type OwnPackages = {
  /** The nearest one upwards. */
  nearest(folder: string): OwnPackage | undefined;
  at(folder: string): OwnPackage | undefined;
  /** All that bear the name. */
  named(name: string): readonly OwnPackage[];
  /** Of the `package.json` of this folder and of each one above, the nearest first. */
  declarations(folder: string, name: string): readonly Declaration[];
};

const dependencyKeys = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/** Packages in the repository itself: their names, what they export, and what they depend on. */
export async function ownPackages(
  source: Pick<SourceTree, 'read'>,
  files: ReadonlySet<string>,
): Promise<OwnPackages> {
  const paths = [...files].filter((path) => path === 'package.json' || path.endsWith('/package.json'));
  const own = paths.filter((path) => !path.includes('node_modules/'));
  const contents = await readJsonObjects(source, own);
  const byFolder = new Map<string, OwnPackage>();
  own.forEach((path, index) => {
    const content = contents[index];
    const folder = folderOf(path);
    if (content !== undefined) byFolder.set(folder, { folder, content });
  });
  const byName = groupByName(byFolder.values());
  return {
    nearest(folder) {
      for (let current = folder; ; current = folderOf(current)) {
        const found = byFolder.get(current);
        if (found !== undefined || current === '') return found;
      }
    },
    at: (folder) => byFolder.get(folder),
    named: (name) => byName.get(name) ?? [],
    declarations: (folder, name) =>
      foldersUp(folder).flatMap((above) => {
        const range = rangeIn(byFolder.get(above)?.content, name);
        return range === undefined ? [] : [{ folder: above, range }];
      }),
  };
}

function groupByName(packages: Iterable<OwnPackage>): ReadonlyMap<string, readonly OwnPackage[]> {
  const byName = new Map<string, OwnPackage[]>();
  for (const found of packages) {
    const name = stringOf(found.content['name']);
    if (name === undefined) continue;
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [found]);
    else same.push(found);
  }
  return byName;
}

function rangeIn(content: JsonObject | undefined, name: string): string | undefined {
  for (const key of dependencyKeys) {
    const written = content?.[key];
    const range = isObject(written) && Object.hasOwn(written, name) ? stringOf(written[name]) : undefined;
    if (range !== undefined) return range;
  }
  return undefined;
}

/** `file:../lib`, `link:lib`, `portal:lib` or a plain path → where it leads; undefined for anything else. */
export function localPath({ folder, range }: Declaration): string | undefined {
  const written = /^(?:(?:file|link|portal):|(?=\.{1,2}\/))(.*)$/s.exec(range)?.[1];
  return written === undefined ? undefined : joinPath(folder, written);
}
