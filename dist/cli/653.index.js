export const id = 653;
export const ids = [653];
export const modules = {

/***/ 105:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ requestRun),
/* harmony export */   GJ: () => (/* binding */ retryRun),
/* harmony export */   RC: () => (/* binding */ backfillRuns),
/* harmony export */   Su: () => (/* binding */ cancelRun),
/* harmony export */   Uf: () => (/* binding */ resolveRun),
/* harmony export */   VJ: () => (/* binding */ backfillFlow),
/* harmony export */   Yq: () => (/* binding */ withRun),
/* harmony export */   oE: () => (/* binding */ resumeFlow),
/* harmony export */   pS: () => (/* binding */ pauseFlow),
/* harmony export */   ps: () => (/* binding */ mostBackfillSlots),
/* harmony export */   qt: () => (/* binding */ backfillSize)
/* harmony export */ });
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3484);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3705);
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2362);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4341);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(973);
/* harmony import */ var _slots_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5957);
/* harmony import */ var _stopping_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5630);







/** The same request again (a job that is run once more, an answer that was lost) finds its run there. */
function requestRun(state, deployment, request) {
    if (state.runs.has(request.id))
        return { kind: 'nothing', because: `run ${request.id} was requested already` };
    return { kind: 'done', state: withRun(state, (0,_request_js__WEBPACK_IMPORTED_MODULE_5__/* .queuedRun */ .j)(deployment, request)) };
}
/** More slots than this at once would crowd everything else out of state. */
const mostBackfillSlots = 500;
/** A run for every slot in `[from, to]` of the flow's schedules that has none in state. */
function backfillFlow(state, deployment, { from, to }, { by, at }) {
    const wanted = deployment.policy.schedules.flatMap((schedule) => (0,_slots_js__WEBPACK_IMPORTED_MODULE_3__/* .slotsBetween */ .iF)(schedule, (0,_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantFromMs */ .A0)(from - 1), to, mostBackfillSlots + 1).map((slot) => ({
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
        const id = (0,_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .slotRunId */ .dz)(deployment.flow, slot, schedule.parameters);
        const resolved = (0,_parameters_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveParameters */ .vA)(deployment.policy.parameters, schedule.parameters);
        if (runs.has(id) || resolved.kind === 'bad')
            continue;
        const cause = { kind: 'backfill', slot, by };
        runs.set(id, (0,_request_js__WEBPACK_IMPORTED_MODULE_5__/* .queuedRun */ .j)(deployment, { id, cause, parameters: resolved.parameters, at }));
    }
    if (runs.size === state.runs.size)
        return { kind: 'nothing', because: 'every slot of the range has its run already' };
    return { kind: 'done', state: { ...state, runs } };
}
/** The runs that a backfill is about, whether it makes them or found them there. */
function backfillRuns({ flow, policy }, { from, to }) {
    return policy.schedules.flatMap((schedule) => (0,_slots_js__WEBPACK_IMPORTED_MODULE_3__/* .slotsBetween */ .iF)(schedule, (0,_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantFromMs */ .A0)(from - 1), to, mostBackfillSlots).map((slot) => (0,_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .slotRunId */ .dz)(flow, slot, schedule.parameters)));
}
/** How many slots a backfill would cover, without listing them. */
function backfillSize({ policy }, { from, to }) {
    const after = (0,_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantFromMs */ .A0)(from - 1);
    return policy.schedules.reduce((sum, schedule) => sum + (0,_slots_js__WEBPACK_IMPORTED_MODULE_3__/* .countSlots */ .vf)(schedule, after, to), 0);
}
function cancelRun(state, registry, id, { by, at }) {
    const run = state.runs.get(id);
    if (run === undefined)
        return unknownRun(id);
    if ((0,_run_js__WEBPACK_IMPORTED_MODULE_6__/* .isEnded */ .pl)(run))
        return { kind: 'nothing', because: `run ${id} has ended: ${run.phase.state}` };
    if (run.cancel !== undefined)
        return { kind: 'nothing', because: `run ${id} is being cancelled` };
    const policy = registry.deployments.get(run.flow)?.policy;
    return {
        kind: 'done',
        state: withRun(state, (0,_stopping_js__WEBPACK_IMPORTED_MODULE_4__/* .applyStops */ .U)({ ...run, cancel: { cause: 'cancelled', at, by } }, policy, at)),
    };
}
/** Grants an ended run one more attempt, of the same deployment and with the same parameters. */
function retryRun(state, registry, id, { at }) {
    const run = state.runs.get(id);
    if (run === undefined)
        return unknownRun(id);
    if (!(0,_run_js__WEBPACK_IMPORTED_MODULE_6__/* .isEnded */ .pl)(run))
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
function resumeFlow(state, flow) {
    if (!state.pauses.has(flow))
        return { kind: 'nothing', because: `flow ${flow} is not paused` };
    const pauses = new Map(state.pauses);
    pauses.delete(flow);
    return { kind: 'done', state: { ...state, pauses } };
}
function withRun(state, run) {
    return { ...state, runs: new Map(state.runs).set(run.id, run) };
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

/***/ 224:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ decide)
});

// UNUSED EXPORTS: mostOpenRuns

// EXTERNAL MODULE: ./src/core/reconcile.ts
var reconcile = __webpack_require__(1092);
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
    const usage = usageOf(open);
    const firstOpen = firstOpenOf(open);
    const admitted = [];
    const waiting = new Map();
    for (const run of open) {
        if (run.phase.state !== 'queued')
            continue;
        const wait = admitted.length >= limits.launchesPerTick ? 'launches-per-tick' : waitOf(run, run.phase.notBefore);
        if (wait === undefined) {
            usage.add(run);
            admitted.push(intend(run, now));
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
        if (group === undefined)
            return false;
        const members = [...registry.deployments.values()].filter(({ policy }) => policy.concurrency?.group === group.group);
        return members.reduce((sum, { flow }) => sum + usage.activeOf(flow), 0) >= group.limit;
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
function usageOf(open) {
    const active = new Map();
    let running = 0;
    const usage = {
        add(run) {
            running += 1;
            active.set(run.flow, (active.get(run.flow) ?? 0) + 1);
        },
        running: () => running,
        activeOf: (flow) => active.get(flow) ?? 0,
        isActive: (flow) => active.has(flow),
    };
    for (const run of open)
        if (run.phase.state !== 'queued')
            usage.add(run);
    return usage;
}
/** The intent of the next launch. An attempt that was only declined so far goes on; else a new one begins. */
function intend(run, now) {
    const last = run.attempts.at(-1);
    const attempt = last !== undefined && last.ending === undefined
        ? { ...last, launchTry: last.launchTry + 1, intendedAt: now }
        : { number: (last?.number ?? 0) + 1, launchTry: 1, intendedAt: now };
    return { ...(0,reconcile/* withAttempt */.sw)(run, attempt), phase: { state: 'launching' } };
}

// EXTERNAL MODULE: ./src/core/draft.ts + 2 modules
var core_draft = __webpack_require__(7965);
// EXTERNAL MODULE: ./src/core/due.ts
var core_due = __webpack_require__(3758);
// EXTERNAL MODULE: ./src/core/identity.ts
var identity = __webpack_require__(3484);
// EXTERNAL MODULE: ./src/core/prune.ts
var prune = __webpack_require__(856);
// EXTERNAL MODULE: ./src/core/stopping.ts
var stopping = __webpack_require__(5630);
;// CONCATENATED MODULE: ./src/core/decide.ts








/** Open runs that state holds at once; it keeps the file under 1 MiB. */
const mostOpenRuns = 1_000;
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
    const runs = (0,prune/* pruneRuns */.lq)(draft.runs, now);
    const isChanged = draft.gaps.length > 0 || !haveSameRuns(runs, state.runs);
    // The clock of the machine before this one may have been ahead: what it accounted for stays accounted for.
    const mark = due.mark > state.mark ? due.mark : state.mark;
    const after = isChanged ? { ...state, runs, gaps: (0,prune/* addGaps */.Vw)(state.gaps, draft.gaps), mark } : state;
    return { state: after, gaps: draft.gaps, waiting, isBehind: due.mark < now };
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
    const openCount = [...draft.runs.values()].filter((run) => !(0,core_run/* isEnded */.pl)(run)).length;
    const due = (0,core_due/* dueSlots */.G)(registry, state, now, Math.max(mostOpenRuns - openCount, 0));
    draft.gaps.push(...due.gaps);
    for (const slot of due.slots)
        startSlot(draft, slot);
    return due;
}
function startSlot(draft, due) {
    const deployment = draft.ground.registry.deployments.get(due.flow);
    if (deployment === undefined)
        return;
    const id = (0,identity/* slotRunId */.dz)(due.flow, due.slot, due.parameters);
    (0,core_draft/* enqueue */.Z2)(draft, deployment, { id, cause: { kind: 'slot', slot: due.slot }, given: due.parameters });
}
function haveSameRuns(a, b) {
    return a.size === b.size && [...a].every(([id, run]) => b.get(id) === run);
}


/***/ }),

/***/ 7965:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bz: () => (/* binding */ draftOf),
  Z2: () => (/* binding */ enqueue),
  uB: () => (/* binding */ followEnds),
  TQ: () => (/* binding */ startDownstream)
});

