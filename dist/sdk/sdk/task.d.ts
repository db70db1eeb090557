import { type MapOptions, type Settled } from './map.ts';
import { type TaskOptions } from './task-options.ts';
type Items<T> = Iterable<T> | AsyncIterable<T>;
/** A function that is called as before; within a run, each call is a step that is retried, limited and reported. */
export type Task<A extends readonly unknown[], R> = {
    (...inputs: A): Promise<R>;
    readonly taskName: string;
    /** Calls the task for each item and gives the results in order. Failures are reported when all items are done. */
    map(items: Items<A[0]>, options?: MapOptions): Promise<R[]>;
    /** As `map`, but says of each item how it went instead of throwing. */
    mapSettled(items: Items<A[0]>, options?: Omit<MapOptions, 'failFast'>): Promise<Settled<R>[]>;
};
export declare function task<A extends readonly unknown[], R>(name: string, fn: (...inputs: A) => R | PromiseLike<R>, options?: TaskOptions<A>): Task<A, R>;
/** Aborts when the run is asked to end, and within a task also when its time is over. Hand it to `fetch` and the like. */
export declare function signal(): AbortSignal;
export {};
