export const id = 940;
export const ids = [940];
export const modules = {

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


/***/ }),

/***/ 9197:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ taskFieldsOf),
/* harmony export */   w: () => (/* binding */ fieldChanges)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3298);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7136);


const mostNames = 24;
const longestValue = 160;
const hashLength = 8;
const freeStorageGiB = 20;
function taskFieldsOf({ workload, policy }, { aws }) {
    const { resources, program, dockerfile } = workload;
    const fields = {
        program: short(program.kind === 'entrypoint' ? program.file : (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(program.argv)),
        dockerfile: short(dockerfile ?? 'the project\u2019s'),
        'resources.cpu': String(resources.cpu),
        'resources.memory': `${resources.memoryMiB} MiB`,
        'resources.storage': `${resources.storageGiB ?? freeStorageGiB} GiB`,
        'resources.architecture': resources.architecture,
        'timeout.run': `${policy.timeout.runSeconds} s`,
        ...namesOf('environment', workload.environment),
        ...namesOf('secrets', workload.secrets),
        ...besideOf(workload),
    };
    if (aws === undefined)
        return fields;
    const taskRole = workload.taskRole ?? aws.taskRole;
    return {
        ...fields,
        'task-role': short(taskRole ?? 'none'),
        'aws.execution-role': short(aws.executionRole),
        'aws.log-group': short(aws.logGroup),
        'aws.region': short(aws.region),
        ...networkOf(policy.network, aws),
    };
}
/** Only where a flow names one: the project's own network is given at launch, and is no matter of its deployment. */
function networkOf(name, { networks = {} }) {
    if (name === undefined)
        return {};
    const network = Object.hasOwn(networks, name) ? networks[name] : undefined;
    return {
        network: short(name),
        'network.subnets': short(network?.subnets.join(', ') ?? ''),
        'network.security-groups': short(network?.securityGroups.join(', ') ?? ''),
        'network.assign-public-ip': String(network?.assignPublicIp ?? false),
    };
}
function besideOf({ sidecars = [], volumes = [], tags = {} }) {
    return Object.assign({}, ...sidecars.map(sidecarFields), ...volumes.map(({ name, fileSystem, accessPoint, path, isReadOnly }) => ({
        [`volumes.${name}`]: short(`${fileSystem} ${accessPoint} at ${path}${isReadOnly ? ', read-only' : ''}`),
    })), ...Object.entries(tags).map(([key, value]) => ({ [`tags.${key}`]: short(value) })));
}
function sidecarFields({ name, image, command, isEssential, ready, health, ...variables }) {
    const at = `sidecars.${name}`;
    const all = [...Object.keys(variables.environment), ...Object.keys(variables.secrets)];
    return {
        [`${at}.image`]: short(image),
        [`${at}.command`]: short(command === undefined ? 'the image\u2019s' : (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(command)),
        [`${at}.essential`]: String(isEssential),
        [`${at}.ready`]: ready,
        [`${at}.health`]: short(health === undefined ? 'none' : (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(health)),
        [`${at}.variables`]: all.length === 0 ? 'none' : `${all.length} names, ${hashOf((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(variables))}`,
    };
}
/** Too many names to keep them one by one are kept as one. */
function namesOf(key, values) {
    const names = Object.keys(values);
    if (names.length > mostNames)
        return { [key]: `${names.length} names, ${hashOf((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(values))}` };
    return Object.fromEntries(names.map((name) => [`${key}.${name}`, hashOf(values[name] ?? '')]));
}
function hashOf(value) {
    return `#${(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(value).slice(0, hashLength)}`;
}
function short(value) {
    return value.length <= longestValue ? value : `${value.slice(0, longestValue)}\u2026 ${hashOf(value)}`;
}
/** The fields in which two definitions differ, by name. */
function fieldChanges(before, after) {
    const own = (fields, field) => Object.hasOwn(fields, field) ? fields[field] : undefined;
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((field) => {
        const [was, is] = [own(before, field), own(after, field)];
        if (was === is)
            return [];
        return [
            {
                field,
                ...(was === undefined ? {} : { before: was }),
                ...(is === undefined ? {} : { after: is }),
            },
        ];
    });
}


/***/ }),

/***/ 2034:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readRecords)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4379);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _core_build_record_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5546);
/* harmony import */ var _core_images_to_build_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3385);
/* harmony import */ var _core_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1748);





/**
 * Reads what builds left behind. A record that is none costs the certainty that it would have given, and not the deploy:
 * an image may have been built by another version of Headgate.
 */
async function readRecords({ images, record, cwd }) {
    const records = new Map();
    const warnings = [];
    for (const { name, path, commit } of placesOf(images, record)) {
        const text = await readBounded((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, path));
        const builds = text === undefined ? undefined : (0,_core_build_record_text_js__WEBPACK_IMPORTED_MODULE_3__/* .parseBuildRecord */ .VI)(text);
        if (builds === undefined)
            warnings.push(unreadable(path));
        else
            records.set(name, { builds, ...(commit === undefined ? {} : { commit }) });
    }
    return { records, warnings };
}
function placesOf(images, record) {
    const own = record === undefined ? [] : [{ name: _core_images_to_build_js__WEBPACK_IMPORTED_MODULE_4__/* .defaultImage */ .XS, path: record }];
    if (typeof images !== 'object')
        return own;
    const named = Object.entries(images).flatMap(([name, image]) => {
        if (typeof image === 'string' || image.record === undefined)
            return [];
        return [{ name, path: image.record, ...(image.commit === undefined ? {} : { commit: image.commit }) }];
    });
    return [...own, ...named];
}
async function readBounded(file) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file).catch(() => undefined);
    if (handle === undefined)
        return undefined;
    try {
        const stats = await handle.stat();
        if (!stats.isFile() || stats.size > _core_build_record_text_js__WEBPACK_IMPORTED_MODULE_3__/* .recordLimitBytes */ .Ik)
            return undefined;
        return await handle.readFile('utf8');
    }
    finally {
        await handle.close();
    }
}
function unreadable(path) {
    return {
        code: 'W_BUILD_RECORD',
        message: `${(0,_core_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(path, 200)} is not the record of a build, so bundles are not compared.`,
        fix: 'Build the image with the same version of Headgate as the action, and take the record of that build.',
    };
}


/***/ }),

/***/ 1892:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nV: () => (/* binding */ missedWarnings),
  JY: () => (/* binding */ planAgainst),
  VP: () => (/* binding */ planInputOf),
  B2: () => (/* binding */ readDesired)
});

