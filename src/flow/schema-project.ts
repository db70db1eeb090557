import { z } from 'zod';
import { quote } from '../core/quote.ts';
import { judgeRoleArn, regionSource } from './arn.ts';
import { choiceLeaf, flagLeaf, refuse, textLeaf, type Verdict, wholeLeaf } from './leaf.ts';
import { defaultsSchema } from './schema.ts';
import { alertsSchema, type WrittenAlerts } from './schema-alerts.ts';
import { flowNameLeaf } from './schema-leaves.ts';

/** `headgate.yml` as people write it: the source of its checks, of its type, and of the JSON Schema for editors. */

function patternLeaf(
  description: string,
  rule: { readonly pattern: RegExp; readonly code: string; readonly fix: string },
) {
  return textLeaf(
    { description },
    (text): Verdict<string> =>
      rule.pattern.test(text)
        ? { value: text }
        : refuse(rule.code, `${quote(text)} is not allowed here.`, rule.fix),
  );
}

const projectName = patternLeaf('Prefix of task definition families: headgate-<project>-<flow>.', {
  pattern: /^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){0,31}$/,
  code: 'E_NAME',
  fix: 'Use a-z, 0-9 and single dashes, starting with a letter, at most 32 characters.',
});

const region = patternLeaf('AWS region of the cluster.', {
  pattern: new RegExp(regionSource),
  code: 'E_REGION',
  fix: 'Write a region such as us-east-1, in lower case.',
});

const cluster = patternLeaf('Name or ARN of the ECS cluster.', {
  pattern: /^(?:arn:aws[a-z-]*:ecs:[a-z0-9-]+:\d{12}:cluster\/)?[A-Za-z0-9_-]{1,255}$/,
  code: 'E_ARN',
  fix: 'Write the name of the cluster, or its full ARN.',
});

const subnet = patternLeaf('A subnet.', {
  pattern: /^subnet-[0-9a-f]{1,17}$/,
  code: 'E_NAME',
  fix: 'Write an id such as subnet-0123456789abcdef0.',
});

const securityGroup = patternLeaf('A security group.', {
  pattern: /^sg-[0-9a-f]{1,17}$/,
  code: 'E_NAME',
  fix: 'Write an id such as sg-0123456789abcdef0.',
});

