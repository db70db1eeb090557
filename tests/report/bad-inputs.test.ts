import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { fencedLogLines, safeLogText } from '../../src/report/log-lines.ts';
import { createOutgoing } from '../../src/report/outgoing.ts';
import { createRedactor } from '../../src/report/redact.ts';
import { runCheck } from '../../src/report/run-check.ts';
import { codeBlock, escapeInline } from '../../src/report/text.ts';
import { visible } from '../../src/report/visible.ts';
import { at, attempt, report, run } from './examples.ts';
import { dangersIn } from './markdown.ts';
import { commandsIn } from './runner-model.ts';

type Case = { readonly id: string; readonly area: string; readonly input: string };

const cases = (
  JSON.parse(readFileSync(new URL('../bad-inputs.json', import.meta.url), 'utf8')) as readonly Case[]
).filter(({ area }) => area === 'log');

const outgoing = createOutgoing(createRedactor(['known-secret']));
const bounds = { mostLines: 100, mostBytes: 20_000 };
const isOwnLink = (url: string) =>
  url.startsWith('https://github.com/acme/flows/') ||
  url.startsWith('https://us-east-1.console.aws.amazon.com/');

/** The lines that a case stands for. */
function linesOf({ input }: Case): string[] {
  if (input.startsWith('@gen:base64')) return [btoa('known-secret')];
  if (input.startsWith('@gen:split')) return ['x known-se', 'cret y'];
  if (input.startsWith('@gen:repeat')) return ['x'.repeat(10 * 1024 * 1024)];
  if (input.startsWith('@gen:bytes')) return [new TextDecoder().decode(Uint8Array.of(0xff, 0xfe, 0xfd))];
  return [input];
}

function summaryOf(lines: readonly string[]): string {
  const [detail = ''] = lines.length === 1 ? lines : [];
  const failed = run({
    phase: { state: 'failed', endedAt: at('2026-11-24T02:09:12Z') },
    attempts: [
      attempt(1, { ending: { class: 'exit-code', at: at('2026-11-24T02:09:12Z'), exitCode: 1, detail } }),
    ],
  });
  return runCheck(report({ run: failed, logTail: lines.map((text) => ({ text })) }), outgoing).summary;
}

/** What each case must get beside the rules that hold for all of them. */
const expectations: { readonly [id: string]: (summary: string, log: string) => void } = {
  'log-02': (_, log) => expect(log).not.toMatch(/^\s*::/m),
  'log-03': (_, log) => expect(log).toContain('## [error]'),
  'log-04': (_, log) => expect(log).toContain('## [group]'),
  'log-06': (_, log) => expect(log).not.toMatch(/^::end/m),
  'log-09': (summary) => expect(summary).not.toContain('evil'),
  'log-10': (summary) => expect(summary).not.toContain('ZXZpbA'),
  'log-13': (summary) => expect(summary).toContain('`@org/team see #1 and GH-2`'),
  'log-14': (summary) => expect(summary).toContain('`<img src=http://evil/x.png>`'),
  'log-15': (summary) => expect(summary).toContain('`<details><summary>`'),
  'log-16': (summary) => expect(summary).toContain('`[ok](javascript:alert(1))`'),
  'log-17': (summary) => expect(summary).toContain('<U+202E>evil<U+202C>'),
  'log-20': (summary) => expect(summary).not.toContain('eyJ'),
  'log-22': (summary) => expect(summary).toContain('postgres://***@h/db'),
  'log-23': (summary) => expect(summary).not.toContain(btoa('known-secret').slice(0, 8)),
  'log-24': (summary) => expect(summary).not.toMatch(/known-se|cret y/),
  'log-25': (summary, log) => {
    expect(summary).toContain('… (cut)');
    expect(log.length).toBeLessThan(5_000);
  },
  'log-26': (summary) => expect(summary).toContain('\ufffd\ufffd\ufffd'),
  'log-27': (summary) => expect(summary).toContain('<U+2028>fake line<U+2029>'),
};

describe('hostile log lines', () => {
  it.each(cases)('$id', (entry) => {
    const lines = linesOf(entry);
    const summary = summaryOf(lines);
    expect(dangersIn(summary, isOwnLink)).toEqual([]);
    expect(dangersIn(codeBlock(lines.join('\n').slice(0, 5_000)))).toEqual([]);
    expect(dangersIn(escapeInline((lines[0] ?? '').slice(0, 5_000)))).toEqual([]);
    const log = safeLogText(outgoing.lines(lines, bounds).join('\n'));
    expect(commandsIn(log)).toEqual([]);
    expect(
      commandsIn(fencedLogLines(log.split('\n'), () => 'f00dfeedf00dfeedf00dfeedf00dfeed').join('\n')),
    ).toEqual(['stop-commands', 'resume']);
    expect(visible(log)).toBe(log);
    const judge = expectations[entry.id];
    expect(judge).toBeDefined();
    judge?.(summary, log);
  });

  it('leave no case out', () => {
    expect(cases.map(({ id }) => id).sort()).toEqual(Object.keys(expectations).sort());
  });
});

it('api-15: a stopped reason made of markup and commands stays text', () => {
  const text = '](javascript:1) @org ::error::';
  expect(dangersIn(summaryOf([text]), isOwnLink)).toEqual([]);
  expect(summaryOf([text])).toContain('`](javascript:1) @org ::error::`');
  expect(commandsIn(safeLogText(text))).toEqual([]);
});
