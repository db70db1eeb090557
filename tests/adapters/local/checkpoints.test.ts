import path from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { localLogs } from '../../../src/adapters/local/logs.ts';
import { definitionOf, endOf, type Playground, playground, start } from './playground.ts';

jest.setTimeout(60_000);

let place: Playground;
beforeEach(async () => {
  place = await playground();
});
afterEach(() => place.remove());

it('local runs keep checkpoints beside their logs, whatever the manifest says for production', async () => {
  await place.write({ 'flows/a/main.mjs': 'console.log(process.env.HEADGATE_CHECKPOINTS)' });
  const definition = definitionOf('a', {
    environment: { HEADGATE_CHECKPOINTS: 's3://production/checkpoints' },
  });
  const handle = await start(place, definition, 'run-1');
  await endOf(place.executor, handle);
  const [line] = await localLogs(place).tail(handle, 'a' as never, 10);
  expect(line?.text).toBe(path.join(place.directory, 'checkpoints'));
});
