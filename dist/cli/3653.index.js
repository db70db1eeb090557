export const id = 3653;
export const ids = [3653];
export const modules = {

/***/ 9617:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  performPlan: () => (/* binding */ performPlan)
});

// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/core/image-rounds.ts
var image_rounds = __webpack_require__(6571);
// EXTERNAL MODULE: ./src/core/plan-warnings.ts
var plan_warnings = __webpack_require__(755);
// EXTERNAL MODULE: ./src/engine/desired.ts + 3 modules
var engine_desired = __webpack_require__(1892);
;// CONCATENATED MODULE: ./src/engine/plan.ts



/** What a deploy would change, and why. Writes nothing; throws `InputError` with all that is wrong in all files. */
async function plan(world, { project, records }) {
    const { commit, isWorkingTree } = world.source;
    const desired = await (0,engine_desired/* readDesired */.B2)(world, project, records);
    const snapshot = await world.state.load(world.clock.now());
    const made = await (0,engine_desired/* planAgainst */.JY)(world, desired, snapshot);
    // On a computer of one's own ticks come as often as they are asked for, and a clock that is set comes in time.
    const isByGithubsClock = world.executor.kind === 'ecs' && project.aws?.clock === undefined;
    const clockWarnings = isByGithubsClock ? (0,plan_warnings/* planWarnings */.pH)(made, world.clock.now()) : [];
    const warnings = [
        ...(0,engine_desired/* missedWarnings */.nV)(made),
        ...desired.warnings,
        ...(0,image_rounds/* roundsWarnings */.lU)(made),
        ...(0,plan_warnings/* compiledWarnings */.x7)(made),
        ...clockWarnings,
    ];
    return { commit, isWorkingTree, plan: made, warnings, snapshot };
}

// EXTERNAL MODULE: ./src/report/plan-facts.ts
var plan_facts = __webpack_require__(9356);
// EXTERNAL MODULE: ./src/report/plan-summary.ts
var plan_summary = __webpack_require__(9235);
// EXTERNAL MODULE: ./src/report/plan-text.ts
var plan_text = __webpack_require__(6068);
// EXTERNAL MODULE: ./src/doors/documents.ts
var documents = __webpack_require__(9678);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
// EXTERNAL MODULE: ./src/report/cost.ts
var cost = __webpack_require__(16);
// EXTERNAL MODULE: ./src/report/plan-cost.ts
var plan_cost = __webpack_require__(8070);
// EXTERNAL MODULE: ./src/report/plan-fields.ts
var plan_fields = __webpack_require__(226);
;// CONCATENATED MODULE: ./src/doors/plan-document.ts





/** The plan as JSON, with all that the summary shows. Equal inputs give equal bytes. */
function wholePlanDocument({ plan, now }, facts) {
    const { dollars, isWhole } = (0,plan_cost/* totalOf */.e6)(facts.costs);
    return {
        at: (0,instant/* isoOf */.dF)(now),
        ...(0,documents/* planDocument */.NP)(plan),
        times: facts.times.map(timesDocument),
        taskDefinitions: facts.tasks.map(taskDocument),
        costs: facts.costs.map(costDocument),
        cost: facts.costs.length === 0 ? null : { usdIn30Days: cents(dollars), isWhole, prices: cost/* priceSource */.Bp },
    };
}
function timesDocument({ flow, next, clockChange, day, unseen }) {
    return {
        flow,
        next: slotsDocument(next),
        clockChange: clockChange === undefined
            ? null
            : {
                at: (0,instant/* isoOf */.dF)(clockChange.at),
                timezone: clockChange.timezone,
                offsetMinutes: { before: clockChange.beforeMs / 60_000, after: clockChange.afterMs / 60_000 },
                next: slotsDocument(clockChange),
            },
        slotsIn24Hours: { ...day },
        slotsWithoutRun: unseen,
    };
}
function slotsDocument({ before, after }) {
    return { before: before.map(slotDocument), after: after.map(slotDocument) };
}
function slotDocument({ slot, timezone, local }) {
    return { utc: (0,instant/* isoOf */.dF)(slot), timezone: timezone ?? 'UTC', local: local ?? null };
}
function taskDocument({ flow, isKnown, changes }) {
    return { flow, isKnown, changes: changes.map(changeDocument) };
}
function changeDocument(change) {
    const { field, before = null, after = null, isHidden } = change;
    return { field, before, after: (0,plan_fields/* isOther */.bv)(change) ? 'another value' : after, isHidden };
}
function costDocument({ flow, before, after, usualMs, difference }) {
    return {
        flow,
        before: sideDocument(before),
        after: sideDocument(after),
        usualRunSeconds: usualMs === undefined ? null : Math.round(usualMs / 1_000),
        usdIn30Days: difference === undefined ? null : cents(difference),
    };
}
function sideDocument({ slots, perHour }) {
    return { slotsIn30Days: slots, usdPerHour: perHour ?? null };
}
/** Without the noise of sums of binary fractions. */
function cents(dollars) {
    return Math.round(dollars * 10_000) / 10_000 + 0;
}

