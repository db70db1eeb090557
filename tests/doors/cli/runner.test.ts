import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../src/core/json.ts';
import { RefusedError } from '../../../src/core/problem.ts';
import { requestOf } from '../../../src/doors/cli/request.ts';
import { tellRunner, tellRunnerOfFailure } from '../../../src/doors/cli/runner.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'headgate-runner-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

async function told(document: JsonObject): Promise<{ readonly summary: string; readonly output: string }> {
  const [summary, output] = [join(directory, 'summary'), join(directory, 'output')];
  const performed = { exitCode: 0, document, text: '', summary: '## Shown' } as const;
  await tellRunner(performed, { GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output });
  return { summary: readFileSync(summary, 'utf8'), output: readFileSync(output, 'utf8') };
}

describe('A set-up in a job', () => {
  it.each<[string, JsonObject, boolean]>([
    ['a change', { digest: 'd', stacks: [{ template: 'network', changes: [] }, { changes: [{}] }] }, true],
    ['no change', { digest: 'd', stacks: [{ template: 'network', changes: [] }] }, false],
    ['a stack to remove', { digest: 'd', stacks: ['network'] }, true],
    ['no stack', { digest: 'd', stacks: [] }, false],
  ])(
    'tells the next job what was shown, and whether there is anything to do: %s',
    async (_, document, hasChanges) => {
      expect(await told(document)).toEqual({
        summary: '## Shown\n',
        output: `digest=d\nchanges=${hasChanges}\n`,
      });
    },
  );

  it('says in the summary what went wrong, as text', async () => {
    const summary = join(directory, 'summary');
    const problem = { code: 'E_STACK', field: 'headgate-acme-access', message: 'It is ``` @here.' };
    await tellRunnerOfFailure(new RefusedError(problem), { GITHUB_STEP_SUMMARY: summary });
    const text = 'E_STACK headgate-acme-access: It is ``` @here.';
    expect(readFileSync(summary, 'utf8')).toBe(`## It did not work\n\n\`\`\`\`text\n${text}\n\`\`\`\`\n`);
  });

  it('tells nobody on a laptop', async () => {
    await tellRunnerOfFailure(new Error('x'), {});
    await tellRunner({ exitCode: 0, document: {}, text: '', summary: 'x' }, { GITHUB_OUTPUT: '' });
  });
});

describe('An approval', () => {
  const ask = (options: { readonly [name: string]: unknown }) =>
    requestOf({ verb: 'teardown', argument: undefined, options });

  it('is the digest of what was shown, together with the will to carry it out', () => {
    const approved = '0f'.repeat(32);
    expect(ask({ yes: true, approved })).toMatchObject({ isConfirmed: true, approved });
    expect(ask({ yes: true })).toMatchObject({ isConfirmed: true, approved: undefined });
  });

  it.each([
    { yes: true, approved: 'yes' },
    { yes: true, approved: '0F'.repeat(32) },
    { yes: true, approved: '' },
    { approved: '0f'.repeat(32) },
  ])('is nothing else: %j', (options) => {
    expect(() => ask(options)).toThrow('E_APPROVED');
  });
});
