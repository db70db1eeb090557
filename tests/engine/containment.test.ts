import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { faultOfRun } from '../../src/adapters/git/state/records/plausibility.ts';
import { runLine, runReader } from '../../src/adapters/git/state/records/runs.ts';
import { usualLife } from '../../src/adapters/memory/life.ts';
import { memoryWorld, type Stage } from '../../src/adapters/memory/world.ts';
import { defaultAlertRules } from '../../src/core/alert-rules.ts';
import type { FlowName } from '../../src/core/flow.ts';
import type { Run } from '../../src/core/run.ts';
import type { Site } from '../../src/doors/performed.ts';
import { performTick } from '../../src/doors/verbs/tick.ts';
import type { StateCommit, World } from '../../src/ports.ts';
import { createOutgoing, type Outgoing } from '../../src/report/outgoing.ts';
import { createRedactor } from '../../src/report/redact.ts';
import { definitionOf } from '../adapters/local/playground.ts';
import { deployment, minutesAfter, noon, registryOf } from '../core/builders.ts';
import { awsProject, presentation } from './deploy-world.ts';
import { type Hostility, hostility, noText } from './hostile-runs.ts';

const hourly = { kind: 'cron', cron: '0 * * * *', timezone: 'UTC', parameters: {} } as const;
const flows = ['healthy', 'poison', 'quiet'] as FlowName[];
const isPoison = (text: string) => text.includes('poison');
const plain: Hostility = {
  lines: [],
  exitCode: 0,
  sighting: (honest) => honest,
  log: 'honest',
  check: 'honest',
};

/** Minutes after noon: of the ticks, and from when on nothing is hostile any more. */
type Timetable = { readonly minutes: readonly number[]; readonly healedAt?: number };

/** Three flows of which `poison` is as hostile as it is asked to be, and `healthy` fails and alerts its owners. */
async function scene(
  hostile: Hostility,
  outgoing: Outgoing = createOutgoing(createRedactor([])),
  { minutes, healedAt = Number.POSITIVE_INFINITY }: Timetable = { minutes: [1, 6, 11] },
) {
  const memory = memoryWorld({
    now: minutesAfter(noon, -30),
    hasAlerts: true,
    script: (flow) =>
      flow === 'poison'
        ? { ...usualLife, end: { exitCode: hostile.exitCode }, lines: hostile.lines }
        : { ...usualLife, end: { exitCode: flow === 'healthy' ? 1 : 0 }, lines: [`this is ${flow}`] },
  });
  const { world, stage } = memory;
  const made = [];
  for (const flow of flows) {
    const revision = await world.executor.register(definitionOf(flow, { runTimeoutSeconds: 3_600 }));
    const base = deployment(flow, { schedules: [hourly] });
    made.push({ ...base, version: { ...base.version, revision }, deployedAt: stage.time.now() });
  }
  const { state } = await world.state.load(stage.time.now());
  await world.state.commit({
    base: undefined,
    registry: registryOf(...made),
    state: { ...state, sequence: 1 },
    board: '',
    message: 'Deploy',
    at: stage.time.now(),
    pages: new Map(),
  });
  const commits: StateCommit[] = [];
  let site: Site = {
    world: distorted(world, stage, { hostile, commits }),
    project: { ...awsProject, alerts: { ...defaultAlertRules, afterFailures: 1 } },
    cwd: '/',
    repository: 'acme/flows',
    presentation: { ...presentation, outgoing, logTailLines: 20, isPublic: false },
    terminal: { isColoured: false, columns: 80 },
    examinations: [],
    by: 'somebody',
    request: 'r1',
  };
  const exitCodes: number[] = [];
  for (const minute of minutes) {
    if (minute >= healedAt) site = { ...site, world: distorted(world, stage, { hostile: plain, commits }) };
    stage.time.set(minutesAfter(noon, minute));
    exitCodes.push((await performTick(site, { watchSeconds: 0, pollSeconds: 10 })).exitCode);
  }
  return { stage, exitCodes, commits };
}

const refusals = {
  honest: { kind: 'deferred', reason: 'no answer' },
  deferred: { kind: 'deferred', reason: 'GitHub answered 500' },
  gone: { kind: 'gone', what: 'check', reason: 'it is gone' },
  refused: { kind: 'refused', reason: 'GitHub answered 403' },
} as const;

