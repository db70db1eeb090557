export const id = 748;
export const ids = [748];
export const modules = {

/***/ 9197:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ taskFieldsOf),
/* harmony export */   w: () => (/* binding */ fieldChanges)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3298);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7136);


const mostNames = 24;
const longestValue = 160;
const hashLength = 8;
const freeStorageGiB = 20;
function taskFieldsOf({ workload, policy }, { aws }) {
    const { resources, program, dockerfile } = workload;
    const fields = {
        program: short(program.kind === 'entrypoint' ? program.file : (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(program.argv)),
        dockerfile: short(dockerfile ?? 'the project\u2019s'),
        'resources.cpu': String(resources.cpu),
        'resources.memory': `${resources.memoryMiB} MiB`,
        'resources.storage': `${resources.storageGiB ?? freeStorageGiB} GiB`,
        'resources.architecture': resources.architecture,
        'timeout.run': `${policy.timeout.runSeconds} s`,
        ...namesOf('environment', workload.environment),
        ...namesOf('secrets', workload.secrets),
    };
    if (aws === undefined)
        return fields;
    const taskRole = workload.taskRole ?? aws.taskRole;
    return {
        ...fields,
        'task-role': short(taskRole ?? 'none'),
        'aws.execution-role': short(aws.executionRole),
        'aws.log-group': short(aws.logGroup),
        'aws.region': short(aws.region),
    };
}
/** Too many names to keep them one by one are kept as one. */
function namesOf(key, values) {
    const names = Object.keys(values);
    if (names.length > mostNames)
        return { [key]: `${names.length} names, ${hashOf((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(values))}` };
    return Object.fromEntries(names.map((name) => [`${key}.${name}`, hashOf(values[name] ?? '')]));
}
function hashOf(value) {
    return `#${(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(value).slice(0, hashLength)}`;
}
function short(value) {
    return value.length <= longestValue ? value : `${value.slice(0, longestValue)}\u2026 ${hashOf(value)}`;
}
/** The fields in which two definitions differ, by name. */
function fieldChanges(before, after) {
    const own = (fields, field) => Object.hasOwn(fields, field) ? fields[field] : undefined;
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((field) => {
        const [was, is] = [own(before, field), own(after, field)];
        if (was === is)
            return [];
        return [
            {
                field,
                ...(was === undefined ? {} : { before: was }),
                ...(is === undefined ? {} : { after: is }),
            },
        ];
    });
}


/***/ }),

/***/ 8748:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ deploy)
});

// EXTERNAL MODULE: ./src/core/deployment.ts
var deployment = __webpack_require__(197);
// EXTERNAL MODULE: ./src/core/identity.ts
var identity = __webpack_require__(3484);
// EXTERNAL MODULE: ./src/core/plan.ts + 5 modules
var core_plan = __webpack_require__(4591);
// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __webpack_require__(973);
;// CONCATENATED MODULE: ./src/core/apply-plan.ts




/** The registry after a plan was carried out as far as it could be. The same object if nothing changes. */
function applyPlan({ registry, state, plan, versions, commit, now }) {
    const busy = busyFlows(state);
    const next = (planned) => {
        const known = registry.deployments.get(planned.flow);
        const version = versions.get(planned.flow);
        if (planned.action === 'removed')
            return known === undefined ? undefined : { ...known, retiredAt: now };
        return version === undefined ? known : deploymentOf(planned, known, { version, now });
    };
    const changes = plan.flows
        .filter(core_plan/* isChange */.Xb)
        .map((planned) => [planned.flow, next(planned)])
        .filter(([flow, deployment]) => deployment !== registry.deployments.get(flow));
    if (changes.length === 0)
        return registry;
    const deployments = new Map(registry.deployments);
    for (const [flow, deployment] of changes)
        if (deployment !== undefined)
            deployments.set(flow, deployment);
    for (const [flow, { retiredAt }] of deployments) {
        if (retiredAt !== undefined && !busy.has(flow))
            deployments.delete(flow);
    }
    return { commit, deployments };
}
/** Flows with open runs: these are followed to their end even if the flow goes. */
function busyFlows({ runs }) {
    return new Set([...runs.values()].filter((run) => !(0,core_run/* isEnded */.pl)(run)).map(({ flow }) => flow));
}
function deploymentOf({ flow, desired }, known, { version, now }) {
    const live = known?.retiredAt === undefined ? known : undefined;
    const policy = desired?.manifest.policy ?? known?.policy;
    if (policy === undefined)
        throw new TypeError(`Flow ${flow} is planned without a manifest`);
    const before = known === undefined ? [] : [known.version, ...known.earlier];
    const earlier = before.filter(({ fingerprint }) => fingerprint !== version.fingerprint);
    return {
        flow,
        version,
        deployedAt: now,
        policy,
        ...resourcesOf(desired),
        scheduledSince: sinceWhen(policy, live?.scheduledSince ?? {}, now),
        earlier: earlier.slice(0, deployment/* keptVersions */.CM),
    };
}
function resourcesOf(desired) {
    if (desired === undefined)
        return {};
    const taskFields = desired.fields === undefined ? {} : { taskFields: desired.fields };
    return { resources: desired.manifest.workload.resources, ...taskFields };
}
/** A schedule that stays keeps its start; a new one, or one that was away, starts now: nothing of the past is made up for. */
function sinceWhen({ schedules }, before, now) {
    const keys = schedules.map(identity/* scheduleKey */.rW);
    return Object.fromEntries(keys.map((key) => [key, Object.hasOwn(before, key) ? (before[key] ?? now) : now]));
}

