// Everything beyond `npm test`: the house's own checks, and tests that need further tools. Each script installs what it
// needs by itself. Results go to .cache/test-all.json.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const steps = JSON.parse(readFileSync(new URL('./test-all.json', import.meta.url), 'utf8'));
const wanted = process.argv.slice(2);
const results = [];

for (const { name, command } of steps.filter((step) => wanted.length === 0 || wanted.includes(step.name))) {
  process.stdout.write(`\n--- ${name}: ${command.join(' ')}\n`);
  const started = Date.now();
  const { status } = spawnSync(command[0], command.slice(1), { stdio: 'inherit' });
  results.push({ name, isPassed: status === 0, seconds: Math.round((Date.now() - started) / 1000) });
}

const failed = results.filter(({ isPassed }) => !isPassed);
mkdirSync('.cache', { recursive: true });
const counts = { numPassedTests: results.length - failed.length, numFailedTests: failed.length };
writeFileSync('.cache/test-all.json', JSON.stringify(counts));
process.stdout.write('\n');
for (const { name, isPassed, seconds } of results)
  process.stdout.write(`${isPassed ? 'pass' : 'FAIL'} ${name} (${seconds} s)\n`);
process.stdout.write(`${counts.numPassedTests} passed, ${counts.numFailedTests} failed\n`);
process.exitCode = failed.length > 0 || results.length === 0 ? 1 : 0;
