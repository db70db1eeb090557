export const id = 426;
export const ids = [426];
export const modules = {

/***/ 9344:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hl: () => (/* binding */ alertKeyOf),
/* harmony export */   IQ: () => (/* binding */ alertingOf),
/* harmony export */   Ok: () => (/* binding */ alertKinds),
/* harmony export */   Rc: () => (/* binding */ markTick)
/* harmony export */ });
const alertKinds = ['failures', 'missed', 'unknown', 'clock'];
function alertKeyOf({ kind, flow }) {
    return (flow === undefined ? kind : `${kind}/${flow}`);
}
const nothing = { troubles: new Map(), told: new Map(), ticks: [] };
/** A state that was written before there were alerts has none. */
function alertingOf({ alerting }) {
    return alerting ?? nothing;
}
const keptTriggers = 8;
/** Enters a tick that is about to write. */
function markTick(state, mark) {
    const alerting = alertingOf(state);
    const others = alerting.ticks.filter(({ trigger }) => trigger !== mark.trigger);
    const ticks = [mark, ...others].sort((a, b) => b.at - a.at || (a.trigger < b.trigger ? -1 : 1));
    return { ...state, alerting: { ...alerting, ticks: ticks.slice(0, keptTriggers) } };
}


/***/ }),

/***/ 7141:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ filesBeside),
/* harmony export */   L: () => (/* binding */ importChain)
/* harmony export */ });
const longestChain = 12;
/** From what starts the flow to the file: who imports whom. Longer chains are cut in the middle. */
function importChain(files, path) {
    const chain = [path];
    const seen = new Set(chain);
    for (let above = files.get(path)?.importedBy; above !== undefined; above = files.get(above)?.importedBy) {
        if (seen.has(above))
            break;
        seen.add(above);
        chain.unshift(above);
    }
    if (chain.length <= longestChain)
        return chain;
    return [...chain.slice(0, longestChain / 2), '…', ...chain.slice(-longestChain / 2)];
}
/** What the program of a `command` flow finds outside of its folder, where the repository's folders are kept. */
function filesBeside({ files, image }, folder) {
    const copied = image?.takesAll === true ? [] : (image?.copied ?? []);
    const all = new Set([...files().keys(), ...copied.flatMap((taken) => [...taken.keys()])]);
    return [...all].filter((path) => !path.startsWith(`${folder}/`)).sort();
}


/***/ }),

/***/ 197:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B8: () => (/* binding */ workflowRunPattern),
/* harmony export */   CM: () => (/* binding */ keptVersions),
/* harmony export */   FB: () => (/* binding */ keptVersionsBytes),
/* harmony export */   Vu: () => (/* binding */ emptyRegistry),
/* harmony export */   pL: () => (/* binding */ fingerprintParts)
/* harmony export */ });
const fingerprintParts = ['manifest', 'placement', 'code', 'packages', 'image'];
/** Digits alone: state names a run, and never an address that people would follow. */
const workflowRunPattern = /^[1-9]\d{0,19}$/;
const emptyRegistry = { deployments: new Map() };
/** Versions kept for reverts, at most; with thousands of flows, the bytes for all of them are shared out. */
const keptVersions = 10;
const keptVersionsBytes = 16_777_216;


/***/ }),

/***/ 4689:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ endingClasses),
/* harmony export */   x: () => (/* binding */ factsOf)
/* harmony export */ });
/**
 * Why an attempt ended. `failed` means the code, `crashed` the infrastructure.
 * `words` finishes the sentence "The attempt ended because …"; `advice` says what a person can do.
 */
const endingClasses = {
    'exit-zero': { outcome: 'succeeded', budget: 'none', words: 'the program exited with code 0' },
    'exit-code': {
        outcome: 'failed',
        budget: 'code',
        words: 'the program exited with a code other than 0',
        advice: 'Read the end of the log.',
    },
    'out-of-memory': {
        outcome: 'failed',
        budget: 'code',
        words: 'the program used more memory than the flow has',
        advice: 'Raise `resources.memory`, or use less memory.',
    },
    'cannot-start': {
        outcome: 'failed',
        budget: 'none',
        words: 'the container could not start the program',
        advice: 'Check `command` or `entrypoint`, and that the file is in the image and executable.',
    },
    spot: {
        outcome: 'crashed',
        budget: 'infra',
        words: 'AWS took the spot capacity back',
        advice: 'It comes with spot capacity: raise `infra-retries`, or run without `resources.spot`.',
    },
    capacity: {
        outcome: 'crashed',
        budget: 'infra',
        words: 'AWS had no capacity',
        advice: 'Retry the run; if it repeats, add subnets in further zones to `aws.subnets`, or use the other `resources.architecture`.',
    },
    quota: {
        outcome: 'crashed',
        budget: 'infra',
        isSlow: true,
        words: 'the account uses as much at once as its quota allows',
        advice: 'Ask for a higher quota of Fargate vCPUs in Service Quotas, or lower `limits.running` so that less runs at once.',
    },
    'quota-size': {
        outcome: 'crashed',
        budget: 'none',
        words: 'the account may not have an ECS task of that size',
        advice: 'Ask for a higher quota of Fargate vCPUs in Service Quotas, or lower `resources.cpu` and `resources.memory`, then deploy.',
    },
    host: {
        outcome: 'crashed',
        budget: 'infra',
        words: 'the host under the ECS task was lost or retired',
        advice: 'Nothing in the flow is to blame: retry the run, or raise `infra-retries` if it repeats.',
    },
    network: {
        outcome: 'crashed',
        budget: 'infra',
        words: 'the network interface of the ECS task could not be set up',
        advice: 'Retry the run; if it repeats, check the subnets, the security groups and their limits.',
    },
    addresses: {
        outcome: 'crashed',
        budget: 'infra',
        isSlow: true,
        words: 'the subnet has no free address',
        advice: 'Add a subnet to `aws.subnets`, or use a larger one.',
    },
    'image-pull': {
        outcome: 'crashed',
        budget: 'infra',
        words: 'pulling the image failed for now',
        advice: 'Retry the run; if it repeats, check the way from the subnets to the registry.',
    },
    'image-missing': {
        outcome: 'crashed',
        budget: 'none',
        words: 'the image cannot be pulled',
        advice: 'Check that the image exists and that the execution role may pull it, then deploy again.',
    },
    secrets: {
        outcome: 'crashed',
        budget: 'none',
        words: 'a secret could not be read',
        advice: 'Check that the secret exists and that the execution role may read it.',
    },
    'secrets-timeout': {
        outcome: 'crashed',
        budget: 'infra',
        words: 'secrets or registry credentials could not be fetched for now',
        advice: 'Retry the run; if it repeats, check the way from the subnets to Secrets Manager and SSM.',
    },
    logging: {
        outcome: 'crashed',
        budget: 'none',
        words: 'the log driver could not start',
        advice: 'Check that `aws.log-group` exists and that the execution role may write to it.',
    },
    volume: {
        outcome: 'crashed',
        budget: 'infra',
        words: 'a volume could not be mounted',
        advice: 'Check that the file system has a mount target in the zone of each subnet that admits NFS (port 2049) from the security group, that the access point exists, and that the task role may do elasticfilesystem:ClientMount.',
    },
    runtime: {
        outcome: 'crashed',
        budget: 'infra',
        words: 'the container runtime failed',
        advice: 'Retry the run; if it repeats, look at what AWS says of the container.',
    },
    sidecar: {
        outcome: 'crashed',
        budget: 'infra',
        words: 'another container of the ECS task ended before the program did',
        advice: 'Read the log of that container: its stream is beside the one of the flow.',
    },
    'start-failed': {
        outcome: 'crashed',
        budget: 'infra',
        words: 'the ECS task could not be started',
        advice: 'Look at what AWS says, then retry the run.',
    },
    refused: {
        outcome: 'crashed',
        budget: 'none',
        words: 'the executor refused to start the attempt',
        advice: 'Mend what the message says, then retry the run.',
    },
    'start-timeout': {
        outcome: 'crashed',
        budget: 'infra',
        words: 'it did not start within `timeout.start`',
        advice: 'Raise `timeout.start`, or make the image smaller.',
    },
    'run-timeout': {
        outcome: 'timed-out',
        budget: 'code',
        words: 'it ran longer than `timeout.run`',
        advice: 'Raise `timeout.run`, or make the flow faster.',
    },
    cancelled: { outcome: 'cancelled', budget: 'none', words: 'it was cancelled' },
    superseded: { outcome: 'cancelled', budget: 'none', words: 'a newer slot of the flow took its place' },
    'stopped-outside': {
        outcome: 'cancelled',
        budget: 'none',
        words: 'somebody stopped the ECS task outside Headgate',
        advice: 'Find out who stopped it, and retry the run if it should go on.',
    },
    foreign: {
        outcome: 'crashed',
        budget: 'none',
        words: 'an ECS service scheduler stopped the ECS task, which Headgate never uses',
        advice: 'Look at who else manages tasks in this cluster.',
    },
    'no-evidence': {
        outcome: 'unknown',
        budget: 'infra',
        words: 'no evidence of its end could be found',
        advice: 'Look at its log, then resolve the run as succeeded or failed, or start it again.',
    },
};
function factsOf(endingClass) {
    return endingClasses[endingClass];
}


