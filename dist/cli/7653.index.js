export const id = 7653;
export const ids = [7653];
export const modules = {

/***/ 3866:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qi: () => (/* binding */ awaitedEnds),
/* harmony export */   gg: () => (/* binding */ meetingsOf),
/* harmony export */   n$: () => (/* binding */ followersOf)
/* harmony export */ });
/* unused harmony export upstreamFlows */
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3484);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(973);


/** The flows that wait for others, each with the flows it waits for once. */
function followingIn({ deployments }) {
    return [...deployments.values()].flatMap((deployment) => {
        const { after } = deployment.policy;
        if (deployment.retiredAt !== undefined || after === undefined)
            return [];
        return [{ deployment, after: { ...after, flows: [...new Set(after.flows)] } }];
    });
}
/** What the ends of `ended` set off in flows that wait for one other: a run for each, with its slot if it has one. */
function followersOf(ended, registry) {
    const following = followingIn(registry).filter(({ after }) => after.flows.length === 1);
    if (following.length === 0 || ended.length === 0)
        return [];
    const endsOf = byFlow(ended);
    return following.flatMap(({ deployment, after }) => after.flows
        .flatMap((flow) => endsOf.get(flow) ?? [])
        .flatMap((run) => judged(deployment, after, { ended: [run], slot: (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .slotOf */ .SW)(run.cause) })));
}
/**
 * What the ends of `ended` set off in flows that wait for several others: one run for a slot, once all runs of that slot
 * of all of them have ended. None may be to come either: what they follow themselves has ended for that slot, too.
 */
function meetingsOf(ended, runs, registry) {
    const following = followingIn(registry).filter(({ after }) => after.flows.length > 1);
    if (following.length === 0 || ended.length === 0)
        return [];
    const endsOf = byFlow(ended);
    const ofSlot = slotIndex(runs);
    return following.flatMap(({ deployment, after }) => {
        const slots = after.flows.flatMap((flow) => endsOf.get(flow) ?? []).map(({ cause }) => (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .slotOf */ .SW)(cause));
        return [...new Set(slots)].flatMap((slot) => slot === undefined ? [] : meeting({ deployment, after }, { slot, ofSlot, registry }));
    });
}
function meeting({ deployment, after }, { slot, ofSlot, registry }) {
    const isDone = ofSlot(deployment.flow, slot).some(({ cause }) => cause.kind === 'upstream');
    const groups = after.flows.map((flow) => ofSlot(flow, slot));
    if (isDone || groups.some(({ length }) => length === 0))
        return [];
    const before = upstreamFlows(after.flows, registry).flatMap((flow) => ofSlot(flow, slot));
    if (!before.every(_run_js__WEBPACK_IMPORTED_MODULE_1__/* .isEnded */ .pl))
        return [];
    return judged(deployment, after, { ended: groups.flat().filter(_run_js__WEBPACK_IMPORTED_MODULE_1__/* .isEnded */ .pl), slot });
}
/** These flows and all that they follow. */
function upstreamFlows(flows, { deployments }) {
    const found = new Set(flows);
    for (const flow of found)
        for (const further of deployments.get(flow)?.policy.after?.flows ?? [])
            found.add(further);
    return [...found];
}
/** The run that follows bears the name of the first of these, by flow; it is caused by the last. */
function judged(deployment, after, { ended, slot }) {
    const { flow } = deployment;
    const [first] = ended.toSorted((a, b) => compare(a.flow, b.flow) || compare(a.id, b.id));
    const last = ended.toSorted((a, b) => a.phase.endedAt - b.phase.endedAt).at(-1);
    if (first === undefined || last === undefined)
        return [];
    const id = (0,_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .upstreamRunId */ .g3)(flow, first.id);
    if (!isAsAsked(after, ended))
        return slot === undefined ? [] : [{ kind: 'gap', flow, slot, id }];
    const cause = { kind: 'upstream', run: last.id, ...(slot === undefined ? {} : { slot }) };
    return [{ kind: 'run', deployment, id, cause, since: last.phase.endedAt }];
}
function compare(a, b) {
    return a === b ? 0 : a < b ? -1 : 1;
}
function byFlow(ended) {
    const ends = new Map();
    for (const run of ended) {
        const known = ends.get(run.flow);
        if (known === undefined)
            ends.set(run.flow, [run]);
        else
            known.push(run);
    }
    return ends;
}
/** The runs of a flow for a slot. */
function slotIndex(runs) {
    const index = new Map();
    for (const run of runs) {
        const slot = (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .slotOf */ .SW)(run.cause);
        if (slot === undefined)
            continue;
        const key = `${slot} ${run.flow}`;
        const known = index.get(key);
        if (known === undefined)
            index.set(key, [run]);
        else
            known.push(run);
    }
    return (flow, slot) => index.get(`${slot} ${flow}`) ?? [];
}
function isAsAsked(after, ended) {
    const states = ended.map(({ phase }) => phase.state);
    switch (after.when) {
        case 'finished':
            return true;
        case 'succeeded':
            return states.every((state) => state === 'succeeded');
        case 'failed':
            return states.some((state) => state === 'failed' || state === 'crashed' || state === 'timed-out');
    }
}
/**
 * Whether an ended run is still waited for by a flow that follows several: another run of its slot is open. Such an end
 * is not forgotten, however many came after it.
 */
function awaitedEnds(runs, registry) {
    const groups = new Map();
    for (const { after } of followingIn(registry)) {
        if (after.flows.length < 2)
            continue;
        const all = upstreamFlows(after.flows, registry);
        for (const flow of after.flows)
            groups.set(flow, [...(groups.get(flow) ?? []), all]);
    }
    if (groups.size === 0)
        return () => false;
    const open = new Set();
    for (const run of runs)
        if (!(0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .isEnded */ .pl)(run))
            open.add(`${(0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .slotOf */ .SW)(run.cause) ?? ''} ${run.flow}`);
    return ({ flow, cause }) => {
        const slot = (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .slotOf */ .SW)(cause);
        if (slot === undefined)
            return false;
        return (groups.get(flow) ?? []).some((all) => all.some((other) => open.has(`${slot} ${other}`)));
    };
}


/***/ }),

/***/ 105:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ requestRun),
/* harmony export */   GJ: () => (/* binding */ retryRun),
/* harmony export */   R7: () => (/* binding */ withRuns),
/* harmony export */   RC: () => (/* binding */ backfillRuns),
/* harmony export */   Su: () => (/* binding */ cancelRun),
/* harmony export */   Uf: () => (/* binding */ resolveRun),
/* harmony export */   VJ: () => (/* binding */ backfillFlow),
/* harmony export */   oE: () => (/* binding */ resumeFlow),
/* harmony export */   pS: () => (/* binding */ pauseFlow),
/* harmony export */   ps: () => (/* binding */ mostBackfillSlots),
/* harmony export */   qt: () => (/* binding */ backfillSize)
/* harmony export */ });
/* harmony import */ var _former_run_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5033);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3705);
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2362);
/* harmony import */ var _pause_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(906);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4341);
/* harmony import */ var _room_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1965);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(973);
/* harmony import */ var _slots_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5957);
/* harmony import */ var _stopping_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5630);









/** The same request again (a job that is run once more, an answer that was lost) finds its run there. */
function requestRun(state, deployment, request) {
    if (state.runs.has(request.id))
        return { kind: 'nothing', because: `run ${request.id} was requested already` };
    return withRoom(state, withRun(state, (0,_request_js__WEBPACK_IMPORTED_MODULE_7__/* .queuedRun */ .j)(deployment, request)));
}
/** A person's run does not wait in silence: where state has no room for it, that is said. */
function withRoom(before, after) {
    if ((0,_room_js__WEBPACK_IMPORTED_MODULE_4__/* .areWithinRoom */ .Tb)(after.runs.values()))
        return { kind: 'done', state: after };
    const open = [...before.runs.values()].filter((run) => !(0,_run_js__WEBPACK_IMPORTED_MODULE_8__/* .isEnded */ .pl)(run)).length;
    return {
        kind: 'impossible',
        because: `${open} runs are open, and there is no room in state for more`,
        fix: 'Wait until some have ended, cancel some, or give smaller parameters (the name of a file, not its content).',
        code: 'E_STATE_FULL',
    };
}
/** More slots than this at once would crowd everything else out of state. */
const mostBackfillSlots = 500;
/** A run for every slot in `[from, to]` of the flow's schedules that has none in state, and did not end before. */
function backfillFlow(state, deployment, { from, to, finished }, { by, at }) {
    const wanted = deployment.policy.schedules.flatMap((schedule) => (0,_slots_js__WEBPACK_IMPORTED_MODULE_5__/* .slotsBetween */ .iF)(schedule, (0,_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantFromMs */ .A0)(from - 1), to, mostBackfillSlots + 1).map((slot) => ({
        schedule,
        slot,
    })));
    if (wanted.length === 0) {
        return {
            kind: 'impossible',
            because: `flow ${deployment.flow} has no slot in this range`,
            fix: 'Look at `headgate schedule`.',
        };
    }
    const runs = new Map(state.runs);
    for (const { schedule, slot } of wanted) {
        const wantedSlot = { flow: deployment.flow, slot, parameters: schedule.parameters };
        const isThere = (known) => runs.has(known) || finished.has(known);
        const id = (0,_former_run_id_js__WEBPACK_IMPORTED_MODULE_0__/* .currentRunId */ .Uw)(deployment.policy, wantedSlot, isThere);
        const resolved = (0,_parameters_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveParameters */ .vA)(deployment.policy.parameters, schedule.parameters);
        if (runs.has(id) || finished.has(id) || resolved.kind === 'bad')
            continue;
        const cause = { kind: 'backfill', slot, by };
        runs.set(id, (0,_request_js__WEBPACK_IMPORTED_MODULE_7__/* .queuedRun */ .j)(deployment, { id, cause, parameters: resolved.parameters, at }));
    }
    if (runs.size === state.runs.size)
        return { kind: 'nothing', because: 'every slot of the range has its run already' };
    return withRoom(state, { ...state, runs });
}
/** The runs that a backfill is about, whether it makes them or found them there. */
function backfillRuns({ runs }, { flow, policy }, { from, to }) {
    return policy.schedules.flatMap((schedule) => (0,_slots_js__WEBPACK_IMPORTED_MODULE_5__/* .slotsBetween */ .iF)(schedule, (0,_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantFromMs */ .A0)(from - 1), to, mostBackfillSlots).map((slot) => (0,_former_run_id_js__WEBPACK_IMPORTED_MODULE_0__/* .currentRunId */ .Uw)(policy, { flow, slot, parameters: schedule.parameters }, (id) => runs.has(id))));
}
/** How many slots a backfill would cover, without listing them. */
function backfillSize({ policy }, { from, to }) {
    const after = (0,_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantFromMs */ .A0)(from - 1);
    return policy.schedules.reduce((sum, schedule) => sum + (0,_slots_js__WEBPACK_IMPORTED_MODULE_5__/* .countSlots */ .vf)(schedule, after, to), 0);
}
function cancelRun(state, registry, id, { by, at }) {
    const run = state.runs.get(id);
    if (run === undefined)
        return unknownRun(id);
    if ((0,_run_js__WEBPACK_IMPORTED_MODULE_8__/* .isEnded */ .pl)(run))
        return { kind: 'nothing', because: `run ${id} has ended: ${run.phase.state}` };
    if (run.cancel !== undefined)
        return { kind: 'nothing', because: `run ${id} is being cancelled` };
    const policy = registry.deployments.get(run.flow)?.policy;
    return {
        kind: 'done',
        state: withRun(state, (0,_stopping_js__WEBPACK_IMPORTED_MODULE_6__/* .applyStops */ .U)({ ...run, cancel: { cause: 'cancelled', at, by } }, policy, at)),
    };
}
/** Grants an ended run one more attempt, of the same deployment and with the same parameters. */
function retryRun(state, registry, id, { at }) {
    const run = state.runs.get(id);
    if (run === undefined)
        return unknownRun(id);
    if (!(0,_run_js__WEBPACK_IMPORTED_MODULE_8__/* .isEnded */ .pl)(run))
        return { kind: 'nothing', because: `run ${id} has not ended: ${run.phase.state}` };
    const deployment = registry.deployments.get(run.flow);
    if (deployment === undefined || deployment.retiredAt !== undefined) {
        return {
            kind: 'impossible',
            because: `flow ${run.flow} is not deployed any more`,
            fix: 'Deploy it again first.',
        };
    }
    const { cancel: _, ...kept } = run;
    return {
        kind: 'done',
        state: withRun(state, { ...kept, granted: run.granted + 1, phase: { state: 'queued', notBefore: at } }),
    };
}
/** What a person found out about a run of which no evidence was left. */
function resolveRun(state, id, as, { at }) {
    const run = state.runs.get(id);
    if (run === undefined)
        return unknownRun(id);
    if (run.phase.state !== 'unknown') {
        return {
            kind: 'impossible',
            because: `run ${id} is ${run.phase.state}, not unknown`,
            fix: 'Only unknown runs can be resolved.',
        };
    }
    return { kind: 'done', state: withRun(state, { ...run, phase: { state: as, endedAt: at } }) };
}
function pauseFlow(state, flow, { by, at }) {
    if (state.pauses.has(flow))
        return { kind: 'nothing', because: `flow ${flow} is paused already` };
    return { kind: 'done', state: { ...state, pauses: new Map(state.pauses).set(flow, { flow, at, by }) } };
}
function resumeFlow(state, flow, { at }) {
    const pause = state.pauses.get(flow);
    if (pause === undefined)
        return { kind: 'nothing', because: `flow ${flow} is not paused` };
    return { kind: 'done', state: (0,_pause_js__WEBPACK_IMPORTED_MODULE_3__/* .endPause */ .Gg)(state, pause, at) };
}
function withRun(state, run) {
    return withRuns(state, new Map([[run.id, run]]));
}
/** All changes in one copy: there can be ten thousand runs, and a thousand that change at once. */
function withRuns(state, changed) {
    if (changed.size === 0)
        return state;
    const runs = new Map(state.runs);
    for (const [id, run] of changed)
        runs.set(id, run);
    return { ...state, runs };
}
function unknownRun(id) {
    return {
        kind: 'impossible',
        because: `there is no run ${id} in state`,
        fix: 'Take its id from its check, or from `headgate status <flow>`, which shows the newest run of a flow.',
        code: 'E_RUN_UNKNOWN',
    };
}


/***/ }),

/***/ 8243:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ decide)
});

;// CONCATENATED MODULE: ./src/core/capacity.ts
const lostToSpot = new Set(['spot', 'capacity']);
/**
 * What the next launch of a run is asked for; undefined: its flow has nothing to do with spot. Spot failed an attempt
 * that it interrupted, and a try for which it had no capacity. A run that has left spot once does not return: what is
 * late already is to end.
 */
function capacityOf({ attempts }, policy) {
    if (policy?.spot !== true)
        return undefined;
    const { spotFallbackAfter = Number.POSITIVE_INFINITY } = policy;
    const hasLeft = attempts.some(({ capacity }) => capacity === 'on-demand');
    return hasLeft || spotFailures(attempts) >= spotFallbackAfter ? 'on-demand' : 'spot';
}
/** How often spot failed these attempts. */
function spotFailures(attempts) {
    return attempts.reduce((sum, attempt) => sum + failuresOf(attempt), 0);
}
function failuresOf({ capacity, ending, launchTry, handle }) {
    if (capacity === 'on-demand')
        return 0;
    // Without a handle and without an end, it was declined so far, once for each try.
    if (ending === undefined)
        return handle === undefined ? launchTry : 0;
    if (!lostToSpot.has(ending.class))
        return 0;
    return handle === undefined ? launchTry : 1;
}

// EXTERNAL MODULE: ./src/core/reconcile.ts + 1 modules
var reconcile = __webpack_require__(5701);
// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __webpack_require__(973);
;// CONCATENATED MODULE: ./src/core/admission.ts