type Distortion = { readonly hostile: Hostility; readonly commits: StateCommit[] };

function distorted(world: World, stage: Stage, { hostile, commits }: Distortion): World {
  const isHostile = (handle: string) => stage.tasks.get(handle)?.request.flow === 'poison';
  return {
    ...world,
    executor: {
      ...world.executor,
      observe: async (handles) =>
        new Map(
          [...(await world.executor.observe(handles))].map(([handle, seen]) => [
            handle,
            isHostile(handle) ? hostile.sighting(seen) : seen,
          ]),
        ),
    },
    logs: {
      ...world.logs,
      read: async (handle, flow, cursor) => {
        if (flow !== 'poison' || hostile.log === 'honest') return world.logs.read(handle, flow, cursor);
        if (hostile.log === 'refused') throw new TypeError('The log is not there');
        if (hostile.log === 'no-texts') return { lines: noText };
        return { ...(await world.logs.read(handle, flow, undefined)), cursor: `${cursor ?? ''}x` };
      },
    },
    checks: {
      ...world.checks,
      publish: async (checks, budget) => {
        const honest = checks.filter(({ check }) => hostile.check === 'honest' || !isPoison(check.name));
        const answers = await world.checks.publish(honest, budget);
        return checks.map((one) => {
          const index = honest.indexOf(one);
          if (index >= 0) return answers[index] ?? { kind: 'deferred', reason: 'no answer' };
          return refusals[hostile.check];
        });
      },
    },
    state: {
      ...world.state,
      commit: (change) => {
        commits.push(change);
        return world.state.commit(change);
      },
    },
  };
}

/** What is known, shown, written and told of all flows but the hostile one. */
function others({ stage, exitCodes, commits }: Awaited<ReturnType<typeof scene>>) {
  const current = stage.branches.current();
  const known = ({ shown: _, ...run }: Run) => run;
  return {
    exitCodes,
    runs: [...(current?.state.runs.values() ?? [])].filter(({ flow }) => !isPoison(flow)).map(known),
    checks: stage.checks
      .shown()
      .map(({ check }) => check)
      .filter(({ name }) => !isPoison(name)),
    pages: new Map(commits.flatMap(({ pages }) => [...pages].filter(([path]) => !isPoison(path)))),
    issues: stage.issues
      .shown()
      .filter(({ title }) => !isPoison(title))
      .map(({ title, body }) => [title, body]),
    // Numbers are given in the order in which issues are opened.
    messages: stage.chat.texts
      .filter((text) => !isPoison(text))
      .map((text) => text.replace(/issues\/\d+$/, 'issues/N')),
  };
}

