// What each command costs as flows and open runs become many: seconds of the processor, peak memory, bytes of state,
// requests. Usage: npm run bench:scale -- [--most SIZE] [--only laptop|cloud] [--profiles FOLDER]
// Each measurement is a fresh process of dist/, against git over HTTP, an ECS and a GitHub on loopback. Exits with 1 where a
// cost grows faster than with the power 1.1 of what it is of, or a process needs more than 512 MiB.
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { axes, costs, faultsOf, tableOf } from './scale/judge.mjs';
import { backfilledFlow } from './scale/repository.mjs';
import { cloud, laptop, loadLoopbacks } from './scale/stage.mjs';

const { values } = parseArgs({
  options: {
    most: { type: 'string', default: '10000' },
    only: { type: 'string' },
    profiles: { type: 'string' },
  },
});
const most = Number(values.most);
const { profiles } = values;

/** How many flows, and how many of their runs are open at once in one night after the other. */
const worlds = [
  { flows: 10, nights: [100] },
  { flows: 100, nights: [100] },
  { flows: 1_000, nights: [100, 1_000, 10_000] },
  { flows: 10_000, nights: [100, 10_000] },
]
  .filter(({ flows }) => flows <= most)
  .map(({ flows, nights }) => ({ flows, nights: nights.filter((runs) => runs <= most) }));

const measurements = [];
const note = (deed, flows, runs, { output: _, ...measured }) => {
  measurements.push({ deed, flows, runs, ...measured });
  const shown = [
    ...costs.map(({ name, show }) => `${show(measured[name])} ${name}`),
    `${measured.wallSeconds.toFixed(1)} s of the clock`,
    JSON.stringify(measured.of ?? {}),
  ];
  console.error(`${deed}, ${flows} flows, ${runs} open runs: ${shown.join(', ')}`);
};

async function measureLaptop({ flows }) {
  const stage = laptop({ flows, profiles });
  try {
    note('plan, nothing deployed (local)', flows, 0, await stage.run(['plan']));
    note('first deploy (local)', flows, 0, await stage.run(['deploy']));
    note('plan, nothing changed (local)', flows, 0, await stage.run(['plan']));
    note('tick, idle (local)', flows, 0, await stage.run(['tick']));
  } finally {
    stage.close();
  }
}

async function measureCloud(loopbacks, { flows, nights }) {
  const stage = await cloud(loopbacks, { flows, nights, profiles });
  try {
    note('plan, nothing deployed', flows, 0, await stage.act({ command: 'plan' }));
    note('first deploy', flows, 0, await stage.act({ command: 'deploy', image: stage.digest }));
    note('plan, nothing changed', flows, 0, await stage.act({ command: 'plan' }));
    for (const [night, runs] of nights.entries()) await measureNight(stage, { flows, runs, day: night + 2 });
  } finally {
    await stage.close();
  }
}

async function measureNight(stage, { flows, runs, day }) {
  const before = stage.tasks();
  stage.goTo(day, 2);
  note('tick, slots due', flows, runs, await stage.act({ command: 'tick' }));
  for (let ticks = 0; stage.tasks() - before < runs && ticks < 20; ticks += 1)
    await stage.act({ command: 'tick' });
  if (stage.tasks() - before < runs)
    throw new Error(`${stage.tasks() - before} of ${runs} runs were started`);
  stage.goTo(day, 35);
  // What is left to launch is launched, and seen to run, before a tick has nothing to do.
  for (let head = '', ticks = 0; stage.head() !== head && ticks < 5; ticks += 1) {
    head = stage.head();
    await stage.run(['tick']);
  }
  const head = stage.head();
  note('tick, idle', flows, runs, await stage.run(['tick']));
  if (stage.head() !== head) throw new Error('An idle tick wrote.');
  note('status', flows, runs, await stage.run(['status']));
  note('status --json', flows, runs, await stage.run(['status', '--json']));
  note('site', flows, runs, await stage.run(['site']));
  note('pause (board)', flows, runs, await stage.act({ command: 'pause', flow: backfilledFlow }));
  await stage.act({ command: 'resume', flow: backfilledFlow });
  const [from, to] = ['0:00', '99:00'].map((at) =>
    new Date(Date.UTC(2020, 0, 1, Number.parseInt(at, 10))).toISOString(),
  );
  note('backfill', flows, runs, await stage.act({ command: 'backfill', flow: backfilledFlow, from, to }));
  stage.goTo(day, 59);
  note('tick, runs ended', flows, runs, await stage.act({ command: 'tick' }));
  stage.goTo(day, 12 * 60);
  await stage.act({ command: 'tick' });
}

const loopbacks = await loadLoopbacks();
for (const world of worlds) {
  if (values.only !== 'cloud') await measureLaptop(world);
  if (values.only !== 'laptop') await measureCloud(loopbacks, world);
}
const machine = `${cpus().length} cores (${cpus()[0].model}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node.js ${process.version}`;
console.log(`${new Date().toISOString().slice(0, 10)}, ${machine}\n`);
console.log(tableOf(measurements));
const faults = axes.flatMap((axis) => faultsOf(measurements, axis));
for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
