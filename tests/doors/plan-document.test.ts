import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { makePlan } from '../../src/core/plan.ts';
import { wholePlanDocument } from '../../src/doors/plan-document.ts';
import { type PlanReport, planFacts } from '../../src/report/plan-facts.ts';
import { expectGolden } from '../report/golden.ts';
import { input, registry, report, state } from '../report/plan-examples.ts';

function jsonOf(of: PlanReport): string {
  return `${JSON.stringify(wholePlanDocument(of, planFacts(of)), undefined, 2)}\n`;
}

describe('a plan as JSON', () => {
  it('holds what the summary shows: times, fields and costs of each flow', () => {
    expectGolden('plan.json', jsonOf(report));
  });

  it('has no key that the documentation leaves out', () => {
    const text = readFileSync(new URL('../../docs/reports.md', import.meta.url), 'utf8');
    const keys = (value: unknown): string[] =>
      typeof value !== 'object' || value === null
        ? []
        : Object.entries(value).flatMap(([key, inner]) => [
            ...(Array.isArray(value) ? [] : [key]),
            ...keys(inner),
          ]);
    const undocumented = keys(JSON.parse(jsonOf(report))).filter((key) => !text.includes(`\`${key}\``));
    expect([...new Set(undocumented)]).toEqual([]);
  });

  it('tells no value of an environment', () => {
    expect(jsonOf(report)).not.toMatch(/debug|#[0-9a-f]{8}/);
  });

  it('is the same to the byte for the same input, however the registry is ordered', () => {
    const turned = makePlan({
      ...input,
      registry: { deployments: new Map([...registry.deployments].reverse()) },
    });
    const runs = new Map([...state.runs].reverse());
    expect(jsonOf({ ...report, plan: turned, state: { ...state, runs } })).toBe(jsonOf(report));
  });

  it('of a project on this machine has no costs', () => {
    const local = { ...report, isLocal: true };
    expect(wholePlanDocument(local, planFacts(local))).toMatchObject({ costs: [], cost: null });
  });
});
