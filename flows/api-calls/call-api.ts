import { doNotRetry, signal, task } from 'headgate';

export type Answer = { readonly address: string; readonly bytes: number; readonly milliseconds: number };

class StatusError extends Error {
  override readonly name = 'StatusError';
  readonly status: number;
  constructor(address: string, status: number) {
    super(`${address} answered with status ${status}.`);
    this.status = status;
  }
}

/** Too many requests, and what the server itself could not do, may go well a moment later. */
function isPassing(status: number): boolean {
  return status === 429 || status >= 500;
}

export const callApi = task(
  'call-api',
  async (address: string): Promise<Answer> => {
    const from = performance.now();
    const response = await fetch(address, { signal: signal() });
    const body = await response.arrayBuffer();
    if (!response.ok) {
      const error = new StatusError(address, response.status);
      throw isPassing(response.status) ? error : doNotRetry(error);
    }
    return { address, bytes: body.byteLength, milliseconds: Math.round(performance.now() - from) };
  },
  // Connections that break are tried again as well: everything is, except what is marked above.
  { retries: 5, delay: '200ms', maxDelay: '10s', jitter: 0.5, timeout: '30s' },
);
