import fc from 'fast-check';
import {
  type Dimension,
  defaults,
  dimensionNames,
  dimensions,
  needsOf,
  routesWith,
  type Story,
  tell,
} from './story.ts';

const mostTries = 400;

/**
 * Stories that can be told. Kinds of change are drawn evenly; what does not go with one is drawn again. A story gets
 * simpler by setting one dimension after the other to its default.
 */
class Stories extends fc.Arbitrary<Story> {
  private readonly fixed: Partial<Story>;

  constructor(fixed: Partial<Story>) {
    super();
    this.fixed = fixed;
  }

  generate(random: fc.Random): fc.Value<Story> {
    const mutation = this.fixed.mutation ?? pick(random, dimensions.mutation);
    for (let tries = 0; tries < mostTries; tries += 1) {
      const story = draw(random, { mutation, ...this.fixed });
      if (tell(story) !== undefined) return new fc.Value(story, undefined);
    }
    return new fc.Value({ ...defaults, ...this.fixed }, undefined);
  }

  canShrinkWithoutContext(value: unknown): value is Story {
    return typeof value === 'object' && value !== null;
  }

  shrink(story: Story): fc.Stream<fc.Value<Story>> {
    return fc.stream(
      simpler(story)
        .filter((simple) => tell(simple) !== undefined)
        .map((simple) => new fc.Value(simple, undefined))
        [Symbol.iterator](),
    );
  }
}

export function stories(fixed: Partial<Story> = {}): fc.Arbitrary<Story> {
  return new Stories(fixed);
}

/** Two at a time first: some defaults only go together. */
function simpler(story: Story): Story[] {
  const open = dimensionNames.filter((name) => story[name] !== defaults[name]);
  const reset = (names: readonly Dimension[]): Story => ({
    ...story,
    ...Object.fromEntries(names.map((name) => [name, defaults[name]])),
  });
  const pairs = open.flatMap((a, index) => open.slice(index + 1).map((b) => reset([a, b])));
  return [...open.map((name) => reset([name])), ...pairs];
}

function pick<T>(random: fc.Random, list: readonly T[]): T {
  return list[random.nextInt(0, list.length - 1)] as T;
}

/** Half of the dimensions stay at their default: what goes wrong alone is found before what goes wrong together. */
function draw(random: fc.Random, fixed: Partial<Story>): Story {
  const ofRoutes = routesWith(fixed.mutation ?? '');
  const drawn: { -readonly [D in Dimension]?: string } = {};
  for (const name of dimensionNames)
    if (random.nextInt(0, 1) === 0) drawn[name] = pick(random, dimensions[name]);
  if (ofRoutes !== undefined) drawn.route = pick(random, ofRoutes);
  const story = { ...defaults, ...drawn, ...fixed };
  // What it needs now and then gives way to what was drawn, which may do as well.
  return random.nextInt(0, 3) === 0 ? story : { ...story, ...needsOf(story), ...fixed };
}

/** Each value of each dimension once, the rest as far as it goes at its default. */
export function sweep(): readonly Partial<Story>[] {
  return dimensionNames
    .toReversed()
    .flatMap((name) => dimensions[name].map((value): Partial<Story> => ({ [name]: value })));
}

/** The story of a trial: the same for the same seed. */
export function storyOf(seed: number, trial: number, given?: Partial<Story>): Story {
  const fixed = given ?? sweep()[trial];
  const simple = fixed === undefined || given !== undefined ? undefined : nearDefault(fixed);
  if (simple !== undefined) return simple;
  return fc.sample(stories(fixed ?? {}), { seed: seedOf(seed, trial), numRuns: 1 })[0] ?? defaults;
}

export function seedOf(seed: number, trial: number): number {
  return (Math.imul(seed, 0x9e3779b1) ^ Math.imul(trial + 1, 0x85ebca6b)) | 0;
}

/** The first story that can be told with no other value than these, what they need and one more. */
function nearDefault(fixed: Partial<Story>): Story | undefined {
  const [route = defaults.route] = routesWith(fixed.mutation ?? '') ?? [];
  const start = { ...defaults, route, ...fixed };
  const plain = { ...start, ...needsOf(start), ...fixed };
  if (tell(plain) !== undefined) return plain;
  for (const name of dimensionNames) {
    if (name in fixed) continue;
    for (const value of dimensions[name]) {
      const story = { ...plain, [name]: value };
      const needy = { ...story, ...needsOf(story), ...fixed };
      const found = [story, needy].find((candidate) => tell(candidate) !== undefined);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
