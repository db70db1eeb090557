export const id = 304;
export const ids = [304];
export const modules = {

/***/ 4304:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  githubChecks: () => (/* binding */ githubChecks)
});

// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
;// CONCATENATED MODULE: ./src/adapters/github/check-id.ts
const pattern = /^(\d{1,15})(?:\/([A-Za-z0-9_+/-]{1,150}={0,2}))?$/;
function parseCheckId(text) {
    const [, number, node] = pattern.exec(text) ?? [];
    return number === undefined ? undefined : idOf(Number(number), node);
}
function formatCheckId({ number, node }) {
    return node === undefined ? String(number) : `${number}/${node}`;
}
/** As an answer of REST has it. */
function restId(run) {
    return idOf(Number(run.id), run.node_id);
}
/** `permalink` is the address of the page, which ends in the number: the `databaseId` of GraphQL has 32 bits, too few. */
function graphqlId(run) {
    const number = /\/runs\/(\d{1,15})$/.exec(String(run.permalink ?? ''))?.[1];
    return number === undefined || typeof run.id !== 'string' ? undefined : idOf(Number(number), run.id);
}
function idOf(number, node) {
    return node === undefined ? { number } : { number, node };
}

// EXTERNAL MODULE: ./src/core/fault.ts
var fault = __webpack_require__(6964);
// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
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

;// CONCATENATED MODULE: ./src/adapters/github/rest-checks.ts




/** It is not there, and whoever asks may not create it now. */
const checkGone = {
    kind: 'gone',
    what: 'check',
    reason: 'the check is not there any more',
};
/** One check by REST, from looking for it to its annotations. */
function publishOne(desk, wanted) {
    return contained(() => updateOrFind(desk, wanted));
}
/** An answer about one check that nobody understands says nothing of the others. */
async function contained(work) {
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof problem/* RefusedError */.fk)
            throw error;
        const reason = `an answer of GitHub could not be read (${(0,fault/* faultWords */._)(error)})`;
        return { kind: 'deferred', reason, mayExist: true };
    }
}
async function updateOrFind(desk, wanted) {
    const { check, id } = wanted;
    if (id !== undefined) {
        const updated = await update(desk, check, id.number);
        // Somebody deleted the workflow run whose suite it hung in, or another app created it: it is shown anew.
        if (updated.kind !== 'given-up')
            return updated;
    }
    return findOrCreate(desk, wanted, () => desk.find.id(check));
}
/** What was created by a request without a clear answer is looked for first. */
async function publishAfterDoubt(desk, wanted) {
    const answer = await findOrCreate(desk, wanted, () => desk.find.idAfterCreate(wanted.check));
    return answer.kind === 'deferred' ? { ...answer, mayExist: true } : answer;
}
/** Checks that this token cannot change are passed over; one that it created itself may be among those that follow. */
const mostFound = 3;
async function findOrCreate(desk, wanted, find) {
    for (let count = 0; count < mostFound; count += 1) {
        const found = await find();
        if (found.kind !== 'ok')
            return unpublished(found);
        const { id } = found.data;
        if (id === undefined)
            break;
        const updated = await update(desk, wanted.check, id.number);
        if (updated.kind !== 'given-up')
            return updated;
    }
    return createOne(desk, wanted);
}
/** Why a check is not as it should be: for now, or because GitHub does not take it. */
function unpublished(answer) {
    switch (answer.kind) {
        case 'missing':
            return { kind: 'refused', reason: 'GitHub knows no such repository or check' };
        case 'invalid':
            // "No commit found for SHA: …", 422
            return /No commit found/i.test(answer.reason)
                ? { kind: 'gone', what: 'commit', reason: answer.reason }
                : { kind: 'refused', reason: answer.reason };
        default:
            return { kind: 'deferred', reason: answer.reason };
    }
}
async function createOne(desk, { check, mayCreate }) {
    if (!mayCreate())
        return checkGone;
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
        return unpublished(answer);
    return annotate(desk, { check, id: restId(answer.data), batches: rest });
}
async function adopt(desk, check, reason) {
    const found = await desk.find.idAfterCreate(check);
    if (found.kind !== 'ok' || found.data.id === undefined)
        return {
            kind: 'deferred',
            reason: `${reason}; whether the check exists is looked up later`,
            mayExist: true,
        };
    const updated = await update(desk, check, found.data.id.number);
    return updated.kind === 'given-up' ? { kind: 'deferred', reason, mayExist: true } : updated;
}
/**
 * A check that is gone (404, 410), that another GitHub App created (403, "can only be modified by the GitHub App that
 * created it", as after a change of the token), or that takes no update (422), is given up, whatever the reason.
 */
