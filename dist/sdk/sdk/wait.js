/** Waits, but no longer than the signal lets it: an abort rejects with its reason. */
export function wait(ms, signal) {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
        const stop = () => {
            clearTimeout(timer);
            reject(signal.reason);
        };
        const timer = setTimeout(() => {
            signal.removeEventListener('abort', stop);
            resolve();
        }, ms);
        signal.addEventListener('abort', stop, { once: true });
    });
}
