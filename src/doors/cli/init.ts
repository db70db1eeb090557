import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { topLevelOf } from '../../adapters/git/repository.ts';
import type { FlowName } from '../../core/flow.ts';
import { exitCodes, InputError } from '../../core/problem.ts';
import { localProject } from '../../flow/project.ts';
import type { Performed } from '../performed.ts';
import { packageFile } from '../setup/templates.ts';
import { performNew } from './new.ts';
import type { Language } from './new-request.ts';
import type { SharedOptions } from './program.ts';

export type InitRequest = {
  /** `owner/name@commit` of the action; undefined: as the lock file has the package. */
  readonly action: string | undefined;
  readonly language: Language;
};

const firstFlow = 'hello-world' as FlowName;
const workflows = ['plan', 'deploy', 'tick', 'run', 'control'];

type Written = { readonly file: string; readonly isNew: boolean };

/** Makes a repository one of Headgate's: configuration, image, workflows, a first flow. Replaces nothing that is there. */
export async function performInit(
  options: Pick<SharedOptions, 'cwd'>,
  { action, language }: InitRequest,
): Promise<Performed> {
  const cwd = path.resolve(options.cwd ?? '.');
  const root = await topLevelOf(cwd);
  const pinned = action ?? (await lockedAction(root));
  if (pinned === undefined) throw new InputError([unknownAction]);
  const written: Written[] = [];
  for (const [file, text] of await filesFor(root, pinned)) written.push(await write(root, file, text));
  const flow = await performNew({ cwd: root }, { flow: firstFlow, language }).catch(unlessThere);
  written.push({ file: `flows/${firstFlow}/`, isNew: flow !== undefined });
  return {
    exitCode: exitCodes.done,
    document: { verb: 'init', root, action: pinned, files: written.map((entry) => ({ ...entry })) },
    text: [
      ...written.map(({ file, isNew }) => `  ${file}${isNew ? '' : ' (was there, and stays as it is)'}`),
      '',
      'Commit them. Then',
      '  npx headgate deploy && npx headgate run hello-world    runs it on this machine,',
      '  npx headgate setup                                     shows what it takes in AWS.',
      '',
    ].join('\n'),
  };
}

async function filesFor(root: string, action: string): Promise<readonly (readonly [string, string])[]> {
  const { name } = localProject(path.basename(root));
  const shipped = await Promise.all(
    workflows.map(async (workflow) => {
      const file = `.github/workflows/${workflow}.yml`;
      // In Headgate's own repository the action and its user are one.
      return [file, (await packageFile(file)).replaceAll('uses: ./\n', `uses: ${action}\n`)] as const;
    }),
  );
  return [
    [
      'headgate.yml',
      `# Without \`aws\` the flows run on the machine that starts them; \`npx headgate setup\` adds it.\nproject: ${name}\n`,
    ],
    ['Dockerfile', await packageFile('Dockerfile')],
    ['.dockerignore', await packageFile('.dockerignore')],
    ['.gitignore', 'node_modules/\n.headgate/\n.env\n'],
    ['.github/dependabot.yml', dependabot],
    ...shipped,
  ];
}

async function write(root: string, file: string, text: string): Promise<Written> {
  const place = path.join(root, file);
  await mkdir(path.dirname(place), { recursive: true });
  try {
    await writeFile(place, text, { flag: 'wx' });
    return { file, isNew: true };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return { file, isNew: false };
  }
}

/** What npm installed, to the commit: `npm install github:owner/headgate#<commit>` writes it into the lock file. */
async function lockedAction(root: string): Promise<string | undefined> {
  const text = await readFile(path.join(root, 'package-lock.json'), 'utf8').catch(() => '');
  const [, repository, commit] =
    /"resolved": "git\+(?:ssh|https):\/\/(?:git@)?github\.com\/([\w.-]+\/headgate)\.git#([0-9a-f]{40})"/.exec(
      text,
    ) ?? [];
  return repository === undefined ? undefined : `${repository}@${commit}`;
}

function unlessThere(error: unknown): undefined {
  if (error instanceof InputError && error.problems.every(({ code }) => code === 'E_EXISTS'))
    return undefined;
  throw error;
}

const unknownAction = {
  code: 'E_REQUIRED',
  field: 'action',
  message: 'package-lock.json does not say from which repository and commit Headgate is taken.',
  fix: 'Install it by `npm install github:OWNER/headgate#COMMIT`, or give --action OWNER/headgate@COMMIT.',
};

const dependabot = `version: 2
updates:
  - package-ecosystem: github-actions
    directory: /
    schedule: { interval: weekly }
    # A malicious release is mostly found within days.
    cooldown: { default-days: 7 }
  - package-ecosystem: npm
    directory: /
    schedule: { interval: weekly }
    cooldown: { default-days: 7 }
  - package-ecosystem: docker
    directory: /
    schedule: { interval: weekly }
    cooldown: { default-days: 7 }
`;
