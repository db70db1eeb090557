export const id = 9089;
export const ids = [9089];
export const modules = {

/***/ 5285:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   db: () => (/* binding */ shownAsOf),
/* harmony export */   o4: () => (/* binding */ openAlerts),
/* harmony export */   rl: () => (/* binding */ causeOf)
/* harmony export */ });
/* harmony import */ var _alerting_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9344);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3298);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3705);



/** What is wrong now, by key: a function of what is remembered, the same in every process. */
function openAlerts(state, rules) {
    if (rules === undefined)
        return new Map();
    const { troubles, clock } = (0,_alerting_js__WEBPACK_IMPORTED_MODULE_0__/* .alertingOf */ .IQ)(state);
    const alerts = [...troubles.values()].flatMap(({ flow, failures, missed }) => [
        ...(failures === undefined || failures.count < rules.afterFailures
            ? []
            : [opened({ kind: 'failures', flow, since: failures.since, streak: failures })]),
        ...(missed === undefined || !rules.hasMissedSlots
            ? []
            : [opened({ kind: 'missed', flow, since: missed.from, missed })]),
    ]);
    if (rules.hasUnknownRuns)
        alerts.push(...unknownAlerts(state));
    const clockMs = (rules.clockSeconds ?? Number.POSITIVE_INFINITY) * _instant_js__WEBPACK_IMPORTED_MODULE_2__/* .secondMs */ .fj;
    if (clock !== undefined && clock.to - clock.from >= clockMs)
        alerts.push(opened({ kind: 'clock', since: clock.from, wait: clock }));
    return new Map(alerts.sort(bySince).map((alert) => [alert.key, alert]));
}
function opened(alert) {
    return { ...alert, key: (0,_alerting_js__WEBPACK_IMPORTED_MODULE_0__/* .alertKeyOf */ .Hl)(alert) };
}
function unknownAlerts({ runs }) {
    const byFlow = new Map();
    for (const run of runs.values()) {
        if (!isUnknown(run))
            continue;
        const known = byFlow.get(run.flow);
        if (known === undefined)
            byFlow.set(run.flow, [run]);
        else
            known.push(run);
    }
    return [...byFlow].map(([flow, unknown]) => {
        const sorted = unknown.sort((a, b) => a.phase.endedAt - b.phase.endedAt || (a.id < b.id ? -1 : 1));
        return opened({ kind: 'unknown', flow, since: sorted[0]?.phase.endedAt, runs: sorted });
    });
}
function isUnknown(run) {
    return run.phase.state === 'unknown';
}
function bySince(a, b) {
    return a.since - b.since || (a.key < b.key ? -1 : 1);
}
/** What an issue shows of it; when this changes, it is written anew. */
function shownAsOf(alert) {
    switch (alert.kind) {
        case 'failures':
            return `${alert.streak.count} ${causeOf(alert)} ${alert.streak.run}`;
        case 'missed':
            return `${alert.missed.count} ${causeOf(alert)} ${alert.missed.to}`;
        case 'unknown':
            return (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(alert.runs.map(({ id }) => id).join('\n')).slice(0, 16);
        case 'clock':
            return `${alert.wait.from} ${alert.wait.to}`;
    }
}
/** What is behind it; when this changes, people are told again. */
function causeOf(alert) {
    switch (alert.kind) {
        case 'failures':
            return [
                alert.streak.class,
                ...(alert.streak.exitCode === undefined ? [] : [alert.streak.exitCode]),
            ].join(' ');
        case 'missed':
            return alert.missed.because;
        default:
            return alert.kind;
    }
}


/***/ }),

/***/ 6964:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ faultWords)
/* harmony export */ });
/** Why something could not be made, on one line: the error's own words, which may quote what it choked on. */
function faultWords(error) {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return text.replaceAll(/\s+/g, ' ').slice(0, 300);
}


/***/ }),

