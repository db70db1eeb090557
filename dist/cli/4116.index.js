export const id = 4116;
export const ids = [4116,3731];
export const modules = {

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

/***/ 93:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uu: () => (/* binding */ scheduledSince),
/* harmony export */   pq: () => (/* binding */ distinctSchedules),
/* harmony export */   rW: () => (/* binding */ scheduleKey)
/* harmony export */ });
/* harmony import */ var _cron_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1550);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3298);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7136);
/* harmony import */ var _slots_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5957);




const keys = new WeakMap();
/**
 * Identity of a schedule within its flow: what it means, however it is written. It changes when its slots or their
 * parameters change, so that `1-5` is `mon-fri`; an interval stays another rule than a cron expression.
 */
function scheduleKey(schedule) {
    const known = keys.get(schedule) ?? (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .canonicalJson */ .d)(meaningOf(schedule))).slice(0, 16);
    keys.set(schedule, known);
    return known;
}
function meaningOf(schedule) {
    if (schedule.kind === 'interval')
        return schedule;
    const { cron: text, timezone, parameters } = schedule;
    const { minutes, hours, isWallClock, ...days } = (0,_slots_js__WEBPACK_IMPORTED_MODULE_2__/* .cronOf */ .A$)(text);
    // Where clocks never change, the wall clock is the clock.
    const times = { minutes, hours, isWallClock: isWallClock && timezone !== 'UTC' };
    return { kind: 'cron', ...times, days: daysOf(days), timezone, parameters };
}
const everyWeekday = 0b111_1111;
const longestMonthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** The one form of all that allow the same days: no date that no month has, no month that has no date. */
function daysOf({ months, daysOfMonth, weekdays, isEitherDay }) {
    const allowed = longestMonthDays.flatMap((days, index) => (0,_cron_js__WEBPACK_IMPORTED_MODULE_0__/* .isInSet */ .Eo)(months, index + 1) ? [{ month: index + 1, days }] : []);
    const longest = Math.max(...allowed.map(({ days }) => days));
    const everyDate = datesUpTo(longest);
    const dates = daysOfMonth & everyDate;
    const isEvery = dates === everyDate || weekdays === everyWeekday;
    if (isEitherDay && isEvery)
        return { months, dates: everyDate, weekdays: everyWeekday };
    if (isEitherDay && dates !== 0)
        return { months, dates, weekdays, either: true };
    if (isEitherDay)
        return { months, dates: everyDate, weekdays };
    const having = allowed.filter(({ days }) => (dates & datesUpTo(days)) !== 0);
    return {
        months: having.reduce((set, { month }) => set | (1 << month), 0),
        dates: dates & datesUpTo(Math.max(...having.map(({ days }) => days))),
        weekdays,
    };
}
function datesUpTo(last) {
    let set = 0;
    for (let date = 1; date <= last; date += 1)
        set |= 1 << date;
    return set;
}
/** What its key was before schedules were compared by what they mean. */
function formerKey(schedule) {
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .canonicalJson */ .d)(schedule)).slice(0, 12);
}
/** The moment a schedule was first deployed, however it was written then: slots at or before it never run. */
function scheduledSince({ scheduledSince: since, deployedAt }, schedule) {
    const key = scheduleKey(schedule);
    if (Object.hasOwn(since, key))
        return since[key] ?? deployedAt;
    const former = formerKey(schedule);
    return Object.hasOwn(since, former) ? (since[former] ?? deployedAt) : deployedAt;
}
/** Each rule once: whoever writes one twice means one. */
function distinctSchedules(schedules) {
    if (schedules.length < 2)
        return schedules;
    return [...new Map(schedules.map((schedule) => [scheduleKey(schedule), schedule])).values()];
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

/***/ 4116:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  performDoctorHere: () => (/* binding */ performDoctorHere)
});

;// CONCATENATED MODULE: ./src/adapters/ecs/account/account.ts
/** What the doctor asks of the account. Each service's client is loaded by the question that needs it. */
function awsAccount({ region }) {
    const place = { region };
    return {
        identity: async () => (await Promise.all(/* import() */[__webpack_require__.e(7777), __webpack_require__.e(2811), __webpack_require__.e(3507)]).then(__webpack_require__.bind(__webpack_require__, 3507))).identity(place),
        trustOf: async (role) => (await Promise.all(/* import() */[__webpack_require__.e(7777), __webpack_require__.e(9240), __webpack_require__.e(9944)]).then(__webpack_require__.bind(__webpack_require__, 9944))).trustOf(place, role),
        deniedTo: async (role, calls) => (await Promise.all(/* import() */[__webpack_require__.e(7777), __webpack_require__.e(9240), __webpack_require__.e(9944)]).then(__webpack_require__.bind(__webpack_require__, 9944))).deniedTo(place, role, calls),
        cluster: async (name) => (await Promise.all(/* import() */[__webpack_require__.e(7777), __webpack_require__.e(4224), __webpack_require__.e(883)]).then(__webpack_require__.bind(__webpack_require__, 883))).cluster(place, name),
        subnets: async (ids) => (await Promise.all(/* import() */[__webpack_require__.e(7777), __webpack_require__.e(2811), __webpack_require__.e(4109)]).then(__webpack_require__.bind(__webpack_require__, 4109))).subnets(place, ids),
        securityGroups: async (ids) => (await Promise.all(/* import() */[__webpack_require__.e(7777), __webpack_require__.e(2811), __webpack_require__.e(4109)]).then(__webpack_require__.bind(__webpack_require__, 4109))).securityGroups(place, ids),
        missingImages: async (images) => (await Promise.all(/* import() */[__webpack_require__.e(7777), __webpack_require__.e(149), __webpack_require__.e(5451)]).then(__webpack_require__.bind(__webpack_require__, 5451))).missingImages(images),
        logGroup: async (name) => (await Promise.all(/* import() */[__webpack_require__.e(7777), __webpack_require__.e(1107), __webpack_require__.e(9746)]).then(__webpack_require__.bind(__webpack_require__, 9746))).logGroup(place, name),
        rule: async (name) => (await Promise.all(/* import() */[__webpack_require__.e(7777), __webpack_require__.e(9800), __webpack_require__.e(8976)]).then(__webpack_require__.bind(__webpack_require__, 8976))).rule(place, name),
        clock: async (name) => (await Promise.all(/* import() */[__webpack_require__.e(7777), __webpack_require__.e(5292)]).then(__webpack_require__.bind(__webpack_require__, 5292))).clock(place, name),
        fargateQuota: async (capacity) => (await Promise.all(/* import() */[__webpack_require__.e(7777), __webpack_require__.e(4208), __webpack_require__.e(5472)]).then(__webpack_require__.bind(__webpack_require__, 5472))).fargateQuota(place, capacity),
    };
}

// EXTERNAL MODULE: ./src/adapters/git/repository.ts
var repository = __webpack_require__(7854);
// EXTERNAL MODULE: ./src/doors/setup/facts.ts
var facts = __webpack_require__(5569);
// EXTERNAL MODULE: ./src/core/problem.ts
var core_problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
// EXTERNAL MODULE: ./src/doors/documents.ts
var documents = __webpack_require__(9678);
// EXTERNAL MODULE: ./src/core/due.ts
var core_due = __webpack_require__(3758);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
// EXTERNAL MODULE: ./src/core/room.ts
var room = __webpack_require__(1965);
// EXTERNAL MODULE: ./src/core/wake.ts
var wake = __webpack_require__(8562);
;// CONCATENATED MODULE: ./src/doors/verbs/examinations/placed.ts
/** Undefined: it runs on this machine, which needs nothing of this. */
function placedOf(site) {
    const { account } = site;
    const { aws } = site.project;
    return aws === undefined || account === undefined ? undefined : { site, aws, account };
}
/** The partition and the account of the roles that the project names. */
function ownerOf({ executionRole }) {
    const [, partition = 'aws', , , account = ''] = executionRole.split(':');
    return { partition, account };
}
/** As access.yml calls them. */
function roleNameOf({ site }, kind) {
    return `headgate-${site.project.name}-${kind}`;
}

