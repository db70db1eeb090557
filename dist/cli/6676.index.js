export const id = 6676;
export const ids = [6676,4440];
export const modules = {

/***/ 2936:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ isUnbuilt)
/* harmony export */ });
function isUnbuilt(item) {
    return 'unbuilt' in item;
}


/***/ }),

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
        ...besideOf(workload),
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
        ...networkOf(policy.network, aws),
    };
}
/** Only where a flow names one: the project's own network is given at launch, and is no matter of its deployment. */
function networkOf(name, { networks = {} }) {
    if (name === undefined)
        return {};
    const network = Object.hasOwn(networks, name) ? networks[name] : undefined;
    return {
        network: short(name),
        'network.subnets': short(network?.subnets.join(', ') ?? ''),
        'network.security-groups': short(network?.securityGroups.join(', ') ?? ''),
        'network.assign-public-ip': String(network?.assignPublicIp ?? false),
    };
}
function besideOf({ sidecars = [], volumes = [], tags = {} }) {
    return Object.assign({}, ...sidecars.map(sidecarFields), ...volumes.map(({ name, fileSystem, accessPoint, path, isReadOnly }) => ({
        [`volumes.${name}`]: short(`${fileSystem} ${accessPoint} at ${path}${isReadOnly ? ', read-only' : ''}`),
    })), ...Object.entries(tags).map(([key, value]) => ({ [`tags.${key}`]: short(value) })));
}
function sidecarFields({ name, image, command, isEssential, ready, health, ...variables }) {
    const at = `sidecars.${name}`;
    const all = [...Object.keys(variables.environment), ...Object.keys(variables.secrets)];
    return {
        [`${at}.image`]: short(image),
        [`${at}.command`]: short(command === undefined ? 'the image\u2019s' : (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(command)),
        [`${at}.essential`]: String(isEssential),
        [`${at}.ready`]: ready,
        [`${at}.health`]: short(health === undefined ? 'none' : (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(health)),
        [`${at}.variables`]: all.length === 0 ? 'none' : `${all.length} names, ${hashOf((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(variables))}`,
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

/***/ 2897:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  performRun: () => (/* binding */ performRun)
});

// EXTERNAL MODULE: ./src/core/parameters.ts
var parameters = __webpack_require__(2362);
// EXTERNAL MODULE: ./src/core/problem.ts
var core_problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/engine/control.ts
var control = __webpack_require__(4912);
// EXTERNAL MODULE: ./src/engine/deploy.ts + 6 modules
var deploy = __webpack_require__(2076);
// EXTERNAL MODULE: ./src/flow/discover.ts + 1 modules
var discover = __webpack_require__(6364);
// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(9988);
// EXTERNAL MODULE: ./src/doors/verbs/control.ts
var verbs_control = __webpack_require__(4440);
// EXTERNAL MODULE: ./src/core/ending.ts
var ending = __webpack_require__(4689);
// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __webpack_require__(973);
// EXTERNAL MODULE: ./src/core/event.ts
var core_event = __webpack_require__(9072);
// EXTERNAL MODULE: ./src/core/event-reader.ts
var event_reader = __webpack_require__(782);
// EXTERNAL MODULE: ./src/report/width.ts
var width = __webpack_require__(3473);
;// CONCATENATED MODULE: ./src/report/live-run.ts




/** A flow can print without end: what is kept of it does not grow with that. */
const mostOpen = 1_000;
const mostNames = 200;
const mostShown = 6;
/** Calls of one task that get a line of their own when they go well; the others are seen in its progress. */
const mostSuccesses = 5;
const barWidth = 20;
function createLiveRun() {
    const tasks = new Map();
    const successes = new Map();
    const progress = new Map();
    const counted = { done: 0, failed: 0 };
    return {
        read(line, now) {
            if (!(0,core_event/* isEventLine */.NG)(line))
                return { text: line };
            const event = (0,event_reader/* readEventLine */.np)(line);
            if (event === undefined || 'count' in event)
                return undefined;
            if (event.event === 'log')
                return { text: (0,core_event/* logText */.kc)(event) };
            if (event.event === 'progress')
                return progressed(event);
            return 'task' in event ? entered(event, now) : undefined;
        },
        open(now, columns) {
            const rows = [...progress.values()].filter(isUnderWay).map(barOf);
            const open = [...tasks.values()].map((task) => taskWords(task, now));
            const shown = [...rows, ...open].slice(0, mostShown).map((row) => (0,width/* cutWidth */.bn)(row, columns));
            const left = rows.length + open.length - shown.length;
            return left === 0 ? shown : [...shown, `… and ${left} more`];
        },
        counts() {
            const failed = counted.failed === 0 ? '' : `, ${counted.failed} failed`;
            const open = tasks.size === 0 ? '' : `, ${tasks.size} open`;
            return `${(0,words/* countWords */.rj)(counted.done, 'task')} done${failed}${open}`;
        },
    };
    function entered(event, now) {
        const name = event.key === undefined ? event.name : `${event.name} ${event.key}`;
        return event.event === 'task-ended' ? ended(name, event) : begun(name, event, now);
    }
    function begun(name, event, now) {
        const isStart = event.event === 'task-started';
        const startedAt = tasks.get(event.task)?.startedAt ?? event.at ?? now;
        if (tasks.has(event.task) || tasks.size < mostOpen)
            tasks.set(event.task, { name, startedAt, attempt: isStart ? 1 : event.attempt + 1 });
        return isStart ? undefined : { text: retryWords(name, event) };
    }
    function ended(name, event) {
        tasks.delete(event.task);
        const isGood = event.outcome === 'succeeded' || event.outcome === 'restored';
        counted[isGood ? 'done' : 'failed'] += 1;
        return isGood && !hasRoom(event.name) ? undefined : { text: endWords(name, event) };
    }
    function hasRoom(name) {
        const count = successes.get(name) ?? 0;
        if (count >= mostSuccesses || (count === 0 && successes.size >= mostNames))
            return false;
        successes.set(name, count + 1);
        return true;
    }
    /** A line at each tenth, or where the whole is unknown each time that it has doubled. */
    function progressed({ name, done, total }) {
        const before = progress.get(name);
        if (before === undefined && progress.size >= mostNames)
            return undefined;
        progress.set(name, { name, done, ...(total === undefined ? {} : { total }) });
        const isFew = total !== undefined && total <= mostSuccesses;
        const isStep = before === undefined || stepOf(done, total) !== stepOf(before.done, before.total);
        return isStep && !isFew ? { text: progressWords({ name, done, total }), isProgress: true } : undefined;
    }
}
function stepOf(done, total) {
    if (total === undefined)
        return Math.floor(Math.log2(Math.max(done, 1)));
    return total > 0 ? Math.floor((done / total) * 10) : 0;
}
function isUnderWay({ done, total }) {
    return total === undefined || done < total;
}
function progressWords({ name, done, total }) {
    return `${name === '' ? 'progress' : name}: ${done}${total === undefined ? '' : ` of ${total}`}`;
}
function barOf(progress) {
    const { done, total } = progress;
    if (total === undefined || total <= 0)
        return progressWords(progress);
    const filled = Math.min(Math.max(Math.round((done / total) * barWidth), 0), barWidth);
    return `${'\u2588'.repeat(filled)}${'\u00b7'.repeat(barWidth - filled)} ${progressWords(progress)}`;
}
function taskWords({ name, startedAt, attempt }, now) {
    const tries = attempt > 1 ? `, try ${attempt}` : '';
    return `${name} (${(0,words/* durationWords */.Sh)(now - startedAt)}${tries})`;
}
function retryWords(name, event) {
    const { attempt, error, delayMs } = event;
    return `${name}: try ${attempt} failed: ${error.message.replace(/\.$/, '')}; the next in ${(0,words/* durationWords */.Sh)(delayMs)}`;
}
function endWords(name, event) {
    const { outcome, durationMs, error, attempt } = event;
    if (outcome === 'restored')
        return `${name}: restored from an earlier attempt`;
    const tries = attempt > 1 ? ` in try ${attempt}` : '';
    const why = error === undefined ? '' : `: ${error.message}`;
    return `${name}: ${outcome} after ${(0,words/* durationWords */.Sh)(durationMs)}${tries}${why}`;
}

// EXTERNAL MODULE: ./src/report/run-title.ts + 1 modules
var run_title = __webpack_require__(4014);
;// CONCATENATED MODULE: ./src/doors/cli/follow-run.ts





const mostLines = 500;
const mostLineBytes = 256 * 1024;
const mostPages = 20;
/** So that nobody takes a quiet flow for a dead one. */
const quietMs = 30_000;
/** Shows a run while it goes on: what it prints, its tasks and its attempts, read from the log as it grows. */
function followRun(site, options) {
    const startedAt = site.world.clock.now();
    const following = {
        site,
        options,
        startedAt,
        run: undefined,
        live: createLiveRun(),
        handle: undefined,
        cursor: undefined,
        isRead: false,
        saidAt: startedAt,
        wait: undefined,
        trouble: undefined,
    };
    const ticks = [];
    const stop = new AbortController();
    const stopped = new Promise((resolve) => stop.signal.addEventListener('abort', () => resolve()));
    const looking = look();
    return {
        onTick: (result, id) => void ticks.push({ result, id }),
        say: (text) => say(following, [text]),
        async end() {
            stop.abort();
            await looking;
            await catchUp();
            options.screen.show([]);
        },
    };
    /** What an attempt printed last comes before the news of its end, and before the log of the next. */
    async function catchUp() {
        for (let tick = ticks.shift(); tick !== undefined; tick = ticks.shift()) {
            await show();
            enterTick(following, tick.result, tick.id);
        }
        await show();
    }
    /** A log that cannot be read costs the view of the run, never the run. */
    async function show() {
        try {
            await drain(following);
        }
        catch (error) {
            const why = `The log cannot be read: ${error instanceof Error ? error.message : String(error)}`;
            if (why !== following.trouble)
                say(following, [why]);
            following.trouble = why;
        }
    }
    async function look() {
        while (!stop.signal.aborted) {
            await catchUp();
            draw(following);
            await Promise.race([site.world.clock.sleep(options.pollMs), stopped]);
        }
    }
}
function enterTick(following, result, id) {
    const run = result.open.find((open) => open.id === id) ?? result.changes.find((change) => change.run.id === id)?.run;
    if (run === undefined)
        return;
    say(following, news(following, run));
    following.run = run;
    const wait = result.waiting.get(id);
    const words = wait === undefined ? undefined : `Waiting: ${run_title/* waitWords */.jJ[wait]}`;
    if (words !== undefined && words !== following.wait)
        say(following, [words]);
    following.wait = words;
}
/** What happened to the attempts since the last look. Its end is what the report is about, so it is not news. */
function news({ run: before }, run) {
    const attempt = (0,core_run/* lastAttempt */.mh)(run);
    if (attempt === undefined || 'endedAt' in run.phase)
        return [];
    const known = before === undefined ? undefined : (0,core_run/* lastAttempt */.mh)(before);
    const isNew = known?.number !== attempt.number && attempt.number > 1;
    if (attempt.ending === undefined)
        return isNew ? [`Attempt ${attempt.number} starts.`] : [];
    if (known?.number === attempt.number && known.ending !== undefined)
        return [];
    const { exitCode } = attempt.ending;
    const exit = exitCode === undefined ? '' : ` (exit ${exitCode})`;
    const next = run.phase.state === 'queued' ? `; the next starts at ${(0,words/* secondWords */.US)(run.phase.notBefore)}` : '';
    return [`Attempt ${attempt.number} ended: ${(0,ending/* factsOf */.x)(attempt.ending.class).words}${exit}${next}.`];
}
async function drain(following) {
    const { site, run } = following;
    const handle = run === undefined ? undefined : (0,core_run/* lastAttempt */.mh)(run)?.handle;
    if (run === undefined || handle === undefined)
        return;
    if (handle !== following.handle) {
        following.handle = handle;
        following.cursor = undefined;
        following.isRead = false;
        following.live = createLiveRun();
    }
    for (let page = 0; page < mostPages && !following.isRead; page += 1) {
        const { lines, cursor } = await site.world.logs.read(handle, run.flow, following.cursor);
        sayLines(following, lines.map(({ text }) => text));
        const isAtEnd = cursor === following.cursor || lines.length === 0;
        following.isRead = cursor === undefined;
        following.cursor = cursor;
        if (isAtEnd)
            return;
    }
}
function sayLines(following, lines) {
    const { live, site, options } = following;
    const now = site.world.clock.now();
    const said = lines.flatMap((line) => live.read(line, now) ?? []).filter(isWanted);
    const left = said.length - mostLines;
    say(following, [
        ...(left > 0 ? [`… ${left} lines are only in the log: headgate logs ${following.run?.id}`] : []),
        ...said.slice(-mostLines).map(({ text }) => text),
    ]);
    function isWanted({ isProgress }) {
        return isProgress !== true || !options.screen.isLive;
    }
}
/** Everything that a flow printed passes here, and with it what is redacted and made visible. */
function say(following, lines) {
    if (lines.length === 0)
        return;
    const { site, options } = following;
    following.saidAt = site.world.clock.now();
    options.screen.say(site.presentation.outgoing.lines(lines, { mostLines: mostLines + 1, mostBytes: mostLineBytes }));
}
function draw(following) {
    const { site, options, live, run } = following;
    const now = site.world.clock.now();
    const open = live.open(now, options.columns);
    if (!options.screen.isLive) {
        if (now - following.saidAt >= quietMs)
            say(following, [quietWords(following, open, now)]);
        return;
    }
    const state = run?.phase.state ?? 'requested';
    const since = (0,words/* durationWords */.Sh)(now - following.startedAt);
    const bounds = { mostLines: open.length + 1, mostBytes: mostLineBytes };
    const block = [
        ...open.map((row) => `  ${row}`),
        `${run?.flow ?? ''} ${state}, ${since}: ${live.counts()}. Ctrl-C cancels.`.trimStart(),
    ];
    options.screen.show(site.presentation.outgoing.lines(block, bounds).map((line) => line.slice(0, options.columns)));
}
function quietWords({ startedAt, run }, open, now) {
    const what = open.length === 0 ? '' : `: ${open.join(', ')}`;
    return `Still ${run?.phase.state ?? 'requested'} after ${(0,words/* durationWords */.Sh)(now - startedAt)}${what}`;
}

;// CONCATENATED MODULE: ./src/doors/cli/screen.ts
/** CI=true is what every CI service sets; TERM=dumb is a terminal that cannot move its cursor. */
function isLiveScreen(sink, environment) {
    const isCi = (environment['CI'] ?? '') !== '' && environment['CI'] !== 'false';
    return sink.isTTY === true && !isCi && environment['TERM'] !== 'dumb';
}
function createScreen(sink, isLive) {
    let drawn = 0;
    const erase = () => (drawn === 0 ? '' : `\u001b[${drawn}A\u001b[0J`);
    return {
        isLive,
        say(lines) {
            if (lines.length === 0)
                return;
            sink.write(`${erase()}${lines.map((line) => `${line}\n`).join('')}`);
            drawn = 0;
        },
        show(block) {
            if (!isLive || (block.length === 0 && drawn === 0))
                return;
            sink.write(`${erase()}${block.map((line) => `${line}\n`).join('')}`);
            drawn = block.length;
        },
    };
}
/** Without the last column: a terminal that wraps there would make two lines of one. One that says 0 does not know. */
function columnsOf(sink, { columns }) {
    return Math.max((sink.columns || columns || 80) - 1, 20);
}

;// CONCATENATED MODULE: ./src/doors/cli/run.ts









/** Files cost nothing to look at; CloudWatch Logs takes 10 requests a second in an account and region. */
const localLogPollMs = 150;
const cloudLogPollMs = 2_000;
/**
 * Runs a flow and shows it while it goes on. On this machine the flow is what the working tree says now: whoever writes
 * one edits and runs. Where the project has AWS, only a push to GitHub deploys.
 */
async function performRun(site, request) {
    if (site.project.aws === undefined)
        await deployWorkingTree(site, request.command);
    if (request.watchSeconds === 0 || request.isQuiet)
        return (0,verbs_control.performControl)(site, request);
    const isLive = isLiveScreen(process.stderr, process.env);
    const follower = followRun(site, {
        screen: createScreen(process.stderr, isLive),
        columns: columnsOf(process.stderr, site.terminal),
        pollMs: site.project.aws === undefined ? localLogPollMs : cloudLogPollMs,
    });
    let requested;
    const unlisten = onInterrupt(() => cancel(site, requested, follower));
    try {
        return await (0,verbs_control.performControl)(site, {
            ...request,
            isLogShown: isLive && process.stdout.isTTY === true,
            onTick: (result, id) => {
                requested = id;
                follower.onTick(result, id);
            },
        });
    }
    finally {
        unlisten();
        await follower.end();
    }
}
/** What is wrong with what was asked is said before anything is written. */
async function deployWorkingTree(site, command) {
    const { world, project, presentation, by } = site;
    const { manifests, problems } = await (0,discover/* loadFlows */.m)(world.source, project);
    if (problems.length > 0)
        throw new core_problem/* InputError */.dz(problems);
    const manifest = manifests.find(({ name }) => name === command.flow);
    if (manifest === undefined)
        throw unknownFlow(command.flow, manifests);
    const resolved = (0,parameters/* resolveParameters */.vA)(manifest.policy.parameters, command.parameters);
    if (resolved.kind === 'bad')
        throw new core_problem/* InputError */.dz(resolved.problems);
    const options = { project, presentation, by, isMassDeleteAllowed: false, isDryRun: false };
    const { outcome, deployed, failed, warnings } = await (0,deploy/* deploy */.g)(world, options);
    if (outcome === 'nothing')
        return;
    for (const warning of warnings)
        world.log.warn((0,core_problem/* describeProblem */.BJ)(warning));
    const own = failed.get(command.flow);
    if (own !== undefined)
        throw new core_problem/* InputError */.dz(own);
    for (const problem of [...failed.values()].flat())
        world.log.warn((0,core_problem/* describeProblem */.BJ)(problem));
    world.log.info(`Deployed ${(0,words/* countWords */.rj)(deployed.size, 'flow')} from the working tree.`);
}
function unknownFlow(flow, manifests) {
    const names = manifests.map(({ name }) => name).join(', ');
    const message = `There is no flow ${JSON.stringify(flow)}.`;
    const fix = names === '' ? 'Write one: headgate new <flow>.' : `The flows here are: ${names}.`;
    return new core_problem/* InputError */.dz([{ code: 'E_FLOW_UNKNOWN', field: 'flow', message, fix }]);
}
/** The first Ctrl-C cancels the run and waits for its end; the second one leaves at once. */
function onInterrupt(first) {
    process.once('SIGINT', first);
    return () => process.removeListener('SIGINT', first);
}
function cancel(site, run, follower) {
    if (run === undefined)
        process.exit(130);
    follower.say(`Cancelling; press Ctrl-C again to leave it to the next tick.`);
    const style = site.presentation;
    (0,control/* control */.A)(site.world, { kind: 'cancel', run }, { by: site.by, style }).catch((error) => follower.say(`It could not be cancelled: ${error.message}`));
}


/***/ }),