// EXTERNAL MODULE: ./src/core/identity.ts
var identity = __webpack_require__(3484);
// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __webpack_require__(973);
;// CONCATENATED MODULE: ./src/core/after.ts


/**
 * What the ends of `ended` set off. A flow that waits for several others runs once per slot, when the runs of that slot
 * of all of them have ended; without a slot (a manual run) it follows only if it waits for that one flow.
 */
function downstreamOf(ended, runs, registry) {
    const all = [...runs];
    return [...registry.deployments.values()]
        .filter(({ retiredAt }) => retiredAt === undefined)
        .flatMap((deployment) => {
        const { after } = deployment.policy;
        if (after === undefined)
            return [];
        return ended
            .filter(({ flow }) => after.flows.includes(flow))
            .flatMap((run) => followUp(run, deployment, after, all));
    });
}
function followUp(run, deployment, after, all) {
    const slot = (0,core_run/* slotOf */.SW)(run.cause);
    const group = after.flows.map((flow) => flow === run.flow ? run : slot === undefined ? undefined : runOfSlot(all, flow, slot));
    const ended = group.filter((member) => member !== undefined && (0,core_run/* isEnded */.pl)(member));
    if (ended.length < after.flows.length)
        return [];
    if (!isAsAsked(after, ended))
        return slot === undefined ? [] : [{ kind: 'gap', flow: deployment.flow, slot }];
    const first = [...ended].sort((a, b) => (a.flow < b.flow ? -1 : 1))[0] ?? run;
    const cause = { kind: 'upstream', run: run.id, ...(slot === undefined ? {} : { slot }) };
    return [{ kind: 'run', deployment, id: (0,identity/* upstreamRunId */.g3)(deployment.flow, first.id), cause }];
}
/** The newest run of a flow for a slot. */
function runOfSlot(all, flow, slot) {
    return all
        .filter((run) => run.flow === flow && (0,core_run/* slotOf */.SW)(run.cause) === slot)
        .sort((a, b) => b.createdAt - a.createdAt)[0];
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

;// CONCATENATED MODULE: ./src/core/overlap.ts
/** What a new slot does, given the open runs of its flow and how many of them have not started yet. */
function judgeOverlap(policy, open, waitingCount) {
    if (open.length === 0)
        return { kind: 'queue' };
    switch (policy) {
        case 'skip':
            return { kind: 'skip', because: 'overlap' };
        case 'buffer-one':
            return waitingCount === 0 ? { kind: 'queue' } : { kind: 'skip', because: 'buffered' };
        case 'buffer-all':
        case 'allow':
            return { kind: 'queue' };
        case 'cancel-other':
            return { kind: 'replace', runs: open };
    }
}

// EXTERNAL MODULE: ./src/core/parameters.ts
var parameters = __webpack_require__(2362);
// EXTERNAL MODULE: ./src/core/prune.ts
var prune = __webpack_require__(856);
// EXTERNAL MODULE: ./src/core/request.ts
var request = __webpack_require__(4341);
// EXTERNAL MODULE: ./src/core/stopping.ts
var stopping = __webpack_require__(5630);
;// CONCATENATED MODULE: ./src/core/draft.ts







/** With all runs of a state; the open ones as `follow` makes them. */
function draftOf(ground, runs, follow) {
    const draft = { ground, runs: new Map(runs), byFlow: new Map(), gaps: [] };
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
        for (const next of downstreamOf(ended, draft.runs.values(), registry)) {
            if (next.kind === 'gap')
                addGap(draft, next, 'upstream');
            else
                enqueue(draft, next.deployment, { id: next.id, cause: next.cause, given: {} });
        }
    }
}
/** Queues a run unless it exists, its flow is paused, or overlap says otherwise. */
function enqueue(draft, deployment, wanted) {
    const { now } = draft.ground;
    if (draft.runs.has(wanted.id))
        return;
    const verdict = judgeWanted(draft, deployment, wanted);
    if (verdict.kind === 'gap') {
        addGap(draft, { flow: deployment.flow, slot: (0,core_run/* slotOf */.SW)(wanted.cause) ?? now }, verdict.because);
        return;
    }
    for (const other of verdict.replaced)
        supersede(draft, other);
    const { parameters } = verdict;
    enter(draft, (0,request/* queuedRun */.j)(deployment, { id: wanted.id, cause: wanted.cause, parameters, at: now }));
}
function judgeWanted(draft, { flow, policy }, { given }) {
    if (draft.ground.state.pauses.has(flow))
        return { kind: 'gap', because: 'paused' };
    const open = openRunsOf(draft, flow);
    const waitingCount = open.filter((run) => run.phase.state === 'queued').length;
    const overlap = judgeOverlap(policy.overlap, open.map((run) => run.id), waitingCount);
    if (overlap.kind === 'skip')
        return { kind: 'gap', because: overlap.because };
    const resolved = (0,parameters/* resolveParameters */.vA)(policy.parameters, given);
    if (resolved.kind === 'bad')
        return { kind: 'gap', because: 'parameters' };
    return {
        kind: 'run',
        parameters: resolved.parameters,
        replaced: overlap.kind === 'replace' ? overlap.runs : [],
    };
}
/** Open runs that stand in the way of others: a backfill that waits does not. */
function openRunsOf(draft, flow) {
    const runs = [...(draft.byFlow.get(flow) ?? [])].flatMap((id) => draft.runs.get(id) ?? []);
    return runs.filter((run) => !(0,core_run/* isEnded */.pl)(run) && !(0,core_run/* isWaitingBackfill */.S3)(run));
}
function supersede(draft, id) {
    const run = draft.runs.get(id);
    const { now, registry } = draft.ground;
    if (run === undefined)
        return;
    const cancelled = { ...run, cancel: run.cancel ?? { cause: 'superseded', at: now } };
    draft.runs.set(id, (0,stopping/* applyStops */.U)(cancelled, registry.deployments.get(run.flow)?.policy, now));
}
const missedReasons = new Set(['parameters', 'window']);
function addGap(draft, { flow, slot }, because) {
    const outcome = missedReasons.has(because) ? 'missed' : 'skipped';
    draft.gaps.push({ flow, outcome, because, from: slot, to: slot, count: 1 });
}


