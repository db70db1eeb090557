export const id = 731;
export const ids = [731];
export const modules = {

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
