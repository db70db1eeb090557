import { describe, expect, it } from '@jest/globals';
import type { OnCall } from '../../../src/adapters/memory/hook.ts';
import { type Life, usualLife } from '../../../src/adapters/memory/life.ts';
import { blobIdOf } from '../../../src/adapters/memory/source-tree.ts';
import { memoryWorld } from '../../../src/adapters/memory/world.ts';
import { emptyRegistry } from '../../../src/core/deployment.ts';
import { secondMs } from '../../../src/core/instant.ts';
import { tick } from '../../../src/engine/tick.ts';
import type { World } from '../../../src/ports.ts';
import { at, deployment, flowA, minutesAfter, noon, registryOf, stateOf } from '../../core/builders.ts';
import { localProject, presentation } from '../../engine/deploy-world.ts';
import { changeOf, now } from '../git/state-values.ts';
import { definitionOf, requestOf } from '../local/playground.ts';

const options = { project: localProject, repository: 'acme/flows', presentation };

/** A flow that is due at noon, deployed. */
async function deployed(life: Life = usualLife, onCall?: OnCall) {
  const { stage } = memoryWorld({ now: at('2026-11-24T11:58Z'), script: () => life });
  const world = stage.enter();
  const revision = await world.executor.register(definitionOf(flowA));
  const schedules = [{ kind: 'cron', cron: '0 12 * * *', timezone: 'UTC', parameters: {} }] as const;
  const flow = deployment(flowA, { schedules, retries: { ...deployment(flowA).policy.retries, limit: 1 } });
  const { state } = await world.state.load(stage.time.now());
  stage.branches.commit({
    base: undefined,
    registry: registryOf({ ...flow, version: { ...flow.version, revision } }),
    state: { ...state, sequence: 1 },
    board: '',
    message: 'Deploy',
    at: stage.time.now(),
    pages: new Map(),
  });
  return { stage, world: onCall === undefined ? world : stage.enter({ onCall }) };
}

async function tickForAWhile(world: World, advance: (ms: number) => void): Promise<void> {
  for (let count = 0; count < 20; count += 1) {
    await tick(world, options);
    advance(60 * secondMs);
  }
}

describe('A world in memory', () => {
  it('lets ticks carry a slot from its time to its end', async () => {
    const { stage, world } = await deployed();
    await tickForAWhile(world, stage.time.advance);
    const runs = [...(stage.branches.current()?.state.runs.values() ?? [])];
    expect(runs).toMatchObject([
      { flow: flowA, cause: { kind: 'slot', slot: noon }, phase: { state: 'succeeded' } },
    ]);
    expect(stage.tasks.all()).toHaveLength(1);
    expect(stage.checks.shown()).toHaveLength(1);
    expect(stage.branches.pages.size).toBe(1);
  });

  it('gives the same for the same calls', async () => {
    const play = async () => {
      const { stage, world } = await deployed({ ...usualLife, end: { exitCode: 1 }, lines: ['boom'] });
      await tickForAWhile(world, stage.time.advance);
      return { saved: stage.branches.history, tasks: stage.tasks.all(), shown: stage.checks.shown() };
    };
    const played = await play();
    expect(played).toEqual(await play());
    expect(played.tasks).toHaveLength(2);
  });

  it('survives a process that dies at any of its calls: one task, however often', async () => {
    let calls = 0;
    const counted = await deployed(usualLife, () => {
      calls += 1;
    });
    await tickForAWhile(counted.world, counted.stage.time.advance);
    expect(calls).toBeGreaterThan(20);
    for (let death = 1; death <= calls; death += 1) {
      let count = 0;
      const dying: OnCall = () => {
        count += 1;
        if (count >= death) throw new Error('killed');
      };
      const { stage } = await deployed();
      await tickForAWhile(stage.enter({ onCall: dying }), stage.time.advance).catch(() => undefined);
      await tickForAWhile(stage.enter(), stage.time.advance);
      const runs = [...(stage.branches.current()?.state.runs.values() ?? [])];
      expect({
        death,
        states: runs.map(({ phase }) => phase.state),
        tasks: stage.tasks.all().length,
      }).toEqual({
        death,
        states: ['succeeded'],
        tasks: 1,
      });
    }
  });
});

describe('The hook of a process in memory', () => {
  it('is called around every operation, and around each launch', async () => {
    const calls: string[] = [];
    const { world } = memoryWorld({ now: noon, onCall: (...call) => void calls.push(call.join(' ')) });
    const definition = definitionOf('daily');
    const revision = await world.executor.register(definition);
    await world.executor.launch(['a', 'b'].map((name) => requestOf(definition, revision, name)));
    await world.clock.sleep(5);
    expect(calls).toEqual([
      'executor register before',
      'executor register after',
      'executor launch before',
      'executor launch-one before',
      'executor launch-one after',
      'executor launch-one before',
      'executor launch-one after',
      'executor launch after',
      'clock sleep before',
      'clock sleep after',
    ]);
  });

  it('stops an operation before it happens, or loses its answer', async () => {
    let failing: 'before' | 'after' | undefined;
    const { world, stage } = memoryWorld({
      now,
      onCall: (_port, _operation, phase) => {
        if (phase === failing) throw new Error('broken');
      },
    });
    failing = 'before';
    await expect(world.state.commit(changeOf(undefined, 1))).rejects.toThrow('broken');
    expect(stage.branches.current()).toBeUndefined();
    failing = 'after';
    await expect(world.state.commit(changeOf(undefined, 1))).rejects.toThrow('broken');
    expect(stage.branches.current()?.version).toBe('v1');
  });

  it('may let others go first', async () => {
    const { stage } = memoryWorld({ now });
    const meanwhile = stage.enter();
    const world = stage.enter({
      onCall: async (port, operation, phase) => {
        if (port === 'state' && operation === 'commit' && phase === 'before')
          await meanwhile.state.commit(changeOf(undefined, 1));
      },
    });
    expect(await world.state.commit(changeOf(undefined, 1))).toEqual({ kind: 'lost' });
  });
});

