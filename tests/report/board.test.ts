import { describe, expect, it } from '@jest/globals';
import type { Deployment, Registry } from '../../src/core/deployment.ts';
import type { FlowName } from '../../src/core/flow.ts';
import type { Run, RunId } from '../../src/core/run.ts';
import { emptyState, type State } from '../../src/core/state.ts';
import { renderBoard } from '../../src/report/board.ts';
import { statusText } from '../../src/report/terminal.ts';
import { tickSummary } from '../../src/report/tick-summary.ts';
import { at, attempt, commit, links, policy, run } from './examples.ts';
import { expectGolden } from './golden.ts';
import { dangersIn } from './markdown.ts';

const now = at('2026-11-24T10:00:00Z');

function deployment(flow: string, facts: Partial<Deployment> = {}): Deployment {
  return {
    flow: flow as FlowName,
    version: {
      fingerprint: 'f'.repeat(64),
      content: 'c'.repeat(64),
      parts: { manifest: '1', placement: '2', code: '3', packages: '4', image: '5' },
      revision: `arn:aws:ecs:us-east-1:123456789012:task-definition/headgate-acme-${flow}:1`,
      commit,
    },
    deployedAt: at('2026-11-20T00:00:00Z'),
    policy,
    scheduledSince: {},
    earlier: [],
    ...facts,
  };
}

function of(flow: string, id: string, facts: Partial<Run>): [RunId, Run] {
  return [id as RunId, run({ flow: flow as FlowName, id: id as RunId, ...facts })];
}

function failedOn(day: string): Partial<Run> {
  const on = (time: string) => at(`2026-11-${day}T${time}Z`);
  return {
    cause: { kind: 'slot', slot: on('02:05:00') },
    createdAt: on('02:05:10'),
    phase: { state: 'failed', endedAt: on('02:09:00') },
    attempts: [
      attempt(1, {
        startedAt: on('02:06:00'),
        ending: { class: 'exit-code', exitCode: 1, at: on('02:09:00') },
      }),
    ],
  };
}

const registry: Registry = {
  deployments: new Map(
    [
      deployment('daily-report'),
      deployment('api-calls', { policy: { ...policy, schedules: [] } }),
      deployment('load-warehouse', {
        policy: {
          ...policy,
          schedules: [
            { kind: 'interval', everySeconds: 21_600, anchor: at('2026-01-01T00:00:00Z'), parameters: {} },
          ],
        },
      }),
      deployment('mail', {
        policy: {
          ...policy,
          schedules: [],
          after: { flows: ['daily-report' as FlowName], when: 'succeeded' },
        },
      }),
      deployment('old-flow', { retiredAt: at('2026-11-23T00:00:00Z') }),
      deployment('paused-flow'),
    ].map((item) => [item.flow, item]),
  ),
};

const state: State = {
  ...emptyState(at('2026-11-24T09:55:00Z')),
  sequence: 12,
  runs: new Map([
    of('daily-report', 'daily-report-20261124-0205', { shown: { checkId: '30000000001', as: 'x' } }),
    of('daily-report', 'daily-report-20261123-0205', failedOn('23')),
    of('api-calls', 'api-calls-m-1-1', {
      cause: { kind: 'manual', by: '@octocat <b>' },
      phase: { state: 'crashed', endedAt: at('2026-11-24T03:00:00Z') },
      attempts: [attempt(1, { ending: { class: 'image-missing', at: at('2026-11-24T03:00:00Z') } })],
    }),
    of('load-warehouse', 'load-warehouse-20261124-0600', {
      cause: { kind: 'slot', slot: at('2026-11-24T06:00:00Z') },
      createdAt: at('2026-11-24T06:00:20Z'),
      phase: { state: 'running' },
      attempts: [
        attempt(1, {
          startedAt: at('2026-11-24T06:01:00Z'),
          missing: { since: at('2026-11-24T09:50:00Z'), ticks: 2 },
        }),
      ],
    }),
    of('old-flow', 'old-flow-20261122-0205', {
      ...failedOn('22'),
      phase: { state: 'unknown', endedAt: at('2026-11-22T09:00:00Z') },
    }),
    of('mail', 'mail-a-0123456789ab', {
      cause: { kind: 'upstream', run: 'daily-report-20261124-0205' as RunId },
      phase: { state: 'queued', notBefore: now },
      attempts: [],
    }),
  ]),
  pauses: new Map([
    [
      'paused-flow' as FlowName,
      { flow: 'paused-flow' as FlowName, at: at('2026-11-23T12:00:00Z'), by: '@octocat' },
    ],
  ]),
  gaps: [
    {
      flow: 'daily-report' as FlowName,
      outcome: 'skipped',
      because: 'overlap',
      from: at('2026-11-20T02:05:00Z'),
      to: at('2026-11-20T02:05:00Z'),
      count: 1,
    },
    {
      flow: 'daily-report' as FlowName,
      outcome: 'missed',
      because: 'window',
      from: at('2026-11-23T12:00:00Z'),
      to: at('2026-11-23T18:00:00Z'),
      count: 7,
    },
  ],
};

