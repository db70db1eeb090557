import { describe, expect, it } from '@jest/globals';
import { requestRun } from '../../src/core/command.ts';
import { type Decision, decide } from '../../src/core/decide.ts';
import type { Registry } from '../../src/core/deployment.ts';
import type { FlowName, Schedule } from '../../src/core/flow.ts';
import { mostOpenRuns } from '../../src/core/room.ts';
import type { RunId } from '../../src/core/run.ts';
import type { State } from '../../src/core/state.ts';
import { at, deployment, flowB, noon, registryOf, run, stateOf } from './builders.ts';

const hourly: Schedule = { kind: 'cron', cron: '0 * * * *', timezone: 'UTC', parameters: {} };

function decided({ state, registry }: { readonly state: State; readonly registry: Registry }): Decision {
  return decide({
    state,
    registry,
    seen: { sightings: new Map(), looks: new Map() },
    now: noon,
    limits: { launchesPerTick: 100, running: 200 },
    repository: 'acme/flows',
  });
}

describe('slots that are due', () => {
  describe('at one instant, more than fit,', () => {
    const flows = Array.from(
      { length: 30 },
      (_, index) => `flow-${String(index).padStart(2, '0')}` as FlowName,
    );
    const registry = registryOf(
      ...flows.map((flow) => deployment(flow, { schedules: [hourly] })),
      deployment(flowB, {}),
    );
    const open = (count: number) =>
      Array.from({ length: count }, (_, index) => run(`flow-b-m-${index}`, { flow: flowB }));
    const started = (state: State) =>
      [...state.runs.values()].filter(({ flow }) => flow !== flowB).map(({ flow }) => flow);

    it('come as far as there is room, by the names of their flows, and the rest later, each once', () => {
      const full = { ...stateOf(...open(mostOpenRuns - 10)), mark: at('2026-11-24T11:30Z') };
      const first = decided({ state: full, registry });
      expect([first.isBehind, first.state.mark]).toEqual([true, at('2026-11-24T12:00Z') - 1]);
      expect(first.state.partial).toEqual({ slot: noon, through: flows[9] });
      expect(started(first.state)).toEqual(flows.slice(0, 10));

      const ended = new Map([...first.state.runs].filter(([, { flow }]) => flow !== flowB));
      const second = decided({ state: { ...first.state, runs: ended }, registry });
      expect([second.isBehind, second.state.partial]).toEqual([false, undefined]);
      expect(started(second.state)).toEqual(flows);
      expect(second.gaps).toEqual([]);
    });

    it('are not looked at again where their runs have ended and are forgotten meanwhile', () => {
      const full = { ...stateOf(...open(mostOpenRuns - 10)), mark: at('2026-11-24T11:30Z') };
      const first = decided({ state: full, registry });
      const second = decided({ state: { ...first.state, runs: new Map() }, registry });
      expect(started(second.state)).toEqual(flows.slice(10));
    });

    it('wait as they are while there is no room at all', () => {
      const first = decided({
        state: { ...stateOf(...open(mostOpenRuns - 10)), mark: at('2026-11-24T11:30Z') },
        registry,
      });
      const second = decided({ state: first.state, registry });
      expect([second.isBehind, second.state]).toEqual([true, first.state]);
    });
  });

  it('whose parameters do not fit into state wait too', () => {
    const parameters = { query: { type: 'string' } } as const;
    const flows = Array.from({ length: 6_000 }, (_, index) => {
      const schedule = { ...hourly, parameters: { query: `${index} ${'x'.repeat(7_000)}` } };
      return deployment(`flow-${index}` as FlowName, { schedules: [schedule], parameters });
    });
    const state = { ...stateOf(), mark: at('2026-11-24T11:30Z') };
    const decision = decided({ state, registry: registryOf(...flows) });
    expect(decision.isBehind).toBe(true);
    expect(decision.state.runs.size).toBeGreaterThan(4_000);
    expect(decision.state.runs.size).toBeLessThan(5_000);
  });
});

describe('a run that a person asks for', () => {
  const request = {
    id: 'flow-b-m-new' as RunId,
    cause: { kind: 'manual', by: 'ada' },
    parameters: {},
    at: noon,
  } as const;

  it('is refused where state has no room for it, with what helps', () => {
    const open = Array.from({ length: mostOpenRuns }, (_, index) =>
      run(`flow-b-m-${index}`, { flow: flowB }),
    );
    const answer = requestRun(stateOf(...open), deployment(flowB, {}), request);
    expect(answer).toMatchObject({
      kind: 'impossible',
      code: 'E_STATE_FULL',
      fix: expect.stringContaining('ended'),
    });
    // What is advised helps: one that has ended makes room.
    expect(requestRun(stateOf(...open.slice(1)), deployment(flowB, {}), request)).toMatchObject({
      kind: 'done',
    });
  });
});
