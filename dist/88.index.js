export const id = 88;
export const ids = [88];
export const modules = {

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

/***/ 5088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ecsExecutor: () => (/* binding */ ecsExecutor)
});

// EXTERNAL MODULE: ../../node_modules/@aws-sdk/client-ecs/dist-cjs/index.js
var dist_cjs = __webpack_require__(4224);
// EXTERNAL MODULE: ./src/adapters/ecs/client.ts
var ecs_client = __webpack_require__(1822);
// EXTERNAL MODULE: ./src/core/ending.ts
var ending = __webpack_require__(4689);
// EXTERNAL MODULE: ./src/core/project.ts
var project = __webpack_require__(1273);
// EXTERNAL MODULE: ./src/core/quote.ts
var quote = __webpack_require__(1748);
// EXTERNAL MODULE: ./src/adapters/ecs/failure-rules.ts + 2 modules
var failure_rules = __webpack_require__(2619);
// EXTERNAL MODULE: ./src/adapters/ecs/faults.ts
var faults = __webpack_require__(5124);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
;// CONCATENATED MODULE: ./src/adapters/ecs/pace.ts

/**
 * A token bucket: waits until one more call is within the rate. A bucket on the other side may be filled once a second
 * only: burst and rate together must fit into it.
 */
function paceOf(clock, { burst, perSecond }) {
    let tokens = burst;
    let filledAt = clock.now();
    return async () => {
        for (;;) {
            const now = clock.now();
            // A clock that was set back fills nothing.
            tokens = Math.min(tokens + (Math.max(0, now - filledAt) / instant/* secondMs */.fj) * perSecond, burst);
            filledAt = now;
            if (tokens >= 1) {
                tokens -= 1;
                return;
            }
            await clock.sleep(Math.ceil(((1 - tokens) / perSecond) * instant/* secondMs */.fj));
        }
    };
}
/** At most so many calls in any second: the fastest start that a bucket of one second's worth allows. */
function mostPerSecond(clock, most) {
    let recent = [];
    return async () => {
        for (;;) {
            const now = clock.now();
            recent = recent.filter((at) => at > now - instant/* secondMs */.fj && at <= now);
            const [first] = recent;
            if (recent.length < most || first === undefined) {
                recent = [...recent, now];
                return;
            }
            await clock.sleep(first + instant/* secondMs */.fj - now);
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
/** Lets work through one after the other, in the order in which it came. */
function oneAtATime() {
    let last = Promise.resolve();
    return (work) => {
        const mine = last.then(work);
        last = mine.catch(() => undefined);
        return mine;
    };
}

// EXTERNAL MODULE: ./src/report/long-reason.ts
var long_reason = __webpack_require__(7688);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
// EXTERNAL MODULE: ./src/adapters/ecs/failures.ts + 1 modules
var failures = __webpack_require__(4762);
// EXTERNAL MODULE: ./src/adapters/ecs/task-arn.ts
var task_arn = __webpack_require__(7246);
;// CONCATENATED MODULE: ./src/adapters/ecs/run-task.ts





/** All overrides of a task, as JSON with its punctuation (ECS API reference, RunTask, `overrides`). */
const mostOverrideCharacters = 8_192;
/**
 * Made of the request and the project alone, names sorted: a replay of the token must be the same to the byte, or ECS
 * answers with a conflict. Nothing but the environment is overridden: image, command and roles are the revision's.
 */
function runTaskInput(request, placement, { subnets, securityGroups, assignPublicIp } = placement) {
    const environment = Object.entries(request.environment)
        .map(([name, value]) => ({ name, value }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    return {
        cluster: placement.cluster,
        taskDefinition: request.revision,
        count: 1,
        clientToken: request.clientToken,
        startedBy: request.startedBy,
        enableExecuteCommand: false,
        // Cost reports group ECS tasks by the tags of their flow.
        propagateTags: 'TASK_DEFINITION',
        ...(request.spot
            ? { capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }] }
            : { launchType: 'FARGATE' }),
        networkConfiguration: {
            awsvpcConfiguration: {
                subnets: [...subnets],
                ...(securityGroups.length === 0 ? {} : { securityGroups: [...securityGroups] }),
                assignPublicIp: assignPublicIp ? 'ENABLED' : 'DISABLED',
            },
        },
        overrides: { containerOverrides: [{ name: failures/* mainContainer */.r, environment }] },
    };
}
/** Why a request need not be sent: ECS would refuse it, or take it for something else. */
function faultOf(input) {
    // A family alone would name whatever is newest when the request arrives.
    if (!/:\d+$/.test(input.taskDefinition ?? ''))
        return `The revision ${JSON.stringify(input.taskDefinition)} has no number.`;
    const characters = JSON.stringify(input.overrides).length;
    return characters > mostOverrideCharacters
        ? `The parameters take ${characters} characters; ECS takes ${mostOverrideCharacters}. Hand over a place to read them from.`
        : undefined;
}
function readAnswer({ tasks = [], failures = [] }, placement, now) {
    const handles = tasks.flatMap(({ taskArn }) => taskArn ?? []);
    const [handle, ...extra] = handles.filter((arn) => (0,task_arn/* isOurTask */.A)(arn, placement));
    if (handle !== undefined)
        return extra.length === 0
            ? { kind: 'launched', handle }
            : { kind: 'conflict', handles: [handle, ...extra] };
    if (tasks.length > 0)
        return {
            kind: 'unsure',
            reason: `ECS answered with a task of another cluster: ${(0,visible/* oneLine */.TN)(handles.join(' '))}`,
        };
    const [failure] = failures;
    // Nothing at all: the same token gives the real answer the next time.
    if (failure === undefined)
        return { kind: 'unsure', reason: 'ECS answered with neither a task nor a failure' };
    const reason = [failure.reason, failure.detail].filter((part) => part !== undefined).join(': ');
    const verdict = (0,failure_rules/* declinedClass */.nL)(reason);
    const ending = launchEnding(verdict.class, reason, now);
    return { kind: verdict.isFinal ? 'refused' : 'declined', ending };
}
/** As much as AWS gives. */
const longestDetail = 1_024;
function launchEnding(endingClass, detail, at) {
    return { class: endingClass, at, detail: (0,long_reason/* cutReason */.z)((0,visible/* oneLine */.TN)(detail), longestDetail) };
}

;// CONCATENATED MODULE: ./src/adapters/ecs/launches.ts








/** Fargate takes 20 RunTask calls a second, in bursts too (ECS developer guide, Fargate throttling): nine tenths of it. */
const launchesPerSecond = 18;
/** The rate at half a second an answer. */
const launchesAtOnce = 10;
function launcherOf(client, placement, clock) {
    const turn = mostPerSecond(clock, launchesPerSecond);
    return async (requests) => {
        let closed;
        const launched = await inParallel(requests, launchesAtOnce, async (request) => {
            if (closed !== undefined)
                return deniedAnswer(closed);
            const result = await launch(request);
            if (result.denial?.reach === 'all')
                closed ??= result.denial;
            return result;
        });
        throwIfAllDenied(launched);
        return launched.map(({ answer }) => answer);
    };
    async function launch(request) {
        const verdict = (0,project/* judgeNetwork */.s)(placement, request);
        if (verdict.kind !== 'ok')
            return { answer: refused(networkWords(request, verdict)) };
        const input = runTaskInput(request, placement, verdict.network);
        const fault = faultOf(input);
        if (fault !== undefined)
            return { answer: refused(fault) };
        await turn();
        try {
            const answer = readAnswer(await client.send(new dist_cjs/* RunTaskCommand */._eD(input)), placement, clock.now());
            if (answer.kind === 'conflict')
                await stopExtra(answer.handles);
            return { answer };
        }
        catch (error) {
            return judgeLaunchFault(error, input);
        }
    }
    /** One was asked for. The first counts; the others must not work beside it. If a stop fails, the engine still sees them all. */
    async function stopExtra([, ...extra]) {
        for (const task of extra) {
            const reason = 'headgate:superseded one task was asked for';
            await client
                .send(new dist_cjs/* StopTaskCommand */.PP1({ cluster: placement.cluster, task, reason }))
                .catch((error) => (0,faults/* judgeFault */.M)(error, 'StopTask'));
        }
    }
    function judgeLaunchFault(error, input) {
        const existing = error instanceof Error && error.name === 'ConflictException'
            ? Reflect.get(error, 'resourceIds')
            : undefined;
        if (Array.isArray(existing) && existing.length > 0)
            return { answer: { kind: 'conflict', handles: existing.map(String) } };
        const fault = (0,faults/* judgeFault */.M)(error, 'RunTask');
        switch (fault.kind) {
            case 'unsure':
                return { answer: { kind: 'unsure', reason: fault.reason } };
            case 'wrong':
                return { answer: wrongAnswer(fault, input) };
            case 'denied':
                return deniedAnswer(fault);
        }
    }
    function deniedAnswer(denial) {
        const { message } = denial.error;
        // Credentials that expire half-way say nothing of the flows that are left: their tokens are used again.
        return denial.reach === 'all'
            ? { answer: { kind: 'unsure', reason: message }, denial }
            : { answer: refused(message), denial };
    }
    /** Some of what ECS refuses it refuses for now: a new account gets its service-linked role within minutes. */
    function wrongAnswer(fault, input) {
        const text = wrongText(fault, input);
        const found = (0,failure_rules/* classOfText */.BW)(text);
        if (found === undefined || (0,ending/* factsOf */.x)(found).budget !== 'infra')
            return refused(text);
        return { kind: 'declined', ending: launchEnding(found, text, clock.now()) };
    }
    function refused(detail) {
        return { kind: 'refused', ending: launchEnding('refused', detail, clock.now()) };
    }
}
function networkWords({ network }, verdict) {
    if (verdict.kind === 'unknown')
        return `headgate.yml defines no network ${(0,quote/* quote */.h)(network)} under aws.networks, which the deployed flow asks for.`;
    const owner = verdict.kind === 'kept' ? verdict.owner : undefined;
    return owner === undefined
        ? `headgate.yml keeps the network ${(0,quote/* quote */.h)(network)}, which the deployed flow asks for, for other flows.`
        : `headgate.yml keeps the flow in the network ${(0,quote/* quote */.h)(owner)}, which is not the one that is deployed.`;
}
/** One flow whose role may not be passed holds nobody up; if nothing at all may start, a person has to know. */
function throwIfAllDenied(launched) {
    const denials = launched.flatMap(({ denial }) => denial ?? []);
    const general = denials.find(({ reach }) => reach !== 'one');
    if (general !== undefined && denials.length === launched.length)
        throw general.error;
}
/** A revision that somebody deregistered is named, never replaced by the newest one in silence. */
function wrongText(fault, input) {
    const text = `${fault.name}: ${fault.reason}`;
    return /TaskDefinition is inactive/i.test(fault.reason)
        ? `E_TASKDEF_INACTIVE ${input.taskDefinition} was deregistered. Deploy again. ${text}`
        : text;
}

// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/adapters/ecs/ecs-task.ts
var ecs_task = __webpack_require__(140);
;// CONCATENATED MODULE: ./src/adapters/ecs/reads.ts

/** Within the bucket (ECS API reference, request throttling: 100, then 20 a second). */
const readRate = { burst: 80, perSecond: 18 };
const requestsAtOnce = 5;
/** DescribeTasks takes 100 tasks, ListTasks gives 100 a page. */
const mostPerRequest = 100;
function readsOf(client, placement, clock) {
    return { client, placement, clock, turn: paceOf(clock, readRate) };
}
function batches(items) {
    const count = Math.ceil(items.length / mostPerRequest);
    return Array.from({ length: count }, (_, index) => items.slice(index * mostPerRequest, (index + 1) * mostPerRequest));
}

;// CONCATENATED MODULE: ./src/adapters/ecs/look.ts







/** 50,000 tasks in one cluster, five times as many as runs may be open; beyond that the pages repeat. */
const mostPages = 500;
/** From here on one list of the whole cluster costs less than two lists per attempt. */
const mostSingleLooks = 3;
/** Tasks of the attempts, oldest first. Throws if it could not look everywhere. */
async function look(reads, startedBy, known) {
    const found = new Map();
    if (startedBy.length === 0)
        return found;
    const wanted = new Set(startedBy);
    const listed = new Set((await inParallel(filtersOf(startedBy), requestsAtOnce, (filter) => listTasks(reads, filter))).flat());
    const unknown = [...listed].filter((arn) => !known.has(arn));
    const answers = await inParallel(batches(unknown), requestsAtOnce, (batch) => describe(reads, batch));
    for (const task of answers.flat().sort((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0))) {
        if (!wanted.has(task.startedBy))
            continue;
        const entry = { handle: task.taskArn, sighting: (0,failures/* sightingOf */.H)(task, reads.clock.now()) };
        found.set(task.startedBy, [...(found.get(task.startedBy) ?? []), entry]);
    }
    return found;
}
const ourName = /^hg-[0-9a-f]{32}$/;
/** Running tasks that Headgate started. Throws if it could not look everywhere. */
async function inventory(reads) {
    const arns = await listTasks(reads, { desiredStatus: 'RUNNING' });
    const answers = await inParallel(batches(arns), requestsAtOnce, (batch) => describe(reads, batch));
    return answers
        .flat()
        .filter(({ startedBy, lastStatus }) => ourName.test(startedBy) && lastStatus !== 'STOPPED')
        .map(({ taskArn, startedBy, family }) => ({ handle: taskArn, startedBy, family }));
}
function filtersOf(startedBy) {
    const lists = startedBy.length <= mostSingleLooks ? startedBy.map((name) => ({ startedBy: name })) : [{}];
    // Without `desiredStatus` ECS lists running tasks only.
    return lists.flatMap((list) => [
        { ...list, desiredStatus: 'RUNNING' },
        { ...list, desiredStatus: 'STOPPED' },
    ]);
}
async function listTasks({ client, placement, turn }, filter) {
    const { cluster } = placement;
    const arns = [];
    const tokens = new Set();
    for (let token;;) {
        await turn();
        const request = { cluster, ...filter, ...(token === undefined ? {} : { nextToken: token }) };
        const answer = await client
            .send(new dist_cjs/* ListTasksCommand */.MYg(request))
            .catch((error) => (0,faults/* throwFault */.h)(error, 'ListTasks'));
        arns.push(...(answer.taskArns ?? []));
        token = answer.nextToken;
        if (token === undefined || token === '')
            return arns;
        if (tokens.has(token) || tokens.size + 1 >= mostPages)
            throw endless(cluster);
        tokens.add(token);
    }
}
async function describe({ client, placement, turn }, arns) {
    const { cluster } = placement;
    await turn();
    const { tasks = [] } = await client
        .send(new dist_cjs/* DescribeTasksCommand */.z8X({ cluster, tasks: [...arns] }))
        .catch((error) => (0,faults/* throwFault */.h)(error, 'DescribeTasks'));
    // What the list names exists, or did a moment ago: without knowing whose it is, "none" would be a guess.
    const silent = arns.length - new Set(tasks.map(({ taskArn }) => taskArn)).size;
    if (silent > 0)
        throw new Error(`ECS lists ${silent} tasks in ${cluster} that it does not describe.`);
    return tasks.map(ecs_task/* readTask */.g);
}
function endless(cluster) {
    return new problem/* RefusedError */.fk({
        code: 'E_PAGINATION',
        message: `The list of tasks in ${cluster} has more than ${mostPages} pages, or its pages repeat.`,
        fix: 'Give Headgate a cluster of its own.',
    });
}

;// CONCATENATED MODULE: ./src/adapters/ecs/observe.ts







async function observe(reads, handles) {
    const isOurs = (handle) => (0,task_arn/* isOurTask */.A)(handle, reads.placement);
    const foreign = handles.filter((handle) => !isOurs(handle));
    const answers = await inParallel(batches(handles.filter(isOurs)), requestsAtOnce, (batch) => sightingsOf(reads, batch));
    return new Map([...foreign.map((handle) => [handle, { kind: 'missing' }]), ...answers.flat()]);
}
async function sightingsOf({ client, placement, clock, turn }, handles) {
    await turn();
    let answer;
    try {
        answer = await client.send(new dist_cjs/* DescribeTasksCommand */.z8X({ cluster: placement.cluster, tasks: [...handles] }));
    }
    catch (error) {
        // Nothing is known of these now; the next tick asks again.
        if ((0,faults/* judgeFault */.M)(error, 'DescribeTasks').kind === 'unsure')
            return [];
        return (0,faults/* throwFault */.h)(error, 'DescribeTasks');
    }
    // Failures may name a task by its id alone.
    const handleOf = new Map(handles.map((handle) => [(0,task_arn/* taskIdOf */.G)(handle), handle]));
    const entry = (arn, sighting) => {
        const handle = handleOf.get((0,task_arn/* taskIdOf */.G)(arn ?? ''));
        return handle === undefined ? [] : [[handle, sighting]];
    };
    const missing = (answer.failures ?? []).filter(({ reason }) => reason === 'MISSING');
    return [
        ...missing.flatMap(({ arn }) => entry(arn, { kind: 'missing' })),
        ...(answer.tasks ?? []).flatMap((task) => entry(task.taskArn, (0,failures/* sightingOf */.H)((0,ecs_task/* readTask */.g)(task), clock.now()))),
    ];
}
/** False: ECS does not know the task, or it is none of ours. */
async function stop({ client, placement }, handle, reason) {
    if (!(0,task_arn/* isOurTask */.A)(handle, placement))
        return false;
    try {
        await client.send(new dist_cjs/* StopTaskCommand */.PP1({ cluster: placement.cluster, task: handle, reason }));
        return true;
    }
    catch (error) {
        if ((0,faults/* judgeFault */.M)(error, 'StopTask').kind === 'wrong')
            return false;
        return (0,faults/* throwFault */.h)(error, 'StopTask');
    }
}

// EXTERNAL MODULE: ./src/core/definition.ts
var core_definition = __webpack_require__(3599);
;// CONCATENATED MODULE: ./src/adapters/ecs/containers.ts
function variablesOf({ environment, secrets, }) {
    const named = Object.entries(secrets).map(([name, valueFrom]) => ({ name, valueFrom }));
    return {
        environment: Object.entries(environment)
            .map(([name, value]) => ({ name, value }))
            .sort(byName),
        ...(named.length === 0 ? {} : { secrets: named.sort(byName) }),
    };
}
/** Since June 2025 the default mode drops lines when CloudWatch is slow (ECS developer guide, awslogs). */
function logsTo({ region, logGroup }, mode) {
    return {
        logDriver: 'awslogs',
        options: {
            'awslogs-group': logGroup,
            'awslogs-region': region,
            'awslogs-stream-prefix': 'headgate',
            mode,
        },
    };
}
/** A sidecar must not stand still because CloudWatch is slow: the flow waits for it, and its log is not the product. */
function sidecarsOf({ sidecars = [] }, placement) {
    return sidecars.map((sidecar) => ({
        name: sidecar.name,
        image: sidecar.image,
        essential: sidecar.isEssential,
        ...(sidecar.command === undefined ? {} : { command: [...sidecar.command] }),
        ...variablesOf(sidecar),
        ...(sidecar.health === undefined ? {} : { healthCheck: healthCheckOf(sidecar.health) }),
        logConfiguration: logsTo(placement, 'non-blocking'),
    }));
}
/** `CMD` runs the program itself; `CMD-SHELL` would need a shell in the image (ECS API reference, HealthCheck). */
function healthCheckOf(health) {
    return {
        command: ['CMD', ...health.command],
        interval: health.intervalSeconds,
        timeout: health.timeoutSeconds,
        retries: health.retries,
        ...(health.startSeconds === 0 ? {} : { startPeriod: health.startSeconds }),
    };
}
const conditions = { started: 'START', healthy: 'HEALTHY' };
/** What starts after others also stops before them (ECS API reference, ContainerDependency). */
function waitsOf({ sidecars = [] }) {
    if (sidecars.length === 0)
        return {};
    return {
        dependsOn: sidecars.map(({ name, ready }) => ({ containerName: name, condition: conditions[ready] })),
    };
}
function mountsOf({ volumes = [] }) {
    if (volumes.length === 0)
        return {};
    return {
        mountPoints: volumes.map(({ name, path, isReadOnly }) => ({
            sourceVolume: name,
            containerPath: path,
            readOnly: isReadOnly,
        })),
    };
}
/** The access point says which folder it is, so that none is named here (ECS API reference, EFSVolumeConfiguration). */
function volumesOf({ volumes = [] }) {
    if (volumes.length === 0)
        return {};
    return {
        volumes: volumes.map(({ name, fileSystem, accessPoint }) => ({
            name,
            efsVolumeConfiguration: {
                fileSystemId: fileSystem,
                transitEncryption: 'ENABLED',
                authorizationConfig: { accessPointId: accessPoint, iam: 'ENABLED' },
            },
        })),
    };
}
function tagsOf({ tags = {} }) {
    return Object.entries(tags)
        .map(([key, value]) => ({ key, value }))
        .sort((a, b) => (a.key < b.key ? -1 : 1));
}
function byName(a, b) {
    return a.name < b.name ? -1 : 1;
}

;// CONCATENATED MODULE: ./src/adapters/ecs/task-definition.ts





/** A task definition may have 64 KiB (ECS service quotas). */
const limitBytes = 65_536;
const fingerprintVariable = 'HEADGATE_FINGERPRINT';
const runTimeoutVariable = 'HEADGATE_RUN_TIMEOUT_SECONDS';
const fingerprintTag = 'headgate:fingerprint';
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
        containerDefinitions: [containerOf(definition, placement), ...sidecarsOf(workload, placement)],
        ...volumesOf(workload),
        tags: [
            { key: 'headgate:commit', value: definition.commit },
            { key: fingerprintTag, value: definition.fingerprint },
            { key: 'headgate:flow', value: flow },
            { key: 'headgate:project', value: project },
            ...tagsOf(workload),
        ],
    };
    assertSize(definition, input);
    return input;
}
function containerOf(definition, placement) {
    const { workload, flow } = definition;
    const isOwnImage = workload.dockerfile !== undefined;
    const environment = {
        ...workload.environment,
        HEADGATE_COMMIT: definition.commit,
        HEADGATE_FLOW: flow,
        [fingerprintVariable]: definition.fingerprint,
        ...(isOwnImage ? { [runTimeoutVariable]: String(definition.runTimeoutSeconds) } : {}),
    };
    return {
        name: failures/* mainContainer */.r,
        image: pinnedImage(definition),
        essential: true,
        command: commandOf(definition),
        // An image of the flow's own says by itself where its command works.
        ...(isOwnImage && workload.program.kind === 'command' ? {} : { workingDirectory: `/flow/${flow}` }),
        ...variablesOf({ environment, secrets: workload.secrets }),
        ...mountsOf(workload),
        ...waitsOf(workload),
        // Forwards SIGTERM and reaps children: programs as process 1 often do neither.
        linuxParameters: { initProcessEnabled: true },
        stopTimeout: definition.stopTimeoutSeconds,
        logConfiguration: logsTo(placement, 'blocking'),
    };
}
/**
 * The project's image holds each flow under `/flow/<flow>`, and coreutils' `timeout`, which ends a program with 124 when
 * the run timeout is over, even if no tick comes to stop it. An image of the flow's own may have neither shell nor
 * tools: there the tick does it, and the image itself if its entry point heeds `HEADGATE_RUN_TIMEOUT_SECONDS`.
 */
function commandOf({ workload, flow, runTimeoutSeconds, stopTimeoutSeconds }) {
    const { program, dockerfile } = workload;
    const argv = program.kind === 'command'
        ? [...program.argv]
        : ['node', '--enable-source-maps', `/flow/${flow}/index.mjs`];
    if (dockerfile !== undefined)
        return argv;
    // `--kill-after` counts from any SIGTERM that is passed on: a shorter one would cut the time to stop that ECS grants.
    return ['timeout', `--kill-after=${stopTimeoutSeconds}`, String(runTimeoutSeconds), ...argv];
}
/** A tag can be moved after the deploy; a digest cannot. */
function pinnedImage({ flow, image }) {
    if (image !== undefined && /@sha256:[0-9a-f]{64}$/.test(image))
        return image;
    throw new problem/* InputError */.dz([
        {
            code: 'E_IMAGE_DIGEST',
            place: { file: `flows/${flow}/flow.yml` },
            message: `The image of ${flow} is ${(0,quote/* quote */.h)(image ?? '')}; ECS gets images by their digest only.`,
            fix: 'Give `image` as repository@sha256:….',
        },
    ]);
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
const longestPauseMs = 16_000;
/** Two registrations of one family at once fail with this, as a `ClientException` that the SDK does not retry. */
const concurrentAttempt = /Too many concurrent attempts/i;
function revisionsOf(client, placement, clock) {
    const turn = paceOf(clock, registerRate);
    const serial = oneAtATime();
    return {
        find: (definition) => findRevision(client, definition),
        activeOf: (revisions) => activeOf(client, clock, revisions),
        register: (definition) => {
            const input = taskDefinitionOf(definition, placement);
            return serial(async () => {
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
                        await clock.sleep(pauseMs(tries));
                    }
                }
            });
        },
    };
}
/** Reads of task definitions have a bucket of 50, and 20 more each second (ECS API reference, throttling). */
const listRate = { burst: 40, perSecond: 18 };
/** 50,000 revisions; an account that has more keeps its deploys waiting for nothing. */
const revisions_mostPages = 500;
/** One list of the account's active revisions, newest first, until all that are asked for are found. */
async function activeOf(client, clock, revisions) {
    const turn = paceOf(clock, listRate);
    const found = new Set();
    let token;
    for (let page = 0; page < revisions_mostPages && found.size < revisions.size; page += 1) {
        await turn();
        const from = token === undefined ? {} : { nextToken: token };
        const request = new dist_cjs/* ListTaskDefinitionsCommand */.Pse({ status: 'ACTIVE', sort: 'DESC', ...from });
        const answer = await client
            .send(request)
            .catch((error) => (0,faults/* throwFault */.h)(error, 'ListTaskDefinitions'));
        for (const arn of answer.taskDefinitionArns ?? [])
            if (revisions.has(arn))
                found.add(arn);
        if (answer.nextToken === undefined || answer.nextToken === token)
            return found;
        token = answer.nextToken;
    }
    if (found.size < revisions.size)
        throw new Error(`The account has more than ${revisions_mostPages} pages of active task definitions.`);
    return found;
}
/** Two deploys that met once must not meet again: half of the pause is left to chance. */
function pauseMs(tries) {
    const longest = Math.min(firstPauseMs * 2 ** (tries - 1), longestPauseMs);
    return Math.round(longest * (0.5 + Math.random() / 2));
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
    const newest = await describeNewest(client, (0,core_definition/* familyOf */.A)(definition.project, definition.flow));
    const main = newest?.taskDefinition?.containerDefinitions?.find(({ name }) => name === failures/* mainContainer */.r);
    const written = main?.environment?.find(({ name }) => name === fingerprintVariable)?.value;
    const tagged = newest?.tags?.find(({ key }) => key === fingerprintTag)?.value;
    const isSame = written === definition.fingerprint &&
        tagged === definition.fingerprint &&
        main?.image === definition.image;
    const isActive = newest?.taskDefinition?.status === 'ACTIVE';
    return isSame && isActive ? newest?.taskDefinition?.taskDefinitionArn : undefined;
}
async function describeNewest(client, family) {
    try {
        const request = { taskDefinition: family, include: ['TAGS'] };
        return await client.send(new dist_cjs/* DescribeTaskDefinitionCommand */.Zy$(request));
    }
    catch (error) {
        // A family without an active revision: "Unable to describe task definition."
        const fault = (0,faults/* judgeFault */.M)(error, 'DescribeTaskDefinition');
        if (fault.kind === 'wrong' && fault.name === 'ClientException')
            return undefined;
        (0,faults/* throwFault */.h)(error, 'DescribeTaskDefinition');
    }
}

;// CONCATENATED MODULE: ./src/adapters/ecs/executor.ts







/** Attempts as ECS tasks on Fargate. */
function ecsExecutor({ placement, clock }) {
    const client = new dist_cjs/* ECSClient */.Zgc((0,ecs_client/* clientSettings */.r)(placement));
    const revisions = revisionsOf(client, placement, clock);
    const reads = readsOf(client, placement, clock);
    return {
        kind: 'ecs',
        findRevision: revisions.find,
        register: revisions.register,
        activeOf: revisions.activeOf,
        look: (startedBy, known) => look(reads, startedBy, known),
        launch: launcherOf(client, placement, clock),
        observe: (handles) => observe(reads, handles),
        stop: (handle, reason) => stop(reads, handle, reason),
        inventory: () => inventory(reads),
    };
}


/***/ })

};
