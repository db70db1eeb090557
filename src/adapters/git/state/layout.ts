import { sha256 } from '../../../core/digest.ts';
import { type FlowName, judgeFlowName } from '../../../core/flow.ts';

/**
 * The files of the state branch. What changes together lies together, and what does not change is not written again:
 *
 * ```
 * README.md, *.svg                 the board
 * state.json                       the mark, ticks, the clock
 * deployments.json                 the commit of the last deploy
 * deployments/<xx>/<flow>.json     what is deployed of a flow
 * runs/<xx>/<flow>.json            its open and recent runs, gaps, pause and alerts; further runs in <flow>.<n>.json
 * waiting/runs/…                   run pages that the history branch does not take yet
 * ```
 *
 * `<xx>` is the start of the SHA-256 of the flow's name. It keeps folders small: GitHub recommends at most 3,000
 * entries in one (Repository limits), and each of these 256 has 40 at 10,000 flows.
 */
export const boardFile = 'README.md';
export const stateFile = 'state.json';
export const registryFile = 'deployments.json';
/** Where pages wait on the state branch. */
export const waitingFolder = 'waiting';

/** What a file of a flow holds. */
export type FlowFile = { readonly kind: 'deployment' | 'runs'; readonly flow: FlowName };

const shards = new Map<string, string>();

function shardOf(flow: FlowName): string {
  const known = shards.get(flow) ?? sha256(flow).slice(0, 2);
  if (shards.size < 50_000) shards.set(flow, known);
  return known;
}

export function deploymentPath(flow: FlowName): string {
  return `deployments/${shardOf(flow)}/${flow}.json`;
}

/** Page 0 holds all runs of a flow that has few. */
export function runsPath(flow: FlowName, page = 0): string {
  return `runs/${shardOf(flow)}/${flow}${page === 0 ? '' : `.${page}`}.json`;
}

const flowFilePattern = /^(deployments|runs)\/[0-9a-f]{2}\/([a-z0-9-]+)(?:\.([1-9]\d{0,4}))?\.json$/;

/** Undefined: no file of a flow lies there. */
export function flowFileAt(path: string): FlowFile | undefined {
  const [, folder, name = '', page] = flowFilePattern.exec(path) ?? [];
  const verdict = judgeFlowName(name);
  if (folder === undefined || verdict.kind !== 'ok') return undefined;
  const flow = verdict.name;
  const isDeployment = folder === 'deployments';
  const expected = isDeployment ? deploymentPath(flow) : runsPath(flow, Number(page ?? 0));
  return path === expected ? { kind: isDeployment ? 'deployment' : 'runs', flow } : undefined;
}

/** Whether a path lies where only files of flows may lie. */
export function isFlowFolder(path: string): boolean {
  return path.startsWith('deployments/') || path.startsWith('runs/');
}
