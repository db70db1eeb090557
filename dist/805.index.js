export const id = 805;
export const ids = [805];
export const modules = {

/***/ 5805:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judgeWebhook: () => (/* binding */ judgeWebhook),
/* harmony export */   webhookMessages: () => (/* binding */ webhookMessages)
/* harmony export */ });
const timeoutMs = 10_000;
const longestAddress = 2_000;
/** An address that messages may be sent to: whoever knows it can write into the chat, so it is a secret. */
function judgeWebhook(text) {
    if (text.length > longestAddress || !URL.canParse(text))
        return undefined;
    const url = new URL(text);
    const isLoopback = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/.test(url.hostname);
    const isAllowed = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback);
    // `fetch` refuses an address with a user and a password, each time.
    const isPlain = url.username === '' && url.password === '';
    return isAllowed && isPlain ? url : undefined;
}
/** Messages in the form that Slack takes, and others like it. Slack reads `&`, `<` and `>` as markup, and nothing else. */
function webhookMessages(url) {
    return {
        async send(text) {
            const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
            try {
                const response = await fetch(url, {
                    method: 'POST',
                    headers: { 'content-type': 'application/json' },
                    body: JSON.stringify({ text: plain }),
                    // An answer that leads elsewhere would carry the message to whoever can write it.
                    redirect: 'manual',
                    signal: AbortSignal.timeout(timeoutMs),
                });
                await response.body?.cancel();
                return answerOf(response.status);
            }
            catch (error) {
                return { kind: 'failed', reason: `no answer from the webhook (${nameOf(error)})` };
            }
        },
    };
}
function answerOf(status) {
    if (status >= 200 && status < 300)
        return { kind: 'sent' };
    return { kind: 'failed', reason: `the webhook answered ${status}` };
}
/** Never the message of an error: it can name the address. */
function nameOf(error) {
    const words = [property(property(error, 'cause'), 'code'), property(error, 'name')];
    return words.map(String).find((word) => /^(?!undefined$)\w{1,40}$/.test(word)) ?? 'unknown';
}
function property(value, name) {
    return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}


/***/ })

};
