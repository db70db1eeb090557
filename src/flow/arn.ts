import { quote } from '../core/quote.ts';
import { refuse, type Verdict } from './leaf.ts';

/** Which partition a region belongs to, by AWS's own naming. */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  if (region.startsWith('eusc-')) return 'aws-eusc';
  const isolated = /^[a-z]+-(iso[a-z]?)-/.exec(region);
  return isolated === null ? 'aws' : `aws-${isolated[1] === 'isoa' ? 'iso' : isolated[1]}`;
}

export const regionSource = '^[a-z]{2,4}(?:-[a-z]+){1,3}-\\d{1,2}$';
const partitionSource = 'aws(?:-[a-z]{2,4}(?:-[a-z])?)?';

const secretPattern = new RegExp(
  `^arn:(${partitionSource}):secretsmanager:([a-z0-9-]+):\\d{12}:secret:[A-Za-z0-9/_+=.@-]{1,519}` +
    '(?::[A-Za-z0-9/_+=.@-]{0,256}:[A-Za-z0-9/_+=.@-]{0,256}:[A-Za-z0-9-]{0,64})?$',
);
const storedParameterPattern = new RegExp(
  `^arn:(${partitionSource}):ssm:([a-z0-9-]+):\\d{12}:parameter/[A-Za-z0-9_.\\-/]{1,1011}$`,
);

/** The region that a secret's ARN names; undefined if it is not the full ARN of a secret or parameter. */
export function secretRegion(arn: string): string | undefined {
  const match = secretPattern.exec(arn) ?? storedParameterPattern.exec(arn);
  const [, partition, region] = match ?? [];
  return region !== undefined && partitionOf(region) === partition ? region : undefined;
}

const secretFix =
  'Write the full ARN: arn:aws:secretsmanager:<region>:<account>:secret:<name>-<6 characters>, ' +
  'or arn:aws:ssm:<region>:<account>:parameter/<name>.';

export function judgeSecretArn(text: string): Verdict<string> {
  if (secretRegion(text) !== undefined) return { value: text };
  const message = `${quote(text)} is not the full ARN of a Secrets Manager secret or an SSM parameter.`;
  return refuse('E_SECRET_ARN', message, secretFix);
}

const roleSource = `^arn:${partitionSource}:iam::\\d{12}:role/(?:[\\w+=,.@-]+/)*[\\w+=,.@-]{1,64}$`;
const rolePattern = new RegExp(roleSource);

export function judgeRoleArn(text: string): Verdict<string> {
  if (rolePattern.test(text)) return { value: text };
  const fix = 'Write arn:aws:iam::<account>:role/<name>, without wildcards.';
  return refuse('E_ARN', `${quote(text)} is not the ARN of an IAM role.`, fix);
}

export function roleName(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
