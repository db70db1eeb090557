import { fc, test } from '@fast-check/jest';
import { describe, expect, it } from '@jest/globals';
import { parseIso } from '../../src/core/instant.ts';
import type { Project } from '../../src/core/project.ts';
import { parseManifest } from '../../src/flow/manifest.ts';
import { localProject } from '../../src/flow/project.ts';

const local = localProject('acme');

function parse(text: string, project: Project = local) {
  const bytes = new TextEncoder().encode(text);
  return parseManifest({ folder: 'daily-report', file: 'flows/daily-report/flow.yml', bytes, project });
}

function problems(text: string, project?: Project): readonly string[] {
  return parse(text, project).problems.map(
    ({ code, place, field }) =>
      `${place?.line}:${place?.column} ${code}${field === undefined ? '' : ` ${field}`}`,
  );
}

function manifest(text: string, project?: Project) {
  const parsed = parse(text, project);
  expect(parsed.problems).toEqual([]);
  if (parsed.manifest === undefined) throw new Error('no manifest');
  return parsed.manifest;
}

const whole = `
name: daily-report
description: Sales of the day, mailed to the team
entrypoint: ./src/main.ts
schedules:
  - cron: "5 21 * * mon-fri"
    timezone: America/New_York
    parameters: { region: us }
  - every: 6h
    anchor: 2026-01-01T00:00:00Z
catch-up: { policy: all, window: 6h, max: 7 }
overlap: buffer-one
concurrency: { group: warehouse, limit: 2 }
parameters:
  region: { type: string, enum: [us, eu], default: us }
retries: { limit: 3, delay: 30s, backoff: linear, max-delay: 20m, jitter: 0.2 }
infra-retries: 5
timeout: { start: 10m, run: 2h }
on-unknown: relaunch
resources: { cpu: 1024, memory: 2048, storage: 30, architecture: arm64, spot: true }
environment: { LOG_LEVEL: info }
secrets: { REDSHIFT_PASSWORD: "arn:aws:secretsmanager:us-east-1:123456789012:secret:redshift-AbCdEf:password::" }
task-role: arn:aws:iam::123456789012:role/headgate-task-reports
image: { dockerfile: Dockerfile }
inputs: ["../../lib/**/*.sql"]
`;

