import { expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { parseProject } from '../../src/flow/project.ts';
import { region } from './resolve.ts';
import { setUps, stackOf } from './stacks.ts';

const networks = setUps.filter(({ name }) => name === 'network');

it.each(networks)('the outputs of the stacks are the values of headgate.yml: $given', ({ given }) => {
  const network = stackOf('network', given).outputs;
  const cluster = stackOf('cluster', { Project: 'acme' }).outputs;
  const repository = { Owner: 'Acme-Inc', Repository: 'flows', DispatchSecret: 'headgate/acme/github' };
  const clock = stackOf('clock', { Project: 'acme', ...repository }).outputs;
  const written = {
    project: 'acme',
    aws: {
      region: cluster['Region'],
      cluster: cluster['Cluster'],
      subnets: network['Subnets'].split(','),
      'security-groups': [network['SecurityGroups']],
      'assign-public-ip': network['AssignPublicIp'] === 'true',
      'execution-role': cluster['ExecutionRole'],
      'task-role': cluster['TaskRole'],
      'log-group': cluster['LogGroup'],
      'event-log-group': clock['EventLogGroup'],
      clock: clock['Clock'],
    },
  };
  const { project, problems } = parseProject({
    file: 'headgate.yml',
    bytes: Buffer.from(stringify(written)),
  });
  expect(problems).toEqual([]);
  expect(project?.aws).toMatchObject({
    region,
    cluster: 'headgate-acme',
    assignPublicIp: given['Egress'] === 'public',
    logGroup: '/headgate/acme',
    eventLogGroup: '/headgate/acme/events',
    clock: 'headgate-acme/wake-up',
  });
});
