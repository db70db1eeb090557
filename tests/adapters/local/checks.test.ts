import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { localChecks } from '../../../src/adapters/local/checks.ts';
import type { Check } from '../../../src/core/check.ts';
import { instantFromMs } from '../../../src/core/instant.ts';
import { type Playground, playground, textOf } from './playground.ts';

let place: Playground;
beforeEach(async () => {
  place = await playground();
});
afterEach(() => place.remove());

const check: Check = {
  name: 'flow / hello',
  externalId: 'hello-20260101-0000',
  commit: 'c'.repeat(40),
  status: { kind: 'in-progress' },
  startedAt: instantFromMs(0),
  title: 'running',
  summary: 'A summary.',
  annotations: [
    { path: 'flows/hello/index.ts', line: 3, level: 'failure', title: 'x', message: 'It broke.' },
  ],
};

describe('the checks of a laptop', () => {
  it('are a page and a JSON file each, found again by their external id', async () => {
    const checks = localChecks(place);
    const [first] = await checks.publish([{ check }], 10);
    const ended: Check = {
      ...check,
      status: { kind: 'completed', conclusion: 'failure', at: instantFromMs(60_000) },
      title: 'failed',
    };
    const [second] = await checks.publish([{ check: ended }], 10);
    expect(first).toEqual({ kind: 'published', checkId: 'hello-20260101-0000' });
    expect(second).toEqual(first);
    const folder = path.join(place.directory, 'checks');
    expect((await readdir(folder)).sort()).toEqual(['hello-20260101-0000.json', 'hello-20260101-0000.md']);
    expect(JSON.parse((await textOf(path.join(folder, 'hello-20260101-0000.json'))) ?? '')).toEqual(ended);
    expect(await textOf(path.join(folder, 'hello-20260101-0000.md'))).toBe(
      `# flow / hello: failed\n\nfailure, ended at 1970-01-01T00:01:00Z, on commit ${'c'.repeat(40)}.\n\nA summary.\n\n` +
        '- failure at flows/hello/index.ts:3: It broke.\n',
    );
  });

  it('wait for a later tick when the budget is used up', async () => {
    const other = { ...check, externalId: 'other' };
    const answers = await localChecks(place).publish([{ check }, { check: other }], 1);
    expect(answers.map(({ kind }) => kind)).toEqual(['published', 'deferred']);
  });

  it('stay in their folder, whatever their id says', async () => {
    const ids = ['../../escape', '..', 'a/b', ''];
    await localChecks(place).publish(
      ids.map((externalId) => ({ check: { ...check, externalId } })),
      10,
    );
    expect(await readdir(place.root)).toEqual(['.headgate']);
    expect((await readdir(path.join(place.directory, 'checks'))).length).toBe(8);
  });
});
