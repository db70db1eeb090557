import { describe, expect, it } from '@jest/globals';
import { type MemoryWorld, memoryWorld } from '../../src/adapters/memory/world.ts';
import type { Policy } from '../../src/core/flow.ts';
import type { RunId } from '../../src/core/run.ts';
import { control } from '../../src/engine/control.ts';
import { tick } from '../../src/engine/tick.ts';
import { definitionOf } from '../adapters/local/playground.ts';
import { deployment, flowA, flowB, minutesAfter, noon, registryOf } from '../core/builders.ts';
import { awsProject, presentation } from './deploy-world.ts';

const options = { project: awsProject, repository: 'acme/flows', presentation };
const hourly = { kind: 'cron', cron: '0 * * * *', timezone: 'UTC', parameters: {} } as const;

/** A world in which both flows are deployed since half an hour before noon. */
async function deployed(a: Partial<Policy>, b: Partial<Policy> = {}): Promise<MemoryWorld> {
  const memory = memoryWorld({ now: minutesAfter(noon, -30) });
  const { world, stage } = memory;
  const revisionOf = (flow: typeof flowA) =>
    world.executor.register(definitionOf(flow, { runTimeoutSeconds: 3_600 }));
  const entries = await Promise.all(
    (
      [
        [flowA, a],
        [flowB, b],
      ] as const
    ).map(async ([flow, policy]) => {
      const made = deployment(flow, policy);
      return {
        ...made,
        version: { ...made.version, revision: await revisionOf(flow) },
        deployedAt: stage.time.now(),
      };
    }),
  );
  const { state } = await world.state.load(stage.time.now());
  await world.state.commit({
    base: undefined,
    registry: registryOf(...entries),
    state: { ...state, sequence: 1 },
    board: '',
    message: 'Deploy',
    at: stage.time.now(),
    pages: new Map(),
  });
  return memory;
}

async function ticks({ world, stage }: MemoryWorld, ...minutes: readonly number[]): Promise<void> {
  for (const minute of minutes) {
    stage.time.set(minutesAfter(noon, minute));
    await tick(world, options);
  }
}

describe('a tick after the state was rolled back', () => {
  it('does not start a second time what a manual run had set off hours ago', async () => {
    const memory = await deployed({}, { after: { flows: [flowA], when: 'succeeded' } });
    const { world, stage } = memory;
    const command = { kind: 'run', flow: flowA, parameters: {}, request: '1' } as const;
    await control(world, command, { by: 'octocat', style: presentation });
    const { version } = stage.branches.current() ?? {};
    await ticks(memory, 1, 6, 11, 16);
    expect(stage.tasks.all()).toHaveLength(2);
    stage.branches.rollBack(version);
    await ticks(memory, 180, 185, 190);
    expect(stage.tasks.all()).toHaveLength(2);
    const states = [...(stage.branches.current()?.state.runs.values() ?? [])].map(({ phase }) => phase.state);
    expect(states).toEqual(['succeeded', 'succeeded']);
  });

  it('does not start a slot again that an interrupted tick has decided on again', async () => {
    const memory = await deployed({
      schedules: [hourly],
      catchUp: { policy: 'latest', windowSeconds: 86_400, max: 1 },
    });
    const { stage } = memory;
    const { version } = stage.branches.current() ?? {};
    await ticks(memory, 1, 6);
    stage.branches.rollBack(version);
    const interrupted = stage.enter({
      onCall: (port, operation) => {
        if (port === 'executor' && operation === 'look') throw new Error('socket hang up');
      },
    });
    stage.time.set(minutesAfter(noon, 59.9));
    await tick(interrupted, options);
    await ticks(memory, 90, 95);
    const runs = stage.tasks.all().map(({ request }) => request.environment['HEADGATE_RUN_ID']);
    expect(runs).toEqual(['flow-a-20261124-1200', 'flow-a-20261124-1300']);
  });
});

