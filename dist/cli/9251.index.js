export const id = 9251;
export const ids = [9251];
export const modules = {

/***/ 1822:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ clientSettings)
/* harmony export */ });
/** Settings shared by the clients of all AWS services. Endpoints, credentials and the region of `AWS_…` are the SDK's matter. */
function clientSettings({ region }) {
    // Which Node.js the SDK of 2027 wants says nothing to the people who read this log.
    process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
    return {
        region,
        ...(process.env['AWS_MAX_ATTEMPTS'] === undefined ? { maxAttempts: 4 } : {}),
        // Without `throwOnRequestTimeout` the SDK only prints a warning, and waits for ever.
        requestHandler: { connectionTimeout: 3_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
    };
}


/***/ }),

/***/ 5124:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ judgeFault),
/* harmony export */   h: () => (/* binding */ throwFault)
/* harmony export */ });
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2531);
/* harmony import */ var _report_long_reason_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7688);
/* harmony import */ var _report_visible_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3727);



/** By the prefix of its permissions. What is not named here is an operation of ECS. */
const operations = {
    logs: ['GetLogEvents', 'FilterLogEvents', 'DescribeLogGroups'],
    scheduler: ['GetSchedule', 'UpdateSchedule'],
    iam: ['CreateServiceLinkedRole', 'GetRole', 'SimulatePrincipalPolicy', 'ListOpenIDConnectProviders'],
    ec2: ['DescribeSubnets', 'DescribeRouteTables', 'DescribeSecurityGroups'],
    ecr: ['BatchGetImage'],
    events: ['DescribeRule', 'ListTargetsByRule'],
    servicequotas: ['GetServiceQuota', 'GetAWSDefaultServiceQuota'],
};
function serviceOf(operation) {
    const found = Object.entries(operations).find(([, names]) => names.includes(operation));
    return found?.[0] ?? 'ecs';
}
/** `… is not authorized to perform: iam:PassRole on resource: …` */
const missingPermission = /not authorized to perform: ([a-z0-9-]+:[A-Za-z]+)/;
const denials = [
    {
        names: [
            'CredentialsProviderError',
            'TokenProviderError',
            'ExpiredTokenException',
            'ExpiredToken',
            'InvalidSignatureException',
            'SignatureDoesNotMatch',
            'IncompleteSignature',
            'UnrecognizedClientException',
            'InvalidClientTokenId',
            'MissingAuthenticationToken',
            'AuthFailure',
        ],
        code: 'E_AWS_CREDENTIALS',
        reach: 'all',
        says: (operation) => `AWS did not accept the credentials for ${operation}`,
        fix: () => 'Check the role that the job assumes, its session length, and the region.',
    },
    {
        names: ['AccessDeniedException', 'AccessDenied', 'NotAuthorized', 'UnauthorizedOperation'],
        code: 'E_AWS_DENIED',
        reach: 'open',
        says: (operation) => `AWS refused ${operation}`,
        fix: (operation, reason) => {
            const permission = missingPermission.exec(reason)?.[1] ?? `${serviceOf(operation)}:${operation}`;
            return `Grant ${permission} to the role of this job.`;
        },
    },
    {
        names: ['BlockedException', 'OptInRequired'],
        code: 'E_AWS_BLOCKED',
        reach: 'all',
        says: (operation) => `AWS has blocked the account for ${operation}`,
        fix: () => 'Ask AWS Support.',
    },
    {
        names: ['ClusterNotFoundException'],
        code: 'E_AWS_CLUSTER',
        reach: 'all',
        says: () => 'ECS does not know the cluster',
        fix: () => 'Check `aws.cluster` and `aws.region`.',
    },
];
/** Of names: the SDK retried these already, and so will the next tick. */
const transientNames = /Throttl|TooManyRequests|LimitExceeded|Timeout|ServerException|ServiceUnavailable/i;
/** Of texts: an `InvalidParameterException` can wrap what EC2 answered, which passes (dask/dask-cloudprovider#56, reproio/wrapbox#43). */
const wrappedDelay = /\(ErrorCode: (?:InternalError|InternalFailure|Unavailable|ServiceUnavailable|RequestLimitExceeded|Throttling)\)|RequestLimitExceeded|Rate exceeded|throttl/i;
/**
 * Only what AWS itself answered with a name counts as an answer. A body that is cut off or is no JSON says nothing,
 * whatever its status: the effect may have taken place.
 */