/** Runs in the order in which they may start: by slot or request, the oldest first; a backfill lets all others go before. */
function inOrder(runs) {
    const rank = (run) => ((0,core_run/* isWaitingBackfill */.S3)(run) ? 1 : 0);
    const time = (run) => (0,core_run/* slotOf */.SW)(run.cause) ?? run.createdAt;
    return [...runs].sort((a, b) => rank(a) - rank(b) || time(a) - time(b) || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}
/** Decides which queued runs start now, within every limit. The result is the same for the same runs, however they came. */
function admit(runs, registry, limits, now) {
    const open = inOrder([...runs].filter((run) => !(0,core_run/* isEnded */.pl)(run)));
    const usage = usageOf(open, registry);
    const firstOpen = firstOpenOf(open);
    const admitted = [];
    const waiting = new Map();
    for (const run of open) {
        if (run.phase.state !== 'queued')
            continue;
        const wait = admitted.length >= limits.launchesPerTick ? 'launches-per-tick' : waitOf(run, run.phase.notBefore);
        if (wait === undefined) {
            const intended = intend(run, registry.deployments.get(run.flow)?.policy, now);
            usage.add(intended);
            admitted.push(intended);
        }
        else
            waiting.set(run.id, wait);
    }
    return { admitted, waiting };
    function waitOf(run, notBefore) {
        if (notBefore > now)
            return 'not-before';
        const policy = registry.deployments.get(run.flow)?.policy;
        if (policy?.overlap !== 'allow' && (firstOpen.get(run.flow) !== run.id || usage.isActive(run.flow)))
            return 'overlap';
        if (usage.running() >= limits.running)
            return 'running';
        return isGroupFull(policy?.concurrency) ? 'group' : undefined;
    }
    function isGroupFull(group) {
        return group !== undefined && usage.activeIn(group.group) >= group.limit;
    }
}
/** The oldest open run of each flow: unless its flow allows overlap, only this one may start. */
function firstOpenOf(open) {
    const first = new Map();
    for (const run of open)
        if (!first.has(run.flow))
            first.set(run.flow, run.id);
    return first;
}
/** Counted from the runs themselves in every tick, never kept: a counter could drift from the truth. */
function usageOf(open, registry) {
    const active = new Set();
    const activeIn = new Map();
    let running = 0;
    const usage = {
        add(run) {
            running += 1;
            active.add(run.flow);
            const group = groupOf(run, registry);
            if (group !== '')
                activeIn.set(group, (activeIn.get(group) ?? 0) + 1);
        },
        running: () => running,
        activeIn: (group) => activeIn.get(group) ?? 0,
        isActive: (flow) => active.has(flow),
    };
    for (const run of open)
        if (run.phase.state !== 'queued')
            usage.add(run);
    return usage;
}
/** A run stays in the group that it was started in, whichever its flow is moved to meanwhile. Empty: in none. */
function groupOf({ flow, attempts }, { deployments }) {
    return attempts.at(-1)?.group ?? deployments.get(flow)?.policy.concurrency?.group ?? '';
}
/** The intent of the next launch. An attempt that was only declined so far goes on; else a new one begins. */
function intend(run, policy, now) {
    const last = run.attempts.at(-1);
    const capacity = capacityOf(run, policy);
    const attempt = last !== undefined && last.ending === undefined
        ? (0,reconcile/* sameOrNextTry */.AL)(last, now)
        : { number: (last?.number ?? 0) + 1, launchTry: 1, intendedAt: now };
    const group = policy?.concurrency?.group ?? '';
    const chosen = { ...attempt, group, ...(capacity === undefined ? {} : { capacity }) };
    return { ...(0,reconcile/* withAttempt */.sw)(run, chosen), phase: { state: 'launching' } };
}

// EXTERNAL MODULE: ./src/core/after.ts
var core_after = __webpack_require__(3866);
// EXTERNAL MODULE: ./src/core/draft.ts + 2 modules
var core_draft = __webpack_require__(3077);
// EXTERNAL MODULE: ./src/core/due.ts
var core_due = __webpack_require__(3758);
// EXTERNAL MODULE: ./src/core/former-run-id.ts
var former_run_id = __webpack_require__(5033);
// EXTERNAL MODULE: ./src/core/identity.ts
var identity = __webpack_require__(3484);
// EXTERNAL MODULE: ./src/core/pause.ts
var pause = __webpack_require__(906);
// EXTERNAL MODULE: ./src/core/prune.ts
var prune = __webpack_require__(856);
// EXTERNAL MODULE: ./src/core/room.ts
var room = __webpack_require__(1965);
// EXTERNAL MODULE: ./src/core/state.ts + 1 modules
var core_state = __webpack_require__(3475);
// EXTERNAL MODULE: ./src/core/stopping.ts
var stopping = __webpack_require__(5630);
;// CONCATENATED MODULE: ./src/core/decide.ts












/**
 * The heart of a tick: from what is remembered, deployed and seen, to what is to be remembered. Launches and stops are
 * not returned: they are the intents in the new state, so that whoever holds the state can carry them out.
 */
function decide(question) {
    const { state, registry, now } = question;
    const draft = (0,core_draft/* draftOf */.bz)(question, state.runs, (run) => followRun(run, question));
    const due = startDueSlots(draft);
    (0,core_draft/* startDownstream */.TQ)(draft);
    const { admitted, waiting } = admit(draft.runs.values(), registry, question.limits, now);
    for (const run of admitted)
        draft.runs.set(run.id, run);
    const runs = (0,prune/* pruneRuns */.lq)(draft.runs, now, (0,core_after/* awaitedEnds */.Qi)(draft.runs.values(), registry));
    const isChanged = draft.gaps.length > 0 || !haveSameRuns(runs, state.runs);
    const after = isChanged ? advanced(state, { runs, gaps: draft.gaps, due }) : state;
    return { state: after, gaps: draft.gaps, waiting, isBehind: due.mark < now };
}
function advanced(state, { runs, gaps, due }) {
    const { partial: _, pastPauses: before, ...rest } = state;
    const reached = furthest(state, due);
    const pastPauses = (0,pause/* forgetPauses */.Xk)(before, runs, (flow) => (0,core_state/* accountedUntil */.dt)(reached, flow));
    return {
        ...rest,
        runs,
        gaps: (0,prune/* addGaps */.Vw)(state.gaps, gaps),
        ...reached,
        ...(pastPauses === undefined ? {} : { pastPauses }),
    };
}
/** The clock of the machine before this one may have been ahead: what it accounted for stays accounted for. */
function furthest(state, due) {
    const mark = due.mark > state.mark ? due.mark : state.mark;
    const partial = due.mark > state.mark ? due.partial : (due.partial ?? state.partial);
    return partial === undefined ? { mark } : { mark, partial };
}
/** One open run: what was seen of it, then timeouts and cancels. A flow that is gone keeps its runs, but starts none. */
function followRun(run, { registry, seen, now, repository }) {
    const deployment = registry.deployments.get(run.flow);
    const policy = deployment?.retiredAt === undefined ? deployment?.policy : undefined;
    const startedBy = ({ number }) => (0,identity/* startedByOf */.wK)({ repository, flow: run.flow, run: run.id, attempt: number });
    const followed = (0,reconcile/* reconcile */.Lq)(run, { policy, startedBy, seen, now });
    if (policy === undefined && followed.phase.state === 'queued')
        return { ...followed, phase: { state: 'cancelled', endedAt: now } };
    return (0,stopping/* applyStops */.U)(followed, isTimed(followed, seen) ? deployment?.policy : undefined, now);
}
/** To be late with its start, an attempt must be seen without one: what could not be asked about may have started long ago. */
function isTimed(run, { sightings }) {
    const attempt = run.attempts.at(-1);
    return attempt?.startedAt !== undefined || sightings.get(attempt?.handle ?? '')?.kind === 'starting';
}
function startDueSlots(draft) {
    const { state, registry, now } = draft.ground;
    const due = (0,core_due/* dueSlots */.G)(registry, state, now, (0,room/* roomBeside */._W)(draft.runs.values()));
    // One by one: a call takes no hundred thousand arguments.
    for (const gap of due.gaps)
        draft.gaps.push(gap);
    (0,core_draft/* enqueue */.Z2)(draft, due.slots.flatMap((slot) => wantedSlot(draft, slot)));
    return due;
}
function wantedSlot({ ground, runs }, due) {
    const deployment = ground.registry.deployments.get(due.flow);
    if (deployment === undefined)
        return [];
    const id = (0,former_run_id/* currentRunId */.Uw)(deployment.policy, due, (known) => runs.has(known));
    return [{ deployment, id, cause: { kind: 'slot', slot: due.slot }, given: due.parameters }];
}
function haveSameRuns(a, b) {
    return a.size === b.size && [...a].every(([id, run]) => b.get(id) === run);
}


/***/ }),

/***/ 3077:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bz: () => (/* binding */ draftOf),
  Z2: () => (/* binding */ enqueue),
  uB: () => (/* binding */ followEnds),
  TQ: () => (/* binding */ startDownstream)
});

// EXTERNAL MODULE: ./src/core/after.ts
var after = __webpack_require__(3866);
// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __webpack_require__(973);
// EXTERNAL MODULE: ./src/core/series.ts
var core_series = __webpack_require__(2395);
;// CONCATENATED MODULE: ./src/core/contenders.ts


function contendersAmong(runs) {
    const contenders = { ofPeople: new Map(), bySeries: new Map() };
    for (const run of runs)
        addContender(contenders, run);
    return contenders;
}
function addContender({ ofPeople, bySeries }, run) {
    if ((0,core_run/* isEnded */.pl)(run) || run.cause.kind === 'backfill')
        return;
    if (run.cause.kind === 'manual') {
        ofPeople.set(run.id, run);
        return;
    }
    const key = (0,core_series/* seriesOf */.L)(run.parameters);
    const series = bySeries.get(key) ?? new Map();
    bySeries.set(key, series.set(run.id, run));
}
/** One that is being cancelled to make room does so for all. */
function dropContender({ bySeries }, run) {
    bySeries.get((0,core_series/* seriesOf */.L)(run.parameters))?.delete(run.id);
}
/** Those that stand against a new run: people's, and those of its series for another instant. */
function* standingAgainst({ ofPeople, bySeries }, series, slot) {
    for (const run of bySeries.get(series)?.values() ?? []) {
        const own = (0,core_run/* slotOf */.SW)(run.cause);
        if (own === undefined || own !== slot)
            yield openRunOf(run);
    }
    for (const run of ofPeople.values())
        yield openRunOf(run);
}
function openRunOf({ id, phase, attempts, cause }) {
    const isWaiting = phase.state === 'queued' && attempts.length === 0;
    return { id, isWaiting, isOfPerson: cause.kind === 'manual' };
}

;// CONCATENATED MODULE: ./src/core/overlap.ts
/** What a new slot does, given the open runs that stand against it; most policies look at few of them. */
function judgeOverlap(policy, open) {
    switch (policy) {
        case 'skip':
            return isAny(open, () => true) ? { kind: 'skip', because: 'overlap' } : { kind: 'queue' };
        case 'buffer-one':
            return isAny(open, ({ isWaiting }) => isWaiting)
                ? { kind: 'skip', because: 'buffered' }
                : { kind: 'queue' };
        case 'buffer-all':
        case 'allow':
            return { kind: 'queue' };
        case 'cancel-other': {
            const runs = [...open].flatMap(({ id, isOfPerson }) => (isOfPerson ? [] : [id]));
            return runs.length === 0 ? { kind: 'queue' } : { kind: 'replace', runs };
        }
    }
}
function isAny(open, isSuch) {
    for (const run of open)
        if (isSuch(run))
            return true;
    return false;
}

// EXTERNAL MODULE: ./src/core/parameters.ts
var core_parameters = __webpack_require__(2362);
// EXTERNAL MODULE: ./src/core/pause.ts
var pause = __webpack_require__(906);
// EXTERNAL MODULE: ./src/core/prune.ts
var prune = __webpack_require__(856);
// EXTERNAL MODULE: ./src/core/request.ts
var request = __webpack_require__(4341);
// EXTERNAL MODULE: ./src/core/stopping.ts
var stopping = __webpack_require__(5630);
;// CONCATENATED MODULE: ./src/core/draft.ts










/** With all runs of a state; the open ones as `follow` makes them. */
function draftOf(ground, runs, follow) {
    const draft = { ground, runs: new Map(runs), byFlow: new Map(), contenders: new Map(), gaps: [] };
    for (const run of runs.values())
        if (!(0,core_run/* isEnded */.pl)(run))
            enter(draft, follow(run));
    return draft;
}
function enter(draft, run) {
    draft.runs.set(run.id, run);
    const ids = draft.byFlow.get(run.flow);
    if (ids === undefined)
        draft.byFlow.set(run.flow, new Set([run.id]));
    else
        ids.add(run.id);
    const contenders = draft.contenders.get(run.flow);
    if (contenders !== undefined)
        addContender(contenders, run);
}
/**
 * What follows from runs that ended other than by a decision: a launch that was refused, a cancel, the word of a person.
 * No later tick would notice: for it, they had ended before.
 */
function followEnds(after, ground) {
    if (after === ground.state)
        return after;
    const draft = draftOf(ground, after.runs, (run) => run);
    startDownstream(draft);
    if (draft.runs.size === after.runs.size && draft.gaps.length === 0)
        return after;
    return { ...after, runs: draft.runs, gaps: (0,prune/* addGaps */.Vw)(after.gaps, draft.gaps) };
}
/** What the runs that ended in this draft set off; a run that is superseded on the way may set off more. */
function startDownstream(draft) {
    const { state, registry } = draft.ground;
    const done = new Set();
    for (;;) {
        const ended = [...draft.runs.values()]
            .filter(core_run/* isEnded */.pl)
            .filter((run) => !done.has(run.id) && state.runs.get(run.id)?.phase.state !== run.phase.state);
        if (ended.length === 0)
            return;
        for (const run of ended)
            done.add(run.id);
        for (const next of (0,after/* followersOf */.n$)(ended, registry))
            startOne(draft, next);
        for (const next of (0,after/* meetingsOf */.gg)(ended, draft.runs.values(), registry))
            startOne(draft, next);
    }
}
/** Of the followers each in its turn: what they follow ended one after the other. */
function startOne(draft, next) {
    if (draft.runs.has(next.id))
        return;
    if (next.kind === 'gap') {
        addGap(draft, next, 'upstream');
        return;
    }
    const { deployment, id, cause, since } = next;
    const { flow } = deployment;
    if ((0,pause/* isPausedAt */._5)(draft.ground.state, flow, since))
        addGap(draft, { flow, slot: (0,core_run/* slotOf */.SW)(cause) ?? draft.ground.now }, 'paused');
    else
        enqueue(draft, [{ deployment, id, cause, given: {} }]);
}
/**
 * Queues runs that come together, unless they exist or overlap says otherwise. Each is held against what was open before,
 * and none against another of them: what one catch-up makes up for runs one after the other.
 */
function enqueue(draft, wanted) {
    const isAsked = new Set();
    const queued = wanted.flatMap((one) => {
        if (draft.runs.has(one.id) || isAsked.has(one.id))
            return [];
        isAsked.add(one.id);
        return enqueueOne(draft, one) ?? [];
    });
    for (const run of queued)
        enter(draft, run);
}
function enqueueOne(draft, wanted) {
    const { now } = draft.ground;
    const { deployment, id, cause } = wanted;
    const verdict = judgeWanted(draft, wanted);
    if (verdict.kind === 'gap') {
        addGap(draft, { flow: deployment.flow, slot: (0,core_run/* slotOf */.SW)(cause) ?? now }, verdict.because);
        return undefined;
    }
    for (const other of verdict.replaced)
        supersede(draft, other);
    return (0,request/* queuedRun */.j)(deployment, { id, cause, parameters: verdict.parameters, at: now });
}
function judgeWanted(draft, { deployment, cause, given }) {
    const { flow, policy } = deployment;
    const resolved = (0,core_parameters/* resolveParameters */.vA)(policy.parameters, given);
    if (resolved.kind === 'bad')
        return { kind: 'gap', because: 'parameters' };
    const { parameters } = resolved;
    if (!waitsForOthers(policy.overlap))
        return { kind: 'run', parameters, replaced: [] };
    const open = standingAgainst(contendersOf(draft, flow), (0,core_series/* seriesOf */.L)(parameters), (0,core_run/* slotOf */.SW)(cause));
    const overlap = judgeOverlap(policy.overlap, open);
    if (overlap.kind === 'skip')
        return { kind: 'gap', because: overlap.because };
    return { kind: 'run', parameters, replaced: overlap.kind === 'replace' ? overlap.runs : [] };
}
/** Whether open runs say anything: thousands of slots of one flow must not each be held against all the others. */
function waitsForOthers(overlap) {
    return overlap !== 'allow' && overlap !== 'buffer-all';
}
function contendersOf(draft, flow) {
    const known = draft.contenders.get(flow);
    if (known !== undefined)
        return known;
    const ids = [...(draft.byFlow.get(flow) ?? [])];
    const made = contendersAmong(ids.flatMap((id) => draft.runs.get(id) ?? []));
    draft.contenders.set(flow, made);
    return made;
}
function supersede(draft, id) {
    const run = draft.runs.get(id);
    const { now, registry } = draft.ground;
    if (run === undefined)
        return;
    dropContender(contendersOf(draft, run.flow), run);
    const cancelled = { ...run, cancel: run.cancel ?? { cause: 'superseded', at: now } };
    draft.runs.set(id, (0,stopping/* applyStops */.U)(cancelled, registry.deployments.get(run.flow)?.policy, now));
}
const missedReasons = new Set(['parameters', 'window']);
function addGap(draft, { flow, slot }, because) {
    const outcome = missedReasons.has(because) ? 'missed' : 'skipped';
    draft.gaps.push({ flow, outcome, because, from: slot, to: slot, count: 1 });
}


/***/ }),

/***/ 5033:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gc: () => (/* binding */ formerIdOf),
/* harmony export */   Uw: () => (/* binding */ currentRunId)
/* harmony export */ });
/* unused harmony export formerRunId */
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3484);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(973);
/* harmony import */ var _series_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2395);



/** Undefined: its id is what it always was, or another schedule's run bore the former id in its place. */
function formerRunId({ schedules }, { flow, slot, parameters }) {
    const former = (0,_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .formerSlotRunId */ .Gy)(flow, slot, parameters);
    if (former === (0,_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .slotRunId */ .dz)(flow, slot, parameters))
        return undefined;
    const first = schedules.find((schedule) => (0,_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .formerSlotRunId */ .Gy)(flow, slot, schedule.parameters) === former);
    return first !== undefined && (0,_series_js__WEBPACK_IMPORTED_MODULE_1__/* .seriesOf */ .L)(first.parameters) !== (0,_series_js__WEBPACK_IMPORTED_MODULE_1__/* .seriesOf */ .L)(parameters) ? undefined : former;
}
/** The same of a run, by the schedule that gives it its slot. */
function formerIdOf(run, policy) {
    const { flow, cause } = run;
    const slot = (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .slotOf */ .SW)(cause);
    if (policy === undefined || slot === undefined || cause.kind === 'upstream')
        return undefined;
    const schedule = policy.schedules.find(({ parameters }) => (0,_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .slotRunId */ .dz)(flow, slot, parameters) === run.id);
    return schedule && formerRunId(policy, { flow, slot, parameters: schedule.parameters });
}
/** The id of a slot's run: the former one where that is there already. */
function currentRunId(policy, slot, isThere) {
    const former = formerRunId(policy, slot);
    if (former !== undefined && isThere(former))
        return former;
    return (0,_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .slotRunId */ .dz)(slot.flow, slot.slot, slot.parameters);
}


/***/ }),

/***/ 5701:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  di: () => (/* binding */ adopt),
  e1: () => (/* binding */ isReplayable),
  Is: () => (/* binding */ isSettled),
  Lq: () => (/* binding */ reconcile),
  AL: () => (/* binding */ sameOrNextTry),
  G9: () => (/* binding */ settle),
  sw: () => (/* binding */ withAttempt)
});

// UNUSED EXPORTS: nextTry

// EXTERNAL MODULE: ./src/core/ending.ts
var core_ending = __webpack_require__(4689);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
;// CONCATENATED MODULE: ./src/core/exit-code.ts

/** Exit code of coreutils' `timeout`, which the image holds around the program of a flow, and which programs may use too. */
const timeoutExitCode = 124;
/** What shells, `timeout` and container runtimes say of a program that is not there or cannot be executed. */
const notStartedExitCodes = new Set([126, 127]);
/** ECS says when a task started and ended to a few seconds; a shell takes no longer to find that a program is not there. */
const startMs = 15 * instant/* secondMs */.fj;
const slackMs = 30 * instant/* secondMs */.fj;
/** What a program that ended with a code of its own ended of: how long it ran is part of the evidence. */
function judgeExit(ending, evidence) {
    if (ending.class !== 'exit-code' || ending.exitCode === undefined)
        return ending;
    const judged = classOfExit(ending.exitCode, ending.at, evidence);
    return judged === ending.class ? ending : { ...ending, class: judged };
}
function classOfExit(exitCode, endedAt, { startedAt, policy }) {
    const ranMs = startedAt === undefined ? undefined : endedAt - startedAt;
    if (exitCode === timeoutExitCode && policy !== undefined && ranMs !== undefined) {
        const limitMs = policy.timeout.runSeconds * instant/* secondMs */.fj;
        if (ranMs + Math.min(slackMs, limitMs / 2) >= limitMs)
            return 'run-timeout';
    }
    if (notStartedExitCodes.has(exitCode) && (ranMs === undefined || ranMs <= startMs))
        return 'cannot-start';
    return 'exit-code';
}

// EXTERNAL MODULE: ./src/core/retries.ts
var retries = __webpack_require__(9482);
;// CONCATENATED MODULE: ./src/core/reconcile.ts




