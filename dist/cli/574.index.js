export const id = 574;
export const ids = [574];
export const modules = {

/***/ 856:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ob: () => (/* binding */ isReported),
/* harmony export */   Vw: () => (/* binding */ addGaps),
/* harmony export */   lq: () => (/* binding */ pruneRuns),
/* harmony export */   sE: () => (/* binding */ shownAs)
/* harmony export */ });
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(973);


/** Ended runs kept in state: for `after`, `retry` and the board. All others live on the history branch alone. */
const keptEndsPerFlow = 5;
const keptEnds = 400;
/** Where checks cannot be written for days, every tick says so; the state must not grow past what git may hold meanwhile. */
const keptUnreported = 1_000;
const keptForMs = 30 * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .dayMs */ .LP;
const keptGaps = 200;
/** What a check shows of a run; a run is reported when its check shows what it is. Empty: nothing has started yet. */
function shownAs(run) {
    const { state } = run.phase;
    if ((0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .isEnded */ .pl)(run))
        return `${state} ${run.attempts.length}`;
    if (!run.attempts.some(({ handle, ending }) => handle !== undefined || ending !== undefined))
        return '';
    return `${state === 'queued' ? 'waiting' : 'active'} ${run.attempts.length}`;
}
function isReported(run) {
    const wanted = shownAs(run);
    return wanted === '' || run.shown?.as === wanted;
}
/** Leaves out ended runs that are old and reported. Unreported ones stay as long as there is room. */
function pruneRuns(runs, now) {
    const ends = [...runs.values()].filter(_run_js__WEBPACK_IMPORTED_MODULE_1__/* .isEnded */ .pl).sort(byNewest);
    const seen = new Map();
    const dropped = new Set();
    for (const [index, run] of ends.entries()) {
        const place = (seen.get(run.flow) ?? 0) + 1;
        seen.set(run.flow, place);
        const isOld = place > keptEndsPerFlow || index >= keptEnds || now - run.phase.endedAt > keptForMs;
        if (isOld && (isReported(run) || index >= keptUnreported))
            dropped.add(run.id);
    }
    return dropped.size === 0 ? runs : new Map([...runs].filter(([id]) => !dropped.has(id)));
}
function byNewest(a, b) {
    return b.phase.endedAt - a.phase.endedAt || (a.id < b.id ? -1 : 1);
}
/** Joins gaps of the same reason that follow each other, and keeps the newest. */
function addGaps(kept, added) {
    if (added.length === 0)
        return kept;
    const gaps = [...kept];
    for (const gap of added) {
        const before = gaps.findLastIndex(({ flow }) => flow === gap.flow);
        const last = gaps[before];
        if (last !== undefined &&
            last.because === gap.because &&
            last.outcome === gap.outcome &&
            last.to < gap.from) {
            gaps[before] = { ...last, to: gap.to, count: last.count + gap.count };
        }
        else
            gaps.push(gap);
    }
    return gaps.slice(-keptGaps);
}


/***/ }),

/***/ 6847:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qK: () => (/* binding */ hasTrace),
  k_: () => (/* binding */ runCheck),
  KL: () => (/* binding */ runSummary),
  fx: () => (/* binding */ summaryLimitBytes)
});

// UNUSED EXPORTS: checkNameOf, placeOf

// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __webpack_require__(973);
// EXTERNAL MODULE: ./src/report/run-report.ts
var run_report = __webpack_require__(5967);
// EXTERNAL MODULE: ./src/core/ending.ts
var core_ending = __webpack_require__(4689);
// EXTERNAL MODULE: ./src/core/json.ts
var json = __webpack_require__(7136);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(6970);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(9988);
;// CONCATENATED MODULE: ./src/report/artifacts.ts



