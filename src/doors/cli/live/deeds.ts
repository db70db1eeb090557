import { judgeFlowName } from '../../../core/flow.ts';
import { type Instant, parseIso } from '../../../core/instant.ts';
import type { Json } from '../../../core/json.ts';
import { parseParametersText } from '../../../core/parameters-text.ts';
import { InputError, type Problem, RefusedError } from '../../../core/problem.ts';
import { parseRunId, type RunId } from '../../../core/run.ts';
import { type Command, type CommandResult, control } from '../../../engine/control.ts';
import type { Notice } from '../../../report/live/page.ts';
import { type Deed, flowPath, runPath } from '../../../report/live/parts.ts';
import { countWords } from '../../../report/words.ts';
import { failureOf } from '../../failure.ts';
import type { Site } from '../../performed.ts';

export type Done = {
  readonly notice: Notice;
  /** The page to go on with. */
  readonly path: string;
};

const deeds: readonly Deed[] = ['run', 'cancel', 'retry', 'resolve', 'pause', 'resume', 'backfill'];

export function deedOf(text: string): Deed | undefined {
  return deeds.find((deed) => deed === text);
}

/** Records what a button asks for. The next tick, which is due at once, carries it out. */
export async function carryOutDeed(site: Site, deed: Deed, form: Form): Promise<Done> {
  const subject = form.fields.get('subject') ?? '';
  const home = pathOf(deed, subject);
  try {
    const command = commandOf(deed, subject, form);
    const answer = await patiently(() =>
      control(site.world, command, { by: site.by, style: site.presentation }),
    );
    const path = deed === 'run' ? runPath({ id: answer.subject as RunId }) : home;
    return { notice: noticeOf(answer), path };
  } catch (error) {
    return { notice: { isBad: true, text: wordsOf(error) }, path: home };
  }
}

const mostTurns = 6;

/** Where other processes write as often, such as a second `up`, a button waits its turn: nobody else tries again for it. */
async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await act();
    } catch (error) {
      const isBusy = error instanceof RefusedError && error.problem.code === 'E_STATE_BUSY';
      if (!isBusy || turn >= mostTurns) throw error;
    }
  }
}

function isOfRun(deed: Deed): deed is 'cancel' | 'retry' | 'resolve' {
  return deed === 'cancel' || deed === 'retry' || deed === 'resolve';
}

function pathOf(deed: Deed, subject: string): string {
  if (isOfRun(deed)) {
    const id = parseRunId(subject);
    return id === undefined ? 'index.html' : runPath({ id });
  }
  return judgeFlowName(subject).kind === 'ok' ? flowPath(subject) : 'index.html';
}

type Form = { readonly fields: URLSearchParams; readonly request: string };

function commandOf(deed: Deed, subject: string, form: Form): Command {
  if (isOfRun(deed)) {
    const run = parseRunId(subject);
    if (run === undefined) throw badInput('E_RUN_ID', `${JSON.stringify(subject)} is not the id of a run.`);
    return deed === 'resolve' ? { kind: deed, run, as: outcomeOf(form.fields) } : { kind: deed, run };
  }
  const verdict = judgeFlowName(subject);
  if (verdict.kind !== 'ok')
    throw badInput('E_NAME', `${JSON.stringify(subject)} is not the name of a flow.`);
  const flow = verdict.name;
  switch (deed) {
    case 'run':
      return { kind: deed, flow, parameters: parametersOf(form.fields), request: form.request };
    case 'backfill':
      return { kind: deed, flow, from: momentOf(form.fields, 'from'), to: momentOf(form.fields, 'to') };
    default:
      return { kind: deed, flow };
  }
}

function outcomeOf(fields: URLSearchParams): 'succeeded' | 'failed' {
  const as = fields.get('as') ?? '';
  if (as === 'succeeded' || as === 'failed') return as;
  throw badInput('E_ENUM', `${JSON.stringify(as)} is not how a run ends: succeeded or failed.`);
}

/** A browser's field for a moment has no time zone; the page says that it is in UTC. */
function momentOf(fields: URLSearchParams, name: 'from' | 'to'): Instant {
  const text = fields.get(name)?.trim() ?? '';
  const moment = parseIso(/Z$|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);
  if (moment !== undefined) return moment;
  throw badInput('E_TIME', `"${name}" is ${JSON.stringify(text)}, which is not a date and a time.`);
}

function parametersOf(fields: URLSearchParams): Json | undefined {
  const text = fields.get('parameters')?.trim() ?? '';
  if (text === '') return undefined;
  const parsed = parseParametersText(text);
  if (parsed.kind === 'bad') throw new InputError(parsed.problems);
  return parsed.value;
}

function badInput(code: string, message: string): InputError {
  return new InputError([{ code, message }]);
}

const doneWords: { readonly [deed in Exclude<Deed, 'backfill'>]: string } = {
  run: 'run requested',
  cancel: 'the run is being cancelled',
  retry: 'one more attempt is granted',
  resolve: 'the run is resolved',
  pause: 'the flow is paused',
  resume: 'the flow goes on',
};

function noticeOf({ command, because, runs }: CommandResult): Notice {
  if (because !== undefined) return { isBad: true, text: `nothing to do: ${because}.` };
  if (command === 'backfill')
    return { isBad: false, text: `the backfill of ${countWords(runs.length, 'slot')} is requested.` };
  return { isBad: false, text: `${doneWords[command]}.` };
}

/** A page has no stack traces; those of a bug go to the terminal, where somebody looks for them. */
function wordsOf(error: unknown): string {
  if (error instanceof InputError || error instanceof RefusedError)
    return failureOf(error).problems.map(problemWords).join(' ');
  throw error;
}

function problemWords({ field, message, fix }: Problem): string {
  const where = field === undefined ? '' : `${field}: `;
  return `${where}${message}${fix === undefined ? '' : ` ${fix}`}`;
}
