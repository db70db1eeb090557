import { afterEach, describe, expect, it } from '@jest/globals';
import { githubChecks } from '../../../src/adapters/github/checks.ts';
import type { Check } from '../../../src/core/check.ts';
import { type Instant, plusMs } from '../../../src/core/instant.ts';
import { RefusedError } from '../../../src/core/problem.ts';
import type { Checks } from '../../../src/ports.ts';
import { answers } from '../../loopback/github.ts';
import {
  annotations,
  checkOf as check,
  commit,
  connect,
  disconnect,
  done,
  repository,
  sent,
  start,
  testClock,
} from './stage.ts';

afterEach(disconnect);

async function publishOne(checks: Checks, wanted: Check, checkId?: string) {
  const [answer] = await checks.publish(
    [checkId === undefined ? { check: wanted } : { check: wanted, checkId }],
    60,
  );
  return answer;
}

describe('a check that is not there', () => {
  it('is looked for by its external id, then created', async () => {
    const { github: server, checks } = await connect();
    const answer = await publishOne(checks, check());
    expect(sent(server)).toEqual(['GET /commits/SHA/check-runs', 'POST /check-runs']);
    expect(server.requests[0]?.query).toContain('check_name=flow%20%2F%20daily-report&filter=all');
    const [run] = server.checkRuns();
    expect(answer).toEqual({ kind: 'published', checkId: `${run?.id}/CR_${run?.id}` });
    expect(run).toMatchObject({
      name: 'flow / daily-report',
      externalId: 'daily-report-20261124-0955',
      status: 'in_progress',
      startedAt: '2026-11-24T10:00:00Z',
    });
  });

  it('is found if an earlier process created it', async () => {
    const { github: server, checks } = await connect();
    await publishOne(checks, check());
    const again = githubChecks({ token: 'token', repository, apiUrl: server.apiUrl, clock: testClock() });
    const answer = await publishOne(again, check({ status: done }));
    expect(server.checkRuns()).toHaveLength(1);
    expect(server.checkRuns()[0]).toMatchObject({
      status: 'completed',
      conclusion: 'failure',
      completedAt: '2026-11-24T10:01:00Z',
    });
    expect(answer).toMatchObject({ kind: 'published' });
  });

  it('exists once when the answer to its creation was lost', async () => {
    const { github: server, checks } = await connect();
    server.fail({ kind: 'lost', method: 'POST' });
    expect(await publishOne(checks, check())).toMatchObject({ kind: 'published' });
    expect(server.checkRuns()).toHaveLength(1);
  });

  it('is left to the next tick when GitHub cannot say whether it was created', async () => {
    const { github: server, checks } = await connect();
    server.fail({ kind: 'answer', reply: answers.badGateway, method: 'POST' });
    expect(await publishOne(checks, check())).toMatchObject({ kind: 'deferred' });
    expect(server.checkRuns()).toHaveLength(0);
    expect(sent(server).filter((line) => line.startsWith('POST'))).toHaveLength(1);
    expect(await publishOne(checks, check())).toMatchObject({ kind: 'published' });
  });

  it('is one request to find for all checks of a commit and name', async () => {
    const { github: server, checks } = await connect();
    const wanted = Array.from({ length: 3 }, (_, index) => ({
      check: check({ externalId: `run-${index}` }),
    }));
    await checks.publish(wanted, 60);
    expect(sent(server).filter((line) => line.startsWith('GET'))).toHaveLength(1);
    expect(server.checkRuns().map(({ externalId }) => externalId)).toEqual(['run-0', 'run-1', 'run-2']);
  });

  it('is found on a later page, and the first of two is taken', async () => {
    const { github: server, checks } = await connect();
    const body = (external_id: string) => ({
      name: 'flow / daily-report',
      head_sha: commit,
      external_id,
      started_at: '2026-11-24T09:59:00Z',
    });
    server.model.create(body('daily-report-20261124-0955'));
    server.model.create(body('daily-report-20261124-0955'));
    for (let index = 0; index < 250; index += 1) server.model.create(body(`other-${index}`));
    const answer = await publishOne(checks, check());
    expect(answer).toEqual({ kind: 'published', checkId: '30000000001/CR_30000000001' });
    expect(sent(server)).toEqual([...Array(3).fill('GET /commits/SHA/check-runs'), 'PATCH /check-runs/ID']);
  });

  it('is not looked for among checks that are too old to be it', async () => {
    const { github: server, checks } = await connect();
    for (let index = 0; index < 950; index += 1)
      server.model.create({
        name: 'flow / daily-report',
        head_sha: commit,
        external_id: `old-${index}`,
        started_at: '2026-11-20T09:59:00Z',
      });
    await publishOne(checks, check());
    expect(sent(server)).toEqual(['GET /commits/SHA/check-runs', 'POST /check-runs']);
  });

  it('waits if its commit is not on GitHub', async () => {
    const { checks } = await connect({ commits: [] });
    expect(await publishOne(checks, check())).toMatchObject({
      kind: 'gone',
      what: 'commit',
      reason: expect.stringContaining('No commit found'),
    });
  });
});

