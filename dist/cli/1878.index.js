export const id = 1878;
export const ids = [1878];
export const modules = {

/***/ 1782:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UR: () => (/* binding */ doNotRetryExitCode),
/* harmony export */   df: () => (/* binding */ imageMediaTypes),
/* harmony export */   kc: () => (/* binding */ logText)
/* harmony export */ });
/* unused harmony exports eventMarker, longestEventLineBytes, eventLimitBytes, EventTooLargeError, encodeEvent */
/**
 * What a flow says about itself: one JSON object a line on standard output, starting with this text. No program prints
 * it by accident, it is not a workflow command of any CI, and CloudWatch Logs finds the fields of JSON lines by itself.
 */
const eventMarker = '{"headgate":1,';
/**
 * Longer events travel in parts. Docker cuts the lines of most log drivers at 16 KiB; `awslogs` does at 256 KiB
 * (aws/shim-loggers-for-containerd), but a flow may log through another one.
 */
const longestEventLineBytes = 15_000;
/** Of one event, all parts together. */
const eventLimitBytes = 256 * 1024;
/** A flow that ends with this exit code asks for no further attempt: what is wrong would be wrong again. */
const doNotRetryExitCode = 86;
const imageMediaTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/svg+xml'];
/** `WARNING rows are missing expected=10 seen=7` */
function logText({ level, message, fields = {} }) {
    const shown = Object.entries(fields).map(([name, value]) => {
        const isPlain = typeof value !== 'string' || /^[^\s"=]+$/.test(value);
        return ` ${name}=${typeof value === 'string' && isPlain ? value : JSON.stringify(value)}`;
    });
    return `${level.toUpperCase()} ${message}${shown.join('')}`;
}
class EventTooLargeError extends Error {
    name = 'EventTooLargeError';
    constructor(what, bytes) {
        super(`The ${what} takes ${bytes} bytes; at most ${eventLimitBytes} are kept. Write it to a file or a bucket, and make a link artifact of its address.`);
    }
}
const encoder = new TextEncoder();
/** Units of a part: an escaped quote or backslash takes two bytes, any other UTF-16 unit at most three. */
const partUnits = 4_800;
/** The lines of an event, without line ends. `id` names it among the events of the attempt; used if it needs parts. */
function encodeEvent(event, id) {
    const json = JSON.stringify(event);
    const line = `${eventMarker}${json.slice(1)}`;
    if (line.length * 3 <= longestEventLineBytes)
        return [line];
    const bytes = encoder.encode(line).length;
    if (bytes <= longestEventLineBytes)
        return [line];
    if (bytes > eventLimitBytes)
        throw new EventTooLargeError(describeEvent(event), bytes);
    const texts = slices(json);
    return texts.map((text, index) => `${eventMarker}"part":[${id},${index},${texts.length}],"text":${JSON.stringify(text)}}`);
}
function describeEvent(event) {
    return event.event === 'artifact'
        ? `artifact ${JSON.stringify(event.artifact.name)}`
        : `event ${event.event}`;
}
function slices(text) {
    const parts = [];
    for (let from = 0; from < text.length;) {
        const next = from + partUnits;
        const cutsPair = next < text.length && /[\uD800-\uDBFF]/.test(text[next - 1] ?? '');
        const to = cutsPair ? next - 1 : next;
        parts.push(text.slice(from, to));
        from = to;
    }
    return parts;
}


/***/ }),

/***/ 782:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NG: () => (/* binding */ isEventLine),
/* harmony export */   np: () => (/* binding */ readEventLine),
/* harmony export */   s1: () => (/* binding */ readJoined)
/* harmony export */ });
/* harmony import */ var _event_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1782);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3705);


