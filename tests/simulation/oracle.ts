/** Everything that could go one way or another asks the oracle; 0 is always "as usual". */
export type Oracle = {
  /** Picks below `from` lead to what others, or another question, lead to as well, so that pairs leave them out. */
  choose(count: number, label: string, from?: number): number;
};

export type Question = { readonly count: number; readonly label: string; readonly from: number };

/** A choice other than the usual: at which question, and which. */
export type Choice = { readonly at: number; readonly pick: number; readonly label: string };

export type Recorder = Oracle & {
  /** All choices that were not 0. */
  readonly taken: readonly Choice[];
  /** How many questions were asked, and what about. */
  readonly asked: readonly Question[];
  /** Counts the first so many questions of another history as asked and answered. */
  catchUp(others: readonly Question[], count: number): void;
};

export function recorded(answer: (count: number, label: string, at: number) => number): Recorder {
  const taken: Choice[] = [];
  const asked: Question[] = [];
  const ask = (question: Question): number => {
    const { count, label } = question;
    const at = asked.length;
    const pick = Math.min(Math.max(answer(count, label, at), 0), count - 1);
    asked.push(question);
    if (pick !== 0) taken.push({ at, pick, label });
    return pick;
  };
  return {
    taken,
    asked,
    choose: (count, label, from = 1) => ask({ count, label, from }),
    catchUp(others, count) {
      for (const question of others.slice(asked.length, count)) ask(question);
    },
  };
}

/** The given picks at the given questions, the usual everywhere else. */
export function scripted(picks: ReadonlyMap<number, number>): Recorder {
  return recorded((_count, _label, at) => picks.get(at) ?? 0);
}

/** A stream of numbers in [0, 1) that depends on the seed alone (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const usualRates: { readonly [kind: string]: number } = { fault: 0.03, switch: 0.3, life: 0.2, pick: 1 };

/** Calls of two ticks at once, and how often the turn may change between them. */
const turnsAtOnce = 40;
const mostTurnChanges = 3;

/**
 * Every other seed changes turns at a few points that are spread evenly, as PCT does (Burckhardt and others, "A
 * Randomized Scheduler with Probabilistic Guarantees of Finding Bugs", ASPLOS 2010): a rate would change them early, or never.
 */
function turnChanges(next: () => number): () => boolean {
  let asked = 0;
  let points: readonly number[] = [];
  return () => {
    if (asked % turnsAtOnce === 0)
      points = Array.from({ length: mostTurnChanges }, () => Math.floor(next() * turnsAtOnce));
    asked += 1;
    return points.includes((asked - 1) % turnsAtOnce);
  };
}

/**
 * A swarm: each seed enables some kinds of questions only, each at a rate of its own, because a run in which everything
 * goes wrong at once hides what two faults do together.
 */
export function swarm(seed: number): Recorder {
  const next = numbersFrom(seed);
  const rates = new Map<string, number>();
  const rateOf = (label: string): number => {
    const known = rates.get(label);
    if (known !== undefined) return known;
    const kind = label.slice(0, label.indexOf(':'));
    const rate = next() < 0.5 ? 0 : (usualRates[kind] ?? 0.3) * 2 * next();
    rates.set(label, rate);
    return rate;
  };
  const changesTurn = seed % 2 === 1 ? turnChanges(next) : undefined;
  const isTaken = (label: string): boolean =>
    changesTurn !== undefined && label === 'switch:process' ? changesTurn() : next() < rateOf(label);
  return recorded((count, label) => (isTaken(label) ? 1 + Math.floor(next() * (count - 1)) : 0));
}

export function picksOf(choices: readonly Pick<Choice, 'at' | 'pick'>[]): ReadonlyMap<number, number> {
  return new Map(choices.map(({ at, pick }) => [at, pick]));
}

export function textOf(choices: readonly Pick<Choice, 'at' | 'pick'>[]): string {
  return choices.map(({ at, pick }) => `${at}:${pick}`).join(',');
}

export function parsePicks(text: string): ReadonlyMap<number, number> {
  const pairs = text.split(',').filter((part) => part !== '');
  return new Map(
    pairs.map((pair) => {
      const [at, pick] = pair.split(':').map(Number);
      if (at === undefined || pick === undefined || Number.isNaN(at) || Number.isNaN(pick))
        throw new TypeError(`Not a choice: ${pair}. Write <question>:<pick>, separated by commas.`);
      return [at, pick] as const;
    }),
  );
}
