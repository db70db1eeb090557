export const id = 538;
export const ids = [538];
export const modules = {

/***/ 5538:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  githubChecks: () => (/* binding */ githubChecks)
});

// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
;// CONCATENATED MODULE: ./src/adapters/github/check-wire.ts


/** GitHub's shapes and limits of check runs. What is over a limit would be refused, or cut in silence. */
const limits = {
    name: 100,
    title: 255,
    summaryBytes: 65_535,
    annotationBytes: 65_535,
    annotations: 50,
};
const cutMarker = '\n\n… (cut)';
function outputOf(check) {
    return {
        title: (0,visible/* cutLength */.bG)(check.title, limits.title),
        summary: (0,visible/* cutBytes */.Uw)(check.summary, limits.summaryBytes, cutMarker),
    };
}
function stateOf({ status, startedAt }) {
    const started_at = (0,instant/* isoOf */.dF)(startedAt);
    switch (status.kind) {
        case 'queued':
            return { status: 'queued', started_at };
        case 'in-progress':
            return { status: 'in_progress', started_at };
        case 'completed':
            return {
                status: 'completed',
                conclusion: status.conclusion,
                started_at,
                completed_at: (0,instant/* isoOf */.dF)(status.at),
            };
    }
}
function nameOf({ name }) {
    return (0,visible/* cutLength */.bG)(name, limits.name);
}
/** In portions of what one request may carry. */
function annotationBatches(annotations) {
    const batches = [];
    for (let index = 0; index < annotations.length; index += limits.annotations)
        batches.push(annotations.slice(index, index + limits.annotations).map(annotationOf));
    return batches;
}
function annotationOf({ path, line, level, title, message }) {
    return {
        path,
        start_line: line,
        end_line: line,
        annotation_level: level,
        title: (0,visible/* cutLength */.bG)(title, limits.title),
        message: (0,visible/* cutBytes */.Uw)(message, limits.annotationBytes),
    };
}

// EXTERNAL MODULE: ./src/adapters/github/client.ts + 1 modules
var github_client = __webpack_require__(7533);
;// CONCATENATED MODULE: ./src/adapters/github/find-checks.ts


/** GitHub keeps at most 1,000 checks of one name in a suite. */
const mostPages = 10;
const pageSize = 100;
/** A check is created soon after its run began; one that began this much earlier is older than ours can be. */
const createdWithinMs = 6 * instant/* hourMs */.$0;
function newFinder(client, budget, wanted) {
    const listings = new Map();
    const groupOf = (check) => wanted.filter(({ commit, name }) => commit === check.commit && name === check.name);
    const lookUp = async (check, checks) => {
        const listing = await list(client, budget, checks);
        listings.set(keyOf(check), listing);
        return listing;
    };
    const found = (answer, check) => answer.kind === 'ok' ? { kind: 'ok', data: { id: answer.data.get(check.externalId) } } : answer;
    return {
        async id(check) {
            const known = listings.get(keyOf(check));
            return found(known ?? (await lookUp(check, groupOf(check))), check);
        },
        async idAfterCreate(check) {
            return found(await list(client, budget, [check]), check);
        },
    };
}
function keyOf({ commit, name }) {
    return `${commit} ${name}`;
}
/** External id → the first check run that has it. */
async function list(client, budget, wanted) {
    const [first] = wanted;
    const found = new Map();
    if (first === undefined)
        return { kind: 'ok', data: found };
    const missing = new Set(wanted.map(({ externalId }) => externalId));
    const since = Math.min(...wanted.map(({ startedAt }) => startedAt));
    for (let page = 1; page <= mostPages; page += 1) {
        const answer = await listPage(client, budget, { check: first, page });
        if (answer.kind !== 'ok')
            return answer;
        const runs = answer.data.check_runs;
        for (const { id, name, external_id } of runs) {
            if (name !== nameOf(first) || external_id === null)
                continue;
            missing.delete(external_id);
            found.set(external_id, Math.min(Number(id), found.get(external_id) ?? Number(id)));
        }
        if (missing.size === 0 || runs.length < pageSize || isOlderThan(runs, since))
            break;
    }
    return { kind: 'ok', data: found };
}
/** Newest first, which GitHub does but does not promise, and all that follow are too old to be ours. */
function isOlderThan(runs, since) {
    const isNewestFirst = runs.every(({ id }, index) => index === 0 || id < (runs[index - 1]?.id ?? 0));
    const startedAt = Date.parse(runs.at(-1)?.started_at ?? '');
    return isNewestFirst && startedAt < since - createdWithinMs;
}
function listPage(client, budget, { check, page }) {
    return client.call({
        budget,
        isWrite: false,
        isRepeatable: true,
        permission: 'checks: write',
        send: (octokit, names, signal) => octokit.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
            ...names,
            ref: check.commit,
            check_name: nameOf(check),
            filter: 'all',
            per_page: pageSize,
            page,
            request: { signal },
        }),
    });
}

