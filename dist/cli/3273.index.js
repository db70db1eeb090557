export const id = 3273;
export const ids = [3273,3731,7620];
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

/***/ 5569:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ht: () => (/* binding */ variablesOf),
/* harmony export */   po: () => (/* binding */ apiUrlOf),
/* harmony export */   xS: () => (/* binding */ factsOf),
/* harmony export */   xc: () => (/* binding */ placementOf)
/* harmony export */ });
/* harmony import */ var _adapters_git_repository_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7854);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2531);
/* harmony import */ var _verbs_validate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3731);
/* harmony import */ var _templates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9109);




const issuer = 'token.actions.githubusercontent.com';
/** What setting up needs to know, gathered from the project, git, GitHub and AWS. */
async function factsOf({ site, stacks, environment }, known) {
    const { project, world } = site;
    const { manifests } = await (0,_verbs_validate_js__WEBPACK_IMPORTED_MODULE_2__/* .validFlows */ .k)(site);
    const logs = [
        ['cluster', `/headgate/${project.name}`],
        ['clock', `/headgate/${project.name}/events`],
    ];
    const kept = new Set();
    for (const [template, group] of logs)
        if (await stacks.hasLogGroup(group))
            kept.add(template);
    const github = await githubFacts({ root: site.root, environment, clock: world.clock });
    // The stack's own would be found too, and must not be mistaken for somebody else's: handing it over would remove it.
    const isAsked = !known.found.has('access') && !known.given.has('OidcProvider');
    const identityProvider = isAsked ? await stacks.findIdentityProvider(issuer) : undefined;
    const admin = await stacks.find((0,_templates_js__WEBPACK_IMPORTED_MODULE_3__/* .adminStackName */ .Jd)(project.name));
    const boundary = admin?.outputs.get('Boundary');
    return { project: project.name, manifests, keptLogs: kept, identityProvider, boundary, github };
}
/** Names come from git alone; the numbers, which no renaming changes, only GitHub knows. */
async function githubFacts({ root, environment, clock, }) {
    const origin = await (0,_adapters_git_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .originOf */ .yv)(root);
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
    const { readIdentity } = await Promise.all(/* import() */[__webpack_require__.e(5903), __webpack_require__.e(4631)]).then(__webpack_require__.bind(__webpack_require__, 4631));
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
    // There is one only where a token for GitHub was given.
    const clock = stacks.get('clock')?.outputs.get('Clock');
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
        ...(clock === undefined ? {} : { clock }),
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
    throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .RefusedError */ .fk({ code: 'E_STACK', field: template, message, fix: 'Look at it in CloudFormation.' });
}


/***/ }),

/***/ 7620:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ assertComplete),
/* harmony export */   m: () => (/* binding */ parametersOf),
/* harmony export */   parseGiven: () => (/* binding */ parseGiven)
/* harmony export */ });
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2531);
/* harmony import */ var _core_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1748);


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
        ...(facts.identityProvider === undefined ? [] : [['OidcProvider', facts.identityProvider]]),
        ...(facts.boundary === undefined ? [] : [['Boundary', facts.boundary]]),
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
        message: `No template has a parameter ${(0,_core_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(name)}.`,
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
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(problems);
}
/** `Name=value`, each once. */
function parseGiven(pairs) {
    const given = new Map();
    for (const pair of pairs) {
        const [, name, value] = /^([A-Za-z][A-Za-z0-9]*)=(.*)$/s.exec(pair) ?? [];
        if (name === undefined || value === undefined || given.has(name)) {
            const message = `${JSON.stringify(pair)} is not a parameter and its value, or is given twice.`;
            throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz([
                { code: 'E_PARAM_PAIR', field: 'set', message, fix: 'Write --set Egress=nat-instance.' },
            ]);
        }
        given.set(name, value);
    }
    return given;
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

/***/ 3273:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  performSetup: () => (/* binding */ performSetup)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/core/digest.ts
var digest = __webpack_require__(3298);
// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(6970);
// EXTERNAL MODULE: ./src/doors/setup/approval.ts
var approval = __webpack_require__(2379);
// EXTERNAL MODULE: ./src/doors/setup/facts.ts
var setup_facts = __webpack_require__(5569);
// EXTERNAL MODULE: ./src/doors/setup/parameters.ts
var parameters = __webpack_require__(7620);
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
        return { differences: differences(written.toJSON(), placement), text: undefined };
    const aws = document.createNode(placement);
    (0,dist/* visit */.YR)(aws, {
        Seq: (_, list) => {
            list.flow = true;
        },
    });
    document.set('aws', aws);
    const text = document.toString({ lineWidth: 0 });
    await (0,promises_.writeFile)(file, text);
    return { differences: [], text };
}
function differences(written, placement) {
    return Object.entries(placement)
        .filter(([key, value]) => JSON.stringify(written[key]) !== JSON.stringify(value))
        .map(([key, value]) => `aws.${key} is ${JSON.stringify(written[key]) ?? 'not there'}; the stacks say ${JSON.stringify(value)}.`);
}

