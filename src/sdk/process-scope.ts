import { setMaxListeners } from 'node:events';
import { instantFromMs } from '../core/instant.ts';
import { createCheckpoints, type Store } from './checkpoints.ts';
import { directoryStore } from './directory-store.ts';
import type { RunScope } from './frame.ts';
import { takeOutput } from './output.ts';
import { s3Store } from './s3-store.ts';
import { lineSink, type Sink, textSink } from './sink.ts';
import { readSurroundings, type Surroundings } from './surroundings.ts';
import { createTally } from './tally.ts';

/** Aborts when the process is asked to end. */
export const processStop = new AbortController();
setMaxListeners(0, processStop.signal);

/** What the environment says: an attempt of a run, or code that somebody calls by hand or in a test. */
export function openProcessScope(): RunScope {
  const surroundings = readSurroundings(process.env);
  const { isRun, parameters, slot } = surroundings;
  const sink = isRun ? runSink() : textSink((text) => void process.stdout.write(text));
  const checkpoints = isRun ? checkpointsOf(surroundings, sink) : undefined;
  return { sink, parameters, slot, signal: processStop.signal, checkpoints, tally: createTally() };
}

function runSink(): Sink {
  const output = takeOutput();
  const sink = lineSink(output.write);
  output.beforeOthers(sink.flush);
  process.on('exit', sink.flush);
  return sink;
}

function checkpointsOf({ checkpoints, flow, run, attempt }: Surroundings, sink: Sink) {
  if (checkpoints === undefined) return undefined;
  const warn = (message: string): void =>
    sink.emit({ at: instantFromMs(Date.now()), event: 'log', level: 'warning', message });
  return createCheckpoints({ store: storeAt(checkpoints), flow, run, attempt, warn });
}

function storeAt(place: string): Store {
  return place.startsWith('s3://') ? s3Store(place) : directoryStore(place);
}
