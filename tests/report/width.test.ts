import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cutWidth, padWidth, widthOf, wrapWidth } from '../../src/report/width.ts';

describe('the width of text on a terminal', () => {
  it.each([
    ['plain', 5],
    ['données', 7],
    ['e\u0301', 1],
    ['日本語', 6],
    ['한국어', 6],
    ['ＡＢ', 4],
    ['\u{1f600}', 2],
    ['████··', 6],
    ['… → ✓', 5],
    ['', 0],
  ])('of %j is %i', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  it('is kept to by what is cut, and never half a character is left', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, columns) => {
        const shown = cutWidth(text, columns);
        expect(widthOf(shown)).toBeLessThanOrEqual(columns);
        expect(shown === text || text.startsWith(shown.slice(0, -1))).toBe(true);
        expect(/\p{Cs}/u.test(shown)).toBe(/\p{Cs}/u.test(text) && shown === text);
      }),
    );
    expect(cutWidth('日本語のフロー', 7)).toBe('日本語…');
  });

  it('is filled up by what is padded', () => {
    expect(padWidth('日本', 6)).toBe('日本  ');
    expect(padWidth('abc', 2)).toBe('abc');
  });

  it('is kept to by each line of what is wrapped, and no word is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z日本]{1,8}$/)), (words) => {
        const lines = wrapWidth(words, 16);
        expect(lines.every((line) => widthOf(line) <= 16)).toBe(true);
        expect(lines.join(' ')).toBe(words.join(' '));
      }),
    );
  });
});
