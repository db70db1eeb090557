export const id = 479;
export const ids = [479];
export const modules = {

/***/ 6714:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** SHA-256 of a text, as 64 hexadecimal digits. The one place of the core that uses `node:crypto`, for a pure function of it. */
function sha256(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text, 'utf8').digest('hex');
}


/***/ }),

/***/ 7540:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R4: () => (/* binding */ manualRunId),
/* harmony export */   dz: () => (/* binding */ slotRunId),
/* harmony export */   g3: () => (/* binding */ upstreamRunId),
/* harmony export */   kG: () => (/* binding */ clientTokenOf),
/* harmony export */   rW: () => (/* binding */ scheduleKey),
/* harmony export */   wK: () => (/* binding */ startedByOf)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6714);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2993);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3448);



/**
 * Names that must come out the same in every process, however often and on whichever machine they are computed:
 * they are what makes a second launch of the same attempt impossible.
 */
/** `20261124-2105`, in UTC. Slots are whole minutes. */
function stampOf(slot) {
    return (0,_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .isoOf */ .dF)(slot).slice(0, 16).replaceAll('-', '').replace(':', '').replace('T', '-');
}
/** Two schedules of a flow that meet at one instant are one run if their parameters are equal, else two. */
function slotRunId(flow, slot, parameters) {
    const text = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .d)(parameters);
    const suffix = text === '{}' ? '' : `-${(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(text).slice(0, 4)}`;
    return `${flow}-${stampOf(slot)}${suffix}`;
}
/** `request` names the request, so that the same request gives the same run: on GitHub the workflow run and its attempt. */
function manualRunId(flow, request) {
    return `${flow}-m-${request
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .slice(0, 28)}`;
}
function upstreamRunId(flow, upstream) {
    return `${flow}-a-${(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(upstream).slice(0, 12)}`;
}
/** Identity of a schedule within its flow; it changes when the rule or its parameters change. */
function scheduleKey(schedule) {
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .d)(schedule)).slice(0, 12);
}
function textOf(name) {
    return [name.repository, name.flow, name.run, String(name.attempt)].join('\n');
}
/**
 * ECS `startedBy`: the same for every launch try of an attempt, so that one ListTasks finds them all.
 * 35 characters: ECS back ends have refused more than 36.
 */
function startedByOf(name) {
    return `hg-${(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(textOf(name)).slice(0, 32)}`;
}
/** ECS `clientToken`, 64 characters: its limit. */
function clientTokenOf(name, launchTry) {
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(`${textOf(name)}\n${launchTry}`);
}


/***/ }),

/***/ 6444:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ record)
});

// EXTERNAL MODULE: ./src/core/digest.ts
var digest = __webpack_require__(6714);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(2993);
// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2251);
// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __webpack_require__(5141);
;// CONCATENATED MODULE: ./src/core/invariant.ts


/**
 * The promises that are cheap enough to check before every write. One that does not hold stops all writing: a wrong
 * record is worse than a missing one.
 */
