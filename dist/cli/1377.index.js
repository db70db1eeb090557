export const id = 1377;
export const ids = [1377];
export const modules = {

/***/ 6222:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tp: () => (/* binding */ buildFlow),
  kR: () => (/* binding */ buildFlows),
  sN: () => (/* binding */ isInProjectImage),
  JU: () => (/* binding */ snapshotFlow)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
;// CONCATENATED MODULE: ./src/adapters/local/build/bundle-problems.ts
/** Everything that esbuild found, at once, each with its place. */
function problemsOf(error, entrypoint) {
    const messages = error?.errors ?? [];
    if (messages.length > 0)
        return messages.map((message) => problemOf(message, entrypoint));
    const text = error instanceof Error ? error.message : String(error);
    return [{ code: 'E_BUNDLE', place: { file: entrypoint }, message: text }];
}
function problemOf(message, entrypoint) {
    const fix = fixOf(message.text);
    return {
        code: 'E_BUNDLE',
        place: placeOf(message, entrypoint),
        message: message.text.endsWith('.') ? message.text : `${message.text}.`,
        ...(fix === undefined ? {} : { fix }),
    };
}
/** esbuild counts columns from 0. */
function placeOf({ location }, entrypoint) {
    if (location === null || location.file === 'headgate-entry.mjs')
        return { file: entrypoint };
    return { file: location.file, line: location.line, column: location.column + 1 };
}
function fixOf(text) {
    const name = /^Could not resolve "([^"]+)"/.exec(text)?.[1];
    if (name?.startsWith('.') === true)
        return 'Correct the path, or add the file.';
    if (name !== undefined)
        return `Install the package and commit the lock file: npm install ${packageOf(name)}.`;
    if (text.startsWith('No loader is configured for'))
        return 'A bundle holds JavaScript, JSON and text. Read the file at run time from `inputs`, or bring an image of your own.';
    return undefined;
}
function packageOf(name) {
    const parts = name.split('/');
    return parts.slice(0, name.startsWith('@') ? 2 : 1).join('/');
}
/** esbuild names a file outside its working directory `../…`. A package may lie there (a workspace above), code may not. */
function escapeProblems(inputs, entrypoint) {
    return inputs
        .filter((input) => input.startsWith('../') && !input.includes('/node_modules/'))
        .map((input) => ({
        code: 'E_PATH_ESCAPE',
        place: { file: entrypoint },
        message: `The flow imports ${JSON.stringify(input)}, which is outside the repository.`,
        fix: 'Move the file into the repository.',
    }));
}

;// CONCATENATED MODULE: ./src/adapters/local/build/bundle.ts



