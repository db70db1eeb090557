import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parseBuildRecord } from '../../../src/core/build-record-text.ts';
import type { FlowName } from '../../../src/core/flow.ts';
import { performBuild } from '../../../src/doors/cli/build.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'headgate-build-verb-'));
  write({
    'flows/one/flow.yml': 'description: First\n',
    'flows/one/index.ts': 'console.log(1);\n',
    'flows/two/flow.yml': 'description: Second\ncommand: [sh, run.sh]\n',
    'flows/two/run.sh': 'echo 2\n',
    'flows/own/flow.yml': 'description: Third\nimage: { dockerfile: Dockerfile }\n',
    'flows/own/Dockerfile': 'FROM scratch\n',
    'flows/own/index.ts': 'console.log(3);\n',
  });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(files: { readonly [file: string]: string }): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}

function build(flow?: string, record?: string): ReturnType<typeof performBuild> {
  return performBuild({ cwd: root }, { flow, out: 'out', record });
}

const broken = {
  'flows/broken/flow.yml': 'description: x',
  'flows/broken/index.ts': "import './absent.ts';\n",
};

describe('headgate build', () => {
  it.each(['without git', 'with git'])(
    'builds the flows of the project image and says how large they are, %s',
    async (how) => {
      if (how === 'with git') execFileSync('git', ['init', '-q'], { cwd: root });
      const { exitCode, document, text } = await build();
      expect(exitCode).toBe(0);
      expect(document).toMatchObject({
        out: path.join(root, 'out'),
        flows: [{ flow: 'one' }, { flow: 'two', bytes: 7 }],
      });
      expect(text).toMatch(/^Built 2 flows into .*out\n {2}one {2} +\d+\.\d kB\n {2}two {2} +0\.0 kB\n$/);
      expect(readdirSync(path.join(root, 'out')).sort()).toEqual(['one', 'two']);
    },
  );

  it('builds one flow by name, also one with an image of its own', async () => {
    await build('own');
    expect(readdirSync(path.join(root, 'out'))).toEqual(['own']);
  });

  it('names the flows there are when asked for another', async () => {
    await expect(build('three')).rejects.toMatchObject({
      problems: [{ code: 'E_FLOW_UNKNOWN', fix: 'The flows here are: one, own, two.' }],
    });
  });

  it('leaves out a flow that cannot be built, names it, builds the others, and fails', async () => {
    write(broken);
    const { exitCode, document, text } = await build();
    expect([exitCode, readdirSync(path.join(root, 'out')).sort()]).toEqual([1, ['one', 'two']]);
    expect(document).toMatchObject({
      flows: [{ flow: 'one' }, { flow: 'two' }],
      unbuilt: [{ flow: 'broken', problems: [{ code: 'E_BUNDLE', file: 'flows/broken/index.ts' }] }],
    });
    expect(text).toContain('Not built: broken. With --record FILE');
    expect(text).toContain('flows/broken/index.ts:1:8 E_BUNDLE');
  });

  it('is done where a record tells the deploy what the image lacks', async () => {
    write(broken);
    const { exitCode } = await build(undefined, 'record.json');
    const record = parseBuildRecord(readFileSync(path.join(root, 'record.json'), 'utf8'));
    expect([exitCode, [...(record?.keys() ?? [])]]).toEqual([0, ['one', 'two', 'broken']]);
    expect(record?.get('broken' as FlowName)).toMatchObject({ unbuilt: [{ code: 'E_BUNDLE' }] });
  });

  it('builds one flow by name, whatever becomes of another', async () => {
    write(broken);
    expect((await build('one')).exitCode).toBe(0);
    expect((await build('broken')).exitCode).toBe(1);
  });

  it('builds nothing when a manifest is wrong', async () => {
    write({ 'flows/one/flow.yml': 'nonsense: true\n' });
    await expect(build()).rejects.toMatchObject({ problems: [{ code: 'E_UNKNOWN_KEY' }] });
    expect(readdirSync(root)).toEqual(['flows']);
  });
});
