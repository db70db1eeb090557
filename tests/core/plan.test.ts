import { describe, expect, it } from '@jest/globals';
import type { Closure } from '../../src/core/closure.ts';
import type { Deployment, Version } from '../../src/core/deployment.ts';
import type { Policy } from '../../src/core/flow.ts';
import { type DesiredFlow, makePlan, type PlanInput } from '../../src/core/plan.ts';
import { manifest } from '../flow/manifests.ts';
import { deployment, flowA, noon, policy, registryOf, untaught } from './builders.ts';

const parts = { manifest: 'm', placement: 'p', code: 'c', packages: 'k', image: 'i' };
const image = `repo@sha256:${'a'.repeat(64)}`;

type Wanted = {
  readonly fingerprint?: string;
  readonly content?: string;
  readonly parts?: Partial<Version['parts']>;
  readonly policy?: Partial<Policy>;
  readonly closure?: Partial<Closure>;
};

function desired(name: string, wanted: Wanted = {}): DesiredFlow {
  return {
    manifest: manifest(name, { policy: { ...policy, ...wanted.policy } }),
    closure: { code: '', packages: [], files: () => new Map(), ...wanted.closure },
    ...untaught({
      fingerprint: (wanted.fingerprint ?? 'f').repeat(64),
      content: (wanted.content ?? 'c').repeat(64),
      parts: { ...parts, ...wanted.parts },
    }),
  };
}

function deployed(name: string, changes: Partial<Version> = {}, more: Partial<Deployment> = {}): Deployment {
  const base = deployment(manifest(name).name);
  return { ...base, version: { ...base.version, image, ...changes }, ...more };
}

function plan(input: Partial<PlanInput>) {
  return makePlan({ desired: [], registry: registryOf(), needsImages: true, ...input });
}

describe('the plan', () => {
  it('adds what is not deployed, keeps what is equal, and removes what is gone', () => {
    const { flows } = plan({
      desired: [desired('same'), desired('new')],
      registry: registryOf(deployed('same'), deployed('gone')),
    });
    expect(flows.map(({ flow, action, reasons }) => [flow, action, reasons])).toEqual([
      ['gone', 'removed', ['its folder is gone']],
      ['new', 'added', ['it is new']],
      ['same', 'unchanged', []],
    ]);
  });

  it('says which file changed, and how the flow comes to use it', () => {
    const files: ReturnType<Closure['files']> = new Map([
      ['flows/flow-a/index.ts', { blob: '1' }],
      ['flows/flow-a/new.ts', { blob: '5', importedBy: 'flows/flow-a/index.ts' }],
      ['lib/money.ts', { blob: '2', importedBy: 'lib/prices.ts' }],
      ['lib/prices.ts', { blob: '3', importedBy: 'flows/flow-a/index.ts' }],
    ]);
    const { flows } = plan({
      desired: [
        desired('flow-a', { fingerprint: 'e', parts: { code: 'd' }, closure: { files: () => files } }),
      ],
      registry: registryOf(deployed('flow-a')),
      filesNow: new Map([...files].map(([path, { blob }]) => [path, blob])),
      filesAt: new Map([
        [
          'a'.repeat(40),
          new Map([
            ['flows/flow-a/index.ts', '1'],
            ['flows/flow-a/old.ts', '9'],
            ['flows/flow-a/README.md', '9'],
            ['lib/money.ts', '8'],
            ['lib/prices.ts', '3'],
          ]),
        ],
      ]),
    });
    expect(flows[0]?.action).toBe('changed');
    expect(flows[0]?.parts).toEqual(['code']);
    expect(flows[0]?.reasons).toEqual([
      '`flows/flow-a/new.ts` is new, imported by `flows/flow-a/index.ts`',
      '`lib/money.ts` changed, imported by `lib/prices.ts`, imported by `flows/flow-a/index.ts`',
      '`flows/flow-a/old.ts` was deleted',
    ]);
  });

  it('names the part when the files of the deployed commit cannot be had', () => {
    const { flows } = plan({
      desired: [desired('flow-a', { fingerprint: 'e', parts: { code: 'd', packages: 'l', placement: 'q' } })],
      registry: registryOf(deployed('flow-a')),
    });
    expect(flows[0]?.reasons).toEqual([
      'the AWS placement of the project changed',
      'its files changed',
      'the packages that it uses changed',
    ]);
  });

  it('needs no new revision for a change of policy, and names its keys', () => {
    const { flows, images } = plan({
      desired: [
        desired('flow-a', {
          fingerprint: 'e',
          policy: {
            overlap: 'allow',
            spot: true,
            retries: { ...policy.retries, maxDelaySeconds: 1 },
            parameters: { fooBarSeconds: { type: 'string' } },
          },
        }),
      ],
      registry: registryOf(deployed('flow-a')),
    });
    expect(flows[0]).toMatchObject({
      action: 'changed',
      parts: [],
      reuse: { revision: 'local:flow-a:ffffffffffff' },
    });
    expect(flows[0]?.policyKeys).toEqual(
      ['overlap', 'parameters.fooBarSeconds', 'resources.spot', 'retries.max-delay'].sort(),
    );
    expect(images).toEqual([]);
  });

  it('finds an earlier version on a revert, with its image', () => {
    const old = {
      ...deployed('flow-a').version,
      fingerprint: 'e'.repeat(64),
      content: 'd'.repeat(64),
      revision: 'old',
    };
    const { flows, images } = plan({
      desired: [desired('flow-a', { fingerprint: 'e', content: 'd', parts: { code: 'd' } })],
      registry: registryOf(deployed('flow-a', {}, { earlier: [{ ...old, parts: { ...parts, code: 'd' } }] })),
    });
    expect(flows[0]).toMatchObject({
      action: 'restored',
      reuse: { revision: 'old' },
      image: { kind: 'kept', image },
    });
    expect(flows[0]?.reasons[0]).toBe('an earlier version is wanted again');
    expect(images).toEqual([]);
  });

  it('counts a retired deployment as not deployed, and still finds its versions', () => {
    const { flows } = plan({
      desired: [desired('flow-a')],
      registry: registryOf(deployed('flow-a', {}, { retiredAt: noon })),
    });
    expect(flows[0]).toMatchObject({
      action: 'restored',
      reasons: [expect.any(String), 'it was removed before and is back'],
    });
    expect(flows[0]?.deployed).toBeUndefined();
    expect(flows[0]?.reuse?.revision).toBeDefined();
    expect(plan({ registry: registryOf(deployed('flow-a', {}, { retiredAt: noon })) }).flows).toEqual([]);
  });
});

