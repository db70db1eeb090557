import fc from 'fast-check';
import { type Judged, judge, type Verdict } from './judge.ts';
import { knownNeedless } from './known-needless.ts';
import { mutations } from './mutations.ts';
import { seedOf, stories, storyOf, sweep } from './sample.ts';
import { type Dimension, defaults, dimensionNames, type Story, type Told, tell } from './story.ts';
import { exceeds, needlessShare, type Plain, type Tally, tally, untried } from './tally.ts';
import type { Workplace } from './workplace.ts';

export type Failure = {
  readonly trial: number;
  readonly story: Story;
  readonly judged: Judged;
};

export type Exploration = {
  readonly tally: Tally;
  readonly failures: readonly Failure[];
};

export type Limits = {
  readonly seed: number;
  readonly until: number;
  /** This process takes each `step`th trial, from `first` on. */
  readonly first?: number;
  readonly step?: number;
  /** Values that all stories are to have. */
  readonly fixed?: Partial<Story>;
  /** Failures that are made simpler and kept; later ones are counted. */
  readonly mostFailures?: number;
};

const unrelated = new Set(mutations.filter(({ isUnrelated }) => isUnrelated).map(({ name }) => name));

/** Whether the product answered wrong. A needless answer is wrong only where nothing could have been meant. */
export function isWrong({ mutation }: Story, { verdict }: Judged): boolean {
  if (verdict === 'needless') return unrelated.has(mutation);
  return verdict === 'missed' || verdict === 'refused' || verdict === 'broken';
}

/** One trial after the other until the time is over, each counted; failures are made as simple as they get. */
export async function explore(workplace: Workplace, limits: Limits): Promise<Exploration> {
  const { seed, until, first = 0, step = 1, mostFailures = 100, fixed } = limits;
  const counts = tally();
  const failures: Failure[] = [];
  // Each kind is tried once, however slow the machine is.
  const least = fixed === undefined ? sweep().length : 0;
  for (let trial = first; Date.now() < until || trial < least; trial += step) {
    const story = storyOf(seed, trial, fixed);
    const answers = await judgeStory(workplace, story);
    counts.add(
      story,
      answers.map(({ verdict }) => verdict),
    );
    const [judged] = answers;
    if (judged === undefined) continue;
    if (!isWrong(story, judged) || failures.length >= mostFailures) continue;
    if (failures.some((failure) => holds(story, specialOf(failure.story)))) continue;
    const simple = await simplest(workplace, { story, seed: seedOf(seed, trial) });
    if (failures.some((failure) => holds(simple, specialOf(failure.story)))) continue;
    const [worst = judged] = await judgeStory(workplace, simple);
    failures.push({ trial, story: simple, judged: worst });
  }
  return { tally: counts, failures };
}

export async function judgeStory(workplace: Workplace, story: Story): Promise<readonly Judged[]> {
  const told = tell(story);
  if (told === undefined) return [{ verdict: 'broken', flow: 'x', note: 'These values do not go together.' }];
  return judge(workplace, told);
}

function holds(story: Story, part: Partial<Story>): boolean {
  return (Object.keys(part) as Dimension[]).every((name) => part[name] === story[name]);
}

/** What is not at its default. */
function specialOf(story: Story): Partial<Story> {
  const names = dimensionNames.filter((name) => story[name] !== defaults[name]);
  return Object.fromEntries(names.map((name) => [name, story[name]]));
}

async function simplest(
  workplace: Workplace,
  { story, seed }: { readonly story: Story; readonly seed: number },
): Promise<Story> {
  const [first] = await judgeStory(workplace, story);
  const property = fc.asyncProperty(stories(), async (candidate) => {
    const [judged] = await judgeStory(workplace, candidate);
    return judged === undefined || judged.verdict !== first?.verdict || !isWrong(candidate, judged);
  });
  const { counterexample } = await fc.check(property, { seed, examples: [[story]], numRuns: 1 });
  return counterexample?.[0] ?? story;
}

const mostNeedless = 0.08;

/** What is wrong with all trials together. */
export function faultsOf(sum: Plain): readonly string[] {
  return [...untried(sum).map((kind) => `Never tried: ${kind}`), ...needlessFaults(sum)];
}

function needlessFaults(sum: Plain): readonly string[] {
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  const leftOut = new Set(knownNeedless.map(({ mutation }) => mutation));
  const share = needlessShare(sum, leftOut);
  const limit = `at most ${percent(mostNeedless)} are allowed`;
  const faults = share > mostNeedless ? [`Needless answers: ${percent(share)}, ${limit}.`] : [];
  for (const [name, value, count] of sum.counts) {
    if (name !== 'mutation') continue;
    const words = `${count.needless} needless answers to ${count.tried} changes of the kind "${value}"`;
    if (!leftOut.has(value) && exceeds(count, mostNeedless)) faults.push(`${words}: ${limit}.`);
    // Few trials say little.
    if (leftOut.has(value) && count.tried >= 30 && count.needless === 0)
      faults.push(`${words}: take it out of known-needless.ts.`);
  }
  return faults;
}

/** The story in words, with the files. */
export function inWords(
  story: Story,
  judged: Judged,
  { seed, trial }: { readonly seed: number; readonly trial: number },
): string {
  const told = tell(story);
  const said: { readonly [V in Verdict]: string } = {
    missed: 'The plan says "unchanged"',
    refused: 'The plan refuses what the builder takes',
    needless: 'The plan says "changed", and nothing is',
    learned: 'The plan says "changed" by what a build taught',
    broken: 'The repository of this story cannot be built',
    changed: 'The plan says "changed"',
    unchanged: 'The plan says "unchanged", and nothing is changed',
  };
  return [
    `${said[judged.verdict]} (flow ${judged.flow}): ${judged.note}`,
    `  replay: npm run changes -- --seed ${seed} --trial ${trial}`,
    `  story: ${JSON.stringify(specialOf(story))}`,
    ...(told === undefined ? [] : filesOf(told)),
  ].join('\n');
}

function filesOf({ before, after }: Told): string[] {
  const then = textsOf(before);
  const now = textsOf(after);
  const quiet =
    /^(?:README|Dockerfile|\.|headgate\.yml|flows\/y|flows\/x\/notes|lib\/(?:unused|shared|other))/;
  return [...new Set([...then.keys(), ...now.keys()])].sort().flatMap((path) => {
    const [a, b] = [then.get(path), now.get(path)];
    if (a === b) return quiet.test(path) ? [] : [`  ${path}:`, indented(a)];
    return [
      ...(a === undefined ? [`  ${path} (new):`] : [`  ${path} (before):`, indented(a)]),
      ...(b === undefined ? ['  (removed)'] : [...(a === undefined ? [] : ['  (after):']), indented(b)]),
    ];
  });
}

function textsOf(draft: Told['before']): Map<string, string> {
  const texts = new Map(draft.texts);
  for (const [path, object] of draft.objects) texts.set(path, JSON.stringify(object));
  for (const [path, target] of draft.links) texts.set(path, `-> ${target}`);
  for (const [location, pack] of draft.packs)
    if (!/headgate$|neighbour/.test(location))
      texts.set(`${location}@${pack.version}`, JSON.stringify(pack.files));
  return texts;
}

function indented(text = ''): string {
  return text
    .trimEnd()
    .slice(0, 1_500)
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
}
