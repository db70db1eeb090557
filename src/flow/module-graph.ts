import type { Problem } from '../core/problem.ts';
import type { SourceTree } from '../ports.ts';
import type { FileNames } from './file-names.ts';
import { isCode, type ModuleText, prepareImports } from './imports.ts';
import { leafModule, type Module, moduleOf, type Surroundings } from './module.ts';
import { type ModuleTexts, moduleTexts } from './module-text.ts';
import type { Packages } from './packages/packages.ts';
import { folderOf } from './repository-path.ts';
import { resolver } from './resolve.ts';
import { type Tsconfigs, tsconfigs } from './tsconfig.ts';
import { workLimit } from './work-limit.ts';

export type ModuleGraph = {
  readonly modules: ReadonlyMap<string, Module>;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
};

/** Larger files are bundles or data; reading one costs more than it tells. */
const codeLimitBytes = 4 * 1024 * 1024;

type Context = Surroundings & {
  readonly packages: Packages;
  readonly tsconfigs: Tsconfigs;
  readonly texts: ModuleTexts;
};

/** Every module that can be reached from the entries, each read once. */
export async function moduleGraph(
  source: Pick<SourceTree, 'read'>,
  { files, packages }: { readonly files: FileNames; readonly packages: Packages },
  entries: readonly string[],
): Promise<ModuleGraph> {
  await prepareImports();
  const context = contextOf(source, files, packages);
  const modules = new Map<string, Module>();
  const waiting: string[] = [];
  const discover = (path: string): void => {
    if (modules.has(path) || !files.has(path)) return;
    modules.set(path, leafModule);
    if (isCode(path) || path.endsWith('.css')) waiting.push(path);
  };
  const entrySet = new Set(entries);
  for (const entry of entrySet) discover(entry);
  let reading = startReading(source, waiting);
  while (reading !== undefined) {
    const read = await reading;
    // While these are looked through, the next ones are on their way.
    const next = startReading(source, waiting);
    const folders = new Set(read.paths.map(folderOf));
    await context.tsconfigs.prepare(folders);
    await context.packages.prepare(folders);
    for (const [path, found] of await modulesOf(context, read)) {
      const module = entrySet.has(path) ? withRunner(context, path, found) : found;
      modules.set(path, module);
      module.targets.forEach(discover);
      module.unsure.forEach(discover);
    }
    reading = next ?? startReading(source, waiting);
  }
  return { modules, ...sayings(modules, entries, context.tsconfigs.problems) };
}

/** As much as fits into what the system holds for a process that is busy with the files before. */
const readAtOnce = 128;

type Reading = {
  readonly paths: readonly string[];
  readonly contents: readonly (Uint8Array | 'too-large')[];
};

function startReading(source: Pick<SourceTree, 'read'>, waiting: string[]): Promise<Reading> | undefined {
  if (waiting.length === 0) return undefined;
  const paths = waiting.splice(0, readAtOnce);
  const reading = source.read(paths, codeLimitBytes).then((contents) => ({ paths, contents }));
  // A failure is met where it is awaited, even if the files before fail first.
  reading.catch(() => undefined);
  return reading;
}

function contextOf(source: Pick<SourceTree, 'read'>, files: FileNames, packages: Packages): Context {
  const limit = workLimit();
  const configs = tsconfigs({ source, files, packages, limit });
  return {
    files,
    packages,
    tsconfigs: configs,
    texts: moduleTexts(limit),
    resolver: resolver({ files, packages, tsconfigOf: configs.of, limit }),
  };
}

type Pending = { readonly path: string; readonly text: string };

async function modulesOf(
  context: Context,
  { paths, contents }: Reading,
): Promise<ReadonlyMap<string, Module>> {
  const modules = new Map<string, Module>();
  const pending: Pending[] = [];
  for (const [index, path] of paths.entries()) {
    const content = contents[index] ?? 'too-large';
    if (content === 'too-large') {
      modules.set(path, { ...leafModule, warnings: [tooLarge(path)] });
      continue;
    }
    const text = new TextDecoder().decode(content);
    const module = readModule(context, { path, text }, false);
    if (module === 'needsParser') pending.push({ path, text });
    else modules.set(path, module);
  }
  if (pending.length > 0) await context.texts.prepare();
  for (const file of pending) {
    const module = readModule(context, file, true);
    if (module !== 'needsParser') modules.set(file.path, module);
  }
  return modules;
}

function readModule(context: Context, { path, text }: Pending, isExact: boolean): Module | 'needsParser' {
  const read: ModuleText | 'needsParser' = context.texts.read(path, text, isExact);
  if (read === 'needsParser') return read;
  return moduleOf(context, { path, text, read, config: context.tsconfigs.of(folderOf(path)) });
}

/** Every bundle holds the runner of the SDK that its entry finds, whether the flow imports the SDK or not. */
function withRunner({ resolver }: Context, path: string, module: Module): Module {
  const found = resolver.resolve({ importer: path, specifier: 'headgate', form: 'import' });
  const edge = { specifier: 'headgate', targets: found.paths };
  return {
    ...module,
    targets: [...new Set([...module.targets, ...found.paths])],
    unsure: [...new Set([...module.unsure, ...found.unsure])],
    edges: found.paths.length === 0 ? module.edges : [...module.edges, edge],
    uses:
      found.package === undefined
        ? module.uses
        : [...module.uses, { importer: path, name: 'headgate', isCertain: false }],
  };
}

function tooLarge(file: string): Problem {
  return {
    code: 'W_FILE_TOO_LARGE',
    place: { file },
    message: `The file is larger than ${codeLimitBytes / 1024 / 1024} MiB: what it imports is not known.`,
    fix: "Name what it needs in the flow's `inputs`.",
  };
}

/** What is wrong in files that are certainly loaded. What no flow loads is nobody's error. */
function sayings(
  modules: ReadonlyMap<string, Module>,
  entries: readonly string[],
  problems: readonly Problem[],
): Pick<ModuleGraph, 'problems' | 'warnings'> {
  const sure = new Set(entries.filter((entry) => modules.has(entry)));
  // A set can be added to while it is walked.
  for (const path of sure) for (const target of modules.get(path)?.targets ?? []) sure.add(target);
  const reached = [...sure].flatMap((path) => modules.get(path) ?? []);
  return {
    problems: [...problems, ...reached.flatMap((module) => module.problems)],
    warnings: reached.flatMap(({ warnings }) => warnings),
  };
}
