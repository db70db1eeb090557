import { exitCodes } from '../../core/problem.ts';
import { columnsText } from '../../report/terminal.ts';
import { deploymentDocument } from '../documents.ts';
import type { Performed, Site } from '../performed.ts';
import { scheduleWords } from '../schedule-words.ts';
import { validFlows } from './validate.ts';

/** The flows of the sources, and what is deployed of each. */
export async function performList(site: Site): Promise<Performed> {
  const { manifests } = await validFlows(site);
  const { registry } = await site.world.state.load(site.world.clock.now());
  const flows = manifests.map(({ name, description, policy }) => ({
    name,
    description,
    schedules: policy.schedules.map(scheduleWords),
    after: policy.after?.flows ?? [],
    deployment: registry.deployments.get(name),
  }));
  const rows = flows.map(({ name, schedules, after, deployment }) => ({
    cells: [name, deployment?.version.commit.slice(0, 10) ?? 'not deployed', triggerWords(schedules, after)],
  }));
  return {
    exitCode: exitCodes.done,
    document: {
      verb: 'list',
      flows: flows.map(({ deployment, ...flow }) => ({
        ...flow,
        deployment: deployment === undefined ? null : deploymentDocument(deployment),
      })),
    },
    text:
      rows.length === 0
        ? 'There is no flow under flows/.\n'
        : columnsText(['FLOW', 'DEPLOYED', 'RUNS'], rows, site.terminal),
  };
}

function triggerWords(schedules: readonly string[], after: readonly string[]): string {
  if (after.length > 0) return `after ${after.join(', ')}`;
  return schedules.length === 0 ? 'when asked' : schedules.join('; ');
}
