import { describe, expect, it } from '@jest/globals';
import { judgeCluster } from '../../../src/adapters/ecs/cluster.ts';
import { memoryWorld } from '../../../src/adapters/memory/world.ts';
import { instantFromMs, minuteMs } from '../../../src/core/instant.ts';
import { performDoctor } from '../../../src/doors/verbs/doctor.ts';
import { placedExaminations, unpinnedProblem } from '../../../src/doors/verbs/examinations.ts';
import { localProject } from '../../../src/flow/project.ts';
import { deployment, flowA, registryOf } from '../../core/builders.ts';

const pinned = `actions/checkout@${'a'.repeat(40)}`;
type Site = Parameters<typeof performDoctor>[0];

function site(files: { readonly [file: string]: string } = {}, project: object = {}) {
  const { world, stage } = memoryWorld({ now: instantFromMs(0), source: { commit: 'a'.repeat(40), files } });
  const parts = { world, project: { ...localProject('acme'), ...project }, examinations: [] };
  const presentation = { outgoing: { inline: (text: string) => text } };
  return { site: { ...parts, presentation } as unknown as Site, stage };
}

function look(of: Site, name: string) {
  const examination = placedExaminations(of).find((candidate) => candidate.name === name);
  if (examination === undefined) throw new Error(`Nothing examines that ${name}`);
  return examination.look();
}

const aws = { cluster: 'headgate-acme', region: 'eu-central-1', eventLogGroup: '/headgate/acme/events' };

describe('headgate doctor', () => {
  it('is well where nothing is wrong, and looks at nothing of AWS without AWS', async () => {
    const { exitCode, text } = await performDoctor(site().site);
    expect(exitCode).toBe(0);
    expect(text).toBe(
      'ok    flows are valid\nok    state can be read\nok    actions are pinned\nok    the event log is set up\n',
    );
  });

  it('makes a finding of what it cannot look at, and looks at the rest', async () => {
    const { site: of } = site();
    const broken = { name: 'it is there', look: () => Promise.reject(new Error('socket hang up\nat x')) };
    const { exitCode, document } = await performDoctor({ ...of, examinations: [broken] });
    expect(exitCode).toBe(3);
    const findings = document['findings'] as unknown as { name: string; problem: { code: string } | null }[];
    expect(findings.filter(({ problem }) => problem !== null)).toMatchObject([
      { name: 'it is there', problem: { code: 'E_EXAMINATION' } },
    ]);
  });

  it.each([
    [`      - uses: ${pinned} # v7\n`, undefined],
    ['      - uses: ./\n', undefined],
    ['        uses: ./.github/workflows/x.yml\n', undefined],
    [`        uses: docker://alpine@sha256:${'b'.repeat(64)}\n`, undefined],
    ['      - uses: actions/checkout@v7\n', 2],
    ["        uses: 'actions/checkout@main'\n", 2],
    ['        uses: docker://alpine:3\n', 2],
    [`      - uses: actions/checkout@${'a'.repeat(39)}\n`, 2],
    ['      - uses: actions/checkout\n', 2],
  ])('sees by which name an action is taken: %j', async (step, line) => {
    const { site: of } = site({
      '.github/workflows/a.yml': `steps:\n${step}`,
      'docs/a.yml': 'uses: a/b@v1\n',
    });
    const problem = await unpinnedProblem(of);
    expect(problem?.place?.line).toBe(line);
    expect(problem?.code).toBe(line === undefined ? undefined : 'W_ACTION_UNPINNED');
  });

  it('believes an event log that is at work, and no other', async () => {
    const { site: of, stage } = site({}, { aws });
    expect(await look(of, 'the event log is at work')).toBeUndefined();
    Object.assign(stage.eventLog, { isTrustworthy: false });
    expect(await look(of, 'the event log is at work')).toMatchObject({ code: 'W_EVENT_LOG_SILENT' });
  });

  it('misses the clock when a slot waits for longer than GitHub is late on a usual day', async () => {
    const { site: of, stage } = site({}, { aws });
    const hourly = deployment(flowA, {
      schedules: [{ kind: 'interval', everySeconds: 3_600, anchor: instantFromMs(0), parameters: {} }],
    } as never);
    const { version, state: before } = await of.world.state.load(of.world.clock.now());
    const state = { ...before, sequence: before.sequence + 1 };
    const registry = registryOf({ ...hourly, deployedAt: instantFromMs(0) });
    await of.world.state.commit({
      base: version,
      registry,
      state,
      board: '',
      pages: new Map(),
      message: 'x',
    } as never);
    const minutes = (count: number) => {
      stage.time.set(instantFromMs(count * minuteMs));
      return look(of, 'the clock is on time');
    };
    expect(await minutes(59)).toBeUndefined();
    expect(await minutes(74)).toBeUndefined();
    expect(await minutes(80)).toMatchObject({
      code: 'W_CLOCK_LATE',
      message: expect.stringMatching(/slot 1970-01-01T01:00:00Z of .* in 20 minutes/),
    });
  });
});

describe('A cluster', () => {
  const active = { clusters: [{ status: 'ACTIVE', capacityProviders: ['FARGATE'] }] };

  it('must be there and active', () => {
    expect(judgeCluster(active, 'c', false)).toBeUndefined();
    expect(judgeCluster({ clusters: [] }, 'c', false)).toMatchObject({ code: 'E_AWS_CLUSTER' });
    expect(judgeCluster({ clusters: [{ status: 'INACTIVE' }] }, 'c', false)?.message).toContain('INACTIVE');
  });

  it('must take spot if a flow asks for it', () => {
    expect(judgeCluster(active, 'c', true)?.message).toContain('FARGATE_SPOT');
    const both = { clusters: [{ status: 'ACTIVE', capacityProviders: ['FARGATE', 'FARGATE_SPOT'] }] };
    expect(judgeCluster(both, 'c', true)).toBeUndefined();
  });
});
