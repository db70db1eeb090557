export const id = 173;
export const ids = [173];
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

/***/ 140:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readTask),
/* harmony export */   y: () => (/* binding */ familyIn)
/* harmony export */ });
/** From the shape that DescribeTasks answers with. */
function readTask(task) {
    return {
        taskArn: task.taskArn ?? '',
        startedBy: task.startedBy ?? '',
        family: familyIn(task.taskDefinitionArn ?? ''),
        lastStatus: task.lastStatus ?? '',
        stopCode: task.stopCode ?? '',
        stoppedReason: task.stoppedReason ?? '',
        ...moment(task.createdAt, 'createdAt'),
        ...moment(task.startedAt, 'startedAt'),
        ...moment(task.stoppedAt, 'stoppedAt'),
        ...moment(task.executionStoppedAt, 'executionStoppedAt'),
        containers: (task.containers ?? []).map(({ name = '', exitCode, reason = '' }) => ({
            name,
            reason,
            ...(exitCode === undefined ? {} : { exitCode }),
        })),
    };
}
/** `…:task-definition/family:revision` */
function familyIn(arn) {
    return arn.slice(arn.lastIndexOf('/') + 1).replace(/:\d+$/, '');
}
function moment(at, name) {
    const ms = at?.getTime() ?? Number.NaN;
    return Number.isNaN(ms) ? {} : { [name]: ms };
}


/***/ }),

/***/ 1173:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cloudWatchEventLog: () => (/* binding */ cloudWatchEventLog),
  noEventLog: () => (/* binding */ noEventLog)
});

// EXTERNAL MODULE: ../../node_modules/@aws-sdk/client-cloudwatch-logs/dist-cjs/index.js
var dist_cjs = __webpack_require__(1107);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
// EXTERNAL MODULE: ./src/adapters/ecs/client.ts
var ecs_client = __webpack_require__(1822);
// EXTERNAL MODULE: ./src/adapters/ecs/failures.ts + 1 modules
var failures = __webpack_require__(4762);
// EXTERNAL MODULE: ./src/adapters/ecs/faults.ts
var faults = __webpack_require__(5124);
// EXTERNAL MODULE: ./src/adapters/ecs/ecs-task.ts
var ecs_task = __webpack_require__(140);
;// CONCATENATED MODULE: ./src/adapters/ecs/stopped-event.ts

/** Reads the event that EventBridge wrote; undefined if it is none. Everything in it is taken as data of strangers. */
function readStoppedEvent(message) {
    const detail = member(parse(message), 'detail');
    const taskArn = stopped_event_text(detail, 'taskArn');
    if (taskArn === '' || stopped_event_text(detail, 'lastStatus') !== 'STOPPED')
        return undefined;
    const version = member(detail, 'version');
    return { version: typeof version === 'number' ? version : 0, task: taskOf(detail, taskArn) };
}
function taskOf(detail, taskArn) {
    const containers = member(detail, 'containers');
    return {
        taskArn,
        startedBy: stopped_event_text(detail, 'startedBy'),
        family: (0,ecs_task/* familyIn */.y)(stopped_event_text(detail, 'taskDefinitionArn')),
        lastStatus: 'STOPPED',
        stopCode: stopped_event_text(detail, 'stopCode'),
        stoppedReason: stopped_event_text(detail, 'stoppedReason'),
        ...moment(detail, 'createdAt'),
        ...moment(detail, 'startedAt'),
        ...moment(detail, 'stoppedAt'),
        ...moment(detail, 'executionStoppedAt'),
        containers: Array.isArray(containers) ? containers.map(containerOf) : [],
    };
}
function containerOf(value) {
    const exitCode = member(value, 'exitCode');
    return {
        name: stopped_event_text(value, 'name'),
        reason: stopped_event_text(value, 'reason'),
        ...(typeof exitCode === 'number' ? { exitCode } : {}),
    };
}
function parse(message) {
    try {
        return JSON.parse(message);
    }
    catch {
        return undefined;
    }
}
function member(value, name) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? Reflect.get(value, name)
        : undefined;
}
function stopped_event_text(value, name) {
    const found = member(value, name);
    return typeof found === 'string' ? found : '';
}
function moment(value, name) {
    const ms = Date.parse(stopped_event_text(value, name));
    return Number.isNaN(ms) ? {} : { [name]: ms };
}

