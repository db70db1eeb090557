export const id = 335;
export const ids = [335];
export const modules = {

/***/ 4335:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  performDoctor: () => (/* binding */ performDoctor)
});

// EXTERNAL MODULE: ./src/core/problem.ts
var core_problem = __webpack_require__(2251);
// EXTERNAL MODULE: ./src/doors/documents.ts
var documents = __webpack_require__(8566);
// EXTERNAL MODULE: ./src/flow/closure.ts + 11 modules
var closure = __webpack_require__(8195);
// EXTERNAL MODULE: ./src/flow/discover.ts + 1 modules
var discover = __webpack_require__(8453);
// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(4556);
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
        { name: 'the event log is set up', look: async () => eventLogProblem(project) },
    ];
}
function eventLogProblem({ aws }) {
    if (aws === undefined || aws.eventLogGroup !== undefined)
        return undefined;
    return {
        code: 'W_NO_EVENT_LOG',
        field: 'aws.event-log-group',
        message: 'ECS forgets a stopped task after about an hour; without an event log a longer absence ends runs as unknown.',
        fix: 'Deploy infrastructure/clock.yml and name its log group.',
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
        throw error;
    }
}
function lineOf(name, problem) {
    return problem === undefined ? `ok    ${name}` : `wrong ${name}: ${(0,core_problem/* describeProblem */.BJ)(problem)}`;
}


/***/ })

};