/***/ }),

/***/ 1092:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   Lq: () => (/* binding */ reconcile),
/* harmony export */   di: () => (/* binding */ adopt),
/* harmony export */   e1: () => (/* binding */ isReplayable),
/* harmony export */   sw: () => (/* binding */ withAttempt)
/* harmony export */ });
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4689);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3705);
/* harmony import */ var _retries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9482);



/**
 * ECS may answer MISSING for a task that exists: its API is eventually consistent, for up to five minutes by its own
 * advice (ECS API reference, RunTask). Only after that, and more than one look, may a missing task count as lost.
 */
const graceMs = 5 * _instant_js__WEBPACK_IMPORTED_MODULE_1__/* .minuteMs */ .J2;
const graceTicks = 3;
/**
 * An ECS client token may lapse one hour after a short task ended (ECS API reference, "Ensuring idempotency"). An older
 * intent is looked up, never replayed.
 */
const replayableMs = 50 * _instant_js__WEBPACK_IMPORTED_MODULE_1__/* .minuteMs */ .J2;
/**
 * From the last moment at which a launch can have been sent until a look surely shows it: the same five minutes, and the
 * time that a slow tick takes. A look before that which finds nothing says nothing.
 */
const settleMs = 2 * graceMs;
function isReplayable(attempt, now) {
    return now - attempt.intendedAt < replayableMs;
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
    return sighting.kind === 'missing' ? judgeMissing(attempt, context) : withSighting(attempt, sighting);
}
/** An attempt of which ECS knows nothing: adopt what the event log knows, or wait, or give it up as unknown. */
function judgeMissing(attempt, context) {
    const { now } = context;
    const look = context.seen.looks.get(context.startedBy(attempt));
    if (look === undefined)
        return attempt;
    const found = look.found.find(({ handle }) => handle === attempt.handle);
    if (found !== undefined && found.sighting.kind !== 'missing')
        return withSighting(attempt, found.sighting);
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
    if (look === undefined || run.phase.state === 'queued')
        return attempt;
    const [first] = look.found;
    if (first !== undefined)
        return adopt(attempt, first);
    const cancelledAt = attempt.stop?.at ?? run.cancel?.at;
    if (now < (cancelledAt ?? attempt.intendedAt + replayableMs) + settleMs)
        return attempt;
    if (!look.isConclusive)
        return ended(attempt, 'no-evidence', now);
    if (cancelledAt !== undefined)
        return ended(attempt, 'cancelled', now);
    return { ...attempt, launchTry: attempt.launchTry + 1, intendedAt: now };
}
/** An intent whose task was found. */
function adopt(attempt, { handle, sighting }) {
    return withSighting({ ...attempt, handle }, sighting);
}
function ended(attempt, endingClass, at) {
    return { ...attempt, ending: { class: endingClass, at } };
}
function withSighting(attempt, sighting) {
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
                ending: underStop(sighting.ending, attempt),
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
    const verdict = (0,_retries_js__WEBPACK_IMPORTED_MODULE_2__/* .judgeRetry */ .UY)(run, policy, now);
    if (verdict.kind === 'retry')
        return { ...run, phase: { state: 'queued', notBefore: verdict.notBefore } };
    return { ...run, phase: { state: (0,_ending_js__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .x)(ending.class).outcome, endedAt: ending.at } };
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
    if (used > limit + run.granted)
        return { kind: 'final' };
    const rule = budget === 'code' ? policy.retries : infraBackoff;
    return {
        kind: 'retry',
        notBefore: (0,_instant_js__WEBPACK_IMPORTED_MODULE_3__/* .plusSeconds */ .Mu)(now, delayAfter(rule, used, `${run.id} ${run.attempts.length}`)),
    };
}
/** When an attempt that the executor declined for now is offered again. */
function nextLaunchTry(run, launchTry, now) {
    return (0,_instant_js__WEBPACK_IMPORTED_MODULE_3__/* .plusSeconds */ .Mu)(now, delayAfter(infraBackoff, launchTry, `${run.id} try ${launchTry}`));
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

/***/ 5630:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ applyStops)
/* harmony export */ });
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _reconcile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1092);


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

