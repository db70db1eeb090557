import type { Manifest } from '../core/flow.ts';
import { judgeFlowName } from '../core/flow.ts';
import type { Problem } from '../core/problem.ts';
import type { Project } from '../core/project.ts';
import { quote } from '../core/quote.ts';
import type { SourceEntry, SourceTree } from '../ports.ts';
import { flowSetProblems, type LoadedFlow } from './flow-set.ts';
import { folderProblem, parseManifest } from './manifest.ts';
import { yamlLimitBytes } from './yaml.ts';
import { placeOfPath } from './yaml-node.ts';

export type LoadedFlows = {
  /** Of the flows without problems, by name. */
  readonly manifests: readonly Manifest[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
};

const root = 'flows';
const manifestNames = ['flow.yml', 'flow.yaml'];

type Folder = { readonly name: string; readonly entries: readonly SourceEntry[] };

/** Every flow of a tree. Only regular files count; a folder's name is the flow's name; a flow's sub-folders are its own. */
export async function loadFlows(source: SourceTree, project: Project): Promise<LoadedFlows> {
  const entries = (await source.list()).filter(({ path }) => path === root || path.startsWith(`${root}/`));
  const folders = foldersOf(entries);
  const paths = new Set(entries.map(({ path }) => path));
  const looked = folders.map(lookAt);
  const foreign = new Set(looked.flatMap(({ isFlow, folder }) => (isFlow ? [] : [folder.name])));
  const irregular = entries.filter(({ path, kind }) => !isRegular(kind) && !isInside(foreign, path));
  const files = looked.flatMap(({ manifest }) => (manifest === undefined ? [] : [manifest]));
  const bytes = await source.read(
    files.map(({ path }) => path),
    yamlLimitBytes,
  );
  const names = new Set(
    looked.flatMap(({ manifest, folder }) => (manifest === undefined ? [] : [folder.name])),
  );
  const parsed = files.map(({ path }, index) => parseFile(path, bytes[index], { project, folders: names }));
  const loaded = parsed.flatMap(({ flow }) => (flow === undefined ? [] : [withEntrypoint(flow, paths)]));
  const flows = loaded.flatMap((flow) => ('problem' in flow ? [] : [flow]));
  return {
    manifests: flows.map(({ manifest }) => manifest),
    problems: [
      ...irregular.map(irregularProblem),
      ...looked.flatMap(({ problems }) => problems),
      ...caseProblems(folders, foreign),
      ...parsed.flatMap(({ problems }) => problems),
      ...loaded.flatMap((flow) => ('problem' in flow ? [flow.problem] : [])),
      ...flowSetProblems(flows, names),
    ],
    warnings: foreignWarnings(looked.filter(({ isFlow }) => !isFlow).map(({ folder }) => folder)),
  };
}

function isRegular(kind: SourceEntry['kind']): boolean {
  return kind === 'file' || kind === 'executable';
}

/** Below one of these folders; a link in the place of a folder is not. */
function isInside(folders: ReadonlySet<string>, path: string): boolean {
  const [, name = '', inner] = path.split('/', 3);
  return inner !== undefined && folders.has(name);
}

function foldersOf(entries: readonly SourceEntry[]): readonly Folder[] {
  const folders = new Map<string, SourceEntry[]>();
  for (const entry of entries) {
    const [, name, inner] = entry.path.split('/', 3);
    if (name === undefined || inner === undefined) continue;
    const known = folders.get(name);
    if (known === undefined) folders.set(name, [entry]);
    else known.push(entry);
  }
  return [...folders]
    .map(([name, own]) => ({ name, entries: own }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

type Look = {
  readonly folder: Folder;
  /** It holds a manifest. What lies in any other folder is another system's, and nobody's mistake. */
  readonly isFlow: boolean;
  readonly manifest?: SourceEntry;
  readonly problems: readonly Problem[];
};

function lookAt(folder: Folder): Look {
  const path = `${root}/${folder.name}`;
  const [first, second] = folder.entries.filter((entry) =>
    manifestNames.some((name) => entry.path === `${path}/${name}`),
  );
  if (first === undefined) return { folder, isFlow: false, problems: [] };
  if (judgeFlowName(folder.name).kind !== 'ok')
    return { folder, isFlow: true, problems: [folderProblem(folder.name, path)] };
  if (second === undefined)
    return { folder, isFlow: true, ...(isRegular(first.kind) ? { manifest: first } : {}), problems: [] };
  const message = `${quote(path)} has both flow.yml and flow.yaml.`;
  const problem = { code: 'E_MANIFEST_AMBIGUOUS', place: { file: path }, message, fix: 'Keep one of them.' };
  return { folder, isFlow: true, problems: [problem] };
}

/** A repository that moves here from elsewhere may have a hundred: those after these are counted. */
const mostForeign = 10;

function foreignWarnings(folders: readonly Folder[]): readonly Problem[] {
  const named = folders.slice(0, mostForeign).map(foreignWarning);
  const left = folders.length - named.length;
  if (left === 0) return named;
  const message = `${left} more folders have files but no flow.yml, so they are not flows.`;
  return [...named, { code: 'W_NO_MANIFEST', place: { file: root }, message, fix: foreignFix }];
}

const foreignFix = 'Nothing of it is deployed until it has one.';

function foreignWarning({ name, entries }: Folder): Problem {
  const path = `${root}/${name}`;
  const other = entries.find((entry) => /^flows\/[^/]+\/[^/]*flow[^/]*\.ya?ml$/i.test(entry.path));
  const message = `${quote(path)} has files but no flow.yml, so it is not a flow.`;
  const fix =
    other === undefined ? foreignFix : `If it is to be one, rename ${quote(other.path)} to flow.yml.`;
  return { code: 'W_NO_MANIFEST', place: { file: path }, message, fix };
}

function irregularProblem(entry: SourceEntry): Problem {
  const place = { file: entry.path };
  if (entry.kind === 'symlink') {
    const message = `${quote(entry.path, 200)} is a symbolic link; none are followed under flows/.`;
    return {
      code: 'E_SYMLINK',
      place,
      message,
      fix: 'Put the file itself there, or name it under `inputs`.',
    };
  }
  const kind = entry.kind === 'submodule' ? 'a submodule' : 'neither a file nor a folder';
  const message = `${quote(entry.path, 200)} is ${kind}.`;
  return { code: 'E_NOT_REGULAR_FILE', place, message, fix: 'Only regular files can be part of a flow.' };
}

/** Names that are one name on file systems that ignore case or normalise Unicode, one of them a flow's. */
function caseProblems(folders: readonly Folder[], foreign: ReadonlySet<string>): readonly Problem[] {
  const firsts = new Map<string, string>();
  return folders.flatMap(({ name }) => {
    const plain = name.normalize('NFC').toLowerCase();
    const first = firsts.get(plain);
    firsts.set(plain, first === undefined || foreign.has(first) ? name : first);
    if (first === undefined || (foreign.has(first) && foreign.has(name))) return [];
    const message = `${quote(`${root}/${first}`)} and ${quote(`${root}/${name}`)} are one folder on some systems.`;
    return [{ code: 'E_NAME_COLLISION', place: { file: `${root}/${name}` }, message, fix: 'Rename one.' }];
  });
}

type Parsed = { readonly flow?: LoadedFlow; readonly problems: readonly Problem[] };

function parseFile(
  file: string,
  bytes: Uint8Array | 'too-large' | undefined,
  context: { readonly project: Project; readonly folders: ReadonlySet<string> },
): Parsed {
  const folder = file.split('/')[1] ?? '';
  if (bytes === undefined || bytes === 'too-large') {
    const message = `The file has more than ${yamlLimitBytes} bytes.`;
    return {
      problems: [
        { code: 'E_YAML_TOO_LARGE', place: { file }, message, fix: 'Move data into files of their own.' },
      ],
    };
  }
  const { manifest, document, problems } = parseManifest({ folder, file, bytes, ...context });
  if (manifest === undefined || document === undefined) return { problems };
  return { flow: { manifest, document }, problems };
}

/** The program's file must be in the tree: found here rather than when a run cannot start. */
function withEntrypoint(
  flow: LoadedFlow,
  paths: ReadonlySet<string>,
): LoadedFlow | { readonly problem: Problem } {
  const { name, workload } = flow.manifest;
  if (workload.program.kind !== 'entrypoint') return flow;
  const path = `${root}/${name}/${workload.program.file}`;
  if (paths.has(path)) return flow;
  const message = `The file ${quote(path, 200)} does not exist.`;
  const fix = 'Add it, or name another file, or write `command`.';
  const place = placeOfPath(flow.document, ['entrypoint'], 'value');
  return { problem: { code: 'E_ENTRYPOINT', place, field: 'entrypoint', message, fix } };
}
