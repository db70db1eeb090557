export const id = 9;
export const ids = [9];
export const modules = {

/***/ 3484:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R4: () => (/* binding */ manualRunId),
/* harmony export */   dz: () => (/* binding */ slotRunId),
/* harmony export */   g3: () => (/* binding */ upstreamRunId),
/* harmony export */   kG: () => (/* binding */ clientTokenOf),
/* harmony export */   rW: () => (/* binding */ scheduleKey),
/* harmony export */   wK: () => (/* binding */ startedByOf)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3298);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3705);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7136);



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
    const clockWarnings = isByGithubsClock ? (0,plan_warnings/* planWarnings */.p)(made, world.clock.now()) : [];
    const warnings = [...(0,engine_desired/* missedWarnings */.nV)(made), ...desired.warnings, ...clockWarnings];
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


/***/ }),

/***/ 2639:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L$: () => (/* binding */ nextSlotOf),
/* harmony export */   Ml: () => (/* binding */ gapText),
/* harmony export */   Q8: () => (/* binding */ latenessMs),
/* harmony export */   Yq: () => (/* binding */ gapCount),
/* harmony export */   du: () => (/* binding */ viewOf),
/* harmony export */   le: () => (/* binding */ runText),
/* harmony export */   ll: () => (/* binding */ newestFirst),
/* harmony export */   nG: () => (/* binding */ byName)
/* harmony export */ });
/* unused harmony export runsByFlow */
/* harmony import */ var _core_identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3484);
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3705);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(973);
/* harmony import */ var _core_slots_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5957);
/* harmony import */ var _core_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3475);
/* harmony import */ var _outgoing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4025);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9749);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1175);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6970);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9988);










function viewOf(input) {
    return {
        ...input,
        outgoing: input.outgoing ?? (0,_outgoing_js__WEBPACK_IMPORTED_MODULE_4__/* .createOutgoing */ .D)((0,_redact_js__WEBPACK_IMPORTED_MODULE_6__/* .createRedactor */ .l)([])),
        runsOf: runsByFlow(input.state),
        gapsOf: byFlow(input.state.gaps),
    };
}
function runsByFlow({ runs }) {
    const lists = byFlow(runs.values());
    for (const list of lists.values())
        list.sort(newestFirst);
    return lists;
}
function byFlow(all) {
    const lists = new Map();
    for (const one of all) {
        const known = lists.get(one.flow);
        if (known === undefined)
            lists.set(one.flow, [one]);
        else
            known.push(one);
    }
    return lists;
}
function newestFirst(a, b) {
    return b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1);
}
function byName([a], [b]) {
    return a < b ? -1 : a > b ? 1 : 0;
}
function runText(links, run) {
    const label = (0,_text_js__WEBPACK_IMPORTED_MODULE_7__/* .codeSpan */ .SS)(run.id);
    if (links === undefined)
        return label;
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_7__/* .link */ .nf)(label, (0,_places_js__WEBPACK_IMPORTED_MODULE_5__/* .shownAddress */ .Uk)(links, run.shown?.checkId) ?? ((0,_core_run_js__WEBPACK_IMPORTED_MODULE_9__/* .isEnded */ .pl)(run) ? (0,_places_js__WEBPACK_IMPORTED_MODULE_5__/* .runPageAddress */ .Z3)(links, run) : undefined));
}
function gapText({ flow, from, to, count, because }) {
    const when = from === to ? (0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .instantWords */ .lJ)(from) : `${(0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .instantWords */ .lJ)(from)} to ${(0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .instantWords */ .lJ)(to)}`;
    return `${(0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .countWords */ .rj)(count, 'slot')} of ${(0,_text_js__WEBPACK_IMPORTED_MODULE_7__/* .codeSpan */ .SS)(flow)}, ${when}: ${_core_state_js__WEBPACK_IMPORTED_MODULE_3__/* .gapReasons */ .UF[because]}`;
}
/** The first slot that nothing was decided about, up to `until`: one that is due already is late. */
function nextSlotOf({ state }, deployment, until) {
    let next;
    for (const schedule of deployment.policy.schedules) {
        const since = deployment.scheduledSince[(0,_core_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .scheduleKey */ .rW)(schedule)] ?? deployment.deployedAt;
        const after = (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantFromMs */ .A0)(Math.max((0,_core_state_js__WEBPACK_IMPORTED_MODULE_3__/* .accountedUntil */ .dt)(state, deployment.flow), since));
        const latest = next ?? until;
        const slot = latest === undefined ? (0,_core_slots_js__WEBPACK_IMPORTED_MODULE_2__/* .nextSlots */ .jj)(schedule, after, 1)[0] : (0,_core_slots_js__WEBPACK_IMPORTED_MODULE_2__/* .firstSlot */ .TZ)(schedule, after, latest);
        next = slot ?? next;
    }
    return next;
}
/** How late the slots of the last 24 hours were when a tick saw them, ascending. */
function latenessMs(runs, now) {
    return [...runs]
        .flatMap(({ cause, createdAt }) => cause.kind === 'slot' && now - cause.slot <= _core_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .dayMs */ .LP ? [Math.max(createdAt - cause.slot, 0)] : [])
        .sort((a, b) => a - b);
}
/** How many slots got no run, as far as state remembers. */
function gapCount(gaps, outcome) {
    return gaps.filter((gap) => gap.outcome === outcome).reduce((sum, { count }) => sum + count, 0);
}


