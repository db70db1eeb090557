import { type Alerting, alertingOf } from '../../../../core/alerting.ts';
import type { Registry } from '../../../../core/deployment.ts';
import { sha256 } from '../../../../core/digest.ts';
import type { FlowName } from '../../../../core/flow.ts';
import type { Run } from '../../../../core/run.ts';
import type { State } from '../../../../core/state.ts';
import { alertsOfNoFlow, areSameRecords, byKey, type FlowRecords, flowRecordsOf } from '../flow-records.ts';
import { deploymentPath, registryFile, runsPath, stateFile } from '../layout.ts';
import { alertRecord, troubleRecord } from './alerts.ts';
import { deploymentRecord } from './deployments.ts';
import { type RegistryDocument, registryDocument, type StateDocument, stateDocument } from './roots.ts';
import { gapRecord, pastPauseRecord, pauseRecord, runLine, sharedParameters } from './runs.ts';

/** What is to be written: equal values give equal bytes, and a changed run changes one line. */
export type Records = { readonly state: State; readonly registry: Registry };

/** Path → text of each file that differs from what was there before; undefined: the file of a flow goes. */
export type ChangedFiles = ReadonlyMap<string, string | undefined>;

/** All files of the flows, and the two that are about none. */
export function encodeFiles(records: Records): ReadonlyMap<string, string> {
  const changed = encodeChanges(undefined, records, () => []);
  return new Map([...changed].flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])));
}

/** `pathsOf` gives the files of a flow's runs that are there. Records that are the same values are not written again. */
export function encodeChanges(
  before: Records | undefined,
  after: Records,
  pathsOf: (flow: FlowName) => readonly string[],
): ChangedFiles {
  const files = new Map<string, string | undefined>();
  encodeDeployments(files, before?.registry, after.registry);
  encodeRuns(files, { before: before?.state, after: after.state, pathsOf });
  files.set(registryFile, `${registryDocument.write(registryRoot(after.registry))}\n`);
  files.set(stateFile, `${stateDocument.write(stateRoot(after.state))}\n`);
  return files;
}

type Growing = Map<string, string | undefined>;

function encodeDeployments(files: Growing, before: Registry | undefined, after: Registry): void {
  for (const [flow, deployment] of after.deployments)
    if (before?.deployments.get(flow) !== deployment)
      files.set(deploymentPath(flow), `${deploymentRecord.write(deployment)}\n`);
  for (const flow of before?.deployments.keys() ?? [])
    if (!after.deployments.has(flow)) files.set(deploymentPath(flow), undefined);
}

type Step = {
  readonly before: State | undefined;
  readonly after: State;
  readonly pathsOf: (flow: FlowName) => readonly string[];
};

function encodeRuns(files: Growing, { before, after, pathsOf }: Step): void {
  const known: ReadonlyMap<FlowName, FlowRecords> = before === undefined ? new Map() : flowRecordsOf(before);
  const records = flowRecordsOf(after);
  for (const [flow, now] of records) {
    const then = known.get(flow);
    if (then !== undefined && areSameRecords(then, now)) continue;
    for (const path of pathsOf(flow)) files.set(path, undefined);
    for (const [path, text] of encodeFlow(flow, now)) files.set(path, text);
  }
  const gone = [...known.keys()].filter((flow) => !records.has(flow));
  for (const path of gone.flatMap(pathsOf)) files.set(path, undefined);
}

/** A page is cut in two from here on: git and GitHub handle many small files better than a large one. */
const longestPageBytes = 262_144;

function encodeFlow(flow: FlowName, records: FlowRecords): ReadonlyMap<string, string> {
  const runs = records.runs.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const bytes = runs.reduce((sum, run) => sum + runLine(run).length, 0);
  const pages = bytes <= longestPageBytes ? 1 : 2 ** Math.ceil(Math.log2((2 * bytes) / longestPageBytes));
  const texts = new Map<string, string>();
  for (const [page, ofPage] of cutInto(pages, runs).entries()) {
    const parts = [...listsOf(ofPage), ...(page === 0 ? restOf(records) : [])];
    if (ofPage.length > 0 || page === 0)
      texts.set(runsPath(flow, page), `{"flow":${JSON.stringify(flow)}${parts.join('')}}\n`);
  }
  return texts;
}

/** By the hash of its id, a run stays on its page while others come and go. */
function cutInto(pages: number, runs: readonly Run[]): readonly (readonly Run[])[] {
  if (pages === 1) return [runs];
  const cut: Run[][] = Array.from({ length: pages }, () => []);
  for (const run of runs) cut[Number.parseInt(sha256(run.id).slice(0, 8), 16) % pages]?.push(run);
  return cut;
}

function listsOf(runs: readonly Run[]): readonly string[] {
  if (runs.length === 0) return [];
  const shared = new Map<string, string>();
  for (const run of runs) {
    const found = sharedParameters(run);
    if (found !== undefined) shared.set(found.hash, found.text);
  }
  const texts = [...shared].sort(([a], [b]) => (a < b ? -1 : 1)).map(([hash, text]) => `"${hash}":${text}`);
  const parameters = texts.length === 0 ? [] : [`,"parameters":{\n${texts.join(',\n')}\n}`];
  return [`,"runs":[\n${runs.map(runLine).join(',\n')}\n]`, ...parameters];
}

function restOf({ gaps, pause, pastPauses, trouble, alerts }: FlowRecords): readonly string[] {
  const texts: string[] = [];
  if (gaps.length > 0) texts.push(`,"gaps":[\n${gaps.map(gapRecord.write).join(',\n')}\n]`);
  if (pause !== undefined) texts.push(`,"pause":${pauseRecord.write(pause)}`);
  if (pastPauses.length > 0)
    texts.push(`,"pastPauses":[\n${pastPauses.map(pastPauseRecord.write).join(',\n')}\n]`);
  if (trouble !== undefined) texts.push(`,"trouble":${troubleRecord.write(trouble)}`);
  if (alerts.length > 0) texts.push(`,"alerts":[${alerts.toSorted(byKey).map(alertRecord.write).join(',')}]`);
  return texts;
}

function registryRoot({ commit }: Registry): RegistryDocument {
  return commit === undefined ? { schema: 2 } : { schema: 2, commit };
}

function stateRoot(state: State): StateDocument {
  const { ticks, clock }: Alerting = alertingOf(state);
  const alerts = alertsOfNoFlow(state);
  return {
    schema: 2,
    sequence: state.sequence,
    mark: state.mark,
    ...(state.partial === undefined ? {} : { partial: state.partial }),
    ...(ticks.length === 0 ? {} : { ticks }),
    ...(clock === undefined ? {} : { clock }),
    ...(alerts.length === 0 ? {} : { alerts }),
  };
}
