import { describe, expect, it } from '@jest/globals';
import { isAllowed } from './iam.ts';
import { account } from './resolve.ts';
import { fullStack, propertiesOf } from './stacks.ts';
import { immutable, old, subjects } from './subjects.ts';

const issuer = 'token.actions.githubusercontent.com';
const stack = fullStack('access');

/** Claims of a job's token; the repository is Acme-Inc/flows, 815 of 4711. */
type Claims = {
  readonly sub: string;
  readonly aud?: string;
  readonly repositoryId?: string;
  readonly workflow?: string;
};

function accepts(role: 'DeployRole' | 'TickRole', claims: Claims): boolean {
  const { AssumeRolePolicyDocument: document } = propertiesOf(stack, role);
  const context = {
    [`${issuer}:sub`]: claims.sub,
    [`${issuer}:aud`]: claims.aud ?? 'sts.amazonaws.com',
    [`${issuer}:repository_id`]: claims.repositoryId ?? '815',
    [`${issuer}:job_workflow_ref`]:
      claims.workflow ??
      `Acme-Inc/flows/.github/workflows/${role === 'DeployRole' ? 'deploy' : 'tick'}.yml@refs/heads/main`,
  };
  return isAllowed(document.Statement, { action: 'sts:AssumeRoleWithWebIdentity', resource: '', context });
}

describe('Of all subjects', () => {
  it(`there are ${subjects.length} different ones to judge`, () => {
    expect(new Set(subjects).size).toBe(subjects.length);
    expect(subjects.length).toBeGreaterThanOrEqual(30);
  });

  it('the deploy role trusts the production environment of the repository, in both forms, and no other', () => {
    expect(subjects.filter((sub) => accepts('DeployRole', { sub }))).toEqual([
      `${old}:environment:production`,
      `${immutable}:environment:production`,
    ]);
  });

  it('the tick role trusts the default branch of the repository, in both forms, and no other', () => {
    expect(subjects.filter((sub) => accepts('TickRole', { sub }))).toEqual([
      `${old}:ref:refs/heads/main`,
      `${immutable}:ref:refs/heads/main`,
    ]);
  });
});

describe('A right subject is not enough', () => {
  const sub = `${old}:ref:refs/heads/main`;

  it.each([
    ['another audience', { aud: 'https://github.com/Acme-Inc' }],
    ['a repository that took over the name', { repositoryId: '816' }],
    [
      'another workflow of the repository',
      { workflow: 'Acme-Inc/flows/.github/workflows/ci.yml@refs/heads/main' },
    ],
    [
      'a tick as it stands on another branch',
      { workflow: 'Acme-Inc/flows/.github/workflows/tick.yml@refs/heads/x' },
    ],
    ["somebody's reusable workflow", { workflow: 'mallory/x/.github/workflows/tick.yml@refs/heads/main' }],
    [
      'the workflow that deploys',
      { workflow: 'Acme-Inc/flows/.github/workflows/deploy.yml@refs/heads/main' },
    ],
  ])('with %s', (_, claims) => {
    expect(accepts('TickRole', { sub, ...claims })).toBe(false);
  });

  it.each(['tick', 'run', 'control'])('but the workflow %s may tick', (name) => {
    const workflow = `Acme-Inc/flows/.github/workflows/${name}.yml@refs/heads/main`;
    expect(accepts('TickRole', { sub, workflow })).toBe(true);
  });

  it('and a claim that is missing is a claim that does not hold', () => {
    const { AssumeRolePolicyDocument: document } = propertiesOf(stack, 'TickRole');
    const context = { [`${issuer}:sub`]: sub, [`${issuer}:aud`]: 'sts.amazonaws.com' };
    expect(
      isAllowed(document.Statement, { action: 'sts:AssumeRoleWithWebIdentity', resource: '', context }),
    ).toBe(false);
  });
});

describe('Services assume', () => {
  const roles: readonly [string, 'cluster' | 'clock', string, string][] = [
    [
      'ExecutionRole',
      'cluster',
      'ecs-tasks.amazonaws.com',
      `arn:aws:ecs:eu-central-1:${account}:task/headgate-acme/1`,
    ],
    [
      'TaskRole',
      'cluster',
      'ecs-tasks.amazonaws.com',
      `arn:aws:ecs:eu-central-1:${account}:task/headgate-acme/1`,
    ],
    [
      'DispatchRole',
      'clock',
      'events.amazonaws.com',
      `arn:aws:events:eu-central-1:${account}:rule/headgate-acme-clock`,
    ],
    [
      'WakeUpRole',
      'clock',
      'scheduler.amazonaws.com',
      `arn:aws:scheduler:eu-central-1:${account}:schedule-group/headgate-acme`,
    ],
  ];

  it.each(roles)('%s only on behalf of this account', (role, of, service, source) => {
    const { AssumeRolePolicyDocument: document } = propertiesOf(fullStack(of), role);
    expect(document.Statement[0].Principal).toEqual({ Service: service });
    const answers = [account, '210987654321'].flatMap((owner) =>
      [source, source.replace(account, '210987654321')].map((arn) =>
        isAllowed(document.Statement, {
          action: 'sts:AssumeRole',
          resource: '',
          context: { 'aws:SourceAccount': owner, 'aws:SourceArn': arn },
        }),
      ),
    );
    expect(answers).toEqual([true, false, false, false]);
  });
});
