import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 6750:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _doors_action_main_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7415);

process.exitCode = await (0,_doors_action_main_js__WEBPACK_IMPORTED_MODULE_0__/* .main */ .i)(process.env);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 9141:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ parseStrictJson)
/* harmony export */ });
/** Deeper than any record; parameters are written by people. */
const deepest = 64;
/**
 * JSON as `JSON.parse` reads it, minus what it is silent about: keys that occur twice (the last one wins without a
 * word), nesting without bounds, and `__proto__`, which does not survive copying.
 */
function parseStrictJson(text) {
    const counted = count(text);
    if (counted === undefined) {
        return { kind: 'bad', reason: `it is nested more than ${deepest} levels deep`, line: 1 };
    }
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        return { kind: 'bad', ...syntaxFault(text, error) };
    }
    // Two equal keys in the text are one in the value. Which ones they are is looked for only then: it takes longer.
    const isSuspect = counted !== keysIn(value) || /__proto__|\\u005f/i.test(text);
    const fault = isSuspect ? scan(text) : undefined;
    return fault === undefined ? { kind: 'ok', value } : { kind: 'bad', ...fault };
}
/** The number of colons outside strings, which is the number of keys; undefined: nested too deep. */
function count(text) {
    let depth = 0;
    let colons = 0;
    for (let at = 0; at < text.length; at += 1) {
        switch (text.charCodeAt(at)) {
            case 0x22:
                at = endOfString(text, at);
                break;
            case 0x3a:
                colons += 1;
                break;
            case 0x7b:
            case 0x5b:
                depth += 1;
                if (depth > deepest)
                    return undefined;
                break;
            case 0x7d:
            case 0x5d:
                depth -= 1;
        }
    }
    return colons;
}
/** Recursion is safe here: the depth is bounded. */
function keysIn(value) {
    if (typeof value !== 'object' || value === null)
        return 0;
    const items = Object.values(value);
    let keys = Array.isArray(value) ? 0 : items.length;
    for (const item of items)
        keys += keysIn(item);
    return keys;
}
/** Finds the key that must not be there, in a text that is JSON and not too deep. */
function scan(text) {
    const frames = [];
    for (let at = 0; at < text.length; at += 1) {
        if (text[at] === '"') {
            const end = endOfString(text, at);
            const reason = takeString(frames.at(-1), text.slice(at, end + 1));
            if (reason !== undefined)
                return { reason, line: lineOf(text, at) };
            at = end;
        }
        else
            takeMark(frames, text[at]);
    }
    return undefined;
}
function takeMark(frames, char) {
    if (char === '{' || char === '[')
        frames.push({ keys: char === '{' ? new Set() : undefined, isKeyNext: true });
    else if (char === '}' || char === ']')
        frames.pop();
    else if (char === ',') {
        const top = frames.at(-1);
        if (top !== undefined)
            top.isKeyNext = true;
    }
}
function takeString(frame, quoted) {
    if (frame?.keys === undefined || !frame.isKeyNext)
        return undefined;
    frame.isKeyNext = false;
    const key = quoted.includes('\\') ? unescaped(quoted) : quoted.slice(1, -1);
    if (key === '__proto__')
        return 'it has the key "__proto__"';
    if (frame.keys.has(key))
        return `the key ${JSON.stringify(key.slice(0, 80))} occurs twice in one object`;
    frame.keys.add(key);
    return undefined;
}
function unescaped(quoted) {
    try {
        return String(JSON.parse(quoted));
    }
    catch {
        return quoted;
    }
}
function endOfString(text, start) {
    for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
        let backslashes = 0;
        while (text.charCodeAt(end - 1 - backslashes) === 0x5c)
            backslashes += 1;
        if (backslashes % 2 === 0)
            return end;
    }
    return text.length;
}
function lineOf(text, at) {
    return text.slice(0, at).split('\n').length;
}
function syntaxFault(text, error) {
    const start = text.trimStart().slice(0, 40);
    if (/^(?:<{7}|={7}|>{7})/m.test(text))
        return { reason: 'it has the marks of a merge conflict', line: lineOf(text, text.search(/^[<=>]{7}/m)) };
    if (start.startsWith('<'))
        return { reason: `it is markup, not JSON: ${JSON.stringify(start)}`, line: 1 };
    if (start === '')
        return { reason: 'it is empty', line: 1 };
    const position = /position (\d+)/.exec(String(error))?.[1];
    const line = position === undefined ? 1 : lineOf(text, Number(position));
    return { reason: `it is not JSON; it starts with ${JSON.stringify(start)}`, line };
}


