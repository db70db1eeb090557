export const id = 4751;
export const ids = [4751];
export const modules = {

/***/ 4751:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findRun: () => (/* binding */ findRun),
/* harmony export */   performStatus: () => (/* binding */ performStatus)
/* harmony export */ });
/* harmony import */ var _core_alert_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7488);
/* harmony import */ var _core_alerts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5285);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2531);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(973);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9678);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1263);






/** The flows with their newest runs, or one run in full. */
async function performStatus(site, argument) {
    const snapshot = await site.world.state.load(site.world.clock.now());
    return argument === undefined ? overview(site, snapshot) : oneRun(site, findRun(snapshot, argument));
}
function overview(site, snapshot) {
    const { state, registry } = snapshot;
    return {
        exitCode: _core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .hS.done,
        document: {
            verb: 'status',
            mark: (0,_documents_js__WEBPACK_IMPORTED_MODULE_3__/* .momentOrNull */ .Vc)(state.mark),
            flows: [...registry.deployments.values()].map((deployment) => ({
                ...(0,_documents_js__WEBPACK_IMPORTED_MODULE_3__/* .deploymentDocument */ .P)(deployment),
                isPaused: state.pauses.has(deployment.flow),
            })),
            runs: [...state.runs.values()].map(_documents_js__WEBPACK_IMPORTED_MODULE_3__/* .runDocument */ .rE),
            gaps: state.gaps.map(_documents_js__WEBPACK_IMPORTED_MODULE_3__/* .gapDocument */ .Cd),
            alerts: [...(0,_core_alerts_js__WEBPACK_IMPORTED_MODULE_1__/* .openAlerts */ .o4)(state, (0,_core_alert_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .alertRulesOf */ .J)(site.project)).values()].map((alert) => (0,_documents_js__WEBPACK_IMPORTED_MODULE_3__/* .alertDocument */ .Yn)(alert, state)),
        },
        text: (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .statusWords */ .o7)(site, snapshot),
    };
}
async function oneRun(site, run) {
    return {
        exitCode: _core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .hS.done,
        document: { verb: 'status', ...(0,_documents_js__WEBPACK_IMPORTED_MODULE_3__/* .runDocument */ .rE)(run) },
        text: await (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .runWords */ .$W)(site, run),
    };
}
/** A run by its id, or the newest run of a flow by the flow's name. */
function findRun({ state }, text) {
    const id = (0,_core_run_js__WEBPACK_IMPORTED_MODULE_5__/* .parseRunId */ ._G)(text);
    if (id === undefined) {
        const message = `${JSON.stringify(text)} is not the id of a run.`;
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz([
            { code: 'E_RUN_ID', field: 'run', message, fix: 'Take one from `headgate status`.' },
        ]);
    }
    const run = state.runs.get(id) ?? newestOf([...state.runs.values()], text);
    if (run !== undefined)
        return run;
    const message = `No run ${text} is kept in state.`;
    throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz([{ code: 'E_RUN_UNKNOWN', field: 'run', message, fix: 'Look at `headgate status`.' }]);
}
function newestOf(runs, flow) {
    return runs.filter((run) => run.flow === flow).sort((a, b) => b.createdAt - a.createdAt)[0];
}


/***/ }),

/***/ 1263:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bl: () => (/* binding */ commandWords),
  $W: () => (/* binding */ runWords),
  o7: () => (/* binding */ statusWords),
  nx: () => (/* binding */ tickWords)
});

// EXTERNAL MODULE: ./src/core/alert-rules.ts
var alert_rules = __webpack_require__(7488);
// EXTERNAL MODULE: ./src/core/alerts.ts
var core_alerts = __webpack_require__(5285);
// EXTERNAL MODULE: ./src/core/fault.ts
var fault = __webpack_require__(6964);
// EXTERNAL MODULE: ./src/engine/report.ts
var report = __webpack_require__(1167);
// EXTERNAL MODULE: ./src/report/alert-words.ts
var alert_words = __webpack_require__(1867);
// EXTERNAL MODULE: ./src/report/run-check.ts + 1 modules
var run_check = __webpack_require__(5107);
// EXTERNAL MODULE: ./src/report/run-title.ts + 1 modules
var run_title = __webpack_require__(4014);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(6970);
;// CONCATENATED MODULE: ./src/report/control-summary.ts