/***/ }),

/***/ 6571:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dV: () => (/* binding */ imagesOfOneRun),
/* harmony export */   lU: () => (/* binding */ roundsWarnings)
/* harmony export */ });
/* unused harmony export mostImagesOfOneRun */
/* harmony import */ var _images_to_build_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3385);

/** GitHub refuses a matrix of more jobs as a whole (docs: "maximum of 256 jobs per workflow run"). */
const mostImagesOfOneRun = 256;
/** The images that one run of the workflow builds: the project's first, since most flows wait for that. */
function imagesOfOneRun(images) {
    if (images.length <= mostImagesOfOneRun)
        return images;
    const isProjects = ({ name }) => name === _images_to_build_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultImage */ .XS;
    const ordered = [...images.filter(isProjects), ...images.filter((image) => !isProjects(image))];
    return ordered.slice(0, mostImagesOfOneRun);
}
function roundsWarnings({ images }) {
    if (images.length <= mostImagesOfOneRun)
        return [];
    const left = images.length - mostImagesOfOneRun;
    const message = `${images.length} images have to be built, and one run of a workflow builds ${mostImagesOfOneRun}: ${left} follow.`;
    const fix = 'Nothing, with the workflow `deploy` that `init` writes: it starts itself again for the rest. In one of your own, deploy until the output `unfinished` is false.';
    return [{ code: 'W_IMAGES_IN_ROUNDS', message, fix }];
}


/***/ }),

/***/ 3385:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XS: () => (/* binding */ defaultImage),
/* harmony export */   mi: () => (/* binding */ imageNameOf),
/* harmony export */   su: () => (/* binding */ imagesToBuild)
/* harmony export */ });
/** By which a deploy is given the image of a flow, and the record of its build. */
function imageNameOf({ manifest, closure }) {
    return closure.image?.isOwn === true ? ownImageName(manifest.name) : defaultImage;
}
const defaultImage = 'default';
/** A dot keeps an own image of a flow called `default` apart from the project's: no flow has one in its name. */
function ownImageName(flow) {
    return flow === defaultImage ? `flow.${flow}` : flow;
}
function imagesToBuild(flows) {
    const needing = new Map();
    for (const planned of flows) {
        if (planned.image.kind !== 'needed')
            continue;
        const known = needing.get(planned.image.name);
        if (known === undefined)
            needing.set(planned.image.name, [planned]);
        else
            known.push(planned);
    }
    return [...needing].map(([name, all]) => ({
        name,
        dockerfile: all.at(-1)?.desired?.closure.image?.dockerfile ?? 'Dockerfile',
        isOwn: name !== defaultImage,
        flows: all.map(({ flow }) => flow),
    }));
}


/***/ }),

/***/ 7136:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ canonicalJson)
/* harmony export */ });
/** The one text of a JSON value: keys sorted by code unit, no white space, `-0` as `0`. Equal values, equal bytes. */
function canonicalJson(value) {
    if (Array.isArray(value))
        return `[${value.map(canonicalJson).join(',')}]`;
    if (typeof value === 'object' && value !== null)
        return canonicalObject(value);
    return JSON.stringify(Object.is(value, -0) ? 0 : value);
}
function canonicalObject(value) {
    let members = '';
    for (const key of Object.keys(value).sort()) {
        const separator = members === '' ? '' : ',';
        members += `${separator}${JSON.stringify(key)}:${canonicalJson(value[key])}`;
    }
    return `{${members}}`;
}


/***/ }),

/***/ 2511:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ allPackages),
/* harmony export */   AN: () => (/* binding */ longestLearned),
/* harmony export */   Cg: () => (/* binding */ joinLearned),
/* harmony export */   MA: () => (/* binding */ isSameLearned),
/* harmony export */   lo: () => (/* binding */ mostLearned),
/* harmony export */   zl: () => (/* binding */ allFolders)
/* harmony export */ });
/** Entries of each list. Beyond that a wider rule takes their place, which sees more changes and never fewer. */
const mostLearned = 50;
/** Characters of one entry. */
const longestLearned = 300;
/** Stands for every lock file above the flow. */
const allPackages = '*';
/** Stands for every file of the repository. */
const allFolders = '';
const lists = ['files', 'folders', 'packages', 'absent'];
/** What either of them knows; undefined if that is nothing. */
function joinLearned(a, b) {
    const joined = (list) => [...new Set([...(a?.[list] ?? []), ...(b?.[list] ?? [])])].sort();
    const whole = {
        files: joined('files'),
        folders: joined('folders'),
        packages: joined('packages'),
        absent: joined('absent'),
    };
    return compact(widen(whole), b?.missed ?? a?.missed);
}
function widen({ files, folders, packages, absent }) {
    const isTooLong = (list) => list.length > mostLearned || list.some((entry) => entry.length > longestLearned);
    const wideFolders = isTooLong(files) ? [...folders, ...new Set(files.map(folderAbove))].sort() : folders;
    const areAll = isTooLong(wideFolders) || wideFolders.includes(allFolders) || isTooLong(absent);
    const arePackagesAll = isTooLong(packages) || packages.includes(allPackages) || isTooLong(absent);
    return {
        files: isTooLong(files) || areAll ? [] : files,
        folders: areAll ? [allFolders] : [...new Set(wideFolders)],
        packages: arePackagesAll ? [allPackages] : packages,
        absent: isTooLong(absent) ? [] : absent,
    };
}
function folderAbove(path) {
    return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
function compact(whole, missed) {
    const filled = Object.fromEntries(lists.flatMap((list) => (whole[list].length > 0 ? [[list, whole[list]]] : [])));
    if (Object.keys(filled).length === 0 && missed === undefined)
        return undefined;
    return { ...filled, ...(missed === undefined ? {} : { missed }) };
}
function isSameLearned(a, b) {
    if (a === undefined || b === undefined)
        return a === b;
    return (a.missed === b.missed && lists.every((list) => (a[list] ?? []).join('\0') === (b[list] ?? []).join('\0')));
}


/***/ }),

/***/ 1824:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ missedWarning),
/* harmony export */   g: () => (/* binding */ missedChange)
/* harmony export */ });
/* harmony import */ var _learned_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2511);

