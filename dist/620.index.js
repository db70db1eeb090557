export const id = 620;
export const ids = [620];
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

/***/ 9620:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  localExecutor: () => (/* binding */ localExecutor)
});

// EXTERNAL MODULE: ./src/adapters/local/atomic-files.ts
var atomic_files = __webpack_require__(2400);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(4379);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ../../node_modules/picomatch/index.js
var picomatch = __webpack_require__(1026);
var picomatch_default = /*#__PURE__*/__webpack_require__.n(picomatch);
// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
;// CONCATENATED MODULE: ./src/adapters/local/build/walk.ts


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
        for (const entry of await (0,promises_.readdir)(external_node_path_default().join(root, folder), { withFileTypes: true })) {
            const name = external_node_path_default().posix.join(folder, entry.name);
            if (!entry.isDirectory())
                files.push(name);
            else if (!madeByTools.has(entry.name))
                open.push(name);
        }
    }
    return files.sort();
}

;// CONCATENATED MODULE: ./src/adapters/local/build/flow-files.ts







const fileLimit = 20_000;
const listLimitBytes = 16 * 1024 * 1024;
function flow_files_fileLister(root) {
    let listing;
    return () => {
        listing ??= list(root);
        return listing;
    };
}
async function list(root) {
    return [...((await listByGit(root)) ?? (await walk(root)))].sort();
}
/**
 * Paths, from the repository's root, of the regular files of a flow's folder and of its `inputs`, sorted. The manifest
 * is left out: what it says is deployed, and its text is not part of the fingerprint.
 */
