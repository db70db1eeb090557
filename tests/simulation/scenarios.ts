import type { Scenario } from './scenario.ts';
import { attemptScenarios } from './scenarios-of-attempts.ts';
import { endScenarios } from './scenarios-of-ends.ts';
import { lossScenarios } from './scenarios-of-losses.ts';
import { seriesScenarios } from './scenarios-of-series.ts';
import { slotScenarios } from './scenarios-of-slots.ts';

/** Those of which everything is tried that can be counted out. */
export const scenarios: readonly Scenario[] = [
  ...attemptScenarios,
  ...slotScenarios,
  ...seriesScenarios,
  ...endScenarios,
  ...lossScenarios,
];
