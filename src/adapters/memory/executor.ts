import type { Found, Sighting } from '../../core/sighting.ts';
import type { Executor, LaunchAnswer, LaunchRequest, LiveTask } from '../../ports.ts';
import type { Around } from './hook.ts';
import type { Revisions } from './revisions.ts';
import type { Tasks } from './tasks.ts';

export type ExecutorParts = {
  readonly kind: Executor['kind'];
  readonly revisions: Revisions;
  readonly tasks: Tasks;
  readonly launch: (request: LaunchRequest) => LaunchAnswer;
  /** Handles that cannot be asked about now: no answer, rather than MISSING. */
  readonly isSilent: (handle: string) => boolean;
};

/** ECS as Headgate sees it: tokens, answers that come late or get lost, tasks that cannot be seen yet or any more. */
export function memoryExecutor(parts: ExecutorParts, around: Around): Executor {
  const { kind, revisions, tasks, isSilent } = parts;
  return {
    kind,
    findRevision: (definition) => around('findRevision', () => revisions.find(definition)),
    register: (definition) => around('register', () => revisions.register(definition)),
    look: (startedBy, known) =>
      around(
        'look',
        () => new Map<string, readonly Found[]>(startedBy.map((name) => [name, tasks.find(name, known)])),
      ),
    launch: (requests) =>
      around('launch', async () => {
        const answers: LaunchAnswer[] = [];
        for (const request of requests) answers.push(await around('launch-one', () => parts.launch(request)));
        return answers;
      }),
    observe: (handles) =>
      around('observe', () => {
        const asked = handles.filter((handle) => !isSilent(handle));
        return new Map<string, Sighting>(asked.map((handle) => [handle, tasks.sighting(handle)]));
      }),
    stop: (handle, reason) => around('stop', () => tasks.stop(handle, reason)),
    ...(kind === 'local' ? {} : { inventory: () => around('inventory', () => liveOf(tasks)) }),
  };
}

const ourName = /^hg-[0-9a-f]{32}$/;

/** ECS lists what it wants to run: not what is being stopped, and not what it cannot show yet. */
function liveOf(tasks: Tasks): LiveTask[] {
  return tasks
    .all()
    .filter(({ request, stop }) => ourName.test(request.startedBy) && stop === undefined)
    .filter(({ handle }) => ['starting', 'running'].includes(tasks.sighting(handle).kind))
    .map(({ handle, request: { startedBy, revision } }) => ({
      handle,
      startedBy,
      family: revision.slice(revision.lastIndexOf('/') + 1).replace(/:\d+$/, ''),
    }));
}
