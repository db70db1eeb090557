export const id = 823;
export const ids = [823];
export const modules = {

/***/ 5347:
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
// EXTERNAL MODULE: ./src/adapters/github/limits.ts
var limits = __webpack_require__(4675);
;// CONCATENATED MODULE: ./src/adapters/github/refusals.ts

/** Texts of a 403 that are about the token or the repository as a whole, each with what helps. */
const general = [
    {
        // docs.github.com, "Archiving repositories": "Repository was archived so is read-only."
        says: /archived/i,
        code: 'E_REPOSITORY_ARCHIVED',
        what: (name) => `${name} is archived, so nothing can be written to it.`,
        fix: () => 'Unarchive it, or turn off the workflows that tick.',
    },
    {
        // docs.github.com, "Troubleshooting the REST API": "Resource protected by organization SAML enforcement."
        says: /SAML/i,
        code: 'E_SAML',
        what: (name) => `The organization of ${name} wants single sign-on, and the token has not passed it.`,
        fix: () => 'Authorize the token for the organization (Settings, Developer settings, Configure SSO), or hand over `github.token`.',
    },
    {
        // "Resource not accessible by integration", "… by personal access token", "You must authenticate via a GitHub App."
        says: /Resource not accessible|must authenticate via a GitHub App/i,
        code: 'E_PERMISSION',
        what: (name) => `The token may not do this in ${name}.`,
        fix: (permission) => `Give the job \`permissions: ${permission}\`.`,
    },
];
function saidIn({ message }) {
    return message === '' ? '' : ` GitHub says ${(0,quote/* quote */.h)(message, 200)}.`;
}
function unknownToken(facts) {
    return {
        code: 'E_CREDENTIALS',
        message: `GitHub does not accept the token.${saidIn(facts)}`,
        fix: 'Hand the input "token" the job\'s own token, `github.token`; any other may have expired or been revoked.',
    };
}
/** What a 403 says of everything that this token asks for; undefined: it may be about the one thing that was asked. */
function generalRefusal(facts, { owner, repo, permission }) {
    const known = general.find(({ says }) => says.test(facts.message));
    if (known === undefined)
        return undefined;
    const { code, what, fix } = known;
    return { code, message: `${what(`${owner}/${repo}`)}${saidIn(facts)}`, fix: fix(permission) };
}
function plainRefusal(facts, { owner, repo, permission }) {
    return {
        code: 'E_PERMISSION',
        message: `The token may not do this in ${owner}/${repo}.${saidIn(facts)}`,
        fix: `Give the job \`permissions: ${permission}\`.`,
    };
}

;// CONCATENATED MODULE: ./src/adapters/github/client.ts






const mostTries = 3;
const firstPauseMs = 1_000;
/** GitHub gives up a GraphQL request after 10 s itself, and says so. */
const timeoutMs = { rest: 10_000, graphql: 15_000 };
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
    const memory = {
        pausedUntil: { rest: undefined, graphql: undefined },
        strikes: 0,
        pace: (0,limits/* newPace */.Sn)(clock.now()),
    };
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
async function admit(memory, { budget, isWrite, lane = 'rest' }, clock) {
    const until = memory.pausedUntil[lane];
    if (until !== undefined && clock.now() < until)
        return pausedUntil(until);
    if (budget.left <= 0)
        return { kind: 'deferred', reason: 'the requests of this tick are used up' };
    const waitMs = isWrite ? (0,limits/* waitForWriteMs */.sI)(memory.pace, clock.now()) : 0;
    if (waitMs > 0)
        await clock.sleep(waitMs);
    budget.left -= 1;
    return undefined;
}
async function sendOnce(call, line) {
    const { octokit, names, memory, clock } = line;
    const { lane = 'rest' } = call;
    try {
        const { data, headers } = await call.send(octokit, names, AbortSignal.timeout(timeoutMs[lane]));
        const limited = lane === 'graphql' ? (0,limits/* limitIn */.d9)(data, headers) : undefined;
        if (limited !== undefined) {
            const paused = pause(call, limited, line);
            // What was done before the limit was met is done.
            return (0,limits/* hasResults */.pd)(data) ? { kind: 'ok', data } : paused;
        }
        memory.strikes = 0;
        memory.pausedUntil[lane] = (0,limits/* reserveAfter */.Vh)(headers, clock.now());
        if (typeof data === 'object' && data !== null)
            return { kind: 'ok', data };
        return { kind: 'unsure', reason: 'GitHub answered with something else than JSON' };
    }
    catch (error) {
        const facts = factsOf(error);
        if (facts === undefined)
            return { kind: 'unsure', reason: `no answer from GitHub (${nameOf(error)})` };
        if ((0,limits/* pauseAfter */.l0)(facts, memory.strikes, clock.now()) !== undefined)
            return pause(call, facts, line);
        return lane === 'rest' ? judge(facts, call, names) : judgeGraphql(facts);
    }
}
/** A limit on the number of requests is a lane's own; a secondary limit is on everything that the token does. */
function pause({ lane = 'rest' }, facts, { memory, clock }) {
    const until = (0,limits/* pauseAfter */.l0)(facts, memory.strikes, clock.now()) ?? clock.now();
    memory.strikes += 1;
    memory.pausedUntil[lane] = until;
    if (!(0,limits/* isPrimary */.Dn)(facts))
        Object.assign(memory.pausedUntil, { rest: until, graphql: until });
    return pausedUntil(until);
}
function pausedUntil(until) {
    return { kind: 'deferred', reason: `GitHub's rate limit allows no request before ${(0,instant/* isoOf */.dF)(until)}` };
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
/** REST says better what is wrong with the token or the repository: nothing is done, and it will be asked. */
function judgeGraphql({ status }) {
    return status >= 500 || status === 408
        ? { kind: 'unsure', reason: `GitHub answered ${status}` }
        : { kind: 'invalid', reason: `GitHub answered ${status}` };
}
function judge(facts, { permission, isAboutOne }, { owner, repo }) {
    const said = facts.message === '' ? '' : ` GitHub says ${(0,quote/* quote */.h)(facts.message, 200)}.`;
    const asked = { owner, repo, permission };
    switch (true) {
        case facts.status === 401:
            throw new problem/* RefusedError */.fk(unknownToken(facts));
        case facts.status === 403: {
            const refusal = generalRefusal(facts, asked);
            if (refusal === undefined && isAboutOne === true)
                return { kind: 'invalid', reason: `GitHub answered 403.${said}` };
            throw new problem/* RefusedError */.fk(refusal ?? plainRefusal(facts, asked));
        }
        case facts.status === 404 || facts.status === 410:
            return { kind: 'missing' };
        case facts.status >= 500 || facts.status === 408:
            return { kind: 'unsure', reason: `GitHub answered ${facts.status}` };
        default:
            return { kind: 'invalid', reason: `GitHub answered ${facts.status}.${said}` };
    }
}


/***/ }),

