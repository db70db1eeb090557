import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { deploymentPath } from '../../src/adapters/git/state/layout.ts';
import type { BuildRecord } from '../../src/core/build-record.ts';
import type { FlowName } from '../../src/core/flow.ts';
import { baseFiles } from '../e2e/world.ts';
import { type ActWorld, configured, createActWorld, type Event } from './act-world.ts';

/** The shipped workflows, each as its event starts it, on a repository that goes from its first push to a stopped run. */
jest.setTimeout(120_000);
let world: ActWorld;
let commit: string;
beforeAll(async () => {
  const act = process.env['HEADGATE_ACT'];
  if (act === undefined) throw new Error('HEADGATE_ACT names no program: start this with npm run test:act.');
  world = await createActWorld(act);
  commit = world.push(baseFiles);
});
afterAll(() => world.close());

const push: Event = { name: 'push', workflow: 'deploy' };
const scheduled: Event = { name: 'schedule', workflow: 'tick', payload: { schedule: '*/5 * * * *' } };
const control = (inputs: { readonly [name: string]: string }): Event => ({
  name: 'workflow_dispatch',
  workflow: 'control',
  inputs: { flow: '', run: '', from: '', to: '', ...inputs },
});
const checks = (name: string) => world.github.checkRuns().filter((check) => check.name === name);
/** Of a flow, as the registry on the state branch has it. */
const imageOf = (flow: string) =>
  /"image":\s*"([^"]+)"/.exec(world.state(deploymentPath(flow as FlowName)))?.[1];
const bundledAs = (digit: string): BuildRecord =>
  new Map([['alone' as FlowName, { bundle: digit.repeat(64), files: [], packages: [], absent: [] }]]);
const launches = () => world.ecs.calls.filter(({ operation }) => operation === 'RunTask').length;

describe('plan', () => {
  it('shows what a pull request would change, with a token that only reads, and meets no AWS', async () => {
    const run = await world.run({
      name: 'pull_request',
      workflow: 'plan',
      isReadOnly: true,
      payload: { number: 7, pull_request: { number: 7, base: { ref: 'main' } } },
    });
    expect([run.exitCode, run.jobs]).toEqual([0, { plan: 'success' }]);
    expect(run.log).toContain('## Headgate plan');
    expect(run.log).toContain('set-output:: changed=["alone","hourly"]');
    expect([world.ecs.calls, world.github.checkRuns(), world.notes()]).toEqual([[], [], []]);
  });
});

describe('a repository that does not say where to run', () => {
  it('plans a push, says what is missing, and deploys nothing', async () => {
    const run = await world.run({ ...push, variables: {} });
    expect(run.exitCode).toBe(0);
    expect(run.jobs['plan']).toBe('success');
    expect(run.log).toContain('## Nothing is deployed');
    expect([world.ecs.calls, world.github.checkRuns(), world.notes()]).toEqual([[], [], []]);
  });

  it.each([
    ['run', { flow: 'alone', parameters: '{}', watch: '0' }],
    ['control', { action: 'pause', flow: 'alone' }],
    ['tick', {}],
  ] as const)('says so when somebody starts %s', async (workflow, inputs) => {
    const run = await world.run({ name: 'workflow_dispatch', workflow, inputs, variables: {} });
    expect([run.exitCode, run.jobs['not-configured']]).toEqual([0, 'success']);
    expect(run.log).toContain('`AWS_TICK_ROLE`');
    expect(world.ecs.calls).toEqual([]);
  });

  it('lets the clock pass', async () => {
    const run = await world.run({ ...scheduled, variables: {} });
    expect([run.exitCode, run.log.includes('## No tick'), world.notes()]).toEqual([0, false, []]);
  });
});

