import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { awsAnswerViolations, awsViolations, readTarget } from '../contract/aws-requests.ts';
import { EcsFault, type EcsModel, ecsModel, type Life, type ModelOptions, type Wire } from './ecs-model.ts';

export type RecordedCall = {
  readonly operation: string;
  readonly input: Record<string, unknown>;
  /** The kind of the fault that it met, or the error that it was answered with, or `answered`. */
  readonly outcome: string;
};

export type Fault = {
  readonly operation: string;
  /**
   * `lost`: carried out, but the connection breaks before the answer; `garbled`: carried out, and the answer is cut off;
   * `html`: a proxy's page with status 200 in front of what was carried out; all others are not carried out.
   */
  readonly kind:
    | 'lost'
    | 'garbled'
    | 'html'
    | 'refused'
    | 'throttle'
    | 'server-error'
    | 'denied'
    | 'failure'
    | 'answer';
  /** Text of a failure, or the permission that is missing. */
  readonly reason?: string;
  /** For `answer`: instead of the real one. */
  readonly reply?: { readonly status: number; readonly body: Wire };
  /** How many requests it hits; 1 if left out. */
  readonly times?: number;
};

/** ECS and CloudWatch Logs on 127.0.0.1. Every request and answer is held against AWS's own models. */
export type EcsLoopback = {
  readonly url: string;
  readonly model: EcsModel;
  readonly calls: readonly RecordedCall[];
  readonly violations: readonly string[];
  now(): number;
  /** Moves the clock of the model. */
  advance(ms: number): void;
  fail(fault: Fault): void;
  script(family: string, lives: readonly Life[]): void;
  close(): Promise<void>;
};

export type EcsLoopbackOptions = Omit<ModelOptions, 'now'> & {
  /** Standing still but for `advance`; else the time of day. */
  readonly startsAtMs?: number;
  /** From a request to its answer. */
  readonly latencyMs?: number;
};

export async function startEcs(options: EcsLoopbackOptions): Promise<EcsLoopback> {
  let aheadMs = 0;
  const now = () => (options.startsAtMs ?? Date.now()) + aheadMs;
  const model = ecsModel({ ...options, now });
  const calls: RecordedCall[] = [];
  const violations: string[] = [];
  const faults: { fault: Fault; left: number }[] = [];
  const server = createServer((request, response) => {
    void serve(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const loopback: EcsLoopback = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    model,
    calls,
    violations,
    now,
    advance: (ms) => {
      aheadMs += ms;
    },
    fail: (fault) => {
      faults.push({ fault, left: fault.times ?? 1 });
    },
    script: (family, lives) => model.script(family, lives),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return loopback;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // The SDK compares this with its own clock, and retries once whatever it takes for a skew. A process whose clock moves
    // with `advance` must see that; one that only hands in another clock keeps the time of day.
    if (options.startsAtMs === undefined) response.setHeader('date', new Date(now()).toUTCString());
    const text = await bodyOf(request);
    // Other services do not speak JSON; they get no answer that means anything here.
    const input = JSON.parse(text.startsWith('{') ? text : '{}') as Record<string, unknown>;
    const control = /^\/control\/([a-z]+)$/.exec(request.url ?? '')?.[1];
    if (control !== undefined) return send(response, 200, controlled(loopback, control, input));
    if (options.latencyMs !== undefined)
      await new Promise((resolve) => setTimeout(resolve, options.latencyMs));
    const target = readTarget(String(request.headers['x-amz-target'] ?? ''));
    if (target === undefined) return send(response, 400, { __type: 'UnknownOperationException' });
    violations.push(...awsViolations({ ...target, input }));
    const fault = takeFault(target.operation);
    const answer = fault === undefined ? undefined : insteadOf(target.operation, fault);
    const { status, body } = answer ?? carryOut(model, target.operation, input);
    const outcome = fault?.kind ?? (status === 200 ? 'answered' : String(body['__type']));
    calls.push({ operation: target.operation, input, outcome });
    if (answer === undefined && status === 200)
      violations.push(...awsAnswerViolations({ ...target, input: body }));
    if (fault?.kind === 'lost' || fault?.kind === 'refused') request.socket.destroy();
    else if (fault?.kind === 'garbled') response.end(JSON.stringify(body).slice(0, -5));
    else if (fault?.kind === 'html') response.end('<html><body>Your proxy says hello</body></html>');
    else send(response, status, body);
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

type Answer = { readonly status: number; readonly body: Wire };

function carryOut(model: EcsModel, operation: string, input: Wire): Answer {
  try {
    return { status: 200, body: model.call(operation, input) };
  } catch (error) {
    if (!(error instanceof EcsFault)) throw error;
    return { status: error.status, body: { __type: error.type, message: error.message, ...error.more } };
  }
}

/** What a request gets that is not carried out; undefined: it is carried out. */
function insteadOf(operation: string, fault: Fault): Answer | undefined {
  const error = (status: number, type: string, message: string): Answer => ({
    status,
    body: { __type: type, message },
  });
  switch (fault.kind) {
    case 'throttle':
      return error(400, 'ThrottlingException', 'Rate exceeded');
    case 'server-error':
      return error(500, 'ServerException', 'Service Unavailable');
    case 'denied': {
      const permission = fault.reason ?? `ecs:${operation}`;
      const user = 'arn:aws:sts::123456789012:assumed-role/headgate/job';
      return error(
        400,
        'AccessDeniedException',
        `User: ${user} is not authorized to perform: ${permission} on resource: *`,
      );
    }
    case 'failure': {
      const reason = fault.reason ?? 'Capacity is unavailable at this time';
      return { status: 200, body: { tasks: [], failures: [{ reason }] } };
    }
    case 'answer':
      return fault.reply;
    case 'refused':
      return { status: 0, body: {} };
    default:
      return undefined;
  }
}

/** For tests in another process: the same as the methods, over HTTP. */
function controlled(loopback: EcsLoopback, name: string, input: Record<string, unknown>): Wire {
  switch (name) {
    case 'advance':
      loopback.advance(Number(input['ms']));
      return { now: loopback.now() };
    case 'script':
      loopback.script(String(input['family']), input['lives'] as readonly Life[]);
      return {};
    case 'fail':
      loopback.fail(input as Fault);
      return {};
    case 'decline':
      loopback.model.capacityFailures.push(...(input['reasons'] as readonly string[]));
      return {};
    case 'calls':
      return { calls: loopback.calls, violations: loopback.violations };
    case 'tasks':
      return { tasks: loopback.model.tasks() };
    case 'definitions':
      return { definitions: loopback.model.definitions() };
    default:
      throw new Error(`There is no control called ${name}`);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, body: Wire): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
  response.end(JSON.stringify(body));
}