describe('The other ports in memory', () => {
  it('move time only by sleeping and by hand', async () => {
    const { world, stage } = memoryWorld({ now: noon });
    await world.clock.sleep(60_000);
    expect(world.clock.now()).toBe(minutesAfter(noon, 1));
    stage.time.set(noon);
    expect(world.clock.now()).toBe(noon);
  });

  it('share nothing with what they were given', async () => {
    const { world } = memoryWorld({ now: noon });
    const pauses = new Map();
    const state = { ...stateOf(), sequence: 1, pauses };
    await world.state.commit(changeOf(undefined, 1, { state, registry: emptyRegistry }));
    pauses.set(flowA, { flow: flowA, at: noon, by: 'someone' });
    const loaded = await world.state.load(noon);
    expect(loaded.state).toEqual({ ...state, pauses: new Map() });
    expect(loaded.state.runs).not.toBe(state.runs);
    expect((await world.state.load(noon)).state.runs).not.toBe(loaded.state.runs);
  });

  it('let somebody else write, roll the state back, or delete it', async () => {
    const { world, stage } = memoryWorld({ now });
    await world.state.commit(changeOf(undefined, 1));
    stage.branches.write({ registry: emptyRegistry });
    expect(await world.state.load(now)).toMatchObject({
      version: 'v2',
      registry: emptyRegistry,
      state: { sequence: 2 },
    });
    stage.branches.rollBack('v1');
    expect(await world.state.load(now)).toMatchObject({ version: 'v1', state: { sequence: 1 } });
    stage.branches.rollBack(undefined);
    expect(await world.state.load(now)).toMatchObject({ version: undefined, state: { sequence: 0 } });
    expect(stage.branches.history).toHaveLength(2);
  });

  it('read what an attempt printed, page by page', async () => {
    const lines = Array.from({ length: 150 }, (_, index) => `line ${index}`);
    const { world, stage } = memoryWorld({ now: noon, script: () => ({ ...usualLife, lines }) });
    const definition = definitionOf('daily');
    const revision = await world.executor.register(definition);
    const [answer] = await world.executor.launch([requestOf(definition, revision, 'a')]);
    const handle = answer?.kind === 'launched' ? answer.handle : '';
    expect(await world.logs.tail(handle, definition.flow, 5)).toEqual([]);
    stage.time.advance(20 * secondMs);
    expect((await world.logs.tail(handle, definition.flow, 2)).map(({ text }) => text)).toEqual([
      'line 148',
      'line 149',
    ]);
    expect(await world.logs.tail(handle, definition.flow, 0)).toEqual([]);
    const first = await world.logs.read(handle, definition.flow, undefined);
    const second = await world.logs.read(handle, definition.flow, first.cursor);
    expect([...first.lines, ...second.lines].map(({ text }) => text)).toEqual(lines);
    expect((await world.logs.read(handle, definition.flow, second.cursor)).lines).toEqual([]);
  });

  it('hold the files of a commit', async () => {
    const commit = 'a'.repeat(40);
    const { world } = memoryWorld({
      now: noon,
      source: {
        commit,
        files: { 'flows/a/flow.yml': 'x: 1\n', 'flows/a/index.ts': 'grüß' },
        others: { ['b'.repeat(40)]: { 'old.txt': 'x: 1\n' } },
        isBehind: (other) => (other === 'b'.repeat(40) ? true : undefined),
      },
    });
    const { source } = world;
    expect((await source.list()).map(({ path }) => path)).toEqual(['flows/a/flow.yml', 'flows/a/index.ts']);
    expect(await source.read(['flows/a/index.ts', 'flows/a/flow.yml'], 5)).toEqual([
      'too-large',
      new TextEncoder().encode('x: 1\n'),
    ]);
    await expect(source.read(['toString'], 5)).rejects.toThrow('toString');
    expect(await source.filesAt('b'.repeat(40))).toEqual(new Map([['old.txt', blobIdOf('x: 1\n')]]));
    expect(await source.filesAt('c'.repeat(40))).toBeUndefined();
    expect((await source.filesAt(commit))?.size).toBe(2);
    expect(await source.isBehind?.('b'.repeat(40))).toBe(true);
  });

  it('keep what was said', () => {
    const { world, stage } = memoryWorld({ now: noon });
    world.log.info('begin');
    world.log.warn('late');
    expect(stage.log).toEqual([
      { level: 'info', text: 'begin' },
      { level: 'warn', text: 'late' },
    ]);
  });
});
