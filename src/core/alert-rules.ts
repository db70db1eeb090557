/** What people want to be told of. */
export type AlertRules = {
  /** After this many bad ends of a flow in a row. */
  readonly afterFailures: number;
  readonly hasMissedSlots: boolean;
  readonly hasUnknownRuns: boolean;
  /** When slots waited longer for a tick; undefined: never, since nothing promises ticks. */
  readonly clockSeconds?: number;
  /** An issue for each alert; undefined: in private repositories. */
  readonly hasIssues?: boolean;
};

export const defaultAlertRules = {
  afterFailures: 3,
  hasMissedSlots: true,
  hasUnknownRuns: true,
  clockSeconds: 3_600,
} as const satisfies AlertRules;

type Wishes = { readonly alerts?: AlertRules | 'none'; readonly aws?: object };

/** A laptop has no clock that could stop. Undefined: nobody wants alerts. */
export function alertRulesOf({ alerts, aws }: Wishes): AlertRules | undefined {
  if (alerts === 'none') return undefined;
  if (alerts !== undefined) return alerts;
  if (aws !== undefined) return defaultAlertRules;
  const { clockSeconds: _, ...rules } = defaultAlertRules;
  return rules;
}
