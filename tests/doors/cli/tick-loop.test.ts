import { describe, expect, it } from '@jest/globals';
import { systemClock } from '../../../src/adapters/local/clock.ts';
import { InvariantError, RefusedError } from '../../../src/core/problem.ts';
import { emptyState } from '../../../src/core/state.ts';
import type { Known } from '../../../src/doors/cli/live/view.ts';
import { dozer, type LoopResult, tickLoop } from '../../../src/doors/cli/tick-loop.ts';
import { noon } from '../../core/builders.ts';
import { flows, stageOf } from './live/stage.ts';

const refused = new RefusedError({ code: 'E_NETWORK', message: 'The remote did not answer.' });

type Seen = {
  readonly result: LoopResult;
  readonly told: readonly string[];
  readonly known: readonly Known[];
};

/** Ticks as often as there are entries; an entry that is an error is thrown by that tick. */
async function loop(ticks: readonly (Error | undefined)[]): Promise<Seen> {
  const { site, known } = await stageOf({ registry: flows, state: emptyState(noon) });
  const told: string[] = [];
  const seen: Known[] = [];
  const stop = new AbortController();
  const load = async (...asked: Parameters<typeof site.world.state.load>) => {
    const failure = ticks[seen.length];
    if (failure !== undefined) throw failure;
    return site.world.state.load(...asked);
  };
  const world = {
    ...site.world,
    state: { ...site.world.state, load },
    log: { info: (text: string) => void told.push(text), warn: (text: string) => void told.push(text) },
  };
  const result = await tickLoop(
    { ...site, world, root: '/', directory: '/', cwd: '/' },
    {
      everySeconds: 30,
      signal: stop.signal,
      doze: dozer(stop.signal),
      known: () => seen.at(-1) ?? known(),
      onTick(news) {
        seen.push(news);
        if (seen.length === ticks.length) stop.abort();
      },
    },
  );
  return { result, told, known: seen };
}

describe('a pause', () => {
  it('ends when it is woken, and so does its timer, which would keep the process alive', async () => {
    const stop = new AbortController();
    const doze = dozer(stop.signal);
    const signals: AbortSignal[] = [];
    const sleep = (signal: AbortSignal): Promise<void> => {
      signals.push(signal);
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
    };
    const first = doze.until(sleep);
    doze.wake();
    await first;
    stop.abort();
    await doze.until(sleep);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
    await systemClock().sleep(60_000, AbortSignal.abort());
  });
});

describe('ticks in a loop', () => {
  it('go on after one that failed, tell of it once in full, and say when it is over', async () => {
    const { result, told, known } = await loop([refused, refused, undefined]);
    expect(result).toEqual({ ticks: 3, failedTicks: 2 });
    expect(told).toEqual([
      'The tick failed; the next is tried. E_NETWORK The remote did not answer.',
      'The tick failed in the same way again: 2 times now.',
      'The tick went well again.',
    ]);
    expect(known.map(({ trouble }) => trouble)).toEqual([
      'E_NETWORK The remote did not answer.',
      'E_NETWORK The remote did not answer.',
      undefined,
    ]);
  });

  it('end as the last one did', async () => {
    const { result } = await loop([undefined, refused]);
    expect(result).toMatchObject({ ticks: 2, failedTicks: 1, failure: { exitCode: 3 } });
  });

  it('survive a bug as well, and hide what it may quote', async () => {
    const { result, told } = await loop([new TypeError('hunter2-hunter2 is not a function'), undefined]);
    expect(result).toEqual({ ticks: 2, failedTicks: 1 });
    expect(told[0]).toContain('E_BUG *** is not a function');
  });

  it('end at once where a promise does not hold', async () => {
    await expect(loop([new InvariantError('Two launches of one slot.'), undefined])).rejects.toThrow(
      'E_INVARIANT',
    );
  });
});
