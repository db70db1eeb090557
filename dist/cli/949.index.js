export const id = 949;
export const ids = [949,414];
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
/* harmony import */ var _adapters_local_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5530);
/* harmony import */ var _core_parameters_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2362);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2531);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(973);
/* harmony import */ var _engine_control_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4912);
/* harmony import */ var _engine_watch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8334);
/* harmony import */ var _flow_discover_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6364);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9988);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9678);
/* harmony import */ var _verbs_deploy_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9414);
/* harmony import */ var _verbs_tick_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(34);













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
/* harmony import */ var _engine_deploy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8748);
/* harmony import */ var _report_plan_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(642);
/* harmony import */ var _report_plan_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6068);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9988);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9678);






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
            ...(0,_documents_js__WEBPACK_IMPORTED_MODULE_5__/* .planDocument */ .NP)(result.plan),
            deployed: [...result.deployed.keys()],
            failed: [...result.failed].map(([flow, problems]) => ({
                flow,
                problems: problems.map(_documents_js__WEBPACK_IMPORTED_MODULE_5__/* .problemDocument */ .FC),
            })),
            removed: result.removed,
            retired: result.retired,
            nextWake: (0,_documents_js__WEBPACK_IMPORTED_MODULE_5__/* .momentOrNull */ .Vc)(result.nextWake),
        },
        text: textOf(site, result),
        summary: summaryOf(site, result),
    };
}
function textOf({ terminal }, result) {
    const failures = [...result.failed.values()].flat().map((problem) => `${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .describeProblem */ .BJ)(problem)}\n`);
    return `${(0,_report_plan_text_js__WEBPACK_IMPORTED_MODULE_3__/* .planText */ .P)(result.plan, terminal)}${sentenceOf(result)}\n${failures.join('')}`;
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
function sentenceOf({ outcome, deployed, removed, failed, supersededBy }) {
    switch (outcome) {
        case 'nothing':
            return 'Nothing to deploy: every flow is deployed as it is here.';
        case 'dry-run':
            return 'Nothing was deployed: this was a dry run.';
        case 'superseded':
            return `Nothing was deployed: the newer commit ${supersededBy?.slice(0, 12)} is deployed already.`;
        case 'deployed':
            return `Deployed ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_4__/* .countWords */ .rj)(deployed.size, 'flow')}, removed ${removed.length}.`;
        case 'partial':
            return `Deployed ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_4__/* .countWords */ .rj)(deployed.size, 'flow')}; ${failed.size} could not be registered. The next deploy completes it.`;
    }
}


/***/ }),

/***/ 4912:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ control)
/* harmony export */ });
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(105);
/* harmony import */ var _core_draft_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7965);
/* harmony import */ var _core_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3484);
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3705);
/* harmony import */ var _core_parameters_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2362);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2531);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8373);







/** Records what a person asked for. Throws `InputError` if it cannot be; then nothing was written. */
async function control(world, command, { by, style, isDryRun = false }) {
    const at = world.clock.now();
    const loaded = await world.state.load(at);
    let answer;
    const edit = (current) => {
        answer = carryOut(current, command, { by, at });
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
function impossible(command, { because, fix, code = 'E_COMMAND' }) {
    const field = 'run' in command ? 'run' : 'flow';
    const message = `${because.charAt(0).toUpperCase()}${because.slice(1)}.`;
    return new _core_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz([{ code, field, message, fix }]);
}
function titleOf(command) {
    const title = `${command.kind} ${'flow' in command ? command.flow : command.run}`;
    return title.charAt(0).toUpperCase() + title.slice(1);
}
function runsOf(command, subject, { registry }) {
    switch (command.kind) {
        case 'pause':
        case 'resume':
            return [];
        case 'backfill': {
            const deployment = registry.deployments.get(command.flow);
            return deployment === undefined ? [] : (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .backfillRuns */ .RC)(deployment, command);
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


/***/ }),

/***/ 642:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ planSummary)
});

// EXTERNAL MODULE: ./src/core/plan.ts + 5 modules
var core_plan = __webpack_require__(4591);
// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/core/slots.ts + 1 modules
var core_slots = __webpack_require__(5957);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __webpack_require__(973);
// EXTERNAL MODULE: ./src/report/board-flows.ts
var board_flows = __webpack_require__(7685);
// EXTERNAL MODULE: ./src/report/cost.ts
var cost = __webpack_require__(16);
// EXTERNAL MODULE: ./src/core/identity.ts
var identity = __webpack_require__(3484);
// EXTERNAL MODULE: ./src/core/zone.ts
var zone = __webpack_require__(5720);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(6970);
// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(9988);
;// CONCATENATED MODULE: ./src/report/plan-slots.ts







