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
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: root });
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
      ['control', 'deploy', 'plan', 'run', 'setup', 'teardown', 'tick'].map((name) => `${name}.yml`),
    );
    for (const name of readdirSync(path.join(root, '.github/workflows'))) {
      const workflow = text(`.github/workflows/${name}`);
      expect(workflow).toMatch(new RegExp(`uses: acme/headgate(?:/infrastructure)?@${'c'.repeat(40)}\\n`));
      expect(workflow).not.toMatch(/uses: \.\/|[ (]docs\/adopt\.md/);
    }
    expect(readdirSync(path.join(root, 'flows/hello-world'))).toContain('flow.yml');
    expect(text('.gitignore')).toContain('.headgate/');
    expect(text('.github/dependabot.yml').match(/cooldown: \{ default-days: 7 \}/g)).toHaveLength(3);
  });

  it('changes nothing that is there, and says so', async () => {
    await init();
    for (const file of ['headgate.yml', 'flows/hello-world/flow.yml', '.github/workflows/tick.yml'])
      writeFileSync(path.join(root, file), `# ours: ${file}\n`);
    const performed = await init();
    expect(text('headgate.yml')).toBe('# ours: headgate.yml\n');
    expect(text('flows/hello-world/flow.yml')).toBe('# ours: flows/hello-world/flow.yml\n');
    expect(performed.text.match(/stays as it is/g)).toHaveLength(17);
    expect(performed.text).toMatch(/nothing is new\.\n$/);
    expect(performed.text).not.toContain('.gitignore:');
  });

  it('says what an own .gitignore lacks, and greets nobody who has flows', async () => {
    writeFileSync(path.join(root, '.gitignore'), 'node_modules/\n');
    mkdirSync(path.join(root, 'flows/ours'), { recursive: true });
    expect((await init()).text).toContain('Add the line .headgate/ to .gitignore');
    expect(readdirSync(path.join(root, 'flows'))).toEqual(['ours']);
    writeFileSync(path.join(root, '.gitignore'), '/.headgate\n');
    expect((await init()).text).not.toContain('Add the line');
  });

  it.each([
    ['symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/trunk', 'trunk'],
    ['symbolic-ref HEAD refs/heads/master', 'master'],
    ['symbolic-ref HEAD refs/heads/a-feature', 'main'],
  ])('deploys the branch that the repository goes by: after git %s it is %s', async (command, branch) => {
    execFileSync('git', command.split(' '), { cwd: root });
    await init();
    expect(text('.github/workflows/deploy.yml')).toContain(`    branches: [${branch}]\n`);
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
