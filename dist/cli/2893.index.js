export const id = 2893;
export const ids = [2893];
export const modules = {

/***/ 2379:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ assertApproved),
/* harmony export */   o: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var _core_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3298);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7136);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2531);



/** One name for what was shown, so that what is carried out later can be held against it. */
function digestOf(shown) {
    return (0,_core_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)((0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .d)(shown));
}
/** Whoever approved has seen the one digest; if the world has changed since, that was not what they approved. */
function assertApproved(digest, approved) {
    if (approved === undefined || approved === digest)
        return;
    const message = `What would be done now (${digest.slice(0, 12)}) is not what was approved (${approved.slice(0, 12)}).`;
    const fix = 'Look at it again, without --yes, and approve that.';
    throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .RefusedError */ .fk({ code: 'E_NOT_APPROVED', field: 'approved', message, fix });
}


/***/ }),

/***/ 9109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jd: () => (/* binding */ adminStackName),
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
/** Made by a person from admin.yml, if they want the workflows to set up and tear down; neither makes nor removes it. */
function adminStackName(project) {
    return `headgate-${project}-admin`;
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
/** A file of Headgate's package: one folder above the action's bundle, two above the command's, three above this source. */
async function packageFile(file) {
    const here = node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname((0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(import.meta.url));
    for (const up of ['..', '../..', '../../..']) {
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
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(973);
/* harmony import */ var _report_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6970);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9988);
/* harmony import */ var _setup_approval_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2379);
/* harmony import */ var _setup_templates_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9109);






const endThem = 'Pause the flows, let their runs end or cancel them, and tick until nothing is open.';
/** Removes the stacks of the project, the last made first. Logs stay; so does what git remembers. */
async function performTeardown(site, stacks, request) {
    const { project } = site;
    const parts = [];
    for (const template of [..._setup_templates_js__WEBPACK_IMPORTED_MODULE_4__/* .templateNames */ .VQ].reverse()) {
        const name = (0,_setup_templates_js__WEBPACK_IMPORTED_MODULE_4__/* .stackName */ .Qx)(project.name, template);
        if ((await stacks.find(name)) !== undefined)
            parts.push({ template, resources: await stacks.resources(name) });
    }
    if (parts.length > 0)
        await assertIdle(site, stacks, endThem);
    const digest = (0,_setup_approval_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .o)(parts.map(({ template, resources }) => ({ template, resources: [...resources] })));
    if (request.isConfirmed) {
        (0,_setup_approval_js__WEBPACK_IMPORTED_MODULE_3__/* .assertApproved */ .G)(digest, request.approved);
        await removeAll(site, stacks);
    }
    return outcome(parts, { isCarriedOut: request.isConfirmed, digest });
}
/** Also what a change set that nobody carried out has left of a stack; what is not there is no work. */
async function removeAll(site, stacks) {
    for (const template of [..._setup_templates_js__WEBPACK_IMPORTED_MODULE_4__/* .templateNames */ .VQ].reverse()) {
        // Without `access` nothing new can start; what started while the first look was taken is seen here.
        if (template === 'cluster')
            await assertIdle(site, stacks, 'Wait for them or stop them in ECS, and run the command again.');
        const name = (0,_setup_templates_js__WEBPACK_IMPORTED_MODULE_4__/* .stackName */ .Qx)(site.project.name, template);
        site.world.log.info(`${name}: is being removed`);
        await stacks.remove(name);
    }
}
/** The cluster knows of ECS tasks that state forgot, and state of runs that wait for their next attempt. */
async function assertIdle({ world, project }, stacks, fix) {
    const { state } = await world.state.load(world.clock.now());
    const open = [...state.runs.values()].filter((run) => !(0,_core_run_js__WEBPACK_IMPORTED_MODULE_5__/* .isEnded */ .pl)(run)).length;
    const running = await stacks.countRunning(project.aws?.cluster ?? `headgate-${project.name}`);
    if (open === 0 && running === 0)
        return;
    const message = `${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_2__/* .countWords */ .rj)(open, 'run')} open, ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_2__/* .countWords */ .rj)(running, 'ECS task')} running.`;
    throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedError */ .fk({ code: 'E_ACTIVE', message, fix });
}
function outcome(parts, { isCarriedOut, digest }) {
    const lines = parts.flatMap(({ template, resources }) => [
        `${template}: ${isCarriedOut ? 'removed' : 'would go'}`,
        ...resources.map(({ type, resource }) => `  ${isKept(type) ? '=' : '-'} ${resource} (${type})`),
    ]);
    const last = isCarriedOut
        ? 'What has a = stays: logs cost what they hold, the identity provider nothing. Remove `aws` from headgate.yml and the variables of the repository.'
        : 'Nothing was removed. What has a = would stay. With --yes it is carried out.';
    const shown = parts.length === 0 ? 'There are no stacks of this project.' : `${lines.join('\n')}\n\n${last}`;
    return {
        exitCode: _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.done,
        document: {
            verb: 'teardown',
            isOk: true,
            isCarriedOut,
            digest,
            stacks: parts.map(({ template }) => template),
        },
        text: `${shown}\n`,
        summary: `## ${isCarriedOut ? 'Torn down' : 'What tearing down would remove'}\n\n${(0,_report_text_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)(shown)}\n`,
    };
}
/** Logs are what remains of the runs; another project of the account may use the identity provider, of which it has one. */
function isKept(type) {
    return type === 'AWS::Logs::LogGroup' || type === 'AWS::IAM::OIDCProvider';
}


/***/ })

};
