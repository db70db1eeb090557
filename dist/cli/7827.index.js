export const id = 7827;
export const ids = [7827];
export const modules = {

/***/ 586:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ withoutFollowed),
/* harmony export */   g: () => (/* binding */ applyPlan)
/* harmony export */ });
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(197);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9665);
/* harmony import */ var _prune_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(856);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(973);
/* harmony import */ var _schedule_meaning_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93);





/** The registry after a plan was carried out as far as it could be. The same object if nothing changes. */
function applyPlan({ registry, state, plan, versions, commit, now }) {
    const next = (planned) => {
        const known = registry.deployments.get(planned.flow);
        const version = versions.get(planned.flow);
        if (planned.taught !== undefined)
            return known === undefined ? known : { ...known, version: planned.taught };
        if (planned.action === 'removed')
            return known === undefined ? undefined : { ...known, retiredAt: now };
        return version === undefined
            ? known
            : deploymentOf(planned, known, { version, now, mark: state.mark, sharedBy: plan.flows.length });
    };
    const changes = plan.flows
        .filter(_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecorded */ .TN)
        .map((planned) => [planned.flow, next(planned)])
        .filter(([flow, deployment]) => deployment !== registry.deployments.get(flow));
    if (changes.length === 0)
        return registry;
    const deployments = new Map(registry.deployments);
    for (const [flow, deployment] of changes)
        if (deployment !== undefined)
            deployments.set(flow, deployment);
    return withoutFollowed({ commit, deployments }, state);
}
/**
 * Removed flows are followed until their runs have ended and checks show it: the report needs what was deployed. Then
 * nothing asks for them any more. The same object if none goes.
 */
function withoutFollowed(registry, { runs }) {
    const retired = [...registry.deployments.values()].filter(({ retiredAt }) => retiredAt !== undefined);
    if (retired.length === 0)
        return registry;
    const busy = new Set([...runs.values()].filter((run) => !(0,_run_js__WEBPACK_IMPORTED_MODULE_4__/* .isEnded */ .pl)(run) || !(0,_prune_js__WEBPACK_IMPORTED_MODULE_2__/* .isReported */ .Ob)(run)).map(({ flow }) => flow));
    const gone = new Set(retired.flatMap(({ flow }) => (busy.has(flow) ? [] : [flow])));
    if (gone.size === 0)
        return registry;
    return { ...registry, deployments: new Map([...registry.deployments].filter(([flow]) => !gone.has(flow))) };
}
function deploymentOf({ flow, desired }, known, { version, now, mark, sharedBy }) {
    const live = known?.retiredAt === undefined ? known : undefined;
    const policy = desired?.manifest.policy ?? known?.policy;
    if (policy === undefined)
        throw new TypeError(`Flow ${flow} is planned without a manifest`);
    const before = known === undefined ? [] : [known.version, ...known.earlier];
    const earlier = before.filter(({ fingerprint }) => fingerprint !== version.fingerprint);
    return {
        flow,
        version,
        deployedAt: now,
        policy,
        ...resourcesOf(desired),
        scheduledSince: sinceWhen(policy, live, now > mark ? now : mark),
        earlier: earlier.slice(0, keptCount(earlier, _deployment_js__WEBPACK_IMPORTED_MODULE_0__/* .keptVersionsBytes */ .FB / Math.max(sharedBy, 1))),
    };
}
/** How many of them fit; the newest is kept in any case, for a revert of the last deploy. */
function keptCount(earlier, bytes) {
    let left = bytes;
    const beyond = earlier.findIndex((version) => {
        left -= JSON.stringify(version).length;
        return left < 0;
    });
    return Math.min(beyond === -1 ? earlier.length : Math.max(beyond, 1), _deployment_js__WEBPACK_IMPORTED_MODULE_0__/* .keptVersions */ .CM);
}
function resourcesOf(desired) {
    if (desired === undefined)
        return {};
    const taskFields = desired.fields === undefined ? {} : { taskFields: desired.fields };
    return { resources: desired.manifest.workload.resources, ...taskFields };
}
/**
 * A schedule that stays keeps its start; a new one, or one that was away, starts now: nothing of the past is made up for.
 * Where a tick's clock was ahead of this one it starts at the mark: no tick looks at slots before that any more.
 */
function sinceWhen({ schedules }, before, start) {
    const known = new Map(before?.policy.schedules.map((schedule) => [(0,_schedule_meaning_js__WEBPACK_IMPORTED_MODULE_3__/* .scheduleKey */ .rW)(schedule), (0,_schedule_meaning_js__WEBPACK_IMPORTED_MODULE_3__/* .scheduledSince */ .Uu)(before, schedule)]));
    return Object.fromEntries(schedules.map(_schedule_meaning_js__WEBPACK_IMPORTED_MODULE_3__/* .scheduleKey */ .rW).map((key) => [key, known.get(key) ?? start]));
}


/***/ }),

/***/ 5245:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ backfilledSlots),
/* harmony export */   R: () => (/* binding */ backfilledIn)
/* harmony export */ });
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3484);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(973);


function backfilledIn(runs) {
    const found = new Map();
    for (const run of runs) {
        if (run.cause.kind !== 'backfill')
            continue;
        const known = found.get(run.flow);
        if (known === undefined)
            found.set(run.flow, [run]);
        else
            known.push(run);
    }
    return found;
}
/** The slots with these parameters that a backfill made runs for: they are not skipped, whatever catch-up lets go. */
function backfilledSlots(backfilled, flow, parameters) {
    return (backfilled.get(flow) ?? []).flatMap(({ id, cause }) => {
        const slot = (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .slotOf */ .SW)(cause);
        return slot !== undefined && id === (0,_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .slotRunId */ .dz)(flow, slot, parameters) ? [slot] : [];
    });
}


/***/ }),

/***/ 852:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ mostShown),
/* harmony export */   Gp: () => (/* binding */ enterShown),
/* harmony export */   Sk: () => (/* binding */ creationMs),
/* harmony export */   ey: () => (/* binding */ doubtChecks),
/* harmony export */   fD: () => (/* binding */ stampClaims),
/* harmony export */   hp: () => (/* binding */ settledChecks),
/* harmony export */   jc: () => (/* binding */ unreportedRuns),
/* harmony export */   t7: () => (/* binding */ strayChecks),
/* harmony export */   wQ: () => (/* binding */ claimChecks)
/* harmony export */ });
/* unused harmony export isShowable */
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _prune_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(856);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(973);



/**
 * GitHub has no compare-and-swap for checks: whoever asks second creates a second one. The state has it, so a check is
 * claimed there before it is created, together with the intent of the run that it shows.
 */
/** Runs that one tick shows, and so claims, at most. */
const mostShown = 200;
/** The tick that claimed a check creates it within this time, or not at all: a usual tick takes seconds. */
const creationMs = 2 * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2;
/**
 * Then any other may claim it. The time between allows for clocks of which one is three minutes ahead and one three
 * behind, and for a request on its way. It is also how long the result of a run stays unsaid when a tick dies.
 */
const claimMs = 9 * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2;
const longAgo = (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantFromMs */ .A0)(0);
/** People wait for ends; they go first when the budget is short. */
function byUrgency(a, b) {
    return Number((0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .isEnded */ .pl)(b)) - Number((0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .isEnded */ .pl)(a)) || a.createdAt - b.createdAt;
}
/**
 * How long a check that GitHub does not take is left alone: "within the hour", also where a tick comes once an hour and a
 * little early.
 */
const refusedMs = 50 * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2;
/** Whether GitHub may be asked about it: a check that it refused is not sent by every tick. */
function isShowable({ showNotBefore }, now) {
    return showNotBefore === undefined || showNotBefore <= now;
}
/** Claims the checks of all runs that have none and are about to be shown. */
function claimChecks(state, { now, version }) {
    const wanted = [...state.runs.values()]
        .filter((run) => isAboutToBeShown(run) && isFree(run.claim, now) && isShowable(run, now))
        .sort(byUrgency)
        .slice(0, mostShown);
    if (wanted.length === 0)
        return { state, claims: new Map() };
    const claims = new Map(wanted.map((run) => [run.id, claimOf(run.claim, now, version)]));
    return {
        state: withRuns(state, [...claims].map(([id, claim]) => [id, { claim }])),
        claims,
    };
}
function isAboutToBeShown(run) {
    return run.shown === undefined && ((0,_prune_js__WEBPACK_IMPORTED_MODULE_1__/* .shownAs */ .sE)(run) !== '' || run.phase.state === 'launching');
}
function isFree(claim, now) {
    return claim === undefined || now - claim.at >= claimMs;
}
/** What an earlier claim may have created hangs on the commit of that claim, and is looked for there. */
function claimOf(earlier, at, version) {
    const commit = earlier === undefined ? undefined : (earlier.commit ?? version);
    return commit === undefined ? { at } : { at, commit };
}
/** A claim cannot name the commit that it comes with; whoever writes the next one on top of that can. */
function stampClaims(before, after, version) {
    if (version === undefined)
        return after;
    const stamped = [...after.runs.values()].flatMap(({ id, claim }) => claim !== undefined && claim.commit === undefined && before.runs.get(id)?.claim?.at === claim.at
        ? [[id, { claim: { ...claim, commit: version } }]]
        : []);
    return withRuns(after, stamped);
}
/**
 * Enters what was shown. A claim that led to nothing is given up, so that the next tick need not wait for its end; where
 * that alone would be a reason to write, as when GitHub refuses for days, only one under which nothing was tried.
 */
