import {
  type AlertOutcome,
  type Channels,
  type Claim,
  claimAlerts,
  enterTold,
  mostTries,
  over,
  strayIssues,
} from '../core/alert-claims.ts';
import { alertRulesOf } from '../core/alert-rules.ts';
import type { AlertKey } from '../core/alerting.ts';
import { type OpenAlert, openAlerts, shownAsOf } from '../core/alerts.ts';
import { faultWords } from '../core/fault.ts';
import { hourMs, type Instant, minuteMs, plusMs } from '../core/instant.ts';
import { describeProblem, RefusedError } from '../core/problem.ts';
import type { State } from '../core/state.ts';
import { followTroubles } from '../core/troubles.ts';
import type { IssueAnswer, IssueToWrite, Snapshot, World } from '../ports.ts';
import { alertIssue, causeComment, recoveryComment } from '../report/alert-issue.ts';
import { alertMessage } from '../report/alert-message.ts';
import type { AlertReport } from '../report/alert-report.ts';
import { bareReport } from '../report/run-report.ts';
import { ownersAt } from './owners.ts';
import { type ReportOptions, reportOf } from './report.ts';

export type AlertOptions = ReportOptions & { readonly repository: string };

/** Of the requests that a tick may send to GitHub. */
const alertRequests = 20;
/** After a failure that the next tick would only repeat. */
const pauseMs = 10 * minuteMs;
/** After one that a person has to mend. */
const refusedPauseMs = hourMs;

/** One tick's part in telling people what is wrong. */
export type AlertDesk = {
  /** Enters into a state that is about to be written what this tick will tell. */
  claim(snapshot: Snapshot, state: State): State;
  /** Tells it. Whatever goes wrong waits for a later tick: nobody's run depends on it. */
  tell(snapshot: Snapshot): Promise<void>;
  /** Enters what was told. */
  enter(state: State): State;
  /** Closes what turned out to be told twice. */
  tidy(state: State): Promise<void>;
};

export function alertDesk(world: World, options: AlertOptions, now: Instant): AlertDesk {
  const rules = alertRulesOf(options.project);
  const channels = channelsOf(world, options);
  const openIn = (state: State) => openAlerts(state, rules);
  let claims: readonly Claim[] = [];
  let outcomes: readonly AlertOutcome[] = [];
  return {
    claim(snapshot, state) {
      const followed = followTroubles(snapshot.state, state, { registry: snapshot.registry, now });
      const claimed = claimAlerts({ state: followed, open: openIn(followed), channels, now });
      claims = claimed.claims;
      return claims.length === 0 && claimed.state === followed ? state : claimed.state;
    },
    async tell(snapshot) {
      if (claims.length === 0) return;
      const telling: Telling = { world, options, snapshot, now: world.clock.now() };
      const issues = await tellIssues(
        claims.filter(({ isIssueDue }) => isIssueDue),
        telling,
      );
      const sent = await tellMessages(
        claims.filter(({ isMessageDue }) => isMessageDue),
        { ...telling, issues },
      );
      outcomes = claims.map(({ key }) => ({
        key,
        ...issues.get(key),
        ...(sent.has(key) ? { isMessageSent: true } : {}),
      }));
    },
    enter: (state) => enterTold(state, outcomes, { open: openIn(state), channels }),
    async tidy(state) {
      const strays = strayIssues(state, outcomes);
      if (strays.length === 0 || world.issues === undefined) return;
      world.log.warn(`${strays.length} issue was opened twice: the newer one is closed.`);
      await world.issues.withdraw(strays).catch((error: unknown) => world.log.warn(wordsOf(error)));
    },
  };
}

/** In a public repository everybody reads an issue, so there somebody has to want them. */
function channelsOf({ issues, messages }: World, { project, presentation }: AlertOptions): Channels {
  const rules = alertRulesOf(project);
  const isWanted = rules !== undefined && (rules.hasIssues ?? presentation.isPublic === false);
  return {
    issues: issues === undefined ? 'none' : isWanted ? 'write' : 'close',
    messages: messages !== undefined,
  };
}

type Telling = {
  readonly world: World;
  readonly options: AlertOptions;
  readonly snapshot: Snapshot;
  readonly now: Instant;
  /** Why what runs printed is left out. */
  readonly fault?: string;
};

type IssueOutcome = Omit<AlertOutcome, 'key' | 'isMessageSent'>;

