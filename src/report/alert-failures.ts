import type { OpenAlert } from '../core/alerts.ts';
import { fingerprintParts, type Registry, type Version } from '../core/deployment.ts';
import type { AlertReport } from './alert-report.ts';
import { compareAddress } from './alert-words.ts';
import { runText } from './board-view.ts';
import { placeOf } from './named-error.ts';
import type { Outgoing } from './outgoing.ts';
import { commitText } from './places.ts';
import { type Detail, errorSection, headline, logSection, nextSteps } from './run-sections.ts';
import { runTitle } from './run-title.ts';
import { codeSpan, link, table } from './text.ts';
import { instantWords, secondWords } from './words.ts';

type FailureReport = AlertReport & { readonly alert: OpenAlert & { readonly kind: 'failures' } };

/** The check has everything; an issue shows what it takes to know whether it is one's own matter. */
const detail: Detail = {
  logLines: 50,
  logBytes: 8_000,
  artifacts: 0,
  artifactBytes: 0,
  tasks: 0,
  attempts: 0,
  parameterLength: 0,
};

export function failureSections(report: FailureReport, outgoing: Outgoing): string[] {
  const { run } = report;
  return [
    run === undefined ? '' : headline(run, outgoing),
    factsTable(report, outgoing),
    suspects(report),
    run === undefined ? '' : errorSection(run, outgoing),
    run === undefined ? '' : logSection(run, outgoing, detail),
    whatToDo(report, outgoing),
  ];
}

function factsTable(report: FailureReport, outgoing: Outgoing): string {
  const { alert, run, links } = report;
  const { streak } = alert;
  const newest = run === undefined ? codeSpan(streak.run) : runText(links, run.run);
  const title =
    run === undefined ? '' : `: ${outgoing.inline(runTitle(run, outgoing).replaceAll('`', ''), 300)}`;
  return table(
    ['', ''],
    [
      ['Newest run', `${newest}${title}`],
      ['Ended', secondWords(streak.at)],
      ['Bad ends', `${streak.count} since ${instantWords(streak.since)}`],
      ['Last success', lastSuccess(report)],
    ],
  );
}

function lastSuccess({ alert, links, state }: FailureReport): string {
  const { lastSuccess: last } = alert.streak;
  if (last === undefined) return 'none that state knew of';
  const run = state.runs.get(last.run);
  const name = run === undefined ? codeSpan(last.run) : runText(links, run);
  return `${name} at ${secondWords(last.at)}, of ${commitText(links, last.commit)}`;
}

/** What changed between the last success and the newest failure: the deployments of this very flow, and the range of commits. */
function suspects({ alert, registry, links, run }: FailureReport): string {
  const last = alert.streak.lastSuccess;
  const head = run?.run.commit;
  if (last === undefined || head === undefined) return '';
  if (last.commit === head) {
    return '### What changed since the last success\n\nNot the flow: the same commit succeeded before. Look at its data, at the services that it calls, and at its limits.';
  }
  const versions = versionsSince(registry, alert.flow, last.commit);
  const rows = versions.map(({ version, changed }) => [
    commitText(links, version.commit),
    changed.length === 0 ? 'not known' : changed.join(', '),
  ]);
  const range = link('all commits between', compareAddress(links, last.commit, head));
  const list = rows.length === 0 ? '' : `\n\n${table(['Deployed', 'What it changed of the flow'], rows)}`;
  return `### What changed since the last success\n\nFrom ${commitText(links, last.commit)} to ${commitText(links, head)}: ${range}.${list}`;
}

const mostVersions = 5;

type Step = { readonly version: Version; readonly changed: readonly string[] };

/** Newest first, up to the one that last succeeded. */
function versionsSince(registry: Registry, flow: FailureReport['alert']['flow'], commit: string): Step[] {
  const deployment = registry.deployments.get(flow);
  if (deployment === undefined) return [];
  const versions = [deployment.version, ...deployment.earlier];
  const end = versions.findIndex((version) => version.commit === commit);
  return versions.slice(0, end === -1 ? mostVersions : Math.min(end, mostVersions)).map((version, index) => {
    const before = versions[index + 1];
    const changed = fingerprintParts.filter((part) => before?.parts[part] !== version.parts[part]);
    return { version, changed: before === undefined ? [] : changed };
  });
}

function whatToDo({ alert, run }: FailureReport, outgoing: Outgoing): string {
  const steps = run === undefined ? [] : [nextSteps(run, outgoing, placeOf(run))];
  const pause = `- No further runs until it is mended: \`headgate pause ${alert.flow}\`, and later \`headgate resume ${alert.flow}\``;
  return ['### What to do', '', ...steps, pause].join('\n');
}