async function update(desk, check, number) {
    const answer = await desk.client.call(patch(desk.budget, { check, number, annotations: [] }));
    if (answer.kind === 'missing' || answer.kind === 'invalid') {
        desk.find.giveUp(number);
        return { kind: 'given-up' };
    }
    if (answer.kind !== 'ok')
        return unpublished(answer);
    const id = restId(answer.data);
    if (check.annotations.length === 0)
        return { kind: 'published', checkId: formatCheckId(id) };
    const missing = answer.data.output.annotations_count === 0
        ? { kind: 'ok', data: check.annotations }
        : await readMissing(desk, check, number);
    if (missing.kind !== 'ok')
        return unpublished(missing);
    return annotate(desk, { check, id, batches: annotationBatches(missing.data) });
}
/** GitHub adds the annotations of each request to those that are there, and removes none. */
async function annotate(desk, { check, id, batches }) {
    for (const annotations of batches) {
        const call = patch(desk.budget, { check, number: id.number, annotations });
        const answer = await desk.client.call({ ...call, isRepeatable: false });
        // The check says what it must; lines of the source are marked beside that.
        if (answer.kind === 'invalid')
            break;
        if (answer.kind !== 'ok')
            return unpublished(answer);
    }
    return { kind: 'published', checkId: formatCheckId(id) };
}
async function readMissing({ client, budget }, check, number) {
    const answer = await client.call({
        ...writing(budget),
        isWrite: false,
        isRepeatable: true,
        send: (octokit, names, signal) => octokit.request('GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations', {
            ...names,
            check_run_id: number,
            per_page: 100,
            request: { signal },
        }),
    });
    if (answer.kind !== 'ok')
        return answer;
    const known = answer.data.map(({ path, start_line: line, message }) => ({
        path,
        line,
        message: message ?? '',
    }));
    return { kind: 'ok', data: missingAnnotations(check, known) };
}
function missingAnnotations({ annotations }, known) {
    const keyOf = ({ path, line, message }) => `${path}:${line} ${message}`;
    const there = new Set(known.map(keyOf));
    return annotations.filter((annotation) => !there.has(keyOf(annotation)));
}
function writing(budget) {
    return { isWrite: true, isAboutOne: true, permission: 'checks: write', budget };
}
function patch(budget, { check, number, annotations }) {
    return {
        ...writing(budget),
        isRepeatable: true,
        send: (octokit, names, signal) => octokit.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
            ...names,
            check_run_id: number,
            ...stateOf(check),
            output: {
                ...outputOf(check),
                ...(annotations.length === 0 ? {} : { annotations: [...annotations] }),
            },
            request: { signal },
        }),
    };
}

;// CONCATENATED MODULE: ./src/adapters/github/batch.ts



/** GitHub gives each request 10 s, whatever is in it. */
const mostPerRequest = 10;
const mostBytesPerRequest = 400_000;
/** As many as one request may carry; a check that has more goes by REST. */
const mostAnnotations = 50;
/** GitHub ends a request that takes longer than 10 s ("Rate limits for the REST API"): then nothing comes any more. */
const settlingMs = 12 * instant/* secondMs */.fj;
/**
 * Many checks in few requests. What GraphQL does not do, REST does or says why; what it may have done is looked for
 * before anything is created for it.
 */