/** Stack traces name `repo:/flows/x/index.ts:12:5`: Node makes a URL of every source, and this one holds no folder of a machine. */
const sourcePrefix = 'repo:/';
const entryName = 'headgate-entry.mjs';
const runnerName = 'headgate-runner';
/** Bundled CommonJS packages expect these. On `globalThis`, where they cannot clash with names of the flow. */
const banner = [
    "import { createRequire as headgateCreateRequire } from 'node:module';",
    "import { fileURLToPath as headgatePathOf } from 'node:url';",
    'globalThis.require ??= headgateCreateRequire(import.meta.url);',
    'globalThis.__filename ??= headgatePathOf(import.meta.url);',
    "globalThis.__dirname ??= headgatePathOf(new URL('.', import.meta.url));",
].join('\n');
/** Bundles an entrypoint and what it imports into one file. Reads code, never runs it. The same files, the same bytes. */
async function bundleEntrypoint(root, entrypoint) {
    const { build } = await loadEsbuild();
    const result = await build(optionsFor(root, entrypoint)).catch((error) => {
        throw new problem/* InputError */.dz(problemsOf(error, entrypoint));
    });
    const outside = escapeProblems(Object.keys(result.metafile?.inputs ?? {}), entrypoint);
    if (outside.length > 0)
        throw new problem/* InputError */.dz(outside);
    return { code: contentsOf(result, 'index.mjs'), map: contentsOf(result, 'index.mjs.map') };
}
function optionsFor(root, entrypoint) {
    return {
        absWorkingDir: root,
        stdin: { contents: entryText(entrypoint), resolveDir: root, sourcefile: entryName, loader: 'js' },
        outfile: external_node_path_default().join(root, 'index.mjs'),
        write: false,
        bundle: true,
        metafile: true,
        platform: 'node',
        format: 'esm',
        target: 'node20',
        charset: 'utf8',
        // Small images start sooner; the source map names the lines that were written.
        minify: true,
        keepNames: true,
        sourcemap: 'linked',
        sourceRoot: sourcePrefix,
        // Node shows the line that threw: without the sources, the one line that the whole bundle is.
        sourcesContent: true,
        banner: { js: banner },
        loader: { '.sql': 'text', '.txt': 'text', '.csv': 'text', '.md': 'text', '.html': 'text' },
        logLevel: 'silent',
        logLimit: 0,
        plugins: [runnerPlugin(external_node_path_default().join(root, external_node_path_default().dirname(entrypoint)))],
    };
}
/** A module that exports no flow is a plain script: importing it has run it. */
function entryText(entrypoint) {
    return [
        `import * as entrypoint from ${JSON.stringify(`./${entrypoint}`)};`,
        `import { runFlow } from '${runnerName}';`,
        "await runFlow(Reflect.get(entrypoint, 'default'));",
    ].join('\n');
}
/** The runner is part of the SDK that the flow itself resolves to. A script in a project without the SDK needs none. */
function runnerPlugin(folder) {
    return {
        name: 'headgate-runner',
        setup(build) {
            build.onResolve({ filter: /^headgate-runner$/ }, async () => {
                const sdk = await build.resolve('headgate', { resolveDir: folder, kind: 'import-statement' });
                return sdk.errors.length === 0 ? { path: sdk.path } : { path: runnerName, namespace: runnerName };
            });
            build.onLoad({ filter: /.*/, namespace: runnerName }, () => ({
                contents: 'export function runFlow() {}',
                loader: 'js',
            }));
        },
    };
}
function contentsOf(result, name) {
    const file = result.outputFiles?.find((output) => external_node_path_default().basename(output.path) === name);
    return file?.contents ?? new Uint8Array();
}
async function loadEsbuild() {
    try {
        // Ignored by ncc, which would lift it to the top of dist/index.js: on a runner there is no esbuild to load.
        return await import(/* webpackIgnore: true */ 'esbuild');
    }
    catch (error) {
        const message = 'The bundler esbuild cannot be loaded, so flows cannot be built.';
        const fix = 'Install the packages of the project for this machine: npm ci.';
        throw new problem/* RefusedError */.fk({ code: 'E_ESBUILD', message, fix }, { cause: error });
    }
}

;// CONCATENATED MODULE: ./src/adapters/local/build/checkpoint-client.ts




