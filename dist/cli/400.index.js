export const id = 400;
export const ids = [400];
export const modules = {

/***/ 6400:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   performControl: () => (/* binding */ performControl)
/* harmony export */ });
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2251);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5141);
/* harmony import */ var _engine_control_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7640);
/* harmony import */ var _engine_tick_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3457);
/* harmony import */ var _engine_watch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1206);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8566);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3479);
/* harmony import */ var _tick_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6914);








/** Records what a person asked for, and lets a tick carry it out at once. A watched run decides the exit code. */
async function performControl(site, request) {
    const answer = await (0,_engine_control_js__WEBPACK_IMPORTED_MODULE_1__/* .control */ .A)(site.world, request.command, { by: site.by, style: site.presentation });
    const needsTick = request.command.kind !== 'pause' && request.command.kind !== 'resume';
    const ticked = needsTick ? await follow(site, request, answer) : undefined;
    const run = ticked === undefined ? undefined : await runNow(site, answer.subject);
    return {
        exitCode: exitCodeOf(request, run),
        document: documentOf(answer, run, ticked),
        ...(await (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .commandWords */ .Bl)(request.isLogShown === true ? withoutLog(site) : site, answer, run)),
    };
}
function withoutLog(site) {
    return { ...site, presentation: { ...site.presentation, logTailLines: 0 } };
}
async function follow(site, request, { subject }) {
    const options = (0,_tick_js__WEBPACK_IMPORTED_MODULE_6__/* .tickOptionsOf */ .t)(site);
    if (request.watchSeconds === 0)
        return (0,_engine_tick_js__WEBPACK_IMPORTED_MODULE_2__/* .tick */ .i)(site.world, options);
    const isDone = (result) => {
        request.onTick?.(result, subject);
        return !result.open.some(({ id }) => id === subject) && result.unreported === 0;
    };
    return (0,_engine_watch_js__WEBPACK_IMPORTED_MODULE_3__/* .watch */ .w)(site.world, options, { ...request, isDone });
}
async function runNow({ world }, id) {
    return (await world.state.load(world.clock.now())).state.runs.get(id);
}
function exitCodeOf({ command, watchSeconds }, run) {
    const isJudged = (command.kind === 'run' || command.kind === 'retry') && watchSeconds > 0 && run !== undefined;
    if (!isJudged || !(0,_core_run_js__WEBPACK_IMPORTED_MODULE_7__/* .isEnded */ .pl)(run))
        return _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.done;
    return run.phase.state === 'succeeded' ? _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.done : _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.workFailed;
}
function documentOf(answer, run, ticked) {
    return {
        verb: answer.command,
        subject: answer.subject,
        isChanged: answer.isChanged,
        because: answer.because ?? null,
        runs: run === undefined ? [] : [(0,_documents_js__WEBPACK_IMPORTED_MODULE_4__/* .runDocument */ .rE)(run)],
        nextWake: ticked === undefined ? null : ((0,_tick_js__WEBPACK_IMPORTED_MODULE_6__/* .tickDocument */ .J)(ticked)['nextWake'] ?? null),
    };
}


/***/ }),

/***/ 7640:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ control)
/* harmony export */ });
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2561);
/* harmony import */ var _core_draft_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2965);
/* harmony import */ var _core_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7540);
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2993);
/* harmony import */ var _core_parameters_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2978);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2251);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6444);