/***/ 4823:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  githubIssues: () => (/* binding */ githubIssues)
});

// EXTERNAL MODULE: ./src/adapters/github/client.ts + 1 modules
var github_client = __webpack_require__(5347);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
;// CONCATENATED MODULE: ./src/adapters/github/issue-calls.ts


/** GitHub's shapes and limits of issues. */
const limits = { title: 255, bodyBytes: 65_000, assignees: 10 };
/** Issues are listed by it, and only who may triage can set it: what a stranger writes is never taken for ours. */
const label = 'headgate';
const pageSize = 100;
/** More open alerts than are ever told at once. */
const mostPages = 3;
/** The hidden first line by which an issue, or a comment, is known again. */
function issueMarker(key) {
    return `<!-- headgate alert ${key} -->`;
}
function commentMarker({ issue, key }) {
    return `<!-- headgate alert ${issue} ${key} -->`;
}
function keyIn(body) {
    return /^<!-- headgate alert ([a-z0-9/-]{1,200}) -->\r?\n/.exec(body ?? '')?.[1];
}
function bodyOf(issue) {
    return (0,visible/* cutBytes */.Uw)(`${issueMarker(issue.key)}\n${issue.body}`, limits.bodyBytes);
}
function titleOf({ title }) {
    return (0,visible/* cutLength */.bG)(title, limits.title);
}
function issueCalls(line) {
    return { ...readingCalls(line), ...writingCalls(line), ...commentCalls(line) };
}
const permission = 'issues: write';
const reading = { permission, isWrite: false, isRepeatable: true };
const repeatable = { permission, isWrite: true, isRepeatable: true };
const once = { permission, isWrite: true, isRepeatable: false };
function readingCalls({ client, budget }) {
    return {
        async get(number) {
            const answer = await client.call({
                ...reading,
                budget,
                send: (octokit, names, signal) => octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {
                    ...names,
                    issue_number: number,
                    request: { signal },
                }),
            });
            return answer.kind === 'ok' ? { kind: 'ok', data: knownOf(answer.data) } : answer;
        },
        async list() {
            const found = [];
            for (let page = 1; page <= mostPages; page += 1) {
                const answer = await client.call({
                    ...reading,
                    budget,
                    send: (octokit, names, signal) => octokit.request('GET /repos/{owner}/{repo}/issues', {
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
                if (answer.kind !== 'ok')
                    return answer;
                found.push(...answer.data.map(knownOf).filter(({ key }) => key !== undefined));
                if (answer.data.length < pageSize)
                    break;
            }
            return { kind: 'ok', data: found };
        },
    };
}
function writingCalls({ client, budget }) {
    return {
        async create(issue, assignees) {
            const answer = await client.call({
                ...once,
                budget,
                send: (octokit, names, signal) => octokit.request('POST /repos/{owner}/{repo}/issues', {
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
        update: (number, issue) => client.call({
            ...repeatable,
            budget,
            send: (octokit, names, signal) => octokit.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
                ...names,
                issue_number: number,
                title: titleOf(issue),
                body: bodyOf(issue),
                request: { signal },
            }),
        }),
        close: (number, reason) => client.call({
            ...repeatable,
            budget,
            send: (octokit, names, signal) => octokit.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
                ...names,
                issue_number: number,
                state: 'closed',
                state_reason: reason,
                request: { signal },
            }),
        }),
    };
}
function commentCalls({ client, budget, now }) {
    return {
        comment: (number, comment) => client.call({
            ...once,
            budget,
            send: (octokit, names, signal) => octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
                ...names,
                issue_number: number,
                body: (0,visible/* cutBytes */.Uw)(`${commentMarker(comment)}\n${comment.body}`, limits.bodyBytes),
                request: { signal },
            }),
        }),
        async hasComment(number, comment) {
            const answer = await client.call({
                ...reading,
                budget,
                send: (octokit, names, signal) => octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
                    ...names,
                    issue_number: number,
                    since: (0,instant/* isoOf */.dF)((0,instant/* plusMs */.f9)(now(), -2 * instant/* dayMs */.LP)),
                    per_page: pageSize,
                    request: { signal },
                }),
            });
            if (answer.kind !== 'ok')
                return answer;
            const isThere = answer.data.some(({ body }) => body?.startsWith(commentMarker(comment)) === true);
            return { kind: 'ok', data: { isThere } };
        },
    };
}
/** To GitHub a pull request is an issue too. */
function knownOf({ number, title, body, state, pull_request }) {
    const key = pull_request === undefined ? keyIn(body) : undefined;
    return { number: Number(number), key, title, body: body ?? '', isOpen: state === 'open' };
}

