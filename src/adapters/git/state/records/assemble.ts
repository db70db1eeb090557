import {
  type Alerting,
  alertKeyOf,
  type ClockWait,
  type TickMark,
  type ToldAlert,
  type Trouble,
} from '../../../../core/alerting.ts';
import type { Deployment, Registry } from '../../../../core/deployment.ts';
import type { Instant } from '../../../../core/instant.ts';
import type { Run } from '../../../../core/run.ts';
import { byAge, type Gap, type PastPause, type Pause, type State } from '../../../../core/state.ts';
import { corrupt, type ReadContext, refuse } from './document.ts';
import { faultOfTimes } from './plausibility.ts';

/** Records of all flows, in whichever order their files came. */
export type StateParts = {
  readonly sequence: number;
  readonly mark: Instant;
  readonly partial?: NonNullable<State['partial']>;
  readonly runs: readonly Run[];
  readonly pauses: readonly Pause[];
  readonly pastPauses?: readonly (readonly PastPause[])[];
  readonly gaps: readonly Gap[];
  readonly troubles: readonly Trouble[];
  readonly alerts: readonly ToldAlert[];
  readonly ticks: readonly TickMark[];
  readonly clock?: ClockWait;
};

/** The order of what is read does not depend on the layout: whatever is decided from it comes out the same. */
export function assembleState(parts: StateParts, context: ReadContext): State {
  const { sequence, mark, partial, clock, ticks } = parts;
  refuse(faultOfTimes('', { mark, 'partial.slot': partial?.slot }, context.now), context);
  for (const { trigger, at } of ticks)
    refuse(faultOfTimes(`ticks[${trigger}].`, { at }, context.now), context);
  const troubles = keyed(parts.troubles, ({ flow }) => flow, { ...context, list: 'troubles' });
  const told = keyed(parts.alerts, alertKeyOf, { ...context, list: 'alerts' });
  const alerting: Alerting = { troubles, told, ticks, ...(clock === undefined ? {} : { clock }) };
  const past = (parts.pastPauses ?? [])
    .flatMap((ofFlow) => (ofFlow[0] === undefined ? [] : [[ofFlow[0].flow, ofFlow] as const]))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const isQuiet = troubles.size === 0 && told.size === 0 && ticks.length === 0 && clock === undefined;
  return {
    sequence,
    mark,
    ...(partial === undefined ? {} : { partial }),
    runs: keyed(parts.runs, ({ id }) => id, { ...context, list: 'runs' }),
    pauses: keyed(parts.pauses, ({ flow }) => flow, { ...context, list: 'pauses' }),
    ...(past.length === 0 ? {} : { pastPauses: new Map(past) }),
    gaps: parts.gaps.toSorted(byAge),
    ...(isQuiet ? {} : { alerting }),
  };
}

type RegistryParts = {
  readonly commit: string | undefined;
  readonly deployments: readonly Deployment[];
};

export function assembleRegistry({ commit, deployments }: RegistryParts, context: ReadContext): Registry {
  const byFlow = keyed(deployments, ({ flow }) => flow, { ...context, list: 'deployments' });
  return commit === undefined ? { deployments: byFlow } : { commit, deployments: byFlow };
}

function keyed<K extends string, T extends object>(
  records: readonly T[],
  keyOf: (record: T) => K,
  context: ReadContext & { readonly list: string },
): ReadonlyMap<K, T> {
  const entries = records.map((record) => [keyOf(record), record] as const);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  const map = new Map(entries);
  if (map.size === records.length) return map;
  const twice = entries.find(([key], index) => entries[index + 1]?.[0] === key);
  throw corrupt(context, `two records are called ${twice?.[0]}`, { field: context.list });
}
