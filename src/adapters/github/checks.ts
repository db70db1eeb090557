import type { Check } from '../../core/check.ts';
import type { Checks, CheckToPublish, Clock } from '../../ports.ts';
import { publishMany } from './batch.ts';
import { parseCheckId } from './check-id.ts';
import { type Budget, type GithubOptions, githubClient } from './client.ts';
import { newFinder } from './find-checks.ts';
import { graphqlOf } from './graphql.ts';
import { readChecks } from './read-checks.ts';
import { type Desk, publishOne, type Wanted } from './rest-checks.ts';

/** REST does as many checks without asking for anything else; more go by GraphQL, ten in a request. */
const mostByRest = 3;

/** The check runs of a repository. A run's check is found by its external id before it is created, so it exists once. */
export function githubChecks(options: GithubOptions): Checks {
  const client = githubClient(options);
  const graphql = graphqlOf({ client, url: options.graphqlUrl ?? graphqlUrlOf(options.apiUrl) });
  return {
    async publish(checks, requests) {
      const wanted = checks.map((one) => wantedOf(one, options.clock));
      const budget: Budget = { left: requests };
      const find = newFinder(client, budget, checksToFind(wanted));
      const desk: Desk = { client, budget, find, clock: options.clock };
      if (wanted.length > mostByRest) return publishMany(desk, graphql, wanted);
      const answers = [];
      for (const one of wanted) answers.push(await publishOne(desk, one));
      return answers;
    },
    read: (checkIds) => readChecks(graphql, checkIds),
  };
}

/** GitHub Enterprise Server has `/api/v3` and `/api/graphql`. */
function graphqlUrlOf(apiUrl: string): string {
  return `${apiUrl.replace(/\/v3\/?$/, '').replace(/\/$/, '')}/graphql`;
}

function wantedOf({ check, checkId, createBefore }: CheckToPublish, clock: Clock): Wanted {
  const id = checkId === undefined ? undefined : parseCheckId(checkId);
  return {
    check,
    ...(id === undefined ? {} : { id }),
    mayCreate: () => createBefore === undefined || (createBefore !== 'never' && clock.now() < createBefore),
  };
}

function checksToFind(wanted: readonly Wanted[]): readonly Check[] {
  return wanted.filter(({ id }) => id === undefined).map(({ check }) => check);
}
