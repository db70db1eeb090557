export const id = 6126;
export const ids = [6126];
export const modules = {

/***/ 6126:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  performUp: () => (/* binding */ performUp)
});

// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/doors/documents.ts
var documents = __webpack_require__(9678);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: ./src/core/fault.ts
var fault = __webpack_require__(6964);
// EXTERNAL MODULE: ./src/core/instant.ts
var instant = __webpack_require__(3705);
// EXTERNAL MODULE: ./src/report/live/page.ts
var page = __webpack_require__(6185);
// EXTERNAL MODULE: ./src/report/live/run-page.ts + 2 modules
var run_page = __webpack_require__(839);
;// CONCATENATED MODULE: ./src/report/live/script.ts
/**
 * What the live page does by itself: looks for news, shows it without taking away where a person is, lets the log grow,
 * and asks before something is cancelled. All of the page works without it, but for that.
 */
const scriptText = `'use strict';
(() => {
  const lookMs = 2000, logMs = 1000, mostLines = 5000;
  const byId = (id) => document.getElementById(id);
  const contact = byId('contact'), pause = byId('pause'), part = byId('log-part'), log = byId('log');
  let isPaused = false, tag = '';

  const url = new URL(location.href);
  if (url.searchParams.has('said')) {
    url.searchParams.delete('said');
    history.replaceState(null, '', url);
  }

  function say(text) {
    if (contact.textContent !== text) contact.textContent = text;
  }

  function isBusy(part) {
    const active = document.activeElement;
    const selection = getSelection();
    return (
      (part.contains(active) && /^(?:INPUT|TEXTAREA|SELECT)$/.test(active.tagName)) ||
      (selection && !selection.isCollapsed && selection.anchorNode && part.contains(selection.anchorNode))
    );
  }

  function keyOf(element) {
    return element.id || element.getAttribute('href') || '';
  }

  function replace(old, fresh) {
    if (old.innerHTML === fresh.innerHTML || isBusy(old)) return;
    const active = old.contains(document.activeElement) ? keyOf(document.activeElement) : '';
    old.replaceChildren(...fresh.childNodes);
    if (active === '') return;
    const again = [...old.querySelectorAll('a,button')].find((element) => keyOf(element) === active);
    (again || byId('main')).focus({ preventScroll: true });
  }

  function show(text) {
    const page = new DOMParser().parseFromString(text, 'text/html');
    document.title = page.title;
    for (const fresh of page.querySelectorAll('[data-part]')) {
      const old = byId(fresh.id);
      if (old) replace(old, fresh);
    }
    const token = page.querySelector('input[name=token]');
    if (token) for (const input of document.querySelectorAll('input[name=token]')) input.value = token.value;
    const freshLog = page.getElementById('log-part');
    const isOther = part && freshLog && part.dataset.log !== freshLog.dataset.log;
    if (isOther && !isPaused) location.reload();
  }

  async function look() {
    if (isPaused || document.hidden) return;
    try {
      const answer = await fetch(location.href, { headers: { 'if-none-match': tag }, cache: 'no-store' });
      if (answer.status === 404) return say('This page is gone');
      if (answer.status === 200) {
        tag = answer.headers.get('etag') || '';
        show(await answer.text());
      } else if (answer.status !== 304) throw new Error(answer.status);
      say('Live');
    } catch {
      say('No contact with headgate up');
    }
  }

  async function readLog() {
    if (isPaused || document.hidden) return;
    try {
      const answer = await fetch(part.dataset.source + '&after=' + part.dataset.next, { cache: 'no-store' });
      if (!answer.ok) return;
      const page = await answer.json();
      if (page.lines.length > 0) append(page.lines);
      part.dataset.next = page.next;
      if (page.isComplete) part.dataset.complete = '';
    } catch {
      say('No contact with headgate up');
    }
  }

  function append(lines) {
    for (const text of lines) {
      const line = document.createElement('span');
      line.textContent = text;
      log.append(line, '\\n');
    }
    while (log.childNodes.length > mostLines * 2) log.firstChild.remove();
    toEnd();
  }

  function toEnd() {
    if (byId('follow').checked) log.scrollTop = log.scrollHeight;
  }

  function every(ms, job) {
    const again = async () => {
      if ((await job()) !== 'done') setTimeout(again, ms);
    };
    setTimeout(again, ms);
  }

  pause.hidden = false;
  pause.addEventListener('click', () => {
    isPaused = !isPaused;
    pause.textContent = isPaused ? 'Go on with updates' : 'Pause updates';
    say(isPaused ? 'Paused' : 'Live');
  });
  document.addEventListener('submit', (event) => {
    const question = event.target.dataset.question;
    if (question && !confirm(question)) return event.preventDefault();
    for (const button of event.target.querySelectorAll('button')) button.disabled = true;
  });
  document.addEventListener('visibilitychange', look);
  say('Live');
  every(lookMs, look);
  if (log && part.dataset.source) {
    toEnd();
    byId('follow').addEventListener('change', toEnd);
    every(logMs, async () => ('complete' in part.dataset ? 'done' : readLog()));
  }
})();
`;