function judgeFault(error, operation) {
    const { name, reason, isAnswer } = partsOf(error);
    const denial = denials.find(({ names }) => names.includes(name));
    if (denial !== undefined) {
        const { code } = denial;
        const message = `${denial.says(operation)}: ${reason}`;
        const problem = { code, message, fix: denial.fix(operation, reason) };
        // Roles are the flow's own matter.
        const isPassRole = missingPermission.exec(reason)?.[1] === 'iam:PassRole';
        const reach = isPassRole ? 'one' : denial.reach;
        return { kind: 'denied', error: new _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedError */ .fk(problem, { cause: error }), reach };
    }
    if (!isAnswer || transientNames.test(name) || wrappedDelay.test(reason))
        return { kind: 'unsure', reason: `${name}: ${reason}` };
    return { kind: 'wrong', name, reason };
}
/** For calls whose failure ends the work: what a person must mend as `RefusedError`, all else as it is. */
function throwFault(error, operation) {
    const fault = judgeFault(error, operation);
    if (fault.kind === 'denied')
        throw fault.error;
    if (fault.kind === 'unsure')
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .UnansweredError */ .jd({
            code: 'E_AWS_UNREACHABLE',
            message: `${operation} got no clear answer: ${fault.reason}`,
            fix: 'Check the network, the proxy and the region, and try again.',
        }, { cause: error });
    throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .UnansweredError */ .jd({
        code: 'E_AWS_REFUSED',
        message: `AWS refused ${operation}: ${fault.name}: ${fault.reason}`,
        fix: 'Mend what AWS names, and try again.',
    }, { cause: error });
}
/** As much as AWS gives: the right that is missing stands at its end. */
const longestReason = 1_024;
function partsOf(error) {
    const text = error instanceof Error ? error.message : String(error);
    return {
        name: error instanceof Error ? error.name : 'Error',
        // The SDK appends a hint for its developers to what it could not read.
        reason: (0,_report_long_reason_js__WEBPACK_IMPORTED_MODULE_1__/* .cutReason */ .z)((0,_report_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(text.replace(/\n\s*Deserialization error:[\s\S]*$/, '')), longestReason),
        isAnswer: error instanceof Error && Reflect.get(error, '$fault') === 'client',
    };
}


/***/ }),

/***/ 9251:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  performStacks: () => (/* binding */ performStacks)
});

// EXTERNAL MODULE: ../../node_modules/@aws-sdk/client-cloudformation/dist-cjs/index.js
var dist_cjs = __webpack_require__(374);
// EXTERNAL MODULE: ../../node_modules/@aws-sdk/client-cloudwatch-logs/dist-cjs/index.js
var client_cloudwatch_logs_dist_cjs = __webpack_require__(1107);
// EXTERNAL MODULE: ../../node_modules/@aws-sdk/client-ecs/dist-cjs/index.js
var client_ecs_dist_cjs = __webpack_require__(4224);
// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/adapters/ecs/faults.ts
var faults = __webpack_require__(5124);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
;// CONCATENATED MODULE: ./src/adapters/ecs/stack-life.ts