/***/ 4440:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   performControl: () => (/* binding */ performControl)
/* harmony export */ });
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2531);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(973);
/* harmony import */ var _core_wake_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8562);
/* harmony import */ var _engine_control_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4912);
/* harmony import */ var _engine_tick_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4980);
/* harmony import */ var _engine_wake_up_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(983);
/* harmony import */ var _engine_watch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8334);
/* harmony import */ var _absent_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7859);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9678);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1263);
/* harmony import */ var _tick_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7653);











/** Records what a person asked for, and lets a tick carry it out at once. Watched runs decide the exit code. */
async function performControl(site, request) {
    const { isDryRun = false, command } = request;
    const asker = { by: site.by, style: site.presentation, isDryRun };
    const answer = await (0,_engine_control_js__WEBPACK_IMPORTED_MODULE_2__/* .control */ .A)(site.world, command, asker);
    const needsTick = !isDryRun && command.kind !== 'pause' && command.kind !== 'resume';
    if (needsTick)
        await follow(site, request, answer);
    else if (!isDryRun)
        await (0,_engine_wake_up_js__WEBPACK_IMPORTED_MODULE_4__/* .setWakeUp */ ._)(site.world, answer.snapshot);
    const snapshot = needsTick ? await site.world.state.load(site.world.clock.now()) : answer.snapshot;
    const runs = answer.runs.flatMap((id) => snapshot.state.runs.get(id) ?? []);
    const shown = isDryRun || command.kind === 'backfill' ? undefined : runs[0];
    return {
        exitCode: exitCodeOf(request, runs),
        document: {
            verb: answer.command,
            subject: answer.subject,
            isChanged: answer.isChanged,
            because: answer.because ?? null,
            ...(isDryRun ? { isDryRun } : {}),
            runs: runs.map(_documents_js__WEBPACK_IMPORTED_MODULE_7__/* .runDocument */ .rE),
            nextWake: (0,_documents_js__WEBPACK_IMPORTED_MODULE_7__/* .momentOrNull */ .Vc)((0,_core_wake_js__WEBPACK_IMPORTED_MODULE_1__/* .nextWake */ .a)(snapshot.state, snapshot.registry, site.world.clock.now())),
        },
        ...(await (0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .commandWords */ .Bl)(request.isLogShown === true ? withoutLog(site) : site, {
            answer,
            isDryRun,
            ...(shown === undefined ? {} : { run: shown }),
        })),
    };
}
function withoutLog(site) {
    return { ...site, presentation: { ...site.presentation, logTailLines: 0 } };
}
async function follow(site, request, answer) {
    const options = (0,_tick_js__WEBPACK_IMPORTED_MODULE_9__/* .tickOptionsOf */ .t)(site);
    if (request.watchSeconds === 0) {
        await (0,_engine_tick_js__WEBPACK_IMPORTED_MODULE_3__/* .tick */ .i)(site.world, options);
        return;
    }
    const wanted = new Set(answer.runs);
    const isShownHere = (0,_absent_js__WEBPACK_IMPORTED_MODULE_6__/* .areChecksWritten */ .dr)(site.world.checks);
    const isDone = (result) => {
        request.onTick?.(result, answer.subject);
        return !result.open.some(({ id }) => wanted.has(id)) && (result.unreported === 0 || !isShownHere);
    };
    await (0,_engine_watch_js__WEBPACK_IMPORTED_MODULE_5__/* .watch */ .w)(site.world, options, { ...request, isDone });
}
const judged = new Set(['run', 'retry', 'backfill']);
function exitCodeOf({ command, watchSeconds }, runs) {
    const isJudged = judged.has(command.kind) && watchSeconds > 0;
    const hasFailed = runs.some((run) => (0,_core_run_js__WEBPACK_IMPORTED_MODULE_10__/* .isEnded */ .pl)(run) && run.phase.state !== 'succeeded');
    return isJudged && hasFailed ? _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.workFailed : _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.done;
}


