import { upstreamRunId } from '../../src/core/identity.ts';
import { hourMs, minuteMs } from '../../src/core/instant.ts';
import { canonicalJson, type Json } from '../../src/core/json.ts';
import { isReported } from '../../src/core/prune.ts';
import { isEnded, type Run, type RunId, slotOf } from '../../src/core/run.ts';
import { runCheckConclusions } from './conclusions.ts';
import { isAlive } from './launch-checks.ts';
import type { Play } from './play.ts';

/** A queue of runs that each go on until their timeout. */
const mostTicksToRest = 120;

/** Ends all faults, lets healthy ticks pass, stops the schedules, and looks at what is left. */
export async function comeToRest(play: Play): Promise<void> {
  play.heal();
  await play.ticks(3, 5);
  await play.ticks(1, 15);
  // The first tick of an hour lists the tasks that no record names.
  play.wait((hourMs - (play.now() % hourMs)) / minuteMs);
  await play.tick();
  for (const flow of play.stage.branches.current()?.registry.deployments.values() ?? [])
    if (flow.retiredAt === undefined) await play.command({ kind: 'pause', flow: flow.flow });
  const ticks = await ticksToRest(play);
  const { tally } = play.checker;
  tally.check(
    'Converges',
    ticks !== undefined,
    () => `something still changes after ${mostTicksToRest} ticks`,
  );
  if (ticks === undefined) return;
  await checkIdempotent(play);
  checkRuns(play);
  checkTasks(play);
  checkTexts(play);
  checkDownstream(play);
  checkSlots(play);
  const touched = play.foreign.touched();
  tally.check('NoForeignEffect', touched === undefined, () => touched ?? '');
}

async function ticksToRest(play: Play): Promise<number | undefined> {
  for (let count = 1; count <= mostTicksToRest; count += 1) {
    play.wait(15);
    const result = await play.tick();
    if (result === undefined || result.open.length > 0 || result.unreported > 0) continue;
    // What is shown at last may be forgotten then, which is one more write.
    await play.tick();
    return count;
  }
  return undefined;
}

/** A tick with nothing to do writes nothing, anywhere. */
async function checkIdempotent(play: Play): Promise<void> {
  const { stage, checker } = play;
  const picture = () => ({
    version: stage.branches.current()?.version,
    tasks: stage.tasks.all().length,
    checks: canonicalJson(stage.checks.shown() as unknown as Json),
  });
  const before = picture();
  await play.tick();
  const after = picture();
  checker.tally.check(
    'IdempotentTick',
    canonicalJson(before as Json) === canonicalJson(after as Json),
    () => `an idle tick writes: ${differenceOf(before, after)}`,
  );
}

function differenceOf(before: object, after: object): string {
  const texts = [before, after].map((value) => JSON.stringify(value));
  const [a = '', b = ''] = texts;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return `${a.slice(at, at + 200)} becomes ${b.slice(at, at + 200)}`;
}

function checkRuns(play: Play): void {
  const { stage, checker } = play;
  const { tally } = checker;
  const shown = stage.checks.shown();
  for (const run of stage.branches.current()?.state.runs.values() ?? []) {
    tally.check('Converges', isEnded(run), () => `${run.id} stays ${run.phase.state}`);
    if (!isEnded(run)) continue;
    tally.check('EventuallyReported', isReported(run), () => `${run.id} (${run.phase.state}) is not shown`);
    const checks = shown.filter(
      ({ check }) => check.externalId.includes(run.id) && check.commit === run.commit,
    );
    const isFit = checks.length === 1 || (checks.length === 0 && checker.removedChecks.has(run.id));
    tally.check('ReportTruth', isFit, () => `${run.id} has ${checks.length} checks`);
    for (const { check } of checks) checkConclusion(play, run, check.status, check.summary);
    if (run.cancel !== undefined) {
      const isFit = run.phase.state === 'cancelled' || run.phase.state === 'unknown' || isOlderEnd(run);
      tally.check('CancelWins', isFit, () => `${run.id} was cancelled and is ${run.phase.state}`);
    }
  }
}

