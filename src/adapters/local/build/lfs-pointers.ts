import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError, type Problem } from '../../../core/problem.ts';

/** git-lfs: "pointer files must be less than 1024 bytes", and begin with the version of their format. */
const mostBytes = 1_024;
const beginning = 'version https://git-lfs.github.com/spec/';

/** Throws `InputError` where Git LFS has not brought the content: what stands there instead would run, and nobody would know. */
export async function refuseLfsPointers(root: string, files: readonly string[]): Promise<void> {
  const problems: Problem[] = [];
  for (const file of files) if (await isLfsPointer(path.join(root, file))) problems.push(problemOf(file));
  if (problems.length > 0) throw new InputError(problems);
}

async function isLfsPointer(file: string): Promise<boolean> {
  const { size } = await stat(file);
  return size < mostBytes && (await readFile(file, 'latin1')).startsWith(beginning);
}

function problemOf(file: string): Problem {
  return {
    code: 'E_LFS_POINTER',
    place: { file },
    message: 'It is a pointer of Git LFS, and the content that it stands for is not here.',
    fix: 'Run `git lfs pull`; in a workflow, give `lfs: true` to actions/checkout.',
  };
}