// EXTERNAL MODULE: ./src/doors/setup/templates.ts
var templates = __webpack_require__(9109);
;// CONCATENATED MODULE: ./src/doors/setup/standing.ts


/** The stacks of a project as they stand. */
async function standingStacks(project, stacks) {
    const found = new Map();
    for (const template of templates/* templateNames */.VQ) {
        const stack = await stacks.find((0,templates/* stackName */.Qx)(project, template));
        if (stack !== undefined)
            found.set(template, stack);
    }
    return found;
}
/** Refuses stacks that CloudFormation would not change, and says of the first what to do: its own words are "cannot be updated". */
async function assertChangeable(found, stacks, region) {
    for (const stack of found.values()) {
        const advice = adviceOn(stack, region);
        if (advice === undefined)
            continue;
        const isBusy = stack.status.endsWith('_IN_PROGRESS');
        const reason = isBusy ? 'something is at work on it.' : await stacks.failureOf(stack.name);
        const message = `It is ${stack.status}: ${reason}`;
        throw new problem/* RefusedError */.fk({ code: 'E_STACK', field: stack.name, message, fix: advice });
    }
}
/** The states of https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html that end a stack. */
function adviceOn({ name, status }, region) {
    if (/^(?:CREATE|UPDATE|UPDATE_ROLLBACK|IMPORT|IMPORT_ROLLBACK)_COMPLETE$/.test(status))
        return undefined;
    const again = 'and run the command again.';
    if (status.endsWith('_IN_PROGRESS'))
        return `Wait until it has ended, ${again}`;
    if (status === 'UPDATE_ROLLBACK_FAILED')
        return `Mend that, \`aws cloudformation continue-update-rollback --stack-name ${name} --region ${region}\`, ${again}`;
    return `Mend that, \`aws cloudformation delete-stack --stack-name ${name} --region ${region}\` removes what is left of it, ${again}`;
}

;// CONCATENATED MODULE: ./src/doors/verbs/setup.ts