const mostColumns = 12;
const longestCell = 200;
/** One artifact as a section. Its text is a flow's output: shown, never obeyed. */
function artifactText(artifact, outgoing, bounds) {
    const heading = `#### ${outgoing.inline(artifact.name, 200)}`;
    const body = bodyOf(artifact, outgoing, bounds);
    const isTooLong = (0,visible/* byteLength */.dp)(body) > bounds.mostBytes;
    return `${heading}\n\n${isTooLong ? 'Too long to show here; the log has it.' : body}`;
}
function bodyOf(artifact, outgoing, bounds) {
    switch (artifact.kind) {
        case 'markdown':
            return markdownText(artifact.text, outgoing, bounds);
        case 'table':
            return tableText(artifact.columns, artifact.rows, { outgoing, bounds });
        case 'link':
            return `${artifact.text === undefined ? '' : `${outgoing.inline(artifact.text, 500)}: `}${outgoing.code(artifact.url, 2_000)}`;
        case 'image':
            return artifact.source.kind === 'url'
                ? `Image ${outgoing.inline(artifact.alt, 500)}: ${outgoing.code(artifact.source.url, 2_000)}`
                : `Image ${outgoing.inline(artifact.alt, 500)}: ${artifact.source.mediaType}, ${Math.ceil((artifact.source.base64.length * 3) / 4 / 1024)} KiB, in the log.`;
    }
}
function tableText(columns, rows, { outgoing, bounds }) {
    const head = columns.slice(0, mostColumns).map((column) => outgoing.inline(column, longestCell));
    if (head.length === 0)
        return 'An empty table.';
    const cells = rows
        .slice(0, bounds.mostRows)
        .map((row) => head.map((_, index) => cellText(row[index] ?? '', outgoing)));
    const notes = [
        rows.length > bounds.mostRows ? `${(0,words/* countWords */.rj)(rows.length - bounds.mostRows, 'more row')}` : undefined,
        columns.length > mostColumns ? (0,words/* countWords */.rj)(columns.length - mostColumns, 'more column') : undefined,
    ].filter((note) => note !== undefined);
    return `${(0,report_text/* table */.tp)(head, cells)}${notes.length === 0 ? '' : `\n\n… and ${notes.join(', ')} in the log.`}`;
}
function cellText(cell, outgoing) {
    return outgoing.inline(String(cell), longestCell);
}
/**
 * Markdown of a flow, read by a few rules of our own: tables, headings, lists, fenced code and paragraphs. What GitHub
 * gets is written anew from the escaped pieces.
 */
function markdownText(text, outgoing, bounds) {
    const lines = (0,visible/* visible */.RK)(text.slice(0, bounds.mostBytes * 2)).split('\n');
    const blocks = [];
    for (let index = 0; index < lines.length;) {
        const length = blockLength(lines, index);
        const block = lines.slice(index, index + length);
        const written = blockText(block, outgoing, bounds);
        if (written !== '')
            blocks.push(written);
        index += length;
    }
    return blocks.join('\n\n');
}
const fence = /^ {0,3}(`{3,}|~{3,})/;
const tableRow = /^ {0,3}\|/;
const listItem = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/;
const heading = /^ {0,3}#{1,6}\s+/;
function kindOf(line) {
    if (line.trim() === '')
        return 'blank';
    if (fence.test(line))
        return 'fence';
    if (tableRow.test(line))
        return 'table';
    if (listItem.test(line))
        return 'list';
    return heading.test(line) ? 'heading' : 'text';
}
/** How many lines from `start` on belong together. */
function blockLength(lines, start) {
    const kind = kindOf(lines[start] ?? '');
    if (kind === 'heading')
        return 1;
    const rest = lines.slice(start + 1);
    if (kind === 'fence') {
        const mark = fence.exec(lines[start] ?? '')?.[1] ?? '';
        const end = rest.findIndex((line) => line.trim().startsWith(mark));
        return end < 0 ? lines.length - start : end + 2;
    }
    const end = rest.findIndex((line) => kindOf(line) !== kind);
    return end < 0 ? lines.length - start : end + 1;
}
function blockText(block, outgoing, bounds) {
    const [first = ''] = block;
    switch (kindOf(first)) {
        case 'blank':
            return '';
        case 'fence':
            return outgoing.block(block.slice(1, block.length > 1 && fence.test(block.at(-1) ?? '') ? -1 : undefined));
        case 'table': {
            const [head = [], ...rows] = block
                .filter((line) => !/^[\s|:-]+$/.test(line))
                .map((line) => cellsOf(line));
            return tableText(head, rows, { outgoing, bounds });
        }
        case 'list':
            return block.map((line) => `- ${outgoing.inline(line.replace(listItem, ''))}`).join('\n');
        case 'heading':
            return `##### ${outgoing.inline(first.replace(heading, ''))}`;
        case 'text':
            return outgoing.inline(block.join(' '), 4_000);
    }
}
function cellsOf(row) {
    return row
        .trim()
        .replace(/^\|/, '')
        .replace(/\|$/, '')
        .split('|')
        .map((cell) => cell.trim());
}

