import type { ClockWait, TickMark, ToldAlert, Trouble } from '../../../../core/alerting.ts';
import type { Deployment, Registry } from '../../../../core/deployment.ts';
import type { Instant } from '../../../../core/instant.ts';
import type { Gap, Pause, State } from '../../../../core/state.ts';
import { alertRecord, clockRecord, tickRecord, troubleRecord } from './alerts.ts';
import { assembleRegistry, assembleState } from './assemble.ts';
import { type Codec, list, Mismatch, optional, record } from './codec.ts';
import { readRuns, refuseUnlikely } from './decode.ts';
import { deploymentRecord } from './deployments.ts';
import { type ReadContext, readAs, refuse } from './document.ts';
import { faultOfDeployment } from './plausibility.ts';
import { gapRecord, pauseRecord } from './runs.ts';
import { commit, count, instant } from './values.ts';

/**
 * The layout before this one: all of state in `state.json`, all deployments in `deployments.json`. It is read, and the
 * next write lays it out anew. An older Headgate refuses the new layout as too new.
 */
const firstSchema = 1;
export const longestFirstBytes = { state: 1_048_576, registry: 4 * 1_048_576 } as const;

const schema: Codec<typeof firstSchema> = {
  read(value) {
    if (value === firstSchema) return firstSchema;
    throw new Mismatch(`${JSON.stringify(value)} is no layout that is known`);
  },
  write: String,
};
const many = { most: 100_000 };
const unread: Codec<unknown> = { read: (value) => value, write: () => 'null' };

type FirstState = {
  readonly schema: typeof firstSchema;
  readonly sequence: number;
  readonly mark: Instant;
  readonly runs: readonly unknown[];
  readonly pauses: readonly Pause[];
  readonly gaps: readonly Gap[];
  readonly troubles?: readonly Trouble[];
  readonly alerts?: readonly ToldAlert[];
  readonly ticks?: readonly TickMark[];
  readonly clock?: ClockWait;
};

const firstState = record<FirstState>({
  schema,
  sequence: count,
  mark: instant,
  runs: list(unread, many),
  pauses: list(pauseRecord, many),
  gaps: list(gapRecord, many),
  troubles: optional(list(troubleRecord, many)),
  alerts: optional(list(alertRecord, many)),
  ticks: optional(list(tickRecord, { most: 100 })),
  clock: optional(clockRecord),
});

type FirstRegistry = {
  readonly schema: typeof firstSchema;
  readonly commit?: string;
  readonly deployments: readonly Deployment[];
};

const firstRegistry = record<FirstRegistry>({
  schema,
  commit: optional(commit),
  deployments: list(deploymentRecord, many),
});

export function readFirstState(value: unknown, context: ReadContext): State {
  const { runs: written, ...rest } = readAs(firstState, value, context);
  const runs = readRuns(written, {}, context);
  refuseUnlikely({ ...rest, runs }, context);
  const { troubles = [], alerts = [], ticks = [] } = rest;
  return assembleState({ ...rest, runs, troubles, alerts, ticks }, context);
}

export function readFirstRegistry(value: unknown, context: ReadContext): Registry {
  const { commit: deployed, deployments } = readAs(firstRegistry, value, context);
  for (const deployment of deployments) {
    const fault = faultOfDeployment(deployment, context);
    refuse(fault && { ...fault, field: `deployments[${deployment.flow}].${fault.field}` }, context);
  }
  return assembleRegistry({ commit: deployed, deployments }, context);
}
