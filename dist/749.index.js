export const id = 749;
export const ids = [749];
export const modules = {

/***/ 6502:
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

/***/ 7749:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ecsExecutor: () => (/* binding */ ecsExecutor)
});

// EXTERNAL MODULE: ../../work/main/node_modules/@aws-sdk/client-ecs/dist-cjs/index.js
var dist_cjs = __webpack_require__(8020);
// EXTERNAL MODULE: ./src/adapters/ecs/client.ts
var ecs_client = __webpack_require__(6502);
// EXTERNAL MODULE: ./src/adapters/ecs/failures.ts + 1 modules
var ecs_failures = __webpack_require__(6441);
// EXTERNAL MODULE: ./src/adapters/ecs/faults.ts
var faults = __webpack_require__(8716);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(2993);
;// CONCATENATED MODULE: ./src/adapters/ecs/pace.ts

/** A token bucket: waits until one more call is within the rate. */
function paceOf(clock, { burst, perSecond }) {
    let tokens = burst;
    let filledAt = clock.now();
    return async () => {
        for (;;) {
            const now = clock.now();
            tokens = Math.min(tokens + ((now - filledAt) / instant/* secondMs */.fj) * perSecond, burst);
            filledAt = now;
            if (tokens >= 1) {
                tokens -= 1;
                return;
            }
            await clock.sleep(Math.ceil(((1 - tokens) / perSecond) * instant/* secondMs */.fj));
        }
    };
}
/** Works on items in order, at most `width` at once; answers in the order of the items. */
async function inParallel(items, width, work) {
    const answers = [];
    let next = 0;
    async function lane() {
        for (let index = next++; index < items.length; index = next++)
            answers[index] = await work(items[index]);
    }
    await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
    return answers;
}

;// CONCATENATED MODULE: ./src/adapters/ecs/launches.ts




/** Fargate takes 20 RunTask calls a second, in bursts too (ECS developer guide, Fargate throttling): nine tenths of it. */
const launchRate = { burst: 18, perSecond: 18 };
const launchesAtOnce = 10;
/** All overrides of a task, as JSON (RunTask, `overrides`). */
const mostOverrideCharacters = 8_192;
function launcherOf(client, placement, clock) {
    const turn = paceOf(clock, launchRate);
    return async (requests) => {
        const launched = await inParallel(requests, launchesAtOnce, launch);
        const denials = launched.flatMap(({ denial }) => denial ?? []);
        const [first] = denials;
        // One flow whose role may not be passed must not hold up the others; if nothing may start, a person has to know.
        if (first !== undefined && denials.length === launched.length)
            throw first.error;
        return launched.map(({ answer }) => answer);
    };
    async function launch(request) {
        const input = runTaskInput(request, placement);
        const characters = JSON.stringify(input.overrides).length;
        if (characters > mostOverrideCharacters) {
            return {
                answer: refused(`The parameters take ${characters} characters; ECS takes ${mostOverrideCharacters}.`, clock),
            };
        }
        await turn();
        try {
            return { answer: readAnswer(await client.send(new dist_cjs/* RunTaskCommand */._eD(input)), clock) };
        }
        catch (error) {
            return judgeLaunchFault(error, clock);
        }
    }
}
/** Made of the request and the project alone: a replay must be the same to the byte, or ECS calls it a conflict. */
function runTaskInput(request, placement) {
    const environment = Object.entries(request.environment).map(([name, value]) => ({ name, value }));
    return {
        cluster: placement.cluster,
        taskDefinition: request.revision,
        count: 1,
        clientToken: request.clientToken,
        startedBy: request.startedBy,
        enableExecuteCommand: false,
        ...(request.spot
            ? { capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }] }
            : { launchType: 'FARGATE' }),
        networkConfiguration: {
            awsvpcConfiguration: {
                subnets: [...placement.subnets],
                ...(placement.securityGroups.length === 0 ? {} : { securityGroups: [...placement.securityGroups] }),
                assignPublicIp: placement.assignPublicIp ? 'ENABLED' : 'DISABLED',
            },
        },
        overrides: {
            containerOverrides: [
                { name: ecs_failures/* mainContainer */.r, environment: environment.sort((a, b) => (a.name < b.name ? -1 : 1)) },
            ],
        },
    };
}
function readAnswer({ tasks = [], failures = [] }, clock) {
    const handles = tasks.flatMap(({ taskArn }) => taskArn ?? []);
    const [handle] = handles;
    if (handle !== undefined)
        return handles.length === 1 ? { kind: 'launched', handle } : { kind: 'conflict', handles };
    const [failure] = failures;
    if (failure === undefined)
        return { kind: 'unsure', reason: 'ECS answered with neither a task nor a failure' };
    const reason = [failure.reason, failure.detail].filter((part) => part !== undefined).join(': ');
    const verdict = (0,ecs_failures.declinedClass)(reason);
    const ending = endingOf(verdict.class, reason, clock);
    return { kind: verdict.isFinal ? 'refused' : 'declined', ending };
}
function judgeLaunchFault(error, clock) {
    const resources = error instanceof Error && error.name === 'ConflictException'
        ? Reflect.get(error, 'resourceIds')
        : undefined;
    if (Array.isArray(resources) && resources.length > 0)
        return { answer: { kind: 'conflict', handles: resources.map(String) } };
    const fault = (0,faults/* judgeFault */.M)(error, 'RunTask');
    switch (fault.kind) {
        case 'unsure':
            return { answer: { kind: 'unsure', reason: fault.reason } };
        case 'wrong':
            return { answer: refused(`${inactiveCode(fault.reason)}${fault.name}: ${fault.reason}`, clock) };
        case 'denied':
            return { answer: refused(fault.error.message, clock), denial: fault };
    }
}
/** A revision that somebody deregistered: never replaced by the newest one in silence. */
function inactiveCode(reason) {
    return /TaskDefinition is inactive/i.test(reason) ? 'E_TASKDEF_INACTIVE ' : '';
}
function refused(detail, clock) {
    return { kind: 'refused', ending: endingOf('refused', detail, clock) };
}
function endingOf(endingClass, detail, clock) {
    return { class: endingClass, at: clock.now(), detail: detail.slice(0, 400) };
}

