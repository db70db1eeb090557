import { secondMs } from '../../core/instant.ts';
import { exitCodes, RefusedError } from '../../core/problem.ts';
import { type TickResult, tick } from '../../engine/tick.ts';
import type { Performed } from '../performed.ts';
import { tickOptionsOf } from '../verbs/tick.ts';
import { tickWords } from '../words.ts';
import { type LivePage, serveLive } from './live/server.ts';
import type { Known } from './live/view.ts';
import type { CliSite } from './site.ts';

export type UpRequest = {
  readonly everySeconds: number;
  /** Of the live page; 0: any that is free. Undefined: the usual one, or any that is free. */
  readonly port: number | undefined;
};

export const usualPort = 4280;
/** Observing processes of this machine costs nothing, and people watch. */
const localWatchSeconds = 2;

/** Ticks in a loop, and serves what it knows, until a person interrupts it: attempts go on without it. */
export async function performUp(site: CliSite, request: UpRequest): Promise<Performed> {
  const { world } = site;
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const doze = dozer(stop.signal);
  let known: Known = { snapshot: await world.state.load(world.clock.now()), waiting: new Map() };
  const page = await serve(site, request.port, {
    known: () => known,
    async onDeed() {
      known = { ...known, snapshot: await world.state.load(world.clock.now()) };
      doze.wake();
    },
  });
  world.log.info(
    `Ticking every ${request.everySeconds} s; end it with Ctrl-C. The live page: ${page.address} The board: ${world.state.boardPlace}`,
  );
  let ticks = 0;
  try {
    while (!stop.signal.aborted) {
      const result = await tick(world, tickOptionsOf(site));
      ticks += 1;
      if (result.wroteState) process.stderr.write(tickWords(site, result).text);
      known = { snapshot: await world.state.load(world.clock.now()), waiting: result.waiting };
      await doze.until(world.clock.sleep(pauseSeconds(site, request, result) * secondMs));
    }
  } finally {
    await page.close();
  }
  return {
    exitCode: exitCodes.done,
    document: { verb: 'up', ticks, address: page.address },
    text: `Stopped after ${ticks} ticks.\n`,
  };
}

type Serving = Pick<Parameters<typeof serveLive>[0], 'known' | 'onDeed'>;

/** Somebody else may have the usual port, such as a second `headgate up`; a port that was asked for must be had. */
async function serve(site: CliSite, port: number | undefined, serving: Serving): Promise<LivePage> {
  try {
    return await serveLive({ site, port: port ?? usualPort, ...serving });
  } catch (error) {
    if (port !== undefined || !(error instanceof RefusedError)) throw error;
    return serveLive({ site, port: 0, ...serving });
  }
}

function pauseSeconds({ world }: CliSite, { everySeconds }: UpRequest, { open }: TickResult): number {
  const isWatching = world.executor.kind === 'local' && open.length > 0;
  return isWatching ? Math.min(everySeconds, localWatchSeconds) : everySeconds;
}

/** A pause that ends early when somebody wakes it. What happens while nobody dozes ends the next pause at once. */
function dozer(signal: AbortSignal) {
  let isWoken = false;
  let rouse = (): void => undefined;
  signal.addEventListener('abort', () => wake(), { once: true });
  return { wake, until };

  function wake(): void {
    isWoken = true;
    rouse();
  }

  async function until(slept: Promise<void>): Promise<void> {
    const woken = new Promise<void>((resolve) => {
      rouse = resolve;
      if (isWoken) resolve();
    });
    await Promise.race([slept, woken]);
    isWoken = false;
  }
}
