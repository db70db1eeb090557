import { type Life, usualLife } from '../../src/adapters/memory/life.ts';
import { memoryWorld } from '../../src/adapters/memory/world.ts';
import type { FlowName } from '../../src/core/flow.ts';
import { definitionOf } from '../adapters/local/playground.ts';
import { noon } from '../core/builders.ts';
import { checksContract } from './checks.contract.ts';
import { type ContractFlow, executorContract } from './executor.contract.ts';
import { stateStoreContract } from './state-store.contract.ts';

const lives: { readonly [flow in ContractFlow]: Life } = {
  'exits-with-0': usualLife,
  'exits-with-3': { ...usualLife, end: { exitCode: 3 } },
  'runs-on': { ...usualLife, runMs: Number.POSITIVE_INFINITY },
};
const script = (flow: FlowName): Life => lives[flow as string as ContractFlow];

executorContract('in memory', async () => {
  const { world, stage } = memoryWorld({ now: noon, script });
  return {
    executor: world.executor,
    unknownHandle: `arn:aws:ecs:us-east-1:123456789012:task/memory/${'0'.repeat(32)}`,
    define: (flow, fingerprint) => definitionOf(flow, { fingerprint, runTimeoutSeconds: 3_600 }),
    pass: async () => stage.time.advance(1_000),
    close: async () => undefined,
  };
});

stateStoreContract('in memory', async () => {
  const { stage } = memoryWorld({ now: noon });
  return {
    open: async () => stage.enter().state,
    readPage: async (path) => stage.branches.pages.get(path),
    readShown: async (path) => stage.branches.current()?.files?.get(path),
    close: async () => undefined,
  };
});

checksContract('in memory', async () => {
  const { world, stage } = memoryWorld({ now: noon });
  return {
    checks: world.checks,
    commit: 'c'.repeat(40),
    unknownCheckId: '99',
    shown: async () => stage.checks.shown().map(({ check }) => check),
    close: async () => undefined,
  };
});