// EXTERNAL MODULE: ./src/core/problem.ts
var core_problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/core/due.ts
var due = __webpack_require__(3758);
// EXTERNAL MODULE: ./src/core/prune.ts
var prune = __webpack_require__(856);
;// CONCATENATED MODULE: ./src/core/removed-slots.ts



/**
 * Accounts for slots of schedules that a deploy takes away: due, not seen by any tick yet, and by no later tick either,
 * because a schedule that is not deployed has no slots.
 */
function accountForRemoved(state, { before, after }, now) {
    const gaps = [...before.deployments.values()].flatMap((deployment) => {
        const { flow, policy, scheduledSince, deployedAt, retiredAt } = deployment;
        if (retiredAt !== undefined)
            return [];
        const next = liveIn(after, flow);
        const kept = new Set(next?.policy.schedules.map(identity/* scheduleKey */.rW));
        const because = next === undefined ? 'flow-removed' : 'schedule-removed';
        return policy.schedules.flatMap((schedule) => {
            const key = (0,identity/* scheduleKey */.rW)(schedule);
            if (kept.has(key))
                return [];
            const since = scheduledSince[key] ?? deployedAt;
            return (0,due/* gapIn */.m)({ flow, schedule }, { after: since > state.mark ? since : state.mark, until: now, outcome: 'skipped', because });
        });
    });
    return gaps.length === 0 ? state : { ...state, gaps: (0,prune/* addGaps */.Vw)(state.gaps, gaps) };
}
function liveIn({ deployments }, flow) {
    const deployment = deployments.get(flow);
    return deployment?.retiredAt === undefined ? deployment : undefined;
}

// EXTERNAL MODULE: ./src/core/wake.ts
var wake = __webpack_require__(8562);
// EXTERNAL MODULE: ./src/report/run-check.ts + 3 modules
var run_check = __webpack_require__(6847);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(6970);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(9988);
;// CONCATENATED MODULE: ./src/report/deploy-check.ts






