export const id = 339;
export const ids = [339];
export const modules = {

/***/ 5339:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  performDoctor: () => (/* binding */ performDoctor)
});

// EXTERNAL MODULE: ./src/core/problem.ts
var core_problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
// EXTERNAL MODULE: ./src/doors/documents.ts
var documents = __webpack_require__(9678);
// EXTERNAL MODULE: ./src/core/due.ts
var core_due = __webpack_require__(3758);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
// EXTERNAL MODULE: ./src/core/quote.ts
var quote = __webpack_require__(1748);
// EXTERNAL MODULE: ./src/flow/closure.ts + 11 modules
var closure = __webpack_require__(6054);
// EXTERNAL MODULE: ./src/flow/discover.ts + 1 modules
var discover = __webpack_require__(6364);
// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(9988);
;// CONCATENATED MODULE: ./src/doors/verbs/validate.ts





/** Every flow of the sources, with what it imports. Throws `InputError` with all that is wrong in all files. */
async function validFlows({ world, project }) {
    const loaded = await (0,discover/* loadFlows */.m)(world.source, project);
    const closures = await (0,closure/* closuresOf */.c)(loaded.manifests, world.source);
    const problems = [...loaded.problems, ...closures.problems];
    if (problems.length > 0)
        throw new core_problem/* InputError */.dz(problems);
    return { manifests: loaded.manifests, warnings: [...loaded.warnings, ...closures.warnings] };
}
async function performValidate(site) {
    const { manifests, warnings } = await validFlows(site);
    for (const warning of warnings)
        site.world.log.warn(describeProblem(warning));
    return {
        exitCode: exitCodes.done,
        document: {
            verb: 'validate',
            isOk: true,
            flows: manifests.map(({ name }) => name),
            warnings: warnings.map(problemDocument),
        },
        text: `${countWords(manifests.length, 'flow')}: nothing is wrong.\n`,
    };
}

;// CONCATENATED MODULE: ./src/doors/verbs/examinations.ts




