import { wait } from "./wait.js";
export function createSemaphore(limit) {
    let active = 0;
    const waiting = new Set();
    return {
        enter(signal) {
            if (active < limit) {
                active += 1;
                return undefined;
            }
            return new Promise((resolve, reject) => {
                const letIn = () => {
                    signal.removeEventListener('abort', giveUp);
                    resolve();
                };
                const giveUp = () => {
                    waiting.delete(letIn);
                    reject(signal.reason);
                };
                waiting.add(letIn);
                signal.addEventListener('abort', giveUp, { once: true });
            });
        },
        leave() {
            const [next] = waiting;
            if (next === undefined)
                active -= 1;
            else {
                waiting.delete(next);
                next();
            }
        },
    };
}
export function createRateGate(limit, perMs) {
    /** The last `limit` starts, those to come among them; the oldest at `next`. */
    const starts = [];
    let next = 0;
    return {
        pass(signal) {
            const now = performance.now();
            const before = starts[next];
            const own = { at: before === undefined ? now : Math.max(now, before.at + perMs) };
            starts[next] = own;
            next = (next + 1) % limit;
            return before === undefined || own.at <= now ? undefined : startAfter(before, own, { perMs, signal });
        },
    };
}
/** On a busy machine timers are late: the time until this start counts from when the other one really was. */
async function startAfter(before, own, { perMs, signal }) {
    for (let leftMs = own.at - performance.now(); leftMs > 0; leftMs = before.at + perMs - performance.now())
        await wait(leftMs, signal);
    own.at = performance.now();
}