function enterShown(state, outcome, isWritten) {
    const shown = withRuns(state, [...outcome.marks].flatMap(([id, mark]) => entryOf(state.runs.get(id), mark, outcome)));
    const gone = [...outcome.gone].filter(([id, checkId]) => shown.runs.get(id)?.shown?.checkId === checkId);
    const forgotten = withRuns(shown, gone.map(([id]) => [id, { shown: undefined }]));
    const paused = withRuns(forgotten, [...outcome.refused].map(([id, at]) => [id, { showNotBefore: (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .plusMs */ .f9)(at, refusedMs) }]));
    const freed = released(paused, new Set([...outcome.untouched, ...outcome.homeless]), outcome);
    return freed === state && !isWritten ? state : released(freed, outcome.vain, outcome);
}
/**
 * If another tick has shown the run meanwhile, nobody knows whose word GitHub got last: unless both said the same, it is
 * shown once more. If that was another check, the record is its, and this one is withdrawn.
 */
function entryOf(run, { before, after }, { claims }) {
    if (run === undefined)
        return [];
    const { shown } = run;
    const claim = run.claim?.at === claims.get(run.id)?.at ? undefined : run.claim;
    if (isSame(shown, before))
        return [[run.id, { shown: after, claim, showNotBefore: undefined }]];
    if (shown === undefined || shown.checkId !== after.checkId || shown.as === after.as)
        return [];
    return [[run.id, { shown: { ...shown, as: unclear } }]];
}
/** No run is ever shown as this. */
const unclear = 'unclear';
/** Ended runs whose checks say so, by the record. */
function settledChecks({ runs }) {
    return [...runs.values()].flatMap((run) => (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .isEnded */ .pl)(run) && (0,_prune_js__WEBPACK_IMPORTED_MODULE_1__/* .isReported */ .Ob)(run) && run.shown !== undefined ? [{ ...run, shown: run.shown }] : []);
}
/** Checks that were seen to say something else than the record has of them are sent once more. */
function doubtChecks(state, seen) {
    return withRuns(state, [...seen].flatMap(([id, shown]) => isSame(state.runs.get(id)?.shown, shown) ? [[id, { shown: { ...shown, as: unclear } }]] : []));
}
function isSame(a, b) {
    return a?.checkId === b?.checkId && a?.as === b?.as;
}
function released(state, ids, { claims, homeless }) {
    return withRuns(state, [...ids].flatMap((id) => {
        const { claim } = state.runs.get(id) ?? {};
        const own = claims.get(id);
        if (claim === undefined || own === undefined || claim.at !== own.at)
            return [];
        // Under an earlier claim it may have been created: that commit is not forgotten.
        const isKept = own.commit !== undefined && !homeless.has(id);
        return [[id, { claim: isKept ? { ...claim, at: longAgo } : undefined }]];
    }));
}
/** Checks that this tick created, and the record knows another for the same run. */
function strayChecks(state, { marks }) {
    return new Map([...marks].flatMap(([id, { before, after }]) => {
        const shown = state.runs.get(id)?.shown;
        const isStray = before === undefined && shown !== undefined && shown.checkId !== after.checkId;
        return isStray ? [[id, after.checkId]] : [];
    }));
}
/** Runs that nobody could be told of yet, and that GitHub may be asked about now. */
function unreportedRuns({ runs }, now) {
    return [...runs.values()].filter((run) => !(0,_prune_js__WEBPACK_IMPORTED_MODULE_1__/* .isReported */ .Ob)(run) && isShowable(run, now)).sort(byUrgency);
}
/** A key that is undefined is taken out. */
function withRuns(state, entries) {
    if (entries.length === 0)
        return state;
    const runs = new Map(state.runs);
    for (const [id, change] of entries) {
        const run = runs.get(id);
        if (run !== undefined)
            runs.set(id, changed(run, change));
    }
    return { ...state, runs };
}
function changed(run, change) {
    const { shown = undefined, claim = undefined, showNotBefore = undefined, ...rest } = { ...run, ...change };
    return {
        ...rest,
        ...(shown === undefined ? {} : { shown }),
        ...(claim === undefined ? {} : { claim }),
        ...(showNotBefore === undefined ? {} : { showNotBefore }),
    };
}


/***/ }),

/***/ 3758:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ dueSlots),
/* harmony export */   m: () => (/* binding */ gapIn)
/* harmony export */ });
/* harmony import */ var _backfilled_slots_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5245);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3705);
/* harmony import */ var _joined_gaps_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6674);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7136);
/* harmony import */ var _pause_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(906);
/* harmony import */ var _record_size_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4125);
/* harmony import */ var _schedule_meaning_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93);
/* harmony import */ var _series_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2395);
/* harmony import */ var _slots_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5957);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3475);










/**
 * Accounts for every slot in `(mark, now]`. Those that do not fit into `room` wait: the mark stops before the first
 * instant that did not fit as a whole, and a later tick goes on from there. Slots of one flow at one instant come together.
 */
function dueSlots(registry, state, now, room) {
    const spans = [...registry.deployments.values()]
        .filter(isLive)
        .flatMap((deployment) => spansOf(deployment, state, now));
    const candidates = spans.flatMap((span) => span.candidates.map((slot) => ({ span, slot }))).sort(byInstant);
    const end = endOf(candidates, fittingCount(candidates, room), now);
    const until = (flow) => (0,_state_js__WEBPACK_IMPORTED_MODULE_8__/* .accountedUntil */ .dt)(end, flow);
    const slots = candidates
        .filter(({ span, slot }) => slot <= until(span.flow))
        .map(({ span, slot }) => ({ flow: span.flow, slot, parameters: span.schedule.parameters }));
    const ofSeries = (0,_series_js__WEBPACK_IMPORTED_MODULE_6__/* .bySeries */ .P)(spans, ({ flow, schedule }) => `${flow} ${(0,_series_js__WEBPACK_IMPORTED_MODULE_6__/* .seriesOf */ .L)(schedule.parameters)}`);
    const backfilled = (0,_backfilled_slots_js__WEBPACK_IMPORTED_MODULE_0__/* .backfilledIn */ .R)(state.runs.values());
    const gaps = [...ofSeries.values()].flatMap((series) => {
        const ofEach = series.flatMap((span) => gapsOf(span, until(span.flow)));
        const [{ flow, schedule } = {}] = series;
        const brought = flow === undefined || schedule === undefined
            ? []
            : (0,_backfilled_slots_js__WEBPACK_IMPORTED_MODULE_0__/* .backfilledSlots */ .D)(backfilled, flow, schedule.parameters);
        if (series.length === 1 && brought.length === 0)
            return ofEach.map(({ gap }) => gap);
        return (0,_joined_gaps_js__WEBPACK_IMPORTED_MODULE_2__/* .joinedGaps */ .v)(ofEach, new Set([...series.flatMap(({ candidates }) => candidates), ...brought]));
    });
    return { slots, gaps, ...end };
}
function isLive(deployment) {
    return deployment.retiredAt === undefined;
}
/** Within an instant by flows, so that the next tick can go on behind one. */
function byInstant(a, b) {
    if (a.slot !== b.slot)
        return a.slot - b.slot;
    if (a.span.flow === b.span.flow)
        return 0;
    return a.span.flow < b.span.flow ? -1 : 1;
}
function fittingCount(candidates, { runs, bytes }) {
    const counted = new Set();
    let left = bytes;
    const first = candidates.findIndex(({ span }, index) => {
        left -= (0,_record_size_js__WEBPACK_IMPORTED_MODULE_4__/* .bytesOfQueuedRun */ .nH)(span.schedule.parameters, counted) + bytesOfDefaults(span.policy);
        return index >= runs || left < 0;
    });
    return first === -1 ? candidates.length : first;
}
/** Parameters of a run are those of its schedule with the defaults of the flow. */
function bytesOfDefaults({ parameters }) {
    return Object.entries(parameters).reduce((sum, [name, { default: preset }]) => sum + (preset === undefined ? 0 : name.length + sizeOf(preset)), 0);
}
function sizeOf(value) {
    return typeof value === 'string' ? value.length + 4 : (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .canonicalJson */ .d)(value).length + 4;
}
/** The first slot that does not fit, and those of its flow at its instant, wait. If there is room at all, one flow's come whole. */
function endOf(candidates, most, now) {
    if (candidates.length <= most)
        return { mark: now };
    const isWith = (a, b) => a?.slot === b?.slot && a?.span.flow === b?.span.flow;
    let at = most;
    while (at > 0 && isWith(candidates[at - 1], candidates[at]))
        at -= 1;
    if (at === 0 && most > 0)
        at = candidates.findIndex((candidate) => !isWith(candidate, candidates[0]));
    const left = at === -1 ? undefined : candidates[at];
    if (left === undefined)
        return { mark: now };
    const mark = (0,_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantFromMs */ .A0)(left.slot - 1);
    const before = candidates[at - 1];
    if (before?.slot !== left.slot)
        return { mark };
    return { mark, partial: { slot: left.slot, through: before.span.flow } };
}
function spansOf(deployment, state, now) {
    const { flow, policy } = deployment;
    const { catchUp } = policy;
    const pauses = (0,_pause_js__WEBPACK_IMPORTED_MODULE_3__/* .pausesOf */ .P0)(state, flow);
    const most = catchUp.policy === 'all' ? catchUp.max : 1;
    const beyond = catchUp.policy === 'all' ? 'catch-up-max' : 'newer-slot';
    return (0,_schedule_meaning_js__WEBPACK_IMPORTED_MODULE_5__/* .distinctSchedules */ .pq)(policy.schedules).map((schedule) => {
        const after = later((0,_state_js__WEBPACK_IMPORTED_MODULE_8__/* .accountedUntil */ .dt)(state, flow), (0,_schedule_meaning_js__WEBPACK_IMPORTED_MODULE_5__/* .scheduledSince */ .Uu)(deployment, schedule));
        const tooLate = later(after, (0,_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantFromMs */ .A0)(now - catchUp.windowSeconds * _instant_js__WEBPACK_IMPORTED_MODULE_1__/* .secondMs */ .fj - 1));
        const candidates = lastOutsidePauses(schedule, (0,_pause_js__WEBPACK_IMPORTED_MODULE_3__/* .cutByPauses */ .bR)(pauses, tooLate, now), most);
        return { flow, policy, schedule, after, tooLate, pauses, candidates, beyond };
    });
}
/** The newest slots that lie in no pause, ascending. */
function lastOutsidePauses(schedule, stretches, most) {
    let found = [];
    for (const { after, until, isPaused } of stretches.toReversed()) {
        if (isPaused || found.length >= most)
            continue;
        found = [...(0,_slots_js__WEBPACK_IMPORTED_MODULE_7__/* .lastSlots */ .St)(schedule, after, until, most - found.length), ...found];
    }
    return found;
}
/** The slots of a span that do not run: those of pauses, those that are too late, and those before its candidates. */
function gapsOf(span, mark) {
    const { schedule, tooLate, candidates, beyond: because } = span;
    const [firstCandidate] = candidates;
    const granted = firstCandidate === undefined ? mark : (0,_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantFromMs */ .A0)(firstCandidate - 1);
    const stretches = (0,_pause_js__WEBPACK_IMPORTED_MODULE_3__/* .cutByPauses */ .bR)(span.pauses, span.after, mark).flatMap(({ after, until, isPaused }) => isPaused
        ? [{ after, until, outcome: 'skipped', because: 'paused' }]
        : [
            { after, until: earlier(tooLate, until), outcome: 'missed', because: 'window' },
            { after: later(after, tooLate), until: earlier(granted, until), outcome: 'skipped', because },
        ]);
    return stretches.flatMap((stretch) => gapIn(span, stretch)).map((gap) => ({ schedule, gap }));
}
function gapIn(span, { after, until, outcome, because }) {
    if (until <= after)
        return [];
    const count = (0,_slots_js__WEBPACK_IMPORTED_MODULE_7__/* .countSlots */ .vf)(span.schedule, after, until);
    const [from] = count === 0 ? [] : (0,_slots_js__WEBPACK_IMPORTED_MODULE_7__/* .nextSlots */ .jj)(span.schedule, after, 1);
    const [to] = count === 0 ? [] : (0,_slots_js__WEBPACK_IMPORTED_MODULE_7__/* .lastSlots */ .St)(span.schedule, after, until, 1);
    return from === undefined || to === undefined
        ? []
        : [{ flow: span.flow, outcome, because, from, to, count }];
}
function later(a, b) {
    return a > b ? a : b;
}
function earlier(a, b) {
    return a < b ? a : b;
}


