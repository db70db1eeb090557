import type { JsonObject } from '../../core/json.ts';
import { type ExitCode, exitCodes } from '../../core/problem.ts';
import { isEnded, type Run, type RunId } from '../../core/run.ts';
import { type Command, type CommandResult, control } from '../../engine/control.ts';
import { type TickResult, tick } from '../../engine/tick.ts';
import { watch } from '../../engine/watch.ts';
import { runDocument } from '../documents.ts';
import type { Performed, Site } from '../performed.ts';
import { commandWords } from '../words.ts';
import { tickDocument, tickOptionsOf } from './tick.ts';

export type ControlRequest = {
  readonly command: Command;
  /** How long to wait for the run that it is about; 0: one tick carries it out and that is all. */
  readonly watchSeconds: number;
  readonly pollSeconds: number;
  /** Called after each tick, with what the command is about. */
  readonly onTick?: (result: TickResult, subject: RunId) => void;
  /** A person has seen the log already. */
  readonly isLogShown?: boolean;
};

/** Records what a person asked for, and lets a tick carry it out at once. A watched run decides the exit code. */
export async function performControl(site: Site, request: ControlRequest): Promise<Performed> {
  const answer = await control(site.world, request.command, { by: site.by, style: site.presentation });
  const needsTick = request.command.kind !== 'pause' && request.command.kind !== 'resume';
  const ticked = needsTick ? await follow(site, request, answer) : undefined;
  const run = ticked === undefined ? undefined : await runNow(site, answer.subject as RunId);
  return {
    exitCode: exitCodeOf(request, run),
    document: documentOf(answer, run, ticked),
    ...(await commandWords(request.isLogShown === true ? withoutLog(site) : site, answer, run)),
  };
}

function withoutLog(site: Site): Site {
  return { ...site, presentation: { ...site.presentation, logTailLines: 0 } };
}

async function follow(site: Site, request: ControlRequest, { subject }: CommandResult): Promise<TickResult> {
  const options = tickOptionsOf(site);
  if (request.watchSeconds === 0) return tick(site.world, options);
  const isDone = (result: TickResult) => {
    request.onTick?.(result, subject as RunId);
    return !result.open.some(({ id }) => id === subject) && result.unreported === 0;
  };
  return watch(site.world, options, { ...request, isDone });
}

async function runNow({ world }: Site, id: RunId): Promise<Run | undefined> {
  return (await world.state.load(world.clock.now())).state.runs.get(id);
}

function exitCodeOf({ command, watchSeconds }: ControlRequest, run: Run | undefined): ExitCode {
  const isJudged =
    (command.kind === 'run' || command.kind === 'retry') && watchSeconds > 0 && run !== undefined;
  if (!isJudged || !isEnded(run)) return exitCodes.done;
  return run.phase.state === 'succeeded' ? exitCodes.done : exitCodes.workFailed;
}

function documentOf(answer: CommandResult, run: Run | undefined, ticked: TickResult | undefined): JsonObject {
  return {
    verb: answer.command,
    subject: answer.subject,
    isChanged: answer.isChanged,
    because: answer.because ?? null,
    runs: run === undefined ? [] : [runDocument(run)],
    nextWake: ticked === undefined ? null : (tickDocument(ticked)['nextWake'] ?? null),
  };
}
