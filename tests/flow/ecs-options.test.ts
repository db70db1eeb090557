import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse as parseYaml } from 'yaml';
import type { Project } from '../../src/core/project.ts';
import { editorSchemas } from '../../src/flow/editor-schemas.ts';
import { fingerprintOf } from '../../src/flow/fingerprint.ts';
import { parseManifest } from '../../src/flow/manifest.ts';
import { localProject, parseProject } from '../../src/flow/project.ts';

const image = `public.ecr.aws/acme/proxy@sha256:${'a'.repeat(64)}`;
const secret = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:proxy-AbCdEf';
const role = 'arn:aws:iam::123456789012:role/headgate-acme-execution';
const bytesOf = (text: string) => new TextEncoder().encode(text);

function projectOf(more = ''): Project {
  const text = `project: acme
aws:
  region: us-east-1
  cluster: headgate-acme
  subnets: [subnet-0aaa, subnet-0bbb]
  security-groups: [sg-0ccc]
  execution-role: ${role}
  networks:
    fixed-address: { subnets: [subnet-0ddd], assign-public-ip: false }
    open: { assign-public-ip: true, security-groups: [] }
${more}`;
  const { project, problems } = parseProject({ file: 'headgate.yml', bytes: bytesOf(text) });
  if (project === undefined) throw new Error(JSON.stringify(problems));
  return project;
}

const project = projectOf();

function parse(text: string, within = project) {
  return parseManifest({
    folder: 'load',
    file: 'flows/load/flow.yml',
    bytes: bytesOf(text),
    project: within,
  });
}

function manifest(text: string, within = project) {
  const { manifest: made, problems } = parse(text, within);
  if (made === undefined) throw new Error(JSON.stringify(problems));
  return made;
}

const identity = (text: string) =>
  fingerprintOf({
    manifest: manifest(text),
    project,
    closure: { code: '', packages: [], files: () => new Map() },
  });

const whole = `task-role: arn:aws:iam::123456789012:role/headgate-task-load
network: fixed-address
resources: { cpu: 1024, memory: 2048, storage: 30, architecture: arm64, spot: { fallback-after: 3 } }
sidecars:
  proxy:
    image: ${image}
    command: [--port, "5432"]
    environment: { LEVEL: info }
    secrets: { CREDENTIALS: "${secret}" }
    health: { command: [/bin/check], interval: 10s, start-period: 20s }
  agent: { image: "${image}", essential: false }
volumes:
  models: { file-system: fs-0123456789abcdef0, access-point: fsap-0123456789abcdef0, path: /mnt/models, read-only: true }
tags: { team: data, "cost-center": "42" }
`;

describe('A manifest', () => {
  it('may say everything about what stands beside the program', () => {
    const { workload, policy } = manifest(whole);
    expect(policy).toMatchObject({ spot: true, spotFallbackAfter: 3, network: 'fixed-address' });
    expect(workload).toMatchObject({
      resources: { cpu: 1024, memoryMiB: 2048, storageGiB: 30, architecture: 'arm64' },
      sidecars: [
        { name: 'agent', image, environment: {}, secrets: {}, isEssential: false, ready: 'started' },
        {
          name: 'proxy',
          image,
          command: ['--port', '5432'],
          environment: { LEVEL: 'info' },
          secrets: { CREDENTIALS: secret },
          isEssential: true,
          ready: 'healthy',
          health: {
            command: ['/bin/check'],
            intervalSeconds: 10,
            timeoutSeconds: 5,
            retries: 3,
            startSeconds: 20,
          },
        },
      ],
      volumes: [
        {
          name: 'models',
          fileSystem: 'fs-0123456789abcdef0',
          accessPoint: 'fsap-0123456789abcdef0',
          path: '/mnt/models',
          isReadOnly: true,
        },
      ],
      tags: { team: 'data', 'cost-center': '42' },
    });
    expect(
      new Ajv({ strict: false, validateFormats: false }).compile(
        editorSchemas()['flow.schema.json'] as object,
      )(parseYaml(whole)),
    ).toBe(true);
  });

  it('says nothing of them where there are none', () => {
    const { workload, policy } = manifest('description: x\n');
    expect([Object.keys(workload).sort(), 'network' in policy]).toEqual([
      ['environment', 'program', 'resources', 'secrets'],
      false,
    ]);
  });

  it('takes them from the defaults of the project, name by name', () => {
    const within = projectOf('defaults: { tags: { team: data, owner: ada }, network: open }\n');
    const { workload, policy } = manifest('tags: { owner: grace }\n', within);
    expect([workload.tags, policy.network]).toEqual([{ team: 'data', owner: 'grace' }, 'open']);
  });

  it('has another fingerprint with another of them, and the same in another order', () => {
    const base = identity(whole);
    const turned = whole
      .replace(/ {2}proxy:[\s\S]*20s \}\n/, '')
      .replace('  agent:', `${/ {2}proxy:[\s\S]*20s \}\n/.exec(whole)?.[0]}  agent:`);
    expect(
      identity(turned.replace('team: data, "cost-center": "42"', '"cost-center": "42", team: data'))
        .fingerprint,
    ).toBe(base.fingerprint);
    for (const [before, after] of [
      ['essential: false', 'essential: true'],
      ['path: /mnt/models', 'path: /mnt/other'],
      ['team: data', 'team: other'],
      ['interval: 10s', 'interval: 20s'],
    ] as const) {
      const other = identity(whole.replace(before, after));
      expect([
        before,
        other.fingerprint === base.fingerprint,
        other.parts.manifest === base.parts.manifest,
      ]).toEqual([before, false, false]);
    }
  });

  it('needs no new revision for another network or another limit of spot: both are asked for at launch', () => {
    const base = identity(whole);
    for (const other of [
      whole.replace('fixed-address', 'open'),
      whole.replace('fallback-after: 3', 'fallback-after: 1'),
    ]) {
      expect(identity(other).fingerprint).not.toBe(base.fingerprint);
      expect(identity(other).parts).toEqual(base.parts);
    }
  });
});

