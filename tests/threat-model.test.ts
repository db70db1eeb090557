import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const place = new URL('../docs/threat-model.md', import.meta.url);
const page = readFileSync(place, 'utf8');

/** The rows of the tables that say by which test something is shown. */
const rows = page
  .split(/^## /m)
  .filter((section) => section.includes('| shown by |'))
  .flatMap((section) => section.split('\n').filter((line) => /^\| (?!threat|---)/.test(line)));

const proofs = rows.flatMap((row) =>
  [...row.matchAll(/\]\((\.\.\/tests\/[^)]+)\) "([^"]+)"/g)].map(([, file = '', title = '']) => ({
    row,
    file,
    title,
  })),
);

describe('the threat model', () => {
  it('names a test for every threat', () => {
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.filter((row) => !proofs.some((proof) => proof.row === row))).toEqual([]);
  });

  it('names tests that exist', () => {
    const untrue = proofs.filter(
      ({ file, title }) => !readFileSync(new URL(file, place), 'utf8').includes(title),
    );
    expect(untrue.map(({ file, title }) => `${file}: ${title}`)).toEqual([]);
  });
});
