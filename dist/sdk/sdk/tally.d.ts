import type { TaskOutcome, TaskTotal } from '../core/event-format.ts';
/** Calls of one task that get events of their own. Of further ones only those that go wrong do; the others are summed. */
export declare const mostToldCalls = 200;
/** Counts calls, so that a flow with a million of them neither floods its log nor grows. */
export type Tally = {
    nextId(): number;
    /** Whether this call of the task still gets events of its own. */
    tell(name: string): boolean;
    begin(): void;
    end(name: string, outcome: TaskOutcome, durationMs: number): void;
    /** Resolves when no call is under way. */
    idle(): Promise<void>;
    open(): number;
    totals(): readonly TaskTotal[];
};
export declare function createTally(): Tally;
