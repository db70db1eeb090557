import type { Check } from '../../core/check.ts';
import { hourMs, type Instant } from '../../core/instant.ts';
import { nameOf } from './check-wire.ts';
import type { Answer, Budget, Client } from './client.ts';

/** Undefined: there is no such check. */
export type Found = { readonly id: number | undefined };

export type Finder = {
  /** The check with this external id; one listing serves all checks of a commit and name. */
  id(check: Check): Promise<Answer<Found>>;
  /** Looks again, for a check that this process may just have created. */
  idAfterCreate(check: Check): Promise<Answer<Found>>;
};

type Listing = ReadonlyMap<string, number>;

/** GitHub keeps at most 1,000 checks of one name in a suite. */
const mostPages = 10;
const pageSize = 100;

/** A check is created soon after its run began; one that began this much earlier is older than ours can be. */
const createdWithinMs = 6 * hourMs;

export function newFinder(client: Client, budget: Budget, wanted: readonly Check[]): Finder {
  const listings = new Map<string, Answer<Listing>>();
  const groupOf = (check: Check) =>
    wanted.filter(({ commit, name }) => commit === check.commit && name === check.name);
  const lookUp = async (check: Check, checks: readonly Check[]): Promise<Answer<Listing>> => {
    const listing = await list(client, budget, checks);
    listings.set(keyOf(check), listing);
    return listing;
  };
  const found = (answer: Answer<Listing>, check: Check): Answer<Found> =>
    answer.kind === 'ok' ? { kind: 'ok', data: { id: answer.data.get(check.externalId) } } : answer;
  return {
    async id(check) {
      const known = listings.get(keyOf(check));
      return found(known ?? (await lookUp(check, groupOf(check))), check);
    },
    async idAfterCreate(check) {
      return found(await list(client, budget, [check]), check);
    },
  };
}

function keyOf({ commit, name }: Check): string {
  return `${commit} ${name}`;
}

/** External id → the first check run that has it. */
async function list(client: Client, budget: Budget, wanted: readonly Check[]): Promise<Answer<Listing>> {
  const [first] = wanted;
  const found = new Map<string, number>();
  if (first === undefined) return { kind: 'ok', data: found };
  const missing = new Set(wanted.map(({ externalId }) => externalId));
  const since = Math.min(...wanted.map(({ startedAt }) => startedAt)) as Instant;
  for (let page = 1; page <= mostPages; page += 1) {
    const answer = await listPage(client, budget, { check: first, page });
    if (answer.kind !== 'ok') return answer;
    const runs = answer.data.check_runs;
    for (const { id, name, external_id } of runs) {
      if (name !== nameOf(first) || external_id === null) continue;
      missing.delete(external_id);
      found.set(external_id, Math.min(Number(id), found.get(external_id) ?? Number(id)));
    }
    if (missing.size === 0 || runs.length < pageSize || isOlderThan(runs, since)) break;
  }
  return { kind: 'ok', data: found };
}

type ListedRun = { readonly id: number | bigint; readonly started_at: string | null };

/** Newest first, which GitHub does but does not promise, and all that follow are too old to be ours. */
function isOlderThan(runs: readonly ListedRun[], since: Instant): boolean {
  const isNewestFirst = runs.every(({ id }, index) => index === 0 || id < (runs[index - 1]?.id ?? 0));
  const startedAt = Date.parse(runs.at(-1)?.started_at ?? '');
  return isNewestFirst && startedAt < since - createdWithinMs;
}

function listPage(
  client: Client,
  budget: Budget,
  { check, page }: { readonly check: Check; readonly page: number },
) {
  return client.call({
    budget,
    isWrite: false,
    isRepeatable: true,
    permission: 'checks: write',
    send: (octokit, names, signal) =>
      octokit.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
        ...names,
        ref: check.commit,
        check_name: nameOf(check),
        filter: 'all',
        per_page: pageSize,
        page,
        request: { signal },
      }),
  });
}