/** The job summary of a command about a run: what was done, and how the run stands. */
function controlSummary({ sentence, report }, outgoing) {
    const title = `## ${report.run.flow}: ${(0,report_text/* escapeInline */.VV)((0,run_title/* runTitle */.kh)(report, outgoing))}`;
    return `${[outgoing.inline(sentence), title, (0,run_check/* runSummary */.KL)(report, outgoing)].join('\n\n')}\n`;
}

// EXTERNAL MODULE: ./src/report/places.ts
var places = __webpack_require__(9749);
// EXTERNAL MODULE: ./src/report/terminal.ts
var report_terminal = __webpack_require__(2885);
// EXTERNAL MODULE: ./src/report/board-view.ts
var board_view = __webpack_require__(2639);
// EXTERNAL MODULE: ./src/report/state-words.ts
var state_words = __webpack_require__(4988);
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
        orphanList(tick),
        `Everything else: ${(0,places/* boardText */.g9)(boardPlace)}`,
    ];
    const text = sections.filter((section) => section !== '').join('\n\n');
    return (0,visible/* cutBytes */.Uw)(`${text}\n`, summaryLimitBytes, '\n\n… (cut; the board has everything)\n');
}
/** `2 started, 1 ended badly, 1 slot without a run; 3 open; next wake 2026-11-24 21:05 UTC.` */
function tickSentence({ changes, gaps, open, nextWake, unseen }) {
    const count = (isWanted) => changes.filter(isWanted).length;
    const started = count(({ before, after }) => after !== 'queued' && (before === undefined || before === 'queued'));
    const ended = count(({ after }) => endStates.has(after));
    const bad = count(({ after }) => (0,state_words/* isBad */.e)(after));
    const without = gaps.reduce((sum, gap) => sum + gap.count, 0);
    const parts = [
        started === 0 ? undefined : `${started} started`,
        ended === 0 ? undefined : `${ended} ended`,
        bad === 0 ? undefined : `${bad} of them badly`,
        without === 0 ? undefined : `${(0,report_words/* countWords */.rj)(without, 'slot')} without a run`,
    ].filter((part) => part !== undefined);
    const nothing = unseen === undefined || unseenWords(unseen) === ''
        ? 'Nothing changed'
        : 'Nothing is known to have changed';
    const done = parts.length === 0 ? nothing : capitalised(parts.join(', '));
    const wake = nextWake === undefined ? 'nothing more is scheduled' : `next wake ${(0,report_words/* instantWords */.lJ)(nextWake)}`;
    const said = unseen === undefined ? '' : unseenWords(unseen);
    return `${done}; ${(0,report_words/* countWords */.rj)(open.length, 'open run')}; ${wake}.${said === '' ? '' : ` ${said}`}`;
}
/** What a tick could not ask; empty if it was told everything. */
function unseenWords({ open, unsent, isSilent }) {
    const parts = [
        open.length === 0 ? undefined : `what became of ${(0,report_words/* countWords */.rj)(open.length, 'open run')}`,
        unsent.length === 0
            ? undefined
            : `whether ${(0,report_words/* countWords */.rj)(unsent.length, 'run')} that ${unsent.length === 1 ? 'is' : 'are'} due ${unsent.length === 1 ? 'runs' : 'run'} already, so nothing was sent for ${unsent.length === 1 ? 'it' : 'them'}`,
    ].filter((part) => part !== undefined);
    if (parts.length === 0)
        return isSilent ? 'ECS did not answer.' : '';
    return `Could not ask ECS ${parts.join(', and ')}${isSilent ? '; it did not answer at all' : ''}.`;
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
        .map(({ run, before, after, attempts, address }) => [
        (0,report_text/* link */.nf)((0,report_text/* codeSpan */.SS)(run), address),
        before === undefined ? 'new' : before,
        (0,state_words/* markedState */.w)(after),
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
function orphanList({ orphans = [] }) {
    if (orphans.length === 0)
        return '';
    const rows = orphans.slice(0, mostRows).map(({ handle }) => `- ${(0,report_text/* codeSpan */.SS)(handle)}`);
    const why = 'The state was deleted or rolled back while they ran. They go on to their own end.';
    return `### ECS tasks that no record names\n\n${why}\n\n${rows.join('\n')}${more(orphans.length - rows.length)}`;
}
function more(left) {
    return left === 0 ? '' : `\n\n… and ${left} more.`;
}

;// CONCATENATED MODULE: ./src/doors/words.ts










/** What a tick came to, for a terminal and for a job summary. */
function tickWords({ world, presentation }, result) {
    try {
        const report = tickReport(result, presentation);
        return { text: `${tickSentence(report)}\n`, summary: tickSummary(report, world.state.boardPlace) };
    }
    catch (error) {
        // The tick is done and recorded: a summary that fails must not make it look as if it were not.
        const words = `W_SUMMARY_UNMADE The tick is done, but its summary could not be made: ${(0,fault/* faultWords */._)(error)}. This is a bug of Headgate: please report it.`;
        world.log.warn(words);
        return { text: `${words}\n` };
    }
}
function tickReport(result, { links }) {
    const changes = result.changes.map(({ run, before }) => ({
        run: run.id,
        flow: run.flow,
        before,
        after: run.phase.state,
        attempts: run.attempts.length,
        address: (0,places/* runAddress */.YM)(links, run),
    }));
    return { ...result, changes };
}
/** What a command came to; of a run that ended, its report. */
async function commandWords(site, { answer, run, isDryRun, }) {
    const sentence = commandSentence(answer, isDryRun);
    const { outgoing } = site.presentation;
    if (run === undefined)
        return { text: `${sentence}\n`, summary: `${outgoing.inline(sentence)}\n` };
    const report = await runReport(site, run);
    return {
        text: `${sentence}\n\n${(0,report_terminal/* runText */.le)(report, outgoing, site.terminal)}`,
        summary: controlSummary({ sentence, report }, outgoing),
    };
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
    return (0,report_terminal/* runText */.le)(await runReport(site, run), site.presentation.outgoing, site.terminal);
}
async function runReport(site, run) {
    const { world, presentation, project } = site;
    const now = world.clock.now();
    const snapshot = await world.state.load(now);
    return (0,report/* reportOf */.EI)(world, run, { options: { project, presentation }, snapshot, now });
}
function statusWords({ world, project, terminal }, { state, registry }) {
    const alerts = [...(0,core_alerts/* openAlerts */.o4)(state, (0,alert_rules/* alertRulesOf */.J)(project)).values()];
    const lines = alerts.map((alert) => `\n${(0,alert_words/* alertWords */.Y8)(alert)}, since ${(0,report_words/* instantWords */.lJ)(alert.since)}.`);
    return `${(0,report_terminal/* statusText */.qS)({ state, registry, now: world.clock.now() }, terminal)}${lines.join('')}${lines.length === 0 ? '' : '\n'}`;
}


/***/ }),

/***/ 1167:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EI: () => (/* binding */ reportOf),
/* harmony export */   kf: () => (/* binding */ unmadeWords),
/* harmony export */   tu: () => (/* binding */ reportsOf)
/* harmony export */ });
/* harmony import */ var _core_definition_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3599);
/* harmony import */ var _core_event_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9072);
/* harmony import */ var _core_fault_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6964);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(973);
/* harmony import */ var _report_named_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9518);