/** What is looked at where flows run on AWS: a laptop needs neither cluster nor clock. */
function placedExaminations(site) {
    const { aws } = site.project;
    if (aws === undefined)
        return [];
    return [
        {
            name: 'the cluster takes what the flows need',
            look: async () => {
                const { manifests } = await validFlows(site);
                const { examineCluster } = await Promise.all(/* import() */[__webpack_require__.e(777), __webpack_require__.e(224), __webpack_require__.e(683)]).then(__webpack_require__.bind(__webpack_require__, 7683));
                return examineCluster(aws, manifests.some(({ policy }) => policy.spot));
            },
        },
        ...(aws.eventLogGroup === undefined
            ? []
            : [{ name: 'the event log is at work', look: () => eventLogProblem(site, aws.eventLogGroup ?? '') }]),
        { name: 'the clock is on time', look: () => clockProblem(site) },
    ];
}
/** No attempt can have this name: only whether the log may be believed is of interest. */
const nobody = `hg-${'0'.repeat(32)}`;
const lookBackMs = 60 * instant/* minuteMs */.J2;
async function eventLogProblem({ world }, group) {
    const { isTrustworthy } = await world.eventLog.find([nobody], (0,instant/* plusMs */.f9)(world.clock.now(), -lookBackMs));
    if (isTrustworthy)
        return undefined;
    return {
        code: 'W_EVENT_LOG_SILENT',
        field: 'aws.event-log-group',
        message: `${group} had a silence of over 75 minutes within the last hours: what it does not say proves nothing.`,
        fix: 'Set it up anew by `headgate setup`; right after that it takes some two hours until this is well.',
    };
}
/** GitHub's own schedule is this late on a usual day. */
const patienceMs = 15 * instant/* minuteMs */.J2;
async function clockProblem({ world }) {
    const now = world.clock.now();
    const { registry, state } = await world.state.load(now);
    const due = (0,core_due/* dueSlots */.G)(registry, state, (0,instant/* plusMs */.f9)(now, -patienceMs), 1);
    const waiting = [
        ...due.slots.map(({ flow, slot }) => ({ flow, at: slot })),
        ...due.gaps.map(({ flow, from }) => ({ flow, at: from })),
    ];
    const [first] = waiting.sort((a, b) => a.at - b.at);
    if (first === undefined)
        return undefined;
    const minutes = Math.floor((now - first.at) / instant/* minuteMs */.J2);
    return {
        code: 'W_CLOCK_LATE',
        message: `No tick has accounted for the slot ${(0,instant/* isoOf */.dF)(first.at)} of ${first.flow} in ${minutes} minutes.`,
        fix: 'Look at the last runs of the workflow tick; infrastructure/clock.yml brings a clock that keeps time.',
    };
}
const workflowFile = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const limitBytes = 256 * 1024;
/** A tag or branch can be moved to other code after it was reviewed; a commit cannot. */
async function unpinnedProblem({ world }) {
    const paths = (await world.source.list())
        .filter(({ path }) => workflowFile.test(path))
        .map(({ path }) => path);
    const contents = await world.source.read(paths, limitBytes);
    const found = paths.flatMap((file, index) => {
        const bytes = contents[index];
        return bytes === undefined || bytes === 'too-large'
            ? []
            : unpinnedIn(file, new TextDecoder().decode(bytes));
    });
    const [first] = found;
    if (first === undefined)
        return undefined;
    return {
        code: 'W_ACTION_UNPINNED',
        place: { file: first.file, line: first.line },
        message: `${(0,quote/* quote */.h)(first.uses)} names code that can change${found.length === 1 ? '' : `, as do ${found.length - 1} more steps`}.`,
        fix: 'Name the action by the 40 hexadecimal digits of a commit.',
    };
}
function unpinnedIn(file, text) {
    return text.split('\n').flatMap((line, index) => {
        const [, uses] = /^\s*(?:-\s+)?uses:\s*['"]?([^\s'"#]+)/.exec(line) ?? [];
        const isPinned = uses === undefined || /^(?:\.\/|\$\/|docker:\/\/.+@sha256:)|@[0-9a-f]{40}$/.test(uses);
        return isPinned ? [] : [{ file, line: index + 1, uses }];
    });
}

;// CONCATENATED MODULE: ./src/doors/verbs/doctor.ts





/** Examines the set-up as a whole, and says how to mend each finding. */
async function performDoctor(site) {
    const examinations = [...commonExaminations(site), ...site.examinations];
    const findings = [];
    for (const { name, look } of examinations)
        findings.push({ name, problem: await examine(look) });
    const isWell = findings.every(({ problem }) => problem === undefined);
    return {
        exitCode: isWell ? core_problem/* exitCodes */.hS.done : core_problem/* exitCodes */.hS.worldRefused,
        document: {
            verb: 'doctor',
            isOk: isWell,
            findings: findings.map(({ name, problem }) => ({
                name,
                problem: problem === undefined ? null : (0,documents/* problemDocument */.FC)(problem),
            })),
        },
        text: `${findings.map(({ name, problem }) => lineOf(name, problem)).join('\n')}\n`,
        summary: `${findings
            .map(({ name, problem }) => `- ${site.presentation.outgoing.inline(lineOf(name, problem))}`)
            .join('\n')}\n`,
    };
}
function commonExaminations(site) {
    const { world, project } = site;
    return [
        {
            name: 'flows are valid',
            look: async () => {
                await validFlows(site);
                return undefined;
            },
        },
        {
            name: 'state can be read',
            look: async () => {
                await world.state.load(world.clock.now());
                return undefined;
            },
        },
        { name: 'actions are pinned', look: () => unpinnedProblem(site) },
        { name: 'the event log is set up', look: async () => doctor_eventLogProblem(project) },
        ...placedExaminations(site),
    ];
}
function doctor_eventLogProblem({ aws }) {
    if (aws === undefined || aws.eventLogGroup !== undefined)
        return undefined;
    return {
        code: 'W_NO_EVENT_LOG',
        field: 'aws.event-log-group',
        message: 'ECS forgets a stopped task after about an hour; without an event log a longer absence ends runs as unknown.',
        fix: 'Run `headgate setup`, or deploy infrastructure/clock.yml and name its log group.',
    };
}
async function examine(look) {
    try {
        return await look();
    }
    catch (error) {
        if (error instanceof core_problem/* RefusedError */.fk)
            return error.problem;
        if (error instanceof core_problem/* InputError */.dz)
            return error.problems[0];
        // What cannot be looked at is a finding too, and must not hide the others.
        const message = `It could not be examined: ${(0,visible/* oneLine */.TN)(error instanceof Error ? error.message : String(error))}`;
        return { code: 'E_EXAMINATION', message, fix: 'Try again; if it stays, look at what the message names.' };
    }
}
function lineOf(name, problem) {
    return problem === undefined ? `ok    ${name}` : `wrong ${name}: ${(0,core_problem/* describeProblem */.BJ)(problem)}`;
}


/***/ })

};
