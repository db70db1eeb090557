import { type Life, usualLife } from '../../src/adapters/memory/life.ts';
import type { FlowName } from '../../src/core/flow.ts';
import { dayMs, hourMs, type Instant, isoOf, minuteMs, plusMs, secondMs } from '../../src/core/instant.ts';
import type { Run, RunId } from '../../src/core/run.ts';
import { slotOf } from '../../src/core/run.ts';
import { numbersFrom, scripted } from './oracle.ts';
import { type ArmedPlay, type Flows, instantOf, playOf, type Setting, unwatched } from './play.ts';

/** Two histories that must come to the same, however they differ. */
type Relation = {
  readonly name: string;
  /** What the one and the other come to: equal, or the relation is broken. */
  readonly compare: (seed: number) => Promise<readonly [readonly string[], readonly string[]]>;
};

type Plot = {
  readonly setting: Setting;
  /** Minutes after the start at which ticks come, ascending. */
  readonly ticks: readonly number[];
  readonly before?: (play: ArmedPlay, minute: number) => Promise<void>;
  readonly after?: (play: ArmedPlay) => Promise<void>;
};

const base =
  'command: [run]\nresources: { spot: false }\ncatch-up: { policy: all, max: 1000, window: 31d }\n';
const quick: Life = { startAfterMs: 10 * secondMs, runMs: 20 * secondMs, end: { exitCode: 0 } };
const flows: Flows = {
  load: `${base}overlap: buffer-all\nschedules: [{ cron: "0 * * * *" }]\nretries: { limit: 1, delay: 60s, jitter: 0 }\n`,
  notify: `${base}overlap: buffer-all\nafter: { flows: [load], when: failed }\n`,
  often: `${base}overlap: allow\nschedules: [{ every: 20m, anchor: 2026-01-01T00:00:00Z }]\n`,
  report: `${base}overlap: buffer-all\nafter: { flows: [load], when: succeeded }\n`,
  shared: `${base}overlap: buffer-all\nschedules: [{ cron: "30 * * * *" }]\nconcurrency: { group: warehouse, limit: 1 }\n`,
  twin: `${base}overlap: buffer-all\nschedules: [{ cron: "30 * * * *" }]\nconcurrency: { group: warehouse, limit: 1 }\n`,
};
/** Fails at first, and for good in every third hour: what becomes of an attempt hangs on its run alone. */
const fate = (run: string, attempt: number): Life => {
  const hour = Number(/-(\d\d)00$/.exec(run)?.[1] ?? 1);
  return attempt === 1 || hour % 3 === 0 ? { ...quick, end: { exitCode: 1 } } : quick;
};
const setting: Setting = {
  name: 'relation',
  start: '2026-11-24T11:56:00Z',
  flows,
  script: (flow, run, attempt) => (flow === 'load' ? fate(run, attempt) : quick),
};
const hours = 6;
const every = (minutes: number): number[] =>
  Array.from({ length: Math.floor((hours * 60) / minutes) }, (_, index) => (index + 1) * minutes);
const usual = every(5);

/** Plays a plot to its end, and says what became of all runs and slots in the hours of it. */
async function outcomeOf({ setting: world, ticks, before, after }: Plot): Promise<string[]> {
  const play = playOf(world, scripted(new Map()), unwatched);
  const start = play.now();
  await play.deploy(world.flows);
  for (const minute of ticks) {
    play.stage.time.set(plusMs(start, Math.round(minute * minuteMs)));
    await before?.(play, minute);
    await play.tick();
  }
  await after?.(play);
  // What the hours of the plot have set off comes to its end; the slots that come meanwhile are left out of the answer.
  await play.ticks(45, 5);
  for (const flow of Object.keys(world.flows)) await play.command({ kind: 'pause', flow: flow as FlowName });
  await play.ticks(8, 5);
  const broken = play.checker.tally.violations.map(({ promise, detail }) => `${promise}: ${detail}`);
  return [...broken, ...linesOf(play, start, hours)];
}

