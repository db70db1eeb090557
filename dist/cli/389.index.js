export const id = 389;
export const ids = [389];
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

/***/ 6389:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  performPlan: () => (/* binding */ performPlan)
});

// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
// EXTERNAL MODULE: ./src/core/plan.ts + 5 modules
var plan = __webpack_require__(4591);
// EXTERNAL MODULE: ./src/core/slots.ts + 1 modules
var core_slots = __webpack_require__(5957);
;// CONCATENATED MODULE: ./src/core/plan-warnings.ts



/** GitHub delivers no schedule more often, and late on a good day; `infrastructure/clock.yml` is as exact as a minute. */
const clockStepMs = 5 * instant/* minuteMs */.J2;
const clockLateMs = 15 * instant/* minuteMs */.J2;
const judgedSlots = 300;
/** What is allowed, but will hardly come out as it was meant. */
function planWarnings({ flows }, now) {
    return flows
        .filter((planned) => (0,plan/* isChange */.Xb)(planned) && planned.action !== 'removed')
        .flatMap(({ flow, desired }) => {
        if (desired === undefined)
            return [];
        const { file, policy } = desired.manifest;
        const problems = [shortWindow(policy), coarseClock(policy, now)];
        return problems.flatMap((problem) => problem === undefined
            ? []
            : [{ ...problem, place: { file }, message: `${problem.message.replace('%', `"${flow}"`)}` }]);
    });
}
function shortWindow({ catchUp, schedules }) {
    const windowMs = catchUp.windowSeconds * instant/* secondMs */.fj;
    if (schedules.length === 0 || windowMs >= clockLateMs)
        return undefined;
    return {
        code: 'W_WINDOW_SHORT',
        field: 'catch-up.window',
        message: `Flow % lets a slot start at most ${catchUp.windowSeconds} s late; GitHub's schedule is often later, and then the slot is missed.`,
        fix: 'Use a window of 15m at least, or start ticks from infrastructure/clock.yml.',
    };
}
/** Only of a day: a schedule that is dense once a year is rare, and its slots are caught up. */
function coarseClock({ schedules }, now) {
    const isDense = schedules.some((schedule) => {
        const slots = (0,core_slots/* slotsBetween */.iF)(schedule, now, (0,instant/* plusMs */.f9)(now, instant/* dayMs */.LP), judgedSlots);
        return slots.some((slot, index) => index > 0 && slot - (slots[index - 1] ?? 0) < clockStepMs);
    });
    if (!isDense)
        return undefined;
    return {
        code: 'W_CLOCK_COARSE',
        field: 'schedules',
        message: "Flow % has slots less than 5 minutes apart; GitHub's schedule ticks no more often.",
        fix: 'Start ticks from infrastructure/clock.yml, or let `catch-up` run what comes together.',
    };
}

// EXTERNAL MODULE: ./src/engine/desired.ts + 1 modules
var engine_desired = __webpack_require__(3637);
;// CONCATENATED MODULE: ./src/engine/plan.ts


/** What a deploy would change, and why. Writes nothing; throws `InputError` with all that is wrong in all files. */
async function plan_plan(world, { project }) {
    const { commit, isWorkingTree } = world.source;
    const desired = await (0,engine_desired/* readDesired */.B)(world, project);
    const snapshot = await world.state.load(world.clock.now());
    const made = await (0,engine_desired/* planAgainst */.J)(world, desired, snapshot);
    // On a computer of one's own, ticks come as often as they are asked for.
    const isOnGithub = world.executor.kind === 'ecs';
    const clockWarnings = isOnGithub ? planWarnings(made, world.clock.now()) : [];
    const warnings = [...desired.warnings, ...clockWarnings];
    return { commit, isWorkingTree, plan: made, warnings, snapshot };
}

// EXTERNAL MODULE: ./src/report/plan-summary.ts + 3 modules
var plan_summary = __webpack_require__(642);
// EXTERNAL MODULE: ./src/report/plan-text.ts
var plan_text = __webpack_require__(6068);
// EXTERNAL MODULE: ./src/doors/documents.ts
var documents = __webpack_require__(9678);
;// CONCATENATED MODULE: ./src/doors/verbs/plan.ts





