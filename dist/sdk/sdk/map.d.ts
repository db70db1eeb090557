export type MapOptions = {
    /** How many items are under way at once; the task's own limit, or 10, if left out. */
    readonly concurrency?: number;
    /** `true`: begin no further item once one has failed. */
    readonly failFast?: boolean;
};
export type Settled<R> = {
    readonly status: 'fulfilled';
    readonly value: R;
} | {
    readonly status: 'rejected';
    readonly reason: unknown;
};
export type Mapped<R> = {
    readonly settled: Settled<R>[];
    values(): R[];
};
type MapRequest = {
    readonly name: string;
    readonly concurrency?: number | undefined;
    readonly failFast?: boolean;
};
/** Takes items only as fast as they are worked off, so that the input may be longer than memory. */
export declare function mapItems<T, R>(callItem: (item: T, index: number) => Promise<R>, items: Iterable<T> | AsyncIterable<T>, { name, concurrency, failFast }: MapRequest): Promise<Mapped<R>>;
export {};
