export const id = 2076;
export const ids = [2076];
export const modules = {

/***/ 2076:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ deploy)
});

// EXTERNAL MODULE: ./src/core/apply-plan.ts
var apply_plan = __webpack_require__(586);
// EXTERNAL MODULE: ./src/core/image-rounds.ts
var image_rounds = __webpack_require__(6571);
// EXTERNAL MODULE: ./src/core/plan.ts + 4 modules
var core_plan = __webpack_require__(9665);
// EXTERNAL MODULE: ./src/core/problem.ts
var core_problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/core/backfilled-slots.ts
var backfilled_slots = __webpack_require__(5245);
// EXTERNAL MODULE: ./src/core/due.ts
var due = __webpack_require__(3758);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
// EXTERNAL MODULE: ./src/core/joined-gaps.ts
var joined_gaps = __webpack_require__(6674);
// EXTERNAL MODULE: ./src/core/pause.ts
var pause = __webpack_require__(906);
// EXTERNAL MODULE: ./src/core/prune.ts
var prune = __webpack_require__(856);
// EXTERNAL MODULE: ./src/core/schedule-meaning.ts
var schedule_meaning = __webpack_require__(93);
// EXTERNAL MODULE: ./src/core/series.ts
var core_series = __webpack_require__(2395);
// EXTERNAL MODULE: ./src/core/slots.ts + 1 modules
var slots = __webpack_require__(5957);
// EXTERNAL MODULE: ./src/core/state.ts + 1 modules
var core_state = __webpack_require__(3475);
;// CONCATENATED MODULE: ./src/core/removed-slots.ts










/**
 * Accounts for slots of schedules that a deploy takes away: due, not seen by any tick yet, and by no later tick either,
 * because a schedule that is not deployed has no slots.
 */
function accountForRemoved(state, { before, after }, now) {
    const moment = { state, now, backfilled: (0,backfilled_slots/* backfilledIn */.R)(state.runs.values()) };
    const gaps = [...before.deployments.values()]
        .filter(({ retiredAt }) => retiredAt === undefined)
        .flatMap((deployment) => gapsOfFlow(deployment, liveIn(after, deployment.flow), moment));
    return gaps.length === 0 ? state : { ...state, gaps: (0,prune/* addGaps */.Vw)(state.gaps, gaps) };
}
function gapsOfFlow(deployment, next, moment) {
    const kept = new Set(next?.policy.schedules.map(schedule_meaning/* scheduleKey */.rW));
    const schedules = (0,schedule_meaning/* distinctSchedules */.pq)(deployment.policy.schedules);
    const removed = schedules.filter((schedule) => !kept.has((0,schedule_meaning/* scheduleKey */.rW)(schedule)));
    const because = next === undefined ? 'flow-removed' : 'schedule-removed';
    const series = (0,core_series/* bySeries */.P)(removed, ({ parameters }) => (0,core_series/* seriesOf */.L)(parameters));
    return [...series].flatMap(([key, ofSeries]) => {
        const gaps = ofSeries.flatMap((schedule) => gapsOfSchedule(deployment, { schedule, because }, moment));
        const staying = schedules.filter((schedule) => kept.has((0,schedule_meaning/* scheduleKey */.rW)(schedule)) && (0,core_series/* seriesOf */.L)(schedule.parameters) === key);
        const [{ parameters } = {}] = ofSeries;
        const brought = parameters === undefined ? [] : (0,backfilled_slots/* backfilledSlots */.D)(moment.backfilled, deployment.flow, parameters);
        if (ofSeries.length === 1 && staying.length === 0 && brought.length === 0)
            return gaps.map(({ gap }) => gap);
        return (0,joined_gaps/* joinedGaps */.v)(gaps, new Set([...leftTo(deployment, staying, moment), ...brought]));
    });
}
function gapsOfSchedule(deployment, { schedule, because }, { state, now }) {
    const { flow } = deployment;
    const after = startOf(deployment, schedule, state);
    return (0,pause/* cutByPauses */.bR)((0,pause/* pausesOf */.P0)(state, flow), after, now)
        .map(({ isPaused, ...stretch }) => ({ ...stretch, because: isPaused ? 'paused' : because }))
        .flatMap((stretch) => (0,due/* gapIn */.m)({ flow, schedule }, { ...stretch, outcome: 'skipped' }))
        .map((gap) => ({ schedule, gap }));
}
const mostListed = 5_000;
/** Slots that a schedule which stays has too: the next tick accounts for them. */
function leftTo(deployment, staying, { state, now }) {
    return new Set(staying.flatMap((schedule) => (0,slots/* slotsBetween */.iF)(schedule, startOf(deployment, schedule, state), now, mostListed)));
}
function startOf(deployment, schedule, state) {
    return (0,instant/* instantFromMs */.A0)(Math.max((0,core_state/* accountedUntil */.dt)(state, deployment.flow), (0,schedule_meaning/* scheduledSince */.Uu)(deployment, schedule)));
}
function liveIn({ deployments }, flow) {
    const deployment = deployments.get(flow);
    return deployment?.retiredAt === undefined ? deployment : undefined;
}