// EXTERNAL MODULE: ./src/core/build-record.ts
var build_record = __webpack_require__(2936);
// EXTERNAL MODULE: ./src/core/images-to-build.ts
var images_to_build = __webpack_require__(3385);
// EXTERNAL MODULE: ./src/core/missed-change.ts
var missed_change = __webpack_require__(1824);
// EXTERNAL MODULE: ./src/core/plan.ts + 4 modules
var plan = __webpack_require__(9665);
// EXTERNAL MODULE: ./src/core/plan-warnings.ts
var plan_warnings = __webpack_require__(755);
// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/core/task-fields.ts
var task_fields = __webpack_require__(9197);
// EXTERNAL MODULE: ./src/flow/closure.ts + 35 modules
var closure = __webpack_require__(5394);
// EXTERNAL MODULE: ./src/flow/discover.ts + 1 modules
var discover = __webpack_require__(6364);
// EXTERNAL MODULE: ./src/core/digest.ts
var digest = __webpack_require__(3298);
// EXTERNAL MODULE: ./src/core/json.ts
var json = __webpack_require__(7136);
;// CONCATENATED MODULE: ./src/flow/fingerprint.ts


/** Equal for equal meaning: the order of keys, comments and line ends of the files that were parsed do not count. */
function fingerprintOf({ manifest, project, closure }) {
    const code = codeHash(manifest, closure);
    const packages = hashOnce(closure.packages, (list) => list);
    const image = closure.image === undefined ? noHash : hashOnce(closure.image, imageJson);
    const workload = hash(workloadJson(manifest));
    const placement = hashOnce(project, placementJson);
    const content = (0,digest/* sha256 */.s)([code, packages, image].join('\n'));
    const policy = (0,json/* canonicalJson */.d)(policyJson(manifest.policy));
    return {
        fingerprint: (0,digest/* sha256 */.s)([workload, placement, content, policy].join('\n')),
        content,
        parts: {
            manifest: workload.slice(0, partLength),
            placement: placement.slice(0, partLength),
            code: code.slice(0, partLength),
            packages: packages.slice(0, partLength),
            image: image.slice(0, partLength),
        },
    };
}
const partLength = 16;
const noHash = (0,digest/* sha256 */.s)('');
function hash(value) {
    return (0,digest/* sha256 */.s)((0,json/* canonicalJson */.d)(value));
}
/** Flows share their project, and mostly their packages and their image: each is hashed once. */
const hashes = new WeakMap();
function hashOnce(value, jsonOf) {
    const known = hashes.get(value) ?? hash(jsonOf(value));
    hashes.set(value, known);
    return known;
}
/** What of the manifest ends in the task definition. The rest is its policy, which the registry keeps whole. */
function workloadJson({ workload, policy }) {
    const { program, resources, environment, secrets, taskRole, sidecars, volumes, tags } = workload;
    const definition = { program, resources, environment, secrets, taskRole: taskRole ?? null };
    // Left out where there are none: a flow without them keeps the fingerprint that it had before there were any.
    const beside = {
        ...(sidecars === undefined ? {} : { sidecars }),
        ...(volumes === undefined ? {} : { volumes }),
        ...(tags === undefined ? {} : { tags }),
    };
    return {
        ...definition,
        ...beside,
        runTimeoutSeconds: policy.timeout.runSeconds,
    };
}
/** Subnets, security groups and the cluster are given at launch: changing them needs no new revision. */
function placementJson({ name, aws }) {
    if (aws === undefined)
        return { project: name };
    const { region, executionRole, taskRole, logGroup } = aws;
    return { project: name, region, executionRole, taskRole: taskRole ?? null, logGroup };
}
/** No name of a file holds a zero character. */
function codeHash({ workload }, { code }) {
    const { program } = workload;
    if (program.kind === 'command')
        return (0,digest/* sha256 */.s)(`\0${code}`);
    return (0,digest/* sha256 */.s)([program.file, ...(program.external ?? []), code].join('\0'));
}
function imageJson({ dockerfile, isOwn, files, copied = [] }) {
    const base = { dockerfile, isOwn, files: [...files].flat() };
    return copied.length === 0 ? base : { ...base, copied: copied.map(takenHash).sort() };
}
/** Of everything in a repository, perhaps, and shared by the flows whose images take the same. */
function takenHash(taken) {
    const known = hashes.get(taken);
    if (known !== undefined)
        return known;
    let text = '';
    for (const [path, { blob, isExecutable }] of taken)
        text += `${path}\0${blob}${isExecutable === true ? '\0x' : ''}\0\0`;
    const made = (0,digest/* sha256 */.s)(text);
    hashes.set(taken, made);
    return made;
}
/** The order of schedules, and of the flows that one waits for, says nothing. */
function policyJson(policy) {
    const { after, ...rest } = policy;
    const schedules = policy.schedules.map((schedule) => (0,json/* canonicalJson */.d)(schedule)).sort();
    const sorted = after === undefined ? null : { ...after, flows: [...after.flows].sort() };
    return { ...rest, schedules, after: sorted };
}

;// CONCATENATED MODULE: ./src/core/package-reasons.ts
/** What differs, in words, each with the way on which the flow comes to it. What is imported itself comes first. */
function packageReasons(now, then) {
    const [nowByName, thenByName] = [groupBy(now, ({ name }) => name), groupBy(then, ({ name }) => name)];
    const gone = [...thenByName].filter(([name]) => !nowByName.has(name));
    const versions = [...nowByName, ...gone.map(([name]) => [name, []])].flatMap(([name, found]) => versionReasons(found, thenByName.get(name) ?? [], now));
    return versions.length > 0 ? versions : contentReasons(now, then);
}
function groupBy(packages, keyOf) {
    const groups = new Map();
    for (const used of packages) {
        const same = groups.get(keyOf(used));
        if (same === undefined)
            groups.set(keyOf(used), [used]);
        else
            same.push(used);
    }
    return groups;
}
/** Of one name. */
function versionReasons(now, then, all) {
    const added = unique(now.filter(({ version }) => then.every((used) => used.version !== version)));
    const gone = unique(then.filter(({ version }) => now.every((used) => used.version !== version)));
    const [[first], [before]] = [added, gone];
    if (added.length === 1 && gone.length === 1 && first !== undefined && before !== undefined)
        return [`\`${first.name}\` ${before.version} → ${first.version}${wayTo(first, all)}`];
    return [
        ...added.map((used) => `${labelOf(used)} is new${wayTo(used, all)}`),
        ...gone.map((used) => `${labelOf(used)} is not used any more`),
    ];
}
function unique(packages) {
    return [...new Map(packages.map((used) => [used.version, used])).values()];
}
/** Without a version it is a lock file. */
function labelOf({ name, version }) {
    return version === '' ? `\`${name}\`` : `\`${name}\` ${version}`;
}
function keyOf({ name, version }) {
    return `${name}@${version}`;
}
/** The same versions, with other bytes or places, or using each other in another way. */
function contentReasons(now, then) {
    const before = groupBy(then, keyOf);
    return [...groupBy(now, keyOf)].flatMap(([key, found]) => {
        const [first] = found;
        const earlier = before.get(key) ?? [];
        if (first === undefined)
            return [];
        if (textOf(found, ({ proof }) => proof) !== textOf(earlier, ({ proof }) => proof))
            return [contentReason(first, now)];
        const [uses, used] = [found, earlier].map((of) => new Set(of.flatMap((item) => item.uses)));
        const others = [...(uses ?? [])].filter((item) => used?.has(item) !== true);
        const words = others.map((item) => `\`${item}\``).join(', ');
        return others.length === 0 ? [] : [`${labelOf(first)} uses ${words} now${wayTo(first, now)}`];
    });
}
function contentReason(used, all) {
    if (used.version === '')
        return `${labelOf(used)} changed, and all of it counts`;
    return `${labelOf(used)} has other content, or lies elsewhere${wayTo(used, all)}`;
}
function textOf(packages, partOf) {
    return packages.map(partOf).sort().join('\n');
}
const longestWay = 8;
/** `, used by debug, imported by lib/http.ts` */
function wayTo(used, all) {
    let words = '';
    let current = used;
    for (let step = 0; current !== undefined && step < longestWay; step += 1) {
        const { by } = current;
        if ('file' in by)
            return `${words}, imported by \`${by.file}\``;
        words += `, used by \`${by.name}\``;
        current = all.find((item) => keyOf(item) === keyOf(by));
    }
    return `${words}, …`;
}