/**
 * ECS may answer MISSING for a task that exists: its API is eventually consistent, for up to five minutes by its own
 * advice (ECS API reference, RunTask). Only after that, and more than one look, may a missing task count as lost.
 */
const graceMs = 5 * instant/* minuteMs */.J2;
const graceTicks = 3;
/**
 * An ECS client token may lapse one hour after a short task ended (ECS API reference, "Ensuring idempotency"). An older
 * intent is looked up, never replayed.
 */
const replayableMs = 50 * instant/* minuteMs */.J2;
/**
 * From the last moment at which a launch can have been sent until a look surely shows it: the same five minutes, and the
 * time that a slow tick takes. A look before that which finds nothing says nothing.
 */
const settleMs = 2 * graceMs;
function isReplayable(attempt, now) {
    return now - attempt.intendedAt < replayableMs;
}
/** Whether every tick that may have sent an intent has ended, and a look shows what came of it. */
function isSettled(attempt, now) {
    return now - attempt.intendedAt >= settleMs;
}
/** Corrects the record of an open run by what was seen, and settles it if its attempt ended. */
function reconcile(run, context) {
    const attempt = run.attempts.at(-1);
    if (attempt === undefined || attempt.ending !== undefined)
        return run;
    const seen = attempt.handle === undefined ? lookUp(run, attempt, context) : watch(attempt, context);
    if (seen === attempt)
        return run;
    return settle(withAttempt(run, seen), context);
}
function watch(attempt, context) {
    const sighting = context.seen.sightings.get(attempt.handle ?? '');
    if (sighting === undefined)
        return attempt;
    return sighting.kind === 'missing'
        ? judgeMissing(attempt, context)
        : withSighting(attempt, sighting, context.policy);
}
/** An attempt of which ECS knows nothing: adopt what the event log knows, or wait, or give it up as unknown. */
function judgeMissing(attempt, context) {
    const { now } = context;
    const look = context.seen.looks.get(context.startedBy(attempt));
    if (look === undefined)
        return attempt;
    const found = look.found.find(({ handle }) => handle === attempt.handle);
    if (found !== undefined && found.sighting.kind !== 'missing')
        return withSighting(attempt, found.sighting, context.policy);
    const since = attempt.missing?.since ?? now;
    const ticks = (attempt.missing?.ticks ?? 0) + 1;
    const isLost = now - attempt.intendedAt >= graceMs && now - since >= graceMs && ticks >= graceTicks;
    if (isLost)
        return { ...attempt, ending: { class: 'no-evidence', at: now } };
    return { ...attempt, missing: { since, ticks } };
}
/** An intent whose launch nobody confirmed: adopt what it started, wait, move to a new try, or give it up as unknown. */
function lookUp(run, attempt, context) {
    const { now } = context;
    const look = context.seen.looks.get(context.startedBy(attempt));
    if (look === undefined)
        return attempt;
    const [first] = look.found;
    if (first !== undefined)
        return adopt(attempt, first, context.policy);
    if (run.phase.state === 'queued')
        return attempt;
    const cancelledAt = attempt.stop?.at ?? run.cancel?.at;
    if (now < (cancelledAt ?? attempt.intendedAt + replayableMs) + settleMs)
        return attempt;
    if (!look.isConclusive)
        return ended(attempt, 'no-evidence', now);
    if (cancelledAt !== undefined)
        return ended(attempt, 'cancelled', now);
    return nextTry(attempt, now);
}
/** The next offer of an attempt, under a token of its own. */
function nextTry({ sends: _, ...attempt }, now) {
    return { ...attempt, launchTry: attempt.launchTry + 1, intendedAt: now };
}
/** A try that nobody has sent under its token is the same try, however often: being cut off declines nothing. */
function sameOrNextTry(attempt, now) {
    if (attempt.sends !== 0)
        return nextTry(attempt, now);
    const { sends: _, ...same } = attempt;
    return { ...same, intendedAt: now };
}
/** An intent whose task was found. */
function adopt(attempt, { handle, sighting }, policy) {
    return withSighting({ ...attempt, handle }, sighting, policy);
}
function ended(attempt, endingClass, at) {
    return { ...attempt, ending: { class: endingClass, at } };
}
function withSighting(attempt, sighting, policy) {
    const { missing: _, ...known } = attempt;
    switch (sighting.kind) {
        case 'missing':
            return attempt;
        case 'starting':
            return attempt.missing === undefined ? attempt : known;
        case 'running':
            return attempt.startedAt === sighting.startedAt && attempt.missing === undefined
                ? attempt
                : { ...known, startedAt: sighting.startedAt };
        case 'ended': {
            const startedAt = sighting.startedAt ?? attempt.startedAt;
            return {
                ...known,
                ...(startedAt === undefined ? {} : { startedAt }),
                ending: underStop(judgeExit(sighting.ending, { startedAt, policy }), attempt),
            };
        }
    }
}
/** An end after our own stop is what the stop was for; one before it is its own. */
function underStop(ending, attempt) {
    const { stop } = attempt;
    return stop === undefined || ending.at <= stop.at ? ending : { ...ending, class: stop.cause };
}
function withAttempt(run, attempt) {
    const attempts = [...run.attempts.filter(({ number }) => number !== attempt.number), attempt];
    return { ...run, attempts };
}
/** Moves a run to the phase that its last attempt calls for. */
function settle(run, context) {
    const attempt = run.attempts.at(-1);
    if (attempt === undefined)
        return run;
    if (attempt.ending !== undefined)
        return settleEnded(run, attempt.ending, context);
    if (attempt.stop !== undefined)
        return { ...run, phase: { state: 'stopping' } };
    if (attempt.startedAt !== undefined)
        return { ...run, phase: { state: 'running' } };
    return { ...run, phase: { state: 'launching' } };
}
function settleEnded(run, ending, { policy, now }) {
    const verdict = (0,retries/* judgeRetry */.UY)(run, policy, now);
    if (verdict.kind === 'retry')
        return { ...run, phase: { state: 'queued', notBefore: verdict.notBefore } };
    const isCancelled = isTimeout(ending) && run.cancel !== undefined && run.cancel.at < ending.at;
    const state = isCancelled ? 'cancelled' : (0,core_ending/* factsOf */.x)(ending.class).outcome;
    return { ...run, phase: { state, endedAt: ending.at } };
}
/** Such an attempt was stopped by us: a cancel that came before its end wins, and nothing that waits for a failure follows. */
function isTimeout({ class: endingClass }) {
    return endingClass === 'start-timeout' || endingClass === 'run-timeout';
}


/***/ }),

/***/ 4341:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ queuedRun)
/* harmony export */ });
/** A new run, waiting. It stays with the deployment that it was created from. */
function queuedRun(deployment, request) {
    return {
        id: request.id,
        flow: deployment.flow,
        cause: request.cause,
        parameters: request.parameters,
        createdAt: request.at,
        commit: deployment.version.commit,
        revision: deployment.version.revision,
        phase: { state: 'queued', notBefore: request.at },
        attempts: [],
        granted: 0,
    };
}


/***/ }),

/***/ 9482:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UY: () => (/* binding */ judgeRetry),
/* harmony export */   Ur: () => (/* binding */ nextLaunchTry),
/* harmony export */   kC: () => (/* binding */ mostLaunchTries)
/* harmony export */ });
/* unused harmony export delayAfter */
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3298);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4689);
/* harmony import */ var _event_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1782);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3705);




const infraBackoff = {
    limit: 0,
    delaySeconds: 30,
    backoff: 'exponential',
    maxDelaySeconds: 600,
    jitter: 0.2,
};
/** Addresses come free when other tasks end, quotas when other work does: that takes minutes to hours. */
const slowBackoff = { ...infraBackoff, delaySeconds: 300, maxDelaySeconds: 3_600 };
/** How often one attempt is offered to an executor that declines it for now, before the attempt counts as crashed. */
const mostLaunchTries = 8;
/**
 * Whether a run whose last attempt ended gets another one. The code's failures and the infrastructure's have a budget
 * each, so that spot interruptions never eat the retries that a flow asked for.
 */
function judgeRetry(run, policy, now) {
    const ending = run.attempts.at(-1)?.ending;
    if (ending === undefined || policy === undefined || run.cancel !== undefined)
        return { kind: 'final' };
    const budget = budgetOf(ending.class, policy);
    const isRefusal = ending.class === 'exit-code' && ending.exitCode === _event_format_js__WEBPACK_IMPORTED_MODULE_2__/* .doNotRetryExitCode */ .UR;
    if (budget === 'none' || isRefusal)
        return { kind: 'final' };
    const known = run.attempts.filter((attempt) => attempt.ending && budgetOf(attempt.ending.class, policy) === budget).length;
    // Attempts that no record is left of count against both budgets: a lost record must not grant one more.
    const used = known + (run.attempts.at(-1)?.number ?? 0) - run.attempts.length;
    const limit = budget === 'code' ? policy.retries.limit : policy.infraRetries;
    if (used > limit + paidGrants(run, policy))
        return { kind: 'final' };
    const rule = budget === 'code' ? policy.retries : backoffOf(ending.class);
    return {
        kind: 'retry',
        notBefore: (0,_instant_js__WEBPACK_IMPORTED_MODULE_3__/* .plusSeconds */ .Mu)(now, delayAfter(rule, used, `${run.id} ${run.attempts.length}`)),
    };
}
/**
 * Further attempts that people granted after an end that a budget counts. After any other end, such as a cancel, or before any
 * attempt, what was granted is the attempt that followed, and leaves nothing over for retries.
 */
function paidGrants(run, policy) {
    const earlier = run.attempts.slice(0, -1);
    const uncounted = earlier.filter(({ ending }) => ending !== undefined && budgetOf(ending.class, policy) === 'none').length;
    const counted = (run.attempts.at(-1)?.number ?? 1) - 1 - uncounted;
    return Math.max(Math.min(run.granted - uncounted, counted), 0);
}
/** When an attempt that the executor declined for now is offered again. */
function nextLaunchTry(run, { launchTry, because }, now) {
    return (0,_instant_js__WEBPACK_IMPORTED_MODULE_3__/* .plusSeconds */ .Mu)(now, delayAfter(backoffOf(because), launchTry, `${run.id} try ${launchTry}`));
}
function backoffOf(endingClass) {
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_1__/* .factsOf */ .x)(endingClass).isSlow === true ? slowBackoff : infraBackoff;
}
function budgetOf(endingClass, policy) {
    if (endingClass === 'no-evidence' && policy.onUnknown === 'hold')
        return 'none';
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_1__/* .factsOf */ .x)(endingClass).budget;
}
/** Seconds to wait after the `failures`-th failure. Jitter only adds, and is the same in every process: it comes from `seed`. */
function delayAfter(rule, failures, seed) {
    const factor = { constant: 1, linear: failures, exponential: 2 ** Math.min(failures - 1, 30) }[rule.backoff];
    const delay = Math.min(rule.delaySeconds * factor, Math.max(rule.maxDelaySeconds, rule.delaySeconds));
    return Math.round(delay * (1 + rule.jitter * shareOf(seed)));
}
/** A number from 0 to 1 that depends on the text alone. */
function shareOf(seed) {
    return Number.parseInt((0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(seed).slice(0, 8), 16) / 0xffff_ffff;
}


/***/ }),

/***/ 9041:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ believable)
/* harmony export */ });
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);

/** Clocks of AWS and of runners differ by minutes at most; nothing that happened lies further ahead. */
const aheadMs = _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .hourMs */ .$0;
/** Longer ago than anybody remembers an end, and than an ended run is kept. */
const longestAgoMs = 30 * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .dayMs */ .LP;
/**
 * What was seen, with moments and numbers that a record can hold. One that lies ahead of the clock would make the whole state
 * unreadable, and an exit code that is no whole number too.
 */
function believable(sighting, now) {
    const bound = (at, earliest) => (at > now + aheadMs || at < earliest ? now : at);
    if (sighting.kind === 'running')
        return { ...sighting, startedAt: bound(sighting.startedAt, 0) };
    if (sighting.kind !== 'ended')
        return sighting;
    const { startedAt, ending } = sighting;
    const { exitCode, ...known } = ending;
    return {
        kind: 'ended',
        ...(startedAt === undefined ? {} : { startedAt: bound(startedAt, 0) }),
        ending: {
            ...known,
            at: bound(ending.at, now - longestAgoMs),
            ...(Number.isSafeInteger(exitCode) ? { exitCode: exitCode } : {}),
        },
    };
}


/***/ }),

/***/ 5630:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ applyStops)
/* harmony export */ });
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _reconcile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5701);


/**
 * Marks the open attempt of a run for stopping when a person or a timeout wants it to end. The intent is recorded here;
 * StopTask follows in every tick until the end is seen.
 */
function applyStops(run, policy, now) {
    if ('endedAt' in run.phase)
        return run;
    const attempt = run.attempts.at(-1);
    const hasOpenAttempt = attempt !== undefined && attempt.ending === undefined && run.phase.state !== 'queued';
    if (!hasOpenAttempt)
        return run.cancel === undefined ? run : { ...run, phase: { state: 'cancelled', endedAt: now } };
    if (attempt.stop !== undefined)
        return run;
    const stop = run.cancel ?? timeoutOf(run, policy, now);
    return stop === undefined
        ? run
        : { ...(0,_reconcile_js__WEBPACK_IMPORTED_MODULE_1__/* .withAttempt */ .sw)(run, { ...attempt, stop }), phase: { state: 'stopping' } };
}
function timeoutOf(run, policy, now) {
    const attempt = run.attempts.at(-1);
    if (policy === undefined || attempt === undefined)
        return undefined;
    if (attempt.startedAt !== undefined) {
        return now - attempt.startedAt > policy.timeout.runSeconds * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj
            ? { cause: 'run-timeout', at: now }
            : undefined;
    }
    const isLate = attempt.handle !== undefined && now - attempt.intendedAt > policy.timeout.startSeconds * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj;
    return isLate ? { cause: 'start-timeout', at: now } : undefined;
}


/***/ }),

/***/ 7653:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  performTick: () => (/* binding */ performTick),
  performTickPreview: () => (/* binding */ performTickPreview),
  t: () => (/* binding */ tickOptionsOf)
});

// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/core/decide.ts + 2 modules
var decide = __webpack_require__(8243);
// EXTERNAL MODULE: ./src/core/wake.ts
var wake = __webpack_require__(8562);
// EXTERNAL MODULE: ./src/engine/answers.ts
var engine_answers = __webpack_require__(5382);
// EXTERNAL MODULE: ./src/engine/changes.ts
var changes = __webpack_require__(7756);
// EXTERNAL MODULE: ./src/engine/observe.ts
var observe = __webpack_require__(1161);
// EXTERNAL MODULE: ./src/engine/tick.ts + 18 modules
var tick = __webpack_require__(4980);
;// CONCATENATED MODULE: ./src/engine/preview.ts






/** What a tick would decide now. Nothing is written, launched, stopped or shown. */
async function previewTick(given, options) {
    const { executor, answers } = (0,engine_answers/* withAnswers */.m)(given.executor);
    const world = { ...given, executor };
    const now = world.clock.now();
    const loaded = await world.state.load(now);
    const seen = await (0,observe/* observe */.l)(world, loaded, options.repository, now);
    const decision = (0,decide/* decide */.L)({
        ...loaded,
        seen,
        now,
        limits: options.project.limits,
        repository: options.repository,
    });
    const { state } = decision;
    return {
        at: now,
        changes: (0,changes/* changesBetween */.i)(loaded.state, state),
        gaps: decision.gaps,
        waiting: decision.waiting,
        isBehind: decision.isBehind,
        open: [...state.runs.values()].filter((run) => !('endedAt' in run.phase)),
        nextWake: (0,wake/* nextWake */.a)(state, loaded.registry, now),
        unreported: 0,
        wroteState: false,
        orphans: undefined,
        unseen: {
            open: (0,tick/* unseenRuns */.L)(loaded, seen, options.repository),
            unsent: [],
            isSilent: (0,engine_answers/* isSilent */.e)(answers),
        },
    };
}

// EXTERNAL MODULE: ./src/engine/watch.ts
var watch = __webpack_require__(8334);
// EXTERNAL MODULE: ./src/doors/documents.ts
var documents = __webpack_require__(9678);
// EXTERNAL MODULE: ./src/doors/words.ts + 2 modules
var words = __webpack_require__(1263);
;// CONCATENATED MODULE: ./src/doors/verbs/tick.ts





/** One tick, or ticks until nothing is open. A run that failed is shown, but is not a failure of the tick. */
async function performTick(site, watching) {
    const isDone = watching.watchSeconds > 0 ? { isDone: newsTeller(site) } : {};
    const result = await (0,watch/* watch */.w)(site.world, tickOptionsOf(site), { ...watching, ...isDone });
    return { exitCode: exitCodeOf(site, result), document: tickDocument(result), ...(0,words/* tickWords */.nx)(site, result) };
}
function exitCodeOf(site, { unseen }) {
    if (!unseen.isSilent)
        return problem/* exitCodes */.hS.done;
    site.world.log.warn(`${silentCode} ${silentWords(site)}`);
    return problem/* exitCodes */.hS.worldRefused;
}
const silentCode = 'E_AWS_SILENT';
/** What was asked, and what of it is still open, is in the words of the tick itself. */
function silentWords({ world }) {
    return world.executor.kind === 'ecs'
        ? 'AWS did not answer one request of this tick. What is recorded stays as it is, and the next tick asks again. Look at the network of this machine, its proxy and its credentials, and at https://health.aws.amazon.com.'
        : 'Nothing could be found out about the runs of this machine. The next tick asks again.';
}
/** Somebody who waits hears of each run that changes; ends the watch when nothing is open. */
function newsTeller({ world }) {
    const told = new Map();
    return (result) => {
        for (const { run } of result.changes) {
            if (told.get(run.id) === run.phase.state)
                continue;
            told.set(run.id, run.phase.state);
            world.log.info(`${run.id}: ${run.phase.state}`);
        }
        return (0,watch/* isIdle */.x)(result);
    };
}
/** What a tick would do now, and does not. */
async function performTickPreview(site) {
    const result = await previewTick(site.world, tickOptionsOf(site));
    const document = { ...tickDocument(result), isDryRun: true };
    return { exitCode: exitCodeOf(site, result), document, ...(0,words/* tickWords */.nx)(site, result) };
}
function tickOptionsOf({ project, repository, presentation }) {
    return { project, repository, presentation };
}
function tickDocument(result) {
    return {
        verb: 'tick',
        at: (0,documents/* momentOrNull */.Vc)(result.at),
        runs: result.changes.map(({ run, before }) => ({ ...(0,documents/* runDocument */.rE)(run), before: before ?? null })),
        gaps: result.gaps.map(documents/* gapDocument */.Cd),
        waiting: [...result.waiting].map(([run, because]) => ({ run, because })),
        open: result.open.map(({ id }) => id),
        isBehind: result.isBehind,
        unreported: result.unreported,
        orphans: result.orphans?.map(({ handle }) => handle) ?? null,
        unseen: { open: [...result.unseen.open], unsent: [...result.unseen.unsent] },
        nextWake: (0,documents/* momentOrNull */.Vc)(result.nextWake),
    };
}


