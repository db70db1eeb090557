import { type FlowName, judgeFlowName } from '../../core/flow.ts';
import { type Instant, parseIso } from '../../core/instant.ts';
import type { Json } from '../../core/json.ts';
import { parseParametersText } from '../../core/parameters-text.ts';
import type { Problem } from '../../core/problem.ts';
import { parseRunId, type RunId } from '../../core/run.ts';
import { type Images, parseImages } from '../images.ts';
import { parseConfigPath, parseWatchSeconds } from '../values.ts';

export const actionCommands = [
  'plan',
  'deploy',
  'tick',
  'run',
  'cancel',
  'retry',
  'pause',
  'resume',
  'backfill',
  'doctor',
] as const;
export type ActionCommand = (typeof actionCommands)[number];

type Shared = {
  readonly token: string;
  readonly config: string;
  readonly isDryRun: boolean;
  /** Inputs that were given and mean nothing to the command. */
  readonly unused: readonly string[];
};

/** What the step asked for: a field exists only where it has a meaning. */
export type Inputs = Shared & Asked;
export type Asked =
  | { readonly command: 'doctor' }
  | { readonly command: 'plan'; readonly record: string | undefined }
  | {
      readonly command: 'deploy';
      readonly images: Images | undefined;
      readonly record: string | undefined;
      readonly isMassDeleteAllowed: boolean;
    }
  | { readonly command: 'tick'; readonly watchSeconds: number }
  | {
      readonly command: 'run';
      readonly flow: FlowName;
      readonly parameters: Json | undefined;
      readonly watchSeconds: number;
    }
  | { readonly command: 'cancel' | 'retry'; readonly run: RunId; readonly watchSeconds: number }
  | { readonly command: 'pause' | 'resume'; readonly flow: FlowName }
  | {
      readonly command: 'backfill';
      readonly flow: FlowName;
      readonly from: Instant;
      readonly to: Instant;
      readonly watchSeconds: number;
    };

export type InputsAnswer =
  | { readonly kind: 'ok'; readonly inputs: Inputs }
  | { readonly kind: 'bad'; readonly problems: readonly Problem[] };

/** Reads every input once. An empty input counts as left out, as GitHub passes it. */
export function parseInputs(read: (name: string) => string): InputsAnswer {
  const problems: Problem[] = [];
  const looked = new Set<string>();
  const textOf = (name: string): string => read(name).trim();
  const values: Reader = {
    read(name) {
      looked.add(name);
      return textOf(name);
    },
    isBlank: (name) => read(name) !== '' && textOf(name) === '',
    problems,
  };
  const token = values.read('token');
  if (token === '')
    problems.push({
      code: 'E_TOKEN',
      field: 'token',
      message: 'No token.',
      fix: 'Leave `token` out, or pass `github.token`.',
    });
  const config = collect(problems, parseConfigPath(values.read('config') || 'headgate.yml'), 'headgate.yml');
  const isDryRun = flag(values, 'dry-run');
  const asked = askedFor(values);
  if (asked === undefined || problems.length > 0) return { kind: 'bad', problems };
  const unused = Object.entries(neutral)
    .filter(([name, meaningless]) => !looked.has(name) && !meaningless.includes(textOf(name)))
    .map(([name]) => name);
  return { kind: 'ok', inputs: { ...asked, token, config, isDryRun, unused } };
}

/** Inputs that belong to some commands only, with the values that ask for nothing. */
const neutral: { readonly [name: string]: readonly string[] } = {
  flow: [''],
  parameters: ['', '{}'],
  run: [''],
  from: [''],
  to: [''],
  image: [''],
  record: [''],
  watch: ['', '0'],
  'allow-mass-delete': ['', 'false', 'False', 'FALSE'],
};

type Reader = {
  readonly read: (name: string) => string;
  /** Something was written, and it is nothing but space: an expression that gave nothing leaves it empty. */
  readonly isBlank: (name: string) => boolean;
  readonly problems: Problem[];
};

