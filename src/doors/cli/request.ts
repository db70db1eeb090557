import type { FlowName } from '../../core/flow.ts';
import { InputError, type Problem } from '../../core/problem.ts';
import type { Command } from '../../engine/control.ts';
import type { Force } from '../../engine/renewal.ts';
import { regionSource } from '../../flow/arn.ts';
import type { Images } from '../images.ts';
import {
  type Asking,
  anyFlowOf,
  countOf,
  flowOf,
  forceOf,
  imagesOf,
  momentOf,
  parametersOf,
  portOf,
  runOf,
  secondsOf,
  textOf,
} from './asked-values.ts';
import { type Language, languageOf, type NewRequest, newRequestOf } from './new-request.ts';
import type { Asked } from './program.ts';

/** What was asked on the command line, parsed: a field exists only where it has a meaning. */
export type Request =
  | { readonly verb: 'validate' | 'list' | 'doctor' }
  | { readonly verb: 'plan'; readonly record: string | undefined }
  | ({ readonly verb: 'new' } & NewRequest)
  | { readonly verb: 'init'; readonly action: string | undefined; readonly language: Language }
  | {
      readonly verb: 'setup';
      readonly region: string | undefined;
      readonly given: readonly string[];
      readonly isConfirmed: boolean;
      readonly approved: string | undefined;
    }
  | {
      readonly verb: 'teardown';
      readonly region: string | undefined;
      readonly isConfirmed: boolean;
      readonly approved: string | undefined;
    }
  | {
      readonly verb: 'deploy';
      readonly images: Images | undefined;
      readonly record: string | undefined;
      readonly isMassDeleteAllowed: boolean;
      readonly force?: Force;
      readonly isDryRun: boolean;
    }
  | {
      readonly verb: 'build';
      readonly flow: FlowName | undefined;
      readonly out: string | undefined;
      readonly record: string | undefined;
    }
  | { readonly verb: 'types'; readonly flow: FlowName | undefined; readonly isCheck: boolean }
  | { readonly verb: 'schedule'; readonly flow: FlowName | undefined; readonly count: number }
  | { readonly verb: 'tick'; readonly watchSeconds: number; readonly isDryRun: boolean }
  | { readonly verb: 'start'; readonly watchSeconds: number }
  | { readonly verb: 'up'; readonly everySeconds: number; readonly port: number | undefined }
  | { readonly verb: 'site'; readonly out: string | undefined }
  | { readonly verb: 'status'; readonly run: string | undefined }
  | {
      readonly verb: 'logs';
      readonly run: string;
      readonly attempt: number | undefined;
      readonly isFollowing: boolean;
    }
  | { readonly verb: 'control'; readonly command: Unnamed; readonly watchSeconds: number };

/** A command before its request has a name. */
export type Unnamed = Command | Omit<Command & { readonly kind: 'run' }, 'request'>;

/** A command that waits does so until the run has ended, whatever its timeout: longer than any. */
const waitSeconds = 400 * 24 * 60 * 60;
const mostListedSlots = 1_000;

/** Throws `InputError` with everything that is wrong. */
export function requestOf(asked: Asked): Request {
  const problems: Problem[] = [];
  const request = parse({ ...asked, problems });
  if (problems.length > 0) throw new InputError(problems);
  return request;
}

function parse(asking: Asking): Request {
  const { verb, argument, options } = asking;
  switch (verb) {
    case 'validate':
    case 'list':
    case 'doctor':
      return { verb };
    case 'plan':
      return { verb, record: textOf(asking, 'record') };
    case 'new':
      return {
        verb,
        ...newRequestOf({ ...asking, name: argument ?? '', language: textOf(asking, 'language') }),
      };
    case 'init':
      return {
        verb,
        action: actionOf(asking),
        language: languageOf(textOf(asking, 'language'), asking.problems),
      };
    case 'setup':
      return setupOf(asking);
    case 'teardown':
      return { verb, region: regionOf(asking), ...consentOf(asking) };
    case 'deploy':
      return {
        verb,
        images: imagesOf(asking),
        record: textOf(asking, 'record'),
        isMassDeleteAllowed: options['allowMassDelete'] === true,
        ...forceOf(asking),
        isDryRun: isDryRun(asking),
      };
    case 'build':
      return { verb, flow: anyFlowOf(asking), out: textOf(asking, 'out'), record: textOf(asking, 'record') };
    case 'types':
      return { verb, flow: anyFlowOf(asking), isCheck: options['check'] === true };
    case 'schedule':
      return { verb, flow: anyFlowOf(asking), count: countOf(asking, 'count', mostListedSlots) ?? 5 };
    case 'tick':
      return { verb, watchSeconds: secondsOf(asking, 'watch', '0'), isDryRun: isDryRun(asking) };
    case 'start':
      return { verb, watchSeconds: secondsOf(asking, 'watch', '10m') };
    case 'up':
      return {
        verb,
        everySeconds: Math.max(secondsOf(asking, 'every', '30s'), 1),
        port: portOf(asking),
      };
    case 'site':
      return { verb, out: textOf(asking, 'out') };
    case 'status':
      return { verb, run: argument };
    case 'logs':
      return {
        verb,
        run: argument ?? '',
        attempt: countOf(asking, 'attempt', 1_000),
        isFollowing: options['follow'] === true,
      };
    default:
      return {
        verb: 'control',
        command: commandOf(asking, verb),
        watchSeconds: isWaiting(asking) ? waitSeconds : 0,
      };
  }
}

