import { describe, expect, it } from '@jest/globals';
import type { FlowBuild } from '../../src/core/build-record.ts';
import type { FlowName } from '../../src/core/flow.ts';
import { type DeployOptions, type DeployResult, deploy } from '../../src/engine/deploy.ts';
import { plan } from '../../src/engine/plan.ts';
import { blobOf, sourceOf } from '../source.ts';
import { awsProject, type DeployWorld, deployWorld, presentation } from './deploy-world.ts';

type Files = { readonly [path: string]: string };
type Built = Partial<FlowBuild> & { readonly bundle: string };

const name = 'one' as FlowName;
const commits = { first: 'b'.repeat(40), now: 'c'.repeat(40), later: 'd'.repeat(40) };
const image = (letter: string): string => `acme/flows@sha256:${letter.repeat(64)}`;
const hash = (letter: string): string => letter.repeat(64);
const manifest = 'entrypoint: index.ts\n';
const files: Files = {
  'flows/one/flow.yml': manifest,
  'flows/one/index.ts': "import ms from 'ms';\nexport default ms;\n",
  'lib/hidden.ts': 'export const hidden = 1;\n',
  'package.json': '{"dependencies":{"ms":"2.0.0"}}',
  'package-lock.json': lockWith({ ms: '2.0.0', inner: '1.0.0' }),
};

function lockWith(versions: { readonly [name: string]: string }): string {
  const packages = Object.fromEntries(
    Object.entries(versions).map(([key, version]) => [
      `node_modules/${key}`,
      { version, integrity: `sha512-${key}${version}` },
    ]),
  );
  return JSON.stringify({
    lockfileVersion: 3,
    packages: { '': { dependencies: { ms: '2.0.0' } }, ...packages },
  });
}

function filesOf(all: Files, ...paths: readonly string[]): FlowBuild['files'] {
  return paths.map((path) => ({ path, blob: blobOf(all[path] ?? '') }));
}

type Step = {
  readonly files?: Files;
  readonly commit?: string;
  readonly built?: Built;
  /** Of the commit that the record says it was built from. */
  readonly builtFrom?: string;
  readonly image?: string;
};

/** One push after the other to the same project. */
class Pushes {
  readonly world: DeployWorld = deployWorld(sourceOf(files), { kind: 'ecs' });
  readonly #others: { [commit: string]: Files } = {};

  async push(step: Step): Promise<DeployResult> {
    const { world, options } = this.#prepare(step);
    return deploy(world.world, options);
  }

  async plan(step: Step): ReturnType<typeof plan> {
    const { world, options } = this.#prepare(step);
    return plan(world.world, options);
  }

  #prepare({
    files: now = files,
    commit = commits.first,
    built,
    builtFrom,
    image: pinned = image('a'),
  }: Step) {
    const others = { ...this.#others };
    this.#others[commit] = now;
    const world = deployWorld(sourceOf(now, { commit, others }), { shared: this.world, kind: 'ecs' });
    const build = { files: [], packages: [], absent: [], ...built };
    const record = {
      builds: new Map(built === undefined ? [] : [[name, build as FlowBuild]]),
      ...(builtFrom === undefined ? {} : { commit: builtFrom }),
    };
    const options: DeployOptions = {
      project: awsProject,
      image: pinned,
      records: new Map([['default', record]]),
      isMassDeleteAllowed: false,
      isDryRun: false,
      by: 'octocat',
      presentation,
    };
    return { world, options };
  }

  get version() {
    const version = this.world.snapshot().registry.deployments.get(name)?.version;
    if (version === undefined) throw new Error('It is not deployed.');
    return version;
  }
}

const howOf = (result: DeployResult) => result.deployed.get(name)?.how;
const codesOf = (result: { readonly warnings: DeployResult['warnings'] }) =>
  result.warnings.map(({ code }) => code);

