import { describe, expect, it } from '@jest/globals';
import { admit, type Limits } from '../../src/core/admission.ts';
import { attempt, deployment, flowA, flowB, minutesAfter, noon, registryOf, run } from './builders.ts';

const limits: Limits = { launchesPerTick: 10, running: 10 };
const running = { phase: { state: 'running' }, attempts: [attempt({ handle: 'task' })] } as const;
const slot = (minutes: number) => ({ kind: 'slot', slot: minutesAfter(noon, minutes) }) as const;

function admitted(
  runs: Parameters<typeof admit>[0],
  registry = registryOf(deployment(flowA), deployment(flowB)),
  within = limits,
) {
  return admit(runs, registry, within, noon).admitted.map(({ id }) => id);
}

describe('admission', () => {
  it('records the intent of the first attempt', () => {
    const { admitted: runs } = admit([run('r')], registryOf(deployment(flowA)), limits, noon);
    expect(runs[0]).toMatchObject({
      phase: { state: 'launching' },
      attempts: [{ number: 1, launchTry: 1, intendedAt: noon }],
    });
  });

  it('goes on with an attempt that was only declined, and begins a new one after an end', () => {
    const declined = run('a', { attempts: [attempt({ launchTry: 2 })] });
    const failed = run('b', {
      flow: flowB,
      attempts: [attempt({ ending: { class: 'exit-code', at: noon } })],
    });
    const { admitted: runs } = admit(
      [declined, failed],
      registryOf(deployment(flowA), deployment(flowB)),
      limits,
      noon,
    );
    expect(runs.map(({ attempts }) => attempts.at(-1))).toMatchObject([
      { number: 1, launchTry: 3 },
      { number: 2, launchTry: 1 },
    ]);
  });

  it('lets one run of a flow start at a time, the oldest slot first', () => {
    expect(admitted([run('b', { cause: slot(5) }), run('a', { cause: slot(10) })])).toEqual(['b']);
    expect(admitted([run('a'), run('b', running)])).toEqual([]);
  });

  it('lets runs of a flow that allows overlap start together', () => {
    const registry = registryOf(deployment(flowA, { overlap: 'allow' }));
    expect(admitted([run('a'), run('b'), run('c', running)], registry)).toEqual(['a', 'b']);
  });

  it('keeps later runs of a flow behind one that waits for its retry', () => {
    const waiting = run('a', {
      cause: slot(-10),
      phase: { state: 'queued', notBefore: minutesAfter(noon, 1) },
    });
    expect(admitted([waiting, run('b', { cause: slot(0) })])).toEqual([]);
  });

  it('counts a group over all flows that name it', () => {
    const group = { concurrency: { group: 'warehouse', limit: 1 } };
    const registry = registryOf(deployment(flowA, group), deployment(flowB, group));
    expect(admitted([run('a', running), run('b', { flow: flowB })], registry)).toEqual([]);
    expect(admitted([run('a'), run('b', { flow: flowB })], registry)).toEqual(['a']);
  });

  it('stays within the launches of a tick and the attempts that run at once', () => {
    const runs = [run('a'), run('b', { flow: flowB })];
    expect(admitted(runs, undefined, { launchesPerTick: 1, running: 10 })).toEqual(['a']);
    expect(admitted(runs, undefined, { launchesPerTick: 10, running: 1 })).toEqual(['a']);
  });

  it('lets a waiting backfill stand behind everything else', () => {
    const backfill = run('a', { cause: { kind: 'backfill', slot: minutesAfter(noon, -999), by: 'someone' } });
    expect(admitted([backfill, run('b', { cause: slot(0) })])).toEqual(['b']);
  });

  it('does not depend on the order in which runs are held', () => {
    const runs = [
      run('c', { cause: slot(3) }),
      run('a', { cause: slot(1), flow: flowB }),
      run('b', { cause: slot(2) }),
    ];
    expect(admitted(runs)).toEqual(admitted([...runs].reverse()));
  });
});