/***/ }),

/***/ 1263:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bl: () => (/* binding */ commandWords),
  $W: () => (/* binding */ runWords),
  o7: () => (/* binding */ statusWords),
  nx: () => (/* binding */ tickWords)
});

// EXTERNAL MODULE: ./src/core/alert-rules.ts
var alert_rules = __webpack_require__(7488);
// EXTERNAL MODULE: ./src/core/alerts.ts
var core_alerts = __webpack_require__(5285);
// EXTERNAL MODULE: ./src/core/fault.ts
var fault = __webpack_require__(6964);
// EXTERNAL MODULE: ./src/engine/report.ts
var report = __webpack_require__(1167);
// EXTERNAL MODULE: ./src/report/alert-words.ts
var alert_words = __webpack_require__(1867);
// EXTERNAL MODULE: ./src/report/run-check.ts + 1 modules
var run_check = __webpack_require__(5107);
// EXTERNAL MODULE: ./src/report/run-title.ts + 1 modules
var run_title = __webpack_require__(4014);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(6970);
;// CONCATENATED MODULE: ./src/report/control-summary.ts



/** The job summary of a command about a run: what was done, and how the run stands. */
function controlSummary({ sentence, report }, outgoing) {
    const title = `## ${report.run.flow}: ${(0,report_text/* escapeInline */.VV)((0,run_title/* runTitle */.kh)(report, outgoing))}`;
    return `${[outgoing.inline(sentence), title, (0,run_check/* runSummary */.KL)(report, outgoing)].join('\n\n')}\n`;
}

// EXTERNAL MODULE: ./src/report/places.ts
var places = __webpack_require__(9749);
// EXTERNAL MODULE: ./src/report/terminal.ts
var report_terminal = __webpack_require__(2885);
// EXTERNAL MODULE: ./src/report/board-view.ts
var board_view = __webpack_require__(2639);
// EXTERNAL MODULE: ./src/report/state-words.ts
var state_words = __webpack_require__(4988);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
// EXTERNAL MODULE: ./src/report/words.ts
var report_words = __webpack_require__(9988);
;// CONCATENATED MODULE: ./src/report/tick-summary.ts







/** The runner drops a step summary over 1 MiB as a whole. */
const summaryLimitBytes = 900_000;
const mostRows = 500;
/** The job summary of a tick. `boardPlace`, from the state store, says where the rest is. */
function tickSummary(tick, boardPlace) {
    const sections = [
        `## Tick of ${(0,report_words/* instantWords */.lJ)(tick.at)}`,
        tickSentence(tick),
        changesTable(tick),
        waitingTable(tick),
        gapList(tick),
        leftOver(tick),
        orphanList(tick),
        `Everything else: ${(0,places/* boardText */.g9)(boardPlace)}`,
    ];
    const text = sections.filter((section) => section !== '').join('\n\n');
    return (0,visible/* cutBytes */.Uw)(`${text}\n`, summaryLimitBytes, '\n\n… (cut; the board has everything)\n');
}
/** `2 started, 1 ended badly, 1 slot without a run; 3 open; next wake 2026-11-24 21:05 UTC.` */
function tickSentence({ changes, gaps, open, nextWake, unseen }) {
    const count = (isWanted) => changes.filter(isWanted).length;
    const started = count(({ before, after }) => after !== 'queued' && (before === undefined || before === 'queued'));
    const ended = count(({ after }) => endStates.has(after));
    const bad = count(({ after }) => (0,state_words/* isBad */.e)(after));
    const without = gaps.reduce((sum, gap) => sum + gap.count, 0);
    const parts = [
        started === 0 ? undefined : `${started} started`,
        ended === 0 ? undefined : `${ended} ended`,
        bad === 0 ? undefined : `${bad} of them badly`,
        without === 0 ? undefined : `${(0,report_words/* countWords */.rj)(without, 'slot')} without a run`,
    ].filter((part) => part !== undefined);
    const nothing = unseen === undefined || unseenWords(unseen) === ''
        ? 'Nothing changed'
        : 'Nothing is known to have changed';
    const done = parts.length === 0 ? nothing : capitalised(parts.join(', '));
    const wake = nextWake === undefined ? 'nothing more is scheduled' : `next wake ${(0,report_words/* instantWords */.lJ)(nextWake)}`;
    const said = unseen === undefined ? '' : unseenWords(unseen);
    return `${done}; ${(0,report_words/* countWords */.rj)(open.length, 'open run')}; ${wake}.${said === '' ? '' : ` ${said}`}`;
}
/** What a tick could not ask; empty if it was told everything. */
function unseenWords({ open, unsent, isSilent }) {
    const parts = [
        open.length === 0 ? undefined : `what became of ${(0,report_words/* countWords */.rj)(open.length, 'open run')}`,
        unsent.length === 0
            ? undefined
            : `whether ${(0,report_words/* countWords */.rj)(unsent.length, 'run')} that ${unsent.length === 1 ? 'is' : 'are'} due ${unsent.length === 1 ? 'runs' : 'run'} already, so nothing was sent for ${unsent.length === 1 ? 'it' : 'them'}`,
    ].filter((part) => part !== undefined);
    if (parts.length === 0)
        return isSilent ? 'ECS did not answer.' : '';
    return `Could not ask ECS ${parts.join(', and ')}${isSilent ? '; it did not answer at all' : ''}.`;
}
const endStates = new Set([
    'succeeded',
    'failed',
    'crashed',
    'timed-out',
    'cancelled',
    'unknown',
]);
function capitalised(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
function changesTable({ changes }) {
    if (changes.length === 0)
        return '';
    const rows = changes
        .slice(0, mostRows)
        .map(({ run, before, after, attempts, address }) => [
        (0,report_text/* link */.nf)((0,report_text/* codeSpan */.SS)(run), address),
        before === undefined ? 'new' : before,
        (0,state_words/* markedState */.w)(after),
        String(attempts),
    ]);
    return `### Changes\n\n${(0,report_text/* table */.tp)(['Run', 'Before', 'Now', 'Attempts'], rows)}${more(changes.length - rows.length)}`;
}
function waitingTable({ waiting }) {
    if (waiting.size === 0)
        return '';
    const rows = [...waiting].slice(0, mostRows).map(([run, wait]) => [(0,report_text/* codeSpan */.SS)(run), run_title/* waitWords */.jJ[wait]]);
    return `### Waiting\n\n${(0,report_text/* table */.tp)(['Run', 'Because'], rows)}${more(waiting.size - rows.length)}`;
}
function gapList({ gaps }) {
    if (gaps.length === 0)
        return '';
    const rows = gaps.slice(0, mostRows).map((gap) => `- ${gap.outcome}: ${(0,board_view/* gapText */.Ml)(gap)}`);
    return `### Slots without a run\n\n${rows.join('\n')}${more(gaps.length - rows.length)}`;
}
function leftOver({ isBehind, unreported }) {
    const parts = [
        isBehind ? '- Some slots that are due are left for the next tick.' : undefined,
        unreported === 0
            ? undefined
            : `- ${(0,report_words/* countWords */.rj)(unreported, 'check')} could not be brought up to date and ${unreported === 1 ? 'is' : 'are'} left for the next tick.`,
    ].filter((part) => part !== undefined);
    return parts.length === 0 ? '' : `### Left over\n\n${parts.join('\n')}`;
}
function orphanList({ orphans = [] }) {
    if (orphans.length === 0)
        return '';
    const rows = orphans.slice(0, mostRows).map(({ handle }) => `- ${(0,report_text/* codeSpan */.SS)(handle)}`);
    const why = 'The state was deleted or rolled back while they ran. They go on to their own end.';
    return `### ECS tasks that no record names\n\n${why}\n\n${rows.join('\n')}${more(orphans.length - rows.length)}`;
}
function more(left) {
    return left === 0 ? '' : `\n\n… and ${left} more.`;
}

;// CONCATENATED MODULE: ./src/doors/words.ts










/** What a tick came to, for a terminal and for a job summary. */
function tickWords({ world, presentation }, result) {
    try {
        const report = tickReport(result, presentation);
        return { text: `${tickSentence(report)}\n`, summary: tickSummary(report, world.state.boardPlace) };
    }
    catch (error) {
        // The tick is done and recorded: a summary that fails must not make it look as if it were not.
        const words = `W_SUMMARY_UNMADE The tick is done, but its summary could not be made: ${(0,fault/* faultWords */._)(error)}. This is a bug of Headgate: please report it.`;
        world.log.warn(words);
        return { text: `${words}\n` };
    }
}
function tickReport(result, { links }) {
    const changes = result.changes.map(({ run, before }) => ({
        run: run.id,
        flow: run.flow,
        before,
        after: run.phase.state,
        attempts: run.attempts.length,
        address: (0,places/* runAddress */.YM)(links, run),
    }));
    return { ...result, changes };
}
/** What a command came to; of a run that ended, its report. */
async function commandWords(site, { answer, run, isDryRun, }) {
    const sentence = commandSentence(answer, isDryRun);
    const { outgoing } = site.presentation;
    if (run === undefined)
        return { text: `${sentence}\n`, summary: `${outgoing.inline(sentence)}\n` };
    const report = await runReport(site, run);
    return {
        text: `${sentence}\n\n${(0,report_terminal/* runText */.le)(report, outgoing, site.terminal)}`,
        summary: controlSummary({ sentence, report }, outgoing),
    };
}
function commandSentence({ command, subject, runs, because }, isDryRun) {
    if (because !== undefined)
        return `Nothing to do: ${because}.`;
    const size = command === 'backfill' ? `: ${(0,report_words/* countWords */.rj)(runs.length, 'slot')}` : '';
    const words = `${doneWords[command]} ${subject}${size}.`;
    return isDryRun ? `A dry run, so nothing was written. Otherwise: ${words}` : words;
}
const doneWords = {
    run: 'Requested run',
    backfill: 'Requested the backfill of',
    cancel: 'Asked for the cancellation of run',
    retry: 'Granted one more attempt to run',
    resolve: 'Resolved run',
    pause: 'Paused flow',
    resume: 'Resumed flow',
};
async function runWords(site, run) {
    return (0,report_terminal/* runText */.le)(await runReport(site, run), site.presentation.outgoing, site.terminal);
}
async function runReport(site, run) {
    const { world, presentation, project } = site;
    const now = world.clock.now();
    const snapshot = await world.state.load(now);
    return (0,report/* reportOf */.EI)(world, run, { options: { project, presentation }, snapshot, now });
}
function statusWords({ world, project, terminal }, { state, registry }) {
    const alerts = [...(0,core_alerts/* openAlerts */.o4)(state, (0,alert_rules/* alertRulesOf */.J)(project)).values()];
    const lines = alerts.map((alert) => `\n${(0,alert_words/* alertWords */.Y8)(alert)}, since ${(0,report_words/* instantWords */.lJ)(alert.since)}.`);
    return `${(0,report_terminal/* statusText */.qS)({ state, registry, now: world.clock.now() }, terminal)}${lines.join('')}${lines.length === 0 ? '' : '\n'}`;
}


/***/ }),

/***/ 5382:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ isSilent),
/* harmony export */   m: () => (/* binding */ withAnswers)
/* harmony export */ });
/** The same executor, and a note of whether it answers: silence looks like "nothing changed" otherwise. */
function withAnswers(executor) {
    const answers = { hasBeenAsked: false, hasAnswered: false };
    const noting = async (ask, isAnswer = () => true) => {
        answers.hasBeenAsked = true;
        const answer = await ask;
        answers.hasAnswered ||= isAnswer(answer);
        return answer;
    };
    const { inventory } = executor;
    return {
        answers,
        executor: {
            ...executor,
            look: (startedBy, known) => noting(executor.look(startedBy, known)),
            // A handle that could not be asked about is left out.
            observe: (handles) => noting(executor.observe(handles), ({ size }) => size > 0),
            launch: (requests) => noting(executor.launch(requests), (all) => all.some(({ kind }) => kind !== 'unsure')),
            stop: (handle, reason) => noting(executor.stop(handle, reason)),
            ...(inventory === undefined ? {} : { inventory: () => noting(inventory()) }),
        },
    };
}
/** It was asked, and never answered. */
function isSilent({ hasBeenAsked, hasAnswered }) {
    return hasBeenAsked && !hasAnswered;
}


/***/ }),

/***/ 3075:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DI: () => (/* binding */ openAttempts),
/* harmony export */   Li: () => (/* binding */ lookOf),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   wo: () => (/* binding */ launchRequestOf)
/* harmony export */ });
/* harmony import */ var _core_former_run_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5033);
/* harmony import */ var _core_identity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3484);
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3705);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7136);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(973);





function openAttempts({ state, registry }, repository) {
    return [...state.runs.values()].flatMap((run) => {
        const attempt = run.attempts.at(-1);
        if (attempt === undefined || attempt.ending !== undefined || (0,_core_run_js__WEBPACK_IMPORTED_MODULE_3__/* .isEnded */ .pl)(run))
            return [];
        // What an intent that was not sent finds was started before a rollback, which is known before anything else is decided.
        if (run.phase.state === 'queued' && attempt.sends !== 0)
            return [];
        const startedBy = (id) => (0,_core_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .startedByOf */ .wK)({ repository, flow: run.flow, run: id, attempt: attempt.number });
        const former = attempt.handle === undefined ? (0,_core_former_run_id_js__WEBPACK_IMPORTED_MODULE_0__/* .formerIdOf */ .Gc)(run, registry.deployments.get(run.flow)?.policy) : undefined;
        const formerly = former === undefined ? {} : { formerly: startedBy(former) };
        return [{ run, attempt, startedBy: startedBy(run.id), ...formerly }];
    });
}
/** All names that the executor may know it by. */
function namesOf({ startedBy, formerly }) {
    return formerly === undefined ? [startedBy] : [startedBy, formerly];
}
/** Made of the record alone, so that a replay is the same to the byte. */
function launchRequestOf({ run, attempt, startedBy }, { repository, network }) {
    const slot = (0,_core_run_js__WEBPACK_IMPORTED_MODULE_3__/* .slotOf */ .SW)(run.cause);
    return {
        flow: run.flow,
        revision: run.revision,
        startedBy,
        clientToken: (0,_core_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .clientTokenOf */ .kG)({ repository, flow: run.flow, run: run.id, attempt: attempt.number }, attempt.launchTry),
        environment: {
            HEADGATE_ATTEMPT: String(attempt.number),
            HEADGATE_FLOW: run.flow,
            HEADGATE_PARAMETERS: (0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalJson */ .d)(run.parameters),
            HEADGATE_RUN_ID: run.id,
            HEADGATE_SLOT: slot === undefined ? '' : (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .isoOf */ .dF)(slot),
        },
        spot: attempt.capacity === 'spot',
        ...(network === undefined ? {} : { network }),
    };
}
/** What was seen of an attempt, if it was looked for. */
function lookOf({ looks }, repository) {
    return (run, { number }) => looks.get((0,_core_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .startedByOf */ .wK)({ repository, flow: run.flow, run: run.id, attempt: number }));
}


/***/ }),

/***/ 7756:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ changesBetween)
/* harmony export */ });
function changesBetween(before, after) {
    return [...after.runs.values()].flatMap((run) => {
        const known = before.runs.get(run.id);
        return known !== undefined && isAlike(known, run) ? [] : [{ before: known?.phase.state, run }];
    });
}
function isAlike(a, b) {
    return a === b || (a.phase.state === b.phase.state && a.attempts.length === b.attempts.length);
}


/***/ }),

/***/ 7606:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ askEventLog),
/* harmony export */   x: () => (/* binding */ lookFor)
/* harmony export */ });
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2531);
/* harmony import */ var _core_reconcile_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5701);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(973);
/* harmony import */ var _core_sighting_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9041);
/* harmony import */ var _attempts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3075);






/** How long ECS surely lists a stopped task, less a margin; beyond that only the event log remembers. */
const listedMs = 50 * _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2;
/** Clocks of runners and of AWS differ by minutes at most. */
const skewMs = 15 * _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2;
/**
 * What attempts without a handle have started: in the executor's list, and in the event log if it may have ended longer
 * ago than ECS lists, also in a history that the state has lost. Attempts that could not be looked for are left out.
 */
async function lookFor(world, attempts, { state, known, now }) {
    if (attempts.length === 0)
        return new Map();
    const names = attempts.flatMap(_attempts_js__WEBPACK_IMPORTED_MODULE_4__/* .namesOf */ .eZ);
    const listed = await orWarn(world, `look for ${names.length} launches`, () => world.executor.look(names, known));
    if (listed === undefined)
        return new Map();
    const earliest = ({ run, attempt }) => Math.min((0,_core_run_js__WEBPACK_IMPORTED_MODULE_5__/* .earliestLaunch */ .Vv)(run, state), attempt.intendedAt);
    const late = attempts.filter((one) => now - earliest(one) > listedMs && foundIn(listed, one).length === 0);
    const logged = await askEventLog(world, late, Math.min(...late.map(earliest)));
    const isAsked = new Set(late.map(({ startedBy }) => startedBy));
    const looks = new Map();
    for (const one of attempts) {
        const { attempt, startedBy } = one;
        const log = logged.get(startedBy);
        if (isAsked.has(startedBy) && log === undefined)
            continue;
        const found = believed([...foundIn(listed, one), ...(log?.found ?? [])], now);
        looks.set(startedBy, { found, isConclusive: (0,_core_reconcile_js__WEBPACK_IMPORTED_MODULE_2__/* .isReplayable */ .e1)(attempt, now) || (log?.isConclusive ?? false) });
    }
    return looks;
}
/** What the event log remembers of attempts, or nothing at all if it does not answer. */
async function askEventLog(world, attempts, earliest) {
    if (attempts.length === 0)
        return new Map();
    const names = attempts.flatMap(_attempts_js__WEBPACK_IMPORTED_MODULE_4__/* .namesOf */ .eZ);
    const answer = await orWarn(world, 'read the event log', () => world.eventLog.find(names, (earliest - skewMs)));
    if (answer === undefined)
        return new Map();
    const lookOf = (one) => ({
        found: believed(foundIn(answer.found, one), world.clock.now()),
        isConclusive: answer.isTrustworthy,
    });
    return new Map(attempts.map((one) => [one.startedBy, lookOf(one)]));
}
function foundIn(found, attempt) {
    return (0,_attempts_js__WEBPACK_IMPORTED_MODULE_4__/* .namesOf */ .eZ)(attempt).flatMap((name) => found.get(name) ?? []);
}
function believed(found, now) {
    return found.map(({ handle, sighting }) => ({ handle, sighting: (0,_core_sighting_js__WEBPACK_IMPORTED_MODULE_3__/* .believable */ .G)(sighting, now) }));
}
/** Not having looked says nothing; the next tick looks again. */
async function orWarn(world, what, ask) {
    try {
        return await ask();
    }
    catch (error) {
        if (error instanceof _core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .RefusedError */ .fk)
            throw error;
        world.log.warn(`Could not ${what}: ${String(error)}. The next tick tries again.`);
        return undefined;
    }
}


