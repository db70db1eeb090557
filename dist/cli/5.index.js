export const id = 5;
export const ids = [5];
export const modules = {

/***/ 5:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   performStart: () => (/* binding */ performStart)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _core_parameters_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2978);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2251);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5141);
/* harmony import */ var _engine_control_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7640);
/* harmony import */ var _engine_watch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1206);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8566);
/* harmony import */ var _verbs_deploy_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6494);
/* harmony import */ var _verbs_tick_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6914);










/**
 * The whole loop at once, for somebody who has just cloned a repository: deploys its flows, requests a run of each that
 * needs nothing further, ticks until all have ended, and shows the checks as GitHub would.
 */
async function performStart(site, watching) {
    const { world } = site;
    const deployed = await (0,_verbs_deploy_js__WEBPACK_IMPORTED_MODULE_7__.performDeploy)(site, {
        images: undefined,
        isMassDeleteAllowed: false,
        isDryRun: false,
    });
    process.stderr.write(deployed.text);
    if (deployed.exitCode !== _core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .exitCodes */ .hS.done)
        return deployed;
    const requested = await requestAll(site);
    world.log.info(`Running ${requested.runs.length} flows; their logs are in ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(site.directory, 'runs')}.`);
    const wanted = new Set(requested.runs);
    await (0,_engine_watch_js__WEBPACK_IMPORTED_MODULE_5__/* .watch */ .w)(world, (0,_verbs_tick_js__WEBPACK_IMPORTED_MODULE_8__/* .tickOptionsOf */ .t)(site), {
        ...watching,
        isDone: (result) => (0,_engine_watch_js__WEBPACK_IMPORTED_MODULE_5__/* .isIdle */ .x)({ ...result, open: result.open.filter(({ id }) => wanted.has(id)) }),
    });
    const { state } = await world.state.load(world.clock.now());
    const runs = requested.runs.flatMap((id) => state.runs.get(id) ?? []);
    return {
        exitCode: runs.every(hasSucceeded) ? _core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .exitCodes */ .hS.done : _core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .exitCodes */ .hS.workFailed,
        document: {
            verb: 'start',
            runs: runs.map(_documents_js__WEBPACK_IMPORTED_MODULE_6__/* .runDocument */ .rE),
            leftOut: requested.leftOut.map((left) => ({ ...left })),
            board: world.state.boardPlace,
        },
        text: await summaryOf(site, runs, requested),
    };
}
function hasSucceeded(run) {
    return run.phase.state === 'succeeded';
}
async function requestAll(site) {
    const { registry } = await site.world.state.load(site.world.clock.now());
    const runs = [];
    const leftOut = [];
    for (const deployment of registry.deployments.values()) {
        const because = needsOf(deployment);
        if (because !== undefined) {
            leftOut.push({ flow: deployment.flow, because });
            continue;
        }
        const command = {
            kind: 'run',
            flow: deployment.flow,
            parameters: undefined,
            request: site.request,
        };
        const answer = await (0,_engine_control_js__WEBPACK_IMPORTED_MODULE_4__/* .control */ .A)(site.world, command, { by: site.by, style: site.presentation });
        runs.push(answer.subject);
    }
    return { runs, leftOut };
}
/** What a run of the flow would need that nobody has given; undefined if it can run as it is. */
function needsOf({ policy }) {
    const resolved = (0,_core_parameters_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveParameters */ .vA)(policy.parameters, undefined);
    if (resolved.kind === 'ok')
        return undefined;
    const names = resolved.problems.map(({ field }) => field).join(', ');
    return `it needs parameters that have no default: ${names}`;
}
async function summaryOf(site, runs, { leftOut }) {
    const checks = await Promise.all(runs.filter(_core_run_js__WEBPACK_IMPORTED_MODULE_9__/* .isEnded */ .pl).map((run) => checkText(site, run)));
    const left = leftOut.map(({ flow, because }) => `Left out ${flow}: ${because}. Start it with \`headgate run ${flow} -p name=value\`.`);
    const done = runs.filter(hasSucceeded).length;
    const sentence = `${done} of ${runs.length} runs succeeded.`;
    const board = `The board: ${site.world.state.boardPlace}`;
    return `${[...checks, ...left, sentence, board].join('\n\n')}\n`;
}
/** As the check list of a commit would show it. */
async function checkText({ directory }, run) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'checks', `${run.id}.md`), 'utf8')).trimEnd();
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
