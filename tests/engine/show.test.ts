import { describe, expect, it } from '@jest/globals';
import type { OnCall } from '../../src/adapters/memory/hook.ts';
import { usualLife } from '../../src/adapters/memory/life.ts';
import { type MemoryWorld, memoryWorld } from '../../src/adapters/memory/world.ts';
import type { Project } from '../../src/core/project.ts';
import { isReported } from '../../src/core/prune.ts';
import { control } from '../../src/engine/control.ts';
import { tick } from '../../src/engine/tick.ts';
import type { World } from '../../src/ports.ts';
import { definitionOf } from '../adapters/local/playground.ts';
import { deployment, flowA, minutesAfter, noon, registryOf } from '../core/builders.ts';
import { awsProject, presentation } from './deploy-world.ts';

const hourly = { kind: 'cron', cron: '0 * * * *', timezone: 'UTC', parameters: {} } as const;
const optionsOn = (on: Project['report']['on']) => ({
  project: { ...awsProject, report: { ...awsProject.report, on } },
  repository: 'acme/flows',
  presentation,
});
const options = optionsOn('deployed');
const deployedCommit = 'a'.repeat(40);

/** One flow, deployed since half an hour before noon and due each hour; its attempts take a minute. */
async function deployed(): Promise<MemoryWorld> {
  const memory = memoryWorld({ now: minutesAfter(noon, -30), script: () => usualLife });
  const { world, stage } = memory;
  const made = deployment(flowA, { schedules: [hourly] });
  const revision = await world.executor.register(definitionOf(flowA, { runTimeoutSeconds: 3_600 }));
  const { state } = await world.state.load(stage.time.now());
  await world.state.commit({
    base: undefined,
    registry: registryOf({ ...made, version: { ...made.version, revision } }),
    state: { ...state, sequence: 1 },
    board: '',
    message: 'Deploy',
    at: stage.time.now(),
    pages: new Map(),
  });
  return memory;
}

async function tickAt({ world, stage }: MemoryWorld, minute: number, how = options): Promise<void> {
  stage.time.set(minutesAfter(noon, minute));
  await tick(world, how);
}

/** A process that stops before its call number `at`, until it is let go. */
function pausing({ stage }: MemoryWorld, at: number) {
  let calls = 0;
  let letGo = (): void => undefined;
  let sayPaused = (): void => undefined;
  const paused = new Promise<void>((resolve) => {
    sayPaused = resolve;
  });
  const free = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const onCall: OnCall = async (_port, _operation, phase) => {
    if (phase !== 'before') return;
    calls += 1;
    if (calls !== at) return;
    sayPaused();
    await free;
  };
  return { world: stage.enter({ onCall }), paused, letGo: () => letGo(), count: () => calls };
}

/** One tick goes so many calls, the other so many, then the first to its end, then the other. */
async function interleave(memory: MemoryWorld, first: number, second: number): Promise<readonly number[]> {
  const processes = [pausing(memory, first), pausing(memory, second)];
  const ends: Promise<unknown>[] = [];
  for (const { world, paused } of processes) {
    const end = tick(world, options);
    ends.push(end);
    await Promise.race([end, paused]);
  }
  for (const [index, { letGo }] of processes.entries()) {
    letGo();
    await ends[index];
  }
  return processes.map(({ count }) => count());
}

/** The world as a runner sees it that is gone after this call. */
function dying({ stage }: MemoryWorld, operation: string, when: 'before' | 'after'): World {
  let isDead = false;
  return stage.enter({
    onCall: (port, name, phase) => {
      if (isDead) throw new Error('the runner is gone');
      if (`${port}.${name}` !== operation || phase !== when) return;
      isDead = true;
      throw new Error('the runner is gone');
    },
  });
}

