import type { Annotation } from '../../core/check.ts';
import { type CheckId, graphqlId } from './check-id.ts';
import type { Answer, Budget, Client } from './client.ts';
import { type Mutation, mutationRequest, readAnnotations } from './graphql-wire.ts';
import { errorsIn, type GraphqlError } from './limits.ts';

/** What became of one write of a batch. */
export type Written =
  | { readonly kind: 'written'; readonly id: CheckId; readonly annotations: Known }
  /** It was not done. REST may do it, or says why not. */
  | { readonly kind: 'refused' }
  /** It may have been done. */
  | { readonly kind: 'unsure' };

/** Annotations that were there before; `too-many`: not all were read. */
export type Known = readonly Pick<Annotation, 'path' | 'line' | 'message'>[] | 'too-many';

/** GraphQL, as long as it answers: a proxy or a server without it makes it unusable for the rest of the process. */
export type Graphql = {
  /** Whether it is there; asked once, by a query that changes nothing. */
  isUsable(budget: Budget): Promise<boolean>;
  /** One request; an answer for each, in order. */
  write(mutations: readonly Mutation[], budget: Budget): Promise<readonly Written[]>;
  /** What a query that changes nothing finds; undefined if it is not answered. */
  read(body: Body, budget: Budget): Promise<unknown>;
};

type Place = { readonly client: Client; readonly url: string };
export type Body = { readonly query: string; readonly variables: object };

export function graphqlOf(place: Place): Graphql {
  let repositoryId: string | undefined;
  let isBroken = false;
  return {
    async isUsable(budget) {
      if (isBroken || repositoryId !== undefined) return !isBroken;
      const answer = await post(place, { isWrite: false, budget, body: repositoryQuery });
      const { data } = (answer.kind === 'ok' ? answer.data : {}) as RepositoryAnswer;
      const id = data?.repository?.id;
      if (typeof id === 'string') repositoryId = id;
      // For want of requests it can be asked later; anything else says no.
      else isBroken = answer.kind !== 'deferred';
      return repositoryId !== undefined;
    },
    async write(mutations, budget) {
      const body = () => mutationRequest(mutations, repositoryId ?? '');
      const answer = await post(place, { isWrite: true, budget, body });
      const verdict = judge(answer, mutations);
      isBroken ||= verdict.isBroken;
      return verdict.written;
    },
    async read(body, budget) {
      const answer = await post(place, { isWrite: false, budget, body: () => body });
      return answer.kind === 'ok' ? (answer.data as { readonly data?: unknown }).data : undefined;
    },
  };
}

type RepositoryAnswer = { readonly data?: { readonly repository?: { readonly id?: unknown } | null } | null };

function repositoryQuery({ owner, repo }: { readonly owner: string; readonly repo: string }): Body {
  return {
    query: 'query($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { id } }',
    variables: { owner, name: repo },
  };
}

type Posting = {
  readonly isWrite: boolean;
  readonly budget: Budget;
  readonly body: (names: { readonly owner: string; readonly repo: string }) => Body;
};

function post({ client, url }: Place, { isWrite, budget, body }: Posting): Promise<Answer<unknown>> {
  const { origin, pathname } = new URL(url);
  return client.call({
    lane: 'graphql',
    isWrite,
    budget,
    isRepeatable: false,
    permission: 'checks: write',
    send: (octokit, names, signal) =>
      octokit.request(`POST ${pathname}`, { baseUrl: origin, ...body(names), request: { signal } }),
  });
}

type Verdict = { readonly written: readonly Written[]; readonly isBroken: boolean };

function judge(answer: Answer<unknown>, mutations: readonly Mutation[]): Verdict {
  const all = (written: Written): readonly Written[] => mutations.map(() => written);
  switch (answer.kind) {
    case 'deferred':
      return { written: all({ kind: 'refused' }), isBroken: false };
    case 'unsure':
      return { written: all({ kind: 'unsure' }), isBroken: true };
    case 'missing':
    case 'invalid':
      return { written: all({ kind: 'refused' }), isBroken: true };
    case 'ok':
      return judgeBody(answer.data, mutations);
  }
}

/**
 * Without `data`, execution never began if every error is one of the schema (GraphQL specification, "Errors"). Whatever
 * else GitHub says about the request as a whole, such as that it took too long, may have come after a part was done.
 */
function judgeBody(body: unknown, mutations: readonly Mutation[]): Verdict {
  const { data } = body as { readonly data?: { readonly [alias: string]: unknown } | null };
  const errors = errorsIn(body);
  if (data === undefined || data === null) {
    const isRefused = data === undefined && errors.length > 0 && errors.every(({ code }) => code !== '');
    return { written: mutations.map(() => ({ kind: isRefused ? 'refused' : 'unsure' })), isBroken: true };
  }
  const written = mutations.map((_, index) => judgeOne(data[`m${index}`], errorAt(errors, `m${index}`)));
  return { written, isBroken: false };
}

/** An error deeper inside is about what was read back, after the write. */
function errorAt(errors: readonly GraphqlError[], alias: string): GraphqlError | undefined {
  return errors.find(({ path }) => path.length === 1 && path[0] === alias);
}

const refusals = new Set([
  'NOT_FOUND',
  'FORBIDDEN',
  'UNPROCESSABLE',
  'INSUFFICIENT_SCOPES',
  'RATE_LIMITED',
  'RATE_LIMIT',
]);

function judgeOne(result: unknown, error: GraphqlError | undefined): Written {
  const { checkRun } = (result ?? {}) as { readonly checkRun?: RunAnswer | null };
  const id = graphqlId({ id: checkRun?.id, permalink: checkRun?.permalink });
  if (id !== undefined) return { kind: 'written', id, annotations: knownIn(checkRun ?? {}) };
  return { kind: error !== undefined && refusals.has(error.type) ? 'refused' : 'unsure' };
}

type RunAnswer = {
  readonly id?: unknown;
  readonly permalink?: unknown;
  readonly annotations?: { readonly nodes?: readonly (AnnotationAnswer | null)[] | null } | null;
};
type AnnotationAnswer = {
  readonly path?: string;
  readonly message?: string;
  readonly location?: { readonly start?: { readonly line?: number } };
};

function knownIn({ annotations }: RunAnswer): Known {
  const nodes = annotations?.nodes ?? [];
  if (nodes.length >= readAnnotations) return 'too-many';
  return nodes.flatMap((node) =>
    node === null
      ? []
      : [{ path: node.path ?? '', line: node.location?.start?.line ?? 0, message: node.message ?? '' }],
  );
}
