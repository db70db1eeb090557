export const id = 798;
export const ids = [798];
export const modules = {

/***/ 5104:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ob: () => (/* binding */ isReported),
/* harmony export */   Vw: () => (/* binding */ addGaps),
/* harmony export */   lq: () => (/* binding */ pruneRuns),
/* harmony export */   sE: () => (/* binding */ shownAs)
/* harmony export */ });
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2993);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5141);


/** Ended runs kept in state: for `after`, `retry` and the board. All others live on the history branch alone. */
const keptEndsPerFlow = 5;
const keptEnds = 400;
/** Where checks cannot be written for days, every tick says so; the state must not grow past what git may hold meanwhile. */
const keptUnreported = 1_000;
const keptForMs = 30 * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .dayMs */ .LP;
const keptGaps = 200;
/** What a check shows of a run; a run is reported when its check shows what it is. Empty: nothing has started yet. */
function shownAs(run) {
    const { state } = run.phase;
    if ((0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .isEnded */ .pl)(run))
        return `${state} ${run.attempts.length}`;
    if (!run.attempts.some(({ handle, ending }) => handle !== undefined || ending !== undefined))
        return '';
    return `${state === 'queued' ? 'waiting' : 'active'} ${run.attempts.length}`;
}
function isReported(run) {
    const wanted = shownAs(run);
    return wanted === '' || run.shown?.as === wanted;
}
/** Leaves out ended runs that are old and reported. Unreported ones stay as long as there is room. */
function pruneRuns(runs, now) {
    const ends = [...runs.values()].filter(_run_js__WEBPACK_IMPORTED_MODULE_1__/* .isEnded */ .pl).sort(byNewest);
    const seen = new Map();
    const dropped = new Set();
    for (const [index, run] of ends.entries()) {
        const place = (seen.get(run.flow) ?? 0) + 1;
        seen.set(run.flow, place);
        const isOld = place > keptEndsPerFlow || index >= keptEnds || now - run.phase.endedAt > keptForMs;
        if (isOld && (isReported(run) || index >= keptUnreported))
            dropped.add(run.id);
    }
    return dropped.size === 0 ? runs : new Map([...runs].filter(([id]) => !dropped.has(id)));
}
function byNewest(a, b) {
    return b.phase.endedAt - a.phase.endedAt || (a.id < b.id ? -1 : 1);
}
/** Joins gaps of the same reason that follow each other, and keeps the newest. */
function addGaps(kept, added) {
    if (added.length === 0)
        return kept;
    const gaps = [...kept];
    for (const gap of added) {
        const before = gaps.findLastIndex(({ flow }) => flow === gap.flow);
        const last = gaps[before];
        if (last !== undefined &&
            last.because === gap.because &&
            last.outcome === gap.outcome &&
            last.to < gap.from) {
            gaps[before] = { ...last, to: gap.to, count: last.count + gap.count };
        }
        else
            gaps.push(gap);
    }
    return gaps.slice(-keptGaps);
}


/***/ }),

/***/ 525:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vf: () => (/* binding */ countSlots),
  St: () => (/* binding */ lastSlots),
  jj: () => (/* binding */ nextSlots),
  iF: () => (/* binding */ slotsBetween)
});

// EXTERNAL MODULE: ./src/core/cron.ts
var core_cron = __webpack_require__(566);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(2993);
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
var zone = __webpack_require__(5968);
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

/***/ 9509:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ gapText),
/* harmony export */   n: () => (/* binding */ renderBoard)
/* harmony export */ });
/* harmony import */ var _core_ending_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6073);
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2993);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(5141);
/* harmony import */ var _core_slots_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(525);
/* harmony import */ var _core_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1125);
/* harmony import */ var _outgoing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2043);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2861);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9803);
/* harmony import */ var _run_report_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7831);
/* harmony import */ var _run_title_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1139);
/* harmony import */ var _state_words_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3444);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9218);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2175);