// EXTERNAL MODULE: ./src/flow/packages/packages.ts + 15 modules
var packages_packages = __webpack_require__(9568);
;// CONCATENATED MODULE: ./src/engine/package-history.ts



/** More flows than anybody reads reasons of; the others are told that their packages changed. */
const mostFlows = 100;
/** Why the packages of flows differ from those that are deployed, as far as the deployed commits can be had. */
async function packageReasonsOf(source, { flows }, { filesNow, filesAt }) {
    const reasons = new Map();
    const known = new Map();
    const once = (key, load) => {
        const found = known.get(key) ?? load();
        known.set(key, found);
        return found;
    };
    for (const { flow, desired, deployed } of flows.filter(hasOtherPackages).slice(0, mostFlows)) {
        const commit = deployed?.version.commit ?? '';
        const filesThen = filesAt.get(commit);
        const uses = desired?.closure.uses ?? [];
        if (filesThen === undefined || uses.length === 0)
            continue;
        const key = JSON.stringify(uses.map(({ importer, name }) => [importer, name]));
        const now = await once(key, () => (0,packages_packages/* usedPackagesAt */.K)(source, filesNow, uses));
        const then = await once(`${commit} ${key}`, () => (0,packages_packages/* usedPackagesAt */.K)(at(source, { commit, filesThen, filesNow }), filesThen, uses));
        reasons.set(flow, packageReasons(now, then));
    }
    return reasons;
}
function hasOtherPackages(flow) {
    return (0,plan/* isChange */.Xb)(flow) && flow.parts.includes('packages');
}
/** What is as it was is read here: an old commit may have to be fetched. What cannot be read counts as too large. */
function at(source, { commit, filesThen, filesNow }) {
    const read = async (path, limitBytes) => {
        if (filesNow.get(path) === filesThen.get(path)) {
            const [content] = await source.read([path], limitBytes);
            return content ?? 'too-large';
        }
        return (await source.readAt?.(commit, [path], limitBytes)) ?? 'too-large';
    };
    return { read: (paths, limitBytes) => Promise.all(paths.map((path) => read(path, limitBytes))) };
}

;// CONCATENATED MODULE: ./src/engine/desired.ts











/** Reads every flow of the sources. Throws `InputError` with all that is wrong in all files. */
async function readDesired({ source, executor }, project, records = new Map()) {
    const loaded = await (0,discover/* loadFlows */.m)(source, project);
    const made = await (0,closure/* closuresOf */.c)(loaded.manifests, source);
    const problems = [...loaded.problems, ...made.problems];
    if (problems.length > 0)
        throw new problem/* InputError */.dz(problems);
    const flows = loaded.manifests.flatMap((manifest) => {
        const closure = made.closures.get(manifest.name);
        if (closure === undefined)
            return [];
        const folder = manifest.file.slice(0, manifest.file.lastIndexOf('/'));
        const extend = (learned) => made.learning.extend(closure, folder, learned);
        return [
            {
                manifest,
                closure,
                identity: fingerprintOf({ manifest, project, closure }),
                identityWith: (learned) => fingerprintOf({ manifest, project, closure: extend(learned) }),
                fields: (0,task_fields/* taskFieldsOf */.o)(manifest, project),
                compare: (build) => made.learning.compare(closure, build),
                compiled: () => made.compiled(manifest, closure),
            },
        ];
    });
    const ofLocal = executor.kind === 'local' ? (0,plan_warnings/* localWarnings */.H1)(loaded.manifests) : [];
    const warnings = [...loaded.warnings, ...made.warnings, ...ofLocal];
    return { flows, warnings, ...madeFlows(flows, records, source.commit) };
}
function madeFlows(flows, records, commit) {
    const made = new Map();
    const unbuilt = new Map();
    if (records.size === 0)
        return { made, unbuilt };
    for (const desired of flows) {
        const { name } = desired.manifest;
        const record = records.get((0,images_to_build/* imageNameOf */.mi)(desired));
        const build = record?.builds.get(name);
        if (record === undefined || build === undefined)
            continue;
        if ((0,build_record/* isUnbuilt */.Q)(build)) {
            unbuilt.set(name, build.unbuilt);
            continue;
        }
        const flow = desired.compare(build);
        const isOfThisCommit = flow.isOfThisCommit && (record.commit ?? commit) === commit;
        made.set(name, { ...flow, isOfThisCommit });
    }
    return { made, unbuilt };
}
/** What no plan had seen. */
function missedWarnings({ flows }) {
    return flows.flatMap(({ flow, desired, missed }) => missed === undefined || desired === undefined ? [] : [(0,missed_change/* missedWarning */.C)(flow, desired.manifest.file, missed)]);
}
function isExplainedByFiles(flow) {
    return flow.missed !== undefined || ((0,plan/* isChange */.Xb)(flow) && flow.parts.some((part) => toldByFiles.has(part)));
}
/** Old commits whose files are fetched to name what changed; beyond that the part that differs has to do. */
const mostCommits = 10;
/** Parts that files of the deployed commit tell more about. */
const toldByFiles = new Set(['code', 'image', 'packages']);
function planInputOf({ executor }, { flows, made, renewal }, registry) {
    const again = renewal === undefined ? {} : { renewal };
    return { desired: flows, made, registry, needsImages: executor.kind === 'ecs', ...again };
}
/** The plan against what is deployed, with the files and packages that changed as far as the deployed commits can be had. */
async function planAgainst(world, desired, { registry }) {
    const input = planInputOf(world, desired, registry);
    const first = (0,plan/* makePlan */.Cs)(input);
    const commits = new Set(first.flows.filter(isExplainedByFiles).flatMap(({ deployed }) => deployed?.version.commit ?? []));
    if (commits.size === 0)
        return first;
    const filesAt = new Map();
    for (const commit of [...commits].slice(0, mostCommits)) {
        const files = await world.source.filesAt(commit);
        if (files !== undefined)
            filesAt.set(commit, files);
    }
    const filesNow = new Map((await world.source.list()).map(({ path, blob }) => [path, blob]));
    const packages = await packageReasonsOf(world.source, first, { filesNow, filesAt });
    return (0,plan/* makePlan */.Cs)({ ...input, filesNow, filesAt, packages });
}