/***/ }),

/***/ 1161:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ observe)
/* harmony export */ });
/* harmony import */ var _core_sighting_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9041);
/* harmony import */ var _attempts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3075);
/* harmony import */ var _look_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7606);



/** Looks at every open attempt: ECS first, then, for what it does not know, the list of its tasks and the event log. */
async function observe(world, snapshot, repository, now) {
    const open = (0,_attempts_js__WEBPACK_IMPORTED_MODULE_1__/* .openAttempts */ .DI)(snapshot, repository);
    const handles = open.flatMap(({ attempt }) => (attempt.handle === undefined ? [] : [attempt.handle]));
    const sightings = handles.length === 0 ? new Map() : await world.executor.observe(handles);
    const launched = open.filter(({ attempt }) => attempt.handle === undefined);
    const missing = open.filter(({ attempt }) => sightings.get(attempt.handle ?? '')?.kind === 'missing');
    const looks = await (0,_look_js__WEBPACK_IMPORTED_MODULE_2__/* .lookFor */ .x)(world, launched, { state: snapshot.state, known: new Set(handles), now });
    const earliest = Math.min(...missing.map(({ attempt }) => attempt.intendedAt));
    for (const [startedBy, look] of await (0,_look_js__WEBPACK_IMPORTED_MODULE_2__/* .askEventLog */ .i)(world, missing, earliest))
        looks.set(startedBy, look);
    return {
        sightings: new Map([...sightings].map(([handle, sighting]) => [handle, (0,_core_sighting_js__WEBPACK_IMPORTED_MODULE_0__/* .believable */ .G)(sighting, now)])),
        looks,
    };
}


/***/ }),

/***/ 1167:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EI: () => (/* binding */ reportOf),
/* harmony export */   kf: () => (/* binding */ unmadeWords),
/* harmony export */   tu: () => (/* binding */ reportsOf)
/* harmony export */ });
/* harmony import */ var _core_definition_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3599);
/* harmony import */ var _core_event_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9072);
/* harmony import */ var _core_fault_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6964);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(973);
/* harmony import */ var _report_named_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9518);





/** CloudWatch answers 25 reads of a log a second, each of at most 1 MB ("CloudWatch Logs quotas"). */
const mostLogPages = 8;
const mostLogPagesOfAll = 200;
const mostLogsAtOnce = 8;
/** Everything that is known of a run, with what it said about itself in its log. */
async function reportOf(world, run, surroundings) {
    const log = await readLog(world, run, { left: mostLogPages });
    return makeReport(world, run, { ...surroundings, log: log ?? noLog });
}
/** The same of many, in order. Runs for whose logs there is no time in this tick are left out. */
async function reportsOf(world, runs, surroundings) {
    const pages = { left: mostLogPagesOfAll };
    const reports = new Map();
    const waiting = [...runs];
    const work = async () => {
        for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) {
            const log = await readLog(world, run, pages);
            if (log !== undefined)
                reports.set(run, await makeReport(world, run, { ...surroundings, log }));
        }
    };
    await Promise.all(Array.from({ length: mostLogsAtOnce }, work));
    return runs.flatMap((run) => reports.get(run) ?? []);
}
async function makeReport(world, run, { options, snapshot, now, filesOf, log }) {
    const { links, logTailLines } = options.presentation;
    const deployment = snapshot.registry.deployments.get(run.flow);
    const known = {
        run,
        now,
        links,
        deployment: {
            family: (0,_core_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .familyOf */ .A)(options.project.name, run.flow),
            ...(deployment === undefined ? {} : { policy: deployment.policy }),
            ...(deployment?.resources === undefined ? {} : { resources: deployment.resources }),
            ...imageOf(run, deployment),
        },
        logTail: [],
    };
    try {
        const handle = run.attempts.at(-1)?.handle;
        const place = handle === undefined ? undefined : world.logs.place(handle, run.flow);
        const report = {
            ...known,
            events: (0,_core_event_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEvents */ .PH)(log.lines.map(({ text }) => text)),
            logTail: await logTailOf(world, run, { log, count: logTailLines }),
            ...(place === undefined ? {} : { logPlace: place }),
        };
        const sourceFiles = filesOf !== undefined && (0,_report_named_error_js__WEBPACK_IMPORTED_MODULE_1__/* .hasTrace */ .qK)(report) ? await filesOf(run.commit) : undefined;
        return sourceFiles === undefined ? report : { ...report, sourceFiles };
    }
    catch (error) {
        const fault = (0,_core_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .faultWords */ ._)(error);
        world.log.warn(unmadeWords(run, fault));
        return { ...known, fault };
    }
}
/** Said when a report is shown; the next tick has no reason to show it again. */
function unmadeWords({ id }, fault) {
    return `W_REPORT_UNMADE The report of run ${id} could not be made whole, and says so: ${fault}. Everything else goes on. This is a bug of Headgate: please report it.`;
}
/** The image of the very version that the run was created from. */
function imageOf(run, deployment) {
    const versions = deployment === undefined ? [] : [deployment.version, ...deployment.earlier];
    const version = versions.find(({ revision }) => revision === run.revision);
    const { image, built } = version ?? {};
    return { ...(image === undefined ? {} : { image }), ...(built === undefined ? {} : { built }) };
}
const noLog = { lines: [], isCut: false };
/** A log that cannot be read must not keep the outcome from being shown. Undefined: there are no more pages to read. */
async function readLog(world, run, pages) {
    const handle = run.attempts.at(-1)?.handle;
    if (!(0,_core_run_js__WEBPACK_IMPORTED_MODULE_4__/* .isEnded */ .pl)(run) || handle === undefined)
        return noLog;
    const lines = [];
    try {
        let cursor;
        for (let page = 0; page < mostLogPages; page += 1) {
            if (pages.left <= 0)
                return undefined;
            pages.left -= 1;
            const answer = await world.logs.read(handle, run.flow, cursor);
            lines.push(...answer.lines);
            if (answer.cursor === undefined || answer.cursor === cursor)
                return { lines, isCut: false };
            cursor = answer.cursor;
        }
        return { lines, isCut: true };
    }
    catch (error) {
        world.log.warn(`Could not read the log of run ${run.id}: ${String(error)}.`);
        return { lines, isCut: false };
    }
}
async function logTailOf(world, run, { log, count }) {
    if (count === 0)
        return [];
    const handle = run.attempts.at(-1)?.handle ?? '';
    const end = log.isCut ? await world.logs.tail(handle, run.flow, count).catch(() => []) : log.lines;
    const visible = end.flatMap(({ at, text }) => {
        const shown = (0,_core_event_js__WEBPACK_IMPORTED_MODULE_0__/* .shownText */ .f$)(text);
        return shown === undefined ? [] : [{ ...(at === undefined ? {} : { at }), text: shown }];
    });
    return visible.slice(-count);
}


/***/ }),

/***/ 4980:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ tick),
  L: () => (/* binding */ unseenRuns)
});

// EXTERNAL MODULE: ./src/core/alerting.ts
var alerting = __webpack_require__(9344);
// EXTERNAL MODULE: ./src/core/apply-plan.ts
var apply_plan = __webpack_require__(586);
// EXTERNAL MODULE: ./src/core/check-claims.ts
var check_claims = __webpack_require__(852);
// EXTERNAL MODULE: ./src/core/decide.ts + 2 modules
var decide = __webpack_require__(8243);
// EXTERNAL MODULE: ./src/core/draft.ts + 2 modules
var draft = __webpack_require__(3077);
// EXTERNAL MODULE: ./src/core/command.ts
var command = __webpack_require__(105);
// EXTERNAL MODULE: ./src/core/reconcile.ts + 1 modules
var reconcile = __webpack_require__(5701);
// EXTERNAL MODULE: ./src/core/retries.ts
var retries = __webpack_require__(9482);
// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __webpack_require__(973);
;// CONCATENATED MODULE: ./src/core/sending.ts



/**
 * An intent that an earlier tick has left is sent again only by a tick that has written so: an old answer of git then
 * loses the race instead of launching what has ended since, and whoever sent it before ends nothing by a late "no".
 */
function claimSendings(decided, { before, lookOf, most, now }) {
    const sendings = new Set();
    const again = new Map();
    for (const run of decided.runs.values()) {
        const attempt = (0,core_run/* lastAttempt */.mh)(run);
        if (sendings.size >= most || attempt === undefined || !isUnconfirmed(run, attempt))
            continue;
        if (isIntendedSince(before, run, attempt))
            sendings.add(run.id);
        else if ((0,reconcile/* isReplayable */.e1)(attempt, now) && lookOf(run, attempt)?.found.length === 0) {
            sendings.add(run.id);
            again.set(run.id, (0,reconcile/* withAttempt */.sw)(run, { ...attempt, sends: sendsOf(attempt) + 1 }));
        }
    }
    return { state: (0,command/* withRuns */.R7)(decided, again), sendings };
}
function isUnconfirmed(run, attempt) {
    return run.phase.state === 'launching' && attempt.handle === undefined;
}
function isIntendedSince(before, { id }, { number, launchTry }) {
    const run = before.runs.get(id);
    const known = run && (0,core_run/* lastAttempt */.mh)(run);
    const isSame = run?.phase.state === 'launching' && known?.number === number && known.launchTry === launchTry;
    return !isSame;
}
/** How many ticks have set out to send the present try of an attempt. */
function sendsOf({ sends = 1 }) {
    return sends;
}

;// CONCATENATED MODULE: ./src/core/outcome.ts





/** Enters outcomes into the newest state, which may have moved on since the intents were recorded. */
function applyOutcomes(state, outcomes, policyOf, now) {
    const changed = new Map();
    for (const outcome of outcomes) {
        const run = changed.get(outcome.run) ?? state.runs.get(outcome.run);
        if (run === undefined)
            continue;
        const after = withOutcome(run, outcome, policyOf(run.flow), now);
        if (after !== run)
            changed.set(run.id, after);
    }
    return (0,command/* withRuns */.R7)(state, changed);
}
/** The very run that came in if the outcome says nothing new of it. */
function withOutcome(run, outcome, policy, now) {
    const attempt = run.attempts.at(-1);
    if (attempt === undefined || attempt.number !== outcome.attempt)
        return run;
    if (attempt.handle !== undefined || attempt.ending !== undefined || (0,core_run/* isEnded */.pl)(run))
        return run;
    const { result } = outcome;
    // A "no" says nothing of the next try, nor of what a later tick has set out to send again.
    const isNewest = attempt.launchTry === outcome.launchTry && sendsOf(attempt) === outcome.send;
    switch (result.kind) {
        case 'launched':
            return (0,reconcile/* settle */.G9)((0,reconcile/* withAttempt */.sw)(run, { ...attempt, handle: result.handle }), { policy, now });
        case 'adopted':
            return (0,reconcile/* settle */.G9)((0,reconcile/* withAttempt */.sw)(run, (0,reconcile/* adopt */.di)(attempt, result.found, policy)), { policy, now });
        case 'refused':
            if (!isNewest)
                return run;
            return (0,reconcile/* settle */.G9)((0,reconcile/* withAttempt */.sw)(run, { ...attempt, ending: result.ending }), { policy, now });
        case 'unsent':
            return isNewest ? withdrawn(run, attempt, { intendedAt: result.intendedAt, now }) : run;
        case 'declined':
            if (!isNewest)
                return run;
            return declined(run, attempt, { ending: result.ending, policy, now });
    }
}
/**
 * The intent is taken back, so that nobody wonders later what became of it: the attempt waits, as one that was declined, for
 * the same try. Only where no other tick has set out to send it: what anybody may have sent stays in doubt.
 */
function withdrawn(run, attempt, { intendedAt, now }) {
    const isOwn = sendsOf(attempt) === 1 && attempt.intendedAt === intendedAt;
    if (run.phase.state !== 'launching' || attempt.stop !== undefined || !isOwn)
        return run;
    return { ...(0,reconcile/* withAttempt */.sw)(run, { ...attempt, sends: 0 }), phase: { state: 'queued', notBefore: now } };
}
/** Offered again later, until the attempt has been declined too often. */
function declined(run, attempt, { ending, policy, now }) {
    const isLastTry = attempt.launchTry >= retries/* mostLaunchTries */.kC || policy === undefined || run.cancel !== undefined;
    if (isLastTry)
        return (0,reconcile/* settle */.G9)((0,reconcile/* withAttempt */.sw)(run, { ...attempt, ending }), { policy, now });
    return {
        ...run,
        phase: {
            state: 'queued',
            notBefore: (0,retries/* nextLaunchTry */.Ur)(run, { launchTry: attempt.launchTry, because: ending.class }, now),
        },
    };
}

// EXTERNAL MODULE: ./src/core/wake.ts
var wake = __webpack_require__(8562);
// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/engine/attempts.ts
var attempts = __webpack_require__(3075);
// EXTERNAL MODULE: ./src/engine/look.ts
var look = __webpack_require__(7606);
;// CONCATENATED MODULE: ./src/engine/act.ts





/**
 * Carries out the recorded intents: stops, then launches, each only after a look. The look is the fence that makes a lost
 * or rolled-back state harmless: what an attempt started earlier is found and adopted. What could not be looked for is
 * not launched; its intent stays for the next tick.
 */
async function act(world, intents) {
    const open = (0,attempts/* openAttempts */.DI)(intents, intents.repository);
    await stopWhatMustEnd(world, open);
    const toLaunch = open.filter(({ run }) => intents.sendings.has(run.id));
    const known = new Set(open.flatMap(({ attempt }) => attempt.handle ?? []));
    const unseen = toLaunch.filter(({ startedBy }) => !intents.looks.has(startedBy));
    const context = { state: intents.state, known, now: intents.now };
    const looks = new Map([...intents.looks, ...(await (0,look/* lookFor */.x)(world, unseen, context))]);
    const foundOf = ({ startedBy }) => looks.get(startedBy)?.found;
    const adopted = toLaunch.flatMap((target) => adoption(world, target, foundOf(target) ?? []));
    const free = toLaunch.filter((target) => foundOf(target)?.length === 0);
    const unsent = toLaunch.filter((target) => foundOf(target) === undefined).map(unsentOutcome);
    return [...adopted, ...unsent, ...(await launch(world, free, intents))];
}
/** Without a look nothing is sent: of an intent that this very tick recorded, that is known. */
function unsentOutcome({ run, attempt }) {
    const { number, launchTry, intendedAt } = attempt;
    const result = { kind: 'unsent', intendedAt };
    return { run: run.id, attempt: number, launchTry, send: sendsOf(attempt), result };
}
async function stopWhatMustEnd(world, open) {
    for (const { run, attempt } of open) {
        if (attempt.stop === undefined || attempt.handle === undefined)
            continue;
        try {
            await world.executor.stop(attempt.handle, `headgate:${attempt.stop.cause} run ${run.id}`);
        }
        catch (error) {
            if (error instanceof problem/* RefusedError */.fk)
                throw error;
            world.log.warn(`Could not stop run ${run.id}: ${String(error)}. The next tick asks again.`);
        }
    }
}
function adoption(world, { run, attempt }, found) {
    const [first, ...others] = found;
    if (first === undefined)
        return [];
    if (others.length > 0)
        world.log.warn(`E_INVARIANT Run ${run.id} has ${found.length} tasks for one attempt; the first counts.`);
    world.log.info(`Run ${run.id} was started before: its attempt ${attempt.number} is adopted.`);
    return [
        {
            run: run.id,
            attempt: attempt.number,
            launchTry: attempt.launchTry,
            send: sendsOf(attempt),
            result: { kind: 'adopted', found: first },
        },
    ];
}
async function launch(world, targets, intents) {
    if (targets.length === 0)
        return [];
    const { registry, repository } = intents;
    const requests = targets.map((target) => {
        const network = registry.deployments.get(target.run.flow)?.policy.network;
        return (0,attempts/* launchRequestOf */.wo)(target, { repository, network });
    });
    const answers = await world.executor.launch(requests);
    return targets.flatMap((target, index) => {
        const answer = answers[index];
        return outcomeOf(world, target, sendsOf(target.attempt) > 1 ? asOfReplay(answer, target, intents) : answer);
    });
}
/**
 * ECS judges rights before it looks for the token: that it refuses now says nothing of what an answer that was lost has
 * started. And while an earlier tick may still be sending, neither does "no capacity". The intent stays until that is sure.
 */
function asOfReplay(answer, { attempt }, { now }) {
    const isUnclear = answer?.kind === 'refused' || (answer?.kind === 'declined' && !(0,reconcile/* isSettled */.Is)(attempt, now));
    return isUnclear ? { kind: 'unsure', reason: answer.ending.detail ?? `it was ${answer.kind}` } : answer;
}
/** No outcome: the answer was lost or says nothing. The intent stays, and the next tick sends the same token again. */
function outcomeOf(world, { run, attempt }, answer) {
    const { number, launchTry } = attempt;
    const names = { run: run.id, attempt: number, launchTry, send: sendsOf(attempt) };
    if (answer === undefined)
        return [];
    switch (answer.kind) {
        case 'launched':
        case 'declined':
        case 'refused':
            return [{ ...names, result: answer }];
        case 'conflict': {
            const [handle] = answer.handles;
            if (answer.handles.length > 1) {
                world.log.warn(`E_INVARIANT ECS started ${answer.handles.length} tasks for one attempt of run ${run.id}; one was kept.`);
            }
            return handle === undefined ? [] : [{ ...names, result: { kind: 'launched', handle } }];
        }
        case 'unsure':
            world.log.warn(`The launch of run ${run.id} got no clear answer: ${answer.reason}. The next tick asks again.`);
            return [];
    }
}
/**
 * A tick that was slow, or loaded an old state, may have launched an attempt that had ended in the record meanwhile. No
 * record will ever name that task, so it is stopped at once: two programs of one slot must not go on beside each other.
 */
async function stopStrays(world, outcomes, state) {
    for (const { run, attempt, result } of outcomes) {
        if (result.kind !== 'launched')
            continue;
        const recorded = state.runs.get(run)?.attempts.find(({ number }) => number === attempt);
        if (recorded === undefined || recorded.handle === result.handle)
            continue;
        world.log.warn(`Run ${run} had ended before ${result.handle} was launched for it: that is stopped.`);
        const isStopped = await world.executor.stop(result.handle, `headgate:superseded stray of run ${run}`);
        if (!isStopped)
            world.log.warn(`${result.handle} cannot be stopped yet: stop it by hand.`);
    }
}

