import { describe, expect, it } from '@jest/globals';
import { localProject, parseProject } from '../../src/flow/project.ts';

function parse(text: string) {
  return parseProject({ file: 'headgate.yml', bytes: new TextEncoder().encode(text) });
}

function problems(text: string): readonly string[] {
  return parse(text).problems.map(({ code, field }) => `${code}${field === undefined ? '' : ` ${field}`}`);
}

const aws = `aws:
  region: us-east-1
  cluster: headgate-acme
  subnets: [subnet-0aaa, subnet-0bbb]
  execution-role: arn:aws:iam::123456789012:role/headgate-acme-execution
`;

describe('The alerts of a project file', () => {
  it('are the usual ones where nothing is written, and can be none', () => {
    expect(parse('project: acme\n').project?.alerts).toBeUndefined();
    expect(parse('project: acme\nalerts: none\n').project?.alerts).toBe('none');
    expect(parse('project: acme\nalerts: {}\n').project?.alerts).toEqual({
      afterFailures: 3,
      hasMissedSlots: true,
      hasUnknownRuns: true,
      clockSeconds: 3_600,
    });
  });

  it.each([
    ['alerts: all', 'E_ENUM alerts'],
    ['alerts: []', 'E_TYPE alerts'],
    ['alerts: { after-failures: 0 }', 'E_RANGE alerts.after-failures'],
    ['alerts: { after-failures: three }', 'E_TYPE alerts.after-failures'],
    ['alerts: { missed-slots: yes }', 'E_TYPE alerts.missed-slots'],
    ['alerts: { clock: 30 }', 'E_DURATION alerts.clock'],
    ['alerts: { clock: 1m }', 'E_RANGE alerts.clock'],
    ['alerts: { issues: public }', 'E_TYPE alerts.issues'],
    ['alerts: { webhook: https://hooks.example/x }', 'E_UNKNOWN_KEY alerts.webhook'],
  ])('are refused as %s', (text, problem) => {
    expect(problems(`project: acme\n${text}\n`)).toEqual([problem]);
  });
});

