import { describe, expect, it } from '@jest/globals';
import type { FlowName } from '../../src/core/flow.ts';
import { InputError, RefusedError } from '../../src/core/problem.ts';
import type { RunId } from '../../src/core/run.ts';
import { type DeployOptions, deploy } from '../../src/engine/deploy.ts';
import { plan } from '../../src/engine/plan.ts';
import { minutesAfter, noon, run } from '../core/builders.ts';
import { type SourceOptions, sourceOf } from '../source.ts';
import { awsProject, type DeployWorld, deployWorld, localProject, presentation } from './deploy-world.ts';

type Files = { readonly [path: string]: string };

const flow = (name: string, text = 'entrypoint: index.ts\n'): Files => ({
  [`flows/${name}/flow.yml`]: text,
  [`flows/${name}/index.ts`]: `export const name = '${name}';`,
});
const two = { ...flow('one'), ...flow('two') };
const digest = (letter: string): string => `acme/flows@sha256:${letter.repeat(64)}`;

const options: DeployOptions = {
  project: localProject,
  isMassDeleteAllowed: false,
  isDryRun: false,
  by: 'octocat',
  presentation,
};
const onAws = (image?: DeployOptions['image']): DeployOptions => ({
  ...options,
  project: awsProject,
  ...(image === undefined ? {} : { image }),
});

/** A world for another commit over the same state. */
function next(
  shared: DeployWorld,
  files: Files,
  more: SourceOptions & { readonly kind?: 'ecs' } = {},
): DeployWorld {
  const source = sourceOf(files, { commit: 'c'.repeat(40), ...more });
  return deployWorld(source, { shared, ...(more.kind === undefined ? {} : { kind: more.kind }) });
}

const deployed = (of: DeployWorld): string[] => [...of.snapshot().registry.deployments.keys()].sort();

