export const id = 806;
export const ids = [806];
export const modules = {

/***/ 2400:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ isThere),
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   Ht: () => (/* binding */ createDirectoryOnce),
/* harmony export */   Md: () => (/* binding */ isAbsence),
/* harmony export */   aE: () => (/* binding */ readRecord),
/* harmony export */   io: () => (/* binding */ readBytes),
/* harmony export */   v7: () => (/* binding */ moveOnce),
/* harmony export */   vK: () => (/* binding */ writeAtomically),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4379);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);



/** Records here are small; a larger file was not written by Headgate. */
const recordLimitBytes = 1024 * 1024;
/** Writes so that a reader, or a machine that loses its power, has the old text or the new one, never a part. */
async function writeAtomically(file, text) {
    const fresh = `${file}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.new`;
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(fresh, 'wx', 0o600);
    try {
        await handle.writeFile(text);
        await handle.sync();
    }
    finally {
        await handle.close();
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(fresh, file);
}
/**
 * Creates a directory together with its files, or finds that it exists. Of any number of processes that try at once,
 * exactly one gets `true`: POSIX rename(2) refuses to replace a directory that is not empty.
 */
async function createDirectoryOnce(directory, files) {
    const parent = node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(directory);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(parent, { recursive: true, mode: 0o700 });
    const fresh = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(parent, `.new-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(fresh, { mode: 0o700 });
    for (const [name, text] of Object.entries(files)) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(fresh, name), text, { mode: 0o600, flush: true });
    }
    return moveOnce(fresh, directory);
}
/** Moves a filled directory to where it belongs; false, and it is gone, if there is one already. */
async function moveOnce(fresh, directory) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(fresh, directory);
        return true;
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(fresh, { recursive: true, force: true });
        if (codeOf(error) === 'ENOTEMPTY' || codeOf(error) === 'EEXIST')
            return false;
        throw error;
    }
}
/** A JSON object from a file; undefined if there is none, or nothing that can be read as one. */
async function readRecord(file) {
    const text = await readText(file, recordLimitBytes);
    if (text === undefined)
        return undefined;
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null && !Array.isArray(value)
            ? value
            : undefined;
    }
    catch {
        return undefined;
    }
}
/** The text of a regular file up to a size; undefined if it does not exist. Cut at the limit. */
async function readText(file, limitBytes) {
    const bytes = await readBytes(file, 0, limitBytes);
    return bytes?.toString('utf8');
}
async function readBytes(file, offset, limitBytes) {
    const handle = await openIfThere(file);
    if (handle === undefined)
        return undefined;
    try {
        const size = (await handle.stat()).size;
        const wanted = Math.max(0, Math.min(limitBytes, size - offset));
        const buffer = Buffer.alloc(wanted);
        let filled = 0;
        while (filled < wanted) {
            const { bytesRead } = await handle.read(buffer, filled, wanted - filled, offset + filled);
            if (bytesRead === 0)
                break;
            filled += bytesRead;
        }
        return buffer.subarray(0, filled);
    }
    finally {
        await handle.close();
    }
}
async function openIfThere(file) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(file, 'r');
    }
    catch (error) {
        if (isAbsence(error))
            return undefined;
        throw error;
    }
}
async function isThere(file) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(file);
        return true;
    }
    catch (error) {
        if (isAbsence(error))
            return false;
        throw error;
    }
}
function codeOf(error) {
    return error?.code;
}
function isAbsence(error) {
    return codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';
}


/***/ }),

/***/ 2806:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  localLogs: () => (/* binding */ localLogs)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(4379);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/adapters/local/atomic-files.ts
var atomic_files = __webpack_require__(2400);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./src/adapters/local/run-directory.ts
var run_directory = __webpack_require__(1380);
;// CONCATENATED MODULE: ./src/adapters/local/log-reader.ts




const pieceSuffix = /^\.(\d{15})$/;
async function piecesOf(file) {
    const name = external_node_path_default().basename(file);
    const pieces = [];
    for (const sibling of await (0,run_directory/* namesIn */.wX)(external_node_path_default().dirname(file))) {
        const match = sibling.startsWith(name) ? pieceSuffix.exec(sibling.slice(name.length)) : null;
        if (sibling !== name && match === null)
            continue;
        const piece = external_node_path_default().join(external_node_path_default().dirname(file), sibling);
        const bytes = await sizeOf(piece);
        if (bytes !== undefined)
            pieces.push({ file: piece, from: Number(match?.[1] ?? 0), bytes });
    }
    return pieces.sort((a, b) => a.from - b.from);
}
/** A piece may be removed by the supervisor between the listing and the look. */
async function sizeOf(file) {
    try {
        return (await (0,promises_.stat)(file)).size;
    }
    catch (error) {
        if ((0,atomic_files/* isAbsence */.Md)(error))
            return undefined;
        throw error;
    }
}
/** Whole lines from a position on, up to about `limitBytes`. A part that is not kept shows as one line that says so. */
async function readSlice(file, position, limitBytes) {
    const lines = [];
    let next = position;
    let budget = limitBytes;
    for (const piece of await piecesOf(file)) {
        const end = piece.from + piece.bytes;
        if (end <= next)
            continue;
        if (piece.from > next)
            lines.push(gapLine(piece.from - next));
        next = Math.max(next, piece.from);
        const bytes = (await (0,atomic_files/* readBytes */.io)(piece.file, next - piece.from, budget)) ?? Buffer.alloc(0);
        const whole = wholeLines(bytes, limitBytes);
        lines.push(...linesOf(whole));
        next += whole.length;
        budget -= whole.length;
        if (next < end)
            return { lines, next, isAtEnd: whole.length === 0 && next + bytes.length >= end };
    }
    return { lines, next, isAtEnd: true };
}
/** The last lines, out of the last `limitBytes`. */
async function readTail(file, count, limitBytes) {
    const pieces = await piecesOf(file);
    const last = pieces.at(-1);
    if (last === undefined || count <= 0)
        return [];
    const before = pieces.at(-2);
    const fromLast = await tailOf(last, limitBytes);
    const isEnough = linesOf(fromLast).length >= count || before === undefined;
    const isNext = before !== undefined && before.from + before.bytes === last.from;
    const bytes = isEnough || !isNext
        ? fromLast
        : Buffer.concat([await tailOf(before, limitBytes - fromLast.length), fromLast]);
    return linesOf(bytes).slice(-count);
}
async function tailOf(piece, limitBytes) {
    const offset = Math.max(0, piece.bytes - limitBytes);
    const bytes = (await (0,atomic_files/* readBytes */.io)(piece.file, offset, limitBytes)) ?? Buffer.alloc(0);
    return offset === 0 ? bytes : bytes.subarray(bytes.indexOf(0x0a) + 1);
}
/** Without the end that is still being written; a line longer than the limit is cut. */
function wholeLines(bytes, limitBytes) {
    const end = bytes.lastIndexOf(0x0a) + 1;
    return end === 0 && bytes.length >= limitBytes ? bytes : bytes.subarray(0, end);
}
function linesOf(bytes) {
    if (bytes.length === 0)
        return [];
    const text = bytes.toString('utf8');
    return (text.endsWith('\n') ? text.slice(0, -1) : text)
        .split('\n')
        .map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}
function gapLine(bytes) {
    return `[headgate] ${bytes} bytes of this log were not kept.`;
}

;// CONCATENATED MODULE: ./src/adapters/local/logs.ts




const pageLimitBytes = 512 * 1024;
const tailLimitBytes = 1024 * 1024;
const cursorPattern = /^\d{1,15}$/;
/** What local attempts printed. A page without a cursor is the last one: the attempt has ended and all was read. */
function localLogs({ directory }) {
    return {
        async tail(handle, _flow, lines) {
            const run = (0,run_directory/* runDirectory */.xw)(directory, handle);
            if (run === undefined)
                return [];
            return (await readTail(external_node_path_default().join(run, run_directory/* fileNames */.jx.log), lines, tailLimitBytes)).map(asLine);
        },
        async read(handle, _flow, cursor) {
            const run = (0,run_directory/* runDirectory */.xw)(directory, handle);
            if (run === undefined)
                return { lines: [] };
            const from = cursor !== undefined && cursorPattern.test(cursor) ? Number(cursor) : 0;
            const hasEnded = (await (0,run_directory/* readEnd */.sA)(run)) !== undefined || !(await (0,atomic_files/* isThere */.$B)(run));
            const { lines, next, isAtEnd } = await readSlice(external_node_path_default().join(run, run_directory/* fileNames */.jx.log), from, pageLimitBytes);
            const page = { lines: lines.map(asLine) };
            return hasEnded && isAtEnd ? page : { ...page, cursor: String(next) };
        },
        place(handle) {
            const run = (0,run_directory/* runDirectory */.xw)(directory, handle);
            return run === undefined ? undefined : external_node_path_default().join(run, run_directory/* fileNames */.jx.log);
        },
    };
}
function asLine(text) {
    return { text };
}


/***/ }),

/***/ 7369:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lf: () => (/* binding */ isBeforeRestart),
/* harmony export */   a7: () => (/* binding */ signalProcess),
/* harmony export */   i8: () => (/* binding */ signalGroup),
/* harmony export */   pH: () => (/* binding */ identityFrom),
/* harmony export */   yJ: () => (/* binding */ judgeLife)
/* harmony export */ });
/* unused harmony export identityOf */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);



/** Undefined if no such process runs. */
function identityOf(pid) {
    const startedAs = process.platform === 'linux' ? startFromProc(pid) : startFromPs(pid);
    return startedAs === undefined ? undefined : { ...surroundings(), pid, startedAs };
}
function judgeLife(known) {
    const here = surroundings();
    if (known.machine !== here.machine)
        return 'unknown';
    if (known.boot !== here.boot)
        return 'gone';
    if (known.space !== here.space)
        return 'unknown';
    return identityOf(known.pid)?.startedAs === known.startedAs ? 'alive' : 'gone';
}
/** True if the machine was started anew since: then nothing of that time runs any more. */
function isBeforeRestart(known) {
    const here = surroundings();
    return known.machine === here.machine && known.boot !== here.boot;
}
/** False if no process of the group can be reached. */
function signalGroup(leader, signal) {
    return signalProcess(-leader, signal);
}
function signalProcess(pid, signal) {
    try {
        return process.kill(pid, signal);
    }
    catch (error) {
        const { code } = error;
        if (code === 'ESRCH' || code === 'EPERM')
            return false;
        throw error;
    }
}
function identityFrom(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return undefined;
    const { machine, boot, space, pid, startedAs } = value;
    const isWhole = typeof machine === 'string' &&
        typeof boot === 'string' &&
        typeof space === 'string' &&
        typeof startedAs === 'string' &&
        typeof pid === 'number' &&
        Number.isSafeInteger(pid) &&
        pid > 1;
    return isWhole ? { machine, boot, space, pid, startedAs } : undefined;
}
let cached;
function surroundings() {
    if (cached !== undefined)
        return cached;
    const isLinux = process.platform === 'linux';
    cached = {
        machine: (isLinux ? textOf('/etc/machine-id') : undefined) ?? (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)(),
        boot: (isLinux ? textOf('/proc/sys/kernel/random/boot_id') : bootFromSysctl()) ?? '',
        space: isLinux ? spaceOf() : '',
    };
    return cached;
}
/** proc(5): the start time is field 22; the name in field 2 may hold blanks and parentheses. Z and X have ended. */
function startFromProc(pid) {
    const text = textOf(`/proc/${pid}/stat`);
    const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
    return fields === undefined || fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
}
function startFromPs(pid) {
    const text = outputOf('ps', ['-o', 'stat=,lstart=', '-p', String(pid)]);
    const match = text === undefined ? null : /^(\S+)\s+(.+)$/.exec(text);
    return match === null || match[1]?.startsWith('Z') === true ? undefined : match[2];
}
function bootFromSysctl() {
    return outputOf('sysctl', ['-n', 'kern.bootsessionuuid']);
}
function spaceOf() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)('/proc/self/ns/pid');
    }
    catch {
        return '';
    }
}
function textOf(file) {
    try {
        const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file, 'utf8').trim();
        return text === '' ? undefined : text;
    }
    catch {
        return undefined;
    }
}
function outputOf(command, argv) {
    try {
        const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' };
        const text = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFileSync)(command, argv, { env, encoding: 'utf8', timeout: 5_000, stdio: 'pipe' }).trim();
        return text === '' ? undefined : text;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 1380:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lk: () => (/* binding */ readProgram),
/* harmony export */   Pz: () => (/* binding */ readStop),
/* harmony export */   VH: () => (/* binding */ readSupervisor),
/* harmony export */   Z4: () => (/* binding */ endText),
/* harmony export */   gg: () => (/* binding */ isClaimed),
/* harmony export */   jx: () => (/* binding */ fileNames),
/* harmony export */   mP: () => (/* binding */ handleOf),
/* harmony export */   sA: () => (/* binding */ readEnd),
/* harmony export */   w0: () => (/* binding */ indexDirectory),
/* harmony export */   wX: () => (/* binding */ namesIn),
/* harmony export */   xw: () => (/* binding */ runDirectory)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4379);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _core_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3298);
/* harmony import */ var _core_ending_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4689);
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3705);
/* harmony import */ var _atomic_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2400);
/* harmony import */ var _process_identity_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7369);







/**
 * One attempt is one directory, `runs/<handle>/`, whose files are the only memory of it:
 *
 *     request.json     what was asked; the directory appears together with it
 *     claim/           who started it; appears together with the identity of the supervisor, once
 *     starting         the supervisor is about to start the program
 *     program.json     which process the program is, and since when
 *     stop.json        somebody asked for a stop
 *     log, log.<n>     what it printed
 *     package-guard.cjs  what keeps a bundle from packages that its image would not hold
 *     work/            where it worked
 *     end.json         how it ended
 */
const fileNames = {
    request: 'request.json',
    claim: 'claim',
    supervisor: 'supervisor.json',
    starting: 'starting',
    program: 'program.json',
    stop: 'stop.json',
    log: 'log',
    packageGuard: 'package-guard.cjs',
    work: 'work',
    end: 'end.json',
    supervisorLog: 'supervisor.log',
};
const handlePattern = /^local-[0-9a-f]{32}$/;
const startedByPattern = /^[A-Za-z0-9_-]{1,128}$/;
/** The same token gives the same handle, in every process: that is what makes a second start impossible. */
function handleOf(clientToken) {
    return `local-${(0,_core_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .s)(clientToken).slice(0, 32)}`;
}
/** Undefined for a handle that no local executor gives: handles come from state, which is hostile. */
function runDirectory(directory, handle) {
    return handlePattern.test(handle) ? node_path__WEBPACK_IMPORTED_MODULE_1___default().join(directory, 'runs', handle) : undefined;
}
function indexDirectory(directory, startedBy) {
    return startedByPattern.test(startedBy) ? node_path__WEBPACK_IMPORTED_MODULE_1___default().join(directory, 'started-by', startedBy) : undefined;
}
async function namesIn(directory) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory)).sort();
    }
    catch (error) {
        if ((0,_atomic_files_js__WEBPACK_IMPORTED_MODULE_5__/* .isAbsence */ .Md)(error))
            return [];
        throw error;
    }
}
function isClaimed(run) {
    return (0,_atomic_files_js__WEBPACK_IMPORTED_MODULE_5__/* .isThere */ .$B)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(run, fileNames.claim));
}
async function readSupervisor(run) {
    const record = await (0,_atomic_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readRecord */ .aE)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(run, fileNames.claim, fileNames.supervisor));
    return (0,_process_identity_js__WEBPACK_IMPORTED_MODULE_6__/* .identityFrom */ .pH)(record?.['identity']);
}
async function readProgram(run) {
    const record = await (0,_atomic_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readRecord */ .aE)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(run, fileNames.program));
    const identity = (0,_process_identity_js__WEBPACK_IMPORTED_MODULE_6__/* .identityFrom */ .pH)(record?.['identity']);
    const startedAt = instantFrom(record?.['startedAt']);
    const stopTimeoutSeconds = record?.['stopTimeoutSeconds'];
    if (startedAt === undefined || typeof stopTimeoutSeconds !== 'number')
        return undefined;
    return { startedAt, stopTimeoutSeconds, ...(identity === undefined ? {} : { identity }) };
}
async function readStop(run) {
    const record = await (0,_atomic_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readRecord */ .aE)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(run, fileNames.stop));
    const at = instantFrom(record?.['at']);
    const reason = record?.['reason'];
    return at === undefined || typeof reason !== 'string' ? undefined : { reason, at };
}
async function readEnd(run) {
    const record = await (0,_atomic_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readRecord */ .aE)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(run, fileNames.end));
    const at = instantFrom(record?.['at']);
    const endingClass = record?.['class'];
    if (at === undefined || typeof endingClass !== 'string' || !Object.hasOwn(_core_ending_js__WEBPACK_IMPORTED_MODULE_3__/* .endingClasses */ .I, endingClass))
        return undefined;
    const exitCode = record?.['exitCode'];
    const detail = record?.['detail'];
    const startedAt = instantFrom(record?.['startedAt']);
    return {
        ending: {
            class: endingClass,
            at,
            ...(typeof exitCode === 'number' ? { exitCode } : {}),
            ...(typeof detail === 'string' ? { detail } : {}),
        },
        ...(startedAt === undefined ? {} : { startedAt }),
    };
}
function endText({ ending, startedAt }) {
    return `${JSON.stringify({ ...ending, ...(startedAt === undefined ? {} : { startedAt }) })}\n`;
}
function instantFrom(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= 8.64e15
        ? (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_4__/* .instantFromMs */ .A0)(value)
        : undefined;
}


/***/ })

};
