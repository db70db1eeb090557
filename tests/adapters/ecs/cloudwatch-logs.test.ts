import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cloudWatchLogs } from '../../../src/adapters/ecs/cloudwatch-logs.ts';
import { ecsExecutor } from '../../../src/adapters/ecs/executor.ts';
import type { FlowName } from '../../../src/core/flow.ts';
import type { Logs } from '../../../src/ports.ts';
import type { Life } from '../../loopback/ecs-model.ts';
import { definitionOf, handleOf, placement, requestOf, type Stage, stage, startMs } from './stage.ts';

const flow = 'hello' as FlowName;
let place: Stage;
let logs: Logs;
beforeEach(async () => {
  place = await stage();
  logs = cloudWatchLogs({ placement });
});
afterEach(async () => {
  await place.close();
  expect(place.ecs.violations).toEqual([]);
});

async function launch(life: Life): Promise<string> {
  const executor = ecsExecutor({ placement, clock: place.clock });
  const revision = await executor.register(definitionOf('hello'));
  place.ecs.script('headgate-acme-hello', [life]);
  return handleOf((await executor.launch([requestOf(revision, 'run-1')]))[0]);
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}`);
const textsOf = (lines: readonly { readonly text: string }[]) => lines.map(({ text }) => text);

describe('the log of an attempt', () => {
  it('has its last lines, with their times', async () => {
    const handle = await launch({ startAfterMs: 0, runMs: 60_000, exitCode: 0, lines: numbered(100) });
    place.ecs.advance(60_000);
    expect(await logs.tail(handle, flow, 2)).toEqual([
      { text: 'line 99', at: startMs + 98 },
      { text: 'line 100', at: startMs + 99 },
    ]);
    expect(await logs.tail(handle, flow, 1_000)).toHaveLength(100);
    expect(await logs.tail(handle, flow, 0)).toEqual([]);
  });

  it('is read on from where it was left, while it grows', async () => {
    const handle = await launch({
      startAfterMs: 0,
      runMs: 60_000,
      exitCode: 0,
      lines: numbered(3),
      lineEveryMs: 10_000,
    });
    const first = await logs.read(handle, flow, undefined);
    expect(textsOf(first.lines)).toEqual(['line 1']);
    place.ecs.advance(25_000);
    const second = await logs.read(handle, flow, first.cursor);
    expect(textsOf(second.lines)).toEqual(['line 2', 'line 3']);
    const last = await logs.read(handle, flow, second.cursor);
    expect(last).toEqual({ lines: [], cursor: second.cursor });
  });

  it('goes on after pages that are empty although there is more', async () => {
    const handle = await launch({ startAfterMs: 0, runMs: 60_000, exitCode: 0, lines: numbered(5) });
    place.ecs.advance(60_000);
    place.ecs.model.logs.comeEmpty(3);
    expect(textsOf((await logs.read(handle, flow, undefined)).lines)).toEqual(numbered(5));
    place.ecs.model.logs.comeEmpty(3);
    expect(textsOf(await logs.tail(handle, flow, 2))).toEqual(['line 4', 'line 5']);
  });

  it('asks a bounded number of times for pages that never end', async () => {
    const handle = await launch({ startAfterMs: 0, runMs: 0, exitCode: 0, lines: ['line'] });
    place.ecs.model.logs.comeEmpty(1_000_000);
    expect(await logs.tail(handle, flow, 50)).toEqual([]);
    expect((await logs.read(handle, flow, undefined)).lines).toEqual([]);
    expect(place.calls('GetLogEvents').length).toBeLessThan(30);
  });

  it('is empty where nothing was printed, and where the handle is none of ours', async () => {
    const handle = await launch({ startAfterMs: 0, runMs: 0, exitCode: 0 });
    expect(await logs.tail(handle, flow, 50)).toEqual([]);
    expect(await logs.read(handle, flow, undefined)).toEqual({ lines: [] });
    const before = place.calls('GetLogEvents').length;
    expect(await logs.tail('arn:aws:ecs:us-east-1:1:task/x/../../y', flow, 50)).toEqual([]);
    expect(await logs.read('local:x', flow, undefined)).toEqual({ lines: [] });
    expect(logs.place('local:x', flow)).toBeUndefined();
    expect(place.calls('GetLogEvents')).toHaveLength(before);
  });

  it('names the permission that is missing', async () => {
    const handle = await launch({ startAfterMs: 0, runMs: 0, exitCode: 0, lines: ['line'] });
    place.ecs.fail({ operation: 'GetLogEvents', kind: 'denied', reason: 'logs:GetLogEvents' });
    await expect(logs.tail(handle, flow, 50)).rejects.toMatchObject({
      problem: { code: 'E_AWS_DENIED', fix: 'Grant logs:GetLogEvents to the role of this job.' },
    });
  });

  it('is read by people in the console', () => {
    const handle = `arn:aws:ecs:us-east-1:123456789012:task/headgate-acme/${'0'.repeat(32)}`;
    expect(logs.place(handle, flow)).toBe(
      'https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#logsV2:log-groups/log-group/' +
        `$252Fheadgate$252Facme/log-events/headgate$252Fflow$252F${'0'.repeat(32)}`,
    );
  });
});