const mostRows = { attention: 50, open: 100, recent: 30, gaps: 20 };
/** The live overview: `README.md` of the state branch, which GitHub renders. The same input gives the same bytes. */
function renderBoard(input) {
    const board = {
        ...input,
        outgoing: input.outgoing ?? (0,_outgoing_js__WEBPACK_IMPORTED_MODULE_4__/* .createOutgoing */ .D)((0,_redact_js__WEBPACK_IMPORTED_MODULE_6__/* .createRedactor */ .lY)([])),
        runsOf: runsByFlow(input.state),
    };
    const sections = [
        `# Headgate\n\n${totals(board)}`,
        attention(board),
        flowTable(board),
        openRuns(board),
        recentRuns(board),
        gapTable(board),
    ];
    return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}
/** Newest first. */
function runsByFlow({ runs }) {
    const byFlow = new Map();
    for (const run of runs.values())
        byFlow.set(run.flow, [...(byFlow.get(run.flow) ?? []), run]);
    for (const list of byFlow.values())
        list.sort(newestFirst);
    return byFlow;
}
function newestFirst(a, b) {
    return b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1);
}
function totals({ state, registry }) {
    const open = [...state.runs.values()].filter((run) => !(0,_core_run_js__WEBPACK_IMPORTED_MODULE_12__/* .isEnded */ .pl)(run)).length;
    return `${(0,_words_js__WEBPACK_IMPORTED_MODULE_11__/* .countWords */ .rj)(registry.deployments.size, 'flow')}, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_11__/* .countWords */ .rj)(open, 'open run')}. Every slot up to ${(0,_words_js__WEBPACK_IMPORTED_MODULE_11__/* .instantWords */ .lJ)(state.mark)} is accounted for.`;
}
function attention(board) {
    const items = [...unknownRuns(board), ...badFlows(board), ...missingRuns(board), ...missedSlots(board)];
    if (items.length === 0)
        return '\u{1f7e2} Nothing needs attention.';
    const shown = items.slice(0, mostRows.attention).map((item) => `- ${item}`);
    const left = items.length - shown.length;
    return `## Needs attention\n\n${[...shown, ...(left === 0 ? [] : [`- … and ${left} more`])].join('\n')}`;
}
function unknownRuns({ state, ...board }) {
    return [...state.runs.values()]
        .filter(({ phase }) => phase.state === 'unknown')
        .sort(newestFirst)
        .map((run) => `${(0,_state_words_js__WEBPACK_IMPORTED_MODULE_9__/* .markedState */ .wy)('unknown')}: ${runText(board.links, run)}. Look at its log, then \`headgate resolve ${run.id} --as succeeded\`, or retry it.`);
}
/** Flows whose newest ended run was bad. */
function badFlows({ runsOf, links }) {
    return [...runsOf.entries()].sort(byName).flatMap(([, runs]) => {
        const newest = runs.find(_core_run_js__WEBPACK_IMPORTED_MODULE_12__/* .isEnded */ .pl);
        if (newest === undefined || !(0,_state_words_js__WEBPACK_IMPORTED_MODULE_9__/* .isBad */ .e2)(newest.phase.state) || newest.phase.state === 'unknown')
            return [];
        const ending = (0,_core_run_js__WEBPACK_IMPORTED_MODULE_12__/* .lastAttempt */ .mh)(newest)?.ending;
        const because = ending === undefined ? '' : `: ${(0,_core_ending_js__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .x)(ending.class).words}`;
        return [`${(0,_state_words_js__WEBPACK_IMPORTED_MODULE_9__/* .markedState */ .wy)(newest.phase.state)}: ${runText(links, newest)}${because}`];
    });
}
function missingRuns({ state, links }) {
    return [...state.runs.values()]
        .filter((run) => !(0,_core_run_js__WEBPACK_IMPORTED_MODULE_12__/* .isEnded */ .pl)(run) && (0,_core_run_js__WEBPACK_IMPORTED_MODULE_12__/* .lastAttempt */ .mh)(run)?.missing !== undefined)
        .sort(newestFirst)
        .map((run) => `Not seen since ${(0,_words_js__WEBPACK_IMPORTED_MODULE_11__/* .instantWords */ .lJ)((0,_core_run_js__WEBPACK_IMPORTED_MODULE_12__/* .lastAttempt */ .mh)(run)?.missing?.since ?? run.createdAt)}: ${runText(links, run)}`);
}
function missedSlots({ state, now }) {
    return state.gaps
        .filter(({ outcome, to }) => outcome === 'missed' && now - to < _core_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .dayMs */ .LP)
        .map((gap) => `Missed: ${gapText(gap)}`);
}
function flowTable({ registry, state, runsOf, now, links }) {
    const deployments = [...registry.deployments.entries()].sort(byName);
    if (deployments.length === 0)
        return 'No flow is deployed.';
    const rows = deployments.map(([flow, deployment]) => {
        const newest = runsOf.get(flow)?.[0];
        return [
            (0,_text_js__WEBPACK_IMPORTED_MODULE_10__/* .codeSpan */ .SS)(flow),
            statusText(state, deployment, newest),
            newest === undefined ? '' : runText(links, newest),
            newest === undefined ? '' : (0,_words_js__WEBPACK_IMPORTED_MODULE_11__/* .instantWords */ .lJ)((0,_run_report_js__WEBPACK_IMPORTED_MODULE_7__/* .firstStart */ .z)(newest) ?? newest.createdAt),
            newest === undefined || (0,_run_report_js__WEBPACK_IMPORTED_MODULE_7__/* .firstStart */ .z)(newest) === undefined ? '' : durationText(newest),
            nextText(state, deployment, now),
        ];
    });
    return `## Flows\n\n${(0,_text_js__WEBPACK_IMPORTED_MODULE_10__/* .table */ .tp)(['Flow', 'Status', 'Last run', 'When', 'Took', 'Next slot'], rows)}`;
}
function statusText(state, { flow, retiredAt }, newest) {
    if (retiredAt !== undefined)
        return 'removed, its runs go on';
    if (state.pauses.has(flow))
        return '\u23f8 paused';
    return newest === undefined ? 'no run yet' : (0,_state_words_js__WEBPACK_IMPORTED_MODULE_9__/* .markedState */ .wy)(newest.phase.state);
}
/** An open run has no duration here: it would change with every look. Of an unknown end nobody knows the time. */
function durationText(run) {
    return (0,_core_run_js__WEBPACK_IMPORTED_MODULE_12__/* .isEnded */ .pl)(run) && run.phase.state !== 'unknown'
        ? (0,_words_js__WEBPACK_IMPORTED_MODULE_11__/* .durationWords */ .Sh)((0,_run_report_js__WEBPACK_IMPORTED_MODULE_7__/* .elapsedMs */ .d5)(run, run.phase.endedAt))
        : '';
}
function nextText(state, { flow, policy, retiredAt }, now) {
    if (retiredAt !== undefined || state.pauses.has(flow))
        return '';
    if (policy.after !== undefined)
        return `after ${policy.after.flows.map(_text_js__WEBPACK_IMPORTED_MODULE_10__/* .codeSpan */ .SS).join(', ')}`;
    const slots = policy.schedules.flatMap((schedule) => (0,_core_slots_js__WEBPACK_IMPORTED_MODULE_2__/* .nextSlots */ .jj)(schedule, now, 1));
    const [first, ...rest] = slots;
    if (first === undefined)
        return 'by hand';
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_11__/* .instantWords */ .lJ)(rest.reduce((a, b) => (a < b ? a : b), first));
}
function openRuns({ state, outgoing, links }) {
    const open = [...state.runs.values()].filter((run) => !(0,_core_run_js__WEBPACK_IMPORTED_MODULE_12__/* .isEnded */ .pl)(run)).sort(newestFirst);
    if (open.length === 0)
        return '';
    const rows = open
        .slice(0, mostRows.open)
        .map((run) => [
        runText(links, run),
        (0,_state_words_js__WEBPACK_IMPORTED_MODULE_9__/* .markedState */ .wy)(run.phase.state),
        String(run.attempts.length),
        (0,_words_js__WEBPACK_IMPORTED_MODULE_11__/* .instantWords */ .lJ)((0,_run_report_js__WEBPACK_IMPORTED_MODULE_7__/* .firstStart */ .z)(run) ?? run.createdAt),
        (0,_run_title_js__WEBPACK_IMPORTED_MODULE_8__/* .causeWords */ .pQ)(run, outgoing),
    ]);
    return section('Open runs', (0,_text_js__WEBPACK_IMPORTED_MODULE_10__/* .table */ .tp)(['Run', 'State', 'Attempts', 'Since', 'Why'], rows), open.length - rows.length);
}
function recentRuns({ state, outgoing, links }) {
    const ended = [...state.runs.values()]
        .filter(_core_run_js__WEBPACK_IMPORTED_MODULE_12__/* .isEnded */ .pl)
        .sort((a, b) => b.phase.endedAt - a.phase.endedAt || newestFirst(a, b));
    if (ended.length === 0)
        return '';
    const rows = ended
        .slice(0, mostRows.recent)
        .map((run) => [
        runText(links, run),
        (0,_state_words_js__WEBPACK_IMPORTED_MODULE_9__/* .markedState */ .wy)(run.phase.state),
        (0,_words_js__WEBPACK_IMPORTED_MODULE_11__/* .instantWords */ .lJ)(run.phase.endedAt),
        durationText(run),
        (0,_run_title_js__WEBPACK_IMPORTED_MODULE_8__/* .causeWords */ .pQ)(run, outgoing),
    ]);
    return section('Recent runs', (0,_text_js__WEBPACK_IMPORTED_MODULE_10__/* .table */ .tp)(['Run', 'State', 'Ended', 'Took', 'Why'], rows), ended.length - rows.length);
}
function gapTable({ state }) {
    if (state.gaps.length === 0)
        return '';
    const rows = state.gaps
        .slice(-mostRows.gaps)
        .reverse()
        .map((gap) => [gap.outcome, gapText(gap)]);
    return section('Slots without a run', (0,_text_js__WEBPACK_IMPORTED_MODULE_10__/* .table */ .tp)(['', 'Slots'], rows), state.gaps.length - rows.length);
}
function gapText({ flow, from, to, count, because }) {
    const when = from === to ? (0,_words_js__WEBPACK_IMPORTED_MODULE_11__/* .instantWords */ .lJ)(from) : `${(0,_words_js__WEBPACK_IMPORTED_MODULE_11__/* .instantWords */ .lJ)(from)} to ${(0,_words_js__WEBPACK_IMPORTED_MODULE_11__/* .instantWords */ .lJ)(to)}`;
    return `${(0,_words_js__WEBPACK_IMPORTED_MODULE_11__/* .countWords */ .rj)(count, 'slot')} of ${(0,_text_js__WEBPACK_IMPORTED_MODULE_10__/* .codeSpan */ .SS)(flow)}, ${when}: ${_core_state_js__WEBPACK_IMPORTED_MODULE_3__/* .gapReasons */ .U[because]}`;
}
function section(title, body, left) {
    return `## ${title}\n\n${body}${left === 0 ? '' : `\n\n… and ${left} more.`}`;
}
function runText(links, run) {
    const label = (0,_text_js__WEBPACK_IMPORTED_MODULE_10__/* .codeSpan */ .SS)(run.id);
    if (links === undefined)
        return label;
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_10__/* .link */ .nf)(label, (0,_places_js__WEBPACK_IMPORTED_MODULE_5__/* .shownAddress */ .Uk)(links, run.shown?.checkId) ?? ((0,_core_run_js__WEBPACK_IMPORTED_MODULE_12__/* .isEnded */ .pl)(run) ? (0,_places_js__WEBPACK_IMPORTED_MODULE_5__/* .runPageAddress */ .Z3)(links, run) : undefined));
}
function byName([a], [b]) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 2861:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ runPagePath),
/* harmony export */   Fj: () => (/* binding */ logPlaceText),
/* harmony export */   GM: () => (/* binding */ taskAddress),
/* harmony export */   Uk: () => (/* binding */ shownAddress),
/* harmony export */   Z3: () => (/* binding */ runPageAddress),
/* harmony export */   _2: () => (/* binding */ workflowAddress),
/* harmony export */   tT: () => (/* binding */ commitText),
/* harmony export */   uU: () => (/* binding */ sourceAddress)
/* harmony export */ });
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2993);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9218);


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
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .httpsAddress */ .gC)({
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
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)('CloudWatch log', place.replaceAll('*', '%2A'));
}
function repositoryAddress(links, path, fragment) {
    const [owner, name, ...rest] = links.repository.split('/');
    if (owner === undefined || name === undefined || rest.length > 0)
        return undefined;
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .httpsAddress */ .gC)({
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
    const label = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(commit.slice(0, 7));
    return commitPattern.test(commit) ? (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)(label, repositoryAddress(links, ['commit', commit])) : label;
}
function sourceAddress(links, commit, { path, line }) {
    if (!commitPattern.test(commit) || /^0+$/.test(commit))
        return undefined;
    return repositoryAddress(links, ['blob', commit, ...path.split('/')], `L${line}`);
}
/** The page from which people start a workflow by hand. */
function workflowAddress(links) {
    return repositoryAddress(links, links.workflow === undefined ? ['actions'] : ['actions', 'workflows', links.workflow]);
}
/** The page of a check run: GitHub keeps it at this address. */
function shownAddress(links, checkId) {
    return checkId !== undefined && /^\d{1,20}$/.test(checkId)
        ? repositoryAddress(links, ['runs', checkId])
        : undefined;
}
const defaultHistoryBranch = 'headgate-history';
/** Where the page of a run is, or will be, on the history branch. */
function runPagePath(run) {
    return `runs/${run.flow}/${(0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .isoOf */ .dF)(run.createdAt).slice(0, 7)}/${run.id}.md`;
}
function runPageAddress(links, run) {
    return repositoryAddress(links, [
        'blob',
        links.historyBranch ?? defaultHistoryBranch,
        ...runPagePath(run).split('/'),
    ]);
}


/***/ }),

