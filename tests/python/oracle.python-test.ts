import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { closuresOf } from '../../src/flow/closure.ts';
import { pythonImports } from '../../src/flow/python/imports.ts';
import { commandManifest } from '../flow/manifests.ts';
import { sourceOf } from '../source.ts';
import { type PythonRepository, repositories } from './repositories.ts';
import { snippets } from './snippets.ts';

/** Against Python itself, which `npm run test:python` finds: its parser, and what it loads when a program runs. */
jest.setTimeout(300_000);
const python = process.env['HEADGATE_PYTHON'] ?? 'python3';
const wantedRuns = process.env['HEADGATE_PYTHON_RUNS'];
const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));

let place: string;
let interpreter: Runner | undefined;
beforeAll(() => {
  place = mkdtempSync(path.join(tmpdir(), 'headgate-python-'));
});
afterAll(() => {
  // Also after a failure: the tests would wait for it for ever.
  interpreter?.close();
  rmSync(place, { recursive: true, force: true });
});

type Import = readonly [module: string, level: number, names: readonly string[]];

function parsed(files: readonly string[]): ReadonlyMap<string, readonly Import[] | null> {
  const input = files.map((file) => `${JSON.stringify(file)}\n`).join('');
  const output = execFileSync(python, [script('ast_imports.py')], { input, maxBuffer: 1 << 28 });
  const lines = output.toString('utf8').trimEnd().split('\n');
  return new Map(lines.map((line) => JSON.parse(line) as [string, readonly Import[] | null]));
}

const wordOf = ([module, level, names]: Import): string => `${'.'.repeat(level)}${module}|${names.join()}`;

/** Without what functions load, which the parser does not know. */
function found(text: string): readonly string[] {
  return pythonImports(text).flatMap((use) =>
    use.kind === 'module' ? [wordOf([use.module, use.level, use.names])] : [],
  );
}

describe("Python's own parser", () => {
  it('says of each example what stands beside it', () => {
    const files = snippets.map(({ text }, index) => {
      const file = path.join(place, `${index}.py`);
      writeFileSync(file, text);
      return file;
    });
    const answers = parsed(files);
    expect(files.map((file, index) => [snippets[index]?.title, answers.get(file)])).toEqual(
      snippets.map(({ title, imports }) => [title, imports]),
    );
  });

  it('finds in its standard library no import that is not found here', () => {
    const library = execFileSync(python, ['-c', 'import sysconfig; print(sysconfig.get_path("stdlib"))']);
    const root = library.toString('utf8').trim();
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.py') && !file.includes('site-packages'))
      .map((file) => path.join(root, file));
    let imports = 0;
    let read = 0;
    for (const [file, wanted] of parsed(files)) {
      if (wanted === null) continue;
      read += 1;
      imports += wanted.length;
      const here = found(readFileSync(file, 'utf8'));
      expect([file, wanted.map(wordOf).filter((word) => !here.includes(word))]).toEqual([file, []]);
    }
    console.log(`${read} files of the standard library, ${imports} imports`);
    expect(imports).toBeGreaterThan(1_000);
  });
});

type Runner = { run(repository: PythonRepository): Promise<readonly string[]>; close(): void };

/** One Python for all runs, which forks for each: starting it takes longer than any of them. */
function runner(): Runner {
  const child = spawn(python, ['-B', script('loaded_files.py')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async run(repository) {
      const root = mkdtempSync(path.join(place, 'repository-'));
      for (const [file, text] of Object.entries(repository)) {
        mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
        writeFileSync(path.join(root, file), text);
      }
      child.stdin.write(`${JSON.stringify(root)}\n`);
      const { value } = await lines.next();
      rmSync(root, { recursive: true, force: true });
      return JSON.parse(String(value)) as readonly string[];
    },
    close: () => child.kill(),
  };
}

describe('what Python executes of a repository', () => {
  it('is among the files that count, whatever imports what from where', async () => {
    interpreter = runner();
    const { run } = interpreter;
    let imported = 0;
    let counted = 0;
    await fc.assert(
      fc.asyncProperty(repositories, async (repository) => {
        const ran = await run(repository);
        const { closures } = await closuresOf([commandManifest('p')], sourceOf(repository));
        const files = closures.get(commandManifest('p').name)?.files() ?? new Map();
        imported += ran.length - 1;
        counted += files.size;
        expect(ran.filter((file) => !files.has(file))).toEqual([]);
      }),
      // A number of runs of one's own takes fresh repositories; without it, the same ones each time.
      wantedRuns === undefined ? { numRuns: 500, seed: 1_465_040_208 } : { numRuns: Number(wantedRuns) },
    );
    console.log(`${imported} files were imported, ${counted} counted`);
    expect(imported).toBeGreaterThan(500);
  });
});
