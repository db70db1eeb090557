import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultAlertRules } from '../../src/core/alert-rules.ts';
import type { Alerting, AlertKey, ToldAlert, Trouble } from '../../src/core/alerting.ts';
import { type OpenAlert, openAlerts } from '../../src/core/alerts.ts';
import type { Registry, Version } from '../../src/core/deployment.ts';
import type { RunId } from '../../src/core/run.ts';
import { emptyState, type State } from '../../src/core/state.ts';
import { alertIssue, causeComment, recoveryComment } from '../../src/report/alert-issue.ts';
import { alertMessage } from '../../src/report/alert-message.ts';
import type { AlertReport } from '../../src/report/alert-report.ts';
import { renderBoard } from '../../src/report/board.ts';
import { at, attempt, commit, failedReport, flow, links, outgoing, policy, run } from './examples.ts';
import { expectGolden } from './golden.ts';
import { hostileText } from './hostile.ts';
import { dangersIn } from './markdown.ts';

const now = at('2026-11-24T10:00:00Z');
const failed = failedReport();
const goodCommit = 'fedcba9876543210fedcba9876543210fedcba98';

function version(of: string, parts: Partial<Version['parts']> = {}): Version {
  return {
    fingerprint: 'f'.repeat(64),
    content: 'c'.repeat(64),
    parts: { manifest: '1', placement: '2', code: '3', packages: '4', image: '5', ...parts },
    revision: 'arn:aws:ecs:us-east-1:123456789012:task-definition/headgate-acme-daily-report:12',
    commit: of,
  };
}

const registry: Registry = {
  deployments: new Map([
    [
      flow,
      {
        flow,
        version: version(commit, { code: '9', packages: '8' }),
        deployedAt: at('2026-11-23T00:00:00Z'),
        policy,
        scheduledSince: {},
        earlier: [version(goodCommit)],
      },
    ],
  ]),
};

const trouble: Trouble = {
  flow,
  failures: {
    count: 4,
    since: at('2026-11-21T02:09:00Z'),
    run: failed.run.id,
    at: at('2026-11-24T02:14:22Z'),
    class: 'exit-code',
    exitCode: 1,
    lastSuccess: {
      run: 'daily-report-20261120-0205' as RunId,
      commit: goodCommit,
      at: at('2026-11-20T02:09:12Z'),
    },
  },
  missed: {
    count: 7,
    from: at('2026-11-23T12:00:00Z'),
    to: at('2026-11-23T18:00:00Z'),
    because: 'window',
  },
};

const told: ToldAlert = {
  kind: 'failures',
  flow,
  since: now,
  causes: ['exit-code 1'],
  issue: { number: 12, as: 'x', causes: 1 },
};

const unknownRun = run({
  id: 'daily-report-20261122-0205' as RunId,
  phase: { state: 'unknown', endedAt: at('2026-11-22T09:00:00Z') },
  attempts: [attempt(1, { ending: { class: 'no-evidence', at: at('2026-11-22T09:00:00Z') } })],
});

const alerting: Alerting = {
  troubles: new Map([[flow, trouble]]),
  told: new Map([['failures/daily-report' as AlertKey, told]]),
  ticks: [
    { trigger: 'schedule', at: at('2026-11-24T09:55:00Z') },
    { trigger: 'workflow_dispatch', at: at('2026-11-24T06:00:20Z') },
  ],
  clock: { from: at('2026-11-24T06:00:00Z'), to: at('2026-11-24T07:12:00Z') },
};

const state: State = {
  ...emptyState(at('2026-11-24T09:55:00Z')),
  alerting,
  runs: new Map([
    [failed.run.id, { ...failed.run, shown: { checkId: '30000000001', as: 'x' } }],
    [unknownRun.id, unknownRun],
  ]),
};

const open = openAlerts(state, defaultAlertRules);
const alertOf = (key: string): OpenAlert => {
  const alert = open.get(key as AlertKey);
  if (alert === undefined) throw new Error(`no alert ${key} in ${[...open.keys()].join()}`);
  return alert;
};

const reportOf = (key: string, facts: Partial<AlertReport> = {}): AlertReport => ({
  alert: alertOf(key),
  now,
  state,
  registry,
  links,
  owners: ['@octocat', '@acme/data'],
  ...(key.startsWith('failures') ? { run: failed } : {}),
  ...facts,
});

const isOwn = (url: string) =>
  url.startsWith('https://github.com/acme/flows/') ||
  url.startsWith('https://us-east-1.console.aws.amazon.com/');

/** The owners are the only mentions there are. */
const withoutOwners = (body: string) => body.replace('For @octocat, @acme/data.', '');