/** What a deploy of these sources would change, and why. */
async function performPlan(site) {
    const result = await plan_plan(site.world, { project: site.project });
    for (const warning of result.warnings)
        site.world.log.warn((0,problem/* describeProblem */.BJ)(warning));
    const { outgoing } = site.presentation;
    return {
        exitCode: problem/* exitCodes */.hS.done,
        document: {
            verb: 'plan',
            commit: result.commit,
            isWorkingTree: result.isWorkingTree,
            ...(0,documents/* planDocument */.NP)(result.plan),
            warnings: result.warnings.map(documents/* problemDocument */.FC),
        },
        text: (0,plan_text/* planText */.P)(result.plan, site.terminal),
        summary: (0,plan_summary/* planSummary */.M)({
            ...result,
            state: result.snapshot.state,
            isLocal: site.project.aws === undefined,
            now: site.world.clock.now(),
        }, outgoing),
    };
}


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


/***/ }),

/***/ 7685:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JZ: () => (/* binding */ median),
/* harmony export */   gM: () => (/* binding */ tookMs),
/* harmony export */   vK: () => (/* binding */ flowTable)
/* harmony export */ });
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(973);
/* harmony import */ var _board_view_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2639);
/* harmony import */ var _run_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5967);
/* harmony import */ var _state_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4988);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6970);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9988);







/** A row for each flow: how it stands, how its runs go, what comes next. */
function flowTable(board) {
    const deployments = [...board.registry.deployments.entries()].sort(_board_view_js__WEBPACK_IMPORTED_MODULE_1__/* .byName */ .nG);
    if (deployments.length === 0)
        return 'No flow is deployed.';
    const rows = deployments.map(([, deployment]) => flowRow(board, deployment));
    const head = [
        'Flow',
        'Status',
        'Last run',
        'When',
        'Took, oldest to newest',
        'Succeeded',
        'Next slot',
        'Worst lateness',
        'Skipped',
        'Missed',
    ];
    const note = 'Ends and slots are counted as far as state keeps them; every older run has its page.';
    return `## Flows\n\n${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)(head, rows)}\n\n${note}`;
}
function flowRow(board, deployment) {
    const { flow } = deployment;
    const runs = board.runsOf.get(flow) ?? [];
    const gaps = board.state.gaps.filter((gap) => gap.flow === flow);
    const [newest] = runs;
    const late = (0,_board_view_js__WEBPACK_IMPORTED_MODULE_1__/* .latenessMs */ .Q8)(runs, board.now).at(-1);
    const number = (count) => (count === 0 ? '' : String(count));
    return [
        (0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS)(flow),
        statusText(board, deployment, newest),
        newest === undefined ? '' : (0,_board_view_js__WEBPACK_IMPORTED_MODULE_1__/* .runText */ .le)(board.links, newest),
        newest === undefined ? '' : (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .instantWords */ .lJ)((0,_run_report_js__WEBPACK_IMPORTED_MODULE_2__/* .firstStart */ .z)(newest) ?? newest.createdAt),
        trendText(runs),
        rateText(runs),
        nextText(board, deployment),
        late === undefined ? '' : late < _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2 ? 'on time' : (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .durationWords */ .Sh)(late),
        number((0,_board_view_js__WEBPACK_IMPORTED_MODULE_1__/* .gapCount */ .Yq)(gaps, 'skipped')),
        number((0,_board_view_js__WEBPACK_IMPORTED_MODULE_1__/* .gapCount */ .Yq)(gaps, 'missed')),
    ];
}
function statusText({ state }, { flow, retiredAt }, newest) {
    if (retiredAt !== undefined)
        return 'removed, its runs go on';
    if (state.pauses.has(flow))
        return '\u23f8 paused';
    return newest === undefined ? 'no run yet' : (0,_state_words_js__WEBPACK_IMPORTED_MODULE_3__/* .markedState */ .wy)(newest.phase.state);
}
const levels = '\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588';
/** A run that took this many times as long as usual is worth a word. */
const unusualRatio = 1.5;
const fewestForUsual = 3;
/** Of an unknown end nobody knows the time, and an open run has none yet. */
function tookMs(run) {
    if (!(0,_core_run_js__WEBPACK_IMPORTED_MODULE_6__/* .isEnded */ .pl)(run) || run.phase.state === 'unknown' || (0,_run_report_js__WEBPACK_IMPORTED_MODULE_2__/* .firstStart */ .z)(run) === undefined)
        return undefined;
    return (0,_run_report_js__WEBPACK_IMPORTED_MODULE_2__/* .elapsedMs */ .d5)(run, run.phase.endedAt);
}
/** `▂▃█ 3 min 12 s, 2.1 × the usual`: the newest at the end. */
function trendText(runs) {
    const took = runs.flatMap((run) => tookMs(run) ?? []).reverse();
    const last = took.at(-1);
    if (last === undefined)
        return '';
    if (took.length === 1)
        return (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .durationWords */ .Sh)(last);
    const most = Math.max(...took, 1);
    const bars = took.map((ms) => levels[Math.max(Math.ceil((ms / most) * levels.length) - 1, 0)]).join('');
    const usual = median(took.slice(0, -1));
    const ratio = last / Math.max(usual, 1);
    const isUnusual = took.length >= fewestForUsual && (ratio >= unusualRatio || ratio <= 1 / unusualRatio);
    return `${bars} ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .durationWords */ .Sh)(last)}${isUnusual ? `, ${ratio.toFixed(1)} \u00d7 the usual` : ''}`;
}
function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
/** A run that a person or a newer slot cancelled says nothing of how well the flow does. */
function rateText(runs) {
    const ends = runs.filter((run) => (0,_core_run_js__WEBPACK_IMPORTED_MODULE_6__/* .isEnded */ .pl)(run) && run.phase.state !== 'cancelled');
    const good = ends.filter(({ phase }) => phase.state === 'succeeded').length;
    return ends.length === 0 ? '' : `${good} of ${ends.length}`;
}
function nextText(board, deployment) {
    const { flow, policy, retiredAt } = deployment;
    if (retiredAt !== undefined || board.state.pauses.has(flow))
        return '';
    if (policy.after !== undefined && policy.schedules.length === 0)
        return `after ${policy.after.flows.map((upstream) => (0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS)(upstream)).join(', ')}`;
    const next = (0,_board_view_js__WEBPACK_IMPORTED_MODULE_1__/* .nextSlotOf */ .L$)(board, deployment);
    if (next === undefined)
        return 'by hand';
    const lateMs = board.now - next;
    return `${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .instantWords */ .lJ)(next)}${lateMs < _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2 ? '' : `, **${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .durationWords */ .Sh)(lateMs)} late**`}`;
}


