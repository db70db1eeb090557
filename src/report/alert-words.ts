import type { AlertKind } from '../core/alerting.ts';
import type { OpenAlert } from '../core/alerts.ts';
import { factsOf } from '../core/ending.ts';
import type { FlowName } from '../core/flow.ts';
import { gapReasons } from '../core/state.ts';
import type { RepositoryLinks } from './run-report.ts';
import { type HttpsUrl, httpsAddress } from './text.ts';
import { countWords, durationWords } from './words.ts';

/**
 * An alert in one sentence without its end. Nothing in it comes from outside but the name of the flow, so it can stand
 * in Markdown, on a terminal and in a chat.
 */
export function alertWords(alert: OpenAlert): string {
  switch (alert.kind) {
    case 'failures': {
      const { count, class: ending, exitCode } = alert.streak;
      const times = count === 1 ? '' : ` ${count} times in a row`;
      const exit = exitCode === undefined ? '' : ` (exit ${exitCode})`;
      return `${alert.flow} failed${times}: ${factsOf(ending).words}${exit}`;
    }
    case 'missed': {
      const { count, because } = alert.missed;
      return `${alert.flow} missed ${countWords(count, 'slot')}: ${gapReasons[because]}`;
    }
    case 'unknown':
      return `${alert.flow} has ${countWords(alert.runs.length, 'run')} of which nobody knows the end`;
    case 'clock':
      return `No tick came for ${durationWords(alert.wait.to - alert.wait.from)} while slots were due`;
  }
}

/** The title of its issue; it stays the same as long as the issue is open. */
export function alertTitle(kind: AlertKind, flow: FlowName | undefined): string {
  switch (kind) {
    case 'failures':
      return `Flow ${flow} keeps failing`;
    case 'missed':
      return `Flow ${flow} missed slots`;
    case 'unknown':
      return `Flow ${flow}: nobody knows how a run ended`;
    case 'clock':
      return 'The clock stood still';
  }
}

function inRepository(links: RepositoryLinks, path: readonly string[]): HttpsUrl | undefined {
  const [owner, name, ...rest] = links.repository.split('/');
  if (owner === undefined || owner === '' || name === undefined || rest.length > 0) return undefined;
  return httpsAddress({ base: links.serverUrl, path: [owner, name, ...path] });
}

export function issueAddress(links: RepositoryLinks, number: number): HttpsUrl | undefined {
  return Number.isSafeInteger(number) && number > 0
    ? inRepository(links, ['issues', String(number)])
    : undefined;
}

const commitPattern = /^(?!0+$)[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** The commits that one commit has and another had not. */
export function compareAddress(links: RepositoryLinks, base: string, head: string): HttpsUrl | undefined {
  if (base === head || !commitPattern.test(base) || !commitPattern.test(head)) return undefined;
  return inRepository(links, ['compare', `${base}...${head}`]);
}
