import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Deployment, Registry } from '../../src/core/deployment.ts';
import type { FlowName, Schedule } from '../../src/core/flow.ts';
import type { Instant } from '../../src/core/instant.ts';
import type { Run, RunId } from '../../src/core/run.ts';
import { emptyState, type State } from '../../src/core/state.ts';
import { boardFiles, renderBoard } from '../../src/report/board.ts';
import { statusText } from '../../src/report/terminal.ts';
import { tickSummary } from '../../src/report/tick-summary.ts';
import { drawTimeline, type TimelineRow } from '../../src/report/timeline-drawing.ts';
import { at, attempt, commit, links, policy, run } from './examples.ts';
import { expectGolden } from './golden.ts';
import { hostileText } from './hostile.ts';
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

/** The only HTML of the board. */
const picture =
  /<picture>\n<source media="\(prefers-color-scheme: dark\)" srcset="timeline-dark\.svg">\n<img alt="[A-Za-z0-9 :,]+" src="timeline-light\.svg">\n<\/picture>/;

describe('the board', () => {
  it('says first what is wrong now', () => {
    const board = renderBoard({ state, registry, now, links, trigger: 'schedule' });
    expectGolden('board.md', board);
    const withoutPicture = board.replace(picture, '');
    expect(withoutPicture).not.toBe(board);
    expect(dangersIn(withoutPicture, (url) => url.startsWith('https://github.com/acme/flows/'))).toEqual([]);
  });

  it('draws the last 24 hours for light and dark', () => {
    const files = boardFiles({ state, registry, now, links });
    expect([...files.keys()]).toEqual(['timeline-light.svg', 'timeline-dark.svg']);
    for (const [name, text] of files) expectGolden(name, text);
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
});

const own = (url: string) => url.startsWith('https://github.com/acme/flows/');

describe('a flow on the board', () => {
  const rowOf = (changes: Partial<State>, deployed: Deployment = deployment('daily-report')): string => {
    const text = renderBoard({
      state: { ...emptyState(at('2026-11-24T09:55:00Z')), ...changes },
      registry: { deployments: new Map([[deployed.flow, deployed]]) },
      now,
    });
    return text.split('\n').find((line) => line.startsWith(`| \`${deployed.flow}\``)) ?? '';
  };
  const took = (
    day: number,
    minutes: number,
    outcome: 'succeeded' | 'failed' | 'cancelled' = 'succeeded',
  ) => {
    const startedAt = at(`2026-11-${day}T02:05:00Z`);
    const endedAt = (startedAt + minutes * 60_000) as Instant;
    return of('daily-report', `daily-report-${day}`, {
      createdAt: startedAt,
      cause: { kind: 'slot', slot: startedAt },
      phase: { state: outcome, endedAt },
      attempts: [attempt(1, { startedAt, ending: { class: 'exit-zero', at: endedAt } })],
    });
  };

  it('shows how its durations go, and says when the last one is unusual', () => {
    const runs = new Map([took(20, 10), took(21, 10), took(22, 10), took(23, 20)]);
    expect(rowOf({ runs })).toContain('▄▄▄█ 20 min, 2.0 × the usual');
    expect(rowOf({ runs: new Map([took(20, 10), took(21, 10), took(22, 11)]) })).toContain('███ 11 min |');
  });

  it('counts how many of its ends were good, without the cancelled', () => {
    const runs = new Map([took(20, 1), took(21, 1, 'failed'), took(22, 1, 'cancelled'), took(23, 1)]);
    expect(rowOf({ runs })).toContain('| 2 of 3 |');
  });

  it('says how late its next slot is when no tick has seen it', () => {
    const every = {
      kind: 'interval',
      everySeconds: 3_600,
      anchor: at('2026-01-01T00:20:00Z'),
      parameters: {},
    };
    const hourly = deployment('daily-report', { policy: { ...policy, schedules: [every as Schedule] } });
    expect(rowOf({ mark: at('2026-11-24T09:30:00Z') }, hourly)).toContain('| 2026-11-24 10:20 |');
    expect(rowOf({ mark: at('2026-11-24T09:00:00Z') }, hourly)).toContain(
      '| 2026-11-24 09:20, **40 min late** |',
    );
    const text = renderBoard({
      state: emptyState(at('2026-11-24T09:00:00Z')),
      registry: { deployments: new Map([[hourly.flow, hourly]]) },
      now,
    });
    expect(text).toContain('- Overdue for 40 min: the slot of `daily-report` at 2026-11-24 09:20 UTC');
  });

  it('counts the slots that were skipped and missed', () => {
    expect(rowOf({ gaps: state.gaps })).toMatch(/\| 1 skipped, 7 missed \|$/);
  });
});

describe('hostile text on the board', () => {
  it('brings nothing about, whoever asked for a run and whatever set the writer off', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (by, trigger) => {
        const facts: Partial<Run> = { cause: { kind: 'manual', by } };
        const runs = new Map([
          of('daily-report', 'a', facts),
          of('daily-report', 'b', { ...facts, phase: { state: 'running' } }),
        ]);
        const board = renderBoard({ state: { ...state, runs }, registry, now, links, trigger });
        expect(dangersIn(board.replace(picture, ''), own)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('stays text in the drawing', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const row = {
          flow: text,
          bars: [{ id: text, state: 'failed', from: now - 60_000, to: now }],
          marks: [],
        };
        const drawn = drawTimeline([row as TimelineRow], now, 'light');
        const tags = new Set([...drawn.matchAll(/<\/?([^\s/>]+)/g)].map(([, tag]) => tag));
        expect(
          [...tags].filter(
            (tag) => !['svg', 'title', 'rect', 'path', 'text', 'g', 'circle'].includes(tag ?? ''),
          ),
        ).toEqual([]);
        expect(drawn.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toMatch(/&/);
        expect(drawn).not.toMatch(/[^\P{Cc}\n]|\p{Cs}|\ufffe|\uffff/u);
        expect(drawn.split('\n').length).toBe(
          drawTimeline(
            [{ ...row, flow: 'a', bars: [{ ...row.bars[0], id: 'a' }] } as TimelineRow],
            now,
            'light',
          ).split('\n').length,
        );
      }),
      { numRuns: 200 },
    );
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
    const board = 'https://github.com/acme/flows/tree/headgate-state';
    const text = tickSummary(tick, board);
    expectGolden('tick.md', text);
    expect(dangersIn(text, (url) => url === board)).toEqual([]);
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
      'Everything else: `.headgate/board`',
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
