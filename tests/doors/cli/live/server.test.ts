import { request as httpRequest } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { emptyState } from '../../../../src/core/state.ts';
import { refusalOf } from '../../../../src/doors/cli/live/guard.ts';
import { type LivePage, serveLive } from '../../../../src/doors/cli/live/server.ts';
import { noon } from '../../../core/builders.ts';
import {
  asked,
  everydayState,
  failedId,
  flows,
  hostileLines,
  hourly,
  lostId,
  nightly,
  openId,
  type Stage,
  secret,
  stageOf,
  taskLines,
} from './stage.ts';

type Answer = {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
};
type Ask = { readonly method?: string; readonly headers?: NodeJS.Dict<string>; readonly body?: string };

let page: LivePage | undefined;
let deeds = 0;

afterEach(async () => {
  await page?.close();
  page = undefined;
  deeds = 0;
});

async function serve(stage: Stage): Promise<LivePage> {
  page = await serveLive({
    site: stage.site,
    port: 0,
    known: stage.known,
    async onDeed() {
      deeds += 1;
      await stage.refresh();
    },
  });
  return page;
}

/** `fetch` sends no Host of one's own. */
function ask(
  { address }: LivePage,
  path: string,
  { method = 'GET', headers = {}, body }: Ask = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(`${address}${path}`, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function follow(live: LivePage, headers: Answer['headers']): Promise<Answer> {
  return ask({ ...live, address: new URL(live.address).origin }, String(headers['location']));
}

async function tokenOf(live: LivePage): Promise<string> {
  const { text } = await ask(live, '/');
  return /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '';
}

type Press = {
  readonly fields?: { readonly [name: string]: string };
  readonly headers?: NodeJS.Dict<string>;
};

async function press(
  live: LivePage,
  path: string,
  { fields = {}, headers = {} }: Press = {},
): Promise<Answer> {
  const form = new URLSearchParams({ token: await tokenOf(live), ...fields });
  return ask(live, path, {
    method: 'POST',
    headers: {
      origin: new URL(live.address).origin,
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    body: form.toString(),
  });
}

const everyday = () => stageOf({ registry: flows, state: everydayState() });

describe('reading', () => {
  it('serves every view, and a page that has not changed only once', async () => {
    const live = await serve(await everyday());
    for (const path of [
      '/',
      '/index.html',
      '/all-runs/1.html',
      '/all-flows/1.html',
      `/flows/${asked}.html`,
      `/runs/${failedId}.html`,
    ]) {
      const { status, headers } = await ask(live, path);
      expect([path, status, headers['content-type']]).toEqual([path, 200, 'text/html; charset=utf-8']);
      const again = await ask(live, path, { headers: { 'if-none-match': String(headers['etag']) } });
      expect([path, again.status, again.text]).toEqual([path, 304, '']);
    }
    expect((await ask(live, '/headgate.css')).headers['content-type']).toBe('text/css; charset=utf-8');
    expect((await ask(live, '/headgate.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  it('allows its pages nothing but themselves', async () => {
    const live = await serve(await everyday());
    const { headers } = await ask(live, '/');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|https?:/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each([
    '/nothing',
    '/runs/none.html',
    '/flows/none.html',
    '/all-runs/2.html',
    '/..%2fetc',
    '/do/run',
    `/runs/${openId}.log?attempt=9`,
  ])('knows no page %s', async (path) => {
    const live = await serve(await everyday());
    expect((await ask(live, path)).status).toBe(404);
  });

  it.each([
    '',
    '/',
    '//',
    '/index.html',
    '/headgate.css',
    '/do/run',
    `/runs/${openId}.log?attempt=1`,
    '/x/..',
  ])('shows nothing to another user of the machine, who knows the port and not the key: %j', async (path) => {
    const live = await serve(await everyday());
    const { origin, pathname } = new URL(live.address);
    for (const address of [origin, `${origin}${pathname}x`, `${origin}/${'A'.repeat(pathname.length - 1)}`])
      for (const method of ['GET', 'HEAD', 'POST']) {
        const headers = { origin, 'content-type': 'application/x-www-form-urlencoded' };
        const { status, text } = await ask({ ...live, address }, path, { method, headers });
        expect([path, method, status]).toEqual([path, method, 403]);
        expect(text).not.toContain('token');
      }
  });

  it('leads to the page where the last slash of its address was left out', async () => {
    const live = await serve(await everyday());
    const { pathname } = new URL(live.address);
    expect(await ask(live, '')).toMatchObject({ status: 308, headers: { location: `${pathname}/` } });
    expect((await ask(live, '//')).status).toBe(404);
  });

  it('answers to its own address on port 80 too, of which the port is no part', () => {
    for (const host of ['127.0.0.1', 'localhost', '127.0.0.1:80']) {
      expect([host, refusalOf({ method: 'GET', headers: { host } }, 80)]).toEqual([host, undefined]);
      expect(refusalOf({ method: 'GET', headers: { host: '127.0.0.1' } }, 4280)?.status).toBe(421);
    }
    const form = { origin: 'http://127.0.0.1', 'content-type': 'application/x-www-form-urlencoded' };
    const headers = { host: '127.0.0.1', ...form };
    expect(refusalOf({ method: 'POST', headers }, 80)).toBeUndefined();
  });

  it.each(['evil.example', '127.0.0.1', 'localhost:1', '127.0.0.1.evil.example:80'])(
    'answers nothing under the name %j, which DNS rebinding would use',
    async (host) => {
      const live = await serve(await everyday());
      const { status, text } = await ask(live, '/', { headers: { host } });
      expect([400, 421]).toContain(status);
      expect(text).not.toContain('token');
    },
  );

  it.each(['PUT', 'DELETE', 'OPTIONS', 'PATCH'])('knows no method %s', async (method) => {
    const live = await serve(await everyday());
    const { status, headers } = await ask(live, '/', { method });
    expect([status, headers['allow']]).toEqual([405, 'GET, HEAD, POST']);
  });

  it('answers HEAD as GET, without the page', async () => {
    const live = await serve(await everyday());
    expect(await ask(live, '/', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
  });

  it('refuses a port that is taken', async () => {
    const stage = await everyday();
    const { port } = new URL((await serve(stage)).address);
    const second = serveLive({
      site: stage.site,
      port: Number(port),
      known: stage.known,
      onDeed: async () => undefined,
    });
    await expect(second).rejects.toMatchObject({ problem: { code: 'E_PORT' } });
  });
});

describe('logs', () => {
  it('follow: only lines after the last known ones come, without events, redacted', async () => {
    const stage = await everyday();
    const printed = { lines: ['one', `two ${secret}`], isEnded: false };
    stage.logs.set('open', printed);
    const live = await serve(stage);
    const path = `/runs/${openId}.log?attempt=1`;
    const first = JSON.parse((await ask(live, `${path}&after=0`)).text);
    expect(first).toEqual({ lines: ['one', 'two ***'], next: 2, isComplete: false });
    printed.lines.push('three', '{"headgate":1,"event":"flow-ended","outcome":"succeeded"}');
    printed.isEnded = true;
    const second = JSON.parse((await ask(live, `${path}&after=2`)).text);
    expect(second).toEqual({ lines: ['three'], next: 3, isComplete: true });
  });

  it('keep the newest lines of a long log, and count the others', async () => {
    const stage = await everyday();
    const lines = Array.from({ length: 5_000 }, (_, index) => `line ${index}`);
    stage.logs.set('open', { lines, isEnded: true });
    const live = await serve(stage);
    const { text } = await ask(live, `/runs/${openId}.html`);
    expect(text).toContain('<span>line 4999</span>');
    expect(text).toContain('4000 earlier lines');
    expect(text).not.toContain('<span>line 3999</span>');
  });

  it('are read once for all who look at the same time', async () => {
    const stage = await everyday();
    stage.logs.set('open', { lines: ['one'], isEnded: true });
    const live = await serve(stage);
    const path = `/runs/${openId}.log?attempt=1&after=0`;
    const answers = await Promise.all([1, 2, 3].map(() => ask(live, path)));
    for (const { text } of answers) expect(JSON.parse(text).lines).toEqual(['one']);
    expect(stage.reads).toBe(1);
  });

  it('show tasks and hostile lines as text', async () => {
    const stage = await everyday();
    stage.logs.set('a2', { lines: [...taskLines(), ...hostileLines], isEnded: true });
    const live = await serve(stage);
    const { text } = await ask(live, `/runs/${failedId}.html`);
    expect(text).toContain('<rect');
    expect(text).toContain('<span>&lt;script&gt;window.pwned = true&lt;/script&gt;</span>');
    expect(text).not.toMatch(/<script>|<img|id="stolen"/);
    for (const unwanted of [secret, '\u001b', '\u202e']) expect(text).not.toContain(unwanted);
  });
});

describe('buttons', () => {
  it('request a run with parameters, and lead to its page, which says so', async () => {
    const stage = await everyday();
    const live = await serve(stage);
    const fields = { subject: asked, parameters: '{"region":"eu"}' };
    const { status, headers } = await press(live, '/do/run', { fields });
    expect([status, deeds]).toEqual([303, 1]);
    const { text } = await follow(live, headers);
    expect(text).toContain('run requested');
    const created = [...stage.known().snapshot.state.runs.values()].find(
      ({ flow, id }) => flow === asked && id !== lostId,
    );
    expect(created).toMatchObject({
      parameters: { region: 'eu', rows: 10 },
      cause: { kind: 'manual', by: 'ada' },
    });
  });

  it('make a run each time that they are pressed', async () => {
    const stage = await everyday();
    const live = await serve(stage);
    await press(live, '/do/run', { fields: { subject: hourly } });
    await press(live, '/do/run', { fields: { subject: hourly } });
    const manual = [...stage.known().snapshot.state.runs.keys()].filter((id) =>
      id.startsWith(`${hourly}-m-`),
    );
    expect(manual).toHaveLength(2);
  });

  it('wait for each other when many are pressed at once', async () => {
    const stage = await everyday();
    const { state } = stage.site.world;
    let [now, most] = [0, 0];
    const world = {
      ...stage.site.world,
      state: {
        ...state,
        load: async (...asked: Parameters<typeof state.load>) => {
          now += 1;
          most = Math.max(most, now);
          return state.load(...asked).finally(() => {
            now -= 1;
          });
        },
      },
    };
    const live = await serve({ ...stage, site: { ...stage.site, world } });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => press(live, '/do/run', { fields: { subject: hourly } })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 303));
    const { snapshot } = stage.known();
    expect([...snapshot.state.runs.keys()].filter((id) => id.startsWith(`${hourly}-m-`))).toHaveLength(20);
    expect(most).toBe(1);
  });

  it('are tried again where other processes write as often, until it is their turn', async () => {
    const stage = await everyday();
    const { state } = stage.site.world;
    let refusals = 20;
    const world = {
      ...stage.site.world,
      state: {
        ...state,
        commit: async (...asked: Parameters<typeof state.commit>) => {
          refusals -= 1;
          return refusals >= 0 ? ({ kind: 'lost' } as const) : state.commit(...asked);
        },
      },
    };
    const live = await serve({ ...stage, site: { ...stage.site, world } });
    await press(live, '/do/pause', { fields: { subject: hourly } });
    expect(stage.known().snapshot.state.pauses.has(hourly)).toBe(true);
  });

  it('cancel, retry, pause and resume', async () => {
    const stage = await everyday();
    const live = await serve(stage);
    await press(live, '/do/cancel', { fields: { subject: openId } });
    await press(live, '/do/retry', { fields: { subject: failedId } });
    await press(live, '/do/pause', { fields: { subject: hourly } });
    const { state } = stage.known().snapshot;
    expect(state.runs.get(openId)?.cancel).toMatchObject({ cause: 'cancelled', by: 'ada' });
    expect(state.runs.get(failedId)?.phase.state).toBe('queued');
    expect(state.pauses.has(hourly)).toBe(true);
    await press(live, '/do/resume', { fields: { subject: hourly } });
    expect(stage.known().snapshot.state.pauses.size).toBe(0);
  });

  it('resolve a run, and backfill a flow', async () => {
    const stage = await everyday();
    const live = await serve(stage);
    await press(live, '/do/resolve', { fields: { subject: lostId, as: 'failed' } });
    expect(stage.known().snapshot.state.runs.get(lostId)?.phase.state).toBe('failed');
    const range = { from: '2026-11-20T00:00', to: '2026-11-21T12:00' };
    const { headers } = await press(live, '/do/backfill', { fields: { subject: nightly, ...range } });
    expect((await follow(live, headers)).text).toContain('the backfill of 2 slots is requested');
  });

  it.each([
    ['resolve', { subject: lostId, as: 'whatever' }, 'is not how a run ends'],
    ['resolve', { subject: openId, as: 'failed' }, 'not unknown'],
    ['backfill', { subject: hourly, from: 'x', to: '2026-11-20T01:00' }, 'is not a date and a time'],
    ['backfill', { subject: nightly, from: '2020-01-01T00:00', to: '2026-11-20T01:00' }, 'slots'],
    [
      'backfill',
      { subject: asked, from: '2026-11-20T00:00', to: '2026-11-20T01:00' },
      'no slot in this range',
    ],
  ])('of %s with %j change nothing and say why', async (deed, fields, words) => {
    const stage = await everyday();
    const live = await serve(stage);
    const before = stage.known().snapshot.version;
    const { headers } = await press(live, `/do/${deed}`, { fields });
    const { text } = await follow(live, headers);
    expect(/class="notice bad"[^\n]*/.exec(text)?.[0]).toMatch(new RegExp(words));
    await stage.refresh();
    expect(stage.known().snapshot.version).toBe(before);
  });

  it.each([
    ['/do/run', asked, '{"region":"mars"}', 'mars'],
    ['/do/run', asked, '{"region":', 'not JSON'],
    ['/do/run', 'Not A Flow', '', 'is not the name of a flow'],
    ['/do/run', 'other', '', 'is not deployed'],
    ['/do/cancel', '../x', '', 'is not the id of a run'],
  ])('of %s %s with %s change nothing and say why', async (path, subject, parameters, words) => {
    const stage = await everyday();
    const live = await serve(stage);
    const before = stage.known().snapshot.version;
    const { status, headers } = await press(live, path, { fields: { subject, parameters } });
    expect(status).toBe(303);
    expect(String(headers['location'])).toMatch(/^\/[\w-]{32}\/[a-z]/);
    expect((await follow(live, headers)).text).toMatch(/class="notice bad"/);
    expect((await follow(live, headers)).text).toContain(words);
    await stage.refresh();
    expect(stage.known().snapshot.version).toBe(before);
  });

  it.each([
    ['without a token', { fields: { token: '' } }, 403],
    ['with a token of another process', { fields: { token: 'A'.repeat(32) } }, 403],
    ['from the page of a stranger', { headers: { origin: 'http://evil.example' } }, 403],
    ['from a page without an origin', { headers: { origin: 'null' } }, 403],
    ['from another port of this machine', { headers: { origin: 'http://127.0.0.1:1' } }, 403],
    ['from another site by what the browser says', { headers: { 'sec-fetch-site': 'cross-site' } }, 403],
    ['as JSON', { headers: { 'content-type': 'application/json' } }, 415],
    ['as plain text', { headers: { 'content-type': 'text/plain' } }, 415],
    ['with far too much', { fields: { parameters: 'x'.repeat(40_000) } }, 413],
  ] as const)('pressed %s do nothing', async (_, how, expected) => {
    const stage = await everyday();
    const live = await serve(stage);
    const fields = { subject: openId, ...('fields' in how ? how.fields : {}) };
    const headers = 'headers' in how ? how.headers : {};
    expect((await press(live, '/do/cancel', { fields, headers })).status).toBe(expected);
    await stage.refresh();
    expect([deeds, stage.known().snapshot.state.runs.get(openId)?.cancel]).toEqual([0, undefined]);
  });

  it('of an unknown name are not there', async () => {
    const live = await serve(await stageOf({ registry: flows, state: emptyState(noon) }));
    expect((await press(live, '/do/destroy')).status).toBe(404);
    expect((await press(live, '/')).status).toBe(404);
  });
});