const mostNamed = 5;
const sealDigits = 16;
function missedChange(input) {
    const { lacked } = input.made;
    const missed = input.made.bundle.slice(0, sealDigits);
    const known = lackedWords(input);
    if (known !== undefined)
        return { behind: known, learned: { ...lacked, missed } };
    const settings = differing(input).filter((path) => settingsFile.test(path));
    const behind = settings.length > 0 ? `${named(settings)}, in a way that is not known` : 'nothing that git shows';
    return { behind, learned: { ...lacked, files: [...(lacked?.files ?? []), ...settings], missed } };
}
/** What tools read beside the code. */
const settingsFile = /(?:^|\/)(?:package\.json|[^/]*[jt]sconfig[^/]*\.json|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|pnpm-workspace\.yaml|bun\.lockb?|\.npmrc|\.yarnrc\.yml)$/;
/** The likeliest first: a file that git holds and that changed. */
function lackedWords(input) {
    const { files = [], folders = [], packages = [] } = input.made.lacked ?? {};
    const changed = new Set(differing(input));
    const touched = files.filter((path) => changed.has(path));
    if (touched.length > 0)
        return named(touched);
    if (packages.length > 0)
        return `the code of the ${word(packages, 'package')} ${named(packages)}`;
    if (folders.length > 0) {
        const places = folders.map((folder) => (folder === _learned_js__WEBPACK_IMPORTED_MODULE_0__/* .allFolders */ .zl ? 'the repository' : folder));
        return `what is made by tools in ${named(places)}`;
    }
    return files.length > 0 ? named(files) : undefined;
}
function differing({ filesThen, filesNow }) {
    if (filesThen === undefined || filesNow === undefined)
        return [];
    const paths = new Set([...filesThen.keys(), ...filesNow.keys()]);
    return [...paths].filter((path) => filesThen.get(path) !== filesNow.get(path)).sort();
}
function named(names) {
    const shown = names.slice(0, mostNamed).map((name) => `\`${name}\``);
    const rest = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
    return `${shown.join(', ')}${rest}`;
}
const word = (items, one) => (items.length === 1 ? one : `${one}s`);
function missedWarning(flow, file, { behind }) {
    return {
        code: 'W_MISSED_CHANGE',
        place: { file },
        message: `The bundle of "${flow}" is not the one that is deployed, although nothing changed that the flow was known to use. Behind it: ${behind}.`,
        fix: 'Nothing: it is deployed, and this counts from now on. Tell us, since a plan should have seen it.',
    };
}


/***/ }),

/***/ 9665:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Xb: () => (/* binding */ isChange),
  t8: () => (/* binding */ isKept),
  TN: () => (/* binding */ isRecorded),
  Cs: () => (/* binding */ makePlan)
});

// EXTERNAL MODULE: ./src/core/deployment.ts
var deployment = __webpack_require__(197);
// EXTERNAL MODULE: ./src/core/closure.ts
var closure = __webpack_require__(7141);
;// CONCATENATED MODULE: ./src/core/file-changes.ts

/** The files of a flow that are not as they were when it was deployed. */
function filesChanged({ desired, filesThen, filesNow }) {
    const { image } = desired.closure;
    const files = desired.closure.files();
    const changes = [];
    for (const [path, { blob }] of files) {
        const then = filesThen.get(path);
        if (then === blob)
            continue;
        changes.push({ path, kind: then === undefined ? 'added' : 'changed', chain: (0,closure/* importChain */.L)(files, path) });
    }
    for (const [path, blob] of imageFiles(image)) {
        const then = filesThen.get(path);
        if (then === blob || files.has(path))
            continue;
        changes.push({ path, kind: then === undefined ? 'added' : 'changed', chain: [path] });
    }
    return [...changes, ...deletedFiles(desired, filesThen, filesNow)];
}
/** The Dockerfile, what keeps files from it, and what it takes. */
function imageFiles(image) {
    const files = new Map(image?.files);
    for (const taken of image?.copied ?? [])
        for (const [path, { blob }] of taken)
            files.set(path, blob);
    return files;
}
/** What the flow was made of is not kept, so only what was deleted from its own folder can be named. */
function deletedFiles({ manifest }, filesThen, filesNow) {
    const folder = `${manifest.file.slice(0, manifest.file.lastIndexOf('/'))}/`;
    const isPart = (path) => manifest.workload.program.kind === 'command' || /\.(?:[cm]?[jt]sx?|json)$/.test(path);
    return [...filesThen.keys()]
        .filter((path) => path.startsWith(folder) && !filesNow.has(path) && isPart(path))
        .filter((path) => !/\/flow\.ya?ml$/.test(path))
        .map((path) => ({ path, kind: 'deleted', chain: [path] }));
}

// EXTERNAL MODULE: ./src/core/images-to-build.ts
var images_to_build = __webpack_require__(3385);
// EXTERNAL MODULE: ./src/core/learned.ts
var core_learned = __webpack_require__(2511);
;// CONCATENATED MODULE: ./src/core/mass-delete.ts
const mostShown = 20;
/** A bad merge can delete a folder of flows. More than one flow, and more than a third of all, is not taken for a wish. */
function massDeleteProblem(removed, liveCount) {
    if (removed.length <= 1 || removed.length * 3 <= liveCount)
        return undefined;
    const named = removed.slice(0, mostShown).join(', ');
    const rest = removed.length > mostShown ? ` and ${removed.length - mostShown} more` : '';
    return {
        code: 'E_MASS_DELETE',
        message: `This would remove ${removed.length} of ${liveCount} deployed flows: ${named}${rest}.`,
        fix: 'If it is meant, deploy with `--allow-mass-delete` (`allow-mass-delete: true`); else restore their folders.',
    };
}

// EXTERNAL MODULE: ./src/core/missed-change.ts
var missed_change = __webpack_require__(1824);
;// CONCATENATED MODULE: ./src/core/plan-reasons.ts
const mostFiles = 20;
const mostPackages = 10;
const partReasons = {
    code: 'its files changed',
    packages: 'the packages that it uses changed',
    image: 'the Dockerfile, what it takes, or what is kept from it, changed',
    manifest: 'its manifest changed in what ends in the task definition',
    placement: 'the AWS placement of the project changed',
};
const againReasons = {
    deregistered: 'somebody deregistered its task definition',
    forced: 'it is to be registered again',
};
function firstReasons({ action, again }) {
    const restored = action === 'restored' ? ['an earlier version is wanted again'] : [];
    return again === undefined ? restored : [againReasons[again], ...restored];
}
/** Why a flow is deployed anew, in words. */
function reasonsFor(difference) {
    const { action, isRetired, parts, policyKeys, files, missed } = difference;
    if (missed !== undefined)
        return [`its bundle changed, though nothing that it was known to use did: ${missed.behind}`];
    const first = firstReasons(difference);
    if (parts.length === 0 && policyKeys.length === 0) {
        if (isRetired)
            return [...first, 'it was removed before and is back'];
        if (difference.again !== undefined)
            return first;
        return action === 'added' ? ['it is new'] : [...first, 'its policy changed'];
    }
    const hasFileReason = parts.includes('code') || parts.includes('image');
    const named = hasFileReason ? files.slice(0, mostFiles).map(fileReason) : [];
    const rest = files.length > mostFiles ? [`and ${files.length - mostFiles} more files`] : [];
    const packages = parts.includes('packages') ? packageReasons(difference.packages) : [];
    const explained = new Set(named.length > 0 ? ['code', 'image'] : []);
    if (packages.length > 0)
        explained.add('packages');
    const keys = policyKeys.length === 0 ? [] : [`${policyKeys.map((key) => `\`${key}\``).join(', ')} changed`];
    const general = parts.filter((part) => !explained.has(part)).map((part) => partReasons[part]);
    return [...first, ...named, ...(named.length > 0 ? rest : []), ...packages, ...general, ...keys];
}
function packageReasons(packages) {
    const rest = packages.length - mostPackages;
    return [...packages.slice(0, mostPackages), ...(rest > 0 ? [`and ${rest} more packages`] : [])];
}
/** `lib/money.ts changed, imported by lib/prices.ts, imported by flows/a/index.ts`. */
function fileReason({ path, kind, chain }) {
    const importers = chain.slice(0, -1).reverse();
    const words = { added: 'is new', changed: 'changed', deleted: 'was deleted' }[kind];
    return [`\`${path}\` ${words}`, ...importers.map((importer) => `imported by \`${importer}\``)].join(', ');
}

