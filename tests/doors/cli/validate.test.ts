import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
// Jest links modules wrongly that are first imported at once by `import()` (jest 30 on Node.js 20).
import '../../../src/adapters/local/event-log.ts';
import '../../../src/adapters/local/executor.ts';
import '../../../src/adapters/local/logs.ts';
import { main } from '../../../src/doors/cli/main.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'headgate-validate-'));
  execFileSync('git', ['init', '-q', '-b', 'main', root]);
  const lock = {
    lockfileVersion: 3,
    packages: {
      'node_modules/duck': { version: '1.0.0', optionalDependencies: { 'duck-linux': '1' } },
      'node_modules/duck-linux': { version: '1.0.0', optional: true, os: ['linux'] },
    },
  };
  write({
    '.gitignore': 'node_modules\n',
    'headgate.yml': 'project: t\n',
    'package.json': '{"dependencies":{"duck":"1"}}',
    'package-lock.json': JSON.stringify(lock),
    'flows/duck/flow.yml': 'description: x\n',
    'flows/duck/index.ts': "import duck from 'duck';\nconsole.log(duck);\n",
    'flows/plain/flow.yml': 'description: x\n',
    'flows/plain/index.ts': 'console.log(1);\n',
  });
  execFileSync('git', ['add', '-A'], { cwd: root });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(files: { readonly [file: string]: string }): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}

async function validate(): Promise<readonly [number, string]> {
  let text = '';
  const take = (more: string): void => {
    text += more;
  };
  return [await main(['validate', '--json', '--cwd', root], '1.2.3', { result: take, message: take }), text];
}

describe('headgate validate, of a flow with a package that comes with compiled programs', () => {
  it('warns where packages are not installed', async () => {
    const [exitCode, text] = await validate();
    expect(exitCode).toBe(0);
    expect(text).toContain('W_MAY_NOT_BUNDLE Flow \\"duck\\" uses packages that come with compiled programs');
    expect(text).not.toContain('Flow \\"plain');
  });

  it('bundles it where they are, and says what the bundler says', async () => {
    write({
      'node_modules/duck/index.js': "module.exports = require('./x.node');",
      'node_modules/duck/x.node': 'x',
    });
    const [exitCode, text] = await validate();
    expect(exitCode).toBe(2);
    expect(text).toContain('E_BUNDLE No loader is configured for \\".node\\" files');
    expect(text).toContain('Name it under `external`');
  });

  it('is content where it can be bundled, and where its own image brings the package', async () => {
    write({ 'node_modules/duck/index.js': 'module.exports = 1;' });
    expect(await validate()).toEqual([0, expect.stringContaining('"warnings":[]')]);
    write({
      'node_modules/duck/index.js': "module.exports = require('./x.node');",
      'flows/duck/flow.yml': 'external: [duck]\nimage: { dockerfile: Dockerfile }\n',
      'flows/duck/Dockerfile': 'FROM scratch\n',
    });
    execFileSync('git', ['add', '-A'], { cwd: root });
    const [exitCode, text] = await validate();
    expect([exitCode, text]).toEqual([0, expect.not.stringContaining('W_MAY_NOT_BUNDLE')]);
  });
});
