import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { sha256 } from '../../core/digest.ts';
import { type Ending, type EndingClass, endingClasses } from '../../core/ending.ts';
import { type Instant, instantFromMs } from '../../core/instant.ts';
import type { Json } from '../../core/json.ts';
import { isAbsence, isThere, readRecord } from './atomic-files.ts';
import { identityFrom, type ProcessIdentity } from './process-identity.ts';

/**
 * One attempt is one directory, `runs/<handle>/`, whose files are the only memory of it:
 *
 *     request.json     what was asked; the directory appears together with it
 *     claim/           who started it; appears together with the identity of the supervisor, once
 *     starting         the supervisor is about to start the program
 *     program.json     which process the program is, and since when
 *     stop.json        somebody asked for a stop
 *     log, log.<n>     what it printed
 *     package-guard.cjs  what keeps a bundle from packages that its image would not hold
 *     work/            where it worked
 *     end.json         how it ended
 */
export const fileNames = {
  request: 'request.json',
  claim: 'claim',
  supervisor: 'supervisor.json',
  starting: 'starting',
  program: 'program.json',
  stop: 'stop.json',
  log: 'log',
  packageGuard: 'package-guard.cjs',
  work: 'work',
  end: 'end.json',
  supervisorLog: 'supervisor.log',
} as const;

const handlePattern = /^local-[0-9a-f]{32}$/;
const startedByPattern = /^[A-Za-z0-9_-]{1,128}$/;

/** The same token gives the same handle, in every process: that is what makes a second start impossible. */
export function handleOf(clientToken: string): string {
  return `local-${sha256(clientToken).slice(0, 32)}`;
}

/** Undefined for a handle that no local executor gives: handles come from state, which is hostile. */
export function runDirectory(directory: string, handle: string): string | undefined {
  return handlePattern.test(handle) ? path.join(directory, 'runs', handle) : undefined;
}

export function indexDirectory(directory: string, startedBy: string): string | undefined {
  return startedByPattern.test(startedBy) ? path.join(directory, 'started-by', startedBy) : undefined;
}

export async function namesIn(directory: string): Promise<readonly string[]> {
  try {
    return (await readdir(directory)).sort();
  } catch (error) {
    if (isAbsence(error)) return [];
    throw error;
  }
}

export function isClaimed(run: string): Promise<boolean> {
  return isThere(path.join(run, fileNames.claim));
}

/** Without an identity if the program ended before it could be looked at. */
export type ProgramRecord = {
  readonly identity?: ProcessIdentity;
  readonly startedAt: Instant;
  readonly stopTimeoutSeconds: number;
};
export type StopRecord = { readonly reason: string; readonly at: Instant };
export type EndRecord = { readonly ending: Ending; readonly startedAt?: Instant };

export async function readSupervisor(run: string): Promise<ProcessIdentity | undefined> {
  const record = await readRecord(path.join(run, fileNames.claim, fileNames.supervisor));
  return identityFrom(record?.['identity']);
}

export async function readProgram(run: string): Promise<ProgramRecord | undefined> {
  const record = await readRecord(path.join(run, fileNames.program));
  const identity = identityFrom(record?.['identity']);
  const startedAt = instantFrom(record?.['startedAt']);
  const stopTimeoutSeconds = record?.['stopTimeoutSeconds'];
  if (startedAt === undefined || typeof stopTimeoutSeconds !== 'number') return undefined;
  return { startedAt, stopTimeoutSeconds, ...(identity === undefined ? {} : { identity }) };
}

export async function readStop(run: string): Promise<StopRecord | undefined> {
  const record = await readRecord(path.join(run, fileNames.stop));
  const at = instantFrom(record?.['at']);
  const reason = record?.['reason'];
  return at === undefined || typeof reason !== 'string' ? undefined : { reason, at };
}

export async function readEnd(run: string): Promise<EndRecord | undefined> {
  const record = await readRecord(path.join(run, fileNames.end));
  const at = instantFrom(record?.['at']);
  const endingClass = record?.['class'];
  if (at === undefined || typeof endingClass !== 'string' || !Object.hasOwn(endingClasses, endingClass))
    return undefined;
  const exitCode = record?.['exitCode'];
  const detail = record?.['detail'];
  const startedAt = instantFrom(record?.['startedAt']);
  return {
    ending: {
      class: endingClass as EndingClass,
      at,
      ...(typeof exitCode === 'number' ? { exitCode } : {}),
      ...(typeof detail === 'string' ? { detail } : {}),
    },
    ...(startedAt === undefined ? {} : { startedAt }),
  };
}

export function endText({ ending, startedAt }: EndRecord): string {
  return `${JSON.stringify({ ...ending, ...(startedAt === undefined ? {} : { startedAt }) })}\n`;
}

function instantFrom(value: Json | undefined): Instant | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= 8.64e15
    ? instantFromMs(value)
    : undefined;
}
