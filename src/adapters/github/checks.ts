import type { Annotation, Check } from '../../core/check.ts';
import type { Checks, CheckToPublish, PublishAnswer } from '../../ports.ts';
import { annotationBatches, nameOf, outputOf, stateOf, type WireAnnotation } from './check-wire.ts';
import {
  type Answer,
  type Budget,
  type Call,
  type Client,
  type GithubOptions,
  githubClient,
} from './client.ts';
import { type Finder, newFinder } from './find-checks.ts';

/** The check runs of a repository. A run's check is found by its external id before it is created, so it exists once. */
export function githubChecks(options: GithubOptions): Checks {
  const client = githubClient(options);
  return {
    async publish(checks, requests) {
      const budget: Budget = { left: requests };
      const find = newFinder(
        client,
        budget,
        checks.map(({ check }) => check),
      );
      const answers: PublishAnswer[] = [];
      for (const wanted of checks) answers.push(await publishOne({ client, budget, find }, wanted));
      return answers;
    },
  };
}

type Desk = { readonly client: Client; readonly budget: Budget; readonly find: Finder };

async function publishOne(desk: Desk, { check, checkId }: CheckToPublish): Promise<PublishAnswer> {
  if (checkId !== undefined && /^\d{1,15}$/.test(checkId)) {
    const updated = await update(desk, check, Number(checkId));
    // Somebody deleted the workflow run whose suite it hung in: it is shown anew.
    if (updated.kind !== 'missing') return updated;
  }
  const found = await desk.find.id(check);
  if (found.kind !== 'ok') return deferred(found);
  if (found.data.id !== undefined) {
    const updated = await update(desk, check, found.data.id);
    if (updated.kind !== 'missing') return updated;
  }
  return create(desk, check);
}

function deferred(answer: Exclude<Answer<unknown>, { kind: 'ok' }>): PublishAnswer {
  return {
    kind: 'deferred',
    reason: answer.kind === 'missing' ? 'GitHub knows no such commit' : answer.reason,
  };
}

async function create(desk: Desk, check: Check): Promise<PublishAnswer> {
  const [first = [], ...rest] = annotationBatches(check.annotations);
  const answer = await desk.client.call({
    ...writing(desk.budget),
    // A second creation would be a second check: after a lost answer it is looked for instead.
    isRepeatable: false,
    send: (octokit, names, signal) =>
      octokit.request('POST /repos/{owner}/{repo}/check-runs', {
        ...names,
        name: nameOf(check),
        head_sha: check.commit,
        external_id: check.externalId,
        ...stateOf(check),
        output: { ...outputOf(check), ...(first.length === 0 ? {} : { annotations: first }) },
        request: { signal },
      }),
  });
  if (answer.kind === 'unsure') return adopt(desk, check, answer.reason);
  if (answer.kind !== 'ok') return deferred(answer);
  return annotate(desk, { check, id: Number(answer.data.id), batches: rest });
}

async function adopt(desk: Desk, check: Check, reason: string): Promise<PublishAnswer> {
  const found = await desk.find.idAfterCreate(check);
  if (found.kind !== 'ok' || found.data.id === undefined)
    return { kind: 'deferred', reason: `${reason}; whether the check exists is looked up later` };
  const updated = await update(desk, check, found.data.id);
  return updated.kind === 'missing' ? { kind: 'deferred', reason } : updated;
}

async function update(
  desk: Desk,
  check: Check,
  id: number,
): Promise<PublishAnswer | { readonly kind: 'missing' }> {
  const answer = await desk.client.call(patch(desk.budget, { check, id, annotations: [] }));
  if (answer.kind === 'missing') return answer;
  if (answer.kind !== 'ok') return deferred(answer);
  if (check.annotations.length === 0) return { kind: 'published', checkId: String(id) };
  const missing =
    answer.data.output.annotations_count === 0
      ? { kind: 'ok' as const, data: check.annotations }
      : await missingAnnotations(desk, check, id);
  if (missing.kind !== 'ok') return deferred(missing);
  return annotate(desk, { check, id, batches: annotationBatches(missing.data) });
}

type Annotating = {
  readonly check: Check;
  readonly id: number;
  readonly batches: readonly WireAnnotation[][];
};

/** GitHub adds the annotations of each request to those that are there, and removes none. */
async function annotate(desk: Desk, { check, id, batches }: Annotating): Promise<PublishAnswer> {
  for (const annotations of batches) {
    const call = patch(desk.budget, { check, id, annotations });
    const answer = await desk.client.call({ ...call, isRepeatable: false });
    if (answer.kind !== 'ok') return deferred(answer);
  }
  return { kind: 'published', checkId: String(id) };
}

async function missingAnnotations(
  { client, budget }: Desk,
  check: Check,
  id: number,
): Promise<Answer<readonly Annotation[]>> {
  const answer = await client.call({
    ...writing(budget),
    isWrite: false,
    isRepeatable: true,
    send: (octokit, names, signal) =>
      octokit.request('GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations', {
        ...names,
        check_run_id: id,
        per_page: 100,
        request: { signal },
      }),
  });
  if (answer.kind !== 'ok') return answer;
  const known = new Set(
    answer.data.map(({ path, start_line, message }) => `${path}:${start_line} ${message}`),
  );
  const missing = check.annotations.filter(
    ({ path, line, message }) => !known.has(`${path}:${line} ${message}`),
  );
  return { kind: 'ok', data: missing };
}

function writing(budget: Budget) {
  return { isWrite: true, permission: 'checks: write', budget } as const;
}

type Patch = { readonly check: Check; readonly id: number; readonly annotations: readonly WireAnnotation[] };

function patch(budget: Budget, { check, id, annotations }: Patch) {
  return {
    ...writing(budget),
    isRepeatable: true,
    send: (octokit, names, signal) =>
      octokit.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
        ...names,
        check_run_id: id,
        ...stateOf(check),
        output: {
          ...outputOf(check),
          ...(annotations.length === 0 ? {} : { annotations: [...annotations] }),
        },
        request: { signal },
      }),
  } satisfies Call<unknown>;
}