const scenes: { readonly [name: string]: (memory: MemoryWorld) => Promise<void> } = {
  'a slot that is due': async ({ stage }) => stage.time.set(minutesAfter(noon, 1)),
  'a run that just ended': async (memory) => {
    await tickAt(memory, 1);
    memory.stage.time.set(minutesAfter(noon, 6));
  },
  'a run whose tick died before it created the check, long ago': async (memory) => {
    memory.stage.time.set(minutesAfter(noon, 1));
    await expect(tick(dying(memory, 'checks.create-one', 'before'), options)).rejects.toThrow('gone');
    expect(memory.stage.checks.shown()).toHaveLength(0);
    memory.stage.time.set(minutesAfter(noon, 25));
  },
  'a run whose tick died after it created the check, long ago': async (memory) => {
    memory.stage.time.set(minutesAfter(noon, 1));
    await expect(tick(dying(memory, 'checks.create-one', 'after'), options)).rejects.toThrow('gone');
    expect(memory.stage.checks.shown()).toHaveLength(1);
    memory.stage.time.set(minutesAfter(noon, 25));
  },
  'a run whose check somebody deleted': async (memory) => {
    await tickAt(memory, 1);
    for (const { checkId } of memory.stage.checks.shown()) memory.stage.checks.remove(checkId);
    memory.stage.time.set(minutesAfter(noon, 6));
  },
};

describe('two ticks at once', () => {
  it.each(Object.entries(scenes))(
    'show %s with one check, wherever one overtakes the other, and the truth in the end',
    async (_, prepare) => {
      const whole = await deployed();
      await prepare(whole);
      const [calls = 0] = await interleave(whole, 0, 0);
      expect(calls).toBeGreaterThan(5);
      for (let first = 1; first <= calls + 1; first += 1) {
        for (let second = 1; second <= calls + 3; second += 3) {
          const memory = await deployed();
          await prepare(memory);
          await interleave(memory, first, second);
          const { stage } = memory;
          for (const minute of [30, 32]) await tickAt(memory, minute);
          const runs = [...(stage.branches.current()?.state.runs.values() ?? [])];
          const statuses = stage.checks.shown().map(({ check }) => check.status);
          expect({ first, second, runs: runs.map(isReported), statuses }).toEqual({
            first,
            second,
            runs: [true],
            statuses: [{ kind: 'completed', conclusion: 'success', at: expect.any(Number) }],
          });
          expect(runs[0]?.claim).toBeUndefined();
        }
      }
    },
    60_000,
  );
});

describe('a check that waits for its creation', () => {
  it('is left to the tick that claimed it, and taken over when that must have ended', async () => {
    const memory = await deployed();
    memory.stage.time.set(minutesAfter(noon, 1));
    await expect(tick(dying(memory, 'checks.create-one', 'before'), options)).rejects.toThrow('gone');
    const counts: number[] = [];
    for (const minute of [2, 9, 10, 11]) {
      await tickAt(memory, minute);
      counts.push(memory.stage.checks.shown().length);
    }
    expect(counts).toEqual([0, 0, 1, 1]);
  });

  it('need not wait when it is sure that nothing was created', async () => {
    const memory = await deployed();
    const { stage } = memory;
    const answer = { kind: 'deferred', reason: 'the requests of this tick are used up' } as const;
    const refusing = { ...memory.world, checks: { publish: async () => [answer] } };
    stage.time.set(minutesAfter(noon, 1));
    await tick(refusing, options);
    await tickAt(memory, 2);
    expect(stage.checks.shown()).toHaveLength(1);
  });

  it('is no reason to write, tick by tick, where GitHub refuses for days', async () => {
    const memory = await deployed();
    const { stage } = memory;
    const answer = { kind: 'deferred', reason: 'not today' } as const;
    const refusing = { ...memory.world, checks: { publish: async () => [answer] } };
    for (const minute of [1, 6]) {
      stage.time.set(minutesAfter(noon, minute));
      await tick(refusing, options);
    }
    const before = stage.branches.history.length;
    for (let minute = 8; minute < 58; minute += 1) {
      stage.time.set(minutesAfter(noon, minute));
      await tick(refusing, options);
    }
    expect(stage.branches.history.length - before).toBeLessThanOrEqual(6);
  });

  it('says that it does not count when a tick slept through its claim and created it all the same', async () => {
    const memory = await deployed();
    const { stage, world } = memory;
    stage.time.set(minutesAfter(noon, 1));
    const sleeper = stage.enter({
      onCall: async (port, name, phase) => {
        if (`${port}.${name}` !== 'checks.create-one' || phase !== 'before') return;
        stage.time.advance(22 * 60_000);
        await tick(world, options);
      },
    });
    await tick(sleeper, options);
    await tickAt(memory, 30);
    const shown = stage.checks.shown().map(({ check }) => check);
    expect(shown).toHaveLength(2);
    expect(
      shown.map(({ status }) => (status.kind === 'completed' ? status.conclusion : status.kind)).sort(),
    ).toEqual(['neutral', 'success']);
    expect(shown.find(({ title }) => title.includes('Does not count'))?.status).toMatchObject({
      conclusion: 'neutral',
    });
    expect([...(stage.branches.current()?.state.runs.values() ?? [])].map(isReported)).toEqual([true]);
  });
});

