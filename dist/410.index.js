export const id = 410;
export const ids = [410];
export const modules = {

/***/ 5285:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   db: () => (/* binding */ shownAsOf),
/* harmony export */   o4: () => (/* binding */ openAlerts),
/* harmony export */   rl: () => (/* binding */ causeOf)
/* harmony export */ });
/* harmony import */ var _alerting_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9344);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3298);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3705);



/** What is wrong now, by key: a function of what is remembered, the same in every process. */
function openAlerts(state, rules) {
    if (rules === undefined)
        return new Map();
    const { troubles, clock } = (0,_alerting_js__WEBPACK_IMPORTED_MODULE_0__/* .alertingOf */ .IQ)(state);
    const alerts = [...troubles.values()].flatMap(({ flow, failures, missed }) => [
        ...(failures === undefined || failures.count < rules.afterFailures
            ? []
            : [opened({ kind: 'failures', flow, since: failures.since, streak: failures })]),
        ...(missed === undefined || !rules.hasMissedSlots
            ? []
            : [opened({ kind: 'missed', flow, since: missed.from, missed })]),
    ]);
    if (rules.hasUnknownRuns)
        alerts.push(...unknownAlerts(state));
    const clockMs = (rules.clockSeconds ?? Number.POSITIVE_INFINITY) * _instant_js__WEBPACK_IMPORTED_MODULE_2__/* .secondMs */ .fj;
    if (clock !== undefined && clock.to - clock.from >= clockMs)
        alerts.push(opened({ kind: 'clock', since: clock.from, wait: clock }));
    return new Map(alerts.sort(bySince).map((alert) => [alert.key, alert]));
}
function opened(alert) {
    return { ...alert, key: (0,_alerting_js__WEBPACK_IMPORTED_MODULE_0__/* .alertKeyOf */ .Hl)(alert) };
}
function unknownAlerts({ runs }) {
    const byFlow = new Map();
    for (const run of runs.values()) {
        if (!isUnknown(run))
            continue;
        const known = byFlow.get(run.flow);
        if (known === undefined)
            byFlow.set(run.flow, [run]);
        else
            known.push(run);
    }
    return [...byFlow].map(([flow, unknown]) => {
        const sorted = unknown.sort((a, b) => a.phase.endedAt - b.phase.endedAt || (a.id < b.id ? -1 : 1));
        return opened({ kind: 'unknown', flow, since: sorted[0]?.phase.endedAt, runs: sorted });
    });
}
function isUnknown(run) {
    return run.phase.state === 'unknown';
}
function bySince(a, b) {
    return a.since - b.since || (a.key < b.key ? -1 : 1);
}
/** What an issue shows of it; when this changes, it is written anew. */
function shownAsOf(alert) {
    switch (alert.kind) {
        case 'failures':
            return `${alert.streak.count} ${causeOf(alert)} ${alert.streak.run}`;
        case 'missed':
            return `${alert.missed.count} ${causeOf(alert)} ${alert.missed.to}`;
        case 'unknown':
            return (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(alert.runs.map(({ id }) => id).join('\n')).slice(0, 16);
        case 'clock':
            return `${alert.wait.from} ${alert.wait.to}`;
    }
}
/** What is behind it; when this changes, people are told again. */
function causeOf(alert) {
    switch (alert.kind) {
        case 'failures':
            return [
                alert.streak.class,
                ...(alert.streak.exitCode === undefined ? [] : [alert.streak.exitCode]),
            ].join(' ');
        case 'missed':
            return alert.missed.because;
        default:
            return alert.kind;
    }
}


/***/ }),

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

/***/ 1550:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E$: () => (/* binding */ parseCron),
/* harmony export */   Eo: () => (/* binding */ isInSet),
/* harmony export */   nA: () => (/* binding */ hasBothDays)
/* harmony export */ });
/* unused harmony export fieldsOf */
const minuteField = { name: 'minute', from: 0, to: 59 };
const hourField = { name: 'hour', from: 0, to: 23 };
const dayField = { name: 'day-of-month', from: 1, to: 31 };
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthField = { name: 'month', from: 1, to: 12, names: monthNames };
const weekdayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** 7 is Sunday too, as cron(8) has it. */
const weekdayField = { name: 'day-of-week', from: 0, to: 7, names: weekdayNames };
const fields = [minuteField, hourField, dayField, monthField, weekdayField];
const macros = {
    '@yearly': '0 0 1 1 *',
    '@annually': '0 0 1 1 *',
    '@monthly': '0 0 1 * *',
    '@weekly': '0 0 * * 0',
    '@daily': '0 0 * * *',
    '@midnight': '0 0 * * *',
    '@hourly': '0 * * * *',
};
const longestMonthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const longestText = 1_000;
class CronFault extends Error {
    fix;
    constructor(message, fix) {
        super(message);
        this.fix = fix;
    }
}
/** Reads five fields of lists, ranges, steps and English names. Throws nothing; what is wrong is in the answer. */
function parseCron(text) {
    try {
        const cron = compile(text);
        if (canFire(cron))
            return { kind: 'ok', cron };
        const fix = 'Choose a day that one of its months has.';
        return { kind: 'bad', code: 'E_CRON_NEVER', message: `${JSON.stringify(text)} never fires.`, fix };
    }
    catch (error) {
        if (!(error instanceof CronFault))
            throw error;
        const fix = error.fix === undefined ? {} : { fix: error.fix };
        return { kind: 'bad', code: 'E_CRON', message: error.message, ...fix };
    }
}
function compile(text) {
    const parts = partsOf(text);
    const [minutes = [], hours = [], days = [], months = [], weekdays = []] = fields.map((field, index) => readField(parts[index] ?? '', field));
    const [minuteText = '', hourText = '', dayText = '', , weekdayText = ''] = parts;
    return {
        minutes,
        hours,
        months: bitSet(months),
        daysOfMonth: bitSet(days),
        weekdays: bitSet(weekdays.map((day) => day % 7)),
        isEitherDay: !dayText.startsWith('*') && !weekdayText.startsWith('*'),
        isWallClock: hasStar(minuteText) || hasStar(hourText),
    };
}
/** Of an expression that was checked before. */
function fieldsOf(text) {
    return text.split(' ').filter((part) => part !== '');
}
/** Whether it names dates and weekdays, of which either or both may be asked for. */
function hasBothDays(text) {
    const [, , date = '*', , weekday = '*'] = fieldsOf(text);
    return ![date, weekday].some((field) => field === '*' || field === '*/1');
}
function hasStar(field) {
    return field.startsWith('*') || field.includes(',*');
}
function bitSet(values) {
    return values.reduce((set, value) => set | (1 << value), 0);
}
function isInSet(set, value) {
    return (set & (1 << value)) !== 0;
}
function partsOf(text) {
    if (text.length > longestText)
        throw new CronFault(`It is ${text.length} characters long.`, 'Write fewer values.');
    const macro = macros[text.trim().toLowerCase()];
    if (macro !== undefined)
        throw new CronFault(`${JSON.stringify(text)} is a macro.`, `Write "${macro}".`);
    const parts = fieldsOf(text);
    if (/[^\x20-\x7e]/.test(text))
        throw new CronFault(`${JSON.stringify(text)} holds characters that no field has.`);
    if (parts.length !== fields.length) {
        const names = fields.map(({ name }) => name).join(' ');
        throw new CronFault(`Expected 5 fields, got ${parts.length}: ${JSON.stringify(text)}.`, `Write ${names}.`);
    }
    return parts;
}
function readField(text, field) {
    // One item is ascending as it stands, and nearly every field is one item.
    if (!text.includes(','))
        return readItem(text, field);
    if (/^\d{1,2}$/.test(text))
        return [readValue(text, text, field)];
    const values = text.split(',').flatMap((item) => readItem(item, field));
    return text.includes(',') ? [...new Set(values)].sort((a, b) => a - b) : values;
}
function readItem(item, field) {
    const [range = '', step, ...more] = item.split('/');
    if (more.length > 0 || range === '' || step === '')
        throw fault(item, field);
    const [from, to] = readRange(range, { item, step, field });
    if (step === undefined)
        return span(from, to);
    if (from === to)
        throw new CronFault(`${field.name}: ${JSON.stringify(item)} steps from a single value.`, `Write ${steppedFrom(from, Number(step), field)}.`);
    const by = readStep(step, field, to - from);
    return span(0, Math.floor((to - from) / by)).map((index) => from + index * by);
}
/** Other readers of cron go on to the end of the field, which for weekdays is Saturday. */
function steppedFrom(from, step, field) {
    const last = lastOf(field);
    return step >= 1 && from + step <= last ? `${from}-${last}/${step}` : String(from);
}
function lastOf(field) {
    return field.name === 'day-of-week' ? 6 : field.to;
}
function readRange(range, { item, step, field }) {
    if (range === '*')
        return [field.from, lastOf(field)];
    const [first = '', last, ...more] = range.split('-');
    if (more.length > 0)
        throw fault(item, field);
    const from = readValue(first, item, field);
    const to = last === undefined ? from : readValue(last, item, field);
    if (from <= to)
        return [from, to];
    const wrapped = [...span(from, lastOf(field)), ...span(field.from, to)];
    const by = Math.max(Number(step ?? 1) || 1, 1);
    const stepped = wrapped.filter((_, index) => index % by === 0);
    const list = stepped.map((value) => field.names?.[value - field.from] ?? String(value)).join(',');
    throw new CronFault(`${field.name}: the range ${JSON.stringify(range)} runs backwards.`, `Write the list ${list}.`);
}
function span(from, to) {
    const values = [];
    for (let value = from; value <= to; value += 1)
        values.push(value);
    return values;
}
function readValue(text, item, field) {
    const named = field.names?.indexOf(text.toLowerCase()) ?? -1;
    if (named >= 0)
        return named + field.from;
    if (!/^\d{1,2}$/.test(text))
        throw fault(item, field);
    const value = Number(text);
    if (value < field.from || value > field.to)
        throw fault(item, field);
    return value;
}
function readStep(text, field, longest) {
    const step = /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 0;
    if (step >= 1 && step <= longest)
        return step;
    throw new CronFault(`${field.name}: the step ${JSON.stringify(text)} exceeds the range.`, `Write a step from 1 to ${longest}.`);
}
function fault(item, field) {
    const names = field.names === undefined ? '' : ` or ${field.names[0]}-${field.names.at(-1)}`;
    const fix = item === '?'
        ? 'Write *.'
        : `Write numbers ${field.from}-${field.to}${names}, ranges, lists and steps; L, W, # and ? are not known.`;
    return new CronFault(`${field.name}: ${JSON.stringify(item)} is not a value from ${field.from}-${field.to}.`, fix);
}
/** Only a date that none of the months has keeps an expression from ever firing. */
function canFire({ months, daysOfMonth, isEitherDay }) {
    if (isEitherDay)
        return true;
    return longestMonthDays.some((days, index) => isInSet(months, index + 1) && span(1, days).some((day) => isInSet(daysOfMonth, day)));
}


/***/ }),

/***/ 3599:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ familyOf)
/* harmony export */ });
function familyOf(project, flow) {
    return `headgate-${project}-${flow}`;
}


/***/ }),

/***/ 3298:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** SHA-256 of a text, as 64 hexadecimal digits. The one place of the core that uses `node:crypto`, for a pure function of it. */
function sha256(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text, 'utf8').digest('hex');
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
/* harmony import */ var _joined_gaps_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4293);
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

/***/ 1782:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UR: () => (/* binding */ doNotRetryExitCode),
/* harmony export */   df: () => (/* binding */ imageMediaTypes),
/* harmony export */   kc: () => (/* binding */ logText)
/* harmony export */ });
/* unused harmony exports eventMarker, longestEventLineBytes, eventLimitBytes, EventTooLargeError, encodeEvent */
/**
 * What a flow says about itself: one JSON object a line on standard output, starting with this text. No program prints
 * it by accident, it is not a workflow command of any CI, and CloudWatch Logs finds the fields of JSON lines by itself.
 */
const eventMarker = '{"headgate":1,';
/**
 * Longer events travel in parts. Docker cuts the lines of most log drivers at 16 KiB; `awslogs` does at 256 KiB
 * (aws/shim-loggers-for-containerd), but a flow may log through another one.
 */
const longestEventLineBytes = 15_000;
/** Of one event, all parts together. */
const eventLimitBytes = 256 * 1024;
/** A flow that ends with this exit code asks for no further attempt: what is wrong would be wrong again. */
const doNotRetryExitCode = 86;
const imageMediaTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/svg+xml'];
/** `WARNING rows are missing expected=10 seen=7` */
function logText({ level, message, fields = {} }) {
    const shown = Object.entries(fields).map(([name, value]) => {
        const isPlain = typeof value !== 'string' || /^[^\s"=]+$/.test(value);
        return ` ${name}=${typeof value === 'string' && isPlain ? value : JSON.stringify(value)}`;
    });
    return `${level.toUpperCase()} ${message}${shown.join('')}`;
}
class EventTooLargeError extends Error {
    name = 'EventTooLargeError';
    constructor(what, bytes) {
        super(`The ${what} takes ${bytes} bytes; at most ${eventLimitBytes} are kept. Write it to a file or a bucket, and make a link artifact of its address.`);
    }
}
const encoder = new TextEncoder();
/** Units of a part: an escaped quote or backslash takes two bytes, any other UTF-16 unit at most three. */
const partUnits = 4_800;
/** The lines of an event, without line ends. `id` names it among the events of the attempt; used if it needs parts. */
function encodeEvent(event, id) {
    const json = JSON.stringify(event);
    const line = `${eventMarker}${json.slice(1)}`;
    if (line.length * 3 <= longestEventLineBytes)
        return [line];
    const bytes = encoder.encode(line).length;
    if (bytes <= longestEventLineBytes)
        return [line];
    if (bytes > eventLimitBytes)
        throw new EventTooLargeError(describeEvent(event), bytes);
    const texts = slices(json);
    return texts.map((text, index) => `${eventMarker}"part":[${id},${index},${texts.length}],"text":${JSON.stringify(text)}}`);
}
function describeEvent(event) {
    return event.event === 'artifact'
        ? `artifact ${JSON.stringify(event.artifact.name)}`
        : `event ${event.event}`;
}
function slices(text) {
    const parts = [];
    for (let from = 0; from < text.length;) {
        const next = from + partUnits;
        const cutsPair = next < text.length && /[\uD800-\uDBFF]/.test(text[next - 1] ?? '');
        const to = cutsPair ? next - 1 : next;
        parts.push(text.slice(from, to));
        from = to;
    }
    return parts;
}


/***/ }),

/***/ 227:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  YF: () => (/* binding */ mostTasks),
  PH: () => (/* binding */ parseEvents),
  f$: () => (/* binding */ shownText)
});

// UNUSED EXPORTS: EventTooLargeError, doNotRetryExitCode, encodeEvent, eventLimitBytes, eventMarker, imageMediaTypes, isEventLine, logText, longestEventLineBytes

// EXTERNAL MODULE: ./src/core/event-format.ts
var event_format = __webpack_require__(1782);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
;// CONCATENATED MODULE: ./src/core/event-reader.ts


/** Other languages may write a blank after a colon, as Python's `json.dumps` does. */
const markerPattern = /^\{"headgate": ?1, ?"/;
function isEventLine(text) {
    return markerPattern.test(text);
}
const longestLine = 64 * 1024;
/** Enough for what people print; what nests deeper would take the stack of whoever writes it out again. */
const deepestNesting = 32;
/** 2200-01-01. A moment beyond it is of a broken clock, or hostile; what is added to one before it is a moment too. */
const latestMs = Date.UTC(2200, 0, 1);
/** Of counts and sums: whatever is added to such a number is still whole. */
const largestAmount = 1e15;
/** A century: what is subtracted from a moment must leave a moment. */
const longestTaskMs = 3.2e12;
/** What a marked line says; undefined if it is damaged, or something that this version does not know. */
function readEventLine(text) {
    if (text.length > longestLine)
        return undefined;
    const value = parseObject(text);
    if (value === undefined)
        return undefined;
    return value['part'] === undefined ? readEvent(value) : readPart(value);
}
/** The event whose JSON came in parts. */
function readJoined(json) {
    const value = parseObject(json);
    return value === undefined ? undefined : readEvent(value);
}
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return isObject(value) && !isDeeperThan(value, deepestNesting) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isDeeperThan(value, levels) {
    if (typeof value !== 'object' || value === null)
        return false;
    return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}
function readPart(value) {
    const { part, text } = value;
    if (!Array.isArray(part) || typeof text !== 'string')
        return undefined;
    const [id, index, count] = part.map(countOf);
    if (id === undefined || index === undefined || count === undefined || index >= count)
        return undefined;
    return { id, index, count, text };
}
function readEvent(value) {
    const at = momentOf(value['at']);
    const when = at === undefined ? {} : { at };
    const event = readers[String(value['event'])]?.(value);
    return event === undefined ? undefined : { ...when, ...event };
}
/** Without a prototype: the name of an event comes from outside. */
const readers = Object.assign(Object.create(null), {
    'flow-started': () => ({ event: 'flow-started' }),
    'flow-ended': (value) => {
        const outcome = oneOf(['succeeded', 'failed', 'cancelled'], value['outcome']);
        return outcome && { event: 'flow-ended', outcome, ...errorIn(value) };
    },
    'task-started': (value) => {
        const facts = taskFacts(value);
        return facts && { event: 'task-started', ...facts };
    },
    'task-retrying': (value) => {
        const facts = taskFacts(value);
        const { error } = errorIn(value);
        if (facts === undefined || error === undefined)
            return undefined;
        const attempt = countOf(value['attempt']) ?? 1;
        return { event: 'task-retrying', ...facts, attempt, delayMs: amountOf(value['delayMs']) ?? 0, error };
    },
    'task-ended': (value) => {
        const facts = taskFacts(value);
        const outcomes = ['succeeded', 'failed', 'timed-out', 'cancelled', 'restored'];
        const outcome = oneOf(outcomes, value['outcome']);
        if (facts === undefined || outcome === undefined)
            return undefined;
        const attempt = countOf(value['attempt']) ?? 1;
        const durationMs = Math.min(amountOf(value['durationMs']) ?? 0, longestTaskMs);
        return { event: 'task-ended', ...facts, outcome, attempt, durationMs, ...errorIn(value) };
    },
    'task-totals': ({ totals }) => {
        if (!Array.isArray(totals))
            return undefined;
        return { event: 'task-totals', totals: totals.map(totalOf).filter((total) => total !== undefined) };
    },
    log: (value) => {
        const level = levelOf(value['level']);
        const message = textOf(value['message'], 8_000);
        if (level === undefined || message === undefined)
            return undefined;
        const { fields } = value;
        return { event: 'log', level, message, ...(isObject(fields) ? { fields } : {}) };
    },
    artifact: (value) => {
        const artifact = isObject(value['artifact']) ? artifactOf(value['artifact']) : undefined;
        return artifact && { event: 'artifact', artifact };
    },
    progress: (value) => {
        const name = textOf(value['name'], 200) ?? '';
        const done = amountOf(value['done']);
        const total = amountOf(value['total']);
        if (done === undefined)
            return undefined;
        return { event: 'progress', name, done, ...(total === undefined ? {} : { total }) };
    },
});
/** Level names of other languages' loggers count as ours. */
function levelOf(value) {
    const level = typeof value === 'string' ? value.toLowerCase() : undefined;
    if (level === 'warn')
        return 'warning';
    if (level === 'critical' || level === 'fatal')
        return 'error';
    return oneOf(['debug', 'info', 'warning', 'error'], level);
}
function taskFacts(value) {
    const task = countOf(value['task']);
    const name = textOf(value['name'], 200);
    if (task === undefined || name === undefined)
        return undefined;
    const key = textOf(value['key'], 200);
    const parent = countOf(value['parent']);
    return { task, name, ...(key === undefined ? {} : { key }), ...(parent === undefined ? {} : { parent }) };
}
function totalOf(value) {
    if (!isObject(value))
        return undefined;
    const name = textOf(value['name'], 200);
    if (name === undefined)
        return undefined;
    const [succeeded = 0, failed = 0, restored = 0] = ['succeeded', 'failed', 'restored'].map((key) => countOf(value[key]));
    return { name, succeeded, failed, restored, totalMs: amountOf(value['totalMs']) ?? 0 };
}
function errorIn(value) {
    const { error } = value;
    if (typeof error === 'string')
        return { error: { name: 'Error', message: error.slice(0, 2_000) } };
    if (!isObject(error))
        return {};
    const stack = textOf(error['stack'], 8_000);
    const name = textOf(error['name'], 100) ?? 'Error';
    const message = textOf(error['message'], 2_000) ?? '';
    return { error: { name, message, ...(stack === undefined ? {} : { stack }) } };
}
function artifactOf(value) {
    const name = textOf(value['name'], 200);
    if (name === undefined)
        return undefined;
    const text = textOf(value['text'], Number.POSITIVE_INFINITY);
    switch (value['kind']) {
        case 'markdown':
            return text === undefined ? undefined : { kind: 'markdown', name, text };
        case 'table':
            return tableOf(name, value);
        case 'link': {
            const url = textOf(value['url'], 2_000);
            return url === undefined
                ? undefined
                : { kind: 'link', name, url, ...(text === undefined ? {} : { text }) };
        }
        case 'image': {
            const source = isObject(value['source']) ? imageSourceOf(value['source']) : undefined;
            return source && { kind: 'image', name, alt: textOf(value['alt'], 500) ?? name, source };
        }
        default:
            return undefined;
    }
}
function tableOf(name, { columns, rows }) {
    if (!Array.isArray(columns) || !Array.isArray(rows))
        return undefined;
    const cells = (row) => (Array.isArray(row) ? row.map(cellOf) : undefined);
    return {
        kind: 'table',
        name,
        columns: columns.map((column) => String(cellOf(column))),
        rows: rows.map(cells).filter((row) => row !== undefined),
    };
}
function cellOf(value) {
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
function imageSourceOf(value) {
    const url = textOf(value['url'], 2_000);
    if (value['kind'] === 'url')
        return url === undefined ? undefined : { kind: 'url', url };
    const mediaType = oneOf(event_format/* imageMediaTypes */.df, value['mediaType']);
    const base64 = textOf(value['base64'], Number.POSITIVE_INFINITY);
    if (mediaType === undefined || base64 === undefined || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64))
        return undefined;
    return { kind: 'data', mediaType, base64 };
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function oneOf(allowed, value) {
    return allowed.find((item) => item === value);
}
function textOf(value, limit) {
    return typeof value === 'string' ? value.slice(0, limit) : undefined;
}
function countOf(value) {
    const amount = amountOf(value);
    return Number.isInteger(amount) ? amount : undefined;
}
function amountOf(value) {
    return typeof value === 'number' && value >= 0 && value <= largestAmount ? value : undefined;
}
function momentOf(value) {
    const ms = amountOf(value);
    return ms === undefined || ms > latestMs ? undefined : (0,instant/* instantFromMs */.A0)(ms);
}

;// CONCATENATED MODULE: ./src/core/event.ts





const mostTasks = 1_000;
/** Failures are what people look for: they find room when calls that went well have taken all of it. */
const mostTasksWithFailures = 1_200;
const mostArtifacts = 50;
const mostArtifactUnits = 1024 * 1024;
const mostNames = 200;
const mostOpenParts = 16;
const mostPartUnits = 300_000;
/** Reads what a flow said about itself out of everything that it printed. */
function parseEvents(lines) {
    const reading = {
        startedAt: undefined,
        finished: undefined,
        tasks: new Map(),
        totals: new Map(),
        artifacts: new Map(),
        artifactUnits: 0,
        progress: new Map(),
        logLevels: { debug: 0, info: 0, warning: 0, error: 0 },
        parts: new Map(),
        dropped: 0,
    };
    for (const line of lines) {
        if (!isEventLine(line))
            continue;
        const read = readEventLine(line);
        const event = read !== undefined && 'count' in read ? join(reading, read) : read;
        if (event === 'incomplete')
            continue;
        if (event === undefined || !enter(reading, event))
            reading.dropped += 1;
    }
    const { startedAt, finished, tasks, totals, artifacts, progress } = reading;
    return {
        ...(startedAt === undefined ? {} : { startedAt }),
        ...(finished === undefined ? {} : { finished }),
        tasks: [...tasks.values()],
        totals: [...totals.values()],
        artifacts: [...artifacts.values()],
        progress: [...progress.values()],
        logLevels: reading.logLevels,
        dropped: reading.dropped + reading.parts.size,
    };
}
/**
 * What a person sees of a line of the log: the line itself, the message of a log event, or nothing for other events.
 */
function shownText(line) {
    if (!isEventLine(line))
        return line;
    const read = readEventLine(line);
    if (read === undefined || 'count' in read || read.event !== 'log')
        return undefined;
    return (0,event_format/* logText */.kc)(read);
}
function join(reading, { id, index, count, text }) {
    const open = reading.parts.get(id) ?? { texts: new Array(0), units: 0 };
    const isFirst = !reading.parts.has(id);
    if (isFirst && reading.parts.size >= mostOpenParts)
        return undefined;
    if (open.texts[index] !== undefined || open.units + text.length > mostPartUnits || count > 1_000)
        return undefined;
    reading.parts.set(id, open);
    open.texts[index] = text;
    open.units += text.length;
    const isComplete = open.texts.length === count && !open.texts.includes(undefined);
    if (!isComplete)
        return 'incomplete';
    reading.parts.delete(id);
    return readJoined(open.texts.join(''));
}
/** False if there is no room for it. */
function enter(reading, event) {
    switch (event.event) {
        case 'flow-started':
            reading.startedAt ??= event.at;
            return true;
        case 'flow-ended':
            reading.finished = {
                outcome: event.outcome,
                ...(event.at === undefined ? {} : { at: event.at }),
                ...(event.error === undefined ? {} : { error: event.error }),
            };
            return true;
        case 'log':
            reading.logLevels[event.level] += 1;
            return true;
        case 'task-totals':
            return event.totals.every((total) => put(reading.totals, total.name, total));
        case 'progress':
            return put(reading.progress, event.name, {
                name: event.name,
                done: event.done,
                ...(event.total === undefined ? {} : { total: event.total }),
            });
        case 'artifact':
            return enterArtifact(reading, event.artifact);
        default:
            return enterTask(reading, event);
    }
}
function put(map, name, value) {
    if (!map.has(name) && map.size >= mostNames)
        return false;
    map.set(name, value);
    return true;
}
function enterArtifact(reading, artifact) {
    const units = JSON.stringify(artifact).length;
    const before = reading.artifacts.get(artifact.name);
    const freed = before === undefined ? 0 : JSON.stringify(before).length;
    if (before === undefined && reading.artifacts.size >= mostArtifacts)
        return false;
    if (reading.artifactUnits - freed + units > mostArtifactUnits)
        return false;
    reading.artifactUnits += units - freed;
    reading.artifacts.set(artifact.name, artifact);
    return true;
}
function enterTask(reading, event) {
    const known = reading.tasks.get(event.task);
    const hasFailed = event.event === 'task-ended' && (event.outcome === 'failed' || event.outcome === 'timed-out');
    const most = hasFailed ? mostTasksWithFailures : mostTasks;
    if (known === undefined && reading.tasks.size >= most)
        return false;
    reading.tasks.set(event.task, recordOf(known, event));
    return true;
}
function recordOf(known, event) {
    const { task, name, key, parent, at } = event;
    const facts = {
        task,
        name,
        ...(key === undefined ? {} : { key }),
        ...(parent === undefined ? {} : { parent }),
    };
    switch (event.event) {
        case 'task-started':
            return { attempt: 1, ...known, ...facts, ...(at === undefined ? {} : { startedAt: at }) };
        case 'task-retrying':
            return { ...known, ...facts, attempt: event.attempt + 1, error: event.error };
        case 'task-ended': {
            // The line of the start may be lost: the end says how long it took.
            const startedAt = known?.startedAt ?? (at === undefined ? undefined : (0,instant/* plusMs */.f9)(at, -event.durationMs));
            return {
                ...known,
                ...facts,
                attempt: event.attempt,
                outcome: event.outcome,
                ...(startedAt === undefined ? {} : { startedAt }),
                ...(at === undefined ? {} : { endedAt: at }),
                ...(event.error === undefined ? {} : { error: event.error }),
            };
        }
    }
}


/***/ }),

/***/ 6964:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ faultWords)
/* harmony export */ });
/** Why something could not be made, on one line: the error's own words, which may quote what it choked on. */
function faultWords(error) {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return text.replaceAll(/\s+/g, ' ').slice(0, 300);
}


/***/ }),

/***/ 3484:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gy: () => (/* binding */ formerSlotRunId),
/* harmony export */   R4: () => (/* binding */ manualRunId),
/* harmony export */   Yb: () => (/* binding */ parametersSuffix),
/* harmony export */   dz: () => (/* binding */ slotRunId),
/* harmony export */   g3: () => (/* binding */ upstreamRunId),
/* harmony export */   kG: () => (/* binding */ clientTokenOf),
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
    return withSuffix(flow, slot, parametersSuffix(parameters));
}
/** What the same run was called before: four digits, which two sets of parameters can share. */
function formerSlotRunId(flow, slot, parameters) {
    return withSuffix(flow, slot, parametersSuffix(parameters).slice(0, formerSuffixLength));
}
const formerSuffixLength = 4;
const suffixLength = 16;
const suffixes = new WeakMap();
/** Empty: the schedule gives its runs nothing. */
function parametersSuffix(parameters) {
    const known = suffixes.get(parameters) ?? suffixOf((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .d)(parameters));
    suffixes.set(parameters, known);
    return known;
}
function suffixOf(text) {
    return text === '{}' ? '' : (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(text).slice(0, suffixLength);
}
function withSuffix(flow, slot, suffix) {
    return `${flow}-${stampOf(slot)}${suffix === '' ? '' : `-${suffix}`}`;
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

/***/ 4293:
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

/***/ 7373:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ manifestBounds)
/* harmony export */ });
/**
 * The most that a manifest may ask for. The same bounds hold for what state says of a deployment: a record that asks
 * for more was not written by a deploy.
 */
const day = 86_400;
const manifestBounds = {
    schedules: 50,
    intervalSeconds: { least: 60, most: 366 * day },
    catchUpSeconds: 31 * day,
    catchUpSlots: 1_000,
    concurrencyLimit: 1_000,
    upstreamFlows: 50,
    retries: 10,
    retryDelaySeconds: day,
    startSeconds: day,
    runSeconds: 14 * day,
    spotFailures: 10,
    parameterValues: 200,
    parameterLength: 8_192,
};


/***/ }),

/***/ 3606:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** Edits that turn one text into the other; a swap of neighbours counts as one. */
function distance(from, to) {
    const rows = [Array.from({ length: to.length + 1 }, (_, index) => index)];
    const at = (row, column) => rows[row]?.[column] ?? 0;
    for (let row = 1; row <= from.length; row += 1) {
        const current = [row];
        rows.push(current);
        for (let column = 1; column <= to.length; column += 1) {
            const cost = from[row - 1] === to[column - 1] ? 0 : 1;
            let best = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + cost);
            const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
            if (row > 1 && column > 1 && isSwap)
                best = Math.min(best, at(row - 2, column - 2) + 1);
            current[column] = best;
        }
    }
    return at(from.length, to.length);
}
/** The candidate that was probably meant: at most a third of it mistyped. The first of equally near ones. */
function nearest(text, candidates) {
    const plain = text.toLowerCase().slice(0, 64);
    let best;
    for (const candidate of candidates) {
        const allowed = Math.max(1, Math.floor(Math.max(candidate.length, plain.length) / 3));
        if (Math.abs(candidate.length - plain.length) > allowed)
            continue;
        const edits = distance(plain, candidate.toLowerCase());
        if (edits <= allowed && (best === undefined || edits < best.edits))
            best = { candidate, edits };
    }
    return best?.candidate;
}


/***/ }),

/***/ 2362:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jk: () => (/* binding */ parameterFaults),
/* harmony export */   _F: () => (/* binding */ fieldOf),
/* harmony export */   uk: () => (/* binding */ parameterValueFaults),
/* harmony export */   vA: () => (/* binding */ resolveParameters)
/* harmony export */ });
/* unused harmony export parametersLimitBytes */
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7136);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3606);
/* harmony import */ var _parameters_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1000);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1748);
/* harmony import */ var _secret_like_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7536);







/**
 * Bytes of the resolved parameters, encoded as they travel. ECS takes 8,192 characters of overrides in all; the
 * rest is for the other `HEADGATE_…` variables.
 */
const parametersLimitBytes = 7_168;
/** The parameters of a run: what was given, held against the declared schemas, with defaults filled in. No coercion. */
function resolveParameters(schemas, given) {
    const faults = parameterFaults(schemas, given);
    if (faults.length > 0)
        return { kind: 'bad', problems: faults.map(problemOf) };
    const parameters = Object.create(null);
    const values = (given ?? {});
    for (const [name, schema] of Object.entries(schemas)) {
        if (Object.hasOwn(values, name))
            parameters[name] = values[name];
        else if (schema.default !== undefined)
            parameters[name] = schema.default;
    }
    const size = encodedBytes(parameters);
    if (size <= parametersLimitBytes)
        return { kind: 'ok', parameters };
    return { kind: 'bad', problems: [tooLarge(size)] };
}
function encodedBytes(parameters) {
    return new TextEncoder().encode(JSON.stringify((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalJson */ .d)(parameters))).length;
}
function tooLarge(size) {
    return {
        code: 'E_PARAM_SIZE',
        field: 'parameters',
        message: `The parameters take ${size} bytes once encoded; ${parametersLimitBytes} fit into the launch of an ECS task.`,
        fix: 'Put the data somewhere a run can read it, and pass its address.',
    };
}
function problemOf(fault) {
    const { path, ...rest } = fault;
    return { ...rest, field: fieldOf(['parameters', ...path]) };
}
/** `schedules[0].parameters.region` */
function fieldOf(path) {
    return path
        .map((step, index) => {
        if (typeof step === 'number')
            return `[${step}]`;
        const shown = /^[\w-]+$/.test(step) ? step : (0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(step);
        return index === 0 ? shown : `.${shown}`;
    })
        .join('');
}
/** Everything that is wrong with given parameters, before defaults are filled in. */
function parameterFaults(schemas, given) {
    if (given !== undefined && (typeof given !== 'object' || given === null || Array.isArray(given))) {
        const message = `Expected an object of parameters, got ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteWithType */ .P)(given)}.`;
        return [{ code: 'E_PARAM_TYPE', path: [], message, fix: 'Write `{"name": value}`.' }];
    }
    const values = (given ?? {});
    const faults = [];
    for (const [name, value] of Object.entries(values)) {
        const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
        if (schema === undefined)
            faults.push(unknownParameter(name, schemas));
        else
            faults.push(...parameterValueFaults(schema, value, [name]), ...secretFaults(value, [name]));
    }
    for (const [name, schema] of Object.entries(schemas)) {
        if (schema.default !== undefined || Object.hasOwn(values, name))
            continue;
        const message = 'It has no default, so a value must be given.';
        faults.push({ code: 'E_PARAM_REQUIRED', path: [name], message, fix: `Give a ${schema.type}.` });
    }
    return faults;
}
/** State, checks and the task's overrides hold parameters for all to read. */
function secretFaults(value, path) {
    if (typeof value === 'string')
        return (0,_secret_like_js__WEBPACK_IMPORTED_MODULE_3__/* .looksLikeSecretValue */ .T)(value) ? [secretLike(path)] : [];
    if (typeof value !== 'object' || value === null)
        return [];
    if (Array.isArray(value))
        return value.flatMap((item, index) => secretFaults(item, [...path, index]));
    return Object.entries(value).flatMap(([key, item]) => [
        ...((0,_secret_like_js__WEBPACK_IMPORTED_MODULE_3__/* .looksLikeSecretValue */ .T)(key) ? [secretLike(path)] : []),
        ...secretFaults(item, [...path, key]),
    ]);
}
function secretLike(path) {
    return {
        code: 'E_SECRET_LIKE',
        path,
        message: 'The value looks like a secret; it would stand in git and in the task for all to read.',
        fix: 'Revoke it, store the new one in Secrets Manager, and name its ARN under `secrets` of the flow.',
    };
}
function unknownParameter(name, schemas) {
    const names = Object.keys(schemas);
    const close = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_5__/* .nearest */ .p)(name, names);
    const declared = names.length === 0 ? 'The flow declares no parameters.' : `Declared: ${names.join(', ')}.`;
    return {
        code: 'E_PARAM_UNKNOWN',
        path: [name],
        message: `The flow declares no parameter ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(name)}.`,
        fix: close === undefined ? declared : `Did you mean ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(close)}?`,
    };
}
/** What is wrong with one value, held against its schema. */
function parameterValueFaults(schema, value, path = []) {
    const fragile = contentFaults(value, path, 1);
    if (fragile.length > 0)
        return fragile;
    if (!hasType(schema.type, value)) {
        const message = `Expected ${schema.type}, got ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteWithType */ .P)(value)}.`;
        return [{ code: typeCode(schema.type, value), path, message, ...typeFix(schema.type, value) }];
    }
    const allowed = schema.enum;
    if (allowed !== undefined && !allowed.some((item) => (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalJson */ .d)(item) === (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalJson */ .d)(value))) {
        const fix = `Allowed: ${allowed.map((item) => (0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(item)).join(', ')}.`;
        return [{ code: 'E_PARAM_ENUM', path, message: `${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(value)} is not allowed.`, fix }];
    }
    return [
        ...rangeFaults(schema, value, path),
        ...formatFaults(schema, value, path),
        ...itemFaults(schema, value, path),
    ];
}
function hasType(type, value) {
    if (type === 'integer')
        return Number.isSafeInteger(value);
    if (type === 'number')
        return typeof value === 'number';
    if (type === 'array')
        return Array.isArray(value);
    if (type === 'object')
        return typeof value === 'object' && value !== null && !Array.isArray(value);
    return typeof value === type;
}
function typeCode(type, value) {
    return type === 'integer' && Number.isInteger(value) ? 'E_PARAM_RANGE' : 'E_PARAM_TYPE';
}
function typeFix(type, value) {
    const isNumber = type === 'integer' || type === 'number';
    if (isNumber && typeof value === 'string')
        return { fix: 'Write the number without quotes.' };
    if (type === 'string' && typeof value !== 'object')
        return { fix: 'Put it in quotes.' };
    return {};
}
/** What no parameter may hold, whatever its schema: values that change, break or vanish on their way into a run. */
function contentFaults(value, path, depth) {
    if (depth > _parameters_text_js__WEBPACK_IMPORTED_MODULE_1__/* .deepestParameter */ .M) {
        const message = `Nested deeper than ${_parameters_text_js__WEBPACK_IMPORTED_MODULE_1__/* .deepestParameter */ .M} levels.`;
        return [{ code: 'E_PARAM_DEPTH', path: path.slice(0, 2), message }];
    }
    if (typeof value === 'string')
        return textFaults(value, path);
    if (typeof value === 'number')
        return numberFaults(value, path);
    if (Array.isArray(value))
        return value.flatMap((item, index) => contentFaults(item, [...path, index], depth + 1));
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.entries(value).flatMap(([key, item]) => key === '__proto__'
        ? [{ code: 'E_PARAM_UNKNOWN', path: [...path, key], message: 'A key may not be `__proto__`.' }]
        : [...textFaults(key, [...path, key]), ...contentFaults(item, [...path, key], depth + 1)]);
}
function textFaults(text, path) {
    if (text.includes('\0')) {
        const message = 'Contains the character U+0000, which no environment variable can carry.';
        return [{ code: 'E_PARAM_CONTROL_CHAR', path, message, fix: 'Remove it.' }];
    }
    if (!/\p{Cs}/u.test(text))
        return [];
    const message = 'Contains half of a surrogate pair, which no encoding can carry.';
    return [{ code: 'E_UNICODE_ILL_FORMED', path, message, fix: 'Write the whole character.' }];
}
function numberFaults(value, path) {
    if (Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)))
        return [];
    const message = `${value} cannot be kept exactly: whole numbers go up to ${Number.MAX_SAFE_INTEGER}.`;
    return [{ code: 'E_PARAM_RANGE', path, message, fix: 'Pass it as a string.' }];
}
function rangeFaults(schema, value, path) {
    const isText = typeof value === 'string';
    if (!isText && typeof value !== 'number')
        return [];
    const size = isText ? [...value].length : value;
    const least = isText ? schema.minLength : schema.minimum;
    const most = isText ? schema.maxLength : schema.maximum;
    if ((least === undefined || size >= least) && (most === undefined || size <= most))
        return [];
    const bounds = [
        least === undefined ? '' : `at least ${least}`,
        most === undefined ? '' : `at most ${most}`,
    ];
    const message = isText ? `The text has ${size} characters.` : `${value} is out of range.`;
    const fix = `Allowed: ${bounds.filter((bound) => bound !== '').join(' and ')}${isText ? ' characters' : ''}.`;
    return [{ code: 'E_PARAM_RANGE', path, message, fix }];
}
const offsetPattern = /([+-])([01]\d|2[0-3]):([0-5]\d)$/;
function isRealFormat(format, text) {
    if (format === 'date')
        return /^\d{4}-\d{2}-\d{2}$/.test(text) && (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .parseIso */ .P$)(`${text}T00:00Z`) !== undefined;
    const hasSeconds = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(text);
    return (hasSeconds && (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .parseIso */ .P$)(text.replace(offsetPattern, 'Z').replace(/(\.\d{3})\d+Z$/, '$1Z')) !== undefined);
}
function formatFaults(schema, value, path) {
    if (schema.format === undefined || typeof value !== 'string' || isRealFormat(schema.format, value))
        return [];
    const example = schema.format === 'date' ? '2026-11-24' : '2026-11-24T10:05:00Z';
    const message = `${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(value)} is not a real ${schema.format}.`;
    return [{ code: 'E_PARAM_FORMAT', path, message, fix: `Write it like ${example}.` }];
}
function itemFaults(schema, value, path) {
    const { items } = schema;
    if (items === undefined || !Array.isArray(value))
        return [];
    return value.flatMap((item, index) => parameterValueFaults(items, item, [...path, index]));
}


/***/ }),

/***/ 906:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gg: () => (/* binding */ endPause),
/* harmony export */   Lx: () => (/* binding */ mostPastPauses),
/* harmony export */   P0: () => (/* binding */ pausesOf),
/* harmony export */   Xk: () => (/* binding */ forgetPauses),
/* harmony export */   _5: () => (/* binding */ isPausedAt),
/* harmony export */   bR: () => (/* binding */ cutByPauses)
/* harmony export */ });
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(973);


const endless = Number.POSITIVE_INFINITY;
/** Of one flow. Ticks forget those that they have accounted for; without a tick nobody pauses a flow so often. */
const mostPastPauses = 1_000;
/** All pauses of a flow that some slot may still lie in, the oldest first. */
function pausesOf({ pauses, pastPauses }, flow) {
    const past = pastPauses?.get(flow) ?? [];
    const open = pauses.get(flow);
    const spans = past.map(({ at, until }) => ({ from: at, until }));
    if (open !== undefined)
        spans.push({ from: open.at, until: endless });
    // Clocks of two machines may differ, so that a later pause seems to begin before the one before it ended.
    return spans.length < 2 ? spans : spans.sort((a, b) => a.from - b.from);
}
function isPausedAt(state, flow, moment) {
    return pausesOf(state, flow).some(({ from, until }) => from <= moment && moment < until);
}
/** `(after, until]`, cut by pauses. */
function cutByPauses(pauses, after, until) {
    const stretches = [];
    let reached = after;
    const add = (end, isPaused) => {
        const last = end < until ? end : until;
        if (last <= reached)
            return;
        stretches.push({ after: reached, until: last, isPaused });
        reached = last;
    };
    for (const pause of pauses) {
        add((0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantFromMs */ .A0)(pause.from - 1), false);
        add(pause.until === endless ? until : (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantFromMs */ .A0)(pause.until - 1), true);
    }
    add(until, false);
    return stretches;
}
/** A pause that is over stays known: a tick may come only now to slots that lie in it. */
function endPause(state, pause, until) {
    const pauses = new Map(state.pauses);
    pauses.delete(pause.flow);
    if (until <= pause.at)
        return { ...state, pauses };
    const past = [...(state.pastPauses?.get(pause.flow) ?? []), { ...pause, until }];
    const pastPauses = new Map(state.pastPauses).set(pause.flow, past.slice(-mostPastPauses));
    return { ...state, pauses, pastPauses };
}
/**
 * Without the pauses that nothing lies in any more: their slots are accounted for, and no run is open whose end may have
 * fallen into them unseen.
 */
function forgetPauses(pastPauses, runs, accounted) {
    if (pastPauses === undefined)
        return undefined;
    let oldestOpen = endless;
    for (const run of runs.values())
        if (!(0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .isEnded */ .pl)(run) && run.createdAt < oldestOpen)
            oldestOpen = run.createdAt;
    const isNeeded = ({ flow, until }) => until > accounted(flow) || oldestOpen < until;
    const kept = [...pastPauses].flatMap(([flow, past]) => {
        const needed = past.filter(isNeeded);
        return needed.length === 0 ? [] : [[flow, needed.length === past.length ? past : needed]];
    });
    const isSame = kept.length === pastPauses.size && kept.every(([flow, past]) => pastPauses.get(flow) === past);
    if (isSame)
        return pastPauses;
    return kept.length === 0 ? undefined : new Map(kept);
}


/***/ }),

/***/ 1273:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ judgeNetwork)
/* harmony export */ });
/**
 * What the project's configuration says of the network that a flow names. One that it does not define is never replaced
 * by another: the flow may be kept from that one on purpose.
 */
function judgeNetwork(placement, { flow, network: name }) {
    const { networks = {} } = placement;
    const owner = Object.keys(networks).find((one) => networks[one]?.flows?.includes(flow) === true);
    if (owner !== undefined && owner !== name)
        return { kind: 'kept', owner };
    if (name === undefined)
        return { kind: 'ok', network: placement };
    const network = Object.hasOwn(networks, name) ? networks[name] : undefined;
    if (network === undefined)
        return { kind: 'unknown' };
    return network.flows === undefined || owner === name
        ? { kind: 'ok', network }
        : { kind: 'kept', owner: undefined };
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

/***/ 2395:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ seriesOf),
/* harmony export */   P: () => (/* binding */ bySeries)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7136);

const keys = new WeakMap();
/**
 * Runs of a flow with equal parameters are one series: overlap is among them. The loads of two regions are two, also
 * where the same flow does both.
 */
function seriesOf(parameters) {
    const known = keys.get(parameters) ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(parameters);
    keys.set(parameters, known);
    return known;
}
/** Things in the order in which the first of each series came. */
function bySeries(items, keyOf) {
    const series = new Map();
    for (const item of items) {
        const key = keyOf(item);
        const known = series.get(key);
        if (known === undefined)
            series.set(key, [item]);
        else
            known.push(item);
    }
    return series;
}


/***/ }),

/***/ 5957:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vf: () => (/* binding */ countSlots),
  A$: () => (/* binding */ cronOf),
  Mb: () => (/* binding */ faultOfRule),
  TZ: () => (/* binding */ firstSlot),
  St: () => (/* binding */ lastSlots),
  jj: () => (/* binding */ nextSlots),
  iF: () => (/* binding */ slotsBetween)
});

// EXTERNAL MODULE: ./src/core/cron.ts
var core_cron = __webpack_require__(1550);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
;// CONCATENATED MODULE: ./src/core/slots-interval.ts

/** An interval has no slot before its anchor. */
function firstIndex({ everySeconds, anchor }, after) {
    return Math.max(Math.floor((after - anchor) / (everySeconds * instant/* secondMs */.fj)) + 1, 0);
}
function intervalSlots(rule, after, until, limit) {
    const first = firstIndex(rule, after);
    const count = Math.min(countInterval(rule, after, until), limit);
    return Array.from({ length: count }, (_, index) => slotAt(rule, first + index));
}
function countInterval(rule, after, until) {
    return Math.max(firstIndex(rule, until) - firstIndex(rule, after), 0);
}
function lastOfInterval(rule, after, until, count) {
    const size = Math.min(countInterval(rule, after, until), count);
    const end = firstIndex(rule, until);
    return Array.from({ length: size }, (_, index) => slotAt(rule, end - size + index));
}
function slotAt({ everySeconds, anchor }, index) {
    return (anchor + index * everySeconds * instant/* secondMs */.fj);
}

// EXTERNAL MODULE: ./src/core/zone.ts
var zone = __webpack_require__(5720);
;// CONCATENATED MODULE: ./src/core/slots.ts




/**
 * The slots of a rule in `(after, until]`, ascending, at most `limit`.
 *
 * Where clocks are set forward, a fixed time that is skipped has its slot at the first instant after the gap; where they
 * are set back, a fixed time has one slot, the first. A rule with `*` in its minute or hour follows the wall clock.
 */
function slotsBetween(rule, after, until, limit) {
    if (until <= after || limit <= 0)
        return [];
    if (rule.kind === 'interval')
        return intervalSlots(rule, after, until, limit);
    const cron = cronOf(rule.cron);
    const slots = [];
    for (const part of partsOf(rule, cron, { after, until })) {
        addSlots(slots, cron, part, limit);
        if (slots.length >= limit)
            break;
    }
    return slots;
}
/** The next `count` slots after a moment. */
function nextSlots(rule, after, count) {
    if (rule.kind === 'interval')
        return intervalSlots(rule, after, latestInstant, count);
    return searched(rule, { after, latest: after + longestWaitMs }, count);
}
/** The first slot in `(after, until]`. Nobody looks further: a rule that is rarely due costs no more than another. */
function firstSlot(rule, after, until) {
    if (until <= after)
        return undefined;
    const [slot] = rule.kind === 'interval'
        ? intervalSlots(rule, after, until, 1)
        : searched(rule, { after, latest: until }, 1);
    return slot === undefined || slot > until ? undefined : slot;
}
function searched(rule, { after, latest }, count) {
    const cron = cronOf(rule.cron);
    const slots = [];
    let from = after;
    for (let spanMs = instant/* dayMs */.LP; slots.length < count && from < latest; spanMs = Math.min(spanMs * 4, longestSpanMs)) {
        const start = Math.max(from, firstDay(cron, from, latest) - aroundDayMs);
        const until = (0,instant/* instantFromMs */.A0)(start + aroundDayMs + spanMs);
        slots.push(...slotsBetween(rule, start, until, count - slots.length));
        from = until;
    }
    return slots;
}
/** The newest `count` slots in `(after, until]`, ascending, found from the end. */
function lastSlots(rule, after, until, count) {
    if (until <= after || count <= 0)
        return [];
    if (rule.kind === 'interval')
        return lastOfInterval(rule, after, until, count);
    const cron = cronOf(rule.cron);
    const newestFirst = [];
    for (const part of partsOf(rule, cron, { after, until }).reverse()) {
        addSlotsBackwards(newestFirst, cron, part, count);
        if (newestFirst.length >= count)
            break;
    }
    return newestFirst.reverse();
}
/** How many slots `(after, until]` holds. Whole days are counted, not walked through. */
function countSlots(rule, after, until) {
    if (until <= after)
        return 0;
    if (rule.kind === 'interval')
        return countInterval(rule, after, until);
    const cron = cronOf(rule.cron);
    let count = 0;
    for (const part of partsOf(rule, cron, { after, until })) {
        if (part.gapSlot !== undefined)
            count += 1;
        count += countIn(cron, part.from, part.to);
    }
    return count;
}
/** 29 February on a given weekday comes again after 28 years, or 40 across a century without a leap day. */
const longestWaitMs = 41 * 366 * instant/* dayMs */.LP;
const longestSpanMs = 366 * instant/* dayMs */.LP;
/** No zone is further from UTC than this, and no gap of its clocks is longer. */
const aroundDayMs = 2 * instant/* dayMs */.LP;
const latestInstant = (0,instant/* instantFromMs */.A0)(8.64e15);
/** The same few expressions are asked for again and again. Forgotten as a whole when there are too many. */
const compiled = new Map();
const mostCompiled = 50_000;
/** Of an expression that was checked before. */
function cronOf(text) {
    const verdict = compile(text);
    if (verdict.kind === 'bad')
        throw new RangeError(verdict.message);
    return verdict.cron;
}
function compile(text) {
    const known = compiled.get(text);
    if (known !== undefined)
        return { kind: 'ok', cron: known };
    const verdict = (0,core_cron/* parseCron */.E$)(text);
    if (verdict.kind === 'bad')
        return verdict;
    if (compiled.size >= mostCompiled)
        compiled.clear();
    compiled.set(text, verdict.cron);
    return verdict;
}
/** Why a rule that was written elsewhere yields no slots; undefined: it does. */
function faultOfRule(rule) {
    if (rule.kind === 'interval')
        return undefined;
    const verdicts = [compile(rule.cron), (0,zone/* judgeTimezone */.X)(rule.timezone)];
    return verdicts.flatMap((verdict) => (verdict.kind === 'bad' ? [verdict.message] : []))[0];
}
/** Cuts `(after, until]` where the offset changes, and leaves out what a fixed time must not repeat. */
function partsOf(rule, cron, { after, until }) {
    const parts = [];
    let beforeMs;
    for (const { from: start, to: end, offsetMs } of (0,zone/* stretchesOf */.T)(rule.timezone, after, until)) {
        const jumpMs = beforeMs === undefined || cron.isWallClock ? 0 : offsetMs - beforeMs;
        const from = Math.max(start, after + 1) + offsetMs;
        const to = Math.min(end, until + 1) + offsetMs;
        const resumed = jumpMs < 0 ? Math.max(from, start + offsetMs - jumpMs) : from;
        if (resumed < to) {
            const isGapHere = jumpMs > 0 && start > after && hasOnlySkipped(cron, from, jumpMs);
            parts.push({ from: resumed, to, offsetMs, gapSlot: isGapHere ? start : undefined });
        }
        beforeMs = offsetMs;
    }
    return parts;
}
/** Whether a slot of the rule was skipped by the jump that ended at `local`, and none is at `local` itself. */
function hasOnlySkipped(cron, local, jumpMs) {
    return countIn(cron, local - jumpMs, local) > 0 && countIn(cron, local, local + 1) === 0;
}
/** Adds the slots of a part, until there are `limit`. */
function addSlots(slots, cron, part, limit) {
    if (part.gapSlot !== undefined)
        slots.push(part.gapSlot);
    const { from, to, offsetMs } = part;
    for (let day = Math.floor(from / instant/* dayMs */.LP); day * instant/* dayMs */.LP < to; day += 1) {
        if (!isDay(cron, day))
            continue;
        const end = firstAtOrAfter(cron, to - day * instant/* dayMs */.LP);
        for (let index = firstAtOrAfter(cron, from - day * instant/* dayMs */.LP); index < end; index += 1) {
            if (slots.length >= limit)
                return;
            slots.push((day * instant/* dayMs */.LP + minuteAt(cron, index) * instant/* minuteMs */.J2 - offsetMs));
        }
    }
}
function addSlotsBackwards(slots, cron, part, limit) {
    const { from, to, offsetMs } = part;
    for (let day = Math.floor((to - 1) / instant/* dayMs */.LP); (day + 1) * instant/* dayMs */.LP > from; day -= 1) {
        if (!isDay(cron, day))
            continue;
        const start = firstAtOrAfter(cron, from - day * instant/* dayMs */.LP);
        for (let index = firstAtOrAfter(cron, to - day * instant/* dayMs */.LP) - 1; index >= start; index -= 1) {
            if (slots.length >= limit)
                return;
            slots.push((day * instant/* dayMs */.LP + minuteAt(cron, index) * instant/* minuteMs */.J2 - offsetMs));
        }
    }
    if (part.gapSlot !== undefined && slots.length < limit)
        slots.push(part.gapSlot);
}
/** The start of the first day that the rule allows, as if local time were UTC: where it is behind, the day before counts. */
function firstDay(cron, from, latest) {
    let day = Math.floor(from / instant/* dayMs */.LP) - 1;
    while (!isDay(cron, day) && day * instant/* dayMs */.LP < latest)
        day += 1;
    return day * instant/* dayMs */.LP;
}
function countIn(cron, from, to) {
    let count = 0;
    for (let day = Math.floor(from / instant/* dayMs */.LP); day * instant/* dayMs */.LP < to; day += 1) {
        if (!isDay(cron, day))
            continue;
        const start = day * instant/* dayMs */.LP;
        count += firstAtOrAfter(cron, to - start) - firstAtOrAfter(cron, from - start);
    }
    return count;
}
/** How many allowed times of the day are before a moment of it: the index of the first one at or after. */
function firstAtOrAfter({ hours, minutes }, msOfDay) {
    const minute = Math.ceil(msOfDay / instant/* minuteMs */.J2);
    if (minute <= 0)
        return 0;
    const hour = Math.floor(minute / 60);
    const hourIndex = countBelow(hours, hour);
    const isHour = hours[hourIndex] === hour;
    return hourIndex * minutes.length + (isHour ? countBelow(minutes, minute % 60) : 0);
}
function countBelow(values, limit) {
    let count = 0;
    while (count < values.length && (values[count] ?? 0) < limit)
        count += 1;
    return count;
}
/** The allowed times of a day: every allowed hour with every allowed minute. */
function minuteAt({ hours, minutes }, index) {
    const { length } = minutes;
    return (hours[Math.floor(index / length)] ?? 0) * 60 + (minutes[index % length] ?? 0);
}
/** `day` counts days since 1970-01-01, a Thursday. */
function isDay(cron, day) {
    const date = new Date(day * instant/* dayMs */.LP);
    if (!(0,core_cron/* isInSet */.Eo)(cron.months, date.getUTCMonth() + 1))
        return false;
    const isDate = (0,core_cron/* isInSet */.Eo)(cron.daysOfMonth, date.getUTCDate());
    const isWeekday = (0,core_cron/* isInSet */.Eo)(cron.weekdays, date.getUTCDay());
    return cron.isEitherDay ? isDate || isWeekday : isDate && isWeekday;
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

/***/ 5720:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ stretchesOf),
/* harmony export */   X: () => (/* binding */ judgeTimezone)
/* harmony export */ });
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);

/** Area/City in the words of the IANA database: capitalised, but for a few. */
const zonePattern = /^(?:UTC|[A-Z][A-Za-z0-9]*(?:\/[A-Za-z0-9_+-]+){1,2})$/;
const wordPattern = /^(?:[A-Z][a-z]+|\d{1,2}|GMT[+]?\d{0,2}|UTC|UCT|US|IN|ACT|LHI|NSW|es|au|of|DumontDUrville|McMurdo|DeNoronha|EasterIsland|BajaNorte|BajaSur|ComodRivadavia)$/;
/**
 * Takes IANA names of the form Area/City, Etc/… among them, and UTC. Abbreviations and offsets are refused: `EST` has
 * no daylight saving, and `+05:30` is taken by some versions of Node.js only. The spelling is judged here because Intl
 * takes any case, and versions differ in which names they give back as they are.
 */
function judgeTimezone(text) {
    const fix = 'Write an IANA name such as Europe/Berlin, or UTC.';
    if (!zonePattern.test(text))
        return { kind: 'bad', message: `${JSON.stringify(text)} is not a time zone.`, fix };
    const canonical = canonicalName(text);
    if (canonical === undefined)
        return { kind: 'bad', message: `There is no time zone ${JSON.stringify(text)}.`, fix };
    const isOtherCase = canonical !== text && canonical.toLowerCase() === text.toLowerCase();
    if (isOtherCase || !text.split(/[/_-]/).every((word) => wordPattern.test(word))) {
        return {
            kind: 'bad',
            message: `${JSON.stringify(text)} is not written as the time zone is.`,
            fix: isOtherCase ? `Write ${canonical}.` : fix,
        };
    }
    return { kind: 'ok', timezone: text };
}
/** Making a formatter takes a millisecond, and a thousand flows name the same few zones. */
const canonicalNames = new Map();
const keptNames = 1_000;
function canonicalName(text) {
    if (canonicalNames.has(text))
        return canonicalNames.get(text);
    if (canonicalNames.size >= keptNames)
        canonicalNames.clear();
    const name = lookUpName(text);
    canonicalNames.set(text, name);
    return name;
}
function lookUpName(text) {
    try {
        return new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions().timeZone;
    }
    catch {
        return undefined;
    }
}
/** Since 1970 no zone changed its offset twice within six days (tz database 2026c): a look every four days sees each change. */
const lookMs = 4 * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .dayMs */ .LP;
const chunkMs = 8 * lookMs;
/** A change right before the moment asked for still matters: the hour that it repeats may not be over. */
const reachBackMs = 2 * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .dayMs */ .LP;
const zones = new Map();
/** 400 years: more is asked for only by a state that somebody tampered with. */
const keptChunks = 5_000;
/** The stretches that cover `[from, to]`, in order; the first and last reach beyond it, the first by two days at least. */
function stretchesOf(timezone, from, to) {
    const zone = zoneOf(timezone);
    const first = Math.floor((from - reachBackMs) / chunkMs);
    const last = Math.floor(to / chunkMs);
    const stretches = [];
    let start = first * chunkMs;
    let { offsetMs } = chunkOf(zone, first);
    for (let index = first; index <= last; index += 1) {
        for (const change of chunkOf(zone, index).changes) {
            stretches.push({ from: start, to: change.at, offsetMs });
            start = change.at;
            offsetMs = change.offsetMs;
        }
    }
    stretches.push({ from: start, to: (last + 1) * chunkMs, offsetMs });
    return stretches;
}
function zoneOf(timezone) {
    const known = zones.get(timezone);
    if (known !== undefined)
        return known;
    const zone = { offsetAt: offsetReader(timezone), chunks: new Map() };
    zones.set(timezone, zone);
    return zone;
}
/** The changes in `(start, end]` of a chunk, and the offset at its start. */
function chunkOf(zone, index) {
    const known = zone.chunks.get(index);
    if (known !== undefined)
        return known;
    const changes = [];
    let low = index * chunkMs;
    const offsetMs = zone.offsetAt(low);
    let before = offsetMs;
    for (let look = 1; look <= chunkMs / lookMs; look += 1) {
        const high = index * chunkMs + look * lookMs;
        const after = zone.offsetAt(high);
        if (after !== before)
            changes.push({ at: changeBetween(zone, low, high), offsetMs: after });
        low = high;
        before = after;
    }
    if (zone.chunks.size >= keptChunks)
        zone.chunks.clear();
    const chunk = { offsetMs, changes };
    zone.chunks.set(index, chunk);
    return chunk;
}
/** The first second of the new offset. */
function changeBetween(zone, low, high) {
    const before = zone.offsetAt(low);
    let early = low / _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj;
    let late = high / _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj;
    while (late - early > 1) {
        const middle = Math.floor((early + late) / 2);
        if (zone.offsetAt(middle * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj) === before)
            early = middle;
        else
            late = middle;
    }
    return late * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj;
}
function offsetReader(timezone) {
    if (timezone === 'UTC')
        return () => 0;
    const format = new Intl.DateTimeFormat('en-US', {
        timeZone: timezone,
        calendar: 'iso8601',
        numberingSystem: 'latn',
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
    });
    return (at) => {
        const parts = {};
        for (const { type, value } of format.formatToParts(at))
            parts[type] = Number(value);
        const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
        return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj) * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj;
    };
}


/***/ }),

/***/ 8410:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommand: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: ./src/report/outgoing.ts + 1 modules
var outgoing = __webpack_require__(4025);
// EXTERNAL MODULE: ./src/report/redact.ts + 3 modules
var report_redact = __webpack_require__(1175);
// EXTERNAL MODULE: ./src/core/problem.ts
var core_problem = __webpack_require__(2531);
;// CONCATENATED MODULE: ./src/doors/failure.ts

/** What an error means to a person, and to a script. */
function failureOf(error) {
    if (error instanceof core_problem/* InputError */.dz)
        return { exitCode: core_problem/* exitCodes */.hS.wrongInput, problems: error.problems };
    if (error instanceof core_problem/* RefusedError */.fk || error instanceof core_problem/* UnansweredError */.jd)
        return { exitCode: core_problem/* exitCodes */.hS.worldRefused, problems: [error.problem] };
    if (error instanceof core_problem/* InvariantError */.zU)
        return { exitCode: core_problem/* exitCodes */.hS.workFailed, problems: [error.problem] };
    const refusal = refusedByFiles(error);
    if (refusal !== undefined)
        return { exitCode: core_problem/* exitCodes */.hS.worldRefused, problems: [refusal] };
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const problem = {
        code: 'E_BUG',
        message,
        fix: 'This is a bug of Headgate: please report it with these lines.',
    };
    return { exitCode: core_problem/* exitCodes */.hS.workFailed, problems: [problem], ...(stack === undefined ? {} : { stack }) };
}
/** What a disk, its rights and its limits say no with; anything else is a path that should not have been tried. */
const refusals = new Set([
    'EACCES',
    'EPERM',
    'EROFS',
    'ENOSPC',
    'EDQUOT',
    'EMFILE',
    'ENFILE',
    'EEXIST',
    'ENOTDIR',
]);
function refusedByFiles(error) {
    if (!(error instanceof Error) || !('code' in error) || !('path' in error))
        return undefined;
    if (typeof error.code !== 'string' || !refusals.has(error.code))
        return undefined;
    return {
        code: 'E_FILES',
        message: `${JSON.stringify(error.path)} cannot be used: ${error.code}.`,
        fix: 'Check the rights and the space there.',
    };
}

// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __webpack_require__(973);
// EXTERNAL MODULE: ./src/core/wake.ts
var wake = __webpack_require__(8562);
// EXTERNAL MODULE: ./src/core/identity.ts
var identity = __webpack_require__(3484);
// EXTERNAL MODULE: ./src/core/series.ts
var core_series = __webpack_require__(2395);
;// CONCATENATED MODULE: ./src/core/former-run-id.ts



/** Undefined: its id is what it always was, or another schedule's run bore the former id in its place. */
function formerRunId({ schedules }, { flow, slot, parameters }) {
    const former = (0,identity/* formerSlotRunId */.Gy)(flow, slot, parameters);
    if (former === (0,identity/* slotRunId */.dz)(flow, slot, parameters))
        return undefined;
    const first = schedules.find((schedule) => (0,identity/* formerSlotRunId */.Gy)(flow, slot, schedule.parameters) === former);
    return first !== undefined && (0,core_series/* seriesOf */.L)(first.parameters) !== (0,core_series/* seriesOf */.L)(parameters) ? undefined : former;
}
/** The same of a run, by the schedule that gives it its slot. */
function formerIdOf(run, policy) {
    const { flow, cause } = run;
    const slot = (0,core_run/* slotOf */.SW)(cause);
    if (policy === undefined || slot === undefined || cause.kind === 'upstream')
        return undefined;
    const schedule = policy.schedules.find(({ parameters }) => (0,identity/* slotRunId */.dz)(flow, slot, parameters) === run.id);
    return schedule && formerRunId(policy, { flow, slot, parameters: schedule.parameters });
}
/** The id of a slot's run: the former one where that is there already. */
function currentRunId(policy, slot, isThere) {
    const former = formerRunId(policy, slot);
    if (former !== undefined && isThere(former))
        return former;
    return (0,identity/* slotRunId */.dz)(slot.flow, slot.slot, slot.parameters);
}

// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
// EXTERNAL MODULE: ./src/core/parameters.ts
var core_parameters = __webpack_require__(2362);
// EXTERNAL MODULE: ./src/core/pause.ts
var core_pause = __webpack_require__(906);
;// CONCATENATED MODULE: ./src/core/request.ts
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

// EXTERNAL MODULE: ./src/core/room.ts
var room = __webpack_require__(1965);
// EXTERNAL MODULE: ./src/core/slots.ts + 1 modules
var slots = __webpack_require__(5957);
// EXTERNAL MODULE: ./src/core/ending.ts
var core_ending = __webpack_require__(4689);
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

// EXTERNAL MODULE: ./src/core/digest.ts
var digest = __webpack_require__(3298);
// EXTERNAL MODULE: ./src/core/event-format.ts
var event_format = __webpack_require__(1782);
;// CONCATENATED MODULE: ./src/core/retries.ts




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
    const isRefusal = ending.class === 'exit-code' && ending.exitCode === event_format/* doNotRetryExitCode */.UR;
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
        notBefore: (0,instant/* plusSeconds */.Mu)(now, delayAfter(rule, used, `${run.id} ${run.attempts.length}`)),
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
    return (0,instant/* plusSeconds */.Mu)(now, delayAfter(backoffOf(because), launchTry, `${run.id} try ${launchTry}`));
}
function backoffOf(endingClass) {
    return (0,core_ending/* factsOf */.x)(endingClass).isSlow === true ? slowBackoff : infraBackoff;
}
function budgetOf(endingClass, policy) {
    if (endingClass === 'no-evidence' && policy.onUnknown === 'hold')
        return 'none';
    return (0,core_ending/* factsOf */.x)(endingClass).budget;
}
/** Seconds to wait after the `failures`-th failure. Jitter only adds, and is the same in every process: it comes from `seed`. */
function delayAfter(rule, failures, seed) {
    const factor = { constant: 1, linear: failures, exponential: 2 ** Math.min(failures - 1, 30) }[rule.backoff];
    const delay = Math.min(rule.delaySeconds * factor, Math.max(rule.maxDelaySeconds, rule.delaySeconds));
    return Math.round(delay * (1 + rule.jitter * shareOf(seed)));
}
/** A number from 0 to 1 that depends on the text alone. */
function shareOf(seed) {
    return Number.parseInt((0,digest/* sha256 */.s)(seed).slice(0, 8), 16) / 0xffff_ffff;
}

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
    const verdict = judgeRetry(run, policy, now);
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

;// CONCATENATED MODULE: ./src/core/stopping.ts


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
        : { ...withAttempt(run, { ...attempt, stop }), phase: { state: 'stopping' } };
}
function timeoutOf(run, policy, now) {
    const attempt = run.attempts.at(-1);
    if (policy === undefined || attempt === undefined)
        return undefined;
    if (attempt.startedAt !== undefined) {
        return now - attempt.startedAt > policy.timeout.runSeconds * instant/* secondMs */.fj
            ? { cause: 'run-timeout', at: now }
            : undefined;
    }
    const isLate = attempt.handle !== undefined && now - attempt.intendedAt > policy.timeout.startSeconds * instant/* secondMs */.fj;
    return isLate ? { cause: 'start-timeout', at: now } : undefined;
}

;// CONCATENATED MODULE: ./src/core/command.ts









/** The same request again (a job that is run once more, an answer that was lost) finds its run there. */
function requestRun(state, deployment, request) {
    if (state.runs.has(request.id))
        return { kind: 'nothing', because: `run ${request.id} was requested already` };
    return withRoom(state, withRun(state, queuedRun(deployment, request)));
}
/** A person's run does not wait in silence: where state has no room for it, that is said. */
function withRoom(before, after) {
    if ((0,room/* areWithinRoom */.Tb)(after.runs.values()))
        return { kind: 'done', state: after };
    const open = [...before.runs.values()].filter((run) => !(0,core_run/* isEnded */.pl)(run)).length;
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
    const wanted = deployment.policy.schedules.flatMap((schedule) => (0,slots/* slotsBetween */.iF)(schedule, (0,instant/* instantFromMs */.A0)(from - 1), to, mostBackfillSlots + 1).map((slot) => ({
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
        const id = currentRunId(deployment.policy, wantedSlot, isThere);
        const resolved = (0,core_parameters/* resolveParameters */.vA)(deployment.policy.parameters, schedule.parameters);
        if (runs.has(id) || finished.has(id) || resolved.kind === 'bad')
            continue;
        const cause = { kind: 'backfill', slot, by };
        runs.set(id, queuedRun(deployment, { id, cause, parameters: resolved.parameters, at }));
    }
    if (runs.size === state.runs.size)
        return { kind: 'nothing', because: 'every slot of the range has its run already' };
    return withRoom(state, { ...state, runs });
}
/** The runs that a backfill is about, whether it makes them or found them there. */
function backfillRuns({ runs }, { flow, policy }, { from, to }) {
    return policy.schedules.flatMap((schedule) => (0,slots/* slotsBetween */.iF)(schedule, (0,instant/* instantFromMs */.A0)(from - 1), to, mostBackfillSlots).map((slot) => currentRunId(policy, { flow, slot, parameters: schedule.parameters }, (id) => runs.has(id))));
}
/** How many slots a backfill would cover, without listing them. */
function backfillSize({ policy }, { from, to }) {
    const after = (0,instant/* instantFromMs */.A0)(from - 1);
    return policy.schedules.reduce((sum, schedule) => sum + (0,slots/* countSlots */.vf)(schedule, after, to), 0);
}
function cancelRun(state, registry, id, { by, at }) {
    const run = state.runs.get(id);
    if (run === undefined)
        return unknownRun(id);
    if ((0,core_run/* isEnded */.pl)(run))
        return { kind: 'nothing', because: `run ${id} has ended: ${run.phase.state}` };
    if (run.cancel !== undefined)
        return { kind: 'nothing', because: `run ${id} is being cancelled` };
    const policy = registry.deployments.get(run.flow)?.policy;
    return {
        kind: 'done',
        state: withRun(state, applyStops({ ...run, cancel: { cause: 'cancelled', at, by } }, policy, at)),
    };
}
/** Grants an ended run one more attempt, of the same deployment and with the same parameters. */
function retryRun(state, registry, id, { at }) {
    const run = state.runs.get(id);
    if (run === undefined)
        return unknownRun(id);
    if (!(0,core_run/* isEnded */.pl)(run))
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
    return { kind: 'done', state: (0,core_pause/* endPause */.Gg)(state, pause, at) };
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

;// CONCATENATED MODULE: ./src/core/after.ts


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
        .flatMap((run) => judged(deployment, after, { ended: [run], slot: (0,core_run/* slotOf */.SW)(run.cause) })));
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
        const slots = after.flows.flatMap((flow) => endsOf.get(flow) ?? []).map(({ cause }) => (0,core_run/* slotOf */.SW)(cause));
        return [...new Set(slots)].flatMap((slot) => slot === undefined ? [] : meeting({ deployment, after }, { slot, ofSlot, registry }));
    });
}
function meeting({ deployment, after }, { slot, ofSlot, registry }) {
    const isDone = ofSlot(deployment.flow, slot).some(({ cause }) => cause.kind === 'upstream');
    const groups = after.flows.map((flow) => ofSlot(flow, slot));
    if (isDone || groups.some(({ length }) => length === 0))
        return [];
    const before = upstreamFlows(after.flows, registry).flatMap((flow) => ofSlot(flow, slot));
    if (!before.every(core_run/* isEnded */.pl))
        return [];
    return judged(deployment, after, { ended: groups.flat().filter(core_run/* isEnded */.pl), slot });
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
    const id = (0,identity/* upstreamRunId */.g3)(flow, first.id);
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
        const slot = (0,core_run/* slotOf */.SW)(run.cause);
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
        if (!(0,core_run/* isEnded */.pl)(run))
            open.add(`${(0,core_run/* slotOf */.SW)(run.cause) ?? ''} ${run.flow}`);
    return ({ flow, cause }) => {
        const slot = (0,core_run/* slotOf */.SW)(cause);
        if (slot === undefined)
            return false;
        return (groups.get(flow) ?? []).some((all) => all.some((other) => open.has(`${slot} ${other}`)));
    };
}

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

// EXTERNAL MODULE: ./src/core/prune.ts
var prune = __webpack_require__(856);
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
        for (const next of followersOf(ended, registry))
            startOne(draft, next);
        for (const next of meetingsOf(ended, draft.runs.values(), registry))
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
    if ((0,core_pause/* isPausedAt */._5)(draft.ground.state, flow, since))
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
    return queuedRun(deployment, { id, cause, parameters: verdict.parameters, at: now });
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
    draft.runs.set(id, applyStops(cancelled, registry.deployments.get(run.flow)?.policy, now));
}
const missedReasons = new Set(['parameters', 'window']);
function addGap(draft, { flow, slot }, because) {
    const outcome = missedReasons.has(because) ? 'missed' : 'skipped';
    draft.gaps.push({ flow, outcome, because, from: slot, to: slot, count: 1 });
}

// EXTERNAL MODULE: ./src/engine/record.ts + 7 modules
var record = __webpack_require__(435);
;// CONCATENATED MODULE: ./src/engine/control.ts







/** Records what a person asked for. Throws `InputError` if it cannot be; then nothing was written. */
async function control(world, command, { by, style, isDryRun = false }) {
    const at = world.clock.now();
    const loaded = await world.state.load(at);
    const finished = command.kind === 'backfill' ? await world.state.finishedRuns(command.flow) : new Set();
    let answer;
    const edit = (current) => {
        answer = carryOut(current, command, { by, at, finished });
        if (answer.kind === 'impossible')
            throw impossible(command, answer);
        if (answer.kind !== 'done')
            return undefined;
        const state = followEnds(answer.state, { ...current, now: at });
        return { state, message: titleOf(command) };
    };
    const { snapshot, isChanged } = isDryRun
        ? imagined(loaded, edit)
        : await (0,record/* record */.g)(world, loaded, { style, edit });
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
            return cancelRun(state, registry, command.run, by);
        case 'retry':
            return retryRun(state, registry, command.run, by);
        case 'resolve':
            return resolveRun(state, command.run, command.as, by);
        case 'pause':
            return pauseFlow(state, deployed(snapshot, command.flow).flow, by);
        case 'resume':
            // A flow that is gone can still be paused; one that never was cannot be resumed.
            if (!state.pauses.has(command.flow))
                deployed(snapshot, command.flow);
            return resumeFlow(state, command.flow, by);
    }
}
function requestOf(snapshot, command, { by, at }) {
    const deployment = deployed(snapshot, command.flow);
    const resolved = (0,core_parameters/* resolveParameters */.vA)(deployment.policy.parameters, command.parameters);
    if (resolved.kind === 'bad')
        throw new core_problem/* InputError */.dz(resolved.problems);
    const id = (0,identity/* manualRunId */.R4)(command.flow, command.request);
    return requestRun(snapshot.state, deployment, {
        id,
        cause: { kind: 'manual', by },
        parameters: resolved.parameters,
        at,
    });
}
function backfillOf(snapshot, command, by) {
    const deployment = deployed(snapshot, command.flow);
    if (command.to > by.at || command.from > command.to) {
        const message = `A backfill goes from an earlier moment to a later one that has passed; got ${(0,instant/* isoOf */.dF)(command.from)} to ${(0,instant/* isoOf */.dF)(command.to)}.`;
        throw new core_problem/* InputError */.dz([{ code: 'E_TIME', field: 'from', message }]);
    }
    const count = backfillSize(deployment, command);
    if (count > mostBackfillSlots) {
        const message = `The range holds ${count} slots; at most ${mostBackfillSlots} fit in one backfill.`;
        throw new core_problem/* InputError */.dz([
            {
                code: 'E_BACKFILL_TOO_LARGE',
                field: 'from',
                message,
                fix: 'Backfill it in smaller ranges, one after the other.',
            },
        ]);
    }
    return backfillFlow(snapshot.state, deployment, { ...command, finished: by.finished }, by);
}
function deployed({ registry }, flow) {
    const deployment = registry.deployments.get(flow);
    if (deployment !== undefined && deployment.retiredAt === undefined)
        return deployment;
    const names = [...registry.deployments.keys()];
    throw new core_problem/* InputError */.dz([
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
    return new core_problem/* InputError */.dz([{ code, field, message, fix }]);
}
function titleOf(command) {
    const title = `${command.kind} ${'flow' in command ? command.flow : command.run}`;
    return title.charAt(0).toUpperCase() + title.slice(1);
}
function runsOf(command, subject, { registry, state }) {
    switch (command.kind) {
        case 'pause':
        case 'resume':
            return [];
        case 'backfill': {
            const deployment = registry.deployments.get(command.flow);
            return deployment === undefined ? [] : backfillRuns(state, deployment, command);
        }
        default:
            return [subject];
    }
}
function subjectOf(command, { registry }) {
    if (command.kind !== 'run')
        return 'run' in command ? command.run : command.flow;
    return registry.deployments.has(command.flow) ? (0,identity/* manualRunId */.R4)(command.flow, command.request) : command.flow;
}

// EXTERNAL MODULE: ./src/core/alerting.ts
var core_alerting = __webpack_require__(9344);
// EXTERNAL MODULE: ./src/core/apply-plan.ts
var apply_plan = __webpack_require__(586);
// EXTERNAL MODULE: ./src/core/check-claims.ts
var check_claims = __webpack_require__(852);
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
        ? sameOrNextTry(last, now)
        : { number: (last?.number ?? 0) + 1, launchTry: 1, intendedAt: now };
    const group = policy?.concurrency?.group ?? '';
    const chosen = { ...attempt, group, ...(capacity === undefined ? {} : { capacity }) };
    return { ...withAttempt(run, chosen), phase: { state: 'launching' } };
}

// EXTERNAL MODULE: ./src/core/due.ts
var core_due = __webpack_require__(3758);
// EXTERNAL MODULE: ./src/core/state.ts + 1 modules
var core_state = __webpack_require__(3475);
;// CONCATENATED MODULE: ./src/core/decide.ts












/**
 * The heart of a tick: from what is remembered, deployed and seen, to what is to be remembered. Launches and stops are
 * not returned: they are the intents in the new state, so that whoever holds the state can carry them out.
 */
function decide(question) {
    const { state, registry, now } = question;
    const draft = draftOf(question, state.runs, (run) => followRun(run, question));
    const due = startDueSlots(draft);
    startDownstream(draft);
    const { admitted, waiting } = admit(draft.runs.values(), registry, question.limits, now);
    for (const run of admitted)
        draft.runs.set(run.id, run);
    const runs = (0,prune/* pruneRuns */.lq)(draft.runs, now, awaitedEnds(draft.runs.values(), registry));
    const isChanged = draft.gaps.length > 0 || !haveSameRuns(runs, state.runs);
    const after = isChanged ? advanced(state, { runs, gaps: draft.gaps, due }) : state;
    return { state: after, gaps: draft.gaps, waiting, isBehind: due.mark < now };
}
function advanced(state, { runs, gaps, due }) {
    const { partial: _, pastPauses: before, ...rest } = state;
    const reached = furthest(state, due);
    const pastPauses = (0,core_pause/* forgetPauses */.Xk)(before, runs, (flow) => (0,core_state/* accountedUntil */.dt)(reached, flow));
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
    const followed = reconcile(run, { policy, startedBy, seen, now });
    if (policy === undefined && followed.phase.state === 'queued')
        return { ...followed, phase: { state: 'cancelled', endedAt: now } };
    return applyStops(followed, isTimed(followed, seen) ? deployment?.policy : undefined, now);
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
    enqueue(draft, due.slots.flatMap((slot) => wantedSlot(draft, slot)));
    return due;
}
function wantedSlot({ ground, runs }, due) {
    const deployment = ground.registry.deployments.get(due.flow);
    if (deployment === undefined)
        return [];
    const id = currentRunId(deployment.policy, due, (known) => runs.has(known));
    return [{ deployment, id, cause: { kind: 'slot', slot: due.slot }, given: due.parameters }];
}
function haveSameRuns(a, b) {
    return a.size === b.size && [...a].every(([id, run]) => b.get(id) === run);
}

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
        else if (isReplayable(attempt, now) && lookOf(run, attempt)?.found.length === 0) {
            sendings.add(run.id);
            again.set(run.id, withAttempt(run, { ...attempt, sends: sendsOf(attempt) + 1 }));
        }
    }
    return { state: withRuns(decided, again), sendings };
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
    return withRuns(state, changed);
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
            return settle(withAttempt(run, { ...attempt, handle: result.handle }), { policy, now });
        case 'adopted':
            return settle(withAttempt(run, adopt(attempt, result.found, policy)), { policy, now });
        case 'refused':
            if (!isNewest)
                return run;
            return settle(withAttempt(run, { ...attempt, ending: result.ending }), { policy, now });
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
    return { ...withAttempt(run, { ...attempt, sends: 0 }), phase: { state: 'queued', notBefore: now } };
}
/** Offered again later, until the attempt has been declined too often. */
function declined(run, attempt, { ending, policy, now }) {
    const isLastTry = attempt.launchTry >= mostLaunchTries || policy === undefined || run.cancel !== undefined;
    if (isLastTry)
        return settle(withAttempt(run, { ...attempt, ending }), { policy, now });
    return {
        ...run,
        phase: {
            state: 'queued',
            notBefore: nextLaunchTry(run, { launchTry: attempt.launchTry, because: ending.class }, now),
        },
    };
}

// EXTERNAL MODULE: ./src/core/json.ts
var json = __webpack_require__(7136);
;// CONCATENATED MODULE: ./src/engine/attempts.ts





function openAttempts({ state, registry }, repository) {
    return [...state.runs.values()].flatMap((run) => {
        const attempt = run.attempts.at(-1);
        if (attempt === undefined || attempt.ending !== undefined || (0,core_run/* isEnded */.pl)(run))
            return [];
        // What an intent that was not sent finds was started before a rollback, which is known before anything else is decided.
        if (run.phase.state === 'queued' && attempt.sends !== 0)
            return [];
        const startedBy = (id) => (0,identity/* startedByOf */.wK)({ repository, flow: run.flow, run: id, attempt: attempt.number });
        const former = attempt.handle === undefined ? formerIdOf(run, registry.deployments.get(run.flow)?.policy) : undefined;
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
    const slot = (0,core_run/* slotOf */.SW)(run.cause);
    return {
        flow: run.flow,
        revision: run.revision,
        startedBy,
        clientToken: (0,identity/* clientTokenOf */.kG)({ repository, flow: run.flow, run: run.id, attempt: attempt.number }, attempt.launchTry),
        environment: {
            HEADGATE_ATTEMPT: String(attempt.number),
            HEADGATE_FLOW: run.flow,
            HEADGATE_PARAMETERS: (0,json/* canonicalJson */.d)(run.parameters),
            HEADGATE_RUN_ID: run.id,
            HEADGATE_SLOT: slot === undefined ? '' : (0,instant/* isoOf */.dF)(slot),
        },
        spot: attempt.capacity === 'spot',
        ...(network === undefined ? {} : { network }),
    };
}
/** What was seen of an attempt, if it was looked for. */
function lookOf({ looks }, repository) {
    return (run, { number }) => looks.get((0,identity/* startedByOf */.wK)({ repository, flow: run.flow, run: run.id, attempt: number }));
}

;// CONCATENATED MODULE: ./src/core/sighting.ts

/** Clocks of AWS and of runners differ by minutes at most; nothing that happened lies further ahead. */
const aheadMs = instant/* hourMs */.$0;
/** Longer ago than anybody remembers an end, and than an ended run is kept. */
const longestAgoMs = 30 * instant/* dayMs */.LP;
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

;// CONCATENATED MODULE: ./src/engine/look.ts






/** How long ECS surely lists a stopped task, less a margin; beyond that only the event log remembers. */
const listedMs = 50 * instant/* minuteMs */.J2;
/** Clocks of runners and of AWS differ by minutes at most. */
const skewMs = 15 * instant/* minuteMs */.J2;
/**
 * What attempts without a handle have started: in the executor's list, and in the event log if it may have ended longer
 * ago than ECS lists, also in a history that the state has lost. Attempts that could not be looked for are left out.
 */
async function lookFor(world, attempts, { state, known, now }) {
    if (attempts.length === 0)
        return new Map();
    const names = attempts.flatMap(namesOf);
    const listed = await orWarn(world, `look for ${names.length} launches`, () => world.executor.look(names, known));
    if (listed === undefined)
        return new Map();
    const earliest = ({ run, attempt }) => Math.min((0,core_run/* earliestLaunch */.Vv)(run, state), attempt.intendedAt);
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
        looks.set(startedBy, { found, isConclusive: isReplayable(attempt, now) || (log?.isConclusive ?? false) });
    }
    return looks;
}
/** What the event log remembers of attempts, or nothing at all if it does not answer. */
async function askEventLog(world, attempts, earliest) {
    if (attempts.length === 0)
        return new Map();
    const names = attempts.flatMap(namesOf);
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
    return namesOf(attempt).flatMap((name) => found.get(name) ?? []);
}
function believed(found, now) {
    return found.map(({ handle, sighting }) => ({ handle, sighting: believable(sighting, now) }));
}
/** Not having looked says nothing; the next tick looks again. */
async function orWarn(world, what, ask) {
    try {
        return await ask();
    }
    catch (error) {
        if (error instanceof core_problem/* RefusedError */.fk)
            throw error;
        world.log.warn(`Could not ${what}: ${String(error)}. The next tick tries again.`);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/engine/act.ts





/**
 * Carries out the recorded intents: stops, then launches, each only after a look. The look is the fence that makes a lost
 * or rolled-back state harmless: what an attempt started earlier is found and adopted. What could not be looked for is
 * not launched; its intent stays for the next tick.
 */
async function act(world, intents) {
    const open = openAttempts(intents, intents.repository);
    await stopWhatMustEnd(world, open);
    const toLaunch = open.filter(({ run }) => intents.sendings.has(run.id));
    const known = new Set(open.flatMap(({ attempt }) => attempt.handle ?? []));
    const unseen = toLaunch.filter(({ startedBy }) => !intents.looks.has(startedBy));
    const context = { state: intents.state, known, now: intents.now };
    const looks = new Map([...intents.looks, ...(await lookFor(world, unseen, context))]);
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
            if (error instanceof core_problem/* RefusedError */.fk)
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
        return launchRequestOf(target, { repository, network });
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
    const isUnclear = answer?.kind === 'refused' || (answer?.kind === 'declined' && !isSettled(attempt, now));
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
    const before = (0,core_alerting/* alertingOf */.IQ)(state).told;
    const told = new Map(before);
    const claims = [];
    for (const key of new Set([...before.keys(), ...open.keys()])) {
        const known = before.get(key);
        const alert = open.get(key);
        if (claims.length >= mostClaims)
            break;
        if (known === undefined && told.size >= mostTold)
            continue;
        if (known !== undefined && alert_claims_isSettled(known, alert, channels))
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
    return { state: { ...state, alerting: { ...(0,core_alerting/* alertingOf */.IQ)(state), told } }, claims };
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
function alert_claims_isSettled(told, alert, channels) {
    if (alert !== undefined)
        return false;
    const isIssueKnownOver = told.issue === undefined || told.issue.as === over;
    return (isIssueKnownOver && !isIssuePending(told, alert, channels) && !isMessagePending(told, alert, channels));
}
/** Enters what was told into the newest state. An issue that another tick recorded first stays the one. */
function enterTold(state, outcomes, { open, channels }) {
    if (outcomes.length === 0)
        return state;
    const told = new Map((0,core_alerting/* alertingOf */.IQ)(state).told);
    for (const outcome of outcomes) {
        const known = told.get(outcome.key);
        if (known === undefined)
            continue;
        const entered = entryOf(known, outcome);
        const alert = open.get(outcome.key);
        const isGone = outcome.isGone === true && !isMessagePending(entered, alert, channels);
        const isDone = isGone || alert_claims_isSettled(entered, alert, channels);
        if (isDone)
            told.delete(outcome.key);
        else
            told.set(outcome.key, entered);
    }
    return { ...state, alerting: { ...(0,core_alerting/* alertingOf */.IQ)(state), told } };
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
    const { told } = (0,core_alerting/* alertingOf */.IQ)(state);
    return outcomes.flatMap(({ key, issue }) => {
        const known = told.get(key)?.issue;
        return issue === undefined || known === undefined || known.number === issue.number ? [] : [issue.number];
    });
}

;// CONCATENATED MODULE: ./src/core/alert-rules.ts
const defaultAlertRules = {
    afterFailures: 3,
    hasMissedSlots: true,
    hasUnknownRuns: true,
    clockSeconds: 3_600,
};
/** A laptop has no clock that could stop. Undefined: nobody wants alerts. */
function alert_rules_alertRulesOf({ alerts, aws }) {
    if (alerts === 'none')
        return undefined;
    if (alerts !== undefined)
        return alerts;
    if (aws !== undefined)
        return defaultAlertRules;
    const { clockSeconds: _, ...rules } = defaultAlertRules;
    return rules;
}

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
// EXTERNAL MODULE: ./src/report/run-sections.ts + 2 modules
var run_sections = __webpack_require__(9858);
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

// EXTERNAL MODULE: ./src/core/definition.ts
var definition = __webpack_require__(3599);
// EXTERNAL MODULE: ./src/core/event.ts + 1 modules
var core_event = __webpack_require__(227);
;// CONCATENATED MODULE: ./src/engine/report.ts





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
            family: (0,definition/* familyOf */.A)(options.project.name, run.flow),
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
            events: (0,core_event/* parseEvents */.PH)(log.lines.map(({ text }) => text)),
            logTail: await logTailOf(world, run, { log, count: logTailLines }),
            ...(place === undefined ? {} : { logPlace: place }),
        };
        const sourceFiles = filesOf !== undefined && (0,named_error/* hasTrace */.qK)(report) ? await filesOf(run.commit) : undefined;
        return sourceFiles === undefined ? report : { ...report, sourceFiles };
    }
    catch (error) {
        const fault = (0,core_fault/* faultWords */._)(error);
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
    if (!(0,core_run/* isEnded */.pl)(run) || handle === undefined)
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
        const shown = (0,core_event/* shownText */.f$)(text);
        return shown === undefined ? [] : [{ ...(at === undefined ? {} : { at }), text: shown }];
    });
    return visible.slice(-count);
}

;// CONCATENATED MODULE: ./src/engine/alerts.ts












/** Of the requests that a tick may send to GitHub. */
const alertRequests = 20;
/** After a failure that the next tick would only repeat. */
const pauseMs = 10 * instant/* minuteMs */.J2;
/** After one that a person has to mend. */
const refusedPauseMs = instant/* hourMs */.$0;
function alertDesk(world, options, now) {
    const rules = alert_rules_alertRulesOf(options.project);
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
    const rules = alert_rules_alertRulesOf(project);
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
        const isRefused = error instanceof core_problem/* RefusedError */.fk;
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
    const whole = run && (await reportOf(world, run, { options, snapshot, now }));
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
    return error instanceof core_problem/* RefusedError */.fk ? (0,core_problem/* describeProblem */.BJ)(error.problem) : String(error);
}

;// CONCATENATED MODULE: ./src/engine/answers.ts
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

;// CONCATENATED MODULE: ./src/engine/changes.ts
function changesBetween(before, after) {
    return [...after.runs.values()].flatMap((run) => {
        const known = before.runs.get(run.id);
        return known !== undefined && isAlike(known, run) ? [] : [{ before: known?.phase.state, run }];
    });
}
function isAlike(a, b) {
    return a === b || (a.phase.state === b.phase.state && a.attempts.length === b.attempts.length);
}

;// CONCATENATED MODULE: ./src/engine/observe.ts



/** Looks at every open attempt: ECS first, then, for what it does not know, the list of its tasks and the event log. */
async function observe(world, snapshot, repository, now) {
    const open = openAttempts(snapshot, repository);
    const handles = open.flatMap(({ attempt }) => (attempt.handle === undefined ? [] : [attempt.handle]));
    const sightings = handles.length === 0 ? new Map() : await world.executor.observe(handles);
    const launched = open.filter(({ attempt }) => attempt.handle === undefined);
    const missing = open.filter(({ attempt }) => sightings.get(attempt.handle ?? '')?.kind === 'missing');
    const looks = await lookFor(world, launched, { state: snapshot.state, known: new Set(handles), now });
    const earliest = Math.min(...missing.map(({ attempt }) => attempt.intendedAt));
    for (const [startedBy, look] of await askEventLog(world, missing, earliest))
        looks.set(startedBy, look);
    return {
        sightings: new Map([...sightings].map(([handle, sighting]) => [handle, believable(sighting, now)])),
        looks,
    };
}

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
        if (error instanceof core_problem/* RefusedError */.fk)
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

// EXTERNAL MODULE: ./src/report/run-check.ts + 1 modules
var run_check = __webpack_require__(7488);
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
    const reports = await reportsOf(world, wanting.filter(isOurs).slice(0, check_claims/* mostShown */.$Y), surroundings);
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
            world.log.warn(unmadeWords(report.run, fault));
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
        world.log.warn(unmadeWords(run, fault));
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
    const { executor, answers } = withAnswers(given.executor);
    const world = { ...given, executor };
    const now = world.clock.now();
    const live = await takeInventory(world, now);
    const loaded = await world.state.load(now);
    if (loaded.version === undefined)
        world.log.warn(nothingRemembered);
    const orphans = await findOrphans(world, live, { ...options, snapshot: loaded });
    const seen = await observe(world, loaded, options.repository, now);
    const falseChecks = await findFalseChecks(world, loaded.state, now);
    const alerts = alertDesk(world, options, now);
    const mark = { trigger: options.presentation.trigger ?? 'headgate', at: now };
    let intended;
    const decided = await (0,record/* record */.g)(world, loaded, {
        style: options.presentation,
        edit: (snapshot) => {
            intended = tick_intend(world, snapshot, { options, seen, falseChecks, alerts, now });
            const { state } = intended;
            return state === snapshot.state
                ? undefined
                : { state: (0,core_alerting/* markTick */.Rc)(state, mark), message: 'Decide what is due' };
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
            isSilent: isSilent(answers),
        },
    });
}
/** Open runs of which this tick can say nothing new, because it could not ask. */
function unseenRuns(snapshot, { sightings, looks }, repository) {
    return openAttempts(snapshot, repository)
        .filter(({ attempt, startedBy }) => attempt.handle === undefined ? !looks.has(startedBy) : !sightings.has(attempt.handle))
        .map(({ run }) => run.id);
}
function tick_intend(world, snapshot, { options, seen, falseChecks, alerts, now }) {
    const { project, repository } = options;
    const believed = (0,check_claims/* doubtChecks */.ey)(snapshot.state, falseChecks);
    const decision = decide({ ...snapshot, state: believed, seen, now, limits: project.limits, repository });
    const { state, sendings } = claimSendings(decision.state, {
        before: snapshot.state,
        lookOf: lookOf(seen, repository),
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
    return { state: (0,core_alerting/* markTick */.Rc)(state, mark), registry, pages: report.pages, message };
}
function withOutcomes(snapshot, outcomes, now) {
    const policyOf = (flow) => snapshot.registry.deployments.get(flow)?.policy;
    const state = applyOutcomes(snapshot.state, outcomes, policyOf, now);
    if (state === snapshot.state)
        return snapshot;
    return { ...snapshot, state: followEnds(state, { ...snapshot, now }) };
}
function summarize({ loaded, recorded, decision, report, now, ...found }) {
    const open = [...recorded.state.runs.values()].filter((run) => !('endedAt' in run.phase));
    return {
        at: now,
        changes: changesBetween(loaded.state, recorded.state),
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

;// CONCATENATED MODULE: ./src/engine/watch.ts


/** Ticks until nothing is open, or the time is over. Every pass is a whole tick, so it can be interrupted anywhere. */
async function watch_watch(world, options, watching) {
    const endsAt = world.clock.now() + watching.watchSeconds * instant/* secondMs */.fj;
    let result = await tick(world, options);
    for (;;) {
        const isOver = world.clock.now() + watching.pollSeconds * instant/* secondMs */.fj > endsAt;
        if (isOver || (watching.isDone?.(result) ?? isIdle(result)))
            return result;
        await world.clock.sleep(watching.pollSeconds * instant/* secondMs */.fj);
        result = joined(result, await tick(world, options));
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

;// CONCATENATED MODULE: ./src/doors/absent.ts
/** Ports for verbs that never use them: reaching one is a bug of the door, not a condition. */
function unused(port) {
    throw new Error(`This command was composed without ${port}.`);
}
/** Its kind still says whether flows need images. */
const noExecutor = (kind) => ({
    kind,
    findRevision: async () => unused('an executor'),
    register: async () => unused('an executor'),
    look: async () => unused('an executor'),
    launch: async () => unused('an executor'),
    observe: async () => unused('an executor'),
    stop: async () => unused('an executor'),
});
const noChecks = { publish: async () => unused('checks') };
const noLogs = {
    tail: async () => unused('logs'),
    read: async () => unused('logs'),
    place: () => unused('logs'),
};
const noEventLog = { find: async () => unused('an event log') };
/** Whether what a run came to is shown from here at all; if not, nobody may wait for it. */
function areChecksWritten(checks) {
    return checks !== checksLeftToGitHub;
}
/** Check runs can be written only with a token of GitHub Actions; elsewhere they wait for the next tick there. */
const checksLeftToGitHub = {
    // Nothing is created: there is nothing to claim.
    isRepeatable: true,
    publish: async (checks) => checks.map(() => ({ kind: 'deferred', reason: 'check runs can be written only from GitHub Actions' })),
};

// EXTERNAL MODULE: ./src/doors/documents.ts
var documents = __webpack_require__(9678);
;// CONCATENATED MODULE: ./src/report/control-summary.ts



/** The job summary of a command about a run: what was done, and how the run stands. */
function controlSummary({ sentence, report }, outgoing) {
    const title = `## ${report.run.flow}: ${(0,report_text/* escapeInline */.VV)((0,run_title/* runTitle */.kh)(report, outgoing))}`;
    return `${[outgoing.inline(sentence), title, (0,run_check/* runSummary */.KL)(report, outgoing)].join('\n\n')}\n`;
}

// EXTERNAL MODULE: ./src/report/terminal.ts
var terminal = __webpack_require__(2885);
// EXTERNAL MODULE: ./src/report/state-words.ts
var state_words = __webpack_require__(4988);
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
        const words = `W_SUMMARY_UNMADE The tick is done, but its summary could not be made: ${(0,core_fault/* faultWords */._)(error)}. This is a bug of Headgate: please report it.`;
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
        text: `${sentence}\n\n${(0,terminal/* runText */.le)(report, outgoing, site.terminal)}`,
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
    return runText(await runReport(site, run), site.presentation.outgoing, site.terminal);
}
async function runReport(site, run) {
    const { world, presentation, project } = site;
    const now = world.clock.now();
    const snapshot = await world.state.load(now);
    return reportOf(world, run, { options: { project, presentation }, snapshot, now });
}
function statusWords({ world, project, terminal }, { state, registry }) {
    const alerts = [...openAlerts(state, alertRulesOf(project)).values()];
    const lines = alerts.map((alert) => `\n${alertWords(alert)}, since ${instantWords(alert.since)}.`);
    return `${statusText({ state, registry, now: world.clock.now() }, terminal)}${lines.join('')}${lines.length === 0 ? '' : '\n'}`;
}

;// CONCATENATED MODULE: ./src/engine/preview.ts






/** What a tick would decide now. Nothing is written, launched, stopped or shown. */
async function previewTick(given, options) {
    const { executor, answers } = withAnswers(given.executor);
    const world = { ...given, executor };
    const now = world.clock.now();
    const loaded = await world.state.load(now);
    const seen = await observe(world, loaded, options.repository, now);
    const decision = decide({
        ...loaded,
        seen,
        now,
        limits: options.project.limits,
        repository: options.repository,
    });
    const { state } = decision;
    return {
        at: now,
        changes: changesBetween(loaded.state, state),
        gaps: decision.gaps,
        waiting: decision.waiting,
        isBehind: decision.isBehind,
        open: [...state.runs.values()].filter((run) => !('endedAt' in run.phase)),
        nextWake: (0,wake/* nextWake */.a)(state, loaded.registry, now),
        unreported: 0,
        wroteState: false,
        orphans: undefined,
        unseen: {
            open: unseenRuns(loaded, seen, options.repository),
            unsent: [],
            isSilent: isSilent(answers),
        },
    };
}

;// CONCATENATED MODULE: ./src/doors/verbs/tick.ts





/** One tick, or ticks until nothing is open. A run that failed is shown, but is not a failure of the tick. */
async function performTick(site, watching) {
    const isDone = watching.watchSeconds > 0 ? { isDone: newsTeller(site) } : {};
    const result = await watch_watch(site.world, tickOptionsOf(site), { ...watching, ...isDone });
    return { exitCode: exitCodeOf(site, result), document: tickDocument(result), ...tickWords(site, result) };
}
function exitCodeOf(site, { unseen }) {
    if (!unseen.isSilent)
        return core_problem/* exitCodes */.hS.done;
    site.world.log.warn(`${silentCode} ${silentWords(site)}`);
    return core_problem/* exitCodes */.hS.worldRefused;
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
        return isIdle(result);
    };
}
/** What a tick would do now, and does not. */
async function performTickPreview(site) {
    const result = await previewTick(site.world, tickOptionsOf(site));
    const document = { ...tickDocument(result), isDryRun: true };
    return { exitCode: exitCodeOf(site, result), document, ...tickWords(site, result) };
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

;// CONCATENATED MODULE: ./src/doors/verbs/control.ts











/** Records what a person asked for, and lets a tick carry it out at once. Watched runs decide the exit code. */
async function performControl(site, request) {
    const { isDryRun = false, command } = request;
    const asker = { by: site.by, style: site.presentation, isDryRun };
    const answer = await control(site.world, command, asker);
    const needsTick = !isDryRun && command.kind !== 'pause' && command.kind !== 'resume';
    if (needsTick)
        await follow(site, request, answer);
    else if (!isDryRun)
        await (0,wake_up/* setWakeUp */._)(site.world, answer.snapshot);
    const snapshot = needsTick ? await site.world.state.load(site.world.clock.now()) : answer.snapshot;
    const runs = answer.runs.flatMap((id) => snapshot.state.runs.get(id) ?? []);
    const shown = isDryRun || command.kind === 'backfill' ? undefined : runs[0];
    return {
        exitCode: control_exitCodeOf(request, runs),
        document: {
            verb: answer.command,
            subject: answer.subject,
            isChanged: answer.isChanged,
            because: answer.because ?? null,
            ...(isDryRun ? { isDryRun } : {}),
            runs: runs.map(documents/* runDocument */.rE),
            nextWake: (0,documents/* momentOrNull */.Vc)((0,wake/* nextWake */.a)(snapshot.state, snapshot.registry, site.world.clock.now())),
        },
        ...(await commandWords(request.isLogShown === true ? withoutLog(site) : site, {
            answer,
            isDryRun,
            ...(shown === undefined ? {} : { run: shown }),
        })),
    };
}
function withoutLog(site) {
    return { ...site, presentation: { ...site.presentation, logTailLines: 0 } };
}
async function follow(site, request, answer) {
    const options = tickOptionsOf(site);
    if (request.watchSeconds === 0) {
        await tick(site.world, options);
        return;
    }
    const wanted = new Set(answer.runs);
    const isShownHere = areChecksWritten(site.world.checks);
    const isDone = (result) => {
        request.onTick?.(result, answer.subject);
        return !result.open.some(({ id }) => wanted.has(id)) && (result.unreported === 0 || !isShownHere);
    };
    await watch_watch(site.world, options, { ...request, isDone });
}
const control_judged = new Set(['run', 'retry', 'backfill']);
function control_exitCodeOf({ command, watchSeconds }, runs) {
    const isJudged = control_judged.has(command.kind) && watchSeconds > 0;
    const hasFailed = runs.some((run) => (0,core_run/* isEnded */.pl)(run) && run.phase.state !== 'succeeded');
    return isJudged && hasFailed ? core_problem/* exitCodes */.hS.workFailed : core_problem/* exitCodes */.hS.done;
}

;// CONCATENATED MODULE: ./src/doors/action/alert-ports.ts
const webhookName = 'HEADGATE_WEBHOOK_URL';
/** What must never be shown: whoever knows the address of the webhook can write into the chat. */
function secretsOf({ token }) {
    return [token, process.env[webhookName] ?? ''].filter((secret) => secret !== '');
}
/** Only a tick tells people: the jobs of other commands may write no issues. */
async function alertPorts({ command, isDryRun }, { github, log }) {
    if (command !== 'tick' || isDryRun)
        return {};
    const { githubIssues } = await Promise.all(/* import() */[__webpack_require__.e(903), __webpack_require__.e(823)]).then(__webpack_require__.bind(__webpack_require__, 4823));
    const messages = await messagesOf(log);
    return { issues: githubIssues(github), ...(messages === undefined ? {} : { messages }) };
}
async function messagesOf(log) {
    const address = process.env[webhookName] ?? '';
    if (address === '')
        return undefined;
    const { judgeWebhook, webhookMessages } = await __webpack_require__.e(/* import() */ 805).then(__webpack_require__.bind(__webpack_require__, 5805));
    const url = judgeWebhook(address);
    if (url !== undefined)
        return webhookMessages(url);
    log.warn(`W_WEBHOOK_ADDRESS The variable ${webhookName} holds no address of https without a user and a password, so no message is sent. Mend the secret that it comes from.`);
    return undefined;
}

// EXTERNAL MODULE: ./src/doors/action/output.ts + 1 modules
var output = __webpack_require__(7426);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(4379);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./src/adapters/git/trusted-directories.ts

/**
 * Repositories of other users, whose settings git reads all the same. On a runner it is the workspace, which a job
 * container sees as somebody else's; on a laptop what the person has told git, which is asked only where it matters.
 */
function trustedDirectories() {
    const workspace = process.env['GITHUB_ACTIONS'] === 'true' ? process.env['GITHUB_WORKSPACE'] : undefined;
    return [...(workspace === undefined || workspace === '' ? [] : [workspace, `${workspace}/*`]), ...learned];
}
let learned = [];
let isLearned = false;
/** Whether there is anything new to know. */
async function learnTrusted() {
    if (isLearned)
        return false;
    isLearned = true;
    const said = await Promise.all([trusted_directories_ask('--system'), trusted_directories_ask('--global')]);
    learned = said.flat();
    return learned.length > 0;
}
/** Only these two files: what a repository says of itself counts for nothing. */
function trusted_directories_ask(scope) {
    const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
    const options = { env: Object.fromEntries(own), timeout: 10_000, cwd: '/' };
    return new Promise((resolve) => {
        (0,external_node_child_process_.execFile)('git', ['config', scope, '-z', '--get-all', 'safe.directory'], options, (error, stdout) => {
            resolve(error === null ? stdout.split('\0').filter((text) => text !== '') : []);
        });
    });
}

;// CONCATENATED MODULE: ./src/adapters/git/git-command.ts



const defaultLimitBytes = 64 * 1024 * 1024;
const defaultTimeoutMs = 60_000;
const errorLimitBytes = 64 * 1024;
/**
 * An untrusted checkout can carry configuration that starts programs: hooks, fsmonitor, external diffs, transports.
 * What is given with `-c` wins over the repository's own configuration.
 */
const hardenedSettings = [
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.sshCommand=ssh',
    'core.askPass=',
    'credential.helper=',
    'core.untrackedCache=false',
    'submodule.recurse=false',
    'fetch.recurseSubmodules=false',
    'gc.auto=0',
    'maintenance.auto=false',
].flatMap((setting) => ['-c', setting]);
/**
 * What a partial clone misses, git fetches by itself, from where the checkout's configuration says: a transport that
 * starts a program of its choice is not on the list. The variable wins over `protocol.*.allow`.
 */
const remoteProtocols = 'https:http:ssh';
/** For repositories of our own, whose configuration we wrote. */
const allProtocols = `file:${remoteProtocols}`;
/** The caller's `GIT_…` variables can name another repository, index, or program: none of them is passed on. */
const inherited = /^(?:PATH|HOME|LANG|LC_.*|TZ|TMPDIR|TEMP|TMP|SystemRoot|SSH_AUTH_SOCK|[A-Za-z]+_proxy|[A-Z]+_PROXY|SSL_CERT_.*|NODE_EXTRA_CA_CERTS)$/;
function gitEnvironment(options = {}) {
    const passed = Object.entries(process.env).filter(([name]) => inherited.test(name));
    return {
        ...Object.fromEntries(passed),
        LC_ALL: 'C',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_TERMINAL_PROMPT: '0',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_NO_REPLACE_OBJECTS: '1',
        GIT_LITERAL_PATHSPECS: '1',
        GIT_ALLOW_PROTOCOL: remoteProtocols,
        ...options.environment,
        ...configEnvironment(options.config ?? {}),
    };
}
function configEnvironment(config) {
    const trusted = trustedDirectories().map((directory) => ['safe.directory', directory]);
    const entries = [...trusted, ...Object.entries(config)];
    const pairs = entries.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
    ]);
    return { GIT_CONFIG_COUNT: String(entries.length), ...Object.fromEntries(pairs) };
}
/** Runs git to its end. A code other than 0 is an answer; not being able to run it, or to wait for it, is an error. */
async function git_command_runGit(args, options = {}) {
    const answer = await runOnce(args, options);
    return isForeign(answer) && (await learnTrusted()) ? runOnce(args, options) : answer;
}
/** What git says of a repository that belongs to another user, whose configuration it does not read. */
function isForeign({ code, stderr }) {
    return code !== 0 && /detected dubious ownership/.test(stderr);
}
async function runOnce(args, options) {
    const child = (0,external_node_child_process_.spawn)('git', [...hardenedSettings, ...args], {
        cwd: options.directory,
        env: gitEnvironment(options),
        stdio: ['pipe', 'pipe', 'pipe'],
    });
    // A process that ends before it has read its input closes the pipe; its code says what happened.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
    return new Promise((resolve, reject) => {
        const stdout = [];
        let bytes = 0;
        let stderr = '';
        const limitBytes = options.limitBytes ?? defaultLimitBytes;
        const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
        const timer = setTimeout(() => giveUp(tooSlow(args, timeoutMs)), timeoutMs);
        const giveUp = (error) => {
            clearTimeout(timer);
            child.kill('SIGKILL');
            child.stdout.destroy();
            child.stderr.destroy();
            reject(error);
        };
        child.stdout.on('data', (chunk) => {
            bytes += chunk.length;
            if (bytes > limitBytes)
                giveUp(tooMuch(args, limitBytes));
            else
                stdout.push(chunk);
        });
        child.stderr.setEncoding('utf8').on('data', (text) => {
            stderr = (stderr + text).slice(-errorLimitBytes);
        });
        child.on('error', (error) => giveUp(notStarted(error, options.directory)));
        child.on('close', (code) => {
            clearTimeout(timer);
            resolve({ code: code ?? 128, stdout: Buffer.concat(stdout), stderr });
        });
    });
}
/** Runs git and insists on success. */
async function git_command_git(args, options = {}) {
    const answer = await git_command_runGit(args, options);
    if (answer.code !== 0)
        throw failed(args, answer, options.directory);
    return answer.stdout;
}
function failed(args, answer, directory) {
    const said = answer.stderr.trim().split('\n').slice(-3).join(' ').slice(0, 500);
    if (/not a git repository/i.test(answer.stderr)) {
        return new core_problem/* RefusedError */.fk({
            code: 'E_GIT_REPOSITORY',
            message: `${JSON.stringify(directory ?? '.')} is not inside a git repository.`,
            fix: 'Run `git init` there, or check the repository out first (`actions/checkout`).',
        });
    }
    if (isForeign(answer)) {
        return new core_problem/* RefusedError */.fk({
            code: 'E_GIT_OWNER',
            message: `${JSON.stringify(directory ?? '.')} is in a git repository of another user of this machine, whose settings can start programs as you.`,
            fix: 'Clone it as yourself, or, if you trust its owner, run `git config --global --add safe.directory` with its top folder.',
        });
    }
    return new core_problem/* RefusedError */.fk({
        code: 'E_GIT',
        message: `\`git ${args[0] ?? ''}\` ended with code ${answer.code}: ${said === '' ? 'it said nothing' : said}`,
    });
}
function notStarted(error, directory) {
    const code = error.code ?? error.message;
    return new core_problem/* RefusedError */.fk({
        code: 'E_GIT_MISSING',
        message: `git could not be started in ${JSON.stringify(directory ?? '.')}: ${code}.`,
        fix: 'Install git, put it on the PATH, and check that the directory exists.',
    }, { cause: error });
}
function tooSlow(args, timeoutMs) {
    return new core_problem/* RefusedError */.fk({
        code: 'E_GIT_TIMEOUT',
        message: `\`git ${args[0] ?? ''}\` did not end within ${timeoutMs / 1000} seconds.`,
        fix: 'Check the connection to the remote, and try again.',
    });
}
function tooMuch(args, limitBytes) {
    return new core_problem/* RefusedError */.fk({
        code: 'E_GIT_OUTPUT',
        message: `\`git ${args[0] ?? ''}\` gave more than ${limitBytes} bytes.`,
        fix: 'The repository, or one of its files, is larger than Headgate reads.',
    });
}

;// CONCATENATED MODULE: ./src/adapters/git/object-stream.ts
const newline = 0x0a;
const longestHeader = 4_096;
/**
 * Reads what `git cat-file --batch` prints: `<id> <kind> <size>`, the bytes and a newline for each object, or
 * `<id> missing`. What is over the limit passes by without being kept.
 */
function batchParser(count, limitBytes) {
    const contents = [];
    let header = '';
    let body;
    const takeHeader = (chunk, at) => {
        const end = chunk.indexOf(newline, at);
        header += chunk.toString('latin1', at, end === -1 ? chunk.length : end);
        if (end === -1)
            return chunk.length;
        const match = / (?:blob (\d+)|missing|(?:tree|commit|tag) (\d+))$/.exec(header);
        if (match === null)
            return -1;
        const size = match[1] ?? match[2];
        const isBlob = match[1] !== undefined;
        if (size === undefined)
            contents.push(undefined);
        else
            body = { limitBytes: isBlob ? limitBytes : -1, size: Number(size), left: Number(size) + 1, chunks: [] };
        header = '';
        return end + 1;
    };
    const takeBody = (chunk, at, taken) => {
        const end = Math.min(chunk.length, at + taken.left);
        taken.left -= end - at;
        if (taken.size <= taken.limitBytes)
            taken.chunks.push(chunk.subarray(at, end));
        if (taken.left > 0)
            return end;
        contents.push(contentOf(taken));
        body = undefined;
        return end;
    };
    return {
        feed(chunk) {
            let at = 0;
            while (at < chunk.length && contents.length < count) {
                at = body === undefined ? takeHeader(chunk, at) : takeBody(chunk, at, body);
                if (at === -1 || header.length > longestHeader)
                    return 'garbled';
            }
            return contents.length < count ? 'more' : at < chunk.length ? 'garbled' : 'done';
        },
        contents: () => contents,
    };
}
function contentOf({ chunks, size, limitBytes }) {
    if (limitBytes < 0)
        return undefined;
    if (size > limitBytes)
        return 'too-large';
    const [only] = chunks;
    return (chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks)).subarray(0, size);
}

;// CONCATENATED MODULE: ./src/adapters/git/object-reader.ts




const deadlineMs = 60_000;
/**
 * One `git cat-file --batch` answers every read: starting git costs more than reading hundreds of blobs. It applies no
 * filter and no textconv. While idle it keeps nobody alive, and it ends with the process that started it.
 */
function objectReader(directory) {
    let reader;
    let previous = Promise.resolve();
    const readOnce = async (blobs, limitBytes) => {
        reader ??= startReader(directory);
        setAlive(reader, true);
        try {
            const contents = await object_reader_ask(reader, blobs, limitBytes);
            setAlive(reader, false);
            return contents;
        }
        catch (error) {
            reader.kill('SIGKILL');
            reader = undefined;
            throw error;
        }
    };
    return {
        read(blobs, limitBytes) {
            if (blobs.length === 0)
                return Promise.resolve([]);
            const answer = previous.then(() => readOnce(blobs, limitBytes));
            previous = answer.catch(() => undefined);
            return answer;
        },
    };
}
function startReader(directory) {
    const child = (0,external_node_child_process_.spawn)('git', [...hardenedSettings, 'cat-file', '--batch'], {
        cwd: directory,
        env: gitEnvironment(),
        stdio: ['pipe', 'pipe', 'pipe'],
    });
    child.stderr.resume();
    // A broken pipe, or a git that does not start, shows as `close` too: that is where it is handled.
    for (const source of [child, child.stdin, child.stdout, child.stderr])
        source.on('error', () => undefined);
    return child;
}
function setAlive(child, isAlive) {
    const change = isAlive ? 'ref' : 'unref';
    child[change]();
    for (const pipe of [child.stdin, child.stdout, child.stderr])
        pipe[change]();
}
function object_reader_ask(child, blobs, limitBytes) {
    return new Promise((resolve, reject) => {
        const parser = batchParser(blobs.length, limitBytes);
        const finish = (settle) => {
            clearTimeout(timer);
            child.stdout.off('data', onData);
            child.off('close', onClose);
            settle();
        };
        const onData = (chunk) => {
            const verdict = parser.feed(chunk);
            if (verdict === 'done')
                finish(() => resolve(parser.contents()));
            if (verdict === 'garbled')
                finish(() => reject(unreadable('its answer could not be understood')));
        };
        const onClose = (code) => finish(() => reject(unreadable(`it ended with ${code === null ? 'a signal' : `code ${code}`}`)));
        const timer = setTimeout(() => finish(() => reject(unreadable(`it took over ${deadlineMs / 1000} seconds`))), deadlineMs);
        child.stdout.on('data', onData);
        child.on('close', onClose);
        child.stdin.write(`${blobs.join('\n')}\n`);
    });
}
function unreadable(what) {
    return new core_problem/* RefusedError */.fk({
        code: 'E_GIT_READ',
        message: `Files could not be read from git with \`git cat-file --batch\`: ${what}.`,
        fix: 'Check the repository with `git fsck`, and try again.',
    });
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/adapters/git/private-folder.ts





/**
 * A folder that nobody else on the machine can have made before, look into, or put another in the place of: who could
 * would choose the configuration of git in it, and with it programs that run as its user.
 */
async function makePrivateFolder(parent, purpose, fallback = (0,external_node_os_.tmpdir)()) {
    for (const candidate of [parent, fallback]) {
        const place = await safeParent(candidate);
        if (place === undefined)
            continue;
        if (candidate === parent)
            await sweep(place);
        // mkdtemp(3): a random name that must not exist, 0700.
        const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)(place, `headgate-${purpose}-${process.pid}-`)).catch(() => undefined);
        if (directory === undefined)
            continue;
        removeAtEnd(directory);
        return directory;
    }
    throw new core_problem/* RefusedError */.fk({
        code: 'E_SCRATCH',
        message: `Neither in ${JSON.stringify(parent)} nor in ${JSON.stringify(fallback)} can a folder be made that other users of this machine could not exchange.`,
        fix: 'Let TMPDIR name a folder that is yours alone, such as one below your home, or one that is sticky (chmod +t).',
    });
}
function removePrivateFolder(directory) {
    toRemove.delete(directory);
    (0,external_node_fs_.rmSync)(directory, { recursive: true, force: true });
}
const groupOrOthersWrite = 0o022;
const sticky = 0o1000;
/** Where only its owner and root rename what is in it: a folder of ours or of root's, not writable to others or sticky. */
async function safeParent(path) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true }).catch(() => undefined);
    await (0,promises_.mkdir)(path, { mode: 0o700 }).catch(() => undefined);
    const place = await (0,promises_.realpath)(path).catch(() => undefined);
    if (place === undefined)
        return undefined;
    const stats = await (0,promises_.stat)(place);
    const me = process.getuid?.();
    const isOurs = me === undefined || stats.uid === me || stats.uid === 0;
    const isClosed = me === undefined || (stats.mode & groupOrOthersWrite) === 0 || (stats.mode & sticky) !== 0;
    return stats.isDirectory() && isOurs && isClosed ? place : undefined;
}
const forgottenMs = 24 * 3_600_000;
/** What processes left that were killed. A number of a process may mean another one in a container, hence the age. */
async function sweep(parent) {
    const names = await (0,promises_.readdir)(parent).catch(() => []);
    for (const name of names) {
        const pid = /^headgate-(?:state|source)-(\d+)-/.exec(name)?.[1];
        if (pid === undefined || isAlive(Number(pid)))
            continue;
        const path = (0,external_node_path_.join)(parent, name);
        const age = await (0,promises_.stat)(path).then(({ mtimeMs }) => Date.now() - mtimeMs, () => 0);
        if (age > forgottenMs)
            await (0,promises_.rm)(path, { recursive: true, force: true }).catch(() => undefined);
    }
}
function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}
const toRemove = new Set();
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'];
let isWatching = false;
function removeAtEnd(directory) {
    toRemove.add(directory);
    if (isWatching)
        return;
    isWatching = true;
    process.once('exit', removeAll);
    for (const signal of endings)
        process.prependListener(signal, endBySignal);
}
function removeAll() {
    for (const path of toRemove)
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
    toRemove.clear();
}
/**
 * A listener keeps Node from ending. Where no other one wants the process to live on, it ends by the signal, as without.
 * It stands before the others: one for once is no longer counted when it has begun.
 */
function endBySignal(signal) {
    if (process.listenerCount(signal) > 1)
        return;
    removeAll();
    process.removeListener(signal, endBySignal);
    process.kill(process.pid, signal);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./src/adapters/git/remote.ts





function remoteOf(remote, token) {
    if (/^https?:\/\//.test(remote))
        return httpRemote(new URL(remote), token);
    if (/^ssh:\/\/[^-]/.test(remote) || /^[\w.-]+@[\w.-]+:[^:]/.test(remote))
        return { url: remote, config: {} };
    const path = remote.startsWith('file://') ? (0,external_node_url_.fileURLToPath)(remote) : remote;
    if ((0,external_node_path_.isAbsolute)(path) || /^\.{0,2}[\w.-]+(?:[\\/]|$)/.test(path))
        return localRemote((0,external_node_path_.resolve)(path));
    throw new core_problem/* InputError */.dz([
        {
            code: 'E_STATE_REMOTE',
            field: 'remote',
            message: `${JSON.stringify(remote.slice(0, 120))} is no address that state can be pushed to.`,
            fix: 'Use the https or ssh address of a repository, or the path of one on this machine.',
        },
    ]);
}
function localRemote(path) {
    return { url: path, path, config: {} };
}
/**
 * Exactly one Authorization header: GitHub answers 400 to two, and `actions/checkout` leaves one in the checkout's
 * configuration, which is not read here. Credentials in the address would make a second one.
 */
function httpRemote(address, token) {
    const inAddress = `${decodeURIComponent(address.username)}:${decodeURIComponent(address.password)}`;
    const credentials = token === undefined ? inAddress : `x-access-token:${token}`;
    address.username = '';
    address.password = '';
    const header = `Authorization: Basic ${Buffer.from(credentials).toString('base64')}`;
    const config = credentials === ':' ? {} : { [`http.${address.origin}/.extraHeader`]: header };
    return { url: address.href, config };
}
/** A repository that holds nothing but branches of Headgate. Made whole before it gets the file that makes it one. */
async function createLocalRemote(path) {
    if (await isThere((0,external_node_path_.join)(path, 'HEAD')))
        return;
    await (0,promises_.mkdir)((0,external_node_path_.join)(path, 'objects'), { recursive: true });
    await (0,promises_.mkdir)((0,external_node_path_.join)(path, 'refs', 'heads'), { recursive: true });
    await replace((0,external_node_path_.join)(path, 'config'), localConfig);
    await replace((0,external_node_path_.join)(path, 'HEAD'), 'ref: refs/heads/main\n');
}
/** `autoDetach`: no process goes on in a directory that its user may remove. The last two let trees be fetched by name. */
const localConfig = `[core]
\trepositoryformatversion = 0
\tbare = true
[gc]
\tauto = 500
\tautoDetach = false
[uploadpack]
\tallowFilter = true
\tallowAnySHA1InWant = true
`;
async function replace(file, text) {
    const draft = `${file}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    await (0,promises_.writeFile)(draft, text);
    await (0,promises_.rename)(draft, file);
}
async function isThere(file) {
    return (0,promises_.stat)(file).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./src/adapters/git/tree-listing.ts

const listLimitBytes = 256 * 1024 * 1024;
const kinds = {
    '100644': 'file',
    // Written by old versions of git; the executable bit is what counts.
    '100664': 'file',
    '100755': 'executable',
    '120000': 'symlink',
    '160000': 'submodule',
};
function kindOfMode(mode) {
    return kinds[mode] ?? 'other';
}
/** Every file of a commit: names as they are (`-z`), kinds by the modes of the tree object. */
async function listCommit(directory, commit) {
    const answer = await askTree(directory, commit);
    if (answer.code !== 0)
        throw failed(['ls-tree'], answer, directory);
    return parseListing(answer.stdout);
}
/** Path → blob; undefined if the commit is not there. */
async function filesOfCommit(directory, commit) {
    const answer = await askTree(directory, commit);
    if (answer.code !== 0)
        return undefined;
    return new Map(parseListing(answer.stdout).map(({ path, blob }) => [path, blob]));
}
function askTree(directory, commit) {
    return git_command_runGit(['ls-tree', '-r', '-z', '--full-tree', commit], { directory, limitBytes: listLimitBytes });
}
/** `<mode> <kind> <id>\t<path>\0`, over and over. Bytes that are not UTF-8 become `\uFFFD`. */
function parseListing(bytes) {
    const entries = [];
    for (const record of bytes.toString('utf8').split('\0')) {
        const tab = record.indexOf('\t');
        if (tab === -1)
            continue;
        const [mode = '', , blob = ''] = record.slice(0, tab).split(' ');
        entries.push({ path: record.slice(tab + 1), kind: kindOfMode(mode), blob });
    }
    return entries;
}

;// CONCATENATED MODULE: ./src/adapters/git/other-commits.ts







const commitPattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** How far back a newer commit is searched for ours, when the checkout has no history. */
const searchedDepth = 250;
const fetchTimeoutMs = 30_000;
/** Path → blob of another commit of the same repository; fetched if the checkout is shallow. */
async function filesOfOther(checkout, commit) {
    if (!commitPattern.test(commit))
        return undefined;
    const own = await filesOfCommit(checkout.directory, commit);
    if (own !== undefined)
        return own;
    return inScratch(checkout, async (scratch) => {
        const isThere = await scratch.fetch(commit, ['--depth=1', '--filter=blob:none']);
        return isThere ? filesOfCommit(scratch.directory, commit) : undefined;
    });
}
/** The first of these files that another commit has, if it has at most `limitBytes`; fetched if need be. */
async function readOther(checkout, commit, { paths, limitBytes }) {
    const files = await filesOfOther(checkout, commit);
    const blob = paths.map((path) => files?.get(path)).find((id) => id !== undefined);
    if (blob === undefined)
        return undefined;
    const own = await readBlob(checkout.directory, blob, limitBytes);
    if (own !== undefined)
        return own;
    return inScratch(checkout, async (scratch) => {
        const isThere = await scratch.fetch(blob, []);
        return isThere ? readBlob(scratch.directory, blob, limitBytes) : undefined;
    });
}
async function readBlob(directory, blob, limitBytes) {
    const size = await git_command_runGit(['cat-file', '-s', blob], { directory });
    if (size.code !== 0 || Number(size.stdout.toString()) > limitBytes)
        return undefined;
    const answer = await git_command_runGit(['cat-file', 'blob', blob], { directory });
    return answer.code === 0 ? answer.stdout : undefined;
}
/** Whether `older` is an ancestor of `newer`; undefined if neither the checkout nor the remote can tell. */
async function isAncestor(checkout, older, newer) {
    if (older === newer)
        return false;
    if (!commitPattern.test(older) || !commitPattern.test(newer))
        return undefined;
    const { directory } = checkout;
    if (await isAncestorIn(directory, older, newer))
        return true;
    if (await hasWholeHistory(directory, newer))
        return false;
    return inScratch(checkout, async (scratch) => {
        // `tree:0` brings the commits alone.
        const isThere = await scratch.fetch(newer, [`--depth=${searchedDepth}`, '--filter=tree:0']);
        if (!isThere)
            return undefined;
        if (await isAncestorIn(scratch.directory, older, newer))
            return true;
        return (await isShallow(scratch.directory)) ? undefined : false;
    });
}
async function isAncestorIn(directory, older, newer) {
    return (await git_command_runGit(['merge-base', '--is-ancestor', older, newer], { directory })).code === 0;
}
async function hasWholeHistory(directory, commit) {
    const isThere = (await git_command_runGit(['cat-file', '-e', `${commit}^{commit}`], { directory })).code === 0;
    return isThere && !(await isShallow(directory));
}
async function isShallow(directory) {
    const answer = await git_command_runGit(['rev-parse', '--is-shallow-repository'], { directory });
    return answer.stdout.toString().trim() !== 'false';
}
/**
 * Fetches into a repository of its own: a shallow or filtered fetch into the checkout would change what its history
 * and its remote mean for whoever owns it.
 */
async function inScratch(checkout, use) {
    const config = await originConfig(checkout);
    if (config['remote.origin.url'] === undefined)
        return undefined;
    const directory = await makePrivateFolder(checkout.scratchDirectory ?? (0,external_node_os_.tmpdir)(), 'source');
    try {
        await (0,promises_.mkdir)((0,external_node_path_.join)(directory, 'objects'));
        await (0,promises_.mkdir)((0,external_node_path_.join)(directory, 'refs'));
        await (0,promises_.writeFile)((0,external_node_path_.join)(directory, 'HEAD'), 'ref: refs/heads/none\n');
        await (0,promises_.writeFile)((0,external_node_path_.join)(directory, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n');
        return await use({
            directory,
            async fetch(commit, how) {
                const quiet = ['--no-tags', '--no-write-fetch-head', '--quiet', '--upload-pack=git-upload-pack'];
                const args = ['fetch', ...how, ...quiet, 'origin', commit];
                const environment = { GIT_ALLOW_PROTOCOL: allProtocols };
                const answer = await git_command_runGit(args, { directory, config, environment, timeoutMs: fetchTimeoutMs });
                return answer.code === 0;
            },
        });
    }
    catch {
        // What a commit of the past looked like only improves an explanation; not getting it is no failure.
        return undefined;
    }
    finally {
        removePrivateFolder(directory);
    }
}
/** With a token, its header is the only one: GitHub answers 400 to two. */
async function originConfig({ directory, token }) {
    const own = await remoteConfig(directory);
    const address = own['remote.origin.url'];
    if (token === undefined || address === undefined)
        return own;
    const { url, config } = remoteOf(address, token);
    return { ...config, 'remote.origin.url': url };
}
/** Address and credentials of `origin` as the checkout has them, wherever they are included from. */
async function remoteConfig(directory) {
    const pattern = '^(remote\\.origin\\.url$|http\\.|url\\.)';
    const answer = await git_command_runGit(['config', '-z', '--get-regexp', pattern], { directory });
    const entries = answer.stdout.toString('utf8').split('\0').filter(Boolean);
    return Object.fromEntries(entries.map((entry) => {
        const end = entry.indexOf('\n');
        return end === -1 ? [entry, ''] : [entry.slice(0, end), entry.slice(end + 1)];
    }));
}

;// CONCATENATED MODULE: ./src/adapters/git/commit-source.ts





/** The files of a commit, read from git's objects: no checkout, no hook, no filter, no link is followed. */
async function commitSource({ directory, commit, token }) {
    const id = await resolveCommit(directory, commit);
    const reader = objectReader(directory);
    let listing;
    const list = () => {
        listing ??= listCommit(directory, id);
        return listing;
    };
    let blobs;
    return {
        commit: id,
        isWorkingTree: false,
        list,
        async read(paths, limitBytes) {
            blobs ??= readableBlobs(await list());
            const ids = paths.map((path) => blobs?.get(path) ?? notAFile(path, id));
            const contents = await reader.read(ids, limitBytes);
            return contents.map((content, index) => content ?? notAFile(paths[index] ?? '', id));
        },
        async readLinks(paths) {
            const blobOf = new Map((await list()).map(({ path, blob }) => [path, blob]));
            const contents = await reader.read(paths.map((path) => blobOf.get(path) ?? notAFile(path, id)), linkLimitBytes);
            return contents.map((content) => content instanceof Uint8Array ? Buffer.from(content).toString() : '/');
        },
        filesAt: (other) => filesOfOther({ directory, token }, other),
        readAt: (other, paths, limitBytes) => readOther({ directory, token }, other, { paths, limitBytes }),
        isBehind: (other) => isAncestor({ directory, token }, id, other),
    };
}
/** Longer paths are none. */
const linkLimitBytes = 4_096;
async function resolveCommit(directory, commit) {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^{commit}`];
    const answer = await git_command_runGit(args, { directory });
    if (answer.code === 0)
        return answer.stdout.toString().trim();
    if (/not a git repository/i.test(answer.stderr))
        throw failed(args, answer, directory);
    throw new core_problem/* InputError */.dz([
        {
            code: 'E_COMMIT',
            message: `There is no commit ${JSON.stringify(commit.slice(0, 80))} in this repository.`,
            fix: 'Check the commit out first (`actions/checkout` with its `ref`), or name another one.',
        },
    ]);
}
function readableBlobs(entries) {
    const readable = entries.filter(({ kind }) => kind === 'file' || kind === 'executable');
    return new Map(readable.map(({ path, blob }) => [path, blob]));
}
function notAFile(path, commit) {
    throw new core_problem/* InputError */.dz([
        {
            code: 'E_SOURCE_FILE',
            place: { file: path },
            message: `Commit ${commit.slice(0, 12)} has no regular file of this name that can be read.`,
        },
    ]);
}

;// CONCATENATED MODULE: ./src/adapters/git/commit-stream.ts


/**
 * Makes commits in one process. `--depth=0`: by itself, fast-import packs each file as a difference to the one before
 * it, and a push sends those on: 20 to 55 times the bytes, measured.
 */
async function makeCommits(scratch, drafts) {
    const args = ['fast-import', '--quiet', '--force', '--depth=0', '--date-format=raw'];
    const answer = await scratch.run(args, { input: Buffer.concat(drafts.flatMap(streamOf)) });
    const oids = answer.stdout.toString('utf8').trim().split('\n');
    if (answer.code === 0 && oids.length === drafts.length)
        return oids;
    throw new core_problem/* InvariantError */.zU(`git fast-import ended with code ${answer.code}: ${answer.stderr.slice(0, 500)}`);
}
function streamOf(draft, index) {
    const { name, email } = draft.author;
    const seconds = Math.floor(draft.at / instant/* secondMs */.fj);
    const head = [
        `commit refs/headgate/made/${index}`,
        `mark :${index + 1}`,
        `committer ${plain(name)} <${plain(email)}> ${seconds} +0000`,
    ].join('\n');
    return [
        Buffer.from(`${head}\n${data(draft.message)}`),
        Buffer.from(draft.parent === undefined ? '' : `from ${draft.parent}\n`),
        Buffer.from(draft.tree === undefined ? '' : `M 040000 ${draft.tree} ""\n`),
        ...draft.files.map(fileOf),
        Buffer.from(`\nget-mark :${index + 1}\n`),
    ];
}
function fileOf({ path, content }) {
    if (content === undefined)
        return Buffer.from(`D ${quoted(path)}\n`);
    if (typeof content !== 'string')
        return Buffer.from(`M 100644 ${content.oid} ${path}\n`);
    return Buffer.from(`M 100644 inline ${path}\n${data(content)}`);
}
/** A file that somebody else left there may be called anything. */
function quoted(path) {
    const escaped = path.replaceAll(/["\\]/g, '\\$&').replaceAll('\n', '\\n');
    return `"${escaped}"`;
}
function data(text) {
    return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
/** What git's format for a person cannot hold. */
function plain(text) {
    return text.replaceAll(/[<>\p{Cc}]/gu, '').trim();
}
/** The day on which a moment falls, in UTC. */
function dayOf(at) {
    return (0,instant/* isoOf */.dF)(at).slice(0, 10);
}

;// CONCATENATED MODULE: ./src/adapters/git/refusal.ts
const excludeBranches = 'leave the branches of Headgate out of it, or give Headgate the token of a GitHub App that may bypass it (the GITHUB_TOKEN of a workflow cannot be on a bypass list)';
/** GitHub names the reason in text only. The first that matches explains; the remote's refs decide what happened. */
const rules = [
    {
        pattern: /push protection|cannot contain secrets|GH009/i,
        kind: 'rules',
        because: 'push protection found what looks like a secret in it',
        fix: 'Find which parameter or log line shows a secret, and change that secret: it has been seen.',
    },
    {
        pattern: /(?:GH013|rule violations)[\s\S]*(?:verified signatures|signed)/i,
        kind: 'rules',
        because: 'a ruleset asks for signed commits (GH013), and git in a workflow cannot sign',
        fix: `Under Settings, Rules, Rulesets: ${excludeBranches}.`,
    },
    {
        pattern: /GH013|repository rule/i,
        kind: 'rules',
        because: 'a ruleset forbids it (GH013)',
        fix: `Under Settings, Rules, Rulesets: ${excludeBranches}.`,
    },
    {
        pattern: /GH006|protected branch/i,
        kind: 'rules',
        because: 'branch protection forbids it (GH006)',
        fix: `Under Settings, Branches: ${excludeBranches}.`,
    },
    {
        pattern: /denying non-fast-forward|cannot force-push/i,
        kind: 'rules',
        because: 'the remote forbids to replace the history of the branch',
        fix: 'Allow force pushes to it: its history is replaced once a day, so that it stays small.',
    },
    {
        pattern: /hook declined/i,
        kind: 'rules',
        because: 'a hook of the remote declined it',
        fix: 'Ask who runs that git server what the hook wants.',
    },
    {
        pattern: /filter '?\w+'? (?:not supported|allows max depth)/i,
        kind: 'rules',
        because: 'the remote does not serve parts of a commit',
        fix: 'Ask who runs that git server to allow the filter `tree:0`.',
    },
    {
        pattern: /returned error: 403|archived|permission to \S+ denied|write access/i,
        kind: 'rights',
        because: 'the token may not write (403)',
        fix: 'Give the job `permissions: contents: write`, and check that the repository is not archived.',
    },
    {
        pattern: /returned error: 401|authentication failed|could not read (?:username|password)|permission denied/i,
        kind: 'rights',
        because: 'the remote does not accept the token (401), or none was given',
        fix: 'In a workflow, pass `github.token` as the input `token`; elsewhere, give a token for this remote.',
    },
    {
        pattern: /returned error: 404|repository\b.* not found|does not (?:appear to be a git repository|exist)/i,
        kind: 'rights',
        because: 'there is no such repository, or the token may not see it (404)',
        fix: 'Check the address of `origin`, and that the token belongs to this repository.',
    },
];
const answers = ['rules', 'rights'];
function isFinal(refusal) {
    return answers.includes(refusal.kind);
}
/** Why `action` (such as "push to `headgate-state`") did not work, from what git printed. */
function refusalOf(action, said) {
    const rule = rules.find(({ pattern }) => pattern.test(said));
    if (rule !== undefined) {
        const code = rule.kind === 'rights' && action.startsWith('read') ? 'E_STATE_UNREACHABLE' : 'E_STATE_WRITE';
        const message = `Git could not ${action}: ${rule.because}. It said: ${refusal_quoted(said)}`;
        return { kind: rule.kind, problem: { code, message, fix: rule.fix } };
    }
    const isAnswer = /\[(?:remote )?rejected\]/.test(said);
    return isAnswer ? unclear(action, said) : unreachable(action, said);
}
function unclear(action, said) {
    const problem = {
        code: 'E_STATE_WRITE',
        message: `Git could not ${action}, although nobody else wrote there. It said: ${refusal_quoted(said)}`,
        fix: 'Look for rulesets, signed commits or a read-only token that stand in the way; `headgate doctor` tries it without a run.',
    };
    return { kind: 'unclear', problem };
}
function unreachable(action, said) {
    const problem = {
        code: 'E_STATE_UNREACHABLE',
        message: `Git could not ${action}. It said: ${refusal_quoted(said)}`,
        fix: 'Check the connection to the remote, and https://www.githubstatus.com; the next tick tries again.',
    };
    return { kind: 'unreachable', problem };
}
/** The telling lines of git's output, without terminal control and without the address's credentials. */
function refusal_quoted(said) {
    const lines = said
        .replaceAll(/\/\/[^/@\s]*@/g, '//')
        .split(/[\r\n]+/)
        .map((line) => line
        .replaceAll(/\p{Cc}/gu, ' ')
        .replace(/^remote:/, '')
        .trim())
        .filter((line) => /[a-z0-9]/i.test(line) && !/^(?:To |Done|warning: This repository uses promisor)/.test(line));
    return lines.length === 0 ? 'nothing' : `"${lines.slice(0, 6).join(' ').slice(0, 400)}"`;
}

;// CONCATENATED MODULE: ./src/adapters/git/heads.ts


const heads_mostTries = 6;
const firstDelayMs = 100;
const longestDelayMs = 2_000;
/**
 * Full jitter: of eight writers that collide, measured, this restores the throughput of one (2.2 to 7.5 commits a
 * second) and keeps any of them from starving.
 */
async function waitBefore(tried, { sleep, random }) {
    await sleep(Math.round(random() * Math.min(longestDelayMs, firstDelayMs * 2 ** tried)));
}
function headRef(branch) {
    return `refs/heads/${branch}`;
}
/**
 * For one command that fetches a part of what a commit holds. It is no setting of the repository: there, git would fetch
 * each tree that it misses by a request of its own, as a push does to learn what the remote has.
 */
const partialFetch = [
    // Without negotiation the remote cannot conclude from a commit that its trees are here.
    'fetch.negotiationAlgorithm=noop',
    'remote.origin.promisor=true',
    // What git would otherwise write into the repository's configuration.
    'remote.origin.partialclonefilter=tree:0',
].flatMap((setting) => ['-c', setting]);
const fetchArgs = [
    'fetch',
    '--depth=1',
    '--no-tags',
    '--no-write-fetch-head',
    '--no-auto-maintenance',
    '--quiet',
];
/** What a fetch brought: false if the branch does not exist. */
async function fetchBranch(scratch, fetch) {
    const refspec = `+${headRef(fetch.branch)}:${fetch.into}`;
    const partial = fetch.filter === '--no-filter' ? [] : partialFetch;
    for (let tried = 0;; tried += 1) {
        const answer = await scratch.run([...partial, ...fetchArgs, fetch.filter, 'origin', refspec]);
        if (answer.code === 0)
            return true;
        const heads = await readHeads(scratch, [fetch.branch]);
        if (heads.kind === 'heads' && heads.of.get(fetch.branch) === undefined)
            return false;
        const refusal = heads.kind === 'heads' ? refusalOf(`read \`${fetch.branch}\``, answer.stderr) : heads.refusal;
        if (isFinal(refusal) || tried + 1 >= heads_mostTries)
            throw new core_problem/* RefusedError */.fk(refusal.problem);
        await waitBefore(tried, fetch.patience);
    }
}
/** What the remote says its branches are: the only thing that tells a lost race from a lost answer. */
async function readHeads(scratch, branches) {
    const answer = await scratch.run(['ls-remote', '--quiet', 'origin', ...branches.map(headRef)]);
    if (answer.code !== 0) {
        const action = `read \`${branches.join('` and `')}\``;
        return { kind: 'no-answer', refusal: refusalOf(action, answer.stderr) };
    }
    const lines = answer.stdout
        .toString('utf8')
        .split('\n')
        .map((line) => line.split('\t'));
    // `ls-remote` matches the end of names: `x/refs/heads/state` would match too.
    const found = branches.flatMap((branch) => {
        const oid = lines.find(([, ref]) => ref === headRef(branch))?.[0];
        return oid === undefined ? [] : [[branch, oid]];
    });
    return { kind: 'heads', of: new Map(found) };
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(6119);
;// CONCATENATED MODULE: ./src/adapters/git/scratch.ts





const timeoutMs = 60_000;
const environment = { GIT_ALLOW_PROTOCOL: allProtocols };
/** Made by hand: `git init` costs a process and copies templates. */
async function makeScratch(parent, remote) {
    const directory = await makePrivateFolder(parent, 'state');
    await (0,promises_.mkdir)((0,external_node_path_.join)(directory, 'objects'));
    await (0,promises_.mkdir)((0,external_node_path_.join)(directory, 'refs'));
    await (0,promises_.writeFile)((0,external_node_path_.join)(directory, 'config'), configOf(remote));
    await (0,promises_.writeFile)((0,external_node_path_.join)(directory, 'HEAD'), 'ref: refs/heads/none\n');
    return {
        directory,
        run: (args, options) => git_command_runGit(args, { ...options, directory, config: remote.config, environment, timeoutMs }).catch(asAnswer),
    };
}
/** A push that took too long may have landed: that is for its caller to find out. */
function asAnswer(error) {
    if (!(error instanceof core_problem/* RefusedError */.fk) || error.problem.code !== 'E_GIT_TIMEOUT')
        throw error;
    return { code: 124, stdout: Buffer.alloc(0), stderr: error.problem.message };
}
/**
 * `fsync`: nothing here outlives the process. `postBuffer`: a push that fits is sent without a probing request. A
 * repository on this machine starts no hook: it may have come with a checkout, or be somebody's by accident.
 */
function configOf(remote) {
    const url = remote.url.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
    const receive = 'git -c core.hooksPath=/dev/null receive-pack';
    const pushing = remote.path === undefined ? '' : `\treceivepack = ${receive}\n`;
    return `[core]
\trepositoryformatversion = 0
\tbare = true
\tfsync = none
[remote "origin"]
\turl = "${url}"
${pushing}[http]
\tpostBuffer = 16777216
\tlowSpeedLimit = 100
\tlowSpeedTime = 20
`;
}
function removeScratch(scratch) {
    removePrivateFolder(scratch.directory);
}
async function readObjects(scratch, names, limitBytes, command = ['cat-file', '--batch', '--buffer']) {
    const input = names.map((name) => `${name}\n`).join('');
    const { code, stdout, stderr } = await scratch.run(command, { input, limitBytes });
    if (code !== 0)
        throw failed(['cat-file'], { code, stdout, stderr }, scratch.directory);
    const objects = [];
    for (let at = 0; at < stdout.length;) {
        const end = stdout.indexOf(10, at);
        const [oid = '', kind = '', size] = stdout.toString('utf8', at, end).split(' ');
        const length = Number(size);
        const isFound = size !== undefined && Number.isInteger(length);
        objects.push(isFound ? { oid, kind, content: stdout.subarray(end + 1, end + 1 + length) } : undefined);
        at = isFound ? end + length + 2 : end + 1;
    }
    return objects;
}
/** Entries of a raw tree object: `mode name NUL id`, the id as 20 bytes, or 32 in a SHA-256 repository. */
function treeEntries(tree) {
    const idBytes = tree.oid.length / 2;
    const entries = new Map();
    for (let at = 0; at < tree.content.length;) {
        const end = tree.content.indexOf(0, at);
        const [mode = '', ...name] = tree.content.toString('utf8', at, end).split(' ');
        at = end + 1 + idBytes;
        entries.set(name.join(' '), { mode, oid: tree.content.toString('hex', end + 1, at) });
    }
    return entries;
}

;// CONCATENATED MODULE: ./src/adapters/git/open-store.ts




const realPatience = {
    sleep: async (ms) => {
        await (0,external_node_timers_promises_.setTimeout)(ms);
    },
    random: Math.random,
};
function openStore(options) {
    for (const branch of [options.branch, options.historyBranch])
        checkBranch(branch);
    return {
        options,
        remote: remoteOf(options.remote, options.token),
        patience: options.patience ?? realPatience,
        scratch: undefined,
        uses: 0,
        saved: undefined,
        known: new Map(),
    };
}
function checkBranch(branch) {
    if (/^[A-Za-z0-9](?:[A-Za-z0-9_-]|[./](?=[A-Za-z0-9_-])){0,199}$/.test(branch) &&
        !/\.lock(?:\/|$)/.test(branch))
        return;
    throw new core_problem/* InputError */.dz([
        {
            code: 'E_STATE_BRANCH',
            field: 'state-branch',
            message: `${JSON.stringify(branch.slice(0, 120))} cannot be the name of a branch.`,
            fix: 'Use letters, digits, dashes and slashes, such as headgate-state.',
        },
    ]);
}
async function scratchOf(store) {
    store.uses += 1;
    if (store.scratch !== undefined)
        return store.scratch;
    if (store.remote.path !== undefined)
        await createLocalRemote(store.remote.path);
    store.scratch = await makeScratch(store.options.scratchDirectory, store.remote);
    return store.scratch;
}

;// CONCATENATED MODULE: ./src/adapters/git/push.ts




/**
 * Moves all the branches or none. After any error the remote's heads say what happened, not git's words: git sends a
 * request again by itself when an answer gets lost, and the second one is then rejected because of the first.
 */
async function pushMoves(moves, context) {
    const action = `push to \`${moves.map(({ branch }) => branch).join('` and `')}\``;
    for (let tried = 0;; tried += 1) {
        const said = await pushOnce(moves, context.scratch);
        if (said === undefined)
            return { kind: 'pushed' };
        const verdict = await judge(moves, context, refusalOf(action, said));
        if (verdict.kind !== 'refused' || isFinal(verdict.refusal))
            return verdict;
        // Git compares with what the remote told it a moment before: if that moved, a stale answer hid it from `ls-remote`.
        const [first] = moves;
        const isStale = /\[rejected\] \((?:stale info|fetch first|non-fast-forward)\)/.test(said);
        if (tried + 1 >= heads_mostTries)
            return isStale && first !== undefined ? { kind: 'moved', branch: first.branch } : verdict;
        await breakStaleLocks(moves, context.remote);
        await waitBefore(tried, context.patience);
    }
}
/** What git said; undefined: the push went through. */
async function pushOnce(moves, scratch) {
    const leases = moves.map(({ branch, old }) => `--force-with-lease=${headRef(branch)}:${old ?? ''}`);
    const atomic = moves.length > 1 ? ['--atomic'] : [];
    const refspecs = moves.map(({ branch, made }) => `${made}:${headRef(branch)}`);
    const args = ['push', '--porcelain', '--no-verify', ...atomic, ...leases, 'origin', ...refspecs];
    const answer = await scratch.run(args);
    return answer.code === 0 ? undefined : `${answer.stdout.toString('utf8')}\n${answer.stderr}`;
}
async function judge(moves, { scratch }, refusal) {
    const heads = await readHeads(scratch, moves.map(({ branch }) => branch));
    if (heads.kind === 'no-answer') {
        const isKnown = isFinal(refusal) || !isFinal(heads.refusal);
        return { kind: 'refused', refusal: isKnown ? refusal : heads.refusal };
    }
    if (moves.every(({ branch, made }) => heads.of.get(branch) === made))
        return { kind: 'pushed' };
    const moved = moves.find(({ branch, old }) => heads.of.get(branch) !== old);
    return moved === undefined ? { kind: 'refused', refusal } : { kind: 'moved', branch: moved.branch };
}
/** A lock on a branch is held for milliseconds. */
const staleAfterMs = 10_000;
/** A process that was killed in the middle of a push to a repository on this machine leaves its lock behind. */
async function breakStaleLocks(moves, { path }) {
    if (path === undefined)
        return;
    for (const { branch } of moves) {
        const lock = (0,external_node_path_.join)(path, `${headRef(branch)}.lock`);
        const facts = await (0,promises_.stat)(lock).catch(() => undefined);
        if (facts !== undefined && Date.now() - facts.mtimeMs > staleAfterMs)
            await (0,promises_.unlink)(lock).catch(() => undefined);
    }
}

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(3916);
;// CONCATENATED MODULE: ./src/adapters/git/history.ts






const pagePattern = /^runs\/[a-z0-9][a-z0-9-]{0,79}\/\d{4}-\d{2}\/[a-z0-9][a-z0-9-]{0,79}\.md$/;
function isPagePath(path) {
    return pagePattern.test(path);
}
/** The runs of a flow that these pages are about. */
function runsOfPages(paths, flow) {
    const ofFlow = [...paths].filter((path) => path.startsWith(`runs/${flow}/`));
    return new Set(ofFlow.flatMap((path) => (0,core_run/* parseRunId */._G)((0,posix_.basename)(path, '.md')) ?? []));
}
const historyRef = 'refs/headgate/history';
const treeLimitBytes = 64 * 1024 * 1024;
const treeMode = '40000';
/**
 * The commit to append to, with just those of its trees that lie on the way to the new pages: in years of runs every
 * other tree, and every page, stays on the remote. Undefined: there is no history yet.
 *
 * Trees are asked for by name, level by level; GitHub serves `tree:0` from its bitmaps, but may refuse deeper filters.
 */
async function openHistory(scratch, { branch, paths, patience }) {
    const head = await fetchHead(scratch, branch, patience);
    if (head === undefined)
        return undefined;
    if (!head.isWhole)
        await fetchTreesOnTheWay(scratch, head.root, paths);
    return head.commit;
}
/** Paths of all pages of a flow. The pages themselves stay on the remote. */
async function listPages(scratch, { branch, flow, patience }) {
    const folder = `runs/${flow}`;
    const head = await fetchHead(scratch, branch, patience);
    if (head === undefined)
        return [];
    if (!head.isWhole)
        await fetchTreesOnTheWay(scratch, head.root, [`${folder}/page`]);
    const [tree] = await readObjects(scratch, [`${head.commit}:${folder}`], treeLimitBytes);
    const months = tree?.kind === 'tree' ? [...treeEntries(tree)].filter(isFolder) : [];
    if (months.length === 0)
        return [];
    const oids = months.map(([, { oid }]) => oid);
    if (!head.isWhole)
        await fetchTrees(scratch, [...new Set(oids)]);
    const trees = await readObjects(scratch, oids, treeLimitBytes);
    return months.flatMap(([month], index) => [...(trees[index] === undefined ? [] : treeEntries(trees[index]).keys())]
        .map((file) => `${folder}/${month}/${file}`)
        .filter(isPagePath));
}
function isFolder([, { mode }]) {
    return mode === treeMode;
}
/** The newest commit without its trees; with all of them, and all pages, where the server knows no filters. */
async function fetchHead(scratch, branch, patience) {
    const fetch = { branch, into: historyRef, patience };
    const fetched = await fetchBranch(scratch, { ...fetch, filter: '--filter=tree:0' }).catch(withoutFilter);
    const isWhole = fetched === 'unfiltered';
    if (!(isWhole ? await fetchBranch(scratch, { ...fetch, filter: '--no-filter' }) : fetched))
        return undefined;
    const [commit] = await readObjects(scratch, [historyRef], treeLimitBytes);
    const root = /^tree ([0-9a-f]+)/.exec(commit?.content.toString('utf8') ?? '')?.[1];
    if (commit === undefined || root === undefined)
        throw new core_problem/* RefusedError */.fk(notACommit(branch));
    return { commit: commit.oid, root, isWhole };
}
/** A server that refuses filters still serves the whole commit. */
function withoutFilter(error) {
    if (error instanceof core_problem/* RefusedError */.fk && /filter/i.test(error.problem.message))
        return 'unfiltered';
    throw error;
}
async function fetchTreesOnTheWay(scratch, root, paths) {
    const folders = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/'))));
    let level = new Map([['', root]]);
    for (let depth = 1; level.size > 0; depth += 1) {
        const names = [...level.keys()];
        const oids = [...level.values()];
        await fetchTrees(scratch, [...new Set(oids)]);
        const trees = await readObjects(scratch, oids, treeLimitBytes);
        const next = new Map();
        for (const folder of folders) {
            const parts = folder.split('/');
            if (parts.length < depth)
                continue;
            const tree = trees[names.indexOf(parts.slice(0, depth - 1).join('/'))];
            const entry = tree && treeEntries(tree).get(parts[depth - 1] ?? '');
            if (entry?.mode === treeMode)
                next.set(parts.slice(0, depth).join('/'), entry.oid);
        }
        level = next;
    }
}
/** As git itself fetches an absent object of a partial clone, but without what the tree contains. */
async function fetchTrees(scratch, oids) {
    const args = ['fetch', '--no-tags', '--no-write-fetch-head', '--no-auto-maintenance', '--quiet'];
    const answer = await scratch.run([...partialFetch, ...args, '--filter=tree:0', '--stdin', 'origin'], {
        input: oids.map((oid) => `${oid}\n`).join(''),
    });
    if (answer.code !== 0)
        throw new core_problem/* RefusedError */.fk(refusalOf('read the history branch', answer.stderr).problem);
}
function notACommit(branch) {
    return {
        code: 'E_STATE_CORRUPT',
        place: { file: branch },
        message: 'The head of the history branch is not a commit.',
        fix: 'Point the branch at a commit, or delete it: Headgate then starts a new one.',
    };
}

;// CONCATENATED MODULE: ./src/adapters/git/state/bounds.ts
/** What is read of a state branch at the most, in bytes: 10,000 flows with 10,000 open runs have about a third. */
const longestStateBytes = 134_217_728;
/** What is written: less, so that whatever was written can be read. */
const mostStateBytes = 100_663_296;

// EXTERNAL MODULE: ./src/core/flow.ts
var core_flow = __webpack_require__(2398);
;// CONCATENATED MODULE: ./src/adapters/git/state/layout.ts


/**
 * The files of the state branch. What changes together lies together, and what does not change is not written again:
 *
 * ```
 * README.md, *.svg                 the board
 * state.json                       the mark, ticks, the clock
 * deployments.json                 the commit of the last deploy
 * deployments/<xx>/<flow>.json     what is deployed of a flow
 * runs/<xx>/<flow>.json            its open and recent runs, gaps, pause and alerts; further runs in <flow>.<n>.json
 * waiting/runs/…                   run pages that the history branch does not take yet
 * ```
 *
 * `<xx>` is the start of the SHA-256 of the flow's name. It keeps folders small: GitHub recommends at most 3,000
 * entries in one (Repository limits), and each of these 256 has 40 at 10,000 flows.
 */
const boardFile = 'README.md';
const stateFile = 'state.json';
const registryFile = 'deployments.json';
/** Where pages wait on the state branch. */
const waitingFolder = 'waiting';
const shards = new Map();
function shardOf(flow) {
    const known = shards.get(flow) ?? (0,digest/* sha256 */.s)(flow).slice(0, 2);
    if (shards.size < 50_000)
        shards.set(flow, known);
    return known;
}
function deploymentPath(flow) {
    return `deployments/${shardOf(flow)}/${flow}.json`;
}
/** Page 0 holds all runs of a flow that has few. */
function runsPath(flow, page = 0) {
    return `runs/${shardOf(flow)}/${flow}${page === 0 ? '' : `.${page}`}.json`;
}
const flowFilePattern = /^(deployments|runs)\/[0-9a-f]{2}\/([a-z0-9-]+)(?:\.([1-9]\d{0,4}))?\.json$/;
/** Undefined: no file of a flow lies there. */
function flowFileAt(path) {
    const [, folder, name = '', page] = flowFilePattern.exec(path) ?? [];
    const verdict = (0,core_flow/* judgeFlowName */.x)(name);
    if (folder === undefined || verdict.kind !== 'ok')
        return undefined;
    const flow = verdict.name;
    const isDeployment = folder === 'deployments';
    const expected = isDeployment ? deploymentPath(flow) : runsPath(flow, Number(page ?? 0));
    return path === expected ? { kind: isDeployment ? 'deployment' : 'runs', flow } : undefined;
}
/** Whether a path lies where only files of flows may lie. */
function isFlowFolder(path) {
    return path.startsWith('deployments/') || path.startsWith('runs/');
}

;// CONCATENATED MODULE: ./src/adapters/git/state/records/codec.ts
/** A value that is not what its codec describes. */
class Mismatch extends Error {
    name = 'Mismatch';
    /** Where in the document, such as `runs[daily-20261124-2105].phase`. */
    field;
    reason;
    /** Keys that no such record has. */
    unknownKeys;
    constructor(reason, field = '', unknownKeys = []) {
        super(`${field}: ${reason}`);
        this.reason = reason;
        this.field = field;
        this.unknownKeys = unknownKeys;
    }
}
function inside(error, step) {
    if (!(error instanceof Mismatch))
        return error;
    return new Mismatch(error.reason, `${step}${error.field}`, error.unknownKeys);
}
const shown = (value) => (JSON.stringify(value) ?? 'nothing').slice(0, 80);
function optional(codec) {
    return { optional: codec };
}
/** An object with these keys and no others. */
function codec_record(fields) {
    const table = tableOf(fields);
    return {
        read: (value) => readRecord(table, value),
        write: (value) => writeRecord(table, value),
    };
}
function tableOf(fields) {
    const names = Object.keys(fields).sort();
    return names.map((name) => {
        const field = fields[name];
        const isOptional = 'optional' in field;
        return {
            name,
            label: `${JSON.stringify(name)}:`,
            codec: isOptional ? field.optional : field,
            isOptional,
        };
    });
}
function readRecord(table, value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new Mismatch(`${shown(value)} is not an object`);
    const source = value;
    const made = {};
    let found = 0;
    for (const { name, codec, isOptional } of table) {
        const item = source[name];
        if (item === undefined) {
            if (isOptional)
                continue;
            throw new Mismatch('it is missing', `.${name}`);
        }
        found += 1;
        try {
            made[name] = codec.read(item);
        }
        catch (error) {
            throw inside(error, `.${name}`);
        }
    }
    const keys = Object.keys(source);
    if (keys.length === found)
        return made;
    const unknownKeys = keys.filter((key) => !table.some(({ name }) => name === key));
    throw new Mismatch('it has keys that no such record has', '', unknownKeys);
}
function writeRecord(table, value) {
    let text = '';
    for (const { name, label, codec } of table) {
        const item = value[name];
        if (item !== undefined)
            text += `${text === '' ? '' : ','}${label}${codec.write(item)}`;
    }
    return `{${text}}`;
}
/** At most `most` items, one after the other on a line each if `isLong`, so that git shows which one changed. */
function list(item, { most, isLong = false }) {
    const between = isLong ? ',\n' : ',';
    const around = isLong ? '\n' : '';
    return {
        read(value) {
            if (!Array.isArray(value))
                throw new Mismatch(`${shown(value)} is not a list`);
            if (value.length > most)
                throw new Mismatch(`it has ${value.length} items; at most ${most} are read`);
            return value.map((one, index) => {
                try {
                    return item.read(one);
                }
                catch (error) {
                    throw inside(error, `[${nameOf(one) ?? index}]`);
                }
            });
        },
        write: (value) => value.length === 0 ? '[]' : `[${around}${value.map(item.write).join(between)}${around}]`,
    };
}
/** A record is found by its name, not by counting. */
function nameOf(value) {
    const { id, flow, trigger } = (value ?? {});
    const name = id ?? flow ?? trigger;
    return typeof name === 'string' ? name.slice(0, 80) : undefined;
}
/** An object whose keys are the users', such as the names of parameters. */
function dictionary(item, { most, longestKey, isLong = false }) {
    const between = isLong ? ',\n' : ',';
    const around = isLong ? '\n' : '';
    return {
        read(value) {
            if (typeof value !== 'object' || value === null || Array.isArray(value))
                throw new Mismatch(`${shown(value)} is not an object`);
            const entries = Object.entries(value);
            if (entries.length > most)
                throw new Mismatch(`it has ${entries.length} keys; at most ${most} are read`);
            return Object.fromEntries(entries.map(([key, one]) => {
                if (key.length > longestKey)
                    throw new Mismatch(`the key ${shown(key)} is too long`);
                try {
                    return [key, item.read(one)];
                }
                catch (error) {
                    throw inside(error, `[${key.slice(0, 80)}]`);
                }
            }));
        },
        write(value) {
            const keys = Object.keys(value).sort();
            const members = keys.map((key) => `${JSON.stringify(key)}:${item.write(value[key])}`);
            return members.length === 0 ? '{}' : `{${around}${members.join(between)}${around}}`;
        },
    };
}
/** One of several records, told apart by the value of one key. */
function variants(tag, choose) {
    const codecFor = (value) => {
        const name = value?.[tag];
        const codec = choose(name);
        if (codec === undefined)
            throw new Mismatch(`${shown(name)} is none that is known`, `.${tag}`);
        return codec;
    };
    return {
        read: (value) => codecFor(value).read(value),
        write: (value) => codecFor(value).write(value),
    };
}
/** A codec of one of several kinds of record, for `variants`. */
function variant(codec) {
    return codec;
}
/** The same values, of which `faultOf` finds nothing to say. */
function checked(codec, faultOf) {
    return {
        read(value) {
            const made = codec.read(value);
            const fault = faultOf(made);
            if (fault !== undefined)
                throw new Mismatch(fault);
            return made;
        },
        write: codec.write,
    };
}
/** For a description that contains itself. */
function lazy(codecOf) {
    return { read: (value) => codecOf().read(value), write: (value) => codecOf().write(value) };
}
/** Writes each value once: a tick writes up to twice, and most records are the same values both times. */
function remembered(codec) {
    const texts = new WeakMap();
    return {
        read: codec.read,
        write(value) {
            const known = texts.get(value) ?? codec.write(value);
            texts.set(value, known);
            return known;
        },
    };
}

// EXTERNAL MODULE: ./src/adapters/git/state/records/strict-json.ts
var strict_json = __webpack_require__(9141);
;// CONCATENATED MODULE: ./src/adapters/git/state/records/document.ts



/** Of the files `state.json` and `deployments.json`, which say how all others are laid out. */
const schemaNumber = 2;
/** GitHub recommends objects of at most 1 MB and shows no larger ones (Repository limits). */
const longestFileBytes = 1_048_576;
/** A byte order mark and CRLF, which an editor on Windows leaves behind, change nothing that is read: they are let through. */
function parseDocument(bytes, context, limit = longestFileBytes) {
    if (bytes.byteLength > limit)
        throw corrupt(context, `it has ${bytes.byteLength} bytes; the limit is ${limit}`);
    const parsed = (0,strict_json/* parseStrictJson */.R)(textOf(bytes, context));
    if (parsed.kind === 'bad')
        throw corrupt(context, parsed.reason, { line: parsed.line });
    return parsed.value;
}
/** The number of the layout that a document says it belongs to; undefined: it says none. */
function schemaOf(value, context) {
    const schema = value?.schema;
    if (typeof schema !== 'number')
        return undefined;
    if (schema > schemaNumber)
        throw tooNew(context, schema);
    return schema;
}
function readAs(codec, value, context) {
    try {
        return codec.read(value);
    }
    catch (error) {
        if (error instanceof Mismatch)
            throw mismatched(error, context);
        throw error;
    }
}
function textOf(bytes, context) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw corrupt(context, 'it is not UTF-8');
    }
}
function mismatched({ field, reason, unknownKeys }, context) {
    const where = field === '' ? 'the document' : field.replace(/^\./, '');
    if (unknownKeys.length === 0)
        return corrupt(context, reason, { field: where });
    const keys = unknownKeys.slice(0, 5).map((key) => JSON.stringify(key.slice(0, 80)));
    return new core_problem/* RefusedError */.fk({
        code: 'E_UNKNOWN_KEY',
        place: { file: context.file },
        field: where,
        message: `${keys.join(', ')} is no key of such a record. State names flows, times and outcomes; it never says what to execute.`,
        fix: context.restore,
    });
}
/** Refuses a record that has the right shape and cannot be true. */
function refuse(fault, context) {
    if (fault === undefined)
        return;
    if (fault.code === 'E_STATE_CORRUPT')
        throw corrupt(context, fault.message, { field: fault.field });
    throw new core_problem/* RefusedError */.fk({
        code: fault.code,
        place: { file: context.file },
        field: fault.field,
        message: `${fault.message}. Headgate touches nothing that is not its own.`,
        fix: `If the project moved to another account, region, cluster or name on purpose, finish its runs in the old place first, then delete the branch and deploy again. If not: ${context.restore}`,
    });
}
function corrupt(context, reason, where = {}) {
    const { field, line } = where;
    const problem = {
        code: 'E_STATE_CORRUPT',
        place: { file: context.file, ...(line === undefined ? {} : { line }) },
        ...(field === undefined ? {} : { field }),
        message: `The state cannot be believed: ${reason}. Nothing was launched or written.`,
        fix: context.restore,
    };
    return new core_problem/* RefusedError */.fk(problem);
}
function tooNew(context, schema) {
    return new core_problem/* RefusedError */.fk({
        code: 'E_STATE_TOO_NEW',
        place: { file: context.file },
        field: 'schema',
        message: `A newer Headgate wrote it: schema ${schema}; this one reads ${schemaNumber}. Nothing was launched or written.`,
        fix: 'Use the version of Headgate that the other workflows of this repository use.',
    });
}

;// CONCATENATED MODULE: ./src/adapters/git/expected-place.ts


/** The account is the one of the execution role: ECS uses no role of another account. */
function expectedPlaceOf(project) {
    if (project.aws === undefined)
        return { kind: 'local' };
    const { region, cluster, executionRole } = project.aws;
    const account = /^arn:[a-z-]+:iam::(\d{12}):role\//.exec(executionRole)?.[1];
    if (account === undefined) {
        throw new core_problem/* InputError */.dz([
            {
                code: 'E_ARN',
                field: 'aws.execution-role',
                message: `${JSON.stringify(executionRole.slice(0, 120))} is not the ARN of a role.`,
                fix: 'Write it as arn:aws:iam::123456789012:role/name.',
            },
        ]);
    }
    return {
        kind: 'ecs',
        project: project.name,
        region,
        account,
        cluster: cluster.slice(cluster.lastIndexOf('/') + 1),
    };
}
const taskArn = /^arn:aws[a-z-]{0,12}:ecs:(?<region>[a-z0-9-]{1,32}):(?<account>\d{12}):task\/(?<cluster>[A-Za-z0-9_-]{1,255})\/[A-Za-z0-9-]{1,64}$/;
const definitionArn = /^arn:aws[a-z-]{0,12}:ecs:(?<region>[a-z0-9-]{1,32}):(?<account>\d{12}):task-definition\/(?<family>[A-Za-z0-9_-]{1,255}):[1-9]\d{0,9}$/;
const localHandle = /^(?!arn:)[A-Za-z0-9][A-Za-z0-9:._-]{0,199}$/;
const localRevision = /^local:(?<flow>[a-z0-9-]+):[A-Za-z0-9._-]{1,128}$/;
/** Why an attempt's handle cannot be one of ours; undefined: it can. */
function faultOfHandle(handle, place) {
    if (place.kind === 'local')
        return localHandle.test(handle) ? undefined : 'is not the name of a local process';
    const parts = taskArn.exec(handle)?.groups;
    if (parts === undefined)
        return 'is not the ARN of an ECS task';
    return (faultOfOwner(parts, place) ??
        (parts['cluster'] === place.cluster ? undefined : `is not in the cluster ${place.cluster}`));
}
/** Why a revision cannot be one of this flow's; undefined: it can. */
function faultOfRevision(revision, flow, place) {
    if (place.kind === 'local') {
        return localRevision.exec(revision)?.groups?.['flow'] === flow ? undefined : `is not local:${flow}:…`;
    }
    const parts = definitionArn.exec(revision)?.groups;
    if (parts === undefined)
        return 'is not the ARN of a task definition with its revision';
    const family = (0,definition/* familyOf */.A)(place.project, flow);
    return (faultOfOwner(parts, place) ?? (parts['family'] === family ? undefined : `is not of the family ${family}`));
}
function faultOfOwner(parts, place) {
    if (parts['account'] !== place.account)
        return `is not in the account ${place.account}`;
    return parts['region'] === place.region ? undefined : `is not in the region ${place.region}`;
}

;// CONCATENATED MODULE: ./src/adapters/git/state/records/plausibility.ts




/** Clocks differ by seconds; a watermark from next week would make every slot until then count as done. */
const clockSlackMs = instant/* dayMs */.LP;
/** A retry may be asked to wait for days. */
const longestWaitMs = 31 * instant/* dayMs */.LP;
/** Of moments by the names of their fields: none may lie in the future. */
function faultOfTimes(at, times, now) {
    const latest = now + clockSlackMs;
    for (const name in times) {
        const time = times[name];
        if (time !== undefined && time > latest)
            return future(`${at}${name}`, time, now);
    }
    return undefined;
}
function faultOfDeployment(deployment, { place, now }) {
    for (const [index, { revision }] of [deployment.version, ...deployment.earlier].entries()) {
        const fault = faultOfRevision(revision, deployment.flow, place);
        const field = index === 0 ? 'version.revision' : `earlier[${index - 1}].revision`;
        if (fault !== undefined)
            return foreign(field, revision, fault);
    }
    const { deployedAt, retiredAt, policy } = deployment;
    for (const [index, schedule] of policy.schedules.entries()) {
        const fault = (0,slots/* faultOfRule */.Mb)(schedule);
        const field = `policy.schedules[${index}]`;
        if (fault !== undefined)
            return { code: 'E_STATE_CORRUPT', field, message: fault.replace(/\.$/, '') };
    }
    return (faultOfTimes('', { deployedAt, retiredAt }, now) ??
        faultOfTimes('scheduledSince.', deployment.scheduledSince, now));
}
function faultOfRun(run, { place, now }) {
    const at = `runs[${run.id}].`;
    const fault = faultOfRevision(run.revision, run.flow, place);
    if (fault !== undefined)
        return foreign(`${at}revision`, run.revision, fault);
    if (run.phase.state === 'queued' && run.phase.notBefore > now + longestWaitMs)
        return future(`${at}phase.notBefore`, run.phase.notBefore, now);
    const endedAt = 'endedAt' in run.phase ? run.phase.endedAt : undefined;
    const { createdAt, showNotBefore } = run;
    const timed = faultOfTimes(at, { createdAt, slot: (0,core_run/* slotOf */.SW)(run.cause), endedAt, showNotBefore }, now);
    if (timed !== undefined)
        return timed;
    const claimed = faultOfTimes(`${at}claim.`, { at: run.claim?.at }, now);
    if (claimed !== undefined)
        return claimed;
    return faultOfStop(`${at}cancel.`, run.cancel, now) ?? faultOfAttempts(run, { place, now });
}
function faultOfAttempts(run, believed) {
    let before = 0;
    for (const attempt of run.attempts) {
        const at = `runs[${run.id}].attempts[${attempt.number}].`;
        if (attempt.number <= before) {
            const message = `attempt ${attempt.number} stands after attempt ${before}`;
            return { code: 'E_STATE_CORRUPT', field: `${at}number`, message };
        }
        const fault = faultOfAttempt(at, attempt, believed);
        if (fault !== undefined)
            return fault;
        before = attempt.number;
    }
    return undefined;
}
function faultOfAttempt(at, attempt, { place, now }) {
    const { handle, intendedAt, startedAt, missing, ending } = attempt;
    const fault = handle === undefined ? undefined : faultOfHandle(handle, place);
    if (fault !== undefined)
        return foreign(`${at}handle`, handle ?? '', fault);
    const times = { intendedAt, startedAt, 'missing.since': missing?.since, 'ending.at': ending?.at };
    return faultOfTimes(at, times, now) ?? faultOfStop(`${at}stop.`, attempt.stop, now);
}
function faultOfStop(at, stop, now) {
    return faultOfTimes(at, { at: stop?.at }, now);
}
function future(field, time, now) {
    return {
        code: 'E_STATE_CORRUPT',
        field,
        message: `${(0,instant/* isoOf */.dF)(time)} lies in the future; it is ${(0,instant/* isoOf */.dF)(now)}`,
    };
}
function foreign(field, seen, fault) {
    return { code: 'E_STATE_ARN', field, message: `${JSON.stringify(seen.slice(0, 160))} ${fault}` };
}

;// CONCATENATED MODULE: ./src/adapters/git/state/records/assemble.ts




/** The order of what is read does not depend on the layout: whatever is decided from it comes out the same. */
function assembleState(parts, context) {
    const { sequence, mark, partial, clock, ticks } = parts;
    refuse(faultOfTimes('', { mark, 'partial.slot': partial?.slot }, context.now), context);
    for (const { trigger, at } of ticks)
        refuse(faultOfTimes(`ticks[${trigger}].`, { at }, context.now), context);
    const troubles = keyed(parts.troubles, ({ flow }) => flow, { ...context, list: 'troubles' });
    const told = keyed(parts.alerts, core_alerting/* alertKeyOf */.Hl, { ...context, list: 'alerts' });
    const alerting = { troubles, told, ticks, ...(clock === undefined ? {} : { clock }) };
    const past = (parts.pastPauses ?? [])
        .flatMap((ofFlow) => (ofFlow[0] === undefined ? [] : [[ofFlow[0].flow, ofFlow]]))
        .sort(([a], [b]) => (a < b ? -1 : 1));
    const isQuiet = troubles.size === 0 && told.size === 0 && ticks.length === 0 && clock === undefined;
    return {
        sequence,
        mark,
        ...(partial === undefined ? {} : { partial }),
        runs: keyed(parts.runs, ({ id }) => id, { ...context, list: 'runs' }),
        pauses: keyed(parts.pauses, ({ flow }) => flow, { ...context, list: 'pauses' }),
        ...(past.length === 0 ? {} : { pastPauses: new Map(past) }),
        gaps: parts.gaps.toSorted(core_state/* byAge */.jI),
        ...(isQuiet ? {} : { alerting }),
    };
}
function assembleRegistry({ commit, deployments }, context) {
    const byFlow = keyed(deployments, ({ flow }) => flow, { ...context, list: 'deployments' });
    return commit === undefined ? { deployments: byFlow } : { commit, deployments: byFlow };
}
function keyed(records, keyOf, context) {
    const entries = records.map((record) => [keyOf(record), record]);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    const map = new Map(entries);
    if (map.size === records.length)
        return map;
    const twice = entries.find(([key], index) => entries[index + 1]?.[0] === key);
    throw corrupt(context, `two records are called ${twice?.[0]}`, { field: context.list });
}

;// CONCATENATED MODULE: ./src/adapters/git/state/records/scalars.ts

/** Codecs of single values. */
/** One of these texts. */
function oneOf(texts) {
    const known = new Set(texts);
    return {
        read(value) {
            if (known.has(value))
                return value;
            throw new Mismatch(`${shown(value)} is none of ${texts.join(', ')}`);
        },
        write: (value) => JSON.stringify(value),
    };
}
/** A text that `parse` understands. */
function parsed(parse, what) {
    return {
        read(value) {
            const made = typeof value === 'string' ? parse(value) : undefined;
            if (made === undefined)
                throw new Mismatch(`${shown(value)} is not ${what}`);
            return made;
        },
        write: (value) => JSON.stringify(value),
    };
}
function scalars_text(longest) {
    return {
        read(value) {
            if (typeof value === 'string' && value.length <= longest)
                return value;
            throw new Mismatch(`${shown(value)} is not a text of at most ${longest} characters`);
        },
        write: (value) => JSON.stringify(value),
    };
}
function matching(pattern, what) {
    return parsed((value) => (pattern.test(value) ? value : undefined), what);
}
function whole({ least, most = Number.MAX_SAFE_INTEGER }) {
    return {
        read(value) {
            if (Number.isSafeInteger(value) && value >= least && value <= most)
                return value;
            throw new Mismatch(`${shown(value)} is not a whole number from ${least} to ${most}`);
        },
        write: String,
    };
}
function number({ least, most = Number.MAX_VALUE }) {
    return {
        read(value) {
            if (typeof value === 'number' && value >= least && value <= most)
                return value;
            throw new Mismatch(`${shown(value)} is not a number from ${least} to ${most}`);
        },
        write: (value) => JSON.stringify(value),
    };
}
const flag = {
    read(value) {
        if (typeof value === 'boolean')
            return value;
        throw new Mismatch(`${shown(value)} is neither true nor false`);
    },
    write: String,
};

;// CONCATENATED MODULE: ./src/adapters/git/state/records/values.ts








/** Values that records are made of. */
const longestWords = 4_096;
const words = scalars_text(longestWords);
const shortText = scalars_text(200);
const count = whole({ least: 0 });
const positive = whole({ least: 1 });
const flowName = parsed((value) => {
    const verdict = (0,core_flow/* judgeFlowName */.x)(value);
    return verdict.kind === 'ok' ? verdict.name : undefined;
}, 'the name of a flow');
const runId = parsed(core_run/* parseRunId */._G, 'the id of a run');
const values_commitPattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const commit = matching(values_commitPattern, 'the id of a commit');
function hash(least, most) {
    return matching(new RegExp(`^[0-9a-f]{${least},${most}}$`), 'a hash');
}
const keysOf = (table) => oneOf(Object.keys(table));
const endingClass = keysOf(core_ending/* endingClasses */.I);
const gapReason = keysOf(core_state/* gapReasons */.UF);
/** `JSON.parse` reads `1e999` as Infinity, which JSON cannot say again. */
function isFiniteJson(value) {
    if (typeof value === 'number')
        return Number.isFinite(value);
    if (typeof value !== 'object' || value === null)
        return true;
    return Object.values(value).every(isFiniteJson);
}
const values_json = {
    read(value) {
        if (isFiniteJson(value))
            return value;
        throw new Mismatch('it has a number that is out of range');
    },
    write: json/* canonicalJson */.d,
};
const jsonObject = {
    read(value) {
        if (typeof value === 'object' && value !== null && !Array.isArray(value) && isFiniteJson(value))
            return value;
        throw new Mismatch('it is not an object with numbers in range');
    },
    write: json/* canonicalJson */.d,
};
/** Written as text, for people. */
const values_instant = {
    read(value) {
        const at = typeof value === 'string' ? (quickInstant(value) ?? (0,instant/* parseIso */.P$)(value)) : undefined;
        if (at !== undefined)
            return at;
        const seen = JSON.stringify(value)?.slice(0, 80);
        throw new Mismatch(`${seen} is not an instant such as 2026-11-24T10:05:00Z`);
    },
    write: (at) => `"${values_momentText(at)}"`,
};
const usual = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):([0-5]\d):([0-5]\d)Z$/;
const days = new Map();
/** A state has thousands of moments of few days: the calendar is asked once for each day. */
function quickInstant(value) {
    if (!usual.test(value))
        return undefined;
    const name = value.slice(0, 10);
    const day = days.get(name) ?? (0,instant/* parseIso */.P$)(`${name}T00:00:00Z`);
    if (day === undefined)
        return undefined;
    if (days.size < 10_000)
        days.set(name, day);
    const two = (at) => value.charCodeAt(at) * 10 + value.charCodeAt(at + 1) - 528;
    return (day + ((two(11) * 60 + two(14)) * 60 + two(17)) * instant/* secondMs */.fj);
}
const known = { day: Number.NaN, date: '' };
/** `isoOf`, which asks the platform's calendar for the date only when it is another one than before. */
function values_momentText(at) {
    const day = Math.floor(at / instant/* dayMs */.LP);
    const ms = at - day * instant/* dayMs */.LP;
    if (ms % instant/* secondMs */.fj !== 0)
        return (0,instant/* isoOf */.dF)(at);
    if (day !== known.day)
        Object.assign(known, { day, date: (0,instant/* isoOf */.dF)((0,instant/* instantFromMs */.A0)(day * instant/* dayMs */.LP)).slice(0, 10) });
    const two = (value) => (value < 10 ? `0${value}` : String(value));
    const minutes = Math.floor(ms / instant/* minuteMs */.J2);
    return `${known.date}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two((ms % instant/* minuteMs */.J2) / instant/* secondMs */.fj)}Z`;
}

;// CONCATENATED MODULE: ./src/adapters/git/state/records/alerts.ts




const troubleRecord = codec_record({
    flow: flowName,
    failures: optional(codec_record({
        count: positive,
        since: values_instant,
        run: runId,
        at: values_instant,
        class: endingClass,
        exitCode: optional(whole({ least: Number.MIN_SAFE_INTEGER })),
        lastSuccess: optional(codec_record({ run: runId, commit: commit, at: values_instant })),
    })),
    missed: optional(codec_record({ count: positive, from: values_instant, to: values_instant, because: gapReason })),
});
const alertRecord = codec_record({
    kind: oneOf(core_alerting/* alertKinds */.Ok),
    flow: optional(flowName),
    since: values_instant,
    causes: list(shortText, { most: 20 }),
    issue: optional(codec_record({ number: positive, as: shortText, causes: count })),
    message: optional(codec_record({ as: shortText, tries: positive, isSent: flag })),
    notBefore: optional(values_instant),
});
const tickRecord = codec_record({ trigger: scalars_text(100), at: values_instant });
const clockRecord = codec_record({ from: values_instant, to: values_instant });

// EXTERNAL MODULE: ./src/core/learned.ts
var core_learned = __webpack_require__(2511);
// EXTERNAL MODULE: ./src/core/manifest-bounds.ts
var manifest_bounds = __webpack_require__(7373);
;// CONCATENATED MODULE: ./src/adapters/git/state/records/deployments.ts






/** Records of what is deployed. Whatever a manifest may not ask for, a record may not say either. */
const longestDescription = 8_192;
const atMost = (most) => whole({ least: 0, most });
const parameterSchema = codec_record({
    type: oneOf(['string', 'integer', 'number', 'boolean', 'array', 'object']),
    description: optional(scalars_text(longestDescription)),
    enum: optional(list(values_json, { most: manifest_bounds/* manifestBounds */.X.parameterValues })),
    default: optional(values_json),
    format: optional(oneOf(['date', 'date-time'])),
    minimum: optional(number({ least: -Number.MAX_VALUE })),
    maximum: optional(number({ least: -Number.MAX_VALUE })),
    minLength: optional(atMost(manifest_bounds/* manifestBounds */.X.parameterLength)),
    maxLength: optional(atMost(manifest_bounds/* manifestBounds */.X.parameterLength)),
    items: optional(lazy(() => parameterSchema)),
});
const cronSchedule = variant(codec_record({
    kind: oneOf(['cron']),
    cron: words,
    timezone: words,
    parameters: jsonObject,
}));
const intervalSchedule = variant(codec_record({
    kind: oneOf(['interval']),
    everySeconds: whole(manifest_bounds/* manifestBounds */.X.intervalSeconds),
    anchor: values_instant,
    parameters: jsonObject,
}));
const schedule = variants('kind', (kind) => {
    if (kind === 'cron')
        return cronSchedule;
    return kind === 'interval' ? intervalSchedule : undefined;
});
const policy = codec_record({
    schedules: list(schedule, { most: manifest_bounds/* manifestBounds */.X.schedules }),
    catchUp: codec_record({
        policy: oneOf(['none', 'latest', 'all']),
        windowSeconds: number({ least: 0, most: manifest_bounds/* manifestBounds */.X.catchUpSeconds }),
        max: atMost(manifest_bounds/* manifestBounds */.X.catchUpSlots),
    }),
    overlap: oneOf(['skip', 'buffer-one', 'buffer-all', 'cancel-other', 'allow']),
    concurrency: optional(codec_record({
        group: words,
        limit: whole({ least: 1, most: manifest_bounds/* manifestBounds */.X.concurrencyLimit }),
    })),
    after: optional(codec_record({
        flows: list(flowName, { most: manifest_bounds/* manifestBounds */.X.upstreamFlows }),
        when: oneOf(['succeeded', 'failed', 'finished']),
    })),
    parameters: dictionary(parameterSchema, { most: 1_000, longestKey: 1_000 }),
    retries: codec_record({
        limit: atMost(manifest_bounds/* manifestBounds */.X.retries),
        delaySeconds: number({ least: 0, most: manifest_bounds/* manifestBounds */.X.retryDelaySeconds }),
        backoff: oneOf(['constant', 'linear', 'exponential']),
        maxDelaySeconds: number({ least: 0, most: manifest_bounds/* manifestBounds */.X.retryDelaySeconds }),
        jitter: number({ least: 0, most: 1 }),
    }),
    infraRetries: atMost(manifest_bounds/* manifestBounds */.X.retries),
    timeout: codec_record({
        startSeconds: number({ least: 0, most: manifest_bounds/* manifestBounds */.X.startSeconds }),
        runSeconds: number({ least: 0, most: manifest_bounds/* manifestBounds */.X.runSeconds }),
    }),
    onUnknown: oneOf(['hold', 'relaunch']),
    spot: flag,
    spotFallbackAfter: optional(whole({ least: 1, most: manifest_bounds/* manifestBounds */.X.spotFailures })),
    network: optional(matching(/^[a-z][a-z0-9-]{0,47}$/, 'the name of a network')),
});
const partHash = hash(4, 64);
/** Digits alone name a run: state holds no address that people would follow. */
const imageOrigin = codec_record({
    run: matching(core_deployment/* workflowRunPattern */.B8, 'the number of a workflow run'),
    commit: commit,
});
const learnedList = optional(list(scalars_text(core_learned/* longestLearned */.AN), { most: core_learned/* mostLearned */.lo }));
/** Names of files and packages: they make a flow count as changed more often, and never less. */
const deployments_learned = codec_record({
    files: learnedList,
    folders: learnedList,
    packages: learnedList,
    absent: learnedList,
    missed: optional(hash(16, 64)),
});
const version = codec_record({
    fingerprint: hash(64, 64),
    content: hash(64, 64),
    parts: codec_record({
        manifest: partHash,
        placement: partHash,
        code: partHash,
        packages: partHash,
        image: partHash,
    }),
    revision: words,
    image: optional(matching(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,400}@sha256:[0-9a-f]{64}$/, 'an image pinned by its digest')),
    built: optional(imageOrigin),
    commit: commit,
    bundle: optional(hash(64, 64)),
    learned: optional(deployments_learned),
});
const resources = codec_record({
    cpu: positive,
    memoryMiB: positive,
    storageGiB: optional(positive),
    architecture: oneOf(['x86-64', 'arm64']),
});
/** One version a line: a deploy adds one at the top. */
const deploymentRecord = remembered(codec_record({
    flow: flowName,
    version,
    deployedAt: values_instant,
    policy,
    resources: optional(resources),
    taskFields: optional(dictionary(scalars_text(1_000), { most: 1_000, longestKey: 300 })),
    scheduledSince: dictionary(values_instant, { most: 1_000, longestKey: 64 }),
    earlier: list(version, { most: 100, isLong: true }),
    retiredAt: optional(values_instant),
}));

;// CONCATENATED MODULE: ./src/adapters/git/state/records/runs.ts





/** Records of what a flow did. They are strict: a key that names code, such as `image` in a run, is refused. */
const stopIntent = codec_record({
    cause: oneOf(['cancelled', 'superseded', 'start-timeout', 'run-timeout']),
    at: values_instant,
    by: optional(words),
});
const ending = checked(codec_record({
    class: endingClass,
    at: values_instant,
    exitCode: optional(whole({ least: Number.MIN_SAFE_INTEGER })),
    detail: optional(words),
}), (value) => value.class === 'exit-zero' && (value.exitCode ?? 0) !== 0
    ? 'says `exit-zero` with another exit code'
    : undefined);
const attempt = codec_record({
    number: positive,
    launchTry: positive,
    intendedAt: values_instant,
    sends: optional(count),
    capacity: optional(oneOf(['spot', 'on-demand'])),
    group: optional(scalars_text(100)),
    handle: optional(words),
    startedAt: optional(values_instant),
    missing: optional(codec_record({ since: values_instant, ticks: positive })),
    stop: optional(stopIntent),
    ending: optional(ending),
});
const causes = {
    slot: variant(codec_record({ kind: oneOf(['slot']), slot: values_instant })),
    backfill: variant(codec_record({ kind: oneOf(['backfill']), slot: values_instant, by: words })),
    manual: variant(codec_record({ kind: oneOf(['manual']), by: words })),
    upstream: variant(codec_record({ kind: oneOf(['upstream']), run: runId, slot: optional(values_instant) })),
};
const cause = variants('kind', (kind) => Object.hasOwn(causes, String(kind)) ? causes[kind] : undefined);
const queued = variant(codec_record({ state: oneOf(['queued']), notBefore: values_instant }));
const atWork = {
    launching: variant(codec_record({ state: oneOf(['launching']) })),
    running: variant(codec_record({ state: oneOf(['running']) })),
    stopping: variant(codec_record({ state: oneOf(['stopping']) })),
};
const runs_ended = variant(codec_record({
    state: oneOf(['succeeded', 'failed', 'crashed', 'timed-out', 'cancelled', 'unknown']),
    endedAt: values_instant,
}));
const phase = variants('state', (state) => {
    if (state === 'queued')
        return queued;
    if (Object.hasOwn(atWork, String(state)))
        return atWork[state];
    return runs_ended;
});
const parametersHash = scalars_text(64);
const storedParameters = {
    read: (value) => (typeof value === 'string' ? parametersHash.read(value) : jsonObject.read(value)),
    write: (value) => (typeof value === 'string' ? JSON.stringify(value) : jsonObject.write(value)),
};
const storedRun = codec_record({
    id: runId,
    flow: flowName,
    cause,
    parameters: storedParameters,
    createdAt: values_instant,
    commit: commit,
    revision: words,
    phase,
    attempts: list(attempt, { most: 1_000 }),
    cancel: optional(stopIntent),
    granted: count,
    shown: optional(codec_record({ checkId: shortText, as: shortText })),
    claim: optional(codec_record({ at: values_instant, commit: optional(commit) })),
    showNotBefore: optional(values_instant),
});
/** Shorter ones stand in each run: a hash would be as long. */
const sharedFromLength = 100;
const sharedTexts = new WeakMap();
/** Parameters that stand once in a file, under their hash; undefined: they are short. */
function sharedParameters({ parameters }) {
    const known = sharedTexts.get(parameters) ?? sharedOf(parameters);
    sharedTexts.set(parameters, known);
    return known === 'short' ? undefined : known;
}
function sharedOf(parameters) {
    const written = (0,json/* canonicalJson */.d)(parameters);
    return written.length < sharedFromLength ? 'short' : { hash: (0,digest/* sha256 */.s)(written).slice(0, 32), text: written };
}
/** Reads a run as its file has it; `shared` are the parameters that the file has once. */
function runReader(shared) {
    return (value) => {
        const run = storedRun.read(value);
        if (typeof run.parameters !== 'string')
            return run;
        const parameters = Object.hasOwn(shared, run.parameters) ? shared[run.parameters] : undefined;
        if (parameters === undefined)
            throw new Mismatch('the file does not hold these', '.parameters');
        return { ...run, parameters };
    };
}
const runLine = remembered({
    read: runReader({}),
    write: (run) => storedRun.write({ ...run, parameters: sharedParameters(run)?.hash ?? run.parameters }),
}).write;
const pauseRecord = codec_record({ flow: flowName, at: values_instant, by: words });
const pastPauseRecord = checked(codec_record({ flow: flowName, at: values_instant, until: values_instant, by: words }), (pause) => (pause.at >= pause.until ? 'it ends before it starts' : undefined));
const gapRecord = checked(codec_record({
    flow: flowName,
    outcome: oneOf(['skipped', 'missed']),
    because: gapReason,
    from: values_instant,
    to: values_instant,
    count: positive,
}), (gap) => (gap.from > gap.to ? 'it ends before it starts' : undefined));

;// CONCATENATED MODULE: ./src/adapters/git/state/records/decode.ts








/** What one file holds must be about the flow whose name the file bears. */
function decodeDeployment(bytes, flow, context) {
    const deployment = readAs(deploymentRecord, parseDocument(bytes, context), context);
    if (deployment.flow !== flow)
        throw ofAnother(deployment.flow, context);
    refuse(faultOfDeployment(deployment, context), context);
    return deployment;
}
const unread = { read: (value) => value, write: () => 'null' };
const mostRunsOfFile = 100_000;
const runsDocument = codec_record({
    flow: flowName,
    runs: optional(list(unread, { most: mostRunsOfFile })),
    parameters: optional(dictionary(jsonObject, { most: mostRunsOfFile, longestKey: 64 })),
    gaps: optional(list(gapRecord, { most: 10_000 })),
    pause: optional(pauseRecord),
    pastPauses: optional(list(pastPauseRecord, { most: core_pause/* mostPastPauses */.Lx })),
    trouble: optional(troubleRecord),
    alerts: optional(list(alertRecord, { most: 100 })),
});
function decodeRuns(bytes, flow, context) {
    const document = readAs(runsDocument, parseDocument(bytes, context), context);
    const { pause, trouble, pastPauses = [], gaps = [], alerts = [] } = document;
    const runs = readRuns(document.runs ?? [], document.parameters ?? {}, context);
    if (document.flow !== flow)
        throw ofAnother(document.flow, context);
    const about = [...runs, ...gaps, ...pastPauses, ...alerts, pause, trouble];
    const other = about.find((item) => item !== undefined && item.flow !== flow);
    if (other !== undefined)
        throw ofAnother(other.flow, context);
    refuseUnlikely({ runs, gaps, pauses: pause === undefined ? [] : [pause], pastPauses }, context);
    return {
        runs,
        gaps,
        pastPauses,
        alerts,
        ...(pause === undefined ? {} : { pause }),
        ...(trouble === undefined ? {} : { trouble }),
    };
}
function readRuns(written, shared, context) {
    const reader = { read: runReader(shared), write: () => '' };
    const inList = codec_record({
        runs: list(reader, { most: mostRunsOfFile }),
    });
    return readAs(inList, { runs: written }, context).runs;
}
/** Refuses what has the right shape and cannot be true. */
function refuseUnlikely({ runs, gaps, pauses, pastPauses = [] }, context) {
    for (const run of runs)
        refuse(faultOfRun(run, context), context);
    for (const { flow, at } of pauses)
        refuse(faultOfTimes(`pauses[${flow}].`, { at }, context.now), context);
    for (const { flow, until } of pastPauses)
        refuse(faultOfTimes(`pastPauses[${flow}].`, { until }, context.now), context);
    for (const { flow, to } of gaps)
        refuse(faultOfTimes(`gaps[${flow}].`, { to }, context.now), context);
}
function ofAnother(flow, context) {
    const name = JSON.stringify(flow)?.slice(0, 80) ?? 'none';
    return corrupt(context, `it says something of the flow ${name}, whose file is another one`);
}

;// CONCATENATED MODULE: ./src/adapters/git/state/records/first-layout.ts









/**
 * The layout before this one: all of state in `state.json`, all deployments in `deployments.json`. It is read, and the
 * next write lays it out anew. An older Headgate refuses the new layout as too new.
 */
const firstSchema = 1;
const longestFirstBytes = { state: 1_048_576, registry: 4 * 1_048_576 };
const schema = {
    read(value) {
        if (value === firstSchema)
            return firstSchema;
        throw new Mismatch(`${JSON.stringify(value)} is no layout that is known`);
    },
    write: String,
};
const many = { most: 100_000 };
const first_layout_unread = { read: (value) => value, write: () => 'null' };
const firstState = codec_record({
    schema,
    sequence: count,
    mark: values_instant,
    runs: list(first_layout_unread, many),
    pauses: list(pauseRecord, many),
    gaps: list(gapRecord, many),
    troubles: optional(list(troubleRecord, many)),
    alerts: optional(list(alertRecord, many)),
    ticks: optional(list(tickRecord, { most: 100 })),
    clock: optional(clockRecord),
});
const firstRegistry = codec_record({
    schema,
    commit: optional(commit),
    deployments: list(deploymentRecord, many),
});
function readFirstState(value, context) {
    const { runs: written, ...rest } = readAs(firstState, value, context);
    const runs = readRuns(written, {}, context);
    refuseUnlikely({ ...rest, runs }, context);
    const { troubles = [], alerts = [], ticks = [] } = rest;
    return assembleState({ ...rest, runs, troubles, alerts, ticks }, context);
}
function readFirstRegistry(value, context) {
    const { commit: deployed, deployments } = readAs(firstRegistry, value, context);
    for (const deployment of deployments) {
        const fault = faultOfDeployment(deployment, context);
        refuse(fault && { ...fault, field: `deployments[${deployment.flow}].${fault.field}` }, context);
    }
    return assembleRegistry({ commit: deployed, deployments }, context);
}

;// CONCATENATED MODULE: ./src/adapters/git/state/records/roots.ts




const roots_schema = {
    read(value) {
        if (value === schemaNumber)
            return schemaNumber;
        throw new Mismatch(`${JSON.stringify(value)} is no layout that is known`);
    },
    write: String,
};
const stateDocument = codec_record({
    schema: roots_schema,
    sequence: count,
    mark: values_instant,
    partial: optional(codec_record({ slot: values_instant, through: flowName })),
    ticks: optional(list(tickRecord, { most: 100 })),
    clock: optional(clockRecord),
    alerts: optional(list(alertRecord, { most: 100 })),
});
const registryDocument = codec_record({ schema: roots_schema, commit: optional(commit) });

;// CONCATENATED MODULE: ./src/adapters/git/state/read.ts








/** A symbolic link, an executable or a submodule in the place of a file is no accident. */
function checkFiles(files, contextOf) {
    const modes = new Map(files.map(({ path, mode }) => [path, mode]));
    for (const file of [registryFile, stateFile])
        if (!modes.has(file) && !files.some(({ path }) => path.startsWith(`${file}/`)))
            throw corrupt(contextOf(file), 'the branch does not have this file; it may belong to something else');
    for (const file of files) {
        const isRecord = isFlowFolder(file.path);
        const root = [registryFile, stateFile].find((name) => file.path === name || file.path.startsWith(`${name}/`));
        if (root !== undefined && file.path !== root)
            throw wrongMode(root, '040000', contextOf);
        if ((isRecord || root !== undefined) && file.mode !== '100644')
            throw wrongMode(file.path, file.mode, contextOf);
        if (isRecord && flowFileAt(file.path) === undefined)
            throw corrupt(contextOf(file.path), 'no file of a flow lies there');
    }
}
function wrongMode(path, mode, contextOf) {
    const { file, restore } = contextOf(path);
    return new core_problem/* RefusedError */.fk({
        code: 'E_STATE_MODE',
        place: { file },
        message: `It is not a plain file: git has it with mode ${mode}. Nothing was launched or written.`,
        fix: restore,
    });
}
/** All records of a tree, in the layout of today or in the one before. */
function readRecords(reading) {
    const { contextOf, tree } = reading;
    checkFiles(tree.files, contextOf);
    const [ofRegistry, ofState] = [contextOf(registryFile), contextOf(stateFile)];
    const registryRoot = parseDocument(contentAt(reading, registryFile), ofRegistry, longestFirstBytes.registry);
    const stateRoot = parseDocument(contentAt(reading, stateFile), ofState, longestFirstBytes.state);
    const schemas = [schemaOf(registryRoot, ofRegistry), schemaOf(stateRoot, ofState)];
    if (schemas.includes(1)) {
        const registry = readFirstRegistry(registryRoot, ofRegistry);
        return { registry, state: readFirstState(stateRoot, ofState), isFirstLayout: true };
    }
    const { commit } = readAs(registryDocument, registryRoot, ofRegistry);
    const root = readAs(stateDocument, stateRoot, ofState);
    const { deployments, records } = readFlows(reading);
    const { ticks = [], alerts = [], ...rest } = root;
    const parts = {
        ...rest,
        ticks,
        alerts: [...alerts, ...records.flatMap((record) => record.alerts)],
        runs: records.flatMap(({ runs }) => runs),
        gaps: records.flatMap(({ gaps }) => gaps),
        pauses: records.flatMap(({ pause }) => pause ?? []),
        pastPauses: records.map(({ pastPauses }) => pastPauses),
        troubles: records.flatMap(({ trouble }) => trouble ?? []),
    };
    const registry = deployments.length === 0 && commit === undefined
        ? core_deployment/* emptyRegistry */.Vu
        : assembleRegistry({ commit, deployments }, ofRegistry);
    return { registry, state: assembleState(parts, ofState), isFirstLayout: false };
}
function readFlows(reading) {
    const deployments = [];
    const records = [];
    for (const { path, oid } of reading.tree.files) {
        const file = flowFileAt(path);
        if (file === undefined)
            continue;
        const held = reading.known.get(keyOf(oid, path)) ?? readFile(reading, { path, oid }, file);
        if (held.kind === 'deployment')
            deployments.push(held.deployment);
        else
            records.push(held.records);
    }
    return { deployments, records };
}
function readFile({ tree, contextOf, known }, { path, oid }, { kind, flow }) {
    const context = contextOf(path);
    const content = read_contentOf(tree, { path, oid }, contextOf);
    const held = kind === 'deployment'
        ? { kind, deployment: decodeDeployment(content, flow, context) }
        : { kind, records: decodeRuns(content, flow, context) };
    known.set(keyOf(oid, path), { ...held, bytes: content.length });
    return held;
}
function keyOf(oid, path) {
    return `${oid} ${path}`;
}
function contentAt({ tree, contextOf }, path) {
    const file = tree.files.find((one) => one.path === path);
    return read_contentOf(tree, { path, oid: file?.oid ?? '' }, contextOf);
}
function read_contentOf(tree, { path, oid }, contextOf) {
    const content = tree.contentOf(oid);
    if (content !== undefined)
        return content;
    throw corrupt(contextOf(path), 'git has no content for it');
}

;// CONCATENATED MODULE: ./src/adapters/git/state/tree.ts




/**
 * Reads the commit that a ref names. The first time a repository holds little else, and one process gives all of it;
 * later only what is not known yet is asked for. Undefined: the ref names no commit with a tree.
 */
async function readCommitTree(scratch, ref, { known, limitBytes }) {
    return known.size === 0
        ? readWhole(scratch, ref, limitBytes)
        : readRest(scratch, ref, { known, limitBytes });
}
async function readWhole(scratch, ref, limitBytes) {
    const command = ['cat-file', '--batch-all-objects', '--batch', '--unordered', '--buffer'];
    const [found, head] = await Promise.all([
        readObjects(scratch, [], limitBytes, command),
        readRef(scratch, ref),
    ]);
    const objects = new Map(found.flatMap((object) => (object === undefined ? [] : [[object.oid, object]])));
    const commit = objects.get(head);
    const root = rootOf(commit);
    const files = [];
    if (commit === undefined || root === undefined)
        return undefined;
    if (!listFiles(objects, { path: '', oid: root }, files))
        return undefined;
    return { commit, files, contentOf: (oid) => contentIn(objects.get(oid)) };
}
/** What a fetch wrote a moment ago: a file, since these repositories are made with plain refs. */
async function readRef(scratch, ref) {
    return (await (0,promises_.readFile)((0,external_node_path_.join)(scratch.directory, ref), 'utf8')).trim();
}
function rootOf(commit) {
    if (commit?.kind !== 'commit')
        return undefined;
    return /^tree ([0-9a-f]{40,64})$/m.exec(commit.content.toString('utf8'))?.[1];
}
const folderMode = '40000';
const deepestFolder = 8;
/** False: a tree is not there. */
function listFiles(objects, { path, oid, depth = 0 }, files) {
    const tree = objects.get(oid);
    if (tree?.kind !== 'tree')
        return false;
    for (const [name, entry] of treeEntries(tree)) {
        const below = path === '' ? name : `${path}/${name}`;
        if (entry.mode !== folderMode || depth >= deepestFolder)
            files.push({ path: below, ...entry });
        else if (!listFiles(objects, { path: below, oid: entry.oid, depth: depth + 1 }, files))
            return false;
    }
    return true;
}
function contentIn(object) {
    return object?.kind === 'blob' ? object.content : undefined;
}
async function readRest(scratch, ref, { known, limitBytes }) {
    const answer = await scratch.run(['ls-tree', '-r', '-z', '--full-tree', ref], { limitBytes });
    if (answer.code !== 0) {
        if (/not a tree object/i.test(answer.stderr))
            return undefined;
        throw failed(['ls-tree'], answer, scratch.directory);
    }
    const files = answer.stdout.toString('utf8').split('\0').flatMap(tree_fileOf);
    const wanted = files.filter(({ mode, oid }) => mode === '100644' && !known.has(oid));
    const [commit, ...blobs] = await readObjects(scratch, [ref, ...wanted.map(({ oid }) => oid)], limitBytes);
    const contents = new Map(blobs.flatMap((blob) => (blob === undefined ? [] : [[blob.oid, blob]])));
    if (commit?.kind !== 'commit')
        return undefined;
    return { commit, files, contentOf: (oid) => contentIn(contents.get(oid)) };
}
function tree_fileOf(entry) {
    const tab = entry.indexOf('\t');
    const [mode = '', , oid = ''] = entry.slice(0, tab).split(' ');
    return tab === -1 ? [] : [{ path: entry.slice(tab + 1), mode, oid }];
}

;// CONCATENATED MODULE: ./src/adapters/git/saved-state.ts









const stateRef = 'refs/headgate/state';
/** The newest commit of the state branch, read as hostile input; undefined: the branch does not exist. */
async function loadSaved(context, now) {
    const { scratch, branch, patience } = context;
    const fetched = await fetchBranch(scratch, { branch, into: stateRef, filter: '--no-filter', patience });
    if (!fetched)
        return undefined;
    const tree = await readTree(context);
    const restore = isOfHeadgate(tree) ? restoreText(branch, tree?.commit) : foreignText(branch);
    const contextOf = (file) => ({
        file: `${branch}:${file}`,
        restore,
        place: context.place,
        now,
    });
    if (tree === undefined)
        throw corrupt(contextOf(''), 'its head is not a commit');
    const { state, registry, isFirstLayout } = readRecords({ tree, contextOf, known: context.known });
    const bytesOf = ({ oid, path }) => context.known.get(keyOf(oid, path))?.bytes ?? tree.contentOf(oid)?.length ?? 0;
    const saved = {
        version: tree.commit.oid,
        at: committedAt(tree.commit),
        files: new Map(tree.files.map((file) => [file.path, { oid: file.oid, bytes: bytesOf(file) }])),
        records: isFirstLayout ? undefined : { state, registry },
        sequence: state.sequence,
        waiting: tree.files.flatMap(waitingPage),
    };
    forget(context.known, tree);
    return { saved, registry, state };
}
/** What the newest commit does not have any more will hardly come again. */
function forget(known, { files }) {
    const kept = new Set(files.map(({ oid, path }) => keyOf(oid, path)));
    for (const key of known.keys())
        if (!kept.has(key))
            known.delete(key);
}
async function readTree({ scratch, branch, known }) {
    const blobs = new Map([...known.keys()].map((key) => [key.slice(0, key.indexOf(' ')), true]));
    try {
        return await readCommitTree(scratch, stateRef, { known: blobs, limitBytes: longestStateBytes });
    }
    catch (error) {
        if (!(error instanceof core_problem/* RefusedError */.fk) || error.problem.code !== 'E_GIT_OUTPUT')
            throw error;
        const context = { file: branch, restore: restoreText(branch, undefined) };
        throw corrupt(context, `its files have more than ${longestStateBytes} bytes`);
    }
}
function committedAt(commit) {
    const seconds = /^committer .* (\d{1,12}) [+-]\d{4}$/m.exec(commit.content.toString('utf8'))?.[1];
    return (0,instant/* instantFromMs */.A0)(Number(seconds ?? 0) * instant/* secondMs */.fj);
}
function waitingPage({ path, mode, oid }) {
    if (!path.startsWith(`${waitingFolder}/`) || mode !== '100644')
        return [];
    const page = path.slice(waitingFolder.length + 1);
    return isPagePath(page) ? [{ path: page, content: { oid } }] : [];
}
/** Nobody may be told to replace a branch that was never the state's. */
function isOfHeadgate(tree) {
    if (tree === undefined)
        return false;
    const paths = new Set(tree.files.map(({ path }) => path));
    return paths.has(stateFile) || paths.has(registryFile);
}
function foreignText(branch) {
    return `\`${branch}\` holds something else than state, or lost it: nothing was changed. Let \`state-branch\` in headgate.yml name a branch that nothing else uses.`;
}
function restoreText(branch, commit) {
    const before = /^(?:parent|Replaces:) ([0-9a-f]{40,64})$/m.exec(commit?.content.toString('utf8') ?? '')?.[1];
    const hint = before === undefined ? '' : ` (the one before is ${before})`;
    return `Find the last good commit of \`${branch}\`${hint} and put it back: git push --force origin <commit>:refs/heads/${branch}`;
}

;// CONCATENATED MODULE: ./src/adapters/git/probe.ts









const probeRef = 'refs/headgate/probe';
const limitBytes = 1_048_576;
const message = 'Try whether Headgate may write here\n';
/**
 * Whether state could be pushed, without changing it; undefined: yes. Rights show in a dry run, but rulesets judge real
 * pushes only: where there is state already, a commit with the same content is pushed.
 */
async function probeStatePush(options) {
    const store = openStore(options);
    try {
        return await probe(store);
    }
    catch (error) {
        if (error instanceof core_problem/* RefusedError */.fk)
            return error.problem;
        throw error;
    }
    finally {
        if (store.scratch !== undefined)
            removeScratch(store.scratch);
    }
}
async function probe(store) {
    const scratch = await scratchOf(store);
    const { patience, remote } = store;
    const { branch, author } = store.options;
    const isThere = await fetchBranch(scratch, { branch, into: probeRef, filter: '--no-filter', patience });
    if (!isThere)
        return dryRun(store);
    const [head] = await readObjects(scratch, [probeRef], limitBytes);
    if (head?.kind !== 'commit')
        return undefined;
    const draft = { parent: head.oid, message, at: committedAt(head), author, isWhole: false, files: [] };
    const [made = ''] = await makeCommits(scratch, [draft]);
    const answer = await pushMoves([{ branch, old: head.oid, made }], { scratch, remote, patience });
    return answer.kind === 'refused' ? answer.refusal.problem : undefined;
}
async function dryRun(store) {
    const scratch = await scratchOf(store);
    const { branch, author } = store.options;
    const draft = { parent: undefined, message, at: (0,instant/* instantFromMs */.A0)(0), author, isWhole: true, files: [] };
    const [made = ''] = await makeCommits(scratch, [draft]);
    const answer = await scratch.run([
        'push',
        '--dry-run',
        '--porcelain',
        'origin',
        `${made}:${headRef(branch)}`,
    ]);
    if (answer.code === 0)
        return undefined;
    return refusalOf(`push to \`${branch}\``, `${answer.stdout.toString('utf8')}\n${answer.stderr}`).problem;
}

;// CONCATENATED MODULE: ./src/adapters/git/repository.ts

/** The top folder of the checkout that holds a directory. */
async function topLevelOf(directory) {
    const output = await git(['rev-parse', '--show-toplevel'], { directory });
    return output.toString('utf8').trimEnd();
}
/** The branch that a repository goes by, as far as a clone knows: that of `origin`, or the usual one that is checked out. */
async function mainBranchOf(directory) {
    const remote = await runGit(['symbolic-ref', '--short', 'refs/remotes/origin/HEAD'], { directory });
    if (remote.code === 0)
        return remote.stdout
            .toString('utf8')
            .trim()
            .replace(/^origin\//, '');
    const local = await runGit(['symbolic-ref', '--short', 'HEAD'], { directory });
    return local.stdout.toString('utf8').trim() === 'master' ? 'master' : 'main';
}
/** The remote `origin`; undefined if there is none. */
async function originOf(directory) {
    const answer = await git_command_runGit(['config', '--get', 'remote.origin.url'], { directory });
    const remote = answer.stdout.toString('utf8').trim();
    if (answer.code !== 0 || remote === '')
        return undefined;
    const [, server = '', path = ''] = /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([^/:]*(?::\d+)?)[:/](.*)$/.exec(remote) ?? [];
    const parts = path
        .replace(/\.git\/?$/, '')
        .split('/')
        .filter((part) => part !== '');
    return { remote, repository: parts.slice(-2).join('/'), serverUrl: `https://${server || 'github.com'}` };
}

;// CONCATENATED MODULE: ./src/adapters/local/clock.ts


/** The longest delay of a Node timer, in milliseconds; a longer one fires at once. */
const longestTimerMs = 2 ** 31 - 1;
function systemClock() {
    return {
        now: () => (0,instant/* instantFromMs */.A0)(Date.now()),
        sleep: async (ms, signal) => {
            const slept = (0,external_node_timers_promises_.setTimeout)(Math.min(Math.max(0, ms), longestTimerMs), undefined, signal === undefined ? {} : { signal });
            await slept.catch(() => undefined);
        },
    };
}

;// CONCATENATED MODULE: ./src/core/shown-file.ts
const shownFilePattern = /^[a-z][a-z0-9-]{0,60}\.svg$/;
/** What may lie beside the board on the state branch: nothing that could be taken for state. */
function isShownFile(path) {
    return shownFilePattern.test(path);
}

;// CONCATENATED MODULE: ./src/adapters/git/state/flow-records.ts

const grouped = new WeakMap();
/** State, cut by flows. */
function flowRecordsOf(state) {
    const known = grouped.get(state) ?? groupByFlow(state);
    grouped.set(state, known);
    return known;
}
function groupByFlow(state) {
    const flows = new Map();
    const of = (flow) => {
        const known = flows.get(flow);
        if (known !== undefined)
            return known;
        const made = { runs: [], gaps: [], pastPauses: [], alerts: [] };
        flows.set(flow, made);
        return made;
    };
    for (const run of state.runs.values())
        of(run.flow).runs.push(run);
    for (const gap of state.gaps)
        of(gap.flow).gaps.push(gap);
    for (const pause of state.pauses.values())
        of(pause.flow).pause = pause;
    for (const [flow, past] of state.pastPauses ?? [])
        of(flow).pastPauses = past;
    const { troubles, told } = (0,core_alerting/* alertingOf */.IQ)(state);
    for (const trouble of troubles.values())
        of(trouble.flow).trouble = trouble;
    for (const alert of told.values())
        if (alert.flow !== undefined)
            of(alert.flow).alerts.push(alert);
    return flows;
}
/** Whether nothing of a flow changed, without looking into its records: they are never changed in place. */
function areSameRecords(a, b) {
    return (a.pause === b.pause &&
        a.trouble === b.trouble &&
        areSameItems(a.runs, b.runs) &&
        areSameItems(a.gaps, b.gaps) &&
        areSameItems(a.pastPauses, b.pastPauses) &&
        areSameItems(a.alerts, b.alerts));
}
function areSameItems(a, b) {
    return a.length === b.length && a.every((item, index) => item === b[index]);
}
/** Alerts that are about no flow, such as that of the clock. */
function alertsOfNoFlow(state) {
    const alerts = [...(0,core_alerting/* alertingOf */.IQ)(state).told];
    return alerts.flatMap(([, alert]) => (alert.flow === undefined ? [alert] : [])).sort(byKey);
}
function byKey(a, b) {
    return (0,core_alerting/* alertKeyOf */.Hl)(a) < (0,core_alerting/* alertKeyOf */.Hl)(b) ? -1 : 1;
}

;// CONCATENATED MODULE: ./src/adapters/git/state/records/encode.ts








/** All files of the flows, and the two that are about none. */
function encodeFiles(records) {
    const changed = encodeChanges(undefined, records, () => []);
    return new Map([...changed].flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])));
}
/** `pathsOf` gives the files of a flow's runs that are there. Records that are the same values are not written again. */
function encodeChanges(before, after, pathsOf) {
    const files = new Map();
    encodeDeployments(files, before?.registry, after.registry);
    encodeRuns(files, { before: before?.state, after: after.state, pathsOf });
    files.set(registryFile, `${registryDocument.write(registryRoot(after.registry))}\n`);
    files.set(stateFile, `${stateDocument.write(stateRoot(after.state))}\n`);
    return files;
}
function encodeDeployments(files, before, after) {
    for (const [flow, deployment] of after.deployments)
        if (before?.deployments.get(flow) !== deployment)
            files.set(deploymentPath(flow), `${deploymentRecord.write(deployment)}\n`);
    for (const flow of before?.deployments.keys() ?? [])
        if (!after.deployments.has(flow))
            files.set(deploymentPath(flow), undefined);
}
function encodeRuns(files, { before, after, pathsOf }) {
    const known = before === undefined ? new Map() : flowRecordsOf(before);
    const records = flowRecordsOf(after);
    for (const [flow, now] of records) {
        const then = known.get(flow);
        if (then !== undefined && areSameRecords(then, now))
            continue;
        for (const path of pathsOf(flow))
            files.set(path, undefined);
        for (const [path, text] of encodeFlow(flow, now))
            files.set(path, text);
    }
    const gone = [...known.keys()].filter((flow) => !records.has(flow));
    for (const path of gone.flatMap(pathsOf))
        files.set(path, undefined);
}
/** A page is cut in two from here on: git and GitHub handle many small files better than a large one. */
const longestPageBytes = 262_144;
function encodeFlow(flow, records) {
    const runs = records.runs.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const bytes = runs.reduce((sum, run) => sum + runLine(run).length, 0);
    const pages = bytes <= longestPageBytes ? 1 : 2 ** Math.ceil(Math.log2((2 * bytes) / longestPageBytes));
    const texts = new Map();
    for (const [page, ofPage] of cutInto(pages, runs).entries()) {
        const parts = [...listsOf(ofPage), ...(page === 0 ? encode_restOf(records) : [])];
        if (ofPage.length > 0 || page === 0)
            texts.set(runsPath(flow, page), `{"flow":${JSON.stringify(flow)}${parts.join('')}}\n`);
    }
    return texts;
}
/** By the hash of its id, a run stays on its page while others come and go. */
function cutInto(pages, runs) {
    if (pages === 1)
        return [runs];
    const cut = Array.from({ length: pages }, () => []);
    for (const run of runs)
        cut[Number.parseInt((0,digest/* sha256 */.s)(run.id).slice(0, 8), 16) % pages]?.push(run);
    return cut;
}
function listsOf(runs) {
    if (runs.length === 0)
        return [];
    const shared = new Map();
    for (const run of runs) {
        const found = sharedParameters(run);
        if (found !== undefined)
            shared.set(found.hash, found.text);
    }
    const texts = [...shared].sort(([a], [b]) => (a < b ? -1 : 1)).map(([hash, text]) => `"${hash}":${text}`);
    const parameters = texts.length === 0 ? [] : [`,"parameters":{\n${texts.join(',\n')}\n}`];
    return [`,"runs":[\n${runs.map(runLine).join(',\n')}\n]`, ...parameters];
}
function encode_restOf({ gaps, pause, pastPauses, trouble, alerts }) {
    const texts = [];
    if (gaps.length > 0)
        texts.push(`,"gaps":[\n${gaps.map(gapRecord.write).join(',\n')}\n]`);
    if (pause !== undefined)
        texts.push(`,"pause":${pauseRecord.write(pause)}`);
    if (pastPauses.length > 0)
        texts.push(`,"pastPauses":[\n${pastPauses.map(pastPauseRecord.write).join(',\n')}\n]`);
    if (trouble !== undefined)
        texts.push(`,"trouble":${troubleRecord.write(trouble)}`);
    if (alerts.length > 0)
        texts.push(`,"alerts":[${alerts.toSorted(byKey).map(alertRecord.write).join(',')}]`);
    return texts;
}
function registryRoot({ commit }) {
    return commit === undefined ? { schema: 2 } : { schema: 2, commit };
}
function stateRoot(state) {
    const { ticks, clock } = (0,core_alerting/* alertingOf */.IQ)(state);
    const alerts = alertsOfNoFlow(state);
    return {
        schema: 2,
        sequence: state.sequence,
        mark: state.mark,
        ...(state.partial === undefined ? {} : { partial: state.partial }),
        ...(ticks.length === 0 ? {} : { ticks }),
        ...(clock === undefined ? {} : { clock }),
        ...(alerts.length === 0 ? {} : { alerts }),
    };
}

;// CONCATENATED MODULE: ./src/adapters/git/state/changes.ts







/** Compares what is to be written with what is there, by the hashes that git gives to files. */
function changesOf(saved, change) {
    const algorithm = (saved?.version.length ?? 40) === 64 ? 'sha256' : 'sha1';
    const isSame = (path, text) => saved?.files.get(path)?.oid === blobId(text, algorithm);
    const encoded = encodeChanges(saved?.records, change, pathsOf(saved));
    const records = new Map([...encoded].filter(([path, text]) => text === undefined || !isSame(path, text)));
    if (saved !== undefined && saved.records === undefined)
        dropOldRuns(records, saved, encoded);
    return { records, isBoardChanged: !isSame(boardFile, change.board) };
}
/** Of a layout that is left: nothing of it may stay beside the new one. */
function dropOldRuns(records, saved, encoded) {
    for (const path of saved.files.keys())
        if (flowFileAt(path) !== undefined && !encoded.has(path))
            records.set(path, undefined);
}
const pathsByFlow = new WeakMap();
/** The files with runs of a flow that are there. */
function pathsOf(saved) {
    if (saved === undefined)
        return () => [];
    const known = pathsByFlow.get(saved) ?? runFilesOf(saved);
    pathsByFlow.set(saved, known);
    return (flow) => known.get(flow) ?? [];
}
function runFilesOf({ files }) {
    const paths = new Map();
    for (const path of files.keys()) {
        const file = flowFileAt(path);
        if (file?.kind !== 'runs')
            continue;
        const known = paths.get(file.flow);
        if (known === undefined)
            paths.set(file.flow, [path]);
        else
            known.push(path);
    }
    return paths;
}
function blobId(text, algorithm) {
    const bytes = Buffer.from(text);
    return (0,external_node_crypto_.createHash)(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
/** The files of a commit as changes of those that are there, so that what stays is neither read nor written. */
function fileChanges(saved, { records }, change, waiting) {
    const beside = new Map([[boardFile, { path: boardFile, content: change.board }]]);
    for (const [path, content] of change.files ?? []) {
        if (!isShownFile(path))
            throw new core_problem/* InvariantError */.zU(`${JSON.stringify(path)} is no file of a board`);
        beside.set(path, { path, content });
    }
    for (const page of waiting) {
        const path = `${waitingFolder}/${page.path}`;
        beside.set(path, { path, content: page.content });
    }
    const stale = [...(saved?.files.keys() ?? [])].filter((path) => !isRecordFile(path) && !beside.has(path));
    return [
        ...[...records].map(([path, text]) => ({ path, content: text })),
        ...stale.map((path) => ({ path, content: undefined })),
        ...beside.values(),
    ];
}
function isRecordFile(path) {
    return path === stateFile || path === registryFile || flowFileAt(path) !== undefined;
}
/** Refuses what would not be read again, before anything is written. */
function checkSizes(saved, { records }) {
    let bytes = 0;
    for (const [path, file] of saved?.files ?? [])
        if (!records.has(path))
            bytes += file.bytes;
    for (const [path, text] of records) {
        const size = text === undefined ? 0 : Buffer.byteLength(text);
        if (size > longestFileBytes)
            throw tooLarge(path, size, longestFileBytes);
        bytes += size;
    }
    if (bytes > mostStateBytes)
        throw tooLarge('the state branch', bytes, mostStateBytes);
}
function tooLarge(file, size, limit) {
    return new core_problem/* RefusedError */.fk({
        code: 'E_STATE_TOO_LARGE',
        place: { file },
        message: `It would have ${size} bytes; the limit is ${limit}. Nothing was written.`,
        fix: 'Keep parameters small (pass the name of a file, not its content), or split the project.',
    });
}
/** The files that are there once these changes are pushed. */
function filesAfter(saved, changes, version) {
    const algorithm = version.length === 64 ? 'sha256' : 'sha1';
    const files = new Map(saved?.files);
    for (const { path, content } of changes) {
        if (content === undefined)
            files.delete(path);
        else if (typeof content !== 'string')
            files.set(path, { oid: content.oid, bytes: 0 });
        else
            files.set(path, { oid: blobId(content, algorithm), bytes: Buffer.byteLength(content) });
    }
    return files;
}

;// CONCATENATED MODULE: ./src/adapters/git/state/readable.ts





/**
 * What is written must be readable: a state that every later tick refuses would stop all flows. The files that change
 * are read as a later tick will read them.
 */
function checkReadable(records, change, place) {
    try {
        for (const [path, text] of records)
            if (text !== undefined)
                readBack(path, text, { place, now: change.at, file: path, restore: '' });
    }
    catch (error) {
        if (error instanceof core_problem/* RefusedError */.fk)
            throw new core_problem/* InvariantError */.zU(`a state was to be written that cannot be read: ${error.message}`);
        throw error;
    }
}
function readBack(path, text, context) {
    const bytes = Buffer.from(text);
    const file = flowFileAt(path);
    if (file === undefined) {
        const codec = path === registryFile ? registryDocument : stateDocument;
        readAs(codec, parseDocument(bytes, context), context);
    }
    else if (file.kind === 'deployment')
        decodeDeployment(bytes, file.flow, context);
    else
        decodeRuns(bytes, file.flow, context);
}

;// CONCATENATED MODULE: ./src/adapters/git/state-write.ts








/** A wave of ends that the history branch does not take stays within what a branch can hold. */
const mostWaiting = 1_000;
/**
 * State and pages go in one atomic push, so a page is there if and only if the state that ended its run is. When the
 * remote takes the state but not the history, the pages wait on the state branch and go with a later commit: state is
 * never held up by history, and no page is lost.
 */
async function writeState(store, writing) {
    const { saved } = store;
    const isNewDay = saved !== undefined && dayOf(writing.change.at) > dayOf(saved.at);
    const hasPages = writing.pages.length > 0;
    const ways = [
        { isSquashing: isNewDay, hasHistory: hasPages },
        ...(isNewDay ? [{ isSquashing: false, hasHistory: hasPages }] : []),
        ...(hasPages ? [{ isSquashing: false, hasHistory: false }] : []),
    ];
    let refused;
    for (const way of ways) {
        const answer = await tryToWrite(store, writing, way);
        if (answer.kind === 'committed' && refused !== undefined) {
            return { ...answer, warning: warningOf(store, way, { pages: writing.pages.length, refused }) };
        }
        if (answer.kind !== 'refused')
            return answer;
        refused = answer.problem;
        if (answer.isHopeless)
            break;
    }
    throw new core_problem/* RefusedError */.fk(refused ?? { code: 'E_STATE_WRITE', message: 'State could not be written.' });
}
const mostHistoryRaces = 5;
async function tryToWrite(store, writing, way) {
    const scratch = await scratchOf(store);
    const { branch, historyBranch } = store.options;
    for (let races = 0;; races += 1) {
        const history = way.hasHistory ? await historyFor(store, writing) : undefined;
        if (history instanceof core_problem/* RefusedError */.fk)
            return { kind: 'refused', problem: history.problem, isHopeless: false };
        const state = await stateDraft(store, writing, way);
        const drafts = [state, ...(history === undefined ? [] : [history])];
        const [made = '', pageCommit = ''] = await makeCommits(scratch, drafts);
        const moves = [{ branch, old: store.saved?.version, made }];
        if (history !== undefined)
            moves.push({ branch: historyBranch, old: history.parent, made: pageCommit });
        const answer = await pushMoves(moves, { scratch, remote: store.remote, patience: store.patience });
        if (answer.kind === 'pushed')
            return remember(store, writing, { version: made, way, draft: state });
        if (answer.kind === 'refused')
            return refusedBy(answer);
        if (answer.branch === branch)
            return { kind: 'lost' };
        if (races + 1 >= mostHistoryRaces)
            return { kind: 'refused', problem: contended(historyBranch), isHopeless: false };
    }
}
function refusedBy({ refusal }) {
    const isHopeless = refusal.kind === 'rights' || refusal.kind === 'unreachable';
    return { kind: 'refused', problem: refusal.problem, isHopeless };
}
function contended(branch) {
    return {
        code: 'E_STATE_WRITE',
        message: `Others wrote to \`${branch}\` ${mostHistoryRaces} times in a row while pages were to be appended.`,
        fix: 'Let only Headgate write there.',
    };
}
async function historyFor(store, { change, pages }) {
    const { historyBranch: branch, author } = store.options;
    const paths = pages.map(({ path }) => path);
    try {
        const scratch = await scratchOf(store);
        const parent = await openHistory(scratch, { branch, paths, patience: store.patience });
        const message = unique(`${pages.length === 1 ? '1 run' : `${pages.length} runs`} ended\n`);
        return { parent, message, at: change.at, author, files: pages };
    }
    catch (error) {
        if (error instanceof core_problem/* RefusedError */.fk)
            return error;
        throw error;
    }
}
async function stateDraft(store, writing, way) {
    const { saved } = store;
    const { change, changes } = writing;
    const replaces = way.isSquashing && saved !== undefined ? `Replaces: ${saved.version}\n` : '';
    const head = {
        message: unique(`${change.message.trim()}\n\n${replaces}`),
        at: change.at,
        author: store.options.author,
        files: fileChanges(saved, changes, change, waitingAfter(writing, way)),
    };
    if (!way.isSquashing || saved === undefined)
        return { ...head, parent: saved?.version };
    return { ...head, parent: undefined, tree: await treeOf(await scratchOf(store), saved.version) };
}
async function treeOf(scratch, commit) {
    const args = ['rev-parse', '--verify', `${commit}^{tree}`];
    const answer = await scratch.run(args);
    if (answer.code !== 0)
        throw failed(args, answer, scratch.directory);
    return answer.stdout.toString('utf8').trim();
}
function waitingAfter({ pages }, way) {
    return way.hasHistory ? [] : pages.slice(-mostWaiting);
}
/** Two writers with the same content in the same second must not make the same commit: each would take it for its own. */
function unique(message) {
    const end = message.endsWith('\n\n') || message.includes('Replaces:') ? '' : '\n';
    return `${message}${end}Writer: ${(0,external_node_crypto_.randomBytes)(8).toString('hex')}\n`;
}
function remember(store, writing, { version, way, draft }) {
    const { state, registry, at } = writing.change;
    store.saved = {
        version,
        at,
        files: filesAfter(store.saved, draft.files, version),
        records: { state, registry },
        sequence: state.sequence,
        waiting: waitingAfter(writing, way),
    };
    return { kind: 'committed', version };
}
function warningOf(store, way, { pages, refused }) {
    const { branch, historyBranch } = store.options;
    const fix = refused.fix === undefined ? {} : { fix: refused.fix };
    if (pages > 0 && !way.hasHistory) {
        const message = `${pages} run pages wait on \`${branch}\`, because \`${historyBranch}\` does not take them: ${refused.message}`;
        return { code: 'W_HISTORY_WAITS', message, ...fix };
    }
    const message = `The history of \`${branch}\` was not replaced today and goes on growing: ${refused.message}`;
    return { code: 'W_STATE_GROWS', message, ...fix };
}

;// CONCATENATED MODULE: ./src/adapters/git/state-store.ts










/** A temporary repository collects what it fetched and made; a process that ticks for days gets a new one now and then. */
const mostUses = 200;
/** State on two branches of one repository, under compare-and-swap. */
function gitStateStore(options) {
    const store = openStore(options);
    // One scratch repository serves one operation at a time.
    let last = Promise.resolve();
    const inTurn = (act) => {
        const turn = last.then(act, act);
        last = turn;
        return turn;
    };
    return {
        boardPlace: options.boardPlace,
        load: (now) => inTurn(() => load(store, now)),
        commit: (change) => inTurn(() => state_store_commit(store, change)),
        finishedRuns: (flow) => inTurn(() => finishedRuns(store, flow)),
    };
}
async function load(store, now) {
    if (store.scratch !== undefined && store.uses > mostUses) {
        removeScratch(store.scratch);
        Object.assign(store, { scratch: undefined, uses: 0, known: new Map() });
    }
    const scratch = await scratchOf(store);
    const { branch, expected } = store.options;
    const { patience, known } = store;
    const loaded = await loadSaved({ scratch, branch, place: expected, patience, known }, now);
    store.saved = loaded?.saved;
    if (loaded === undefined)
        return { version: undefined, registry: core_deployment/* emptyRegistry */.Vu, state: (0,core_state/* emptyState */.p$)(now) };
    return { version: loaded.saved.version, registry: loaded.registry, state: loaded.state };
}
async function state_store_commit(store, change) {
    if (store.saved?.version !== change.base || store.scratch === undefined) {
        const { version } = await load(store, change.at);
        if (version !== change.base)
            return { kind: 'lost' };
    }
    const changes = changesOf(store.saved, change);
    const pages = pagesOf(store.saved?.waiting ?? [], change);
    const isSame = changes.records.size === 0 && !changes.isBoardChanged && pages.length === 0;
    if (store.saved !== undefined && isSame)
        return { kind: 'committed', version: store.saved.version };
    if (change.state.sequence <= (store.saved?.sequence ?? 0)) {
        throw new core_problem/* InvariantError */.zU(`state ${change.state.sequence} would follow state ${store.saved?.sequence ?? 0}`);
    }
    checkSizes(store.saved, changes);
    checkReadable(changes.records, change, store.options.expected);
    return writeState(store, { change, changes, pages });
}
async function finishedRuns(store, flow) {
    const { historyBranch: branch } = store.options;
    const pages = await listPages(await scratchOf(store), { branch, flow, patience: store.patience });
    const waiting = store.saved?.waiting ?? [];
    return runsOfPages([...pages, ...waiting.map(({ path }) => path)], flow);
}
function pagesOf(waiting, change) {
    const pages = new Map(waiting.map((page) => [page.path, page]));
    for (const [path, content] of change.pages) {
        if (!isPagePath(path))
            throw new core_problem/* InvariantError */.zU(`${JSON.stringify(path)} is not the path of a run page`);
        pages.set(path, { path, content });
    }
    return [...pages.values()];
}

// EXTERNAL MODULE: ./src/core/quote.ts
var quote = __webpack_require__(1748);
;// CONCATENATED MODULE: ./src/doors/ports.ts





/** What the board alerts people to. */
function boardAlerts(project) {
    const alerts = alert_rules_alertRulesOf(project);
    return alerts === undefined ? {} : { alerts };
}
/** The default branch holds what runs: state that is pushed onto it would replace it. */
function refuseDefaultBranch({ stateBranch }, defaultBranch) {
    if (stateBranch !== defaultBranch)
        return;
    throw new core_problem/* InputError */.dz([
        {
            code: 'E_STATE_BRANCH',
            field: 'state-branch',
            message: `${(0,quote/* quote */.h)(stateBranch)} is the default branch of the repository, which holds its code.`,
            fix: 'Write a branch that nothing else uses, such as headgate-state.',
        },
    ]);
}
/** State in git: the same store for a bare repository on this machine and for GitHub. */
function stateAt(request) {
    return gitStateStore(stateOptions(request));
}
function stateOptions({ project, remote, token, ...places }) {
    return {
        remote,
        ...(token === undefined ? {} : { token }),
        branch: project.stateBranch,
        historyBranch: `${project.stateBranch.replace(/-state$/, '')}-history`,
        ...places,
        expected: expectedPlaceOf(project),
        author: { name: 'headgate', email: 'headgate@users.noreply.github.com' },
    };
}
/** Where attempts run and what they leave behind. The AWS SDK is loaded only by projects that run there. */
async function executionPorts(request) {
    return request.project.aws === undefined ? localPorts(request) : ecsPorts(request, request.project.aws);
}
async function localPorts({ root, directory, clock }) {
    const [{ localExecutor }, { localLogs }, { localEventLog }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(26), __webpack_require__.e(620)]).then(__webpack_require__.bind(__webpack_require__, 9620)),
        __webpack_require__.e(/* import() */ 806).then(__webpack_require__.bind(__webpack_require__, 2806)),
        __webpack_require__.e(/* import() */ 16).then(__webpack_require__.bind(__webpack_require__, 7635)),
    ]);
    return {
        executor: localExecutor({ root, directory, clock }),
        logs: localLogs({ directory }),
        eventLog: localEventLog({ directory }),
    };
}
async function ecsPorts({ clock }, placement) {
    const { eventLogGroup, clock: schedule } = placement;
    const [{ ecsExecutor }, { cloudWatchLogs }, { cloudWatchEventLog, noEventLog }, { schedulerWakeUps }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(777), __webpack_require__.e(224), __webpack_require__.e(605), __webpack_require__.e(88)]).then(__webpack_require__.bind(__webpack_require__, 5088)),
        Promise.all(/* import() */[__webpack_require__.e(777), __webpack_require__.e(107), __webpack_require__.e(605), __webpack_require__.e(625)]).then(__webpack_require__.bind(__webpack_require__, 9625)),
        Promise.all(/* import() */[__webpack_require__.e(777), __webpack_require__.e(107), __webpack_require__.e(605), __webpack_require__.e(173)]).then(__webpack_require__.bind(__webpack_require__, 1173)),
        __webpack_require__.e(/* import() */ 882).then(__webpack_require__.bind(__webpack_require__, 6882)),
    ]);
    return {
        executor: ecsExecutor({ placement, clock }),
        logs: cloudWatchLogs({ placement }),
        eventLog: eventLogGroup === undefined
            ? noEventLog()
            : cloudWatchEventLog({ placement: { ...placement, eventLogGroup }, clock }),
        ...(schedule === undefined ? {} : { wakeUps: schedulerWakeUps({ ...placement, clock: schedule }) }),
    };
}

// EXTERNAL MODULE: ./src/flow/arn.ts
var arn = __webpack_require__(632);
// EXTERNAL MODULE: ./src/flow/judge.ts + 1 modules
var flow_judge = __webpack_require__(2909);
// EXTERNAL MODULE: ./src/flow/manifest.ts
var manifest = __webpack_require__(8630);
;// CONCATENATED MODULE: ./src/flow/networks.ts


/** What a network leaves out is as in `aws`. */
function networksOf(written, own) {
    return Object.fromEntries(Object.entries(written).map(([name, network]) => [
        name,
        {
            subnets: network.subnets ?? own.subnets,
            securityGroups: network['security-groups'] ?? own.securityGroups,
            assignPublicIp: network['assign-public-ip'] ?? own.assignPublicIp,
            ...(network.flows === undefined ? {} : { flows: network.flows }),
        },
    ]));
}
const networkName = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const networks_longestName = 48;
/** A flow has one network. */
function twiceFaults(aws, name) {
    const networks = aws?.networks ?? {};
    const names = Object.keys(networks);
    return (networks[name]?.flows ?? []).flatMap((flow, index) => {
        const first = names.find((other) => networks[other]?.flows?.includes(flow) === true);
        if (first === name)
            return [];
        const message = `The flow ${(0,quote/* quote */.h)(flow)} is kept for the network ${(0,quote/* quote */.h)(first)} already.`;
        const fault = { code: 'E_NETWORK_NOT_ALLOWED', message, fix: 'Name it once.' };
        return [{ path: ['aws', 'networks', name, 'flows', index], at: 'value', fault }];
    });
}
/** `raw` still has what was faulty: a network of which nothing else is left is not an empty one. */
function networkFaults({ aws }, raw) {
    return Object.keys(aws?.networks ?? {}).flatMap((name) => {
        const path = ['aws', 'networks', name];
        if (name.length > networks_longestName || !networkName.test(name)) {
            const fix = `Use a-z, 0-9 and single dashes, starting with a letter, at most ${networks_longestName} characters.`;
            const fault = { code: 'E_NAME', message: `${(0,quote/* quote */.h)(name)} is not the name of a network.`, fix };
            return [{ path, at: 'key', fault }];
        }
        if (Object.keys((0,flow_judge/* valueAt */.fK)(raw, path) ?? {}).some((key) => key !== 'flows'))
            return twiceFaults(aws, name);
        const message = 'It says nothing, so it would be the network of `aws`.';
        const fix = 'Write `subnets`, `security-groups` or `assign-public-ip`, or remove it.';
        return [{ path, at: 'key', fault: { code: 'E_REQUIRED', message, fix } }];
    });
}

// EXTERNAL MODULE: ./src/flow/rules.ts + 5 modules
var flow_rules = __webpack_require__(2063);
// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9143);
// EXTERNAL MODULE: ./src/flow/leaf.ts + 1 modules
var leaf = __webpack_require__(4402);
;// CONCATENATED MODULE: ./src/flow/schema-alerts.ts



/** `alerts` of `headgate.yml`. */
const alertsSchema = schemas/* union */.KCZ([
    (0,leaf/* choiceLeaf */.y9)(['none'], 'No alerts.'),
    schemas/* strictObject */.rej({
        'after-failures': (0,leaf/* wholeLeaf */.IR)({
            minimum: 1,
            maximum: 100,
            description: 'Bad ends of a flow in a row that make an alert; 3 when left out.',
        }).optional(),
        'missed-slots': (0,leaf/* flagLeaf */.Vx)('Alert to slots that were missed; true when left out.').optional(),
        'unknown-runs': (0,leaf/* flagLeaf */.Vx)('Alert to runs of which nobody knows the end; true when left out.').optional(),
        clock: (0,leaf/* durationLeaf */.xy)({
            leastSeconds: 300,
            mostSeconds: 7 * 86_400,
            description: 'How long slots may wait for a tick before the clock counts as stopped; 1h when left out.',
        }).optional(),
        issues: (0,leaf/* flagLeaf */.Vx)('Open an issue for each alert; true when left out, or false in a public repository.').optional(),
    }),
])
    .describe('What people are told of; `none`: nothing.');
function alertRulesFrom(written) {
    if (written === 'none')
        return written;
    const hasIssues = written.issues;
    return {
        afterFailures: written['after-failures'] ?? defaultAlertRules.afterFailures,
        hasMissedSlots: written['missed-slots'] ?? defaultAlertRules.hasMissedSlots,
        hasUnknownRuns: written['unknown-runs'] ?? defaultAlertRules.hasUnknownRuns,
        clockSeconds: written.clock ?? defaultAlertRules.clockSeconds,
        ...(hasIssues === undefined ? {} : { hasIssues }),
    };
}

// EXTERNAL MODULE: ./src/flow/schema.ts + 2 modules
var flow_schema = __webpack_require__(4436);
// EXTERNAL MODULE: ./src/flow/schema-leaves.ts
var schema_leaves = __webpack_require__(1209);
;// CONCATENATED MODULE: ./src/flow/schema-project.ts







/** `headgate.yml` as people write it: the source of its checks, of its type, and of the JSON Schema for editors. */
function patternLeaf(description, rule) {
    return (0,leaf/* textLeaf */.I6)({ description }, (text) => rule.pattern.test(text)
        ? { value: text }
        : (0,leaf/* refuse */.TR)(rule.code, `${(0,quote/* quote */.h)(text)} is not allowed here.`, rule.fix));
}
const projectName = patternLeaf('Prefix of task definition families: headgate-<project>-<flow>.', {
    pattern: /^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){0,31}$/,
    code: 'E_NAME',
    fix: 'Use a-z, 0-9 and single dashes, starting with a letter, at most 32 characters.',
});
const region = patternLeaf('AWS region of the cluster.', {
    pattern: new RegExp(arn/* regionSource */.O8),
    code: 'E_REGION',
    fix: 'Write a region such as us-east-1, in lower case.',
});
const cluster = patternLeaf('Name or ARN of the ECS cluster.', {
    pattern: /^(?:arn:aws[a-z-]*:ecs:[a-z0-9-]+:\d{12}:cluster\/)?[A-Za-z0-9_-]{1,255}$/,
    code: 'E_ARN',
    fix: 'Write the name of the cluster, or its full ARN.',
});
const subnet = patternLeaf('A subnet.', {
    pattern: /^subnet-[0-9a-f]{1,17}$/,
    code: 'E_NAME',
    fix: 'Write an id such as subnet-0123456789abcdef0.',
});
const securityGroup = patternLeaf('A security group.', {
    pattern: /^sg-[0-9a-f]{1,17}$/,
    code: 'E_NAME',
    fix: 'Write an id such as sg-0123456789abcdef0.',
});
function logGroup(description) {
    const rule = {
        pattern: /^[A-Za-z0-9_./#-]{1,512}$/,
        code: 'E_NAME',
        fix: 'Write the name of a log group, such as /headgate/acme.',
    };
    return patternLeaf(description, rule);
}
/** Groups and schedules share one alphabet (EventBridge Scheduler API reference, CreateSchedule). */
const clock = patternLeaf('Schedule that each tick sets to its next wake-up, as group/name.', {
    pattern: /^[A-Za-z0-9_.-]{1,64}\/[A-Za-z0-9_.-]{1,64}$/,
    code: 'E_NAME',
    fix: 'Write the group and the name of a schedule of EventBridge Scheduler, such as headgate-acme/wake-up.',
});
function role(description) {
    return (0,leaf/* textLeaf */.I6)({ description, limit: 2_048 }, arn/* judgeRoleArn */.T6);
}
/** Branches that hold code, pages of GitHub, or the run pages of a state branch. */
function isReserved(branch) {
    return /^(?:main|master|trunk|develop|gh-pages)$|-history$/i.test(branch);
}
/** The rules of `git check-ref-format` for one branch name, and no symbolic names. */
function judgeBranch(text) {
    const isRefused = text === 'HEAD' ||
        text === '@' ||
        text.length > 200 ||
        !/^[A-Za-z0-9._/-]+$/.test(text) ||
        /\.\.|\/\/|^[/-]|\/$|\.$|(?:^|\/)\.|\.lock(?:\/|$)|^refs\//.test(text);
    if (!isRefused && isReserved(text))
        return (0,leaf/* refuse */.TR)('E_STATE_BRANCH', `${(0,quote/* quote */.h)(text)} is a branch of something else, and the state's files would replace what it holds.`, 'Write a branch that nothing else uses, such as headgate-state.');
    if (!isRefused)
        return { value: text };
    return (0,leaf/* refuse */.TR)('E_REF_NAME', `${(0,quote/* quote */.h)(text)} cannot be a branch.`, 'Write a plain name such as headgate-state.');
}
const roleName = patternLeaf('Name or ARN of a role.', {
    pattern: /^(?:arn:aws[a-z-]*:iam::\d{12}:role\/(?:[\w+=,.@-]+\/)*)?[\w+=,.@-]{1,64}$/,
    code: 'E_ARN',
    fix: 'Write the name of a role, or arn:aws:iam::<account>:role/<name>, without wildcards.',
});
const subnets = schemas/* array */.YOg(subnet).min(1).max(16).describe('Subnets of the ECS tasks; two zones or more.');
const networkKeys = {
    'security-groups': schemas/* array */.YOg(securityGroup)
        .max(5)
        .describe("Security groups; the network's default when left out.")
        .optional(),
    'assign-public-ip': (0,leaf/* flagLeaf */.Vx)('Give each ECS task a public address; false when left out.').optional(),
};
const networkSchema = schemas/* strictObject */.rej({
    subnets: subnets.optional(),
    ...networkKeys,
    flows: schemas/* array */.YOg((0,schema_leaves/* flowNameLeaf */.aH)('A flow.'))
        .min(1)
        .max(1_000)
        .describe('Flows that run here and nowhere else; no other flow may name it then.')
        .optional(),
})
    .describe('A network. What it leaves out is as in `aws`.');
const awsSchema = schemas/* strictObject */.rej({
    region,
    cluster,
    subnets,
    ...networkKeys,
    'execution-role': role('Role with which ECS pulls images, reads secrets and writes logs.'),
    'task-role': role('Role of the code of flows that name none.').optional(),
    'log-group': logGroup('Log group of the runs; /headgate/<project> when left out.').optional(),
    'event-log-group': logGroup('Log group that keeps the events of stopped ECS tasks.').optional(),
    networks: schemas/* record */.g1P(schemas/* string */.YjP(), networkSchema)
        .describe('Further networks that manifests choose with `network`, by name.')
        .optional(),
    clock: clock.optional(),
})
    .describe('Where attempts run. Without it they run as local processes.');
const limitsSchema = schemas/* strictObject */.rej({
    'launches-per-tick': (0,leaf/* wholeLeaf */.IR)({
        minimum: 1,
        maximum: 1_000,
        description: 'Launches of one tick; 100 when left out.',
    }).optional(),
    running: (0,leaf/* wholeLeaf */.IR)({
        minimum: 1,
        maximum: 10_000,
        description: 'Open attempts at a time; 200 when left out.',
    }).optional(),
})
    .describe('Limits over all flows.');
const reportSchema = schemas/* strictObject */.rej({
    'log-tail': (0,leaf/* wholeLeaf */.IR)({
        minimum: 0,
        maximum: 1_000,
        description: 'Lines of log in a check: 50, or 0 in a public repository.',
    }).optional(),
    on: (0,leaf/* choiceLeaf */.y9)(['deployed', 'state'], 'The commit that check runs hang on; the deployed one when left out.').optional(),
})
    .describe('What checks show.');
const projectSchema = schemas/* strictObject */.rej({
    project: projectName,
    aws: awsSchema.optional(),
    'state-branch': (0,leaf/* textLeaf */.I6)({ description: 'Branch that keeps the state; headgate-state when left out.' }, judgeBranch).optional(),
    defaults: flow_schema/* defaultsSchema */.m.optional(),
    limits: limitsSchema.optional(),
    report: reportSchema.optional(),
    alerts: alertsSchema.optional(),
    allow: schemas/* strictObject */.rej({
        'task-roles': schemas/* array */.YOg(roleName)
            .max(100)
            .describe('Roles that manifests may name beside those called headgate-….')
            .optional(),
    })
        .describe('What manifests may do beyond the usual.')
        .optional(),
})
    .describe('The project: placement in AWS, defaults and limits.');

// EXTERNAL MODULE: ./src/flow/settle.ts + 1 modules
var flow_settle = __webpack_require__(599);
// EXTERNAL MODULE: ./src/flow/texts.ts
var texts = __webpack_require__(699);
// EXTERNAL MODULE: ./src/flow/yaml.ts + 3 modules
var yaml = __webpack_require__(2082);
// EXTERNAL MODULE: ./src/flow/yaml-node.ts
var yaml_node = __webpack_require__(6674);
;// CONCATENATED MODULE: ./src/flow/project.ts











const defaultStateBranch = 'headgate-state';
/** From the bytes of `headgate.yml` to the project, or to everything that is wrong with it. */
function parseProject(source) {
    const { document, problems } = (0,yaml/* readYaml */.gM)(source);
    if (document === undefined)
        return { problems };
    const judged = (0,flow_judge/* judgeDocument */.h8)(projectSchema, (0,yaml_node/* jsonOf */.o)(document.root));
    const found = [...judged.found, ...(0,texts/* textFaults */.x)(document.root)];
    if (judged.value !== undefined) {
        const raw = (0,yaml_node/* jsonOf */.o)(document.root);
        const project = projectOf(judged.value, ((0,flow_judge/* valueAt */.fK)(raw, ['defaults']) ?? {}));
        found.push(...regionFaults(judged.value), ...networkFaults(judged.value, raw), ...defaultFaults(judged.value.defaults ?? {}, project));
        if (found.length === 0 && problems.length === 0)
            return { project, problems: [] };
    }
    return { problems: (0,manifest/* inOrder */.al)([...problems, ...(0,flow_judge/* problemsOf */.GW)(found, document)]) };
}
/** The project of a repository without `headgate.yml`: everything runs locally. */
function localProject(name) {
    const plain = name
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replace(/^[^a-z]+/, '')
        .slice(0, 32)
        .replace(/-+$/, '');
    return projectOf({ project: plain === '' ? 'local' : plain }, {});
}
function projectOf(written, defaults) {
    const { aws, limits, report, alerts, allow } = written;
    const logTail = report?.['log-tail'];
    return {
        name: written.project,
        ...(aws === undefined ? {} : { aws: placementOf(aws, written.project) }),
        stateBranch: written['state-branch'] ?? defaultStateBranch,
        ...(allow?.['task-roles'] === undefined ? {} : { allowedTaskRoles: allow['task-roles'] }),
        defaults,
        limits: { launchesPerTick: limits?.['launches-per-tick'] ?? 100, running: limits?.running ?? 200 },
        report: { ...(logTail === undefined ? {} : { logTail }), on: report?.on ?? 'deployed' },
        ...(alerts === undefined ? {} : { alerts: alertRulesFrom(alerts) }),
    };
}
function placementOf(aws, project) {
    const taskRole = aws['task-role'];
    const eventLogGroup = aws['event-log-group'];
    const own = {
        subnets: aws.subnets,
        securityGroups: aws['security-groups'] ?? [],
        assignPublicIp: aws['assign-public-ip'] ?? false,
    };
    return {
        ...own,
        region: aws.region,
        cluster: aws.cluster,
        executionRole: aws['execution-role'],
        ...(taskRole === undefined ? {} : { taskRole }),
        logGroup: aws['log-group'] ?? `/headgate/${project}`,
        ...(eventLogGroup === undefined ? {} : { eventLogGroup }),
        ...(aws.clock === undefined ? {} : { clock: aws.clock }),
        ...(aws.networks === undefined ? {} : { networks: networksOf(aws.networks, own) }),
    };
}
function regionFaults({ aws }) {
    if (aws === undefined)
        return [];
    const [, partition, , clusterRegion] = aws.cluster.split(':');
    const found = [];
    if (clusterRegion !== undefined && clusterRegion !== aws.region) {
        const message = `The cluster is in ${clusterRegion}, \`region\` says ${aws.region}.`;
        const fault = { code: 'E_REGION_MISMATCH', message, fix: 'Make them agree.' };
        found.push({ path: ['aws', 'cluster'], at: 'value', fault });
    }
    const expected = (0,arn/* partitionOf */.iQ)(aws.region);
    const arns = {
        cluster: partition,
        'execution-role': aws['execution-role'].split(':')[1],
        'task-role': aws['task-role']?.split(':')[1],
    };
    for (const [key, seen] of Object.entries(arns)) {
        if (seen === undefined || seen === expected)
            continue;
        const message = `The ARN is of the partition ${seen}; the region ${aws.region} is in ${expected}.`;
        found.push({
            path: ['aws', key],
            at: 'value',
            fault: { code: 'E_ARN', message, fix: `Write arn:${expected}:….` },
        });
    }
    return found;
}
/** What would be wrong in every flow is said once, here: the defaults are judged as the manifest of a flow that adds nothing. */
function defaultFaults(defaults, project) {
    const manifest = (0,flow_settle/* settle */.G)({ name: 'defaults', file: 'headgate.yml', written: {}, defaults });
    const { timezone: _timezone, ...written } = defaults;
    return (0,flow_rules/* ruleFaults */.i)({ manifest, written, raw: project.defaults, project })
        .filter(({ path }) => (0,flow_judge/* valueAt */.fK)(project.defaults, path.slice(0, 1)) !== undefined)
        .map((found) => ({ ...found, path: ['defaults', ...found.path] }));
}

;// CONCATENATED MODULE: ./src/doors/project.ts


const project_limitBytes = 64 * 1024;
/** The project as the commit configures it. */
async function loadProject(request) {
    const project = await readProject(request);
    if (!request.isLocal || project.aws === undefined)
        return project;
    const { aws: _, ...local } = project;
    return local;
}
async function readProject({ source, config, fallbackName }) {
    const entry = (await source.list()).find(({ path }) => path === config);
    if (entry === undefined && config === 'headgate.yml')
        return localProject(fallbackName);
    if (entry === undefined)
        throw wrong(config, 'E_CONFIG', 'There is no such file.', 'Write it, or give another path as `config`.');
    if (entry.kind !== 'file' && entry.kind !== 'executable') {
        throw wrong(config, 'E_SYMLINK', `It is a ${entry.kind}, not a regular file.`, 'Put the file itself there.');
    }
    const [bytes] = await source.read([config], project_limitBytes);
    if (bytes === 'too-large' || bytes === undefined)
        throw wrong(config, 'E_YAML_TOO_LARGE', 'It is over 64 KiB.', 'Make it smaller.');
    const parsed = parseProject({ file: config, bytes });
    if (parsed.project === undefined)
        throw new core_problem/* InputError */.dz(parsed.problems);
    return parsed.project;
}
function wrong(file, code, message, fix) {
    return new core_problem/* InputError */.dz([{ code, place: { file }, message, fix }]);
}

;// CONCATENATED MODULE: ./src/doors/action/site.ts













/** Log lines in a check, unless the project says otherwise: a public repository shows none. */
const logTailLines = 50;
/** Composes the world of a job on GitHub: the commit's objects, state on `origin`, ECS, check runs. */
async function composeSite(inputs, context, log) {
    const source = await commitSource({
        directory: context.workspace,
        commit: context.commit,
        token: inputs.token,
    });
    const fallbackName = context.repository.split('/')[1]?.toLowerCase() ?? 'project';
    const project = await loadProject({ source, config: inputs.config, fallbackName, isLocal: false });
    refuseDefaultBranch(project, context.defaultBranch);
    const { repository, serverUrl } = context;
    const origin = await originOf(context.workspace);
    const clock = systemClock();
    const home = {
        project,
        remote: origin?.remote ?? `${serverUrl}/${repository}`,
        token: inputs.token,
        boardPlace: `${serverUrl}/${repository}/tree/${project.stateBranch}`,
        scratchDirectory: process.env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)(),
    };
    const { apiUrl, graphqlUrl } = context;
    const github = {
        token: inputs.token,
        repository,
        apiUrl,
        ...(graphqlUrl === undefined ? {} : { graphqlUrl }),
        clock,
    };
    const isPublic = await isPublicOf({ inputs, context, project, github });
    return {
        world: {
            clock,
            source,
            state: stateAt(home),
            log,
            ...(await outerPorts({ inputs, context, project, github })),
            ...(await alertPorts(inputs, { github, log })),
        },
        project,
        cwd: context.workspace,
        repository,
        presentation: {
            links: { serverUrl, repository, workflow: 'run.yml' },
            logTailLines: project.report.logTail ?? (isPublic === false ? logTailLines : 0),
            outgoing: (0,outgoing/* createOutgoing */.D)((0,report_redact.createRedactor)(secretsOf(inputs))),
            trigger: context.event,
            ...(isPublic === undefined ? {} : { isPublic }),
            ...boardAlerts(project),
        },
        terminal: { isColoured: false },
        ...(inputs.command === 'doctor' ? await doctorPorts(project, { github, context }) : {}),
        examinations: [
            { name: 'state can be pushed', look: () => probeStatePush(stateOptions(home)) },
            { name: 'checks can be written', look: async () => (await githubRepository()).probeChecks(github) },
        ],
        by: context.actor,
        request: context.request,
    };
}
/** What only the doctor asks. */
async function doctorPorts({ aws }, { github, context }) {
    const [{ awsAccount }, { githubForge }] = await Promise.all([
        __webpack_require__.e(/* import() */ 238).then(__webpack_require__.bind(__webpack_require__, 238)),
        Promise.all(/* import() */[__webpack_require__.e(903), __webpack_require__.e(279)]).then(__webpack_require__.bind(__webpack_require__, 4279)),
    ]);
    const { tokenPlace } = context;
    return {
        forge: githubForge({ ...github, ...(tokenPlace === undefined ? {} : { tokenPlace }) }),
        ...(aws === undefined ? {} : { account: awsAccount(aws) }),
    };
}
const githubRepository = () => Promise.all(/* import() */[__webpack_require__.e(903), __webpack_require__.e(631)]).then(__webpack_require__.bind(__webpack_require__, 4631));
/** Whether anybody could read what is shown; only asked of GitHub where something depends on it. */
async function isPublicOf({ inputs, context, project, github }) {
    if (context.isPublic !== undefined || inputs.command === 'plan')
        return context.isPublic;
    const { alerts, report } = project;
    const isIssueSettled = inputs.command !== 'tick' || alerts === 'none' || alerts?.hasIssues !== undefined;
    const isSettled = report.logTail !== undefined && isIssueSettled;
    return isSettled ? undefined : (await (await githubRepository()).readRepository(github))?.isPublic;
}
/** A plan needs no credential: it never meets AWS, nor writes to GitHub. */
async function outerPorts({ inputs, context, project, github }) {
    if (inputs.command === 'plan')
        return {
            executor: noExecutor(project.aws === undefined ? 'local' : 'ecs'),
            logs: noLogs,
            eventLog: noEventLog,
            checks: noChecks,
        };
    if (project.aws === undefined) {
        throw new core_problem/* InputError */.dz([
            {
                code: 'E_REQUIRED',
                place: { file: inputs.config },
                field: 'aws',
                message: `"${inputs.command}" on GitHub starts ECS tasks, and the project says nothing of AWS: what a job starts on its runner ends with the job.`,
                fix: 'Add the key `aws`.',
            },
        ]);
    }
    const directory = (0,external_node_path_.join)(context.workspace, '.headgate');
    const place = {
        project,
        repository: context.repository,
        clock: github.clock,
        root: context.workspace,
        directory,
    };
    return { ...(await executionPorts(place)), checks: await checksOf(github) };
}
async function checksOf(github) {
    const { githubChecks } = await Promise.all(/* import() */[__webpack_require__.e(903), __webpack_require__.e(304)]).then(__webpack_require__.bind(__webpack_require__, 4304));
    return githubChecks(github);
}

;// CONCATENATED MODULE: ./src/doors/action/command.ts








/** ECS tells of a change within seconds; asking more often only costs requests. */
const pollSeconds = 10;
/** Carries out one command of the action, and shows what it came to. */
async function runCommand(inputs, context) {
    const redact = (0,report_redact.createRedactor)(secretsOf(inputs));
    const log = (0,output.jobLog)(redact);
    for (const name of inputs.unused)
        log.warn(`The input "${name}" means nothing to "${inputs.command}", so it was not looked at.`);
    try {
        const performed = await perform(inputs, await composeSite(inputs, context, log));
        await (0,output.writeOutputs)(performed, (0,outgoing/* createOutgoing */.D)(redact));
        return performed.exitCode;
    }
    catch (error) {
        const failure = failureOf(error);
        await (0,output.writeFailure)(failure, { command: inputs.command, redact });
        return failure.exitCode;
    }
}
async function perform(inputs, site) {
    switch (inputs.command) {
        case 'plan': {
            const { performPlan } = await Promise.all(/* import() */[__webpack_require__.e(26), __webpack_require__.e(506), __webpack_require__.e(219), __webpack_require__.e(940), __webpack_require__.e(617)]).then(__webpack_require__.bind(__webpack_require__, 9617));
            return performPlan(site, inputs);
        }
        case 'deploy': {
            const { performDeploy } = await Promise.all(/* import() */[__webpack_require__.e(26), __webpack_require__.e(506), __webpack_require__.e(219), __webpack_require__.e(940), __webpack_require__.e(505)]).then(__webpack_require__.bind(__webpack_require__, 9505));
            return performDeploy(site, inputs);
        }
        case 'doctor': {
            const { performDoctor } = await Promise.all(/* import() */[__webpack_require__.e(26), __webpack_require__.e(506), __webpack_require__.e(219), __webpack_require__.e(90)]).then(__webpack_require__.bind(__webpack_require__, 6090));
            return performDoctor(site);
        }
        case 'tick':
            return inputs.isDryRun
                ? performTickPreview(site)
                : performTick(site, { watchSeconds: inputs.watchSeconds, pollSeconds });
        default:
            return performControl(site, {
                command: commandOf(inputs, site),
                watchSeconds: watchOf(inputs),
                pollSeconds,
                isDryRun: inputs.isDryRun,
            });
    }
}
function commandOf(inputs, { request }) {
    switch (inputs.command) {
        case 'run':
            return { kind: 'run', flow: inputs.flow, parameters: inputs.parameters, request };
        case 'backfill':
            return { kind: 'backfill', flow: inputs.flow, from: inputs.from, to: inputs.to };
        case 'cancel':
        case 'retry':
            return { kind: inputs.command, run: inputs.run };
        case 'pause':
        case 'resume':
            return { kind: inputs.command, flow: inputs.flow };
    }
}
function watchOf(inputs) {
    return 'watchSeconds' in inputs ? inputs.watchSeconds : 0;
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

/***/ 632:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ judgeSecretArn),
/* harmony export */   Bq: () => (/* binding */ secretRegion),
/* harmony export */   O8: () => (/* binding */ regionSource),
/* harmony export */   S3: () => (/* binding */ roleName),
/* harmony export */   T6: () => (/* binding */ judgeRoleArn),
/* harmony export */   iQ: () => (/* binding */ partitionOf)
/* harmony export */ });
/* harmony import */ var _core_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1748);
/* harmony import */ var _leaf_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4402);


/** Which partition a region belongs to, by AWS's own naming. */
function partitionOf(region) {
    if (region.startsWith('cn-'))
        return 'aws-cn';
    if (region.startsWith('us-gov-'))
        return 'aws-us-gov';
    if (region.startsWith('eusc-'))
        return 'aws-eusc';
    const isolated = /^[a-z]+-(iso[a-z]?)-/.exec(region);
    return isolated === null ? 'aws' : `aws-${isolated[1] === 'isoa' ? 'iso' : isolated[1]}`;
}
const regionSource = '^[a-z]{2,4}(?:-[a-z]+){1,3}-\\d{1,2}$';
const partitionSource = 'aws(?:-[a-z]{2,4}(?:-[a-z])?)?';
const secretPattern = new RegExp(`^arn:(${partitionSource}):secretsmanager:([a-z0-9-]+):\\d{12}:secret:[A-Za-z0-9/_+=.@-]{1,519}` +
    '(?::[A-Za-z0-9/_+=.@-]{0,256}:[A-Za-z0-9/_+=.@-]{0,256}:[A-Za-z0-9-]{0,64})?$');
const storedParameterPattern = new RegExp(`^arn:(${partitionSource}):ssm:([a-z0-9-]+):\\d{12}:parameter/[A-Za-z0-9_.\\-/]{1,1011}$`);
/** The region that a secret's ARN names; undefined if it is not the full ARN of a secret or parameter. */
function secretRegion(arn) {
    const match = secretPattern.exec(arn) ?? storedParameterPattern.exec(arn);
    const [, partition, region] = match ?? [];
    return region !== undefined && partitionOf(region) === partition ? region : undefined;
}
const secretFix = 'Write the full ARN: arn:aws:secretsmanager:<region>:<account>:secret:<name>-<6 characters>, ' +
    'or arn:aws:ssm:<region>:<account>:parameter/<name>.';
function judgeSecretArn(text) {
    if (secretRegion(text) !== undefined)
        return { value: text };
    const message = `${(0,_core_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(text)} is not the full ARN of a Secrets Manager secret or an SSM parameter.`;
    return (0,_leaf_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)('E_SECRET_ARN', message, secretFix);
}
const roleSource = `^arn:${partitionSource}:iam::\\d{12}:role/(?:[\\w+=,.@-]+/)*[\\w+=,.@-]{1,64}$`;
const rolePattern = new RegExp(roleSource);
function judgeRoleArn(text) {
    if (rolePattern.test(text))
        return { value: text };
    const fix = 'Write arn:aws:iam::<account>:role/<name>, without wildcards.';
    return (0,_leaf_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)('E_ARN', `${(0,_core_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(text)} is not the ARN of an IAM role.`, fix);
}
function roleName(arn) {
    return arn.slice(arn.lastIndexOf('/') + 1);
}


/***/ }),

/***/ 4068:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ isBuiltin)
/* harmony export */ });
/**
 * The modules of Node.js that esbuild 0.28 leaves to it, whatever `paths` and `node_modules` hold. A name that is not
 * here, such as `test`, is one of them only with `node:` before it.
 */
const names = new Set(('_http_agent _http_client _http_common _http_incoming _http_outgoing _http_server _stream_duplex ' +
    '_stream_passthrough _stream_readable _stream_transform _stream_wrap _stream_writable _tls_common _tls_wrap ' +
    'assert assert/strict async_hooks buffer child_process cluster console constants crypto dgram ' +
    'diagnostics_channel dns dns/promises domain events fs fs/promises http http2 https inspector module net os path ' +
    'path/posix path/win32 perf_hooks process punycode querystring readline repl stream stream/consumers ' +
    'stream/promises stream/web string_decoder sys timers timers/promises tls trace_events tty url util util/types ' +
    'v8 vm wasi worker_threads zlib').split(' '));
function isBuiltin(specifier) {
    return names.has(specifier) || specifier.startsWith('node:');
}


/***/ }),

/***/ 2909:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h8: () => (/* binding */ judgeDocument),
  GW: () => (/* binding */ problemsOf),
  fK: () => (/* binding */ valueAt)
});

// EXTERNAL MODULE: ./src/core/parameters.ts
var parameters = __webpack_require__(2362);
// EXTERNAL MODULE: ./src/core/quote.ts
var quote = __webpack_require__(1748);
// EXTERNAL MODULE: ./src/core/nearest.ts
var nearest = __webpack_require__(3606);
;// CONCATENATED MODULE: ./src/flow/suggest.ts


function factsOf(schema) {
    return schema._zod.def;
}
/** The mapping inside a schema: below `optional`, and among the alternatives of a shorthand. */
function inside(schema) {
    const { innerType, options } = factsOf(schema);
    if (innerType !== undefined)
        return inside(innerType);
    return options?.map(inside).find((option) => factsOf(option).shape !== undefined) ?? schema;
}
function childOf(schema, step) {
    const { shape, element, valueType } = factsOf(inside(schema));
    return shape === undefined ? (element ?? valueType) : shape[step];
}
function keysAt(schema, path) {
    let at = schema;
    for (const step of path)
        at = at === undefined ? undefined : childOf(at, step);
    return at === undefined ? [] : Object.keys(factsOf(inside(at)).shape ?? {});
}
/** Keys one level down, as `resources.cpu`: where a key at the top usually belongs. */
function nestedKeys(schema) {
    const found = new Map();
    for (const key of keysAt(schema, [])) {
        for (const inner of [...keysAt(schema, [key]), ...keysAt(schema, [key, 0])]) {
            if (!found.has(inner))
                found.set(inner, `${key}.${inner}`);
        }
    }
    return found;
}
/** How other systems call what Headgate calls otherwise. Keys are in kebab-case. */
const habits = {
    env: 'Write `environment`.',
    'environment-variables': 'Write `environment`.',
    params: 'Write `parameters`.',
    cron: 'Write `schedules: [{ cron: … }]`.',
    schedule: 'Write `schedules: [{ cron: … }]`.',
    every: 'Write `schedules: [{ every: …, anchor: … }]`.',
    interval: 'Write `schedules: [{ every: …, anchor: … }]`.',
    timezone: 'Write `timezone` beside `cron` under `schedules`.',
    tz: 'Write `timezone` beside `cron` under `schedules`.',
    'time-zone': 'Write `timezone` beside `cron` under `schedules`.',
    catchup: 'Write `catch-up: { policy: …, window: …, max: … }`.',
    'starting-deadline': 'Write `catch-up: { window: … }`.',
    'starting-deadline-seconds': 'Write `catch-up: { window: … }`.',
    'concurrency-policy': 'Write `overlap`.',
    'depends-on': 'Write `after: { flows: [ … ] }`.',
    needs: 'Write `after: { flows: [ … ] }`.',
    upstream: 'Write `after: { flows: [ … ] }`.',
    'on-failure': 'Write `after: { flows: [ … ], when: failed }` in the flow that shall run then.',
    'on-success': 'Write `after: { flows: [ … ] }` in the flow that shall run then.',
    retry: 'Write `retries: { limit: … }`.',
    'max-retries': 'Write `retries: { limit: … }`.',
    'retry-delay': 'Write `retries: { delay: … }`.',
    'retry-backoff': 'Write `retries: { backoff: … }`.',
    'task-role-arn': 'Write `task-role`.',
    role: 'Write `task-role`.',
    'ephemeral-storage': 'Write `resources: { storage: … }`.',
    script: 'Write `entrypoint` for TypeScript, or `command` for another language.',
    run: 'Write `entrypoint` for TypeScript, or `command` for another language.',
    'platform-version': 'Remove it: Fargate always starts on its newest platform.',
    privileged: 'Remove it: Fargate has no privileged containers.',
    enabled: 'Remove it; `headgate pause <flow>` stops a flow for a while.',
    disabled: 'Remove it; `headgate pause <flow>` stops a flow for a while.',
    pattern: 'Remove it: use `enum`, `format` or a length, since a pattern can take forever.',
    'network-configuration': 'Write `network: <name>`, and define it in headgate.yml under `aws.networks`.',
    subnets: 'Define them in headgate.yml under `aws.networks`, and write `network: <name>`.',
    'security-groups': 'Define them in headgate.yml under `aws.networks`, and write `network: <name>`.',
    'assign-public-ip': 'Define it in headgate.yml under `aws.networks`, and write `network: <name>`.',
    'capacity-provider-strategy': 'Write `resources: { spot: true }`.',
    'launch-type': 'Remove it: attempts run on Fargate, or on Fargate Spot with `resources: { spot: true }`.',
    containers: 'Write `sidecars: { <name>: { image: … } }`.',
    'container-definitions': 'Write `sidecars: { <name>: { image: … } }`.',
    efs: 'Write `volumes: { <name>: { file-system: …, access-point: …, path: … } }`.',
    labels: 'Write `tags`.',
};
function kebab(key) {
    return key
        .slice(0, 64)
        .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
        .replaceAll('_', '-')
        .toLowerCase();
}
/** What to write instead of a key that the mapping under `path` does not have. */
function suggestKey(schema, path, key) {
    const allowed = keysAt(schema, path);
    const plain = kebab(key);
    if (allowed.includes(plain))
        return `Write ${(0,quote/* quote */.h)(plain)}.`;
    const habit = Object.hasOwn(habits, plain) ? habits[plain] : undefined;
    if (habit !== undefined)
        return habit;
    const nested = path.length === 0 ? nestedKeys(schema).get(plain) : undefined;
    if (nested !== undefined)
        return `Write it as \`${nested}\`.`;
    const close = (0,nearest/* nearest */.p)(plain, allowed);
    return close === undefined ? `Allowed: ${allowed.join(', ')}.` : `Did you mean ${(0,quote/* quote */.h)(close)}?`;
}

// EXTERNAL MODULE: ./src/flow/yaml-node.ts
var yaml_node = __webpack_require__(6674);
;// CONCATENATED MODULE: ./src/flow/judge.ts




/** Further passes after pruning; each prunes at least one key, and what one pass misses the next has. */
const passLimit = 4;
/**
 * Judges a document by its schema. Faulty values are pruned and the rest judged again, so that rules over several
 * values can still speak about those that are right, and all problems come at once.
 */
function judgeDocument(schema, document) {
    const first = schema.safeParse(document);
    if (first.success)
        return { value: first.data, found: [] };
    const found = first.error.issues.flatMap((issue) => foundIn(issue, [], { schema, document }));
    let rest = found;
    for (let pass = 0; pass < passLimit; pass += 1) {
        if (!rest.every(({ path }) => prune(document, path)))
            return { value: undefined, found };
        const next = schema.safeParse(document);
        if (next.success)
            return { value: next.data, found };
        rest = next.error.issues.flatMap((issue) => foundIn(issue, [], { schema, document }));
    }
    return { value: undefined, found };
}
function foundIn(issue, above, context) {
    const path = [...above, ...issue.path];
    const value = valueAt(context.document, path);
    if (issue.code === 'custom') {
        const fault = issue.params.fault;
        return [{ path, at: fault.code === 'E_REQUIRED' ? 'key' : 'value', fault }];
    }
    if (issue.code === 'unrecognized_keys')
        return issue.keys.map((key) => unknownKey(path, key, context));
    if (issue.code === 'invalid_union')
        return unionFaults(issue.errors, path, context);
    if (value === undefined)
        return [{ path, at: 'key', fault: missingFault() }];
    if (issue.code === 'too_small')
        return [{ path, at: 'value', fault: emptyFault() }];
    if (issue.code === 'too_big') {
        const message = `The list has more than ${issue.maximum} items.`;
        return [{ path, at: 'value', fault: { code: 'E_RANGE', message, fix: 'Shorten it.' } }];
    }
    return [{ path, at: 'value', fault: typeFault(path, value, issue) }];
}
function missingFault() {
    return { code: 'E_REQUIRED', message: 'It is missing.', fix: 'Add it.' };
}
function emptyFault() {
    return {
        code: 'E_REQUIRED',
        message: 'The list is empty.',
        fix: 'Name at least one, or leave the key out.',
    };
}
/** Of the alternatives of a shorthand, the one whose kind of value was written. */
function unionFaults(errors, path, context) {
    const isOtherKind = (issue) => {
        const fault = issue.code === 'custom' ? issue.params.fault : undefined;
        return issue.path.length === 0 && (issue.code === 'invalid_type' || fault?.code === 'E_TYPE');
    };
    const meant = errors.find((branch) => !branch.some(isOtherKind)) ?? errors[0] ?? [];
    return meant.flatMap((issue) => foundIn(issue, path, context));
}
function unknownKey(path, key, { schema }) {
    const message = `Unknown key ${(0,quote/* quote */.h)(key)}.`;
    return {
        path: [...path, key],
        at: 'key',
        fault: { code: 'E_UNKNOWN_KEY', message, fix: suggestKey(schema, path, key) },
    };
}
function typeFault(path, value, issue) {
    if (path.at(-1) === 'image' && typeof value === 'string')
        return imageFault(value);
    const expected = 'expected' in issue ? String(issue.expected) : 'another value';
    const kind = { object: 'a mapping', record: 'a mapping', array: 'a list' }[expected] ?? expected;
    const message = `Expected ${kind}, got ${(0,quote/* quoteWithType */.P)(value)}.`;
    return { code: 'E_TYPE', message, fix: typeFix(path, value, kind) };
}
function typeFix(path, value, kind) {
    if (path.length === 0)
        return 'Write keys and values, such as `description: …`.';
    if (value === null)
        return 'Give it a value, or leave the key out.';
    if (path.at(-1) === 'command' && typeof value === 'string') {
        return `Write a list: ${JSON.stringify(value.trim().split(/\s+/).slice(0, 6))}.`;
    }
    if (kind === 'a list')
        return 'Write [ … ], or one item a line after `- `.';
    return 'Write keys and values, indented below it.';
}
/** A flow never names an image: which one runs is decided, by digest, when it is deployed. */
function imageFault(image) {
    const fix = 'Write `image: { dockerfile: Dockerfile }`; a finished image is given to `deploy` as name@sha256:digest.';
    if (/@sha256:[0-9a-f]{64}$/.test(image)) {
        return { code: 'E_TYPE', message: `Expected a mapping, got string ${(0,quote/* quote */.h)(image)}.`, fix };
    }
    if (image.includes('@')) {
        return {
            code: 'E_IMAGE_DIGEST',
            message: `${(0,quote/* quote */.h)(image)} does not end in @sha256: and 64 hexadecimal digits.`,
            fix,
        };
    }
    return {
        code: 'E_IMAGE_MUTABLE',
        message: `${(0,quote/* quote */.h)(image)} names no digest, so it can change after the plan.`,
        fix,
    };
}
function valueAt(document, path) {
    let at = document;
    for (const step of path) {
        if (typeof at !== 'object' || at === null)
            return undefined;
        at = Object.hasOwn(at, step) ? at[step] : undefined;
    }
    return at;
}
/** Deletes the faulty key, or the nearest one above that can be left out. False if it is the document itself. */
function prune(document, path) {
    const isThere = valueAt(document, path) !== undefined;
    const last = path.at(-1);
    if (path.length === 0)
        return false;
    const parent = valueAt(document, path.slice(0, -1));
    if (isThere && typeof last === 'string' && typeof parent === 'object' && parent !== null) {
        delete parent[last];
        return true;
    }
    if (parent === undefined && path.length > 1)
        return prune(document, path.slice(0, -1));
    // An item of a list cannot be left out without renumbering the others; a missing key makes its mapping faulty.
    return path.length === 1 ? !isThere : prune(document, path.slice(0, -1));
}
/** Faults as problems with places; where one value has several, its first stage's alone. */
function problemsOf(found, document) {
    return found.map(({ path, at, fault }) => ({
        ...fault,
        place: (0,yaml_node/* placeOfPath */.E)(document, path, at),
        ...(path.length === 0 ? {} : { field: (0,parameters/* fieldOf */._F)(path) }),
    }));
}


/***/ }),

/***/ 4402:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y9: () => (/* binding */ choiceLeaf),
  xy: () => (/* binding */ durationLeaf),
  Vx: () => (/* binding */ flagLeaf),
  t7: () => (/* binding */ fractionLeaf),
  V4: () => (/* binding */ leaf),
  TR: () => (/* binding */ refuse),
  br: () => (/* binding */ refuseType),
  I6: () => (/* binding */ textLeaf),
  IR: () => (/* binding */ wholeLeaf)
});

// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9143);
// EXTERNAL MODULE: ../../node_modules/zod/v4/core/core.js
var core = __webpack_require__(6416);
// EXTERNAL MODULE: ./src/core/nearest.ts
var nearest = __webpack_require__(3606);
// EXTERNAL MODULE: ./src/core/quote.ts
var quote = __webpack_require__(1748);
;// CONCATENATED MODULE: ./src/flow/durations.ts
const durationPattern = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;
const unitSeconds = [86_400, 3_600, 60, 1];
const unitNames = ['d', 'h', 'm', 's'];
/** For editors: the same rule as `parseDuration`, and never the empty text. */
const durationSource = '^(?=.)(?:\\d+d)?(?:\\d+h)?(?:\\d+m)?(?:\\d+s)?$';
/** `30s`, `15m`, `6h`, `2d`, `1h30m` in seconds; undefined for anything else. */
function parseDuration(text) {
    const match = durationPattern.exec(text);
    if (match === null || text === '')
        return undefined;
    return unitSeconds.reduce((total, seconds, index) => total + seconds * Number(match[index + 1] ?? 0), 0);
}
/** Seconds as people write them: `1h30m`. */
function writeDuration(seconds) {
    let rest = seconds;
    const parts = unitSeconds.map((unit, index) => {
        const count = Math.floor(rest / unit);
        rest -= count * unit;
        return count === 0 ? '' : `${count}${unitNames[index]}`;
    });
    return parts.join('') || '0s';
}

;// CONCATENATED MODULE: ./src/flow/leaf.ts




/** One value with a rule of its own: the rule judges, and `facts` tells editors what it asks for. */
function leaf(facts, judge) {
    return schemas/* unknown */.L5J()
        .transform((value, context) => {
        const verdict = value === undefined ? missing : judge(value);
        if ('value' in verdict)
            return verdict.value;
        context.issues.push({ code: 'custom', input: value, params: { fault: verdict.fault } });
        return core/* NEVER */.tm;
    })
        .meta(facts);
}
const missing = { fault: { code: 'E_REQUIRED', message: 'It is missing.', fix: 'Add it.' } };
function refuse(code, message, fix) {
    return { fault: fix === undefined ? { code, message } : { code, message, fix } };
}
function refuseType(expected, value, fix) {
    return refuse('E_TYPE', `Expected ${expected}, got ${(0,quote/* quoteWithType */.P)(value)}.`, fix);
}
function textLeaf(rule, judge) {
    const limit = rule.limit ?? 1_024;
    return leaf({ type: 'string', description: rule.description }, (value) => {
        if (typeof value !== 'string')
            return refuseType('a text', value, textFix(value));
        if (value === '' && rule.mayBeEmpty !== true && judge === undefined) {
            return refuse('E_REQUIRED', 'The text is empty.', 'Write something, or leave the key out.');
        }
        if (value.length > limit)
            return refuse('E_RANGE', `The text has ${value.length} characters; at most ${limit}.`);
        return judge === undefined ? { value } : judge(value);
    });
}
function textFix(value) {
    return typeof value === 'number' || typeof value === 'boolean' ? `Quote it: "${value}".` : undefined;
}
function choiceLeaf(allowed, description) {
    return leaf({ type: 'string', enum: allowed, description }, (value) => {
        if (typeof value !== 'string')
            return refuseType('a word', value, `Allowed: ${allowed.join(', ')}.`);
        const found = allowed.find((item) => item === value);
        if (found !== undefined)
            return { value: found };
        const close = (0,nearest/* nearest */.p)(value, allowed);
        const hint = close === undefined ? '' : ` Did you mean ${close}?`;
        return refuse('E_ENUM', `${(0,quote/* quote */.h)(value)} is not allowed.`, `Allowed: ${allowed.join(', ')}.${hint}`);
    });
}
function wholeLeaf(rule) {
    return numberLeaf({ ...rule, isWhole: true });
}
function fractionLeaf(rule) {
    return numberLeaf({ ...rule, isWhole: false });
}
function numberLeaf({ isWhole, ...rule }) {
    const expected = isWhole ? 'a whole number' : 'a number';
    const range = `${rule.minimum} to ${rule.maximum}`;
    return leaf({ type: isWhole ? 'integer' : 'number', ...rule }, (value) => {
        if (typeof value !== 'number' || !Number.isFinite(value) || (isWhole && !Number.isInteger(value))) {
            return refuseType(expected, value, numberFix(value, range));
        }
        if (value >= rule.minimum && value <= rule.maximum)
            return { value };
        return refuse('E_RANGE', `${value} is out of range.`, `Allowed: ${range}.`);
    });
}
function numberFix(value, range) {
    const plain = typeof value === 'string' ? value.replaceAll('_', '') : '';
    return /^-?\d+(?:\.\d+)?$/.test(plain) ? `Write ${plain}, without quotes.` : `Allowed: ${range}.`;
}
function flagLeaf(description) {
    return leaf({ type: 'boolean', description }, (value) => {
        if (typeof value === 'boolean')
            return { value };
        const isYes = typeof value === 'string' && /^(?:yes|y|on|true|1)$/i.test(value);
        const isNo = typeof value === 'string' && /^(?:no|n|off|false|0)$/i.test(value);
        return refuseType('boolean', value, `Write ${isYes ? 'true' : isNo ? 'false' : 'true or false'}.`);
    });
}
const durationFix = 'Write a number with its unit: 30s, 15m, 6h, 2d, 1h30m.';
function durationLeaf(rule) {
    const facts = {
        type: 'string',
        pattern: durationSource,
        description: rule.description,
        examples: [writeDuration(rule.leastSeconds)],
    };
    return leaf(facts, (value) => {
        if (typeof value !== 'number' && typeof value !== 'string') {
            return refuseType('a duration', value, durationFix);
        }
        const read = readDuration(value);
        return 'fault' in read ? read : judgeSeconds(read.value, value, rule);
    });
}
function readDuration(value) {
    const clock = typeof value === 'string' ? /^(\d+):(\d+)$/.exec(value) : null;
    if (clock !== null)
        return refuseType('a duration', value, `Write ${clock[1]}h${clock[2]}m.`);
    const bare = value === 0 ? 0 : undefined;
    const seconds = typeof value === 'string' ? parseDuration(value) : bare;
    if (seconds !== undefined)
        return { value: seconds };
    return refuse('E_DURATION', `${(0,quote/* quote */.h)(value)} is not a duration.`, bareFix(value));
}
function judgeSeconds(seconds, seen, rule) {
    if (rule.isWholeMinutes === true && seconds % 60 !== 0) {
        return refuse('E_RANGE', `${(0,quote/* quote */.h)(seen)} is not a number of whole minutes.`, 'Slots are whole minutes.');
    }
    if (seconds >= rule.leastSeconds && seconds <= rule.mostSeconds)
        return { value: seconds };
    const range = `${writeDuration(rule.leastSeconds)} to ${writeDuration(rule.mostSeconds)}`;
    return refuse('E_RANGE', `${(0,quote/* quote */.h)(seen)} is out of range.`, `Allowed: ${range}.`);
}
function bareFix(value) {
    if (typeof value === 'number' && Number.isInteger(value) && value > 0) {
        return `Write its unit, such as ${value}s, ${value}m or ${value}h.`;
    }
    return durationFix;
}


/***/ }),

/***/ 8630:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IV: () => (/* binding */ folderProblem),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   al: () => (/* binding */ inOrder)
/* harmony export */ });
/* harmony import */ var _core_flow_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2398);
/* harmony import */ var _core_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1748);
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2909);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2063);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4436);
/* harmony import */ var _settle_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(599);
/* harmony import */ var _texts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(699);
/* harmony import */ var _yaml_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2082);
/* harmony import */ var _yaml_node_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6674);









/** From the bytes of a `flow.yml` to a manifest, or to everything that is wrong with it. */
function parseManifest(source) {
    const folderVerdict = (0,_core_flow_js__WEBPACK_IMPORTED_MODULE_7__/* .judgeFlowName */ .x)(source.folder);
    if (folderVerdict.kind !== 'ok')
        return { problems: [folderProblem(source.folder, source.file)] };
    const read = (0,_yaml_js__WEBPACK_IMPORTED_MODULE_6__/* .readYaml */ .gM)({ file: source.file, bytes: source.bytes });
    const { document } = read;
    if (document === undefined)
        return { problems: read.problems };
    const { manifest, found } = judgeManifest(document, folderVerdict.name, source);
    const problems = inOrder([...read.problems, ...unplaced((0,_judge_js__WEBPACK_IMPORTED_MODULE_1__/* .problemsOf */ .GW)(found, document), read.problems)]);
    return manifest === undefined || problems.length > 0
        ? { problems, document }
        : { manifest, problems, document };
}
function judgeManifest(document, name, source) {
    const judged = (0,_judge_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeDocument */ .h8)(_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestSchema */ .r, (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_8__/* .jsonOf */ .o)(document.root));
    const found = [...judged.found, ...(0,_texts_js__WEBPACK_IMPORTED_MODULE_5__/* .textFaults */ .x)(document.root)];
    if (judged.value === undefined)
        return { manifest: undefined, found };
    const written = judged.value;
    const { file, project } = source;
    const manifest = (0,_settle_js__WEBPACK_IMPORTED_MODULE_4__/* .settle */ .G)({ name, file, written, defaults: defaultsOf(project) });
    const raw = (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_8__/* .jsonOf */ .o)(document.root);
    found.push(...nameFaults(written.name, source), ...(0,_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .ruleFaults */ .i)({ manifest, written, raw, project }));
    return { manifest, found };
}
const readDefaults = new WeakMap();
/** The project's defaults, judged once: `parseProject` has refused the faulty ones. */
function defaultsOf(project) {
    const known = readDefaults.get(project);
    if (known !== undefined)
        return known;
    const defaults = _schema_js__WEBPACK_IMPORTED_MODULE_3__/* .defaultsSchema */ .m.parse(project.defaults);
    readDefaults.set(project, defaults);
    return defaults;
}
function nameFaults(name, { folder, folders, file }) {
    if (name === undefined || name === folder)
        return [];
    const isTaken = folders?.has(name) === true;
    const message = isTaken
        ? `${(0,_core_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(name)} is the name of the flow in flows/${name}; this one is in flows/${folder}.`
        : `The flow is called ${(0,_core_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(name)}, its folder ${(0,_core_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(folder)}.`;
    const code = isTaken ? 'E_NAME_COLLISION' : 'E_NAME_DIR_MISMATCH';
    const fix = `Remove \`name\` from ${file}: the folder's name is the flow's name.`;
    return [{ path: ['name'], at: 'value', fault: { code, message, fix } }];
}
/** A folder whose name cannot be the name of a flow. */
function folderProblem(folder, file) {
    const isReserved = (0,_core_flow_js__WEBPACK_IMPORTED_MODULE_7__/* .judgeFlowName */ .x)(folder).kind === 'reserved';
    const message = isReserved
        ? `The folder ${(0,_core_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(folder)} is called like a device on Windows.`
        : `The folder ${(0,_core_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(folder)} cannot be the name of a flow.`;
    const fix = 'Rename it: a-z, 0-9 and single dashes, starting with a letter, at most 48 characters.';
    return { code: isReserved ? 'E_NAME_RESERVED' : 'E_FLOW_DIR_NAME', place: { file }, message, fix };
}
const keyOf = ({ place }) => `${place?.line}:${place?.column}`;
/** A value that cannot be read for sure is not judged any further: one problem a place. */
function unplaced(problems, earlier) {
    const taken = new Set(earlier.map(keyOf));
    return problems.filter((problem) => !taken.has(keyOf(problem)));
}
function inOrder(problems) {
    const line = (problem) => problem.place?.line ?? 0;
    const column = (problem) => problem.place?.column ?? 0;
    return [...problems].sort((a, b) => line(a) - line(b) || column(a) - column(b));
}


/***/ }),

/***/ 2063:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ ruleFaults)
});

// EXTERNAL MODULE: ./src/core/json.ts
var json = __webpack_require__(7136);
// EXTERNAL MODULE: ./src/core/nearest.ts
var nearest = __webpack_require__(3606);
// EXTERNAL MODULE: ./src/core/parameters.ts
var parameters = __webpack_require__(2362);
// EXTERNAL MODULE: ./src/core/project.ts
var core_project = __webpack_require__(1273);
// EXTERNAL MODULE: ./src/core/quote.ts
var quote = __webpack_require__(1748);
// EXTERNAL MODULE: ./src/core/identity.ts
var identity = __webpack_require__(3484);
// EXTERNAL MODULE: ./src/core/series.ts
var series = __webpack_require__(2395);
;// CONCATENATED MODULE: ./src/core/shared-run-ids.ts


/** Of sets of parameters, which earlier and different one each would share the ids of its runs with. */
function sharedRunIds(sets, suffixOf = identity/* parametersSuffix */.Yb) {
    const first = new Map();
    return sets.map((parameters, index) => {
        const suffix = suffixOf(parameters);
        const other = first.get(suffix);
        if (other === undefined)
            first.set(suffix, index);
        return other !== undefined && (0,series/* seriesOf */.L)(sets[other] ?? {}) !== (0,series/* seriesOf */.L)(parameters) ? other : undefined;
    });
}

// EXTERNAL MODULE: ./src/flow/arn.ts
var flow_arn = __webpack_require__(632);
// EXTERNAL MODULE: ./src/core/secret-like.ts
var secret_like = __webpack_require__(7536);
;// CONCATENATED MODULE: ./src/flow/environment.ts


const namePattern = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Set by the platform or by Headgate, or able to make an interpreter run something else. */
const reservedPrefixes = ['AWS_', 'ECS_', 'LD_', 'DYLD_', 'GITHUB_', 'ACTIONS_', 'RUNNER_', 'HEADGATE_'];
const reservedNames = new Set(('NODE_OPTIONS NODE_PATH NODE_EXTRA_CA_CERTS PYTHONPATH PYTHONHOME PYTHONSTARTUP PERL5LIB PERL5OPT RUBYLIB RUBYOPT ' +
    'JAVA_TOOL_OPTIONS _JAVA_OPTIONS BASH_ENV ENV IFS SHELL PATH HOME').split(' '));
function variableNameFault(name) {
    if (!namePattern.test(name)) {
        const message = `${(0,quote/* quote */.h)(name)} cannot be the name of an environment variable.`;
        return { code: 'E_ENV_NAME', message, fix: 'Use letters, digits and _, not starting with a digit.' };
    }
    const prefix = reservedPrefixes.find((start) => name.startsWith(start));
    if (prefix === undefined && !reservedNames.has(name))
        return undefined;
    const rule = prefix === undefined ? 'The name' : `Every name that starts with ${prefix}`;
    return {
        code: 'E_ENV_RESERVED',
        message: `${rule} is reserved: ${(0,quote/* quote */.h)(name)}.`,
        fix: 'Choose another name.',
    };
}
/** The one variable of the SDK that a manifest sets: where results of finished tasks are kept between attempts. */
const checkpointsName = 'HEADGATE_CHECKPOINTS';
const checkpointsPattern = /^(?:s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\/[^\s]*)?|\/[^\s]+)$/;
function variableFault(name, value) {
    if (name !== checkpointsName)
        return variableNameFault(name);
    if (checkpointsPattern.test(value))
        return undefined;
    const message = `${(0,quote/* quote */.h)(value)} is no place for checkpoints.`;
    return {
        code: 'E_CHECKPOINTS',
        message,
        fix: 'Write s3://bucket/prefix, or the path of a mounted folder.',
    };
}
function secretNameFault(name) {
    if (!(0,secret_like/* looksLikeSecretName */.F)(name))
        return undefined;
    const message = `The name ${(0,quote/* quote */.h)(name)} says that it holds a secret, and everyone with access to ECS could read it.`;
    return { code: 'E_SECRET_LIKE', message, fix: `Move it to \`secrets\`, as the ARN of a stored secret.` };
}
/** Of one container; its keys stand below `path`. */
function variableFaults({ environment, secrets }, path) {
    const found = [];
    const note = (inner, fault) => {
        if (fault !== undefined)
            found.push({ path: [...path, ...inner], at: 'key', fault });
    };
    for (const [name, value] of Object.entries(environment)) {
        note(['environment', name], variableFault(name, value));
        if (value !== '')
            note(['environment', name], secretNameFault(name));
    }
    for (const name of Object.keys(secrets)) {
        note(['secrets', name], variableNameFault(name));
        if (Object.hasOwn(environment, name))
            note(['secrets', name], twiceFault(name));
    }
    return found;
}
/** ECS takes 64 KiB for a whole task definition; the rest of it stays below 4 KiB. */
const workloadLimitBytes = 61_440;
function environmentFaults(workload) {
    const { environment, secrets, program, sidecars = [] } = workload;
    const argv = program.kind === 'command' ? program.argv : [];
    const beside = sidecars.flatMap((sidecar) => [sidecar.environment, sidecar.secrets, sidecar.command ?? []]);
    const size = sizeFault([environment, secrets, argv, ...beside]);
    return [
        ...variableFaults(workload, []),
        ...(size === undefined ? [] : [{ path: ['environment'], at: 'key', fault: size }]),
    ];
}
function twiceFault(name) {
    const message = `${(0,quote/* quote */.h)(name)} is under \`environment\` too.`;
    return { code: 'E_ENV_DUP', message, fix: 'Keep one.' };
}
function sizeFault(parts) {
    const pair = ([name, value]) => ({ name, value });
    const text = JSON.stringify(parts.map((part) => (Array.isArray(part) ? part : Object.entries(part).map(pair))));
    const size = new TextEncoder().encode(text).length;
    if (size <= workloadLimitBytes)
        return undefined;
    const message = `Environment, secrets and command take ${size} bytes; ${workloadLimitBytes} fit into a task definition.`;
    return { code: 'E_TASKDEF_TOO_LARGE', message, fix: 'Move data into a file of the flow.' };
}

// EXTERNAL MODULE: ./src/flow/schema-containers.ts
var schema_containers = __webpack_require__(1785);
;// CONCATENATED MODULE: ./src/flow/container-rules.ts



/** Rules over what stands beside the flow's own container, and over tags. */
function containerFaults({ workload }, project) {
    const { sidecars = [], volumes = [], tags = {} } = workload;
    return [
        ...countFault('sidecars', sidecars.length),
        ...countFault('volumes', volumes.length),
        ...countFault('tags', Object.keys(tags).length),
        ...sidecars.flatMap(sidecarFaults),
        ...volumes.flatMap((volume, index) => volumeFaults(volume, volumes.slice(0, index))),
        ...(volumes.length === 0 ? [] : roleFault(workload.taskRole, project)),
        ...Object.entries(tags).flatMap(([key, value]) => tagFaults(key, value)),
    ];
}
function at(path, where, fault) {
    return fault === undefined ? [] : [{ path, at: where, fault }];
}
function countFault(key, count) {
    const most = schema_containers/* mostOf */.F[key];
    const message = `${count} are too many: an ECS task takes ${most} besides Headgate's own.`;
    return at([key], 'key', count > most ? { code: 'E_RANGE', message, fix: 'Name fewer.' } : undefined);
}
const container_rules_namePattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const longestName = 48;
function nameFault(name) {
    if (name.length > longestName || !container_rules_namePattern.test(name)) {
        const fix = `Use a-z, 0-9 and single dashes, starting with a letter, at most ${longestName} characters.`;
        return { code: 'E_NAME', message: `${(0,quote/* quote */.h)(name)} is not allowed as a name here.`, fix };
    }
    // ECS puts containers called aws-guardduty-agent-… into tasks where GuardDuty watches them.
    if (name !== 'flow' && !name.startsWith('aws-'))
        return undefined;
    const owner = name === 'flow' ? "the flow's own container" : 'containers that AWS adds';
    return {
        code: 'E_NAME_RESERVED',
        message: `${(0,quote/* quote */.h)(name)} is kept for ${owner}.`,
        fix: 'Choose another name.',
    };
}
function sidecarFaults({ name, environment, secrets, ready, health }) {
    const path = ['sidecars', name];
    const isUnseen = ready === 'healthy' && health === undefined;
    const message = '`ready: healthy` needs `health`: without a check ECS never calls a container healthy.';
    const fix = 'Add `health: { command: [ … ] }`, or write `ready: started`.';
    return [
        ...at(path, 'key', nameFault(name)),
        ...at([...path, 'ready'], 'value', isUnseen ? { code: 'E_SIDECAR_HEALTH', message, fix } : undefined),
        ...variableFaults({ environment, secrets }, path),
    ];
}
function volumeFaults({ name, path: mounted }, earlier) {
    const path = ['volumes', name];
    const isInside = (inner, outer) => inner === outer || inner.startsWith(`${outer}/`);
    const other = earlier.find((one) => isInside(mounted, one.path) || isInside(one.path, mounted));
    const message = `${(0,quote/* quote */.h)(mounted)} and ${(0,quote/* quote */.h)(other?.path)} of ${(0,quote/* quote */.h)(other?.name)} lie in each other.`;
    const clash = { code: 'E_MOUNT_PATH', message, fix: 'Mount them beside each other.' };
    return [
        ...at(path, 'key', nameFault(name)),
        ...at([...path, 'path'], 'value', other === undefined ? undefined : clash),
    ];
}
/** EFS asks who mounts (`iam: ENABLED`), and ECS answers with the task role (ECS API reference, EFSAuthorizationConfig). */
function roleFault(taskRole, { aws }) {
    if (aws === undefined || taskRole !== undefined || aws.taskRole !== undefined)
        return [];
    const message = 'Volumes are mounted with the task role, and neither the flow nor the project names one.';
    const fix = 'Add `task-role`, and let it do elasticfilesystem:ClientMount on the file system.';
    return at(['volumes'], 'key', { code: 'E_VOLUME_ROLE', message, fix });
}
/** What ECS takes (API reference, Tag). */
const tagText = /^[\p{L}\p{N} +=._:/@-]*$/u;
const longestTagKey = 128;
function tagFaults(key, value) {
    const path = ['tags', key];
    const code = 'E_TAG';
    const reserved = /^(?:aws|headgate):/i.exec(key)?.[0];
    const isKey = key !== '' && key.length <= longestTagKey && tagText.test(key);
    const fix = `Use letters, digits, blanks and + - = . _ : / @; keys have 1 to ${longestTagKey} characters.`;
    const badKey = isKey ? undefined : { code, message: `${(0,quote/* quote */.h)(key)} cannot be the key of a tag.`, fix };
    const taken = {
        code,
        message: `Keys that start with ${(0,quote/* quote */.h)(reserved)} are reserved.`,
        fix: 'Choose another key.',
    };
    const isValue = tagText.test(value);
    return [
        ...at(path, 'key', reserved === undefined ? badKey : taken),
        ...at(path, 'value', isValue ? undefined : { code, message: `${(0,quote/* quote */.h)(value)} cannot be the value of a tag.`, fix }),
    ];
}

;// CONCATENATED MODULE: ./src/flow/fargate.ts
/** Memory in MiB that Fargate offers for each number of CPU units; ECS refuses any other pair at registration. */
const memoryOf = new Map([
    [256, [512, 1_024, 2_048]],
    [512, { least: 1_024, most: 4_096, step: 1_024 }],
    [1_024, { least: 2_048, most: 8_192, step: 1_024 }],
    [2_048, { least: 4_096, most: 16_384, step: 1_024 }],
    [4_096, { least: 8_192, most: 30_720, step: 1_024 }],
    [8_192, { least: 16_384, most: 61_440, step: 4_096 }],
    [16_384, { least: 32_768, most: 122_880, step: 8_192 }],
]);
function listOf(sizes) {
    if (!('least' in sizes))
        return sizes;
    const { least, most, step } = sizes;
    return Array.from({ length: (most - least) / step + 1 }, (_, index) => least + index * step);
}
function fargateFault({ cpu, memoryMiB }) {
    const sizes = memoryOf.get(cpu);
    if (sizes === undefined) {
        const message = `Fargate has no size with ${cpu} CPU units.`;
        return { code: 'E_FARGATE_SIZE', message, fix: `Allowed for cpu: ${[...memoryOf.keys()].join(', ')}.` };
    }
    const allowed = listOf(sizes);
    if (allowed.includes(memoryMiB))
        return undefined;
    const message = `Fargate has no size with ${cpu} CPU units and ${memoryMiB} MiB of memory.`;
    return {
        code: 'E_FARGATE_SIZE',
        message,
        fix: `Allowed for memory with cpu ${cpu}: ${allowed.join(', ')}.`,
    };
}

// EXTERNAL MODULE: ./src/flow/judge.ts + 1 modules
var judge = __webpack_require__(2909);
;// CONCATENATED MODULE: ./src/flow/parameter-rules.ts



/** What is wrong with declared parameters: their names, and schemas that contradict themselves. */
function parameterSchemaFaults(schemas) {
    const names = new Map();
    return Object.entries(schemas).flatMap(([name, schema]) => {
        const path = ['parameters', name];
        const other = names.get(name.toLowerCase());
        names.set(name.toLowerCase(), other ?? name);
        const message = `${(0,quote/* quote */.h)(name)} and ${(0,quote/* quote */.h)(other)} differ only in case.`;
        const collision = { code: 'E_PARAM_COLLISION', message, fix: 'Rename one.' };
        const faults = [
            variableNameFault(name),
            secretNameFault(name),
            other === undefined ? undefined : collision,
        ];
        const ofName = faults.flatMap((fault) => fault === undefined ? [] : [{ path, at: 'key', fault }]);
        return [...ofName, ...schemaFaults(schema, path)];
    });
}
const keywordTypes = {
    format: ['string'],
    minLength: ['string'],
    maxLength: ['string'],
    minimum: ['integer', 'number'],
    maximum: ['integer', 'number'],
    items: ['array'],
};
function schemaFaults(schema, path) {
    const { default: preset, items, enum: allowed = [], ...rest } = schema;
    const presets = preset === undefined ? [] : (0,parameters/* parameterValueFaults */.uk)(schema, preset);
    const unfit = allowed.flatMap((value, index) => (0,parameters/* parameterValueFaults */.uk)(rest, value).map((fault) => ({ ...fault, path: ['enum', index] })));
    return [
        ...keywordFaults(schema, path),
        ...presets.map((fault) => wrong([...path, 'default'], 'E_PARAM_DEFAULT', fault)),
        ...unfit.map((fault) => wrong([...path, ...fault.path], 'E_PARAM_SCHEMA', fault)),
        ...(items === undefined ? [] : itemsFaults(items, [...path, 'items'])),
    ];
}
function wrong(path, code, { message, fix }) {
    return { path, at: 'value', fault: fix === undefined ? { code, message } : { code, message, fix } };
}
function itemsFaults(items, path) {
    const faults = schemaFaults(items, path);
    if (items.default === undefined)
        return faults;
    const fault = { code: 'E_UNKNOWN_KEY', message: 'Items of a list have no default.', fix: 'Remove it.' };
    return [...faults, { path: [...path, 'default'], at: 'key', fault }];
}
function keywordFaults(schema, path) {
    const misplaced = Object.entries(keywordTypes).flatMap(([keyword, types]) => {
        const isFit = types.includes(schema.type);
        if (isFit || schema[keyword] === undefined)
            return [];
        const message = `\`${keyword}\` means nothing for the type ${schema.type}.`;
        return [wrong([...path, keyword], 'E_PARAM_SCHEMA', { message, fix: `It is for: ${types.join(', ')}.` })];
    });
    return [
        ...misplaced,
        ...boundFaults(schema, path, ['minimum', 'maximum']),
        ...boundFaults(schema, path, ['minLength', 'maxLength']),
    ];
}
function boundFaults(schema, path, [least, most]) {
    const low = schema[least] ?? Number.NEGATIVE_INFINITY;
    const high = schema[most] ?? Number.POSITIVE_INFINITY;
    if (low <= high)
        return [];
    const message = `\`${least}\` ${low} is above \`${most}\` ${high}, so no value fits.`;
    return [wrong([...path, least], 'E_PARAM_SCHEMA', { message, fix: 'Swap or correct them.' })];
}

// EXTERNAL MODULE: ./src/flow/settle.ts + 1 modules
var settle = __webpack_require__(599);
;// CONCATENATED MODULE: ./src/flow/rules.ts













/** Rules over several values of a manifest, or over a manifest and its project. */
function ruleFaults(subject) {
    const { workload, policy } = subject.manifest;
    const size = fargateFault(workload.resources);
    return [
        ...(size === undefined ? [] : [rules_at(['resources'], size)]),
        ...triggerFaults(subject),
        ...programFaults(subject),
        ...externalFaults(subject),
        ...scheduleFaults(subject),
        ...sharedIdFaults(subject),
        ...delayFaults(subject),
        ...parameterSchemaFaults(policy.parameters),
        ...environmentFaults(workload),
        ...containerFaults(subject.manifest, subject.project),
        ...secretFaults(subject),
        ...networkFaults(subject),
        ...roleFaults(subject),
    ];
}
function rules_at(path, fault) {
    return { path, at: 'key', fault };
}
function triggerFaults({ raw, manifest }) {
    const hasBoth = (0,judge/* valueAt */.fK)(raw, ['schedules']) !== undefined && (0,judge/* valueAt */.fK)(raw, ['after']) !== undefined;
    const message = 'A flow has either `schedules` or `after`: with both, one slot would have two causes.';
    const fix = 'Keep one, or make two flows.';
    const both = hasBoth ? [rules_at(['after'], { code: 'E_TRIGGER_AMBIGUOUS', message, fix })] : [];
    if (manifest.policy.after === undefined)
        return both;
    const missing = (0,parameters/* parameterFaults */.Jk)(manifest.policy.parameters, {});
    return [
        ...both,
        ...missing.map(({ path, code }) => rules_at(['after'], {
            code,
            message: `Runs that start after others are given no parameters, and ${(0,quote/* quote */.h)(path[0])} has no default.`,
            fix: 'Give it a default.',
        })),
    ];
}
function programFaults({ raw }) {
    if ((0,judge/* valueAt */.fK)(raw, ['entrypoint']) === undefined || (0,judge/* valueAt */.fK)(raw, ['command']) === undefined)
        return [];
    const message = 'A flow has either `entrypoint` or `command`.';
    return [rules_at(['command'], { code: 'E_PROGRAM_AMBIGUOUS', message, fix: 'Keep one.' })];
}
/** The project's image installs nothing: it holds bundles. */
function externalFaults({ raw, manifest }) {
    if ((0,judge/* valueAt */.fK)(raw, ['external']) === undefined)
        return [];
    const { program, dockerfile } = manifest.workload;
    if (program.kind === 'command') {
        const message = 'A program that `command` starts is not bundled, so nothing can be left out of its bundle.';
        return [rules_at(['external'], { code: 'E_EXTERNAL', message, fix: 'Leave the key out.' })];
    }
    if (dockerfile !== undefined)
        return [];
    const message = "The project's image holds bundles alone, and none of these packages.";
    const fix = 'Give the flow an image of its own that installs them: `image: { dockerfile: Dockerfile }`.';
    return [rules_at(['external'], { code: 'E_EXTERNAL', message, fix })];
}
function scheduleFaults({ written, raw, manifest, project }) {
    const seen = new Map();
    const timezone = typeof project.defaults['timezone'] === 'string' ? project.defaults['timezone'] : 'UTC';
    return (written.schedules ?? []).flatMap((schedule, index) => {
        const path = ['schedules', index];
        const shape = scheduleShape((0,judge/* valueAt */.fK)(raw, path));
        const [settled] = (0,settle/* scheduleOf */.r)(schedule, timezone);
        if (shape !== undefined)
            return [rules_at(path, shape)];
        if (settled === undefined)
            return [];
        const key = (0,json/* canonicalJson */.d)(settled);
        const twin = seen.get(key);
        seen.set(key, twin ?? index);
        const given = (0,parameters/* parameterFaults */.Jk)(manifest.policy.parameters, settled.parameters);
        const faults = given.map(({ path: inner, ...fault }) => rules_at([...path, ...(schedule.parameters === undefined ? [] : ['parameters', ...inner])], namedFault(fault, inner)));
        if (twin === undefined)
            return faults;
        const message = `It is the same as schedules[${twin}], in rule and parameters.`;
        return [
            ...faults,
            rules_at(path, { code: 'E_SCHEDULE_DUP', message, fix: 'Remove it, or give it other parameters.' }),
        ];
    });
}
/** A hash of 64 bits tells the runs of one slot apart. Should two ever agree, one of the runs would be lost. */
function sharedIdFaults({ manifest }) {
    const shared = sharedRunIds(manifest.policy.schedules.map(({ parameters }) => parameters));
    return shared.flatMap((other, index) => {
        if (other === undefined)
            return [];
        const message = `The runs of its slots would have the ids of those of schedules[${other}]: the hashes of their parameters agree.`;
        const fix = 'Change one of the parameters, or add one that nobody reads.';
        return [rules_at(['schedules', index], { code: 'E_RUN_ID_SHARED', message, fix })];
    });
}
/** A missing parameter has no place of its own, so the message names it. */
function namedFault(fault, inner) {
    if (fault.code !== 'E_PARAM_REQUIRED')
        return fault;
    return {
        ...fault,
        message: `The parameter ${(0,quote/* quote */.h)(inner[0])} has no default, and its slots give it no value.`,
    };
}
function scheduleShape(schedule) {
    const has = (key) => Object.hasOwn(schedule, key);
    const code = 'E_SCHEDULE';
    if (has('cron') && (has('every') || has('anchor'))) {
        return {
            code,
            message: 'A schedule has either `cron` or `every`, not both.',
            fix: 'Make two schedules.',
        };
    }
    if (!has('cron') && !has('every')) {
        return {
            code,
            message: 'A schedule needs `cron`, or `every` with `anchor`.',
            fix: 'Add `cron: "5 21 * * *"`.',
        };
    }
    if (has('every') && !has('anchor')) {
        const message = 'An interval needs `anchor`: without it every deploy would move its slots.';
        return { code, message, fix: 'Add `anchor: 2026-01-01T00:00:00Z`.' };
    }
    if (has('every') && has('timezone')) {
        const message = 'An interval counts in UTC; `timezone` is for `cron`.';
        return { code, message, fix: 'Remove `timezone`.' };
    }
    return undefined;
}
function delayFaults({ manifest }) {
    const { delaySeconds, maxDelaySeconds } = manifest.policy.retries;
    if (delaySeconds <= maxDelaySeconds)
        return [];
    const message = `\`delay\` (${delaySeconds}s) is longer than \`max-delay\` (${maxDelaySeconds}s).`;
    return [rules_at(['retries', 'max-delay'], { code: 'E_RANGE', message, fix: 'Raise `max-delay`.' })];
}
function secretFaults({ manifest, project }) {
    const region = project.aws?.region;
    if (region === undefined)
        return [];
    const { secrets, sidecars = [] } = manifest.workload;
    const named = [
        ...Object.entries(secrets).map(([name, arn]) => ({ path: ['secrets', name], arn })),
        ...sidecars.flatMap((sidecar) => Object.entries(sidecar.secrets).map(([name, arn]) => ({
            path: ['sidecars', sidecar.name, 'secrets', name],
            arn,
        }))),
    ];
    return named.flatMap(({ path, arn }) => {
        const own = (0,flow_arn/* secretRegion */.Bq)(arn);
        if (own === region)
            return [];
        const message = `The secret is in ${own}, the project in ${region}: a task could not start when ${own} fails.`;
        const fix = `Replicate the secret to ${region} and write that ARN.`;
        return [{ path, at: 'value', fault: { code: 'E_SECRET_REGION', message, fix } }];
    });
}
/** What a network is, headgate.yml alone says: a manifest, and the state after it, only name it. */
function networkFaults({ manifest, project }) {
    const { name: flow, policy } = manifest;
    const { network } = policy;
    if (project.aws === undefined)
        return [];
    const verdict = (0,core_project/* judgeNetwork */.s)(project.aws, { flow, network });
    if (verdict.kind === 'ok')
        return [];
    const path = ['network'];
    if (verdict.kind === 'kept') {
        const { owner } = verdict;
        const message = owner === undefined
            ? `headgate.yml keeps the network ${(0,quote/* quote */.h)(network)} for other flows.`
            : `headgate.yml keeps this flow in the network ${(0,quote/* quote */.h)(owner)}.`;
        const fix = owner === undefined ? 'List the flow there, or name another.' : `Write \`network: ${owner}\`.`;
        return [{ path, at: 'value', fault: { code: 'E_NETWORK_NOT_ALLOWED', message, fix } }];
    }
    const close = (0,nearest/* nearest */.p)(network ?? '', Object.keys(project.aws.networks ?? {}));
    const fix = close === undefined
        ? 'Define it in headgate.yml: `aws: { networks: { <name>: { subnets: [ … ] } } }`.'
        : `Did you mean ${(0,quote/* quote */.h)(close)}?`;
    const message = `headgate.yml defines no network ${(0,quote/* quote */.h)(network)}.`;
    return [{ path, at: 'value', fault: { code: 'E_NETWORK_UNKNOWN', message, fix } }];
}
function roleFaults({ manifest, project }) {
    const role = manifest.workload.taskRole;
    if (role === undefined || role === project.aws?.taskRole)
        return [];
    const name = (0,flow_arn/* roleName */.S3)(role);
    const listed = project.allowedTaskRoles ?? [];
    if (name.startsWith('headgate-') || listed.includes(name) || listed.includes(role))
        return [];
    const message = `The role ${(0,quote/* quote */.h)(name)} is not one that a manifest may choose.`;
    const fix = 'Use a role called headgate-…, or list it in headgate.yml: `allow: { task-roles: [ … ] }`.';
    return [{ path: ['task-role'], at: 'value', fault: { code: 'E_ROLE_NOT_ALLOWED', message, fix } }];
}


/***/ }),

/***/ 1785:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ containerKeys),
/* harmony export */   F: () => (/* binding */ mostOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9143);
/* harmony import */ var _core_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1748);
/* harmony import */ var _arn_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(632);
/* harmony import */ var _leaf_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4402);




/** What stands beside the flow's own container in its ECS task: sidecars and volumes. And the tags of both. */
const pinnedImage = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,400}@sha256:[0-9a-f]{64}$/;
function judgeImage(text) {
    if (pinnedImage.test(text))
        return { value: text };
    const fix = 'Write repository@sha256: and the 64 hexadecimal digits of its digest.';
    if (text.includes('@'))
        return (0,_leaf_js__WEBPACK_IMPORTED_MODULE_2__/* .refuse */ .TR)('E_IMAGE_DIGEST', `${(0,_core_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(text, 200)} has no valid SHA-256 digest.`, fix);
    return (0,_leaf_js__WEBPACK_IMPORTED_MODULE_2__/* .refuse */ .TR)('E_IMAGE_MUTABLE', `${(0,_core_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(text, 200)} is not pinned: its tag can be moved.`, fix);
}
function idLeaf(description, pattern, example) {
    return (0,_leaf_js__WEBPACK_IMPORTED_MODULE_2__/* .textLeaf */ .I6)({ description }, (text) => pattern.test(text)
        ? { value: text }
        : (0,_leaf_js__WEBPACK_IMPORTED_MODULE_2__/* .refuse */ .TR)('E_NAME', `${(0,_core_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(text)} is not such an id.`, `Write an id such as ${example}.`));
}
/** Where the layers of images mount things themselves, and where a mount would hide what the program needs. */
const takenPaths = /^\/(?:bin|boot|dev|etc|flow|lib|lib64|proc|sbin|sys|usr)(?:\/|$)/;
function judgeMountPath(text) {
    const isPlain = /^(?:\/[A-Za-z0-9._-]+)+$/.test(text) && !/\/\.{1,2}(?:\/|$)/.test(text);
    if (!isPlain || text.length > 255)
        return (0,_leaf_js__WEBPACK_IMPORTED_MODULE_2__/* .refuse */ .TR)('E_MOUNT_PATH', `${(0,_core_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(text)} is not a plain absolute path.`, 'Write one such as /mnt/models.');
    if (!takenPaths.test(text))
        return { value: text };
    const message = `${(0,_core_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(text)} would hide what the image has there.`;
    return (0,_leaf_js__WEBPACK_IMPORTED_MODULE_2__/* .refuse */ .TR)('E_MOUNT_PATH', message, 'Mount it elsewhere, such as under /mnt.');
}
/** Name → text, whose names are judged where all of them are: in the rules. */
function texts(description, value) {
    const names = { propertyNames: { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_]*$' } };
    return zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), value).meta({ ...names, description });
}
/** Limits and defaults of ECS (API reference, HealthCheck). */
const healthSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    command: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg((0,_leaf_js__WEBPACK_IMPORTED_MODULE_2__/* .textLeaf */ .I6)({ description: 'One argument.', limit: 8_192, mayBeEmpty: true }))
        .min(1)
        .max(100)
        .describe('Program and arguments, run in the container; no shell is involved. 0 is healthy.'),
    interval: (0,_leaf_js__WEBPACK_IMPORTED_MODULE_2__/* .durationLeaf */ .xy)({
        leastSeconds: 5,
        mostSeconds: 300,
        description: 'Time between two checks; 30s when left out.',
    }).optional(),
    timeout: (0,_leaf_js__WEBPACK_IMPORTED_MODULE_2__/* .durationLeaf */ .xy)({
        leastSeconds: 2,
        mostSeconds: 60,
        description: 'How long one check may take; 5s when left out.',
    }).optional(),
    retries: (0,_leaf_js__WEBPACK_IMPORTED_MODULE_2__/* .wholeLeaf */ .IR)({
        minimum: 1,
        maximum: 10,
        description: 'Failed checks in a row that make it unhealthy; 3 when left out.',
    }).optional(),
    'start-period': (0,_leaf_js__WEBPACK_IMPORTED_MODULE_2__/* .durationLeaf */ .xy)({
        leastSeconds: 0,
        mostSeconds: 300,
        description: 'How long failed checks do not count after its start.',
    }).optional(),
})
    .describe('How ECS sees whether it is healthy.');
const sidecarSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    image: (0,_leaf_js__WEBPACK_IMPORTED_MODULE_2__/* .textLeaf */ .I6)({ description: 'The image, by its digest: repository@sha256:….' }, judgeImage),
    command: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg((0,_leaf_js__WEBPACK_IMPORTED_MODULE_2__/* .textLeaf */ .I6)({ description: 'One argument.', limit: 8_192, mayBeEmpty: true }))
        .min(1)
        .max(100)
        .describe("What its image is started with; the image's own when left out.")
        .optional(),
    environment: texts('Environment variables of this container.', (0,_leaf_js__WEBPACK_IMPORTED_MODULE_2__/* .textLeaf */ .I6)({ description: 'The value of the variable.', limit: 65_536, mayBeEmpty: true })).optional(),
    secrets: texts('Variables of this container whose values ECS fetches.', (0,_leaf_js__WEBPACK_IMPORTED_MODULE_2__/* .textLeaf */ .I6)({ description: 'Full ARN of a secret or SSM parameter.', limit: 2_048 }, _arn_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeSecretArn */ .$0)).optional(),
    essential: (0,_leaf_js__WEBPACK_IMPORTED_MODULE_2__/* .flagLeaf */ .Vx)('Whether its end ends the ECS task, and the flow with it; true when left out.').optional(),
    ready: (0,_leaf_js__WEBPACK_IMPORTED_MODULE_2__/* .choiceLeaf */ .y9)(['started', 'healthy'], 'What the flow waits for before it starts; healthy when it has `health`, else started.').optional(),
    health: healthSchema.optional(),
})
    .describe('One container beside the one of the flow.');
const volumeSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    'file-system': idLeaf('The EFS file system.', /^fs-[0-9a-f]{8,40}$/, 'fs-0123456789abcdef0'),
    'access-point': idLeaf('The access point, which says in which folder and as whom the flow works.', /^fsap-[0-9a-f]{8,40}$/, 'fsap-0123456789abcdef0'),
    path: (0,_leaf_js__WEBPACK_IMPORTED_MODULE_2__/* .textLeaf */ .I6)({ description: 'Where it is mounted in the container of the flow.' }, judgeMountPath),
    'read-only': (0,_leaf_js__WEBPACK_IMPORTED_MODULE_2__/* .flagLeaf */ .Vx)('Mount it for reading alone; false when left out.').optional(),
})
    .describe('One folder of an EFS file system, encrypted on its way, with the task role of the flow.');
/** Of 10 containers of an ECS task one is the flow's (ECS service quotas). */
const mostSidecars = 9;
const mostVolumes = 10;
/** Of 50 tags of a task definition some are Headgate's (ECS service quotas). */
const mostTags = 40;
const containerKeys = {
    sidecars: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), sidecarSchema)
        .describe(`Containers beside the one of the flow, by name; at most ${mostSidecars}.`)
        .optional(),
    volumes: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), volumeSchema)
        .describe(`EFS volumes of the container of the flow, by name; at most ${mostVolumes}.`)
        .optional(),
    tags: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), (0,_leaf_js__WEBPACK_IMPORTED_MODULE_2__/* .textLeaf */ .I6)({ description: 'The value of the tag.', limit: 256, mayBeEmpty: true }))
        .describe(`Tags of the task definition and of its ECS tasks, for cost reports; at most ${mostTags}.`)
        .optional(),
};
const mostOf = { sidecars: mostSidecars, volumes: mostVolumes, tags: mostTags };


/***/ }),

/***/ 1209:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aH: () => (/* binding */ flowNameLeaf),
/* harmony export */   hQ: () => (/* binding */ cronLeaf),
/* harmony export */   oj: () => (/* binding */ anchorLeaf),
/* harmony export */   s: () => (/* binding */ timezoneLeaf)
/* harmony export */ });
/* harmony import */ var _core_cron_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1550);
/* harmony import */ var _core_flow_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2398);
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3705);
/* harmony import */ var _core_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1748);
/* harmony import */ var _core_zone_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5720);
/* harmony import */ var _leaf_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4402);






function flowNameLeaf(description) {
    const fix = `Use a-z, 0-9 and single dashes, starting with a letter, at most ${_core_flow_js__WEBPACK_IMPORTED_MODULE_5__/* .longestFlowName */ .a} characters.`;
    return (0,_leaf_js__WEBPACK_IMPORTED_MODULE_4__/* .textLeaf */ .I6)({ description, limit: 1_024 }, (text) => {
        const verdict = (0,_core_flow_js__WEBPACK_IMPORTED_MODULE_5__/* .judgeFlowName */ .x)(text);
        if (verdict.kind === 'ok')
            return { value: text };
        if (verdict.kind === 'bad')
            return (0,_leaf_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)('E_NAME', `${(0,_core_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(text)} is not a flow name.`, fix);
        return (0,_leaf_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)('E_NAME_RESERVED', `${(0,_core_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(text)} is a device name on Windows.`, 'Choose another name.');
    });
}
const cronLeaf = (0,_leaf_js__WEBPACK_IMPORTED_MODULE_4__/* .textLeaf */ .I6)({ description: 'Five fields: minute, hour, day of month, month, day of week.', limit: 512 }, (text) => {
    const verdict = (0,_core_cron_js__WEBPACK_IMPORTED_MODULE_0__/* .parseCron */ .E$)(text);
    return verdict.kind === 'ok' ? { value: text } : (0,_leaf_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)(verdict.code, verdict.message, verdict.fix);
});
const timezoneLeaf = (0,_leaf_js__WEBPACK_IMPORTED_MODULE_4__/* .textLeaf */ .I6)({ description: 'IANA time zone of `cron`, such as Europe/Berlin.' }, (text) => {
    const verdict = (0,_core_zone_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeTimezone */ .X)(text);
    return verdict.kind === 'ok' ? { value: verdict.timezone } : (0,_leaf_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)('E_TZ', verdict.message, verdict.fix);
});
const anchorLeaf = (0,_leaf_js__WEBPACK_IMPORTED_MODULE_4__/* .leaf */ .V4)({
    type: 'string',
    format: 'date-time',
    description: 'Instant (UTC, whole minute) that the interval counts from, so that deploying does not move it.',
}, (value) => {
    const fix = 'Write a whole minute in UTC, such as 2026-01-01T00:00:00Z.';
    if (typeof value !== 'string')
        return (0,_leaf_js__WEBPACK_IMPORTED_MODULE_4__/* .refuseType */ .br)('an instant', value, fix);
    const at = (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .parseIso */ .P$)(value);
    if (at === undefined || at % 60_000 !== 0)
        return (0,_leaf_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)('E_TIME', `${(0,_core_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(value)} is not a whole minute in UTC.`, fix);
    return { value };
});


/***/ }),

/***/ 4436:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ defaultsSchema),
  r: () => (/* binding */ manifestSchema)
});

// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9143);
// EXTERNAL MODULE: ./src/core/manifest-bounds.ts
var manifest_bounds = __webpack_require__(7373);
// EXTERNAL MODULE: ./src/core/quote.ts
var quote = __webpack_require__(1748);
// EXTERNAL MODULE: ./src/flow/arn.ts
var arn = __webpack_require__(632);
// EXTERNAL MODULE: ./src/flow/leaf.ts + 1 modules
var leaf = __webpack_require__(4402);
// EXTERNAL MODULE: ./src/flow/builtin-modules.ts
var builtin_modules = __webpack_require__(4068);
;// CONCATENATED MODULE: ./src/flow/paths.ts



/** How far below the repository's root a flow's folder is: `flows/<name>`. */
const flowFolderDepth = 2;
/**
 * A path or glob relative to the flow's folder, with `/`. `levelsUp` says how far it may lead out of the folder:
 * never out of the repository.
 */
function judgeRelative(text, levelsUp) {
    const isAbsolute = /^(?:\/|~|[A-Za-z]:|\\)/.test(text);
    if (isAbsolute || text.includes('\\')) {
        return (0,leaf/* refuse */.TR)('E_PATH_ESCAPE', `${(0,quote/* quote */.h)(text)} is not a relative path.`, "Write it from the flow's folder, with `/`.");
    }
    let depth = 0;
    let lowest = 0;
    for (const step of text.split('/')) {
        if (step === '..')
            depth -= 1;
        else if (step !== '.' && step !== '')
            depth += 1;
        lowest = Math.min(lowest, depth);
    }
    if (-lowest <= levelsUp)
        return { value: text };
    const place = levelsUp === 0 ? "the flow's folder" : 'the repository';
    return (0,leaf/* refuse */.TR)('E_PATH_ESCAPE', `${(0,quote/* quote */.h)(text)} leads out of ${place}.`, `Name something inside ${place}.`);
}
/** A file in the flow's folder. `./` in front is dropped. */
function judgeFlowFile(text) {
    const verdict = judgeRelative(text, 0);
    if ('fault' in verdict)
        return verdict;
    const plain = text.replace(/^(?:\.\/)+/, '');
    const isPlain = plain !== '' && plain.split('/').every((step) => step !== '' && step !== '.' && step !== '..');
    if (isPlain)
        return { value: plain };
    return (0,leaf/* refuse */.TR)('E_PATH_ESCAPE', `${(0,quote/* quote */.h)(text)} does not name a file.`, 'Write a plain path such as src/main.ts.');
}
const programPattern = /\.(?:[cm]?[jt]s|[jt]sx)$/;
function judgeEntrypoint(text) {
    const verdict = judgeFlowFile(text);
    if ('fault' in verdict || programPattern.test(verdict.value))
        return verdict;
    const message = `${(0,quote/* quote */.h)(text)} is not a TypeScript or JavaScript file.`;
    return (0,leaf/* refuse */.TR)('E_ENTRYPOINT', message, 'For another language write `command`, such as [python, main.py].');
}
function judgeInput(text) {
    const pattern = text.startsWith('!') ? text.slice(1) : text;
    if (pattern === '')
        return (0,leaf/* refuse */.TR)('E_REQUIRED', 'The pattern is empty.', 'Write a glob such as "../../lib/**/*.sql".');
    const verdict = judgeRelative(pattern, flowFolderDepth);
    return 'fault' in verdict ? verdict : { value: text };
}
/** A name by which npm takes packages, without a path behind it. */
const packagePattern = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-zA-Z0-9~-][a-zA-Z0-9._~-]*$/;
function judgePackage(text) {
    if ((0,builtin_modules/* isBuiltin */.i)(text))
        return (0,leaf/* refuse */.TR)('E_EXTERNAL', `${(0,quote/* quote */.h)(text)} is a module of Node.js.`, 'Leave it out: it is always there.');
    if (packagePattern.test(text))
        return { value: text };
    const message = `${(0,quote/* quote */.h)(text)} is not the name of a package.`;
    return (0,leaf/* refuse */.TR)('E_EXTERNAL', message, 'Write the name alone, such as "@duckdb/node-api".');
}

// EXTERNAL MODULE: ./src/flow/schema-containers.ts
var schema_containers = __webpack_require__(1785);
// EXTERNAL MODULE: ./src/flow/schema-leaves.ts
var schema_leaves = __webpack_require__(1209);
;// CONCATENATED MODULE: ./src/flow/schema-parameters.ts



const anyNumber = { minimum: -Number.MAX_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };
const anyLength = { minimum: 0, maximum: manifest_bounds/* manifestBounds */.X.parameterLength };
function jsonLeaf(description) {
    return (0,leaf/* leaf */.V4)({ description }, (value) => ({ value: value }));
}
/** One declared parameter: a small, closed part of JSON Schema. No patterns: a person's regex can run forever. */
const parameterSchema = schemas/* strictObject */.rej({
    type: (0,leaf/* choiceLeaf */.y9)(['string', 'integer', 'number', 'boolean', 'array', 'object'], 'The kind of value. Nothing is converted.'),
    description: (0,leaf/* textLeaf */.I6)({ description: 'What the parameter means.' }).optional(),
    enum: schemas/* array */.YOg(jsonLeaf('An allowed value.'))
        .min(1)
        .max(manifest_bounds/* manifestBounds */.X.parameterValues)
        .describe('The only values allowed.')
        .optional(),
    default: jsonLeaf('Used when a run gives no value. Without it the parameter must be given.').optional(),
    format: (0,leaf/* choiceLeaf */.y9)(['date', 'date-time'], 'For texts: a real date, or a date with time and offset.').optional(),
    minimum: (0,leaf/* fractionLeaf */.t7)({ ...anyNumber, description: 'For numbers: the least value allowed.' }).optional(),
    maximum: (0,leaf/* fractionLeaf */.t7)({
        ...anyNumber,
        description: 'For numbers: the greatest value allowed.',
    }).optional(),
    minLength: (0,leaf/* wholeLeaf */.IR)({
        ...anyLength,
        description: 'For texts: the least number of characters.',
    }).optional(),
    maxLength: (0,leaf/* wholeLeaf */.IR)({
        ...anyLength,
        description: 'For texts: the greatest number of characters.',
    }).optional(),
    get items() {
        return parameterSchema.optional();
    },
})
    .meta({ id: 'parameter', description: 'One parameter: a small part of JSON Schema.' });

;// CONCATENATED MODULE: ./src/flow/schema.ts









/** The manifest as people write it: the source of its checks, of its type, and of the JSON Schema for editors. */
const minute = 60;
const everyLeaf = (0,leaf/* durationLeaf */.xy)({
    isWholeMinutes: true,
    leastSeconds: manifest_bounds/* manifestBounds */.X.intervalSeconds.least,
    mostSeconds: manifest_bounds/* manifestBounds */.X.intervalSeconds.most,
    description: 'Interval in whole minutes, such as 6h.',
});
const anyValue = (0,leaf/* leaf */.V4)({ description: 'The value that runs of these slots get.' }, (value) => ({
    value: value,
}));
const scheduleSchema = schemas/* strictObject */.rej({
    cron: schema_leaves/* cronLeaf */.hQ.optional(),
    timezone: schema_leaves/* timezoneLeaf */.s.optional(),
    every: everyLeaf.optional(),
    anchor: schema_leaves/* anchorLeaf */.oj.optional(),
    parameters: schemas/* record */.g1P(schemas/* string */.YjP(), anyValue).describe('Parameters of the runs of these slots.').optional(),
})
    .meta({
    description: 'A rule that yields slots: either `cron`, or `every` with `anchor`.',
    oneOf: [{ required: ['cron'] }, { required: ['every', 'anchor'] }],
});
const catchUpSchema = schemas/* strictObject */.rej({
    policy: (0,leaf/* choiceLeaf */.y9)(['none', 'latest', 'all'], 'Which late slots still run: none, the newest of each schedule, or all up to `max`.').optional(),
    window: (0,leaf/* durationLeaf */.xy)({
        leastSeconds: 5 * minute,
        mostSeconds: manifest_bounds/* manifestBounds */.X.catchUpSeconds,
        description: 'How late a slot may still start.',
    }).optional(),
    max: (0,leaf/* wholeLeaf */.IR)({
        minimum: 1,
        maximum: manifest_bounds/* manifestBounds */.X.catchUpSlots,
        description: 'For `all`: at most this many of one schedule.',
    }).optional(),
})
    .describe('What happens to slots that were not started on time.');
const retryLimit = (0,leaf/* wholeLeaf */.IR)({
    minimum: 0,
    maximum: manifest_bounds/* manifestBounds */.X.retries,
    description: 'Further attempts after the first.',
});
const retryDelay = { leastSeconds: 30, mostSeconds: manifest_bounds/* manifestBounds */.X.retryDelaySeconds };
const retriesSchema = schemas/* union */.KCZ([
    retryLimit,
    schemas/* strictObject */.rej({
        limit: retryLimit.optional(),
        delay: (0,leaf/* durationLeaf */.xy)({ ...retryDelay, description: 'Wait before the first retry.' }).optional(),
        backoff: (0,leaf/* choiceLeaf */.y9)(['constant', 'linear', 'exponential'], 'How the wait grows.').optional(),
        'max-delay': (0,leaf/* durationLeaf */.xy)({ ...retryDelay, description: 'The longest wait.' }).optional(),
        jitter: (0,leaf/* fractionLeaf */.t7)({
            minimum: 0,
            maximum: 1,
            description: 'Share of the wait that is spread at random.',
        }).optional(),
    }),
])
    .describe('Retries after the code failed: a limit, or how to space them.');
const runTimeout = (0,leaf/* durationLeaf */.xy)({
    leastSeconds: 1,
    mostSeconds: manifest_bounds/* manifestBounds */.X.runSeconds,
    description: 'How long an attempt may run.',
});
const timeoutSchema = schemas/* union */.KCZ([
    runTimeout,
    schemas/* strictObject */.rej({
        start: (0,leaf/* durationLeaf */.xy)({
            leastSeconds: 10,
            mostSeconds: manifest_bounds/* manifestBounds */.X.startSeconds,
            description: 'How long an attempt may take to start.',
        }).optional(),
        run: runTimeout.optional(),
    }),
])
    .describe('When an attempt is stopped: a run time, or start and run times.');
const sizes = [256, 512, 1024, 2048, 4096, 8192, 16384];
const spotSchema = schemas/* union */.KCZ([
    (0,leaf/* flagLeaf */.Vx)('Launch on Fargate Spot; on demand after it failed a run twice.'),
    schemas/* strictObject */.rej({
        'fallback-after': (0,leaf/* wholeLeaf */.IR)({
            minimum: 1,
            maximum: manifest_bounds/* manifestBounds */.X.spotFailures,
            description: 'How often spot may fail a run before its next attempt is launched on demand.',
        }),
    }),
])
    .describe('Launch on Fargate Spot: cheaper, and AWS may take it back.');
const resourcesSchema = schemas/* strictObject */.rej({
    cpu: (0,leaf/* wholeLeaf */.IR)({ minimum: 1, maximum: 1_048_576, description: 'CPU units; 1024 is one vCPU.' })
        .meta({ examples: sizes })
        .optional(),
    memory: (0,leaf/* wholeLeaf */.IR)({
        minimum: 1,
        maximum: 1_048_576,
        description: 'Memory in MiB; Fargate pairs it with `cpu`.',
    }).optional(),
    storage: (0,leaf/* wholeLeaf */.IR)({
        minimum: 21,
        maximum: 200,
        description: 'Ephemeral storage in GiB; 20 when left out.',
    }).optional(),
    architecture: (0,leaf/* choiceLeaf */.y9)(['x86-64', 'arm64'], 'Processor architecture.').optional(),
    spot: spotSchema.optional(),
})
    .describe('Size of the ECS task.');
const variable = (0,leaf/* textLeaf */.I6)({ description: 'The value of the variable.', limit: 65_536, mayBeEmpty: true });
const secret = (0,leaf/* textLeaf */.I6)({ description: 'Full ARN of a Secrets Manager secret or SSM parameter.', limit: 2_048 }, arn/* judgeSecretArn */.$0);
const environmentNames = { propertyNames: { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_]*$' } };
/** Every key but `name`: what `defaults` of a project may hold too. */
const sharedKeys = {
    description: (0,leaf/* textLeaf */.I6)({
        description: 'What the flow does, for people.',
        limit: 1_024,
        mayBeEmpty: true,
    }).optional(),
    entrypoint: (0,leaf/* textLeaf */.I6)({ description: 'TypeScript or JavaScript file in the folder; index.ts when left out.' }, judgeEntrypoint).optional(),
    command: schemas/* array */.YOg((0,leaf/* textLeaf */.I6)({ description: 'One argument.', limit: 8_192, mayBeEmpty: true }))
        .min(1)
        .max(100)
        .describe('Program and arguments, for any language; no shell is involved.')
        .optional(),
    schedules: schemas/* array */.YOg(scheduleSchema)
        .min(1)
        .max(manifest_bounds/* manifestBounds */.X.schedules)
        .describe('When the flow runs by itself.')
        .optional(),
    'catch-up': catchUpSchema.optional(),
    overlap: (0,leaf/* choiceLeaf */.y9)(['skip', 'buffer-one', 'buffer-all', 'cancel-other', 'allow'], 'What a due slot does while a run of the flow is open.').optional(),
    concurrency: schemas/* strictObject */.rej({
        group: (0,leaf/* textLeaf */.I6)({ description: 'Name shared by the flows that take turns.' }, (text) => /^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/.test(text)
            ? { value: text }
            : (0,leaf/* refuse */.TR)('E_NAME', `${(0,quote/* quote */.h)(text)} is not a group name.`, 'Use a-z, 0-9 and dashes, at most 48 characters.')),
        limit: (0,leaf/* wholeLeaf */.IR)({
            minimum: 1,
            maximum: manifest_bounds/* manifestBounds */.X.concurrencyLimit,
            description: 'Runs of the group at a time.',
        }),
    })
        .describe('Shares a limit of open runs with the flows that name the group.')
        .optional(),
    after: schemas/* strictObject */.rej({
        flows: schemas/* array */.YOg((0,schema_leaves/* flowNameLeaf */.aH)('A flow to wait for.'))
            .min(1)
            .max(manifest_bounds/* manifestBounds */.X.upstreamFlows)
            .describe('The flows to wait for.'),
        when: (0,leaf/* choiceLeaf */.y9)(['succeeded', 'failed', 'finished'], 'How they must end; succeeded when left out.').optional(),
    })
        .describe('Runs the flow when others end, instead of on a schedule.')
        .optional(),
    parameters: schemas/* record */.g1P(schemas/* string */.YjP(), parameterSchema)
        .meta({ ...environmentNames, description: 'The parameters a run takes.' })
        .optional(),
    retries: retriesSchema.optional(),
    'infra-retries': (0,leaf/* wholeLeaf */.IR)({
        minimum: 0,
        maximum: manifest_bounds/* manifestBounds */.X.retries,
        description: 'Attempts that lost capacity, spot interruptions or lost hosts may cost; a budget of their own.',
    }).optional(),
    timeout: timeoutSchema.optional(),
    'on-unknown': (0,leaf/* choiceLeaf */.y9)(['hold', 'relaunch'], 'What to do when no evidence of an end can be found.').optional(),
    resources: resourcesSchema.optional(),
    environment: schemas/* record */.g1P(schemas/* string */.YjP(), variable)
        .meta({
        ...environmentNames,
        description: 'Environment variables. Anyone who may read task definitions can read them.',
    })
        .optional(),
    secrets: schemas/* record */.g1P(schemas/* string */.YjP(), secret)
        .meta({
        ...environmentNames,
        description: 'Environment variables whose values ECS fetches when the task starts.',
    })
        .optional(),
    'task-role': (0,leaf/* textLeaf */.I6)({
        description: 'IAM role of the code: one called headgate-…, or one that the project allows.',
        limit: 2_048,
    }, arn/* judgeRoleArn */.T6).optional(),
    image: schemas/* strictObject */.rej({
        dockerfile: (0,leaf/* textLeaf */.I6)({ description: "The flow's own Dockerfile, in its folder." }, judgeFlowFile),
    })
        .describe("The flow's own image; the project's when left out.")
        .optional(),
    network: (0,leaf/* textLeaf */.I6)({
        description: 'A network of headgate.yml (`aws.networks`); the one of the project when left out.',
        limit: 48,
    }).optional(),
    ...schema_containers/* containerKeys */.A,
    inputs: schemas/* array */.YOg((0,leaf/* textLeaf */.I6)({ description: "A glob, from the flow's folder." }, judgeInput))
        .max(100)
        .describe('Further files whose change redeploys the flow.')
        .optional(),
};
const manifestSchema = schemas/* strictObject */.rej({
    name: (0,schema_leaves/* flowNameLeaf */.aH)("Optional; must equal the folder's name.").optional(),
    ...sharedKeys,
    external: schemas/* array */.YOg((0,leaf/* textLeaf */.I6)({ description: 'The name of a package.', limit: 214 }, judgePackage))
        .min(1)
        .max(100)
        .describe("Packages that no bundle can hold, and that the flow's own image installs.")
        .optional(),
})
    .describe('A flow: what runs, when, and on what.');
const defaultsSchema = schemas/* strictObject */.rej({ timezone: schema_leaves/* timezoneLeaf */.s.optional(), ...sharedKeys })
    .describe('Manifest keys that every flow starts from, and the time zone of schedules that name none.');


/***/ }),

/***/ 599:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ scheduleOf),
  G: () => (/* binding */ settle)
});

// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
;// CONCATENATED MODULE: ./src/flow/settle-containers.ts
/** What stands beside the flow's own container; sorted, since the order in a file says nothing. */
function besideOf({ sidecars = {}, volumes = {}, tags = {}, }) {
    const settledSidecars = byName(sidecars, sidecarOf);
    const settledVolumes = byName(volumes, volumeOf);
    return {
        ...(settledSidecars.length === 0 ? {} : { sidecars: settledSidecars }),
        ...(settledVolumes.length === 0 ? {} : { volumes: settledVolumes }),
        ...(Object.keys(tags).length === 0 ? {} : { tags }),
    };
}
function byName(written, settle) {
    return Object.entries(written)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, one]) => settle(name, one));
}
function sidecarOf(name, written) {
    const { image, command, environment = {}, secrets = {}, essential = true, health } = written;
    return {
        name,
        image,
        ...(command === undefined ? {} : { command }),
        environment,
        secrets,
        isEssential: essential,
        ready: written.ready ?? (health === undefined ? 'started' : 'healthy'),
        ...(health === undefined ? {} : { health: healthOf(health) }),
    };
}
/** ECS's own defaults (API reference, HealthCheck), said so that they are part of what is deployed. */
function healthOf(written) {
    return {
        command: written.command,
        intervalSeconds: written.interval ?? 30,
        timeoutSeconds: written.timeout ?? 5,
        retries: written.retries ?? 3,
        startSeconds: written['start-period'] ?? 0,
    };
}
function volumeOf(name, written) {
    return {
        name,
        fileSystem: written['file-system'],
        accessPoint: written['access-point'],
        path: written.path,
        isReadOnly: written['read-only'] ?? false,
    };
}

;// CONCATENATED MODULE: ./src/flow/settle.ts


const minute = 60;
const hour = 60 * minute;
/** What is written, over the project's defaults, over Headgate's. Schedules that lack their rule are left out. */
function settle({ name, file, written, defaults }) {
    const merged = merge(defaults, written);
    return {
        name,
        file,
        description: merged.description ?? '',
        policy: policyOf(merged, defaults.timezone ?? 'UTC'),
        workload: workloadOf(merged),
        inputs: merged.inputs ?? [],
    };
}
/** Settings with parts are merged part by part; a manifest's trigger or program replaces the default one whole. */
function merge(defaults, written) {
    const hasTrigger = written.schedules !== undefined || written.after !== undefined;
    const hasProgram = written.entrypoint !== undefined || written.command !== undefined;
    const { timezone: _timezone, schedules, after, entrypoint, command, ...base } = defaults;
    return {
        ...base,
        ...(hasTrigger ? {} : { schedules, after }),
        ...(hasProgram ? {} : { entrypoint, command }),
        ...written,
        retries: { ...retriesPart(defaults.retries), ...retriesPart(written.retries) },
        timeout: { ...timeoutPart(defaults.timeout), ...timeoutPart(written.timeout) },
        'catch-up': { ...defaults['catch-up'], ...written['catch-up'] },
        resources: { ...defaults.resources, ...written.resources },
        parameters: { ...defaults.parameters, ...written.parameters },
        environment: { ...without(defaults.environment, written.secrets), ...written.environment },
        secrets: { ...without(defaults.secrets, written.environment), ...written.secrets },
        sidecars: { ...defaults.sidecars, ...written.sidecars },
        volumes: { ...defaults.volumes, ...written.volumes },
        tags: { ...defaults.tags, ...written.tags },
    };
}
/** A flow's own secret takes the place of a default variable of that name, and the other way round. */
function without(defaults, own) {
    if (defaults === undefined || own === undefined)
        return defaults;
    return Object.fromEntries(Object.entries(defaults).filter(([name]) => !Object.hasOwn(own, name)));
}
function retriesPart(written) {
    return typeof written === 'number' ? { limit: written } : (written ?? {});
}
function timeoutPart(written) {
    return typeof written === 'number' ? { run: written } : (written ?? {});
}
function policyOf(merged, timezone) {
    const timeout = timeoutPart(merged.timeout);
    const { concurrency, after } = merged;
    return {
        schedules: (merged.schedules ?? []).flatMap((schedule) => scheduleOf(schedule, timezone)),
        catchUp: catchUpOf(merged['catch-up'] ?? {}),
        overlap: merged.overlap ?? 'skip',
        ...(concurrency === undefined ? {} : { concurrency }),
        ...(after === undefined
            ? {}
            : { after: { flows: after.flows, when: after.when ?? 'succeeded' } }),
        parameters: (merged.parameters ?? {}),
        retries: retriesOf(retriesPart(merged.retries)),
        infraRetries: merged['infra-retries'] ?? 3,
        timeout: { startSeconds: timeout.start ?? 15 * minute, runSeconds: timeout.run ?? 24 * hour },
        onUnknown: merged['on-unknown'] ?? 'hold',
        ...spotOf(merged.resources?.spot),
        ...(merged.network === undefined ? {} : { network: merged.network }),
    };
}
function spotOf(written) {
    if (written === undefined || written === false)
        return { spot: false };
    return { spot: true, spotFallbackAfter: written === true ? 2 : written['fallback-after'] };
}
function scheduleOf(written, timezone) {
    const parameters = (written.parameters ?? {});
    if (written.cron !== undefined) {
        return [{ kind: 'cron', cron: written.cron, timezone: written.timezone ?? timezone, parameters }];
    }
    if (written.every === undefined || written.anchor === undefined)
        return [];
    const anchor = (0,instant/* parseIso */.P$)(written.anchor);
    return [{ kind: 'interval', everySeconds: written.every, anchor, parameters }];
}
function catchUpOf(written) {
    const policy = written.policy ?? 'latest';
    const windowSeconds = written.window ?? (policy === 'none' ? 15 * minute : 24 * hour);
    return { policy, windowSeconds, max: written.max ?? 100 };
}
function retriesOf(written) {
    return {
        limit: written.limit ?? 0,
        delaySeconds: written.delay ?? 60,
        backoff: written.backoff ?? 'exponential',
        maxDelaySeconds: written['max-delay'] ?? Math.max(15 * minute, written.delay ?? 0),
        jitter: written.jitter ?? 0.1,
    };
}
function workloadOf(merged) {
    const { cpu, memory, storage, architecture } = merged.resources ?? {};
    return {
        program: programOf(merged),
        resources: {
            cpu: cpu ?? 256,
            memoryMiB: memory ?? 512,
            ...(storage === undefined ? {} : { storageGiB: storage }),
            architecture: architecture ?? 'x86-64',
        },
        environment: merged.environment ?? {},
        secrets: merged.secrets ?? {},
        ...(merged['task-role'] === undefined ? {} : { taskRole: merged['task-role'] }),
        ...(merged.image === undefined ? {} : { dockerfile: merged.image.dockerfile }),
        ...besideOf(merged),
    };
}
function programOf(merged) {
    if (merged.command !== undefined)
        return { kind: 'command', argv: merged.command };
    const external = [...new Set(merged.external ?? [])].sort();
    const file = merged.entrypoint ?? 'index.ts';
    return { kind: 'entrypoint', file, ...(external.length === 0 ? {} : { external }) };
}


/***/ }),

/***/ 699:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ textFaults)
/* harmony export */ });
/* harmony import */ var _core_secret_like_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7536);

/** What no text of a file may hold, wherever it stands: secrets, and expressions that nobody expands. */
function textFaults(root) {
    const found = [];
    const visit = (node, path) => {
        if (node.kind === 'list')
            for (const [index, item] of node.items.entries())
                visit(item, [...path, index]);
        else if (node.kind === 'map')
            for (const [key, entry] of node.entries)
                visit(entry.value, [...path, key]);
        else if (typeof node.value === 'string')
            found.push(...faultsOf(node.value, path));
    };
    visit(root, []);
    return found;
}
function faultsOf(text, path) {
    if ((0,_core_secret_like_js__WEBPACK_IMPORTED_MODULE_0__/* .looksLikeSecretValue */ .T)(text)) {
        const message = 'The value looks like a secret; it would stand in git and in the task definition for all to read.';
        const fix = 'Revoke it, store the new one in Secrets Manager, and name its ARN under `secrets`.';
        return [{ path, at: 'value', fault: { code: 'E_SECRET_LIKE', message, fix } }];
    }
    if (!text.includes('${{') || path[0] === 'description')
        return [];
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what was written.
    const message = 'GitHub expands `${{ … }}` in workflows only; the flow would get this text as it stands.';
    const fix = 'Write the value, or use `secrets` or `parameters`.';
    return [{ path, at: 'value', fault: { code: 'E_EXPR_NOT_EXPANDED', message, fix } }];
}


/***/ }),

/***/ 6674:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ placeOfPath),
/* harmony export */   o: () => (/* binding */ jsonOf)
/* harmony export */ });
/** The value as JSON. Mappings have no prototype, so that no key can be mistaken for an inherited member. */
function jsonOf(node) {
    if (node.kind === 'scalar')
        return node.value;
    if (node.kind === 'list')
        return node.items.map(jsonOf);
    const object = Object.create(null);
    for (const [key, entry] of node.entries)
        object[key] = jsonOf(entry.value);
    return object;
}
/** Where the value under `path` is, or its key; what is not there is placed at the nearest key above it. */
function placeOfPath(document, path, at) {
    let node = document.root;
    let { offset } = node;
    for (const [index, step] of path.entries()) {
        const entry = node.kind === 'map' ? node.entries.get(String(step)) : undefined;
        const child = entry?.value ?? (node.kind === 'list' ? node.items[Number(step)] : undefined);
        if (child === undefined)
            break;
        const isValue = index === path.length - 1 && at === 'value';
        offset = isValue ? child.offset : (entry?.keyOffset ?? child.offset);
        node = child;
    }
    return document.placeOf(offset);
}


/***/ }),

/***/ 2082:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gM: () => (/* binding */ readYaml),
  Yt: () => (/* binding */ yamlLimitBytes)
});

// UNUSED EXPORTS: readFullYaml

// EXTERNAL MODULE: ../../node_modules/yaml/dist/index.js
var dist = __webpack_require__(3483);
// EXTERNAL MODULE: ./src/core/quote.ts
var quote = __webpack_require__(1748);
;// CONCATENATED MODULE: ./src/flow/yaml-plain.ts
/**
 * A short way for the YAML that nearly every manifest is made of: keys, plain or simply quoted values, lists by dashes,
 * and brackets within a line. It gives what the full reader gives, in a tenth of the time; for anything else it
 * gives nothing, and the full reader decides. Tests hold the two together.
 */
function readPlainYaml(text, file) {
    const lines = linesOf(text);
    const first = lines?.[0];
    if (lines === undefined || first === undefined || first.indent !== 0 || first.text.startsWith('-'))
        return undefined;
    const cursor = { lines, at: 0 };
    const root = readMap(cursor, 0, 0);
    if (root === undefined || cursor.at !== lines.length)
        return undefined;
    return { root, placeOf: (offset) => ({ file, ...positionIn(text, offset) }) };
}
/** The characters of the short way: printable ASCII and the letters of European languages. */
const plainLine = /^[ -~\u00c0-\u024f]*$/;
const deepest = 8;
function linesOf(text) {
    const lines = [];
    let offset = 0;
    for (const line of text.split('\n')) {
        if (!plainLine.test(line))
            return undefined;
        const content = line.trim();
        const indent = line.length - line.trimStart().length;
        if (content !== '' && !content.startsWith('#'))
            lines.push({ indent, text: content, offset: offset + indent });
        offset += line.length + 1;
    }
    return lines;
}
function positionIn(text, offset) {
    const before = text.slice(0, offset);
    const start = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length, column: offset - start + 1 };
}
const keyPattern = /^([A-Za-z_][A-Za-z0-9_-]*):(?: +|$)/;
const valueWords = new Set('true True TRUE false False FALSE null Null NULL __proto__'.split(' '));
function readMap(cursor, indent, depth) {
    const entries = new Map();
    const offset = cursor.lines[cursor.at]?.offset ?? 0;
    for (let line = cursor.lines[cursor.at]; line !== undefined && line.indent >= indent; line = cursor.lines[cursor.at]) {
        const [match, key] = keyPattern.exec(line.text) ?? [];
        if (line.indent !== indent || match === undefined || key === undefined)
            return undefined;
        if (valueWords.has(key) || entries.has(key) || depth >= deepest)
            return undefined;
        cursor.at += 1;
        const rest = { indent, text: line.text.slice(match.length), offset: line.offset + match.length };
        const value = rest.text === '' ? readNested(cursor, indent, depth + 1) : readValue(rest);
        if (value === undefined)
            return undefined;
        entries.set(key, { keyOffset: line.offset, value });
    }
    return { kind: 'map', entries, offset };
}
/** What stands under a key: a mapping further in, or a list that may start in the key's own column. */
function readNested(cursor, indent, depth) {
    const line = cursor.lines[cursor.at];
    if (line === undefined)
        return undefined;
    if (line.text.startsWith('- ') && line.indent >= indent)
        return readList(cursor, line.indent, depth);
    return line.indent > indent ? readMap(cursor, line.indent, depth) : undefined;
}
function readList(cursor, indent, depth) {
    const items = [];
    const offset = cursor.lines[cursor.at]?.offset ?? 0;
    for (let line = cursor.lines[cursor.at]; line !== undefined && line.indent >= indent; line = cursor.lines[cursor.at]) {
        if (line.indent > indent || depth >= deepest)
            return undefined;
        if (!line.text.startsWith('- '))
            break;
        const item = readItem(cursor, line, depth + 1);
        if (item === undefined)
            return undefined;
        items.push(item);
    }
    return { kind: 'list', items, offset };
}
/** An item is a value, or a mapping whose first key stands behind the dash. */
function readItem(cursor, line, depth) {
    const text = line.text.slice(1).trimStart();
    const skipped = line.text.length - text.length;
    const rest = { indent: line.indent + skipped, text, offset: line.offset + skipped };
    if (!keyPattern.test(text)) {
        cursor.at += 1;
        return readValue(rest);
    }
    cursor.lines[cursor.at] = rest;
    return readMap(cursor, rest.indent, depth);
}
/** The rest of a line as one value. A line further in after it would continue it: the callers see that and give up. */
function readValue({ text, offset }) {
    const reader = { text, offset, at: 0 };
    const isFlow = /^[[{"']/.test(text);
    const value = isFlow ? readFlow(reader, 0) : plainScalar(text, offset, blockScalar);
    return value !== undefined && (!isFlow || reader.at === text.length) ? value : undefined;
}
/** Neither `: ` nor ` #` may be in it, since they would end it; a colon before a letter, digit or slash is a colon. */
const blockScalar = /^-?[A-Za-z0-9_./](?:[^:#]|:(?=[A-Za-z0-9/:]))*$/;
const flowScalar = /-?[A-Za-z0-9_./](?:[A-Za-z0-9_./+=@*-]|:(?=[A-Za-z0-9/])| (?=[A-Za-z0-9_./+=@*-]))*/y;
const plainNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
/** What some reader would take for a number: left to the full reader unless it is plain. */
const numberLike = /^[-+]?\.?(?:\d[\d_.]*(?:[eE][-+]?\d*)?|0[ox][\da-fA-F]*|inf|nan)$/i;
function plainScalar(text, offset, pattern) {
    if (!pattern.test(text))
        return undefined;
    if (plainNumber.test(text))
        return { kind: 'scalar', value: Number(text) + 0, offset };
    if (numberLike.test(text) || /^-/.test(text))
        return undefined;
    if (/^(?:true|false)$/i.test(text))
        return wordScalar(text, offset);
    if (/^(?:null|~)$/i.test(text))
        return undefined;
    return { kind: 'scalar', value: text, offset };
}
function wordScalar(text, offset) {
    return text === 'true' || text === 'false' ? { kind: 'scalar', value: text === 'true', offset } : undefined;
}
function readFlow(reader, depth) {
    const character = reader.text[reader.at];
    if (depth >= deepest)
        return undefined;
    if (character === '[')
        return readFlowList(reader, depth);
    if (character === '{')
        return readFlowMap(reader, depth);
    return character === '"' || character === "'" ? quotedScalar(reader) : readFlowScalar(reader);
}
const quoted = /"[^"\\]*"|'[^']*'(?!')/y;
function quotedScalar(reader) {
    const token = take(reader, quoted);
    if (token === undefined)
        return undefined;
    return { kind: 'scalar', value: token.slice(1, -1), offset: reader.offset + reader.at - token.length };
}
function readFlowScalar(reader) {
    const token = take(reader, flowScalar);
    return token === undefined ? undefined : plainScalar(token, reader.offset + reader.at - token.length, /./);
}
function take(reader, pattern) {
    pattern.lastIndex = reader.at;
    const token = pattern.exec(reader.text)?.[0];
    reader.at += token?.length ?? 0;
    return token;
}
const separator = / *(?:, +|(?=[\]}]))/y;
const opening = /[[{] */y;
/** Calls `readOne` for what stands between the brackets, and moves behind the closing one. */
function readBetween(reader, close, readOne) {
    take(reader, opening);
    while (reader.text[reader.at] !== close) {
        const mark = reader.at;
        if (!readOne())
            return false;
        const gap = take(reader, separator);
        const isEnd = reader.text[reader.at] === close;
        if (gap === undefined || reader.at === mark || (gap.includes(',') && isEnd))
            return false;
        if (!gap.includes(',') && !isEnd)
            return false;
    }
    reader.at += 1;
    return true;
}
function readFlowList(reader, depth) {
    const offset = reader.offset + reader.at;
    const items = [];
    const isRead = readBetween(reader, ']', () => {
        const item = readFlow(reader, depth + 1);
        if (item !== undefined)
            items.push(item);
        return item !== undefined;
    });
    return isRead ? { kind: 'list', items, offset } : undefined;
}
const flowKey = /([A-Za-z_][A-Za-z0-9_-]*): +/y;
function readFlowMap(reader, depth) {
    const offset = reader.offset + reader.at;
    const entries = new Map();
    const isRead = readBetween(reader, '}', () => {
        const keyOffset = reader.offset + reader.at;
        const key = take(reader, flowKey)?.replace(/: +$/, '');
        if (key === undefined || valueWords.has(key) || entries.has(key))
            return false;
        const value = readFlow(reader, depth + 1);
        if (value !== undefined)
            entries.set(key, { keyOffset, value });
        return value !== undefined;
    });
    return isRead ? { kind: 'map', entries, offset } : undefined;
}

;// CONCATENATED MODULE: ./src/flow/yaml-tokens.ts

/** How deep lists and mappings may nest: far beyond any manifest, far below where recursion ends. */
const deepestYaml = 32;
/** Problems of one kind beyond this many say nothing new. */
const shownProblems = 20;
/**
 * What can be refused by looking at tokens alone, before anything is composed from them: depth, and the features that
 * let a small text become a large value. Iterative, because the depth is not known yet.
 */
function scanTokens(tokens, placeOf) {
    const problems = [];
    const pending = [];
    pushAll(pending, tokens, 0);
    while (problems.length < shownProblems) {
        const next = pending.pop();
        if (next === undefined)
            break;
        if (next.depth > deepestYaml)
            return [...problems, depthProblem(next.token, placeOf)];
        const found = refusal(next.token, placeOf);
        if (found !== undefined)
            problems.push(found);
        pushChildren(pending, next);
    }
    return problems;
}
function depthProblem(token, placeOf) {
    const message = `Lists and mappings nest deeper than ${deepestYaml} levels.`;
    return {
        code: 'E_YAML_DEPTH',
        message,
        fix: 'Check for stray `-` or brackets.',
        place: placeOf(offsetOf(token)),
    };
}
function offsetOf(token) {
    return 'offset' in token ? token.offset : 0;
}
const spacing = new Set([
    'space',
    'newline',
    'comment',
    'map-value-ind',
    'seq-item-ind',
    'comma',
]);
/** Last first, so that they come off the stack in the order of the text. */
function pushAll(pending, tokens, depth) {
    for (let index = tokens.length - 1; index >= 0; index -= 1) {
        const token = tokens[index];
        if (token !== undefined && !spacing.has(token.type))
            pending.push({ token, depth });
    }
}
function pushChildren(pending, { token, depth }) {
    if (token.type === 'document') {
        if (token.value !== undefined)
            pending.push({ token: token.value, depth });
        pushAll(pending, token.start, depth);
    }
    else if (token.type === 'block-scalar') {
        pushAll(pending, token.props, depth);
    }
    else if ('items' in token) {
        for (let index = token.items.length - 1; index >= 0; index -= 1) {
            const item = token.items[index];
            if (item !== undefined)
                pushItem(pending, item, depth + 1);
        }
    }
}
function pushItem(pending, { start, key, sep, value }, depth) {
    if (value !== undefined)
        pending.push({ token: value, depth });
    if (sep !== undefined)
        pushAll(pending, sep, depth);
    if (key !== undefined && key !== null)
        pending.push({ token: key, depth });
    pushAll(pending, start, depth);
}
function refusal(token, placeOf) {
    const source = 'source' in token ? token.source : '';
    const at = offsetOf(token);
    switch (token.type) {
        case 'anchor':
        case 'alias': {
            const message = `Anchors and aliases are not supported: ${(0,quote/* quote */.h)(source)}.`;
            return { code: 'E_YAML_ALIAS', message, fix: 'Write the value out.', place: placeOf(at) };
        }
        case 'tag': {
            const message = `Tags are not supported: ${(0,quote/* quote */.h)(source)}.`;
            return { code: 'E_YAML_TAG', message, fix: 'Remove the tag; put text in quotes.', place: placeOf(at) };
        }
        case 'directive': {
            const message = `Directives are not supported: ${(0,quote/* quote */.h)(source)}.`;
            return {
                code: 'E_YAML_DIRECTIVE',
                message,
                fix: 'Remove the line; files are read as YAML 1.2.',
                place: placeOf(at),
            };
        }
        case 'scalar': {
            if (source !== '<<')
                return undefined;
            const message = 'Merge keys (`<<`) are not supported.';
            const fix = 'Write the keys out, or put them under `defaults` in headgate.yml.';
            return { code: 'E_YAML_MERGE', message, fix, place: placeOf(at) };
        }
        default:
            return undefined;
    }
}

;// CONCATENATED MODULE: ./src/flow/yaml-tree.ts


/** The composed document as plain nodes, with every key a different string and every number written plainly. */
function buildTree(contents, placeOf) {
    const build = { placeOf, problems: [] };
    const root = nodeOf(contents, contents.range[0], build);
    return { document: { root, placeOf }, problems: build.problems };
}
/** `offset` places a value that is not written at all, such as that of `key:`. The depth was bounded before. */
function nodeOf(node, offset, build) {
    if ((0,dist/* isMap */.jh)(node))
        return mapOf(node, build);
    if ((0,dist/* isSeq */.oP)(node)) {
        const items = node.items.map((item) => nodeOf(item, node.range[0], build));
        return { kind: 'list', items, offset: node.range[0] };
    }
    if ((0,dist/* isScalar */.jn)(node))
        return scalarOf(node, build);
    return { kind: 'scalar', value: null, offset };
}
function note(build, offset, fault) {
    if (fault !== undefined)
        build.problems.push({ ...fault, place: build.placeOf(offset) });
}
function mapOf(map, build) {
    const entries = new Map();
    for (const pair of map.items) {
        const key = pair.key;
        const keyOffset = key?.range[0] ?? map.range[0];
        const name = (0,dist/* isScalar */.jn)(key) ? key.value : undefined;
        const fault = typeof name === 'string' ? nameFault(name, entries) : keyFault(name);
        if (typeof name === 'string')
            note(build, keyOffset, textFault(name));
        note(build, keyOffset, fault);
        const value = nodeOf(pair.value, keyOffset, build);
        if (fault === undefined)
            entries.set(name, { keyOffset, value });
    }
    return { kind: 'map', entries, offset: map.range[0] };
}
function keyFault(name) {
    const shown = name === undefined ? 'a list or mapping' : (0,quote/* quote */.h)(name);
    const message = `A key must be a text, got ${shown}.`;
    return { code: 'E_YAML_KEY_TYPE', message, fix: 'Write the key as a word, or put it in quotes.' };
}
function nameFault(name, entries) {
    if (name === '__proto__') {
        return { code: 'E_UNKNOWN_KEY', field: name, message: 'Unknown key `__proto__`.', fix: 'Remove it.' };
    }
    if (!entries.has(name))
        return undefined;
    return {
        code: 'E_YAML_DUP_KEY',
        field: (0,quote/* quote */.h)(name),
        message: `The key ${(0,quote/* quote */.h)(name)} is written twice.`,
        fix: 'Keep one.',
    };
}
function scalarOf(scalar, build) {
    const offset = scalar.range[0];
    const value = scalar.value;
    const fault = typeof value === 'number' ? numberFault(scalar.source, value) : undefined;
    note(build, offset, fault);
    if (typeof value === 'string')
        note(build, offset, textFault(value));
    return { kind: 'scalar', value: Object.is(value, -0) ? 0 : value, offset };
}
/** `0x1F`, `1e3`, `+5`, `.5`, `5.`, `007`, `0o17`: a number to one reader, a text or another number to the next. */
function numberFault(source, value) {
    if (!Number.isFinite(value) || /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(source))
        return undefined;
    const message = `The number ${(0,quote/* quote */.h)(source)} is written in a style that readers of YAML understand differently.`;
    return { code: 'E_NUM_STYLE', message, fix: `Write ${value}, or put it in quotes if it is a text.` };
}
/** Zero width joiners are kept: emoji and several scripts need them. */
const yaml_tree_hidden = /[^\P{Cc}\t\n\r]|[^\P{Cf}\u200c\u200d]/u;
function textFault(text) {
    if (/\p{Cs}/u.test(text)) {
        const message = 'The text contains half of a surrogate pair, which no encoding can carry.';
        return { code: 'E_UNICODE_ILL_FORMED', message, fix: 'Write the whole character.' };
    }
    const found = yaml_tree_hidden.exec(text);
    if (found === null)
        return undefined;
    const message = `The text contains ${(0,quote/* quote */.h)(found[0])}, a character that nobody can see.`;
    return { code: 'E_CONTROL_CHAR', message, fix: 'Remove it.' };
}

;// CONCATENATED MODULE: ./src/flow/yaml.ts





/** Bytes of a manifest or project file; larger ones are refused before they are parsed. */
const yamlLimitBytes = 65_536;
/**
 * Reads the part of YAML 1.2 that JSON can say. What two readers could understand differently is refused: anchors,
 * tags, merge keys, directives, duplicate keys, unusual numbers, characters that cannot be seen.
 */
function readYaml(source) {
    const decoded = decodeText(source);
    if ('code' in decoded)
        return { problems: [decoded] };
    const document = readPlainYaml(decoded.text, source.file);
    return document === undefined ? readFullYaml(decoded.text, source.file) : { document, problems: [] };
}
/** Reads a text of any form. */
function readFullYaml(text, file) {
    const lines = new dist/* LineCounter */.HN();
    const placeOf = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { file, line: Math.max(1, line), column: Math.max(1, col) };
    };
    const tokens = [...new dist/* Parser */.iX(lines.addNewLine).parse(text)];
    const early = [...textProblems(text, placeOf), ...scanTokens(tokens, placeOf)];
    if (early.length > 0)
        return { problems: early };
    // The library's own duplicate-key check is quadratic: buildTree has its own.
    const composer = new dist/* Composer */.Dk({
        version: '1.2',
        schema: 'core',
        uniqueKeys: false,
        merge: false,
        resolveKnownTags: false,
        strict: true,
        logLevel: 'silent',
    });
    return understand([...composer.compose(tokens, true, text.length)], placeOf);
}
function understand(documents, placeOf) {
    const [document, second] = documents;
    if (second !== undefined) {
        const message = 'The file holds more than one YAML document.';
        const fix = 'Keep one; remove the lines `---` or `...` between them.';
        return { problems: [{ place: placeOf(second.range[0]), code: 'E_YAML_MULTI_DOC', message, fix }] };
    }
    if (document === undefined)
        return { problems: [emptyProblem(placeOf)] };
    const faults = [...document.errors, ...document.warnings];
    if (faults.length > 0)
        return { problems: faults.slice(0, 20).map((fault) => syntaxProblem(fault, placeOf)) };
    if (document.contents === null)
        return { problems: [emptyProblem(placeOf)] };
    return buildTree(document.contents, placeOf);
}
function emptyProblem(placeOf) {
    const message = 'The file is empty.';
    return {
        place: placeOf(0),
        code: 'E_TYPE',
        message,
        fix: 'Write keys and values, such as `description: …`.',
    };
}
function syntaxProblem(error, placeOf) {
    if (error.code === 'MULTIPLE_DOCS') {
        return {
            place: placeOf(error.pos[0]),
            code: 'E_YAML_MULTI_DOC',
            message: error.message,
            fix: 'Keep one document.',
        };
    }
    const [message = ''] = error.message.split('\n');
    const fix = error.code === 'TAB_AS_INDENT' ? 'Indent with spaces.' : 'Check indentation, quotes and brackets.';
    return {
        place: placeOf(error.pos[0]),
        code: 'E_YAML_SYNTAX',
        message: `Not valid YAML: ${(0,quote/* quote */.h)(message, 160)}.`,
        fix,
    };
}
function decodeText({ file, bytes }) {
    if (bytes.length > yamlLimitBytes) {
        const message = `The file has ${bytes.length} bytes; at most ${yamlLimitBytes} are read.`;
        return { code: 'E_YAML_TOO_LARGE', place: { file }, message, fix: 'Move data into files of their own.' };
    }
    try {
        // The decoder drops a byte order mark.
        return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    }
    catch {
        const message = `The file is not UTF-8: the byte at offset ${firstBadByte(bytes)} fits no character.`;
        return { code: 'E_ENCODING', place: { file }, message, fix: 'Save the file as UTF-8.' };
    }
}
/** The offset of the first byte that is not UTF-8: the length of the longest prefix that decodes. */
function firstBadByte(bytes) {
    let low = 0;
    let high = bytes.length;
    while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (decodes(bytes.subarray(0, middle)))
            low = middle;
        else
            high = middle - 1;
    }
    // At the end it is the last byte that begins a character which does not end.
    return Math.min(low, bytes.length - 1);
}
function decodes(prefix) {
    try {
        // `stream` leaves an unfinished character at the end without judgement.
        new TextDecoder('utf-8', { fatal: true }).decode(prefix, { stream: true });
        return true;
    }
    catch {
        return false;
    }
}
const conflictMarker = /^(?:<{7}|>{7}|\|{7})(?: |$)/m;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const rawControl = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
function textProblems(text, placeOf) {
    if (text.startsWith('version https://git-lfs.github.com/spec/')) {
        const message = 'The file is a Git LFS pointer, not its content.';
        const fix = 'Keep manifests out of LFS: remove the pattern from .gitattributes and commit the file again.';
        return [{ place: placeOf(0), code: 'E_LFS_POINTER', message, fix }];
    }
    const conflict = conflictMarker.exec(text);
    if (conflict !== null) {
        const message = 'The file has merge conflict markers.';
        const fix = 'Resolve the conflict: keep one side and remove the marker lines.';
        return [{ place: placeOf(conflict.index), code: 'E_YAML_SYNTAX', message, fix }];
    }
    return [...text.matchAll(rawControl)].slice(0, 20).map((match) => {
        const message = `The file has a control character, ${(0,quote/* quote */.h)(match[0])}.`;
        return { place: placeOf(match.index), code: 'E_YAML_CONTROL_CHAR', message, fix: 'Remove it.' };
    });
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
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(973);
/* harmony import */ var _core_schedule_meaning_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93);
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
        outgoing: input.outgoing ?? (0,_outgoing_js__WEBPACK_IMPORTED_MODULE_4__/* .createOutgoing */ .D)((0,_redact_js__WEBPACK_IMPORTED_MODULE_6__.createRedactor)([])),
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
        const since = (0,_core_schedule_meaning_js__WEBPACK_IMPORTED_MODULE_1__/* .scheduledSince */ .Uu)(deployment, schedule);
        const after = (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantFromMs */ .A0)(Math.max((0,_core_state_js__WEBPACK_IMPORTED_MODULE_3__/* .accountedUntil */ .dt)(state, deployment.flow), since));
        const latest = next ?? until;
        const slot = latest === undefined ? (0,_core_slots_js__WEBPACK_IMPORTED_MODULE_2__/* .nextSlots */ .jj)(schedule, after, 1)[0] : (0,_core_slots_js__WEBPACK_IMPORTED_MODULE_2__/* .firstSlot */ .TZ)(schedule, after, latest);
        next = slot ?? next;
    }
    return next;
}
/** How late the slots of the last 24 hours were when a tick saw them, ascending. */
function latenessMs(runs, now) {
    return [...runs]
        .flatMap(({ cause, createdAt }) => cause.kind === 'slot' && now - cause.slot <= _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .dayMs */ .LP ? [Math.max(createdAt - cause.slot, 0)] : [])
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

/***/ 7688:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ cutReason)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3727);

/**
 * ECS gives 1,024 characters, and what a person needs of them, the right that is missing and on what, stands at their end
 * (aws/containers-roadmap#1133, #1332). So what says nothing goes first, then what stands in between.
 */
const fillers = [
    /execution resource retrieval failed: /gi,
    /(?:service call|create stream|pull image manifest|ref pull|inspect image) has been retried \d+ times?(?:\(s\))?: /gi,
    /https response error StatusCode: \d+, RequestID: [\w-]*, (?:api error )?/gi,
    /,? request id: [\w-]+/gi,
    / because no [\w-]+ policy allows the [\w:*-]+ action/gi,
];
/** Enough to see what failed. */
const leastHead = 60;
/** The verb and the resource of a refusal by IAM. */
const refusal = /is not authorized to perform: \S+(?: on resource: \S+)?/i;
function cutReason(text, limit) {
    let left = text;
    for (const filler of fillers) {
        if (left.length <= limit)
            return left;
        left = left.replaceAll(filler, '');
    }
    if (left.length <= limit)
        return left;
    const found = refusal.exec(left)?.[0] ?? '';
    const end = found !== '' && found.length < limit - leastHead ? found : lastCharacters(left, Math.floor(limit / 3));
    return `${(0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .cutLength */ .bG)(left, limit - end.length - 1)} ${end}`;
}
/** Never half a character. */
function lastCharacters(text, count) {
    return text.slice(-count).replace(/^[\udc00-\udfff]/, '');
}


/***/ }),

/***/ 9518:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qK: () => (/* binding */ hasTrace),
  mU: () => (/* binding */ namedError),
  $t: () => (/* binding */ placeOf)
});

;// CONCATENATED MODULE: ./src/report/stack-trace.ts
/** `at load (/app/flows/x/index.ts:12:5)`, `at file:///app/flows/x/index.ts:12:5` */
const javascriptFrame = /^\s{1,20}at /;
const javascriptPlace = /(?:^|[\s(])(?:file:\/\/)?([^\s()]{1,500}):(\d{1,7}):\d{1,7}\)?$/;
const pythonHeader = /^\s{0,20}Traceback \(most recent call last\):$/;
/** `  File "/flow/main.py", line 12, in load` */
const pythonPlace = /^\s{1,20}File "([^"]{1,500})", line (\d{1,7})/;
const longestJudgedLine = 1_200;
const mostTraces = 10;
/** The innermost line of the flow's own code in the last stack trace that has one. */
function failingPlace(texts, source) {
    const lines = texts.map((text) => text.slice(0, longestJudgedLine));
    for (let end = lines.length, seen = 0; end > 0 && seen < mostTraces; seen += 1) {
        const trace = lastTrace(lines.slice(0, end));
        if (trace === undefined)
            return undefined;
        const found = trace.frames.map((frame) => placeIn(frame, source)).find((place) => place !== undefined);
        if (found !== undefined)
            return { ...found, message: trace.message };
        end = trace.start;
    }
    return undefined;
}
function hasStackTrace(texts) {
    return lastTrace(texts.map((text) => text.slice(0, longestJudgedLine))) !== undefined;
}
/** What the last stack trace says went wrong. */
function lastMessage(texts) {
    const message = lastTrace(texts.map((text) => text.slice(0, longestJudgedLine)))?.message;
    return message === '' ? undefined : message;
}
function lastTrace(lines) {
    const javascript = lines.findLastIndex((line) => javascriptFrame.test(line));
    const python = lines.findLastIndex((line) => pythonHeader.test(line));
    if (javascript < 0 && python < 0)
        return undefined;
    return javascript > python ? javascriptTrace(lines, javascript) : pythonTrace(lines, python);
}
function javascriptTrace(lines, end) {
    const start = lines.slice(0, end).findLastIndex((line) => !javascriptFrame.test(line)) + 1;
    return {
        start,
        frames: framesOf(lines.slice(start, end + 1), javascriptPlace),
        message: (lines[start - 1] ?? '').trim(),
    };
}
function pythonTrace(lines, start) {
    const body = lines.slice(start + 1);
    const length = body.findIndex((line) => !/^\s/.test(line));
    const frames = framesOf(length < 0 ? body : body.slice(0, length), pythonPlace).reverse();
    return { start, frames, message: length < 0 ? '' : (body[length] ?? '').trim() };
}
function framesOf(lines, pattern) {
    return lines.flatMap((text) => {
        const match = pattern.exec(text);
        return match === null ? [] : [{ path: match[1] ?? '', line: Number(match[2]) }];
    });
}
/** Folders of other people's code, which may have files called like ours. */
const foreign = new Set(['..', 'node_modules', 'site-packages', 'dist-packages']);
function placeIn({ path, line }, { flow, files }) {
    const segments = path.replaceAll('\\', '/').split('/');
    if (line < 1 || /^\/usr\//.test(path) || segments.some((segment) => foreign.has(segment)))
        return undefined;
    const suffixes = segments.map((_, index) => segments.slice(index).join('/'));
    if (files === undefined) {
        const own = suffixes.find((suffix) => suffix.startsWith(`flows/${flow}/`));
        return own !== undefined && /^[\w./@+-]+$/.test(own) ? { path: own, line } : undefined;
    }
    // A name alone says too little to be taken for a file outside the flow's folder.
    const candidates = suffixes.flatMap((suffix, index) => index > 0 && !suffix.includes('/') ? [`flows/${flow}/${suffix}`] : [suffix, `flows/${flow}/${suffix}`]);
    const known = candidates.find((candidate) => files.has(candidate));
    return known === undefined ? undefined : { path: known, line };
}

;// CONCATENATED MODULE: ./src/report/named-error.ts

/** By what the program told itself, else by the last stack trace of its log; undefined: nobody has to guess. */
function namedError(report) {
    if (report.run.phase.state !== 'failed')
        return undefined;
    const place = placeOf(report);
    const error = report.events?.finished?.error;
    const [stack, tail] = tracesOf(report);
    const text = error !== undefined
        ? `${error.name}: ${error.message}`
        : (place?.message ?? lastMessage(stack) ?? lastMessage(tail) ?? machineError(tail));
    if (text === undefined || text === '')
        return undefined;
    const line = text.split('\n')[0] ?? '';
    return place === undefined ? { text: line } : { text: line, place };
}
/** The line of the flow's own code that failed, if a stack trace says so. */
function placeOf({ run, events, logTail, sourceFiles }) {
    if (run.phase.state !== 'failed')
        return undefined;
    const source = { flow: run.flow, ...(sourceFiles === undefined ? {} : { files: sourceFiles }) };
    const [stack, tail] = tracesOf({ events, logTail });
    return failingPlace(stack, source) ?? failingPlace(tail, source);
}
/** Whether knowing the files of the commit could tell where the run failed. */
function hasTrace(report) {
    return report.run.phase.state === 'failed' && tracesOf(report).some(hasStackTrace);
}
function tracesOf({ events, logTail }) {
    const stack = events?.finished?.error?.stack?.split('\n') ?? [];
    return [stack, logTail.map(({ text }) => text)];
}
/** The one line that the container runtime prints for an image of another architecture (execve(2), ENOEXEC). */
function machineError(tail) {
    return tail
        .findLast((line) => /^\s*exec \S+: exec format error\s*$|: exec format error\s*$/.test(line))
        ?.trim();
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

/***/ 1175:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createRedactor: () => (/* binding */ createRedactor),
  judgedLength: () => (/* binding */ judgedLength)
});

;// CONCATENATED MODULE: ./src/report/encodings.ts
/** Shorter texts are words: masking `dev` or `1` everywhere would leave nothing to read and reveal what the secret is. */
const shortestForm = 4;
/** Shorter parts of Base64 would also be found where they mean something else. */
const shortestEmbedded = 8;
function encodingsOf(secret) {
    const lines = secret.split(/\r?\n/).map((line) => line.trim());
    const raw = [secret, secret.trim(), unquoted(secret.trim()), ...(lines.length > 1 ? lines : [])].filter((text) => text.length >= shortestForm);
    return { exact: unique(raw.flatMap(exactForms)), embedded: unique(raw.flatMap(embeddedForms)) };
}
function exactForms(text) {
    const uri = encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\ufffd'));
    const strictUri = uri.replaceAll(/[!'()*]/g, hexOf);
    const json = JSON.stringify(text).slice(1, -1);
    return [
        text,
        ...[uri, strictUri].flatMap((form) => [
            form,
            form.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
            form.replaceAll('%20', '+'),
        ]),
        json,
        json.replaceAll(/[\u0085\u2028\u2029]/g, unicodeOf),
        json.replaceAll(/[\u007f-\uffff]/g, unicodeOf),
        JSON.stringify(json).slice(1, -1),
        json.replaceAll('/', '\\/'),
        text
            .replaceAll('&', '&amp;')
            .replaceAll('<', '&lt;')
            .replaceAll('>', '&gt;')
            .replaceAll('"', '&quot;')
            .replaceAll("'", '&apos;'),
        text.replaceAll("'", "''"),
        text.replaceAll("'", `'\\''`),
        text.replaceAll('"', '\\"'),
        text.replaceAll(/["`$]/g, '`$&'),
        ...powerShellParts(text),
        ...hexForms(text),
        ...urlSafe(base64(bytesOf(text))),
        ...shiftedForms(bytesOf(text)),
    ];
}
/** As strict encoders write what `encodeURIComponent` leaves. */
function hexOf(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
function unicodeOf(character) {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
const shortestPart = 6;
/** PowerShell prints what stands before and behind an ampersand apart, in an error about a command. */
function powerShellParts(text) {
    const coloured = text.indexOf('&+');
    const end = coloured < 0 ? text.lastIndexOf('&') + 1 : coloured + 2;
    if (end === 0)
        return [];
    // Behind `&+` it colours one letter by itself.
    const parts = [text.slice(0, end), text.slice(coloured < 0 ? end : end + 1)];
    return parts.filter((part) => part.length >= shortestPart);
}
/** The end of a Base64 text of which the secret is the end, and that begins one or two bytes before it. */
function shiftedForms(bytes) {
    const forms = [1, 2].map((shift) => base64(bytes.subarray(shift)));
    return forms.filter((form) => form.length >= shortestEmbedded).flatMap(urlSafe);
}
function unquoted(text) {
    return /^(["']).*\1$/s.test(text) ? text.slice(1, -1) : text;
}
function unique(texts) {
    return [...new Set(texts)];
}
function hexForms(text) {
    const hex = [...bytesOf(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return hex.length < 12 ? [] : [hex, hex.toUpperCase()];
}
/**
 * Base64 of the secret in the middle of a longer text: three bytes become four characters, so it looks in three ways,
 * depending on where it begins.
 */
function embeddedForms(text) {
    const bytes = bytesOf(text);
    return [0, 1, 2].flatMap((skip) => {
        const rest = bytes.subarray(skip);
        const form = base64(rest.subarray(0, rest.length - (rest.length % 3)));
        return form.length < shortestEmbedded ? [] : urlSafe(form);
    });
}
function urlSafe(form) {
    const bare = form.replace(/=+$/, '');
    return [
        form,
        bare,
        form.replaceAll('+', '-').replaceAll('/', '_'),
        bare.replaceAll('+', '-').replaceAll('/', '_'),
    ];
}
function bytesOf(text) {
    return new TextEncoder().encode(text);
}
function base64(bytes) {
    let binary = '';
    for (const byte of bytes)
        binary += String.fromCharCode(byte);
    return btoa(binary);
}

;// CONCATENATED MODULE: ./src/report/known-forms.ts
/** The first characters of a form, by which it is found. No form is shorter: `encodings.ts` leaves out shorter ones. */
const markLength = 4;
const markBits = 16;
/**
 * Finds all forms of all secrets in one pass, however many there are: the beginnings of the forms are marked in a table,
 * and only where the text has one of these are forms compared with it.
 */
function formFinder(encodings) {
    const forms = formsOf(encodings);
    const byMark = new Map();
    const marked = new Uint8Array(1 << markBits);
    for (const form of forms) {
        const mark = markAt(form.text, 0);
        marked[slotOf(mark)] = 1;
        byMark.set(mark, [...(byMark.get(mark) ?? []), form]);
    }
    /** Until `meet` says that it has seen enough. */
    const scan = (text, meet) => {
        let mark = 0;
        for (let end = 0; end < text.length; end += 1) {
            mark = nextMark(mark, text.charCodeAt(end));
            if (marked[slotOf(mark)] === 0 || end < markLength - 1)
                continue;
            const from = end - markLength + 1;
            for (const form of byMark.get(mark) ?? [])
                if (text.startsWith(form.text, from) && meet(form, from))
                    return;
        }
    };
    return {
        longest: forms.reduce((most, { text }) => Math.max(most, text.length), 0),
        find(text) {
            const spans = [];
            if (forms.length === 0)
                return spans;
            scan(text, (form, from) => {
                spans.push(spanOf(text, form, from));
                return false;
            });
            return spans;
        },
        isIn(text) {
            let isFound = false;
            if (forms.length === 0)
                return isFound;
            scan(text, () => {
                isFound = true;
                return isFound;
            });
            return isFound;
        },
    };
}
function formsOf(encodings) {
    const exact = new Set(encodings.flatMap((one) => one.exact));
    const embedded = new Set(encodings.flatMap((one) => one.embedded));
    return [
        ...[...exact].map((text) => ({ text, isEmbedded: false })),
        ...[...embedded].map((text) => ({ text, isEmbedded: true })),
    ].filter(({ text }) => text.length >= markLength);
}
/** Depends on the last four characters alone: earlier ones have been shifted out of its 32 bits. */
function nextMark(mark, code) {
    return (mark << 8) ^ code;
}
function markAt(text, from) {
    let mark = 0;
    for (let at = from; at < from + markLength; at += 1)
        mark = nextMark(mark, text.charCodeAt(at));
    return mark;
}
/** Multiplying by the golden ratio spreads marks that differ in any bit (Knuth, The Art of Computer Programming, 6.4). */
function slotOf(mark) {
    return Math.imul(mark, 0x9e3779b1) >>> (32 - markBits);
}
function spanOf(text, form, from) {
    const span = { from, to: from + form.text.length };
    return form.isEmbedded ? widened(text, span) : span;
}
/** The characters beside a part of a Base64 text can carry the secret's first and last two bytes. */
function widened(text, { from, to }) {
    const before = /[A-Za-z0-9+/_-]{0,3}$/.exec(text.slice(Math.max(from - 3, 0), from))?.[0] ?? '';
    const after = /^[A-Za-z0-9+/_-]{0,3}={0,2}/.exec(text.slice(to, to + 5))?.[0] ?? '';
    return { from: from - before.length, to: to + after.length };
}

;// CONCATENATED MODULE: ./src/report/secret-patterns.ts
const secretWords = ['password', 'passwd', 'passphrase', 'pwd', 'secret', 'token', 'signature', 'cookie'];
/**
 * What looks like a secret without being known as one.
 * Every repetition is bounded or excludes what could start the match again, so that hostile text costs linear time.
 */
const secretPatterns = [
    // AWS: key ids, session tokens, and the query of presigned addresses, which Fargate's pull errors can contain.
    {
        hints: ['akia', 'asia', 'abia', 'acca'],
        // Beside it stands its secret, which has no shape of its own: 40 characters of base64, a name or two between them.
        pattern: /(?<![A-Za-z0-9])()(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])(?:[^\w/+]{1,8}(?:[A-Za-z_]{1,40}[^\w/+]{1,8}){0,4}[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+]))?/g,
    },
    {
        hints: ['iqoj', 'fwog', 'fqog'],
        pattern: /(?<![A-Za-z0-9])()(?:IQoJ|FwoG|FQoG)[A-Za-z0-9/+=]{40,4000}/g,
    },
    {
        hints: ['x-amz-'],
        pattern: /(X-Amz-(?:Signature|Credential|Security-Token)(?:=|%3D))[^&\s"'<>]{1,4000}/gi,
    },
    {
        hints: ['signature=', 'awsaccesskeyid=', 'sig=', 'sv='],
        pattern: /([?&](?:Signature|AWSAccessKeyId|sig|sv)=)[^&\s"'<>]{4,4000}/gi,
    },
    // Tokens with a prefix of their issuer.
    {
        hints: ['gho_', 'ghp_', 'ghs_', 'ghu_', 'ghr_', 'github_pat_'],
        pattern: /(?<![A-Za-z0-9])()(?:gh[opsur]_|github_pat_)[A-Za-z0-9_.-]{16,2000}/g,
    },
    { hints: ['glpat-'], pattern: /(?<![A-Za-z0-9])()glpat-[A-Za-z0-9_.-]{16,300}/g },
    { hints: ['xox'], pattern: /(?<![A-Za-z0-9])()xox[abeoprs]-[A-Za-z0-9-]{8,500}/g },
    {
        hints: ['hooks.slack.com/'],
        pattern: /(hooks\.slack\.com\/(?:services|workflows|triggers)\/)[A-Za-z0-9/_-]{8,300}/gi,
    },
    {
        hints: ['.com/api/webhooks/'],
        pattern: /(discord(?:app)?\.com\/api\/webhooks\/)[A-Za-z0-9/_-]{8,300}/gi,
    },
    {
        hints: ['k_live_', 'k_test_'],
        pattern: /(?<![A-Za-z0-9])()(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{12,300}/g,
    },
    { hints: ['sk-'], pattern: /(?<![A-Za-z0-9])()sk-[A-Za-z0-9_-]{20,300}/g },
    {
        hints: ['npm_', 'hf_', 'whsec_', 'dop_v1_', 'pypi-'],
        pattern: /(?<![A-Za-z0-9])()(?:npm_|hf_|whsec_|dop_v1_|pypi-)[A-Za-z0-9_-]{20,500}/g,
    },
    { hints: ['aiza'], pattern: /(?<![A-Za-z0-9])()AIza[A-Za-z0-9_-]{30,100}/g },
    { hints: ['sg.'], pattern: /(?<![A-Za-z0-9])()SG\.[A-Za-z0-9_-]{16,100}\.[A-Za-z0-9_-]{16,100}/g },
    {
        hints: ['eyj'],
        pattern: /(?<![A-Za-z0-9_-])()eyJ[A-Za-z0-9_-]{8,8000}\.[A-Za-z0-9_-]{4,8000}\.[A-Za-z0-9_-]{0,2000}/g,
    },
    {
        hints: ['-----begin '],
        pattern: /()-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[^-]{0,20000}(?:-----END [A-Z0-9 ]{0,40}-----)?/g,
    },
    // `user:password@` of an address, the password with `@` or `/` in it or not, but not a port.
    { hints: ['://'], pattern: /(:\/\/)[^\s/?#@"'<>]{1,500}(?=@)/g },
    { hints: ['://'], pattern: /(:\/\/)[^\s/:@"'<>]{0,200}:(?!\d{1,5}(?:[/?#]|$))[^\s"'<>]{1,300}(?=@)/g },
    {
        hints: ['authorization'],
        pattern: /((?:authorization|proxy-authorization)["']?\s{0,3}[:=]\s{0,3}["']?(?:basic|bearer|token|aws4-hmac-sha256)\s{1,3})[^\s"',]{4,8000}/gi,
    },
    { hints: ['bearer'], pattern: /((?<![A-Za-z0-9])bearer\s{1,3})[A-Za-z0-9._~+/=-]{12,8000}/gi },
    // A name that says so, and a value. ARNs have `:secret:` in them and are none.
    {
        hints: ['key', ...secretWords],
        pattern: new RegExp(`(${nameWithSecret()}\\\\?["']?\\s{0,3}(?:=>|[=:])\\s{0,3}\\\\?)(?:"[^"\\n]{4,2000}"|'[^'\\n]{4,2000}'|(?!["']?arn:)[^\\s"',;&)\\]}]{6,4000})`, 'gi'),
    },
    {
        hints: ['-password', '-passwd', '-token', '-secret', '-api'],
        pattern: /((?<![A-Za-z0-9])--?(?:password|passwd|token|secret|api-?key)[ =]\s{0,2})[^\s"'-][^\s]{3,2000}/gi,
    },
];
function nameWithSecret() {
    const words = secretWords.join('|').replace('secret', 'secret(?!smanager)');
    const keys = '(?:api|access|private|secret|signing|encryption|auth|account|client|license)[-_ ]?key';
    return `(?<!:\\d{12}:)(?:${words}|${keys})[A-Za-z0-9_-]{0,30}`;
}

// EXTERNAL MODULE: ./src/report/spans.ts
var report_spans = __webpack_require__(8500);
;// CONCATENATED MODULE: ./src/report/redact.ts




/** More of one text is never looked at, nor shown. */
const judgedLength = 262_144;
const cutMark = '… (cut)';
/** Knows the secrets given, in every usual encoding, and the shapes that secrets have. */
function createRedactor(secrets) {
    const forms = formFinder(secrets.map(encodingsOf));
    const all = (text) => [...forms.find(text), ...shaped(text)];
    const redact = (text) => {
        const judged = text.slice(0, judgedLength);
        const spans = all(judged);
        if (text.length <= judgedLength)
            return spans.length === 0 ? text : (0,report_spans/* cover */.Iv)(text, (0,report_spans/* merge */.h1)(spans));
        // A secret that the limit cuts in two begins in what is left out here.
        const keptLength = Math.max(judgedLength - forms.longest, 0);
        return `${(0,report_spans/* cover */.Iv)(judged.slice(0, keptLength), (0,report_spans/* merge */.h1)(spans))}${cutMark}`;
    };
    const lines = (texts) => {
        const bounded = texts.map((text) => (text.length > judgedLength ? redact(text) : text));
        return (0,report_spans/* coverAcross */.Bm)((0,report_spans/* coverAcross */.Bm)(bounded, '', forms.find), '\n', all);
    };
    return Object.assign(redact, {
        lines,
        known: (text) => (0,report_spans/* cover */.Iv)(text, (0,report_spans/* merge */.h1)(forms.find(text))),
        isHarmless: (text) => text.length <= judgedLength && !anyHint.test(text) && !forms.isIn(text),
    });
}
const anyHint = new RegExp([...new Set(secretPatterns.flatMap(({ hints }) => hints))]
    .map((hint) => hint.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|'), 'i');
/** Where it looks like a secret. Patterns that have no hint in the text are not tried: of most texts, none is. */
function shaped(text) {
    if (!anyHint.test(text))
        return [];
    const small = text.toLowerCase();
    return secretPatterns.flatMap(({ hints, pattern }) => hints.some((hint) => small.includes(hint))
        ? [...text.matchAll(pattern)].map((match) => ({
            from: match.index + (match[1] ?? '').length,
            to: match.index + match[0].length,
        }))
        : []);
}


/***/ }),

/***/ 7488:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FD: () => (/* binding */ bareCheck),
  vu: () => (/* binding */ conclusionOf),
  k_: () => (/* binding */ runCheck),
  KL: () => (/* binding */ runSummary),
  IC: () => (/* binding */ strayCheck),
  fx: () => (/* binding */ summaryLimitBytes)
});

// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __webpack_require__(973);
// EXTERNAL MODULE: ./src/report/named-error.ts + 1 modules
var named_error = __webpack_require__(9518);
// EXTERNAL MODULE: ./src/core/ending.ts
var ending = __webpack_require__(4689);
// EXTERNAL MODULE: ./src/report/places.ts
var places = __webpack_require__(9749);
// EXTERNAL MODULE: ./src/report/run-report.ts
var run_report = __webpack_require__(5967);
// EXTERNAL MODULE: ./src/report/run-title.ts + 1 modules
var run_title = __webpack_require__(4014);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(6970);
// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(9988);
;// CONCATENATED MODULE: ./src/report/run-attempts.ts







function attemptsTable(report, outgoing, detail) {
    const { run, now } = report;
    const isPlain = run.attempts.length <= 1 && (0,core_run/* lastAttempt */.mh)(run)?.launchTry === 1;
    if (isPlain || run.attempts.length === 0)
        return '';
    const shown = run.attempts.slice(-detail.attempts);
    const left = run.attempts.length - shown.length;
    const hasLeftSpot = (0,run_report/* fallbackWords */.yY)(run) !== undefined;
    const told = new Set((0,core_run/* isEnded */.pl)(run) ? [(0,core_run/* lastAttempt */.mh)(run)?.ending?.class] : []);
    const rows = shown.map((attempt) => {
        return [
            (0,report_text/* link */.nf)(String(attempt.number), attempt.handle === undefined ? undefined : (0,places/* taskAddress */.GM)(attempt.handle)),
            ...(hasLeftSpot ? [attempt.capacity === 'on-demand' ? 'on demand' : 'spot'] : []),
            (0,words/* secondWords */.US)(attempt.startedAt ?? attempt.intendedAt),
            ranWords(attempt, now),
            `${attemptEnd(attempt, (0,run_title/* isLocalRun */.fd)(run), outgoing)}${attempt.launchTry > 1 ? ` (launch try ${attempt.launchTry})` : ''}${adviceBeside(report, attempt, { told, outgoing })}`,
        ];
    });
    const note = left === 0 ? '' : `\n\n… and ${left} earlier.`;
    const head = ['No.', ...(hasLeftSpot ? ['On'] : []), 'Started', 'Ran', 'Ended because'];
    return `### Attempts\n\n${(0,report_text/* table */.tp)(head, rows)}${note}`;
}
/** Nobody knows how long an attempt went on whose end nobody saw. */
function ranWords(attempt, now) {
    if (attempt.ending?.class === 'no-evidence')
        return 'not known';
    const ran = (0,run_report/* attemptMs */.Es)(attempt, now);
    return ran === undefined ? 'never' : (0,words/* durationWords */.Sh)(ran);
}
/** What is told once, or above already, is not told again. */
function adviceBeside(report, { ending }, { told, outgoing }) {
    if (ending === undefined || told.has(ending.class))
        return '';
    told.add(ending.class);
    const advice = (0,run_title/* adviceFor */.cp)(report, ending, outgoing);
    return advice === undefined ? '' : `. **${advice}**`;
}
/** A row has little room: what is cut in its middle keeps the right that is missing. */
const longestInRow = 500;
function attemptEnd(attempt, isLocal, outgoing) {
    if (attempt.ending !== undefined)
        return (0,run_title/* endingWords */.fg)(attempt.ending, outgoing, { isLocal, longest: longestInRow });
    return attempt.stop === undefined ? 'open' : `stopping: ${(0,ending/* factsOf */.x)(attempt.stop.cause).words}`;
}

// EXTERNAL MODULE: ./src/report/run-sections.ts + 2 modules
var run_sections = __webpack_require__(9858);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
;// CONCATENATED MODULE: ./src/report/run-check.ts







/** GitHub refuses a longer summary: 65,535 characters, and as many bytes. */
const summaryLimitBytes = 65_535;
const conclusions = {
    succeeded: 'success',
    failed: 'failure',
    crashed: 'failure',
    'timed-out': 'timed_out',
    cancelled: 'cancelled',
    unknown: 'action_required',
};
/** What a commit's check list shows of one run. */
function runCheck(report, outgoing) {
    const { run } = report;
    const place = (0,named_error/* placeOf */.$t)(report);
    return {
        name: checkNameOf(run),
        externalId: run.id,
        commit: run.commit,
        status: statusOf(run),
        startedAt: (0,run_report/* firstStart */.z)(run) ?? run.attempts[0]?.intendedAt ?? run.createdAt,
        title: (0,run_title/* runTitle */.kh)(report, outgoing),
        summary: runSummary(report, outgoing, place),
        annotations: place === undefined ? [] : [annotationOf(report, outgoing, place)],
    };
}
/** The least that can be said of a run: nothing in it comes from outside. */
function bareCheck(run) {
    return {
        name: checkNameOf(run),
        externalId: run.id,
        status: statusOf(run),
        commit: run.commit,
        startedAt: run.createdAt,
        title: `${run.phase.state}; the report could not be made`,
        summary: 'The report of this run could not be made. Its outcome is as this check says.',
        annotations: [],
    };
}
/** What is left of a check that was created although the run has another one. */
function strayCheck(run, at) {
    return {
        name: checkNameOf(run),
        externalId: run.id,
        commit: run.commit,
        status: { kind: 'completed', conclusion: 'neutral', at },
        startedAt: run.createdAt,
        title: 'Does not count: this run is shown by another check',
        summary: 'Two ticks showed this run at the same time. The other check of this name says how it goes on.',
        annotations: [],
    };
}
function checkNameOf({ flow }) {
    return `flow / ${flow}`;
}
function conclusionOf({ phase }) {
    return conclusions[phase.state];
}
function statusOf(run) {
    if ((0,core_run/* isEnded */.pl)(run))
        return { kind: 'completed', conclusion: conclusionOf(run), at: run.phase.endedAt };
    return run.phase.state === 'queued' ? { kind: 'queued' } : { kind: 'in-progress' };
}
function annotationOf(report, outgoing, place) {
    return {
        path: place.path,
        line: place.line,
        level: 'failure',
        title: outgoing.title(`${report.run.flow} failed here`),
        message: outgoing.title(place.message, 1_000) || 'The run failed here.',
    };
}
/** From everything to the least; the first that fits is shown. */
const details = [
    {
        logLines: 1_000,
        logBytes: 40_000,
        artifacts: 50,
        artifactBytes: 16_000,
        tasks: 50,
        attempts: 50,
        parameterLength: 2_000,
    },
    {
        logLines: 200,
        logBytes: 16_000,
        artifacts: 20,
        artifactBytes: 8_000,
        tasks: 40,
        attempts: 20,
        parameterLength: 1_000,
    },
    {
        logLines: 50,
        logBytes: 8_000,
        artifacts: 10,
        artifactBytes: 3_000,
        tasks: 20,
        attempts: 10,
        parameterLength: 500,
    },
    {
        logLines: 20,
        logBytes: 4_000,
        artifacts: 0,
        artifactBytes: 0,
        tasks: 10,
        attempts: 5,
        parameterLength: 200,
    },
    {
        logLines: 5,
        logBytes: 1_000,
        artifacts: 0,
        artifactBytes: 0,
        tasks: 0,
        attempts: 3,
        parameterLength: 100,
    },
];
function runSummary(report, outgoing, place = (0,named_error/* placeOf */.$t)(report)) {
    let summary = '';
    for (const detail of details) {
        summary = sections(report, outgoing, { detail, place });
        if ((0,visible/* byteLength */.dp)(summary) <= summaryLimitBytes)
            return summary;
    }
    return (0,visible/* cutBytes */.Uw)(summary, summaryLimitBytes, '\n\n… (cut)');
}
function sections(report, outgoing, { detail, place }) {
    return [
        (0,run_sections/* headline */.Pl)(report, outgoing),
        (0,run_sections/* faultSection */.A2)(report, outgoing),
        (0,run_sections/* factsTable */.wd)(report, outgoing, detail),
        (0,run_sections/* nextSteps */.Zn)(report, outgoing, place),
        (0,run_sections/* errorSection */.K6)(report, outgoing),
        attemptsTable(report, outgoing, detail),
        (0,run_sections/* tasksSection */.iw)(report, outgoing, detail),
        (0,run_sections/* artifactsSection */.R$)(report, outgoing, detail),
        (0,run_sections/* logSection */.q4)(report, outgoing, detail),
    ]
        .filter((section) => section !== '')
        .join('\n\n');
}


/***/ }),

/***/ 5967:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Es: () => (/* binding */ attemptMs),
/* harmony export */   VN: () => (/* binding */ bareReport),
/* harmony export */   d5: () => (/* binding */ elapsedMs),
/* harmony export */   pd: () => (/* binding */ revisionName),
/* harmony export */   vk: () => (/* binding */ attemptWords),
/* harmony export */   yY: () => (/* binding */ fallbackWords),
/* harmony export */   z: () => (/* binding */ firstStart)
/* harmony export */ });
/* unused harmony export mostAttempts */
/* harmony import */ var _core_ending_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4689);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(973);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9988);



/** What the record says by itself, without anything that the run printed. */
function bareReport(report, fault) {
    const { events: _, sourceFiles: __, ...known } = report;
    return { ...known, logTail: [], fault };
}
function firstStart(run) {
    return run.attempts.find(({ startedAt }) => startedAt !== undefined)?.startedAt;
}
/** From the first intent to launch to the end: what a person waited for. */
function elapsedMs(run, now) {
    const from = firstStart(run) ?? run.attempts[0]?.intendedAt ?? run.createdAt;
    return Math.max(((0,_core_run_js__WEBPACK_IMPORTED_MODULE_2__/* .isEnded */ .pl)(run) ? run.phase.endedAt : now) - from, 0);
}
function attemptMs({ startedAt, ending }, now) {
    return startedAt === undefined ? undefined : Math.max((ending?.at ?? now) - startedAt, 0);
}
/** How many attempts the run can have; undefined when infrastructure failures, which have their own budget, count in. */
function mostAttempts({ run, deployment }) {
    const { policy } = deployment;
    if (policy === undefined || policy.retries.limit + run.granted === 0)
        return undefined;
    const isPlain = run.attempts.every(({ ending }) => ending === undefined || !infraClasses(ending.class));
    const most = policy.retries.limit + 1 + run.granted;
    return isPlain && run.attempts.length <= most ? most : undefined;
}
function infraClasses(name) {
    return (0,_core_ending_js__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .x)(name).budget === 'infra';
}
/** `attempt 2 of 3`; nothing for the only attempt of a run that has no retries. */
function attemptWords(report) {
    const number = (0,_core_run_js__WEBPACK_IMPORTED_MODULE_2__/* .lastAttempt */ .mh)(report.run)?.number;
    if (number === undefined)
        return undefined;
    const most = mostAttempts(report);
    const isFirstAndLast = number === 1 && report.run.phase.state === 'succeeded';
    if (most !== undefined && !isFirstAndLast)
        return `attempt ${number} of ${most}`;
    return number > 1 ? `attempt ${number}` : undefined;
}
/** `attempt 3 on demand after 2 interruptions`; nothing for a run that never left spot, or was never on it. */
function fallbackWords({ attempts }) {
    const first = attempts.find(({ capacity }) => capacity === 'on-demand');
    if (first === undefined)
        return undefined;
    const earlier = attempts.filter(({ number }) => number < first.number);
    const interruptions = earlier.filter(({ ending }) => ending?.class === 'spot').length;
    const reason = interruptions === 0
        ? ', because spot had no capacity'
        : ` after ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .countWords */ .rj)(interruptions, 'interruption')}`;
    return `attempt ${first.number} on demand${reason}`;
}
/** `headgate-acme-daily-report:12` of its ARN. */
function revisionName(revision) {
    return /^arn:[^/]*:task-definition\/([A-Za-z0-9_-]+:\d+)$/.exec(revision)?.[1] ?? revision;
}


/***/ }),

/***/ 9858:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R$: () => (/* binding */ artifactsSection),
  K6: () => (/* binding */ errorSection),
  wd: () => (/* binding */ factsTable),
  A2: () => (/* binding */ faultSection),
  Pl: () => (/* binding */ headline),
  q4: () => (/* binding */ logSection),
  Zn: () => (/* binding */ nextSteps),
  iw: () => (/* binding */ tasksSection)
});

// EXTERNAL MODULE: ./src/core/json.ts
var json = __webpack_require__(7136);
// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __webpack_require__(973);
;// CONCATENATED MODULE: ./src/report/artifact-blocks.ts
/** `lines`: redacted and visible. */
function blocksOf(lines) {
    const blocks = [];
    for (let index = 0; index < lines.length;) {
        const length = blockLength(lines, index);
        const block = blockOf(lines.slice(index, index + length));
        if (block !== undefined)
            blocks.push(block);
        index += length;
    }
    return blocks;
}
const strongOrCode = /(\*\*[^*]{1,500}\*\*|`[^`]{1,500}`)/;
function piecesOf(text) {
    return text.split(strongOrCode).flatMap((part, index) => {
        if (part === '')
            return [];
        if (index % 2 === 0)
            return [{ kind: 'plain', text: part }];
        return part.startsWith('`')
            ? [{ kind: 'code', text: part.slice(1, -1) }]
            : [{ kind: 'strong', text: part.slice(2, -2) }];
    });
}
const fence = /^ {0,3}(`{3,}|~{3,})/;
const tableRow = /^ {0,3}\|/;
const listItem = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/;
const heading = /^ {0,3}#{1,6}\s+/;
function kindOf(line) {
    if (line.trim() === '')
        return 'blank';
    if (fence.test(line))
        return 'fence';
    if (tableRow.test(line))
        return 'table';
    if (listItem.test(line))
        return 'list';
    return heading.test(line) ? 'heading' : 'text';
}
/** How many lines from `start` on belong together. */
function blockLength(lines, start) {
    const kind = kindOf(lines[start] ?? '');
    if (kind === 'heading')
        return 1;
    const rest = lines.slice(start + 1);
    if (kind === 'fence') {
        const mark = fence.exec(lines[start] ?? '')?.[1] ?? '';
        const end = rest.findIndex((line) => line.trim().startsWith(mark));
        return end < 0 ? lines.length - start : end + 2;
    }
    const end = rest.findIndex((line) => kindOf(line) !== kind);
    return end < 0 ? lines.length - start : end + 1;
}
function blockOf(lines) {
    const [first = ''] = lines;
    switch (kindOf(first)) {
        case 'blank':
            return undefined;
        case 'fence': {
            const isClosed = lines.length > 1 && fence.test(lines.at(-1) ?? '');
            return { kind: 'code', lines: lines.slice(1, isClosed ? -1 : undefined) };
        }
        case 'table': {
            const [head = [], ...rows] = lines.filter((line) => !/^[\s|:-]+$/.test(line)).map(cellsOf);
            return { kind: 'table', head, rows };
        }
        case 'list':
            return { kind: 'list', items: lines.map((line) => line.replace(listItem, '')) };
        case 'heading':
            return { kind: 'heading', text: first.replace(heading, '') };
        case 'text':
            return { kind: 'text', text: lines.join(' ') };
    }
}
function cellsOf(row) {
    return row
        .trim()
        .replace(/^\|/, '')
        .replace(/\|$/, '')
        .split('|')
        .map((cell) => cell.trim());
}

// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(6970);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(9988);
;// CONCATENATED MODULE: ./src/report/artifacts.ts




const mostColumns = 12;
const mostLines = 2_000;
const longestCell = 200;
/** One artifact as a section. Its text is a flow's output: shown, never obeyed. */
function artifactText(artifact, outgoing, bounds) {
    const heading = `#### ${outgoing.inline(artifact.name, 200)}`;
    const body = bodyOf(artifact, outgoing, bounds);
    const isTooLong = (0,visible/* byteLength */.dp)(body) > bounds.mostBytes;
    return `${heading}\n\n${isTooLong ? 'Too long to show here; the log has it.' : body}`;
}
function bodyOf(artifact, outgoing, bounds) {
    switch (artifact.kind) {
        case 'markdown':
            return markdownBlocks(artifact.text, outgoing, bounds.mostBytes)
                .map((block) => blockText(block, outgoing, bounds))
                .join('\n\n');
        case 'table':
            return tableText(shownTable(artifact, bounds.mostRows), outgoing);
        case 'link':
            return `${artifact.text === undefined ? '' : `${outgoing.inline(artifact.text, 500)}: `}${outgoing.code(artifact.url, 2_000)}`;
        case 'image':
            return artifact.source.kind === 'url'
                ? `Image ${outgoing.inline(artifact.alt, 500)}: ${outgoing.code(artifact.source.url, 2_000)}`
                : `Image ${outgoing.inline(artifact.alt, 500)}: ${imageSize(artifact.source)}, in the log.`;
    }
}
/** Redacted as a whole, while secrets are whole, and only then taken apart. */
function markdownBlocks(text, outgoing, mostBytes) {
    const lines = text.slice(0, mostBytes * 2).split(/\r\n?|\n/);
    return blocksOf(outgoing.lines(lines.slice(0, mostLines), { mostLines, mostBytes: mostBytes * 4 }));
}
function imageSize({ mediaType, base64, }) {
    return `${mediaType}, ${Math.ceil((base64.length * 3) / 4 / 1024)} KiB`;
}
function shownTable({ columns, rows }, mostRows) {
    const head = columns.slice(0, mostColumns);
    const left = [
        rows.length > mostRows ? (0,words/* countWords */.rj)(rows.length - mostRows, 'more row') : '',
        columns.length > mostColumns ? (0,words/* countWords */.rj)(columns.length - mostColumns, 'more column') : '',
    ];
    return {
        head,
        rows: rows.slice(0, mostRows).map((row) => head.map((_, index) => String(row[index] ?? ''))),
        left: left.filter((note) => note !== ''),
    };
}
function tableText({ head, rows, left }, outgoing) {
    if (head.length === 0)
        return 'An empty table.';
    const cells = (texts) => texts.map((text) => outgoing.inline(text, longestCell));
    const notes = left.length === 0 ? '' : `\n\n… and ${left.join(', ')} in the log.`;
    return `${(0,report_text/* table */.tp)(cells(head), rows.map(cells))}${notes}`;
}
function blockText(block, outgoing, bounds) {
    switch (block.kind) {
        case 'code':
            return outgoing.block(block.lines);
        case 'table':
            return tableText(shownTable({ columns: block.head, rows: block.rows }, bounds.mostRows), outgoing);
        case 'list':
            return block.items.map((item) => `- ${inlineText(item, outgoing)}`).join('\n');
        case 'heading':
            return `##### ${inlineText(block.text, outgoing)}`;
        case 'text':
            return inlineText(block.text, outgoing);
    }
}
/** Pieces stand apart, so that none of them changes what its neighbour means. */
function inlineText(text, outgoing) {
    const shown = piecesOf(text).map(({ kind, text: piece }) => {
        if (kind === 'code')
            return outgoing.code(piece, 4_000);
        const inline = outgoing.inline(piece, 4_000);
        return kind === 'plain' || !/^[A-Za-z0-9](?:.*[A-Za-z0-9.:,;?%)])?$/.test(inline)
            ? inline
            : `**${inline}**`;
    });
    return shown.filter((piece) => piece !== '').join(' ');
}

// EXTERNAL MODULE: ./src/report/cost.ts
var report_cost = __webpack_require__(16);
// EXTERNAL MODULE: ./src/report/named-error.ts + 1 modules
var named_error = __webpack_require__(9518);
// EXTERNAL MODULE: ./src/report/places.ts
var places = __webpack_require__(9749);
// EXTERNAL MODULE: ./src/report/run-report.ts
var run_report = __webpack_require__(5967);
// EXTERNAL MODULE: ./src/report/run-title.ts + 1 modules
var run_title = __webpack_require__(4014);
// EXTERNAL MODULE: ./src/report/timeline.ts
var timeline = __webpack_require__(2510);
;// CONCATENATED MODULE: ./src/report/run-sections.ts











/** What happened, where, and what to do about it: the first line that anybody reads. */
function headline(report, outgoing) {
    const { run } = report;
    const { phase } = run;
    const last = (0,core_run/* lastAttempt */.mh)(run);
    const ending = last?.ending === undefined || last.ending.class === 'exit-zero' ? undefined : last.ending;
    const ended = ending === undefined
        ? ''
        : `Attempt ${last?.number} ended because ${(0,run_title/* endingWords */.fg)(ending, outgoing, { isLocal: (0,run_title/* isLocalRun */.fd)(run) })}.`;
    if ((0,core_run/* isEnded */.pl)(run)) {
        if (ending === undefined)
            return '';
        const advice = (0,run_title/* adviceFor */.cp)(report, ending, outgoing);
        return sentences([errorSentence(report, outgoing), ended, advice === undefined ? '' : `**${advice}**`]);
    }
    if (phase.state !== 'queued')
        return '';
    const next = ended === '' ? '' : `The next one starts after ${(0,words/* secondWords */.US)(phase.notBefore)}.`;
    return sentences([ended, next, waitOf(report)]);
}
function sentences(parts) {
    return parts.filter((part) => part !== '').join(' ');
}
/** `flows/x/main.py:28` ValueError: no such region. */
function errorSentence(report, outgoing) {
    const error = (0,named_error/* namedError */.mU)(report);
    if (error === undefined)
        return '';
    const { place, text } = error;
    const shown = outgoing.code(text, 500);
    if (place === undefined)
        return `${shown}.`;
    const address = (0,places/* sourceAddress */.uU)(report.links, report.run.commit, place);
    return `${(0,report_text/* link */.nf)(outgoing.code(`${place.path}:${place.line}`), address)} ${shown}.`;
}
/** Nobody is to take a report for whole that is not. */
function faultSection({ fault }, outgoing) {
    return fault === undefined
        ? ''
        : `**The report could not be made whole.** What the run printed is left out, since a report of it failed: ${outgoing.inline(fault, 300)}. This is a bug of Headgate: please report it.`;
}
function waitOf({ waiting }) {
    return waiting === undefined || waiting === 'not-before' ? '' : `It waits: ${run_title/* waitWords */.jJ[waiting]}.`;
}
function factsTable(report, outgoing, detail) {
    const { run, now, deployment, links } = report;
    // Nobody knows how long a run went on whose end nobody saw.
    const isKnown = run.phase.state !== 'unknown';
    const { resources } = deployment;
    const cost = isKnown && resources !== undefined ? (0,report_cost/* costOf */.ho)(run.attempts, resources) : undefined;
    const rows = [
        ['Why', (0,run_title/* causeWords */.pQ)(run, outgoing)],
        ['Commit', (0,places/* commitText */.tT)(links, run.commit)],
        ['Revision', outgoing.code((0,run_report/* revisionName */.pd)(run.revision), 300)],
        ['Image', imageText(report, outgoing)],
        ['Parameters', parametersText(report, outgoing, detail)],
        ['Capacity', (0,run_report/* fallbackWords */.yY)(run)],
        ['Started', (0,run_report/* firstStart */.z)(run) === undefined ? undefined : (0,words/* secondWords */.US)((0,run_report/* firstStart */.z)(run) ?? now)],
        [
            'Took',
            (0,run_report/* firstStart */.z)(run) === undefined || !(0,core_run/* isEnded */.pl)(run) || !isKnown
                ? undefined
                : (0,words/* durationWords */.Sh)((0,run_report/* elapsedMs */.d5)(run, now)),
        ],
        ['Cost', cost === undefined ? undefined : (0,report_cost/* costWords */.fL)(cost, deployment.policy?.spot ?? false)],
    ];
    return (0,report_text/* table */.tp)(['Run', outgoing.code(run.id)], rows.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])));
}
function imageText({ deployment, links }, outgoing) {
    const { image, built } = deployment;
    if (image === undefined)
        return undefined;
    return `${outgoing.code(shortDigest(image), 300)}${built === undefined ? '' : `, ${(0,places/* originText */.CQ)(links, built)}`}`;
}
/** Enough to tell images apart; the check of the deploy has all of it. */
function shortDigest(image) {
    return image.replace(/(@sha256:[0-9a-f]{12})[0-9a-f]{52}$/, '$1\u2026');
}
function parametersText({ run }, outgoing, detail) {
    return Object.keys(run.parameters).length === 0
        ? undefined
        : outgoing.code((0,json/* canonicalJson */.d)(run.parameters), detail.parameterLength);
}
/** What a person can do now. */
function nextSteps(report, outgoing, place) {
    const { run, links, logPlace } = report;
    const handle = (0,core_run/* lastAttempt */.mh)(run)?.handle;
    const task = handle === undefined ? undefined : (0,places/* taskAddress */.GM)(handle);
    const code = (0,places/* codeAddress */.as)(links, run);
    const page = (0,core_run/* isEnded */.pl)(run) ? (0,places/* runPageAddress */.Z3)(links, run) : undefined;
    const steps = [
        place === undefined
            ? undefined
            : `Where it failed: ${(0,report_text/* link */.nf)(outgoing.code(`${place.path}:${place.line}`), (0,places/* sourceAddress */.uU)(links, run.commit, place))}`,
        logPlace === undefined ? undefined : `The whole log: ${(0,places/* logPlaceText */.Fj)(logPlace, outgoing)}`,
        task === undefined ? undefined : `In AWS: ${(0,report_text/* link */.nf)('ECS task', task)}`,
        code === undefined ? undefined : `The code that ran: ${(0,report_text/* link */.nf)(outgoing.code(`flows/${run.flow}`), code)}`,
        page === undefined ? undefined : `Its page, kept in git: ${(0,report_text/* link */.nf)(outgoing.code(run.id), page)}`,
        ...commands(report),
    ].filter((step) => step !== undefined);
    return steps.map((step) => `- ${step}`).join('\n');
}
function commands({ run, links }) {
    const address = (0,places/* workflowAddress */._2)(links);
    const page = address === undefined ? '' : `, or from ${(0,report_text/* link */.nf)('the workflow page', address)}`;
    if (run.phase.state === 'succeeded')
        return [];
    if (!(0,core_run/* isEnded */.pl)(run))
        return [`Cancel it: \`headgate cancel ${run.id}\`${page}`];
    const retry = `One more attempt: \`headgate retry ${run.id}\`${page}`;
    if (run.phase.state !== 'unknown')
        return [retry];
    return [
        `If it did its work: \`headgate resolve ${run.id} --as succeeded\`; if not, \`--as failed\``,
        retry,
    ];
}
/** The error with which the flow's own program ended, as it told it. */
function errorSection({ run, events }, outgoing) {
    const error = events?.finished?.error;
    if (error === undefined || run.phase.state === 'succeeded')
        return '';
    const text = error.stack ?? `${error.name}: ${error.message}`;
    const lines = outgoing.lines(text.split('\n'), { mostLines: 30, mostBytes: 6_000 });
    return `### Error\n\n${outgoing.block(lines)}`;
}
function tasksSection({ events, now }, outgoing, detail) {
    if (events === undefined)
        return '';
    const bars = outgoing.lines((0,timeline/* timelineLines */.tg)(events, now, detail.tasks), {
        mostLines: detail.tasks + 1,
        mostBytes: 30_000,
    });
    const totals = (0,timeline/* totalsRows */.XI)(events, detail.tasks).map(([name = '', ...numbers]) => [
        outgoing.inline(name, 100),
        ...numbers,
    ]);
    const parts = [
        bars.length === 0 ? '' : outgoing.block(bars),
        totals.length === 0 ? '' : (0,report_text/* table */.tp)(['Task', 'Succeeded', 'Failed', 'Restored', 'Together'], totals),
        progressText(events, outgoing, detail),
    ].filter((part) => part !== '');
    return parts.length === 0 ? '' : `### Tasks\n\n${parts.join('\n\n')}`;
}
function progressText({ progress }, outgoing, detail) {
    return progress
        .slice(0, detail.tasks)
        .map(({ name, done, total }) => {
        const label = name === '' ? 'Progress' : outgoing.inline(name, 100);
        return `- ${label}: ${done}${total === undefined ? '' : ` of ${total}`}`;
    })
        .join('\n');
}
function artifactsSection({ events }, outgoing, detail) {
    const all = events?.artifacts ?? [];
    const shown = all.slice(0, detail.artifacts);
    if (all.length === 0)
        return '';
    const texts = shown.map((artifact) => artifactText(artifact, outgoing, { mostRows: 50, mostBytes: detail.artifactBytes }));
    const left = all.length - shown.length;
    const note = left === 0 ? [] : [`… and ${left} more in the log.`];
    return `### Artifacts\n\n${[...texts, ...note].join('\n\n')}`;
}
function logSection({ logTail }, outgoing, detail) {
    if (logTail.length === 0 || detail.logLines === 0)
        return '';
    const lines = outgoing.lines(logTail.map(({ text }) => text), { mostLines: detail.logLines, mostBytes: detail.logBytes });
    return lines.length === 0 ? '' : `### End of the log\n\n${outgoing.block(lines)}`;
}


/***/ }),

/***/ 4014:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cp: () => (/* binding */ adviceFor),
  pQ: () => (/* binding */ causeWords),
  fg: () => (/* binding */ endingWords),
  fd: () => (/* binding */ isLocalRun),
  kh: () => (/* binding */ runTitle),
  jJ: () => (/* binding */ waitWords)
});

// UNUSED EXPORTS: causeOf, errorWords

// EXTERNAL MODULE: ./src/core/ending.ts
var core_ending = __webpack_require__(4689);
// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __webpack_require__(973);
;// CONCATENATED MODULE: ./src/report/advice.ts

const denied = /(?:User: (\S+) is )?not authorized to perform: ([a-z0-9-]+:[A-Za-z*]+)(?: on resource: ([^\s,]*[^\s,.]))?/;
/** By what the text says. From the top; the first that fits is given instead of the advice of the class. */
const advices = [
    {
        classes: [
            'secrets',
            'secrets-timeout',
            'logging',
            'image-missing',
            'image-pull',
            'runtime',
            'volume',
            'refused',
        ],
        says: denied,
        do: ([, user = '', permission = '', resource], code, endingClass) => `Grant ${code(permission)}${resource === undefined ? '' : ` on ${code(resource)}`} to ${roleOf(user, permission, endingClass)}${nameOf(user, code)}.`,
    },
    {
        classes: ['secrets'],
        says: /Access to KMS is not allowed/i,
        do: (_, code) => `Grant ${code('kms:Decrypt')} on the key of the secret to the execution role, and let the policy of the key admit it.`,
    },
    {
        classes: ['secrets'],
        says: /did not (?:contain|find) json key ([\w.-]*[\w-])/i,
        do: ([, key = ''], code) => `Add the key ${code(key)} to the secret, or name another one in \`secrets\` of \`flow.yml\` and deploy; then retry the run.`,
    },
    {
        classes: ['secrets'],
        says: /invalid character|unexpected end of JSON input/i,
        do: () => 'The value of the secret is no JSON: store a JSON object in it, or leave the key out of `secrets` in `flow.yml` and deploy.',
    },
    {
        classes: ['secrets'],
        says: /can't find the specified secret value for staging label/i,
        do: () => 'The secret has no value yet: store one, then retry the run.',
    },
    {
        classes: ['secrets'],
        says: /marked for deletion/i,
        do: () => 'Restore the secret, or name another one in `secrets` of `flow.yml` and deploy.',
    },
    {
        classes: ['secrets'],
        says: /invalid ssm parameters: ([\w./-]*[\w/-])/i,
        do: ([, name = ''], code) => `Create the parameter ${code(name)} in this region, or correct \`secrets\` in \`flow.yml\` and deploy.`,
    },
    {
        classes: ['image-missing'],
        says: /descriptor matching platform '?([\w/]+)|no match for platform|no matching manifest for/i,
        do: ([, platform], code) => `Build the image for ${platform === undefined ? 'the architecture of the flow' : code(platform)}, or set \`resources.architecture\` to the one that it is built for, then deploy.`,
    },
    {
        classes: ['image-missing'],
        says: /no space left on device/i,
        do: () => 'Raise `resources.storage`, or make the image smaller, then deploy.',
    },
    {
        classes: ['image-missing'],
        says: /no processor for media-type|unsupported media type/i,
        do: () => 'Build the image without attestations (`docker buildx build --provenance=false`), then deploy.',
    },
    {
        classes: ['image-missing'],
        says: /\b40[13]\b|no basic auth credentials|pull access denied|authorization failed/i,
        do: () => 'Check that the image exists, and let the execution role pull it: `ecr:GetAuthorizationToken`, `ecr:BatchGetImage` and `ecr:GetDownloadUrlForLayer`, and for another account the policy of the repository.',
    },
    {
        classes: ['image-pull'],
        says: /toomanyrequests|too many requests|pull rate limit/i,
        do: () => 'Retry the run later; if it repeats, copy the image to a registry of your own, such as ECR.',
    },
    {
        classes: ['logging'],
        says: /log group does not exist/i,
        do: () => 'Create the log group that `aws.log-group` names, then retry the run.',
    },
    {
        classes: ['refused'],
        says: /unable to assume (?:the )?role(?: '(arn:[\w:/+=,.@-]+)')?/i,
        do: ([, role], code) => `Let the trust policy of ${role === undefined ? 'the role' : code(role)} admit \`ecs-tasks.amazonaws.com\`, then retry the run.`,
    },
    {
        classes: ['refused'],
        says: /E_TASKDEF_INACTIVE/,
        do: () => 'Deploy again: that registers what was deregistered; then retry the run.',
    },
    {
        classes: ['start-failed'],
        says: /service linked role/i,
        do: () => 'A new account gets the role within minutes: retry the run then. If it repeats: `aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com`.',
    },
    {
        classes: ['cannot-start'],
        says: /exec format error/i,
        do: () => 'The program is built for another architecture: build the image for that of `resources.architecture`, then deploy.',
    },
];
/** Secrets, images and logs are fetched and written with the execution role, files of EFS are the program's own. */
function roleOf(user, permission, endingClass) {
    if (permission.startsWith('elasticfilesystem:'))
        return 'the task role';
    if (endingClass !== 'refused')
        return 'the execution role';
    return /:assumed-role\//.test(user) ? 'the role' : 'whoever asked';
}
/** The session of a role is named after what uses it. */
function nameOf(user, code) {
    const name = /:assumed-role\/([\w+=,.@-]+)/.exec(user)?.[1];
    return name === undefined ? '' : ` ${code(name)}`;
}
/** What a person can do, as Markdown; undefined: nothing has to be done. */
function adviceOn(ending, circumstances, outgoing) {
    const code = (text) => outgoing.code(text, 500);
    const detail = ending.detail ?? '';
    for (const advice of advices) {
        const match = advice.classes.includes(ending.class) ? advice.says.exec(detail) : null;
        if (match !== null)
            return advice.do(match, code, ending.class);
    }
    if (circumstances.isLocal === true && localAdvice[ending.class] !== undefined)
        return localAdvice[ending.class];
    return ending.class === 'exit-code' ? onExit(ending, circumstances) : (0,core_ending/* factsOf */.x)(ending.class).advice;
}
const localAdvice = {
    host: 'Nothing in the flow is to blame: start it again, and let the machine stay awake.',
    'start-failed': 'Start it again; if it repeats, look at what the message says of this machine.',
    'stopped-outside': 'Find out what stopped the process, and retry the run if it should go on.',
    'cannot-start': 'Check `command`, and that the program is installed on this machine.',
};
/** Signals and shells have numbers of their own (POSIX: 128 + signal; 126 and 127 of the shell). */
function onExit({ exitCode = 1 }, { resources, isErrorNamed, isLogEmpty }) {
    if (isErrorNamed === true)
        return undefined;
    const look = isLogEmpty === true ? 'It printed nothing that says why.' : 'Read the end of the log.';
    const memory = resources === undefined ? '' : ` (${resources.memoryMiB} MiB)`;
    const architecture = resources === undefined ? 'that of the flow' : `\`${resources.architecture}\``;
    switch (exitCode) {
        case 124:
            return `124 is what \`timeout\` ends with, and \`timeout.run\` was not over: a limit within the program was. ${look}`;
        case 126:
        case 127:
            return `A command that the program called is not there, or may not be executed. ${look}`;
        case 134:
            return `The program gave itself up (SIGABRT): a failed assertion, or no memory${memory} for its heap. ${look}`;
        case 137:
            return `It was killed (SIGKILL), and nobody says by whom: most likely it used more memory than the flow has${memory}; raise \`resources.memory\` if its memory was full. Otherwise something in it sent the signal. ${look}`;
        case 139:
            return `It crashed in native code (SIGSEGV): look for a library that was built for other versions, or another architecture than ${architecture}. ${look}`;
        case 143:
            return `It was told to stop (SIGTERM), and Headgate did not: something in the container did. ${look}`;
        case 255:
            return `A program ends so that gives no code, and an image that is not built for ${architecture}: then the log says \`exec format error\`. ${look}`;
        default:
            return look;
    }
}

// EXTERNAL MODULE: ./src/report/long-reason.ts
var long_reason = __webpack_require__(7688);
// EXTERNAL MODULE: ./src/report/named-error.ts + 1 modules
var named_error = __webpack_require__(9518);
// EXTERNAL MODULE: ./src/report/run-report.ts
var run_report = __webpack_require__(5967);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(9988);
;// CONCATENATED MODULE: ./src/report/run-title.ts








/** What matters of a run, in one line: "failed after 3 min 12 s: exit 1 in `load` (attempt 2 of 3)". */
function runTitle(report, outgoing) {
    const attempt = (0,run_report/* attemptWords */.vk)(report);
    const suffix = attempt === undefined ? '' : ` (${attempt})`;
    return outgoing.title(`${(0,core_run/* isEnded */.pl)(report.run) ? endWords(report) : openWords(report)}${suffix}`);
}
function endWords(report) {
    const { run, now } = report;
    const { state } = run.phase;
    const hasStarted = (0,run_report/* firstStart */.z)(run) !== undefined;
    const took = (0,words/* durationWords */.Sh)((0,run_report/* elapsedMs */.d5)(run, now));
    const because = reasonOf(report);
    switch (state) {
        case 'succeeded':
            return hasStarted ? `succeeded in ${took}` : 'succeeded';
        case 'timed-out':
            return `timed out after ${took}${because}`;
        case 'unknown':
            return `outcome unknown${because}`;
        default:
            return `${state}${hasStarted ? ` after ${took}` : ' before it started'}${because}`;
    }
}
function reasonOf(report) {
    const { run, events } = report;
    const ending = (0,core_run/* lastAttempt */.mh)(run)?.ending;
    if (run.phase.state === 'cancelled' && run.cancel !== undefined) {
        if (run.cancel.cause === 'superseded')
            return `: ${(0,core_ending/* factsOf */.x)('superseded').words}`;
        return run.cancel.by === undefined ? '' : `: by ${run.cancel.by}`;
    }
    if (ending === undefined || ending.class === 'exit-zero')
        return '';
    const error = ending.class === 'exit-code' ? (0,named_error/* namedError */.mU)(report) : undefined;
    if (error !== undefined)
        return `: ${(0,visible/* cutLength */.bG)(errorWords(error), longestError)}`;
    const task = failedTask(events?.tasks ?? []);
    const where = task === undefined ? '' : ` in \`${task.name}\``;
    if (ending.class === 'exit-code')
        return `: exit ${ending.exitCode ?? '?'}${where}`;
    return `: ${causeOf(ending, isLocalRun(run))}${where}`;
}
/** Room for the rest of a title. */
const longestError = 180;
/** `flows/x/main.py:28 ValueError: no such region` */
function errorWords({ text, place }) {
    return place === undefined ? text : `${place.path}:${place.line} ${text}`;
}
/** The innermost task that failed, the last one if there are several: its parents failed because of it. */
function failedTask(tasks) {
    const failed = tasks.filter(({ outcome }) => outcome === 'failed' || outcome === 'timed-out');
    const parents = new Set(failed.map(({ parent }) => parent));
    return failed.findLast(({ task }) => !parents.has(task));
}
const waitWords = {
    'not-before': 'its time has not come',
    overlap: 'a run of the flow is open',
    group: 'its concurrency group is full',
    running: '`limits.running` is reached',
    'launches-per-tick': 'the tick launched as many as it may',
};
function openWords({ run, waiting }) {
    const { phase } = run;
    switch (phase.state) {
        case 'queued': {
            const wait = waiting === undefined || waiting === 'not-before' ? '' : `: ${waitWords[waiting]}`;
            const isRetry = run.attempts.some(({ ending }) => ending !== undefined);
            return isRetry
                ? `waiting for the next attempt, not before ${(0,words/* instantWords */.lJ)(phase.notBefore)}${wait}`
                : `waiting${wait}`;
        }
        case 'launching':
            return 'starting';
        case 'stopping':
            return `stopping: ${(0,core_ending/* factsOf */.x)((0,core_run/* lastAttempt */.mh)(run)?.stop?.cause ?? 'cancelled').words}`;
        default: {
            const since = (0,core_run/* lastAttempt */.mh)(run)?.startedAt;
            return since === undefined ? 'running' : `running since ${(0,words/* instantWords */.lJ)(since)}`;
        }
    }
}
/** Why there is this run, and how late it began. */
function causeWords(run, outgoing) {
    const slot = (0,core_run/* slotOf */.SW)(run.cause);
    const start = (0,run_report/* firstStart */.z)(run) ?? run.attempts[0]?.intendedAt;
    const late = slot === undefined || start === undefined ? '' : `, ${(0,words/* lateness */.ev)(slot, start)}`;
    const when = slot === undefined ? '' : ` ${(0,words/* instantWords */.lJ)(slot)}`;
    switch (run.cause.kind) {
        case 'slot':
            return `slot${when}${late}`;
        case 'backfill':
            return `backfill of slot${when}, asked for by ${outgoing.inline(run.cause.by, 100)}`;
        case 'manual':
            return `started by ${outgoing.inline(run.cause.by, 100)}`;
        case 'upstream':
            return `followed ${outgoing.code(run.cause.run)}${slot === undefined ? '' : ` for slot${when}`}`;
    }
}
/** A process of this machine; AWS's tasks have names of its own. */
function isLocalRun({ attempts }) {
    const handle = attempts.findLast((attempt) => attempt.handle !== undefined)?.handle;
    return handle !== undefined && !handle.startsWith('arn:');
}
const localWords = {
    host: 'the machine, or what supervised the program on it, went away',
    'start-failed': 'the program could not be started',
    'cannot-start': 'the program could not be started',
    'stopped-outside': 'somebody stopped the program outside Headgate',
};
function causeOf(ending, isLocal) {
    return (isLocal ? localWords[ending.class] : undefined) ?? (0,core_ending/* factsOf */.x)(ending.class).words;
}
/** "the program exited with a code other than 0 (exit 1)", with the executor's own text. No full stop. */
function endingWords(ending, outgoing, { isLocal = false, longest = 1_800 } = {}) {
    const exit = ending.exitCode === undefined || ending.class === 'exit-zero' ? '' : ` (exit ${ending.exitCode})`;
    const said = ending.detail === undefined
        ? ''
        : outgoing.code((0,long_reason/* cutReason */.z)(ending.detail.replace(/\.$/, ''), longest), longest);
    return `${causeOf(ending, isLocal)}${exit}${said === '' ? '' : `: ${said}`}`;
}
/** What a person can do about the last end of a run. */
function adviceFor(report, ending, outgoing) {
    const { resources } = report.deployment;
    const circumstances = {
        isLocal: isLocalRun(report.run),
        isErrorNamed: (0,named_error/* namedError */.mU)(report) !== undefined,
        isLogEmpty: report.logState === 'empty',
        ...(resources === undefined ? {} : { resources }),
    };
    return adviceOn(ending, circumstances, outgoing);
}


/***/ }),

/***/ 4988:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ isBad),
/* harmony export */   w: () => (/* binding */ markedState)
/* harmony export */ });
/** One look for each state of a run, the same in every report. */
const stateMarks = {
    queued: '\u{1f552}',
    launching: '\u{1f535}',
    running: '\u{1f535}',
    stopping: '\u{1f535}',
    succeeded: '\u{1f7e2}',
    failed: '\u{1f534}',
    crashed: '\u{1f534}',
    'timed-out': '\u{1f534}',
    cancelled: '\u26aa',
    unknown: '\u{1f7e1}',
};
function markedState(state) {
    return `${stateMarks[state]} ${state}`;
}
/** Whether a person should look at it. */
function isBad(state) {
    return state === 'failed' || state === 'crashed' || state === 'timed-out' || state === 'unknown';
}


/***/ }),

/***/ 2885:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   le: () => (/* binding */ runText),
/* harmony export */   nI: () => (/* binding */ paint)
/* harmony export */ });
/* unused harmony exports statusText, columnsText */
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(973);
/* harmony import */ var _run_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5967);
/* harmony import */ var _run_title_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4014);
/* harmony import */ var _state_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4988);
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2510);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3727);
/* harmony import */ var _width_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3473);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9988);









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
    return (0,_state_words_js__WEBPACK_IMPORTED_MODULE_3__/* .isBad */ .e)(state) ? 'red' : state === 'cancelled' ? 'dim' : 'blue';
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
    const ageMs = now - (firstStart(run) ?? run.createdAt);
    return ageMs < minuteMs ? 'just now' : `${durationWords(ageMs)} ago`;
}
function tookWords(run, now) {
    const isKnown = firstStart(run) !== undefined && run.phase.state !== 'unknown';
    return isKnown ? durationWords(elapsedMs(run, now)) : '';
}
const narrowestColumn = 8;
/** Aligned columns. The second is the coloured one; where they do not fit, the widest ones are cut. */
function columnsText(head, rows, terminal) {
    const texts = rows.map(({ cells }) => head.map((_, index) => oneLine(cells[index] ?? '')));
    const wanted = head.map((title, index) => Math.max(widthOf(title), ...texts.map((cells) => widthOf(cells[index] ?? ''))));
    const widths = fittingWidths(wanted, terminal.columns ?? defaultColumns);
    const line = (cells, colour) => {
        const shown = cells.map((cell, index) => cutWidth(cell, widths[index] ?? 0));
        const padded = shown.map((cell, index) => padWidth(cell, widths[index] ?? 0));
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
    const cutLines = (lines) => lines.map((line) => (0,_width_js__WEBPACK_IMPORTED_MODULE_7__/* .cutWidth */ .bn)(line, columns));
    const title = (0,_width_js__WEBPACK_IMPORTED_MODULE_7__/* .wrapWidth */ .jU)(`${run.flow}: ${(0,_run_title_js__WEBPACK_IMPORTED_MODULE_2__/* .runTitle */ .kh)(report, outgoing)}`.split(' '), columns - 2);
    const facts = [
        ['Run', run.id],
        ['Why', withoutMarks((0,_run_title_js__WEBPACK_IMPORTED_MODULE_2__/* .causeWords */ .pQ)(run, outgoing))],
        ['Started', (0,_run_report_js__WEBPACK_IMPORTED_MODULE_1__/* .firstStart */ .z)(run) === undefined ? '' : (0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .instantWords */ .lJ)((0,_run_report_js__WEBPACK_IMPORTED_MODULE_1__/* .firstStart */ .z)(run) ?? now)],
        ['Revision', outgoing.title((0,_run_report_js__WEBPACK_IMPORTED_MODULE_1__/* .revisionName */ .pd)(run.revision))],
        ...endFacts(report, outgoing),
    ].flatMap(([name = '', value = '']) => (value === '' ? [] : fact(name, value, columns)));
    // An address is there to be opened: it stays whole, however long.
    const place = report.logPlace === undefined ? [] : [`  ${'Log'.padEnd(9)} ${outgoing.title(report.logPlace, 2_000)}`];
    const bars = events === undefined ? [] : (0,_timeline_js__WEBPACK_IMPORTED_MODULE_4__/* .timelineLines */ .tg)(events, now, mostTaskRows);
    const shownBars = outgoing.lines(bars, { mostLines: mostTaskRows + 1, mostBytes: 20_000 });
    const log = outgoing.lines(logTail.map(({ text }) => text), logBounds);
    const blocks = [
        [...headLines(title, run, terminal), ...facts, ...place],
        cutLines(shownBars.map((line) => `  ${line}`)),
        // A traceback that is cut says nothing.
        log.flatMap((line) => (0,_width_js__WEBPACK_IMPORTED_MODULE_7__/* .foldWidth */ .Yq)(line, columns - 4)).map((line) => `  \u2502 ${line}`),
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
    return (0,_width_js__WEBPACK_IMPORTED_MODULE_7__/* .wrapWidth */ .jU)(value.split(' '), Math.max(columns - 12, narrowestColumn)).map((line, index) => `  ${(index === 0 ? name : '').padEnd(9)} ${line}`);
}
function endFacts(report, outgoing) {
    const { run } = report;
    const ending = (0,_core_run_js__WEBPACK_IMPORTED_MODULE_8__/* .lastAttempt */ .mh)(run)?.ending;
    if (!(0,_core_run_js__WEBPACK_IMPORTED_MODULE_8__/* .isEnded */ .pl)(run) || ending === undefined)
        return [];
    const advice = (0,_run_title_js__WEBPACK_IMPORTED_MODULE_2__/* .adviceFor */ .cp)(report, ending, outgoing);
    return [
        ['Ended', withoutMarks((0,_run_title_js__WEBPACK_IMPORTED_MODULE_2__/* .endingWords */ .fg)(ending, outgoing, { isLocal: (0,_run_title_js__WEBPACK_IMPORTED_MODULE_2__/* .isLocalRun */ .fd)(run) }))],
        ['Do', advice === undefined ? '' : advice.replaceAll('`', '')],
    ];
}
/** Markdown's marks mean nothing on a terminal. */
function withoutMarks(markdown) {
    return markdown.replaceAll(/\\([-+=.)!])/g, '$1');
}


/***/ }),

/***/ 2510:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ chosenTasks),
/* harmony export */   XI: () => (/* binding */ totalsRows),
/* harmony export */   p5: () => (/* binding */ taskName),
/* harmony export */   sk: () => (/* binding */ endOfTask),
/* harmony export */   tg: () => (/* binding */ timelineLines)
/* harmony export */ });
/* unused harmony export depthOfTask */
/* harmony import */ var _core_event_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(227);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3727);
/* harmony import */ var _width_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3473);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9988);




const barWidth = 24;
const longestName = 28;
const mostParents = 4;
/** The tasks of an attempt as bars along its time, one a line; hostile text, for a block of code. */
function timelineLines(events, now, mostRows) {
    const timed = events.tasks.filter(({ startedAt }) => startedAt !== undefined);
    if (timed.length === 0 || mostRows <= 0)
        return [];
    const from = Math.min(...timed.map(({ startedAt }) => startedAt ?? now));
    const to = Math.max(...timed.map((task) => endOfTask(task, now)), from + 1);
    const shown = chosenTasks(timed, mostRows);
    const rows = shown.map((task) => ({
        name: (0,_width_js__WEBPACK_IMPORTED_MODULE_3__/* .cutWidth */ .bn)(`${'  '.repeat(depthOfTask(task, events.tasks))}${taskName(task)}`, longestName),
        bar: bar((task.startedAt ?? from) - from, endOfTask(task, now) - from, to - from),
        took: (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .durationWords */ .Sh)(endOfTask(task, now) - (task.startedAt ?? from)),
        how: howItEnded(task),
    }));
    const nameWidth = Math.max(...rows.map(({ name }) => (0,_width_js__WEBPACK_IMPORTED_MODULE_3__/* .widthOf */ .qz)(name)));
    const tookWidth = Math.max(...rows.map(({ took }) => took.length));
    const lines = rows.map(({ name, bar: drawn, took, how }) => `${(0,_width_js__WEBPACK_IMPORTED_MODULE_3__/* .padWidth */ ._n)(name, nameWidth)}  ${drawn}  ${took.padStart(tookWidth)}  ${how}`);
    const left = timed.length - shown.length;
    return left === 0 ? lines : [...lines, `… and ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .countWords */ .rj)(left, 'more task')}`];
}
/** Failures first when there are too many rows, but always shown in the order in which they began. */
function chosenTasks(tasks, mostRows) {
    if (tasks.length <= mostRows)
        return [...tasks];
    const isGood = ({ outcome }) => outcome === 'succeeded' || outcome === 'restored';
    const kept = new Set([
        ...tasks.filter((task) => !isGood(task)).slice(0, mostRows),
        ...tasks.filter(isGood).slice(0, mostRows),
    ]);
    const most = new Set([...kept].slice(0, mostRows));
    return tasks.filter((task) => most.has(task));
}
function endOfTask({ startedAt, endedAt }, now) {
    return Math.max(endedAt ?? now, startedAt ?? 0);
}
function taskName({ name, key }) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(key === undefined ? name : `${name} ${key}`);
}
function depthOfTask(task, all) {
    let depth = 0;
    let parent = task.parent;
    while (parent !== undefined && depth < mostParents) {
        const above = parent;
        depth += 1;
        parent = all.find((other) => other.task === above)?.parent;
    }
    return depth;
}
function bar(from, to, length) {
    const start = Math.min(Math.floor((from / length) * barWidth), barWidth - 1);
    const end = Math.max(Math.round((to / length) * barWidth), start + 1);
    return `${'\u00b7'.repeat(start)}${'\u2588'.repeat(end - start)}${'\u00b7'.repeat(Math.max(barWidth - end, 0))}`;
}
function howItEnded({ outcome, attempt, error }) {
    const tries = attempt > 1 ? `, try ${attempt}` : '';
    const why = outcome !== 'failed' || error === undefined ? '' : `: ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(error.message).slice(0, 80)}`;
    return `${outcome ?? 'not ended'}${tries}${why}`;
}
/** Sums of tasks that were called more often than the timeline can show. */
function totalsRows(events, mostRows) {
    const isShownInFull = events.tasks.length < _core_event_js__WEBPACK_IMPORTED_MODULE_0__/* .mostTasks */ .YF;
    const counted = new Map();
    for (const { name } of events.tasks)
        counted.set(name, (counted.get(name) ?? 0) + 1);
    return events.totals
        .filter(({ name, succeeded, failed, restored }) => {
        const calls = succeeded + failed + restored;
        return calls > 1 && (!isShownInFull || calls > (counted.get(name) ?? 0) || calls > mostRows);
    })
        .slice(0, mostRows)
        .map(({ name, succeeded, failed, restored, totalMs }) => [
        name,
        String(succeeded),
        String(failed),
        String(restored),
        (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .durationWords */ .Sh)(totalMs),
    ]);
}


/***/ }),

/***/ 3473:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yq: () => (/* binding */ foldWidth),
/* harmony export */   _n: () => (/* binding */ padWidth),
/* harmony export */   bn: () => (/* binding */ cutWidth),
/* harmony export */   jU: () => (/* binding */ wrapWidth),
/* harmony export */   qz: () => (/* binding */ widthOf)
/* harmony export */ });
/** How many columns text takes on a terminal: most characters one, those of East Asia and emoji two, marks none. */
/**
 * Unicode 16, East_Asian_Width W and F, in ranges that hold nothing narrow but unassigned code points. Emoji that are
 * shown in colour by themselves are wide as well.
 */
const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const mark = /\p{Mn}|\p{Me}/u;
/** Text that can only be narrow: all that is printed on most days. */
const plain = /^[\u0020-\u02ff\u2010-\u2027\u2190-\u21ff\u2500-\u25ff]*$/;
function widthOfCharacter(character) {
    if (mark.test(character))
        return 0;
    return wide.test(character) ? 2 : 1;
}
function widthOf(text) {
    if (plain.test(text))
        return text.length;
    let width = 0;
    for (const character of text)
        width += widthOfCharacter(character);
    return width;
}
/** The longest beginning that fits, with a mark behind it if something was cut; never half a character. */
function cutWidth(text, columns, marker = '…') {
    if (widthOf(text) <= columns)
        return text;
    const room = columns - widthOf(marker);
    let shown = '';
    let width = 0;
    for (const character of text) {
        width += widthOfCharacter(character);
        if (width > room)
            break;
        shown += character;
    }
    return `${shown}${marker}`;
}
/** Lines that together hold all of the text; its blanks stay. */
function foldWidth(text, columns) {
    if (widthOf(text) <= columns)
        return [text];
    const lines = [];
    let line = '';
    let width = 0;
    for (const character of text) {
        const next = widthOfCharacter(character);
        if (width + next > columns && line !== '') {
            lines.push(line);
            line = '';
            width = 0;
        }
        line += character;
        width += next;
    }
    return [...lines, line];
}
function padWidth(text, columns) {
    return `${text}${' '.repeat(Math.max(columns - widthOf(text), 0))}`;
}
/** Words, or pieces that stay together, on as many lines as they need; one that is longer than a line is cut. */
function wrapWidth(words, columns) {
    const lines = [];
    let line = '';
    for (const word of words) {
        const longer = line === '' ? word : `${line} ${word}`;
        if (line !== '' && widthOf(longer) > columns) {
            lines.push(line);
            line = cutWidth(word, columns);
        }
        else
            line = cutWidth(longer, columns);
    }
    return line === '' ? lines : [...lines, line];
}


/***/ })

};
