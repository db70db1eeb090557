import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { writeFailure, writeOutputs } from '../../../src/doors/action/output.ts';
import { createRedactor } from '../../../src/report/redact.ts';

const directory = mkdtempSync(join(tmpdir(), 'headgate-output-'));
const files = { GITHUB_OUTPUT: join(directory, 'output'), GITHUB_STEP_SUMMARY: join(directory, 'summary') };
const before = { ...process.env };
beforeEach(() => {
  Object.assign(process.env, files);
  for (const file of Object.values(files)) writeFileSync(file, '');
});
afterAll(() => {
  for (const name of Object.keys(files)) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
  rmSync(directory, { recursive: true, force: true });
});

function outputs(): { readonly [name: string]: string } {
  const text = readFileSync(files.GITHUB_OUTPUT, 'utf8');
  return Object.fromEntries(
    [...text.matchAll(/^(.+?)<<(ghadelimiter_\S+)\n([\s\S]*?)\n?\2$/gm)].map(([, name, , value]) => [
      name,
      value,
    ]),
  );
}

const token = 'ghs_0123456789abcdefghijklmnopqrstuvwxyz';

describe('the outputs of the action', () => {
  it('have a value after a command that has nothing to say of them', async () => {
    await writeOutputs({ exitCode: 0, document: { verb: 'doctor', isOk: true }, text: 'ok\n' });
    expect(outputs()).toEqual({
      changed: '[]',
      images: '{"include":[]}',
      runs: '[]',
      'next-wake': '',
      result: '{"verb":"doctor","isOk":true}',
    });
  });

  it('carry what the command came to', async () => {
    const document = {
      verb: 'deploy',
      changed: ['a'],
      images: { include: [{ name: 'default' }] },
      nextWake: '2026-11-24T12:00:00Z',
    };
    await writeOutputs({ exitCode: 0, document, text: '', summary: '## Done\n' });
    expect(outputs()).toMatchObject({
      changed: '["a"]',
      images: '{"include":[{"name":"default"}]}',
      'next-wake': '2026-11-24T12:00:00Z',
    });
    expect(readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8')).toContain('## Done');
  });

  it('say that a result was too large, instead of being refused as a whole', async () => {
    await writeOutputs({ exitCode: 0, document: { verb: 'plan', text: 'x'.repeat(1_000_000) }, text: '' });
    expect(JSON.parse(outputs()['result'] ?? '')).toMatchObject({ verb: 'plan', isCut: true });
  });

  it('name what went wrong, and so does the job summary, without the token', async () => {
    const problem = { code: 'E_GIT', message: `remote: https://x:${token}@host said <b>no</b>` };
    await writeFailure({ problems: [problem] }, { command: 'tick', redact: createRedactor([token]) });
    const result = JSON.parse(outputs()['result'] ?? '');
    expect(result).toMatchObject({ verb: 'tick', isOk: false, problems: [{ code: 'E_GIT' }] });
    expect(outputs()).toMatchObject({ changed: '[]', runs: '[]', 'next-wake': '' });
    const summary = readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8');
    expect(summary).toContain('- `E_GIT` remote: `https://***@host` said `<b>no</b>`');
    expect(JSON.stringify(result) + summary).not.toContain(token);
  });
});
