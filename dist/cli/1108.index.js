export const id = 1108;
export const ids = [1108];
export const modules = {

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

/***/ 1108:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tryBundles: () => (/* binding */ tryBundles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _adapters_local_build_bundle_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3885);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2531);




/** What `validate` finds out where packages are installed: bundling runs nothing of them, and writes nothing. */
async function tryBundles(root, doubtful) {
    const problems = [];
    const untried = [];
    for (const doubt of doubtful) {
        const { manifest, packages } = doubt;
        if (!packages.every((name) => isInstalled(root, manifest, name)))
            untried.push(doubt);
        else
            problems.push(...(await problemsOf(root, manifest)));
    }
    return { problems, untried };
}
function isInstalled(root, { file }, name) {
    for (let folder = node_path__WEBPACK_IMPORTED_MODULE_1___default().posix.dirname(file);; folder = node_path__WEBPACK_IMPORTED_MODULE_1___default().posix.dirname(folder)) {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(root, folder, 'node_modules', name)))
            return true;
        if (folder === '.')
            return false;
    }
}
async function problemsOf(root, { name, workload }) {
    const { program } = workload;
    if (program.kind === 'command')
        return [];
    try {
        const { external = [] } = program;
        await (0,_adapters_local_build_bundle_js__WEBPACK_IMPORTED_MODULE_2__/* .bundleEntrypoint */ .f)({ root, entrypoint: node_path__WEBPACK_IMPORTED_MODULE_1___default().posix.join('flows', name, program.file), external });
        return [];
    }
    catch (error) {
        if (error instanceof _core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz)
            return error.problems;
        throw error;
    }
}


/***/ })

};
