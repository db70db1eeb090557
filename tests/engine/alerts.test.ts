import { describe, expect, it } from '@jest/globals';
import { alertingOf } from '../../src/core/alerting.ts';
import { control } from '../../src/engine/control.ts';
import { flowA, minutesAfter, noon } from '../core/builders.ts';
import { type AlertsWorld, alertsWorld, hours, source } from './alerts-world.ts';
import { presentation } from './deploy-world.ts';

const told = ({ stage }: AlertsWorld) => {
  const state = stage.branches.current()?.state;
  return [...alertingOf(state ?? {}).told.values()];
};

const versions = ({ stage }: AlertsWorld) => stage.branches.history.length;

describe('Alerts', () => {
  it('open one issue for the owners after three bad ends in a row, keep it up to date, and close it', async () => {
    const world = await alertsWorld();
    await world.ticks(...hours(0, 2));
    expect(world.stage.issues.shown()).toEqual([]);
    await world.ticks(...hours(2, 1));
    const [opened, ...others] = world.stage.issues.shown();
    expect(others).toEqual([]);
    expect(opened).toMatchObject({
      key: 'acme/failures/flow-a',
      title: 'Flow flow-a keeps failing',
      assignees: ['octocat'],
      comments: [],
      isOpen: true,
    });
    expect(opened?.body).toContain('`flow-a` failed 3 times in a row');
    expect(opened?.body).toContain('For @octocat, @acme/data.');
    expect(opened?.body).toContain('no table sales');
    await world.ticks(...hours(3, 1));
    expect(world.stage.issues.shown()).toHaveLength(1);
    expect(world.stage.issues.shown()[0]?.body).toContain('failed 4 times in a row');
    world.end(0);
    await world.ticks(...hours(4, 1));
    const [closed] = world.stage.issues.shown();
    expect(closed).toMatchObject({ isOpen: false, comments: [{ key: 'over' }] });
    expect(closed?.comments[0]?.body).toContain('`flow-a` succeeded again');
    expect(told(world)).toEqual([]);
  });

  it('say once that the cause has changed, and not when it changes back', async () => {
    const world = await alertsWorld();
    await world.ticks(...hours(0, 3));
    world.end(3);
    await world.ticks(...hours(3, 2));
    world.end(1);
    await world.ticks(...hours(5, 1));
    const [issue] = world.stage.issues.shown();
    expect(issue?.comments.map(({ key }) => key)).toEqual(['cause-2']);
    expect(issue?.comments[0]?.body).toContain('exit 3');
  });

  it('send one message when something begins, changes its cause and is over', async () => {
    const world = await alertsWorld();
    await world.ticks(...hours(0, 4));
    world.end(0);
    await world.ticks(...hours(4, 1));
    expect(world.stage.chat.texts).toEqual([
      '🔴 acme/flows: flow-a failed 3 times in a row: the program exited with a code other than 0 (exit 1). Since 2026-11-24 12:02 UTC. https://github.com/acme/flows/issues/1',
      '🟢 acme/flows: flow-a does not fail any more. https://github.com/acme/flows/issues/1',
    ]);
  });

  it('send a message again that was not taken, five times at most', async () => {
    const world = await alertsWorld();
    world.stage.chat.refusals = 2;
    await world.ticks(...hours(0, 3), 127, 128, 129, 130);
    expect(world.stage.chat.texts).toHaveLength(1);
    const other = await alertsWorld();
    other.stage.chat.refusals = 100;
    await other.ticks(...hours(0, 3), 127, 128, 129, 130, 131, 132, 133);
    expect(other.stage.chat.refusals).toBe(95);
    const written = versions(other);
    await other.ticks(134, 135);
    expect(versions(other)).toBe(written);
  });

  it('write nothing in a tick in which nothing changed', async () => {
    const world = await alertsWorld();
    await world.ticks(...hours(0, 3));
    const written = versions(world);
    const calls: string[] = [];
    await world.tick({ onCall: (port, name) => void calls.push(`${port}.${name}`) });
    expect(versions(world)).toBe(written);
    expect(calls.filter((call) => /^(?:issues|messages)/.test(call))).toEqual([]);
  });

  it('leave an issue alone that a person has closed, until something new begins', async () => {
    const world = await alertsWorld();
    await world.ticks(...hours(0, 3));
    const [issue] = world.stage.issues.shown();
    if (issue !== undefined) world.stage.issues.put({ ...issue, isOpen: false, body: 'seen' });
    await world.ticks(...hours(3, 1));
    expect(world.stage.issues.shown()).toMatchObject([{ isOpen: false, body: 'seen', comments: [] }]);
    world.end(0);
    await world.ticks(...hours(4, 1));
    world.end(1);
    await world.ticks(...hours(5, 3));
    expect(world.stage.issues.shown().map(({ isOpen }) => isOpen)).toEqual([false, true]);
  });

  it('find the issue again when the state is lost', async () => {
    const world = await alertsWorld();
    await world.ticks(...hours(0, 3));
    const saved = world.stage.branches.current()?.state;
    if (saved !== undefined) {
      const alerting = { ...alertingOf(saved), told: new Map() };
      world.stage.branches.write({ state: { ...saved, alerting } });
    }
    await world.ticks(...hours(3, 1));
    expect(world.stage.issues.shown()).toHaveLength(1);
    expect(told(world)).toMatchObject([{ issue: { number: 1 } }]);
  });

  it('tell of slots that were missed, until a later one has run', async () => {
    const world = await alertsWorld({
      policy: { catchUp: { policy: 'none', windowSeconds: 300, max: 1 } },
      rules: { clockSeconds: 86_400 },
    });
    world.end(0);
    await world.ticks(190);
    expect(world.stage.issues.shown()).toMatchObject([{ title: 'Flow flow-a missed slots', isOpen: true }]);
    expect(world.stage.issues.shown()[0]?.body).toContain(
      '`headgate backfill flow-a --from 2026-11-24T12:00Z --to 2026-11-24T15:00Z`',
    );
    await world.ticks(...hours(4, 1));
    expect(world.stage.issues.shown()).toMatchObject([{ isOpen: false }]);
  });

  it('tell of a clock that stood still, until a tick comes in time', async () => {
    const world = await alertsWorld({ rules: { hasMissedSlots: false } });
    world.end(0);
    await world.ticks(1, 6, 150);
    const [issue] = world.stage.issues.shown();
    expect(issue).toMatchObject({ title: 'The clock stood still', isOpen: true });
    expect(issue?.body).toContain('No tick came for 1 h 30 min while slots were due');
    await world.ticks(155, 181);
    expect(world.stage.issues.shown()).toMatchObject([{ isOpen: false }]);
  });

  it('do not blame the clock for slots that waited for another reason', async () => {
    const world = await alertsWorld();
    world.end(0);
    await world.ticks(...hours(0, 2));
    const { world: port } = world;
    await control(port, { kind: 'pause', flow: flowA }, { by: 'octocat', style: presentation });
    await world.ticks(125, 185, 245, 305);
    expect(world.stage.issues.shown()).toEqual([]);
  });

  it('tell of a run of which nobody knows the end, until a person says it', async () => {
    const world = await alertsWorld();
    world.stage.eventLog.isTrustworthy = true;
    await world.ticks(1);
    const state = world.stage.branches.current()?.state;
    const [run] = [...(state?.runs.values() ?? [])];
    if (state === undefined || run === undefined) throw new Error('no run');
    const unknown = { ...run, phase: { state: 'unknown' as const, endedAt: minutesAfter(noon, 2) } };
    const attempts = run.attempts.map((attempt) => ({
      ...attempt,
      ending: { class: 'no-evidence' as const, at: minutesAfter(noon, 2) },
    }));
    world.stage.branches.write({
      state: { ...state, runs: new Map([[run.id, { ...unknown, attempts }]]) },
    });
    await world.ticks(6);
    expect(world.stage.issues.shown()).toMatchObject([
      { title: 'Flow flow-a: nobody knows how a run ended', isOpen: true },
    ]);
    await control(
      world.world,
      { kind: 'resolve', run: run.id, as: 'succeeded' },
      { by: 'octocat', style: presentation },
    );
    await world.ticks(7);
    expect(world.stage.issues.shown()).toMatchObject([{ isOpen: false }]);
  });

  it('open no issue in a public repository unless it asks for them', async () => {
    const world = await alertsWorld({ isPublic: true });
    await world.ticks(...hours(0, 3));
    expect(world.stage.issues.shown()).toEqual([]);
    expect(world.stage.chat.texts).toHaveLength(1);
    const asked = await alertsWorld({ isPublic: true, rules: { hasIssues: true } });
    await asked.ticks(...hours(0, 3));
    expect(asked.stage.issues.shown()).toHaveLength(1);
  });

  it('mention nobody when the deployed commit cannot be had', async () => {
    const world = await alertsWorld();
    await world.ticks(...hours(0, 2), 121);
    world.stage.time.set(minutesAfter(noon, 126));
    await world.tick({ source: { ...source, others: {} } });
    expect(world.stage.issues.shown()[0]?.body).not.toContain('@octocat');
  });
});

