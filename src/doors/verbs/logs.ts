import { shownText } from '../../core/event.ts';
import { isoOf } from '../../core/instant.ts';
import { exitCodes, InputError } from '../../core/problem.ts';
import { isEnded, type Run } from '../../core/run.ts';
import { tick } from '../../engine/tick.ts';
import type { LogLine } from '../../ports.ts';
import { momentOrNull } from '../documents.ts';
import type { Performed, Site } from '../performed.ts';
import { findRun } from './status.ts';
import { tickOptionsOf } from './tick.ts';

export type LogsRequest = {
  readonly run: string;
  readonly attempt: number | undefined;
  readonly isFollowing: boolean;
  /** Called with each line as it comes; left out, they are part of the document. */
  readonly print?: (line: LogLine) => void;
  /** Nobody reads what is printed any more. */
  readonly isReaderGone?: () => boolean;
};

/** How far the log of one attempt was read; a page without a cursor is its last. */
type Position = {
  readonly handle: string | undefined;
  readonly cursor: string | undefined;
  readonly isComplete: boolean;
};

/** Where the state is on GitHub, every look is a fetch. */
const localPollMs = 1_000;
const remotePollMs = 5_000;
const mostLines = 100_000;
const mostLineBytes = 64 * 1024;

/** What an attempt printed; while following, until the run has ended. */
export async function performLogs(site: Site, request: LogsRequest): Promise<Performed> {
  const { world } = site;
  const first = findRun(await world.state.load(world.clock.now()), request.run);
  const lines: LogLine[] = [];
  const isLocal = world.executor.kind === 'local';
  let read: Position = { handle: undefined, cursor: undefined, isComplete: false };
  for (let run = first; ; run = findRun(await world.state.load(world.clock.now()), first.id)) {
    const handle = handleOf(run, request.attempt);
    if (handle !== read.handle) read = { handle, cursor: undefined, isComplete: false };
    if (handle !== undefined && !read.isComplete) read = await drain(handle, run, read.cursor);
    if (!request.isFollowing || isEnded(run) || request.isReaderGone?.() === true) break;
    await world.clock.sleep(isLocal ? localPollMs : remotePollMs);
    // On this machine there is no clock: nobody else would see the end.
    if (isLocal) await tick(world, tickOptionsOf(site));
  }
  const document = {
    verb: 'logs',
    run: first.id,
    lines: lines.map(({ at, text }) => ({ at: momentOrNull(at), text })),
    isCut: lines.length === mostLines,
  };
  return { exitCode: exitCodes.done, document, text: '' };

  async function drain(handle: string, run: Run, from: string | undefined): Promise<Position> {
    let cursor = from;
    for (;;) {
      const page = await world.logs.read(handle, run.flow, cursor);
      for (const line of page.lines) take(line);
      const isAtEnd = page.cursor === cursor || page.lines.length === 0;
      cursor = page.cursor;
      if (cursor === undefined || isAtEnd) return { handle, cursor, isComplete: cursor === undefined };
    }
  }

  function take({ at, text: printed }: LogLine): void {
    const shown = shownText(printed);
    if (shown === undefined) return;
    const text = site.presentation.outgoing
      .lines([shown], { mostLines: 1, mostBytes: mostLineBytes })
      .join(' ');
    const line = { ...(at === undefined ? {} : { at }), text };
    if (request.print !== undefined) request.print(line);
    else if (lines.length < mostLines) lines.push(line);
  }
}

function handleOf(run: Run, number: number | undefined): string | undefined {
  const attempt =
    number === undefined ? run.attempts.at(-1) : run.attempts.find((entry) => entry.number === number);
  if (number !== undefined && attempt === undefined) {
    const message = `Run ${run.id} has no attempt ${number}; it has ${run.attempts.length}.`;
    throw new InputError([
      { code: 'E_RANGE', field: 'attempt', message, fix: 'Give the number of an attempt, from 1.' },
    ]);
  }
  return attempt?.handle;
}

/** `2026-11-24T10:05:00Z text`, or the text alone where the log has no times. */
export function logLineText({ at, text }: LogLine): string {
  return at === undefined ? text : `${isoOf(at)} ${text}`;
}