// EXTERNAL MODULE: ./src/adapters/ecs/task-arn.ts
var task_arn = __webpack_require__(7246);
;// CONCATENATED MODULE: ./src/adapters/ecs/event-log.ts







/** A filter pattern has at most 1,024 characters (CloudWatch Logs, FilterLogEvents): this many names of 35 fit. */
const namesPerPattern = 14;
const mostPages = 20;
/**
 * "No event" says something only if the log was at work all the time: before the attempt can have ended, at the end,
 * and without a longer silence between. A rule `rate(30 minutes)` into the same group writes the signs of life; where
 * tasks end as often as that, their own events will do.
 */
const longestSilenceMs = 75 * instant/* minuteMs */.J2;
const heartbeats = '{ $.source = "aws.events" }';
const stops = '{ $.detail.lastStatus = "STOPPED" }';
/** The group in which EventBridge keeps the cluster's "ECS Task State Change" events of stopped tasks. */
function cloudWatchEventLog({ placement, clock }) {
    const client = new dist_cjs/* CloudWatchLogsClient */.TFr((0,ecs_client/* clientSettings */.r)(placement));
    return {
        async find(startedBy, since) {
            const answers = [];
            for (const pattern of patternsOf(startedBy))
                answers.push(await query(pattern, since));
            const found = foundBy(newestOf(answers.flatMap(({ events }) => events)), new Set(startedBy));
            const isAllFound = startedBy.every((name) => found.has(name));
            const isWhole = answers.every((answer) => answer.isWhole);
            return { found, isTrustworthy: isAllFound || (isWhole && (await wasAlive(since))) };
        },
    };
    /** Oldest first: of two tasks of one attempt the first counts. */
    function foundBy(tasks, wanted) {
        const ours = tasks
            .filter(({ startedBy, taskArn }) => wanted.has(startedBy) && (0,task_arn/* isOurTask */.A)(taskArn, placement))
            .sort((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0));
        const found = new Map();
        for (const task of ours) {
            const entry = { handle: task.taskArn, sighting: (0,failures/* sightingOf */.H)(task, clock.now()) };
            found.set(task.startedBy, [...(found.get(task.startedBy) ?? []), entry]);
        }
        return found;
    }
    async function wasAlive(since) {
        const from = (0,instant/* plusMs */.f9)(since, -longestSilenceMs);
        const signs = [];
        for (const pattern of [heartbeats, stops]) {
            const { events } = await query(pattern, from);
            signs.push(...events.flatMap(({ timestamp }) => timestamp ?? []));
            if (isWithoutGap(signs, from, clock.now()))
                return true;
        }
        return false;
    }
    /** Not whole: it has more pages than one tick may read. */
    async function query(filterPattern, since) {
        const { eventLogGroup: logGroupName } = placement;
        const events = [];
        let token;
        for (let page = 0; page < mostPages; page += 1) {
            const from = token === undefined ? {} : { nextToken: token };
            const request = { logGroupName, filterPattern, startTime: since, ...from };
            const answer = await client
                .send(new dist_cjs/* FilterLogEventsCommand */.nsW(request))
                .catch((error) => (0,faults/* throwFault */.h)(error, 'FilterLogEvents'));
            events.push(...(answer.events ?? []));
            // A page may be empty although there is more: only the missing token ends the list.
            if (answer.nextToken === undefined)
                return { events, isWhole: true };
            token = answer.nextToken;
        }
        return { events, isWhole: false };
    }
}
/** For projects without one: finding nothing says nothing. */
function noEventLog() {
    return { find: async () => ({ found: new Map(), isTrustworthy: false }) };
}
function patternsOf(names) {
    const conditions = names.map((name) => `($.detail.startedBy = ${JSON.stringify(name)})`);
    const count = Math.ceil(names.length / namesPerPattern);
    return Array.from({ length: count }, (_, index) => `{ ${conditions.slice(index * namesPerPattern, (index + 1) * namesPerPattern).join(' || ')} }`);
}
function isWithoutGap(signs, from, to) {
    const moments = [from, ...signs.filter((at) => at > from && at < to).sort((a, b) => a - b), to];
    return moments.every((at, index) => index === 0 || at - (moments[index - 1] ?? at) <= longestSilenceMs);
}
/** Events come at least once and in any order; of one task the highest version counts. */
function newestOf(events) {
    const newest = new Map();
    for (const { message = '' } of events) {
        const event = readStoppedEvent(message);
        if (event !== undefined && event.version > (newest.get(event.task.taskArn)?.version ?? -1))
            newest.set(event.task.taskArn, event);
    }
    return [...newest.values()].map(({ task }) => task);
}


