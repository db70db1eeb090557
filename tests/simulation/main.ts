import { createInterface } from 'node:readline';
import { forgetWorlds } from './fingerprint.ts';
import { bound, exhaust, kill, list, relate, replay, type Work, wander } from './work.ts';

/** A worker of `npm run simulate`: a line of JSON for each piece of work in, a line of JSON for each out. */
function answer(work: Work): Promise<unknown> {
  switch (work.mode) {
    case 'exhaust':
      return exhaust(work);
    case 'swarm':
      return wander(work);
    case 'relations':
      return relate(work.seeds);
    case 'bounds':
      return bound();
    case 'list':
      return list();
    case 'kill':
      return kill(work).then((killedBy) => ({ killedBy: killedBy ?? null }));
    case 'replay':
      return replay(work.scenario, work.choices);
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line) as Work))}\n`);
  forgetWorlds();
}
