export const id = 8615;
export const ids = [8615];
export const modules = {

/***/ 4879:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ linesAfter),
/* harmony export */   XL: () => (/* binding */ eventsOf),
/* harmony export */   mr: () => (/* binding */ logFeeds)
/* harmony export */ });
/* harmony import */ var _core_event_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9072);

const mostLines = 2_000;
const mostFeeds = 8;
const mostPagesPerLook = 20;
const mostEventLines = 20_000;
const mostEventUnits = 8 * 1024 * 1024;
const rawContextLines = 20;
/** The logs that people look at, each read once however many look. The ones that nobody looked at longest are forgotten. */
function logFeeds(world, outgoing) {
    const feeds = new Map();
    return {
        async look(run, handle) {
            const reading = feeds.get(handle) ?? newReading(handle);
            feeds.delete(handle);
            feeds.set(handle, reading);
            for (const oldest of feeds.keys()) {
                if (feeds.size <= mostFeeds)
                    break;
                feeds.delete(oldest);
            }
            const looked = reading.busy.then(() => drain(reading, run));
            reading.busy = looked.catch(() => undefined);
            await looked;
            const { lines, earlier, eventLines, isComplete } = reading;
            return { lines: [...lines], earlier, eventLines, isComplete };
        },
    };
    async function drain(reading, run) {
        for (let page = 0; page < mostPagesPerLook && !reading.isComplete; page += 1) {
            const { lines, cursor } = await world.logs.read(reading.handle, run.flow, reading.cursor);
            enter(reading, lines.map(({ text }) => text));
            const isAtEnd = cursor === reading.cursor || lines.length === 0;
            reading.isComplete = cursor === undefined;
            reading.cursor = cursor;
            if (isAtEnd)
                return;
        }
    }
    function enter(reading, printed) {
        for (const line of printed)
            keepEvent(reading, line);
        const shown = printed.flatMap((line) => (0,_core_event_js__WEBPACK_IMPORTED_MODULE_0__/* .shownText */ .f$)(line)?.split(/\r\n?|\n/) ?? []);
        if (shown.length === 0)
            return;
        const texts = [...reading.raw, ...shown];
        const bounds = { mostLines: texts.length, mostBytes: Number.POSITIVE_INFINITY };
        const clean = outgoing.lines(texts, bounds).slice(-shown.length);
        const lines = [...reading.lines, ...clean];
        reading.earlier += Math.max(lines.length - mostLines, 0);
        reading.lines = lines.slice(-mostLines);
        reading.raw = texts.slice(-rawContextLines);
    }
}
function keepEvent(reading, line) {
    if (!(0,_core_event_js__WEBPACK_IMPORTED_MODULE_0__/* .isEventLine */ .NG)(line) || reading.eventLines.length >= mostEventLines)
        return;
    reading.eventUnits += line.length;
    if (reading.eventUnits <= mostEventUnits)
        reading.eventLines.push(line);
}
function newReading(handle) {
    return {
        handle,
        cursor: undefined,
        isComplete: false,
        raw: [],
        lines: [],
        earlier: 0,
        eventLines: [],
        eventUnits: 0,
        busy: Promise.resolve(),
    };
}
/** Lines after the first `after`, which the reader has; more of them may be gone than are left. */
function linesAfter({ lines, earlier, isComplete }, after) {
    const from = Math.max(after - earlier, 0);
    return { lines: lines.slice(from), next: earlier + lines.length, isComplete };
}
function eventsOf({ eventLines }) {
    return (0,_core_event_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEvents */ .PH)(eventLines);
}


/***/ }),

/***/ 3803:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bq: () => (/* binding */ overviewOf),
/* harmony export */   tx: () => (/* binding */ attemptOf),
/* harmony export */   wc: () => (/* binding */ runViewOf)
/* harmony export */ });
/* harmony import */ var _report_live_page_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6185);
/* harmony import */ var _schedule_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4283);
/* harmony import */ var _log_feed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4879);



function overviewOf(site, { snapshot, waiting, trouble }, mode) {
    return {
        project: site.project.name,
        state: snapshot.state,
        registry: snapshot.registry,
        now: site.world.clock.now(),
        outgoing: (0,_report_live_page_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(site.presentation.outgoing),
        waiting,
        describeSchedule: _schedule_words_js__WEBPACK_IMPORTED_MODULE_1__/* .scheduleWords */ .lo,
        mode,
        ...(trouble === undefined ? {} : { trouble }),
    };
}
/** The attempt that is asked for, or else the last one. */
function attemptOf({ attempts }, number) {
    return number === undefined ? attempts.at(-1) : attempts.find((attempt) => attempt.number === number);
}
function runViewOf(site, { overview, run }, { attempt, feed, mostLines }) {
    const lines = mostLines === 0 ? [] : feed.lines.slice(-mostLines);
    const place = attempt.handle === undefined ? undefined : site.world.logs.place(attempt.handle, run.flow);
    const log = {
        attempt: attempt.number,
        lines,
        earlier: feed.earlier + feed.lines.length - lines.length,
        isComplete: feed.isComplete,
        events: (0,_log_feed_js__WEBPACK_IMPORTED_MODULE_2__/* .eventsOf */ .XL)(feed),
        ...(place === undefined ? {} : { place }),
    };
    return { overview, run, log };
}


/***/ }),

/***/ 4283:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zi: () => (/* binding */ localWords),
/* harmony export */   jJ: () => (/* binding */ waitWords),
/* harmony export */   lo: () => (/* binding */ scheduleWords)
/* harmony export */ });
/* harmony import */ var cronstrue__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4855);
/* harmony import */ var cronstrue__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(cronstrue__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_cron_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1550);
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3705);
/* harmony import */ var _core_slots_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5957);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9988);





/** `At 09:05 PM, Monday through Friday, America/New_York`. */
function scheduleWords(rule) {
    if (rule.kind === 'interval')
        return `Every ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_4__/* .durationWords */ .Sh)(rule.everySeconds * _core_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .secondMs */ .fj)} from ${(0,_core_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .isoOf */ .dF)(rule.anchor)}`;
    return `${(0,_core_cron_js__WEBPACK_IMPORTED_MODULE_1__/* .hasBothDays */ .nA)(rule.cron) ? bothDaysWords(rule.cron) : cronWords(rule.cron)}, ${rule.timezone}`;
}
function cronWords(cron) {
    return cronstrue__WEBPACK_IMPORTED_MODULE_0___default().toString(cron, { use24HourTimeFormat: true, verbose: false });
}
/** Cron takes both day fields, or either of them: the library says "and" for both. */
function bothDaysWords(cron) {
    const [minute, hour, date, month, weekday] = (0,_core_cron_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .Pf)(cron);
    const time = cronWords(`${minute} ${hour} * * *`);
    const rest = (days) => cronWords(`${minute} ${hour} ${days}`).slice(time.length);
    const days = `${rest(`${date} * *`)}${rest(`* * ${weekday}`)}`.replaceAll(', only ', ', ');
    const which = (0,_core_slots_js__WEBPACK_IMPORTED_MODULE_3__/* .cronOf */ .A$)(cron).isEitherDay ? 'on days that are either' : 'on days that are both';
    return `${time}${days} (${which})${month === '*' ? '' : rest(`* ${month} *`)}`;
}
/** `2026-11-24 16:05 (UTC-5)`: the wall clock of a zone at an instant. */
function localWords(at, timezone) {
    const parts = new Map(localFormat(timezone)
        .formatToParts(at)
        .map(({ type, value }) => [type, value]));
    const part = (type) => parts.get(type) ?? '';
    const zone = part('timeZoneName').replace('GMT', 'UTC');
    return `${part('weekday')} ${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')} (${zone})`;
}
function localFormat(timezone) {
    return new Intl.DateTimeFormat('en-US', {
        timeZone: timezone,
        hourCycle: 'h23',
        weekday: 'short',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        timeZoneName: 'shortOffset',
    });
}
/** `in 3 h 5 min`. */
function waitWords(at, now) {
    const ms = at - now;
    if (ms < _core_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .minuteMs */ .J2)
        return 'now';
    return `in ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_4__/* .durationWords */ .Sh)(ms > _core_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .hourMs */ .$0 ? Math.round(ms / _core_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .minuteMs */ .J2) * _core_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .minuteMs */ .J2 : ms)}`;
}


/***/ }),

/***/ 8263:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SM: () => (/* binding */ withCode),
/* harmony export */   oR: () => (/* binding */ joined),
/* harmony export */   qy: () => (/* binding */ html),
/* harmony export */   s6: () => (/* binding */ nothing)
/* harmony export */ });
/* unused harmony export escapeHtml */
/** Only what this module made is markup: JSON from outside that has the same shape is not. */
const ours = new WeakSet();
const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/** `html\`<b>${text}</b>\``: every value is escaped, but for markup that was made by this very tag. */
function html(parts, ...values) {
    const markup = parts.reduce((text, part, index) => `${text}${markupOf(values[index - 1])}${part}`);
    return made(markup);
}
const nothing = html ``;
function joined(parts, separator = '') {
    return made(parts.map(({ markup }) => markup).join(escapeHtml(separator)));
}
function made(markup) {
    const value = Object.freeze({ markup });
    ours.add(value);
    return value;
}
function markupOf(value) {
    if (value === undefined)
        return '';
    if (typeof value === 'string' || typeof value === 'number')
        return escapeHtml(String(value));
    if ('markup' in value) {
        if (!ours.has(value))
            throw new TypeError('Not markup of this module');
        return value.markup;
    }
    return value.map(markupOf).join('');
}
function escapeHtml(text) {
    return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}
