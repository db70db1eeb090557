import { type Ending, factsOf } from '../core/ending.ts';
import type { Instant } from '../core/instant.ts';
import { type Attempt, isEnded, lastAttempt } from '../core/run.ts';
import type { Outgoing } from './outgoing.ts';
import { taskAddress } from './places.ts';
import { attemptMs, fallbackWords, type RunReport } from './run-report.ts';
import type { Detail } from './run-sections.ts';
import { adviceFor, endingWords, isLocalRun } from './run-title.ts';
import { link, table } from './text.ts';
import { durationWords, secondWords } from './words.ts';

export function attemptsTable(report: RunReport, outgoing: Outgoing, detail: Detail): string {
  const { run, now } = report;
  const isPlain = run.attempts.length <= 1 && lastAttempt(run)?.launchTry === 1;
  if (isPlain || run.attempts.length === 0) return '';
  const shown = run.attempts.slice(-detail.attempts);
  const left = run.attempts.length - shown.length;
  const hasLeftSpot = fallbackWords(run) !== undefined;
  const told = new Set(isEnded(run) ? [lastAttempt(run)?.ending?.class] : []);
  const rows = shown.map((attempt) => {
    return [
      link(String(attempt.number), attempt.handle === undefined ? undefined : taskAddress(attempt.handle)),
      ...(hasLeftSpot ? [attempt.capacity === 'on-demand' ? 'on demand' : 'spot'] : []),
      secondWords(attempt.startedAt ?? attempt.intendedAt),
      ranWords(attempt, now),
      `${attemptEnd(attempt, isLocalRun(run), outgoing)}${attempt.launchTry > 1 ? ` (launch try ${attempt.launchTry})` : ''}${adviceBeside(report, attempt, { told, outgoing })}`,
    ];
  });
  const note = left === 0 ? '' : `\n\n… and ${left} earlier.`;
  const head = ['No.', ...(hasLeftSpot ? ['On'] : []), 'Started', 'Ran', 'Ended because'];
  return `### Attempts\n\n${table(head, rows)}${note}`;
}

/** Nobody knows how long an attempt went on whose end nobody saw. */
function ranWords(attempt: Attempt, now: Instant): string {
  if (attempt.ending?.class === 'no-evidence') return 'not known';
  const ran = attemptMs(attempt, now);
  return ran === undefined ? 'never' : durationWords(ran);
}

type Telling = { readonly told: Set<Ending['class'] | undefined>; readonly outgoing: Outgoing };

/** What is told once, or above already, is not told again. */
function adviceBeside(report: RunReport, { ending }: Attempt, { told, outgoing }: Telling): string {
  if (ending === undefined || told.has(ending.class)) return '';
  told.add(ending.class);
  const advice = adviceFor(report, ending, outgoing);
  return advice === undefined ? '' : `. **${advice}**`;
}

/** A row has little room: what is cut in its middle keeps the right that is missing. */
const longestInRow = 500;

function attemptEnd(attempt: Attempt, isLocal: boolean, outgoing: Outgoing): string {
  if (attempt.ending !== undefined)
    return endingWords(attempt.ending, outgoing, { isLocal, longest: longestInRow });
  return attempt.stop === undefined ? 'open' : `stopping: ${factsOf(attempt.stop.cause).words}`;
}