describe('a tick with a clock ahead', () => {
  it('still finds in the event log how an attempt ended that it never saw', async () => {
    const memory = await deployed({ schedules: [hourly] });
    const { stage } = memory;
    const ahead = stage.enter();
    const clock = { ...ahead.clock, now: () => minutesAfter(stage.time.now(), 5) };
    stage.time.set(minutesAfter(noon, 1));
    await tick({ ...ahead, clock }, options);
    await ticks(memory, 55 + 60, 56 + 60);
    const id = 'flow-a-20261124-1200' as RunId;
    expect(stage.branches.current()?.state.runs.get(id)?.phase.state).toBe('succeeded');
  });
});

describe('a tick that loaded an old state', () => {
  it('stops what it launched for an attempt that had ended in the record', async () => {
    const memory = await deployed({ schedules: [hourly] });
    const { stage } = memory;
    stage.faultOf = () => ({ kind: 'refused', detail: 'TaskDefinition is inactive' });
    await ticks(memory, 1);
    stage.faultOf = () => undefined;
    const late = stage.enter();
    const [, decided] = stage.branches.history;
    if (decided === undefined) throw new Error('Nothing was decided');
    let loads = 0;
    const load = async (now: typeof noon) => {
      loads += 1;
      return loads === 1 ? decided : late.state.load(now);
    };
    stage.time.set(minutesAfter(noon, 6));
    await tick({ ...late, state: { ...late.state, load } }, options);
    expect(stage.tasks.all().map(({ stop }) => stop?.reason)).toEqual([
      'headgate:superseded stray of run flow-a-20261124-1200',
    ]);
  });
});

describe('a launch whose answer was lost', () => {
  it('is not taken for refused when its replay is, while ECS cannot show its task yet', async () => {
    const memory = await deployed({ schedules: [hourly] });
    const { stage, world } = memory;
    const lost = stage.enter({
      onCall: (port, operation, phase) => {
        if (`${port}.${operation} ${phase}` === 'executor.launch after') throw new Error('socket hang up');
      },
    });
    stage.time.set(minutesAfter(noon, 1));
    await expect(tick(lost, options)).rejects.toThrow('socket hang up');
    stage.faultOf = () => ({ kind: 'refused', detail: 'not authorized to perform iam:PassRole' });
    stage.time.set(minutesAfter(noon, 2));
    await tick({ ...world, executor: { ...world.executor, look: async () => new Map() } }, options);
    await ticks(memory, 7, 12);
    expect(stage.tasks.all()).toHaveLength(1);
    const [run] = stage.branches.current()?.state.runs.values() ?? [];
    expect(run?.phase.state).toBe('succeeded');
  });
});

describe('a flow that was removed while it ran', () => {
  it('is followed and reported with what was deployed, and then forgotten by the tick itself', async () => {
    const memory = await deployed({});
    const { world, stage } = memory;
    const command = { kind: 'run', flow: flowA, parameters: {}, request: '1' } as const;
    await control(world, command, { by: 'octocat', style: presentation });
    await ticks(memory, 1);
    await retire(memory);
    await ticks(memory, 2);
    expect(flowsOf(memory)).toEqual([flowA, flowB]);
    await ticks(memory, 6, 11);
    expect(flowsOf(memory)).toEqual([flowB]);
    const [ended] = [...(stage.branches.current()?.state.runs.values() ?? [])];
    expect(ended).toMatchObject({ phase: { state: 'succeeded' }, shown: { as: 'succeeded 1' } });
    expect([...stage.branches.pages.values()].join()).toContain('list price');
  });

  async function retire({ world, stage }: MemoryWorld): Promise<void> {
    const now = stage.time.now();
    const { version, registry, state } = await world.state.load(now);
    const { retiredAt: _, ...live } = registry.deployments.get(flowA) ?? deployment(flowA);
    const resources = { cpu: 256, memoryMiB: 512, architecture: 'arm64' } as const;
    const deployments = new Map(registry.deployments).set(flowA, { ...live, resources, retiredAt: now });
    const next = { ...state, sequence: state.sequence + 1 };
    const more = { board: '', message: 'Remove a flow', at: now, pages: new Map() };
    await world.state.commit({ base: version, registry: { ...registry, deployments }, state: next, ...more });
  }

  function flowsOf({ stage }: MemoryWorld): readonly string[] {
    return [...(stage.branches.current()?.registry.deployments.keys() ?? [])];
  }
});
