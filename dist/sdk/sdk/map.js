import { MapError } from "./errors.js";
import { progress } from "./progress.js";
import { currentFrame } from "./scope.js";
import { wholeNumber } from "./task-options.js";
const usualConcurrency = 10;
const mostWorkers = 10_000;
/** Takes items only as fast as they are worked off, so that the input may be longer than memory. */
export async function mapItems(callItem, items, { name, concurrency = usualConcurrency, failFast = false }) {
    const { signal } = currentFrame();
    const take = takerOf(items);
    const total = Array.isArray(items) ? items.length : undefined;
    const settled = [];
    const failures = [];
    let done = 0;
    const work = async () => {
        while (!signal.aborted && !(failFast && failures.length > 0)) {
            const taken = take();
            const step = taken instanceof Promise ? await taken : taken;
            if (step === undefined)
                return;
            const { item, index } = step;
            try {
                settled[index] = { status: 'fulfilled', value: await callItem(item, index) };
            }
            catch (reason) {
                settled[index] = { status: 'rejected', reason };
                failures.push({ index, error: reason });
            }
            done += 1;
            if (done % 16 === 0 || done === total)
                progress(done, total, name);
        }
    };
    const workers = Array.from({ length: workersFor(concurrency, total) }, work);
    const broken = (await Promise.allSettled(workers)).find((worker) => worker.status === 'rejected');
    signal.throwIfAborted();
    if (broken !== undefined)
        throw broken.reason;
    return { settled, values: () => valuesOf(name, settled, failures) };
}
function workersFor(concurrency, total) {
    return Math.min(wholeNumber(concurrency, 'concurrency', 1), total ?? mostWorkers, mostWorkers);
}
function takerOf(items) {
    let index = 0;
    const number = (step) => step.done === true ? undefined : { item: step.value, index: index++ };
    if (Symbol.iterator in items) {
        const iterator = items[Symbol.iterator]();
        return () => number(iterator.next());
    }
    const iterator = items[Symbol.asyncIterator]();
    return () => iterator.next().then(number);
}
function valuesOf(name, settled, failures) {
    const values = Array.from(settled, (item) => (item?.status === 'fulfilled' ? item.value : undefined));
    if (failures.length === 0)
        return values;
    const inOrder = [...failures].sort((a, b) => a.index - b.index);
    throw new MapError(name, inOrder, values);
}