// EXTERNAL MODULE: ./src/report/live/site-map.ts + 4 modules
var site_map = __webpack_require__(3559);
// EXTERNAL MODULE: ./src/report/live/style.ts
var style = __webpack_require__(3637);
// EXTERNAL MODULE: ./src/core/flow.ts
var core_flow = __webpack_require__(2398);
// EXTERNAL MODULE: ./src/core/parameters-text.ts
var parameters_text = __webpack_require__(1000);
// EXTERNAL MODULE: ./src/core/run.ts
var core_run = __webpack_require__(973);
// EXTERNAL MODULE: ./src/engine/control.ts
var control = __webpack_require__(4912);
// EXTERNAL MODULE: ./src/report/live/parts.ts
var parts = __webpack_require__(6814);
// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(9988);
// EXTERNAL MODULE: ./src/doors/failure.ts
var failure = __webpack_require__(3378);
;// CONCATENATED MODULE: ./src/doors/cli/live/deeds.ts









const deeds = ['run', 'cancel', 'retry', 'resolve', 'pause', 'resume', 'backfill'];
function deedOf(text) {
    return deeds.find((deed) => deed === text);
}
/** Records what a button asks for. The next tick, which is due at once, carries it out. */
async function carryOutDeed(site, deed, form) {
    const subject = form.fields.get('subject') ?? '';
    const home = pathOf(deed, subject);
    try {
        const command = commandOf(deed, subject, form);
        const answer = await patiently(() => (0,control/* control */.A)(site.world, command, { by: site.by, style: site.presentation }));
        const path = deed === 'run' ? (0,parts/* runPath */.t0)({ id: answer.subject }) : home;
        return { notice: noticeOf(answer), path };
    }
    catch (error) {
        return { notice: { isBad: true, text: wordsOf(error) }, path: home };
    }
}
const mostTurns = 6;
/** Where other processes write as often, such as a second `up`, a button waits its turn: nobody else tries again for it. */
async function patiently(act) {
    for (let turn = 1;; turn += 1) {
        try {
            return await act();
        }
        catch (error) {
            const isBusy = error instanceof problem/* RefusedError */.fk && error.problem.code === 'E_STATE_BUSY';
            if (!isBusy || turn >= mostTurns)
                throw error;
        }
    }
}
function isOfRun(deed) {
    return deed === 'cancel' || deed === 'retry' || deed === 'resolve';
}
function pathOf(deed, subject) {
    if (isOfRun(deed)) {
        const id = (0,core_run/* parseRunId */._G)(subject);
        return id === undefined ? 'index.html' : (0,parts/* runPath */.t0)({ id });
    }
    return (0,core_flow/* judgeFlowName */.x)(subject).kind === 'ok' ? (0,parts/* flowPath */.uf)(subject) : 'index.html';
}
function commandOf(deed, subject, form) {
    if (isOfRun(deed)) {
        const run = (0,core_run/* parseRunId */._G)(subject);
        if (run === undefined)
            throw badInput('E_RUN_ID', `${JSON.stringify(subject)} is not the id of a run.`);
        return deed === 'resolve' ? { kind: deed, run, as: outcomeOf(form.fields) } : { kind: deed, run };
    }
    const verdict = (0,core_flow/* judgeFlowName */.x)(subject);
    if (verdict.kind !== 'ok')
        throw badInput('E_NAME', `${JSON.stringify(subject)} is not the name of a flow.`);
    const flow = verdict.name;
    switch (deed) {
        case 'run':
            return { kind: deed, flow, parameters: parametersOf(form.fields), request: form.request };
        case 'backfill':
            return { kind: deed, flow, from: momentOf(form.fields, 'from'), to: momentOf(form.fields, 'to') };
        default:
            return { kind: deed, flow };
    }
}
function outcomeOf(fields) {
    const as = fields.get('as') ?? '';
    if (as === 'succeeded' || as === 'failed')
        return as;
    throw badInput('E_ENUM', `${JSON.stringify(as)} is not how a run ends: succeeded or failed.`);
}
/** A browser's field for a moment has no time zone; the page says that it is in UTC. */
function momentOf(fields, name) {
    const text = fields.get(name)?.trim() ?? '';
    const moment = (0,instant/* parseIso */.P$)(/Z$|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);
    if (moment !== undefined)
        return moment;
    throw badInput('E_TIME', `"${name}" is ${JSON.stringify(text)}, which is not a date and a time.`);
}
function parametersOf(fields) {
    const text = fields.get('parameters')?.trim() ?? '';
    if (text === '')
        return undefined;
    const parsed = (0,parameters_text/* parseParametersText */.f)(text);
    if (parsed.kind === 'bad')
        throw new problem/* InputError */.dz(parsed.problems);
    return parsed.value;
}
function badInput(code, message) {
    return new problem/* InputError */.dz([{ code, message }]);
}
const doneWords = {
    run: 'run requested',
    cancel: 'the run is being cancelled',
    retry: 'one more attempt is granted',
    resolve: 'the run is resolved',
    pause: 'the flow is paused',
    resume: 'the flow goes on',
};
function noticeOf({ command, because, runs }) {
    if (because !== undefined)
        return { isBad: true, text: `nothing to do: ${because}.` };
    if (command === 'backfill')
        return { isBad: false, text: `the backfill of ${(0,words/* countWords */.rj)(runs.length, 'slot')} is requested.` };
    return { isBad: false, text: `${doneWords[command]}.` };
}
/** A page has no stack traces; those of a bug go to the terminal, where somebody looks for them. */
function wordsOf(error) {
    if (error instanceof problem/* InputError */.dz || error instanceof problem/* RefusedError */.fk)
        return (0,failure/* failureOf */.g)(error).problems.map(problemWords).join(' ');
    throw error;
}
function problemWords({ field, message, fix }) {
    const where = field === undefined ? '' : `${field}: `;
    return `${where}${message}${fix === undefined ? '' : ` ${fix}`}`;
}