describe('The issue of an alert', () => {
  it.each([
    ['failures/daily-report', 'alert-failures.md'],
    ['missed/daily-report', 'alert-missed.md'],
    ['unknown/daily-report', 'alert-unknown.md'],
    ['clock', 'alert-clock.md'],
  ])('says of %s what is wrong, and what to do', (key, golden) => {
    const { title, body } = alertIssue(reportOf(key), outgoing);
    expectGolden(golden, `${title}\n\n---\n\n${body}`);
    expect(dangersIn(withoutOwners(body), isOwn)).toEqual([]);
    expect(body).not.toContain('registered-secret');
  });

  it('says when the same commit succeeded before', () => {
    const streak = trouble.failures;
    const lastSuccess = streak?.lastSuccess && { ...streak.lastSuccess, commit };
    const alert = { ...alertOf('failures/daily-report'), streak: { ...streak, lastSuccess } } as OpenAlert;
    const { body } = alertIssue(reportOf('failures/daily-report', { alert }), outgoing);
    expect(body).toContain('Not the flow: the same commit succeeded before.');
  });

  it('tells news in comments', () => {
    const succeeded = run({ phase: { state: 'succeeded', endedAt: at('2026-11-24T09:09:12Z') } });
    const healed: State = { ...state, runs: new Map([[succeeded.id, succeeded]]) };
    const recovery = (kind: ToldAlert['kind'], facts: Partial<ToldAlert> = {}) =>
      recoveryComment({ told: { ...told, kind, ...facts }, state: healed, registry, links });
    const { flow: _, ...clock } = { ...told, kind: 'clock' as const };
    const comments = [
      causeComment(reportOf('failures/daily-report')),
      recovery('failures'),
      recovery('missed'),
      recovery('unknown'),
      recoveryComment({ told: clock, state: healed, registry, links }),
      recoveryComment({ told, state: healed, registry: { deployments: new Map() }, links }),
    ];
    expectGolden('alert-comments.md', comments.join('\n---\n\n'));
    expect(dangersIn(comments.join('\n'), isOwn)).toEqual([]);
  });

  it('lets hostile text bring nothing about, whatever programs print and AWS says', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { maxLength: 4 }), hostileText, (lines, detail) => {
        const ending = { class: 'exit-code' as const, exitCode: 1, at: now, detail };
        const hostile = {
          ...failed,
          run: { ...failed.run, parameters: { [detail]: detail }, attempts: [attempt(1, { ending })] },
          logTail: lines.map((text) => ({ text })),
        };
        const report = reportOf('failures/daily-report', { run: hostile });
        const { title, body } = alertIssue(report, outgoing);
        expect(title).toBe('Flow daily-report keeps failing');
        expect(dangersIn(withoutOwners(body), isOwn)).toEqual([]);
        expect(dangersIn(causeComment(report), isOwn)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('The message of an alert', () => {
  it.each([...open.keys()])('is plain text for %s', (key) => {
    const place = {
      links,
      repository: 'acme/flows',
      boardPlace: 'https://github.com/acme/flows/tree/headgate-state',
    };
    const alert = alertOf(key);
    const shown = alertMessage({ alert, told, ...place });
    expect(shown).toMatch(/^🔴 acme\/flows: [^`<>@]+ https:\/\/github\.com\/acme\/flows\/issues\/12$/);
    const { issue: _, ...untold } = told;
    expect(alertMessage({ alert: undefined, told: untold, ...place })).toBe(
      '🟢 acme/flows: daily-report does not fail any more. https://github.com/acme/flows/tree/headgate-state',
    );
  });
});

describe('The board', () => {
  const board = renderBoard({ state, registry, now, links, trigger: 'schedule', alerts: defaultAlertRules });

  it('shows alerts first, with their issue', () => {
    expect(board).toContain(
      '- \u{1f514} `daily-report` failed 4 times in a row: the program exited with a code other than 0 (exit 1), since 2026-11-21 02:09 UTC ([its issue](https://github.com/acme/flows/issues/12))',
    );
    expect(board).toContain('- \u{1f514} No tick came for 1 h 12 min while slots were due');
  });

  it('says which clock last ticked', () => {
    expect(board).toContain(
      'The last tick that changed something came by `schedule` at 2026-11-24 09:55:00 UTC. Before it the last by `workflow_dispatch` at 2026-11-24 06:00:20 UTC.',
    );
  });

  it('shows no alerts where nobody wants them', () => {
    expect(renderBoard({ state, registry, now, links })).not.toContain('\u{1f514}');
  });
});
