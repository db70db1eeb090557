export const id = 617;
export const ids = [617];
export const modules = {

/***/ 9617:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


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


/***/ })

};