// EXTERNAL MODULE: ./src/core/definition.ts
var core_definition = __webpack_require__(263);
// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2251);
;// CONCATENATED MODULE: ./src/adapters/ecs/task-definition.ts



/** A task definition may have 64 KiB (ECS service quotas). */
const limitBytes = 65_536;
/** How the program ends itself when the run timeout is over and nothing stops it from outside. */
const killAfterSeconds = 30;
const fingerprintVariable = 'HEADGATE_FINGERPRINT';
/** A definition as Fargate registers it. Lists are sorted, so that equal definitions are equal to the byte. */
function taskDefinitionOf(definition, placement) {
    const { workload, project, flow } = definition;
    const { resources } = workload;
    const taskRoleArn = workload.taskRole ?? placement.taskRole;
    const input = {
        family: (0,core_definition/* familyOf */.A)(project, flow),
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: String(resources.cpu),
        memory: String(resources.memoryMiB),
        runtimePlatform: {
            operatingSystemFamily: 'LINUX',
            cpuArchitecture: resources.architecture === 'arm64' ? 'ARM64' : 'X86_64',
        },
        ...(resources.storageGiB === undefined ? {} : { ephemeralStorage: { sizeInGiB: resources.storageGiB } }),
        executionRoleArn: placement.executionRole,
        ...(taskRoleArn === undefined ? {} : { taskRoleArn }),
        containerDefinitions: [containerOf(definition, placement)],
        tags: [
            { key: 'headgate:commit', value: definition.commit },
            { key: 'headgate:fingerprint', value: definition.fingerprint },
            { key: 'headgate:flow', value: flow },
            { key: 'headgate:project', value: project },
        ],
    };
    assertSize(definition, input);
    return input;
}
function containerOf(definition, { region, logGroup }) {
    const { workload, image, flow } = definition;
    const own = workload.dockerfile !== undefined;
    const secrets = Object.entries(workload.secrets).map(([name, valueFrom]) => ({ name, valueFrom }));
    const environment = {
        ...workload.environment,
        HEADGATE_COMMIT: definition.commit,
        HEADGATE_FLOW: flow,
        [fingerprintVariable]: definition.fingerprint,
    };
    return {
        name: ecs_failures/* mainContainer */.r,
        image: image ?? '',
        essential: true,
        command: commandOf(definition),
        ...(own && workload.program.kind === 'command' ? {} : { workingDirectory: `/flow/${flow}` }),
        environment: Object.entries(environment)
            .map(([name, value]) => ({ name, value }))
            .sort(byName),
        ...(secrets.length === 0 ? {} : { secrets: secrets.sort(byName) }),
        // Forwards SIGTERM and reaps children: programs as process 1 often do neither.
        linuxParameters: { initProcessEnabled: true },
        stopTimeout: definition.stopTimeoutSeconds,
        logConfiguration: {
            logDriver: 'awslogs',
            options: {
                'awslogs-group': logGroup,
                'awslogs-region': region,
                'awslogs-stream-prefix': 'headgate',
                // Since June 2025 the default drops lines when CloudWatch is slow (ECS developer guide, awslogs).
                mode: 'blocking',
            },
        },
    };
}
/**
 * The project's image holds each flow under `/flow/<flow>`, and coreutils' `timeout`, which ends a program even when no
 * tick comes to stop it. An image of the flow's own may have neither shell nor tools: there the tick alone does it.
 */
