import { describe, expect, it } from '@jest/globals';
import { type EndingClass, endingClasses, factsOf } from '../../src/core/ending.ts';
import type { Phase } from '../../src/core/run.ts';
import { controlSummary } from '../../src/report/control-summary.ts';
import { runCheck } from '../../src/report/run-check.ts';
import { at, attempt, failedReport, outgoing, report, run } from './examples.ts';
import { expectGolden } from './golden.ts';
import { dangersIn } from './markdown.ts';

const endedAt = at('2026-11-24T02:09:12Z');

function checkOf(name: EndingClass) {
  const exitCode = name === 'exit-code' ? { exitCode: 1 } : {};
  const ended = run({
    phase: { state: factsOf(name).outcome, endedAt },
    attempts: [attempt(1, { ending: { class: name, at: endedAt, ...exitCode } })],
  });
  return runCheck(report({ run: ended }), outgoing);
}

describe('the check of a run', () => {
  it('says for each way to end what happened and what to do', () => {
    const parts = (Object.keys(endingClasses) as EndingClass[]).map((name) => {
      const { title, status, summary } = checkOf(name);
      const conclusion = status.kind === 'completed' ? status.conclusion : status.kind;
      const [headline = ''] = summary.split('\n\n| Run |');
      return `## ${name}\n\n**${title}** (${conclusion})${headline.startsWith('| Run') ? '' : `\n\n${headline}`}`;
    });
    expectGolden('run-endings.md', `${parts.join('\n\n')}\n`);
  });

  it('has advice for every end that a person may have to do something about', () => {
    const quiet = new Set<EndingClass>(['exit-zero', 'cancelled', 'superseded']);
    for (const name of Object.keys(endingClasses) as EndingClass[])
      expect([name, factsOf(name).advice === undefined]).toEqual([name, quiet.has(name)]);
  });

  it.each<[string, Phase]>([
    ['running', { state: 'running' }],
    ['launching', { state: 'launching' }],
    ['stopping', { state: 'stopping' }],
    ['timed-out', { state: 'timed-out', endedAt }],
    ['crashed', { state: 'crashed', endedAt }],
  ])('that is %s', (state, phase) => {
    const classes = { 'timed-out': 'run-timeout', crashed: 'image-missing' } as const;
    const ended = state === 'timed-out' || state === 'crashed';
    const facts = ended
      ? {
          ending: {
            class: classes[state],
            at: endedAt,
            ...(state === 'crashed' ? { detail: 'CannotPullContainerError: manifest unknown' } : {}),
          },
        }
      : state === 'stopping'
        ? { stop: { cause: 'cancelled' as const, at: endedAt, by: 'ada' } }
        : {};
    const { title, status, summary } = runCheck(
      report({ run: run({ phase, attempts: [attempt(1, facts)] }) }),
      outgoing,
    );
    const kind = status.kind === 'completed' ? status.conclusion : status.kind;
    expectGolden(`run-${state}.md`, `**${title}** (${kind})\n\n${summary}\n`);
  });
});

it('the summary of a command says what was done, and how the run stands', () => {
  const text = controlSummary(
    { sentence: 'Requested run daily-report-m-1 of @octocat.', report: failedReport() },
    outgoing,
  );
  expectGolden('control.md', text);
  const isOwnLink = (url: string) =>
    url.startsWith('https://github.com/acme/flows/') || url.includes('.console.aws.amazon.com/');
  expect(dangersIn(text, isOwnLink)).toEqual([]);
});