describe('the bundle of a flow', () => {
  it('is recorded with its version', async () => {
    const pushes = new Pushes();
    await pushes.push({ built: { bundle: hash('1') } });
    expect(pushes.version).toMatchObject({ bundle: hash('1'), image: image('a') });
    expect(pushes.version).not.toHaveProperty('learned');
  });

  it('that changed although the plan saw nothing is deployed, and reported with the file behind it', async () => {
    const pushes = new Pushes();
    await pushes.push({ built: { bundle: hash('1'), files: filesOf(files, 'flows/one/index.ts') } });
    const now = { ...files, 'lib/hidden.ts': 'export const hidden = 2;\n' };
    const step = {
      files: now,
      commit: commits.now,
      built: { bundle: hash('2'), files: filesOf(now, 'flows/one/index.ts', 'lib/hidden.ts') },
      image: image('b'),
    };
    const planned = await pushes.plan(step);
    expect(planned.plan.images.map(({ name: wanted }) => wanted)).toEqual(['default']);
    expect(codesOf(planned)).toContain('W_MISSED_CHANGE');
    const result = await pushes.push(step);
    expect([result.outcome, howOf(result)]).toEqual(['deployed', 'registered']);
    expect(result.warnings.find(({ code }) => code === 'W_MISSED_CHANGE')?.message).toContain(
      '`lib/hidden.ts`',
    );
    expect(pushes.version).toMatchObject({
      bundle: hash('2'),
      image: image('b'),
      revision: expect.stringMatching(/:2$/),
      learned: { files: ['lib/hidden.ts'] },
    });
  });

  it('and what was behind it counts for the plans that follow', async () => {
    const pushes = new Pushes();
    await pushes.push({ built: { bundle: hash('1'), files: filesOf(files, 'lib/hidden.ts') } });
    expect(pushes.version.learned).toEqual({ files: ['lib/hidden.ts'] });
    const same = await pushes.plan({ commit: commits.now });
    expect(same.plan.flows.map(({ action }) => action)).toEqual(['unchanged']);
    const other = { ...files, 'lib/hidden.ts': 'export const hidden = 2;\n' };
    const changed = await pushes.plan({ files: other, commit: commits.now });
    expect(changed.plan.flows.map(({ action }) => action)).toEqual(['changed']);
    const { 'lib/hidden.ts': _, ...gone } = files;
    expect((await pushes.plan({ files: gone, commit: commits.now })).plan.flows[0]?.action).toBe('changed');
  });

  it('that is the same byte for byte keeps its revision, whatever changed of what it is made of', async () => {
    const pushes = new Pushes();
    await pushes.push({ built: { bundle: hash('1') } });
    const now = { ...files, 'flows/one/index.ts': "import ms from 'ms'\nexport default ms;\n" };
    const built = { bundle: hash('1'), files: filesOf(now, 'flows/one/index.ts') };
    const result = await pushes.push({ files: now, commit: commits.now, built, image: image('b') });
    expect([result.outcome, howOf(result)]).toEqual(['deployed', 'reused']);
    expect(pushes.version).toMatchObject({ image: image('a'), revision: expect.stringMatching(/:1$/) });
    expect(pushes.world.registered).toHaveLength(1);
    const after = await pushes.plan({ files: now, commit: commits.later });
    expect(after.plan.flows[0]?.action).toBe('unchanged');
  });

  it('finds an earlier version again', async () => {
    const pushes = new Pushes();
    await pushes.push({ built: { bundle: hash('1') } });
    const second = { ...files, 'flows/one/index.ts': "import ms from 'ms';\nexport default [ms];\n" };
    await pushes.push({
      files: second,
      commit: commits.now,
      built: { bundle: hash('2') },
      image: image('b'),
    });
    const third = { ...files, 'flows/one/index.ts': "import ms from 'ms';\n\nexport default ms;\n" };
    const built = { bundle: hash('1'), files: filesOf(third, 'flows/one/index.ts') };
    const result = await pushes.push({ files: third, commit: commits.later, built, image: image('c') });
    expect(howOf(result)).toBe('reused');
    expect(pushes.version).toMatchObject({ image: image('a'), revision: expect.stringMatching(/:1$/) });
  });

  it('is registered anew where something else changed too', async () => {
    const pushes = new Pushes();
    await pushes.push({ built: { bundle: hash('1') } });
    const now = {
      ...files,
      'flows/one/flow.yml': `${manifest}resources: { cpu: 512, memory: 1024 }\n`,
      'flows/one/index.ts': "import ms from 'ms'\nexport default ms;\n",
    };
    const built = { bundle: hash('1'), files: filesOf(now, 'flows/one/index.ts') };
    expect(howOf(await pushes.push({ files: now, commit: commits.now, built, image: image('b') }))).toBe(
      'registered',
    );
  });

  it('says nothing against a deployment whose bundle is not known', async () => {
    const pushes = new Pushes();
    await pushes.push({});
    const result = await pushes.push({ commit: commits.now, built: { bundle: hash('2') } });
    expect([result.outcome, codesOf(result)]).toEqual(['nothing', []]);
    expect(pushes.version).not.toHaveProperty('bundle');
  });
});

