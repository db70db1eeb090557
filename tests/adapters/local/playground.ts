import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { systemClock } from '../../../src/adapters/local/clock.ts';
import { localExecutor } from '../../../src/adapters/local/executor.ts';
import type { Definition } from '../../../src/core/definition.ts';
import { sha256 } from '../../../src/core/digest.ts';
import type { FlowName, Program } from '../../../src/core/flow.ts';
import type { Sighting } from '../../../src/core/sighting.ts';
import type { Executor, LaunchRequest } from '../../../src/ports.ts';

/** A repository in a temporary folder, with a local executor on it. */
export type Playground = {
  readonly root: string;
  readonly directory: string;
  readonly executor: Executor;
  write(files: { readonly [file: string]: string }): Promise<void>;
  remove(): Promise<void>;
};

export async function playground(): Promise<Playground> {
  const root = await mkdtemp(path.join(tmpdir(), 'headgate-local-'));
  const directory = path.join(root, '.headgate');
  return {
    root,
    directory,
    executor: localExecutor({ root, directory, clock: systemClock() }),
    async write(files) {
      for (const [file, text] of Object.entries(files)) {
        await mkdir(path.dirname(path.join(root, file)), { recursive: true });
        await writeFile(path.join(root, file), text);
      }
    },
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}

export type DefinitionParts = {
  readonly program?: Program;
  readonly fingerprint?: string;
  readonly secrets?: { readonly [name: string]: string };
  readonly environment?: { readonly [name: string]: string };
  readonly inputs?: readonly string[];
  readonly runTimeoutSeconds?: number;
  readonly stopTimeoutSeconds?: number;
};

export function definitionOf(flow: string, parts: DefinitionParts = {}): Definition {
  const program = parts.program ?? { kind: 'command', argv: ['node', 'main.mjs'] };
  return {
    project: 'test',
    flow: flow as FlowName,
    commit: 'c'.repeat(40),
    fingerprint: parts.fingerprint ?? sha256(JSON.stringify([flow, parts])),
    workload: {
      program,
      resources: { cpu: 256, memoryMiB: 512, architecture: 'x86-64' },
      environment: parts.environment ?? {},
      secrets: parts.secrets ?? {},
    },
    ...(parts.inputs === undefined ? {} : { inputs: parts.inputs }),
    stopTimeoutSeconds: parts.stopTimeoutSeconds ?? 5,
    runTimeoutSeconds: parts.runTimeoutSeconds ?? 60,
  };
}

export function requestOf(definition: Definition, revision: string, name: string): LaunchRequest {
  return {
    flow: definition.flow,
    revision,
    startedBy: `hg-${sha256(name).slice(0, 32)}`,
    clientToken: sha256(`${name}-token`),
    environment: { HEADGATE_FLOW: definition.flow, HEADGATE_RUN_ID: name },
    spot: false,
  };
}

/** Registers and launches in one go; the handle. */
export async function start(place: Playground, definition: Definition, name: string): Promise<string> {
  const revision = await place.executor.register(definition);
  const [answer] = await place.executor.launch([requestOf(definition, revision, name)]);
  if (answer?.kind !== 'launched') throw new Error(`Not launched: ${JSON.stringify(answer)}`);
  return answer.handle;
}

const deadlineMs = 20_000;

/** Asks until the answer is there; a test that waits for nothing fails loudly. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + deadlineMs;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await delay(20);
  }
  throw new Error(`Not within ${deadlineMs / 1000} s: ${what}`);
}

export async function sightingOf(executor: Executor, handle: string): Promise<Sighting> {
  const sighting = (await executor.observe([handle])).get(handle);
  if (sighting === undefined) throw new Error(`No sighting of ${handle}`);
  return sighting;
}

export type Ended = Extract<Sighting, { kind: 'ended' }>;

export function endOf(executor: Executor, handle: string): Promise<Ended> {
  return until(`the end of ${handle}`, async () => {
    const sighting = await sightingOf(executor, handle);
    return sighting.kind === 'ended' ? sighting : undefined;
  });
}

export function textOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}

/** The text of a file once it is there and not empty. */
export function fileText(file: string): Promise<string> {
  return until(file, async () => (await textOf(file)) || undefined);
}
