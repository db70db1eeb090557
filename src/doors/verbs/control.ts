import { type ExitCode, exitCodes } from '../../core/problem.ts';
import { isEnded, type Run, type RunId } from '../../core/run.ts';
import { nextWake } from '../../core/wake.ts';
import { type Command, type CommandResult, control } from '../../engine/control.ts';
import { type TickResult, tick } from '../../engine/tick.ts';
import { setWakeUp } from '../../engine/wake-up.ts';
import { watch } from '../../engine/watch.ts';
import { areChecksWritten } from '../absent.ts';
import { momentOrNull, runDocument } from '../documents.ts';
import type { Performed, Site } from '../performed.ts';
import { commandWords } from '../words.ts';
import { tickOptionsOf } from './tick.ts';

export type ControlRequest = {
  readonly command: Command;
  /** How long to wait for the runs that it is about; 0: one tick carries it out and that is all. */
  readonly watchSeconds: number;
  readonly pollSeconds: number;
  /** Say what would become of it, and write nothing. */
  readonly isDryRun?: boolean;
  /** Called after each tick, with what the command is about. */
  readonly onTick?: (result: TickResult, subject: RunId) => void;
  /** A person has seen the log already. */
  readonly isLogShown?: boolean;
};

/** Records what a person asked for, and lets a tick carry it out at once. Watched runs decide the exit code. */
export async function performControl(site: Site, request: ControlRequest): Promise<Performed> {
  const { isDryRun = false, command } = request;
  const asker = { by: site.by, style: site.presentation, isDryRun };
  const answer = await control(site.world, command, asker);
  const needsTick = !isDryRun && command.kind !== 'pause' && command.kind !== 'resume';
  if (needsTick) await follow(site, request, answer);
  else if (!isDryRun) await setWakeUp(site.world, answer.snapshot);
  const snapshot = needsTick ? await site.world.state.load(site.world.clock.now()) : answer.snapshot;
  const runs = answer.runs.flatMap((id) => snapshot.state.runs.get(id) ?? []);
  const shown = isDryRun || command.kind === 'backfill' ? undefined : runs[0];
  return {
    exitCode: exitCodeOf(request, runs),
    document: {
      verb: answer.command,
      subject: answer.subject,
      isChanged: answer.isChanged,
      because: answer.because ?? null,
      ...(isDryRun ? { isDryRun } : {}),
      runs: runs.map(runDocument),
      nextWake: momentOrNull(nextWake(snapshot.state, snapshot.registry, site.world.clock.now())),
    },
    ...(await commandWords(request.isLogShown === true ? withoutLog(site) : site, {
      answer,
      isDryRun,
      ...(shown === undefined ? {} : { run: shown }),
    })),
  };
}

function withoutLog(site: Site): Site {
  return { ...site, presentation: { ...site.presentation, logTailLines: 0 } };
}

async function follow(site: Site, request: ControlRequest, answer: CommandResult): Promise<void> {
  const options = tickOptionsOf(site);
  if (request.watchSeconds === 0) {
    await tick(site.world, options);
    return;
  }
  const wanted = new Set(answer.runs);
  const isShownHere = areChecksWritten(site.world.checks);
  const isDone = (result: TickResult) => {
    request.onTick?.(result, answer.subject as RunId);
    return !result.open.some(({ id }) => wanted.has(id)) && (result.unreported === 0 || !isShownHere);
  };
  await watch(site.world, options, { ...request, isDone });
}

const judged: ReadonlySet<Command['kind']> = new Set(['run', 'retry', 'backfill']);

function exitCodeOf({ command, watchSeconds }: ControlRequest, runs: readonly Run[]): ExitCode {
  const isJudged = judged.has(command.kind) && watchSeconds > 0;
  const hasFailed = runs.some((run) => isEnded(run) && run.phase.state !== 'succeeded');
  return isJudged && hasFailed ? exitCodes.workFailed : exitCodes.done;
}
