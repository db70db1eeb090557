export const id = 9176;
export const ids = [9176,3731];
export const modules = {

/***/ 4283:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zi: () => (/* binding */ localWords),
/* harmony export */   jJ: () => (/* binding */ waitWords),
/* harmony export */   lo: () => (/* binding */ scheduleWords)
/* harmony export */ });
/* harmony import */ var cronstrue__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4855);
/* harmony import */ var cronstrue__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(cronstrue__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_cron_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1550);
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3705);
/* harmony import */ var _core_slots_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5957);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9988);





/** `At 09:05 PM, Monday through Friday, America/New_York`. */
function scheduleWords(rule) {
    if (rule.kind === 'interval')
        return `Every ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_4__/* .durationWords */ .Sh)(rule.everySeconds * _core_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .secondMs */ .fj)} from ${(0,_core_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .isoOf */ .dF)(rule.anchor)}`;
    return `${(0,_core_cron_js__WEBPACK_IMPORTED_MODULE_1__/* .hasBothDays */ .nA)(rule.cron) ? bothDaysWords(rule.cron) : cronWords(rule.cron)}, ${rule.timezone}`;
}
function cronWords(cron) {
    return cronstrue__WEBPACK_IMPORTED_MODULE_0___default().toString(cron, { use24HourTimeFormat: true, verbose: false });
}
/** Cron takes both day fields, or either of them: the library says "and" for both. */
function bothDaysWords(cron) {
    const [minute, hour, date, month, weekday] = (0,_core_cron_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .Pf)(cron);
    const time = cronWords(`${minute} ${hour} * * *`);
    const rest = (days) => cronWords(`${minute} ${hour} ${days}`).slice(time.length);
    const days = `${rest(`${date} * *`)}${rest(`* * ${weekday}`)}`.replaceAll(', only ', ', ');
    const which = (0,_core_slots_js__WEBPACK_IMPORTED_MODULE_3__/* .cronOf */ .A$)(cron).isEitherDay ? 'on days that are either' : 'on days that are both';
    return `${time}${days} (${which})${month === '*' ? '' : rest(`* ${month} *`)}`;
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
    if (ms < _core_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .minuteMs */ .J2)
        return 'now';
    return `in ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_4__/* .durationWords */ .Sh)(ms > _core_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .hourMs */ .$0 ? Math.round(ms / _core_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .minuteMs */ .J2) * _core_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .minuteMs */ .J2 : ms)}`;
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
/* harmony import */ var _report_width_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3473);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9988);
/* harmony import */ var _schedule_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4283);
/* harmony import */ var _validate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3731);







/** Says the schedules of the sources in words, and lists their next slots in local time and in UTC. */
async function performSchedule(site, request) {
    const { manifests } = await (0,_validate_js__WEBPACK_IMPORTED_MODULE_5__/* .validFlows */ .k)(site);
    const wanted = request.flow === undefined ? manifests : [named(manifests, request.flow)];
    const now = site.world.clock.now();
    const flows = wanted.map((manifest) => ({
        manifest,
        schedules: manifest.policy.schedules.map((rule) => listed(rule, now, request.count)),
    }));
    return {
        exitCode: _core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCodes */ .hS.done,
        document: { verb: 'schedule', at: (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .isoOf */ .dF)(now), flows: flows.map(flowDocument) },
        text: flows.map((flow) => flowText(flow, now, site.terminal)).join('\n'),
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
const usualColumns = 80;
/** What a line with both clocks and the wait takes. */
const wholeLine = 74;
function flowText({ manifest, schedules }, now, { columns = usualColumns }) {
    const { after } = manifest.policy;
    const none = after === undefined ? 'runs when asked' : `runs after ${after.flows.join(', ')} (${after.when})`;
    const wrapped = (text, indent) => (0,_report_width_js__WEBPACK_IMPORTED_MODULE_6__/* .wrapWidth */ .jU)(text.split(' '), Math.max(columns - indent, 12)).map((line) => `${' '.repeat(indent)}${line}`);
    if (schedules.length === 0)
        return `${wrapped(`${manifest.name}: ${none}`, 0).join('\n')}\n`;
    const lines = schedules.flatMap(({ words, timezone, slots }) => [
        ...wrapped(words, 2),
        ...slots.map((slot) => slotLine(slot, timezone, { now, isWide: columns >= wholeLine })),
    ]);
    return `${[manifest.name, ...lines].join('\n')}\n`;
}
/** Without the room for both clocks, the local one: it is what people wrote. */
function slotLine(slot, timezone, { now, isWide }) {
    const local = (0,_schedule_words_js__WEBPACK_IMPORTED_MODULE_4__/* .localWords */ .Zi)(slot, timezone);
    const wait = (0,_schedule_words_js__WEBPACK_IMPORTED_MODULE_4__/* .waitWords */ .jJ)(slot, now);
    return isWide ? `    ${local}   ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_3__/* .instantWords */ .lJ)(slot)}   ${wait}` : `  ${local} ${wait}`;
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