describe('one run that says, prints and answers whatever it likes', () => {
  it('changes nothing of what becomes of the runs beside it', async () => {
    const expected = others(await scene(plain));
    expect(expected.runs).toHaveLength(2);
    expect(expected.checks).toHaveLength(2);
    expect(expected.pages.size).toBe(2);
    expect(expected.issues).toHaveLength(1);
    await fc.assert(
      fc.asyncProperty(hostility, async (hostile) => {
        expect(others(await scene(hostile))).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('leaves a record of itself that a later tick can read', async () => {
    await fc.assert(
      fc.asyncProperty(hostility, async (hostile) => {
        const { stage } = await scene(hostile);
        const [run] = [...(stage.branches.current()?.state.runs.values() ?? [])].filter(({ flow }) =>
          isPoison(flow),
        );
        if (run === undefined) throw new Error('there is no run');
        expect(runReader({})(JSON.parse(runLine(run)))).toEqual(run);
        const believed = { place: { kind: 'local' }, now: stage.time.now() } as const;
        expect(
          faultOfRun(
            {
              ...run,
              revision: `local:poison:${'f'.repeat(12)}`,
              attempts: run.attempts.map(({ handle: _, ...rest }) => rest),
            },
            believed,
          ),
        ).toBeUndefined();
      }),
      { numRuns: 25 },
    );
  });
});

/** A bug that nobody knows of yet: nothing that holds the word can be shown. */
function brittle(): Outgoing {
  const real = createOutgoing(createRedactor([]));
  const choke =
    <T extends unknown[], R>(show: (...rest: T) => R) =>
    (...rest: T): R => {
      if (JSON.stringify(rest).includes('indigestible'))
        throw new RangeError('Maximum call stack size exceeded');
      return show(...rest);
    };
  const { inline, code, block, lines, title } = real;
  return {
    ...real,
    inline: choke(inline),
    code: choke(code),
    block: choke(block),
    lines: choke(lines),
    title: choke(title),
  };
}

describe('a run of which no report can be made', () => {
  const hostile: Hostility = { ...plain, lines: ['all is well', 'indigestible'], exitCode: 1 };

  it('is shown with its outcome and why there is no more, and nothing else is touched', async () => {
    const made = await scene(hostile, brittle());
    expect(others(made)).toEqual(others(await scene(plain)));
    const check = made.stage.checks.shown().find(({ check: { name } }) => isPoison(name))?.check;
    expect(check).toMatchObject({ status: { kind: 'completed', conclusion: 'failure' } });
    expect(check?.title).toMatch(/^failed/);
    expect(check?.summary).toMatch(/report could not be made whole.*Maximum call stack size exceeded/);
    expect(check?.summary).not.toContain('indigestible');
    const pages = made.commits.flatMap((commit) => [...commit.pages]);
    expect(pages.find(([path]) => isPoison(path))?.[1]).toContain('could not be made whole');
    const issue = made.stage.issues.shown().find(({ title }) => isPoison(title));
    expect(issue?.body).toContain('poison');
  });

  it('is named by a warning with a code, and not again by the next tick', async () => {
    const { stage } = await scene(hostile, brittle());
    const said = stage.log.filter(({ text }) => text.startsWith('W_REPORT_UNMADE The report of run poison-'));
    expect(said).toHaveLength(2);
    expect(said[0]?.text).toMatch(
      /poison-20261124-1200 could not be made whole, and says so: RangeError: Maximum/,
    );
  });

  it('is shown by its outcome alone when not even its facts can be shown', async () => {
    const { stage } = await scene(plain, {
      ...brittle(),
      code: () => {
        throw new TypeError('no');
      },
    });
    expect(stage.checks.shown().map(({ check }) => [check.name, check.status.kind, check.title])).toEqual([
      ['flow / healthy', 'completed', 'failed; the report could not be made'],
      ['flow / poison', 'completed', 'succeeded; the report could not be made'],
      ['flow / quiet', 'completed', 'succeeded; the report could not be made'],
    ]);
  });
});

describe('a check that GitHub refuses', () => {
  const refusals = async (minutes: readonly number[]) => {
    const { stage } = await scene({ ...plain, check: 'refused' }, undefined, { minutes });
    return stage.log.filter(({ text }) => text.startsWith('W_CHECK_REFUSED')).map(({ text }) => text);
  };

  it('is said once, and not tried again before nearly an hour has passed', async () => {
    const said = await refusals([1, 6, 11, 16, 45]);
    expect(said).toEqual([
      'W_CHECK_REFUSED GitHub does not take the check of poison-20261124-1200: GitHub answered 403. It is tried again within the hour; everything else goes on.',
    ]);
    expect(await refusals([1, 6, 57])).toHaveLength(2);
  });

  it('makes no tick come sooner, and keeps nobody waiting who watches', async () => {
    const { stage } = await scene({ ...plain, check: 'refused' });
    const runs = [...(stage.branches.current()?.state.runs.values() ?? [])];
    expect(runs.filter(({ showNotBefore }) => showNotBefore !== undefined).map(({ flow }) => flow)).toEqual([
      'poison',
    ]);
  });

  it('is shown when GitHub takes it again, and nothing of the refusal is kept', async () => {
    const how = { minutes: [1, 6, 30, 57], healedAt: 30 };
    const { stage } = await scene({ ...plain, check: 'refused' }, undefined, how);
    expect(stage.checks.shown().filter(({ check }) => isPoison(check.name))).toMatchObject([
      { check: { status: { kind: 'completed', conclusion: 'success' } } },
    ]);
    const runs = [...(stage.branches.current()?.state.runs.values() ?? [])];
    expect(runs.every(({ showNotBefore }) => showNotBefore === undefined)).toBe(true);
  });
});
