import type { Problem } from '../core/problem.ts';
import { quote } from '../core/quote.ts';
import type { PackageUse } from '../core/used-packages.ts';
import type { SourceTree } from '../ports.ts';
import { type ImportUse, importsOf, isCode, lineAt, prepareImports } from './imports.ts';
import type { Packages } from './packages/packages.ts';
import { folderOf } from './repository-path.ts';
import { type Resolver, resolver } from './resolve.ts';
import { type Tsconfigs, tsconfigs } from './tsconfig.ts';

/** One file and what it needs when it runs. */
export type Module = {
  readonly targets: readonly string[];
  readonly uses: readonly PackageUse[];
  /** What decides, besides the file itself, what a bundler makes of it; empty if nothing does. */
  readonly line: string;
};

export type ModuleGraph = {
  readonly modules: ReadonlyMap<string, Module>;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
};

/** Larger files are bundles or data; reading one costs more than it tells. */
const codeLimitBytes = 4 * 1024 * 1024;

type Context = {
  readonly resolver: Resolver;
  readonly tsconfigs: Tsconfigs;
  readonly packages: Packages;
  readonly problems: Problem[];
  readonly warnings: Problem[];
  /** By folder. */
  readonly settings: Map<string, string>;
};

/** Every module that can be reached from the entries, each read once. */
export async function moduleGraph(
  source: Pick<SourceTree, 'read'>,
  { files, packages }: { readonly files: ReadonlySet<string>; readonly packages: Packages },
  entries: Iterable<string>,
): Promise<ModuleGraph> {
  await prepareImports();
  const context = contextOf(source, files, packages);
  const modules = new Map<string, Module>();
  const waiting: string[] = [];
  const discover = (path: string): void => {
    if (modules.has(path) || !files.has(path)) return;
    modules.set(path, leaf);
    if (isCode(path)) waiting.push(path);
  };
  for (const entry of entries) discover(entry);
  let reading = startReading(source, waiting);
  while (reading !== undefined) {
    const { paths, contents } = await reading;
    // While these are looked through, the next ones are on their way.
    const next = startReading(source, waiting);
    const folders = new Set(paths.map(folderOf));
    await context.tsconfigs.prepare(folders);
    await packages.prepare(folders);
    paths.forEach((path, index) => {
      const module = moduleOf(context, path, contents[index] ?? 'too-large');
      modules.set(path, module);
      module.targets.forEach(discover);
    });
    reading = next ?? startReading(source, waiting);
  }
  return { modules, problems: context.problems, warnings: context.warnings };
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

const leaf: Module = { targets: [], uses: [], line: '' };

function contextOf(
  source: Pick<SourceTree, 'read'>,
  files: ReadonlySet<string>,
  packages: Packages,
): Context {
  const configs = tsconfigs(source, files);
  return {
    resolver: resolver({ files, packages, tsconfigOf: configs.of }),
    tsconfigs: configs,
    packages,
    problems: [],
    warnings: [],
    settings: new Map(),
  };
}

function moduleOf(context: Context, path: string, content: Uint8Array | 'too-large'): Module {
  if (content === 'too-large') {
    context.warnings.push({
      code: 'W_FILE_TOO_LARGE',
      place: { file: path },
      message: `The file is larger than ${codeLimitBytes / 1024 / 1024} MiB: what it imports is not known.`,
      fix: "Name what it needs in the flow's `inputs`.",
    });
    return leaf;
  }
  const text = new TextDecoder().decode(content);
  const targets = new Set<string>();
  const uses = new Map<string, PackageUse>();
  const folder = folderOf(path);
  const keepsTypeOnly = context.tsconfigs.of(folder).keepsTypeOnlyStatements;
  for (const use of importsOf(path, text)) {
    if (use.isInlineTypeOnly && !keepsTypeOnly) continue;
    for (const target of follow(context, { path, text, use, uses })) targets.add(target);
  }
  targets.delete(path);
  return { targets: [...targets], uses: [...uses.values()], line: settingsOf(context, folder) };
}

type Following = {
  readonly path: string;
  readonly text: string;
  readonly use: ImportUse;
  readonly uses: Map<string, PackageUse>;
};

function follow(context: Context, { path, text, use, uses }: Following): readonly string[] {
  if (use.kind === 'computed') {
    context.warnings.push(computedWarning(path, lineAt(text, use.offset)));
    return [];
  }
  if (use.kind === 'glob') {
    const reached = context.resolver.resolveGlob(path, use.specifier);
    if (reached.length === 0) context.warnings.push(computedWarning(path, lineAt(text, use.offset)));
    return reached;
  }
  const found = context.resolver.resolve(path, use.specifier);
  if (found.kind === 'files') return found.paths;
  if (found.kind === 'package') {
    const known = uses.get(found.name);
    uses.set(found.name, {
      importer: path,
      name: found.name,
      isCertain: use.isCertain || (known?.isCertain ?? false),
    });
    return found.paths;
  }
  if (found.kind === 'unresolved' && use.isCertain) {
    context.problems.push({
      code: 'E_IMPORT',
      place: { file: path, line: lineAt(text, use.offset) },
      message: `The import of ${quote(use.specifier, 120)} leads nowhere: ${found.why}.`,
      fix: 'Correct the path, or commit the file that it names.',
    });
  }
  return [];
}

function computedWarning(file: string, line: number): Problem {
  return {
    code: 'W_DYNAMIC_IMPORT',
    place: { file, line },
    message: 'What this `import(…)` loads is only known when it runs, so a change of it redeploys nothing.',
    fix: "Write the path as a literal, or name the files in the flow's `inputs`.",
  };
}

/** `package.json` decides by `type` how a file is read, and by `sideEffects` what may be left out of a bundle. */
function settingsOf(context: Context, folder: string): string {
  const known = context.settings.get(folder);
  if (known !== undefined) return known;
  const made = readSettings(context, folder);
  context.settings.set(folder, made);
  return made;
}

function readSettings(context: Context, folder: string): string {
  const { output } = context.tsconfigs.of(folder);
  const content = context.packages.nearest(folder)?.content ?? {};
  const fields = ['type', 'sideEffects'].filter((key) => content[key] !== undefined);
  const written = fields.map((key) => `package.json ${key} ${JSON.stringify(content[key])}`);
  return [...written, ...(output === '' ? [] : [`tsconfig.json ${output}`])].join('\0');
}
