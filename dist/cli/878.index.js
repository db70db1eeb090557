export const id = 878;
export const ids = [878];
export const modules = {

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

/***/ 2639:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L$: () => (/* binding */ nextSlotOf),
/* harmony export */   Ml: () => (/* binding */ gapText),
/* harmony export */   Q8: () => (/* binding */ latenessMs),
/* harmony export */   WX: () => (/* binding */ runsByFlow),
/* harmony export */   Yq: () => (/* binding */ gapCount),
/* harmony export */   le: () => (/* binding */ runText),
/* harmony export */   ll: () => (/* binding */ newestFirst),
/* harmony export */   nG: () => (/* binding */ byName)
/* harmony export */ });
/* harmony import */ var _core_identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3484);
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3705);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(973);
/* harmony import */ var _core_slots_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5957);
/* harmony import */ var _core_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9661);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9749);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6970);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9988);








function runsByFlow({ runs }) {
    const byFlow = new Map();
    for (const run of runs.values()) {
        const known = byFlow.get(run.flow);
        if (known === undefined)
            byFlow.set(run.flow, [run]);
        else
            known.push(run);
    }
    for (const list of byFlow.values())
        list.sort(newestFirst);
    return byFlow;
}
function newestFirst(a, b) {
    return b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1);
}
function byName([a], [b]) {
    return a < b ? -1 : a > b ? 1 : 0;
}
function runText(links, run) {
    const label = (0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)(run.id);
    if (links === undefined)
        return label;
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .link */ .nf)(label, (0,_places_js__WEBPACK_IMPORTED_MODULE_4__/* .shownAddress */ .Uk)(links, run.shown?.checkId) ?? ((0,_core_run_js__WEBPACK_IMPORTED_MODULE_7__/* .isEnded */ .pl)(run) ? (0,_places_js__WEBPACK_IMPORTED_MODULE_4__/* .runPageAddress */ .Z3)(links, run) : undefined));
}
function gapText({ flow, from, to, count, because }) {
    const when = from === to ? (0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .instantWords */ .lJ)(from) : `${(0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .instantWords */ .lJ)(from)} to ${(0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .instantWords */ .lJ)(to)}`;
    return `${(0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .countWords */ .rj)(count, 'slot')} of ${(0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)(flow)}, ${when}: ${_core_state_js__WEBPACK_IMPORTED_MODULE_3__/* .gapReasons */ .U[because]}`;
}
/** The first slot that nothing was decided about: one that is due already is late. */
function nextSlotOf({ state }, deployment) {
    const slots = deployment.policy.schedules.flatMap((schedule) => {
        const since = deployment.scheduledSince[(0,_core_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .scheduleKey */ .rW)(schedule)] ?? deployment.deployedAt;
        return (0,_core_slots_js__WEBPACK_IMPORTED_MODULE_2__/* .nextSlots */ .jj)(schedule, (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantFromMs */ .A0)(Math.max(state.mark, since)), 1);
    });
    return slots.length === 0 ? undefined : slots.reduce((a, b) => (a < b ? a : b));
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
/* harmony export */   E4: () => (/* binding */ runPagePath),
/* harmony export */   Fj: () => (/* binding */ logPlaceText),
/* harmony export */   GM: () => (/* binding */ taskAddress),
/* harmony export */   Uk: () => (/* binding */ shownAddress),
/* harmony export */   Z3: () => (/* binding */ runPageAddress),
/* harmony export */   _2: () => (/* binding */ workflowAddress),
/* harmony export */   as: () => (/* binding */ codeAddress),
/* harmony export */   tT: () => (/* binding */ commitText),
/* harmony export */   uU: () => (/* binding */ sourceAddress)
/* harmony export */ });
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6970);


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

