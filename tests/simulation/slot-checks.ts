import { hourMs, type Instant } from '../../src/core/instant.ts';
import { isEnded, type Run, slotOf } from '../../src/core/run.ts';
import { instantOf, type Play } from './play.ts';

/** What must have become of single slots, whatever went wrong; times are those of the day of the scenario. */

const slotAt = (time: string): Instant => instantOf(`2026-11-24T${time}:00Z`);

/** Runs of a slot that were ever recorded. */
function runsFor({ checker }: Play, flow: string, time: string): readonly Run[] {
  const slot = slotAt(time);
  return [...checker.records.runs.values()].filter((run) => run.flow === flow && slotOf(run.cause) === slot);
}

export function checkCount(play: Play, flow: string, time: string, count: number): void {
  const found = runsFor(play, flow, time).length;
  play.checker.tally.check('NoLostSlot', found === count, () => `${flow} ${time} has ${found} runs`);
}

/** Whether each run of the slot had ended by a later one. */
export function hasEndedBy(play: Play, flow: string, time: string, later: string): boolean {
  return runsFor(play, flow, time).every((run) => isEnded(run) && run.phase.endedAt <= slotAt(later));
}

/** A pause that state has held from before the slot until after it. */
export function checkPaused(play: Play, flow: string, time: string): void {
  const slot = slotAt(time);
  const isPaused = play.stage.branches.history.some(
    ({ state }) =>
      [...state.pauses.values()].some((pause) => pause.flow === flow && pause.at <= slot) &&
      play.stage.branches.current()?.state.pauses.size === 0,
  );
  if (isPaused) checkCount(play, flow, time, 0);
}

/** No slot of an hourly flow is told twice: those with a run and those without are no more than there were. */
export function checkToldOnce({ stage, checker, now }: Play, flow: string, first: string): void {
  const state = stage.branches.current()?.state;
  const slots = Math.floor((now() - slotAt(first)) / hourMs) + 1;
  const gaps = state?.gaps.filter((gap) => gap.flow === flow) ?? [];
  const runs = [...checker.records.runs.values()].filter((run) => run.flow === flow);
  const told = runs.length + gaps.reduce((sum, { count }) => sum + count, 0);
  checker.tally.check('SlotUniqueness', told <= slots, () => `${told} of ${slots} slots of ${flow} are told`);
}

/** Never more runs at work in a group than one, each in the group that it was started in. */
export function checkGroupOfOne({ stage, checker }: Play, group: string): void {
  const startedIn = new Map<string, string | undefined>();
  for (const { state, registry } of stage.branches.history) {
    const open = [...state.runs.values()].filter((run) => !isEnded(run));
    const atWork = open.filter(({ phase }) => phase.state !== 'queued');
    // One that was declined has not started: it begins anew, in the group of that time.
    for (const { id, attempts, phase } of open)
      if (phase.state === 'queued') startedIn.delete(`${id} ${attempts.length}`);
    for (const { id, flow, attempts } of atWork) {
      const key = `${id} ${attempts.length}`;
      if (!startedIn.has(key)) startedIn.set(key, registry.deployments.get(flow)?.policy.concurrency?.group);
    }
    const members = atWork.filter(({ id, attempts }) => startedIn.get(`${id} ${attempts.length}`) === group);
    checker.tally.check('NoOverlap', members.length <= 1, () => `${members.length} at work in ${group}`);
  }
}
