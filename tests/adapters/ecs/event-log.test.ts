import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cloudWatchEventLog, noEventLog } from '../../../src/adapters/ecs/event-log.ts';
import { ecsExecutor } from '../../../src/adapters/ecs/executor.ts';
import { hourMs, instantFromMs, minuteMs } from '../../../src/core/instant.ts';
import type { EventLog } from '../../../src/ports.ts';
import type { Life } from '../../loopback/ecs-model.ts';
import { definitionOf, handleOf, placement, requestOf, type Stage, stage, startMs } from './stage.ts';

let place: Stage;
let eventLog: EventLog;
beforeEach(() => begin({}));
afterEach(async () => {
  await place.close();
  expect(place.ecs.violations).toEqual([]);
});

async function begin(options: Parameters<typeof stage>[0]): Promise<void> {
  place = await stage(options);
  eventLog = cloudWatchEventLog({ placement, clock: place.clock });
}

async function beginAgain(options: Parameters<typeof stage>[0]): Promise<void> {
  await place.close();
  await begin(options);
}

async function launch(names: readonly string[], life: Life): Promise<string[]> {
  const executor = ecsExecutor({ placement, clock: place.clock });
  const revision = await executor.register(definitionOf('hello'));
  place.ecs.script('headgate-acme-hello', [life]);
  return (await executor.launch(names.map((name) => requestOf(revision, name)))).map(handleOf);
}

const since = instantFromMs(startMs - minuteMs);
const short: Life = { startAfterMs: 1_000, runMs: 20_000, exitCode: 3 };

describe('the event log', () => {
  it('remembers the end of a task long after ECS has forgotten it', async () => {
    const [handle] = await launch(['run-1'], short);
    place.ecs.advance(50 * hourMs);
    const answer = await eventLog.find(['hg-run-1'], since);
    expect(answer.isTrustworthy).toBe(true);
    expect(answer.found.get('hg-run-1')).toEqual([
      {
        handle,
        sighting: {
          kind: 'ended',
          startedAt: startMs + 1_000,
          ending: {
            class: 'exit-code',
            at: startMs + 21_000,
            exitCode: 3,
            detail: 'EssentialContainerExited: Essential container in task exited',
          },
        },
      },
    ]);
  });

  it('finds many attempts over many pages, some of them empty, and takes events that came twice once', async () => {
    await beginAgain({ isEventTwice: true });
    const names = Array.from({ length: 120 }, (_, index) => `run-${index}`);
    await launch(names, short);
    place.ecs.advance(hourMs);
    place.ecs.model.logs.comeEmpty(3);
    const answer = await eventLog.find(
      names.map((name) => `hg-${name}`),
      since,
    );
    expect(answer.isTrustworthy).toBe(true);
    expect([...answer.found.values()].map((found) => found.length)).toEqual(Array(120).fill(1));
    for (const { input } of place.calls('FilterLogEvents'))
      expect(String(input['filterPattern']).length).toBeLessThanOrEqual(1_024);
  });

  it('takes the highest version of one task, in whatever order they came, and no garbage', async () => {
    const taskArn = `arn:aws:ecs:us-east-1:123456789012:task/headgate-acme/${'0'.repeat(32)}`;
    const event = (version: unknown, exitCode: number, more: object = {}) =>
      JSON.stringify({
        detail: {
          taskArn,
          startedBy: 'hg-a',
          lastStatus: 'STOPPED',
          version,
          stopCode: 'EssentialContainerExited',
          stoppedAt: '2026-11-24T12:00:00Z',
          containers: [{ name: 'flow', exitCode }],
          ...more,
        },
      });
    const { write } = place.ecs.model.logs;
    write(event(5, 0));
    write(event(4, 1));
    write(event('6', 2));
    write(event(7, 9, { lastStatus: 'RUNNING' }));
    write(event(8, 9, { taskArn: taskArn.replace('headgate-acme', 'theirs') }));
    write(event(9, 9, { containers: 'none', taskArn: 7 }));
    write('{"detail":{"startedBy":"hg-a"');
    write(JSON.stringify({ detail: { startedBy: 'hg-a' } }));
    const { found } = await eventLog.find(['hg-a'], since);
    expect(found.get('hg-a')).toMatchObject([
      { handle: taskArn, sighting: { kind: 'ended', ending: { class: 'exit-zero', exitCode: 0 } } },
    ]);
  });
});

describe('"no event"', () => {
  const find = () => eventLog.find(['hg-none'], since);

  it('means something while signs of life came all the time', async () => {
    place.ecs.advance(8 * 24 * hourMs);
    expect(await find()).toEqual({ isTrustworthy: true, found: new Map() });
  });

  it('means nothing if there are no signs of life', async () => {
    await beginAgain({ heartbeatEveryMs: 0 });
    place.ecs.advance(3 * hourMs);
    expect((await find()).isTrustworthy).toBe(false);
  });

  it('means something where tasks end so often that their own events are signs of life', async () => {
    await beginAgain({ heartbeatEveryMs: 0 });
    for (let at = -hourMs; at <= 3 * hourMs; at += hourMs) {
      const message = JSON.stringify({ detail: { lastStatus: 'STOPPED' } });
      place.ecs.model.logs.write(message, startMs + at);
    }
    place.ecs.advance(3 * hourMs);
    expect((await find()).isTrustworthy).toBe(true);
  });

  it.each([
    ['began only after the attempt may have ended', -100 * hourMs, 1 * hourMs],
    ['was silent for a while in between', 2 * hourMs, 4 * hourMs],
    ['has been silent of late', 8 * hourMs, 100 * hourMs],
  ])('means nothing if the log %s', async (_, from, to) => {
    place.ecs.model.logs.disableRules(startMs + from, startMs + to);
    place.ecs.advance(10 * hourMs);
    expect((await find()).isTrustworthy).toBe(false);
  });

  it('means nothing if there are more pages than one tick may read', async () => {
    place.ecs.model.logs.comeEmpty(1_000_000);
    expect((await find()).isTrustworthy).toBe(false);
    expect(place.calls('FilterLogEvents').length).toBeLessThanOrEqual(60);
  });

  it('means nothing without an event log', async () => {
    expect(await noEventLog().find([], since)).toEqual({ isTrustworthy: false, found: new Map() });
  });

  it('is never the answer if the log could not be read', async () => {
    place.ecs.fail({ operation: 'FilterLogEvents', kind: 'denied', reason: 'logs:FilterLogEvents' });
    await expect(find()).rejects.toMatchObject({ problem: { code: 'E_AWS_DENIED' } });
    place.ecs.fail({ operation: 'FilterLogEvents', kind: 'garbled' });
    await expect(find()).rejects.toThrow(/no clear answer/);
  });
});
