// The slots of 10,000 schedules in 5 minutes and in 24 hours, against croner in the same run. `npm run bench:slots`
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'headgate-bench-'));
const scheduleCount = 10_000;
const rounds = 5;
const budgetMs = 200;
const windows = [
  { name: '5 minutes', ms: 5 * 60_000 },
  { name: '24 hours', ms: 86_400_000 },
];

const program = `
import { Cron } from 'croner';
import { slotsBetween } from './src/core/slots.ts';
const [tool, windowMs] = [process.argv[2], Number(process.argv[3])];
const zones = ['UTC', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe'];
const texts = [
  (n) => \`\${n % 60} \${n % 24} * * *\`,
  (n) => \`\${n % 60} \${n % 24} * * mon-fri\`,
  (n) => \`\${n % 60} * * * *\`,
  (n) => \`*/\${5 + (n % 20)} * * * *\`,
  (n) => \`\${n % 60} \${n % 24} \${1 + (n % 28)} * *\`,
  (n) => \`\${n % 30},\${30 + (n % 30)} 8-18 * * 1-5\`,
];
const rules = Array.from({ length: ${scheduleCount} }, (_, n) => ({
  kind: 'cron',
  cron: texts[n % texts.length](Math.floor(n / texts.length)),
  timezone: zones[n % zones.length],
}));
const until = Date.UTC(2026, 10, 24, 12);
const after = until - windowMs;
let count = 0;
const from = performance.now();
if (tool === 'headgate') {
  for (const rule of rules) count += slotsBetween(rule, after, until, 1e6).length;
} else {
  for (const { cron, timezone } of rules) {
    const job = new Cron(cron, { timezone });
    for (let at = job.nextRun(new Date(after)); at !== null && at.getTime() <= until; at = job.nextRun(at)) count += 1;
  }
}
console.log(JSON.stringify({ ms: performance.now() - from, count }));
`;

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const measure = (file, tool, windowMs) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [file, tool, String(windowMs)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};

try {
  const outfile = path.join(folder, 'bench.mjs');
  await build({
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outfile,
    stdin: { contents: program, resolveDir: root, loader: 'js' },
  });
  for (const { name, ms } of windows) {
    const ours = Array.from({ length: rounds }, () => measure(outfile, 'headgate', ms));
    const theirs = measure(outfile, 'croner', ms);
    const taken = median(ours.map((result) => result.ms));
    const isWithin = taken <= budgetMs;
    if (!isWithin) process.exitCode = 1;
    console.log(
      `${isWithin ? 'ok  ' : 'OVER'} ${scheduleCount} schedules, ${name}: ${taken.toFixed(0)} ms in a fresh process ` +
        `(budget ${budgetMs} ms), ${ours[0].count} slots; croner ${theirs.ms.toFixed(0)} ms, ${theirs.count} slots; ` +
        `ratio ${(taken / theirs.ms).toFixed(3)}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