describe('a deploy', () => {
  it('registers what is new, records it on a new branch from now on, and says so on the commit', async () => {
    const own = deployWorld(
      sourceOf({ ...flow('one', 'entrypoint: index.ts\nschedules: [{ cron: "5 1 * * *" }]\n') }),
    );
    const result = await deploy(own.world, options);
    expect(result.outcome).toBe('deployed');
    expect([...result.deployed].map(([name, { how }]) => [name, how])).toEqual([['one', 'registered']]);
    const { registry, state } = own.snapshot();
    const [one] = [...registry.deployments.values()];
    expect(state.mark).toBe(noon);
    expect(registry.commit).toBe('b'.repeat(40));
    expect(one?.version).toMatchObject({
      commit: 'b'.repeat(40),
      revision: expect.stringContaining('headgate-acme-one:1'),
    });
    expect(Object.values(one?.scheduledSince ?? {})).toEqual([noon]);
    expect(own.registered[0]).toMatchObject({
      stopTimeoutSeconds: 30,
      runTimeoutSeconds: 86_400,
      flow: 'one',
    });
    expect(own.commits.map(({ base, message }) => [base, message])).toEqual([
      [undefined, 'Deploy bbbbbbbbbbbb for octocat'],
    ]);
    expect(own.checks).toMatchObject([
      {
        name: 'headgate / deploy',
        externalId: `deploy-${'b'.repeat(40)}`,
        title: '1 flow deployed; 0 unchanged',
      },
    ]);
  });

  it('does nothing at all when nothing changed', async () => {
    const own = deployWorld(sourceOf(two));
    await deploy(own.world, options);
    const again = next(own, two);
    expect((await deploy(again.world, options)).outcome).toBe('nothing');
    expect(again.calls).toEqual([]);
    expect(own.commits).toHaveLength(1);
    expect(own.checks).toHaveLength(1);
  });

  it('registers only what changed, and keeps the rest as it was', async () => {
    const own = deployWorld(sourceOf(two));
    await deploy(own.world, options);
    const before = own.snapshot().registry.deployments.get('two' as FlowName);
    own.clock.now = minutesAfter(noon, 5);
    const after = next(
      own,
      { ...two, 'flows/one/index.ts': 'changed' },
      { others: { ['b'.repeat(40)]: two } },
    );
    const result = await deploy(after.world, options);
    expect([...result.deployed.keys()]).toEqual(['one']);
    expect(result.plan.flows[0]?.reasons).toEqual(['`flows/one/index.ts` changed']);
    const { deployments } = own.snapshot().registry;
    expect(deployments.get('two' as FlowName)).toBe(before);
    expect(deployments.get('one' as FlowName)?.earlier).toHaveLength(1);
    expect(after.registered).toHaveLength(3);
  });

  it('keeps the start of schedules that stay, and starts new ones now', async () => {
    const text = (crons: readonly string[]): string =>
      `entrypoint: index.ts\nschedules:\n${crons.map((cron) => `  - cron: "${cron}"\n`).join('')}`;
    const own = deployWorld(sourceOf(flow('one', text(['5 1 * * *', '5 2 * * *']))));
    await deploy(own.world, options);
    own.clock.now = minutesAfter(noon, 60);
    const after = next(own, flow('one', text(['5 3 * * *', '5 1 * * *'])));
    const result = await deploy(after.world, options);
    const since = own.snapshot().registry.deployments.get('one' as FlowName)?.scheduledSince ?? {};
    expect(Object.values(since).sort()).toEqual([noon, minutesAfter(noon, 60)]);
    expect(result.plan.flows[0]?.policyKeys).toEqual(['schedules']);
    expect([...result.deployed.values()][0]?.how).toBe('reused');
    expect(after.calls).toEqual([]);
  });

  it('starts a schedule at the mark, where the clock of the last tick was ahead of its own', async () => {
    const own = deployWorld(sourceOf(flow('one')));
    await deploy(own.world, options);
    const mark = minutesAfter(noon, 3);
    own.write({ state: { ...own.snapshot().state, mark } });
    own.clock.now = minutesAfter(noon, 1);
    const text = 'entrypoint: index.ts\nschedules: [{ cron: "2 12 * * *" }]\n';
    await deploy(next(own, flow('one', text)).world, options);
    const since = own.snapshot().registry.deployments.get('one' as FlowName)?.scheduledSince ?? {};
    expect(Object.values(since)).toEqual([mark]);
  });

  it('finds the old revision and image on a revert', async () => {
    const changed = { ...two, 'flows/one/index.ts': 'changed' };
    const own = deployWorld(sourceOf(two), { kind: 'ecs' });
    await deploy(own.world, onAws(digest('a')));
    await deploy(next(own, changed, { kind: 'ecs', commit: 'c'.repeat(40) }).world, onAws(digest('b')));
    const back = next(own, two, { kind: 'ecs', commit: 'd'.repeat(40) });
    const result = await deploy(back.world, onAws());
    expect(result.plan.flows[0]?.action).toBe('restored');
    expect(back.calls).toEqual([]);
    const one = own.snapshot().registry.deployments.get('one' as FlowName);
    expect(one?.version).toMatchObject({
      image: digest('a'),
      revision: expect.stringMatching(/one:1$/),
      commit: 'd'.repeat(40),
    });
    expect(one?.earlier.map(({ image }) => image)).toEqual([digest('b')]);
  });

  it('writes nothing on a dry run', async () => {
    const own = deployWorld(sourceOf(two));
    const result = await deploy(own.world, { ...options, isDryRun: true });
    expect(result.outcome).toBe('dry-run');
    expect(result.plan.flows.map(({ action }) => action)).toEqual(['added', 'added']);
    expect([own.calls, own.commits, own.checks]).toEqual([[], [], []]);
  });

  it('says all that is wrong in all files, and writes nothing', async () => {
    const own = deployWorld(
      sourceOf({
        ...flow('one', 'entrypoint: index.ts\noverlap: never\n'),
        ...flow('two'),
        'flows/two/index.ts': "import './gone'",
      }),
    );
    const error = await deploy(own.world, options).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).problems.map(({ place }) => place?.file)).toEqual([
      'flows/one/flow.yml',
      'flows/two/index.ts',
    ]);
    expect(own.commits).toEqual([]);
  });
});