describe('the board', () => {
  it('says first what is wrong now', () => {
    const board = renderBoard({ state, registry, now, links });
    expectGolden('board.md', board);
    expect(dangersIn(board, (url) => url.startsWith('https://github.com/acme/flows/'))).toEqual([]);
  });

  it('of a new state says that there is nothing', () => {
    expectGolden(
      'board-empty.md',
      renderBoard({ state: emptyState(now), registry: { deployments: new Map() }, now }),
    );
  });

  it('is the same to the byte however the state is ordered', () => {
    const turned: State = { ...state, runs: new Map([...state.runs].reverse()) };
    const turnedRegistry: Registry = { deployments: new Map([...registry.deployments].reverse()) };
    expect(renderBoard({ state: turned, registry: turnedRegistry, now })).toBe(
      renderBoard({ state, registry, now }),
    );
  });

  it('of 1,000 flows and 1,000 open runs stays small and quick', () => {
    const many: Registry = {
      deployments: new Map(
        Array.from({ length: 1_000 }, (_, index) => deployment(`flow-${index}`)).map((item) => [
          item.flow,
          item,
        ]),
      ),
    };
    const runs = new Map(
      Array.from({ length: 1_000 }, (_, index) =>
        of(`flow-${index}`, `flow-${index}-r`, { phase: { state: 'running' } }),
      ),
    );
    const started = performance.now();
    const board = renderBoard({ state: { ...state, runs }, registry: many, now, links });
    expect(performance.now() - started).toBeLessThan(1_500);
    expect(board.length).toBeLessThan(400_000);
  });
});

describe('the status on a terminal', () => {
  it('has a line for each flow, within 80 columns', () => {
    const text = statusText({ state, registry, now }, { isColoured: false });
    expectGolden('status.txt', text);
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  it('colours only the status', () => {
    const coloured = statusText({ state, registry, now }, { isColoured: true });
    expect(coloured.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g'), '')).toBe(
      statusText({ state, registry, now }, { isColoured: false }),
    );
    expect(coloured).toContain('\u001b[31mcrashed\u001b[0m');
  });
});

describe('the summary of a tick', () => {
  const tick = {
    at: now,
    changes: [
      {
        run: 'daily-report-20261124-0205' as RunId,
        flow: 'daily-report' as FlowName,
        before: undefined,
        after: 'launching',
        attempts: 1,
      },
      {
        run: 'api-calls-m-1-1' as RunId,
        flow: 'api-calls' as FlowName,
        before: 'running',
        after: 'crashed',
        attempts: 1,
      },
    ],
    gaps: state.gaps,
    waiting: new Map([['mail-a-0123456789ab' as RunId, 'group' as const]]),
    isBehind: true,
    open: [...state.runs.values()].slice(3, 4),
    nextWake: at('2026-11-24T10:05:00Z'),
    unreported: 1,
  } as const;

  it('says what was done and what is left', () => {
    const text = tickSummary(tick, 'https://github.com/acme/flows/tree/headgate-state');
    expectGolden('tick.md', text);
    expect(dangersIn(text)).toEqual([]);
  });

  it('of a quiet tick is three lines', () => {
    const quiet = {
      ...tick,
      changes: [],
      gaps: [],
      waiting: new Map(),
      isBehind: false,
      open: [],
      nextWake: undefined,
      unreported: 0,
    };
    expect(
      tickSummary(quiet, '.headgate/board')
        .split('\n')
        .filter((line) => line !== ''),
    ).toEqual([
      '## Tick of 2026-11-24 10:00 UTC',
      'Nothing changed; 0 open runs; nothing more is scheduled.',
      'The board: `.headgate/board`',
    ]);
  });

  it('stays under what the runner accepts', () => {
    const changes = Array.from({ length: 20_000 }, (_, index) => ({
      ...tick.changes[0],
      run: `run-${index}` as RunId,
    }));
    expect(Buffer.byteLength(tickSummary({ ...tick, changes }, 'x'))).toBeLessThanOrEqual(900_000);
  });
});
