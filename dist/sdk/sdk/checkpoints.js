import { createHash } from 'node:crypto';
import { canonicalJson } from "../core/json.js";
import { messageOf } from "./errors.js";
import { isJson } from "./json-value.js";
/** A larger result belongs into a file or a bucket, and its address into the checkpoint. */
export const checkpointLimitBytes = 1024 * 1024;
const mostFailures = 3;
/** Keeps results of tasks between the attempts of a run. A store that fails costs repeated work, never the run. */
export function createCheckpoints({ store, flow, run, attempt, warn }) {
    const seen = new Map();
    const warned = new Set();
    let failures = 0;
    const warnOnce = (task, why) => {
        if (warned.has(task) || warned.size > 100)
            return;
        warned.add(task);
        warn(`Results of task ${JSON.stringify(task)} are not kept for a next attempt: ${why}.`);
    };
    const addressOf = ({ name, isShared }) => [segment(flow), isShared === true ? '_shared' : segment(run), `${name}.json`].join('/');
    const attempted = async (work) => {
        if (failures >= mostFailures)
            return undefined;
        try {
            return await work();
        }
        catch (error) {
            failures += 1;
            const end = failures === mostFailures ? ' It is not asked any more.' : '';
            warn(`The checkpoint store failed: ${messageOf(error)}.${end}`);
            return undefined;
        }
    };
    const fetch = async (place) => readRecord(await store.read(addressOf(place)), place.task);
    return {
        placeOf({ task, parent, key, inputs }) {
            const hasJson = isJson(inputs);
            if (parent === undefined || (key === undefined && !hasJson)) {
                if (parent !== undefined)
                    warnOnce(task, 'its inputs are no plain JSON values, and it has no option key');
                return undefined;
            }
            const base = digestOf([parent, task, key ?? null, hasJson ? inputs : null]);
            const order = seen.get(base) ?? 0;
            seen.set(base, order + 1);
            return { task, name: order === 0 ? base : `${base}-${order}` };
        },
        read(place) {
            // Nothing can be there before the first attempt has ended.
            if (attempt <= 1 && place.isShared !== true)
                return Promise.resolve(undefined);
            return attempted(() => fetch(place));
        },
        async keep(place, value) {
            const bytes = recordOf(place.task, value);
            if (typeof bytes === 'string') {
                warnOnce(place.task, bytes);
                return value;
            }
            const mode = place.isShared === true ? 'replace' : 'once';
            const winner = await attempted(async () => {
                const answer = await store.write(addressOf(place), bytes, mode);
                return answer === 'exists' ? fetch(place) : undefined;
            });
            return winner === undefined ? value : winner.value;
        },
    };
}
export function digestOf(parts) {
    return createHash('sha256').update(canonicalJson(parts)).digest('hex').slice(0, 40);
}
/** A name as a part of a path: nothing in it may lead elsewhere. */
function segment(name) {
    return encodeURIComponent(name).replaceAll('.', '%2E') || '_';
}
/** The bytes to keep, or why there are none. */
function recordOf(task, value) {
    if (value !== undefined && !isJson(value))
        return 'its result is no plain JSON value';
    const bytes = Buffer.from(JSON.stringify({ version: 1, task, at: Date.now(), value }));
    return bytes.length > checkpointLimitBytes
        ? `its result takes more than ${checkpointLimitBytes} bytes`
        : bytes;
}
/** What is damaged, of another task or of another version counts as not there. */
function readRecord(bytes, task) {
    if (bytes === undefined || bytes.length > checkpointLimitBytes * 2)
        return undefined;
    try {
        const record = JSON.parse(Buffer.from(bytes).toString('utf8'));
        if (typeof record !== 'object' || record === null)
            return undefined;
        if (Reflect.get(record, 'version') !== 1 || Reflect.get(record, 'task') !== task)
            return undefined;
        const at = Reflect.get(record, 'at');
        return { value: Reflect.get(record, 'value'), at: typeof at === 'number' ? at : 0 };
    }
    catch {
        return undefined;
    }
}