/** Other languages may write a blank after a colon, as Python's `json.dumps` does. */
const markerPattern = /^\{"headgate": ?1, ?"/;
function isEventLine(text) {
    return markerPattern.test(text);
}
const longestLine = 64 * 1024;
/** Enough for what people print; what nests deeper would take the stack of whoever writes it out again. */
const deepestNesting = 32;
/** 2200-01-01. A moment beyond it is of a broken clock, or hostile; what is added to one before it is a moment too. */
const latestMs = Date.UTC(2200, 0, 1);
/** Of counts and sums: whatever is added to such a number is still whole. */
const largestAmount = 1e15;
/** A century: what is subtracted from a moment must leave a moment. */
const longestTaskMs = 3.2e12;
/** What a marked line says; undefined if it is damaged, or something that this version does not know. */
function readEventLine(text) {
    if (text.length > longestLine)
        return undefined;
    const value = parseObject(text);
    if (value === undefined)
        return undefined;
    return value['part'] === undefined ? readEvent(value) : readPart(value);
}
/** The event whose JSON came in parts. */
function readJoined(json) {
    const value = parseObject(json);
    return value === undefined ? undefined : readEvent(value);
}
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return isObject(value) && !isDeeperThan(value, deepestNesting) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isDeeperThan(value, levels) {
    if (typeof value !== 'object' || value === null)
        return false;
    return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}
function readPart(value) {
    const { part, text } = value;
    if (!Array.isArray(part) || typeof text !== 'string')
        return undefined;
    const [id, index, count] = part.map(countOf);
    if (id === undefined || index === undefined || count === undefined || index >= count)
        return undefined;
    return { id, index, count, text };
}
function readEvent(value) {
    const at = momentOf(value['at']);
    const when = at === undefined ? {} : { at };
    const event = readers[String(value['event'])]?.(value);
    return event === undefined ? undefined : { ...when, ...event };
}
/** Without a prototype: the name of an event comes from outside. */
const readers = Object.assign(Object.create(null), {
    'flow-started': () => ({ event: 'flow-started' }),
    'flow-ended': (value) => {
        const outcome = oneOf(['succeeded', 'failed', 'cancelled'], value['outcome']);
        return outcome && { event: 'flow-ended', outcome, ...errorIn(value) };
    },
    'task-started': (value) => {
        const facts = taskFacts(value);
        return facts && { event: 'task-started', ...facts };
    },
    'task-retrying': (value) => {
        const facts = taskFacts(value);
        const { error } = errorIn(value);
        if (facts === undefined || error === undefined)
            return undefined;
        const attempt = countOf(value['attempt']) ?? 1;
        return { event: 'task-retrying', ...facts, attempt, delayMs: amountOf(value['delayMs']) ?? 0, error };
    },
    'task-ended': (value) => {
        const facts = taskFacts(value);
        const outcomes = ['succeeded', 'failed', 'timed-out', 'cancelled', 'restored'];
        const outcome = oneOf(outcomes, value['outcome']);
        if (facts === undefined || outcome === undefined)
            return undefined;
        const attempt = countOf(value['attempt']) ?? 1;
        const durationMs = Math.min(amountOf(value['durationMs']) ?? 0, longestTaskMs);
        return { event: 'task-ended', ...facts, outcome, attempt, durationMs, ...errorIn(value) };
    },
    'task-totals': ({ totals }) => {
        if (!Array.isArray(totals))
            return undefined;
        return { event: 'task-totals', totals: totals.map(totalOf).filter((total) => total !== undefined) };
    },
    log: (value) => {
        const level = levelOf(value['level']);
        const message = textOf(value['message'], 8_000);
        if (level === undefined || message === undefined)
            return undefined;
        const { fields } = value;
        return { event: 'log', level, message, ...(isObject(fields) ? { fields } : {}) };
    },
    artifact: (value) => {
        const artifact = isObject(value['artifact']) ? artifactOf(value['artifact']) : undefined;
        return artifact && { event: 'artifact', artifact };
    },
    progress: (value) => {
        const name = textOf(value['name'], 200) ?? '';
        const done = amountOf(value['done']);
        const total = amountOf(value['total']);
        if (done === undefined)
            return undefined;
        return { event: 'progress', name, done, ...(total === undefined ? {} : { total }) };
    },
});
/** Level names of other languages' loggers count as ours. */
function levelOf(value) {
    const level = typeof value === 'string' ? value.toLowerCase() : undefined;
    if (level === 'warn')
        return 'warning';
    if (level === 'critical' || level === 'fatal')
        return 'error';
    return oneOf(['debug', 'info', 'warning', 'error'], level);
}
function taskFacts(value) {
    const task = countOf(value['task']);
    const name = textOf(value['name'], 200);
    if (task === undefined || name === undefined)
        return undefined;
    const key = textOf(value['key'], 200);
    const parent = countOf(value['parent']);
    return { task, name, ...(key === undefined ? {} : { key }), ...(parent === undefined ? {} : { parent }) };
}
function totalOf(value) {
    if (!isObject(value))
        return undefined;
    const name = textOf(value['name'], 200);
    if (name === undefined)
        return undefined;
    const [succeeded = 0, failed = 0, restored = 0] = ['succeeded', 'failed', 'restored'].map((key) => countOf(value[key]));
    return { name, succeeded, failed, restored, totalMs: amountOf(value['totalMs']) ?? 0 };
}
function errorIn(value) {
    const { error } = value;
    if (typeof error === 'string')
        return { error: { name: 'Error', message: error.slice(0, 2_000) } };
    if (!isObject(error))
        return {};
    const stack = textOf(error['stack'], 8_000);
    const name = textOf(error['name'], 100) ?? 'Error';
    const message = textOf(error['message'], 2_000) ?? '';
    return { error: { name, message, ...(stack === undefined ? {} : { stack }) } };
}
function artifactOf(value) {
    const name = textOf(value['name'], 200);
    if (name === undefined)
        return undefined;
    const text = textOf(value['text'], Number.POSITIVE_INFINITY);
    switch (value['kind']) {
        case 'markdown':
            return text === undefined ? undefined : { kind: 'markdown', name, text };
        case 'table':
            return tableOf(name, value);
        case 'link': {
            const url = textOf(value['url'], 2_000);
            return url === undefined
                ? undefined
                : { kind: 'link', name, url, ...(text === undefined ? {} : { text }) };
        }
        case 'image': {
            const source = isObject(value['source']) ? imageSourceOf(value['source']) : undefined;
            return source && { kind: 'image', name, alt: textOf(value['alt'], 500) ?? name, source };
        }
        default:
            return undefined;
    }
}
function tableOf(name, { columns, rows }) {
    if (!Array.isArray(columns) || !Array.isArray(rows))
        return undefined;
    const cells = (row) => (Array.isArray(row) ? row.map(cellOf) : undefined);
    return {
        kind: 'table',
        name,
        columns: columns.map((column) => String(cellOf(column))),
        rows: rows.map(cells).filter((row) => row !== undefined),
    };
}
function cellOf(value) {
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
function imageSourceOf(value) {
    const url = textOf(value['url'], 2_000);
    if (value['kind'] === 'url')
        return url === undefined ? undefined : { kind: 'url', url };
    const mediaType = oneOf(_event_format_js__WEBPACK_IMPORTED_MODULE_0__/* .imageMediaTypes */ .df, value['mediaType']);
    const base64 = textOf(value['base64'], Number.POSITIVE_INFINITY);
    if (mediaType === undefined || base64 === undefined || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64))
        return undefined;
    return { kind: 'data', mediaType, base64 };
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function oneOf(allowed, value) {
    return allowed.find((item) => item === value);
}
function textOf(value, limit) {
    return typeof value === 'string' ? value.slice(0, limit) : undefined;
}
function countOf(value) {
    const amount = amountOf(value);
    return Number.isInteger(amount) ? amount : undefined;
}
function amountOf(value) {
    return typeof value === 'number' && value >= 0 && value <= largestAmount ? value : undefined;
}
function momentOf(value) {
    const ms = amountOf(value);
    return ms === undefined || ms > latestMs ? undefined : (0,_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantFromMs */ .A0)(ms);
}


/***/ }),

/***/ 9072:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NG: () => (/* reexport safe */ _event_reader_js__WEBPACK_IMPORTED_MODULE_1__.NG),
/* harmony export */   PH: () => (/* binding */ parseEvents),
/* harmony export */   YF: () => (/* binding */ mostTasks),
/* harmony export */   f$: () => (/* binding */ shownText),
/* harmony export */   kc: () => (/* reexport safe */ _event_format_js__WEBPACK_IMPORTED_MODULE_0__.kc)
/* harmony export */ });
/* harmony import */ var _event_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1782);
/* harmony import */ var _event_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(782);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3705);