async function publishMany(desk, graphql, wanted) {
    const batch = { desk, graphql, answers: new Map(), single: [], doubtful: [] };
    for (const portion of portionsOf(wanted)) {
        if (await graphql.isUsable(desk.budget))
            await publishPortion(batch, portion);
        else
            batch.single.push(...portion);
        for (const one of batch.single.splice(0))
            batch.answers.set(one, await publishOne(desk, one));
    }
    for (const { wanted: one, since } of batch.doubtful) {
        const waitMs = (0,instant/* plusMs */.f9)(since, settlingMs) - desk.clock.now();
        if (waitMs > 0)
            await desk.clock.sleep(waitMs);
        batch.answers.set(one, await contained(() => publishAfterDoubt(desk, one)));
    }
    return wanted.map((one) => batch.answers.get(one) ?? { kind: 'deferred', reason: 'it was not tried' });
}
function portionsOf(wanted) {
    const portions = [];
    let bytes = 0;
    for (const one of wanted) {
        const size = sizeOf(one);
        const last = portions.at(-1);
        if (last === undefined || last.length >= mostPerRequest || bytes + size > mostBytesPerRequest) {
            portions.push([one]);
            bytes = size;
        }
        else {
            last.push(one);
            bytes += size;
        }
    }
    return portions;
}
function sizeOf({ check: { summary, annotations } }) {
    return annotations.reduce((sum, { message }) => sum + message.length, Buffer.byteLength(summary));
}
async function publishPortion(batch, portion) {
    const steps = [];
    for (const wanted of portion) {
        const mutation = await mutationFor(batch, wanted);
        if (mutation !== undefined)
            steps.push({ wanted, mutation });
    }
    const annotating = [];
    for (const [step, written] of await write(batch, steps)) {
        const next = settle(batch, step, written);
        if (next !== undefined)
            annotating.push(next);
    }
    for (const [step, written] of await write(batch, annotating))
        settle(batch, step, written);
}
async function write({ desk, graphql }, steps) {
    if (steps.length === 0)
        return [];
    const written = await graphql.write(steps.map(({ mutation }) => mutation), desk.budget);
    return steps.map((step, index) => [step, written[index] ?? { kind: 'unsure' }]);
}
/** Undefined: it is answered already, or goes by REST. */
async function mutationFor(batch, wanted) {
    const { check } = wanted;
    const { desk, single, answers } = batch;
    if (check.annotations.length > mostAnnotations)
        return void single.push(wanted);
    const known = await placeOf(desk, wanted);
    if ('answer' in known)
        return void answers.set(wanted, known.answer);
    const { id } = known;
    if (id?.node !== undefined)
        return { kind: 'update', check, node: id.node };
    if (id !== undefined)
        return void single.push(wanted);
    if (wanted.mayCreate())
        return { kind: 'create', check };
    answers.set(wanted, checkGone);
    return undefined;
}
async function placeOf({ find }, { check, id }) {
    if (id !== undefined)
        return { id };
    try {
        const found = await find.id(check);
        return found.kind === 'ok' ? found.data : { answer: unpublished(found) };
    }
    catch (error) {
        return { answer: await contained(() => Promise.reject(error)) };
    }
}
/** What became of one write; a further step if annotations are missing. */
function settle(batch, { wanted, mutation }, written) {
    const { single, doubtful, desk } = batch;
    switch (written.kind) {
        case 'written':
            return finish(batch, { wanted, mutation }, written);
        case 'unsure':
            if (mutation.kind === 'create')
                doubtful.push({ wanted, since: desk.clock.now() });
            else
                single.push(wanted);
            return undefined;
        case 'refused':
            single.push(wanted);
            return undefined;
    }
}
function finish({ answers, single }, { wanted, mutation }, { id, annotations }) {
    const { check } = wanted;
    if (mutation.kind === 'update' && check.annotations.length > 0) {
        if (annotations === 'too-many')
            return void single.push(wanted);
        const missing = missingAnnotations(check, annotations);
        const node = id.node ?? mutation.node;
        if (missing.length > 0)
            return { wanted, mutation: { kind: 'annotate', check, node, annotations: missing } };
    }
    answers.set(wanted, { kind: 'published', checkId: formatCheckId(id) });
    return undefined;
}

// EXTERNAL MODULE: ./src/adapters/github/client.ts + 1 modules
var github_client = __webpack_require__(5347);
;// CONCATENATED MODULE: ./src/adapters/github/find-checks.ts



