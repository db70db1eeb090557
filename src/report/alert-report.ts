import type { OpenAlert } from '../core/alerts.ts';
import type { Registry } from '../core/deployment.ts';
import type { Instant } from '../core/instant.ts';
import type { State } from '../core/state.ts';
import type { RepositoryLinks, RunReport } from './run-report.ts';

/** Everything that the issue of an alert is made of. */
export type AlertReport = {
  readonly alert: OpenAlert;
  readonly now: Instant;
  readonly state: State;
  readonly registry: Registry;
  readonly links: RepositoryLinks;
  /** `@user` and `@org/team` as CODEOWNERS of the deployed commit has them: the only ones that are mentioned. */
  readonly owners: readonly string[];
  /** Of failures: the newest run, if state still has it. */
  readonly run?: RunReport;
};