describe('removed flows', () => {
  const many = { ...two, ...flow('three'), ...flow('four') };

  it('are dropped, or followed to the end of their open runs', async () => {
    const own = deployWorld(sourceOf(many));
    await deploy(own.world, options);
    const { state } = own.snapshot();
    own.write({
      state: { ...state, runs: new Map([['r' as RunId, run('r', { flow: 'one' as FlowName })]]) },
    });
    const { 'flows/one/flow.yml': _, 'flows/one/index.ts': __, ...rest } = many;
    const result = await deploy(next(own, rest).world, options);
    expect([result.removed, result.retired]).toEqual([[], ['one']]);
    expect(own.snapshot().registry.deployments.get('one' as FlowName)?.retiredAt).toBe(noon);

    const { 'flows/two/flow.yml': ___, 'flows/two/index.ts': ____, ...fewer } = rest;
    own.write({ state });
    const last = await deploy(next(own, fewer, { commit: 'd'.repeat(40) }).world, options);
    expect([last.removed, deployed(own)]).toEqual([['two'], ['four', 'three']]);
  });

  it('may not be many by accident', async () => {
    const own = deployWorld(sourceOf(many));
    await deploy(own.world, options);
    await expect(deploy(next(own, {}).world, options)).rejects.toThrow(/E_MASS_DELETE/);
    expect(deployed(own)).toHaveLength(4);
    const shown = await plan(next(own, {}).world, { project: localProject });
    expect(shown.plan.massDelete?.code).toBe('E_MASS_DELETE');
    const meant = await deploy(next(own, {}).world, { ...options, isMassDeleteAllowed: true });
    expect([meant.outcome, meant.removed.length, deployed(own)]).toEqual(['deployed', 4, []]);
  });
});

describe('images on ECS', () => {
  it('are required, pinned, before anything is registered', async () => {
    const own = deployWorld(sourceOf(two), { kind: 'ecs' });
    await expect(deploy(own.world, onAws())).rejects.toThrow(/E_IMAGE_REQUIRED image: .*one, two/);
    await expect(deploy(own.world, onAws('acme/flows:latest'))).rejects.toThrow(/E_IMAGE_MUTABLE/);
    await expect(deploy(own.world, onAws('acme/flows@sha256:xyz'))).rejects.toThrow(/E_IMAGE_DIGEST/);
    await expect(deploy(own.world, onAws({ default: digest('a'), x: 'y' }))).rejects.toThrow(
      /E_IMAGE_MUTABLE image\.x/,
    );
    expect(own.calls).toEqual([]);
    await deploy(own.world, onAws(digest('a')));
    expect(own.registered.map(({ image }) => image)).toEqual([digest('a'), digest('a')]);
    expect(own.registered[0]?.stopTimeoutSeconds).toBe(120);
  });

  it('are apart for flows with their own Dockerfile', async () => {
    const text = 'command: [python, main.py]\nimage: { dockerfile: Dockerfile }\n';
    const files = {
      ...flow('one'),
      'flows/own/flow.yml': text,
      'flows/own/main.py': '',
      'flows/own/Dockerfile': '',
    };
    const own = deployWorld(sourceOf(files), { kind: 'ecs' });
    await expect(deploy(own.world, onAws(digest('a')))).rejects.toThrow(/E_IMAGE_REQUIRED image\.own/);
    await deploy(own.world, onAws({ default: digest('a'), own: digest('b') }));
    expect(own.registered.map(({ flow: name, image }) => [name, image])).toEqual([
      ['one', digest('a')],
      ['own', digest('b')],
    ]);
  });

  it('are kept with where they were built, for as long as a version of them is wanted', async () => {
    const origin = { run: '123456', commit: 'e'.repeat(40) };
    const own = deployWorld(sourceOf(two), { kind: 'ecs' });
    await deploy(own.world, onAws({ default: { image: digest('a'), ...origin } }));
    const builtOf = (name: string) => {
      const { image, built } = own.snapshot().registry.deployments.get(name as FlowName)?.version ?? {};
      return { image, built };
    };
    expect([builtOf('one'), builtOf('two')]).toEqual(Array(2).fill({ image: digest('a'), built: origin }));
    expect(own.checks[0]?.summary).toContain('built by run [`123456`]');

    const code = { ...two, 'flows/one/index.ts': 'export const other = 1;' };
    await deploy(next(own, code, { kind: 'ecs' }).world, onAws({ default: { image: digest('b') } }));
    expect([builtOf('one'), builtOf('two')]).toEqual([
      { image: digest('b'), built: undefined },
      { image: digest('a'), built: origin },
    ]);
    await deploy(next(own, two, { kind: 'ecs' }).world, onAws());
    expect(builtOf('one')).toEqual({ image: digest('a'), built: origin });
  });

  it.each([
    [{ run: '12x', commit: 'e'.repeat(40) }],
    [{ run: 'https://example.com/1', commit: 'e'.repeat(40) }],
    [{ run: '12', commit: 'main' }],
    [{ run: '12' }],
  ])('are refused with an origin that is none: %j', async (origin) => {
    const own = deployWorld(sourceOf(two), { kind: 'ecs' });
    const given = onAws({ default: { image: digest('a'), ...origin } });
    await expect(deploy(own.world, given)).rejects.toThrow(/E_IMAGE_ORIGIN image\.default/);
    expect(own.calls).toEqual([]);
  });

  it('stay with the flows whose content did not change', async () => {
    const own = deployWorld(sourceOf(two), { kind: 'ecs' });
    await deploy(own.world, onAws(digest('a')));
    const text = 'entrypoint: index.ts\nenvironment: { A: b }\n';
    const after = next(
      own,
      { ...two, ...flow('one', text), 'flows/one/index.ts': two['flows/one/index.ts'] ?? '' },
      { kind: 'ecs' },
    );
    await deploy(after.world, onAws(digest('b')));
    expect(after.registered.at(-1)).toMatchObject({ flow: 'one', image: digest('a') });
  });
});

