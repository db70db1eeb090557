import {
  createServer,
  request as forwardRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export type Kill = {
  /** Counts the requests to all servers behind the gate, from 1. */
  readonly at: number;
  /** `before` the server sees the request, or `after` it has carried it out and answered. */
  readonly when: 'before' | 'after';
  readonly kill: () => void;
};

/** Stands between a program and the servers it talks to, and can end the program at any of its requests. */
export type Gate = {
  /** An address that forwards to `target`. */
  open(target: string): Promise<string>;
  arm(kill: Kill | undefined): void;
  readonly count: number;
  close(): Promise<void>;
};

export function createGate(): Gate {
  const servers: ReturnType<typeof createServer>[] = [];
  let armed: Kill | undefined;
  let count = 0;
  return {
    async open(target) {
      const server = createServer((request, response) => {
        void pass(target, request, response);
      });
      servers.push(server);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    arm(kill) {
      armed = kill;
      count = 0;
    },
    get count() {
      return count;
    },
    async close() {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };

  async function pass(target: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    count += 1;
    const isHit = armed?.at === count;
    const body = await bytesOf(request);
    if (isHit && armed?.when === 'before') return end(armed, request);
    const answer = await forward(target, request, body);
    if (isHit && armed !== undefined) return end(armed, request);
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
  }
}

function end(armed: Kill, request: IncomingMessage): void {
  armed.kill();
  request.socket.destroy();
}

type Answer = {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
};

function forward(
  target: string,
  { method, url = '/', headers }: IncomingMessage,
  body: Buffer,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { host: _, ...passed } = headers;
    const outgoing = forwardRequest(
      new URL(url, target),
      { method, headers: { ...passed, 'content-length': String(body.length) } },
      (incoming) => {
        void bytesOf(incoming).then((bytes) => {
          const { 'transfer-encoding': __, ...kept } = incoming.headers;
          resolve({
            status: incoming.statusCode ?? 502,
            headers: { ...kept, 'content-length': String(bytes.length) },
            body: bytes,
          });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
