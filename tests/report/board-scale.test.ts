import { describe, expect, it } from '@jest/globals';
import type { Deployment } from '../../src/core/deployment.ts';
import type { FlowName } from '../../src/core/flow.ts';
import { minuteMs, plusMs } from '../../src/core/instant.ts';
import type { Run, RunId } from '../../src/core/run.ts';
import { emptyState, type Gap, type State } from '../../src/core/state.ts';
import { boardFiles, renderBoard } from '../../src/report/board.ts';
import { at, attempt, commit, links, policy, run } from './examples.ts';

const now = at('2026-11-24T10:00:00Z');
/** What GitHub shows of a README. */
const readmeBytes = 512_000;

function deployment(flow: FlowName): Deployment {
  return {
    flow,
    version: {
      fingerprint: 'f'.repeat(64),
      content: 'c'.repeat(64),
      parts: { manifest: '1', placement: '2', code: '3', packages: '4', image: '5' },
      revision: `arn:aws:ecs:us-east-1:123456789012:task-definition/headgate-acme-${flow}:1`,
      commit,
    },
    deployedAt: at('2026-11-20T00:00:00Z'),
    policy: { ...policy, schedules: [{ kind: 'cron', cron: '0 3 * * *', timezone: 'UTC', parameters: {} }] },
    scheduledSince: {},
    earlier: [],
  };
}

/** As long as a name may be. */
const nameOf = (index: number) => `${`flow-${String(index).padStart(5, '0')}-`.padEnd(48, 'x')}` as FlowName;

type Kind = (flow: FlowName, index: number) => readonly Partial<Run>[];

function projectOf(flows: number, kind: Kind, gaps: readonly Gap[] = []) {
  const names = Array.from({ length: flows }, (_, index) => nameOf(index));
  const runs = names.flatMap((flow, index) =>
    kind(flow, index).map((facts, number) => {
      const id = `${flow}-20261124t0300-${number}` as RunId;
      return [id, run({ flow, id, createdAt: at('2026-11-24T03:00:10Z'), ...facts })] as const;
    }),
  );
  const state: State = { ...emptyState(now), runs: new Map(runs), gaps };
  const registry = { deployments: new Map(names.map((flow) => [flow, deployment(flow)])) };
  return { state, registry, now, links };
}

const open: Partial<Run> = {
  phase: { state: 'running' },
  attempts: [attempt(1, { handle: 'a', startedAt: at('2026-11-24T03:01:00Z') })],
  shown: { checkId: '12345678901', as: 'x' },
};
const failed: Partial<Run> = {
  phase: { state: 'failed', endedAt: at('2026-11-24T03:09:00Z') },
  attempts: [
    attempt(1, {
      startedAt: at('2026-11-24T03:01:00Z'),
      ending: { class: 'exit-code', exitCode: 1, at: at('2026-11-24T03:09:00Z') },
    }),
  ],
  shown: { checkId: '12345678901', as: 'x' },
};

describe('the board of 10,000 flows', () => {
  it('with 10,000 open runs is shown by GitHub as a whole, and says how many rows it leaves out', () => {
    const board = renderBoard(projectOf(10_000, () => [open]));
    expect(Buffer.byteLength(board)).toBeLessThan(readmeBytes / 2);
    expect(board).toContain('10000 flows, 10000 open runs');
    expect(board).toContain(
      '… and 9800 more flows, none of which needs attention: `headgate status` lists all.',
    );
    expect(board).toContain('… and 9900 more: `headgate site` writes a page of each.');
  });

  it('that have all failed and missed slots is shown as a whole, too', () => {
    const gaps = Array.from({ length: 10_000 }, (_, index): Gap => {
      const from = plusMs(now, -2 * index * minuteMs);
      const to = plusMs(from, minuteMs);
      return { flow: nameOf(index), outcome: 'missed', because: 'window', from, to, count: 60 };
    });
    const project = projectOf(10_000, () => [failed, failed, failed, failed, failed], gaps);
    const board = renderBoard(project);
    expect(Buffer.byteLength(board)).toBeLessThan(readmeBytes);
    expect(board).toMatch(/\n- … and \d{4,5} more, of which `headgate status` tells by flow\n/);
    expect(board).toContain('… and 9800 more flows, 9800 of which need attention');
    for (const [, drawn] of boardFiles(project)) expect(Buffer.byteLength(drawn)).toBeLessThan(readmeBytes);
  });

  it('shows those in trouble before all others, wherever their names stand', () => {
    const isBad = (index: number) => index % 1_000 === 999;
    const board = renderBoard(projectOf(10_000, (_, index) => (isBad(index) ? [failed] : [open])));
    const rows = board.split('\n').filter((line) => line.startsWith('| `flow-'));
    for (let index = 999; index < 10_000; index += 1_000)
      expect(rows.some((row) => row.startsWith(`| \`${nameOf(index)}\``))).toBe(true);
    const names = board.split('\n').flatMap((line) => /^\| `(flow-\d+)/.exec(line)?.[1] ?? []);
    expect(names).toHaveLength(200);
    expect(names).toEqual([...names].sort());
  });

  it('shows those that ran last before those that never ran', () => {
    const board = renderBoard(projectOf(10_000, (_, index) => (index >= 9_900 ? [open] : [])));
    for (const index of [9_900, 9_999]) expect(board).toContain(`| \`${nameOf(index)}\``);
  });
});
