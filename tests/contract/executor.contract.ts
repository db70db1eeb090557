import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Definition } from '../../src/core/definition.ts';
import { sha256 } from '../../src/core/digest.ts';
import type { FlowName } from '../../src/core/flow.ts';
import type { Sighting } from '../../src/core/sighting.ts';
import type { Executor, LaunchAnswer, LaunchRequest } from '../../src/ports.ts';

/** Programs that a stage must be able to run: exits with 0, exits with 3, runs until it is told to stop. */
export const contractFlows = ['exits-with-0', 'exits-with-3', 'runs-on'] as const;
export type ContractFlow = (typeof contractFlows)[number];

export type ExecutorStage = {
  readonly executor: Executor;
  /** Something like a handle that the executor never gave. */
  readonly unknownHandle: string;
  /** What this executor can register; the program's name is the flow's. */
  define(flow: ContractFlow, fingerprint: string): Definition;
  /** Lets a little time pass: a clock that is moved, or real time. */
  pass(): Promise<void>;
  close(): Promise<void>;
};

const fingerprint = sha256('first');
const mostPasses = 1_000;

/** What every executor promises, whoever is behind it. */
export function executorContract(name: string, connect: () => Promise<ExecutorStage>): void {
  describe(`The executor ${name}`, () => {
    let stage: ExecutorStage;
    beforeEach(async () => {
      stage = await connect();
    });
    afterEach(() => stage.close());

    const requestOf = (flow: ContractFlow, revision: string, attempt: string): LaunchRequest => ({
      flow: flow as string as FlowName,
      revision,
      startedBy: `hg-${sha256(attempt).slice(0, 32)}`,
      clientToken: sha256(`${attempt} 1`),
      environment: { HEADGATE_FLOW: flow, HEADGATE_RUN_ID: attempt, HEADGATE_ATTEMPT: '1' },
      spot: false,
    });
    const prepare = async (flow: ContractFlow, attempt: string): Promise<LaunchRequest> =>
      requestOf(flow, await stage.executor.register(stage.define(flow, fingerprint)), attempt);
    const launch = async (request: LaunchRequest): Promise<string> =>
      handleOf((await stage.executor.launch([request]))[0]);
    const sight = async (handle: string): Promise<Sighting> => {
      const sighting = (await stage.executor.observe([handle])).get(handle);
      if (sighting === undefined) throw new Error(`Nothing was said of ${handle}`);
      return sighting;
    };
    const waitFor = async <K extends Sighting['kind']>(
      handle: string,
      kind: K,
    ): Promise<Sighting & { readonly kind: K }> => {
      for (let pass = 0; pass < mostPasses; pass += 1) {
        const sighting = await sight(handle);
        if (sighting.kind === kind) return sighting as Sighting & { readonly kind: K };
        await stage.pass();
      }
      throw new Error(`${handle} was never ${kind}`);
    };
    const found = async (startedBy: string, known: readonly string[] = []): Promise<readonly string[]> =>
      ((await stage.executor.look([startedBy], new Set(known))).get(startedBy) ?? []).map(
        ({ handle }) => handle,
      );

    it('finds the revision of a fingerprint that it registered, and of no other', async () => {
      const revision = await stage.executor.register(stage.define('exits-with-0', fingerprint));
      expect(await stage.executor.findRevision(stage.define('exits-with-0', fingerprint))).toBe(revision);
      expect(
        await stage.executor.findRevision(stage.define('exits-with-0', sha256('other'))),
      ).toBeUndefined();
      expect(await stage.executor.findRevision(stage.define('exits-with-3', fingerprint))).toBeUndefined();
    });

    it('sees an attempt end with exit code 0', async () => {
      const sighting = await waitFor(await launch(await prepare('exits-with-0', 'a')), 'ended');
      expect(sighting.ending).toMatchObject({ class: 'exit-zero', exitCode: 0 });
      expect(sighting.startedAt).toBeLessThanOrEqual(sighting.ending.at);
    });

    it('sees an attempt fail, with its exit code', async () => {
      const sighting = await waitFor(await launch(await prepare('exits-with-3', 'a')), 'ended');
      expect(sighting.ending).toMatchObject({ class: 'exit-code', exitCode: 3 });
    });

    it('launches once under one token, however often it is asked', async () => {
      const request = await prepare('exits-with-0', 'a');
      const handle = await launch(request);
      expect(await launch(request)).toBe(handle);
      await waitFor(handle, 'ended');
      expect(await launch({ ...request, environment: { ...request.environment } })).toBe(handle);
      expect(await found(request.startedBy)).toEqual([handle]);
    });

    it('answers a token that comes back with another request with what it started', async () => {
      const request = await prepare('exits-with-0', 'a');
      const handle = await launch(request);
      const changed = {
        ...request,
        environment: { ...request.environment, HEADGATE_SLOT: '2026-11-24T10:00:00Z' },
      };
      expect(await stage.executor.launch([changed])).toEqual([{ kind: 'conflict', handles: [handle] }]);
      await waitFor(handle, 'ended');
      expect(await found(request.startedBy)).toEqual([handle]);
    });

    it('answers launches in the order in which they were asked', async () => {
      const first = await prepare('exits-with-0', 'a');
      const requests = ['a', 'b', 'c'].map((attempt) => requestOf('exits-with-0', first.revision, attempt));
      const handles = (await stage.executor.launch(requests)).map(handleOf);
      expect(new Set(handles).size).toBe(3);
      for (const [index, handle] of handles.entries()) {
        await waitFor(handle, 'ended');
        expect(await found(requests[index]?.startedBy ?? '')).toEqual([handle]);
      }
    });

    it('finds all tries of an attempt by their name, live and ended, but for the known ones', async () => {
      const request = await prepare('exits-with-0', 'a');
      const ended = await launch(request);
      await waitFor(ended, 'ended');
      const again = await prepare('runs-on', 'a');
      const running = await launch({ ...again, clientToken: sha256('a 2') });
      await waitFor(running, 'running');
      expect([...(await found(request.startedBy))].sort()).toEqual([ended, running].sort());
      expect(await found(request.startedBy, [ended])).toEqual([running]);
      expect(await found(`hg-${'0'.repeat(32)}`)).toEqual([]);
      await stage.executor.stop(running, 'headgate:cancelled');
      await waitFor(running, 'ended');
    });

    it('refuses a revision that it does not have', async () => {
      const request = await prepare('exits-with-0', 'a');
      const [answer] = await stage.executor.launch([
        { ...request, revision: withOtherDigits(request.revision) },
      ]);
      expect(answer?.kind).toBe('refused');
      expect(await found(request.startedBy)).toEqual([]);
    });

    it('says of a handle that it does not know that it is missing, not that it ended', async () => {
      expect(await sight(stage.unknownHandle)).toEqual({ kind: 'missing' });
      expect(await stage.executor.stop(stage.unknownHandle, 'headgate:cancelled')).toBe(false);
    });

    it('has nothing to say when nothing is asked', async () => {
      expect((await stage.executor.observe([])).size).toBe(0);
      expect((await stage.executor.look([], new Set())).size).toBe(0);
      expect(await stage.executor.launch([])).toEqual([]);
    });

    it.each([
      ['headgate:cancelled by someone', 'cancelled'],
      ['headgate:run-timeout', 'run-timeout'],
      ['an operator was here', 'stopped-outside'],
    ] as const)('stops a running attempt for the reason %j', async (reason, endingClass) => {
      const handle = await launch(await prepare('runs-on', 'a'));
      await waitFor(handle, 'running');
      expect(await stage.executor.stop(handle, reason)).toBe(true);
      expect(await stage.executor.stop(handle, reason)).toBe(true);
      const { ending } = await waitFor(handle, 'ended');
      expect(ending.class).toBe(endingClass);
      expect(await stage.executor.stop(handle, reason)).toBe(true);
      expect(await sight(handle)).toMatchObject({ kind: 'ended', ending });
    });

    it('does not change an end by stopping what has ended', async () => {
      const handle = await launch(await prepare('exits-with-0', 'a'));
      const before = await waitFor(handle, 'ended');
      await stage.executor.stop(handle, 'headgate:cancelled');
      await stage.pass();
      expect(await sight(handle)).toEqual(before);
    });
  });
}

function handleOf(answer: LaunchAnswer | undefined): string {
  if (answer?.kind !== 'launched') throw new Error(`Not launched: ${JSON.stringify(answer)}`);
  return answer.handle;
}

/** The revision number of ECS, or the fingerprint of a laptop. */
function withOtherDigits(revision: string): string {
  return revision.replace(/[^:]+$/, (last) => (/^\d+$/.test(last) ? '999' : '0'.repeat(last.length)));
}
