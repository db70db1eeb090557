import { currentFrame, emit, type RunScope } from './scope.ts';

const leastGapMs = 500;
const lastShown = new WeakMap<RunScope, Map<string, number>>();
const mostNames = 200;

/** Says how far the flow has come: `progress(30, 200)`, or of one of several things: `progress(30, 200, 'pages')`. */
export function progress(done: number, total?: number, name = ''): void {
  const { run } = currentFrame();
  const shown = lastShown.get(run) ?? new Map<string, number>();
  lastShown.set(run, shown);
  const now = Date.now();
  const isEnd = total !== undefined && done >= total;
  const last = shown.get(name);
  if (!isEnd && last !== undefined && now - last < leastGapMs) return;
  if (last !== undefined || shown.size < mostNames) shown.set(name, now);
  emit(run, { event: 'progress', name, done, ...(total === undefined ? {} : { total }) });
}
