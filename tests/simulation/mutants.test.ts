import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

type Mutant = {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
};

const read = (place: string) => readFileSync(new URL(place, import.meta.url), 'utf8');
const mutants: readonly Mutant[] = JSON.parse(read('./mutants.json'));

describe('Each mutant of the simulator', () => {
  it.each(mutants)('still finds once what it changes: $name', ({ file, find, replace }) => {
    expect(read(`../../${file}`).split(find)).toHaveLength(2);
    expect(replace).not.toBe(find);
  });
});
