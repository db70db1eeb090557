import { expect, it } from '@jest/globals';
import { memoryWorld } from '../../src/adapters/memory/world.ts';
import type { FlowName } from '../../src/core/flow.ts';
import { startedByOf } from '../../src/core/identity.ts';
import { minuteMs, plusMs } from '../../src/core/instant.ts';
import type { RunId } from '../../src/core/run.ts';
import { orphansAmong } from '../../src/engine/orphans.ts';
import { type TickOptions, tick } from '../../src/engine/tick.ts';
import { createOutgoing } from '../../src/report/outgoing.ts';
import { createRedactor } from '../../src/report/redact.ts';
import { attempt, noon, run, stateOf } from '../core/builders.ts';

const repository = 'acme/flows';
const options: TickOptions = {
  project: {
    name: 'acme',
    stateBranch: 'headgate-state',
    defaults: {},
    limits: { launchesPerTick: 10, running: 10 },
    report: { on: 'deployed' },
  },
  repository,
  presentation: {
    links: { serverUrl: 'https://github.com', repository },
    logTailLines: 50,
    outgoing: createOutgoing(createRedactor([])),
  },
};

const nameOf = (id: string) =>
  startedByOf({ repository, flow: 'load' as FlowName, run: id as RunId, attempt: 1 });
const requestOf = (startedBy: string, family = 'headgate-acme-load') => ({
  flow: 'load' as FlowName,
  revision: `arn:aws:ecs:us-east-1:123456789012:task-definition/${family}:1`,
  startedBy,
  clientToken: startedBy,
  environment: { HEADGATE_RUN_ID: 'load-m-1' },
  spot: false,
});
const limits = { stopTimeoutMs: minuteMs, runTimeoutMs: 60 * minuteMs };

it('a tick without a state names the tasks of the project that nobody remembers, and stops none', async () => {
  const { world, stage } = memoryWorld({ now: plusMs(noon, 30 * minuteMs) });
  const ours = stage.tasks.start(requestOf(nameOf('load-m-1')), limits);
  const others = ['somebody', nameOf('load-m-2')].map((name, index) =>
    stage.tasks.start(requestOf(name, index === 0 ? 'headgate-acme-load' : 'headgate-other-load'), limits),
  );
  const result = await tick(world, options);
  expect(result.orphans?.map(({ handle }) => handle)).toEqual([ours.handle]);
  const said = stage.log.filter(({ text }) => text.startsWith('W_ORPHANS')).map(({ text }) => text);
  expect(said).toEqual([expect.stringContaining(ours.handle)]);
  for (const { handle } of others) expect(said[0]).not.toContain(handle);
  expect(stage.tasks.all().filter(({ stop }) => stop !== undefined)).toEqual([]);
});

it('a tick with a state looks for such tasks once an hour only, in its first minutes', async () => {
  const askedAt = async (minutes: number): Promise<boolean> => {
    const { world, stage } = memoryWorld({ now: plusMs(noon, minutes * minuteMs) });
    const { registry } = await world.state.load(noon);
    await world.state.commit({
      base: undefined,
      registry,
      state: { ...stateOf(), sequence: 1 },
      board: '',
      message: 'begin',
      at: noon,
      pages: new Map(),
    });
    let isAsked = false;
    const onCall = (_port: string, operation: string) => {
      isAsked ||= operation === 'inventory';
    };
    await tick(stage.enter({ onCall }), options);
    return isAsked;
  };
  expect(await Promise.all([0, 9, 10, 59, 60].map(askedAt))).toEqual([true, true, false, false, true]);
});

it('a task is known by its handle, or by its name while its launch is not confirmed', () => {
  const task = (handle: string, startedBy: string) => ({ handle, startedBy, family: 'headgate-acme-load' });
  const name = (id: string) => startedByOf({ repository, flow: run(id).flow, run: id as RunId, attempt: 1 });
  const state = stateOf(
    run('confirmed', { attempts: [attempt({ handle: 'a' })], phase: { state: 'running' } }),
    run('intended', { attempts: [attempt()], phase: { state: 'launching' } }),
  );
  const tasks = [
    task('a', name('confirmed')),
    task('b', name('intended')),
    task('twin', name('confirmed')),
    task('c', name('lost')),
  ];
  expect(orphansAmong(tasks, state, repository).map(({ handle }) => handle)).toEqual(['twin', 'c']);
});
