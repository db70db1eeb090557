// A worker of `npm run changes`: one request as JSON on standard input, one answer on standard output.
import { createInterface } from 'node:readline';
import { explore, faultsOf, inWords, isWrong, judgeStory } from './explore.ts';
import { storyOf } from './sample.ts';
import type { Story } from './story.ts';
import { defaults } from './story.ts';
import { type Plain, plainOf, sumOf, tableOf } from './tally.ts';
import { openWorkplace } from './workplace.ts';

type Request =
  | {
      readonly mode: 'explore';
      readonly seed: number;
      readonly until: number;
      readonly first: number;
      readonly step: number;
      readonly fixed?: Partial<Story>;
    }
  | { readonly mode: 'sum'; readonly parts: readonly Part[]; readonly isPart: boolean }
  | { readonly mode: 'replay'; readonly seed: number; readonly trial: number }
  | { readonly mode: 'story'; readonly story: Partial<Story> };

type Part = Plain & { readonly failures: readonly string[] };

const workplace = openWorkplace();

async function answer(request: Request): Promise<unknown> {
  if (request.mode === 'explore') {
    const { tally, failures } = await explore(workplace, request);
    return {
      ...plainOf(tally),
      failures: failures.map(({ trial, story, judged }) =>
        inWords(story, judged, { seed: request.seed, trial }),
      ),
      stories: failures.map(({ story, judged }) => ({ story, judged })),
    };
  }
  if (request.mode === 'sum') {
    const sum = sumOf(request.parts);
    const failures = request.parts.flatMap((part) => part.failures);
    // Where only some stories are told, the sums say nothing of all.
    const faults = [...failures, ...(request.isPart ? [] : faultsOf(sum))];
    return { isSound: faults.length === 0, text: [tableOf(sum), ...faults].join('\n\n') };
  }
  const [seed, trial] = request.mode === 'replay' ? [request.seed, request.trial] : [0, 0];
  const story = request.mode === 'replay' ? storyOf(seed, trial) : { ...defaults, ...request.story };
  const answers = await judgeStory(workplace, story);
  return {
    isRight: !answers.some((judged) => isWrong(story, judged)),
    text: answers
      .slice(0, 1)
      .map((judged) => inWords(story, judged, { seed, trial }))
      .join(''),
  };
}

try {
  for await (const line of createInterface({ input: process.stdin }))
    process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line) as Request))}\n`);
} finally {
  workplace.remove();
}
// The bundler's own process would keep this one alive.
process.exit();
