/** Calls of one task that get events of their own. Of further ones only those that go wrong do; the others are summed. */
export const mostToldCalls = 200;
export function createTally() {
    const tasks = new Map();
    let id = 0;
    let open = 0;
    let whenIdle;
    const sumsOf = (name) => {
        const known = tasks.get(name);
        if (known !== undefined)
            return known;
        const sums = { told: 0, succeeded: 0, failed: 0, restored: 0, totalMs: 0 };
        tasks.set(name, sums);
        return sums;
    };
    return {
        nextId: () => (id += 1),
        tell(name) {
            const sums = sumsOf(name);
            sums.told += 1;
            return sums.told <= mostToldCalls;
        },
        begin() {
            open += 1;
        },
        end(name, outcome, durationMs) {
            open -= 1;
            const sums = sumsOf(name);
            sums[outcome === 'succeeded' || outcome === 'restored' ? outcome : 'failed'] += 1;
            sums.totalMs += durationMs;
            if (open === 0)
                whenIdle?.();
        },
        idle: () => open === 0
            ? Promise.resolve()
            : new Promise((resolve) => {
                whenIdle = resolve;
            }),
        open: () => open,
        totals: () => [...tasks].map(([name, { told: _, totalMs, ...sums }]) => ({
            name,
            ...sums,
            totalMs: Math.round(totalMs),
        })),
    };
}
