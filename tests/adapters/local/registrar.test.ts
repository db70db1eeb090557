import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { dayMs } from '../../../src/core/instant.ts';
import { definitionOf, type Playground, playground } from './playground.ts';

let place: Playground;
const searchPath = process.env['PATH'];
beforeEach(async () => {
  place = await playground();
});
afterEach(async () => {
  process.env['PATH'] = searchPath;
  await place.remove();
});

/** A git in front of the real one that writes down what it is asked. */
async function listenToGit(): Promise<() => Promise<string[]>> {
  const git = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const folder = path.join(place.root, 'listening');
  const heard = path.join(folder, 'heard');
  await mkdir(folder);
  await writeFile(heard, '');
  await writeFile(path.join(folder, 'git'), `#!/bin/sh\necho "$*" >> '${heard}'\nexec '${git}' "$@"\n`);
  await chmod(path.join(folder, 'git'), 0o755);
  process.env['PATH'] = `${folder}:${searchPath}`;
  return async () => (await readFile(heard, 'utf8')).split('\n').filter((line) => line !== '');
}

async function addOldBuilds(flow: string): Promise<void> {
  for (let index = 0; index < 45; index += 1) {
    const build = path.join(place.directory, 'builds', flow, `old-${index}`);
    await mkdir(build, { recursive: true });
    const used = new Date(Date.now() - (90 - index) * dayMs);
    await utimes(build, used, used);
  }
}

const buildsOf = async (flow: string) => (await readdir(path.join(place.directory, 'builds', flow))).length;

describe('the registrations of one deploy', () => {
  it('list the files of the repository once, however many flows there are', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    execFileSync('git', ['init', '-q', place.root]);
    await place.write(Object.fromEntries(names.map((name) => [`flows/${name}/main.mjs`, `'${name}'\n`])));
    await place.write({ '.gitignore': 'listening\n', 'lib/one.sql': 'select 1', 'lib/skipped.sql': '' });
    const heard = await listenToGit();
    const registrar = place.executor.registrar?.();
    for (const name of names) {
      const inputs = ['../../lib/*.sql', '!../../lib/skipped.sql'];
      await registrar?.register(definitionOf(name, { inputs }));
    }
    expect((await heard()).filter((line) => line.includes('ls-files'))).toHaveLength(1);
    for (const name of names) {
      const [build = ''] = await readdir(path.join(place.directory, 'builds', name));
      const files = path.join(place.directory, 'builds', name, build, 'files');
      expect(await readdir(path.join(files, 'flows', name))).toEqual(['main.mjs']);
      expect(await readdir(path.join(files, 'lib'))).toEqual(['one.sql']);
    }
  });

  it('see a file that was added between two deploys', async () => {
    execFileSync('git', ['init', '-q', place.root]);
    await place.write({ 'flows/a/main.mjs': '' });
    await place.executor.registrar?.().register(definitionOf('a'));
    await place.write({ 'flows/a/more.mjs': '' });
    const fingerprint = 'f'.repeat(64);
    await place.executor.registrar?.().register(definitionOf('a', { fingerprint }));
    const files = path.join(place.directory, 'builds/a', fingerprint, 'files/flows/a');
    expect(await readdir(files)).toEqual(['main.mjs', 'more.mjs']);
  });

  it('prune everything once, and then only the flow that was built', async () => {
    await place.write({ 'flows/a/main.mjs': '', 'flows/b/main.mjs': '' });
    await addOldBuilds('other');
    const registrar = place.executor.registrar?.();
    await registrar?.register(definitionOf('a'));
    expect(await buildsOf('other')).toBe(40);
    await addOldBuilds('other');
    await addOldBuilds('b');
    await registrar?.register(definitionOf('b'));
    expect(await buildsOf('b')).toBe(40);
    expect(await buildsOf('other')).toBe(45);
  });
});