/** GitHub keeps at most 1,000 checks of one name in a suite. */
const mostPages = 10;
const pageSize = 100;
/** More names than this on one commit are listed together: as many requests as there are pages, not names. */
const mostNames = 3;
/** All checks of a commit may be any number: with more pages than this, names are asked one by one after all. */
const mostCommonPages = 5;
/** A check is created soon after its run began; one that began this much earlier is older than ours can be. */
const createdWithinMs = 6 * instant/* hourMs */.$0;
function newFinder(client, budget, wanted) {
    const listings = new Map();
    const givenUp = new Set();
    const list = async (key, request) => {
        const listing = listings.get(key) ?? (await listChecks(client, budget, request));
        listings.set(key, listing);
        return listing;
    };
    const with_ = (check, others) => [check, ...others.filter((one) => one !== check)];
    return {
        async id(check) {
            const onCommit = with_(check, wanted.filter(({ commit }) => commit === check.commit));
            if (new Set(onCommit.map(({ name }) => name)).size > mostNames) {
                const request = { wanted: onCommit, isNamed: false, mostPages: mostCommonPages };
                const answer = foundIn(await list(check.commit, request), check, givenUp);
                if (answer !== undefined)
                    return answer;
            }
            const namesakes = onCommit.filter(({ name }) => name === check.name);
            const request = { wanted: namesakes, isNamed: true, mostPages };
            const answer = foundIn(await list(`${check.commit} ${check.name}`, request), check, givenUp);
            return answer ?? { kind: 'ok', data: { id: undefined } };
        },
        async idAfterCreate(check) {
            const request = { wanted: [check], isNamed: true, mostPages };
            const answer = foundIn(await listChecks(client, budget, request), check, givenUp);
            return answer ?? { kind: 'ok', data: { id: undefined } };
        },
        giveUp: (id) => void givenUp.add(id),
    };
}
/** Undefined: the listing does not say. */
function foundIn(answer, { externalId }, givenUp) {
    if (answer.kind !== 'ok')
        return answer;
    const id = answer.data.found.get(externalId)?.find(({ number }) => !givenUp.has(number));
    return id === undefined && !answer.data.isWhole ? undefined : { kind: 'ok', data: { id } };
}
/** External id → the check runs that have it. */
async function listChecks(client, budget, request) {
    const { wanted, isNamed } = request;
    const [first] = wanted;
    const found = new Map();
    if (first === undefined)
        return { kind: 'ok', data: { found, isWhole: true } };
    const missing = new Map(wanted.map((check) => [check.externalId, nameOf(check)]));
    const names = new Map(missing);
    const since = Math.min(...wanted.map(({ startedAt }) => startedAt));
    for (let page = 1; page <= request.mostPages; page += 1) {
        const answer = await listPage(client, budget, { check: first, page, isNamed });
        if (answer.kind !== 'ok')
            return answer;
        const runs = answer.data.check_runs;
        for (const run of runs) {
            if (run.external_id === null || names.get(run.external_id) !== run.name)
                continue;
            missing.delete(run.external_id);
            const known = found.get(run.external_id) ?? [];
            found.set(run.external_id, [...known, restId(run)].sort((a, b) => a.number - b.number));
        }
        if (missing.size === 0 || runs.length < pageSize || isOlderThan(runs, since))
            return { kind: 'ok', data: { found, isWhole: true } };
    }
    return { kind: 'ok', data: { found, isWhole: false } };
}
/** Newest first, which GitHub does but does not promise, and all that follow are too old to be ours. */
function isOlderThan(runs, since) {
    const isNewestFirst = runs.every(({ id }, index) => index === 0 || id < (runs[index - 1]?.id ?? 0));
    const startedAt = Date.parse(runs.at(-1)?.started_at ?? '');
    return isNewestFirst && startedAt < since - createdWithinMs;
}
function listPage(client, budget, { check, page, isNamed }) {
    return client.call({
        budget,
        isWrite: false,
        isRepeatable: true,
        permission: 'checks: write',
        send: (octokit, names, signal) => octokit.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
            ...names,
            ref: check.commit,
            ...(isNamed ? { check_name: nameOf(check) } : {}),
            filter: 'all',
            per_page: pageSize,
            page,
            request: { signal },
        }),
    });
}

;// CONCATENATED MODULE: ./src/adapters/github/graphql-wire.ts