/** CloudWatch answers 25 reads of a log a second, each of at most 1 MB ("CloudWatch Logs quotas"). */
const mostLogPages = 8;
const mostLogPagesOfAll = 200;
const mostLogsAtOnce = 8;
/** Everything that is known of a run, with what it said about itself in its log. */
async function reportOf(world, run, surroundings) {
    const log = await readLog(world, run, { left: mostLogPages });
    return makeReport(world, run, { ...surroundings, log: log ?? noLog });
}
/** The same of many, in order. Runs for whose logs there is no time in this tick are left out. */
async function reportsOf(world, runs, surroundings) {
    const pages = { left: mostLogPagesOfAll };
    const reports = new Map();
    const waiting = [...runs];
    const work = async () => {
        for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) {
            const log = await readLog(world, run, pages);
            if (log !== undefined)
                reports.set(run, await makeReport(world, run, { ...surroundings, log }));
        }
    };
    await Promise.all(Array.from({ length: mostLogsAtOnce }, work));
    return runs.flatMap((run) => reports.get(run) ?? []);
}
async function makeReport(world, run, { options, snapshot, now, filesOf, log }) {
    const { links, logTailLines } = options.presentation;
    const deployment = snapshot.registry.deployments.get(run.flow);
    const known = {
        run,
        now,
        links,
        deployment: {
            family: (0,_core_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .familyOf */ .A)(options.project.name, run.flow),
            ...(deployment === undefined ? {} : { policy: deployment.policy }),
            ...(deployment?.resources === undefined ? {} : { resources: deployment.resources }),
            ...imageOf(run, deployment),
        },
        logTail: [],
    };
    try {
        const handle = run.attempts.at(-1)?.handle;
        const place = handle === undefined ? undefined : world.logs.place(handle, run.flow);
        const report = {
            ...known,
            events: (0,_core_event_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEvents */ .PH)(log.lines.map(({ text }) => text)),
            logTail: await logTailOf(world, run, { log, count: logTailLines }),
            ...(place === undefined ? {} : { logPlace: place }),
        };
        const sourceFiles = filesOf !== undefined && (0,_report_named_error_js__WEBPACK_IMPORTED_MODULE_1__/* .hasTrace */ .qK)(report) ? await filesOf(run.commit) : undefined;
        return sourceFiles === undefined ? report : { ...report, sourceFiles };
    }
    catch (error) {
        const fault = (0,_core_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .faultWords */ ._)(error);
        world.log.warn(unmadeWords(run, fault));
        return { ...known, fault };
    }
}
/** Said when a report is shown; the next tick has no reason to show it again. */
function unmadeWords({ id }, fault) {
    return `W_REPORT_UNMADE The report of run ${id} could not be made whole, and says so: ${fault}. Everything else goes on. This is a bug of Headgate: please report it.`;
}
/** The image of the very version that the run was created from. */
function imageOf(run, deployment) {
    const versions = deployment === undefined ? [] : [deployment.version, ...deployment.earlier];
    const version = versions.find(({ revision }) => revision === run.revision);
    const { image, built } = version ?? {};
    return { ...(image === undefined ? {} : { image }), ...(built === undefined ? {} : { built }) };
}
const noLog = { lines: [], isCut: false };
/** A log that cannot be read must not keep the outcome from being shown. Undefined: there are no more pages to read. */
async function readLog(world, run, pages) {
    const handle = run.attempts.at(-1)?.handle;
    if (!(0,_core_run_js__WEBPACK_IMPORTED_MODULE_4__/* .isEnded */ .pl)(run) || handle === undefined)
        return noLog;
    const lines = [];
    try {
        let cursor;
        for (let page = 0; page < mostLogPages; page += 1) {
            if (pages.left <= 0)
                return undefined;
            pages.left -= 1;
            const answer = await world.logs.read(handle, run.flow, cursor);
            lines.push(...answer.lines);
            if (answer.cursor === undefined || answer.cursor === cursor)
                return { lines, isCut: false };
            cursor = answer.cursor;
        }
        return { lines, isCut: true };
    }
    catch (error) {
        world.log.warn(`Could not read the log of run ${run.id}: ${String(error)}.`);
        return { lines, isCut: false };
    }
}
async function logTailOf(world, run, { log, count }) {
    if (count === 0)
        return [];
    const handle = run.attempts.at(-1)?.handle ?? '';
    const end = log.isCut ? await world.logs.tail(handle, run.flow, count).catch(() => []) : log.lines;
    const visible = end.flatMap(({ at, text }) => {
        const shown = (0,_core_event_js__WEBPACK_IMPORTED_MODULE_0__/* .shownText */ .f$)(text);
        return shown === undefined ? [] : [{ ...(at === undefined ? {} : { at }), text: shown }];
    });
    return visible.slice(-count);
}


/***/ })

};