/** Makes or changes the stacks of the project: shows what would change, and, where that is confirmed, carries it out. */
async function performSetup(sources, request) {
    const { site, stacks } = sources;
    const found = await standingStacks(site.project.name, stacks);
    await assertChangeable(found, stacks, request.region);
    const facts = await (0,setup_facts/* factsOf */.xS)(sources, { found, given: request.given });
    const chosen = (await (0,templates/* loadTemplates */.K8)()).map((template) => {
        const before = found.get(template.name);
        return { template, values: (0,parameters/* parametersOf */.m)(template, facts, { given: request.given, before }) };
    });
    (0,parameters/* assertComplete */.Q)(chosen, request.given);
    const steps = await proposeAll(site, stacks, chosen);
    const digest = (0,approval/* digestOf */.o)(steps.map(seenOf));
    if (!request.isConfirmed) {
        await discardAll(stacks, steps);
        return shown(steps, digest);
    }
    const after = await executeAll({ site, stacks, found }, steps, () => (0,approval/* assertApproved */.G)(digest, request.approved));
    const file = external_node_path_default().join(sources.site.root, request.config);
    const placement = (0,setup_facts/* placementOf */.xc)(request.region, after);
    const written = await writePlacement(file, facts.project, placement);
    return done({ steps, after, written, request, digest });
}
/** Half a proposal is none, and should leave nothing behind. */
async function discardAll(stacks, steps) {
    for (const { proposal } of steps)
        if (proposal !== undefined)
            await stacks.discard(proposal);
}
async function proposeAll({ world, project }, stacks, chosen) {
    const steps = [];
    try {
        for (const { template, values } of chosen) {
            const name = (0,templates/* stackName */.Qx)(project.name, template.name);
            world.log.info(`${name}: what would change?`);
            const proposal = await stacks.propose({ name, template: template.text, parameters: values });
            steps.push({ template, values, proposal });
        }
        return steps;
    }
    catch (error) {
        await discardAll(stacks, steps);
        throw error;
    }
}
/** In their order; where one fails, those before it stay as they are now, and those after it are not begun. */
async function executeAll({ site: { world, project }, stacks, found }, steps, assertWanted) {
    const after = new Map(found);
    let count = 0;
    try {
        assertWanted();
        for (const { template, proposal } of steps) {
            const name = (0,templates/* stackName */.Qx)(project.name, template.name);
            world.log.info(`${name}: ${proposal === undefined ? 'is as it should be' : 'is being changed'}`);
            count += 1;
            if (template.name === 'cluster' && proposal?.isNew === true)
                await prepareAccount(world, stacks);
            if (proposal !== undefined)
                after.set(template.name, await stacks.execute(proposal));
        }
        return after;
    }
    catch (error) {
        await discardAll(stacks, steps.slice(count));
        throw error;
    }
}
/** Whoever may not make the role may still make the cluster, if the account has the role from another one. */
async function prepareAccount({ log }, stacks) {
    try {
        await stacks.createServiceRole();
    }
    catch (error) {
        if (!(error instanceof problem/* RefusedError */.fk))
            throw error;
        log.warn((0,problem/* describeProblem */.BJ)({
            code: 'W_SERVICE_ROLE',
            message: `The role that ECS acts with could not be made: ${error.problem.message}.`,
            fix: 'If the cluster fails for want of it, let an administrator run `aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com`, and run `setup` again.',
        }));
    }
}
/** All that a person who approves relies on: the change sets, and what they were made from. */
function seenOf({ template, values, proposal }) {
    const changes = (proposal?.changes ?? []).map((change) => ({ ...change }));
    return {
        template: template.name,
        text: (0,digest/* sha256 */.s)(template.text),
        values: Object.fromEntries(values),
        isNew: proposal?.isNew ?? false,
        changes: changes.sort((one, other) => (one.resource < other.resource ? -1 : 1)),
    };
}
function shown(steps, digest) {
    const isNothing = steps.every(({ proposal }) => proposal === undefined);
    const what = steps.flatMap(stepLines).join('\n');
    const last = isNothing
        ? 'There is nothing to change.'
        : 'Nothing was changed. With --yes it is carried out.';
    return {
        exitCode: problem/* exitCodes */.hS.done,
        document: { verb: 'setup', isOk: true, isCarriedOut: false, digest, stacks: steps.map(stepDocument) },
        text: `${what}\n\n${last}\n`,
        summary: `## What setting up would ${isNothing ? 'change: nothing' : 'change'}\n\n${(0,report_text/* codeBlock */.DV)(what)}\n`,
    };
}
function done({ steps, after, written, request: { region, config }, digest }) {
    const variables = (0,setup_facts/* variablesOf */.ht)(region, after);
    const address = after.get('network')?.outputs.get('OutgoingAddress');
    const { differences } = written;
    const lines = [
        ...steps.flatMap(stepLines),
        '',
        ...(differences.length === 0 ? [`${config} has the values of the stacks. Commit it.`] : differences),
        ...(address === undefined ? [] : [`Flows come from ${address}.`]),
        'Set the variables of the repository, once:',
        ...Object.entries(variables).map(([name, value]) => `  gh variable set ${name} --body ${value}`),
        'In its settings let only the default branch deploy to the environment "production".',
    ];
    const file = written.text === undefined ? '' : `\n### ${config}\n\n${(0,report_text/* codeBlock */.DV)(written.text.trimEnd())}\n`;
    return {
        exitCode: problem/* exitCodes */.hS.done,
        document: {
            verb: 'setup',
            isOk: true,
            isCarriedOut: true,
            digest,
            stacks: steps.map(stepDocument),
            variables,
            outgoingAddress: address ?? null,
            differences: [...differences],
        },
        text: `${lines.join('\n')}\n`,
        summary: `## Set up\n\n${(0,report_text/* codeBlock */.DV)(lines.join('\n'))}\n${file}`,
    };
}
function stepDocument({ template, proposal }) {
    const changes = (proposal?.changes ?? []).map((change) => ({ ...change }));
    return { template: template.name, isNew: proposal?.isNew ?? false, changes };
}
const signs = { Add: '+', Modify: '~', Remove: '-' };
function stepLines({ template, proposal }) {
    if (proposal === undefined)
        return [`${template.name}: nothing to change`];
    return [
        `${template.name}: ${proposal.isNew ? 'new' : 'changed'}`,
        ...proposal.changes.map(({ action, type, resource, isReplaced }) => `  ${signs[action] ?? action} ${resource} (${type})${isReplaced ? ', made anew' : ''}`),
    ];
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


/***/ })

};
