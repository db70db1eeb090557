import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ecsExecutor } from '../../../src/adapters/ecs/executor.ts';
import { taskDefinitionOf } from '../../../src/adapters/ecs/task-definition.ts';
import type { Sidecar, Volume, Workload } from '../../../src/core/flow.ts';
import type { Sighting } from '../../../src/core/sighting.ts';
import { awsViolations } from '../../contract/aws-requests.ts';
import type { Life } from '../../loopback/ecs-life.ts';
import { definitionOf, handleOf, placement, requestOf, type Stage, stage } from './stage.ts';

const image = `public.ecr.aws/acme/proxy@sha256:${'b'.repeat(64)}`;
const proxy: Sidecar = {
  name: 'proxy',
  image,
  command: ['--port', '5432'],
  environment: { ZONE: 'z', LEVEL: 'info' },
  secrets: { KEY: 'arn:k' },
  isEssential: true,
  ready: 'healthy',
  health: { command: ['/check'], intervalSeconds: 10, timeoutSeconds: 5, retries: 3, startSeconds: 20 },
};
const agent: Sidecar = {
  name: 'agent',
  image,
  environment: {},
  secrets: {},
  isEssential: false,
  ready: 'started',
};
const models: Volume = {
  name: 'models',
  fileSystem: 'fs-0123456789abcdef0',
  accessPoint: 'fsap-0123456789abcdef0',
  path: '/mnt/models',
  isReadOnly: true,
};
const workload: Workload = {
  ...definitionOf('hello').workload,
  taskRole: 'arn:aws:iam::123456789012:role/headgate-task-hello',
  sidecars: [agent, proxy],
  volumes: [models],
  tags: { team: 'data', 'cost-center': '42' },
};
const inputOf = (more: Partial<Workload> = {}) =>
  taskDefinitionOf(definitionOf('hello', { workload: { ...workload, ...more } }), placement);

describe('a task definition with more than the program', () => {
  it('starts the program after its sidecars, which have images, variables, checks and logs of their own', () => {
    const [main, ...sidecars] = inputOf().containerDefinitions ?? [];
    const logConfiguration = {
      logDriver: 'awslogs',
      options: {
        'awslogs-group': '/headgate/acme',
        'awslogs-region': 'us-east-1',
        'awslogs-stream-prefix': 'headgate',
        mode: 'non-blocking',
      },
    };
    expect(main).toMatchObject({
      name: 'flow',
      essential: true,
      dependsOn: [
        { containerName: 'agent', condition: 'START' },
        { containerName: 'proxy', condition: 'HEALTHY' },
      ],
    });
    expect(sidecars).toEqual([
      { name: 'agent', image, essential: false, environment: [], logConfiguration },
      {
        name: 'proxy',
        image,
        essential: true,
        command: ['--port', '5432'],
        environment: [
          { name: 'LEVEL', value: 'info' },
          { name: 'ZONE', value: 'z' },
        ],
        secrets: [{ name: 'KEY', valueFrom: 'arn:k' }],
        healthCheck: { command: ['CMD', '/check'], interval: 10, timeout: 5, retries: 3, startPeriod: 20 },
        logConfiguration,
      },
    ]);
  });

  it('mounts volumes through their access point, encrypted on their way, as the task role', () => {
    const input = inputOf();
    expect(input.containerDefinitions?.[0]?.mountPoints).toEqual([
      { sourceVolume: 'models', containerPath: '/mnt/models', readOnly: true },
    ]);
    expect(input.volumes).toEqual([
      {
        name: 'models',
        efsVolumeConfiguration: {
          fileSystemId: 'fs-0123456789abcdef0',
          transitEncryption: 'ENABLED',
          authorizationConfig: { accessPointId: 'fsap-0123456789abcdef0', iam: 'ENABLED' },
        },
      },
    ]);
  });

  it("carries the flow's tags beside Headgate's own", () => {
    expect(inputOf().tags?.map(({ key }) => key)).toEqual([
      'headgate:commit',
      'headgate:fingerprint',
      'headgate:flow',
      'headgate:project',
      'cost-center',
      'team',
    ]);
  });

  it('keeps within the contract of ECS', () => {
    const input = { ...inputOf() };
    expect(awsViolations({ service: 'ecs', operation: 'RegisterTaskDefinition', input })).toEqual([]);
    const [main, , checked] = input.containerDefinitions ?? [];
    const { healthCheck: _, ...unchecked } = checked ?? {};
    const broken = { ...input, containerDefinitions: [main, unchecked], volumes: [] };
    const sent = JSON.parse(JSON.stringify(broken)) as { readonly [name: string]: unknown };
    expect(awsViolations({ service: 'ecs', operation: 'RegisterTaskDefinition', input: sent })).toEqual([
      'RegisterTaskDefinition: dependsOn names other containers, and HEALTHY ones with a health check',
      'RegisterTaskDefinition: mount points name volumes',
    ]);
  });
});

describe('an ECS task with sidecars', () => {
  let place: Stage;
  let revision: string;
  beforeEach(async () => {
    place = await stage();
    revision = await executor().register(definitionOf('hello', { workload }));
  });
  afterEach(async () => {
    await place.close();
    expect(place.ecs.violations).toEqual([]);
  });
  const executor = () => ecsExecutor({ placement, clock: place.clock });

  async function endOf(life: Life, name = 'run-1'): Promise<Sighting | undefined> {
    place.ecs.script('headgate-acme-hello', [life]);
    const [answer] = await executor().launch([requestOf(revision, name)]);
    const handle = handleOf(answer);
    place.ecs.advance(10 * 60_000);
    return (await executor().observe([handle])).get(handle);
  }
  const running = { startAfterMs: 20_000, runMs: 300_000, exitCode: 0 } satisfies Life;

  it('ends as its program does, whatever its sidecars end with when they are told to stop', async () => {
    const sidecars = [
      { name: 'aws-guardduty-agent-x', exitCode: 1 },
      { name: 'proxy', exitCode: 1 },
      { name: 'agent' },
    ];
    expect(await endOf({ ...running, sidecars })).toMatchObject({
      ending: { class: 'exit-zero', exitCode: 0 },
    });
    expect(await endOf({ ...running, exitCode: 3, sidecars: [] }, 'run-2')).toMatchObject({
      ending: { class: 'exit-code', exitCode: 3 },
    });
  });

  it('goes on when a sidecar ends that is not essential', async () => {
    const sidecars = [{ name: 'agent', endsAfterMs: 5_000, exitCode: 1 }];
    expect(await endOf({ ...running, sidecars })).toMatchObject({ ending: { class: 'exit-zero' } });
  });

  it('is ended by an essential sidecar that ends first, and says which and how', async () => {
    const sidecars = [
      { name: 'proxy', endsAfterMs: 60_000, exitCode: 2, reason: 'cannot reach\nthe database' },
    ];
    const seen = await endOf({ ...running, sidecars });
    expect(seen).toMatchObject({
      kind: 'ended',
      ending: {
        class: 'sidecar',
        exitCode: 143,
        detail:
          'EssentialContainerExited: Essential container in task exited: sidecar proxy exited with code 2 (cannot reach the database)',
      },
    });
  });

  it('is told apart from a program that fails by itself while a sidecar stops in peace', async () => {
    const sidecars = [{ name: 'proxy', exitCode: 0 }];
    expect(await endOf({ ...running, exitCode: 137, sidecars })).toMatchObject({
      ending: { class: 'exit-code' },
    });
  });

  it('is found again by the name of its main container', async () => {
    const definition = definitionOf('hello', { workload });
    expect(await executor().findRevision(definition)).toBe(revision);
  });
});