describe('A manifest', () => {
  it('may say everything', () => {
    expect(manifest(whole)).toEqual({
      name: 'daily-report',
      file: 'flows/daily-report/flow.yml',
      description: 'Sales of the day, mailed to the team',
      policy: {
        schedules: [
          {
            kind: 'cron',
            cron: '5 21 * * mon-fri',
            timezone: 'America/New_York',
            parameters: { region: 'us' },
          },
          { kind: 'interval', everySeconds: 21_600, anchor: parseIso('2026-01-01T00:00Z'), parameters: {} },
        ],
        catchUp: { policy: 'all', windowSeconds: 21_600, max: 7 },
        overlap: 'buffer-one',
        concurrency: { group: 'warehouse', limit: 2 },
        parameters: { region: { type: 'string', enum: ['us', 'eu'], default: 'us' } },
        retries: { limit: 3, delaySeconds: 30, backoff: 'linear', maxDelaySeconds: 1_200, jitter: 0.2 },
        infraRetries: 5,
        timeout: { startSeconds: 600, runSeconds: 7_200 },
        onUnknown: 'relaunch',
        spot: true,
        spotFallbackAfter: 2,
      },
      workload: {
        program: { kind: 'entrypoint', file: 'src/main.ts' },
        resources: { cpu: 1024, memoryMiB: 2048, storageGiB: 30, architecture: 'arm64' },
        environment: { LOG_LEVEL: 'info' },
        secrets: {
          REDSHIFT_PASSWORD:
            'arn:aws:secretsmanager:us-east-1:123456789012:secret:redshift-AbCdEf:password::',
        },
        taskRole: 'arn:aws:iam::123456789012:role/headgate-task-reports',
        dockerfile: 'Dockerfile',
      },
      inputs: ['../../lib/**/*.sql'],
    });
  });

  it('may say almost nothing', () => {
    expect(manifest('description: x\n')).toEqual({
      name: 'daily-report',
      file: 'flows/daily-report/flow.yml',
      description: 'x',
      policy: {
        schedules: [],
        catchUp: { policy: 'latest', windowSeconds: 86_400, max: 100 },
        overlap: 'skip',
        parameters: {},
        retries: { limit: 0, delaySeconds: 60, backoff: 'exponential', maxDelaySeconds: 900, jitter: 0.1 },
        infraRetries: 3,
        timeout: { startSeconds: 900, runSeconds: 86_400 },
        onUnknown: 'hold',
        spot: false,
      },
      workload: {
        program: { kind: 'entrypoint', file: 'index.ts' },
        resources: { cpu: 256, memoryMiB: 512, architecture: 'x86-64' },
        environment: {},
        secrets: {},
      },
      inputs: [],
    });
  });

  it('may name packages that its own image brings', () => {
    const text = 'image: { dockerfile: Dockerfile }\nexternal: ["@duckdb/node-api", sharp, sharp]\n';
    expect(manifest(text).workload.program).toEqual({
      kind: 'entrypoint',
      file: 'index.ts',
      external: ['@duckdb/node-api', 'sharp'],
    });
  });

  it('may shorten retries to their limit and the timeout to its run time', () => {
    const { policy } = manifest('retries: 2\ntimeout: 1h30m\n');
    expect(policy.retries).toMatchObject({ limit: 2, delaySeconds: 60 });
    expect(policy.timeout).toEqual({ startSeconds: 900, runSeconds: 5_400 });
  });

  it('keeps on-time slots only for a quarter of an hour when nothing is caught up', () => {
    expect(manifest('catch-up: { policy: none }\n').policy.catchUp.windowSeconds).toBe(900);
    expect(manifest('catch-up: { policy: none, window: 5m }\n').policy.catchUp.windowSeconds).toBe(300);
  });

  it('means the same with Windows line ends and a byte order mark', () => {
    expect(manifest(`\ufeff${whole.replaceAll('\n', '\r\n')}`)).toEqual(manifest(whole));
  });

  it('gets all that is wrong with it said at once, in the order of the file', () => {
    const text = [
      'env: { A: b }',
      'retries: 0x1F',
      'timeout: 5',
      'resources: { cpu: 256, memory: 4096, spot: yes }',
      'schedules:',
      '  - cron: "61 * * * *"',
      '  - every: 6h',
      'environment: { A: 1, B-C: x, DB_PASSWORD: hunter2 }',
      'parameters: { n: { type: int }, o: { type: integer, default: x } }',
      'overlap: Skip',
      'name: other',
    ].join('\n');
    expect(problems(text)).toEqual([
      '1:1 E_UNKNOWN_KEY env',
      '2:10 E_NUM_STYLE',
      '3:10 E_DURATION timeout',
      '4:1 E_FARGATE_SIZE resources',
      '4:44 E_TYPE resources.spot',
      '6:11 E_CRON schedules[0].cron',
      '7:5 E_SCHEDULE schedules[1]',
      '8:19 E_TYPE environment.A',
      '8:22 E_ENV_NAME environment.B-C',
      '8:30 E_SECRET_LIKE environment.DB_PASSWORD',
      '9:26 E_ENUM parameters.n.type',
      '9:62 E_PARAM_DEFAULT parameters.o.default',
      '10:10 E_ENUM overlap',
      '11:7 E_NAME_DIR_MISMATCH name',
    ]);
  });

  it.each([
    ['retries: { delay: 10s }', 'E_RANGE retries.delay'],
    ['retries: { delay: 25h }', 'E_RANGE retries.delay'],
    ['retries: { delay: 1h, max-delay: 30m }', 'E_RANGE retries.max-delay'],
    ['retries: { jitter: 1.5 }', 'E_RANGE retries.jitter'],
    ['retries: 11', 'E_RANGE retries'],
    ['retries: 1.5', 'E_TYPE retries'],
    ['retries: yes', 'E_TYPE retries'],
    ['infra-retries: 11', 'E_RANGE infra-retries'],
    ['timeout: { run: 15d }', 'E_RANGE timeout.run'],
    ['timeout: 1 h', 'E_DURATION timeout'],
    ['timeout: 1H', 'E_DURATION timeout'],
    ['timeout: ""', 'E_DURATION timeout'],
    ['timeout: null', 'E_TYPE timeout'],
    ['catch-up: { window: 4m }', 'E_RANGE catch-up.window'],
    ['catch-up: { window: 32d }', 'E_RANGE catch-up.window'],
    ['catch-up: { max: 1001 }', 'E_RANGE catch-up.max'],
    ['concurrency: { group: A, limit: 1 }', 'E_NAME concurrency.group'],
    ['concurrency: { group: a, limit: 0 }', 'E_RANGE concurrency.limit'],
    ['concurrency: { group: a }', 'E_REQUIRED concurrency.limit'],
    ['schedules: []', 'E_REQUIRED schedules'],
    ['schedules: { cron: "* * * * *" }', 'E_TYPE schedules'],
    ['schedules: [{ every: 90s, anchor: 2026-01-01T00:00:00Z }]', 'E_RANGE schedules[0].every'],
    ['schedules: [{ every: 30s, anchor: 2026-01-01T00:00:00Z }]', 'E_RANGE schedules[0].every'],
    ['schedules: [{ every: 1h, anchor: 2026-01-01T00:00:30Z }]', 'E_TIME schedules[0].anchor'],
    ['schedules: [{ every: 1h, anchor: 2026-01-01 }]', 'E_TIME schedules[0].anchor'],
    ['schedules: [{ every: 1h, cron: "* * * * *" }]', 'E_SCHEDULE schedules[0]'],
    ['schedules: [{ timezone: UTC }]', 'E_SCHEDULE schedules[0]'],
    ['schedules: [{ every: 1h, anchor: 2026-01-01T00:00Z, timezone: UTC }]', 'E_SCHEDULE schedules[0]'],
    [
      'schedules: [{ cron: "0 1 * * *" }, { cron: "0 1 * * *", timezone: UTC }]',
      'E_SCHEDULE_DUP schedules[1]',
    ],
    ['schedules: [{ cron: "0 1 * * *", parameters: { x: 1 } }]', 'E_PARAM_UNKNOWN schedules[0].parameters.x'],
    ['entrypoint: ../x.ts', 'E_PATH_ESCAPE entrypoint'],
    ['entrypoint: /x.ts', 'E_PATH_ESCAPE entrypoint'],
    ['entrypoint: a\\b.ts', 'E_PATH_ESCAPE entrypoint'],
    ['entrypoint: main.py', 'E_ENTRYPOINT entrypoint'],
    ['command: python main.py', 'E_TYPE command'],
    ['command: []', 'E_REQUIRED command'],
    ['{ entrypoint: index.ts, command: [node] }', 'E_PROGRAM_AMBIGUOUS command'],
    ['external: [duck]', 'E_EXTERNAL external'],
    ['{ command: [node], image: { dockerfile: Dockerfile }, external: [duck] }', 'E_EXTERNAL external'],
    ['{ image: { dockerfile: Dockerfile }, external: [fs] }', 'E_EXTERNAL external[0]'],
    ['{ image: { dockerfile: Dockerfile }, external: [duck/deep] }', 'E_EXTERNAL external[0]'],
    ['{ image: { dockerfile: Dockerfile }, external: [../duck] }', 'E_EXTERNAL external[0]'],
    ['{ image: { dockerfile: Dockerfile }, external: [] }', 'E_REQUIRED external'],
    ['image: { dockerfile: ../Dockerfile }', 'E_PATH_ESCAPE image.dockerfile'],
    ['inputs: ["../../../x"]', 'E_PATH_ESCAPE inputs[0]'],
    ['inputs: ["a/../../../../x"]', 'E_PATH_ESCAPE inputs[0]'],
    ['after: { flows: [] }', 'E_REQUIRED after.flows'],
    ['after: { flows: [A] }', 'E_NAME after.flows[0]'],
    ['after: load', 'E_TYPE after'],
    ['resources: { cpu: "256" }', 'E_TYPE resources.cpu'],
    ['resources: { cpu: 8192, memory: 17408 }', 'E_FARGATE_SIZE resources'],
    ['environment: [A]', 'E_TYPE environment'],
    ['environment: { LD_PRELOAD: x }', 'E_ENV_RESERVED environment.LD_PRELOAD'],
    [
      'environment: { HEADGATE_CHECKPOINTS: "https://bucket/x" }',
      'E_CHECKPOINTS environment.HEADGATE_CHECKPOINTS',
    ],
    ['environment: { HEADGATE_FLOW: x }', 'E_ENV_RESERVED environment.HEADGATE_FLOW'],
    ['environment: { PATH: x }', 'E_ENV_RESERVED environment.PATH'],
    ['environment: { apiKey: x }', 'E_SECRET_LIKE environment.apiKey'],
    ['environment: { URL: "postgres://u:p4ss@h/db" }', 'E_SECRET_LIKE environment.URL'],
    [
      'secrets: { AWS_SECRET: "arn:aws:ssm:us-east-1:123456789012:parameter/a" }',
      'E_ENV_RESERVED secrets.AWS_SECRET',
    ],
    ['command: [run, "ghp_0123456789012345678901234567890123456789"]', 'E_SECRET_LIKE command[1]'],
    ['parameters: { password: { type: string } }', 'E_SECRET_LIKE parameters.password'],
    ['parameters: { n: { type: integer, format: date } }', 'E_PARAM_SCHEMA parameters.n.format'],
    ['parameters: { n: { type: integer, minimum: 5, maximum: 1 } }', 'E_PARAM_SCHEMA parameters.n.minimum'],
    ['parameters: { n: { type: integer, enum: [1, x] } }', 'E_PARAM_SCHEMA parameters.n.enum[1]'],
    ['parameters: { n: { type: integer, enum: [1], default: 2 } }', 'E_PARAM_DEFAULT parameters.n.default'],
    ['parameters: { n: {} }', 'E_REQUIRED parameters.n.type'],
    ['parameters: { l: { type: array, items: { type: text } } }', 'E_ENUM parameters.l.items.type'],
    [
      'parameters: { l: { type: array, items: { type: string, default: x } } }',
      'E_UNKNOWN_KEY parameters.l.items.default',
    ],
  ])('%s is refused with %s', (text, expected) => {
    expect(problems(text).map((problem) => problem.replace(/^\S+ /, ''))).toEqual([expected]);
  });

  it('needs a value for every parameter of the runs that start by themselves', () => {
    const declared = 'parameters: { day: { type: string } }\n';
    expect(problems(declared)).toEqual([]);
    expect(problems(`${declared}schedules: [{ cron: "0 1 * * *" }]`)).toEqual([
      '2:13 E_PARAM_REQUIRED schedules[0]',
    ]);
    expect(problems(`${declared}schedules: [{ cron: "0 1 * * *", parameters: { day: x } }]`)).toEqual([]);
    expect(problems(`${declared}after: { flows: [load] }`)).toEqual(['2:1 E_PARAM_REQUIRED after']);
  });

  it('may not be larger than a task definition, long before ECS says so', () => {
    expect(problems(`environment: { A: "${'x'.repeat(62_000)}" }`)).toEqual([
      '1:1 E_TASKDEF_TOO_LARGE environment',
    ]);
    expect(problems(`environment: { A: "${'x'.repeat(60_000)}" }`)).toEqual([]);
  });

  it.each(['s3://acme-runs', 's3://acme-runs/checkpoints/', '/mnt/shared/checkpoints'])(
    'may say that checkpoints are kept at %s',
    (place) => {
      expect(problems(`environment: { HEADGATE_CHECKPOINTS: "${place}" }`)).toEqual([]);
    },
  );

  it('may hold empty variables and variables that only tell where a secret is', () => {
    const text =
      'environment: { DB_PASSWORD: "", TOKEN_URL: https://x, SECRET_ARN: a, MAX_KEYS: "1", MONKEY: x }';
    expect(problems(text)).toEqual([]);
  });

  it('never shows what looks like a secret', () => {
    const said = JSON.stringify(
      parse('name: AKIAIOSFODNN7EXAMPLE\nenvironment: { DB_PASSWORD: hunter2 }').problems,
    );
    expect(said).toContain('E_SECRET_LIKE');
    expect(said).not.toMatch(/AKIA|hunter2/);
  });

  it('gets messages on one line, with what cannot be seen shown', () => {
    const [problem] = parse('name: "a\\n::error::x"').problems;
    expect(problem?.message).toBe('"a\\n::error::x" is not a flow name.');
  });

  it.each([
    ['cron: x', 'Write `schedules: [{ cron: … }]`.'],
    ['dependsOn: [a]', 'Write `after: { flows: [ … ] }`.'],
    ['retryDelay: 1m', 'Write `retries: { delay: … }`.'],
    ['taskRoleArn: x', 'Write `task-role`.'],
    ['taskRole: x', 'Write "task-role".'],
    ['on_unknown: hold', 'Write "on-unknown".'],
    ['memory: 512', 'Write it as `resources.memory`.'],
    ['parmeters: {}', 'Did you mean "parameters"?'],
    ['retries: { limitt: 3 }', 'Did you mean "limit"?'],
    ['schedules: [{ chron: x }]', 'Did you mean "cron"?'],
    ['zzzzzzzzzzzz: 1', expect.stringMatching(/^Allowed: name, description/)],
  ])('%s gets the key that was meant', (text, fix) => {
    const unknown = parse(text).problems.find(({ code }) => code === 'E_UNKNOWN_KEY');
    expect(unknown?.fix).toEqual(fix);
  });
});