// EXTERNAL MODULE: ./src/core/alerts.ts
var alerts = __webpack_require__(5285);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
;// CONCATENATED MODULE: ./src/core/alert-claims.ts



/** What an issue or message shows of an alert that is over. */
const over = 'over';
/** Longer than a job of the workflow lives. */
const leaseMs = 20 * instant/* minuteMs */.J2;
/** Each takes up to three requests, of the 60 that a tick may send. */
const mostClaims = 6;
const mostTold = 100;
/** A flow that fails in ever new ways gets no comment for each. */
const mostCauses = 5;
const mostTries = 5;
/** Claims what is to be told now. The very state that came in if that is nothing. */
function claimAlerts(question) {
    const { state, open, channels, now } = question;
    if (channels.issues === 'none' && !channels.messages)
        return { state, claims: [] };
    const before = (0,alerting/* alertingOf */.IQ)(state).told;
    const told = new Map(before);
    const claims = [];
    for (const key of new Set([...before.keys(), ...open.keys()])) {
        const known = before.get(key);
        const alert = open.get(key);
        if (claims.length >= mostClaims)
            break;
        if (known === undefined && told.size >= mostTold)
            continue;
        if (known !== undefined && isSettled(known, alert, channels))
            told.delete(key);
        if (!isFree(known, now))
            continue;
        const claim = claimOf({ key, known, alert }, channels, now);
        if (claim === undefined)
            continue;
        told.set(key, claim.told);
        claims.push(claim);
    }
    if (claims.length === 0 && told.size === before.size)
        return { state, claims };
    return { state: { ...state, alerting: { ...(0,alerting/* alertingOf */.IQ)(state), told } }, claims };
}
function isFree(known, now) {
    return known?.notBefore === undefined || known.notBefore <= now;
}
function claimOf({ key, known, alert }, channels, now) {
    const told = withCause(known, alert);
    const isIssueDue = isIssuePending(told, alert, channels);
    const isMessageDue = isMessagePending(told, alert, channels);
    if (!isIssueDue && !isMessageDue)
        return undefined;
    const isNews = told.issue !== undefined && told.causes.length > told.issue.causes;
    return {
        key,
        alert,
        told: { ...tried(told, alert, isMessageDue), notBefore: (0,instant/* plusMs */.f9)(now, leaseMs) },
        isIssueDue,
        isMessageDue,
        newCause: isNews ? told.causes.length : undefined,
        isAgain: known?.notBefore !== undefined,
    };
}
function withCause(before, alert) {
    if (alert === undefined)
        return before;
    // Who was told that it is over is told of the next one from the start.
    const known = before?.issue?.as === over || before?.message?.as === over ? undefined : before;
    const cause = (0,alerts/* causeOf */.rl)(alert);
    const causes = known?.causes ?? [];
    const isNew = !causes.includes(cause) && causes.length < mostCauses;
    return {
        ...(known ?? { kind: alert.kind, ...('flow' in alert ? { flow: alert.flow } : {}) }),
        since: alert.since,
        causes: isNew ? [...causes, cause] : causes,
    };
}
/** Counted before it is sent: a tick that dies while sending must not send for ever. */
function tried(told, alert, isMessageDue) {
    if (!isMessageDue)
        return told;
    const as = messageAs(told, alert);
    const tries = told.message?.as === as ? told.message.tries + 1 : 1;
    return { ...told, message: { as, tries, isSent: false } };
}
/** A message goes out when an alert begins, has a new cause, and is over. */
function messageAs({ causes }, alert) {
    return alert === undefined ? over : `open ${causes.length}`;
}
function isIssuePending(told, alert, { issues }) {
    if (issues === 'none')
        return false;
    if (alert === undefined)
        return told.issue === undefined ? issues === 'write' : told.issue.as !== over;
    return issues === 'write' && told.issue?.as !== (0,alerts/* shownAsOf */.db)(alert);
}
function isMessagePending(told, alert, { messages }) {
    const { message } = told;
    if (!messages)
        return false;
    if (message === undefined)
        return alert !== undefined;
    const isTried = message.as === messageAs(told, alert);
    return !isTried || !(message.isSent || message.tries >= mostTries);
}
/** Over, and everybody knows. */
function isSettled(told, alert, channels) {
    if (alert !== undefined)
        return false;
    const isIssueKnownOver = told.issue === undefined || told.issue.as === over;
    return (isIssueKnownOver && !isIssuePending(told, alert, channels) && !isMessagePending(told, alert, channels));
}
/** Enters what was told into the newest state. An issue that another tick recorded first stays the one. */
function enterTold(state, outcomes, { open, channels }) {
    if (outcomes.length === 0)
        return state;
    const told = new Map((0,alerting/* alertingOf */.IQ)(state).told);
    for (const outcome of outcomes) {
        const known = told.get(outcome.key);
        if (known === undefined)
            continue;
        const entered = entryOf(known, outcome);
        const alert = open.get(outcome.key);
        const isGone = outcome.isGone === true && !isMessagePending(entered, alert, channels);
        const isDone = isGone || isSettled(entered, alert, channels);
        if (isDone)
            told.delete(outcome.key);
        else
            told.set(outcome.key, entered);
    }
    return { ...state, alerting: { ...(0,alerting/* alertingOf */.IQ)(state), told } };
}
function entryOf(known, { issue, isMessageSent, notBefore }) {
    const { notBefore: _, ...kept } = known;
    const isOurs = known.issue === undefined || known.issue.number === issue?.number;
    return {
        ...kept,
        ...(issue !== undefined && isOurs ? { issue } : {}),
        ...(isMessageSent === true && kept.message !== undefined
            ? { message: { ...kept.message, isSent: true } }
            : {}),
        ...(notBefore === undefined ? {} : { notBefore }),
    };
}
/** Issues that were opened for an alert which has another one by now: a tick had slept through its lease. */
function strayIssues(state, outcomes) {
    const { told } = (0,alerting/* alertingOf */.IQ)(state);
    return outcomes.flatMap(({ key, issue }) => {
        const known = told.get(key)?.issue;
        return issue === undefined || known === undefined || known.number === issue.number ? [] : [issue.number];
    });
}

// EXTERNAL MODULE: ./src/core/alert-rules.ts
var alert_rules = __webpack_require__(7488);
// EXTERNAL MODULE: ./src/core/fault.ts
var core_fault = __webpack_require__(6964);
// EXTERNAL MODULE: ./src/core/troubles.ts
var troubles = __webpack_require__(1190);
// EXTERNAL MODULE: ./src/core/deployment.ts
var core_deployment = __webpack_require__(197);
// EXTERNAL MODULE: ./src/report/alert-words.ts
var alert_words = __webpack_require__(1867);
// EXTERNAL MODULE: ./src/report/board-view.ts
var board_view = __webpack_require__(2639);
// EXTERNAL MODULE: ./src/report/named-error.ts + 1 modules
var named_error = __webpack_require__(9518);
// EXTERNAL MODULE: ./src/report/places.ts
var places = __webpack_require__(9749);
// EXTERNAL MODULE: ./src/report/run-sections.ts
var run_sections = __webpack_require__(5393);
// EXTERNAL MODULE: ./src/report/run-title.ts + 1 modules
var run_title = __webpack_require__(4014);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(6970);
// EXTERNAL MODULE: ./src/report/words.ts
var report_words = __webpack_require__(9988);
;// CONCATENATED MODULE: ./src/report/alert-failures.ts









/** The check has everything; an issue shows what it takes to know whether it is one's own matter. */
const detail = {
    logLines: 50,
    logBytes: 8_000,
    artifacts: 0,
    artifactBytes: 0,
    tasks: 0,
    attempts: 0,
    parameterLength: 0,
};
function failureSections(report, outgoing) {
    const { run } = report;
    return [
        run === undefined ? '' : (0,run_sections/* headline */.Pl)(run, outgoing),
        factsTable(report, outgoing),
        suspects(report),
        run === undefined ? '' : (0,run_sections/* errorSection */.K6)(run, outgoing),
        run === undefined ? '' : (0,run_sections/* logSection */.q4)(run, outgoing, detail),
        whatToDo(report, outgoing),
    ];
}
function factsTable(report, outgoing) {
    const { alert, run, links } = report;
    const { streak } = alert;
    const newest = run === undefined ? (0,report_text/* codeSpan */.SS)(streak.run) : (0,board_view/* runText */.le)(links, run.run);
    const title = run === undefined ? '' : `: ${outgoing.inline((0,run_title/* runTitle */.kh)(run, outgoing).replaceAll('`', ''), 300)}`;
    return (0,report_text/* table */.tp)(['', ''], [
        ['Newest run', `${newest}${title}`],
        ['Ended', (0,report_words/* secondWords */.US)(streak.at)],
        ['Bad ends', `${streak.count} since ${(0,report_words/* instantWords */.lJ)(streak.since)}`],
        ['Last success', lastSuccess(report)],
    ]);
}
function lastSuccess({ alert, links, state }) {
    const { lastSuccess: last } = alert.streak;
    if (last === undefined)
        return 'none that state knew of';
    const run = state.runs.get(last.run);
    const name = run === undefined ? (0,report_text/* codeSpan */.SS)(last.run) : (0,board_view/* runText */.le)(links, run);
    return `${name} at ${(0,report_words/* secondWords */.US)(last.at)}, of ${(0,places/* commitText */.tT)(links, last.commit)}`;
}
/** What changed between the last success and the newest failure: the deployments of this very flow, and the range of commits. */
function suspects({ alert, registry, links, run }) {
    const last = alert.streak.lastSuccess;
    const head = run?.run.commit;
    if (last === undefined || head === undefined)
        return '';
    if (last.commit === head) {
        return '### What changed since the last success\n\nNot the flow: the same commit succeeded before. Look at its data, at the services that it calls, and at its limits.';
    }
    const versions = versionsSince(registry, alert.flow, last.commit);
    const rows = versions.map(({ version, changed }) => [
        (0,places/* commitText */.tT)(links, version.commit),
        changed.length === 0 ? 'not known' : changed.join(', '),
    ]);
    const range = (0,report_text/* link */.nf)('all commits between', (0,alert_words/* compareAddress */.A7)(links, last.commit, head));
    const list = rows.length === 0 ? '' : `\n\n${(0,report_text/* table */.tp)(['Deployed', 'What it changed of the flow'], rows)}`;
    return `### What changed since the last success\n\nFrom ${(0,places/* commitText */.tT)(links, last.commit)} to ${(0,places/* commitText */.tT)(links, head)}: ${range}.${list}`;
}
const mostVersions = 5;
/** Newest first, up to the one that last succeeded. */
function versionsSince(registry, flow, commit) {
    const deployment = registry.deployments.get(flow);
    if (deployment === undefined)
        return [];
    const versions = [deployment.version, ...deployment.earlier];
    const end = versions.findIndex((version) => version.commit === commit);
    return versions.slice(0, end === -1 ? mostVersions : Math.min(end, mostVersions)).map((version, index) => {
        const before = versions[index + 1];
        const changed = core_deployment/* fingerprintParts */.pL.filter((part) => before?.parts[part] !== version.parts[part]);
        return { version, changed: before === undefined ? [] : changed };
    });
}
function whatToDo({ alert, run }, outgoing) {
    const steps = run === undefined ? [] : [(0,run_sections/* nextSteps */.Zn)(run, outgoing, (0,named_error/* placeOf */.$t)(run))];
    const pause = `- No further runs until it is mended: \`headgate pause ${alert.flow}\`, and later \`headgate resume ${alert.flow}\``;
    return ['### What to do', '', ...steps, pause].join('\n');
}

// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
;// CONCATENATED MODULE: ./src/report/alert-issue.ts








/** GitHub takes 65,536 characters; the adapter adds a line. */
const bodyLimitBytes = 60_000;
function alertIssue(report, outgoing) {
    const { alert } = report;
    const flow = 'flow' in alert ? alert.flow : undefined;
    const sections = [
        `**${sentence(alert)}**`,
        report.owners.length === 0 ? '' : `For ${report.owners.join(', ')}.`,
        ...sectionsOf(report, outgoing),
        `Headgate keeps this text up to date and closes the issue when ${endWords[alert.kind]}. What you find out belongs into comments: this text is replaced.`,
    ];
    const body = sections.filter((section) => section !== '').join('\n\n');
    return {
        title: (0,report_text/* plainTitle */.D4)((0,alert_words/* alertTitle */.Ro)(alert.kind, flow)),
        body: (0,visible/* cutBytes */.Uw)(`${body}\n`, bodyLimitBytes, '\n\n… (cut)\n'),
    };
}
const endWords = {
    failures: 'a run of the flow succeeds',
    missed: 'a run of a later slot succeeds',
    unknown: 'none of these runs is unknown any more',
    clock: 'a tick finds a slot in time',
};
/** The names that are ours alone, as code. */
function sentence(alert) {
    const words = (0,alert_words/* alertWords */.Y8)(alert);
    return `${'flow' in alert ? words.replace(alert.flow, (0,report_text/* codeSpan */.SS)(alert.flow)) : words}.`;
}
function sectionsOf(report, outgoing) {
    const { alert } = report;
    switch (alert.kind) {
        case 'failures':
            return failureSections({ ...report, alert }, outgoing);
        case 'missed':
            return missedSections(report, alert);
        case 'unknown':
            return unknownSections(report, alert);
        case 'clock':
            return clockSections(report, alert);
    }
}
function missedSections({ state }, { flow, missed }) {
    const { count, from, to } = missed;
    const when = from === to ? (0,report_words/* instantWords */.lJ)(from) : `${(0,report_words/* instantWords */.lJ)(from)} to ${(0,report_words/* instantWords */.lJ)(to)}`;
    const range = `--from ${isoMinute(from)} --to ${isoMinute(to)}`;
    return [
        (0,report_text/* table */.tp)(['', ''], [
            ['Slots', `${(0,report_words/* countWords */.rj)(count, 'slot')}, ${when}`],
            ['Accounted for', `every slot up to ${(0,report_words/* instantWords */.lJ)(state.mark)}`],
        ]),
        [
            '### What to do',
            '',
            `- If what they would have done is still needed: \`headgate backfill ${flow} ${range}\``,
            missed.because === 'parameters'
                ? '- Mend the parameters of the schedule in `flow.yml`, and deploy: until then no slot of it can run.'
                : '- Raise `catch-up.window` in `flow.yml` if a late run is better than none, and look at the clock: `headgate doctor`.',
        ].join('\n'),
    ];
}
function isoMinute(at) {
    return (0,report_words/* instantWords */.lJ)(at).replace(' UTC', 'Z').replace(' ', 'T');
}
function unknownSections({ links, now }, { runs }) {
    const shown = runs.slice(-20);
    const rows = shown.map((run) => [
        (0,board_view/* runText */.le)(links, run),
        (0,report_words/* instantWords */.lJ)(run.phase.endedAt),
        `\`headgate resolve ${run.id} --as succeeded\``,
    ]);
    const left = runs.length - shown.length;
    return [
        'ECS has forgotten these attempts, and neither the event log nor their own log says how they ended. Headgate never takes silence for success.',
        `${(0,report_text/* table */.tp)(['Run', 'Given up', 'When its log says that it did its work'], rows)}${left === 0 ? '' : `\n\n… and ${left} earlier.`}`,
        [
            '### What to do',
            '',
            '- Read the log of each, then resolve it as `succeeded` or `failed`, or start it again with `--as relaunch`.',
            '- `headgate doctor` says whether the event log is set up: with it this hardly happens.',
            `- The oldest has been waiting for ${(0,report_words/* durationWords */.Sh)(now - (runs[0]?.phase.endedAt ?? now))}.`,
        ].join('\n'),
    ];
}
function clockSections({ links }, { wait }) {
    const workflow = (0,places/* workflowAddress */._2)({ ...links, workflow: 'tick.yml' });
    return [
        (0,report_text/* table */.tp)(['', ''], [
            ['Waiting since', (0,report_words/* secondWords */.US)(wait.from)],
            ['Seen', (0,report_words/* secondWords */.US)(wait.to)],
        ]),
        'No work was lost: what the slots were worth is settled by `catch-up` of each flow, and the board counts what was missed.',
        [
            '### What to do',
            '',
            `- Look at the runs of ${(0,report_text/* link */.nf)('the workflow `tick.yml`', workflow)} around that time: was it disabled, did it wait, did it fail?`,
            '- GitHub starts short schedules late, and turns them off in a public repository without activity; `infrastructure/clock.yml` brings a clock that keeps time.',
            '- `headgate doctor` looks at the clock as a whole.',
        ].join('\n'),
    ];
}
/** A comment for news: bodies are replaced in silence, and people would not notice. */
function causeComment(report) {
    const newest = report.run === undefined ? '' : ` Newest run: ${(0,board_view/* runText */.le)(report.links, report.run.run)}.`;
    return `The cause is another one now: ${sentence(report.alert)}${newest} The text above has the details.\n`;
}
/** The comment with which an issue is closed. */
function recoveryComment({ told, state, registry, links }) {
    const { kind, flow } = told;
    if (flow === undefined)
        return 'Ticks come in time again.\n';
    if (!isDeployed(registry, flow))
        return `${(0,report_text/* codeSpan */.SS)(flow)} is not deployed any more.\n`;
    if (kind === 'unknown')
        return `No run of ${(0,report_text/* codeSpan */.SS)(flow)} is unknown any more.\n`;
    const newest = [...state.runs.values()]
        .filter((run) => run.flow === flow && run.phase.state === 'succeeded')
        .sort(board_view/* newestFirst */.ll)[0];
    if (newest === undefined || !(0,core_run/* isEnded */.pl)(newest))
        return `Nothing is known to be wrong with ${(0,report_text/* codeSpan */.SS)(flow)} any more.\n`;
    const missed = kind === 'missed'
        ? ' Slots that were missed stay missed: `headgate backfill` runs them if they are needed.'
        : '';
    return `${(0,report_text/* codeSpan */.SS)(flow)} succeeded again at ${(0,report_words/* secondWords */.US)(newest.phase.endedAt)}: ${(0,board_view/* runText */.le)(links, newest)}.${missed}\n`;
}
function isDeployed({ deployments }, flow) {
    const deployment = deployments.get(flow);
    return deployment !== undefined && deployment.retiredAt === undefined;
}

;// CONCATENATED MODULE: ./src/report/alert-message.ts


/** The text for a chat: names of flows, counts, moments and addresses of our own, so nothing in it can be markup or call anybody. */
function alertMessage({ alert, told, links, repository, boardPlace }) {
    const more = told.issue === undefined ? boardPlace : ((0,alert_words/* issueAddress */.Gi)(links, told.issue.number) ?? boardPlace);
    const words = alert === undefined
        ? `\u{1f7e2} ${repository}: ${recoveredWords(told)}.`
        : `\u{1f534} ${repository}: ${(0,alert_words/* alertWords */.Y8)(alert).replaceAll('`', '')}. Since ${(0,report_words/* instantWords */.lJ)(alert.since)}.`;
    return `${words} ${more}`;
}
function recoveredWords({ kind, flow }) {
    switch (kind) {
        case 'failures':
            return `${flow} does not fail any more`;
        case 'missed':
            return `${flow} misses no slots any more`;
        case 'unknown':
            return `no run of ${flow} is unknown any more`;
        case 'clock':
            return 'ticks come in time again';
    }
}

