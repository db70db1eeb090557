export const id = 1949;
export const ids = [1949,9414];
export const modules = {

/***/ 1949:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   performStart: () => (/* binding */ performStart)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _adapters_local_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7414);
/* harmony import */ var _core_parameters_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2362);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2531);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(973);
/* harmony import */ var _engine_control_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4912);
/* harmony import */ var _engine_watch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8334);
/* harmony import */ var _flow_discover_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6364);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9988);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9678);
/* harmony import */ var _verbs_deploy_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9414);
/* harmony import */ var _verbs_tick_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7653);













/**
 * The whole loop at once, for somebody who has just cloned a repository: deploys its flows, requests a run of each that
 * needs nothing further, ticks until all have ended, and shows the checks as GitHub would.
 */
async function performStart(site, watching) {
    const { world } = site;
    const deployed = await (0,_verbs_deploy_js__WEBPACK_IMPORTED_MODULE_10__.performDeploy)(site, {
        images: undefined,
        isMassDeleteAllowed: false,
        isDryRun: false,
    });
    process.stderr.write(deployed.text);
    if (deployed.exitCode !== _core_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .exitCodes */ .hS.done)
        return deployed;
    const requested = await requestAll(site);
    world.log.info(`Running ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_8__/* .countWords */ .rj)(requested.runs.length, 'flow')}; their logs are in ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(site.directory, 'runs')}.`);
    await watchRuns(site, requested, watching);
    const { state } = await world.state.load(world.clock.now());
    const runs = requested.runs.flatMap((id) => state.runs.get(id) ?? []);
    return {
        exitCode: runs.every(hasSucceeded) ? _core_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .exitCodes */ .hS.done : _core_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .exitCodes */ .hS.workFailed,
        document: {
            verb: 'start',
            runs: runs.map(_documents_js__WEBPACK_IMPORTED_MODULE_9__/* .runDocument */ .rE),
            leftOut: requested.leftOut.map(({ flow, because }) => ({ flow, because })),
            board: world.state.boardPlace,
        },
        text: await summaryOf(site, runs, requested),
    };
}
/** The report comes when all have ended; until then somebody waits, and hears of each end. */
async function watchRuns(site, { runs }, watching) {
    const wanted = new Set(runs);
    const isDone = (result) => {
        for (const { run } of result.changes) {
            if ((0,_core_run_js__WEBPACK_IMPORTED_MODULE_12__/* .isEnded */ .pl)(run) && wanted.delete(run.id))
                site.world.log.info(`${run.flow}: ${run.phase.state}`);
        }
        return (0,_engine_watch_js__WEBPACK_IMPORTED_MODULE_6__/* .isIdle */ .x)({ ...result, open: result.open.filter(({ id }) => wanted.has(id)) });
    };
    await (0,_engine_watch_js__WEBPACK_IMPORTED_MODULE_6__/* .watch */ .w)(site.world, (0,_verbs_tick_js__WEBPACK_IMPORTED_MODULE_11__/* .tickOptionsOf */ .t)(site), { ...watching, isDone });
}
function hasSucceeded(run) {
    return run.phase.state === 'succeeded';
}
async function requestAll(site) {
    const { manifests } = await (0,_flow_discover_js__WEBPACK_IMPORTED_MODULE_7__/* .loadFlows */ .m)(site.world.source, site.project);
    const secrets = new Set(Object.keys(await (0,_adapters_local_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .readLocalSecrets */ .bL)(site.root)));
    const runs = [];
    const leftOut = [];
    for (const manifest of manifests) {
        const lack = lackOf(manifest, secrets);
        if (lack !== undefined) {
            leftOut.push({ flow: manifest.name, ...lack });
            continue;
        }
        const command = {
            kind: 'run',
            flow: manifest.name,
            parameters: undefined,
            request: site.request,
        };
        const answer = await (0,_engine_control_js__WEBPACK_IMPORTED_MODULE_5__/* .control */ .A)(site.world, command, { by: site.by, style: site.presentation });
        runs.push(answer.subject);
    }
    return { runs, leftOut };
}
/** What a run of the flow would need that nobody has given; undefined if it can run as it is. */
function lackOf({ policy, workload }, secrets) {
    const resolved = (0,_core_parameters_js__WEBPACK_IMPORTED_MODULE_3__/* .resolveParameters */ .vA)(policy.parameters, undefined);
    const problems = resolved.kind === 'ok' ? [] : resolved.problems;
    const parameters = problems.map(({ field }) => (field ?? '').replace(/^parameters\./, ''));
    const missing = Object.keys(workload.secrets).filter((name) => !secrets.has(name));
    if (parameters.length + missing.length === 0)
        return undefined;
    const reasons = [
        ...(parameters.length === 0 ? [] : [`parameters that have no default: ${parameters.join(', ')}`]),
        ...(missing.length === 0 ? [] : [`secrets that .env does not hold: ${missing.join(', ')}`]),
    ];
    return { because: `it needs ${reasons.join('; ')}`, parameters };
}
async function summaryOf(site, runs, { leftOut }) {
    const checks = await Promise.all(runs.filter(_core_run_js__WEBPACK_IMPORTED_MODULE_12__/* .isEnded */ .pl).map((run) => checkText(site, run)));
    const left = leftOut.map(({ flow, because, parameters }) => {
        const given = parameters.map((name) => ` -p ${name}=…`).join('');
        return `Left out ${flow}: ${because}. Run it with \`headgate run ${flow}${given}\`.`;
    });
    const done = runs.filter(hasSucceeded).length;
    const sentence = runs.length === 0 && leftOut.length === 0
        ? 'There is no flow under flows/. Write one with `headgate new <flow>`.'
        : `${done} of ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_8__/* .countWords */ .rj)(runs.length, 'run')} succeeded.`;
    const board = `The board: ${site.world.state.boardPlace}`;
    return `${[...checks, ...left, sentence, board].join('\n\n')}\n`;
}
/** As the check list of a commit would show it. */
async function checkText({ directory }, run) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'checks', `${run.id}.md`), 'utf8')).trimEnd();
}


