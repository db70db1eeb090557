import { explore, kill, replay, type Work } from './work.ts';

/** A worker of `npm run simulate`: one piece of work as JSON in, one JSON document out. */
const work = JSON.parse(process.argv[2] ?? '') as Work;
const answer =
  work.mode === 'explore'
    ? await explore(work)
    : work.mode === 'kill'
      ? { killedBy: (await kill(work.scenarios)) ?? null }
      : await replay(work.scenario, work.choices);
process.stdout.write(`${JSON.stringify(answer)}\n`);