;// CONCATENATED MODULE: ./src/adapters/github/issues.ts


/** Issues that are found by their key before they are created, and never touched when they are somebody else's. */
function githubIssues(options) {
    const client = (0,github_client/* githubClient */.$)(options);
    const callsWithin = (budget) => issueCalls({ client, budget, now: options.clock.now });
    return {
        async write(issues, requests) {
            const calls = callsWithin({ left: requests });
            const listed = onceListed(calls);
            const answers = [];
            for (const issue of issues)
                answers.push(await writeOne({ calls, listed }, issue));
            return answers;
        },
        async withdraw(numbers) {
            const calls = callsWithin({ left: numbers.length });
            for (const number of numbers)
                await calls.close(number, 'not_planned');
        },
    };
}
/** One listing serves all issues of a tick. */
function onceListed(calls) {
    let listing;
    return () => {
        listing ??= calls.list();
        return listing;
    };
}
async function writeOne(desk, issue) {
    const found = await find(desk, issue);
    if (found.kind !== 'ok')
        return deferred(found);
    const known = found.data.issue;
    if (issue.kind === 'close')
        return known === undefined ? { kind: 'none' } : issues_close(desk, issue, known);
    return known === undefined ? create(desk, issue) : update(desk, issue, known);
}
function deferred(answer) {
    // 410: issues are turned off; 404: the token may not see them.
    const reason = answer.kind === 'missing' ? 'the repository has no issues' : answer.reason;
    return { kind: 'deferred', reason };
}
/** By its number if it is still ours, else among those that are open. */
async function find({ calls, listed }, { key, number }) {
    if (number !== undefined) {
        const answer = await calls.get(number);
        if (answer.kind !== 'ok' && answer.kind !== 'missing')
            return answer;
        const isOurs = answer.kind === 'ok' && answer.data.key === key && answer.data.number === number;
        if (isOurs)
            return { kind: 'ok', data: { issue: answer.data } };
    }
    const listing = await listed();
    if (listing.kind !== 'ok')
        return listing;
    const [oldest, ...others] = listing.data.filter((issue) => issue.key === key);
    for (const other of others)
        await calls.close(other.number, 'not_planned');
    return { kind: 'ok', data: { issue: oldest } };
}
async function create({ calls }, issue) {
    const first = await calls.create(issue, issue.assignees);
    // GitHub refuses an issue as a whole when one of the names is nobody who can be assigned.
    const answer = first.kind === 'invalid' && issue.assignees.length > 0 ? await calls.create(issue, []) : first;
    if (answer.kind === 'ok')
        return { kind: 'written', number: answer.data.number };
    if (answer.kind !== 'unsure')
        return deferred(answer);
    const listing = await calls.list();
    const made = listing.kind === 'ok' ? listing.data.find(({ key }) => key === issue.key) : undefined;
    return made === undefined ? deferred(answer) : { kind: 'written', number: made.number };
}
/** What a person has closed stays closed, and nobody is called again. */
async function update({ calls }, issue, known) {
    const written = { kind: 'written', number: known.number };
    if (!known.isOpen)
        return written;
    if (known.title !== titleOf(issue) || known.body.trimEnd() !== bodyOf(issue).trimEnd()) {
        const answer = await calls.update(known.number, issue);
        if (answer.kind !== 'ok')
            return deferred(answer);
    }
    const commented = await comment(calls, issue, known);
    return commented ?? written;
}
async function issues_close({ calls }, issue, known) {
    const written = { kind: 'written', number: known.number };
    if (!known.isOpen)
        return written;
    const problem = await comment(calls, issue, known);
    if (problem !== undefined)
        return problem;
    const answer = await calls.close(known.number, 'completed');
    return answer.kind === 'ok' ? written : deferred(answer);
}
/** Undefined: it is there. */
async function comment(calls, { key, comment: wanted, isAgain }, { number }) {
    if (wanted === undefined)
        return undefined;
    const named = { ...wanted, issue: key };
    if (isAgain) {
        const answer = await calls.hasComment(number, named);
        if (answer.kind !== 'ok')
            return deferred(answer);
        if (answer.data.isThere)
            return undefined;
    }
    const answer = await calls.comment(number, named);
    return answer.kind === 'ok' ? undefined : deferred(answer);
}


