import { fieldsOf } from "./json-value.js";
import { currentFrame, emit } from "./scope.js";
const levels = ['debug', 'info', 'warning', 'error'];
const longestMessage = 8_000;
const mostFieldUnits = 60_000;
/** Messages with structured fields. `LOG_LEVEL` (debug, info, warning, error; info if not set) says from which level on. */
export const log = {
    debug: (message, fields) => write('debug', message, fields),
    info: (message, fields) => write('info', message, fields),
    warn: (message, fields) => write('warning', message, fields),
    error: (message, fields) => write('error', message, fields),
};
function write(level, message, fields) {
    if (levels.indexOf(level) < leastLevel())
        return;
    const text = String(message).slice(0, longestMessage);
    const event = { event: 'log', level, message: text };
    emit(currentFrame().run, fields === undefined ? event : { ...event, fields: boundedFields(fields) });
}
function leastLevel() {
    const wanted = (process.env['LOG_LEVEL'] ?? 'info').toLowerCase();
    const index = levels.indexOf(wanted === 'warn' ? 'warning' : wanted);
    return index === -1 ? 1 : index;
}
/** A log call never fails: fields that are too large are named instead of shown. */
function boundedFields(fields) {
    const json = fieldsOf(fields);
    const units = JSON.stringify(json).length;
    if (units <= mostFieldUnits)
        return json;
    return { leftOut: Object.keys(json).slice(0, 20).join(', ').slice(0, longestMessage) };
}
