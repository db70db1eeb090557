import type { FlowName } from '../../core/flow.ts';
import type { Instant } from '../../core/instant.ts';
import { isEnded, type Run } from '../../core/run.ts';
import type { State } from '../../core/state.ts';
import { firstStart } from '../run-report.ts';
import { causeWords } from '../run-title.ts';
import { type Html, html, nothing } from './html.ts';
import { momentOf, type Overview } from './page.ts';
import { badge, buttonOf, flowLink, runLink, runPath, tableOf, tookWords } from './parts.ts';

function newestFirst(a: Run, b: Run): number {
  return b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1);
}

/** Open ones first, then by when they ended. */
function sorted(runs: Iterable<Run>): Run[] {
  const endOf = (run: Run): number => (isEnded(run) ? run.phase.endedAt : Number.POSITIVE_INFINITY);
  return [...runs].sort((a, b) => {
    const [first, second] = [endOf(a), endOf(b)];
    return first === second ? newestFirst(a, b) : second - first;
  });
}

function byFlow(runs: Iterable<Run>): ReadonlyMap<FlowName, readonly Run[]> {
  const lists = new Map<FlowName, Run[]>();
  for (const run of [...runs].sort(newestFirst)) {
    const known = lists.get(run.flow);
    if (known === undefined) lists.set(run.flow, [run]);
    else known.push(run);
  }
  return lists;
}

type Ordered = { readonly sorted: readonly Run[]; readonly byFlow: ReadonlyMap<FlowName, readonly Run[]> };

/** Each page of a site goes by the same order of the same runs: with thousands of both it is made once. */
const orders = new WeakMap<State, Ordered>();

function orderOf(state: State): Ordered {
  const known = orders.get(state);
  if (known !== undefined) return known;
  const made = { sorted: sorted(state.runs.values()), byFlow: byFlow(state.runs.values()) };
  orders.set(state, made);
  return made;
}

/** All of them: the open ones first, then by when they ended. */
export function sortedRuns(state: State): readonly Run[] {
  return orderOf(state).sorted;
}

/** The newest first. */
export function runsOf(state: State, flow: FlowName): readonly Run[] {
  return orderOf(state).byFlow.get(flow) ?? [];
}

/** When it began; before that, when it was created. */
export function sinceOf(run: Run): Instant {
  return firstStart(run) ?? run.createdAt;
}

export type RunList = {
  readonly overview: Overview;
  readonly runs: readonly Run[];
  readonly base: string;
  readonly caption: string;
  /** Whether the list is of one flow, whose name goes without saying. */
  readonly isOfFlow?: boolean;
};

export function runTable({ overview, runs, base, caption, isOfFlow = false }: RunList): Html {
  const rows = runs.map((run) => [
    runLink(run, base),
    ...(isOfFlow ? [] : [flowLink(run.flow, base)]),
    badge(run.phase.state),
    momentOf(sinceOf(run)),
    html`${tookWords(run, overview)}`,
    html`${causeWords(run, overview.outgoing)}`,
    ...(overview.mode.kind === 'static' ? [] : [deedOf(overview, run, base)]),
  ]);
  const columns = ['Run', ...(isOfFlow ? [] : ['Flow']), 'State', 'Started', 'Took', 'Why'];
  return tableOf({
    caption,
    columns: [...columns, ...(overview.mode.kind === 'static' ? [] : ['Do'])],
    rows,
  });
}

/** What a person can do about a run: cancel it while it is open, start it once more when it ended badly. */
export function deedOf(overview: Overview, run: Run, base: string): Html {
  if (run.phase.state === 'succeeded') return html``;
  if (run.phase.state === 'unknown') return resolveLink(overview, run, base);
  if (isEnded(run)) return buttonOf(overview, base, { deed: 'retry', subject: run.id, label: 'Retry' });
  if (run.cancel !== undefined) return html`being cancelled`;
  const question = `Cancel run ${run.id}? Its attempt is stopped.`;
  return buttonOf(overview, base, { deed: 'cancel', subject: run.id, label: 'Cancel', question });
}

/** Nobody can say how it ended without a look at its log: the buttons are on its own page. */
function resolveLink({ mode }: Overview, run: Run, base: string): Html {
  if (mode.kind === 'static') return nothing;
  return html`<a href="${base}${runPath(run)}#resolve" aria-label="Resolve ${run.id}">Resolve\u2026</a>`;
}

/** For the page of a run whose end nobody saw. */
export function resolvePart(overview: Overview, run: Run, base: string): Html {
  const subject = run.id;
  const say = (as: 'succeeded' | 'failed', label: string) =>
    buttonOf(overview, base, {
      deed: 'resolve',
      subject,
      as,
      label,
      question: `Record that run ${subject} ${as}? What follows it goes by that.`,
    });
  const again = buttonOf(overview, base, {
    deed: 'retry',
    subject,
    label: 'Run it again',
    question: `Start run ${subject} once more? If it did its work, the work is done twice.`,
  });
  return html`<div id="resolve" class="resolve"><p>Nobody saw how it ended. Look at its log and at what it should have done, then say so:</p>${say('succeeded', 'It succeeded')} ${say('failed', 'It failed')} ${again}</div>`;
}
