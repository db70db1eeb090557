import { flowTable, sortedFlows } from './flows.ts';
import { html } from './html.ts';
import { livePart, type Overview, pageText } from './page.ts';
import { pagesOf } from './parts.ts';
import { runTable, sortedRuns } from './runs.ts';

/** A page must stay light for a telephone. */
const rowsPerPage = 50;

export function pageCount(entries: number): number {
  return Math.max(Math.ceil(entries / rowsPerPage), 1);
}

/** All runs that are kept, `page` from 1; undefined: there is no such page. */
export function runListPage(overview: Overview, page: number): string | undefined {
  const all = sortedRuns(overview.state);
  const count = pageCount(all.length);
  if (page > count) return undefined;
  const runs = all.slice((page - 1) * rowsPerPage, page * rowsPerPage);
  const list =
    runs.length === 0
      ? html`<p>There is no run yet.</p>`
      : runTable({
          overview,
          runs,
          base: '../',
          caption: captionOf('Runs', page, { count, entries: all.length }),
        });
  const body = html`<h1>Runs</h1>
${livePart('list', html`${list}${pagesOf('all-runs', page, count)}`)}`;
  return pageText({ title: `Runs, page ${page}`, overview, base: '../', body });
}

export function flowListPage(overview: Overview, page: number): string | undefined {
  const all = sortedFlows(overview);
  const count = pageCount(all.length);
  if (page > count) return undefined;
  const flows = all.slice((page - 1) * rowsPerPage, page * rowsPerPage);
  const list = flows.length === 0 ? html`<p>No flow is deployed.</p>` : flowTable(overview, flows, '../');
  const body = html`<h1>Flows</h1>
${livePart('list', html`${list}${pagesOf('all-flows', page, count)}`)}`;
  return pageText({ title: `Flows, page ${page}`, overview, base: '../', body });
}

type Counts = { readonly count: number; readonly entries: number };

function captionOf(name: string, page: number, { count, entries }: Counts): string {
  const from = (page - 1) * rowsPerPage + 1;
  const to = Math.min(page * rowsPerPage, entries);
  return count === 1 ? name : `${name} ${from} to ${to} of ${entries}`;
}
