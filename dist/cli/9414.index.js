export const id = 9414;
export const ids = [9414];
export const modules = {

/***/ 9414:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   performDeploy: () => (/* binding */ performDeploy)
/* harmony export */ });
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2531);
/* harmony import */ var _engine_deploy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2076);
/* harmony import */ var _report_plan_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9235);
/* harmony import */ var _report_plan_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6068);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9988);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9678);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2034);







const exits = {
    nothing: _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.done,
    deployed: _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.done,
    partial: _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.workFailed,
    superseded: _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.done,
    'dry-run': _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.done,
};
/** Brings what is deployed to what the sources say. */
async function performDeploy(site, request) {
    const { world, project, presentation, by } = site;
    const { images, record, ...rest } = request;
    const { records, warnings } = await (0,_records_js__WEBPACK_IMPORTED_MODULE_6__/* .readRecords */ .T)({ images, record, cwd: site.cwd });
    for (const warning of warnings)
        world.log.warn((0,_core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .describeProblem */ .BJ)(warning));
    const result = await (0,_engine_deploy_js__WEBPACK_IMPORTED_MODULE_1__/* .deploy */ .g)(world, {
        project,
        presentation,
        by,
        ...rest,
        records,
        ...(images === undefined ? {} : { image: images }),
    });
    for (const warning of result.warnings)
        world.log.warn((0,_core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .describeProblem */ .BJ)(warning));
    return {
        exitCode: exits[result.outcome],
        document: {
            verb: 'deploy',
            commit: result.commit,
            outcome: result.outcome,
            supersededBy: result.supersededBy ?? null,
            ...(0,_documents_js__WEBPACK_IMPORTED_MODULE_5__/* .planDocument */ .NP)(result.plan),
            deployed: [...result.deployed.keys()],
            failed: [...result.failed].map(([flow, problems]) => ({
                flow,
                problems: problems.map(_documents_js__WEBPACK_IMPORTED_MODULE_5__/* .problemDocument */ .FC),
            })),
            waiting: result.waiting,
            isUnfinished: result.waiting.length > 0 && result.deployed.size > 0,
            removed: result.removed,
            retired: result.retired,
            nextWake: (0,_documents_js__WEBPACK_IMPORTED_MODULE_5__/* .momentOrNull */ .Vc)(result.nextWake),
        },
        text: textOf(site, result),
        summary: summaryOf(site, result),
    };
}
function textOf({ terminal, presentation: { outgoing } }, result) {
    const failures = [...result.failed.values()].flat().map((problem) => `${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .describeProblem */ .BJ)(problem)}\n`);
    return `${(0,_report_plan_text_js__WEBPACK_IMPORTED_MODULE_3__/* .planText */ .P)(result.plan, { terminal, outgoing })}${sentenceOf(result)}\n${failures.join('')}`;
}
/** What the check of the deploy shows in full stands on the commit; here, why, and what went wrong. */
function summaryOf({ world, presentation: { outgoing } }, result) {
    const parts = [
        outgoing.inline(sentenceOf(result)),
        (0,_report_plan_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .planSummary */ .M)({ ...result, now: world.clock.now() }, outgoing),
        ...[...result.failed.values()].flat().map((problem) => `- ${outgoing.inline((0,_core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .describeProblem */ .BJ)(problem))}`),
    ];
    return `${parts.join('\n\n')}\n`;
}
function sentenceOf({ outcome, deployed, removed, failed, waiting, supersededBy }) {
    const follows = waiting.length === 0
        ? ''
        : ` ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_4__/* .countWords */ .rj)(waiting.length, 'flow')} wait for images that a next run builds.`;
    switch (outcome) {
        case 'nothing':
            return 'Nothing to deploy: every flow is deployed as it is here.';
        case 'dry-run':
            return 'Nothing was deployed: this was a dry run.';
        case 'superseded':
            return `Nothing was deployed: the newer commit ${supersededBy?.slice(0, 12)} is deployed already.`;
        case 'deployed':
            return `Deployed ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_4__/* .countWords */ .rj)(deployed.size, 'flow')}, removed ${removed.length}.${follows}`;
        case 'partial':
            return `Deployed ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_4__/* .countWords */ .rj)(deployed.size, 'flow')}; ${failed.size} could not be deployed and stay as they were. The next deploy completes it.${follows}`;
    }
}


/***/ })

};
