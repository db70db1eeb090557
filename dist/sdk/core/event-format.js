/**
 * What a flow says about itself: one JSON object a line on standard output, starting with this text. No program prints
 * it by accident, it is not a workflow command of any CI, and CloudWatch Logs finds the fields of JSON lines by itself.
 */
export const eventMarker = '{"headgate":1,';
/**
 * Longer events travel in parts. Docker cuts the lines of most log drivers at 16 KiB; `awslogs` does at 256 KiB
 * (aws/shim-loggers-for-containerd), but a flow may log through another one.
 */
export const longestEventLineBytes = 15_000;
/** Of one event, all parts together. */
export const eventLimitBytes = 256 * 1024;
/** A flow that ends with this exit code asks for no further attempt: what is wrong would be wrong again. */
export const doNotRetryExitCode = 86;
export const imageMediaTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/svg+xml'];
/** `WARNING rows are missing expected=10 seen=7` */
export function logText({ level, message, fields = {} }) {
    const shown = Object.entries(fields).map(([name, value]) => {
        const isPlain = typeof value !== 'string' || /^[^\s"=]+$/.test(value);
        return ` ${name}=${typeof value === 'string' && isPlain ? value : JSON.stringify(value)}`;
    });
    return `${level.toUpperCase()} ${message}${shown.join('')}`;
}
export class EventTooLargeError extends Error {
    name = 'EventTooLargeError';
    constructor(what, bytes) {
        super(`The ${what} takes ${bytes} bytes; at most ${eventLimitBytes} are kept. Write it to a file or a bucket, and make a link artifact of its address.`);
    }
}
const encoder = new TextEncoder();
/** Units of a part: an escaped quote or backslash takes two bytes, any other UTF-16 unit at most three. */
const partUnits = 4_800;
/** The lines of an event, without line ends. `id` names it among the events of the attempt; used if it needs parts. */
export function encodeEvent(event, id) {
    const json = JSON.stringify(event);
    const line = `${eventMarker}${json.slice(1)}`;
    if (line.length * 3 <= longestEventLineBytes)
        return [line];
    const bytes = encoder.encode(line).length;
    if (bytes <= longestEventLineBytes)
        return [line];
    if (bytes > eventLimitBytes)
        throw new EventTooLargeError(describeEvent(event), bytes);
    const texts = slices(json);
    return texts.map((text, index) => `${eventMarker}"part":[${id},${index},${texts.length}],"text":${JSON.stringify(text)}}`);
}
function describeEvent(event) {
    return event.event === 'artifact'
        ? `artifact ${JSON.stringify(event.artifact.name)}`
        : `event ${event.event}`;
}
function slices(text) {
    const parts = [];
    for (let from = 0; from < text.length;) {
        const next = from + partUnits;
        const cutsPair = next < text.length && /[\uD800-\uDBFF]/.test(text[next - 1] ?? '');
        const to = cutsPair ? next - 1 : next;
        parts.push(text.slice(from, to));
        from = to;
    }
    return parts;
}
