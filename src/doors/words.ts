import { alertRulesOf } from '../core/alert-rules.ts';
import { openAlerts } from '../core/alerts.ts';
import { faultWords } from '../core/fault.ts';
import type { Run } from '../core/run.ts';
import type { CommandResult } from '../engine/control.ts';
import { reportOf } from '../engine/report.ts';
import type { TickResult } from '../engine/tick.ts';
import type { Snapshot } from '../ports.ts';
import { alertWords } from '../report/alert-words.ts';
import { controlSummary } from '../report/control-summary.ts';
import { runAddress } from '../report/places.ts';
import type { RunReport } from '../report/run-report.ts';
import { runText, statusText } from '../report/terminal.ts';
import { type TickReport, tickSentence, tickSummary } from '../report/tick-summary.ts';
import { countWords, instantWords } from '../report/words.ts';
import type { Performed, Site } from './performed.ts';

type Words = Pick<Performed, 'text' | 'summary'>;

/** What a tick came to, for a terminal and for a job summary. */
export function tickWords({ world, presentation }: Site, result: TickResult): Words {
  try {
    const report = tickReport(result, presentation);
    return { text: `${tickSentence(report)}\n`, summary: tickSummary(report, world.state.boardPlace) };
  } catch (error) {
    // The tick is done and recorded: a summary that fails must not make it look as if it were not.
    const words = `W_SUMMARY_UNMADE The tick is done, but its summary could not be made: ${faultWords(error)}. This is a bug of Headgate: please report it.`;
    world.log.warn(words);
    return { text: `${words}\n` };
  }
}

function tickReport(result: TickResult, { links }: Site['presentation']): TickReport {
  const changes = result.changes.map(({ run, before }) => ({
    run: run.id,
    flow: run.flow,
    before,
    after: run.phase.state,
    attempts: run.attempts.length,
    address: runAddress(links, run),
  }));
  return { ...result, changes };
}

/** What a command came to; of a run that ended, its report. */
export async function commandWords(
  site: Site,
  {
    answer,
    run,
    isDryRun,
  }: { readonly answer: CommandResult; readonly run?: Run; readonly isDryRun: boolean },
): Promise<Words> {
  const sentence = commandSentence(answer, isDryRun);
  const { outgoing } = site.presentation;
  if (run === undefined) return { text: `${sentence}\n`, summary: `${outgoing.inline(sentence)}\n` };
  const report = await runReport(site, run);
  return {
    text: `${sentence}\n\n${runText(report, outgoing, site.terminal)}`,
    summary: controlSummary({ sentence, report }, outgoing),
  };
}

function commandSentence({ command, subject, runs, because }: CommandResult, isDryRun: boolean): string {
  if (because !== undefined) return `Nothing to do: ${because}.`;
  const size = command === 'backfill' ? `: ${countWords(runs.length, 'slot')}` : '';
  const words = `${doneWords[command]} ${subject}${size}.`;
  return isDryRun ? `A dry run, so nothing was written. Otherwise: ${words}` : words;
}

const doneWords: { readonly [kind in CommandResult['command']]: string } = {
  run: 'Requested run',
  backfill: 'Requested the backfill of',
  cancel: 'Asked for the cancellation of run',
  retry: 'Granted one more attempt to run',
  resolve: 'Resolved run',
  pause: 'Paused flow',
  resume: 'Resumed flow',
};

export async function runWords(site: Site, run: Run): Promise<string> {
  return runText(await runReport(site, run), site.presentation.outgoing, site.terminal);
}

async function runReport(site: Site, run: Run): Promise<RunReport> {
  const { world, presentation, project } = site;
  const now = world.clock.now();
  const snapshot = await world.state.load(now);
  return reportOf(world, run, { options: { project, presentation }, snapshot, now });
}

export function statusWords({ world, project, terminal }: Site, { state, registry }: Snapshot): string {
  const alerts = [...openAlerts(state, alertRulesOf(project)).values()];
  const lines = alerts.map((alert) => `\n${alertWords(alert)}, since ${instantWords(alert.since)}.`);
  return `${statusText({ state, registry, now: world.clock.now() }, terminal)}${lines.join('')}${lines.length === 0 ? '' : '\n'}`;
}