/***/ 2885:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   le: () => (/* binding */ runText),
/* harmony export */   nI: () => (/* binding */ paint),
/* harmony export */   qS: () => (/* binding */ statusText),
/* harmony export */   v6: () => (/* binding */ columnsText)
/* harmony export */ });
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(973);
/* harmony import */ var _run_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5967);
/* harmony import */ var _run_title_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9259);
/* harmony import */ var _state_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4988);
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2510);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3727);
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
    return (0,_state_words_js__WEBPACK_IMPORTED_MODULE_3__/* .isBad */ .e2)(state) ? 'red' : state === 'cancelled' ? 'dim' : 'blue';
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
    const ageMs = now - ((0,_run_report_js__WEBPACK_IMPORTED_MODULE_1__/* .firstStart */ .z)(run) ?? run.createdAt);
    return ageMs < _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2 ? 'just now' : `${(0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .durationWords */ .Sh)(ageMs)} ago`;
}
function tookWords(run, now) {
    return (0,_run_report_js__WEBPACK_IMPORTED_MODULE_1__/* .firstStart */ .z)(run) === undefined ? '' : (0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .durationWords */ .Sh)((0,_run_report_js__WEBPACK_IMPORTED_MODULE_1__/* .elapsedMs */ .d5)(run, now));
}
/** Aligned columns. The second column is the coloured one; the last is cut to what fits. */
function columnsText(head, rows, terminal) {
    const columns = terminal.columns ?? defaultColumns;
    const widths = head.map((title, index) => Math.max(title.length, ...rows.map(({ cells }) => (0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)(cells[index] ?? '').length)));
    const line = (cells, colour) => {
        const padded = cells.map((cell, index) => (0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)(cell).padEnd(widths[index] ?? 0));
        const cut = (0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .cutLength */ .bG)(padded.join('  ').trimEnd(), columns);
        const [first = '', second = ''] = padded;
        if (colour === undefined || cut.length < first.length + 2 + second.trimEnd().length)
            return cut;
        const from = first.length + 2;
        const to = from + second.trimEnd().length;
        return `${cut.slice(0, from)}${paint(cut.slice(from, to), colour, terminal)}${cut.slice(to)}`;
    };
    return `${[paint(line(head), 'bold', terminal), ...rows.map(({ cells, colour }) => line(cells, colour))].join('\n')}\n`;
}
const logBounds = { mostLines: 50, mostBytes: 20_000 };
const mostTaskRows = 20;
/** A run, as `headgate run` prints it. */
function runText(report, outgoing, terminal) {
    const { run, now, events, logTail } = report;
    const columns = terminal.columns ?? defaultColumns;
    const cutLines = (lines) => lines.map((line) => (0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .cutLength */ .bG)(line, columns));
    const title = (0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .cutLength */ .bG)((0,_run_title_js__WEBPACK_IMPORTED_MODULE_2__/* .runTitle */ .kh)(report, outgoing), Math.max(columns - run.flow.length - 2, 20));
    const facts = [
        ['Run', run.id],
        ['Why', withoutMarks((0,_run_title_js__WEBPACK_IMPORTED_MODULE_2__/* .causeWords */ .pQ)(run, outgoing))],
        ['Started', (0,_run_report_js__WEBPACK_IMPORTED_MODULE_1__/* .firstStart */ .z)(run) === undefined ? '' : (0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .instantWords */ .lJ)((0,_run_report_js__WEBPACK_IMPORTED_MODULE_1__/* .firstStart */ .z)(run) ?? now)],
        ['Revision', outgoing.title((0,_run_report_js__WEBPACK_IMPORTED_MODULE_1__/* .revisionName */ .pd)(run.revision))],
        ...endFacts(run, outgoing),
    ].flatMap(([name = '', value = '']) => (value === '' ? [] : [fact(name, value)]));
    // An address is there to be opened: it stays whole, however long.
    const place = report.logPlace === undefined ? [] : [fact('Log', outgoing.title(report.logPlace, 2_000))];
    const bars = events === undefined ? [] : (0,_timeline_js__WEBPACK_IMPORTED_MODULE_4__/* .timelineLines */ .tg)(events, now, mostTaskRows);
    const shownBars = outgoing.lines(bars, { mostLines: mostTaskRows + 1, mostBytes: 20_000 });
    const log = outgoing.lines(logTail.map(({ text }) => text), logBounds);
    const blocks = [
        [`${run.flow}: ${paint(title, stateColour(run.phase.state), terminal)}`, ...cutLines(facts), ...place],
        cutLines(shownBars.map((line) => `  ${line}`)),
        cutLines(log.map((line) => `  \u2502 ${line}`)),
    ];
    return `${blocks
        .filter((block) => block.length > 0)
        .map((block) => block.join('\n'))
        .join('\n\n')}\n`;
}
function fact(name, value) {
    return `  ${name.padEnd(9)} ${value}`;
}
function endFacts(run, outgoing) {
    const ending = (0,_core_run_js__WEBPACK_IMPORTED_MODULE_7__/* .lastAttempt */ .mh)(run)?.ending;
    if (!(0,_core_run_js__WEBPACK_IMPORTED_MODULE_7__/* .isEnded */ .pl)(run) || ending === undefined)
        return [];
    return [['Ended', withoutMarks((0,_run_title_js__WEBPACK_IMPORTED_MODULE_2__/* .endingWords */ .fg)(ending, outgoing))]];
}
/** Markdown's marks mean nothing on a terminal. */
function withoutMarks(markdown) {
    return markdown.replaceAll(/\\([-+=.)!])/g, '$1');
}


/***/ })

};
