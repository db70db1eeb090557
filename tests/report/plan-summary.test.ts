import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Deployment } from '../../src/core/deployment.ts';
import type { FlowName, Schedule } from '../../src/core/flow.ts';
import { type DesiredFlow, makePlan, type Plan } from '../../src/core/plan.ts';
import type { RunId } from '../../src/core/run.ts';
import { emptyState, type State } from '../../src/core/state.ts';
import { taskFieldsOf } from '../../src/core/task-fields.ts';
import { planSummary } from '../../src/report/plan-summary.ts';
import { planText } from '../../src/report/plan-text.ts';
import { deployment as deploymentOf, registryOf } from '../core/builders.ts';
import { manifest } from '../flow/manifests.ts';
import { at, attempt, commit, outgoing, policy, run } from './examples.ts';
import { expectGolden } from './golden.ts';
import { hostileText } from './hostile.ts';
import { dangersIn } from './markdown.ts';

const now = at('2026-11-24T10:00:00Z');
const project = {
  name: 'acme',
  stateBranch: 'headgate-state',
  defaults: {},
  limits: { launchesPerTick: 100, running: 200 },
  report: { on: 'deployed' },
} as const;

const evening: Schedule = {
  kind: 'cron',
  cron: '5 21 * * 1-5',
  timezone: 'America/New_York',
  parameters: {},
};
const hourly: Schedule = { kind: 'cron', cron: '0 * * * *', timezone: 'America/New_York', parameters: {} };

type Sketch = {
  readonly schedules: readonly Schedule[];
  readonly cpu?: number;
  readonly environment?: { readonly [name: string]: string };
};

function manifestOf(name: string, { schedules, cpu = 256, environment = {} }: Sketch) {
  const plain = manifest(name, { policy: { ...policy, schedules } });
  const resources = { cpu, memoryMiB: cpu * 2, architecture: 'arm64' } as const;
  return { ...plain, workload: { ...plain.workload, resources, environment } };
}

function desired(name: string, sketch: Sketch): DesiredFlow {
  const made = manifestOf(name, sketch);
  return {
    manifest: made,
    closure: { files: new Map(), packages: [], settings: [] },
    identity: {
      fingerprint: '1'.repeat(64),
      content: 'c'.repeat(64),
      parts: { manifest: 'new', placement: 'p', code: 'c', packages: 'k', image: 'i' },
    },
    fields: taskFieldsOf(made, project),
  };
}

function deployed(name: string, sketch: Sketch): Deployment {
  const made = manifestOf(name, sketch);
  return {
    ...deploymentOf(name as FlowName, made.policy),
    resources: made.workload.resources,
    taskFields: taskFieldsOf(made, project),
  };
}

const registry = registryOf(
  deployed('daily-report', { schedules: [evening], environment: { LOG_LEVEL: 'info' } }),
  deployed('old-flow', { schedules: [hourly] }),
);
const input = {
  desired: [
    desired('daily-report', {
      schedules: [hourly],
      cpu: 512,
      environment: { LOG_LEVEL: 'debug', REGION: 'us' },
    }),
    desired('mail', { schedules: [evening] }),
  ],
  registry,
  needsImages: true,
};
const plan = makePlan(input);

const state: State = {
  ...emptyState(at('2026-11-24T07:30:00Z')),
  runs: new Map(
    ['daily-report', 'old-flow'].map((name) => [
      name as RunId,
      run({ id: name as RunId, flow: name as FlowName, attempts: run().attempts }),
    ]),
  ),
};
const report = { commit, plan, warnings: [], now, state };

describe('the plan on a pull request', () => {
  it('says what the merge would change: definitions, run times and cost', () => {
    const text = planSummary(report, outgoing);
    expectGolden('plan.md', text);
    expect(dangersIn(text.replaceAll('<br>', ' '))).toEqual([]);
  });

  it('shows run times on both sides of the next change of the clocks', () => {
    const text = planSummary(report, outgoing);
    expect(text).toContain(
      'From 2027-03-14 07:00 UTC on, when clocks change in `America/New_York` (UTC-5 to UTC-4)',
    );
    // A Monday evening is still 21:05 there, and an hour earlier in UTC.
    expect(text).toContain('2027-03-16 01:05 UTC (2027-03-15 21:05 in `America/New_York`)');
    expect(text).toContain('2026-11-25 02:05 UTC (2026-11-24 21:05 in `America/New_York`)');
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

function planOf(a: string, b: string): Plan {
  const nothing = { parts: [], policyKeys: [b], files: [], image: { kind: 'none' } } as const;
  const fields = { [`environment.${a}`]: a, [b]: b, program: a };
  const before = deployed('daily-report', { schedules: [evening] });
  const wanted = desired('daily-report', { schedules: [hourly] });
  const image = { kind: 'kept', image: b } as const;
  return {
    flows: [
      {
        flow: 'daily-report' as FlowName,
        action: 'changed',
        reasons: [a, b],
        ...nothing,
        image,
        deployed: { ...before, taskFields: {}, version: { ...before.version, image: a } },
        desired: { ...wanted, fields },
      },
      { flow: 'mail' as FlowName, action: 'removed', reasons: [b], ...nothing },
    ],
    images: [{ name: 'default', dockerfile: a, isOwn: false, flows: ['daily-report' as FlowName] }],
  };
}

it('a plan of hostile paths, fields and messages brings about nothing', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (a, b) => {
      const warnings = [{ code: 'W_DYNAMIC_IMPORT', place: { file: a, line: 1 }, message: b, fix: a }];
      const text = planSummary({ commit, plan: planOf(a, b), warnings, now, state }, outgoing);
      expect(dangersIn(text.replaceAll('<br>', ' '))).toEqual([]);
      expect(planText(planOf(a, b), { isColoured: false })).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
    }),
    { numRuns: 100 },
  );
});
