import { type Event, encodeEvent, parseEvents } from '../../src/core/event.ts';
import type { FlowName, Policy } from '../../src/core/flow.ts';
import { type Instant, parseIso } from '../../src/core/instant.ts';
import type { Attempt, Run, RunId } from '../../src/core/run.ts';
import { createOutgoing } from '../../src/report/outgoing.ts';
import { createRedactor } from '../../src/report/redact.ts';
import type { RunReport } from '../../src/report/run-report.ts';

export const outgoing = createOutgoing(createRedactor(['registered-secret']));

export function at(text: string): Instant {
  const instant = parseIso(text);
  if (instant === undefined) throw new Error(`not an instant: ${text}`);
  return instant;
}

export const links = {
  serverUrl: 'https://github.com',
  repository: 'acme/flows',
  workflow: 'headgate-run.yml',
};
export const commit = '0123456789abcdef0123456789abcdef01234567';
export const flow = 'daily-report' as FlowName;

export const policy: Policy = {
  schedules: [{ kind: 'cron', cron: '5 21 * * 1-5', timezone: 'America/New_York', parameters: {} }],
  catchUp: { policy: 'latest', windowSeconds: 86_400, max: 100 },
  overlap: 'skip',
  parameters: {},
  retries: { limit: 2, delaySeconds: 60, backoff: 'exponential', maxDelaySeconds: 900, jitter: 0.1 },
  infraRetries: 3,
  timeout: { startSeconds: 900, runSeconds: 7_200 },
  onUnknown: 'hold',
  spot: false,
};

export function taskArn(digit: string): string {
  return `arn:aws:ecs:us-east-1:123456789012:task/headgate-acme/${digit.repeat(32)}`;
}

export function attempt(number: number, facts: Partial<Attempt> = {}): Attempt {
  return {
    number,
    launchTry: 1,
    intendedAt: at('2026-11-24T02:05:10Z'),
    handle: taskArn(String(number)),
    startedAt: at('2026-11-24T02:06:00Z'),
    ...facts,
  };
}

export function run(facts: Partial<Run> = {}): Run {
  return {
    id: 'daily-report-20261124-0205' as RunId,
    flow,
    cause: { kind: 'slot', slot: at('2026-11-24T02:05:00Z') },
    parameters: { region: 'us' },
    createdAt: at('2026-11-24T02:05:10Z'),
    commit,
    revision: 'arn:aws:ecs:us-east-1:123456789012:task-definition/headgate-acme-daily-report:12',
    phase: { state: 'succeeded', endedAt: at('2026-11-24T02:09:12Z') },
    attempts: [attempt(1, { ending: { class: 'exit-zero', at: at('2026-11-24T02:09:12Z'), exitCode: 0 } })],
    granted: 0,
    ...facts,
  };
}

export function report(facts: Partial<RunReport> = {}): RunReport {
  return {
    run: run(),
    now: at('2026-11-24T02:10:00Z'),
    deployment: {
      family: 'headgate-acme-daily-report',
      image: `123456789012.dkr.ecr.us-east-1.amazonaws.com/acme@sha256:${'ab'.repeat(32)}`,
      policy,
      resources: { cpu: 1024, memoryMiB: 2048, architecture: 'arm64' },
    },
    links,
    logTail: [],
    ...facts,
  };
}

export function eventsOf(...events: readonly Event[]) {
  return parseEvents(events.flatMap((event, index) => encodeEvent(event, index)));
}

const start = at('2026-11-24T02:06:02Z');
const later = (seconds: number) => (start + seconds * 1_000) as Instant;
const stack = `Error: relation "sales" does not exist
    at query (/flow/node_modules/pg/lib/client.js:526:17)
    at async load (/flow/flows/daily-report/load.ts:41:11)
    at async main (/flow/flows/daily-report/index.ts:12:5)`;

/** A run whose second attempt failed in a task, with everything that a report can show. */
export function failedReport(): RunReport {
  const error = { name: 'Error', message: 'relation "sales" does not exist', stack };
  return report({
    run: run({
      phase: { state: 'failed', endedAt: at('2026-11-24T02:14:22Z') },
      attempts: [
        attempt(1, {
          ending: {
            class: 'spot',
            at: at('2026-11-24T02:07:00Z'),
            detail: 'Your Spot Task was interrupted.',
          },
        }),
        attempt(2, {
          intendedAt: at('2026-11-24T02:10:00Z'),
          startedAt: at('2026-11-24T02:11:10Z'),
          launchTry: 2,
          ending: { class: 'exit-code', at: at('2026-11-24T02:14:22Z'), exitCode: 1 },
        }),
      ],
    }),
    logPlace:
      'https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#logsV2:log-groups/log-group/$252Fheadgate$252Facme/log-events/daily-report$252Fmain$252Fabc',
    logTail: [
      { text: 'connected as registered-secret' },
      { text: 'asking @org/team about #1, ```' },
      { text: '\u001b[31mError: relation "sales" does not exist\u001b[0m' },
      ...stack
        .split('\n')
        .slice(1)
        .map((text) => ({ text })),
    ],
    events: eventsOf(
      { event: 'flow-started', at: start },
      { event: 'task-started', at: start, task: 1, name: 'extract' },
      {
        event: 'task-ended',
        at: later(62),
        task: 1,
        name: 'extract',
        outcome: 'succeeded',
        attempt: 1,
        durationMs: 62_000,
      },
      { event: 'task-started', at: later(62), task: 2, name: 'load' },
      { event: 'task-started', at: later(70), task: 3, name: 'copy', key: 'sales', parent: 2 },
      {
        event: 'task-ended',
        at: later(180),
        task: 3,
        name: 'copy',
        key: 'sales',
        parent: 2,
        outcome: 'failed',
        attempt: 3,
        durationMs: 110_000,
        error,
      },
      {
        event: 'task-ended',
        at: later(181),
        task: 2,
        name: 'load',
        outcome: 'failed',
        attempt: 1,
        durationMs: 119_000,
        error,
      },
      {
        event: 'artifact',
        artifact: {
          kind: 'table',
          name: 'Rows',
          columns: ['table', 'rows'],
          rows: [
            ['sales|x', 1200],
            ['@org', null],
          ],
        },
      },
      {
        event: 'artifact',
        artifact: {
          kind: 'markdown',
          name: 'Notes',
          text: '# Title\n\n| a | b |\n|---|---|\n| 1 | <b>2</b> |\n\n- one\n- two @org\n\n```js\nlet x = "```";\n```\n\n![x](http://evil/x.png) and [y](http://evil)',
        },
      },
      {
        event: 'artifact',
        artifact: { kind: 'link', name: 'Dashboard', url: 'https://bi.example/d/1', text: 'the dashboard' },
      },
      {
        event: 'artifact',
        artifact: {
          kind: 'image',
          name: 'Chart',
          alt: 'Sales',
          source: { kind: 'data', mediaType: 'image/png', base64: 'AAAA' },
        },
      },
      { event: 'progress', name: 'files', done: 3, total: 10 },
      { event: 'flow-ended', at: later(181), outcome: 'failed', error },
    ),
  });
}