/***/ }),

/***/ 2398:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ longestFlowName),
/* harmony export */   x: () => (/* binding */ judgeFlowName)
/* harmony export */ });
const flowNamePattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const longestFlowName = 48;
/** Device names that a Windows clone cannot hold as a folder. */
const reservedNames = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;
function judgeFlowName(text) {
    if (text.length > longestFlowName || !flowNamePattern.test(text))
        return { kind: 'bad' };
    if (reservedNames.test(text))
        return { kind: 'reserved' };
    return { kind: 'ok', name: text };
}


/***/ }),

/***/ 3705:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ hourMs),
/* harmony export */   A0: () => (/* binding */ instantFromMs),
/* harmony export */   J2: () => (/* binding */ minuteMs),
/* harmony export */   LP: () => (/* binding */ dayMs),
/* harmony export */   Mu: () => (/* binding */ plusSeconds),
/* harmony export */   P$: () => (/* binding */ parseIso),
/* harmony export */   dF: () => (/* binding */ isoOf),
/* harmony export */   f9: () => (/* binding */ plusMs),
/* harmony export */   fj: () => (/* binding */ secondMs)
/* harmony export */ });
const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** The largest moment ECMAScript dates can express, in milliseconds. */
const furthestMs = 8.64e15;
function instantFromMs(ms) {
    if (!Number.isFinite(ms) || Math.abs(ms) > furthestMs)
        throw new RangeError(`Not a moment in time: ${ms}`);
    return Math.trunc(ms);
}
function plusMs(at, ms) {
    return instantFromMs(at + ms);
}
function plusSeconds(at, seconds) {
    return plusMs(at, seconds * secondMs);
}
/** ISO 8601 in UTC, without a fraction when there is none: `2026-11-24T10:05:00Z`. */
function isoOf(at) {
    return new Date(at).toISOString().replace('.000Z', 'Z');
}
const isoPattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?Z$/;
/**
 * Reads an ISO 8601 instant in UTC, with or without seconds. Impossible dates such as `2026-02-30T00:00Z` give
 * `undefined` instead of rolling over as `Date` does.
 */
function parseIso(text) {
    const match = isoPattern.exec(text);
    if (match === null)
        return undefined;
    const year = Number(match[1]);
    const month = Number(match[2]);
    const day = Number(match[3]);
    const hour = Number(match[4]);
    const minute = Number(match[5]);
    const second = Number(match[6] ?? 0);
    const isReal = 
    // `Date.UTC` takes the years 0 to 99 for 1900 to 1999.
    year >= 100 &&
        month >= 1 &&
        month <= 12 &&
        day >= 1 &&
        day <= daysIn(year, month) &&
        hour < 24 &&
        minute < 60 &&
        second < 60;
    if (!isReal)
        return undefined;
    const milliseconds = Number((match[7] ?? '').padEnd(3, '0'));
    return instantFromMs(Date.UTC(year, month - 1, day, hour, minute, second, milliseconds));
}
function daysIn(year, month) {
    if (month !== 2)
        return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}


/***/ }),

/***/ 1000:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ deepestParameter),
/* harmony export */   f: () => (/* binding */ parseParametersText)
/* harmony export */ });
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1748);

