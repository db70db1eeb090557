export const id = 2045;
export const ids = [2045];
export const modules = {

/***/ 1016:
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
// EXTERNAL MODULE: ./src/adapters/local/build/bundle.ts + 1 modules
var build_bundle = __webpack_require__(3885);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(8995);
// EXTERNAL MODULE: ./src/adapters/local/build/package-of.ts
var package_of = __webpack_require__(5804);
;// CONCATENATED MODULE: ./src/adapters/local/build/bundle-inputs.ts





function blobReader(root) {
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
    const own = names.filter((name) => (0,package_of/* packageOf */.w)(name) === undefined && !name.startsWith('../'));
    const absent = Object.entries(inputs).flatMap(([name, { imports }]) => imports.flatMap((use) => (use.external === true ? missingNames(name, use.path) : [])));
    return {
        files: await filesOf(own, readBlob),
        packages: sorted(names.flatMap((name) => (0,package_of/* packageOf */.w)(name) ?? [])),
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
        return [(0,package_of/* packageName */.o)(specifier)];
    if ((0,package_of/* packageOf */.w)(importer) !== undefined)
        return [];
    const joined = external_node_path_default().posix.join(external_node_path_default().posix.dirname(importer), specifier);
    return joined.startsWith('..') ? [] : [`./${joined}`];
}

;// CONCATENATED MODULE: ./src/adapters/local/build/checkpoint-client.ts




const packageName = '@aws-sdk/client-s3';
/** Flows that keep checkpoints in S3 load the client by name when they run: it is no part of their bundles. */
function needsCheckpointClient({ workload }) {
    return workload.environment['HEADGATE_CHECKPOINTS']?.startsWith('s3://') === true;
}
/** Puts the S3 client, as one file, where every flow of the image finds it: `<out>/node_modules/@aws-sdk/client-s3`. */
async function buildCheckpointClient(root, outDirectory) {
    const { build } = await (0,build_bundle/* loadEsbuild */.j)();
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
    const code = result.outputFiles[0]?.contents ?? new Uint8Array();
    await (0,promises_.writeFile)(external_node_path_default().join(folder, 'index.js'), code);
    const manifest = { name: packageName, main: 'index.js', type: 'commonjs' };
    await (0,promises_.writeFile)(external_node_path_default().join(folder, 'package.json'), JSON.stringify(manifest));
    return { name: packageName, code };
}
function missing() {
    return {
        code: 'E_BUNDLE',
        place: { file: 'package.json' },
        message: `A flow keeps checkpoints in S3, but the package ${packageName} is not installed.`,
        fix: `Install it: npm install ${packageName}.`,
    };
}

// EXTERNAL MODULE: ./src/adapters/local/build/flow-files.ts
var flow_files = __webpack_require__(6720);
;// CONCATENATED MODULE: ./src/adapters/local/build/lfs-pointers.ts



/** git-lfs: "pointer files must be less than 1024 bytes", and begin with the version of their format. */
const mostBytes = 1_024;
const beginning = 'version https://git-lfs.github.com/spec/';
/** Throws `InputError` where Git LFS has not brought the content: what stands there instead would run, and nobody would know. */
async function refuseLfsPointers(root, files) {
    const problems = [];
    for (const file of files)
        if (await isLfsPointer(external_node_path_default().join(root, file)))
            problems.push(problemOf(file));
    if (problems.length > 0)
        throw new problem/* InputError */.dz(problems);
}
async function isLfsPointer(file) {
    const { size } = await (0,promises_.stat)(file);
    return size < mostBytes && (await (0,promises_.readFile)(file, 'latin1')).startsWith(beginning);
}
function problemOf(file) {
    return {
        code: 'E_LFS_POINTER',
        place: { file },
        message: 'It is a pointer of Git LFS, and the content that it stands for is not here.',
        fix: 'Run `git lfs pull`; in a workflow, give `lfs: true` to actions/checkout.',
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
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
function beside(build, { code, name }) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(code).digest('hex');
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
async function buildFlow({ root, listFiles = (0,flow_files/* fileLister */.YX)(root), readBlob = blobReader(root), manifest, outDirectory, }) {
    const { name, workload, inputs } = manifest;
    const written = new WrittenFiles();
    const folder = external_node_path_default().join(outDirectory, name);
    const request = { root, listFiles, flow: name, inputs };
    if (workload.program.kind === 'command') {
        const files = await (0,flow_files/* folderFiles */.kf)(request);
        const outside = files.filter((file) => !file.startsWith(`flows/${name}/`));
        if (outside.length > 0)
            throw new problem/* InputError */.dz(outside.slice(0, 20).map((file) => outsideProblem(name, file)));
        const bytes = await copyAll({ root, outDirectory, written }, files, (file) => file.slice(flowsPrefix.length));
        return { flow: name, file: folder, bytes, build: written.build() };
    }
    const entrypoint = external_node_path_default().posix.join('flows', name, workload.program.file);
    const { external = [] } = workload.program;
    const bundle = await (0,build_bundle/* bundleEntrypoint */.f)({ root, entrypoint, external });
    await (0,promises_.mkdir)(folder, { recursive: true });
    const file = external_node_path_default().join(folder, 'index.mjs');
    await (0,promises_.writeFile)(file, bundle.code);
    await (0,promises_.writeFile)(`${file}.map`, bundle.map);
    written.add('index.mjs', bundle.code);
    written.add('index.mjs.map', bundle.map);
    const own = (await (0,flow_files/* inputFiles */.ul)(request)).filter((input) => input.startsWith(`flows/${name}/`));
    const copied = await copyAll({ root, outDirectory, written }, own, (input) => input.slice(flowsPrefix.length));
    const made = await inputsOf(bundle.inputs, { readBlob, external });
    await refuseLfsPointers(root, made.files.map((input) => input.path));
    const build = written.build(made);
    return { flow: name, file, bytes: bundle.code.length + copied, build };
}
/** Copies a `command` flow with the paths of the repository, so that `../../lib` means the same as in a checkout. */
async function snapshotFlow({ root, listFiles = (0,flow_files/* fileLister */.YX)(root), manifest, beside = [], outDirectory, }) {
    const { name, inputs } = manifest;
    const folder = external_node_path_default().join(outDirectory, 'flows', name);
    await (0,promises_.mkdir)(folder, { recursive: true });
    const files = await (0,flow_files/* folderFiles */.kf)({ root, listFiles, flow: name, inputs, beside });
    const written = new WrittenFiles();
    const bytes = await copyAll({ root, outDirectory, written }, files, (file) => file);
    return { flow: name, file: folder, bytes, build: written.build() };
}
/** Builds every flow that the project's image holds, as far as they can be built. */
async function buildFlows(request) {
    const { root, manifests, outDirectory } = request;
    const unbuilt = new Map();
    const built = [];
    const listFiles = (0,flow_files/* fileLister */.YX)(root);
    const readBlob = blobReader(root);
    for (const manifest of manifests) {
        try {
            built.push(await buildFlow({ root, listFiles, readBlob, manifest, outDirectory }));
        }
        catch (error) {
            if (!(error instanceof problem/* InputError */.dz))
                throw error;
            unbuilt.set(manifest.name, error.problems);
            await (0,promises_.rm)(external_node_path_default().join(outDirectory, manifest.name), { recursive: true, force: true });
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
        if (!(error instanceof problem/* InputError */.dz))
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


/***/ }),

/***/ 3885:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ bundleEntrypoint),
  j: () => (/* binding */ loadEsbuild)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/adapters/local/build/package-of.ts
var package_of = __webpack_require__(5804);
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
    const owner = (0,package_of/* packageOf */.w)(importer);
    const native = /^No loader is configured for "\.node" files: (.*)$/s.exec(text)?.[1];
    if (native !== undefined)
        return ownImageFix((0,package_of/* packageOf */.w)(native) ?? owner, 'holds a compiled program');
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
    const wanted = (0,package_of/* packageName */.o)(name);
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
    const { build } = await loadEsbuild();
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


/***/ }),

/***/ 6720:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YX: () => (/* binding */ fileLister),
/* harmony export */   kf: () => (/* binding */ folderFiles),
/* harmony export */   ul: () => (/* binding */ inputFiles)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1026);
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_6___default = /*#__PURE__*/__webpack_require__.n(picomatch__WEBPACK_IMPORTED_MODULE_6__);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2531);
/* harmony import */ var _atomic_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2400);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5703);