describe('checks on the state branch', () => {
  const onState = optionsOn('state');
  const commits = ({ stage }: MemoryWorld) => stage.checks.shown().map(({ check }) => check.commit);

  it('hang on the commit that recorded the intent of the run', async () => {
    const memory = await deployed();
    await tickAt(memory, 1, onState);
    const intent = memory.stage.branches.history.find(({ state }) =>
      [...state.runs.values()].some(({ phase }) => phase.state === 'launching'),
    );
    expect(commits(memory)).toEqual([intent?.version]);
    await tickAt(memory, 6, onState);
    expect(commits(memory)).toEqual([intent?.version]);
    expect(memory.stage.checks.shown()[0]?.check.status).toMatchObject({ conclusion: 'success' });
  });

  it('hang on the deployed commit unless the project says otherwise', async () => {
    const memory = await deployed();
    await tickAt(memory, 1);
    expect(commits(memory)).toEqual([deployedCommit]);
  });

  it('are found again there, after others have written and the tick that created one is gone', async () => {
    const memory = await deployed();
    memory.stage.time.set(minutesAfter(noon, 1));
    await expect(tick(dying(memory, 'checks.create-one', 'after'), onState)).rejects.toThrow('gone');
    const [created] = commits(memory);
    const ask = { kind: 'pause', flow: flowA } as const;
    await control(memory.world, ask, { by: 'octocat', style: presentation });
    await control(memory.world, { ...ask, kind: 'resume' }, { by: 'octocat', style: presentation });
    for (const minute of [6, 25]) await tickAt(memory, minute, onState);
    expect(commits(memory)).toEqual([created]);
    expect(memory.stage.checks.shown()[0]?.check.status).toMatchObject({ conclusion: 'success' });
  });

  it('hang on a newer commit when theirs is not there', async () => {
    const memory = await deployed();
    const { stage } = memory;
    const wanted: string[] = [];
    const forgetful: World = {
      ...memory.world,
      checks: {
        publish: async (checks) =>
          checks.map(({ check }) => {
            wanted.push(check.commit);
            return { kind: 'gone', what: 'commit', reason: 'No commit found' };
          }),
      },
    };
    stage.time.set(minutesAfter(noon, 1));
    await expect(tick(dying(memory, 'checks.create-one', 'before'), onState)).rejects.toThrow('gone');
    stage.time.set(minutesAfter(noon, 25));
    await tick(forgetful, onState);
    await tickAt(memory, 26, onState);
    expect(wanted).toHaveLength(1);
    expect(commits(memory)).not.toEqual(wanted);
    expect(stage.branches.history.map(({ version }) => version)).toContain(commits(memory)[0]);
  });
});
