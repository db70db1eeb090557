export const id = 751;
export const ids = [751];
export const modules = {

/***/ 4751:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findRun: () => (/* binding */ findRun),
/* harmony export */   performStatus: () => (/* binding */ performStatus)
/* harmony export */ });
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2531);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(973);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9678);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5236);




/** The flows with their newest runs, or one run in full. */
async function performStatus(site, argument) {
    const snapshot = await site.world.state.load(site.world.clock.now());
    return argument === undefined ? overview(site, snapshot) : oneRun(site, findRun(snapshot, argument));
}
function overview(site, snapshot) {
    const { state, registry } = snapshot;
    return {
        exitCode: _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.done,
        document: {
            verb: 'status',
            mark: (0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .momentOrNull */ .Vc)(state.mark),
            flows: [...registry.deployments.values()].map((deployment) => ({
                ...(0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .deploymentDocument */ .P)(deployment),
                isPaused: state.pauses.has(deployment.flow),
            })),
            runs: [...state.runs.values()].map(_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .runDocument */ .rE),
            gaps: state.gaps.map(_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .gapDocument */ .Cd),
        },
        text: (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .statusWords */ .o7)(site, snapshot),
    };
}
async function oneRun(site, run) {
    return {
        exitCode: _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.done,
        document: { verb: 'status', ...(0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .runDocument */ .rE)(run) },
        text: await (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .runWords */ .$W)(site, run),
    };
}
/** A run by its id, or the newest run of a flow by the flow's name. */
function findRun({ state }, text) {
    const id = (0,_core_run_js__WEBPACK_IMPORTED_MODULE_3__/* .parseRunId */ ._G)(text);
    if (id === undefined) {
        const message = `${JSON.stringify(text)} is not the id of a run.`;
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz([
            { code: 'E_RUN_ID', field: 'run', message, fix: 'Take one from `headgate status`.' },
        ]);
    }
    const run = state.runs.get(id) ?? newestOf([...state.runs.values()], text);
    if (run !== undefined)
        return run;
    const message = `No run ${text} is kept in state.`;
    throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz([{ code: 'E_RUN_UNKNOWN', field: 'run', message, fix: 'Look at `headgate status`.' }]);
}
function newestOf(runs, flow) {
    return runs.filter((run) => run.flow === flow).sort((a, b) => b.createdAt - a.createdAt)[0];
}


/***/ }),

/***/ 5236:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bl: () => (/* binding */ commandWords),
  $W: () => (/* binding */ runWords),
  o7: () => (/* binding */ statusWords),
  nx: () => (/* binding */ tickWords)
});

// EXTERNAL MODULE: ./src/engine/report.ts + 2 modules
var engine_report = __webpack_require__(8335);
// EXTERNAL MODULE: ./src/report/terminal.ts
var report_terminal = __webpack_require__(2885);
// EXTERNAL MODULE: ./src/report/board-view.ts
var board_view = __webpack_require__(2639);
// EXTERNAL MODULE: ./src/report/run-title.ts
var run_title = __webpack_require__(9259);
// EXTERNAL MODULE: ./src/report/state-words.ts
var state_words = __webpack_require__(4988);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(6970);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
// EXTERNAL MODULE: ./src/report/words.ts
var report_words = __webpack_require__(9988);
;// CONCATENATED MODULE: ./src/report/tick-summary.ts