// EXTERNAL MODULE: ./src/report/run-report.ts
var run_report = __webpack_require__(5967);
;// CONCATENATED MODULE: ./src/core/codeowners.ts
/** Where GitHub looks for the file; the first that exists counts. */
const ownersFiles = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];
/** GitHub reads no longer file. */
const ownersLimitBytes = 3 * 1_024 * 1_024;
const mostOwners = 10;
const longestPattern = 500;
/** `@user` or `@org/team`. An address of mail owns as well, but nobody can be mentioned by it. */
const ownerPattern = /^@[A-Za-z0-9](?:[A-Za-z0-9_-]{0,37}[A-Za-z0-9])?(?:\/[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?)?$/;
const mailPattern = /^[^@\s]{1,64}@[^@\s]{1,255}\.[^@\s.]{1,63}$/;
/**
 * Who owns a path: the owners in the last line whose pattern matches it, none if that line names none. As GitHub reads
 * the file: the patterns of .gitignore without `!`, without `[ ]`, and without an escaped `#`; a line whose syntax is
 * invalid, in its pattern or in an owner, is skipped (docs.github.com: "About code owners", "CODEOWNERS syntax").
 */
function ownersOf(text, path) {
    let owners = [];
    for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
        const [pattern, ...names] = wordsOf(line);
        if (pattern === undefined || !names.every(isOwner) || !matchesPath(pattern, path))
            continue;
        owners = names;
    }
    return [...new Set(owners.filter((owner) => ownerPattern.test(owner)))].slice(0, mostOwners);
}
function isOwner(name) {
    return ownerPattern.test(name) || mailPattern.test(name);
}
/** Up to a comment; a blank behind a backslash belongs to the word. */
function wordsOf(line) {
    const words = line.match(/(?:\\.|\S)+/g) ?? [];
    const comment = words.findIndex((word) => word.startsWith('#'));
    return comment === -1 ? words : words.slice(0, comment);
}
function isInvalid(pattern) {
    return pattern.startsWith('!') || /[[\]]|\*{3}/.test(pattern);
}
function matchesPath(pattern, path) {
    if (pattern.length > longestPattern || isInvalid(pattern))
        return false;
    const isFolder = pattern.endsWith('/');
    const trimmed = pattern.replace(/^\//, '').replace(/\/$/, '');
    const isAnchored = pattern.startsWith('/') || trimmed.includes('/');
    const parts = trimmed.split('/').map((part) => part.replaceAll(/\\(.)/g, '$1'));
    // `docs/*` and `/*` are what lies right there; any other pattern that names a folder is all that lies below it as well.
    const isFlat = isAnchored && parts.at(-1) === '*';
    const below = isFolder ? ['*', '**'] : isFlat ? [] : ['**'];
    return matchParts([...(isAnchored ? [] : ['**']), ...parts, ...below], path.split('/'));
}
/** `reached[i]`: the parts so far match the first i segments. `**` is any number of them. */
function matchParts(parts, segments) {
    let reached = segments.map(() => false);
    reached = [true, ...reached];
    for (const part of parts) {
        const next = reached.map(() => false);
        for (let index = 0; index < reached.length; index += 1) {
            if (part === '**')
                next[index] = reached[index] === true || next[index - 1] === true;
            else
                next[index] =
                    index > 0 && reached[index - 1] === true && matchSegment(part, segments[index - 1] ?? '');
        }
        reached = next;
    }
    return reached.at(-1) === true;
}
/** `*` is any text without a slash, `?` one character. Goes back to the last star alone, so it stays quick. */
function matchSegment(part, segment) {
    let at = 0;
    let seen = 0;
    let star = -1;
    let starred = 0;
    while (seen < segment.length) {
        if (part[at] === '*') {
            star = at;
            starred = seen;
            at += 1;
        }
        else if (part[at] === '?' || part[at] === segment[seen]) {
            at += 1;
            seen += 1;
        }
        else if (star >= 0) {
            at = star + 1;
            starred += 1;
            seen = starred;
        }
        else
            return false;
    }
    return /^\**$/.test(part.slice(at));
}

;// CONCATENATED MODULE: ./src/engine/owners.ts

/** Who owns a path, as the given commit says; nobody if that commit cannot be read: then nobody is called. */
async function ownersAt(source, commit, path) {
    const bytes = await readOwners(source, commit).catch(() => undefined);
    return bytes === undefined ? [] : ownersOf(new TextDecoder().decode(bytes), path);
}
async function readOwners(source, commit) {
    if (commit !== source.commit)
        return source.readAt?.(commit, ownersFiles, ownersLimitBytes);
    const files = new Map((await source.list()).map(({ path, kind }) => [path, kind]));
    const path = ownersFiles.find((name) => files.has(name));
    if (path === undefined || files.get(path) !== 'file')
        return undefined;
    const [bytes] = await source.read([path], ownersLimitBytes);
    return bytes === 'too-large' ? undefined : bytes;
}

// EXTERNAL MODULE: ./src/engine/report.ts
var engine_report = __webpack_require__(1167);
;// CONCATENATED MODULE: ./src/engine/alerts.ts












/** Of the requests that a tick may send to GitHub. */
const alertRequests = 20;
/** After a failure that the next tick would only repeat. */
const pauseMs = 10 * instant/* minuteMs */.J2;
/** After one that a person has to mend. */
const refusedPauseMs = instant/* hourMs */.$0;
function alertDesk(world, options, now) {
    const rules = (0,alert_rules/* alertRulesOf */.J)(options.project);
    const channels = channelsOf(world, options);
    const openIn = (state) => (0,alerts/* openAlerts */.o4)(state, rules);
    let claims = [];
    let outcomes = [];
    return {
        claim(snapshot, state) {
            const followed = (0,troubles/* followTroubles */.I)(snapshot.state, state, { registry: snapshot.registry, now });
            const claimed = claimAlerts({ state: followed, open: openIn(followed), channels, now });
            claims = claimed.claims;
            return claims.length === 0 && claimed.state === followed ? state : claimed.state;
        },
        async tell(snapshot) {
            if (claims.length === 0)
                return;
            const telling = { world, options, snapshot, now: world.clock.now() };
            const issues = await tellIssues(claims.filter(({ isIssueDue }) => isIssueDue), telling);
            const sent = await tellMessages(claims.filter(({ isMessageDue }) => isMessageDue), { ...telling, issues });
            outcomes = claims.map(({ key }) => ({
                key,
                ...issues.get(key),
                ...(sent.has(key) ? { isMessageSent: true } : {}),
            }));
        },
        enter: (state) => enterTold(state, outcomes, { open: openIn(state), channels }),
        async tidy(state) {
            const strays = strayIssues(state, outcomes);
            if (strays.length === 0 || world.issues === undefined)
                return;
            world.log.warn(`${strays.length} issue was opened twice: the newer one is closed.`);
            await world.issues.withdraw(strays).catch((error) => world.log.warn(alerts_wordsOf(error)));
        },
    };
}
/** In a public repository everybody reads an issue, so there somebody has to want them. */
function channelsOf({ issues, messages }, { project, presentation }) {
    const rules = (0,alert_rules/* alertRulesOf */.J)(project);
    const isWanted = rules !== undefined && (rules.hasIssues ?? presentation.isPublic === false);
    return {
        issues: issues === undefined ? 'none' : isWanted ? 'write' : 'close',
        messages: messages !== undefined,
    };
}
async function tellIssues(claims, telling) {
    const { world, now } = telling;
    if (claims.length === 0 || world.issues === undefined)
        return new Map();
    const outcomes = new Map();
    const issues = new Map();
    for (const claim of claims) {
        const issue = await containedIssue(claim, telling);
        if (issue === undefined)
            outcomes.set(claim.key, { notBefore: (0,instant/* plusMs */.f9)(now, refusedPauseMs) });
        else
            issues.set(claim, issue);
    }
    try {
        const answers = await world.issues.write([...issues.values()], alertRequests);
        const [reason] = answers.flatMap((answer) => (answer.kind === 'deferred' ? [answer.reason] : []));
        if (reason !== undefined)
            world.log.warn(`Some alerts wait for a later tick: ${reason}.`);
        for (const [index, claim] of [...issues.keys()].entries())
            outcomes.set(claim.key, alerts_outcomeOf(claim, answers[index], now));
    }
    catch (error) {
        world.log.warn(`W_ALERT_REFUSED No alert could be shown as an issue: ${alerts_wordsOf(error)}`);
        const isRefused = error instanceof problem/* RefusedError */.fk;
        for (const { key, alert } of issues.keys())
            outcomes.set(key, {
                notBefore: (0,instant/* plusMs */.f9)(now, refusedPauseMs),
                ...(isRefused && alert === undefined ? { isGone: true } : {}),
            });
    }
    return outcomes;
}
/** What one run printed must not keep the owners of other flows from hearing of theirs. Undefined: not even without it. */
async function containedIssue(claim, telling) {
    try {
        return await issueOf(claim, telling);
    }
    catch (error) {
        const { log } = telling.world;
        log.warn(`W_REPORT_UNMADE The issue about ${claim.key} could not be made whole: ${(0,core_fault/* faultWords */._)(error)}. Everything else goes on. This is a bug of Headgate: please report it.`);
        return issueOf(claim, { ...telling, fault: (0,core_fault/* faultWords */._)(error) }).catch(() => undefined);
    }
}
function alerts_outcomeOf({ alert, told }, answer, now) {
    switch (answer?.kind) {
        case 'written':
            return {
                issue: {
                    number: answer.number,
                    as: alert === undefined ? over : (0,alerts/* shownAsOf */.db)(alert),
                    causes: told.causes.length,
                },
            };
        case 'none':
            return { isGone: true };
        default:
            return { notBefore: (0,instant/* plusMs */.f9)(now, pauseMs) };
    }
}
async function issueOf(claim, telling) {
    const { alert, told, isAgain } = claim;
    const { options, snapshot } = telling;
    const { links, outgoing } = options.presentation;
    const key = `${options.project.name}/${claim.key}`;
    const known = { key, isAgain, ...(told.issue === undefined ? {} : { number: told.issue.number }) };
    if (alert === undefined) {
        const body = recoveryComment({ told, ...snapshot, links });
        return { kind: 'close', ...known, comment: { key: 'over', body } };
    }
    const report = await reportFor(alert, telling);
    const comment = { key: `cause-${claim.newCause}`, body: causeComment(report) };
    return {
        kind: 'show',
        ...known,
        ...alertIssue(report, outgoing),
        assignees: report.owners.filter((owner) => !owner.includes('/')).map((owner) => owner.slice(1)),
        ...(claim.newCause === undefined ? {} : { comment }),
    };
}
async function reportFor(alert, { world, options, snapshot, now, fault }) {
    const { links } = options.presentation;
    const { state, registry } = snapshot;
    const run = alert.kind === 'failures' ? state.runs.get(alert.streak.run) : undefined;
    const whole = run && (await (0,engine_report/* reportOf */.EI)(world, run, { options, snapshot, now }));
    const report = whole && fault !== undefined ? (0,run_report/* bareReport */.VN)(whole, fault) : whole;
    const [path, commit] = alert.kind === 'clock'
        ? ['.github/workflows/tick.yml', world.source.commit]
        : [`flows/${alert.flow}/flow.yml`, registry.deployments.get(alert.flow)?.version.commit];
    const owners = commit === undefined ? [] : await ownersAt(world.source, commit, path);
    return { alert, now, state, registry, links, owners, ...(report === undefined ? {} : { run: report }) };
}
/** Whoever reads a chat finds the issue from there, so messages come after issues. */
async function tellMessages(claims, { world, options, issues }) {
    const sent = new Set();
    if (world.messages === undefined)
        return sent;
    for (const { key, alert, told } of claims) {
        const issue = issues.get(key)?.issue ?? told.issue;
        const text = alertMessage({
            alert,
            told: issue === undefined ? told : { ...told, issue },
            links: options.presentation.links,
            repository: options.repository,
            boardPlace: world.state.boardPlace,
        });
        const answer = await world.messages.send(text);
        if (answer.kind === 'sent')
            sent.add(key);
        else {
            world.log.warn(`W_ALERT_MESSAGE The message about ${key} was not taken (try ${told.message?.tries ?? 1} of ${mostTries}): ${answer.reason}.`);
        }
    }
    return sent;
}
function alerts_wordsOf(error) {
    return error instanceof problem/* RefusedError */.fk ? (0,problem/* describeProblem */.BJ)(error.problem) : String(error);
}

// EXTERNAL MODULE: ./src/engine/answers.ts
var engine_answers = __webpack_require__(5382);
// EXTERNAL MODULE: ./src/engine/changes.ts
var changes = __webpack_require__(7756);
// EXTERNAL MODULE: ./src/engine/observe.ts
var observe = __webpack_require__(1161);
// EXTERNAL MODULE: ./src/core/identity.ts
var identity = __webpack_require__(3484);
;// CONCATENATED MODULE: ./src/engine/hourly-look.ts

const firstMs = 10 * instant/* minuteMs */.J2;
/**
 * Whether a tick also looks for what only somebody's hand on the state leaves behind. An idle tick asks nobody but git;
 * these looks are for the ticks of an hour's first minutes, among which infrastructure/clock.yml has its slow rate too.
 */
function isHourlyLook(now) {
    return now % instant/* hourMs */.$0 < firstMs;
}

;// CONCATENATED MODULE: ./src/engine/orphans.ts



const mostNamed = 10;
/**
 * The live ECS tasks. Asked for before the state is loaded: a launch is recorded before it is made, so a
 * task that is listed first is in every state that is loaded later, unless that was deleted or rolled back.
 */
async function takeInventory(world, now) {
    if (world.executor.inventory === undefined || !isHourlyLook(now))
        return undefined;
    return ask(world);
}
/** The tasks that no record names. Where there is no state at all, all of them. */
async function findOrphans(world, live, { snapshot, repository, project }) {
    const known = live ?? (snapshot.version === undefined ? await ask(world) : undefined);
    if (known === undefined)
        return undefined;
    const ours = known.tasks.filter(({ family }) => family.startsWith(`headgate-${project.name}-`));
    const orphans = orphansAmong(ours, snapshot.state, repository);
    if (orphans.length > 0)
        world.log.warn(orphans_wordsOf(orphans));
    return orphans;
}
async function ask(world) {
    try {
        const tasks = await world.executor.inventory?.();
        return tasks === undefined ? undefined : { tasks };
    }
    catch (error) {
        if (error instanceof problem/* RefusedError */.fk)
            throw error;
        world.log.warn(`Could not list the running ECS tasks: ${String(error)}. A later tick asks again.`);
        return undefined;
    }
}
/** A task is known by its handle, or, while its launch is not confirmed yet, by its name. */
function orphansAmong(tasks, { runs }, repository) {
    const handles = new Set();
    const names = new Set();
    for (const run of runs.values()) {
        for (const { number, handle } of run.attempts) {
            if (handle === undefined)
                names.add((0,identity/* startedByOf */.wK)({ repository, flow: run.flow, run: run.id, attempt: number }));
            else
                handles.add(handle);
        }
    }
    return tasks.filter(({ handle, startedBy }) => !handles.has(handle) && !names.has(startedBy));
}
function orphans_wordsOf(orphans) {
    const named = orphans.slice(0, mostNamed).map(({ handle }) => handle);
    const more = orphans.length > mostNamed ? ` and ${orphans.length - mostNamed} more` : '';
    const count = orphans.length === 1 ? 'One ECS task' : `${orphans.length} ECS tasks`;
    return `W_ORPHANS ${count} of this project that no record names: ${named.join(', ')}${more}. The state was deleted or rolled back while they ran. They go on to their own end, and nobody waits for them; to end one, use \`aws ecs stop-task\`.`;
}

// EXTERNAL MODULE: ./src/engine/record.ts + 7 modules
var record = __webpack_require__(435);
// EXTERNAL MODULE: ./src/core/prune.ts
var prune = __webpack_require__(856);
// EXTERNAL MODULE: ./src/report/run-check.ts + 1 modules
var run_check = __webpack_require__(5107);
// EXTERNAL MODULE: ./src/report/timeline.ts
var timeline = __webpack_require__(2510);
;// CONCATENATED MODULE: ./src/report/run-diagram.ts



const mostAttempts = 30;
const mostTasks = 40;
const longestName = 40;
/** What has no length is not drawn at all. */
const shortestMs = 100;
/**
 * The attempts of a run, and the tasks of its last one, as a Gantt chart that GitHub draws in the files of a repository.
 * Its times are written without a zone, so that every reader sees those of UTC.
 */
function runDiagram(report, outgoing) {
    const attempts = attemptRows(report);
    if (attempts.length === 0)
        return '';
    const tasks = taskRows(report, outgoing);
    const number = report.run.attempts.at(-1)?.number ?? 1;
    const lines = [
        'gantt',
        '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
        `  axisFormat ${axisOf([...attempts, ...tasks])}`,
        '  todayMarker off',
        '  section Attempts',
        ...attempts.map(rowText),
        ...(tasks.length === 0 ? [] : [`  section Tasks of attempt ${number}`, ...tasks.map(rowText)]),
    ];
    return `### Timeline\n\nTimes are in UTC.\n\n\`\`\`mermaid\n${lines.join('\n')}\n\`\`\``;
}
function attemptRows({ run, now }) {
    const end = (0,core_run/* isEnded */.pl)(run) ? run.phase.endedAt : now;
    return run.attempts.slice(-mostAttempts).flatMap((attempt) => {
        const { startedAt, ending } = attempt;
        if (startedAt === undefined)
            return [];
        const tag = tagOf(attempt);
        const words = ending === undefined ? 'open' : ending.class.replaceAll('-', ' ');
        return [{ name: `Attempt ${attempt.number}, ${words}`, tag, from: startedAt, to: ending?.at ?? end }];
    });
}
function tagOf({ ending }) {
    if (ending === undefined)
        return 'active';
    return ending.class === 'exit-zero' ? 'done' : 'crit';
}
function taskRows({ events, now }, outgoing) {
    const timed = (events?.tasks ?? []).filter(({ startedAt }) => startedAt !== undefined);
    return (0,timeline/* chosenTasks */.P)(timed, mostTasks).map((task, index) => {
        const { outcome } = task;
        const isGood = outcome === 'succeeded' || outcome === 'restored';
        const name = safeName(outgoing.title((0,timeline/* taskName */.p5)(task), longestName));
        return {
            name: `${index + 1} ${name} ${outcome ?? 'not ended'}`.replaceAll(/ {2,}/g, ' '),
            tag: outcome === undefined ? 'active' : isGood ? 'done' : 'crit',
            from: task.startedAt ?? now,
            to: (0,timeline/* endOfTask */.sk)(task, now),
        };
    });
}
/** Mermaid has a language of its own: nothing but letters, digits and three marks can be none of its words. */
function safeName(text) {
    return text
        .replaceAll(/[^\p{L}\p{N}_.-]+/gu, ' ')
        .replaceAll(/[.-]{2,}/g, ' ')
        .trim();
}
function rowText({ name, tag, from, to }) {
    return `  ${name} :${tag}, ${momentText(from)}, ${momentText(Math.max(to, from + shortestMs))}`;
}
function momentText(at) {
    const text = (0,instant/* isoOf */.dF)(at)
        .replace('T', ' ')
        .replace(/Z$/, '');
    return text.includes('.') ? text : `${text}.000`;
}
function axisOf(rows) {
    const span = Math.max(...rows.map(({ to }) => to)) - Math.min(...rows.map(({ from }) => from));
    return span < instant/* dayMs */.LP ? '%H:%M:%S' : '%m-%d %H:%M';
}

;// CONCATENATED MODULE: ./src/report/run-page.ts





/** The page of a finished run on the history branch; the month is the one in which the run was created. */
function runPage(report, outgoing) {
    const { run } = report;
    const title = `# ${run.flow}: ${(0,report_text/* escapeInline */.VV)((0,run_title/* runTitle */.kh)(report, outgoing))}`;
    const parts = [title, (0,run_check/* runSummary */.KL)(report, outgoing), runDiagram(report, outgoing)];
    return {
        path: (0,places/* runPagePath */.E4)(run),
        text: `${parts.filter((part) => part !== '').join('\n\n')}\n`,
    };
}

;// CONCATENATED MODULE: ./src/report/contained.ts





function containedCheck(report, outgoing) {
    try {
        return { made: (0,run_check/* runCheck */.k_)(report, outgoing) };
    }
    catch (error) {
        const fault = (0,core_fault/* faultWords */._)(error);
        return { made: lesserCheck((0,run_report/* bareReport */.VN)(report, fault), outgoing), fault };
    }
}
function lesserCheck(report, outgoing) {
    try {
        return (0,run_check/* runCheck */.k_)(report, outgoing);
    }
    catch {
        return (0,run_check/* bareCheck */.FD)(report.run);
    }
}
function containedPage(report, outgoing) {
    try {
        return { made: runPage(report, outgoing) };
    }
    catch (error) {
        const fault = (0,core_fault/* faultWords */._)(error);
        return { made: lesserPage((0,run_report/* bareReport */.VN)(report, fault), outgoing), fault };
    }
}
function lesserPage(report, outgoing) {
    try {
        return runPage(report, outgoing);
    }
    catch {
        const { title, summary } = (0,run_check/* bareCheck */.FD)(report.run);
        return { path: (0,places/* runPagePath */.E4)(report.run), text: `# ${report.run.flow}: ${title}\n\n${summary}\n` };
    }
}

;// CONCATENATED MODULE: ./src/engine/source-files.ts
/** A commit that the checkout does not have is fetched; runs of older ones are reported without. */
const mostCommits = 3;
/** Asks for each commit once. That it cannot be had only costs an annotation. */
function sourceFilesOf(source) {
    const known = new Map();
    return (commit) => {
        const asked = known.get(commit);
        if (asked !== undefined)
            return asked;
        if (known.size >= mostCommits)
            return Promise.resolve(undefined);
        const files = read(source, commit).catch(() => undefined);
        known.set(commit, files);
        return files;
    };
}
async function read(source, commit) {
    if (commit === source.commit)
        return new Set((await source.list()).map(({ path }) => path));
    const files = await source.filesAt(commit);
    return files === undefined ? undefined : new Set(files.keys());
}

;// CONCATENATED MODULE: ./src/engine/show.ts








/** GitHub's limits are per hour and repository, shared with everything else that runs there. Alerts take of a tick's 60 too. */
const requestBudget = 36;
const strayBudget = 4;
/** Brings the checks up to date. Whatever goes wrong with that is in the answer: what was launched must be recorded first. */
async function reportRuns(world, showing, options) {
    try {
        return await showRuns(world, showing, options);
    }
    catch (failure) {
        const deferred = (0,check_claims/* unreportedRuns */.jc)(showing.snapshot.state, world.clock.now()).length;
        return { ...nothingShown(showing), pages: new Map(), deferred, failure };
    }
}
function nothingShown({ claims }) {
    const none = { marks: new Map(), gone: new Map(), refused: new Map(), untouched: new Set() };
    return { ...none, claims, vain: new Set(), homeless: new Set() };
}
/** Only those checks that show something else than what is recorded. */
async function showRuns(world, showing, options) {
    const { snapshot } = showing;
    const now = world.clock.now();
    const wanting = (0,check_claims/* unreportedRuns */.jc)(snapshot.state, now);
    const isOurs = (run) => run.shown !== undefined || showing.claims.has(run.id) || world.checks.isRepeatable === true;
    const surroundings = { options, snapshot, now, filesOf: sourceFilesOf(world.source) };
    const reports = await (0,engine_report/* reportsOf */.tu)(world, wanting.filter(isOurs).slice(0, check_claims/* mostShown */.$Y), surroundings);
    const { outgoing } = options.presentation;
    const checks = reports.map((report) => toPublish(world, report, { showing, options, now }));
    const answers = checks.length === 0 ? [] : await world.checks.publish(checks, requestBudget);
    const outcome = show_outcomeOf(reports, answers, { showing, options, now });
    const pages = new Map();
    for (const report of reports) {
        if (!outcome.marks.has(report.run.id) || !(0,core_run/* isEnded */.pl)(report.run))
            continue;
        const { made: page, fault } = containedPage(report, outgoing);
        pages.set(page.path, page.text);
        if (fault !== undefined)
            world.log.warn((0,engine_report/* unmadeWords */.kf)(report.run, fault));
    }
    sayWhatIsLeft(world, outcome, answers);
    return { ...outcome, pages, deferred: wanting.length - outcome.marks.size - outcome.refused.size };
}
const show_mostNamed = 5;
function sayWhatIsLeft({ log }, { refused }, answers) {
    const reasonOf = (wanted) => answers.flatMap((answer) => answer.kind !== 'published' && wanted(answer.kind) ? [answer.reason] : [])[0];
    const waiting = reasonOf((kind) => kind !== 'refused');
    if (waiting !== undefined)
        log.warn(`Some checks wait for a later tick: ${waiting}.`);
    if (refused.size === 0)
        return;
    const ids = [...refused.keys()];
    const more = ids.length > show_mostNamed ? ` and ${ids.length - show_mostNamed} more` : '';
    log.warn(`W_CHECK_REFUSED GitHub does not take the check of ${ids.slice(0, show_mostNamed).join(', ')}${more}: ${reasonOf((kind) => kind === 'refused')}. It is tried again within the hour; everything else goes on.`);
}
function toPublish(world, report, { showing, options }) {
    const { run } = report;
    const { made: check, fault } = containedCheck(report, options.presentation.outgoing);
    if (fault !== undefined)
        world.log.warn((0,engine_report/* unmadeWords */.kf)(run, fault));
    const claim = showing.claims.get(run.id);
    // The claim came with the commit that this tick wrote first, unless it goes on from an earlier one.
    const stateCommit = claim?.commit ?? showing.snapshot.version;
    const commit = options.project.report.on === 'state' ? (stateCommit ?? check.commit) : check.commit;
    const createBefore = claim === undefined ? 'never' : (0,instant/* plusMs */.f9)(claim.at, check_claims/* creationMs */.Sk);
    return {
        check: { ...check, commit },
        ...(run.shown === undefined ? {} : { checkId: run.shown.checkId }),
        ...(world.checks.isRepeatable === true ? {} : { createBefore }),
    };
}
function show_outcomeOf(reports, answers, { showing, options, now }) {
    const marks = new Map();
    const gone = new Map();
    const vain = new Set();
    const homeless = new Set();
    const untouched = new Set(showing.claims.keys());
    const isOnState = options.project.report.on === 'state';
    for (const [index, { run }] of reports.entries()) {
        const answer = answers[index];
        untouched.delete(run.id);
        if (answer === undefined)
            continue;
        if (answer.kind === 'published')
            marks.set(run.id, { before: run.shown, after: { checkId: answer.checkId, as: (0,prune/* shownAs */.sE)(run) } });
        else if (answer.kind === 'deferred' && answer.mayExist === true)
            continue;
        else {
            vain.add(run.id);
            if (answer.kind === 'gone' && answer.what === 'commit' && isOnState)
                homeless.add(run.id);
            if (answer.kind === 'gone' && run.shown !== undefined)
                gone.set(run.id, run.shown.checkId);
        }
    }
    const isRefused = (_, index) => answers[index]?.kind === 'refused';
    const refused = new Map(reports.filter(isRefused).map(({ run }) => [run.id, now]));
    return { claims: showing.claims, marks, gone, untouched, vain, homeless, refused };
}
/**
 * What this tick created although the record names another check of the run by now: it was so slow that its claim was over.
 * Nothing can be deleted, so it says that it does not count.
 */
async function withdrawStrays(world, report, { state }) {
    const strays = [...(0,check_claims/* strayChecks */.t7)(state, report)].flatMap(([id, checkId]) => {
        const run = state.runs.get(id);
        return run === undefined
            ? []
            : [{ check: (0,run_check/* strayCheck */.IC)(run, world.clock.now()), checkId, createBefore: 'never' }];
    });
    if (strays.length === 0)
        return;
    world.log.warn(`${strays.length} run is shown twice: the later check says that it does not count.`);
    await world.checks.publish(strays, strayBudget).catch((error) => world.log.warn(String(error)));
}

;// CONCATENATED MODULE: ./src/engine/verify-checks.ts



/**
 * Checks that do not say how their run ended although the record has it that they do: somebody rolled the state back to
 * before a retry or a resolution, which had gone into the check already; or GitHub lost what it had confirmed.
 */
async function findFalseChecks({ checks, log }, state, now) {
    const ends = isHourlyLook(now) && checks.read !== undefined ? (0,check_claims/* settledChecks */.hp)(state) : [];
    if (ends.length === 0)
        return new Map();
    try {
        const sayings = await checks.read?.(ends.map(({ shown }) => shown.checkId));
        const wrong = ends.filter((run) => {
            const saying = sayings?.get(run.shown.checkId);
            return saying !== undefined && saying !== (0,run_check/* conclusionOf */.vu)(run);
        });
        if (wrong.length > 0)
            log.warn(`Some checks do not say how their run ended, and are written again: ${wrong.map(({ id }) => id).join(', ')}.`);
        return new Map(wrong.map(({ id, shown }) => [id, shown]));
    }
    catch (error) {
        log.warn(`Could not read the checks of ended runs: ${String(error)}. A later tick reads them.`);
        return new Map();
    }
}

// EXTERNAL MODULE: ./src/engine/wake-up.ts
var wake_up = __webpack_require__(983);
;// CONCATENATED MODULE: ./src/engine/tick.ts



















/** Nothing is launched then: what is not deployed has no slots, and a deploy never looks behind itself. */
const nothingRemembered = 'W_STATE_RESET There is no state: nothing was deployed yet, or its branch was deleted. The next deploy begins it anew, and makes up for no slot before it.';
/** One pass: load, observe, decide, record, act, report, record, and set the clock. */
async function tick(given, options) {
    const { executor, answers } = (0,engine_answers/* withAnswers */.m)(given.executor);
    const world = { ...given, executor };
    const now = world.clock.now();
    const live = await takeInventory(world, now);
    const loaded = await world.state.load(now);
    if (loaded.version === undefined)
        world.log.warn(nothingRemembered);
    const orphans = await findOrphans(world, live, { ...options, snapshot: loaded });
    const seen = await (0,observe/* observe */.l)(world, loaded, options.repository, now);
    const falseChecks = await findFalseChecks(world, loaded.state, now);
    const alerts = alertDesk(world, options, now);
    const mark = { trigger: options.presentation.trigger ?? 'headgate', at: now };
    let intended;
    const decided = await (0,record/* record */.g)(world, loaded, {
        style: options.presentation,
        edit: (snapshot) => {
            intended = intend(world, snapshot, { options, seen, falseChecks, alerts, now });
            const { state } = intended;
            return state === snapshot.state
                ? undefined
                : { state: (0,alerting/* markTick */.Rc)(state, mark), message: 'Decide what is due' };
        },
    });
    const outcomes = await act(world, {
        ...decided.snapshot,
        repository: options.repository,
        looks: seen.looks,
        sendings: intended?.sendings ?? new Set(),
        now,
    });
    const launched = withOutcomes(decided.snapshot, outcomes, world.clock.now());
    const report = await reportRuns(world, { snapshot: launched, claims: intended?.claims ?? new Map() }, options);
    await alerts.tell({ ...launched, state: (0,check_claims/* enterShown */.Gp)(launched.state, report, true) });
    const recorded = await (0,record/* record */.g)(world, decided.snapshot, {
        style: options.presentation,
        edit: (snapshot) => outcomeEdit(snapshot, { outcomes, report, alerts, mark }),
    });
    await alerts.tidy(recorded.snapshot.state);
    await withdrawStrays(world, report, recorded.snapshot);
    await stopStrays(world, outcomes, recorded.snapshot.state);
    await (0,wake_up/* setWakeUp */._)(world, recorded.snapshot, restOf(intended?.decision, report));
    if (report.failure !== undefined)
        throw report.failure;
    return summarize({
        loaded,
        recorded: recorded.snapshot,
        decision: intended?.decision,
        report,
        now,
        orphans,
        unseen: {
            open: unseenRuns(loaded, seen, options.repository),
            unsent: outcomes.flatMap(({ run, result }) => (result.kind === 'unsent' ? [run] : [])),
            isSilent: (0,engine_answers/* isSilent */.e)(answers),
        },
    });
}
/** Open runs of which this tick can say nothing new, because it could not ask. */
function unseenRuns(snapshot, { sightings, looks }, repository) {
    return (0,attempts/* openAttempts */.DI)(snapshot, repository)
        .filter(({ attempt, startedBy }) => attempt.handle === undefined ? !looks.has(startedBy) : !sightings.has(attempt.handle))
        .map(({ run }) => run.id);
}
function intend(world, snapshot, { options, seen, falseChecks, alerts, now }) {
    const { project, repository } = options;
    const believed = (0,check_claims/* doubtChecks */.ey)(snapshot.state, falseChecks);
    const decision = (0,decide/* decide */.L)({ ...snapshot, state: believed, seen, now, limits: project.limits, repository });
    const { state, sendings } = claimSendings(decision.state, {
        before: snapshot.state,
        lookOf: (0,attempts/* lookOf */.Li)(seen, repository),
        most: project.limits.launchesPerTick,
        now,
    });
    const claimed = claimsOf(world, { ...snapshot, state: alerts.claim(snapshot, state) }, now);
    return { decision, sendings, ...claimed };
}
/** Where creating a check twice is creating it once, nobody needs a right to it. */
function claimsOf({ checks }, snapshot, now) {
    if (checks.isRepeatable === true)
        return { state: snapshot.state, claims: new Map() };
    return (0,check_claims/* claimChecks */.wQ)(snapshot.state, { now, version: snapshot.version });
}
/** A token that may write no check never will: that is no reason to come again. */
function restOf(decision, { deferred, failure }) {
    if (decision?.isBehind === true)
        return 'slots';
    return deferred > 0 && failure === undefined ? 'checks' : undefined;
}
function outcomeEdit(snapshot, { outcomes, report, alerts, mark }) {
    const launched = withOutcomes(snapshot, outcomes, mark.at);
    const isWritten = launched.state !== snapshot.state;
    const state = alerts.enter((0,check_claims/* enterShown */.Gp)(launched.state, report, isWritten));
    const registry = (0,apply_plan/* withoutFollowed */.B)(snapshot.registry, state);
    if (state === snapshot.state && registry === snapshot.registry)
        return undefined;
    const message = 'Record what was launched and shown';
    return { state: (0,alerting/* markTick */.Rc)(state, mark), registry, pages: report.pages, message };
}
function withOutcomes(snapshot, outcomes, now) {
    const policyOf = (flow) => snapshot.registry.deployments.get(flow)?.policy;
    const state = applyOutcomes(snapshot.state, outcomes, policyOf, now);
    if (state === snapshot.state)
        return snapshot;
    return { ...snapshot, state: (0,draft/* followEnds */.uB)(state, { ...snapshot, now }) };
}
function summarize({ loaded, recorded, decision, report, now, ...found }) {
    const open = [...recorded.state.runs.values()].filter((run) => !('endedAt' in run.phase));
    return {
        at: now,
        changes: (0,changes/* changesBetween */.i)(loaded.state, recorded.state),
        gaps: decision?.gaps ?? [],
        waiting: decision?.waiting ?? new Map(),
        isBehind: decision?.isBehind ?? false,
        open,
        nextWake: (0,wake/* nextWake */.a)(recorded.state, recorded.registry, now),
        unreported: report.deferred,
        wroteState: loaded.version !== recorded.version,
        ...found,
    };
}


/***/ }),

