import type { Ending, EndingClass } from '../../core/ending.ts';
import { type Instant, secondMs } from '../../core/instant.ts';
import { canonicalJson, type Json } from '../../core/json.ts';
import type { LaunchAnswer, LaunchRequest } from '../../ports.ts';
import type { Time } from './clock.ts';
import type { Revisions } from './revisions.ts';
import type { Shelf } from './shelf.ts';
import { type Tasks, tokenLivesUntil } from './tasks.ts';

/** What happens to a launch instead of its ordinary course. */
export type LaunchFault =
  /** A definitive no, which ECS repeats for the same token: no capacity. */
  | { readonly kind: 'declined'; readonly class: EndingClass }
  /** No other try can succeed. */
  | { readonly kind: 'refused'; readonly detail: string }
  /** Nothing was launched, and the answer does not say so. */
  | { readonly kind: 'throttled' }
  /** It was launched, and the answer got lost. */
  | { readonly kind: 'answer-lost' };

export type FaultOf = (request: LaunchRequest) => LaunchFault | undefined;

type Known = {
  readonly text: string;
  readonly at: Instant;
  readonly handle: string | undefined;
  readonly answer: LaunchAnswer;
};

export type LaunchRules = {
  readonly shelf: Shelf;
  readonly time: Time;
  readonly tasks: Tasks;
  readonly revisions: Revisions;
  readonly faultOf: FaultOf;
};

/** RunTask with client tokens: a replay gives what the first gave, and never a second task while the token lives. */
export function memoryLauncher(rules: LaunchRules): (request: LaunchRequest) => LaunchAnswer {
  const { shelf, time, tasks, faultOf } = rules;
  const known = shelf.map<string, Known>();
  return (request) => {
    const fault = faultOf(request);
    if (fault?.kind === 'throttled') return { kind: 'unsure', reason: 'ThrottlingException: Rate exceeded' };
    if (fault?.kind === 'refused') return { kind: 'refused', ending: ending('refused', fault.detail) };
    const answer = answerOf(request, fault);
    return fault?.kind === 'answer-lost' ? { kind: 'unsure', reason: 'ECONNRESET' } : answer;
  };

  function answerOf(request: LaunchRequest, fault: LaunchFault | undefined): LaunchAnswer {
    const text = canonicalJson(request as unknown as Json);
    const earlier = known.get(request.clientToken);
    if (earlier !== undefined && time.now() < tokenLivesUntil(earlier.at, tasks.get(earlier.handle ?? ''))) {
      if (earlier.text === text) return earlier.answer;
      return { kind: 'conflict', handles: earlier.handle === undefined ? [] : [earlier.handle] };
    }
    if (fault?.kind === 'declined') {
      const answer = {
        kind: 'declined',
        ending: ending(fault.class, 'Capacity is unavailable at this time.'),
      } as const;
      known.set(request.clientToken, { text, at: time.now(), handle: undefined, answer });
      return answer;
    }
    const definition = rules.revisions.get(request.revision);
    if (definition === undefined)
      return { kind: 'refused', ending: ending('refused', 'E_TASKDEF_INACTIVE TaskDefinition is inactive') };
    const { handle } = tasks.start(request, {
      stopTimeoutMs: definition.stopTimeoutSeconds * secondMs,
      runTimeoutMs: definition.runTimeoutSeconds * secondMs,
    });
    const answer = { kind: 'launched', handle } as const;
    known.set(request.clientToken, { text, at: time.now(), handle, answer });
    return answer;
  }

  function ending(endingClass: EndingClass, detail: string): Ending {
    return { class: endingClass, at: time.now(), detail };
  }
}