;// CONCATENATED MODULE: ./src/doors/cli/live/guard.ts

/**
 * A page of a stranger can send requests to this machine, and with DNS rebinding even read the answers under a name of
 * its own. So only the names of the loopback are answered.
 */
function refusalOf({ method = '', headers }, port) {
    // The usual port of http is no part of an address.
    const names = ['127.0.0.1', 'localhost'];
    const hosts = [...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])];
    if (!hosts.includes(headers.host ?? ''))
        return { status: 421, text: `This page is served as http://${hosts[0]} only.` };
    if (method === 'GET' || method === 'HEAD')
        return undefined;
    if (method !== 'POST')
        return { status: 405, text: 'Only GET, HEAD and POST are known here.', allow: 'GET, HEAD, POST' };
    return postRefusal(headers, hosts);
}
/** Browsers say with every POST where it comes from; what does not say so is not the page. */
function postRefusal(headers, hosts) {
    const site = headers['sec-fetch-site'];
    const isOwn = hosts.some((host) => headers.origin === `http://${host}`) &&
        headers.origin === `http://${headers.host}` &&
        (site === undefined || site === 'same-origin');
    if (!isOwn)
        return { status: 403, text: 'Buttons work from the page of headgate up alone.' };
    const [type] = (headers['content-type'] ?? '').split(';');
    if (type?.trim().toLowerCase() === 'application/x-www-form-urlencoded')
        return undefined;
    return { status: 415, text: 'Send a form.' };
}
/** Written into the page's own forms: what a stranger's page cannot read, it cannot send. */
function newToken() {
    return (0,external_node_crypto_.randomBytes)(24).toString('base64url');
}
function isToken(given, token) {
    const [a, b] = [Buffer.from(given), Buffer.from(token)];
    return a.length === b.length && (0,external_node_crypto_.timingSafeEqual)(a, b);
}
/** The body of a form. */
async function readForm(request, limitBytes) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of request) {
        bytes += chunk.length;
        if (bytes > limitBytes)
            return { status: 413, text: `A form holds at most ${limitBytes} bytes here.` };
        chunks.push(chunk);
    }
    return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