/***/ }),

/***/ 6674:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ joinedGaps)
/* harmony export */ });
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _slots_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5957);


/** More slots than this are counted for each schedule, and one in which two meet may then be counted twice. */
const mostListed = 5_000;
/**
 * The gaps of schedules that give the same parameters. Where two of them meet, their slot is one: it is told once, and
 * not at all where one of them lets it run.
 */
function joinedGaps(gaps, granted) {
    const count = gaps.reduce((sum, { gap }) => sum + gap.count, 0);
    if (count > mostListed)
        return gaps.map(({ gap }) => gap);
    const bySlot = new Map();
    for (const { schedule, gap } of gaps)
        for (const slot of (0,_slots_js__WEBPACK_IMPORTED_MODULE_1__/* .slotsBetween */ .iF)(schedule, (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantFromMs */ .A0)(gap.from - 1), gap.to, gap.count))
            bySlot.set(slot, gap);
    for (const slot of granted)
        bySlot.set(slot, 'granted');
    return grouped([...bySlot].sort(([a], [b]) => a - b));
}
function grouped(slots) {
    const gaps = [];
    let last;
    for (const [slot, found] of slots) {
        if (found === 'granted') {
            last = undefined;
            continue;
        }
        const { flow, outcome, because } = found;
        const isNext = last?.because === because && last.outcome === outcome;
        if (isNext)
            gaps.pop();
        last = isNext && last !== undefined ? { ...last, to: slot, count: last.count + 1 } : undefined;
        last ??= { flow, outcome, because, from: slot, to: slot, count: 1 };
        gaps.push(last);
    }
    return gaps;
}


/***/ }),

/***/ 856:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ob: () => (/* binding */ isReported),
/* harmony export */   Vw: () => (/* binding */ addGaps),
/* harmony export */   lq: () => (/* binding */ pruneRuns),
/* harmony export */   sE: () => (/* binding */ shownAs)
/* harmony export */ });
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _record_size_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4125);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(973);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3475);




/** Ended runs kept in state: for `after`, `retry` and the board. All others live on the history branch alone. */
const keptEndsPerFlow = 5;
const keptEnds = 20_000;
const keptEndBytes = 8_388_608;
/** Where checks cannot be written for days, every tick says so; the state must not grow past what git may hold meanwhile. */
const keptUnreported = 20_000;
const keptUnreportedBytes = 12_582_912;
const keptForMs = 30 * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .dayMs */ .LP;
/** Of one flow, and of all. */
const keptGapsPerFlow = 20;
const keptGaps = 20_000;
/** What a check shows of a run; a run is reported when its check shows what it is. Empty: nothing has started yet. */
function shownAs(run) {
    const { state } = run.phase;
    if ((0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .isEnded */ .pl)(run))
        return `${state} ${run.attempts.length}`;
    if (!run.attempts.some(({ handle, ending }) => handle !== undefined || ending !== undefined))
        return '';
    return `${state === 'queued' ? 'waiting' : 'active'} ${run.attempts.length}`;
}
function isReported(run) {
    const wanted = shownAs(run);
    return wanted === '' || run.shown?.as === wanted;
}
/** Leaves out ended runs that are old and reported, the oldest first. Unreported ones stay as long as there is room. */
function pruneRuns(runs, now, isAwaited = () => false) {
    const ends = [...runs.values()].filter(_run_js__WEBPACK_IMPORTED_MODULE_3__/* .isEnded */ .pl).sort(byNewest);
    const seen = new Map();
    const dropped = new Set();
    const counted = new Set();
    let bytes = 0;
    for (const [index, run] of ends.entries()) {
        const place = (seen.get(run.flow) ?? 0) + 1;
        seen.set(run.flow, place);
        const size = (0,_record_size_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesOfRun */ .E)(run, counted);
        const isOld = place > keptEndsPerFlow || now - run.phase.endedAt > keptForMs;
        const isBeyond = index >= keptEnds || bytes + size > keptEndBytes;
        const isFarBeyond = index >= keptUnreported || bytes + size > keptUnreportedBytes;
        if (isFarBeyond || ((isOld || isBeyond) && isReported(run) && !isAwaited(run)))
            dropped.add(run.id);
        else
            bytes += size;
    }
    return dropped.size === 0 ? runs : new Map([...runs].filter(([id]) => !dropped.has(id)));
}
function byNewest(a, b) {
    return b.phase.endedAt - a.phase.endedAt || (a.id < b.id ? -1 : 1);
}
/** Joins gaps of the same reason that follow each other, and keeps the newest of each flow and of all. */
function addGaps(kept, added) {
    if (added.length === 0)
        return kept;
    const byFlow = new Map();
    const listOf = (flow) => {
        const known = byFlow.get(flow) ?? [];
        byFlow.set(flow, known);
        return known;
    };
    for (const gap of kept)
        listOf(gap.flow).push(gap);
    for (const gap of added)
        addTo(listOf(gap.flow), gap);
    const gaps = [...byFlow.values()].flatMap((ofFlow) => ofFlow.sort(_state_js__WEBPACK_IMPORTED_MODULE_2__/* .byAge */ .jI).slice(-keptGapsPerFlow));
    return gaps.sort(_state_js__WEBPACK_IMPORTED_MODULE_2__/* .byAge */ .jI).slice(-keptGaps);
}
function addTo(ofFlow, gap) {
    const last = ofFlow.at(-1);
    const isNext = last !== undefined && last.because === gap.because && last.outcome === gap.outcome && last.to < gap.from;
    if (isNext)
        ofFlow[ofFlow.length - 1] = { ...last, to: gap.to, count: last.count + gap.count };
    else
        ofFlow.push(gap);
}


/***/ }),

/***/ 4125:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ bytesOfRun),
/* harmony export */   nH: () => (/* binding */ bytesOfQueuedRun)
/* harmony export */ });
/* unused harmony export bytesOfParameters */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7136);

/** About what a record takes in state, in bytes; a little more than it does, so that a budget holds. */
const bareRunBytes = 600;
const bareAttemptBytes = 320;
const parameterBytes = new WeakMap();
function bytesOfParameters(parameters) {
    const known = parameterBytes.get(parameters) ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(parameters).length;
    parameterBytes.set(parameters, known);
    return known;
}
/** Runs of one schedule share their parameters, which are written once: `counted` holds those that were. */
function bytesOfRun(run, counted) {
    const isNew = !counted.has(run.parameters);
    counted.add(run.parameters);
    return bytesOfBareRun(run) + (isNew ? bytesOfParameters(run.parameters) : 0);
}
function bytesOfBareRun({ attempts, cause, cancel }) {
    const by = 'by' in cause ? cause.by.length : 0;
    const words = by + (cancel?.by?.length ?? 0);
    return attempts.reduce((sum, attempt) => sum + bytesOfAttempt(attempt), bareRunBytes + words);
}
function bytesOfAttempt({ handle, ending, stop }) {
    return bareAttemptBytes + (handle?.length ?? 0) + (ending?.detail?.length ?? 0) + (stop?.by?.length ?? 0);
}
/** A run that has just been queued. */
function bytesOfQueuedRun(parameters, counted) {
    const isNew = !counted.has(parameters);
    counted.add(parameters);
    return bareRunBytes + (isNew ? bytesOfParameters(parameters) : 0);
}


