export const id = 8693;
export const ids = [8693,3731];
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

/***/ 8693:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   performList: () => (/* binding */ performList)
/* harmony export */ });
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2531);
/* harmony import */ var _report_terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2885);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9678);
/* harmony import */ var _schedule_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4283);
/* harmony import */ var _validate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3731);





/** The flows of the sources, and what is deployed of each. */
async function performList(site) {
    const { manifests } = await (0,_validate_js__WEBPACK_IMPORTED_MODULE_4__/* .validFlows */ .k)(site);
    const { registry } = await site.world.state.load(site.world.clock.now());
    const flows = manifests.map(({ name, description, policy }) => ({
        name,
        description,
        schedules: policy.schedules.map(_schedule_words_js__WEBPACK_IMPORTED_MODULE_3__/* .scheduleWords */ .lo),
        after: policy.after?.flows ?? [],
        deployment: registry.deployments.get(name),
    }));
    const rows = flows.map(({ name, schedules, after, deployment }) => ({
        cells: [name, deployment?.version.commit.slice(0, 10) ?? 'not deployed', triggerWords(schedules, after)],
    }));
    return {
        exitCode: _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.done,
        document: {
            verb: 'list',
            flows: flows.map(({ deployment, ...flow }) => ({
                ...flow,
                deployment: deployment === undefined ? null : (0,_documents_js__WEBPACK_IMPORTED_MODULE_2__/* .deploymentDocument */ .P)(deployment),
            })),
        },
        text: rows.length === 0
            ? 'There is no flow under flows/.\n'
            : (0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .columnsText */ .v6)(['FLOW', 'DEPLOYED', 'RUNS'], rows, site.terminal),
    };
}
function triggerWords(schedules, after) {
    if (after.length > 0)
        return `after ${after.join(', ')}`;
    return schedules.length === 0 ? 'when asked' : schedules.join('; ');
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