/***/ 2905:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k_: () => (/* binding */ runCheck),
  KL: () => (/* binding */ runSummary),
  fx: () => (/* binding */ summaryLimitBytes)
});

// UNUSED EXPORTS: checkNameOf, placeOf

// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __webpack_require__(5141);
// EXTERNAL MODULE: ./src/report/run-report.ts
var run_report = __webpack_require__(7831);
// EXTERNAL MODULE: ./src/core/ending.ts
var core_ending = __webpack_require__(6073);
// EXTERNAL MODULE: ./src/core/json.ts
var json = __webpack_require__(3448);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(9218);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(9351);
// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(2175);
;// CONCATENATED MODULE: ./src/report/artifacts.ts



const mostColumns = 12;
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
            return markdownText(artifact.text, outgoing, bounds);
        case 'table':
            return tableText(artifact.columns, artifact.rows, { outgoing, bounds });
        case 'link':
            return `${artifact.text === undefined ? '' : `${outgoing.inline(artifact.text, 500)}: `}${outgoing.code(artifact.url, 2_000)}`;
        case 'image':
            return artifact.source.kind === 'url'
                ? `Image ${outgoing.inline(artifact.alt, 500)}: ${outgoing.code(artifact.source.url, 2_000)}`
                : `Image ${outgoing.inline(artifact.alt, 500)}: ${artifact.source.mediaType}, ${Math.ceil((artifact.source.base64.length * 3) / 4 / 1024)} KiB, in the log.`;
    }
}
function tableText(columns, rows, { outgoing, bounds }) {
    const head = columns.slice(0, mostColumns).map((column) => outgoing.inline(column, longestCell));
    if (head.length === 0)
        return 'An empty table.';
    const cells = rows
        .slice(0, bounds.mostRows)
        .map((row) => head.map((_, index) => cellText(row[index] ?? '', outgoing)));
    const notes = [
        rows.length > bounds.mostRows ? `${(0,words/* countWords */.rj)(rows.length - bounds.mostRows, 'more row')}` : undefined,
        columns.length > mostColumns ? (0,words/* countWords */.rj)(columns.length - mostColumns, 'more column') : undefined,
    ].filter((note) => note !== undefined);
    return `${(0,report_text/* table */.tp)(head, cells)}${notes.length === 0 ? '' : `\n\n… and ${notes.join(', ')} in the log.`}`;
}
function cellText(cell, outgoing) {
    return outgoing.inline(String(cell), longestCell);
}
/**
 * Markdown of a flow, read by a few rules of our own: tables, headings, lists, fenced code and paragraphs. What GitHub
 * gets is written anew from the escaped pieces.
 */