describe('a deploy that fails in part', () => {
  it('records what was registered, names what was not, and is completed by the next', async () => {
    const own = deployWorld(sourceOf({ ...two, ...flow('three') }));
    own.onRegister = ({ flow: name }) => {
      if (name === 'three') throw new Error('Too many concurrent attempts');
    };
    const result = await deploy(own.world, options);
    expect(result.outcome).toBe('partial');
    expect([...result.failed.keys()]).toEqual(['three']);
    expect(deployed(own)).toEqual(['one', 'two']);
    expect(own.checks[0]?.status).toMatchObject({ conclusion: 'failure' });
    expect(own.checks[0]?.summary).toContain('Too many concurrent attempts');
    own.onRegister = () => undefined;
    const healed = await deploy(own.world, options);
    expect([healed.outcome, [...healed.deployed.keys()]]).toEqual(['deployed', ['three']]);
    expect(own.registered).toHaveLength(3);
  });

  it('keeps a flow as it was deployed when its new version fails', async () => {
    const own = deployWorld(sourceOf(two));
    await deploy(own.world, options);
    const before = own.snapshot().registry.deployments.get('one' as FlowName);
    const after = next(own, { ...two, 'flows/one/index.ts': 'x', 'flows/two/index.ts': 'y' });
    after.onRegister = ({ flow: name }) => {
      if (name === 'one') throw new InputError([{ code: 'E_BUNDLE', message: 'no' }]);
    };
    const result = await deploy(after.world, options);
    expect(result.failed.get('one' as FlowName)?.map(({ code }) => code)).toEqual(['E_BUNDLE']);
    expect(own.snapshot().registry.deployments.get('one' as FlowName)).toEqual(before);
  });

  it('does not go on after a refusal, and is refused as a whole if nothing was done', async () => {
    const own = deployWorld(sourceOf({ ...two, ...flow('three') }));
    own.onRegister = ({ flow: name }) => {
      if (name !== 'one') throw new RefusedError({ code: 'E_PERMISSION', message: 'no' });
    };
    const result = await deploy(own.world, options);
    expect([...result.failed].map(([name, [problem]]) => [name, problem?.code])).toEqual([
      ['three', 'E_PERMISSION'],
      ['two', 'E_NOT_TRIED'],
    ]);
    await expect(deploy(own.world, options)).rejects.toThrow(/E_PERMISSION/);
  });
});