describe('A manifest in its project', () => {
  const aws = {
    region: 'eu-central-1',
    cluster: 'c',
    subnets: ['subnet-0a'],
    securityGroups: [],
    assignPublicIp: false,
    executionRole: 'arn:aws:iam::123456789012:role/e',
    taskRole: 'arn:aws:iam::123456789012:role/Shared',
    logGroup: '/l',
  };
  const project: Project = {
    ...local,
    aws,
    allowedTaskRoles: ['Listed', 'arn:aws:iam::123456789012:role/p/Exact'],
    defaults: {
      timezone: 'Europe/Berlin',
      retries: { limit: 2, delay: '5m' },
      resources: { cpu: 512, memory: 1024 },
      environment: { A: 'project', B: 'project' },
      schedules: [{ cron: '0 1 * * *' }],
      command: ['true'],
    },
  };

  it('starts from the defaults, part by part', () => {
    const { policy, workload } = manifest(
      'retries: { limit: 4 }\nresources: { memory: 2048 }\nenvironment: { A: own }\n',
      project,
    );
    expect(policy.retries).toMatchObject({ limit: 4, delaySeconds: 300 });
    expect(workload.resources).toMatchObject({ cpu: 512, memoryMiB: 2048 });
    expect(workload.environment).toEqual({ A: 'own', B: 'project' });
    expect(policy.schedules).toEqual([
      { kind: 'cron', cron: '0 1 * * *', timezone: 'Europe/Berlin', parameters: {} },
    ]);
    expect(workload.program).toEqual({ kind: 'command', argv: ['true'] });
  });

  it('replaces the trigger and the program whole', () => {
    const { policy, workload } = manifest('after: { flows: [load] }\nentrypoint: a.ts\n', project);
    expect(policy.schedules).toEqual([]);
    expect(policy.after).toEqual({ flows: ['load'], when: 'succeeded' });
    expect(workload.program).toEqual({ kind: 'entrypoint', file: 'a.ts' });
  });

  it('may name a secret of its own region only', () => {
    const secret = (region: string): readonly string[] =>
      problems(`secrets: { A: "arn:aws:ssm:${region}:123456789012:parameter/a" }`, project);
    expect(secret('eu-central-1')).toEqual([]);
    expect(secret('us-east-1')).toEqual(['1:15 E_SECRET_REGION secrets.A']);
  });

  it('may make a secret of a default variable, but not have both itself', () => {
    const secret = 'secrets: { A: "arn:aws:ssm:eu-central-1:123456789012:parameter/a" }';
    expect(manifest(secret, project).workload.environment).toEqual({ B: 'project' });
    expect(problems(`${secret}\nenvironment: { A: x }`, project)).toEqual(['1:12 E_ENV_DUP secrets.A']);
  });

  it.each([
    ['headgate-x', []],
    ['Shared', []],
    ['Listed', []],
    ['p/Exact', []],
    ['Exact', ['1:12 E_ROLE_NOT_ALLOWED task-role']],
    ['x/headgate-x', []],
    ['headgate-/Admin', ['1:12 E_ROLE_NOT_ALLOWED task-role']],
    ['my-headgate-x', ['1:12 E_ROLE_NOT_ALLOWED task-role']],
    ['Admin', ['1:12 E_ROLE_NOT_ALLOWED task-role']],
  ])('may choose the role %s, or not', (role, expected) => {
    expect(problems(`task-role: arn:aws:iam::123456789012:role/${role}`, project)).toEqual(expected);
  });
});

describe('Hostile manifests', () => {
  const keys = fc.constantFrom(
    ...'name description entrypoint command schedules catch-up overlap concurrency after parameters retries timeout'.split(
      ' ',
    ),
    ...'resources environment secrets task-role image inputs cron every anchor type items constructor __proto__'.split(
      ' ',
    ),
  );
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(
        'x',
        '',
        '1h',
        'string',
        '* * * * *',
        '../x',
        'UTC',
        'latest',
        '\u0000',
        '$'.concat('{{ x }}'),
      ),
      fc.integer({ min: -3, max: 3_000 }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(keys, tie('any'), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).any;

  test.prop([fc.dictionary(keys, value, { maxKeys: 6, noNullPrototype: true })])(
    'give a manifest or problems with places, and change nothing that others inherit',
    (document) => {
      const before = Object.getOwnPropertyNames(Object.prototype).length;
      const { manifest: made, problems: found } = parse(JSON.stringify(document));
      expect(made !== undefined).toBe(found.length === 0);
      for (const { code, place, message } of found) {
        expect(code).toMatch(/^E_/);
        expect(place?.line).toBeGreaterThan(0);
        expect(message).not.toMatch(/\n|undefined/);
      }
      expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
    },
  );
});
