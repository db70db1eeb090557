export const id = 66;
export const ids = [66];
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

/***/ 2675:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   performSite: () => (/* binding */ performSite)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2531);
/* harmony import */ var _report_live_page_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6185);
/* harmony import */ var _report_live_run_page_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1437);
/* harmony import */ var _report_live_runs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6284);
/* harmony import */ var _report_live_site_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3559);
/* harmony import */ var _report_live_style_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6018);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9988);
/* harmony import */ var _log_feed_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4879);
/* harmony import */ var _view_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3803);











/** Logs cost a request each. */
const mostLogs = 100;
const marker = '.headgate-site';
const folders = ['runs', 'flows', 'all-runs', 'all-flows'];
/** Writes the overview as files that any web server, or none, can show. It holds no buttons and no script. */
async function performSite(site, out) {
    const directory = out === undefined ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(site.directory, 'site') : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(out);
    await prepare(directory);
    const snapshot = await site.world.state.load(site.world.clock.now());
    const overview = (0,_view_js__WEBPACK_IMPORTED_MODULE_9__/* .overviewOf */ .bq)(site, { snapshot, waiting: new Map() }, { kind: 'static' });
    const pages = new Map([
        [marker, 'Written by `headgate site`, which replaces what is here.\n'],
        [_report_live_page_js__WEBPACK_IMPORTED_MODULE_3__/* .assetPaths */ .R6.style, _report_live_style_js__WEBPACK_IMPORTED_MODULE_10__/* .styleText */ .P],
        [_report_live_page_js__WEBPACK_IMPORTED_MODULE_3__/* .assetPaths */ .R6.icon, _report_live_page_js__WEBPACK_IMPORTED_MODULE_3__/* .iconSvg */ .UY],
        ...plainPages(overview),
        ...(await runPages(site, overview)),
    ]);
    for (const folder of folders)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, folder), { recursive: true });
    for (const [path, text] of pages)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, path), text);
    const index = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'index.html');
    return {
        exitCode: _core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .hS.done,
        document: { verb: 'site', out: directory, index, files: pages.size, runs: snapshot.state.runs.size },
        text: `Wrote ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_7__/* .countWords */ .rj)(pages.size, 'file')}: ${index}\n`,
    };
}
/** Only an empty folder, or one that was written by this very verb, is written to. */
async function prepare(directory) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory).catch((error) => {
        if (error.code === 'ENOENT')
            return undefined;
        throw error.code === 'ENOTDIR' ? badFolder(directory, 'is not a folder') : error;
    });
    if (entries !== undefined && entries.length > 0 && !entries.includes(marker))
        throw badFolder(directory, 'holds other files');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(directory, { recursive: true });
    for (const folder of folders)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, folder), { recursive: true, force: true });
}
function badFolder(directory, what) {
    const message = `${JSON.stringify(directory)} ${what}.`;
    return new _core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz([
        { code: 'E_OUT', field: 'out', message, fix: 'Give a folder that is empty or not there yet.' },
    ]);
}
function plainPages(overview) {
    return (0,_report_live_site_map_js__WEBPACK_IMPORTED_MODULE_6__/* .plainPaths */ .FY)(overview).flatMap((path) => {
        const place = (0,_report_live_site_map_js__WEBPACK_IMPORTED_MODULE_6__/* .placeOf */ .$t)(path);
        if (place === undefined || place.kind === 'run' || place.kind === 'log')
            return [];
        const text = (0,_report_live_site_map_js__WEBPACK_IMPORTED_MODULE_6__/* .plainPage */ .w9)(overview, place);
        return text === undefined ? [] : [[path, text]];
    });
}
async function runPages(site, overview) {
    const pages = [];
    const paths = (0,_report_live_site_map_js__WEBPACK_IMPORTED_MODULE_6__/* .runPaths */ .Ot)(overview);
    for (const [index, run] of (0,_report_live_runs_js__WEBPACK_IMPORTED_MODULE_5__/* .sortedRuns */ .qD)(overview.state.runs.values()).entries()) {
        const text = index < mostLogs ? await pageWithLog(site, overview, run) : pageWithoutLog(overview, run);
        pages.push([paths.get(run.id) ?? '', text]);
    }
    return pages;
}
function pageWithoutLog(overview, run) {
    const noLog = `Logs are shown here of the newest ${mostLogs} runs.`;
    return (0,_report_live_run_page_js__WEBPACK_IMPORTED_MODULE_4__/* .runPage */ .f)({ overview, run, noLog });
}
/** A log that cannot be read must not keep the outcome from being shown. */
async function pageWithLog(site, overview, run) {
    const { outgoing, logTailLines } = site.presentation;
    const attempt = run.attempts.at(-1);
    if (attempt?.handle === undefined)
        return (0,_report_live_run_page_js__WEBPACK_IMPORTED_MODULE_4__/* .runPage */ .f)({ overview, run });
    try {
        const feed = await (0,_log_feed_js__WEBPACK_IMPORTED_MODULE_8__/* .logFeeds */ .mr)(site.world, outgoing).look(run, attempt.handle);
        return (0,_report_live_run_page_js__WEBPACK_IMPORTED_MODULE_4__/* .runPage */ .f)((0,_view_js__WEBPACK_IMPORTED_MODULE_9__/* .runViewOf */ .wc)(site, { overview, run }, { attempt, feed, mostLines: logTailLines }));
    }
    catch (error) {
        site.world.log.warn(`Could not read the log of run ${run.id}: ${String(error)}.`);
        return (0,_report_live_run_page_js__WEBPACK_IMPORTED_MODULE_4__/* .runPage */ .f)({ overview, run, noLog: 'The log could not be read.' });
    }
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


/***/ })

};
