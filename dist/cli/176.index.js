export const id = 176;
export const ids = [176,731];
export const modules = {

/***/ 5957:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vf: () => (/* binding */ countSlots),
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
    const cron = cronOf(rule.cron);
    const slots = [];
    let from = after;
    const latest = after + longestWaitMs;
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
function cronOf(text) {
    const known = compiled.get(text);
    if (known !== undefined)
        return known;
    const verdict = (0,core_cron/* parseCron */.l)(text);
    if (verdict.kind === 'bad')
        throw new RangeError(verdict.message);
    if (compiled.size >= mostCompiled)
        compiled.clear();
    compiled.set(text, verdict.cron);
    return verdict.cron;
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
    if (!(0,core_cron/* isInSet */.E)(cron.months, date.getUTCMonth() + 1))
        return false;
    const isDate = (0,core_cron/* isInSet */.E)(cron.daysOfMonth, date.getUTCDate());
    const isWeekday = (0,core_cron/* isInSet */.E)(cron.weekdays, date.getUTCDay());
    return cron.isEitherDay ? isDate || isWeekday : isDate && isWeekday;
}


/***/ }),

/***/ 4283:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zi: () => (/* binding */ localWords),
/* harmony export */   jJ: () => (/* binding */ waitWords),
/* harmony export */   lo: () => (/* binding */ scheduleWords)
/* harmony export */ });
/* harmony import */ var cronstrue__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4855);
/* harmony import */ var cronstrue__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(cronstrue__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3705);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9988);



/** `At 09:05 PM, Monday through Friday, America/New_York`. */
function scheduleWords(rule) {
    if (rule.kind === 'interval')
        return `Every ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_2__/* .durationWords */ .Sh)(rule.everySeconds * _core_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .secondMs */ .fj)} from ${(0,_core_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .isoOf */ .dF)(rule.anchor)}`;
    return `${cronstrue__WEBPACK_IMPORTED_MODULE_0___default().toString(rule.cron, { use24HourTimeFormat: true, verbose: false })}, ${rule.timezone}`;
}
/** `2026-11-24 16:05 (UTC-5)`: the wall clock of a zone at an instant. */
function localWords(at, timezone) {
    const parts = new Map(localFormat(timezone)
        .formatToParts(at)
        .map(({ type, value }) => [type, value]));
    const part = (type) => parts.get(type) ?? '';
    const zone = part('timeZoneName').replace('GMT', 'UTC');
    return `${part('weekday')} ${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')} (${zone})`;
}
function localFormat(timezone) {
    return new Intl.DateTimeFormat('en-US', {
        timeZone: timezone,
        hourCycle: 'h23',
        weekday: 'short',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        timeZoneName: 'shortOffset',
    });
}
/** `in 3 h 5 min`. */
function waitWords(at, now) {
    const ms = at - now;
    if (ms < _core_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .minuteMs */ .J2)
        return 'now';
    return `in ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_2__/* .durationWords */ .Sh)(ms > _core_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .hourMs */ .$0 ? Math.round(ms / _core_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .minuteMs */ .J2) * _core_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .minuteMs */ .J2 : ms)}`;
}


/***/ }),

/***/ 9176:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   performSchedule: () => (/* binding */ performSchedule)
/* harmony export */ });
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2531);
/* harmony import */ var _core_slots_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5957);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9988);
/* harmony import */ var _schedule_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4283);
/* harmony import */ var _validate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3731);






/** Says the schedules of the sources in words, and lists their next slots in local time and in UTC. */
async function performSchedule(site, request) {
    const { manifests } = await (0,_validate_js__WEBPACK_IMPORTED_MODULE_5__.validFlows)(site);
    const wanted = request.flow === undefined ? manifests : [named(manifests, request.flow)];
    const now = site.world.clock.now();
    const flows = wanted.map((manifest) => ({
        manifest,
        schedules: manifest.policy.schedules.map((rule) => listed(rule, now, request.count)),
    }));
    return {
        exitCode: _core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCodes */ .hS.done,
        document: { verb: 'schedule', at: (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .isoOf */ .dF)(now), flows: flows.map(flowDocument) },
        text: flows.map((flow) => flowText(flow, now)).join('\n'),
    };
}
function named(manifests, flow) {
    const manifest = manifests.find(({ name }) => name === flow);
    if (manifest !== undefined)
        return manifest;
    const names = manifests.map(({ name }) => name).join(', ') || 'none';
    throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz([
        {
            code: 'E_FLOW_UNKNOWN',
            field: 'flow',
            message: `There is no flow "${flow}".`,
            fix: `There are: ${names}.`,
        },
    ]);
}
function listed(schedule, now, count) {
    const timezone = schedule.kind === 'cron' ? schedule.timezone : 'UTC';
    return { words: (0,_schedule_words_js__WEBPACK_IMPORTED_MODULE_4__/* .scheduleWords */ .lo)(schedule), timezone, slots: (0,_core_slots_js__WEBPACK_IMPORTED_MODULE_2__/* .nextSlots */ .jj)(schedule, now, count), schedule };
}
function flowDocument({ manifest, schedules }) {
    return {
        flow: manifest.name,
        after: manifest.policy.after?.flows ?? [],
        schedules: schedules.map(({ words, timezone, slots, schedule }) => ({
            words,
            timezone,
            parameters: schedule.parameters,
            slots: slots.map((slot) => ({ utc: (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .isoOf */ .dF)(slot), local: (0,_schedule_words_js__WEBPACK_IMPORTED_MODULE_4__/* .localWords */ .Zi)(slot, timezone) })),
        })),
    };
}
function flowText({ manifest, schedules }, now) {
    const { after } = manifest.policy;
    const none = after === undefined ? 'runs when asked' : `runs after ${after.flows.join(', ')} (${after.when})`;
    if (schedules.length === 0)
        return `${manifest.name}: ${none}\n`;
    const lines = schedules.flatMap(({ words, timezone, slots }) => [
        `  ${words}`,
        ...slots.map((slot) => `    ${(0,_schedule_words_js__WEBPACK_IMPORTED_MODULE_4__/* .localWords */ .Zi)(slot, timezone)}   ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_3__/* .instantWords */ .lJ)(slot)}   ${(0,_schedule_words_js__WEBPACK_IMPORTED_MODULE_4__/* .waitWords */ .jJ)(slot, now)}`),
    ]);
    return `${[manifest.name, ...lines].join('\n')}\n`;
}