describe('from the event to the completed check', () => {
  it('a push builds the image that is missing, deploys it by its digest, and says so on the commit', async () => {
    const run = await world.run(push);
    expect(run.log).not.toContain('Job failed');
    expect([run.exitCode, run.jobs]).toEqual([0, { plan: 'success', image: 'success', deploy: 'success' }]);
    const notes = world.notes();
    expect(notes[0]).toBe(`role image ${configured.AWS_DEPLOY_ROLE}`);
    expect(notes[1]).toMatch(new RegExp(`^build Dockerfile ${configured.ECR_REPOSITORY}:default-\\d+-\\d+$`));
    const cache = `cache type=registry,ref=${configured.ECR_REPOSITORY}-cache:default`;
    expect(notes.slice(2)).toEqual([
      cache,
      `${cache},mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true`,
      `role deploy ${configured.AWS_DEPLOY_ROLE}`,
    ]);
    expect(checks('headgate / deploy')).toMatchObject([
      { headSha: commit, status: 'completed', conclusion: 'success' },
    ]);
    const registered = world.ecs.calls.filter(({ operation }) => operation === 'RegisterTaskDefinition');
    expect(registered.map(({ input }) => input['family'])).toEqual([
      'headgate-acme-alone',
      'headgate-acme-hourly',
    ]);
    const images = JSON.stringify(registered).match(/"image":"[^"]*"/g) ?? [];
    expect(new Set(images)).toEqual(new Set([expect.stringMatching(/flows@sha256:[0-9a-f]{64}"$/)]));
  });

  it('a second push that changes no flow builds nothing', async () => {
    commit = world.push({ 'README.md': '# Flows\n' });
    const run = await world.run(push);
    expect([run.exitCode, run.jobs['deploy']]).toEqual([0, 'success']);
    expect(world.notes()).toEqual([`role deploy ${configured.AWS_DEPLOY_ROLE}`]);
  });

  it('a push of a flow with an image of its own builds that image, and leaves the other as it is', async () => {
    const before = imageOf('alone');
    commit = world.push({
      'flows/own/flow.yml': 'command: [python3, main.py]\nimage: { dockerfile: Dockerfile }\n',
      'flows/own/main.py': 'print("own")\n',
      'flows/own/Dockerfile': 'FROM scratch\nLABEL flow=own\n',
    });
    expect(await world.run(push)).toMatchObject({
      exitCode: 0,
      jobs: { image: 'success', deploy: 'success' },
    });
    const built = world.notes().filter((note) => note.startsWith('build '));
    expect(built).toEqual([expect.stringContaining('build flows/own/Dockerfile ')]);
    expect([imageOf('own') === before, imageOf('alone')]).toEqual([false, before]);
  });

  it('a push that changes only what no image holds builds nothing, and one that changes code builds again', async () => {
    const before = imageOf('own');
    world.push({ 'flows/own/flow.yml': `${world.file('flows/own/flow.yml')}retries: 2\n` });
    expect((await world.run(push)).exitCode).toBe(0);
    expect(world.notes().filter((note) => note.startsWith('build '))).toEqual([]);
    expect(before).toMatch(/@sha256:[0-9a-f]{64}$/);
    expect(imageOf('own')).toBe(before);
    commit = world.push({ 'flows/own/main.py': 'print("own, again")\n' });
    expect((await world.run(push)).exitCode).toBe(0);
    expect(world.notes().filter((note) => note.startsWith('build '))).toHaveLength(1);
  });

  it('a push brings what the bundles are made of along with the digest', async () => {
    world.built(bundledAs('1'));
    commit = world.push({
      Dockerfile: 'FROM scratch AS record\nFROM scratch\n',
      'flows/alone/index.ts': "console.log('another');\n",
    });
    expect((await world.run(push)).exitCode).toBe(0);
    expect(world.notes()).toContainEqual(expect.stringMatching(/^docker buildx build .*--target record/));
    expect(world.state(deploymentPath('alone' as FlowName))).toContain(`"bundle":"${'1'.repeat(64)}"`);
  });

  it('a night in which everything is as it was builds no image', async () => {
    const run = await world.run({ name: 'schedule', workflow: 'deploy' });
    expect([run.exitCode, run.jobs['plan'], run.log.includes('W_MISSED_CHANGE')]).toEqual([
      0,
      'success',
      false,
    ]);
    expect(world.notes().filter((note) => note.startsWith('build '))).toEqual([]);
  });

  it('a night deploys and reports what a plan has missed', async () => {
    const before = imageOf('alone');
    world.built(bundledAs('2'));
    commit = world.push({ Dockerfile: 'FROM scratch AS record\nFROM scratch\n' });
    const run = await world.run({ name: 'schedule', workflow: 'deploy' });
    expect([run.exitCode, run.jobs]).toEqual([0, { plan: 'success', image: 'success', deploy: 'success' }]);
    expect(run.log).toContain('W_MISSED_CHANGE');
    expect(world.notes()).toContainEqual(expect.stringMatching(/^build Dockerfile /));
    expect(before).toMatch(/@sha256:[0-9a-f]{64}$/);
    expect(world.state(deploymentPath('alone' as FlowName))).toContain(`"bundle":"${'2'.repeat(64)}"`);
  });

  it('a request for a run launches it', async () => {
    world.ecs.script('headgate-acme-alone', [
      { startAfterMs: 1_000, runMs: 60_000, exitCode: 0, lines: ['hello from ECS'] },
    ]);
    const inputs = { flow: 'alone', parameters: '{}', watch: '0' };
    const run = await world.run({ name: 'workflow_dispatch', workflow: 'run', inputs });
    expect([run.exitCode, run.jobs]).toMatchObject([0, { run: 'success' }]);
    expect(world.notes()).toEqual([`role run ${configured.AWS_TICK_ROLE}`]);
    expect(checks('flow / alone')).toMatchObject([{ status: 'in_progress' }]);
    expect(launches()).toBe(1);
  });

  it('a tick of the schedule completes its check', async () => {
    world.advance(120_000);
    const run = await world.run(scheduled);
    expect([run.exitCode, run.jobs]).toMatchObject([0, { tick: 'success' }]);
    expect(checks('flow / alone')).toMatchObject([{ status: 'completed', conclusion: 'success' }]);
    expect(checks('flow / alone')[0]?.output.summary).toContain('hello from ECS');
  });

  it('a paused flow misses its slot, and a resumed one is launched by a tick from outside', async () => {
    world.ecs.script('headgate-acme-hourly', [{ startAfterMs: 1_000, runMs: 600_000, exitCode: 0 }]);
    expect((await world.run(control({ action: 'pause', flow: 'hourly' }))).exitCode).toBe(0);
    world.advance(3_600_000);
    expect((await world.run(scheduled)).exitCode).toBe(0);
    expect(launches()).toBe(1);
    expect((await world.run(control({ action: 'resume', flow: 'hourly' }))).exitCode).toBe(0);
    world.advance(3_600_000);
    const dispatched: Event = {
      name: 'repository_dispatch',
      workflow: 'tick',
      payload: { action: 'headgate-tick', client_payload: {} },
    };
    expect((await world.run(dispatched)).exitCode).toBe(0);
    expect(launches()).toBe(2);
    expect(checks('flow / hourly')).toMatchObject([{ status: 'in_progress' }]);
  });

  it('a request to cancel stops the run', async () => {
    const [check] = checks('flow / hourly');
    expect((await world.run(control({ action: 'cancel', run: check?.externalId ?? '' }))).exitCode).toBe(0);
    expect(world.ecs.calls.filter(({ operation }) => operation === 'StopTask')).toHaveLength(1);
    world.advance(120_000);
    expect((await world.run(scheduled)).exitCode).toBe(0);
    expect(checks('flow / hourly')).toMatchObject([{ status: 'completed', conclusion: 'cancelled' }]);
  });

  it('the set-up can be checked from a form, which writes nothing', async () => {
    const before = [world.stateTree(), world.github.checkRuns()];
    const run = await world.run(control({ action: 'doctor' }));
    expect(run.log).toMatch(/^ok +state can be pushed$/m);
    expect([world.stateTree(), world.github.checkRuns()]).toEqual(before);
  });

  it('a request that cannot be carried out fails its job, and says why', async () => {
    const run = await world.run(control({ action: 'pause', flow: 'nobody' }));
    expect([run.exitCode, run.jobs['control']]).toEqual([1, 'failure']);
    expect(run.log).toContain('nobody');
  });
});

describe('what somebody types into a form', () => {
  it('is never code', async () => {
    const canary = join(world.directory, 'canary');
    const text = `$(touch ${canary})\`touch ${canary}\`"; touch ${canary}; echo "`;
    const inputs = {
      flow: text,
      parameters: text,
      watch: '0',
      run: text,
      from: text,
      to: text,
      action: 'backfill',
    };
    for (const workflow of ['run', 'control']) {
      const run = await world.run({ name: 'workflow_dispatch', workflow, inputs });
      expect([run.exitCode, run.jobs[workflow]]).toEqual([1, 'failure']);
    }
    expect(existsSync(canary)).toBe(false);
  });
});

describe('every request', () => {
  it('is one that AWS and GitHub take by their own descriptions', () => {
    expect([world.ecs.violations, world.github.violations]).toEqual([[], []]);
  });
});
