import { canonicalJson } from '../core/json.ts';
import { isEnded, lastAttempt } from '../core/run.ts';
import { artifactText } from './artifacts.ts';
import { costOf, costWords } from './cost.ts';
import { namedError } from './named-error.ts';
import type { Outgoing } from './outgoing.ts';
import {
  codeAddress,
  commitText,
  logPlaceText,
  originText,
  runPageAddress,
  sourceAddress,
  taskAddress,
  workflowAddress,
} from './places.ts';
import { elapsedMs, fallbackWords, firstStart, type RunReport, revisionName } from './run-report.ts';
import { adviceFor, causeWords, endingWords, isLocalRun, waitWords } from './run-title.ts';
import type { SourcePlace } from './stack-trace.ts';
import { link, table } from './text.ts';
import { timelineLines, totalsRows } from './timeline.ts';
import { durationWords, secondWords } from './words.ts';

/** How much of a report is shown; it shrinks until the report fits. */
export type Detail = {
  readonly logLines: number;
  readonly logBytes: number;
  readonly artifacts: number;
  readonly artifactBytes: number;
  readonly tasks: number;
  readonly attempts: number;
  readonly parameterLength: number;
};

/** What happened, where, and what to do about it: the first line that anybody reads. */
export function headline(report: RunReport, outgoing: Outgoing): string {
  const { run } = report;
  const { phase } = run;
  const last = lastAttempt(run);
  const ending = last?.ending === undefined || last.ending.class === 'exit-zero' ? undefined : last.ending;
  const ended =
    ending === undefined
      ? ''
      : `Attempt ${last?.number} ended because ${endingWords(ending, outgoing, { isLocal: isLocalRun(run) })}.`;
  if (isEnded(run)) {
    if (ending === undefined) return '';
    const advice = adviceFor(report, ending, outgoing);
    return sentences([errorSentence(report, outgoing), ended, advice === undefined ? '' : `**${advice}**`]);
  }
  if (phase.state !== 'queued') return '';
  const next = ended === '' ? '' : `The next one starts after ${secondWords(phase.notBefore)}.`;
  return sentences([ended, next, waitOf(report)]);
}

