import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commitSource } from '../../adapters/git/commit-source.ts';
import { probeStatePush } from '../../adapters/git/probe.ts';
import { originOf } from '../../adapters/git/repository.ts';
import type { GithubOptions } from '../../adapters/github/client.ts';
import { systemClock } from '../../adapters/local/clock.ts';
import { InputError } from '../../core/problem.ts';
import type { Project } from '../../core/project.ts';
import type { Checks, Log, World } from '../../ports.ts';
import { createOutgoing } from '../../report/outgoing.ts';
import { createRedactor } from '../../report/redact.ts';
import { noChecks, noEventLog, noExecutor, noLogs } from '../absent.ts';
import type { Site } from '../performed.ts';
import { boardAlerts, executionPorts, refuseDefaultBranch, stateAt, stateOptions } from '../ports.ts';
import { loadProject } from '../project.ts';
import { alertPorts, secretsOf } from './alert-ports.ts';
import type { ActionContext } from './context.ts';
import type { Inputs } from './inputs.ts';

/** Log lines in a check, unless the project says otherwise: a public repository shows none. */
const logTailLines = 50;

/** Composes the world of a job on GitHub: the commit's objects, state on `origin`, ECS, check runs. */
export async function composeSite(inputs: Inputs, context: ActionContext, log: Log): Promise<Site> {
  const source = await commitSource({
    directory: context.workspace,
    commit: context.commit,
    token: inputs.token,
  });
  const fallbackName = context.repository.split('/')[1]?.toLowerCase() ?? 'project';
  const project = await loadProject({ source, config: inputs.config, fallbackName, isLocal: false });
  refuseDefaultBranch(project, context.defaultBranch);
  const { repository, serverUrl } = context;
  const origin = await originOf(context.workspace);
  const clock = systemClock();
  const home = {
    project,
    remote: origin?.remote ?? `${serverUrl}/${repository}`,
    token: inputs.token,
    boardPlace: `${serverUrl}/${repository}/tree/${project.stateBranch}`,
    scratchDirectory: process.env['RUNNER_TEMP'] || tmpdir(),
  };
  const { apiUrl, graphqlUrl } = context;
  const github = {
    token: inputs.token,
    repository,
    apiUrl,
    ...(graphqlUrl === undefined ? {} : { graphqlUrl }),
    clock,
  };
  const isPublic = await isPublicOf({ inputs, context, project, github });
  return {
    world: {
      clock,
      source,
      state: stateAt(home),
      log,
      ...(await outerPorts({ inputs, context, project, github })),
      ...(await alertPorts(inputs, { github, log })),
    },
    project,
    cwd: context.workspace,
    repository,
    presentation: {
      links: { serverUrl, repository, workflow: 'run.yml' },
      logTailLines: project.report.logTail ?? (isPublic === false ? logTailLines : 0),
      outgoing: createOutgoing(createRedactor(secretsOf(inputs))),
      trigger: context.event,
      ...(isPublic === undefined ? {} : { isPublic }),
      ...boardAlerts(project),
    },
    terminal: { isColoured: false },
    ...(inputs.command === 'doctor' ? await doctorPorts(project, { github, context }) : {}),
    examinations: [
      { name: 'state can be pushed', look: () => probeStatePush(stateOptions(home)) },
      { name: 'checks can be written', look: async () => (await githubRepository()).probeChecks(github) },
    ],
    by: context.actor,
    request: context.request,
  };
}

type Outer = Pick<World, 'executor' | 'logs' | 'eventLog' | 'checks'>;
type OuterRequest = {
  readonly inputs: Inputs;
  readonly context: ActionContext;
  readonly project: Project;
  readonly github: GithubOptions;
};

/** What only the doctor asks. */
async function doctorPorts(
  { aws }: Project,
  { github, context }: { readonly github: GithubOptions; readonly context: ActionContext },
): Promise<Pick<Site, 'account' | 'forge'>> {
  const [{ awsAccount }, { githubForge }] = await Promise.all([
    import('../../adapters/ecs/account/account.ts'),
    import('../../adapters/github/forge.ts'),
  ]);
  const { tokenPlace } = context;
  return {
    forge: githubForge({ ...github, ...(tokenPlace === undefined ? {} : { tokenPlace }) }),
    ...(aws === undefined ? {} : { account: awsAccount(aws) }),
  };
}

const githubRepository = () => import('../../adapters/github/repository.ts');

/** Whether anybody could read what is shown; only asked of GitHub where something depends on it. */
async function isPublicOf({ inputs, context, project, github }: OuterRequest): Promise<boolean | undefined> {
  if (context.isPublic !== undefined || inputs.command === 'plan') return context.isPublic;
  const { alerts, report } = project;
  const isIssueSettled = inputs.command !== 'tick' || alerts === 'none' || alerts?.hasIssues !== undefined;
  const isSettled = report.logTail !== undefined && isIssueSettled;
  return isSettled ? undefined : (await (await githubRepository()).readRepository(github))?.isPublic;
}

/** A plan needs no credential: it never meets AWS, nor writes to GitHub. */
async function outerPorts({ inputs, context, project, github }: OuterRequest): Promise<Outer> {
  if (inputs.command === 'plan')
    return {
      executor: noExecutor(project.aws === undefined ? 'local' : 'ecs'),
      logs: noLogs,
      eventLog: noEventLog,
      checks: noChecks,
    };
  if (project.aws === undefined) {
    throw new InputError([
      {
        code: 'E_REQUIRED',
        place: { file: inputs.config },
        field: 'aws',
        message: `"${inputs.command}" on GitHub starts ECS tasks, and the project says nothing of AWS: what a job starts on its runner ends with the job.`,
        fix: 'Add the key `aws`.',
      },
    ]);
  }
  const directory = join(context.workspace, '.headgate');
  const place = {
    project,
    repository: context.repository,
    clock: github.clock,
    root: context.workspace,
    directory,
  };
  return { ...(await executionPorts(place)), checks: await checksOf(github) };
}

async function checksOf(github: GithubOptions): Promise<Checks> {
  const { githubChecks } = await import('../../adapters/github/checks.ts');
  return githubChecks(github);
}