;// CONCATENATED MODULE: ./src/adapters/github/checks.ts



/** The check runs of a repository. A run's check is found by its external id before it is created, so it exists once. */
function githubChecks(options) {
    const client = (0,github_client/* githubClient */.$)(options);
    return {
        async publish(checks, requests) {
            const budget = { left: requests };
            const find = newFinder(client, budget, checks.map(({ check }) => check));
            const answers = [];
            for (const wanted of checks)
                answers.push(await publishOne({ client, budget, find }, wanted));
            return answers;
        },
    };
}
async function publishOne(desk, { check, checkId }) {
    if (checkId !== undefined && /^\d{1,15}$/.test(checkId)) {
        const updated = await update(desk, check, Number(checkId));
        // Somebody deleted the workflow run whose suite it hung in: it is shown anew.
        if (updated.kind !== 'missing')
            return updated;
    }
    const found = await desk.find.id(check);
    if (found.kind !== 'ok')
        return deferred(found);
    if (found.data.id !== undefined) {
        const updated = await update(desk, check, found.data.id);
        if (updated.kind !== 'missing')
            return updated;
    }
    return create(desk, check);
}
function deferred(answer) {
    return {
        kind: 'deferred',
        reason: answer.kind === 'missing' ? 'GitHub knows no such commit' : answer.reason,
    };
}
async function create(desk, check) {
    const [first = [], ...rest] = annotationBatches(check.annotations);
    const answer = await desk.client.call({
        ...writing(desk.budget),
        // A second creation would be a second check: after a lost answer it is looked for instead.
        isRepeatable: false,
        send: (octokit, names, signal) => octokit.request('POST /repos/{owner}/{repo}/check-runs', {
            ...names,
            name: nameOf(check),
            head_sha: check.commit,
            external_id: check.externalId,
            ...stateOf(check),
            output: { ...outputOf(check), ...(first.length === 0 ? {} : { annotations: first }) },
            request: { signal },
        }),
    });
    if (answer.kind === 'unsure')
        return adopt(desk, check, answer.reason);
    if (answer.kind !== 'ok')
        return deferred(answer);
    return annotate(desk, { check, id: Number(answer.data.id), batches: rest });
}
async function adopt(desk, check, reason) {
    const found = await desk.find.idAfterCreate(check);
    if (found.kind !== 'ok' || found.data.id === undefined)
        return { kind: 'deferred', reason: `${reason}; whether the check exists is looked up later` };
    const updated = await update(desk, check, found.data.id);
    return updated.kind === 'missing' ? { kind: 'deferred', reason } : updated;
}
async function update(desk, check, id) {
    const answer = await desk.client.call(patch(desk.budget, { check, id, annotations: [] }));
    if (answer.kind === 'missing')
        return answer;
    if (answer.kind !== 'ok')
        return deferred(answer);
    if (check.annotations.length === 0)
        return { kind: 'published', checkId: String(id) };
    const missing = answer.data.output.annotations_count === 0
        ? { kind: 'ok', data: check.annotations }
        : await missingAnnotations(desk, check, id);
    if (missing.kind !== 'ok')
        return deferred(missing);
    return annotate(desk, { check, id, batches: annotationBatches(missing.data) });
}
/** GitHub adds the annotations of each request to those that are there, and removes none. */
async function annotate(desk, { check, id, batches }) {
    for (const annotations of batches) {
        const call = patch(desk.budget, { check, id, annotations });
        const answer = await desk.client.call({ ...call, isRepeatable: false });
        if (answer.kind !== 'ok')
            return deferred(answer);
    }
    return { kind: 'published', checkId: String(id) };
}
async function missingAnnotations({ client, budget }, check, id) {
    const answer = await client.call({
        ...writing(budget),
        isWrite: false,
        isRepeatable: true,
        send: (octokit, names, signal) => octokit.request('GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations', {
            ...names,
            check_run_id: id,
            per_page: 100,
            request: { signal },
        }),
    });
    if (answer.kind !== 'ok')
        return answer;
    const known = new Set(answer.data.map(({ path, start_line, message }) => `${path}:${start_line} ${message}`));
    const missing = check.annotations.filter(({ path, line, message }) => !known.has(`${path}:${line} ${message}`));
    return { kind: 'ok', data: missing };
}
function writing(budget) {
    return { isWrite: true, permission: 'checks: write', budget };
}
function patch(budget, { check, id, annotations }) {
    return {
        ...writing(budget),
        isRepeatable: true,
        send: (octokit, names, signal) => octokit.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
            ...names,
            check_run_id: id,
            ...stateOf(check),
            output: {
                ...outputOf(check),
                ...(annotations.length === 0 ? {} : { annotations: [...annotations] }),
            },
            request: { signal },
        }),
    };
}