/***/ }),

/***/ 8070:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ sideWords),
/* harmony export */   Rm: () => (/* binding */ plannedCosts),
/* harmony export */   e6: () => (/* binding */ totalOf),
/* harmony export */   iL: () => (/* binding */ totalWords),
/* harmony export */   pD: () => (/* binding */ costSection),
/* harmony export */   qG: () => (/* binding */ dollarWords)
/* harmony export */ });
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _core_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9665);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(973);
/* harmony import */ var _core_slots_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5957);
/* harmony import */ var _board_flows_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7685);
/* harmony import */ var _cost_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16);
/* harmony import */ var _plan_times_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9533);
/* harmony import */ var _run_report_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5967);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6970);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9988);










const mostRows = 100;
const monthMs = 30 * _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .dayMs */ .LP;
/** For flows whose schedules or resources change. */
function plannedCosts({ plan, now, state }) {
    const usual = usualDurations(state);
    return plan.flows
        .filter(_core_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .isChange */ .Xb)
        .map((planned) => costOfFlow(planned, now, usual.get(planned.flow)))
        .filter(({ before, after }) => before.slots !== after.slots || before.perHour !== after.perHour);
}
function costOfFlow(planned, now, usual) {
    const { before: had, after: wanted } = (0,_plan_times_js__WEBPACK_IMPORTED_MODULE_5__/* .schedulesOf */ .w)(planned);
    const isGone = planned.action === 'removed';
    const resources = isGone ? undefined : planned.desired?.manifest.workload.resources;
    const before = {
        slots: slotsOf(had, now),
        perHour: planned.deployed === undefined ? 0 : perHourOf(planned.deployed.resources),
    };
    const after = { slots: slotsOf(wanted, now), perHour: isGone ? 0 : perHourOf(resources) };
    if (usual === undefined)
        return { flow: planned.flow, before, after };
    const difference = costOf(after, usual) - costOf(before, usual);
    return { flow: planned.flow, before, after, usualMs: usual, difference };
}
function perHourOf(resources) {
    return resources === undefined ? undefined : (0,_cost_js__WEBPACK_IMPORTED_MODULE_4__/* .hourlyCost */ .l_)(resources);
}
function slotsOf(schedules, now) {
    return schedules.reduce((sum, schedule) => sum + (0,_core_slots_js__WEBPACK_IMPORTED_MODULE_2__/* .countSlots */ .vf)(schedule, now, (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .plusMs */ .f9)(now, monthMs)), 0);
}
function costOf({ slots, perHour = 0 }, usual) {
    return (slots * perHour * Math.max(usual, _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2)) / _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .hourMs */ .$0;
}
/** How long runs take in all attempts together, as far as state remembers them. */
function usualDurations(state) {
    const took = new Map();
    for (const run of state?.runs.values() ?? []) {
        const ms = (0,_core_run_js__WEBPACK_IMPORTED_MODULE_9__/* .isEnded */ .pl)(run) ? attemptsMs(run) : undefined;
        if (ms === undefined)
            continue;
        const known = took.get(run.flow);
        if (known === undefined)
            took.set(run.flow, [ms]);
        else
            known.push(ms);
    }
    return new Map([...took].map(([flow, all]) => [flow, (0,_board_flows_js__WEBPACK_IMPORTED_MODULE_3__/* .median */ .JZ)(all)]));
}
function attemptsMs(run) {
    const each = run.attempts.flatMap((attempt) => attempt.ending === undefined ? [] : ((0,_run_report_js__WEBPACK_IMPORTED_MODULE_6__/* .attemptMs */ .Es)(attempt, attempt.ending.at) ?? []));
    return each.length === 0 ? undefined : each.reduce((a, b) => a + b, 0);
}
/** `isWhole`: every flow in it has run before, so that nothing is left out. */
function totalOf(costs) {
    return {
        dollars: costs.reduce((sum, { difference = 0 }) => sum + difference, 0),
        isWhole: costs.every(({ difference }) => difference !== undefined),
    };
}
function costSection(costs, outgoing) {
    if (costs.length === 0)
        return '';
    const rows = costs
        .slice(0, mostRows)
        .map(({ flow, before, after, usualMs: usual, difference }) => [
        outgoing.code(flow),
        sideWords(before),
        sideWords(after),
        usual === undefined ? 'no run yet' : (0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .durationWords */ .Sh)(usual),
        difference === undefined ? 'not known yet' : dollarWords(difference),
    ]);
    const left = costs.length - rows.length;
    const head = ['Flow', 'Deployed', 'After the merge', 'Usual run', 'USD in 30 days'];
    return `### Cost\n\n${(0,_text_js__WEBPACK_IMPORTED_MODULE_7__/* .table */ .tp)(head, rows)}${left > 0 ? `\n\n… and ${left} more.` : ''}\n\n${totalWords(costs)}`;
}
function totalWords(costs) {
    const { dollars, isWhole } = totalOf(costs);
    return `Together ${dollarWords(dollars)} USD in 30 days${isWhole ? '' : ', without the flows that never ran'}, by ${_cost_js__WEBPACK_IMPORTED_MODULE_4__/* .priceSource */ .Bp}. Retries count in as they were; spot costs less.`;
}
function sideWords({ slots, perHour }) {
    if (perHour === 0)
        return 'none';
    const price = perHour === undefined ? '' : ` at ${perHour.toFixed(4)} USD an hour`;
    return `${(0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .countWords */ .rj)(slots, 'run')}${price}`;
}
/** `+0.75`, `−0.38`, `0.00`. */
function dollarWords(dollars) {
    const rounded = dollars.toFixed(2);
    if (Number(rounded) === 0)
        return '0.00';
    return dollars > 0 ? `+${rounded}` : `\u2212${rounded.slice(1)}`;
}


/***/ }),

/***/ 9356:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ planFacts)
/* harmony export */ });
/* harmony import */ var _plan_cost_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8070);
/* harmony import */ var _plan_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(226);
/* harmony import */ var _plan_times_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9533);



