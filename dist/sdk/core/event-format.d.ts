import type { Instant } from './instant.ts';
import type { JsonObject } from './json.ts';
/**
 * What a flow says about itself: one JSON object a line on standard output, starting with this text. No program prints
 * it by accident, it is not a workflow command of any CI, and CloudWatch Logs finds the fields of JSON lines by itself.
 */
export declare const eventMarker = "{\"headgate\":1,";
/**
 * Longer events travel in parts. Docker cuts the lines of most log drivers at 16 KiB; `awslogs` does at 256 KiB
 * (aws/shim-loggers-for-containerd), but a flow may log through another one.
 */
export declare const longestEventLineBytes = 15000;
/** Of one event, all parts together. */
export declare const eventLimitBytes: number;
/** A flow that ends with this exit code asks for no further attempt: what is wrong would be wrong again. */
export declare const doNotRetryExitCode = 86;
export type LogLevel = 'debug' | 'info' | 'warning' | 'error';
export type EventError = {
    readonly name: string;
    readonly message: string;
    readonly stack?: string;
};
export type Cell = string | number | boolean | null;
/** What a flow wants people to see beside its log. The same name again replaces the earlier one. */
export type Artifact = {
    readonly kind: 'markdown';
    readonly name: string;
    readonly text: string;
} | {
    readonly kind: 'table';
    readonly name: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly Cell[])[];
} | {
    readonly kind: 'link';
    readonly name: string;
    readonly url: string;
    readonly text?: string;
} | {
    readonly kind: 'image';
    readonly name: string;
    readonly alt: string;
    readonly source: ImageSource;
};
export type ImageSource = {
    readonly kind: 'url';
    readonly url: string;
} | {
    readonly kind: 'data';
    readonly mediaType: ImageMediaType;
    readonly base64: string;
};
export declare const imageMediaTypes: readonly ["image/png", "image/jpeg", "image/gif", "image/svg+xml"];
export type ImageMediaType = (typeof imageMediaTypes)[number];
/** `restored`: its result came from a checkpoint or a cache; it was not run again. */
export type TaskOutcome = 'succeeded' | 'failed' | 'timed-out' | 'cancelled' | 'restored';
export type FlowOutcome = 'succeeded' | 'failed' | 'cancelled';
/** Sums of all calls of one task, among them those that had no events of their own. */
export type TaskTotal = {
    readonly name: string;
    readonly succeeded: number;
    readonly failed: number;
    readonly restored: number;
    readonly totalMs: number;
};
type TaskFacts = {
    /** Names the call within its attempt. */
    readonly task: number;
    readonly name: string;
    readonly key?: string;
    /** The call within which it was made. */
    readonly parent?: number;
};
export type Progress = {
    readonly name: string;
    readonly done: number;
    readonly total?: number;
};
export type Event = {
    readonly at?: Instant;
} & ({
    readonly event: 'flow-started';
} | {
    readonly event: 'flow-ended';
    readonly outcome: FlowOutcome;
    readonly error?: EventError;
} | ({
    readonly event: 'task-started';
} & TaskFacts) | ({
    readonly event: 'task-retrying';
    /** The try that failed. */
    readonly attempt: number;
    readonly delayMs: number;
    readonly error: EventError;
} & TaskFacts) | ({
    readonly event: 'task-ended';
    readonly outcome: TaskOutcome;
    readonly attempt: number;
    readonly durationMs: number;
    readonly error?: EventError;
} & TaskFacts) | {
    readonly event: 'task-totals';
    readonly totals: readonly TaskTotal[];
} | {
    readonly event: 'log';
    readonly level: LogLevel;
    readonly message: string;
    readonly fields?: JsonObject;
} | {
    readonly event: 'artifact';
    readonly artifact: Artifact;
} | ({
    readonly event: 'progress';
} & Progress));
/** `WARNING rows are missing expected=10 seen=7` */
export declare function logText({ level, message, fields }: Extract<Event, {
    event: 'log';
}>): string;
export declare class EventTooLargeError extends Error {
    readonly name = "EventTooLargeError";
    constructor(what: string, bytes: number);
}
/** The lines of an event, without line ends. `id` names it among the events of the attempt; used if it needs parts. */
export declare function encodeEvent(event: Event, id: number): readonly string[];
export {};