// EXTERNAL MODULE: ./src/core/json.ts
var json = __webpack_require__(7136);
;// CONCATENATED MODULE: ./src/core/policy-difference.ts

/** Parts of a policy whose members are named one by one; others differ as a whole. */
const opened = new Set(['catchUp', 'concurrency', 'after', 'parameters', 'retries', 'timeout']);
/** Keys that people write under another one. */
const elsewhere = {
    spot: 'resources.spot',
    spotFallbackAfter: 'resources.spot.fallback-after',
};
/** The keys of the manifest, as people write them, in which two policies differ. */
function policyDifference(before, after) {
    const keys = differences(plain(before), plain(after)).map(([first, ...rest]) => {
        // Names of parameters are the user's own.
        const inner = first === 'parameters' ? rest : rest.map(asWritten);
        return [elsewhere[first ?? ''] ?? asWritten(first ?? ''), ...inner].join('.');
    });
    return keys.sort();
}
function plain(policy) {
    const schedules = policy.schedules.map((schedule) => (0,json/* canonicalJson */.d)(schedule)).sort();
    return { ...policy, schedules };
}
function differences(before, after) {
    return keysOf(before, after).flatMap((key) => {
        const [was, is] = [before[key], after[key]];
        if (isEqual(was, is))
            return [];
        if (!opened.has(key) || !isPlain(was) || !isPlain(is))
            return [[key]];
        return keysOf(was, is)
            .filter((inner) => !isEqual(was[inner], is[inner]))
            .map((inner) => [key, inner]);
    });
}
function keysOf(before, after) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
}
function isPlain(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isEqual(a, b) {
    if (a === undefined || b === undefined)
        return a === b;
    return (0,json/* canonicalJson */.d)(a) === (0,json/* canonicalJson */.d)(b);
}
/** `maxDelaySeconds` → `max-delay`. */
function asWritten(key) {
    return key.replace(/Seconds$/, '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

;// CONCATENATED MODULE: ./src/core/plan.ts








function makePlan(input) {
    const live = liveDeployments(input.registry);
    const wanted = new Set(input.desired.map(({ manifest }) => manifest.name));
    const removed = live.filter(({ flow }) => !wanted.has(flow));
    const flows = [...input.desired.map((desired) => planFlow(input, desired)), ...removed.map(planRemoval)];
    flows.sort((a, b) => (a.flow < b.flow ? -1 : 1));
    const massDelete = massDeleteProblem(removed.map(({ flow }) => flow), live.length);
    return { flows, images: (0,images_to_build/* imagesToBuild */.su)(flows), ...(massDelete === undefined ? {} : { massDelete }) };
}
function liveDeployments({ deployments }) {
    return [...deployments.values()].filter(({ retiredAt }) => retiredAt === undefined);
}
function isChange({ action }) {
    return action !== 'unchanged';
}
/** Whether the registry will say something else of it. */
function isRecorded(planned) {
    return isChange(planned) || planned.taught !== undefined;
}
function planFlow(input, desired) {
    const flow = desired.manifest.name;
    const known = input.registry.deployments.get(flow);
    const deployed = known?.retiredAt === undefined ? known : undefined;
    const made = input.made?.get(flow);
    const isSeenUnchanged = deployed !== undefined && isVersion(deployed.version, desired);
    const again = againOf(input, flow, deployed?.version);
    if (isSeenUnchanged && !isOtherBundle(deployed.version, made) && again === undefined)
        return unchanged({ desired, deployed, made });
    const versions = known === undefined ? [] : [known.version, ...known.earlier];
    const usable = versions.filter((version) => !isOtherBundle(version, made));
    const same = usable.find((version) => isVersion(version, desired));
    const equal = same ?? usable.find((version) => hasEqualParts(version, desired));
    const reuse = equal ?? usable.find((version) => isKept(version, { desired, made }));
    const missed = isSeenUnchanged ? missedOf(input, deployed, made) : undefined;
    const learned = (0,core_learned/* joinLearned */.Cg)((reuse ?? known?.version)?.learned, missed?.learned ?? made?.lacked);
    const identity = identityOf(desired, learned);
    const difference = deployed === undefined ? noDifference : differenceTo(input, desired, deployed);
    const action = actionOf(same, deployed);
    return {
        flow,
        action,
        reasons: reasonsFor({
            action,
            isRetired: known !== undefined && deployed === undefined,
            packages: input.packages?.get(flow) ?? [],
            ...difference,
            ...present({ missed, again }),
        }),
        ...difference,
        image: imageNeed(input, desired, { usable, reuse, made }),
        desired: { ...desired, identity },
        ...present({
            bundle: made?.bundle,
            learned,
            missed,
            reuse: launchable(input, flow, reuse),
            deployed,
            again,
        }),
    };
}
function actionOf(same, deployed) {
    if (same !== undefined && same !== deployed?.version)
        return 'restored';
    return deployed === undefined ? 'added' : 'changed';
}
/** What is still registered, and good enough for whoever asks. */
function launchable(input, flow, reuse) {
    return againOf(input, flow, reuse) === undefined ? reuse : undefined;
}
function againOf({ renewal }, flow, version) {
    if (version === undefined || renewal === undefined)
        return undefined;
    if (renewal.forced.has(flow))
        return 'forced';
    return renewal.gone.has(version.revision) ? 'deregistered' : undefined;
}
/** Only what is there: a key that is left out and an undefined one are two things. */
function present(fields) {
    const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
    return Object.fromEntries(entries);
}
function identityOf(desired, learned) {
    return learned === undefined ? desired.identity : desired.identityWith(learned);
}
const noDifference = { parts: [], policyKeys: [], files: [] };
function differenceTo(input, desired, deployed) {
    return {
        parts: partsBetween(deployed.version, desired),
        policyKeys: policyDifference(deployed.policy, desired.manifest.policy),
        files: changedFiles(input, desired, deployed),
    };
}
/** By all that the version was known to be made of. */
function isVersion(version, desired) {
    return version.fingerprint === identityOf(desired, version.learned).fingerprint;
}
/** False where either is not known: then nothing speaks against what the closure says. */
function isOtherBundle({ bundle }, made) {
    return bundle !== undefined && made !== undefined && bundle !== made.bundle;
}
/**
 * Whether what runs is the same, byte for byte, although what it was made of is not: then its revision stays. Only where
 * the bundle is all that the image holds of the flow, and only by a record of exactly these sources.
 */
function isKept(version, { desired, made }) {
    const { manifest, closure } = desired;
    const isAllThereIs = manifest.workload.program.kind === 'entrypoint' &&
        manifest.inputs.length === 0 &&
        closure.image?.isOwn !== true;
    return (isAllThereIs &&
        made?.isOfThisCommit === true &&
        version.bundle === made.bundle &&
        partsBetween(version, desired).every((part) => part === 'code' || part === 'packages'));
}
function unchanged({ desired, deployed, made }) {
    const nothing = { reasons: [], parts: [], policyKeys: [], files: [], image: { kind: 'none' } };
    const { version } = deployed;
    const base = { flow: deployed.flow, action: 'unchanged', ...nothing, desired, deployed };
    // Of a bundle that is not known to be the deployed one nothing can be said about the deployed one.
    if (made === undefined || version.bundle !== made.bundle)
        return base;
    const learned = (0,core_learned/* joinLearned */.Cg)(version.learned, made.lacked);
    if (learned === undefined || (0,core_learned/* isSameLearned */.MA)(learned, version.learned))
        return base;
    return { ...base, taught: { ...version, ...desired.identityWith(learned), learned } };
}
function missedOf(input, { version }, made) {
    if (made === undefined)
        return undefined;
    return (0,missed_change/* missedChange */.g)({ made, filesThen: input.filesAt?.get(version.commit), filesNow: input.filesNow });
}
/** The parts make the task definition; what differs beside them is policy, which lives in the registry. */
function hasEqualParts(version, desired) {
    return partsBetween(version, desired).length === 0;
}
function partsBetween(version, desired) {
    const identity = identityOf(desired, version.learned);
    return deployment/* fingerprintParts */.pL.filter((part) => version.parts[part] !== identity.parts[part]);
}
function changedFiles(input, desired, deployed) {
    const filesThen = input.filesAt?.get(deployed.version.commit);
    if (filesThen === undefined)
        return [];
    return filesChanged({ desired, filesThen, filesNow: input.filesNow ?? new Map() });
}
function imageNeed({ needsImages }, desired, { usable, reuse, made }) {
    if (!needsImages)
        return { kind: 'none' };
    const hasContent = (version) => version.content === identityOf(desired, version.learned).content || isKept(version, { desired, made });
    const kept = [...(reuse === undefined ? [] : [reuse]), ...usable].find((version) => version.image !== undefined && hasContent(version));
    if (kept?.image !== undefined) {
        const { image, built, bundle } = kept;
        return { kind: 'kept', image, ...present({ built, bundle }) };
    }
    return { kind: 'needed', name: (0,images_to_build/* imageNameOf */.mi)(desired) };
}
function planRemoval(deployed) {
    return {
        flow: deployed.flow,
        action: 'removed',
        reasons: ['its folder is gone'],
        parts: [],
        policyKeys: [],
        files: [],
        image: { kind: 'none' },
        deployed,
    };
}


/***/ }),

/***/ 3475:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dt: () => (/* binding */ accountedUntil),
  jI: () => (/* binding */ byAge),
  p$: () => (/* binding */ emptyState),
  UF: () => (/* reexport */ gapReasons)
});