describe('two deploys at once', () => {
  it('both end right when a tick writes between', async () => {
    const own = deployWorld(sourceOf(two));
    let races = 2;
    own.onCommit = () => {
      if (races-- > 0) own.write({});
    };
    expect((await deploy(own.world, options)).outcome).toBe('deployed');
    expect(own.registered).toHaveLength(2);
    expect(deployed(own)).toEqual(['one', 'two']);
  });

  it('do not undo each other: the loser plans again, and registers only what is left', async () => {
    const own = deployWorld(sourceOf(two));
    const other = next(own, { ...two, ...flow('three') }, { commit: 'a'.repeat(40) });
    let isFirst = true;
    const mine = next(own, { ...two, ...flow('four') }, { isBehind: async () => false });
    const store = mine.world.state;
    const world = {
      ...mine.world,
      state: {
        ...store,
        commit: async (change: Parameters<typeof store.commit>[0]) => {
          if (isFirst) {
            isFirst = false;
            await deploy(other.world, options);
          }
          return store.commit(change);
        },
      },
    };
    const result = await deploy(world, { ...options, isMassDeleteAllowed: true });
    expect(result.outcome).toBe('deployed');
    expect(result.removed).toEqual(['three']);
    expect(deployed(own)).toEqual(['four', 'one', 'two']);
    expect(own.registered.map(({ flow: name }) => name)).toEqual(['four', 'one', 'two', 'three']);
  });

  it('end with the newer commit, in whichever order they come', async () => {
    const older = 'a'.repeat(40);
    const newer = 'c'.repeat(40);
    const isBehind = async (commit: string): Promise<boolean> => commit === newer;
    const own = deployWorld(sourceOf({ ...two, ...flow('three') }, { commit: newer }));
    await deploy(own.world, options);
    const late = next(own, two, { commit: older, isBehind });
    const result = await deploy(late.world, options);
    expect([result.outcome, result.supersededBy]).toEqual(['superseded', newer]);
    expect(deployed(own)).toEqual(['one', 'three', 'two']);
    expect(late.calls).toEqual([]);
    expect(own.commits).toHaveLength(1);
  });

  it('end with the newer commit when it lands in the middle', async () => {
    const newer = 'd'.repeat(40);
    const own = deployWorld(sourceOf(two, { commit: 'a'.repeat(40) }));
    const winner = next(own, { ...two, ...flow('three') }, { commit: newer });
    const late = next(own, two, { commit: 'b'.repeat(40), isBehind: async (commit) => commit === newer });
    const store = late.world.state;
    let isFirst = true;
    const world = {
      ...late.world,
      state: {
        ...store,
        commit: async (change: Parameters<typeof store.commit>[0]) => {
          if (isFirst) await deploy(winner.world, options);
          isFirst = false;
          return store.commit(change);
        },
      },
    };
    expect((await deploy(world, options)).outcome).toBe('superseded');
    expect(deployed(own)).toEqual(['one', 'three', 'two']);
    expect(own.snapshot().registry.commit).toBe(newer);
  });
});

describe('a plan', () => {
  it('reads and writes nothing', async () => {
    const own = deployWorld(sourceOf(two));
    await deploy(own.world, options);
    const after = next(own, {
      ...two,
      ...flow('three'),
      'flows/three/index.ts': 'await import(process.argv[2])',
    });
    const result = await plan(after.world, { project: localProject });
    expect(result.plan.flows.map(({ flow: name, action }) => [name, action])).toEqual([
      ['one', 'unchanged'],
      ['three', 'added'],
      ['two', 'unchanged'],
    ]);
    expect(result.warnings.map(({ code }) => code)).toEqual(['W_DYNAMIC_IMPORT']);
    expect([after.calls, own.commits.length]).toEqual([[], 1]);
  });
});