describe('images', () => {
  it('are needed once for all flows of the project whose content is new, and apart for own Dockerfiles', () => {
    const own = { dockerfile: 'flows/own/Dockerfile', isOwn: true, files: new Map() };
    const { images } = plan({
      desired: [
        desired('one'),
        desired('two'),
        desired('own', { closure: { image: own } }),
        desired('default', { closure: { image: { ...own, dockerfile: 'flows/default/Dockerfile' } } }),
      ],
    });
    expect(images).toEqual([
      { name: 'flow.default', dockerfile: 'flows/default/Dockerfile', isOwn: true, flows: ['default'] },
      { name: 'default', dockerfile: 'Dockerfile', isOwn: false, flows: ['one', 'two'] },
      { name: 'own', dockerfile: 'flows/own/Dockerfile', isOwn: true, flows: ['own'] },
    ]);
  });

  it('are kept when only the definition changed, and never needed for local processes', () => {
    const change = desired('flow-a', { fingerprint: 'e', parts: { manifest: 'n' } });
    const registry = registryOf(deployed('flow-a'));
    expect(plan({ desired: [change], registry }).flows[0]?.image).toEqual({ kind: 'kept', image });
    expect(plan({ desired: [change], needsImages: false }).flows[0]?.image).toEqual({ kind: 'none' });
  });

  it('are needed where the version of this content ran without one', () => {
    const { image: _, ...version } = deployed('flow-a').version;
    const base = deployed('flow-a');
    const registry = registryOf({ ...base, version });
    const change = desired('flow-a', { fingerprint: 'e', parts: { placement: 'q' } });
    expect(plan({ desired: [change], registry }).flows[0]?.image).toEqual({
      kind: 'needed',
      name: 'default',
    });
  });
});

describe('removing many flows', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const registry = registryOf(...names.map((name) => deployed(name)));
  const keep = (count: number) =>
    plan({ registry, desired: names.slice(0, count).map((name) => desired(name)) });

  it('has to be confirmed above a third of them', () => {
    expect(keep(4).massDelete).toMatchObject({
      code: 'E_MASS_DELETE',
      message: expect.stringContaining('3 of 7'),
    });
    expect(keep(0).massDelete).toBeDefined();
    expect(keep(5).massDelete).toBeUndefined();
  });

  it('is not meant when it is one flow', () => {
    expect(plan({ registry: registryOf(deployed(flowA)) }).massDelete).toBeUndefined();
  });
});