/** How deep a parameter value may nest. */
const deepestParameter = 8;
/** Bytes of a parameters text; GitHub and ECS both end near this. */
const parametersTextLimitBytes = 8_192;
/** Reads parameters as a person wrote them: JSON in which no key is written twice and no number loses digits. */
function parseParametersText(text) {
    const early = sizeProblem(text) ?? depthProblem(text);
    if (early !== undefined)
        return { kind: 'bad', problems: [early] };
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        const fix = 'Write a JSON object such as {"region": "eu"}: names and texts in double quotes, no trailing comma.';
        const message = `The parameters are not JSON: ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(text)}.`;
        return { kind: 'bad', problems: [{ code: 'E_PARAM_JSON', field: 'parameters', message, fix }] };
    }
    const problems = tokenProblems(text);
    return problems.length > 0 ? { kind: 'bad', problems } : { kind: 'ok', value };
}
function sizeProblem(text) {
    const size = new TextEncoder().encode(text).length;
    if (size <= parametersTextLimitBytes)
        return undefined;
    const depth = depthProblem(text);
    if (depth !== undefined)
        return depth;
    const message = `The parameters take ${size} bytes; at most ${parametersTextLimitBytes} are read.`;
    const fix = 'Put the data somewhere a run can read it, and pass its address.';
    return { code: 'E_PARAM_SIZE', field: 'parameters', message, fix };
}
/** To the end of the text where no quote closes it: looking for that from each quote again would take its square. */
const quoted = /"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)/g;
/** Looked at before parsing: `JSON.parse` takes a depth that later steps cannot. Stops at the first level too many. */
function depthProblem(text) {
    let depth = 0;
    for (const [bracket] of text.replaceAll(quoted, '').matchAll(/[[\]{}]/g)) {
        depth += bracket === '[' || bracket === '{' ? 1 : -1;
        if (depth > deepestParameter + 1) {
            const message = `The parameters nest deeper than ${deepestParameter} levels.`;
            return { code: 'E_PARAM_DEPTH', field: 'parameters', message };
        }
    }
    return undefined;
}
const tokenPattern = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[{}[\]:]/g;
/** What `JSON.parse` swallows: a second value for a key, and digits that a double cannot hold. The text is valid JSON. */
function tokenProblems(text) {
    const tokens = text.match(tokenPattern) ?? [];
    const open = [];
    const problems = [];
    tokens.forEach((token, index) => {
        if (token === '{')
            open.push(new Set());
        else if (token === '[')
            open.push(undefined);
        else if (token === '}' || token === ']')
            open.pop();
        else if (token.startsWith('"')) {
            if (tokens[index + 1] === ':')
                problems.push(...keyProblems(token, open.at(-1)));
        }
        else if (token !== ':')
            problems.push(...numberProblems(token));
    });
    return problems;
}
function keyProblems(token, keys) {
    const key = JSON.parse(token);
    if (keys === undefined || !keys.has(key)) {
        keys?.add(key);
        return [];
    }
    const message = `The key ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(key)} is written twice.`;
    return [{ code: 'E_PARAM_DUP_KEY', field: 'parameters', message, fix: 'Keep one.' }];
}
function numberProblems(token) {
    const value = Number(token);
    if (Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)))
        return [];
    const message = `${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(token)} cannot be kept exactly: whole numbers go up to ${Number.MAX_SAFE_INTEGER}.`;
    return [{ code: 'E_PARAM_RANGE', field: 'parameters', message, fix: 'Pass it as a string.' }];
}


/***/ }),

/***/ 2531:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ describeProblem),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   fk: () => (/* binding */ RefusedError),
/* harmony export */   hS: () => (/* binding */ exitCodes),
/* harmony export */   jd: () => (/* binding */ UnansweredError),
/* harmony export */   zU: () => (/* binding */ InvariantError)
/* harmony export */ });
/* harmony import */ var _unseen_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9042);

/** Exit codes of every door. */
const exitCodes = { done: 0, workFailed: 1, wrongInput: 2, worldRefused: 3 };
/** A person's mistake, or several found at once. Exit code 2; nothing was written anywhere. */
class InputError extends Error {
    name = 'InputError';
    problems;
    constructor(problems) {
        super(problems.map(describeProblem).join('\n'));
        this.problems = problems;
    }
}
/** The world said no: credentials, network, permissions, a state that must not be touched. Exit code 3. */
class RefusedError extends Error {
    name = 'RefusedError';
    problem;
    constructor(problem, options) {
        super(describeProblem(problem), options);
        this.problem = problem;
    }
}
/** A service gave no answer, or one that nobody has words for: a look may go on without it. Otherwise exit code 3. */
class UnansweredError extends Error {
    name = 'UnansweredError';
    problem;
    constructor(problem, options) {
        super(describeProblem(problem), options);
        this.problem = problem;
    }
}
/** A promise of Headgate does not hold. Nothing more is written; exit code 1. */
class InvariantError extends Error {
    name = 'InvariantError';
    problem;
    constructor(message) {
        const problem = { code: 'E_INVARIANT', message, fix: 'Stop the clock and report this: it is a bug.' };
        super(describeProblem(problem));
        this.problem = problem;
    }
}
/** `flows/a/flow.yml:3:5 E_CRON schedules[0].cron: message. fix` */
function describeProblem(problem) {
    const { place } = problem;
    const where = place === undefined
        ? ''
        : `${[(0,_unseen_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeUnseen */ .Y)(place.file), place.line, place.column].filter(isSet).join(':')} `;
    const field = problem.field === undefined ? '' : `${problem.field}: `;
    const fix = problem.fix === undefined ? '' : ` ${problem.fix}`;
    return `${where}${problem.code} ${field}${problem.message}${fix}`;
}
function isSet(value) {
    return value !== undefined;
}


