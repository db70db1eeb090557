import { describe, expect, it } from '@jest/globals';
import type { Identity } from '../../src/core/desired.ts';
import type { Manifest } from '../../src/core/flow.ts';
import type { Project } from '../../src/core/project.ts';
import { closuresOf } from '../../src/flow/closure.ts';
import { loadFlows } from '../../src/flow/discover.ts';
import { fingerprintOf } from '../../src/flow/fingerprint.ts';
import { sourceOf } from '../source.ts';
import { manifest } from './manifests.ts';

const project: Project = {
  name: 'acme',
  stateBranch: 'headgate-state',
  defaults: {},
  limits: { launchesPerTick: 100, running: 200 },
  report: { on: 'deployed' },
};
const aws = {
  region: 'us-east-1',
  cluster: 'c',
  subnets: ['subnet-1'],
  securityGroups: ['sg-1'],
  assignPublicIp: false,
  executionRole: 'arn:aws:iam::123456789012:role/execution',
  logGroup: '/acme',
};

const files = {
  'flows/a/flow.yml':
    'entrypoint: index.ts\nenvironment: { ONE: "1", TWO: "2" }\nretries: { limit: 2, delay: 60s }\n',
  'flows/a/index.ts': "import '../../lib/x.ts'; import 'used'",
  'lib/x.ts': 'export class X {}',
  Dockerfile: 'FROM x',
  'package-lock.json':
    '{"lockfileVersion":3,"packages":{"node_modules/used":{"version":"1.0.0"},"node_modules/other":{"version":"1.0.0"}}}',
};

async function identity(changes: { readonly [path: string]: string } = {}, of = project): Promise<Identity> {
  const source = sourceOf({ ...files, ...changes });
  const { manifests, problems } = await loadFlows(source, of);
  expect(problems).toEqual([]);
  const own = manifests[0] as Manifest;
  const closure = (await closuresOf(manifests, source)).closures.get(own.name);
  if (closure === undefined) throw new Error('no closure');
  return fingerprintOf({ manifest: own, project: of, closure });
}

async function changedParts(changes: { readonly [path: string]: string }, of = project): Promise<string[]> {
  const [before, after] = [await identity(), await identity(changes, of)];
  const parts = Object.keys(before.parts) as (keyof Identity['parts'])[];
  const changed = parts.filter((part) => before.parts[part] !== after.parts[part]);
  expect(before.content !== after.content).toBe(
    changed.some((part) => ['code', 'packages', 'image'].includes(part)),
  );
  if (before.fingerprint !== after.fingerprint) return changed.length === 0 ? ['policy'] : changed;
  expect(changed).toEqual([]);
  return ['nothing'];
}

describe('the fingerprint', () => {
  it('is of the shape that state keeps', async () => {
    const { fingerprint, content, parts } = await identity();
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(content).toMatch(/^[0-9a-f]{64}$/);
    for (const part of Object.values(parts)) expect(part).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each([
    [
      'the order of keys',
      'retries: { delay: 60s, limit: 2 }\nenvironment: { TWO: "2", ONE: "1" }\nentrypoint: index.ts\n',
    ],
    ['CRLF and comments', files['flows/a/flow.yml'].replaceAll('\n', ' # why\r\n')],
    ['what equals a default', `${files['flows/a/flow.yml']}overlap: skip\n`],
    ['the description', `${files['flows/a/flow.yml']}description: other\n`],
  ])('does not depend on %s', async (_, text) => {
    expect(await changedParts({ 'flows/a/flow.yml': text })).toEqual(['nothing']);
  });

  const manifestText = files['flows/a/flow.yml'];
  it.each([
    ['a file of the closure', { 'lib/x.ts': 'export class Y {}' }, ['code']],
    ['a file beside it', { 'lib/y.ts': '' }, ['nothing']],
    [
      'a used package',
      { 'package-lock.json': files['package-lock.json'].replace('1.0.0', '1.0.1') },
      ['packages'],
    ],
    [
      'another package',
      { 'package-lock.json': files['package-lock.json'].replace(/1\.0\.0(?=[^.]*$)/, '2') },
      ['nothing'],
    ],
    ['the Dockerfile', { Dockerfile: 'FROM y' }, ['image']],
    ['what the Dockerfile leaves out', { '.dockerignore': 'x' }, ['image']],
    ['the environment', { 'flows/a/flow.yml': manifestText.replace('"1"', '"3"') }, ['manifest']],
    ['the time a run may take', { 'flows/a/flow.yml': `${manifestText}timeout: 3h\n` }, ['manifest']],
    ['retries', { 'flows/a/flow.yml': manifestText.replace('limit: 2', 'limit: 3') }, ['policy']],
    ['a schedule', { 'flows/a/flow.yml': `${manifestText}schedules: [{ cron: "5 1 * * *" }]\n` }, ['policy']],
    ['settings of the compiler', { 'tsconfig.json': '{"compilerOptions":{"target":"es5"}}' }, ['code']],
    ['settings that nothing uses', { 'tsconfig.json': '{"compilerOptions":{"jsx":"react"}}' }, ['nothing']],
  ])('tells a change of %s', async (_, changes, parts) => {
    expect(await changedParts(changes as { readonly [path: string]: string })).toEqual(parts);
  });

  it('tells another list of packages that are left out of the bundle', async () => {
    const own = { 'flows/a/Dockerfile': 'FROM x' };
    const text = `${files['flows/a/flow.yml']}image: { dockerfile: Dockerfile }\n`;
    const before = await identity({ ...own, 'flows/a/flow.yml': text });
    const after = await identity({ ...own, 'flows/a/flow.yml': `${text}external: [used]\n` });
    expect(after.parts.code).not.toBe(before.parts.code);
    expect(after.content).not.toBe(before.content);
  });

  it('holds of the placement what ends in the task definition', async () => {
    expect(await changedParts({}, { ...project, aws })).toEqual(['placement']);
    const before = await identity({}, { ...project, aws });
    const moved = await identity({}, { ...project, aws: { ...aws, subnets: ['subnet-2'], cluster: 'd' } });
    expect(moved).toEqual(before);
    const region = await identity({}, { ...project, aws: { ...aws, region: 'eu-west-1' } });
    expect(region.parts.placement).not.toBe(before.parts.placement);
  });

  it('does not depend on the order of schedules', () => {
    const closure = { code: '', packages: [], files: () => new Map() };
    const base = manifest('a');
    const rule = { kind: 'cron', timezone: 'UTC', parameters: {} } as const;
    const one = { ...rule, cron: '0 1 * * *' };
    const two = { ...rule, cron: '0 2 * * *' };
    const of = (schedules: readonly (typeof one)[]): string =>
      fingerprintOf({ manifest: { ...base, policy: { ...base.policy, schedules } }, project, closure })
        .fingerprint;
    expect(of([one, two])).toBe(of([two, one]));
    expect(of([one, two])).not.toBe(of([one]));
  });
});
