import type { Problem } from '../core/problem.ts';
import { quote } from '../core/quote.ts';
import type { PackageUse } from '../core/used-packages.ts';
import { type CompilerOptions, keepsStatements } from './compiler-options.ts';
import type { FileNames } from './file-names.ts';
import { type ImportUse, lineAt, type ModuleText } from './imports.ts';
import type { Packages } from './packages/packages.ts';
import { folderOf, joinPath } from './repository-path.ts';
import type { Resolution, Resolver } from './resolve.ts';
import { jsxModules, noSettings, type Settings, settingsOf } from './settings.ts';
import type { Tsconfig } from './tsconfig.ts';

/** Where a name leads. Only where the name does not say it by itself: `./a.ts` is that file, or nothing. */
export type Edge = { readonly specifier: string; readonly targets: readonly string[] };

/** One file and what it needs when it runs. */
export type Module = {
  /** Files that are loaded with it, or may be. */
  readonly targets: readonly string[];
  /** Files that play a part in what is loaded; what is wrong in them is no concern of the flow. */
  readonly unsure: readonly string[];
  readonly uses: readonly PackageUse[];
  /** In the order of the text. */
  readonly edges: readonly Edge[];
  readonly settings: Settings;
  /** Of the targets, those that are loaded by a call: a bundler wraps them, and what they import, into functions. */
  readonly called: readonly string[];
  /** It has `import` or `export`. */
  readonly isModule: boolean;
  /** It imports packages, which may be CommonJS. */
  readonly usesPackages: boolean;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
};

const nothingFound: Resolution = { paths: [], unsure: [] };

export const leafModule: Module = {
  targets: [],
  unsure: [],
  uses: [],
  edges: [],
  settings: noSettings,
  called: [],
  isModule: true,
  usesPackages: false,
  problems: [],
  warnings: [],
};

export type ModuleInput = {
  readonly path: string;
  readonly text: string;
  readonly read: ModuleText;
  readonly config: Tsconfig;
};

export type Surroundings = {
  readonly resolver: Resolver;
  readonly packages: Pick<Packages, 'nearest'>;
  readonly files: FileNames;
};

type Draft = {
  readonly input: ModuleInput;
  readonly targets: Set<string>;
  readonly unsure: Set<string>;
  readonly called: Set<string>;
  readonly uses: Map<string, PackageUse>;
  readonly edges: Edge[];
  readonly problems: Problem[];
  readonly warnings: Problem[];
};

/** `needsParser`: an import leads nowhere, and only the parser can say whether that matters. */
export function moduleOf(around: Surroundings, input: ModuleInput): Module | 'needsParser' {
  const { path, text, read, config } = input;
  const draft: Draft = {
    input,
    targets: new Set(),
    unsure: new Set(),
    called: new Set(),
    uses: new Map(),
    edges: [],
    problems: [],
    warnings: read.means === 'guessed' ? [guessedWarning(path)] : [],
  };
  for (const use of [...read.uses, ...jsxUses(read, config.options)]) {
    const isDropped =
      use.kind === 'name' && use.isInlineTypeOnly === true && !keepsStatements(config.options);
    if (!isDropped && follow(around, draft, use) === 'needsParser') return 'needsParser';
  }
  const usesPackages = draft.uses.size > 0;
  for (const one of config.packages) addUse(draft, nothingFound, { ...one, isCertain: false });
  draft.targets.delete(path);
  const manifest = around.packages.nearest(folderOf(path))?.content ?? {};
  return {
    targets: [...draft.targets],
    unsure: draft.unsure.size === 0 ? leafModule.unsure : [...draft.unsure],
    uses: draft.uses.size === 0 ? leafModule.uses : [...draft.uses.values()],
    edges: draft.edges.length === 0 ? leafModule.edges : draft.edges,
    settings: settingsOf({ path, text, module: read, options: config.options, manifest }),
    called: draft.called.size === 0 ? leafModule.called : [...draft.called],
    isModule: read.isModule,
    usesPackages,
    problems: draft.problems,
    warnings: draft.warnings,
  };
}