const mostRows = 300;
const mostReasons = 5;
const mostProblems = 100;
/** What a commit's check list shows of its deploy: what changed, and why. */
function deployCheck(report, outgoing) {
    const isWhole = report.failed.size === 0;
    return {
        name: 'headgate / deploy',
        externalId: `deploy-${report.commit}`,
        commit: report.commit,
        status: { kind: 'completed', conclusion: isWhole ? 'success' : 'failure', at: report.endedAt },
        startedAt: report.startedAt,
        title: outgoing.title(deploySentence(report)),
        summary: deploySummary(report, outgoing),
        annotations: [],
    };
}
/** `2 flows deployed, 1 removed, 1 failed; 40 unchanged.` */
function deploySentence({ plan, deployed, failed }) {
    const removed = plan.flows.filter(({ action }) => action === 'removed').length;
    const unchanged = plan.flows.filter(({ action }) => action === 'unchanged').length;
    const parts = [
        deployed.size === 0 ? undefined : `${(0,words/* countWords */.rj)(deployed.size, 'flow')} deployed`,
        removed === 0 ? undefined : `${removed} removed`,
        failed.size === 0 ? undefined : `${failed.size} failed`,
    ].filter((part) => part !== undefined);
    return `${parts.length === 0 ? 'Nothing deployed' : parts.join(', ')}; ${unchanged} unchanged`;
}
function deploySummary(report, outgoing) {
    const changes = report.plan.flows.filter(core_plan/* isChange */.Xb);
    const rows = changes.slice(0, mostRows).map((flow) => changeRow(report, flow, outgoing));
    const left = changes.length - rows.length;
    const sections = [
        `${outgoing.inline(deploySentence(report))}, in ${(0,words/* durationWords */.Sh)(report.endedAt - report.startedAt)}.`,
        (0,report_text/* table */.tp)(['Flow', 'What', 'Why', 'Revision'], rows) + (left > 0 ? `\n\n… and ${left} more.` : ''),
        problemList('Not deployed', [...report.failed].flatMap(([flow, problems]) => problems.map((problem) => `${flow}: ${(0,core_problem/* describeProblem */.BJ)(problem)}`)), outgoing),
        problemList('Warnings', report.warnings.map(core_problem/* describeProblem */.BJ), outgoing),
    ];
    const text = sections.filter((section) => section !== '').join('\n\n');
    return (0,visible/* cutBytes */.Uw)(`${text}\n`, run_check/* summaryLimitBytes */.fx, '\n\n… (cut)\n');
}
function changeRow(report, { flow, action, reasons }, outgoing) {
    const registration = report.deployed.get(flow);
    const shown = reasons
        .slice(0, mostReasons)
        .map((reason) => outgoing.inline(reason.replaceAll('`', ''), 300));
    const rest = reasons.length > mostReasons ? [`and ${reasons.length - mostReasons} more`] : [];
    const revision = registration === undefined ? '' : outgoing.code(shortRevision(registration.version.revision), 200);
    return [
        outgoing.code(flow),
        whatWords(report, flow, action),
        [...shown, ...rest].join('<br>'),
        registration === undefined ? '' : `${revision} ${registration.how}`,
    ];
}
function whatWords(report, flow, action) {
    if (report.failed.has(flow))
        return `**not deployed** (${action})`;
    return report.retired.includes(flow) ? 'removed; its open runs are followed to their end' : action;
}
/** Of an ARN, what tells two revisions apart. */
function shortRevision(revision) {
    return revision.slice(revision.lastIndexOf('/') + 1);
}
function problemList(title, texts, outgoing) {
    if (texts.length === 0)
        return '';
    const shown = texts.slice(0, mostProblems).map((text) => `- ${outgoing.inline(text)}`);
    const rest = texts.length > mostProblems ? [`- … and ${texts.length - mostProblems} more`] : [];
    return `### ${title}\n\n${[...shown, ...rest].join('\n')}`;
}

// EXTERNAL MODULE: ./src/engine/desired.ts + 1 modules
var engine_desired = __webpack_require__(3637);
// EXTERNAL MODULE: ./src/core/quote.ts
var quote = __webpack_require__(1748);
;// CONCATENATED MODULE: ./src/engine/images.ts



