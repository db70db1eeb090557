import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fencedLogLines, safeLogText } from '../../src/report/log-lines.ts';
import { hostileText } from './hostile.ts';
import { commandsIn } from './runner-model.ts';

const commandText = fc
  .array(
    fc.oneof(
      hostileText,
      fc.constantFrom(
        '::',
        '##[',
        ']',
        '::add-mask::e',
        '##[group]x',
        '::set-env name=A::b',
        '::endstop-1234::',
        '::stop-commands::x',
        '\r',
        '\n',
        '\u0085',
        '\u000b',
        '\u2028',
        '\u3000',
        ' ',
        '\t',
        '%0A',
        'error',
        '##',
        '#[',
        ':',
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

it('the model of the runner knows commands when it sees them', () => {
  expect(commandsIn('  ::add-mask::e')).toEqual(['add-mask']);
  expect(commandsIn('text ##[error]boo')).toEqual(['error']);
  expect(commandsIn('::stop-commands::abc\n::error::x\n::abc::\n::notice::y')).toEqual([
    'stop-commands',
    'resume',
    'notice',
  ]);
  expect(commandsIn('text ::error::x')).toEqual([]);
});

describe('text for the log', () => {
  it.each([
    '   ::add-mask::e',
    'text ##[error]boo',
    '##[group]x',
    '\u3000::error::x',
    'a\r::error::x',
    'a\u2028::error::x',
  ])('holds no command: %j', (text) => {
    expect(commandsIn(safeLogText(text))).toEqual([]);
  });

  it('holds no command, whatever it is made of', () => {
    fc.assert(
      fc.property(commandText, (text) => {
        expect(commandsIn(safeLogText(text))).toEqual([]);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('the fence around a log', () => {
  it('ends with the only command that resumes, and obeys nothing before', () => {
    fc.assert(
      fc.property(fc.array(commandText, { maxLength: 4 }), (lines) => {
        const fenced = fencedLogLines(lines, () => 'f00dfeedf00dfeedf00dfeedf00dfeed').join('\n');
        expect(commandsIn(fenced)).toEqual(['stop-commands', 'resume']);
        expect(fenced.endsWith('::f00dfeedf00dfeedf00dfeedf00dfeed::')).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('draws another token if the text knows it', () => {
    const tokens = ['a'.repeat(32), 'b'.repeat(32)];
    const fenced = fencedLogLines([`::${'a'.repeat(32)}::`], () => tokens.shift() ?? '');
    expect(fenced[0]).toBe(`::stop-commands::${'b'.repeat(32)}`);
  });

  it('shows nothing if no token can be had', () => {
    expect(fencedLogLines(['x'], () => 'pause-logging')).toEqual([]);
  });
});
