import { describe, expect, it } from '@jest/globals';
import { memoryWorld } from '../../../src/adapters/memory/world.ts';
import type { FlowName } from '../../../src/core/flow.ts';
import type { Site } from '../../../src/doors/performed.ts';
import { performControl } from '../../../src/doors/verbs/control.ts';
import { deploy } from '../../../src/engine/deploy.ts';
import { minutesAfter, noon } from '../../core/builders.ts';
import { localProject, presentation } from '../../engine/deploy-world.ts';

const files = {
  'flows/hourly/flow.yml': 'command: ["true"]\nschedules: [{ cron: "30 * * * *" }]\n',
  'flows/daily/flow.yml': 'command: ["true"]\nschedules: [{ cron: "0 6 * * *" }]\n',
};

/** A world whose clock can be set, in which both flows have just been deployed. */
async function deployedWorld() {
  const { world, stage } = memoryWorld({
    now: noon,
    kind: 'local',
    hasAlarm: true,
    source: { commit: 'a'.repeat(40), files },
  });
  const options = { project: localProject, presentation, by: 'octocat', isMassDeleteAllowed: false };
  await deploy(world, { ...options, isDryRun: true });
  expect(stage.alarm.count).toBe(0);
  await deploy(world, { ...options, isDryRun: false });
  const site: Site = {
    world,
    project: localProject,
    cwd: process.cwd(),
    repository: 'local/acme',
    presentation,
    terminal: { isColoured: false },
    examinations: [],
    by: 'octocat',
    request: 'r1',
  };
  const ask = (kind: 'pause' | 'resume', isDryRun = false) =>
    performControl(site, {
      command: { kind, flow: 'hourly' as FlowName },
      watchSeconds: 0,
      pollSeconds: 1,
      isDryRun,
    });
  return { stage, ask };
}

describe('The clock is set', () => {
  it('by a deploy, to the first slot of what it deployed', async () => {
    const { stage } = await deployedWorld();
    expect(stage.alarm).toEqual({ at: minutesAfter(noon, 30), count: 1 });
  });

  it('by who pauses or resumes a flow, which ticks nothing', async () => {
    const { stage, ask } = await deployedWorld();
    await ask('pause');
    expect(stage.alarm.at).toBe(minutesAfter(noon, 18 * 60));
    await ask('resume', true);
    expect(stage.alarm.at).toBe(minutesAfter(noon, 18 * 60));
    await ask('resume');
    expect(stage.alarm.at).toBe(minutesAfter(noon, 30));
  });
});
