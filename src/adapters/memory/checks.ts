import type { Check, CheckStatus } from '../../core/check.ts';
import type { CheckSaying, Checks, CheckToPublish, PublishAnswer } from '../../ports.ts';
import type { Time } from './clock.ts';
import { copyOf } from './copy.ts';
import type { Around } from './hook.ts';
import type { Shelf } from './shelf.ts';

export type Shown = { readonly checkId: string; readonly check: Check };

/** The check list of a repository. */
export type CheckList = {
  /** In the order of their creation. */
  shown(): readonly Shown[];
  find(check: Check): Shown | undefined;
  has(checkId: string): boolean;
  put(checkId: string | undefined, check: Check): string;
  /** Somebody deletes it, with the workflow run that it hung in. */
  remove(checkId: string): void;
};

export function checkList(shelf: Shelf): CheckList {
  const shown = shelf.map<string, Check>();
  const count = shelf.fields({ created: 0 });
  const entries = (): readonly Shown[] => [...shown].map(([checkId, check]) => ({ checkId, check }));
  return {
    shown: entries,
    find: ({ name, commit, externalId }) =>
      entries().find(
        ({ check }) => check.name === name && check.commit === commit && check.externalId === externalId,
      ),
    has: (checkId) => shown.has(checkId),
    put(checkId, check) {
      if (checkId === undefined) count.created += 1;
      const id = checkId ?? String(count.created);
      // What it hangs on, and by which name, is settled when it is created.
      const { name, commit, externalId } = shown.get(id) ?? check;
      shown.set(id, copyOf({ ...check, name, commit, externalId }));
      return id;
    },
    remove: (checkId) => void shown.delete(checkId),
  };
}

function sayingOf(status: CheckStatus): CheckSaying {
  return status.kind === 'completed' ? status.conclusion : 'open';
}

export type CheckContext = { readonly time: Time; readonly around: Around };

/**
 * An update is one request. What has no known id is looked for first, so it costs two; between the two another process
 * may do the same, as with GitHub, and then there are two checks of one run.
 */
export function memoryChecks(list: CheckList, { time, around }: CheckContext): Checks {
  return {
    publish: (checks, budget) =>
      around('publish', async () => {
        let left = budget;
        const answers: PublishAnswer[] = [];
        for (const item of checks) {
          const cost = item.checkId !== undefined && list.has(item.checkId) ? 1 : 2;
          if (cost > left) answers.push({ kind: 'deferred', reason: 'The budget of requests is used up.' });
          else {
            left -= cost;
            answers.push(await around('publish-one', () => publish(item)));
          }
        }
        return answers;
      }),
    read: (checkIds) =>
      around('read', () => {
        const statuses = new Map(list.shown().map(({ checkId, check }) => [checkId, check.status]));
        return new Map(
          checkIds.flatMap((checkId) => {
            const status = statuses.get(checkId);
            return status === undefined ? [] : [[checkId, sayingOf(status)] as const];
          }),
        );
      }),
  };

  async function publish({ check, checkId, createBefore }: CheckToPublish): Promise<PublishAnswer> {
    const known = checkId !== undefined && list.has(checkId) ? checkId : undefined;
    if (known !== undefined) return { kind: 'published', checkId: list.put(known, check) };
    const found = await around('find-one', () => list.find(check)?.checkId);
    if (found !== undefined) return { kind: 'published', checkId: list.put(found, check) };
    if (createBefore === 'never' || (createBefore !== undefined && time.now() >= createBefore))
      return { kind: 'gone', what: 'check', reason: 'there is no such check' };
    return { kind: 'published', checkId: await around('create-one', () => list.put(undefined, check)) };
  }
}
