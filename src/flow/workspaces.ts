import picomatch from 'picomatch';
import type { JsonObject } from '../core/json.ts';
import type { SourceTree } from '../ports.ts';
import { isObject, readJsonObjects, stringOf } from './read-json.ts';
import { folderOf } from './repository-path.ts';

/** A `package.json` of the repository. */
export type OwnPackage = { readonly folder: string; readonly content: JsonObject };

export type OwnPackages = {
  /** The nearest one upwards. */
  nearest(folder: string): OwnPackage | undefined;
  /** A member of the root's workspaces by its name. */
  workspace(name: string): OwnPackage | undefined;
};

/** Packages in the repository itself: their names, what they export, and which of them are workspaces of the root. */
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
  const byName = workspacesByName(byFolder);
  return {
    nearest(folder) {
      for (let current = folder; ; current = folderOf(current)) {
        const found = byFolder.get(current);
        if (found !== undefined || current === '') return found;
      }
    },
    workspace: (name) => byName.get(name),
  };
}

function workspacesByName(byFolder: ReadonlyMap<string, OwnPackage>): ReadonlyMap<string, OwnPackage> {
  const patterns = patternsOf(byFolder.get('')?.content['workspaces']);
  if (patterns.length === 0) return new Map();
  const isMember = picomatch(patterns, { noextglob: true });
  const byName = new Map<string, OwnPackage>();
  for (const [folder, found] of byFolder) {
    const name = stringOf(found.content['name']);
    if (folder !== '' && name !== undefined && isMember(folder)) byName.set(name, found);
  }
  return byName;
}

const mostPatterns = 100;

/** A list, or the older `{ packages: [...] }`. */
function patternsOf(workspaces: unknown): string[] {
  const written = isObject(workspaces) ? workspaces['packages'] : workspaces;
  const texts = Array.isArray(written) ? written.filter((item) => typeof item === 'string') : [];
  return texts
    .slice(0, mostPatterns)
    .map((text) => text.replace(/^\.\//, '').replace(/\/+$/, ''))
    .filter((text) => text !== '' && isBounded(text));
}

/** Each `*` multiplies the time that matching a long name may take; real patterns have one or two. */
export function isBounded(glob: string): boolean {
  if (glob.length > 500 || (glob.match(/\*\*/g) ?? []).length > 4) return false;
  return glob.split('/').every((segment) => segment === '**' || (segment.match(/[*?]/g) ?? []).length <= 4);
}