const pollMs = 3_000;
/** NAT gateways take minutes to come and to go; nothing of the templates takes as long as this. */
const mostPolls = 800;
const mostPages = 20;
async function find(session, name) {
    const stack = await describe(session, name);
    // What a change set that nobody carried out leaves behind is no stack yet.
    return stack === undefined || stack.StackStatus === 'REVIEW_IN_PROGRESS' ? undefined : stackOf(stack);
}
async function describe(session, StackName) {
    try {
        return (await session.client.send(new dist_cjs/* DescribeStacksCommand */.Y47({ StackName }))).Stacks?.[0];
    }
    catch (error) {
        // There is no error of its own for it.
        if (error instanceof Error && /does not exist/.test(error.message))
            return undefined;
        (0,faults/* throwFault */.h)(error, 'DescribeStacks');
    }
}
async function remove(session, stack) {
    const before = await describe(session, stack);
    if (before === undefined)
        return;
    await session.client
        .send(new dist_cjs/* DeleteStackCommand */.fAr({ StackName: stack }))
        .catch((error) => throwStackFault(error, 'DeleteStack', stack));
    // By its id: the name is unknown as soon as it is gone.
    const after = await waitForStack(session, before.StackId ?? stack);
    if (after !== undefined && after.StackStatus !== 'DELETE_COMPLETE')
        throw stackProblem(stack, `${after.StackStatus}: ${await firstFailure(session, stack)}`);
}
async function waitForStack(session, name) {
    const { stack } = await poll(session, name, async () => {
        const found = await describe(session, name);
        return /_IN_PROGRESS$/.test(found?.StackStatus ?? '') ? undefined : { stack: found };
    });
    return stack;
}
async function poll(session, name, look) {
    for (let count = 0; count < mostPolls; count += 1) {
        const found = await look();
        if (found !== undefined)
            return found;
        await session.clock.sleep(pollMs);
    }
    throw stackProblem(name, `It was still at work after ${(mostPolls * pollMs) / 60_000} minutes.`);
}
/** Events come newest first, and what failed first made the rest fail. */
async function firstFailure(session, StackName) {
    const { StackEvents = [] } = await session.client
        .send(new dist_cjs/* DescribeStackEventsCommand */.Ie9({ StackName }))
        .catch((error) => (0,faults/* throwFault */.h)(error, 'DescribeStackEvents'));
    const failures = StackEvents.filter(({ ResourceStatus, ResourceStatusReason }) => /_FAILED$/.test(ResourceStatus ?? '') && !/cancelled/.test(ResourceStatusReason ?? ''));
    const first = failures.at(-1);
    return `${first?.LogicalResourceId ?? 'a resource'}: ${first?.ResourceStatusReason ?? 'no reason was given'}`;
}
async function resources(session, StackName) {
    const found = [];
    let token;
    for (let page = 0; page < mostPages; page += 1) {
        const answer = await session.client
            .send(new dist_cjs/* ListStackResourcesCommand */.XnL({ StackName, ...(token === undefined ? {} : { NextToken: token }) }))
            .catch((error) => (0,faults/* throwFault */.h)(error, 'ListStackResources'));
        for (const { ResourceType: type = '', LogicalResourceId: resource = '', } of answer.StackResourceSummaries ?? [])
            found.push({ type, resource });
        token = answer.NextToken;
        if (token === undefined)
            break;
    }
    return found;
}
function stackOf({ StackName, StackStatus, Parameters = [], Outputs = [] }) {
    return {
        name: StackName ?? '',
        status: StackStatus ?? '',
        parameters: new Map(Parameters.map(({ ParameterKey = '', ParameterValue = '' }) => [ParameterKey, ParameterValue])),
        outputs: new Map(Outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue])),
    };
}
/** A template or parameter that CloudFormation does not take is for a person to mend. */
function throwStackFault(error, operation, stack) {
    if (error instanceof Error && /ValidationError|AlreadyExists|InsufficientCapabilities/.test(error.name))
        throw stackProblem(stack, error.message);
    (0,faults/* throwFault */.h)(error, operation);
}
const longestReason = 600;
function stackProblem(stack, reason) {
    return new problem/* RefusedError */.fk({
        code: 'E_STACK',
        field: stack,
        message: (0,visible/* oneLine */.TN)(reason).slice(0, longestReason),
        fix: 'Mend what it says, remove the stack if its creation was rolled back, and run the command again.',
    });
}

;// CONCATENATED MODULE: ./src/adapters/ecs/change-sets.ts




