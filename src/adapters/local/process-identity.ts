import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Json, JsonObject } from '../../core/json.ts';

/**
 * Names one process for good: a process number alone is given again after the process ended, after a restart of the
 * machine, and means another process in another container.
 */
export type ProcessIdentity = {
  readonly machine: string;
  /** Changes with each start of the machine. */
  readonly boot: string;
  /** The PID namespace, on Linux: which container. */
  readonly space: string;
  readonly pid: number;
  /** When it started, in the kernel's own unit; only compared. */
  readonly startedAs: string;
};

/** Whether a process still runs. `unknown`: it cannot be seen from here, so nothing can be said. */
export type Life = 'alive' | 'gone' | 'unknown';

/** Undefined if no such process runs. */
export function identityOf(pid: number): ProcessIdentity | undefined {
  const startedAs = process.platform === 'linux' ? startFromProc(pid) : startFromPs(pid);
  return startedAs === undefined ? undefined : { ...surroundings(), pid, startedAs };
}

export function judgeLife(known: ProcessIdentity): Life {
  const here = surroundings();
  if (known.machine !== here.machine) return 'unknown';
  if (known.boot !== here.boot) return 'gone';
  if (known.space !== here.space) return 'unknown';
  return identityOf(known.pid)?.startedAs === known.startedAs ? 'alive' : 'gone';
}

/** True if the machine was started anew since: then nothing of that time runs any more. */
export function isBeforeRestart(known: ProcessIdentity): boolean {
  const here = surroundings();
  return known.machine === here.machine && known.boot !== here.boot;
}

/** False if no process of the group can be reached. */
export function signalGroup(leader: number, signal: NodeJS.Signals): boolean {
  return signalProcess(-leader, signal);
}

export function signalProcess(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ESRCH' || code === 'EPERM') return false;
    throw error;
  }
}

export function identityFrom(value: Json | undefined): ProcessIdentity | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { machine, boot, space, pid, startedAs } = value as JsonObject;
  const isWhole =
    typeof machine === 'string' &&
    typeof boot === 'string' &&
    typeof space === 'string' &&
    typeof startedAs === 'string' &&
    typeof pid === 'number' &&
    Number.isSafeInteger(pid) &&
    pid > 1;
  return isWhole ? { machine, boot, space, pid, startedAs } : undefined;
}

type Surroundings = Omit<ProcessIdentity, 'pid' | 'startedAs'>;
let cached: Surroundings | undefined;

function surroundings(): Surroundings {
  if (cached !== undefined) return cached;
  const isLinux = process.platform === 'linux';
  cached = {
    machine: (isLinux ? textOf('/etc/machine-id') : undefined) ?? hostname(),
    boot: (isLinux ? textOf('/proc/sys/kernel/random/boot_id') : bootFromSysctl()) ?? '',
    space: isLinux ? spaceOf() : '',
  };
  return cached;
}

/** proc(5): the start time is field 22; the name in field 2 may hold blanks and parentheses. Z and X have ended. */
function startFromProc(pid: number): string | undefined {
  const text = textOf(`/proc/${pid}/stat`);
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields === undefined || fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
}

function startFromPs(pid: number): string | undefined {
  const text = outputOf('ps', ['-o', 'stat=,lstart=', '-p', String(pid)]);
  const match = text === undefined ? null : /^(\S+)\s+(.+)$/.exec(text);
  return match === null || match[1]?.startsWith('Z') === true ? undefined : match[2];
}

function bootFromSysctl(): string | undefined {
  return outputOf('sysctl', ['-n', 'kern.bootsessionuuid']);
}

function spaceOf(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

function textOf(file: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8').trim();
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
}

function outputOf(command: string, argv: readonly string[]): string | undefined {
  try {
    const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' };
    const text = execFileSync(command, argv, { env, encoding: 'utf8', timeout: 5_000, stdio: 'pipe' }).trim();
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
}
