import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../core/json.ts';
import { messageOf } from './errors.ts';
import { isJson } from './json-value.ts';

/** Bytes by name. Both a directory and a bucket can do this without two writers ever mixing. */
export type Store = {
  read(name: string): Promise<Uint8Array | undefined>;
  /** `once`: the first writer wins, and a later one gets `exists`. */
  write(name: string, bytes: Uint8Array, mode: 'once' | 'replace'): Promise<'written' | 'exists'>;
};

/** Where one result is kept. */
export type Place = {
  readonly name: string;
  readonly task: string;
  /** Kept for all runs of the flow, not for this run alone. */
  readonly isShared?: boolean;
};

type CallFacts = {
  readonly task: string;
  /** The path of the task that makes the call; undefined if that cannot be named. */
  readonly parent: string | undefined;
  readonly key: string | undefined;
  readonly inputs: readonly unknown[];
};

export type Checkpoints = {
  /** The same call of every attempt gets the same place; undefined if its result cannot be kept. */
  placeOf(call: CallFacts): Place | undefined;
  /** What an earlier attempt kept there. */
  read(place: Place): Promise<{ readonly value: unknown; readonly at: number } | undefined>;
  /** Keeps the value, and gives the one that counts: another attempt at the same time may have been first. */
  keep(place: Place, value: unknown): Promise<unknown>;
};

export type CheckpointsOf = {
  readonly store: Store;
  readonly flow: string;
  readonly run: string;
  readonly attempt: number;
  readonly warn: (message: string) => void;
};

/** A larger result belongs into a file or a bucket, and its address into the checkpoint. */
export const checkpointLimitBytes = 1024 * 1024;
const mostFailures = 3;

/** Keeps results of tasks between the attempts of a run. A store that fails costs repeated work, never the run. */
export function createCheckpoints({ store, flow, run, attempt, warn }: CheckpointsOf): Checkpoints {
  const seen = new Map<string, number>();
  const warned = new Set<string>();
  let failures = 0;
  const warnOnce = (task: string, why: string): void => {
    if (warned.has(task) || warned.size > 100) return;
    warned.add(task);
    warn(`Results of task ${JSON.stringify(task)} are not kept for a next attempt: ${why}.`);
  };
  const addressOf = ({ name, isShared }: Place): string =>
    [segment(flow), isShared === true ? '_shared' : segment(run), `${name}.json`].join('/');
  const attempted = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (failures >= mostFailures) return undefined;
    try {
      return await work();
    } catch (error) {
      failures += 1;
      const end = failures === mostFailures ? ' It is not asked any more.' : '';
      warn(`The checkpoint store failed: ${messageOf(error)}.${end}`);
      return undefined;
    }
  };
  const fetch = async (place: Place) => readRecord(await store.read(addressOf(place)), place.task);
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
      if (attempt <= 1 && place.isShared !== true) return Promise.resolve(undefined);
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

export function digestOf(parts: Json): string {
  return createHash('sha256').update(canonicalJson(parts)).digest('hex').slice(0, 40);
}

/** A name as a part of a path: nothing in it may lead elsewhere. */
function segment(name: string): string {
  return encodeURIComponent(name).replaceAll('.', '%2E') || '_';
}

/** The bytes to keep, or why there are none. */
function recordOf(task: string, value: unknown): Uint8Array | string {
  if (value !== undefined && !isJson(value)) return 'its result is no plain JSON value';
  const bytes = Buffer.from(JSON.stringify({ version: 1, task, at: Date.now(), value }));
  return bytes.length > checkpointLimitBytes
    ? `its result takes more than ${checkpointLimitBytes} bytes`
    : bytes;
}

/** What is damaged, of another task or of another version counts as not there. */
function readRecord(bytes: Uint8Array | undefined, task: string) {
  if (bytes === undefined || bytes.length > checkpointLimitBytes * 2) return undefined;
  try {
    const record: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    if (typeof record !== 'object' || record === null) return undefined;
    if (Reflect.get(record, 'version') !== 1 || Reflect.get(record, 'task') !== task) return undefined;
    const at: unknown = Reflect.get(record, 'at');
    return { value: Reflect.get(record, 'value') as unknown, at: typeof at === 'number' ? at : 0 };
  } catch {
    return undefined;
  }
}
