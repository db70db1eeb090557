import { describe, expect, it } from '@jest/globals';
import { memoryWorld } from '../../src/adapters/memory/world.ts';
import type { Registry } from '../../src/core/deployment.ts';
import { RefusedError } from '../../src/core/problem.ts';
import { emptyState } from '../../src/core/state.ts';
import { control } from '../../src/engine/control.ts';
import { type TickOptions, tick } from '../../src/engine/tick.ts';
import type { World } from '../../src/ports.ts';
import { createOutgoing } from '../../src/report/outgoing.ts';
import { createRedactor } from '../../src/report/redact.ts';
import { deployment, flowA, minutesAfter, noon, registryOf } from '../core/builders.ts';

const presentation = {
  links: { serverUrl: 'https://github.com', repository: 'acme/flows' },
  logTailLines: 50,
  outgoing: createOutgoing(createRedactor([])),
};
const options: TickOptions = {
  project: {
    name: 'acme',
    stateBranch: 'headgate-state',
    defaults: {},
    limits: { launchesPerTick: 10, running: 10 },
    report: { on: 'deployed' },
  },
  repository: 'acme/flows',
  presentation,
};

async function stageWith(registry: Registry) {
  const { world, stage } = memoryWorld({
    now: noon,
    script: () => ({ startAfterMs: 0, runMs: 30_000, end: { exitCode: 0 } }),
  });
  for (const { version, flow } of registry.deployments.values()) {
    const revision = await world.executor.register({
      project: 'acme',
      flow,
      commit: version.commit,
      fingerprint: version.fingerprint,
      workload: {
        program: { kind: 'entrypoint', file: 'index.ts' },
        resources: { cpu: 256, memoryMiB: 512, architecture: 'x86-64' },
        environment: {},
        secrets: {},
      },
      stopTimeoutSeconds: 30,
      runTimeoutSeconds: 3_600,
    });
    Object.assign(version, { revision });
  }
  const base = await world.state.load(noon);
  const state = { ...emptyState(noon), sequence: 1 };
  await world.state.commit({
    base: base.version,
    registry,
    state,
    board: '',
    message: 'Deploy',
    at: noon,
    pages: new Map(),
  });
  return { world, stage };
}

const requested = (world: World) =>
  control(
    world,
    { kind: 'run', flow: flowA, parameters: undefined, request: '1' },
    { by: 'someone', style: presentation },
  );

describe('a tick', () => {
  it('records what it launched even if nothing may be shown, and says so then', async () => {
    const { world } = await stageWith(registryOf(deployment(flowA)));
    await requested(world);
    const refusal = new RefusedError({ code: 'E_PERMISSION', message: 'No `checks: write`.' });
    const mute: World = { ...world, checks: { publish: async () => Promise.reject(refusal) } };
    await expect(tick(mute, options)).rejects.toBe(refusal);
    const { state } = await world.state.load(world.clock.now());
    expect([...state.runs.values()][0]?.attempts[0]?.handle).toBeDefined();
    const { open, unreported } = await tick(world, options);
    expect([open.length, unreported]).toEqual([1, 0]);
  });

  it('leaves the first check of a run to the tick that started it, for a while', async () => {
    const { world, stage } = await stageWith(registryOf(deployment(flowA)));
    await requested(world);
    const other = stage.enter({});
    const shownByOther: number[] = [];
    const watched: World = {
      ...other,
      checks: {
        publish: (checks, budget) => (shownByOther.push(checks.length), other.checks.publish(checks, budget)),
      },
    };
    // A whole tick of another process, between the launch and the check.
    const slow: World = {
      ...world,
      checks: {
        async publish(checks, budget) {
          await world.clock.sleep(1_000);
          await tick(watched, options);
          return world.checks.publish(checks, budget);
        },
      },
    };
    await tick(slow, options);
    expect(shownByOther).toEqual([]);
    await world.clock.sleep(minutesAfter(noon, 2) - noon);
    await tick(world, options);
    const { state } = await world.state.load(world.clock.now());
    expect([...state.runs.values()].map(({ phase }) => phase.state)).toEqual(['succeeded']);
    expect(stage.checks.shown()).toHaveLength(1);
  });
});