/***/ 2238:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ blocksOf),
/* harmony export */   X: () => (/* binding */ piecesOf)
/* harmony export */ });
/** `lines`: redacted and visible. */
function blocksOf(lines) {
    const blocks = [];
    for (let index = 0; index < lines.length;) {
        const length = blockLength(lines, index);
        const block = blockOf(lines.slice(index, index + length));
        if (block !== undefined)
            blocks.push(block);
        index += length;
    }
    return blocks;
}
const strongOrCode = /(\*\*[^*]{1,500}\*\*|`[^`]{1,500}`)/;
function piecesOf(text) {
    return text.split(strongOrCode).flatMap((part, index) => {
        if (part === '')
            return [];
        if (index % 2 === 0)
            return [{ kind: 'plain', text: part }];
        return part.startsWith('`')
            ? [{ kind: 'code', text: part.slice(1, -1) }]
            : [{ kind: 'strong', text: part.slice(2, -2) }];
    });
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
function blockOf(lines) {
    const [first = ''] = lines;
    switch (kindOf(first)) {
        case 'blank':
            return undefined;
        case 'fence': {
            const isClosed = lines.length > 1 && fence.test(lines.at(-1) ?? '');
            return { kind: 'code', lines: lines.slice(1, isClosed ? -1 : undefined) };
        }
        case 'table': {
            const [head = [], ...rows] = lines.filter((line) => !/^[\s|:-]+$/.test(line)).map(cellsOf);
            return { kind: 'table', head, rows };
        }
        case 'list':
            return { kind: 'list', items: lines.map((line) => line.replace(listItem, '')) };
        case 'heading':
            return { kind: 'heading', text: first.replace(heading, '') };
        case 'text':
            return { kind: 'text', text: lines.join(' ') };
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


/***/ }),

/***/ 1646:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KR: () => (/* binding */ markdownBlocks),
/* harmony export */   R9: () => (/* binding */ imageSize),
/* harmony export */   gH: () => (/* binding */ artifactText),
/* harmony export */   oG: () => (/* binding */ shownTable)
/* harmony export */ });
/* harmony import */ var _artifact_blocks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2238);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6970);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3727);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9988);




const mostColumns = 12;
const mostLines = 2_000;
const longestCell = 200;
/** One artifact as a section. Its text is a flow's output: shown, never obeyed. */
function artifactText(artifact, outgoing, bounds) {
    const heading = `#### ${outgoing.inline(artifact.name, 200)}`;
    const body = bodyOf(artifact, outgoing, bounds);
    const isTooLong = (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .byteLength */ .dp)(body) > bounds.mostBytes;
    return `${heading}\n\n${isTooLong ? 'Too long to show here; the log has it.' : body}`;
}
function bodyOf(artifact, outgoing, bounds) {
    switch (artifact.kind) {
        case 'markdown':
            return markdownBlocks(artifact.text, outgoing, bounds.mostBytes)
                .map((block) => blockText(block, outgoing, bounds))
                .join('\n\n');
        case 'table':
            return tableText(shownTable(artifact, bounds.mostRows), outgoing);
        case 'link':
            return `${artifact.text === undefined ? '' : `${outgoing.inline(artifact.text, 500)}: `}${outgoing.code(artifact.url, 2_000)}`;
        case 'image':
            return artifact.source.kind === 'url'
                ? `Image ${outgoing.inline(artifact.alt, 500)}: ${outgoing.code(artifact.source.url, 2_000)}`
                : `Image ${outgoing.inline(artifact.alt, 500)}: ${imageSize(artifact.source)}, in the log.`;
    }
}
/** Redacted as a whole, while secrets are whole, and only then taken apart. */
function markdownBlocks(text, outgoing, mostBytes) {
    const lines = text.slice(0, mostBytes * 2).split(/\r\n?|\n/);
    return (0,_artifact_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .blocksOf */ .S)(outgoing.lines(lines.slice(0, mostLines), { mostLines, mostBytes: mostBytes * 4 }));
}
function imageSize({ mediaType, base64, }) {
    return `${mediaType}, ${Math.ceil((base64.length * 3) / 4 / 1024)} KiB`;
}
function shownTable({ columns, rows }, mostRows) {
    const head = columns.slice(0, mostColumns);
    const left = [
        rows.length > mostRows ? (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .countWords */ .rj)(rows.length - mostRows, 'more row') : '',
        columns.length > mostColumns ? (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .countWords */ .rj)(columns.length - mostColumns, 'more column') : '',
    ];
    return {
        head,
        rows: rows.slice(0, mostRows).map((row) => head.map((_, index) => String(row[index] ?? ''))),
        left: left.filter((note) => note !== ''),
    };
}
function tableText({ head, rows, left }, outgoing) {
    if (head.length === 0)
        return 'An empty table.';
    const cells = (texts) => texts.map((text) => outgoing.inline(text, longestCell));
    const notes = left.length === 0 ? '' : `\n\n… and ${left.join(', ')} in the log.`;
    return `${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(cells(head), rows.map(cells))}${notes}`;
}
function blockText(block, outgoing, bounds) {
    switch (block.kind) {
        case 'code':
            return outgoing.block(block.lines);
        case 'table':
            return tableText(shownTable({ columns: block.head, rows: block.rows }, bounds.mostRows), outgoing);
        case 'list':
            return block.items.map((item) => `- ${inlineText(item, outgoing)}`).join('\n');
        case 'heading':
            return `##### ${inlineText(block.text, outgoing)}`;
        case 'text':
            return inlineText(block.text, outgoing);
    }
}
/** Pieces stand apart, so that none of them changes what its neighbour means. */
function inlineText(text, outgoing) {
    const shown = (0,_artifact_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .piecesOf */ .X)(text).map(({ kind, text: piece }) => {
        if (kind === 'code')
            return outgoing.code(piece, 4_000);
        const inline = outgoing.inline(piece, 4_000);
        return kind === 'plain' || !/^[A-Za-z0-9](?:.*[A-Za-z0-9.:,;?%)])?$/.test(inline)
            ? inline
            : `**${inline}**`;
    });
    return shown.filter((piece) => piece !== '').join(' ');
}


