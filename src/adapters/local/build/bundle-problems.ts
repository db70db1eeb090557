import { existsSync } from 'node:fs';
import path from 'node:path';
import type { BuildFailure, Message } from 'esbuild';
import type { Place, Problem } from '../../../core/problem.ts';
import { packageName, packageOf } from './package-of.ts';

export type Bundling = {
  /** The repository. */
  readonly root: string;
  readonly entrypoint: string;
  /** Packages that stay imports; with them their own paths, as esbuild has it. */
  readonly external?: readonly string[];
};

/** Everything that esbuild found, at once, each with its place. */
export function problemsOf(error: unknown, bundling: Bundling): readonly Problem[] {
  const messages = (error as Partial<BuildFailure> | undefined)?.errors ?? [];
  if (messages.length > 0) return messages.map((message) => problemOf(message, bundling));
  const text = error instanceof Error ? error.message : String(error);
  return [{ code: 'E_BUNDLE', place: { file: bundling.entrypoint }, message: text }];
}

function problemOf(message: Message, bundling: Bundling): Problem {
  const fix = fixOf(message, bundling.root);
  return {
    code: 'E_BUNDLE',
    place: placeOf(message, bundling.entrypoint),
    message: [message.text, ...reasonsOf(message)].map(sentence).join(' '),
    ...(fix === undefined ? {} : { fix }),
  };
}

/** What esbuild says beside its message, without its advice, which is about its own options. */
function reasonsOf({ notes }: Message): readonly string[] {
  return notes
    .map(({ text }) => text)
    .filter((text) => !/^You can mark the path|^Importing ".*" was ignored/.test(text))
    .map((text) => text.replace(/:$/, ''));
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** esbuild counts columns from 0. */
function placeOf({ location }: Message, entrypoint: string): Place {
  if (location === null || location.file === 'headgate-entry.mjs') return { file: entrypoint };
  return { file: location.file, line: location.line, column: location.column + 1 };
}

function fixOf(message: Message, root: string): string | undefined {
  const { text, notes, location } = message;
  const importer = location?.file ?? '';
  const owner = packageOf(importer);
  const native = /^No loader is configured for "\.node" files: (.*)$/s.exec(text)?.[1];
  if (native !== undefined) return ownImageFix(packageOf(native) ?? owner, 'holds a compiled program');
  const name = /^Could not resolve "([^"]+)"/.exec(text)?.[1];
  if (name !== undefined && owner !== undefined)
    return ownImageFix(owner, `asks for ${JSON.stringify(name)}, which is not installed here`);
  if (name?.startsWith('.') === true) return 'Correct the path, or add the file.';
  if (notes.some((note) => /is not exported by package/.test(note.text)))
    return 'Import a path that its `exports` list; the others are not meant for you.';
  if (name !== undefined) return nameFix(name, path.posix.dirname(importer), root);
  if (text.startsWith('No loader is configured for'))
    return 'A bundle holds JavaScript, JSON and text. Read the file at run time from `inputs`, or bring an image of your own.';
  return undefined;
}

function nameFix(name: string, folder: string, root: string): string {
  if (name.startsWith('#'))
    return `Write ${JSON.stringify(name)} under \`imports\` of the nearest package.json.`;
  if (/^[a-z]+:/.test(name)) return 'Node.js has no module of that name: import another one.';
  const wanted = packageName(name);
  if (isInstalled(wanted, folder, root))
    return `The package ${wanted} is installed without this file. Build it, if it is one of this repository; else install again: npm ci.`;
  return `Install the package and commit the lock file: npm install ${wanted}.`;
}

/** As Node.js looks: in every `node_modules` upwards. */
function isInstalled(name: string, folder: string, root: string): boolean {
  for (let at = folder; ; at = path.posix.dirname(at)) {
    if (existsSync(path.join(root, at, 'node_modules', name))) return true;
    if (at === '.' || at === '/' || at === '') return false;
  }
}

function ownImageFix(name: string | undefined, why: string): string {
  const what = name === undefined ? 'It' : `The package ${name}`;
  return `${what} ${why}: no bundle can hold it. Name it under \`external\`, with an image of the flow's own (\`image: { dockerfile: Dockerfile }\`) that installs it; or start the program with \`command\` there.`;
}

/** esbuild names a file outside its working directory `../…`. A package may lie there (a workspace above), code may not. */
export function escapeProblems(inputs: readonly string[], entrypoint: string): readonly Problem[] {
  return inputs
    .filter((input) => input.startsWith('../') && !input.includes('/node_modules/'))
    .map((input) => ({
      code: 'E_PATH_ESCAPE',
      place: { file: entrypoint },
      message: `The flow imports ${JSON.stringify(input)}, which is outside the repository.`,
      fix: 'Move the file into the repository.',
    }));
}