/***/ 34:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  performTick: () => (/* binding */ performTick),
  performTickPreview: () => (/* binding */ performTickPreview),
  t: () => (/* binding */ tickOptionsOf)
});

// UNUSED EXPORTS: tickDocument

// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/core/decide.ts + 1 modules
var decide = __webpack_require__(224);
// EXTERNAL MODULE: ./src/core/wake.ts
var wake = __webpack_require__(8562);
// EXTERNAL MODULE: ./src/engine/changes.ts
var changes = __webpack_require__(7756);
// EXTERNAL MODULE: ./src/engine/observe.ts
var observe = __webpack_require__(1161);
;// CONCATENATED MODULE: ./src/engine/preview.ts




/** What a tick would decide now. Nothing is written, launched, stopped or shown. */
async function previewTick(world, options) {
    const now = world.clock.now();
    const loaded = await world.state.load(now);
    const seen = await (0,observe/* observe */.l)(world, loaded.state, options.repository, now);
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
    };
}

// EXTERNAL MODULE: ./src/engine/watch.ts
var watch = __webpack_require__(8334);
// EXTERNAL MODULE: ./src/doors/documents.ts
var documents = __webpack_require__(9678);
// EXTERNAL MODULE: ./src/doors/words.ts + 1 modules
var words = __webpack_require__(5236);
;// CONCATENATED MODULE: ./src/doors/verbs/tick.ts





/** One tick, or ticks until nothing is open. A run that failed is shown, but is not a failure of the tick. */
async function performTick(site, watching) {
    const result = await (0,watch/* watch */.w)(site.world, tickOptionsOf(site), watching);
    return { exitCode: problem/* exitCodes */.hS.done, document: tickDocument(result), ...(0,words/* tickWords */.nx)(site, result) };
}
/** What a tick would do now, and does not. */
async function performTickPreview(site) {
    const result = await previewTick(site.world, tickOptionsOf(site));
    const document = { ...tickDocument(result), isDryRun: true };
    return { exitCode: problem/* exitCodes */.hS.done, document, ...(0,words/* tickWords */.nx)(site, result) };
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
        nextWake: (0,documents/* momentOrNull */.Vc)(result.nextWake),
    };
}


/***/ }),

/***/ 5236:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bl: () => (/* binding */ commandWords),
  $W: () => (/* binding */ runWords),
  o7: () => (/* binding */ statusWords),
  nx: () => (/* binding */ tickWords)
});

