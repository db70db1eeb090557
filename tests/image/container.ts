import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import { taskDefinitionOf } from '../../src/adapters/ecs/task-definition.ts';
import type { Event } from '../../src/core/event-format.ts';
import { readEventLine } from '../../src/core/event-reader.ts';
import type { Manifest } from '../../src/core/flow.ts';
import type { Json } from '../../src/core/json.ts';
import type { Placement } from '../../src/core/project.ts';

type Engine = {
  readonly command: string;
  readonly global: readonly string[];
  readonly run: readonly string[];
  readonly build: readonly string[];
};

/** Set by scripts/test-image.mjs. */
const engine: Engine = JSON.parse(process.env['HEADGATE_ENGINE'] ?? '{}');
const bases: { readonly [argument: string]: string } = JSON.parse(process.env['HEADGATE_BASES'] ?? '{}');

export type Build = { readonly context: string; readonly dockerfile: string; readonly image: string };

/** Builds a Dockerfile as `docker build` does. Gives what the engine said. */
export function buildImage({ context, dockerfile, image }: Build): string {
  const values = Object.entries(bases).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]);
  const options = [...engine.build, ...values, '--file', path.join(context, dockerfile), '--tag', image];
  const argv = [...engine.global, 'build', ...options, context];
  const { status, stdout, stderr } = spawnSync(engine.command, argv, {
    encoding: 'utf8',
    env: { ...process.env, BUILDKIT_PROGRESS: 'plain' },
    timeout: 600_000,
  });
  const said = `${stdout}${stderr}`;
  if (status !== 0) throw new Error(`${dockerfile} cannot be built: ${said.slice(-4_000)}`);
  return said;
}

export function removeImage(image: string): void {
  execFileSync(engine.command, [...engine.global, 'rmi', '--force', image], { stdio: 'ignore' });
}

const placement: Placement = {
  region: 'us-east-1',
  cluster: 'headgate-acme',
  subnets: [],
  securityGroups: [],
  assignPublicIp: false,
  executionRole: 'arn:aws:iam::123456789012:role/execution',
  logGroup: '/headgate/acme',
};

/** The container that ECS would start for a flow, as the task definition describes it. */
export function containerOf(
  manifest: Manifest,
  limits: { readonly runTimeoutSeconds: number },
): ContainerDefinition {
  const { containerDefinitions = [] } = taskDefinitionOf(
    {
      project: 'acme',
      flow: manifest.name,
      commit: 'c'.repeat(40),
      fingerprint: 'f'.repeat(64),
      workload: manifest.workload,
      image: `registry.example.com/flows@sha256:${'0'.repeat(64)}`,
      stopTimeoutSeconds: 3,
      runTimeoutSeconds: limits.runTimeoutSeconds,
    },
    placement,
  );
  const [container] = containerDefinitions;
  if (container === undefined) throw new Error('The task definition has no container.');
  return container;
}

export type Start = {
  readonly image: string;
  readonly container: ContainerDefinition;
  readonly parameters: Json;
  /** Folders of this machine by their places in the container, which cannot write there. */
  readonly folders?: { readonly [place: string]: string };
  /** Asks the container to stop, as ECS does, once it has said this. */
  readonly stopAt?: (event: Event) => boolean;
};

export type Ended = {
  readonly exitCode: number | null;
  readonly events: readonly Event[];
  /** Lines of standard output that are no events. */
  readonly others: readonly string[];
  readonly errors: string;
};

/** Starts a container with no more than Fargate gives: no network here, no privileges, a read-only root. */
export async function run({ image, container, parameters, folders = {}, stopAt }: Start): Promise<Ended> {
  const name = `headgate-test-${randomUUID()}`;
  const given = {
    HEADGATE_RUN_ID: 'test-m-1',
    HEADGATE_ATTEMPT: '1',
    HEADGATE_SLOT: '',
    HEADGATE_PARAMETERS: JSON.stringify(parameters),
  };
  const own = (container.environment ?? []).map(({ name: key = '', value = '' }) => [key, value] as const);
  const child = spawn(
    engine.command,
    [
      ...[...engine.global, 'run', '--rm', '--name', name, ...engine.run],
      ...['--network', 'none', '--read-only', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
      ...(container.linuxParameters?.initProcessEnabled === true ? ['--init'] : []),
      ...(container.workingDirectory === undefined ? [] : ['--workdir', container.workingDirectory]),
      ...[...own, ...Object.entries(given)].flatMap(([key, value]) => ['--env', `${key}=${value}`]),
      ...Object.entries(folders).flatMap(([place, folder]) => ['--volume', `${folder}:${place}:ro`]),
      ...[image, ...(container.command ?? [])],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const output: string[] = [];
  const errors: string[] = [];
  let isStopped = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.push(text);
    const shouldStop = stopAt !== undefined && eventsIn(output).events.some(stopAt);
    if (!shouldStop || isStopped) return;
    isStopped = true;
    execFile(engine.command, [...engine.global, 'stop', '-t', String(container.stopTimeout ?? 30), name]);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { exitCode, ...eventsIn(output), errors: errors.join('') };
}

/** What a program in the image prints, instead of a flow. */
export async function linesOf(image: string, ...command: readonly string[]): Promise<readonly string[]> {
  const container = { command: [...command], linuxParameters: { initProcessEnabled: true } };
  const { exitCode, others, errors } = await run({ image, container, parameters: {} });
  if (exitCode !== 0) throw new Error(`${command.join(' ')} ended with ${exitCode}: ${errors}`);
  return others;
}

function eventsIn(output: readonly string[]): Pick<Ended, 'events' | 'others'> {
  const events: Event[] = [];
  const others: string[] = [];
  for (const line of output
    .join('')
    .split('\n')
    .filter((text) => text !== '')) {
    const said = readEventLine(line);
    if (said !== undefined && 'event' in said) events.push(said);
    else others.push(line);
  }
  return { events, others };
}