const mostTasks = 1_000;
/** Failures are what people look for: they find room when calls that went well have taken all of it. */
const mostTasksWithFailures = 1_200;
const mostArtifacts = 50;
const mostArtifactUnits = 1024 * 1024;
const mostNames = 200;
const mostOpenParts = 16;
const mostPartUnits = 300_000;
/** Reads what a flow said about itself out of everything that it printed. */
function parseEvents(lines) {
    const reading = {
        startedAt: undefined,
        finished: undefined,
        tasks: new Map(),
        totals: new Map(),
        artifacts: new Map(),
        artifactUnits: 0,
        progress: new Map(),
        logLevels: { debug: 0, info: 0, warning: 0, error: 0 },
        parts: new Map(),
        dropped: 0,
    };
    for (const line of lines) {
        if (!(0,_event_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .isEventLine */ .NG)(line))
            continue;
        const read = (0,_event_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readEventLine */ .np)(line);
        const event = read !== undefined && 'count' in read ? join(reading, read) : read;
        if (event === 'incomplete')
            continue;
        if (event === undefined || !enter(reading, event))
            reading.dropped += 1;
    }
    const { startedAt, finished, tasks, totals, artifacts, progress } = reading;
    return {
        ...(startedAt === undefined ? {} : { startedAt }),
        ...(finished === undefined ? {} : { finished }),
        tasks: [...tasks.values()],
        totals: [...totals.values()],
        artifacts: [...artifacts.values()],
        progress: [...progress.values()],
        logLevels: reading.logLevels,
        dropped: reading.dropped + reading.parts.size,
    };
}
/**
 * What a person sees of a line of the log: the line itself, the message of a log event, or nothing for other events.
 */
function shownText(line) {
    if (!(0,_event_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .isEventLine */ .NG)(line))
        return line;
    const read = (0,_event_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readEventLine */ .np)(line);
    if (read === undefined || 'count' in read || read.event !== 'log')
        return undefined;
    return (0,_event_format_js__WEBPACK_IMPORTED_MODULE_0__/* .logText */ .kc)(read);
}
function join(reading, { id, index, count, text }) {
    const open = reading.parts.get(id) ?? { texts: new Array(0), units: 0 };
    const isFirst = !reading.parts.has(id);
    if (isFirst && reading.parts.size >= mostOpenParts)
        return undefined;
    if (open.texts[index] !== undefined || open.units + text.length > mostPartUnits || count > 1_000)
        return undefined;
    reading.parts.set(id, open);
    open.texts[index] = text;
    open.units += text.length;
    const isComplete = open.texts.length === count && !open.texts.includes(undefined);
    if (!isComplete)
        return 'incomplete';
    reading.parts.delete(id);
    return (0,_event_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readJoined */ .s1)(open.texts.join(''));
}
/** False if there is no room for it. */
function enter(reading, event) {
    switch (event.event) {
        case 'flow-started':
            reading.startedAt ??= event.at;
            return true;
        case 'flow-ended':
            reading.finished = {
                outcome: event.outcome,
                ...(event.at === undefined ? {} : { at: event.at }),
                ...(event.error === undefined ? {} : { error: event.error }),
            };
            return true;
        case 'log':
            reading.logLevels[event.level] += 1;
            return true;
        case 'task-totals':
            return event.totals.every((total) => put(reading.totals, total.name, total));
        case 'progress':
            return put(reading.progress, event.name, {
                name: event.name,
                done: event.done,
                ...(event.total === undefined ? {} : { total: event.total }),
            });
        case 'artifact':
            return enterArtifact(reading, event.artifact);
        default:
            return enterTask(reading, event);
    }
}
function put(map, name, value) {
    if (!map.has(name) && map.size >= mostNames)
        return false;
    map.set(name, value);
    return true;
}
function enterArtifact(reading, artifact) {
    const units = JSON.stringify(artifact).length;
    const before = reading.artifacts.get(artifact.name);
    const freed = before === undefined ? 0 : JSON.stringify(before).length;
    if (before === undefined && reading.artifacts.size >= mostArtifacts)
        return false;
    if (reading.artifactUnits - freed + units > mostArtifactUnits)
        return false;
    reading.artifactUnits += units - freed;
    reading.artifacts.set(artifact.name, artifact);
    return true;
}
function enterTask(reading, event) {
    const known = reading.tasks.get(event.task);
    const hasFailed = event.event === 'task-ended' && (event.outcome === 'failed' || event.outcome === 'timed-out');
    const most = hasFailed ? mostTasksWithFailures : mostTasks;
    if (known === undefined && reading.tasks.size >= most)
        return false;
    reading.tasks.set(event.task, recordOf(known, event));
    return true;
}
function recordOf(known, event) {
    const { task, name, key, parent, at } = event;
    const facts = {
        task,
        name,
        ...(key === undefined ? {} : { key }),
        ...(parent === undefined ? {} : { parent }),
    };
    switch (event.event) {
        case 'task-started':
            return { attempt: 1, ...known, ...facts, ...(at === undefined ? {} : { startedAt: at }) };
        case 'task-retrying':
            return { ...known, ...facts, attempt: event.attempt + 1, error: event.error };
        case 'task-ended': {
            // The line of the start may be lost: the end says how long it took.
            const startedAt = known?.startedAt ?? (at === undefined ? undefined : (0,_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .plusMs */ .f9)(at, -event.durationMs));
            return {
                ...known,
                ...facts,
                attempt: event.attempt,
                outcome: event.outcome,
                ...(startedAt === undefined ? {} : { startedAt }),
                ...(at === undefined ? {} : { endedAt: at }),
                ...(event.error === undefined ? {} : { error: event.error }),
            };
        }
    }
}


/***/ }),

/***/ 7688:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ cutReason)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3727);

/**
 * ECS gives 1,024 characters, and what a person needs of them, the right that is missing and on what, stands at their end
 * (aws/containers-roadmap#1133, #1332). So what says nothing goes first, then what stands in between.
 */