function planFacts(report) {
    return {
        times: (0,_plan_times_js__WEBPACK_IMPORTED_MODULE_2__/* .plannedTimes */ .l)(report),
        tasks: (0,_plan_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .taskChanges */ .rz)(report.plan),
        costs: report.isLocal === true ? [] : (0,_plan_cost_js__WEBPACK_IMPORTED_MODULE_0__/* .plannedCosts */ .Rm)(report),
    };
}


/***/ }),

/***/ 226:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bv: () => (/* binding */ isOther),
/* harmony export */   rz: () => (/* binding */ taskChanges),
/* harmony export */   uJ: () => (/* binding */ fieldSection)
/* harmony export */ });
/* harmony import */ var _core_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9665);
/* harmony import */ var _core_task_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9197);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6970);



const mostRows = 300;
const isHashed = (field) => /^(?:environment|secrets)(?:\.|$)/.test(field);
/** Of the flows that change and stay. */
function taskChanges({ flows }) {
    return flows
        .filter((planned) => (0,_core_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .isChange */ .Xb)(planned) && planned.action !== 'removed')
        .map((planned) => ({
        flow: planned.flow,
        isKnown: !isUnknown(planned),
        changes: changesOf(planned).map(hidden),
    }))
        .filter(({ isKnown, changes }) => !isKnown || changes.length > 0);
}
function isUnknown({ deployed, parts }) {
    return deployed !== undefined && deployed.taskFields === undefined && parts.includes('manifest');
}
function changesOf({ deployed, desired, image }) {
    if (desired?.fields === undefined || deployed?.taskFields === undefined)
        return [];
    const before = deployed.version.image;
    const isImageNew = image.kind === 'needed' || (image.kind === 'kept' && image.image !== before);
    const after = image.kind === 'kept' ? image.image : 'not built yet';
    const imageChange = { field: 'image', ...(before === undefined ? {} : { before }), after };
    return [...(isImageNew ? [imageChange] : []), ...(0,_core_task_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldChanges */ .w)(deployed.taskFields, desired.fields)];
}
/** A value that is kept as a hash is not told. */
function hidden(change) {
    if (!isHashed(change.field))
        return { ...change, isHidden: false };
    return {
        field: change.field,
        ...(change.before === undefined ? {} : { before: 'set' }),
        ...(change.after === undefined ? {} : { after: 'set' }),
        isHidden: true,
    };
}
/** Whether both sides have a value that is not told: another one. */
function isOther({ isHidden, before, after }) {
    return isHidden && before !== undefined && after !== undefined;
}
function fieldSection(tasks, outgoing) {
    const value = (change, text) => {
        if (text === undefined)
            return 'none';
        return change.isHidden ? text : outgoing.code(text, 300);
    };
    const rows = tasks.flatMap(({ flow, changes }) => changes.map((change) => [
        outgoing.code(flow),
        outgoing.code(change.field, 200),
        value(change, change.before),
        isOther(change) ? 'another value' : value(change, change.after),
    ]));
    const unknown = tasks.filter(({ isKnown }) => !isKnown).map(({ flow }) => outgoing.code(flow));
    const body = [
        rows.length === 0 ? '' : (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(['Flow', 'Field', 'Deployed', 'After the merge'], rows.slice(0, mostRows)),
        rows.length > mostRows ? `… and ${rows.length - mostRows} more.` : '',
        unknown.length === 0 ? '' : `What was deployed of ${unknown.join(', ')} was not kept field by field.`,
    ].filter((part) => part !== '');
    return body.length === 0 ? '' : `### Task definitions\n\n${body.join('\n\n')}`;
}


/***/ }),

/***/ 4674:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   It: () => (/* binding */ offsetsWords),
/* harmony export */   gD: () => (/* binding */ timesSection),
/* harmony export */   ii: () => (/* binding */ shortLocal),
/* harmony export */   jL: () => (/* binding */ zonesOf)
/* harmony export */ });
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6970);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9988);



