export const id = 413;
export const ids = [413,731];
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

/***/ 2794:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseGiven: () => (/* binding */ parseGiven),
  performSetup: () => (/* binding */ performSetup)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/adapters/git/repository.ts
var repository = __webpack_require__(7854);
// EXTERNAL MODULE: ./src/doors/verbs/validate.ts
var validate = __webpack_require__(3731);
;// CONCATENATED MODULE: ./src/doors/setup/facts.ts



/** What setting up needs to know, gathered from the project, git, GitHub and AWS. */
async function factsOf({ site, stacks, environment }) {
    const { project, world } = site;
    const { manifests } = await (0,validate.validFlows)(site);
    const logs = [
        ['cluster', `/headgate/${project.name}`],
        ['clock', `/headgate/${project.name}/events`],
    ];
    const kept = new Set();
    for (const [template, group] of logs)
        if (await stacks.hasLogGroup(group))
            kept.add(template);
    const github = await githubFacts({ root: site.root, environment, clock: world.clock });
    return { project: project.name, manifests, keptLogs: kept, github };
}
/** Names come from git alone; the numbers, which no renaming changes, only GitHub knows. */
async function githubFacts({ root, environment, clock, }) {
    const origin = await (0,repository/* originOf */.y)(root);
    const [owner, name] = origin?.repository.split('/') ?? [];
    if (origin === undefined || owner === undefined || name === undefined)
        return new Map();
    const names = new Map([
        ['Owner', owner],
        ['Repository', name],
    ]);
    const token = environment['GITHUB_TOKEN'] || environment['GH_TOKEN'];
    if (token === undefined || token === '')
        return names;
    const { readIdentity } = await Promise.all(/* import() */[__webpack_require__.e(903), __webpack_require__.e(335)]).then(__webpack_require__.bind(__webpack_require__, 4335));
    const found = await readIdentity({
        token,
        repository: origin.repository,
        apiUrl: environment['GITHUB_API_URL'] || apiUrlOf(origin.serverUrl),
        clock,
    });
    if (found === undefined)
        return names;
    return new Map([
        // In GitHub's own upper and lower case: the subject of a token is compared to the letter.
        ['Owner', found.owner],
        ['Repository', found.name],
        ['OwnerId', String(found.ownerId)],
        ['RepositoryId', String(found.id)],
        ['DefaultBranch', found.defaultBranch],
    ]);
}
function apiUrlOf(serverUrl) {
    return serverUrl === 'https://github.com' ? 'https://api.github.com' : `${serverUrl}/api/v3`;
}
/** The values of `aws` in headgate.yml, as the stacks say them. */
function placementOf(region, stacks) {
    return {
        region,
        cluster: outputOf(stacks, 'cluster', 'Cluster'),
        subnets: outputOf(stacks, 'network', 'Subnets').split(','),
        'security-groups': outputOf(stacks, 'network', 'SecurityGroups').split(','),
        'assign-public-ip': outputOf(stacks, 'network', 'AssignPublicIp') === 'true',
        'execution-role': outputOf(stacks, 'cluster', 'ExecutionRole'),
        'task-role': outputOf(stacks, 'cluster', 'TaskRole'),
        'log-group': outputOf(stacks, 'cluster', 'LogGroup'),
        'event-log-group': outputOf(stacks, 'clock', 'EventLogGroup'),
    };
}
/** The variables of the repository that the workflows read. */
function variablesOf(region, stacks) {
    return {
        AWS_REGION: region,
        AWS_DEPLOY_ROLE: outputOf(stacks, 'access', 'DeployRole'),
        AWS_TICK_ROLE: outputOf(stacks, 'access', 'TickRole'),
        ECR_REPOSITORY: outputOf(stacks, 'cluster', 'ImageRepository'),
    };
}
function outputOf(stacks, template, name) {
    const value = stacks.get(template)?.outputs.get(name);
    if (value !== undefined && value !== '')
        return value;
    const message = `The stack has no output ${name}.`;
    throw new problem/* RefusedError */.fk({ code: 'E_STACK', field: template, message, fix: 'Look at it in CloudFormation.' });
}

// EXTERNAL MODULE: ./src/core/quote.ts
var quote = __webpack_require__(1748);
;// CONCATENATED MODULE: ./src/doors/setup/parameters.ts


/**
 * The values of a template's parameters. What was asked for counts most, then what follows from the project, then what
 * the stack has, then the template's default, which is left to CloudFormation.
 */
