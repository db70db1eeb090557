import { type AlertKey, alertingOf, type ToldAlert, type ToldIssue } from './alerting.ts';
import { causeOf, type OpenAlert, shownAsOf } from './alerts.ts';
import { type Instant, minuteMs, plusMs } from './instant.ts';
import type { State } from './state.ts';

/** What this process can do to tell people. */
export type Channels = {
  /** `close`: issues are not wanted any more, and those that are open are closed when their alert is over. */
  readonly issues: 'write' | 'close' | 'none';
  readonly messages: boolean;
};

/** The right to tell people of one alert: recorded before it is used, so no two ticks tell the same. */
export type Claim = {
  readonly key: AlertKey;
  /** Undefined: it is over. */
  readonly alert: OpenAlert | undefined;
  readonly told: ToldAlert;
  readonly isIssueDue: boolean;
  readonly isMessageDue: boolean;
  /** Which of its causes is news: the comment's number. */
  readonly newCause: number | undefined;
  /** A tick before this one may have told it, and been lost before it could record that. */
  readonly isAgain: boolean;
};

/** What an issue or message shows of an alert that is over. */
export const over = 'over';

/** Longer than a job of the workflow lives. */
const leaseMs = 20 * minuteMs;
/** Each takes up to three requests, of the 60 that a tick may send. */
const mostClaims = 6;
const mostTold = 100;
/** A flow that fails in ever new ways gets no comment for each. */
const mostCauses = 5;
export const mostTries = 5;

type Question = {
  readonly state: State;
  readonly open: ReadonlyMap<AlertKey, OpenAlert>;
  readonly channels: Channels;
  readonly now: Instant;
};

/** Claims what is to be told now. The very state that came in if that is nothing. */
export function claimAlerts(question: Question): {
  readonly state: State;
  readonly claims: readonly Claim[];
} {
  const { state, open, channels, now } = question;
  if (channels.issues === 'none' && !channels.messages) return { state, claims: [] };
  const before = alertingOf(state).told;
  const told = new Map(before);
  const claims: Claim[] = [];
  for (const key of new Set([...before.keys(), ...open.keys()])) {
    const known = before.get(key);
    const alert = open.get(key);
    if (claims.length >= mostClaims) break;
    if (known === undefined && told.size >= mostTold) continue;
    if (known !== undefined && isSettled(known, alert, channels)) told.delete(key);
    if (!isFree(known, now)) continue;
    const claim = claimOf({ key, known, alert }, channels, now);
    if (claim === undefined) continue;
    told.set(key, claim.told);
    claims.push(claim);
  }
  if (claims.length === 0 && told.size === before.size) return { state, claims };
  return { state: { ...state, alerting: { ...alertingOf(state), told } }, claims };
}

function isFree(known: ToldAlert | undefined, now: Instant): boolean {
  return known?.notBefore === undefined || known.notBefore <= now;
}

type Subject = {
  readonly key: AlertKey;
  readonly known: ToldAlert | undefined;
  readonly alert: OpenAlert | undefined;
};

function claimOf({ key, known, alert }: Subject, channels: Channels, now: Instant): Claim | undefined {
  const told = withCause(known, alert);
  const isIssueDue = isIssuePending(told, alert, channels);
  const isMessageDue = isMessagePending(told, alert, channels);
  if (!isIssueDue && !isMessageDue) return undefined;
  const isNews = told.issue !== undefined && told.causes.length > told.issue.causes;
  return {
    key,
    alert,
    told: { ...tried(told, alert, isMessageDue), notBefore: plusMs(now, leaseMs) },
    isIssueDue,
    isMessageDue,
    newCause: isNews ? told.causes.length : undefined,
    isAgain: known?.notBefore !== undefined,
  };
}

function withCause(before: ToldAlert | undefined, alert: OpenAlert | undefined): ToldAlert {
  if (alert === undefined) return before as ToldAlert;
  // Who was told that it is over is told of the next one from the start.
  const known = before?.issue?.as === over || before?.message?.as === over ? undefined : before;
  const cause = causeOf(alert);
  const causes = known?.causes ?? [];
  const isNew = !causes.includes(cause) && causes.length < mostCauses;
  return {
    ...(known ?? { kind: alert.kind, ...('flow' in alert ? { flow: alert.flow } : {}) }),
    since: alert.since,
    causes: isNew ? [...causes, cause] : causes,
  };
}