describe('The project', () => {
  it('gives a network what it leaves out from its own', () => {
    expect(project.aws?.networks).toEqual({
      'fixed-address': { subnets: ['subnet-0ddd'], securityGroups: ['sg-0ccc'], assignPublicIp: false },
      open: { subnets: ['subnet-0aaa', 'subnet-0bbb'], securityGroups: [], assignPublicIp: true },
    });
  });

  it.each([
    ['Open: { assign-public-ip: true }', 'E_NAME aws.networks.Open'],
    ['open: {}', 'E_REQUIRED aws.networks.open'],
    ['open: { subnets: [] }', 'E_REQUIRED aws.networks.open.subnets'],
    ['open: { subnets: [vpc-1] }', 'E_NAME aws.networks.open.subnets[0]'],
    ['open: { security-groups: [default] }', 'E_NAME aws.networks.open.security-groups[0]'],
    ['open: { assign-public-ip: yes }', 'E_TYPE aws.networks.open.assign-public-ip'],
    ['open: { flows: [load] }', 'E_REQUIRED aws.networks.open'],
    ['open: { assign-public-ip: true, flows: [Load] }', 'E_NAME aws.networks.open.flows[0]'],
    [
      'a: { assign-public-ip: true, flows: [load] }, b: { assign-public-ip: true, flows: [other, load] }',
      'E_NETWORK_NOT_ALLOWED aws.networks.b.flows[1]',
    ],
    ['open: { assign-public-ip: true, zone: a }', 'E_UNKNOWN_KEY aws.networks.open.zone'],
  ])('refuses the network %s', (text, expected) => {
    const source = `project: acme\naws:\n  region: us-east-1\n  cluster: c\n  subnets: [subnet-0aaa]\n  execution-role: ${role}\n  networks: { ${text} }\n`;
    const { problems } = parseProject({ file: 'headgate.yml', bytes: bytesOf(source) });
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual([expected]);
  });
});

const sidecar = (more: string) => `sidecars: { proxy: { image: "${image}", ${more} } }\n`;
const volume = (path: string, more = '') =>
  `task-role: arn:aws:iam::123456789012:role/headgate-x\nvolumes: { a: { file-system: fs-01234567, access-point: fsap-01234567, path: ${path} ${more} } }\n`;
const many = (count: number, entry: (index: number) => string) =>
  `{ ${Array.from({ length: count }, (_, index) => entry(index)).join(', ')} }`;