/***/ }),

/***/ 3731:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   performValidate: () => (/* binding */ performValidate),
/* harmony export */   validFlows: () => (/* binding */ validFlows)
/* harmony export */ });
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2531);
/* harmony import */ var _flow_closure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6054);
/* harmony import */ var _flow_discover_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6364);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9988);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9678);





/** Every flow of the sources, with what it imports. Throws `InputError` with all that is wrong in all files. */
async function validFlows({ world, project }) {
    const loaded = await (0,_flow_discover_js__WEBPACK_IMPORTED_MODULE_2__/* .loadFlows */ .m)(world.source, project);
    const closures = await (0,_flow_closure_js__WEBPACK_IMPORTED_MODULE_1__/* .closuresOf */ .c)(loaded.manifests, world.source);
    const problems = [...loaded.problems, ...closures.problems];
    if (problems.length > 0)
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(problems);
    return { manifests: loaded.manifests, warnings: [...loaded.warnings, ...closures.warnings] };
}
async function performValidate(site) {
    const { manifests, warnings } = await validFlows(site);
    for (const warning of warnings)
        site.world.log.warn((0,_core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .describeProblem */ .BJ)(warning));
    return {
        exitCode: _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.done,
        document: {
            verb: 'validate',
            isOk: true,
            flows: manifests.map(({ name }) => name),
            warnings: warnings.map(_documents_js__WEBPACK_IMPORTED_MODULE_4__/* .problemDocument */ .FC),
        },
        text: `${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_3__/* .countWords */ .rj)(manifests.length, 'flow')}: nothing is wrong.\n`,
    };
}


/***/ }),

/***/ 9988:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sh: () => (/* binding */ durationWords),
/* harmony export */   US: () => (/* binding */ secondWords),
/* harmony export */   ev: () => (/* binding */ lateness),
/* harmony export */   lJ: () => (/* binding */ instantWords),
/* harmony export */   rj: () => (/* binding */ countWords)
/* harmony export */ });
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);

/** `350 ms`, `12 s`, `3 min 12 s`, `2 h 5 min`, `3 d 4 h`: the two largest units. */
function durationWords(ms) {
    const whole = Math.max(Math.round(ms), 0);
    if (whole < _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj)
        return `${whole} ms`;
    if (whole < _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2)
        return `${Math.floor(whole / _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj)} s`;
    if (whole < _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .hourMs */ .$0)
        return pair(whole, { ms: _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2, name: 'min' }, { ms: _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj, name: 's' });
    if (whole < _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .dayMs */ .LP)
        return pair(whole, { ms: _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .hourMs */ .$0, name: 'h' }, { ms: _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2, name: 'min' });
    return pair(whole, { ms: _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .dayMs */ .LP, name: 'd' }, { ms: _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .hourMs */ .$0, name: 'h' });
}
function pair(ms, large, small) {
    const rest = Math.floor((ms % large.ms) / small.ms);
    const first = `${Math.floor(ms / large.ms)} ${large.name}`;
    return rest === 0 ? first : `${first} ${rest} ${small.name}`;
}
/** How late something that was due at `slot` began; a minute is what a clock may take. */
function lateness(slot, startedAt) {
    const lateMs = startedAt - slot;
    return lateMs < _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2 ? 'on time' : `${durationWords(lateMs)} late`;
}
/** `2026-11-24 21:05 UTC`. */
function instantWords(at) {
    return `${(0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .isoOf */ .dF)(at).slice(0, 16).replace('T', ' ')} UTC`;
}
/** `2026-11-24 21:05:07 UTC`. */
function secondWords(at) {
    return `${(0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .isoOf */ .dF)(at).slice(0, 19).replace('T', ' ')} UTC`;
}
/** `1 run`, `3 runs`. */
function countWords(count, noun, plural = `${noun}s`) {
    return `${count} ${count === 1 ? noun : plural}`;
}


/***/ })

};