// EXTERNAL MODULE: ./src/engine/report.ts + 2 modules
var engine_report = __webpack_require__(8335);
// EXTERNAL MODULE: ./src/report/terminal.ts
var report_terminal = __webpack_require__(2885);
// EXTERNAL MODULE: ./src/report/board-view.ts
var board_view = __webpack_require__(2639);
// EXTERNAL MODULE: ./src/report/run-title.ts
var run_title = __webpack_require__(9259);
// EXTERNAL MODULE: ./src/report/state-words.ts
var state_words = __webpack_require__(4988);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(6970);
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
        `The board: ${(0,report_text/* codeSpan */.SS)(boardPlace)}`,
    ];
    const text = sections.filter((section) => section !== '').join('\n\n');
    return (0,visible/* cutBytes */.Uw)(`${text}\n`, summaryLimitBytes, '\n\n… (cut; the board has everything)\n');
}
/** `2 started, 1 ended badly, 1 slot without a run; 3 open; next wake 2026-11-24 21:05 UTC.` */
function tickSentence({ changes, gaps, open, nextWake }) {
    const count = (isWanted) => changes.filter(isWanted).length;
    const started = count(({ before, after }) => after !== 'queued' && (before === undefined || before === 'queued'));
    const ended = count(({ after }) => endStates.has(after));
    const bad = count(({ after }) => (0,state_words/* isBad */.e2)(after));
    const without = gaps.reduce((sum, gap) => sum + gap.count, 0);
    const parts = [
        started === 0 ? undefined : `${started} started`,
        ended === 0 ? undefined : `${ended} ended`,
        bad === 0 ? undefined : `${bad} of them badly`,
        without === 0 ? undefined : `${(0,report_words/* countWords */.rj)(without, 'slot')} without a run`,
    ].filter((part) => part !== undefined);
    const done = parts.length === 0 ? 'Nothing changed' : capitalised(parts.join(', '));
    const wake = nextWake === undefined ? 'nothing more is scheduled' : `next wake ${(0,report_words/* instantWords */.lJ)(nextWake)}`;
    return `${done}; ${(0,report_words/* countWords */.rj)(open.length, 'open run')}; ${wake}.`;
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
        .map(({ run, before, after, attempts }) => [
        (0,report_text/* codeSpan */.SS)(run),
        before === undefined ? 'new' : before,
        (0,state_words/* markedState */.wy)(after),
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
function more(left) {
    return left === 0 ? '' : `\n\n… and ${left} more.`;
}

;// CONCATENATED MODULE: ./src/doors/words.ts




/** What a tick came to, for a terminal and for a job summary. */
function tickWords({ world }, result) {
    const report = tickReport(result);
    return { text: `${tickSentence(report)}\n`, summary: tickSummary(report, world.state.boardPlace) };
}
function tickReport(result) {
    const changes = result.changes.map(({ run, before }) => ({
        run: run.id,
        flow: run.flow,
        before,
        after: run.phase.state,
        attempts: run.attempts.length,
    }));
    return { ...result, changes };
}
/** What a command came to; of a run that ended, its report. */
async function commandWords(site, { answer, run, isDryRun, }) {
    const sentence = commandSentence(answer, isDryRun);
    const report = run === undefined ? '' : `\n${await runWords(site, run)}`;
    const text = `${sentence}\n${report}`;
    return { text, summary: `${site.presentation.outgoing.inline(sentence)}\n` };
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
    const { world, presentation, project, terminal } = site;
    const now = world.clock.now();
    const snapshot = await world.state.load(now);
    const report = await (0,engine_report/* reportOf */.EI)(world, run, { options: { project, presentation }, snapshot, now });
    return (0,report_terminal/* runText */.le)(report, presentation.outgoing, terminal);
}
function statusWords({ world, terminal }, { state, registry }) {
    return (0,report_terminal/* statusText */.qS)({ state, registry, now: world.clock.now() }, terminal);
}


/***/ }),

/***/ 3075:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ openAttempts),
/* harmony export */   w: () => (/* binding */ launchRequestOf)
/* harmony export */ });
/* harmony import */ var _core_identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3484);
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3705);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7136);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(973);




function openAttempts(state, repository) {
    return [...state.runs.values()].flatMap((run) => {
        const attempt = run.attempts.at(-1);
        const isOpen = attempt !== undefined && attempt.ending === undefined && !(0,_core_run_js__WEBPACK_IMPORTED_MODULE_2__/* .isEnded */ .pl)(run) && run.phase.state !== 'queued';
        if (!isOpen)
            return [];
        return [
            {
                run,
                attempt,
                startedBy: (0,_core_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .startedByOf */ .wK)({ repository, flow: run.flow, run: run.id, attempt: attempt.number }),
            },
        ];
    });
}
/** Made of the record alone, so that a replay is the same to the byte. */
function launchRequestOf({ run, attempt, startedBy }, repository, spot) {
    const slot = (0,_core_run_js__WEBPACK_IMPORTED_MODULE_2__/* .slotOf */ .SW)(run.cause);
    return {
        flow: run.flow,
        revision: run.revision,
        startedBy,
        clientToken: (0,_core_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .clientTokenOf */ .kG)({ repository, flow: run.flow, run: run.id, attempt: attempt.number }, attempt.launchTry),
        environment: {
            HEADGATE_ATTEMPT: String(attempt.number),
            HEADGATE_FLOW: run.flow,
            HEADGATE_PARAMETERS: (0,_core_json_js__WEBPACK_IMPORTED_MODULE_3__/* .canonicalJson */ .d)(run.parameters),
            HEADGATE_RUN_ID: run.id,
            HEADGATE_SLOT: slot === undefined ? '' : (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .isoOf */ .dF)(slot),
        },
        spot,
    };
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
/* harmony import */ var _core_reconcile_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1092);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(973);




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
    const names = attempts.map(({ startedBy }) => startedBy);
    const listed = await orWarn(world, `look for ${names.length} launches`, () => world.executor.look(names, known));
    if (listed === undefined)
        return new Map();
    const earliest = ({ run, attempt }) => Math.min((0,_core_run_js__WEBPACK_IMPORTED_MODULE_3__/* .earliestLaunch */ .Vv)(run, state), attempt.intendedAt);
    const late = attempts.filter((one) => now - earliest(one) > listedMs && (listed.get(one.startedBy) ?? []).length === 0);
    const logged = await askEventLog(world, late, Math.min(...late.map(earliest)));
    const isAsked = new Set(late.map(({ startedBy }) => startedBy));
    const looks = new Map();
    for (const { attempt, startedBy } of attempts) {
        const log = logged.get(startedBy);
        if (isAsked.has(startedBy) && log === undefined)
            continue;
        const found = [...(listed.get(startedBy) ?? []), ...(log?.found ?? [])];
        looks.set(startedBy, { found, isConclusive: (0,_core_reconcile_js__WEBPACK_IMPORTED_MODULE_2__/* .isReplayable */ .e1)(attempt, now) || (log?.isConclusive ?? false) });
    }
    return looks;
}
/** What the event log remembers of attempts, or nothing at all if it does not answer. */
async function askEventLog(world, attempts, earliest) {
    if (attempts.length === 0)
        return new Map();
    const names = attempts.map(({ startedBy }) => startedBy);
    const answer = await orWarn(world, 'read the event log', () => world.eventLog.find(names, (earliest - skewMs)));
    if (answer === undefined)
        return new Map();
    const lookOf = (name) => ({
        found: answer.found.get(name) ?? [],
        isConclusive: answer.isTrustworthy,
    });
    return new Map(names.map((name) => [name, lookOf(name)]));
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
/* harmony import */ var _attempts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3075);
/* harmony import */ var _look_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7606);


