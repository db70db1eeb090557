import { AsyncLocalStorage } from 'node:async_hooks';
import { instantFromMs } from "../core/instant.js";
import { openProcessScope } from "./process-scope.js";
const frames = new AsyncLocalStorage();
let processFrame;
/**
 * Where the caller is. Outside of any flow, and in callbacks that nobody in a flow started (of a signal, for one), that
 * is the process itself.
 */
export function currentFrame() {
    const frame = frames.getStore();
    if (frame !== undefined)
        return frame;
    processFrame ??= frameOf(openProcessScope());
    return processFrame;
}
export function within(frame, work) {
    return frames.run(frame, work);
}
export function frameOf(run) {
    return { run, signal: run.signal };
}
export function emit(run, event) {
    run.sink.emit({ at: instantFromMs(Date.now()), ...event });
}
