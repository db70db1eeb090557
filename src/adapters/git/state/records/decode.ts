import type { ToldAlert, Trouble } from '../../../../core/alerting.ts';
import type { Deployment } from '../../../../core/deployment.ts';
import type { FlowName } from '../../../../core/flow.ts';
import type { JsonObject } from '../../../../core/json.ts';
import { mostPastPauses } from '../../../../core/pause.ts';
import type { Run } from '../../../../core/run.ts';
import type { Gap, PastPause, Pause } from '../../../../core/state.ts';
import type { FlowRecords } from '../flow-records.ts';
import { alertRecord, troubleRecord } from './alerts.ts';
import { type Codec, dictionary, list, optional, record } from './codec.ts';
import { deploymentRecord } from './deployments.ts';
import { corrupt, parseDocument, type ReadContext, readAs, refuse } from './document.ts';
import { faultOfDeployment, faultOfRun, faultOfTimes } from './plausibility.ts';
import { gapRecord, pastPauseRecord, pauseRecord, runReader } from './runs.ts';
import { flowName, jsonObject } from './values.ts';

/** What one file holds must be about the flow whose name the file bears. */
export function decodeDeployment(bytes: Uint8Array, flow: FlowName, context: ReadContext): Deployment {
  const deployment = readAs(deploymentRecord, parseDocument(bytes, context), context);
  if (deployment.flow !== flow) throw ofAnother(deployment.flow, context);
  refuse(faultOfDeployment(deployment, context), context);
  return deployment;
}

type RunsDocument = {
  readonly flow: FlowName;
  readonly runs?: readonly unknown[];
  readonly parameters?: { readonly [hash: string]: JsonObject };
  readonly gaps?: readonly Gap[];
  readonly pause?: Pause;
  readonly pastPauses?: readonly PastPause[];
  readonly trouble?: Trouble;
  readonly alerts?: readonly ToldAlert[];
};

const unread: Codec<unknown> = { read: (value) => value, write: () => 'null' };
const mostRunsOfFile = 100_000;

const runsDocument = record<RunsDocument>({
  flow: flowName,
  runs: optional(list(unread, { most: mostRunsOfFile })),
  parameters: optional(dictionary(jsonObject, { most: mostRunsOfFile, longestKey: 64 })),
  gaps: optional(list(gapRecord, { most: 10_000 })),
  pause: optional(pauseRecord),
  pastPauses: optional(list(pastPauseRecord, { most: mostPastPauses })),
  trouble: optional(troubleRecord),
  alerts: optional(list(alertRecord, { most: 100 })),
});

export function decodeRuns(bytes: Uint8Array, flow: FlowName, context: ReadContext): FlowRecords {
  const document = readAs(runsDocument, parseDocument(bytes, context), context);
  const { pause, trouble, pastPauses = [], gaps = [], alerts = [] } = document;
  const runs = readRuns(document.runs ?? [], document.parameters ?? {}, context);
  if (document.flow !== flow) throw ofAnother(document.flow, context);
  const about = [...runs, ...gaps, ...pastPauses, ...alerts, pause, trouble];
  const other = about.find((item) => item !== undefined && item.flow !== flow);
  if (other !== undefined) throw ofAnother(other.flow, context);
  refuseUnlikely({ runs, gaps, pauses: pause === undefined ? [] : [pause], pastPauses }, context);
  return {
    runs,
    gaps,
    pastPauses,
    alerts,
    ...(pause === undefined ? {} : { pause }),
    ...(trouble === undefined ? {} : { trouble }),
  };
}

export function readRuns(
  written: readonly unknown[],
  shared: { readonly [hash: string]: JsonObject },
  context: ReadContext,
): readonly Run[] {
  const reader = { read: runReader(shared), write: () => '' };
  const inList = record<{ readonly runs: readonly Run[] }>({
    runs: list(reader, { most: mostRunsOfFile }),
  });
  return readAs(inList, { runs: written }, context).runs;
}

type Unlikely = {
  readonly runs: readonly Run[];
  readonly gaps: readonly Gap[];
  readonly pauses: readonly Pause[];
  readonly pastPauses?: readonly PastPause[];
};

/** Refuses what has the right shape and cannot be true. */
export function refuseUnlikely(
  { runs, gaps, pauses, pastPauses = [] }: Unlikely,
  context: ReadContext,
): void {
  for (const run of runs) refuse(faultOfRun(run, context), context);
  for (const { flow, at } of pauses) refuse(faultOfTimes(`pauses[${flow}].`, { at }, context.now), context);
  for (const { flow, until } of pastPauses)
    refuse(faultOfTimes(`pastPauses[${flow}].`, { until }, context.now), context);
  for (const { flow, to } of gaps) refuse(faultOfTimes(`gaps[${flow}].`, { to }, context.now), context);
}

function ofAnother(flow: unknown, context: ReadContext): Error {
  const name = JSON.stringify(flow)?.slice(0, 80) ?? 'none';
  return corrupt(context, `it says something of the flow ${name}, whose file is another one`);
}
