export const id = 1892;
export const ids = [1892];
export const modules = {

/***/ 755:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ localWarnings),
/* harmony export */   p: () => (/* binding */ planWarnings)
/* harmony export */ });
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9665);
/* harmony import */ var _slots_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5957);



/** GitHub delivers no schedule more often, and late on a good day; `infrastructure/clock.yml` is as exact as a minute. */
const clockStepMs = 5 * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2;
const clockLateMs = 15 * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2;
const judgedSlots = 300;
/** What is allowed, but will hardly come out as it was meant. */
function planWarnings({ flows }, now) {
    return flows
        .filter((planned) => (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .isChange */ .Xb)(planned) && planned.action !== 'removed')
        .flatMap(({ flow, desired }) => {
        if (desired === undefined)
            return [];
        const { file, policy } = desired.manifest;
        const problems = [shortWindow(policy), coarseClock(policy, now)];
        return problems.flatMap((problem) => problem === undefined
            ? []
            : [{ ...problem, place: { file }, message: `${problem.message.replace('%', `"${flow}"`)}` }]);
    });
}
/** Of flows that execute on this machine. */
function localWarnings(manifests) {
    return manifests.flatMap(({ name, file, workload }) => {
        const keys = ['sidecars', 'volumes'].filter((key) => workload[key] !== undefined);
        const [field] = keys;
        if (field === undefined)
            return [];
        const message = `Flow "${name}" has ${keys.join(' and ')}, which exist on ECS only: here its program starts without them.`;
        const fix = 'Start what it needs by hand, or let the program do without.';
        return [{ code: 'W_ECS_ONLY', place: { file }, field, message, fix }];
    });
}
function shortWindow({ catchUp, schedules }) {
    const windowMs = catchUp.windowSeconds * _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj;
    if (schedules.length === 0 || windowMs >= clockLateMs)
        return undefined;
    return {
        code: 'W_WINDOW_SHORT',
        field: 'catch-up.window',
        message: `Flow % lets a slot start at most ${catchUp.windowSeconds} s late; GitHub's schedule is often later, and then the slot is missed.`,
        fix: 'Use a window of 15m at least, or start ticks from infrastructure/clock.yml.',
    };
}
/** Only of a day: a schedule that is dense once a year is rare, and its slots are caught up. */
function coarseClock({ schedules }, now) {
    const isDense = schedules.some((schedule) => {
        const slots = (0,_slots_js__WEBPACK_IMPORTED_MODULE_2__/* .slotsBetween */ .iF)(schedule, now, (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .plusMs */ .f9)(now, _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .dayMs */ .LP), judgedSlots);
        return slots.some((slot, index) => index > 0 && slot - (slots[index - 1] ?? 0) < clockStepMs);
    });
    if (!isDense)
        return undefined;
    return {
        code: 'W_CLOCK_COARSE',
        field: 'schedules',
        message: "Flow % has slots less than 5 minutes apart; GitHub's schedule ticks no more often.",
        fix: 'Start ticks from infrastructure/clock.yml, or let `catch-up` run what comes together.',
    };
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

/***/ 1892:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nV: () => (/* binding */ missedWarnings),
  JY: () => (/* binding */ planAgainst),
  B2: () => (/* binding */ readDesired)
});

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
var closure = __webpack_require__(1683);
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
    const entry = workload.program.kind === 'entrypoint' ? workload.program.file : '';
    return (0,digest/* sha256 */.s)(`${entry}\0${code}`);
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
            },
        ];
    });
    const ofLocal = executor.kind === 'local' ? (0,plan_warnings/* localWarnings */.H)(loaded.manifests) : [];
    const warnings = [...loaded.warnings, ...made.warnings, ...ofLocal];
    return { flows, warnings, made: madeFlows(flows, records, source.commit) };
}
function madeFlows(flows, records, commit) {
    const made = new Map();
    if (records.size === 0)
        return made;
    for (const desired of flows) {
        const { name } = desired.manifest;
        const record = records.get((0,plan/* imageNameOf */.mi)(desired));
        const build = record?.builds.get(name);
        if (record === undefined || build === undefined)
            continue;
        const flow = desired.compare(build);
        const isOfThisCommit = flow.isOfThisCommit && (record.commit ?? commit) === commit;
        made.set(name, { ...flow, isOfThisCommit });
    }
    return made;
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
/** The plan against what is deployed, with the files and packages that changed as far as the deployed commits can be had. */
async function planAgainst(world, desired, { registry }) {
    const { flows, made } = desired;
    const input = { desired: flows, made, registry, needsImages: world.executor.kind === 'ecs' };
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


/***/ })

};
