export const id = 6878;
export const ids = [6878];
export const modules = {

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
        outgoing: input.outgoing ?? (0,_outgoing_js__WEBPACK_IMPORTED_MODULE_4__/* .createOutgoing */ .D)((0,_redact_js__WEBPACK_IMPORTED_MODULE_6__/* .createRedactor */ .l)([])),
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

/***/ 2885:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   le: () => (/* binding */ runText),
/* harmony export */   nI: () => (/* binding */ paint),
/* harmony export */   qS: () => (/* binding */ statusText),
/* harmony export */   v6: () => (/* binding */ columnsText)
/* harmony export */ });
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
    const ageMs = now - ((0,_run_report_js__WEBPACK_IMPORTED_MODULE_1__/* .firstStart */ .z)(run) ?? run.createdAt);
    return ageMs < _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2 ? 'just now' : `${(0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .durationWords */ .Sh)(ageMs)} ago`;
}
function tookWords(run, now) {
    const isKnown = (0,_run_report_js__WEBPACK_IMPORTED_MODULE_1__/* .firstStart */ .z)(run) !== undefined && run.phase.state !== 'unknown';
    return isKnown ? (0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .durationWords */ .Sh)((0,_run_report_js__WEBPACK_IMPORTED_MODULE_1__/* .elapsedMs */ .d5)(run, now)) : '';
}
const narrowestColumn = 8;
/** Aligned columns. The second is the coloured one; where they do not fit, the widest ones are cut. */
function columnsText(head, rows, terminal) {
    const texts = rows.map(({ cells }) => head.map((_, index) => (0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)(cells[index] ?? '')));
    const wanted = head.map((title, index) => Math.max((0,_width_js__WEBPACK_IMPORTED_MODULE_7__/* .widthOf */ .qz)(title), ...texts.map((cells) => (0,_width_js__WEBPACK_IMPORTED_MODULE_7__/* .widthOf */ .qz)(cells[index] ?? ''))));
    const widths = fittingWidths(wanted, terminal.columns ?? defaultColumns);
    const line = (cells, colour) => {
        const shown = cells.map((cell, index) => (0,_width_js__WEBPACK_IMPORTED_MODULE_7__/* .cutWidth */ .bn)(cell, widths[index] ?? 0));
        const padded = shown.map((cell, index) => (0,_width_js__WEBPACK_IMPORTED_MODULE_7__/* .padWidth */ ._n)(cell, widths[index] ?? 0));
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


/***/ })

};