/** As many annotations as are read back, and as one request may carry. */
const readAnnotations = 100;
const checkRun = '{ checkRun { id permalink } }';
const annotatedRun = `{ checkRun { id permalink annotations(first: ${readAnnotations}) { nodes { path message location { start { line } } } } } }`;
/** Several writes in one request: `m0`, `m1`, … in order, each with its input. */
function mutationRequest(mutations, repositoryId) {
    const declared = [];
    const fields = [];
    const variables = {};
    for (const [index, mutation] of mutations.entries()) {
        const isCreate = mutation.kind === 'create';
        declared.push(`$i${index}: ${isCreate ? 'CreateCheckRunInput' : 'UpdateCheckRunInput'}!`);
        const field = isCreate ? 'createCheckRun' : 'updateCheckRun';
        const answer = mutation.kind === 'update' && mutation.check.annotations.length > 0 ? annotatedRun : checkRun;
        fields.push(`m${index}: ${field}(input: $i${index}) ${answer}`);
        variables[`i${index}`] = { repositoryId, ...inputOf(mutation) };
    }
    return { query: `mutation(${declared.join(', ')}) { ${fields.join(' ')} }`, variables };
}
function inputOf(mutation) {
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
function stateInput({ status, startedAt }) {
    const begun = { startedAt: (0,instant/* isoOf */.dF)(startedAt) };
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
                completedAt: (0,instant/* isoOf */.dF)(status.at),
            };
    }
}
function outputInput(check, annotations) {
    const [first = []] = annotationBatches(annotations);
    return { ...outputOf(check), ...(first.length === 0 ? {} : { annotations: first.map(annotationInput) }) };
}
function annotationInput({ path, start_line, end_line, annotation_level, title, message }) {
    return {
        path,
        location: { startLine: start_line, endLine: end_line },
        annotationLevel: annotation_level.toUpperCase(),
        title,
        message,
    };
}

// EXTERNAL MODULE: ./src/adapters/github/limits.ts
var github_limits = __webpack_require__(4675);
;// CONCATENATED MODULE: ./src/adapters/github/graphql.ts



function graphqlOf(place) {
    let repositoryId;
    let isBroken = false;
    return {
        async isUsable(budget) {
            if (isBroken || repositoryId !== undefined)
                return !isBroken;
            const answer = await post(place, { isWrite: false, budget, body: repositoryQuery });
            const { data } = (answer.kind === 'ok' ? answer.data : {});
            const id = data?.repository?.id;
            if (typeof id === 'string')
                repositoryId = id;
            // For want of requests it can be asked later; anything else says no.
            else
                isBroken = answer.kind !== 'deferred';
            return repositoryId !== undefined;
        },
        async write(mutations, budget) {
            const body = () => mutationRequest(mutations, repositoryId ?? '');
            const answer = await post(place, { isWrite: true, budget, body });
            const verdict = judge(answer, mutations);
            isBroken ||= verdict.isBroken;
            return verdict.written;
        },
        async read(body, budget) {
            const answer = await post(place, { isWrite: false, budget, body: () => body });
            return answer.kind === 'ok' ? answer.data.data : undefined;
        },
    };
}
function repositoryQuery({ owner, repo }) {
    return {
        query: 'query($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { id } }',
        variables: { owner, name: repo },
    };
}
function post({ client, url }, { isWrite, budget, body }) {
    const { origin, pathname } = new URL(url);
    return client.call({
        lane: 'graphql',
        isWrite,
        budget,
        isRepeatable: false,
        permission: 'checks: write',
        send: (octokit, names, signal) => octokit.request(`POST ${pathname}`, { baseUrl: origin, ...body(names), request: { signal } }),
    });
}
function judge(answer, mutations) {
    const all = (written) => mutations.map(() => written);
    switch (answer.kind) {
        case 'deferred':
            return { written: all({ kind: 'refused' }), isBroken: false };
        case 'unsure':
            return { written: all({ kind: 'unsure' }), isBroken: true };
        case 'missing':
        case 'invalid':
            return { written: all({ kind: 'refused' }), isBroken: true };
        case 'ok':
            return judgeBody(answer.data, mutations);
    }
}
/**
 * Without `data`, execution never began if every error is one of the schema (GraphQL specification, "Errors"). Whatever
 * else GitHub says about the request as a whole, such as that it took too long, may have come after a part was done.
 */
function judgeBody(body, mutations) {
    const { data } = body;
    const errors = (0,github_limits/* errorsIn */.R4)(body);
    if (data === undefined || data === null) {
        const isRefused = data === undefined && errors.length > 0 && errors.every(({ code }) => code !== '');
        return { written: mutations.map(() => ({ kind: isRefused ? 'refused' : 'unsure' })), isBroken: true };
    }
    const written = mutations.map((_, index) => judgeOne(data[`m${index}`], errorAt(errors, `m${index}`)));
    return { written, isBroken: false };
}
/** An error deeper inside is about what was read back, after the write. */
function errorAt(errors, alias) {
    return errors.find(({ path }) => path.length === 1 && path[0] === alias);
}
const refusals = new Set([
    'NOT_FOUND',
    'FORBIDDEN',
    'UNPROCESSABLE',
    'INSUFFICIENT_SCOPES',
    'RATE_LIMITED',
    'RATE_LIMIT',
]);
function judgeOne(result, error) {
    const { checkRun } = (result ?? {});
    const id = graphqlId({ id: checkRun?.id, permalink: checkRun?.permalink });
    if (id !== undefined)
        return { kind: 'written', id, annotations: knownIn(checkRun ?? {}) };
    return { kind: error !== undefined && refusals.has(error.type) ? 'refused' : 'unsure' };
}
function knownIn({ annotations }) {
    const nodes = annotations?.nodes ?? [];
    if (nodes.length >= readAnnotations)
        return 'too-many';
    return nodes.flatMap((node) => node === null
        ? []
        : [{ path: node.path ?? '', line: node.location?.start?.line ?? 0, message: node.message ?? '' }]);
}

