import type { Verdict } from './judge.ts';
import { type Dimension, dimensionNames, dimensions, type Story } from './story.ts';

/** Answers, one for each flow of a trial. */
export type Count = { [V in Verdict]: number } & { tried: number };

/** How often each value of each dimension was tried, and what came of it. */
export type Tally = {
  readonly counts: ReadonlyMap<Dimension, ReadonlyMap<string, Count>>;
  readonly trials: number;
  add(story: Story, verdicts: readonly Verdict[]): void;
};

export function tally(): Tally {
  const counts = new Map(
    dimensionNames.map((name) => [name, new Map(dimensions[name].map((value) => [value, noCount()]))]),
  );
  let trials = 0;
  return {
    counts,
    get trials() {
      return trials;
    },
    add(story, verdicts) {
      trials += 1;
      for (const name of dimensionNames) {
        const count = counts.get(name)?.get(story[name]);
        if (count === undefined) continue;
        count.tried += 1;
        for (const verdict of verdicts) count[verdict] += 1;
      }
    },
  };
}

function noCount(): Count {
  return { tried: 0, unchanged: 0, changed: 0, learned: 0, missed: 0, needless: 0, refused: 0, broken: 0 };
}

export type Plain = { readonly trials: number; readonly counts: readonly [Dimension, string, Count][] };

/** For another process. */
export function plainOf({ counts, trials }: Tally): Plain {
  return {
    trials,
    counts: [...counts].flatMap(([name, values]) =>
      [...values].map(([value, count]): [Dimension, string, Count] => [name, value, count]),
    ),
  };
}

export function sumOf(parts: readonly Plain[]): Plain {
  const sums = new Map<string, [Dimension, string, Count]>();
  for (const { counts } of parts)
    for (const [name, value, count] of counts) {
      const id = `${name}\0${value}`;
      const sum = sums.get(id)?.[2] ?? noCount();
      for (const key of Object.keys(count) as (keyof Count)[]) sum[key] += count[key];
      sums.set(id, [name, value, sum]);
    }
  return { trials: parts.reduce((sum, { trials }) => sum + trials, 0), counts: [...sums.values()] };
}

/** Kinds that were never tried. */
export function untried({ counts }: Plain): readonly string[] {
  return counts.flatMap(([name, value, count]) =>
    count.tried - count.broken === 0 ? [`${name}: ${value}`] : [],
  );
}

function answersOf(count: Count): number {
  return count.unchanged + count.changed + count.learned + count.missed + count.needless + count.refused;
}

/** The part of needless answers among all, each kind of change weighing the same. */
export function needlessShare({ counts }: Plain, leftOut: ReadonlySet<string>): number {
  const kinds = counts.filter(([name, value]) => name === 'mutation' && !leftOut.has(value));
  const shares = kinds.map(([, , count]) => count.needless / Math.max(1, answersOf(count)));
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}

/** Whether so many needless answers to one kind of change are more than chance makes of this share. */
export function exceeds(count: Count, share: number): boolean {
  const answers = answersOf(count);
  const deviation = Math.sqrt(share * (1 - share) * answers);
  return count.needless > share * answers + 3 * deviation + 1;
}

/** Markdown: one row for each kind. */
export function tableOf({ counts }: Plain): string {
  const rows = counts.map(([name, value, count]) => [
    name,
    value,
    count.tried,
    count.changed + count.learned + count.missed,
    count.learned,
    count.missed,
    count.needless,
    count.refused,
    count.broken,
  ]);
  const head = [
    'dimension',
    'kind',
    'tried',
    'really changed',
    'learned',
    'missed',
    'needless',
    'refused',
    'broken',
  ];
  const line = (cells: readonly unknown[]): string =>
    `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
