import { doNotRetry, ParameterError } from './errors.ts';
import { currentFrame } from './scope.ts';
import { describeIssues, type StandardSchema } from './standard-schema.ts';

/**
 * The parameters of the run. With a schema (zod, valibot, arktype) they are checked and typed by it; without one they
 * are what `flow.yml` declares, which was checked before the run began.
 */
export function parameters<T = Readonly<Record<string, unknown>>>(): T;
export function parameters<Output>(schema: StandardSchema<unknown, Output>): Output;
export function parameters(schema?: StandardSchema): unknown {
  const given = currentFrame().run.parameters;
  if (schema === undefined) return given;
  const result = schema['~standard'].validate(given);
  if (result instanceof Promise) {
    throw new TypeError(
      'This schema checks asynchronously: give it to flow(fn, { parameters: schema }) instead.',
    );
  }
  return outputOf(result);
}

export async function checkParameters(schema: StandardSchema | undefined, given: unknown): Promise<unknown> {
  return schema === undefined ? given : outputOf(await schema['~standard'].validate(given));
}

function outputOf(result: Awaited<ReturnType<StandardSchema['~standard']['validate']>>): unknown {
  if (result.issues === undefined) return result.value;
  // The same parameters would be wrong again.
  throw doNotRetry(new ParameterError(describeIssues(result.issues)));
}

/** The nominal moment that this run is for; undefined if a person started it. */
export function slot(): Date | undefined {
  const { slot: at } = currentFrame().run;
  return at === undefined ? undefined : new Date(at);
}
