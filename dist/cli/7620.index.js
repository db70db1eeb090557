export const id = 7620;
export const ids = [7620];
export const modules = {

/***/ 7620:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ assertComplete),
/* harmony export */   m: () => (/* binding */ parametersOf),
/* harmony export */   parseGiven: () => (/* binding */ parseGiven)
/* harmony export */ });
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2531);
/* harmony import */ var _core_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1748);


/**
 * The values of a template's parameters. What was asked for counts most, then what follows from the project, then what
 * the stack has, then the template's default, which is left to CloudFormation.
 */
function parametersOf(template, facts, { given, before }) {
    const derived = derivedOf(template.name, facts, before);
    const values = new Map();
    for (const [name, otherwise] of template.parameters) {
        const value = given.get(name) ?? derived.get(name) ?? before?.parameters.get(name);
        if (value !== undefined && value !== otherwise)
            values.set(name, value);
    }
    return values;
}
function derivedOf(template, facts, before) {
    const isKept = before === undefined && facts.keptLogs.has(template);
    const secrets = facts.manifests.flatMap((manifest) => Object.values(manifest.workload.secrets));
    const roles = facts.manifests.flatMap(({ workload }) => workload.taskRole ?? []);
    return new Map([
        ['Project', facts.project],
        ...facts.github,
        ['Secrets', listOf(secrets.filter((arn) => arn.includes(':secretsmanager:')).map(secretItself))],
        ['SecretParameters', listOf(secrets.filter((arn) => arn.includes(':ssm:')))],
        ['FlowRoles', listOf(roles)],
        ...(facts.identityProvider === undefined ? [] : [['OidcProvider', facts.identityProvider]]),
        ...(facts.boundary === undefined ? [] : [['Boundary', facts.boundary]]),
        ...(isKept
            ? [
                ['LogGroup', 'existing'],
                ['EventLogGroup', 'existing'],
            ]
            : []),
    ]);
}
/** A flow may name one key of a secret; the permission is for the secret. */
function secretItself(arn) {
    return arn.split(':').slice(0, 7).join(':');
}
function listOf(values) {
    return [...new Set(values)].sort().join(',');
}
/** Names that no template has, and values that none can do without: all of it at once. */
function assertComplete(chosen, given) {
    const known = new Set(chosen.flatMap(({ template }) => [...template.parameters.keys()]));
    const problems = [...given.keys()]
        .filter((name) => !known.has(name))
        .map((name) => ({
        code: 'E_UNKNOWN_KEY',
        field: 'set',
        message: `No template has a parameter ${(0,_core_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(name)}.`,
        fix: `They are: ${[...known].sort().join(', ')}.`,
    }));
    const missing = chosen.flatMap(({ template, values }) => [...template.parameters]
        .filter(([name, otherwise]) => otherwise === undefined && !values.has(name))
        .map(([name]) => name));
    for (const name of new Set(missing))
        problems.push({
            code: 'E_REQUIRED',
            field: 'set',
            message: `${name} is not known here.`,
            fix: `Give GITHUB_TOKEN and a remote "origin" on GitHub, or --set ${name}=….`,
        });
    if (problems.length > 0)
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(problems);
}
/** `Name=value`, each once. */
function parseGiven(pairs) {
    const given = new Map();
    for (const pair of pairs) {
        const [, name, value] = /^([A-Za-z][A-Za-z0-9]*)=(.*)$/s.exec(pair) ?? [];
        if (name === undefined || value === undefined || given.has(name)) {
            const message = `${JSON.stringify(pair)} is not a parameter and its value, or is given twice.`;
            throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz([
                { code: 'E_PARAM_PAIR', field: 'set', message, fix: 'Write --set Egress=nat-instance.' },
            ]);
        }
        given.set(name, value);
    }
    return given;
}


/***/ })

};
