import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { localChecks } from '../../src/adapters/local/checks.ts';
import { handleOf } from '../../src/adapters/local/run-directory.ts';
import type { Check } from '../../src/core/check.ts';
import { sha256 } from '../../src/core/digest.ts';
import { definitionOf, playground } from '../adapters/local/playground.ts';
import { checksContract } from './checks.contract.ts';
import { type ContractFlow, executorContract } from './executor.contract.ts';

const programs: { readonly [flow in ContractFlow]: string } = {
  'exits-with-0': 'process.exitCode = 0;',
  'exits-with-3': 'process.exitCode = 3;',
  'runs-on': 'setInterval(() => undefined, 1_000);',
};

executorContract('of a laptop', async () => {
  const place = await playground();
  for (const [flow, text] of Object.entries(programs))
    await place.write({ [`flows/${flow}/main.mjs`]: text });
  return {
    executor: place.executor,
    unknownHandle: handleOf(sha256('never launched')),
    define: (flow, fingerprint) => definitionOf(flow, { fingerprint }),
    pass: () => delay(20),
    close: () => place.remove(),
  };
});

checksContract('of a laptop', async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'headgate-checks-'));
  const folder = path.join(directory, 'checks');
  return {
    checks: localChecks({ directory }),
    commit: 'c'.repeat(40),
    unknownCheckId: 'nobody-knows-it',
    shown: async () => {
      const files = await readdir(folder).catch(() => []);
      const wanted = files.filter((file) => file.endsWith('.json'));
      return Promise.all(
        wanted.map(
          async (file): Promise<Check> => JSON.parse(await readFile(path.join(folder, file), 'utf8')),
        ),
      );
    },
    close: () => rm(directory, { recursive: true, force: true }),
  };
});