// EXTERNAL MODULE: ./src/doors/records.ts
var doors_records = __webpack_require__(2034);
;// CONCATENATED MODULE: ./src/doors/verbs/plan.ts








/** What a deploy of these sources would change, and why. */
async function performPlan(site, { record } = {}) {
    const { records, warnings } = await (0,doors_records/* readRecords */.T)({ record, cwd: site.cwd });
    const result = await plan(site.world, { project: site.project, records });
    for (const warning of [...warnings, ...result.warnings])
        site.world.log.warn((0,problem/* describeProblem */.BJ)(warning));
    const report = {
        ...result,
        state: result.snapshot.state,
        isLocal: site.project.aws === undefined,
        now: site.world.clock.now(),
    };
    const facts = (0,plan_facts/* planFacts */.p)(report);
    const { outgoing } = site.presentation;
    return {
        exitCode: problem/* exitCodes */.hS.done,
        document: {
            verb: 'plan',
            commit: result.commit,
            isWorkingTree: result.isWorkingTree,
            ...wholePlanDocument(report, facts),
            warnings: result.warnings.map(documents/* problemDocument */.FC),
        },
        text: (0,plan_text/* planReportText */.b)(report, facts, { terminal: site.terminal, outgoing }),
        summary: (0,plan_summary/* planSummary */.M)(report, outgoing, facts),
    };
}


/***/ }),

/***/ 7685:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JZ: () => (/* binding */ median),
/* harmony export */   gM: () => (/* binding */ tookMs),
/* harmony export */   vK: () => (/* binding */ flowTable)
/* harmony export */ });
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(973);
/* harmony import */ var _board_view_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2639);
/* harmony import */ var _run_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5967);
/* harmony import */ var _state_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4988);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6970);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9988);