const mostFlows = 100;
/** When the flows whose schedules change would run, across the next change of their clocks too. */
function timesSection(times, outgoing) {
    if (times.length === 0)
        return '';
    const shown = times.slice(0, mostFlows).map((flow) => flowSection(flow, outgoing));
    const left = times.length - shown.length;
    const more = left === 0 ? '' : `\n\n… and ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .countWords */ .rj)(left, 'more flow')}.`;
    return `### Run times\n\n${shown.join('\n\n')}${more}`;
}
function flowSection(times, outgoing) {
    const { flow, next, clockChange, day, unseen } = times;
    const zones = zonesOf(times);
    const cells = ({ before, after }) => [
        slotsText(before, zones.length > 1, outgoing),
        slotsText(after, zones.length > 1, outgoing),
    ];
    const rows = [['Next', ...cells(next)]];
    if (clockChange !== undefined)
        rows.push(['Once clocks change', ...cells(clockChange)]);
    const where = zones.length === 1 ? `, and in brackets in ${outgoing.code(zones[0] ?? '')}` : '';
    const notes = [
        ...(clockChange === undefined ? [] : [changeWords(clockChange, outgoing)]),
        dayWords(day),
        dueWords(unseen),
    ];
    return `**${flow}**, in UTC${where}\n\n${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['', 'Deployed', 'After the merge'], rows)}\n\n${notes.map((note) => `- ${note}`).join('\n')}`;
}
function zonesOf({ next, clockChange }) {
    const slots = [
        ...next.before,
        ...next.after,
        ...(clockChange?.before ?? []),
        ...(clockChange?.after ?? []),
    ];
    return [...new Set(slots.flatMap(({ timezone }) => timezone ?? []))].sort();
}
function slotsText(slots, isZoneNamed, outgoing) {
    return slots.length === 0
        ? 'no schedule'
        : slots.map((slot) => slotText(slot, isZoneNamed, outgoing)).join('<br>');
}
/** Under a heading that says UTC; not torn apart, so that it can be compared with the one beside it. */
function utcWords(slot) {
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .instantWords */ .lJ)(slot).slice(0, 16).replace(' ', '\u00a0');
}
/** `2026-11-25 02:05 (Tue 21:05)`; the local date can only be that of the day before, the same, or the next. */
function slotText({ slot, timezone, local }, isZoneNamed, outgoing) {
    if (timezone === undefined || local === undefined)
        return utcWords(slot);
    const zone = isZoneNamed ? ` in ${outgoing.code(timezone)}` : '';
    return `${utcWords(slot)}\u00a0(${shortLocal(local).replace(' ', '\u00a0')}${zone})`;
}
/** `Tue 21:05` of `Tue 2026-11-24 21:05`. */
function shortLocal(local) {
    return `${local.slice(0, 3)} ${local.slice(-5)}`;
}
function changeWords(change, outgoing) {
    return `Clocks change in ${outgoing.code(change.timezone)} at ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .instantWords */ .lJ)(change.at)}: ${offsetsWords(change)}.`;
}
/** `UTC-5 to UTC-4`. */
function offsetsWords({ beforeMs, afterMs }) {
    return `${offsetWords(beforeMs)} to ${offsetWords(afterMs)}`;
}
function offsetWords(offsetMs) {
    const sign = offsetMs < 0 ? '-' : '+';
    const minutes = Math.round(Math.abs(offsetMs) / _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2);
    const rest = minutes % 60;
    return `UTC${sign}${Math.floor((minutes * _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2) / _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .hourMs */ .$0)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}
function dayWords({ before, after, gained, lost }) {
    return `In the next 24 hours ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .countWords */ .rj)(after, 'slot')} instead of ${before}: ${gained} new, ${lost} no more.`;
}
/** A new schedule starts from the merge. */
function dueWords(unseen) {
    const lost = unseen === 0
        ? ''
        : `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .countWords */ .rj)(unseen, 'slot')} that no tick has seen yet would get no run if this is merged. `;
    return `${lost}No slot before the merge runs because of it.`;
}


/***/ }),

/***/ 9235:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ planSummary)
/* harmony export */ });
/* harmony import */ var _core_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9665);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2531);
/* harmony import */ var _core_slots_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5957);
/* harmony import */ var _plan_cost_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8070);
/* harmony import */ var _plan_facts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9356);
/* harmony import */ var _plan_fields_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(226);
/* harmony import */ var _plan_slots_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4674);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6970);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3727);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9988);










/** The runner drops a step summary over 1 MiB as a whole. */
const summaryLimitBytes = 900_000;
const mostFlows = 300;
const mostReasons = 8;
const mostProblems = 100;
/** What a merge would deploy: which flows, why each, and when they would run next. Equal inputs give equal bytes. */
function planSummary(report, outgoing, facts = (0,_plan_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .planFacts */ .p)(report)) {
    const changes = report.plan.flows.filter(_core_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .isChange */ .Xb);
    const same = report.plan.flows.length - changes.length;
    const sections = [
        '## Headgate plan',
        `${(0,_words_js__WEBPACK_IMPORTED_MODULE_9__/* .countWords */ .rj)(changes.length, 'change')}; ${(0,_words_js__WEBPACK_IMPORTED_MODULE_9__/* .countWords */ .rj)(same, 'flow')} as deployed.`,
        report.plan.massDelete === undefined ? '' : outgoing.inline((0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .describeProblem */ .BJ)(report.plan.massDelete)),
        changeTable(changes, report, outgoing),
        (0,_plan_slots_js__WEBPACK_IMPORTED_MODULE_6__/* .timesSection */ .gD)(facts.times, outgoing),
        policyList(changes, outgoing),
        (0,_plan_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .fieldSection */ .uJ)(facts.tasks, outgoing),
        (0,_plan_cost_js__WEBPACK_IMPORTED_MODULE_3__/* .costSection */ .pD)(facts.costs, outgoing),
        imageList(report.plan, outgoing),
        warningList(report.warnings, outgoing),
    ];
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_8__/* .cutBytes */ .Uw)(`${sections.filter((section) => section !== '').join('\n\n')}\n`, summaryLimitBytes, '\n\n… (cut)\n');
}
function changeTable(changes, { now }, outgoing) {
    if (changes.length === 0)
        return '';
    const rows = changes.slice(0, mostFlows).map((planned) => [
        outgoing.code(planned.flow),
        planned.action,
        planned.reasons
            .slice(0, mostReasons)
            .map((reason) => outgoing.inline(reason.replaceAll('`', '')))
            .join('<br>'),
        nextWords(planned.deployed?.policy.schedules, now),
        planned.action === 'removed' ? 'never' : nextWords(planned.desired?.manifest.policy.schedules, now),
    ]);
    const left = changes.length - rows.length;
    const more = left === 0 ? '' : `\n\n… and ${left} more.`;
    return `${(0,_text_js__WEBPACK_IMPORTED_MODULE_7__/* .table */ .tp)(['Flow', 'Change', 'Why', 'Next run now', 'Next run after'], rows)}${more}`;
}
function nextWords(schedules, now) {
    if (schedules === undefined)
        return '';
    const slots = schedules.flatMap((schedule) => (0,_core_slots_js__WEBPACK_IMPORTED_MODULE_2__/* .nextSlots */ .jj)(schedule, now, 1)).sort((a, b) => a - b);
    const [first] = slots;
    return first === undefined ? 'when asked' : (0,_words_js__WEBPACK_IMPORTED_MODULE_9__/* .instantWords */ .lJ)(first);
}
function policyList(changes, outgoing) {
    const rows = changes
        .filter(({ policyKeys }) => policyKeys.length > 0)
        .slice(0, mostFlows)
        .map(({ flow, policyKeys }) => `- ${outgoing.code(flow)}: ${policyKeys.map((key) => outgoing.code(key)).join(', ')}`);
    return rows.length === 0 ? '' : `### Changed keys of manifests\n\n${rows.join('\n')}`;
}
function imageList({ images }, outgoing) {
    if (images.length === 0)
        return '';
    const rows = images.map(({ name, dockerfile, flows }) => [
        outgoing.code(name),
        outgoing.code(dockerfile),
        String(flows.length),
    ]);
    return `### Images to build\n\nNone of these is built yet; the deploy builds them first.\n\n${(0,_text_js__WEBPACK_IMPORTED_MODULE_7__/* .table */ .tp)(['Image', 'Dockerfile', 'Flows'], rows)}`;
}
function warningList(warnings, outgoing) {
    const shown = warnings
        .slice(0, mostProblems)
        .map((warning) => `- ${outgoing.inline((0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .describeProblem */ .BJ)(warning).replaceAll('`', ''))}`);
    return shown.length === 0 ? '' : `### Warnings\n\n${shown.join('\n')}`;
}


/***/ }),

/***/ 6068:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ planText),
/* harmony export */   b: () => (/* binding */ planReportText)
/* harmony export */ });
/* harmony import */ var _core_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9665);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2531);
/* harmony import */ var _plan_cost_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8070);
/* harmony import */ var _plan_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(226);
/* harmony import */ var _plan_slots_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4674);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2885);
/* harmony import */ var _width_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3473);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9988);








