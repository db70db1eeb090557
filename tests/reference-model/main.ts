import fc from 'fast-check';
import { story } from './generate.ts';
import { disagreement } from './play.ts';
import { wordsOf } from './words.ts';

/** What scripts/reference.mjs runs: fresh histories until the time is over, or the first one on which the two disagree. */
const [seed = '1', until = '0', most = '500'] = process.argv.slice(2);
let count = 0;
for (let round = 0; round === 0 || Date.now() < Number(until); round += 1) {
  const result = await fc.check(
    fc.asyncProperty(story, async (told) => {
      count += 1;
      const difference = await disagreement(told);
      if (difference !== undefined) throw new Error(difference);
    }),
    {
      numRuns: Number(most),
      seed: Number(seed) + round,
      interruptAfterTimeLimit: Math.max(30_000, Number(until) - Date.now()),
    },
  );
  if (!result.failed) continue;
  const [told] = result.counterexample ?? [];
  const said = result.errorInstance instanceof Error ? result.errorInstance.message : '';
  process.stdout.write(
    `seed ${result.seed}, path ${result.counterexamplePath}\n${told === undefined ? '' : wordsOf(told)}\n${said}\n`,
  );
  process.exitCode = 1;
  break;
}
process.stdout.write(`${count} histories, seeds from ${seed}\n`);