// EXTERNAL MODULE: ./src/doors/cli/live/log-feed.ts
var log_feed = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/doors/cli/live/view.ts
var live_view = __webpack_require__(3803);
;// CONCATENATED MODULE: ./src/doors/cli/live/server.ts














const loopback = '127.0.0.1';
const mostFormBytes = 32 * 1024;
const mostNotices = 50;
const mostShownLines = 1_000;
/** Serves the overview to this machine alone. */
async function serveLive(options) {
    const { site } = options;
    const feeds = (0,log_feed/* logFeeds */.mr)(site.world, site.presentation.outgoing);
    const live = {
        ...options,
        key: newToken(),
        token: newToken(),
        feeds,
        notices: new Map(),
        deeds: 0,
        lastDeed: Promise.resolve(),
    };
    const server = (0,external_node_http_.createServer)({ maxHeaderSize: 16 * 1024 }, (request, response) => {
        answer(live, request, response).catch((error) => {
            site.world.log.warn(`The live page could not answer: ${String(error)}`);
            if (!response.headersSent)
                sendText(response, { status: 500, text: 'This went wrong; see the terminal.' });
            else
                response.destroy();
        });
    });
    server.requestTimeout = 30 * instant/* secondMs */.fj;
    server.keepAliveTimeout = instant/* minuteMs */.J2;
    await listen(server, options.port);
    live.port = server.address().port;
    return {
        address: `http://${loopback}:${live.port}/${live.key}`,
        close: () => new Promise((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
        }),
    };
}
function listen(server, port) {
    return new Promise((resolve, reject) => {
        server.once('error', (error) => reject(refusedPort(error, port)));
        server.listen({ host: loopback, port, exclusive: true }, () => resolve());
    });
}
function refusedPort(error, port) {
    return new problem/* RefusedError */.fk({
        code: 'E_PORT',
        field: 'port',
        message: `Port ${port} cannot be used: ${error.code ?? error.message}.`,
        fix: 'End what uses it, or give another one with --port; 0 takes any that is free.',
    }, { cause: error });
}
async function answer(live, request, response) {
    const refusal = refusalOf(request, live.port);
    if (refusal !== undefined)
        return sendText(response, refusal);
    const asked = server_pathOf(live, request.url ?? '/');
    if (asked === undefined) {
        const text = 'Open the address that `headgate up` printed: it holds a key, which other users do not know.';
        return sendText(response, { status: 403, text });
    }
    const { path, query } = asked;
    // Links of a page are relative to its folder.
    if (path === undefined) {
        response.writeHead(308, { ...headers, Location: `/${live.key}/` }).end();
        return;
    }
    if (request.method === 'POST')
        return answerDeed(live, path, { request, response });
    const asset = assets.get(path);
    if (asset !== undefined)
        return send(response, request, asset);
    const place = (0,site_map/* placeOf */.$t)(path);
    const page = place === undefined ? undefined : await contentOf(live, place, query);
    if (page === undefined)
        return sendText(response, { status: 404, text: 'There is no such page here.' });
    send(response, request, page);
}
/** Undefined: whoever asks does not know the key. */
function server_pathOf({ key }, target) {
    const [whole = '', query = ''] = target.split(/\?(.*)/s);
    const [, first = '', ...rest] = whole.split('/');
    if (!isToken(first, key))
        return undefined;
    return { path: rest.length === 0 ? undefined : rest.join('/'), query: new URLSearchParams(query) };
}
const assets = new Map([
    [page/* assetPaths */.R6.style, { type: 'text/css', text: style/* styleText */.P }],
    [page/* assetPaths */.R6.script, { type: 'text/javascript', text: scriptText }],
    [page/* assetPaths */.R6.icon, { type: 'image/svg+xml', text: page/* iconSvg */.UY }],
]);
async function contentOf(live, place, query) {
    const { site, token, notices } = live;
    const notice = notices.get(query.get('said') ?? '');
    const mode = { kind: 'live', token, ...(notice === undefined ? {} : { notice }) };
    const overview = (0,live_view/* overviewOf */.bq)(site, live.known(), mode);
    if (place.kind !== 'run' && place.kind !== 'log')
        return pageContent((0,site_map/* plainPage */.w9)(overview, place));
    const run = overview.state.runs.get(place.run);
    const asked = numberOf(query.get('attempt'));
    if (run === undefined)
        return undefined;
    const attempt = (0,live_view/* attemptOf */.tx)(run, asked);
    if (attempt?.handle === undefined)
        return asked === undefined && place.kind === 'run' ? pageContent((0,run_page/* runPage */.f)({ overview, run })) : undefined;
    const feed = await live.feeds.look(run, attempt.handle);
    if (place.kind === 'log') {
        const text = JSON.stringify((0,log_feed/* linesAfter */.EU)(feed, numberOf(query.get('after')) ?? 0));
        return { type: 'application/json', text };
    }
    try {
        const view = (0,live_view/* runViewOf */.wc)(site, { overview, run }, { attempt, feed, mostLines: mostShownLines });
        return pageContent((0,run_page/* runPage */.f)(view));
    }
    catch (error) {
        site.world.log.warn(`Could not show the log of run ${run.id}: ${(0,fault/* faultWords */._)(error)}.`);
        return pageContent((0,run_page/* runPage */.f)({ overview, run, noLog: 'The log could not be shown.' }));
    }
}
function pageContent(text) {
    return text === undefined ? undefined : { type: 'text/html', text };
}
function numberOf(text) {
    return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
/** Answered with a way to a page, so that a reload of it presses nothing again. */
async function answerDeed(live, asked, { request, response }) {
    const deed = asked.startsWith('do/') ? deedOf(asked.slice(3)) : undefined;
    if (deed === undefined)
        return sendText(response, { status: 404, text: 'There is no such button here.' });
    const form = await readForm(request, mostFormBytes);
    if ('status' in form)
        return sendText(response, form);
    if (!isToken(form.get('token') ?? '', live.token)) {
        const text = 'The page is of an earlier headgate up: load it again.';
        return sendText(response, { status: 403, text });
    }
    live.deeds += 1;
    const number = live.deeds.toString(36);
    const done = await inTurn(live, () => carryOutDeed(live.site, deed, { fields: form, request: `${live.site.request}-${number}` }));
    live.notices.set(number, done.notice);
    for (const oldest of live.notices.keys())
        if (live.notices.size > mostNotices)
            live.notices.delete(oldest);
    await live.onDeed();
    const path = isThere(live.known(), (0,site_map/* placeOf */.$t)(done.path)) ? done.path : 'index.html';
    response.writeHead(303, { ...headers, Location: `/${live.key}/${path}?said=${number}` }).end();
}
function inTurn(live, act) {
    const acted = live.lastDeed.then(act);
    live.lastDeed = acted.then(() => undefined, () => undefined);
    return acted;
}
function isThere({ snapshot: { state, registry } }, place) {
    if (place?.kind === 'run')
        return state.runs.has(place.run);
    return place?.kind === 'flow' && registry.deployments.has(place.flow);
}
const headers = {
    'Content-Security-Policy': page/* livePolicy */.bd,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // With `no-referrer`, browsers would send `Origin: null` with the page's own forms.
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cache-Control': 'no-cache',
};
function send(response, request, { type, text }) {
    const etag = `"${(0,external_node_crypto_.createHash)('sha256').update(text).digest('base64url').slice(0, 22)}"`;
    if (request.headers['if-none-match'] === etag) {
        response.writeHead(304, { ...headers, ETag: etag }).end();
        return;
    }
    const body = Buffer.from(text);
    const facts = { 'Content-Type': `${type}; charset=utf-8`, 'Content-Length': body.length, ETag: etag };
    response.writeHead(200, { ...headers, ...facts }).end(request.method === 'HEAD' ? undefined : body);
}
function sendText(response, { status, text, allow }) {
    const facts = {
        'Content-Type': 'text/plain; charset=utf-8',
        ...(allow === undefined ? {} : { Allow: allow }),
    };
    // What is left of a refused body is not read.
    response.writeHead(status, { ...headers, ...facts, Connection: 'close' }).end(`${text}\n`);
}

// EXTERNAL MODULE: ./src/engine/tick.ts + 18 modules
var tick = __webpack_require__(4980);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(3727);
// EXTERNAL MODULE: ./src/doors/verbs/tick.ts + 1 modules
var verbs_tick = __webpack_require__(7653);
// EXTERNAL MODULE: ./src/doors/words.ts + 2 modules
var doors_words = __webpack_require__(1263);
;// CONCATENATED MODULE: ./src/doors/cli/tick-loop.ts







/** Observing processes of this machine costs nothing, and people watch. */
const localWatchSeconds = 2;
/**
 * Ticks until it is told to end. A tick that fails is told of, and the next one is tried: a network that was away for a
 * minute must not end what is to run for days. Only a promise that does not hold ends it.
 */
async function tickLoop(site, options) {
    const { world } = site;
    const tell = failureTeller(site);
    let [ticks, failedTicks] = [0, 0];
    let failure;
    while (!options.signal.aborted) {
        const passed = await pass(site);
        ticks += 1;
        failure = passed.failure;
        if (failure !== undefined)
            failedTicks += 1;
        tell(failure);
        options.onTick(passed.known ?? { ...options.known(), ...(failure === undefined ? {} : { trouble: tick_loop_wordsOf(failure) }) });
        const pauseMs = pauseSeconds(site, options, passed.result) * instant/* secondMs */.fj;
        await options.doze.until((signal) => world.clock.sleep(pauseMs, signal));
    }
    return { ticks, failedTicks, ...(failure === undefined ? {} : { failure }) };
}
async function pass(site) {
    const { world } = site;
    try {
        const result = await (0,tick/* tick */.i)(world, (0,verbs_tick/* tickOptionsOf */.t)(site));
        if (result.wroteState)
            process.stderr.write((0,doors_words/* tickWords */.nx)(site, result).text);
        const snapshot = await world.state.load(world.clock.now());
        return { result, known: { snapshot, waiting: result.waiting } };
    }
    catch (error) {
        if (error instanceof problem/* InvariantError */.zU)
            throw error;
        return { failure: (0,failure/* failureOf */.g)(error) };
    }
}
function tick_loop_wordsOf({ problems }) {
    return problems.map(problem/* describeProblem */.BJ).join(' ');
}
/** The same trouble again takes a line, not a page. */
function failureTeller({ world, presentation }) {
    let [last, times] = ['', 0];
    return (failure) => {
        if (failure === undefined) {
            if (times > 0)
                world.log.info('The tick went well again.');
            [last, times] = ['', 0];
            return;
        }
        const words = tick_loop_wordsOf(failure);
        times = words === last ? times + 1 : 1;
        if (times > 1)
            world.log.warn(`The tick failed in the same way again: ${times} times now.`);
        else {
            world.log.warn(presentation.outgoing.title(`The tick failed; the next is tried. ${words}`, 2_000));
            if (failure.stack !== undefined)
                process.stderr.write(`${(0,visible/* visible */.RK)(presentation.outgoing.whole(failure.stack))}\n`);
        }
        last = words;
    };
}
function pauseSeconds({ world }, { everySeconds }, result) {
    const isWatching = world.executor.kind === 'local' && (result?.open.length ?? 0) > 0;
    return isWatching ? Math.min(everySeconds, localWatchSeconds) : everySeconds;
}
/** A pause that ends early when somebody wakes it. What happens while nobody dozes ends the next pause at once. */
function dozer(signal) {
    let isWoken = false;
    let rouse = () => undefined;
    signal.addEventListener('abort', () => wake(), { once: true });
    return { wake, until };
    function wake() {
        isWoken = true;
        rouse();
    }
    /** A timer that is left behind keeps the process from ending. */
    async function until(sleep) {
        const waking = new AbortController();
        const woken = new Promise((resolve) => {
            rouse = () => {
                waking.abort();
                resolve();
            };
        });
        if (isWoken)
            rouse();
        await Promise.race([sleep(waking.signal), woken]);
        isWoken = false;
    }
}

;// CONCATENATED MODULE: ./src/doors/cli/up.ts




const usualPort = 4280;
/**
 * Ticks in a loop, and serves what it knows, until a person interrupts it: attempts go on without it. It exits as its
 * last tick did.
 */
async function performUp(site, request) {
    const { world } = site;
    const stop = new AbortController();
    endOnSignal(site, stop);
    const doze = dozer(stop.signal);
    let known = { snapshot: await world.state.load(world.clock.now()), waiting: new Map() };
    const page = await serve(site, request.port, {
        known: () => known,
        async onDeed() {
            known = { ...known, snapshot: await world.state.load(world.clock.now()) };
            doze.wake();
        },
    });
    world.log.info(`Ticking every ${request.everySeconds} s; end it with Ctrl-C. The live page: ${page.address} The board: ${world.state.boardPlace}`);
    try {
        const { ticks, failedTicks, failure } = await tickLoop(site, {
            everySeconds: request.everySeconds,
            signal: stop.signal,
            doze,
            known: () => known,
            onTick(news) {
                known = news;
            },
        });
        const failed = failedTicks === 0 ? '' : `, of which ${failedTicks} failed`;
        return {
            exitCode: failure?.exitCode ?? problem/* exitCodes */.hS.done,
            document: {
                verb: 'up',
                ticks,
                failedTicks,
                problems: failure?.problems.map(documents/* problemDocument */.FC) ?? [],
                address: page.address,
            },
            text: `Stopped after ${ticks} ticks${failed}.\n`,
        };
    }
    finally {
        await page.close();
    }
}
const graceMs = 800;
/**
 * A tick under way may end first; one that waits for somebody else's answer is left where it is, as by a kill: the next
 * one takes up its work.
 */
function endOnSignal({ world }, stop) {
    const end = () => {
        stop.abort();
        setTimeout(() => {
            world.log.info('A tick was under way: the next one takes up its work.');
            process.exit(problem/* exitCodes */.hS.done);
        }, graceMs).unref();
    };
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
}
/** Somebody else may have the usual port, such as a second `headgate up`; a port that was asked for must be had. */
async function serve(site, port, serving) {
    try {
        return await serveLive({ site, port: port ?? usualPort, ...serving });
    }
    catch (error) {
        if (port !== undefined || !(error instanceof problem/* RefusedError */.fk))
            throw error;
        return serveLive({ site, port: 0, ...serving });
    }
}


/***/ }),