const packageName = '@aws-sdk/client-s3';
/** Flows that keep checkpoints in S3 load the client by name when they run: it is no part of their bundles. */
function needsCheckpointClient({ workload }) {
    return workload.environment['HEADGATE_CHECKPOINTS']?.startsWith('s3://') === true;
}
/** Puts the S3 client, as one file, where every flow of the image finds it: `<out>/node_modules/@aws-sdk/client-s3`. */
async function buildCheckpointClient(root, outDirectory) {
    const { build } = await loadEsbuild();
    const folder = external_node_path_default().join(outDirectory, 'node_modules', packageName);
    const contents = `export { GetObjectCommand, PutObjectCommand, S3Client } from '${packageName}';`;
    const result = await build({
        absWorkingDir: root,
        stdin: { contents, resolveDir: root, loader: 'js' },
        write: false,
        bundle: true,
        platform: 'node',
        format: 'cjs',
        target: 'node20',
        minify: true,
        legalComments: 'none',
        logLevel: 'silent',
    }).catch(() => {
        throw new problem/* InputError */.dz([missing()]);
    });
    await (0,promises_.mkdir)(folder, { recursive: true });
    await (0,promises_.writeFile)(external_node_path_default().join(folder, 'index.js'), result.outputFiles[0]?.contents ?? '');
    const manifest = { name: packageName, main: 'index.js', type: 'commonjs' };
    await (0,promises_.writeFile)(external_node_path_default().join(folder, 'package.json'), JSON.stringify(manifest));
}
function missing() {
    return {
        code: 'E_BUNDLE',
        place: { file: 'package.json' },
        message: `A flow keeps checkpoints in S3, but the package ${packageName} is not installed.`,
        fix: `Install it: npm install ${packageName}.`,
    };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: ../../node_modules/picomatch/index.js
var picomatch = __webpack_require__(1026);
var picomatch_default = /*#__PURE__*/__webpack_require__.n(picomatch);
// EXTERNAL MODULE: ./src/adapters/local/atomic-files.ts
var atomic_files = __webpack_require__(2400);
// EXTERNAL MODULE: ./src/adapters/local/build/walk.ts
var walk = __webpack_require__(5703);
;// CONCATENATED MODULE: ./src/adapters/local/build/flow-files.ts







const fileLimit = 20_000;
const listLimitBytes = 16 * 1024 * 1024;
/**
 * Paths, from the repository's root, of the regular files of a flow's folder and of its `inputs`, sorted. The manifest
 * is left out: what it says is deployed, and its text is not part of the fingerprint.
 */
async function folderFiles(request) {
    const folder = `flows/${request.flow}/`;
    const isInput = matcherOf(request);
    const isManifest = (file) => file === `${folder}flow.yml` || file === `${folder}flow.yaml`;
    return regularFiles(request, (file) => (file.startsWith(folder) || isInput(file)) && !isManifest(file));
}
/** Like `folderFiles`, but only the `inputs`. */
async function inputFiles(request) {
    return request.inputs.length === 0 ? [] : regularFiles(request, matcherOf(request));
}
/** In order: a later pattern with `!` takes away what earlier ones gave. The same rule as for the fingerprint. */
function matcherOf({ flow, inputs }) {
    const patterns = inputs.map((input) => {
        const isExclusion = input.startsWith('!');
        const glob = external_node_path_default().posix.join('flows', flow, isExclusion ? input.slice(1) : input);
        return { isExclusion, matches: picomatch_default()(glob, { dot: true, noextglob: true, nonegate: true }) };
    });
    return (file) => patterns.findLast(({ matches }) => matches(file))?.isExclusion === false;
}
async function regularFiles(request, isWanted) {
    const listed = (await listByGit(request.root)) ?? (await (0,walk/* walk */.G)(request.root));
    const wanted = listed.filter(isWanted).sort();
    if (wanted.length > fileLimit)
        throw new problem/* InputError */.dz([tooMany(request.flow, wanted.length)]);
    const files = [];
    for (const file of wanted)
        if (await isRegular(external_node_path_default().join(request.root, file)))
            files.push(file);
    return files;
}
/** Links are left out: what they point to may be anywhere, and is not what the fingerprint covers. */
async function isRegular(file) {
    try {
        return (await (0,promises_.lstat)(file)).isFile();
    }
    catch (error) {
        if ((0,atomic_files/* codeOf */.$N)(error) === 'ENOENT' || (0,atomic_files/* codeOf */.$N)(error) === 'ENOTDIR')
            return false;
        throw error;
    }
}
/** Tracked files, and new ones that are not ignored. Undefined where there is no repository, as in a build context. */
async function listByGit(root) {
    const settings = [
        '-c',
        'core.fsmonitor=false',
        '-c',
        'core.hooksPath=/dev/null',
        '-c',
        'core.quotePath=false',
    ];
    const argv = [...settings, 'ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
    const output = await outputOf('git', argv, root);
    return output?.split('\0').filter((name) => name !== '');
}
/** Nothing of the person's own settings: the same files must count as on every other machine. */
function gitEnvironment() {
    return {
        PATH: process.env['PATH'],
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'safe.directory',
        GIT_CONFIG_VALUE_0: '*',
    };
}
function outputOf(command, argv, cwd) {
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)(command, argv, {
            cwd,
            env: gitEnvironment(),
            stdio: ['ignore', 'pipe', 'ignore'],
            timeout: 60_000,
        });
        const chunks = [];
        let bytes = 0;
        child.stdout.on('data', (chunk) => {
            bytes += chunk.length;
            if (bytes > listLimitBytes)
                child.kill('SIGKILL');
            else
                chunks.push(chunk);
        });
        child.once('error', () => resolve(undefined));
        child.once('close', (code) => {
            if (code === null)
                reject(new problem/* RefusedError */.fk(listProblem));
            else
                resolve(code === 0 ? Buffer.concat(chunks).toString('utf8') : undefined);
        });
    });
}
const listProblem = {
    code: 'E_GIT_OUTPUT',
    message: 'git could not list the files of the repository within a minute and 16 MiB.',
    fix: 'Let git ignore what tools make.',
};
function tooMany(flow, count) {
    return {
        code: 'E_FLOW_TOO_LARGE',
        place: { file: `flows/${flow}` },
        message: `The flow has ${count} files; at most ${fileLimit} can be copied.`,
        fix: 'Narrow `inputs`, or let git ignore what tools make.',
    };
}

