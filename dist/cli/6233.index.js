export const id = 6233;
export const ids = [6233];
export const modules = {

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

/***/ 2675:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   performSite: () => (/* binding */ performSite)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _core_fault_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6964);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2531);
/* harmony import */ var _report_live_page_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6185);
/* harmony import */ var _report_live_run_page_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(839);
/* harmony import */ var _report_live_runs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6284);
/* harmony import */ var _report_live_site_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3559);
/* harmony import */ var _report_live_style_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3637);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9988);
/* harmony import */ var _log_feed_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4879);
/* harmony import */ var _view_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3803);












/** Logs cost a request each. */
const mostLogs = 100;
const marker = '.headgate-site';
const folders = ['runs', 'flows', 'all-runs', 'all-flows'];
/** Writes the overview as files that any web server, or none, can show. It holds no buttons and no script. */
async function performSite(site, out) {
    const directory = out === undefined ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(site.directory, 'site') : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(site.cwd, out);
    await prepare(directory);
    // Logs of this machine are files of their user alone, and so are the pages that show them.
    if (site.world.executor.kind === 'local')
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(directory, 0o700);
    const snapshot = await site.world.state.load(site.world.clock.now());
    const overview = (0,_view_js__WEBPACK_IMPORTED_MODULE_9__/* .overviewOf */ .bq)(site, { snapshot, waiting: new Map() }, { kind: 'static' });
    for (const folder of folders)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, folder), { recursive: true });
    const files = await writeAll(directory, allPages(site, overview));
    const index = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'index.html');
    return {
        exitCode: _core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .hS.done,
        document: { verb: 'site', out: directory, index, files, runs: snapshot.state.runs.size },
        text: `Wrote ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_7__/* .countWords */ .rj)(files, 'file')}: ${index}\n`,
    };
}
/** One after the other: the pages of thousands of runs together do not fit into memory. */
async function* allPages(site, overview) {
    yield [marker, 'Written by `headgate site`, which replaces what is here.\n'];
    yield [_report_live_page_js__WEBPACK_IMPORTED_MODULE_3__/* .assetPaths */ .R6.style, _report_live_style_js__WEBPACK_IMPORTED_MODULE_10__/* .styleText */ .P];
    yield [_report_live_page_js__WEBPACK_IMPORTED_MODULE_3__/* .assetPaths */ .R6.icon, _report_live_page_js__WEBPACK_IMPORTED_MODULE_3__/* .iconSvg */ .UY];
    yield* plainPages(overview);
    yield* runPages(site, overview);
}
const writesAtOnce = 8;
async function writeAll(directory, pages) {
    let count = 0;
    const work = async () => {
        for (let next = await pages.next(); next.done !== true; next = await pages.next()) {
            const [path, text] = next.value;
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, path), text);
            count += 1;
        }
    };
    await Promise.all(Array.from({ length: writesAtOnce }, work));
    return count;
}
/** Only an empty folder, or one that was written by this very verb, is written to. */
async function prepare(directory) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory).catch((error) => {
        if (error.code === 'ENOENT')
            return undefined;
        throw error.code === 'ENOTDIR' ? badFolder(directory, 'is not a folder') : error;
    });
    if (entries !== undefined && entries.length > 0 && !entries.includes(marker))
        throw badFolder(directory, 'holds other files');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(directory, { recursive: true });
    for (const folder of folders)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, folder), { recursive: true, force: true });
}
function badFolder(directory, what) {
    const message = `${JSON.stringify(directory)} ${what}.`;
    return new _core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz([
        { code: 'E_OUT', field: 'out', message, fix: 'Give a folder that is empty or not there yet.' },
    ]);
}
function* plainPages(overview) {
    for (const path of (0,_report_live_site_map_js__WEBPACK_IMPORTED_MODULE_6__/* .plainPaths */ .FY)(overview)) {
        const place = (0,_report_live_site_map_js__WEBPACK_IMPORTED_MODULE_6__/* .placeOf */ .$t)(path);
        if (place === undefined || place.kind === 'run' || place.kind === 'log')
            continue;
        const text = (0,_report_live_site_map_js__WEBPACK_IMPORTED_MODULE_6__/* .plainPage */ .w9)(overview, place);
        if (text !== undefined)
            yield [path, text];
    }
}
async function* runPages(site, overview) {
    const paths = (0,_report_live_site_map_js__WEBPACK_IMPORTED_MODULE_6__/* .runPaths */ .Ot)(overview);
    for (const [index, run] of (0,_report_live_runs_js__WEBPACK_IMPORTED_MODULE_5__/* .sortedRuns */ .qD)(overview.state).entries()) {
        const text = index < mostLogs ? await pageWithLog(site, overview, run) : pageWithoutLog(overview, run);
        yield [paths.get(run.id) ?? '', text];
    }
}
function pageWithoutLog(overview, run) {
    const noLog = `Logs are shown here of the newest ${mostLogs} runs.`;
    return (0,_report_live_run_page_js__WEBPACK_IMPORTED_MODULE_4__/* .runPage */ .f)({ overview, run, noLog });
}
/** A log that cannot be read must not keep the outcome from being shown. */
async function pageWithLog(site, overview, run) {
    const { outgoing, logTailLines } = site.presentation;
    const attempt = run.attempts.at(-1);
    if (attempt?.handle === undefined)
        return (0,_report_live_run_page_js__WEBPACK_IMPORTED_MODULE_4__/* .runPage */ .f)({ overview, run });
    try {
        const feed = await (0,_log_feed_js__WEBPACK_IMPORTED_MODULE_8__/* .logFeeds */ .mr)(site.world, outgoing).look(run, attempt.handle);
        return (0,_report_live_run_page_js__WEBPACK_IMPORTED_MODULE_4__/* .runPage */ .f)((0,_view_js__WEBPACK_IMPORTED_MODULE_9__/* .runViewOf */ .wc)(site, { overview, run }, { attempt, feed, mostLines: logTailLines }));
    }
    catch (error) {
        site.world.log.warn(`Could not show the log of run ${run.id}: ${(0,_core_fault_js__WEBPACK_IMPORTED_MODULE_11__/* .faultWords */ ._)(error)}.`);
        return (0,_report_live_run_page_js__WEBPACK_IMPORTED_MODULE_4__/* .runPage */ .f)({ overview, run, noLog: 'The log could not be shown.' });
    }
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

/***/ 16:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ priceSource),
/* harmony export */   fL: () => (/* binding */ costWords),
/* harmony export */   ho: () => (/* binding */ costOf),
/* harmony export */   l_: () => (/* binding */ hourlyCost)
/* harmony export */ });
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);

