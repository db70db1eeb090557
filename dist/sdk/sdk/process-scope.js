import { setMaxListeners } from 'node:events';
import { instantFromMs } from "../core/instant.js";
import { createCheckpoints } from "./checkpoints.js";
import { directoryStore } from "./directory-store.js";
import { takeOutput } from "./output.js";
import { s3Store } from "./s3-store.js";
import { lineSink, textSink } from "./sink.js";
import { readSurroundings } from "./surroundings.js";
import { createTally } from "./tally.js";
/** Aborts when the process is asked to end. */
export const processStop = new AbortController();
setMaxListeners(0, processStop.signal);
/** What the environment says: an attempt of a run, or code that somebody calls by hand or in a test. */
export function openProcessScope() {
    const surroundings = readSurroundings(process.env);
    const { isRun, parameters, slot } = surroundings;
    const sink = isRun ? runSink() : textSink((text) => void process.stdout.write(text));
    const checkpoints = isRun ? checkpointsOf(surroundings, sink) : undefined;
    return { sink, parameters, slot, signal: processStop.signal, checkpoints, tally: createTally() };
}
function runSink() {
    const output = takeOutput();
    const sink = lineSink(output.write);
    output.beforeOthers(sink.flush);
    process.on('exit', sink.flush);
    return sink;
}
function checkpointsOf({ checkpoints, flow, run, attempt }, sink) {
    if (checkpoints === undefined)
        return undefined;
    const warn = (message) => sink.emit({ at: instantFromMs(Date.now()), event: 'log', level: 'warning', message });
    return createCheckpoints({ store: storeAt(checkpoints), flow, run, attempt, warn });
}
function storeAt(place) {
    return place.startsWith('s3://') ? s3Store(place) : directoryStore(place);
}