describe('a check that is there', () => {
  it('is updated by its id alone', async () => {
    const { github: server, checks } = await connect();
    const first = await publishOne(checks, check());
    const checkId = first?.kind === 'published' ? first.checkId : '';
    const answer = await publishOne(checks, check({ status: done, title: 'failed' }), checkId);
    expect(answer).toEqual({ kind: 'published', checkId });
    expect(sent(server).slice(2)).toEqual(['PATCH /check-runs/ID']);
    expect(server.checkRuns()).toMatchObject([{ conclusion: 'failure', output: { title: 'failed' } }]);
  });

  it('is created anew if somebody deleted it', async () => {
    const { github: server, checks } = await connect();
    const first = await publishOne(checks, check());
    server.model.runs.clear();
    const second = await publishOne(checks, check(), first?.kind === 'published' ? first.checkId : '');
    expect(second).toMatchObject({ kind: 'published' });
    expect(server.checkRuns()).toHaveLength(1);
    expect(server.checkRuns()[0]?.externalId).toBe('daily-report-20261124-0955');
  });

  it('opens again when its run is retried', async () => {
    const { github: server, checks } = await connect();
    const first = await publishOne(checks, check({ status: done }));
    await publishOne(
      checks,
      check({ status: { kind: 'queued' } }),
      first?.kind === 'published' ? first.checkId : '',
    );
    expect(server.checkRuns()).toMatchObject([{ status: 'queued', conclusion: null, completedAt: null }]);
  });
});

describe('annotations', () => {
  it('go out in portions of 50', async () => {
    const { github: server, checks } = await connect();
    await publishOne(checks, check({ annotations: annotations(120), status: done }));
    expect(server.requests.slice(1).map(({ body }) => body?.output?.annotations?.length)).toEqual([
      50, 50, 20,
    ]);
    expect(server.checkRuns()[0]?.annotations).toHaveLength(120);
  });

  it('are not repeated, though GitHub adds them up', async () => {
    const { github: server, checks } = await connect();
    const wanted = check({ annotations: annotations(2), status: done });
    const first = await publishOne(checks, wanted);
    const checkId = first?.kind === 'published' ? first.checkId : '';
    await publishOne(checks, wanted, checkId);
    await publishOne(checks, { ...wanted, annotations: annotations(3) }, checkId);
    expect(server.checkRuns()[0]?.annotations.map(({ message }) => message)).toEqual(['m0', 'm1', 'm2']);
  });
});

describe('limits of text', () => {
  it.each(['x', 'ä', '\u{1f600}'])(
    'a summary of 65,536 times %s is cut on a whole character',
    async (character) => {
      const { github: server, checks } = await connect();
      await publishOne(checks, check({ summary: character.repeat(65_536), title: character.repeat(300) }));
      const { title, summary } = server.checkRuns()[0]?.output ?? {};
      expect(Buffer.byteLength(summary ?? '')).toBeLessThanOrEqual(65_535);
      expect(summary?.endsWith('\n\n… (cut)')).toBe(true);
      expect(summary).not.toContain('\ufffd');
      expect(title?.length).toBeLessThanOrEqual(255);
    },
  );
});