/***/ }),

/***/ 1965:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FY: () => (/* binding */ mostOpenBytes),
/* harmony export */   Tb: () => (/* binding */ areWithinRoom),
/* harmony export */   _W: () => (/* binding */ roomBeside),
/* harmony export */   ai: () => (/* binding */ mostRegistryBytes),
/* harmony export */   qB: () => (/* binding */ sizeOfRegistry),
/* harmony export */   uQ: () => (/* binding */ mostDeploymentBytes)
/* harmony export */ });
/* unused harmony export mostOpenRuns */
/* harmony import */ var _record_size_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4125);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(973);


/** Open runs that state holds at once, in number and in bytes. What does not fit waits; nothing that is open gives way. */
const mostOpenRuns = 10_000;
const mostOpenBytes = 33_554_432;
function roomBeside(runs) {
    const open = sizeOfOpen(runs);
    return { runs: Math.max(mostOpenRuns - open.runs, 0), bytes: Math.max(mostOpenBytes - open.bytes, 0) };
}
/** Whether all that are open fit. */
function areWithinRoom(runs) {
    const open = sizeOfOpen(runs);
    return open.runs <= mostOpenRuns && open.bytes <= mostOpenBytes;
}
function sizeOfOpen(runs) {
    const counted = new Set();
    let open = 0;
    let bytes = 0;
    for (const run of runs) {
        if ((0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .isEnded */ .pl)(run))
            continue;
        open += 1;
        bytes += (0,_record_size_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesOfRun */ .E)(run, counted);
    }
    return { runs: open, bytes };
}
/** What all deployments may take together, and one of them: its file is to stay under the 1 MiB that GitHub shows. */
const mostRegistryBytes = 41_943_040;
const mostDeploymentBytes = 1_000_000;
/** About what is deployed takes in state. */
function sizeOfRegistry({ deployments }) {
    let bytes = 0;
    let largest;
    for (const deployment of deployments.values()) {
        const size = sizeOfDeployment(deployment);
        bytes += size;
        if (largest === undefined || size > largest.bytes)
            largest = { flow: deployment.flow, bytes: size };
    }
    return largest === undefined ? { bytes } : { bytes, largest };
}
const deploymentBytes = new WeakMap();
function sizeOfDeployment(deployment) {
    const known = deploymentBytes.get(deployment) ?? utf8Length(JSON.stringify(deployment));
    deploymentBytes.set(deployment, known);
    return known;
}
/** Of a text in UTF-8. */
function utf8Length(text) {
    let length = text.length;
    for (let at = 0; at < text.length; at += 1) {
        const unit = text.charCodeAt(at);
        if (unit > 0x7f)
            length += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
    }
    return length;
}


/***/ }),

/***/ 1190:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ followTroubles)
/* harmony export */ });
/* harmony import */ var _alerting_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9344);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(973);


/** More flows than this in trouble at once have one cause, and the board shows them all. */
const mostTroubles = 200;
const badOutcomes = new Set(['failed', 'crashed', 'timed-out']);
/**
 * Enters into `after` what the step from `before` says of its flows: the one place where ends and missed slots are
 * counted. It looks at nothing but the step, so whoever writes state calls it, and calling it twice counts once.
 */
function followTroubles(before, after, { registry, now }) {
    const known = (0,_alerting_js__WEBPACK_IMPORTED_MODULE_0__/* .alertingOf */ .IQ)(before);
    const troubles = new Map(known.troubles);
    const successes = lastSuccesses(before);
    for (const run of newEnds(before, after))
        enterEnd(troubles, run, successes);
    for (const gap of newlyMissed(before, after))
        enterMissed(troubles, gap);
    for (const flow of troubles.keys()) {
        const deployment = registry.deployments.get(flow);
        if (deployment === undefined || deployment.retiredAt !== undefined)
            troubles.delete(flow);
    }
    const clock = clockWait(before, after, now) ?? known.clock;
    const isSame = clock === known.clock && haveSameTroubles(troubles, known.troubles);
    const alerting = {
        ...(0,_alerting_js__WEBPACK_IMPORTED_MODULE_0__/* .alertingOf */ .IQ)(after),
        troubles: isSame ? known.troubles : bounded(troubles),
        ...(clock === undefined ? {} : { clock }),
    };
    return isSame && (0,_alerting_js__WEBPACK_IMPORTED_MODULE_0__/* .alertingOf */ .IQ)(after).troubles === known.troubles ? after : { ...after, alerting };
}
/** In the order in which they ended. */
function newEnds(before, after) {
    return [...after.runs.values()]
        .filter(_run_js__WEBPACK_IMPORTED_MODULE_1__/* .isEnded */ .pl)
        .filter((run) => {
        const known = before.runs.get(run.id);
        return known === undefined || known.phase.state !== run.phase.state;
    })
        .sort((a, b) => a.phase.endedAt - b.phase.endedAt || (a.id < b.id ? -1 : 1));
}
function enterEnd(troubles, run, successes) {
    const trouble = troubles.get(run.flow) ?? { flow: run.flow };
    if (run.phase.state === 'succeeded') {
        const { missed } = trouble;
        const isOver = missed === undefined || ((0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .slotOf */ .SW)(run.cause) ?? run.createdAt) > missed.to;
        put(troubles, { flow: run.flow, ...(isOver ? {} : { missed }) });
    }
    else if (badOutcomes.has(run.phase.state)) {
        put(troubles, { ...trouble, failures: streakWith(trouble.failures, run, successes) });
    }
}
function put(troubles, trouble) {
    if (trouble.failures === undefined && trouble.missed === undefined)
        troubles.delete(trouble.flow);
    else
        troubles.set(trouble.flow, trouble);
}
function streakWith(known, run, successes) {
    const ending = (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .lastAttempt */ .mh)(run)?.ending;
    const lastSuccess = known === undefined ? successes(run.flow) : known.lastSuccess;
    return {
        count: (known?.count ?? 0) + 1,
        since: known?.since ?? run.phase.endedAt,
        run: run.id,
        at: run.phase.endedAt,
        class: ending?.class ?? 'no-evidence',
        ...(ending?.exitCode === undefined ? {} : { exitCode: ending.exitCode }),
        ...(lastSuccess === undefined ? {} : { lastSuccess }),
    };
}
/** Looked for when a flow first fails, in all flows at once: thousands may fail together. */
function lastSuccesses({ runs }) {
    let newest;
    return (flow) => {
        newest ??= newestSuccesses(runs.values());
        const run = newest.get(flow);
        return run && { run: run.id, commit: run.commit, at: run.phase.endedAt };
    };
}
function newestSuccesses(runs) {
    const newest = new Map();
    for (const run of runs) {
        if (!(0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .isEnded */ .pl)(run) || run.phase.state !== 'succeeded')
            continue;
        const known = newest.get(run.flow);
        if (known === undefined || run.phase.endedAt > known.phase.endedAt)
            newest.set(run.flow, run);
    }
    return newest;
}
/** Neighbouring gaps are joined when they are recorded, so the new part of one that grew is what counts. */
function newlyMissed(before, after) {
    if (after.gaps === before.gaps)
        return [];
    const known = new Set(before.gaps);
    const startOf = ({ flow, from, because }) => `${flow} ${from} ${because}`;
    const byStart = new Map(before.gaps.toReversed().map((gap) => [startOf(gap), gap]));
    return after.gaps.flatMap((gap) => {
        if (gap.outcome !== 'missed' || known.has(gap))
            return [];
        const grown = byStart.get(startOf(gap));
        const count = gap.count - (grown?.count ?? 0);
        return count > 0 ? [{ ...gap, count }] : [];
    });
}
function enterMissed(troubles, { flow, from, to, count, because }) {
    const trouble = troubles.get(flow) ?? { flow };
    const known = trouble.missed;
    const missed = {
        count: (known?.count ?? 0) + count,
        from: known === undefined || from < known.from ? from : known.from,
        to: known === undefined || to > known.to ? to : known.to,
        because,
    };
    put(troubles, { ...trouble, missed });
}
/** Gaps that show when a tick came; the others are about runs that stood in the way. */
const latenessReasons = new Set(['window', 'newer-slot', 'catch-up-max']);
/** Slots that a tick has just found due: since when they waited. A tick that wrote in between was no silence of the clock. */
function clockWait(before, after, now) {
    const fresh = [...after.runs.values()].filter((run) => !before.runs.has(run.id));
    const found = fresh.flatMap((run) => run.cause.kind === 'slot' ? [{ slot: run.cause.slot, at: run.createdAt }] : []);
    const known = new Set(before.gaps);
    const gaps = after.gaps.filter((gap) => !known.has(gap) && latenessReasons.has(gap.because));
    if (found.length === 0 && gaps.length === 0)
        return undefined;
    const to = found[0]?.at ?? now;
    const earliest = Math.min(...found.map(({ slot }) => slot), ...gaps.map(({ from }) => from));
    const lastTick = Math.max(...(0,_alerting_js__WEBPACK_IMPORTED_MODULE_0__/* .alertingOf */ .IQ)(before).ticks.map(({ at }) => at), earliest);
    return { from: Math.min(lastTick, to), to };
}
/** The oldest stay: people may have been told of them. */
function bounded(troubles) {
    if (troubles.size <= mostTroubles)
        return troubles;
    const since = ({ failures, missed }) => Math.min(failures?.since ?? Number.POSITIVE_INFINITY, missed?.from ?? Number.POSITIVE_INFINITY);
    const oldest = [...troubles].sort(([, a], [, b]) => since(a) - since(b));
    return new Map(oldest.slice(0, mostTroubles));
}
function haveSameTroubles(a, b) {
    return a.size === b.size && [...a].every(([flow, trouble]) => b.get(flow) === trouble);
}


