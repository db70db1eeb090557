import type { Check } from '../../core/check.ts';
import type { Checks, CheckToPublish, PublishAnswer } from '../../ports.ts';
import { copyOf } from './copy.ts';
import type { Around } from './hook.ts';

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

export function checkList(): CheckList {
  const shown = new Map<string, Check>();
  let created = 0;
  const entries = (): readonly Shown[] => [...shown].map(([checkId, check]) => ({ checkId, check }));
  return {
    shown: entries,
    find: ({ name, commit, externalId }) =>
      entries().find(
        ({ check }) => check.name === name && check.commit === commit && check.externalId === externalId,
      ),
    has: (checkId) => shown.has(checkId),
    put(checkId, check) {
      if (checkId === undefined) created += 1;
      const id = checkId ?? String(created);
      shown.set(id, copyOf(check));
      return id;
    },
    remove: (checkId) => void shown.delete(checkId),
  };
}

/** An update is one request. What has no known id is looked for first, so it costs two. */
export function memoryChecks(list: CheckList, around: Around): Checks {
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
  };

  function publish({ check, checkId }: CheckToPublish): PublishAnswer {
    const id = checkId !== undefined && list.has(checkId) ? checkId : list.find(check)?.checkId;
    return { kind: 'published', checkId: list.put(id, check) };
  }
}
