import type { Deployment, Registry } from './deployment.ts';
import type { FlowName } from './flow.ts';
import type { JsonObject } from './json.ts';
import { bytesOfRun } from './record-size.ts';
import { isEnded, type Run } from './run.ts';

/** Open runs that state holds at once, in number and in bytes. What does not fit waits; nothing that is open gives way. */
export const mostOpenRuns = 10_000;
export const mostOpenBytes = 33_554_432;

/** What still fits beside the open runs. */
export type Room = { readonly runs: number; readonly bytes: number };

export function roomBeside(runs: Iterable<Run>): Room {
  const open = sizeOfOpen(runs);
  return { runs: Math.max(mostOpenRuns - open.runs, 0), bytes: Math.max(mostOpenBytes - open.bytes, 0) };
}

/** Whether all that are open fit. */
export function areWithinRoom(runs: Iterable<Run>): boolean {
  const open = sizeOfOpen(runs);
  return open.runs <= mostOpenRuns && open.bytes <= mostOpenBytes;
}

function sizeOfOpen(runs: Iterable<Run>): { readonly runs: number; readonly bytes: number } {
  const counted = new Set<JsonObject>();
  let open = 0;
  let bytes = 0;
  for (const run of runs) {
    if (isEnded(run)) continue;
    open += 1;
    bytes += bytesOfRun(run, counted);
  }
  return { runs: open, bytes };
}

/** What all deployments may take together, and one of them: its file is to stay under the 1 MiB that GitHub shows. */
export const mostRegistryBytes = 41_943_040;
export const mostDeploymentBytes = 1_000_000;

export type RegistrySize = {
  readonly bytes: number;
  readonly largest?: { readonly flow: FlowName; readonly bytes: number };
};

/** About what is deployed takes in state. */
export function sizeOfRegistry({ deployments }: Registry): RegistrySize {
  let bytes = 0;
  let largest: RegistrySize['largest'];
  for (const deployment of deployments.values()) {
    const size = sizeOfDeployment(deployment);
    bytes += size;
    if (largest === undefined || size > largest.bytes) largest = { flow: deployment.flow, bytes: size };
  }
  return largest === undefined ? { bytes } : { bytes, largest };
}

const deploymentBytes = new WeakMap<Deployment, number>();

function sizeOfDeployment(deployment: Deployment): number {
  const known = deploymentBytes.get(deployment) ?? utf8Length(JSON.stringify(deployment));
  deploymentBytes.set(deployment, known);
  return known;
}

/** Of a text in UTF-8. */
function utf8Length(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) length += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return length;
}
