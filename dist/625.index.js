export const id = 625;
export const ids = [625];
export const modules = {

/***/ 9625:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cloudWatchLogs: () => (/* binding */ cloudWatchLogs)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1107);
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1822);
/* harmony import */ var _failures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4762);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5124);
/* harmony import */ var _task_arn_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7246);






/** GetLogEvents answers with at most this many, and with at most 1 MB. */
const mostEventsPerPage = 10_000;
/** A page may be empty although there is more (CloudWatch Logs API reference, GetLogEvents). */
const mostEmptyPages = 10;
const mostTailPages = 10;
/** What attempts printed, as the `awslogs` driver keeps it: one stream per container of an ECS task. */
function cloudWatchLogs({ placement }) {
    const client = new _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_3__/* .CloudWatchLogsClient */ .TFr((0,_client_js__WEBPACK_IMPORTED_MODULE_4__/* .clientSettings */ .r)(placement));
    const { logGroup, region } = placement;
    return {
        tail: async (handle, _flow, lines) => lines > 0 && (0,_task_arn_js__WEBPACK_IMPORTED_MODULE_5__/* .isOurTask */ .A)(handle, placement) ? tail(streamOf(handle), lines) : [],
        read: async (handle, _flow, cursor) => (0,_task_arn_js__WEBPACK_IMPORTED_MODULE_5__/* .isOurTask */ .A)(handle, placement) ? read(streamOf(handle), cursor) : { lines: [] },
        place: (handle) => (0,_task_arn_js__WEBPACK_IMPORTED_MODULE_5__/* .isOurTask */ .A)(handle, placement) ? consoleAddress(region, logGroup, streamOf(handle)) : undefined,
    };
    /** From the newest page backwards, until there are enough. */
    async function tail(logStreamName, lines) {
        const limit = Math.min(lines, mostEventsPerPage);
        let found = [];
        let token;
        for (let page = 0; page < mostTailPages && found.length < lines; page += 1) {
            const from = token === undefined ? {} : { nextToken: token };
            const answer = await events({ logStreamName, limit, startFromHead: false, ...from });
            found = [...linesOf(answer), ...found];
            if (answer?.nextBackwardToken === undefined || answer.nextBackwardToken === token)
                break;
            token = answer.nextBackwardToken;
        }
        return found.slice(-lines);
    }
    /** The token that was sent comes back when there is nothing more yet; ECS tasks say nowhere that it was the last. */
    async function read(logStreamName, cursor) {
        let token = cursor;
        for (let page = 0;; page += 1) {
            const from = token === undefined ? {} : { nextToken: token };
            const answer = await events({ logStreamName, limit: mostEventsPerPage, startFromHead: true, ...from });
            const lines = linesOf(answer);
            const next = answer?.nextForwardToken;
            if (next === undefined)
                return { lines, ...(token === undefined ? {} : { cursor: token }) };
            if (lines.length > 0 || next === token || page >= mostEmptyPages)
                return { lines, cursor: next };
            token = next;
        }
    }
    async function events(request) {
        try {
            return await client.send(new _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_3__/* .GetLogEventsCommand */ .h7S({ logGroupName: logGroup, ...request }));
        }
        catch (error) {
            // A program that printed nothing has no stream.
            if (error instanceof Error && error.name === 'ResourceNotFoundException')
                return undefined;
            return (0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .throwFault */ .h)(error, 'GetLogEvents');
        }
    }
}
function streamOf(handle) {
    return `headgate/${_failures_js__WEBPACK_IMPORTED_MODULE_1__/* .mainContainer */ .r}/${(0,_task_arn_js__WEBPACK_IMPORTED_MODULE_5__/* .taskIdOf */ .G)(handle)}`;
}
function linesOf(answer) {
    return (answer?.events ?? []).map(({ message = '', timestamp }) => ({
        text: message.replace(/\r?\n$/, ''),
        ...(timestamp === undefined ? {} : { at: (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantFromMs */ .A0)(timestamp) }),
    }));
}
/** The console writes `$25` for the `%` of an encoded name. */
function consoleAddress(region, group, stream) {
    const twice = (name) => encodeURIComponent(encodeURIComponent(name)).replaceAll('%', '$');
    const query = `region=${region}#logsV2:log-groups/log-group/${twice(group)}/log-events/${twice(stream)}`;
    return `https://${region}.console.aws.amazon.com/cloudwatch/home?${query}`;
}


/***/ })

};
