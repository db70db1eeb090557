import type { Run } from '../core/run.ts';
import type { CommandResult } from '../engine/control.ts';
import { reportOf } from '../engine/report.ts';
import type { TickResult } from '../engine/tick.ts';
import type { Snapshot } from '../ports.ts';
import { runText, statusText } from '../report/terminal.ts';
import { type TickReport, tickSentence, tickSummary } from '../report/tick-summary.ts';
import type { Performed, Site } from './performed.ts';

type Words = Pick<Performed, 'text' | 'summary'>;

/** What a tick came to, for a terminal and for a job summary. */
export function tickWords({ world }: Site, result: TickResult): Words {
  const report = tickReport(result);
  return { text: `${tickSentence(report)}\n`, summary: tickSummary(report, world.state.boardPlace) };
}

function tickReport(result: TickResult): TickReport {
  const changes = result.changes.map(({ run, before }) => ({
    run: run.id,
    flow: run.flow,
    before,
    after: run.phase.state,
    attempts: run.attempts.length,
  }));
  return { ...result, changes };
}

/** What a command came to; of a run that ended, its report. */
export async function commandWords(site: Site, answer: CommandResult, run: Run | undefined): Promise<Words> {
  const sentence =
    answer.because === undefined
      ? `${doneWords[answer.command]} ${answer.subject}.`
      : `Nothing to do: ${answer.because}.`;
  const report = run === undefined ? '' : `\n${await runWords(site, run)}`;
  const text = `${sentence}\n${report}`;
  return { text, summary: `${site.presentation.outgoing.inline(sentence)}\n` };
}

const doneWords: { readonly [kind in CommandResult['command']]: string } = {
  run: 'Requested run',
  backfill: 'Requested the backfill of',
  cancel: 'Cancelled run',
  retry: 'Granted one more attempt to run',
  resolve: 'Resolved run',
  pause: 'Paused flow',
  resume: 'Resumed flow',
};

export async function runWords(site: Site, run: Run): Promise<string> {
  const { world, presentation, project, terminal } = site;
  const now = world.clock.now();
  const snapshot = await world.state.load(now);
  const report = await reportOf(world, run, { options: { project, presentation }, snapshot, now });
  return runText(report, presentation.outgoing, terminal);
}

export function statusWords({ world, terminal }: Site, { state, registry }: Snapshot): string {
  return statusText({ state, registry, now: world.clock.now() }, terminal);
}