;// CONCATENATED MODULE: ./src/doors/verbs/examinations/unexamined.ts

/** What could not be looked at is neither well nor wrong. */
class Unexamined extends Error {
    name = 'Unexamined';
}
/** To ask AWS or GitHub: what they do not answer to these credentials says nothing about what was asked for. */
async function asking(look) {
    try {
        return await look();
    }
    catch (error) {
        if (error instanceof core_problem/* RefusedError */.fk)
            throw new Unexamined((0,core_problem/* describeProblem */.BJ)(error.problem), { cause: error });
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/doors/verbs/examinations/clock.ts






function clockExaminations(site) {
    if (site.project.aws === undefined)
        return [];
    const placed = placedOf(site);
    const late = { name: 'the clock is on time', look: () => lateProblem(site) };
    if (placed === undefined)
        return [late];
    return [late, { name: 'the clock is set', look: () => asking(() => settingProblem(placed)) }];
}
/** GitHub's own schedule is this late on a usual day. */
const patienceMs = 15 * instant/* minuteMs */.J2;
async function lateProblem({ world }) {
    const now = world.clock.now();
    const { registry, state } = await world.state.load(now);
    const due = (0,core_due/* dueSlots */.G)(registry, state, (0,instant/* plusMs */.f9)(now, -patienceMs), { runs: 1, bytes: room/* mostOpenBytes */.FY });
    const waiting = [
        ...due.slots.map(({ flow, slot }) => ({ flow, at: slot })),
        ...due.gaps.map(({ flow, from }) => ({ flow, at: from })),
    ];
    const [first] = waiting.sort((a, b) => a.at - b.at);
    if (first === undefined)
        return undefined;
    const minutes = Math.floor((now - first.at) / instant/* minuteMs */.J2);
    return {
        code: 'W_CLOCK_LATE',
        message: `No tick has accounted for the slot ${(0,instant/* isoOf */.dF)(first.at)} of ${first.flow} in ${minutes} minutes.`,
        fix: 'Look at the last runs of the workflow tick; infrastructure/clock.yml brings a clock that keeps time.',
    };
}
async function settingProblem(placed) {
    const { aws, site, account } = placed;
    const usual = `headgate-${site.project.name}/wake-up`;
    const name = aws.clock ?? usual;
    const clock = await account.clock(name);
    if (aws.clock === undefined)
        return clock === undefined ? undefined : unused(usual);
    if (clock === undefined)
        return {
            code: 'E_AWS_CLOCK',
            field: 'aws.clock',
            message: `EventBridge Scheduler has no schedule ${name}.`,
            fix: 'Run `headgate setup`, or leave the key out.',
        };
    if (!clock.isEnabled)
        return unset(`The schedule ${name} is turned off.`, 'Turn it on in EventBridge Scheduler.');
    return behindProblem(site, name, clock.at);
}
/** How long the tick that sets it may take to come. */
const settlingMs = 10 * instant/* minuteMs */.J2;
async function behindProblem({ world }, name, at) {
    const now = world.clock.now();
    const { state, registry } = await world.state.load(now);
    const wanted = (0,wake/* nextWakeUp */.n)(state, registry, now);
    if (wanted === undefined)
        return undefined;
    const isAhead = at !== undefined && at > (0,instant/* plusMs */.f9)(now, -settlingMs) && at <= (0,instant/* plusMs */.f9)(wanted.at, instant/* minuteMs */.J2);
    if (isAhead)
        return undefined;
    return unset(`The schedule ${name} stands at ${at === undefined ? 'no moment' : (0,instant/* isoOf */.dF)(at)}, and the next moment that has something to do is ${(0,instant/* isoOf */.dF)(wanted.at)}.`, 'Look at the warnings of the last tick: most likely its role may not set it.');
}
function unset(message, fix) {
    return { code: 'W_CLOCK_UNSET', field: 'aws.clock', message, fix };
}
function unused(name) {
    return {
        code: 'W_CLOCK_UNUSED',
        field: 'aws.clock',
        message: `There is a schedule ${name}, and no tick sets it.`,
        fix: `Write \`clock: ${name}\` below \`aws\`, so that ticks come when something is due.`,
    };
}

// EXTERNAL MODULE: ./src/doors/verbs/validate.ts
var validate = __webpack_require__(3731);
;// CONCATENATED MODULE: ./src/doors/verbs/examinations/once.ts

/** Several examinations rest on the state: it is fetched once. */
function withOneState(site) {
    const { state } = site.world;
    let loaded;
    const load = (now) => {
        loaded ??= state.load(now);
        return loaded;
    };
    return { ...site, world: { ...site.world, state: { ...state, load } } };
}
const flows = new WeakMap();
/** And on the flows: they are read once. */
function flowsOf(site) {
    const known = flows.get(site) ?? (0,validate/* validFlows */.k)(site);
    flows.set(site, known);
    return known;
}

;// CONCATENATED MODULE: ./src/doors/verbs/examinations/cluster.ts



function clusterExamination(site) {
    const placed = placedOf(site);
    if (placed === undefined)
        return [];
    const { aws, account } = placed;
    const name = aws.cluster;
    const fault = (message, fix) => ({
        code: 'E_AWS_CLUSTER',
        field: 'aws.cluster',
        message,
        fix,
    });
    return [
        {
            name: 'the cluster takes what the flows need',
            look: () => asking(async () => {
                const cluster = await account.cluster(name);
                // An answer without it, or an INACTIVE one: deleted clusters are remembered for a while.
                if (cluster?.status !== 'ACTIVE')
                    return fault(`ECS has no active cluster ${name}${cluster === undefined ? '' : `; it is ${cluster.status}`}.`, 'Check `aws.cluster` and `aws.region`, or run `headgate setup`.');
                const { manifests } = await flowsOf(site);
                const isSpotUsed = manifests.some(({ policy }) => policy.spot);
                if (!isSpotUsed || cluster.capacityProviders.includes('FARGATE_SPOT'))
                    return undefined;
                return fault(`Flows ask for spot, and the cluster ${name} has no capacity provider FARGATE_SPOT.`, 'Add FARGATE_SPOT to the capacity providers of the cluster.');
            }),
        },
    ];
}

;// CONCATENATED MODULE: ./src/doors/verbs/examinations/credentials.ts

function credentialsExamination(site) {
    const placed = placedOf(site);
    if (placed === undefined)
        return [];
    const { aws, account } = placed;
    return [
        {
            name: 'AWS accepts the credentials',
            look: async () => {
                const { account: seen, arn } = await account.identity();
                const wanted = ownerOf(aws).account;
                if (seen === wanted)
                    return undefined;
                return {
                    code: 'E_AWS_ACCOUNT',
                    field: 'aws.execution-role',
                    message: `The credentials are those of ${arn}; the roles of headgate.yml are of the account ${wanted}.`,
                    fix: 'Sign in to that account, or name the roles of this one.',
                };
            },
        },
    ];
}

;// CONCATENATED MODULE: ./src/doors/verbs/examinations/event-log.ts



function eventLogExaminations(site) {
    const { aws } = site.project;
    if (aws === undefined)
        return [];
    const { eventLogGroup } = aws;
    if (eventLogGroup === undefined)
        return [{ name: 'the event log is set up', look: async () => noEventLog }];
    const placed = placedOf(site);
    return [
        ...(placed === undefined
            ? []
            : [{ name: 'the event log is fed', look: () => asking(() => rulesProblems(placed, eventLogGroup)) }]),
        { name: 'the event log is at work', look: () => silenceProblem(site, eventLogGroup) },
    ];
}
const noEventLog = {
    code: 'W_NO_EVENT_LOG',
    field: 'aws.event-log-group',
    message: 'ECS forgets a stopped task after about an hour; without an event log a longer absence ends runs as unknown.',
    fix: 'Run `headgate setup`, or deploy infrastructure/clock.yml and name its log group.',
};
/** As clock.yml calls them. */
const ruleNames = ['event-log', 'sign-of-life'];
async function rulesProblems({ site, account }, group) {
    const problems = [];
    for (const suffix of ruleNames) {
        const name = `headgate-${site.project.name}-${suffix}`;
        const rule = await account.rule(name);
        const reachesLog = rule?.targets.some((target) => target.endsWith(`:log-group:${group}`)) === true;
        if (rule?.isEnabled === true && reachesLog)
            continue;
        const fault = rule === undefined ? 'is not there' : rule.isEnabled ? `does not lead to ${group}` : 'is turned off';
        problems.push({
            code: 'W_EVENT_LOG_FEED',
            field: 'aws.event-log-group',
            message: `The rule ${name} of EventBridge ${fault}.`,
            fix: 'Run `headgate setup`, or turn it on: aws events enable-rule --name …',
        });
    }
    return problems;
}
/** No attempt can have this name: only whether the log may be believed is of interest. */
const nobody = `hg-${'0'.repeat(32)}`;
const lookBackMs = 60 * instant/* minuteMs */.J2;
async function silenceProblem({ world }, group) {
    const { isTrustworthy } = await world.eventLog.find([nobody], (0,instant/* plusMs */.f9)(world.clock.now(), -lookBackMs));
    if (isTrustworthy)
        return undefined;
    return {
        code: 'W_EVENT_LOG_SILENT',
        field: 'aws.event-log-group',
        message: `${group} had a silence of over 75 minutes within the last hours: what it does not say proves nothing.`,
        fix: 'Set it up anew by `headgate setup`; right after that it takes some two hours until this is well.',
    };
}

;// CONCATENATED MODULE: ./src/doors/verbs/examinations/images.ts


/** A run whose image has expired cannot start, and says so only then. */
function imagesExamination(site) {
    const placed = placedOf(site);
    if (placed === undefined)
        return [];
    const { world } = site;
    return [
        {
            name: 'the images of the deployments are there',
            look: () => asking(async () => {
                const { registry } = await world.state.load(world.clock.now());
                const flows = new Map();
                for (const { flow, version } of registry.deployments.values())
                    if (version.image !== undefined)
                        flows.set(version.image, [...(flows.get(version.image) ?? []), flow]);
                const missing = await placed.account.missingImages([...flows.keys()]);
                return missing.map((image) => ({
                    code: 'E_IMAGE_GONE',
                    message: `The image of ${(flows.get(image) ?? []).join(', ')} is gone: ${image}.`,
                    fix: 'Start the workflow deploy after any change of these flows, which builds it anew; let no rule expire images that are in use.',
                }));
            }),
        },
    ];
}

;// CONCATENATED MODULE: ./src/doors/verbs/examinations/logs.ts


function logsExamination(site) {
    const placed = placedOf(site);
    if (placed === undefined)
        return [];
    const { logGroup, eventLogGroup } = placed.aws;
    const groups = [
        ['aws.log-group', logGroup],
        ...(eventLogGroup === undefined ? [] : [['aws.event-log-group', eventLogGroup]]),
    ];
    return [
        {
            name: 'log groups are there, and keep what they have for a time',
            look: () => asking(async () => {
                const found = await Promise.all(groups.map(([field, name]) => groupProblem(placed, field, name)));
                return found.flatMap((problem) => problem ?? []);
            }),
        },
    ];
}
async function groupProblem({ account }, field, name) {
    const group = await account.logGroup(name);
    if (group === undefined)
        return {
            code: 'E_LOG_GROUP',
            field,
            message: `There is no log group ${name}, and no ECS task starts without its log.`,
            fix: 'Run `headgate setup`, or name one that exists.',
        };
    if (group.retentionDays !== undefined)
        return undefined;
    return {
        code: 'W_LOG_RETENTION',
        field,
        message: `The log group ${name} keeps everything for ever, and is billed for it.`,
        fix: `Give it a retention: aws logs put-retention-policy --log-group-name ${name} --retention-in-days 90`,
    };
}

;// CONCATENATED MODULE: ./src/doors/verbs/examinations/network.ts


function networkExaminations(site) {
    const placed = placedOf(site);
    if (placed === undefined)
        return [];
    const networks = networksOf(placed.aws);
    return [
        {
            name: 'subnets have a way out',
            look: () => asking(async () => (await Promise.all(networks.map((one) => subnetProblems(placed, one)))).flat()),
        },
        {
            name: 'security groups are there',
            look: () => asking(async () => (await Promise.all(networks.map((one) => groupProblems(placed, one)))).flat()),
        },
    ];
}
function networksOf(aws) {
    const further = Object.entries(aws.networks ?? {});
    return [
        { field: 'aws', network: aws },
        ...further.map(([name, network]) => ({ field: `aws.networks.${name}`, network })),
    ];
}
async function subnetProblems({ account }, { field, network }) {
    const found = await account.subnets(network.subnets);
    const problems = network.subnets.flatMap((subnet) => {
        const facts = found.get(subnet);
        if (facts === undefined)
            return [missing(`${field}.subnets`, `subnet ${subnet}`)];
        const problem = wayOutProblem(subnet, facts.wayOut, network.assignPublicIp);
        return problem === undefined ? [] : [{ field: `${field}.subnets`, ...problem }];
    });
    const networks = new Set([...found.values()].map((facts) => facts.network));
    if (networks.size <= 1)
        return problems;
    const message = `The subnets are of different networks: ${[...networks].join(', ')}.`;
    return [
        ...problems,
        { code: 'E_AWS_NETWORK', field: `${field}.subnets`, message, fix: 'Name subnets of one.' },
    ];
}
function wayOutProblem(subnet, wayOut, isPublic) {
    if (wayOut === 'other' || (wayOut === 'internet-gateway' && isPublic))
        return undefined;
    if (wayOut === 'internet-gateway')
        return {
            code: 'E_AWS_NETWORK',
            message: `${subnet} leads to the internet only for who has a public address, and ECS tasks get none.`,
            fix: 'Set `assign-public-ip: true`, or name subnets behind a NAT.',
        };
    return {
        code: 'W_NO_WAY_OUT',
        message: `${subnet} has no route to the internet, by which images, logs and secrets are reached.`,
        fix: 'Give it a route through a NAT. Endpoints for ECR, S3, CloudWatch Logs and Secrets Manager in the network do as well.',
    };
}
async function groupProblems({ account }, { field, network }) {
    const found = await account.securityGroups(network.securityGroups);
    const subnets = await account.subnets(network.subnets);
    const home = [...subnets.values()][0]?.network;
    return network.securityGroups.flatMap((group) => {
        const at = found.get(group);
        const key = `${field}.security-groups`;
        if (at === undefined)
            return [missing(key, `security group ${group}`)];
        if (home === undefined || at === home)
            return [];
        const message = `The security group ${group} is of the network ${at}, the subnets are of ${home}.`;
        return [
            {
                code: 'E_AWS_NETWORK',
                field: key,
                message,
                fix: 'Name security groups of the network of the subnets.',
            },
        ];
    });
}
function missing(field, what) {
    return {
        code: 'E_AWS_NETWORK',
        field,
        message: `There is no ${what} in this account and region.`,
        fix: 'Name one that exists, or run `headgate setup`.',
    };
}

// EXTERNAL MODULE: ./src/core/quote.ts
var quote = __webpack_require__(1748);
;// CONCATENATED MODULE: ./src/doors/verbs/examinations/pinned.ts

function pinnedExamination(site) {
    return { name: 'actions are pinned', look: () => unpinnedProblem(site) };
}
const workflowFile = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const limitBytes = 256 * 1024;
/** A tag or branch can be moved to other code after it was reviewed; a commit cannot. */
async function unpinnedProblem({ world }) {
    const paths = (await world.source.list())
        .filter(({ path }) => workflowFile.test(path))
        .map(({ path }) => path);
    const contents = await world.source.read(paths, limitBytes);
    const found = paths.flatMap((file, index) => {
        const bytes = contents[index];
        return bytes === undefined || bytes === 'too-large'
            ? []
            : unpinnedIn(file, new TextDecoder().decode(bytes));
    });
    const [first] = found;
    if (first === undefined)
        return undefined;
    return {
        code: 'W_ACTION_UNPINNED',
        place: { file: first.file, line: first.line },
        message: `${(0,quote/* quote */.h)(first.uses)} names code that can change${found.length === 1 ? '' : `, as do ${found.length - 1} more steps`}.`,
        fix: 'Name the action by the 40 hexadecimal digits of a commit.',
    };
}
function unpinnedIn(file, text) {
    return text.split('\n').flatMap((line, index) => {
        const [, uses] = /^\s*(?:-\s+)?uses:\s*['"]?([^\s'"#]+)/.exec(line) ?? [];
        const isPinned = uses === undefined || /^(?:\.\/|\$\/|docker:\/\/.+@sha256:)|@[0-9a-f]{40}$/.test(uses);
        return isPinned ? [] : [{ file, line: index + 1, uses }];
    });
}

;// CONCATENATED MODULE: ./src/doors/verbs/examinations/quota.ts



const codes = { 'on-demand': 'L-3032A538', spot: 'L-36FBB829' };
/** What Fargate lets an account run at a time, against what the limits of the project allow at most. */
function quotaExamination(site) {
    const placed = placedOf(site);
    if (placed === undefined)
        return [];
    const look = async () => {
        const { manifests } = await flowsOf(site);
        const found = [];
        for (const capacity of ['on-demand', 'spot']) {
            const largest = largestOf(manifests.filter(({ policy }) => policy.spot === (capacity === 'spot')));
            if (largest === undefined)
                continue;
            const quota = await placed.account.fargateQuota(capacity);
            const vcpus = largest.workload.resources.cpu / 1024;
            const { running } = site.project.limits;
            if (running * vcpus <= quota)
                continue;
            found.push({
                code: 'W_FARGATE_QUOTA',
                field: 'limits.running',
                message: `${running} attempts of ${largest.name}, which has ${vcpus} vCPU, would be ${running * vcpus}; this account may have ${quota} of Fargate (${capacity}) at a time.`,
                fix: `Ask for more in Service Quotas (AWS Fargate, ${codes[capacity]}), or write \`limits: { running: ${Math.max(1, Math.floor(quota / vcpus))} }\`. What does not fit waits, at the price of launches in vain.`,
            });
        }
        return found;
    };
    return [{ name: 'Fargate has room for what the limits allow', look: () => asking(look) }];
}
function largestOf(manifests) {
    return [...manifests].sort((a, b) => b.workload.resources.cpu - a.workload.resources.cpu)[0];
}

;// CONCATENATED MODULE: ./src/doors/verbs/examinations/revisions.ts

/** Every slot of a flow whose task definition somebody deregistered is refused, and only then anybody hears of it. */
function revisionsExamination({ world }) {
    const { activeOf } = world.executor;
    if (activeOf === undefined)
        return [];
    return [
        {
            name: 'the task definitions of the deployments are registered',
            look: () => asking(async () => {
                const { registry } = await world.state.load(world.clock.now());
                const live = [...registry.deployments.values()].filter(({ retiredAt }) => retiredAt === undefined);
                if (live.length === 0)
                    return [];
                const active = await activeOf(new Set(live.map(({ version }) => version.revision)));
                const gone = live.filter(({ version }) => !active.has(version.revision));
                return gone.map(({ flow, version }) => ({
                    code: 'E_TASKDEF_INACTIVE',
                    message: `The task definition of ${flow} was deregistered: ${version.revision}.`,
                    fix: 'Deploy again: that registers it again.',
                }));
            }),
        },
    ];
}

;// CONCATENATED MODULE: ./src/doors/verbs/examinations/rights.ts



/** Whether the roles may make the calls that Headgate makes, by IAM's own simulation. */
function rightsExamination(site) {
    const placed = placedOf(site);
    if (placed === undefined)
        return [];
    return [
        {
            name: 'the roles may do what they must',
            look: () => asking(async () => {
                const { manifests } = await flowsOf(site);
                const { tick, deploy } = callsOf(placed, manifests);
                return [...(await deniedTo(placed, 'tick', tick)), ...(await deniedTo(placed, 'deploy', deploy))];
            }),
        },
    ];
}
async function deniedTo(placed, kind, calls) {
    const { partition, account } = ownerOf(placed.aws);
    const name = roleNameOf(placed, kind);
    // What is not there is said where its trust is examined.
    if ((await placed.account.trustOf(name)) === undefined)
        return [];
    const denied = await placed.account.deniedTo(`arn:${partition}:iam::${account}:role/${name}`, calls);
    return denied.map(({ action, resource }) => ({
        code: 'E_AWS_RIGHT',
        message: `The role ${name} may not call ${action} on ${resource}.`,
        fix: 'Run `headgate setup`: it hands access.yml the roles that the flows name. A boundary or a policy of the organisation may deny it, too.',
    }));
}
function callsOf(placed, manifests) {
    const { aws, site } = placed;
    const { partition, account } = ownerOf(aws);
    const here = `${aws.region}:${account}`;
    const clusterName = aws.cluster.slice(aws.cluster.lastIndexOf('/') + 1);
    const cluster = `arn:${partition}:ecs:${here}:cluster/${clusterName}`;
    const inCluster = { 'ecs:cluster': cluster };
    const family = `headgate-${site.project.name}-${manifests[0]?.name ?? 'flow'}`;
    const revision = `arn:${partition}:ecs:${here}:task-definition/${family}:1`;
    const task = `arn:${partition}:ecs:${here}:task/${clusterName}/${'0'.repeat(32)}`;
    const log = `arn:${partition}:logs:${here}:log-group:`;
    const passes = passedRoles(placed, manifests);
    const groups = [aws.logGroup, ...(aws.eventLogGroup === undefined ? [] : [aws.eventLogGroup])];
    const clock = clockCalls(placed);
    return {
        tick: [
            { action: 'ecs:RunTask', resource: revision, context: inCluster },
            { action: 'ecs:DescribeTasks', resource: task, context: inCluster },
            { action: 'ecs:StopTask', resource: task, context: inCluster },
            { action: 'ecs:ListTasks', resource: '*', context: inCluster },
            { action: 'ecs:TagResource', resource: task, context: { 'ecs:CreateAction': 'RunTask' } },
            ...passes,
            ...groups.map((group) => ({ action: 'logs:FilterLogEvents', resource: `${log}${group}:*` })),
            { action: 'logs:GetLogEvents', resource: `${log}${aws.logGroup}:log-stream:headgate/x` },
            ...clock,
        ],
        deploy: [
            { action: 'ecs:RegisterTaskDefinition', resource: revision },
            { action: 'ecs:DescribeTaskDefinition', resource: '*' },
            {
                action: 'ecs:TagResource',
                resource: revision,
                context: { 'ecs:CreateAction': 'RegisterTaskDefinition' },
            },
            ...passes,
            { action: 'ecr:GetAuthorizationToken', resource: '*' },
            ...clock,
        ],
    };
}
function passedRoles({ aws }, manifests) {
    const roles = [aws.executionRole, aws.taskRole, ...manifests.map(({ workload }) => workload.taskRole)];
    const context = { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' };
    return [...new Set(roles.flatMap((role) => role ?? []))].map((resource) => ({
        action: 'iam:PassRole',
        resource,
        context,
    }));
}
function clockCalls({ aws, site }) {
    if (aws.clock === undefined)
        return [];
    const { partition, account } = ownerOf(aws);
    const schedule = `arn:${partition}:scheduler:${aws.region}:${account}:schedule/${aws.clock}`;
    return [
        { action: 'scheduler:GetSchedule', resource: schedule },
        { action: 'scheduler:UpdateSchedule', resource: schedule },
        {
            action: 'iam:PassRole',
            resource: `arn:${partition}:iam::${account}:role/headgate-${site.project.name}-wake-up`,
            context: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
        },
    ];
}

;// CONCATENATED MODULE: ./src/doors/verbs/examinations/rulesets.ts

/** Rules that refuse a push of commits which a program writes (GitHub REST API, rules for a branch). */
const refusing = new Set([
    'update',
    'creation',
    'pull_request',
    'required_status_checks',
    'required_signatures',
    'required_deployments',
    'merge_queue',
    'workflows',
    'code_scanning',
    'commit_message_pattern',
    'commit_author_email_pattern',
    'committer_email_pattern',
    'branch_name_pattern',
    'file_path_restriction',
]);
/** Whether rulesets would refuse the state. Who may bypass them is not said; trying it is another examination. */
function rulesetsExamination({ forge, project }) {
    if (forge === undefined || project.aws === undefined)
        return [];
    const history = `${project.stateBranch.replace(/-state$/, '')}-history`;
    const branches = [
        { branch: project.stateBranch, rules: new Set([...refusing, 'non_fast_forward']) },
        { branch: history, rules: refusing },
    ];
    return [
        {
            name: 'no ruleset refuses the state',
            look: () => asking(async () => {
                const problems = [];
                for (const { branch, rules } of branches) {
                    const found = (await forge.branchRules(branch)).filter((rule) => rules.has(rule));
                    if (found.length > 0)
                        problems.push(problemOf(branch, found));
                }
                return problems;
            }),
        },
    ];
}
function problemOf(branch, found) {
    return {
        code: 'W_RULESET',
        message: `Rules hold for the branch ${branch} that refuse pushes: ${[...new Set(found)].join(', ')}.`,
        fix: 'Exclude the branch from the ruleset (Settings, Rules), or let GitHub Actions bypass it.',
    };
}

;// CONCATENATED MODULE: ./src/doors/verbs/examinations/files.ts
const files_limitBytes = 256 * 1024;
/** Undefined: there is no such file, or none of a size that people write. */
async function fileTextOf(source, path) {
    const entry = (await source.list()).find((candidate) => candidate.path === path);
    if (entry?.kind !== 'file' && entry?.kind !== 'executable')
        return undefined;
    const [bytes] = await source.read([path], files_limitBytes);
    return bytes === undefined || bytes === 'too-large' ? undefined : new TextDecoder().decode(bytes);
}

;// CONCATENATED MODULE: ./src/doors/verbs/examinations/tick-runs.ts



const workflow = '.github/workflows/tick.yml';
function tickRunsExamination(site) {
    const { forge, project } = site;
    if (forge === undefined || project.aws === undefined)
        return [];
    return [
        { name: 'ticks come by themselves', look: () => asking(() => runsProblems(site, forge)) },
        { name: 'no clock is paid for twice', look: () => asking(() => doubleProblem(site, forge)) },
    ];
}
/** What starts ticks without a person. People start them by `workflow_dispatch`, but so does clock.yml. */
const clocks = new Set(['schedule', 'workflow_dispatch', 'repository_dispatch']);
/** The slowest that clock.yml and GitHub's own schedule are on a usual day. */
const slowestMinutes = 90;
async function runsProblems({ world, project }, forge) {
    const runs = await forge.tickRuns();
    if (runs === undefined)
        return [
            tickProblem('There is no workflow tick.yml on GitHub.', 'Run `npx headgate init`, and push what it writes.'),
        ];
    const [last] = runs.filter(({ event }) => clocks.has(event));
    if (last === undefined)
        return [
            tickProblem('No tick has ever run.', 'Turn the workflow tick on, in Actions, and look at its clock.'),
        ];
    const now = world.clock.now();
    const minutes = Math.floor((now - last.createdAt) / instant/* minuteMs */.J2);
    return [
        ...(minutes <= slowestMinutes
            ? []
            : [
                tickProblem(`The last tick was ${minutes} minutes ago, by ${last.event}, at ${(0,instant/* isoOf */.dF)(last.createdAt)}.`, 'GitHub turns the schedule of a public repository off after 60 days without a commit; see the workflow tick in Actions.'),
            ]),
        ...failureProblem(runs),
        ...(project.aws?.clock === undefined || runs.some(({ event }) => event !== 'schedule')
            ? []
            : [
                tickProblem(`Of the last ${runs.length} ticks, none came from the clock in AWS.`, 'Look at the queue of what was not delivered, an output of clock.yml: most likely its token has expired.'),
            ]),
    ];
}
function failureProblem(runs) {
    const ended = runs.find(({ conclusion }) => conclusion !== undefined && conclusion !== 'cancelled');
    if (ended === undefined || ended.conclusion === 'success' || ended.conclusion === 'skipped')
        return [];
    return [
        tickProblem(`The tick of ${(0,instant/* isoOf */.dF)(ended.createdAt)} ended as ${ended.conclusion}.`, 'Read its summary, in Actions.'),
    ];
}
function tickProblem(message, fix) {
    return { code: 'W_TICKS', message, fix };
}
async function doubleProblem({ world, project }, forge) {
    if (project.aws?.clock === undefined)
        return undefined;
    const text = await fileTextOf(world.source, workflow);
    const found = cronsIn(text ?? '').find(({ cron }) => isOftenerThanHourly(cron));
    if (found === undefined || (await forge.identity())?.isPublic === true)
        return undefined;
    return {
        code: 'W_CLOCK_TWICE',
        place: { file: workflow, line: found.line },
        message: `GitHub's own schedule ${JSON.stringify(found.cron)} ticks beside the clock in AWS, and every minute of it is billed.`,
        fix: "Write an hourly one, such as `- cron: '23 * * * *'`: it is only the safety net.",
    };
}
function cronsIn(text) {
    return text.split('\n').flatMap((line, index) => {
        const [, cron] = /^\s*-\s*cron:\s*['"]?([^'"#]+?)['"]?\s*(?:#.*)?$/.exec(line) ?? [];
        return cron === undefined ? [] : [{ cron, line: index + 1 }];
    });
}
/** By its first field, the minutes: a single number is once an hour. */
function isOftenerThanHourly(cron) {
    return !/^\d+$/.test(cron.split(/\s+/)[0] ?? '');
}

;// CONCATENATED MODULE: ./src/core/trust.ts
/** Whom a role trusts: IAM's evaluation of a trust policy, as far as the tokens of GitHub's jobs need it. */
const issuer = 'token.actions.githubusercontent.com';
const action = 'sts:AssumeRoleWithWebIdentity';
/** A trust policy's answer to a job's claims. What is not understood does not count as trust. */
function judgeTrustPolicy(document, claims) {
    const statements = listOf(objectOf(document)?.['Statement']).map(objectOf).filter(isThere);
    const concerned = statements.filter(isForGitHub);
    if (concerned.some((statement) => statement['Effect'] === 'Deny' && refusal(statement, claims) === undefined))
        return { kind: 'refused', reason: 'a statement denies it' };
    const reasons = concerned
        .filter(({ Effect }) => Effect === 'Allow')
        .map((statement) => refusal(statement, claims));
    if (reasons.includes(undefined))
        return { kind: 'trusted' };
    return { kind: 'refused', reason: reasons[0] ?? `no statement lets ${issuer} assume it` };
}
function isForGitHub(statement) {
    const actions = textsOf(statement['Action']);
    const federated = textsOf(objectOf(statement['Principal'])?.['Federated']);
    return (actions.some((pattern) => isLike(action, pattern)) &&
        federated.some((provider) => provider.endsWith(`:oidc-provider/${issuer}`)));
}
/** Undefined: all of its conditions hold. */
function refusal(statement, claims) {
    for (const [operator, keys] of Object.entries(objectOf(statement['Condition']) ?? {})) {
        for (const [key, wanted] of Object.entries(objectOf(keys) ?? {})) {
            const reason = conditionRefusal({ operator, key, wanted: textsOf(wanted) }, claims);
            if (reason !== undefined)
                return reason;
        }
    }
    return undefined;
}
function conditionRefusal({ operator, key, wanted }, claims) {
    if (!key.startsWith(`${issuer}:`))
        return `it asks for ${key}, which is not known here`;
    const claim = key.slice(issuer.length + 1);
    const seen = claims[claim];
    const matches = matchers[operator.replace(/^ForAnyValue:/, '')];
    if (matches === undefined)
        return `it asks by ${operator}, which is not known here`;
    if (seen === undefined)
        return `the token has no ${claim}`;
    if (wanted.some((pattern) => matches(seen, pattern)))
        return undefined;
    return `${claim} is ${JSON.stringify(seen)}, and it wants ${wanted.map((text) => JSON.stringify(text)).join(' or ')}`;
}
const matchers = {
    StringEquals: (seen, wanted) => seen === wanted,
    StringEqualsIgnoreCase: (seen, wanted) => seen.toLowerCase() === wanted.toLowerCase(),
    StringLike: isLike,
};
/** `*` is any text and `?` any one character, without a regular expression: the pattern is somebody else's. */
function isLike(text, pattern) {
    let [position, at] = [0, 0];
    let [star, retry] = [-1, 0];
    while (position < text.length) {
        const wanted = pattern[at];
        if (wanted === '*') {
            star = at;
            retry = position;
            at += 1;
        }
        else if (wanted === '?' || wanted === text[position]) {
            position += 1;
            at += 1;
        }
        else if (star >= 0) {
            at = star + 1;
            retry += 1;
            position = retry;
        }
        else
            return false;
    }
    return [...pattern.slice(at)].every((rest) => rest === '*');
}
function objectOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
function isThere(value) {
    return value !== undefined;
}
function listOf(value) {
    if (value === undefined)
        return [];
    return Array.isArray(value) ? value : [value];
}
function textsOf(value) {
    return listOf(value).filter((item) => typeof item === 'string');
}

;// CONCATENATED MODULE: ./src/doors/verbs/examinations/trust.ts




/** Whether the roles let the jobs of this repository sign in: by the token of this very job, or by what tokens would say. */
function trustExamination(site) {
    const placed = placedOf(site);
    const { forge } = site;
    if (placed === undefined || forge === undefined)
        return [];
    return [
        {
            name: 'the roles trust the jobs of this repository',
            look: () => asking(async () => {
                const candidates = await candidatesOf(site, forge);
                const found = await Promise.all(candidates.map((candidate) => judge(placed, candidate)));
                return found.flatMap((problem) => problem ?? []);
            }),
        },
    ];
}
async function candidatesOf(site, forge) {
    const own = await forge.claims();
    const identity = await forge.identity();
    if (own === undefined && identity === undefined)
        throw new Unexamined('GitHub did not say whose repository this is. Set GITHUB_TOKEN.');
    const ofJob = own === undefined ? [] : [{ kind: 'tick', job: 'this job', claims: [own] }];
    if (identity === undefined)
        return ofJob;
    const { owner, ownerId, name, id, defaultBranch } = identity;
    const environment = await environmentOf(site);
    const claimsFor = (workflow, subject) => [`repo:${owner}/${name}`, `repo:${owner}@${ownerId}/${name}@${id}`].map((repository) => ({
        ...commonClaims,
        sub: `${repository}:${subject}`,
        repository: `${owner}/${name}`,
        repository_id: id,
        repository_owner: owner,
        repository_owner_id: ownerId,
        ref: `refs/heads/${defaultBranch}`,
        environment,
        job_workflow_ref: `${owner}/${name}/.github/workflows/${workflow}@refs/heads/${defaultBranch}`,
    }));
    return [
        ...ofJob,
        { kind: 'tick', job: 'tick.yml', claims: claimsFor('tick.yml', `ref:refs/heads/${defaultBranch}`) },
        { kind: 'deploy', job: 'deploy.yml', claims: claimsFor('deploy.yml', `environment:${environment}`) },
    ];
}
const commonClaims = { aud: 'sts.amazonaws.com', iss: 'https://token.actions.githubusercontent.com' };
/** The environment that the jobs of deploy.yml name. */
async function environmentOf({ world }) {
    const text = await fileTextOf(world.source, '.github/workflows/deploy.yml');
    return /^ +environment:\s*\n? *(?:name:)? *([\w-]+)/m.exec(text ?? '')?.[1] ?? 'production';
}
async function judge(placed, { kind, job, claims }) {
    const role = roleNameOf(placed, kind);
    const policy = await placed.account.trustOf(role);
    if (policy === undefined)
        return {
            code: 'W_AWS_ROLE',
            message: `The account has no role ${role}, which infrastructure/access.yml makes.`,
            fix: 'Run `headgate setup`. Where the role has another name, nobody has to mind.',
        };
    const answers = claims.map((candidate) => judgeTrustPolicy(policy, candidate));
    const [first] = answers;
    if (first === undefined || answers.some((answer) => answer.kind === 'trusted'))
        return undefined;
    const reason = first.kind === 'refused' ? first.reason : '';
    return {
        code: 'E_AWS_TRUST',
        message: `The role ${role} does not trust ${job}: ${reason}.`,
        fix: 'Run `headgate setup` with a GITHUB_TOKEN: the parameters of access.yml come from GitHub itself.',
    };
}

// EXTERNAL MODULE: ./src/doors/setup/templates.ts
var templates = __webpack_require__(9109);
;// CONCATENATED MODULE: ./src/doors/verbs/examinations/workflows.ts




const names = ['plan', 'deploy', 'tick', 'run', 'control'];
/** A project that runs on AWS has the shipped workflows, and a change of them is meant: it is shown, and no more. */
function workflowsExamination(site) {
    return {
        name: 'workflows are as shipped',
        look: () => asking(async () => {
            if (site.project.aws === undefined)
                return undefined;
            const found = await Promise.all(names.map((name) => differenceOf(site, name)));
            return found.flatMap((problem) => problem ?? []);
        }),
    };
}
async function differenceOf({ world }, name) {
    const file = `.github/workflows/${name}.yml`;
    const own = await fileTextOf(world.source, file);
    if (own === undefined)
        return {
            code: 'W_WORKFLOW',
            place: { file },
            message: 'There is no such workflow here.',
            fix: 'Run `npx headgate init`, which replaces nothing that is there.',
        };
    const shipped = essenceOf(await (0,templates/* packageFile */.nR)(file));
    const lines = essenceOf(own);
    const first = lines.find(({ text }, index) => text !== shipped[index]?.text);
    if (first === undefined && lines.length >= shipped.length)
        return undefined;
    const at = first === undefined ? shipped[lines.length] : first;
    return {
        code: 'W_WORKFLOW',
        place: { file, ...(first === undefined ? {} : { line: first.line }) },
        message: first === undefined
            ? `It ends before ${(0,quote/* quote */.h)(at?.text ?? '')}, which the shipped one has.`
            : `From ${(0,quote/* quote */.h)(first.text)} on it is not the workflow of this version of Headgate.`,
        fix: 'If nobody changed it on purpose, delete it and run `npx headgate init`.',
    };
}
/**
 * What of a workflow makes a difference here: without comments and blank lines, with every action by its name alone, and
 * without what people are told to change, which is the schedule, the branches, the runner and the environment.
 */
function essenceOf(text) {
    return text
        .replaceAll(/^(\s*environment:\n\s*name: )\S+$/gm, '$1production')
        .split('\n')
        .map((line, index) => ({ text: line.replace(/(?:^|\s)#.*$/, '').trimEnd(), line: index + 1 }))
        .filter(({ text: line }) => line.trim() !== '' && !/^\s*(?:- cron:|branches:|runs-on:)/.test(line))
        .map(({ text: line, line: number }) => ({
        text: line
            .replace(/^(\s*(?:- )?uses: )(?:\.\/|\S+\/headgate@\S+)$/, '$1headgate')
            .replace(/^(\s*(?:- )?uses: [^@\s]+)@\S+$/, '$1'),
        line: number,
    }));
}

;// CONCATENATED MODULE: ./src/doors/verbs/examinations/all.ts
















/** Everything that `doctor` examines, in the order in which one thing rests on another. */
function allExaminations(site) {
    const state = () => site.world.state.load(site.world.clock.now());
    return [
        { name: 'flows are valid', look: async () => void (await flowsOf(site)) },
        { name: 'state can be read', look: async () => void (await state()) },
        pinnedExamination(site),
        workflowsExamination(site),
        ...credentialsExamination(site),
        ...trustExamination(site),
        ...rightsExamination(site),
        ...clusterExamination(site),
        ...networkExaminations(site),
        ...imagesExamination(site),
        ...revisionsExamination(site),
        ...logsExamination(site),
        ...quotaExamination(site),
        ...eventLogExaminations(site),
        ...clockExaminations(site),
        ...tickRunsExamination(site),
        ...rulesetsExamination(site),
        ...site.examinations,
    ];
}

;// CONCATENATED MODULE: ./src/doors/verbs/doctor.ts





/** Examines the set-up as a whole, and says how to mend each finding. Nothing is changed. */
async function performDoctor(site) {
    const findings = [];
    for (const examination of allExaminations(withOneState(site)))
        findings.push(await examine(examination));
    const isWell = findings.every(({ state }) => state !== 'wrong');
    const lines = findings.flatMap(linesOf);
    return {
        exitCode: isWell ? core_problem/* exitCodes */.hS.done : core_problem/* exitCodes */.hS.workFailed,
        document: {
            verb: 'doctor',
            isOk: isWell,
            findings: findings.map(({ name, state, problems }) => ({
                name,
                state,
                problem: problems[0] === undefined ? null : (0,documents/* problemDocument */.FC)(problems[0]),
                problems: problems.map(documents/* problemDocument */.FC),
            })),
        },
        text: `${lines.join('\n')}\n`,
        summary: `${lines.map((line) => `- ${site.presentation.outgoing.inline(line)}`).join('\n')}\n`,
    };
}
async function examine({ name, look }) {
    try {
        const found = (await look()) ?? [];
        const problems = 'code' in found ? [found] : found;
        return { name, state: stateOf(problems), problems };
    }
    catch (error) {
        if (error instanceof core_problem/* RefusedError */.fk)
            return { name, state: 'wrong', problems: [error.problem] };
        if (error instanceof core_problem/* InputError */.dz)
            return { name, state: 'wrong', problems: error.problems };
        // It is said, and must not hide the others.
        const because = (0,visible/* oneLine */.TN)(error instanceof Error ? error.message : String(error));
        return { name, state: 'unexamined', problems: [unexamined(because)] };
    }
}
function stateOf(problems) {
    if (problems.some(({ code }) => !code.startsWith('W_')))
        return 'wrong';
    return problems.length > 0 ? 'warning' : 'ok';
}
function unexamined(because) {
    return { code: 'W_UNEXAMINED', message: `It could not be examined: ${because}` };
}
const words = { ok: 'ok   ', wrong: 'wrong', warning: 'warn ', unexamined: '?    ' };
function linesOf({ name, state, problems }) {
    if (problems.length === 0)
        return [`${words[state]} ${name}`];
    return problems.map((problem) => `${words[state]} ${name}: ${(0,core_problem/* describeProblem */.BJ)(problem)}`);
}

;// CONCATENATED MODULE: ./src/doors/cli/doctor.ts




/** The doctor on a laptop asks the account with the person's own credentials, and GitHub if there is a token for it. */
async function performDoctorHere(site, environment) {
    const { aws } = site.project;
    if (aws === undefined)
        return performDoctor(site);
    const forge = await forgeOf(site, environment);
    return performDoctor({ ...site, account: awsAccount(aws), ...(forge === undefined ? {} : { forge }) });
}
async function forgeOf({ root, world }, environment) {
    const token = environment['GITHUB_TOKEN'] || environment['GH_TOKEN'] || undefined;
    const origin = await (0,repository/* originOf */.yv)(root);
    if (token === undefined || origin === undefined)
        return undefined;
    const { githubForge } = await Promise.all(/* import() */[__webpack_require__.e(5903), __webpack_require__.e(4279)]).then(__webpack_require__.bind(__webpack_require__, 4279));
    const apiUrl = environment['GITHUB_API_URL'] || (0,facts/* apiUrlOf */.po)(origin.serverUrl);
    return githubForge({ token, repository: origin.repository, apiUrl, clock: world.clock });
}


/***/ }),

/***/ 5569:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ht: () => (/* binding */ variablesOf),
/* harmony export */   po: () => (/* binding */ apiUrlOf),
/* harmony export */   xS: () => (/* binding */ factsOf),
/* harmony export */   xc: () => (/* binding */ placementOf)
/* harmony export */ });
/* harmony import */ var _adapters_git_repository_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7854);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2531);
/* harmony import */ var _verbs_validate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3731);
/* harmony import */ var _templates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9109);




const issuer = 'token.actions.githubusercontent.com';
/** What setting up needs to know, gathered from the project, git, GitHub and AWS. */
async function factsOf({ site, stacks, environment }, known) {
    const { project, world } = site;
    const { manifests } = await (0,_verbs_validate_js__WEBPACK_IMPORTED_MODULE_2__/* .validFlows */ .k)(site);
    const logs = [
        ['cluster', `/headgate/${project.name}`],
        ['clock', `/headgate/${project.name}/events`],
    ];
    const kept = new Set();
    for (const [template, group] of logs)
        if (await stacks.hasLogGroup(group))
            kept.add(template);
    const github = await githubFacts({ root: site.root, environment, clock: world.clock });
    // The stack's own would be found too, and must not be mistaken for somebody else's: handing it over would remove it.
    const isAsked = !known.found.has('access') && !known.given.has('OidcProvider');
    const identityProvider = isAsked ? await stacks.findIdentityProvider(issuer) : undefined;
    const admin = await stacks.find((0,_templates_js__WEBPACK_IMPORTED_MODULE_3__/* .adminStackName */ .Jd)(project.name));
    const boundary = admin?.outputs.get('Boundary');
    return { project: project.name, manifests, keptLogs: kept, identityProvider, boundary, github };
}
/** Names come from git alone; the numbers, which no renaming changes, only GitHub knows. */
async function githubFacts({ root, environment, clock, }) {
    const origin = await (0,_adapters_git_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .originOf */ .yv)(root);
    const [owner, name] = origin?.repository.split('/') ?? [];
    if (origin === undefined || owner === undefined || name === undefined)
        return new Map();
    const names = new Map([
        ['Owner', owner],
        ['Repository', name],
    ]);
    const token = environment['GITHUB_TOKEN'] || environment['GH_TOKEN'];
    if (token === undefined || token === '')
        return names;
    const { readIdentity } = await Promise.all(/* import() */[__webpack_require__.e(5903), __webpack_require__.e(4631)]).then(__webpack_require__.bind(__webpack_require__, 4631));
    const found = await readIdentity({
        token,
        repository: origin.repository,
        apiUrl: environment['GITHUB_API_URL'] || apiUrlOf(origin.serverUrl),
        clock,
    });
    if (found === undefined)
        return names;
    return new Map([
        // In GitHub's own upper and lower case: the subject of a token is compared to the letter.
        ['Owner', found.owner],
        ['Repository', found.name],
        ['OwnerId', String(found.ownerId)],
        ['RepositoryId', String(found.id)],
        ['DefaultBranch', found.defaultBranch],
    ]);
}
function apiUrlOf(serverUrl) {
    return serverUrl === 'https://github.com' ? 'https://api.github.com' : `${serverUrl}/api/v3`;
}
/** The values of `aws` in headgate.yml, as the stacks say them. */
function placementOf(region, stacks) {
    // There is one only where a token for GitHub was given.
    const clock = stacks.get('clock')?.outputs.get('Clock');
    return {
        region,
        cluster: outputOf(stacks, 'cluster', 'Cluster'),
        subnets: outputOf(stacks, 'network', 'Subnets').split(','),
        'security-groups': outputOf(stacks, 'network', 'SecurityGroups').split(','),
        'assign-public-ip': outputOf(stacks, 'network', 'AssignPublicIp') === 'true',
        'execution-role': outputOf(stacks, 'cluster', 'ExecutionRole'),
        'task-role': outputOf(stacks, 'cluster', 'TaskRole'),
        'log-group': outputOf(stacks, 'cluster', 'LogGroup'),
        'event-log-group': outputOf(stacks, 'clock', 'EventLogGroup'),
        ...(clock === undefined ? {} : { clock }),
    };
}
/** The variables of the repository that the workflows read. */
function variablesOf(region, stacks) {
    return {
        AWS_REGION: region,
        AWS_DEPLOY_ROLE: outputOf(stacks, 'access', 'DeployRole'),
        AWS_TICK_ROLE: outputOf(stacks, 'access', 'TickRole'),
        ECR_REPOSITORY: outputOf(stacks, 'cluster', 'ImageRepository'),
    };
}
function outputOf(stacks, template, name) {
    const value = stacks.get(template)?.outputs.get(name);
    if (value !== undefined && value !== '')
        return value;
    const message = `The stack has no output ${name}.`;
    throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .RefusedError */ .fk({ code: 'E_STACK', field: template, message, fix: 'Look at it in CloudFormation.' });
}


/***/ }),

