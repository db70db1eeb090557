import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { CreateClusterCommand, ECSClient, RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cloudWatchLogs } from '../../src/adapters/ecs/cloudwatch-logs.ts';
import { ecsExecutor } from '../../src/adapters/ecs/executor.ts';
import { taskDefinitionOf } from '../../src/adapters/ecs/task-definition.ts';
import type { FlowName } from '../../src/core/flow.ts';
import { instantFromMs } from '../../src/core/instant.ts';
import type { Placement } from '../../src/core/project.ts';
import type { Clock } from '../../src/ports.ts';
import { definitionOf, handleOf, requestOf, placement as usual } from '../adapters/ecs/stage.ts';

// Its first answer of each service takes seconds.
jest.setTimeout(60_000);

const url = process.env['HEADGATE_MOTO_URL'] ?? '';
const clock: Clock = {
  now: () => instantFromMs(Date.now()),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
let placement: Placement;

beforeAll(async () => {
  if (url === '') throw new Error('Run this with `npm run test:moto`, which starts moto.');
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  });
  const [subnets, securityGroups] = await Promise.all([
    idsOf('DescribeSubnets', /<subnetId>(subnet-\w+)</g),
    idsOf('DescribeSecurityGroups', /<groupId>(sg-\w+)</g),
  ]);
  placement = { ...usual, subnets: subnets.slice(0, 2), securityGroups: securityGroups.slice(0, 1) };
  const client = new ECSClient({ region: placement.region });
  await client.send(new CreateClusterCommand({ clusterName: placement.cluster }));
  client.destroy();
});
afterAll(() => {
  delete process.env['AWS_ENDPOINT_URL'];
});

/** Of the network that moto makes by itself. */
async function idsOf(action: string, pattern: RegExp): Promise<string[]> {
  const scope = '20261124/us-east-1/ec2/aws4_request';
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `AWS4-HMAC-SHA256 Credential=test/${scope}, SignedHeaders=host, Signature=0`,
    },
    body: `Action=${action}&Version=2016-11-15`,
  });
  return [...(await response.text()).matchAll(pattern)].flatMap((match) => match[1] ?? []);
}

/** moto fails on tasks whose containers have no memory of their own, which Fargate does not ask for. */
async function withMemory(revision: string): Promise<string> {
  const input = taskDefinitionOf(definitionOf('hello'), placement);
  const client = new ECSClient({ region: placement.region });
  const containerDefinitions = input.containerDefinitions?.map((main) => ({ ...main, memory: 512 }));
  const answer = await client.send(new RegisterTaskDefinitionCommand({ ...input, containerDefinitions }));
  client.destroy();
  const copy = answer.taskDefinition?.taskDefinitionArn ?? '';
  expect(copy).toBe(revision.replace(/:1$/, ':2'));
  return copy;
}

describe('what moto makes of our requests', () => {
  it('is a revision that is found again, and a task that is seen, found, and stopped', async () => {
    const executor = ecsExecutor({ placement, clock });
    expect(await executor.findRevision(definitionOf('hello'))).toBeUndefined();
    const revision = await executor.register(definitionOf('hello'));
    expect(revision).toMatch(/:task-definition\/headgate-acme-hello:1$/);
    expect(await executor.findRevision(definitionOf('hello'))).toBe(revision);

    const [answer] = await executor.launch([requestOf(await withMemory(revision), 'run-1')]);
    const handle = handleOf(answer);
    const seen = await executor.observe([handle]);
    expect(seen.get(handle)?.kind).toMatch(/running|starting/);
    const found = await executor.look(['hg-run-1', 'hg-other'], new Set());
    expect([...found].map(([name, [first]]) => [name, first?.handle])).toEqual([['hg-run-1', handle]]);

    expect(await executor.stop(handle, 'headgate:cancelled run run-1')).toBe(true);
    expect((await executor.observe([handle])).get(handle)?.kind).toBe('ended');
    const after = await executor.look(['hg-run-1'], new Set());
    expect(after.get('hg-run-1')?.map(({ sighting }) => sighting.kind)).toEqual(['ended']);
  });

  it('is a refusal for a cluster that does not exist', async () => {
    const lost = ecsExecutor({ placement: { ...placement, cluster: 'gone' }, clock });
    await expect(lost.look(['hg-1'], new Set())).rejects.toMatchObject({
      problem: { code: 'E_AWS_CLUSTER' },
    });
  });

  it('is a log that is read in pages and from its end', async () => {
    const id = '0123456789abcdef0123456789abcdef';
    const handle = `arn:aws:ecs:us-east-1:123456789012:task/${placement.cluster}/${id}`;
    const logs = cloudWatchLogs({ placement });
    const flow = 'hello' as FlowName;
    expect(await logs.tail(handle, flow, 5)).toEqual([]);
    const client = new CloudWatchLogsClient({ region: placement.region });
    const stream = { logGroupName: placement.logGroup, logStreamName: `headgate/flow/${id}` };
    await client.send(new CreateLogGroupCommand({ logGroupName: placement.logGroup }));
    expect(await logs.tail(handle, flow, 5)).toEqual([]);
    await client.send(new CreateLogStreamCommand(stream));
    const now = Date.now();
    const logEvents = Array.from({ length: 30 }, (_, index) => ({
      timestamp: now + index,
      message: `line ${index}`,
    }));
    await client.send(new PutLogEventsCommand({ ...stream, logEvents }));
    client.destroy();
    expect(await logs.tail(handle, flow, 2)).toEqual([
      { at: now + 28, text: 'line 28' },
      { at: now + 29, text: 'line 29' },
    ]);
    const page = await logs.read(handle, flow, undefined);
    expect(page.lines).toHaveLength(30);
    expect((await logs.read(handle, flow, page.cursor)).lines).toEqual([]);
  });
});
