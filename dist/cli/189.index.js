export const id = 189;
export const ids = [189];
export const modules = {

/***/ 995:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zi: () => (/* binding */ localWords),
/* harmony export */   jJ: () => (/* binding */ waitWords),
/* harmony export */   lo: () => (/* binding */ scheduleWords)
/* harmony export */ });
/* harmony import */ var cronstrue__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8267);
/* harmony import */ var cronstrue__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(cronstrue__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2993);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2175);



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

/***/ 2189:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   performList: () => (/* binding */ performList)
/* harmony export */ });
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2251);
/* harmony import */ var _report_terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8045);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8566);
/* harmony import */ var _schedule_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(995);
/* harmony import */ var _validate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1883);





/** The flows of the sources, and what is deployed of each. */
async function performList(site) {
    const { manifests } = await (0,_validate_js__WEBPACK_IMPORTED_MODULE_4__.validFlows)(site);
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

/***/ 1883:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   performValidate: () => (/* binding */ performValidate),
/* harmony export */   validFlows: () => (/* binding */ validFlows)
/* harmony export */ });
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2251);
/* harmony import */ var _flow_closure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(576);
/* harmony import */ var _flow_discover_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8453);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2175);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8566);





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


/***/ })

};
