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

/** A tick to which git first gives the state of an earlier version. */
async function tickWithOld({ stage }: MemoryWorld, version: number): Promise<void> {
  const late = stage.enter();
  const old = stage.branches.history[version - 1];
  if (old === undefined) throw new Error(`There is no version ${version}`);
  let loads = 0;
  const load = async (now: typeof noon) => {
    loads += 1;
    return loads === 1 ? old : late.state.load(now);
  };
  await tick({ ...late, state: { ...late.state, load } }, options);
}

describe('a tick that loaded an old state', () => {
  it('launches nothing for an attempt that had ended in the record', async () => {
    const memory = await deployed({ schedules: [hourly] });
    const { stage } = memory;
    stage.faultOf = () => ({ kind: 'refused', detail: 'TaskDefinition is inactive' });
    await ticks(memory, 1);
    stage.faultOf = () => undefined;
    stage.time.set(minutesAfter(noon, 6));
    await tickWithOld(memory, 2);
    expect(stage.tasks.all()).toEqual([]);
  });

  it('adopts what it saw for that, when the newest state offers the attempt anew', async () => {
    const memory = await deployed({}, { after: { flows: [flowA], when: 'succeeded' } });
    const { world, stage } = memory;
    const command = { kind: 'run', flow: flowA, parameters: {}, request: '1' } as const;
    await control(world, command, { by: 'octocat', style: presentation });
    await ticks(memory, 1);
    stage.faultOf = () => ({ kind: 'declined', class: 'capacity' });
    await ticks(memory, 6);
    stage.faultOf = () => undefined;
    const { history } = stage.branches;
    const declined = history.length;
    await ticks(memory, 11, 16);
    expect(stage.tasks.all()).toHaveLength(2);
    stage.branches.rollBack(history[declined - 1]?.version);
    stage.time.set(minutesAfter(noon, 180));
    await tickWithOld(memory, declined - 1);
    await ticks(memory, 185);
    expect(stage.tasks.all()).toHaveLength(2);
    const states = [...(stage.branches.current()?.state.runs.values() ?? [])].map(({ phase }) => phase.state);
    expect(states).toEqual(['succeeded', 'succeeded']);
  });
});

describe('a tick that slept before its launch', () => {
  it('stops what it launched for an attempt that had ended meanwhile', async () => {
    const memory = await deployed({ schedules: [hourly] });
    const { stage, world } = memory;
    const asleep = stage.enter({
      onCall: async (port, operation, phase) => {
        if (`${port}.${operation} ${phase}` !== 'executor.launch before') return;
        const cancel = { kind: 'cancel', run: 'flow-a-20261124-1200' as RunId } as const;
        await control(world, cancel, { by: 'octocat', style: presentation });
        await ticks(memory, 12, 13);
      },
    });
    stage.time.set(minutesAfter(noon, 1));
    await tick(asleep, options);
    expect(stage.tasks.all().map(({ stop }) => stop?.reason)).toEqual([
      'headgate:superseded stray of run flow-a-20261124-1200',
    ]);
  });
});

describe('a tick after one whose launch nobody confirmed', () => {
  /** Ends after its launch was asked for, without having heard of it. */
  async function unheard({ stage }: MemoryWorld, minute: number, when: 'before' | 'after'): Promise<void> {
    const lost = stage.enter({
      onCall: (port, operation, phase) => {
        if (port === 'executor' && operation === 'launch' && phase === when)
          throw new Error('socket hang up');
      },
    });
    stage.time.set(minutesAfter(noon, minute));
    await expect(tick(lost, options)).rejects.toThrow('socket hang up');
  }

  it('writes that it sends the intent again before it does', async () => {
    const memory = await deployed({ schedules: [hourly] });
    const { stage } = memory;
    await unheard(memory, 1, 'before');
    const { length } = stage.branches.history;
    let sends: number | undefined;
    const watched = stage.enter({
      onCall: (port, operation, phase) => {
        if (port !== 'executor' || operation !== 'launch' || phase !== 'before') return;
        const [run] = stage.branches.current()?.state.runs.values() ?? [];
        sends = run?.attempts.at(-1)?.sends;
      },
    });
    stage.time.set(minutesAfter(noon, 6));
    await tick(watched, options);
    expect(sends).toBe(2);
    expect(stage.branches.history).toHaveLength(length + 2);
    expect(stage.tasks.all()).toHaveLength(1);
  });

  it('takes no lack of capacity for final while the earlier one may still be sending', async () => {
    const memory = await deployed({ schedules: [hourly] });
    const { stage } = memory;
    await unheard(memory, 1, 'before');
    stage.faultOf = () => ({ kind: 'declined', class: 'capacity' });
    const phases: (string | undefined)[] = [];
    for (const minute of [6, 11]) {
      await ticks(memory, minute);
      phases.push(
        [...(stage.branches.current()?.state.runs.values() ?? [])].map(({ phase }) => phase.state).join(),
      );
    }
    expect(phases).toEqual(['launching', 'queued']);
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
