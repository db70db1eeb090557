export const id = 21;
export const ids = [21];
export const modules = {

/***/ 3758:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ dueSlots),
/* harmony export */   m: () => (/* binding */ gapIn)
/* harmony export */ });
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3484);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3705);
/* harmony import */ var _slots_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5957);



/**
 * Accounts for every slot in `(mark, now]`. At most about `most` slots come at once: then the mark stops before the first
 * instant that did not fit, and a later tick goes on from there.
 */
function dueSlots(registry, state, now, most) {
    const spans = [...registry.deployments.values()]
        .filter(isLive)
        .flatMap((deployment) => spansOf(deployment, state, now));
    const candidates = spans
        .flatMap((span) => span.candidates.map((slot) => ({ span, slot })))
        .sort((a, b) => a.slot - b.slot);
    const firstLeft = candidates.length > most ? firstInstantFrom(candidates, most) : undefined;
    const mark = firstLeft === undefined ? now : (0,_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantFromMs */ .A0)(firstLeft - 1);
    const slots = candidates
        .filter(({ slot }) => slot <= mark)
        .map(({ span, slot }) => ({ flow: span.flow, slot, parameters: span.schedule.parameters }));
    return { slots, gaps: spans.flatMap((span) => gapsOf(span, mark)), mark };
}
function isLive(deployment) {
    return deployment.retiredAt === undefined;
}
/** Instants are kept whole: either all slots of an instant come, or none. */
function firstInstantFrom(candidates, most) {
    const last = candidates[most - 1]?.slot;
    const next = candidates[most]?.slot;
    if (last !== next)
        return next;
    const first = candidates[0]?.slot;
    return last === first ? candidates.find(({ slot }) => slot > (last ?? 0))?.slot : last;
}
function spansOf(deployment, state, now) {
    const { catchUp, schedules } = deployment.policy;
    const isPaused = state.pauses.has(deployment.flow);
    return schedules.map((schedule) => {
        const since = deployment.scheduledSince[(0,_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .scheduleKey */ .rW)(schedule)] ?? deployment.deployedAt;
        const after = later(state.mark, since);
        const tooLate = later(after, (0,_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantFromMs */ .A0)(now - catchUp.windowSeconds * _instant_js__WEBPACK_IMPORTED_MODULE_1__/* .secondMs */ .fj - 1));
        const most = catchUp.policy === 'all' ? catchUp.max : 1;
        const candidates = isPaused ? [] : (0,_slots_js__WEBPACK_IMPORTED_MODULE_2__/* .lastSlots */ .St)(schedule, tooLate, now, most);
        const beyond = isPaused ? 'paused' : catchUp.policy === 'all' ? 'catch-up-max' : 'newer-slot';
        return { flow: deployment.flow, schedule, after, tooLate, candidates, beyond };
    });
}
/** The slots of a span that do not run: first the ones that are too late, then the ones before its candidates. */
function gapsOf(span, mark) {
    const lastTooLate = earlier(span.tooLate, mark);
    const firstCandidate = span.candidates[0];
    const beforeCandidates = firstCandidate === undefined ? mark : earlier((0,_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantFromMs */ .A0)(firstCandidate - 1), mark);
    return [
        ...gapIn(span, { after: span.after, until: lastTooLate, outcome: 'missed', because: 'window' }),
        ...gapIn(span, { after: lastTooLate, until: beforeCandidates, outcome: 'skipped', because: span.beyond }),
    ];
}
function gapIn(span, { after, until, outcome, because }) {
    if (until <= after)
        return [];
    const count = (0,_slots_js__WEBPACK_IMPORTED_MODULE_2__/* .countSlots */ .vf)(span.schedule, after, until);
    const [from] = count === 0 ? [] : (0,_slots_js__WEBPACK_IMPORTED_MODULE_2__/* .nextSlots */ .jj)(span.schedule, after, 1);
    const [to] = count === 0 ? [] : (0,_slots_js__WEBPACK_IMPORTED_MODULE_2__/* .lastSlots */ .St)(span.schedule, after, until, 1);
    return from === undefined || to === undefined
        ? []
        : [{ flow: span.flow, outcome, because, from, to, count }];
}
function later(a, b) {
    return a > b ? a : b;
}
function earlier(a, b) {
    return a < b ? a : b;
}


