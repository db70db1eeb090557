import { describe, expect, it } from '@jest/globals';
import type { BuildRecord, FlowBuild, Unbuilt } from '../../src/core/build-record.ts';
import type { FlowName } from '../../src/core/flow.ts';
import { type DeployOptions, deploy } from '../../src/engine/deploy.ts';
import type { GivenImages } from '../../src/engine/images.ts';
import { plan } from '../../src/engine/plan.ts';
import { sourceOf } from '../source.ts';
import { awsProject, type DeployWorld, deployWorld, presentation } from './deploy-world.ts';

type Files = { readonly [path: string]: string };

const digest = (letter: string): string => `acme/flows@sha256:${letter.repeat(64)}`;
const commits = { first: 'b'.repeat(40), now: 'c'.repeat(40) };
const plain = (flow: string, code = '1'): Files => ({
  [`flows/${flow}/flow.yml`]: 'description: x',
  [`flows/${flow}/index.ts`]: `export default ${code};\n`,
});
const own = (flow: string): Files => ({
  [`flows/${flow}/flow.yml`]: 'command: [python, main.py]\nimage: { dockerfile: Dockerfile }\n',
  [`flows/${flow}/main.py`]: '',
  [`flows/${flow}/Dockerfile`]: 'FROM scratch\n',
});

const build: FlowBuild = { bundle: '1'.repeat(64), files: [], packages: [], absent: [] };
const problem = {
  code: 'E_BUNDLE',
  message: 'No loader is configured for ".node" files.',
  fix: 'Use `command`.',
};

function options(
  image: GivenImages,
  flows: { readonly [flow: string]: FlowBuild | Unbuilt } = {},
): DeployOptions {
  const builds: BuildRecord = new Map(Object.entries(flows) as [FlowName, FlowBuild | Unbuilt][]);
  return {
    project: awsProject,
    image,
    records: new Map([['default', { builds }]]),
    isMassDeleteAllowed: false,
    isDryRun: false,
    by: 'octocat',
    presentation,
  };
}

const at = (files: Files, commit: string, shared?: DeployWorld): DeployWorld =>
  deployWorld(sourceOf(files, { commit }), { kind: 'ecs', ...(shared === undefined ? {} : { shared }) });
const namesOf = (world: DeployWorld): readonly string[] => [...world.snapshot().registry.deployments.keys()];

describe('a flow that could not be bundled', () => {
  it('is the only one that is not deployed, and its check says why and what to do', async () => {
    const world = at({ ...plain('duck'), ...plain('one') }, commits.first);
    const result = await deploy(
      world.world,
      options(digest('a'), { one: build, duck: { unbuilt: [problem] } }),
    );
    expect([result.outcome, [...result.deployed.keys()]]).toEqual(['partial', ['one']]);
    expect([...result.failed]).toEqual([['duck', [problem]]]);
    expect(world.checks[0]).toMatchObject({ status: { conclusion: 'failure' } });
    expect(world.checks[0]?.summary).toContain('- duck: `E_BUNDLE` No loader is configured');
    expect(namesOf(world)).toEqual(['one']);
  });

  it('keeps its older revision, and is tried again by the next deploy', async () => {
    const first = at({ ...plain('duck'), ...plain('one') }, commits.first);
    await deploy(first.world, options(digest('a'), { one: build, duck: build }));
    const before = first.snapshot().registry.deployments.get('duck' as FlowName);
    const world = at({ ...plain('duck', '2'), ...plain('one', '2') }, commits.now, first);
    const given = options(digest('b'), {
      one: { ...build, bundle: '2'.repeat(64) },
      duck: { unbuilt: [problem] },
    });
    expect([...(await deploy(world.world, given)).failed.keys()]).toEqual(['duck']);
    expect(world.snapshot().registry.deployments.get('duck' as FlowName)).toEqual(before);
    const again = await plan(world.world, { project: awsProject });
    expect(again.plan.flows.map(({ flow, action }) => [flow, action])).toEqual([
      ['duck', 'changed'],
      ['one', 'unchanged'],
    ]);
  });

  it('is nobody’s failure where it did not change', async () => {
    const first = at({ ...plain('duck'), ...plain('one') }, commits.first);
    await deploy(first.world, options(digest('a'), { one: build, duck: build }));
    const world = at({ ...plain('duck'), ...plain('one', '2') }, commits.now, first);
    const given = options(digest('b'), {
      one: { ...build, bundle: '2'.repeat(64) },
      duck: { unbuilt: [problem] },
    });
    expect((await deploy(world.world, given)).outcome).toBe('deployed');
  });
});

describe('an image that was not built', () => {
  it('keeps its own flow from being deployed, and no other', async () => {
    const world = at({ ...plain('one'), ...own('left'), ...own('right') }, commits.first);
    const result = await deploy(world.world, options({ default: digest('a'), left: digest('b') }));
    expect([result.outcome, [...result.deployed.keys()]]).toEqual(['partial', ['left', 'one']]);
    expect([...result.failed]).toMatchObject([
      ['right', [{ code: 'E_IMAGE_REQUIRED', field: 'image.right' }]],
    ]);
  });

  it('refuses the deploy where nothing else is left of it', async () => {
    const world = at(own('left'), commits.first);
    await expect(deploy(world.world, options({}))).rejects.toThrow(/E_IMAGE_REQUIRED image\.left/);
    expect(world.calls).toEqual([]);
  });
});

describe('more images than one run can build', () => {
  const names = Array.from({ length: 300 }, (_, index) => `own-${String(index).padStart(3, '0')}`);
  const files: Files = { ...plain('zebra'), ...Object.assign({}, ...names.map(own)) };

  it('are deployed in rounds: the rest waits, and is said to', async () => {
    const first = at(files, commits.first);
    const planned = await plan(first.world, { project: awsProject });
    expect(planned.plan.images).toHaveLength(301);
    expect(planned.warnings).toContainEqual(
      expect.objectContaining({ code: 'W_IMAGES_IN_ROUNDS', message: expect.stringContaining('45 follow') }),
    );
    const given = {
      default: digest('a'),
      ...Object.fromEntries(names.slice(0, 255).map((name) => [name, digest('b')])),
    };
    const result = await deploy(first.world, options(given));
    expect([result.outcome, result.deployed.size, result.failed.size]).toEqual(['deployed', 256, 0]);
    expect(result.waiting).toEqual(names.slice(255));
    expect(first.checks[0]?.title).toContain('45 waiting for images that a next run builds');

    const second = at(files, commits.first, first);
    const rest = Object.fromEntries(names.slice(255).map((name) => [name, digest('c')]));
    const last = await deploy(second.world, options(rest));
    expect([last.outcome, last.deployed.size, last.waiting]).toEqual(['deployed', 45, []]);
  });

  it('and one of them that did not build is told from those that wait', async () => {
    const world = at(files, commits.first);
    const given = {
      default: digest('a'),
      ...Object.fromEntries(names.slice(1, 255).map((name) => [name, digest('b')])),
    };
    const result = await deploy(world.world, options(given));
    expect([[...result.failed.keys()], result.waiting.length]).toEqual([['own-000'], 45]);
  });
});