function assertPromises(before, after) {
    if (after.mark < before.mark)
        broken(`the mark moves back from ${before.mark} to ${after.mark}`);
    const handles = new Set();
    for (const run of after.runs.values()) {
        assertRun(run, handles);
        const known = before.runs.get(run.id);
        if (known !== undefined)
            assertStep(known, run);
    }
    for (const run of before.runs.values()) {
        if (!(0,core_run/* isEnded */.pl)(run) && !after.runs.has(run.id))
            broken(`open run ${run.id} disappears`);
    }
}
function assertRun(run, handles) {
    for (const [index, attempt] of run.attempts.entries()) {
        if (attempt.number !== index + 1)
            broken(`attempts of run ${run.id} are not numbered in order`);
        const isLast = index === run.attempts.length - 1;
        if (!isLast && attempt.ending === undefined)
            broken(`run ${run.id} has two open attempts`);
        if (attempt.handle !== undefined && handles.has(attempt.handle))
            broken(`two attempts share ${attempt.handle}`);
        if (attempt.handle !== undefined)
            handles.add(attempt.handle);
    }
    const last = run.attempts.at(-1);
    if (run.phase.state === 'succeeded' &&
        last !== undefined &&
        last.ending?.class !== 'exit-zero' &&
        !isResolved(last)) {
        broken(`run ${run.id} counts as succeeded without an exit code 0`);
    }
}
/** A person may resolve an unknown run. */
function isResolved(attempt) {
    return attempt.ending?.class === 'no-evidence';
}
function assertStep(before, after) {
    for (const attempt of before.attempts) {
        const now = after.attempts.find(({ number }) => number === attempt.number);
        if (now === undefined)
            broken(`attempt ${attempt.number} of run ${before.id} disappears`);
        else if (attempt.ending !== undefined && now.ending?.class !== attempt.ending.class) {
            broken(`the end of attempt ${attempt.number} of run ${before.id} changes`);
        }
        else if (attempt.handle !== undefined && now.handle !== attempt.handle) {
            broken(`attempt ${attempt.number} of run ${before.id} changes its task`);
        }
    }
    if (before.revision !== after.revision)
        broken(`run ${before.id} changes its revision`);
    if ((0,core_run/* isEnded */.pl)(before) && !(0,core_run/* isEnded */.pl)(after) && after.granted <= before.granted)
        broken(`ended run ${before.id} opens again`);
}
function broken(what) {
    throw new problem/* InvariantError */.zU(`A promise does not hold: ${what}.`);
}

// EXTERNAL MODULE: ./src/report/board.ts
var board = __webpack_require__(9509);
;// CONCATENATED MODULE: ./src/engine/record.ts





/** A race is lost at most this often before the tick leaves the work to the winner. */
const mostRaces = 8;
const firstPauseMs = 100;
const longestPauseMs = 2_000;
/**
 * Writes what `edit` makes of the newest snapshot, by compare-and-swap: a lost race loads again and asks `edit` again,
 * so nothing is ever decided on a state that somebody else has replaced.
 */
async function record(world, start, { style, edit }) {
    let snapshot = start;
    for (let race = 0; race < mostRaces; race += 1) {
        const change = edit(snapshot);
        if (change === undefined)
            return { snapshot, isChanged: false };
        const written = await write(world, snapshot, { change, style });
        if (written !== undefined)
            return { snapshot: written, isChanged: true };
        await world.clock.sleep(pauseMs(race, `${world.clock.now()} ${snapshot.version}`));
        snapshot = await world.state.load(world.clock.now());
    }
    throw new problem/* RefusedError */.fk({
        code: 'E_STATE_BUSY',
        message: `Other ticks changed the state ${mostRaces} times while this one tried to.`,
        fix: 'Give the workflows that write state one `concurrency` group.',
    });
}
/** Undefined: somebody else was first. */
async function write(world, base, { change, style }) {
    assertPromises(base.state, change.state);
    const now = world.clock.now();
    const state = { ...change.state, sequence: base.state.sequence + 1 };
    const registry = change.registry ?? base.registry;
    const answer = await world.state.commit({
        base: base.version,
        registry,
        state,
        board: (0,board/* renderBoard */.n)({ state, registry, now, ...style }),
        message: change.message,
        at: now,
        pages: change.pages ?? new Map(),
    });
    if (answer.kind === 'lost') {
        world.log.info(`Another process wrote the state first, at ${(0,instant/* isoOf */.dF)(now)}: deciding again.`);
        return undefined;
    }
    if (answer.warning !== undefined)
        world.log.warn((0,problem/* describeProblem */.BJ)(answer.warning));
    return { version: answer.version, registry, state };
}
/** Full jitter: racing processes that wait equally long would only meet again. */
function pauseMs(race, seed) {
    const share = Number.parseInt((0,digest/* sha256 */.s)(seed).slice(0, 8), 16) / 0xffff_ffff;
    return Math.round(Math.min(firstPauseMs * 2 ** race, longestPauseMs) * share);
}


/***/ })

};
