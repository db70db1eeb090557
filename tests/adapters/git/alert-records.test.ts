import { describe, expect, it } from '@jest/globals';
import { encodeState } from '../../../src/adapters/git/record-text.ts';
import { decodeState } from '../../../src/adapters/git/records.ts';
import type { Alerting, AlertKey } from '../../../src/core/alerting.ts';
import type { RunId } from '../../../src/core/run.ts';
import { emptyState, type State } from '../../../src/core/state.ts';
import { flowA, minutesAfter, noon } from '../../core/builders.ts';

const context = {
  place: { kind: 'local' as const, project: 'acme' },
  now: minutesAfter(noon, 60),
  file: 'state.json',
  restore: 'Put it back.',
} as unknown as Parameters<typeof decodeState>[1];

const alerting: Alerting = {
  troubles: new Map([
    [
      flowA,
      {
        flow: flowA,
        failures: {
          count: 3,
          since: noon,
          run: 'flow-a-1' as RunId,
          at: minutesAfter(noon, 5),
          class: 'exit-code',
          exitCode: 1,
          lastSuccess: { run: 'flow-a-0' as RunId, commit: 'a'.repeat(40), at: minutesAfter(noon, -60) },
        },
        missed: { count: 2, from: noon, to: minutesAfter(noon, 30), because: 'window' },
      },
    ],
  ]),
  told: new Map([
    [
      'failures/flow-a' as AlertKey,
      {
        kind: 'failures',
        flow: flowA,
        since: noon,
        causes: ['exit-code 1'],
        issue: { number: 12, as: '3 exit-code 1 flow-a-1', causes: 1 },
        message: { as: 'open 1', tries: 1, isSent: true },
        notBefore: minutesAfter(noon, 20),
      },
    ],
  ]),
  ticks: [{ trigger: 'schedule', at: noon }],
  clock: { from: noon, to: minutesAfter(noon, 2) },
};

const readBack = (state: State): State => decodeState(Buffer.from(encodeState(state)), context);

describe('What is remembered of alerts', () => {
  it('comes back from state.json as it went in', () => {
    const state: State = { ...emptyState(noon), alerting };
    expect(readBack(state)).toEqual(state);
    expect(encodeState(readBack(state))).toBe(encodeState(state));
  });

  it('is nothing in a state that was written before there were alerts', () => {
    const text = encodeState(emptyState(noon));
    expect(text).not.toMatch(/troubles|alerts|ticks|clock/);
    expect(decodeState(Buffer.from(text), context)).toEqual(emptyState(noon));
  });

  it.each([
    ['a number that is no issue', '"number":12', '"number":-1'],
    ['a flow that cannot be', '"flow":"flow-a","missed"', '"flow":"../x","missed"'],
    ['a key that nobody knows', '"isSent":true', '"isSent":true,"image":"x"'],
    [
      'a tick from next year',
      '"at":"2026-11-24T12:00:00Z","trigger"',
      '"at":"2027-11-24T12:00:00Z","trigger"',
    ],
  ])('is not believed with %s', (_, good, bad) => {
    const text = encodeState({ ...emptyState(noon), alerting });
    const broken = text.replace(good, bad);
    expect(broken).not.toBe(text);
    expect(() => decodeState(Buffer.from(broken), context)).toThrow(/E_STATE_CORRUPT|E_UNKNOWN_KEY/);
  });
});
