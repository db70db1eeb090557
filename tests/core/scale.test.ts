import { describe, expect, it } from '@jest/globals';
import { admit } from '../../src/core/admission.ts';
import { meetingsOf } from '../../src/core/after.ts';
import { decide } from '../../src/core/decide.ts';
import type { Deployment } from '../../src/core/deployment.ts';
import type { FlowName, Policy } from '../../src/core/flow.ts';
import { applyOutcomes, type LaunchOutcome } from '../../src/core/outcome.ts';
import type { EndedRun, Run, RunId } from '../../src/core/run.ts';
import { claimSendings } from '../../src/core/sending.ts';
import type { State } from '../../src/core/state.ts';
import { followTroubles } from '../../src/core/troubles.ts';
import { attempt, deployment, minutesAfter, noon, policy, registryOf, run, stateOf } from './builders.ts';

/**
 * Whatever looks at all flows or runs for each of them takes 25 times as long for five times as many; what does not, five
 * times. Seconds of the processor, the least of three, so that a busy machine changes little.
 */
const [few, many] = [1_000, 5_000];
/** Memory of other tests that is collected meanwhile was seen to make 16 of five. */
const mostTimes = 20;
/** Less is over before a compiler has warmed to it, and says nothing. */
const fewestMs = 40;

function cpuMs(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}

function expectLinear(prepare: (count: number) => () => unknown): void {
  const [ofFew, ofMany] = [cpuMs(prepare(few)), cpuMs(prepare(many))];
  expect(ofMany).toBeLessThan(Math.max(ofFew, fewestMs) * mostTimes);
}

const nameOf = (index: number) => `flow-${index}` as FlowName;
const runOf = (index: number, facts: Partial<Run> = {}): Run =>
  run(`flow-${index}-r`, { flow: nameOf(index), ...facts });

function flowsOf(count: number, change: (index: number) => Partial<Policy> = () => ({})): Deployment[] {
  return Array.from({ length: count }, (_, index) => deployment(nameOf(index), change(index)));
}

function runsOf(count: number, facts: Partial<Run> = {}): Run[] {
  return Array.from({ length: count }, (_, index) => runOf(index, facts));
}

const endedAt = minutesAfter(noon, -1);
const failed: Partial<Run> = {
  phase: { state: 'failed', endedAt },
  attempts: [attempt({ handle: 'x', ending: { class: 'exit-code', exitCode: 1, at: endedAt } })],
};
const launching: Partial<Run> = { phase: { state: 'launching' }, attempts: [attempt({ number: 1 })] };
const slot = { kind: 'slot', slot: noon } as const;

describe('of five times as many flows and runs, five times the work is', () => {
  it('to admit runs that wait for one concurrency group', () => {
    expectLinear((count) => {
      const registry = registryOf(...flowsOf(count, () => ({ concurrency: { group: 'one', limit: 3 } })));
      const runs = runsOf(count);
      return () => admit(runs, registry, { launchesPerTick: 1_000, running: 10_000 }, noon);
    });
  });

  it('to find what follows runs that have ended', () => {
    expectLinear((count) => {
      const after = (index: number) => ({
        after: { flows: [nameOf(index), nameOf(index + 1)], when: 'finished' as const },
      });
      const waiting = Array.from({ length: count }, (_, index) => ({
        ...deployment(`next-${index}` as FlowName, after(index)),
      }));
      const registry = registryOf(...flowsOf(count), ...waiting);
      const ended = runsOf(count, { ...failed, cause: slot }) as EndedRun[];
      return () => meetingsOf(ended, ended, registry);
    });
  });

  it('to enter the answers to launches, and to send intents again', () => {
    expectLinear((count) => {
      const state = stateOf(...runsOf(count, launching));
      const outcomes = [...state.runs.keys()].map(
        (id): LaunchOutcome => ({
          run: id,
          attempt: 1,
          launchTry: 1,
          send: 1,
          result: { kind: 'launched', handle: `task of ${id}` },
        }),
      );
      const lookOf = () => ({ found: [], isConclusive: true });
      return () => {
        claimSendings(state, { before: state, lookOf, most: count, now: noon });
        return applyOutcomes(state, outcomes, () => policy, noon);
      };
    });
  });

  it('to count failures of flows that went well before', () => {
    expectLinear((count) => {
      const good: Partial<Run> = { ...failed, phase: { state: 'succeeded', endedAt } };
      const before = stateOf(...runsOf(count, good));
      const bad = runsOf(count, failed).map((one): Run => ({ ...one, id: `${one.id}-2` as RunId }));
      const after: State = {
        ...before,
        runs: new Map([...before.runs, ...bad.map((one) => [one.id, one] as const)]),
      };
      const registry = registryOf(...flowsOf(count));
      return () => followTroubles(before, after, { registry, now: noon });
    });
  });

  it('to decide what is due for one flow that may run as often as it likes', () => {
    expectLinear((count) => {
      const anchor = minutesAfter(noon, -many);
      const schedules = [{ kind: 'interval' as const, everySeconds: 60, anchor, parameters: {} }];
      const often: Partial<Policy> = {
        overlap: 'allow',
        schedules,
        catchUp: { policy: 'all', windowSeconds: 86_400 * 30, max: count },
      };
      const flow = { ...deployment(nameOf(0), often), deployedAt: minutesAfter(noon, -count) };
      const state = { ...stateOf(), mark: minutesAfter(noon, -count) };
      const question = {
        state,
        registry: registryOf(flow),
        seen: { sightings: new Map(), looks: new Map() },
        now: noon,
        limits: { launchesPerTick: 100, running: 200 },
        repository: 'acme/flows',
      };
      expect(decide(question).state.runs.size).toBe(count);
      return () => decide(question);
    });
  });
});