/***/ }),

/***/ 8562:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ nextWake)
/* harmony export */ });
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(973);
/* harmony import */ var _slots_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5957);



/** How soon a tick should look again while attempts are open. */
const watchMs = 5 * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2;
/** The next moment at which a tick has something to do; undefined if nothing is scheduled and nothing is open. */
function nextWake(state, registry, now) {
    const slots = [...registry.deployments.values()]
        .filter(({ flow, retiredAt }) => retiredAt === undefined && !state.pauses.has(flow))
        .flatMap(({ policy }) => policy.schedules.flatMap((schedule) => (0,_slots_js__WEBPACK_IMPORTED_MODULE_1__/* .nextSlots */ .jj)(schedule, now, 1)));
    const runs = [...state.runs.values()]
        .filter((run) => !(0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .isEnded */ .pl)(run))
        .map((run) => wakeFor(run, registry, now));
    const moments = [...slots, ...runs];
    return moments.length === 0 ? undefined : moments.reduce((a, b) => (a < b ? a : b));
}
function wakeFor(run, registry, now) {
    const soon = (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .plusMs */ .f9)(now, watchMs);
    if (run.phase.state === 'queued')
        return run.phase.notBefore > now ? run.phase.notBefore : soon;
    const startedAt = run.attempts.at(-1)?.startedAt;
    const policy = registry.deployments.get(run.flow)?.policy;
    const deadline = startedAt === undefined || policy === undefined
        ? soon
        : (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .plusSeconds */ .Mu)(startedAt, policy.timeout.runSeconds);
    return deadline > now && deadline < soon ? deadline : soon;
}


/***/ }),

/***/ 8373:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ record)
});

// EXTERNAL MODULE: ./src/core/digest.ts
var digest = __webpack_require__(3298);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __webpack_require__(973);
;// CONCATENATED MODULE: ./src/core/invariant.ts


/**
 * The promises that are cheap enough to check before every write. One that does not hold stops all writing: a wrong
 * record is worse than a missing one.
 */
function assertPromises(before, after) {
    if (after.mark < before.mark)
        broken(`the mark moves back from ${before.mark} to ${after.mark}`);
    const handles = new Set();
    for (const run of after.runs.values()) {
        assertRun(run, handles);
        const known = before.runs.get(run.id);
        if (known !== undefined)
            assertStep(known, run);
    }
    for (const run of before.runs.values()) {
        if (!(0,core_run/* isEnded */.pl)(run) && !after.runs.has(run.id))
            broken(`open run ${run.id} disappears`);
    }
}
function assertRun(run, handles) {
    for (const [index, attempt] of run.attempts.entries()) {
        if (attempt.number !== index + 1)
            broken(`attempts of run ${run.id} are not numbered in order`);
        const isLast = index === run.attempts.length - 1;
        if (!isLast && attempt.ending === undefined)
            broken(`run ${run.id} has two open attempts`);
        if (attempt.handle !== undefined && handles.has(attempt.handle))
            broken(`two attempts share ${attempt.handle}`);
        if (attempt.handle !== undefined)
            handles.add(attempt.handle);
    }
    const last = run.attempts.at(-1);
    if (run.phase.state === 'succeeded' &&
        last !== undefined &&
        last.ending?.class !== 'exit-zero' &&
        !isResolved(last)) {
        broken(`run ${run.id} counts as succeeded without an exit code 0`);
    }
}
/** A person may resolve an unknown run. */
function isResolved(attempt) {
    return attempt.ending?.class === 'no-evidence';
}
function assertStep(before, after) {
    for (const attempt of before.attempts) {
        const now = after.attempts.find(({ number }) => number === attempt.number);
        if (now === undefined)
            broken(`attempt ${attempt.number} of run ${before.id} disappears`);
        else if (attempt.ending !== undefined && now.ending?.class !== attempt.ending.class) {
            broken(`the end of attempt ${attempt.number} of run ${before.id} changes`);
        }
        else if (attempt.handle !== undefined && now.handle !== attempt.handle) {
            broken(`attempt ${attempt.number} of run ${before.id} changes its task`);
        }
    }
    if (before.revision !== after.revision)
        broken(`run ${before.id} changes its revision`);
    if ((0,core_run/* isEnded */.pl)(before) && !(0,core_run/* isEnded */.pl)(after) && after.granted <= before.granted)
        broken(`ended run ${before.id} opens again`);
}
function broken(what) {
    throw new problem/* InvariantError */.zU(`A promise does not hold: ${what}.`);
}

