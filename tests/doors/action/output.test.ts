import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { writeFailure, writeOutputs } from '../../../src/doors/action/output.ts';
import { createOutgoing } from '../../../src/report/outgoing.ts';
import { createRedactor } from '../../../src/report/redact.ts';
import { commandsIn } from '../../report/runner-model.ts';

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
const outgoing = createOutgoing(createRedactor([token]));

/** What a job's log gets. */
async function printed(act: () => Promise<void>): Promise<string> {
  const { write } = process.stdout;
  let text = '';
  process.stdout.write = (chunk: string | Uint8Array) => {
    text += String(chunk);
    return true;
  };
  try {
    await act();
  } finally {
    process.stdout.write = write;
  }
  return text;
}

describe('the outputs of the action', () => {
  it('have a value after a command that has nothing to say of them', async () => {
    await writeOutputs({ exitCode: 0, document: { verb: 'doctor', isOk: true }, text: 'ok\n' }, outgoing);
    expect(outputs()).toEqual({
      changed: '[]',
      images: '{"include":[]}',
      runs: '[]',
      unfinished: 'false',
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
    await writeOutputs({ exitCode: 0, document, text: '', summary: '## Done\n' }, outgoing);
    expect(outputs()).toMatchObject({
      changed: '["a"]',
      images: '{"include":[{"name":"default"}]}',
      'next-wake': '2026-11-24T12:00:00Z',
    });
    expect(readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8')).toContain('## Done');
  });

  it('say that a result was too large, instead of being refused as a whole', async () => {
    const document = { verb: 'plan', lines: Array(100_000).fill('some text') };
    await writeOutputs({ exitCode: 0, document, text: '' }, outgoing);
    expect(JSON.parse(outputs()['result'] ?? '')).toMatchObject({ verb: 'plan', isCut: true });
  });

  it('stay together within what GitHub takes of a job, with the first runs of ten thousand', async () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `flow-${index}`);
    const runs = names.map((flow) => ({ id: `${flow}-m-1`, flow, state: 'queued', detail: 'x'.repeat(50) }));
    const document = { verb: 'tick', changed: names, images: { include: [] }, runs };
    await writeOutputs({ exitCode: 0, document, text: '' }, outgoing);
    const given = outputs();
    const bytes = Object.values(given).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    expect(bytes).toBeLessThan(1_000_000);
    expect(JSON.parse(given['changed'] ?? '')).toEqual(names);
    const shown = JSON.parse(given['runs'] ?? '');
    expect(shown.length).toBeGreaterThan(1_000);
    expect(shown).toEqual(runs.slice(0, shown.length));
    expect(JSON.parse(given['result'] ?? '')).toMatchObject({ verb: 'tick', isCut: true });
  });

  it('hold no secret after a success either, and neither do the summary and the log', async () => {
    const database = 'postgres://report:p4ssw0rd@db/sales';
    const run = {
      id: 'daily-report-1',
      parameters: { password: 'hunter22', region: 'us', [token]: true },
      attempts: [{ detail: `exec ${database}: ${btoa(`x:${token}`)}` }],
    };
    const document = { verb: 'run', subject: token, runs: [run] };
    const text = `  \u2502 connecting with ${token}\n`;
    const log = await printed(() =>
      writeOutputs({ exitCode: 0, document, text, summary: `\`${token}\` done\n` }, outgoing),
    );
    const result = JSON.parse(outputs()['result'] ?? '');
    expect(result).toEqual({
      verb: 'run',
      subject: '***',
      runs: [
        {
          id: 'daily-report-1',
          parameters: { password: '***', region: 'us', '***': true },
          attempts: [{ detail: expect.stringMatching(/^exec postgres:\/\/\*\*\*@db\/sales: \S*\*\*\*\S*$/) }],
        },
      ],
    });
    expect(JSON.parse(outputs()['runs'] ?? '')).toEqual(result.runs);
    const summary = readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8');
    expect(summary).toContain('`***` done');
    expect(log).toContain('connecting with ***');
    expect(JSON.stringify(result) + summary + log).not.toContain(token);
  });

  it('leave no command to the lines of a flow, and fence them where one might have been', async () => {
    const lines = '  \u2502 ::add-mask::e\n::error::x\n  \u2502 ##[group]y\n';
    const log = await printed(() =>
      writeOutputs({ exitCode: 0, document: { verb: 'run' }, text: lines }, outgoing),
    );
    expect(commandsIn(log)).toEqual(['stop-commands', 'resume']);
    expect(log).toContain(': :error::x');
    const plain = await printed(() =>
      writeOutputs({ exitCode: 0, document: { verb: 'run' }, text: 'all well\n' }, outgoing),
    );
    expect(plain).toBe('all well\n\n');
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

  it('stay within what GitHub takes of a summary, and say how many more there are', async () => {
    const problems = Array.from({ length: 6_000 }, (_, index) => ({
      code: 'E_UNKNOWN_KEY',
      field: `k${index}`,
      message: 'x'.repeat(2_000),
    }));
    await writeFailure({ problems }, { command: 'plan', redact: createRedactor([]) });
    const summary = readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8');
    expect(Buffer.byteLength(summary)).toBeLessThan(1_048_576);
    const shown = summary.match(/`E_UNKNOWN_KEY`/g)?.length ?? 0;
    expect(shown).toBeGreaterThan(100);
    expect(summary).toContain(`- and ${6_000 - shown} more`);
  });
});
