import { lstat, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { topLevelOf } from '../../adapters/git/repository.ts';
import type { FlowName } from '../../core/flow.ts';
import { exitCodes, InputError } from '../../core/problem.ts';
import type { Performed } from '../performed.ts';
import type { NewFiles } from './new-files.ts';
import { pythonFiles } from './new-python.ts';
import type { Language, NewRequest } from './new-request.ts';
import { type TestRunner, typescriptFiles } from './new-typescript.ts';
import type { SharedOptions } from './program.ts';

/** Writes a flow that validates, runs and passes its test as it is. Replaces nothing, and needs neither git nor state. */
export async function performNew(
  options: Pick<SharedOptions, 'cwd'>,
  { flow, language }: NewRequest,
): Promise<Performed> {
  const cwd = resolve(options.cwd ?? '.');
  const root = await topLevelOf(cwd).catch(() => cwd);
  const schema = await schemaFor(root);
  const runner = await testRunnerOf(root);
  const files =
    language === 'python' ? pythonFiles({ flow, schema }) : typescriptFiles({ flow, schema, runner });
  await writeFolder(root, flow, files);
  const paths = Object.keys(files).map((name) => `flows/${flow}/${name}`);
  return {
    exitCode: exitCodes.done,
    document: { verb: 'new', flow, language, root, files: paths },
    text: [
      ...paths.map((path) => `  ${path}`),
      '',
      `Run it:  npx headgate run ${flow}`,
      `Test it: ${testCommand(flow, language, runner)}`,
      '',
    ].join('\n'),
  };
}

function testCommand(flow: FlowName, language: Language, runner: TestRunner): string {
  if (language === 'python') return `(cd flows/${flow} && python3 -m unittest)`;
  return runner === 'node'
    ? `node --import headgate/typescript --test flows/${flow}/${flow}.test.ts`
    : `npm test -- flows/${flow}/${flow}.test.ts`;
}

async function writeFolder(root: string, flow: FlowName, files: NewFiles): Promise<void> {
  const flows = join(root, 'flows');
  await mkdir(flows).catch(unlessExists);
  if (!(await lstat(flows)).isDirectory())
    throw exists('flows', 'It is not a folder.', 'Make it a folder: flows are found only there.');
  const folder = join(flows, flow);
  await mkdir(folder).catch((error: unknown) => {
    unlessExists(error);
    throw exists(`flows/${flow}`, 'It exists already.', 'Choose another name, or remove it first.');
  });
  try {
    for (const [name, text] of Object.entries(files)) {
      await writeFile(join(folder, name), text, { flag: 'wx' });
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

function unlessExists(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
}

function exists(file: string, message: string, fix: string): InputError {
  return new InputError([{ code: 'E_EXISTS', place: { file }, message, fix }]);
}

/** As a flow's folder names it: the repository's own copy, or else that of the package. */
async function schemaFor(root: string): Promise<string> {
  const own = 'schema/flow.schema.json';
  const isThere = await lstat(join(root, own)).then(
    (stats) => stats.isFile(),
    () => false,
  );
  return isThere ? `../../${own}` : `../../node_modules/headgate/${own}`;
}

/** What the project tests with; Node.js has a test runner of its own. */
async function testRunnerOf(root: string): Promise<TestRunner> {
  const text = await readFile(join(root, 'package.json'), 'utf8').catch(() => '');
  if (/"@jest\/globals"\s*:/.test(text)) return '@jest/globals';
  return /"vitest"\s*:/.test(text) ? 'vitest' : 'node';
}
