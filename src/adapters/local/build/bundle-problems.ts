import type { BuildFailure, Message } from 'esbuild';
import type { Place, Problem } from '../../../core/problem.ts';

/** Everything that esbuild found, at once, each with its place. */
export function problemsOf(error: unknown, entrypoint: string): readonly Problem[] {
  const messages = (error as Partial<BuildFailure> | undefined)?.errors ?? [];
  if (messages.length > 0) return messages.map((message) => problemOf(message, entrypoint));
  const text = error instanceof Error ? error.message : String(error);
  return [{ code: 'E_BUNDLE', place: { file: entrypoint }, message: text }];
}

function problemOf(message: Message, entrypoint: string): Problem {
  const fix = fixOf(message.text);
  return {
    code: 'E_BUNDLE',
    place: placeOf(message, entrypoint),
    message: message.text.endsWith('.') ? message.text : `${message.text}.`,
    ...(fix === undefined ? {} : { fix }),
  };
}

/** esbuild counts columns from 0. */
function placeOf({ location }: Message, entrypoint: string): Place {
  if (location === null || location.file === 'headgate-entry.mjs') return { file: entrypoint };
  return { file: location.file, line: location.line, column: location.column + 1 };
}

function fixOf(text: string): string | undefined {
  const name = /^Could not resolve "([^"]+)"/.exec(text)?.[1];
  if (name?.startsWith('.') === true) return 'Correct the path, or add the file.';
  if (name !== undefined)
    return `Install the package and commit the lock file: npm install ${packageOf(name)}.`;
  if (text.startsWith('No loader is configured for'))
    return 'A bundle holds JavaScript, JSON and text. Read the file at run time from `inputs`, or bring an image of your own.';
  return undefined;
}

function packageOf(name: string): string {
  const parts = name.split('/');
  return parts.slice(0, name.startsWith('@') ? 2 : 1).join('/');
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