/** In these words, and with no error of its own. */
const nothingToChange = /didn't contain changes|No updates are to be performed/;
async function propose(session, request) {
    const before = await find(session, request.name);
    const changeSet = await create(session, request, before === undefined);
    if (changeSet === undefined)
        return undefined;
    const proposal = { stack: request.name, changeSet, isNew: before === undefined };
    const answer = await waitForChangeSet(session, proposal);
    if (answer.Status !== 'FAILED')
        return { ...proposal, changes: changesOf(answer) };
    await discard(session, { ...proposal, changes: [] });
    const reason = answer.StatusReason ?? '';
    if (nothingToChange.test(reason))
        return undefined;
    throw stackProblem(request.name, reason);
}
/** Its ARN; undefined: there is nothing to change, said at once or of the change set. */
async function create(session, request, isNew) {
    const command = new dist_cjs/* CreateChangeSetCommand */.YDU({
        StackName: request.name,
        ChangeSetName: `headgate-${session.clock.now().toString(36)}`,
        ChangeSetType: isNew ? 'CREATE' : 'UPDATE',
        TemplateBody: request.template,
        Parameters: [...request.parameters].map(([ParameterKey, ParameterValue]) => ({
            ParameterKey,
            ParameterValue,
        })),
        Capabilities: ['CAPABILITY_NAMED_IAM'],
    });
    try {
        return (await session.client.send(command)).Id;
    }
    catch (error) {
        if (error instanceof Error && nothingToChange.test(error.message))
            return undefined;
        throwStackFault(error, 'CreateChangeSet', request.name);
    }
}
async function waitForChangeSet(session, { stack, changeSet, }) {
    return poll(session, stack, async () => {
        const request = { StackName: stack, ChangeSetName: changeSet };
        const answer = await session.client
            .send(new dist_cjs/* DescribeChangeSetCommand */.TTT(request))
            .catch((error) => (0,faults/* throwFault */.h)(error, 'DescribeChangeSet'));
        return /PENDING|IN_PROGRESS/.test(answer.Status ?? '') ? undefined : answer;
    });
}
async function discard(session, { stack, changeSet, isNew }) {
    await session.client
        .send(new dist_cjs/* DeleteChangeSetCommand */.$GE({ StackName: stack, ChangeSetName: changeSet }))
        .catch((error) => (0,faults/* throwFault */.h)(error, 'DeleteChangeSet'));
    if (isNew)
        await remove(session, stack).catch(leaveShell);
}
/** Who may look but not remove leaves the empty shell of a new stack; the next change set takes it over. */
function leaveShell(error) {
    if (!(error instanceof problem/* RefusedError */.fk && error.problem.code === 'E_AWS_DENIED'))
        throw error;
}
async function execute(session, { stack, changeSet }) {
    await session.client
        .send(new dist_cjs/* ExecuteChangeSetCommand */.PB_({ StackName: stack, ChangeSetName: changeSet }))
        .catch((error) => throwStackFault(error, 'ExecuteChangeSet', stack));
    const after = await waitForStack(session, stack);
    if (after !== undefined && /^(?:CREATE|UPDATE)_COMPLETE$/.test(after.StackStatus ?? ''))
        return stackOf(after);
    throw stackProblem(stack, `${after?.StackStatus ?? 'gone'}: ${await firstFailure(session, stack)}`);
}
function changesOf({ Changes = [] }) {
    return Changes.map(({ ResourceChange: change }) => ({
        action: change?.Action ?? '',
        type: change?.ResourceType ?? '',
        resource: change?.LogicalResourceId ?? '',
        isReplaced: change?.Replacement === 'True' || change?.Replacement === 'Conditional',
    }));
}

// EXTERNAL MODULE: ./src/adapters/ecs/client.ts
var ecs_client = __webpack_require__(1822);
// EXTERNAL MODULE: ../../node_modules/@aws-sdk/client-iam/dist-cjs/index.js
var client_iam_dist_cjs = __webpack_require__(9240);
;// CONCATENATED MODULE: ./src/adapters/ecs/identity-providers.ts



/** The ARN of the account's identity provider of a host. IAM is one for all regions, and answers in one piece. */
async function findIdentityProvider(region, host) {
    const { OpenIDConnectProviderList: providers = [] } = await new client_iam_dist_cjs/* IAMClient */.h8v((0,ecs_client/* clientSettings */.r)({ region }))
        .send(new client_iam_dist_cjs/* ListOpenIDConnectProvidersCommand */.vfi({}))
        .catch((error) => (0,faults/* throwFault */.h)(error, 'ListOpenIDConnectProviders'));
    return providers.map(({ Arn }) => Arn).find((arn) => arn?.endsWith(`:oidc-provider/${host}`));
}