function actionOf(asking: Asking): string | undefined {
  const action = textOf(asking, 'action');
  if (
    action === undefined ||
    /^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}\/(?!\.{1,2}@)[\w.-]{1,100}@[0-9a-f]{40}$/.test(action)
  )
    return action;
  const message = `${JSON.stringify(action)} does not name a repository and a full commit.`;
  const fix = 'Write OWNER/headgate@COMMIT with 40 hexadecimal digits: a tag can be moved.';
  asking.problems.push({ code: 'E_ACTION', field: 'action', message, fix });
  return undefined;
}

function setupOf(asking: Asking): Request & { readonly verb: 'setup' } {
  const { set } = asking.options;
  return {
    verb: 'setup',
    region: regionOf(asking),
    given: Array.isArray(set) ? set.map(String) : [],
    ...consentOf(asking),
  };
}

function consentOf(asking: Asking) {
  const isConfirmed = asking.options['yes'] === true;
  const approved = textOf(asking, 'approved');
  if (approved === undefined || (isConfirmed && /^[0-9a-f]{64}$/.test(approved)))
    return { isConfirmed, approved };
  const message = `${JSON.stringify(approved)} is no digest, or --yes is missing.`;
  const fix = 'Give --yes --approved with the 64 hexadecimal digits that the command prints with --json.';
  asking.problems.push({ code: 'E_APPROVED', field: 'approved', message, fix });
  return { isConfirmed, approved: undefined };
}

function regionOf(asking: Asking): string | undefined {
  const region = textOf(asking, 'region');
  if (region === undefined || new RegExp(regionSource).test(region)) return region;
  const message = `${JSON.stringify(region)} is not a region of AWS.`;
  asking.problems.push({ code: 'E_REGION', field: 'region', message, fix: 'Write one such as us-east-1.' });
  return undefined;
}

type ControlVerb = Exclude<Asked['verb'], Exclude<Request['verb'], 'control'>>;

function commandOf(asking: Asking, verb: ControlVerb): Unnamed {
  switch (verb) {
    case 'run':
      return { kind: 'run', flow: flowOf(asking), parameters: parametersOf(asking) };
    case 'backfill':
      return {
        kind: 'backfill',
        flow: flowOf(asking),
        from: momentOf(asking, 'from'),
        to: momentOf(asking, 'to'),
      };
    case 'cancel':
    case 'retry':
      return { kind: verb, run: runOf(asking) };
    case 'resolve':
      return resolutionOf(asking);
    case 'pause':
    case 'resume':
      return { kind: verb, flow: flowOf(asking) };
  }
}

function isWaiting({ verb, options }: Asking): boolean {
  return verb === 'run' && options['wait'] !== false;
}

function isDryRun({ options }: Asking): boolean {
  return options['dryRun'] === true;
}

function resolutionOf(asking: Asking): Unnamed {
  const as = textOf(asking, 'as');
  if (as === 'succeeded' || as === 'failed') return { kind: 'resolve', run: runOf(asking), as };
  if (as === 'relaunch') return { kind: 'retry', run: runOf(asking) };
  const message = `--as is ${JSON.stringify(as ?? '')}.`;
  asking.problems.push({
    code: 'E_ENUM',
    field: 'as',
    message,
    fix: 'Write --as succeeded, failed or relaunch.',
  });
  return { kind: 'retry', run: runOf(asking) };
}
