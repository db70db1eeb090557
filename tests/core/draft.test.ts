import { describe, expect, it } from '@jest/globals';
import { cancelRun, resolveRun, withRuns } from '../../src/core/command.ts';
import { followEnds } from '../../src/core/draft.ts';
import type { Policy } from '../../src/core/flow.ts';
import { upstreamRunId } from '../../src/core/identity.ts';
import { applyOutcomes } from '../../src/core/outcome.ts';
import type { State } from '../../src/core/state.ts';
import { attempt, deployment, flowA, flowB, noon, policy, registryOf, run, stateOf } from './builders.ts';

const id = run('flow-a-1').id;
const follows = (when: 'succeeded' | 'failed' | 'finished') =>
  registryOf(
    deployment(flowA),
    deployment(flowB, { after: { flows: [flowA], when } } satisfies Partial<Policy>),
  );
const slotRun = (changes: Parameters<typeof run>[1]) =>
  run('flow-a-1', { cause: { kind: 'slot', slot: noon }, ...changes });
const following = (after: State, state: State, when: 'succeeded' | 'failed' | 'finished') =>
  followEnds(after, { state, registry: follows(when), now: noon });
const followed = (state: State) => state.runs.has(upstreamRunId(flowB, id));

describe('what follows from an end outside a decision', () => {
  it('is what waits for a run whose launch was refused', () => {
    const state = stateOf(slotRun({ phase: { state: 'launching' }, attempts: [attempt()] }));
    const ending = { class: 'refused', at: noon } as const;
    const outcome = {
      run: id,
      attempt: 1,
      launchTry: 1,
      send: 1,
      result: { kind: 'refused', ending },
    } as const;
    const after = applyOutcomes(state, [outcome], () => policy, noon);
    expect(followed(following(after, state, 'failed'))).toBe(true);
    expect(following(after, state, 'succeeded').gaps).toMatchObject([{ flow: flowB, because: 'upstream' }]);
  });

  it('is what waits for a run that a person cancelled before it started', () => {
    const state = stateOf(slotRun({}));
    const answer = cancelRun(state, follows('finished'), id, { by: 'octocat', at: noon });
    if (answer.kind !== 'done') throw new Error(answer.because);
    expect(followed(following(answer.state, state, 'finished'))).toBe(true);
  });

  it('is what waits for a run that a person resolved', () => {
    const state = stateOf(slotRun({ phase: { state: 'unknown', endedAt: noon } }));
    const answer = resolveRun(state, id, 'succeeded', { by: 'octocat', at: noon });
    if (answer.kind !== 'done') throw new Error(answer.because);
    expect(followed(following(answer.state, state, 'succeeded'))).toBe(true);
  });

  it('is nothing where nothing ended', () => {
    const state = stateOf(slotRun({}));
    const launching = slotRun({ phase: { state: 'launching' }, attempts: [attempt()] });
    const after = withRuns(state, new Map([[launching.id, launching]]));
    expect(following(after, state, 'finished')).toBe(after);
  });
});
