import type { Examination, Site } from '../../performed.ts';
import { clockExaminations } from './clock.ts';
import { clusterExamination } from './cluster.ts';
import { credentialsExamination } from './credentials.ts';
import { eventLogExaminations } from './event-log.ts';
import { imagesExamination } from './images.ts';
import { logsExamination } from './logs.ts';
import { networkExaminations } from './network.ts';
import { flowsOf } from './once.ts';
import { pinnedExamination } from './pinned.ts';
import { quotaExamination } from './quota.ts';
import { revisionsExamination } from './revisions.ts';
import { rightsExamination } from './rights.ts';
import { rulesetsExamination } from './rulesets.ts';
import { tickRunsExamination } from './tick-runs.ts';
import { trustExamination } from './trust.ts';
import { workflowsExamination } from './workflows.ts';

/** Everything that `doctor` examines, in the order in which one thing rests on another. */
export function allExaminations(site: Site): readonly Examination[] {
  const state = () => site.world.state.load(site.world.clock.now());
  return [
    { name: 'flows are valid', look: async () => void (await flowsOf(site)) },
    { name: 'state can be read', look: async () => void (await state()) },
    pinnedExamination(site),
    workflowsExamination(site),
    ...credentialsExamination(site),
    ...trustExamination(site),
    ...rightsExamination(site),
    ...clusterExamination(site),
    ...networkExaminations(site),
    ...imagesExamination(site),
    ...revisionsExamination(site),
    ...logsExamination(site),
    ...quotaExamination(site),
    ...eventLogExaminations(site),
    ...clockExaminations(site),
    ...tickRunsExamination(site),
    ...rulesetsExamination(site),
    ...site.examinations,
  ];
}
