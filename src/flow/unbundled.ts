import type { Manifest } from '../core/flow.ts';
import type { Problem } from '../core/problem.ts';
import type { SourceEntry, SourceTree } from '../ports.ts';
import { outsideWarning } from './dockerfile/left-out.ts';
import { type OwnImage, ownDockerfile, ownImages } from './dockerfile/own-images.ts';
import { isPython, pythonTree } from './python/modules.ts';
import { type PythonReached, type PythonStart, reachPython } from './python/reach.ts';
import { followRequirements, isRequirements, pythonLocks } from './python/requirements.ts';
import { pythonStart } from './python/starts.ts';
import { folderOf, foldersUp, joinPath } from './repository-path.ts';

/** What of a flow no bundler reads: what its Python imports, the packages of that, and what its own image takes. */
export type Unbundled = {
  /** File → the file that imports it first; undefined for one that the command or a file of requirements names. */
  readonly files: ReadonlyMap<string, string | undefined>;
  /** Files that count as a whole: locks of packages. */
  readonly locks: readonly string[];
  readonly image?: OwnImage;
  readonly warnings: readonly Problem[];
};

export type NamedFlow = {
  readonly manifest: Manifest;
  /** What its folder and its `inputs` name. */
  readonly named: readonly string[];
};

export async function readUnbundled(
  source: Pick<SourceTree, 'read'>,
  entries: readonly SourceEntry[],
  flows: readonly NamedFlow[],
): Promise<(manifest: Manifest) => Unbundled> {
  const paths = new Set(
    entries.flatMap(({ path, kind }) => (kind === 'file' || kind === 'executable' ? [path] : [])),
  );
  const dockerfiles = flows.flatMap(({ manifest }) => {
    const path = dockerfileOf(manifest);
    return path === undefined || !paths.has(path) ? [] : [ownDockerfile(manifest.file, path)];
  });
  const images = await ownImages(source, entries, dockerfiles);
  const imageOf = (manifest: Manifest): OwnImage | undefined => images.get(dockerfileOf(manifest) ?? '');
  const started = flows.flatMap(({ manifest, named }) => {
    const dockerfile = imageOf(manifest)?.text ?? '';
    const start = pythonStart({ manifest, named, paths, dockerfile });
    return start === undefined ? [] : [{ manifest, named, start }];
  });
  const python = await readPython(source, paths, started);
  const holdsFolders = started.length > 0 && (await holdsFoldersOnly(source, paths));
  return (manifest) => {
    const made = unbundledOf(imageOf(manifest), python.get(manifest));
    const left = holdsFolders && made.image === undefined ? outsideWarning(manifest, made.files.keys()) : [];
    return left.length === 0 ? made : { ...made, warnings: [...made.warnings, ...left] };
  };
}

/** Whether the project's image is made by `headgate build`, which gives a `command` flow its folder and no more. */
async function holdsFoldersOnly(
  source: Pick<SourceTree, 'read'>,
  paths: ReadonlySet<string>,
): Promise<boolean> {
  if (!paths.has('Dockerfile')) return false;
  const [content] = await source.read(['Dockerfile'], 1024 * 1024);
  return content instanceof Uint8Array && /\bheadgate\s+build\b/.test(new TextDecoder().decode(content));
}

function dockerfileOf({ file, workload }: Manifest): string | undefined {
  return workload.dockerfile === undefined ? undefined : joinPath(folderOf(file), workload.dockerfile);
}

type Python = {
  readonly reached: PythonReached;
  readonly locks: readonly string[];
  readonly required: readonly string[];
};

function unbundledOf(image: OwnImage | undefined, python: Python | undefined): Unbundled {
  // What can be loaded lies in an image of the flow's own, and all that it takes counts.
  const computed = image === undefined ? (python?.reached.computed ?? []) : [];
  const files = new Map(python?.reached.files);
  for (const path of python?.required ?? []) if (!files.has(path)) files.set(path, undefined);
  return {
    files,
    locks: python?.locks ?? [],
    ...(image === undefined ? {} : { image }),
    warnings: [...computed, ...(image?.warnings ?? [])],
  };
}

type Started = NamedFlow & { readonly start: PythonStart };

async function readPython(
  source: Pick<SourceTree, 'read'>,
  files: ReadonlySet<string>,
  started: readonly Started[],
): Promise<ReadonlyMap<Manifest, Python>> {
  if (started.length === 0) return new Map();
  const starts = started.map(({ start }) => start);
  const reached = await reachPython(source, { tree: pythonTree(files), files }, starts);
  const locks = started.map(({ manifest }, index) =>
    [...(reached[index]?.files.keys() ?? [])].some(isPython) ? locksOf(files, manifest) : [],
  );
  const required = await followRequirements(
    source,
    files,
    started.map(({ named }, index) => [...named, ...(locks[index] ?? [])].filter(isRequirements)),
  );
  return new Map(
    started.map(({ manifest }, index) => {
      const own = locks[index] ?? [];
      const python: Python = {
        reached: reached[index] ?? { files: new Map(), computed: [] },
        locks: own,
        required: [...(required[index] ?? [])].filter((path) => !own.includes(path)),
      };
      return [manifest, python];
    }),
  );
}

/** Of each kind the nearest one, in the flow's folder or above. */
function locksOf(files: ReadonlySet<string>, { file }: Manifest): readonly string[] {
  return pythonLocks.flatMap((name) => {
    const near = foldersUp(folderOf(file)).map((folder) => (folder === '' ? name : `${folder}/${name}`));
    return near.find((path) => files.has(path)) ?? [];
  });
}
