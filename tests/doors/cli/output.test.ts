import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';

let root: string;
let program: string;

/** Prints until it has nothing more to say, and ends as its work did. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'headgate-output-'));
  program = join(root, 'program.mjs');
  const source = fileURLToPath(new URL('../../../src/doors/cli/output.ts', import.meta.url));
  await build({
    stdin: {
      contents: `
        import { isReaderGone, processOutput } from ${JSON.stringify(source)};
        const output = processOutput();
        for (let line = 0; line < 40; line += 1) {
          output.result('a result\\n');
          output.message('a message\\n');
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
        process.exitCode = isReaderGone() ? 7 : 8;`,
      resolveDir: root,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: program,
  });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('What a command ends with is the answer of its work', () => {
  it.each(['stdout', 'both'] as const)('where nobody reads on, of %s', async (which) => {
    const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'pipe'] });
    try {
      await once(child.stdout, 'data');
      child.stdout.destroy();
      if (which === 'both') child.stderr.destroy();
      else child.stderr.resume();
      expect(await once(child, 'exit')).toEqual([7, null]);
    } finally {
      child.kill('SIGKILL');
    }
  });

  (existsSync('/dev/full') ? it : it.skip)('where the disk under the output is full', async () => {
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [program], { stdio: ['ignore', full, 'pipe'] });
    try {
      let said = '';
      child.stderr?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
      expect(await once(child, 'close')).toEqual([7, null]);
      expect(said.match(/warning: .*ENOSPC/g)).toHaveLength(1);
    } finally {
      child.kill('SIGKILL');
    }
  });
});
