import type { Deployment } from '../../src/core/deployment.ts';
import type { FlowName, Schedule } from '../../src/core/flow.ts';
import { type DesiredFlow, makePlan, type Plan } from '../../src/core/plan.ts';
import type { RunId } from '../../src/core/run.ts';
import { emptyState, type State } from '../../src/core/state.ts';
import { taskFieldsOf } from '../../src/core/task-fields.ts';
import { deployment as deploymentOf, registryOf, untaught } from '../core/builders.ts';
import { manifest } from '../flow/manifests.ts';
import { at, commit, policy, run } from './examples.ts';

export const now = at('2026-11-24T10:00:00Z');
export const project = {
  name: 'acme',
  stateBranch: 'headgate-state',
  defaults: {},
  limits: { launchesPerTick: 100, running: 200 },
  report: { on: 'deployed' },
} as const;

export const evening: Schedule = {
  kind: 'cron',
  cron: '5 21 * * 1-5',
  timezone: 'America/New_York',
  parameters: {},
};
export const hourly: Schedule = {
  kind: 'cron',
  cron: '0 * * * *',
  timezone: 'America/New_York',
  parameters: {},
};

export type Sketch = {
  readonly schedules: readonly Schedule[];
  readonly cpu?: number;
  readonly environment?: { readonly [name: string]: string };
};

export function manifestOf(name: string, { schedules, cpu = 256, environment = {} }: Sketch) {
  const plain = manifest(name, { policy: { ...policy, schedules } });
  const resources = { cpu, memoryMiB: cpu * 2, architecture: 'arm64' } as const;
  return { ...plain, workload: { ...plain.workload, resources, environment } };
}

export function desired(name: string, sketch: Sketch): DesiredFlow {
  const made = manifestOf(name, sketch);
  return {
    manifest: made,
    closure: { code: '', packages: [], files: () => new Map() },
    ...untaught({
      fingerprint: '1'.repeat(64),
      content: 'c'.repeat(64),
      parts: { manifest: 'new', placement: 'p', code: 'c', packages: 'k', image: 'i' },
    }),
    fields: taskFieldsOf(made, project),
  };
}

export function deployed(name: string, sketch: Sketch): Deployment {
  const made = manifestOf(name, sketch);
  return {
    ...deploymentOf(name as FlowName, made.policy),
    resources: made.workload.resources,
    taskFields: taskFieldsOf(made, project),
  };
}

export const registry = registryOf(
  deployed('daily-report', { schedules: [evening], environment: { LOG_LEVEL: 'info' } }),
  deployed('old-flow', { schedules: [hourly] }),
);
export const input = {
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
export const plan = makePlan(input);

export const state: State = {
  ...emptyState(at('2026-11-24T07:30:00Z')),
  runs: new Map(
    ['daily-report', 'old-flow'].map((name) => [
      name as RunId,
      run({ id: name as RunId, flow: name as FlowName, attempts: run().attempts }),
    ]),
  ),
};
export const report = { commit, plan, warnings: [], now, state };

/** Whose every text is `a` or `b`. */
export function planOf(a: string, b: string): Plan {
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
