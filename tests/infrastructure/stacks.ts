import { type Resolved, resolve, type Values } from './resolve.ts';
import { type Json, readTemplate, type Template, type TemplateName } from './template.ts';

export const secret = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:warehouse-AbCdEf';
export const secretParameter = 'arn:aws:ssm:eu-central-1:123456789012:parameter/headgate/acme/token';
export const secretKey = 'arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';
export const flowRole = 'arn:aws:iam::123456789012:role/headgate-task-reports';

export const boundary = 'arn:aws:iam::123456789012:policy/headgate-acme-boundary';

const provider = 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com';
const numbers = { OwnerId: '4711', RepositoryId: '815' };
const repository = { Owner: 'Acme-Inc', Repository: 'flows' };

/** Every way to set the templates up that makes a difference to what is in them. */
export const setUps: readonly { readonly name: TemplateName; readonly given: Values }[] = [
  { name: 'network', given: { Project: 'acme', Egress: 'nat-gateway' } },
  { name: 'network', given: { Project: 'acme', Egress: 'nat-instance' } },
  { name: 'network', given: { Project: 'acme', Egress: 'public' } },
  {
    name: 'network',
    given: {
      Project: 'acme',
      Egress: 'existing',
      ExistingVpc: 'vpc-0123456789abcdef0',
      ExistingSubnets: 'subnet-0123456789abcdef0,subnet-0123456789abcdef1',
      ExistingRouteTables: 'rtb-0123456789abcdef0',
    },
  },
  { name: 'cluster', given: { Project: 'acme' } },
  {
    name: 'cluster',
    given: { Project: 'acme', Secrets: secret, SecretParameters: secretParameter, SecretKeys: secretKey },
  },
  { name: 'access', given: { Project: 'acme', ...repository, OwnerId: '4711', RepositoryId: '815' } },
  {
    name: 'access',
    given: { Project: 'acme', ...repository, OwnerId: '4711', RepositoryId: '815', FlowRoles: flowRole },
  },
  { name: 'clock', given: { Project: 'acme', ...repository } },
  { name: 'clock', given: { Project: 'acme', ...repository, DispatchSecret: 'headgate/acme/github' } },
  { name: 'admin', given: { Project: 'acme', ...repository, ...numbers, OidcProvider: provider } },
  { name: 'admin', given: { Project: 'acme', ...repository, ...numbers, FlowRoles: flowRole } },
];

export function stackOf(
  name: TemplateName,
  given: Values,
  template: Template = readTemplate(name),
): Resolved {
  return resolve(template, given);
}

/** The set-up of a template in which most of its resources exist. */
export function fullStack(name: TemplateName, template?: Template): Resolved {
  const given = setUps.filter((setUp) => setUp.name === name).at(name === 'network' ? 1 : -1)?.given ?? {};
  return stackOf(name, given, template);
}

export function propertiesOf({ resources }: Resolved, name: string): Json {
  const properties = resources[name]?.Properties;
  if (properties === undefined) throw new Error(`There is no ${name}`);
  return properties;
}
