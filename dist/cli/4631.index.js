export const id = 4631;
export const ids = [4631];
export const modules = {

/***/ 5327:
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
    if (isPrimary(facts)) {
        const reset = numberOf(facts.headers['x-ratelimit-reset']) ?? 0;
        // The runner's clock may be ahead of GitHub's: a reset in the past is no permission.
        return pausedFor(Math.max(reset * instant/* secondMs */.fj - now, shortestPauseMs), now);
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
        pace: newPace(clock.now()),
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
    const waitMs = isWrite ? waitForWriteMs(memory.pace, clock.now()) : 0;
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
        const limited = lane === 'graphql' ? limitIn(data, headers) : undefined;
        if (limited !== undefined) {
            const paused = pause(call, limited, line);
            // What was done before the limit was met is done.
            return hasResults(data) ? { kind: 'ok', data } : paused;
        }
        memory.strikes = 0;
        memory.pausedUntil[lane] = reserveAfter(headers, clock.now());
        if (typeof data === 'object' && data !== null)
            return { kind: 'ok', data };
        return { kind: 'unsure', reason: 'GitHub answered with something else than JSON' };
    }
    catch (error) {
        const facts = factsOf(error);
        if (facts === undefined)
            return { kind: 'unsure', reason: `no answer from GitHub (${nameOf(error)})` };
        if (pauseAfter(facts, memory.strikes, clock.now()) !== undefined)
            return pause(call, facts, line);
        return lane === 'rest' ? judge(facts, call, names) : judgeGraphql(facts);
    }
}
/** A limit on the number of requests is a lane's own; a secondary limit is on everything that the token does. */
function pause({ lane = 'rest' }, facts, { memory, clock }) {
    const until = pauseAfter(facts, memory.strikes, clock.now()) ?? clock.now();
    memory.strikes += 1;
    memory.pausedUntil[lane] = until;
    if (!isPrimary(facts))
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

/***/ 4631:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readIdentity: () => (/* binding */ readIdentity)
/* harmony export */ });
/* unused harmony exports readRepository, probeChecks */
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2531);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5327);


/** Undefined: GitHub did not say. Then the careful answer is the right one. */
async function readRepository(options) {
    const data = await fetchRepository(options);
    return data && { isPublic: data.private !== true, defaultBranch: data.default_branch };
}
async function readIdentity(options) {
    const data = await fetchRepository(options);
    if (data === undefined)
        return undefined;
    const { owner, name, id, default_branch: defaultBranch } = data;
    const isPublic = data.private !== true;
    return { owner: owner.login, name, ownerId: owner.id, id, defaultBranch, isPublic };
}
async function fetchRepository(options) {
    const answer = await (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .githubClient */ .$)(options).call({
        budget: { left: 3 },
        isWrite: false,
        isRepeatable: true,
        permission: 'contents: read',
        send: (octokit, names, signal) => octokit.request('GET /repos/{owner}/{repo}', { ...names, request: { signal } }),
    });
    return answer.kind === 'ok' ? answer.data : undefined;
}
const noCommit = '0'.repeat(40);
/**
 * Whether the token may write checks, without writing one: a check on a commit that cannot exist is refused for that
 * reason only if it would be allowed otherwise.
 */
async function probeChecks(options) {
    try {
        const answer = await githubClient(options).call({
            budget: { left: 1 },
            isWrite: true,
            isRepeatable: false,
            permission: 'checks: write',
            send: (octokit, names, signal) => octokit.request('POST /repos/{owner}/{repo}/check-runs', {
                ...names,
                name: 'headgate / doctor',
                head_sha: noCommit,
                request: { signal },
            }),
        });
        if (answer.kind === 'invalid' || answer.kind === 'ok')
            return undefined;
        if (answer.kind === 'missing')
            return {
                code: 'E_REPOSITORY_UNKNOWN',
                message: `The token sees no repository ${options.repository}.`,
                fix: 'Check GITHUB_REPOSITORY, and that the token is for this repository.',
            };
        return {
            code: 'E_GITHUB',
            message: `GitHub could not be asked: ${answer.reason}.`,
            fix: 'Try again later.',
        };
    }
    catch (error) {
        if (error instanceof RefusedError)
            return error.problem;
        throw error;
    }
}


/***/ })

};