// EXTERNAL MODULE: ./src/core/ending.ts
var core_ending = __webpack_require__(4689);
// EXTERNAL MODULE: ./src/report/board-view.ts
var board_view = __webpack_require__(2639);
// EXTERNAL MODULE: ./src/report/state-words.ts
var state_words = __webpack_require__(4988);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(6970);
// EXTERNAL MODULE: ./src/report/words.ts
var report_words = __webpack_require__(9988);
;// CONCATENATED MODULE: ./src/report/board-attention.ts







const mostItems = 50;
/** What GitHub's own schedule takes on a good day. */
const overdueMs = 15 * instant/* minuteMs */.J2;
/** What is wrong now: what a person should look at first. */
function attention(board) {
    const items = [
        ...unknownRuns(board),
        ...badFlows(board),
        ...overdueSlots(board),
        ...missingRuns(board),
        ...missedSlots(board),
    ];
    if (items.length === 0)
        return '\u{1f7e2} Nothing needs attention.';
    const shown = items.slice(0, mostItems).map((item) => `- ${item}`);
    const left = items.length - shown.length;
    return `## Needs attention\n\n${[...shown, ...(left === 0 ? [] : [`- … and ${left} more`])].join('\n')}`;
}
function unknownRuns({ state, ...board }) {
    return [...state.runs.values()]
        .filter(({ phase }) => phase.state === 'unknown')
        .sort(board_view/* newestFirst */.ll)
        .map((run) => `${(0,state_words/* markedState */.wy)('unknown')}: ${(0,board_view/* runText */.le)(board.links, run)}. Look at its log, then \`headgate resolve ${run.id} --as succeeded\`, or retry it.`);
}
/** Flows whose newest ended run was bad. */
function badFlows({ runsOf, links }) {
    return [...runsOf.entries()].sort(board_view/* byName */.nG).flatMap(([, runs]) => {
        const newest = runs.find(core_run/* isEnded */.pl);
        if (newest === undefined || !(0,state_words/* isBad */.e2)(newest.phase.state) || newest.phase.state === 'unknown')
            return [];
        const ending = (0,core_run/* lastAttempt */.mh)(newest)?.ending;
        const because = ending === undefined ? '' : `: ${(0,core_ending/* factsOf */.x)(ending.class).words}`;
        return [`${(0,state_words/* markedState */.wy)(newest.phase.state)}: ${(0,board_view/* runText */.le)(links, newest)}${because}`];
    });
}
function missingRuns({ state, links }) {
    return [...state.runs.values()]
        .filter((run) => !(0,core_run/* isEnded */.pl)(run) && (0,core_run/* lastAttempt */.mh)(run)?.missing !== undefined)
        .sort(board_view/* newestFirst */.ll)
        .map((run) => `Not seen since ${(0,report_words/* instantWords */.lJ)((0,core_run/* lastAttempt */.mh)(run)?.missing?.since ?? run.createdAt)}: ${(0,board_view/* runText */.le)(links, run)}`);
}
function missedSlots({ state, now }) {
    return state.gaps
        .filter(({ outcome, to }) => outcome === 'missed' && now - to < instant/* dayMs */.LP)
        .map((gap) => `Missed: ${(0,board_view/* gapText */.Ml)(gap)}`);
}
/** Slots that are due and that no tick has seen: the clock stands still, or is behind. */
function overdueSlots(board) {
    const { registry, state, now } = board;
    return [...registry.deployments.entries()].sort(board_view/* byName */.nG).flatMap(([flow, deployment]) => {
        const next = (0,board_view/* nextSlotOf */.L$)(board, deployment);
        const isQuiet = deployment.retiredAt !== undefined || state.pauses.has(flow);
        if (isQuiet || next === undefined || now - next < overdueMs)
            return [];
        return [
            `Overdue for ${(0,report_words/* durationWords */.Sh)(now - next)}: the slot of ${(0,report_text/* codeSpan */.SS)(flow)} at ${(0,report_words/* instantWords */.lJ)(next)}, which no tick has seen`,
        ];
    });
}

