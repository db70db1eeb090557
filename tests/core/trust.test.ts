import { describe, expect, it } from '@jest/globals';
import { judgeTrustPolicy } from '../../src/core/trust.ts';
import { isAllowed } from '../infrastructure/iam.ts';
import { fullStack, propertiesOf } from '../infrastructure/stacks.ts';

const issuer = 'token.actions.githubusercontent.com';
const claims = {
  sub: 'repo:Acme-Inc/flows:ref:refs/heads/main',
  aud: 'sts.amazonaws.com',
  repository_id: '815',
  job_workflow_ref: 'Acme-Inc/flows/.github/workflows/tick.yml@refs/heads/main',
};

function policy(Condition: object, more: object = {}) {
  const Federated = `arn:aws:iam::123456789012:oidc-provider/${issuer}`;
  const statement = {
    Effect: 'Allow',
    Principal: { Federated },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition,
  };
  return { Version: '2012-10-17', Statement: [{ ...statement, ...more }] };
}

function answer(Condition: object, more: object = {}): string {
  const judged = judgeTrustPolicy(policy(Condition, more), claims);
  return judged.kind === 'trusted' ? 'trusted' : judged.reason;
}

describe('A trust policy', () => {
  it.each<[string, object, RegExp | 'trusted']>([
    ['without conditions', {}, 'trusted'],
    ['with one of several texts', { StringEquals: { [`${issuer}:sub`]: ['x', claims.sub] } }, 'trusted'],
    [
      'with a pattern',
      { StringLike: { [`${issuer}:sub`]: 'repo:Acme-Inc/*:ref:refs/heads/ma?n' } },
      'trusted',
    ],
    ['with a pattern of its end', { StringLike: { [`${issuer}:sub`]: '*main' } }, 'trusted'],
    ['with a pattern that goes on', { StringLike: { [`${issuer}:sub`]: `${claims.sub}?` } }, /sub is "repo/],
    ['that takes a star to the letter', { StringEquals: { [`${issuer}:sub`]: 'repo:*' } }, /wants "repo:\*"/],
    ['with another audience', { StringEquals: { [`${issuer}:aud`]: 'x' } }, /aud is "sts.amazonaws.com"/],
    [
      'with both, of which one does not hold',
      { StringEquals: { [`${issuer}:aud`]: 'sts.amazonaws.com', [`${issuer}:sub`]: 'x' } },
      /sub is/,
    ],
    ['with a claim that is missing', { StringEquals: { [`${issuer}:actor`]: 'x' } }, /has no actor/],
    ['with an operator that nobody knows', { NumericEquals: { [`${issuer}:sub`]: '1' } }, /by NumericEquals/],
    ['with a key of AWS', { StringEquals: { 'aws:SourceIp': '1' } }, /aws:SourceIp, which is not known/],
  ])('%s', (_, condition, expected) => {
    expect(answer(condition)).toEqual(expected === 'trusted' ? expected : expect.stringMatching(expected));
  });

  it('of another principal or action is none for a job', () => {
    const reason = `no statement lets ${issuer} assume it`;
    expect(answer({}, { Principal: { Service: 'ecs-tasks.amazonaws.com' } })).toBe(reason);
    expect(answer({}, { Principal: { Federated: 'arn:aws:iam::1:oidc-provider/gitlab.com' } })).toBe(reason);
    expect(answer({}, { Action: 'sts:AssumeRole' })).toBe(reason);
    for (const document of [undefined, null, 'x', [], { Statement: 'x' }, { Statement: [null] }])
      expect(judgeTrustPolicy(document, claims)).toEqual({ kind: 'refused', reason });
  });

  it('that denies, denies', () => {
    const [allow] = policy({}).Statement;
    const document = { Statement: [allow, { ...allow, Effect: 'Deny' }] };
    expect(judgeTrustPolicy(document, claims)).toEqual({ kind: 'refused', reason: 'a statement denies it' });
  });

  it('takes no time that grows out of hand with stars', () => {
    const sub = `repo:${'a'.repeat(2_000)}`;
    const pattern = `${'*a'.repeat(200)}b`;
    const judged = judgeTrustPolicy(policy({ StringLike: { [`${issuer}:sub`]: pattern } }), {
      ...claims,
      sub,
    });
    expect(judged.kind).toBe('refused');
  });

  it('of the shipped roles is judged as the evaluator of the templates judges it', () => {
    const subjects = ['repo:Acme-Inc/flows:', 'repo:Acme-Inc@4711/flows@815:', 'repo:mallory/flows:'].flatMap(
      (repository) =>
        ['ref:refs/heads/main', 'environment:production', 'pull_request'].map((end) => `${repository}${end}`),
    );
    for (const role of ['DeployRole', 'TickRole'])
      for (const sub of subjects)
        for (const workflow of ['tick', 'deploy', 'ci']) {
          const { AssumeRolePolicyDocument: document } = propertiesOf(fullStack('access'), role);
          const job = `Acme-Inc/flows/.github/workflows/${workflow}.yml@refs/heads/main`;
          const own = { ...claims, sub, job_workflow_ref: job };
          const context = Object.fromEntries(
            Object.entries(own).map(([claim, value]) => [`${issuer}:${claim}`, value]),
          );
          const call = { action: 'sts:AssumeRoleWithWebIdentity', resource: '', context };
          const isTrusted = judgeTrustPolicy(document, own).kind === 'trusted';
          expect([role, sub, workflow, isTrusted]).toEqual([
            role,
            sub,
            workflow,
            isAllowed(document.Statement, call),
          ]);
        }
  });
});