const pinned = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,400}@sha256:[0-9a-f]{64}$/;
/** Name → image, each pinned by its digest. Throws `InputError` for what is not. */
function readImages(given) {
    const entries = typeof given === 'string' ? [[core_plan/* defaultImage */.XS, given]] : Object.entries(given ?? {});
    const problems = entries.flatMap(([name, image]) => {
        const fault = faultOf(image);
        const field = typeof given === 'string' ? 'image' : `image.${name}`;
        return fault === undefined ? [] : [{ ...fault, field }];
    });
    if (problems.length > 0)
        throw new core_problem/* InputError */.dz(problems);
    return new Map(entries);
}
function faultOf(image) {
    if (pinned.test(image))
        return undefined;
    const fix = 'Write repository@sha256: and the 64 hexadecimal digits that the push of the image printed.';
    if (image.includes('@')) {
        return { code: 'E_IMAGE_DIGEST', message: `${(0,quote/* quote */.h)(image, 200)} has no valid SHA-256 digest.`, fix };
    }
    return {
        code: 'E_IMAGE_MUTABLE',
        message: `${(0,quote/* quote */.h)(image, 200)} is not pinned: what its tag means can change after the deploy.`,
        fix,
    };
}
/** Throws `InputError` if an image has to be built first. */
function requireImages({ images }, given) {
    const problems = images
        .filter(({ name }) => !given.has(name))
        .map(({ name, dockerfile, flows }) => {
        const shown = flows.slice(0, 10).join(', ') + (flows.length > 10 ? ` and ${flows.length - 10} more` : '');
        return {
            code: 'E_IMAGE_REQUIRED',
            field: name === core_plan/* defaultImage */.XS ? 'image' : `image.${name}`,
            message: `The image ${(0,quote/* quote */.h)(name)} has to be built from ${(0,quote/* quote */.h)(dockerfile)} for what changed in: ${shown}.`,
            fix: 'Build and push it, and give its repository@sha256:… to `deploy` as `image`.',
        };
    });
    if (problems.length > 0)
        throw new core_problem/* InputError */.dz(problems);
}

// EXTERNAL MODULE: ./src/engine/record.ts + 6 modules
var record = __webpack_require__(8373);
;// CONCATENATED MODULE: ./src/engine/register.ts


/**
 * Gets a revision for every flow that changes, one after the other: ECS registers one a second. After a refusal the
 * rest is not tried: credentials and permissions are the same for all.
 */
async function registerChanges(world, plan, { project, images, before }) {
    const done = new Map();
    const failed = new Map();
    let refusal;
    for (const planned of plan.flows.filter((flow) => (0,core_plan/* isChange */.Xb)(flow) && flow.desired !== undefined)) {
        const known = knownRegistration(world, planned, before);
        const tried = known ?? refusal ?? (await tryRegister(world, planned, { project, images }));
        if (!(tried instanceof Error))
            done.set(planned.flow, tried);
        else
            failed.set(planned.flow, tried === refusal ? [notTried(refusal)] : problemsOf(tried));
        if (tried instanceof core_problem/* RefusedError */.fk)
            refusal = tried;
    }
    const isAnythingDone = done.size > 0 || plan.flows.some(({ action }) => action === 'removed');
    if (refusal !== undefined && !isAnythingDone)
        throw refusal;
    return { done, failed };
}
async function tryRegister(world, planned, options) {
    try {
        return await register(world, planned, options);
    }
    catch (error) {
        if (error instanceof core_problem/* InvariantError */.zU || !(error instanceof Error))
            throw error;
        return error;
    }
}
function knownRegistration(world, { flow, desired, reuse, image }, before) {
    const mine = before.done.get(flow);
    if (mine !== undefined && mine.version.fingerprint === desired?.identity.fingerprint)
        return mine;
    if (reuse === undefined || desired === undefined || image.kind === 'needed')
        return undefined;
    const { image: _, ...kept } = reuse;
    const version = { ...kept, ...desired.identity, commit: world.source.commit };
    return { how: 'reused', version: image.kind === 'kept' ? { ...version, image: image.image } : version };
}
async function register(world, { flow, desired, image }, { project, images }) {
    if (desired === undefined)
        throw new core_problem/* InvariantError */.zU(`Flow ${flow} is to be registered without a manifest`);
    const pinned = image.kind === 'needed' ? images.get(image.name) : image.kind === 'kept' ? image.image : undefined;
    const { manifest, identity } = desired;
    const definition = {
        project: project.name,
        flow,
        commit: world.source.commit,
        fingerprint: identity.fingerprint,
        workload: manifest.workload,
        inputs: manifest.inputs,
        ...(pinned === undefined ? {} : { image: pinned }),
        stopTimeoutSeconds: world.executor.kind === 'ecs' ? spotNoticeSeconds : localStopSeconds,
        runTimeoutSeconds: manifest.policy.timeout.runSeconds,
    };
    const found = await world.executor.findRevision(definition);
    const revision = found ?? (await world.executor.register(definition));
    world.log.info(`${flow}: ${found === undefined ? 'registered' : 'found'} ${revision}`);
    const version = {
        ...identity,
        revision,
        ...(pinned === undefined ? {} : { image: pinned }),
        commit: world.source.commit,
    };
    return { how: found === undefined ? 'registered' : 'found', version };
}
/** An interrupted spot task gets two minutes, which is also the longest that Fargate allows (ECS: `stopTimeout`). */
const spotNoticeSeconds = 120;
const localStopSeconds = 30;
function problemsOf(error) {
    if (error instanceof core_problem/* InputError */.dz)
        return error.problems;
    if (error instanceof core_problem/* RefusedError */.fk)
        return [error.problem];
    return [
        { code: 'E_REGISTER', message: `It could not be registered: ${String(error)}.`, fix: 'Deploy again.' },
    ];
}
function notTried({ problem }) {
    return {
        code: 'E_NOT_TRIED',
        message: `It was not registered, because an earlier flow was refused with ${problem.code}.`,
        fix: 'Solve that, and deploy again: what is done already is not done again.',
    };
}