function parametersOf(template, facts, { given, before }) {
    const derived = derivedOf(template.name, facts, before);
    const values = new Map();
    for (const [name, otherwise] of template.parameters) {
        const value = given.get(name) ?? derived.get(name) ?? before?.parameters.get(name);
        if (value !== undefined && value !== otherwise)
            values.set(name, value);
    }
    return values;
}
function derivedOf(template, facts, before) {
    const isKept = before === undefined && facts.keptLogs.has(template);
    const secrets = facts.manifests.flatMap((manifest) => Object.values(manifest.workload.secrets));
    const roles = facts.manifests.flatMap(({ workload }) => workload.taskRole ?? []);
    return new Map([
        ['Project', facts.project],
        ...facts.github,
        ['Secrets', listOf(secrets.filter((arn) => arn.includes(':secretsmanager:')).map(secretItself))],
        ['SecretParameters', listOf(secrets.filter((arn) => arn.includes(':ssm:')))],
        ['FlowRoles', listOf(roles)],
        ...(isKept
            ? [
                ['LogGroup', 'existing'],
                ['EventLogGroup', 'existing'],
            ]
            : []),
    ]);
}
/** A flow may name one key of a secret; the permission is for the secret. */
function secretItself(arn) {
    return arn.split(':').slice(0, 7).join(':');
}
function listOf(values) {
    return [...new Set(values)].sort().join(',');
}
/** Names that no template has, and values that none can do without: all of it at once. */
function assertComplete(chosen, given) {
    const known = new Set(chosen.flatMap(({ template }) => [...template.parameters.keys()]));
    const problems = [...given.keys()]
        .filter((name) => !known.has(name))
        .map((name) => ({
        code: 'E_UNKNOWN_KEY',
        field: 'set',
        message: `No template has a parameter ${(0,quote/* quote */.h)(name)}.`,
        fix: `They are: ${[...known].sort().join(', ')}.`,
    }));
    const missing = chosen.flatMap(({ template, values }) => [...template.parameters]
        .filter(([name, otherwise]) => otherwise === undefined && !values.has(name))
        .map(([name]) => name));
    for (const name of new Set(missing))
        problems.push({
            code: 'E_REQUIRED',
            field: 'set',
            message: `${name} is not known here.`,
            fix: `Give GITHUB_TOKEN and a remote "origin" on GitHub, or --set ${name}=….`,
        });
    if (problems.length > 0)
        throw new problem/* InputError */.dz(problems);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ../../node_modules/yaml/dist/index.js
var dist = __webpack_require__(3483);
;// CONCATENATED MODULE: ./src/doors/setup/project-file.ts


/**
 * Writes `aws` into headgate.yml if it is not there. What a person wrote stays as it is, and what differs is said: a
 * list of subnets may well be meant.
 */
async function writePlacement(file, project, placement) {
    const before = await (0,promises_.readFile)(file, 'utf8').catch(() => `project: ${project}\n`);
    const document = (0,dist/* parseDocument */.Tp)(before);
    const written = document.get('aws');
    if ((0,dist/* isMap */.jh)(written))
        return differences(written.toJSON(), placement);
    const aws = document.createNode(placement);
    (0,dist/* visit */.YR)(aws, {
        Seq: (_, list) => {
            list.flow = true;
        },
    });
    document.set('aws', aws);
    await (0,promises_.writeFile)(file, document.toString({ lineWidth: 0 }));
    return [];
}
function differences(written, placement) {
    return Object.entries(placement)
        .filter(([key, value]) => JSON.stringify(written[key]) !== JSON.stringify(value))
        .map(([key, value]) => `aws.${key} is ${JSON.stringify(written[key]) ?? 'not there'}; the stacks say ${JSON.stringify(value)}.`);
}

// EXTERNAL MODULE: ./src/doors/setup/templates.ts
var templates = __webpack_require__(9109);
;// CONCATENATED MODULE: ./src/doors/verbs/setup.ts






/** Makes or changes the stacks of the project: shows what would change, and, where that is confirmed, carries it out. */
async function performSetup(sources, request) {
    const { site, stacks } = sources;
    const facts = await factsOf(sources);
    const chosen = [];
    for (const template of await (0,templates/* loadTemplates */.K8)()) {
        const before = await stacks.find((0,templates/* stackName */.Qx)(facts.project, template.name));
        chosen.push({ template, values: parametersOf(template, facts, { given: request.given, before }) });
    }
    assertComplete(chosen, request.given);
    const steps = await proposeAll(site, stacks, chosen);
    if (!request.isConfirmed) {
        for (const { proposal } of steps)
            if (proposal !== undefined)
                await stacks.discard(proposal);
        return shown(steps);
    }
    const after = await executeAll(site, stacks, steps);
    const file = external_node_path_default().join(sources.site.root, request.config);
    const placement = placementOf(request.region, after);
    const differences = await writePlacement(file, facts.project, placement);
    return done({ steps, after, differences, region: request.region });
}
async function proposeAll({ world, project }, stacks, chosen) {
    const steps = [];
    try {
        for (const { template, values: parameters } of chosen) {
            const name = (0,templates/* stackName */.Qx)(project.name, template.name);
            world.log.info(`${name}: what would change?`);
            const proposal = await stacks.propose({ name, template: template.text, parameters });
            steps.push({ template: template.name, proposal });
        }
        return steps;
    }
    catch (error) {
        // Half a proposal is none, and should leave nothing behind.
        for (const { proposal } of steps)
            if (proposal !== undefined)
                await stacks.discard(proposal);
        throw error;
    }
}
async function executeAll({ world, project }, stacks, steps) {
    const after = new Map();
    for (const { template, proposal } of steps) {
        const name = (0,templates/* stackName */.Qx)(project.name, template);
        world.log.info(`${name}: ${proposal === undefined ? 'is as it should be' : 'is being changed'}`);
        const stack = proposal === undefined ? await stacks.find(name) : await stacks.execute(proposal);
        if (stack !== undefined)
            after.set(template, stack);
    }
    return after;
}
function shown(steps) {
    const isNothing = steps.every(({ proposal }) => proposal === undefined);
    const last = isNothing
        ? 'There is nothing to change.'
        : 'Nothing was changed. With --yes it is carried out.';
    return {
        exitCode: problem/* exitCodes */.hS.done,
        document: { verb: 'setup', isOk: true, isCarriedOut: false, stacks: steps.map(stepDocument) },
        text: `${steps.flatMap(stepLines).join('\n')}\n\n${last}\n`,
    };
}
function done({ steps, after, differences, region }) {
    const variables = variablesOf(region, after);
    const address = after.get('network')?.outputs.get('OutgoingAddress');
    const lines = [
        ...steps.flatMap(stepLines),
        '',
        ...(differences.length === 0 ? ['headgate.yml has the values of the stacks. Commit it.'] : differences),
        ...(address === undefined ? [] : [`Flows come from ${address}.`]),
        'Set the variables of the repository, once:',
        ...Object.entries(variables).map(([name, value]) => `  gh variable set ${name} --body ${value}`),
        'In its settings let only the default branch deploy to the environment "production".',
    ];
    return {
        exitCode: problem/* exitCodes */.hS.done,
        document: {
            verb: 'setup',
            isOk: true,
            isCarriedOut: true,
            stacks: steps.map(stepDocument),
            variables,
            outgoingAddress: address ?? null,
            differences: [...differences],
        },
        text: `${lines.join('\n')}\n`,
    };
}
function stepDocument({ template, proposal }) {
    const changes = (proposal?.changes ?? []).map((change) => ({ ...change }));
    return { template, isNew: proposal?.isNew ?? false, changes };
}
const signs = { Add: '+', Modify: '~', Remove: '-' };
function stepLines({ template, proposal }) {
    if (proposal === undefined)
        return [`${template}: nothing to change`];
    return [
        `${template}: ${proposal.isNew ? 'new' : 'changed'}`,
        ...proposal.changes.map(({ action, type, resource, isReplaced }) => `  ${signs[action] ?? action} ${resource} (${type})${isReplaced ? ', made anew' : ''}`),
    ];
}
/** `Name=value`, each once. */
function parseGiven(pairs) {
    const given = new Map();
    for (const pair of pairs) {
        const [, name, value] = /^([A-Za-z][A-Za-z0-9]*)=(.*)$/s.exec(pair) ?? [];
        if (name === undefined || value === undefined || given.has(name)) {
            const message = `${JSON.stringify(pair)} is not a parameter and its value, or is given twice.`;
            throw new problem/* InputError */.dz([
                { code: 'E_PARAM_PAIR', field: 'set', message, fix: 'Write --set Egress=nat-instance.' },
            ]);
        }
        given.set(name, value);
    }
    return given;
}


/***/ }),

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
