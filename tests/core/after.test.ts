import { describe, expect, it } from '@jest/globals';
import { followersOf, meetingsOf } from '../../src/core/after.ts';
import type { Outcome } from '../../src/core/ending.ts';
import type { After, FlowName } from '../../src/core/flow.ts';
import type { Cause, EndedRun, Run } from '../../src/core/run.ts';
import { deployment, flowA, flowB, minutesAfter, noon, registryOf, run } from './builders.ts';

const last = 'last' as FlowName;
const slot: Cause = { kind: 'slot', slot: noon };

function ended(flow: FlowName, state: Outcome, changes: Partial<Run> = {}): EndedRun {
  const phase = { state, endedAt: minutesAfter(noon, 5) };
  return { ...run(`${flow}-run`, { flow, cause: slot, ...changes }), phase };
}

function following(after: After, runs: readonly EndedRun[], others: readonly Run[] = []) {
  const registry = registryOf(deployment(flowA), deployment(flowB), deployment(last, { after }));
  return [...followersOf(runs, registry), ...meetingsOf(runs, [...runs, ...others], registry)];
}

describe('a flow that runs after another', () => {
  it.each<[After['when'], Outcome, string]>([
    ['succeeded', 'succeeded', 'run'],
    ['succeeded', 'failed', 'gap'],
    ['succeeded', 'unknown', 'gap'],
    ['failed', 'crashed', 'run'],
    ['failed', 'cancelled', 'gap'],
    ['finished', 'unknown', 'run'],
  ])('when %s: after %s a %s', (when, outcome, kind) => {
    expect(following({ flows: [flowA], when }, [ended(flowA, outcome)]).map((next) => next.kind)).toEqual([
      kind,
    ]);
  });

  it('takes the slot of what it follows', () => {
    const [next] = following({ flows: [flowA], when: 'succeeded' }, [ended(flowA, 'succeeded')]);
    expect(next).toMatchObject({ kind: 'run', cause: { kind: 'upstream', run: 'flow-a-run', slot: noon } });
  });

  it('waits until all runs of the slot have ended, and is the same run whichever came last', () => {
    const after: After = { flows: [flowA, flowB], when: 'succeeded' };
    const a = ended(flowA, 'succeeded');
    const b = ended(flowB, 'succeeded');
    expect(following(after, [a], [run('b', { flow: flowB, cause: slot })])).toEqual([]);
    const ids = [following(after, [a], [b]), following(after, [b], [a])].map(
      ([next]) => next?.kind === 'run' && next.id,
    );
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).toMatch(/^last-a-/);
  });

  it('does not mix slots', () => {
    const b = ended(flowB, 'succeeded', { cause: { kind: 'slot', slot: minutesAfter(noon, 60) } });
    expect(following({ flows: [flowA, flowB], when: 'succeeded' }, [ended(flowA, 'succeeded')], [b])).toEqual(
      [],
    );
  });

  it('follows a manual run only if it waits for that flow alone', () => {
    const manual = ended(flowA, 'succeeded', { cause: { kind: 'manual', by: 'someone' } });
    expect(following({ flows: [flowA], when: 'succeeded' }, [manual])).toHaveLength(1);
    expect(following({ flows: [flowA, flowB], when: 'succeeded' }, [manual])).toEqual([]);
  });
});