const marks = {
    added: ['+', 'green'],
    changed: ['~', 'yellow'],
    restored: ['<', 'yellow'],
    unchanged: ['=', 'dim'],
    removed: ['-', 'red'],
};
const mostReasons = 10;
/** Flows that are shown with what changes for them; of others, why they change. */
const mostDetailed = 30;
const mostFields = 30;
const longestField = 28;
const narrowestText = 12;
const defaultColumns = 80;
const longestText = 1_000;
/** What a deploy changes, and why: a line for each flow and each reason. */
function planText(plan, printing) {
    const flows = plan.flows.filter(_core_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .isChange */ .Xb).flatMap((planned) => flowLines(planned, printing));
    return `${[...flows, countsLine(plan)].join('\n')}\n`;
}
/** The whole plan for a terminal: the same as on a pull request, but for warnings, which are printed as they come. */
function planReportText({ plan }, { times, tasks, costs }, printing) {
    const changes = plan.flows.filter(_core_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .isChange */ .Xb);
    const flows = changes.map((planned, index) => {
        const first = flowLines(planned, printing);
        if (index >= mostDetailed)
            return first;
        const of = (all) => all.find(({ flow }) => flow === planned.flow);
        const lines = [...timeLines(of(times)), ...fieldLines(of(tasks), printing), ...costLines(of(costs))];
        return [...first, ...lines.flatMap((line) => wrapped(line, printing))];
    });
    const left = Math.max(changes.length - mostDetailed, 0);
    const ends = [
        left === 0 ? '' : `The times, fields and costs of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .countWords */ .rj)(left, 'more flow')} are in --json.`,
        costs.length === 0 ? '' : (0,_plan_cost_js__WEBPACK_IMPORTED_MODULE_2__/* .totalWords */ .iL)(costs),
        ...plan.images.map(imageWords),
        ...(plan.massDelete === undefined ? [] : [(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .describeProblem */ .BJ)(plan.massDelete)]),
        countsLine(plan),
    ];
    const tail = ends.filter((text) => text !== '').flatMap((text) => wrapped({ indent: 0, text }, printing));
    return `${[...flows, tail].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
function imageWords({ name, dockerfile, flows }) {
    return `Image to build first: ${name}, of ${dockerfile}, for ${(0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .countWords */ .rj)(flows.length, 'flow')}.`;
}
function countsLine({ flows }) {
    const changes = flows.filter(_core_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .isChange */ .Xb).length;
    return `${(0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .countWords */ .rj)(changes, 'change')}; ${(0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .countWords */ .rj)(flows.length - changes, 'flow')} as deployed.`;
}
function flowLines({ flow, action, reasons }, printing) {
    const { terminal } = printing;
    const [mark, colour] = marks[action];
    const name = (0,_width_js__WEBPACK_IMPORTED_MODULE_7__/* .cutWidth */ .bn)(flow, Math.max((terminal.columns ?? defaultColumns) - action.length - 7, 8));
    const shown = reasons
        .slice(0, mostReasons)
        .flatMap((reason) => wrapped({ indent: 4, text: reason.replaceAll('`', '') }, printing));
    const left = reasons.length - mostReasons;
    return [
        `  ${(0,_terminal_js__WEBPACK_IMPORTED_MODULE_5__/* .paint */ .nI)(`${mark} ${name}`, colour, terminal)} (${action})`,
        ...shown,
        ...(left > 0 ? [`    and ${left} more`] : []),
    ];
}
function wrapped({ indent, lead = '', text }, { terminal, outgoing }) {
    const before = indent + (0,_width_js__WEBPACK_IMPORTED_MODULE_7__/* .widthOf */ .qz)(lead);
    const room = Math.max((terminal.columns ?? defaultColumns) - before, narrowestText);
    const pieces = typeof text === 'string'
        ? outgoing.title(text, longestText).split(' ')
        : text.map((piece) => outgoing.title(piece));
    return (0,_width_js__WEBPACK_IMPORTED_MODULE_7__/* .wrapWidth */ .jU)(pieces, room).map((line, index) => index === 0 ? `${' '.repeat(indent)}${lead}${line}` : `${' '.repeat(before)}${line}`);
}
function timeLines(times) {
    if (times === undefined)
        return [];
    const { next, clockChange, day, unseen } = times;
    const zones = (0,_plan_slots_js__WEBPACK_IMPORTED_MODULE_4__/* .zonesOf */ .jL)(times);
    const change = clockChange === undefined
        ? []
        : [
            {
                indent: 6,
                text: `from ${(0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .instantWords */ .lJ)(clockChange.at)} on, when clocks change in ${clockChange.timezone} (${(0,_plan_slots_js__WEBPACK_IMPORTED_MODULE_4__/* .offsetsWords */ .It)(clockChange)}):`,
            },
            ...slotLines(clockChange, zones),
        ];
    const where = zones.length === 1 ? `, and in ${zones[0]}` : '';
    return [
        { indent: 4, text: `run times in UTC${where}` },
        ...slotLines(next, zones),
        ...change,
        {
            indent: 6,
            text: `next 24 hours: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .countWords */ .rj)(day.after, 'slot')} instead of ${day.before} (${day.gained} new, ${day.lost} no more)`,
        },
        ...(unseen === 0
            ? []
            : [{ indent: 6, text: `${(0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .countWords */ .rj)(unseen, 'slot')} that no tick has seen yet would get no run` }]),
    ];
}
function slotLines(slots, zones) {
    const words = (slot) => {
        const zone = zones.length > 1 && slot.timezone !== undefined ? ` ${slot.timezone}` : '';
        const local = slot.local === undefined ? '' : ` (${(0,_plan_slots_js__WEBPACK_IMPORTED_MODULE_4__/* .shortLocal */ .ii)(slot.local)}${zone})`;
        return `${(0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .instantWords */ .lJ)(slot.slot).slice(0, 16)}${local}`;
    };
    const side = (name, of) => ({
        indent: 6,
        lead: (0,_width_js__WEBPACK_IMPORTED_MODULE_7__/* .padWidth */ ._n)(name, 10),
        text: of.length === 0 ? 'no schedule' : of.map(words),
    });
    return [side('deployed', slots.before), side('after', slots.after)];
}
function fieldLines(task, { outgoing, terminal }) {
    if (task === undefined)
        return [];
    const longest = Math.min(longestField, (terminal.columns ?? defaultColumns) - narrowestText - 8);
    const shown = task.changes.slice(0, mostFields);
    const left = task.changes.length - shown.length;
    const names = shown.map(({ field }) => (0,_width_js__WEBPACK_IMPORTED_MODULE_7__/* .cutWidth */ .bn)(outgoing.title(field), longest));
    const width = Math.max(...names.map(_width_js__WEBPACK_IMPORTED_MODULE_7__/* .widthOf */ .qz), 0) + 2;
    const rows = shown.map((change, index) => {
        const after = (0,_plan_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .isOther */ .bv)(change) ? 'another value' : (change.after ?? 'none');
        const lead = (0,_width_js__WEBPACK_IMPORTED_MODULE_7__/* .padWidth */ ._n)(names[index] ?? '', width);
        return { indent: 6, lead, text: `${change.before ?? 'none'} \u2192 ${after}` };
    });
    return [
        { indent: 4, text: 'task definition' },
        ...rows,
        ...(task.isKnown ? [] : [{ indent: 6, text: 'what is deployed was not kept field by field' }]),
        ...(left === 0 ? [] : [{ indent: 6, text: `and ${(0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .countWords */ .rj)(left, 'more field')}` }]),
    ];
}
function costLines(cost) {
    if (cost === undefined)
        return [];
    const { before, after, usualMs, difference } = cost;
    const sides = `${(0,_plan_cost_js__WEBPACK_IMPORTED_MODULE_2__/* .sideWords */ .H)(before)} \u2192 ${(0,_plan_cost_js__WEBPACK_IMPORTED_MODULE_2__/* .sideWords */ .H)(after)}`;
    const money = usualMs === undefined || difference === undefined
        ? 'what they cost is not known before the first'
        : `${(0,_plan_cost_js__WEBPACK_IMPORTED_MODULE_2__/* .dollarWords */ .qG)(difference)} USD, as a run takes ${(0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .durationWords */ .Sh)(usualMs)}`;
    return [
        { indent: 4, text: 'cost in 30 days' },
        { indent: 6, text: sides },
        { indent: 6, text: money },
    ];
}


