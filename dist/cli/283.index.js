export const id = 283;
export const ids = [283];
export const modules = {

/***/ 6714:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** SHA-256 of a text, as 64 hexadecimal digits. The one place of the core that uses `node:crypto`, for a pure function of it. */
function sha256(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text, 'utf8').digest('hex');
}


/***/ }),

/***/ 525:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vf: () => (/* binding */ countSlots),
  St: () => (/* binding */ lastSlots),
  jj: () => (/* binding */ nextSlots),
  iF: () => (/* binding */ slotsBetween)
});

// EXTERNAL MODULE: ./src/core/cron.ts
var core_cron = __webpack_require__(566);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(2993);
;// CONCATENATED MODULE: ./src/core/slots-interval.ts

/** An interval has no slot before its anchor. */
function firstIndex({ everySeconds, anchor }, after) {
    return Math.max(Math.floor((after - anchor) / (everySeconds * instant/* secondMs */.fj)) + 1, 0);
}
function intervalSlots(rule, after, until, limit) {
    const first = firstIndex(rule, after);
    const count = Math.min(countInterval(rule, after, until), limit);
    return Array.from({ length: count }, (_, index) => slotAt(rule, first + index));
}
function countInterval(rule, after, until) {
    return Math.max(firstIndex(rule, until) - firstIndex(rule, after), 0);
}
function lastOfInterval(rule, after, until, count) {
    const size = Math.min(countInterval(rule, after, until), count);
    const end = firstIndex(rule, until);
    return Array.from({ length: size }, (_, index) => slotAt(rule, end - size + index));
}
function slotAt({ everySeconds, anchor }, index) {
    return (anchor + index * everySeconds * instant/* secondMs */.fj);
}

// EXTERNAL MODULE: ./src/core/zone.ts
var zone = __webpack_require__(5968);
;// CONCATENATED MODULE: ./src/core/slots.ts




/**
 * The slots of a rule in `(after, until]`, ascending, at most `limit`.
 *
 * Where clocks are set forward, a fixed time that is skipped has its slot at the first instant after the gap; where they
 * are set back, a fixed time has one slot, the first. A rule with `*` in its minute or hour follows the wall clock.
 */
