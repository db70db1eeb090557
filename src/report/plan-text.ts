import { isChange, type Plan, type PlannedAction, type PlannedFlow } from '../core/plan.ts';
import { describeProblem } from '../core/problem.ts';
import type { Outgoing } from './outgoing.ts';
import { dollarWords, type FlowCost, sideWords, totalWords } from './plan-cost.ts';
import type { PlanFacts, PlanReport } from './plan-facts.ts';
import { isOther, type TaskChanges } from './plan-fields.ts';
import { offsetsWords, shortLocal, zonesOf } from './plan-slots.ts';
import type { ComparedSlots, FlowTimes, PlannedSlot } from './plan-times.ts';
import { paint, type Terminal } from './terminal.ts';
import { cutWidth, padWidth, widthOf, wrapWidth } from './width.ts';
import { countWords, durationWords, instantWords } from './words.ts';

const marks: { readonly [action in PlannedAction]: readonly [string, Parameters<typeof paint>[1]] } = {
  added: ['+', 'green'],
  changed: ['~', 'yellow'],
  restored: ['<', 'yellow'],
  unchanged: ['=', 'dim'],
  removed: ['-', 'red'],
};

const mostReasons = 10;
/** Flows that are shown with what changes for them; of others, why they change. */
const mostDetailed = 30;
const mostFields = 30;
const longestField = 28;
const narrowestText = 12;
const defaultColumns = 80;
const longestText = 1_000;

/** Where it is printed, and what keeps it harmless there. */
export type Printing = { readonly terminal: Terminal; readonly outgoing: Outgoing };

/** What a deploy changes, and why: a line for each flow and each reason. */
export function planText(plan: Plan, printing: Printing): string {
  const flows = plan.flows.filter(isChange).flatMap((planned) => flowLines(planned, printing));
  return `${[...flows, countsLine(plan)].join('\n')}\n`;
}

/** The whole plan for a terminal: the same as on a pull request, but for warnings, which are printed as they come. */
export function planReportText(
  { plan }: Pick<PlanReport, 'plan'>,
  { times, tasks, costs }: PlanFacts,
  printing: Printing,
): string {
  const changes = plan.flows.filter(isChange);
  const flows = changes.map((planned, index) => {
    const first = flowLines(planned, printing);
    if (index >= mostDetailed) return first;
    const of = <T extends { readonly flow: string }>(all: readonly T[]) =>
      all.find(({ flow }) => flow === planned.flow);
    const lines = [...timeLines(of(times)), ...fieldLines(of(tasks), printing), ...costLines(of(costs))];
    return [...first, ...lines.flatMap((line) => wrapped(line, printing))];
  });
  const left = Math.max(changes.length - mostDetailed, 0);
  const ends = [
    left === 0 ? '' : `The times, fields and costs of ${countWords(left, 'more flow')} are in --json.`,
    costs.length === 0 ? '' : totalWords(costs),
    ...plan.images.map(imageWords),
    ...(plan.massDelete === undefined ? [] : [describeProblem(plan.massDelete)]),
    countsLine(plan),
  ];
  const tail = ends.filter((text) => text !== '').flatMap((text) => wrapped({ indent: 0, text }, printing));
  return `${[...flows, tail].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function imageWords({ name, dockerfile, flows }: Plan['images'][number]): string {
  return `Image to build first: ${name}, of ${dockerfile}, for ${countWords(flows.length, 'flow')}.`;
}

function countsLine({ flows }: Plan): string {
  const changes = flows.filter(isChange).length;
  return `${countWords(changes, 'change')}; ${countWords(flows.length - changes, 'flow')} as deployed.`;
}

function flowLines({ flow, action, reasons }: PlannedFlow, printing: Printing): string[] {
  const { terminal } = printing;
  const [mark, colour] = marks[action];
  const name = cutWidth(flow, Math.max((terminal.columns ?? defaultColumns) - action.length - 7, 8));
  const shown = reasons
    .slice(0, mostReasons)
    .flatMap((reason) => wrapped({ indent: 4, text: reason.replaceAll('`', '') }, printing));
  const left = reasons.length - mostReasons;
  return [
    `  ${paint(`${mark} ${name}`, colour, terminal)} (${action})`,
    ...shown,
    ...(left > 0 ? [`    and ${left} more`] : []),
  ];
}

