import type { SourceTree } from '../../src/ports.ts';
import { blobOf } from '../source.ts';
import { type Draft, type Draftable, declaredIn, locate, nameAt, type Pack, patchOf } from './draft.ts';
import { lockOf } from './locks.ts';

export type Entry =
  | { readonly kind: 'file' | 'executable'; readonly text: string }
  | { readonly kind: 'symlink'; readonly target: string };

export type Entries = ReadonlyMap<string, Entry>;

/** What is in git, and what an install and other tools put beside it. */
export type Rendered = { readonly tracked: Entries; readonly installed: Entries };

export function render(draft: Draft): Rendered {
  return { tracked: trackedOf(draft), installed: installedOf(draft) };
}

function trackedOf(draft: Draft): Entries {
  const tracked = new Map<string, Entry>();
  const kindOf = (path: string): 'file' | 'executable' =>
    draft.executables.has(path) ? 'executable' : 'file';
  for (const [path, text] of draft.texts) tracked.set(path, { kind: kindOf(path), text });
  for (const [path, object] of draft.objects)
    tracked.set(path, { kind: kindOf(path), text: jsonText(object, draft.indent) });
  for (const [path, target] of draft.links) tracked.set(path, { kind: 'symlink', target });
  for (const [path, text] of lockOf(draft)) tracked.set(path, { kind: 'file', text: text + draft.lockTail });
  return tracked;
}

export function jsonText(object: Draftable, indent: number): string {
  return `${JSON.stringify(object, undefined, indent)}\n`;
}

function installedOf(draft: Draft): Entries {
  const installed = new Map<string, Entry>();
  for (const [path, text] of draft.ignored) installed.set(path, { kind: 'file', text });
  if (draft.lock === 'pnpm-9') installByPnpm(draft, installed);
  else
    for (const [location, pack] of draft.packs)
      putPack(installed, location, patched(draft, { location, pack }));
  for (const [location, { folder, how }] of draft.own) {
    if (how === 'file' && copiesFolders(draft)) copyFolder(draft, installed, { folder, location });
    else installed.set(location, { kind: 'symlink', target: upFrom(location) + folder });
  }
  return installed;
}

/** npm and bun link the folder of a `file:` dependency; the others copy it. */
function copiesFolders({ lock }: Draft): boolean {
  return lock === 'pnpm-9' || lock === 'yarn-1' || lock === 'yarn-berry';
}

function copyFolder(
  draft: Draft,
  installed: Map<string, Entry>,
  { folder, location }: { readonly folder: string; readonly location: string },
): void {
  for (const [path, entry] of trackedOf(draft))
    if (path.startsWith(`${folder}/`)) installed.set(location + path.slice(folder.length), entry);
}

function patched(draft: Draft, { location, pack }: { readonly location: string; readonly pack: Pack }): Pack {
  const patch = patchOf(draft, location);
  if (patch === undefined) return pack;
  return { ...pack, files: { ...pack.files, 'index.js': `${pack.files['index.js']}${patch}` } };
}

function putPack(installed: Map<string, Entry>, location: string, pack: Pack): void {
  const { name, version, files, manifest = {}, requires, optional, peers } = pack;
  const content = {
    name,
    version,
    ...manifest,
    ...(requires === undefined ? {} : { dependencies: requires }),
    ...(optional === undefined ? {} : { optionalDependencies: optional }),
    ...(peers === undefined ? {} : { peerDependencies: peers }),
  };
  installed.set(`${location}/package.json`, { kind: 'file', text: jsonText(content, 2) });
  for (const [path, text] of Object.entries(files))
    installed.set(`${location}/${path}`, { kind: 'file', text });
}

/** Each package once in the store, its dependencies beside it; what is declared is linked from there. */
function installByPnpm(draft: Draft, installed: Map<string, Entry>): void {
  for (const [location, pack] of draft.packs) {
    const home = storeOf(pack);
    putPack(installed, `${home}/${pack.name}`, patched(draft, { location, pack }));
    for (const name of Object.keys({ ...pack.requires, ...pack.optional, ...pack.peers })) {
      const found = locate(draft, location, name);
      if (found !== undefined) linkTo(draft, installed, `${home}/${name}`, found);
    }
    // Packages that require what they do not declare find it here.
    if (/^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(location))
      linkTo(draft, installed, `node_modules/.pnpm/node_modules/${nameAt(location)}`, location);
  }
  for (const [path, content] of draft.objects) {
    if (!/(?:^|\/)package\.json$/.test(path)) continue;
    const folder = path.slice(0, -'package.json'.length);
    for (const name of Object.keys(declaredIn(content))) {
      const found = locate(draft, folder.replace(/\/$/, ''), name);
      if (found !== undefined && draft.packs.has(found))
        linkTo(draft, installed, `${folder}node_modules/${name}`, found);
    }
  }
}

function storeOf({ name, version }: Pack): string {
  return `node_modules/.pnpm/${name.replace('/', '+')}@${version}/node_modules`;
}

function linkTo(draft: Draft, installed: Map<string, Entry>, from: string, location: string): void {
  const pack = draft.packs.get(location);
  const own = draft.own.get(location);
  const target = pack === undefined ? own?.folder : `${storeOf(pack)}/${pack.name}`;
  if (target !== undefined) installed.set(from, { kind: 'symlink', target: upFrom(from) + target });
}

function upFrom(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}

/** What the product reads: git's files, with the ids that git gives. */
export function sourceOf(tracked: Entries, commit: string): SourceTree {
  const textOf = (path: string): string => {
    const entry = tracked.get(path);
    if (entry === undefined || entry.kind === 'symlink') throw new Error(`${path} was opened`);
    return entry.text;
  };
  const blobs = (): Map<string, string> =>
    new Map(
      [...tracked].map(([path, entry]) => [
        path,
        blobOf(entry.kind === 'symlink' ? entry.target : entry.text),
      ]),
    );
  return {
    commit,
    isWorkingTree: false,
    list: async () =>
      [...blobs()].map(([path, blob]) => ({ path, kind: tracked.get(path)?.kind ?? 'file', blob })),
    read: async (paths, limitBytes) =>
      paths.map((path) => {
        const bytes = Buffer.from(textOf(path));
        return bytes.length > limitBytes ? 'too-large' : bytes;
      }),
    readLinks: async (paths) =>
      paths.map((path) => {
        const entry = tracked.get(path);
        return entry?.kind === 'symlink' ? entry.target : '/';
      }),
    filesAt: async (of) => (of === commit ? blobs() : undefined),
  };
}