/***/ }),

/***/ 5107:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FD: () => (/* binding */ bareCheck),
  vu: () => (/* binding */ conclusionOf),
  k_: () => (/* binding */ runCheck),
  KL: () => (/* binding */ runSummary),
  IC: () => (/* binding */ strayCheck),
  fx: () => (/* binding */ summaryLimitBytes)
});

// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __webpack_require__(973);
// EXTERNAL MODULE: ./src/report/named-error.ts + 1 modules
var named_error = __webpack_require__(9518);
// EXTERNAL MODULE: ./src/core/ending.ts
var ending = __webpack_require__(4689);
// EXTERNAL MODULE: ./src/report/places.ts
var places = __webpack_require__(9749);
// EXTERNAL MODULE: ./src/report/run-report.ts
var run_report = __webpack_require__(5967);
// EXTERNAL MODULE: ./src/report/run-title.ts + 1 modules
var run_title = __webpack_require__(4014);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(6970);
// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(9988);
;// CONCATENATED MODULE: ./src/report/run-attempts.ts







function attemptsTable(report, outgoing, detail) {
    const { run, now } = report;
    const isPlain = run.attempts.length <= 1 && (0,core_run/* lastAttempt */.mh)(run)?.launchTry === 1;
    if (isPlain || run.attempts.length === 0)
        return '';
    const shown = run.attempts.slice(-detail.attempts);
    const left = run.attempts.length - shown.length;
    const hasLeftSpot = (0,run_report/* fallbackWords */.yY)(run) !== undefined;
    const told = new Set((0,core_run/* isEnded */.pl)(run) ? [(0,core_run/* lastAttempt */.mh)(run)?.ending?.class] : []);
    const rows = shown.map((attempt) => {
        return [
            (0,report_text/* link */.nf)(String(attempt.number), attempt.handle === undefined ? undefined : (0,places/* taskAddress */.GM)(attempt.handle)),
            ...(hasLeftSpot ? [attempt.capacity === 'on-demand' ? 'on demand' : 'spot'] : []),
            (0,words/* secondWords */.US)(attempt.startedAt ?? attempt.intendedAt),
            ranWords(attempt, now),
            `${attemptEnd(attempt, (0,run_title/* isLocalRun */.fd)(run), outgoing)}${attempt.launchTry > 1 ? ` (launch try ${attempt.launchTry})` : ''}${adviceBeside(report, attempt, { told, outgoing })}`,
        ];
    });
    const note = left === 0 ? '' : `\n\n… and ${left} earlier.`;
    const head = ['No.', ...(hasLeftSpot ? ['On'] : []), 'Started', 'Ran', 'Ended because'];
    return `### Attempts\n\n${(0,report_text/* table */.tp)(head, rows)}${note}`;
}
/** Nobody knows how long an attempt went on whose end nobody saw. */
function ranWords(attempt, now) {
    if (attempt.ending?.class === 'no-evidence')
        return 'not known';
    const ran = (0,run_report/* attemptMs */.Es)(attempt, now);
    return ran === undefined ? 'never' : (0,words/* durationWords */.Sh)(ran);
}
/** What is told once, or above already, is not told again. */
function adviceBeside(report, { ending }, { told, outgoing }) {
    if (ending === undefined || told.has(ending.class))
        return '';
    told.add(ending.class);
    const advice = (0,run_title/* adviceFor */.cp)(report, ending, outgoing);
    return advice === undefined ? '' : `. **${advice}**`;
}
/** A row has little room: what is cut in its middle keeps the right that is missing. */
const longestInRow = 500;
function attemptEnd(attempt, isLocal, outgoing) {
    if (attempt.ending !== undefined)
        return (0,run_title/* endingWords */.fg)(attempt.ending, outgoing, { isLocal, longest: longestInRow });
    return attempt.stop === undefined ? 'open' : `stopping: ${(0,ending/* factsOf */.x)(attempt.stop.cause).words}`;
}