;// CONCATENATED MODULE: ./src/core/gap.ts
const gapReasons = {
    overlap: 'a run of the flow was still open',
    buffered: 'one run was already waiting',
    paused: 'the flow was paused',
    'newer-slot': 'a newer slot of the same schedule was due too',
    'catch-up-max': 'more slots were due than `catch-up.max` allows',
    upstream: 'an upstream run did not end as `after.when` asks',
    parameters: 'its parameters do not fit what the flow declares',
    'flow-removed': 'the flow was removed before a tick saw it',
    'schedule-removed': 'its schedule was changed or removed before a tick saw it',
    window: 'it was later than `catch-up.window` when a tick saw it',
};

;// CONCATENATED MODULE: ./src/core/state.ts

function emptyState(mark) {
    return { sequence: 0, mark, runs: new Map(), pauses: new Map(), gaps: [] };
}
/** Up to when the slots of a flow are accounted for. */
function accountedUntil({ mark, partial }, flow) {
    return partial !== undefined && partial.slot > mark && flow <= partial.through ? partial.slot : mark;
}
/** The one order of gaps: the oldest first, by their ends. */
function byAge(a, b) {
    if (a.to !== b.to)
        return a.to - b.to;
    if (a.from !== b.from)
        return a.from - b.from;
    if (a.flow !== b.flow)
        return a.flow < b.flow ? -1 : 1;
    return a.because === b.because ? 0 : a.because < b.because ? -1 : 1;
}


/***/ }),

/***/ 7426:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jobLog: () => (/* binding */ jobLog),
  writeFailure: () => (/* binding */ writeFailure),
  writeOutputs: () => (/* binding */ writeOutputs)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ../../node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(2825);
// EXTERNAL MODULE: ./src/core/problem.ts
var core_problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
;// CONCATENATED MODULE: ./src/report/log-lines.ts

/**
 * Text for the log of an Actions job that can never be a workflow command. The runner looks for `##[name` anywhere in a
 * line, and for `::name` behind leading blanks (actions/runner, ActionCommandManager).
 */
function safeLogText(text) {
    return (0,visible/* visible */.RK)(text).split('\n').map(safeLogLine).join('\n');
}
function safeLogLine(line) {
    const broken = line.replaceAll('##[', '## [');
    return /^\s*::/.test(broken) ? broken.replace('::', ': :') : broken;
}
const mostDraws = 8;
/**
 * Puts lines where the runner obeys no command: second lock on the same door. `drawToken` gives 128 random bits as
 * text; a token that occurs in the lines, which would let them out, is drawn again.
 */
function fencedLogLines(lines, drawToken) {
    for (let draw = 0; draw < mostDraws; draw += 1) {
        const token = drawToken();
        const isSafe = /^[A-Za-z0-9-]{16,}$/.test(token) && !lines.some((line) => line.includes(token));
        if (isSafe)
            return [`::stop-commands::${token}`, ...lines, `::${token}::`];
    }
    return [];
}

// EXTERNAL MODULE: ./src/report/outgoing.ts + 1 modules
var report_outgoing = __webpack_require__(4025);
// EXTERNAL MODULE: ./src/doors/documents.ts
var documents = __webpack_require__(9678);
;// CONCATENATED MODULE: ./src/doors/action/output.ts






/** GitHub takes 1 MB of outputs per job, all of them together. */
const longestOutputBytes = 900_000;
/** Lines of the job's log: nothing that comes from outside can become a workflow command. */
function jobLog(redact) {
    return {
        info: (text) => core/* info */.pq(safeLogText(redact(text))),
        warn: (text) => core/* warning */.$e(safeLogText(redact(text))),
    };
}
/** The outputs that `action.yml` declares, the job summary, and the text in the log: all of it redacted. */
async function writeOutputs(performed, outgoing) {
    setOutputs(outgoing.document(performed.document));
    printText(outgoing.whole(performed.text));
    if (performed.summary !== undefined)
        await addToSummary(outgoing.whole(performed.summary));
}
/**
 * Lines that a flow printed are among it. No line of them can be a command any more, and where one might have been, the
 * runner is told to obey none as well. Both lines of the fence are seen in the log, so there is none without need.
 */
function printText(text) {
    const lines = safeLogText(text).split('\n');
    const needsFence = /::|##\[/.test(text);
    const shown = needsFence ? fencedLogLines(lines, () => (0,external_node_crypto_.randomBytes)(16).toString('hex')) : lines;
    core/* info */.pq(shown.join('\n'));
}
/** Each output has a value after each command: an expression such as `fromJSON` fails on an empty text. */
function setOutputs(document) {
    let left = longestOutputBytes;
    const set = (name, text) => {
        left -= Buffer.byteLength(text);
        core/* setOutput */.uH(name, text);
    };
    set('changed', JSON.stringify(document['changed'] ?? []));
    set('images', JSON.stringify(document['images'] ?? { include: [] }));
    core/* setOutput */.uH('unfinished', document['isUnfinished'] === true ? 'true' : 'false');
    core/* setOutput */.uH('next-wake', document['nextWake'] ?? '');
    set('runs', runsText(document, left / 2));
    set('result', resultText(document, left));
}
/** Those that fit, from the first: a tick may have started a thousand, and a result that is cut says so. */
function runsText(document, limitBytes) {
    const runs = document['runs'] ?? [];
    const whole = JSON.stringify(runs);
    if (!Array.isArray(runs) || Buffer.byteLength(whole) <= limitBytes)
        return whole;
    let bytes = '[]'.length;
    const first = runs.findIndex((run) => {
        bytes += Buffer.byteLength(JSON.stringify(run)) + ','.length;
        return bytes > limitBytes;
    });
    return JSON.stringify(runs.slice(0, Math.max(first, 0)));
}
async function addToSummary(text) {
    const hasSummaryFile = (process.env['GITHUB_STEP_SUMMARY'] ?? '') !== '';
    if (hasSummaryFile)
        await core/* summary */.z.addRaw(text, true).write();
}
/** A result that GitHub would refuse is replaced by one that says so. */
function resultText(document, limitBytes) {
    const text = JSON.stringify(document);
    if (Buffer.byteLength(text) <= limitBytes)
        return text;
    return JSON.stringify({ verb: document['verb'] ?? null, isCut: true, bytes: Buffer.byteLength(text) });
}
/** What went wrong: on the files that it is in, in the job summary, and in the output `result`. */
async function writeFailure({ problems, stack }, { command, redact }) {
    const clean = problems.map((problem) => redacted(problem, redact));
    annotate(clean);
    if (stack !== undefined)
        printText(redact(stack));
    setOutputs({ verb: command, isOk: false, problems: clean.map(documents/* problemDocument */.FC) });
    const outgoing = (0,report_outgoing/* createOutgoing */.D)(redact);
    await addToSummary(summaryOf(clean, outgoing));
}
/** GitHub takes 1 MiB of a step's summary, and drops one that is longer as a whole. */
const longestSummaryBytes = 512 * 1024;
const mostProblemsShown = 500;
function summaryOf(problems, outgoing) {
    const lines = [];
    let bytes = 0;
    for (const problem of problems.slice(0, mostProblemsShown)) {
        const line = `- ${outgoing.inline((0,core_problem/* describeProblem */.BJ)(problem))}\n`;
        bytes += Buffer.byteLength(line);
        if (bytes > longestSummaryBytes)
            break;
        lines.push(line);
    }
    const left = problems.length - lines.length;
    return `${lines.join('')}${left === 0 ? '' : `- and ${left} more, which the log names.\n`}`;
}
/** What git and servers say is quoted in messages, and may hold what they were given. */
function redacted(problem, redact) {
    const { fix } = problem;
    return { ...problem, message: redact(problem.message), ...(fix === undefined ? {} : { fix: redact(fix) }) };
}
function annotate(problems) {
    for (const problem of problems) {
        const { place } = problem;
        core/* error */.z3(safeLogText((0,core_problem/* describeProblem */.BJ)(problem)), {
            title: problem.code,
            ...(place === undefined ? {} : { file: place.file }),
            ...(place?.line === undefined ? {} : { startLine: place.line }),
            ...(place?.column === undefined ? {} : { startColumn: place.column }),
        });
    }
}