/***/ }),

/***/ 16:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ priceSource),
/* harmony export */   fL: () => (/* binding */ costWords),
/* harmony export */   ho: () => (/* binding */ costOf),
/* harmony export */   l_: () => (/* binding */ hourlyCost)
/* harmony export */ });
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);

/**
 * Fargate's on-demand list prices for Linux in us-east-1, in dollars an hour. Billed by the second, at least a minute,
 * from the pull of the image on; 20 GiB of storage are free. https://aws.amazon.com/fargate/pricing/
 */
const prices = {
    asOf: '2026-06',
    region: 'us-east-1',
    'x86-64': { vcpu: 0.04048, gibibyte: 0.004445 },
    arm64: { vcpu: 0.03238, gibibyte: 0.00356 },
    storageGibibyte: 0.000111,
};
const freeStorageGiB = 20;
/** What the ended attempts cost, in dollars; undefined if none was started. */
function costOf(attempts, resources) {
    const billed = attempts.filter(({ handle, ending }) => handle !== undefined && ending !== undefined);
    if (billed.length === 0)
        return undefined;
    const anHour = hourlyCost(resources);
    return billed.reduce((sum, attempt) => sum + (anHour * billedMs(attempt)) / _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .hourMs */ .$0, 0);
}
/** In dollars, on demand. */
function hourlyCost(resources) {
    const { vcpu, gibibyte } = prices[resources.architecture];
    const storageGiB = Math.max((resources.storageGiB ?? freeStorageGiB) - freeStorageGiB, 0);
    return ((resources.cpu / 1024) * vcpu +
        (resources.memoryMiB / 1024) * gibibyte +
        storageGiB * prices.storageGibibyte);
}
const priceSource = `Fargate\u2019s list prices of ${prices.region} as of ${prices.asOf}`;
function billedMs({ startedAt, intendedAt, ending }) {
    const from = startedAt ?? intendedAt;
    return Math.max((ending?.at ?? from) - from, _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2);
}
/** `about 0.0021 USD (Fargate list price of us-east-1, 2026-06)`; on spot it is the most that it can be. */
function costWords(dollars, isSpot) {
    const amount = dollars >= 0.1 ? dollars.toFixed(2) : Number(dollars.toPrecision(2)).toFixed(5);
    const shown = amount.includes('.') && dollars < 0.1 ? amount.replace(/0+$/, '') : amount;
    return `${isSpot ? 'at most' : 'about'} ${shown} USD (Fargate list price of ${prices.region}, ${prices.asOf}${isSpot ? '; spot costs less' : ''})`;
}


