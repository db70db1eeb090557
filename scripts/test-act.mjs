// The shipped workflows under act, a runner of workflows, from the event to the completed check. act is built from its Go
// module into .cache/tools. `npm run test:act`
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { goTool } from './go-tool.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const act = goTool({ module: 'github.com/nektos/act', version: 'v0.2.89' });
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const { status } = spawnSync(
  process.execPath,
  [...flags, 'node_modules/jest/bin/jest.js', '--testMatch', '<rootDir>/tests/workflows/*.act-test.ts'],
  { cwd: root, env: { ...process.env, HEADGATE_ACT: act }, stdio: 'inherit', timeout: 600_000 },
);
process.exitCode = status ?? 1;
