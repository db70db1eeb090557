import { sha256 } from './digest.ts';
import type { FlowName, Schedule } from './flow.ts';
import { type Instant, isoOf } from './instant.ts';
import { canonicalJson, type Json } from './json.ts';
import type { RunId } from './run.ts';

/**
 * Names that must come out the same in every process, however often and on whichever machine they are computed:
 * they are what makes a second launch of the same attempt impossible.
 */

/** `20261124-2105`, in UTC. Slots are whole minutes. */
function stampOf(slot: Instant): string {
  return isoOf(slot).slice(0, 16).replaceAll('-', '').replace(':', '').replace('T', '-');
}

/** Two schedules of a flow that meet at one instant are one run if their parameters are equal, else two. */
export function slotRunId(flow: FlowName, slot: Instant, parameters: Schedule['parameters']): RunId {
  return withSuffix(flow, slot, parametersSuffix(parameters));
}

/** What the same run was called before: four digits, which two sets of parameters can share. */
export function formerSlotRunId(flow: FlowName, slot: Instant, parameters: Schedule['parameters']): RunId {
  return withSuffix(flow, slot, parametersSuffix(parameters).slice(0, formerSuffixLength));
}

const formerSuffixLength = 4;
const suffixLength = 16;
const suffixes = new WeakMap<Schedule['parameters'], string>();

/** Empty: the schedule gives its runs nothing. */
export function parametersSuffix(parameters: Schedule['parameters']): string {
  const known = suffixes.get(parameters) ?? suffixOf(canonicalJson(parameters as Json));
  suffixes.set(parameters, known);
  return known;
}

function suffixOf(text: string): string {
  return text === '{}' ? '' : sha256(text).slice(0, suffixLength);
}

function withSuffix(flow: FlowName, slot: Instant, suffix: string): RunId {
  return `${flow}-${stampOf(slot)}${suffix === '' ? '' : `-${suffix}`}` as RunId;
}

/** `request` names the request, so that the same request gives the same run: on GitHub the workflow run and its attempt. */
export function manualRunId(flow: FlowName, request: string): RunId {
  return `${flow}-m-${request
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 28)}` as RunId;
}

export function upstreamRunId(flow: FlowName, upstream: RunId): RunId {
  return `${flow}-a-${sha256(upstream).slice(0, 12)}` as RunId;
}

export type AttemptName = {
  readonly repository: string;
  readonly flow: FlowName;
  readonly run: RunId;
  readonly attempt: number;
};

function textOf(name: AttemptName): string {
  return [name.repository, name.flow, name.run, String(name.attempt)].join('\n');
}

/**
 * ECS `startedBy`: the same for every launch try of an attempt, so that one ListTasks finds them all.
 * 35 characters: ECS back ends have refused more than 36.
 */
export function startedByOf(name: AttemptName): string {
  return `hg-${sha256(textOf(name)).slice(0, 32)}`;
}

/** ECS `clientToken`, 64 characters: its limit. */
export function clientTokenOf(name: AttemptName, launchTry: number): string {
  return sha256(`${textOf(name)}\n${launchTry}`);
}
