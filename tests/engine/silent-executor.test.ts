import { describe, expect, it } from '@jest/globals';
import { usualLife } from '../../src/adapters/memory/life.ts';
import { memoryWorld } from '../../src/adapters/memory/world.ts';
import { applyOutcomes, type LaunchOutcome } from '../../src/core/outcome.ts';
import type { Site } from '../../src/doors/performed.ts';
import { performTick, performTickPreview } from '../../src/doors/verbs/tick.ts';
import type { World } from '../../src/ports.ts';
import { definitionOf } from '../adapters/local/playground.ts';
import {
  attempt,
  deployment,
  flowA,
  minutesAfter,
  noon,
  registryOf,
  run,
  stateOf,
} from '../core/builders.ts';
import { awsProject, presentation } from './deploy-world.ts';

const hourly = { kind: 'cron', cron: '0 * * * *', timezone: 'UTC', parameters: {} } as const;

/** An hourly flow, on an ECS that answers nothing as long as it is away. */
async function scene() {
  let isAway = false;
  const { world, stage } = memoryWorld({
    now: minutesAfter(noon, -30),
    script: () => usualLife,
    onCall: (port, operation, phase) => {
      if (isAway && port === 'executor' && operation !== 'observe' && phase === 'before')
        throw new Error('connect ECONNREFUSED 127.0.0.1:443');
    },
  });
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
  // As the adapter does: a handle that could not be asked about is left out.
  const given: World = {
    ...world,
    executor: {
      ...world.executor,
      observe: async (handles) => (isAway ? new Map() : world.executor.observe(handles)),
    },
  };
  const site: Site = {
    world: given,
    project: awsProject,
    cwd: '/',
    repository: 'acme/flows',
    presentation,
    terminal: { isColoured: false, columns: 80 },
    examinations: [],
    by: 'somebody',
    request: 'r1',
  };
  return {
    stage,
    leave: () => {
      isAway = true;
    },
    comeBack: () => {
      isAway = false;
    },
    tickAt: (minute: number) => {
      stage.time.set(minutesAfter(noon, minute));
      return performTick(site, { watchSeconds: 0, pollSeconds: 10 });
    },
    previewAt: (minute: number) => {
      stage.time.set(minutesAfter(noon, minute));
      return performTickPreview(site);
    },
    runs: () => [...(stage.branches.current()?.state.runs.values() ?? [])],
  };
}

describe('a tick that gets no answer from ECS', () => {
  it('calls nothing started, says what it could not ask, and exits with 3', async () => {
    const { leave, tickAt, runs, stage } = await scene();
    leave();
    const done = await tickAt(1);
    expect(done.exitCode).toBe(3);
    expect(done.text).toBe(
      'Nothing is known to have changed; 1 open run; next wake 2026-11-24 12:06 UTC. Could not ask ECS whether 1 run that is due runs already, so nothing was sent for it; it did not answer at all.\n',
    );
    expect(runs()).toMatchObject([
      { phase: { state: 'queued' }, attempts: [{ number: 1, launchTry: 1, sends: 0 }] },
    ]);
    expect(stage.log.some(({ text }) => text.startsWith('E_AWS_SILENT'))).toBe(true);
    expect(stage.tasks.all()).toEqual([]);
  });

  it('launches what was due as soon as ECS is back, once, however long it was away', async () => {
    const { leave, comeBack, tickAt, runs, stage } = await scene();
    leave();
    for (const minute of [1, 6, 30, 55]) expect((await tickAt(minute)).exitCode).toBe(3);
    expect(runs()).toMatchObject([{ phase: { state: 'queued' } }]);
    comeBack();
    expect((await tickAt(58)).exitCode).toBe(0);
    await tickAt(59);
    expect(stage.tasks.all()).toHaveLength(1);
    expect(runs()[0]?.attempts).toMatchObject([{ number: 1, launchTry: 1 }]);
    await tickAt(63);
    expect(runs().find(({ id }) => id.endsWith('1200'))?.phase.state).toBe('succeeded');
  });

  it('says of open runs that it could not ask about them, not that nothing changed', async () => {
    const { leave, tickAt } = await scene();
    await tickAt(1);
    leave();
    const done = await tickAt(6);
    expect(done.exitCode).toBe(3);
    expect(done.text).toContain('Nothing is known to have changed');
    expect(done.text).toContain('Could not ask ECS what became of 1 open run; it did not answer at all.');
    expect(done.document['unseen']).toEqual({ open: ['flow-a-20261124-1200'], unsent: [] });
  });

  it('says the same of a preview', async () => {
    const { leave, tickAt, previewAt } = await scene();
    await tickAt(1);
    expect((await previewAt(6)).exitCode).toBe(0);
    leave();
    const shown = await previewAt(6);
    expect([shown.exitCode, shown.document['unseen']]).toEqual([
      3,
      { open: ['flow-a-20261124-1200'], unsent: [] },
    ]);
  });
});

describe('an intent that was not sent', () => {
  const intent = attempt({ intendedAt: noon });
  const launching = (changes = {}) =>
    run('r', { phase: { state: 'launching' }, attempts: [{ ...intent, ...changes }] });
  const unsent: LaunchOutcome = {
    run: launching().id,
    attempt: 1,
    launchTry: 1,
    send: 1,
    result: { kind: 'unsent', intendedAt: noon },
  };
  const withdrawn = (known: ReturnType<typeof run>) =>
    applyOutcomes(stateOf(known), [unsent], () => undefined, minutesAfter(noon, 1)).runs.get(known.id);

  it('is taken back, and waits for the same try', () => {
    expect(withdrawn(launching())).toMatchObject({
      phase: { state: 'queued', notBefore: minutesAfter(noon, 1) },
      attempts: [{ number: 1, launchTry: 1, sends: 0 }],
    });
  });

  it.each([
    ['another tick has set out to send it again', { sends: 2 }],
    ['it is another try', { launchTry: 2 }],
    ['it is an intent of another tick', { intendedAt: minutesAfter(noon, 1) }],
    ['it was found meanwhile', { handle: 'arn' }],
    ['somebody stops it', { stop: { cause: 'cancelled', at: noon } }],
  ])('stays where %s', (_when, changes) => {
    const known = launching(changes);
    expect(withdrawn(known)).toBe(known);
  });
});
