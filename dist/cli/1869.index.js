export const id = 1869;
export const ids = [1869];
export const modules = {

/***/ 6054:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ closuresOf)
});

// EXTERNAL MODULE: ./src/core/quote.ts
var quote = __webpack_require__(1748);
// EXTERNAL MODULE: ../../node_modules/picomatch/index.js
var picomatch = __webpack_require__(1026);
var picomatch_default = /*#__PURE__*/__webpack_require__.n(picomatch);
;// CONCATENATED MODULE: ./src/flow/repository-path.ts
/** Paths of the repository: relative to its root, with `/`, without `.` or `..`. */
function folderOf(path) {
    const end = path.lastIndexOf('/');
    return end === -1 ? '' : path.slice(0, end);
}
/** Joins and tidies; undefined if it leads out of the repository. */
function joinPath(folder, relative) {
    const segments = folder === '' ? [] : folder.split('/');
    for (const segment of relative.split('/')) {
        if (segment === '' || segment === '.')
            continue;
        if (segment !== '..')
            segments.push(segment);
        else if (segments.pop() === undefined)
            return undefined;
    }
    return segments.join('/');
}
/** The folder and every one above it, the root (`''`) last. */
function foldersUp(folder) {
    const folders = [folder];
    let current = folder;
    while (current !== '') {
        current = folderOf(current);
        folders.push(current);
    }
    return folders;
}
function isUnder(folder, path) {
    return folder === '' || path.startsWith(`${folder}/`);
}

// EXTERNAL MODULE: ../../node_modules/jsonc-parser/lib/umd/main.js
var main = __webpack_require__(7415);
;// CONCATENATED MODULE: ./src/flow/read-json.ts

/** Configuration files are small; a larger one is not what its name says. */
const limitBytes = 1024 * 1024;
/** Objects of JSON files, comments allowed; `undefined` for one that is absent, too large or no object. */
async function readJsonObjects(source, paths) {
    const contents = await source.read(paths, limitBytes);
    return contents.map((content) => (content === 'too-large' ? undefined : objectOf(content)));
}
function objectOf(bytes) {
    const text = new TextDecoder().decode(bytes);
    if (deepest(text) > deepestNesting)
        return undefined;
    const value = (0,main.parse)(text, [], { allowTrailingComma: true });
    return isObject(value) ? value : undefined;
}
const deepestNesting = 200;
/** The parser recurses: what is nested deeper than any real file is not given to it. Brackets in strings only overcount. */
function deepest(text) {
    let depth = 0;
    let most = 0;
    for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
        depth += bracket === '[' || bracket === '{' ? 1 : -1;
        if (depth > most)
            most = depth;
    }
    return most;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function stringOf(value) {
    return typeof value === 'string' ? value : undefined;
}

;// CONCATENATED MODULE: ./src/flow/workspaces.ts



