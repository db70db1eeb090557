import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Check } from '../../src/core/check.ts';
import { type EndingClass, endingClasses, factsOf } from '../../src/core/ending.ts';
import { runCheck, summaryLimitBytes } from '../../src/report/run-check.ts';
import { runPage } from '../../src/report/run-page.ts';
import { byteLength } from '../../src/report/visible.ts';
import { cpuTimeMs } from '../cpu-time.ts';
import {
  at,
  attempt,
  commit,
  eventsOf,
  failedReport,
  links,
  outgoing,
  report,
  run,
  taskArn,
} from './examples.ts';
import { expectGolden } from './golden.ts';
import { hostileText } from './hostile.ts';
import { dangersIn } from './markdown.ts';

function isOwnLink(url: string): boolean {
  return (
    url.startsWith('https://github.com/acme/flows/') ||
    /^https:\/\/[a-z0-9-]+\.console\.aws\.amazon\.com\//.test(url)
  );
}

function shown({ title, status, summary, annotations }: Check): string {
  const conclusion = status.kind === 'completed' ? status.conclusion : status.kind;
  const notes = annotations.map(
    ({ path, line, title: head, message }) => `> ${path}:${line} ${head}: ${message}`,
  );
  return `${[`**${title}** (${conclusion})`, ...notes, summary].join('\n\n')}\n`;
}

