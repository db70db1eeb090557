import { type MemoryWorld, memoryWorld } from '../../src/adapters/memory/world.ts';
import type { Site } from '../../src/doors/performed.ts';
import { deploy } from '../../src/engine/deploy.ts';
import { noon } from '../core/builders.ts';
import { localProject, presentation } from '../engine/deploy-world.ts';

const files = {
  'flows/hourly/flow.yml':
    'command: [sh, -c, "true"]\nschedules: [{ cron: "0 * * * *" }]\ncatch-up: { policy: none, window: 1h }\n',
};

export type HourlyWorld = MemoryWorld & { readonly site: Site; readonly style: typeof presentation };

/** A world on this machine in which the flow `hourly` is deployed; its runs take a minute and succeed. */
export async function hourlyWorld(): Promise<HourlyWorld> {
  const made = memoryWorld({ now: noon, kind: 'local', source: { commit: 'a'.repeat(40), files } });
  const { world } = made;
  await deploy(world, {
    project: localProject,
    presentation,
    by: 'octocat',
    isMassDeleteAllowed: false,
    isDryRun: false,
  });
  const site: Site = {
    world,
    project: localProject,
    cwd: process.cwd(),
    repository: 'local/acme',
    presentation,
    terminal: { isColoured: false, columns: 80 },
    examinations: [],
    by: 'octocat',
    request: 'r1',
  };
  return { ...made, site, style: presentation };
}
