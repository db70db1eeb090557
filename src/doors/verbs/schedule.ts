import type { FlowName, Manifest, Schedule } from '../../core/flow.ts';
import { type Instant, isoOf } from '../../core/instant.ts';
import type { JsonObject } from '../../core/json.ts';
import { exitCodes, InputError } from '../../core/problem.ts';
import { nextSlots } from '../../core/slots.ts';
import type { Terminal } from '../../report/terminal.ts';
import { wrapWidth } from '../../report/width.ts';
import { instantWords } from '../../report/words.ts';
import type { Performed, Site } from '../performed.ts';
import { localWords, scheduleWords, waitWords } from '../schedule-words.ts';
import { validFlows } from './validate.ts';

export type ScheduleRequest = { readonly flow: FlowName | undefined; readonly count: number };

type Listed = {
  readonly words: string;
  readonly timezone: string;
  readonly slots: readonly Instant[];
  readonly schedule: Schedule;
};
type ListedFlow = { readonly manifest: Manifest; readonly schedules: readonly Listed[] };

/** Says the schedules of the sources in words, and lists their next slots in local time and in UTC. */
export async function performSchedule(site: Site, request: ScheduleRequest): Promise<Performed> {
  const { manifests } = await validFlows(site);
  const wanted = request.flow === undefined ? manifests : [named(manifests, request.flow)];
  const now = site.world.clock.now();
  const flows = wanted.map((manifest) => ({
    manifest,
    schedules: manifest.policy.schedules.map((rule) => listed(rule, now, request.count)),
  }));
  return {
    exitCode: exitCodes.done,
    document: { verb: 'schedule', at: isoOf(now), flows: flows.map(flowDocument) },
    text: flows.map((flow) => flowText(flow, now, site.terminal)).join('\n'),
  };
}

function named(manifests: readonly Manifest[], flow: FlowName): Manifest {
  const manifest = manifests.find(({ name }) => name === flow);
  if (manifest !== undefined) return manifest;
  const names = manifests.map(({ name }) => name).join(', ') || 'none';
  throw new InputError([
    {
      code: 'E_FLOW_UNKNOWN',
      field: 'flow',
      message: `There is no flow "${flow}".`,
      fix: `There are: ${names}.`,
    },
  ]);
}

function listed(schedule: Schedule, now: Instant, count: number): Listed {
  const timezone = schedule.kind === 'cron' ? schedule.timezone : 'UTC';
  return { words: scheduleWords(schedule), timezone, slots: nextSlots(schedule, now, count), schedule };
}

function flowDocument({ manifest, schedules }: ListedFlow): JsonObject {
  return {
    flow: manifest.name,
    after: manifest.policy.after?.flows ?? [],
    schedules: schedules.map(({ words, timezone, slots, schedule }) => ({
      words,
      timezone,
      parameters: schedule.parameters,
      slots: slots.map((slot) => ({ utc: isoOf(slot), local: localWords(slot, timezone) })),
    })),
  };
}

const usualColumns = 80;
/** What a line with both clocks and the wait takes. */
const wholeLine = 74;

function flowText(
  { manifest, schedules }: ListedFlow,
  now: Instant,
  { columns = usualColumns }: Terminal,
): string {
  const { after } = manifest.policy;
  const none =
    after === undefined ? 'runs when asked' : `runs after ${after.flows.join(', ')} (${after.when})`;
  const wrapped = (text: string, indent: number) =>
    wrapWidth(text.split(' '), Math.max(columns - indent, 12)).map((line) => `${' '.repeat(indent)}${line}`);
  if (schedules.length === 0) return `${wrapped(`${manifest.name}: ${none}`, 0).join('\n')}\n`;
  const lines = schedules.flatMap(({ words, timezone, slots }) => [
    ...wrapped(words, 2),
    ...slots.map((slot) => slotLine(slot, timezone, { now, isWide: columns >= wholeLine })),
  ]);
  return `${[manifest.name, ...lines].join('\n')}\n`;
}

type Look = { readonly now: Instant; readonly isWide: boolean };

/** Without the room for both clocks, the local one: it is what people wrote. */
function slotLine(slot: Instant, timezone: string, { now, isWide }: Look): string {
  const local = localWords(slot, timezone);
  const wait = waitWords(slot, now);
  return isWide ? `    ${local}   ${instantWords(slot)}   ${wait}` : `  ${local} ${wait}`;
}