// EXTERNAL MODULE: ./src/report/board-flows.ts
var board_flows = __webpack_require__(7685);
// EXTERNAL MODULE: ./src/report/run-report.ts
var run_report = __webpack_require__(5967);
// EXTERNAL MODULE: ./src/report/run-title.ts
var run_title = __webpack_require__(9259);
;// CONCATENATED MODULE: ./src/report/board-runs.ts








const mostRows = { open: 100, recent: 30, gaps: 20 };
function openRuns({ state, outgoing, links }) {
    const open = [...state.runs.values()].filter((run) => !(0,core_run/* isEnded */.pl)(run)).sort(board_view/* newestFirst */.ll);
    if (open.length === 0)
        return '';
    const rows = open
        .slice(0, mostRows.open)
        .map((run) => [
        (0,board_view/* runText */.le)(links, run),
        (0,state_words/* markedState */.wy)(run.phase.state),
        String(run.attempts.length),
        (0,report_words/* instantWords */.lJ)((0,run_report/* firstStart */.z)(run) ?? run.createdAt),
        (0,run_title/* causeWords */.pQ)(run, outgoing),
    ]);
    return section('Open runs', (0,report_text/* table */.tp)(['Run', 'State', 'Attempts', 'Since', 'Why'], rows), open.length - rows.length);
}
function recentRuns({ state, outgoing, links }) {
    const ended = [...state.runs.values()]
        .filter(core_run/* isEnded */.pl)
        .sort((a, b) => b.phase.endedAt - a.phase.endedAt || (0,board_view/* newestFirst */.ll)(a, b));
    if (ended.length === 0)
        return '';
    const rows = ended
        .slice(0, mostRows.recent)
        .map((run) => [
        (0,board_view/* runText */.le)(links, run),
        (0,state_words/* markedState */.wy)(run.phase.state),
        (0,report_words/* instantWords */.lJ)(run.phase.endedAt),
        took(run),
        (0,run_title/* causeWords */.pQ)(run, outgoing),
    ]);
    return section('Recent runs', (0,report_text/* table */.tp)(['Run', 'State', 'Ended', 'Took', 'Why'], rows), ended.length - rows.length);
}
function gapTable({ state }) {
    if (state.gaps.length === 0)
        return '';
    const rows = state.gaps
        .slice(-mostRows.gaps)
        .reverse()
        .map((gap) => [gap.outcome, (0,board_view/* gapText */.Ml)(gap)]);
    return section('Slots without a run', (0,report_text/* table */.tp)(['', 'Slots'], rows), state.gaps.length - rows.length);
}
function took(run) {
    const ms = (0,board_flows/* tookMs */.gM)(run);
    return ms === undefined ? '' : (0,report_words/* durationWords */.Sh)(ms);
}
function section(title, body, left) {
    return `## ${title}\n\n${body}${left === 0 ? '' : `\n\n… and ${left} more.`}`;
}

// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
;// CONCATENATED MODULE: ./src/report/timeline-drawing.ts




/** GitHub's own colours, each at least 4.5 : 1 on its ground. */
const palettes = {
    light: {
        ground: '#ffffff',
        text: '#1f2328',
        line: '#d1d9e0',
        good: '#1a7f37',
        bad: '#cf222e',
        open: '#0969da',
        unsure: '#9a6700',
        dim: '#59636e',
    },
    dark: {
        ground: '#0d1117',
        text: '#f0f6fc',
        line: '#3d444d',
        good: '#3fb950',
        bad: '#f85149',
        open: '#4493f8',
        unsure: '#d29922',
        dim: '#9198a1',
    },
};
const width = 960;
const left = 220;
const right = 16;
const timeline_drawing_top = 30;
const rowHeight = 24;
const barHeight = 12;
const legendHeight = 34;
const longestLabel = 28;
const gridHours = 3;
/**
 * A day as bars along its hours. No state is told by colour alone: a bad end has a cross, an unknown one a question
 * mark, a cancelled run is hollow and an open one is dashed.
 */
