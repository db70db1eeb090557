import { encodeEvent, logText } from "../core/event-format.js";
/** Above this much, lines are handed on at once. */
const keptUnits = 32 * 1024;
/** Marked JSON lines, gathered: thousands of small writes would cost more than the tasks that they tell of. */
export function lineSink(write) {
    let lines = [];
    let units = 0;
    let isScheduled = false;
    let nextId = 0;
    const flush = () => {
        if (lines.length === 0)
            return;
        const text = `${lines.join('\n')}\n`;
        lines = [];
        units = 0;
        write(text);
    };
    return {
        flush,
        emit(event) {
            nextId += 1;
            for (const line of encodeEvent(event, nextId)) {
                lines.push(line);
                units += line.length;
            }
            if (units > keptUnits)
                flush();
            else if (!isScheduled) {
                isScheduled = true;
                setImmediate(() => {
                    isScheduled = false;
                    flush();
                }).unref();
            }
        },
    };
}
/** For a flow or a task that somebody calls by hand: its log, and what went wrong. */
export function textSink(write) {
    return {
        flush() {
            // Nothing is kept back.
        },
        emit(event) {
            const text = personText(event);
            if (text !== undefined)
                write(`${text}\n`);
        },
    };
}
function personText(event) {
    if (event.event === 'log')
        return logText(event);
    if (event.event !== 'task-retrying')
        return undefined;
    const { name, attempt, delayMs, error } = event;
    return `WARNING task ${name} failed at try ${attempt}, next in ${delayMs} ms: ${error.message}`;
}
export function listSink(events) {
    return {
        flush() {
            // Nothing is kept back.
        },
        emit(event) {
            events.push(event);
        },
    };
}
