import { createHash } from 'node:crypto';

/** A JSON object that is still being written. */
export type Draftable = { [key: string]: unknown };

export const lockFormats = ['npm-3', 'npm-2', 'npm-1', 'pnpm-9', 'yarn-1', 'yarn-berry', 'bun'] as const;
export type LockFormat = (typeof lockFormats)[number];

/** A package of the registry. */
export type Pack = {
  readonly name: string;
  readonly version: string;
  /** Path in the package → text; `package.json` is made from the rest. */
  readonly files: { readonly [path: string]: string };
  /** Further keys of its package.json. */
  readonly manifest?: Draftable;
  readonly requires?: { readonly [name: string]: string };
  readonly optional?: { readonly [name: string]: string };
  readonly peers?: { readonly [name: string]: string };
  /** The commit that it is taken from, if not from the registry but from a repository of GitHub. */
  readonly commit?: string;
  /** A file of the repository that it is packed in. */
  readonly tarball?: string;
};

/** A change that package managers make to a package after they have fetched it. */
export type Patch = { readonly file: string };

/** A package that is a folder of the repository. */
export type Own = {
  readonly folder: string;
  readonly how: 'workspace' | 'file' | 'link' | 'portal';
};

/** A repository as it is being put together, with what an install would bring. Rendered by `render.ts`. */
export type Draft = {
  lock: LockFormat;
  /** Printed after the lock file, which no reader may mind. */
  lockTail: string;
  indent: number;
  /** From where packages come, as lock files have it. */
  registry: string;
  /** Files in git: path → text. */
  readonly texts: Map<string, string>;
  /** Files in git that are JSON. */
  readonly objects: Map<string, Draftable>;
  readonly executables: Set<string>;
  /** Symbolic links in git: path → target. */
  readonly links: Map<string, string>;
  /** Files that git ignores, as tools make them. */
  readonly ignored: Map<string, string>;
  /** Where npm puts packages of the registry: `node_modules/a`, `node_modules/a/node_modules/b`. */
  readonly packs: Map<string, Pack>;
  /** Location of a package → what is changed in it. */
  readonly patches: Map<string, Patch>;
  /** Where npm links packages of the repository: `node_modules/@own/lib`. */
  readonly own: Map<string, Own>;
};

export function emptyDraft(lock: LockFormat): Draft {
  return {
    lock,
    lockTail: '',
    indent: 2,
    registry: 'https://registry.npmjs.org',
    texts: new Map(),
    objects: new Map(),
    executables: new Set(),
    links: new Map(),
    ignored: new Map(),
    packs: new Map(),
    patches: new Map(),
    own: new Map(),
  };
}

export function copyOf(draft: Draft): Draft {
  return {
    ...draft,
    texts: new Map(draft.texts),
    objects: structuredClone(draft.objects),
    executables: new Set(draft.executables),
    links: new Map(draft.links),
    ignored: new Map(draft.ignored),
    packs: new Map(draft.packs),
    patches: new Map(draft.patches),
    own: new Map(draft.own),
  };
}

export function objectAt(draft: Draft, path: string): Draftable {
  const known = draft.objects.get(path);
  if (known !== undefined) return known;
  const made: Draftable = {};
  draft.objects.set(path, made);
  return made;
}

/** The object under a key, made if there is none. */
export function under(object: Draftable, key: string): Draftable {
  const known = object[key];
  if (typeof known === 'object' && known !== null) return known as Draftable;
  const made: Draftable = {};
  object[key] = made;
  return made;
}

export function compilerOptions(draft: Draft, path = 'tsconfig.json'): Draftable {
  return under(objectAt(draft, path), 'compilerOptions');
}

/** Adds a package of the registry, at the top and named by the root's package.json unless it is told otherwise. */
export function addPack(
  draft: Draft,
  pack: Pack,
  { at = `node_modules/${pack.name}`, declaredBy = 'package.json' as string | undefined } = {},
): void {
  draft.packs.set(at, pack);
  if (declaredBy !== undefined)
    under(objectAt(draft, declaredBy), 'dependencies')[nameAt(at)] = `^${pack.version}`;
}

/** `node_modules/a/node_modules/@b/c` → `@b/c`. */
export function nameAt(location: string): string {
  return location.slice(location.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** Where Node.js finds a package from a folder, among all that is installed. */
export function locate(draft: Draft, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    if (!folder.endsWith('node_modules')) {
      const location = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
      if (draft.packs.has(location) || draft.own.has(location)) return location;
    }
    if (folder === '') return undefined;
  }
}

/** All that a package.json says it needs. */
export function declaredIn(content: Draftable): { [name: string]: string } {
  const keys = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
  return Object.assign({}, ...keys.map((key) => content[key] ?? {}));
}

/** What the text of a patch says. */
export function patchOf(draft: Draft, location: string): string | undefined {
  const patch = draft.patches.get(location);
  return patch === undefined ? undefined : draft.texts.get(patch.file);
}

export function integrityOf(pack: Pack): string {
  const text = JSON.stringify([
    pack.name,
    pack.version,
    pack.files,
    pack.manifest ?? {},
    pack.requires ?? {},
  ]);
  return `sha512-${createHash('sha512').update(text).digest('base64')}`;
}

export function set(object: Draftable, key: string, value: unknown): void {
  object[key] = value;
}
