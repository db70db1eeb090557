import { expect, it } from '@jest/globals';
import type { Project } from '../../src/core/project.ts';
import { fieldChanges, taskFieldsOf } from '../../src/core/task-fields.ts';
import { manifest } from '../flow/manifests.ts';

const project: Project = {
  name: 'acme',
  stateBranch: 'headgate-state',
  defaults: {},
  limits: { launchesPerTick: 100, running: 200 },
  report: { on: 'deployed' },
};

function fieldsOf(environment: { readonly [name: string]: string }) {
  const plain = manifest('flow-a');
  return taskFieldsOf({ ...plain, workload: { ...plain.workload, environment } }, project);
}

it('what is kept of a task definition tells no value of its environment', () => {
  const fields = fieldsOf({ LOG_LEVEL: 'chatty', EMPTY: '' });
  expect(JSON.stringify(fields)).not.toContain('chatty');
  expect(fields).toMatchObject({ 'environment.LOG_LEVEL': expect.stringMatching(/^#[0-9a-f]{8}$/) });
});

it('two task definitions differ in what was added, changed and taken away', () => {
  const changes = fieldChanges(fieldsOf({ A: '1', B: '2', C: '3' }), fieldsOf({ A: '1', B: 'x', D: '4' }));
  expect(
    changes.map(({ field, before, after }) => [field, before !== undefined, after !== undefined]),
  ).toEqual([
    ['environment.B', true, true],
    ['environment.C', true, false],
    ['environment.D', false, true],
  ]);
});

it('what stands beside the program is told field by field, and a network with what it is', () => {
  const image = `acme/proxy@sha256:${'a'.repeat(64)}`;
  const sidecar = {
    name: 'proxy',
    image,
    environment: { A: 'chatty' },
    secrets: {},
    isEssential: true,
    ready: 'started',
  } as const;
  const volume = {
    name: 'models',
    fileSystem: 'fs-1',
    accessPoint: 'fsap-1',
    path: '/mnt/m',
    isReadOnly: true,
  };
  const plain = manifest('flow-a');
  const workload = { ...plain.workload, sidecars: [sidecar], volumes: [volume], tags: { team: 'data' } };
  const own = { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp: false };
  const aws = {
    ...own,
    region: 'us-east-1',
    cluster: 'c',
    executionRole: 'arn:e',
    logGroup: '/l',
    networks: { fixed: { ...own, subnets: ['subnet-2', 'subnet-3'] } },
  };
  const fields = taskFieldsOf(
    { ...plain, workload, policy: { ...plain.policy, network: 'fixed' } },
    { ...project, aws },
  );
  const added = fieldChanges(taskFieldsOf(plain, { ...project, aws }), fields);
  expect(Object.fromEntries(added.map(({ field, after }) => [field, after]))).toEqual({
    network: 'fixed',
    'network.assign-public-ip': 'false',
    'network.security-groups': 'sg-1',
    'network.subnets': 'subnet-2, subnet-3',
    'sidecars.proxy.command': 'the image\u2019s',
    'sidecars.proxy.essential': 'true',
    'sidecars.proxy.health': 'none',
    'sidecars.proxy.image': image,
    'sidecars.proxy.ready': 'started',
    'sidecars.proxy.variables': expect.stringMatching(/^1 names, #[0-9a-f]{8}$/),
    'tags.team': 'data',
    'volumes.models': 'fs-1 fsap-1 at /mnt/m, read-only',
  });
  expect(JSON.stringify(fields)).not.toContain('chatty');
});

it('a large environment is kept as one field, and still tells that it changed', () => {
  const many = (value: string) =>
    fieldsOf(Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`N${index}`, value])));
  expect(JSON.stringify(many('a')).length).toBeLessThan(1_000);
  expect(fieldChanges(many('a'), many('b')).map(({ field }) => field)).toEqual(['environment']);
});
