import { describe, expect, it } from '@jest/globals';
import type { Look } from '../../src/core/reconcile.ts';
import type { Attempt, Run } from '../../src/core/run.ts';
import { claimSendings } from '../../src/core/sending.ts';
import type { State } from '../../src/core/state.ts';
import { attempt, minutesAfter, noon, run, stateOf } from './builders.ts';

const nothing: Look = { found: [], isConclusive: true };
const something: Look = { found: [{ handle: 'task', sighting: { kind: 'starting' } }], isConclusive: true };
const launching = (name: string, changes: Partial<Attempt> = {}, of: Partial<Run> = {}) =>
  run(name, { phase: { state: 'launching' }, attempts: [attempt(changes)], ...of });

type Case = { readonly before?: Run; readonly after: Run; readonly look?: Look; readonly minute?: number };

function claim({ before, after, look, minute = 5 }: Case) {
  const states: readonly State[] = [stateOf(...(before === undefined ? [] : [before])), stateOf(after)];
  const [from = stateOf(), decided = stateOf()] = states;
  const now = minutesAfter(noon, minute);
  const { state, sendings } = claimSendings(decided, { before: from, lookOf: () => look, most: 10, now });
  const sends = state.runs.get(after.id)?.attempts.at(-1)?.sends;
  return { isSent: sendings.has(after.id), sends, isWritten: state !== decided };
}

const own = { isSent: true, sends: undefined, isWritten: false };
const left = { isSent: false, sends: undefined, isWritten: false };

describe('what a tick may send', () => {
  it.each<[string, Case, object]>([
    ['an intent of its own', { after: launching('a') }, own],
    [
      'the next try of an attempt, which it has decided on',
      { before: launching('a'), after: launching('a', { launchTry: 2 }), look: nothing },
      own,
    ],
    [
      'the next attempt of a run that waited',
      {
        before: run('a', { phase: { state: 'queued', notBefore: noon }, attempts: [attempt()] }),
        after: launching('a', { number: 2 }),
      },
      own,
    ],
    [
      'an intent that it found, once that is written',
      { before: launching('a'), after: launching('a'), look: nothing },
      { isSent: true, sends: 2, isWritten: true },
    ],
    [
      'the same for a third time',
      { before: launching('a', { sends: 2 }), after: launching('a', { sends: 2 }), look: nothing },
      { isSent: true, sends: 3, isWritten: true },
    ],
    ['nothing that it could not look for', { before: launching('a'), after: launching('a') }, left],
    [
      'nothing that is there already',
      { before: launching('a'), after: launching('a'), look: something },
      left,
    ],
    [
      'nothing whose token may have lapsed',
      { before: launching('a'), after: launching('a'), look: nothing, minute: 51 },
      left,
    ],
    ['nothing that was launched', { after: launching('a', { handle: 'task' }) }, left],
    ['nothing that waits', { after: run('a') }, left],
  ])('is %s', (_name, example, expected) => {
    expect(claim(example)).toEqual(expected);
  });

  it('is no more than it may launch', () => {
    const decided = stateOf(launching('a'), launching('b'), launching('c'));
    const question = { before: stateOf(), lookOf: () => undefined, most: 2, now: noon };
    expect([...claimSendings(decided, question).sendings]).toEqual(['a', 'b']);
  });
});
