import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { emptyState } from '../../../../src/core/state.ts';
import { performSite } from '../../../../src/doors/cli/live/site-files.ts';
import { noon } from '../../../core/builders.ts';
import {
  everydayState,
  failedId,
  flows,
  hostileLines,
  secret,
  stageOf,
  taskLines,
  thousandRuns,
} from './stage.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'headgate-site-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function write(state: Parameters<typeof stageOf>[0]['state'], out: string | undefined) {
  const stage = await stageOf({ registry: flows, state });
  stage.logs.set('a2', { lines: [...taskLines(), ...hostileLines], isEnded: true });
  const performed = await performSite({ ...stage.site, root: folder, directory: folder, cwd: folder }, out);
  return { performed, stage };
}

it('writes a page for each run and flow, and escapes and redacts their logs', async () => {
  const out = join(folder, 'out');
  const { performed } = await write(everydayState(), out);
  expect(performed.document).toMatchObject({ verb: 'site', out, index: join(out, 'index.html'), runs: 4 });
  expect(readdirSync(join(out, 'runs'))).toHaveLength(4);
  expect(readdirSync(join(out, 'flows'))).toHaveLength(3);
  const text = readFileSync(join(out, 'runs', `${failedId}.html`), 'utf8');
  expect(text).toContain('&lt;script&gt;window.pwned');
  expect(text).not.toMatch(new RegExp(`<script|<form|${secret}`));
});

it('is of its user alone where it shows logs of this machine', async () => {
  const out = join(folder, 'out');
  mkdirSync(out, { mode: 0o755 });
  await write(everydayState(), out);
  expect(statSync(out).mode & 0o777).toBe(0o700);
});

it('takes a folder as relative to where the command works', async () => {
  const { performed } = await write(emptyState(noon), 'public');
  expect(performed.document).toMatchObject({ out: join(folder, 'public') });
});

it('reads the logs of the newest runs only, and says so on the pages of the others', async () => {
  const out = join(folder, 'out');
  const { stage } = await write(thousandRuns(), out);
  expect(stage.reads).toBe(100);
  expect(readdirSync(join(out, 'runs'))).toHaveLength(1_000);
  const oldest = readFileSync(join(out, 'runs', 'hourly-check-m-0999.html'), 'utf8');
  expect(oldest).toContain('Logs are shown here of the newest 100 runs.');
});

it('takes away the pages of what is gone when it writes to the same folder again', async () => {
  await write(everydayState(), undefined);
  await write(emptyState(noon), undefined);
  expect(readdirSync(join(folder, 'site', 'runs'))).toEqual([]);
  expect(existsSync(join(folder, 'site', 'index.html'))).toBe(true);
});

it('leaves a folder alone that holds other files, and a file', async () => {
  const other = join(folder, 'other');
  mkdirSync(join(other, 'runs'), { recursive: true });
  writeFileSync(join(other, 'runs', 'mine.txt'), 'mine');
  await expect(write(everydayState(), other)).rejects.toThrow('E_OUT');
  expect(readdirSync(other, { recursive: true })).toEqual(['runs', join('runs', 'mine.txt')]);
  await expect(write(everydayState(), join(other, 'runs', 'mine.txt'))).rejects.toThrow('E_OUT');
});