/***/ 4912:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ control)
/* harmony export */ });
/* harmony import */ var _core_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(105);
/* harmony import */ var _core_draft_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3077);
/* harmony import */ var _core_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3484);
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3705);
/* harmony import */ var _core_parameters_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2362);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2531);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(435);







/** Records what a person asked for. Throws `InputError` if it cannot be; then nothing was written. */
async function control(world, command, { by, style, isDryRun = false }) {
    const at = world.clock.now();
    const loaded = await world.state.load(at);
    const finished = command.kind === 'backfill' ? await world.state.finishedRuns(command.flow) : new Set();
    let answer;
    const edit = (current) => {
        answer = carryOut(current, command, { by, at, finished });
        if (answer.kind === 'impossible')
            throw impossible(command, answer);
        if (answer.kind !== 'done')
            return undefined;
        const state = (0,_core_draft_js__WEBPACK_IMPORTED_MODULE_1__/* .followEnds */ .uB)(answer.state, { ...current, now: at });
        return { state, message: titleOf(command) };
    };
    const { snapshot, isChanged } = isDryRun
        ? imagined(loaded, edit)
        : await (0,_record_js__WEBPACK_IMPORTED_MODULE_6__/* .record */ .g)(world, loaded, { style, edit });
    const because = answer?.kind === 'nothing' ? { because: answer.because } : {};
    const subject = subjectOf(command, snapshot);
    const runs = runsOf(command, subject, snapshot);
    return { command: command.kind, subject, runs, isChanged, snapshot, ...because };
}
function imagined(snapshot, edit) {
    const change = edit(snapshot);
    if (change === undefined)
        return { snapshot, isChanged: false };
    return { snapshot: { ...snapshot, state: change.state }, isChanged: true };
}
function carryOut(snapshot, command, by) {
    const { state, registry } = snapshot;
    switch (command.kind) {
        case 'run':
            return requestOf(snapshot, command, by);
        case 'backfill':
            return backfillOf(snapshot, command, by);
        case 'cancel':
            return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelRun */ .Su)(state, registry, command.run, by);
        case 'retry':
            return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .retryRun */ .GJ)(state, registry, command.run, by);
        case 'resolve':
            return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .resolveRun */ .Uf)(state, command.run, command.as, by);
        case 'pause':
            return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .pauseFlow */ .pS)(state, deployed(snapshot, command.flow).flow, by);
        case 'resume':
            // A flow that is gone can still be paused; one that never was cannot be resumed.
            if (!state.pauses.has(command.flow))
                deployed(snapshot, command.flow);
            return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .resumeFlow */ .oE)(state, command.flow, by);
    }
}
function requestOf(snapshot, command, { by, at }) {
    const deployment = deployed(snapshot, command.flow);
    const resolved = (0,_core_parameters_js__WEBPACK_IMPORTED_MODULE_4__/* .resolveParameters */ .vA)(deployment.policy.parameters, command.parameters);
    if (resolved.kind === 'bad')
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz(resolved.problems);
    const id = (0,_core_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .manualRunId */ .R4)(command.flow, command.request);
    return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .requestRun */ .B9)(snapshot.state, deployment, {
        id,
        cause: { kind: 'manual', by },
        parameters: resolved.parameters,
        at,
    });
}
function backfillOf(snapshot, command, by) {
    const deployment = deployed(snapshot, command.flow);
    if (command.to > by.at || command.from > command.to) {
        const message = `A backfill goes from an earlier moment to a later one that has passed; got ${(0,_core_instant_js__WEBPACK_IMPORTED_MODULE_3__/* .isoOf */ .dF)(command.from)} to ${(0,_core_instant_js__WEBPACK_IMPORTED_MODULE_3__/* .isoOf */ .dF)(command.to)}.`;
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz([{ code: 'E_TIME', field: 'from', message }]);
    }
    const count = (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .backfillSize */ .qt)(deployment, command);
    if (count > _core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .mostBackfillSlots */ .ps) {
        const message = `The range holds ${count} slots; at most ${_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .mostBackfillSlots */ .ps} fit in one backfill.`;
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz([
            {
                code: 'E_BACKFILL_TOO_LARGE',
                field: 'from',
                message,
                fix: 'Backfill it in smaller ranges, one after the other.',
            },
        ]);
    }
    return (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .backfillFlow */ .VJ)(snapshot.state, deployment, { ...command, finished: by.finished }, by);
}
function deployed({ registry }, flow) {
    const deployment = registry.deployments.get(flow);
    if (deployment !== undefined && deployment.retiredAt === undefined)
        return deployment;
    const names = [...registry.deployments.keys()];
    throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz([
        {
            code: 'E_FLOW_UNKNOWN',
            field: 'flow',
            message: `Flow "${flow}" is not deployed.`,
            fix: names.length === 0 ? 'Deploy first: nothing is deployed yet.' : `Deployed: ${names.join(', ')}.`,
        },
    ]);
}
function impossible(command, { because, fix, code = 'E_COMMAND' }) {
    const field = 'run' in command ? 'run' : 'flow';
    const message = `${because.charAt(0).toUpperCase()}${because.slice(1)}.`;
    return new _core_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz([{ code, field, message, fix }]);
}
function titleOf(command) {
    const title = `${command.kind} ${'flow' in command ? command.flow : command.run}`;
    return title.charAt(0).toUpperCase() + title.slice(1);
}
function runsOf(command, subject, { registry, state }) {
    switch (command.kind) {
        case 'pause':
        case 'resume':
            return [];
        case 'backfill': {
            const deployment = registry.deployments.get(command.flow);
            return deployment === undefined ? [] : (0,_core_command_js__WEBPACK_IMPORTED_MODULE_0__/* .backfillRuns */ .RC)(state, deployment, command);
        }
        default:
            return [subject];
    }
}
function subjectOf(command, { registry }) {
    if (command.kind !== 'run')
        return 'run' in command ? command.run : command.flow;
    return registry.deployments.has(command.flow) ? (0,_core_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .manualRunId */ .R4)(command.flow, command.request) : command.flow;
}


/***/ })

};
