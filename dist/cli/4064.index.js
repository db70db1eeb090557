export const id = 4064;
export const ids = [4064];
export const modules = {

/***/ 4064:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  localExecutor: () => (/* binding */ localExecutor)
});

// EXTERNAL MODULE: ./src/adapters/local/atomic-files.ts
var atomic_files = __webpack_require__(2400);
// EXTERNAL MODULE: ./src/adapters/local/build/flow-files.ts
var flow_files = __webpack_require__(6720);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/core/build-record.ts
var build_record = __webpack_require__(2936);
// EXTERNAL MODULE: ./src/core/build-record-text.ts
var build_record_text = __webpack_require__(5546);
// EXTERNAL MODULE: ./src/adapters/local/build/build-flow.ts + 4 modules
var build_flow = __webpack_require__(1016);
// EXTERNAL MODULE: ./src/adapters/local/run-directory.ts
var run_directory = __webpack_require__(1380);
;// CONCATENATED MODULE: ./src/adapters/local/builds.ts








const prefixDigits = 12;
const fingerprintPattern = /^[0-9a-f]{64}$/;
const revisionPattern = /^local:([a-z0-9-]{1,48}):([0-9a-f]{12})$/;
const definitionFile = 'definition.json';
const buildFile = 'build.json';
function revisionOf(definition) {
    return `local:${definition.flow}:${definition.fingerprint.slice(0, prefixDigits)}`;
}
async function isBuilt(directory, definition) {
    const build = buildDirectory(directory, definition);
    if ((await (0,atomic_files/* readRecord */.aE)(external_node_path_default().join(build, definitionFile))) === undefined)
        return false;
    await markUsed(build);
    return true;
}
/** Pruning goes by when a build was last used. */
async function markUsed(build) {
    const now = new Date();
    await (0,promises_.utimes)(build, now, now);
}
/** Builds, unless this fingerprint was built before. Builders at the same time do the same work, and one of them is kept. */
async function registerBuild(sources, directory, definition) {
    if (await isBuilt(directory, definition))
        return;
    const target = buildDirectory(directory, definition);
    const fresh = external_node_path_default().join(external_node_path_default().dirname(target), `.new-${(0,external_node_crypto_.randomUUID)()}`);
    await (0,promises_.mkdir)(fresh, { recursive: true, mode: 0o700 });
    try {
        const { flow, build } = await buildInto(sources, external_node_path_default().join(fresh, 'files'), definition);
        await (0,promises_.writeFile)(external_node_path_default().join(fresh, buildFile), (0,build_record_text/* buildRecordText */.R)(new Map([[flow, build]])), { flush: true });
        await (0,promises_.writeFile)(external_node_path_default().join(fresh, definitionFile), `${JSON.stringify(definition, undefined, 2)}\n`, {
            flush: true,
        });
    }
    catch (error) {
        await (0,promises_.rm)(fresh, { recursive: true, force: true });
        throw error;
    }
    await (0,atomic_files/* moveOnce */.v7)(fresh, target);
}
async function buildInto(sources, outDirectory, definition) {
    const { flow, workload, inputs = [], beside = [] } = definition;
    const request = { ...sources, manifest: { name: flow, workload, inputs }, beside, outDirectory };
    return workload.program.kind === 'command' ? (0,build_flow/* snapshotFlow */.JU)(request) : (0,build_flow/* buildFlow */.tp)(request);
}
/** Undefined where it was built before builds left a record. */
async function readBuild(directory, definition) {
    const file = external_node_path_default().join(buildDirectory(directory, definition), buildFile);
    const text = await (0,atomic_files/* readText */.yR)(file, build_record_text/* recordLimitBytes */.Ik);
    const build = text === undefined ? undefined : (0,build_record_text/* parseBuildRecord */.VI)(text)?.get(definition.flow);
    return build === undefined || (0,build_record/* isUnbuilt */.Q)(build) ? undefined : build;
}
/** Undefined if the revision is not of this flow, or was not built here. Revisions come from state, which is hostile. */
async function findBuild(directory, flow, revision) {
    const [, name, prefix = ''] = revisionPattern.exec(revision) ?? [];
    if (name !== flow)
        return undefined;
    const builds = external_node_path_default().join(directory, 'builds', flow);
    const matches = (await (0,run_directory/* namesIn */.wX)(builds)).filter((candidate) => fingerprintPattern.test(candidate) && candidate.startsWith(prefix));
    const [only, second] = matches;
    if (only === undefined || second !== undefined)
        return undefined;
    const record = await (0,atomic_files/* readRecord */.aE)(external_node_path_default().join(builds, only, definitionFile));
    if (record === undefined)
        return undefined;
    await markUsed(external_node_path_default().join(builds, only));
    return buildFrom(external_node_path_default().join(builds, only, 'files'), record);
}
function buildFrom(files, definition) {
    const { program } = definition.workload;
    if (program.kind === 'command')
        return { definition, files, argv: program.argv, workingDirectory: external_node_path_default().join('flows', definition.flow) };
    // As in the image, a program starts in its flow's own folder.
    const argv = [process.execPath, '--enable-source-maps', 'index.mjs'];
    return { definition, files, argv, workingDirectory: definition.flow };
}
function buildDirectory(directory, { flow, fingerprint }) {
    if (!fingerprintPattern.test(fingerprint))
        throw new RangeError(`Not a fingerprint: ${fingerprint}`);
    return external_node_path_default().join(directory, 'builds', flow, fingerprint);
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
// EXTERNAL MODULE: ./src/core/json.ts
var json = __webpack_require__(7136);
// EXTERNAL MODULE: ./src/adapters/local/environment.ts + 1 modules
var environment = __webpack_require__(7414);
;// CONCATENATED MODULE: ./src/adapters/local/package-guard.ts
/**
 * What Node.js loads before a bundle (`--require`, which reaches workers too). A run lies inside the repository, so that Node.js would find
 * `node_modules` upwards that no image holds: a package that loads another one at run time worked here and failed there.
 * Such a name is refused as Node.js refuses one that is nowhere, so that `try { require('optional') }` goes on.
 *
 * `module.registerHooks` is there from Node.js 22.15 and 23.5; before, `module.register`, whose hooks run in a thread of
 * their own and see nothing of `require`.
 */
function packageGuard(work, external) {
    const judging = `
const external = new Set(${JSON.stringify(external)});

function judge({ root, specifier, importer, found, code }) {
  if (/^[./]|^[a-z][a-z+.-]*:/i.test(specifier) || !found.startsWith('/') || found.startsWith(root)) return;
  // What a package that is meant to be there needs itself.
  if (importer?.startsWith('/') && !importer.startsWith(root)) return;
  const name = specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  if (external.has(name)) return;
  const text = "Cannot find package '" + name + "': it is in the repository's node_modules, and the image of this flow holds none. Import it by its name, so that it is bundled; or name it under \`external\` in flow.yml, with an image of the flow's own that installs it.";
  throw Object.assign(new Error(text), { code });
}

const pathOf = (url) => (url?.startsWith('file:') ? fileURLToPath(url) : undefined);

function judged(root, specifier, context, { url, ...rest }) {
  const found = pathOf(url) ?? '';
  judge({ root, specifier, importer: pathOf(context.parentURL), found, code: 'ERR_MODULE_NOT_FOUND' });
  return { url, ...rest };
}
`;
    const hooks = `import { fileURLToPath } from 'node:url';
${judging}
let root;
export function initialize(data) {
  root = data;
}
export async function resolve(specifier, context, next) {
  return judged(root, specifier, context, await next(specifier, context));
}
`;
    return `'use strict';
const { realpathSync } = require('node:fs');
const modules = require('node:module');
const path = require('node:path');
const { fileURLToPath } = require('node:url');
${judging}
const root = realpathSync(path.join(__dirname, ${JSON.stringify(work)})) + path.sep;
const original = modules._resolveFilename;
modules._resolveFilename = function (request, parent, ...rest) {
  const found = original.call(this, request, parent, ...rest);
  judge({ root, specifier: request, importer: parent?.filename ?? undefined, found, code: 'MODULE_NOT_FOUND' });
  return found;
};
if (modules.registerHooks) {
  const resolve = (specifier, context, next) => judged(root, specifier, context, next(specifier, context));
  modules.registerHooks({ resolve });
} else modules.register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hooks)}), { data: root });
`;
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
;// CONCATENATED MODULE: ./src/adapters/local/supervisor-file.ts






/**
 * The file that a supervisor runs from. A released Headgate ships it beside the bundle that holds this module; from
 * source it is bundled below `.headgate/` on first use.
 */
async function supervisorFile(directory) {
    const here = external_node_path_default().dirname((0,external_node_url_.fileURLToPath)(import.meta.url));
    const shipped = external_node_path_default().join(here, 'supervisor.js');
    if (await (0,atomic_files/* isThere */.$B)(shipped))
        return shipped;
    const source = external_node_path_default().join(here, 'supervisor.ts');
    if (await (0,atomic_files/* isThere */.$B)(source))
        return bundleTo(directory, source);
    const message = `The program that follows local runs is missing: ${shipped}.`;
    throw new problem/* RefusedError */.fk({ code: 'E_SUPERVISOR', message, fix: 'Install Headgate again.' });
}
async function bundleTo(directory, source) {
    const { build } = await import(/* webpackIgnore: true */ 'esbuild');
    const result = await build({
        entryPoints: [source],
        write: false,
        bundle: true,
        platform: 'node',
        format: 'esm',
        target: 'node20',
        logLevel: 'silent',
    });
    const code = result.outputFiles[0]?.contents ?? new Uint8Array();
    const digest = (0,external_node_crypto_.createHash)('sha256').update(code).digest('hex').slice(0, 12);
    const file = external_node_path_default().join(directory, `supervisor-${digest}.mjs`);
    if (await (0,atomic_files/* isThere */.$B)(file))
        return file;
    await (0,promises_.mkdir)(directory, { recursive: true, mode: 0o700 });
    const fresh = `${file}.${(0,external_node_crypto_.randomUUID)()}.new`;
    await (0,promises_.writeFile)(fresh, code);
    await (0,promises_.rename)(fresh, file);
    return file;
}

;// CONCATENATED MODULE: ./src/adapters/local/launch.ts












const claimWithinMs = 30 * instant/* secondMs */.fj;
const claimPollMs = 15;
/**
 * The directory of the run appears once, together with the request; a supervisor claims it once, and only then starts
 * the program. So the same token may be launched by any number of processes, at once or after a crash at any step:
 * one program starts.
 */
async function launchOne(place, request) {
    const build = await findBuild(place.directory, request.flow, request.revision);
    if (build === undefined)
        return no('refused', 'refused', `The revision ${JSON.stringify(request.revision)} is not built here, so its files below .headgate were removed. Remove .headgate and deploy again.`);
    const verdict = (0,environment/* environmentOf */.p7)({
        definition: build.definition,
        secrets: await (0,environment/* readLocalSecrets */.bL)(place.root),
        launch: { ...request.environment, HEADGATE_CHECKPOINTS: checkpointDirectory(place.directory) },
    });
    if (verdict.kind === 'missing')
        return no('refused', 'secrets', missingText(verdict.names));
    const handle = (0,run_directory/* handleOf */.mP)(request.clientToken);
    const run = await openRun(place, request, handle);
    if (run === undefined)
        return no('refused', 'refused', 'The name of the attempt is not one that Headgate gives.');
    if (run === 'conflict')
        return { kind: 'conflict', handles: [handle] };
    if (await (0,run_directory/* isClaimed */.gg)(run))
        return { kind: 'launched', handle };
    const argv = await guardedArgv(run, build);
    return startSupervisor(place, jobOf(run, { ...build, argv }, verdict.environment), handle);
}
/** The image of a bundle holds no packages. Of a `command` its own image may hold any. */
async function guardedArgv(run, { definition, argv }) {
    const { program } = definition.workload;
    if (program.kind === 'command')
        return argv;
    const guard = external_node_path_default().join(run, run_directory/* fileNames */.jx.packageGuard);
    await (0,atomic_files/* writeAtomically */.vK)(guard, packageGuard(run_directory/* fileNames */.jx.work, program.external ?? []));
    const [node = process.execPath, ...rest] = argv;
    return [node, '--require', external_node_path_default().resolve(guard), ...rest];
}
/** Of local runs, whatever the manifest says: no laptop touches what production keeps. */
function checkpointDirectory(directory) {
    return external_node_path_default().resolve(directory, 'checkpoints');
}
function no(kind, endingClass, detail) {
    return { kind, ending: { class: endingClass, at: (0,instant/* instantFromMs */.A0)(Date.now()), detail } };
}
function missingText(names) {
    const [first = ''] = names;
    const which = names.length === 1
        ? `The variable ${first} is a secret`
        : `The variables ${names.join(', ')} are secrets`;
    return `${which} in AWS, which local runs do not read. Write ${names.length === 1 ? 'it' : 'them'} into .env, as ${first}=...`;
}
async function openRun(place, request, handle) {
    const run = (0,run_directory/* runDirectory */.xw)(place.directory, handle);
    const index = (0,run_directory/* indexDirectory */.w0)(place.directory, request.startedBy);
    if (run === undefined || index === undefined)
        return undefined;
    // The index comes first: an entry without a run means nothing, a run without an entry would never be found.
    await (0,promises_.mkdir)(index, { recursive: true, mode: 0o700 });
    await (0,promises_.writeFile)(external_node_path_default().join(index, handle), '');
    const text = (0,json/* canonicalJson */.d)(request);
    if (await (0,atomic_files/* createDirectoryOnce */.Ht)(run, { [run_directory/* fileNames */.jx.request]: `${text}\n` }))
        return run;
    const earlier = await (0,atomic_files/* readRecord */.aE)(external_node_path_default().join(run, run_directory/* fileNames */.jx.request));
    return earlier !== undefined && (0,json/* canonicalJson */.d)(earlier) === text ? run : 'conflict';
}
function jobOf(run, build, environment) {
    const { runTimeoutSeconds, stopTimeoutSeconds } = build.definition;
    const { argv, files, workingDirectory } = build;
    const claimBefore = Date.now() + claimWithinMs;
    return {
        run,
        claimBefore,
        argv,
        files,
        workingDirectory,
        environment,
        runTimeoutSeconds,
        stopTimeoutSeconds,
    };
}
async function startSupervisor(place, job, handle) {
    const program = await supervisorFile(place.directory);
    const errors = await (0,promises_.open)(external_node_path_default().join(job.run, run_directory/* fileNames */.jx.supervisorLog), 'a', 0o600);
    try {
        const child = (0,external_node_child_process_.spawn)(process.execPath, [program], {
            cwd: job.run,
            env: { PATH: process.env['PATH'] },
            detached: true,
            stdio: ['pipe', 'ignore', errors.fd],
        });
        // A supervisor that ends before it has read its job closes the pipe; that it did not claim says it all.
        child.stdin?.on('error', () => undefined);
        child.stdin?.end(JSON.stringify(job));
        child.unref();
        return await waitForClaim(job, child, handle);
    }
    finally {
        await errors.close();
    }
}
async function waitForClaim(job, child, handle) {
    let gone;
    child.once('exit', () => {
        gone = 'The supervisor ended before it started the program.';
    });
    child.once('error', (error) => {
        gone = `The supervisor could not be started: ${error.message}`;
    });
    while (Date.now() <= job.claimBefore + instant/* secondMs */.fj) {
        const hasEnded = gone;
        if (await (0,run_directory/* isClaimed */.gg)(job.run))
            return { kind: 'launched', handle };
        if (hasEnded !== undefined)
            return { kind: 'unsure', reason: `${hasEnded} ${await lastErrors(job.run)}`.trim() };
        await (0,external_node_timers_promises_.setTimeout)(claimPollMs);
    }
    return { kind: 'unsure', reason: 'The supervisor did not start in time.' };
}
async function lastErrors(run) {
    const text = (await (0,atomic_files/* readText */.yR)(external_node_path_default().join(run, run_directory/* fileNames */.jx.supervisorLog), 64 * 1024)) ?? '';
    return (text
        .split('\n')
        .find((line) => /error/i.test(line))
        ?.slice(0, 300) ?? '');
}

// EXTERNAL MODULE: ./src/adapters/local/observe.ts
var observe = __webpack_require__(5747);
;// CONCATENATED MODULE: ./src/adapters/local/prune.ts





/** What is kept of what a laptop collects; the newest of each. */
const keptRuns = 500;
const keptBuildsPerFlow = 40;
const keptCheckFiles = 2_000;
/**
 * A token may be launched again for 50 minutes after its intent, and must then find its run: no run is removed on the
 * day of its end, and none that has not ended.
 */
const youngestRemovedMs = instant/* dayMs */.LP;
/** For the builds of one deploy: the first has everything pruned, every other one only what is kept of its own flow. */
function pruner(directory, clock) {
    let isDone = false;
    return async (built) => {
        const now = clock.now();
        if (isDone)
            return pruneFolder(external_node_path_default().join(directory, 'builds', built), keptBuildsPerFlow, now);
        isDone = true;
        return prune(directory, now);
    };
}
/** Removes the oldest ended runs, builds, checkpoints and checks, and what a crash left half made. */
async function prune(directory, now) {
    await pruneRuns(directory, now);
    for (const flow of await (0,run_directory/* namesIn */.wX)(external_node_path_default().join(directory, 'builds')))
        await pruneFolder(external_node_path_default().join(directory, 'builds', flow), keptBuildsPerFlow, now);
    for (const flow of await (0,run_directory/* namesIn */.wX)(external_node_path_default().join(directory, 'checkpoints')))
        await pruneFolder(external_node_path_default().join(directory, 'checkpoints', flow), keptRuns, now);
    await pruneFolder(external_node_path_default().join(directory, 'checks'), keptCheckFiles, now);
}
async function pruneRuns(directory, now) {
    const runs = external_node_path_default().join(directory, 'runs');
    await removeHalfMade(runs, now);
    const names = await (0,run_directory/* namesIn */.wX)(runs);
    if (names.length <= keptRuns)
        return;
    const ended = [];
    for (const name of names) {
        const end = await (0,run_directory/* readEnd */.sA)(external_node_path_default().join(runs, name));
        if (end !== undefined && now - end.ending.at > youngestRemovedMs)
            ended.push({ name, at: end.ending.at });
    }
    ended.sort((a, b) => a.at - b.at);
    for (const { name } of ended.slice(0, names.length - keptRuns))
        await removeRun(directory, name);
}
async function removeRun(directory, name) {
    const run = external_node_path_default().join(directory, 'runs', name);
    const startedBy = (await (0,atomic_files/* readRecord */.aE)(external_node_path_default().join(run, run_directory/* fileNames */.jx.request)))?.['startedBy'];
    const index = typeof startedBy === 'string' ? (0,run_directory/* indexDirectory */.w0)(directory, startedBy) : undefined;
    if (index !== undefined) {
        await (0,promises_.rm)(external_node_path_default().join(index, name), { force: true });
        if ((await (0,run_directory/* namesIn */.wX)(index)).length === 0)
            await (0,promises_.rm)(index, { recursive: true, force: true });
    }
    await (0,promises_.rm)(run, { recursive: true, force: true });
}
async function pruneFolder(folder, kept, now) {
    await removeHalfMade(folder, now);
    const names = await (0,run_directory/* namesIn */.wX)(folder);
    if (names.length <= kept)
        return;
    const aged = await Promise.all(names.map(async (name) => ({ name, at: await ageOf(external_node_path_default().join(folder, name)) })));
    aged.sort((a, b) => a.at - b.at);
    for (const { name, at } of aged.slice(0, names.length - kept))
        if (now - at > youngestRemovedMs)
            await (0,promises_.rm)(external_node_path_default().join(folder, name), { recursive: true, force: true });
}
async function removeHalfMade(folder, now) {
    for (const entry of await (0,run_directory/* namesIn */.wX)(folder)) {
        const isHalfMade = entry.startsWith('.new-') || entry.endsWith('.new');
        const file = external_node_path_default().join(folder, entry);
        if (isHalfMade && now - (await ageOf(file)) > instant/* hourMs */.$0)
            await (0,promises_.rm)(file, { recursive: true, force: true });
    }
}
/** When it was last changed; something that is gone by now counts as new. */
async function ageOf(file) {
    try {
        return (await (0,promises_.stat)(file)).mtimeMs;
    }
    catch (error) {
        if ((0,atomic_files/* isAbsence */.Md)(error))
            return Number.POSITIVE_INFINITY;
        throw error;
    }
}

// EXTERNAL MODULE: ./src/adapters/local/process-identity.ts
var process_identity = __webpack_require__(7369);
;// CONCATENATED MODULE: ./src/adapters/local/stop.ts





/**
 * Writes the request down, which is enough: a supervisor looks for it, also one that has yet to start. The signal makes
 * it look at once. Of several requests the first says why.
 */
async function stopOne(directory, { handle, reason, now }) {
    const run = (0,run_directory/* runDirectory */.xw)(directory, handle);
    if (run === undefined || !(await (0,atomic_files/* isThere */.$B)(external_node_path_default().join(run, run_directory/* fileNames */.jx.request))))
        return false;
    if ((await (0,run_directory/* readEnd */.sA)(run)) !== undefined)
        return true;
    const earlier = await (0,run_directory/* readStop */.Pz)(run);
    const asked = earlier ?? { reason: reason.slice(0, 1_000), at: now };
    if (earlier === undefined)
        await (0,atomic_files/* writeAtomically */.vK)(external_node_path_default().join(run, run_directory/* fileNames */.jx.stop), JSON.stringify(asked));
    const supervisor = await (0,run_directory/* readSupervisor */.VH)(run);
    if (supervisor === undefined)
        return true;
    const life = (0,process_identity/* judgeLife */.yJ)(supervisor);
    if (life === 'alive')
        (0,process_identity/* signalProcess */.a7)(supervisor.pid, 'SIGTERM');
    if (life === 'gone')
        await stopOrphan(run, now - asked.at);
    return true;
}
/** The supervisor is gone but its program may still run: the requests themselves then bring the signals. */
async function stopOrphan(run, sinceMs) {
    const program = await (0,run_directory/* readProgram */.Lk)(run);
    if (program?.identity === undefined || (0,process_identity/* judgeLife */.yJ)(program.identity) !== 'alive')
        return;
    const isOver = sinceMs >= program.stopTimeoutSeconds * instant/* secondMs */.fj;
    (0,process_identity/* signalGroup */.i8)(program.identity.pid, isOver ? 'SIGKILL' : 'SIGTERM');
}

;// CONCATENATED MODULE: ./src/adapters/local/executor.ts







/** Each launch waits for a process to start; more at once only wait for each other. */
const launchesAtOnce = 4;
/** Attempts as local processes. Each has a supervisor of its own, so none needs whoever launched it. */
function localExecutor({ root, directory, clock }) {
    const place = { root, directory };
    const registrar = () => registrarOf({ root, directory, clock });
    return {
        kind: 'local',
        findRevision: (definition) => registrar().findRevision(definition),
        register: (definition) => registrar().register(definition),
        registrar,
        async look(startedBy, known) {
            const answers = new Map();
            for (const name of startedBy) {
                const found = await (0,observe/* findStartedBy */.y)(directory, name);
                answers.set(name, found.filter(({ handle }) => !known.has(handle)));
            }
            return answers;
        },
        launch: (requests) => launchAll(place, requests),
        async observe(handles) {
            const sightings = new Map();
            for (const handle of handles) {
                const sighting = await sightSafely(directory, handle);
                if (sighting !== undefined)
                    sightings.set(handle, sighting);
            }
            return sightings;
        },
        stop: (handle, reason) => stopOne(directory, { handle, reason, now: clock.now() }),
    };
}
/** Lists the files of the repository once, and prunes once: both take as long as there are flows. */
function registrarOf({ root, directory, clock }) {
    const listFiles = (0,flow_files/* fileLister */.YX)(root);
    const prune = pruner(directory, clock);
    return {
        async findRevision(definition) {
            return (await isBuilt(directory, definition)) ? revisionOf(definition) : undefined;
        },
        async register(definition) {
            await registerBuild({ root, listFiles }, directory, definition);
            await prune(definition.flow);
            return revisionOf(definition);
        },
        built: (definition) => readBuild(directory, definition),
        isThere: async (flow, revision) => (await findBuild(directory, flow, revision)) !== undefined,
    };
}
/** Files that cannot be read now say nothing about the attempt. */
async function sightSafely(directory, handle) {
    try {
        return await (0,observe/* sight */.W)(directory, handle);
    }
    catch (error) {
        if ((0,atomic_files/* codeOf */.$N)(error) === undefined)
            throw error;
        return undefined;
    }
}
async function launchAll(place, requests) {
    const answers = [];
    let next = 0;
    async function work() {
        for (let index = next++; index < requests.length; index = next++) {
            const request = requests[index];
            if (request !== undefined)
                answers[index] = await launchSafely(place, request);
        }
    }
    await Promise.all(Array.from({ length: Math.min(launchesAtOnce, requests.length) }, work));
    return answers;
}
/** A full disk or too many processes may pass; whether anything started before that, the same token will tell. */
async function launchSafely(place, request) {
    try {
        return await launchOne(place, request);
    }
    catch (error) {
        if ((0,atomic_files/* codeOf */.$N)(error) === undefined)
            throw error;
        return { kind: 'unsure', reason: error instanceof Error ? error.message : String(error) };
    }
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
