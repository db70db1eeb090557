import type { ToldAlert } from '../core/alerting.ts';
import type { OpenAlert } from '../core/alerts.ts';
import type { Registry } from '../core/deployment.ts';
import type { Instant } from '../core/instant.ts';
import { isEnded } from '../core/run.ts';
import type { State } from '../core/state.ts';
import { failureSections } from './alert-failures.ts';
import type { AlertReport } from './alert-report.ts';
import { alertTitle, alertWords } from './alert-words.ts';
import { newestFirst, runText } from './board-view.ts';
import type { Outgoing } from './outgoing.ts';
import { workflowAddress } from './places.ts';
import type { RepositoryLinks } from './run-report.ts';
import { codeSpan, link, plainTitle, table } from './text.ts';
import { cutBytes } from './visible.ts';
import { countWords, durationWords, instantWords, secondWords } from './words.ts';

/** GitHub takes 65,536 characters; the adapter adds a line. */
const bodyLimitBytes = 60_000;

export type IssueText = { readonly title: string; readonly body: string };

export function alertIssue(report: AlertReport, outgoing: Outgoing): IssueText {
  const { alert } = report;
  const flow = 'flow' in alert ? alert.flow : undefined;
  const sections = [
    `**${sentence(alert)}**`,
    report.owners.length === 0 ? '' : `For ${report.owners.join(', ')}.`,
    ...sectionsOf(report, outgoing),
    `Headgate keeps this text up to date and closes the issue when ${endWords[alert.kind]}. What you find out belongs into comments: this text is replaced.`,
  ];
  const body = sections.filter((section) => section !== '').join('\n\n');
  return {
    title: plainTitle(alertTitle(alert.kind, flow)),
    body: cutBytes(`${body}\n`, bodyLimitBytes, '\n\n… (cut)\n'),
  };
}

const endWords: { readonly [kind in OpenAlert['kind']]: string } = {
  failures: 'a run of the flow succeeds',
  missed: 'a run of a later slot succeeds',
  unknown: 'none of these runs is unknown any more',
  clock: 'a tick finds a slot in time',
};

/** The names that are ours alone, as code. */
function sentence(alert: OpenAlert): string {
  const words = alertWords(alert);
  return `${'flow' in alert ? words.replace(alert.flow, codeSpan(alert.flow)) : words}.`;
}

function sectionsOf(report: AlertReport, outgoing: Outgoing): string[] {
  const { alert } = report;
  switch (alert.kind) {
    case 'failures':
      return failureSections({ ...report, alert }, outgoing);
    case 'missed':
      return missedSections(report, alert);
    case 'unknown':
      return unknownSections(report, alert);
    case 'clock':
      return clockSections(report, alert);
  }
}

function missedSections({ state }: AlertReport, { flow, missed }: OpenAlert & { kind: 'missed' }): string[] {
  const { count, from, to } = missed;
  const when = from === to ? instantWords(from) : `${instantWords(from)} to ${instantWords(to)}`;
  const range = `--from ${isoMinute(from)} --to ${isoMinute(to)}`;
  return [
    table(
      ['', ''],
      [
        ['Slots', `${countWords(count, 'slot')}, ${when}`],
        ['Accounted for', `every slot up to ${instantWords(state.mark)}`],
      ],
    ),
    [
      '### What to do',
      '',
      `- If what they would have done is still needed: \`headgate backfill ${flow} ${range}\``,
      missed.because === 'parameters'
        ? '- Mend the parameters of the schedule in `flow.yml`, and deploy: until then no slot of it can run.'
        : '- Raise `catch-up.window` in `flow.yml` if a late run is better than none, and look at the clock: `headgate doctor`.',
    ].join('\n'),
  ];
}

function isoMinute(at: Instant): string {
  return instantWords(at).replace(' UTC', 'Z').replace(' ', 'T');
}

function unknownSections({ links, now }: AlertReport, { runs }: OpenAlert & { kind: 'unknown' }): string[] {
  const shown = runs.slice(-20);
  const rows = shown.map((run) => [
    runText(links, run),
    instantWords(run.phase.endedAt),
    `\`headgate resolve ${run.id} --as succeeded\``,
  ]);
  const left = runs.length - shown.length;
  return [
    'ECS has forgotten these attempts, and neither the event log nor their own log says how they ended. Headgate never takes silence for success.',
    `${table(['Run', 'Given up', 'When its log says that it did its work'], rows)}${left === 0 ? '' : `\n\n… and ${left} earlier.`}`,
    [
      '### What to do',
      '',
      '- Read the log of each, then resolve it as `succeeded` or `failed`, or start it again with `--as relaunch`.',
      '- `headgate doctor` says whether the event log is set up: with it this hardly happens.',
      `- The oldest has been waiting for ${durationWords(now - (runs[0]?.phase.endedAt ?? now))}.`,
    ].join('\n'),
  ];
}

function clockSections({ links }: AlertReport, { wait }: OpenAlert & { kind: 'clock' }): string[] {
  const workflow = workflowAddress({ ...links, workflow: 'tick.yml' });
  return [
    table(
      ['', ''],
      [
        ['Waiting since', secondWords(wait.from)],
        ['Seen', secondWords(wait.to)],
      ],
    ),
    'No work was lost: what the slots were worth is settled by `catch-up` of each flow, and the board counts what was missed.',
    [
      '### What to do',
      '',
      `- Look at the runs of ${link('the workflow `tick.yml`', workflow)} around that time: was it disabled, did it wait, did it fail?`,
      '- GitHub starts short schedules late, and turns them off in a public repository without activity; `infrastructure/clock.yml` brings a clock that keeps time.',
      '- `headgate doctor` looks at the clock as a whole.',
    ].join('\n'),
  ];
}

/** A comment for news: bodies are replaced in silence, and people would not notice. */
export function causeComment(report: AlertReport): string {
  const newest = report.run === undefined ? '' : ` Newest run: ${runText(report.links, report.run.run)}.`;
  return `The cause is another one now: ${sentence(report.alert)}${newest} The text above has the details.\n`;
}

export type RecoveryReport = {
  readonly told: ToldAlert;
  readonly state: State;
  readonly registry: Registry;
  readonly links: RepositoryLinks;
};

/** The comment with which an issue is closed. */
export function recoveryComment({ told, state, registry, links }: RecoveryReport): string {
  const { kind, flow } = told;
  if (flow === undefined) return 'Ticks come in time again.\n';
  if (!isDeployed(registry, flow)) return `${codeSpan(flow)} is not deployed any more.\n`;
  if (kind === 'unknown') return `No run of ${codeSpan(flow)} is unknown any more.\n`;
  const newest = [...state.runs.values()]
    .filter((run) => run.flow === flow && run.phase.state === 'succeeded')
    .sort(newestFirst)[0];
  if (newest === undefined || !isEnded(newest))
    return `Nothing is known to be wrong with ${codeSpan(flow)} any more.\n`;
  const missed =
    kind === 'missed'
      ? ' Slots that were missed stay missed: `headgate backfill` runs them if they are needed.'
      : '';
  return `${codeSpan(flow)} succeeded again at ${secondWords(newest.phase.endedAt)}: ${runText(links, newest)}.${missed}\n`;
}

function isDeployed({ deployments }: Registry, flow: NonNullable<ToldAlert['flow']>): boolean {
  const deployment = deployments.get(flow);
  return deployment !== undefined && deployment.retiredAt === undefined;
}
