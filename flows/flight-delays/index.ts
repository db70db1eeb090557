import { mkdir, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { artifact, doNotRetry, type FlowContext, flow, log, slot, task } from 'headgate';
import dataset from 'vega-datasets/data/flights-10k.json' with { type: 'json' };
import { barOf, csvOf, delaysBy, type Flight, usable, weekOf } from './delays.ts';

type Parameters = { readonly worst: number; readonly directory: string };

/** An airport with fewer flights than this says nothing about itself. */
const leastFlights = 50;

const load = task('load', (): readonly Flight[] => {
  const { good, bad } = usable(dataset);
  log.info('flights', { usable: good.length, unusable: bad });
  // The data set is part of the build: another try would read the same.
  if (good.length === 0) throw doNotRetry(new Error('The data set holds no usable flight.'));
  return good;
});

const writeCsv = task(
  'write-csv',
  async (flights: readonly Flight[], directory: string) => {
    const folder = directory === '' ? path.join(tmpdir(), 'headgate-flight-delays') : path.resolve(directory);
    await mkdir(folder, { recursive: true });
    const day = (slot() ?? new Date()).toISOString().slice(0, 10);
    const file = path.join(folder, `flight-delays-${day}.csv`);
    const text = csvOf(flights);
    // The same slot writes the same file, and nobody ever reads half of it.
    await writeFile(`${file}.draft`, text);
    await rename(`${file}.draft`, file);
    return { file, rows: text.split('\n').length - 2, bytes: Buffer.byteLength(text) };
  },
  // Another attempt may run on another machine, where the file of this one does not exist.
  { retries: 2, delay: '200ms', checkpoint: false },
);

const report = task('report', (flights: readonly Flight[], worst: number) => {
  const airports = delaysBy(flights, ({ origin }) => origin)
    .filter(({ flights: count }) => count >= leastFlights)
    .sort((a, b) => b.lateShare - a.lateShare)
    .slice(0, worst);
  artifact.markdown(
    'Latest airports',
    [
      '| airport | flights | late | mean delay |',
      '| --- | ---: | ---: | ---: |',
      ...airports.map(
        ({ group, flights: count, lateShare, meanMinutes }) =>
          `| ${group} | ${count} | ${(lateShare * 100).toFixed(1)} % | ${meanMinutes.toFixed(1)} min |`,
      ),
    ].join('\n'),
  );
  const weeks = delaysBy(flights, weekOf);
  const most = Math.max(...weeks.map(({ meanMinutes }) => meanMinutes));
  artifact.table(
    'Mean delay of each week',
    weeks.map(({ group, flights: count, meanMinutes }) => ({
      'week of': group,
      flights: count,
      minutes: Number(meanMinutes.toFixed(1)),
      chart: barOf(meanMinutes, most),
    })),
  );
  return { airports: airports.length, weeks: weeks.length };
});

export default flow(async ({ parameters }: FlowContext<Parameters>) => {
  const flights = await load();
  const [csv, shown] = await Promise.all([
    writeCsv(flights, parameters.directory),
    report(flights, parameters.worst),
  ]);
  log.info('done', { ...csv, ...shown });
  return csv;
});
