import { InvariantError } from './problem.ts';
import { isEnded, type Run } from './run.ts';
import type { State } from './state.ts';

/**
 * The promises that are cheap enough to check before every write. One that does not hold stops all writing: a wrong
 * record is worse than a missing one.
 */
export function assertPromises(before: State, after: State): void {
  if (after.mark < before.mark) broken(`the mark moves back from ${before.mark} to ${after.mark}`);
  assertPartial(before, after);
  const handles = new Set<string>();
  for (const run of after.runs.values()) {
    assertRun(run, handles);
    const known = before.runs.get(run.id);
    if (known !== undefined) assertStep(known, run);
  }
  for (const run of before.runs.values()) {
    if (!isEnded(run) && !after.runs.has(run.id)) broken(`open run ${run.id} disappears`);
  }
}

/** Slots that were accounted for stay so. */
function assertPartial({ mark, partial: before }: State, after: State): void {
  if (before === undefined || after.mark > mark) return;
  const { partial } = after;
  if (partial?.slot !== before.slot || partial.through < before.through)
    broken(`of the instant ${before.slot}, flows after ${before.through} come again`);
}

function assertRun(run: Run, handles: Set<string>): void {
  for (const [index, attempt] of run.attempts.entries()) {
    if (attempt.number !== index + 1) broken(`attempts of run ${run.id} are not numbered in order`);
    const isLast = index === run.attempts.length - 1;
    if (!isLast && attempt.ending === undefined) broken(`run ${run.id} has two open attempts`);
    if (attempt.handle !== undefined && handles.has(attempt.handle))
      broken(`two attempts share ${attempt.handle}`);
    if (attempt.handle !== undefined) handles.add(attempt.handle);
  }
  const last = run.attempts.at(-1);
  if (
    run.phase.state === 'succeeded' &&
    last !== undefined &&
    last.ending?.class !== 'exit-zero' &&
    !isResolved(last)
  ) {
    broken(`run ${run.id} counts as succeeded without an exit code 0`);
  }
}

/** A person may resolve an unknown run. */
function isResolved(attempt: Run['attempts'][number]): boolean {
  return attempt.ending?.class === 'no-evidence';
}

function assertStep(before: Run, after: Run): void {
  for (const attempt of before.attempts) {
    const now = after.attempts.find(({ number }) => number === attempt.number);
    if (now === undefined) broken(`attempt ${attempt.number} of run ${before.id} disappears`);
    else if (attempt.ending !== undefined && now.ending?.class !== attempt.ending.class) {
      broken(`the end of attempt ${attempt.number} of run ${before.id} changes`);
    } else if (attempt.handle !== undefined && now.handle !== attempt.handle) {
      broken(`attempt ${attempt.number} of run ${before.id} changes its task`);
    }
  }
  if (before.revision !== after.revision) broken(`run ${before.id} changes its revision`);
  if (isEnded(before) && !isEnded(after) && after.granted <= before.granted)
    broken(`ended run ${before.id} opens again`);
}

function broken(what: string): never {
  throw new InvariantError(`A promise does not hold: ${what}.`);
}