/***/ }),

/***/ 4912:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ control)
/* harmony export */ });
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(105);
/* harmony import */ var _core_draft_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3077);
/* harmony import */ var _core_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3484);
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3705);
/* harmony import */ var _core_parameters_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2362);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2531);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(435);







/** Records what a person asked for. Throws `InputError` if it cannot be; then nothing was written. */
async function control(world, command, { by, style, isDryRun = false }) {
    const at = world.clock.now();
    const loaded = await world.state.load(at);
    const finished = command.kind === 'backfill' ? await world.state.finishedRuns(command.flow) : new Set();
    let answer;
    const edit = (current) => {
        answer = carryOut(current, command, { by, at, finished });
        if (answer.kind === 'impossible')
            throw impossible(command, answer);
        if (answer.kind !== 'done')
            return undefined;
        const state = (0,_core_draft_js__WEBPACK_IMPORTED_MODULE_1__/* .followEnds */ .uB)(answer.state, { ...current, now: at });
        return { state, message: titleOf(command) };
    };
    const { snapshot, isChanged } = isDryRun
        ? imagined(loaded, edit)
        : await (0,_record_js__WEBPACK_IMPORTED_MODULE_6__/* .record */ .g)(world, loaded, { style, edit });
    const because = answer?.kind === 'nothing' ? { because: answer.because } : {};
    const subject = subjectOf(command, snapshot);
    const runs = runsOf(command, subject, snapshot);
    return { command: command.kind, subject, runs, isChanged, snapshot, ...because };
}
function imagined(snapshot, edit) {
    const change = edit(snapshot);
    if (change === undefined)
        return { snapshot, isChanged: false };
    return { snapshot: { ...snapshot, state: change.state }, isChanged: true };
}
function carryOut(snapshot, command, by) {
    const { state, registry } = snapshot;
    switch (command.kind) {
        case 'run':
            return requestOf(snapshot, command, by);
        case 'backfill':
            return backfillOf(snapshot, command, by);
        case 'cancel':
            return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelRun */ .Su)(state, registry, command.run, by);
        case 'retry':
            return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .retryRun */ .GJ)(state, registry, command.run, by);
        case 'resolve':
            return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .resolveRun */ .Uf)(state, command.run, command.as, by);
        case 'pause':
            return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .pauseFlow */ .pS)(state, deployed(snapshot, command.flow).flow, by);
        case 'resume':
            // A flow that is gone can still be paused; one that never was cannot be resumed.
            if (!state.pauses.has(command.flow))
                deployed(snapshot, command.flow);
            return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .resumeFlow */ .oE)(state, command.flow, by);
    }
}
function requestOf(snapshot, command, { by, at }) {
    const deployment = deployed(snapshot, command.flow);
    const resolved = (0,_core_parameters_js__WEBPACK_IMPORTED_MODULE_4__/* .resolveParameters */ .vA)(deployment.policy.parameters, command.parameters);
    if (resolved.kind === 'bad')
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz(resolved.problems);
    const id = (0,_core_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .manualRunId */ .R4)(command.flow, command.request);
    return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .requestRun */ .B9)(snapshot.state, deployment, {
        id,
        cause: { kind: 'manual', by },
        parameters: resolved.parameters,
        at,
    });
}
function backfillOf(snapshot, command, by) {
    const deployment = deployed(snapshot, command.flow);
    if (command.to > by.at || command.from > command.to) {
        const message = `A backfill goes from an earlier moment to a later one that has passed; got ${(0,_core_instant_js__WEBPACK_IMPORTED_MODULE_3__/* .isoOf */ .dF)(command.from)} to ${(0,_core_instant_js__WEBPACK_IMPORTED_MODULE_3__/* .isoOf */ .dF)(command.to)}.`;
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz([{ code: 'E_TIME', field: 'from', message }]);
    }
    const count = (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .backfillSize */ .qt)(deployment, command);
    if (count > _core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .mostBackfillSlots */ .ps) {
        const message = `The range holds ${count} slots; at most ${_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .mostBackfillSlots */ .ps} fit in one backfill.`;
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz([
            {
                code: 'E_BACKFILL_TOO_LARGE',
                field: 'from',
                message,
                fix: 'Backfill it in smaller ranges, one after the other.',
            },
        ]);
    }
    return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .backfillFlow */ .VJ)(snapshot.state, deployment, { ...command, finished: by.finished }, by);
}
function deployed({ registry }, flow) {
    const deployment = registry.deployments.get(flow);
    if (deployment !== undefined && deployment.retiredAt === undefined)
        return deployment;
    const names = [...registry.deployments.keys()];
    throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz([
        {
            code: 'E_FLOW_UNKNOWN',
            field: 'flow',
            message: `Flow "${flow}" is not deployed.`,
            fix: names.length === 0 ? 'Deploy first: nothing is deployed yet.' : `Deployed: ${names.join(', ')}.`,
        },
    ]);
}
function impossible(command, { because, fix, code = 'E_COMMAND' }) {
    const field = 'run' in command ? 'run' : 'flow';
    const message = `${because.charAt(0).toUpperCase()}${because.slice(1)}.`;
    return new _core_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz([{ code, field, message, fix }]);
}
function titleOf(command) {
    const title = `${command.kind} ${'flow' in command ? command.flow : command.run}`;
    return title.charAt(0).toUpperCase() + title.slice(1);
}
function runsOf(command, subject, { registry, state }) {
    switch (command.kind) {
        case 'pause':
        case 'resume':
            return [];
        case 'backfill': {
            const deployment = registry.deployments.get(command.flow);
            return deployment === undefined ? [] : (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .backfillRuns */ .RC)(state, deployment, command);
        }
        default:
            return [subject];
    }
}
function subjectOf(command, { registry }) {
    if (command.kind !== 'run')
        return 'run' in command ? command.run : command.flow;
    return registry.deployments.has(command.flow) ? (0,_core_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .manualRunId */ .R4)(command.flow, command.request) : command.flow;
}


