/** How many may be under way at once. Waiting costs no time: who leaves lets the next one in. */
export type Semaphore = {
    /** Undefined if there is room at once. */
    enter(signal: AbortSignal): Promise<void> | undefined;
    leave(): void;
};
export declare function createSemaphore(limit: number): Semaphore;
/** At most `limit` starts in any `perMs`. */
export type RateGate = {
    pass(signal: AbortSignal): Promise<void> | undefined;
};
export declare function createRateGate(limit: number, perMs: number): RateGate;
