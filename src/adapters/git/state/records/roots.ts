import type { ClockWait, TickMark, ToldAlert } from '../../../../core/alerting.ts';
import type { Instant } from '../../../../core/instant.ts';
import type { State } from '../../../../core/state.ts';
import { alertRecord, clockRecord, tickRecord } from './alerts.ts';
import { type Codec, list, Mismatch, optional, record } from './codec.ts';
import { schemaNumber } from './document.ts';
import { commit, count, flowName, instant } from './values.ts';

/** The two files that are about no flow in particular. */

export type StateDocument = {
  readonly schema: typeof schemaNumber;
  readonly sequence: number;
  readonly mark: Instant;
  readonly partial?: NonNullable<State['partial']>;
  readonly ticks?: readonly TickMark[];
  readonly clock?: ClockWait;
  readonly alerts?: readonly ToldAlert[];
};

export type RegistryDocument = { readonly schema: typeof schemaNumber; readonly commit?: string };

const schema: Codec<typeof schemaNumber> = {
  read(value) {
    if (value === schemaNumber) return schemaNumber;
    throw new Mismatch(`${JSON.stringify(value)} is no layout that is known`);
  },
  write: String,
};

export const stateDocument = record<StateDocument>({
  schema,
  sequence: count,
  mark: instant,
  partial: optional(record<NonNullable<State['partial']>>({ slot: instant, through: flowName })),
  ticks: optional(list(tickRecord, { most: 100 })),
  clock: optional(clockRecord),
  alerts: optional(list(alertRecord, { most: 100 })),
});

export const registryDocument = record<RegistryDocument>({ schema, commit: optional(commit) });
