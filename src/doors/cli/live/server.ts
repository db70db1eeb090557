import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { faultWords } from '../../../core/fault.ts';
import { minuteMs, secondMs } from '../../../core/instant.ts';
import { RefusedError } from '../../../core/problem.ts';
import { assetPaths, iconSvg, livePolicy, type Notice } from '../../../report/live/page.ts';
import { runPage } from '../../../report/live/run-page.ts';
import { scriptText } from '../../../report/live/script.ts';
import { type Place, placeOf, plainPage } from '../../../report/live/site-map.ts';
import { styleText } from '../../../report/live/style.ts';
import type { Site } from '../../performed.ts';
import { carryOutDeed, deedOf } from './deeds.ts';
import { isToken, newToken, type Refusal, readForm, refusalOf } from './guard.ts';
import { type LogFeeds, linesAfter, logFeeds } from './log-feed.ts';
import { attemptOf, type Known, overviewOf, runViewOf } from './view.ts';

export type LiveOptions = {
  readonly site: Site;
  /** 0: any that is free. */
  readonly port: number;
  /** What the pages show; asked at each request. */
  readonly known: () => Known;
  /** A button was pressed and what it asks for is recorded. */
  readonly onDeed: () => Promise<void>;
};

export type LivePage = {
  readonly address: string;
  close(): Promise<void>;
};

type Live = LiveOptions & {
  readonly token: string;
  readonly feeds: LogFeeds;
  readonly notices: Map<string, Notice>;
  /** The first part of every path. Other users of the machine can reach the port, but not know it. */
  readonly key: string;
  port: number;
  deeds: number;
  /** Of the last button: each waits for those before it, instead of racing them for the state. */
  lastDeed: Promise<void>;
};

const loopback = '127.0.0.1';
const mostFormBytes = 32 * 1024;
const mostNotices = 50;
const mostShownLines = 1_000;