// EXTERNAL MODULE: ./src/report/cost.ts
var report_cost = __webpack_require__(16);
// EXTERNAL MODULE: ./src/report/places.ts
var places = __webpack_require__(9749);
// EXTERNAL MODULE: ./src/report/run-title.ts
var run_title = __webpack_require__(9259);
// EXTERNAL MODULE: ./src/report/timeline.ts
var timeline = __webpack_require__(2510);
;// CONCATENATED MODULE: ./src/report/run-sections.ts











/** What happened and what to do about it. */
function headline(report, outgoing) {
    const { run } = report;
    const { phase } = run;
    const last = (0,core_run/* lastAttempt */.mh)(run);
    const ended = last?.ending === undefined || last.ending.class === 'exit-zero'
        ? ''
        : `Attempt ${last.number} ended because ${(0,run_title/* endingWords */.fg)(last.ending, outgoing)}.`;
    if ((0,core_run/* isEnded */.pl)(run))
        return ended === '' || last?.ending === undefined ? '' : `${ended}${adviceOf(last.ending)}`;
    if (phase.state !== 'queued')
        return '';
    const next = ended === '' ? '' : `The next one starts after ${(0,words/* secondWords */.US)(phase.notBefore)}.`;
    const wait = waitOf(report);
    return [ended, next, wait].filter((part) => part !== '').join(' ');
}
function waitOf({ waiting }) {
    return waiting === undefined || waiting === 'not-before' ? '' : `It waits: ${run_title/* waitWords */.jJ[waiting]}.`;
}
function adviceOf(ending) {
    const { advice } = (0,core_ending/* factsOf */.x)(ending.class);
    return advice === undefined ? '' : ` **${advice}**`;
}
function factsTable(report, outgoing, detail) {
    const { run, now, deployment, links } = report;
    // Nobody knows how long a run went on whose end nobody saw.
    const isKnown = run.phase.state !== 'unknown';
    const { resources } = deployment;
    const cost = isKnown && resources !== undefined ? (0,report_cost/* costOf */.ho)(run.attempts, resources) : undefined;
    const rows = [
        ['Why', (0,run_title/* causeWords */.pQ)(run, outgoing)],
        ['Commit', (0,places/* commitText */.tT)(links, run.commit)],
        ['Revision', outgoing.code((0,run_report/* revisionName */.pd)(run.revision), 300)],
        ['Image', deployment.image === undefined ? undefined : outgoing.code(deployment.image, 300)],
        ['Parameters', parametersText(report, outgoing, detail)],
        ['Started', (0,run_report/* firstStart */.z)(run) === undefined ? undefined : (0,words/* secondWords */.US)((0,run_report/* firstStart */.z)(run) ?? now)],
        [
            'Took',
            (0,run_report/* firstStart */.z)(run) === undefined || !(0,core_run/* isEnded */.pl)(run) || !isKnown
                ? undefined
                : (0,words/* durationWords */.Sh)((0,run_report/* elapsedMs */.d5)(run, now)),
        ],
        ['Cost', cost === undefined ? undefined : (0,report_cost/* costWords */.fL)(cost, deployment.policy?.spot ?? false)],
        ['Run', outgoing.code(run.id)],
    ];
    return (0,report_text/* table */.tp)(['', ''], rows.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])));
}
function parametersText({ run }, outgoing, detail) {
    return Object.keys(run.parameters).length === 0
        ? undefined
        : outgoing.code((0,json/* canonicalJson */.d)(run.parameters), detail.parameterLength);
}
/** What a person can do now. */
function nextSteps(report, outgoing, place) {
    const { run, links, logPlace } = report;
    const handle = (0,core_run/* lastAttempt */.mh)(run)?.handle;
    const task = handle === undefined ? undefined : (0,places/* taskAddress */.GM)(handle);
    const code = (0,places/* codeAddress */.as)(links, run);
    const page = (0,core_run/* isEnded */.pl)(run) ? (0,places/* runPageAddress */.Z3)(links, run) : undefined;
    const steps = [
        place === undefined
            ? undefined
            : `Where it failed: ${(0,report_text/* link */.nf)(outgoing.code(`${place.path}:${place.line}`), (0,places/* sourceAddress */.uU)(links, run.commit, place))}`,
        logPlace === undefined ? undefined : `The whole log: ${(0,places/* logPlaceText */.Fj)(logPlace, outgoing)}`,
        task === undefined ? undefined : `In AWS: ${(0,report_text/* link */.nf)('ECS task', task)}`,
        code === undefined ? undefined : `The code that ran: ${(0,report_text/* link */.nf)(outgoing.code(`flows/${run.flow}`), code)}`,
        page === undefined ? undefined : `Its page, kept in git: ${(0,report_text/* link */.nf)(outgoing.code(run.id), page)}`,
        ...commands(report),
    ].filter((step) => step !== undefined);
    return steps.map((step) => `- ${step}`).join('\n');
}
function commands({ run, links }) {
    const address = (0,places/* workflowAddress */._2)(links);
    const page = address === undefined ? '' : `, or from ${(0,report_text/* link */.nf)('the workflow page', address)}`;
    if (run.phase.state === 'succeeded')
        return [];
    if (!(0,core_run/* isEnded */.pl)(run))
        return [`Cancel it: \`headgate cancel ${run.id}\`${page}`];
    const retry = `One more attempt: \`headgate retry ${run.id}\`${page}`;
    if (run.phase.state !== 'unknown')
        return [retry];
    return [
        `If it did its work: \`headgate resolve ${run.id} --as succeeded\`; if not, \`--as failed\``,
        retry,
    ];
}
function attemptsTable({ run, now }, outgoing, detail) {
    const isPlain = run.attempts.length <= 1 && (0,core_run/* lastAttempt */.mh)(run)?.launchTry === 1;
    if (isPlain || run.attempts.length === 0)
        return '';
    const shown = run.attempts.slice(-detail.attempts);
    const left = run.attempts.length - shown.length;
    const rows = shown.map((attempt) => {
        const ran = (0,run_report/* attemptMs */.Es)(attempt, now);
        return [
            String(attempt.number),
            (0,words/* secondWords */.US)(attempt.startedAt ?? attempt.intendedAt),
            ran === undefined ? 'never' : (0,words/* durationWords */.Sh)(ran),
            `${attemptEnd(attempt, outgoing)}${attempt.launchTry > 1 ? ` (launch try ${attempt.launchTry})` : ''}`,
        ];
    });
    const note = left === 0 ? '' : `\n\n… and ${left} earlier.`;
    return `### Attempts\n\n${(0,report_text/* table */.tp)(['No.', 'Started', 'Ran', 'Ended because'], rows)}${note}`;
}
function attemptEnd(attempt, outgoing) {
    if (attempt.ending !== undefined)
        return (0,run_title/* endingWords */.fg)(attempt.ending, outgoing);
    return attempt.stop === undefined ? 'open' : `stopping: ${(0,core_ending/* factsOf */.x)(attempt.stop.cause).words}`;
}
/** The error with which the flow's own program ended, as it told it. */
function errorSection({ run, events }, outgoing) {
    const error = events?.finished?.error;
    if (error === undefined || run.phase.state === 'succeeded')
        return '';
    const text = error.stack ?? `${error.name}: ${error.message}`;
    const lines = outgoing.lines(text.split('\n'), { mostLines: 30, mostBytes: 6_000 });
    return `### Error\n\n${outgoing.block(lines)}`;
}
function tasksSection({ events, now }, outgoing, detail) {
    if (events === undefined)
        return '';
    const bars = outgoing.lines((0,timeline/* timelineLines */.tg)(events, now, detail.tasks), {
        mostLines: detail.tasks + 1,
        mostBytes: 30_000,
    });
    const totals = (0,timeline/* totalsRows */.XI)(events, detail.tasks).map(([name = '', ...numbers]) => [
        outgoing.inline(name, 100),
        ...numbers,
    ]);
    const parts = [
        bars.length === 0 ? '' : outgoing.block(bars),
        totals.length === 0 ? '' : (0,report_text/* table */.tp)(['Task', 'Succeeded', 'Failed', 'Restored', 'Together'], totals),
        progressText(events, outgoing, detail),
    ].filter((part) => part !== '');
    return parts.length === 0 ? '' : `### Tasks\n\n${parts.join('\n\n')}`;
}
function progressText({ progress }, outgoing, detail) {
    return progress
        .slice(0, detail.tasks)
        .map(({ name, done, total }) => {
        const label = name === '' ? 'Progress' : outgoing.inline(name, 100);
        return `- ${label}: ${done}${total === undefined ? '' : ` of ${total}`}`;
    })
        .join('\n');
}
function artifactsSection({ events }, outgoing, detail) {
    const all = events?.artifacts ?? [];
    const shown = all.slice(0, detail.artifacts);
    if (all.length === 0)
        return '';
    const texts = shown.map((artifact) => artifactText(artifact, outgoing, { mostRows: 50, mostBytes: detail.artifactBytes }));
    const left = all.length - shown.length;
    const note = left === 0 ? [] : [`… and ${left} more in the log.`];
    return `### Artifacts\n\n${[...texts, ...note].join('\n\n')}`;
}
function logSection({ logTail }, outgoing, detail) {
    if (logTail.length === 0 || detail.logLines === 0)
        return '';
    const lines = outgoing.lines(logTail.map(({ text }) => text), { mostLines: detail.logLines, mostBytes: detail.logBytes });
    return lines.length === 0 ? '' : `### End of the log\n\n${outgoing.block(lines)}`;
}

