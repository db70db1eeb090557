import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { byteLength, cutBytes, cutLength, visible } from '../../src/report/visible.ts';
import { cpuTimeMs } from '../cpu-time.ts';

describe('terminal sequences', () => {
  it.each([
    ['\u001b]8;;http://evil\u0007click\u001b]8;;\u0007', 'click'],
    ['\u001b]52;c;ZXZpbA==\u0007', ''],
    ['\u001b[31mred\u001b[0m', 'red'],
    ['\u009b31mred', 'red'],
    ['\u001bPq#0;2\u001b\\text', 'text'],
    ['\u001b]0;title never ends', ''],
    ['\u001bc', ''],
  ])('%j leaves %j', (text, expected) => {
    expect(visible(text)).toBe(expected);
  });

  it('take linear time, whatever is repeated', () => {
    for (const piece of ['\u001b]', '\u001b[', '\u009d', '\u001b[0;', '\u001bP', '\u0098x']) {
      const started = cpuTimeMs();
      visible(piece.repeat(200_000));
      expect(cpuTimeMs() - started).toBeLessThan(2_000);
    }
  });
});

describe('characters that nobody can see', () => {
  it('are named', () => {
    expect(visible('a\u0000b\u200bc\u{e0041}d\u2028e')).toBe('a<U+0000>b<U+200B>c<U+E0041>d<U+2028>e');
  });

  it('become line feeds or blanks where they mean that', () => {
    expect(visible('a\r\nb\rc\td')).toBe('a\nb\nc    d');
  });

  it('are replaced if they are no characters', () => {
    expect(visible('a\ud800b')).toBe('a\ufffdb');
    expect(visible(new TextDecoder().decode(Uint8Array.of(0xff, 0xfe, 0xfd)))).toBe('\ufffd\ufffd\ufffd');
  });
});

describe('cutting', () => {
  it('never exceeds the limit nor halves a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 3, max: 60 }), (text, limit) => {
        const cut = cutBytes(text, limit);
        expect(byteLength(cut)).toBeLessThanOrEqual(Math.max(limit, 3));
        expect(cutLength(text, limit).length).toBeLessThanOrEqual(limit);
        expect(cutLength(text, limit)).not.toMatch(/\p{Cs}/u);
      }),
    );
  });

  it('marks what was cut', () => {
    expect(cutBytes('ä'.repeat(10), 10)).toBe('äää…');
    expect(cutLength('\u{1f600}\u{1f600}\u{1f600}', 4)).toBe('\u{1f600}…');
    expect(cutBytes('whole', 5)).toBe('whole');
  });
});
