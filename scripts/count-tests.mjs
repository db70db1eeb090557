// Adds up the results of test runs, and ends with the line `N passed, N failed`. A run without results counts as failed.
import { readFileSync } from 'node:fs';

let passed = 0;
let failed = 0;
for (const file of process.argv.slice(2)) {
  const counts = countsIn(file);
  passed += counts.passed;
  failed += counts.failed;
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function countsIn(file) {
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    // A suite that does not even load has no failed test of its own.
    const broken = result.numRuntimeErrorTestSuites ?? 0;
    return { passed: result.numPassedTests, failed: result.numFailedTests + broken };
  } catch (error) {
    process.stdout.write(`No results in ${file}: ${error.message}\n`);
    return { passed: 0, failed: 1 };
  }
}
