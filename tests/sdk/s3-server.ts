import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type S3Server = {
  readonly endpoint: string;
  readonly objects: Map<string, Buffer>;
  /** `GET bucket/key`, in the order of arrival. */
  readonly requests: string[];
  /** The status that the next requests get instead of an answer. */
  readonly faults: number[];
  close(): Promise<void>;
};

/**
 * The part of S3 that checkpoints need: GetObject and PutObject with `If-None-Match: *`, which "uploads the object only
 * if the object key name does not already exist in the bucket specified. Otherwise, Amazon S3 returns a 412 Precondition
 * Failed error" (PutObject in the S3 API reference).
 */
export async function s3Server(): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const requests: string[] = [];
  const faults: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const key = decodeURIComponent((request.url ?? '').split('?')[0] ?? '').slice(1);
      requests.push(`${request.method} ${key}`);
      const fault = faults.shift();
      if (fault !== undefined) return fail(response, fault, 'Fault');
      return answer(request, response, { key, body: bodyOf(request, Buffer.concat(chunks)), objects });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    requests,
    faults,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Asked = { readonly key: string; readonly body: Buffer; readonly objects: Map<string, Buffer> };

function answer(request: IncomingMessage, response: ServerResponse, { key, body, objects }: Asked): void {
  const object = objects.get(key);
  if (request.method === 'GET') {
    if (object === undefined) fail(response, 404, 'NoSuchKey');
    else response.writeHead(200, { 'content-length': object.length }).end(object);
  } else if (request.headers['if-none-match'] === '*' && object !== undefined) {
    fail(response, 412, 'PreconditionFailed');
  } else {
    objects.set(key, body);
    response.writeHead(200, { etag: '"0"' }).end();
  }
}

/** The SDK may send a body as chunks with a checksum after them: `<hex length>\r\n<data>\r\n … 0\r\n<trailer>`. */
function bodyOf(request: IncomingMessage, body: Buffer): Buffer {
  if (!String(request.headers['content-encoding']).includes('aws-chunked')) return body;
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const line = body.indexOf('\r\n', at);
    const length = Number.parseInt(body.toString('latin1', at, line), 16);
    if (!(length > 0)) return Buffer.concat(parts);
    parts.push(body.subarray(line + 2, line + 2 + length));
    at = line + 2 + length + 2;
  }
}

function fail(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}