/***/ }),

/***/ 1697:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ classOfText),
/* harmony export */   nL: () => (/* binding */ declinedClass)
/* harmony export */ });
/* unused harmony export failureRules */
const devGuide = 'ECS developer guide, stopped task error messages';
const denials = [
    'accessdenied',
    'not authorized',
    'resourcenotfound',
    'parameternotfound',
    'invalid parameters',
    'invalid ssm parameters',
    "can't find the specified secret",
    'did not find json key',
    'kms',
];
const timeouts = [
    'timeout',
    'timed out',
    'deadline exceeded',
    'signal: killed',
    'connection',
    'requesterror',
    'throttl',
];
/** From the top; the first that fits decides. What none knows is tried again within the budget of the infrastructure. */
const failureRules = [
    {
        class: 'host',
        all: ['performing maintenance on the underlying infrastructure'],
        source: 'task-maintenance',
    },
    { class: 'host', all: ['host ec2 (instance'], any: ['stopped', 'terminated'], source: 'AIRFLOW-3046' },
    { class: 'spot', all: ['spot task was interrupted'], source: 'ECS developer guide, spot interruption' },
    { class: 'out-of-memory', all: ['outofmemory'], source: `${devGuide}, OutOfMemoryError` },
    { class: 'out-of-memory', all: ['killed due to memory usage'], source: `${devGuide}, OutOfMemoryError` },
    {
        class: 'addresses',
        all: ['insufficient free addresses'],
        source: 'VPC, InsufficientFreeAddressesInSubnet',
    },
    {
        class: 'addresses',
        all: ['insufficientfreeaddresses'],
        source: 'VPC, InsufficientFreeAddressesInSubnet',
    },
    { class: 'addresses', all: ['not have enough free addresses'], source: 'VPC, CreateNetworkInterface' },
    { class: 'capacity', all: ['capacity is unavailable'], source: 'ECS API failure reasons' },
    { class: 'capacity', all: ['limit on the number of vcpus'], source: 'ECS API failure reasons, Fargate' },
    { class: 'capacity', all: ['resource:'], source: 'ECS API failure reasons, RESOURCE:*' },
    { class: 'capacity', all: ['no active instances'], source: 'ECS events, capacity providers' },
    { class: 'capacity', all: ['empty capacity provider'], source: 'ECS events, capacity providers' },
    { class: 'network', all: ['network interface provision'], source: `${devGuide}, TaskFailedToStart` },
    { class: 'network', all: ['preparing network interface'], source: `${devGuide}, rate limit` },
    { class: 'network', all: ['create network interface'], source: `${devGuide}, unexpected EC2 error` },
    { class: 'network', all: ['ephemeralstorage provisioning'], source: 'Dagster, transient start failures' },
    {
        class: 'runtime',
        all: ['logger args'],
        any: timeouts,
        source: `${devGuide}, ResourceInitializationError`,
    },
    { class: 'logging', all: ['logger args'], source: `${devGuide}, ResourceInitializationError` },
    {
        class: 'logging',
        all: ['failed to initialize logging driver'],
        source: `${devGuide}, CannotStartContainer`,
    },
    {
        class: 'image-missing',
        all: ['cannotpull'],
        any: [
            'not found',
            'does not exist',
            'manifest unknown',
            'access denied',
            'failed to resolve ref',
            'check that the role has the permissions',
            'not authorized',
            'no basic auth',
            'no space left on device',
            'not contain descriptor matching platform',
            'no match for platform',
        ],
        source: 'ECS developer guide, CannotPullContainer',
    },
    { class: 'image-pull', all: ['cannotpull'], source: 'ECS developer guide, CannotPullContainer' },
    {
        class: 'volume',
        all: ['resourceinitialization'],
        any: ['invoke efs utils', 'efs volume', 'mount.nfs'],
        source: `${devGuide}, ResourceInitializationError, EFS`,
    },
    { class: 'secrets', all: ['resourceinitialization'], any: denials, source: `${devGuide}, secrets` },
    {
        class: 'secrets-timeout',
        all: ['resourceinitialization'],
        any: timeouts,
        source: `${devGuide}, ResourceInitializationError`,
    },
    {
        class: 'cannot-start',
        all: ['container'],
        any: ['exec format error', 'no such file or directory', 'executable file not found', 'permission denied'],
        source: `${devGuide}, CannotStartContainerError`,
    },
    { class: 'runtime', all: ['cannotstartcontainer'], source: `${devGuide}, CannotStartContainerError` },
    { class: 'runtime', all: ['cannotcreatecontainer'], source: `${devGuide}, CannotCreateContainerError` },
    { class: 'runtime', all: ['cannotinspectcontainer'], source: `${devGuide}, CannotInspectContainerError` },
    { class: 'runtime', all: ['cannotstopcontainer'], source: `${devGuide}, CannotStopContainerError` },
    { class: 'runtime', all: ['containerruntime'], source: `${devGuide}, ContainerRuntimeError` },
    { class: 'runtime', all: ['dockertimeout'], source: `${devGuide}, DockerTimeoutError` },
    { class: 'runtime', all: ['internalerror'], source: `${devGuide}, InternalError` },
];
function classOfText(text) {
    const lower = text.toLowerCase();
    const says = (part) => lower.includes(part);
    return failureRules.find(({ all, any }) => all.every(says) && (any === undefined || any.some(says)))?.class;
}
/** What RunTask says of a task that it did not start, with status 200 (ECS API failure reasons). */
function declinedClass(reason) {
    // Only placement constraints that no instance can meet: never a matter of waiting.
    if (/^(?:LOCATION|ATTRIBUTE)\b/i.test(reason))
        return { class: 'refused', isFinal: true };
    return { class: classOfText(reason) ?? 'capacity', isFinal: false };
}