;// CONCATENATED MODULE: ./src/adapters/ecs/service-role.ts



/**
 * The role that ECS acts with in an account. ECS makes it with an account's first cluster and then may not find it yet:
 * "Unable to assume the service linked role". Made before, it is there when the cluster is.
 */
async function createServiceRole(region) {
    const client = new client_iam_dist_cjs/* IAMClient */.h8v((0,ecs_client/* clientSettings */.r)({ region }));
    try {
        await client.send(new client_iam_dist_cjs/* CreateServiceLinkedRoleCommand */.A4y({ AWSServiceName: 'ecs.amazonaws.com' }));
    }
    catch (error) {
        // An `InvalidInputException`: "Service role name AWSServiceRoleForECS has been taken in this account". moto says that
        // the entity exists. What is wanted is there.
        const isThere = error instanceof Error &&
            /^EntityAlreadyExists|has been taken in this account/m.test(`${error.name}\n${error.message}`);
        if (!isThere)
            (0,faults/* throwFault */.h)(error, 'CreateServiceLinkedRole');
    }
    finally {
        client.destroy();
    }
}

;// CONCATENATED MODULE: ./src/adapters/ecs/stacks.ts









function cloudFormationStacks({ region, clock }) {
    const session = { client: new dist_cjs/* CloudFormationClient */.m1N((0,ecs_client/* clientSettings */.r)({ region })), clock };
    return {
        find: (name) => find(session, name),
        propose: (request) => propose(session, request),
        discard: (proposal) => discard(session, proposal),
        execute: (proposal) => execute(session, proposal),
        resources: (name) => resources(session, name),
        remove: (name) => remove(session, name),
        hasLogGroup: (name) => hasLogGroup(region, name),
        findIdentityProvider: (host) => findIdentityProvider(region, host),
        createServiceRole: () => createServiceRole(region),
        failureOf: (name) => firstFailure(session, name),
        countRunning: (cluster) => countRunning(region, cluster),
    };
}
async function hasLogGroup(region, name) {
    const { logGroups = [] } = await new client_cloudwatch_logs_dist_cjs/* CloudWatchLogsClient */.TFr((0,ecs_client/* clientSettings */.r)({ region }))
        .send(new client_cloudwatch_logs_dist_cjs/* DescribeLogGroupsCommand */.VlF({ logGroupNamePrefix: name }))
        .catch((error) => (0,faults/* throwFault */.h)(error, 'DescribeLogGroups'));
    return logGroups.some(({ logGroupName }) => logGroupName === name);
}
async function countRunning(region, cluster) {
    try {
        const { taskArns = [] } = await new client_ecs_dist_cjs/* ECSClient */.Zgc((0,ecs_client/* clientSettings */.r)({ region })).send(new client_ecs_dist_cjs/* ListTasksCommand */.MYg({ cluster, desiredStatus: 'RUNNING' }));
        return taskArns.length;
    }
    catch (error) {
        if (error instanceof Error && error.name === 'ClusterNotFoundException')
            return 0;
        (0,faults/* throwFault */.h)(error, 'ListTasks');
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(6970);
// EXTERNAL MODULE: ./src/doors/failure.ts
var failure = __webpack_require__(3378);
;// CONCATENATED MODULE: ./src/doors/cli/runner.ts




/**
 * In a job on GitHub, what a person reads before they approve goes to the job's summary, and what the next job needs to
 * outputs. The runner names the files (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
 */
async function tellRunner({ document, summary }, environment) {
    const summaryFile = environment['GITHUB_STEP_SUMMARY'] ?? '';
    if (summaryFile !== '' && summary !== undefined)
        await (0,promises_.appendFile)(summaryFile, `${summary}\n`);
    const outputFile = environment['GITHUB_OUTPUT'] ?? '';
    if (outputFile !== '')
        await (0,promises_.appendFile)(outputFile, `digest=${document['digest'] ?? ''}\nchanges=${hasChanges(document)}\n`);
}
/** What went wrong, where people look first. */
async function tellRunnerOfFailure(error, environment) {
    const summaryFile = environment['GITHUB_STEP_SUMMARY'] ?? '';
    if (summaryFile === '')
        return;
    const text = (0,failure/* failureOf */.g)(error).problems.map(problem/* describeProblem */.BJ).join('\n');
    await (0,promises_.appendFile)(summaryFile, `## It did not work\n\n${(0,report_text/* codeBlock */.DV)(text)}\n`);
}
/** Of a set-up the stacks that would change; of a teardown the stacks that are there. */
function hasChanges({ stacks }) {
    return (Array.isArray(stacks) && stacks.some((stack) => typeof stack === 'string' || stack.changes.length > 0));
}

;// CONCATENATED MODULE: ./src/doors/cli/stacks.ts



/** The verbs on what a project has in AWS, on a laptop and in a job. */
async function performStacks(request, place) {
    try {
        const performed = await carryOut(request, place);
        await tellRunner(performed, place.environment);
        return performed;
    }
    catch (error) {
        await tellRunnerOfFailure(error, place.environment);
        throw error;
    }
}
/** In the region that is known best. */
async function carryOut(request, { site, environment, options }) {
    const region = request.region ?? site.project.aws?.region ?? environment['AWS_REGION'];
    if (region === undefined || region === '')
        throw new problem/* InputError */.dz([noRegion]);
    const stacks = cloudFormationStacks({ region, clock: site.world.clock });
    if (request.verb === 'teardown')
        return (await __webpack_require__.e(/* import() */ 2893).then(__webpack_require__.bind(__webpack_require__, 2893))).performTeardown(site, stacks, request);
    const { performSetup } = await Promise.all(/* import() */[__webpack_require__.e(1026), __webpack_require__.e(506), __webpack_require__.e(3219), __webpack_require__.e(3273)]).then(__webpack_require__.bind(__webpack_require__, 3273));
    const { parseGiven } = await __webpack_require__.e(/* import() */ 7620).then(__webpack_require__.bind(__webpack_require__, 7620));
    const { isConfirmed, approved } = request;
    const config = options.config ?? 'headgate.yml';
    return performSetup({ site, stacks, environment }, { region, isConfirmed, approved, given: parseGiven(request.given), config });
}
const noRegion = {
    code: 'E_REQUIRED',
    field: 'region',
    message: 'Nothing says which region of AWS.',
    fix: 'Give --region, or set AWS_REGION.',
};


/***/ }),

