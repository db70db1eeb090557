// Everything beyond `npm test`: the house's own checks, and tests that need further tools. Each script installs what it
// needs by itself. Results go to .cache/test-all.json.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const steps = JSON.parse(readFileSync(new URL('./test-all.json', import.meta.url), 'utf8'));
const wanted = process.argv.slice(2);
/** A step that waits for something that never comes fails, rather than the whole run. */
const mostMinutes = 25;
const results = [];

for (const { name, command } of steps.filter((step) => wanted.length === 0 || wanted.includes(step.name))) {
  process.stdout.write(`\n--- ${name}: ${command.join(' ')}\n`);
  const started = Date.now();
  const status = await run(command);
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

/** In a group of its own, so that what a step has started ends with it. */
async function run([program, ...argv]) {
  const child = spawn(program, argv, { stdio: ['ignore', 'inherit', 'inherit'], detached: true });
  const end = () => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL');
  const stop = () => {
    end();
    process.exit(130);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const timer = setTimeout(() => {
    process.stdout.write(`\nThe step has not ended after ${mostMinutes} minutes and is stopped.\n`);
    end();
  }, mostMinutes * 60_000);
  const [status] = await once(child, 'exit').catch(() => [1]);
  clearTimeout(timer);
  process.off('SIGINT', stop).off('SIGTERM', stop);
  return status;
}
