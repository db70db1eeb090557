import { isError } from "./errors.js";
const deepest = 6;
const mostItems = 1_000;
/** Any value as JSON that says as much as possible about it. Never throws. */
export function jsonOf(value, depth = 0) {
    switch (typeof value) {
        case 'string':
        case 'boolean':
            return value;
        case 'number':
            return Number.isFinite(value) ? value : String(value);
        case 'object':
            return value === null ? null : objectOf(value, depth);
        default:
            return String(value);
    }
}
function objectOf(value, depth) {
    if (isError(value))
        return `${value.name}: ${value.message}`;
    if (value instanceof Date)
        return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
    if (depth >= deepest)
        return '…';
    try {
        if (Array.isArray(value))
            return value.slice(0, mostItems).map((item) => jsonOf(item, depth + 1));
        if (value instanceof Map || value instanceof Set)
            return jsonOf([...value], depth);
        return fieldsOf(value, depth);
    }
    catch (error) {
        return `unreadable: ${String(error)}`;
    }
}
export function fieldsOf(value, depth = 0) {
    const entries = Object.entries(value).slice(0, mostItems);
    return Object.fromEntries(entries.filter(([, item]) => item !== undefined).map(([name, item]) => [name, jsonOf(item, depth + 1)]));
}
/** Whether JSON keeps the value whole, so that reading it back gives the same. */
export function isJson(value, depth = 0) {
    if (value === null || typeof value === 'string' || typeof value === 'boolean')
        return true;
    if (typeof value === 'number')
        return Number.isFinite(value) && !Object.is(value, -0);
    if (typeof value !== 'object' || depth > 100)
        return false;
    if (Array.isArray(value))
        return value.every((item) => isJson(item, depth + 1));
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null)
        return false;
    return Reflect.ownKeys(value).every((key) => typeof key === 'string' && key !== '__proto__' && isJson(Reflect.get(value, key), depth + 1));
}
