import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { performInit } from '../../../src/doors/cli/init.ts';
import { parseProject } from '../../../src/flow/project.ts';

const action = `acme/headgate@${'c'.repeat(40)}`;
let root: string;
beforeEach(() => {
  root = path.join(mkdtempSync(path.join(tmpdir(), 'headgate-init-')), 'Our Flows');
  mkdirSync(root);
  execFileSync('git', ['init', '-q'], { cwd: root });
});
afterEach(() => rmSync(path.dirname(root), { recursive: true, force: true }));

const init = (given: string | undefined = action) =>
  performInit({ cwd: root }, { action: given, language: 'typescript' });
const text = (file: string) => readFileSync(path.join(root, file), 'utf8');

describe('headgate init', () => {
  it('makes a repository that validates, with workflows that take the action by its commit', async () => {
    await init();
    const { project, problems } = parseProject({
      file: 'headgate.yml',
      bytes: Buffer.from(text('headgate.yml')),
    });
    expect([project?.name, problems]).toEqual(['our-flows', []]);
    expect(readdirSync(path.join(root, '.github/workflows')).sort()).toEqual(
      ['control', 'deploy', 'plan', 'run', 'tick'].map((name) => `${name}.yml`),
    );
    for (const name of readdirSync(path.join(root, '.github/workflows'))) {
      const workflow = text(`.github/workflows/${name}`);
      expect(workflow).toContain(`uses: ${action}\n`);
      expect(workflow).not.toContain('uses: ./');
    }
    expect(readdirSync(path.join(root, 'flows/hello-world'))).toContain('flow.yml');
    expect(text('.gitignore')).toContain('.headgate/');
  });

  it('changes nothing that is there, and says so', async () => {
    await init();
    for (const file of ['headgate.yml', 'flows/hello-world/flow.yml', '.github/workflows/tick.yml'])
      writeFileSync(path.join(root, file), `# ours: ${file}\n`);
    const performed = await init();
    expect(text('headgate.yml')).toBe('# ours: headgate.yml\n');
    expect(text('flows/hello-world/flow.yml')).toBe('# ours: flows/hello-world/flow.yml\n');
    expect(performed.text.match(/stays as it is/g)).toHaveLength(11);
  });

  it('takes repository and commit of the action from the lock file', async () => {
    const resolved = `git+ssh://git@github.com/${action.replace('@', '.git#')}`;
    const lock = { packages: { 'node_modules/headgate': { resolved } } };
    writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify(lock, null, 2));
    expect(
      (await performInit({ cwd: root }, { action: undefined, language: 'python' })).document,
    ).toMatchObject({ action });
  });

  it('asks for the action where nothing says it, and writes nothing', async () => {
    const asked = performInit({ cwd: root }, { action: undefined, language: 'typescript' });
    await expect(asked).rejects.toMatchObject({ problems: [{ code: 'E_REQUIRED', field: 'action' }] });
    expect(readdirSync(root)).toEqual(['.git']);
  });
});