/***/ }),

/***/ 9749:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CQ: () => (/* binding */ originText),
/* harmony export */   E4: () => (/* binding */ runPagePath),
/* harmony export */   Fj: () => (/* binding */ logPlaceText),
/* harmony export */   GM: () => (/* binding */ taskAddress),
/* harmony export */   Uk: () => (/* binding */ shownAddress),
/* harmony export */   YM: () => (/* binding */ runAddress),
/* harmony export */   Z3: () => (/* binding */ runPageAddress),
/* harmony export */   _2: () => (/* binding */ workflowAddress),
/* harmony export */   as: () => (/* binding */ codeAddress),
/* harmony export */   g9: () => (/* binding */ boardText),
/* harmony export */   tT: () => (/* binding */ commitText),
/* harmony export */   uU: () => (/* binding */ sourceAddress)
/* harmony export */ });
/* harmony import */ var _core_deployment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(197);
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3705);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6970);



/** Addresses that reports link to: each from a template of our own, with encoded parts. */
const taskArn = /^arn:(aws|aws-cn|aws-us-gov):ecs:([a-z]{2}(?:-[a-z]+)+-\d):\d{12}:task\/([A-Za-z0-9_-]{1,255})\/([a-f0-9]{32})$/;
const consoleHosts = {
    aws: 'console.aws.amazon.com',
    'aws-cn': 'console.amazonaws.cn',
    'aws-us-gov': 'console.amazonaws-us-gov.com',
};
/** The page of an ECS task in the AWS console. */
function taskAddress(handle) {
    const match = taskArn.exec(handle);
    if (match === null)
        return undefined;
    const [, partition = '', region = '', cluster = '', task = ''] = match;
    const host = consoleHosts[partition];
    if (host === undefined)
        return undefined;
    const prefix = partition === 'aws' ? `${region}.` : '';
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .httpsAddress */ .gC)({
        base: `https://${prefix}${host}`,
        path: ['ecs', 'v2', 'clusters', cluster, 'tasks', task],
        query: { region },
    });
}
const consoleAddress = /^https:\/\/(?:[a-z0-9-]+\.)?console\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)\/[A-Za-z0-9._~:/?#@$&*+,;=%-]*$/;
/** The log's place as a link if it is a page of the AWS console, else as code: a path, or something unexpected. */
function logPlaceText(place, outgoing) {
    if (!consoleAddress.test(place))
        return outgoing.code(place);
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)('CloudWatch log', place.replaceAll('*', '%2A'));
}
function repositoryAddress(links, path, fragment) {
    const [owner, name, ...rest] = links.repository.split('/');
    if (owner === undefined || name === undefined || rest.length > 0)
        return undefined;
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .httpsAddress */ .gC)({
        base: links.serverUrl,
        path: [owner, name, ...path],
        ...(fragment === undefined ? {} : { fragment }),
    });
}
const commitPattern = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/** A commit, as a link if it can be one. All zeros stand for a working tree without commits. */
function commitText(links, commit) {
    if (/^0+$/.test(commit))
        return 'working tree';
    const label = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)(commit.slice(0, 7));
    return commitPattern.test(commit) ? (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)(label, repositoryAddress(links, ['commit', commit])) : label;
}
/** `built by run 123 from commit abcdef1`, both as links. */
function originText(links, { run, commit }) {
    const label = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)(run);
    const address = _core_deployment_js__WEBPACK_IMPORTED_MODULE_0__/* .workflowRunPattern */ .B8.test(run)
        ? repositoryAddress(links, ['actions', 'runs', run])
        : undefined;
    return `built by run ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)(label, address)} from commit ${commitText(links, commit)}`;
}
function sourceAddress(links, commit, { path, line }) {
    if (!commitPattern.test(commit) || /^0+$/.test(commit))
        return undefined;
    return repositoryAddress(links, ['blob', commit, ...path.split('/')], `L${line}`);
}
/** The folder of a flow as it was in the commit that ran. */
function codeAddress(links, { commit, flow }) {
    if (!commitPattern.test(commit) || /^0+$/.test(commit))
        return undefined;
    return repositoryAddress(links, ['tree', commit, 'flows', flow]);
}
/** The page from which people start a workflow by hand. */
function workflowAddress(links) {
    return repositoryAddress(links, links.workflow === undefined ? ['actions'] : ['actions', 'workflows', links.workflow]);
}
/** The page of a check run: GitHub keeps it at this address. */
function shownAddress(links, checkId) {
    const number = /^(\d{1,20})(?:\/|$)/.exec(checkId ?? '')?.[1];
    return number === undefined ? undefined : repositoryAddress(links, ['runs', number]);
}
const defaultHistoryBranch = 'headgate-history';
/** Where the page of a run is, or will be, on the history branch. */
function runPagePath(run) {
    return `runs/${run.flow}/${(0,_core_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .isoOf */ .dF)(run.createdAt).slice(0, 7)}/${run.id}.md`;
}
function runPageAddress(links, run) {
    return repositoryAddress(links, [
        'blob',
        links.historyBranch ?? defaultHistoryBranch,
        ...runPagePath(run).split('/'),
    ]);
}
/** Where the board is: a link if it is a page of a server, else as code: a command, or a path. */
function boardText(place) {
    const isPage = /^https:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?\/[A-Za-z0-9._/-]{1,300}$/.test(place);
    return isPage ? (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)('the board', place) : (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)(place);
}
/** Where a run is shown at length: its page once it has ended, before that its check. */
function runAddress(links, run) {
    return 'endedAt' in run.phase ? runPageAddress(links, run) : shownAddress(links, run.shown?.checkId);
}


