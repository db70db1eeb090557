import type { IssueAnswer, IssueComment, Issues, IssueToWrite } from '../../ports.ts';
import { copyOf } from './copy.ts';
import type { Around } from './hook.ts';
import type { Shelf } from './shelf.ts';

export type ShownIssue = {
  readonly number: number;
  readonly key: string;
  readonly title: string;
  readonly body: string;
  readonly assignees: readonly string[];
  readonly comments: readonly IssueComment[];
  readonly isOpen: boolean;
};

/** The issues of a repository. */
export type IssueList = {
  /** In the order of their creation. */
  shown(): readonly ShownIssue[];
  put(issue: ShownIssue): void;
  /** Somebody deletes it. */
  remove(number: number): void;
  nextNumber(): number;
};

export function issueList(shelf: Shelf): IssueList {
  const issues = shelf.map<number, ShownIssue>();
  const count = shelf.fields({ last: 0 });
  return {
    shown: () => [...issues.values()],
    put: (issue) => void issues.set(issue.number, copyOf(issue)),
    remove: (number) => void issues.delete(number),
    nextNumber() {
      count.last += 1;
      return count.last;
    },
  };
}

/** Each issue costs three requests at most. */
const mostRequestsEach = 3;

export function memoryIssues(list: IssueList, around: Around): Issues {
  return {
    write: (issues, budget) =>
      around('write', async () => {
        const answers: IssueAnswer[] = [];
        for (const [index, issue] of issues.entries()) {
          const isAffordable = (index + 1) * mostRequestsEach <= budget;
          if (isAffordable) answers.push(await around('write-one', () => write(issue)));
          else answers.push({ kind: 'deferred', reason: 'The budget of requests is used up' });
        }
        return answers;
      }),
    withdraw: (numbers) =>
      around('withdraw', () => {
        for (const issue of list.shown()) if (numbers.includes(issue.number)) close(issue);
      }),
  };

  function close(issue: ShownIssue): void {
    list.put({ ...issue, isOpen: false });
  }

  function write(issue: IssueToWrite): IssueAnswer {
    const all = list.shown().filter(({ key }) => key === issue.key);
    const known = all.find(({ number }) => number === issue.number) ?? all.find(({ isOpen }) => isOpen);
    if (known !== undefined && !known.isOpen) return { kind: 'written', number: known.number };
    if (issue.kind === 'close') {
      if (known === undefined) return { kind: 'none' };
      close({ ...known, comments: withComment(known, issue) });
      return { kind: 'written', number: known.number };
    }
    const { key, title, body, assignees } = issue;
    const number = known?.number ?? list.nextNumber();
    const comments = known === undefined ? [] : withComment(known, issue);
    list.put({ number, key, title, body, assignees, comments, isOpen: true });
    return { kind: 'written', number };
  }
}

/** Whoever knows that nobody was there before does not look. */
function withComment({ comments }: ShownIssue, { comment, isAgain }: IssueToWrite): readonly IssueComment[] {
  if (comment === undefined) return comments;
  const isThere = isAgain && comments.some(({ key }) => key === comment.key);
  return isThere ? comments : [...comments, comment];
}
