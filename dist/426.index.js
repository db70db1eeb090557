export const id = 426;
export const ids = [426];
export const modules = {

/***/ 197:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CM: () => (/* binding */ keptVersions),
/* harmony export */   Vu: () => (/* binding */ emptyRegistry),
/* harmony export */   pL: () => (/* binding */ fingerprintParts)
/* harmony export */ });
const fingerprintParts = ['manifest', 'placement', 'code', 'packages', 'image'];
const emptyRegistry = { deployments: new Map() };
/** Versions kept for reverts. */
const keptVersions = 10;


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

/***/ 4591:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  XS: () => (/* binding */ defaultImage),
  Xb: () => (/* binding */ isChange),
  Cs: () => (/* binding */ makePlan)
});

// UNUSED EXPORTS: liveDeployments

// EXTERNAL MODULE: ./src/core/deployment.ts
var deployment = __webpack_require__(197);
;// CONCATENATED MODULE: ./src/core/closure.ts
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

;// CONCATENATED MODULE: ./src/core/file-changes.ts

/** The files of a flow that are not as they were when it was deployed. */
function filesChanged({ desired, filesThen, filesNow }) {
    const { files, image } = desired.closure;
    const changes = [];
    for (const [path, { blob }] of files) {
        const then = filesThen.get(path);
        if (then === blob)
            continue;
        changes.push({ path, kind: then === undefined ? 'added' : 'changed', chain: importChain(files, path) });
    }
    for (const [path, blob] of image?.files ?? []) {
        const then = filesThen.get(path);
        if (then !== blob)
            changes.push({ path, kind: then === undefined ? 'added' : 'changed', chain: [path] });
    }
    return [...changes, ...deletedFiles(desired, filesThen, filesNow)];
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

;// CONCATENATED MODULE: ./src/core/plan-reasons.ts
const mostFiles = 20;
const partReasons = {
    code: 'its files changed',
    packages: 'the packages that it uses changed',
    image: 'the Dockerfile, or what it leaves out, changed',
    manifest: 'its manifest changed in what ends in the task definition',
    placement: 'the AWS placement of the project changed',
};
/** Why a flow is deployed anew, in words. */
function reasonsFor({ action, isRetired, parts, policyKeys, files }) {
    const first = action === 'restored' ? ['an earlier version is wanted again'] : [];
    if (parts.length === 0 && policyKeys.length === 0) {
        if (isRetired)
            return [...first, 'it was removed before and is back'];
        return action === 'added' ? ['it is new'] : [...first, 'its policy changed'];
    }
    const hasFileReason = parts.includes('code') || parts.includes('image');
    const named = hasFileReason ? files.slice(0, mostFiles).map(fileReason) : [];
    const rest = files.length > mostFiles ? [`and ${files.length - mostFiles} more files`] : [];
    const explained = new Set(named.length > 0 ? ['code', 'image'] : []);
    const keys = policyKeys.length === 0 ? [] : [`${policyKeys.map((key) => `\`${key}\``).join(', ')} changed`];
    const general = parts.filter((part) => !explained.has(part)).map((part) => partReasons[part]);
    return [...first, ...named, ...(named.length > 0 ? rest : []), ...general, ...keys];
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
/** The keys of the manifest, as people write them, in which two policies differ. */
function policyDifference(before, after) {
    const keys = differences(plain(before), plain(after)).map(([first, ...rest]) => {
        // Names of parameters are the user's own.
        const inner = first === 'parameters' ? rest : rest.map(asWritten);
        return [first === 'spot' ? 'resources.spot' : asWritten(first ?? ''), ...inner].join('.');
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
    return { flows, images: imagesToBuild(flows), ...(massDelete === undefined ? {} : { massDelete }) };
}
function liveDeployments({ deployments }) {
    return [...deployments.values()].filter(({ retiredAt }) => retiredAt === undefined);
}
function isChange({ action }) {
    return action !== 'unchanged';
}
function planFlow(input, desired) {
    const { identity, manifest } = desired;
    const flow = manifest.name;
    const known = input.registry.deployments.get(flow);
    const deployed = known?.retiredAt === undefined ? known : undefined;
    if (deployed?.version.fingerprint === identity.fingerprint) {
        const nothing = { reasons: [], parts: [], policyKeys: [], files: [], image: { kind: 'none' } };
        return { flow, action: 'unchanged', ...nothing, desired, deployed };
    }
    const versions = known === undefined ? [] : [known.version, ...known.earlier];
    const same = versions.find(({ fingerprint }) => fingerprint === identity.fingerprint);
    const reuse = same ?? versions.find((version) => hasEqualParts(version, identity));
    const difference = {
        parts: deployed === undefined ? [] : partsBetween(deployed.version, identity),
        policyKeys: deployed === undefined ? [] : policyDifference(deployed.policy, manifest.policy),
        files: deployed === undefined ? [] : changedFiles(input, desired, deployed),
    };
    const action = same !== undefined ? 'restored' : deployed === undefined ? 'added' : 'changed';
    return {
        flow,
        action,
        reasons: reasonsFor({ action, isRetired: known !== undefined && deployed === undefined, ...difference }),
        ...difference,
        image: imageNeed(input, desired, { versions, reuse }),
        desired,
        ...(reuse === undefined ? {} : { reuse }),
        ...(deployed === undefined ? {} : { deployed }),
    };
}
/** The parts make the task definition; what differs beside them is policy, which lives in the registry. */
function hasEqualParts(version, identity) {
    return partsBetween(version, identity).length === 0;
}
function partsBetween(version, identity) {
    return deployment/* fingerprintParts */.pL.filter((part) => version.parts[part] !== identity.parts[part]);
}
function changedFiles(input, desired, deployed) {
    const filesThen = input.filesAt?.get(deployed.version.commit);
    if (filesThen === undefined)
        return [];
    return filesChanged({ desired, filesThen, filesNow: input.filesNow ?? new Map() });
}
function imageNeed({ needsImages }, { identity, closure, manifest }, { versions, reuse }) {
    if (!needsImages)
        return { kind: 'none' };
    const kept = [...(reuse === undefined ? [] : [reuse]), ...versions].find(({ content, image }) => content === identity.content && image !== undefined);
    if (kept?.image !== undefined)
        return { kind: 'kept', image: kept.image };
    return { kind: 'needed', name: closure.image?.isOwn === true ? ownImageName(manifest.name) : defaultImage };
}
const defaultImage = 'default';
/** A dot keeps an own image of a flow called `default` apart from the project's: no flow has one in its name. */
function ownImageName(flow) {
    return flow === defaultImage ? `flow.${flow}` : flow;
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
function imagesToBuild(flows) {
    const images = new Map();
    for (const { flow, image, desired } of flows) {
        if (image.kind !== 'needed')
            continue;
        const { name } = image;
        const known = images.get(name);
        images.set(name, {
            name,
            dockerfile: desired?.closure.image?.dockerfile ?? 'Dockerfile',
            isOwn: name !== defaultImage,
            flows: [...(known?.flows ?? []), flow],
        });
    }
    return [...images.values()];
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

// EXTERNAL MODULE: ../../node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(2825);
// EXTERNAL MODULE: ./src/core/problem.ts
var core_problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/report/visible.ts
var report_visible = __webpack_require__(3727);
;// CONCATENATED MODULE: ./src/report/log-lines.ts

/**
 * Text for the log of an Actions job that can never be a workflow command. The runner looks for `##[name` anywhere in a
 * line, and for `::name` behind leading blanks (actions/runner, ActionCommandManager).
 */
function safeLogText(text) {
    return (0,report_visible/* visible */.RK)(text).split('\n').map(safeLogLine).join('\n');
}
function safeLogLine(line) {
    const broken = line.replaceAll('##[', '## [');
    return /^\s*::/.test(broken) ? broken.replace('::', ': :') : broken;
}
/** What a program printed, marked line by line as its words and not ours. The newest lines stay. */
function quotedLogLines(lines, bounds) {
    const all = lines.flatMap((line) => visible(cutLength(line, bounds.mostLineLength * 2)).split('\n'));
    const kept = all.slice(Math.max(all.length - bounds.mostLines, 0));
    const left = all.length - kept.length;
    return [...(left === 0 ? [] : [`… ${left} earlier lines`]), ...kept].map((line) => `\u2502 ${safeLogLine(cutLength(line, bounds.mostLineLength))}`);
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

// EXTERNAL MODULE: ./src/report/outgoing.ts
var report_outgoing = __webpack_require__(3491);
// EXTERNAL MODULE: ./src/doors/documents.ts
var documents = __webpack_require__(9678);
;// CONCATENATED MODULE: ./src/doors/action/output.ts





/** GitHub takes 1 MB of outputs per job. */
const longestOutputBytes = 900_000;
/** Lines of the job's log: nothing that comes from outside can become a workflow command. */
function jobLog(redact) {
    return {
        info: (text) => core/* info */.pq(safeLogText(redact(text))),
        warn: (text) => core/* warning */.$e(safeLogText(redact(text))),
    };
}
/** The outputs that `action.yml` declares, the job summary, and the text in the log. */
async function writeOutputs(performed) {
    setOutputs(performed.document);
    core/* info */.pq(safeLogText(performed.text));
    if (performed.summary !== undefined)
        await addToSummary(performed.summary);
}
/** Each output has a value after each command: an expression such as `fromJSON` fails on an empty text. */
function setOutputs(document) {
    core/* setOutput */.uH('changed', JSON.stringify(document['changed'] ?? []));
    core/* setOutput */.uH('images', JSON.stringify(document['images'] ?? { include: [] }));
    core/* setOutput */.uH('runs', JSON.stringify(document['runs'] ?? []));
    core/* setOutput */.uH('next-wake', document['nextWake'] ?? '');
    core/* setOutput */.uH('result', resultText(document));
}
async function addToSummary(text) {
    const hasSummaryFile = (process.env['GITHUB_STEP_SUMMARY'] ?? '') !== '';
    if (hasSummaryFile)
        await core/* summary */.z.addRaw(text, true).write();
}
/** A result that GitHub would refuse is replaced by one that says so. */
function resultText(document) {
    const text = JSON.stringify(document);
    if (Buffer.byteLength(text) <= longestOutputBytes)
        return text;
    return JSON.stringify({ verb: document['verb'] ?? null, isCut: true, bytes: Buffer.byteLength(text) });
}
/** What went wrong: on the files that it is in, in the job summary, and in the output `result`. */
async function writeFailure({ problems, stack }, { command, redact }) {
    const clean = problems.map((problem) => redacted(problem, redact));
    annotate(clean);
    if (stack !== undefined)
        core/* info */.pq(safeLogText(redact(stack)));
    setOutputs({ verb: command, isOk: false, problems: clean.map(documents/* problemDocument */.FC) });
    const outgoing = (0,report_outgoing/* createOutgoing */.D)(redact);
    const lines = clean.map((problem) => `- ${outgoing.inline((0,core_problem/* describeProblem */.BJ)(problem))}`);
    await addToSummary(`${lines.join('\n')}\n`);
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
/* unused harmony export deploymentDocument */
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _core_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4591);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2531);
/* harmony import */ var _core_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(973);




/** The JSON that doors print: people script against it, so a key never changes its meaning. Moments are ISO 8601 in UTC. */
function runDocument(run) {
    const slot = (0,_core_run_js__WEBPACK_IMPORTED_MODULE_3__/* .slotOf */ .SW)(run.cause);
    return {
        id: run.id,
        flow: run.flow,
        state: run.phase.state,
        cause: run.cause.kind,
        slot: momentOrNull(slot),
        commit: run.commit,
        revision: run.revision,
        parameters: run.parameters,
        createdAt: (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .isoOf */ .dF)(run.createdAt),
        endedAt: 'endedAt' in run.phase ? (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .isoOf */ .dF)(run.phase.endedAt) : null,
        attempts: run.attempts.map(attemptDocument),
    };
}
function attemptDocument(attempt) {
    const { ending } = attempt;
    return {
        number: attempt.number,
        handle: attempt.handle ?? null,
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
        from: (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .isoOf */ .dF)(gap.from),
        to: (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .isoOf */ .dF)(gap.to),
        count: gap.count,
    };
}
function deploymentDocument(deployment) {
    return {
        flow: deployment.flow,
        commit: deployment.version.commit,
        fingerprint: deployment.version.fingerprint,
        revision: deployment.version.revision,
        image: deployment.version.image ?? null,
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
        text: (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .describeProblem */ .BJ)(problem),
    };
}
function momentOrNull(moment) {
    return moment === undefined ? null : (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .isoOf */ .dF)(moment);
}
/** `changed` and `images` are outputs of the action as well: the flows to deploy, and a matrix of the images to build. */
function planDocument(made) {
    return {
        changed: made.flows.filter((flow) => (0,_core_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .isChange */ .Xb)(flow) && flow.action !== 'removed').map(({ flow }) => flow),
        removed: made.flows.filter(({ action }) => action === 'removed').map(({ flow }) => flow),
        images: { include: made.images.map(({ name, dockerfile, flows }) => ({ name, dockerfile, flows })) },
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

/***/ 3491:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ createOutgoing)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6970);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3727);