describe('A project file', () => {
  it('may say everything', () => {
    const text = `project: acme
aws:
  region: us-east-1
  cluster: headgate-acme
  subnets: [subnet-0aaa, subnet-0bbb]
  security-groups: [sg-0ccc]
  assign-public-ip: true
  execution-role: arn:aws:iam::123456789012:role/headgate-acme-execution
  task-role: arn:aws:iam::123456789012:role/headgate-acme-task
  log-group: /headgate/acme
  event-log-group: /headgate/acme/events
  clock: headgate-acme/wake-up
state-branch: ops/state
defaults: { timezone: UTC, resources: { cpu: 256, memory: 512 } }
limits: { launches-per-tick: 50, running: 100 }
report: { log-tail: 0, on: state }
alerts: { after-failures: 5, missed-slots: false, unknown-runs: true, clock: 30m, issues: true }
allow: { task-roles: [Reports] }
`;
    expect(parse(text)).toEqual({
      problems: [],
      project: {
        name: 'acme',
        aws: {
          region: 'us-east-1',
          cluster: 'headgate-acme',
          subnets: ['subnet-0aaa', 'subnet-0bbb'],
          securityGroups: ['sg-0ccc'],
          assignPublicIp: true,
          executionRole: 'arn:aws:iam::123456789012:role/headgate-acme-execution',
          taskRole: 'arn:aws:iam::123456789012:role/headgate-acme-task',
          logGroup: '/headgate/acme',
          eventLogGroup: '/headgate/acme/events',
          clock: 'headgate-acme/wake-up',
        },
        stateBranch: 'ops/state',
        allowedTaskRoles: ['Reports'],
        defaults: { timezone: 'UTC', resources: { cpu: 256, memory: 512 } },
        limits: { launchesPerTick: 50, running: 100 },
        report: { logTail: 0, on: 'state' },
        alerts: {
          afterFailures: 5,
          hasMissedSlots: false,
          hasUnknownRuns: true,
          clockSeconds: 1_800,
          hasIssues: true,
        },
      },
    });
  });

  it('may say only its name, and then runs locally', () => {
    expect(parse('project: acme\n').project).toEqual({ ...localProject('acme'), name: 'acme' });
    expect(parse(`project: acme\n${aws}`).project?.aws).toMatchObject({
      logGroup: '/headgate/acme',
      securityGroups: [],
    });
  });

  it.each([
    ['{}', ['E_REQUIRED project']],
    ['project: Acme', ['E_NAME project']],
    [`project: acme\n${aws}  clock: wake-up\n`, ['E_NAME aws.clock']],
    [`project: acme\n${aws}  clock: "arn:aws:scheduler:x"\n`, ['E_NAME aws.clock']],
    [`project: acme\n${aws}  clock: a/b/c\n`, ['E_NAME aws.clock']],
    ['project: a--b', ['E_NAME project']],
    ['project: a\nstate-branch: a..b', ['E_REF_NAME state-branch']],
    ['project: a\nstate-branch: HEAD', ['E_REF_NAME state-branch']],
    ['project: a\nstate-branch: "x\\ny"', ['E_REF_NAME state-branch']],
    ['project: a\nstate-branch: refs/heads/x', ['E_REF_NAME state-branch']],
    ['project: a\nlimits: { launches-per-tick: -1 }', ['E_RANGE limits.launches-per-tick']],
    ['project: a\nlimits: { launchesPerTick: 1 }', ['E_UNKNOWN_KEY limits.launchesPerTick']],
    ['project: a\nreport: { on: commit }', ['E_ENUM report.on']],
    [`project: a\n${aws.replace('us-east-1', 'US-EAST-1')}`, ['E_REGION aws.region']],
    [`project: a\n${aws.replace('subnet-0aaa, subnet-0bbb', '')}`, ['E_REQUIRED aws.subnets']],
    [`project: a\n${aws.replace(/ {2}subnets.*\n/, '')}`, ['E_REQUIRED aws.subnets']],
    [`project: a\n${aws}  assign-public-ip: enabled\n`, ['E_TYPE aws.assign-public-ip']],
    [
      `project: a\n${aws.replace('cluster: headgate-acme', 'cluster: arn:aws:ecs:eu-west-1:123456789012:cluster/x')}`,
      ['E_REGION_MISMATCH aws.cluster'],
    ],
    [`project: a\n${aws.replace('us-east-1', 'cn-north-1')}`, ['E_ARN aws.execution-role']],
    ['project: a\nallow: { task-roles: ["*"] }', ['E_ARN allow.task-roles[0]']],
    ['project: a\ndefaults: { name: x }', ['E_UNKNOWN_KEY defaults.name']],
    ['project: a\ndefaults: { timezone: EST }', ['E_TZ defaults.timezone']],
    [
      'project: a\ndefaults: { resources: { cpu: 256, memory: 4096 } }',
      ['E_FARGATE_SIZE defaults.resources'],
    ],
    [
      'project: a\ndefaults: { environment: { AWS_REGION: x } }',
      ['E_ENV_RESERVED defaults.environment.AWS_REGION'],
    ],
    ['project: a\ndefaults: { retries: { limt: 1 } }', ['E_UNKNOWN_KEY defaults.retries.limt']],
    [
      'project: a\ndefaults: { task-role: "arn:aws:iam::123456789012:role/Admin" }',
      ['E_ROLE_NOT_ALLOWED defaults.task-role'],
    ],
  ])('%j is refused with %j', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it('may allow a role that its defaults name', () => {
    const text =
      'project: a\nallow: { task-roles: [Admin] }\ndefaults: { task-role: "arn:aws:iam::123456789012:role/Admin" }';
    expect(problems(text)).toEqual([]);
  });
});

describe('A repository without a project file', () => {
  it.each([
    ['My Repo', 'my-repo'],
    ['123', 'local'],
    ['-a_b-', 'a-b'],
    ['x'.repeat(60), 'x'.repeat(32)],
  ])('called %s is the local project %s', (name, expected) => {
    expect(localProject(name)).toMatchObject({ name: expected, stateBranch: 'headgate-state', defaults: {} });
    expect(problems(`project: ${localProject(name).name}`)).toEqual([]);
  });
});
