import type { RunEvents, TaskRecord } from '../../core/event.ts';
import type { Instant } from '../../core/instant.ts';
import { chosenTasks, depthOfTask, endOfTask, taskName } from '../timeline.ts';
import { cutLength } from '../visible.ts';
import { countWords, durationWords, secondWords } from '../words.ts';
import { type Html, html, nothing } from './html.ts';
import type { Overview } from './page.ts';

const mostRows = 200;
const longestName = 80;
const longestError = 200;
/** What is shorter would be invisible. */
const narrowestBar = 0.6;

/** The tasks of an attempt as bars along its time. Each row says in words what its bar shows. */
export function gantt(overview: Overview, events: RunEvents, now: Instant): Html {
  const timed = events.tasks.filter(({ startedAt }) => startedAt !== undefined);
  if (timed.length === 0)
    return events.tasks.length === 0 ? html`<p>It has told of no tasks.</p>` : withoutTimes(overview, events);
  const from = Math.min(...timed.map(({ startedAt }) => startedAt ?? now));
  const to = Math.max(...timed.map((task) => endOfTask(task, now)), from + 1);
  const shown = chosenTasks(timed, mostRows);
  const rows = shown.map((task) => rowOf(task, { overview, events, now, from, span: to - from }));
  const left = timed.length - shown.length;
  return html`<table role="table" class="gantt"><caption>Tasks <small>from ${secondWords(from as Instant)}, for ${durationWords(to - from)}</small></caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Task</th><th role="columnheader" scope="col">Time</th><th role="columnheader" scope="col">Took</th><th role="columnheader" scope="col">Outcome</th></tr></thead>
<tbody role="rowgroup">${rows}</tbody></table>${left > 0 ? html`<p>\u2026 and ${countWords(left, 'more task')}.</p>` : nothing}`;
}

/** `at` may be left out of events: then a task has an end and no place in time. */
function withoutTimes(overview: Overview, events: RunEvents): Html {
  const shown = chosenTasks(events.tasks, mostRows);
  const left = events.tasks.length - shown.length;
  const rows = shown.map(
    (task) =>
      html`<tr role="row"><th role="rowheader" scope="row" class="depth${depthOfTask(task, events.tasks)}">${nameOf(task, overview)}</th><td role="cell">${howItEnded(task, overview)}</td></tr>`,
  );
  return html`<table role="table"><caption>Tasks <small>told of without times</small></caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Task</th><th role="columnheader" scope="col">Outcome</th></tr></thead>
<tbody role="rowgroup">${rows}</tbody></table>${left > 0 ? html`<p>\u2026 and ${countWords(left, 'more task')}.</p>` : nothing}`;
}

function nameOf(task: TaskRecord, { outgoing }: Overview): string {
  return outgoing.title(cutLength(taskName(task), longestName), longestName);
}

type Axis = {
  readonly overview: Overview;
  readonly events: RunEvents;
  readonly now: Instant;
  readonly from: number;
  readonly span: number;
};

function rowOf(task: TaskRecord, axis: Axis): Html {
  const { overview, events, now, from, span } = axis;
  const startedAt = task.startedAt ?? from;
  const end = endOfTask(task, now);
  const width = Math.max(((end - startedAt) / span) * 100, narrowestBar);
  const x = Math.min(((startedAt - from) / span) * 100, 100 - width);
  const name = nameOf(task, overview);
  const begun = durationWords(startedAt - from);
  return html`<tr role="row"><th role="rowheader" scope="row" class="depth${depthOfTask(task, events.tasks)}">${name}</th><td role="cell" class="track"><span class="unseen">after ${begun}</span><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" class="${toneOfTask(task)}"><rect x="${x.toFixed(2)}" y="1" width="${width.toFixed(2)}" height="8"/></svg></td><td role="cell">${durationWords(end - startedAt)}</td><td role="cell">${howItEnded(task, overview)}</td></tr>
`;
}

function toneOfTask({ outcome }: TaskRecord): string {
  if (outcome === undefined) return 'busy';
  if (outcome === 'succeeded') return 'good';
  return outcome === 'failed' || outcome === 'timed-out' ? 'bad' : 'quiet';
}

const symbols = {
  succeeded: '\u2713',
  failed: '\u2717',
  'timed-out': '\u2717',
  cancelled: '\u2013',
  restored: '\u21ba',
  open: '\u25b6',
} as const;

function howItEnded(task: TaskRecord, { outgoing }: Overview): Html {
  const { outcome, attempt, error } = task;
  const tries = attempt > 1 ? `, try ${attempt}` : '';
  const why =
    outcome === 'succeeded' || error === undefined ? '' : `: ${outgoing.title(error.message, longestError)}`;
  return html`<span class="${toneOfTask(task)}"><span aria-hidden="true">${symbols[outcome ?? 'open']}</span> ${outcome ?? 'running'}</span>${tries}${why}`;
}
