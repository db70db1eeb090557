import { secondMs } from '../../core/instant.ts';
import { exitCodes } from '../../core/problem.ts';
import { tick } from '../../engine/tick.ts';
import type { Performed } from '../performed.ts';
import { tickOptionsOf } from '../verbs/tick.ts';
import { tickWords } from '../words.ts';
import type { CliSite } from './site.ts';

/** Ticks in a loop, until a person interrupts it: attempts go on without it, and the next tick finds them. */
export async function performUp(site: CliSite, everySeconds: number): Promise<Performed> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  site.world.log.info(
    `Ticking every ${everySeconds} s; end it with Ctrl-C. The board: ${site.world.state.boardPlace}`,
  );
  let ticks = 0;
  while (!stop.signal.aborted) {
    const result = await tick(site.world, tickOptionsOf(site));
    ticks += 1;
    if (result.wroteState) process.stderr.write(tickWords(site, result).text);
    await Promise.race([site.world.clock.sleep(everySeconds * secondMs), aborted(stop.signal)]);
  }
  return {
    exitCode: exitCodes.done,
    document: { verb: 'up', ticks },
    text: `Stopped after ${ticks} ticks.\n`,
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
