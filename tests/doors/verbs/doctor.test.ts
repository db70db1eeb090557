import { describe, expect, it } from '@jest/globals';
import { instantFromMs } from '../../../src/core/instant.ts';
import { RefusedError } from '../../../src/core/problem.ts';
import { performDoctor } from '../../../src/doors/verbs/doctor.ts';
import { deployment, flowA, minutesAfter, noon } from '../../core/builders.ts';
import {
  type DoctorWorld,
  deployTo,
  findingsOf,
  group,
  manifest,
  wellWorld,
  workflows,
} from './doctor-world.ts';

const pinned = `actions/checkout@${'a'.repeat(40)}`;
const hourly = {
  schedules: [{ kind: 'interval', everySeconds: 3_600, anchor: instantFromMs(0), parameters: {} }],
} as const;

/** The findings of a set-up in which one thing is otherwise. */
async function findingsWith(
  change: (world: DoctorWorld) => unknown,
  options: Parameters<typeof wellWorld>[0] = {},
) {
  const world = wellWorld(options);
  await change(world);
  return findingsOf(world);
}

const nothing = () => undefined;

describe('headgate doctor', () => {
  it('is well where nothing is wrong', async () => {
    const { exitCode, text, document } = await performDoctor(wellWorld().site);
    expect(text.split('\n').filter((line) => !line.startsWith('ok    '))).toEqual(['']);
    expect([exitCode, document['isOk']]).toEqual([0, true]);
  });

  it('looks at nothing of AWS and GitHub where flows run on this machine', async () => {
    const { site, refused } = wellWorld();
    const { aws: _, ...project } = site.project;
    refused.set('identity', new Error('nobody may ask'));
    const { text } = await performDoctor({ ...site, project });
    expect(text).toBe(
      'ok    flows are valid\nok    state can be read\nok    actions are pinned\nok    workflows are as shipped\n',
    );
  });

  it('ends with 1 if something is wrong, with 0 if it only warns, and says all of a finding in JSON', async () => {
    const wrong = wellWorld();
    wrong.account.logGroups.clear();
    const { exitCode, document, text } = await performDoctor(wrong.site);
    expect([exitCode, document['isOk']]).toEqual([1, false]);
    const findings = document['findings'] as unknown as {
      state: string;
      problems: object[];
      problem: object;
    }[];
    const [finding] = findings.filter(({ state }) => state === 'wrong');
    expect(finding?.problems).toHaveLength(2);
    expect(finding?.problem).toMatchObject({ code: 'E_LOG_GROUP', fix: expect.stringMatching(/\.$/) });
    expect(text).toMatch(/^wrong log groups are there.*: E_LOG_GROUP aws\.log-group: /m);

    const warned = wellWorld();
    warned.account.logGroups.set('/headgate/acme', {});
    expect((await performDoctor(warned.site)).exitCode).toBe(0);
  });

  it('says of what it cannot look at why, and looks at the rest', async () => {
    const world = wellWorld();
    const broken = { name: 'it is there', look: () => Promise.reject(new Error('socket hang up\nat x')) };
    const { exitCode, text } = await performDoctor({ ...world.site, examinations: [broken] });
    expect(exitCode).toBe(0);
    expect(text).toMatch(
      /\n\? {5}it is there: W_UNEXAMINED It could not be examined: socket hang up at x\n$/,
    );
  });

  it('fetches the state once, however much rests on it', async () => {
    const { site } = wellWorld();
    let fetches = 0;
    const load: typeof site.world.state.load = (now) => {
      fetches += 1;
      return site.world.state.load(now);
    };
    const world = { ...site.world, state: { ...site.world.state, load } };
    expect((await performDoctor({ ...site, world })).exitCode).toBe(0);
    expect(fetches).toBe(1);
  });

  it('takes what AWS does not let it see neither for well nor for wrong', async () => {
    const denied = new RefusedError({ code: 'E_AWS_DENIED', message: 'AWS refused it.', fix: 'Grant it.' });
    const world = wellWorld();
    for (const question of Object.keys(world.site.account ?? {})) world.refused.set(question, denied);
    world.refused.delete('identity');
    const findings = await findingsOf(world);
    expect(findings.map((finding) => finding.replace(/ .*/, ''))).toEqual(findings.map(() => 'unexamined'));
    expect(findings).toHaveLength(10);
    expect(findings[0]).toMatch(/could not be examined: E_AWS_DENIED AWS refused it\. Grant it\.$/);
  });

  it('finds credentials that AWS does not accept', async () => {
    const refused = new RefusedError({ code: 'E_AWS_CREDENTIALS', message: 'AWS did not accept them.' });
    const world = wellWorld();
    const account = { ...world.site.account, identity: () => Promise.reject(refused) } as never;
    expect(await findingsOf({ site: { ...world.site, account } })).toEqual([
      'wrong AWS accepts the credentials: E_AWS_CREDENTIALS AWS did not accept them.',
    ]);
  });
});