/***/ }),

/***/ 1892:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nV: () => (/* binding */ missedWarnings),
  JY: () => (/* binding */ planAgainst),
  VP: () => (/* binding */ planInputOf),
  B2: () => (/* binding */ readDesired)
});

// EXTERNAL MODULE: ./src/core/build-record.ts
var build_record = __webpack_require__(2936);
// EXTERNAL MODULE: ./src/core/images-to-build.ts
var images_to_build = __webpack_require__(3385);
// EXTERNAL MODULE: ./src/core/missed-change.ts
var missed_change = __webpack_require__(1824);
// EXTERNAL MODULE: ./src/core/plan.ts + 4 modules
var plan = __webpack_require__(9665);
// EXTERNAL MODULE: ./src/core/plan-warnings.ts
var plan_warnings = __webpack_require__(755);
// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/core/task-fields.ts
var task_fields = __webpack_require__(9197);
// EXTERNAL MODULE: ./src/flow/closure.ts + 35 modules
var closure = __webpack_require__(5394);
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
    const { program, resources, environment, secrets, taskRole, sidecars, volumes, tags } = workload;
    const definition = { program, resources, environment, secrets, taskRole: taskRole ?? null };
    // Left out where there are none: a flow without them keeps the fingerprint that it had before there were any.
    const beside = {
        ...(sidecars === undefined ? {} : { sidecars }),
        ...(volumes === undefined ? {} : { volumes }),
        ...(tags === undefined ? {} : { tags }),
    };
    return {
        ...definition,
        ...beside,
        runTimeoutSeconds: policy.timeout.runSeconds,
    };
}
/** Subnets, security groups and the cluster are given at launch: changing them needs no new revision. */
function placementJson({ name, aws }) {
    if (aws === undefined)
        return { project: name };
    const { region, executionRole, taskRole, logGroup } = aws;
    return { project: name, region, executionRole, taskRole: taskRole ?? null, logGroup };
}
/** No name of a file holds a zero character. */
function codeHash({ workload }, { code }) {
    const { program } = workload;
    if (program.kind === 'command')
        return (0,digest/* sha256 */.s)(`\0${code}`);
    return (0,digest/* sha256 */.s)([program.file, ...(program.external ?? []), code].join('\0'));
}
function imageJson({ dockerfile, isOwn, files, copied = [] }) {
    const base = { dockerfile, isOwn, files: [...files].flat() };
    return copied.length === 0 ? base : { ...base, copied: copied.map(takenHash).sort() };
}
/** Of everything in a repository, perhaps, and shared by the flows whose images take the same. */
function takenHash(taken) {
    const known = hashes.get(taken);
    if (known !== undefined)
        return known;
    let text = '';
    for (const [path, { blob, isExecutable }] of taken)
        text += `${path}\0${blob}${isExecutable === true ? '\0x' : ''}\0\0`;
    const made = (0,digest/* sha256 */.s)(text);
    hashes.set(taken, made);
    return made;
}
/** The order of schedules, and of the flows that one waits for, says nothing. */
function policyJson(policy) {
    const { after, ...rest } = policy;
    const schedules = policy.schedules.map((schedule) => (0,json/* canonicalJson */.d)(schedule)).sort();
    const sorted = after === undefined ? null : { ...after, flows: [...after.flows].sort() };
    return { ...rest, schedules, after: sorted };
}

