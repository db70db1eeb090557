import { lstat, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Manifest } from '../../core/flow.ts';
import { exitCodes, InputError } from '../../core/problem.ts';
import type { Performed } from '../performed.ts';
import { firstLine, parameterModule } from './parameter-types.ts';
import type { SharedOptions } from './program.ts';
import { flowNamed, loadSources } from './sources.ts';

export type TypesRequest = {
  /** One flow, whose types are written even if it has none yet; all that have some if left out. */
  readonly flow: string | undefined;
  /** Only say whether they fit the manifests. */
  readonly isCheck: boolean;
};

const typesFile = 'parameters.ts';
const limitBytes = 1024 * 1024;

type State = { readonly file: string; readonly state: 'fits' | 'written' | 'differs' };

/** Writes what manifests declare as parameters into TypeScript, so that the compiler holds the code to it. */
export async function performTypes(
  options: Pick<SharedOptions, 'config' | 'cwd'>,
  { flow, isCheck }: TypesRequest,
): Promise<Performed> {
  const { root, manifests } = await loadSources(options);
  const chosen = flow === undefined ? manifests : [flowNamed(manifests, flow)];
  const states: State[] = [];
  for (const manifest of chosen) {
    const state = await settle(root, manifest, { isCheck, isNamed: flow !== undefined });
    if (state !== undefined) states.push(state);
  }
  const differing = states.filter(({ state }) => state === 'differs');
  return {
    exitCode: differing.length > 0 ? exitCodes.workFailed : exitCodes.done,
    document: { verb: 'types', isOk: differing.length === 0, files: states.map((entry) => ({ ...entry })) },
    text: textOf(states, differing.length > 0),
  };
}

async function settle(
  root: string,
  { name, policy, workload }: Manifest,
  { isCheck, isNamed }: { readonly isCheck: boolean; readonly isNamed: boolean },
): Promise<State | undefined> {
  const file = path.posix.join('flows', name, typesFile);
  if (workload.program.kind !== 'entrypoint') {
    if (isNamed) throw new InputError([noTypeScript(name)]);
    return undefined;
  }
  const text = await textIn(path.join(root, file));
  if (text === undefined && !isNamed) return undefined;
  const wanted = parameterModule(policy.parameters);
  if (text === wanted) return { file, state: 'fits' };
  if (text !== undefined && !text.startsWith(firstLine)) {
    if (isNamed) throw new InputError([notOurs(file)]);
    return undefined;
  }
  if (isCheck) return { file, state: 'differs' };
  await writeFile(path.join(root, file), wanted);
  return { file, state: 'written' };
}

function textOf(states: readonly State[], isDiffering: boolean): string {
  const words = { fits: 'fits its manifest', written: 'written', differs: 'differs from its manifest' };
  const rows = states.map(({ file, state }) => `  ${file}  ${words[state]}`);
  if (isDiffering) return [...rows, '', 'Write them: npx headgate types', ''].join('\n');
  if (rows.length === 0)
    return 'No flow has types of its parameters: npx headgate types <flow> writes them.\n';
  return [...rows, ''].join('\n');
}

/** What is no regular file, or larger than any such module, is a person's own. */
async function textIn(file: string): Promise<string | undefined> {
  const stats = await lstat(file).catch(unlessMissing);
  if (stats === undefined) return undefined;
  return stats.isFile() && stats.size <= limitBytes ? readFile(file, 'utf8') : '';
}

function unlessMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  return undefined;
}

function noTypeScript(flow: string) {
  const message = `The flow ${flow} starts a command, not TypeScript.`;
  return {
    code: 'E_TYPES',
    place: { file: `flows/${flow}` },
    message,
    fix: 'Read HEADGATE_PARAMETERS in its own language: it is a JSON object.',
  };
}

/** A module that a person wrote under this name stays as it is. */
function notOurs(file: string) {
  const message = 'It is a module of your own.';
  return {
    code: 'E_EXISTS',
    place: { file },
    message,
    fix: 'Give it another name: the types of the parameters go there.',
  };
}