/***/ }),

/***/ 4762:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ mainContainer),
  H: () => (/* binding */ sightingOf)
});

// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
// EXTERNAL MODULE: ./src/adapters/ecs/failure-rules.ts
var failure_rules = __webpack_require__(1697);
;// CONCATENATED MODULE: ./src/adapters/ecs/sidecars.ts
/** 128 + SIGTERM and 128 + SIGKILL: what a container ends with that was told to stop. */
const obeyed = 143;
const killed = 137;
/**
 * ECS says that an essential container ended, not which one did first. The flow's program ended as one does that is told
 * to stop, nobody asked ECS to stop the task, and another container ended by itself: so that one was first. A SIGKILL
 * may also be the flow's own doing, for want of memory, so there only a sidecar that failed counts.
 */
function wasStoppedBySidecar({ stopCode, containers }, main) {
    if (stopCode !== 'EssentialContainerExited')
        return false;
    const failed = sidecarsIn(containers, main).filter(hasEndedByItself);
    if (main?.exitCode === obeyed)
        return failed.length > 0;
    return main?.exitCode === killed && failed.some(({ exitCode }) => exitCode !== 0);
}
/** `sidecar proxy exited with code 3`, for those that did not end as they were told to. */
function sidecarWords({ containers }, main) {
    if (main?.exitCode === 0)
        return [];
    return sidecarsIn(containers, main).flatMap((sidecar) => {
        const { name, exitCode, reason } = sidecar;
        if (exitCode === undefined && reason === '')
            return [];
        if (exitCode !== undefined && !hasEndedByItself(sidecar))
            return [];
        const words = exitCode === undefined ? 'did not run' : `exited with code ${exitCode}`;
        return [`sidecar ${name} ${words}${reason === '' ? '' : ` (${reason})`}`];
    });
}
/** Containers called aws-… are not the flow's: GuardDuty adds one, for instance. */
function sidecarsIn(containers, main) {
    return containers.filter((one) => one !== main && !one.name.startsWith('aws-'));
}
function hasEndedByItself({ exitCode, reason }) {
    if (exitCode === undefined)
        return false;
    const isTold = exitCode === obeyed || exitCode === killed;
    return !isTold || /OutOfMemory/i.test(reason);
}

