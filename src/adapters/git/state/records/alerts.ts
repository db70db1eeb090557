import type {
  AlertKind,
  ClockWait,
  FailureStreak,
  MissedSlots,
  TickMark,
  ToldAlert,
  ToldIssue,
  Trouble,
} from '../../../../core/alerting.ts';
import { alertKinds } from '../../../../core/alerting.ts';
import { list, optional, record } from './codec.ts';
import { flag, oneOf, text, whole } from './scalars.ts';
import {
  commit,
  count,
  endingClass,
  flowName,
  gapReason,
  instant,
  positive,
  runId,
  shortText,
} from './values.ts';

/** Records of what is wrong, and of what people were told. */

type LastSuccess = NonNullable<FailureStreak['lastSuccess']>;

export const troubleRecord = record<Trouble>({
  flow: flowName,
  failures: optional(
    record<FailureStreak>({
      count: positive,
      since: instant,
      run: runId,
      at: instant,
      class: endingClass,
      exitCode: optional(whole({ least: Number.MIN_SAFE_INTEGER })),
      lastSuccess: optional(record<LastSuccess>({ run: runId, commit, at: instant })),
    }),
  ),
  missed: optional(record<MissedSlots>({ count: positive, from: instant, to: instant, because: gapReason })),
});

type ToldMessage = NonNullable<ToldAlert['message']>;

export const alertRecord = record<ToldAlert>({
  kind: oneOf<AlertKind>(alertKinds),
  flow: optional(flowName),
  since: instant,
  causes: list(shortText, { most: 20 }),
  issue: optional(record<ToldIssue>({ number: positive, as: shortText, causes: count })),
  message: optional(record<ToldMessage>({ as: shortText, tries: positive, isSent: flag })),
  notBefore: optional(instant),
});

export const tickRecord = record<TickMark>({ trigger: text(100), at: instant });

export const clockRecord = record<ClockWait>({ from: instant, to: instant });
