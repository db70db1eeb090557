import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { prune } from '../../../src/adapters/local/prune.ts';
import { dayMs, instantFromMs } from '../../../src/core/instant.ts';
import { type Playground, playground } from './playground.ts';

const now = instantFromMs(Date.now());
let place: Playground;
beforeEach(async () => {
  place = await playground();
});
afterEach(() => place.remove());

async function addRun(index: number, endedAt: number | undefined): Promise<string> {
  const name = `local-${String(index).padStart(32, '0')}`;
  const run = path.join(place.directory, 'runs', name);
  await mkdir(run, { recursive: true });
  await mkdir(path.join(place.directory, 'started-by', `hg-${index}`), { recursive: true });
  await writeFile(path.join(place.directory, 'started-by', `hg-${index}`, name), '');
  await writeFile(path.join(run, 'request.json'), JSON.stringify({ startedBy: `hg-${index}` }));
  if (endedAt !== undefined)
    await writeFile(path.join(run, 'end.json'), JSON.stringify({ class: 'exit-zero', at: endedAt }));
  return name;
}

describe('pruning', () => {
  it('removes the oldest ended runs beyond 500, with their index, but none that is open or of today', async () => {
    const open = await addRun(0, undefined);
    const old = await Promise.all(
      Array.from({ length: 300 }, (_, index) => addRun(index + 1, now - 9 * dayMs + index)),
    );
    const fresh = await Promise.all(
      Array.from({ length: 210 }, (_, index) => addRun(index + 501, now - 1_000)),
    );
    await prune(place.directory, now);
    const left = new Set(await readdir(path.join(place.directory, 'runs')));
    expect(left.size).toBe(500);
    expect(left.has(open)).toBe(true);
    expect(fresh.every((name) => left.has(name))).toBe(true);
    expect(old.filter((name) => !left.has(name))).toEqual(old.slice(0, 11));
    const index = await readdir(path.join(place.directory, 'started-by'));
    expect(index).not.toContain('hg-1');
    expect(index).toContain('hg-12');
    // Thousands of files: on a busy disk that takes longer than a test usually may.
  }, 60_000);

  it('removes what a crash left half made, once it is an hour old', async () => {
    const runs = path.join(place.directory, 'runs');
    for (const name of ['.new-old', '.new-young']) await mkdir(path.join(runs, name), { recursive: true });
    const old = new Date(now - 2 * 60 * 60 * 1_000);
    await utimes(path.join(runs, '.new-old'), old, old);
    await prune(place.directory, now);
    expect(await readdir(runs)).toEqual(['.new-young']);
  });

  it('keeps the 40 builds of a flow that were used last', async () => {
    for (let index = 0; index < 45; index++) {
      const build = path.join(place.directory, 'builds/a', String(index).padStart(2, '0'));
      await mkdir(build, { recursive: true });
      const used = new Date(now - (90 - index) * dayMs);
      await utimes(build, used, used);
    }
    await prune(place.directory, now);
    const left = (await readdir(path.join(place.directory, 'builds/a'))).sort();
    expect(left.length).toBe(40);
    expect(left[0]).toBe('05');
  });

  it('finds nothing to do where nothing was kept yet', async () => {
    await expect(prune(path.join(place.root, 'nowhere'), now)).resolves.toBeUndefined();
  });
});