/** What Fargate and ECS would refuse, or what would be a trap, with the field that is named. */
const badInputs: readonly (readonly [string, string])[] = [
  // Fargate's sizes (ECS developer guide, task CPU and memory; ephemeral storage).
  ['resources: { cpu: 256, memory: 4096 }', 'E_FARGATE_SIZE resources'],
  ['resources: { cpu: 32768, memory: 65536 }', 'E_FARGATE_SIZE resources'],
  ['resources: { cpu: 8192, memory: 17408 }', 'E_FARGATE_SIZE resources'],
  ['resources: { storage: 20 }', 'E_RANGE resources.storage'],
  ['resources: { storage: 201 }', 'E_RANGE resources.storage'],
  ['resources: { architecture: amd64 }', 'E_ENUM resources.architecture'],
  ['resources: { spot: 2 }', 'E_TYPE resources.spot'],
  ['resources: { spot: { fallback-after: 0 } }', 'E_RANGE resources.spot.fallback-after'],
  ['resources: { spot: { fallback-after: 11 } }', 'E_RANGE resources.spot.fallback-after'],
  ['resources: { spot: {} }', 'E_REQUIRED resources.spot.fallback-after'],
  ['resources: { spot: { fallback-after: 2, after: 2 } }', 'E_UNKNOWN_KEY resources.spot.after'],
  // The network is the project's to define.
  ['network: fixed-adress', 'E_NETWORK_UNKNOWN network'],
  ['network: [fixed-address]', 'E_TYPE network'],
  ['subnets: [subnet-0aaa]', 'E_UNKNOWN_KEY subnets'],
  ['security-groups: [sg-0aaa]', 'E_UNKNOWN_KEY security-groups'],
  ['assign-public-ip: true', 'E_UNKNOWN_KEY assign-public-ip'],
  ['capacity-provider-strategy: []', 'E_UNKNOWN_KEY capacity-provider-strategy'],
  // Sidecars.
  ['sidecars: { proxy: { image: acme/proxy:1 } }', 'E_IMAGE_MUTABLE sidecars.proxy.image'],
  ['sidecars: { proxy: { image: acme/proxy } }', 'E_IMAGE_MUTABLE sidecars.proxy.image'],
  ['sidecars: { proxy: { image: "acme/proxy@sha256:abc" } }', 'E_IMAGE_DIGEST sidecars.proxy.image'],
  ['sidecars: { proxy: {} }', 'E_REQUIRED sidecars.proxy.image'],
  [`sidecars: [{ image: "${image}" }]`, 'E_TYPE sidecars'],
  [`sidecars: { flow: { image: "${image}" } }`, 'E_NAME_RESERVED sidecars.flow'],
  [`sidecars: { aws-agent: { image: "${image}" } }`, 'E_NAME_RESERVED sidecars.aws-agent'],
  [`sidecars: { My_Proxy: { image: "${image}" } }`, 'E_NAME sidecars.My_Proxy'],
  [`sidecars: ${many(10, (index) => `s${index}: { image: "${image}" }`)}`, 'E_RANGE sidecars'],
  [sidecar('command: "run it"'), 'E_TYPE sidecars.proxy.command'],
  [sidecar('command: []'), 'E_REQUIRED sidecars.proxy.command'],
  [sidecar('essential: no'), 'E_TYPE sidecars.proxy.essential'],
  [sidecar('ready: complete'), 'E_ENUM sidecars.proxy.ready'],
  [sidecar('ready: healthy'), 'E_SIDECAR_HEALTH sidecars.proxy.ready'],
  [sidecar('health: {}'), 'E_REQUIRED sidecars.proxy.health.command'],
  [sidecar('health: { command: [x], interval: 4s }'), 'E_RANGE sidecars.proxy.health.interval'],
  [sidecar('health: { command: [x], timeout: 61s }'), 'E_RANGE sidecars.proxy.health.timeout'],
  [sidecar('health: { command: [x], retries: 11 }'), 'E_RANGE sidecars.proxy.health.retries'],
  [sidecar('health: { command: [x], start-period: 301s }'), 'E_RANGE sidecars.proxy.health.start-period'],
  [sidecar('privileged: true'), 'E_UNKNOWN_KEY sidecars.proxy.privileged'],
  [sidecar('environment: { HEADGATE_X: a }'), 'E_ENV_RESERVED sidecars.proxy.environment.HEADGATE_X'],
  [sidecar('environment: { LD_PRELOAD: a }'), 'E_ENV_RESERVED sidecars.proxy.environment.LD_PRELOAD'],
  [sidecar('environment: { DB_PASSWORD: a }'), 'E_SECRET_LIKE sidecars.proxy.environment.DB_PASSWORD'],
  [sidecar('environment: { A-B: a }'), 'E_ENV_NAME sidecars.proxy.environment.A-B'],
  [sidecar('environment: { A: 1 }'), 'E_TYPE sidecars.proxy.environment.A'],
  [sidecar('secrets: { KEY: plain }'), 'E_SECRET_ARN sidecars.proxy.secrets.KEY'],
  [sidecar(`environment: { KEY: a }, secrets: { KEY: "${secret}" }`), 'E_ENV_DUP sidecars.proxy.secrets.KEY'],
  [
    sidecar(`secrets: { KEY: "${secret.replace('us-east-1', 'eu-west-1')}" }`),
    'E_SECRET_REGION sidecars.proxy.secrets.KEY',
  ],
  // Volumes.
  [volume('/mnt/a', ', root: /data'), 'E_UNKNOWN_KEY volumes.a.root'],
  [volume('mnt/a'), 'E_MOUNT_PATH volumes.a.path'],
  [volume('/mnt/../etc'), 'E_MOUNT_PATH volumes.a.path'],
  [volume('/'), 'E_MOUNT_PATH volumes.a.path'],
  [volume('/etc/ssl'), 'E_MOUNT_PATH volumes.a.path'],
  [volume('/flow'), 'E_MOUNT_PATH volumes.a.path'],
  [volume('/mnt/a').replace('fs-01234567', 'fs-X'), 'E_NAME volumes.a.file-system'],
  [volume('/mnt/a').replace('fsap-01234567', 'fs-01234567'), 'E_NAME volumes.a.access-point'],
  [volume('/mnt/a').replace(', access-point: fsap-01234567', ''), 'E_REQUIRED volumes.a.access-point'],
  [
    volume('/mnt/a', '}, b: { file-system: fs-01234567, access-point: fsap-01234567, path: /mnt/a/b'),
    'E_MOUNT_PATH volumes.b.path',
  ],
  [volume('/mnt/a').replace(/^.*\n/, ''), 'E_VOLUME_ROLE volumes'],
  // Tags (ECS API reference, Tag).
  ['tags: { "aws:name": a }', 'E_TAG tags."aws:name"'],
  ['tags: { "headgate:flow": a }', 'E_TAG tags."headgate:flow"'],
  ['tags: { "a;b": a }', 'E_TAG tags."a;b"'],
  ['tags: { a: "b;c" }', 'E_TAG tags.a'],
  [`tags: { a: "${'x'.repeat(257)}" }`, 'E_RANGE tags.a'],
  [`tags: ${many(41, (index) => `t${index}: a`)}`, 'E_RANGE tags'],
  ['tags: { a: 1 }', 'E_TYPE tags.a'],
];