/** The runner drops a step summary over 1 MiB as a whole. */
const summaryLimitBytes = 900_000;
const mostRows = 500;
/** The job summary of a tick. `boardPlace`, from the state store, says where the rest is. */
function tickSummary(tick, boardPlace) {
    const sections = [
        `## Tick of ${(0,report_words/* instantWords */.lJ)(tick.at)}`,
        tickSentence(tick),
        changesTable(tick),
        waitingTable(tick),
        gapList(tick),
        leftOver(tick),
        `The board: ${(0,report_text/* codeSpan */.SS)(boardPlace)}`,
    ];
    const text = sections.filter((section) => section !== '').join('\n\n');
    return (0,visible/* cutBytes */.Uw)(`${text}\n`, summaryLimitBytes, '\n\n… (cut; the board has everything)\n');
}
/** `2 started, 1 ended badly, 1 slot without a run; 3 open; next wake 2026-11-24 21:05 UTC.` */
function tickSentence({ changes, gaps, open, nextWake }) {
    const count = (isWanted) => changes.filter(isWanted).length;
    const started = count(({ before, after }) => after !== 'queued' && (before === undefined || before === 'queued'));
    const ended = count(({ after }) => endStates.has(after));
    const bad = count(({ after }) => (0,state_words/* isBad */.e2)(after));
    const without = gaps.reduce((sum, gap) => sum + gap.count, 0);
    const parts = [
        started === 0 ? undefined : `${started} started`,
        ended === 0 ? undefined : `${ended} ended`,
        bad === 0 ? undefined : `${bad} of them badly`,
        without === 0 ? undefined : `${(0,report_words/* countWords */.rj)(without, 'slot')} without a run`,
    ].filter((part) => part !== undefined);
    const done = parts.length === 0 ? 'Nothing changed' : capitalised(parts.join(', '));
    const wake = nextWake === undefined ? 'nothing more is scheduled' : `next wake ${(0,report_words/* instantWords */.lJ)(nextWake)}`;
    return `${done}; ${(0,report_words/* countWords */.rj)(open.length, 'open run')}; ${wake}.`;
}
const endStates = new Set([
    'succeeded',
    'failed',
    'crashed',
    'timed-out',
    'cancelled',
    'unknown',
]);
function capitalised(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
function changesTable({ changes }) {
    if (changes.length === 0)
        return '';
    const rows = changes
        .slice(0, mostRows)
        .map(({ run, before, after, attempts }) => [
        (0,report_text/* codeSpan */.SS)(run),
        before === undefined ? 'new' : before,
        (0,state_words/* markedState */.wy)(after),
        String(attempts),
    ]);
    return `### Changes\n\n${(0,report_text/* table */.tp)(['Run', 'Before', 'Now', 'Attempts'], rows)}${more(changes.length - rows.length)}`;
}
function waitingTable({ waiting }) {
    if (waiting.size === 0)
        return '';
    const rows = [...waiting].slice(0, mostRows).map(([run, wait]) => [(0,report_text/* codeSpan */.SS)(run), run_title/* waitWords */.jJ[wait]]);
    return `### Waiting\n\n${(0,report_text/* table */.tp)(['Run', 'Because'], rows)}${more(waiting.size - rows.length)}`;
}
function gapList({ gaps }) {
    if (gaps.length === 0)
        return '';
    const rows = gaps.slice(0, mostRows).map((gap) => `- ${gap.outcome}: ${(0,board_view/* gapText */.Ml)(gap)}`);
    return `### Slots without a run\n\n${rows.join('\n')}${more(gaps.length - rows.length)}`;
}
function leftOver({ isBehind, unreported }) {
    const parts = [
        isBehind ? '- Some slots that are due are left for the next tick.' : undefined,
        unreported === 0
            ? undefined
            : `- ${(0,report_words/* countWords */.rj)(unreported, 'check')} could not be brought up to date and ${unreported === 1 ? 'is' : 'are'} left for the next tick.`,
    ].filter((part) => part !== undefined);
    return parts.length === 0 ? '' : `### Left over\n\n${parts.join('\n')}`;
}
function more(left) {
    return left === 0 ? '' : `\n\n… and ${left} more.`;
}

;// CONCATENATED MODULE: ./src/doors/words.ts




/** What a tick came to, for a terminal and for a job summary. */
function tickWords({ world }, result) {
    const report = tickReport(result);
    return { text: `${tickSentence(report)}\n`, summary: tickSummary(report, world.state.boardPlace) };
}
function tickReport(result) {
    const changes = result.changes.map(({ run, before }) => ({
        run: run.id,
        flow: run.flow,
        before,
        after: run.phase.state,
        attempts: run.attempts.length,
    }));
    return { ...result, changes };
}
/** What a command came to; of a run that ended, its report. */
async function commandWords(site, { answer, run, isDryRun, }) {
    const sentence = commandSentence(answer, isDryRun);
    const report = run === undefined ? '' : `\n${await runWords(site, run)}`;
    const text = `${sentence}\n${report}`;
    return { text, summary: `${site.presentation.outgoing.inline(sentence)}\n` };
}
function commandSentence({ command, subject, runs, because }, isDryRun) {
    if (because !== undefined)
        return `Nothing to do: ${because}.`;
    const size = command === 'backfill' ? `: ${(0,report_words/* countWords */.rj)(runs.length, 'slot')}` : '';
    const words = `${doneWords[command]} ${subject}${size}.`;
    return isDryRun ? `A dry run, so nothing was written. Otherwise: ${words}` : words;
}
const doneWords = {
    run: 'Requested run',
    backfill: 'Requested the backfill of',
    cancel: 'Asked for the cancellation of run',
    retry: 'Granted one more attempt to run',
    resolve: 'Resolved run',
    pause: 'Paused flow',
    resume: 'Resumed flow',
};
async function runWords(site, run) {
    const { world, presentation, project, terminal } = site;
    const now = world.clock.now();
    const snapshot = await world.state.load(now);
    const report = await (0,engine_report/* reportOf */.EI)(world, run, { options: { project, presentation }, snapshot, now });
    return (0,report_terminal/* runText */.le)(report, presentation.outgoing, terminal);
}
function statusWords({ world, terminal }, { state, registry }) {
    return (0,report_terminal/* statusText */.qS)({ state, registry, now: world.clock.now() }, terminal);
}


/***/ }),

