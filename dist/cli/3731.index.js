export const id = 3731;
export const ids = [3731];
export const modules = {

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


/***/ })

};
