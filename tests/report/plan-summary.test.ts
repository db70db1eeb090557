import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makePlan } from '../../src/core/plan.ts';
import type { RunId } from '../../src/core/run.ts';
import { planSummary } from '../../src/report/plan-summary.ts';
import { registryOf } from '../core/builders.ts';
import { at, attempt, commit, outgoing, run } from './examples.ts';
import { expectGolden } from './golden.ts';
import { hostileText } from './hostile.ts';
import { dangersIn } from './markdown.ts';
import { desired, hourly, input, now, planOf, registry, report, state } from './plan-examples.ts';

describe('the plan on a pull request', () => {
  it('says what the merge would change: definitions, run times and cost', () => {
    const text = planSummary(report, outgoing);
    expectGolden('plan.md', text);
    expect(dangersIn(text.replaceAll('<br>', ' '))).toEqual([]);
  });

  it('shows run times on both sides of the next change of the clocks', () => {
    const text = planSummary(report, outgoing).replaceAll('\u00a0', ' ');
    expect(text).toContain('Clocks change in `America/New_York` at 2027-03-14 07:00 UTC: UTC-5 to UTC-4.');
    // A Monday evening is still 21:05 there, and an hour earlier in UTC.
    expect(text).toContain('2027-03-16 01:05 (Mon 21:05)');
    expect(text).toContain('2026-11-25 02:05 (Tue 21:05)');
  });

  it('counts the slots that the merge would take away before a tick saw them', () => {
    expect(planSummary(report, outgoing)).toContain(
      '3 slots that no tick has seen yet would get no run if this is merged',
    );
  });

  it('tells no value of an environment', () => {
    const text = planSummary(report, outgoing);
    expect(text).toContain('| `daily-report` | `environment.LOG_LEVEL` | set | another value |');
    expect(text).toContain('| `daily-report` | `environment.REGION` | none | set |');
    expect(text).not.toMatch(/debug|#[0-9a-f]{8}/);
  });

  it('reckons the cost of 30 days from how long runs take', () => {
    const hour = attempt(1, {
      startedAt: at('2026-11-24T02:00:00Z'),
      ending: { class: 'exit-zero', at: at('2026-11-24T03:00:00Z') },
    });
    const runs = new Map([['daily-report' as RunId, run({ attempts: [hour] })]]);
    // 720 hours of half a vCPU and 1 GiB on arm64, less 22 of half of that.
    const cost = 720 * (0.5 * 0.03238 + 0.00356) - 22 * (0.25 * 0.03238 + 0.5 * 0.00356);
    expect(planSummary({ ...report, state: { ...state, runs } }, outgoing)).toContain(
      `| +${cost.toFixed(2)} |`,
    );
  });

  it('is the same to the byte for the same input, however the registry is ordered', () => {
    const turned = makePlan({
      ...input,
      registry: { deployments: new Map([...registry.deployments].reverse()) },
    });
    const runs = new Map([...state.runs].reverse());
    expect(planSummary({ ...report, plan: turned, state: { ...state, runs } }, outgoing)).toBe(
      planSummary(report, outgoing),
    );
  });

  it('of flows that run on a computer of one\u2019s own tells no price', () => {
    expect(planSummary({ ...report, isLocal: true }, outgoing)).not.toContain('USD');
  });

  it('of 1,000 changed flows stays within what the runner accepts', () => {
    const many = Array.from({ length: 1_000 }, (_, index) =>
      desired(`flow-${index}`, { schedules: [hourly] }),
    );
    const large = makePlan({ desired: many, registry: registryOf(), needsImages: true });
    expect(Buffer.byteLength(planSummary({ ...report, plan: large }, outgoing))).toBeLessThanOrEqual(900_000);
  });
});

it('a plan of hostile paths, fields and messages brings about nothing', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (a, b) => {
      const warnings = [{ code: 'W_DYNAMIC_IMPORT', place: { file: a, line: 1 }, message: b, fix: a }];
      const text = planSummary({ commit, plan: planOf(a, b), warnings, now, state }, outgoing);
      expect(dangersIn(text.replaceAll('<br>', ' '))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
