import { bound, exhaust, kill, list, relate, replay, type Work, wander } from './work.ts';

/** A worker of `npm run simulate`: one piece of work as JSON in, one JSON document out. */
const work = JSON.parse(process.argv[2] ?? '') as Work;

function answer(): Promise<unknown> {
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

process.stdout.write(`${JSON.stringify(await answer())}\n`);
