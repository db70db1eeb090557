import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { complaintsOf } from '../../compile.ts';

const records = 'src/adapters/git/state/records';
const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** What the compiler says of the records when a contributor changes a type as the recipe has it, and nothing else. */
function complaintsAfter(path: string, from: string, to: string): readonly string[] {
  const text = read(path);
  expect(text).toContain(from);
  const files = ['runs', 'deployments', 'alerts', 'roots'].map((name) => `${records}/${name}.ts`);
  return complaintsOf(
    new Map([[path, text.replace(from, to)], ...files.map((file) => [file, read(file)] as const)]),
  ).filter((complaint) => complaint.startsWith(records));
}

describe('A record that state could not hold', () => {
  it.each([
    [
      'an optional field of a policy',
      'src/core/flow.ts',
      '  readonly onUnknown:',
      '  readonly newKey?: string;\n  readonly onUnknown:',
    ],
    [
      'an optional field of a run',
      'src/core/run.ts',
      '  readonly granted: number;',
      '  readonly granted: number;\n  readonly newKey?: string;',
    ],
    [
      'a required field of a gap',
      'src/core/gap.ts',
      '  readonly count: number;',
      '  readonly count: number;\n  readonly newKey: string;',
    ],
    [
      'a number that becomes a moment',
      'src/core/run.ts',
      '  readonly granted: number;',
      '  readonly granted: Instant;',
    ],
    [
      'a further cause of a stop',
      'src/core/run.ts',
      "export type StopCause = 'cancelled'",
      "export type StopCause = 'newly' | 'cancelled'",
    ],
  ])(
    'does not compile: %s',
    (_, path, from, to) => {
      expect(complaintsAfter(path, from, to)).not.toEqual([]);
    },
    60_000,
  );

  it('is the only thing that the compiler has to say', () => {
    expect(complaintsAfter('src/core/gap.ts', 'next to each other', 'next to one another')).toEqual([]);
  }, 60_000);
});
