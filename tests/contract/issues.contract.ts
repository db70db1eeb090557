import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { IssueAnswer, IssueComment, Issues, IssueToWrite } from '../../src/ports.ts';

export type SeenIssue = {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly comments: readonly string[];
  readonly isOpen: boolean;
};

export type IssuesStage = {
  readonly issues: Issues;
  /** What a person sees, the oldest first. */
  shown(): Promise<readonly SeenIssue[]>;
  closeByHand(number: number): Promise<void>;
  close(): Promise<void>;
};

const budget = 20;

/** What every list of issues promises. */
export function issuesContract(name: string, connect: () => Promise<IssuesStage>): void {
  describe(`The issues ${name}`, () => {
    let stage: IssuesStage;
    beforeEach(async () => {
      stage = await connect();
    });
    afterEach(() => stage.close());

    type Changes = {
      readonly number?: number;
      readonly body?: string;
      readonly isAgain?: boolean;
      readonly comment?: IssueComment;
    };
    const show = (key: string, { body = 'It failed.', ...changes }: Changes = {}): IssueToWrite => ({
      kind: 'show',
      key,
      title: `About ${key}`,
      body,
      assignees: [],
      isAgain: false,
      ...changes,
    });
    const close = (key: string, changes: Changes = {}): IssueToWrite => ({
      kind: 'close',
      key,
      isAgain: false,
      comment: { key: 'over', body: 'It is over.' },
      ...changes,
    });
    const write = async (...issues: readonly IssueToWrite[]) => stage.issues.write(issues, budget);

    it('are one for each key, however often they are shown', async () => {
      const first = await write(show('acme/failures/a'), show('acme/failures/b'));
      expect(new Set(first.map(numberOf)).size).toBe(2);
      expect(await write(show('acme/failures/a'))).toEqual(first.slice(0, 1));
      expect(await stage.shown()).toHaveLength(2);
    });

    it('are brought up to date by number, and by key when the number is lost', async () => {
      const [answer] = await write(show('acme/failures/a'));
      const number = numberOf(answer);
      await write(show('acme/failures/a', { number, body: 'It failed twice.' }));
      expect((await stage.shown())[0]?.body).toContain('It failed twice.');
      await write(show('acme/failures/a', { body: 'It failed thrice.' }));
      expect((await stage.shown())[0]?.body).toContain('It failed thrice.');
      expect(await stage.shown()).toHaveLength(1);
    });

    it('get a comment, and no second one when somebody may have written it before', async () => {
      const [answer] = await write(show('acme/failures/a'));
      const number = numberOf(answer);
      const comment = { key: 'cause-2', body: 'Another cause.' };
      await write(show('acme/failures/a', { number, comment }));
      await write(show('acme/failures/a', { number, comment, isAgain: true }));
      await write(
        show('acme/failures/a', { number, comment: { key: 'cause-3', body: 'A third.' }, isAgain: true }),
      );
      const comments = (await stage.shown())[0]?.comments ?? [];
      expect(comments).toHaveLength(2);
      expect(comments[0]).toContain('Another cause.');
    });

    it('are closed with a comment, and opened anew for what comes later', async () => {
      const [answer] = await write(show('acme/failures/a'));
      expect(await write(close('acme/failures/a', { number: numberOf(answer) }))).toEqual([answer]);
      expect(await stage.shown()).toMatchObject([
        { isOpen: false, comments: [expect.stringContaining('over')] },
      ]);
      const [next] = await write(show('acme/failures/a'));
      expect(numberOf(next)).not.toBe(numberOf(answer));
    });

    it('are found to be closed when nobody knows their number', async () => {
      await write(show('acme/failures/a'));
      await write(close('acme/failures/a'));
      expect((await stage.shown())[0]?.isOpen).toBe(false);
      expect(await write(close('acme/failures/a'))).toEqual([{ kind: 'none' }]);
    });

    it('stay as a person has closed them', async () => {
      const [answer] = await write(show('acme/failures/a'));
      const number = numberOf(answer);
      await stage.closeByHand(number);
      const comment = { key: 'cause-2', body: 'Another cause.' };
      expect(await write(show('acme/failures/a', { number, body: 'Again.', comment }))).toEqual([answer]);
      expect(await write(close('acme/failures/a', { number }))).toEqual([answer]);
      expect(await stage.shown()).toMatchObject([{ isOpen: false, comments: [] }]);
      expect((await stage.shown())[0]?.body).not.toContain('Again.');
    });

    it('wait for later when the budget is used up', async () => {
      expect(await stage.issues.write([show('acme/failures/a')], 0)).toMatchObject([{ kind: 'deferred' }]);
      expect(await stage.shown()).toEqual([]);
    });

    it('are withdrawn when they are there twice', async () => {
      const [answer] = await write(show('acme/failures/a'));
      await stage.issues.withdraw([numberOf(answer)]);
      expect((await stage.shown())[0]?.isOpen).toBe(false);
    });
  });
}

function numberOf(answer: IssueAnswer | undefined): number {
  if (answer?.kind !== 'written') throw new Error(`Not written: ${JSON.stringify(answer)}`);
  return answer.number;
}
