import { readFileSync } from 'node:fs';
import type { Problem } from '../../core/problem.ts';

/** What GitHub says about the job that the action runs in. */
export type ActionContext = {
  readonly repository: string;
  readonly commit: string;
  readonly ref: string;
  readonly event: string;
  readonly defaultBranch: string | undefined;
  /** Undefined: the event does not say. */
  readonly isPublic: boolean | undefined;
  /** Who caused it: of a re-run, the person who re-ran. */
  readonly actor: string;
  /** Names this attempt of this workflow run. */
  readonly request: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  /** Undefined: beside the other API. */
  readonly graphqlUrl: string | undefined;
  readonly workspace: string;
  /** Where the job gets the token by which it signs in elsewhere, if it may have one. */
  readonly tokenPlace?: { readonly url: string; readonly token: string };
};

type Environment = { readonly [name: string]: string | undefined };
export type ContextAnswer =
  | { readonly kind: 'ok'; readonly context: ActionContext }
  | { readonly kind: 'bad'; readonly problems: readonly Problem[] };

const required = {
  GITHUB_REPOSITORY: /^[A-Za-z0-9._-]{1,100}\/[A-Za-z0-9._-]{1,100}$/,
  GITHUB_SHA: /^[0-9a-f]{40}$/,
  GITHUB_REF: /^refs\/\S{1,250}$/,
  GITHUB_EVENT_NAME: /^[a-z_]{1,50}$/,
} as const;

export function readContext(environment: Environment): ContextAnswer {
  const problems = Object.entries(required)
    .filter(([name, pattern]) => !pattern.test(environment[name] ?? ''))
    .map(([name]) => contextProblem(`${name} is ${JSON.stringify(environment[name] ?? '')}.`));
  const event = readEvent(environment['GITHUB_EVENT_PATH']);
  if (event.kind === 'bad') problems.push(event.problem);
  if (problems.length > 0 || event.kind === 'bad') return { kind: 'bad', problems };
  return { kind: 'ok', context: contextOf(environment, event.payload) };
}

function contextOf(environment: Environment, payload: unknown): ActionContext {
  const value = (name: string, otherwise = ''): string => environment[name] || otherwise;
  const repository = property(payload, 'repository');
  const defaultBranch = property(repository, 'default_branch');
  const isPrivate = property(repository, 'private');
  return {
    repository: value('GITHUB_REPOSITORY'),
    commit: value('GITHUB_SHA'),
    ref: value('GITHUB_REF'),
    event: value('GITHUB_EVENT_NAME'),
    defaultBranch: typeof defaultBranch === 'string' ? defaultBranch : undefined,
    isPublic: typeof isPrivate === 'boolean' ? !isPrivate : undefined,
    actor: value('GITHUB_TRIGGERING_ACTOR', value('GITHUB_ACTOR', 'unknown')),
    request: `${value('GITHUB_RUN_ID', '0')}-${value('GITHUB_RUN_ATTEMPT', '1')}`,
    serverUrl: value('GITHUB_SERVER_URL', 'https://github.com'),
    apiUrl: value('GITHUB_API_URL', 'https://api.github.com'),
    graphqlUrl: URL.canParse(value('GITHUB_GRAPHQL_URL')) ? value('GITHUB_GRAPHQL_URL') : undefined,
    workspace: value('GITHUB_WORKSPACE', process.cwd()),
    ...tokenPlaceOf(value('ACTIONS_ID_TOKEN_REQUEST_URL'), value('ACTIONS_ID_TOKEN_REQUEST_TOKEN')),
  };
}

function tokenPlaceOf(url: string, token: string): Pick<ActionContext, 'tokenPlace'> {
  return url === '' || token === '' ? {} : { tokenPlace: { url, token } };
}

type EventAnswer =
  | { readonly kind: 'ok'; readonly payload: unknown }
  | { readonly kind: 'bad'; readonly problem: Problem };

function readEvent(path: string | undefined): EventAnswer {
  if (path === undefined || path === '')
    return { kind: 'bad', problem: contextProblem('GITHUB_EVENT_PATH is not set.') };
  try {
    return { kind: 'ok', payload: JSON.parse(readFileSync(path, 'utf8')) };
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    return { kind: 'bad', problem: contextProblem(`The file that GITHUB_EVENT_PATH names ${reason}.`) };
  }
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

function contextProblem(message: string): Problem {
  return {
    code: 'E_CONTEXT',
    message,
    fix: 'Run this as a step of a GitHub Actions job; elsewhere use the command line.',
  };
}
