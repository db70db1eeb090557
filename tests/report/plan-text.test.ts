import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makePlan } from '../../src/core/plan.ts';
import { type PlanReport, planFacts } from '../../src/report/plan-facts.ts';
import { planReportText, planText } from '../../src/report/plan-text.ts';
import type { Terminal } from '../../src/report/terminal.ts';
import { widthOf } from '../../src/report/width.ts';
import { registryOf } from '../core/builders.ts';
import { commit, outgoing } from './examples.ts';
import { expectGolden } from './golden.ts';
import { hostileText } from './hostile.ts';
import { desired, hourly, now, planOf, report, state } from './plan-examples.ts';

const plain: Terminal = { isColoured: false };

function textOf(of: PlanReport, terminal: Terminal = plain): string {
  return planReportText(of, planFacts(of), { terminal, outgoing });
}

function widest(text: string): number {
  return Math.max(...text.split('\n').map(widthOf));
}

describe('a plan on a terminal', () => {
  it('shows run times, fields and cost of each flow in 80 columns', () => {
    const text = textOf(report);
    expectGolden('plan.txt', text);
    expect(widest(text)).toBeLessThanOrEqual(80);
  });

  it('fits a narrow terminal as well', () => {
    const text = textOf(report, { isColoured: false, columns: 44 });
    expectGolden('plan-narrow.txt', text);
    expect(widest(text)).toBeLessThanOrEqual(44);
  });

  it('has colours only where they are wanted', () => {
    expect(textOf(report, { isColoured: true })).toContain('\u001b[33m~ daily-report\u001b[0m (changed)');
    expect(textOf(report)).not.toContain('\u001b');
  });

  it('says where the rest of a large plan is', () => {
    const many = Array.from({ length: 40 }, (_, index) => desired(`flow-${index}`, { schedules: [hourly] }));
    const large = makePlan({ desired: many, registry: registryOf(), needsImages: true });
    expect(textOf({ ...report, plan: large })).toContain(
      'The times, fields and costs of 10 more flows are in --json.',
    );
  });

  it('of a deploy says what changed and why, and no more', () => {
    expect(planText(report.plan, { terminal: plain, outgoing })).toBe(`  ~ daily-report (changed)
    its manifest changed in what ends in the task definition
    schedules changed
  + mail (added)
    it is new
  - old-flow (removed)
    its folder is gone
3 changes; 0 flows as deployed.
`);
  });

  it('brings nothing to the terminal but text that fits, whatever it is made of', () => {
    fc.assert(
      fc.property(hostileText, hostileText, fc.integer({ min: 40, max: 100 }), (a, b, columns) => {
        const hostile = { commit, plan: planOf(a, b), warnings: [], now, state };
        const text = textOf(hostile, { isColoured: false, columns });
        expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
        expect(widest(text)).toBeLessThanOrEqual(columns);
      }),
      { numRuns: 100 },
    );
  });

  it('hides secrets', () => {
    const text = textOf({ commit, plan: planOf('x registered-secret', 'y'), warnings: [], now, state });
    expect(text).toContain('x ***');
    expect(text).not.toContain('registered-secret');
  });
});
