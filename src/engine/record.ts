import { stampClaims } from '../core/check-claims.ts';
import type { Registry } from '../core/deployment.ts';
import { sha256 } from '../core/digest.ts';
import { faultWords } from '../core/fault.ts';
import { isoOf } from '../core/instant.ts';
import { assertPromises } from '../core/invariant.ts';
import { describeProblem, RefusedError } from '../core/problem.ts';
import type { State } from '../core/state.ts';
import { followTroubles } from '../core/troubles.ts';
import type { Snapshot, World } from '../ports.ts';
import { type BoardInput, boardFiles, renderBoard } from '../report/board.ts';
import { codeSpan } from '../report/text.ts';

/** What to write instead of a snapshot; undefined if it can stay as it is. */
export type Edit = {
  readonly state: State;
  readonly registry?: Registry;
  readonly message: string;
  /** Run pages for the history branch. */
  readonly pages?: ReadonlyMap<string, string>;
};

/** How the board is written: with whose links, and through which choke point. */
export type BoardStyle = Pick<BoardInput, 'links' | 'outgoing' | 'trigger' | 'alerts'>;

export type Recorded = {
  readonly snapshot: Snapshot;
  readonly isChanged: boolean;
};

/** A race is lost at most this often before the tick leaves the work to the winner. */
const mostRaces = 8;
const firstPauseMs = 100;
const longestPauseMs = 2_000;

/**
 * Writes what `edit` makes of the newest snapshot, by compare-and-swap: a lost race loads again and asks `edit` again,
 * so nothing is ever decided on a state that somebody else has replaced.
 */
export async function record(
  world: World,
  start: Snapshot,
  { style, edit }: { readonly style: BoardStyle; readonly edit: (snapshot: Snapshot) => Edit | undefined },
): Promise<Recorded> {
  let snapshot = start;
  for (let race = 0; race < mostRaces; race += 1) {
    const change = edit(snapshot);
    if (change === undefined) return { snapshot, isChanged: false };
    const written = await write(world, snapshot, { change, style });
    if (written !== undefined) return { snapshot: written, isChanged: true };
    await world.clock.sleep(pauseMs(race, `${world.clock.now()} ${snapshot.version}`));
    snapshot = await world.state.load(world.clock.now());
  }
  throw new RefusedError({
    code: 'E_STATE_BUSY',
    message: `Other ticks changed the state ${mostRaces} times while this one tried to.`,
    fix: 'Try again. Workflows that write state wait for each other in one `concurrency` group.',
  });
}

/** Undefined: somebody else was first. */
async function write(
  world: World,
  base: Snapshot,
  { change, style }: { readonly change: Edit; readonly style: BoardStyle },
): Promise<Snapshot | undefined> {
  assertPromises(base.state, change.state);
  const now = world.clock.now();
  const registry = change.registry ?? base.registry;
  const stamped = stampClaims(base.state, change.state, base.version);
  const followed = followTroubles(base.state, stamped, { registry, now });
  const state = { ...followed, sequence: base.state.sequence + 1 };
  const { text: board, files } = boardOf(world, { state, registry, now, ...style });
  const answer = await world.state.commit({
    base: base.version,
    registry,
    state,
    board,
    files,
    message: change.message,
    at: now,
    pages: change.pages ?? new Map(),
  });
  if (answer.kind === 'lost') {
    world.log.info(`Another process wrote the state first, at ${isoOf(now)}: deciding again.`);
    return undefined;
  }
  if (answer.warning !== undefined) world.log.warn(describeProblem(answer.warning));
  return { version: answer.version, registry, state };
}

/** The state is what counts: a board that cannot be drawn must not keep it from being written. */
function boardOf({ log }: World, input: BoardInput) {
  try {
    return { text: renderBoard(input), files: boardFiles(input) };
  } catch (error) {
    const fault = faultWords(error);
    log.warn(
      `W_BOARD_UNMADE The board could not be drawn: ${fault}. The state is written without it. This is a bug of Headgate: please report it.`,
    );
    return { text: unmadeBoard(fault), files: new Map<string, string>() };
  }
}

function unmadeBoard(fault: string): string {
  return `# Headgate\n\nThe board could not be drawn; \`headgate status\` shows what the state says.\n\n${codeSpan(fault)}\n`;
}

/** Full jitter: racing processes that wait equally long would only meet again. */
function pauseMs(race: number, seed: string): number {
  const share = Number.parseInt(sha256(seed).slice(0, 8), 16) / 0xffff_ffff;
  return Math.round(Math.min(firstPauseMs * 2 ** race, longestPauseMs) * share);
}