/** Packages in the repository itself: their names, what they export, and which of them are workspaces of the root. */
async function ownPackages(source, files) {
    const paths = [...files].filter((path) => path === 'package.json' || path.endsWith('/package.json'));
    const own = paths.filter((path) => !path.includes('node_modules/'));
    const contents = await readJsonObjects(source, own);
    const byFolder = new Map();
    own.forEach((path, index) => {
        const content = contents[index];
        const folder = folderOf(path);
        if (content !== undefined)
            byFolder.set(folder, { folder, content });
    });
    const byName = workspacesByName(byFolder);
    return {
        nearest(folder) {
            for (let current = folder;; current = folderOf(current)) {
                const found = byFolder.get(current);
                if (found !== undefined || current === '')
                    return found;
            }
        },
        workspace: (name) => byName.get(name),
    };
}
function workspacesByName(byFolder) {
    const patterns = patternsOf(byFolder.get('')?.content['workspaces']);
    if (patterns.length === 0)
        return new Map();
    const isMember = picomatch_default()(patterns, { noextglob: true });
    const byName = new Map();
    for (const [folder, found] of byFolder) {
        const name = stringOf(found.content['name']);
        if (folder !== '' && name !== undefined && isMember(folder))
            byName.set(name, found);
    }
    return byName;
}
const mostPatterns = 100;
/** A list, or the older `{ packages: [...] }`. */
function patternsOf(workspaces) {
    const written = isObject(workspaces) ? workspaces['packages'] : workspaces;
    const texts = Array.isArray(written) ? written.filter((item) => typeof item === 'string') : [];
    return texts
        .slice(0, mostPatterns)
        .map((text) => text.replace(/^\.\//, '').replace(/\/+$/, ''))
        .filter((text) => text !== '' && isBounded(text));
}
/** Each `*` multiplies the time that matching a long name may take; real patterns have one or two. */
function isBounded(glob) {
    if (glob.length > 500 || (glob.match(/\*\*/g) ?? []).length > 4)
        return false;
    return glob.split('/').every((segment) => segment === '**' || (segment.match(/[*?]/g) ?? []).length <= 4);
}

;// CONCATENATED MODULE: ./src/flow/inputs.ts




/** The files that a manifest's `inputs` name: in order, a later pattern with `!` taking away what earlier ones gave. */
function matchInputs(manifest, paths) {
    const problems = [];
    const warnings = [];
    let matched = new Set();
    manifest.inputs.forEach((text, index) => {
        const pattern = patternOf(manifest, text, `inputs[${index}]`);
        if ('code' in pattern) {
            problems.push(pattern);
            return;
        }
        const found = filesOf(pattern, paths);
        if (found.length === 0 && !pattern.isExclusion)
            warnings.push(emptyWarning(manifest, text, pattern.field));
        const excluded = new Set(pattern.isExclusion ? found : []);
        matched = new Set([...matched, ...(pattern.isExclusion ? [] : found)].filter((path) => !excluded.has(path)));
    });
    return { paths: [...matched], problems, warnings };
}
function patternOf(manifest, text, field) {
    const isExclusion = text.startsWith('!');
    const written = isExclusion ? text.slice(1) : text;
    const place = { file: manifest.file };
    const steps = /^(?:\.{1,2}\/+)*/.exec(written)?.[0] ?? '';
    const rest = written.slice(steps.length);
    const isStraight = !/(?:^|[/{,(|])\.\.(?:$|[/},)|])/.test(rest) && !/^[/\\~]/.test(written);
    const folder = joinPath(folderOf(manifest.file), steps);
    if (folder === undefined || !isStraight) {
        return {
            code: 'E_PATH_ESCAPE',
            place,
            field,
            message: `${(0,quote/* quote */.h)(text)} may lead out of the repository.`,
            fix: "Start it from the flow's folder, with `../` only at its beginning.",
        };
    }
    if (!isBounded(rest)) {
        return {
            code: 'E_GLOB',
            place,
            field,
            message: `${(0,quote/* quote */.h)(text)} has too many wildcards.`,
            fix: 'Write several simpler patterns: at most four `**`, and four `*` between two slashes.',
        };
    }
    // The folder is text, not a pattern: its characters must not mean anything.
    const literal = folder.replaceAll(/[\\*?[\]{}()!+@^$|"']/g, '\\$&');
    return { glob: literal === '' ? rest : `${literal}/${rest}`, isExclusion, field };
}
function filesOf({ glob }, paths) {
    const scanned = picomatch_default().scan(glob);
    const base = scanned.base.includes('\\') ? '' : scanned.base;
    const matches = picomatch_default()(glob, { dot: true, noextglob: true, nonegate: true });
    return paths.filter((path) => (base === '' || isUnder(base, path) || path === base) && matches(path));
}
function emptyWarning(manifest, text, field) {
    return {
        code: 'W_INPUTS_EMPTY',
        place: { file: manifest.file },
        field,
        message: `${(0,quote/* quote */.h)(text)} matches no file of the repository.`,
        fix: "Globs start from the flow's folder.",
    };
}

;// CONCATENATED MODULE: ./src/flow/lockfile.ts



/** Lock files that list what each package needs, so that the part which a flow uses can be told. */
const exactNames = ['package-lock.json', 'npm-shrinkwrap.json'];
const otherNames = ['yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb'];
/** Lock files of other languages, which count when they lie in the flow's folder. */
const folderLocks = [
    ...exactNames,
    ...otherNames,
    'requirements.txt',
    'poetry.lock',
    'uv.lock',
    'Pipfile.lock',
];
const lockLimitBytes = 64 * 1024 * 1024;
/** The lock files that these folders fall under, each read once. */
async function loadLocks(source, blobs, folders) {
    const above = new Set([...new Set(folders)].flatMap(foldersUp));
    const byFolder = new Map();
    for (const folder of above) {
        const lock = await loadLock(source, blobs, folder);
        if (lock !== undefined)
            byFolder.set(folder, lock);
    }
    const cache = new Map();
    return {
        of(uses) {
            const key = uses
                .map(({ folder, name, isCertain }) => `${folder}\0${name}\0${isCertain}`)
                .sort()
                .join('\n');
            const known = cache.get(key) ?? lockedPackages(uses, byFolder);
            cache.set(key, known);
            return known;
        },
    };
}
async function loadLock(source, blobs, folder) {
    const path = [...exactNames, ...otherNames]
        .map((name) => (folder === '' ? name : `${folder}/${name}`))
        .find((name) => blobs.has(name));
    if (path === undefined)
        return undefined;
    const whole = { kind: 'whole', line: `${path} ${blobs.get(path)}` };
    if (!exactNames.some((name) => path.endsWith(name)))
        return whole;
    const [content] = await source.read([path], lockLimitBytes);
    const packages = content === undefined || content === 'too-large' ? undefined : readLock(content);
    return packages === undefined ? whole : { kind: 'exact', packages };
}
/** Undefined for version 1, whose list of packages is another one, and for what is no lock file at all. */
function readLock(bytes) {
    let lock;
    try {
        lock = JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        return undefined;
    }
    const packages = isObject(lock) ? lock['packages'] : undefined;
    if (!isObject(packages))
        return undefined;
    return new Map(Object.entries(packages).flatMap(([location, entry]) => isObject(entry) ? [[location, lockedOf(location, entry)]] : []));
}
function lockedOf(location, entry) {
    const name = stringOf(entry['name']) ?? location.slice(location.lastIndexOf('node_modules/') + 13);
    const proof = stringOf(entry['integrity']) ?? stringOf(entry['resolved']) ?? '';
    const needs = ['dependencies', 'optionalDependencies', 'peerDependencies'].flatMap((key) => {
        const written = entry[key];
        return isObject(written) ? Object.keys(written) : [];
    });
    return {
        label: `${name}@${stringOf(entry['version']) ?? ''} ${proof}`,
        needs,
        isLink: entry['link'] === true,
    };
}
function lockedPackages(uses, byFolder) {
    const lines = new Set();
    const warnings = [];
    const seen = new Map();
    for (const use of uses) {
        const found = findLock(use, byFolder);
        if (found === undefined) {
            lines.add(`${use.name}@`);
            if (use.isCertain)
                warnings.push(unlockedWarning(use));
        }
        else if (found.lock.kind === 'whole')
            lines.add(found.lock.line);
        else {
            const visited = seen.get(found.lock) ?? new Set();
            seen.set(found.lock, visited);
            collect(found.lock.packages, found.location, { visited, lines });
        }
    }
    return { packages: [...lines].sort(), warnings };
}
/** The nearest lock file upwards that knows the package. */
function findLock(use, byFolder) {
    for (const folder of foldersUp(use.folder)) {
        const lock = byFolder.get(folder);
        if (lock === undefined)
            continue;
        if (lock.kind === 'whole')
            return { lock, location: '' };
        const inside = folder === '' ? use.folder : use.folder.slice(folder.length + 1);
        const location = locate(lock.packages, inside, use.name);
        if (location !== undefined)
            return { lock, location };
    }
    return undefined;
}
/** Where Node.js finds the package from a location: in the nearest `node_modules` upwards. */
function locate(packages, from, name) {
    for (const folder of foldersUp(from)) {
        if (folder.endsWith('/node_modules') || folder === 'node_modules')
            continue;
        const location = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
        if (packages.has(location))
            return location;
    }
    return undefined;
}
function collect(packages, start, { visited, lines }) {
    const waiting = [start];
    for (let location = waiting.pop(); location !== undefined; location = waiting.pop()) {
        if (visited.has(location))
            continue;
        visited.add(location);
        const locked = packages.get(location);
        if (locked === undefined)
            continue;
        lines.add(locked.label);
        for (const name of locked.needs) {
            const next = locate(packages, location, name);
            if (next !== undefined)
                waiting.push(next);
        }
    }
}
function unlockedWarning({ folder, name }) {
    return {
        code: 'W_PACKAGE_UNLOCKED',
        place: { file: folder === '' ? 'package.json' : folder },
        message: `No lock file lists the package ${(0,quote/* quote */.h)(name)} that is imported here, so an update of it redeploys nothing.`,
        fix: 'Add it with `npm install`, and commit the lock file.',
    };
}

// EXTERNAL MODULE: ../../node_modules/es-module-lexer/dist/lexer.js
var lexer = __webpack_require__(708);
;// CONCATENATED MODULE: ./src/flow/imports.ts

const codePattern = /\.[cm]?[jt]sx?$/;
const declarationPattern = /\.d\.[cm]?ts$/;
function isCode(path) {
    return codePattern.test(path) && !declarationPattern.test(path);
}
/** Loads the lexer; once is enough. */
async function prepareImports() {
    await (0,lexer/* init */.T)();
}
/** Without any of these words a text asks for nothing. */
const asking = ['import', 'require', 'from'];
/** The modules that a TypeScript or JavaScript text asks for when it runs. Type-only imports are not among them. */
function importsOf(path, text) {
    if (!asking.some((word) => text.includes(word)))
        return [];
    const lexed = lex(path, text);
    if (lexed === undefined)
        return [...searchStatic(text), ...searchCalls(text)];
    const found = text.includes('require') ? [...lexed, ...search(text, requirePattern, 'require')] : lexed;
    // The lexer takes an apostrophe in the text of an element for the start of a string, which may hide a call.
    return path.endsWith('x') ? [...found, ...searchCalls(text)] : found;
}
function lex(path, text) {
    try {
        const [imports] = (0,lexer/* parse */.q)(text);
        const isTyped = isTypeScript(path);
        const file = { text, isTyped, namesTypes: isTyped && text.includes('type ') };
        return imports.flatMap((found) => useOf(found, file) ?? []);
    }
    catch {
        return undefined;
    }
}
function useOf(found, { text, isTyped, namesTypes }) {
    if (found.type === 'import-meta')
        return undefined;
    const base = { offset: found.importStart, isCertain: true, isInlineTypeOnly: false };
    if (found.type === 'dynamic') {
        if (found.probablyTypeOnly && isTyped)
            return undefined;
        if (found.specifier === undefined)
            return computedUse(text.slice(found.dynamicStart, found.importEnd), base);
        return { ...base, kind: found.glob ? 'glob' : 'dynamic', specifier: found.specifier };
    }
    if (found.typeOnly)
        return undefined;
    const isInlineTypeOnly = namesTypes && namesOnlyTypes(text.slice(found.importStart, found.start));
    return {
        kind: 'static',
        specifier: found.specifier,
        offset: found.importStart,
        isCertain: true,
        isInlineTypeOnly,
    };
}
function isTypeScript(path) {
    return /\.[cm]?tsx?$/.test(path);
}
function namesOnlyTypes(statement) {
    const names = /^(?:import|export)\s*\{([^}]*)\}/.exec(statement)?.[1];
    if (names === undefined || names.includes('/'))
        return false;
    const listed = names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '');
    return listed.length > 0 && listed.every((name) => /^type\s+(?!as\s+\w+$)\S/.test(name));
}
/** `import('./steps/' + name)`: what it can reach is known up to the first thing that is not a literal. */
function computedUse(argument, base) {
    const prefix = /^\(\s{0,200}(['"`])(\.{1,2}\/[^'"`\n$]*)\1\s{0,200}\+/.exec(argument)?.[2];
    if (prefix === undefined)
        return { ...base, kind: 'computed', specifier: '' };
    return { ...base, kind: 'glob', specifier: `${prefix}*` };
}
/** White space is bounded: an unbounded search is quadratic on hostile text. */
const requirePattern = /(?<!\bimport\s{1,20}type\s{1,20}[\w$]{1,100}\s{0,20}=\s{0,20})\brequire\s{0,50}\(\s{0,200}(['"`])([^'"`\n$]{1,1000})\1\s{0,200}[,)]/g;
const dynamicPattern = /\bimport\s{0,50}\(\s{0,200}(?:\/\*[^*]{0,500}\*\/\s{0,200})?(['"`])([^'"`\n$]{1,1000})\1/g;
const fromPattern = /\bfrom\s{0,200}(['"])([^'"\n]{1,1000})\1/g;
const effectPattern = /\bimport\s{0,200}(['"])([^'"\n]{1,1000})\1/g;
function searchCalls(text) {
    return [...search(text, dynamicPattern, 'dynamic'), ...search(text, requirePattern, 'require')];
}
function searchStatic(text) {
    return [...search(text, fromPattern, 'static'), ...search(text, effectPattern, 'static')];
}
function search(text, pattern, kind) {
    return Array.from(text.matchAll(pattern), (match) => ({
        kind,
        specifier: match[2] ?? '',
        offset: match.index,
        isCertain: false,
        isInlineTypeOnly: false,
    }));
}
/** From 1. */
function lineAt(text, offset) {
    let line = 1;
    for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1))
        line += 1;
    return line;
}

;// CONCATENATED MODULE: ./src/flow/resolve-package.ts

/** `@scope/name/part` → the package and what is asked of it (`.`, `./part`). */
function splitSpecifier(specifier) {
    const segments = specifier.split('/');
    const count = specifier.startsWith('@') ? 2 : 1;
    const rest = segments.slice(count).join('/');
    return { name: segments.slice(0, count).join('/'), subpath: rest === '' ? '.' : `./${rest}` };
}
const deepestConditions = 16;
/**
 * Every file that an `exports` or `imports` field can lead to, whatever the condition: which one is taken depends on
 * who asks, and taking all can only redeploy once too often.
 */
function mappedTargets(field, key) {
    if (!isObject(field) || !hasSubpaths(field))
        return key === '.' ? flatten(field, '', 0) : [];
    if (key in field)
        return flatten(field[key], '', 0);
    const match = bestPattern(Object.keys(field), key);
    return match === undefined ? [] : flatten(field[match.pattern], match.rest, 0);
}
function hasSubpaths(field) {
    return Object.keys(field).some((key) => key.startsWith('.') || key.startsWith('#'));
}
/** The pattern with the longest text before its `*`, and what the `*` stands for. */
function bestPattern(patterns, text) {
    let best;
    for (const pattern of patterns) {
        const star = pattern.indexOf('*');
        if (star === -1)
            continue;
        const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
        const fits = text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after);
        if (!fits || (best !== undefined && best.length >= before.length))
            continue;
        best = { pattern, rest: text.slice(before.length, text.length - after.length), length: before.length };
    }
    return best;
}
function flatten(target, star, depth) {
    if (depth > deepestConditions)
        return [];
    if (typeof target === 'string')
        return [target.replaceAll('*', star)];
    const inner = Array.isArray(target) ? target : isObject(target) ? withoutTypes(target) : [];
    return inner.flatMap((item) => flatten(item, star, depth + 1));
}
function withoutTypes(conditions) {
    return Object.entries(conditions).flatMap(([condition, target]) => (condition === 'types' ? [] : [target]));
}
/** Where a package leads that is taken from its folder: by `exports`, or by the older fields. */
function packageTargets(content, subpath) {
    if (content['exports'] !== undefined)
        return mappedTargets(content['exports'], subpath);
    if (subpath !== '.')
        return [subpath];
    const fields = ['module', 'main'].flatMap((key) => stringOf(content[key]) ?? []);
    return [...fields.map((field) => (field.startsWith('./') ? field : `./${field}`)), './index'];
}
const builtins = new Set(('assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain ' +
    'events fs http http2 https inspector module net os path perf_hooks process punycode querystring readline repl ' +
    'stream string_decoder sys timers tls trace_events tty url util v8 vm wasi worker_threads zlib').split(' '));
function isBuiltin(specifier) {
    return specifier.startsWith('node:') || builtins.has(specifier.split('/')[0] ?? '');
}

;// CONCATENATED MODULE: ./src/flow/resolve.ts



/** The order in which esbuild tries them, then the rest of what TypeScript knows. */
const extensions = ['.tsx', '.ts', '.jsx', '.js', '.css', '.json', '.mts', '.cts', '.mjs', '.cjs'];
const declarations = ['.d.ts', '.d.mts', '.d.cts'];
/** TypeScript lets people write the name that a file has after compilation. */
const compiled = {
    js: ['ts', 'tsx', 'd.ts'],
    jsx: ['tsx', 'ts', 'd.ts'],
    mjs: ['mts', 'd.mts'],
    cjs: ['cts', 'd.cts'],
};
const nothing = { kind: 'nothing' };
function resolver(input) {
    const cache = new Map();
    return {
        resolve(importer, specifier) {
            const folder = folderOf(importer);
            const key = `${folder}\0${specifier}`;
            const known = cache.get(key) ?? resolveFrom(input, folder, specifier);
            cache.set(key, known);
            return known;
        },
        resolveGlob(importer, pattern) {
            const whole = /^\.{1,2}\//.test(pattern) ? joinPath(folderOf(importer), pattern) : undefined;
            if (whole === undefined)
                return [];
            const pieces = whole.split('*');
            return [...input.files].filter((path) => fits(path, pieces));
        },
    };
}
/** Whether the text is these pieces with anything between them. */
function fits(text, pieces) {
    const [first = '', ...rest] = pieces;
    const last = rest.pop() ?? '';
    if (!text.startsWith(first) || !text.endsWith(last))
        return false;
    let at = first.length;
    for (const piece of rest) {
        const found = text.indexOf(piece, at);
        if (found === -1)
            return false;
        at = found + piece.length;
    }
    return at <= text.length - last.length;
}
function resolveFrom(input, folder, written) {
    const specifier = written.replace(/[?#](?!$).*$/, (rest) => (written.startsWith('#') ? rest : ''));
    if (/^\.{1,2}(?:\/|$)/.test(specifier))
        return resolveRelative(input, folder, specifier);
    if (/^[a-z][a-z0-9+.-]*:/i.test(specifier) || specifier === '')
        return nothing;
    if (specifier.startsWith('/')) {
        return { kind: 'unresolved', why: 'it is an absolute path, which no other machine has' };
    }
    if (specifier.startsWith('#'))
        return resolveInternal(input, folder, specifier);
    return (byTsconfig(input, folder, specifier) ??
        (isBuiltin(specifier) ? nothing : undefined) ??
        byOwnPackage(input, folder, specifier) ?? { kind: 'package', name: splitSpecifier(specifier).name });
}
function resolveRelative(input, folder, specifier) {
    const target = joinPath(folder, specifier);
    if (target === undefined)
        return { kind: 'unresolved', why: 'it leads out of the repository' };
    return (fileAt(input, target, specifier.endsWith('/')) ?? {
        kind: 'unresolved',
        why: 'there is no such file, with or without the usual extensions',
    });
}
/** A file, by its name as written, as compiled, without its extension, or a folder's index. */
function fileAt(input, target, isFolder = false) {
    const found = isFolder || target === '' ? undefined : nameOf(input.files, target);
    if (found !== undefined)
        return isDeclaration(found) ? nothing : { kind: 'files', paths: [found] };
    return mainAt(input, target) ?? indexAt(input.files, target);
}
function isDeclaration(path) {
    return path.endsWith('ts') && /\.d\.[cm]?ts$/.test(path);
}
function nameOf(files, target) {
    if (files.has(target))
        return target;
    for (const extension of extensions)
        if (files.has(target + extension))
            return target + extension;
    return sourceNames(target).find((name) => files.has(name));
}
function mainAt(input, target) {
    if (target === '' || !input.files.has(`${target}/package.json`))
        return undefined;
    const own = input.packages.nearest(target);
    return own?.folder === target ? mainOf(input, own) : undefined;
}
function indexAt(files, target) {
    const inside = target === '' ? '' : `${target}/`;
    const index = extensions.map((extension) => `${inside}index${extension}`).find((name) => files.has(name));
    if (index !== undefined)
        return { kind: 'files', paths: [index] };
    const typed = declarations.flatMap((extension) => [target + extension, `${inside}index${extension}`]);
    return typed.some((name) => files.has(name)) ? nothing : undefined;
}
function sourceNames(target) {
    const match = /^(.+)\.([cm]?jsx?)$/.exec(target);
    return match === null
        ? []
        : (compiled[match[2] ?? ''] ?? []).map((extension) => `${match[1]}.${extension}`);
}
function mainOf(input, own) {
    const paths = ['module', 'main'].flatMap((key) => {
        const field = own.content[key];
        const target = typeof field === 'string' ? joinPath(own.folder, field) : undefined;
        const found = target === undefined || target === own.folder ? undefined : fileAt(input, target);
        return found?.kind === 'files' ? found.paths : [];
    });
    return paths.length === 0 ? undefined : { kind: 'files', paths: [...new Set(paths)] };
}
function byTsconfig(input, folder, specifier) {
    const { paths, baseUrl } = input.tsconfigOf(folder);
    const pattern = paths.has(specifier)
        ? { pattern: specifier, rest: '' }
        : bestPattern([...paths.keys()], specifier);
    const mapped = pattern === undefined ? [] : (paths.get(pattern.pattern) ?? []);
    const targets = mapped.map((target) => target.replace('*', pattern?.rest ?? ''));
    if (baseUrl !== undefined)
        targets.push(joinPath(baseUrl, specifier) ?? '');
    for (const target of targets) {
        const found = target === '' ? undefined : fileAt(input, target);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/** A workspace of the repository, or the package that the importing file belongs to, asked for by its name. */
function byOwnPackage(input, folder, specifier) {
    const { name, subpath } = splitSpecifier(specifier);
    const nearest = input.packages.nearest(folder);
    const isSelf = nearest?.content['name'] === name && nearest.content['exports'] !== undefined;
    const own = isSelf ? nearest : input.packages.workspace(name);
    if (own === undefined)
        return undefined;
    return inPackage(input, own, packageTargets(own.content, subpath));
}
function resolveInternal(input, folder, specifier) {
    const nearest = input.packages.nearest(folder);
    const targets = nearest === undefined ? [] : mappedTargets(nearest.content['imports'], specifier);
    const [first] = targets;
    if (nearest === undefined || first === undefined) {
        return { kind: 'unresolved', why: 'the nearest `package.json` has no such entry in `imports`' };
    }
    if (first.startsWith('.'))
        return inPackage(input, nearest, targets);
    return isBuiltin(first) ? nothing : { kind: 'package', name: splitSpecifier(first).name };
}
/**
 * What a package's own fields lead to. They often name compiled files that are not in git: then any code of the
 * package may be what runs.
 */
function inPackage(input, own, targets) {
    const paths = targets.flatMap((target) => {
        const place = joinPath(own.folder, target);
        const found = place === undefined ? undefined : fileAt(input, place);
        return found?.kind === 'files' ? found.paths : [];
    });
    if (paths.length > 0)
        return { kind: 'files', paths: [...new Set(paths)] };
    const all = [...input.files].filter((path) => isUnder(own.folder, path) && isCode(path) && !path.includes('node_modules/'));
    return all.length > 0 && own.folder !== ''
        ? { kind: 'files', paths: all }
        : { kind: 'unresolved', why: 'its `package.json` leads to no file of the repository' };
}

// EXTERNAL MODULE: ./src/core/json.ts
var json = __webpack_require__(7136);
;// CONCATENATED MODULE: ./src/flow/tsconfig.ts



const none = { paths: new Map(), keepsTypeOnlyStatements: false, output: '' };
/** The options that esbuild takes from a `tsconfig.json`, besides those that only lead imports. */
const outputOptions = [
    'alwaysStrict',
    'emitDecoratorMetadata',
    'experimentalDecorators',
    'importsNotUsedAsValues',
    'jsx',
    'jsxFactory',
    'jsxFragmentFactory',
    'jsxImportSource',
    'preserveValueImports',
    'strict',
    'target',
    'useDefineForClassFields',
    'verbatimModuleSyntax',
];
const longestChain = 16;
/** Stands for the folder of the file that extends, since TypeScript 5.5. */
const leafMark = '$' + '{configDir}';
/** The nearest `tsconfig.json` (or `jsconfig.json`) upwards counts, as editors and bundlers have it. */
function tsconfigs(source, files) {
    const byFolder = new Map();
    const byFile = new Map();
    const nearest = (folder) => {
        if (byFolder.has(folder))
            return byFolder.get(folder);
        const own = ['tsconfig.json', 'jsconfig.json']
            .map((name) => (folder === '' ? name : `${folder}/${name}`))
            .find((path) => files.has(path));
        const found = own ?? (folder === '' ? undefined : nearest(folderOf(folder)));
        byFolder.set(folder, found);
        return found;
    };
    return {
        async prepare(folders) {
            for (const folder of folders) {
                const path = nearest(folder);
                if (path !== undefined && !byFile.has(path))
                    byFile.set(path, await load(source, files, path));
            }
        },
        of: (folder) => byFile.get(nearest(folder) ?? '') ?? none,
    };
}
async function load(source, files, leaf) {
    const chain = [];
    const waiting = [leaf];
    while (waiting.length > 0 && chain.length < longestChain) {
        const path = waiting.shift() ?? '';
        if (chain.some((written) => written.path === path))
            continue;
        const [content] = await readJsonObjects(source, [path]);
        if (content === undefined)
            continue;
        chain.push({ path, content });
        // Of several, the last one wins; the chain is ordered from the strongest to the weakest.
        waiting.unshift(...extendedBy(path, content, files).reverse());
    }
    return merge(chain, folderOf(leaf));
}
/** Files of the repository only: what a package brings holds options, not paths of ours. */
function extendedBy(path, content, files) {
    const written = Array.isArray(content['extends']) ? content['extends'] : [content['extends']];
    return written.flatMap((item) => {
        const text = stringOf(item);
        if (text === undefined || !/^\.{0,2}\//.test(text))
            return [];
        const target = joinPath(folderOf(path), text);
        if (target === undefined)
            return [];
        return [target, `${target}.json`, `${target}/tsconfig.json`]
            .filter((name) => files.has(name))
            .slice(0, 1);
    });
}
function merge(chain, leafFolder) {
    const options = (written) => {
        const found = written.content['compilerOptions'];
        return isObject(found) ? found : {};
    };
    const holderOf = (key) => chain.find((written) => key in options(written));
    const place = (holder, text) => text.startsWith(leafMark)
        ? joinPath(leafFolder, text.slice(leafMark.length))
        : joinPath(folderOf(holder.path), text);
    const baseHolder = holderOf('baseUrl');
    const baseText = baseHolder === undefined ? undefined : stringOf(options(baseHolder)['baseUrl']);
    const baseUrl = baseHolder === undefined || baseText === undefined ? undefined : place(baseHolder, baseText);
    const pathHolder = holderOf('paths');
    const written = pathHolder === undefined ? undefined : options(pathHolder)['paths'];
    const paths = new Map();
    for (const [pattern, targets] of Object.entries(isObject(written) ? written : {})) {
        if (pathHolder === undefined || !Array.isArray(targets))
            continue;
        const texts = targets.filter((target) => typeof target === 'string');
        const isFromBase = baseUrl !== undefined;
        paths.set(pattern, texts.flatMap((text) => (isFromBase ? joinPath(baseUrl, text) : place(pathHolder, text)) ?? []));
    }
    const effective = outputOptions.flatMap((key) => {
        const value = chain.map((item) => options(item)[key]).find((item) => item !== undefined);
        return value === undefined ? [] : [[key, value]];
    });
    return {
        ...(baseUrl === undefined ? {} : { baseUrl }),
        paths,
        keepsTypeOnlyStatements: effective.some(([key, value]) => key === 'verbatimModuleSyntax' && value === true),
        output: effective.length === 0 ? '' : (0,json/* canonicalJson */.d)(Object.fromEntries(effective)),
    };
}

;// CONCATENATED MODULE: ./src/flow/module-graph.ts






/** Larger files are bundles or data; reading one costs more than it tells. */
const codeLimitBytes = 4 * 1024 * 1024;
/** Every module that can be reached from the entries, each read once. */
async function moduleGraph(source, files, entries) {
    await prepareImports();
    const context = await contextOf(source, files);
    const modules = new Map();
    const waiting = [];
    const discover = (path) => {
        if (modules.has(path) || !files.has(path))
            return;
        modules.set(path, leaf);
        if (isCode(path))
            waiting.push(path);
    };
    for (const entry of entries)
        discover(entry);
    let reading = startReading(source, waiting);
    while (reading !== undefined) {
        const { paths, contents } = await reading;
        // While these are looked through, the next ones are on their way.
        const next = startReading(source, waiting);
        await context.tsconfigs.prepare(new Set(paths.map(folderOf)));
        paths.forEach((path, index) => {
            const module = moduleOf(context, path, contents[index] ?? 'too-large');
            modules.set(path, module);
            module.targets.forEach(discover);
        });
        reading = next ?? startReading(source, waiting);
    }
    return { modules, problems: context.problems, warnings: context.warnings };
}
/** As much as fits into what the system holds for a process that is busy with the files before. */
const readAtOnce = 128;
function startReading(source, waiting) {
    if (waiting.length === 0)
        return undefined;
    const paths = waiting.splice(0, readAtOnce);
    const reading = source.read(paths, codeLimitBytes).then((contents) => ({ paths, contents }));
    // A failure is met where it is awaited, even if the files before fail first.
    reading.catch(() => undefined);
    return reading;
}
const leaf = { targets: [], uses: [], settings: [] };
async function contextOf(source, files) {
    const packages = await ownPackages(source, files);
    const configs = tsconfigs(source, files);
    return {
        resolver: resolver({ files, packages, tsconfigOf: configs.of }),
        tsconfigs: configs,
        packages,
        problems: [],
        warnings: [],
        settings: new Map(),
    };
}
function moduleOf(context, path, content) {
    if (content === 'too-large') {
        context.warnings.push({
            code: 'W_FILE_TOO_LARGE',
            place: { file: path },
            message: `The file is larger than ${codeLimitBytes / 1024 / 1024} MiB: what it imports is not known.`,
            fix: "Name what it needs in the flow's `inputs`.",
        });
        return leaf;
    }
    const text = new TextDecoder().decode(content);
    const targets = new Set();
    const uses = new Map();
    const folder = folderOf(path);
    const keepsTypeOnly = context.tsconfigs.of(folder).keepsTypeOnlyStatements;
    for (const use of importsOf(path, text)) {
        if (use.isInlineTypeOnly && !keepsTypeOnly)
            continue;
        for (const target of follow(context, { path, text, use, uses }))
            targets.add(target);
    }
    targets.delete(path);
    return { targets: [...targets], uses: [...uses.values()], settings: settingsOf(context, folder) };
}
function follow(context, { path, text, use, uses }) {
    if (use.kind === 'computed') {
        context.warnings.push(computedWarning(path, lineAt(text, use.offset)));
        return [];
    }
    if (use.kind === 'glob') {
        const reached = context.resolver.resolveGlob(path, use.specifier);
        if (reached.length === 0)
            context.warnings.push(computedWarning(path, lineAt(text, use.offset)));
        return reached;
    }
    const found = context.resolver.resolve(path, use.specifier);
    if (found.kind === 'files')
        return found.paths;
    if (found.kind === 'package') {
        const known = uses.get(found.name);
        uses.set(found.name, {
            folder: folderOf(path),
            name: found.name,
            isCertain: use.isCertain || (known?.isCertain ?? false),
        });
    }
    if (found.kind === 'unresolved' && use.isCertain) {
        context.problems.push({
            code: 'E_IMPORT',
            place: { file: path, line: lineAt(text, use.offset) },
            message: `The import of ${(0,quote/* quote */.h)(use.specifier, 120)} leads nowhere: ${found.why}.`,
            fix: 'Correct the path, or commit the file that it names.',
        });
    }
    return [];
}
function computedWarning(file, line) {
    return {
        code: 'W_DYNAMIC_IMPORT',
        place: { file, line },
        message: 'What this `import(…)` loads is only known when it runs, so a change of it redeploys nothing.',
        fix: "Write the path as a literal, or name the files in the flow's `inputs`.",
    };
}
/** `package.json` decides by `type` how a file is read, and by `sideEffects` what may be left out of a bundle. */
function settingsOf(context, folder) {
    const known = context.settings.get(folder);
    if (known !== undefined)
        return known;
    const made = readSettings(context, folder);
    // Folders with the same settings share one list, so that lists can be told apart by what they are.
    const key = `\0${made.join('\0')}`;
    const shared = context.settings.get(key) ?? made;
    context.settings.set(key, shared);
    context.settings.set(folder, shared);
    return shared;
}
function readSettings(context, folder) {
    const { output } = context.tsconfigs.of(folder);
    const content = context.packages.nearest(folder)?.content ?? {};
    const fields = ['type', 'sideEffects'].filter((key) => content[key] !== undefined);
    const written = fields.map((key) => `package.json ${key} ${JSON.stringify(content[key])}`);
    return [...written, ...(output === '' ? [] : [`tsconfig.json ${output}`])].sort();
}

;// CONCATENATED MODULE: ./src/flow/reach.ts
/**
 * Answers for one entry after the other what it reaches: the shortest ways, which are the best explanations. There
 * can be a thousand entries, each reaching a hundred files, so the search works on numbers.
 */
function reacher(graph, factsOf) {
    const paths = [...graph.modules.keys()].sort();
    const ids = new Map(paths.map((path, id) => [path, id]));
    const nodes = paths.map((path) => {
        const module = graph.modules.get(path) ?? { targets: [], uses: [], settings: [] };
        return { path, module, targets: module.targets.flatMap((target) => ids.get(target) ?? []) };
    });
    const facts = paths.map(factsOf);
    const round = new Uint32Array(nodes.length);
    const parents = new Int32Array(nodes.length);
    let current = 0;
    return (entry) => {
        const start = ids.get(entry);
        if (start === undefined)
            return { files: new Map(), uses: [], settings: [] };
        current += 1;
        const reached = reach_search(nodes, start, { round, parents, current });
        return {
            files: reach_filesOf(nodes, facts, { reached, parents }),
            uses: usesOf(nodes, reached),
            settings: reach_settingsOf(nodes, reached),
        };
    };
}
function reach_search(nodes, start, { round, parents, current }) {
    const queue = [start];
    round[start] = current;
    parents[start] = -1;
    for (let at = 0; at < queue.length; at += 1) {
        const id = queue[at] ?? 0;
        for (const target of nodes[id]?.targets ?? []) {
            if (round[target] === current)
                continue;
            round[target] = current;
            parents[target] = id;
            queue.push(target);
        }
    }
    return queue.sort((a, b) => a - b);
}
function reach_filesOf(nodes, facts, { reached, parents }) {
    const files = new Map();
    for (const id of reached) {
        const known = facts[id];
        const path = nodes[id]?.path;
        if (known === undefined || path === undefined)
            continue;
        files.set(path, closureFile(known, nodes[parents[id] ?? -1]?.path));
    }
    return files;
}
function usesOf(nodes, reached) {
    const uses = [];
    for (const id of reached)
        for (const use of nodes[id]?.module.uses ?? [])
            uses.push(use);
    return uses;
}
function closureFile({ blob, isExecutable }, importedBy) {
    if (importedBy === undefined)
        return isExecutable ? { blob, isExecutable } : { blob };
    return isExecutable ? { blob, importedBy, isExecutable } : { blob, importedBy };
}
const noSettings = [];
function reach_settingsOf(nodes, reached) {
    const lists = new Set();
    for (const id of reached)
        lists.add(nodes[id]?.module.settings ?? noSettings);
    if (lists.size === 1)
        for (const only of lists)
            return only;
    return [...new Set([...lists].flat())].sort();
}

;// CONCATENATED MODULE: ./src/flow/closure.ts






/** What every flow is made of, from one reading of the tree. */
async function closuresOf(manifests, source) {
    const regular = (await source.list()).filter(({ kind }) => kind === 'file' || kind === 'executable');
    const tree = {
        entries: new Map(regular.map((entry) => [entry.path, entry])),
        paths: regular.map(({ path }) => path),
    };
    const graph = await moduleGraph(source, new Set(tree.paths), manifests.flatMap(entryOf));
    const usedFrom = [...graph.modules.values()].flatMap(({ uses }) => uses.map(({ folder }) => folder));
    const blobs = new Map(regular.map(({ path, blob }) => [path, blob]));
    const locks = await loadLocks(source, blobs, usedFrom);
    const context = {
        tree,
        reach: reacher(graph, (path) => {
            const entry = tree.entries.get(path);
            return entry === undefined ? undefined : factsOf(entry);
        }),
        locks,
        projectImage: readImage(tree, 'Dockerfile', false),
        problems: [...graph.problems],
        warnings: [...graph.warnings],
    };
    const folders = filesByFolder(manifests, tree.paths);
    const closures = new Map(manifests.map((manifest) => [
        manifest.name,
        closureOf(context, manifest, folders.get(folderOf(manifest.file)) ?? []),
    ]));
    return { closures, problems: context.problems, warnings: unique(context.warnings) };
}
function entryOf({ file, workload }) {
    return workload.program.kind === 'entrypoint' ? [`${folderOf(file)}/${workload.program.file}`] : [];
}
function filesByFolder(manifests, paths) {
    const folders = new Map(manifests.map(({ file }) => [folderOf(file), []]));
    for (const path of paths) {
        for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
            const list = folders.get(folder);
            if (list !== undefined) {
                list.push(path);
                break;
            }
        }
    }
    return folders;
}
function closureOf(context, manifest, own) {
    const image = imageOf(context, manifest);
    const locks = own.filter((path) => isFolderLock(manifest, path));
    const [entry] = entryOf(manifest);
    const reached = entry === undefined ? nothingReached : context.reach(entry);
    const named = [
        ...(entry === undefined ? own.filter((path) => !locks.includes(path)) : []),
        ...inputsOf(context, manifest),
    ];
    const left = [manifest.file, ...(image?.isOwn === true ? image.files.keys() : [])];
    const files = withNamed(context.tree, reached.files, named);
    for (const path of left)
        files.delete(path);
    return {
        files,
        packages: packagesOf(context, reached.uses, entry === undefined ? locks : locks.filter(isForeign)),
        settings: reached.settings,
        ...(image === undefined ? {} : { image }),
    };
}
const nothingReached = { files: new Map(), uses: [], settings: [] };
function inputsOf(context, manifest) {
    if (manifest.inputs.length === 0)
        return [];
    const { paths, problems, warnings } = matchInputs(manifest, context.tree.paths);
    context.problems.push(...problems);
    context.warnings.push(...warnings);
    return paths;
}
/** What was reached, and what the folder or `inputs` name; sorted. */
function withNamed(tree, reached, named) {
    const files = new Map(reached);
    if (named.length === 0)
        return files;
    for (const path of named) {
        const entry = tree.entries.get(path);
        if (entry !== undefined && !files.has(path))
            files.set(path, closureFile(factsOf(entry), undefined));
    }
    return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
function factsOf({ blob, kind }) {
    return { blob, isExecutable: kind === 'executable' };
}
function isFolderLock(manifest, path) {
    const folder = folderOf(manifest.file);
    return folderOf(path) === folder && folderLocks.includes(path.slice(folder.length + 1));
}
/** Not of npm and its like, which are found by what is imported. */
function isForeign(path) {
    return /(?:requirements\.txt|poetry\.lock|uv\.lock|Pipfile\.lock)$/.test(path);
}
const noPackages = [];
function packagesOf(context, uses, locks) {
    if (uses.length === 0 && locks.length === 0)
        return noPackages;
    const locked = context.locks.of(uses);
    context.warnings.push(...locked.warnings);
    if (locks.length === 0)
        return locked.packages;
    const whole = locks.map((path) => `${path} ${context.tree.entries.get(path)?.blob}`);
    return [...new Set([...locked.packages, ...whole])].sort();
}
function imageOf(context, manifest) {
    const written = manifest.workload.dockerfile;
    if (written === undefined)
        return context.projectImage;
    const image = readImage(context.tree, joinPath(folderOf(manifest.file), written), true);
    if (image === undefined) {
        context.problems.push({
            code: 'E_DOCKERFILE',
            place: { file: manifest.file },
            field: 'image.dockerfile',
            message: `There is no file ${(0,quote/* quote */.h)(written)} in the flow's folder.`,
            fix: 'Correct the path, or commit the Dockerfile.',
        });
    }
    return image;
}
function readImage(tree, dockerfile, isOwn) {
    if (dockerfile === undefined || !tree.entries.has(dockerfile))
        return undefined;
    const ignore = [`${dockerfile}.dockerignore`, '.dockerignore'].find((path) => tree.entries.has(path));
    const names = ignore === undefined ? [dockerfile] : [dockerfile, ignore];
    return {
        dockerfile,
        isOwn,
        files: new Map(names.map((path) => [path, tree.entries.get(path)?.blob ?? ''])),
    };
}
function unique(problems) {
    return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
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