function commandOf({ workload, flow, runTimeoutSeconds }) {
    const { program, dockerfile } = workload;
    const argv = program.kind === 'command'
        ? [...program.argv]
        : ['node', '--enable-source-maps', `/flow/${flow}/index.mjs`];
    if (dockerfile !== undefined)
        return argv;
    return ['timeout', `--kill-after=${killAfterSeconds}`, String(runTimeoutSeconds), ...argv];
}
function byName(a, b) {
    return (a.name ?? '') < (b.name ?? '') ? -1 : 1;
}
function assertSize({ flow }, input) {
    const bytes = Buffer.byteLength(JSON.stringify(input));
    if (bytes <= limitBytes)
        return;
    throw new problem/* InputError */.dz([
        {
            code: 'E_TASKDEF_TOO_LARGE',
            place: { file: `flows/${flow}/flow.yml` },
            message: `The task definition of ${flow} is ${bytes} bytes; ECS takes ${limitBytes}.`,
            fix: 'Shorten `environment`, or let the program read large values from S3.',
        },
    ]);
}

;// CONCATENATED MODULE: ./src/adapters/ecs/revisions.ts






/** Registering has a bucket of 20, and one more each second, for the whole account (ECS API reference, throttling). */
const registerRate = { burst: 18, perSecond: 0.9 };
const mostTries = 8;
const firstPauseMs = 1_000;
/** Two registrations of one family at once fail with this, as a `ClientException` that the SDK does not retry. */
const concurrentAttempt = /Too many concurrent attempts/i;
function revisionsOf(client, placement, clock) {
    const turn = paceOf(clock, registerRate);
    return {
        find: (definition) => findRevision(client, definition),
        register: async (definition) => {
            const input = taskDefinitionOf(definition, placement);
            for (let tries = 1;; tries += 1) {
                await turn();
                try {
                    const { taskDefinition } = await client.send(new dist_cjs/* RegisterTaskDefinitionCommand */.$Hl(input));
                    const revision = taskDefinition?.taskDefinitionArn;
                    if (revision !== undefined)
                        return revision;
                    throw new Error(`ECS answered the registration of ${definition.flow} without an ARN.`);
                }
                catch (error) {
                    if (tries >= mostTries || !mayPass(error))
                        (0,faults/* throwFault */.h)(error, 'RegisterTaskDefinition');
                    await clock.sleep(firstPauseMs * 2 ** Math.min(tries - 1, 4));
                }
            }
        },
    };
}
function mayPass(error) {
    if (error instanceof Error && concurrentAttempt.test(error.message))
        return true;
    return (0,faults/* judgeFault */.M)(error, 'RegisterTaskDefinition').kind === 'unsure';
}
/**
 * The newest revision, if it was made from the same fingerprint: by its tag and, since tags can be edited, by its own
 * environment.
 */
async function findRevision(client, definition) {
    const request = {
        taskDefinition: (0,core_definition/* familyOf */.A)(definition.project, definition.flow),
        include: ['TAGS'],
    };
    try {
        const { taskDefinition, tags } = await client.send(new dist_cjs/* DescribeTaskDefinitionCommand */.Zy$(request));
        const main = taskDefinition?.containerDefinitions?.find(({ name }) => name === ecs_failures/* mainContainer */.r);
        const written = main?.environment?.find(({ name }) => name === fingerprintVariable)?.value;
        const tagged = tags?.find(({ key }) => key === 'headgate:fingerprint')?.value;
        const isSame = written === definition.fingerprint && tagged === definition.fingerprint;
        const isImageSame = main?.image === definition.image && taskDefinition?.status === 'ACTIVE';
        return isSame && isImageSame ? taskDefinition?.taskDefinitionArn : undefined;
    }
    catch (error) {
        const fault = (0,faults/* judgeFault */.M)(error, 'DescribeTaskDefinition');
        // ECS says "Unable to describe task definition" of a family that does not exist.
        if (fault.kind === 'wrong')
            return undefined;
        (0,faults/* throwFault */.h)(error, 'DescribeTaskDefinition');
    }
}

