export const id = 218;
export const ids = [218];
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

/***/ 1910:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ dueSlots),
/* harmony export */   m: () => (/* binding */ gapIn)
/* harmony export */ });
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7540);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2993);
/* harmony import */ var _slots_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(525);



/**
 * Accounts for every slot in `(mark, now]`. At most about `most` slots come at once: then the mark stops before the first
 * instant that did not fit, and a later tick goes on from there.
 */
function dueSlots(registry, state, now, most) {
    const spans = [...registry.deployments.values()]
        .filter(isLive)
        .flatMap((deployment) => spansOf(deployment, state, now));
    const candidates = spans
        .flatMap((span) => span.candidates.map((slot) => ({ span, slot })))
        .sort((a, b) => a.slot - b.slot);
    const firstLeft = candidates.length > most ? firstInstantFrom(candidates, most) : undefined;
    const mark = firstLeft === undefined ? now : (0,_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantFromMs */ .A0)(firstLeft - 1);
    const slots = candidates
        .filter(({ slot }) => slot <= mark)
        .map(({ span, slot }) => ({ flow: span.flow, slot, parameters: span.schedule.parameters }));
    return { slots, gaps: spans.flatMap((span) => gapsOf(span, mark)), mark };
}
function isLive(deployment) {
    return deployment.retiredAt === undefined;
}
/** Instants are kept whole: either all slots of an instant come, or none. */
function firstInstantFrom(candidates, most) {
    const last = candidates[most - 1]?.slot;
    const next = candidates[most]?.slot;
    if (last !== next)
        return next;
    const first = candidates[0]?.slot;
    return last === first ? candidates.find(({ slot }) => slot > (last ?? 0))?.slot : last;
}
function spansOf(deployment, state, now) {
    const { catchUp, schedules } = deployment.policy;
    const isPaused = state.pauses.has(deployment.flow);
    return schedules.map((schedule) => {
        const since = deployment.scheduledSince[(0,_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .scheduleKey */ .rW)(schedule)] ?? deployment.deployedAt;
        const after = later(state.mark, since);
        const tooLate = later(after, (0,_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantFromMs */ .A0)(now - catchUp.windowSeconds * _instant_js__WEBPACK_IMPORTED_MODULE_1__/* .secondMs */ .fj - 1));
        const most = catchUp.policy === 'all' ? catchUp.max : 1;
        const candidates = isPaused ? [] : (0,_slots_js__WEBPACK_IMPORTED_MODULE_2__/* .lastSlots */ .St)(schedule, tooLate, now, most);
        const beyond = isPaused ? 'paused' : catchUp.policy === 'all' ? 'catch-up-max' : 'newer-slot';
        return { flow: deployment.flow, schedule, after, tooLate, candidates, beyond };
    });
}
/** The slots of a span that do not run: first the ones that are too late, then the ones before its candidates. */
function gapsOf(span, mark) {
    const lastTooLate = earlier(span.tooLate, mark);
    const firstCandidate = span.candidates[0];
    const beforeCandidates = firstCandidate === undefined ? mark : earlier((0,_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantFromMs */ .A0)(firstCandidate - 1), mark);
    return [
        ...gapIn(span, { after: span.after, until: lastTooLate, outcome: 'missed', because: 'window' }),
        ...gapIn(span, { after: lastTooLate, until: beforeCandidates, outcome: 'skipped', because: span.beyond }),
    ];
}
function gapIn(span, { after, until, outcome, because }) {
    if (until <= after)
        return [];
    const count = (0,_slots_js__WEBPACK_IMPORTED_MODULE_2__/* .countSlots */ .vf)(span.schedule, after, until);
    const [from] = count === 0 ? [] : (0,_slots_js__WEBPACK_IMPORTED_MODULE_2__/* .nextSlots */ .jj)(span.schedule, after, 1);
    const [to] = count === 0 ? [] : (0,_slots_js__WEBPACK_IMPORTED_MODULE_2__/* .lastSlots */ .St)(span.schedule, after, until, 1);
    return from === undefined || to === undefined
        ? []
        : [{ flow: span.flow, outcome, because, from, to, count }];
}
function later(a, b) {
    return a > b ? a : b;
}
function earlier(a, b) {
    return a < b ? a : b;
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

/***/ 6494:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   performDeploy: () => (/* binding */ performDeploy)
/* harmony export */ });
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2251);
/* harmony import */ var _engine_deploy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5990);
/* harmony import */ var _report_plan_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(796);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2175);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8566);