const mostFlows = 100;
const shownTimes = 3;
const comparedSlots = 2_000;
/** When the flows whose schedules change would run, across the next change of their clocks too. */
function timesSection({ plan, now, state }, outgoing) {
    const changes = plan.flows.filter((planned) => (0,core_plan/* isChange */.Xb)(planned) && hasNewTimes(planned));
    if (changes.length === 0)
        return '';
    const shown = changes.slice(0, mostFlows);
    const parts = shown.map((planned) => flowTimes(planned, { now, state }, outgoing));
    const left = changes.length - shown.length;
    const more = left === 0 ? '' : `\n\n… and ${(0,words/* countWords */.rj)(left, 'more flow')}.`;
    return `### Run times\n\n${parts.join('\n\n')}${more}`;
}
function schedulesOf(planned) {
    return {
        before: planned.deployed?.policy.schedules ?? [],
        after: planned.action === 'removed' ? [] : (planned.desired?.manifest.policy.schedules ?? []),
    };
}
function hasNewTimes(planned) {
    const { before, after } = schedulesOf(planned);
    const keys = (schedules) => schedules.map(identity/* scheduleKey */.rW).sort().join();
    return keys(before) !== keys(after);
}
function flowTimes(planned, { now, state }, outgoing) {
    const { before, after } = schedulesOf(planned);
    const change = nextClockChange([...before, ...after], now);
    const times = (schedules, from) => timesText(schedules, from, outgoing);
    const rows = [['Next', times(before, now), times(after, now)]];
    if (change !== undefined) {
        const label = `From ${(0,words/* instantWords */.lJ)(change.at)} on, when clocks change in ${outgoing.code(change.timezone)} (${offsetWords(change.beforeMs)} to ${offsetWords(change.afterMs)})`;
        const from = (0,instant/* instantFromMs */.A0)(change.at - 1);
        rows.push([label, times(before, from), times(after, from)]);
    }
    const notes = [dayWords(before, after, now), dueWords(planned, { now, state })].filter((note) => note !== '');
    return `**${planned.flow}**\n\n${(0,report_text/* table */.tp)(['', 'Deployed', 'After the merge'], rows)}\n\n${notes.map((note) => `- ${note}`).join('\n')}`;
}
function timesText(schedules, from, outgoing) {
    if (schedules.length === 0)
        return 'no schedule';
    const slots = schedules
        .flatMap((schedule) => (0,core_slots/* nextSlots */.jj)(schedule, from, shownTimes).map((slot) => ({ slot, schedule })))
        .sort((a, b) => a.slot - b.slot)
        .slice(0, shownTimes);
    return slots.map(({ slot, schedule }) => slotText(slot, schedule, outgoing)).join('<br>');
}
/** `2026-11-25 02:05 UTC (2026-11-24 21:05 in America/New_York)`. */
function slotText(slot, rule, outgoing) {
    if (rule.kind === 'interval' || rule.timezone === 'UTC')
        return (0,words/* instantWords */.lJ)(slot);
    const local = (0,instant/* plusMs */.f9)(slot, offsetAt(rule.timezone, slot));
    return `${(0,words/* instantWords */.lJ)(slot)} (${(0,instant/* isoOf */.dF)(local).slice(0, 16).replace('T', ' ')} in ${outgoing.code(rule.timezone)})`;
}
function offsetAt(timezone, at) {
    const stretch = (0,zone/* stretchesOf */.T)(timezone, at, at).find(({ from, to }) => from <= at && at < to);
    return stretch?.offsetMs ?? 0;
}
/** The first change of the offset of any of the zones within a year. */
function nextClockChange(schedules, now) {
    const zones = new Set(schedules.flatMap((rule) => (rule.kind === 'cron' ? [rule.timezone] : [])));
    const changes = [...zones].flatMap((timezone) => {
        const stretches = (0,zone/* stretchesOf */.T)(timezone, now, (0,instant/* plusMs */.f9)(now, 366 * instant/* dayMs */.LP));
        const index = stretches.findIndex(({ from, offsetMs }, place) => from > now && place > 0 && stretches[place - 1]?.offsetMs !== offsetMs);
        const [before, after] = [stretches[index - 1], stretches[index]];
        if (index < 1 || before === undefined || after === undefined)
            return [];
        return [{ at: (0,instant/* instantFromMs */.A0)(after.from), timezone, beforeMs: before.offsetMs, afterMs: after.offsetMs }];
    });
    return changes.sort((a, b) => a.at - b.at || (a.timezone < b.timezone ? -1 : 1))[0];
}
function offsetWords(offsetMs) {
    const sign = offsetMs < 0 ? '-' : '+';
    const minutes = Math.round(Math.abs(offsetMs) / instant/* minuteMs */.J2);
    const rest = minutes % 60;
    return `UTC${sign}${Math.floor((minutes * instant/* minuteMs */.J2) / instant/* hourMs */.$0)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}
/** What the next 24 hours would bring instead. */
function dayWords(before, after, now) {
    const until = (0,instant/* plusMs */.f9)(now, instant/* dayMs */.LP);
    const within = (schedules) => new Set(schedules.flatMap((schedule) => (0,core_slots/* slotsBetween */.iF)(schedule, now, until, comparedSlots)));
    const [old, next] = [within(before), within(after)];
    const gained = [...next].filter((slot) => !old.has(slot)).length;
    const lost = [...old].filter((slot) => !next.has(slot)).length;
    return `In the next 24 hours ${(0,words/* countWords */.rj)(next.size, 'slot')} instead of ${old.size}: ${gained} new, ${lost} no more.`;
}
/** Slots that are due and that no tick has seen yet get no run when their schedule goes; a new one starts from the merge. */
function dueWords(planned, { now, state }) {
    const { before, after } = schedulesOf(planned);
    const kept = new Set(after.map(identity/* scheduleKey */.rW));
    const going = before.filter((schedule) => !kept.has((0,identity/* scheduleKey */.rW)(schedule)));
    const { deployed } = planned;
    const due = state === undefined || deployed === undefined
        ? 0
        : going
            .map((schedule) => {
            const since = deployed.scheduledSince[(0,identity/* scheduleKey */.rW)(schedule)] ?? deployed.deployedAt;
            return (0,core_slots/* countSlots */.vf)(schedule, (0,instant/* instantFromMs */.A0)(Math.max(state.mark, since)), now);
        })
            .reduce((a, b) => a + b, 0);
    const lost = due === 0
        ? ''
        : `${(0,words/* countWords */.rj)(due, 'slot')} that no tick has seen yet would get no run if this is merged. `;
    return `${lost}No slot before the merge runs because of it.`;
}

// EXTERNAL MODULE: ./src/report/run-report.ts
var run_report = __webpack_require__(5967);
;// CONCATENATED MODULE: ./src/report/plan-cost.ts










const mostRows = 100;
const monthMs = 30 * instant/* dayMs */.LP;
/** What the scheduled runs of 30 days would cost instead, for flows whose schedules or resources change. */
function costSection({ plan, now, state }, outgoing) {
    const estimates = plan.flows
        .filter(core_plan/* isChange */.Xb)
        .map((planned) => estimateOf(planned, now))
        .filter(({ before, after }) => before.slots !== after.slots || before.perHour !== after.perHour);
    if (estimates.length === 0)
        return '';
    const totals = [];
    const rows = estimates.slice(0, mostRows).map(({ planned, before, after }) => {
        const usual = usualMs(planned.flow, state);
        const difference = usual === undefined ? undefined : costOf(after, usual) - costOf(before, usual);
        if (difference !== undefined)
            totals.push(difference);
        return [
            outgoing.code(planned.flow),
            sideWords(before),
            sideWords(after),
            usual === undefined ? 'no run yet' : (0,words/* durationWords */.Sh)(usual),
            difference === undefined ? 'not known yet' : signed(difference),
        ];
    });
    const left = estimates.length - rows.length;
    const sum = totals.reduce((a, b) => a + b, 0);
    const note = `Together ${signed(sum)} USD in 30 days${totals.length < rows.length ? ', without the flows that never ran' : ''}, by ${cost/* priceSource */.Bp}. Retries count in as they were; spot costs less.`;
    const head = ['Flow', 'Deployed', 'After the merge', 'Usual run', 'USD in 30 days'];
    return `### Cost\n\n${(0,report_text/* table */.tp)(head, rows)}${left > 0 ? `\n\n… and ${left} more.` : ''}\n\n${note}`;
}
function estimateOf(planned, now) {
    const { before, after } = schedulesOf(planned);
    const wanted = planned.action === 'removed' ? undefined : planned.desired?.manifest.workload.resources;
    const had = planned.deployed?.resources;
    const hasNone = planned.deployed === undefined;
    return {
        planned,
        before: { slots: slotsOf(before, now), perHour: hasNone ? 0 : perHourOf(had) },
        after: { slots: slotsOf(after, now), perHour: planned.action === 'removed' ? 0 : perHourOf(wanted) },
    };
}
function perHourOf(resources) {
    return resources === undefined ? undefined : (0,cost/* hourlyCost */.l_)(resources);
}
function slotsOf(schedules, now) {
    return schedules.reduce((sum, schedule) => sum + (0,core_slots/* countSlots */.vf)(schedule, now, (0,instant/* plusMs */.f9)(now, monthMs)), 0);
}
function costOf({ slots, perHour = 0 }, usual) {
    return (slots * perHour * Math.max(usual, instant/* minuteMs */.J2)) / instant/* hourMs */.$0;
}
/** In all attempts together, as far as state remembers runs of the flow. */
function usualMs(flow, state) {
    const runs = [...(state?.runs.values() ?? [])].filter((run) => run.flow === flow && (0,core_run/* isEnded */.pl)(run));
    const took = runs.flatMap((run) => attemptsMs(run) ?? []);
    return took.length === 0 ? undefined : (0,board_flows/* median */.JZ)(took);
}
function attemptsMs(run) {
    const each = run.attempts.flatMap((attempt) => attempt.ending === undefined ? [] : ((0,run_report/* attemptMs */.Es)(attempt, attempt.ending.at) ?? []));
    return each.length === 0 ? undefined : each.reduce((a, b) => a + b, 0);
}
function sideWords({ slots, perHour }) {
    if (perHour === 0)
        return 'none';
    const price = perHour === undefined ? '' : ` at ${perHour.toFixed(4)} USD an hour`;
    return `${slots} ${slots === 1 ? 'run' : 'runs'}${price}`;
}
function signed(dollars) {
    const rounded = dollars.toFixed(2);
    if (Number(rounded) === 0)
        return '0.00';
    return dollars > 0 ? `+${rounded}` : `\u2212${rounded.slice(1)}`;
}

