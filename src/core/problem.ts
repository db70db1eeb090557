import { escapeUnseen } from './unseen.ts';

/** Where in the user's files a problem is. Lines and columns count from 1. */
export type Place = {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
};

/** One mistake in what a person wrote: what is wrong, where, the rule, and what to write instead. */
export type Problem = {
  /** Stable name, such as `E_CRON`. Listed in `docs/errors.md`; `W_…` is a warning. */
  readonly code: string;
  readonly place?: Place;
  /** Path of the key, such as `schedules[0].cron`. */
  readonly field?: string;
  /** What is wrong, quoting what was seen. Never contains a value that looks like a secret. */
  readonly message: string;
  /** What to write or do. */
  readonly fix?: string;
};

/** Exit codes of every door. */
export const exitCodes = { done: 0, workFailed: 1, wrongInput: 2, worldRefused: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A person's mistake, or several found at once. Exit code 2; nothing was written anywhere. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.problems = problems;
  }
}

/** The world said no: credentials, network, permissions, a state that must not be touched. Exit code 3. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly problem: Problem;
  constructor(problem: Problem, options?: ErrorOptions) {
    super(describeProblem(problem), options);
    this.problem = problem;
  }
}

/** A service gave no answer, or one that nobody has words for: a look may go on without it. Otherwise exit code 3. */
export class UnansweredError extends Error {
  override readonly name = 'UnansweredError';
  readonly problem: Problem;
  constructor(problem: Problem, options?: ErrorOptions) {
    super(describeProblem(problem), options);
    this.problem = problem;
  }
}

/** A promise of Headgate does not hold. Nothing more is written; exit code 1. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
  readonly problem: Problem;
  constructor(message: string) {
    const problem = { code: 'E_INVARIANT', message, fix: 'Stop the clock and report this: it is a bug.' };
    super(describeProblem(problem));
    this.problem = problem;
  }
}

/** `flows/a/flow.yml:3:5 E_CRON schedules[0].cron: message. fix` */
export function describeProblem(problem: Problem): string {
  const { place } = problem;
  const where =
    place === undefined
      ? ''
      : `${[escapeUnseen(place.file), place.line, place.column].filter(isSet).join(':')} `;
  const field = problem.field === undefined ? '' : `${problem.field}: `;
  const fix = problem.fix === undefined ? '' : ` ${problem.fix}`;
  return `${where}${problem.code} ${field}${problem.message}${fix}`;
}

function isSet<T>(value: T | undefined): value is T {
  return value !== undefined;
}