/***/ }),

/***/ 4675:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dn: () => (/* binding */ isPrimary),
/* harmony export */   R4: () => (/* binding */ errorsIn),
/* harmony export */   Sn: () => (/* binding */ newPace),
/* harmony export */   Vh: () => (/* binding */ reserveAfter),
/* harmony export */   d9: () => (/* binding */ limitIn),
/* harmony export */   l0: () => (/* binding */ pauseAfter),
/* harmony export */   pd: () => (/* binding */ hasResults),
/* harmony export */   sI: () => (/* binding */ waitForWriteMs)
/* harmony export */ });
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);

/** Longer than this nobody waits: the primary limit is counted by the hour. */
const longestPauseMs = _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .hourMs */ .$0;
/** GitHub: "if no header says otherwise, wait for at least one minute", and longer each time. */
const shortestPauseMs = _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2;
const longestUnaskedPauseMs = 15 * _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2;
/**
 * Until when GitHub wants no further request; undefined if the answer is not about a limit. `strikes` counts the limited
 * answers before this one. docs.github.com, "Rate limits for the REST API".
 */
function pauseAfter(facts, strikes, now) {
    if (facts.status !== 403 && facts.status !== 429)
        return undefined;
    const retryAfter = numberOf(facts.headers['retry-after']);
    if (retryAfter !== undefined)
        return pausedFor(retryAfter * _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj, now);
    if (isPrimary(facts)) {
        const reset = numberOf(facts.headers['x-ratelimit-reset']) ?? 0;
        // The runner's clock may be ahead of GitHub's: a reset in the past is no permission.
        return pausedFor(Math.max(reset * _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj - now, shortestPauseMs), now);
    }
    const isSecondary = facts.status === 429 || /secondary rate limit|abuse detection/i.test(facts.message);
    if (!isSecondary)
        return undefined;
    return pausedFor(Math.min(shortestPauseMs * 2 ** Math.min(strikes, 10), longestUnaskedPauseMs), now);
}
/** The requests of the hour are used up. Without this it is a secondary limit: too much at once. */
function isPrimary({ headers }) {
    return numberOf(headers['x-ratelimit-remaining']) === 0;
}
/**
 * GraphQL says 200 even when it refuses for a limit: the error's type tells, whatever the header says is left.
 * docs.github.com, "Rate limits and query limits for the GraphQL API".
 */