function drawTimeline(rows, now, theme) {
    const height = timeline_drawing_top + rows.length * rowHeight + legendHeight;
    const drawing = { colours: palettes[theme], now, height };
    const { ground, text } = drawing.colours;
    return [
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="-apple-system, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif" font-size="12" fill="${text}">`,
        `<title>Runs from ${(0,report_words/* instantWords */.lJ)((now - instant/* dayMs */.LP))} to ${(0,report_words/* instantWords */.lJ)(now)}</title>`,
        `<rect width="${width}" height="${height}" fill="${ground}"/>`,
        ...grid(drawing),
        ...rows.flatMap((row, index) => drawRow(drawing, row, timeline_drawing_top + index * rowHeight)),
        ...legend(drawing),
        '</svg>\n',
    ].join('\n');
}
/** Everything that is text in the drawing goes through here. */
function xmlText(text) {
    return (0,visible/* oneLine */.TN)(text)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;')
        .replaceAll(/[\ufffe\uffff]/g, '\ufffd');
}
function xOf({ now }, at) {
    const share = (at - (now - instant/* dayMs */.LP)) / instant/* dayMs */.LP;
    const inside = Math.min(Math.max(share, 0), 1);
    return Math.round((left + inside * (width - left - right)) * 10) / 10;
}
function grid(drawing) {
    const { colours, now, height } = drawing;
    const stepMs = gridHours * instant/* hourMs */.$0;
    const first = Math.ceil((now - instant/* dayMs */.LP) / stepMs) * stepMs;
    const lines = [];
    for (let at = first; at <= now; at += stepMs) {
        const x = xOf(drawing, at);
        const isDay = at % instant/* dayMs */.LP === 0;
        const label = isDay ? (0,instant/* isoOf */.dF)(at).slice(5, 10) : (0,instant/* isoOf */.dF)(at).slice(11, 16);
        const anchor = x > width - 40 ? 'end' : 'middle';
        lines.push(`<path d="M${x} ${timeline_drawing_top - 6}V${height - legendHeight}" stroke="${isDay ? colours.dim : colours.line}"/>`, `<text x="${x}" y="${timeline_drawing_top - 12}" text-anchor="${anchor}" fill="${colours.dim}">${label}</text>`);
    }
    return [...lines, `<text x="8" y="${timeline_drawing_top - 12}" fill="${colours.dim}">UTC</text>`];
}
function drawRow(drawing, { flow, bars, marks }, y) {
    const middle = y + rowHeight / 2;
    return [
        `<path d="M8 ${y + rowHeight}H${width - right}" stroke="${drawing.colours.line}" stroke-width="0.5"/>`,
        `<text x="8" y="${middle + 4}">${xmlText((0,visible/* cutLength */.bG)(flow, longestLabel))}</text>`,
        ...bars.map((bar) => drawBar(drawing, bar, middle)),
        ...marks.map((mark) => drawMark(drawing, mark, middle)),
    ];
}
const thinnest = 4;
function drawBar(drawing, bar, middle) {
    const from = xOf(drawing, bar.from);
    const barWidth = Math.round(Math.max(xOf(drawing, bar.to) - from, thinnest) * 10) / 10;
    const x = Math.min(from, width - right - barWidth);
    const title = `${bar.id}: ${bar.state}, ${(0,report_words/* instantWords */.lJ)(bar.from)}, ${(0,report_words/* durationWords */.Sh)(bar.to - bar.from)}`;
    const shape = barShape(drawing.colours, bar.state, {
        x: Math.round(x * 10) / 10,
        barWidth,
        middle,
    });
    return `<g><title>${xmlText(title)}</title>${shape}</g>`;
}
function barShape(colours, state, { x, barWidth, middle }) {
    const box = `x="${x}" y="${middle - barHeight / 2}" width="${barWidth}" height="${barHeight}" rx="2"`;
    const end = x + barWidth;
    if (state === 'succeeded')
        return `<rect ${box} fill="${colours.good}"/>`;
    if (state === 'cancelled')
        return `<rect ${box} fill="${colours.ground}" stroke="${colours.dim}" stroke-width="1.5"/>`;
    if (state === 'unknown')
        return `<rect ${box} fill="${colours.unsure}"/>${sign('?', end, middle, colours.unsure)}`;
    if ((0,state_words/* isBad */.e2)(state))
        return `<rect ${box} fill="${colours.bad}"/>${sign('\u2715', end, middle, colours.bad)}`;
    return `<rect ${box} fill="${colours.ground}" stroke="${colours.open}" stroke-width="1.5" stroke-dasharray="4 2"/>`;
}
function sign(text, end, middle, colour) {
    const isAtEdge = end > width - right - 12;
    const at = isAtEdge
        ? `x="${width - right + 3}" text-anchor="start"`
        : `x="${Math.round((end + 3) * 10) / 10}" text-anchor="start"`;
    return `<text ${at} y="${middle + 4}" font-weight="bold" fill="${colour}">${text}</text>`;
}
/** A missed slot is a filled triangle, a skipped one a hollow circle; several next to each other have a line between. */
function drawMark(drawing, { outcome, from, to }, middle) {
    const { colours } = drawing;
    const [first, last] = [xOf(drawing, from), xOf(drawing, to)];
    const colour = outcome === 'missed' ? colours.bad : colours.dim;
    const between = first === last ? '' : `<path d="M${first} ${middle}H${last}" stroke="${colour}"/>`;
    const shapes = [...new Set([first, last])].map((x) => markShape(colours, outcome, { x, middle }));
    const title = `${outcome}: ${(0,report_words/* instantWords */.lJ)(from)} to ${(0,report_words/* instantWords */.lJ)(to)}`;
    return `<g><title>${xmlText(title)}</title>${between}${shapes.join('')}</g>`;
}
function markShape(colours, outcome, { x, middle }) {
    return outcome === 'missed'
        ? `<path d="M${x} ${middle - 5}l5 9h-10z" fill="${colours.bad}"/>`
        : `<circle cx="${x}" cy="${middle}" r="4" fill="${colours.ground}" stroke="${colours.dim}" stroke-width="1.5"/>`;
}
const legendStates = ['succeeded', 'failed', 'unknown', 'cancelled', 'running'];
const legendStep = 102;
function legend({ colours, height }) {
    const middle = height - legendHeight / 2;
    const label = (x, text) => `<text x="${x}" y="${middle + 4}" fill="${colours.dim}">${text}</text>`;
    const states = legendStates.flatMap((state, index) => {
        const x = left + index * legendStep;
        const isSigned = (0,state_words/* isBad */.e2)(state);
        const name = state === 'running' ? 'open' : state;
        return [barShape(colours, state, { x, barWidth: 14, middle }), label(x + (isSigned ? 32 : 20), name)];
    });
    const marks = ['skipped', 'missed'].flatMap((outcome, index) => {
        const x = left + (legendStates.length + index) * legendStep;
        return [markShape(colours, outcome, { x: x + 8, middle }), label(x + 20, outcome)];
    });
    return [...states, ...marks];
}

;// CONCATENATED MODULE: ./src/report/board-timeline.ts






const names = { light: 'timeline-light.svg', dark: 'timeline-dark.svg' };
const board_timeline_mostRows = 40;
const mostBarsInRow = 60;
/** The picture follows the theme that a reader chose on GitHub, which a style sheet within an image cannot see. */
function timelinePicture(board) {
    const { rows, left } = rowsOf(board);
    if (rows.length === 0)
        return '';
    const bars = rows.flatMap((row) => row.bars);
    const bad = bars.filter(({ state }) => (0,state_words/* isBad */.e2)(state)).length;
    const alt = `Timeline of the last 24 hours: ${(0,report_words/* countWords */.rj)(bars.length, 'run')} of ${(0,report_words/* countWords */.rj)(rows.length, 'flow')}, ${bad} ended badly`;
    const more = left === 0 ? [] : ['', `… and ${(0,report_words/* countWords */.rj)(left, 'more flow')}.`];
    return [
        '## The last 24 hours',
        '',
        '<picture>',
        `<source media="(prefers-color-scheme: dark)" srcset="${names.dark}">`,
        `<img alt="${alt}" src="${names.light}">`,
        '</picture>',
        ...more,
    ].join('\n');
}
function timelineFiles(board) {
    const { rows } = rowsOf(board);
    if (rows.length === 0)
        return new Map();
    return new Map(['light', 'dark'].map((theme) => [names[theme], drawTimeline(rows, board.now, theme)]));
}
/** Flows with something to show; those in trouble first when there are too many, but always drawn by name. */
function rowsOf(board) {
    const from = (0,instant/* instantFromMs */.A0)(board.now - instant/* dayMs */.LP);
    const gaps = board.state.gaps.filter(({ to }) => to >= from);
    const flows = new Set([...board.runsOf.keys(), ...gaps.map(({ flow }) => flow)]);
    const all = [...flows]
        .map((flow) => rowOf(board, flow, { gaps, from }))
        .filter(({ bars, marks }) => bars.length > 0 || marks.length > 0)
        .sort(byFlow);
    const chosen = [...all]
        .sort((a, b) => Number(isTroubled(b)) - Number(isTroubled(a)) || byFlow(a, b))
        .slice(0, board_timeline_mostRows)
        .sort(byFlow);
    return { rows: chosen, left: all.length - chosen.length };
}
function byFlow(a, b) {
    return a.flow < b.flow ? -1 : a.flow > b.flow ? 1 : 0;
}
function isTroubled({ bars, marks }) {
    return bars.some(({ state }) => (0,state_words/* isBad */.e2)(state)) || marks.some(({ outcome }) => outcome === 'missed');
}
function rowOf({ runsOf, now }, flow, { gaps, from }) {
    const bars = (runsOf.get(flow) ?? [])
        .map((run) => barOf(run, now))
        .filter((bar) => bar.to >= from && bar.from <= now)
        .slice(0, mostBarsInRow)
        .reverse();
    const marks = gaps
        .filter((gap) => gap.flow === flow)
        .map(({ outcome, from: first, to }) => ({ outcome, from: Math.max(first, from), to: Math.min(to, now) }));
    return { flow, bars, marks };
}
function barOf(run, now) {
    const end = (0,core_run/* isEnded */.pl)(run) ? run.phase.endedAt : now;
    return { id: run.id, state: run.phase.state, from: end - (0,run_report/* elapsedMs */.d5)(run, now), to: end };
}

// EXTERNAL MODULE: ./src/report/outgoing.ts
var outgoing = __webpack_require__(3491);
// EXTERNAL MODULE: ./src/report/redact.ts + 2 modules
var redact = __webpack_require__(8241);
;// CONCATENATED MODULE: ./src/report/board.ts










/** The live overview: `README.md` of the state branch, which GitHub renders. The same input gives the same bytes. */
function renderBoard(input) {
    const board = viewOf(input);
    const sections = [
        `# Headgate\n\n${totals(board)}`,
        attention(board),
        (0,board_flows/* flowTable */.vK)(board),
        timelinePicture(board),
        openRuns(board),
        recentRuns(board),
        gapTable(board),
        clockText(board),
    ];
    return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}