/***/ }),

/***/ 7533:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ githubClient)
});

// UNUSED EXPORTS: repositoryName

// EXTERNAL MODULE: ../../node_modules/@octokit/rest/dist-src/index.js + 21 modules
var dist_src = __webpack_require__(5903);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/core/quote.ts
var quote = __webpack_require__(1748);
;// CONCATENATED MODULE: ./src/adapters/github/limits.ts

/** Longer than this nobody waits: the primary limit is counted by the hour. */
const longestPauseMs = instant/* hourMs */.$0;
/** GitHub: "if no header says otherwise, wait for at least one minute", and longer each time. */
const shortestPauseMs = instant/* minuteMs */.J2;
const longestUnaskedPauseMs = 15 * instant/* minuteMs */.J2;
/**
 * Until when GitHub wants no further request; undefined if the answer is not about a limit. `strikes` counts the limited
 * answers before this one. docs.github.com, "Rate limits for the REST API".
 */
function pauseAfter(facts, strikes, now) {
    if (facts.status !== 403 && facts.status !== 429)
        return undefined;
    const retryAfter = numberOf(facts.headers['retry-after']);
    if (retryAfter !== undefined)
        return pausedFor(retryAfter * instant/* secondMs */.fj, now);
    if (numberOf(facts.headers['x-ratelimit-remaining']) === 0) {
        const reset = numberOf(facts.headers['x-ratelimit-reset']) ?? 0;
        // The runner's clock may be ahead of GitHub's: a reset in the past is no permission.
        return pausedFor(Math.max(reset * instant/* secondMs */.fj - now, shortestPauseMs), now);
    }
    const isSecondary = facts.status === 429 || /secondary rate limit|abuse detection/i.test(facts.message);
    if (!isSecondary)
        return undefined;
    return pausedFor(Math.min(shortestPauseMs * 2 ** Math.min(strikes, 10), longestUnaskedPauseMs), now);
}
function pausedFor(ms, now) {
    return (0,instant/* plusMs */.f9)(now, Math.min(Math.max(ms, instant/* secondMs */.fj), longestPauseMs));
}
function numberOf(value) {
    const text = String(value ?? '');
    return /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}
/** Requests of the hour that are left to the repository's other workflows, which share its limit. */
const reserve = 50;
/** Until when to leave the rest of the hour to others; undefined while there is enough. */
function reserveAfter(headers, now) {
    const remaining = numberOf(headers['x-ratelimit-remaining']);
    const reset = numberOf(headers['x-ratelimit-reset']);
    if (remaining === undefined || reset === undefined || remaining >= reserve)
        return undefined;
    return reset * instant/* secondMs */.fj > now ? pausedFor(reset * instant/* secondMs */.fj - now, now) : undefined;
}
/** Content may be created 80 times a minute: 20 writes at once, then one a second. */
const burst = 20;
function newPace(now) {
    return { tokens: burst, at: now };
}
/** Takes the right to one write; returns how long to wait for it. */
function waitForWriteMs(pace, now) {
    pace.tokens = Math.min(pace.tokens + (now - pace.at) / instant/* secondMs */.fj, burst);
    pace.at = now;
    pace.tokens -= 1;
    return pace.tokens >= 0 ? 0 : Math.ceil(-pace.tokens * instant/* secondMs */.fj);
}

;// CONCATENATED MODULE: ./src/adapters/github/client.ts





