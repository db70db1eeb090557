import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { MapError, recordEvents } from 'headgate';
import apiCalls from './index.ts';

let server: Server | undefined;

type Calls = { readonly url: string; readonly paths: string[]; most: number };

/** Counts how many calls are under way at once; every answer waits until the next turns of the loop have passed. */
async function serve(statusOf: (path: string, nth: number) => number): Promise<Calls> {
  const calls: Calls = { url: '', paths: [], most: 0 };
  let underWay = 0;
  server = createServer((request, response) => {
    underWay += 1;
    calls.most = Math.max(calls.most, underWay);
    const path = request.url ?? '';
    calls.paths.push(path);
    const status = statusOf(path, calls.paths.filter((item) => item === path).length);
    setTimeout(() => {
      underWay -= 1;
      response.writeHead(status).end(`{"path":"${path}"}`);
    }, 5);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return Object.assign(calls, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/items` });
}

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
});

describe('api-calls', () => {
  it('makes fifty calls, three at a time', async () => {
    const calls = await serve(() => 200);
    const { result, events } = await recordEvents(() => apiCalls({ url: `${calls.url}/`, calls: 50 }));
    expect(result.calls).toBe(50);
    expect(new Set(calls.paths).size).toBe(50);
    expect(calls.paths).toHaveLength(50);
    expect(calls.most).toBe(3);
    expect(events.at(-2)).toMatchObject({ event: 'artifact', artifact: { name: 'Slowest answers' } });
  });

  it('tries again what answers 429 or 503', async () => {
    const calls = await serve((path, nth) =>
      nth > 1 ? 200 : ({ '/items/2': 429, '/items/4': 503 }[path] ?? 200),
    );
    const { result } = await recordEvents(() => apiCalls({ url: calls.url, calls: 5 }));
    expect(result.calls).toBe(5);
    expect([...calls.paths].sort()).toEqual(['1', '2', '2', '3', '4', '4', '5'].map((id) => `/items/${id}`));
  });

  it('does not try again what is missing, finishes the others, and says which', async () => {
    const calls = await serve((path) => (path.endsWith('/2') ? 404 : 200));
    const { result } = await recordEvents(() =>
      apiCalls({ url: calls.url, calls: 4 }).catch((error: unknown) => error),
    );
    expect(result).toBeInstanceOf(MapError);
    expect((result as MapError).message).toContain('1 of 4 items of task "call-api" failed: item 1: ');
    expect((result as MapError).message).toContain('/items/2 answered with status 404.');
    expect(calls.paths).toHaveLength(4);
  });
});
