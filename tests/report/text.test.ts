import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  codeBlock,
  codeSpan,
  escapeInline,
  httpsAddress,
  link,
  plainTitle,
  table,
} from '../../src/report/text.ts';
import { hostileText } from './hostile.ts';
import { dangersIn, parseMarkdown, shownText } from './markdown.ts';

const runs = { numRuns: 250 };

describe('prose', () => {
  it('shows ordinary words as they are', () => {
    expect(escapeInline('exit 1: the table is locked (try again)')).toBe(
      'exit 1: the table is locked (try again)',
    );
  });

  it.each([
    ['@org/team see #1 and GH-2', '`@org/team` see `#1` and `GH-2`'],
    ['<img src=http://evil/x.png>', '`<img src=http://evil/x.png>`'],
    ['<details><summary>', '`<details><summary>`'],
    ['[ok](javascript:alert(1))', '`[ok](javascript:alert(1))`'],
    ['\u202eevil\u202c', '`<U+202E>evil<U+202C>`'],
    ['\u2028fake line\u2029', '`<U+2028>fake` `line<U+2029>`'.replace('` `', ' ')],
    ['- not a list', '\\- not a list'],
    ['1. not a list', '1\\. not a list'],
    ['look! here', 'look\\! here'],
    ['a\nb', 'a b'],
    ['', ''],
  ])('makes %j harmless', (text, expected) => {
    expect(escapeInline(text)).toBe(expected);
  });

  it('brings about nothing but text and code, whatever it is given', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(dangersIn(escapeInline(text))).toEqual([]);
        const { children = [] } = parseMarkdown(escapeInline(text));
        expect(children.every(({ type }) => type === 'paragraph')).toBe(true);
        expect(children.length).toBeLessThanOrEqual(1);
      }),
      runs,
    );
  });

  it('stays harmless behind and before other text', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (a, b) => {
        const own = link(codeSpan('x'), httpsAddress({ base: 'https://github.com', path: ['x'] }));
        const markdown = `Why: ${escapeInline(a)}, ${own} ${escapeInline(b)}.`;
        expect(dangersIn(markdown, (url) => url === 'https://github.com/x')).toEqual([]);
        expect(markdown.includes(own) && JSON.stringify(parseMarkdown(markdown)).includes('"link"')).toBe(
          true,
        );
      }),
      runs,
    );
  });

  it('loses no visible character but white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 60 }), (text) => {
        expect(shownText(escapeInline(text)).replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }),
      runs,
    );
  });
});

describe('code', () => {
  it('is one span that holds exactly the text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const span = codeSpan(text);
        const [paragraph] = parseMarkdown(`x ${span} y`).children ?? [];
        const types = (paragraph?.children ?? []).map(({ type }) => type);
        expect(types).toEqual(span === '' ? ['text'] : ['text', 'inlineCode', 'text']);
      }),
      runs,
    );
  });

  it('is one block, whatever fences the text has', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { children = [] } = parseMarkdown(`before\n\n${codeBlock(text)}\n\nafter`);
        expect(children.map(({ type }) => type)).toEqual(['paragraph', 'code', 'paragraph']);
      }),
      runs,
    );
  });
});

describe('a table', () => {
  it('keeps its shape and its cells harmless', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (a, b) => {
        const markdown = table(
          ['One', 'Two'],
          [
            [escapeInline(a), codeSpan(b)],
            ['x', 'y'],
          ],
        );
        expect(dangersIn(markdown)).toEqual([]);
        const { children = [] } = parseMarkdown(`${markdown}\n\nafter`);
        expect(children.map(({ type }) => type)).toEqual(['table', 'paragraph']);
        const rows = children[0]?.children ?? [];
        expect(rows.map((row) => row.children?.length)).toEqual([2, 2, 2]);
      }),
      runs,
    );
  });
});

describe('a title', () => {
  it('is one visible line within its limit', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const title = plainTitle(text, limit);
        expect(title.length).toBeLessThanOrEqual(limit);
        expect(title).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
      }),
      runs,
    );
  });
});

describe('a link', () => {
  it('is made of an https template and encoded parts only', () => {
    expect(
      httpsAddress({ base: 'https://github.com', path: ['a b', '](javascript:1)'], query: { q: '"<>&' } }),
    ).toBe('https://github.com/a%20b/%5D%28javascript%3A1%29?q=%22%3C%3E%26');
  });

  it.each([
    'http://github.com',
    'javascript:alert(1)',
    'https://u:p@github.com',
    'https://github.com/)x',
    'https://',
  ])('is refused for %j', (base) => {
    expect(httpsAddress({ base, path: ['x'] })).toBeUndefined();
  });
});