function markdownText(text, outgoing, bounds) {
    const lines = (0,visible/* visible */.RK)(text.slice(0, bounds.mostBytes * 2)).split('\n');
    const blocks = [];
    for (let index = 0; index < lines.length;) {
        const length = blockLength(lines, index);
        const block = lines.slice(index, index + length);
        const written = blockText(block, outgoing, bounds);
        if (written !== '')
            blocks.push(written);
        index += length;
    }
    return blocks.join('\n\n');
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
function blockText(block, outgoing, bounds) {
    const [first = ''] = block;
    switch (kindOf(first)) {
        case 'blank':
            return '';
        case 'fence':
            return outgoing.block(block.slice(1, block.length > 1 && fence.test(block.at(-1) ?? '') ? -1 : undefined));
        case 'table': {
            const [head = [], ...rows] = block
                .filter((line) => !/^[\s|:-]+$/.test(line))
                .map((line) => cellsOf(line));
            return tableText(head, rows, { outgoing, bounds });
        }
        case 'list':
            return block.map((line) => `- ${outgoing.inline(line.replace(listItem, ''))}`).join('\n');
        case 'heading':
            return `##### ${outgoing.inline(first.replace(heading, ''))}`;
        case 'text':
            return outgoing.inline(block.join(' '), 4_000);
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

// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(2993);
;// CONCATENATED MODULE: ./src/report/cost.ts

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
    const { vcpu, gibibyte } = prices[resources.architecture];
    const storageGiB = Math.max((resources.storageGiB ?? freeStorageGiB) - freeStorageGiB, 0);
    const anHour = (resources.cpu / 1024) * vcpu +
        (resources.memoryMiB / 1024) * gibibyte +
        storageGiB * prices.storageGibibyte;
    return billed.reduce((sum, attempt) => sum + (anHour * billedMs(attempt)) / instant/* hourMs */.$0, 0);
}
function billedMs({ startedAt, intendedAt, ending }) {
    const from = startedAt ?? intendedAt;
    return Math.max((ending?.at ?? from) - from, instant/* minuteMs */.J2);
}
/** `about 0.0021 USD (Fargate list price of us-east-1, 2026-06)`; on spot it is the most that it can be. */
function costWords(dollars, isSpot) {
    const amount = dollars >= 0.1 ? dollars.toFixed(2) : Number(dollars.toPrecision(2)).toFixed(5);
    const shown = amount.includes('.') && dollars < 0.1 ? amount.replace(/0+$/, '') : amount;
    return `${isSpot ? 'at most' : 'about'} ${shown} USD (Fargate list price of ${prices.region}, ${prices.asOf}${isSpot ? '; spot costs less' : ''})`;
}

// EXTERNAL MODULE: ./src/report/places.ts
var places = __webpack_require__(2861);
// EXTERNAL MODULE: ./src/report/run-title.ts
var run_title = __webpack_require__(1139);
// EXTERNAL MODULE: ./src/report/timeline.ts
var timeline = __webpack_require__(3942);
;// CONCATENATED MODULE: ./src/report/run-sections.ts











/** What happened and what to do about it. */
function headline(report, outgoing) {
    const { run } = report;
    const { phase } = run;
    const last = (0,core_run/* lastAttempt */.mh)(run);
    const ended = last?.ending === undefined || last.ending.class === 'exit-zero'
        ? ''
        : `Attempt ${last.number} ended because ${(0,run_title/* endingWords */.fg)(last.ending, outgoing)}.`;
    if ((0,core_run/* isEnded */.pl)(run))
        return ended === '' || last?.ending === undefined ? '' : `${ended}${adviceOf(last.ending)}`;
    if (phase.state !== 'queued')
        return '';
    const next = ended === '' ? '' : `The next one starts after ${(0,words/* secondWords */.US)(phase.notBefore)}.`;
    const wait = waitOf(report);
    return [ended, next, wait].filter((part) => part !== '').join(' ');
}
function waitOf({ waiting }) {
    return waiting === undefined || waiting === 'not-before' ? '' : `It waits: ${run_title/* waitWords */.jJ[waiting]}.`;
}
function adviceOf(ending) {
    const { advice } = (0,core_ending/* factsOf */.x)(ending.class);
    return advice === undefined ? '' : ` **${advice}**`;
}
function factsTable(report, outgoing, detail) {
    const { run, now, deployment, links } = report;
    // Nobody knows how long a run went on whose end nobody saw.
    const isKnown = run.phase.state !== 'unknown';
    const { resources } = deployment;
    const cost = isKnown && resources !== undefined ? costOf(run.attempts, resources) : undefined;
    const rows = [
        ['Why', (0,run_title/* causeWords */.pQ)(run, outgoing)],
        ['Commit', (0,places/* commitText */.tT)(links, run.commit)],
        ['Revision', outgoing.code((0,run_report/* revisionName */.pd)(run.revision), 300)],
        ['Image', deployment.image === undefined ? undefined : outgoing.code(deployment.image, 300)],
        ['Parameters', parametersText(report, outgoing, detail)],
        ['Started', (0,run_report/* firstStart */.z)(run) === undefined ? undefined : (0,words/* secondWords */.US)((0,run_report/* firstStart */.z)(run) ?? now)],
        [
            'Took',
            (0,run_report/* firstStart */.z)(run) === undefined || !(0,core_run/* isEnded */.pl)(run) || !isKnown
                ? undefined
                : (0,words/* durationWords */.Sh)((0,run_report/* elapsedMs */.d5)(run, now)),
        ],
        ['Cost', cost === undefined ? undefined : costWords(cost, deployment.policy?.spot ?? false)],
        ['Run', outgoing.code(run.id)],
    ];
    return (0,report_text/* table */.tp)(['', ''], rows.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])));
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
    const steps = [
        place === undefined
            ? undefined
            : `Where it failed: ${(0,report_text/* link */.nf)(outgoing.code(`${place.path}:${place.line}`), (0,places/* sourceAddress */.uU)(links, run.commit, place))}`,
        logPlace === undefined ? undefined : `The whole log: ${(0,places/* logPlaceText */.Fj)(logPlace, outgoing)}`,
        task === undefined ? undefined : `In AWS: ${(0,report_text/* link */.nf)('ECS task', task)}`,
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
function attemptsTable({ run, now }, outgoing, detail) {
    const isPlain = run.attempts.length <= 1 && (0,core_run/* lastAttempt */.mh)(run)?.launchTry === 1;
    if (isPlain || run.attempts.length === 0)
        return '';
    const shown = run.attempts.slice(-detail.attempts);
    const left = run.attempts.length - shown.length;
    const rows = shown.map((attempt) => {
        const ran = (0,run_report/* attemptMs */.Es)(attempt, now);
        return [
            String(attempt.number),
            (0,words/* secondWords */.US)(attempt.startedAt ?? attempt.intendedAt),
            ran === undefined ? 'never' : (0,words/* durationWords */.Sh)(ran),
            `${attemptEnd(attempt, outgoing)}${attempt.launchTry > 1 ? ` (launch try ${attempt.launchTry})` : ''}`,
        ];
    });
    const note = left === 0 ? '' : `\n\n… and ${left} earlier.`;
    return `### Attempts\n\n${(0,report_text/* table */.tp)(['No.', 'Started', 'Ran', 'Ended because'], rows)}${note}`;
}
function attemptEnd(attempt, outgoing) {
    if (attempt.ending !== undefined)
        return (0,run_title/* endingWords */.fg)(attempt.ending, outgoing);
    return attempt.stop === undefined ? 'open' : `stopping: ${(0,core_ending/* factsOf */.x)(attempt.stop.cause).words}`;
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
    const bars = outgoing.lines((0,timeline/* timelineLines */.t)(events, now, detail.tasks), {
        mostLines: detail.tasks + 1,
        mostBytes: 30_000,
    });
    const totals = (0,timeline/* totalsRows */.X)(events, detail.tasks).map(([name = '', ...numbers]) => [
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
function placeIn({ path, line }, { flow, files }) {
    const segments = path.replaceAll('\\', '/').split('/');
    const isForeign = segments.some((segment) => segment === '..' || segment === 'node_modules');
    if (line < 1 || isForeign)
        return undefined;
    const suffixes = segments.map((_, index) => segments.slice(index).join('/'));
    if (files === undefined) {
        const own = suffixes.find((suffix) => suffix.startsWith(`flows/${flow}/`));
        return own !== undefined && /^[\w./@+-]+$/.test(own) ? { path: own, line } : undefined;
    }
    const candidates = suffixes.flatMap((suffix) => [suffix, `flows/${flow}/${suffix}`]);
    const known = candidates.find((candidate) => files.has(candidate));
    return known === undefined ? undefined : { path: known, line };
}

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
    const place = placeOf(report);
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
function checkNameOf({ flow }) {
    return `flow / ${flow}`;
}
function statusOf(run) {
    if ((0,core_run/* isEnded */.pl)(run))
        return { kind: 'completed', conclusion: conclusions[run.phase.state], at: run.phase.endedAt };
    return run.phase.state === 'queued' ? { kind: 'queued' } : { kind: 'in-progress' };
}
/** The line of the flow's own code that failed, if a stack trace says so. */
function placeOf({ run, events, logTail, sourceFiles }) {
    if (run.phase.state !== 'failed')
        return undefined;
    const source = { flow: run.flow, ...(sourceFiles === undefined ? {} : { files: sourceFiles }) };
    const stack = events?.finished?.error?.stack?.split('\n') ?? [];
    return (failingPlace(stack, source) ??
        failingPlace(logTail.map(({ text }) => text), source));
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
function runSummary(report, outgoing, place = placeOf(report)) {
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
        headline(report, outgoing),
        factsTable(report, outgoing, detail),
        nextSteps(report, outgoing, place),
        errorSection(report, outgoing),
        attemptsTable(report, outgoing, detail),
        tasksSection(report, outgoing, detail),
        artifactsSection(report, outgoing, detail),
        logSection(report, outgoing, detail),
    ]
        .filter((section) => section !== '')
        .join('\n\n');
}


/***/ })

};
