import { canonicalJson, type JsonObject } from './json.ts';
import type { Attempt, Run } from './run.ts';

/** About what a record takes in state, in bytes; a little more than it does, so that a budget holds. */

const bareRunBytes = 600;
const bareAttemptBytes = 320;

const parameterBytes = new WeakMap<JsonObject, number>();

export function bytesOfParameters(parameters: JsonObject): number {
  const known = parameterBytes.get(parameters) ?? canonicalJson(parameters).length;
  parameterBytes.set(parameters, known);
  return known;
}

/** Runs of one schedule share their parameters, which are written once: `counted` holds those that were. */
export function bytesOfRun(run: Run, counted: Set<JsonObject>): number {
  const isNew = !counted.has(run.parameters);
  counted.add(run.parameters);
  return bytesOfBareRun(run) + (isNew ? bytesOfParameters(run.parameters) : 0);
}

function bytesOfBareRun({ attempts, cause, cancel }: Run): number {
  const by = 'by' in cause ? cause.by.length : 0;
  const words = by + (cancel?.by?.length ?? 0);
  return attempts.reduce((sum, attempt) => sum + bytesOfAttempt(attempt), bareRunBytes + words);
}

function bytesOfAttempt({ handle, ending, stop }: Attempt): number {
  return bareAttemptBytes + (handle?.length ?? 0) + (ending?.detail?.length ?? 0) + (stop?.by?.length ?? 0);
}

/** A run that has just been queued. */
export function bytesOfQueuedRun(parameters: JsonObject, counted: Set<JsonObject>): number {
  const isNew = !counted.has(parameters);
  counted.add(parameters);
  return bareRunBytes + (isNew ? bytesOfParameters(parameters) : 0);
}