/** The files that the board shows, to lie beside it: path → text. */
function boardFiles(input) {
    return timelineFiles(viewOf(input));
}
function viewOf(input) {
    return {
        ...input,
        outgoing: input.outgoing ?? (0,outgoing/* createOutgoing */.D)((0,redact/* createRedactor */.lY)([])),
        runsOf: (0,board_view/* runsByFlow */.WX)(input.state),
    };
}
function totals({ state, registry }) {
    const open = [...state.runs.values()].filter((run) => !(0,core_run/* isEnded */.pl)(run)).length;
    const skipped = (0,board_view/* gapCount */.Yq)(state.gaps, 'skipped');
    const missed = (0,board_view/* gapCount */.Yq)(state.gaps, 'missed');
    const slots = `${(0,report_words/* countWords */.rj)(skipped, 'slot')} skipped and ${missed} missed lately`;
    return `${(0,report_words/* countWords */.rj)(registry.deployments.size, 'flow')}, ${(0,report_words/* countWords */.rj)(open, 'open run')}, ${slots}. Every slot up to ${(0,report_words/* instantWords */.lJ)(state.mark)} is accounted for.`;
}
/** State remembers nothing of ticks but what they changed, so that is what can be said of the clock. */
function clockText({ state, now, trigger, outgoing }) {
    const by = trigger === undefined ? '' : `, set off by ${outgoing.code(trigger, 100)}`;
    const written = `Written ${(0,report_words/* secondWords */.US)(now)}${by}.`;
    const late = (0,board_view/* latenessMs */.Q8)(state.runs.values(), now);
    const worst = late.at(-1);
    if (worst === undefined)
        return `## Clock\n\n${written} No slot of the last 24 hours got a run.`;
    const words = (ms) => (ms < instant/* minuteMs */.J2 ? 'on time' : `${(0,report_words/* durationWords */.Sh)(ms)} late`);
    const newest = [...state.runs.values()]
        .flatMap(({ cause, createdAt }) => (cause.kind === 'slot' ? [{ slot: cause.slot, createdAt }] : []))
        .reduce((a, b) => ((b.createdAt - a.createdAt || b.slot - a.slot) > 0 ? b : a));
    return `## Clock\n\n${written} The tick of ${(0,report_words/* secondWords */.US)(newest.createdAt)} was the last to find a slot due: that of ${(0,report_words/* instantWords */.lJ)(newest.slot)}, ${words(newest.createdAt - newest.slot)}. Of the last 24 hours, ${(0,report_words/* countWords */.rj)(late.length, 'slot')} with a run: ${words((0,board_flows/* median */.JZ)(late))} in the median, ${words(worst)} at worst.`;
}

