import { basename, join, resolve } from 'node:path';
import { probeStatePush } from '../../adapters/git/probe.ts';
import { mainBranchOf, type Origin, originOf, topLevelOf } from '../../adapters/git/repository.ts';
import { workingTree } from '../../adapters/git/working-tree.ts';
import { systemClock } from '../../adapters/local/clock.ts';
import { localSecretValues } from '../../adapters/local/environment.ts';
import { InputError, RefusedError } from '../../core/problem.ts';
import type { Checks, Log } from '../../ports.ts';
import { createOutgoing } from '../../report/outgoing.ts';
import { createRedactor } from '../../report/redact.ts';
import { checksLeftToGitHub } from '../absent.ts';
import type { Site } from '../performed.ts';
import { boardAlerts, executionPorts, refuseDefaultBranch, stateAt, stateOptions } from '../ports.ts';
import { loadProject } from '../project.ts';
import { parseConfigPath } from '../values.ts';
import type { SharedOptions } from './program.ts';

type Environment = { readonly [name: string]: string | undefined };

export type CliSite = Site & {
  /** The repository's top folder. */
  readonly root: string;
  /** Where builds, runs, logs and checks of this machine are kept. */
  readonly directory: string;
};

/**
 * Composes the world of a laptop: local processes and a local state repository. Where the project has AWS, its state is
 * the one on `origin`, and the person's own credentials are used.
 */
export async function composeSite(
  options: SharedOptions,
  environment: Environment,
  log: Log,
): Promise<CliSite> {
  const cwd = resolve(options.cwd ?? '.');
  const root = await topLevelOf(cwd);
  const source = await workingTree({ directory: root });
  const config = parseConfigPath(options.config ?? 'headgate.yml');
  if (config.kind === 'bad') throw new InputError([config.problem]);
  const isLocal = options.local === true;
  const project = await loadProject({ source, config: config.value, fallbackName: nameFrom(root), isLocal });
  if (project.aws !== undefined) refuseDefaultBranch(project, await mainBranchOf(root));
  const directory = join(root, '.headgate');
  const token = environment['GITHUB_TOKEN'] || environment['GH_TOKEN'] || undefined;
  const origin = await originOf(root);
  const home = project.aws === undefined ? localHome(project.name, directory) : originHome(origin, token);
  const clock = systemClock();
  const { repository } = home;
  const scratchDirectory = join(directory, 'scratch');
  const secrets = [...(token === undefined ? [] : [token]), ...(await localSecretValues(root))];
  return {
    world: {
      clock,
      ...(await executionPorts({ project, repository, clock, root, directory })),
      state: stateAt({ project, scratchDirectory, ...home }),
      source,
      checks: await checksOf(project.aws === undefined, directory),
      log,
    },
    project,
    repository,
    presentation: {
      links: linksOf(origin),
      logTailLines: project.report.logTail ?? 50,
      outgoing: createOutgoing(createRedactor(secrets)),
      ...boardAlerts(project),
    },
    terminal: terminalOf(environment),
    examinations: [
      {
        name: 'state can be pushed',
        look: () => probeStatePush(stateOptions({ project, scratchDirectory, ...home })),
      },
    ],
    by: environment['USER'] || environment['USERNAME'] || 'somebody',
    request: `${clock.now().toString(36)}-${process.pid.toString(36)}`,
    root,
    directory,
    cwd,
  };
}

/** Colours only for a person: on a terminal, unless NO_COLOR says otherwise (no-color.org). A width of 0 is unknown. */
function terminalOf(environment: Environment): Site['terminal'] {
  const isColoured = process.stdout.isTTY === true && (environment['NO_COLOR'] ?? '') === '';
  return { isColoured, columns: process.stdout.columns || 80 };
}

function nameFrom(root: string): string {
  const name = basename(root)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '');
  return name.slice(0, 30) || 'project';
}

/** Commits are links only where a server shows them. */
function linksOf(origin: Origin | undefined): Site['presentation']['links'] {
  const isShown = origin !== undefined && /^(?:https:|ssh:|[\w.-]+@)/.test(origin.remote);
  return isShown
    ? { serverUrl: origin.serverUrl, repository: origin.repository }
    : { serverUrl: 'https://github.com', repository: '' };
}

type Home = {
  readonly repository: string;
  readonly remote: string;
  readonly boardPlace: string;
  readonly token?: string;
};

function localHome(project: string, directory: string): Home {
  const remote = join(directory, 'state.git');
  return {
    repository: `local/${project}`,
    remote,
    boardPlace: `git --git-dir ${remote} show headgate-state:README.md`,
  };
}

function originHome(origin: Origin | undefined, token: string | undefined): Home {
  if (origin === undefined) {
    throw new RefusedError({
      code: 'E_ORIGIN',
      message: 'This repository has no remote "origin", where the state of a project on AWS lives.',
      fix: 'Add it with `git remote add origin …`, or use --local.',
    });
  }
  const boardPlace = `${origin.serverUrl}/${origin.repository}/tree/headgate-state`;
  return {
    repository: origin.repository,
    remote: origin.remote,
    boardPlace,
    ...(token === undefined ? {} : { token }),
  };
}

async function checksOf(isLocal: boolean, directory: string): Promise<Checks> {
  if (!isLocal) return checksLeftToGitHub;
  const { localChecks } = await import('../../adapters/local/checks.ts');
  return localChecks({ directory });
}
