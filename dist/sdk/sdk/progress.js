import { currentFrame, emit } from "./scope.js";
const leastGapMs = 500;
const lastShown = new WeakMap();
const mostNames = 200;
/** Says how far the flow has come: `progress(30, 200)`, or of one of several things: `progress(30, 200, 'pages')`. */
export function progress(done, total, name = '') {
    const { run } = currentFrame();
    const shown = lastShown.get(run) ?? new Map();
    lastShown.set(run, shown);
    const now = Date.now();
    const isEnd = total !== undefined && done >= total;
    const last = shown.get(name);
    if (!isEnd && last !== undefined && now - last < leastGapMs)
        return;
    if (last !== undefined || shown.size < mostNames)
        shown.set(name, now);
    emit(run, { event: 'progress', name, done, ...(total === undefined ? {} : { total }) });
}