const fillers = [
    /execution resource retrieval failed: /gi,
    /(?:service call|create stream|pull image manifest|ref pull|inspect image) has been retried \d+ times?(?:\(s\))?: /gi,
    /https response error StatusCode: \d+, RequestID: [\w-]*, (?:api error )?/gi,
    /,? request id: [\w-]+/gi,
    / because no [\w-]+ policy allows the [\w:*-]+ action/gi,
];
/** Enough to see what failed. */
const leastHead = 60;
/** The verb and the resource of a refusal by IAM. */
const refusal = /is not authorized to perform: \S+(?: on resource: \S+)?/i;
function cutReason(text, limit) {
    let left = text;
    for (const filler of fillers) {
        if (left.length <= limit)
            return left;
        left = left.replaceAll(filler, '');
    }
    if (left.length <= limit)
        return left;
    const found = refusal.exec(left)?.[0] ?? '';
    const end = found !== '' && found.length < limit - leastHead ? found : lastCharacters(left, Math.floor(limit / 3));
    return `${(0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .cutLength */ .bG)(left, limit - end.length - 1)} ${end}`;
}
/** Never half a character. */
function lastCharacters(text, count) {
    return text.slice(-count).replace(/^[\udc00-\udfff]/, '');
}


/***/ }),

/***/ 9518:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qK: () => (/* binding */ hasTrace),
  mU: () => (/* binding */ namedError),
  $t: () => (/* binding */ placeOf)
});

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
/** What the last stack trace says went wrong. */
function lastMessage(texts) {
    const message = lastTrace(texts.map((text) => text.slice(0, longestJudgedLine)))?.message;
    return message === '' ? undefined : message;
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

;// CONCATENATED MODULE: ./src/report/named-error.ts

/** By what the program told itself, else by the last stack trace of its log; undefined: nobody has to guess. */
function namedError(report) {
    if (report.run.phase.state !== 'failed')
        return undefined;
    const place = placeOf(report);
    const error = report.events?.finished?.error;
    const [stack, tail] = tracesOf(report);
    const text = error !== undefined
        ? `${error.name}: ${error.message}`
        : (place?.message ?? lastMessage(stack) ?? lastMessage(tail) ?? machineError(tail));
    if (text === undefined || text === '')
        return undefined;
    const line = text.split('\n')[0] ?? '';
    return place === undefined ? { text: line } : { text: line, place };
}
/** The line of the flow's own code that failed, if a stack trace says so. */
function placeOf({ run, events, logTail, sourceFiles }) {
    if (run.phase.state !== 'failed')
        return undefined;
    const source = { flow: run.flow, ...(sourceFiles === undefined ? {} : { files: sourceFiles }) };
    const [stack, tail] = tracesOf({ events, logTail });
    return failingPlace(stack, source) ?? failingPlace(tail, source);
}
/** Whether knowing the files of the commit could tell where the run failed. */
function hasTrace(report) {
    return report.run.phase.state === 'failed' && tracesOf(report).some(hasStackTrace);
}
function tracesOf({ events, logTail }) {
    const stack = events?.finished?.error?.stack?.split('\n') ?? [];
    return [stack, logTail.map(({ text }) => text)];
}
/** The one line that the container runtime prints for an image of another architecture (execve(2), ENOEXEC). */
function machineError(tail) {
    return tail
        .findLast((line) => /^\s*exec \S+: exec format error\s*$|: exec format error\s*$/.test(line))
        ?.trim();
}


/***/ }),

/***/ 5967:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Es: () => (/* binding */ attemptMs),
/* harmony export */   VN: () => (/* binding */ bareReport),
/* harmony export */   d5: () => (/* binding */ elapsedMs),
/* harmony export */   pd: () => (/* binding */ revisionName),
/* harmony export */   vk: () => (/* binding */ attemptWords),
/* harmony export */   yY: () => (/* binding */ fallbackWords),
/* harmony export */   z: () => (/* binding */ firstStart)
/* harmony export */ });
/* unused harmony export mostAttempts */
/* harmony import */ var _core_ending_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4689);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(973);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9988);



/** What the record says by itself, without anything that the run printed. */
function bareReport(report, fault) {
    const { events: _, sourceFiles: __, ...known } = report;
    return { ...known, logTail: [], fault };
}
function firstStart(run) {
    return run.attempts.find(({ startedAt }) => startedAt !== undefined)?.startedAt;
}
/** From the first intent to launch to the end: what a person waited for. */
function elapsedMs(run, now) {
    const from = firstStart(run) ?? run.attempts[0]?.intendedAt ?? run.createdAt;
    return Math.max(((0,_core_run_js__WEBPACK_IMPORTED_MODULE_2__/* .isEnded */ .pl)(run) ? run.phase.endedAt : now) - from, 0);
}
function attemptMs({ startedAt, ending }, now) {
    return startedAt === undefined ? undefined : Math.max((ending?.at ?? now) - startedAt, 0);
}
/** How many attempts the run can have; undefined when infrastructure failures, which have their own budget, count in. */
function mostAttempts({ run, deployment }) {
    const { policy } = deployment;
    if (policy === undefined || policy.retries.limit + run.granted === 0)
        return undefined;
    const isPlain = run.attempts.every(({ ending }) => ending === undefined || !infraClasses(ending.class));
    const most = policy.retries.limit + 1 + run.granted;
    return isPlain && run.attempts.length <= most ? most : undefined;
}
function infraClasses(name) {
    return (0,_core_ending_js__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .x)(name).budget === 'infra';
}
/** `attempt 2 of 3`; nothing for the only attempt of a run that has no retries. */
function attemptWords(report) {
    const number = (0,_core_run_js__WEBPACK_IMPORTED_MODULE_2__/* .lastAttempt */ .mh)(report.run)?.number;
    if (number === undefined)
        return undefined;
    const most = mostAttempts(report);
    const isFirstAndLast = number === 1 && report.run.phase.state === 'succeeded';
    if (most !== undefined && !isFirstAndLast)
        return `attempt ${number} of ${most}`;
    return number > 1 ? `attempt ${number}` : undefined;
}
/** `attempt 3 on demand after 2 interruptions`; nothing for a run that never left spot, or was never on it. */
function fallbackWords({ attempts }) {
    const first = attempts.find(({ capacity }) => capacity === 'on-demand');
    if (first === undefined)
        return undefined;
    const earlier = attempts.filter(({ number }) => number < first.number);
    const interruptions = earlier.filter(({ ending }) => ending?.class === 'spot').length;
    const reason = interruptions === 0
        ? ', because spot had no capacity'
        : ` after ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .countWords */ .rj)(interruptions, 'interruption')}`;
    return `attempt ${first.number} on demand${reason}`;
}
/** `headgate-acme-daily-report:12` of its ARN. */
function revisionName(revision) {
    return /^arn:[^/]*:task-definition\/([A-Za-z0-9_-]+:\d+)$/.exec(revision)?.[1] ?? revision;
}


