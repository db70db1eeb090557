import type { CheckConclusion } from '../../core/check.ts';
import type { CheckSaying } from '../../ports.ts';
import { parseCheckId } from './check-id.ts';
import type { Body, Graphql } from './graphql.ts';

/** GraphQL answers for at most 100 nodes at once ("Rate limits and query limits for the GraphQL API"). */
const mostPerRequest = 100;
const mostRequests = 10;

/** What checks say, a hundred in a request. Where GraphQL does not answer, nothing is known. */
export async function readChecks(
  graphql: Graphql,
  checkIds: readonly string[],
): Promise<ReadonlyMap<string, CheckSaying>> {
  const byNode = new Map<string, string>();
  for (const checkId of checkIds) {
    const node = parseCheckId(checkId)?.node;
    if (node !== undefined) byNode.set(node, checkId);
  }
  const nodes = [...byNode.keys()];
  const budget = { left: mostRequests };
  const sayings = new Map<string, CheckSaying>();
  for (let from = 0; from < nodes.length; from += mostPerRequest) {
    const answer = await graphql.read(queryFor(nodes.slice(from, from + mostPerRequest)), budget);
    if (answer === undefined) break;
    for (const run of runsIn(answer)) {
      const checkId = byNode.get(String(run.id));
      if (checkId !== undefined) sayings.set(checkId, sayingOf(run));
    }
  }
  return sayings;
}

function queryFor(ids: readonly string[]): Body {
  const query = 'query($ids: [ID!]!) { nodes(ids: $ids) { ... on CheckRun { id status conclusion } } }';
  return { query, variables: { ids } };
}

type RunAnswer = { readonly id?: unknown; readonly status?: unknown; readonly conclusion?: unknown };

/** A node that is gone comes as null. */
function runsIn(answer: unknown): readonly RunAnswer[] {
  const { nodes } = (answer ?? {}) as { readonly nodes?: unknown };
  return Array.isArray(nodes) ? nodes.flatMap((node: RunAnswer | null) => node ?? []) : [];
}

const conclusions: { readonly [word: string]: CheckConclusion } = {
  SUCCESS: 'success',
  FAILURE: 'failure',
  NEUTRAL: 'neutral',
  CANCELLED: 'cancelled',
  TIMED_OUT: 'timed_out',
  SKIPPED: 'skipped',
  ACTION_REQUIRED: 'action_required',
};

function sayingOf({ status, conclusion }: RunAnswer): CheckSaying {
  if (status !== 'COMPLETED') return 'open';
  return conclusions[String(conclusion)] ?? 'other';
}