// EXTERNAL MODULE: ./src/core/task-fields.ts
var task_fields = __webpack_require__(9197);
;// CONCATENATED MODULE: ./src/report/plan-fields.ts



const plan_fields_mostRows = 300;
const isHashed = (field) => /^(?:environment|secrets)(?:\.|$)/.test(field);
/** How the task definitions of the flows that change would differ, field by field. */
function fieldSection({ flows }, outgoing) {
    const changes = flows.filter((planned) => (0,core_plan/* isChange */.Xb)(planned) && planned.action !== 'removed');
    const rows = changes.flatMap((planned) => changesOf(planned).map((change) => [
        outgoing.code(planned.flow),
        outgoing.code(change.field, 200),
        valueText(change.field, change.before, outgoing),
        change.before !== undefined && change.after !== undefined && isHashed(change.field)
            ? 'another value'
            : valueText(change.field, change.after, outgoing),
    ]));
    const unknown = changes.filter(({ deployed, parts }) => deployed !== undefined && deployed.taskFields === undefined && parts.includes('manifest'));
    const notes = [
        rows.length > plan_fields_mostRows ? `… and ${rows.length - plan_fields_mostRows} more.` : '',
        unknown.length === 0
            ? ''
            : `What was deployed of ${unknown.map(({ flow }) => outgoing.code(flow)).join(', ')} was not kept field by field.`,
    ];
    const shown = rows.length === 0 ? '' : (0,report_text/* table */.tp)(['Flow', 'Field', 'Deployed', 'After the merge'], rows.slice(0, plan_fields_mostRows));
    const body = [shown, ...notes].filter((part) => part !== '').join('\n\n');
    return body === '' ? '' : `### Task definitions\n\n${body}`;
}
function changesOf({ deployed, desired, image }) {
    if (desired?.fields === undefined || deployed?.taskFields === undefined)
        return [];
    const before = deployed.version.image;
    const isImageNew = image.kind === 'needed' || (image.kind === 'kept' && image.image !== before);
    const after = image.kind === 'kept' ? image.image : 'not built yet';
    const imageChange = { field: 'image', ...(before === undefined ? {} : { before }), after };
    return [...(isImageNew ? [imageChange] : []), ...(0,task_fields/* fieldChanges */.w)(deployed.taskFields, desired.fields)];
}
/** A value that is kept as a hash is not told. */
function valueText(field, value, outgoing) {
    if (value === undefined)
        return 'none';
    return isHashed(field) ? 'set' : outgoing.code(value, 300);
}

// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
;// CONCATENATED MODULE: ./src/report/plan-summary.ts









/** The runner drops a step summary over 1 MiB as a whole. */
const summaryLimitBytes = 900_000;
const plan_summary_mostFlows = 300;
const mostReasons = 8;
const mostProblems = 100;
/** What a merge would deploy: which flows, why each, and when they would run next. Equal inputs give equal bytes. */
function planSummary(report, outgoing) {
    const changes = report.plan.flows.filter(core_plan/* isChange */.Xb);
    const same = report.plan.flows.length - changes.length;
    const sections = [
        '## Headgate plan',
        `${(0,words/* countWords */.rj)(changes.length, 'change')}; ${(0,words/* countWords */.rj)(same, 'flow')} as deployed.`,
        report.plan.massDelete === undefined ? '' : outgoing.inline((0,problem/* describeProblem */.BJ)(report.plan.massDelete)),
        changeTable(changes, report, outgoing),
        timesSection(report, outgoing),
        policyList(changes, outgoing),
        fieldSection(report.plan, outgoing),
        report.isLocal === true ? '' : costSection(report, outgoing),
        imageList(report.plan, outgoing),
        warningList(report.warnings, outgoing),
    ];
    return (0,visible/* cutBytes */.Uw)(`${sections.filter((section) => section !== '').join('\n\n')}\n`, summaryLimitBytes, '\n\n… (cut)\n');
}
function changeTable(changes, { now }, outgoing) {
    if (changes.length === 0)
        return '';
    const rows = changes.slice(0, plan_summary_mostFlows).map((planned) => [
        outgoing.code(planned.flow),
        planned.action,
        planned.reasons
            .slice(0, mostReasons)
            .map((reason) => outgoing.inline(reason.replaceAll('`', '')))
            .join('<br>'),
        nextWords(planned.deployed?.policy.schedules, now),
        planned.action === 'removed' ? 'never' : nextWords(planned.desired?.manifest.policy.schedules, now),
    ]);
    const left = changes.length - rows.length;
    const more = left === 0 ? '' : `\n\n… and ${left} more.`;
    return `${(0,report_text/* table */.tp)(['Flow', 'Change', 'Why', 'Next run now', 'Next run after'], rows)}${more}`;
}
function nextWords(schedules, now) {
    if (schedules === undefined)
        return '';
    const slots = schedules.flatMap((schedule) => (0,core_slots/* nextSlots */.jj)(schedule, now, 1)).sort((a, b) => a - b);
    const [first] = slots;
    return first === undefined ? 'when asked' : (0,words/* instantWords */.lJ)(first);
}
function policyList(changes, outgoing) {
    const rows = changes
        .filter(({ policyKeys }) => policyKeys.length > 0)
        .slice(0, plan_summary_mostFlows)
        .map(({ flow, policyKeys }) => `- ${outgoing.code(flow)}: ${policyKeys.map((key) => outgoing.code(key)).join(', ')}`);
    return rows.length === 0 ? '' : `### Changed keys of manifests\n\n${rows.join('\n')}`;
}
function imageList({ images }, outgoing) {
    if (images.length === 0)
        return '';
    const rows = images.map(({ name, dockerfile, flows }) => [
        outgoing.code(name),
        outgoing.code(dockerfile),
        String(flows.length),
    ]);
    return `### Images to build\n\nNone of these is built yet; the deploy builds them first.\n\n${(0,report_text/* table */.tp)(['Image', 'Dockerfile', 'Flows'], rows)}`;
}
function warningList(warnings, outgoing) {
    const shown = warnings
        .slice(0, mostProblems)
        .map((warning) => `- ${outgoing.inline((0,problem/* describeProblem */.BJ)(warning))}`);
    return shown.length === 0 ? '' : `### Warnings\n\n${shown.join('\n')}`;
}


/***/ }),

/***/ 6068:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ planText)
/* harmony export */ });
/* harmony import */ var _core_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4591);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2885);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3727);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9988);




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