const inlineLimit = 1_000;
const longestShownLine = 2_000;
function createOutgoing(redact) {
    const clean = (text, limit) => (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .cutLength */ .bG)(redact((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutTerminalCodes */ .zQ)(text)), limit);
    return {
        inline: (text, limit = inlineLimit) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeInline */ .VV)(clean(text, limit)),
        code: (text, limit = inlineLimit) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(clean(text, limit)),
        block: (lines) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)(redact.lines(lines).join('\n')),
        lines: (lines, bounds) => boundedLines(redact, lines, bounds),
        title: (text, limit = 255) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainTitle */ .D4)(redact((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutTerminalCodes */ .zQ)(text)), limit),
    };
}
/** The newest lines within the bounds. More lines than can be shown are redacted, so that no seam is missed. */
function boundedLines(redact, lines, bounds) {
    if (bounds.mostLines <= 0)
        return [];
    const recent = lines.slice(-bounds.mostLines - 1).map(_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutTerminalCodes */ .zQ);
    const shown = redact
        .lines(recent)
        .slice(-bounds.mostLines)
        .flatMap((line) => (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .cutLength */ .bG)(line, longestShownLine, '… (cut)')).split('\n'))
        .map((line) => (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .cutBytes */ .Uw)(line, longestShownLine * 3, '… (cut)'));
    let bytes = 0;
    let first = shown.length;
    while (first > 0 && shown.length - first < bounds.mostLines) {
        bytes += (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .byteLength */ .dp)(shown[first - 1] ?? '') + 1;
        if (bytes > bounds.mostBytes)
            break;
        first -= 1;
    }
    return shown.slice(first);
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


/***/ })

};
