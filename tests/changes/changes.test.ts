import { afterAll, describe, expect, it } from '@jest/globals';
import { explore, faultsOf, inWords } from './explore.ts';
import { plainOf, tableOf } from './tally.ts';
import { openWorkplace } from './workplace.ts';

const seed = 20_260_101;
const seconds = 20;

const workplace = openWorkplace();
afterAll(() => workplace.remove());

describe('a flow is planned as changed if, and only if, its bundle, its image or its manifest changes', () => {
  it(
    'in generated repositories, whatever is imported, how it is found and what is changed',
    async () => {
      const { tally, failures } = await explore(workplace, { seed, until: Date.now() + seconds * 1_000 });
      const sum = plainOf(tally);
      const told = failures.map(({ trial, story, judged }) => inWords(story, judged, { seed, trial }));
      const faults = [...told, ...faultsOf(sum)];
      process.stdout.write(`seed ${seed}, ${sum.trials} trials\n`);
      if (faults.length > 0) throw new Error([tableOf(sum), ...faults].join('\n\n'));
      expect(sum.trials).toBeGreaterThan(300);
    },
    (seconds + 160) * 1_000,
  );
});