/** Elements are made by functions of a module that no import names. */
function jsxUses({ jsx }: ModuleText, options: CompilerOptions): readonly ImportUse[] {
  if (jsx === undefined) return [];
  return jsxModules(jsx, options).map((specifier) => ({
    kind: 'name',
    form: 'import',
    offset: 0,
    specifier,
  }));
}

function follow(around: Surroundings, draft: Draft, use: ImportUse): 'needsParser' | undefined {
  if (use.kind === 'name') return followName(around, draft, use);
  const { path } = draft.input;
  if (use.kind === 'map') {
    const target = joinPath(folderOf(path), decoded(use.url));
    if (target !== undefined && around.files.has(target)) draft.targets.add(around.files.real(target));
    return undefined;
  }
  const reached = use.kind === 'glob' ? around.resolver.resolveGlob(path, use.parts) : undefined;
  if (reached === undefined || reached.length === 0) draft.warnings.push(computedWarning(draft, use));
  for (const { path: named, real } of reached ?? []) {
    draft.targets.add(real);
    draft.called.add(real);
    // The program asks for it by the name of the link, which may come to lead elsewhere.
    if (named !== real) draft.edges.push({ specifier: named, targets: [real] });
  }
  return undefined;
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

type NameUse = ImportUse & { kind: 'name' };

function followName(around: Surroundings, draft: Draft, use: NameUse): 'needsParser' | undefined {
  const { path, read } = draft.input;
  const { specifier, form } = use;
  const found = around.resolver.resolve({ importer: path, specifier, form });
  if (found.why !== undefined) {
    if (use.mayFail === true) return undefined;
    if (read.means === 'lexed') return 'needsParser';
    draft.problems.push(nowhere(draft, use, found.why));
    return undefined;
  }
  for (const target of found.paths) draft.targets.add(target);
  if (form === 'require' || use.isDynamic === true)
    for (const target of found.paths) draft.called.add(target);
  for (const target of found.unsure) draft.unsure.add(target);
  if (saysMore(found, path, specifier)) {
    const asked = found.self === undefined ? specifier : `${specifier} of ${found.self}/`;
    draft.edges.push({ specifier: asked, targets: found.paths });
  }
  if (found.package !== undefined) {
    const { folder, name } = found.package;
    const importer = folder === folderOf(path) ? path : (joinPath(folder, 'package.json') ?? path);
    addUse(draft, found, { importer, name, isCertain: use.mayFail !== true });
  }
  return undefined;
}

function saysMore({ paths }: Resolution, path: string, specifier: string): boolean {
  const [only, ...more] = paths;
  if (only === undefined) return false;
  return more.length > 0 || !specifier.startsWith('.') || joinPath(folderOf(path), specifier) !== only;
}

/** A package that the repository has itself may be missing from lock files. */
function addUse(draft: Draft, { paths, unsure }: Resolution, use: PackageUse): void {
  const key = `${use.importer}\0${use.name}`;
  const isCertain = use.isCertain && paths.length === 0 && unsure.length === 0;
  draft.uses.set(key, { ...use, isCertain: isCertain || draft.uses.get(key)?.isCertain === true });
}

function nowhere({ input: { path, text } }: Draft, { specifier, offset }: NameUse, why: string): Problem {
  return {
    code: 'E_IMPORT',
    place: { file: path, line: lineAt(text, offset) },
    message: `The import of ${quote(specifier, 120)} leads nowhere: ${why}.`,
    fix: 'Correct the path, or commit the file that it names.',
  };
}

function computedWarning({ input: { path, text } }: Draft, { form, offset }: ImportUse): Problem {
  return {
    code: 'W_DYNAMIC_IMPORT',
    place: { file: path, line: lineAt(text, offset) },
    message: `What this \`${form}(…)\` loads is only known when it runs, so a change of it redeploys nothing.`,
    fix: "Write the path as a literal, or name the files in the flow's `inputs`.",
  };
}

function guessedWarning(file: string): Problem {
  return {
    code: 'W_SYNTAX',
    place: { file },
    message: 'The file cannot be parsed, so what it imports was searched for by its shape.',
    fix: 'Correct its syntax: the bundler will not take it either.',
  };
}
