import type { Stage } from '../../src/adapters/memory/world.ts';
import { isReported } from '../../src/core/prune.ts';
import { isEnded } from '../../src/core/run.ts';
import type { Checker } from './checker.ts';
import { hasNewZoneData, useZoneData } from './zone-data.ts';

/** What happens to the world beside Headgate's own calls. Each does nothing where it is impossible. */
export type Mishaps = {
  /** Somebody deletes the state branch (F37). */
  deleteBranch(): void;
  /** Somebody pushes an older state over it (F38). */
  rollBack(versions: number): void;
  /** A merge leaves something in the state that nobody can read, until somebody repairs it (F39). */
  corrupt(): void;
  repair(): void;
  isCorrupt(): boolean;
  /** A person takes ended runs out of the state by hand (F40). */
  editState(): void;
  /** The event of a task that ended never comes (F30). */
  loseEvent(): void;
  /** Somebody deletes the check of an ended run (F59). */
  removeCheck(): void;
  /** Somebody stops a running ECS task in the console. */
  stopOutside(): void;
  /** The runners get new time zone data (F35). */
  changeZoneData(): void;
  /** Somebody deregisters a task definition in use (F46). */
  deregister(): void;
};

/** As they are counted. */
export const mishapNames = [
  'deleted-branch',
  'rolled-back-branch',
  'corrupt-branch',
  'edited-state',
  'lost-event',
  'deleted-check',
  'stopped-outside',
  'deregistered-revision',
  'changed-zone-data',
] as const;

export function mishapsOn(
  stage: Stage,
  checker: Checker,
  onDone: (name: (typeof mishapNames)[number]) => void,
): Mishaps {
  const { branches, tasks } = stage;
  useZoneData('old');
  const { shelf } = stage;
  const kept = shelf.fields({ isCorrupt: false, isForgetful: false });
  shelf.also(() => {
    const data = hasNewZoneData() ? 'new' : 'old';
    return () => void useZoneData(data);
  });
  const runs = () => [...(branches.current()?.state.runs.values() ?? [])];
  return {
    isCorrupt: () => kept.isCorrupt,
    deleteBranch() {
      if (branches.current() === undefined || stage.eventLog.lost.size > 0) return;
      kept.isForgetful = true;
      branches.rollBack(undefined);
      checker.rolledBack(undefined);
      onDone('deleted-branch');
    },
    rollBack(versions) {
      const { history } = branches;
      const index = history.findIndex(({ version }) => version === branches.current()?.version);
      const target = history[Math.max(index - versions, 0)];
      if (index < 0 || target === undefined || stage.eventLog.lost.size > 0) return;
      kept.isForgetful = true;
      branches.rollBack(target.version);
      checker.rolledBack(target);
      onDone('rolled-back-branch');
    },
    corrupt() {
      kept.isCorrupt = true;
      onDone('corrupt-branch');
    },
    repair() {
      kept.isCorrupt = false;
    },
    editState() {
      const state = branches.current()?.state;
      if (state === undefined) return;
      const kept = new Map([...state.runs].filter(([, run]) => !isEnded(run) || !isReported(run)));
      if (kept.size === state.runs.size) return;
      branches.write({ state: { ...state, runs: kept } });
      onDone('edited-state');
    },
    loseEvent() {
      // A lost event and a lost state together leave nothing to know a launch by.
      if (kept.isForgetful) return;
      const task = tasks
        .all()
        .findLast(
          ({ handle }) => checker.records.handles.has(handle) && tasks.sighting(handle).kind === 'ended',
        );
      if (task === undefined) return;
      stage.eventLog.lost.add(task.handle);
      onDone('lost-event');
    },
    removeCheck() {
      const run = runs().find((one) => isEnded(one) && isReported(one));
      if (run?.shown === undefined) return;
      stage.checks.remove(run.shown.checkId);
      checker.removedChecks.add(run.id);
      onDone('deleted-check');
    },
    stopOutside() {
      const task = tasks.all().find(({ handle }) => tasks.sighting(handle).kind === 'running');
      if (task === undefined) return;
      tasks.stop(task.handle, 'Stopped by a person');
      onDone('stopped-outside');
    },
    changeZoneData() {
      if (useZoneData('new')) onDone('changed-zone-data');
    },
    deregister() {
      const [run] = runs().filter((one) => one.phase.state === 'queued');
      if (run === undefined) return;
      stage.revisions.deregister(run.revision);
      onDone('deregistered-revision');
    },
  };
}