;// CONCATENATED MODULE: ./src/adapters/ecs/tasks.ts





/** DescribeTasks takes 100 tasks, ListTasks gives 100 a page. */
const mostPerRequest = 100;
const requestsAtOnce = 5;
/** 10,000 tasks in one cluster; beyond that the cluster is not ours alone, or the pages repeat. */
const mostPages = 100;
/** From here on one list of the whole cluster costs less than two lists per attempt. */
const mostSingleLooks = 3;
function tasksOf(client, { cluster }, clock) {
    return {
        async observe(handles) {
            const answers = await inParallel(batches(handles), requestsAtOnce, sightingsOf);
            return new Map(answers.flat());
        },
        look: (startedBy, known) => look(startedBy, known),
        stop: (handle, reason) => stopTask(handle, reason),
    };
    async function sightingsOf(handles) {
        try {
            const { tasks = [], failures = [] } = await client.send(new dist_cjs/* DescribeTasksCommand */.z8X({ cluster, tasks: [...handles] }));
            const missing = failures.filter(({ reason }) => reason === 'MISSING').flatMap(({ arn }) => arn ?? []);
            const seen = tasks.map((task) => [task.taskArn ?? '', (0,ecs_failures/* sightingOf */.H)(readTask(task), clock.now())]);
            return [...missing.map((arn) => [handleFor(arn, handles), { kind: 'missing' }]), ...seen];
        }
        catch (error) {
            const fault = (0,faults/* judgeFault */.M)(error, 'DescribeTasks');
            if (fault.kind === 'denied')
                throw fault.error;
            // Nothing is known of these now; the next tick asks again.
            return [];
        }
    }
    async function look(startedBy, known) {
        const wanted = new Set(startedBy);
        const isFew = startedBy.length <= mostSingleLooks;
        const lists = isFew ? startedBy.map((name) => ({ startedBy: name })) : [{}];
        const filters = lists.flatMap((list) => [
            { ...list, desiredStatus: 'RUNNING' },
            { ...list, desiredStatus: 'STOPPED' },
        ]);
        const listed = new Set((await inParallel(filters, requestsAtOnce, (filter) => listTasks(client, cluster, filter))).flat());
        const unknown = [...listed].filter((arn) => !known.has(arn));
        const described = (await inParallel(batches(unknown), requestsAtOnce, describe)).flat();
        const found = new Map();
        for (const task of described.sort((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0))) {
            if (!wanted.has(task.startedBy))
                continue;
            const sighting = (0,ecs_failures/* sightingOf */.H)(task, clock.now());
            found.set(task.startedBy, [...(found.get(task.startedBy) ?? []), { handle: task.taskArn, sighting }]);
        }
        return found;
    }
    async function describe(arns) {
        const request = { cluster, tasks: [...arns] };
        const { tasks = [] } = await client
            .send(new dist_cjs/* DescribeTasksCommand */.z8X(request))
            .catch((error) => (0,faults/* throwFault */.h)(error, 'DescribeTasks'));
        return tasks.map(readTask);
    }
    async function stopTask(handle, reason) {
        try {
            await client.send(new dist_cjs/* StopTaskCommand */.PP1({ cluster, task: handle, reason }));
            return true;
        }
        catch (error) {
            const fault = (0,faults/* judgeFault */.M)(error, 'StopTask');
            if (fault.kind === 'wrong')
                return false;
            (0,faults/* throwFault */.h)(error, 'StopTask');
        }
    }
}
async function listTasks(client, cluster, filter) {
    const arns = [];
    let nextToken;
    for (let page = 0; page < mostPages; page += 1) {
        const request = { cluster, ...filter, ...(nextToken === undefined ? {} : { nextToken }) };
        const answer = await client
            .send(new dist_cjs/* ListTasksCommand */.MYg(request))
            .catch((error) => (0,faults/* throwFault */.h)(error, 'ListTasks'));
        arns.push(...(answer.taskArns ?? []));
        if (answer.nextToken === undefined || answer.nextToken === '')
            return arns;
        nextToken = answer.nextToken;
    }
    throw new problem/* RefusedError */.fk({
        code: 'E_PAGINATION',
        message: `The list of tasks in ${cluster} has more than ${mostPages} pages, or its pages repeat.`,
        fix: 'Give Headgate a cluster of its own.',
    });
}
function batches(items) {
    const count = Math.ceil(items.length / mostPerRequest);
    return Array.from({ length: count }, (_, index) => items.slice(index * mostPerRequest, (index + 1) * mostPerRequest));
}
/** ECS may answer with the short form of an ARN. */
function handleFor(arn, handles) {
    const id = arn.slice(arn.lastIndexOf('/') + 1);
    return handles.find((handle) => handle === arn || handle.endsWith(`/${id}`)) ?? arn;
}
function readTask(task) {
    const moment = (at, name) => (at === undefined ? {} : { [name]: at.getTime() });
    return {
        taskArn: task.taskArn ?? '',
        startedBy: task.startedBy ?? '',
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

;// CONCATENATED MODULE: ./src/adapters/ecs/executor.ts





/** Attempts as ECS tasks on Fargate. */
function ecsExecutor({ placement, clock }) {
    const client = new dist_cjs/* ECSClient */.Zgc((0,ecs_client/* clientSettings */.r)(placement));
    const revisions = revisionsOf(client, placement, clock);
    const tasks = tasksOf(client, placement, clock);
    return {
        kind: 'ecs',
        findRevision: revisions.find,
        register: revisions.register,
        look: tasks.look,
        launch: launcherOf(client, placement, clock),
        observe: tasks.observe,
        stop: tasks.stop,
    };
}


/***/ }),

