import { describe, expect, it } from '@jest/globals';
import type { OnCall } from '../../src/adapters/memory/hook.ts';
import { type Life, usualLife } from '../../src/adapters/memory/life.ts';
import { type MemoryWorld, memoryWorld } from '../../src/adapters/memory/world.ts';
import type { CheckStatus } from '../../src/core/check.ts';
import { type Command, control } from '../../src/engine/control.ts';
import { tick } from '../../src/engine/tick.ts';
import { definitionOf } from '../adapters/local/playground.ts';
import { deployment, flowA, minutesAfter, noon, registryOf } from '../core/builders.ts';
import { awsProject, presentation } from './deploy-world.ts';

const options = { project: awsProject, repository: 'acme/flows', presentation };

type ByHand = MemoryWorld & {
  tickAt(minute: number, onCall?: OnCall): Promise<void>;
  command(command: Command): Promise<void>;
};

/** One flow that a person starts at noon. */
async function startedByHand(script: (attempt: number) => Life): Promise<ByHand> {
  const memory = memoryWorld({ now: noon, script: (_flow, _run, attempt) => script(attempt) });
  const { world, stage } = memory;
  const made = deployment(flowA);
  const revision = await world.executor.register(definitionOf(flowA, { runTimeoutSeconds: 3_600 }));
  const { state } = await world.state.load(noon);
  await world.state.commit({
    base: undefined,
    registry: registryOf({ ...made, version: { ...made.version, revision } }),
    state: { ...state, sequence: 1 },
    board: '',
    message: 'Deploy',
    at: noon,
    pages: new Map(),
  });
  const byHand: ByHand = {
    ...memory,
    command: async (command) => void (await control(world, command, { by: 'octocat', style: presentation })),
    async tickAt(minute, onCall = () => undefined) {
      stage.time.set(minutesAfter(noon, minute));
      await tick(stage.enter({ onCall }), options);
    },
  };
  await byHand.command({ kind: 'run', flow: flowA, parameters: {}, request: '1' });
  return byHand;
}

const failing: Life = { ...usualLife, end: { exitCode: 1 } };

function theRun({ stage }: MemoryWorld) {
  const [run] = stage.branches.current()?.state.runs.values() ?? [];
  if (run === undefined) throw new Error('There is no run');
  return run;
}

function theCheck({ stage }: MemoryWorld): { readonly checkId: string; readonly status: CheckStatus } {
  const [shown, ...others] = stage.checks.shown();
  if (shown === undefined || others.length > 0) throw new Error('There is not one check');
  return { checkId: shown.checkId, status: shown.check.status };
}

/** The run has failed, was retried, and its check says so; then somebody rolls the state back to before the retry. */
async function rolledBackRetry(): Promise<ByHand> {
  const memory = await startedByHand(() => failing);
  for (const minute of [1, 6]) await memory.tickAt(minute);
  const { version } = memory.stage.branches.current() ?? {};
  await memory.command({ kind: 'retry', run: theRun(memory).id });
  await memory.tickAt(7);
  expect(theCheck(memory).status).toEqual({ kind: 'in-progress' });
  memory.stage.branches.rollBack(version);
  return memory;
}

const versionOf = ({ stage }: MemoryWorld) => stage.branches.current()?.version;
const warnings = ({ stage }: MemoryWorld) =>
  stage.log.flatMap(({ level, text }) => (level === 'warn' ? [text] : []));

describe('the check of a run whose state was rolled back', () => {
  it('says again that it failed, after a retry that nobody remembers, and is the same check', async () => {
    const memory = await rolledBackRetry();
    const { checkId } = theCheck(memory);
    await memory.tickAt(61);
    expect(theRun(memory).phase.state).toBe('failed');
    expect(theCheck(memory)).toMatchObject({ checkId, status: { kind: 'completed', conclusion: 'failure' } });
    expect(warnings(memory).at(-1)).toContain(theRun(memory).id);
  });

  it('says again that its end is unknown, after a resolution that nobody remembers', async () => {
    const memory = await startedByHand(() => usualLife);
    memory.stage.eventLog.isTrustworthy = false;
    memory.stage.eventLog.delayMs = Number.POSITIVE_INFINITY;
    await memory.tickAt(1);
    for (const minute of [120, 130, 140, 150, 160]) await memory.tickAt(minute);
    const { version } = memory.stage.branches.current() ?? {};
    expect(theRun(memory).phase.state).toBe('unknown');
    await memory.command({ kind: 'resolve', run: theRun(memory).id, as: 'succeeded' });
    await memory.tickAt(165);
    expect(theCheck(memory).status).toMatchObject({ conclusion: 'success' });
    memory.stage.branches.rollBack(version);
    await memory.tickAt(182);
    expect(theCheck(memory).status).toMatchObject({ conclusion: 'action_required' });
  });

  it('is compared by the first ticks of an hour, not by every one', async () => {
    const memory = await rolledBackRetry();
    const version = versionOf(memory);
    const reads: number[] = [];
    for (const minute of [10, 15, 30, 59.9])
      await memory.tickAt(minute, (port, operation) => {
        if (`${port}.${operation}` === 'checks.read') reads.push(minute);
      });
    expect(reads).toEqual([]);
    expect(versionOf(memory)).toBe(version);
    await memory.tickAt(69.9);
    expect(theCheck(memory).status).toMatchObject({ conclusion: 'failure' });
  });

  it('is left for an hour if it cannot be read, and that fails no tick', async () => {
    const memory = await rolledBackRetry();
    const version = versionOf(memory);
    await memory.tickAt(61, (port, operation) => {
      if (`${port}.${operation}` === 'checks.read') throw new Error('socket hang up');
    });
    expect(versionOf(memory)).toBe(version);
    expect(warnings(memory).at(-1)).toContain('socket hang up');
    await memory.tickAt(121);
    expect(theCheck(memory).status).toMatchObject({ conclusion: 'failure' });
  });

  it('is not touched where another tick has shown the run anew meanwhile', async () => {
    const memory = await rolledBackRetry();
    let version: string | undefined;
    let isRetried = false;
    await memory.tickAt(61, async (port, operation, phase) => {
      if (`${port}.${operation}` !== 'checks.read' || phase !== 'after' || isRetried) return;
      isRetried = true;
      await memory.command({ kind: 'retry', run: theRun(memory).id });
      await memory.tickAt(62);
      await memory.tickAt(67);
      version = versionOf(memory);
    });
    expect(isRetried).toBe(true);
    expect(versionOf(memory)).toBe(version);
    expect(theCheck(memory).status).toMatchObject({ conclusion: 'failure' });
  });
});

describe('checks that say what is true', () => {
  it('are read once an hour, and nothing is written', async () => {
    const memory = await startedByHand(() => usualLife);
    for (const minute of [1, 6]) await memory.tickAt(minute);
    const version = versionOf(memory);
    const reads: number[] = [];
    for (const minute of [10, 61, 70, 121])
      await memory.tickAt(minute, (port, operation, phase) => {
        if (`${port}.${operation}` === 'checks.read' && phase === 'before') reads.push(minute);
      });
    expect(reads).toEqual([61, 121]);
    expect(versionOf(memory)).toBe(version);
  });

  it('are not read where no run has ended', async () => {
    const memory = await startedByHand(() => ({ ...usualLife, runMs: 5_000_000 }));
    await memory.tickAt(1);
    const seen: string[] = [];
    await memory.tickAt(61, (port, operation) => void seen.push(`${port}.${operation}`));
    expect(seen).toContain('executor.observe');
    expect(seen).toContain('executor.inventory');
    expect(seen).not.toContain('checks.read');
  });
});
