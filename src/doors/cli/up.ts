import { exitCodes, RefusedError } from '../../core/problem.ts';
import { problemDocument } from '../documents.ts';
import type { Performed } from '../performed.ts';
import { type LivePage, serveLive } from './live/server.ts';
import type { Known } from './live/view.ts';
import type { CliSite } from './site.ts';
import { dozer, tickLoop } from './tick-loop.ts';

export type UpRequest = {
  readonly everySeconds: number;
  /** Of the live page; 0: any that is free. Undefined: the usual one, or any that is free. */
  readonly port: number | undefined;
};

const usualPort = 4280;

/**
 * Ticks in a loop, and serves what it knows, until a person interrupts it: attempts go on without it. It exits as its
 * last tick did.
 */
export async function performUp(site: CliSite, request: UpRequest): Promise<Performed> {
  const { world } = site;
  const stop = new AbortController();
  endOnSignal(site, stop);
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
  try {
    const { ticks, failedTicks, failure } = await tickLoop(site, {
      everySeconds: request.everySeconds,
      signal: stop.signal,
      doze,
      known: () => known,
      onTick(news) {
        known = news;
      },
    });
    const failed = failedTicks === 0 ? '' : `, of which ${failedTicks} failed`;
    return {
      exitCode: failure?.exitCode ?? exitCodes.done,
      document: {
        verb: 'up',
        ticks,
        failedTicks,
        problems: failure?.problems.map(problemDocument) ?? [],
        address: page.address,
      },
      text: `Stopped after ${ticks} ticks${failed}.\n`,
    };
  } finally {
    await page.close();
  }
}

const graceMs = 800;

/**
 * A tick under way may end first; one that waits for somebody else's answer is left where it is, as by a kill: the next
 * one takes up its work.
 */
function endOnSignal({ world }: CliSite, stop: AbortController): void {
  const end = (): void => {
    stop.abort();
    setTimeout(() => {
      world.log.info('A tick was under way: the next one takes up its work.');
      process.exit(exitCodes.done);
    }, graceMs).unref();
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
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