describe('the check of a run', () => {
  it('that failed says where, why, and what to do', () => {
    const check = runCheck(failedReport(), outgoing);
    expect(check.title).toBe(
      'failed after 8 min 22 s: flows/daily-report/load.ts:41 Error: relation "sales" does not exist (attempt 2)',
    );
    expect(check.summary.split('\n')[0]).toMatch(
      /^\[`flows\/daily-report\/load\.ts:41`\]\(\S+\) `Error: relation "sales" does not exist`\. /,
    );
    expect(check.annotations).toEqual([
      {
        path: 'flows/daily-report/load.ts',
        line: 41,
        level: 'failure',
        title: 'daily-report failed here',
        message: 'Error: relation "sales" does not exist',
      },
    ]);
    expectGolden('run-failed.md', shown(check));
  });

  it('of a run that left spot says from which attempt on, and why', () => {
    const interrupted = (number: number) =>
      attempt(number, { capacity: 'spot', ending: { class: 'spot', at: at('2026-11-24T02:07:00Z') } });
    const onDemand = attempt(3, { capacity: 'on-demand' });
    const summaryOf = (attempts: Parameters<typeof run>[0]) =>
      runCheck(report({ run: run(attempts) }), outgoing).summary;
    const left = summaryOf({ attempts: [interrupted(1), interrupted(2), onDemand] });
    expect(left).toContain('attempt 3 on demand after 2 interruptions');
    expect(left).toMatch(/\| \[2\]\(\S+\) \| spot \|.*\n\| \[3\]\(\S+\) \| on demand \|/);
    expect(summaryOf({ attempts: [{ ...onDemand, number: 1, launchTry: 3 }] })).toContain(
      'attempt 1 on demand, because spot had no capacity',
    );
    expect(summaryOf({ attempts: [interrupted(1), attempt(2, { capacity: 'spot' })] })).not.toContain(
      'on demand',
    );
  });

  it('says where the image was built, if that was kept', () => {
    const { deployment } = report();
    const built = { run: '987', commit };
    const { summary } = runCheck(report({ deployment: { ...deployment, built } }), outgoing);
    expect(summary).toContain(
      `\`, built by run [\`987\`](https://github.com/acme/flows/actions/runs/987) from commit [\`${commit.slice(0, 7)}\`](`,
    );
  });

  it('that succeeded says so in a few lines', () => {
    const check = runCheck(report(), outgoing);
    expect(check).toMatchObject({
      name: 'flow / daily-report',
      externalId: 'daily-report-20261124-0205',
      commit,
    });
    expect(check.title).toBe('succeeded in 3 min 12 s');
    expectGolden('run-succeeded.md', shown(check));
  });

  it('whose end is unknown says how to resolve it', () => {
    const unknown = run({
      phase: { state: 'unknown', endedAt: at('2026-11-24T04:00:00Z') },
      attempts: [attempt(1, { ending: { class: 'no-evidence', at: at('2026-11-24T04:00:00Z') } })],
    });
    const check = runCheck(report({ run: unknown }), outgoing);
    expect(check.status).toMatchObject({ conclusion: 'action_required' });
    expectGolden('run-unknown.md', shown(check));
  });

  it('that waits for its next attempt says when', () => {
    const waiting = run({
      phase: { state: 'queued', notBefore: at('2026-11-24T02:15:00Z') },
      attempts: [attempt(1, { ending: { class: 'exit-code', at: at('2026-11-24T02:09:12Z'), exitCode: 3 } })],
    });
    const check = runCheck(report({ run: waiting, waiting: 'not-before' }), outgoing);
    expect(check.title).toBe(
      'waiting for the next attempt, not before 2026-11-24 02:15 UTC (attempt 1 of 3)',
    );
    expectGolden('run-waiting.md', shown(check));
  });

  it('that a person cancelled names them, as harmless text', () => {
    const cancelled = run({
      cause: { kind: 'manual', by: '@octocat' },
      cancel: { cause: 'cancelled', at: at('2026-11-24T02:08:00Z'), by: '@octo\u202ecat' },
      phase: { state: 'cancelled', endedAt: at('2026-11-24T02:09:12Z') },
      attempts: [attempt(1, { ending: { class: 'cancelled', at: at('2026-11-24T02:09:12Z') } })],
    });
    const check = runCheck(report({ run: cancelled }), outgoing);
    expect(check.title).toBe('cancelled after 3 min 12 s: by @octo<U+202E>cat (attempt 1 of 3)');
    expectGolden('run-cancelled.md', shown(check));
  });

  it('of a laptop links nowhere', () => {
    const local = run({
      revision: 'local:daily-report:0123456789ab',
      commit: '0'.repeat(40),
      attempts: [
        attempt(1, {
          handle: 'local-1',
          ending: { class: 'exit-code', exitCode: 2, at: at('2026-11-24T02:09:12Z') },
        }),
      ],
      phase: { state: 'failed', endedAt: at('2026-11-24T02:09:12Z') },
    });
    const check = runCheck(
      report({
        run: local,
        deployment: {},
        links: { serverUrl: '', repository: 'local' },
        logPlace: '.headgate/runs/x/log',
      }),
      outgoing,
    );
    expect(check.summary).not.toContain('](');
    expectGolden('run-local.md', shown(check));
  });

  it.each(Object.keys(endingClasses) as EndingClass[])('has a conclusion and a title for %s', (name) => {
    const { outcome } = factsOf(name);
    const ended = run({
      phase: { state: outcome, endedAt: at('2026-11-24T02:09:12Z') },
      attempts: [attempt(1, { ending: { class: name, at: at('2026-11-24T02:09:12Z'), exitCode: 1 } })],
    });
    const check = runCheck(report({ run: ended }), outgoing);
    const expected = {
      succeeded: 'success',
      failed: 'failure',
      crashed: 'failure',
      'timed-out': 'timed_out',
      cancelled: 'cancelled',
      unknown: 'action_required',
    }[outcome];
    expect(check.status).toEqual({ kind: 'completed', conclusion: expected, at: at('2026-11-24T02:09:12Z') });
    expect(check.title).toMatch(
      /^(succeeded in|failed after|crashed after|timed out after|cancelled after|outcome unknown)/,
    );
  });

  it.each([
    [{ state: 'queued', notBefore: at('2026-11-24T02:05:10Z') }, 'queued', 'waiting'],
    [{ state: 'launching' }, 'in-progress', 'starting'],
    [{ state: 'running' }, 'in-progress', 'running since 2026-11-24 02:06 UTC'],
    [{ state: 'stopping' }, 'in-progress', 'stopping: it was cancelled'],
  ] as const)('of an open run: %j', (phase, kind, title) => {
    const check = runCheck(
      report({ run: run({ phase, attempts: phase.state === 'queued' ? [] : [attempt(1)] }) }),
      outgoing,
    );
    expect(check.status.kind).toBe(kind);
    expect(check.title).toContain(title);
  });

  it('scrubs the presigned address of a pull error', () => {
    const detail =
      'CannotPullContainerError: GET https://prod.s3.amazonaws.com/l?X-Amz-Credential=ASIAEXAMPLE&X-Amz-Signature=abc123: 403';
    const crashed = run({
      phase: { state: 'crashed', endedAt: at('2026-11-24T02:09:12Z') },
      attempts: [attempt(1, { ending: { class: 'image-pull', at: at('2026-11-24T02:09:12Z'), detail } })],
    });
    const { summary, title } = runCheck(report({ run: crashed }), outgoing);
    expect(`${title}${summary}`).not.toMatch(/ASIAEXAMPLE|abc123/);
    expect(summary).toContain('CannotPullContainerError');
  });

  it('is byte for byte the same again', () => {
    expect(runCheck(failedReport(), outgoing)).toEqual(runCheck(failedReport(), outgoing));
    expect(runPage(failedReport(), outgoing)).toEqual(runPage(failedReport(), outgoing));
  });
});

