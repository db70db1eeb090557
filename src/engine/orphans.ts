import { startedByOf } from '../core/identity.ts';
import type { Instant } from '../core/instant.ts';
import { RefusedError } from '../core/problem.ts';
import type { Project } from '../core/project.ts';
import type { State } from '../core/state.ts';
import type { LiveTask, Snapshot, World } from '../ports.ts';
import { isHourlyLook } from './hourly-look.ts';

const mostNamed = 10;

type Where = { readonly snapshot: Snapshot; readonly repository: string; readonly project: Project };

export type Live = { readonly tasks: readonly LiveTask[] };

/**
 * The live ECS tasks. Asked for before the state is loaded: a launch is recorded before it is made, so a
 * task that is listed first is in every state that is loaded later, unless that was deleted or rolled back.
 */
export async function takeInventory(world: World, now: Instant): Promise<Live | undefined> {
  if (world.executor.inventory === undefined || !isHourlyLook(now)) return undefined;
  return ask(world);
}

/** The tasks that no record names. Where there is no state at all, all of them. */
export async function findOrphans(
  world: World,
  live: Live | undefined,
  { snapshot, repository, project }: Where,
): Promise<readonly LiveTask[] | undefined> {
  const known = live ?? (snapshot.version === undefined ? await ask(world) : undefined);
  if (known === undefined) return undefined;
  const ours = known.tasks.filter(({ family }) => family.startsWith(`headgate-${project.name}-`));
  const orphans = orphansAmong(ours, snapshot.state, repository);
  if (orphans.length > 0) world.log.warn(wordsOf(orphans));
  return orphans;
}

async function ask(world: World): Promise<Live | undefined> {
  try {
    const tasks = await world.executor.inventory?.();
    return tasks === undefined ? undefined : { tasks };
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    world.log.warn(`Could not list the running ECS tasks: ${String(error)}. A later tick asks again.`);
    return undefined;
  }
}

/** A task is known by its handle, or, while its launch is not confirmed yet, by its name. */
export function orphansAmong(
  tasks: readonly LiveTask[],
  { runs }: State,
  repository: string,
): readonly LiveTask[] {
  const handles = new Set<string>();
  const names = new Set<string>();
  for (const run of runs.values()) {
    for (const { number, handle } of run.attempts) {
      if (handle === undefined)
        names.add(startedByOf({ repository, flow: run.flow, run: run.id, attempt: number }));
      else handles.add(handle);
    }
  }
  return tasks.filter(({ handle, startedBy }) => !handles.has(handle) && !names.has(startedBy));
}

function wordsOf(orphans: readonly LiveTask[]): string {
  const named = orphans.slice(0, mostNamed).map(({ handle }) => handle);
  const more = orphans.length > mostNamed ? ` and ${orphans.length - mostNamed} more` : '';
  const count = orphans.length === 1 ? 'One ECS task' : `${orphans.length} ECS tasks`;
  return `W_ORPHANS ${count} of this project that no record names: ${named.join(', ')}${more}. The state was deleted or rolled back while they ran. They go on to their own end, and nobody waits for them; to end one, use \`aws ecs stop-task\`.`;
}