/** Looks at every open attempt: ECS first, then, for what it does not know, the list of its tasks and the event log. */
async function observe(world, state, repository, now) {
    const open = (0,_attempts_js__WEBPACK_IMPORTED_MODULE_0__/* .openAttempts */ .D)(state, repository);
    const handles = open.flatMap(({ attempt }) => (attempt.handle === undefined ? [] : [attempt.handle]));
    const sightings = handles.length === 0 ? new Map() : await world.executor.observe(handles);
    const launched = open.filter(({ attempt }) => attempt.handle === undefined);
    const missing = open.filter(({ attempt }) => sightings.get(attempt.handle ?? '')?.kind === 'missing');
    const looks = await (0,_look_js__WEBPACK_IMPORTED_MODULE_1__/* .lookFor */ .x)(world, launched, { state, known: new Set(handles), now });
    const earliest = Math.min(...missing.map(({ attempt }) => attempt.intendedAt));
    for (const [startedBy, look] of await (0,_look_js__WEBPACK_IMPORTED_MODULE_1__/* .askEventLog */ .i)(world, missing, earliest))
        looks.set(startedBy, look);
    return { sightings, looks };
}


/***/ }),

/***/ 8335:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Gp: () => (/* binding */ enterShown),
  EI: () => (/* binding */ reportOf),
  to: () => (/* binding */ reportRuns)
});

// EXTERNAL MODULE: ./src/core/definition.ts
var definition = __webpack_require__(3599);
// EXTERNAL MODULE: ./src/core/event.ts
var core_event = __webpack_require__(9072);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
// EXTERNAL MODULE: ./src/core/prune.ts
var prune = __webpack_require__(856);
// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __webpack_require__(973);
// EXTERNAL MODULE: ./src/report/run-check.ts + 3 modules
var run_check = __webpack_require__(6847);
// EXTERNAL MODULE: ./src/report/places.ts
var places = __webpack_require__(9749);
// EXTERNAL MODULE: ./src/report/run-title.ts
var run_title = __webpack_require__(9259);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(6970);
;// CONCATENATED MODULE: ./src/report/run-page.ts