/***/ }),

/***/ 1748:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ quoteWithType),
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/* harmony import */ var _secret_like_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7536);
/* harmony import */ var _unseen_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9042);


function textOf(value) {
    if (typeof value === 'string')
        return JSON.stringify(value);
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object' && value !== null)
        return 'a mapping';
    return Object.is(value, -0) ? '0' : String(value);
}
/** A value as messages show it: on one line, cut, visible, and never a secret. */
function quote(value, limit = 60) {
    if (typeof value === 'string' && (0,_secret_like_js__WEBPACK_IMPORTED_MODULE_0__/* .looksLikeSecretValue */ .T)(value))
        return 'a value that looks like a secret';
    const text = textOf(typeof value === 'string' ? value.slice(0, limit * 2) : value);
    const shown = (0,_unseen_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeUnseen */ .Y)(text);
    return shown.length <= limit ? shown : `${shown.slice(0, limit)}…`;
}
/** `string "yes"`, `number 5`, `a list`: what kind of value was found. */
function quoteWithType(value) {
    if (value === null)
        return 'null';
    return typeof value === 'object' ? textOf(value) : `${typeof value} ${quote(value)}`;
}


/***/ }),

/***/ 973:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S3: () => (/* binding */ isWaitingBackfill),
/* harmony export */   SW: () => (/* binding */ slotOf),
/* harmony export */   Vv: () => (/* binding */ earliestLaunch),
/* harmony export */   _G: () => (/* binding */ parseRunId),
/* harmony export */   mh: () => (/* binding */ lastAttempt),
/* harmony export */   pl: () => (/* binding */ isEnded)
/* harmony export */ });
const runIdPattern = /^[a-z0-9][a-z0-9-]{0,79}$/;
function parseRunId(text) {
    return runIdPattern.test(text) ? text : undefined;
}
function slotOf(cause) {
    return cause.kind === 'manual' ? undefined : cause.slot;
}
/**
 * The earliest moment at which an attempt of a run can have been launched. That is before `createdAt` where the state
 * was lost or rolled back and the same run is decided on once more.
 */
function earliestLaunch(run, { runs }) {
    const upstream = run.cause.kind === 'upstream' ? runs.get(run.cause.run) : undefined;
    const upstreamEnd = upstream !== undefined && isEnded(upstream) ? upstream.phase.endedAt : run.createdAt;
    return Math.min(slotOf(run.cause) ?? upstreamEnd, run.createdAt);
}
function isEnded(run) {
    return 'endedAt' in run.phase;
}
function lastAttempt(run) {
    return run.attempts.at(-1);
}
/** A backfill that has not started stands in nobody's way. */
function isWaitingBackfill(run) {
    return run.cause.kind === 'backfill' && run.phase.state === 'queued' && run.attempts.length === 0;
}


/***/ }),

