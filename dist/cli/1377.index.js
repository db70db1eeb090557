export const id = 1377;
export const ids = [1377];
export const modules = {

/***/ 1377:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   performBuild: () => (/* binding */ performBuild)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _adapters_local_build_build_flow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1016);
/* harmony import */ var _core_build_record_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5546);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2531);
/* harmony import */ var _report_visible_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3727);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9678);
/* harmony import */ var _sources_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1299);








/** Bundles flows as the image holds them. */
async function performBuild(options, { flow, out, record }) {
    const { cwd, root, manifests } = await (0,_sources_js__WEBPACK_IMPORTED_MODULE_6__/* .loadSources */ .D)(options);
    const chosen = flow === undefined ? manifests.filter(_adapters_local_build_build_flow_js__WEBPACK_IMPORTED_MODULE_2__/* .isInProjectImage */ .sN) : [(0,_sources_js__WEBPACK_IMPORTED_MODULE_6__/* .flowNamed */ .y)(manifests, flow)];
    const outDirectory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, out ?? '.headgate/out');
    const result = await (0,_adapters_local_build_build_flow_js__WEBPACK_IMPORTED_MODULE_2__/* .buildFlows */ .kR)({ root, manifests: chosen, outDirectory });
    const { built, unbuilt } = result;
    if (record !== undefined)
        await writeRecord((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, record), result);
    const flows = built.map(({ build, ...item }) => ({ ...item, bundle: build.bundle }));
    return {
        // A record says to the deploy what the image lacks; without one, an image would lack it and nobody would know.
        exitCode: unbuilt.size === 0 || record !== undefined ? _core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .exitCodes */ .hS.done : _core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .exitCodes */ .hS.workFailed,
        document: {
            verb: 'build',
            out: outDirectory,
            flows,
            unbuilt: [...unbuilt].map(([name, problems]) => ({
                flow: name,
                problems: problems.map(_documents_js__WEBPACK_IMPORTED_MODULE_5__/* .problemDocument */ .FC),
            })),
        },
        text: `${textOf(built, outDirectory)}${unbuiltText(unbuilt, record !== undefined)}`,
    };
}
async function writeRecord(file, { built, unbuilt }) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), { recursive: true });
    const builds = built.map(({ flow: name, build }) => [name, build]);
    const left = [...unbuilt].map(([name, problems]) => [name, { unbuilt: problems }]);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, (0,_core_build_record_text_js__WEBPACK_IMPORTED_MODULE_7__/* .buildRecordText */ .R)(new Map([...builds, ...left])));
}
function unbuiltText(unbuilt, isRecorded) {
    if (unbuilt.size === 0)
        return '';
    const problems = [...unbuilt.values()].flat().map((problem) => `${(0,_report_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK)((0,_core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .describeProblem */ .BJ)(problem))}\n`);
    const rest = isRecorded
        ? 'The record says so, and a deploy leaves them as they are.'
        : 'With --record FILE an image is built without them, and a deploy leaves them as they are.';
    return `Not built: ${[...unbuilt.keys()].join(', ')}. ${rest}\n${problems.join('')}`;
}
function textOf(built, out) {
    const width = Math.max(0, ...built.map(({ flow }) => flow.length));
    const rows = built.map(({ flow, bytes }) => `  ${flow.padEnd(width)}  ${sizeOf(bytes).padStart(9)}`);
    return [`Built ${built.length} ${built.length === 1 ? 'flow' : 'flows'} into ${out}`, ...rows, ''].join('\n');
}
function sizeOf(bytes) {
    return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}


/***/ }),

/***/ 1299:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ flowNamed),
  D: () => (/* binding */ loadSources)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/adapters/git/repository.ts
var repository = __webpack_require__(7854);
// EXTERNAL MODULE: ./src/adapters/git/working-tree.ts + 4 modules
var working_tree = __webpack_require__(7993);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/adapters/local/atomic-files.ts
var atomic_files = __webpack_require__(2400);
// EXTERNAL MODULE: ./src/adapters/local/build/walk.ts
var walk = __webpack_require__(5703);
;// CONCATENATED MODULE: ./src/adapters/local/folder-tree.ts








