import { type Json } from '../core/json.ts';
/** Bytes by name. Both a directory and a bucket can do this without two writers ever mixing. */
export type Store = {
    read(name: string): Promise<Uint8Array | undefined>;
    /** `once`: the first writer wins, and a later one gets `exists`. */
    write(name: string, bytes: Uint8Array, mode: 'once' | 'replace'): Promise<'written' | 'exists'>;
};
/** Where one result is kept. */
export type Place = {
    readonly name: string;
    readonly task: string;
    /** Kept for all runs of the flow, not for this run alone. */
    readonly isShared?: boolean;
};
type CallFacts = {
    readonly task: string;
    /** The path of the task that makes the call; undefined if that cannot be named. */
    readonly parent: string | undefined;
    readonly key: string | undefined;
    readonly inputs: readonly unknown[];
};
export type Checkpoints = {
    /** The same call of every attempt gets the same place; undefined if its result cannot be kept. */
    placeOf(call: CallFacts): Place | undefined;
    /** What an earlier attempt kept there. */
    read(place: Place): Promise<{
        readonly value: unknown;
        readonly at: number;
    } | undefined>;
    /** Keeps the value, and gives the one that counts: another attempt at the same time may have been first. */
    keep(place: Place, value: unknown): Promise<unknown>;
};
export type CheckpointsOf = {
    readonly store: Store;
    readonly flow: string;
    readonly run: string;
    readonly attempt: number;
    readonly warn: (message: string) => void;
};
/** A larger result belongs into a file or a bucket, and its address into the checkpoint. */
export declare const checkpointLimitBytes: number;
/** Keeps results of tasks between the attempts of a run. A store that fails costs repeated work, never the run. */
export declare function createCheckpoints({ store, flow, run, attempt, warn }: CheckpointsOf): Checkpoints;
export declare function digestOf(parts: Json): string;
export {};
