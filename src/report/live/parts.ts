import { isEnded, type Run, type RunState } from '../../core/run.ts';
import { elapsedMs, firstStart } from '../run-report.ts';
import { isBad } from '../state-words.ts';
import { durationWords } from '../words.ts';
import { type Html, html, joined, nothing } from './html.ts';
import type { Overview } from './page.ts';

/** Shapes that differ without their colours; the word stands beside them. */
export const stateSymbols: { readonly [state in RunState]: string } = {
  queued: '\u25cb',
  launching: '\u25d4',
  running: '\u25b6',
  stopping: '\u25a0',
  succeeded: '\u2713',
  failed: '\u2717',
  crashed: '\u2717',
  'timed-out': '\u2717',
  cancelled: '\u2013',
  unknown: '?',
};

export function toneOf(state: RunState): 'good' | 'bad' | 'odd' | 'quiet' | 'busy' {
  if (state === 'succeeded') return 'good';
  if (state === 'unknown') return 'odd';
  if (isBad(state)) return 'bad';
  return state === 'cancelled' || state === 'queued' ? 'quiet' : 'busy';
}

export function badge(state: RunState): Html {
  return html`<span class="badge ${toneOf(state)}"><span aria-hidden="true">${stateSymbols[state]}</span> ${state}</span>`;
}

export type Table = {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly Html[])[];
};

/** Below a certain width its rows become cards, which loses the roles of a table unless they are written. */
export function tableOf({ caption, columns, rows }: Table): Html {
  const heads = columns.map((name) => html`<th role="columnheader" scope="col">${name}</th>`);
  const body = rows.map((cells) => {
    const shown = cells.map((cell, index) =>
      index === 0
        ? html`<th role="rowheader" scope="row">${cell}</th>`
        : html`<td role="cell" data-label="${columns[index] ?? ''}">${cell}</td>`,
    );
    return html`<tr role="row">${shown}</tr>
`;
  });
  return html`<table role="table"><caption>${caption}</caption><thead role="rowgroup"><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup">${body}</tbody></table>`;
}

export function runPath(run: Pick<Run, 'id'>): string {
  return `runs/${run.id}.html`;
}

export function flowPath(flow: string): string {
  return `flows/${flow}.html`;
}

export function runLink(run: Pick<Run, 'id'>, base: string): Html {
  return html`<a href="${base}${runPath(run)}">${run.id}</a>`;
}

export function flowLink(flow: string, base: string): Html {
  return html`<a href="${base}${flowPath(flow)}">${flow}</a>`;
}

/** Of an unknown end nobody knows the time. */
export function tookWords(run: Run, { now }: Pick<Overview, 'now'>): string {
  if (firstStart(run) === undefined || run.phase.state === 'unknown') return '';
  return isEnded(run) ? durationWords(elapsedMs(run, now)) : `${durationWords(elapsedMs(run, now))} so far`;
}

export type Deed = 'run' | 'cancel' | 'retry' | 'resolve' | 'pause' | 'resume' | 'backfill';

export type Button = {
  readonly deed: Deed;
  /** The run, or the flow. */
  readonly subject: string;
  /** For `resolve`: how the run ended. */
  readonly as?: 'succeeded' | 'failed';
  readonly label: string;
  /** What a person is asked before it is done. */
  readonly question?: string;
  readonly fields?: Html;
};

/** Nothing where the page is only read. */
export function buttonOf({ mode }: Overview, base: string, button: Button): Html {
  if (mode.kind === 'static') return nothing;
  const { deed, subject, label, question, as, fields = nothing } = button;
  const outcome = as === undefined ? nothing : html`<input type="hidden" name="as" value="${as}">`;
  const id = as === undefined ? `${deed}-${subject}` : `${deed}-${as}-${subject}`;
  const asked = question === undefined ? nothing : html` data-question="${question}"`;
  return html`<form method="post" action="${base}do/${deed}"${asked}><input type="hidden" name="token" value="${mode.token}"><input type="hidden" name="subject" value="${subject}">${outcome}${fields}<button type="submit" id="${id}" aria-label="${label} ${subject}">${label}</button></form>`;
}

/** Links to the pages of a long list; nothing where one page holds it. */
export function pagesOf(folder: string, page: number, count: number): Html {
  if (count <= 1) return nothing;
  const near = Array.from({ length: count }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === count || Math.abs(number - page) <= 2,
  );
  const links = near.map((number) =>
    number === page
      ? html`<b aria-current="page">${number}</b>`
      : html`<a href="../${folder}/${number}.html">${number}</a>`,
  );
  return html`<nav class="pages" aria-label="Pages of the list">${joined(links, ' ')}</nav>`;
}
