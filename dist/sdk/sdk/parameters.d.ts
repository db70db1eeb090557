import { type StandardSchema } from './standard-schema.ts';
/**
 * The parameters of the run. With a schema (zod, valibot, arktype) they are checked and typed by it; without one they
 * are what `flow.yml` declares, which was checked before the run began.
 */
export declare function parameters<T = Readonly<Record<string, unknown>>>(): T;
export declare function parameters<Output>(schema: StandardSchema<unknown, Output>): Output;
export declare function checkParameters(schema: StandardSchema | undefined, given: unknown): Promise<unknown>;
/** The nominal moment that this run is for; undefined if a person started it. */
export declare function slot(): Date | undefined;
