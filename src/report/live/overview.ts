import { factsOf } from '../../core/ending.ts';
import { dayMs } from '../../core/instant.ts';
import { isEnded, lastAttempt, type Run } from '../../core/run.ts';
import { type Gap, gapReasons } from '../../core/state.ts';
import { isBad } from '../state-words.ts';
import { countWords } from '../words.ts';
import { flowTable, sortedFlows, totalsText } from './flows.ts';
import { type Html, html, nothing, withCode } from './html.ts';
import { livePart, momentOf, type Overview, pageText } from './page.ts';
import { badge, flowLink, runLink, tableOf } from './parts.ts';
import { deedOf, runsOf, runTable, sortedRuns } from './runs.ts';

const mostRows = { attention: 20, flows: 50, open: 30, recent: 15, gaps: 20 } as const;

/** What is wrong first, then the flows, what goes on, and what was. */
export function overviewPage(overview: Overview): string {
  const body = html`<h1>Pipelines</h1>
${livePart('totals', totals(overview))}${livePart('attention', attention(overview))}${livePart('flows', flows(overview))}${livePart('open', openRuns(overview))}${livePart('recent', recentRuns(overview))}${livePart('gaps', gaps(overview))}`;
  return pageText({ title: titleOf(overview), overview, base: '', body });
}

function titleOf({ state }: Overview): string {
  const open = [...state.runs.values()].filter((run) => !isEnded(run)).length;
  return open === 0 ? 'Pipelines' : `Pipelines (${open} open)`;
}

function totals(overview: Overview): Html {
  return html`<p>${totalsText(overview)}. Every slot up to ${momentOf(overview.state.mark)} is accounted for.</p>`;
}

function attention(overview: Overview): Html {
  const runs = badRuns(overview);
  const gaps = missedSlots(overview);
  if (runs.length + gaps.length === 0)
    return html`<p class="well"><span class="good" aria-hidden="true">\u2713</span> Nothing needs attention.</p>`;
  const shown = [
    ...runs.slice(0, mostRows.attention).map((run) => badItem(overview, run)),
    ...gaps.slice(0, Math.max(mostRows.attention - runs.length, 0)).map(missedItem),
  ];
  const left = runs.length + gaps.length - shown.length;
  const more = left > 0 ? html`<p>\u2026 and ${left} more.</p>` : nothing;
  return html`<h2>Needs attention</h2><ul class="attention">${shown}</ul>${more}`;
}

/** Runs whose end nobody knows, flows whose newest ended run went wrong, and attempts that are not seen any more. */
function badRuns({ state }: Overview): Run[] {
  const all = sortedRuns(state);
  const isNewestEnd = (run: Run) => runsOf(state, run.flow).find(isEnded) === run;
  return [
    ...all.filter(({ phase }) => phase.state === 'unknown'),
    ...all.filter((run) => isBad(run.phase.state) && run.phase.state !== 'unknown' && isNewestEnd(run)),
    ...all.filter((run) => !isEnded(run) && lastAttempt(run)?.missing !== undefined),
  ];
}

function badItem(overview: Overview, run: Run): Html {
  const attempt = lastAttempt(run);
  const because = attempt?.ending === undefined ? undefined : factsOf(attempt.ending.class);
  const missing = isEnded(run) ? undefined : attempt?.missing?.since;
  const words =
    missing === undefined
      ? withCode([because?.words, because?.advice].filter((text) => text !== undefined).join('. '))
      : html`not seen since ${momentOf(missing)}`;
  return html`<li><span class="what">${badge(run.phase.state)} ${flowLink(run.flow, '')}: ${runLink(run, '')} <span class="words">${words}</span></span> ${deedOf(overview, run, '')}</li>
`;
}

function missedSlots({ state, now }: Overview): Gap[] {
  return state.gaps.filter(({ outcome, to }) => outcome === 'missed' && now - to < dayMs);
}

function missedItem(gap: Gap): Html {
  return html`<li><span class="what"><span class="badge odd"><span aria-hidden="true">!</span> missed</span> ${gapText(gap)}</span></li>
`;
}

function gapText({ flow, from, to, count, because }: Gap): Html {
  const when = from === to ? momentOf(from) : html`${momentOf(from)} to ${momentOf(to)}`;
  return html`${countWords(count, 'slot')} of ${flowLink(flow, '')}, ${when}: ${withCode(gapReasons[because])}`;
}

function flows(overview: Overview): Html {
  const all = sortedFlows(overview);
  if (all.length === 0)
    return html`<h2>Flows</h2><p>No flow is deployed yet. Write one with <code>headgate new</code>, then <code>headgate deploy</code>.</p>`;
  const left = all.length - mostRows.flows;
  const more =
    left > 0 ? html`<p><a href="all-flows/2.html">${countWords(left, 'more flow')}</a></p>` : nothing;
  return html`${flowTable(overview, all.slice(0, mostRows.flows), '')}${more}`;
}

function openRuns(overview: Overview): Html {
  const open = sortedRuns(overview.state).filter((run) => !isEnded(run));
  if (open.length === 0) return nothing;
  return limited(overview, open, { caption: 'Open runs', most: mostRows.open });
}

function recentRuns(overview: Overview): Html {
  const ended = sortedRuns(overview.state).filter(isEnded);
  if (ended.length === 0) return html`<h2>Recent runs</h2><p>No run has ended yet.</p>`;
  return limited(overview, ended, { caption: 'Recent runs', most: mostRows.recent });
}

function limited(
  overview: Overview,
  runs: readonly Run[],
  { caption, most }: { readonly caption: string; readonly most: number },
): Html {
  const left = runs.length - most;
  const more =
    left > 0 ? html`<p><a href="all-runs/1.html">${countWords(left, 'more run')}</a></p>` : nothing;
  return html`${runTable({ overview, runs: runs.slice(0, most), base: '', caption })}${more}`;
}

function gaps({ state }: Overview): Html {
  if (state.gaps.length === 0) return nothing;
  const rows = [...state.gaps].reverse().slice(0, mostRows.gaps);
  const left = state.gaps.length - rows.length;
  const more = left > 0 ? html`<p>\u2026 and ${left} more.</p>` : nothing;
  return html`${tableOf({
    caption: 'Slots without a run',
    columns: ['Outcome', 'Slots'],
    rows: rows.map((gap) => [html`${gap.outcome}`, gapText(gap)]),
  })}${more}`;
}