;// CONCATENATED MODULE: ./src/adapters/github/read-checks.ts

/** GraphQL answers for at most 100 nodes at once ("Rate limits and query limits for the GraphQL API"). */
const read_checks_mostPerRequest = 100;
const mostRequests = 10;
/** What checks say, a hundred in a request. Where GraphQL does not answer, nothing is known. */
async function readChecks(graphql, checkIds) {
    const byNode = new Map();
    for (const checkId of checkIds) {
        const node = parseCheckId(checkId)?.node;
        if (node !== undefined)
            byNode.set(node, checkId);
    }
    const nodes = [...byNode.keys()];
    const budget = { left: mostRequests };
    const sayings = new Map();
    for (let from = 0; from < nodes.length; from += read_checks_mostPerRequest) {
        const answer = await graphql.read(queryFor(nodes.slice(from, from + read_checks_mostPerRequest)), budget);
        if (answer === undefined)
            break;
        for (const run of runsIn(answer)) {
            const checkId = byNode.get(String(run.id));
            if (checkId !== undefined)
                sayings.set(checkId, sayingOf(run));
        }
    }
    return sayings;
}
function queryFor(ids) {
    const query = 'query($ids: [ID!]!) { nodes(ids: $ids) { ... on CheckRun { id status conclusion } } }';
    return { query, variables: { ids } };
}
/** A node that is gone comes as null. */
function runsIn(answer) {
    const { nodes } = (answer ?? {});
    return Array.isArray(nodes) ? nodes.flatMap((node) => node ?? []) : [];
}
const conclusions = {
    SUCCESS: 'success',
    FAILURE: 'failure',
    NEUTRAL: 'neutral',
    CANCELLED: 'cancelled',
    TIMED_OUT: 'timed_out',
    SKIPPED: 'skipped',
    ACTION_REQUIRED: 'action_required',
};
function sayingOf({ status, conclusion }) {
    if (status !== 'COMPLETED')
        return 'open';
    return conclusions[String(conclusion)] ?? 'other';
}

;// CONCATENATED MODULE: ./src/adapters/github/checks.ts







/** REST does as many checks without asking for anything else; more go by GraphQL, ten in a request. */
const mostByRest = 3;
/** The check runs of a repository. A run's check is found by its external id before it is created, so it exists once. */
function githubChecks(options) {
    const client = (0,github_client/* githubClient */.$)(options);
    const graphql = graphqlOf({ client, url: options.graphqlUrl ?? graphqlUrlOf(options.apiUrl) });
    return {
        async publish(checks, requests) {
            const wanted = checks.map((one) => wantedOf(one, options.clock));
            const budget = { left: requests };
            const find = newFinder(client, budget, checksToFind(wanted));
            const desk = { client, budget, find, clock: options.clock };
            if (wanted.length > mostByRest)
                return publishMany(desk, graphql, wanted);
            const answers = [];
            for (const one of wanted)
                answers.push(await publishOne(desk, one));
            return answers;
        },
        read: (checkIds) => readChecks(graphql, checkIds),
    };
}
/** GitHub Enterprise Server has `/api/v3` and `/api/graphql`. */
function graphqlUrlOf(apiUrl) {
    return `${apiUrl.replace(/\/v3\/?$/, '').replace(/\/$/, '')}/graphql`;
}
function wantedOf({ check, checkId, createBefore }, clock) {
    const id = checkId === undefined ? undefined : parseCheckId(checkId);
    return {
        check,
        ...(id === undefined ? {} : { id }),
        mayCreate: () => createBefore === undefined || (createBefore !== 'never' && clock.now() < createBefore),
    };
}
function checksToFind(wanted) {
    return wanted.filter(({ id }) => id === undefined).map(({ check }) => check);
}


/***/ }),

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