// EXTERNAL MODULE: ./src/core/wake.ts
var wake = __webpack_require__(8562);
// EXTERNAL MODULE: ./src/report/places.ts
var places = __webpack_require__(9749);
// EXTERNAL MODULE: ./src/report/run-check.ts + 1 modules
var run_check = __webpack_require__(5107);
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
function deploySentence({ plan, deployed, failed, waiting }) {
    const removed = plan.flows.filter(({ action }) => action === 'removed').length;
    const unchanged = plan.flows.filter(({ action }) => action === 'unchanged').length;
    const parts = [
        deployed.size === 0 ? undefined : `${(0,words/* countWords */.rj)(deployed.size, 'flow')} deployed`,
        removed === 0 ? undefined : `${removed} removed`,
        failed.size === 0 ? undefined : `${failed.size} failed`,
        waiting.length === 0 ? undefined : `${waiting.length} waiting for images that a next run builds`,
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
        imageSection(report, outgoing),
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
    if (report.waiting.includes(flow))
        return `**waits for its image** (${action})`;
    return report.retired.includes(flow) ? 'removed; its open runs are followed to their end' : action;
}
/** Of an ARN, what tells two revisions apart. */
function shortRevision(revision) {
    return revision.slice(revision.lastIndexOf('/') + 1);
}
const mostImages = 50;
const mostNames = 20;
/** What now runs of which image, and where that was built. */
function imageSection({ deployed, links }, outgoing) {
    const images = new Map();
    for (const [flow, { version }] of deployed) {
        const { image, built } = version;
        if (image === undefined)
            continue;
        const known = images.get(image) ?? { flows: [], built };
        known.flows.push(flow);
        known.built ??= built;
        images.set(image, known);
    }
    const lines = [...images].slice(0, mostImages).map(([image, { flows, built }]) => {
        const origin = built === undefined ? 'of unknown origin' : (0,places/* originText */.CQ)(links, built);
        const names = flows.slice(0, mostNames).map((flow) => outgoing.code(flow));
        const rest = flows.length > mostNames ? ` and ${flows.length - mostNames} more` : '';
        return `- ${outgoing.code(image, 300)}, ${origin}: ${names.join(', ')}${rest}`;
    });
    const left = images.size - lines.length;
    if (lines.length === 0)
        return '';
    return `### Images\n\n${[...lines, ...(left > 0 ? [`- … and ${left} more`] : [])].join('\n')}`;
}
function problemList(title, texts, outgoing) {
    if (texts.length === 0)
        return '';
    const shown = texts.slice(0, mostProblems).map((text) => `- ${outgoing.inline(text.replaceAll('`', ''))}`);
    const rest = texts.length > mostProblems ? [`- … and ${texts.length - mostProblems} more`] : [];
    return `### ${title}\n\n${[...shown, ...rest].join('\n')}`;
}

// EXTERNAL MODULE: ./src/engine/desired.ts + 3 modules
var engine_desired = __webpack_require__(1892);
// EXTERNAL MODULE: ./src/core/deployment.ts
var deployment = __webpack_require__(197);
// EXTERNAL MODULE: ./src/core/images-to-build.ts
var images_to_build = __webpack_require__(3385);
// EXTERNAL MODULE: ./src/core/quote.ts
var quote = __webpack_require__(1748);
;// CONCATENATED MODULE: ./src/engine/images.ts






const pinned = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,400}@sha256:[0-9a-f]{64}$/;
/** Name → image, each pinned by its digest. Throws `InputError` for what is not. */
function readImages(given) {
    const entries = typeof given === 'string' ? [[images_to_build/* defaultImage */.XS, given]] : Object.entries(given ?? {});
    const problems = entries.flatMap(([name, image]) => {
        const fault = faultOf(image);
        const field = typeof given === 'string' ? 'image' : `image.${name}`;
        return fault === undefined ? [] : [{ ...fault, field }];
    });
    if (problems.length > 0)
        throw new core_problem/* InputError */.dz(problems);
    return new Map(entries.map(([name, image]) => [name, pinnedOf(image)]));
}
function pinnedOf(given) {
    if (typeof given === 'string')
        return { image: given };
    const { image, run, commit } = given;
    return run === undefined || commit === undefined ? { image } : { image, built: { run, commit } };
}
const commitPattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
function faultOf(given) {
    if (typeof given === 'string')
        return imageFault(given);
    const { image, run, commit } = given;
    const isWhole = (run === undefined) === (commit === undefined);
    if (isWhole && (run === undefined || (deployment/* workflowRunPattern */.B8.test(run) && commitPattern.test(commit ?? ''))))
        return imageFault(image);
    const message = `Run ${(0,quote/* quote */.h)(run ?? '')} and commit ${(0,quote/* quote */.h)(commit ?? '')} do not say where the image was built.`;
    const fix = 'Write the number of the workflow run as `run` and the full commit as `commit`, or neither.';
    return { code: 'E_IMAGE_ORIGIN', message, fix };
}
function imageFault(image) {
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
/**
 * An image that was not built, and a flow that an image does not hold, are the matter of their own flows. Throws
 * `InputError` where nothing is left to be deployed, or nobody said which images there are.
 */
function leftOutOf(plan, { images, isByName, unbuilt }) {
    const missing = plan.images.filter(({ name }) => !images.has(name));
    const without = new Set(missing.flatMap(({ flows }) => flows));
    const isAnyLeft = plan.flows.some((planned) => (0,core_plan/* isChange */.Xb)(planned) && !without.has(planned.flow));
    if (missing.length > 0 && (!isByName || !isAnyLeft))
        throw new core_problem/* InputError */.dz(missing.map(missingProblem));
    const ofThisRun = new Set((0,image_rounds/* imagesOfOneRun */.dV)(plan.images));
    const waiting = missing.filter((image) => !ofThisRun.has(image)).flatMap(({ flows }) => flows);
    const failed = missing
        .filter((image) => ofThisRun.has(image))
        .flatMap((image) => image.flows.map((flow) => [flow, [missingProblem(image)]]));
    const left = plan.flows.flatMap(({ flow, image }) => {
        const problems = image.kind === 'needed' && !without.has(flow) ? unbuilt.get(flow) : undefined;
        return problems === undefined ? [] : [[flow, problems]];
    });
    return { failed: new Map([...failed, ...left]), waiting: new Set(waiting) };
}
function missingProblem({ name, dockerfile, flows }) {
    const shown = flows.slice(0, 10).join(', ') + (flows.length > 10 ? ` and ${flows.length - 10} more` : '');
    return {
        code: 'E_IMAGE_REQUIRED',
        field: name === images_to_build/* defaultImage */.XS ? 'image' : `image.${name}`,
        message: `The image ${(0,quote/* quote */.h)(name)} has to be built from ${(0,quote/* quote */.h)(dockerfile)} for what changed in: ${shown}.`,
        fix: 'Build and push it, and give its repository@sha256:… to `deploy` as `image`. If its build failed, the log of that says why.',
    };
}

// EXTERNAL MODULE: ./src/engine/record.ts + 7 modules
var record = __webpack_require__(435);
// EXTERNAL MODULE: ./src/core/closure.ts
var core_closure = __webpack_require__(7141);
// EXTERNAL MODULE: ./src/core/learned.ts
var core_learned = __webpack_require__(2511);
;// CONCATENATED MODULE: ./src/engine/register.ts




/**
 * Gets a revision for every flow that changes, one after the other: ECS registers one a second. After a refusal the
 * rest is not tried: credentials and permissions are the same for all.
 */
async function registerChanges(world, plan, { project, images, leftOut, before }) {
    const done = new Map();
    const failed = new Map(leftOut.failed);
    const registrar = world.executor.registrar?.() ?? world.executor;
    let refusal;
    const isLeftOut = ({ flow }) => failed.has(flow) || leftOut.waiting.has(flow);
    const wanted = plan.flows.filter((flow) => (0,core_plan/* isChange */.Xb)(flow) && flow.desired !== undefined);
    for (const planned of wanted.filter((flow) => !isLeftOut(flow))) {
        const known = knownRegistration(world, planned, before);
        const tried = known ?? refusal ?? (await tryRegister(world, planned, { project, images, registrar }));
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
    return { done, failed, waiting: leftOut.waiting };
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
function knownRegistration(world, { flow, desired, reuse, image, learned }, before) {
    const mine = before.done.get(flow);
    if (mine !== undefined && mine.version.fingerprint === desired?.identity.fingerprint)
        return mine;
    if (reuse === undefined || desired === undefined || image.kind === 'needed')
        return undefined;
    const { image: _image, built: _built, learned: _learned, ...kept } = reuse;
    const version = {
        ...kept,
        ...desired.identity,
        commit: world.source.commit,
        ...imageParts(image),
        ...(learned === undefined ? {} : { learned }),
    };
    return { how: 'reused', version };
}
function imageParts(need) {
    if (need.kind !== 'kept')
        return {};
    const { kind: _, ...parts } = need;
    return parts;
}
async function register(world, planned, { project, images, registrar }) {
    const { flow, desired, image, bundle, learned } = planned;
    if (desired === undefined)
        throw new core_problem/* InvariantError */.zU(`Flow ${flow} is to be registered without a manifest`);
    const pinned = image.kind === 'needed' ? images.get(image.name) : imageParts(image);
    const { manifest, identity } = desired;
    const definition = {
        project: project.name,
        flow,
        commit: world.source.commit,
        fingerprint: identity.fingerprint,
        workload: manifest.workload,
        inputs: manifest.inputs,
        ...(world.executor.kind === 'local' ? besideOf(desired) : {}),
        ...(pinned?.image === undefined ? {} : { image: pinned.image }),
        stopTimeoutSeconds: world.executor.kind === 'ecs' ? spotNoticeSeconds : localStopSeconds,
        runTimeoutSeconds: manifest.policy.timeout.runSeconds,
    };
    // A newer one is what was asked for: the one that is there is not looked for.
    const found = planned.again === 'forced' ? undefined : await registrar.findRevision(definition);
    const revision = found ?? (await registrar.register(definition));
    world.log.info(`${flow}: ${found === undefined ? 'registered' : 'found'} ${revision}`);
    const version = {
        ...identity,
        revision,
        ...(image.kind === 'needed' && bundle !== undefined ? { bundle } : {}),
        ...pinned,
        commit: world.source.commit,
        ...(learned === undefined ? {} : { learned }),
    };
    const how = found === undefined ? 'registered' : 'found';
    return builtHere({ how, version }, planned, { definition, registrar });
}
/** Where the executor builds, only now is it known what the build made of it. */
async function builtHere(registration, { desired, deployed, learned: known }, { definition, registrar }) {
    const build = await registrar.built?.(definition);
    if (build === undefined || desired === undefined)
        return registration;
    const made = desired.compare(build);
    const learned = (0,core_learned/* joinLearned */.Cg)(known, made.lacked);
    const version = {
        ...registration.version,
        ...(learned === undefined ? {} : { ...desired.identityWith(learned), learned }),
        bundle: made.bundle,
    };
    const before = deployed?.version;
    const isSame = before !== undefined && (0,core_plan/* isKept */.t8)(before, { desired, made });
    if (!isSame || (await registrar.isThere?.(definition.flow, before.revision)) !== true)
        return { ...registration, version };
    return { how: 'reused', version: { ...version, revision: before.revision } };
}
/** What an image would hold beside the flow's folder. */
function besideOf({ manifest, closure }) {
    if (manifest.workload.program.kind !== 'command')
        return {};
    const beside = (0,core_closure/* filesBeside */.G)(closure, manifest.file.slice(0, manifest.file.lastIndexOf('/')));
    return beside.length === 0 ? {} : { beside };
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

;// CONCATENATED MODULE: ./src/engine/renewal.ts


/**
 * What the registry calls deployed, and the executor has not any more: a task definition that somebody deregistered looks
 * unchanged for ever, and each of its slots is refused. One list tells it for all flows.
 */
async function renewalOf(world, looking) {
    return { gone: await goneOf(world, looking), forced: forcedOf(looking) };
}
async function goneOf(world, { desired, snapshot }) {
    const wanted = new Set(desired.flows.map(({ manifest }) => manifest.name));
    const known = [...snapshot.registry.deployments.values()].filter(({ flow }) => wanted.has(flow));
    const revisions = new Set(known.flatMap(({ version, earlier }) => [version, ...earlier].map(({ revision }) => revision)));
    if (world.executor.activeOf === undefined || revisions.size === 0)
        return new Set();
    try {
        const active = await world.executor.activeOf(revisions);
        return new Set([...revisions].filter((revision) => !active.has(revision)));
    }
    catch (error) {
        // A role of an older stack may not list them: that is no reason to deploy nothing.
        const said = error instanceof core_problem/* RefusedError */.fk ? (0,core_problem/* describeProblem */.BJ)(error.problem) : String(error);
        world.log.warn(`W_REVISIONS_UNSEEN Whether the deployed task definitions are still registered is not known: ${said}`);
        return new Set();
    }
}
function forcedOf({ desired, force }) {
    if (force === undefined)
        return new Set();
    const all = desired.flows.map(({ manifest }) => manifest.name);
    if (force.flow === undefined)
        return new Set(all);
    if (all.includes(force.flow))
        return new Set([force.flow]);
    throw new core_problem/* InputError */.dz([
        {
            code: 'E_FLOW_UNKNOWN',
            message: `There is no flow ${(0,quote/* quote */.h)(force.flow)} to deploy again.`,
            fix: '`headgate list` names them.',
        },
    ]);
}

// EXTERNAL MODULE: ./src/core/room.ts
var room = __webpack_require__(1965);
;// CONCATENATED MODULE: ./src/engine/room.ts




/**
 * Measures what a deploy would leave in state before it registers anything: a task definition whose deployment cannot be
 * recorded is one that nothing will ever launch.
 */
function requireRoom(plan, { registry, state }, commit) {
    const changes = plan.flows.filter((flow) => (0,core_plan/* isChange */.Xb)(flow) && flow.desired !== undefined);
    const versions = new Map(changes.flatMap((flow) => entryOf(flow, commit)));
    const after = (0,apply_plan/* applyPlan */.g)({ registry, state, plan, versions, commit, now: state.mark });
    const fault = room_faultOf(after);
    if (fault !== undefined)
        throw new core_problem/* RefusedError */.fk(fault);
}
/** As long as the names that ECS and ECR give. */
const unknownRevision = 'x'.repeat(160);
const unknownImage = 'x'.repeat(200);
const unknownBundle = '0'.repeat(64);
function entryOf({ flow, desired, learned }, commit) {
    if (desired === undefined)
        return [];
    const version = {
        ...desired.identity,
        revision: unknownRevision,
        image: unknownImage,
        commit,
        bundle: unknownBundle,
        ...(learned === undefined ? {} : { learned }),
    };
    return [[flow, version]];
}
function room_faultOf(registry) {
    const { bytes, largest } = (0,room/* sizeOfRegistry */.qB)(registry);
    if (largest !== undefined && largest.bytes > room/* mostDeploymentBytes */.uQ)
        return {
            code: 'E_STATE_TOO_LARGE',
            field: largest.flow,
            message: `What is deployed of ${largest.flow} would take ${largest.bytes} bytes in state; at most ${room/* mostDeploymentBytes */.uQ}. Nothing was registered.`,
            fix: 'Shorten its parameters and schedules: pass the name of a file, not its content.',
        };
    if (bytes <= room/* mostRegistryBytes */.ai)
        return undefined;
    return {
        code: 'E_STATE_TOO_LARGE',
        message: `What is deployed of ${registry.deployments.size} flows would take ${bytes} bytes in state; at most ${room/* mostRegistryBytes */.ai}. Nothing was registered.`,
        fix: 'Shorten the largest parameters and schedules (pass the name of a file, not its content), or split the project.',
    };
}

// EXTERNAL MODULE: ./src/engine/wake-up.ts
var wake_up = __webpack_require__(983);
;// CONCATENATED MODULE: ./src/engine/deploy.ts














/** Two deploys at once can make each other plan again; a third round is a storm of pushes. */
const mostRounds = 5;
/** Brings what is deployed to what the sources say: plans, registers what changed, records it, says so on the commit. */
async function deploy(world, options) {
    const images = readImages(options.image);
    const read = await (0,engine_desired/* readDesired */.B2)(world, options.project, options.records);
    const startedAt = world.clock.now();
    let before = { done: new Map(), failed: new Map(), waiting: new Set() };
    let snapshot = await world.state.load(startedAt);
    const desired = {
        ...read,
        renewal: await renewalOf(world, { desired: read, snapshot, force: options.force }),
    };
    for (let round = 0; round < mostRounds; round += 1) {
        const plan = await (0,engine_desired/* planAgainst */.JY)(world, desired, snapshot);
        const base = {
            commit: world.source.commit,
            plan,
            warnings: [...(0,engine_desired/* missedWarnings */.nV)(plan), ...desired.warnings, ...(0,image_rounds/* roundsWarnings */.lU)(plan)],
            nextWake: (0,wake/* nextWake */.a)(snapshot.state, snapshot.registry, startedAt),
            ...nothingDone,
        };
        const isNothing = !plan.flows.some(core_plan/* isChange */.Xb);
        if (!plan.flows.some(core_plan/* isRecorded */.TN))
            return { ...base, outcome: options.isDryRun ? 'dry-run' : 'nothing' };
        const superseding = await newerCommit(world, snapshot);
        if (superseding !== undefined)
            return { ...base, outcome: 'superseded', supersededBy: superseding };
        requireConsent(plan, options);
        if (options.isDryRun)
            return { ...base, outcome: 'dry-run' };
        const isByName = typeof options.image === 'object';
        const leftOut = leftOutOf(plan, { images, isByName, unbuilt: desired.unbuilt });
        requireRoom(plan, snapshot, world.source.commit);
        before = await registerChanges(world, plan, { project: options.project, images, leftOut, before });
        const recorded = await recordDeploy(world, { desired, snapshot, plan, before, options });
        if (recorded.kind === 'recorded') {
            const { done, failed, waiting } = before;
            const result = { ...base, ...recorded.changes, deployed: done, failed, waiting: [...waiting] };
            // What builds taught about unchanged flows is written, and is nothing that anybody would want to be told.
            if (isNothing)
                return { ...result, outcome: 'nothing' };
            const outcome = outcomeOf(before);
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
function outcomeOf({ failed }) {
    return failed.size === 0 ? 'deployed' : 'partial';
}
function requireConsent({ massDelete }, { isMassDeleteAllowed }) {
    if (!isMassDeleteAllowed && massDelete !== undefined)
        throw new core_problem/* InputError */.dz([massDelete]);
}
const nothingDone = {
    deployed: new Map(),
    failed: new Map(),
    waiting: [],
    removed: [],
    retired: [],
};
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
        const registry = (0,apply_plan/* applyPlan */.g)({
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
    await (0,wake_up/* setWakeUp */._)(world, recorded.snapshot);
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
    return (0,core_plan/* makePlan */.Cs)((0,engine_desired/* planInputOf */.VP)(world, desired, registry));
}
/** Whether what was prepared is all that the new situation needs: same commit underneath, every change has its revision. */
function isCovered(plan, { snapshot, before }, current) {
    if (current.registry.commit !== snapshot.registry.commit)
        return false;
    return plan.flows
        .filter(core_plan/* isChange */.Xb)
        .every(({ flow, desired }) => desired === undefined || isSettled(before, flow));
}
function isSettled({ done, failed, waiting }, flow) {
    return done.has(flow) || failed.has(flow) || waiting.has(flow);
}
function messageOf(commit, by) {
    return `Deploy ${commit.slice(0, 12)} for ${by.replaceAll(/[^\w.[\]-]+/g, ' ').slice(0, 60)}`;
}
/** The deploy is done when this fails, so a failure is said and no more. */
async function publish(world, result, { options, startedAt }) {
    const check = deployCheck({ ...result, links: options.presentation.links, startedAt, endedAt: world.clock.now() }, options.presentation.outgoing);
    try {
        const [answer] = await world.checks.publish([{ check }], checkBudget);
        if (answer !== undefined && answer.kind !== 'published')
            world.log.warn(`The deploy is not shown on the commit: ${answer.reason}.`);
    }
    catch (error) {
        const said = error instanceof core_problem/* RefusedError */.fk ? (0,core_problem/* describeProblem */.BJ)(error.problem) : String(error);
        world.log.warn(`The deploy is not shown on the commit: ${said}`);
    }
}
/** To find the check of an earlier try, and to create or update it. */
const checkBudget = 6;


/***/ })

};
