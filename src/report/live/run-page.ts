import type { RunEvents } from '../../core/event.ts';
import { canonicalJson, type Json } from '../../core/json.ts';
import { type Attempt, isEnded, lastAttempt, type Run } from '../../core/run.ts';
import { costOf, costWords } from '../cost.ts';
import { attemptMs, fallbackWords, firstStart, type RunReport } from '../run-report.ts';
import { adviceFor, causeWords, endingWords, isLocalRun, runTitle } from '../run-title.ts';
import { durationWords, secondWords } from '../words.ts';
import { artifactsPart } from './artifacts.ts';
import { gantt } from './gantt.ts';
import { type Html, html, nothing, withCode } from './html.ts';
import { livePart, momentOf, type Overview, pageText } from './page.ts';
import { flowLink, runPath, stateSymbols, tableOf, toneOf, tookWords } from './parts.ts';
import { deedOf, resolvePart } from './runs.ts';

const base = '../';

/** What one attempt printed, redacted and visible, as far as it was read. */
export type ShownLog = {
  readonly attempt: number;
  readonly lines: readonly string[];
  /** Lines of the log before the first of `lines`. */
  readonly earlier: number;
  readonly isComplete: boolean;
  readonly events: RunEvents;
  /** Where a person reads all of it. */
  readonly place?: string;
};

export type RunView = {
  readonly overview: Overview;
  readonly run: Run;
  /** Undefined: nothing was launched yet, or the log is not shown here. */
  readonly log?: ShownLog;
  /** Why there is no log. */
  readonly noLog?: string;
};

export function runPage(view: RunView): string {
  const { overview, run, log } = view;
  const title = runTitle(reportOf(view), overview.outgoing);
  const body = html`<h1>${run.id}</h1>
${livePart('facts', facts(view, title))}${livePart('attempts', attempts(view))}${livePart('tasks', log === undefined ? nothing : gantt(overview, log.events, overview.now))}${livePart('artifacts', log === undefined ? nothing : artifactsPart(overview, log.events))}${logPart(view)}`;
  return pageText({
    title: `${stateSymbols[run.phase.state]} ${run.phase.state}: ${run.id}`,
    overview,
    base,
    body,
  });
}

function reportOf({ overview, run, log }: RunView): RunReport {
  const { policy, resources } = overview.registry.deployments.get(run.flow) ?? {};
  const waiting = overview.waiting.get(run.id);
  return {
    run,
    now: overview.now,
    deployment: {
      ...(policy === undefined ? {} : { policy }),
      ...(resources === undefined ? {} : { resources }),
    },
    links: { serverUrl: 'https://github.com', repository: '' },
    logTail:
      log !== undefined && log.attempt === lastAttempt(run)?.number
        ? log.lines.map((text) => ({ text }))
        : [],
    ...(log === undefined ? {} : { events: log.events }),
    ...(waiting === undefined ? {} : { waiting }),
  };
}

function facts(view: RunView, title: string): Html {
  const { overview, run, log } = view;
  const { outgoing } = overview;
  const ending = lastAttempt(run)?.ending;
  // Its own buttons say the same.
  const isAsked = run.phase.state === 'unknown' && overview.mode.kind === 'live';
  const advice =
    isEnded(run) && ending !== undefined && !isAsked
      ? adviceFor(reportOf(view), ending, outgoing)
      : undefined;
  const started = firstStart(run);
  const fallback = fallbackWords(run);
  const parameters =
    Object.keys(run.parameters).length === 0 ? undefined : canonicalJson(run.parameters as Json);
  const rows: readonly (readonly [string, Html | undefined])[] = [
    ['Flow', flowLink(run.flow, base)],
    ['Why', html`${causeWords(run, outgoing)}`],
    ['Started', started === undefined ? undefined : html`${secondWords(started)}`],
    ['Took', tookWords(run, overview) === '' ? undefined : html`${tookWords(run, overview)}`],
    [
      'Parameters',
      parameters === undefined ? undefined : html`<code>${outgoing.title(parameters, 2_000)}</code>`,
    ],
    ['Commit', html`<code>${/^0+$/.test(run.commit) ? 'working tree' : run.commit.slice(0, 7)}</code>`],
    ['Revision', html`<code>${outgoing.title(run.revision, 300)}</code>`],
    ['Capacity', fallback === undefined ? undefined : html`${fallback}`],
    ['Cost', costOfRun(view)],
    [
      'Whole log',
      log?.place === undefined ? undefined : html`<code>${outgoing.title(log.place, 500)}</code>`,
    ],
  ];
  const shown = rows.flatMap(([name, value]) =>
    value === undefined ? [] : [html`<div><dt>${name}</dt><dd>${value}</dd></div>`],
  );
  return html`<p class="headline"><b class="${toneOf(run.phase.state)}" aria-hidden="true">${stateSymbols[run.phase.state]}</b> ${withCode(title)}</p>
${advice === undefined ? nothing : html`<p class="advice">${withCode(advice)}</p>`}${isAsked ? resolvePart(overview, run, base) : deedOf(overview, run, base)}<dl>${shown}</dl>`;
}

