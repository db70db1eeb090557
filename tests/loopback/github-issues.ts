import { notFound, type Reply, refused } from './github-model.ts';

/** What GitHub remembers of a repository's issues, and how it answers about them. */
export type WireIssueBody = {
  readonly title?: string;
  readonly body?: string;
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
  readonly state?: 'open' | 'closed';
  readonly state_reason?: string;
};

export type StoredIssue = {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly state: 'open' | 'closed';
  readonly stateReason: string | null;
  readonly comments: readonly { readonly body: string; readonly at: string }[];
  readonly isPullRequest: boolean;
};

export type IssuesAsked = {
  readonly method: string;
  /** Below the repository. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: WireIssueBody | undefined;
};

const moment = '2026-11-24T12:00:00Z';

export class IssuesModel {
  readonly issues = new Map<number, StoredIssue>();
  readonly repository: string;
  /** Logins that can be assigned; an issue with another is refused as a whole. */
  assignable: readonly string[] = ['octocat'];
  isTurnedOff = false;

  constructor(repository: string) {
    this.repository = repository;
  }

  put(issue: Partial<StoredIssue>): StoredIssue {
    const number = issue.number ?? Math.max(0, ...this.issues.keys()) + 1;
    const stored = { ...fresh, number, ...issue };
    this.issues.set(number, stored);
    return stored;
  }

  /** Undefined: it is not about issues. */
  answer({ method, path, query, body }: IssuesAsked): Reply | undefined {
    const match = /^\/issues(?:\/(\d+)(\/comments)?)?$/.exec(path);
    if (match === null) return undefined;
    if (this.isTurnedOff) return { status: 410, body: { message: 'Issues are disabled for this repo' } };
    if (match[1] === undefined) return method === 'POST' ? this.#create(body ?? {}) : this.#list(query);
    const issue = this.issues.get(Number(match[1]));
    if (issue === undefined) return notFound;
    if (match[2] !== undefined) return method === 'POST' ? this.#comment(issue, body) : this.#comments(issue);
    return method === 'PATCH' ? this.#update(issue, body ?? {}) : { status: 200, body: this.#wire(issue) };
  }

  #create({ title = '', body = '', labels = [], assignees = [] }: WireIssueBody): Reply {
    if (assignees.some((login) => !this.assignable.includes(login))) return refused('Validation Failed');
    if (body.length > 65_536) return refused('body is too long (maximum is 65536 characters)');
    return { status: 201, body: this.#wire(this.put({ title, body, labels, assignees })) };
  }

  #list(query: URLSearchParams): Reply {
    const label = query.get('labels') ?? '';
    const state = query.get('state') ?? 'open';
    const wanted = [...this.issues.values()]
      .filter((issue) => (state === 'all' || issue.state === state) && issue.labels.includes(label))
      .sort((a, b) => a.number - b.number);
    const size = Math.min(Number(query.get('per_page') ?? 30), 100);
    const start = (Number(query.get('page') ?? 1) - 1) * size;
    return { status: 200, body: wanted.slice(start, start + size).map((issue) => this.#wire(issue)) };
  }

  #update(issue: StoredIssue, body: WireIssueBody): Reply {
    const changed = this.put({
      ...issue,
      title: body.title ?? issue.title,
      body: body.body ?? issue.body,
      state: body.state ?? issue.state,
      stateReason: body.state_reason ?? issue.stateReason,
    });
    return { status: 200, body: this.#wire(changed) };
  }

  #comment(issue: StoredIssue, body: WireIssueBody | undefined): Reply {
    const comment = { body: body?.body ?? '', at: moment };
    this.put({ ...issue, comments: [...issue.comments, comment] });
    return { status: 201, body: this.#wireComment(issue, comment, issue.comments.length + 1) };
  }

  #comments(issue: StoredIssue): Reply {
    return {
      status: 200,
      body: issue.comments.map((comment, index) => this.#wireComment(issue, comment, index + 1)),
    };
  }

  #wireComment({ number }: StoredIssue, { body, at }: StoredIssue['comments'][number], id: number) {
    const url = `https://api.github.com/repos/${this.repository}/issues/comments/${id}`;
    const issueUrl = `https://api.github.com/repos/${this.repository}/issues/${number}`;
    return {
      id,
      node_id: `IC_${id}`,
      url,
      html_url: `https://github.com/${this.repository}/issues/${number}#issuecomment-${id}`,
      issue_url: issueUrl,
      body,
      user: null,
      created_at: at,
      updated_at: at,
    };
  }

  #wire(issue: StoredIssue) {
    const api = `https://api.github.com/repos/${this.repository}`;
    const url = `${api}/issues/${issue.number}`;
    const page = `https://github.com/${this.repository}/issues/${issue.number}`;
    return {
      id: issue.number,
      node_id: `I_${issue.number}`,
      url,
      repository_url: api,
      labels_url: `${url}/labels{/name}`,
      comments_url: `${url}/comments`,
      events_url: `${url}/events`,
      html_url: page,
      number: issue.number,
      state: issue.state,
      state_reason: issue.stateReason,
      title: issue.title,
      body: issue.body,
      user: null,
      labels: issue.labels.map((name) => ({ name })),
      assignee: null,
      assignees: [],
      milestone: null,
      locked: false,
      comments: issue.comments.length,
      closed_at: issue.state === 'closed' ? moment : null,
      created_at: moment,
      updated_at: moment,
      author_association: 'NONE',
      ...(issue.isPullRequest
        ? { pull_request: { diff_url: page, html_url: page, patch_url: page, url: `${api}/pulls/1` } }
        : {}),
    };
  }
}

const fresh: Omit<StoredIssue, 'number'> = {
  title: '',
  body: '',
  labels: [],
  assignees: [],
  state: 'open',
  stateReason: null,
  comments: [],
  isPullRequest: false,
};