/***/ 7536:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ looksLikeSecretName),
/* harmony export */   T: () => (/* binding */ looksLikeSecretValue)
/* harmony export */ });
/** Shapes that only secrets have, by their issuers' documentation. */
const secretValues = [
    /(?:^|[^A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/,
    /gh[pousr]_[A-Za-z0-9]{30,}/,
    /github_pat_[A-Za-z0-9_]{30,}/,
    /glpat-[A-Za-z0-9_-]{20,}/,
    /xox[abeoprs]-[A-Za-z0-9-]{10,}/,
    /(?:sk|rk)_live_[A-Za-z0-9]{16,}/,
    /npm_[A-Za-z0-9]{36}/,
    /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
    /eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]*/,
    /:\/\/[^\s/?#:@]{0,200}:[^\s/?#@]{1,200}@/,
];
/** Longer texts are judged by their beginning: no rule needs more, and it bounds the time. */
const judgedLength = 16_384;
function looksLikeSecretValue(text) {
    const head = text.slice(0, judgedLength);
    return secretValues.some((pattern) => pattern.test(head));
}
const secretWords = new Set('password passwd pwd passphrase secret secrets token credential credentials apikey privatekey accesskey'.split(' '));
const keyKinds = new Set(['api', 'private', 'access', 'signing', 'encryption', 'secret', 'auth', 'account']);
/** `SECRET_ARN`, `TOKEN_URL`, `PASSWORD_FILE` say where a secret is, or something about it; they hold none. */
const harmlessEndings = new Set('arn url uri path file name id ttl length limit count seconds minutes expiry header prefix type'.split(' '));
/** Whether a variable of this name usually holds a secret: `DB_PASSWORD`, `apiKey`, `GITHUB-TOKEN`. */
function looksLikeSecretName(name) {
    const words = name
        .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter((word) => word !== '');
    if (harmlessEndings.has(words.at(-1) ?? ''))
        return false;
    return words.some((word, index) => secretWords.has(word) || (keyKinds.has(word) && ['key', 'keys'].includes(words[index + 1] ?? '')));
}


/***/ }),

/***/ 9042:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ escapeUnseen)
/* harmony export */ });
/** Control, format (bidirectional overrides among them), lone surrogates, private use: nothing a reader could see. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu;
/** Text on one line whose every character can be seen: what could not is written as JSON writes it. */
function escapeUnseen(text) {
    return text.replaceAll(unseen, (character) => Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join(''));
}


/***/ }),

/***/ 7415:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __nccwpck_require__(2531);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./src/doors/action/context.ts