function slotsBetween(rule, after, until, limit) {
    if (until <= after || limit <= 0)
        return [];
    if (rule.kind === 'interval')
        return intervalSlots(rule, after, until, limit);
    const cron = cronOf(rule.cron);
    const slots = [];
    for (const part of partsOf(rule, cron, { after, until })) {
        addSlots(slots, cron, part, limit);
        if (slots.length >= limit)
            break;
    }
    return slots;
}
/** The next `count` slots after a moment. */
function nextSlots(rule, after, count) {
    if (rule.kind === 'interval')
        return intervalSlots(rule, after, latestInstant, count);
    const cron = cronOf(rule.cron);
    const slots = [];
    let from = after;
    const latest = after + longestWaitMs;
    for (let spanMs = instant/* dayMs */.LP; slots.length < count && from < latest; spanMs = Math.min(spanMs * 4, longestSpanMs)) {
        const start = Math.max(from, firstDay(cron, from, latest) - aroundDayMs);
        const until = (0,instant/* instantFromMs */.A0)(start + aroundDayMs + spanMs);
        slots.push(...slotsBetween(rule, start, until, count - slots.length));
        from = until;
    }
    return slots;
}
/** The newest `count` slots in `(after, until]`, ascending, found from the end. */
function lastSlots(rule, after, until, count) {
    if (until <= after || count <= 0)
        return [];
    if (rule.kind === 'interval')
        return lastOfInterval(rule, after, until, count);
    const cron = cronOf(rule.cron);
    const newestFirst = [];
    for (const part of partsOf(rule, cron, { after, until }).reverse()) {
        addSlotsBackwards(newestFirst, cron, part, count);
        if (newestFirst.length >= count)
            break;
    }
    return newestFirst.reverse();
}
/** How many slots `(after, until]` holds. Whole days are counted, not walked through. */
function countSlots(rule, after, until) {
    if (until <= after)
        return 0;
    if (rule.kind === 'interval')
        return countInterval(rule, after, until);
    const cron = cronOf(rule.cron);
    let count = 0;
    for (const part of partsOf(rule, cron, { after, until })) {
        if (part.gapSlot !== undefined)
            count += 1;
        count += countIn(cron, part.from, part.to);
    }
    return count;
}
/** 29 February on a given weekday comes again after 28 years, or 40 across a century without a leap day. */
const longestWaitMs = 41 * 366 * instant/* dayMs */.LP;
const longestSpanMs = 366 * instant/* dayMs */.LP;
/** No zone is further from UTC than this, and no gap of its clocks is longer. */
const aroundDayMs = 2 * instant/* dayMs */.LP;
const latestInstant = (0,instant/* instantFromMs */.A0)(8.64e15);
/** The same few expressions are asked for again and again. Forgotten as a whole when there are too many. */
const compiled = new Map();
const mostCompiled = 50_000;
function cronOf(text) {
    const known = compiled.get(text);
    if (known !== undefined)
        return known;
    const verdict = (0,core_cron/* parseCron */.l)(text);
    if (verdict.kind === 'bad')
        throw new RangeError(verdict.message);
    if (compiled.size >= mostCompiled)
        compiled.clear();
    compiled.set(text, verdict.cron);
    return verdict.cron;
}
/** Cuts `(after, until]` where the offset changes, and leaves out what a fixed time must not repeat. */
function partsOf(rule, cron, { after, until }) {
    const parts = [];
    let beforeMs;
    for (const { from: start, to: end, offsetMs } of (0,zone/* stretchesOf */.T)(rule.timezone, after, until)) {
        const jumpMs = beforeMs === undefined || cron.isWallClock ? 0 : offsetMs - beforeMs;
        const from = Math.max(start, after + 1) + offsetMs;
        const to = Math.min(end, until + 1) + offsetMs;
        const resumed = jumpMs < 0 ? Math.max(from, start + offsetMs - jumpMs) : from;
        if (resumed < to) {
            const isGapHere = jumpMs > 0 && start > after && hasOnlySkipped(cron, from, jumpMs);
            parts.push({ from: resumed, to, offsetMs, gapSlot: isGapHere ? start : undefined });
        }
        beforeMs = offsetMs;
    }
    return parts;
}
/** Whether a slot of the rule was skipped by the jump that ended at `local`, and none is at `local` itself. */
function hasOnlySkipped(cron, local, jumpMs) {
    return countIn(cron, local - jumpMs, local) > 0 && countIn(cron, local, local + 1) === 0;
}
/** Adds the slots of a part, until there are `limit`. */
function addSlots(slots, cron, part, limit) {
    if (part.gapSlot !== undefined)
        slots.push(part.gapSlot);
    const { from, to, offsetMs } = part;
    for (let day = Math.floor(from / instant/* dayMs */.LP); day * instant/* dayMs */.LP < to; day += 1) {
        if (!isDay(cron, day))
            continue;
        const end = firstAtOrAfter(cron, to - day * instant/* dayMs */.LP);
        for (let index = firstAtOrAfter(cron, from - day * instant/* dayMs */.LP); index < end; index += 1) {
            if (slots.length >= limit)
                return;
            slots.push((day * instant/* dayMs */.LP + minuteAt(cron, index) * instant/* minuteMs */.J2 - offsetMs));
        }
    }
}
function addSlotsBackwards(slots, cron, part, limit) {
    const { from, to, offsetMs } = part;
    for (let day = Math.floor((to - 1) / instant/* dayMs */.LP); (day + 1) * instant/* dayMs */.LP > from; day -= 1) {
        if (!isDay(cron, day))
            continue;
        const start = firstAtOrAfter(cron, from - day * instant/* dayMs */.LP);
        for (let index = firstAtOrAfter(cron, to - day * instant/* dayMs */.LP) - 1; index >= start; index -= 1) {
            if (slots.length >= limit)
                return;
            slots.push((day * instant/* dayMs */.LP + minuteAt(cron, index) * instant/* minuteMs */.J2 - offsetMs));
        }
    }
    if (part.gapSlot !== undefined && slots.length < limit)
        slots.push(part.gapSlot);
}
/** The start of the first day that the rule allows, as if local time were UTC: where it is behind, the day before counts. */
function firstDay(cron, from, latest) {
    let day = Math.floor(from / instant/* dayMs */.LP) - 1;
    while (!isDay(cron, day) && day * instant/* dayMs */.LP < latest)
        day += 1;
    return day * instant/* dayMs */.LP;
}
function countIn(cron, from, to) {
    let count = 0;
    for (let day = Math.floor(from / instant/* dayMs */.LP); day * instant/* dayMs */.LP < to; day += 1) {
        if (!isDay(cron, day))
            continue;
        const start = day * instant/* dayMs */.LP;
        count += firstAtOrAfter(cron, to - start) - firstAtOrAfter(cron, from - start);
    }
    return count;
}
/** How many allowed times of the day are before a moment of it: the index of the first one at or after. */
function firstAtOrAfter({ hours, minutes }, msOfDay) {
    const minute = Math.ceil(msOfDay / instant/* minuteMs */.J2);
    if (minute <= 0)
        return 0;
    const hour = Math.floor(minute / 60);
    const hourIndex = countBelow(hours, hour);
    const isHour = hours[hourIndex] === hour;
    return hourIndex * minutes.length + (isHour ? countBelow(minutes, minute % 60) : 0);
}
function countBelow(values, limit) {
    let count = 0;
    while (count < values.length && (values[count] ?? 0) < limit)
        count += 1;
    return count;
}
/** The allowed times of a day: every allowed hour with every allowed minute. */
function minuteAt({ hours, minutes }, index) {
    const { length } = minutes;
    return (hours[Math.floor(index / length)] ?? 0) * 60 + (minutes[index % length] ?? 0);
}
/** `day` counts days since 1970-01-01, a Thursday. */
function isDay(cron, day) {
    const date = new Date(day * instant/* dayMs */.LP);
    if (!(0,core_cron/* isInSet */.E)(cron.months, date.getUTCMonth() + 1))
        return false;
    const isDate = (0,core_cron/* isInSet */.E)(cron.daysOfMonth, date.getUTCDate());
    const isWeekday = (0,core_cron/* isInSet */.E)(cron.weekdays, date.getUTCDay());
    return cron.isEitherDay ? isDate || isWeekday : isDate && isWeekday;
}