/***/ 6441:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ mainContainer),
  H: () => (/* binding */ sightingOf)
});

// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(2993);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(9351);
;// CONCATENATED MODULE: ./src/adapters/ecs/failure-rules.ts
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
    { class: 'host', all: ['performing maintenance on the underlying infrastructure'], source: 'task-maintenance' },
    { class: 'host', all: ['host ec2 (instance'], any: ['stopped', 'terminated'], source: 'AIRFLOW-3046' },
    { class: 'spot', all: ['spot task was interrupted'], source: 'ECS developer guide, spot interruption' },
    { class: 'out-of-memory', all: ['outofmemory'], source: `${devGuide}, OutOfMemoryError` },
    { class: 'out-of-memory', all: ['killed due to memory usage'], source: `${devGuide}, OutOfMemoryError` },
    { class: 'addresses', all: ['insufficient free addresses'], source: 'VPC, InsufficientFreeAddressesInSubnet' },
    { class: 'addresses', all: ['insufficientfreeaddresses'], source: 'VPC, InsufficientFreeAddressesInSubnet' },
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
    { class: 'runtime', all: ['logger args'], any: timeouts, source: `${devGuide}, ResourceInitializationError` },
    { class: 'logging', all: ['logger args'], source: `${devGuide}, ResourceInitializationError` },
    { class: 'logging', all: ['failed to initialize logging driver'], source: `${devGuide}, CannotStartContainer` },
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
    const parts = [task.stopCode, task.stoppedReason, main?.reason ?? '']
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
    const told = classOfText(`${task.stoppedReason} ${main?.reason ?? ''}`);
    if (told !== undefined)
        return told;
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

/***/ 8716:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ judgeFault),
/* harmony export */   h: () => (/* binding */ throwFault)
/* harmony export */ });
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2251);
/* harmony import */ var _report_visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9351);


const logOperations = new Set(['GetLogEvents', 'FilterLogEvents']);
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
        ],
        code: 'E_AWS_CREDENTIALS',
        says: (operation) => `AWS did not accept the credentials for ${operation}`,
        fix: () => 'Check the role that the job assumes, its session length, and the region.',
    },
    {
        names: ['AccessDeniedException', 'AccessDenied', 'NotAuthorized'],
        code: 'E_AWS_DENIED',
        says: (operation) => `AWS refused ${operation}`,
        fix: (operation, reason) => {
            const service = logOperations.has(operation) ? 'logs' : 'ecs';
            const permission = missingPermission.exec(reason)?.[1] ?? `${service}:${operation}`;
            return `Grant ${permission} to the role of this job.`;
        },
    },
    {
        names: ['BlockedException', 'OptInRequired'],
        code: 'E_AWS_BLOCKED',
        says: (operation) => `AWS has blocked the account for ${operation}`,
        fix: () => 'Ask AWS Support.',
    },
    {
        names: ['ClusterNotFoundException'],
        code: 'E_AWS_CLUSTER',
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
        // The roles are the flow's own, everything else is everybody's.
        const isLocal = missingPermission.exec(reason)?.[1] === 'iam:PassRole';
        return { kind: 'denied', error: new _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedError */ .fk(problem, { cause: error }), isLocal };
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
        reason: (0,_report_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(text.replace(/\n\s*Deserialization error:[^]*$/, '')).slice(0, longestReason),
        isAnswer: error instanceof Error && Reflect.get(error, '$fault') === 'client',
    };
}


/***/ })

};