function costOfRun({ overview, run }: RunView): Html | undefined {
  const deployment = overview.registry.deployments.get(run.flow);
  const isOnFargate = run.revision.startsWith('arn:');
  if (!isOnFargate || deployment?.resources === undefined || run.phase.state === 'unknown') return undefined;
  const cost = costOf(run.attempts, deployment.resources);
  return cost === undefined ? undefined : html`${costWords(cost, deployment.policy.spot)}`;
}

function attempts(view: RunView): Html {
  const { overview, run } = view;
  if (run.attempts.length === 0) return html`<p>No attempt was launched yet.</p>`;
  const rows = run.attempts.map((attempt) => {
    const ran = attemptMs(attempt, overview.now);
    return [
      attemptLink(view, attempt),
      attempt.startedAt === undefined ? html`not yet` : momentOf(attempt.startedAt),
      html`${ran === undefined || attempt.ending?.class === 'no-evidence' ? '' : durationWords(ran)}`,
      attempt.ending === undefined
        ? html`open`
        : withCode(endingWords(attempt.ending, overview.outgoing, { isLocal: isLocalRun(run) })),
    ];
  });
  return tableOf({ caption: 'Attempts', columns: ['Attempt', 'Started', 'Took', 'End'], rows });
}

function attemptLink({ overview, run, log }: RunView, { number, handle }: Attempt): Html {
  const isShown = log?.attempt === number;
  if (overview.mode.kind === 'static' || handle === undefined || isShown) return html`${number}`;
  return html`<a href="${base}${runPath(run)}?attempt=${number}">${number}<span class="unseen">: show its log</span></a>`;
}

function logPart({ overview, run, log, noLog }: RunView): Html {
  if (log === undefined)
    return html`<section id="log-part" data-log=""><h2>Log</h2><p>${noLog ?? 'Nothing was launched yet.'}</p></section>`;
  const { attempt, lines, earlier, isComplete } = log;
  const isLive = overview.mode.kind === 'live';
  const next = earlier + lines.length;
  const source = isLive
    ? html` data-log="${attempt}" data-source="${base}runs/${run.id}.log?attempt=${attempt}" data-next="${next}"${isComplete ? html` data-complete` : nothing}`
    : nothing;
  const follow = isLive
    ? html`<label class="follow"><input type="checkbox" id="follow" checked> Follow</label>`
    : nothing;
  const note =
    earlier > 0 ? html`<p>\u2026 ${earlier} earlier lines are only in the whole log.</p>` : nothing;
  const empty = lines.length === 0 && isComplete ? html`<p>It printed nothing.</p>` : nothing;
  return html`<section id="log-part"${source}><h2>Log of attempt ${attempt} ${follow}</h2>${note}${empty}<pre id="log" tabindex="0" role="region" aria-label="Log of attempt ${attempt}">${lines.map(
    (line) => html`<span>${line}</span>
`,
  )}</pre></section>`;
}
