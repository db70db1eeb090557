import type { ToldAlert } from '../core/alerting.ts';
import type { OpenAlert } from '../core/alerts.ts';
import { alertWords, issueAddress } from './alert-words.ts';
import type { RepositoryLinks } from './run-report.ts';
import { instantWords } from './words.ts';

export type MessageReport = {
  /** Undefined: it is over. */
  readonly alert: OpenAlert | undefined;
  readonly told: ToldAlert;
  readonly links: RepositoryLinks;
  /** `owner/name`. */
  readonly repository: string;
  /** Where a person can read more when there is no issue. */
  readonly boardPlace: string;
};

/** The text for a chat: names of flows, counts, moments and addresses of our own, so nothing in it can be markup or call anybody. */
export function alertMessage({ alert, told, links, repository, boardPlace }: MessageReport): string {
  const more = told.issue === undefined ? boardPlace : (issueAddress(links, told.issue.number) ?? boardPlace);
  const words =
    alert === undefined
      ? `\u{1f7e2} ${repository}: ${recoveredWords(told)}.`
      : `\u{1f534} ${repository}: ${alertWords(alert).replaceAll('`', '')}. Since ${instantWords(alert.since)}.`;
  return `${words} ${more}`;
}

function recoveredWords({ kind, flow }: ToldAlert): string {
  switch (kind) {
    case 'failures':
      return `${flow} does not fail any more`;
    case 'missed':
      return `${flow} misses no slots any more`;
    case 'unknown':
      return `no run of ${flow} is unknown any more`;
    case 'clock':
      return 'ticks come in time again';
  }
}
