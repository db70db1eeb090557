import { describe, expect, it } from '@jest/globals';
import { type Event, encodeEvent } from '../../../src/core/event-format.ts';
import { type Instant, instantFromMs, plusMs } from '../../../src/core/instant.ts';
import type { Attempt, Run, RunId } from '../../../src/core/run.ts';
import { followRun } from '../../../src/doors/cli/follow-run.ts';
import type { Site } from '../../../src/doors/performed.ts';
import type { TickResult } from '../../../src/engine/tick.ts';
import type { LogPage } from '../../../src/ports.ts';
import { createOutgoing } from '../../../src/report/outgoing.ts';
import { createRedactor } from '../../../src/report/redact.ts';

const start = instantFromMs(1_800_000_000_000);
const id = 'slow-m-1' as RunId;

/** A run whose log grows page by page, each handed out once; the clock moves by what is slept. */
function stage(pages: { readonly [handle: string]: readonly LogPage[] | 'broken' }, isLive = false) {
  let now: Instant = start;
  const reads: string[] = [];
  const said: string[] = [];
  const blocks: (readonly string[])[] = [];
  let wake: () => void = () => undefined;
  const site = {
    world: {
      clock: {
        now: () => now,
        sleep: (ms: number) =>
          new Promise<void>((resolve) => {
            wake = () => {
              now = plusMs(now, ms);
              resolve();
            };
          }),
      },
      logs: {
        read: async (handle: string, _flow: string, cursor: string | undefined) => {
          reads.push(`${handle} ${cursor ?? 'start'}`);
          const own = pages[handle];
          if (own === 'broken') throw new Error('no route to host');
          return own?.[Number(cursor ?? 0)] ?? { lines: [], cursor: cursor ?? '0' };
        },
      },
    },
    presentation: { outgoing: createOutgoing(createRedactor(['hunter2-hunter2'])) },
  } as unknown as Site;
  const screen = {
    isLive,
    say: (lines: readonly string[]) => said.push(...lines),
    show: (block: readonly string[]) => blocks.push(block),
  };
  const follower = followRun(site, { screen, columns: 60, pollMs: 10_000 });
  return {
    follower,
    said,
    blocks,
    reads,
    async look(times = 1) {
      for (let time = 0; time < times; time += 1) {
        wake();
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

function runWith(phase: Run['phase'], attempts: readonly Attempt[]): Run {
  return { id, flow: 'slow', phase, attempts } as unknown as Run;
}

const attempt = (number: number, more: Partial<Attempt> = {}): Attempt => ({
  number,
  launchTry: 1,
  intendedAt: start,
  handle: `h${number}`,
  ...more,
});

function tickOf(run: Run, waiting: ReadonlyMap<RunId, 'group'> = new Map()): TickResult {
  return { open: [run], changes: [], waiting } as unknown as TickResult;
}

const line = (event: Event) => ({ text: encodeEvent(event, 0)[0] ?? '' });
const progress = (done: number) => line({ event: 'progress', name: 'page', done, total: 100 });

describe('following a run', () => {
  it('says each line once, redacted, also those that come with the end', async () => {
    const { follower, said, look, reads } = stage({
      h1: [
        { lines: [{ text: 'first hunter2-hunter2' }], cursor: '1' },
        { lines: [{ text: 'second \u001b[2J' }] },
      ],
    });
    follower.onTick(tickOf(runWith({ state: 'running' }, [attempt(1)])), id);
    await look(3);
    await follower.end();
    expect(said).toEqual(['first ***', 'second ']);
    expect(reads).toEqual(['h1 start', 'h1 1']);
  });

  it('says how an attempt ended, when the next starts, and reads its log from the start', async () => {
    const { follower, said, look, reads } = stage({
      h1: [{ lines: [{ text: 'one' }], cursor: '1' }],
      h2: [{ lines: [{ text: 'two' }] }],
    });
    follower.onTick(tickOf(runWith({ state: 'running' }, [attempt(1)])), id);
    await look();
    const ended = attempt(1, { ending: { class: 'exit-code', exitCode: 3, at: start } });
    const queued = runWith({ state: 'queued', notBefore: plusMs(start, 60_000) }, [ended]);
    follower.onTick(tickOf(queued), id);
    follower.onTick(tickOf(queued), id);
    follower.onTick(tickOf(runWith({ state: 'running' }, [ended, attempt(2)])), id);
    await look();
    await follower.end();
    expect(said).toEqual([
      'one',
      'Attempt 1 ended: the program exited with a code other than 0 (exit 3); the next starts at 2027-01-15 08:01:00 UTC.',
      'Attempt 2 starts.',
      'two',
    ]);
    expect(reads.filter((read) => read.startsWith('h2'))).toEqual(['h2 start']);
  });

  it('tells of progress in lines where nothing is redrawn, and now and then that the run still goes on', async () => {
    const { follower, said, look } = stage({
      h1: [{ lines: [progress(10), progress(11), progress(20)], cursor: '1' }],
    });
    follower.onTick(tickOf(runWith({ state: 'running' }, [attempt(1)])), id);
    await look(5);
    await follower.end();
    expect(said.slice(0, 2)).toEqual(['page: 10 of 100', 'page: 20 of 100']);
    expect(said[2]).toMatch(/^Still running after \d+ s: .*page: 20 of 100$/);
  });

  it('draws what is open on a live screen, within its columns, and takes it away at the end', async () => {
    const { follower, said, blocks, look } = stage({ h1: [{ lines: [progress(50)], cursor: '1' }] }, true);
    follower.onTick(tickOf(runWith({ state: 'running' }, [attempt(1)])), id);
    await look(2);
    await follower.end();
    expect(said).toEqual([]);
    const drawn = blocks.findLast((block) => block.length > 0) ?? [];
    expect(drawn[0]).toContain('page: 50 of 100');
    expect(drawn[1]).toMatch(/^slow running, \d+ s: 0 tasks done\. Ctrl-C cancels\.$/);
    expect(blocks.flat().every(({ length }) => length <= 60)).toBe(true);
    expect(blocks.at(-1)).toEqual([]);
  });

  it('goes on when the log cannot be read, and says so once', async () => {
    const { follower, said, look } = stage({ h1: 'broken' });
    follower.onTick(tickOf(runWith({ state: 'running' }, [attempt(1)])), id);
    await look(2);
    await follower.end();
    expect(said).toEqual(['The log cannot be read: no route to host']);
  });

  it('says why a run waits, once', async () => {
    const { follower, said } = stage({});
    const waiting = tickOf(runWith({ state: 'queued', notBefore: start }, []), new Map([[id, 'group']]));
    follower.onTick(waiting, id);
    follower.onTick(waiting, id);
    await follower.end();
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^Waiting: /);
  });
});