/** Words in which our own messages mark code with backticks. */
function withCode(text) {
    return joined(text.split('`').map((part, index) => (index % 2 === 1 ? html `<code>${part}</code>` : html `${part}`)));
}


/***/ }),

/***/ 6185:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ momentOf),
/* harmony export */   R6: () => (/* binding */ assetPaths),
/* harmony export */   UY: () => (/* binding */ iconSvg),
/* harmony export */   _J: () => (/* binding */ livePart),
/* harmony export */   bd: () => (/* binding */ livePolicy),
/* harmony export */   wh: () => (/* binding */ plainText),
/* harmony export */   xe: () => (/* binding */ pageText)
/* harmony export */ });
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8263);

/** HTML escapes by itself: what leaves is redacted, visible and cut, but not Markdown. */
function plainText(outgoing) {
    const plain = (text, limit = 1_000) => outgoing.title(text, limit);
    return { ...outgoing, inline: plain, code: plain, block: (lines) => lines.join('\n') };
}
const assetPaths = { style: 'headgate.css', script: 'headgate.js', icon: 'headgate.svg' };
const iconSvg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#1f6f8b" d="M2 1h2v4h8V1h2v14h-2V7H4v8H2z"/><path fill="#57b0c9" d="M6 8h4v7H6z"/></svg>';
/** A whole page. */
function pageText({ title, overview, base, body }) {
    const { mode, project } = overview;
    const isLive = mode.kind === 'live';
    const policy = isLive
        ? _html_js__WEBPACK_IMPORTED_MODULE_0__/* .nothing */ .s6
        : (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<meta http-equiv="Content-Security-Policy" content="${staticPolicy}">`;
    const script = isLive ? (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<script src="${base}${assetPaths.script}" defer></script>` : _html_js__WEBPACK_IMPORTED_MODULE_0__/* .nothing */ .s6;
    const controls = isLive
        ? (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<p id="contact" role="status"></p><button id="pause" type="button" hidden>Pause updates</button>`
        : (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<p>As of ${momentOf(overview.now)}</p>`;
    const { markup } = (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">${policy}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${project} · Headgate</title>
<link rel="stylesheet" href="${base}${assetPaths.style}">
<link rel="icon" href="${base}${assetPaths.icon}">
${script}</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header><nav aria-label="Pages"><a class="home" href="${base}index.html">${project}</a><a href="${base}all-flows/1.html">Flows</a><a href="${base}all-runs/1.html">Runs</a></nav><div class="controls">${controls}</div></header>
<main id="main" tabindex="-1">
${noticeOf(overview)}${troubleOf(overview)}${body}
</main>
<footer>Headgate · all times in UTC</footer>
</body>
</html>
`;
    return markup;
}
/** Nothing but its own style sheet and icon, and images that are part of the page. */
const staticPolicy = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";
const livePolicy = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/** It quotes what a person gave, which may be a secret. */
function noticeOf({ mode, outgoing }) {
    if (mode.kind === 'static' || mode.notice === undefined)
        return _html_js__WEBPACK_IMPORTED_MODULE_0__/* .nothing */ .s6;
    const { isBad, text } = mode.notice;
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<p class="notice${isBad ? ' bad' : ''}" role="${isBad ? 'alert' : 'status'}"><b>${isBad ? 'Not done:' : 'Done:'}</b> ${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .withCode */ .SM)(outgoing.title(text, 1_000))}</p>`;
}
function troubleOf({ mode, outgoing, trouble }) {
    if (mode.kind === 'static')
        return _html_js__WEBPACK_IMPORTED_MODULE_0__/* .nothing */ .s6;
    const words = trouble === undefined
        ? _html_js__WEBPACK_IMPORTED_MODULE_0__/* .nothing */ .s6
        : (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<p class="notice bad" role="alert"><b>The last tick failed, and the next is tried:</b> ${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .withCode */ .SM)(outgoing.title(trouble, 1_000))}</p>`;
    return livePart('trouble', words);
}
/** A part of a page that is replaced while a person looks at it. */
function livePart(id, body) {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<section id="${id}" data-part>${body}</section>
`;
}
/** `2026-11-24 21:05`, readable for machines as well. */
function momentOf(at) {
    const iso = new Date(at).toISOString();
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<time datetime="${iso}">${iso.slice(0, 16).replace('T', ' ')}</time>`;
}


/***/ }),

/***/ 6814:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E0: () => (/* binding */ pagesOf),
/* harmony export */   JB: () => (/* binding */ stateSymbols),
/* harmony export */   Vd: () => (/* binding */ tookWords),
/* harmony export */   YV: () => (/* binding */ toneOf),
/* harmony export */   c$: () => (/* binding */ buttonOf),
/* harmony export */   c_: () => (/* binding */ tableOf),
/* harmony export */   dm: () => (/* binding */ flowLink),
/* harmony export */   qS: () => (/* binding */ badge),
/* harmony export */   t0: () => (/* binding */ runPath),
/* harmony export */   uf: () => (/* binding */ flowPath),
/* harmony export */   ut: () => (/* binding */ runLink)
/* harmony export */ });
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(973);
/* harmony import */ var _run_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5967);
/* harmony import */ var _state_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4988);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9988);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8263);





/** Shapes that differ without their colours; the word stands beside them. */
const stateSymbols = {
    queued: '\u25cb',
    launching: '\u25d4',
    running: '\u25b6',
    stopping: '\u25a0',
    succeeded: '\u2713',
    failed: '\u2717',
    crashed: '\u2717',
    'timed-out': '\u2717',
    cancelled: '\u2013',
    unknown: '?',
};
function toneOf(state) {
    if (state === 'succeeded')
        return 'good';
    if (state === 'unknown')
        return 'odd';
    if ((0,_state_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isBad */ .e)(state))
        return 'bad';
    return state === 'cancelled' || state === 'queued' ? 'quiet' : 'busy';
}
function badge(state) {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<span class="badge ${toneOf(state)}"><span aria-hidden="true">${stateSymbols[state]}</span> ${state}</span>`;
}
/** Below a certain width its rows become cards, which loses the roles of a table unless they are written. */
function tableOf({ caption, columns, rows }) {
    const heads = columns.map((name) => (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<th role="columnheader" scope="col">${name}</th>`);
    const body = rows.map((cells) => {
        const shown = cells.map((cell, index) => index === 0
            ? (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<th role="rowheader" scope="row">${cell}</th>`
            : (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<td role="cell" data-label="${columns[index] ?? ''}">${cell}</td>`);
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<tr role="row">${shown}</tr>
`;
    });
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<table role="table"><caption>${caption}</caption><thead role="rowgroup"><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup">${body}</tbody></table>`;
}
function runPath(run) {
    return `runs/${run.id}.html`;
}
function flowPath(flow) {
    return `flows/${flow}.html`;
}
function runLink(run, base) {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<a href="${base}${runPath(run)}">${run.id}</a>`;
}
function flowLink(flow, base) {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<a href="${base}${flowPath(flow)}">${flow}</a>`;
}
/** Of an unknown end nobody knows the time. */
function tookWords(run, { now }) {
    if ((0,_run_report_js__WEBPACK_IMPORTED_MODULE_0__/* .firstStart */ .z)(run) === undefined || run.phase.state === 'unknown')
        return '';
    return (0,_core_run_js__WEBPACK_IMPORTED_MODULE_4__/* .isEnded */ .pl)(run) ? (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .durationWords */ .Sh)((0,_run_report_js__WEBPACK_IMPORTED_MODULE_0__/* .elapsedMs */ .d5)(run, now)) : `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .durationWords */ .Sh)((0,_run_report_js__WEBPACK_IMPORTED_MODULE_0__/* .elapsedMs */ .d5)(run, now))} so far`;
}
/** Nothing where the page is only read. */
function buttonOf({ mode }, base, button) {
    if (mode.kind === 'static')
        return _html_js__WEBPACK_IMPORTED_MODULE_3__/* .nothing */ .s6;
    const { deed, subject, label, question, as, fields = _html_js__WEBPACK_IMPORTED_MODULE_3__/* .nothing */ .s6 } = button;
    const outcome = as === undefined ? _html_js__WEBPACK_IMPORTED_MODULE_3__/* .nothing */ .s6 : (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<input type="hidden" name="as" value="${as}">`;
    const id = as === undefined ? `${deed}-${subject}` : `${deed}-${as}-${subject}`;
    const asked = question === undefined ? _html_js__WEBPACK_IMPORTED_MODULE_3__/* .nothing */ .s6 : (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) ` data-question="${question}"`;
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<form method="post" action="${base}do/${deed}"${asked}><input type="hidden" name="token" value="${mode.token}"><input type="hidden" name="subject" value="${subject}">${outcome}${fields}<button type="submit" id="${id}" aria-label="${label} ${subject}">${label}</button></form>`;
}
/** Links to the pages of a long list; nothing where one page holds it. */
function pagesOf(folder, page, count) {
    if (count <= 1)
        return _html_js__WEBPACK_IMPORTED_MODULE_3__/* .nothing */ .s6;
    const near = Array.from({ length: count }, (_, index) => index + 1).filter((number) => number === 1 || number === count || Math.abs(number - page) <= 2);
    const links = near.map((number) => number === page
        ? (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<b aria-current="page">${number}</b>`
        : (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<a href="../${folder}/${number}.html">${number}</a>`);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<nav class="pages" aria-label="Pages of the list">${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)(links, ' ')}</nav>`;
}


/***/ }),

/***/ 839:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ runPage)
});

// EXTERNAL MODULE: ./src/core/json.ts
var json = __webpack_require__(7136);
// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __webpack_require__(973);
// EXTERNAL MODULE: ./src/report/cost.ts
var report_cost = __webpack_require__(16);
// EXTERNAL MODULE: ./src/report/run-report.ts
var run_report = __webpack_require__(5967);
// EXTERNAL MODULE: ./src/report/run-title.ts + 1 modules
var run_title = __webpack_require__(4014);
// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(9988);
// EXTERNAL MODULE: ./src/report/artifact-blocks.ts
var artifact_blocks = __webpack_require__(2238);
// EXTERNAL MODULE: ./src/report/artifacts.ts
var artifacts = __webpack_require__(1646);
// EXTERNAL MODULE: ./src/report/live/html.ts
var html = __webpack_require__(8263);
;// CONCATENATED MODULE: ./src/report/live/artifacts.ts




const mostShown = 30;
const mostRows = 200;
const mostMarkdownBytes = 64 * 1024;
/** Of all images of a page together: what is larger is for the log. */
const mostImageUnits = 384 * 1024;
/**
 * What a run wants people to see beside its log. A link is opened only by a person, who sees where it leads; an image
 * is shown only if the flow sent it, because the page asks nothing of anybody else.
 */
function artifactsPart(overview, { artifacts }) {
    if (artifacts.length === 0)
        return html/* nothing */.s6;
    let room = mostImageUnits;
    const shown = artifacts.slice(0, mostShown).map((artifact) => {
        const units = imageUnits(artifact);
        const isShown = units <= room;
        if (isShown)
            room -= units;
        return (0,html/* html */.qy) `<section class="artifact"><h3>${overview.outgoing.title(artifact.name, 200)}</h3>${bodyOf(artifact, overview, isShown)}</section>
`;
    });
    const left = artifacts.length - shown.length;
    const more = left > 0 ? (0,html/* html */.qy) `<p>\u2026 and ${(0,words/* countWords */.rj)(left, 'more artifact')} in the log.</p>` : html/* nothing */.s6;
    return (0,html/* html */.qy) `<h2>Artifacts</h2>${shown}${more}`;
}
function imageUnits(artifact) {
    return artifact.kind === 'image' && artifact.source.kind === 'data' ? artifact.source.base64.length : 0;
}
function bodyOf(artifact, { outgoing }, isImageShown) {
    switch (artifact.kind) {
        case 'markdown':
            return (0,html/* joined */.oR)((0,artifacts/* markdownBlocks */.KR)(artifact.text, outgoing, mostMarkdownBytes).map((block) => blockOf(block)), '\n');
        case 'table':
            return tableOf(redactedTable((0,artifacts/* shownTable */.oG)(artifact, mostRows), outgoing));
        case 'link':
            return (0,html/* html */.qy) `<p>${artifact.text === undefined ? '' : `${outgoing.title(artifact.text, 500)}: `}${linkTo(outgoing.title(artifact.url, 2_000))}</p>`;
        case 'image': {
            const alt = outgoing.title(artifact.alt, 500);
            const { source } = artifact;
            if (source.kind === 'url')
                return (0,html/* html */.qy) `<p>Image, ${alt}: ${linkTo(outgoing.title(source.url, 2_000))}</p>`;
            return isImageShown
                ? (0,html/* html */.qy) `<img alt="${alt}" src="data:${source.mediaType};base64,${source.base64}">`
                : (0,html/* html */.qy) `<p>Image, ${alt}: ${(0,artifacts/* imageSize */.R9)(source)}, too large to show here; the log has it.</p>`;
        }
    }
}
function redactedTable(shown, outgoing) {
    const cells = (texts) => texts.map((text) => outgoing.title(text, 500));
    return { ...shown, head: cells(shown.head), rows: shown.rows.map(cells) };
}
/** Only to the web, and told nothing of where a person comes from. */
function linkTo(url) {
    return /^https?:\/\/[^\s]+$/i.test(url)
        ? (0,html/* html */.qy) `<a href="${url}" rel="noopener noreferrer nofollow" target="_blank">${url}</a>`
        : (0,html/* html */.qy) `<code>${url}</code>`;
}
/** The texts are redacted already. */
function blockOf(block) {
    switch (block.kind) {
        case 'code':
            return (0,html/* html */.qy) `<pre>${block.lines.join('\n')}</pre>`;
        case 'table':
            return tableOf((0,artifacts/* shownTable */.oG)({ columns: block.head, rows: block.rows }, mostRows));
        case 'list':
            return (0,html/* html */.qy) `<ul>${block.items.map((item) => (0,html/* html */.qy) `<li>${inlineOf(item)}</li>`)}</ul>`;
        case 'heading':
            return (0,html/* html */.qy) `<h4>${inlineOf(block.text)}</h4>`;
        case 'text':
            return (0,html/* html */.qy) `<p>${inlineOf(block.text)}</p>`;
    }
}
function inlineOf(text) {
    const pieces = (0,artifact_blocks/* piecesOf */.X)(text).map(({ kind, text: piece }) => {
        if (kind === 'plain')
            return (0,html/* html */.qy) `${piece}`;
        return kind === 'strong' ? (0,html/* html */.qy) `<strong>${piece}</strong>` : (0,html/* html */.qy) `<code>${piece}</code>`;
    });
    return (0,html/* joined */.oR)(pieces);
}
/** It stays a table on a narrow screen too, and scrolls by itself there: only the flow knows what its columns mean. */
function tableOf({ head, rows, left }) {
    if (head.length === 0)
        return (0,html/* html */.qy) `<p>An empty table.</p>`;
    const heads = head.map((name) => (0,html/* html */.qy) `<th scope="col">${name}</th>`);
    const body = rows.map((cells) => (0,html/* html */.qy) `<tr>${cells.map((cell) => (0,html/* html */.qy) `<td>${cell}</td>`)}</tr>
`);
    const notes = left.length === 0 ? html/* nothing */.s6 : (0,html/* html */.qy) `<p>\u2026 and ${left.join(', ')} in the log.</p>`;
    return (0,html/* html */.qy) `<div class="wide" tabindex="0" role="region" aria-label="Table"><table class="data"><thead><tr>${heads}</tr></thead>
<tbody>${body}</tbody></table></div>${notes}`;
}

// EXTERNAL MODULE: ./src/report/timeline.ts
var timeline = __webpack_require__(2510);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
;// CONCATENATED MODULE: ./src/report/live/gantt.ts




const gantt_mostRows = 200;
const longestName = 80;
const longestError = 200;
/** What is shorter would be invisible. */
const narrowestBar = 0.6;
/** The tasks of an attempt as bars along its time. Each row says in words what its bar shows. */
function gantt(overview, events, now) {
    const timed = events.tasks.filter(({ startedAt }) => startedAt !== undefined);
    if (timed.length === 0)
        return events.tasks.length === 0 ? (0,html/* html */.qy) `<p>It has told of no tasks.</p>` : withoutTimes(overview, events);
    const from = Math.min(...timed.map(({ startedAt }) => startedAt ?? now));
    const to = Math.max(...timed.map((task) => (0,timeline/* endOfTask */.sk)(task, now)), from + 1);
    const shown = (0,timeline/* chosenTasks */.P)(timed, gantt_mostRows);
    const rows = shown.map((task) => rowOf(task, { overview, events, now, from, span: to - from }));
    const left = timed.length - shown.length;
    return (0,html/* html */.qy) `<table role="table" class="gantt"><caption>Tasks <small>from ${(0,words/* secondWords */.US)(from)}, for ${(0,words/* durationWords */.Sh)(to - from)}</small></caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Task</th><th role="columnheader" scope="col">Time</th><th role="columnheader" scope="col">Took</th><th role="columnheader" scope="col">Outcome</th></tr></thead>
<tbody role="rowgroup">${rows}</tbody></table>${left > 0 ? (0,html/* html */.qy) `<p>\u2026 and ${(0,words/* countWords */.rj)(left, 'more task')}.</p>` : html/* nothing */.s6}`;
}
/** `at` may be left out of events: then a task has an end and no place in time. */
function withoutTimes(overview, events) {
    const shown = (0,timeline/* chosenTasks */.P)(events.tasks, gantt_mostRows);
    const left = events.tasks.length - shown.length;
    const rows = shown.map((task) => (0,html/* html */.qy) `<tr role="row"><th role="rowheader" scope="row" class="depth${(0,timeline/* depthOfTask */.mJ)(task, events.tasks)}">${nameOf(task, overview)}</th><td role="cell">${howItEnded(task, overview)}</td></tr>`);
    return (0,html/* html */.qy) `<table role="table"><caption>Tasks <small>told of without times</small></caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Task</th><th role="columnheader" scope="col">Outcome</th></tr></thead>
<tbody role="rowgroup">${rows}</tbody></table>${left > 0 ? (0,html/* html */.qy) `<p>\u2026 and ${(0,words/* countWords */.rj)(left, 'more task')}.</p>` : html/* nothing */.s6}`;
}
function nameOf(task, { outgoing }) {
    return outgoing.title((0,visible/* cutLength */.bG)((0,timeline/* taskName */.p5)(task), longestName), longestName);
}
function rowOf(task, axis) {
    const { overview, events, now, from, span } = axis;
    const startedAt = task.startedAt ?? from;
    const end = (0,timeline/* endOfTask */.sk)(task, now);
    const width = Math.max(((end - startedAt) / span) * 100, narrowestBar);
    const x = Math.min(((startedAt - from) / span) * 100, 100 - width);
    const name = nameOf(task, overview);
    const begun = (0,words/* durationWords */.Sh)(startedAt - from);
    return (0,html/* html */.qy) `<tr role="row"><th role="rowheader" scope="row" class="depth${(0,timeline/* depthOfTask */.mJ)(task, events.tasks)}">${name}</th><td role="cell" class="track"><span class="unseen">after ${begun}</span><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" class="${toneOfTask(task)}"><rect x="${x.toFixed(2)}" y="1" width="${width.toFixed(2)}" height="8"/></svg></td><td role="cell">${(0,words/* durationWords */.Sh)(end - startedAt)}</td><td role="cell">${howItEnded(task, overview)}</td></tr>
`;
}
function toneOfTask({ outcome }) {
    if (outcome === undefined)
        return 'busy';
    if (outcome === 'succeeded')
        return 'good';
    return outcome === 'failed' || outcome === 'timed-out' ? 'bad' : 'quiet';
}
const symbols = {
    succeeded: '\u2713',
    failed: '\u2717',
    'timed-out': '\u2717',
    cancelled: '\u2013',
    restored: '\u21ba',
    open: '\u25b6',
};
function howItEnded(task, { outgoing }) {
    const { outcome, attempt, error } = task;
    const tries = attempt > 1 ? `, try ${attempt}` : '';
    const why = outcome === 'succeeded' || error === undefined ? '' : `: ${outgoing.title(error.message, longestError)}`;
    return (0,html/* html */.qy) `<span class="${toneOfTask(task)}"><span aria-hidden="true">${symbols[outcome ?? 'open']}</span> ${outcome ?? 'running'}</span>${tries}${why}`;
}

// EXTERNAL MODULE: ./src/report/live/page.ts
var page = __webpack_require__(6185);
// EXTERNAL MODULE: ./src/report/live/parts.ts
var parts = __webpack_require__(6814);
// EXTERNAL MODULE: ./src/report/live/runs.ts
var runs = __webpack_require__(6284);
;// CONCATENATED MODULE: ./src/report/live/run-page.ts












const base = '../';
function runPage(view) {
    const { overview, run, log } = view;
    const title = (0,run_title/* runTitle */.kh)(reportOf(view), overview.outgoing);
    const body = (0,html/* html */.qy) `<h1>${run.id}</h1>
${(0,page/* livePart */._J)('facts', facts(view, title))}${(0,page/* livePart */._J)('attempts', attempts(view))}${(0,page/* livePart */._J)('tasks', log === undefined ? html/* nothing */.s6 : gantt(overview, log.events, overview.now))}${(0,page/* livePart */._J)('artifacts', log === undefined ? html/* nothing */.s6 : artifactsPart(overview, log.events))}${logPart(view)}`;
    return (0,page/* pageText */.xe)({
        title: `${parts/* stateSymbols */.JB[run.phase.state]} ${run.phase.state}: ${run.id}`,
        overview,
        base,
        body,
    });
}
function reportOf({ overview, run, log }) {
    const { policy, resources } = overview.registry.deployments.get(run.flow) ?? {};
    const waiting = overview.waiting.get(run.id);
    return {
        run,
        now: overview.now,
        deployment: {
            ...(policy === undefined ? {} : { policy }),
            ...(resources === undefined ? {} : { resources }),
        },
        links: { serverUrl: 'https://github.com', repository: '' },
        logTail: log !== undefined && log.attempt === (0,core_run/* lastAttempt */.mh)(run)?.number
            ? log.lines.map((text) => ({ text }))
            : [],
        ...(log === undefined ? {} : { events: log.events }),
        ...(waiting === undefined ? {} : { waiting }),
    };
}
function facts(view, title) {
    const { overview, run, log } = view;
    const { outgoing } = overview;
    const ending = (0,core_run/* lastAttempt */.mh)(run)?.ending;
    // Its own buttons say the same.
    const isAsked = run.phase.state === 'unknown' && overview.mode.kind === 'live';
    const advice = (0,core_run/* isEnded */.pl)(run) && ending !== undefined && !isAsked
        ? (0,run_title/* adviceFor */.cp)(reportOf(view), ending, outgoing)
        : undefined;
    const started = (0,run_report/* firstStart */.z)(run);
    const fallback = (0,run_report/* fallbackWords */.yY)(run);
    const parameters = Object.keys(run.parameters).length === 0 ? undefined : (0,json/* canonicalJson */.d)(run.parameters);
    const rows = [
        ['Flow', (0,parts/* flowLink */.dm)(run.flow, base)],
        ['Why', (0,html/* html */.qy) `${(0,run_title/* causeWords */.pQ)(run, outgoing)}`],
        ['Started', started === undefined ? undefined : (0,html/* html */.qy) `${(0,words/* secondWords */.US)(started)}`],
        ['Took', (0,parts/* tookWords */.Vd)(run, overview) === '' ? undefined : (0,html/* html */.qy) `${(0,parts/* tookWords */.Vd)(run, overview)}`],
        [
            'Parameters',
            parameters === undefined ? undefined : (0,html/* html */.qy) `<code>${outgoing.title(parameters, 2_000)}</code>`,
        ],
        ['Commit', (0,html/* html */.qy) `<code>${/^0+$/.test(run.commit) ? 'working tree' : run.commit.slice(0, 7)}</code>`],
        ['Revision', (0,html/* html */.qy) `<code>${outgoing.title(run.revision, 300)}</code>`],
        ['Capacity', fallback === undefined ? undefined : (0,html/* html */.qy) `${fallback}`],
        ['Cost', costOfRun(view)],
        [
            'Whole log',
            log?.place === undefined ? undefined : (0,html/* html */.qy) `<code>${outgoing.title(log.place, 500)}</code>`,
        ],
    ];
    const shown = rows.flatMap(([name, value]) => value === undefined ? [] : [(0,html/* html */.qy) `<div><dt>${name}</dt><dd>${value}</dd></div>`]);
    return (0,html/* html */.qy) `<p class="headline"><b class="${(0,parts/* toneOf */.YV)(run.phase.state)}" aria-hidden="true">${parts/* stateSymbols */.JB[run.phase.state]}</b> ${(0,html/* withCode */.SM)(title)}</p>
${advice === undefined ? html/* nothing */.s6 : (0,html/* html */.qy) `<p class="advice">${(0,html/* withCode */.SM)(advice)}</p>`}${isAsked ? (0,runs/* resolvePart */.ub)(overview, run, base) : (0,runs/* deedOf */.uT)(overview, run, base)}<dl>${shown}</dl>`;
}
function costOfRun({ overview, run }) {
    const deployment = overview.registry.deployments.get(run.flow);
    const isOnFargate = run.revision.startsWith('arn:');
    if (!isOnFargate || deployment?.resources === undefined || run.phase.state === 'unknown')
        return undefined;
    const cost = (0,report_cost/* costOf */.ho)(run.attempts, deployment.resources);
    return cost === undefined ? undefined : (0,html/* html */.qy) `${(0,report_cost/* costWords */.fL)(cost, deployment.policy.spot)}`;
}
function attempts(view) {
    const { overview, run } = view;
    if (run.attempts.length === 0)
        return (0,html/* html */.qy) `<p>No attempt was launched yet.</p>`;
    const rows = run.attempts.map((attempt) => {
        const ran = (0,run_report/* attemptMs */.Es)(attempt, overview.now);
        return [
            attemptLink(view, attempt),
            attempt.startedAt === undefined ? (0,html/* html */.qy) `not yet` : (0,page/* momentOf */.Et)(attempt.startedAt),
            (0,html/* html */.qy) `${ran === undefined || attempt.ending?.class === 'no-evidence' ? '' : (0,words/* durationWords */.Sh)(ran)}`,
            attempt.ending === undefined
                ? (0,html/* html */.qy) `open`
                : (0,html/* withCode */.SM)((0,run_title/* endingWords */.fg)(attempt.ending, overview.outgoing, { isLocal: (0,run_title/* isLocalRun */.fd)(run) })),
        ];
    });
    return (0,parts/* tableOf */.c_)({ caption: 'Attempts', columns: ['Attempt', 'Started', 'Took', 'End'], rows });
}
function attemptLink({ overview, run, log }, { number, handle }) {
    const isShown = log?.attempt === number;
    if (overview.mode.kind === 'static' || handle === undefined || isShown)
        return (0,html/* html */.qy) `${number}`;
    return (0,html/* html */.qy) `<a href="${base}${(0,parts/* runPath */.t0)(run)}?attempt=${number}">${number}<span class="unseen">: show its log</span></a>`;
}
function logPart({ overview, run, log, noLog }) {
    if (log === undefined)
        return (0,html/* html */.qy) `<section id="log-part" data-log=""><h2>Log</h2><p>${noLog ?? 'Nothing was launched yet.'}</p></section>`;
    const { attempt, lines, earlier, isComplete } = log;
    const isLive = overview.mode.kind === 'live';
    const next = earlier + lines.length;
    const source = isLive
        ? (0,html/* html */.qy) ` data-log="${attempt}" data-source="${base}runs/${run.id}.log?attempt=${attempt}" data-next="${next}"${isComplete ? (0,html/* html */.qy) ` data-complete` : html/* nothing */.s6}`
        : html/* nothing */.s6;
    const follow = isLive
        ? (0,html/* html */.qy) `<label class="follow"><input type="checkbox" id="follow" checked> Follow</label>`
        : html/* nothing */.s6;
    const note = earlier > 0 ? (0,html/* html */.qy) `<p>\u2026 ${earlier} earlier lines are only in the whole log.</p>` : html/* nothing */.s6;
    const empty = lines.length === 0 && isComplete ? (0,html/* html */.qy) `<p>It printed nothing.</p>` : html/* nothing */.s6;
    return (0,html/* html */.qy) `<section id="log-part"${source}><h2>Log of attempt ${attempt} ${follow}</h2>${note}${empty}<pre id="log" tabindex="0" role="region" aria-label="Log of attempt ${attempt}">${lines.map((line) => (0,html/* html */.qy) `<span>${line}</span>
`)}</pre></section>`;
}


/***/ }),

/***/ 6284:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cS: () => (/* binding */ runTable),
/* harmony export */   ek: () => (/* binding */ sinceOf),
/* harmony export */   ky: () => (/* binding */ runsOf),
/* harmony export */   qD: () => (/* binding */ sortedRuns),
/* harmony export */   uT: () => (/* binding */ deedOf),
/* harmony export */   ub: () => (/* binding */ resolvePart)
/* harmony export */ });
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(973);
/* harmony import */ var _run_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5967);
/* harmony import */ var _run_title_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4014);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8263);
/* harmony import */ var _page_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6185);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6814);






function newestFirst(a, b) {
    return b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1);
}
/** Open ones first, then by when they ended. */
function sorted(runs) {
    const endOf = (run) => ((0,_core_run_js__WEBPACK_IMPORTED_MODULE_5__/* .isEnded */ .pl)(run) ? run.phase.endedAt : Number.POSITIVE_INFINITY);
    return [...runs].sort((a, b) => {
        const [first, second] = [endOf(a), endOf(b)];
        return first === second ? newestFirst(a, b) : second - first;
    });
}
function byFlow(runs) {
    const lists = new Map();
    for (const run of [...runs].sort(newestFirst)) {
        const known = lists.get(run.flow);
        if (known === undefined)
            lists.set(run.flow, [run]);
        else
            known.push(run);
    }
    return lists;
}
/** Each page of a site goes by the same order of the same runs: with thousands of both it is made once. */
const orders = new WeakMap();
function orderOf(state) {
    const known = orders.get(state);
    if (known !== undefined)
        return known;
    const made = { sorted: sorted(state.runs.values()), byFlow: byFlow(state.runs.values()) };
    orders.set(state, made);
    return made;
}
/** All of them: the open ones first, then by when they ended. */
function sortedRuns(state) {
    return orderOf(state).sorted;
}
/** The newest first. */
function runsOf(state, flow) {
    return orderOf(state).byFlow.get(flow) ?? [];
}
/** When it began; before that, when it was created. */
function sinceOf(run) {
    return (0,_run_report_js__WEBPACK_IMPORTED_MODULE_0__/* .firstStart */ .z)(run) ?? run.createdAt;
}
function runTable({ overview, runs, base, caption, isOfFlow = false }) {
    const rows = runs.map((run) => [
        (0,_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .runLink */ .ut)(run, base),
        ...(isOfFlow ? [] : [(0,_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .flowLink */ .dm)(run.flow, base)]),
        (0,_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .badge */ .qS)(run.phase.state),
        (0,_page_js__WEBPACK_IMPORTED_MODULE_3__/* .momentOf */ .Et)(sinceOf(run)),
        (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `${(0,_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .tookWords */ .Vd)(run, overview)}`,
        (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `${(0,_run_title_js__WEBPACK_IMPORTED_MODULE_1__/* .causeWords */ .pQ)(run, overview.outgoing)}`,
        ...(overview.mode.kind === 'static' ? [] : [deedOf(overview, run, base)]),
    ]);
    const columns = ['Run', ...(isOfFlow ? [] : ['Flow']), 'State', 'Started', 'Took', 'Why'];
    return (0,_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .tableOf */ .c_)({
        caption,
        columns: [...columns, ...(overview.mode.kind === 'static' ? [] : ['Do'])],
        rows,
    });
}
/** What a person can do about a run: cancel it while it is open, start it once more when it ended badly. */
function deedOf(overview, run, base) {
    if (run.phase.state === 'succeeded')
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) ``;
    if (run.phase.state === 'unknown')
        return resolveLink(overview, run, base);
    if ((0,_core_run_js__WEBPACK_IMPORTED_MODULE_5__/* .isEnded */ .pl)(run))
        return (0,_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .buttonOf */ .c$)(overview, base, { deed: 'retry', subject: run.id, label: 'Retry' });
    if (run.cancel !== undefined)
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `being cancelled`;
    const question = `Cancel run ${run.id}? Its attempt is stopped.`;
    return (0,_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .buttonOf */ .c$)(overview, base, { deed: 'cancel', subject: run.id, label: 'Cancel', question });
}
/** Nobody can say how it ended without a look at its log: the buttons are on its own page. */
function resolveLink({ mode }, run, base) {
    if (mode.kind === 'static')
        return _html_js__WEBPACK_IMPORTED_MODULE_2__/* .nothing */ .s6;
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<a href="${base}${(0,_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .runPath */ .t0)(run)}#resolve" aria-label="Resolve ${run.id}">Resolve\u2026</a>`;
}
/** For the page of a run whose end nobody saw. */
function resolvePart(overview, run, base) {
    const subject = run.id;
    const say = (as, label) => (0,_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .buttonOf */ .c$)(overview, base, {
        deed: 'resolve',
        subject,
        as,
        label,
        question: `Record that run ${subject} ${as}? What follows it goes by that.`,
    });
    const again = (0,_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .buttonOf */ .c$)(overview, base, {
        deed: 'retry',
        subject,
        label: 'Run it again',
        question: `Start run ${subject} once more? If it did its work, the work is done twice.`,
    });
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<div id="resolve" class="resolve"><p>Nobody saw how it ended. Look at its log and at what it should have done, then say so:</p>${say('succeeded', 'It succeeded')} ${say('failed', 'It failed')} ${again}</div>`;
}


/***/ }),

/***/ 3559:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $t: () => (/* binding */ placeOf),
  w9: () => (/* binding */ plainPage),
  FY: () => (/* binding */ plainPaths),
  Ot: () => (/* binding */ runPaths)
});

// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __webpack_require__(973);
// EXTERNAL MODULE: ./src/core/slots.ts + 1 modules
var core_slots = __webpack_require__(5957);
// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(9988);
// EXTERNAL MODULE: ./src/report/live/html.ts
var html = __webpack_require__(8263);
// EXTERNAL MODULE: ./src/report/live/page.ts
var live_page = __webpack_require__(6185);
// EXTERNAL MODULE: ./src/report/live/parts.ts
var parts = __webpack_require__(6814);
// EXTERNAL MODULE: ./src/report/live/runs.ts
var live_runs = __webpack_require__(6284);
;// CONCATENATED MODULE: ./src/report/live/flows.ts






/** As with runs: the same order for each page. */
const orders = new WeakMap();
function sortedFlows({ registry }) {
    const known = orders.get(registry);
    if (known !== undefined)
        return known;
    const made = [...registry.deployments.values()].sort((a, b) => (a.flow < b.flow ? -1 : 1));
    orders.set(registry, made);
    return made;
}
function flowTable(overview, deployments, base) {
    const isLive = overview.mode.kind === 'live';
    const rows = deployments.map((deployment) => {
        const own = (0,live_runs/* runsOf */.ky)(overview.state, deployment.flow);
        return [
            (0,parts/* flowLink */.dm)(deployment.flow, base),
            flowStatus(overview, deployment, own[0]),
            recentStrip(own, base),
            own[0] === undefined ? html/* nothing */.s6 : (0,live_page/* momentOf */.Et)((0,live_runs/* sinceOf */.ek)(own[0])),
            (0,html/* html */.qy) `${own[0] === undefined ? '' : (0,parts/* tookWords */.Vd)(own[0], overview)}`,
            nextOf(overview, deployment),
            ...(isLive ? [runDeed(overview, deployment, base)] : []),
        ];
    });
    const columns = [
        'Flow',
        'Status',
        'Recent runs',
        'Last run',
        'Took',
        'Next slot',
        ...(isLive ? ['Do'] : []),
    ];
    return (0,parts/* tableOf */.c_)({ caption: 'Flows', columns, rows });
}
function flowStatus(overview, { flow, retiredAt }, newest) {
    if (retiredAt !== undefined)
        return (0,html/* html */.qy) `removed, its runs go on`;
    const paused = overview.state.pauses.has(flow)
        ? (0,html/* html */.qy) `<span class="badge quiet"><span aria-hidden="true">\u23f8</span> paused</span> `
        : html/* nothing */.s6;
    return (0,html/* html */.qy) `${paused}${newest === undefined ? (0,html/* html */.qy) `no run yet` : (0,parts/* badge */.qS)(newest.phase.state)}`;
}
const mostInStrip = 10;
/** The newest runs, the newest on the right. */
function recentStrip(runs, base) {
    const shown = runs.slice(0, mostInStrip).reverse();
    if (shown.length === 0)
        return html/* nothing */.s6;
    const good = shown.filter(({ phase }) => phase.state === 'succeeded').length;
    const marks = shown.map((run) => (0,html/* html */.qy) `<a class="mark ${(0,parts/* toneOf */.YV)(run.phase.state)}" href="${base}${(0,parts/* runPath */.t0)(run)}" title="${run.phase.state}: ${run.id}" aria-label="${run.phase.state}: ${run.id}">${parts/* stateSymbols */.JB[run.phase.state]}</a>`);
    return (0,html/* html */.qy) `<span class="strip">${(0,html/* joined */.oR)(marks)}</span> <small>${good} of ${shown.length}<span class="unseen"> succeeded</span></small>`;
}
function nextSlotOf(overview, { flow, policy, retiredAt }) {
    if (retiredAt !== undefined || overview.state.pauses.has(flow))
        return undefined;
    const slots = policy.schedules.flatMap((schedule) => (0,core_slots/* nextSlots */.jj)(schedule, overview.now, 1));
    return slots.length === 0 ? undefined : slots.reduce((a, b) => (a < b ? a : b));
}
function nextOf(overview, deployment) {
    const slot = nextSlotOf(overview, deployment);
    if (slot !== undefined)
        return (0,live_page/* momentOf */.Et)(slot);
    const { after, schedules } = deployment.policy;
    if (after !== undefined)
        return (0,html/* html */.qy) `after ${after.flows.join(', ')}`;
    return schedules.length === 0 ? (0,html/* html */.qy) `by hand` : (0,html/* html */.qy) `none`;
}
/** A flow whose parameters must be given is run from its own page, where they can be written. */
function runDeed(overview, { flow, retiredAt, policy }, base) {
    if (retiredAt !== undefined)
        return html/* nothing */.s6;
    const needsWords = Object.values(policy.parameters).some((schema) => schema.default === undefined);
    return needsWords
        ? (0,html/* html */.qy) `<a href="${base}${(0,parts/* flowPath */.uf)(flow)}#start" aria-label="Run ${flow} with parameters">Run\u2026</a>`
        : (0,parts/* buttonOf */.c$)(overview, base, { deed: 'run', subject: flow, label: 'Run' });
}
function totalsText({ registry, state }) {
    const open = [...state.runs.values()].filter((run) => !('endedAt' in run.phase)).length;
    return `${(0,words/* countWords */.rj)(registry.deployments.size, 'flow')}, ${(0,words/* countWords */.rj)(open, 'open run')}, ${(0,words/* countWords */.rj)(state.runs.size, 'run')} kept`;
}

;// CONCATENATED MODULE: ./src/report/live/flow-page.ts





const base = '../';
const mostRuns = 50;
function flowPage(overview, deployment) {
    const { flow } = deployment;
    const runs = (0,live_runs/* runsOf */.ky)(overview.state, flow);
    const left = runs.length - mostRuns;
    const list = runs.length === 0
        ? (0,html/* html */.qy) `<h2>Runs</h2><p>There is no run yet.</p>`
        : (0,html/* html */.qy) `${(0,live_runs/* runTable */.cS)({ overview, runs: runs.slice(0, mostRuns), base, caption: 'Runs', isOfFlow: true })}${left > 0 ? (0,html/* html */.qy) `<p>\u2026 and ${left} older ones.</p>` : html/* nothing */.s6}`;
    const body = (0,html/* html */.qy) `<h1>${flow}</h1>
${(0,live_page/* livePart */._J)('facts', facts(overview, deployment))}${startForm(overview, deployment)}${(0,live_page/* livePart */._J)('list', list)}${backfillForm(overview, deployment)}`;
    return (0,live_page/* pageText */.xe)({ title: flow, overview, base, body });
}
function facts(overview, deployment) {
    const { flow, policy, version, deployedAt } = deployment;
    const [newest] = (0,live_runs/* runsOf */.ky)(overview.state, flow);
    const schedules = policy.schedules.map((schedule) => (0,html/* html */.qy) `<li>${overview.describeSchedule(schedule)}</li>`);
    const pause = overview.state.pauses.get(flow);
    const rows = [
        ['Status', flowStatus(overview, deployment, newest)],
        ['Schedules', schedules.length === 0 ? (0,html/* html */.qy) `none` : (0,html/* html */.qy) `<ul>${schedules}</ul>`],
        ['Next slot', nextOf(overview, deployment)],
        ['Deployed', (0,html/* html */.qy) `${(0,live_page/* momentOf */.Et)(deployedAt)}, commit <code>${version.commit.slice(0, 7)}</code>`],
        ...(pause === undefined
            ? []
            : [['Paused', (0,html/* html */.qy) `${(0,live_page/* momentOf */.Et)(pause.at)} by ${overview.outgoing.title(pause.by, 100)}`]]),
    ];
    const button = pause === undefined
        ? (0,parts/* buttonOf */.c$)(overview, base, { deed: 'pause', subject: flow, label: 'Pause' })
        : (0,parts/* buttonOf */.c$)(overview, base, { deed: 'resume', subject: flow, label: 'Resume' });
    return (0,html/* html */.qy) `<dl>${rows.map(([name, value]) => (0,html/* html */.qy) `<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>${button}`;
}
/** Outside what is replaced: a person may be writing in it. */
function startForm(overview, deployment) {
    if (overview.mode.kind === 'static' || deployment.retiredAt !== undefined)
        return html/* nothing */.s6;
    const { flow, policy } = deployment;
    const names = Object.keys(policy.parameters);
    const fields = names.length === 0
        ? html/* nothing */.s6
        : (0,html/* html */.qy) `<label for="parameters">Parameters, as a JSON object</label>${parameterList(policy.parameters, overview)}<textarea id="parameters" name="parameters" rows="4" spellcheck="false" aria-describedby="parameter-list">${defaultsOf(policy.parameters)}</textarea>`;
    return (0,html/* html */.qy) `<section id="start"><h2>Run it now</h2>${(0,parts/* buttonOf */.c$)(overview, base, { deed: 'run', subject: flow, label: 'Run', fields })}</section>
`;
}
function backfillForm(overview, { flow, policy, retiredAt }) {
    if (overview.mode.kind === 'static' || retiredAt !== undefined || policy.schedules.length === 0)
        return html/* nothing */.s6;
    const field = (name, label) => (0,html/* html */.qy) `<span><label for="${name}">${label}</label><input type="datetime-local" id="${name}" name="${name}" required></span>`;
    const button = (0,parts/* buttonOf */.c$)(overview, base, {
        deed: 'backfill',
        subject: flow,
        label: 'Backfill',
        question: `Run every slot of flow ${flow} in this range that has no run?`,
        fields: (0,html/* html */.qy) `<span class="range">${field('from', 'From, in UTC')}${field('to', 'To, in UTC')}</span>`,
    });
    return (0,html/* html */.qy) `<section id="backfill"><h2>Backfill</h2><p>Runs the slots of a range that have no run, with this deployment.</p>${button}</section>
`;
}
function parameterList(schemas, { outgoing }) {
    const items = Object.entries(schemas).map(([name, schema]) => {
        const needed = schema.default === undefined ? ', required' : '';
        const about = schema.description === undefined ? '' : `: ${outgoing.title(schema.description, 300)}`;
        return (0,html/* html */.qy) `<li><code>${name}</code> (${schema.type}${needed})${about}</li>`;
    });
    return (0,html/* html */.qy) `<ul id="parameter-list">${items}</ul>`;
}
function defaultsOf(schemas) {
    const given = Object.entries(schemas).flatMap(([name, schema]) => schema.default === undefined ? [] : [[name, schema.default]]);
    return JSON.stringify(Object.fromEntries(given), undefined, 1);
}

;// CONCATENATED MODULE: ./src/report/live/lists.ts





/** A page must stay light for a telephone. */
const rowsPerPage = 50;
function pageCount(entries) {
    return Math.max(Math.ceil(entries / rowsPerPage), 1);
}
/** All runs that are kept, `page` from 1; undefined: there is no such page. */
function runListPage(overview, page) {
    const all = (0,live_runs/* sortedRuns */.qD)(overview.state);
    const count = pageCount(all.length);
    if (page > count)
        return undefined;
    const runs = all.slice((page - 1) * rowsPerPage, page * rowsPerPage);
    const list = runs.length === 0
        ? (0,html/* html */.qy) `<p>There is no run yet.</p>`
        : (0,live_runs/* runTable */.cS)({
            overview,
            runs,
            base: '../',
            caption: captionOf('Runs', page, { count, entries: all.length }),
        });
    const body = (0,html/* html */.qy) `<h1>Runs</h1>
${(0,live_page/* livePart */._J)('list', (0,html/* html */.qy) `${list}${(0,parts/* pagesOf */.E0)('all-runs', page, count)}`)}`;
    return (0,live_page/* pageText */.xe)({ title: `Runs, page ${page}`, overview, base: '../', body });
}
function flowListPage(overview, page) {
    const all = sortedFlows(overview);
    const count = pageCount(all.length);
    if (page > count)
        return undefined;
    const flows = all.slice((page - 1) * rowsPerPage, page * rowsPerPage);
    const list = flows.length === 0 ? (0,html/* html */.qy) `<p>No flow is deployed.</p>` : flowTable(overview, flows, '../');
    const body = (0,html/* html */.qy) `<h1>Flows</h1>
${(0,live_page/* livePart */._J)('list', (0,html/* html */.qy) `${list}${(0,parts/* pagesOf */.E0)('all-flows', page, count)}`)}`;
    return (0,live_page/* pageText */.xe)({ title: `Flows, page ${page}`, overview, base: '../', body });
}
function captionOf(name, page, { count, entries }) {
    const from = (page - 1) * rowsPerPage + 1;
    const to = Math.min(page * rowsPerPage, entries);
    return count === 1 ? name : `${name} ${from} to ${to} of ${entries}`;
}

// EXTERNAL MODULE: ./src/core/ending.ts
var ending = __webpack_require__(4689);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
// EXTERNAL MODULE: ./src/core/state.ts + 1 modules
var state = __webpack_require__(3475);
// EXTERNAL MODULE: ./src/report/state-words.ts
var state_words = __webpack_require__(4988);
;// CONCATENATED MODULE: ./src/report/live/overview.ts











const mostRows = { attention: 20, flows: 50, open: 30, recent: 15, gaps: 20 };
/** What is wrong first, then the flows, what goes on, and what was. */
function overviewPage(overview) {
    const body = (0,html/* html */.qy) `<h1>Pipelines</h1>
${(0,live_page/* livePart */._J)('totals', totals(overview))}${(0,live_page/* livePart */._J)('attention', attention(overview))}${(0,live_page/* livePart */._J)('flows', flows(overview))}${(0,live_page/* livePart */._J)('open', openRuns(overview))}${(0,live_page/* livePart */._J)('recent', recentRuns(overview))}${(0,live_page/* livePart */._J)('gaps', gaps(overview))}`;
    return (0,live_page/* pageText */.xe)({ title: titleOf(overview), overview, base: '', body });
}
function titleOf({ state }) {
    const open = [...state.runs.values()].filter((run) => !(0,core_run/* isEnded */.pl)(run)).length;
    return open === 0 ? 'Pipelines' : `Pipelines (${open} open)`;
}
function totals(overview) {
    return (0,html/* html */.qy) `<p>${totalsText(overview)}. Every slot up to ${(0,live_page/* momentOf */.Et)(overview.state.mark)} is accounted for.</p>`;
}
function attention(overview) {
    const runs = badRuns(overview);
    const gaps = missedSlots(overview);
    if (runs.length + gaps.length === 0)
        return (0,html/* html */.qy) `<p class="well"><span class="good" aria-hidden="true">\u2713</span> Nothing needs attention.</p>`;
    const shown = [
        ...runs.slice(0, mostRows.attention).map((run) => badItem(overview, run)),
        ...gaps.slice(0, Math.max(mostRows.attention - runs.length, 0)).map(missedItem),
    ];
    const left = runs.length + gaps.length - shown.length;
    const more = left > 0 ? (0,html/* html */.qy) `<p>\u2026 and ${left} more.</p>` : html/* nothing */.s6;
    return (0,html/* html */.qy) `<h2>Needs attention</h2><ul class="attention">${shown}</ul>${more}`;
}
/** Runs whose end nobody knows, flows whose newest ended run went wrong, and attempts that are not seen any more. */
function badRuns({ state }) {
    const all = (0,live_runs/* sortedRuns */.qD)(state);
    const isNewestEnd = (run) => (0,live_runs/* runsOf */.ky)(state, run.flow).find(core_run/* isEnded */.pl) === run;
    return [
        ...all.filter(({ phase }) => phase.state === 'unknown'),
        ...all.filter((run) => (0,state_words/* isBad */.e)(run.phase.state) && run.phase.state !== 'unknown' && isNewestEnd(run)),
        ...all.filter((run) => !(0,core_run/* isEnded */.pl)(run) && (0,core_run/* lastAttempt */.mh)(run)?.missing !== undefined),
    ];
}
function badItem(overview, run) {
    const attempt = (0,core_run/* lastAttempt */.mh)(run);
    const because = attempt?.ending === undefined ? undefined : (0,ending/* factsOf */.x)(attempt.ending.class);
    const missing = (0,core_run/* isEnded */.pl)(run) ? undefined : attempt?.missing?.since;
    const words = missing === undefined
        ? (0,html/* withCode */.SM)([because?.words, because?.advice].filter((text) => text !== undefined).join('. '))
        : (0,html/* html */.qy) `not seen since ${(0,live_page/* momentOf */.Et)(missing)}`;
    return (0,html/* html */.qy) `<li><span class="what">${(0,parts/* badge */.qS)(run.phase.state)} ${(0,parts/* flowLink */.dm)(run.flow, '')}: ${(0,parts/* runLink */.ut)(run, '')} <span class="words">${words}</span></span> ${(0,live_runs/* deedOf */.uT)(overview, run, '')}</li>
`;
}
function missedSlots({ state, now }) {
    return state.gaps.filter(({ outcome, to }) => outcome === 'missed' && now - to < instant/* dayMs */.LP);
}
function missedItem(gap) {
    return (0,html/* html */.qy) `<li><span class="what"><span class="badge odd"><span aria-hidden="true">!</span> missed</span> ${gapText(gap)}</span></li>
`;
}
function gapText({ flow, from, to, count, because }) {
    const when = from === to ? (0,live_page/* momentOf */.Et)(from) : (0,html/* html */.qy) `${(0,live_page/* momentOf */.Et)(from)} to ${(0,live_page/* momentOf */.Et)(to)}`;
    return (0,html/* html */.qy) `${(0,words/* countWords */.rj)(count, 'slot')} of ${(0,parts/* flowLink */.dm)(flow, '')}, ${when}: ${(0,html/* withCode */.SM)(state/* gapReasons */.UF[because])}`;
}
function flows(overview) {
    const all = sortedFlows(overview);
    if (all.length === 0)
        return (0,html/* html */.qy) `<h2>Flows</h2><p>No flow is deployed yet. Write one with <code>headgate new</code>, then <code>headgate deploy</code>.</p>`;
    const left = all.length - mostRows.flows;
    const more = left > 0 ? (0,html/* html */.qy) `<p><a href="all-flows/2.html">${(0,words/* countWords */.rj)(left, 'more flow')}</a></p>` : html/* nothing */.s6;
    return (0,html/* html */.qy) `${flowTable(overview, all.slice(0, mostRows.flows), '')}${more}`;
}
function openRuns(overview) {
    const open = (0,live_runs/* sortedRuns */.qD)(overview.state).filter((run) => !(0,core_run/* isEnded */.pl)(run));
    if (open.length === 0)
        return html/* nothing */.s6;
    return limited(overview, open, { caption: 'Open runs', most: mostRows.open });
}
function recentRuns(overview) {
    const ended = (0,live_runs/* sortedRuns */.qD)(overview.state).filter(core_run/* isEnded */.pl);
    if (ended.length === 0)
        return (0,html/* html */.qy) `<h2>Recent runs</h2><p>No run has ended yet.</p>`;
    return limited(overview, ended, { caption: 'Recent runs', most: mostRows.recent });
}
function limited(overview, runs, { caption, most }) {
    const left = runs.length - most;
    const more = left > 0 ? (0,html/* html */.qy) `<p><a href="all-runs/1.html">${(0,words/* countWords */.rj)(left, 'more run')}</a></p>` : html/* nothing */.s6;
    return (0,html/* html */.qy) `${(0,live_runs/* runTable */.cS)({ overview, runs: runs.slice(0, most), base: '', caption })}${more}`;
}
function gaps({ state }) {
    if (state.gaps.length === 0)
        return html/* nothing */.s6;
    const rows = [...state.gaps].reverse().slice(0, mostRows.gaps);
    const left = state.gaps.length - rows.length;
    const more = left > 0 ? (0,html/* html */.qy) `<p>\u2026 and ${left} more.</p>` : html/* nothing */.s6;
    return (0,html/* html */.qy) `${(0,parts/* tableOf */.c_)({
        caption: 'Slots without a run',
        columns: ['Outcome', 'Slots'],
        rows: rows.map((gap) => [(0,html/* html */.qy) `${gap.outcome}`, gapText(gap)]),
    })}${more}`;
}

;// CONCATENATED MODULE: ./src/report/live/site-map.ts





/** A path without its leading slash; undefined: it cannot be one of ours. */
function placeOf(path) {
    if (path === '' || path === 'index.html')
        return { kind: 'overview' };
    const [, folder, name = '', end] = /^([a-z-]+)\/([a-z0-9-]{1,80})\.(html|log)$/.exec(path) ?? [];
    if (folder === 'runs') {
        const run = (0,core_run/* parseRunId */._G)(name);
        if (run === undefined)
            return undefined;
        return end === 'log' ? { kind: 'log', run } : { kind: 'run', run };
    }
    if (end !== 'html')
        return undefined;
    if (folder === 'flows')
        return { kind: 'flow', flow: name };
    const page = /^[1-9]\d{0,5}$/.test(name) ? Number(name) : undefined;
    if (page === undefined)
        return undefined;
    if (folder === 'all-runs')
        return { kind: 'runs', page };
    return folder === 'all-flows' ? { kind: 'flows', page } : undefined;
}
/** The pages that need no log; undefined: there is nothing of that name. */
function plainPage(overview, place) {
    switch (place.kind) {
        case 'overview':
            return overviewPage(overview);
        case 'runs':
            return runListPage(overview, place.page);
        case 'flows':
            return flowListPage(overview, place.page);
        case 'flow': {
            const deployment = overview.registry.deployments.get(place.flow);
            return deployment === undefined ? undefined : flowPage(overview, deployment);
        }
    }
}
/** The paths of all pages but those of the runs. */
function plainPaths({ state, registry }) {
    const numbered = (folder, entries) => Array.from({ length: pageCount(entries) }, (_, index) => `${folder}/${index + 1}.html`);
    return [
        'index.html',
        ...numbered('all-runs', state.runs.size),
        ...numbered('all-flows', registry.deployments.size),
        ...[...registry.deployments.keys()].map(parts/* flowPath */.uf),
    ];
}
function runPaths({ state }) {
    return new Map([...state.runs.values()].map((run) => [run.id, (0,parts/* runPath */.t0)(run)]));
}


/***/ }),

/***/ 3637:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ styleText)
/* harmony export */ });
/** The style sheet of the pages. Colours only support what symbols and words say; contrasts are 4.5 : 1 or more. */
const styleText = `:root{color-scheme:light dark;--ground:#fff;--raised:#f4f6f8;--line:#d5dae0;--text:#1b2229;--soft:#55606b;--link:#0b5c8a;--good:#166b34;--bad:#b3201e;--odd:#7d5200;--busy:#0b5c8a;--quiet:#55606b}
@media (prefers-color-scheme:dark){:root{--ground:#12171c;--raised:#1b222a;--line:#36414c;--text:#e4e9ee;--soft:#a3afba;--link:#6cbbe8;--good:#5fcf85;--bad:#ff8a80;--odd:#e5b24a;--busy:#6cbbe8;--quiet:#a3afba}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
header,main,footer{max-width:1200px;margin:0 auto;padding:0 20px}
header{display:flex;flex-wrap:wrap;gap:4px 20px;align-items:center;justify-content:space-between;min-height:52px;border-bottom:1px solid var(--line)}
header nav{display:flex;flex-wrap:wrap;gap:4px 18px;align-items:baseline}
.home{font-weight:650;font-size:17px;color:var(--text);text-decoration:none}
.controls{display:flex;gap:12px;align-items:center}
.controls p{margin:0;color:var(--soft);font-size:13px}
main{padding-bottom:32px}
main:focus{outline:none}
footer{color:var(--soft);font-size:13px;border-top:1px solid var(--line);padding-top:12px;padding-bottom:24px}
a{color:var(--link);text-underline-offset:2px}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999px}
.skip:focus{left:8px;top:8px;background:var(--ground);padding:6px 10px;z-index:1}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
h1{font-size:24px;line-height:1.25;margin:20px 0 6px;overflow-wrap:anywhere}
h2,caption{font-size:17px;font-weight:650;line-height:1.3;margin:26px 0 6px;text-align:left}
caption{margin:0;padding:24px 0 6px}
caption small,td small{color:var(--soft);font-weight:400;font-size:13px}
p{margin:6px 0}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:13px}
code{overflow-wrap:anywhere}
table{width:100%;border-collapse:collapse}
thead th{font-size:13px;color:var(--soft);font-weight:500}
th,td{text-align:left;vertical-align:baseline;padding:7px 14px 7px 0;border-bottom:1px solid var(--line);font-weight:400;overflow-wrap:anywhere}
td:last-child,th:last-child{padding-right:0}
tbody th{min-width:140px}
time,.badge,.strip{white-space:nowrap}
td{font-variant-numeric:tabular-nums}
.good{color:var(--good)}.bad{color:var(--bad)}.odd{color:var(--odd)}.busy{color:var(--busy)}.quiet{color:var(--quiet)}
.badge{font-weight:550}
.badge>span,.mark{display:inline-block;min-width:15px;text-align:center}
.mark{text-decoration:none;font-weight:650;min-width:17px;border-radius:3px}
.mark:hover{background:var(--line)}
form{display:inline}
button{font:inherit;font-size:14px;color:var(--text);background:var(--raised);border:1px solid var(--soft);border-radius:5px;padding:2px 12px;min-height:28px;white-space:nowrap;cursor:pointer}
button:hover{border-color:var(--link);color:var(--link)}
button:disabled{opacity:.6;cursor:default}
.notice{border:1px solid var(--good);border-left-width:5px;border-radius:5px;padding:8px 12px;margin:14px 0 0;overflow-wrap:anywhere}
.notice.bad{border-color:var(--bad);color:inherit}
.attention{list-style:none;margin:0;padding:0}
.attention li{display:flex;flex-wrap:wrap;gap:2px 10px;align-items:baseline;padding:8px 12px;border-left:4px solid var(--bad);margin:6px 0;background:var(--raised)}
.attention .what{flex:1 1 320px}
.attention .words{color:var(--soft)}
.well{margin-top:10px}
.headline{font-size:17px;overflow-wrap:anywhere}
.resolve{border-left:4px solid var(--odd);padding:6px 12px 10px;margin:8px 0;background:var(--raised)}
.artifact{margin:14px 0}
.artifact h3{font-size:15px;margin:0 0 4px;overflow-wrap:anywhere}
.artifact h4{font-size:15px;margin:10px 0 2px}
.artifact img{max-width:100%;height:auto;background:#fff;border:1px solid var(--line);border-radius:5px}
.artifact pre{max-height:40vh}
.artifact ul{margin:6px 0;padding-left:20px}
.wide{overflow-x:auto}
.advice{border-left:4px solid var(--odd);padding:4px 12px;background:var(--raised)}
dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(270px,1fr));gap:10px 24px;margin:12px 0}
dt{color:var(--soft);font-size:13px}
dd{margin:0;overflow-wrap:anywhere}
dd ul,#parameter-list{margin:0;padding-left:18px}
#start label,#backfill label{display:block;font-weight:550;margin-top:4px}
textarea{display:block;width:100%;max-width:640px;margin:6px 0 8px;padding:6px 8px;font:13px/1.5 ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;color:inherit;background:var(--ground);border:1px solid var(--soft);border-radius:5px}
input[type=datetime-local]{font:inherit;font-size:14px;color:inherit;background:var(--ground);border:1px solid var(--soft);border-radius:5px;padding:3px 8px;min-height:30px}
.range{display:flex;flex-wrap:wrap;gap:6px 20px;margin:6px 0 10px}
.gantt th[scope=row]{width:24%}
.gantt td:nth-child(2){width:38%}
.gantt td:nth-child(3){white-space:nowrap;width:9%}
.track svg{display:block;width:100%;height:16px;margin-top:3px;background:var(--raised);border-radius:3px}
.track rect{fill:currentColor}
.depth1{padding-left:16px}.depth2{padding-left:32px}.depth3,.depth4{padding-left:48px}
pre{margin:0;padding:10px 12px;max-height:70vh;overflow:auto;background:var(--raised);border:1px solid var(--line);border-radius:5px;line-height:1.45;white-space:pre-wrap;overflow-wrap:anywhere}
.follow{float:right;font-size:14px;font-weight:400}
.pages{margin:14px 0;display:flex;flex-wrap:wrap;gap:12px}
@media (max-width:860px){
header,main,footer{padding-left:14px;padding-right:14px}
header{padding-top:8px;padding-bottom:8px}
table,tbody,tr,caption{display:block}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{padding:9px 0;border-bottom:1px solid var(--line)}
th,td,td:last-child{display:block;border:0;padding:1px 0;min-width:0}
tbody th{font-weight:550}
td[data-label]{position:relative;padding-left:96px;min-height:24px}
td[data-label]::before{content:attr(data-label);color:var(--soft);font-size:13px;position:absolute;left:0;width:88px;line-height:22px}
td[data-label]:empty{display:none}
td[data-label=Do]{padding-left:0}
td[data-label=Do]::before{display:none}
td[data-label=Do] form{margin:4px 0}
.gantt tr{display:grid;grid-template-columns:1fr auto;gap:2px 12px}
.gantt th[scope=row],.gantt td:nth-child(n){width:auto}
.gantt td:nth-child(2){grid-row:2;grid-column:1/3}
.gantt td:nth-child(4){grid-row:3;grid-column:1/3;font-size:14px}
.data{display:table;width:auto}
.data tbody{display:table-row-group}
.data tr{display:table-row}
.data thead{position:static;width:auto;height:auto;clip-path:none;display:table-header-group}
.data th,.data td,.data td:last-child{display:table-cell;border-bottom:1px solid var(--line);padding:4px 12px 4px 0;overflow-wrap:normal}
button{min-height:36px;padding:4px 16px}
.mark{min-width:22px}
}
@media (min-width:520px) and (max-width:860px){
tr{display:grid;grid-template-columns:1fr 1fr;gap:0 20px}
.data tr{display:table-row}
tbody th,td[data-label=Why],td[data-label=End],td[data-label=Slots],td[data-label=Do]{grid-column:1/3}
.gantt tr{grid-template-columns:1fr auto}
.gantt tbody th{grid-column:auto}
}
@media (prefers-contrast:more){:root{--soft:var(--text);--line:var(--text)}}
@media print{.controls,form,.skip{display:none}pre{max-height:none}}
`;


/***/ })

};
