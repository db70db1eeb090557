export const id = 507;
export const ids = [507];
export const modules = {

/***/ 3507:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   identity: () => (/* binding */ identity)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2811);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5124);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8636);



async function identity(place) {
    const client = new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_1__/* .STSClient */ .iM((0,_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .readSettings */ .s)(place));
    const { Account: account = '', Arn: arn = '' } = await client
        .send(new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_1__/* .GetCallerIdentityCommand */ .zI({}))
        .catch((error) => (0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .throwFault */ .h)(error, 'GetCallerIdentity'))
        .finally(() => client.destroy());
    return { account, arn };
}


/***/ }),

/***/ 8636:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ readSettings)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1822);

/** An answer that comes late is none: the doctor says that it could not be had, and goes on. */
function readSettings(place) {
    const requestHandler = { connectionTimeout: 3_000, requestTimeout: 8_000, throwOnRequestTimeout: true };
    return { ...(0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .clientSettings */ .r)(place), maxAttempts: 2, requestHandler };
}


/***/ }),

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


/***/ })

};
