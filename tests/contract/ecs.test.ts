import { expect } from '@jest/globals';
import { ecsExecutor } from '../../src/adapters/ecs/executor.ts';
import { familyOf } from '../../src/core/definition.ts';
import type { FlowName } from '../../src/core/flow.ts';
import { definitionOf, stage as ecsStage, placement } from '../adapters/ecs/stage.ts';
import type { Life } from '../loopback/ecs-life.ts';
import { type ContractFlow, contractFlows, executorContract } from './executor.contract.ts';

const lives: { readonly [flow in ContractFlow]: Life } = {
  'exits-with-0': { startAfterMs: 20_000, runMs: 60_000, exitCode: 0 },
  'exits-with-3': { startAfterMs: 20_000, runMs: 60_000, exitCode: 3 },
  'runs-on': { startAfterMs: 20_000 },
};

executorContract('of ECS', async () => {
  const stage = await ecsStage();
  for (const flow of contractFlows)
    stage.ecs.script(
      familyOf('acme', flow as string as FlowName),
      Array.from({ length: 9 }, () => lives[flow]),
    );
  return {
    executor: ecsExecutor({ placement, clock: stage.clock }),
    unknownHandle: `arn:aws:ecs:us-east-1:123456789012:task/${placement.cluster}/${'0'.repeat(32)}`,
    define: (flow, fingerprint) => definitionOf(flow, { fingerprint }),
    pass: async () => stage.ecs.advance(1_000),
    close: async () => {
      await stage.close();
      expect(stage.ecs.violations).toEqual([]);
    },
  };
});
