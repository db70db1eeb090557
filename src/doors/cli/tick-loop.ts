import { secondMs } from '../../core/instant.ts';
import { describeProblem, InvariantError } from '../../core/problem.ts';
import { type TickResult, tick } from '../../engine/tick.ts';
import { visible } from '../../report/visible.ts';
import { type Failure, failureOf } from '../failure.ts';
import { tickOptionsOf } from '../verbs/tick.ts';
import { tickWords } from '../words.ts';
import type { Known } from './live/view.ts';
import type { CliSite } from './site.ts';

export type LoopOptions = {
  readonly everySeconds: number;
  /** Ends the loop after the tick that is under way. */
  readonly signal: AbortSignal;
  readonly known: () => Known;
  /** Called after each tick, with what is known then. */
  readonly onTick: (known: Known) => void;
  /** Ends the pause that is under way, or the next one. */
  readonly doze: Dozer;
};

export type LoopResult = {
  readonly ticks: number;
  readonly failedTicks: number;
  /** Of the last tick, if it failed. */
  readonly failure?: Failure;
};

/** Observing processes of this machine costs nothing, and people watch. */
const localWatchSeconds = 2;

/**
 * Ticks until it is told to end. A tick that fails is told of, and the next one is tried: a network that was away for a
 * minute must not end what is to run for days. Only a promise that does not hold ends it.
 */
export async function tickLoop(site: CliSite, options: LoopOptions): Promise<LoopResult> {
  const { world } = site;
  const tell = failureTeller(site);
  let [ticks, failedTicks] = [0, 0];
  let failure: Failure | undefined;
  while (!options.signal.aborted) {
    const passed = await pass(site);
    ticks += 1;
    failure = passed.failure;
    if (failure !== undefined) failedTicks += 1;
    tell(failure);
    options.onTick(
      passed.known ?? { ...options.known(), ...(failure === undefined ? {} : { trouble: wordsOf(failure) }) },
    );
    const pauseMs = pauseSeconds(site, options, passed.result) * secondMs;
    await options.doze.until((signal) => world.clock.sleep(pauseMs, signal));
  }
  return { ticks, failedTicks, ...(failure === undefined ? {} : { failure }) };
}

type Passed = { readonly result?: TickResult; readonly known?: Known; readonly failure?: Failure };

async function pass(site: CliSite): Promise<Passed> {
  const { world } = site;
  try {
    const result = await tick(world, tickOptionsOf(site));
    if (result.wroteState) process.stderr.write(tickWords(site, result).text);
    const snapshot = await world.state.load(world.clock.now());
    return { result, known: { snapshot, waiting: result.waiting } };
  } catch (error) {
    if (error instanceof InvariantError) throw error;
    return { failure: failureOf(error) };
  }
}

function wordsOf({ problems }: Failure): string {
  return problems.map(describeProblem).join(' ');
}

/** The same trouble again takes a line, not a page. */
function failureTeller({ world, presentation }: CliSite): (failure: Failure | undefined) => void {
  let [last, times] = ['', 0];
  return (failure) => {
    if (failure === undefined) {
      if (times > 0) world.log.info('The tick went well again.');
      [last, times] = ['', 0];
      return;
    }
    const words = wordsOf(failure);
    times = words === last ? times + 1 : 1;
    if (times > 1) world.log.warn(`The tick failed in the same way again: ${times} times now.`);
    else {
      world.log.warn(presentation.outgoing.title(`The tick failed; the next is tried. ${words}`, 2_000));
      if (failure.stack !== undefined)
        process.stderr.write(`${visible(presentation.outgoing.whole(failure.stack))}\n`);
    }
    last = words;
  };
}

function pauseSeconds(
  { world }: CliSite,
  { everySeconds }: LoopOptions,
  result: TickResult | undefined,
): number {
  const isWatching = world.executor.kind === 'local' && (result?.open.length ?? 0) > 0;
  return isWatching ? Math.min(everySeconds, localWatchSeconds) : everySeconds;
}

export type Dozer = {
  readonly wake: () => void;
  readonly until: (sleep: (signal: AbortSignal) => Promise<void>) => Promise<void>;
};

/** A pause that ends early when somebody wakes it. What happens while nobody dozes ends the next pause at once. */
export function dozer(signal: AbortSignal): Dozer {
  let isWoken = false;
  let rouse = (): void => undefined;
  signal.addEventListener('abort', () => wake(), { once: true });
  return { wake, until };

  function wake(): void {
    isWoken = true;
    rouse();
  }

  /** A timer that is left behind keeps the process from ending. */
  async function until(sleep: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const waking = new AbortController();
    const woken = new Promise<void>((resolve) => {
      rouse = () => {
        waking.abort();
        resolve();
      };
    });
    if (isWoken) rouse();
    await Promise.race([sleep(waking.signal), woken]);
    isWoken = false;
  }
}
