import { ParameterError } from './errors.ts';

/** What the environment says about the run that this process is an attempt of. */
export type Surroundings = {
  readonly isRun: boolean;
  readonly flow: string;
  readonly run: string;
  readonly attempt: number;
  readonly parameters: unknown;
  readonly slot: Date | undefined;
  /** Where results of finished tasks are kept: a directory, or `s3://bucket/prefix`. */
  readonly checkpoints: string | undefined;
};

export function readSurroundings(environment: NodeJS.ProcessEnv): Surroundings {
  const run = environment['HEADGATE_RUN_ID'] ?? '';
  return {
    isRun: run !== '',
    flow: environment['HEADGATE_FLOW'] ?? '',
    run,
    attempt: Number(environment['HEADGATE_ATTEMPT'] ?? 1) || 1,
    parameters: parametersOf(environment['HEADGATE_PARAMETERS']),
    slot: slotOf(environment['HEADGATE_SLOT']),
    checkpoints: environment['HEADGATE_CHECKPOINTS'] || undefined,
  };
}

function parametersOf(text: string | undefined): unknown {
  if (text === undefined || text === '') return {};
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ParameterError('HEADGATE_PARAMETERS does not hold JSON.', { cause: error });
  }
}

function slotOf(text: string | undefined): Date | undefined {
  const at = new Date(text ?? '');
  return Number.isNaN(at.getTime()) ? undefined : at;
}
