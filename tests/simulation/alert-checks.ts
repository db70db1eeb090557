import type { AlertRules } from '../../src/core/alert-rules.ts';
import { openAlerts } from '../../src/core/alerts.ts';
import type { Play } from './play.ts';

/** What is wrong has one open issue, and nothing else has one. */
export function checkAlerts({ stage, checker }: Play, rules: AlertRules): void {
  const state = stage.branches.current()?.state;
  if (state === undefined) return;
  const wanted = [...openAlerts(state, rules).keys()].map((key) => `acme/${key}`);
  const open = stage.issues.shown().filter(({ isOpen }) => isOpen);
  const [is, should] = [open.map(({ key }) => key), wanted].map((keys) => [...keys].sort().join());
  checker.tally.check('ReportTruth', is === should, () => `open issues: ${is}; what is wrong: ${should}`);
}
