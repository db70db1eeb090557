import { hasBothDays } from './cron.ts';
import type { Manifest, Policy } from './flow.ts';
import { dayMs, type Instant, isoOf, minuteMs, plusMs, secondMs } from './instant.ts';
import { isChange, type Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import { quote } from './quote.ts';
import { cronOf, nextSlots, slotsBetween } from './slots.ts';

/** GitHub delivers no schedule more often, and late on a good day; `infrastructure/clock.yml` is as exact as a minute. */
const clockStepMs = 5 * minuteMs;
const clockLateMs = 15 * minuteMs;
const judgedSlots = 300;

/** What is allowed, but will hardly come out as it was meant. */
export function planWarnings({ flows }: Plan, now: Instant): readonly Problem[] {
  return flows
    .filter((planned) => isChange(planned) && planned.action !== 'removed')
    .flatMap(({ flow, desired }) => {
      if (desired === undefined) return [];
      const { file, policy } = desired.manifest;
      const problems = [shortWindow(policy), coarseClock(policy, now), ...bothDays(policy, now)];
      return problems.flatMap((problem) =>
        problem === undefined
          ? []
          : [{ ...problem, place: { file }, message: `${problem.message.replace('%', `"${flow}"`)}` }],
      );
    });
}

/** Whether a bundle can hold such a package only a build tells; one that has done so needs no warning. */
export function compiledWarnings({ flows }: Plan): readonly Problem[] {
  return flows.flatMap(({ flow, action, desired, deployed }) => {
    if (desired === undefined || action === 'unchanged' || deployed?.version.bundle !== undefined) return [];
    const names = desired.compiled?.() ?? [];
    return names.length === 0 ? [] : [compiledWarning(flow, desired.manifest.file, names)];
  });
}

const mostPackages = 5;

export function compiledWarning(flow: string, file: string, packages: readonly string[]): Problem {
  const named = packages
    .slice(0, mostPackages)
    .map((name) => quote(name))
    .join(', ');
  return {
    code: 'W_MAY_NOT_BUNDLE',
    place: { file },
    message: `Flow "${flow}" uses packages that come with compiled programs, which a bundle may not be able to hold: ${named}.`,
    fix: "`npx headgate validate` tries it where packages are installed. If it fails, name the package under `external`, with an image of the flow's own.",
  };
}

/** Of flows that execute on this machine. */
export function localWarnings(manifests: readonly Manifest[]): readonly Problem[] {
  return manifests.flatMap(({ name, file, workload }) => {
    const keys = (['sidecars', 'volumes'] as const).filter((key) => workload[key] !== undefined);
    const [field] = keys;
    if (field === undefined) return [];
    const message = `Flow "${name}" has ${keys.join(' and ')}, which exist on ECS only: here its program starts without them.`;
    const fix = 'Start what it needs by hand, or let the program do without.';
    return [{ code: 'W_ECS_ONLY', place: { file }, field, message, fix }];
  });
}

function shortWindow({ catchUp, schedules }: Policy): Problem | undefined {
  const windowMs = catchUp.windowSeconds * secondMs;
  if (schedules.length === 0 || windowMs >= clockLateMs) return undefined;
  return {
    code: 'W_WINDOW_SHORT',
    field: 'catch-up.window',
    message: `Flow % lets a slot start at most ${catchUp.windowSeconds} s late; GitHub's schedule is often later, and then the slot is missed.`,
    fix: 'Use a window of 15m at least, or start ticks from infrastructure/clock.yml.',
  };
}

/** Whether both day fields must fit or one of them hangs on how the first begins: the slots say which it is. */
function bothDays({ schedules }: Policy, now: Instant): readonly Problem[] {
  return schedules.flatMap((schedule, index) => {
    if (schedule.kind !== 'cron' || !hasBothDays(schedule.cron)) return [];
    const which = cronOf(schedule.cron).isEitherDay ? 'one of them fits' : 'both fit';
    const slots = nextSlots(schedule, now, 5).map((slot) => isoOf(slot).slice(0, 16).replace('T', ' '));
    return [
      {
        code: 'W_CRON_DOM_DOW',
        field: `schedules[${index}].cron`,
        message: `Flow % names dates and weekdays in "${schedule.cron}", and runs on days on which ${which}: in UTC ${slots.join(', ')}.`,
        fix: 'Name dates or weekdays only, or leave it if these slots are meant.',
      },
    ];
  });
}

/** Only of a day: a schedule that is dense once a year is rare, and its slots are caught up. */
function coarseClock({ schedules }: Policy, now: Instant): Problem | undefined {
  const isDense = schedules.some((schedule) => {
    const slots = slotsBetween(schedule, now, plusMs(now, dayMs), judgedSlots);
    return slots.some((slot, index) => index > 0 && slot - (slots[index - 1] ?? 0) < clockStepMs);
  });
  if (!isDense) return undefined;
  return {
    code: 'W_CLOCK_COARSE',
    field: 'schedules',
    message: "Flow % has slots less than 5 minutes apart; GitHub's schedule ticks no more often.",
    fix: 'Start ticks from infrastructure/clock.yml, or let `catch-up` run what comes together.',
  };
}