/***/ }),

/***/ 9678:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cd: () => (/* binding */ gapDocument),
/* harmony export */   FC: () => (/* binding */ problemDocument),
/* harmony export */   NP: () => (/* binding */ planDocument),
/* harmony export */   Vc: () => (/* binding */ momentOrNull),
/* harmony export */   rE: () => (/* binding */ runDocument)
/* harmony export */ });
/* unused harmony exports alertDocument, deploymentDocument */
/* harmony import */ var _core_alerting_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9344);
/* harmony import */ var _core_image_rounds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6571);
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3705);
/* harmony import */ var _core_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9665);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2531);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(973);
/* harmony import */ var _report_alert_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1867);







/** The JSON that doors print: people script against it, so a key never changes its meaning. Moments are ISO 8601 in UTC. */
function runDocument(run) {
    const slot = (0,_core_run_js__WEBPACK_IMPORTED_MODULE_5__/* .slotOf */ .SW)(run.cause);
    return {
        id: run.id,
        flow: run.flow,
        state: run.phase.state,
        cause: run.cause.kind,
        slot: momentOrNull(slot),
        commit: run.commit,
        revision: run.revision,
        parameters: run.parameters,
        createdAt: (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .isoOf */ .dF)(run.createdAt),
        endedAt: 'endedAt' in run.phase ? (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .isoOf */ .dF)(run.phase.endedAt) : null,
        attempts: run.attempts.map(attemptDocument),
    };
}
function attemptDocument(attempt) {
    const { ending } = attempt;
    return {
        number: attempt.number,
        handle: attempt.handle ?? null,
        capacity: attempt.capacity ?? null,
        startedAt: momentOrNull(attempt.startedAt),
        endedAt: momentOrNull(ending?.at),
        ending: ending?.class ?? null,
        exitCode: ending?.exitCode ?? null,
        detail: ending?.detail ?? null,
    };
}
function gapDocument(gap) {
    return {
        flow: gap.flow,
        outcome: gap.outcome,
        because: gap.because,
        from: (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .isoOf */ .dF)(gap.from),
        to: (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .isoOf */ .dF)(gap.to),
        count: gap.count,
    };
}
function alertDocument(alert, state) {
    return {
        kind: alert.kind,
        flow: 'flow' in alert ? alert.flow : null,
        since: isoOf(alert.since),
        text: alertWords(alert),
        issue: alertingOf(state).told.get(alert.key)?.issue?.number ?? null,
    };
}
function deploymentDocument(deployment) {
    return {
        flow: deployment.flow,
        commit: deployment.version.commit,
        fingerprint: deployment.version.fingerprint,
        revision: deployment.version.revision,
        image: deployment.version.image ?? null,
        built: deployment.version.built ?? null,
        deployedAt: isoOf(deployment.deployedAt),
        retiredAt: momentOrNull(deployment.retiredAt),
    };
}
function problemDocument(problem) {
    return {
        code: problem.code,
        message: problem.message,
        file: problem.place?.file ?? null,
        line: problem.place?.line ?? null,
        column: problem.place?.column ?? null,
        field: problem.field ?? null,
        fix: problem.fix ?? null,
        text: (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .describeProblem */ .BJ)(problem),
    };
}
function momentOrNull(moment) {
    return moment === undefined ? null : (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .isoOf */ .dF)(moment);
}
/** `changed` and `images` are outputs of the action as well: the flows to deploy, and a matrix of the images to build. */
function planDocument(made) {
    return {
        changed: made.flows.filter((flow) => (0,_core_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .isChange */ .Xb)(flow) && flow.action !== 'removed').map(({ flow }) => flow),
        removed: made.flows.filter(({ action }) => action === 'removed').map(({ flow }) => flow),
        images: {
            include: (0,_core_image_rounds_js__WEBPACK_IMPORTED_MODULE_6__/* .imagesOfOneRun */ .dV)(made.images).map(({ name, dockerfile, flows }) => ({
                name,
                dockerfile,
                flows,
            })),
        },
        flows: made.flows.map(plannedDocument),
        massDelete: made.massDelete === undefined ? null : problemDocument(made.massDelete),
    };
}
function plannedDocument(planned) {
    return {
        flow: planned.flow,
        action: planned.action,
        reasons: planned.reasons,
        parts: planned.parts,
        policyKeys: planned.policyKeys,
        files: planned.files.map((file) => ({ ...file })),
        needsImage: planned.image.kind === 'needed' ? planned.image.name : null,
        fingerprint: planned.desired?.identity.fingerprint ?? null,
    };
}


/***/ }),

/***/ 1867:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ compareAddress),
/* harmony export */   Gi: () => (/* binding */ issueAddress),
/* harmony export */   Ro: () => (/* binding */ alertTitle),
/* harmony export */   Y8: () => (/* binding */ alertWords)
/* harmony export */ });
/* harmony import */ var _core_ending_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4689);
/* harmony import */ var _core_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3475);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6970);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9988);




/**
 * An alert in one sentence without its end. Nothing in it comes from outside but the name of the flow, so it can stand
 * in Markdown, on a terminal and in a chat.
 */
