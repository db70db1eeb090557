import type { IssueAnswer, Issues, IssueToWrite } from '../../ports.ts';
import { type Answer, type Budget, type GithubOptions, githubClient } from './client.ts';
import { bodyOf, type IssueCalls, issueCalls, type KnownIssue, titleOf } from './issue-calls.ts';

/** Issues that are found by their key before they are created, and never touched when they are somebody else's. */
export function githubIssues(options: GithubOptions): Issues {
  const client = githubClient(options);
  const callsWithin = (budget: Budget) => issueCalls({ client, budget, now: options.clock.now });
  return {
    async write(issues, requests) {
      const calls = callsWithin({ left: requests });
      const listed = onceListed(calls);
      const answers: IssueAnswer[] = [];
      for (const issue of issues) answers.push(await writeOne({ calls, listed }, issue));
      return answers;
    },
    async withdraw(numbers) {
      const calls = callsWithin({ left: numbers.length });
      for (const number of numbers) await calls.close(number, 'not_planned');
    },
  };
}

type Listed = () => Promise<Answer<readonly KnownIssue[]>>;
type Desk = { readonly calls: IssueCalls; readonly listed: Listed };

/** One listing serves all issues of a tick. */
function onceListed(calls: IssueCalls): Listed {
  let listing: Promise<Answer<readonly KnownIssue[]>> | undefined;
  return () => {
    listing ??= calls.list();
    return listing;
  };
}

type Found = Answer<{ readonly issue: KnownIssue | undefined }>;

async function writeOne(desk: Desk, issue: IssueToWrite): Promise<IssueAnswer> {
  const found = await find(desk, issue);
  if (found.kind !== 'ok') return deferred(found);
  const known = found.data.issue;
  if (issue.kind === 'close') return known === undefined ? { kind: 'none' } : close(desk, issue, known);
  return known === undefined ? create(desk, issue) : update(desk, issue, known);
}

function deferred(answer: Exclude<Answer<unknown>, { kind: 'ok' }>): IssueAnswer {
  // 410: issues are turned off; 404: the token may not see them.
  const reason = answer.kind === 'missing' ? 'the repository has no issues' : answer.reason;
  return { kind: 'deferred', reason };
}

/** By its number if it is still ours, else among those that are open. */
async function find({ calls, listed }: Desk, { key, number }: IssueToWrite): Promise<Found> {
  if (number !== undefined) {
    const answer = await calls.get(number);
    if (answer.kind !== 'ok' && answer.kind !== 'missing') return answer;
    const isOurs = answer.kind === 'ok' && answer.data.key === key && answer.data.number === number;
    if (isOurs) return { kind: 'ok', data: { issue: answer.data } };
  }
  const listing = await listed();
  if (listing.kind !== 'ok') return listing;
  const [oldest, ...others] = listing.data.filter((issue) => issue.key === key);
  for (const other of others) await calls.close(other.number, 'not_planned');
  return { kind: 'ok', data: { issue: oldest } };
}

type Shown = IssueToWrite & { readonly kind: 'show' };

async function create({ calls }: Desk, issue: Shown): Promise<IssueAnswer> {
  const first = await calls.create(issue, issue.assignees);
  // GitHub refuses an issue as a whole when one of the names is nobody who can be assigned.
  const answer =
    first.kind === 'invalid' && issue.assignees.length > 0 ? await calls.create(issue, []) : first;
  if (answer.kind === 'ok') return { kind: 'written', number: answer.data.number };
  if (answer.kind !== 'unsure') return deferred(answer);
  const listing = await calls.list();
  const made = listing.kind === 'ok' ? listing.data.find(({ key }) => key === issue.key) : undefined;
  return made === undefined ? deferred(answer) : { kind: 'written', number: made.number };
}

/** What a person has closed stays closed, and nobody is called again. */
async function update({ calls }: Desk, issue: Shown, known: KnownIssue): Promise<IssueAnswer> {
  const written: IssueAnswer = { kind: 'written', number: known.number };
  if (!known.isOpen) return written;
  if (known.title !== titleOf(issue) || known.body.trimEnd() !== bodyOf(issue).trimEnd()) {
    const answer = await calls.update(known.number, issue);
    if (answer.kind !== 'ok') return deferred(answer);
  }
  const commented = await comment(calls, issue, known);
  return commented ?? written;
}

async function close({ calls }: Desk, issue: IssueToWrite, known: KnownIssue): Promise<IssueAnswer> {
  const written: IssueAnswer = { kind: 'written', number: known.number };
  if (!known.isOpen) return written;
  const problem = await comment(calls, issue, known);
  if (problem !== undefined) return problem;
  const answer = await calls.close(known.number, 'completed');
  return answer.kind === 'ok' ? written : deferred(answer);
}

/** Undefined: it is there. */
async function comment(
  calls: IssueCalls,
  { key, comment: wanted, isAgain }: IssueToWrite,
  { number }: KnownIssue,
): Promise<IssueAnswer | undefined> {
  if (wanted === undefined) return undefined;
  const named = { ...wanted, issue: key };
  if (isAgain) {
    const answer = await calls.hasComment(number, named);
    if (answer.kind !== 'ok') return deferred(answer);
    if (answer.data.isThere) return undefined;
  }
  const answer = await calls.comment(number, named);
  return answer.kind === 'ok' ? undefined : deferred(answer);
}
