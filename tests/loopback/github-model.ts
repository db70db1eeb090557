/** What GitHub remembers of a repository's check runs, and how it answers about them. */

export type WireAnnotation = {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: string;
  readonly message: string;
  readonly title?: string;
};
type WireOutput = {
  readonly title: string;
  readonly summary: string;
  readonly text?: string;
  readonly annotations?: readonly WireAnnotation[];
};
export type WireBody = {
  readonly name?: string;
  readonly head_sha?: string;
  readonly external_id?: string;
  readonly status?: string;
  readonly conclusion?: string;
  readonly started_at?: string;
  readonly completed_at?: string;
  readonly output?: WireOutput;
};

export type CheckRun = {
  readonly id: number;
  readonly name: string;
  readonly headSha: string;
  readonly externalId: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  readonly output: {
    readonly title: string | null;
    readonly summary: string | null;
    readonly text: string | null;
  };
  readonly annotations: readonly WireAnnotation[];
};

export type Reply = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: { readonly [name: string]: string };
};

export class GithubModel {
  readonly runs = new Map<number, CheckRun>();
  readonly repository: string;
  readonly isPrivate: boolean;
  readonly #hasCommit: (sha: string) => boolean;
  #nextId = 30_000_000_001;

  constructor(repository: string, isPrivate: boolean, hasCommit: (sha: string) => boolean) {
    this.repository = repository;
    this.isPrivate = isPrivate;
    this.#hasCommit = hasCommit;
  }

  create(body: WireBody): Reply {
    const { head_sha: headSha = '', name = '' } = body;
    if (!this.#hasCommit(headSha)) return refused(`No commit found for SHA: ${headSha}`);
    const problem = outputProblem(body);
    if (problem !== undefined) return refused(problem);
    const id = this.#nextId;
    this.#nextId += 1;
    const fresh: CheckRun = {
      id,
      name,
      headSha,
      externalId: body.external_id ?? '',
      status: 'queued',
      conclusion: null,
      startedAt: null,
      completedAt: null,
      output: { title: null, summary: null, text: null },
      annotations: [],
    };
    const run = applied(fresh, body);
    this.runs.set(id, run);
    return { status: 201, body: this.wire(run) };
  }

  update(id: number, body: WireBody): Reply {
    const run = this.runs.get(id);
    if (run === undefined) return notFound;
    const problem = outputProblem(body);
    if (problem !== undefined) return refused(problem);
    const changed = applied(run, body);
    this.runs.set(id, changed);
    return { status: 200, body: this.wire(changed) };
  }

  /** Newest first, as observed; GitHub promises no order. */
  list(headSha: string, query: URLSearchParams): Reply {
    const name = query.get('check_name');
    const all = [...this.runs.values()]
      .filter((run) => run.headSha === headSha && (name === null || run.name === name))
      .sort((a, b) => b.id - a.id);
    const latest = all.filter((run, index) => all.findIndex((other) => other.name === run.name) === index);
    const wanted = query.get('filter') === 'all' ? all : latest;
    return {
      status: 200,
      body: { total_count: wanted.length, check_runs: page(wanted, query).map((run) => this.wire(run)) },
    };
  }

  annotations(id: number, query: URLSearchParams): Reply {
    const run = this.runs.get(id);
    if (run === undefined) return notFound;
    const body = page(run.annotations, query).map((annotation) => ({
      ...annotation,
      start_column: null,
      end_column: null,
      title: annotation.title ?? null,
      raw_details: null,
      blob_href: `https://github.com/${this.repository}/blob/${run.headSha}/${annotation.path}`,
    }));
    return { status: 200, body };
  }

  describe(): Reply {
    const [owner, name] = this.repository.split('/');
    return {
      status: 200,
      body: {
        id: 1,
        name,
        full_name: this.repository,
        owner: { login: owner, id: 2 },
        private: this.isPrivate,
        visibility: this.isPrivate ? 'private' : 'public',
        default_branch: 'main',
      },
    };
  }

  wire(run: CheckRun) {
    const url = `https://api.github.com/repos/${this.repository}/check-runs/${run.id}`;
    // For the Actions app GitHub puts its own page in place of any `details_url`.
    const htmlUrl = `https://github.com/${this.repository}/runs/${run.id}`;
    return {
      id: run.id,
      node_id: `CR_${run.id}`,
      name: run.name,
      head_sha: run.headSha,
      external_id: run.externalId,
      url,
      html_url: htmlUrl,
      details_url: htmlUrl,
      status: run.status,
      conclusion: run.conclusion,
      started_at: run.startedAt,
      completed_at: run.completedAt,
      output: {
        ...run.output,
        annotations_count: run.annotations.length,
        annotations_url: `${url}/annotations`,
      },
      check_suite: { id: 1 },
      app: null,
      pull_requests: [],
    };
  }
}

export const notFound: Reply = {
  status: 404,
  body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest' },
};

export function refused(message: string): Reply {
  return { status: 422, body: { message, documentation_url: 'https://docs.github.com/rest' } };
}

/** Limits that GitHub enforces beside the shape. */
function outputProblem({ output, status, conclusion }: WireBody): string | undefined {
  if (status === 'completed' && conclusion === undefined) return 'Invalid request. Missing conclusion.';
  if (output === undefined) return undefined;
  if (Buffer.byteLength(output.summary) > 65_535)
    return 'Only 65535 characters are allowed; summary is too long.';
  if ((output.annotations?.length ?? 0) > 50) return 'No more than 50 annotations are allowed.';
  if (output.annotations?.some(({ message }) => Buffer.byteLength(message) > 65_536))
    return 'Annotation message exceeds 64 KB.';
  return undefined;
}

/** The output is replaced as a whole; annotations are added to those that are there; a conclusion completes the run. */
function applied(run: CheckRun, body: WireBody): CheckRun {
  const { output } = body;
  const status = body.conclusion === undefined ? (body.status ?? run.status) : 'completed';
  const isCompleted = status === 'completed';
  return {
    ...run,
    status,
    conclusion: isCompleted ? (body.conclusion ?? run.conclusion) : null,
    startedAt: body.started_at ?? run.startedAt,
    completedAt: isCompleted ? (body.completed_at ?? run.completedAt) : null,
    ...(output === undefined
      ? {}
      : { output: { title: output.title, summary: output.summary, text: output.text ?? null } }),
    annotations: [...run.annotations, ...(output?.annotations ?? [])],
  };
}

function page<T>(items: readonly T[], query: URLSearchParams): readonly T[] {
  const size = Math.min(Number(query.get('per_page') ?? 30), 100);
  const start = (Number(query.get('page') ?? 1) - 1) * size;
  return items.slice(start, start + size);
}