;// CONCATENATED MODULE: ./src/adapters/local/build/build-flow.ts






const totalLimitBytes = 512 * 1024 * 1024;
const flowsPrefix = 'flows/';
/** Builds a flow as an image holds it: `<out>/<flow>/index.mjs`, or `<out>/<flow>/…` with the files of a `command` flow. */
async function buildFlow({ root, manifest, outDirectory }) {
    const { name, workload, inputs } = manifest;
    const folder = external_node_path_default().join(outDirectory, name);
    const request = { root, flow: name, inputs };
    if (workload.program.kind === 'command') {
        const files = await folderFiles(request);
        const outside = files.filter((file) => !file.startsWith(`flows/${name}/`));
        if (outside.length > 0)
            throw new problem/* InputError */.dz(outside.slice(0, 20).map((file) => outsideProblem(name, file)));
        return {
            flow: name,
            file: folder,
            bytes: await copyAll(root, files, (file) => external_node_path_default().join(outDirectory, file.slice(flowsPrefix.length))),
        };
    }
    const entrypoint = external_node_path_default().posix.join('flows', name, workload.program.file);
    const bundle = await bundleEntrypoint(root, entrypoint);
    await (0,promises_.mkdir)(folder, { recursive: true });
    const file = external_node_path_default().join(folder, 'index.mjs');
    await (0,promises_.writeFile)(file, bundle.code);
    await (0,promises_.writeFile)(`${file}.map`, bundle.map);
    const own = (await inputFiles(request)).filter((input) => input.startsWith(`flows/${name}/`));
    const copied = await copyAll(root, own, (input) => external_node_path_default().join(outDirectory, input.slice(flowsPrefix.length)));
    return { flow: name, file, bytes: bundle.code.length + copied };
}
/** Copies a `command` flow with the paths of the repository, so that `../../lib` means the same as in a checkout. */
async function snapshotFlow({ root, manifest, outDirectory }) {
    const { name, inputs } = manifest;
    const folder = external_node_path_default().join(outDirectory, 'flows', name);
    await (0,promises_.mkdir)(folder, { recursive: true });
    const files = await folderFiles({ root, flow: name, inputs });
    const bytes = await copyAll(root, files, (file) => external_node_path_default().join(outDirectory, file));
    return { flow: name, file: folder, bytes };
}
/** Builds every flow that the project's image holds; all problems of all flows at once. */
async function buildFlows(request) {
    const { root, manifests, outDirectory } = request;
    const problems = [];
    const built = [];
    for (const manifest of manifests) {
        try {
            built.push(await buildFlow({ root, manifest, outDirectory }));
        }
        catch (error) {
            if (!(error instanceof problem/* InputError */.dz))
                throw error;
            problems.push(...error.problems);
        }
    }
    if (problems.length > 0)
        throw new problem/* InputError */.dz(problems);
    if (manifests.some(needsCheckpointClient))
        await buildCheckpointClient(root, outDirectory);
    return built;
}
/** A flow with a Dockerfile of its own is not part of the project's image. */
function isInProjectImage(manifest) {
    return manifest.workload.dockerfile === undefined;
}
async function copyAll(root, files, targetOf) {
    let bytes = 0;
    for (const file of files) {
        const source = external_node_path_default().join(root, file);
        bytes += (await (0,promises_.stat)(source)).size;
        if (bytes > totalLimitBytes)
            throw new problem/* InputError */.dz([tooLarge(file)]);
        const target = targetOf(file);
        await (0,promises_.mkdir)(external_node_path_default().dirname(target), { recursive: true });
        await (0,promises_.copyFile)(source, target);
    }
    return bytes;
}
function tooLarge(file) {
    return {
        code: 'E_FLOW_TOO_LARGE',
        place: { file },
        message: `The files of the flow, up to this one, are larger than ${totalLimitBytes / 1024 / 1024} MiB.`,
        fix: 'Narrow `inputs`, let git ignore what tools make, or read large data at run time.',
    };
}
function outsideProblem(flow, file) {
    return {
        code: 'E_INPUT_OUTSIDE',
        place: { file: `flows/${flow}/flow.yml` },
        field: 'inputs',
        message: `${JSON.stringify(file)} is outside the flow's folder, and the project's image holds only that folder.`,
        fix: 'Give the flow an image of its own with `image: { dockerfile: Dockerfile }`, or move the file into its folder.',
    };
}


