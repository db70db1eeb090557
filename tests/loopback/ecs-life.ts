/** What becomes of one ECS task, written beforehand. All moments follow from it, and from a StopTask on the way. */
export type Life = {
  /** From RunTask to RUNNING; left out: it never starts. */
  readonly startAfterMs?: number;
  /** From RUNNING to the end; left out: until it is stopped. For a task that fails to start: from RunTask. */
  readonly runMs?: number;
  /** Absent: the container never ran, or was lost with its host. */
  readonly exitCode?: number;
  readonly stopCode?: string;
  readonly stoppedReason?: string;
  /** Of the main container. */
  readonly reason?: string;
  /** From SIGTERM to the end; 2 seconds if left out. Longer than `stopTimeout`: SIGKILL ends it. */
  readonly stopMs?: number;
  /** When it obeys SIGTERM; 143 if left out. */
  readonly stopExitCode?: number;
  /** One each `lineEveryMs` from RUNNING on; 1 ms if left out. */
  readonly lines?: readonly string[];
  readonly lineEveryMs?: number;
  /** What becomes of the other containers; ones that the task definition does not name are put there by AWS. */
  readonly sidecars?: readonly SidecarLife[];
};

export type SidecarLife = {
  readonly name: string;
  /** From RUNNING to its own end; left out: until it is told to stop. An essential one takes the task with it. */
  readonly endsAfterMs?: number;
  /** Of its own end, and also after SIGTERM; left out: none, as of one that never ran. */
  readonly exitCode?: number;
  readonly reason?: string;
};

/** Runs, says nothing, and is done at once. */
export const shortLife: Life = { startAfterMs: 0, runMs: 0, exitCode: 0 };

export type LifeFacts = {
  readonly createdAtMs: number;
  readonly life: Life;
  readonly stopAsked: { readonly atMs: number; readonly reason: string } | undefined;
  readonly stopTimeoutMs: number;
  /** Of the first essential container to end besides the main one, from RUNNING on. */
  readonly essentialEndMs?: number | undefined;
  /** From the end of the containers to STOPPED. */
  readonly deprovisionMs: number;
};

export type Timeline = {
  readonly startedAtMs: number | undefined;
  /** When its containers ended, by themselves or because they were told to. */
  readonly executionStoppedAtMs: number | undefined;
  readonly stoppedAtMs: number | undefined;
  readonly exitCode: number | undefined;
};

const usualStopMs = 2_000;

export function timelineOf({
  createdAtMs,
  life,
  stopAsked,
  stopTimeoutMs,
  essentialEndMs,
  deprovisionMs,
}: LifeFacts): Timeline {
  const startMs =
    life.stopCode === 'TaskFailedToStart' || life.startAfterMs === undefined
      ? undefined
      : createdAtMs + life.startAfterMs;
  // "If a task is stopped before it started, it goes to DEPROVISIONING" (developer guide, task lifecycle).
  const isStoppedBefore = stopAsked !== undefined && (startMs === undefined || stopAsked.atMs < startMs);
  if (startMs === undefined || isStoppedBefore) {
    const failedMs = life.stopCode === 'TaskFailedToStart' ? createdAtMs + (life.runMs ?? 0) : undefined;
    const endMs = earliest(failedMs, stopAsked?.atMs);
    const stoppedAtMs = endMs === undefined ? undefined : endMs + deprovisionMs;
    return { startedAtMs: undefined, executionStoppedAtMs: undefined, stoppedAtMs, exitCode: undefined };
  }
  const own = life.runMs === undefined ? undefined : startMs + life.runMs;
  // "SIGTERM …, after 30 seconds (`stopTimeout`) SIGKILL" (StopTask).
  const isKilled = (life.stopMs ?? usualStopMs) > stopTimeoutMs;
  // "If the essential parameter of a container is true, and that container fails or stops for any reason, all other
  // containers that are part of the task are stopped" (ContainerDefinition, `essential`).
  const toldMs = earliest(
    stopAsked?.atMs,
    essentialEndMs === undefined ? undefined : startMs + essentialEndMs,
  );
  const told =
    toldMs === undefined ? undefined : toldMs + Math.min(life.stopMs ?? usualStopMs, stopTimeoutMs);
  const endMs = earliest(own, told);
  const isTold = endMs !== undefined && endMs !== own;
  return {
    startedAtMs: startMs,
    executionStoppedAtMs: endMs,
    stoppedAtMs: endMs === undefined ? undefined : endMs + deprovisionMs,
    exitCode: isTold ? (isKilled ? 137 : (life.stopExitCode ?? 143)) : life.exitCode,
  };
}

function earliest(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.min(a, b);
}

/** "PROVISIONING, PENDING, ACTIVATING, RUNNING, DEACTIVATING, STOPPING, DEPROVISIONING, STOPPED" (task lifecycle). */
export function statusAt(facts: LifeFacts, now: number): string {
  const { startedAtMs, executionStoppedAtMs, stoppedAtMs } = timelineOf(facts);
  if (stoppedAtMs !== undefined && now >= stoppedAtMs) return 'STOPPED';
  if (executionStoppedAtMs !== undefined && now >= executionStoppedAtMs) return 'DEPROVISIONING';
  const isWindingUp = stoppedAtMs !== undefined && now >= stoppedAtMs - facts.deprovisionMs;
  if (startedAtMs === undefined && isWindingUp) return 'DEPROVISIONING';
  if (startedAtMs === undefined || now < startedAtMs) {
    const share =
      startedAtMs === undefined ? 0 : (now - facts.createdAtMs) / (startedAtMs - facts.createdAtMs);
    return share < 1 / 3 ? 'PROVISIONING' : share < 2 / 3 ? 'PENDING' : 'ACTIVATING';
  }
  return facts.stopAsked === undefined ? 'RUNNING' : 'STOPPING';
}