;// CONCATENATED MODULE: ./src/adapters/ecs/failures.ts




/** The container that runs the flow; every other one of the ECS task is somebody's sidecar. */
const mainContainer = 'flow';
function sightingOf(task, now) {
    const startedAt = task.startedAt === undefined ? undefined : (0,instant/* instantFromMs */.A0)(task.startedAt);
    if (task.lastStatus === 'STOPPED' || task.lastStatus === 'DELETED') {
        return { kind: 'ended', ...(startedAt === undefined ? {} : { startedAt }), ending: endingOf(task, now) };
    }
    return startedAt === undefined ? { kind: 'starting' } : { kind: 'running', startedAt };
}
function endingOf(task, now) {
    const main = task.containers.find(({ name }) => name === mainContainer);
    const at = (0,instant/* instantFromMs */.A0)(task.executionStoppedAt ?? task.stoppedAt ?? now);
    const detail = detailOf(task, main);
    return {
        class: classOf(task, main),
        at,
        ...(main?.exitCode === undefined ? {} : { exitCode: main.exitCode }),
        ...(detail === '' ? {} : { detail }),
    };
}
const longestDetail = 400;
function detailOf(task, main) {
    const parts = [task.stopCode, task.stoppedReason, main?.reason ?? '', ...sidecarWords(task, main)]
        .map(visible/* oneLine */.TN)
        .filter((part) => part !== '');
    return [...new Set(parts)].join(': ').slice(0, longestDetail);
}
/** Exit code of coreutils' `timeout` when the run timeout is over, and the program ended when it was told to. */
const timeoutExitCode = 124;
/** What shells, `timeout` and container runtimes say of a program that is not there or cannot be executed. */
const notStartedExitCodes = new Set([126, 127]);
/** Evaluated from the top; the first rule that fits decides. Stop codes grow in number: unknown ones must not matter. */
function classOf(task, main) {
    const exitCode = main?.exitCode;
    const isByUser = task.stopCode === 'UserInitiated';
    const ours = ownStop.exec(task.stoppedReason)?.[1];
    if (isByUser && ours !== undefined)
        return ours;
    if (task.stopCode === 'SpotInterruption' || task.stopCode === 'TerminationNotice')
        return 'spot';
    if (exitCode === 0)
        return 'exit-zero';
    if (task.stopCode === 'InfrastructureHealth')
        return 'host';
    if (isByUser)
        return 'stopped-outside';
    if (task.stopCode === 'ServiceSchedulerInitiated')
        return 'foreign';
    const told = (0,failure_rules/* classOfText */.BW)(`${task.stoppedReason} ${main?.reason ?? ''}`);
    if (told !== undefined)
        return told;
    if (wasStoppedBySidecar(task, main))
        return 'sidecar';
    return exitCode === undefined ? withoutExitCode(task) : ofExitCode(exitCode);
}
const ownStop = /^headgate:(cancelled|superseded|start-timeout|run-timeout)\b/;
/** A container that never ran, or was lost with its host, has no exit code at all: that is not 0. */
function withoutExitCode({ stopCode, startedAt }) {
    if (stopCode === 'EssentialContainerExited')
        return 'sidecar';
    return startedAt === undefined ? 'start-failed' : 'host';
}
function ofExitCode(exitCode) {
    if (exitCode === timeoutExitCode)
        return 'run-timeout';
    return notStartedExitCodes.has(exitCode) ? 'cannot-start' : 'exit-code';
}