// EXTERNAL MODULE: ./src/report/run-sections.ts
var run_sections = __webpack_require__(5393);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
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
    const place = (0,named_error/* placeOf */.$t)(report);
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
/** The least that can be said of a run: nothing in it comes from outside. */
function bareCheck(run) {
    return {
        name: checkNameOf(run),
        externalId: run.id,
        status: statusOf(run),
        commit: run.commit,
        startedAt: run.createdAt,
        title: `${run.phase.state}; the report could not be made`,
        summary: 'The report of this run could not be made. Its outcome is as this check says.',
        annotations: [],
    };
}
/** What is left of a check that was created although the run has another one. */
function strayCheck(run, at) {
    return {
        name: checkNameOf(run),
        externalId: run.id,
        commit: run.commit,
        status: { kind: 'completed', conclusion: 'neutral', at },
        startedAt: run.createdAt,
        title: 'Does not count: this run is shown by another check',
        summary: 'Two ticks showed this run at the same time. The other check of this name says how it goes on.',
        annotations: [],
    };
}
function checkNameOf({ flow }) {
    return `flow / ${flow}`;
}
function conclusionOf({ phase }) {
    return conclusions[phase.state];
}
function statusOf(run) {
    if ((0,core_run/* isEnded */.pl)(run))
        return { kind: 'completed', conclusion: conclusionOf(run), at: run.phase.endedAt };
    return run.phase.state === 'queued' ? { kind: 'queued' } : { kind: 'in-progress' };
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
function runSummary(report, outgoing, place = (0,named_error/* placeOf */.$t)(report)) {
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
        (0,run_sections/* headline */.Pl)(report, outgoing),
        (0,run_sections/* faultSection */.A2)(report, outgoing),
        (0,run_sections/* factsTable */.wd)(report, outgoing, detail),
        (0,run_sections/* nextSteps */.Zn)(report, outgoing, place),
        (0,run_sections/* errorSection */.K6)(report, outgoing),
        attemptsTable(report, outgoing, detail),
        (0,run_sections/* tasksSection */.iw)(report, outgoing, detail),
        (0,run_sections/* artifactsSection */.R$)(report, outgoing, detail),
        (0,run_sections/* logSection */.q4)(report, outgoing, detail),
    ]
        .filter((section) => section !== '')
        .join('\n\n');
}


/***/ }),

/***/ 5393:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A2: () => (/* binding */ faultSection),
/* harmony export */   K6: () => (/* binding */ errorSection),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   R$: () => (/* binding */ artifactsSection),
/* harmony export */   Zn: () => (/* binding */ nextSteps),
/* harmony export */   iw: () => (/* binding */ tasksSection),
/* harmony export */   q4: () => (/* binding */ logSection),
/* harmony export */   wd: () => (/* binding */ factsTable)
/* harmony export */ });
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7136);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(973);
/* harmony import */ var _artifacts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1646);
/* harmony import */ var _cost_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16);
/* harmony import */ var _named_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9518);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9749);
/* harmony import */ var _run_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5967);
/* harmony import */ var _run_title_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4014);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6970);
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2510);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9988);