;// CONCATENATED MODULE: ./src/engine/deploy.ts










/** Two deploys at once can make each other plan again; a third round is a storm of pushes. */
const mostRounds = 5;
/** Brings what is deployed to what the sources say: plans, registers what changed, records it, says so on the commit. */
async function deploy(world, options) {
    const images = readImages(options.image);
    const desired = await (0,engine_desired/* readDesired */.B)(world, options.project);
    const startedAt = world.clock.now();
    let before = { done: new Map(), failed: new Map() };
    let snapshot = await world.state.load(startedAt);
    for (let round = 0; round < mostRounds; round += 1) {
        const plan = await (0,engine_desired/* planAgainst */.J)(world, desired, snapshot);
        const base = {
            commit: world.source.commit,
            plan,
            warnings: desired.warnings,
            nextWake: (0,wake/* nextWake */.a)(snapshot.state, snapshot.registry, startedAt),
            ...nothingDone,
        };
        if (!plan.flows.some(core_plan/* isChange */.Xb))
            return { ...base, outcome: options.isDryRun ? 'dry-run' : 'nothing' };
        const superseding = await newerCommit(world, snapshot);
        if (superseding !== undefined)
            return { ...base, outcome: 'superseded', supersededBy: superseding };
        if (!options.isMassDeleteAllowed && plan.massDelete !== undefined)
            throw new core_problem/* InputError */.dz([plan.massDelete]);
        if (options.isDryRun)
            return { ...base, outcome: 'dry-run' };
        requireImages(plan, images);
        before = await registerChanges(world, plan, { project: options.project, images, before });
        const recorded = await recordDeploy(world, { desired, snapshot, plan, before, options });
        if (recorded.kind === 'recorded') {
            const result = { ...base, ...recorded.changes, deployed: before.done, failed: before.failed };
            const outcome = before.failed.size === 0 ? 'deployed' : 'partial';
            await publish(world, { ...result, outcome }, { options, startedAt });
            return { ...result, outcome };
        }
        snapshot = recorded.snapshot;
    }
    throw new core_problem/* RefusedError */.fk({
        code: 'E_DEPLOY_BUSY',
        message: `Other deploys changed what is deployed ${mostRounds} times while this one was at work.`,
        fix: 'Give the workflow that deploys a `concurrency` group, and run it again.',
    });
}
const nothingDone = { deployed: new Map(), failed: new Map(), removed: [], retired: [] };
/**
 * The deployed commit, if it descends from ours: two pushes can be deployed out of order, and the older must not win.
 * A person at a working tree who goes back to an older commit means it.
 */