;// CONCATENATED MODULE: ./src/core/package-reasons.ts
/** What differs, in words, each with the way on which the flow comes to it. What is imported itself comes first. */
function packageReasons(now, then) {
    const [nowByName, thenByName] = [groupBy(now, ({ name }) => name), groupBy(then, ({ name }) => name)];
    const gone = [...thenByName].filter(([name]) => !nowByName.has(name));
    const versions = [...nowByName, ...gone.map(([name]) => [name, []])].flatMap(([name, found]) => versionReasons(found, thenByName.get(name) ?? [], now));
    return versions.length > 0 ? versions : contentReasons(now, then);
}
function groupBy(packages, keyOf) {
    const groups = new Map();
    for (const used of packages) {
        const same = groups.get(keyOf(used));
        if (same === undefined)
            groups.set(keyOf(used), [used]);
        else
            same.push(used);
    }
    return groups;
}
/** Of one name. */
function versionReasons(now, then, all) {
    const added = unique(now.filter(({ version }) => then.every((used) => used.version !== version)));
    const gone = unique(then.filter(({ version }) => now.every((used) => used.version !== version)));
    const [[first], [before]] = [added, gone];
    if (added.length === 1 && gone.length === 1 && first !== undefined && before !== undefined)
        return [`\`${first.name}\` ${before.version} → ${first.version}${wayTo(first, all)}`];
    return [
        ...added.map((used) => `${labelOf(used)} is new${wayTo(used, all)}`),
        ...gone.map((used) => `${labelOf(used)} is not used any more`),
    ];
}
function unique(packages) {
    return [...new Map(packages.map((used) => [used.version, used])).values()];
}
/** Without a version it is a lock file. */
function labelOf({ name, version }) {
    return version === '' ? `\`${name}\`` : `\`${name}\` ${version}`;
}
function keyOf({ name, version }) {
    return `${name}@${version}`;
}
/** The same versions, with other bytes or places, or using each other in another way. */
function contentReasons(now, then) {
    const before = groupBy(then, keyOf);
    return [...groupBy(now, keyOf)].flatMap(([key, found]) => {
        const [first] = found;
        const earlier = before.get(key) ?? [];
        if (first === undefined)
            return [];
        if (textOf(found, ({ proof }) => proof) !== textOf(earlier, ({ proof }) => proof))
            return [contentReason(first, now)];
        const [uses, used] = [found, earlier].map((of) => new Set(of.flatMap((item) => item.uses)));
        const others = [...(uses ?? [])].filter((item) => used?.has(item) !== true);
        const words = others.map((item) => `\`${item}\``).join(', ');
        return others.length === 0 ? [] : [`${labelOf(first)} uses ${words} now${wayTo(first, now)}`];
    });
}
function contentReason(used, all) {
    if (used.version === '')
        return `${labelOf(used)} changed, and all of it counts`;
    return `${labelOf(used)} has other content, or lies elsewhere${wayTo(used, all)}`;
}
function textOf(packages, partOf) {
    return packages.map(partOf).sort().join('\n');
}
const longestWay = 8;
/** `, used by debug, imported by lib/http.ts` */
function wayTo(used, all) {
    let words = '';
    let current = used;
    for (let step = 0; current !== undefined && step < longestWay; step += 1) {
        const { by } = current;
        if ('file' in by)
            return `${words}, imported by \`${by.file}\``;
        words += `, used by \`${by.name}\``;
        current = all.find((item) => keyOf(item) === keyOf(by));
    }
    return `${words}, …`;
}