/** What happened, where, and what to do about it: the first line that anybody reads. */
function headline(report, outgoing) {
    const { run } = report;
    const { phase } = run;
    const last = (0,_core_run_js__WEBPACK_IMPORTED_MODULE_9__/* .lastAttempt */ .mh)(run);
    const ending = last?.ending === undefined || last.ending.class === 'exit-zero' ? undefined : last.ending;
    const ended = ending === undefined
        ? ''
        : `Attempt ${last?.number} ended because ${(0,_run_title_js__WEBPACK_IMPORTED_MODULE_5__/* .endingWords */ .fg)(ending, outgoing, { isLocal: (0,_run_title_js__WEBPACK_IMPORTED_MODULE_5__/* .isLocalRun */ .fd)(run) })}.`;
    if ((0,_core_run_js__WEBPACK_IMPORTED_MODULE_9__/* .isEnded */ .pl)(run)) {
        if (ending === undefined)
            return '';
        const advice = (0,_run_title_js__WEBPACK_IMPORTED_MODULE_5__/* .adviceFor */ .cp)(report, ending, outgoing);
        return sentences([errorSentence(report, outgoing), ended, advice === undefined ? '' : `**${advice}**`]);
    }
    if (phase.state !== 'queued')
        return '';
    const next = ended === '' ? '' : `The next one starts after ${(0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .secondWords */ .US)(phase.notBefore)}.`;
    return sentences([ended, next, waitOf(report)]);
}
function sentences(parts) {
    return parts.filter((part) => part !== '').join(' ');
}
/** `flows/x/main.py:28` ValueError: no such region. */
function errorSentence(report, outgoing) {
    const error = (0,_named_error_js__WEBPACK_IMPORTED_MODULE_2__/* .namedError */ .mU)(report);
    if (error === undefined)
        return '';
    const { place, text } = error;
    const shown = outgoing.code(text, 500);
    if (place === undefined)
        return `${shown}.`;
    const address = (0,_places_js__WEBPACK_IMPORTED_MODULE_3__/* .sourceAddress */ .uU)(report.links, report.run.commit, place);
    return `${(0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .link */ .nf)(outgoing.code(`${place.path}:${place.line}`), address)} ${shown}.`;
}
/** Nobody is to take a report for whole that is not. */
function faultSection({ fault }, outgoing) {
    return fault === undefined
        ? ''
        : `**The report could not be made whole.** What the run printed is left out, since a report of it failed: ${outgoing.inline(fault, 300)}. This is a bug of Headgate: please report it.`;
}
function waitOf({ waiting }) {
    return waiting === undefined || waiting === 'not-before' ? '' : `It waits: ${_run_title_js__WEBPACK_IMPORTED_MODULE_5__/* .waitWords */ .jJ[waiting]}.`;
}
function factsTable(report, outgoing, detail) {
    const { run, now, deployment, links } = report;
    // Nobody knows how long a run went on whose end nobody saw.
    const isKnown = run.phase.state !== 'unknown';
    const { resources } = deployment;
    const cost = isKnown && resources !== undefined ? (0,_cost_js__WEBPACK_IMPORTED_MODULE_1__/* .costOf */ .ho)(run.attempts, resources) : undefined;
    const rows = [
        ['Why', (0,_run_title_js__WEBPACK_IMPORTED_MODULE_5__/* .causeWords */ .pQ)(run, outgoing)],
        ['Commit', (0,_places_js__WEBPACK_IMPORTED_MODULE_3__/* .commitText */ .tT)(links, run.commit)],
        ['Revision', outgoing.code((0,_run_report_js__WEBPACK_IMPORTED_MODULE_4__/* .revisionName */ .pd)(run.revision), 300)],
        ['Image', imageText(report, outgoing)],
        ['Parameters', parametersText(report, outgoing, detail)],
        ['Capacity', (0,_run_report_js__WEBPACK_IMPORTED_MODULE_4__/* .fallbackWords */ .yY)(run)],
        ['Started', (0,_run_report_js__WEBPACK_IMPORTED_MODULE_4__/* .firstStart */ .z)(run) === undefined ? undefined : (0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .secondWords */ .US)((0,_run_report_js__WEBPACK_IMPORTED_MODULE_4__/* .firstStart */ .z)(run) ?? now)],
        [
            'Took',
            (0,_run_report_js__WEBPACK_IMPORTED_MODULE_4__/* .firstStart */ .z)(run) === undefined || !(0,_core_run_js__WEBPACK_IMPORTED_MODULE_9__/* .isEnded */ .pl)(run) || !isKnown
                ? undefined
                : (0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .durationWords */ .Sh)((0,_run_report_js__WEBPACK_IMPORTED_MODULE_4__/* .elapsedMs */ .d5)(run, now)),
        ],
        ['Cost', cost === undefined ? undefined : (0,_cost_js__WEBPACK_IMPORTED_MODULE_1__/* .costWords */ .fL)(cost, deployment.policy?.spot ?? false)],
    ];
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .table */ .tp)(['Run', outgoing.code(run.id)], rows.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])));
}
function imageText({ deployment, links }, outgoing) {
    const { image, built } = deployment;
    if (image === undefined)
        return undefined;
    return `${outgoing.code(shortDigest(image), 300)}${built === undefined ? '' : `, ${(0,_places_js__WEBPACK_IMPORTED_MODULE_3__/* .originText */ .CQ)(links, built)}`}`;
}
/** Enough to tell images apart; the check of the deploy has all of it. */
function shortDigest(image) {
    return image.replace(/(@sha256:[0-9a-f]{12})[0-9a-f]{52}$/, '$1\u2026');
}
function parametersText({ run }, outgoing, detail) {
    return Object.keys(run.parameters).length === 0
        ? undefined
        : outgoing.code((0,_core_json_js__WEBPACK_IMPORTED_MODULE_10__/* .canonicalJson */ .d)(run.parameters), detail.parameterLength);
}
/** What a person can do now. */
function nextSteps(report, outgoing, place) {
    const { run, links, logPlace } = report;
    const handle = (0,_core_run_js__WEBPACK_IMPORTED_MODULE_9__/* .lastAttempt */ .mh)(run)?.handle;
    const task = handle === undefined ? undefined : (0,_places_js__WEBPACK_IMPORTED_MODULE_3__/* .taskAddress */ .GM)(handle);
    const code = (0,_places_js__WEBPACK_IMPORTED_MODULE_3__/* .codeAddress */ .as)(links, run);
    const page = (0,_core_run_js__WEBPACK_IMPORTED_MODULE_9__/* .isEnded */ .pl)(run) ? (0,_places_js__WEBPACK_IMPORTED_MODULE_3__/* .runPageAddress */ .Z3)(links, run) : undefined;
    const steps = [
        place === undefined
            ? undefined
            : `Where it failed: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .link */ .nf)(outgoing.code(`${place.path}:${place.line}`), (0,_places_js__WEBPACK_IMPORTED_MODULE_3__/* .sourceAddress */ .uU)(links, run.commit, place))}`,
        logPlace === undefined ? undefined : `The whole log: ${(0,_places_js__WEBPACK_IMPORTED_MODULE_3__/* .logPlaceText */ .Fj)(logPlace, outgoing)}`,
        task === undefined ? undefined : `In AWS: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .link */ .nf)('ECS task', task)}`,
        code === undefined ? undefined : `The code that ran: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .link */ .nf)(outgoing.code(`flows/${run.flow}`), code)}`,
        page === undefined ? undefined : `Its page, kept in git: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .link */ .nf)(outgoing.code(run.id), page)}`,
        ...commands(report),
    ].filter((step) => step !== undefined);
    return steps.map((step) => `- ${step}`).join('\n');
}
function commands({ run, links }) {
    const address = (0,_places_js__WEBPACK_IMPORTED_MODULE_3__/* .workflowAddress */ ._2)(links);
    const page = address === undefined ? '' : `, or from ${(0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .link */ .nf)('the workflow page', address)}`;
    if (run.phase.state === 'succeeded')
        return [];
    if (!(0,_core_run_js__WEBPACK_IMPORTED_MODULE_9__/* .isEnded */ .pl)(run))
        return [`Cancel it: \`headgate cancel ${run.id}\`${page}`];
    const retry = `One more attempt: \`headgate retry ${run.id}\`${page}`;
    if (run.phase.state !== 'unknown')
        return [retry];
    return [
        `If it did its work: \`headgate resolve ${run.id} --as succeeded\`; if not, \`--as failed\``,
        retry,
    ];
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
    const bars = outgoing.lines((0,_timeline_js__WEBPACK_IMPORTED_MODULE_7__/* .timelineLines */ .tg)(events, now, detail.tasks), {
        mostLines: detail.tasks + 1,
        mostBytes: 30_000,
    });
    const totals = (0,_timeline_js__WEBPACK_IMPORTED_MODULE_7__/* .totalsRows */ .XI)(events, detail.tasks).map(([name = '', ...numbers]) => [
        outgoing.inline(name, 100),
        ...numbers,
    ]);
    const parts = [
        bars.length === 0 ? '' : outgoing.block(bars),
        totals.length === 0 ? '' : (0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .table */ .tp)(['Task', 'Succeeded', 'Failed', 'Restored', 'Together'], totals),
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
    const texts = shown.map((artifact) => (0,_artifacts_js__WEBPACK_IMPORTED_MODULE_0__/* .artifactText */ .gH)(artifact, outgoing, { mostRows: 50, mostBytes: detail.artifactBytes }));
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


/***/ })

};