function alertWords(alert) {
    switch (alert.kind) {
        case 'failures': {
            const { count, class: ending, exitCode } = alert.streak;
            const times = count === 1 ? '' : ` ${count} times in a row`;
            const exit = exitCode === undefined ? '' : ` (exit ${exitCode})`;
            return `${alert.flow} failed${times}: ${(0,_core_ending_js__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .x)(ending).words}${exit}`;
        }
        case 'missed': {
            const { count, because } = alert.missed;
            return `${alert.flow} missed ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .countWords */ .rj)(count, 'slot')}: ${_core_state_js__WEBPACK_IMPORTED_MODULE_1__/* .gapReasons */ .UF[because]}`;
        }
        case 'unknown':
            return `${alert.flow} has ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .countWords */ .rj)(alert.runs.length, 'run')} of which nobody knows the end`;
        case 'clock':
            return `No tick came for ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .durationWords */ .Sh)(alert.wait.to - alert.wait.from)} while slots were due`;
    }
}
/** The title of its issue; it stays the same as long as the issue is open. */
function alertTitle(kind, flow) {
    switch (kind) {
        case 'failures':
            return `Flow ${flow} keeps failing`;
        case 'missed':
            return `Flow ${flow} missed slots`;
        case 'unknown':
            return `Flow ${flow}: nobody knows how a run ended`;
        case 'clock':
            return 'The clock stood still';
    }
}
function inRepository(links, path) {
    const [owner, name, ...rest] = links.repository.split('/');
    if (owner === undefined || owner === '' || name === undefined || rest.length > 0)
        return undefined;
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .httpsAddress */ .gC)({ base: links.serverUrl, path: [owner, name, ...path] });
}
function issueAddress(links, number) {
    return Number.isSafeInteger(number) && number > 0
        ? inRepository(links, ['issues', String(number)])
        : undefined;
}
const commitPattern = /^(?!0+$)[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/** The commits that one commit has and another had not. */
function compareAddress(links, base, head) {
    if (base === head || !commitPattern.test(base) || !commitPattern.test(head))
        return undefined;
    return inRepository(links, ['compare', `${base}...${head}`]);
}


/***/ }),

/***/ 4025:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ createOutgoing)
});

// EXTERNAL MODULE: ./src/report/spans.ts
var spans = __webpack_require__(8500);
;// CONCATENATED MODULE: ./src/report/redact-json.ts

/**
 * Hides secrets in the texts of a document, so that it stays one. What a text means can stand in its key, as in
 * `{"password": "…"}`.
 */
function redactDocument(document, redact) {
    return Object.fromEntries(Object.entries(document).map(([key, value]) => isHarmlessMember(key, value, redact) ? [key, value] : [redact(key), redactMember(key, value, redact)]));
}
/** Of most members one look at the whole says it all: unless JSON writes them in other characters, it shows both texts. */
function isHarmlessMember(key, value, redact) {
    if (typeof value === 'object')
        return false;
    const member = JSON.stringify({ [key]: value });
    return member.length === key.length + lengthOf(value) + '{"":}'.length && redact.isHarmless(member);
}
function lengthOf(value) {
    return typeof value === 'string' ? value.length + '""'.length : String(value).length;
}
function redactMember(key, value, redact) {
    if (typeof value === 'object')
        return redactValue(value, redact);
    const alone = redactValue(value, redact);
    if (alone !== value || typeof value === 'boolean')
        return alone;
    const member = JSON.stringify({ [key]: value });
    return redact(member) === member ? value : spans/* redactionMark */.HA;
}
function redactValue(value, redact) {
    if (typeof value === 'string')
        return redact(value);
    if (typeof value !== 'object' || value === null)
        return value;
    return Array.isArray(value)
        ? value.map((entry) => redactValue(entry, redact))
        : redactDocument(value, redact);
}

// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(6970);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
;// CONCATENATED MODULE: ./src/report/outgoing.ts



const inlineLimit = 1_000;
const longestShownLine = 2_000;
function createOutgoing(redact) {
    const clean = (text, limit) => (0,visible/* cutLength */.bG)(redact((0,visible/* withoutTerminalCodes */.zQ)(text)), limit);
    return {
        inline: (text, limit = inlineLimit) => (0,report_text/* escapeInline */.VV)(clean(text, limit)),
        code: (text, limit = inlineLimit) => (0,report_text/* codeSpan */.SS)(clean(text, limit)),
        block: (lines) => (0,report_text/* codeBlock */.DV)(redact.lines(lines).join('\n')),
        lines: (lines, bounds) => boundedLines(redact, lines, bounds),
        title: (text, limit = 255) => (0,report_text/* plainTitle */.D4)(redact((0,visible/* withoutTerminalCodes */.zQ)(text)), limit),
        document: (document) => redactDocument(document, redact),
        whole: redact.known,
    };
}
/** The newest lines within the bounds. More lines than can be shown are redacted, so that no seam is missed. */
function boundedLines(redact, lines, bounds) {
    if (bounds.mostLines <= 0)
        return [];
    const recent = lines.slice(-bounds.mostLines - 1).map(visible/* withoutTerminalCodes */.zQ);
    const shown = redact
        .lines(recent)
        .slice(-bounds.mostLines)
        .flatMap((line) => (0,visible/* visible */.RK)((0,visible/* cutLength */.bG)(line, longestShownLine, '… (cut)')).split('\n'))
        .map((line) => (0,visible/* cutBytes */.Uw)(line, longestShownLine * 3, '… (cut)'));
    let bytes = 0;
    let first = shown.length;
    while (first > 0 && shown.length - first < bounds.mostLines) {
        bytes += (0,visible/* byteLength */.dp)(shown[first - 1] ?? '') + 1;
        if (bytes > bounds.mostBytes)
            break;
        first -= 1;
    }
    return shown.slice(first);
}


/***/ }),

/***/ 8500:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bm: () => (/* binding */ coverAcross),
/* harmony export */   HA: () => (/* binding */ redactionMark),
/* harmony export */   Iv: () => (/* binding */ cover),
/* harmony export */   h1: () => (/* binding */ merge)
/* harmony export */ });
const redactionMark = '***';
/** In order, and apart from each other. */
function merge(spans) {
    const merged = [];
    for (const span of [...spans].sort((a, b) => a.from - b.from)) {
        const last = merged.at(-1);
        if (last === undefined || span.from > last.to)
            merged.push(span);
        else if (span.to > last.to)
            merged[merged.length - 1] = { from: last.from, to: span.to };
    }
    return merged;
}
function cover(text, spans) {
    let shown = '';
    let done = 0;
    for (const { from, to } of spans) {
        if (from >= text.length)
            break;
        shown += `${text.slice(done, from)}${redactionMark}`;
        done = to;
    }
    return shown + text.slice(done);
}
/** Finds in the joined lines, and covers each line's share of what was found. */
function coverAcross(lines, separator, find) {
    const spans = merge(find(lines.join(separator)));
    let next = 0;
    let start = 0;
    return lines.map((line) => {
        const end = start + line.length;
        while ((spans[next]?.to ?? Number.POSITIVE_INFINITY) <= start)
            next += 1;
        const own = [];
        for (let index = next; (spans[index]?.from ?? Number.POSITIVE_INFINITY) < end; index += 1) {
            const { from, to } = spans[index] ?? { from: end, to: end };
            own.push({ from: Math.max(from - start, 0), to: Math.min(to - start, line.length) });
        }
        start = end + separator.length;
        return cover(line, own);
    });
}


/***/ }),

/***/ 6970:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ plainTitle),
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   VV: () => (/* binding */ escapeInline),
/* harmony export */   gC: () => (/* binding */ httpsAddress),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3727);

/**
 * The primitives that turn any text into Markdown which shows just that text. GitHub looks for mentions and references
 * in the rendered text, where a backslash is gone already; only code keeps them out. So a word that could become a
 * mention, a reference, a link, markup, an emoji or a formula is shown as code, and all other words as they are.
 */
