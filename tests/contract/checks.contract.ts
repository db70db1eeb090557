import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Check } from '../../src/core/check.ts';
import type { Checks, PublishAnswer } from '../../src/ports.ts';
import { minutesAfter, noon } from '../core/builders.ts';

export type ChecksStage = {
  readonly checks: Checks;
  /** A commit that checks may hang on. */
  readonly commit: string;
  /** Names a check that does not exist. */
  readonly unknownCheckId: string;
  /** What a person sees, in any order. */
  shown(): Promise<readonly Pick<Check, 'name' | 'externalId' | 'title'>[]>;
  close(): Promise<void>;
};

/** Enough for whatever a few checks take. */
const budget = 60;

/** What every list of checks promises. */
export function checksContract(name: string, connect: () => Promise<ChecksStage>): void {
  describe(`The checks ${name}`, () => {
    let stage: ChecksStage;
    beforeEach(async () => {
      stage = await connect();
    });
    afterEach(() => stage.close());

    const checkOf = (externalId: string, changes: Partial<Check> = {}): Check => ({
      name: 'flow / daily-report',
      externalId,
      commit: stage.commit,
      status: { kind: 'in-progress' },
      startedAt: noon,
      title: `Running ${externalId}`,
      summary: 'As planned.',
      annotations: [],
      ...changes,
    });
    const done: Partial<Check> = {
      status: { kind: 'completed', conclusion: 'success', at: minutesAfter(noon, 3) },
      title: 'Succeeded',
    };

    it('shows each run once, under one name', async () => {
      const answers = await stage.checks.publish(
        [{ check: checkOf('run-1') }, { check: checkOf('run-2') }],
        budget,
      );
      expect(new Set(answers.map(checkIdOf)).size).toBe(2);
      expect((await stage.shown()).map(({ externalId }) => externalId).sort()).toEqual(['run-1', 'run-2']);
    });

    it('brings a check up to date that it is given the id of', async () => {
      const [answer] = await stage.checks.publish([{ check: checkOf('run-1') }], budget);
      const checkId = checkIdOf(answer);
      const again = await stage.checks.publish([{ check: checkOf('run-1', done), checkId }], budget);
      expect(again).toEqual([{ kind: 'published', checkId }]);
      expect(await stage.shown()).toMatchObject([{ externalId: 'run-1', title: 'Succeeded' }]);
    });

    it('finds a check whose id was lost, by what it shows', async () => {
      const [answer] = await stage.checks.publish([{ check: checkOf('run-1') }], budget);
      const again = await stage.checks.publish([{ check: checkOf('run-1', done) }], budget);
      expect(again).toEqual([{ kind: 'published', checkId: checkIdOf(answer) }]);
      expect(await stage.shown()).toMatchObject([{ externalId: 'run-1', title: 'Succeeded' }]);
    });

    it('shows anew what hung under an id that is not there', async () => {
      const wanted = { check: checkOf('run-1'), checkId: stage.unknownCheckId };
      const [answer] = await stage.checks.publish([wanted], budget);
      expect(checkIdOf(answer)).not.toBe('');
      expect(await stage.shown()).toMatchObject([{ externalId: 'run-1' }]);
    });

    it('does not show anew what hung under an id that is not there, if it may not be created', async () => {
      const wanted = {
        check: checkOf('run-1'),
        checkId: stage.unknownCheckId,
        createBefore: 'never' as const,
      };
      expect(await stage.checks.publish([wanted], budget)).toMatchObject([{ kind: 'gone', what: 'check' }]);
      expect(await stage.shown()).toEqual([]);
    });

    it('shows many at once, each by itself, and brings them up to date together', async () => {
      const ids = Array.from({ length: 23 }, (_, index) => `run-${index + 10}`);
      const first = await stage.checks.publish(
        ids.map((id) => ({ check: checkOf(id) })),
        budget,
      );
      const again = await stage.checks.publish(
        ids.map((id, index) => ({ check: checkOf(id, done), checkId: checkIdOf(first[index]) })),
        budget,
      );
      expect(again).toEqual(first);
      const shown = await stage.shown();
      expect(shown.map(({ externalId }) => externalId).sort()).toEqual(ids);
      expect(new Set(shown.map(({ title }) => title))).toEqual(new Set(['Succeeded']));
    });

    it('leaves for later what its budget does not allow', async () => {
      expect(await stage.checks.publish([{ check: checkOf('run-1') }], 0)).toMatchObject([
        { kind: 'deferred' },
      ]);
      expect(await stage.shown()).toEqual([]);
    });

    it('says what checks say, if it can be asked', async () => {
      const wanted = [{ check: checkOf('run-1', done) }, { check: checkOf('run-2') }];
      const [ended = '', open = ''] = (await stage.checks.publish(wanted, budget)).map(checkIdOf);
      const said = await stage.checks.read?.([ended, open, stage.unknownCheckId]);
      expect(said ?? 'not to be asked').toEqual(
        stage.checks.isRepeatable === true
          ? 'not to be asked'
          : new Map([
              [ended, 'success'],
              [open, 'open'],
            ]),
      );
    });

    it('has nothing to do for no checks', async () => {
      expect(await stage.checks.publish([], budget)).toEqual([]);
    });
  });
}

function checkIdOf(answer: PublishAnswer | undefined): string {
  if (answer?.kind !== 'published') throw new Error(`Not published: ${JSON.stringify(answer)}`);
  return answer.checkId;
}
