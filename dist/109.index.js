export const id = 109;
export const ids = [109];
export const modules = {

/***/ 4109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  securityGroups: () => (/* binding */ securityGroups),
  subnets: () => (/* binding */ subnets)
});

// EXTERNAL MODULE: ./src/adapters/ecs/faults.ts
var faults = __webpack_require__(5124);
// EXTERNAL MODULE: ../../node_modules/@aws-sdk/client-sts/dist-cjs/index.js
var dist_cjs = __webpack_require__(2811);
// EXTERNAL MODULE: ../../node_modules/@aws-sdk/xml-builder/dist-cjs/index.js
var xml_builder_dist_cjs = __webpack_require__(8430);
// EXTERNAL MODULE: ../../node_modules/@smithy/signature-v4/dist-cjs/index.js
var signature_v4_dist_cjs = __webpack_require__(9994);
// EXTERNAL MODULE: ./src/adapters/ecs/account/settings.ts
var settings = __webpack_require__(8636);
;// CONCATENATED MODULE: ./src/adapters/ecs/account/ec2-query.ts




const version = '2016-11-15';
const timeoutMs = 8_000;
const limitBytes = 4 * 1024 * 1024;
/**
 * One call of EC2's query API. Its client would double what Headgate weighs, for three calls that only read; another
 * service's client knows credentials and the domain of the region.
 */
async function ec2Query(place, action, parameters) {
    const url = await endpointOf(place);
    const body = new URLSearchParams({ Action: action, Version: version, ...parameters }).toString();
    const headers = await signed(place, url, body);
    const response = await fetch(url, {
        method: 'POST',
        headers,
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await textOf(response);
    const answer = (0,xml_builder_dist_cjs.parseXML)(text);
    if (response.ok)
        return answer;
    throw faultOf(answer, response.status);
}
async function endpointOf({ region }) {
    const given = process.env['AWS_ENDPOINT_URL_EC2'] || process.env['AWS_ENDPOINT_URL'];
    if (given !== undefined && given !== '')
        return new URL(given);
    const { config } = new dist_cjs/* STSClient */.iM((0,settings/* readSettings */.s)({ region }));
    const { url } = config.endpointProvider({ Region: region, UseFIPS: false, UseDualStack: false });
    return new URL(String(url).replace('//sts.', '//ec2.'));
}
async function signed(place, url, body) {
    const client = new dist_cjs/* STSClient */.iM((0,settings/* readSettings */.s)(place));
    const signer = new signature_v4_dist_cjs.SignatureV4({
        service: 'ec2',
        region: place.region,
        credentials: await client.config.credentials(),
        sha256: client.config.sha256,
    });
    const { headers } = await signer.sign({
        method: 'POST',
        protocol: url.protocol,
        hostname: url.hostname,
        path: '/',
        query: {},
        headers: { host: url.host, 'content-type': 'application/x-www-form-urlencoded' },
        body,
    });
    const { host: _, ...rest } = headers;
    return rest;
}
async function textOf(response) {
    const decoder = new TextDecoder();
    let text = '';
    let size = 0;
    for await (const chunk of response.body ?? []) {
        size += chunk.byteLength;
        if (size > limitBytes)
            throw new Error('EC2 answered with more than 4 MiB.');
        text += decoder.decode(chunk, { stream: true });
    }
    return text;
}
/** In the shape of the SDK's errors, so that they are judged as those are. */
function faultOf(answer, status) {
    const error = at(at(at(answer, 'Response'), 'Errors'), 'Error');
    const name = textAt(error, 'Code') ?? `HTTP ${status}`;
    const fault = new Error(textAt(error, 'Message') ?? `EC2 answered ${status}.`);
    return Object.assign(fault, { name, $fault: status < 500 ? 'client' : 'server' });
}
function at(xml, name) {
    return listAt(xml, name)[0];
}
function textAt(xml, name) {
    const found = at(xml, name);
    return typeof found === 'string' && found !== '' ? found : undefined;
}
/** The elements of this name. */
function listAt(xml, name) {
    if (xml === undefined || typeof xml === 'string')
        return [];
    const found = xml[name];
    if (found === undefined)
        return [];
    return Array.isArray(found) ? found : [found];
}

;// CONCATENATED MODULE: ./src/adapters/ecs/account/network.ts


/** By filter and not by name: what does not exist is then left out instead of failing the rest. */
async function subnets(place, ids) {
    const found = await itemsOf(place, {
        action: 'DescribeSubnets',
        set: 'subnetSet',
        filter: ['subnet-id', ids],
    });
    const networks = new Map(found.map((subnet) => [textAt(subnet, 'subnetId') ?? '', textAt(subnet, 'vpcId') ?? '']));
    if (networks.size === 0)
        return new Map();
    const tables = await itemsOf(place, {
        action: 'DescribeRouteTables',
        set: 'routeTableSet',
        filter: ['vpc-id', [...new Set(networks.values())]],
    });
    return new Map([...networks].map(([subnet, network]) => [
        subnet,
        { network, wayOut: wayOutOf(tableOf(tables, { subnet, network })) },
    ]));
}
async function securityGroups(place, ids) {
    if (ids.length === 0)
        return new Map();
    const found = await itemsOf(place, {
        action: 'DescribeSecurityGroups',
        set: 'securityGroupInfo',
        filter: ['group-id', ids],
    });
    return new Map(found.map((group) => [textAt(group, 'groupId') ?? '', textAt(group, 'vpcId') ?? '']));
}
/** A subnet that is in no table of its own has the main table of its network. */
function tableOf(tables, { subnet, network }) {
    const associations = (table) => listAt(at(table, 'associationSet'), 'item');
    const own = tables.find((table) => associations(table).some((association) => textAt(association, 'subnetId') === subnet));
    const isMain = (association) => textAt(association, 'main') === 'true';
    return (own ?? tables.find((table) => textAt(table, 'vpcId') === network && associations(table).some(isMain)));
}
function wayOutOf(table) {
    const route = listAt(at(table, 'routeSet'), 'item').find((candidate) => textAt(candidate, 'destinationCidrBlock') === '0.0.0.0/0' && textAt(candidate, 'state') !== 'blackhole');
    if (route === undefined)
        return 'none';
    return textAt(route, 'gatewayId')?.startsWith('igw-') === true ? 'internet-gateway' : 'other';
}
const mostPages = 10;
async function itemsOf(place, { action, set, filter }) {
    const [name, values] = filter;
    const parameters = Object.fromEntries([
        ['Filter.1.Name', name],
        ...values.map((value, index) => [`Filter.1.Value.${index + 1}`, value]),
    ]);
    const items = [];
    let token;
    for (let page = 0; page < mostPages; page += 1) {
        const more = token === undefined ? {} : { NextToken: token };
        const answer = await ec2Query(place, action, { ...parameters, ...more }).catch((error) => (0,faults/* throwFault */.h)(error, action));
        const body = at(answer, `${action}Response`);
        if (body === undefined)
            throw new Error(`EC2 answered ${action} with something else.`);
        items.push(...listAt(at(body, set), 'item'));
        token = textAt(body, 'nextToken');
        if (token === undefined)
            break;
    }
    return items;
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