/** Nobody reads more, and GitHub cuts a board of thousands. */
const mostFlows = 200;
/** A row for each flow: how it stands, how its runs go, what comes next. `troubled`: those that need attention. */
function flowTable(board, troubled) {
    const deployments = [...board.registry.deployments.values()].sort(byFlow);
    if (deployments.length === 0)
        return 'No flow is deployed.';
    const shown = chosenFlows(board, deployments, troubled);
    const rows = shown.map((deployment) => flowRow(board, deployment));
    const head = ['Flow', 'Status', 'Last run', 'When', 'Took', 'Succeeded', 'Next slot', 'Lateness', 'No run'];
    const note = 'Moments are in UTC. Bars go from the oldest run to the newest; lateness is the worst. Ends and slots are counted as far as state keeps them; every older run has its page.';
    const left = leftWords(deployments, shown, troubled);
    return `## Flows\n\n${[(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)(head, rows), ...left, note].join('\n\n')}`;
}
function byFlow(a, b) {
    return a.flow < b.flow ? -1 : a.flow > b.flow ? 1 : 0;
}
/** Of too many, those that need attention, then those that ran last; always in the order of their names. */
function chosenFlows({ runsOf }, deployments, troubled) {
    if (deployments.length <= mostFlows)
        return deployments;
    const ranked = deployments.map((deployment) => ({
        deployment,
        rank: troubled.has(deployment.flow) ? 0 : 1,
        ranAt: runsOf.get(deployment.flow)?.[0]?.createdAt ?? Number.NEGATIVE_INFINITY,
    }));
    // Names are in order already, and sorting keeps the order of what is equal.
    ranked.sort((a, b) => a.rank - b.rank || (a.ranAt === b.ranAt ? 0 : b.ranAt - a.ranAt));
    const chosen = ranked.slice(0, mostFlows).map(({ deployment }) => deployment);
    return chosen.sort(byFlow);
}
function leftWords(deployments, shown, troubled) {
    const left = deployments.length - shown.length;
    if (left === 0)
        return [];
    const count = (all) => all.filter(({ flow }) => troubled.has(flow)).length;
    const bad = count(deployments) - count(shown);
    const which = bad === 0 ? 'none of which needs attention' : `${bad} of which need attention`;
    return [`… and ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .countWords */ .rj)(left, 'more flow')}, ${which}: \`headgate status\` lists all.`];
}
function flowRow(board, deployment) {
    const { flow } = deployment;
    const runs = board.runsOf.get(flow) ?? [];
    const gaps = board.gapsOf.get(flow) ?? [];
    const [newest] = runs;
    const late = (0,_board_view_js__WEBPACK_IMPORTED_MODULE_1__/* .latenessMs */ .Q8)(runs, board.now).at(-1);
    return [
        (0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS)(flow),
        statusText(board, deployment, newest),
        newest === undefined ? '' : (0,_board_view_js__WEBPACK_IMPORTED_MODULE_1__/* .runText */ .le)(board.links, newest),
        newest === undefined ? '' : shortWords((0,_run_report_js__WEBPACK_IMPORTED_MODULE_2__/* .firstStart */ .z)(newest) ?? newest.createdAt),
        trendText(runs),
        rateText(runs),
        nextText(board, deployment),
        late === undefined ? '' : late < _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2 ? 'on time' : (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .durationWords */ .Sh)(late),
        gapWords(gaps),
    ];
}
/** `2026-11-24 21:05`: the table is wide enough without the zone, which stands below it. */
function shortWords(at) {
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .instantWords */ .lJ)(at).replace(/ UTC$/, '');
}
/** `1 skipped, 7 missed` */
function gapWords(gaps) {
    return ['skipped', 'missed']
        .flatMap((outcome) => {
        const count = (0,_board_view_js__WEBPACK_IMPORTED_MODULE_1__/* .gapCount */ .Yq)(gaps, outcome);
        return count === 0 ? [] : [`${count} ${outcome}`];
    })
        .join(', ');
}
function statusText({ state }, { flow, retiredAt }, newest) {
    if (retiredAt !== undefined)
        return 'removed, its runs go on';
    if (state.pauses.has(flow))
        return '\u23f8 paused';
    return newest === undefined ? 'no run yet' : (0,_state_words_js__WEBPACK_IMPORTED_MODULE_3__/* .markedState */ .w)(newest.phase.state);
}
const levels = '\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588';
/** A run that took this many times as long as usual is worth a word. */
const unusualRatio = 1.5;
const fewestForUsual = 3;
/** Of an unknown end nobody knows the time, and an open run has none yet. */
function tookMs(run) {
    if (!(0,_core_run_js__WEBPACK_IMPORTED_MODULE_6__/* .isEnded */ .pl)(run) || run.phase.state === 'unknown' || (0,_run_report_js__WEBPACK_IMPORTED_MODULE_2__/* .firstStart */ .z)(run) === undefined)
        return undefined;
    return (0,_run_report_js__WEBPACK_IMPORTED_MODULE_2__/* .elapsedMs */ .d5)(run, run.phase.endedAt);
}
/** `▂▃█ 3 min 12 s, 2.1 × the usual`: the newest at the end. */
function trendText(runs) {
    const took = runs.flatMap((run) => tookMs(run) ?? []).reverse();
    const last = took.at(-1);
    if (last === undefined)
        return '';
    if (took.length === 1)
        return (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .durationWords */ .Sh)(last);
    const most = Math.max(...took, 1);
    const bars = took.map((ms) => levels[Math.max(Math.ceil((ms / most) * levels.length) - 1, 0)]).join('');
    const usual = median(took.slice(0, -1));
    const ratio = last / Math.max(usual, 1);
    const isUnusual = took.length >= fewestForUsual && (ratio >= unusualRatio || ratio <= 1 / unusualRatio);
    return `${bars} ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .durationWords */ .Sh)(last)}${isUnusual ? `, ${ratio.toFixed(1)} \u00d7 the usual` : ''}`;
}
function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
/** A run that a person or a newer slot cancelled says nothing of how well the flow does. */
function rateText(runs) {
    const ends = runs.filter((run) => (0,_core_run_js__WEBPACK_IMPORTED_MODULE_6__/* .isEnded */ .pl)(run) && run.phase.state !== 'cancelled');
    const good = ends.filter(({ phase }) => phase.state === 'succeeded').length;
    return ends.length === 0 ? '' : `${good} of ${ends.length}`;
}
function nextText(board, deployment) {
    const { flow, policy, retiredAt } = deployment;
    if (retiredAt !== undefined || board.state.pauses.has(flow))
        return '';
    if (policy.after !== undefined && policy.schedules.length === 0)
        return `after ${policy.after.flows.map((upstream) => (0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS)(upstream)).join(', ')}`;
    const next = (0,_board_view_js__WEBPACK_IMPORTED_MODULE_1__/* .nextSlotOf */ .L$)(board, deployment);
    if (next === undefined)
        return 'by hand';
    const lateMs = board.now - next;
    return `${shortWords(next)}${lateMs < _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2 ? '' : `, **${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .durationWords */ .Sh)(lateMs)} late**`}`;
}


/***/ })

};
