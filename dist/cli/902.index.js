export const id = 902;
export const ids = [902];
export const modules = {

/***/ 902:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   localChecks: () => (/* binding */ localChecks)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3705);
/* harmony import */ var _atomic_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2400);





/** The check list of a laptop: `checks/<external id>.md` to read, and `.json` for scripts. */
function localChecks({ directory }) {
    const folder = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(directory, 'checks');
    return {
        isRepeatable: true,
        async publish(checks, budget) {
            const answers = [];
            for (const [index, item] of checks.entries()) {
                if (index >= budget)
                    answers.push({ kind: 'deferred', reason: 'The budget of requests is used up.' });
                else
                    answers.push(await write(folder, item));
            }
            return answers;
        },
    };
}
/** The external id is the identity, so the same check is always the same file. */
async function write(folder, { check, createBefore }) {
    const name = fileNameOf(check.externalId);
    if (createBefore === 'never' && !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, `${name}.json`)))
        return { kind: 'gone', what: 'check', reason: 'its file is not there' };
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true });
    await (0,_atomic_files_js__WEBPACK_IMPORTED_MODULE_4__/* .writeAtomically */ .vK)(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, `${name}.json`), `${JSON.stringify(check, undefined, 2)}\n`);
    await (0,_atomic_files_js__WEBPACK_IMPORTED_MODULE_4__/* .writeAtomically */ .vK)(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, `${name}.md`), pageOf(check));
    return { kind: 'published', checkId: name };
}
function fileNameOf(externalId) {
    return encodeURIComponent(externalId).replaceAll('.', '%2E').replaceAll('*', '%2A').slice(0, 200);
}
function pageOf(check) {
    const annotations = check.annotations.map(({ path: file, line, level, message }) => `- ${level} at ${file}:${line}: ${message}`);
    return [
        `# ${check.name}: ${check.title}`,
        `${statusWords(check)}, on commit ${check.commit}.`,
        check.summary,
        ...(annotations.length === 0 ? [] : [annotations.join('\n')]),
    ]
        .join('\n\n')
        .concat('\n');
}
function statusWords({ status, startedAt }) {
    if (status.kind === 'completed')
        return `${status.conclusion}, ended at ${(0,_core_instant_js__WEBPACK_IMPORTED_MODULE_3__/* .isoOf */ .dF)(status.at)}`;
    return `${status.kind}, started at ${(0,_core_instant_js__WEBPACK_IMPORTED_MODULE_3__/* .isoOf */ .dF)(startedAt)}`;
}


/***/ })

};