/** Records what a person asked for. Throws `InputError` if it cannot be; then nothing was written. */
async function control(world, command, { by, style }) {
    const at = world.clock.now();
    const loaded = await world.state.load(at);
    let answer;
    const recorded = await (0,_record_js__WEBPACK_IMPORTED_MODULE_6__/* .record */ .g)(world, loaded, {
        style,
        edit: (snapshot) => {
            answer = carryOut(snapshot, command, { by, at });
            if (answer.kind === 'impossible')
                throw impossible(command, answer.because, answer.fix);
            if (answer.kind !== 'done')
                return undefined;
            const state = (0,_core_draft_js__WEBPACK_IMPORTED_MODULE_1__/* .followEnds */ .uB)(answer.state, { ...snapshot, now: at });
            return { state, message: titleOf(command) };
        },
    });
    const because = answer?.kind === 'nothing' ? { because: answer.because } : {};
    return {
        command: command.kind,
        subject: subjectOf(command, recorded.snapshot),
        isChanged: recorded.isChanged,
        ...because,
    };
}
function carryOut(snapshot, command, by) {
    const { state, registry } = snapshot;
    switch (command.kind) {
        case 'run':
            return requestOf(snapshot, command, by);
        case 'backfill':
            return backfillOf(snapshot, command, by);
        case 'cancel':
            return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelRun */ .Su)(state, registry, command.run, by);
        case 'retry':
            return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .retryRun */ .GJ)(state, registry, command.run, by);
        case 'resolve':
            return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .resolveRun */ .Uf)(state, command.run, command.as, by);
        case 'pause':
            return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .pauseFlow */ .pS)(state, deployed(snapshot, command.flow).flow, by);
        case 'resume':
            return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .resumeFlow */ .oE)(state, command.flow);
    }
}
function requestOf(snapshot, command, { by, at }) {
    const deployment = deployed(snapshot, command.flow);
    const resolved = (0,_core_parameters_js__WEBPACK_IMPORTED_MODULE_4__/* .resolveParameters */ .vA)(deployment.policy.parameters, command.parameters);
    if (resolved.kind === 'bad')
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz(resolved.problems);
    const id = (0,_core_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .manualRunId */ .R4)(command.flow, command.request);
    return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .requestRun */ .B9)(snapshot.state, deployment, {
        id,
        cause: { kind: 'manual', by },
        parameters: resolved.parameters,
        at,
    });
}
function backfillOf(snapshot, command, by) {
    const deployment = deployed(snapshot, command.flow);
    if (command.to > by.at || command.from > command.to) {
        const message = `A backfill goes from an earlier moment to a later one that has passed; got ${(0,_core_instant_js__WEBPACK_IMPORTED_MODULE_3__/* .isoOf */ .dF)(command.from)} to ${(0,_core_instant_js__WEBPACK_IMPORTED_MODULE_3__/* .isoOf */ .dF)(command.to)}.`;
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz([{ code: 'E_TIME', field: 'from', message }]);
    }
    const count = (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .backfillSize */ .qt)(deployment, command);
    if (count > _core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .mostBackfillSlots */ .ps) {
        const message = `The range holds ${count} slots; at most ${_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .mostBackfillSlots */ .ps} fit in one backfill.`;
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz([
            {
                code: 'E_BACKFILL_TOO_LARGE',
                field: 'from',
                message,
                fix: 'Backfill it in smaller ranges, one after the other.',
            },
        ]);
    }
    return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .backfillFlow */ .VJ)(snapshot.state, deployment, command, by);
}
function deployed({ registry }, flow) {
    const deployment = registry.deployments.get(flow);
    if (deployment !== undefined && deployment.retiredAt === undefined)
        return deployment;
    const names = [...registry.deployments.keys()];
    throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz([
        {
            code: 'E_FLOW_UNKNOWN',
            field: 'flow',
            message: `Flow "${flow}" is not deployed.`,
            fix: names.length === 0 ? 'Deploy first: nothing is deployed yet.' : `Deployed: ${names.join(', ')}.`,
        },
    ]);
}
function impossible(command, because, fix) {
    return new _core_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz([{ code: 'E_COMMAND', field: command.kind, message: `${because}.`, fix }]);
}
function titleOf(command) {
    const title = `${command.kind} ${'flow' in command ? command.flow : command.run}`;
    return title.charAt(0).toUpperCase() + title.slice(1);
}
function subjectOf(command, { registry }) {
    if (command.kind !== 'run')
        return 'run' in command ? command.run : command.flow;
    return registry.deployments.has(command.flow) ? (0,_core_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .manualRunId */ .R4)(command.flow, command.request) : command.flow;
}


/***/ })

};