function limitIn(data, headers) {
    for (const { type, message } of errorsIn(data)) {
        if (/^RATE_LIMIT(?:ED)?$/.test(type))
            return { status: 429, headers: { ...headers, 'x-ratelimit-remaining': 0 }, message };
        if (/secondary rate limit|abuse detection/i.test(message))
            return { status: 429, headers, message };
    }
    return undefined;
}
/** Whether GraphQL did anything of what was asked. */
function hasResults(body) {
    const { data } = body;
    return typeof data === 'object' && data !== null && Object.values(data).some((result) => result !== null);
}
/** The errors of a GraphQL answer; one that has none of the usual members counts all the same. */
function errorsIn(data) {
    const errors = typeof data === 'object' && data !== null && 'errors' in data ? data.errors : undefined;
    if (!Array.isArray(errors))
        return [];
    return errors.map((error) => {
        const { type, message, path, extensions } = (error ?? {});
        const { code } = (extensions ?? {});
        return {
            type: String(type ?? ''),
            code: String(code ?? ''),
            message: String(message ?? ''),
            path: Array.isArray(path) ? path : [],
        };
    });
}
function pausedFor(ms, now) {
    return (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .plusMs */ .f9)(now, Math.min(Math.max(ms, _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj), longestPauseMs));
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
    return reset * _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj > now ? pausedFor(reset * _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj - now, now) : undefined;
}
/** Content may be created 80 times a minute: 20 writes at once, then one a second. */
const burst = 20;
function newPace(now) {
    return { tokens: burst, at: now };
}
/** Takes the right to one write; returns how long to wait for it. */
function waitForWriteMs(pace, now) {
    pace.tokens = Math.min(pace.tokens + (now - pace.at) / _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj, burst);
    pace.at = now;
    pace.tokens -= 1;
    return pace.tokens >= 0 ? 0 : Math.ceil(-pace.tokens * _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj);
}


/***/ })

};