describe('hostile text in a report', () => {
  it('brings about nothing', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (a, b, c) => {
        const hostile = run({
          cause: { kind: 'manual', by: a },
          parameters: { [a]: b, list: [c] },
          revision: b,
          phase: { state: 'failed', endedAt: at('2026-11-24T02:09:12Z') },
          attempts: [
            attempt(1, {
              handle: c,
              ending: { class: 'exit-code', at: at('2026-11-24T02:09:12Z'), detail: a },
            }),
            attempt(2, {
              handle: taskArn('2'),
              ending: { class: 'refused', at: at('2026-11-24T02:09:12Z'), detail: b },
            }),
          ],
        });
        const events = eventsOf(
          { event: 'task-started', at: at('2026-11-24T02:06:00Z'), task: 1, name: a, key: b },
          {
            event: 'task-ended',
            at: at('2026-11-24T02:07:00Z'),
            task: 1,
            name: a,
            outcome: 'failed',
            attempt: 1,
            durationMs: 1,
            error: { name: c, message: b, stack: a },
          },
          {
            event: 'artifact',
            artifact: {
              kind: 'markdown',
              name: a,
              text: `${b}\n\n| ${a} | ${c} |\n|--|--|\n| ${c} | ${b} |\n\n- ${c}\n# ${b}\n\`\`\`\n${a}`,
            },
          },
          {
            event: 'artifact',
            artifact: { kind: 'table', name: `${b}2`, columns: [a, c], rows: [[b, c], [a]] },
          },
          { event: 'artifact', artifact: { kind: 'link', name: `${b}3`, url: a, text: c } },
          {
            event: 'artifact',
            artifact: { kind: 'image', name: `${b}4`, alt: a, source: { kind: 'url', url: c } },
          },
          { event: 'progress', name: b, done: 1 },
          { event: 'task-totals', totals: [{ name: a, succeeded: 9, failed: 9, restored: 0, totalMs: 1 }] },
          {
            event: 'flow-ended',
            outcome: 'failed',
            error: { name: a, message: b, stack: `${c}\n    at x (/flow/flows/daily-report/index.ts:12:5)` },
          },
        );
        const input = report({
          run: hostile,
          events,
          logTail: [{ text: a }, { text: b }, { text: c }],
          logPlace: a,
          deployment: { family: a, image: b },
        });
        const check = runCheck(input, outgoing);
        expect(dangersIn(check.summary, isOwnLink)).toEqual([]);
        expect(dangersIn(runPage(input, outgoing).text, isOwnLink)).toEqual([]);
        expect(byteLength(check.summary)).toBeLessThanOrEqual(summaryLimitBytes);
        const plain = [check.title, ...check.annotations.flatMap(({ title, message }) => [title, message])];
        for (const text of plain) expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
      }),
      { numRuns: 120 },
    );
  }, 60_000);

  it('never carries a registered secret, wherever it stands', () => {
    const secret = 'registered-secret';
    const forms = [secret, btoa(secret), btoa(`a${secret}`), JSON.stringify(secret)];
    for (const form of forms) {
      const leaky = run({
        cause: { kind: 'manual', by: form },
        parameters: { value: form },
        phase: { state: 'failed', endedAt: at('2026-11-24T02:09:12Z') },
        attempts: [
          attempt(1, { ending: { class: 'exit-code', at: at('2026-11-24T02:09:12Z'), detail: form } }),
          attempt(2),
        ],
      });
      const events = eventsOf(
        { event: 'task-started', at: at('2026-11-24T02:06:00Z'), task: 1, name: form },
        {
          event: 'artifact',
          artifact: {
            kind: 'markdown',
            name: form,
            text: `${form}\n\n| ${form} |\n\n\`\`\`\n${form}\n\`\`\``,
          },
        },
        {
          event: 'flow-ended',
          outcome: 'failed',
          error: {
            name: 'E',
            message: form,
            stack: `${form}\n    at x (/flow/flows/daily-report/index.ts:12:5)`,
          },
        },
      );
      const check = runCheck(
        report({
          run: leaky,
          events,
          logTail: [{ text: `x ${form.slice(0, 7)}` }, { text: `${form.slice(7)} y` }],
          logPlace: form,
        }),
        outgoing,
      );
      const left = JSON.stringify(check);
      expect(left).not.toContain(secret);
      expect(left).not.toContain(btoa(secret).slice(4, 16));
      expect(left).not.toContain(form.slice(7));
    }
  });
});

