import type { Deployment, Registry } from '../../core/deployment.ts';
import type { Instant } from '../../core/instant.ts';
import type { Run } from '../../core/run.ts';
import { nextSlots } from '../../core/slots.ts';
import { countWords } from '../words.ts';
import { type Html, html, joined, nothing } from './html.ts';
import { momentOf, type Overview } from './page.ts';
import {
  badge,
  buttonOf,
  flowLink,
  flowPath,
  runPath,
  stateSymbols,
  tableOf,
  toneOf,
  tookWords,
} from './parts.ts';
import { runsOf, sinceOf } from './runs.ts';

/** As with runs: the same order for each page. */
const orders = new WeakMap<Registry, readonly Deployment[]>();

export function sortedFlows({ registry }: Overview): readonly Deployment[] {
  const known = orders.get(registry);
  if (known !== undefined) return known;
  const made = [...registry.deployments.values()].sort((a, b) => (a.flow < b.flow ? -1 : 1));
  orders.set(registry, made);
  return made;
}

export function flowTable(overview: Overview, deployments: readonly Deployment[], base: string): Html {
  const isLive = overview.mode.kind === 'live';
  const rows = deployments.map((deployment) => {
    const own = runsOf(overview.state, deployment.flow);
    return [
      flowLink(deployment.flow, base),
      flowStatus(overview, deployment, own[0]),
      recentStrip(own, base),
      own[0] === undefined ? nothing : momentOf(sinceOf(own[0])),
      html`${own[0] === undefined ? '' : tookWords(own[0], overview)}`,
      nextOf(overview, deployment),
      ...(isLive ? [runDeed(overview, deployment, base)] : []),
    ];
  });
  const columns = [
    'Flow',
    'Status',
    'Recent runs',
    'Last run',
    'Took',
    'Next slot',
    ...(isLive ? ['Do'] : []),
  ];
  return tableOf({ caption: 'Flows', columns, rows });
}

export function flowStatus(
  overview: Overview,
  { flow, retiredAt }: Deployment,
  newest: Run | undefined,
): Html {
  if (retiredAt !== undefined) return html`removed, its runs go on`;
  const paused = overview.state.pauses.has(flow)
    ? html`<span class="badge quiet"><span aria-hidden="true">\u23f8</span> paused</span> `
    : nothing;
  return html`${paused}${newest === undefined ? html`no run yet` : badge(newest.phase.state)}`;
}

const mostInStrip = 10;

/** The newest runs, the newest on the right. */
function recentStrip(runs: readonly Run[], base: string): Html {
  const shown = runs.slice(0, mostInStrip).reverse();
  if (shown.length === 0) return nothing;
  const good = shown.filter(({ phase }) => phase.state === 'succeeded').length;
  const marks = shown.map(
    (run) =>
      html`<a class="mark ${toneOf(run.phase.state)}" href="${base}${runPath(run)}" title="${run.phase.state}: ${run.id}" aria-label="${run.phase.state}: ${run.id}">${stateSymbols[run.phase.state]}</a>`,
  );
  return html`<span class="strip">${joined(marks)}</span> <small>${good} of ${shown.length}<span class="unseen"> succeeded</span></small>`;
}

export function nextSlotOf(overview: Overview, { flow, policy, retiredAt }: Deployment): Instant | undefined {
  if (retiredAt !== undefined || overview.state.pauses.has(flow)) return undefined;
  const slots = policy.schedules.flatMap((schedule) => nextSlots(schedule, overview.now, 1));
  return slots.length === 0 ? undefined : slots.reduce((a, b) => (a < b ? a : b));
}

export function nextOf(overview: Overview, deployment: Deployment): Html {
  const slot = nextSlotOf(overview, deployment);
  if (slot !== undefined) return momentOf(slot);
  const { after, schedules } = deployment.policy;
  if (after !== undefined) return html`after ${after.flows.join(', ')}`;
  return schedules.length === 0 ? html`by hand` : html`none`;
}

/** A flow whose parameters must be given is run from its own page, where they can be written. */
function runDeed(overview: Overview, { flow, retiredAt, policy }: Deployment, base: string): Html {
  if (retiredAt !== undefined) return nothing;
  const needsWords = Object.values(policy.parameters).some((schema) => schema.default === undefined);
  return needsWords
    ? html`<a href="${base}${flowPath(flow)}#start" aria-label="Run ${flow} with parameters">Run\u2026</a>`
    : buttonOf(overview, base, { deed: 'run', subject: flow, label: 'Run' });
}

export function totalsText({ registry, state }: Overview): string {
  const open = [...state.runs.values()].filter((run) => !('endedAt' in run.phase)).length;
  return `${countWords(registry.deployments.size, 'flow')}, ${countWords(open, 'open run')}, ${countWords(state.runs.size, 'run')} kept`;
}