/***/ }),

/***/ 2885:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   le: () => (/* binding */ runText),
/* harmony export */   nI: () => (/* binding */ paint),
/* harmony export */   qS: () => (/* binding */ statusText),
/* harmony export */   v6: () => (/* binding */ columnsText)
/* harmony export */ });
/* harmony import */ var _core_ending_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4689);
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3705);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(973);
/* harmony import */ var _run_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5967);
/* harmony import */ var _run_title_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9259);
/* harmony import */ var _state_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4988);
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2510);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3727);
/* harmony import */ var _width_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3473);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9988);










const defaultColumns = 80;
const colours = { green: 32, red: 31, yellow: 33, blue: 34, dim: 2, bold: 1 };
function paint(text, colour, { isColoured }) {
    return isColoured ? `\u001b[${colours[colour]}m${text}\u001b[0m` : text;
}
function stateColour(state) {
    if (state === 'succeeded')
        return 'green';
    if (state === 'unknown')
        return 'yellow';
    return (0,_state_words_js__WEBPACK_IMPORTED_MODULE_4__/* .isBad */ .e)(state) ? 'red' : state === 'cancelled' ? 'dim' : 'blue';
}
/** A line for each flow: its state, its newest run, when that was. */
function statusText({ state, registry, now }, terminal) {
    const newest = new Map();
    for (const run of state.runs.values()) {
        const known = newest.get(run.flow);
        if (known === undefined || run.createdAt > known.createdAt)
            newest.set(run.flow, run);
    }
    const flows = [...registry.deployments.keys()].sort();
    if (flows.length === 0)
        return 'No flow is deployed. Deploy with `headgate deploy`.\n';
    const rows = flows.map((flow) => {
        const run = newest.get(flow);
        const status = state.pauses.has(flow) ? 'paused' : (run?.phase.state ?? 'no run yet');
        return {
            cells: [
                flow,
                status,
                run === undefined ? '' : ageWords(run, now),
                run === undefined ? '' : tookWords(run, now),
            ],
            colour: run === undefined || state.pauses.has(flow) ? 'dim' : stateColour(run.phase.state),
        };
    });
    return columnsText(['FLOW', 'STATUS', 'STARTED', 'TOOK'], rows, terminal);
}
function ageWords(run, now) {
    const ageMs = now - ((0,_run_report_js__WEBPACK_IMPORTED_MODULE_2__/* .firstStart */ .z)(run) ?? run.createdAt);
    return ageMs < _core_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .minuteMs */ .J2 ? 'just now' : `${(0,_words_js__WEBPACK_IMPORTED_MODULE_7__/* .durationWords */ .Sh)(ageMs)} ago`;
}
function tookWords(run, now) {
    const isKnown = (0,_run_report_js__WEBPACK_IMPORTED_MODULE_2__/* .firstStart */ .z)(run) !== undefined && run.phase.state !== 'unknown';
    return isKnown ? (0,_words_js__WEBPACK_IMPORTED_MODULE_7__/* .durationWords */ .Sh)((0,_run_report_js__WEBPACK_IMPORTED_MODULE_2__/* .elapsedMs */ .d5)(run, now)) : '';
}
const narrowestColumn = 8;
/** Aligned columns. The second is the coloured one; where they do not fit, the widest ones are cut. */
function columnsText(head, rows, terminal) {
    const texts = rows.map(({ cells }) => head.map((_, index) => (0,_visible_js__WEBPACK_IMPORTED_MODULE_6__/* .oneLine */ .TN)(cells[index] ?? '')));
    const wanted = head.map((title, index) => Math.max((0,_width_js__WEBPACK_IMPORTED_MODULE_8__/* .widthOf */ .qz)(title), ...texts.map((cells) => (0,_width_js__WEBPACK_IMPORTED_MODULE_8__/* .widthOf */ .qz)(cells[index] ?? ''))));
    const widths = fittingWidths(wanted, terminal.columns ?? defaultColumns);
    const line = (cells, colour) => {
        const shown = cells.map((cell, index) => (0,_width_js__WEBPACK_IMPORTED_MODULE_8__/* .cutWidth */ .bn)(cell, widths[index] ?? 0));
        const padded = shown.map((cell, index) => (0,_width_js__WEBPACK_IMPORTED_MODULE_8__/* .padWidth */ ._n)(cell, widths[index] ?? 0));
        const [first = '', second = '', ...rest] = padded;
        const words = shown[1] ?? '';
        const painted = colour === undefined || words === ''
            ? second
            : `${paint(words, colour, terminal)}${second.slice(words.length)}`;
        return [first, painted, ...rest].join('  ').trimEnd();
    };
    const lines = texts.map((cells, index) => line(cells, rows[index]?.colour));
    return `${[paint(line(head), 'bold', terminal), ...lines].join('\n')}\n`;
}
function fittingWidths(wanted, columns) {
    const widths = [...wanted];
    const total = () => widths.reduce((sum, width) => sum + width, 0) + 2 * (widths.length - 1);
    while (total() > columns) {
        const widest = Math.max(...widths);
        if (widest <= narrowestColumn)
            break;
        widths[widths.indexOf(widest)] = Math.max(widest - (total() - columns), narrowestColumn, secondWidest(widths));
    }
    return widths;
}
/** The widest gives way first, but not so far that it becomes narrower than the next. */
function secondWidest(widths) {
    const [widest = 0, second = 0] = [...widths].sort((a, b) => b - a);
    return second < widest ? second : widest - 1;
}
const logBounds = { mostLines: 50, mostBytes: 20_000 };
const mostTaskRows = 20;
/** A run, as `headgate run` prints it. */
function runText(report, outgoing, terminal) {
    const { run, now, events, logTail } = report;
    const columns = terminal.columns ?? defaultColumns;
    const cutLines = (lines) => lines.map((line) => (0,_width_js__WEBPACK_IMPORTED_MODULE_8__/* .cutWidth */ .bn)(line, columns));
    const title = (0,_width_js__WEBPACK_IMPORTED_MODULE_8__/* .wrapWidth */ .jU)(`${run.flow}: ${(0,_run_title_js__WEBPACK_IMPORTED_MODULE_3__/* .runTitle */ .kh)(report, outgoing)}`.split(' '), columns - 2);
    const facts = [
        ['Run', run.id],
        ['Why', withoutMarks((0,_run_title_js__WEBPACK_IMPORTED_MODULE_3__/* .causeWords */ .pQ)(run, outgoing))],
        ['Started', (0,_run_report_js__WEBPACK_IMPORTED_MODULE_2__/* .firstStart */ .z)(run) === undefined ? '' : (0,_words_js__WEBPACK_IMPORTED_MODULE_7__/* .instantWords */ .lJ)((0,_run_report_js__WEBPACK_IMPORTED_MODULE_2__/* .firstStart */ .z)(run) ?? now)],
        ['Revision', outgoing.title((0,_run_report_js__WEBPACK_IMPORTED_MODULE_2__/* .revisionName */ .pd)(run.revision))],
        ...endFacts(run, outgoing),
    ].flatMap(([name = '', value = '']) => (value === '' ? [] : fact(name, value, columns)));
    // An address is there to be opened: it stays whole, however long.
    const place = report.logPlace === undefined ? [] : [`  ${'Log'.padEnd(9)} ${outgoing.title(report.logPlace, 2_000)}`];
    const bars = events === undefined ? [] : (0,_timeline_js__WEBPACK_IMPORTED_MODULE_5__/* .timelineLines */ .tg)(events, now, mostTaskRows);
    const shownBars = outgoing.lines(bars, { mostLines: mostTaskRows + 1, mostBytes: 20_000 });
    const log = outgoing.lines(logTail.map(({ text }) => text), logBounds);
    const blocks = [
        [...headLines(title, run, terminal), ...facts, ...place],
        cutLines(shownBars.map((line) => `  ${line}`)),
        cutLines(log.map((line) => `  \u2502 ${line}`)),
    ];
    return `${blocks
        .filter((block) => block.length > 0)
        .map((block) => block.join('\n'))
        .join('\n\n')}\n`;
}
/** The flow's name stays plain; how the run stands is coloured. */
function headLines(title, run, terminal) {
    const name = `${run.flow}:`;
    return title.map((line, index) => {
        const isFirst = index === 0 && line.startsWith(`${name} `);
        const words = isFirst ? line.slice(name.length + 1) : line;
        const painted = paint(words, stateColour(run.phase.state), terminal);
        return isFirst ? `${name} ${painted}` : `${index === 0 ? '' : '  '}${painted}`;
    });
}
function fact(name, value, columns) {
    return (0,_width_js__WEBPACK_IMPORTED_MODULE_8__/* .wrapWidth */ .jU)(value.split(' '), Math.max(columns - 12, narrowestColumn)).map((line, index) => `  ${(index === 0 ? name : '').padEnd(9)} ${line}`);
}
function endFacts(run, outgoing) {
    const ending = (0,_core_run_js__WEBPACK_IMPORTED_MODULE_9__/* .lastAttempt */ .mh)(run)?.ending;
    if (!(0,_core_run_js__WEBPACK_IMPORTED_MODULE_9__/* .isEnded */ .pl)(run) || ending === undefined)
        return [];
    const { advice } = (0,_core_ending_js__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .x)(ending.class);
    return [
        ['Ended', withoutMarks((0,_run_title_js__WEBPACK_IMPORTED_MODULE_3__/* .endingWords */ .fg)(ending, outgoing))],
        ['Do', advice === undefined ? '' : advice.replaceAll('`', '')],
    ];
}
/** Markdown's marks mean nothing on a terminal. */
function withoutMarks(markdown) {
    return markdown.replaceAll(/\\([-+=.)!])/g, '$1');
}


/***/ })

};