/***/ 8334:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ watch),
/* harmony export */   x: () => (/* binding */ isIdle)
/* harmony export */ });
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _tick_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4980);


/** Ticks until nothing is open, or the time is over. Every pass is a whole tick, so it can be interrupted anywhere. */
async function watch(world, options, watching) {
    const endsAt = world.clock.now() + watching.watchSeconds * _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj;
    let result = await (0,_tick_js__WEBPACK_IMPORTED_MODULE_1__/* .tick */ .i)(world, options);
    for (;;) {
        const isOver = world.clock.now() + watching.pollSeconds * _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj > endsAt;
        if (isOver || (watching.isDone?.(result) ?? isIdle(result)))
            return result;
        await world.clock.sleep(watching.pollSeconds * _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj);
        result = joined(result, await (0,_tick_js__WEBPACK_IMPORTED_MODULE_1__/* .tick */ .i)(world, options));
    }
}
/** Nothing open, and every end reported. */
function isIdle(result) {
    return result.open.length === 0 && result.unreported === 0;
}
/** What both passes did together, as of the later one. */
function joined(before, after) {
    const firsts = new Map(before.changes.map((change) => [change.run.id, change]));
    const changed = new Set(after.changes.map(({ run }) => run.id));
    const earlier = before.changes.filter(({ run }) => !changed.has(run.id));
    const later = after.changes.map((change) => {
        const first = firsts.get(change.run.id);
        return first === undefined ? change : { ...change, before: first.before };
    });
    return {
        ...after,
        changes: [...earlier, ...later],
        gaps: [...before.gaps, ...after.gaps],
        wroteState: before.wroteState || after.wroteState,
    };
}


/***/ })

};
