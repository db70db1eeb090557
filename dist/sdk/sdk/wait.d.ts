/** Waits, but no longer than the signal lets it: an abort rejects with its reason. */
export declare function wait(ms: number, signal: AbortSignal): Promise<void>;
