import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLError, type GraphQLSchema, graphql } from 'graphql';
import type { CheckRun, GithubModel, Reply, WireBody } from './github-model.ts';

/** GitHub's GraphQL API as far as Headgate uses it: by GitHub's published schema, over the same checks as REST. */

type GraphqlBody = { readonly query?: string; readonly variables?: { readonly [name: string]: unknown } };

/** What goes wrong with one alias of the next mutation; `isDone`: all the same it is carried out. */
export type AliasFault = {
  readonly alias: string;
  readonly error: { readonly type?: string; readonly message: string };
  readonly isDone?: boolean;
};

export type GraphqlOptions = {
  readonly model: GithubModel;
  readonly mayWrite: boolean;
  readonly faults: readonly AliasFault[];
};

type Input = {
  readonly checkRunId?: string;
  readonly name?: string;
  readonly headSha?: string;
  readonly externalId?: string;
  readonly status?: string;
  readonly conclusion?: string;
  readonly startedAt?: string;
  readonly completedAt?: string;
  readonly output?: {
    readonly title: string;
    readonly summary: string;
    readonly annotations?: readonly {
      readonly path: string;
      readonly location: { readonly startLine: number; readonly endLine: number };
      readonly annotationLevel: string;
      readonly message: string;
      readonly title?: string;
    }[];
  };
};

const schemaFile = new URL('../../node_modules/@octokit/graphql-schema/schema.graphql', import.meta.url);
let schema: GraphQLSchema | undefined;

/** Building it takes half a second: only for those who ask. */
function publishedSchema(): GraphQLSchema {
  schema ??= buildSchema(readFileSync(schemaFile, 'utf8'), { assumeValidSDL: true });
  return schema;
}

export const repositoryNode = 'R_kgDOAAAAAQ';

class Refusal extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/** `problems`: what the schema says against the request. */
export async function answerGraphql(
  { query = '', variables = {} }: GraphqlBody,
  options: GraphqlOptions,
): Promise<{ readonly reply: Reply; readonly problems: readonly string[] }> {
  const nameOf = ({ externalId, checkRunId }: Input) => externalId ?? checkRunId;
  const faultOf = (input: Input) =>
    options.faults.find(
      ({ alias }) => nameOf((variables[alias.replace('m', 'i')] ?? {}) as Input) === nameOf(input),
    );
  const write = (input: Input, act: () => Reply) => {
    const fault = faultOf(input);
    if (!options.mayWrite) throw new Refusal('FORBIDDEN', 'Resource not accessible by integration');
    if (fault !== undefined && fault.isDone !== true)
      throw new Refusal(fault.error.type ?? '', fault.error.message);
    const reply = act();
    if (fault !== undefined) throw new Refusal(fault.error.type ?? '', fault.error.message);
    return payloadOf(options.model, reply);
  };
  const root = {
    repository: ({ owner, name }: { owner: string; name: string }) =>
      `${owner}/${name}` === options.model.repository ? { id: repositoryNode } : null,
    nodes: ({ ids }: { ids: readonly string[] }) => ids.map((id) => nodeOf(options.model, id)),
    createCheckRun: ({ input }: { input: Input & { repositoryId: string } }) =>
      write(input, () => {
        if (input.repositoryId !== repositoryNode)
          throw new Refusal('NOT_FOUND', 'Could not resolve to a node');
        return options.model.create(bodyOf(input));
      }),
    updateCheckRun: ({ input }: { input: Input }) =>
      write(input, () => options.model.update(Number(input.checkRunId?.replace('CR_', '')), bodyOf(input))),
  };
  const result = await graphql({
    schema: publishedSchema(),
    source: query,
    variableValues: variables,
    rootValue: root,
  });
  const { errors = [], data } = result;
  const isInvalid = !('data' in result);
  return {
    problems: isInvalid ? errors.map(({ message }) => `GraphQL: ${message}`) : [],
    reply: {
      status: 200,
      body: {
        ...(isInvalid ? {} : { data }),
        ...(errors.length === 0 ? {} : { errors: errors.map((error) => wireError(error, isInvalid)) }),
      },
    },
  };
}

function wireError(error: GraphQLError, isInvalid: boolean): object {
  const { message, path, locations } = error;
  if (isInvalid) return { message, path: ['mutation'], locations, extensions: { code: 'undefinedField' } };
  const { type } = error.originalError as Refusal;
  return { ...(type === '' ? {} : { type }), message, path, locations };
}

function nodeOf({ runs }: GithubModel, id: string): object | null {
  const run = runs.get(Number(id.replace('CR_', '')));
  if (run === undefined) return null;
  return {
    __typename: 'CheckRun',
    id,
    status: run.status.toUpperCase(),
    conclusion: run.conclusion?.toUpperCase() ?? null,
  };
}

function payloadOf(model: GithubModel, { status, body }: Reply): object {
  if (status >= 400) {
    const { message } = body as { message: string };
    throw new Refusal(status === 404 ? 'NOT_FOUND' : 'UNPROCESSABLE', message);
  }
  const run = model.runs.get((body as { id: number }).id) as CheckRun;
  return {
    checkRun: {
      id: `CR_${run.id}`,
      // An Int of GraphQL has 32 bits: it fails here as it may there.
      databaseId: run.id,
      permalink: `https://github.com/${model.repository}/runs/${run.id}`,
      externalId: run.externalId,
      annotations: ({ first }: { first: number }) => ({
        nodes: run.annotations.slice(0, first).map((annotation) => ({
          path: annotation.path,
          message: annotation.message,
          location: { start: { line: annotation.start_line }, end: { line: annotation.end_line } },
        })),
      }),
    },
  };
}

function bodyOf(input: Input): WireBody {
  const { output } = input;
  const lower = (text: string) => text.toLowerCase();
  return {
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(input.headSha === undefined ? {} : { head_sha: input.headSha }),
    ...(input.externalId === undefined ? {} : { external_id: input.externalId }),
    ...(input.status === undefined ? {} : { status: lower(input.status) }),
    ...(input.conclusion === undefined ? {} : { conclusion: lower(input.conclusion) }),
    ...(input.startedAt === undefined ? {} : { started_at: input.startedAt }),
    ...(input.completedAt === undefined ? {} : { completed_at: input.completedAt }),
    ...(output === undefined
      ? {}
      : {
          output: {
            title: output.title,
            summary: output.summary,
            ...(output.annotations === undefined
              ? {}
              : {
                  annotations: output.annotations.map(
                    ({ path, location, annotationLevel, message, title }) => ({
                      path,
                      start_line: location.startLine,
                      end_line: location.endLine,
                      annotation_level: lower(annotationLevel),
                      message,
                      ...(title === undefined ? {} : { title }),
                    }),
                  ),
                }),
          },
        }),
  };
}