/***/ }),

/***/ 4014:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cp: () => (/* binding */ adviceFor),
  pQ: () => (/* binding */ causeWords),
  fg: () => (/* binding */ endingWords),
  fd: () => (/* binding */ isLocalRun),
  kh: () => (/* binding */ runTitle),
  jJ: () => (/* binding */ waitWords)
});

// UNUSED EXPORTS: causeOf, errorWords

// EXTERNAL MODULE: ./src/core/ending.ts
var core_ending = __webpack_require__(4689);
// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __webpack_require__(973);
;// CONCATENATED MODULE: ./src/report/advice.ts

const denied = /(?:User: (\S+) is )?not authorized to perform: ([a-z0-9-]+:[A-Za-z*]+)(?: on resource: ([^\s,]*[^\s,.]))?/;
/** By what the text says. From the top; the first that fits is given instead of the advice of the class. */
const advices = [
    {
        classes: [
            'secrets',
            'secrets-timeout',
            'logging',
            'image-missing',
            'image-pull',
            'runtime',
            'volume',
            'refused',
        ],
        says: denied,
        do: ([, user = '', permission = '', resource], code, endingClass) => `Grant ${code(permission)}${resource === undefined ? '' : ` on ${code(resource)}`} to ${roleOf(user, permission, endingClass)}${nameOf(user, code)}.`,
    },
    {
        classes: ['secrets'],
        says: /Access to KMS is not allowed/i,
        do: (_, code) => `Grant ${code('kms:Decrypt')} on the key of the secret to the execution role, and let the policy of the key admit it.`,
    },
    {
        classes: ['secrets'],
        says: /did not (?:contain|find) json key ([\w.-]*[\w-])/i,
        do: ([, key = ''], code) => `Add the key ${code(key)} to the secret, or name another one in \`secrets\` of \`flow.yml\` and deploy; then retry the run.`,
    },
    {
        classes: ['secrets'],
        says: /invalid character|unexpected end of JSON input/i,
        do: () => 'The value of the secret is no JSON: store a JSON object in it, or leave the key out of `secrets` in `flow.yml` and deploy.',
    },
    {
        classes: ['secrets'],
        says: /can't find the specified secret value for staging label/i,
        do: () => 'The secret has no value yet: store one, then retry the run.',
    },
    {
        classes: ['secrets'],
        says: /marked for deletion/i,
        do: () => 'Restore the secret, or name another one in `secrets` of `flow.yml` and deploy.',
    },
    {
        classes: ['secrets'],
        says: /invalid ssm parameters: ([\w./-]*[\w/-])/i,
        do: ([, name = ''], code) => `Create the parameter ${code(name)} in this region, or correct \`secrets\` in \`flow.yml\` and deploy.`,
    },
    {
        classes: ['image-missing'],
        says: /descriptor matching platform '?([\w/]+)|no match for platform|no matching manifest for/i,
        do: ([, platform], code) => `Build the image for ${platform === undefined ? 'the architecture of the flow' : code(platform)}, or set \`resources.architecture\` to the one that it is built for, then deploy.`,
    },
    {
        classes: ['image-missing'],
        says: /no space left on device/i,
        do: () => 'Raise `resources.storage`, or make the image smaller, then deploy.',
    },
    {
        classes: ['image-missing'],
        says: /no processor for media-type|unsupported media type/i,
        do: () => 'Build the image without attestations (`docker buildx build --provenance=false`), then deploy.',
    },
    {
        classes: ['image-missing'],
        says: /\b40[13]\b|no basic auth credentials|pull access denied|authorization failed/i,
        do: () => 'Check that the image exists, and let the execution role pull it: `ecr:GetAuthorizationToken`, `ecr:BatchGetImage` and `ecr:GetDownloadUrlForLayer`, and for another account the policy of the repository.',
    },
    {
        classes: ['image-pull'],
        says: /toomanyrequests|too many requests|pull rate limit/i,
        do: () => 'Retry the run later; if it repeats, copy the image to a registry of your own, such as ECR.',
    },
    {
        classes: ['logging'],
        says: /log group does not exist/i,
        do: () => 'Create the log group that `aws.log-group` names, then retry the run.',
    },
    {
        classes: ['refused'],
        says: /unable to assume (?:the )?role(?: '(arn:[\w:/+=,.@-]+)')?/i,
        do: ([, role], code) => `Let the trust policy of ${role === undefined ? 'the role' : code(role)} admit \`ecs-tasks.amazonaws.com\`, then retry the run.`,
    },
    {
        classes: ['refused'],
        says: /E_TASKDEF_INACTIVE/,
        do: () => 'Deploy again: that registers what was deregistered; then retry the run.',
    },
    {
        classes: ['start-failed'],
        says: /service linked role/i,
        do: () => 'A new account gets the role within minutes: retry the run then. If it repeats: `aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com`.',
    },
    {
        classes: ['cannot-start'],
        says: /exec format error/i,
        do: () => 'The program is built for another architecture: build the image for that of `resources.architecture`, then deploy.',
    },
];
/** Secrets, images and logs are fetched and written with the execution role, files of EFS are the program's own. */
function roleOf(user, permission, endingClass) {
    if (permission.startsWith('elasticfilesystem:'))
        return 'the task role';
    if (endingClass !== 'refused')
        return 'the execution role';
    return /:assumed-role\//.test(user) ? 'the role' : 'whoever asked';
}
/** The session of a role is named after what uses it. */
function nameOf(user, code) {
    const name = /:assumed-role\/([\w+=,.@-]+)/.exec(user)?.[1];
    return name === undefined ? '' : ` ${code(name)}`;
}
/** What a person can do, as Markdown; undefined: nothing has to be done. */
function adviceOn(ending, circumstances, outgoing) {
    const code = (text) => outgoing.code(text, 500);
    const detail = ending.detail ?? '';
    for (const advice of advices) {
        const match = advice.classes.includes(ending.class) ? advice.says.exec(detail) : null;
        if (match !== null)
            return advice.do(match, code, ending.class);
    }
    if (circumstances.isLocal === true && localAdvice[ending.class] !== undefined)
        return localAdvice[ending.class];
    return ending.class === 'exit-code' ? onExit(ending, circumstances) : (0,core_ending/* factsOf */.x)(ending.class).advice;
}
const localAdvice = {
    host: 'Nothing in the flow is to blame: start it again, and let the machine stay awake.',
    'start-failed': 'Start it again; if it repeats, look at what the message says of this machine.',
    'stopped-outside': 'Find out what stopped the process, and retry the run if it should go on.',
    'cannot-start': 'Check `command`, and that the program is installed on this machine.',
};
/** Signals and shells have numbers of their own (POSIX: 128 + signal; 126 and 127 of the shell). */
function onExit({ exitCode = 1 }, { resources, isErrorNamed, isLogEmpty }) {
    if (isErrorNamed === true)
        return undefined;
    const look = isLogEmpty === true ? 'It printed nothing that says why.' : 'Read the end of the log.';
    const memory = resources === undefined ? '' : ` (${resources.memoryMiB} MiB)`;
    const architecture = resources === undefined ? 'that of the flow' : `\`${resources.architecture}\``;
    switch (exitCode) {
        case 124:
            return `124 is what \`timeout\` ends with, and \`timeout.run\` was not over: a limit within the program was. ${look}`;
        case 126:
        case 127:
            return `A command that the program called is not there, or may not be executed. ${look}`;
        case 134:
            return `The program gave itself up (SIGABRT): a failed assertion, or no memory${memory} for its heap. ${look}`;
        case 137:
            return `It was killed (SIGKILL), and nobody says by whom: most likely it used more memory than the flow has${memory}; raise \`resources.memory\` if its memory was full. Otherwise something in it sent the signal. ${look}`;
        case 139:
            return `It crashed in native code (SIGSEGV): look for a library that was built for other versions, or another architecture than ${architecture}. ${look}`;
        case 143:
            return `It was told to stop (SIGTERM), and Headgate did not: something in the container did. ${look}`;
        case 255:
            return `A program ends so that gives no code, and an image that is not built for ${architecture}: then the log says \`exec format error\`. ${look}`;
        default:
            return look;
    }
}