describe('a report that is too long', () => {
  const long = 'ä'.repeat(300);
  const rows = Array.from({ length: 20 }, (_, index) => [`row ${index}`, long]);

  it('gives up its parts in order, and keeps what matters', () => {
    const events = eventsOf(
      ...Array.from({ length: 40 }, (_, index) => ({
        event: 'artifact' as const,
        artifact: { kind: 'table' as const, name: `t${index}`, columns: ['a', 'b'], rows },
      })),
      ...Array.from({ length: 900 }, (_, index) => ({
        event: 'task-started' as const,
        at: at('2026-11-24T02:06:00Z'),
        task: index,
        name: `${long}${index}`,
      })),
    );
    const logTail = Array.from({ length: 2_000 }, (_, index) => ({ text: `${index} ${long}` }));
    const { summary } = runCheck({ ...failedReport(), events, logTail }, outgoing);
    expect(byteLength(summary)).toBeLessThanOrEqual(summaryLimitBytes);
    expect(summary).toContain('headgate retry daily-report-20261124-0205');
    expect(summary).toContain(`1999 ${long}`);
    expect(dangersIn(summary, isOwnLink)).toEqual([]);
  });

  it('survives one line of 10 MiB', () => {
    const started = cpuTimeMs();
    const { summary } = runCheck(
      { ...failedReport(), logTail: [{ text: 'x'.repeat(10 * 1024 * 1024) }] },
      outgoing,
    );
    expect(byteLength(summary)).toBeLessThanOrEqual(summaryLimitBytes);
    expect(summary).toContain('… (cut)');
    expect(cpuTimeMs() - started).toBeLessThan(5_000);
  });
});

it('a page of a run lies in the month of the run', () => {
  const page = runPage(failedReport(), outgoing);
  expect(page.path).toBe('runs/daily-report/2026-11/daily-report-20261124-0205.md');
  expect(page.text.startsWith('# daily-report: failed after 8 min 22 s')).toBe(true);
  expect(links.repository).toBe('acme/flows');
});