type Row = readonly [
  title: string,
  change: (world: DoctorWorld) => unknown,
  expected: readonly (string | RegExp)[],
  options?: Parameters<typeof wellWorld>[0],
];

const rows: readonly Row[] = [
  [
    'credentials of another account',
    ({ account }) => {
      account.identity = { account: '210987654321', arn: 'arn:x' };
    },
    [/^wrong AWS accepts the credentials: E_AWS_ACCOUNT aws\.execution-role .*arn:x.*123456789012/],
  ],
  [
    'a role that is not there',
    ({ account }) => account.trusts.delete('headgate-acme-deploy'),
    [/^warning the roles trust .*: W_AWS_ROLE .*headgate-acme-deploy/],
  ],
  [
    'a repository that was renamed, or is another',
    ({ forge }) => {
      forge.identity = { ...(forge.identity as NonNullable<typeof forge.identity>), name: 'flows2' };
    },
    [
      /E_AWS_TRUST .*tick does not trust tick\.yml: sub is "repo:Acme-Inc\/flows2:/,
      /E_AWS_TRUST .*deploy\.yml/,
    ],
  ],
  [
    'another environment in deploy.yml than the role trusts',
    nothing,
    [/E_AWS_TRUST .*deploy does not trust deploy\.yml: sub is .*:environment:live", and it wants/],
    {
      files: {
        '.github/workflows/deploy.yml': workflows['.github/workflows/deploy.yml']?.replaceAll(
          'name: production',
          'name: live',
        ),
      },
    },
  ],
  [
    'the token of this very job',
    ({ forge }) => {
      const sub = 'repo:Acme-Inc/flows:pull_request';
      forge.claims = { sub, aud: 'sts.amazonaws.com', repository_id: '815', job_workflow_ref: 'x' };
    },
    [/E_AWS_TRUST The role headgate-acme-tick does not trust this job: sub is .*pull_request/],
  ],
  [
    'a right that is missing',
    ({ account }) =>
      account.denied.add('iam:PassRole arn:aws:iam::123456789012:role/headgate-acme-execution'),
    [/E_AWS_RIGHT The role headgate-acme-tick may not call iam:PassRole/, /headgate-acme-deploy may not/],
  ],
  [
    'the right to set the clock',
    ({ account }) =>
      account.denied.add(
        'scheduler:UpdateSchedule arn:aws:scheduler:eu-central-1:123456789012:schedule/headgate-acme/wake-up',
      ),
    [/tick may not call scheduler:UpdateSchedule/, /deploy may not call scheduler:UpdateSchedule/],
  ],
  [
    'no cluster',
    ({ account }) => account.clusters.clear(),
    [/E_AWS_CLUSTER .*no active cluster headgate-acme\./],
  ],
  [
    'a cluster that was deleted',
    ({ account }) => account.clusters.set('headgate-acme', { status: 'INACTIVE', capacityProviders: [] }),
    [/E_AWS_CLUSTER .*it is INACTIVE/],
  ],
  [
    'a cluster without spot for a flow that asks for it',
    ({ account }) =>
      account.clusters.set('headgate-acme', { status: 'ACTIVE', capacityProviders: ['FARGATE'] }),
    [/E_AWS_CLUSTER .*FARGATE_SPOT/],
    { files: { [manifest]: 'command: [x]\nresources: { spot: true }\n' } },
  ],
  [
    'a subnet that is not there',
    ({ account }) => account.subnets.delete('subnet-0bbb'),
    [/E_AWS_NETWORK aws\.subnets There is no subnet subnet-0bbb/],
  ],
  [
    'a subnet without a way out',
    ({ account }) => account.subnets.set('subnet-0bbb', { network: 'vpc-1', wayOut: 'none' }),
    [/^warning subnets have a way out: W_NO_WAY_OUT aws\.subnets subnet-0bbb has no route/],
  ],
  [
    'a public subnet without public addresses',
    ({ account }) => account.subnets.set('subnet-0aaa', { network: 'vpc-1', wayOut: 'internet-gateway' }),
    [/E_AWS_NETWORK aws\.subnets subnet-0aaa leads to the internet only/],
  ],
  [
    'a public subnet with them: nothing',
    ({ account }) => account.subnets.set('subnet-0aaa', { network: 'vpc-1', wayOut: 'internet-gateway' }),
    [],
    { aws: { assignPublicIp: true } },
  ],
  [
    'subnets of two networks',
    ({ account }) => account.subnets.set('subnet-0bbb', { network: 'vpc-2', wayOut: 'other' }),
    [/E_AWS_NETWORK aws\.subnets The subnets are of different networks: vpc-1, vpc-2/],
  ],
  [
    'a further network whose subnet is not there',
    nothing,
    [/E_AWS_NETWORK aws\.networks\.dmz\.subnets There is no subnet subnet-0ddd/],
    {
      aws: { networks: { dmz: { subnets: ['subnet-0ddd'], securityGroups: [], assignPublicIp: false } } },
    },
  ],
  [
    'a security group that is not there',
    ({ account }) => account.securityGroups.clear(),
    [/E_AWS_NETWORK aws\.security-groups There is no security group sg-0ccc/],
  ],
  [
    'a security group of another network',
    ({ account }) => account.securityGroups.set('sg-0ccc', 'vpc-2'),
    [/E_AWS_NETWORK aws\.security-groups .*sg-0ccc is of the network vpc-2/],
  ],
  [
    'an image that has expired',
    async (world) => {
      const made = deployment(flowA);
      const image = `123456789012.dkr.ecr.eu-central-1.amazonaws.com/x@sha256:${'b'.repeat(64)}`;
      await deployTo(world, { ...made, version: { ...made.version, image } });
      world.account.missingImages.add(image);
    },
    [/E_IMAGE_GONE The image of flow-a is gone/],
  ],
  [
    'a log that is kept for ever',
    ({ account }) => account.logGroups.set(group, {}),
    [/^warning .*W_LOG_RETENTION aws\.event-log-group/],
  ],
  [
    'a quota of Fargate below what the limits allow',
    ({ account }) => {
      account.quotas = { 'on-demand': 3, spot: 0 };
    },
    [/W_FARGATE_QUOTA limits\.running 4 attempts of report, which has 1 vCPU, would be 4; .* 3 of Fargate/],
  ],
  [
    'a rule that is turned off',
    ({ account }) => account.rules.set('headgate-acme-sign-of-life', { isEnabled: false, targets: [] }),
    [/W_EVENT_LOG_FEED .*sign-of-life of EventBridge is turned off/],
  ],
  [
    'a rule that leads elsewhere, and one that is gone',
    ({ account }) => {
      account.rules.set('headgate-acme-event-log', { isEnabled: true, targets: ['arn:aws:sqs:x'] });
      account.rules.delete('headgate-acme-sign-of-life');
    },
    [/event-log of EventBridge does not lead to/, /sign-of-life of EventBridge is not there/],
  ],
  ['no event log', nothing, [/W_NO_EVENT_LOG/], { aws: { eventLogGroup: undefined } as never }],
  [
    'an event log that was silent',
    ({ stage }) => {
      stage.eventLog.isTrustworthy = false;
    },
    [/W_EVENT_LOG_SILENT/],
  ],
  ['a clock that is gone', ({ account }) => account.clocks.clear(), [/E_AWS_CLOCK aws\.clock/]],
  [
    'a clock that is turned off',
    ({ account }) => account.clocks.set('headgate-acme/wake-up', { isEnabled: false, at: noon }),
    [/W_CLOCK_UNSET .*turned off/],
  ],
  [
    'a clock that nobody has set',
    async (world) => {
      await deployTo(world, { ...deployment(flowA, hourly), deployedAt: noon });
      world.account.clocks.set('headgate-acme/wake-up', { isEnabled: true, at: instantFromMs(4e12) });
    },
    [/W_CLOCK_UNSET .*stands at 2096-10-02T07:06:40Z, and the next moment .* is 2026-11-24T13:00:00Z/],
  ],
  [
    'a clock that stands in the past',
    async (world) => {
      await deployTo(world, { ...deployment(flowA, hourly), deployedAt: noon });
      world.account.clocks.set('headgate-acme/wake-up', { isEnabled: true, at: minutesAfter(noon, -60) });
    },
    [/W_CLOCK_UNSET .*stands at 2026-11-24T11:00:00Z/],
  ],
  ['a clock that no tick sets', nothing, [/W_CLOCK_UNUSED/], { aws: { clock: undefined } as never }],
  [
    'no workflow tick on GitHub',
    ({ forge }) => {
      forge.tickRuns = undefined;
    },
    [/W_TICKS There is no workflow tick\.yml/],
  ],
  [
    'ticks that never came',
    ({ forge }) => {
      forge.tickRuns = [];
    },
    [/W_TICKS No tick has ever run/],
  ],
  [
    'ticks that no longer come',
    ({ forge }) => {
      forge.tickRuns = [
        { event: 'workflow_dispatch', createdAt: minutesAfter(noon, -200), conclusion: 'success' },
      ];
    },
    [/W_TICKS The last tick was 200 minutes ago, by workflow_dispatch/],
  ],
  [
    'ticks that fail',
    ({ forge }) => {
      forge.tickRuns = [
        { event: 'workflow_dispatch', createdAt: noon },
        { event: 'workflow_dispatch', createdAt: minutesAfter(noon, -5), conclusion: 'failure' },
      ];
    },
    [/W_TICKS The tick of 2026-11-24T11:55:00Z ended as failure/],
  ],
  [
    'ticks that only GitHub starts, beside a clock',
    ({ forge }) => {
      forge.tickRuns = [{ event: 'schedule', createdAt: noon, conclusion: 'success' }];
    },
    [/W_TICKS Of the last 1 ticks, none came from the clock in AWS/],
  ],
  [
    'two clocks in a private repository',
    nothing,
    [/W_CLOCK_TWICE GitHub's own schedule "\*\/5 \* \* \* \*"/],
    { files: { '.github/workflows/tick.yml': workflows['.github/workflows/tick.yml'] } },
  ],
  [
    'two clocks in a public one: nothing',
    ({ forge }) => {
      forge.identity = { ...(forge.identity as NonNullable<typeof forge.identity>), isPublic: true };
    },
    [],
    { files: { '.github/workflows/tick.yml': workflows['.github/workflows/tick.yml'] } },
  ],
  [
    'rulesets over the state',
    ({ forge }) => {
      forge.rules.set('headgate-state', ['non_fast_forward', 'deletion']);
      forge.rules.set('headgate-history', ['non_fast_forward', 'pull_request']);
    },
    [
      /W_RULESET .*headgate-state that refuse pushes: non_fast_forward\./,
      /headgate-history .*: pull_request\./,
    ],
  ],
  [
    'a workflow that is not there',
    nothing,
    [/W_WORKFLOW There is no such workflow here/],
    { files: { '.github/workflows/run.yml': undefined } },
  ],
  [
    'a workflow that somebody changed',
    nothing,
    [/W_WORKFLOW From " {4}if: true" on it is not the workflow of this version/],
    {
      files: {
        '.github/workflows/run.yml': workflows['.github/workflows/run.yml']?.replace(
          /^ {4}if: .*$/m,
          '    if: true',
        ),
      },
    },
  ],
  [
    'a workflow that was cut off',
    nothing,
    [/W_WORKFLOW It ends before " {10}END", which the shipped one has/],
    {
      files: {
        '.github/workflows/run.yml': workflows['.github/workflows/run.yml']
          ?.trimEnd()
          .replace(/\n *END$/, ''),
      },
    },
  ],
  [
    'newer actions, another branch, runner and words: nothing',
    nothing,
    [],
    {
      files: {
        '.github/workflows/deploy.yml': `# Ours\n${workflows['.github/workflows/deploy.yml']
          ?.replace('branches: [main]', 'branches: [trunk]')
          .replaceAll('ubuntu-latest', 'ubuntu-24.04-arm')
          .replaceAll(/actions\/checkout@\S+ # \S+/g, `${pinned} # v99`)}`,
      },
    },
  ],
];

describe('The doctor finds', () => {
  it.each(rows)('%s', async (_, change, expected, ...[options]) => {
    const findings = await findingsWith(change, options);
    expect(findings).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });

  it('a slot that no tick has accounted for, when GitHub would be late for it even on a usual day', async () => {
    const world = wellWorld();
    await deployTo(world, { ...deployment(flowA, hourly), deployedAt: noon });
    const late = async (minute: number) => {
      world.stage.time.set(minutesAfter(noon, minute));
      return (await findingsOf(world)).filter((finding) => finding.includes('W_CLOCK_LATE'));
    };
    expect(await late(59)).toEqual([]);
    expect(await late(74)).toEqual([]);
    expect(await late(80)).toEqual([
      expect.stringMatching(/slot 2026-11-24T13:00:00Z of flow-a in 20 minutes/),
    ]);
  });

  it.each([
    [`      - uses: ${pinned} # v7\n`, undefined],
    ['      - uses: ./\n', undefined],
    ['        uses: ./.github/workflows/x.yml\n', undefined],
    [`        uses: docker://alpine@sha256:${'b'.repeat(64)}\n`, undefined],
    ['      - uses: actions/checkout@v7\n', 2],
    ["        uses: 'actions/checkout@main'\n", 2],
    ['        uses: docker://alpine:3\n', 2],
    [`      - uses: actions/checkout@${'a'.repeat(39)}\n`, 2],
    ['      - uses: actions/checkout\n', 2],
  ])('by which name an action is taken: %j', async (step, line) => {
    const { site } = wellWorld({
      files: { '.github/workflows/a.yml': `steps:\n${step}`, 'docs/a.yml': 'uses: a/b@v1\n' },
    });
    const { document } = await performDoctor(site);
    const findings = document['findings'] as unknown as { problem: { code: string; line: number } | null }[];
    const problem = findings.find((finding) => finding.problem !== null)?.problem;
    expect([problem?.code, problem?.line]).toEqual(
      line === undefined ? [undefined, undefined] : ['W_ACTION_UNPINNED', line],
    );
  });
});