// EXTERNAL MODULE: ./src/flow/packages/packages.ts + 15 modules
var packages_packages = __webpack_require__(9568);
;// CONCATENATED MODULE: ./src/engine/package-history.ts



/** More flows than anybody reads reasons of; the others are told that their packages changed. */
const mostFlows = 100;
/** Why the packages of flows differ from those that are deployed, as far as the deployed commits can be had. */
async function packageReasonsOf(source, { flows }, { filesNow, filesAt }) {
    const reasons = new Map();
    const known = new Map();
    const once = (key, load) => {
        const found = known.get(key) ?? load();
        known.set(key, found);
        return found;
    };
    for (const { flow, desired, deployed } of flows.filter(hasOtherPackages).slice(0, mostFlows)) {
        const commit = deployed?.version.commit ?? '';
        const filesThen = filesAt.get(commit);
        const uses = desired?.closure.uses ?? [];
        if (filesThen === undefined || uses.length === 0)
            continue;
        const key = JSON.stringify(uses.map(({ importer, name }) => [importer, name]));
        const now = await once(key, () => (0,packages_packages/* usedPackagesAt */.K)(source, filesNow, uses));
        const then = await once(`${commit} ${key}`, () => (0,packages_packages/* usedPackagesAt */.K)(at(source, { commit, filesThen, filesNow }), filesThen, uses));
        reasons.set(flow, packageReasons(now, then));
    }
    return reasons;
}
function hasOtherPackages(flow) {
    return (0,plan/* isChange */.Xb)(flow) && flow.parts.includes('packages');
}
/** What is as it was is read here: an old commit may have to be fetched. What cannot be read counts as too large. */
function at(source, { commit, filesThen, filesNow }) {
    const read = async (path, limitBytes) => {
        if (filesNow.get(path) === filesThen.get(path)) {
            const [content] = await source.read([path], limitBytes);
            return content ?? 'too-large';
        }
        return (await source.readAt?.(commit, [path], limitBytes)) ?? 'too-large';
    };
    return { read: (paths, limitBytes) => Promise.all(paths.map((path) => read(path, limitBytes))) };
}

