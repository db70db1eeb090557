export type EcsContainer = { readonly name: string; readonly exitCode?: number; readonly reason: string };

type EcsTask = { readonly stopCode: string; readonly containers: readonly EcsContainer[] };

/** 128 + SIGTERM and 128 + SIGKILL: what a container ends with that was told to stop. */
const obeyed = 143;
const killed = 137;

/**
 * ECS says that an essential container ended, not which one did first. The flow's program ended as one does that is told
 * to stop, nobody asked ECS to stop the task, and another container ended by itself: so that one was first. A SIGKILL
 * may also be the flow's own doing, for want of memory, so there only a sidecar that failed counts.
 */
export function wasStoppedBySidecar(
  { stopCode, containers }: EcsTask,
  main: EcsContainer | undefined,
): boolean {
  if (stopCode !== 'EssentialContainerExited') return false;
  const failed = sidecarsIn(containers, main).filter(hasEndedByItself);
  if (main?.exitCode === obeyed) return failed.length > 0;
  return main?.exitCode === killed && failed.some(({ exitCode }) => exitCode !== 0);
}

/** Whether the flow has containers beside its own. */
export function hasSidecars({ containers }: EcsTask, main: EcsContainer | undefined): boolean {
  return sidecarsIn(containers, main).length > 0;
}

/** `sidecar proxy exited with code 3`, for those that did not end as they were told to. */
export function sidecarWords({ containers }: EcsTask, main: EcsContainer | undefined): string[] {
  if (main?.exitCode === 0) return [];
  return sidecarsIn(containers, main).flatMap((sidecar) => {
    const { name, exitCode, reason } = sidecar;
    if (exitCode === undefined && reason === '') return [];
    if (exitCode !== undefined && !hasEndedByItself(sidecar)) return [];
    const words = exitCode === undefined ? 'did not run' : `exited with code ${exitCode}`;
    return [`sidecar ${name} ${words}${reason === '' ? '' : ` (${reason})`}`];
  });
}

/** Containers called aws-… are not the flow's: GuardDuty adds one, for instance. */
function sidecarsIn(
  containers: readonly EcsContainer[],
  main: EcsContainer | undefined,
): readonly EcsContainer[] {
  return containers.filter((one) => one !== main && !one.name.startsWith('aws-'));
}

function hasEndedByItself({ exitCode, reason }: EcsContainer): boolean {
  if (exitCode === undefined) return false;
  const isTold = exitCode === obeyed || exitCode === killed;
  return !isTold || /OutOfMemory/i.test(reason);
}