/** Two ticks at once, the second starting at one call of the first after the other. */
describe('Two ticks at once', () => {
  it.each(Array.from({ length: 16 }, (_, index) => index))(
    'open one issue and send one message, whatever the other does at call %i',
    async (at) => {
      const world = await alertsWorld();
      await world.ticks(...hours(0, 2), 121);
      world.stage.time.set(minutesAfter(noon, 126));
      let calls = 0;
      await world.tick({
        async onCall(_, __, phase) {
          if (phase !== 'before') return;
          calls += 1;
          if (calls === at + 1) await world.tick();
        },
      });
      await world.ticks(127, 128);
      expect(world.stage.issues.shown()).toHaveLength(1);
      expect(world.stage.chat.texts).toHaveLength(1);
      expect(told(world)).toMatchObject([{ issue: { number: 1 }, message: { isSent: true } }]);
    },
  );

  it.each(Array.from({ length: 16 }, (_, index) => index))(
    'end in one issue when the first dies at call %i',
    async (at) => {
      const world = await alertsWorld();
      await world.ticks(...hours(0, 2), 121);
      world.stage.time.set(minutesAfter(noon, 126));
      let calls = 0;
      const dying = world.tick({
        onCall(_, __, phase) {
          if (phase === 'before') calls += 1;
          if (calls > at) throw new Error('killed');
        },
      });
      await dying.catch(() => undefined);
      await world.ticks(131, 151, 156);
      expect(world.stage.issues.shown()).toHaveLength(1);
      expect(world.stage.issues.shown()[0]?.comments).toEqual([]);
      expect(told(world)).toMatchObject([{ issue: { number: 1 }, message: { isSent: true } }]);
      expect(world.stage.chat.texts.length).toBeLessThanOrEqual(2);
    },
  );
});