/**
 * Fargate's on-demand list prices for Linux in us-east-1, in dollars an hour. Billed by the second, at least a minute,
 * from the pull of the image on; 20 GiB of storage are free. https://aws.amazon.com/fargate/pricing/
 */
const prices = {
    asOf: '2026-06',
    region: 'us-east-1',
    'x86-64': { vcpu: 0.04048, gibibyte: 0.004445 },
    arm64: { vcpu: 0.03238, gibibyte: 0.00356 },
    storageGibibyte: 0.000111,
};
const freeStorageGiB = 20;
/** What the ended attempts cost, in dollars; undefined if none was started. */
function costOf(attempts, resources) {
    const billed = attempts.filter(({ handle, ending }) => handle !== undefined && ending !== undefined);
    if (billed.length === 0)
        return undefined;
    const anHour = hourlyCost(resources);
    return billed.reduce((sum, attempt) => sum + (anHour * billedMs(attempt)) / _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .hourMs */ .$0, 0);
}
/** In dollars, on demand. */
function hourlyCost(resources) {
    const { vcpu, gibibyte } = prices[resources.architecture];
    const storageGiB = Math.max((resources.storageGiB ?? freeStorageGiB) - freeStorageGiB, 0);
    return ((resources.cpu / 1024) * vcpu +
        (resources.memoryMiB / 1024) * gibibyte +
        storageGiB * prices.storageGibibyte);
}
const priceSource = `Fargate\u2019s list prices of ${prices.region} as of ${prices.asOf}`;
function billedMs({ startedAt, intendedAt, ending }) {
    const from = startedAt ?? intendedAt;
    return Math.max((ending?.at ?? from) - from, _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2);
}
/** `about 0.0021 USD (Fargate list price of us-east-1, 2026-06)`; on spot it is the most that it can be. */
function costWords(dollars, isSpot) {
    const amount = dollars >= 0.1 ? dollars.toFixed(2) : Number(dollars.toPrecision(2)).toFixed(5);
    const shown = amount.includes('.') && dollars < 0.1 ? amount.replace(/0+$/, '') : amount;
    return `${isSpot ? 'at most' : 'about'} ${shown} USD (Fargate list price of ${prices.region}, ${prices.asOf}${isSpot ? '; spot costs less' : ''})`;
}


/***/ })

};
