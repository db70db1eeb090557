import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InputError } from '../../core/problem.ts';
import { quote } from '../../core/quote.ts';

/** What `--cwd` names must be there before anything is started in it: a missing folder looks like a missing git. */
export async function requireDirectory(cwd: string | undefined): Promise<void> {
  if (cwd === undefined) return;
  const isDirectory = await stat(resolve(cwd)).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (isDirectory) return;
  const message = `${quote(cwd)} is not a folder.`;
  throw new InputError([{ code: 'E_DIRECTORY', field: 'cwd', message, fix: 'Give the path of a folder.' }]);
}
