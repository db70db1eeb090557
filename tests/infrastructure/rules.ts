import { list } from './iam.ts';
import { judgeStatement, type Say } from './iam-rules.ts';
import type { Resolved } from './resolve.ts';
import type { Json, Resource } from './template.ts';

/** The house's own rules about what the templates may contain; an empty list: they are kept. */
export function violationsOf({ resources }: Resolved): readonly string[] {
  const found: string[] = [];
  for (const [name, resource] of Object.entries(resources)) {
    const own = resource.Properties ?? {};
    const say = (text: string): number => found.push(`${name}: ${text}`);
    for (const statement of permissionsOf(resource)) judgeStatement(name, statement, say);
    judgePolicySize(resource, say);
    if (resource.Type === 'AWS::IAM::Role') judgeRole(name, own, say);
    if (resource.Type.startsWith('AWS::EC2::')) judgeNetwork(name, resource, say);
    if (resource.Type === 'AWS::Logs::LogGroup') judgeLogGroup(resource, say);
    if (resource.Type === 'AWS::ECR::Repository') judgeRepository(own, say);
    if (resource.Type === 'AWS::Events::Rule') judgeRule(own, say);
    if (resource.Type === 'AWS::Scheduler::Schedule') judgeSchedule(own, say);
    if (resource.Type === 'AWS::Events::ApiDestination' && own['InvocationRateLimitPerSecond'] !== 1)
      say('calls GitHub more than once a second');
  }
  return found;
}

/** What a role may do, as statements. */
export function permissionsOf({ Type, Properties = {} }: Resource): readonly Json[] {
  if (Type === 'AWS::IAM::Role')
    return list<Json>(Properties['Policies'] ?? []).flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
  return Type === 'AWS::IAM::Policy' || Type === 'AWS::IAM::ManagedPolicy'
    ? Properties['PolicyDocument'].Statement
    : [];
}

/** Characters without white space (IAM and STS quotas): all policies in a role together, and one that is managed. */
const longestOfRole = 10_240;
const longestManaged = 6_144;

function judgePolicySize({ Type, Properties: own = {} }: Resource, say: Say): void {
  const size = (policies: Json) => JSON.stringify(policies).length;
  if (Type === 'AWS::IAM::Role' && size(list<Json>(own['Policies'] ?? [])) > longestOfRole)
    say('has more policy than IAM takes');
  if (Type === 'AWS::IAM::ManagedPolicy' && size(own['PolicyDocument']) > longestManaged)
    say('is more policy than IAM takes');
}

function judgeRole(name: string, own: Json, say: Say): void {
  if (own.ManagedPolicyArns !== undefined) say("has a policy that is not this template's");
  if (name === 'TaskRole' && own.Policies !== undefined) say('may do something');
  for (const { Principal, Condition = {}, Action } of own.AssumeRolePolicyDocument.Statement) {
    if (Principal.Federated !== undefined) judgeFederation(Condition, Action, say);
    else if (typeof Principal.Service !== 'string') say('trusts more than one service');
    else if (Condition.StringEquals?.['aws:SourceAccount'] === undefined || Condition.ArnLike === undefined)
      say('trusts a service on behalf of any account');
  }
}

const issuer = 'token.actions.githubusercontent.com';

function judgeFederation(conditions: Json, action: string, say: Say): void {
  const { StringEquals = {}, ...further } = conditions;
  if (action !== 'sts:AssumeRoleWithWebIdentity') say(`allows ${action}`);
  if (Object.keys(further).length > 0) say(`trusts by ${Object.keys(further)}`);
  if (StringEquals[`${issuer}:aud`] !== 'sts.amazonaws.com') say('does not ask for the audience');
  if (!/^\d+$/.test(StringEquals[`${issuer}:repository_id`] ?? '')) say('trusts a name without its number');
  const subjects = list<string>(StringEquals[`${issuer}:sub`] ?? []);
  if (subjects.length === 0) say('does not ask for the subject');
  for (const subject of subjects)
    if (!/^repo:[\w.@-]+\/[\w.@-]+:(?:environment:[\w-]+|ref:refs\/heads\/[\w./-]+)$/.test(subject))
      say(`trusts ${subject}`);
}

function judgeNetwork(name: string, { Type, Properties: own = {} }: Resource, say: Say): void {
  if (Type === 'AWS::EC2::SecurityGroupIngress') say('lets something in');
  if (Type === 'AWS::EC2::Subnet' && own['MapPublicIpOnLaunch'] === true)
    say('gives public addresses by itself');
  if (Type !== 'AWS::EC2::SecurityGroup') return;
  for (const { CidrIp } of own['SecurityGroupIngress'] ?? [])
    if (name !== 'NatSecurityGroup' || CidrIp !== '10.74.2.0/23') say(`lets ${CidrIp} in`);
}

function judgeLogGroup(
  { DeletionPolicy, UpdateReplacePolicy, Properties: own = {} }: Resource,
  say: Say,
): void {
  if (!(own['RetentionInDays'] >= 14)) say('keeps logs for ever or for less than 14 days');
  if (DeletionPolicy !== 'Retain' || UpdateReplacePolicy !== 'Retain') say('goes with its stack');
}

function judgeRepository(own: Json, say: Say): void {
  // Layers for later builds: nothing runs from there, which the permissions hold.
  if (String(own.RepositoryName).endsWith('-cache')) return;
  if (own.ImageTagMutability !== 'IMMUTABLE') say('has tags that can be moved');
  if (own.ImageScanningConfiguration?.ScanOnPush !== true) say('scans nothing');
  const rules = JSON.parse(own.LifecyclePolicy?.LifecyclePolicyText ?? '{"rules":[]}').rules;
  // What is pushed has a tag for ever: without one there are only the parts of an index, which it keeps while it is there.
  for (const { selection } of rules)
    if (selection.tagStatus !== 'untagged' && selection.tagPrefixList?.join() !== 'retired-')
      say('can expire an image that is in use');
  if (!rules.some(({ selection }: Json) => selection.tagStatus === 'untagged'))
    say('keeps for ever what lay beneath an index that is gone');
}

function judgeRule(own: Json, say: Say): void {
  for (const { Arn, RetryPolicy, DeadLetterConfig, RoleArn } of own.Targets) {
    if (!Arn.includes(':api-destination/')) continue;
    if (RetryPolicy === undefined || DeadLetterConfig === undefined) say('loses what GitHub does not take');
    if (RoleArn === undefined) say('has no right to call GitHub');
  }
}

function judgeSchedule({ Target, FlexibleTimeWindow }: Json, say: Say): void {
  if (FlexibleTimeWindow.Mode !== 'OFF') say('comes some time');
  if (Target.RetryPolicy === undefined || Target.DeadLetterConfig === undefined)
    say('loses what EventBridge does not take');
}