/***/ }),

/***/ 5703:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ walk)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/** Folders that hold what tools make; left out where git cannot be asked what is ignored. */
const madeByTools = new Set([
    '.git',
    '.headgate',
    'node_modules',
    '__pycache__',
    '.venv',
    'dist',
    'coverage',
]);
/** Everything under a folder that is not a folder itself, links unfollowed, as paths with `/`. */
async function walk(root) {
    const files = [];
    const open = [''];
    for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
        for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(root, folder), { withFileTypes: true })) {
            const name = node_path__WEBPACK_IMPORTED_MODULE_1___default().posix.join(folder, entry.name);
            if (!entry.isDirectory())
                files.push(name);
            else if (!madeByTools.has(entry.name))
                open.push(name);
        }
    }
    return files.sort();
}


/***/ }),

/***/ 1377:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   performBuild: () => (/* binding */ performBuild)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _adapters_local_build_build_flow_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6222);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2531);
/* harmony import */ var _sources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1299);




/** Bundles flows as the image holds them. */
async function performBuild(options, { flow, out }) {
    const { cwd, root, manifests } = await (0,_sources_js__WEBPACK_IMPORTED_MODULE_3__/* .loadSources */ .D)(options);
    const chosen = flow === undefined ? manifests.filter(_adapters_local_build_build_flow_js__WEBPACK_IMPORTED_MODULE_1__/* .isInProjectImage */ .sN) : [(0,_sources_js__WEBPACK_IMPORTED_MODULE_3__/* .flowNamed */ .y)(manifests, flow)];
    const outDirectory = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(cwd, out ?? '.headgate/out');
    const built = await (0,_adapters_local_build_build_flow_js__WEBPACK_IMPORTED_MODULE_1__/* .buildFlows */ .kR)({ root, manifests: chosen, outDirectory });
    return {
        exitCode: _core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .hS.done,
        document: { verb: 'build', out: outDirectory, flows: built.map((item) => ({ ...item })) },
        text: textOf(built, outDirectory),
    };
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
    const irregular = entries.filter(({ kind }) => kind !== 'file' && kind !== 'executable');
    const folders = foldersOf(entries);
    const paths = new Set(entries.map(({ path }) => path));
    const looked = folders.map(lookAt);
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
            ...caseProblems(folders),
            ...parsed.flatMap(({ problems }) => problems),
            ...loaded.flatMap((flow) => ('problem' in flow ? [flow.problem] : [])),
            ...flowSetProblems(flows, names),
        ],
        warnings: looked.flatMap(({ warnings }) => warnings),
    };
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
    const found = folder.entries.filter((entry) => manifestNames.some((name) => entry.path === `${path}/${name}`));
    const [first, second] = found;
    const isHidden = /^[._]/.test(folder.name) && first === undefined;
    if ((0,flow/* judgeFlowName */.x)(folder.name).kind !== 'ok' && !isHidden) {
        return { folder, problems: [(0,flow_manifest/* folderProblem */.IV)(folder.name, path)], warnings: [] };
    }
    if (first === undefined)
        return { folder, problems: [], warnings: [noManifest(path, folder)] };
    if (second === undefined) {
        const isRegular = first.kind === 'file' || first.kind === 'executable';
        return { folder, ...(isRegular ? { manifest: first } : {}), problems: [], warnings: [] };
    }
    const message = `${(0,quote/* quote */.h)(path)} has both flow.yml and flow.yaml.`;
    const problem = { code: 'E_MANIFEST_AMBIGUOUS', place: { file: path }, message, fix: 'Keep one of them.' };
    return { folder, problems: [problem], warnings: [] };
}
function noManifest(path, { entries }) {
    const other = entries.find((entry) => /^flows\/[^/]+\/[^/]*flow[^/]*\.ya?ml$/i.test(entry.path));
    const message = `${(0,quote/* quote */.h)(path)} has files but no flow.yml, so it is not a flow.`;
    const fix = other === undefined
        ? 'Add one, or move the files out of flows/.'
        : `Rename ${(0,quote/* quote */.h)(other.path)} to flow.yml.`;
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
/** Names that are one name on file systems that ignore case or normalise Unicode. */
function caseProblems(folders) {
    const firsts = new Map();
    return folders.flatMap(({ name }) => {
        const plain = name.normalize('NFC').toLowerCase();
        const first = firsts.get(plain);
        firsts.set(plain, first ?? name);
        if (first === undefined)
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