/** The page of a finished run on the history branch; the month is the one in which the run was created. */
function runPage(report, outgoing) {
    const { run } = report;
    const title = `# ${run.flow}: ${(0,report_text/* escapeInline */.VV)((0,run_title/* runTitle */.kh)(report, outgoing))}`;
    return {
        path: (0,places/* runPagePath */.E4)(run),
        text: `${title}\n\n${(0,run_check/* runSummary */.KL)(report, outgoing)}\n`,
    };
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

;// CONCATENATED MODULE: ./src/engine/report.ts








/** GitHub's limits are per hour and repository, shared with everything else that runs there; a tick takes at most this. */
const requestBudget = 60;
/** Runs whose logs are read in one tick. */
const mostReports = 40;
const mostLogPages = 8;
/** Longer than a usual tick takes. */
const creationGraceMs = instant/* minuteMs */.J2;
/** Brings the checks up to date. Whatever goes wrong with that is in the answer: what was launched must be recorded first. */
async function reportRuns(world, showing, options) {
    const { snapshot } = showing;
    try {
        return await showRuns(world, showing, options);
    }
    catch (failure) {
        const deferred = [...snapshot.state.runs.values()].filter((run) => !(0,prune/* isReported */.Ob)(run)).length;
        return { shown: new Map(), pages: new Map(), deferred, failure };
    }
}
/** Only those checks that show something else than what is recorded. */
async function showRuns(world, { snapshot, decidedAt }, options) {
    const now = world.clock.now();
    const wanting = [...snapshot.state.runs.values()].filter((run) => !(0,prune/* isReported */.Ob)(run)).sort(endedFirst);
    const runs = wanting.filter((run) => isOursToShow(run, { decidedAt, now })).slice(0, mostReports);
    const { outgoing } = options.presentation;
    const surroundings = { options, snapshot, now, filesOf: sourceFilesOf(world.source) };
    const reports = await Promise.all(runs.map((run) => reportOf(world, run, surroundings)));
    const checks = reports.map((report) => ({ check: (0,run_check/* runCheck */.k_)(report, outgoing), ...knownId(report.run) }));
    const answers = checks.length === 0 ? [] : await world.checks.publish(checks, requestBudget);
    const shown = new Map();
    const pages = new Map();
    for (const [index, run] of runs.entries()) {
        const answer = answers[index];
        const report = reports[index];
        if (answer?.kind !== 'published' || report === undefined)
            continue;
        shown.set(run.id, { checkId: answer.checkId, as: (0,prune/* shownAs */.sE)(run) });
        const page = (0,core_run/* isEnded */.pl)(run) ? runPage(report, outgoing) : undefined;
        if (page !== undefined)
            pages.set(page.path, page.text);
    }
    const [reason] = answers.flatMap((answer) => (answer.kind === 'deferred' ? [answer.reason] : []));
    if (reason !== undefined)
        world.log.warn(`Some checks wait for the next tick: ${reason}.`);
    return { shown, pages, deferred: wanting.length - shown.size };
}
/**
 * GitHub creates a second check for whoever asks second, so a run that has none is left for a while to the tick that
 * started or ended it. An update can be sent by anybody: it says the same.
 */
function isOursToShow(run, { decidedAt, now }) {
    if (run.shown !== undefined)
        return true;
    const changedAt = run.attempts.at(-1)?.intendedAt ?? ((0,core_run/* isEnded */.pl)(run) ? run.phase.endedAt : run.createdAt);
    return changedAt === decidedAt || now - changedAt >= creationGraceMs;
}
/** People wait for ends; they go first when the budget is short. */
function endedFirst(a, b) {
    return Number((0,core_run/* isEnded */.pl)(b)) - Number((0,core_run/* isEnded */.pl)(a)) || a.createdAt - b.createdAt;
}
function knownId(run) {
    return run.shown === undefined ? {} : { checkId: run.shown.checkId };
}
/** Everything that is known of a run, with what it said about itself in its log. */
async function reportOf(world, run, { options, snapshot, now, filesOf }) {
    const { links, logTailLines } = options.presentation;
    const handle = run.attempts.at(-1)?.handle;
    const lines = (0,core_run/* isEnded */.pl)(run) && handle !== undefined ? await readLog(world, run, handle) : [];
    const deployment = snapshot.registry.deployments.get(run.flow);
    const place = handle === undefined ? undefined : world.logs.place(handle, run.flow);
    const tail = lines.flatMap(({ at, text }) => {
        const visible = (0,core_event/* shownText */.f$)(text);
        return visible === undefined ? [] : [{ ...(at === undefined ? {} : { at }), text: visible }];
    });
    const report = {
        run,
        now,
        links,
        deployment: {
            family: (0,definition/* familyOf */.A)(options.project.name, run.flow),
            ...(deployment === undefined ? {} : { policy: deployment.policy }),
            ...(deployment?.resources === undefined ? {} : { resources: deployment.resources }),
            ...imageOf(run, deployment),
        },
        events: (0,core_event/* parseEvents */.PH)(lines.map(({ text }) => text)),
        logTail: logTailLines === 0 ? [] : tail.slice(-logTailLines),
        ...(place === undefined ? {} : { logPlace: place }),
    };
    const sourceFiles = filesOf !== undefined && (0,run_check/* hasTrace */.qK)(report) ? await filesOf(run.commit) : undefined;
    return sourceFiles === undefined ? report : { ...report, sourceFiles };
}
/** The image of the very version that the run was created from. */
function imageOf(run, deployment) {
    const versions = deployment === undefined ? [] : [deployment.version, ...deployment.earlier];
    const image = versions.find(({ revision }) => revision === run.revision)?.image;
    return image === undefined ? {} : { image };
}
/** A log that cannot be read must not keep the outcome from being shown. */
async function readLog(world, run, handle) {
    const lines = [];
    try {
        let cursor;
        for (let page = 0; page < mostLogPages; page += 1) {
            const answer = await world.logs.read(handle, run.flow, cursor);
            lines.push(...answer.lines);
            if (answer.cursor === undefined || answer.cursor === cursor)
                break;
            cursor = answer.cursor;
        }
    }
    catch (error) {
        world.log.warn(`Could not read the log of run ${run.id}: ${String(error)}.`);
    }
    return lines;
}
function enterShown(state, shown) {
    if (shown.size === 0)
        return state;
    const runs = new Map(state.runs);
    for (const [id, mark] of shown) {
        const run = runs.get(id);
        if (run !== undefined)
            runs.set(id, { ...run, shown: mark });
    }
    return { ...state, runs };
}


/***/ }),

/***/ 6774:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ tick)
});

// EXTERNAL MODULE: ./src/core/decide.ts + 1 modules
var decide = __webpack_require__(224);
// EXTERNAL MODULE: ./src/core/draft.ts + 2 modules
var draft = __webpack_require__(7965);
// EXTERNAL MODULE: ./src/core/command.ts
var command = __webpack_require__(105);
// EXTERNAL MODULE: ./src/core/reconcile.ts
var reconcile = __webpack_require__(1092);
// EXTERNAL MODULE: ./src/core/retries.ts
var retries = __webpack_require__(9482);
// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __webpack_require__(973);
;// CONCATENATED MODULE: ./src/core/outcome.ts