/***/ 9109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jd: () => (/* binding */ adminStackName),
/* harmony export */   K8: () => (/* binding */ loadTemplates),
/* harmony export */   Qx: () => (/* binding */ stackName),
/* harmony export */   VQ: () => (/* binding */ templateNames),
/* harmony export */   nR: () => (/* binding */ packageFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3136);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_url__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3483);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2531);





/** In this order they are made; none needs another, since what they name follows from the project's name. */
const templateNames = ['network', 'cluster', 'access', 'clock'];
function stackName(project, template) {
    return `headgate-${project}-${template}`;
}
/** Made by a person from admin.yml, if they want the workflows to set up and tear down; neither makes nor removes it. */
function adminStackName(project) {
    return `headgate-${project}-admin`;
}
async function loadTemplates() {
    return Promise.all(templateNames.map(load));
}
async function load(name) {
    const text = await packageFile(`infrastructure/${name}.yml`);
    // The tags of CloudFormation mean nothing here: only names and defaults of parameters are read.
    const { Parameters } = (0,yaml__WEBPACK_IMPORTED_MODULE_3__/* .parse */ .qg)(text, { logLevel: 'silent' });
    const parameters = Object.entries(Parameters).map(([parameter, { Default }]) => [parameter, Default === undefined ? undefined : String(Default)]);
    return { name, text, parameters: new Map(parameters) };
}
/** A file of Headgate's package: one folder above the action's bundle, two above the command's, three above this source. */
async function packageFile(file) {
    const here = node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname((0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(import.meta.url));
    for (const up of ['..', '../..', '../../..']) {
        const candidate = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(here, up, file);
        const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(candidate, 'utf8').catch(() => undefined);
        if (text !== undefined)
            return text;
    }
    const message = `${file} of Headgate's package is missing.`;
    throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .RefusedError */ .fk({ code: 'E_TEMPLATE', message, fix: 'Install Headgate again.' });
}


/***/ }),