const mostTries = 3;
const firstPauseMs = 1_000;
const timeoutMs = 10_000;
/** Sends requests one after the other, within GitHub's limits. What it does not answer is never guessed. */
function githubClient(options) {
    const names = repositoryName(options.repository);
    const silent = () => undefined;
    const octokit = new dist_src/* Octokit */.E({
        auth: options.token,
        baseUrl: options.apiUrl,
        userAgent: 'headgate',
        // Its log would show addresses and bodies that nobody has escaped.
        log: { debug: silent, info: silent, warn: silent, error: silent },
    });
    const { clock } = options;
    const memory = { pausedUntil: undefined, strikes: 0, pace: newPace(clock.now()) };
    return {
        async call(call) {
            for (let attempt = 1;; attempt += 1) {
                const stop = await admit(memory, call, clock);
                if (stop !== undefined)
                    return stop;
                const answer = await sendOnce(call, { octokit, names, memory, clock });
                const isFinal = answer.kind !== 'unsure' || !call.isRepeatable || attempt >= mostTries;
                if (isFinal)
                    return answer;
                await clock.sleep(firstPauseMs * 2 ** (attempt - 1));
            }
        },
    };
}
function repositoryName(repository) {
    const match = /^([A-Za-z0-9][A-Za-z0-9-]{0,38})\/([A-Za-z0-9._-]{1,100})$/.exec(repository);
    if (match !== null)
        return { owner: match[1] ?? '', repo: match[2] ?? '' };
    throw new problem/* InputError */.dz([
        {
            code: 'E_REPOSITORY',
            field: 'GITHUB_REPOSITORY',
            message: `Repository ${(0,quote/* quote */.h)(repository)} must be "owner/name".`,
        },
    ]);
}
async function admit(memory, { budget, isWrite }, clock) {
    const until = memory.pausedUntil;
    if (until !== undefined && clock.now() < until)
        return { kind: 'deferred', reason: `GitHub's rate limit allows no request before ${(0,instant/* isoOf */.dF)(until)}` };
    if (budget.left <= 0)
        return { kind: 'deferred', reason: 'the requests of this tick are used up' };
    const waitMs = isWrite ? waitForWriteMs(memory.pace, clock.now()) : 0;
    if (waitMs > 0)
        await clock.sleep(waitMs);
    budget.left -= 1;
    return undefined;
}
async function sendOnce(call, { octokit, names, memory, clock }) {
    try {
        const { data, headers } = await call.send(octokit, names, AbortSignal.timeout(timeoutMs));
        memory.strikes = 0;
        memory.pausedUntil = reserveAfter(headers, clock.now());
        if (typeof data === 'object' && data !== null)
            return { kind: 'ok', data };
        return { kind: 'unsure', reason: 'GitHub answered with something else than JSON' };
    }
    catch (error) {
        const facts = factsOf(error);
        if (facts === undefined)
            return { kind: 'unsure', reason: `no answer from GitHub (${nameOf(error)})` };
        const until = pauseAfter(facts, memory.strikes, clock.now());
        if (until === undefined)
            return judge(facts, call.permission, names);
        memory.strikes += 1;
        memory.pausedUntil = until;
        return { kind: 'deferred', reason: `GitHub's rate limit allows no request before ${(0,instant/* isoOf */.dF)(until)}` };
    }
}
/** Undefined: there was no answer. */
function factsOf(error) {
    const response = error instanceof Error && 'response' in error ? error.response : undefined;
    if (typeof response !== 'object' || response === null)
        return undefined;
    const { status, headers, data } = response;
    if (status === undefined)
        return undefined;
    // The body of an error page is neither read nor shown.
    const message = typeof data === 'object' && data !== null && 'message' in data ? String(data.message) : '';
    return { status, headers: (headers ?? {}), message };
}
function nameOf(error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    if (typeof cause === 'object' && cause !== null && 'code' in cause)
        return (0,quote/* quote */.h)(cause.code);
    return cause instanceof Error ? cause.name : 'unknown';
}
function judge(facts, permission, { owner, repo }) {
    const said = facts.message === '' ? '' : ` GitHub says ${(0,quote/* quote */.h)(facts.message, 200)}.`;
    switch (true) {
        case facts.status === 401:
            throw new problem/* RefusedError */.fk({
                code: 'E_CREDENTIALS',
                message: `GitHub does not accept the token.${said}`,
                fix: 'Hand the input "token" the job\'s own token, `github.token`.',
            });
        case facts.status === 403:
            throw new problem/* RefusedError */.fk({
                code: 'E_PERMISSION',
                message: `The token may not do this in ${owner}/${repo}.${said}`,
                fix: `Give the job \`permissions: ${permission}\`.`,
            });
        case facts.status === 404 || facts.status === 410:
            return { kind: 'missing' };
        case facts.status >= 500 || facts.status === 408:
            return { kind: 'unsure', reason: `GitHub answered ${facts.status}` };
        default:
            return { kind: 'invalid', reason: `GitHub answered ${facts.status}.${said}` };
    }
}


/***/ })

};
