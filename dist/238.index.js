export const id = 238;
export const ids = [238];
export const modules = {

/***/ 238:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   awsAccount: () => (/* binding */ awsAccount)
/* harmony export */ });
/** What the doctor asks of the account. Each service's client is loaded by the question that needs it. */
function awsAccount({ region }) {
    const place = { region };
    return {
        identity: async () => (await Promise.all(/* import() */[__webpack_require__.e(777), __webpack_require__.e(811), __webpack_require__.e(507)]).then(__webpack_require__.bind(__webpack_require__, 3507))).identity(place),
        trustOf: async (role) => (await Promise.all(/* import() */[__webpack_require__.e(777), __webpack_require__.e(240), __webpack_require__.e(944)]).then(__webpack_require__.bind(__webpack_require__, 9944))).trustOf(place, role),
        deniedTo: async (role, calls) => (await Promise.all(/* import() */[__webpack_require__.e(777), __webpack_require__.e(240), __webpack_require__.e(944)]).then(__webpack_require__.bind(__webpack_require__, 9944))).deniedTo(place, role, calls),
        cluster: async (name) => (await Promise.all(/* import() */[__webpack_require__.e(777), __webpack_require__.e(224), __webpack_require__.e(883)]).then(__webpack_require__.bind(__webpack_require__, 883))).cluster(place, name),
        subnets: async (ids) => (await Promise.all(/* import() */[__webpack_require__.e(777), __webpack_require__.e(811), __webpack_require__.e(109)]).then(__webpack_require__.bind(__webpack_require__, 4109))).subnets(place, ids),
        securityGroups: async (ids) => (await Promise.all(/* import() */[__webpack_require__.e(777), __webpack_require__.e(811), __webpack_require__.e(109)]).then(__webpack_require__.bind(__webpack_require__, 4109))).securityGroups(place, ids),
        missingImages: async (images) => (await Promise.all(/* import() */[__webpack_require__.e(777), __webpack_require__.e(149), __webpack_require__.e(451)]).then(__webpack_require__.bind(__webpack_require__, 5451))).missingImages(images),
        logGroup: async (name) => (await Promise.all(/* import() */[__webpack_require__.e(777), __webpack_require__.e(107), __webpack_require__.e(746)]).then(__webpack_require__.bind(__webpack_require__, 9746))).logGroup(place, name),
        rule: async (name) => (await Promise.all(/* import() */[__webpack_require__.e(777), __webpack_require__.e(800), __webpack_require__.e(976)]).then(__webpack_require__.bind(__webpack_require__, 8976))).rule(place, name),
        clock: async (name) => (await Promise.all(/* import() */[__webpack_require__.e(777), __webpack_require__.e(292)]).then(__webpack_require__.bind(__webpack_require__, 5292))).clock(place, name),
        fargateQuota: async (capacity) => (await Promise.all(/* import() */[__webpack_require__.e(777), __webpack_require__.e(208), __webpack_require__.e(472)]).then(__webpack_require__.bind(__webpack_require__, 5472))).fargateQuota(place, capacity),
    };
}


/***/ })

};