;// CONCATENATED MODULE: ./src/report/stack-trace.ts
/** `at load (/app/flows/x/index.ts:12:5)`, `at file:///app/flows/x/index.ts:12:5` */
const javascriptFrame = /^\s{1,20}at /;
const javascriptPlace = /(?:^|[\s(])(?:file:\/\/)?([^\s()]{1,500}):(\d{1,7}):\d{1,7}\)?$/;
const pythonHeader = /^\s{0,20}Traceback \(most recent call last\):$/;
/** `  File "/flow/main.py", line 12, in load` */
const pythonPlace = /^\s{1,20}File "([^"]{1,500})", line (\d{1,7})/;
const longestJudgedLine = 1_200;
const mostTraces = 10;
/** The innermost line of the flow's own code in the last stack trace that has one. */
function failingPlace(texts, source) {
    const lines = texts.map((text) => text.slice(0, longestJudgedLine));
    for (let end = lines.length, seen = 0; end > 0 && seen < mostTraces; seen += 1) {
        const trace = lastTrace(lines.slice(0, end));
        if (trace === undefined)
            return undefined;
        const found = trace.frames.map((frame) => placeIn(frame, source)).find((place) => place !== undefined);
        if (found !== undefined)
            return { ...found, message: trace.message };
        end = trace.start;
    }
    return undefined;
}
function hasStackTrace(texts) {
    return lastTrace(texts.map((text) => text.slice(0, longestJudgedLine))) !== undefined;
}
function lastTrace(lines) {
    const javascript = lines.findLastIndex((line) => javascriptFrame.test(line));
    const python = lines.findLastIndex((line) => pythonHeader.test(line));
    if (javascript < 0 && python < 0)
        return undefined;
    return javascript > python ? javascriptTrace(lines, javascript) : pythonTrace(lines, python);
}
function javascriptTrace(lines, end) {
    const start = lines.slice(0, end).findLastIndex((line) => !javascriptFrame.test(line)) + 1;
    return {
        start,
        frames: framesOf(lines.slice(start, end + 1), javascriptPlace),
        message: (lines[start - 1] ?? '').trim(),
    };
}
function pythonTrace(lines, start) {
    const body = lines.slice(start + 1);
    const length = body.findIndex((line) => !/^\s/.test(line));
    const frames = framesOf(length < 0 ? body : body.slice(0, length), pythonPlace).reverse();
    return { start, frames, message: length < 0 ? '' : (body[length] ?? '').trim() };
}
function framesOf(lines, pattern) {
    return lines.flatMap((text) => {
        const match = pattern.exec(text);
        return match === null ? [] : [{ path: match[1] ?? '', line: Number(match[2]) }];
    });
}
/** Folders of other people's code, which may have files called like ours. */
const foreign = new Set(['..', 'node_modules', 'site-packages', 'dist-packages']);
function placeIn({ path, line }, { flow, files }) {
    const segments = path.replaceAll('\\', '/').split('/');
    if (line < 1 || /^\/usr\//.test(path) || segments.some((segment) => foreign.has(segment)))
        return undefined;
    const suffixes = segments.map((_, index) => segments.slice(index).join('/'));
    if (files === undefined) {
        const own = suffixes.find((suffix) => suffix.startsWith(`flows/${flow}/`));
        return own !== undefined && /^[\w./@+-]+$/.test(own) ? { path: own, line } : undefined;
    }
    // A name alone says too little to be taken for a file outside the flow's folder.
    const candidates = suffixes.flatMap((suffix, index) => index > 0 && !suffix.includes('/') ? [`flows/${flow}/${suffix}`] : [suffix, `flows/${flow}/${suffix}`]);
    const known = candidates.find((candidate) => files.has(candidate));
    return known === undefined ? undefined : { path: known, line };
}

;// CONCATENATED MODULE: ./src/report/run-check.ts






/** GitHub refuses a longer summary: 65,535 characters, and as many bytes. */
const summaryLimitBytes = 65_535;
const conclusions = {
    succeeded: 'success',
    failed: 'failure',
    crashed: 'failure',
    'timed-out': 'timed_out',
    cancelled: 'cancelled',
    unknown: 'action_required',
};
/** What a commit's check list shows of one run. */
function runCheck(report, outgoing) {
    const { run } = report;
    const place = placeOf(report);
    return {
        name: checkNameOf(run),
        externalId: run.id,
        commit: run.commit,
        status: statusOf(run),
        startedAt: (0,run_report/* firstStart */.z)(run) ?? run.attempts[0]?.intendedAt ?? run.createdAt,
        title: (0,run_title/* runTitle */.kh)(report, outgoing),
        summary: runSummary(report, outgoing, place),
        annotations: place === undefined ? [] : [annotationOf(report, outgoing, place)],
    };
}
function checkNameOf({ flow }) {
    return `flow / ${flow}`;
}
function statusOf(run) {
    if ((0,core_run/* isEnded */.pl)(run))
        return { kind: 'completed', conclusion: conclusions[run.phase.state], at: run.phase.endedAt };
    return run.phase.state === 'queued' ? { kind: 'queued' } : { kind: 'in-progress' };
}
/** The line of the flow's own code that failed, if a stack trace says so. */
function placeOf({ run, events, logTail, sourceFiles }) {
    if (run.phase.state !== 'failed')
        return undefined;
    const source = { flow: run.flow, ...(sourceFiles === undefined ? {} : { files: sourceFiles }) };
    const [stack, tail] = tracesOf({ events, logTail });
    return failingPlace(stack, source) ?? failingPlace(tail, source);
}
function tracesOf({ events, logTail, }) {
    const stack = events?.finished?.error?.stack?.split('\n') ?? [];
    return [stack, logTail.map(({ text }) => text)];
}
/** Whether knowing the files of the commit could tell where the run failed. */
function hasTrace({ run, events, logTail }) {
    return run.phase.state === 'failed' && tracesOf({ events, logTail }).some(hasStackTrace);
}
function annotationOf(report, outgoing, place) {
    return {
        path: place.path,
        line: place.line,
        level: 'failure',
        title: outgoing.title(`${report.run.flow} failed here`),
        message: outgoing.title(place.message, 1_000) || 'The run failed here.',
    };
}
/** From everything to the least; the first that fits is shown. */
const details = [
    {
        logLines: 1_000,
        logBytes: 40_000,
        artifacts: 50,
        artifactBytes: 16_000,
        tasks: 50,
        attempts: 50,
        parameterLength: 2_000,
    },
    {
        logLines: 200,
        logBytes: 16_000,
        artifacts: 20,
        artifactBytes: 8_000,
        tasks: 40,
        attempts: 20,
        parameterLength: 1_000,
    },
    {
        logLines: 50,
        logBytes: 8_000,
        artifacts: 10,
        artifactBytes: 3_000,
        tasks: 20,
        attempts: 10,
        parameterLength: 500,
    },
    {
        logLines: 20,
        logBytes: 4_000,
        artifacts: 0,
        artifactBytes: 0,
        tasks: 10,
        attempts: 5,
        parameterLength: 200,
    },
    {
        logLines: 5,
        logBytes: 1_000,
        artifacts: 0,
        artifactBytes: 0,
        tasks: 0,
        attempts: 3,
        parameterLength: 100,
    },
];
function runSummary(report, outgoing, place = placeOf(report)) {
    let summary = '';
    for (const detail of details) {
        summary = sections(report, outgoing, { detail, place });
        if ((0,visible/* byteLength */.dp)(summary) <= summaryLimitBytes)
            return summary;
    }
    return (0,visible/* cutBytes */.Uw)(summary, summaryLimitBytes, '\n\n… (cut)');
}
function sections(report, outgoing, { detail, place }) {
    return [
        headline(report, outgoing),
        factsTable(report, outgoing, detail),
        nextSteps(report, outgoing, place),
        errorSection(report, outgoing),
        attemptsTable(report, outgoing, detail),
        tasksSection(report, outgoing, detail),
        artifactsSection(report, outgoing, detail),
        logSection(report, outgoing, detail),
    ]
        .filter((section) => section !== '')
        .join('\n\n');
}


/***/ })

};