/***/ 8335:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Gp: () => (/* binding */ enterShown),
  EI: () => (/* binding */ reportOf),
  to: () => (/* binding */ reportRuns)
});

// EXTERNAL MODULE: ./src/core/definition.ts
var definition = __webpack_require__(3599);
// EXTERNAL MODULE: ./src/core/event.ts
var core_event = __webpack_require__(9072);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
// EXTERNAL MODULE: ./src/core/prune.ts
var prune = __webpack_require__(856);
// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __webpack_require__(973);
// EXTERNAL MODULE: ./src/report/run-check.ts + 3 modules
var run_check = __webpack_require__(6847);
// EXTERNAL MODULE: ./src/report/places.ts
var places = __webpack_require__(9749);
// EXTERNAL MODULE: ./src/report/run-title.ts
var run_title = __webpack_require__(9259);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(6970);
;// CONCATENATED MODULE: ./src/report/run-page.ts




/** The page of a finished run on the history branch; the month is the one in which the run was created. */
function runPage(report, outgoing) {
    const { run } = report;
    const title = `# ${run.flow}: ${(0,report_text/* escapeInline */.VV)((0,run_title/* runTitle */.kh)(report, outgoing))}`;
    return {
        path: (0,places/* runPagePath */.E4)(run),
        text: `${title}\n\n${(0,run_check/* runSummary */.KL)(report, outgoing)}\n`,
    };
}

;// CONCATENATED MODULE: ./src/engine/source-files.ts
/** A commit that the checkout does not have is fetched; runs of older ones are reported without. */
const mostCommits = 3;
/** Asks for each commit once. That it cannot be had only costs an annotation. */
function sourceFilesOf(source) {
    const known = new Map();
    return (commit) => {
        const asked = known.get(commit);
        if (asked !== undefined)
            return asked;
        if (known.size >= mostCommits)
            return Promise.resolve(undefined);
        const files = read(source, commit).catch(() => undefined);
        known.set(commit, files);
        return files;
    };
}
async function read(source, commit) {
    if (commit === source.commit)
        return new Set((await source.list()).map(({ path }) => path));
    const files = await source.filesAt(commit);
    return files === undefined ? undefined : new Set(files.keys());
}

;// CONCATENATED MODULE: ./src/engine/report.ts








/** GitHub's limits are per hour and repository, shared with everything else that runs there; a tick takes at most this. */
const requestBudget = 60;
/** Runs whose logs are read in one tick. */
const mostReports = 40;
const mostLogPages = 8;
/** Longer than a usual tick takes. */
const creationGraceMs = instant/* minuteMs */.J2;
/** Brings the checks up to date. Whatever goes wrong with that is in the answer: what was launched must be recorded first. */
async function reportRuns(world, showing, options) {
    const { snapshot } = showing;
    try {
        return await showRuns(world, showing, options);
    }
    catch (failure) {
        const deferred = [...snapshot.state.runs.values()].filter((run) => !(0,prune/* isReported */.Ob)(run)).length;
        return { shown: new Map(), pages: new Map(), deferred, failure };
    }
}
/** Only those checks that show something else than what is recorded. */
async function showRuns(world, { snapshot, decidedAt }, options) {
    const now = world.clock.now();
    const wanting = [...snapshot.state.runs.values()].filter((run) => !(0,prune/* isReported */.Ob)(run)).sort(endedFirst);
    const runs = wanting.filter((run) => isOursToShow(run, { decidedAt, now })).slice(0, mostReports);
    const { outgoing } = options.presentation;
    const surroundings = { options, snapshot, now, filesOf: sourceFilesOf(world.source) };
    const reports = await Promise.all(runs.map((run) => reportOf(world, run, surroundings)));
    const checks = reports.map((report) => ({ check: (0,run_check/* runCheck */.k_)(report, outgoing), ...knownId(report.run) }));
    const answers = checks.length === 0 ? [] : await world.checks.publish(checks, requestBudget);
    const shown = new Map();
    const pages = new Map();
    for (const [index, run] of runs.entries()) {
        const answer = answers[index];
        const report = reports[index];
        if (answer?.kind !== 'published' || report === undefined)
            continue;
        shown.set(run.id, { checkId: answer.checkId, as: (0,prune/* shownAs */.sE)(run) });
        const page = (0,core_run/* isEnded */.pl)(run) ? runPage(report, outgoing) : undefined;
        if (page !== undefined)
            pages.set(page.path, page.text);
    }
    const [reason] = answers.flatMap((answer) => (answer.kind === 'deferred' ? [answer.reason] : []));
    if (reason !== undefined)
        world.log.warn(`Some checks wait for the next tick: ${reason}.`);
    return { shown, pages, deferred: wanting.length - shown.size };
}
/**
 * GitHub creates a second check for whoever asks second, so a run that has none is left for a while to the tick that
 * started or ended it. An update can be sent by anybody: it says the same.
 */