/***/ }),

/***/ 8562:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ nextWake),
/* harmony export */   n: () => (/* binding */ nextWakeUp)
/* harmony export */ });
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(973);
/* harmony import */ var _slots_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5957);



/** How soon a tick should look again while attempts are open. */
const watchMs = 5 * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2;
/** The next moment at which a tick has something to do; undefined if nothing is scheduled and nothing is open. */
function nextWake(state, registry, now) {
    const runs = openRuns(state).map((run) => wakeFor(run, registry, now));
    return earliest([...slotAhead(state, registry, now), ...runs]);
}
/**
 * The same for a clock that starts a tick when an attempt ends, too: what executes needs no look before its deadline, and
 * who waits for it none at all.
 */
function nextWakeUp(state, registry, now) {
    const runs = openRuns(state);
    const isAnyRunning = runs.some(({ phase }) => phase.state === 'running');
    const awaited = runs.filter(({ phase }) => {
        const isHeldBack = phase.state === 'queued' && phase.notBefore <= now;
        return !(isHeldBack && isAnyRunning);
    });
    const looks = awaited.map((run) => exactWakeOf(run, registry, now));
    const exact = earliest([...slotAhead(state, registry, now), ...looks.flatMap((moment) => moment ?? [])]);
    const soon = (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .plusMs */ .f9)(now, watchMs);
    const isLookNeeded = looks.includes(undefined);
    if (isLookNeeded && (exact === undefined || exact > soon))
        return { at: soon, isExact: false };
    return exact === undefined ? undefined : { at: exact, isExact: true };
}
/** The next slot of all flows, if there is one. Each schedule is only asked for a slot that comes before those of the others. */
function slotAhead(state, registry, now) {
    let next;
    for (const { flow, retiredAt, policy } of registry.deployments.values()) {
        if (retiredAt !== undefined || state.pauses.has(flow))
            continue;
        for (const schedule of policy.schedules) {
            const slot = next === undefined ? (0,_slots_js__WEBPACK_IMPORTED_MODULE_1__/* .nextSlots */ .jj)(schedule, now, 1)[0] : (0,_slots_js__WEBPACK_IMPORTED_MODULE_1__/* .firstSlot */ .TZ)(schedule, now, next);
            next = slot ?? next;
        }
    }
    return next === undefined ? [] : [next];
}
function openRuns(state) {
    return [...state.runs.values()].filter((run) => !(0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .isEnded */ .pl)(run));
}
function earliest(moments) {
    return moments.length === 0 ? undefined : moments.reduce((a, b) => (a < b ? a : b));
}
function wakeFor(run, registry, now) {
    const soon = (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .plusMs */ .f9)(now, watchMs);
    if (run.phase.state === 'queued')
        return run.phase.notBefore > now ? run.phase.notBefore : soon;
    const deadline = deadlineOf(run, registry);
    return deadline !== undefined && deadline > now && deadline < soon ? deadline : soon;
}
/** Undefined: nobody knows when it changes, and nothing will say so. */
function exactWakeOf(run, registry, now) {
    if (run.phase.state === 'queued')
        return run.phase.notBefore > now ? run.phase.notBefore : undefined;
    if (run.phase.state !== 'running' || run.attempts.at(-1)?.missing !== undefined)
        return undefined;
    const deadline = deadlineOf(run, registry);
    return deadline !== undefined && deadline > now ? deadline : undefined;
}
/** When an attempt that has started must be stopped. */
function deadlineOf(run, registry) {
    const startedAt = run.attempts.at(-1)?.startedAt;
    const policy = registry.deployments.get(run.flow)?.policy;
    if (startedAt === undefined || policy === undefined)
        return undefined;
    return (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .plusSeconds */ .Mu)(startedAt, policy.timeout.runSeconds);
}


/***/ }),

/***/ 435:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ record)
});

// EXTERNAL MODULE: ./src/core/check-claims.ts
var check_claims = __webpack_require__(852);
// EXTERNAL MODULE: ./src/core/digest.ts
var digest = __webpack_require__(3298);
// EXTERNAL MODULE: ./src/core/fault.ts
var core_fault = __webpack_require__(6964);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __webpack_require__(973);
;// CONCATENATED MODULE: ./src/core/invariant.ts


/**
 * The promises that are cheap enough to check before every write. One that does not hold stops all writing: a wrong
 * record is worse than a missing one.
 */
function assertPromises(before, after) {
    if (after.mark < before.mark)
        broken(`the mark moves back from ${before.mark} to ${after.mark}`);
    assertPartial(before, after);
    const handles = new Set();
    for (const run of after.runs.values()) {
        assertRun(run, handles);
        const known = before.runs.get(run.id);
        if (known !== undefined)
            assertStep(known, run);
    }
    for (const run of before.runs.values()) {
        if (!(0,core_run/* isEnded */.pl)(run) && !after.runs.has(run.id))
            broken(`open run ${run.id} disappears`);
    }
}
/** Slots that were accounted for stay so. */
function assertPartial({ mark, partial: before }, after) {
    if (before === undefined || after.mark > mark)
        return;
    const { partial } = after;
    if (partial?.slot !== before.slot || partial.through < before.through)
        broken(`of the instant ${before.slot}, flows after ${before.through} come again`);
}
function assertRun(run, handles) {
    for (const [index, attempt] of run.attempts.entries()) {
        if (attempt.number !== index + 1)
            broken(`attempts of run ${run.id} are not numbered in order`);
        const isLast = index === run.attempts.length - 1;
        if (!isLast && attempt.ending === undefined)
            broken(`run ${run.id} has two open attempts`);
        if (attempt.handle !== undefined && handles.has(attempt.handle))
            broken(`two attempts share ${attempt.handle}`);
        if (attempt.handle !== undefined)
            handles.add(attempt.handle);
    }
    const last = run.attempts.at(-1);
    if (run.phase.state === 'succeeded' &&
        last !== undefined &&
        last.ending?.class !== 'exit-zero' &&
        !isResolved(last)) {
        broken(`run ${run.id} counts as succeeded without an exit code 0`);
    }
}
/** A person may resolve an unknown run. */
function isResolved(attempt) {
    return attempt.ending?.class === 'no-evidence';
}
function assertStep(before, after) {
    for (const attempt of before.attempts) {
        const now = after.attempts.find(({ number }) => number === attempt.number);
        if (now === undefined)
            broken(`attempt ${attempt.number} of run ${before.id} disappears`);
        else if (attempt.ending !== undefined && now.ending?.class !== attempt.ending.class) {
            broken(`the end of attempt ${attempt.number} of run ${before.id} changes`);
        }
        else if (attempt.handle !== undefined && now.handle !== attempt.handle) {
            broken(`attempt ${attempt.number} of run ${before.id} changes its task`);
        }
    }
    if (before.revision !== after.revision)
        broken(`run ${before.id} changes its revision`);
    if ((0,core_run/* isEnded */.pl)(before) && !(0,core_run/* isEnded */.pl)(after) && after.granted <= before.granted)
        broken(`ended run ${before.id} opens again`);
}
function broken(what) {
    throw new problem/* InvariantError */.zU(`A promise does not hold: ${what}.`);
}

// EXTERNAL MODULE: ./src/core/troubles.ts
var troubles = __webpack_require__(1190);
// EXTERNAL MODULE: ./src/core/alerting.ts
var alerting = __webpack_require__(9344);
// EXTERNAL MODULE: ./src/core/alerts.ts
var alerts = __webpack_require__(5285);
// EXTERNAL MODULE: ./src/report/alert-words.ts
var alert_words = __webpack_require__(1867);
// EXTERNAL MODULE: ./src/report/board-view.ts
var board_view = __webpack_require__(2639);
// EXTERNAL MODULE: ./src/report/run-report.ts
var run_report = __webpack_require__(5967);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(6970);
// EXTERNAL MODULE: ./src/report/words.ts
var report_words = __webpack_require__(9988);
;// CONCATENATED MODULE: ./src/report/board-alerts.ts