/***/ }),

/***/ 642:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ planSummary)
});

// EXTERNAL MODULE: ./src/core/plan.ts + 5 modules
var core_plan = __webpack_require__(4591);
// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/core/slots.ts + 1 modules
var core_slots = __webpack_require__(5957);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __webpack_require__(973);
// EXTERNAL MODULE: ./src/report/board-flows.ts
var board_flows = __webpack_require__(7685);
// EXTERNAL MODULE: ./src/report/cost.ts
var cost = __webpack_require__(16);
// EXTERNAL MODULE: ./src/core/identity.ts
var identity = __webpack_require__(3484);
// EXTERNAL MODULE: ./src/core/zone.ts
var zone = __webpack_require__(5720);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(6970);
// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(9988);
;// CONCATENATED MODULE: ./src/report/plan-slots.ts







const mostFlows = 100;
const shownTimes = 3;
const comparedSlots = 2_000;
/** When the flows whose schedules change would run, across the next change of their clocks too. */
function timesSection({ plan, now, state }, outgoing) {
    const changes = plan.flows.filter((planned) => (0,core_plan/* isChange */.Xb)(planned) && hasNewTimes(planned));
    if (changes.length === 0)
        return '';
    const shown = changes.slice(0, mostFlows);
    const parts = shown.map((planned) => flowTimes(planned, { now, state }, outgoing));
    const left = changes.length - shown.length;
    const more = left === 0 ? '' : `\n\n… and ${(0,words/* countWords */.rj)(left, 'more flow')}.`;
    return `### Run times\n\n${parts.join('\n\n')}${more}`;
}
function schedulesOf(planned) {
    return {
        before: planned.deployed?.policy.schedules ?? [],
        after: planned.action === 'removed' ? [] : (planned.desired?.manifest.policy.schedules ?? []),
    };
}
function hasNewTimes(planned) {
    const { before, after } = schedulesOf(planned);
    const keys = (schedules) => schedules.map(identity/* scheduleKey */.rW).sort().join();
    return keys(before) !== keys(after);
}
function flowTimes(planned, { now, state }, outgoing) {
    const { before, after } = schedulesOf(planned);
    const change = nextClockChange([...before, ...after], now);
    const times = (schedules, from) => timesText(schedules, from, outgoing);
    const rows = [['Next', times(before, now), times(after, now)]];
    if (change !== undefined) {
        const label = `From ${(0,words/* instantWords */.lJ)(change.at)} on, when clocks change in ${outgoing.code(change.timezone)} (${offsetWords(change.beforeMs)} to ${offsetWords(change.afterMs)})`;
        const from = (0,instant/* instantFromMs */.A0)(change.at - 1);
        rows.push([label, times(before, from), times(after, from)]);
    }
    const notes = [dayWords(before, after, now), dueWords(planned, { now, state })].filter((note) => note !== '');
    return `**${planned.flow}**\n\n${(0,report_text/* table */.tp)(['', 'Deployed', 'After the merge'], rows)}\n\n${notes.map((note) => `- ${note}`).join('\n')}`;
}
function timesText(schedules, from, outgoing) {
    if (schedules.length === 0)
        return 'no schedule';
    const slots = schedules
        .flatMap((schedule) => (0,core_slots/* nextSlots */.jj)(schedule, from, shownTimes).map((slot) => ({ slot, schedule })))
        .sort((a, b) => a.slot - b.slot)
        .slice(0, shownTimes);
    return slots.map(({ slot, schedule }) => slotText(slot, schedule, outgoing)).join('<br>');
}
/** `2026-11-25 02:05 UTC (2026-11-24 21:05 in America/New_York)`. */
function slotText(slot, rule, outgoing) {
    if (rule.kind === 'interval' || rule.timezone === 'UTC')
        return (0,words/* instantWords */.lJ)(slot);
    const local = (0,instant/* plusMs */.f9)(slot, offsetAt(rule.timezone, slot));
    return `${(0,words/* instantWords */.lJ)(slot)} (${(0,instant/* isoOf */.dF)(local).slice(0, 16).replace('T', ' ')} in ${outgoing.code(rule.timezone)})`;
}
function offsetAt(timezone, at) {
    const stretch = (0,zone/* stretchesOf */.T)(timezone, at, at).find(({ from, to }) => from <= at && at < to);
    return stretch?.offsetMs ?? 0;
}
/** The first change of the offset of any of the zones within a year. */
function nextClockChange(schedules, now) {
    const zones = new Set(schedules.flatMap((rule) => (rule.kind === 'cron' ? [rule.timezone] : [])));
    const changes = [...zones].flatMap((timezone) => {
        const stretches = (0,zone/* stretchesOf */.T)(timezone, now, (0,instant/* plusMs */.f9)(now, 366 * instant/* dayMs */.LP));
        const index = stretches.findIndex(({ from, offsetMs }, place) => from > now && place > 0 && stretches[place - 1]?.offsetMs !== offsetMs);
        const [before, after] = [stretches[index - 1], stretches[index]];
        if (index < 1 || before === undefined || after === undefined)
            return [];
        return [{ at: (0,instant/* instantFromMs */.A0)(after.from), timezone, beforeMs: before.offsetMs, afterMs: after.offsetMs }];
    });
    return changes.sort((a, b) => a.at - b.at || (a.timezone < b.timezone ? -1 : 1))[0];
}
function offsetWords(offsetMs) {
    const sign = offsetMs < 0 ? '-' : '+';
    const minutes = Math.round(Math.abs(offsetMs) / instant/* minuteMs */.J2);
    const rest = minutes % 60;
    return `UTC${sign}${Math.floor((minutes * instant/* minuteMs */.J2) / instant/* hourMs */.$0)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}
/** What the next 24 hours would bring instead. */
function dayWords(before, after, now) {
    const until = (0,instant/* plusMs */.f9)(now, instant/* dayMs */.LP);
    const within = (schedules) => new Set(schedules.flatMap((schedule) => (0,core_slots/* slotsBetween */.iF)(schedule, now, until, comparedSlots)));
    const [old, next] = [within(before), within(after)];
    const gained = [...next].filter((slot) => !old.has(slot)).length;
    const lost = [...old].filter((slot) => !next.has(slot)).length;
    return `In the next 24 hours ${(0,words/* countWords */.rj)(next.size, 'slot')} instead of ${old.size}: ${gained} new, ${lost} no more.`;
}
/** Slots that are due and that no tick has seen yet get no run when their schedule goes; a new one starts from the merge. */
function dueWords(planned, { now, state }) {
    const { before, after } = schedulesOf(planned);
    const kept = new Set(after.map(identity/* scheduleKey */.rW));
    const going = before.filter((schedule) => !kept.has((0,identity/* scheduleKey */.rW)(schedule)));
    const { deployed } = planned;
    const due = state === undefined || deployed === undefined
        ? 0
        : going
            .map((schedule) => {
            const since = deployed.scheduledSince[(0,identity/* scheduleKey */.rW)(schedule)] ?? deployed.deployedAt;
            return (0,core_slots/* countSlots */.vf)(schedule, (0,instant/* instantFromMs */.A0)(Math.max(state.mark, since)), now);
        })
            .reduce((a, b) => a + b, 0);
    const lost = due === 0
        ? ''
        : `${(0,words/* countWords */.rj)(due, 'slot')} that no tick has seen yet would get no run if this is merged. `;
    return `${lost}No slot before the merge runs because of it.`;
}

// EXTERNAL MODULE: ./src/report/run-report.ts
var run_report = __webpack_require__(5967);
;// CONCATENATED MODULE: ./src/report/plan-cost.ts










const mostRows = 100;
const monthMs = 30 * instant/* dayMs */.LP;
/** What the scheduled runs of 30 days would cost instead, for flows whose schedules or resources change. */
function costSection({ plan, now, state }, outgoing) {
    const estimates = plan.flows
        .filter(core_plan/* isChange */.Xb)
        .map((planned) => estimateOf(planned, now))
        .filter(({ before, after }) => before.slots !== after.slots || before.perHour !== after.perHour);
    if (estimates.length === 0)
        return '';
    const totals = [];
    const rows = estimates.slice(0, mostRows).map(({ planned, before, after }) => {
        const usual = usualMs(planned.flow, state);
        const difference = usual === undefined ? undefined : costOf(after, usual) - costOf(before, usual);
        if (difference !== undefined)
            totals.push(difference);
        return [
            outgoing.code(planned.flow),
            sideWords(before),
            sideWords(after),
            usual === undefined ? 'no run yet' : (0,words/* durationWords */.Sh)(usual),
            difference === undefined ? 'not known yet' : signed(difference),
        ];
    });
    const left = estimates.length - rows.length;
    const sum = totals.reduce((a, b) => a + b, 0);
    const note = `Together ${signed(sum)} USD in 30 days${totals.length < rows.length ? ', without the flows that never ran' : ''}, by ${cost/* priceSource */.Bp}. Retries count in as they were; spot costs less.`;
    const head = ['Flow', 'Deployed', 'After the merge', 'Usual run', 'USD in 30 days'];
    return `### Cost\n\n${(0,report_text/* table */.tp)(head, rows)}${left > 0 ? `\n\n… and ${left} more.` : ''}\n\n${note}`;
}
function estimateOf(planned, now) {
    const { before, after } = schedulesOf(planned);
    const wanted = planned.action === 'removed' ? undefined : planned.desired?.manifest.workload.resources;
    const had = planned.deployed?.resources;
    const hasNone = planned.deployed === undefined;
    return {
        planned,
        before: { slots: slotsOf(before, now), perHour: hasNone ? 0 : perHourOf(had) },
        after: { slots: slotsOf(after, now), perHour: planned.action === 'removed' ? 0 : perHourOf(wanted) },
    };
}
function perHourOf(resources) {
    return resources === undefined ? undefined : (0,cost/* hourlyCost */.l_)(resources);
}
function slotsOf(schedules, now) {
    return schedules.reduce((sum, schedule) => sum + (0,core_slots/* countSlots */.vf)(schedule, now, (0,instant/* plusMs */.f9)(now, monthMs)), 0);
}
function costOf({ slots, perHour = 0 }, usual) {
    return (slots * perHour * Math.max(usual, instant/* minuteMs */.J2)) / instant/* hourMs */.$0;
}
/** In all attempts together, as far as state remembers runs of the flow. */
function usualMs(flow, state) {
    const runs = [...(state?.runs.values() ?? [])].filter((run) => run.flow === flow && (0,core_run/* isEnded */.pl)(run));
    const took = runs.flatMap((run) => attemptsMs(run) ?? []);
    return took.length === 0 ? undefined : (0,board_flows/* median */.JZ)(took);
}
function attemptsMs(run) {
    const each = run.attempts.flatMap((attempt) => attempt.ending === undefined ? [] : ((0,run_report/* attemptMs */.Es)(attempt, attempt.ending.at) ?? []));
    return each.length === 0 ? undefined : each.reduce((a, b) => a + b, 0);
}
function sideWords({ slots, perHour }) {
    if (perHour === 0)
        return 'none';
    const price = perHour === undefined ? '' : ` at ${perHour.toFixed(4)} USD an hour`;
    return `${slots} ${slots === 1 ? 'run' : 'runs'}${price}`;
}
function signed(dollars) {
    const rounded = dollars.toFixed(2);
    if (Number(rounded) === 0)
        return '0.00';
    return dollars > 0 ? `+${rounded}` : `\u2212${rounded.slice(1)}`;
}

