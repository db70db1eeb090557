import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { baseFiles, createE2eWorld, digest, type E2eWorld } from './world.ts';

/** The bundle as GitHub starts it: git over HTTP with a token, GitHub's API and ECS on loopback. */
jest.setTimeout(60_000);
let world: E2eWorld;
beforeAll(async () => {
  world = await createE2eWorld();
});
afterAll(() => world.close());

const deploy = (image = digest('a')) => world.step({ inputs: { command: 'deploy', image }, event: 'push' });
const tick = () => world.step({ inputs: { command: 'tick' }, event: 'schedule' });
const registered = () =>
  world.ecs.calls.filter(({ operation }) => operation === 'RegisterTaskDefinition').length;
const checks = (name: string) => world.github.checkRuns().filter((check) => check.name === name);

describe('from a push to a completed check', () => {
  it('refuses to deploy without an image, and writes nothing', async () => {
    world.push(baseFiles);
    const { exitCode, log } = await world.step({ inputs: { command: 'deploy' }, event: 'push' });
    expect(exitCode).toBe(2);
    expect(log).toContain('E_IMAGE_REQUIRED');
    expect(registered()).toBe(0);
  });

  it('plans without any credential of AWS', async () => {
    const { exitCode, outputs, summary } = await world.step({
      inputs: { command: 'plan' },
      event: 'pull_request',
    });
    expect(exitCode).toBe(0);
    expect(JSON.parse(outputs['changed'] ?? '')).toEqual(['alone', 'hourly']);
    expect(JSON.parse(outputs['images'] ?? '').include).toMatchObject([
      { name: 'default', dockerfile: 'Dockerfile' },
    ]);
    expect(summary).toContain('hourly');
    expect(world.ecs.calls).toEqual([]);
  });

  it('deploys what is new, and says so on the commit', async () => {
    const { exitCode, result } = await deploy();
    expect(exitCode).toBe(0);
    expect(result['deployed']).toEqual(['alone', 'hourly']);
    expect(world.ecs.model.definitions()).toMatchObject([
      { family: 'headgate-acme-alone' },
      { family: 'headgate-acme-hourly' },
    ]);
    expect(checks('headgate / deploy')).toMatchObject([{ status: 'completed', conclusion: 'success' }]);
  });

  it('registers nothing when nothing changed', async () => {
    const before = registered();
    const { exitCode, result } = await deploy();
    expect([exitCode, result['outcome'], registered()]).toEqual([0, 'nothing', before]);
  });

  it('launches a run with its parameters, once, under a stable name', async () => {
    world.ecs.script('headgate-acme-alone', [
      { startAfterMs: 1_000, runMs: 60_000, exitCode: 0, lines: ['hello from ECS'] },
    ]);
    const { exitCode, outputs } = await world.step({
      inputs: { command: 'run', flow: 'alone' },
      request: '77',
    });
    expect(exitCode).toBe(0);
    expect(JSON.parse(outputs['runs'] ?? '')).toMatchObject([{ id: 'alone-m-77-1', state: 'launching' }]);
    const [task] = world.ecs.model.tasks();
    expect(task?.environment).toEqual({
      HEADGATE_ATTEMPT: '1',
      HEADGATE_FLOW: 'alone',
      HEADGATE_PARAMETERS: '{}',
      HEADGATE_RUN_ID: 'alone-m-77-1',
      HEADGATE_SLOT: '',
    });
    const launch = world.ecs.calls.find(({ operation }) => operation === 'RunTask')?.input;
    expect(launch?.['clientToken']).toMatch(/^[0-9a-f]{64}$/);
    expect(launch?.['startedBy']).toMatch(/^hg-[0-9a-f]{32}$/);
    expect(checks('flow / alone')).toMatchObject([{ status: 'in_progress', externalId: 'alone-m-77-1' }]);
  });

  it('completes the check when the task has stopped', async () => {
    world.advance(120_000);
    expect((await tick()).exitCode).toBe(0);
    const [check] = checks('flow / alone');
    expect(check).toMatchObject({ status: 'completed', conclusion: 'success' });
    expect(check?.output.summary).toContain('hello from ECS');
    expect(checks('flow / alone')).toHaveLength(1);
  });

  it('writes nothing when nothing happened', async () => {
    const pushes = () => world.git.requests.filter(({ isPush }) => isPush).length;
    const writes = () =>
      world.github.requests.filter(({ method, graphql }) =>
        graphql === undefined ? method !== 'GET' : graphql.query.startsWith('mutation'),
      ).length;
    const changes = () =>
      world.ecs.calls.filter(({ operation }) => !/^(?:Describe|List|Get|Filter)/.test(operation)).length;
    const before = [pushes(), writes(), changes()];
    expect((await tick()).result['runs']).toEqual([]);
    expect([pushes(), writes(), changes()]).toEqual(before);
  });

  it('shows why a run failed: the class, the exit code, the end of the log, the line of the source', async () => {
    const lines = ['loading', 'TypeError: no rows', '    at load (repo:/flows/alone/index.ts:1:9)'];
    world.ecs.script('headgate-acme-alone', [{ startAfterMs: 0, runMs: 1_000, exitCode: 3, lines }]);
    await world.step({ inputs: { command: 'run', flow: 'alone' }, request: '78' });
    world.advance(60_000);
    await tick();
    const check = checks('flow / alone').find(({ externalId }) => externalId === 'alone-m-78-1');
    expect(check).toMatchObject({
      conclusion: 'failure',
      annotations: [{ path: 'flows/alone/index.ts', start_line: 1 }],
    });
    expect(check?.output.title).toMatch(/^failed after .*: flows\/alone\/index\.ts:1 TypeError: no rows$/);
    expect(check?.output.summary).toMatch(/exit(?:ed with)? (?:code )?3/i);
  });

  it('launches a due slot once, however many ticks come at once', async () => {
    world.ecs.script('headgate-acme-hourly', [{ startAfterMs: 0, runMs: 1_000, exitCode: 0 }]);
    world.advance(3_600_000);
    const results = await Promise.all(Array.from({ length: 10 }, tick));
    expect(results.map(({ exitCode }) => exitCode)).toEqual(results.map(() => 0));
    const launched = world.ecs.model
      .tasks()
      .filter(({ environment }) => environment['HEADGATE_FLOW'] === 'hourly');
    expect(launched).toHaveLength(1);
    world.advance(60_000);
    await tick();
    expect(checks('flow / hourly')).toMatchObject([{ status: 'completed', conclusion: 'success' }]);
  });
});