;// CONCATENATED MODULE: ./src/engine/desired.ts











/** Reads every flow of the sources. Throws `InputError` with all that is wrong in all files. */
async function readDesired({ source, executor }, project, records = new Map()) {
    const loaded = await (0,discover/* loadFlows */.m)(source, project);
    const made = await (0,closure/* closuresOf */.c)(loaded.manifests, source);
    const problems = [...loaded.problems, ...made.problems];
    if (problems.length > 0)
        throw new problem/* InputError */.dz(problems);
    const flows = loaded.manifests.flatMap((manifest) => {
        const closure = made.closures.get(manifest.name);
        if (closure === undefined)
            return [];
        const folder = manifest.file.slice(0, manifest.file.lastIndexOf('/'));
        const extend = (learned) => made.learning.extend(closure, folder, learned);
        return [
            {
                manifest,
                closure,
                identity: fingerprintOf({ manifest, project, closure }),
                identityWith: (learned) => fingerprintOf({ manifest, project, closure: extend(learned) }),
                fields: (0,task_fields/* taskFieldsOf */.o)(manifest, project),
                compare: (build) => made.learning.compare(closure, build),
                compiled: () => made.compiled(manifest, closure),
            },
        ];
    });
    const ofLocal = executor.kind === 'local' ? (0,plan_warnings/* localWarnings */.H1)(loaded.manifests) : [];
    const warnings = [...loaded.warnings, ...made.warnings, ...ofLocal];
    return { flows, warnings, ...madeFlows(flows, records, source.commit) };
}
function madeFlows(flows, records, commit) {
    const made = new Map();
    const unbuilt = new Map();
    if (records.size === 0)
        return { made, unbuilt };
    for (const desired of flows) {
        const { name } = desired.manifest;
        const record = records.get((0,images_to_build/* imageNameOf */.mi)(desired));
        const build = record?.builds.get(name);
        if (record === undefined || build === undefined)
            continue;
        if ((0,build_record/* isUnbuilt */.Q)(build)) {
            unbuilt.set(name, build.unbuilt);
            continue;
        }
        const flow = desired.compare(build);
        const isOfThisCommit = flow.isOfThisCommit && (record.commit ?? commit) === commit;
        made.set(name, { ...flow, isOfThisCommit });
    }
    return { made, unbuilt };
}
/** What no plan had seen. */
function missedWarnings({ flows }) {
    return flows.flatMap(({ flow, desired, missed }) => missed === undefined || desired === undefined ? [] : [(0,missed_change/* missedWarning */.C)(flow, desired.manifest.file, missed)]);
}
function isExplainedByFiles(flow) {
    return flow.missed !== undefined || ((0,plan/* isChange */.Xb)(flow) && flow.parts.some((part) => toldByFiles.has(part)));
}
/** Old commits whose files are fetched to name what changed; beyond that the part that differs has to do. */
const mostCommits = 10;
/** Parts that files of the deployed commit tell more about. */
const toldByFiles = new Set(['code', 'image', 'packages']);
function planInputOf({ executor }, { flows, made, renewal }, registry) {
    const again = renewal === undefined ? {} : { renewal };
    return { desired: flows, made, registry, needsImages: executor.kind === 'ecs', ...again };
}
/** The plan against what is deployed, with the files and packages that changed as far as the deployed commits can be had. */
async function planAgainst(world, desired, { registry }) {
    const input = planInputOf(world, desired, registry);
    const first = (0,plan/* makePlan */.Cs)(input);
    const commits = new Set(first.flows.filter(isExplainedByFiles).flatMap(({ deployed }) => deployed?.version.commit ?? []));
    if (commits.size === 0)
        return first;
    const filesAt = new Map();
    for (const commit of [...commits].slice(0, mostCommits)) {
        const files = await world.source.filesAt(commit);
        if (files !== undefined)
            filesAt.set(commit, files);
    }
    const filesNow = new Map((await world.source.list()).map(({ path, blob }) => [path, blob]));
    const packages = await packageReasonsOf(world.source, first, { filesNow, filesAt });
    return (0,plan/* makePlan */.Cs)({ ...input, filesNow, filesAt, packages });
}


/***/ })

};