function linesOf({ checker, stage }: ArmedPlay, start: Instant, span: number): string[] {
  const until = start + span * hourMs;
  const runs = [...checker.records.runs.values()].filter((run) => (slotOf(run.cause) ?? 0) <= until);
  const gaps = (stage.branches.current()?.state.gaps ?? []).filter(
    ({ to, because }) => because !== 'upstream' && to <= until,
  );
  return [
    ...runs.map(lineOf),
    ...gaps.map(({ flow, because, from, to, count }) => `${flow} ${because} ${from} ${to} ${count}`),
  ].sort();
}

function lineOf({ id, phase, attempts, cause }: Run): string {
  const slot = slotOf(cause);
  const ends = attempts.map(({ ending }) => ending?.class ?? 'open');
  return `${id} ${slot === undefined ? '' : isoOf(slot)} ${phase.state} ${ends.join('+')}`;
}

const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);
const someMinutes = (seed: number, count: number): number[] => {
  const next = numbersFrom(seed);
  return Array.from({ length: count }, () => next() * hours * 60);
};
const plain: Plot = { setting, ticks: usual };
const than =
  (other: (seed: number) => Plot, one: (seed: number) => Plot = () => plain): Relation['compare'] =>
  async (seed) => [await outcomeOf(one(seed)), await outcomeOf(other(seed))];
const renamed = (text: string): string => text.replaceAll(/\b(load|report)\b/g, (flow) => `${flow}-x`);
const mapKeys = (of: Flows, rename: (flow: string) => string): Flows =>
  Object.fromEntries(Object.entries(of).map(([flow, text]) => [rename(flow), renamed(text)]));
const withSchedules = (shiftDays: number): Setting => ({
  ...setting,
  start: isoOf(plusMs(instantOf(setting.start), shiftDays * dayMs)),
});

/** A manual run in the middle, with what people do to it. */
const handled =
  (act: (play: ArmedPlay, run: RunId) => Promise<void>): NonNullable<Plot['before']> =>
  async (play, minute) => {
    if (minute !== usual[12]) return;
    await play.command({
      kind: 'run',
      flow: 'often' as FlowName,
      parameters: undefined,
      request: 'by hand',
    });
    await act(play, 'often-m-by-hand' as RunId);
  };
const nothing = async (): Promise<void> => undefined;

