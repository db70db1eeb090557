// The shipped workflows under act, a runner of workflows, from the event to the completed check. act is built from its Go
// module into .cache/tools. `npm run test:act`
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { goTool } from './go-tool.mjs';
import { startMotoStacks } from './moto-stacks.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const act = goTool({ module: 'github.com/nektos/act', version: 'v0.2.89' });
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const { url, stop } = await startMotoStacks();
try {
  const { status } = spawnSync(
    process.execPath,
    [...flags, 'node_modules/jest/bin/jest.js', '--testMatch', '<rootDir>/tests/workflows/*.act-test.ts'],
    {
      cwd: root,
      env: {
        ...process.env,
        AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
        HEADGATE_ACT: act,
        HEADGATE_MOTO_URL: url,
      },
      stdio: 'inherit',
      timeout: 1_200_000,
    },
  );
  process.exitCode = status ?? 1;
} finally {
  stop();
}
