import type { Deployment, Registry } from '../core/deployment.ts';
import { factsOf } from '../core/ending.ts';
import type { FlowName } from '../core/flow.ts';
import { dayMs, type Instant } from '../core/instant.ts';
import { isEnded, lastAttempt, type Run } from '../core/run.ts';
import { nextSlots } from '../core/slots.ts';
import { type Gap, gapReasons, type State } from '../core/state.ts';
import { createOutgoing, type Outgoing } from './outgoing.ts';
import { runPageAddress, shownAddress } from './places.ts';
import { createRedactor } from './redact.ts';
import { elapsedMs, firstStart, type RepositoryLinks } from './run-report.ts';
import { causeWords } from './run-title.ts';
import { isBad, markedState } from './state-words.ts';
import { codeSpan, link, table } from './text.ts';
import { countWords, durationWords, instantWords } from './words.ts';

export type BoardInput = {
  readonly state: State;
  readonly registry: Registry;
  readonly now: Instant;
  readonly links?: RepositoryLinks;
  readonly outgoing?: Outgoing;
};

type Board = BoardInput & { readonly outgoing: Outgoing; readonly runsOf: ReadonlyMap<FlowName, Run[]> };

const mostRows = { attention: 50, open: 100, recent: 30, gaps: 20 } as const;

