import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

const root = new URL('..', import.meta.url);

function codesIn(text: string): readonly string[] {
  return text.match(/\b[EW]_[A-Z][A-Z0-9_]*[A-Z0-9]\b/g) ?? [];
}

const sources = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);
const used = new Set(sources.flatMap((file) => codesIn(readFileSync(new URL(`src/${file}`, root), 'utf8'))));
const rows = [
  ...readFileSync(new URL('docs/errors.md', root), 'utf8').matchAll(
    /^\| `([EW]_\w+)` \| (.+?) \| (.+?) \|$/gm,
  ),
];
const listed = rows.map(([, code = '']) => code);

it('Every code of the source is listed in docs/errors.md, once, and no other', () => {
  expect([...listed].sort()).toEqual([...used].sort());
});

it('Every listed code says what it means and what to do in sentences', () => {
  for (const [, code, meaning, advice] of rows)
    expect([code, meaning, advice]).toEqual([
      code,
      expect.stringMatching(/\.$/),
      expect.stringMatching(/\.$/),
    ]);
});
