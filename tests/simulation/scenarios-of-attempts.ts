import { type Life, usualLife } from '../../src/adapters/memory/life.ts';
import { hourMs, minuteMs, secondMs } from '../../src/core/instant.ts';
import type { RunId } from '../../src/core/run.ts';
import { checkCapacity } from './capacity-checks.ts';
import { base, failing, hourly, lasting, quick, request, type Scenario, setting } from './scenario.ts';

const interrupted: Life = { ...quick, end: { class: 'spot' } };

/** What becomes of one attempt, and of the next. */
export const attemptScenarios: readonly Scenario[] = [
  {
    ...setting,
    name: 'hourly',
    act: async (play) => {
      await play.ticks(3, 5);
      play.wait(45);
      await play.ticks(2, 5);
    },
  },
  {
    ...setting,
    name: 'away-after-launch',
    act: async (play) => {
      await play.ticks(1, 5);
      play.wait(130);
      await play.ticks(3, 5);
    },
  },
  {
    ...setting,
    name: 'no-event-log',
    hasEventLog: false,
    act: async (play) => {
      await play.ticks(2, 5);
      play.wait(100);
      await play.ticks(2, 5);
    },
  },
  {
    ...setting,
    name: 'late-replay',
    visibilityDelayMs: 4 * minuteMs,
    script: () => lasting(90),
    flows: { load: `${base}timeout: { start: 2h, run: 4h }\n` },
    act: async (play) => {
      await play.command(request('load', 'first'));
      await play.ticks(1, 1);
      await play.ticks(1, 48);
      await play.ticks(5, 2);
    },
  },
  {
    ...setting,
    name: 'late-cancel',
    visibilityDelayMs: 4 * minuteMs,
    script: () => lasting(30),
    flows: { load: base },
    act: async (play) => {
      await play.command(request('load', 'first'));
      await play.ticks(1, 1);
      await play.ticks(1, 8);
      play.wait(1);
      await play.command({ kind: 'cancel', run: 'load-m-first' as RunId });
      await play.ticks(3, 1);
      await play.ticks(3, 5);
    },
  },
  {
    ...setting,
    name: 'retries',
    flows: { load: `${hourly}retries: { limit: 2, delay: 60s, backoff: exponential, jitter: 0.2 }\n` },
    script: (_flow, _run, attempt) => (attempt < 3 ? failing : quick),
    act: (play) => play.ticks(5, 5),
  },
  {
    ...setting,
    name: 'retries-quick',
    flows: { load: `${base}retries: { limit: 2, delay: 5m, backoff: linear, jitter: 0.5 }\n` },
    script: () => failing,
    act: async (play) => {
      await play.command(request('load', 'first'));
      await play.ticks(8, 1);
    },
  },
  {
    ...setting,
    name: 'unseen',
    flows: { load: `${hourly}timeout: { start: 10m, run: 2h }\n` },
    script: () => lasting(50),
    act: async (play) => {
      await play.ticks(1, 5);
      await play.ticks(2, 15);
    },
  },
  {
    ...setting,
    name: 'spot',
    flows: { load: 'command: [run]\nresources: { spot: { fallback-after: 2 } }\n' },
    script: (_flow, _run, attempt) => (attempt < 3 ? interrupted : quick),
    act: async (play) => {
      await play.command(request('load', 'first'));
      await play.ticks(7, 2);
      checkCapacity(play, 2);
    },
  },
  {
    ...setting,
    name: 'start-timeout',
    flows: { stuck: `${hourly}timeout: { start: 10m, run: 1h }\ninfra-retries: 1\n` },
    script: () => ({ ...usualLife, startAfterMs: 20 * hourMs }),
    act: (play) => play.ticks(7, 8),
  },
  {
    ...setting,
    name: 'run-timeout',
    flows: {
      endless: `${hourly}timeout: { start: 15m, run: 20m }\nretries: { limit: 1, delay: 60s }\n`,
    },
    script: () => ({ ...usualLife, runMs: 30 * hourMs, stopMs: 90 * secondMs }),
    act: (play) => play.ticks(6, 10),
  },
  {
    ...setting,
    name: 'invisible',
    visibilityDelayMs: 4 * minuteMs,
    script: () => lasting(12),
    flows: { load: `${hourly}timeout: { start: 10m, run: 1h }\n` },
    act: (play) => play.ticks(7, 2),
  },
  {
    ...setting,
    name: 'cancel',
    flows: { load: `${base}overlap: buffer-all\n` },
    script: (_flow, run) => (run.endsWith('first') ? lasting(30) : quick),
    act: async (play) => {
      await play.command(request('load', 'first'));
      await play.ticks(1, 1);
      await play.command({ kind: 'cancel', run: 'load-m-first' as RunId });
      await play.command(request('load', 'second'));
      await play.ticks(2, 2);
      await play.command({ kind: 'cancel', run: 'load-m-second' as RunId });
      await play.ticks(2, 5);
    },
  },
  {
    ...setting,
    name: 'cancel-failed',
    flows: { load: `${base}retries: { limit: 2, delay: 60s }\n` },
    script: () => failing,
    act: async (play) => {
      await play.command(request('load', 'first'));
      await play.ticks(1, 1);
      play.wait(2);
      await play.command({ kind: 'cancel', run: 'load-m-first' as RunId });
      await play.ticks(2, 5);
    },
  },
  {
    ...setting,
    name: 'cancel-meanwhile',
    flows: { load: hourly },
    script: () => lasting(30),
    act: async (play) => {
      play.wait(5);
      await play.commandDuringTick(request('load', 'first'), 3);
      play.wait(5);
      await play.commandDuringTick({ kind: 'cancel', run: 'load-20261124-1200' as RunId }, 3);
      await play.ticks(2, 5);
    },
  },
  {
    ...setting,
    name: 'console',
    flows: { load: `${base}overlap: buffer-all\ninfra-retries: 1\n` },
    script: (_flow, run) => (run.endsWith('first') ? lasting(30) : quick),
    act: async (play) => {
      await play.command(request('load', 'first'));
      await play.ticks(1, 1);
      await play.command(request('load', 'second'));
      play.count('run-again', 'people');
      await play.command(request('load', 'second'));
      play.wait(4);
      play.mishaps.stopOutside();
      play.mishaps.deregister();
      await play.ticks(3, 5);
    },
  },
];