/** The live overview: `README.md` of the state branch, which GitHub renders. The same input gives the same bytes. */
export function renderBoard(input: BoardInput): string {
  const board: Board = {
    ...input,
    outgoing: input.outgoing ?? createOutgoing(createRedactor([])),
    runsOf: runsByFlow(input.state),
  };
  const sections = [
    `# Headgate\n\n${totals(board)}`,
    attention(board),
    flowTable(board),
    openRuns(board),
    recentRuns(board),
    gapTable(board),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** Newest first. */
function runsByFlow({ runs }: State): ReadonlyMap<FlowName, Run[]> {
  const byFlow = new Map<FlowName, Run[]>();
  for (const run of runs.values()) byFlow.set(run.flow, [...(byFlow.get(run.flow) ?? []), run]);
  for (const list of byFlow.values()) list.sort(newestFirst);
  return byFlow;
}

function newestFirst(a: Run, b: Run): number {
  return b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1);
}

function totals({ state, registry }: Board): string {
  const open = [...state.runs.values()].filter((run) => !isEnded(run)).length;
  return `${countWords(registry.deployments.size, 'flow')}, ${countWords(open, 'open run')}. Every slot up to ${instantWords(state.mark)} is accounted for.`;
}

function attention(board: Board): string {
  const items = [...unknownRuns(board), ...badFlows(board), ...missingRuns(board), ...missedSlots(board)];
  if (items.length === 0) return '\u{1f7e2} Nothing needs attention.';
  const shown = items.slice(0, mostRows.attention).map((item) => `- ${item}`);
  const left = items.length - shown.length;
  return `## Needs attention\n\n${[...shown, ...(left === 0 ? [] : [`- … and ${left} more`])].join('\n')}`;
}

function unknownRuns({ state, ...board }: Board): string[] {
  return [...state.runs.values()]
    .filter(({ phase }) => phase.state === 'unknown')
    .sort(newestFirst)
    .map(
      (run) =>
        `${markedState('unknown')}: ${runText(board.links, run)}. Look at its log, then \`headgate resolve ${run.id} --as succeeded\`, or retry it.`,
    );
}

/** Flows whose newest ended run was bad. */
function badFlows({ runsOf, links }: Board): string[] {
  return [...runsOf.entries()].sort(byName).flatMap(([, runs]) => {
    const newest = runs.find(isEnded);
    if (newest === undefined || !isBad(newest.phase.state) || newest.phase.state === 'unknown') return [];
    const ending = lastAttempt(newest)?.ending;
    const because = ending === undefined ? '' : `: ${factsOf(ending.class).words}`;
    return [`${markedState(newest.phase.state)}: ${runText(links, newest)}${because}`];
  });
}

function missingRuns({ state, links }: Board): string[] {
  return [...state.runs.values()]
    .filter((run) => !isEnded(run) && lastAttempt(run)?.missing !== undefined)
    .sort(newestFirst)
    .map(
      (run) =>
        `Not seen since ${instantWords(lastAttempt(run)?.missing?.since ?? run.createdAt)}: ${runText(links, run)}`,
    );
}

function missedSlots({ state, now }: Board): string[] {
  return state.gaps
    .filter(({ outcome, to }) => outcome === 'missed' && now - to < dayMs)
    .map((gap) => `Missed: ${gapText(gap)}`);
}

function flowTable({ registry, state, runsOf, now, links }: Board): string {
  const deployments = [...registry.deployments.entries()].sort(byName);
  if (deployments.length === 0) return 'No flow is deployed.';
  const rows = deployments.map(([flow, deployment]) => {
    const newest = runsOf.get(flow)?.[0];
    return [
      codeSpan(flow),
      statusText(state, deployment, newest),
      newest === undefined ? '' : runText(links, newest),
      newest === undefined ? '' : instantWords(firstStart(newest) ?? newest.createdAt),
      newest === undefined || firstStart(newest) === undefined ? '' : durationText(newest),
      nextText(state, deployment, now),
    ];
  });
  return `## Flows\n\n${table(['Flow', 'Status', 'Last run', 'When', 'Took', 'Next slot'], rows)}`;
}

function statusText(state: State, { flow, retiredAt }: Deployment, newest: Run | undefined): string {
  if (retiredAt !== undefined) return 'removed, its runs go on';
  if (state.pauses.has(flow)) return '\u23f8 paused';
  return newest === undefined ? 'no run yet' : markedState(newest.phase.state);
}

/** An open run has no duration here: it would change with every look. Of an unknown end nobody knows the time. */
function durationText(run: Run): string {
  return isEnded(run) && run.phase.state !== 'unknown'
    ? durationWords(elapsedMs(run, run.phase.endedAt))
    : '';
}

function nextText(state: State, { flow, policy, retiredAt }: Deployment, now: Instant): string {
  if (retiredAt !== undefined || state.pauses.has(flow)) return '';
  if (policy.after !== undefined) return `after ${policy.after.flows.map(codeSpan).join(', ')}`;
  const slots = policy.schedules.flatMap((schedule) => nextSlots(schedule, now, 1));
  const [first, ...rest] = slots;
  if (first === undefined) return 'by hand';
  return instantWords(rest.reduce((a, b) => (a < b ? a : b), first));
}

function openRuns({ state, outgoing, links }: Board): string {
  const open = [...state.runs.values()].filter((run) => !isEnded(run)).sort(newestFirst);
  if (open.length === 0) return '';
  const rows = open
    .slice(0, mostRows.open)
    .map((run) => [
      runText(links, run),
      markedState(run.phase.state),
      String(run.attempts.length),
      instantWords(firstStart(run) ?? run.createdAt),
      causeWords(run, outgoing),
    ]);
  return section(
    'Open runs',
    table(['Run', 'State', 'Attempts', 'Since', 'Why'], rows),
    open.length - rows.length,
  );
}

function recentRuns({ state, outgoing, links }: Board): string {
  const ended = [...state.runs.values()]
    .filter(isEnded)
    .sort((a, b) => b.phase.endedAt - a.phase.endedAt || newestFirst(a, b));
  if (ended.length === 0) return '';
  const rows = ended
    .slice(0, mostRows.recent)
    .map((run) => [
      runText(links, run),
      markedState(run.phase.state),
      instantWords(run.phase.endedAt),
      durationText(run),
      causeWords(run, outgoing),
    ]);
  return section(
    'Recent runs',
    table(['Run', 'State', 'Ended', 'Took', 'Why'], rows),
    ended.length - rows.length,
  );
}

function gapTable({ state }: Board): string {
  if (state.gaps.length === 0) return '';
  const rows = state.gaps
    .slice(-mostRows.gaps)
    .reverse()
    .map((gap) => [gap.outcome, gapText(gap)]);
  return section('Slots without a run', table(['', 'Slots'], rows), state.gaps.length - rows.length);
}

export function gapText({ flow, from, to, count, because }: Gap): string {
  const when = from === to ? instantWords(from) : `${instantWords(from)} to ${instantWords(to)}`;
  return `${countWords(count, 'slot')} of ${codeSpan(flow)}, ${when}: ${gapReasons[because]}`;
}

function section(title: string, body: string, left: number): string {
  return `## ${title}\n\n${body}${left === 0 ? '' : `\n\n… and ${left} more.`}`;
}

function runText(links: RepositoryLinks | undefined, run: Run): string {
  const label = codeSpan(run.id);
  if (links === undefined) return label;
  return link(
    label,
    shownAddress(links, run.shown?.checkId) ?? (isEnded(run) ? runPageAddress(links, run) : undefined),
  );
}

function byName([a]: readonly [FlowName, unknown], [b]: readonly [FlowName, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