/***/ }),

/***/ 9533:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ plannedTimes),
/* harmony export */   w: () => (/* binding */ schedulesOf)
/* harmony export */ });
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _core_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9665);
/* harmony import */ var _core_schedule_meaning_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93);
/* harmony import */ var _core_slots_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5957);
/* harmony import */ var _core_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3475);
/* harmony import */ var _core_zone_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5720);






const shownTimes = 3;
const comparedSlots = 2_000;
/** Of the flows whose schedules change. */
function plannedTimes({ plan, now, state }) {
    return plan.flows
        .filter((planned) => (0,_core_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .isChange */ .Xb)(planned) && hasNewTimes(planned))
        .map((planned) => timesOf(planned, { now, state }));
}
function schedulesOf(planned) {
    return {
        before: planned.deployed?.policy.schedules ?? [],
        after: planned.action === 'removed' ? [] : (planned.desired?.manifest.policy.schedules ?? []),
    };
}
function hasNewTimes(planned) {
    const { before, after } = schedulesOf(planned);
    const keys = (schedules) => schedules.map(_core_schedule_meaning_js__WEBPACK_IMPORTED_MODULE_2__/* .scheduleKey */ .rW).sort().join();
    return keys(before) !== keys(after);
}
function timesOf(planned, moment) {
    const { now } = moment;
    const { before, after } = schedulesOf(planned);
    const compared = (from) => ({ before: slotsFrom(before, from), after: slotsFrom(after, from) });
    const change = nextClockChange([...before, ...after], now);
    return {
        flow: planned.flow,
        next: compared(now),
        ...(change === undefined
            ? {}
            : { clockChange: { ...change, ...compared((0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantFromMs */ .A0)(change.at - 1)) } }),
        day: dayOf(before, after, now),
        unseen: unseenSlots(planned, moment),
    };
}
function slotsFrom(schedules, from) {
    return schedules
        .flatMap((schedule) => (0,_core_slots_js__WEBPACK_IMPORTED_MODULE_3__/* .nextSlots */ .jj)(schedule, from, shownTimes).map((slot) => ({ slot, schedule })))
        .sort((a, b) => a.slot - b.slot)
        .slice(0, shownTimes)
        .map(({ slot, schedule }) => plannedSlot(slot, schedule));
}
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
function plannedSlot(slot, rule) {
    if (rule.kind === 'interval' || rule.timezone === 'UTC')
        return { slot };
    const stretch = (0,_core_zone_js__WEBPACK_IMPORTED_MODULE_5__/* .stretchesOf */ .T)(rule.timezone, slot, slot).find(({ from, to }) => from <= slot && slot < to);
    const local = (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .plusMs */ .f9)(slot, stretch?.offsetMs ?? 0);
    // 1 January 1970 was a Thursday.
    const weekday = weekdays[(Math.floor(local / _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .dayMs */ .LP) + 4) % 7];
    const text = `${weekday} ${(0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .isoOf */ .dF)(local).slice(0, 16).replace('T', ' ')}`;
    return { slot, timezone: rule.timezone, local: text };
}
/** The first change of the offset of any of the zones within a year. */
function nextClockChange(schedules, now) {
    const zones = new Set(schedules.flatMap((rule) => (rule.kind === 'cron' ? [rule.timezone] : [])));
    const changes = [...zones].flatMap((timezone) => {
        const stretches = (0,_core_zone_js__WEBPACK_IMPORTED_MODULE_5__/* .stretchesOf */ .T)(timezone, now, (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .plusMs */ .f9)(now, 366 * _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .dayMs */ .LP));
        const index = stretches.findIndex(({ from, offsetMs }, place) => from > now && place > 0 && stretches[place - 1]?.offsetMs !== offsetMs);
        const [before, after] = [stretches[index - 1], stretches[index]];
        if (index < 1 || before === undefined || after === undefined)
            return [];
        return [{ at: (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantFromMs */ .A0)(after.from), timezone, beforeMs: before.offsetMs, afterMs: after.offsetMs }];
    });
    return changes.sort((a, b) => a.at - b.at || (a.timezone < b.timezone ? -1 : 1))[0];
}
function dayOf(before, after, now) {
    const until = (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .plusMs */ .f9)(now, _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .dayMs */ .LP);
    const within = (schedules) => new Set(schedules.flatMap((schedule) => (0,_core_slots_js__WEBPACK_IMPORTED_MODULE_3__/* .slotsBetween */ .iF)(schedule, now, until, comparedSlots)));
    const [old, next] = [within(before), within(after)];
    return {
        before: old.size,
        after: next.size,
        gained: [...next].filter((slot) => !old.has(slot)).length,
        lost: [...old].filter((slot) => !next.has(slot)).length,
    };
}
function unseenSlots({ deployed, ...planned }, { now, state }) {
    if (state === undefined || deployed === undefined)
        return 0;
    const { before, after } = schedulesOf({ ...planned, deployed });
    const kept = new Set(after.map(_core_schedule_meaning_js__WEBPACK_IMPORTED_MODULE_2__/* .scheduleKey */ .rW));
    return before
        .filter((schedule) => !kept.has((0,_core_schedule_meaning_js__WEBPACK_IMPORTED_MODULE_2__/* .scheduleKey */ .rW)(schedule)))
        .map((schedule) => {
        const since = (0,_core_schedule_meaning_js__WEBPACK_IMPORTED_MODULE_2__/* .scheduledSince */ .Uu)(deployed, schedule);
        return (0,_core_slots_js__WEBPACK_IMPORTED_MODULE_3__/* .countSlots */ .vf)(schedule, (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantFromMs */ .A0)(Math.max((0,_core_state_js__WEBPACK_IMPORTED_MODULE_4__/* .accountedUntil */ .dt)(state, deployed.flow), since)), now);
    })
        .reduce((a, b) => a + b, 0);
}


/***/ })

};
