export const id = 389;
export const ids = [389];
export const modules = {

/***/ 6389:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  performPlan: () => (/* binding */ performPlan)
});

// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
// EXTERNAL MODULE: ./src/core/plan.ts + 5 modules
var plan = __webpack_require__(4591);
// EXTERNAL MODULE: ./src/core/slots.ts + 1 modules
var core_slots = __webpack_require__(5957);
;// CONCATENATED MODULE: ./src/core/plan-warnings.ts



/** GitHub delivers no schedule more often, and late on a good day; `infrastructure/clock.yml` is as exact as a minute. */
const clockStepMs = 5 * instant/* minuteMs */.J2;
const clockLateMs = 15 * instant/* minuteMs */.J2;
const judgedSlots = 300;
/** What is allowed, but will hardly come out as it was meant. */
function planWarnings({ flows }, now) {
    return flows
        .filter((planned) => (0,plan/* isChange */.Xb)(planned) && planned.action !== 'removed')
        .flatMap(({ flow, desired }) => {
        if (desired === undefined)
            return [];
        const { file, policy } = desired.manifest;
        const problems = [shortWindow(policy), coarseClock(policy, now)];
        return problems.flatMap((problem) => problem === undefined
            ? []
            : [{ ...problem, place: { file }, message: `${problem.message.replace('%', `"${flow}"`)}` }]);
    });
}
function shortWindow({ catchUp, schedules }) {
    const windowMs = catchUp.windowSeconds * instant/* secondMs */.fj;
    if (schedules.length === 0 || windowMs >= clockLateMs)
        return undefined;
    return {
        code: 'W_WINDOW_SHORT',
        field: 'catch-up.window',
        message: `Flow % lets a slot start at most ${catchUp.windowSeconds} s late; GitHub's schedule is often later, and then the slot is missed.`,
        fix: 'Use a window of 15m at least, or start ticks from infrastructure/clock.yml.',
    };
}
/** Only of a day: a schedule that is dense once a year is rare, and its slots are caught up. */
function coarseClock({ schedules }, now) {
    const isDense = schedules.some((schedule) => {
        const slots = (0,core_slots/* slotsBetween */.iF)(schedule, now, (0,instant/* plusMs */.f9)(now, instant/* dayMs */.LP), judgedSlots);
        return slots.some((slot, index) => index > 0 && slot - (slots[index - 1] ?? 0) < clockStepMs);
    });
    if (!isDense)
        return undefined;
    return {
        code: 'W_CLOCK_COARSE',
        field: 'schedules',
        message: "Flow % has slots less than 5 minutes apart; GitHub's schedule ticks no more often.",
        fix: 'Start ticks from infrastructure/clock.yml, or let `catch-up` run what comes together.',
    };
}

// EXTERNAL MODULE: ./src/engine/desired.ts + 1 modules
var engine_desired = __webpack_require__(3637);
;// CONCATENATED MODULE: ./src/engine/plan.ts


/** What a deploy would change, and why. Writes nothing; throws `InputError` with all that is wrong in all files. */
async function plan_plan(world, { project }) {
    const { commit, isWorkingTree } = world.source;
    const desired = await (0,engine_desired/* readDesired */.B)(world, project);
    const snapshot = await world.state.load(world.clock.now());
    const made = await (0,engine_desired/* planAgainst */.J)(world, desired, snapshot);
    // On a computer of one's own, ticks come as often as they are asked for.
    const isOnGithub = world.executor.kind === 'ecs';
    const clockWarnings = isOnGithub ? planWarnings(made, world.clock.now()) : [];
    const warnings = [...desired.warnings, ...clockWarnings];
    return { commit, isWorkingTree, plan: made, warnings, snapshot };
}

// EXTERNAL MODULE: ./src/report/plan-summary.ts + 3 modules
var plan_summary = __webpack_require__(642);
// EXTERNAL MODULE: ./src/report/plan-text.ts
var plan_text = __webpack_require__(6068);
// EXTERNAL MODULE: ./src/doors/documents.ts
var documents = __webpack_require__(9678);
;// CONCATENATED MODULE: ./src/doors/verbs/plan.ts





/** What a deploy of these sources would change, and why. */
async function performPlan(site) {
    const result = await plan_plan(site.world, { project: site.project });
    for (const warning of result.warnings)
        site.world.log.warn((0,problem/* describeProblem */.BJ)(warning));
    const { outgoing } = site.presentation;
    return {
        exitCode: problem/* exitCodes */.hS.done,
        document: {
            verb: 'plan',
            commit: result.commit,
            isWorkingTree: result.isWorkingTree,
            ...(0,documents/* planDocument */.NP)(result.plan),
            warnings: result.warnings.map(documents/* problemDocument */.FC),
        },
        text: (0,plan_text/* planText */.P)(result.plan, site.terminal),
        summary: (0,plan_summary/* planSummary */.M)({
            ...result,
            state: result.snapshot.state,
            isLocal: site.project.aws === undefined,
            now: site.world.clock.now(),
        }, outgoing),
    };
}


/***/ })

};