// EXTERNAL MODULE: ./src/report/long-reason.ts
var long_reason = __webpack_require__(7688);
// EXTERNAL MODULE: ./src/report/named-error.ts + 1 modules
var named_error = __webpack_require__(9518);
// EXTERNAL MODULE: ./src/report/run-report.ts
var run_report = __webpack_require__(5967);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(9988);
;// CONCATENATED MODULE: ./src/report/run-title.ts








/** What matters of a run, in one line: "failed after 3 min 12 s: exit 1 in `load` (attempt 2 of 3)". */
function runTitle(report, outgoing) {
    const attempt = (0,run_report/* attemptWords */.vk)(report);
    const suffix = attempt === undefined ? '' : ` (${attempt})`;
    return outgoing.title(`${(0,core_run/* isEnded */.pl)(report.run) ? endWords(report) : openWords(report)}${suffix}`);
}
function endWords(report) {
    const { run, now } = report;
    const { state } = run.phase;
    const hasStarted = (0,run_report/* firstStart */.z)(run) !== undefined;
    const took = (0,words/* durationWords */.Sh)((0,run_report/* elapsedMs */.d5)(run, now));
    const because = reasonOf(report);
    switch (state) {
        case 'succeeded':
            return hasStarted ? `succeeded in ${took}` : 'succeeded';
        case 'timed-out':
            return `timed out after ${took}${because}`;
        case 'unknown':
            return `outcome unknown${because}`;
        default:
            return `${state}${hasStarted ? ` after ${took}` : ' before it started'}${because}`;
    }
}
function reasonOf(report) {
    const { run, events } = report;
    const ending = (0,core_run/* lastAttempt */.mh)(run)?.ending;
    if (run.phase.state === 'cancelled' && run.cancel !== undefined) {
        if (run.cancel.cause === 'superseded')
            return `: ${(0,core_ending/* factsOf */.x)('superseded').words}`;
        return run.cancel.by === undefined ? '' : `: by ${run.cancel.by}`;
    }
    if (ending === undefined || ending.class === 'exit-zero')
        return '';
    const error = ending.class === 'exit-code' ? (0,named_error/* namedError */.mU)(report) : undefined;
    if (error !== undefined)
        return `: ${(0,visible/* cutLength */.bG)(errorWords(error), longestError)}`;
    const task = failedTask(events?.tasks ?? []);
    const where = task === undefined ? '' : ` in \`${task.name}\``;
    if (ending.class === 'exit-code')
        return `: exit ${ending.exitCode ?? '?'}${where}`;
    return `: ${causeOf(ending, isLocalRun(run))}${where}`;
}
/** Room for the rest of a title. */
const longestError = 180;
/** `flows/x/main.py:28 ValueError: no such region` */
function errorWords({ text, place }) {
    return place === undefined ? text : `${place.path}:${place.line} ${text}`;
}
/** The innermost task that failed, the last one if there are several: its parents failed because of it. */
function failedTask(tasks) {
    const failed = tasks.filter(({ outcome }) => outcome === 'failed' || outcome === 'timed-out');
    const parents = new Set(failed.map(({ parent }) => parent));
    return failed.findLast(({ task }) => !parents.has(task));
}
const waitWords = {
    'not-before': 'its time has not come',
    overlap: 'a run of the flow is open',
    group: 'its concurrency group is full',
    running: '`limits.running` is reached',
    'launches-per-tick': 'the tick launched as many as it may',
};
function openWords({ run, waiting }) {
    const { phase } = run;
    switch (phase.state) {
        case 'queued': {
            const wait = waiting === undefined || waiting === 'not-before' ? '' : `: ${waitWords[waiting]}`;
            const isRetry = run.attempts.some(({ ending }) => ending !== undefined);
            return isRetry
                ? `waiting for the next attempt, not before ${(0,words/* instantWords */.lJ)(phase.notBefore)}${wait}`
                : `waiting${wait}`;
        }
        case 'launching':
            return 'starting';
        case 'stopping':
            return `stopping: ${(0,core_ending/* factsOf */.x)((0,core_run/* lastAttempt */.mh)(run)?.stop?.cause ?? 'cancelled').words}`;
        default: {
            const since = (0,core_run/* lastAttempt */.mh)(run)?.startedAt;
            return since === undefined ? 'running' : `running since ${(0,words/* instantWords */.lJ)(since)}`;
        }
    }
}
/** Why there is this run, and how late it began. */
function causeWords(run, outgoing) {
    const slot = (0,core_run/* slotOf */.SW)(run.cause);
    const start = (0,run_report/* firstStart */.z)(run) ?? run.attempts[0]?.intendedAt;
    const late = slot === undefined || start === undefined ? '' : `, ${(0,words/* lateness */.ev)(slot, start)}`;
    const when = slot === undefined ? '' : ` ${(0,words/* instantWords */.lJ)(slot)}`;
    switch (run.cause.kind) {
        case 'slot':
            return `slot${when}${late}`;
        case 'backfill':
            return `backfill of slot${when}, asked for by ${outgoing.inline(run.cause.by, 100)}`;
        case 'manual':
            return `started by ${outgoing.inline(run.cause.by, 100)}`;
        case 'upstream':
            return `followed ${outgoing.code(run.cause.run)}${slot === undefined ? '' : ` for slot${when}`}`;
    }
}
/** A process of this machine; AWS's tasks have names of its own. */
function isLocalRun({ attempts }) {
    const handle = attempts.findLast((attempt) => attempt.handle !== undefined)?.handle;
    return handle !== undefined && !handle.startsWith('arn:');
}
const localWords = {
    host: 'the machine, or what supervised the program on it, went away',
    'start-failed': 'the program could not be started',
    'cannot-start': 'the program could not be started',
    'stopped-outside': 'somebody stopped the program outside Headgate',
};
function causeOf(ending, isLocal) {
    return (isLocal ? localWords[ending.class] : undefined) ?? (0,core_ending/* factsOf */.x)(ending.class).words;
}
/** "the program exited with a code other than 0 (exit 1)", with the executor's own text. No full stop. */
function endingWords(ending, outgoing, { isLocal = false, longest = 1_800 } = {}) {
    const exit = ending.exitCode === undefined || ending.class === 'exit-zero' ? '' : ` (exit ${ending.exitCode})`;
    const said = ending.detail === undefined
        ? ''
        : outgoing.code((0,long_reason/* cutReason */.z)(ending.detail.replace(/\.$/, ''), longest), longest);
    return `${causeOf(ending, isLocal)}${exit}${said === '' ? '' : `: ${said}`}`;
}
/** What a person can do about the last end of a run. */
function adviceFor(report, ending, outgoing) {
    const { resources } = report.deployment;
    const circumstances = {
        isLocal: isLocalRun(report.run),
        isErrorNamed: (0,named_error/* namedError */.mU)(report) !== undefined,
        isLogEmpty: report.logState === 'empty',
        ...(resources === undefined ? {} : { resources }),
    };
    return adviceOn(ending, circumstances, outgoing);
}


