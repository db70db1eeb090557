import { z } from 'zod';
import { type AlertRules, defaultAlertRules } from '../core/alert-rules.ts';
import { choiceLeaf, durationLeaf, flagLeaf, wholeLeaf } from './leaf.ts';

/** `alerts` of `headgate.yml`. */
export const alertsSchema = z
  .union([
    choiceLeaf(['none'], 'No alerts.'),
    z.strictObject({
      'after-failures': wholeLeaf({
        minimum: 1,
        maximum: 100,
        description: 'Bad ends of a flow in a row that make an alert; 3 when left out.',
      }).optional(),
      'missed-slots': flagLeaf('Alert to slots that were missed; true when left out.').optional(),
      'unknown-runs': flagLeaf('Alert to runs of which nobody knows the end; true when left out.').optional(),
      clock: durationLeaf({
        leastSeconds: 300,
        mostSeconds: 7 * 86_400,
        description:
          'How long slots may wait for a tick before the clock counts as stopped; 1h when left out.',
      }).optional(),
      issues: flagLeaf(
        'Open an issue for each alert; true when left out, or false in a public repository.',
      ).optional(),
    }),
  ])
  .describe('What people are told of; `none`: nothing.');

export type WrittenAlerts = z.output<typeof alertsSchema>;

export function alertRulesFrom(written: WrittenAlerts): AlertRules | 'none' {
  if (written === 'none') return written;
  const hasIssues = written.issues;
  return {
    afterFailures: written['after-failures'] ?? defaultAlertRules.afterFailures,
    hasMissedSlots: written['missed-slots'] ?? defaultAlertRules.hasMissedSlots,
    hasUnknownRuns: written['unknown-runs'] ?? defaultAlertRules.hasUnknownRuns,
    clockSeconds: written.clock ?? defaultAlertRules.clockSeconds,
    ...(hasIssues === undefined ? {} : { hasIssues }),
  };
}
