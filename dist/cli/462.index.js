export const id = 462;
export const ids = [462];
export const modules = {

/***/ 462:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   logLineText: () => (/* binding */ logLineText),
/* harmony export */   performLogs: () => (/* binding */ performLogs)
/* harmony export */ });
/* harmony import */ var _core_event_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9072);
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3705);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2531);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(973);
/* harmony import */ var _engine_tick_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4980);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9678);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4751);
/* harmony import */ var _tick_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7653);








/** Where the state is on GitHub, every look is a fetch. */
const localPollMs = 1_000;
const remotePollMs = 5_000;
const mostLines = 100_000;
const mostLineBytes = 64 * 1024;
/** What an attempt printed; while following, until the run has ended. */
async function performLogs(site, request) {
    const { world } = site;
    const first = (0,_status_js__WEBPACK_IMPORTED_MODULE_5__.findRun)(await world.state.load(world.clock.now()), request.run);
    const lines = [];
    const isLocal = world.executor.kind === 'local';
    let read = { handle: undefined, cursor: undefined, isComplete: false };
    for (let run = first;; run = (0,_status_js__WEBPACK_IMPORTED_MODULE_5__.findRun)(await world.state.load(world.clock.now()), first.id)) {
        const handle = handleOf(run, request.attempt);
        if (handle !== read.handle)
            read = { handle, cursor: undefined, isComplete: false };
        if (handle !== undefined && !read.isComplete)
            read = await drain(handle, run, read.cursor);
        if (!request.isFollowing || (0,_core_run_js__WEBPACK_IMPORTED_MODULE_7__/* .isEnded */ .pl)(run) || request.isReaderGone?.() === true)
            break;
        await world.clock.sleep(isLocal ? localPollMs : remotePollMs);
        // On this machine there is no clock: nobody else would see the end.
        if (isLocal)
            await (0,_engine_tick_js__WEBPACK_IMPORTED_MODULE_3__/* .tick */ .i)(world, (0,_tick_js__WEBPACK_IMPORTED_MODULE_6__/* .tickOptionsOf */ .t)(site));
    }
    const document = {
        verb: 'logs',
        run: first.id,
        lines: lines.map(({ at, text }) => ({ at: (0,_documents_js__WEBPACK_IMPORTED_MODULE_4__/* .momentOrNull */ .Vc)(at), text })),
        isCut: lines.length === mostLines,
    };
    return { exitCode: _core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .hS.done, document, text: '' };
    async function drain(handle, run, from) {
        let cursor = from;
        for (;;) {
            const page = await world.logs.read(handle, run.flow, cursor);
            for (const line of page.lines)
                take(line);
            const isAtEnd = page.cursor === cursor || page.lines.length === 0;
            cursor = page.cursor;
            if (cursor === undefined || isAtEnd)
                return { handle, cursor, isComplete: cursor === undefined };
        }
    }
    function take({ at, text: printed }) {
        const shown = (0,_core_event_js__WEBPACK_IMPORTED_MODULE_0__/* .shownText */ .f$)(printed);
        if (shown === undefined)
            return;
        const text = site.presentation.outgoing
            .lines([shown], { mostLines: 1, mostBytes: mostLineBytes })
            .join(' ');
        const line = { ...(at === undefined ? {} : { at }), text };
        if (request.print !== undefined)
            request.print(line);
        else if (lines.length < mostLines)
            lines.push(line);
    }
}
function handleOf(run, number) {
    const attempt = number === undefined ? run.attempts.at(-1) : run.attempts.find((entry) => entry.number === number);
    if (number !== undefined && attempt === undefined) {
        const message = `Run ${run.id} has no attempt ${number}; it has ${run.attempts.length}.`;
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz([
            { code: 'E_RANGE', field: 'attempt', message, fix: 'Give the number of an attempt, from 1.' },
        ]);
    }
    return attempt?.handle;
}
/** `2026-11-24T10:05:00Z text`, or the text alone where the log has no times. */
function logLineText({ at, text }) {
    return at === undefined ? text : `${(0,_core_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .isoOf */ .dF)(at)} ${text}`;
}


/***/ }),

/***/ 4751:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findRun: () => (/* binding */ findRun),
/* harmony export */   performStatus: () => (/* binding */ performStatus)
/* harmony export */ });
/* harmony import */ var _core_alert_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7488);
/* harmony import */ var _core_alerts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5285);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2531);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(973);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9678);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1263);






/** The flows with their newest runs, or one run in full. */
async function performStatus(site, argument) {
    const snapshot = await site.world.state.load(site.world.clock.now());
    return argument === undefined ? overview(site, snapshot) : oneRun(site, findRun(snapshot, argument));
}
function overview(site, snapshot) {
    const { state, registry } = snapshot;
    return {
        exitCode: _core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .hS.done,
        document: {
            verb: 'status',
            mark: (0,_documents_js__WEBPACK_IMPORTED_MODULE_3__/* .momentOrNull */ .Vc)(state.mark),
            flows: [...registry.deployments.values()].map((deployment) => ({
                ...(0,_documents_js__WEBPACK_IMPORTED_MODULE_3__/* .deploymentDocument */ .P)(deployment),
                isPaused: state.pauses.has(deployment.flow),
            })),
            runs: [...state.runs.values()].map(_documents_js__WEBPACK_IMPORTED_MODULE_3__/* .runDocument */ .rE),
            gaps: state.gaps.map(_documents_js__WEBPACK_IMPORTED_MODULE_3__/* .gapDocument */ .Cd),
            alerts: [...(0,_core_alerts_js__WEBPACK_IMPORTED_MODULE_1__/* .openAlerts */ .o4)(state, (0,_core_alert_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .alertRulesOf */ .J)(site.project)).values()].map((alert) => (0,_documents_js__WEBPACK_IMPORTED_MODULE_3__/* .alertDocument */ .Yn)(alert, state)),
        },
        text: (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .statusWords */ .o7)(site, snapshot),
    };
}
async function oneRun(site, run) {
    return {
        exitCode: _core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .hS.done,
        document: { verb: 'status', ...(0,_documents_js__WEBPACK_IMPORTED_MODULE_3__/* .runDocument */ .rE)(run) },
        text: await (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .runWords */ .$W)(site, run),
    };
}
/** A run by its id, or the newest run of a flow by the flow's name. */
function findRun({ state }, text) {
    const id = (0,_core_run_js__WEBPACK_IMPORTED_MODULE_5__/* .parseRunId */ ._G)(text);
    if (id === undefined) {
        const message = `${JSON.stringify(text)} is not the id of a run.`;
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz([
            { code: 'E_RUN_ID', field: 'run', message, fix: 'Take one from `headgate status`.' },
        ]);
    }
    const run = state.runs.get(id) ?? newestOf([...state.runs.values()], text);
    if (run !== undefined)
        return run;
    const message = `No run ${text} is kept in state.`;
    throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz([{ code: 'E_RUN_UNKNOWN', field: 'run', message, fix: 'Look at `headgate status`.' }]);
}
function newestOf(runs, flow) {
    return runs.filter((run) => run.flow === flow).sort((a, b) => b.createdAt - a.createdAt)[0];
}


/***/ })

};
