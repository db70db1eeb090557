import type { Checkpoints } from './checkpoints.ts';
import type { Sink } from './sink.ts';
import type { Tally } from './tally.ts';
/** What all tasks of one run share. */
export type RunScope = {
    readonly sink: Sink;
    readonly parameters: unknown;
    readonly slot: Date | undefined;
    readonly signal: AbortSignal;
    readonly checkpoints: Checkpoints | undefined;
    readonly tally: Tally;
};
/** A call of a task, while it is under way. */
export type TaskFrame = {
    readonly id: number;
    readonly definition: object;
    readonly parent: TaskFrame | undefined;
    readonly run: RunScope;
    readonly signal: AbortSignal;
    /** Names the call among all calls of the run, the same in every attempt; undefined without checkpoints. */
    readonly path: string | undefined;
};
export type Frame = TaskFrame | {
    readonly run: RunScope;
    readonly signal: AbortSignal;
    readonly id?: undefined;
};