// EXTERNAL MODULE: ./src/core/task-fields.ts
var task_fields = __webpack_require__(9197);
;// CONCATENATED MODULE: ./src/report/plan-fields.ts



const plan_fields_mostRows = 300;
const isHashed = (field) => /^(?:environment|secrets)(?:\.|$)/.test(field);
/** How the task definitions of the flows that change would differ, field by field. */
function fieldSection({ flows }, outgoing) {
    const changes = flows.filter((planned) => (0,core_plan/* isChange */.Xb)(planned) && planned.action !== 'removed');
    const rows = changes.flatMap((planned) => changesOf(planned).map((change) => [
        outgoing.code(planned.flow),
        outgoing.code(change.field, 200),
        valueText(change.field, change.before, outgoing),
        change.before !== undefined && change.after !== undefined && isHashed(change.field)
            ? 'another value'
            : valueText(change.field, change.after, outgoing),
    ]));
    const unknown = changes.filter(({ deployed, parts }) => deployed !== undefined && deployed.taskFields === undefined && parts.includes('manifest'));
    const notes = [
        rows.length > plan_fields_mostRows ? `… and ${rows.length - plan_fields_mostRows} more.` : '',
        unknown.length === 0
            ? ''
            : `What was deployed of ${unknown.map(({ flow }) => outgoing.code(flow)).join(', ')} was not kept field by field.`,
    ];
    const shown = rows.length === 0 ? '' : (0,report_text/* table */.tp)(['Flow', 'Field', 'Deployed', 'After the merge'], rows.slice(0, plan_fields_mostRows));
    const body = [shown, ...notes].filter((part) => part !== '').join('\n\n');
    return body === '' ? '' : `### Task definitions\n\n${body}`;
}
function changesOf({ deployed, desired, image }) {
    if (desired?.fields === undefined || deployed?.taskFields === undefined)
        return [];
    const before = deployed.version.image;
    const isImageNew = image.kind === 'needed' || (image.kind === 'kept' && image.image !== before);
    const after = image.kind === 'kept' ? image.image : 'not built yet';
    const imageChange = { field: 'image', ...(before === undefined ? {} : { before }), after };
    return [...(isImageNew ? [imageChange] : []), ...(0,task_fields/* fieldChanges */.w)(deployed.taskFields, desired.fields)];
}
/** A value that is kept as a hash is not told. */
function valueText(field, value, outgoing) {
    if (value === undefined)
        return 'none';
    return isHashed(field) ? 'set' : outgoing.code(value, 300);
}

// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
;// CONCATENATED MODULE: ./src/report/plan-summary.ts









/** The runner drops a step summary over 1 MiB as a whole. */
const summaryLimitBytes = 900_000;
const plan_summary_mostFlows = 300;
const mostReasons = 8;
const mostProblems = 100;
/** What a merge would deploy: which flows, why each, and when they would run next. Equal inputs give equal bytes. */
function planSummary(report, outgoing) {
    const changes = report.plan.flows.filter(core_plan/* isChange */.Xb);
    const same = report.plan.flows.length - changes.length;
    const sections = [
        '## Headgate plan',
        `${(0,words/* countWords */.rj)(changes.length, 'change')}; ${(0,words/* countWords */.rj)(same, 'flow')} as deployed.`,
        report.plan.massDelete === undefined ? '' : outgoing.inline((0,problem/* describeProblem */.BJ)(report.plan.massDelete)),
        changeTable(changes, report, outgoing),
        timesSection(report, outgoing),
        policyList(changes, outgoing),
        fieldSection(report.plan, outgoing),
        report.isLocal === true ? '' : costSection(report, outgoing),
        imageList(report.plan, outgoing),
        warningList(report.warnings, outgoing),
    ];
    return (0,visible/* cutBytes */.Uw)(`${sections.filter((section) => section !== '').join('\n\n')}\n`, summaryLimitBytes, '\n\n… (cut)\n');
}
function changeTable(changes, { now }, outgoing) {
    if (changes.length === 0)
        return '';
    const rows = changes.slice(0, plan_summary_mostFlows).map((planned) => [
        outgoing.code(planned.flow),
        planned.action,
        planned.reasons
            .slice(0, mostReasons)
            .map((reason) => outgoing.inline(reason.replaceAll('`', '')))
            .join('<br>'),
        nextWords(planned.deployed?.policy.schedules, now),
        planned.action === 'removed' ? 'never' : nextWords(planned.desired?.manifest.policy.schedules, now),
    ]);
    const left = changes.length - rows.length;
    const more = left === 0 ? '' : `\n\n… and ${left} more.`;
    return `${(0,report_text/* table */.tp)(['Flow', 'Change', 'Why', 'Next run now', 'Next run after'], rows)}${more}`;
}
function nextWords(schedules, now) {
    if (schedules === undefined)
        return '';
    const slots = schedules.flatMap((schedule) => (0,core_slots/* nextSlots */.jj)(schedule, now, 1)).sort((a, b) => a - b);
    const [first] = slots;
    return first === undefined ? 'when asked' : (0,words/* instantWords */.lJ)(first);
}
function policyList(changes, outgoing) {
    const rows = changes
        .filter(({ policyKeys }) => policyKeys.length > 0)
        .slice(0, plan_summary_mostFlows)
        .map(({ flow, policyKeys }) => `- ${outgoing.code(flow)}: ${policyKeys.map((key) => outgoing.code(key)).join(', ')}`);
    return rows.length === 0 ? '' : `### Changed keys of manifests\n\n${rows.join('\n')}`;
}
function imageList({ images }, outgoing) {
    if (images.length === 0)
        return '';
    const rows = images.map(({ name, dockerfile, flows }) => [
        outgoing.code(name),
        outgoing.code(dockerfile),
        String(flows.length),
    ]);
    return `### Images to build\n\nNone of these is built yet; the deploy builds them first.\n\n${(0,report_text/* table */.tp)(['Image', 'Dockerfile', 'Flows'], rows)}`;
}
function warningList(warnings, outgoing) {
    const shown = warnings
        .slice(0, mostProblems)
        .map((warning) => `- ${outgoing.inline((0,problem/* describeProblem */.BJ)(warning))}`);
    return shown.length === 0 ? '' : `### Warnings\n\n${shown.join('\n')}`;
}