describe('what changes', () => {
  it('redeploys exactly the flows that import an edited file', async () => {
    world.push({ 'lib/money.ts': 'export const cents = (euros: number) => Math.round(euros * 100);\n' });
    const { result } = await deploy(digest('b'));
    expect(result['deployed']).toEqual(['hourly']);
    const [planned] = result['flows'] as unknown as { flow: string; reasons: string[] }[];
    expect(planned).toBeDefined();
    expect(JSON.stringify(result['flows'])).toContain('lib/money.ts');
  });

  it('registers nothing for a revert', async () => {
    const before = registered();
    world.push({ 'lib/money.ts': baseFiles['lib/money.ts'] });
    const { result } = await world.step({ inputs: { command: 'deploy' }, event: 'push' });
    expect([result['outcome'], registered()]).toEqual(['deployed', before]);
  });

  it('completes with the next push what failed half-way', async () => {
    world.push({
      'flows/alone/index.ts': "console.log('changed');\n",
      'lib/money.ts': 'export const cents = Math.abs;\n',
    });
    const body = { __type: 'ClientException', message: 'This family is not to be had today.' };
    world.ecs.fail({ operation: 'RegisterTaskDefinition', kind: 'answer', reply: { status: 400, body } });
    const partial = await deploy(digest('c'));
    expect([partial.exitCode, partial.result['outcome']]).toEqual([1, 'partial']);
    const whole = await deploy(digest('c'));
    expect([whole.exitCode, whole.result['outcome']]).toEqual([0, 'deployed']);
    expect((await deploy(digest('c'))).result['outcome']).toBe('nothing');
  });

  it('removes a flow that is gone', async () => {
    world.push({ 'flows/third/flow.yml': 'retries: 0\n', 'flows/third/index.ts': 'export {};\n' });
    await deploy(digest('d'));
    world.push({ 'flows/third': null });
    expect((await deploy(digest('d'))).result['removed']).toEqual(['third']);
    expect(world.stateFiles().filter((path) => path.includes('third'))).toEqual([]);
  });

  it('ends right when two deploys come at once', async () => {
    world.push({ 'flows/alone/index.ts': "console.log('twice');\n" });
    const both = await Promise.all([deploy(digest('e')), deploy(digest('e'))]);
    expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect((await deploy(digest('e'))).result['outcome']).toBe('nothing');
  });
});

describe('every request', () => {
  it('is one that AWS and GitHub take by their own descriptions', () => {
    expect(world.ecs.violations).toEqual([]);
    expect(world.github.violations).toEqual([]);
  });
});
