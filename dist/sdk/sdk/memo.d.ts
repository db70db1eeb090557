import { type Checkpoints } from './checkpoints.ts';
type Result = {
    readonly isNew: boolean;
    readonly value: unknown;
};
type MemoCall = {
    readonly task: string;
    readonly inputs: readonly unknown[];
    readonly checkpoints: Checkpoints | undefined;
};
/** Results that calls of the same key share. */
export type Memo = {
    share(call: MemoCall, finish: () => Promise<Result>): Promise<Result>;
};
export declare function createMemo(keyOf: (...inputs: unknown[]) => string, expiresMs: number | undefined): Memo;
export {};