describe('faults', () => {
  it('an error page is asked again after a pause, and never shown', async () => {
    const { github: server, checks, clock } = await connect();
    server.fail({ kind: 'answer', reply: answers.badGateway, method: 'GET', times: 2 });
    expect(await publishOne(checks, check())).toMatchObject({ kind: 'published' });
    expect(clock.slept).toEqual([1_000, 2_000]);
    server.fail({ kind: 'answer', reply: answers.badGateway, method: 'GET', times: 3 });
    const answer = await publishOne(checks, check({ externalId: 'other' }));
    expect(answer).toEqual({ kind: 'deferred', reason: 'GitHub answered 502' });
  });

  it('a broken connection is asked again', async () => {
    const { github: server, checks } = await connect();
    server.fail({ kind: 'refused', method: 'GET' });
    expect(await publishOne(checks, check())).toMatchObject({ kind: 'published' });
  });

  it('an error page that says 200 is no answer', async () => {
    const { github: server, checks } = await connect();
    server.fail({ kind: 'answer', reply: { ...answers.badGateway, status: 200 }, method: 'GET', times: 3 });
    expect(await publishOne(checks, check())).toMatchObject({ kind: 'deferred' });
  });

  it('a secondary limit ends the reporting of this tick, without a call before its time', async () => {
    const { github: server, checks, clock } = await connect();
    server.fail({ kind: 'answer', reply: answers.secondaryLimit(60), method: 'POST' });
    const wanted = ['a', 'b', 'c'].map((externalId) => ({ check: check({ externalId }) }));
    const published = await checks.publish(wanted, 60);
    expect(published).toEqual(
      Array(3).fill({
        kind: 'deferred',
        reason: "GitHub's rate limit allows no request before 2026-11-24T10:01:00Z",
      }),
    );
    const count = server.requests.length;
    clock.set(plusMs(start, 59_999));
    await checks.publish(wanted, 60);
    expect(server.requests.length).toBe(count);
    clock.set(plusMs(start, 60_000));
    expect(await checks.publish(wanted, 60)).toMatchObject(Array(3).fill({ kind: 'published' }));
  });

  it('a limit whose reset lies in the past still means a minute', async () => {
    const { github: server, checks, clock } = await connect();
    server.fail({ kind: 'answer', reply: answers.tooMany(start / 1_000 - 500), method: 'GET' });
    expect(await publishOne(checks, check())).toMatchObject({
      kind: 'deferred',
      reason: expect.stringContaining('10:01:00Z'),
    });
    expect(clock.slept).toEqual([]);
  });

  it('a missing permission is named at once', async () => {
    const { github: server, checks } = await connect({ tokens: { token: ['contents: read'] } });
    const refusal = await publishOne(checks, check()).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RefusedError);
    expect((refusal as RefusedError).problem).toMatchObject({
      code: 'E_PERMISSION',
      fix: 'Give the job `permissions: checks: write`.',
    });
    expect(server.requests).toHaveLength(2);
  });

  it('a token that is not accepted is named at once', async () => {
    const { checks } = await connect({}, 'stale');
    await expect(publishOne(checks, check())).rejects.toMatchObject({ problem: { code: 'E_CREDENTIALS' } });
  });

  it('a refusal of one check does not keep the others back', async () => {
    const { github: server, checks } = await connect();
    server.fail({ kind: 'answer', reply: answers.unprocessable, method: 'POST' });
    const published = await checks.publish(
      [{ check: check({ externalId: 'a' }) }, { check: check({ externalId: 'b' }) }],
      60,
    );
    expect(published).toMatchObject([
      { kind: 'refused', reason: 'GitHub answered 422. GitHub says "Validation Failed".' },
      { kind: 'published' },
    ]);
  });
});

describe('the budget', () => {
  it('is never exceeded, and what is left waits', async () => {
    const { github: server, checks } = await connect();
    const wanted = Array.from({ length: 3 }, (_, index) => ({
      check: check({ externalId: `run-${index}` }),
    }));
    const published = await checks.publish(wanted, 3);
    expect(server.requests).toHaveLength(3);
    expect(published.map(({ kind }) => kind)).toEqual(['published', 'published', 'deferred']);
  });

  it('leaves the last requests of the hour to other workflows', async () => {
    const { github: server, checks, clock } = await connect({ remaining: 49 });
    clock.set((Date.now() - (Date.now() % 1_000)) as Instant);
    const published = await checks.publish(
      [{ check: check({ externalId: 'a' }) }, { check: check({ externalId: 'b' }) }],
      60,
    );
    expect(published).toMatchObject([{ kind: 'deferred' }, { kind: 'deferred' }]);
    expect(server.requests).toHaveLength(1);
  });

  it('writes 20 at once, then one a second', async () => {
    const { checks, clock } = await connect({ insteadOfGraphql: answers.missing });
    await checks.publish(
      Array.from({ length: 30 }, (_, index) => ({ check: check({ externalId: `run-${index}` }) })),
      60,
    );
    expect(clock.slept).toEqual(Array(10).fill(1_000));
  });
});

