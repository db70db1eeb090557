import { type Checkpoints, digestOf } from './checkpoints.ts';

type Result = { readonly isNew: boolean; readonly value: unknown };

type MemoCall = {
  readonly task: string;
  readonly inputs: readonly unknown[];
  readonly checkpoints: Checkpoints | undefined;
};

/** Results that calls of the same key share. */
export type Memo = {
  share(call: MemoCall, finish: () => Promise<Result>): Promise<Result>;
};

/** Beyond this many keys the oldest is forgotten. */
const mostKeys = 10_000;

export function createMemo(keyOf: (...inputs: unknown[]) => string, expiresMs: number | undefined): Memo {
  const known = new Map<string, { readonly result: Promise<Result>; readonly until: number }>();
  const remember = (key: string, result: Promise<Result>): void => {
    known.set(key, { result, until: Date.now() + (expiresMs ?? Number.POSITIVE_INFINITY) });
    const [oldest] = known.keys();
    if (known.size > mostKeys && oldest !== undefined) known.delete(oldest);
    result.catch(() => {
      if (known.get(key)?.result === result) known.delete(key);
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

type Lasting = { readonly key: string; readonly expiresMs: number };

async function acrossRuns(
  { task, checkpoints }: MemoCall,
  { key, expiresMs }: Lasting,
  finish: () => Promise<Result>,
): Promise<Result> {
  if (checkpoints === undefined) return finish();
  const place = { name: digestOf([task, key]), task, isShared: true } as const;
  const kept = await checkpoints.read(place);
  if (kept !== undefined && kept.at + expiresMs > Date.now()) return { isNew: false, value: kept.value };
  const result = await finish();
  return { ...result, value: await checkpoints.keep(place, result.value) };
}