/***/ }),

/***/ 4988:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ isBad),
/* harmony export */   w: () => (/* binding */ markedState)
/* harmony export */ });
/** One look for each state of a run, the same in every report. */
const stateMarks = {
    queued: '\u{1f552}',
    launching: '\u{1f535}',
    running: '\u{1f535}',
    stopping: '\u{1f535}',
    succeeded: '\u{1f7e2}',
    failed: '\u{1f534}',
    crashed: '\u{1f534}',
    'timed-out': '\u{1f534}',
    cancelled: '\u26aa',
    unknown: '\u{1f7e1}',
};
function markedState(state) {
    return `${stateMarks[state]} ${state}`;
}
/** Whether a person should look at it. */
function isBad(state) {
    return state === 'failed' || state === 'crashed' || state === 'timed-out' || state === 'unknown';
}


/***/ }),

/***/ 2510:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ chosenTasks),
/* harmony export */   XI: () => (/* binding */ totalsRows),
/* harmony export */   mJ: () => (/* binding */ depthOfTask),
/* harmony export */   p5: () => (/* binding */ taskName),
/* harmony export */   sk: () => (/* binding */ endOfTask),
/* harmony export */   tg: () => (/* binding */ timelineLines)
/* harmony export */ });
/* harmony import */ var _core_event_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9072);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3727);
/* harmony import */ var _width_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3473);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9988);