const plainWord = /^(?:[A-Za-z0-9.,;!?'"()%/+=:-]|\P{ASCII})+$/u;
const lively = [
    /:\/\//,
    /www\./i,
    /^(?:mailto|xmpp):/i,
    /(?<![a-z0-9])gh-\d/i,
    /(?<![a-z0-9])[0-9a-f]{7,}(?![a-z0-9])/i,
    /^:/,
    // An emoji as soon as a colon follows, whoever writes it.
    /:[0-9+-]*[a-z]/i,
    /(?<!\d):[0-9+-]/,
];
function escapeInline(text) {
    const shown = [];
    let code = [];
    const closeCode = () => {
        if (code.length > 0)
            shown.push(codeSpan(code.join(' ')));
        code = [];
    };
    for (const word of (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text).split(' ')) {
        if (word === '')
            continue;
        if (!isPlain(word))
            code.push(word);
        else {
            closeCode();
            shown.push(escapePlain(word));
        }
    }
    closeCode();
    return shown.join(' ');
}
function isPlain(word) {
    return plainWord.test(word) && !lively.some((pattern) => pattern.test(word));
}
/** What would begin a list, a heading or an image if it came first in a line, or before a link. */
function escapePlain(word) {
    return word
        .replace(/^[-+=]/, '\\$&')
        .replace(/^(\d+)([.)])$/, '$1\\$2')
        .replaceAll('!', '\\!');
}
/** One line of code. Its fence is longer than any run of backticks inside. */
function codeSpan(text) {
    const line = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text);
    if (line === '')
        return '';
    const fence = fenceFor(line, 1);
    const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
    return `${fence}${pad}${line}${pad}${fence}`;
}
/** Lines of code. */
function codeBlock(text) {
    const shown = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text);
    const fence = fenceFor(shown, 3);
    return `${fence}text\n${shown}\n${fence}`;
}
function fenceFor(text, shortest) {
    const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
    return '`'.repeat(longest >= shortest ? longest + 1 : shortest);
}
/** For places where GitHub shows plain text: the title of a check, an annotation. */
function plainTitle(text, limit = 255) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .cutLength */ .bG)((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text), limit);
}
/**
 * Makes inline Markdown fit into a table cell, where a bar ends the cell even inside code. Parsers disagree about
 * a bar behind a backslash, so there it becomes a broken bar.
 */
function tableCell(markdown) {
    return markdown.replaceAll(/(\\*)\|/g, (_, slashes) => slashes === '' ? '\\|' : `${slashes}\u00a6`);
}
/** A table of inline Markdown. */
function table(head, rows) {
    const line = (cells) => `| ${cells.map(tableCell).join(' | ')} |`;
    return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
/** An address from a template and encoded parts; undefined if its base is not https. */
function httpsAddress({ base, path, query = {}, fragment }) {
    if (!/^https:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?(?:\/[A-Za-z0-9._/-]*)?$/.test(base))
        return undefined;
    const parameters = Object.entries(query).map(([name, value]) => `${encode(name)}=${encode(value)}`);
    const search = parameters.length === 0 ? '' : `?${parameters.join('&')}`;
    const hash = fragment === undefined ? '' : `#${encode(fragment)}`;
    return `${base.replace(/\/+$/, '')}/${path.map(encode).join('/')}${search}${hash}`;
}
function encode(part) {
    const wellFormed = part.replaceAll(/\p{Cs}/gu, '\ufffd');
    return encodeURIComponent(wellFormed).replaceAll(/[!'()*~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
/** A link; only its label if there is no address. The label is inline Markdown. */
function link(label, address) {
    return address === undefined ? label : `[${label}](${address})`;
}


/***/ }),

/***/ 3727:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   Uw: () => (/* binding */ cutBytes),
/* harmony export */   bG: () => (/* binding */ cutLength),
/* harmony export */   dp: () => (/* binding */ byteLength),
/* harmony export */   zQ: () => (/* binding */ withoutTerminalCodes)
/* harmony export */ });
/**
 * Terminal sequences: CSI, then the strings (OSC, DCS, SOS, PM, APC) with or without their end, then two-byte escapes.
 * ECMA-48; the 8-bit forms count as well. A string ends at the next escape at the latest, which keeps matching linear.
 */
const terminalCodes = new RegExp([
    '(?:\\u001b\\[|\\u009b)[0-?]*[ -/]*[@-~]',
    '(?:\\u001b[\\]PX^_]|[\\u0090\\u0098\\u009d-\\u009f])[^\\u0007\\u001b\\u0090\\u0098\\u009c-\\u009f\\n]*(?:\\u0007|\\u001b\\\\|\\u009c)?',
    '\\u001b[ -/]*[0-~]',
].join('|'), 'g');
/** Control, format (bidirectional overrides among them), private use, Unicode's own line breaks: nothing a reader could see. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\u2028\u2029]/gu;
const loneSurrogates = /\p{Cs}/gu;
function withoutTerminalCodes(text) {
    return text.replaceAll(terminalCodes, '');
}
/** Text whose every character can be seen: `<U+202E>` for those that could not. Line feeds stay; a tab becomes spaces. */
function visible(text) {
    return withoutTerminalCodes(text)
        .replaceAll(/\r\n?/g, '\n')
        .replaceAll('\t', '    ')
        .replaceAll(loneSurrogates, '\ufffd')
        .replaceAll(unseen, (character) => (character === '\n' ? character : codePointName(character)));
}
function codePointName(character) {
    return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}
/** Visible text on one line. */
function oneLine(text) {
    return visible(text).replaceAll(/\s+/g, ' ').trim();
}
const encoder = new TextEncoder();
function byteLength(text) {
    return encoder.encode(text).length;
}
/** The longest beginning of `text` that, with `marker` behind it, is at most `limitBytes` of UTF-8; never half a character. */
function cutBytes(text, limitBytes, marker = '…') {
    if (byteLength(text) <= limitBytes)
        return text;
    const room = Math.max(limitBytes - byteLength(marker), 0);
    const { read } = encoder.encodeInto(text, new Uint8Array(room));
    return `${text.slice(0, read)}${marker}`;
}
/** The same for a limit in characters, as JavaScript and GitHub count them (UTF-16 units). */
function cutLength(text, limit, marker = '…') {
    if (text.length <= limit)
        return text;
    const head = text.slice(0, Math.max(limit - marker.length, 0));
    return `${head.replace(/[\ud800-\udbff]$/, '')}${marker}`;
}


/***/ }),

/***/ 9988:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sh: () => (/* binding */ durationWords),
/* harmony export */   US: () => (/* binding */ secondWords),
/* harmony export */   ev: () => (/* binding */ lateness),
/* harmony export */   lJ: () => (/* binding */ instantWords),
/* harmony export */   rj: () => (/* binding */ countWords)
/* harmony export */ });
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);

/** `350 ms`, `12 s`, `3 min 12 s`, `2 h 5 min`, `3 d 4 h`: the two largest units. */
function durationWords(ms) {
    const whole = Math.max(Math.round(ms), 0);
    if (whole < _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj)
        return `${whole} ms`;
    if (whole < _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2)
        return `${Math.floor(whole / _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj)} s`;
    if (whole < _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .hourMs */ .$0)
        return pair(whole, { ms: _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2, name: 'min' }, { ms: _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj, name: 's' });
    if (whole < _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .dayMs */ .LP)
        return pair(whole, { ms: _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .hourMs */ .$0, name: 'h' }, { ms: _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2, name: 'min' });
    return pair(whole, { ms: _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .dayMs */ .LP, name: 'd' }, { ms: _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .hourMs */ .$0, name: 'h' });
}
function pair(ms, large, small) {
    const rest = Math.floor((ms % large.ms) / small.ms);
    const first = `${Math.floor(ms / large.ms)} ${large.name}`;
    return rest === 0 ? first : `${first} ${rest} ${small.name}`;
}
/** How late something that was due at `slot` began; a minute is what a clock may take. */
function lateness(slot, startedAt) {
    const lateMs = startedAt - slot;
    return lateMs < _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .minuteMs */ .J2 ? 'on time' : `${durationWords(lateMs)} late`;
}
/** `2026-11-24 21:05 UTC`. */
function instantWords(at) {
    return `${(0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .isoOf */ .dF)(at).slice(0, 16).replace('T', ' ')} UTC`;
}
/** `2026-11-24 21:05:07 UTC`. */
function secondWords(at) {
    return `${(0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .isoOf */ .dF)(at).slice(0, 19).replace('T', ' ')} UTC`;
}
/** `1 run`, `3 runs`. */
function countWords(count, noun, plural = `${noun}s`) {
    return `${count} ${count === 1 ? noun : plural}`;
}


/***/ })

};
