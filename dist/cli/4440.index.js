export const id = 4440;
export const ids = [4440];
export const modules = {

/***/ 4440:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   performControl: () => (/* binding */ performControl)
/* harmony export */ });
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2531);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(973);
/* harmony import */ var _core_wake_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8562);
/* harmony import */ var _engine_control_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4912);
/* harmony import */ var _engine_tick_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4980);
/* harmony import */ var _engine_wake_up_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(983);
/* harmony import */ var _engine_watch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8334);
/* harmony import */ var _absent_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7859);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9678);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1263);
/* harmony import */ var _tick_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7653);











/** Records what a person asked for, and lets a tick carry it out at once. Watched runs decide the exit code. */
async function performControl(site, request) {
    const { isDryRun = false, command } = request;
    const asker = { by: site.by, style: site.presentation, isDryRun };
    const answer = await (0,_engine_control_js__WEBPACK_IMPORTED_MODULE_2__/* .control */ .A)(site.world, command, asker);
    const needsTick = !isDryRun && command.kind !== 'pause' && command.kind !== 'resume';
    if (needsTick)
        await follow(site, request, answer);
    else if (!isDryRun)
        await (0,_engine_wake_up_js__WEBPACK_IMPORTED_MODULE_4__/* .setWakeUp */ ._)(site.world, answer.snapshot);
    const snapshot = needsTick ? await site.world.state.load(site.world.clock.now()) : answer.snapshot;
    const runs = answer.runs.flatMap((id) => snapshot.state.runs.get(id) ?? []);
    const shown = isDryRun || command.kind === 'backfill' ? undefined : runs[0];
    return {
        exitCode: exitCodeOf(request, runs),
        document: {
            verb: answer.command,
            subject: answer.subject,
            isChanged: answer.isChanged,
            because: answer.because ?? null,
            ...(isDryRun ? { isDryRun } : {}),
            runs: runs.map(_documents_js__WEBPACK_IMPORTED_MODULE_7__/* .runDocument */ .rE),
            nextWake: (0,_documents_js__WEBPACK_IMPORTED_MODULE_7__/* .momentOrNull */ .Vc)((0,_core_wake_js__WEBPACK_IMPORTED_MODULE_1__/* .nextWake */ .a)(snapshot.state, snapshot.registry, site.world.clock.now())),
        },
        ...(await (0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .commandWords */ .Bl)(request.isLogShown === true ? withoutLog(site) : site, {
            answer,
            isDryRun,
            ...(shown === undefined ? {} : { run: shown }),
        })),
    };
}
function withoutLog(site) {
    return { ...site, presentation: { ...site.presentation, logTailLines: 0 } };
}
async function follow(site, request, answer) {
    const options = (0,_tick_js__WEBPACK_IMPORTED_MODULE_9__/* .tickOptionsOf */ .t)(site);
    if (request.watchSeconds === 0) {
        await (0,_engine_tick_js__WEBPACK_IMPORTED_MODULE_3__/* .tick */ .i)(site.world, options);
        return;
    }
    const wanted = new Set(answer.runs);
    const isShownHere = (0,_absent_js__WEBPACK_IMPORTED_MODULE_6__/* .areChecksWritten */ .dr)(site.world.checks);
    const isDone = (result) => {
        request.onTick?.(result, answer.subject);
        return !result.open.some(({ id }) => wanted.has(id)) && (result.unreported === 0 || !isShownHere);
    };
    await (0,_engine_watch_js__WEBPACK_IMPORTED_MODULE_5__/* .watch */ .w)(site.world, options, { ...request, isDone });
}
const judged = new Set(['run', 'retry', 'backfill']);
function exitCodeOf({ command, watchSeconds }, runs) {
    const isJudged = judged.has(command.kind) && watchSeconds > 0;
    const hasFailed = runs.some((run) => (0,_core_run_js__WEBPACK_IMPORTED_MODULE_10__/* .isEnded */ .pl)(run) && run.phase.state !== 'succeeded');
    return isJudged && hasFailed ? _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.workFailed : _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.done;
}


/***/ }),

/***/ 4912:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ control)
/* harmony export */ });
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(105);
/* harmony import */ var _core_draft_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3077);
/* harmony import */ var _core_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3484);
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3705);
/* harmony import */ var _core_parameters_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2362);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2531);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(435);







/** Records what a person asked for. Throws `InputError` if it cannot be; then nothing was written. */
async function control(world, command, { by, style, isDryRun = false }) {
    const at = world.clock.now();
    const loaded = await world.state.load(at);
    const finished = command.kind === 'backfill' ? await world.state.finishedRuns(command.flow) : new Set();
    let answer;
    const edit = (current) => {
        answer = carryOut(current, command, { by, at, finished });
        if (answer.kind === 'impossible')
            throw impossible(command, answer);
        if (answer.kind !== 'done')
            return undefined;
        const state = (0,_core_draft_js__WEBPACK_IMPORTED_MODULE_1__/* .followEnds */ .uB)(answer.state, { ...current, now: at });
        return { state, message: titleOf(command) };
    };
    const { snapshot, isChanged } = isDryRun
        ? imagined(loaded, edit)
        : await (0,_record_js__WEBPACK_IMPORTED_MODULE_6__/* .record */ .g)(world, loaded, { style, edit });
    const because = answer?.kind === 'nothing' ? { because: answer.because } : {};
    const subject = subjectOf(command, snapshot);
    const runs = runsOf(command, subject, snapshot);
    return { command: command.kind, subject, runs, isChanged, snapshot, ...because };
}
function imagined(snapshot, edit) {
    const change = edit(snapshot);
    if (change === undefined)
        return { snapshot, isChanged: false };
    return { snapshot: { ...snapshot, state: change.state }, isChanged: true };
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
            // A flow that is gone can still be paused; one that never was cannot be resumed.
            if (!state.pauses.has(command.flow))
                deployed(snapshot, command.flow);
            return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .resumeFlow */ .oE)(state, command.flow, by);
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
    return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .backfillFlow */ .VJ)(snapshot.state, deployment, { ...command, finished: by.finished }, by);
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
function impossible(command, { because, fix, code = 'E_COMMAND' }) {
    const field = 'run' in command ? 'run' : 'flow';
    const message = `${because.charAt(0).toUpperCase()}${because.slice(1)}.`;
    return new _core_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz([{ code, field, message, fix }]);
}
function titleOf(command) {
    const title = `${command.kind} ${'flow' in command ? command.flow : command.run}`;
    return title.charAt(0).toUpperCase() + title.slice(1);
}
function runsOf(command, subject, { registry, state }) {
    switch (command.kind) {
        case 'pause':
        case 'resume':
            return [];
        case 'backfill': {
            const deployment = registry.deployments.get(command.flow);
            return deployment === undefined ? [] : (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .backfillRuns */ .RC)(state, deployment, command);
        }
        default:
            return [subject];
    }
}
function subjectOf(command, { registry }) {
    if (command.kind !== 'run')
        return 'run' in command ? command.run : command.flow;
    return registry.deployments.has(command.flow) ? (0,_core_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .manualRunId */ .R4)(command.flow, command.request) : command.flow;
}


/***/ })

};