/** The files of a plain folder, for where there is no git: an image is built from such a one. */
function folderTree({ directory }) {
    return {
        commit: '0'.repeat(40),
        isWorkingTree: true,
        async list() {
            const entries = [];
            for (const name of await (0,walk/* walk */.G)(directory))
                entries.push(await entryOf(directory, name));
            return entries;
        },
        async read(paths, limitBytes) {
            const contents = [];
            for (const name of paths)
                contents.push(await contentOf(external_node_path_default().join(directory, name), name, limitBytes));
            return contents;
        },
        filesAt: async () => undefined,
    };
}
async function entryOf(directory, name) {
    const file = external_node_path_default().join(directory, name);
    const stats = await (0,promises_.lstat)(file);
    if (stats.isSymbolicLink())
        return { path: name, kind: 'symlink', blob: '' };
    if (!stats.isFile())
        return { path: name, kind: 'other', blob: '' };
    const kind = (stats.mode & 0o111) === 0 ? 'file' : 'executable';
    return { path: name, kind, blob: await blobOf(file, stats) };
}
/** Git's id of a file: SHA-1 over a header and the bytes. */
async function blobOf(file, { size }) {
    const hash = (0,external_node_crypto_.createHash)('sha1').update(`blob ${size}\0`);
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file), hash);
    return hash.digest('hex');
}
async function contentOf(file, name, limitBytes) {
    const stats = await (0,promises_.lstat)(file).catch(() => undefined);
    if (stats?.isFile() !== true)
        throw notRegular(name);
    if (stats.size > limitBytes)
        return 'too-large';
    return (await (0,atomic_files/* readBytes */.io)(file, 0, limitBytes)) ?? new Uint8Array();
}
function notRegular(name) {
    const message = 'There is no regular file of this name in the folder.';
    return new problem/* InputError */.dz([{ code: 'E_SOURCE_FILE', place: { file: name }, message }]);
}

// EXTERNAL MODULE: ./src/core/quote.ts
var quote = __webpack_require__(1748);
// EXTERNAL MODULE: ./src/flow/discover.ts + 1 modules
var discover = __webpack_require__(6364);
// EXTERNAL MODULE: ./src/doors/project.ts
var doors_project = __webpack_require__(2921);
// EXTERNAL MODULE: ./src/doors/values.ts
var values = __webpack_require__(8312);
;// CONCATENATED MODULE: ./src/doors/cli/sources.ts









/** The flows of the working tree, for what needs neither git nor state: it works inside an image build too. */
async function loadSources(options) {
    const cwd = (0,external_node_path_.resolve)(options.cwd ?? '.');
    const config = (0,values/* parseConfigPath */.n)(options.config ?? 'headgate.yml');
    if (config.kind === 'bad')
        throw new problem/* InputError */.dz([config.problem]);
    const { root, source } = await sourceAt(cwd);
    const project = await (0,doors_project/* loadProject */.g)({
        source,
        config: config.value,
        fallbackName: 'project',
        isLocal: false,
    });
    const { manifests, problems } = await (0,discover/* loadFlows */.m)(source, project);
    if (problems.length > 0)
        throw new problem/* InputError */.dz(problems);
    return { cwd, root, manifests };
}
async function sourceAt(cwd) {
    const root = await (0,repository/* topLevelOf */.Xe)(cwd).catch(() => undefined);
    if (root === undefined)
        return { root: cwd, source: folderTree({ directory: cwd }) };
    return { root, source: await (0,working_tree/* workingTree */.c)({ directory: root }) };
}
function flowNamed(manifests, flow) {
    const named = manifests.find(({ name }) => name === flow);
    if (named !== undefined)
        return named;
    const names = manifests.map(({ name }) => name).join(', ');
    const message = `There is no flow ${(0,quote/* quote */.h)(flow)}.`;
    throw new problem/* InputError */.dz([{ code: 'E_FLOW_UNKNOWN', message, fix: `The flows here are: ${names || 'none'}.` }]);
}


/***/ }),

/***/ 6364:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ loadFlows)
});

// EXTERNAL MODULE: ./src/core/flow.ts
var flow = __webpack_require__(2398);
// EXTERNAL MODULE: ./src/core/quote.ts
var quote = __webpack_require__(1748);
// EXTERNAL MODULE: ./src/core/nearest.ts
var nearest = __webpack_require__(3606);
// EXTERNAL MODULE: ./src/flow/yaml-node.ts
var yaml_node = __webpack_require__(4293);
;// CONCATENATED MODULE: ./src/flow/flow-set.ts