/** What people are alerted to, the oldest first, with the issue where they are told. */
function alertItems({ state, alerts: rules, links }) {
    const { told } = (0,alerting/* alertingOf */.IQ)(state);
    return [...(0,alerts/* openAlerts */.o4)(state, rules).values()].map((alert) => {
        const words = (0,alert_words/* alertWords */.Y8)(alert);
        const shown = 'flow' in alert ? words.replace(alert.flow, (0,report_text/* codeSpan */.SS)(alert.flow)) : words;
        const number = told.get(alert.key)?.issue?.number;
        const address = links === undefined || number === undefined ? undefined : (0,alert_words/* issueAddress */.Gi)(links, number);
        const issue = address === undefined ? '' : ` (${(0,report_text/* link */.nf)('its issue', address)})`;
        const text = `\u{1f514} ${shown}, since ${(0,report_words/* instantWords */.lJ)(alert.since)}${issue}`;
        return 'flow' in alert ? { text, flow: alert.flow } : { text };
    });
}
/** Who set the last ticks off that changed something, and how late slots were seen and started. */
function clockText(board) {
    const { state, now, outgoing } = board;
    const by = board.trigger === undefined ? '' : `, set off by ${outgoing.code(board.trigger, 100)}`;
    const written = `Written ${(0,report_words/* secondWords */.US)(now)}${by}.`;
    return `## Clock\n\n${[written, ticksText(board), latenessText({ state, now })].filter((text) => text !== '').join(' ')}`;
}
function ticksText({ state, outgoing }) {
    const [last, ...others] = (0,alerting/* alertingOf */.IQ)(state).ticks;
    if (last === undefined)
        return '';
    const words = others.map(({ trigger, at }) => `${outgoing.code(trigger, 100)} at ${(0,report_words/* secondWords */.US)(at)}`);
    const before = words.length === 0 ? '' : ` Before it the last by ${words.join(', by ')}.`;
    return `The last tick that changed something came by ${outgoing.code(last.trigger, 100)} at ${(0,report_words/* secondWords */.US)(last.at)}.${before}`;
}
function latenessText({ state, now }) {
    const seen = (0,board_view/* latenessMs */.Q8)(state.runs.values(), now);
    if (seen.length === 0)
        return 'No slot of the last 24 hours got a run.';
    const started = [...state.runs.values()].flatMap((run) => {
        const start = (0,run_report/* firstStart */.z)(run);
        const isCounted = run.cause.kind === 'slot' && start !== undefined && (0,board_view/* latenessMs */.Q8)([run], now).length > 0;
        return isCounted && run.cause.kind === 'slot' ? [Math.max(start - run.cause.slot, 0)] : [];
    });
    const words = `Of the last 24 hours, ${(0,report_words/* countWords */.rj)(seen.length, 'slot')} with a run, as far as state keeps them: seen by a tick ${spread(seen)}`;
    return started.length === 0 ? `${words}.` : `${words}; started ${spread(started)}.`;
}
function spread(ms) {
    const average = ms.reduce((sum, value) => sum + value, 0) / ms.length;
    return `${lateWords(average)} on average, ${lateWords(ms.reduce((most, value) => Math.max(most, value), 0))} at worst`;
}
function lateWords(ms) {
    return ms < instant/* minuteMs */.J2 ? `${Math.round(ms / 1_000)} s late` : `${(0,report_words/* durationWords */.Sh)(ms)} late`;
}

// EXTERNAL MODULE: ./src/core/ending.ts
var core_ending = __webpack_require__(4689);
// EXTERNAL MODULE: ./src/report/state-words.ts
var state_words = __webpack_require__(4988);
;// CONCATENATED MODULE: ./src/report/board-attention.ts








const mostItems = 50;
/** What GitHub's own schedule takes on a good day. */
const overdueMs = 15 * instant/* minuteMs */.J2;
/** What is wrong now: what a person should look at first. */
function attentionItems(board) {
    return [
        ...alertItems(board),
        ...unknownRuns(board),
        ...badFlows(board),
        ...overdueSlots(board),
        ...missingRuns(board),
        ...missedSlots(board),
    ];
}
function attention(items) {
    if (items.length === 0)
        return '\u{1f7e2} Nothing needs attention.';
    const shown = items.slice(0, mostItems).map(({ text }) => `- ${text}`);
    const left = items.length - shown.length;
    const more = left === 0 ? [] : [`- … and ${left} more, of which \`headgate status\` tells by flow`];
    return `## Needs attention\n\n${[...shown, ...more].join('\n')}`;
}
function unknownRuns({ state, ...board }) {
    return [...state.runs.values()]
        .filter(({ phase }) => phase.state === 'unknown')
        .sort(board_view/* newestFirst */.ll)
        .map((run) => ({
        flow: run.flow,
        text: `${(0,state_words/* markedState */.w)('unknown')}: ${(0,board_view/* runText */.le)(board.links, run)}. Look at its log, then \`headgate resolve ${run.id} --as succeeded\`, or retry it.`,
    }));
}
/** Flows whose newest ended run was bad. */
function badFlows({ runsOf, links }) {
    return [...runsOf.entries()].sort(board_view/* byName */.nG).flatMap(([flow, runs]) => {
        const newest = runs.find(core_run/* isEnded */.pl);
        if (newest === undefined || !(0,state_words/* isBad */.e)(newest.phase.state) || newest.phase.state === 'unknown')
            return [];
        const ending = (0,core_run/* lastAttempt */.mh)(newest)?.ending;
        const because = ending === undefined ? '' : `: ${(0,core_ending/* factsOf */.x)(ending.class).words}`;
        return [{ flow, text: `${(0,state_words/* markedState */.w)(newest.phase.state)}: ${(0,board_view/* runText */.le)(links, newest)}${because}` }];
    });
}
function missingRuns({ state, links }) {
    return [...state.runs.values()]
        .filter((run) => !(0,core_run/* isEnded */.pl)(run) && (0,core_run/* lastAttempt */.mh)(run)?.missing !== undefined)
        .sort(board_view/* newestFirst */.ll)
        .map((run) => ({
        flow: run.flow,
        text: `Not seen since ${(0,report_words/* instantWords */.lJ)((0,core_run/* lastAttempt */.mh)(run)?.missing?.since ?? run.createdAt)}: ${(0,board_view/* runText */.le)(links, run)}`,
    }));
}
function missedSlots({ state, now }) {
    return state.gaps
        .filter(({ outcome, to }) => outcome === 'missed' && now - to < instant/* dayMs */.LP)
        .map((gap) => ({ flow: gap.flow, text: `Missed: ${(0,board_view/* gapText */.Ml)(gap)}` }));
}
/** Slots that are due and that no tick has seen: the clock stands still, or is behind. */
function overdueSlots(board) {
    const { registry, state, now } = board;
    const latest = (0,instant/* instantFromMs */.A0)(now - overdueMs);
    return [...registry.deployments.entries()].sort(board_view/* byName */.nG).flatMap(([flow, deployment]) => {
        if (deployment.retiredAt !== undefined || state.pauses.has(flow))
            return [];
        const next = (0,board_view/* nextSlotOf */.L$)(board, deployment, latest);
        if (next === undefined)
            return [];
        const late = (0,report_words/* durationWords */.Sh)(now - next);
        const text = `Overdue for ${late}: the slot of ${(0,report_text/* codeSpan */.SS)(flow)} at ${(0,report_words/* instantWords */.lJ)(next)}, which no tick has seen`;
        return [{ flow, text }];
    });
}

// EXTERNAL MODULE: ./src/report/board-flows.ts
var board_flows = __webpack_require__(7685);
// EXTERNAL MODULE: ./src/report/run-title.ts + 1 modules
var run_title = __webpack_require__(4014);
;// CONCATENATED MODULE: ./src/report/board-runs.ts








const mostRows = { open: 100, recent: 30, gaps: 20 };
function openRuns({ state, outgoing, links }) {
    const open = [...state.runs.values()].filter((run) => !(0,core_run/* isEnded */.pl)(run)).sort(board_view/* newestFirst */.ll);
    if (open.length === 0)
        return '';
    const rows = open
        .slice(0, mostRows.open)
        .map((run) => [
        (0,board_view/* runText */.le)(links, run),
        (0,state_words/* markedState */.w)(run.phase.state),
        String(run.attempts.length),
        (0,report_words/* instantWords */.lJ)((0,run_report/* firstStart */.z)(run) ?? run.createdAt),
        (0,run_title/* causeWords */.pQ)(run, outgoing),
    ]);
    return section('Open runs', (0,report_text/* table */.tp)(['Run', 'State', 'Attempts', 'Since', 'Why'], rows), {
        left: open.length - rows.length,
        where: '`headgate site` writes a page of each',
    });
}
function recentRuns({ state, outgoing, links }) {
    const ended = [...state.runs.values()]
        .filter(core_run/* isEnded */.pl)
        .sort((a, b) => b.phase.endedAt - a.phase.endedAt || (0,board_view/* newestFirst */.ll)(a, b));
    if (ended.length === 0)
        return '';
    const rows = ended
        .slice(0, mostRows.recent)
        .map((run) => [
        (0,board_view/* runText */.le)(links, run),
        (0,state_words/* markedState */.w)(run.phase.state),
        (0,report_words/* instantWords */.lJ)(run.phase.endedAt),
        took(run),
        (0,run_title/* causeWords */.pQ)(run, outgoing),
    ]);
    return section('Recent runs', (0,report_text/* table */.tp)(['Run', 'State', 'Ended', 'Took', 'Why'], rows), {
        left: ended.length - rows.length,
        where: 'each has its page on the history branch',
    });
}
function gapTable({ state }) {
    if (state.gaps.length === 0)
        return '';
    const rows = state.gaps
        .slice(-mostRows.gaps)
        .reverse()
        .map((gap) => [gap.outcome, (0,board_view/* gapText */.Ml)(gap)]);
    return section('Slots without a run', (0,report_text/* table */.tp)(['', 'Slots'], rows), {
        left: state.gaps.length - rows.length,
        where: '`headgate status --json` lists all',
    });
}
function took(run) {
    const ms = (0,board_flows/* tookMs */.gM)(run);
    return ms === undefined ? '' : (0,report_words/* durationWords */.Sh)(ms);
}
function section(title, body, { left, where }) {
    return `## ${title}\n\n${body}${left === 0 ? '' : `\n\n… and ${left} more: ${where}.`}`;
}

// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
;// CONCATENATED MODULE: ./src/report/timeline-drawing.ts




/** GitHub's own colours, each at least 4.5 : 1 on its ground. */
const palettes = {
    light: {
        ground: '#ffffff',
        text: '#1f2328',
        line: '#d1d9e0',
        good: '#1a7f37',
        bad: '#cf222e',
        open: '#0969da',
        unsure: '#9a6700',
        dim: '#59636e',
    },
    dark: {
        ground: '#0d1117',
        text: '#f0f6fc',
        line: '#3d444d',
        good: '#3fb950',
        bad: '#f85149',
        open: '#4493f8',
        unsure: '#d29922',
        dim: '#9198a1',
    },
};
const width = 960;
const left = 220;
const right = 16;
const timeline_drawing_top = 30;
const rowHeight = 24;
const barHeight = 12;
const legendHeight = 34;
const longestLabel = 28;
const gridHours = 3;
/**
 * A day as bars along its hours. No state is told by colour alone: a bad end has a cross, an unknown one a question
 * mark, a cancelled run is hollow and an open one is dashed.
 */
function drawTimeline(rows, now, theme) {
    const height = timeline_drawing_top + rows.length * rowHeight + legendHeight;
    const drawing = { colours: palettes[theme], now, height };
    const { ground, text } = drawing.colours;
    return [
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="-apple-system, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif" font-size="12" fill="${text}">`,
        `<title>Runs from ${(0,report_words/* instantWords */.lJ)((now - instant/* dayMs */.LP))} to ${(0,report_words/* instantWords */.lJ)(now)}</title>`,
        `<rect width="${width}" height="${height}" fill="${ground}"/>`,
        ...grid(drawing),
        ...rows.flatMap((row, index) => drawRow(drawing, row, timeline_drawing_top + index * rowHeight)),
        ...legend(drawing),
        '</svg>\n',
    ].join('\n');
}
/** Everything that is text in the drawing goes through here. */
function xmlText(text) {
    return (0,visible/* oneLine */.TN)(text)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;')
        .replaceAll(/[\ufffe\uffff]/g, '\ufffd');
}
function xOf({ now }, at) {
    const share = (at - (now - instant/* dayMs */.LP)) / instant/* dayMs */.LP;
    const inside = Math.min(Math.max(share, 0), 1);
    return Math.round((left + inside * (width - left - right)) * 10) / 10;
}
function grid(drawing) {
    const { colours, now, height } = drawing;
    const stepMs = gridHours * instant/* hourMs */.$0;
    const first = Math.ceil((now - instant/* dayMs */.LP) / stepMs) * stepMs;
    const lines = [];
    for (let at = first; at <= now; at += stepMs) {
        const x = xOf(drawing, at);
        const isDay = at % instant/* dayMs */.LP === 0;
        const label = isDay ? (0,instant/* isoOf */.dF)(at).slice(5, 10) : (0,instant/* isoOf */.dF)(at).slice(11, 16);
        const anchor = x > width - 40 ? 'end' : 'middle';
        lines.push(`<path d="M${x} ${timeline_drawing_top - 6}V${height - legendHeight}" stroke="${isDay ? colours.dim : colours.line}"/>`, `<text x="${x}" y="${timeline_drawing_top - 12}" text-anchor="${anchor}" fill="${colours.dim}">${label}</text>`);
    }
    return [...lines, `<text x="8" y="${timeline_drawing_top - 12}" fill="${colours.dim}">UTC</text>`];
}
function drawRow(drawing, { flow, bars, marks }, y) {
    const middle = y + rowHeight / 2;
    return [
        `<path d="M8 ${y + rowHeight}H${width - right}" stroke="${drawing.colours.line}" stroke-width="0.5"/>`,
        `<text x="8" y="${middle + 4}">${xmlText((0,visible/* cutLength */.bG)(flow, longestLabel))}</text>`,
        ...bars.map((bar) => drawBar(drawing, bar, middle)),
        ...marks.map((mark) => drawMark(drawing, mark, middle)),
    ];
}
const thinnest = 4;
function drawBar(drawing, bar, middle) {
    const from = xOf(drawing, bar.from);
    const barWidth = Math.round(Math.max(xOf(drawing, bar.to) - from, thinnest) * 10) / 10;
    const x = Math.min(from, width - right - barWidth);
    const title = `${bar.id}: ${bar.state}, ${(0,report_words/* instantWords */.lJ)(bar.from)}, ${(0,report_words/* durationWords */.Sh)(bar.to - bar.from)}`;
    const shape = barShape(drawing.colours, bar.state, {
        x: Math.round(x * 10) / 10,
        barWidth,
        middle,
    });
    return `<g><title>${xmlText(title)}</title>${shape}</g>`;
}
function barShape(colours, state, { x, barWidth, middle }) {
    const box = `x="${x}" y="${middle - barHeight / 2}" width="${barWidth}" height="${barHeight}" rx="2"`;
    const end = x + barWidth;
    if (state === 'succeeded')
        return `<rect ${box} fill="${colours.good}"/>`;
    if (state === 'cancelled')
        return `<rect ${box} fill="${colours.ground}" stroke="${colours.dim}" stroke-width="1.5"/>`;
    if (state === 'unknown')
        return `<rect ${box} fill="${colours.unsure}"/>${sign('?', end, middle, colours.unsure)}`;
    if ((0,state_words/* isBad */.e)(state))
        return `<rect ${box} fill="${colours.bad}"/>${sign('\u2715', end, middle, colours.bad)}`;
    return `<rect ${box} fill="${colours.ground}" stroke="${colours.open}" stroke-width="1.5" stroke-dasharray="4 2"/>`;
}
function sign(text, end, middle, colour) {
    const isAtEdge = end > width - right - 12;
    const at = isAtEdge
        ? `x="${width - right + 3}" text-anchor="start"`
        : `x="${Math.round((end + 3) * 10) / 10}" text-anchor="start"`;
    return `<text ${at} y="${middle + 4}" font-weight="bold" fill="${colour}">${text}</text>`;
}
/** A missed slot is a filled triangle, a skipped one a hollow circle; several next to each other have a line between. */
function drawMark(drawing, { outcome, from, to }, middle) {
    const { colours } = drawing;
    const [first, last] = [xOf(drawing, from), xOf(drawing, to)];
    const colour = outcome === 'missed' ? colours.bad : colours.dim;
    const between = first === last ? '' : `<path d="M${first} ${middle}H${last}" stroke="${colour}"/>`;
    const shapes = [...new Set([first, last])].map((x) => markShape(colours, outcome, { x, middle }));
    const title = `${outcome}: ${(0,report_words/* instantWords */.lJ)(from)} to ${(0,report_words/* instantWords */.lJ)(to)}`;
    return `<g><title>${xmlText(title)}</title>${between}${shapes.join('')}</g>`;
}
function markShape(colours, outcome, { x, middle }) {
    return outcome === 'missed'
        ? `<path d="M${x} ${middle - 5}l5 9h-10z" fill="${colours.bad}"/>`
        : `<circle cx="${x}" cy="${middle}" r="4" fill="${colours.ground}" stroke="${colours.dim}" stroke-width="1.5"/>`;
}
const legendStates = ['succeeded', 'failed', 'unknown', 'cancelled', 'running'];
const legendStep = 102;
function legend({ colours, height }) {
    const middle = height - legendHeight / 2;
    const label = (x, text) => `<text x="${x}" y="${middle + 4}" fill="${colours.dim}">${text}</text>`;
    const states = legendStates.flatMap((state, index) => {
        const x = left + index * legendStep;
        const isSigned = (0,state_words/* isBad */.e)(state);
        const name = state === 'running' ? 'open' : state;
        return [barShape(colours, state, { x, barWidth: 14, middle }), label(x + (isSigned ? 32 : 20), name)];
    });
    const marks = ['skipped', 'missed'].flatMap((outcome, index) => {
        const x = left + (legendStates.length + index) * legendStep;
        return [markShape(colours, outcome, { x: x + 8, middle }), label(x + 20, outcome)];
    });
    return [...states, ...marks];
}

;// CONCATENATED MODULE: ./src/report/board-timeline.ts






const names = { light: 'timeline-light.svg', dark: 'timeline-dark.svg' };
const board_timeline_mostRows = 40;
const mostBarsInRow = 60;
/** The picture follows the theme that a reader chose on GitHub, which a style sheet within an image cannot see. */
function timelinePicture(board) {
    const { rows, left } = rowsOf(board);
    if (rows.length === 0)
        return '';
    const bars = rows.flatMap((row) => row.bars);
    const bad = bars.filter(({ state }) => (0,state_words/* isBad */.e)(state)).length;
    const alt = `Timeline of the last 24 hours: ${(0,report_words/* countWords */.rj)(bars.length, 'run')} of ${(0,report_words/* countWords */.rj)(rows.length, 'flow')}, ${bad} ended badly`;
    const more = left === 0 ? [] : ['', `… and ${(0,report_words/* countWords */.rj)(left, 'more flow')}.`];
    return [
        '## The last 24 hours',
        '',
        '<picture>',
        `<source media="(prefers-color-scheme: dark)" srcset="${names.dark}">`,
        `<img alt="${alt}" src="${names.light}">`,
        '</picture>',
        ...more,
    ].join('\n');
}
function timelineFiles(board) {
    const { rows } = rowsOf(board);
    if (rows.length === 0)
        return new Map();
    return new Map(['light', 'dark'].map((theme) => [names[theme], drawTimeline(rows, board.now, theme)]));
}
/** Flows with something to show; those in trouble first when there are too many, but always drawn by name. */
function rowsOf(board) {
    const from = (0,instant/* instantFromMs */.A0)(board.now - instant/* dayMs */.LP);
    const flows = new Set([...board.runsOf.keys(), ...board.gapsOf.keys()]);
    const all = [...flows]
        .map((flow) => rowOf(board, flow, from))
        .filter(({ bars, marks }) => bars.length > 0 || marks.length > 0)
        .sort(byFlow);
    const chosen = [...all]
        .sort((a, b) => Number(isTroubled(b)) - Number(isTroubled(a)) || byFlow(a, b))
        .slice(0, board_timeline_mostRows)
        .sort(byFlow);
    return { rows: chosen, left: all.length - chosen.length };
}
function byFlow(a, b) {
    return a.flow < b.flow ? -1 : a.flow > b.flow ? 1 : 0;
}
function isTroubled({ bars, marks }) {
    return bars.some(({ state }) => (0,state_words/* isBad */.e)(state)) || marks.some(({ outcome }) => outcome === 'missed');
}
function rowOf({ runsOf, gapsOf, now }, flow, from) {
    const bars = (runsOf.get(flow) ?? [])
        .map((run) => barOf(run, now))
        .filter((bar) => bar.to >= from && bar.from <= now)
        .slice(0, mostBarsInRow)
        .reverse();
    const marks = (gapsOf.get(flow) ?? [])
        .filter(({ to }) => to >= from)
        .map(({ outcome, from: first, to }) => ({ outcome, from: Math.max(first, from), to: Math.min(to, now) }));
    return { flow, bars, marks };
}
function barOf(run, now) {
    const end = (0,core_run/* isEnded */.pl)(run) ? run.phase.endedAt : now;
    return { id: run.id, state: run.phase.state, from: end - (0,run_report/* elapsedMs */.d5)(run, now), to: end };
}

;// CONCATENATED MODULE: ./src/report/board.ts









/** GitHub shows 512,000 bytes of a README and nothing behind them ("About READMEs"). The rows are few enough for half of that. */
const boardLimitBytes = 500_000;
/** The live overview: `README.md` of the state branch, which GitHub renders. The same input gives the same bytes. */
function renderBoard(input) {
    const board = (0,board_view/* viewOf */.du)(input);
    const items = attentionItems(board);
    const sections = [
        `# Headgate\n\n${totals(board)}`,
        attention(items),
        (0,board_flows/* flowTable */.vK)(board, new Set(items.flatMap(({ flow }) => flow ?? []))),
        timelinePicture(board),
        openRuns(board),
        recentRuns(board),
        gapTable(board),
        clockText(board),
    ];
    const text = `${sections.filter((section) => section !== '').join('\n\n')}\n`;
    return (0,visible/* cutBytes */.Uw)(text, boardLimitBytes, '\n\n… (cut; `headgate status` shows the rest)\n');
}
/** The files that the board shows, to lie beside it: path → text. */
function boardFiles(input) {
    return timelineFiles((0,board_view/* viewOf */.du)(input));
}
function totals({ state, registry }) {
    const open = [...state.runs.values()].filter((run) => !(0,core_run/* isEnded */.pl)(run)).length;
    const skipped = (0,board_view/* gapCount */.Yq)(state.gaps, 'skipped');
    const missed = (0,board_view/* gapCount */.Yq)(state.gaps, 'missed');
    const slots = `${(0,report_words/* countWords */.rj)(skipped, 'slot')} skipped and ${missed} missed lately`;
    return `${(0,report_words/* countWords */.rj)(registry.deployments.size, 'flow')}, ${(0,report_words/* countWords */.rj)(open, 'open run')}, ${slots}. Every slot up to ${(0,report_words/* instantWords */.lJ)(state.mark)} is accounted for.`;
}