export const relations: readonly Relation[] = [
  {
    name: 'further ticks change nothing',
    compare: than((seed) => ({ setting, ticks: sorted([...usual, ...someMinutes(seed, 30)]) })),
  },
  {
    name: 'a tick that is run twice is run once',
    compare: than(() => ({ setting, ticks: usual.flatMap((minute) => [minute, minute]) })),
  },
  {
    name: 'a second clock changes nothing',
    compare: than((seed) => ({
      setting,
      ticks: sorted([...usual, ...every(7 + (seed % 5)).map((minute) => minute + 0.5)]),
    })),
  },
  {
    name: 'ticks at other times give the same runs',
    compare: than((seed) => ({ setting, ticks: sorted([...someMinutes(seed, 60), hours * 60]) })),
  },
  {
    name: 'ticks that are merged give the same runs',
    compare: than((seed) => ({ setting, ticks: usual.filter((_, index) => (index + seed) % 4 === 0) })),
  },
  {
    name: 'an absence and its two halves give the same runs',
    compare: than(
      () => ({ setting, ticks: usual.filter((minute) => minute <= 30 || minute > 330 || minute === 180) }),
      () => ({ setting, ticks: usual.filter((minute) => minute <= 30 || minute > 330) }),
    ),
  },
  {
    name: 'all times shifted by whole days give the same runs, shifted',
    compare: async (seed) => {
      const days = 1 + (seed % 40);
      const back = (line: string): string =>
        line
          .replace(/(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)/, (_, year, month, day, hour, minute) =>
            stamp(Date.UTC(year, month - 1, day, hour, minute) - days * dayMs),
          )
          .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/, (text) => isoOf(plusMs(instantOf(text), -days * dayMs)));
      const shifted = await outcomeOf({ setting: withSchedules(days), ticks: usual });
      const ids = (lines: readonly string[]): string[] =>
        lines.map((line) => line.replace(/-a-[0-9a-f]{12}/, '-a')).sort();
      return [ids(await outcomeOf(plain)), ids(shifted.map(back))];
    },
  },
  {
    name: 'flows in another order give the same runs',
    compare: than(() => {
      const reversed = Object.fromEntries(Object.entries(flows).reverse());
      return { setting: { ...setting, flows: reversed }, ticks: usual };
    }),
  },
  {
    name: 'answers in another order give the same runs',
    compare: than(() => ({ setting: { ...setting, isReversed: true }, ticks: usual })),
  },
  {
    name: 'renamed flows give the same runs, renamed',
    compare: async () => {
      const names: Setting = {
        ...setting,
        flows: mapKeys(flows, renamed),
        script: (flow, run, attempt) => (flow === 'load-x' ? fate(run, attempt) : quick),
      };
      const without = (line: string): string => line.replace(/-a-[0-9a-f]{12}/, '-a').replace('-x', '');
      const [one, other] = [await outcomeOf(plain), await outcomeOf({ setting: names, ticks: usual })];
      return [one.map(without).sort(), other.map(without).sort()];
    },
  },
  {
    name: 'a further flow changes nothing for the others',
    compare: async () => {
      const more = { ...setting, flows: { ...flows, zoo: flows['often'] ?? '' } };
      const lines = await outcomeOf({ setting: more, ticks: usual });
      return [await outcomeOf(plain), lines.filter((line) => !line.startsWith('zoo'))];
    },
  },
  {
    name: 'a commit that is deployed again changes nothing',
    compare: than(() => ({
      ...plain,
      before: async (play, minute) => void (minute % 60 === 0 && (await play.deployAgain(0))),
    })),
  },
  {
    name: 'a request that comes twice is one run',
    compare: than(
      () => ({
        ...plain,
        before: async (play, minute) => {
          if (minute === usual[12] || minute === usual[14]) await handled(nothing)(play, usual[12] ?? 0);
        },
      }),
      () => ({ ...plain, before: handled(nothing) }),
    ),
  },
  {
    name: 'a run that is cancelled and retried before it starts is as if nothing had been',
    compare: than(
      () => ({
        ...plain,
        before: handled(async (play, run) => {
          await play.command({ kind: 'cancel', run });
          await play.command({ kind: 'retry', run });
        }),
      }),
      () => ({ ...plain, before: handled(nothing) }),
    ),
  },
  {
    name: 'a pause that no slot meets changes nothing',
    compare: than(() => ({
      ...plain,
      before: async (play, minute) => {
        if (minute !== 35) return;
        await play.command({ kind: 'pause', flow: 'load' as FlowName });
        await play.command({ kind: 'resume', flow: 'load' as FlowName });
      },
    })),
  },
  {
    name: 'a backfill of what has run changes nothing',
    compare: than(() => ({
      ...plain,
      after: async (play) => {
        const to = plusMs(play.now(), -10 * minuteMs);
        const from = plusMs(to, -2 * hourMs);
        await play.command({ kind: 'backfill', flow: 'load' as FlowName, from, to });
      },
    })),
  },
  {
    name: 'slower machines give the same runs',
    compare: than((seed) => ({
      setting: {
        ...setting,
        visibilityDelayMs: 3 * minuteMs,
        script: (flow, run, attempt) => ({
          ...(setting.script?.(flow, run, attempt, scripted(new Map())) ?? usualLife),
          startAfterMs: (1 + (seed % 4)) * minuteMs,
        }),
      },
      ticks: usual,
    })),
  },
];

function stamp(ms: number): string {
  return isoOf(ms as Instant)
    .slice(0, 16)
    .replaceAll('-', '')
    .replace(':', '')
    .replace('T', '-');
}

/** The first lines that differ; undefined if the relation holds. */
export async function brokenAt(relation: Relation, seed: number): Promise<string | undefined> {
  const [one, other] = await relation.compare(seed);
  if (one.length < 30) return `only ${one.length} lines to compare`;
  const lost = one.filter((line) => !other.includes(line)).slice(0, 3);
  const added = other.filter((line) => !one.includes(line)).slice(0, 3);
  if (lost.length === 0 && added.length === 0 && one.length === other.length) return undefined;
  return `${lost.join('; ') || 'nothing'} against ${added.join('; ') || 'nothing'}`;
}
