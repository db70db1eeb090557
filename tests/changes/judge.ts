import { parse } from 'yaml';
import type { FlowName } from '../../src/core/flow.ts';
import { askBeyond, type Builds, build, type Plans, planBetween } from './product.ts';
import { type Entries, type Entry, type Rendered, render } from './render.ts';
import type { Image } from './scene.ts';
import type { Told } from './story.ts';
import type { Workplace } from './workplace.ts';

/** What came of one story, for one flow. */
export type Verdict =
  /** Nothing changed, and the plan says so. */
  | 'unchanged'
  | 'changed'
  /** Something changed that is not in git, and the plan says so by what a build taught. */
  | 'learned'
  /** Something changed, and the plan does not say so. */
  | 'missed'
  /** Nothing changed, and the plan says that it did. */
  | 'needless'
  /** The plan refuses what the builder takes. */
  | 'refused'
  /** The repository cannot be built before the change: the generator is wrong. */
  | 'broken';

export type Judged = {
  readonly verdict: Verdict;
  /** The flow that it is about: of several the one that comes off worst. */
  readonly flow: string;
  readonly note: string;
};

const worst: readonly Verdict[] = [
  'broken',
  'missed',
  'refused',
  'needless',
  'learned',
  'changed',
  'unchanged',
];

/** Builds and plans both repositories of a story, and compares: an answer for each flow, the worst first. */
export async function judge(
  workplace: Workplace,
  { before, after, image }: Told,
): Promise<readonly Judged[]> {
  const then = render(before);
  const now = render(after);
  // The builder is a process of its own: meanwhile the plan is made.
  const [first, plans] = await Promise.all([build(workplace, then), planBetween(then, now)]);
  const built = first.builds;
  const flaw = [...built].flatMap(([flow, made]) => ('problem' in made ? [`${flow}: ${made.problem}`] : []));
  if (flaw.length > 0) return [{ verdict: 'broken', flow: 'x', note: flaw.join('; ') }];
  const second = await build(workplace, now);
  const both = { then, now, built, rebuilt: second.builds, image };
  const judged: Judged[] = [];
  for (const flow of built.keys()) {
    const seen = compare(flow, both, plans);
    const isBeyond = seen.verdict === 'missed' && second.record.has(flow as FlowName);
    judged.push(
      isBeyond ? await beyond(seen, { rendered: then, made: first }, { rendered: now, made: second }) : seen,
    );
  }
  return judged.sort((a, b) => worst.indexOf(a.verdict) - worst.indexOf(b.verdict));
}

type Step = Parameters<typeof askBeyond>[1];

/** What static reading missed: a plan is to see it by what a build taught, and a deploy in any case. */
async function beyond(seen: Judged, then: Step, now: Step): Promise<Judged> {
  const { isLearned, isVerified } = await askBeyond(seen.flow, then, now);
  if (!isVerified)
    return { ...seen, note: `${seen.note}; and a deploy with the record of the build misses it too` };
  return isLearned ? { ...seen, verdict: 'learned' } : seen;
}

function compare(flow: string, both: Both, { first, second }: Plans): Judged {
  const difference = differenceOf(flow, both);
  if (first.refused !== undefined) return { verdict: 'refused', flow, note: first.refused };
  if (second.refused !== undefined) {
    const isRight = both.rebuilt.size < both.built.size || [...both.rebuilt.values()].some(isProblem);
    return { verdict: isRight ? 'changed' : 'refused', flow, note: second.refused };
  }
  const isSaid = [...second.changed].some((name) => name === flow);
  if (difference === undefined && isSaid && flow === 'x' && isUncertain(both))
    return { verdict: 'changed', flow, note: '' };
  if (difference === undefined) return { verdict: isSaid ? 'needless' : 'unchanged', flow, note: '' };
  const warned = second.warnings.length === 0 ? '' : ` (warned: ${second.warnings.join(', ')})`;
  return { verdict: isSaid ? 'changed' : 'missed', flow, note: difference + warned };
}

function isUncertain({ then, now, image }: Both): boolean {
  const paths = new Set([...then.tracked.keys(), ...now.tracked.keys()]);
  return [...paths].some(
    (path) => image.isUncertain?.(path) === true && !isSame(then.tracked.get(path), now.tracked.get(path)),
  );
}

function isProblem(made: object): boolean {
  return 'problem' in made;
}

type Both = {
  readonly then: Rendered;
  readonly now: Rendered;
  readonly built: Builds;
  readonly rebuilt: Builds;
  /** Of the flow that is looked at; the one beside it runs in the project's. */
  readonly image: Image;
};

/** What makes it another flow: its build, its image, its manifest. */
function differenceOf(flow: string, { then, now, built, rebuilt, image }: Both): string | undefined {
  const files = built.get(flow) as ReadonlyMap<string, string>;
  const made = rebuilt.get(flow);
  if (made === undefined) return 'it is no flow any more';
  if ('problem' in made) return `it cannot be built any more: ${made.problem}`;
  const names = new Set([...files.keys(), ...made.keys()]);
  const differing = [...names].filter((name) => files.get(name) !== made.get(name));
  if (differing.length > 0) return `other bytes in ${differing.join(', ')}`;
  if (meaning(then.tracked, `flows/${flow}/flow.yml`) !== meaning(now.tracked, `flows/${flow}/flow.yml`))
    return 'another manifest';
  if (placement(then.tracked) !== placement(now.tracked)) return 'another project';
  const { dockerfile, isCopied } = flow === 'x' ? image : { dockerfile: 'Dockerfile', isCopied: () => false };
  const ignore = [then.tracked, now.tracked].map((tracked) => ignoreFile(tracked, dockerfile));
  const paths = new Set([...then.tracked.keys(), ...now.tracked.keys()]);
  const wanted = [dockerfile, ...ignore, ...[...paths].filter(isCopied)];
  const other = wanted.find((path) => !isSame(then.tracked.get(path), now.tracked.get(path)));
  return other === undefined ? undefined : `another ${other} in the image`;
}

/** Of two files that keep files out of an image, a builder reads the one that is named after the Dockerfile. */
function ignoreFile(tracked: Entries, dockerfile: string): string {
  return tracked.has(`${dockerfile}.dockerignore`) ? `${dockerfile}.dockerignore` : '.dockerignore';
}

function isSame(a: Entry | undefined, b: Entry | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function textAt(tracked: Entries, path: string): string | undefined {
  const entry = tracked.get(path);
  return entry === undefined || entry.kind === 'symlink' ? undefined : entry.text;
}

/** By another parser, with keys in order: comments and their order say nothing, nor do names of files that stay the same. */
function meaning(tracked: Entries, path: string): string {
  const { inputs: _, ...rest } = parse(textAt(tracked, path) ?? '') as Record<string, unknown>;
  return JSON.stringify(inOrder(rest));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]),
  );
}

/** Of the project only what ends in a task definition. */
function placement(tracked: Entries): string {
  const { project, aws } = parse(textAt(tracked, 'headgate.yml') ?? '') as Record<
    string,
    Record<string, unknown>
  >;
  return JSON.stringify([
    project,
    aws?.['region'],
    aws?.['execution-role'],
    aws?.['task-role'],
    aws?.['log-group'],
  ]);
}
