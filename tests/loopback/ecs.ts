import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { awsViolations, readTarget } from '../contract/aws-requests.ts';
import { EcsFault, EcsModel, type Fault, type Life } from './ecs-model.ts';

export type RecordedCall = {
  readonly operation: string;
  readonly input: Record<string, unknown>;
  readonly outcome: string;
};

/** ECS and CloudWatch Logs on 127.0.0.1. Every request is held against AWS's own models. */
export type EcsLoopback = {
  readonly url: string;
  readonly model: EcsModel;
  readonly calls: readonly RecordedCall[];
  readonly violations: readonly string[];
  /** Moves the clock of the model. */
  advance(ms: number): void;
  fail(fault: Fault): void;
  script(family: string, lives: readonly Life[]): void;
  close(): Promise<void>;
};

export type EcsLoopbackOptions = {
  readonly cluster: string;
  readonly eventLogGroup?: string;
  readonly visibleAfterMs?: number;
};

export async function startEcs(options: EcsLoopbackOptions): Promise<EcsLoopback> {
  let aheadMs = 0;
  const model = new EcsModel({ ...options, now: () => Date.now() + aheadMs });
  const calls: RecordedCall[] = [];
  const violations: string[] = [];
  const faults: { fault: Fault; left: number }[] = [];
  const server = createServer((request, response) => {
    void serve(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    model,
    calls,
    violations,
    advance: (ms) => {
      aheadMs += ms;
    },
    fail: (fault) => faults.push({ fault, left: fault.times ?? 1 }),
    script: (family, lives) => model.script(family, lives),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = readTarget(String(request.headers['x-amz-target'] ?? ''));
    const input = JSON.parse((await bodyOf(request)) || '{}') as Record<string, unknown>;
    if (target === undefined) return answer(response, 400, { __type: 'UnknownOperationException' });
    const { operation } = target;
    violations.push(...awsViolations({ ...target, input }));
    const fault = takeFault(operation);
    const outcome = fault?.kind ?? 'answered';
    calls.push({ operation, input, outcome });
    if (fault?.kind === 'throttle')
      return answer(response, 400, { __type: 'ThrottlingException', message: 'Rate exceeded' });
    if (fault?.kind === 'server-error')
      return answer(response, 500, { __type: 'ServerException', message: 'Service Unavailable' });
    if (fault?.kind === 'denied')
      return answer(response, 400, {
        __type: 'AccessDeniedException',
        message: `not authorized to perform ecs:${operation}`,
      });
    if (fault?.kind === 'failure')
      return answer(response, 200, {
        tasks: [],
        failures: [{ reason: fault.reason ?? 'Capacity is unavailable at this time' }],
      });
    try {
      const body = model.call(operation, input);
      if (fault?.kind === 'lost') request.socket.destroy();
      else answer(response, 200, body);
    } catch (error) {
      if (!(error instanceof EcsFault)) throw error;
      answer(response, error.status, { __type: error.type, message: error.message, ...error.more });
    }
  }

  function takeFault(operation: string): Fault | undefined {
    const index = faults.findIndex(({ fault }) => fault.operation === operation);
    const found = faults[index];
    if (found === undefined) return undefined;
    found.left -= 1;
    if (found.left <= 0) faults.splice(index, 1);
    return found.fault;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function answer(response: ServerResponse, status: number, body: Record<string, unknown>): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
  response.end(JSON.stringify(body));
}