/** Rules over all flows together. `folders` are all flows that exist, those with problems of their own included. */
function flowSetProblems(flows, folders) {
    return [...upstreamProblems(flows, folders), ...cycleProblems(flows), ...groupProblems(flows)];
}
function problemAt({ document }, path, fault) {
    return { ...fault, place: (0,yaml_node/* placeOfPath */.E)(document, path, 'value') };
}
function upstreamProblems(flows, folders) {
    return flows.flatMap((flow) => (flow.manifest.policy.after?.flows ?? []).flatMap((upstream, index) => {
        const path = ['after', 'flows', index];
        const field = `after.flows[${index}]`;
        if (upstream === flow.manifest.name) {
            const message = 'A flow cannot run after itself.';
            return [problemAt(flow, path, { code: 'E_DEP_SELF', field, message, fix: 'Remove it.' })];
        }
        if (folders.has(upstream))
            return [];
        const close = (0,nearest/* nearest */.p)(upstream, folders);
        const message = `There is no flow ${(0,quote/* quote */.h)(upstream)}.`;
        const fix = close === undefined ? 'Name a folder under flows/.' : `Did you mean ${(0,quote/* quote */.h)(close)}?`;
        return [problemAt(flow, path, { code: 'E_DEP_UNKNOWN', field, message, fix })];
    }));
}
/** One problem for each cycle of `after`, at its first flow by name. Iterative: chains may be long. */
function cycleProblems(flows) {
    const byName = new Map(flows.map((flow) => [flow.manifest.name, flow]));
    const waiting = flowsThatWaitForEver(byName);
    const seen = new Set();
    return [...waiting].sort().flatMap((start) => {
        const cycle = walkToCycle(start, seen, (name) => upstreamsOf(byName.get(name)).find((upstream) => waiting.has(upstream)));
        const first = byName.get(cycle[0]);
        return first === undefined ? [] : [cycleProblem(first, cycle, byName)];
    });
}
function upstreamsOf(flow) {
    const own = flow?.manifest.name;
    return (flow?.manifest.policy.after?.flows ?? []).filter((name) => name !== own);
}
/** What is left once flows that wait for nothing are taken away again and again: cycles, and what hangs on them. */
function flowsThatWaitForEver(byName) {
    const downstreams = new Map([...byName.keys()].map((name) => [name, []]));
    const counts = new Map();
    for (const [name, flow] of byName) {
        const known = [...new Set(upstreamsOf(flow))].filter((upstream) => byName.has(upstream));
        counts.set(name, known.length);
        for (const upstream of known)
            downstreams.get(upstream)?.push(name);
    }
    const left = new Set(byName.keys());
    const free = [...left].filter((name) => counts.get(name) === 0);
    for (let name = free.pop(); name !== undefined; name = free.pop()) {
        left.delete(name);
        for (const next of downstreams.get(name) ?? []) {
            const count = (counts.get(next) ?? 0) - 1;
            counts.set(next, count);
            if (count === 0)
                free.push(next);
        }
    }
    return left;
}
/** The cycle that a walk upstream from `start` ends in, from its first name on; empty if an earlier walk was there. */
function walkToCycle(start, seen, upstreamOf) {
    const walked = new Map();
    let name = start;
    while (name !== undefined && !seen.has(name)) {
        seen.add(name);
        walked.set(name, walked.size);
        name = upstreamOf(name);
    }
    const from = name === undefined ? undefined : walked.get(name);
    if (from === undefined)
        return [];
    const cycle = [...walked.keys()].slice(from);
    const first = cycle.indexOf([...cycle].sort()[0]);
    return [...cycle.slice(first), ...cycle.slice(0, first)];
}
const shownOfCycle = 20;
function cycleProblem(first, cycle, byName) {
    const shown = cycle.length <= shownOfCycle ? [...cycle, cycle[0]] : [...cycle.slice(0, shownOfCycle), '…', cycle[0]];
    const path = shown.join(' → ');
    const isLoop = cycle.some((name) => byName.get(name)?.manifest.policy.after?.when !== 'succeeded');
    const fault = isLoop
        ? { code: 'E_TRIGGER_LOOP', message: `These flows would start each other for ever: ${path}.` }
        : { code: 'E_DEP_CYCLE', message: `These flows wait for each other: ${path}.` };
    return problemAt(first, ['after', 'flows'], {
        ...fault,
        field: 'after.flows',
        fix: 'Remove one of the steps.',
    });
}
function groupProblems(flows) {
    const firsts = new Map();
    return flows.flatMap((flow) => {
        const { concurrency } = flow.manifest.policy;
        if (concurrency === undefined)
            return [];
        const { group, limit } = concurrency;
        const first = firsts.get(group);
        if (first === undefined)
            firsts.set(group, { name: flow.manifest.name, limit });
        if (first === undefined || first.limit === limit)
            return [];
        const message = `The group ${(0,quote/* quote */.h)(group)} has limit ${limit} here and ${first.limit} in the flow ${first.name}.`;
        const fault = {
            code: 'E_CONCURRENCY_LIMIT',
            field: 'concurrency.limit',
            message,
            fix: 'Write the same limit.',
        };
        return [problemAt(flow, ['concurrency', 'limit'], fault)];
    });
}

