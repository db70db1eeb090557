import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { constants } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Ending, EndingClass } from '../../core/ending.ts';
import { type Instant, instantFromMs, secondMs } from '../../core/instant.ts';
import { cutLength } from '../../report/visible.ts';
import { codeOf, createDirectoryOnce, writeAtomically } from './atomic-files.ts';
import { openLog, splitLines } from './log-writer.ts';
import { identityOf, signalGroup } from './process-identity.ts';
import { type EndRecord, endText, fileNames, readStop, type StopRecord } from './run-directory.ts';
import { classOfStop } from './stop-reason.ts';

/** What a supervisor is told on its standard input. Secrets pass this way, so that no file ever holds them. */
export type Job = {
  readonly run: string;
  /** A supervisor that wakes up later than this, after a suspend for one, must not start anything any more. */
  readonly claimBefore: number;
  readonly argv: readonly string[];
  readonly environment: { readonly [name: string]: string };
  /** Copied to be the attempt's own files, so that no attempt can change what the next one starts from. */
  readonly files: string;
  /** Where the program starts, relative to `files`. */
  readonly workingDirectory: string;
  readonly runTimeoutSeconds: number;
  readonly stopTimeoutSeconds: number;
};

/** How often a stop request is looked for; a signal to the supervisor makes it look at once. */
const stopPollMs = 1_000;
/** A process that left its group may hold the output open after the program has ended. */
const drainMs = 2_000;

/** Starts the program of a run unless somebody else did, follows it to its end, and writes down how it ended. */
export async function supervise(job: Job): Promise<void> {
  if (Date.now() > job.claimBefore || !(await claim(job.run))) return;
  const early = await readStop(job.run);
  const ending =
    early === undefined
      ? await follow(job)
      : { ending: endingOf(classOfStop(early.reason), 'It was stopped before it started.') };
  await writeAtomically(path.join(job.run, fileNames.end), endText(ending));
}

function claim(run: string): Promise<boolean> {
  const identity = identityOf(process.pid);
  if (identity === undefined)
    throw new Error('This system does not tell when a process started (ps failed).');
  const text = JSON.stringify({ identity });
  return createDirectoryOnce(path.join(run, fileNames.claim), { [fileNames.supervisor]: text });
}

async function follow(job: Job): Promise<EndRecord> {
  try {
    const work = path.join(job.run, fileNames.work);
    await cp(job.files, work, { recursive: true, verbatimSymlinks: true });
    await mkdir(path.join(work, job.workingDirectory), { recursive: true });
    await writeFile(path.join(job.run, fileNames.starting), '', { flag: 'w', flush: true });
  } catch (error) {
    return { ending: endingOf('start-failed', `Its files could not be prepared: ${messageOf(error)}`) };
  }
  const child = start(job);
  if (child.pid === undefined) return { ending: await failureOf(child) };
  return watch(job, child, child.pid);
}

function start(job: Job): ChildProcess {
  const [command = '', ...argv] = job.argv;
  return spawn(command, argv, {
    cwd: path.join(job.run, fileNames.work, job.workingDirectory),
    env: job.environment,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function failureOf(child: ChildProcess): Promise<Ending> {
  const error = await new Promise<unknown>((resolve) => {
    child.once('error', resolve);
  });
  const isTransient = ['EAGAIN', 'ENOMEM', 'EMFILE', 'ENFILE'].includes(codeOf(error) ?? '');
  return endingOf(isTransient ? 'start-failed' : 'cannot-start', messageOf(error));
}

async function watch(job: Job, child: ChildProcess, pid: number): Promise<EndRecord> {
  const startedAt = instantFromMs(Date.now());
  const identity = identityOf(pid);
  const drained = keepLog(job.run, child);
  const exited = new Promise<number>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? 128 + signalNumber(signal)));
  });
  const stopper = stopperOf(job, pid);
  const record = { identity, startedAt, stopTimeoutSeconds: job.stopTimeoutSeconds };
  await writeAtomically(path.join(job.run, fileNames.program), JSON.stringify(record));
  const exitCode = await exited;
  stopper.close();
  // A container ends with its first process: nothing of the attempt outlives the program here either.
  signalGroup(pid, 'SIGKILL');
  await Promise.race([drained, delay(drainMs, undefined, { ref: false })]);
  const why = stopper.why();
  const endingClass = why?.class ?? (exitCode === 0 ? 'exit-zero' : 'exit-code');
  return { ending: { ...endingOf(endingClass, why?.detail), exitCode }, startedAt };
}

function keepLog(run: string, child: ChildProcess): Promise<unknown> {
  const log = openLog(path.join(run, fileNames.log));
  let isComplete = true;
  function writeOrLose(lines: Buffer): void {
    try {
      log.write(lines);
    } catch (error) {
      // A full disk costs lines of the log, not the end of the run.
      if (isComplete) reportError(error);
      isComplete = false;
    }
  }
  for (const stream of [child.stdout, child.stderr]) {
    const splitter = splitLines(writeOrLose);
    stream?.on('data', splitter.push);
    stream?.once('end', splitter.end);
  }
  return new Promise((resolve) => {
    child.once('close', resolve);
  });
}

/** Those that ask a process to end. */
export const stopSignals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

type Why = { readonly class: EndingClass; readonly detail: string };
type Stopper = { why(): Why | undefined; close(): void };

/** Stops the program when its time is over or somebody asks: SIGTERM to the whole group, then SIGKILL. */
function stopperOf(job: Job, pid: number): Stopper {
  let why: Why | undefined;
  let killTimer: NodeJS.Timeout | undefined;

  function stop(reason: Why): void {
    if (why !== undefined) return;
    why = reason;
    signalGroup(pid, 'SIGTERM');
    killTimer = setTimeout(() => signalGroup(pid, 'SIGKILL'), job.stopTimeoutSeconds * secondMs);
  }

  async function lookForStop(): Promise<StopRecord | undefined> {
    const asked = await readStop(job.run);
    if (asked !== undefined) stop({ class: classOfStop(asked.reason), detail: asked.reason });
    return asked;
  }

  async function onSignal(): Promise<void> {
    if ((await lookForStop()) === undefined)
      stop({ class: 'host', detail: 'The machine, or somebody on it, stopped the supervisor.' });
  }

  const words = `It ran longer than ${job.runTimeoutSeconds} seconds.`;
  const timers = [
    setTimeout(stop, job.runTimeoutSeconds * secondMs, { class: 'run-timeout', detail: words }),
    setInterval(() => void lookForStop().catch(reportError), stopPollMs),
  ];
  const listener = (): void => void onSignal().catch(reportError);
  for (const signal of stopSignals) process.on(signal, listener);
  void lookForStop().catch(reportError);
  return {
    why: () => why,
    close() {
      for (const timer of [...timers, killTimer]) clearTimeout(timer);
      for (const signal of stopSignals) process.off(signal, listener);
    },
  };
}

function signalNumber(signal: NodeJS.Signals | null): number {
  return signal === null ? 127 : constants.signals[signal];
}

function endingOf(endingClass: EndingClass, detail?: string): Ending {
  const at: Instant = instantFromMs(Date.now());
  return { class: endingClass, at, ...(detail === undefined ? {} : { detail: cutLength(detail, 1_000) }) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function reportError(error: unknown): void {
  process.stderr.write(`${messageOf(error)}\n`);
}