function askedFor(values: Reader): Asked | undefined {
  const text = values.read('command');
  const command = actionCommands.find((name) => name === text);
  if (command === undefined) {
    const message = `Input "command" is ${JSON.stringify(text)}.`;
    values.problems.push({
      code: 'E_ENUM',
      field: 'command',
      message,
      fix: `Set it to one of ${actionCommands.join(', ')}.`,
    });
    return undefined;
  }
  switch (command) {
    case 'doctor':
      return { command };
    case 'plan':
      return { command, record: values.read('record') || undefined };
    case 'deploy':
      return {
        command,
        images: imagesOf(values),
        record: values.read('record') || undefined,
        isMassDeleteAllowed: flag(values, 'allow-mass-delete'),
      };
    case 'tick':
      return { command, watchSeconds: watchOf(values) };
    case 'run':
      return {
        command,
        flow: flowOf(values),
        parameters: parametersOf(values),
        watchSeconds: watchOf(values),
      };
    case 'cancel':
    case 'retry':
      return { command, run: runOf(values), watchSeconds: watchOf(values) };
    case 'pause':
    case 'resume':
      return { command, flow: flowOf(values) };
    case 'backfill':
      return {
        command,
        flow: flowOf(values),
        from: momentOf(values, 'from'),
        to: momentOf(values, 'to'),
        watchSeconds: watchOf(values),
      };
  }
}

function flowOf(values: Reader): FlowName {
  const text = values.read('flow');
  const verdict = judgeFlowName(text);
  if (verdict.kind === 'ok') return verdict.name;
  const message = text === '' ? 'No flow.' : `${JSON.stringify(text)} is not the name of a flow.`;
  values.problems.push({
    code: 'E_NAME',
    field: 'flow',
    message,
    fix: 'Give the name of one folder under flows/.',
  });
  return text as FlowName;
}

function runOf(values: Reader): RunId {
  const text = values.read('run');
  const run = parseRunId(text);
  if (run !== undefined) return run;
  const message = text === '' ? 'No run.' : `${JSON.stringify(text)} is not the id of a run.`;
  values.problems.push({
    code: 'E_RUN_ID',
    field: 'run',
    message,
    fix: 'Take it from the check of the run: a-z, 0-9 and dashes.',
  });
  return text as RunId;
}

function momentOf(values: Reader, name: 'from' | 'to'): Instant {
  const text = values.read(name);
  const moment = parseIso(text);
  if (moment !== undefined) return moment;
  const message = `${JSON.stringify(text)} is not an instant.`;
  values.problems.push({ code: 'E_TIME', field: name, message, fix: 'Write it as 2026-11-24T00:00Z.' });
  return 0 as Instant;
}

function parametersOf(values: Reader): Json | undefined {
  const text = values.read('parameters');
  if (text === '') return undefined;
  const answer = parseParametersText(text);
  if (answer.kind === 'ok') return answer.value;
  values.problems.push(...answer.problems);
  return undefined;
}

function imagesOf(values: Reader): Images | undefined {
  const text = values.read('image');
  return text === '' ? undefined : collect(values.problems, parseImages(text), undefined);
}

function watchOf(values: Reader): number {
  return collect(values.problems, parseWatchSeconds(values.read('watch') || '0'), 0);
}

/** GitHub's own rule: the YAML 1.2 core schema's booleans and nothing else. */
function flag(values: Reader, name: string): boolean {
  const written = values.read(name);
  const isBlank = written === '' && values.isBlank(name);
  const text = isBlank ? ' ' : written || 'false';
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (!/^(?:false|False|FALSE)$/.test(text)) {
    const message = `${JSON.stringify(text)} is not a boolean.`;
    values.problems.push({ code: 'E_TYPE', field: name, message, fix: 'Write true or false.' });
  }
  return false;
}

type Parsed<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'bad'; readonly problem: Problem };

function collect<T, F>(problems: Problem[], parsed: Parsed<T>, otherwise: F): T | F {
  if (parsed.kind === 'ok') return parsed.value;
  problems.push(parsed.problem);
  return otherwise;
}
