import { describe, expect, it } from '@jest/globals';
import { taskDefinitionOf } from '../../../src/adapters/ecs/task-definition.ts';
import type { Workload } from '../../../src/core/flow.ts';
import { InputError } from '../../../src/core/problem.ts';
import { awsViolations } from '../../contract/aws-requests.ts';
import { definitionOf, image, placement } from './stage.ts';

function workloadOf(more: Partial<Workload>): { readonly workload: Workload } {
  return { workload: { ...definitionOf('hello').workload, ...more } };
}

function containerOf(more: Parameters<typeof definitionOf>[1]) {
  return taskDefinitionOf(definitionOf('hello', more), placement).containerDefinitions?.[0];
}

describe('a task definition', () => {
  it('says everything that Fargate has to know', () => {
    const definition = definitionOf(
      'hello',
      workloadOf({
        resources: { cpu: 1024, memoryMiB: 2048, storageGiB: 30, architecture: 'x86-64' },
        environment: { ZONE: 'z', ALPHA: 'a' },
        secrets: { TOKEN: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:token-AbCdEf', KEY: 'arn:k' },
        taskRole: 'arn:aws:iam::123456789012:role/headgate-task-hello',
      }),
    );
    const input = taskDefinitionOf(definition, placement);
    expect(input).toEqual({
      family: 'headgate-acme-hello',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '1024',
      memory: '2048',
      runtimePlatform: { operatingSystemFamily: 'LINUX', cpuArchitecture: 'X86_64' },
      ephemeralStorage: { sizeInGiB: 30 },
      executionRoleArn: 'arn:aws:iam::123456789012:role/headgate-acme-execution',
      taskRoleArn: 'arn:aws:iam::123456789012:role/headgate-task-hello',
      containerDefinitions: [
        {
          name: 'flow',
          image,
          essential: true,
          command: [
            'timeout',
            '--kill-after=120',
            '7200',
            'node',
            '--enable-source-maps',
            '/flow/hello/index.mjs',
          ],
          workingDirectory: '/flow/hello',
          environment: [
            { name: 'ALPHA', value: 'a' },
            { name: 'HEADGATE_COMMIT', value: 'c'.repeat(40) },
            { name: 'HEADGATE_FINGERPRINT', value: 'f'.repeat(64) },
            { name: 'HEADGATE_FLOW', value: 'hello' },
            { name: 'ZONE', value: 'z' },
          ],
          secrets: [
            { name: 'KEY', valueFrom: 'arn:k' },
            {
              name: 'TOKEN',
              valueFrom: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:token-AbCdEf',
            },
          ],
          linuxParameters: { initProcessEnabled: true },
          stopTimeout: 120,
          logConfiguration: {
            logDriver: 'awslogs',
            options: {
              'awslogs-group': '/headgate/acme',
              'awslogs-region': 'us-east-1',
              'awslogs-stream-prefix': 'headgate',
              mode: 'blocking',
            },
          },
        },
      ],
      tags: [
        { key: 'headgate:commit', value: 'c'.repeat(40) },
        { key: 'headgate:fingerprint', value: 'f'.repeat(64) },
        { key: 'headgate:flow', value: 'hello' },
        { key: 'headgate:project', value: 'acme' },
      ],
    });
    expect(
      awsViolations({ service: 'ecs', operation: 'RegisterTaskDefinition', input: { ...input } }),
    ).toEqual([]);
  });

  it('is the same to the byte in whatever order things were written', () => {
    const one = workloadOf({ environment: { A: '1', B: '2' }, secrets: { C: 'arn:c', D: 'arn:d' } });
    const other = workloadOf({ environment: { B: '2', A: '1' }, secrets: { D: 'arn:d', C: 'arn:c' } });
    const textOf = (more: typeof one) => JSON.stringify(taskDefinitionOf(definitionOf('a', more), placement));
    expect(textOf(one)).toBe(textOf(other));
  });

  it('starts a command in the folder of its flow, and ends it at the run timeout', () => {
    const program = { kind: 'command', argv: ['python', 'main.py'] } as const;
    expect(containerOf(workloadOf({ program }))).toMatchObject({
      command: ['timeout', '--kill-after=120', '7200', 'python', 'main.py'],
      workingDirectory: '/flow/hello',
    });
  });

  it("leaves a command in an image of the flow's own as it is written", () => {
    const program = { kind: 'command', argv: ['python', 'main.py'] } as const;
    const container = containerOf(workloadOf({ program, dockerfile: 'Dockerfile' }));
    expect(container?.command).toEqual(['python', 'main.py']);
    expect(container).not.toHaveProperty('workingDirectory');
    expect(container?.environment).toContainEqual({ name: 'HEADGATE_RUN_TIMEOUT_SECONDS', value: '7200' });
  });

  it("starts an entrypoint in an image of the flow's own without tools that it may not have", () => {
    expect(containerOf(workloadOf({ dockerfile: 'Dockerfile' }))).toMatchObject({
      command: ['node', '--enable-source-maps', '/flow/hello/index.mjs'],
      workingDirectory: '/flow/hello',
    });
  });

  it.each([undefined, 'acme:latest', 'acme@sha256:abc'])('takes no image without a digest: %s', (tag) => {
    const { image: _, ...bare } = definitionOf('hello');
    const definition = tag === undefined ? bare : { ...bare, image: tag };
    expect(() => taskDefinitionOf(definition, placement)).toThrow(InputError);
    expect(() => taskDefinitionOf(definition, placement)).toThrow(/E_IMAGE_DIGEST/);
  });

  it('is refused before it is sent if it is larger than ECS takes', () => {
    const environment = { LARGE: 'x'.repeat(65_536) };
    expect(() => taskDefinitionOf(definitionOf('hello', workloadOf({ environment })), placement)).toThrow(
      /flows\/hello\/flow.yml E_TASKDEF_TOO_LARGE .* is \d+ bytes; ECS takes 65536/,
    );
  });
});
