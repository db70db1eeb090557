import type { Annotation, Check } from '../../core/check.ts';
import type { Clock, PublishAnswer } from '../../ports.ts';
import { type CheckId, formatCheckId, restId } from './check-id.ts';
import { annotationBatches, nameOf, outputOf, stateOf, type WireAnnotation } from './check-wire.ts';
import type { Answer, Budget, Call, Client } from './client.ts';
import type { Finder } from './find-checks.ts';
import type { Known } from './graphql.ts';

/** What the writing of checks works with, for one call of `publish`. */
export type Desk = {
  readonly client: Client;
  readonly budget: Budget;
  readonly find: Finder;
  readonly clock: Clock;
};

/** A check with what is known of its place on GitHub. */
export type Wanted = {
  readonly check: Check;
  readonly id?: CheckId;
  readonly mayCreate: () => boolean;
};

/** It is not there, and whoever asks may not create it now. */
export const checkGone: PublishAnswer = {
  kind: 'gone',
  what: 'check',
  reason: 'the check is not there any more',
};

/** One check by REST, from looking for it to its annotations. */
export async function publishOne(desk: Desk, wanted: Wanted): Promise<PublishAnswer> {
  const { check, id } = wanted;
  if (id !== undefined) {
    const updated = await update(desk, check, id.number);
    // Somebody deleted the workflow run whose suite it hung in: it is shown anew.
    if (updated.kind !== 'missing') return updated;
  }
  const found = await desk.find.id(check);
  if (found.kind !== 'ok') return deferred(found);
  return found.data.id === undefined ? createOne(desk, wanted) : updateFound(desk, wanted, found.data.id);
}

/** What was created by a request without a clear answer is looked for first. */
export async function publishAfterDoubt(desk: Desk, wanted: Wanted): Promise<PublishAnswer> {
  const found = await desk.find.idAfterCreate(wanted.check);
  if (found.kind !== 'ok') return { ...deferred(found), ...doubt(deferred(found)) };
  return found.data.id === undefined ? createOne(desk, wanted) : updateFound(desk, wanted, found.data.id);
}

function doubt({ kind }: PublishAnswer): { readonly mayExist?: true } {
  return kind === 'deferred' ? { mayExist: true } : {};
}

async function updateFound(desk: Desk, wanted: Wanted, id: CheckId): Promise<PublishAnswer> {
  const updated = await update(desk, wanted.check, id.number);
  return updated.kind === 'missing' ? createOne(desk, wanted) : updated;
}

export function deferred(answer: Exclude<Answer<unknown>, { kind: 'ok' }>): PublishAnswer {
  if (answer.kind === 'missing')
    return { kind: 'deferred', reason: 'GitHub knows no such repository or check' };
  // "No commit found for SHA: …", 422
  if (answer.kind === 'invalid' && /No commit found/i.test(answer.reason))
    return { kind: 'gone', what: 'commit', reason: answer.reason };
  return { kind: 'deferred', reason: answer.reason };
}

async function createOne(desk: Desk, { check, mayCreate }: Wanted): Promise<PublishAnswer> {
  if (!mayCreate()) return checkGone;
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
  return annotate(desk, { check, id: restId(answer.data), batches: rest });
}

async function adopt(desk: Desk, check: Check, reason: string): Promise<PublishAnswer> {
  const found = await desk.find.idAfterCreate(check);
  if (found.kind !== 'ok' || found.data.id === undefined)
    return {
      kind: 'deferred',
      reason: `${reason}; whether the check exists is looked up later`,
      mayExist: true,
    };
  const updated = await update(desk, check, found.data.id.number);
  return updated.kind === 'missing' ? { kind: 'deferred', reason } : updated;
}

async function update(
  desk: Desk,
  check: Check,
  number: number,
): Promise<PublishAnswer | { readonly kind: 'missing' }> {
  const answer = await desk.client.call(patch(desk.budget, { check, number, annotations: [] }));
  if (answer.kind === 'missing') return answer;
  if (answer.kind !== 'ok') return deferred(answer);
  const id = restId(answer.data);
  if (check.annotations.length === 0) return { kind: 'published', checkId: formatCheckId(id) };
  const missing =
    answer.data.output.annotations_count === 0
      ? { kind: 'ok' as const, data: check.annotations }
      : await readMissing(desk, check, number);
  if (missing.kind !== 'ok') return deferred(missing);
  return annotate(desk, { check, id, batches: annotationBatches(missing.data) });
}

type Annotating = {
  readonly check: Check;
  readonly id: CheckId;
  readonly batches: readonly WireAnnotation[][];
};

/** GitHub adds the annotations of each request to those that are there, and removes none. */
async function annotate(desk: Desk, { check, id, batches }: Annotating): Promise<PublishAnswer> {
  for (const annotations of batches) {
    const call = patch(desk.budget, { check, number: id.number, annotations });
    const answer = await desk.client.call({ ...call, isRepeatable: false });
    if (answer.kind !== 'ok') return deferred(answer);
  }
  return { kind: 'published', checkId: formatCheckId(id) };
}

async function readMissing(
  { client, budget }: Desk,
  check: Check,
  number: number,
): Promise<Answer<readonly Annotation[]>> {
  const answer = await client.call({
    ...writing(budget),
    isWrite: false,
    isRepeatable: true,
    send: (octokit, names, signal) =>
      octokit.request('GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations', {
        ...names,
        check_run_id: number,
        per_page: 100,
        request: { signal },
      }),
  });
  if (answer.kind !== 'ok') return answer;
  const known = answer.data.map(({ path, start_line: line, message }) => ({
    path,
    line,
    message: message ?? '',
  }));
  return { kind: 'ok', data: missingAnnotations(check, known) };
}

export function missingAnnotations(
  { annotations }: Check,
  known: Exclude<Known, 'too-many'>,
): readonly Annotation[] {
  const keyOf = ({ path, line, message }: (typeof known)[number]) => `${path}:${line} ${message}`;
  const there = new Set(known.map(keyOf));
  return annotations.filter((annotation) => !there.has(keyOf(annotation)));
}

function writing(budget: Budget) {
  return { isWrite: true, permission: 'checks: write', budget } as const;
}

type Patch = {
  readonly check: Check;
  readonly number: number;
  readonly annotations: readonly WireAnnotation[];
};

function patch(budget: Budget, { check, number, annotations }: Patch) {
  return {
    ...writing(budget),
    isRepeatable: true,
    send: (octokit, names, signal) =>
      octokit.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
        ...names,
        check_run_id: number,
        ...stateOf(check),
        output: {
          ...outputOf(check),
          ...(annotations.length === 0 ? {} : { annotations: [...annotations] }),
        },
        request: { signal },
      }),
  } satisfies Call<unknown>;
}