/***/ }),

/***/ 5124:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ judgeFault),
/* harmony export */   h: () => (/* binding */ throwFault)
/* harmony export */ });
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2531);
/* harmony import */ var _report_visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3727);


/** By the prefix of its permissions. What is not named here is an operation of ECS. */
const operations = {
    logs: ['GetLogEvents', 'FilterLogEvents', 'DescribeLogGroups'],
    scheduler: ['GetSchedule', 'UpdateSchedule'],
    iam: ['GetRole', 'SimulatePrincipalPolicy', 'ListOpenIDConnectProviders'],
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
/** Of texts: an `InvalidParameterException` can wrap a throttle of EC2 (dask/dask-cloudprovider#56). */
const wrappedThrottle = /RequestLimitExceeded|Rate exceeded|throttl/i;
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
    if (!isAnswer || transientNames.test(name) || wrappedThrottle.test(reason))
        return { kind: 'unsure', reason: `${name}: ${reason}` };
    return { kind: 'wrong', name, reason };
}
/** For calls whose failure ends the work: what a person must mend as `RefusedError`, all else as it is. */
function throwFault(error, operation) {
    const fault = judgeFault(error, operation);
    if (fault.kind === 'denied')
        throw fault.error;
    if (fault.kind === 'unsure')
        throw new Error(`${operation} got no clear answer: ${fault.reason}`, { cause: error });
    throw new Error(`AWS refused ${operation}: ${fault.name}: ${fault.reason}`, { cause: error });
}
const longestReason = 500;
function partsOf(error) {
    const text = error instanceof Error ? error.message : String(error);
    return {
        name: error instanceof Error ? error.name : 'Error',
        // The SDK appends a hint for its developers to what it could not read.
        reason: (0,_report_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(text.replace(/\n\s*Deserialization error:[\s\S]*$/, '')).slice(0, longestReason),
        isAnswer: error instanceof Error && Reflect.get(error, '$fault') === 'client',
    };
}


/***/ }),

/***/ 7246:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ isOurTask),
/* harmony export */   G: () => (/* binding */ taskIdOf)
/* harmony export */ });
/** `arn:aws:ecs:us-east-1:123456789012:task/cluster/0123…`; accounts of before 2021 may leave the cluster out. */
const taskArn = /^arn:aws[a-z-]*:ecs:([a-z0-9-]+):\d{12}:task\/(?:([A-Za-z0-9_-]{1,255})\/)?[A-Za-z0-9-]{1,64}$/;
/**
 * Whether a handle names an ECS task of this project's cluster. Handles come from state, which others can write to:
 * nothing elsewhere is asked about or stopped, and one name that ECS cannot read would fail a whole request.
 */
function isOurTask(handle, { region, cluster }) {
    const match = taskArn.exec(handle);
    if (match === null || match[1] !== region)
        return false;
    return match[2] === undefined || match[2] === clusterName(cluster);
}
function taskIdOf(handle) {
    return handle.slice(handle.lastIndexOf('/') + 1);
}
function clusterName(cluster) {
    return cluster.slice(cluster.lastIndexOf('/') + 1);
}


/***/ })

};
