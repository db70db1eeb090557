import { isOpen, type Model, referenceModel } from './model.ts';
import { minuteOf, type Product, product } from './product.ts';
import type { Deed, ScheduleSpec, Story } from './story.ts';
import { fires } from './wall-clock.ts';

export type Played = { readonly model: Model; readonly product: Product };

/** Tells a story to the model and to the product, and looks after each step whether they agree. */
export async function disagreement(story: Story): Promise<string | undefined> {
  const start = story.steps[0]?.at ?? 0;
  const both = { model: referenceModel(story.lives, start - 1), product: product(story.lives, start - 1) };
  for (const [index, { at, deed }] of story.steps.entries()) {
    try {
      await act(both, at, deed, `r${index}`);
    } catch (error) {
      return `step ${index + 1}: ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join('\n') : String(error)}`;
    }
    const difference = differenceOf(both);
    if (difference !== undefined) return `step ${index + 1}: ${difference}`;
  }
  return undefined;
}

async function act({ model, product }: Played, at: number, deed: Deed, request: string): Promise<void> {
  switch (deed.kind) {
    case 'tick':
      model.tick(at);
      return product.tick(at);
    case 'deploy':
      model.deploy(at, deed.flows);
      return product.deploy(at, deed.flows);
    case 'cancel':
    case 'retry':
    case 'resolve':
      return actOnRun({ model, product }, at, deed);
    default:
      if (model.flows()[deed.flow] === undefined) return;
  }
  switch (deed.kind) {
    case 'pause':
    case 'resume':
      model[deed.kind](at, deed.flow);
      return product[deed.kind](at, deed.flow);
    case 'run':
      model.run(at, deed.flow, request);
      return product.run(at, deed.flow, request);
    case 'backfill':
      if (!hasSlots(model.flows()[deed.flow]?.schedules ?? [], deed)) return;
      model.backfill(at, deed.flow, deed);
      return product.backfill(at, deed.flow, deed);
  }
}

/** A range without a slot is refused. */
function hasSlots(
  schedules: readonly ScheduleSpec[],
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  for (let minute = from; minute <= to; minute += 1)
    if (schedules.some(({ rule }) => fires(rule, minute))) return true;
  return false;
}

async function actOnRun(
  { model, product }: Played,
  at: number,
  deed: Deed & { readonly kind: 'cancel' | 'retry' | 'resolve' },
): Promise<void> {
  const fit = [...model.runs.values()].filter((run) => {
    if (deed.kind === 'cancel') return isOpen(run);
    if (!product.knows(run.name)) return false;
    return deed.kind === 'retry'
      ? !isOpen(run) && model.flows()[run.flow] !== undefined
      : run.state === 'unknown';
  });
  const run = fit[deed.of % Math.max(fit.length, 1)];
  if (run === undefined) return;
  if (deed.kind === 'resolve') {
    model.resolve(at, run.name, deed.as);
    return product.resolve(at, run.name, deed.as);
  }
  model[deed.kind](at, run.name);
  return product[deed.kind](at, run.name);
}

function differenceOf({ model, product }: Played): string | undefined {
  for (const name of product.seen.keys())
    if (!model.runs.has(name)) return `the product has the run "${name}", the model has none`;
  for (const { name, state, attempts } of model.runs.values()) {
    const seen = product.seen.get(name);
    if (seen === undefined) return `the model has the run "${name}" (${state}), the product has none`;
    if (seen.state !== state || seen.attempts !== attempts)
      return `"${name}" is ${state} after ${attempts} attempts, and ${seen.state} after ${seen.attempts} in the product`;
  }
  return differentGaps(model, product);
}

/** Gaps of the product are joined to ranges. */
function differentGaps(model: Model, product: Product): string | undefined {
  const gaps = product.gaps().map((gap) => ({ ...gap, from: minuteOf(gap.from), to: minuteOf(gap.to) }));
  const keys = new Set([...model.gaps, ...gaps].map(({ flow, because }) => `${flow} ${because}`));
  for (const key of keys) {
    const [flow, because] = key.split(' ');
    const mine = model.gaps.filter((gap) => gap.flow === flow && gap.because === because);
    const theirs = gaps.filter((gap) => gap.flow === flow && gap.because === because);
    const slots = new Set(mine.map(({ slot }) => slot));
    const said = () =>
      `${words(mine.map(({ slot }) => slot))}, and ${words(theirs.flatMap(({ from, to }) => (from === to ? [from] : [from, to])))} in the product`;
    const stray = theirs.flatMap(({ from, to }) => [from, to]).find((at) => !slots.has(at));
    // The state keeps the newest twenty of a flow.
    const isCut = gaps.filter((gap) => gap.flow === flow).length >= 20;
    const silent = isCut
      ? undefined
      : mine.find(({ slot }) => !theirs.some(({ from, to }) => from <= slot && slot <= to));
    if (stray !== undefined || silent !== undefined)
      return `slots of ${flow} without a run (${because}): ${said()}`;
    const count = theirs.reduce((sum, gap) => sum + gap.count, 0);
    if (!isCut && count !== mine.length)
      return `${mine.length} slots of ${flow} are without a run (${because}), and ${count} in the product: ${said()}`;
  }
  return undefined;
}

function words(slots: readonly number[]): string {
  return slots.length === 0
    ? 'none'
    : slots.map((slot) => new Date(slot * 60_000).toISOString().slice(5, 16)).join(' ');
}
