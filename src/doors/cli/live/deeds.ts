import { judgeFlowName } from '../../../core/flow.ts';
import type { Json } from '../../../core/json.ts';
import { parseParametersText } from '../../../core/parameters-text.ts';
import { InputError, type Problem, RefusedError } from '../../../core/problem.ts';
import { parseRunId, type RunId } from '../../../core/run.ts';
import { type Command, type CommandResult, control } from '../../../engine/control.ts';
import type { Notice } from '../../../report/live/page.ts';
import { type Deed, flowPath, runPath } from '../../../report/live/parts.ts';
import { failureOf } from '../../failure.ts';
import type { Site } from '../../performed.ts';

export type Done = {
  readonly notice: Notice;
  /** The page to go on with. */
  readonly path: string;
};

const deeds: readonly Deed[] = ['run', 'cancel', 'retry', 'pause', 'resume'];

export function deedOf(text: string): Deed | undefined {
  return deeds.find((deed) => deed === text);
}

/** Records what a button asks for. The next tick, which is due at once, carries it out. */
export async function carryOutDeed(
  site: Site,
  deed: Deed,
  form: { readonly fields: URLSearchParams; readonly request: string },
): Promise<Done> {
  const subject = form.fields.get('subject') ?? '';
  const home = pathOf(deed, subject);
  try {
    const command = commandOf(deed, subject, form);
    const answer = await control(site.world, command, { by: site.by, style: site.presentation });
    const path = deed === 'run' ? runPath({ id: answer.subject as RunId }) : home;
    return { notice: noticeOf(answer), path };
  } catch (error) {
    return { notice: { isBad: true, text: wordsOf(error) }, path: home };
  }
}

function pathOf(deed: Deed, subject: string): string {
  if (deed === 'cancel' || deed === 'retry') {
    const id = parseRunId(subject);
    return id === undefined ? 'index.html' : runPath({ id });
  }
  return judgeFlowName(subject).kind === 'ok' ? flowPath(subject) : 'index.html';
}

function commandOf(
  deed: Deed,
  subject: string,
  { fields, request }: { readonly fields: URLSearchParams; readonly request: string },
): Command {
  if (deed === 'cancel' || deed === 'retry') {
    const run = parseRunId(subject);
    if (run !== undefined) return { kind: deed, run };
    throw badInput('E_RUN_ID', `${JSON.stringify(subject)} is not the id of a run.`);
  }
  const verdict = judgeFlowName(subject);
  if (verdict.kind !== 'ok')
    throw badInput('E_NAME', `${JSON.stringify(subject)} is not the name of a flow.`);
  if (deed !== 'run') return { kind: deed, flow: verdict.name };
  return { kind: 'run', flow: verdict.name, parameters: parametersOf(fields), request };
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

const doneWords: { readonly [deed in Deed]: string } = {
  run: 'run requested',
  cancel: 'the run is being cancelled',
  retry: 'one more attempt is granted',
  pause: 'the flow is paused',
  resume: 'the flow goes on',
};

function noticeOf({ command, because }: CommandResult): Notice {
  if (because !== undefined) return { isBad: true, text: `nothing to do: ${because}.` };
  const deed = deedOf(command);
  return { isBad: false, text: deed === undefined ? command : `${doneWords[deed]}.` };
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
