import {
  type ExitCode,
  exitCodes,
  InputError,
  InvariantError,
  type Problem,
  RefusedError,
  UnansweredError,
} from '../core/problem.ts';

export type Failure = {
  readonly exitCode: ExitCode;
  readonly problems: readonly Problem[];
  /** Only of a bug: a person's mistake never shows a stack. */
  readonly stack?: string;
};

/** What an error means to a person, and to a script. */
export function failureOf(error: unknown): Failure {
  if (error instanceof InputError) return { exitCode: exitCodes.wrongInput, problems: error.problems };
  if (error instanceof RefusedError || error instanceof UnansweredError)
    return { exitCode: exitCodes.worldRefused, problems: [error.problem] };
  if (error instanceof InvariantError) return { exitCode: exitCodes.workFailed, problems: [error.problem] };
  const refusal = refusedByFiles(error);
  if (refusal !== undefined) return { exitCode: exitCodes.worldRefused, problems: [refusal] };
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const problem = {
    code: 'E_BUG',
    message,
    fix: 'This is a bug of Headgate: please report it with these lines.',
  };
  return { exitCode: exitCodes.workFailed, problems: [problem], ...(stack === undefined ? {} : { stack }) };
}

/** What a disk, its rights and its limits say no with; anything else is a path that should not have been tried. */
const refusals: ReadonlySet<string> = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOSPC',
  'EDQUOT',
  'EMFILE',
  'ENFILE',
  'EEXIST',
  'ENOTDIR',
]);

function refusedByFiles(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return undefined;
  if (typeof error.code !== 'string' || !refusals.has(error.code)) return undefined;
  return {
    code: 'E_FILES',
    message: `${JSON.stringify(error.path)} cannot be used: ${error.code}.`,
    fix: 'Check the rights and the space there.',
  };
}
