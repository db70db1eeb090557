export const id = 893;
export const ids = [893];
export const modules = {

/***/ 9109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K8: () => (/* binding */ loadTemplates),
/* harmony export */   Qx: () => (/* binding */ stackName),
/* harmony export */   VQ: () => (/* binding */ templateNames),
/* harmony export */   nR: () => (/* binding */ packageFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3136);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_url__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3483);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2531);





/** In this order they are made; none needs another, since what they name follows from the project's name. */
const templateNames = ['network', 'cluster', 'access', 'clock'];
function stackName(project, template) {
    return `headgate-${project}-${template}`;
}
async function loadTemplates() {
    return Promise.all(templateNames.map(load));
}
async function load(name) {
    const text = await packageFile(`infrastructure/${name}.yml`);
    // The tags of CloudFormation mean nothing here: only names and defaults of parameters are read.
    const { Parameters } = (0,yaml__WEBPACK_IMPORTED_MODULE_3__/* .parse */ .qg)(text, { logLevel: 'silent' });
    const parameters = Object.entries(Parameters).map(([parameter, { Default }]) => [parameter, Default === undefined ? undefined : String(Default)]);
    return { name, text, parameters: new Map(parameters) };
}
/** A file of Headgate's package: two folders above the bundle, three above this source. */
async function packageFile(file) {
    const here = node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname((0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(import.meta.url));
    for (const up of ['../..', '../../..']) {
        const candidate = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(here, up, file);
        const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(candidate, 'utf8').catch(() => undefined);
        if (text !== undefined)
            return text;
    }
    const message = `${file} of Headgate's package is missing.`;
    throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .RefusedError */ .fk({ code: 'E_TEMPLATE', message, fix: 'Install Headgate again.' });
}


/***/ }),

/***/ 2893:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   performTeardown: () => (/* binding */ performTeardown)
/* harmony export */ });
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2531);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(973);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9988);
/* harmony import */ var _setup_templates_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9109);




/** Removes the stacks of the project, the last made first. Logs stay; so does what git remembers. */
async function performTeardown(site, stacks, request) {
    const { world, project } = site;
    const parts = [];
    for (const template of [..._setup_templates_js__WEBPACK_IMPORTED_MODULE_2__/* .templateNames */ .VQ].reverse()) {
        const name = (0,_setup_templates_js__WEBPACK_IMPORTED_MODULE_2__/* .stackName */ .Qx)(project.name, template);
        if ((await stacks.find(name)) !== undefined)
            parts.push({ template, resources: await stacks.resources(name) });
    }
    await assertIdle(site, stacks);
    if (request.isConfirmed)
        for (const { template } of parts) {
            const name = (0,_setup_templates_js__WEBPACK_IMPORTED_MODULE_2__/* .stackName */ .Qx)(project.name, template);
            world.log.info(`${name}: is being removed`);
            await stacks.remove(name);
        }
    return outcome(parts, request.isConfirmed);
}
/** The cluster knows of ECS tasks that state forgot, and state of runs that wait for their next attempt. */
async function assertIdle({ world, project }, stacks) {
    const { state } = await world.state.load(world.clock.now());
    const open = [...state.runs.values()].filter((run) => !(0,_core_run_js__WEBPACK_IMPORTED_MODULE_3__/* .isEnded */ .pl)(run)).length;
    const running = await stacks.countRunning(project.aws?.cluster ?? `headgate-${project.name}`);
    if (open === 0 && running === 0)
        return;
    const message = `${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_1__/* .countWords */ .rj)(open, 'run')} open, ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_1__/* .countWords */ .rj)(running, 'ECS task')} running.`;
    const fix = 'Pause the flows, let their runs end or cancel them, and tick until nothing is open.';
    throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedError */ .fk({ code: 'E_ACTIVE', message, fix });
}
function outcome(parts, isCarriedOut) {
    const lines = parts.flatMap(({ template, resources }) => [
        `${template}: ${isCarriedOut ? 'removed' : 'would go'}`,
        ...resources.map(({ type, resource }) => `  ${staysAsLog(type) ? '=' : '-'} ${resource} (${type})`),
    ]);
    const last = isCarriedOut
        ? 'Log groups (=) stay, and cost what they hold; delete them by hand. Remove `aws` from headgate.yml and the variables of the repository.'
        : 'Nothing was removed. Log groups (=) would stay. With --yes it is carried out.';
    return {
        exitCode: _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.done,
        document: { verb: 'teardown', isOk: true, isCarriedOut, stacks: parts.map(({ template }) => template) },
        text: parts.length === 0 ? 'There are no stacks of this project.\n' : `${lines.join('\n')}\n\n${last}\n`,
    };
}
function staysAsLog(type) {
    return type === 'AWS::Logs::LogGroup';
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
