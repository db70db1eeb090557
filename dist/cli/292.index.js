export const id = 292;
export const ids = [292];
export const modules = {

/***/ 5292:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   performUp: () => (/* binding */ performUp)
/* harmony export */ });
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2993);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2251);
/* harmony import */ var _engine_tick_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3457);
/* harmony import */ var _verbs_tick_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6914);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3479);





/** Ticks in a loop, until a person interrupts it: attempts go on without it, and the next tick finds them. */
async function performUp(site, everySeconds) {
    const stop = new AbortController();
    process.once('SIGINT', () => stop.abort());
    process.once('SIGTERM', () => stop.abort());
    site.world.log.info(`Ticking every ${everySeconds} s; end it with Ctrl-C. The board: ${site.world.state.boardPlace}`);
    let ticks = 0;
    while (!stop.signal.aborted) {
        const result = await (0,_engine_tick_js__WEBPACK_IMPORTED_MODULE_2__/* .tick */ .i)(site.world, (0,_verbs_tick_js__WEBPACK_IMPORTED_MODULE_3__/* .tickOptionsOf */ .t)(site));
        ticks += 1;
        if (result.wroteState)
            process.stderr.write((0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .tickWords */ .nx)(site, result).text);
        await Promise.race([site.world.clock.sleep(everySeconds * _core_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .secondMs */ .fj), aborted(stop.signal)]);
    }
    return {
        exitCode: _core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCodes */ .hS.done,
        document: { verb: 'up', ticks },
        text: `Stopped after ${ticks} ticks.\n`,
    };
}
function aborted(signal) {
    return new Promise((resolve) => {
        if (signal.aborted)
            resolve();
        else
            signal.addEventListener('abort', () => resolve(), { once: true });
    });
}


/***/ })

};
