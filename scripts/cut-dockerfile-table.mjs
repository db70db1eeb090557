// Writes into tests/flow/dockerfiles.json what Docker's own builder makes of each Dockerfile, .dockerignore and pattern that
// stands there. Needs Go and a module proxy, and takes some minutes the first time.
// Usage: node scripts/cut-dockerfile-table.mjs [--check]
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('dockerfile-oracle', import.meta.url));
const work = fileURLToPath(new URL('../.cache/dockerfile-oracle', import.meta.url));
const target = new URL('../tests/flow/dockerfiles.json', import.meta.url);
const program = path.join(work, process.platform === 'win32' ? 'oracle.exe' : 'oracle');

cpSync(here, work, { recursive: true });
go('mod', 'tidy');
go('build', '-o', program, '.');

const before = readFileSync(target, 'utf8');
const table = JSON.parse(before);
const { paths } = table;
const questions = [
  ...table.builds.map(({ lines }) => ({ dockerfile: `${lines.join('\n')}\n` })),
  ...table.ignores.map(({ lines }) => ({ ignore: `${lines.join('\n')}\n`, paths })),
  ...table.patterns.map(({ pattern }) => ({ pattern, paths })),
];
const answers = ask(questions);
const [builds, ignores] = [table.builds.length, table.ignores.length];
const made = {
  ...table,
  builds: table.builds.map(({ title, lines }, index) => ({ title, lines, takes: answers[index] })),
  ignores: table.ignores.map(({ title, lines }, index) => ({
    title,
    lines,
    keepsOut: answers[builds + index],
  })),
  patterns: table.patterns.map(({ pattern }, index) => ({
    pattern,
    matches: answers[builds + ignores + index],
  })),
};
if (process.argv.includes('--check')) {
  const isEqual = JSON.stringify(made) === JSON.stringify(table);
  console.log(isEqual ? 'The table is what Docker says.' : 'The table differs from what Docker says.');
  process.exitCode = isEqual ? 0 : 1;
} else writeFileSync(target, `${JSON.stringify(made, undefined, 2)}\n`);

function ask(lines) {
  const input = lines.map((line) => JSON.stringify(line)).join('\n');
  const { status, stdout, stderr } = spawnSync(program, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function go(...argv) {
  const env = { ...process.env, GOFLAGS: '-modcacherw' };
  const { status } = spawnSync('go', argv, { cwd: work, env, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
