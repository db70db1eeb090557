import type { Event } from '../core/event-format.ts';
import type { Frame, RunScope } from './frame.ts';
export type { Frame, RunScope, TaskFrame } from './frame.ts';
/**
 * Where the caller is. Outside of any flow, and in callbacks that nobody in a flow started (of a signal, for one), that
 * is the process itself.
 */
export declare function currentFrame(): Frame;
export declare function within<T>(frame: Frame, work: () => T): T;
export declare function frameOf(run: RunScope): Frame;
export declare function emit(run: RunScope, event: Event): void;
