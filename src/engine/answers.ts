import type { Executor } from '../ports.ts';

/** Whether the executor has said anything at all in this tick. */
export type Answers = { hasBeenAsked: boolean; hasAnswered: boolean };

/** The same executor, and a note of whether it answers: silence looks like "nothing changed" otherwise. */
export function withAnswers(executor: Executor): { readonly executor: Executor; readonly answers: Answers } {
  const answers: Answers = { hasBeenAsked: false, hasAnswered: false };
  const noting = async <T>(ask: Promise<T>, isAnswer: (answer: T) => boolean = () => true): Promise<T> => {
    answers.hasBeenAsked = true;
    const answer = await ask;
    answers.hasAnswered ||= isAnswer(answer);
    return answer;
  };
  const { inventory } = executor;
  return {
    answers,
    executor: {
      ...executor,
      look: (startedBy, known) => noting(executor.look(startedBy, known)),
      // A handle that could not be asked about is left out.
      observe: (handles) => noting(executor.observe(handles), ({ size }) => size > 0),
      launch: (requests) =>
        noting(executor.launch(requests), (all) => all.some(({ kind }) => kind !== 'unsure')),
      stop: (handle, reason) => noting(executor.stop(handle, reason)),
      ...(inventory === undefined ? {} : { inventory: () => noting(inventory()) }),
    },
  };
}

/** It was asked, and never answered. */
export function isSilent({ hasBeenAsked, hasAnswered }: Answers): boolean {
  return hasBeenAsked && !hasAnswered;
}