it('the token goes into the header and nowhere else', async () => {
  const { github: server, checks } = await connect();
  await publishOne(checks, check());
  for (const { headers, path, query, body } of server.requests) {
    expect(headers.authorization).toBe('token token');
    expect(`${path}${query}${JSON.stringify(body)}`).not.toContain('token');
  }
});

describe('a check that this token cannot change', () => {
  const foreign = {
    message: 'Invalid app_id `15368` - check run can only be modified by the GitHub App that created it.',
  };
  const reply = (status: number, body: unknown) => ({ status, body });

  it.each([
    ['403, as after a change of the token', reply(403, foreign)],
    ['404', reply(404, { message: 'Not Found' })],
    ['410', reply(410, { message: 'Gone' })],
    ['422', reply(422, { message: 'Validation Failed' })],
  ])('is given up on a %s, and created anew', async (_what, refusal) => {
    const { github: server, checks } = await connect();
    const first = await publishOne(checks, check());
    const firstId = first?.kind === 'published' ? first.checkId : '';
    server.fail({ kind: 'answer', reply: refusal, method: 'PATCH' });
    const answer = await publishOne(checks, check({ status: done }), firstId);
    expect(answer).toMatchObject({ kind: 'published' });
    expect(answer).not.toEqual(first);
    expect(server.checkRuns().map(({ status }) => status)).toEqual(['in_progress', 'completed']);
  });

  it('is not created anew by whoever may not, but said to be gone', async () => {
    const { github: server, checks } = await connect();
    const first = await publishOne(checks, check());
    const checkId = first?.kind === 'published' ? first.checkId : '';
    server.fail({ kind: 'answer', reply: reply(403, foreign), method: 'PATCH' });
    const [answer] = await checks.publish([{ check: check(), checkId, createBefore: 'never' }], 60);
    expect(answer).toMatchObject({ kind: 'gone', what: 'check' });
    expect(server.checkRuns()).toHaveLength(1);
  });

  it('holds up none of the others, and is refused alone if no other can be created', async () => {
    const { github: server, checks } = await connect();
    server.fail({ kind: 'answer', reply: reply(422, { message: 'Validation Failed' }), method: 'POST' });
    const wanted = ['one', 'two', 'three'].map((externalId) => ({ check: check({ externalId }) }));
    const answers = await checks.publish(wanted, 60);
    expect(answers.map(({ kind }) => kind)).toEqual(['refused', 'published', 'published']);
    expect(answers[0]).toMatchObject({ reason: expect.stringContaining('Validation Failed') });
  });

  it('may answer what nobody understands, and the others are shown all the same', async () => {
    const { github: server, checks } = await connect();
    server.fail({ kind: 'answer', reply: reply(200, { check_runs: 7 }), method: 'GET' });
    const wanted = ['one', 'two'].map((externalId) => ({
      check: check({ externalId, name: `flow / ${externalId}` }),
    }));
    const answers = await checks.publish(wanted, 60);
    expect(answers.map(({ kind }) => kind)).toEqual(['deferred', 'published']);
    expect(answers[0]).toMatchObject({ mayExist: true });
  });
});

describe('a refusal of everything', () => {
  it.each([
    ['Repository was archived so is read-only.', 'E_REPOSITORY_ARCHIVED', /Unarchive/],
    [
      'Resource protected by organization SAML enforcement. You must grant your Personal Access token access.',
      'E_SAML',
      /Authorize the token/,
    ],
    ['Resource not accessible by integration', 'E_PERMISSION', /checks: write/],
  ])('is said in words of its own: %s', async (message, code, fix) => {
    const { github: server, checks } = await connect();
    server.fail({ kind: 'answer', reply: { status: 403, body: { message } }, method: 'POST' });
    await expect(publishOne(checks, check())).rejects.toMatchObject({
      problem: { code, fix: expect.stringMatching(fix) },
    });
  });
});
