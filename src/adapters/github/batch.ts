import { type Instant, plusMs, secondMs } from '../../core/instant.ts';
import type { PublishAnswer } from '../../ports.ts';
import { type CheckId, formatCheckId } from './check-id.ts';
import type { Graphql, Written } from './graphql.ts';
import type { Mutation } from './graphql-wire.ts';
import {
  checkGone,
  contained,
  type Desk,
  missingAnnotations,
  publishAfterDoubt,
  publishOne,
  unpublished,
  type Wanted,
} from './rest-checks.ts';

/** GitHub gives each request 10 s, whatever is in it. */
const mostPerRequest = 10;
const mostBytesPerRequest = 400_000;
/** As many as one request may carry; a check that has more goes by REST. */
const mostAnnotations = 50;
/** GitHub ends a request that takes longer than 10 s ("Rate limits for the REST API"): then nothing comes any more. */
const settlingMs = 12 * secondMs;

/** The checks of one call of `publish` on their way. */
type Batch = {
  readonly desk: Desk;
  readonly graphql: Graphql;
  readonly answers: Map<Wanted, PublishAnswer>;
  /** To be done one by one. */
  readonly single: Wanted[];
  /** Perhaps created, by a request of that moment without a clear answer. */
  readonly doubtful: { readonly wanted: Wanted; readonly since: Instant }[];
};

/**
 * Many checks in few requests. What GraphQL does not do, REST does or says why; what it may have done is looked for
 * before anything is created for it.
 */
export async function publishMany(
  desk: Desk,
  graphql: Graphql,
  wanted: readonly Wanted[],
): Promise<readonly PublishAnswer[]> {
  const batch: Batch = { desk, graphql, answers: new Map(), single: [], doubtful: [] };
  for (const portion of portionsOf(wanted)) {
    if (await graphql.isUsable(desk.budget)) await publishPortion(batch, portion);
    else batch.single.push(...portion);
    for (const one of batch.single.splice(0)) batch.answers.set(one, await publishOne(desk, one));
  }
  for (const { wanted: one, since } of batch.doubtful) {
    const waitMs = plusMs(since, settlingMs) - desk.clock.now();
    if (waitMs > 0) await desk.clock.sleep(waitMs);
    batch.answers.set(one, await contained(() => publishAfterDoubt(desk, one)));
  }
  return wanted.map((one) => batch.answers.get(one) ?? { kind: 'deferred', reason: 'it was not tried' });
}

function portionsOf(wanted: readonly Wanted[]): readonly (readonly Wanted[])[] {
  const portions: Wanted[][] = [];
  let bytes = 0;
  for (const one of wanted) {
    const size = sizeOf(one);
    const last = portions.at(-1);
    if (last === undefined || last.length >= mostPerRequest || bytes + size > mostBytesPerRequest) {
      portions.push([one]);
      bytes = size;
    } else {
      last.push(one);
      bytes += size;
    }
  }
  return portions;
}

function sizeOf({ check: { summary, annotations } }: Wanted): number {
  return annotations.reduce((sum, { message }) => sum + message.length, Buffer.byteLength(summary));
}

type Step = { readonly wanted: Wanted; readonly mutation: Mutation };

async function publishPortion(batch: Batch, portion: readonly Wanted[]): Promise<void> {
  const steps: Step[] = [];
  for (const wanted of portion) {
    const mutation = await mutationFor(batch, wanted);
    if (mutation !== undefined) steps.push({ wanted, mutation });
  }
  const annotating: Step[] = [];
  for (const [step, written] of await write(batch, steps)) {
    const next = settle(batch, step, written);
    if (next !== undefined) annotating.push(next);
  }
  for (const [step, written] of await write(batch, annotating)) settle(batch, step, written);
}

async function write({ desk, graphql }: Batch, steps: readonly Step[]): Promise<readonly [Step, Written][]> {
  if (steps.length === 0) return [];
  const written = await graphql.write(
    steps.map(({ mutation }) => mutation),
    desk.budget,
  );
  return steps.map((step, index) => [step, written[index] ?? { kind: 'unsure' }]);
}

/** Undefined: it is answered already, or goes by REST. */
async function mutationFor(batch: Batch, wanted: Wanted): Promise<Mutation | undefined> {
  const { check } = wanted;
  const { desk, single, answers } = batch;
  if (check.annotations.length > mostAnnotations) return void single.push(wanted);
  const known = await placeOf(desk, wanted);
  if ('answer' in known) return void answers.set(wanted, known.answer);
  const { id } = known;
  if (id?.node !== undefined) return { kind: 'update', check, node: id.node };
  if (id !== undefined) return void single.push(wanted);
  if (wanted.mayCreate()) return { kind: 'create', check };
  answers.set(wanted, checkGone);
  return undefined;
}

type Placed = { readonly id: CheckId | undefined } | { readonly answer: PublishAnswer };

async function placeOf({ find }: Desk, { check, id }: Wanted): Promise<Placed> {
  if (id !== undefined) return { id };
  try {
    const found = await find.id(check);
    return found.kind === 'ok' ? found.data : { answer: unpublished(found) };
  } catch (error) {
    return { answer: await contained(() => Promise.reject(error)) };
  }
}

/** What became of one write; a further step if annotations are missing. */
function settle(batch: Batch, { wanted, mutation }: Step, written: Written): Step | undefined {
  const { single, doubtful, desk } = batch;
  switch (written.kind) {
    case 'written':
      return finish(batch, { wanted, mutation }, written);
    case 'unsure':
      if (mutation.kind === 'create') doubtful.push({ wanted, since: desk.clock.now() });
      else single.push(wanted);
      return undefined;
    case 'refused':
      single.push(wanted);
      return undefined;
  }
}

function finish(
  { answers, single }: Batch,
  { wanted, mutation }: Step,
  { id, annotations }: Extract<Written, { kind: 'written' }>,
): Step | undefined {
  const { check } = wanted;
  if (mutation.kind === 'update' && check.annotations.length > 0) {
    if (annotations === 'too-many') return void single.push(wanted);
    const missing = missingAnnotations(check, annotations);
    const node = id.node ?? mutation.node;
    if (missing.length > 0)
      return { wanted, mutation: { kind: 'annotate', check, node, annotations: missing } };
  }
  answers.set(wanted, { kind: 'published', checkId: formatCheckId(id) });
  return undefined;
}
