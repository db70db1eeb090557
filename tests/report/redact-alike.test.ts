import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encodingsOf } from '../../src/report/encodings.ts';
import { createRedactor } from '../../src/report/redact.ts';
import { redactDocument } from '../../src/report/redact-json.ts';
import { secretPatterns } from '../../src/report/secret-patterns.ts';
import { anySecrets, pieces, textWith } from './secret-texts.ts';

/** What redaction means, done the long way: each form looked for by itself, each pattern tried on each text. */
function plainRedact(secrets: readonly string[], text: string): string {
  const hidden = new Array<boolean>(text.length).fill(false);
  const hide = (from: number, to: number) => hidden.fill(true, Math.max(from, 0), to);
  const encodings = secrets.map(encodingsOf);
  for (const form of encodings.flatMap(({ exact }) => exact))
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) hide(at, at + form.length);
  for (const form of encodings.flatMap(({ embedded }) => embedded))
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
      const before = /[A-Za-z0-9+/_-]{0,3}$/.exec(text.slice(Math.max(at - 3, 0), at))?.[0] ?? '';
      const after = /^[A-Za-z0-9+/_-]{0,3}={0,2}/.exec(text.slice(at + form.length))?.[0] ?? '';
      hide(at - before.length, at + form.length + after.length);
    }
  for (const { pattern } of secretPatterns)
    for (const match of text.matchAll(pattern))
      hide(match.index + (match[1] ?? '').length, match.index + match[0].length);
  const shown = [...hidden.keys()].map((at) => {
    if (hidden[at] !== true) return text.charAt(at);
    return at > 0 && hidden[at - 1] === true ? '' : '***';
  });
  return shown.join('');
}

const secretsAndTexts = anySecrets.chain((secrets) =>
  fc.tuple(fc.constant(secrets), fc.array(textWith(secrets), { minLength: 1, maxLength: 4 })),
);
const runs = { numRuns: 300 };

describe('redaction, for all its shortcuts,', () => {
  it('hides what trying everything on every text hides', () => {
    fc.assert(
      fc.property(secretsAndTexts, ([secrets, texts]) => {
        const redact = createRedactor(secrets);
        for (const text of texts) expect(redact(text)).toBe(plainRedact(secrets, text));
      }),
      runs,
    );
  });

  it('lets only those texts through by a quick look that stay as they are', () => {
    fc.assert(
      fc.property(secretsAndTexts, ([secrets, texts]) => {
        const redact = createRedactor(secrets);
        for (const text of texts) if (redact.isHarmless(text)) expect(plainRedact(secrets, text)).toBe(text);
      }),
      runs,
    );
    expect(createRedactor(['known-secret']).isHarmless('flow-1 was added')).toBe(true);
  });

  it('hides in each member of a document what its key, its value, or both together show', () => {
    fc.assert(
      fc.property(secretsAndTexts, ([secrets, texts]) => {
        const redact = createRedactor(secrets);
        for (const [index, key] of texts.entries()) {
          const value = texts[(index + 1) % texts.length] ?? '';
          const alone = plainRedact(secrets, value);
          const member = JSON.stringify({ [key]: value });
          const isSeen = alone === value && plainRedact(secrets, member) !== member;
          expect(redactDocument({ [key]: value }, redact)).toEqual({
            [plainRedact(secrets, key)]: isSeen ? '***' : alone,
          });
        }
      }),
      runs,
    );
  });

  it('has a hint for each pattern, which every text that it matches has', () => {
    fc.assert(
      fc.property(textWith([]), (text) => {
        for (const { hints, pattern } of secretPatterns)
          for (const [match] of text.matchAll(pattern))
            expect(hints.some((hint) => match.toLowerCase().includes(hint))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is compared on texts that every pattern matches', () => {
    const unmatched = secretPatterns.filter(({ pattern }) => !pieces.some((piece) => piece.match(pattern)));
    expect(unmatched).toEqual([]);
  });

  it('knows no form of a secret that is shorter than what it is found by', () => {
    fc.assert(
      fc.property(anySecrets, (secrets) => {
        const forms = secrets.map(encodingsOf).flatMap(({ exact, embedded }) => [...exact, ...embedded]);
        expect(forms.filter((form) => form.length < 4)).toEqual([]);
      }),
      runs,
    );
  });
});
