import { describe, expect, it } from '@jest/globals';
import { applyPlan } from '../../src/core/apply-plan.ts';
import { keptVersions, type Version } from '../../src/core/deployment.ts';
import type { Plan } from '../../src/core/plan.ts';
import { deploy } from '../../src/engine/deploy.ts';
import { deployment, flowA, noon, registryOf, stateOf } from '../core/builders.ts';
import { sourceOf } from '../source.ts';
import { deployWorld, localProject, presentation } from './deploy-world.ts';

const options = {
  project: localProject,
  isMassDeleteAllowed: false,
  isDryRun: false,
  by: 'octocat',
  presentation,
};

/** Flows whose schedules give them long parameters. A manifest has at most 64 KiB. */
function flows(count: number, schedules: number): { readonly [path: string]: string } {
  const rows = Array.from(
    { length: schedules },
    (_, index) => `  - cron: "${index} 1 * * *"\n    parameters: { query: "${'x'.repeat(6_900)}" }\n`,
  );
  const manifest = `parameters: { query: { type: string } }\nschedules:\n${rows.join('')}`;
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      [`flows/flow-${index}/flow.yml`, manifest] as const,
      [`flows/flow-${index}/index.ts`, 'export {};\n'] as const,
    ]).flat(),
  );
}

describe('a deploy that state could not hold', () => {
  it('is refused before anything is registered, and says what helps', async () => {
    const own = deployWorld(sourceOf(flows(800, 9)));
    await expect(deploy(own.world, options)).rejects.toMatchObject({
      problem: {
        code: 'E_STATE_TOO_LARGE',
        message: expect.stringContaining('Nothing was registered.'),
        fix: expect.stringContaining('Shorten'),
      },
    });
    expect([own.registered.length, own.commits.length]).toEqual([0, 0]);
    // What is advised helps: with shorter parameters the same flows are deployed.
    const shorter = deployWorld(sourceOf(flows(800, 1)));
    expect((await deploy(shorter.world, options)).outcome).toBe('deployed');
  });
});

describe('what is kept for a revert', () => {
  const version = (number: number): Version => ({
    fingerprint: number.toString(16).padStart(64, '0'),
    content: 'b'.repeat(64),
    parts: { manifest: 'a', placement: 'a', code: 'a', packages: 'a', image: 'a' },
    revision: `arn:aws:ecs:us-east-1:123456789012:task-definition/headgate-acme-flow-a:${number}`,
    image: `123456789012.dkr.ecr.us-east-1.amazonaws.com/acme@sha256:${'c'.repeat(64)}`,
    commit: 'c'.repeat(40),
  });

  /** The earlier versions of a flow after many deploys of it, among so many flows. */
  function keptAmong(flowCount: number): number {
    const others = Array.from({ length: flowCount - 1 }, () => ({ action: 'unchanged' }));
    let registry = registryOf(deployment(flowA, {}));
    for (let number = 0; number < keptVersions + 3; number += 1) {
      const plan = { flows: [{ flow: flowA, action: 'changed' }, ...others] } as unknown as Plan;
      const versions = new Map([[flowA, version(number)]]);
      registry = applyPlan({ registry, state: stateOf(), plan, versions, commit: 'c'.repeat(40), now: noon });
    }
    return registry.deployments.get(flowA)?.earlier.length ?? 0;
  }

  it('is bounded by number, and gives way by its size when many flows share the room', () => {
    expect(keptAmong(1)).toBe(keptVersions);
    expect(keptAmong(1_000)).toBe(keptVersions);
    expect(keptAmong(10_000)).toBeGreaterThanOrEqual(1);
    expect(keptAmong(10_000)).toBeLessThan(5);
    // A revert of the last deploy is there in any case.
    expect(keptAmong(100_000)).toBe(1);
  });
});
