import type { AlertRules } from '../core/alert-rules.ts';
import type { Deployment, Registry } from '../core/deployment.ts';
import type { FlowName } from '../core/flow.ts';
import { dayMs, type Instant, instantFromMs } from '../core/instant.ts';
import { isEnded, type Run } from '../core/run.ts';
import { scheduledSince } from '../core/schedule-meaning.ts';
import { firstSlot, nextSlots } from '../core/slots.ts';
import { accountedUntil, type Gap, gapReasons, type State } from '../core/state.ts';
import { createOutgoing, type Outgoing } from './outgoing.ts';
import { runPageAddress, shownAddress } from './places.ts';
import { createRedactor } from './redact.ts';
import type { RepositoryLinks } from './run-report.ts';
import { codeSpan, link } from './text.ts';
import { countWords, instantWords } from './words.ts';

export type BoardInput = {
  readonly state: State;
  readonly registry: Registry;
  readonly now: Instant;
  readonly links?: RepositoryLinks;
  readonly outgoing?: Outgoing;
  /** What set off the process that writes it, such as the event of a workflow. */
  readonly trigger?: string;
  /** Left out: nobody wants alerts. */
  readonly alerts?: AlertRules;
};

/** What all parts of the board are made from. `runsOf`: the newest first. */
export type BoardView = BoardInput & {
  readonly outgoing: Outgoing;
  readonly runsOf: ReadonlyMap<FlowName, readonly Run[]>;
  readonly gapsOf: ReadonlyMap<FlowName, readonly Gap[]>;
};

/** What a person should look at; of the whole project, if of no flow. */
export type AttentionItem = { readonly text: string; readonly flow?: FlowName };

export function viewOf(input: BoardInput): BoardView {
  return {
    ...input,
    outgoing: input.outgoing ?? createOutgoing(createRedactor([])),
    runsOf: runsByFlow(input.state),
    gapsOf: byFlow(input.state.gaps),
  };
}

export function runsByFlow({ runs }: State): ReadonlyMap<FlowName, readonly Run[]> {
  const lists = byFlow(runs.values());
  for (const list of lists.values()) list.sort(newestFirst);
  return lists;
}

function byFlow<T extends { readonly flow: FlowName }>(all: Iterable<T>): Map<FlowName, T[]> {
  const lists = new Map<FlowName, T[]>();
  for (const one of all) {
    const known = lists.get(one.flow);
    if (known === undefined) lists.set(one.flow, [one]);
    else known.push(one);
  }
  return lists;
}

export function newestFirst(a: Run, b: Run): number {
  return b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1);
}

export function byName([a]: readonly [FlowName, unknown], [b]: readonly [FlowName, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function runText(links: RepositoryLinks | undefined, run: Run): string {
  const label = codeSpan(run.id);
  if (links === undefined) return label;
  return link(
    label,
    shownAddress(links, run.shown?.checkId) ?? (isEnded(run) ? runPageAddress(links, run) : undefined),
  );
}

export function gapText({ flow, from, to, count, because }: Gap): string {
  const when = from === to ? instantWords(from) : `${instantWords(from)} to ${instantWords(to)}`;
  return `${countWords(count, 'slot')} of ${codeSpan(flow)}, ${when}: ${gapReasons[because]}`;
}

/** The first slot that nothing was decided about, up to `until`: one that is due already is late. */
export function nextSlotOf(
  { state }: Pick<BoardInput, 'state'>,
  deployment: Deployment,
  until?: Instant,
): Instant | undefined {
  let next: Instant | undefined;
  for (const schedule of deployment.policy.schedules) {
    const since = scheduledSince(deployment, schedule);
    const after = instantFromMs(Math.max(accountedUntil(state, deployment.flow), since));
    const latest = next ?? until;
    const slot = latest === undefined ? nextSlots(schedule, after, 1)[0] : firstSlot(schedule, after, latest);
    next = slot ?? next;
  }
  return next;
}

/** How late the slots of the last 24 hours were when a tick saw them, ascending. */
export function latenessMs(runs: Iterable<Run>, now: Instant): readonly number[] {
  return [...runs]
    .flatMap(({ cause, createdAt }) =>
      cause.kind === 'slot' && now - cause.slot <= dayMs ? [Math.max(createdAt - cause.slot, 0)] : [],
    )
    .sort((a, b) => a - b);
}

/** How many slots got no run, as far as state remembers. */
export function gapCount(gaps: readonly Gap[], outcome: Gap['outcome']): number {
  return gaps.filter((gap) => gap.outcome === outcome).reduce((sum, { count }) => sum + count, 0);
}
