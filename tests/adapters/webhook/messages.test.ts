import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { judgeWebhook, webhookMessages } from '../../../src/adapters/webhook/messages.ts';

type Seen = { readonly url: string; readonly type: string; readonly body: string };

let server: Server;
let seen: Seen[];
let status: number;

beforeEach(async () => {
  seen = [];
  status = 200;
  server = createServer(async (request: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    seen.push({ url: request.url ?? '', type: request.headers['content-type'] ?? '', body });
    response.writeHead(status, { location: '/elsewhere' }).end('secret-of-the-server');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

function messages(path = '/services/T0/B0/hunter2') {
  const url = judgeWebhook(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
  if (url === undefined) throw new Error('no address');
  return webhookMessages(url);
}

describe('A webhook', () => {
  it('gets a message as Slack takes it, without its markup', async () => {
    expect(await messages().send('flow <!channel> & <https://evil|x>')).toEqual({ kind: 'sent' });
    expect(seen).toEqual([
      {
        url: '/services/T0/B0/hunter2',
        type: 'application/json',
        body: '{"text":"flow &lt;!channel&gt; &amp; &lt;https://evil|x&gt;"}',
      },
    ]);
  });

  it('is not followed when it leads elsewhere', async () => {
    status = 302;
    expect(await messages().send('x')).toEqual({ kind: 'failed', reason: 'the webhook answered 302' });
    expect(seen).toHaveLength(1);
  });

  it('that refuses says so without its words', async () => {
    status = 500;
    expect(await messages().send('x')).toEqual({ kind: 'failed', reason: 'the webhook answered 500' });
  });

  it('that is not there is named neither by its address nor by its secret', async () => {
    const gone = messages();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    const answer = await gone.send('x');
    expect(answer).toEqual({ kind: 'failed', reason: 'no answer from the webhook (ECONNREFUSED)' });
  });

  it.each([
    ['an address of Slack', 'https://hooks.slack.com/services/T0/B0/x', true],
    ['this machine', 'http://localhost:8080/x', true],
    ['this machine in IPv6', 'http://[::1]:8080/x', true],
    ['nothing with a user and a password', 'https://u:p@hooks.slack.com/x', false],
    ['nothing with a user', 'https://u@hooks.slack.com/x', false],
    ['nothing in the clear', 'http://hooks.slack.com/x', false],
    ['no name like this machine', 'http://127.0.0.1.evil.example/x', false],
    ['no file', 'file:///etc/passwd', false],
    ['no host alone', 'hooks.slack.com/x', false],
    ['nothing that long', `https://x/${'y'.repeat(3_000)}`, false],
  ])('may be %s', (_, text, isAllowed) => {
    expect(judgeWebhook(text) !== undefined).toBe(isAllowed);
  });
});