function sentences(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

/** `flows/x/main.py:28` ValueError: no such region. */
function errorSentence(report: RunReport, outgoing: Outgoing): string {
  const error = namedError(report);
  if (error === undefined) return '';
  const { place, text } = error;
  const shown = outgoing.code(text, 500);
  if (place === undefined) return `${shown}.`;
  const address = sourceAddress(report.links, report.run.commit, place);
  return `${link(outgoing.code(`${place.path}:${place.line}`), address)} ${shown}.`;
}

/** Nobody is to take a report for whole that is not. */
export function faultSection({ fault }: RunReport, outgoing: Outgoing): string {
  return fault === undefined
    ? ''
    : `**The report could not be made whole.** What the run printed is left out, since a report of it failed: ${outgoing.inline(fault, 300)}. This is a bug of Headgate: please report it.`;
}

function waitOf({ waiting }: RunReport): string {
  return waiting === undefined || waiting === 'not-before' ? '' : `It waits: ${waitWords[waiting]}.`;
}

export function factsTable(report: RunReport, outgoing: Outgoing, detail: Detail): string {
  const { run, now, deployment, links } = report;
  // Nobody knows how long a run went on whose end nobody saw.
  const isKnown = run.phase.state !== 'unknown';
  const { resources } = deployment;
  const cost = isKnown && resources !== undefined ? costOf(run.attempts, resources) : undefined;
  const rows: (readonly [string, string | undefined])[] = [
    ['Why', causeWords(run, outgoing)],
    ['Commit', commitText(links, run.commit)],
    ['Revision', outgoing.code(revisionName(run.revision), 300)],
    ['Image', imageText(report, outgoing)],
    ['Parameters', parametersText(report, outgoing, detail)],
    ['Capacity', fallbackWords(run)],
    ['Started', firstStart(run) === undefined ? undefined : secondWords(firstStart(run) ?? now)],
    [
      'Took',
      firstStart(run) === undefined || !isEnded(run) || !isKnown
        ? undefined
        : durationWords(elapsedMs(run, now)),
    ],
    ['Cost', cost === undefined ? undefined : costWords(cost, deployment.policy?.spot ?? false)],
  ];
  return table(
    ['Run', outgoing.code(run.id)],
    rows.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  );
}

function imageText({ deployment, links }: RunReport, outgoing: Outgoing): string | undefined {
  const { image, built } = deployment;
  if (image === undefined) return undefined;
  return `${outgoing.code(shortDigest(image), 300)}${built === undefined ? '' : `, ${originText(links, built)}`}`;
}

/** Enough to tell images apart; the check of the deploy has all of it. */
function shortDigest(image: string): string {
  return image.replace(/(@sha256:[0-9a-f]{12})[0-9a-f]{52}$/, '$1\u2026');
}

function parametersText({ run }: RunReport, outgoing: Outgoing, detail: Detail): string | undefined {
  return Object.keys(run.parameters).length === 0
    ? undefined
    : outgoing.code(canonicalJson(run.parameters), detail.parameterLength);
}

/** What a person can do now. */
export function nextSteps(report: RunReport, outgoing: Outgoing, place: SourcePlace | undefined): string {
  const { run, links, logPlace } = report;
  const handle = lastAttempt(run)?.handle;
  const task = handle === undefined ? undefined : taskAddress(handle);
  const code = codeAddress(links, run);
  const page = isEnded(run) ? runPageAddress(links, run) : undefined;
  const steps = [
    place === undefined
      ? undefined
      : `Where it failed: ${link(outgoing.code(`${place.path}:${place.line}`), sourceAddress(links, run.commit, place))}`,
    logPlace === undefined ? undefined : `The whole log: ${logPlaceText(logPlace, outgoing)}`,
    task === undefined ? undefined : `In AWS: ${link('ECS task', task)}`,
    code === undefined ? undefined : `The code that ran: ${link(outgoing.code(`flows/${run.flow}`), code)}`,
    page === undefined ? undefined : `Its page, kept in git: ${link(outgoing.code(run.id), page)}`,
    ...commands(report),
  ].filter((step) => step !== undefined);
  return steps.map((step) => `- ${step}`).join('\n');
}

function commands({ run, links }: RunReport): string[] {
  const address = workflowAddress(links);
  const page = address === undefined ? '' : `, or from ${link('the workflow page', address)}`;
  if (run.phase.state === 'succeeded') return [];
  if (!isEnded(run)) return [`Cancel it: \`headgate cancel ${run.id}\`${page}`];
  const retry = `One more attempt: \`headgate retry ${run.id}\`${page}`;
  if (run.phase.state !== 'unknown') return [retry];
  return [
    `If it did its work: \`headgate resolve ${run.id} --as succeeded\`; if not, \`--as failed\``,
    retry,
  ];
}

/** The error with which the flow's own program ended, as it told it. */
export function errorSection({ run, events }: RunReport, outgoing: Outgoing): string {
  const error = events?.finished?.error;
  if (error === undefined || run.phase.state === 'succeeded') return '';
  const text = error.stack ?? `${error.name}: ${error.message}`;
  const lines = outgoing.lines(text.split('\n'), { mostLines: 30, mostBytes: 6_000 });
  return `### Error\n\n${outgoing.block(lines)}`;
}

export function tasksSection({ events, now }: RunReport, outgoing: Outgoing, detail: Detail): string {
  if (events === undefined) return '';
  const bars = outgoing.lines(timelineLines(events, now, detail.tasks), {
    mostLines: detail.tasks + 1,
    mostBytes: 30_000,
  });
  const totals = totalsRows(events, detail.tasks).map(([name = '', ...numbers]) => [
    outgoing.inline(name, 100),
    ...numbers,
  ]);
  const parts = [
    bars.length === 0 ? '' : outgoing.block(bars),
    totals.length === 0 ? '' : table(['Task', 'Succeeded', 'Failed', 'Restored', 'Together'], totals),
    progressText(events, outgoing, detail),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `### Tasks\n\n${parts.join('\n\n')}`;
}

function progressText(
  { progress }: NonNullable<RunReport['events']>,
  outgoing: Outgoing,
  detail: Detail,
): string {
  return progress
    .slice(0, detail.tasks)
    .map(({ name, done, total }) => {
      const label = name === '' ? 'Progress' : outgoing.inline(name, 100);
      return `- ${label}: ${done}${total === undefined ? '' : ` of ${total}`}`;
    })
    .join('\n');
}

export function artifactsSection({ events }: RunReport, outgoing: Outgoing, detail: Detail): string {
  const all = events?.artifacts ?? [];
  const shown = all.slice(0, detail.artifacts);
  if (all.length === 0) return '';
  const texts = shown.map((artifact) =>
    artifactText(artifact, outgoing, { mostRows: 50, mostBytes: detail.artifactBytes }),
  );
  const left = all.length - shown.length;
  const note = left === 0 ? [] : [`… and ${left} more in the log.`];
  return `### Artifacts\n\n${[...texts, ...note].join('\n\n')}`;
}

export function logSection({ logTail }: RunReport, outgoing: Outgoing, detail: Detail): string {
  if (logTail.length === 0 || detail.logLines === 0) return '';
  const lines = outgoing.lines(
    logTail.map(({ text }) => text),
    { mostLines: detail.logLines, mostBytes: detail.logBytes },
  );
  return lines.length === 0 ? '' : `### End of the log\n\n${outgoing.block(lines)}`;
}