function isOursToShow(run, { decidedAt, now }) {
    if (run.shown !== undefined)
        return true;
    const changedAt = run.attempts.at(-1)?.intendedAt ?? ((0,core_run/* isEnded */.pl)(run) ? run.phase.endedAt : run.createdAt);
    return changedAt === decidedAt || now - changedAt >= creationGraceMs;
}
/** People wait for ends; they go first when the budget is short. */
function endedFirst(a, b) {
    return Number((0,core_run/* isEnded */.pl)(b)) - Number((0,core_run/* isEnded */.pl)(a)) || a.createdAt - b.createdAt;
}
function knownId(run) {
    return run.shown === undefined ? {} : { checkId: run.shown.checkId };
}
/** Everything that is known of a run, with what it said about itself in its log. */
async function reportOf(world, run, { options, snapshot, now, filesOf }) {
    const { links, logTailLines } = options.presentation;
    const handle = run.attempts.at(-1)?.handle;
    const lines = (0,core_run/* isEnded */.pl)(run) && handle !== undefined ? await readLog(world, run, handle) : [];
    const deployment = snapshot.registry.deployments.get(run.flow);
    const place = handle === undefined ? undefined : world.logs.place(handle, run.flow);
    const tail = lines.flatMap(({ at, text }) => {
        const visible = (0,core_event/* shownText */.f$)(text);
        return visible === undefined ? [] : [{ ...(at === undefined ? {} : { at }), text: visible }];
    });
    const report = {
        run,
        now,
        links,
        deployment: {
            family: (0,definition/* familyOf */.A)(options.project.name, run.flow),
            ...(deployment === undefined ? {} : { policy: deployment.policy }),
            ...(deployment?.resources === undefined ? {} : { resources: deployment.resources }),
            ...imageOf(run, deployment),
        },
        events: (0,core_event/* parseEvents */.PH)(lines.map(({ text }) => text)),
        logTail: logTailLines === 0 ? [] : tail.slice(-logTailLines),
        ...(place === undefined ? {} : { logPlace: place }),
    };
    const sourceFiles = filesOf !== undefined && (0,run_check/* hasTrace */.qK)(report) ? await filesOf(run.commit) : undefined;
    return sourceFiles === undefined ? report : { ...report, sourceFiles };
}
/** The image of the very version that the run was created from. */
function imageOf(run, deployment) {
    const versions = deployment === undefined ? [] : [deployment.version, ...deployment.earlier];
    const image = versions.find(({ revision }) => revision === run.revision)?.image;
    return image === undefined ? {} : { image };
}
/** A log that cannot be read must not keep the outcome from being shown. */
async function readLog(world, run, handle) {
    const lines = [];
    try {
        let cursor;
        for (let page = 0; page < mostLogPages; page += 1) {
            const answer = await world.logs.read(handle, run.flow, cursor);
            lines.push(...answer.lines);
            if (answer.cursor === undefined || answer.cursor === cursor)
                break;
            cursor = answer.cursor;
        }
    }
    catch (error) {
        world.log.warn(`Could not read the log of run ${run.id}: ${String(error)}.`);
    }
    return lines;
}
function enterShown(state, shown) {
    if (shown.size === 0)
        return state;
    const runs = new Map(state.runs);
    for (const [id, mark] of shown) {
        const run = runs.get(id);
        if (run !== undefined)
            runs.set(id, { ...run, shown: mark });
    }
    return { ...state, runs };
}


/***/ })

};