/** One run a slot; of a rule with one fixed time a day, one a local day, also where clocks change. */
function checkSlots({ stage, checker }: Play): void {
  const { tally, records } = checker;
  const deployments = stage.branches.current()?.registry.deployments;
  const seen = new Set<string>();
  for (const run of records.runs.values()) {
    if (run.cause.kind !== 'slot') continue;
    const [schedule, ...others] = deployments?.get(run.flow)?.policy.schedules ?? [];
    const isDaily =
      schedule?.kind === 'cron' && /^\d+ \d+ \* \* \*$/.test(schedule.cron) && others.length === 0;
    const day = isDaily
      ? new Intl.DateTimeFormat('en-CA', { timeZone: schedule.timezone }).format(run.cause.slot)
      : '';
    const key = `${run.flow} ${isDaily ? day : run.cause.slot} ${canonicalJson(run.parameters)}`;
    tally.check('SlotUniqueness', !seen.has(key), () => `${run.id} is one of two for ${key}`);
    seen.add(key);
  }
}

/** Whatever ended has set off what follows from it, or it was said why not. */
function checkDownstream({ stage, checker }: Play): void {
  const { tally, records, ledger } = checker;
  for (const { flow, policy, retiredAt } of stage.branches.current()?.registry.deployments.values() ?? []) {
    const [upstream, ...others] = policy.after?.flows ?? [];
    if (upstream === undefined || others.length > 0 || retiredAt !== undefined) continue;
    for (const run of records.runs.values()) {
      if (run.flow !== upstream || !isEnded(run)) continue;
      if (records.flowsAtEnd.get(run.id)?.has(flow) !== true) continue;
      const slot = slotOf(run.cause);
      const isFit = policy.after?.when === 'finished' || run.phase.state === (policy.after?.when ?? '');
      const isThere = records.runs.has(upstreamRunId(flow, run.id));
      const isSaid = isThere || (slot !== undefined && ledger.isAccounted(flow, slot));
      tally.check(
        'NoLostSlot',
        isSaid || (slot === undefined && !isFit),
        () => `${run.id} is ${run.phase.state}, and ${flow} says nothing`,
      );
      const reasons = slot === undefined ? [] : ledger.reasonsAt(flow, slot);
      tally.check(
        'NoLostSlot',
        !isFit || isThere || reasons.some((because) => because !== 'upstream'),
        () => `${run.id} is ${run.phase.state}, and ${flow} does not follow`,
      );
    }
  }
}

/** It ended before the cancel was recorded, or was declined for good. */
function isOlderEnd(run: Run): boolean {
  const ending = run.attempts.at(-1)?.ending;
  return (
    ending !== undefined &&
    (ending.at <= (run.cancel?.at ?? 0) || ending.class === 'refused' || ending.class === 'capacity')
  );
}

type Status = ReturnType<Play['stage']['checks']['shown']>[number]['check']['status'];

function checkConclusion(play: Play, run: Run, status: Status, summary: string): void {
  const { tally } = play.checker;
  const { state } = run.phase;
  if (!isEnded(run)) return;
  const isTrue = status.kind === 'completed' && status.conclusion === runCheckConclusions[run.phase.state];
  tally.check('ReportTruth', isTrue, () => `${run.id} is ${state}; its check says ${JSON.stringify(status)}`);
  if (state === 'unknown' && globalThis.isMute !== true)
    tally.check(
      'UnknownIsLoud',
      summary.includes('resolve'),
      () => `the check of ${run.id} does not say how to resolve it`,
    );
}

function checkTasks({ stage, checker }: Play): void {
  const { tally, records } = checker;
  for (const task of stage.tasks.all()) {
    const run = task.request.environment['HEADGATE_RUN_ID'];
    const isSaid = (handle: string) =>
      records.named.has(handle) ||
      stage.log.some(({ text }) => text.includes(`before ${handle} was launched`));
    const isUnknown = records.unknown.has(run as RunId);
    // It ended before any tick without its state could name it.
    const isOver = (one: typeof task) => records.left.has(one.handle) && !isAlive(one, stage);
    tally.check(
      'NoOrphanTask',
      records.handles.has(task.handle) || isUnknown || isSaid(task.handle) || isOver(task),
      () => `no record ever named the task of ${run}`,
    );
    tally.check(
      'TimeoutEnforced',
      !isAlive(task, stage) || isSaid(task.handle),
      () => `the task of ${run} goes on for ever`,
    );
  }
}

export function checkTexts({ stage, checker }: Play): void {
  const { tally, secret } = checker;
  const texts = [
    ...stage.checks.shown().map(({ check }) => `${check.title}\n${check.summary}`),
    ...stage.branches.pages.values(),
    stage.branches.current()?.board ?? '',
  ];
  for (const text of texts) tally.check('NoSecretLeak', !text.includes(secret), () => 'a secret leaves');
  for (const { text } of stage.log)
    tally.check('NoCommandInjection', !/^\s*::/m.test(text), () => `a workflow command leaves: ${text}`);
}
