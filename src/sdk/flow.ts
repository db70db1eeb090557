import type { Event } from '../core/event-format.ts';
import { checkParameters } from './parameters.ts';
import { currentFrame, frameOf, type RunScope, within } from './scope.ts';
import { listSink } from './sink.ts';
import type { StandardSchema } from './standard-schema.ts';
import { createTally } from './tally.ts';

export type FlowContext<P> = {
  readonly parameters: P;
  /** The nominal moment that this run is for; undefined if a person started it. */
  readonly slot: Date | undefined;
  /** Aborts when the run is asked to end. */
  readonly signal: AbortSignal;
};

export type FlowOptions<Schema> = { readonly parameters: Schema };

/** Set by a test or by a flow that calls another; within a run the environment says the same. */
export type CallOptions = { readonly slot?: Date; readonly signal?: AbortSignal };

const flowMark = Symbol.for('headgate.flow');

/** A function: `await myFlow({ region: 'eu' })` calls it, in a test or in another flow. */
export type Flow<P, R> = (parameters?: P, options?: CallOptions) => Promise<R>;

/** The default export of an entrypoint. Importing it runs nothing; the runner calls it. */
export function flow<P = Readonly<Record<string, unknown>>, R = unknown>(
  fn: (context: FlowContext<P>) => R | PromiseLike<R>,
): Flow<P, R>;
export function flow<Input, Output, R>(
  fn: (context: FlowContext<Output>) => R | PromiseLike<R>,
  options: FlowOptions<StandardSchema<Input, Output>>,
): Flow<Input, R>;
export function flow<P, R>(
  fn: (context: FlowContext<P>) => R | PromiseLike<R>,
  options?: FlowOptions<StandardSchema<unknown, P>>,
): Flow<unknown, R> {
  const call = async (given?: unknown, { slot, signal }: CallOptions = {}): Promise<R> => {
    const outer = currentFrame();
    const { run } = outer;
    const parameters = (await checkParameters(options?.parameters, given ?? run.parameters)) as P;
    const scope: RunScope = { ...run, parameters, slot: slot ?? run.slot, signal: signal ?? outer.signal };
    const inner = outer.id === undefined ? frameOf(scope) : { ...outer, run: scope, signal: scope.signal };
    return within(inner, async () => fn({ parameters, slot: scope.slot, signal: scope.signal }));
  };
  return Object.assign(call, { [flowMark]: true });
}

export function isFlow(value: unknown): value is Flow<unknown, unknown> {
  return typeof value === 'function' && Reflect.get(value, flowMark) === true;
}

/** Calls `work`, and gives its result together with what it logged and published: for tests of flows and tasks. */
export async function recordEvents<R>(
  work: () => R | PromiseLike<R>,
): Promise<{ readonly result: R; readonly events: readonly Event[] }> {
  const events: Event[] = [];
  const run: RunScope = { ...currentFrame().run, sink: listSink(events), tally: createTally() };
  const result = await within(frameOf(run), async () => work());
  return { result, events };
}
