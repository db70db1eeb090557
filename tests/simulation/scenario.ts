import { type Life, usualLife } from '../../src/adapters/memory/life.ts';
import type { FlowName } from '../../src/core/flow.ts';
import { minuteMs, secondMs } from '../../src/core/instant.ts';
import type { Play, Setting } from './play.ts';

export type Scenario = Setting & {
  /** What happens once everything is deployed; faults may strike from here on. */
  readonly act: (play: Play) => Promise<void>;
  /** What must hold in the end, beside what always must. */
  readonly atRest?: (play: Play) => Promise<void>;
  /** Too long for everything to be tried in it: for swarms alone. */
  readonly isLong?: boolean;
};

export const base = 'command: [run]\nresources: { spot: false }\n';
export const hourly = `${base}schedules: [{ cron: "0 * * * *" }]\n`;
export const name = (text: string): FlowName => text as FlowName;
export const quick: Life = { startAfterMs: 10 * secondMs, runMs: 20 * secondMs, end: { exitCode: 0 } };
export const lasting = (minutes: number): Life => ({ ...usualLife, runMs: minutes * minuteMs });
export const failing: Life = { ...quick, end: { exitCode: 1 } };
const start = '2026-11-24T11:56:00Z';
export const setting = { start, flows: { load: hourly }, script: () => quick } satisfies Omit<
  Setting,
  'name'
>;
export const request = (flow: string, text: string) =>
  ({ kind: 'run', flow: name(flow), parameters: undefined, request: text }) as const;