function logGroup(description: string) {
  const rule = {
    pattern: /^[A-Za-z0-9_./#-]{1,512}$/,
    code: 'E_NAME',
    fix: 'Write the name of a log group, such as /headgate/acme.',
  };
  return patternLeaf(description, rule);
}

/** Groups and schedules share one alphabet (EventBridge Scheduler API reference, CreateSchedule). */
const clock = patternLeaf('Schedule that each tick sets to its next wake-up, as group/name.', {
  pattern: /^[A-Za-z0-9_.-]{1,64}\/[A-Za-z0-9_.-]{1,64}$/,
  code: 'E_NAME',
  fix: 'Write the group and the name of a schedule of EventBridge Scheduler, such as headgate-acme/wake-up.',
});

function role(description: string) {
  return textLeaf({ description, limit: 2_048 }, judgeRoleArn);
}

/** Branches that hold code, pages of GitHub, or the run pages of a state branch. */
function isReserved(branch: string): boolean {
  return /^(?:main|master|trunk|develop|gh-pages)$|-history$/i.test(branch);
}

/** The rules of `git check-ref-format` for one branch name, and no symbolic names. */
function judgeBranch(text: string): Verdict<string> {
  const isRefused =
    text === 'HEAD' ||
    text === '@' ||
    text.length > 200 ||
    !/^[A-Za-z0-9._/-]+$/.test(text) ||
    /\.\.|\/\/|^[/-]|\/$|\.$|(?:^|\/)\.|\.lock(?:\/|$)|^refs\//.test(text);
  if (!isRefused && isReserved(text))
    return refuse(
      'E_STATE_BRANCH',
      `${quote(text)} is a branch of something else, and the state's files would replace what it holds.`,
      'Write a branch that nothing else uses, such as headgate-state.',
    );
  if (!isRefused) return { value: text };
  return refuse(
    'E_REF_NAME',
    `${quote(text)} cannot be a branch.`,
    'Write a plain name such as headgate-state.',
  );
}

const roleName = patternLeaf('Name or ARN of a role.', {
  pattern: /^(?:arn:aws[a-z-]*:iam::\d{12}:role\/(?:[\w+=,.@-]+\/)*)?[\w+=,.@-]{1,64}$/,
  code: 'E_ARN',
  fix: 'Write the name of a role, or arn:aws:iam::<account>:role/<name>, without wildcards.',
});

const subnets = z.array(subnet).min(1).max(16).describe('Subnets of the ECS tasks; two zones or more.');

const networkKeys = {
  'security-groups': z
    .array(securityGroup)
    .max(5)
    .describe("Security groups; the network's default when left out.")
    .optional(),
  'assign-public-ip': flagLeaf('Give each ECS task a public address; false when left out.').optional(),
};

const networkSchema = z
  .strictObject({
    subnets: subnets.optional(),
    ...networkKeys,
    flows: z
      .array(flowNameLeaf('A flow.'))
      .min(1)
      .max(1_000)
      .describe('Flows that run here and nowhere else; no other flow may name it then.')
      .optional(),
  })
  .describe('A network. What it leaves out is as in `aws`.');

const awsSchema = z
  .strictObject({
    region,
    cluster,
    subnets,
    ...networkKeys,
    'execution-role': role('Role with which ECS pulls images, reads secrets and writes logs.'),
    'task-role': role('Role of the code of flows that name none.').optional(),
    'log-group': logGroup('Log group of the runs; /headgate/<project> when left out.').optional(),
    'event-log-group': logGroup('Log group that keeps the events of stopped ECS tasks.').optional(),
    networks: z
      .record(z.string(), networkSchema)
      .describe('Further networks that manifests choose with `network`, by name.')
      .optional(),
    clock: clock.optional(),
  })
  .describe('Where attempts run. Without it they run as local processes.');

const limitsSchema = z
  .strictObject({
    'launches-per-tick': wholeLeaf({
      minimum: 1,
      maximum: 1_000,
      description: 'Launches of one tick; 100 when left out.',
    }).optional(),
    running: wholeLeaf({
      minimum: 1,
      maximum: 10_000,
      description: 'Open attempts at a time; 200 when left out.',
    }).optional(),
  })
  .describe('Limits over all flows.');

const reportSchema = z
  .strictObject({
    'log-tail': wholeLeaf({
      minimum: 0,
      maximum: 1_000,
      description: 'Lines of log in a check: 50, or 0 in a public repository.',
    }).optional(),
    on: choiceLeaf(
      ['deployed', 'state'],
      'The commit that check runs hang on; the deployed one when left out.',
    ).optional(),
  })
  .describe('What checks show.');

export const projectSchema = z
  .strictObject({
    project: projectName,
    aws: awsSchema.optional(),
    'state-branch': textLeaf(
      { description: 'Branch that keeps the state; headgate-state when left out.' },
      judgeBranch,
    ).optional(),
    defaults: defaultsSchema.optional(),
    limits: limitsSchema.optional(),
    report: reportSchema.optional(),
    alerts: alertsSchema.optional(),
    allow: z
      .strictObject({
        'task-roles': z
          .array(roleName)
          .max(100)
          .describe('Roles that manifests may name beside those called headgate-….')
          .optional(),
      })
      .describe('What manifests may do beyond the usual.')
      .optional(),
  })
  .describe('The project: placement in AWS, defaults and limits.');

export type WrittenProject = {
  readonly project: string;
  readonly aws?: z.output<typeof awsSchema> | undefined;
  readonly 'state-branch'?: string | undefined;
  readonly defaults?: z.output<typeof defaultsSchema> | undefined;
  readonly limits?: z.output<typeof limitsSchema> | undefined;
  readonly report?: z.output<typeof reportSchema> | undefined;
  readonly alerts?: WrittenAlerts | undefined;
  readonly allow?: { readonly 'task-roles'?: readonly string[] | undefined } | undefined;
};