;// CONCATENATED MODULE: ./src/engine/record.ts









/** A race is lost at most this often before the tick leaves the work to the winner. */
const mostRaces = 8;
const firstPauseMs = 100;
const longestPauseMs = 2_000;
/**
 * Writes what `edit` makes of the newest snapshot, by compare-and-swap: a lost race loads again and asks `edit` again,
 * so nothing is ever decided on a state that somebody else has replaced.
 */
async function record(world, start, { style, edit }) {
    let snapshot = start;
    for (let race = 0; race < mostRaces; race += 1) {
        const change = edit(snapshot);
        if (change === undefined)
            return { snapshot, isChanged: false };
        const written = await write(world, snapshot, { change, style });
        if (written !== undefined)
            return { snapshot: written, isChanged: true };
        await world.clock.sleep(pauseMs(race, `${world.clock.now()} ${snapshot.version}`));
        snapshot = await world.state.load(world.clock.now());
    }
    throw new problem/* RefusedError */.fk({
        code: 'E_STATE_BUSY',
        message: `Other ticks changed the state ${mostRaces} times while this one tried to.`,
        fix: 'Try again. Workflows that write state wait for each other in one `concurrency` group.',
    });
}
/** Undefined: somebody else was first. */
async function write(world, base, { change, style }) {
    assertPromises(base.state, change.state);
    const now = world.clock.now();
    const registry = change.registry ?? base.registry;
    const stamped = (0,check_claims/* stampClaims */.fD)(base.state, change.state, base.version);
    const followed = (0,troubles/* followTroubles */.I)(base.state, stamped, { registry, now });
    const state = { ...followed, sequence: base.state.sequence + 1 };
    const { text: board, files } = boardOf(world, { state, registry, now, ...style });
    const answer = await world.state.commit({
        base: base.version,
        registry,
        state,
        board,
        files,
        message: change.message,
        at: now,
        pages: change.pages ?? new Map(),
    });
    if (answer.kind === 'lost') {
        world.log.info(`Another process wrote the state first, at ${(0,instant/* isoOf */.dF)(now)}: deciding again.`);
        return undefined;
    }
    if (answer.warning !== undefined)
        world.log.warn((0,problem/* describeProblem */.BJ)(answer.warning));
    return { version: answer.version, registry, state };
}
/** The state is what counts: a board that cannot be drawn must not keep it from being written. */
function boardOf({ log }, input) {
    try {
        return { text: renderBoard(input), files: boardFiles(input) };
    }
    catch (error) {
        const fault = (0,core_fault/* faultWords */._)(error);
        log.warn(`W_BOARD_UNMADE The board could not be drawn: ${fault}. The state is written without it. This is a bug of Headgate: please report it.`);
        return { text: unmadeBoard(fault), files: new Map() };
    }
}
function unmadeBoard(fault) {
    return `# Headgate\n\nThe board could not be drawn; \`headgate status\` shows what the state says.\n\n${(0,report_text/* codeSpan */.SS)(fault)}\n`;
}
/** Full jitter: racing processes that wait equally long would only meet again. */
function pauseMs(race, seed) {
    const share = Number.parseInt((0,digest/* sha256 */.s)(seed).slice(0, 8), 16) / 0xffff_ffff;
    return Math.round(Math.min(firstPauseMs * 2 ** race, longestPauseMs) * share);
}


/***/ }),

/***/ 983:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ setWakeUp)
/* harmony export */ });
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2531);
/* harmony import */ var _core_wake_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8562);



/** What a clock is set to must still lie ahead when it gets there. */
const leadMs = 20 * _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj;
/** How soon a tick should go on with what this one had to leave: slots at once, checks when GitHub takes them again. */
const restMs = { slots: _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2, checks: 5 * _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2 };
/**
 * Sets the clock outside to the next moment that has something for a tick to do, and writes nothing if it is set to that
 * already. Only speed depends on it, since the clock keeps its slow rate beside it: no failure here is one of the tick.
 */
async function setWakeUp(world, snapshot, rest) {
    if (world.wakeUps === undefined)
        return;
    const now = world.clock.now();
    const wanted = earlier((0,_core_wake_js__WEBPACK_IMPORTED_MODULE_2__/* .nextWakeUp */ .n)(snapshot.state, snapshot.registry, now), rest === undefined ? undefined : { at: (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .plusMs */ .f9)(now, restMs[rest]), isExact: false });
    if (wanted === undefined)
        return;
    const at = wholeMinute(Math.max(wanted.at, now + leadMs));
    try {
        const planned = await world.wakeUps.planned();
        if (!(await isMovable(world, { snapshot, now, planned, wanted: { ...wanted, at } })))
            return;
        await world.wakeUps.plan(at);
        world.log.info(`The clock is set to ${(0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .isoOf */ .dF)(at)}.`);
    }
    catch (error) {
        const said = error instanceof _core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .RefusedError */ .fk ? (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .describeProblem */ .BJ)(error.problem) : String(error);
        world.log.warn(`W_WAKE_UP The clock could not be set to ${(0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .isoOf */ .dF)(at)}, so its own rate holds: ${said}`);
    }
}
function earlier(a, b) {
    if (a === undefined || b === undefined)
        return a ?? b;
    return b.at < a.at ? b : a;
}
async function isMovable(world, { snapshot, now, planned, wanted }) {
    if (planned === wanted.at)
        return false;
    if (planned === undefined || planned <= now || planned > wanted.at)
        return true;
    if (!wanted.isExact)
        return false;
    // Somebody who knows of more may have asked for the earlier moment, such as a deploy that ended meanwhile.
    return (await world.state.load(now)).version === snapshot.version;
}
/** Clocks outside keep whole minutes. */
function wholeMinute(ms) {
    return (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantFromMs */ .A0)(Math.ceil(ms / _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2) * _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2);
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