describe('Bad inputs of the ECS options', () => {
  it.each(badInputs)('%s', (text, expected) => {
    const { problems } = parse(`${text}\n`);
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual([expected]);
    for (const { fix, place } of problems)
      expect([fix ?? '', place?.line]).toEqual([expect.anything(), expect.any(Number)]);
  });

  it('keeps a network for the flows that headgate.yml lists, and these flows in it', () => {
    const keeping = (flows: string) => {
      const aws = project.aws as NonNullable<Project['aws']>;
      const fixed = { subnets: ['subnet-0ddd'], securityGroups: [], assignPublicIp: false, flows: [flows] };
      return { ...project, aws: { ...aws, networks: { ...aws.networks, 'fixed-address': fixed } } };
    };
    const codes = (text: string, flows: string) =>
      parse(text, keeping(flows)).problems.map(({ code, fix }) => `${code} ${fix}`);
    expect(codes('network: fixed-address\n', 'load')).toEqual([]);
    expect(codes('network: fixed-address\n', 'other')).toEqual([
      'E_NETWORK_NOT_ALLOWED List the flow there, or name another.',
    ]);
    expect(codes('network: open\n', 'load')).toEqual([
      'E_NETWORK_NOT_ALLOWED Write `network: fixed-address`.',
    ]);
    expect(codes('description: x\n', 'load')).toEqual([
      'E_NETWORK_NOT_ALLOWED Write `network: fixed-address`.',
    ]);
    expect(codes('description: x\n', 'other')).toEqual([]);
  });

  it('names the network that was meant', () => {
    expect(parse('network: fixed-adress\n').problems[0]).toMatchObject({
      fix: 'Did you mean "fixed-address"?',
    });
  });

  it('does not ask for networks and roles where everything runs locally', () => {
    const text =
      'network: somewhere\nvolumes: { a: { file-system: fs-01234567, access-point: fsap-01234567, path: /mnt/a } }\n';
    expect(parse(text, localProject('acme')).problems).toEqual([]);
  });
});
