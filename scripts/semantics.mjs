// The tables of docs/semantics.md, from the tables that the code uses. `node scripts/semantics.mjs [--check]`
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = new URL('../docs/semantics.md', import.meta.url);
const { outputFiles } = await build({
  stdin: {
    contents: `
      export { endingClasses } from './src/core/ending.ts';
      export { gapReasons } from './src/core/state.ts';
      export { judgeOverlap } from './src/core/overlap.ts';
      export { delayAfter } from './src/core/retries.ts';
    `,
    resolveDir: root,
  },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
});
const core = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

const line = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

function overlapWords(policy, open, waiting) {
  const verdict = core.judgeOverlap(policy, open, waiting);
  if (verdict.kind === 'queue') return open.length === 0 ? 'runs' : 'waits, or runs beside it with `allow`';
  if (verdict.kind === 'skip') return `skipped: ${core.gapReasons[verdict.because]}`;
  return 'waits; the open runs are cancelled';
}

const policies = ['skip', 'buffer-one', 'buffer-all', 'cancel-other', 'allow'];
const rule = { limit: 5, delaySeconds: 30, maxDelaySeconds: 900, jitter: 0 };
const tables = {
  endings: table(
    ['class', 'the run becomes', 'budget of its retries', 'the attempt ended because'],
    Object.entries(core.endingClasses).map(([name, { outcome, budget, words }]) => [
      `\`${name}\``,
      outcome,
      budget,
      words,
    ]),
  ),
  gaps: table(
    ['reason', 'in words'],
    Object.entries(core.gapReasons).map(([name, words]) => [`\`${name}\``, words]),
  ),
  overlap: table(
    ['policy', 'nothing is open', 'a run is at work', 'one is at work, one waits'],
    policies.map((policy) => [
      `\`${policy}\``,
      overlapWords(policy, [], 0),
      policy === 'allow'
        ? 'runs beside it'
        : overlapWords(policy, ['a'], 0).replace(', or runs beside it with `allow`', ''),
      policy === 'allow'
        ? 'runs beside them'
        : overlapWords(policy, ['a', 'b'], 1).replace(', or runs beside it with `allow`', ''),
    ]),
  ),
  backoff: table(
    ['after failure', 'constant', 'linear', 'exponential'],
    [1, 2, 3, 4, 5, 6].map((failures) => [
      failures,
      ...['constant', 'linear', 'exponential'].map(
        (backoff) => `${core.delayAfter({ ...rule, backoff }, failures, '')} s`,
      ),
    ]),
  ),
};

const before = readFileSync(page, 'utf8');
const after = before.replace(/(<!-- table: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g, (whole, head, name, tail) =>
  name in tables ? `${head}${tables[name]}\n${tail}` : whole,
);
if (process.argv.includes('--check')) {
  if (after !== before) {
    process.stderr.write('docs/semantics.md is not what the code says. Run `node scripts/semantics.mjs`.\n');
    process.exitCode = 1;
  }
} else writeFileSync(page, after);
