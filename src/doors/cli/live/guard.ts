import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Why a request is not answered. */
export type Refusal = {
  readonly status: 400 | 403 | 405 | 413 | 415 | 421;
  readonly text: string;
  readonly allow?: string;
};

type Asked = Pick<IncomingMessage, 'method' | 'headers'>;

/**
 * A page of a stranger can send requests to this machine, and with DNS rebinding even read the answers under a name of
 * its own. So only the names of the loopback are answered.
 */
export function refusalOf({ method = '', headers }: Asked, port: number): Refusal | undefined {
  // The usual port of http is no part of an address.
  const names = ['127.0.0.1', 'localhost'];
  const hosts = [...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])];
  if (!hosts.includes(headers.host ?? ''))
    return { status: 421, text: `This page is served as http://${hosts[0]} only.` };
  if (method === 'GET' || method === 'HEAD') return undefined;
  if (method !== 'POST')
    return { status: 405, text: 'Only GET, HEAD and POST are known here.', allow: 'GET, HEAD, POST' };
  return postRefusal(headers, hosts);
}

/** Browsers say with every POST where it comes from; what does not say so is not the page. */
function postRefusal(headers: Asked['headers'], hosts: readonly string[]): Refusal | undefined {
  const site = headers['sec-fetch-site'];
  const isOwn =
    hosts.some((host) => headers.origin === `http://${host}`) &&
    headers.origin === `http://${headers.host}` &&
    (site === undefined || site === 'same-origin');
  if (!isOwn) return { status: 403, text: 'Buttons work from the page of headgate up alone.' };
  const [type] = (headers['content-type'] ?? '').split(';');
  if (type?.trim().toLowerCase() === 'application/x-www-form-urlencoded') return undefined;
  return { status: 415, text: 'Send a form.' };
}

/** Written into the page's own forms: what a stranger's page cannot read, it cannot send. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

export function isToken(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The body of a form. */
export async function readForm(
  request: IncomingMessage,
  limitBytes: number,
): Promise<URLSearchParams | Refusal> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limitBytes) return { status: 413, text: `A form holds at most ${limitBytes} bytes here.` };
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
