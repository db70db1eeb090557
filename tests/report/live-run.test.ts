import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Event, encodeEvent } from '../../src/core/event-format.ts';
import { type Instant, instantFromMs } from '../../src/core/instant.ts';
import { createLiveRun, type LiveRun } from '../../src/report/live-run.ts';

const at = (seconds: number): Instant => instantFromMs(1_800_000_000_000 + seconds * 1_000);

function tell(live: LiveRun, event: Event): string | undefined {
  const [line = ''] = encodeEvent(event, 0);
  return live.read(line, at(0))?.text;
}

const started = (task: number, name: string, key?: string): Event => ({
  event: 'task-started',
  at: at(0),
  task,
  name,
  ...(key === undefined ? {} : { key }),
});
const ended = (task: number, name: string): Event => ({
  event: 'task-ended',
  at: at(2),
  task,
  name,
  attempt: 1,
  durationMs: 2_000,
  outcome: 'succeeded',
});

describe('what somebody sees of a run while it goes on', () => {
  it('is what the flow prints and logs, and no other event', () => {
    const live = createLiveRun();
    expect(live.read('plain text', at(0))).toEqual({ text: 'plain text' });
    expect(tell(live, { event: 'log', level: 'info', message: 'rows', fields: { n: 3 } })).toBe(
      'INFO rows n=3',
    );
    expect(tell(live, { event: 'flow-started' })).toBeUndefined();
    expect(live.read('{"headgate":1,"event":"task-st', at(0))).toBeUndefined();
  });

  it('names the tasks that are open, with their time and try, until they end', () => {
    const live = createLiveRun();
    tell(live, started(1, 'load'));
    tell(live, started(2, 'load', 'b.csv'));
    const failed = { name: 'Error', message: 'It answered 503.' };
    expect(
      tell(live, {
        event: 'task-retrying',
        task: 2,
        name: 'load',
        key: 'b.csv',
        attempt: 1,
        delayMs: 4_000,
        error: failed,
      }),
    ).toBe('load b.csv: try 1 failed: It answered 503; the next in 4 s');
    expect(live.open(at(7), 80)).toEqual(['load (7 s)', 'load b.csv (7 s, try 2)']);
    expect(tell(live, ended(1, 'load'))).toBe('load: succeeded after 2 s');
    expect(live.open(at(7), 80)).toEqual(['load b.csv (7 s, try 2)']);
    expect(live.counts()).toBe('1 task done, 1 open');
  });

  it('says how a task failed, with its error', () => {
    const live = createLiveRun();
    const event: Event = {
      event: 'task-ended',
      task: 1,
      name: 'load',
      attempt: 3,
      durationMs: 65_000,
      outcome: 'timed-out',
      error: { name: 'TaskTimeoutError', message: 'too slow' },
    };
    expect(tell(live, event)).toBe('load: timed-out after 1 min 5 s in try 3: too slow');
    expect(live.counts()).toBe('0 tasks done, 1 failed');
  });

  it('gives the first successes of a task a line each, and shows the others as progress', () => {
    const live = createLiveRun();
    const said = Array.from({ length: 8 }, (_, task) => tell(live, ended(task, 'page')));
    expect(said.filter((text) => text !== undefined)).toHaveLength(5);
    expect(live.counts()).toBe('8 tasks done');
    expect(tell(live, { event: 'progress', name: 'page', done: 8, total: 40 })).toBe('page: 8 of 40');
    expect(tell(live, { event: 'progress', name: 'page', done: 9, total: 40 })).toBeUndefined();
    expect(live.open(at(0), 80)).toEqual([`${'\u2588'.repeat(5)}${'\u00b7'.repeat(15)} page: 9 of 40`]);
    tell(live, { event: 'progress', name: 'page', done: 40, total: 40 });
    expect(live.open(at(0), 80)).toEqual([]);
  });

  it('shows a few of many open tasks, cut to the columns', () => {
    const live = createLiveRun();
    for (let task = 0; task < 20; task += 1) tell(live, started(task, 'a-task-with-a-long-name'));
    const shown = live.open(at(1), 20);
    expect(shown).toHaveLength(7);
    expect(shown.at(-1)).toBe('… and 14 more');
    expect(Math.max(...shown.map(({ length }) => length))).toBeLessThanOrEqual(20);
  });

  it('survives any line, and keeps no more of them than it can show', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 30 }), (texts) => {
        const live = createLiveRun();
        for (const text of texts) {
          live.read(text, at(0));
          live.read(`{"headgate":1,${text}`, at(0));
          live.read(
            `{"headgate":1,"event":"progress","name":${JSON.stringify(text)},"done":-1,"total":0}`,
            at(0),
          );
        }
        expect(live.open(at(1), 40).length).toBeLessThanOrEqual(7);
      }),
    );
  });
});