/** Serves the overview to this machine alone. */
export async function serveLive(options: LiveOptions): Promise<LivePage> {
  const { site } = options;
  const feeds = logFeeds(site.world, site.presentation.outgoing);
  const live: Live = {
    ...options,
    key: newToken(),
    token: newToken(),
    feeds,
    notices: new Map(),
    deeds: 0,
    lastDeed: Promise.resolve(),
  };
  const server = createServer({ maxHeaderSize: 16 * 1024 }, (request, response) => {
    answer(live, request, response).catch((error: unknown) => {
      site.world.log.warn(`The live page could not answer: ${String(error)}`);
      if (!response.headersSent)
        sendText(response, { status: 500, text: 'This went wrong; see the terminal.' });
      else response.destroy();
    });
  });
  server.requestTimeout = 30 * secondMs;
  server.keepAliveTimeout = minuteMs;
  await listen(server, options.port);
  live.port = (server.address() as AddressInfo).port;
  return {
    address: `http://${loopback}:${live.port}/${live.key}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusedPort(error, port)));
    server.listen({ host: loopback, port, exclusive: true }, () => resolve());
  });
}

function refusedPort(error: NodeJS.ErrnoException, port: number): Error {
  return new RefusedError(
    {
      code: 'E_PORT',
      field: 'port',
      message: `Port ${port} cannot be used: ${error.code ?? error.message}.`,
      fix: 'End what uses it, or give another one with --port; 0 takes any that is free.',
    },
    { cause: error },
  );
}

async function answer(live: Live, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refusal = refusalOf(request, live.port);
  if (refusal !== undefined) return sendText(response, refusal);
  const asked = pathOf(live, request.url ?? '/');
  if (asked === undefined) {
    const text =
      'Open the address that `headgate up` printed: it holds a key, which other users do not know.';
    return sendText(response, { status: 403, text });
  }
  const { path, query } = asked;
  // Links of a page are relative to its folder.
  if (path === undefined) {
    response.writeHead(308, { ...headers, Location: `/${live.key}/` }).end();
    return;
  }
  if (request.method === 'POST') return answerDeed(live, path, { request, response });
  const asset = assets.get(path);
  if (asset !== undefined) return send(response, request, asset);
  const place = placeOf(path);
  const page = place === undefined ? undefined : await contentOf(live, place, query);
  if (page === undefined) return sendText(response, { status: 404, text: 'There is no such page here.' });
  send(response, request, page);
}

type AskedPath = {
  /** Below the key, without the slash before it; undefined: that slash was left out. */
  readonly path: string | undefined;
  readonly query: URLSearchParams;
};

/** Undefined: whoever asks does not know the key. */
function pathOf({ key }: Live, target: string): AskedPath | undefined {
  const [whole = '', query = ''] = target.split(/\?(.*)/s);
  const [, first = '', ...rest] = whole.split('/');
  if (!isToken(first, key)) return undefined;
  return { path: rest.length === 0 ? undefined : rest.join('/'), query: new URLSearchParams(query) };
}

type Content = { readonly type: string; readonly text: string };

const assets: ReadonlyMap<string, Content> = new Map([
  [assetPaths.style, { type: 'text/css', text: styleText }],
  [assetPaths.script, { type: 'text/javascript', text: scriptText }],
  [assetPaths.icon, { type: 'image/svg+xml', text: iconSvg }],
]);

async function contentOf(live: Live, place: Place, query: URLSearchParams): Promise<Content | undefined> {
  const { site, token, notices } = live;
  const notice = notices.get(query.get('said') ?? '');
  const mode = { kind: 'live', token, ...(notice === undefined ? {} : { notice }) } as const;
  const overview = overviewOf(site, live.known(), mode);
  if (place.kind !== 'run' && place.kind !== 'log') return pageContent(plainPage(overview, place));
  const run = overview.state.runs.get(place.run);
  const asked = numberOf(query.get('attempt'));
  if (run === undefined) return undefined;
  const attempt = attemptOf(run, asked);
  if (attempt?.handle === undefined)
    return asked === undefined && place.kind === 'run' ? pageContent(runPage({ overview, run })) : undefined;
  const feed = await live.feeds.look(run, attempt.handle);
  if (place.kind === 'log') {
    const text = JSON.stringify(linesAfter(feed, numberOf(query.get('after')) ?? 0));
    return { type: 'application/json', text };
  }
  try {
    const view = runViewOf(site, { overview, run }, { attempt, feed, mostLines: mostShownLines });
    return pageContent(runPage(view));
  } catch (error) {
    site.world.log.warn(`Could not show the log of run ${run.id}: ${faultWords(error)}.`);
    return pageContent(runPage({ overview, run, noLog: 'The log could not be shown.' }));
  }
}

function pageContent(text: string | undefined): Content | undefined {
  return text === undefined ? undefined : { type: 'text/html', text };
}

function numberOf(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse };

/** Answered with a way to a page, so that a reload of it presses nothing again. */
async function answerDeed(live: Live, asked: string, { request, response }: Exchange): Promise<void> {
  const deed = asked.startsWith('do/') ? deedOf(asked.slice(3)) : undefined;
  if (deed === undefined) return sendText(response, { status: 404, text: 'There is no such button here.' });
  const form = await readForm(request, mostFormBytes);
  if ('status' in form) return sendText(response, form);
  if (!isToken(form.get('token') ?? '', live.token)) {
    const text = 'The page is of an earlier headgate up: load it again.';
    return sendText(response, { status: 403, text });
  }
  live.deeds += 1;
  const number = live.deeds.toString(36);
  const done = await inTurn(live, () =>
    carryOutDeed(live.site, deed, { fields: form, request: `${live.site.request}-${number}` }),
  );
  live.notices.set(number, done.notice);
  for (const oldest of live.notices.keys()) if (live.notices.size > mostNotices) live.notices.delete(oldest);
  await live.onDeed();
  const path = isThere(live.known(), placeOf(done.path)) ? done.path : 'index.html';
  response.writeHead(303, { ...headers, Location: `/${live.key}/${path}?said=${number}` }).end();
}

function inTurn<T>(live: Live, act: () => Promise<T>): Promise<T> {
  const acted = live.lastDeed.then(act);
  live.lastDeed = acted.then(
    () => undefined,
    () => undefined,
  );
  return acted;
}

function isThere({ snapshot: { state, registry } }: Known, place: Place | undefined): boolean {
  if (place?.kind === 'run') return state.runs.has(place.run);
  return place?.kind === 'flow' && registry.deployments.has(place.flow);
}

const headers = {
  'Content-Security-Policy': livePolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // With `no-referrer`, browsers would send `Origin: null` with the page's own forms.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-cache',
} as const;

function send(response: ServerResponse, request: IncomingMessage, { type, text }: Content): void {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { ...headers, ETag: etag }).end();
    return;
  }
  const body = Buffer.from(text);
  const facts = { 'Content-Type': `${type}; charset=utf-8`, 'Content-Length': body.length, ETag: etag };
  response.writeHead(200, { ...headers, ...facts }).end(request.method === 'HEAD' ? undefined : body);
}

type Plain = Omit<Refusal, 'status'> & { readonly status: number };

function sendText(response: ServerResponse, { status, text, allow }: Plain): void {
  const facts = {
    'Content-Type': 'text/plain; charset=utf-8',
    ...(allow === undefined ? {} : { Allow: allow }),
  };
  // What is left of a refused body is not read.
  response.writeHead(status, { ...headers, ...facts, Connection: 'close' }).end(`${text}\n`);
}
