import type { Event } from '../core/event-format.ts';
import type { StandardSchema } from './standard-schema.ts';
export type FlowContext<P> = {
    readonly parameters: P;
    /** The nominal moment that this run is for; undefined if a person started it. */
    readonly slot: Date | undefined;
    /** Aborts when the run is asked to end. */
    readonly signal: AbortSignal;
};
export type FlowOptions<Schema> = {
    readonly parameters: Schema;
};
/** Set by a test or by a flow that calls another; within a run the environment says the same. */
export type CallOptions = {
    readonly slot?: Date;
    readonly signal?: AbortSignal;
};
/** A function: `await myFlow({ region: 'eu' })` calls it, in a test or in another flow. */
export type Flow<P, R> = (parameters?: P, options?: CallOptions) => Promise<R>;
/** The default export of an entrypoint. Importing it runs nothing; the runner calls it. */
export declare function flow<P = Readonly<Record<string, unknown>>, R = unknown>(fn: (context: FlowContext<P>) => R | PromiseLike<R>): Flow<P, R>;
export declare function flow<Input, Output, R>(fn: (context: FlowContext<Output>) => R | PromiseLike<R>, options: FlowOptions<StandardSchema<Input, Output>>): Flow<Input, R>;
export declare function isFlow(value: unknown): value is Flow<unknown, unknown>;
/** Calls `work`, and gives its result together with what it logged and published: for tests of flows and tasks. */
export declare function recordEvents<R>(work: () => R | PromiseLike<R>): Promise<{
    readonly result: R;
    readonly events: readonly Event[];
}>;