// EXTERNAL MODULE: ./src/flow/manifest.ts
var flow_manifest = __webpack_require__(8630);
// EXTERNAL MODULE: ./src/flow/yaml.ts + 3 modules
var yaml = __webpack_require__(2082);
;// CONCATENATED MODULE: ./src/flow/discover.ts






const root = 'flows';
const manifestNames = ['flow.yml', 'flow.yaml'];
/** Every flow of a tree. Only regular files count; a folder's name is the flow's name; a flow's sub-folders are its own. */
async function loadFlows(source, project) {
    const entries = (await source.list()).filter(({ path }) => path === root || path.startsWith(`${root}/`));
    const folders = foldersOf(entries);
    const paths = new Set(entries.map(({ path }) => path));
    const looked = folders.map(lookAt);
    const foreign = new Set(looked.flatMap(({ isFlow, folder }) => (isFlow ? [] : [folder.name])));
    const irregular = entries.filter(({ path, kind }) => !isRegular(kind) && !isInside(foreign, path));
    const files = looked.flatMap(({ manifest }) => (manifest === undefined ? [] : [manifest]));
    const bytes = await source.read(files.map(({ path }) => path), yaml/* yamlLimitBytes */.Yt);
    const names = new Set(looked.flatMap(({ manifest, folder }) => (manifest === undefined ? [] : [folder.name])));
    const parsed = files.map(({ path }, index) => parseFile(path, bytes[index], { project, folders: names }));
    const loaded = parsed.flatMap(({ flow }) => (flow === undefined ? [] : [withEntrypoint(flow, paths)]));
    const flows = loaded.flatMap((flow) => ('problem' in flow ? [] : [flow]));
    return {
        manifests: flows.map(({ manifest }) => manifest),
        problems: [
            ...irregular.map(irregularProblem),
            ...looked.flatMap(({ problems }) => problems),
            ...caseProblems(folders, foreign),
            ...parsed.flatMap(({ problems }) => problems),
            ...loaded.flatMap((flow) => ('problem' in flow ? [flow.problem] : [])),
            ...flowSetProblems(flows, names),
        ],
        warnings: foreignWarnings(looked.filter(({ isFlow }) => !isFlow).map(({ folder }) => folder)),
    };
}
function isRegular(kind) {
    return kind === 'file' || kind === 'executable';
}
/** Below one of these folders; a link in the place of a folder is not. */
function isInside(folders, path) {
    const [, name = '', inner] = path.split('/', 3);
    return inner !== undefined && folders.has(name);
}
function foldersOf(entries) {
    const folders = new Map();
    for (const entry of entries) {
        const [, name, inner] = entry.path.split('/', 3);
        if (name === undefined || inner === undefined)
            continue;
        const known = folders.get(name);
        if (known === undefined)
            folders.set(name, [entry]);
        else
            known.push(entry);
    }
    return [...folders]
        .map(([name, own]) => ({ name, entries: own }))
        .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
function lookAt(folder) {
    const path = `${root}/${folder.name}`;
    const [first, second] = folder.entries.filter((entry) => manifestNames.some((name) => entry.path === `${path}/${name}`));
    if (first === undefined)
        return { folder, isFlow: false, problems: [] };
    if ((0,flow/* judgeFlowName */.x)(folder.name).kind !== 'ok')
        return { folder, isFlow: true, problems: [(0,flow_manifest/* folderProblem */.IV)(folder.name, path)] };
    if (second === undefined)
        return { folder, isFlow: true, ...(isRegular(first.kind) ? { manifest: first } : {}), problems: [] };
    const message = `${(0,quote/* quote */.h)(path)} has both flow.yml and flow.yaml.`;
    const problem = { code: 'E_MANIFEST_AMBIGUOUS', place: { file: path }, message, fix: 'Keep one of them.' };
    return { folder, isFlow: true, problems: [problem] };
}
/** A repository that moves here from elsewhere may have a hundred: those after these are counted. */
const mostForeign = 10;
function foreignWarnings(folders) {
    const named = folders.slice(0, mostForeign).map(foreignWarning);
    const left = folders.length - named.length;
    if (left === 0)
        return named;
    const message = `${left} more folders have files but no flow.yml, so they are not flows.`;
    return [...named, { code: 'W_NO_MANIFEST', place: { file: root }, message, fix: foreignFix }];
}
const foreignFix = 'Nothing of it is deployed until it has one.';
function foreignWarning({ name, entries }) {
    const path = `${root}/${name}`;
    const other = entries.find((entry) => /^flows\/[^/]+\/[^/]*flow[^/]*\.ya?ml$/i.test(entry.path));
    const message = `${(0,quote/* quote */.h)(path)} has files but no flow.yml, so it is not a flow.`;
    const fix = other === undefined ? foreignFix : `If it is to be one, rename ${(0,quote/* quote */.h)(other.path)} to flow.yml.`;
    return { code: 'W_NO_MANIFEST', place: { file: path }, message, fix };
}
function irregularProblem(entry) {
    const place = { file: entry.path };
    if (entry.kind === 'symlink') {
        const message = `${(0,quote/* quote */.h)(entry.path, 200)} is a symbolic link; none are followed under flows/.`;
        return {
            code: 'E_SYMLINK',
            place,
            message,
            fix: 'Put the file itself there, or name it under `inputs`.',
        };
    }
    const kind = entry.kind === 'submodule' ? 'a submodule' : 'neither a file nor a folder';
    const message = `${(0,quote/* quote */.h)(entry.path, 200)} is ${kind}.`;
    return { code: 'E_NOT_REGULAR_FILE', place, message, fix: 'Only regular files can be part of a flow.' };
}
/** Names that are one name on file systems that ignore case or normalise Unicode, one of them a flow's. */
function caseProblems(folders, foreign) {
    const firsts = new Map();
    return folders.flatMap(({ name }) => {
        const plain = name.normalize('NFC').toLowerCase();
        const first = firsts.get(plain);
        firsts.set(plain, first === undefined || foreign.has(first) ? name : first);
        if (first === undefined || (foreign.has(first) && foreign.has(name)))
            return [];
        const message = `${(0,quote/* quote */.h)(`${root}/${first}`)} and ${(0,quote/* quote */.h)(`${root}/${name}`)} are one folder on some systems.`;
        return [{ code: 'E_NAME_COLLISION', place: { file: `${root}/${name}` }, message, fix: 'Rename one.' }];
    });
}
function parseFile(file, bytes, context) {
    const folder = file.split('/')[1] ?? '';
    if (bytes === undefined || bytes === 'too-large') {
        const message = `The file has more than ${yaml/* yamlLimitBytes */.Yt} bytes.`;
        return {
            problems: [
                { code: 'E_YAML_TOO_LARGE', place: { file }, message, fix: 'Move data into files of their own.' },
            ],
        };
    }
    const { manifest, document, problems } = (0,flow_manifest/* parseManifest */.Ng)({ folder, file, bytes, ...context });
    if (manifest === undefined || document === undefined)
        return { problems };
    return { flow: { manifest, document }, problems };
}
/** The program's file must be in the tree: found here rather than when a run cannot start. */
function withEntrypoint(flow, paths) {
    const { name, workload } = flow.manifest;
    if (workload.program.kind !== 'entrypoint')
        return flow;
    const path = `${root}/${name}/${workload.program.file}`;
    if (paths.has(path))
        return flow;
    const message = `The file ${(0,quote/* quote */.h)(path, 200)} does not exist.`;
    const fix = 'Add it, or name another file, or write `command`.';
    const place = (0,yaml_node/* placeOfPath */.E)(flow.document, ['entrypoint'], 'value');
    return { problem: { code: 'E_ENTRYPOINT', place, field: 'entrypoint', message, fix } };
}


/***/ })

};