/***/ }),

/***/ 9414:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   performDeploy: () => (/* binding */ performDeploy)
/* harmony export */ });
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2531);
/* harmony import */ var _engine_deploy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2076);
/* harmony import */ var _report_plan_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9235);
/* harmony import */ var _report_plan_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6068);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9988);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9678);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2034);







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
    const { images, record, ...rest } = request;
    const { records, warnings } = await (0,_records_js__WEBPACK_IMPORTED_MODULE_6__/* .readRecords */ .T)({ images, record, cwd: site.cwd });
    for (const warning of warnings)
        world.log.warn((0,_core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .describeProblem */ .BJ)(warning));
    const result = await (0,_engine_deploy_js__WEBPACK_IMPORTED_MODULE_1__/* .deploy */ .g)(world, {
        project,
        presentation,
        by,
        ...rest,
        records,
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
            ...(0,_documents_js__WEBPACK_IMPORTED_MODULE_5__/* .planDocument */ .NP)(result.plan),
            deployed: [...result.deployed.keys()],
            failed: [...result.failed].map(([flow, problems]) => ({
                flow,
                problems: problems.map(_documents_js__WEBPACK_IMPORTED_MODULE_5__/* .problemDocument */ .FC),
            })),
            waiting: result.waiting,
            isUnfinished: result.waiting.length > 0 && result.deployed.size > 0,
            removed: result.removed,
            retired: result.retired,
            nextWake: (0,_documents_js__WEBPACK_IMPORTED_MODULE_5__/* .momentOrNull */ .Vc)(result.nextWake),
        },
        text: textOf(site, result),
        summary: summaryOf(site, result),
    };
}
function textOf({ terminal, presentation: { outgoing } }, result) {
    const failures = [...result.failed.values()].flat().map((problem) => `${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .describeProblem */ .BJ)(problem)}\n`);
    return `${(0,_report_plan_text_js__WEBPACK_IMPORTED_MODULE_3__/* .planText */ .P)(result.plan, { terminal, outgoing })}${sentenceOf(result)}\n${failures.join('')}`;
}
/** What the check of the deploy shows in full stands on the commit; here, why, and what went wrong. */
function summaryOf({ world, presentation: { outgoing } }, result) {
    const parts = [
        outgoing.inline(sentenceOf(result)),
        (0,_report_plan_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .planSummary */ .M)({ ...result, now: world.clock.now() }, outgoing),
        ...[...result.failed.values()].flat().map((problem) => `- ${outgoing.inline((0,_core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .describeProblem */ .BJ)(problem))}`),
    ];
    return `${parts.join('\n\n')}\n`;
}
function sentenceOf({ outcome, deployed, removed, failed, waiting, supersededBy }) {
    const follows = waiting.length === 0
        ? ''
        : ` ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_4__/* .countWords */ .rj)(waiting.length, 'flow')} wait for images that a next run builds.`;
    switch (outcome) {
        case 'nothing':
            return 'Nothing to deploy: every flow is deployed as it is here.';
        case 'dry-run':
            return 'Nothing was deployed: this was a dry run.';
        case 'superseded':
            return `Nothing was deployed: the newer commit ${supersededBy?.slice(0, 12)} is deployed already.`;
        case 'deployed':
            return `Deployed ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_4__/* .countWords */ .rj)(deployed.size, 'flow')}, removed ${removed.length}.${follows}`;
        case 'partial':
            return `Deployed ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_4__/* .countWords */ .rj)(deployed.size, 'flow')}; ${failed.size} could not be deployed and stay as they were. The next deploy completes it.${follows}`;
    }
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
