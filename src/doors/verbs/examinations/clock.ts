import { dueSlots } from '../../../core/due.ts';
import { type Instant, isoOf, minuteMs, plusMs } from '../../../core/instant.ts';
import type { Problem } from '../../../core/problem.ts';
import { mostOpenBytes } from '../../../core/room.ts';
import { nextWakeUp } from '../../../core/wake.ts';
import type { Examination, Site } from '../../performed.ts';
import { type Placed, placedOf } from './placed.ts';
import { asking } from './unexamined.ts';

export function clockExaminations(site: Site): readonly Examination[] {
  if (site.project.aws === undefined) return [];
  const placed = placedOf(site);
  const late = { name: 'the clock is on time', look: () => lateProblem(site) };
  if (placed === undefined) return [late];
  return [late, { name: 'the clock is set', look: () => asking(() => settingProblem(placed)) }];
}

/** GitHub's own schedule is this late on a usual day. */
const patienceMs = 15 * minuteMs;

async function lateProblem({ world }: Site): Promise<Problem | undefined> {
  const now = world.clock.now();
  const { registry, state } = await world.state.load(now);
  const due = dueSlots(registry, state, plusMs(now, -patienceMs), { runs: 1, bytes: mostOpenBytes });
  const waiting = [
    ...due.slots.map(({ flow, slot }) => ({ flow, at: slot })),
    ...due.gaps.map(({ flow, from }) => ({ flow, at: from })),
  ];
  const [first] = waiting.sort((a, b) => a.at - b.at);
  if (first === undefined) return undefined;
  const minutes = Math.floor((now - first.at) / minuteMs);
  return {
    code: 'W_CLOCK_LATE',
    message: `No tick has accounted for the slot ${isoOf(first.at)} of ${first.flow} in ${minutes} minutes.`,
    fix: 'Look at the last runs of the workflow tick; infrastructure/clock.yml brings a clock that keeps time.',
  };
}

async function settingProblem(placed: Placed): Promise<Problem | undefined> {
  const { aws, site, account } = placed;
  const usual = `headgate-${site.project.name}/wake-up`;
  const name = aws.clock ?? usual;
  const clock = await account.clock(name);
  if (aws.clock === undefined) return clock === undefined ? undefined : unused(usual);
  if (clock === undefined)
    return {
      code: 'E_AWS_CLOCK',
      field: 'aws.clock',
      message: `EventBridge Scheduler has no schedule ${name}.`,
      fix: 'Run `headgate setup`, or leave the key out.',
    };
  if (!clock.isEnabled)
    return unset(`The schedule ${name} is turned off.`, 'Turn it on in EventBridge Scheduler.');
  return behindProblem(site, name, clock.at);
}

/** How long the tick that sets it may take to come. */
const settlingMs = 10 * minuteMs;

async function behindProblem(
  { world }: Site,
  name: string,
  at: Instant | undefined,
): Promise<Problem | undefined> {
  const now = world.clock.now();
  const { state, registry } = await world.state.load(now);
  const wanted = nextWakeUp(state, registry, now);
  if (wanted === undefined) return undefined;
  const isAhead = at !== undefined && at > plusMs(now, -settlingMs) && at <= plusMs(wanted.at, minuteMs);
  if (isAhead) return undefined;
  return unset(
    `The schedule ${name} stands at ${at === undefined ? 'no moment' : isoOf(at)}, and the next moment that has something to do is ${isoOf(wanted.at)}.`,
    'Look at the warnings of the last tick: most likely its role may not set it.',
  );
}

function unset(message: string, fix: string): Problem {
  return { code: 'W_CLOCK_UNSET', field: 'aws.clock', message, fix };
}

function unused(name: string): Problem {
  return {
    code: 'W_CLOCK_UNUSED',
    field: 'aws.clock',
    message: `There is a schedule ${name}, and no tick sets it.`,
    fix: `Write \`clock: ${name}\` below \`aws\`, so that ticks come when something is due.`,
  };
}