async function folderFiles(request) {
    const folder = `flows/${request.flow}/`;
    const isManifest = (file) => file === `${folder}flow.yml` || file === `${folder}flow.yaml`;
    const { beside = [] } = request;
    const files = [
        ...filesBelow(await request.listFiles(), folder),
        ...(await matchedFiles(request)),
        ...beside,
    ];
    return regularFiles(request, files.filter((file) => !isManifest(file)));
}
/** Like `folderFiles`, but only the `inputs`. */
async function inputFiles(request) {
    return request.inputs.length === 0 ? [] : regularFiles(request, await matchedFiles(request));
}
/** In order: a later pattern with `!` takes away what earlier ones gave. The same rule as for the fingerprint. */
async function matchedFiles({ listFiles, flow, inputs }) {
    const listed = inputs.length === 0 ? [] : await listFiles();
    const matched = new Set();
    for (const input of inputs) {
        const isExclusion = input.startsWith('!');
        const glob = external_node_path_default().posix.join('flows', flow, isExclusion ? input.slice(1) : input);
        const matches = picomatch_default()(glob, { dot: true, noextglob: true, nonegate: true });
        const candidates = isExclusion ? matched : candidatesFor(glob, listed);
        for (const file of candidates) {
            if (!matches(file))
                continue;
            if (isExclusion)
                matched.delete(file);
            else
                matched.add(file);
        }
    }
    return [...matched];
}
/** Those below the folder with which a pattern begins: the others cannot match. */
function candidatesFor(glob, listed) {
    const { base } = picomatch_default().scan(glob);
    if (base === '' || base.includes('\\'))
        return listed;
    return [...filesBelow(listed, `${base}/`), ...(hasFile(listed, base) ? [base] : [])];
}
function filesBelow(listed, folder) {
    const from = firstFrom(listed, folder);
    let to = from;
    while (listed[to]?.startsWith(folder) === true)
        to += 1;
    return listed.slice(from, to);
}
function hasFile(listed, file) {
    return listed[firstFrom(listed, file)] === file;
}
/** The place of the first that is not before a text, among sorted ones. */
function firstFrom(listed, text) {
    let [from, to] = [0, listed.length];
    while (from < to) {
        const middle = (from + to) >> 1;
        if ((listed[middle] ?? '') < text)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}
async function regularFiles(request, wanted) {
    const sorted = [...new Set(wanted)].sort();
    if (sorted.length > fileLimit)
        throw new problem/* InputError */.dz([tooMany(request.flow, sorted.length)]);
    const files = [];
    for (const file of sorted)
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/core/build-record.ts
var build_record = __webpack_require__(2936);
// EXTERNAL MODULE: ./src/core/build-record-text.ts
var build_record_text = __webpack_require__(5546);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/adapters/local/build/package-of.ts
/** Of a file below `node_modules`, the package that it belongs to. */
function packageOf(file) {
    const marker = 'node_modules/';
    const at = file.lastIndexOf(marker);
    if (at === -1)
        return undefined;
    return packageName(file.slice(at + marker.length));
}
/** `@scope/name` of `@scope/name/deep/file`. */
function packageName(specifier) {
    const parts = specifier.split('/');
    return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

;// CONCATENATED MODULE: ./src/adapters/local/build/bundle-problems.ts



/** Everything that esbuild found, at once, each with its place. */
function problemsOf(error, bundling) {
    const messages = error?.errors ?? [];
    if (messages.length > 0)
        return messages.map((message) => problemOf(message, bundling));
    const text = error instanceof Error ? error.message : String(error);
    return [{ code: 'E_BUNDLE', place: { file: bundling.entrypoint }, message: text }];
}
function problemOf(message, bundling) {
    const fix = fixOf(message, bundling.root);
    return {
        code: 'E_BUNDLE',
        place: placeOf(message, bundling.entrypoint),
        message: [message.text, ...reasonsOf(message)].map(sentence).join(' '),
        ...(fix === undefined ? {} : { fix }),
    };
}
/** What esbuild says beside its message, without its advice, which is about its own options. */
function reasonsOf({ notes }) {
    return notes
        .map(({ text }) => text)
        .filter((text) => !/^You can mark the path|^Importing ".*" was ignored/.test(text))
        .map((text) => text.replace(/:$/, ''));
}
function sentence(text) {
    return /[.!?]$/.test(text) ? text : `${text}.`;
}
/** esbuild counts columns from 0. */
function placeOf({ location }, entrypoint) {
    if (location === null || location.file === 'headgate-entry.mjs')
        return { file: entrypoint };
    return { file: location.file, line: location.line, column: location.column + 1 };
}
function fixOf(message, root) {
    const { text, notes, location } = message;
    const importer = location?.file ?? '';
    const owner = packageOf(importer);
    const native = /^No loader is configured for "\.node" files: (.*)$/s.exec(text)?.[1];
    if (native !== undefined)
        return ownImageFix(packageOf(native) ?? owner, 'holds a compiled program');
    const name = /^Could not resolve "([^"]+)"/.exec(text)?.[1];
    if (name !== undefined && owner !== undefined)
        return ownImageFix(owner, `asks for ${JSON.stringify(name)}, which is not installed here`);
    if (name?.startsWith('.') === true)
        return 'Correct the path, or add the file.';
    if (notes.some((note) => /is not exported by package/.test(note.text)))
        return 'Import a path that its `exports` list; the others are not meant for you.';
    if (name !== undefined)
        return nameFix(name, external_node_path_default().posix.dirname(importer), root);
    if (text.startsWith('No loader is configured for'))
        return 'A bundle holds JavaScript, JSON and text. Read the file at run time from `inputs`, or bring an image of your own.';
    return undefined;
}
function nameFix(name, folder, root) {
    if (name.startsWith('#'))
        return `Write ${JSON.stringify(name)} under \`imports\` of the nearest package.json.`;
    if (/^[a-z]+:/.test(name))
        return 'Node.js has no module of that name: import another one.';
    const wanted = packageName(name);
    if (isInstalled(wanted, folder, root))
        return `The package ${wanted} is installed without this file. Build it, if it is one of this repository; else install again: npm ci.`;
    return `Install the package and commit the lock file: npm install ${wanted}.`;
}
/** As Node.js looks: in every `node_modules` upwards. */
function isInstalled(name, folder, root) {
    for (let at = folder;; at = external_node_path_default().posix.dirname(at)) {
        if ((0,external_node_fs_.existsSync)(external_node_path_default().join(root, at, 'node_modules', name)))
            return true;
        if (at === '.' || at === '/' || at === '')
            return false;
    }
}
function ownImageFix(name, why) {
    const what = name === undefined ? 'It' : `The package ${name}`;
    return `${what} ${why}: no bundle can hold it. Name it under \`external\`, with an image of the flow's own (\`image: { dockerfile: Dockerfile }\`) that installs it; or start the program with \`command\` there.`;
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
async function bundleEntrypoint({ root, entrypoint, external = [] }) {
    const { build } = await bundle_loadEsbuild();
    const result = await build(optionsFor({ root, entrypoint, external })).catch((error) => {
        throw new problem/* InputError */.dz(problemsOf(error, { root, entrypoint }));
    });
    const { inputs } = result.metafile ?? { inputs: {} };
    const outside = escapeProblems(Object.keys(inputs), entrypoint);
    if (outside.length > 0)
        throw new problem/* InputError */.dz(outside);
    return { code: contentsOf(result, 'index.mjs'), map: contentsOf(result, 'index.mjs.map'), inputs };
}
function optionsFor({ root, entrypoint, external = [] }) {
    return {
        absWorkingDir: root,
        stdin: { contents: entryText(entrypoint), resolveDir: root, sourcefile: entryName, loader: 'js' },
        outfile: external_node_path_default().join(root, 'index.mjs'),
        write: false,
        bundle: true,
        external: [...external],
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
async function bundle_loadEsbuild() {
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

// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(8995);
;// CONCATENATED MODULE: ./src/adapters/local/build/bundle-inputs.ts





function bundle_inputs_blobReader(root) {
    const known = new Map();
    return (file) => {
        const asked = known.get(file) ?? blobOf(external_node_path_default().join(root, file));
        known.set(file, asked);
        return asked;
    };
}
async function blobOf(file) {
    const bytes = await (0,promises_.readFile)(file).catch(() => undefined);
    if (bytes === undefined)
        return undefined;
    return (0,external_node_crypto_.createHash)('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
/** What a bundle holds, told apart by whom it comes from. */
async function inputsOf(inputs, { readBlob, external }) {
    const names = Object.keys(inputs);
    const own = names.filter((name) => packageOf(name) === undefined && !name.startsWith('../'));
    const absent = Object.entries(inputs).flatMap(([name, { imports }]) => imports.flatMap((use) => (use.external === true ? missingNames(name, use.path) : [])));
    return {
        files: await filesOf(own, readBlob),
        packages: sorted(names.flatMap((name) => packageOf(name) ?? [])),
        // What stays outside on purpose is not missed.
        absent: sorted(absent).filter((name) => !external.includes(name)),
    };
}
const sorted = (names) => [...new Set(names)].sort();
/** Without what esbuild or its plugins make: that lies nowhere. */
async function filesOf(names, readBlob) {
    // A suffix such as `?raw` is part of esbuild's name, and may be of the file's.
    const paths = sorted(names.flatMap((name) => [name, name.replace(/[?#].*$/, '')]));
    const files = [];
    for (const file of paths) {
        const blob = await readBlob(file);
        if (blob !== undefined)
            files.push({ path: file, blob });
    }
    return files;
}
/** An import that esbuild left as it was, because nothing is there; what a package lacks of its own files is its version's matter. */
function missingNames(importer, specifier) {
    // esbuild's own helpers are called `<runtime>`.
    if (/^[</]|:/.test(specifier) || (0,external_node_module_.isBuiltin)(specifier))
        return [];
    if (!specifier.startsWith('.'))
        return [packageName(specifier)];
    if (packageOf(importer) !== undefined)
        return [];
    const joined = external_node_path_default().posix.join(external_node_path_default().posix.dirname(importer), specifier);
    return joined.startsWith('..') ? [] : [`./${joined}`];
}

;// CONCATENATED MODULE: ./src/adapters/local/build/checkpoint-client.ts




const checkpoint_client_packageName = '@aws-sdk/client-s3';
/** Flows that keep checkpoints in S3 load the client by name when they run: it is no part of their bundles. */
function checkpoint_client_needsCheckpointClient({ workload }) {
    return workload.environment['HEADGATE_CHECKPOINTS']?.startsWith('s3://') === true;
}
/** Puts the S3 client, as one file, where every flow of the image finds it: `<out>/node_modules/@aws-sdk/client-s3`. */
async function checkpoint_client_buildCheckpointClient(root, outDirectory) {
    const { build } = await loadEsbuild();
    const folder = path.join(outDirectory, 'node_modules', checkpoint_client_packageName);
    const contents = `export { GetObjectCommand, PutObjectCommand, S3Client } from '${checkpoint_client_packageName}';`;
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
        throw new InputError([missing()]);
    });
    await mkdir(folder, { recursive: true });
    const code = result.outputFiles[0]?.contents ?? new Uint8Array();
    await writeFile(path.join(folder, 'index.js'), code);
    const manifest = { name: checkpoint_client_packageName, main: 'index.js', type: 'commonjs' };
    await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
    return { name: checkpoint_client_packageName, code };
}
function missing() {
    return {
        code: 'E_BUNDLE',
        place: { file: 'package.json' },
        message: `A flow keeps checkpoints in S3, but the package ${checkpoint_client_packageName} is not installed.`,
        fix: `Install it: npm install ${checkpoint_client_packageName}.`,
    };
}

;// CONCATENATED MODULE: ./src/adapters/local/build/lfs-pointers.ts



/** git-lfs: "pointer files must be less than 1024 bytes", and begin with the version of their format. */
const mostBytes = 1_024;
const beginning = 'version https://git-lfs.github.com/spec/';
/** Throws `InputError` where Git LFS has not brought the content: what stands there instead would run, and nobody would know. */
async function refuseLfsPointers(root, files) {
    const problems = [];
    for (const file of files)
        if (await isLfsPointer(external_node_path_default().join(root, file)))
            problems.push(lfs_pointers_problemOf(file));
    if (problems.length > 0)
        throw new problem/* InputError */.dz(problems);
}
async function isLfsPointer(file) {
    const { size } = await (0,promises_.stat)(file);
    return size < mostBytes && (await (0,promises_.readFile)(file, 'latin1')).startsWith(beginning);
}
function lfs_pointers_problemOf(file) {
    return {
        code: 'E_LFS_POINTER',
        place: { file },
        message: 'It is a pointer of Git LFS, and the content that it stands for is not here.',
        fix: 'Run `git lfs pull`; in a workflow, give `lfs: true` to actions/checkout.',
    };
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./src/adapters/local/build/written-files.ts



const noInputs = { files: [], packages: [], absent: [] };
/** Hashes what is written of a flow, in whatever order that is done: every file by its name, mode and bytes. */
class WrittenFiles {
    #lines = [];
    add(name, bytes) {
        this.#note(name, (0,external_node_crypto_.createHash)('sha256').update(bytes), false);
    }
    async addFile(name, { file, isExecutable }) {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file), hash);
        this.#note(name, hash, isExecutable);
    }
    #note(name, hash, isExecutable) {
        this.#lines.push(`${name}\0${isExecutable ? 'x' : ''}\0${hash.digest('hex')}`);
    }
    build(inputs = noInputs) {
        return { bundle: digestOf([...this.#lines].sort()), ...inputs };
    }
}
/** With what the flow loads by name when it runs, and what that is a package of. */
function written_files_beside(build, { code, name }) {
    const hash = createHash('sha256').update(code).digest('hex');
    const packages = [...new Set([...build.packages, name])].sort();
    return { ...build, bundle: digestOf([build.bundle, `${name}\0${hash}`]), packages };
}
function digestOf(lines) {
    return (0,external_node_crypto_.createHash)('sha256').update(lines.join('\n')).digest('hex');
}

;// CONCATENATED MODULE: ./src/adapters/local/build/build-flow.ts









const totalLimitBytes = 512 * 1024 * 1024;
const flowsPrefix = 'flows/';
/** Builds a flow as an image holds it: `<out>/<flow>/index.mjs`, or `<out>/<flow>/…` with the files of a `command` flow. */
async function buildFlow({ root, listFiles = flow_files_fileLister(root), readBlob = bundle_inputs_blobReader(root), manifest, outDirectory, }) {
    const { name, workload, inputs } = manifest;
    const written = new WrittenFiles();
    const folder = external_node_path_default().join(outDirectory, name);
    const request = { root, listFiles, flow: name, inputs };
    if (workload.program.kind === 'command') {
        const files = await folderFiles(request);
        const outside = files.filter((file) => !file.startsWith(`flows/${name}/`));
        if (outside.length > 0)
            throw new problem/* InputError */.dz(outside.slice(0, 20).map((file) => outsideProblem(name, file)));
        const bytes = await copyAll({ root, outDirectory, written }, files, (file) => file.slice(flowsPrefix.length));
        return { flow: name, file: folder, bytes, build: written.build() };
    }
    const entrypoint = external_node_path_default().posix.join('flows', name, workload.program.file);
    const { external = [] } = workload.program;
    const bundle = await bundleEntrypoint({ root, entrypoint, external });
    await (0,promises_.mkdir)(folder, { recursive: true });
    const file = external_node_path_default().join(folder, 'index.mjs');
    await (0,promises_.writeFile)(file, bundle.code);
    await (0,promises_.writeFile)(`${file}.map`, bundle.map);
    written.add('index.mjs', bundle.code);
    written.add('index.mjs.map', bundle.map);
    const own = (await inputFiles(request)).filter((input) => input.startsWith(`flows/${name}/`));
    const copied = await copyAll({ root, outDirectory, written }, own, (input) => input.slice(flowsPrefix.length));
    const made = await inputsOf(bundle.inputs, { readBlob, external });
    await refuseLfsPointers(root, made.files.map((input) => input.path));
    const build = written.build(made);
    return { flow: name, file, bytes: bundle.code.length + copied, build };
}
/** Copies a `command` flow with the paths of the repository, so that `../../lib` means the same as in a checkout. */
async function snapshotFlow({ root, listFiles = flow_files_fileLister(root), manifest, beside = [], outDirectory, }) {
    const { name, inputs } = manifest;
    const folder = external_node_path_default().join(outDirectory, 'flows', name);
    await (0,promises_.mkdir)(folder, { recursive: true });
    const files = await folderFiles({ root, listFiles, flow: name, inputs, beside });
    const written = new WrittenFiles();
    const bytes = await copyAll({ root, outDirectory, written }, files, (file) => file);
    return { flow: name, file: folder, bytes, build: written.build() };
}
/** Builds every flow that the project's image holds, as far as they can be built. */
async function buildFlows(request) {
    const { root, manifests, outDirectory } = request;
    const unbuilt = new Map();
    const built = [];
    const listFiles = fileLister(root);
    const readBlob = blobReader(root);
    for (const manifest of manifests) {
        try {
            built.push(await buildFlow({ root, listFiles, readBlob, manifest, outDirectory }));
        }
        catch (error) {
            if (!(error instanceof InputError))
                throw error;
            unbuilt.set(manifest.name, error.problems);
            await rm(path.join(outDirectory, manifest.name), { recursive: true, force: true });
        }
    }
    const needing = new Set(manifests.filter(needsCheckpointClient).map(({ name }) => name));
    if (!built.some(({ flow }) => needing.has(flow)))
        return { built, unbuilt };
    try {
        const client = await buildCheckpointClient(root, outDirectory);
        const whole = built.map((one) => needing.has(one.flow) ? { ...one, build: beside(one.build, client) } : one);
        return { built: whole, unbuilt };
    }
    catch (error) {
        if (!(error instanceof InputError))
            throw error;
        for (const flow of needing)
            if (!unbuilt.has(flow))
                unbuilt.set(flow, error.problems);
        return { built: built.filter(({ flow }) => !needing.has(flow)), unbuilt };
    }
}
/** A flow with a Dockerfile of its own is not part of the project's image. */
function isInProjectImage(manifest) {
    return manifest.workload.dockerfile === undefined;
}
/** `targetOf` gives the place below `outDirectory`. */
async function copyAll({ root, outDirectory, written }, files, targetOf) {
    await refuseLfsPointers(root, files);
    let bytes = 0;
    for (const file of files) {
        const source = external_node_path_default().join(root, file);
        const { size, mode } = await (0,promises_.stat)(source);
        bytes += size;
        if (bytes > totalLimitBytes)
            throw new problem/* InputError */.dz([tooLarge(file)]);
        const target = external_node_path_default().join(outDirectory, targetOf(file));
        await (0,promises_.mkdir)(external_node_path_default().dirname(target), { recursive: true });
        await (0,promises_.copyFile)(source, target);
        await written.addFile(targetOf(file), { file: target, isExecutable: (mode & 0o111) !== 0 });
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
    return workload.program.kind === 'command' ? snapshotFlow(request) : buildFlow(request);
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

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(6119);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
// EXTERNAL MODULE: ./src/core/json.ts
var json = __webpack_require__(7136);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./src/adapters/local/environment.ts





/** What a local attempt gets of the environment of whoever launches it. */
const inherited = ['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR'];
const fileLimitBytes = 256 * 1024;
/** `.env` of the repository: local secrets. Git ignores it. */
async function readLocalSecrets(root) {
    const bytes = await (0,atomic_files/* readBytes */.io)(external_node_path_default().join(root, '.env'), 0, fileLimitBytes + 1);
    const parsed = bytes === undefined ? {} : (0,external_node_util_.parseEnv)(textOf(bytes));
    return Object.fromEntries(Object.entries(parsed).filter((entry) => entry[1] !== undefined));
}
/** A file that is read in part, or wrongly, gives runs a part of a secret, and leaves the rest of it unredacted. */
function textOf(bytes) {
    if (bytes.length > fileLimitBytes)
        throw refused(`It has more than ${fileLimitBytes} bytes.`, 'Keep only variables in it.');
    const isUtf16 = [0xfffe, 0xfeff].includes(bytes.length < 2 ? 0 : bytes.readUInt16BE());
    if (isUtf16)
        throw refused('It is written in UTF-16.', 'Save it as UTF-8.', 0, bytes);
    if (bytes.subarray(0, 3).equals(byteOrderMark))
        throw refused('It begins with a byte order mark, which would become part of the first name.', 'Save it as UTF-8 without one.', 0, bytes);
    const nul = bytes.indexOf(0);
    if (nul !== -1)
        throw refused('It holds a NUL, which no variable can.', 'Take it out.', nul, bytes);
    if (!(0,external_node_buffer_.isUtf8)(bytes)) {
        const good = Buffer.from(new TextDecoder().decode(bytes));
        const at = bytes.findIndex((byte, index) => byte !== good[index]);
        throw refused('It holds bytes that are no UTF-8.', 'Save it as UTF-8.', Math.max(at, 0), bytes);
    }
    return bytes.toString('utf8');
}
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
function refused(message, fix, at, bytes) {
    const before = bytes?.subarray(0, at).toString('utf8').split('\n') ?? [];
    const where = at === undefined ? {} : { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    return new problem/* InputError */.dz([{ code: 'E_ENV_FILE', place: { file: '.env', ...where }, message, fix }]);
}
/** What a redactor must take out of everything that leaves: the values in `.env`. */
async function localSecretValues(root) {
    const values = Object.values(await readLocalSecrets(root));
    return [...new Set(values)].filter((value) => value !== '');
}
/** A secret that production takes from AWS must come from `.env` here: no local run reads a production secret. */
function environmentOf({ definition, secrets, launch }) {
    const { environment, secrets: declared } = definition.workload;
    const missing = Object.keys(declared).filter((name) => !Object.hasOwn(secrets, name));
    if (missing.length > 0)
        return { kind: 'missing', names: missing.sort() };
    const basis = Object.fromEntries(inherited.flatMap((name) => {
        const value = process.env[name];
        return value === undefined ? [] : [[name, value]];
    }));
    const facts = { HEADGATE_COMMIT: definition.commit, HEADGATE_FINGERPRINT: definition.fingerprint };
    return { kind: 'ok', environment: { ...basis, ...environment, ...secrets, ...facts, ...launch } };
}

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
    const verdict = environmentOf({
        definition: build.definition,
        secrets: await readLocalSecrets(place.root),
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
    const listFiles = flow_files_fileLister(root);
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
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4379);
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


/***/ }),

/***/ 5546:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ik: () => (/* binding */ recordLimitBytes),
/* harmony export */   R: () => (/* binding */ buildRecordText),
/* harmony export */   VI: () => (/* binding */ parseBuildRecord)
/* harmony export */ });
/* harmony import */ var _build_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2936);
/* harmony import */ var _flow_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2398);


/** A record as text. Flows share most of what they are made of, so that each name is written once. */
const format = 1;
/** What is longer was not written by a build of Headgate. */
const recordLimitBytes = 64 * 1_024 * 1_024;
const mostFlows = 20_000;
const mostNames = 500_000;
const longestName = 4_096;
const mostProblems = 20;
const longestText = 2_000;
function buildRecordText(record) {
    const files = new Table();
    const packages = new Table();
    const absent = new Table();
    const flows = [...record].map(([flow, build]) => [
        flow,
        (0,_build_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnbuilt */ .Q)(build)
            ? { unbuilt: build.unbuilt.slice(0, mostProblems).map(problemFields) }
            : {
                bundle: build.bundle,
                files: build.files.map(({ path, blob }) => files.indexOf(`${path}\0${blob}`)),
                packages: build.packages.map((name) => packages.indexOf(name)),
                absent: build.absent.map((name) => absent.indexOf(name)),
            },
    ]);
    const document = {
        format,
        files: files.items.map((item) => item.split('\0')),
        packages: packages.items,
        absent: absent.items,
        flows: Object.fromEntries(flows),
    };
    return `${JSON.stringify(document)}\n`;
}
class Table {
    items = [];
    #indices = new Map();
    indexOf(item) {
        const known = this.#indices.get(item);
        if (known !== undefined)
            return known;
        this.#indices.set(item, this.items.length);
        return this.items.push(item) - 1;
    }
}
/** Undefined for whatever no build of Headgate has written: to the last key. */
function parseBuildRecord(text) {
    if (text.length > recordLimitBytes)
        return undefined;
    const document = objectWith(parseJson(text), ['format', 'files', 'packages', 'absent', 'flows']);
    if (document?.['format'] !== format)
        return undefined;
    const files = listOf(document['files'], fileOf);
    const packages = listOf(document['packages'], nameOf);
    const absent = listOf(document['absent'], nameOf);
    const flows = document['flows'];
    if (files === undefined || packages === undefined || absent === undefined || !isObject(flows))
        return undefined;
    const entries = Object.entries(flows);
    if (entries.length > mostFlows)
        return undefined;
    const record = new Map();
    for (const [name, value] of entries) {
        const verdict = (0,_flow_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeFlowName */ .x)(name);
        const build = unbuiltOf(value) ?? flowOf(value, { files, packages, absent });
        if (verdict.kind !== 'ok' || build === undefined)
            return undefined;
        record.set(verdict.name, build);
    }
    return record;
}
function flowOf(value, tables) {
    const flow = objectWith(value, ['bundle', 'files', 'packages', 'absent']);
    const bundle = flow?.['bundle'];
    if (flow === undefined || typeof bundle !== 'string' || !/^[0-9a-f]{64}$/.test(bundle))
        return undefined;
    const files = itemsAt(flow['files'], tables.files);
    const packages = itemsAt(flow['packages'], tables.packages);
    const absent = itemsAt(flow['absent'], tables.absent);
    if (files === undefined || packages === undefined || absent === undefined)
        return undefined;
    return { bundle, files, packages, absent };
}
function unbuiltOf(value) {
    const problems = listOf(objectWith(value, ['unbuilt'])?.['unbuilt'], problemOf);
    return problems === undefined || problems.length === 0 || problems.length > mostProblems
        ? undefined
        : { unbuilt: problems };
}
/** Flat, so that what is read can be held to its shape in a line each. */
function problemFields({ code, message, place, fix }) {
    const short = (text) => text.slice(0, longestText);
    return [
        code,
        short(message),
        short(fix ?? ''),
        short(place?.file ?? ''),
        place?.line ?? 0,
        place?.column ?? 0,
    ];
}
function problemOf(value) {
    if (!Array.isArray(value) || value.length !== 6)
        return undefined;
    const [code, message, fix, file] = value.slice(0, 4).map(textOf);
    const [line, column] = value.slice(4).map(countOf);
    if (code === undefined || !/^E_[A-Z_]{1,60}$/.test(code))
        return undefined;
    if (message === undefined || fix === undefined || file === undefined)
        return undefined;
    if (line === undefined || column === undefined)
        return undefined;
    const at = { ...(line === 0 ? {} : { line }), ...(column === 0 ? {} : { column }) };
    return {
        code,
        message,
        ...(fix === '' ? {} : { fix }),
        ...(file === '' ? {} : { place: { file, ...at } }),
    };
}
function textOf(value) {
    return typeof value === 'string' && value.length <= longestText ? value : undefined;
}
function countOf(value) {
    return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
function itemsAt(indices, table) {
    return listOf(indices, (index) => (typeof index === 'number' ? table[index] : undefined));
}
function fileOf(value) {
    if (!Array.isArray(value) || value.length !== 2)
        return undefined;
    const path = nameOf(value[0]);
    const blob = value[1];
    if (path === undefined || typeof blob !== 'string' || !/^[0-9a-f]{40,64}$/.test(blob))
        return undefined;
    return { path, blob };
}
function nameOf(value) {
    if (typeof value !== 'string' || value === '' || value.length > longestName)
        return undefined;
    return value.includes('\0') ? undefined : value;
}
/** Undefined if one of them is not what it should be. */
function listOf(value, read) {
    if (!Array.isArray(value) || value.length > mostNames)
        return undefined;
    const items = [];
    for (const item of value) {
        const made = read(item);
        if (made === undefined)
            return undefined;
        items.push(made);
    }
    return items;
}
function objectWith(value, keys) {
    if (!isObject(value))
        return undefined;
    const isExact = Object.keys(value).length === keys.length && keys.every((key) => Object.hasOwn(value, key));
    return isExact ? value : undefined;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 2936:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ isUnbuilt)
/* harmony export */ });
function isUnbuilt(item) {
    return 'unbuilt' in item;
}


/***/ })

};
