export const id = 16;
export const ids = [16];
export const modules = {

/***/ 7635:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   localEventLog: () => (/* binding */ localEventLog)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _atomic_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2400);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5747);



/**
 * The files of the runs are their own durable memory. Trustworthy as long as they are there: a person may have removed
 * the directory, and then finding nothing says nothing.
 */
function localEventLog({ directory }) {
    return {
        async find(startedBy) {
            const found = new Map();
            for (const name of startedBy) {
                const all = await (0,_observe_js__WEBPACK_IMPORTED_MODULE_2__/* .findStartedBy */ .y)(directory, name);
                found.set(name, all.filter(({ sighting }) => sighting.kind === 'ended'));
            }
            return { isTrustworthy: await (0,_atomic_files_js__WEBPACK_IMPORTED_MODULE_1__/* .isThere */ .$B)(node_path__WEBPACK_IMPORTED_MODULE_0___default().join(directory, 'runs')), found };
        },
    };
}


/***/ }),

/***/ 5747:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ sight),
/* harmony export */   y: () => (/* binding */ findStartedBy)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3705);
/* harmony import */ var _atomic_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2400);
/* harmony import */ var _process_identity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7369);
/* harmony import */ var _run_directory_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1380);





const lostWords = 'The program and its supervisor are gone, and nobody wrote down how it ended.';
const missing = { kind: 'missing' };
/**
 * What the files of a run and the processes say. An end is what the supervisor wrote down, or that the processes which
 * would have written it are gone for certain: that is a lost host. Where that cannot be told, as from another container,
 * the attempt is missing, which is never an end.
 */
async function sight(directory, handle) {
    const run = (0,_run_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .runDirectory */ .xw)(directory, handle);
    if (run === undefined)
        return missing;
    const written = await endOf(run);
    if (written !== undefined)
        return written;
    if (!(await (0,_run_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .isClaimed */ .gg)(run)))
        return missing;
    const supervisor = await (0,_run_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .readSupervisor */ .VH)(run);
    const life = lifeOf(supervisor);
    if (life === 'alive')
        return sightingOfLive(run);
    // It may have written the end between the two looks.
    const late = await endOf(run);
    if (late !== undefined)
        return late;
    return life === 'unknown' || supervisor === undefined
        ? missing
        : sightingWithoutSupervisor(run, supervisor);
}
async function endOf(run) {
    const end = await (0,_run_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .readEnd */ .sA)(run);
    return end === undefined ? undefined : { kind: 'ended', ...end };
}
async function sightingOfLive(run) {
    const program = await (0,_run_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .readProgram */ .Lk)(run);
    return program === undefined ? { kind: 'starting' } : { kind: 'running', startedAt: program.startedAt };
}
async function sightingWithoutSupervisor(run, supervisor) {
    const program = await (0,_run_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .readProgram */ .Lk)(run);
    const isRestarted = (0,_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .isBeforeRestart */ .Lf)(supervisor);
    if (program === undefined) {
        if (!(await (0,_atomic_files_js__WEBPACK_IMPORTED_MODULE_2__/* .isThere */ .$B)(node_path__WEBPACK_IMPORTED_MODULE_0___default().join(run, _run_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .fileNames */ .jx.starting))))
            return conclude(run, 'start-failed', 'The supervisor was lost before it started the program.');
        // Between its mark and its record the supervisor may have started the program or not: nobody can tell.
        return isRestarted ? conclude(run, 'host', lostWords) : missing;
    }
    const life = isRestarted ? 'gone' : lifeOf(program.identity);
    if (life === 'alive')
        return { kind: 'running', startedAt: program.startedAt };
    return life === 'unknown' ? missing : conclude(run, 'host', lostWords, program.startedAt);
}
/** Nobody else writes an end any more, so it is written down here, and stays the same from now on. */
async function conclude(run, endingClass, detail, startedAt) {
    const ending = { class: endingClass, at: (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantFromMs */ .A0)(Date.now()), detail };
    const end = { ending, ...(startedAt === undefined ? {} : { startedAt }) };
    await (0,_atomic_files_js__WEBPACK_IMPORTED_MODULE_2__/* .writeAtomically */ .vK)(node_path__WEBPACK_IMPORTED_MODULE_0___default().join(run, _run_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .fileNames */ .jx.end), (0,_run_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .endText */ .Z4)(end));
    return { kind: 'ended', ...end };
}
function lifeOf(identity) {
    return identity === undefined ? 'unknown' : (0,_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeLife */ .yJ)(identity);
}
/** What was started under a name. A run that nobody claimed has started nothing: launching its token again is right. */
async function findStartedBy(directory, startedBy) {
    const index = (0,_run_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .indexDirectory */ .w0)(directory, startedBy);
    if (index === undefined)
        return [];
    const found = [];
    for (const handle of await (0,_run_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .namesIn */ .wX)(index)) {
        const run = (0,_run_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .runDirectory */ .xw)(directory, handle);
        if (run === undefined || !(await (0,_run_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .isClaimed */ .gg)(run)))
            continue;
        found.push({ handle, sighting: await sight(directory, handle) });
    }
    return found;
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
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
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
