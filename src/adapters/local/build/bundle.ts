import path from 'node:path';
import type { BuildOptions, BuildResult, Metafile, Plugin } from 'esbuild';
import { InputError, RefusedError } from '../../../core/problem.ts';
import { type Bundling, escapeProblems, problemsOf } from './bundle-problems.ts';

export type Bundle = {
  readonly code: Uint8Array;
  readonly map: Uint8Array;
  /** What was read for it, as esbuild tells: by paths from the root, those of packages and of the builder itself among them. */
  readonly inputs: Metafile['inputs'];
};

/** Stack traces name `repo:/flows/x/index.ts:12:5`: Node makes a URL of every source, and this one holds no folder of a machine. */
const sourcePrefix = 'repo:/';

const entryName = 'headgate-entry.mjs';
const runnerName = 'headgate-runner';

/** Bundled CommonJS packages expect these. On `globalThis`, where they cannot clash with names of the flow. */
const banner = [
  "import { createRequire as headgateCreateRequire } from 'node:module';",
  "import { fileURLToPath as headgatePathOf } from 'node:url';",
  'globalThis.require ??= headgateCreateRequire(import.meta.url);',
  'globalThis.__filename ??= headgatePathOf(import.meta.url);',
  "globalThis.__dirname ??= headgatePathOf(new URL('.', import.meta.url));",
].join('\n');

/** Bundles an entrypoint and what it imports into one file. Reads code, never runs it. The same files, the same bytes. */
export async function bundleEntrypoint({ root, entrypoint, external = [] }: Bundling): Promise<Bundle> {
  const { build } = await loadEsbuild();
  const result = await build(optionsFor({ root, entrypoint, external })).catch((error: unknown) => {
    throw new InputError(problemsOf(error, { root, entrypoint }));
  });
  const { inputs } = result.metafile ?? { inputs: {} };
  const outside = escapeProblems(Object.keys(inputs), entrypoint);
  if (outside.length > 0) throw new InputError(outside);
  return { code: contentsOf(result, 'index.mjs'), map: contentsOf(result, 'index.mjs.map'), inputs };
}

function optionsFor({ root, entrypoint, external = [] }: Bundling): BuildOptions {
  return {
    absWorkingDir: root,
    stdin: { contents: entryText(entrypoint), resolveDir: root, sourcefile: entryName, loader: 'js' },
    outfile: path.join(root, 'index.mjs'),
    write: false,
    bundle: true,
    external: [...external],
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
    // Small images start sooner; the source map names the lines that were written.
    minify: true,
    keepNames: true,
    sourcemap: 'linked',
    sourceRoot: sourcePrefix,
    // Node shows the line that threw: without the sources, the one line that the whole bundle is.
    sourcesContent: true,
    banner: { js: banner },
    loader: { '.sql': 'text', '.txt': 'text', '.csv': 'text', '.md': 'text', '.html': 'text' },
    logLevel: 'silent',
    logLimit: 0,
    plugins: [runnerPlugin(path.join(root, path.dirname(entrypoint)))],
  };
}

/** A module that exports no flow is a plain script: importing it has run it. */
function entryText(entrypoint: string): string {
  return [
    `import * as entrypoint from ${JSON.stringify(`./${entrypoint}`)};`,
    `import { runFlow } from '${runnerName}';`,
    "await runFlow(Reflect.get(entrypoint, 'default'));",
  ].join('\n');
}

/** The runner is part of the SDK that the flow itself resolves to. A script in a project without the SDK needs none. */
function runnerPlugin(folder: string): Plugin {
  return {
    name: 'headgate-runner',
    setup(build) {
      build.onResolve({ filter: /^headgate-runner$/ }, async () => {
        const sdk = await build.resolve('headgate', { resolveDir: folder, kind: 'import-statement' });
        return sdk.errors.length === 0 ? { path: sdk.path } : { path: runnerName, namespace: runnerName };
      });
      build.onLoad({ filter: /.*/, namespace: runnerName }, () => ({
        contents: 'export function runFlow() {}',
        loader: 'js',
      }));
    },
  };
}

function contentsOf(result: BuildResult, name: string): Uint8Array {
  const file = result.outputFiles?.find((output) => path.basename(output.path) === name);
  return file?.contents ?? new Uint8Array();
}

export async function loadEsbuild(): Promise<typeof import('esbuild')> {
  try {
    // Ignored by ncc, which would lift it to the top of dist/index.js: on a runner there is no esbuild to load.
    return await import(/* webpackIgnore: true */ 'esbuild');
  } catch (error) {
    const message = 'The bundler esbuild cannot be loaded, so flows cannot be built.';
    const fix = 'Install the packages of the project for this machine: npm ci.';
    throw new RefusedError({ code: 'E_ESBUILD', message, fix }, { cause: error });
  }
}
