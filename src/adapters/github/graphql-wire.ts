import type { Annotation, Check } from '../../core/check.ts';
import { isoOf } from '../../core/instant.ts';
import { annotationBatches, nameOf, outputOf, type WireAnnotation } from './check-wire.ts';

/** One write to a check, as GraphQL takes it. */
export type Mutation =
  | { readonly kind: 'create'; readonly check: Check }
  | { readonly kind: 'update'; readonly check: Check; readonly node: string }
  /** GitHub adds these to the annotations that are there. */
  | {
      readonly kind: 'annotate';
      readonly check: Check;
      readonly node: string;
      readonly annotations: readonly Annotation[];
    };

/** As many annotations as are read back, and as one request may carry. */
export const readAnnotations = 100;

const checkRun = '{ checkRun { id permalink } }';
const annotatedRun = `{ checkRun { id permalink annotations(first: ${readAnnotations}) { nodes { path message location { start { line } } } } } }`;

/** Several writes in one request: `m0`, `m1`, … in order, each with its input. */
export function mutationRequest(mutations: readonly Mutation[], repositoryId: string) {
  const declared: string[] = [];
  const fields: string[] = [];
  const variables: { [name: string]: object } = {};
  for (const [index, mutation] of mutations.entries()) {
    const isCreate = mutation.kind === 'create';
    declared.push(`$i${index}: ${isCreate ? 'CreateCheckRunInput' : 'UpdateCheckRunInput'}!`);
    const field = isCreate ? 'createCheckRun' : 'updateCheckRun';
    const answer =
      mutation.kind === 'update' && mutation.check.annotations.length > 0 ? annotatedRun : checkRun;
    fields.push(`m${index}: ${field}(input: $i${index}) ${answer}`);
    variables[`i${index}`] = { repositoryId, ...inputOf(mutation) };
  }
  return { query: `mutation(${declared.join(', ')}) { ${fields.join(' ')} }`, variables };
}

function inputOf(mutation: Mutation): object {
  const { check } = mutation;
  switch (mutation.kind) {
    case 'create':
      return {
        name: nameOf(check),
        headSha: check.commit,
        externalId: check.externalId,
        ...stateInput(check),
        output: outputInput(check, check.annotations),
      };
    case 'update':
      return { checkRunId: mutation.node, ...stateInput(check), output: outputInput(check, []) };
    case 'annotate':
      return {
        checkRunId: mutation.node,
        ...stateInput(check),
        output: outputInput(check, mutation.annotations),
      };
  }
}

function stateInput({ status, startedAt }: Check): object {
  const begun = { startedAt: isoOf(startedAt) };
  switch (status.kind) {
    case 'queued':
      return { status: 'QUEUED', ...begun };
    case 'in-progress':
      return { status: 'IN_PROGRESS', ...begun };
    case 'completed':
      return {
        status: 'COMPLETED',
        conclusion: status.conclusion.toUpperCase(),
        ...begun,
        completedAt: isoOf(status.at),
      };
  }
}

function outputInput(check: Check, annotations: readonly Annotation[]): object {
  const [first = []] = annotationBatches(annotations);
  return { ...outputOf(check), ...(first.length === 0 ? {} : { annotations: first.map(annotationInput) }) };
}

function annotationInput({ path, start_line, end_line, annotation_level, title, message }: WireAnnotation) {
  return {
    path,
    location: { startLine: start_line, endLine: end_line },
    annotationLevel: annotation_level.toUpperCase(),
    title,
    message,
  };
}