/***/ 7688:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ cutReason)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3727);

/**
 * ECS gives 1,024 characters, and what a person needs of them, the right that is missing and on what, stands at their end
 * (aws/containers-roadmap#1133, #1332). So what says nothing goes first, then what stands in between.
 */
const fillers = [
    /execution resource retrieval failed: /gi,
    /(?:service call|create stream|pull image manifest|ref pull|inspect image) has been retried \d+ times?(?:\(s\))?: /gi,
    /https response error StatusCode: \d+, RequestID: [\w-]*, (?:api error )?/gi,
    /,? request id: [\w-]+/gi,
    / because no [\w-]+ policy allows the [\w:*-]+ action/gi,
];
/** Enough to see what failed. */
const leastHead = 60;
/** The verb and the resource of a refusal by IAM. */
const refusal = /is not authorized to perform: \S+(?: on resource: \S+)?/i;
function cutReason(text, limit) {
    let left = text;
    for (const filler of fillers) {
        if (left.length <= limit)
            return left;
        left = left.replaceAll(filler, '');
    }
    if (left.length <= limit)
        return left;
    const found = refusal.exec(left)?.[0] ?? '';
    const end = found !== '' && found.length < limit - leastHead ? found : lastCharacters(left, Math.floor(limit / 3));
    return `${(0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .cutLength */ .bG)(left, limit - end.length - 1)} ${end}`;
}
/** Never half a character. */
function lastCharacters(text, count) {
    return text.slice(-count).replace(/^[\udc00-\udfff]/, '');
}


/***/ })

};
