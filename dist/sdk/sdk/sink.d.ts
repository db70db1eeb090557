import { type Event } from '../core/event-format.ts';
/** Where events go: lines for Headgate, text for a person, or a list for a test. */
export type Sink = {
    emit(event: Event): void;
    /** Hands everything on that was kept back for the sake of speed. */
    flush(): void;
};
/** Marked JSON lines, gathered: thousands of small writes would cost more than the tasks that they tell of. */
export declare function lineSink(write: (text: string) => void): Sink;
/** For a flow or a task that somebody calls by hand: its log, and what went wrong. */
export declare function textSink(write: (text: string) => void): Sink;
export declare function listSink(events: Event[]): Sink;
