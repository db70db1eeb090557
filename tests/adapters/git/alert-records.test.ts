import { describe, expect, it } from '@jest/globals';
import type { Alerting, AlertKey } from '../../../src/core/alerting.ts';
import type { RunId } from '../../../src/core/run.ts';
import { emptyState, type State } from '../../../src/core/state.ts';
import { flowA, minutesAfter, noon } from '../../core/builders.ts';
import { type Files, filesOf, readFiles } from './state-files.ts';

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

const encode = (state: State): Files => filesOf({ state, registry: { deployments: new Map() } });
const decode = (files: Files): State => readFiles(files, { now: minutesAfter(noon, 60) }).state;

describe('What is remembered of alerts', () => {
  it('comes back from the files as it went in', () => {
    const state: State = { ...emptyState(noon), alerting };
    expect(decode(encode(state))).toEqual(state);
    expect(encode(decode(encode(state)))).toEqual(encode(state));
  });

  it('is nothing in a state that was written before there were alerts', () => {
    const files = encode(emptyState(noon));
    expect(JSON.stringify(files)).not.toMatch(/trouble|alerts|ticks|clock/);
    expect(decode(files)).toEqual(emptyState(noon));
  });

  it('of the clock lies with what is about no flow', () => {
    const told = new Map([['clock' as AlertKey, { kind: 'clock' as const, since: noon, causes: [] }]]);
    const state: State = { ...emptyState(noon), alerting: { ...alerting, told } };
    expect(encode(state)['state.json']).toContain('"kind":"clock"');
    expect(decode(encode(state))).toEqual(state);
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
    const files = encode({ ...emptyState(noon), alerting });
    const broken = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, text.replace(good, bad)]),
    );
    expect(broken).not.toEqual(files);
    expect(() => decode(broken)).toThrow(/E_STATE_CORRUPT|E_UNKNOWN_KEY/);
  });
});