/***/ }),

/***/ 8283:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  performPlan: () => (/* binding */ performPlan)
});

// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2251);
// EXTERNAL MODULE: ./src/engine/desired.ts + 1 modules
var engine_desired = __webpack_require__(3673);
;// CONCATENATED MODULE: ./src/engine/plan.ts

/** What a deploy would change, and why. Writes nothing; throws `InputError` with all that is wrong in all files. */
async function plan(world, { project }) {
    const { commit, isWorkingTree } = world.source;
    const desired = await (0,engine_desired/* readDesired */.B)(world, project);
    const snapshot = await world.state.load(world.clock.now());
    const made = await (0,engine_desired/* planAgainst */.J)(world, desired, snapshot);
    return { commit, isWorkingTree, plan: made, warnings: desired.warnings, snapshot };
}

// EXTERNAL MODULE: ./src/core/plan.ts + 5 modules
var core_plan = __webpack_require__(6358);
// EXTERNAL MODULE: ./src/core/slots.ts + 1 modules
var core_slots = __webpack_require__(525);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(9218);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(9351);
// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(2175);
;// CONCATENATED MODULE: ./src/report/plan-summary.ts






/** The runner drops a step summary over 1 MiB as a whole. */
const summaryLimitBytes = 900_000;
const mostFlows = 300;
const mostReasons = 8;
const mostProblems = 100;
/** What a merge would deploy: which flows, why each, and when they would run next. Equal inputs give equal bytes. */
function planSummary(report, outgoing) {
    const changes = report.plan.flows.filter(core_plan/* isChange */.Xb);
    const same = report.plan.flows.length - changes.length;
    const sections = [
        '## Headgate plan',
        `${(0,words/* countWords */.rj)(changes.length, 'change')}; ${(0,words/* countWords */.rj)(same, 'flow')} as deployed.`,
        report.plan.massDelete === undefined ? '' : outgoing.inline((0,problem/* describeProblem */.BJ)(report.plan.massDelete)),
        changeTable(changes, report, outgoing),
        policyList(changes, outgoing),
        imageList(report.plan, outgoing),
        warningList(report.warnings, outgoing),
    ];
    return (0,visible/* cutBytes */.Uw)(`${sections.filter((section) => section !== '').join('\n\n')}\n`, summaryLimitBytes, '\n\n… (cut)\n');
}
function changeTable(changes, { now }, outgoing) {
    if (changes.length === 0)
        return '';
    const rows = changes.slice(0, mostFlows).map((planned) => [
        outgoing.code(planned.flow),
        planned.action,
        planned.reasons
            .slice(0, mostReasons)
            .map((reason) => outgoing.inline(reason))
            .join('<br>'),
        nextWords(planned.deployed?.policy.schedules, now),
        planned.action === 'removed' ? 'never' : nextWords(planned.desired?.manifest.policy.schedules, now),
    ]);
    const left = changes.length - rows.length;
    const more = left === 0 ? '' : `\n\n… and ${left} more.`;
    return `${(0,report_text/* table */.tp)(['Flow', 'Change', 'Why', 'Next run now', 'Next run after'], rows)}${more}`;
}
function nextWords(schedules, now) {
    if (schedules === undefined)
        return '';
    const slots = schedules.flatMap((schedule) => (0,core_slots/* nextSlots */.jj)(schedule, now, 1)).sort((a, b) => a - b);
    const [first] = slots;
    return first === undefined ? 'when asked' : (0,words/* instantWords */.lJ)(first);
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
    return `### Images to build\n\n${(0,report_text/* table */.tp)(['Image', 'Dockerfile', 'Flows'], rows)}`;
}
function warningList(warnings, outgoing) {
    const shown = warnings
        .slice(0, mostProblems)
        .map((warning) => `- ${outgoing.inline((0,problem/* describeProblem */.BJ)(warning))}`);
    return shown.length === 0 ? '' : `### Warnings\n\n${shown.join('\n')}`;
}

