import { manualRunId } from '../../src/core/identity.ts';
import { hourMs, type Instant, minuteMs, plusMs } from '../../src/core/instant.ts';
import { isEnded, type Run } from '../../src/core/run.ts';
import type { Command } from '../../src/engine/control.ts';
import type { Flows, Play } from './play.ts';
import { name } from './scenario.ts';

/** People at work on one repository: what is on main, and how often they asked for something. */
export type People = { readonly initial: Flows; flows: Flows; requests: number };

/** What a person may do between two ticks, or while one is at work; undefined: it is not possible now. */
type Deed = (play: Play, people: People) => Command | (() => Promise<void>) | undefined;

function runOf(play: Play, isWanted: (run: Run) => boolean): Run | undefined {
  const runs = [...(play.stage.branches.current()?.state.runs.values() ?? [])].filter(isWanted);
  return runs[play.oracle.choose(Math.max(runs.length, 1), 'pick:run')];
}

const push =
  (change: (flows: Flows, people: People) => Flows): Deed =>
  (play, people) =>
  () => {
    people.flows = change(people.flows, people);
    return play.deploy(people.flows);
  };

const without = (flows: Flows, flow: string): Flows =>
  Object.fromEntries(Object.entries(flows).filter(([key]) => key !== flow));

export const deeds: { readonly [deed: string]: Deed } = {
  run: (_, people) => {
    people.requests += 1;
    return {
      kind: 'run',
      flow: name('by-hand'),
      parameters: undefined,
      request: `request ${people.requests}`,
    };
  },
  // A request is known for as long as state holds its run.
  'run-again': (play, { requests }) => {
    const request = `request ${requests}`;
    const isKnown = play.stage.branches.current()?.state.runs.has(manualRunId(name('by-hand'), request));
    return isKnown === true
      ? { kind: 'run', flow: name('by-hand'), parameters: undefined, request }
      : undefined;
  },
  cancel: (play) => {
    const run = runOf(play, (one) => !isEnded(one));
    return run && { kind: 'cancel', run: run.id };
  },
  retry: (play) => {
    const run = runOf(play, isEnded);
    return run && { kind: 'retry', run: run.id };
  },
  resolve: (play) => {
    const run = runOf(play, (one) => one.phase.state === 'unknown');
    return run && { kind: 'resolve', run: run.id, as: 'failed' };
  },
  pause: () => ({ kind: 'pause', flow: name('load') }),
  resume: () => ({ kind: 'resume', flow: name('load') }),
  backfill: (play) => {
    const now = play.now();
    const from = plusMs(now, -3 * hourMs) as Instant;
    return { kind: 'backfill', flow: name('load'), from, to: plusMs(now, -10 * minuteMs) as Instant };
  },
  'push-code': push((flows, people) => {
    people.requests += 1;
    return {
      ...flows,
      load: `${flows['load'] ?? ''}environment: { BUILD: "${people.requests}" }\n`.replace(
        /(environment: .*\n)+$/,
        `environment: { BUILD: "${people.requests}" }\n`,
      ),
    };
  }),
  'edit-schedule': push((flows) => ({
    ...flows,
    ...(flows['often'] !== undefined && {
      often: (flows['often'] ?? '').replace(/every: \d+m/, (rule) =>
        rule === 'every: 20m' ? 'every: 15m' : 'every: 20m',
      ),
    }),
  })),
  'delete-flow': push((flows) => without(flows, 'often')),
  'rename-flow': push((flows) => {
    const { often, renamed, ...others } = flows;
    if (often !== undefined) return { ...others, renamed: often };
    return renamed === undefined ? flows : { ...others, often: renamed };
  }),
  revert: push((_, { initial }) => initial),
  'deploy-again': (play) => () => play.deployAgain(0),
  'deploy-old-job': (play) => () => play.deployAgain(1),
};

/** Does what the oracle picks, now or during the next tick. */
export async function doSomething(play: Play, people: People): Promise<boolean> {
  const names = Object.keys(deeds);
  const picked = names[play.oracle.choose(names.length + 1, 'people:deed') - 1];
  const what = picked === undefined ? undefined : deeds[picked]?.(play, people);
  if (picked === undefined || what === undefined) return false;
  play.count(picked, 'people');
  if (typeof what === 'function') {
    await what();
    return false;
  }
  const isMeanwhile = play.oracle.choose(2, 'people:meanwhile') === 1;
  await (isMeanwhile ? play.commandDuringTick(what, 3) : play.command(what));
  return isMeanwhile;
}
