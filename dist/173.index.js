export const id = 173;
export const ids = [173];
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


/***/ })

};