const exits = {
    nothing: _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.done,
    deployed: _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.done,
    partial: _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.workFailed,
    superseded: _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.done,
    'dry-run': _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.done,
};
/** Brings what is deployed to what the sources say. */
async function performDeploy(site, request) {
    const { world, project, presentation, by } = site;
    const { images, ...rest } = request;
    const result = await (0,_engine_deploy_js__WEBPACK_IMPORTED_MODULE_1__/* .deploy */ .g)(world, {
        project,
        presentation,
        by,
        ...rest,
        ...(images === undefined ? {} : { image: images }),
    });
    for (const warning of result.warnings)
        world.log.warn((0,_core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .describeProblem */ .BJ)(warning));
    return {
        exitCode: exits[result.outcome],
        document: {
            verb: 'deploy',
            commit: result.commit,
            outcome: result.outcome,
            supersededBy: result.supersededBy ?? null,
            ...(0,_documents_js__WEBPACK_IMPORTED_MODULE_4__/* .planDocument */ .NP)(result.plan),
            deployed: [...result.deployed.keys()],
            failed: [...result.failed].map(([flow, problems]) => ({
                flow,
                problems: problems.map(_documents_js__WEBPACK_IMPORTED_MODULE_4__/* .problemDocument */ .FC),
            })),
            removed: result.removed,
            retired: result.retired,
        },
        text: textOf(site, result),
    };
}
function textOf({ terminal }, result) {
    const failures = [...result.failed.values()].flat().map((problem) => `${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .describeProblem */ .BJ)(problem)}\n`);
    return `${(0,_report_plan_text_js__WEBPACK_IMPORTED_MODULE_2__/* .planText */ .P)(result.plan, terminal)}${sentenceOf(result)}\n${failures.join('')}`;
}
function sentenceOf({ outcome, commit, deployed, removed, failed, supersededBy }) {
    switch (outcome) {
        case 'nothing':
            return `Nothing to deploy: ${commit.slice(0, 12)} is what is deployed.`;
        case 'dry-run':
            return 'Nothing was deployed: this was a dry run.';
        case 'superseded':
            return `Nothing was deployed: the newer commit ${supersededBy?.slice(0, 12)} is deployed already.`;
        case 'deployed':
            return `Deployed ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_3__/* .countWords */ .rj)(deployed.size, 'flow')}, removed ${removed.length}.`;
        case 'partial':
            return `Deployed ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_3__/* .countWords */ .rj)(deployed.size, 'flow')}; ${failed.size} could not be registered. The next deploy completes it.`;
    }
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


/***/ }),

/***/ 796:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ planText)
/* harmony export */ });
/* harmony import */ var _core_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6358);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8045);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9351);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2175);




const marks = {
    added: ['+', 'green'],
    changed: ['~', 'yellow'],
    restored: ['<', 'yellow'],
    unchanged: ['=', 'dim'],
    removed: ['-', 'red'],
};
const mostReasons = 10;
/** A plan for a terminal: a line for each flow that changes, and why it does. */
function planText({ flows }, terminal) {
    const changes = flows.filter(_core_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .isChange */ .Xb);
    const lines = changes.flatMap(({ flow, action, reasons }) => {
        const [mark, colour] = marks[action];
        const shown = reasons.slice(0, mostReasons).map((reason) => `    ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(reason)}`);
        return [`  ${(0,_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .paint */ .nI)(`${mark} ${flow}`, colour, terminal)} (${action})`, ...shown];
    });
    const same = (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .countWords */ .rj)(flows.length - changes.length, 'flow');
    const cut = lines.map((line) => line.includes('\u001b[') ? line : (0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .cutLength */ .bG)(line, terminal.columns ?? 80));
    return `${[...cut, `${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .countWords */ .rj)(changes.length, 'change')}; ${same} as deployed.`].join('\n')}\n`;
}


/***/ })

};