describe('what builds teach', () => {
  it('is kept for a flow that did not change, without registering anything', async () => {
    const pushes = new Pushes();
    await pushes.push({ built: { bundle: hash('1') } });
    const built = { bundle: hash('1'), packages: ['ms', 'inner'], absent: ['optional'] };
    const result = await pushes.push({ commit: commits.now, built });
    expect(result.outcome).toBe('nothing');
    expect(pushes.version).toMatchObject({ learned: { packages: ['inner'], absent: ['optional'] } });
    expect(pushes.world.registered).toHaveLength(1);
  });

  it.each([
    ['a package that nobody declares is bumped', { ms: '2.0.0', inner: '1.0.1' }, 'changed'],
    [
      'a package that was looked for in vain appears',
      { ms: '2.0.0', inner: '1.0.0', optional: '1.0.0' },
      'changed',
    ],
    ['another package appears', { ms: '2.0.0', inner: '1.0.0', other: '1.0.0' }, 'unchanged'],
  ])('%s', async (_, versions, action) => {
    const pushes = new Pushes();
    await pushes.push({ built: { bundle: hash('1'), packages: ['ms', 'inner'], absent: ['optional'] } });
    const now = { ...files, 'package-lock.json': lockWith(versions) };
    expect((await pushes.plan({ files: now, commit: commits.now })).plan.flows[0]?.action).toBe(action);
  });

  it('has any change beside what git does not hold count', async () => {
    const pushes = new Pushes();
    const generated = { path: 'packages/api/dist/client.js', blob: '1'.repeat(40) };
    const own = { ...files, 'packages/api/package.json': '{"name":"api"}', 'packages/api/schema.json': '1' };
    await pushes.push({ files: own, built: { bundle: hash('1'), files: [generated] } });
    expect(pushes.version.learned).toEqual({ folders: ['packages/api'] });
    const now = { ...own, 'packages/api/schema.json': '2' };
    expect((await pushes.plan({ files: now, commit: commits.now })).plan.flows[0]?.action).toBe('changed');
    const beside = { ...own, 'packages/other/schema.json': '2' };
    expect((await pushes.plan({ files: beside, commit: commits.now })).plan.flows[0]?.action).toBe(
      'unchanged',
    );
  });

  it('tells two versions apart between which git shows nothing', async () => {
    const pushes = new Pushes();
    await pushes.push({ built: { bundle: hash('1') } });
    const result = await pushes.push({
      commit: commits.now,
      built: { bundle: hash('2') },
      image: image('b'),
    });
    expect(howOf(result)).toBe('registered');
    expect(result.warnings[0]?.message).toContain('nothing that git shows');
    expect((await pushes.plan({ commit: commits.later })).plan.flows[0]?.action).toBe('unchanged');
  });
});

describe('a record that is not of these sources', () => {
  const now = { ...files, 'flows/one/index.ts': "import ms from 'ms'\nexport default ms;\n" };

  it.each<[string, Pick<Step, 'built' | 'builtFrom'>]>([
    [
      'holds files of another commit',
      { built: { bundle: hash('1'), files: filesOf(files, 'flows/one/index.ts') } },
    ],
    ['names another commit', { built: { bundle: hash('1') }, builtFrom: commits.first }],
  ])('cannot hide a change that the plan saw: it %s', async (_, step) => {
    const pushes = new Pushes();
    await pushes.push({ built: { bundle: hash('1') } });
    const result = await pushes.push({ files: now, commit: commits.now, image: image('b'), ...step });
    expect(howOf(result)).toBe('registered');
    expect(pushes.version.image).toBe(image('b'));
  });

  it('can only have more deployed', async () => {
    const pushes = new Pushes();
    await pushes.push({ built: { bundle: hash('1') } });
    const step = { commit: commits.now, built: { bundle: hash('9') }, builtFrom: commits.later };
    expect(howOf(await pushes.push({ ...step, image: image('b') }))).toBe('registered');
  });
});
