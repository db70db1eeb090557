import { digestOf } from "./checkpoints.js";
/** Beyond this many keys the oldest is forgotten. */
const mostKeys = 10_000;
export function createMemo(keyOf, expiresMs) {
    const known = new Map();
    const remember = (key, result) => {
        known.set(key, { result, until: Date.now() + (expiresMs ?? Number.POSITIVE_INFINITY) });
        const [oldest] = known.keys();
        if (known.size > mostKeys && oldest !== undefined)
            known.delete(oldest);
        result.catch(() => {
            if (known.get(key)?.result === result)
                known.delete(key);
        });
    };
    return {
        async share(call, finish) {
            const key = keyOf(...call.inputs);
            const before = known.get(key);
            if (before !== undefined && before.until > Date.now())
                return { isNew: false, value: (await before.result).value };
            const result = expiresMs === undefined ? finish() : acrossRuns(call, { key, expiresMs }, finish);
            remember(key, result);
            return result;
        },
    };
}
async function acrossRuns({ task, checkpoints }, { key, expiresMs }, finish) {
    if (checkpoints === undefined)
        return finish();
    const place = { name: digestOf([task, key]), task, isShared: true };
    const kept = await checkpoints.read(place);
    if (kept !== undefined && kept.at + expiresMs > Date.now())
        return { isNew: false, value: kept.value };
    const result = await finish();
    return { ...result, value: await checkpoints.keep(place, result.value) };
}
