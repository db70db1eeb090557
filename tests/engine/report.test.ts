import { describe, expect, it } from '@jest/globals';
import { usualLife } from '../../src/adapters/memory/life.ts';
import { memoryWorld } from '../../src/adapters/memory/world.ts';
import { tick } from '../../src/engine/tick.ts';
import type { World } from '../../src/ports.ts';
import { definitionOf } from '../adapters/local/playground.ts';
import { deployment, flowA, minutesAfter, noon, registryOf } from '../core/builders.ts';
import { awsProject, presentation } from './deploy-world.ts';

const options = {
  project: awsProject,
  repository: 'acme/flows',
  presentation: { ...presentation, logTailLines: 50 },
};
const hourly = { kind: 'cron', cron: '0 * * * *', timezone: 'UTC', parameters: {} } as const;
const deployedCommit = 'a'.repeat(40);
const trace = (path: string) => ['Error: no rate for EUR', `    at rateOf (${path}:7:11)`];

/** The check of a run that printed `lines` and failed, as ticks at a later commit show it. */
async function annotationsOf(lines: readonly string[], change: (world: World) => World = (world) => world) {
  const { world, stage } = memoryWorld({
    now: minutesAfter(noon, -30),
    script: () => ({ ...usualLife, end: { exitCode: 1 }, lines }),
    source: {
      commit: 'b'.repeat(40),
      files: { 'lib/money.ts': '' },
      others: { [deployedCommit]: { 'lib/prices.ts': '', 'index.ts': '' } },
    },
  });
  const made = deployment(flowA, { schedules: [hourly] });
  const revision = await world.executor.register(definitionOf(flowA, { runTimeoutSeconds: 3_600 }));
  const { state } = await world.state.load(stage.time.now());
  await world.state.commit({
    base: undefined,
    registry: registryOf({ ...made, version: { ...made.version, revision } }),
    state: { ...state, sequence: 1 },
    board: '',
    message: 'Deploy',
    at: stage.time.now(),
    pages: new Map(),
  });
  for (const minute of [1, 6, 11]) {
    stage.time.set(minutesAfter(noon, minute));
    await tick(change(world), options);
  }
  const [shown] = stage.checks.shown();
  expect(shown?.check.status).toMatchObject({ kind: 'completed', conclusion: 'failure' });
  return shown?.check.annotations.map(({ path, line }) => `${path}:${line}`);
}

describe('the check of a failed run', () => {
  it('annotates a shared file of the commit that ran, not of the one that the tick is at', async () => {
    expect(await annotationsOf(trace('/flow/lib/prices.ts'))).toEqual(['lib/prices.ts:7']);
    expect(await annotationsOf(trace('/flow/lib/money.ts'))).toEqual([]);
  });

  it('takes no file of other people for one of ours that has the same name', async () => {
    expect(await annotationsOf(trace('/opt/tool/index.ts'))).toEqual([]);
    expect(await annotationsOf(trace('/usr/lib/prices.ts'))).toEqual([]);
  });

  it('is shown without annotations when the commit cannot be had', async () => {
    const cut = (world: World): World => ({
      ...world,
      source: { ...world.source, filesAt: () => Promise.reject(new Error('socket hang up')) },
    });
    expect(await annotationsOf(trace('/flow/lib/prices.ts'), cut)).toEqual([]);
    expect(await annotationsOf(trace('/flow/flows/flow-a/index.ts'), cut)).toEqual([
      'flows/flow-a/index.ts:7',
    ]);
  });

  it('asks for no files when no stack trace is there', async () => {
    let asked = 0;
    const counting = (world: World): World => ({
      ...world,
      source: {
        ...world.source,
        filesAt: (commit) => {
          asked += 1;
          return world.source.filesAt(commit);
        },
      },
    });
    await annotationsOf(['nothing of note'], counting);
    expect(asked).toBe(0);
    await annotationsOf(trace('/flow/lib/prices.ts'), counting);
    expect(asked).toBe(1);
  });
});
