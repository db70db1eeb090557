import { dayMs, type Instant, isoOf, plusMs } from '../../core/instant.ts';
import type { IssueToWrite } from '../../ports.ts';
import { cutBytes, cutLength } from '../../report/visible.ts';
import type { Answer, Budget, Client } from './client.ts';

/** GitHub's shapes and limits of issues. */
const limits = { title: 255, bodyBytes: 65_000, assignees: 10 } as const;

/** Issues are listed by it, and only who may triage can set it: what a stranger writes is never taken for ours. */
const label = 'headgate';
const pageSize = 100;
/** More open alerts than are ever told at once. */
const mostPages = 3;

export type KnownIssue = {
  readonly number: number;
  /** Undefined: it is none of ours. */
  readonly key: string | undefined;
  readonly title: string;
  readonly body: string;
  readonly isOpen: boolean;
};

export type IssueCalls = {
  get(number: number): Promise<Answer<KnownIssue>>;
  /** All that are open and ours, oldest first. */
  list(): Promise<Answer<readonly KnownIssue[]>>;
  create(issue: Shown, assignees: readonly string[]): Promise<Answer<KnownIssue>>;
  update(number: number, issue: Shown): Promise<Answer<unknown>>;
  close(number: number, reason: 'completed' | 'not_planned'): Promise<Answer<unknown>>;
  comment(number: number, comment: Comment): Promise<Answer<unknown>>;
  hasComment(number: number, comment: Comment): Promise<Answer<{ readonly isThere: boolean }>>;
};

type Shown = IssueToWrite & { readonly kind: 'show' };
type Comment = { readonly issue: string; readonly key: string; readonly body: string };

/** The hidden first line by which an issue, or a comment, is known again. */
function issueMarker(key: string): string {
  return `<!-- headgate alert ${key} -->`;
}

function commentMarker({ issue, key }: Comment): string {
  return `<!-- headgate alert ${issue} ${key} -->`;
}

function keyIn(body: string | null | undefined): string | undefined {
  return /^<!-- headgate alert ([a-z0-9/-]{1,200}) -->\r?\n/.exec(body ?? '')?.[1];
}

export function bodyOf(issue: Shown): string {
  return cutBytes(`${issueMarker(issue.key)}\n${issue.body}`, limits.bodyBytes);
}

export function titleOf({ title }: Shown): string {
  return cutLength(title, limits.title);
}

type Line = { readonly client: Client; readonly budget: Budget; readonly now: () => Instant };

export function issueCalls(line: Line): IssueCalls {
  return { ...readingCalls(line), ...writingCalls(line), ...commentCalls(line) };
}

const permission = 'issues: write';
const reading = { permission, isWrite: false, isRepeatable: true } as const;
const repeatable = { permission, isWrite: true, isRepeatable: true } as const;
const once = { permission, isWrite: true, isRepeatable: false } as const;

function readingCalls({ client, budget }: Line): Pick<IssueCalls, 'get' | 'list'> {
  return {
    async get(number) {
      const answer = await client.call({
        ...reading,
        budget,
        send: (octokit, names, signal) =>
          octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {
            ...names,
            issue_number: number,
            request: { signal },
          }),
      });
      return answer.kind === 'ok' ? { kind: 'ok', data: knownOf(answer.data) } : answer;
    },
    async list() {
      const found: KnownIssue[] = [];
      for (let page = 1; page <= mostPages; page += 1) {
        const answer = await client.call({
          ...reading,
          budget,
          send: (octokit, names, signal) =>
            octokit.request('GET /repos/{owner}/{repo}/issues', {
              ...names,
              labels: label,
              state: 'open',
              sort: 'created',
              direction: 'asc',
              per_page: pageSize,
              page,
              request: { signal },
            }),
        });
        if (answer.kind !== 'ok') return answer;
        found.push(...answer.data.map(knownOf).filter(({ key }) => key !== undefined));
        if (answer.data.length < pageSize) break;
      }
      return { kind: 'ok', data: found };
    },
  };
}

function writingCalls({ client, budget }: Line): Pick<IssueCalls, 'create' | 'update' | 'close'> {
  return {
    async create(issue, assignees) {
      const answer = await client.call({
        ...once,
        budget,
        send: (octokit, names, signal) =>
          octokit.request('POST /repos/{owner}/{repo}/issues', {
            ...names,
            title: titleOf(issue),
            body: bodyOf(issue),
            labels: [label],
            ...(assignees.length === 0 ? {} : { assignees: assignees.slice(0, limits.assignees) }),
            request: { signal },
          }),
      });
      return answer.kind === 'ok' ? { kind: 'ok', data: knownOf(answer.data) } : answer;
    },
    update: (number, issue) =>
      client.call({
        ...repeatable,
        budget,
        send: (octokit, names, signal) =>
          octokit.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
            ...names,
            issue_number: number,
            title: titleOf(issue),
            body: bodyOf(issue),
            request: { signal },
          }),
      }),
    close: (number, reason) =>
      client.call({
        ...repeatable,
        budget,
        send: (octokit, names, signal) =>
          octokit.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
            ...names,
            issue_number: number,
            state: 'closed',
            state_reason: reason,
            request: { signal },
          }),
      }),
  };
}

function commentCalls({ client, budget, now }: Line): Pick<IssueCalls, 'comment' | 'hasComment'> {
  return {
    comment: (number, comment) =>
      client.call({
        ...once,
        budget,
        send: (octokit, names, signal) =>
          octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
            ...names,
            issue_number: number,
            body: cutBytes(`${commentMarker(comment)}\n${comment.body}`, limits.bodyBytes),
            request: { signal },
          }),
      }),
    async hasComment(number, comment) {
      const answer = await client.call({
        ...reading,
        budget,
        send: (octokit, names, signal) =>
          octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
            ...names,
            issue_number: number,
            since: isoOf(plusMs(now(), -2 * dayMs)),
            per_page: pageSize,
            request: { signal },
          }),
      });
      if (answer.kind !== 'ok') return answer;
      const isThere = answer.data.some(({ body }) => body?.startsWith(commentMarker(comment)) === true);
      return { kind: 'ok', data: { isThere } };
    },
  };
}

type WireIssue = {
  readonly number: number | bigint;
  readonly title: string;
  readonly body?: string | null | undefined;
  readonly state: string;
  readonly pull_request?: unknown;
};

/** To GitHub a pull request is an issue too. */
function knownOf({ number, title, body, state, pull_request }: WireIssue): KnownIssue {
  const key = pull_request === undefined ? keyIn(body) : undefined;
  return { number: Number(number), key, title, body: body ?? '', isOpen: state === 'open' };
}