/***/ }),

/***/ 6068:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ planText)
/* harmony export */ });
/* harmony import */ var _core_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4591);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2885);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3727);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9988);




const marks = {
    added: ['+', 'green'],
    changed: ['~', 'yellow'],
    restored: ['<', 'yellow'],
    unchanged: ['=', 'dim'],
    removed: ['-', 'red'],
};
const mostReasons = 10;
/** A plan for a terminal: a line for each flow that changes, and why it does. */
function planText({ flows }, terminal) {
    const changes = flows.filter(_core_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .isChange */ .Xb);
    const lines = changes.flatMap(({ flow, action, reasons }) => {
        const [mark, colour] = marks[action];
        const shown = reasons.slice(0, mostReasons).map((reason) => `    ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(reason)}`);
        return [`  ${(0,_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .paint */ .nI)(`${mark} ${flow}`, colour, terminal)} (${action})`, ...shown];
    });
    const same = (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .countWords */ .rj)(flows.length - changes.length, 'flow');
    const cut = lines.map((line) => line.includes('\u001b[') ? line : (0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .cutLength */ .bG)(line, terminal.columns ?? 80));
    return `${[...cut, `${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .countWords */ .rj)(changes.length, 'change')}; ${same} as deployed.`].join('\n')}\n`;
}


/***/ })

};
