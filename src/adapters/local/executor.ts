import type { Found, Sighting } from '../../core/sighting.ts';
import type { Clock, Executor, LaunchAnswer, LaunchRequest, Registrar } from '../../ports.ts';
import { codeOf } from './atomic-files.ts';
import { fileLister } from './build/flow-files.ts';
import { findBuild, isBuilt, readBuild, registerBuild, revisionOf } from './builds.ts';
import { launchOne, type Place } from './launch.ts';
import { findStartedBy, sight } from './observe.ts';
import { pruner } from './prune.ts';
import { stopOne } from './stop.ts';

export type LocalOptions = {
  /** The repository. */
  readonly root: string;
  /** Where builds, runs and logs are kept: `.headgate` of the repository. */
  readonly directory: string;
  readonly clock: Clock;
};

/** Each launch waits for a process to start; more at once only wait for each other. */
const launchesAtOnce = 4;

/** Attempts as local processes. Each has a supervisor of its own, so none needs whoever launched it. */
export function localExecutor({ root, directory, clock }: LocalOptions): Executor {
  const place: Place = { root, directory };
  const registrar = () => registrarOf({ root, directory, clock });
  return {
    kind: 'local',
    findRevision: (definition) => registrar().findRevision(definition),
    register: (definition) => registrar().register(definition),
    registrar,
    async look(startedBy, known) {
      const answers = new Map<string, readonly Found[]>();
      for (const name of startedBy) {
        const found = await findStartedBy(directory, name);
        answers.set(
          name,
          found.filter(({ handle }) => !known.has(handle)),
        );
      }
      return answers;
    },
    launch: (requests) => launchAll(place, requests),
    async observe(handles) {
      const sightings = new Map<string, Sighting>();
      for (const handle of handles) {
        const sighting = await sightSafely(directory, handle);
        if (sighting !== undefined) sightings.set(handle, sighting);
      }
      return sightings;
    },
    stop: (handle, reason) => stopOne(directory, { handle, reason, now: clock.now() }),
  };
}

/** Lists the files of the repository once, and prunes once: both take as long as there are flows. */
function registrarOf({ root, directory, clock }: LocalOptions): Registrar {
  const listFiles = fileLister(root);
  const prune = pruner(directory, clock);
  return {
    async findRevision(definition) {
      return (await isBuilt(directory, definition)) ? revisionOf(definition) : undefined;
    },
    async register(definition) {
      await registerBuild({ root, listFiles }, directory, definition);
      await prune(definition.flow);
      return revisionOf(definition);
    },
    built: (definition) => readBuild(directory, definition),
    isThere: async (flow, revision) => (await findBuild(directory, flow, revision)) !== undefined,
  };
}

/** Files that cannot be read now say nothing about the attempt. */
async function sightSafely(directory: string, handle: string): Promise<Sighting | undefined> {
  try {
    return await sight(directory, handle);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return undefined;
  }
}

async function launchAll(place: Place, requests: readonly LaunchRequest[]): Promise<readonly LaunchAnswer[]> {
  const answers: LaunchAnswer[] = [];
  let next = 0;
  async function work(): Promise<void> {
    for (let index = next++; index < requests.length; index = next++) {
      const request = requests[index];
      if (request !== undefined) answers[index] = await launchSafely(place, request);
    }
  }
  await Promise.all(Array.from({ length: Math.min(launchesAtOnce, requests.length) }, work));
  return answers;
}

/** A full disk or too many processes may pass; whether anything started before that, the same token will tell. */
async function launchSafely(place: Place, request: LaunchRequest): Promise<LaunchAnswer> {
  try {
    return await launchOne(place, request);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return { kind: 'unsure', reason: error instanceof Error ? error.message : String(error) };
  }
}
