import { type FlowName, judgeFlowName } from '../../core/flow.ts';
import { type Instant, parseIso } from '../../core/instant.ts';
import type { Json } from '../../core/json.ts';
import type { Problem } from '../../core/problem.ts';
import { parseRunId, type RunId } from '../../core/run.ts';
import type { Force } from '../../engine/renewal.ts';
import { type Images, parseImages } from '../images.ts';
import { parseWatchSeconds } from '../values.ts';
import { parametersFrom } from './parameters.ts';
import type { Asked } from './program.ts';

/** What was asked, and what is found wrong with it on the way. */
export type Asking = Asked & { readonly problems: Problem[] };

/** Each reads one value; if it is not what it must be, a problem is added and what is returned is never used. */

export function textOf({ options }: Asking, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

export function anyFlowOf(asking: Asking): FlowName | undefined {
  return asking.argument === undefined ? undefined : flowOf(asking);
}

export function flowOf({ argument = '', problems }: Asking): FlowName {
  const verdict = judgeFlowName(argument);
  if (verdict.kind === 'ok') return verdict.name;
  const message = `${JSON.stringify(argument)} is not the name of a flow.`;
  problems.push({ code: 'E_NAME', field: 'flow', message, fix: 'Give the name of one folder under flows/.' });
  return argument as FlowName;
}

/** `--force` is for all flows, `--force <flow>` for one. */
export function forceOf(asking: Asking): { readonly force?: Force } {
  const { force } = asking.options;
  if (force === undefined) return {};
  return { force: typeof force === 'string' ? { flow: flowOf({ ...asking, argument: force }) } : {} };
}

export function runOf({ argument = '', problems }: Asking): RunId {
  const run = parseRunId(argument);
  if (run !== undefined) return run;
  const message = `${JSON.stringify(argument)} is not the id of a run.`;
  problems.push({ code: 'E_RUN_ID', field: 'run', message, fix: 'Take one from `headgate status`.' });
  return argument as RunId;
}

export function momentOf(asking: Asking, name: string): Instant {
  const text = textOf(asking, name);
  if (text === undefined) {
    const fix = `Write --${name} 2026-11-24T00:00Z.`;
    asking.problems.push({ code: 'E_REQUIRED', field: name, message: `No --${name}.`, fix });
    return 0 as Instant;
  }
  const moment = parseIso(text);
  if (moment !== undefined) return moment;
  const message = `${JSON.stringify(text)} is not an instant.`;
  asking.problems.push({ code: 'E_TIME', field: name, message, fix: 'Write it as 2026-11-24T00:00Z.' });
  return 0 as Instant;
}

export function secondsOf(asking: Asking, name: string, otherwise: string): number {
  const parsed = parseWatchSeconds(textOf(asking, name) ?? otherwise);
  if (parsed.kind === 'ok') return parsed.value;
  asking.problems.push({ ...parsed.problem, field: name });
  return 0;
}

export function countOf(asking: Asking, name: string, most: number): number | undefined {
  const text = textOf(asking, name);
  if (text === undefined) return undefined;
  const count = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= most) return count;
  const message = `${JSON.stringify(text)} is not a whole number from 1 to ${most}.`;
  asking.problems.push({ code: 'E_RANGE', field: name, message, fix: `Write a number such as 5.` });
  return undefined;
}

export function portOf(asking: Asking): number | undefined {
  const text = textOf(asking, 'port');
  if (text === undefined) return undefined;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 65_536;
  if (port < 65_536) return port;
  const message = `${JSON.stringify(text)} is not a port.`;
  const fix = 'Write a whole number from 0 to 65535.';
  asking.problems.push({ code: 'E_RANGE', field: 'port', message, fix });
  return undefined;
}

export function imagesOf(asking: Asking): Images | undefined {
  const text = textOf(asking, 'image');
  if (text === undefined) return undefined;
  const parsed = parseImages(text);
  if (parsed.kind === 'ok') return parsed.value;
  asking.problems.push(parsed.problem);
  return undefined;
}

export function parametersOf(asking: Asking): Json | undefined {
  const pairs = Array.isArray(asking.options['parameter']) ? asking.options['parameter'].map(String) : [];
  const answer = parametersFrom(textOf(asking, 'parameters'), pairs);
  if (answer.kind === 'ok') return answer.value;
  asking.problems.push(...answer.problems);
  return undefined;
}
