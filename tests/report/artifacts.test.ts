import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blocksOf, piecesOf } from '../../src/report/artifact-blocks.ts';
import { artifactText } from '../../src/report/artifacts.ts';
import { outgoing } from './examples.ts';
import { hostileText } from './hostile.ts';
import { dangersIn, shownText } from './markdown.ts';

const bounds = { mostRows: 3, mostBytes: 8_000 };

function markdown(text: string): string {
  return artifactText({ kind: 'markdown', name: 'Notes', text }, outgoing, bounds);
}

describe('an artifact in Markdown', () => {
  it('keeps headings, lists, tables, code and strong text', () => {
    expect(
      markdown('# Sales\n\n**Total:** 5 of `sales` today\n- one\n- **two**\n\n|a|b|\n|-|-|\n|1|2|'),
    ).toBe(
      '#### Notes\n\n##### Sales\n\n**Total:** 5 of `sales` today\n\n- one\n- **two**\n\n| a | b |\n| --- | --- |\n| 1 | 2 |',
    );
  });

  it('hides a secret that its markup takes apart', () => {
    const text = markdown('it is **registered-secret** and `registered-secret`, registered-\nsecret');
    expect(shownText(text)).not.toMatch(/registered|secret/);
  });

  it('brings about nothing but what is ours, whatever it is made of', () => {
    const marked = fc
      .tuple(hostileText, hostileText, hostileText)
      .map(([a, b, c]) => `**${a}** ${b} \`${c}\`**${b}**${a}`);
    fc.assert(
      fc.property(marked, (text) => {
        const shown = markdown(text);
        expect(dangersIn(shown)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('is one that cannot be shown if it is too long', () => {
    expect(markdown('some words in a line\n\n'.repeat(10_000))).toContain(
      'Too long to show here; the log has it.',
    );
  });
});

describe('a table', () => {
  it('says what of it is left out', () => {
    const columns = Array.from({ length: 14 }, (_, index) => `c${index}`);
    const rows = Array.from({ length: 5 }, () => columns);
    const text = artifactText({ kind: 'table', name: 'Rows', columns, rows }, outgoing, bounds);
    expect(text).toContain('… and 2 more rows, 2 more columns in the log.');
  });
});

describe('the rules by which Markdown is read', () => {
  it('know blocks by their first line', () => {
    expect(
      blocksOf(['~~~', '# no heading', '~~~', 'a', 'b', '', '1. x', '* y']).map(({ kind }) => kind),
    ).toEqual(['code', 'text', 'list']);
  });

  it('lose nothing of a line but the marks', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const all = piecesOf(text);
        const again = all.map(({ kind, text: piece }) =>
          kind === 'plain' ? piece : kind === 'code' ? `\`${piece}\`` : `**${piece}**`,
        );
        expect(again.join('')).toBe(text);
      }),
    );
  });
});