/** Counted before it is sent: a tick that dies while sending must not send for ever. */
function tried(told: ToldAlert, alert: OpenAlert | undefined, isMessageDue: boolean): ToldAlert {
  if (!isMessageDue) return told;
  const as = messageAs(told, alert);
  const tries = told.message?.as === as ? told.message.tries + 1 : 1;
  return { ...told, message: { as, tries, isSent: false } };
}

/** A message goes out when an alert begins, has a new cause, and is over. */
function messageAs({ causes }: ToldAlert, alert: OpenAlert | undefined): string {
  return alert === undefined ? over : `open ${causes.length}`;
}

function isIssuePending(told: ToldAlert, alert: OpenAlert | undefined, { issues }: Channels): boolean {
  if (issues === 'none') return false;
  if (alert === undefined) return told.issue === undefined ? issues === 'write' : told.issue.as !== over;
  return issues === 'write' && told.issue?.as !== shownAsOf(alert);
}

function isMessagePending(told: ToldAlert, alert: OpenAlert | undefined, { messages }: Channels): boolean {
  const { message } = told;
  if (!messages) return false;
  if (message === undefined) return alert !== undefined;
  const isTried = message.as === messageAs(told, alert);
  return !isTried || !(message.isSent || message.tries >= mostTries);
}

/** Over, and everybody knows. */
function isSettled(told: ToldAlert, alert: OpenAlert | undefined, channels: Channels): boolean {
  if (alert !== undefined) return false;
  const isIssueKnownOver = told.issue === undefined || told.issue.as === over;
  return (
    isIssueKnownOver && !isIssuePending(told, alert, channels) && !isMessagePending(told, alert, channels)
  );
}

/** What became of a claim. */
export type AlertOutcome = {
  readonly key: AlertKey;
  readonly issue?: ToldIssue;
  readonly isMessageSent?: boolean;
  /** Nothing is left to tell: there is no issue that could be closed. */
  readonly isGone?: boolean;
  /** It failed, and is left alone until then. */
  readonly notBefore?: Instant;
};

/** Enters what was told into the newest state. An issue that another tick recorded first stays the one. */
export function enterTold(
  state: State,
  outcomes: readonly AlertOutcome[],
  { open, channels }: Pick<Question, 'open' | 'channels'>,
): State {
  if (outcomes.length === 0) return state;
  const told = new Map(alertingOf(state).told);
  for (const outcome of outcomes) {
    const known = told.get(outcome.key);
    if (known === undefined) continue;
    const entered = entryOf(known, outcome);
    const alert = open.get(outcome.key);
    const isGone = outcome.isGone === true && !isMessagePending(entered, alert, channels);
    const isDone = isGone || isSettled(entered, alert, channels);
    if (isDone) told.delete(outcome.key);
    else told.set(outcome.key, entered);
  }
  return { ...state, alerting: { ...alertingOf(state), told } };
}

function entryOf(known: ToldAlert, { issue, isMessageSent, notBefore }: AlertOutcome): ToldAlert {
  const { notBefore: _, ...kept } = known;
  const isOurs = known.issue === undefined || known.issue.number === issue?.number;
  return {
    ...kept,
    ...(issue !== undefined && isOurs ? { issue } : {}),
    ...(isMessageSent === true && kept.message !== undefined
      ? { message: { ...kept.message, isSent: true } }
      : {}),
    ...(notBefore === undefined ? {} : { notBefore }),
  };
}

/** Issues that were opened for an alert which has another one by now: a tick had slept through its lease. */
export function strayIssues(state: State, outcomes: readonly AlertOutcome[]): readonly number[] {
  const { told } = alertingOf(state);
  return outcomes.flatMap(({ key, issue }) => {
    const known = told.get(key)?.issue;
    return issue === undefined || known === undefined || known.number === issue.number ? [] : [issue.number];
  });
}
