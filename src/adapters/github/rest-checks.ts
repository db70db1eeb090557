import type { Annotation, Check } from '../../core/check.ts';
import { faultWords } from '../../core/fault.ts';
import { RefusedError } from '../../core/problem.ts';
import type { Clock, PublishAnswer } from '../../ports.ts';
import { type CheckId, formatCheckId, restId } from './check-id.ts';
import { annotationBatches, nameOf, outputOf, stateOf, type WireAnnotation } from './check-wire.ts';
import type { Answer, Budget, Call, Client } from './client.ts';
import type { Finder, Found } from './find-checks.ts';
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
export function publishOne(desk: Desk, wanted: Wanted): Promise<PublishAnswer> {
  return contained(() => updateOrFind(desk, wanted));
}

/** An answer about one check that nobody understands says nothing of the others. */
export async function contained(work: () => Promise<PublishAnswer>): Promise<PublishAnswer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    const reason = `an answer of GitHub could not be read (${faultWords(error)})`;
    return { kind: 'deferred', reason, mayExist: true };
  }
}

async function updateOrFind(desk: Desk, wanted: Wanted): Promise<PublishAnswer> {
  const { check, id } = wanted;
  if (id !== undefined) {
    const updated = await update(desk, check, id.number);
    // Somebody deleted the workflow run whose suite it hung in, or another app created it: it is shown anew.
    if (updated.kind !== 'given-up') return updated;
  }
  return findOrCreate(desk, wanted, () => desk.find.id(check));
}

/** What was created by a request without a clear answer is looked for first. */
export async function publishAfterDoubt(desk: Desk, wanted: Wanted): Promise<PublishAnswer> {
  const answer = await findOrCreate(desk, wanted, () => desk.find.idAfterCreate(wanted.check));
  return answer.kind === 'deferred' ? { ...answer, mayExist: true } : answer;
}

/** Checks that this token cannot change are passed over; one that it created itself may be among those that follow. */
const mostFound = 3;

async function findOrCreate(
  desk: Desk,
  wanted: Wanted,
  find: () => Promise<Answer<Found>>,
): Promise<PublishAnswer> {
  for (let count = 0; count < mostFound; count += 1) {
    const found = await find();
    if (found.kind !== 'ok') return unpublished(found);
    const { id } = found.data;
    if (id === undefined) break;
    const updated = await update(desk, wanted.check, id.number);
    if (updated.kind !== 'given-up') return updated;
  }
  return createOne(desk, wanted);
}

/** Why a check is not as it should be: for now, or because GitHub does not take it. */
export function unpublished(answer: Exclude<Answer<unknown>, { kind: 'ok' }>): PublishAnswer {
  switch (answer.kind) {
    case 'missing':
      return { kind: 'refused', reason: 'GitHub knows no such repository or check' };
    case 'invalid':
      // "No commit found for SHA: …", 422
      return /No commit found/i.test(answer.reason)
        ? { kind: 'gone', what: 'commit', reason: answer.reason }
        : { kind: 'refused', reason: answer.reason };
    default:
      return { kind: 'deferred', reason: answer.reason };
  }
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
  if (answer.kind !== 'ok') return unpublished(answer);
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
  return updated.kind === 'given-up' ? { kind: 'deferred', reason, mayExist: true } : updated;
}

/**
 * A check that is gone (404, 410), that another GitHub App created (403, "can only be modified by the GitHub App that
 * created it", as after a change of the token), or that takes no update (422), is given up, whatever the reason.
 */
async function update(
  desk: Desk,
  check: Check,
  number: number,
): Promise<PublishAnswer | { readonly kind: 'given-up' }> {
  const answer = await desk.client.call(patch(desk.budget, { check, number, annotations: [] }));
  if (answer.kind === 'missing' || answer.kind === 'invalid') {
    desk.find.giveUp(number);
    return { kind: 'given-up' };
  }
  if (answer.kind !== 'ok') return unpublished(answer);
  const id = restId(answer.data);
  if (check.annotations.length === 0) return { kind: 'published', checkId: formatCheckId(id) };
  const missing =
    answer.data.output.annotations_count === 0
      ? { kind: 'ok' as const, data: check.annotations }
      : await readMissing(desk, check, number);
  if (missing.kind !== 'ok') return unpublished(missing);
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
    // The check says what it must; lines of the source are marked beside that.
    if (answer.kind === 'invalid') break;
    if (answer.kind !== 'ok') return unpublished(answer);
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
  return { isWrite: true, isAboutOne: true, permission: 'checks: write', budget } as const;
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
