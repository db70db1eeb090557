import { lstat, mkdir, readdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import path, { join, relative, sep } from 'node:path';
import { mainBranchOf, topLevelOf } from '../../adapters/git/repository.ts';
import type { FlowName } from '../../core/flow.ts';
import { exitCodes, InputError, type Problem } from '../../core/problem.ts';
import { localProject } from '../../flow/project.ts';
import type { Performed } from '../performed.ts';
import { packageFile } from '../setup/templates.ts';
import { workflowFor, workflowNames } from '../setup/workflows.ts';
import { authoringFiles } from './init-authoring.ts';
import { performNew } from './new.ts';
import type { Language } from './new-request.ts';
import type { SharedOptions } from './program.ts';

export type InitRequest = {
  /** `owner/name@commit` of the action; undefined: as the lock file has the package. */
  readonly action: string | undefined;
  readonly language: Language;
};

const firstFlow = 'hello-world' as FlowName;

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
  const files = await filesFor(root, pinned);
  const problems = await placeProblems(root, [...files.map(([file]) => file), `flows/${firstFlow}/flow.yml`]);
  if (problems.length > 0) throw new InputError(problems);
  for (const [file, text] of files) written.push(await write(root, file, text));
  written.push(await writeFirstFlow(root, language));
  return {
    exitCode: exitCodes.done,
    document: { verb: 'init', root, action: pinned, files: written.map((entry) => ({ ...entry })) },
    text: `${[...written.map(lineOf), '', ...(await advice(root, written))].join('\n')}\n`,
  };
}

function lineOf({ file, isNew }: Written): string {
  return `  ${file}${isNew ? '' : ' (was there, and stays as it is)'}`;
}

async function advice(root: string, written: readonly Written[]): Promise<readonly string[]> {
  const ignored = await readFile(path.join(root, '.gitignore'), 'utf8');
  const toIgnore = /^\/?\.headgate\/?\s*$/m.test(ignored)
    ? []
    : ['Add the line .headgate/ to .gitignore: what runs leave on this machine is kept there.'];
  if (written.every(({ isNew }) => !isNew)) return [...toIgnore, 'Everything was there: nothing is new.'];
  return [
    ...toIgnore,
    'Commit them. Then',
    '  npx headgate plan                        shows what a deploy would change,',
    '  npx headgate start                       deploys the flows on this machine, and runs each once,',
    '  npx headgate setup --region us-east-1    shows what it takes in AWS; use your region.',
    '',
    'For each clone, and for the repository, if you like:',
    '  git config core.hooksPath .githooks      looks at manifests and code before they are committed,',
    '  npm install --save-dev @biomejs/biome    formats and lints them: npx biome check --write',
  ];
}

/** Only where there is no flow yet: a repository that has some needs no greeting. */
async function writeFirstFlow(root: string, language: Language): Promise<Written> {
  const entries = await readdir(path.join(root, 'flows'), { withFileTypes: true }).catch(() => []);
  if (entries.some((entry) => entry.isDirectory())) return { file: 'flows/', isNew: false };
  await performNew({ cwd: root }, { flow: firstFlow, language });
  return { file: `flows/${firstFlow}/`, isNew: true };
}

async function filesFor(root: string, action: string): Promise<readonly (readonly [string, string])[]> {
  const { name } = localProject(path.basename(root));
  const branch = await mainBranchOf(root);
  const shipped = await Promise.all(
    workflowNames.map(
      async (workflow) =>
        [`.github/workflows/${workflow}.yml`, await workflowFor(workflow, { action, branch })] as const,
    ),
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
    ...(await authoringFiles()),
  ];
}

/** What stands where a file should be: nothing is written through a link to somewhere else, nor half of it. */
async function placeProblems(root: string, files: readonly string[]): Promise<readonly Problem[]> {
  const faults = new Map<string, string>();
  const top = await realpath(root);
  for (const file of files) {
    const names = file.split('/');
    for (let depth = 1; depth <= names.length; depth += 1) {
      const path = names.slice(0, depth).join('/');
      const fault = await faultAt(join(root, path), { top, isFolder: depth < names.length });
      if (fault !== undefined) faults.set(path, fault);
      if (fault !== undefined) break;
    }
  }
  const fix = 'Move it away, or run `headgate init` elsewhere.';
  return [...faults].map(([file, message]) => ({ code: 'E_INIT_PLACE', place: { file }, message, fix }));
}

async function faultAt(
  place: string,
  { top, isFolder }: { readonly top: string; readonly isFolder: boolean },
): Promise<string | undefined> {
  const own = await lstat(place).catch(() => undefined);
  if (own === undefined) return undefined;
  const real = await realpath(place).catch(() => undefined);
  if (real === undefined) return 'This is a link that leads nowhere.';
  if (relative(top, real).split(sep)[0] === '..') return 'This is a link that leads out of the repository.';
  const stats = await stat(real);
  if (isFolder) return stats.isDirectory() ? undefined : 'A folder should be here, and something else is.';
  return stats.isFile() ? undefined : 'A file should be here, and something else is.';
}

async function write(root: string, file: string, text: string): Promise<Written> {
  const place = path.join(root, file);
  await mkdir(path.dirname(place), { recursive: true });
  try {
    // git starts no hook that is not executable.
    await writeFile(place, text, { flag: 'wx', mode: file.startsWith('.githooks/') ? 0o755 : 0o644 });
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