/***/ 3731:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ validFlows),
/* harmony export */   performValidate: () => (/* binding */ performValidate)
/* harmony export */ });
/* harmony import */ var _core_plan_warnings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(755);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2531);
/* harmony import */ var _flow_closure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5394);
/* harmony import */ var _flow_discover_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6364);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9988);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9678);






/** Every flow of the sources, with what it imports. Throws `InputError` with all that is wrong in all files. */
async function validFlows({ world, project }) {
    const loaded = await (0,_flow_discover_js__WEBPACK_IMPORTED_MODULE_3__/* .loadFlows */ .m)(world.source, project);
    const closures = await (0,_flow_closure_js__WEBPACK_IMPORTED_MODULE_2__/* .closuresOf */ .c)(loaded.manifests, world.source);
    const problems = [...loaded.problems, ...closures.problems];
    if (problems.length > 0)
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(problems);
    const { manifests } = loaded;
    const doubtful = () => manifests.flatMap((manifest) => {
        const closure = closures.closures.get(manifest.name);
        const packages = closure === undefined ? [] : closures.compiled(manifest, closure);
        return packages.length === 0 ? [] : [{ manifest, packages }];
    });
    return { manifests, warnings: [...loaded.warnings, ...closures.warnings], doubtful };
}
async function performValidate(site, tryBundles) {
    const { manifests, warnings: found, doubtful } = await validFlows(site);
    const { problems, untried } = await tryBundles(doubtful());
    if (problems.length > 0)
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(problems);
    const left = untried.map(({ manifest, packages }) => (0,_core_plan_warnings_js__WEBPACK_IMPORTED_MODULE_0__/* .compiledWarning */ .ut)(manifest.name, manifest.file, packages));
    const warnings = [...found, ...left];
    for (const warning of warnings)
        site.world.log.warn((0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .describeProblem */ .BJ)(warning));
    return {
        exitCode: _core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCodes */ .hS.done,
        document: {
            verb: 'validate',
            isOk: true,
            flows: manifests.map(({ name }) => name),
            warnings: warnings.map(_documents_js__WEBPACK_IMPORTED_MODULE_5__/* .problemDocument */ .FC),
        },
        text: `${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_4__/* .countWords */ .rj)(manifests.length, 'flow')}: nothing is wrong.\n`,
    };
}


/***/ })

};
