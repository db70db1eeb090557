import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FlowName } from '../../src/core/flow.ts';
import type { Plan } from '../../src/core/plan.ts';
import { planSummary } from '../../src/report/plan-summary.ts';
import { planText } from '../../src/report/plan-text.ts';
import { at, commit, outgoing } from './examples.ts';
import { hostileText } from './hostile.ts';
import { dangersIn } from './markdown.ts';

function planOf(a: string, b: string): Plan {
  const nothing = { parts: [], policyKeys: [b], files: [], image: { kind: 'none' } } as const;
  return {
    flows: [
      { flow: 'daily-report' as FlowName, action: 'changed', reasons: [a, b], ...nothing },
      { flow: 'mail' as FlowName, action: 'removed', reasons: [b], ...nothing },
    ],
    images: [{ name: 'default', dockerfile: a, isOwn: false, flows: ['daily-report' as FlowName] }],
  };
}

it('a plan of hostile paths and messages brings about nothing', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (a, b) => {
      const warnings = [{ code: 'W_DYNAMIC_IMPORT', place: { file: a, line: 1 }, message: b, fix: a }];
      const text = planSummary(
        { commit, plan: planOf(a, b), warnings, now: at('2026-11-24T10:00:00Z') },
        outgoing,
      );
      expect(dangersIn(text.replaceAll('<br>', ' '))).toEqual([]);
      expect(planText(planOf(a, b), { isColoured: false })).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
    }),
    { numRuns: 100 },
  );
});