// EXTERNAL MODULE: ./src/report/plan-text.ts
var plan_text = __webpack_require__(796);
// EXTERNAL MODULE: ./src/doors/documents.ts
var documents = __webpack_require__(8566);
;// CONCATENATED MODULE: ./src/doors/verbs/plan.ts





/** What a deploy of these sources would change, and why. */
async function performPlan(site) {
    const result = await plan(site.world, { project: site.project });
    for (const warning of result.warnings)
        site.world.log.warn((0,problem/* describeProblem */.BJ)(warning));
    const { outgoing } = site.presentation;
    return {
        exitCode: problem/* exitCodes */.hS.done,
        document: {
            verb: 'plan',
            commit: result.commit,
            isWorkingTree: result.isWorkingTree,
            ...(0,documents/* planDocument */.NP)(result.plan),
            warnings: result.warnings.map(documents/* problemDocument */.FC),
        },
        text: (0,plan_text/* planText */.P)(result.plan, site.terminal),
        summary: planSummary({ ...result, now: site.world.clock.now() }, outgoing),
    };
}


/***/ }),

/***/ 3673:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ planAgainst),
  B: () => (/* binding */ readDesired)
});

// EXTERNAL MODULE: ./src/core/plan.ts + 5 modules
var plan = __webpack_require__(6358);
// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2251);
// EXTERNAL MODULE: ./src/flow/closure.ts + 11 modules
var closure = __webpack_require__(576);
// EXTERNAL MODULE: ./src/flow/discover.ts + 1 modules
var discover = __webpack_require__(8453);
// EXTERNAL MODULE: ./src/core/digest.ts
var digest = __webpack_require__(6714);
// EXTERNAL MODULE: ./src/core/json.ts
var json = __webpack_require__(3448);
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
    const { program, resources, environment, secrets, taskRole } = workload;
    const definition = { program, resources, environment, secrets, taskRole: taskRole ?? null };
    return { ...definition, runTimeoutSeconds: policy.timeout.runSeconds };
}
/** Subnets, security groups and the cluster are given at launch: changing them needs no new revision. */
function placementJson({ name, aws }) {
    if (aws === undefined)
        return { project: name };
    const { region, executionRole, taskRole, logGroup } = aws;
    return { project: name, region, executionRole, taskRole: taskRole ?? null, logGroup };
}
/** No path and no setting holds a zero character, so one text says it all, and is hashed faster than a list. */
function codeHash({ workload }, { files, settings }) {
    let text = workload.program.kind === 'entrypoint' ? workload.program.file : '';
    for (const setting of settings)
        text += `\0${setting}`;
    for (const [path, file] of files)
        text += `\0\0${path}\0${file.blob}${file.isExecutable === true ? '\0x' : ''}`;
    return (0,digest/* sha256 */.s)(text);
}
function imageJson({ dockerfile, isOwn, files }) {
    return { dockerfile, isOwn, files: [...files].flat() };
}
/** The order of schedules, and of the flows that one waits for, says nothing. */
function policyJson(policy) {
    const { after, ...rest } = policy;
    const schedules = policy.schedules.map((schedule) => (0,json/* canonicalJson */.d)(schedule)).sort();
    const sorted = after === undefined ? null : { ...after, flows: [...after.flows].sort() };
    return { ...rest, schedules, after: sorted };
}