const required = {
    GITHUB_REPOSITORY: /^[A-Za-z0-9._-]{1,100}\/[A-Za-z0-9._-]{1,100}$/,
    GITHUB_SHA: /^[0-9a-f]{40}$/,
    GITHUB_REF: /^refs\/\S{1,250}$/,
    GITHUB_EVENT_NAME: /^[a-z_]{1,50}$/,
};
function readContext(environment) {
    const problems = Object.entries(required)
        .filter(([name, pattern]) => !pattern.test(environment[name] ?? ''))
        .map(([name]) => contextProblem(`${name} is ${JSON.stringify(environment[name] ?? '')}.`));
    const event = readEvent(environment['GITHUB_EVENT_PATH']);
    if (event.kind === 'bad')
        problems.push(event.problem);
    if (problems.length > 0 || event.kind === 'bad')
        return { kind: 'bad', problems };
    return { kind: 'ok', context: contextOf(environment, event.payload) };
}
function contextOf(environment, payload) {
    const value = (name, otherwise = '') => environment[name] || otherwise;
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
function tokenPlaceOf(url, token) {
    return url === '' || token === '' ? {} : { tokenPlace: { url, token } };
}
function readEvent(path) {
    if (path === undefined || path === '')
        return { kind: 'bad', problem: contextProblem('GITHUB_EVENT_PATH is not set.') };
    try {
        return { kind: 'ok', payload: JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')) };
    }
    catch (error) {
        const reason = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
        return { kind: 'bad', problem: contextProblem(`The file that GITHUB_EVENT_PATH names ${reason}.`) };
    }
}
function property(value, name) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? Reflect.get(value, name)
        : undefined;
}
function contextProblem(message) {
    return {
        code: 'E_CONTEXT',
        message,
        fix: 'Run this as a step of a GitHub Actions job; elsewhere use the command line.',
    };
}

// EXTERNAL MODULE: ./src/core/flow.ts
var flow = __nccwpck_require__(2398);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __nccwpck_require__(3705);
// EXTERNAL MODULE: ./src/core/parameters-text.ts
var parameters_text = __nccwpck_require__(1000);
// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __nccwpck_require__(973);
// EXTERNAL MODULE: ./src/adapters/git/state/records/strict-json.ts
var strict_json = __nccwpck_require__(9141);
;// CONCATENATED MODULE: ./src/doors/images.ts

/** Reads `repository@sha256:…`, or a JSON object of such references by image name, each with where it was built and the record of that, or without. Which of them are pinned is judged by deploy. */
function parseImages(text) {
    if (!text.startsWith('{'))
        return { kind: 'ok', value: text };
    const read = (0,strict_json/* parseStrictJson */.R)(text);
    const value = read.kind === 'ok' ? read.value : undefined;
    const isMap = typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.values(value).every(isImage);
    if (isMap)
        return { kind: 'ok', value: Object.assign(Object.create(null), value) };
    const reason = read.kind === 'bad' ? `: ${read.reason}` : '';
    const message = `It starts as a JSON object, but is not one of image references by name${reason}.`;
    const fix = 'Write one reference, or {"default": "repository@sha256:…"}, or {"default": {"image": "…", "run": "…", "commit": "…", "record": "…"}}.';
    return { kind: 'bad', problem: { code: 'E_IMAGE', field: 'image', message, fix } };
}
function isImage(item) {
    if (typeof item === 'string')
        return true;
    if (typeof item !== 'object' || item === null || !Object.hasOwn(item, 'image'))
        return false;
    return Object.entries(item).every(([key, value]) => ['image', 'run', 'commit', 'record'].includes(key) && typeof value === 'string');
}

;// CONCATENATED MODULE: ./src/doors/values.ts
/** A job on a hosted runner ends after six hours; a tick stops watching before. */
const longestWatchSeconds = 5.5 * 60 * 60;
/** Seconds, or a duration such as `90s`, `5m` or `1h30m`. */
function parseWatchSeconds(text) {
    const match = /^(?:(\d{1,6})|(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s)?)$/.exec(text);
    const [, bare, hours, minutes, seconds] = match ?? [];
    if (match === null || text === '') {
        const message = `${JSON.stringify(text)} is not a duration.`;
        return {
            kind: 'bad',
            problem: { code: 'E_DURATION', field: 'watch', message, fix: 'Write 90s, 5m or 1h30m.' },
        };
    }
    const value = Number(bare ?? 0) + Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
    if (value <= longestWatchSeconds)
        return { kind: 'ok', value };
    const message = `${text} is longer than a job on a hosted runner may take.`;
    return {
        kind: 'bad',
        problem: { code: 'E_RANGE', field: 'watch', message, fix: 'Watch for at most 5h30m.' },
    };
}
/** A path inside the repository, with `/`. */
function parseConfigPath(text) {
    const path = text.replace(/^\.\//, '');
    const isInside = path !== '' &&
        !path.startsWith('/') &&
        !/^[A-Za-z]:|\\|\p{Cc}/u.test(path) &&
        !path.split('/').includes('..');
    if (isInside)
        return { kind: 'ok', value: path };
    const message = `${JSON.stringify(text)} is not a path inside the repository.`;
    return {
        kind: 'bad',
        problem: { code: 'E_PATH_ESCAPE', field: 'config', message, fix: 'Give a relative path without "..".' },
    };
}

;// CONCATENATED MODULE: ./src/doors/action/inputs.ts






const actionCommands = [
    'plan',
    'deploy',
    'tick',
    'run',
    'cancel',
    'retry',
    'pause',
    'resume',
    'backfill',
    'doctor',
];
/** Reads every input once. An empty input counts as left out, as GitHub passes it. */
function parseInputs(read) {
    const problems = [];
    const looked = new Set();
    const textOf = (name) => read(name).trim();
    const values = {
        read(name) {
            looked.add(name);
            return textOf(name);
        },
        isBlank: (name) => read(name) !== '' && textOf(name) === '',
        problems,
    };
    const token = values.read('token');
    if (token === '')
        problems.push({
            code: 'E_TOKEN',
            field: 'token',
            message: 'No token.',
            fix: 'Leave `token` out, or pass `github.token`.',
        });
    const config = collect(problems, parseConfigPath(values.read('config') || 'headgate.yml'), 'headgate.yml');
    const isDryRun = flag(values, 'dry-run');
    const asked = askedFor(values);
    if (asked === undefined || problems.length > 0)
        return { kind: 'bad', problems };
    const unused = Object.entries(neutral)
        .filter(([name, meaningless]) => !looked.has(name) && !meaningless.includes(textOf(name)))
        .map(([name]) => name);
    return { kind: 'ok', inputs: { ...asked, token, config, isDryRun, unused } };
}
/** Inputs that belong to some commands only, with the values that ask for nothing. */
const neutral = {
    flow: [''],
    parameters: ['', '{}'],
    run: [''],
    from: [''],
    to: [''],
    image: [''],
    record: [''],
    watch: ['', '0'],
    'allow-mass-delete': ['', 'false', 'False', 'FALSE'],
};
function askedFor(values) {
    const text = values.read('command');
    const command = actionCommands.find((name) => name === text);
    if (command === undefined) {
        const message = `Input "command" is ${JSON.stringify(text)}.`;
        values.problems.push({
            code: 'E_ENUM',
            field: 'command',
            message,
            fix: `Set it to one of ${actionCommands.join(', ')}.`,
        });
        return undefined;
    }
    switch (command) {
        case 'doctor':
            return { command };
        case 'plan':
            return { command, record: values.read('record') || undefined };
        case 'deploy':
            return {
                command,
                images: imagesOf(values),
                record: values.read('record') || undefined,
                isMassDeleteAllowed: flag(values, 'allow-mass-delete'),
            };
        case 'tick':
            return { command, watchSeconds: watchOf(values) };
        case 'run':
            return {
                command,
                flow: flowOf(values),
                parameters: parametersOf(values),
                watchSeconds: watchOf(values),
            };
        case 'cancel':
        case 'retry':
            return { command, run: runOf(values), watchSeconds: watchOf(values) };
        case 'pause':
        case 'resume':
            return { command, flow: flowOf(values) };
        case 'backfill':
            return {
                command,
                flow: flowOf(values),
                from: momentOf(values, 'from'),
                to: momentOf(values, 'to'),
                watchSeconds: watchOf(values),
            };
    }
}
function flowOf(values) {
    const text = values.read('flow');
    const verdict = (0,flow/* judgeFlowName */.x)(text);
    if (verdict.kind === 'ok')
        return verdict.name;
    const message = text === '' ? 'No flow.' : `${JSON.stringify(text)} is not the name of a flow.`;
    values.problems.push({
        code: 'E_NAME',
        field: 'flow',
        message,
        fix: 'Give the name of one folder under flows/.',
    });
    return text;
}
function runOf(values) {
    const text = values.read('run');
    const run = (0,core_run/* parseRunId */._G)(text);
    if (run !== undefined)
        return run;
    const message = text === '' ? 'No run.' : `${JSON.stringify(text)} is not the id of a run.`;
    values.problems.push({
        code: 'E_RUN_ID',
        field: 'run',
        message,
        fix: 'Take it from the check of the run: a-z, 0-9 and dashes.',
    });
    return text;
}
function momentOf(values, name) {
    const text = values.read(name);
    const moment = (0,instant/* parseIso */.P$)(text);
    if (moment !== undefined)
        return moment;
    const message = `${JSON.stringify(text)} is not an instant.`;
    values.problems.push({ code: 'E_TIME', field: name, message, fix: 'Write it as 2026-11-24T00:00Z.' });
    return 0;
}
function parametersOf(values) {
    const text = values.read('parameters');
    if (text === '')
        return undefined;
    const answer = (0,parameters_text/* parseParametersText */.f)(text);
    if (answer.kind === 'ok')
        return answer.value;
    values.problems.push(...answer.problems);
    return undefined;
}
function imagesOf(values) {
    const text = values.read('image');
    return text === '' ? undefined : collect(values.problems, parseImages(text), undefined);
}
function watchOf(values) {
    return collect(values.problems, parseWatchSeconds(values.read('watch') || '0'), 0);
}
/** GitHub's own rule: the YAML 1.2 core schema's booleans and nothing else. */
function flag(values, name) {
    const written = values.read(name);
    const isBlank = written === '' && values.isBlank(name);
    const text = isBlank ? ' ' : written || 'false';
    if (/^(?:true|True|TRUE)$/.test(text))
        return true;
    if (!/^(?:false|False|FALSE)$/.test(text)) {
        const message = `${JSON.stringify(text)} is not a boolean.`;
        values.problems.push({ code: 'E_TYPE', field: name, message, fix: 'Write true or false.' });
    }
    return false;
}
function collect(problems, parsed, otherwise) {
    if (parsed.kind === 'ok')
        return parsed.value;
    problems.push(parsed.problem);
    return otherwise;
}

;// CONCATENATED MODULE: ./src/doors/action/trust.ts
/** Events that carry a commit of the default branch and that only people with write access, or a clock, can cause. */
const trustedEvents = new Set([
    'push',
    'schedule',
    'workflow_dispatch',
    'repository_dispatch',
]);
/** Events whose commit anybody may have written: read as data, with no credential needed. */
const readOnlyEvents = new Set(['pull_request', 'merge_group']);
/**
 * Whether this event may run this command; a problem if not. Everything that is not listed is refused. In particular
 * `pull_request_target`, `workflow_run` and `issue_comment` run with the repository's rights on what a stranger chose.
 */
function judgeTrust(command, context) {
    const { event, ref, defaultBranch = 'main' } = context;
    if (readOnlyEvents.has(event))
        return command === 'plan' ? undefined : untrusted(command, event);
    if (!trustedEvents.has(event))
        return untrusted(command, event);
    if (command === 'plan' || command === 'doctor')
        return undefined;
    if (event === 'schedule' || ref === `refs/heads/${defaultBranch}`)
        return undefined;
    return {
        code: 'E_UNTRUSTED_REF',
        message: `"${command}" on ${ref}: only ${defaultBranch} decides what runs.`,
        fix: `Merge it, or start the workflow from ${defaultBranch}.`,
    };
}
function untrusted(command, event) {
    const fix = event.startsWith('pull_request')
        ? 'Use `on: pull_request` with the command `plan`.'
        : 'Use one of push, schedule, workflow_dispatch, repository_dispatch.';
    return { code: 'E_UNTRUSTED_EVENT', message: `"${command}" may not run on the event ${event}.`, fix };
}

;// CONCATENATED MODULE: ./src/doors/action/main.ts




/**
 * The action, from its environment to its exit code. What is asked, and whether this event may ask it, is settled before
 * anything heavy is loaded: a tick is paid by the minute and started cold.
 */
async function main(environment) {
    const readiness = prepare(environment);
    if (readiness.kind === 'refused')
        return reportProblems(readiness.problems, givenIn(environment));
    const { inputs, context } = readiness;
    process.stdout.write(`headgate: ${inputs.command} on ${context.event} of ${context.ref} at ${context.commit.slice(0, 12)}\n`);
    const { runCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(825), __nccwpck_require__.e(997), __nccwpck_require__.e(426), __nccwpck_require__.e(410)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8410));
    return runCommand(inputs, context);
}
function givenIn(environment) {
    return { token: environment['INPUT_TOKEN'] ?? '', command: environment['INPUT_COMMAND'] ?? '' };
}
function prepare(environment) {
    const answer = parseInputs((name) => environment[`INPUT_${name.toUpperCase()}`] ?? '');
    const context = readContext(environment);
    const problems = [answer, context].flatMap((part) => (part.kind === 'bad' ? part.problems : []));
    if (answer.kind === 'bad' || context.kind === 'bad')
        return { kind: 'refused', problems };
    const distrust = judgeTrust(answer.inputs.command, context.context);
    if (distrust !== undefined)
        return { kind: 'refused', problems: [distrust] };
    return { kind: 'ready', inputs: answer.inputs, context: context.context };
}
async function reportProblems(problems, given) {
    const [{ writeFailure }, { createRedactor }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(825), __nccwpck_require__.e(426)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7426)),
        __nccwpck_require__.e(/* import() */ 175).then(__nccwpck_require__.bind(__nccwpck_require__, 1175)),
    ]);
    await writeFailure({ problems }, { command: given.command, redact: createRedactor([given.token]) });
    return problem/* exitCodes */.hS.wrongInput;
}


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 4379:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 3916:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path/posix");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 6119:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 714:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 5574:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(6750);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
