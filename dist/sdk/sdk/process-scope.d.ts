import type { RunScope } from './frame.ts';
/** Aborts when the process is asked to end. */
export declare const processStop: AbortController;
/** What the environment says: an attempt of a run, or code that somebody calls by hand or in a test. */
export declare function openProcessScope(): RunScope;
