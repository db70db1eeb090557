export const id = 605;
export const ids = [605];
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

/***/ 2619:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  BW: () => (/* binding */ classOfText),
  nL: () => (/* binding */ declinedClass)
});

// UNUSED EXPORTS: failureRules, fits, ruleOf

// EXTERNAL MODULE: ./src/core/ending.ts
var ending = __webpack_require__(4689);
;// CONCATENATED MODULE: ./src/adapters/ecs/failure-signs.ts
/** ECS's agents, old and new, pull an image in steps that have errors of their own. */
const pull = {
    names: [
        'cannotpullcontainererror',
        'cannotpullimagemanifesterror',
        'cannotpullcontainerautherror',
        'cannotpullecrcontainererror',
    ],
};
/** What a registry, or the runtime that read the image, says of the image itself. */
const imageVerdicts = {
    // Not 400: SDKs have it beside a throttle too.
    statuses: [401, 403, 404, 410],
    says: [
        'not found',
        'manifest unknown',
        'name unknown',
        'does not exist',
        'repository does not exist or may require authorization',
        'pull access denied',
        'pull access denied for',
        'access denied',
        'denied',
        'insufficient_scope',
        'authorization failed',
        'unauthorized',
        'no basic auth credentials',
        'invalid reference format',
        'check that the role has the permissions to pull images from the registry',
        'check whether the image exists',
        'is not authorized to perform',
        'image manifest does not contain descriptor matching platform',
        'no match for platform in manifest',
        'no matching manifest for',
        'no space left on device',
        'no processor for media-type',
        'unsupported media type',
        'mediatype in manifest should be',
    ],
};
/** Secrets, parameters and the login at a registry are fetched with the execution role, before anything starts. */
const secrets = {
    says: [
        'unable to pull secrets or registry auth',
        'execution resource retrieval failed',
        'unable to retrieve secret from asm',
        'unable to retrieve secrets from ssm',
        'unable to retrieve ecr registry auth',
        'failed to fetch secret',
        'invalid ssm parameters',
        'the task cannot pull secrets from aws systems manager',
        'the task cannot pull registry auth from amazon ecr',
    ],
};
const secretVerdicts = {
    names: [
        'accessdeniedexception',
        'resourcenotfoundexception',
        'parameternotfound',
        'decryptionfailure',
        'invalidrequestexception',
        'validationexception',
        'invalidkeyid',
        'unrecognizedclientexception',
    ],
    says: [
        'is not authorized to perform',
        'invalid ssm parameters',
        'invalid parameters',
        'access to kms is not allowed',
        "secrets manager can't find the specified secret",
        'retrieved secret from secrets manager did not contain json key',
        'did not contain json key',
        'did not find json key',
        'invalid character',
        'unexpected end of json input',
    ],
};
const logDriver = {
    says: [
        'failed to validate logger args',
        'failed to initialize logging driver',
        'failed to create cloudwatch log stream',
        'failed to create cloudwatch log group',
    ],
};
/** What CloudWatch Logs, or the driver itself, says is wrong. */
const logVerdicts = {
    names: ['accessdeniedexception', 'resourcenotfoundexception', 'requestnotfoundexception'],
    says: [
        'is not authorized to perform',
        'not authorized to perform',
        'the specified log group does not exist',
        'unable to get awslogs driver arguments',
    ],
};
const volumes = {
    names: ['cannotcreatevolumeerror', 'cannotinspectvolumeerror'],
    says: [
        'failed to invoke efs utils commands to set up efs volumes',
        'failed to invoke efs utils commands',
        'unsuccessful efs utils command execution',
        'mount.nfs4',
        'mount.nfs',
        'error while mounting volume',
    ],
};
/** EC2 makes the network interface of a task; ECS says with which error it could not. */
const networkInterface = {
    says: [
        'unexpected ec2 error while attempting to create network interface',
        'unexpected ec2 error while attempting to tag the network interface',
        'unexpected ec2 error while attempting to attach network interface to instance',
        'unexpected ec2 error while attempting to delete network interface',
        'timeout waiting for network interface provisioning to complete',
        'timeout waiting for ephemeralstorage provisioning to complete',
        'network interface provision',
        'network interface provision complete error timeout',
        'rate limit exceeded while preparing network interface to be attached to instance',
        'rate limit exceeded while preparing network interface',
        'unable to attach network interface to unused device index',
        'failed to configure eni',
        'failed to setup regular eni',
        'error retrieving subnet information for',
        'error retrieving security group information for',
        'error retrieving security group information',
    ],
};
/** Codes of EC2 that are the same the next time. */
const networkVerdicts = {
    says: [
        'invalidsubnetid.notfound',
        'invalidsubnet',
        'invalidgroup.notfound',
        'invalidsecuritygroupid.notfound',
        'invalidparametervalue',
        'tagpolicyviolation',
        'unauthorizedoperation',
        'is not authorized to perform',
        'does not exist',
    ],
};
/** Codes of EC2 that are another one the next time: IAM and EC2 are eventually consistent (dagster-io/dagster). */
const networkDelays = {
    names: ['internalerror'],
    says: ['authfailure', 'requestlimitexceeded', 'unavailable', 'serviceunavailable', 'internalfailure'],
};
const noAddress = {
    says: [
        'insufficientfreeaddressesinsubnet',
        'insufficient free addresses',
        'insufficient free addresses in subnet',
        'does not have enough free addresses',
        'does not have enough free addresses to satisfy the request',
        'not have enough free addresses',
    ],
};
/** The program is not there, or not one that this machine can execute. */
const programVerdicts = {
    says: [
        'executable file not found in $path',
        'exec format error',
        'no such file or directory',
        'permission denied',
        'is a directory',
        'not a directory',
        'no matching entries in passwd file',
        'no matching entries in group file',
        'unable to find user',
        'no command specified',
    ],
};
/** Errors of the container runtime and of the agents around it. */
const runtime = {
    names: [
        'cannotstartcontainererror',
        'cannotcreatecontainererror',
        'cannotinspectcontainererror',
        'cannotstopcontainererror',
        'containerruntimeerror',
        'containerruntimetimeouterror',
        'dockertimeouterror',
        'dockerstateerror',
        'internalerror',
    ],
    says: [
        'failed to create new container runtime task',
        'failed to create shim task',
        'failed to create shim',
        'oci runtime create failed',
    ],
};

// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
;// CONCATENATED MODULE: ./src/adapters/ecs/failure-text.ts

/**
 * Secrets, images and roles have names such as `timeout` or `access-denied`: they say nothing. Go writes what it wraps as
 * `step: step: cause`, with such names anywhere in between.
 */
const givenNames = [
    /arn:aws[\w-]*:[^\s"',;()]*/g,
    /https?:\/\/[^\s"'<>()]*[^\s"'<>():.,;]/g,
    // Go quotes what it wraps, too: a name has no `: `.
    /"[^":]*(?::(?!\s)[^":]*)*"/g,
    /(?<![a-z0-9])'[^']*'(?![a-z0-9])/g,
    // A registry has a dot, an image a digest: "i/o" and "net/http" are neither.
    /(?<![\w.-])(?:[\w-]+\.)+[\w-]+(?::\d+)?(?:\/[\w.-]+)+(?::[\w.-]*[\w-])?(?:@sha256:[0-9a-f]*)?/g,
    /(?<![\w.-])[\w.-]+(?:\/[\w.-]+)*(?::[\w.-]+)?@sha256:[0-9a-f]*/g,
    /(?<![\w.‹-])\/[\w.+@%-]+(?:\/[\w.+@%-]+)*/g,
];
const separators = /[:;,.]+(?=\s|$)|[()[\]{}]|\s[\u2013\u2014-]\s/;
function readFailureText(text) {
    const plain = withoutGivenNames(text);
    const status = statusIn(plain);
    return {
        names: new Set(plain.match(/\b\w+(?:error|exception)\b/g) ?? []),
        clauses: plain
            .split(separators)
            .map(trimmed)
            .filter((clause) => clause !== ''),
        ...(status === undefined ? {} : { status }),
    };
}
function withoutGivenNames(text) {
    const lower = (0,visible/* oneLine */.TN)(text)
        .toLowerCase()
        .replaceAll(/[\u2018\u2019]/g, "'")
        .replaceAll(/[\u201c\u201d]/g, '"')
        .replaceAll('\\', '');
    return givenNames.reduce((left, name) => left.replaceAll(name, '‹name›'), lower);
}
/** `b'mount.nfs4` is how Python prints bytes. */
function trimmed(clause) {
    return clause.replaceAll(/^(?:b?['"]|\s)+|['"\s]+$/g, '').replaceAll(/\s+/g, ' ');
}
const statusForms = [
    // containerd: `unexpected status code [manifests latest]: 403`, `unexpected status from HEAD request to …: 403`
    /\bunexpected status(?: code)?(?: from \w+ request to)?(?: ?(?:‹name›|\[[^\]]{0,200}\]))*:? (\d{3})\b/,
    // SDKs: `StatusCode: 400`, `status code: 400`
    /\bstatus ?code: (\d{1,3})\b/,
    // Docker: `API error (404)`. Its own 500 says nothing of the registry.
    /\bapi error \((4\d\d)\)/,
    /(?:^|[:,.] )(\d{3}) (?:unauthorized|forbidden|not found|too many requests|internal server error|bad gateway|service unavailable|gateway time-?out)\b/,
];
function statusIn(plain) {
    // Docker Hub answers with this word beside the status 429, and texts have the word alone.
    if (/\btoomanyrequests\b/.test(plain))
        return 429;
    const found = statusForms.map((form) => form.exec(plain)?.[1]).find((digits) => digits !== undefined);
    return found === undefined ? undefined : Number(found);
}
/** Whether a clause begins or ends with the words: what stands in its middle may be somebody's name. */
function saysAtEdge(clause, words) {
    if (clause.startsWith(words))
        return !/^\w/.test(clause.slice(words.length));
    return clause.endsWith(words) && !/\w$/.test(clause.slice(0, -words.length));
}

;// CONCATENATED MODULE: ./src/adapters/ecs/failure-rules.ts



const guide = 'ECS developer guide';
/** From the top; the first that fits decides. What none knows is tried again within the budget of the infrastructure. */
const failureRules = [
    {
        name: 'a host that AWS retires',
        class: 'host',
        about: { says: ['is performing maintenance on the underlying infrastructure hosting the task'] },
        source: `${guide}, task maintenance`,
    },
    {
        name: 'a host that is gone',
        class: 'host',
        about: { says: ['host ec2'] },
        because: { says: ['stopped', 'terminated'] },
        source: 'AIRFLOW-3046',
    },
    {
        name: 'spot',
        class: 'spot',
        about: { says: ['your spot task was interrupted'] },
        source: `${guide}, spot interruption`,
    },
    {
        name: 'memory',
        class: 'out-of-memory',
        about: {
            names: ['outofmemoryerror'],
            says: ['container killed due to memory usage', 'container init was oom-killed'],
        },
        source: `${guide}, OutOfMemoryError; opencontainers/runc, "container init was OOM-killed"`,
    },
    {
        name: 'the service-linked role of a new account',
        class: 'start-failed',
        about: { says: ['unable to assume the service linked role'] },
        source: 'hashicorp/terraform-provider-aws retries it when it creates a cluster',
    },
    {
        name: 'a role that ECS cannot assume',
        class: 'refused',
        about: {
            says: ['ecs was unable to assume the role', 'unable to assume role', 'unable to assume the role'],
        },
        source: `${guide}, service event messages`,
    },
    {
        name: 'a size that the account may not have',
        class: 'quota-size',
        about: {
            says: [
                'the requested cpu configuration is above your limit',
                'the requested memory configuration is above your limit',
            ],
        },
        source: `${guide}, service event messages; numerai/example-scripts`,
    },
    {
        name: 'as much as the account may have at once',
        class: 'quota',
        about: {
            says: [
                "you've reached the limit on the number of vcpus you can run concurrently",
                "you've reached the limit on the number of tasks you can run concurrently",
                'networkinterfacelimitexceeded',
            ],
        },
        source: 'ECS API failure reasons; paradisec-archive/nabu#1260; EC2 API, error codes',
    },
    {
        name: 'capacity',
        class: 'capacity',
        about: {
            says: [
                'capacity is unavailable at this time',
                'resource:cpu',
                'resource:memory',
                'resource:eni',
                'resource:gpu',
                'resource:ports',
                'resource:ports_tcp',
                'resource:disk',
                'resource:fargate',
                'no active instances',
                'no container instances were found in your cluster',
                'no container instances were found in your capacity provider',
                'empty capacity provider',
            ],
        },
        source: 'ECS API failure reasons; PrefectHQ/prefect#20765',
    },
    {
        name: 'no address',
        class: 'addresses',
        about: noAddress,
        source: 'EC2 API, error codes; ECS developer guide, TaskFailedToStart',
    },
    {
        name: 'a network interface that EC2 refuses',
        class: 'refused',
        about: networkInterface,
        because: networkVerdicts,
        source: 'EC2 API, error codes; public incident note of 2026-04, TagPolicyViolation',
    },
    {
        name: 'a network interface, for now',
        class: 'network',
        about: networkInterface,
        because: networkDelays,
        source: 'dagster-io/dagster, transient start failures; EC2 API, error codes',
    },
    {
        name: 'public addresses, without a word of EC2',
        class: 'addresses',
        about: {
            says: [
                'unexpected ec2 error while attempting to create network interface with public ip assignment enabled in subnet',
            ],
        },
        source: `${guide}, TaskFailedToStart: that the subnet has too few addresses`,
    },
    {
        name: 'a network interface',
        class: 'network',
        about: networkInterface,
        source: `${guide}, TaskFailedToStart; dagster-io/dagster, transient start failures`,
    },
    {
        name: 'the log group, or the right to it',
        class: 'logging',
        about: logDriver,
        because: logVerdicts,
        source: `${guide}, ResourceInitializationError: failed to validate logger args`,
    },
    {
        name: 'the log, for now',
        class: 'runtime',
        about: logDriver,
        source: `${guide}, ResourceInitializationError: "signal: killed"`,
    },
    {
        name: 'the image itself',
        class: 'image-missing',
        about: pull,
        because: imageVerdicts,
        source: `${guide}, CannotPullContainerError; aws/amazon-ecs-agent#3526`,
    },
    {
        name: 'a pull',
        class: 'image-pull',
        about: pull,
        source: `${guide}, CannotPullContainerError; docker-archive/compose-cli#911`,
    },
    {
        name: 'a volume',
        class: 'volume',
        about: volumes,
        source: `${guide}, ResourceInitializationError: EFS`,
    },
    {
        name: 'a secret',
        class: 'secrets',
        about: secrets,
        because: secretVerdicts,
        source: `${guide}, ResourceInitializationError: secrets; aws/copilot-cli#4504`,
    },
    {
        name: 'secrets, for now',
        class: 'secrets-timeout',
        about: secrets,
        source: `${guide}, ResourceInitializationError: secrets; Releem/releem-agent#195`,
    },
    {
        name: 'a program that cannot be started',
        class: 'cannot-start',
        about: runtime,
        because: programVerdicts,
        source: `${guide}, CannotStartContainerError; jenkinsci/amazon-ecs-plugin#258`,
    },
    {
        name: 'a program for another machine',
        class: 'cannot-start',
        about: { says: ['exec format error'] },
        source: 'containerd and the shells, execve(2): ENOEXEC',
    },
    {
        name: 'a container before it',
        class: 'sidecar',
        about: {
            says: [
                'dependency container did not complete',
                'bootstrap dependency did not complete',
                'dependency graph',
                'exited with non-zero status',
            ],
        },
        source: 'aws/amazon-ecs-agent, dependencygraph/graph.go; ECS developer guide, container dependencies',
    },
    {
        name: 'the runtime',
        class: 'runtime',
        about: runtime,
        source: `${guide}, stopped tasks error codes; aws/amazon-ecs-agent#3526`,
    },
    {
        name: 'a right that is missing',
        class: 'refused',
        about: { says: ['is not authorized to perform'] },
        source: 'IAM user guide, access denied error messages',
    },
    {
        name: 'a definition for another kind of capacity',
        class: 'refused',
        about: {
            says: ['the selected task definition is not compatible with the selected compute strategy'],
        },
        source: `${guide}, TaskFailedToStart`,
    },
];
function classOfText(text, rules = failureRules) {
    return ruleOf(text, rules)?.class;
}
function ruleOf(text, rules = failureRules) {
    const read = readFailureText(text);
    return rules.find((rule) => fits(rule, read));
}
function fits({ about, because }, text) {
    return hasSign(about, text) && (because === undefined || hasSign(because, text));
}
function hasSign({ names = [], says = [], statuses = [] }, text) {
    return (names.some((name) => text.names.has(name)) ||
        (text.status !== undefined && statuses.includes(text.status)) ||
        text.clauses.some((clause) => says.some((words) => saysAtEdge(clause, words))));
}
/** What RunTask says of a task that it did not start, with status 200 (ECS API failure reasons). */
function declinedClass(reason) {
    // Only placement constraints that no instance can meet: never a matter of waiting.
    if (/^(?:LOCATION|ATTRIBUTE)\b/i.test(reason))
        return { class: 'refused', isFinal: true };
    const found = classOfText(reason) ?? 'capacity';
    return { class: found, isFinal: (0,ending/* factsOf */.x)(found).budget === 'none' };
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
// EXTERNAL MODULE: ./src/report/long-reason.ts
var long_reason = __webpack_require__(7688);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
// EXTERNAL MODULE: ./src/adapters/ecs/failure-rules.ts + 2 modules
var failure_rules = __webpack_require__(2619);
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
/** Whether the flow has containers beside its own. */
function hasSidecars({ containers }, main) {
    return sidecarsIn(containers, main).length > 0;
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
/** AWS gives 1,024 characters for the task, and as many for each container. */
const longestDetail = 1_600;
function detailOf(task, main) {
    const parts = [task.stopCode, task.stoppedReason, main?.reason ?? '', ...sidecarWords(task, main)]
        .map(visible/* oneLine */.TN)
        .filter((part) => part !== '');
    return (0,long_reason/* cutReason */.z)([...new Set(parts)].join(': '), longestDetail);
}
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
    const told = (0,failure_rules/* classOfText */.BW)(`${task.stoppedReason}. ${main?.reason ?? ''}`);
    if (told !== undefined)
        return told;
    if (wasStoppedBySidecar(task, main))
        return 'sidecar';
    return exitCode === undefined ? withoutExitCode(task, main) : 'exit-code';
}
const ownStop = /^headgate:(cancelled|superseded|start-timeout|run-timeout)\b/;
/** A container that never ran, or was lost with its host, has no exit code at all: that is not 0. */
function withoutExitCode(task, main) {
    if (task.stopCode === 'EssentialContainerExited')
        return hasSidecars(task, main) ? 'sidecar' : 'runtime';
    return task.startedAt === undefined ? 'start-failed' : 'host';
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