const fileLimit = 20_000;
const listLimitBytes = 16 * 1024 * 1024;
function fileLister(root) {
    let listing;
    return () => {
        listing ??= list(root);
        return listing;
    };
}
async function list(root) {
    return [...((await listByGit(root)) ?? (await (0,_walk_js__WEBPACK_IMPORTED_MODULE_5__/* .walk */ .G)(root)))].sort();
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
        const glob = node_path__WEBPACK_IMPORTED_MODULE_2___default().posix.join('flows', flow, isExclusion ? input.slice(1) : input);
        const matches = picomatch__WEBPACK_IMPORTED_MODULE_6___default()(glob, { dot: true, noextglob: true, nonegate: true });
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
    const { base } = picomatch__WEBPACK_IMPORTED_MODULE_6___default().scan(glob);
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
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz([tooMany(request.flow, sorted.length)]);
    const files = [];
    for (const file of sorted)
        if (await isRegular(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(request.root, file)))
            files.push(file);
    return files;
}
/** Links are left out: what they point to may be anywhere, and is not what the fingerprint covers. */
async function isRegular(file) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(file)).isFile();
    }
    catch (error) {
        if ((0,_atomic_files_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(error) === 'ENOENT' || (0,_atomic_files_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(error) === 'ENOTDIR')
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
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(command, argv, {
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
                reject(new _core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .RefusedError */ .fk(listProblem));
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


/***/ }),

/***/ 5804:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ packageName),
/* harmony export */   w: () => (/* binding */ packageOf)
/* harmony export */ });
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
