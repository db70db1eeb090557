import type { Check } from '../../core/check.ts';
import { hourMs, type Instant } from '../../core/instant.ts';
import { type CheckId, restId } from './check-id.ts';
import { nameOf } from './check-wire.ts';
import type { Answer, Budget, Client } from './client.ts';

/** Undefined: there is no such check. */
export type Found = { readonly id: CheckId | undefined };

export type Finder = {
  /** The check with this external id. One listing serves all checks of a commit and name, or of a commit. */
  id(check: Check): Promise<Answer<Found>>;
  /** Looks again, for a check that this process may just have created. */
  idAfterCreate(check: Check): Promise<Answer<Found>>;
  /** A check that this token cannot change is no find any more. */
  giveUp(id: number): void;
};

/** What was found of the checks that were wanted, the oldest first; `isWhole`: what was not found is not there. */
type Listing = { readonly found: ReadonlyMap<string, readonly CheckId[]>; readonly isWhole: boolean };

/** GitHub keeps at most 1,000 checks of one name in a suite. */
const mostPages = 10;
const pageSize = 100;

/** More names than this on one commit are listed together: as many requests as there are pages, not names. */
const mostNames = 3;
/** All checks of a commit may be any number: with more pages than this, names are asked one by one after all. */
const mostCommonPages = 5;

/** A check is created soon after its run began; one that began this much earlier is older than ours can be. */
const createdWithinMs = 6 * hourMs;

export function newFinder(client: Client, budget: Budget, wanted: readonly Check[]): Finder {
  const listings = new Map<string, Answer<Listing>>();
  const givenUp = new Set<number>();
  const list = async (key: string, request: ListRequest): Promise<Answer<Listing>> => {
    const listing = listings.get(key) ?? (await listChecks(client, budget, request));
    listings.set(key, listing);
    return listing;
  };
  const with_ = (check: Check, others: readonly Check[]) => [check, ...others.filter((one) => one !== check)];
  return {
    async id(check) {
      const onCommit = with_(
        check,
        wanted.filter(({ commit }) => commit === check.commit),
      );
      if (new Set(onCommit.map(({ name }) => name)).size > mostNames) {
        const request = { wanted: onCommit, isNamed: false, mostPages: mostCommonPages };
        const answer = foundIn(await list(check.commit, request), check, givenUp);
        if (answer !== undefined) return answer;
      }
      const namesakes = onCommit.filter(({ name }) => name === check.name);
      const request = { wanted: namesakes, isNamed: true, mostPages };
      const answer = foundIn(await list(`${check.commit} ${check.name}`, request), check, givenUp);
      return answer ?? { kind: 'ok', data: { id: undefined } };
    },
    async idAfterCreate(check) {
      const request = { wanted: [check], isNamed: true, mostPages };
      const answer = foundIn(await listChecks(client, budget, request), check, givenUp);
      return answer ?? { kind: 'ok', data: { id: undefined } };
    },
    giveUp: (id) => void givenUp.add(id),
  };
}

/** Undefined: the listing does not say. */
function foundIn(
  answer: Answer<Listing>,
  { externalId }: Check,
  givenUp: ReadonlySet<number>,
): Answer<Found> | undefined {
  if (answer.kind !== 'ok') return answer;
  const id = answer.data.found.get(externalId)?.find(({ number }) => !givenUp.has(number));
  return id === undefined && !answer.data.isWhole ? undefined : { kind: 'ok', data: { id } };
}

type ListRequest = {
  /** All of one commit; if `isNamed`, also of one name. */
  readonly wanted: readonly Check[];
  readonly isNamed: boolean;
  readonly mostPages: number;
};

/** External id → the check runs that have it. */
async function listChecks(client: Client, budget: Budget, request: ListRequest): Promise<Answer<Listing>> {
  const { wanted, isNamed } = request;
  const [first] = wanted;
  const found = new Map<string, readonly CheckId[]>();
  if (first === undefined) return { kind: 'ok', data: { found, isWhole: true } };
  const missing = new Map(wanted.map((check) => [check.externalId, nameOf(check)]));
  const names = new Map(missing);
  const since = Math.min(...wanted.map(({ startedAt }) => startedAt)) as Instant;
  for (let page = 1; page <= request.mostPages; page += 1) {
    const answer = await listPage(client, budget, { check: first, page, isNamed });
    if (answer.kind !== 'ok') return answer;
    const runs = answer.data.check_runs;
    for (const run of runs) {
      if (run.external_id === null || names.get(run.external_id) !== run.name) continue;
      missing.delete(run.external_id);
      const known = found.get(run.external_id) ?? [];
      found.set(
        run.external_id,
        [...known, restId(run)].sort((a, b) => a.number - b.number),
      );
    }
    if (missing.size === 0 || runs.length < pageSize || isOlderThan(runs, since))
      return { kind: 'ok', data: { found, isWhole: true } };
  }
  return { kind: 'ok', data: { found, isWhole: false } };
}

type ListedRun = { readonly id: number | bigint; readonly started_at: string | null };

/** Newest first, which GitHub does but does not promise, and all that follow are too old to be ours. */
function isOlderThan(runs: readonly ListedRun[], since: Instant): boolean {
  const isNewestFirst = runs.every(({ id }, index) => index === 0 || id < (runs[index - 1]?.id ?? 0));
  const startedAt = Date.parse(runs.at(-1)?.started_at ?? '');
  return isNewestFirst && startedAt < since - createdWithinMs;
}

type PageRequest = { readonly check: Check; readonly page: number; readonly isNamed: boolean };

function listPage(client: Client, budget: Budget, { check, page, isNamed }: PageRequest) {
  return client.call({
    budget,
    isWrite: false,
    isRepeatable: true,
    permission: 'checks: write',
    send: (octokit, names, signal) =>
      octokit.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
        ...names,
        ref: check.commit,
        ...(isNamed ? { check_name: nameOf(check) } : {}),
        filter: 'all',
        per_page: pageSize,
        page,
        request: { signal },
      }),
  });
}