async function newerCommit({ source }, { registry }) {
    const { commit } = registry;
    if (commit === undefined || commit === source.commit || source.isWorkingTree)
        return undefined;
    return (await source.isBehind?.(commit)) === true ? commit : undefined;
}
async function recordDeploy(world, recording) {
    const { desired, snapshot, before, options } = recording;
    const versions = new Map([...before.done].map(([flow, { version }]) => [flow, version]));
    let overtaken;
    const edit = (current) => {
        overtaken = undefined;
        const plan = current.registry === snapshot.registry ? recording.plan : replan(world, desired, current);
        if (current.registry !== snapshot.registry && !isCovered(plan, recording, current)) {
            overtaken = current;
            return undefined;
        }
        const now = world.clock.now();
        const registry = applyPlan({
            registry: current.registry,
            state: current.state,
            plan,
            versions,
            commit: world.source.commit,
            now,
        });
        if (registry === current.registry)
            return undefined;
        const state = accountForRemoved(current.state, { before: current.registry, after: registry }, now);
        return { state, registry, message: messageOf(world.source.commit, options.by) };
    };
    const recorded = await (0,record/* record */.g)(world, snapshot, { style: options.presentation, edit });
    if (overtaken !== undefined)
        return { kind: 'overtaken', snapshot: overtaken };
    const gone = recording.plan.flows.filter(({ action }) => action === 'removed').map(({ flow }) => flow);
    const { state, registry } = recorded.snapshot;
    const { deployments } = registry;
    return {
        kind: 'recorded',
        changes: {
            removed: gone.filter((flow) => !deployments.has(flow)),
            retired: gone.filter((flow) => deployments.has(flow)),
            nextWake: (0,wake/* nextWake */.a)(state, registry, world.clock.now()),
        },
    };
}
function replan(world, desired, { registry }) {
    return (0,core_plan/* makePlan */.Cs)({ desired: desired.flows, registry, needsImages: world.executor.kind === 'ecs' });
}
/** Whether what was prepared is all that the new situation needs: same commit underneath, every change has its revision. */
function isCovered(plan, { snapshot, before }, current) {
    if (current.registry.commit !== snapshot.registry.commit)
        return false;
    return plan.flows
        .filter(core_plan/* isChange */.Xb)
        .every(({ flow, desired }) => desired === undefined || before.done.has(flow) || before.failed.has(flow));
}
function messageOf(commit, by) {
    return `Deploy ${commit.slice(0, 12)} for ${by.replaceAll(/[^\w.[\]-]+/g, ' ').slice(0, 60)}`;
}
/** The deploy is done when this fails, so a failure is said and no more. */
async function publish(world, result, { options, startedAt }) {
    const check = deployCheck({ ...result, startedAt, endedAt: world.clock.now() }, options.presentation.outgoing);
    try {
        const [answer] = await world.checks.publish([{ check }], checkBudget);
        if (answer?.kind === 'deferred')
            world.log.warn(`The deploy is not shown on the commit: ${answer.reason}.`);
    }
    catch (error) {
        const said = error instanceof core_problem/* RefusedError */.fk ? (0,core_problem/* describeProblem */.BJ)(error.problem) : String(error);
        world.log.warn(`The deploy is not shown on the commit: ${said}`);
    }
}
/** To find the check of an earlier try, and to create or update it. */
const checkBudget = 6;


/***/ }),

/***/ 3637:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ planAgainst),
  B: () => (/* binding */ readDesired)
});

// EXTERNAL MODULE: ./src/core/plan.ts + 5 modules
var plan = __webpack_require__(4591);
// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/core/task-fields.ts
var task_fields = __webpack_require__(9197);
// EXTERNAL MODULE: ./src/flow/closure.ts + 11 modules
var closure = __webpack_require__(6054);
// EXTERNAL MODULE: ./src/flow/discover.ts + 1 modules
var discover = __webpack_require__(6364);
// EXTERNAL MODULE: ./src/core/digest.ts
var digest = __webpack_require__(3298);
// EXTERNAL MODULE: ./src/core/json.ts
var json = __webpack_require__(7136);
;// CONCATENATED MODULE: ./src/flow/fingerprint.ts