/** `lead` is shown before the text, whose further lines begin where it does. Pieces of a text are not torn apart. */
type Line = { readonly indent: number; readonly lead?: string; readonly text: string | readonly string[] };

function wrapped({ indent, lead = '', text }: Line, { terminal, outgoing }: Printing): string[] {
  const before = indent + widthOf(lead);
  const room = Math.max((terminal.columns ?? defaultColumns) - before, narrowestText);
  const pieces =
    typeof text === 'string'
      ? outgoing.title(text, longestText).split(' ')
      : text.map((piece) => outgoing.title(piece));
  return wrapWidth(pieces, room).map((line, index) =>
    index === 0 ? `${' '.repeat(indent)}${lead}${line}` : `${' '.repeat(before)}${line}`,
  );
}

function timeLines(times: FlowTimes | undefined): Line[] {
  if (times === undefined) return [];
  const { next, clockChange, day, unseen } = times;
  const zones = zonesOf(times);
  const change =
    clockChange === undefined
      ? []
      : [
          {
            indent: 6,
            text: `from ${instantWords(clockChange.at)} on, when clocks change in ${clockChange.timezone} (${offsetsWords(clockChange)}):`,
          },
          ...slotLines(clockChange, zones),
        ];
  const where = zones.length === 1 ? `, and in ${zones[0]}` : '';
  return [
    { indent: 4, text: `run times in UTC${where}` },
    ...slotLines(next, zones),
    ...change,
    {
      indent: 6,
      text: `next 24 hours: ${countWords(day.after, 'slot')} instead of ${day.before} (${day.gained} new, ${day.lost} no more)`,
    },
    ...(unseen === 0
      ? []
      : [{ indent: 6, text: `${countWords(unseen, 'slot')} that no tick has seen yet would get no run` }]),
  ];
}

function slotLines(slots: ComparedSlots, zones: readonly string[]): Line[] {
  const words = (slot: PlannedSlot): string => {
    const zone = zones.length > 1 && slot.timezone !== undefined ? ` ${slot.timezone}` : '';
    const local = slot.local === undefined ? '' : ` (${shortLocal(slot.local)}${zone})`;
    return `${instantWords(slot.slot).slice(0, 16)}${local}`;
  };
  const side = (name: string, of: readonly PlannedSlot[]): Line => ({
    indent: 6,
    lead: padWidth(name, 10),
    text: of.length === 0 ? 'no schedule' : of.map(words),
  });
  return [side('deployed', slots.before), side('after', slots.after)];
}

function fieldLines(task: TaskChanges | undefined, { outgoing, terminal }: Printing): Line[] {
  if (task === undefined) return [];
  const longest = Math.min(longestField, (terminal.columns ?? defaultColumns) - narrowestText - 8);
  const shown = task.changes.slice(0, mostFields);
  const left = task.changes.length - shown.length;
  const names = shown.map(({ field }) => cutWidth(outgoing.title(field), longest));
  const width = Math.max(...names.map(widthOf), 0) + 2;
  const rows = shown.map((change, index): Line => {
    const after = isOther(change) ? 'another value' : (change.after ?? 'none');
    const lead = padWidth(names[index] ?? '', width);
    return { indent: 6, lead, text: `${change.before ?? 'none'} \u2192 ${after}` };
  });
  return [
    { indent: 4, text: 'task definition' },
    ...rows,
    ...(task.isKnown ? [] : [{ indent: 6, text: 'what is deployed was not kept field by field' }]),
    ...(left === 0 ? [] : [{ indent: 6, text: `and ${countWords(left, 'more field')}` }]),
  ];
}

function costLines(cost: FlowCost | undefined): Line[] {
  if (cost === undefined) return [];
  const { before, after, usualMs, difference } = cost;
  const sides = `${sideWords(before)} \u2192 ${sideWords(after)}`;
  const money =
    usualMs === undefined || difference === undefined
      ? 'what they cost is not known before the first'
      : `${dollarWords(difference)} USD, as a run takes ${durationWords(usualMs)}`;
  return [
    { indent: 4, text: 'cost in 30 days' },
    { indent: 6, text: sides },
    { indent: 6, text: money },
  ];
}
