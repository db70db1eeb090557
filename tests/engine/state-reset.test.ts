import { expect, it } from '@jest/globals';
import { memoryWorld } from '../../src/adapters/memory/world.ts';
import { type TickOptions, tick } from '../../src/engine/tick.ts';
import { createOutgoing } from '../../src/report/outgoing.ts';
import { createRedactor } from '../../src/report/redact.ts';
import { noon } from '../core/builders.ts';

const options: TickOptions = {
  project: {
    name: 'acme',
    stateBranch: 'headgate-state',
    defaults: {},
    limits: { launchesPerTick: 10, running: 10 },
    report: { on: 'deployed' },
  },
  repository: 'acme/flows',
  presentation: {
    links: { serverUrl: 'https://github.com', repository: 'acme/flows' },
    logTailLines: 50,
    outgoing: createOutgoing(createRedactor([])),
  },
};

it('a tick without a state branch launches nothing, writes nothing, and says so', async () => {
  const { world } = memoryWorld({ now: noon });
  const warnings: string[] = [];
  const log = { info: () => undefined, warn: (text: string) => void warnings.push(text) };
  const result = await tick({ ...world, log }, options);
  expect(warnings).toEqual([expect.stringContaining('W_STATE_RESET')]);
  expect(result).toMatchObject({ changes: [], open: [], wroteState: false });
  expect((await world.state.load(noon)).version).toBeUndefined();
});