const barWidth = 24;
const longestName = 28;
const mostParents = 4;
/** The tasks of an attempt as bars along its time, one a line; hostile text, for a block of code. */
function timelineLines(events, now, mostRows) {
    const timed = events.tasks.filter(({ startedAt }) => startedAt !== undefined);
    if (timed.length === 0 || mostRows <= 0)
        return [];
    const from = Math.min(...timed.map(({ startedAt }) => startedAt ?? now));
    const to = Math.max(...timed.map((task) => endOfTask(task, now)), from + 1);
    const shown = chosenTasks(timed, mostRows);
    const rows = shown.map((task) => ({
        name: (0,_width_js__WEBPACK_IMPORTED_MODULE_3__/* .cutWidth */ .bn)(`${'  '.repeat(depthOfTask(task, events.tasks))}${taskName(task)}`, longestName),
        bar: bar((task.startedAt ?? from) - from, endOfTask(task, now) - from, to - from),
        took: (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .durationWords */ .Sh)(endOfTask(task, now) - (task.startedAt ?? from)),
        how: howItEnded(task),
    }));
    const nameWidth = Math.max(...rows.map(({ name }) => (0,_width_js__WEBPACK_IMPORTED_MODULE_3__/* .widthOf */ .qz)(name)));
    const tookWidth = Math.max(...rows.map(({ took }) => took.length));
    const lines = rows.map(({ name, bar: drawn, took, how }) => `${(0,_width_js__WEBPACK_IMPORTED_MODULE_3__/* .padWidth */ ._n)(name, nameWidth)}  ${drawn}  ${took.padStart(tookWidth)}  ${how}`);
    const left = timed.length - shown.length;
    return left === 0 ? lines : [...lines, `… and ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .countWords */ .rj)(left, 'more task')}`];
}
/** Failures first when there are too many rows, but always shown in the order in which they began. */
function chosenTasks(tasks, mostRows) {
    if (tasks.length <= mostRows)
        return [...tasks];
    const isGood = ({ outcome }) => outcome === 'succeeded' || outcome === 'restored';
    const kept = new Set([
        ...tasks.filter((task) => !isGood(task)).slice(0, mostRows),
        ...tasks.filter(isGood).slice(0, mostRows),
    ]);
    const most = new Set([...kept].slice(0, mostRows));
    return tasks.filter((task) => most.has(task));
}
function endOfTask({ startedAt, endedAt }, now) {
    return Math.max(endedAt ?? now, startedAt ?? 0);
}
function taskName({ name, key }) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(key === undefined ? name : `${name} ${key}`);
}
function depthOfTask(task, all) {
    let depth = 0;
    let parent = task.parent;
    while (parent !== undefined && depth < mostParents) {
        const above = parent;
        depth += 1;
        parent = all.find((other) => other.task === above)?.parent;
    }
    return depth;
}
function bar(from, to, length) {
    const start = Math.min(Math.floor((from / length) * barWidth), barWidth - 1);
    const end = Math.max(Math.round((to / length) * barWidth), start + 1);
    return `${'\u00b7'.repeat(start)}${'\u2588'.repeat(end - start)}${'\u00b7'.repeat(Math.max(barWidth - end, 0))}`;
}
function howItEnded({ outcome, attempt, error }) {
    const tries = attempt > 1 ? `, try ${attempt}` : '';
    const why = outcome !== 'failed' || error === undefined ? '' : `: ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(error.message).slice(0, 80)}`;
    return `${outcome ?? 'not ended'}${tries}${why}`;
}
/** Sums of tasks that were called more often than the timeline can show. */
function totalsRows(events, mostRows) {
    const isShownInFull = events.tasks.length < _core_event_js__WEBPACK_IMPORTED_MODULE_0__/* .mostTasks */ .YF;
    const counted = new Map();
    for (const { name } of events.tasks)
        counted.set(name, (counted.get(name) ?? 0) + 1);
    return events.totals
        .filter(({ name, succeeded, failed, restored }) => {
        const calls = succeeded + failed + restored;
        return calls > 1 && (!isShownInFull || calls > (counted.get(name) ?? 0) || calls > mostRows);
    })
        .slice(0, mostRows)
        .map(({ name, succeeded, failed, restored, totalMs }) => [
        name,
        String(succeeded),
        String(failed),
        String(restored),
        (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .durationWords */ .Sh)(totalMs),
    ]);
}


/***/ }),

/***/ 3473:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yq: () => (/* binding */ foldWidth),
/* harmony export */   _n: () => (/* binding */ padWidth),
/* harmony export */   bn: () => (/* binding */ cutWidth),
/* harmony export */   jU: () => (/* binding */ wrapWidth),
/* harmony export */   qz: () => (/* binding */ widthOf)
/* harmony export */ });
/** How many columns text takes on a terminal: most characters one, those of East Asia and emoji two, marks none. */
/**
 * Unicode 16, East_Asian_Width W and F, in ranges that hold nothing narrow but unassigned code points. Emoji that are
 * shown in colour by themselves are wide as well.
 */
const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const mark = /\p{Mn}|\p{Me}/u;
/** Text that can only be narrow: all that is printed on most days. */
const plain = /^[\u0020-\u02ff\u2010-\u2027\u2190-\u21ff\u2500-\u25ff]*$/;
function widthOfCharacter(character) {
    if (mark.test(character))
        return 0;
    return wide.test(character) ? 2 : 1;
}
function widthOf(text) {
    if (plain.test(text))
        return text.length;
    let width = 0;
    for (const character of text)
        width += widthOfCharacter(character);
    return width;
}
/** The longest beginning that fits, with a mark behind it if something was cut; never half a character. */
function cutWidth(text, columns, marker = '…') {
    if (widthOf(text) <= columns)
        return text;
    const room = columns - widthOf(marker);
    let shown = '';
    let width = 0;
    for (const character of text) {
        width += widthOfCharacter(character);
        if (width > room)
            break;
        shown += character;
    }
    return `${shown}${marker}`;
}
/** Lines that together hold all of the text; its blanks stay. */
function foldWidth(text, columns) {
    if (widthOf(text) <= columns)
        return [text];
    const lines = [];
    let line = '';
    let width = 0;
    for (const character of text) {
        const next = widthOfCharacter(character);
        if (width + next > columns && line !== '') {
            lines.push(line);
            line = '';
            width = 0;
        }
        line += character;
        width += next;
    }
    return [...lines, line];
}
function padWidth(text, columns) {
    return `${text}${' '.repeat(Math.max(columns - widthOf(text), 0))}`;
}
/** Words, or pieces that stay together, on as many lines as they need; one that is longer than a line is cut. */
function wrapWidth(words, columns) {
    const lines = [];
    let line = '';
    for (const word of words) {
        const longer = line === '' ? word : `${line} ${word}`;
        if (line !== '' && widthOf(longer) > columns) {
            lines.push(line);
            line = cutWidth(word, columns);
        }
        else
            line = cutWidth(longer, columns);
    }
    return line === '' ? lines : [...lines, line];
}


/***/ })

};
