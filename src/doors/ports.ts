import { expectedPlaceOf } from '../adapters/git/expected-place.ts';
import type { GitStateOptions } from '../adapters/git/open-store.ts';
import { gitStateStore } from '../adapters/git/state-store.ts';
import { type AlertRules, alertRulesOf } from '../core/alert-rules.ts';
import { InputError } from '../core/problem.ts';
import type { Project } from '../core/project.ts';
import { quote } from '../core/quote.ts';
import type { Clock, StateStore, World } from '../ports.ts';

/** What the board alerts people to. */
export function boardAlerts(project: Project): { readonly alerts?: AlertRules } {
  const alerts = alertRulesOf(project);
  return alerts === undefined ? {} : { alerts };
}

export type StateRequest = {
  readonly project: Project;
  readonly remote: string;
  readonly token?: string;
  /** Where a person reads the board. */
  readonly boardPlace: string;
  /** Where git works; see `makePrivateFolder`. */
  readonly scratchDirectory: string;
};

/** The default branch holds what runs: state that is pushed onto it would replace it. */
export function refuseDefaultBranch({ stateBranch }: Project, defaultBranch: string | undefined): void {
  if (stateBranch !== defaultBranch) return;
  throw new InputError([
    {
      code: 'E_STATE_BRANCH',
      field: 'state-branch',
      message: `${quote(stateBranch)} is the default branch of the repository, which holds its code.`,
      fix: 'Write a branch that nothing else uses, such as headgate-state.',
    },
  ]);
}

/** State in git: the same store for a bare repository on this machine and for GitHub. */
export function stateAt(request: StateRequest): StateStore {
  return gitStateStore(stateOptions(request));
}

export function stateOptions({ project, remote, token, ...places }: StateRequest): GitStateOptions {
  return {
    remote,
    ...(token === undefined ? {} : { token }),
    branch: project.stateBranch,
    historyBranch: `${project.stateBranch.replace(/-state$/, '')}-history`,
    ...places,
    expected: expectedPlaceOf(project),
    author: { name: 'headgate', email: 'headgate@users.noreply.github.com' },
  };
}

export type ExecutionRequest = {
  readonly project: Project;
  readonly repository: string;
  readonly clock: Clock;
  /** The repository's top folder, and where this machine keeps its builds, runs and logs. */
  readonly root: string;
  readonly directory: string;
};

type ExecutionPorts = Pick<World, 'executor' | 'logs' | 'eventLog' | 'wakeUps'>;

/** Where attempts run and what they leave behind. The AWS SDK is loaded only by projects that run there. */
export async function executionPorts(request: ExecutionRequest): Promise<ExecutionPorts> {
  return request.project.aws === undefined ? localPorts(request) : ecsPorts(request, request.project.aws);
}

async function localPorts({ root, directory, clock }: ExecutionRequest): Promise<ExecutionPorts> {
  const [{ localExecutor }, { localLogs }, { localEventLog }] = await Promise.all([
    import('../adapters/local/executor.ts'),
    import('../adapters/local/logs.ts'),
    import('../adapters/local/event-log.ts'),
  ]);
  return {
    executor: localExecutor({ root, directory, clock }),
    logs: localLogs({ directory }),
    eventLog: localEventLog({ directory }),
  };
}

async function ecsPorts(
  { clock }: ExecutionRequest,
  placement: NonNullable<Project['aws']>,
): Promise<ExecutionPorts> {
  const { eventLogGroup, clock: schedule } = placement;
  const [{ ecsExecutor }, { cloudWatchLogs }, { cloudWatchEventLog, noEventLog }, { schedulerWakeUps }] =
    await Promise.all([
      import('../adapters/ecs/executor.ts'),
      import('../adapters/ecs/cloudwatch-logs.ts'),
      import('../adapters/ecs/event-log.ts'),
      import('../adapters/ecs/wake-ups.ts'),
    ]);
  return {
    executor: ecsExecutor({ placement, clock }),
    logs: cloudWatchLogs({ placement }),
    eventLog:
      eventLogGroup === undefined
        ? noEventLog()
        : cloudWatchEventLog({ placement: { ...placement, eventLogGroup }, clock }),
    ...(schedule === undefined ? {} : { wakeUps: schedulerWakeUps({ ...placement, clock: schedule }) }),
  };
}
