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
    /** The last `limit` starts, promised ones among them; the oldest at `next`. */
    const starts = [];
    let next = 0;
    return {
        pass(signal) {
            const now = performance.now();
            const oldest = starts[next];
            const at = oldest === undefined ? now : Math.max(now, oldest + perMs);
            starts[next] = at;
            next = (next + 1) % limit;
            return at <= now ? undefined : wait(at - now, signal);
        },
    };
}