;// CONCATENATED MODULE: ./src/engine/desired.ts





/** Reads every flow of the sources. Throws `InputError` with all that is wrong in all files. */
async function readDesired({ source }, project) {
    const loaded = await (0,discover/* loadFlows */.m)(source, project);
    const made = await (0,closure/* closuresOf */.c)(loaded.manifests, source);
    const problems = [...loaded.problems, ...made.problems];
    if (problems.length > 0)
        throw new problem/* InputError */.dz(problems);
    const flows = loaded.manifests.flatMap((manifest) => {
        const closure = made.closures.get(manifest.name);
        if (closure === undefined)
            return [];
        return [{ manifest, closure, identity: fingerprintOf({ manifest, project, closure }) }];
    });
    return { flows, warnings: [...loaded.warnings, ...made.warnings] };
}
/** Old commits whose files are fetched to name what changed; beyond that the part that differs has to do. */
const mostCommits = 10;
/** The plan against what is deployed, with the files that changed as far as the deployed commits can be had. */
async function planAgainst(world, desired, { registry }) {
    const input = { desired: desired.flows, registry, needsImages: world.executor.kind === 'ecs' };
    const first = (0,plan/* makePlan */.Cs)(input);
    const commits = new Set(first.flows
        .filter((flow) => (0,plan/* isChange */.Xb)(flow) && flow.parts.some((part) => part === 'code' || part === 'image'))
        .flatMap(({ deployed }) => deployed?.version.commit ?? []));
    if (commits.size === 0)
        return first;
    const filesAt = new Map();
    for (const commit of [...commits].slice(0, mostCommits)) {
        const files = await world.source.filesAt(commit);
        if (files !== undefined)
            filesAt.set(commit, files);
    }
    const filesNow = new Map((await world.source.list()).map(({ path, blob }) => [path, blob]));
    return (0,plan/* makePlan */.Cs)({ ...input, filesNow, filesAt });
}


/***/ }),

/***/ 796:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ planText)
/* harmony export */ });
/* harmony import */ var _core_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6358);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8045);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9351);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2175);




const marks = {
    added: ['+', 'green'],
    changed: ['~', 'yellow'],
    restored: ['<', 'yellow'],
    unchanged: ['=', 'dim'],
    removed: ['-', 'red'],
};
const mostReasons = 10;
/** A plan for a terminal: a line for each flow that changes, and why it does. */
function planText({ flows }, terminal) {
    const changes = flows.filter(_core_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .isChange */ .Xb);
    const lines = changes.flatMap(({ flow, action, reasons }) => {
        const [mark, colour] = marks[action];
        const shown = reasons.slice(0, mostReasons).map((reason) => `    ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(reason)}`);
        return [`  ${(0,_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .paint */ .nI)(`${mark} ${flow}`, colour, terminal)} (${action})`, ...shown];
    });
    const same = (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .countWords */ .rj)(flows.length - changes.length, 'flow');
    const cut = lines.map((line) => line.includes('\u001b[') ? line : (0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .cutLength */ .bG)(line, terminal.columns ?? 80));
    return `${[...cut, `${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .countWords */ .rj)(changes.length, 'change')}; ${same} as deployed.`].join('\n')}\n`;
}


/***/ })

};