/** Equal for equal meaning: the order of keys, comments and line ends of the files that were parsed do not count. */
function fingerprintOf({ manifest, project, closure }) {
    const code = codeHash(manifest, closure);
    const packages = hashOnce(closure.packages, (list) => list);
    const image = closure.image === undefined ? noHash : hashOnce(closure.image, imageJson);
    const workload = hash(workloadJson(manifest));
    const placement = hashOnce(project, placementJson);
    const content = (0,digest/* sha256 */.s)([code, packages, image].join('\n'));
    const policy = (0,json/* canonicalJson */.d)(policyJson(manifest.policy));
    return {
        fingerprint: (0,digest/* sha256 */.s)([workload, placement, content, policy].join('\n')),
        content,
        parts: {
            manifest: workload.slice(0, partLength),
            placement: placement.slice(0, partLength),
            code: code.slice(0, partLength),
            packages: packages.slice(0, partLength),
            image: image.slice(0, partLength),
        },
    };
}
const partLength = 16;
const noHash = (0,digest/* sha256 */.s)('');
function hash(value) {
    return (0,digest/* sha256 */.s)((0,json/* canonicalJson */.d)(value));
}
/** Flows share their project, and mostly their packages and their image: each is hashed once. */
const hashes = new WeakMap();
function hashOnce(value, jsonOf) {
    const known = hashes.get(value) ?? hash(jsonOf(value));
    hashes.set(value, known);
    return known;
}
/** What of the manifest ends in the task definition. The rest is its policy, which the registry keeps whole. */
function workloadJson({ workload, policy }) {
    const { program, resources, environment, secrets, taskRole } = workload;
    const definition = { program, resources, environment, secrets, taskRole: taskRole ?? null };
    return { ...definition, runTimeoutSeconds: policy.timeout.runSeconds };
}
/** Subnets, security groups and the cluster are given at launch: changing them needs no new revision. */
function placementJson({ name, aws }) {
    if (aws === undefined)
        return { project: name };
    const { region, executionRole, taskRole, logGroup } = aws;
    return { project: name, region, executionRole, taskRole: taskRole ?? null, logGroup };
}
/** No path and no setting holds a zero character, so one text says it all, and is hashed faster than a list. */
function codeHash({ workload }, { files, settings }) {
    let text = workload.program.kind === 'entrypoint' ? workload.program.file : '';
    for (const setting of settings)
        text += `\0${setting}`;
    for (const [path, file] of files)
        text += `\0\0${path}\0${file.blob}${file.isExecutable === true ? '\0x' : ''}`;
    return (0,digest/* sha256 */.s)(text);
}
function imageJson({ dockerfile, isOwn, files }) {
    return { dockerfile, isOwn, files: [...files].flat() };
}
/** The order of schedules, and of the flows that one waits for, says nothing. */
function policyJson(policy) {
    const { after, ...rest } = policy;
    const schedules = policy.schedules.map((schedule) => (0,json/* canonicalJson */.d)(schedule)).sort();
    const sorted = after === undefined ? null : { ...after, flows: [...after.flows].sort() };
    return { ...rest, schedules, after: sorted };
}

;// CONCATENATED MODULE: ./src/engine/desired.ts






/** Reads every flow of the sources. Throws `InputError` with all that is wrong in all files. */
async function readDesired({ source }, project) {
    const loaded = await (0,discover/* loadFlows */.m)(source, project);
    const made = await (0,closure/* closuresOf */.c)(loaded.manifests, source);
    const problems = [...loaded.problems, ...made.problems];
    if (problems.length > 0)
        throw new problem/* InputError */.dz(problems);
    const flows = loaded.manifests.flatMap((manifest) => {
        const closure = made.closures.get(manifest.name);
        if (closure === undefined)
            return [];
        return [
            {
                manifest,
                closure,
                identity: fingerprintOf({ manifest, project, closure }),
                fields: (0,task_fields/* taskFieldsOf */.o)(manifest, project),
            },
        ];
    });
    return { flows, warnings: [...loaded.warnings, ...made.warnings] };
}
/** Old commits whose files are fetched to name what changed; beyond that the part that differs has to do. */
const mostCommits = 10;
/** The plan against what is deployed, with the files that changed as far as the deployed commits can be had. */
async function planAgainst(world, desired, { registry }) {
    const input = { desired: desired.flows, registry, needsImages: world.executor.kind === 'ecs' };
    const first = (0,plan/* makePlan */.Cs)(input);
    const commits = new Set(first.flows
        .filter((flow) => (0,plan/* isChange */.Xb)(flow) && flow.parts.some((part) => part === 'code' || part === 'image'))
        .flatMap(({ deployed }) => deployed?.version.commit ?? []));
    if (commits.size === 0)
        return first;
    const filesAt = new Map();
    for (const commit of [...commits].slice(0, mostCommits)) {
        const files = await world.source.filesAt(commit);
        if (files !== undefined)
            filesAt.set(commit, files);
    }
    const filesNow = new Map((await world.source.list()).map(({ path, blob }) => [path, blob]));
    return (0,plan/* makePlan */.Cs)({ ...input, filesNow, filesAt });
}


/***/ })

};