;// CONCATENATED MODULE: ./src/engine/record.ts





/** A race is lost at most this often before the tick leaves the work to the winner. */
const mostRaces = 8;
const firstPauseMs = 100;
const longestPauseMs = 2_000;
/**
 * Writes what `edit` makes of the newest snapshot, by compare-and-swap: a lost race loads again and asks `edit` again,
 * so nothing is ever decided on a state that somebody else has replaced.
 */
async function record(world, start, { style, edit }) {
    let snapshot = start;
    for (let race = 0; race < mostRaces; race += 1) {
        const change = edit(snapshot);
        if (change === undefined)
            return { snapshot, isChanged: false };
        const written = await write(world, snapshot, { change, style });
        if (written !== undefined)
            return { snapshot: written, isChanged: true };
        await world.clock.sleep(pauseMs(race, `${world.clock.now()} ${snapshot.version}`));
        snapshot = await world.state.load(world.clock.now());
    }
    throw new problem/* RefusedError */.fk({
        code: 'E_STATE_BUSY',
        message: `Other ticks changed the state ${mostRaces} times while this one tried to.`,
        fix: 'Give the workflows that write state one `concurrency` group.',
    });
}
/** Undefined: somebody else was first. */
async function write(world, base, { change, style }) {
    assertPromises(base.state, change.state);
    const now = world.clock.now();
    const state = { ...change.state, sequence: base.state.sequence + 1 };
    const registry = change.registry ?? base.registry;
    const board = { state, registry, now, ...style };
    const answer = await world.state.commit({
        base: base.version,
        registry,
        state,
        board: renderBoard(board),
        files: boardFiles(board),
        message: change.message,
        at: now,
        pages: change.pages ?? new Map(),
    });
    if (answer.kind === 'lost') {
        world.log.info(`Another process wrote the state first, at ${(0,instant/* isoOf */.dF)(now)}: deciding again.`);
        return undefined;
    }
    if (answer.warning !== undefined)
        world.log.warn((0,problem/* describeProblem */.BJ)(answer.warning));
    return { version: answer.version, registry, state };
}
/** Full jitter: racing processes that wait equally long would only meet again. */
function pauseMs(race, seed) {
    const share = Number.parseInt((0,digest/* sha256 */.s)(seed).slice(0, 8), 16) / 0xffff_ffff;
    return Math.round(Math.min(firstPauseMs * 2 ** race, longestPauseMs) * share);
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


/***/ })

};