/** Enters an outcome into the newest state, which may have moved on since the intent was recorded. */
function applyOutcome(state, outcome, policy, now) {
    const run = state.runs.get(outcome.run);
    const attempt = run?.attempts.at(-1);
    if (run === undefined || attempt === undefined || attempt.number !== outcome.attempt)
        return state;
    if (attempt.handle !== undefined || attempt.ending !== undefined || (0,core_run/* isEnded */.pl)(run))
        return state;
    const { result } = outcome;
    // A "no" to one try says nothing about the next one, to which another tick has moved on already.
    switch (result.kind) {
        case 'launched':
            return (0,command/* withRun */.Yq)(state, (0,reconcile/* settle */.G9)((0,reconcile/* withAttempt */.sw)(run, { ...attempt, handle: result.handle }), { policy, now }));
        case 'adopted':
            return (0,command/* withRun */.Yq)(state, (0,reconcile/* settle */.G9)((0,reconcile/* withAttempt */.sw)(run, (0,reconcile/* adopt */.di)(attempt, result.found)), { policy, now }));
        case 'refused':
            if (attempt.launchTry !== outcome.launchTry)
                return state;
            return (0,command/* withRun */.Yq)(state, (0,reconcile/* settle */.G9)((0,reconcile/* withAttempt */.sw)(run, { ...attempt, ending: result.ending }), { policy, now }));
        case 'declined': {
            if (attempt.launchTry !== outcome.launchTry)
                return state;
            return (0,command/* withRun */.Yq)(state, declined(run, attempt, { ending: result.ending, policy, now }));
        }
    }
}
/** Offered again later, until the attempt has been declined too often. */
function declined(run, attempt, { ending, policy, now }) {
    const isLastTry = attempt.launchTry >= retries/* mostLaunchTries */.kC || policy === undefined || run.cancel !== undefined;
    if (isLastTry)
        return (0,reconcile/* settle */.G9)((0,reconcile/* withAttempt */.sw)(run, { ...attempt, ending }), { policy, now });
    return { ...run, phase: { state: 'queued', notBefore: (0,retries/* nextLaunchTry */.Ur)(run, attempt.launchTry, now) } };
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
    const open = (0,attempts/* openAttempts */.D)(intents.state, intents.repository);
    await stopWhatMustEnd(world, open);
    const toLaunch = open
        .filter(({ run, attempt }) => run.phase.state === 'launching' && attempt.handle === undefined)
        .slice(0, intents.mostLaunches);
    const known = new Set(open.flatMap(({ attempt }) => attempt.handle ?? []));
    const fresh = toLaunch.filter(({ startedBy }) => !intents.looked.has(startedBy));
    const looks = await (0,look/* lookFor */.x)(world, fresh, { state: intents.state, known, now: intents.now });
    const adopted = fresh.flatMap((target) => adoption(world, target, looks.get(target.startedBy)?.found ?? []));
    const rest = toLaunch.filter(({ startedBy, attempt }) => {
        const isFree = intents.looked.has(startedBy) || looks.get(startedBy)?.found.length === 0;
        return isFree && (0,reconcile/* isReplayable */.e1)(attempt, intents.now);
    });
    return [...adopted, ...(await launch(world, rest, intents))];
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
            result: { kind: 'adopted', found: first },
        },
    ];
}
async function launch(world, targets, intents) {
    if (targets.length === 0)
        return [];
    const requests = targets.map((target) => {
        const spot = intents.registry.deployments.get(target.run.flow)?.policy.spot ?? false;
        return (0,attempts/* launchRequestOf */.w)(target, intents.repository, spot);
    });
    const answers = await world.executor.launch(requests);
    return targets.flatMap((target, index) => outcomeOf(world, target, answers[index]));
}
/** No outcome: the answer was lost or says nothing. The intent stays, and the next tick sends the same token again. */
function outcomeOf(world, { run, attempt }, answer) {
    const names = { run: run.id, attempt: attempt.number, launchTry: attempt.launchTry };
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

// EXTERNAL MODULE: ./src/engine/changes.ts
var changes = __webpack_require__(7756);
// EXTERNAL MODULE: ./src/engine/observe.ts
var observe = __webpack_require__(1161);
// EXTERNAL MODULE: ./src/engine/record.ts + 6 modules
var record = __webpack_require__(8373);
// EXTERNAL MODULE: ./src/engine/report.ts + 2 modules
var engine_report = __webpack_require__(8335);
;// CONCATENATED MODULE: ./src/engine/tick.ts









/** Nothing is launched then: what is not deployed has no slots, and a deploy never looks behind itself. */
const nothingRemembered = 'W_STATE_RESET There is no state: nothing was deployed yet, or its branch was deleted. The next deploy begins it anew, and makes up for no slot before it.';
/** One pass: load, observe, decide, record, act, report, record. */
async function tick(world, options) {
    const now = world.clock.now();
    const loaded = await world.state.load(now);
    if (loaded.version === undefined)
        world.log.warn(nothingRemembered);
    const seen = await (0,observe/* observe */.l)(world, loaded.state, options.repository, now);
    const decisions = [];
    const decided = await (0,record/* record */.g)(world, loaded, {
        style: options.presentation,
        edit: (snapshot) => {
            const { limits } = options.project;
            const decision = (0,decide/* decide */.L)({ ...snapshot, seen, now, limits, repository: options.repository });
            decisions.push(decision);
            return decisionEdit(snapshot, decision.state);
        },
    });
    const outcomes = await act(world, {
        ...decided.snapshot,
        repository: options.repository,
        looked: new Set(seen.looks.keys()),
        mostLaunches: options.project.limits.launchesPerTick,
        now,
    });
    const launched = withOutcomes(decided.snapshot, outcomes, world.clock.now());
    const report = await (0,engine_report/* reportRuns */.to)(world, { snapshot: launched, decidedAt: now }, options);
    const recorded = await (0,record/* record */.g)(world, decided.snapshot, {
        style: options.presentation,
        edit: (snapshot) => outcomeEdit(snapshot, { outcomes, report, now }),
    });
    await stopStrays(world, outcomes, recorded.snapshot.state);
    if (report.failure !== undefined)
        throw report.failure;
    return summarize({ loaded, recorded: recorded.snapshot, decision: decisions.at(-1), report, now });
}
function decisionEdit(snapshot, state) {
    return state === snapshot.state ? undefined : { state, message: 'Decide what is due' };
}
function outcomeEdit(snapshot, { outcomes, report, now }) {
    const launched = withOutcomes(snapshot, outcomes, now);
    const state = (0,engine_report/* enterShown */.Gp)(launched.state, report.shown);
    return state === snapshot.state
        ? undefined
        : { state, pages: report.pages, message: 'Record what was launched and shown' };
}
function withOutcomes(snapshot, outcomes, now) {
    const state = outcomes.reduce((before, outcome) => {
        const flow = before.runs.get(outcome.run)?.flow;
        const policy = flow === undefined ? undefined : snapshot.registry.deployments.get(flow)?.policy;
        return applyOutcome(before, outcome, policy, now);
    }, snapshot.state);
    if (state === snapshot.state)
        return snapshot;
    return { ...snapshot, state: (0,draft/* followEnds */.uB)(state, { ...snapshot, now }) };
}
function summarize({ loaded, recorded, decision, report, now }) {
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
/* harmony import */ var _tick_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6774);


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
    const earlier = before.changes.filter(({ run }) => !after.changes.some((change) => change.run.id === run.id));
    const later = after.changes.map((change) => {
        const first = before.changes.find(({ run }) => run.id === change.run.id);
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