async function tellIssues(
  claims: readonly Claim[],
  telling: Telling,
): Promise<ReadonlyMap<AlertKey, IssueOutcome>> {
  const { world, now } = telling;
  if (claims.length === 0 || world.issues === undefined) return new Map();
  const outcomes = new Map<AlertKey, IssueOutcome>();
  const issues = new Map<Claim, IssueToWrite>();
  for (const claim of claims) {
    const issue = await containedIssue(claim, telling);
    if (issue === undefined) outcomes.set(claim.key, { notBefore: plusMs(now, refusedPauseMs) });
    else issues.set(claim, issue);
  }
  try {
    const answers = await world.issues.write([...issues.values()], alertRequests);
    const [reason] = answers.flatMap((answer) => (answer.kind === 'deferred' ? [answer.reason] : []));
    if (reason !== undefined) world.log.warn(`Some alerts wait for a later tick: ${reason}.`);
    for (const [index, claim] of [...issues.keys()].entries())
      outcomes.set(claim.key, outcomeOf(claim, answers[index], now));
  } catch (error) {
    world.log.warn(`W_ALERT_REFUSED No alert could be shown as an issue: ${wordsOf(error)}`);
    const isRefused = error instanceof RefusedError;
    for (const { key, alert } of issues.keys())
      outcomes.set(key, {
        notBefore: plusMs(now, refusedPauseMs),
        ...(isRefused && alert === undefined ? { isGone: true } : {}),
      });
  }
  return outcomes;
}

/** What one run printed must not keep the owners of other flows from hearing of theirs. Undefined: not even without it. */
async function containedIssue(claim: Claim, telling: Telling): Promise<IssueToWrite | undefined> {
  try {
    return await issueOf(claim, telling);
  } catch (error) {
    const { log } = telling.world;
    log.warn(
      `W_REPORT_UNMADE The issue about ${claim.key} could not be made whole: ${faultWords(error)}. Everything else goes on. This is a bug of Headgate: please report it.`,
    );
    return issueOf(claim, { ...telling, fault: faultWords(error) }).catch(() => undefined);
  }
}

function outcomeOf({ alert, told }: Claim, answer: IssueAnswer | undefined, now: Instant): IssueOutcome {
  switch (answer?.kind) {
    case 'written':
      return {
        issue: {
          number: answer.number,
          as: alert === undefined ? over : shownAsOf(alert),
          causes: told.causes.length,
        },
      };
    case 'none':
      return { isGone: true };
    default:
      return { notBefore: plusMs(now, pauseMs) };
  }
}

async function issueOf(claim: Claim, telling: Telling): Promise<IssueToWrite> {
  const { alert, told, isAgain } = claim;
  const { options, snapshot } = telling;
  const { links, outgoing } = options.presentation;
  const key = `${options.project.name}/${claim.key}`;
  const known = { key, isAgain, ...(told.issue === undefined ? {} : { number: told.issue.number }) };
  if (alert === undefined) {
    const body = recoveryComment({ told, ...snapshot, links });
    return { kind: 'close', ...known, comment: { key: 'over', body } };
  }
  const report = await reportFor(alert, telling);
  const comment = { key: `cause-${claim.newCause}`, body: causeComment(report) };
  return {
    kind: 'show',
    ...known,
    ...alertIssue(report, outgoing),
    assignees: report.owners.filter((owner) => !owner.includes('/')).map((owner) => owner.slice(1)),
    ...(claim.newCause === undefined ? {} : { comment }),
  };
}

async function reportFor(
  alert: OpenAlert,
  { world, options, snapshot, now, fault }: Telling,
): Promise<AlertReport> {
  const { links } = options.presentation;
  const { state, registry } = snapshot;
  const run = alert.kind === 'failures' ? state.runs.get(alert.streak.run) : undefined;
  const whole = run && (await reportOf(world, run, { options, snapshot, now }));
  const report = whole && fault !== undefined ? bareReport(whole, fault) : whole;
  const [path, commit] =
    alert.kind === 'clock'
      ? ['.github/workflows/tick.yml', world.source.commit]
      : [`flows/${alert.flow}/flow.yml`, registry.deployments.get(alert.flow)?.version.commit];
  const owners = commit === undefined ? [] : await ownersAt(world.source, commit, path);
  return { alert, now, state, registry, links, owners, ...(report === undefined ? {} : { run: report }) };
}

type Messaging = Telling & { readonly issues: ReadonlyMap<AlertKey, IssueOutcome> };

/** Whoever reads a chat finds the issue from there, so messages come after issues. */
async function tellMessages(
  claims: readonly Claim[],
  { world, options, issues }: Messaging,
): Promise<ReadonlySet<AlertKey>> {
  const sent = new Set<AlertKey>();
  if (world.messages === undefined) return sent;
  for (const { key, alert, told } of claims) {
    const issue = issues.get(key)?.issue ?? told.issue;
    const text = alertMessage({
      alert,
      told: issue === undefined ? told : { ...told, issue },
      links: options.presentation.links,
      repository: options.repository,
      boardPlace: world.state.boardPlace,
    });
    const answer = await world.messages.send(text);
    if (answer.kind === 'sent') sent.add(key);
    else {
      world.log.warn(
        `W_ALERT_MESSAGE The message about ${key} was not taken (try ${told.message?.tries ?? 1} of ${mostTries}): ${answer.reason}.`,
      );
    }
  }
  return sent;
}

function wordsOf(error: unknown): string {
  return error instanceof RefusedError ? describeProblem(error.problem) : String(error);
}
