// Whether the role that sets up may do what CloudFormation's own descriptions of the resource types say that it takes to make,
// read, change and remove what the templates name. cfn-lint brings the descriptions along.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/** What descriptions name because a type can do more than these templates ask of it. */
const unasked = [
  [/^kms:/, 'no template names a key but that of the logs, and its own policy admits CloudWatch'],
  [/^(?:firehose|s3|vpc-lattice|vpce):/, 'log deliveries, service networks'],
  [
    /^ec2:(?:Accept|Assign|Associate|Disassociate|Unassign)(?:AddressTransfer|\w*NatGatewayAddress)$/,
    'one address, for good',
  ],
  [/^ec2:\w*(?:IamInstanceProfile|VpnGateway|Volume|SubnetCidrBlock)/, 'none of these is in a template'],
  [
    /^ec2:(?:ModifyPrivateDnsNameOptions|ModifyInstancePlacement|ModifyVpcTenancy|CreateVpcEncryptionControl)$/,
    'never set',
  ],
  [/^ec2:(?:Un)?[mM]onitorInstances$/, 'never set'],
  [/^ssm:(?:Create|Delete)Association$/, 'never set'],
  [/^ecr:(?:Set|Delete)RepositoryPolicy$/, 'the repository has no policy'],
  [/^ecs:PutAccountSetting/, 'settings of the account are not this project’s'],
  [/^iam:\w*(?:Group|User)Policy$/, 'policies are of roles'],
  [
    /^iam:(?:Create|Delete|Tag|Untag|Add|Remove|Update)\w*OpenIDConnectProvider/,
    'the provider is admin.yml’s',
  ],
  [/^iam:DeleteRolePermissionsBoundary$/, 'nothing takes the boundary off'],
  [
    /^logs:\w*(?:DataProtectionPolicy|IndexPolicy|LogDelivery|BearerTokenAuthentication|DeletionProtection)$/,
    'never set',
  ],
  [/^logs:DeleteLogGroup$/, 'logs stay'],
];

export function missingRights(root, environment) {
  const schemas = path.join(sitePackages(environment), 'cfnlint/data/schemas');
  const files = JSON.parse(readFileSync(path.join(schemas, 'providers/us-east-1.json'), 'utf8'));
  const granted = new Set(rightsOf(read(root, 'admin')));
  const missing = [];
  for (const type of typesOf(root)) {
    const { handlers } = JSON.parse(
      readFileSync(path.join(schemas, `resources/${files[type]}.json`), 'utf8'),
    );
    for (const [handler, { permissions }] of Object.entries(handlers))
      for (const action of handler === 'list' ? [] : permissions)
        if (!granted.has(action) && !isUnasked(action)) missing.push(`${action} (${type}, ${handler})`);
  }
  return missing;
}

/** Reading is always asked: how a resource stands is read whatever is set of it. */
function isUnasked(action) {
  const isReading = /^(?!kms:|vpc-lattice:)[\w-]+:(?:Describe|List)/.test(action);
  return !isReading && unasked.some(([pattern]) => pattern.test(action));
}

function typesOf(root) {
  const templates = ['network', 'cluster', 'access', 'clock'].map((name) => read(root, name));
  return new Set(templates.flatMap(({ Resources }) => Object.values(Resources).map(({ Type }) => Type)));
}

function rightsOf({ Resources }) {
  const { SetupRole, Look } = Resources;
  return [...SetupRole.Properties.Policies, Look.Properties].flatMap(({ PolicyDocument }) =>
    PolicyDocument.Statement.flatMap(({ Action }) => Action),
  );
}

/** The tags of CloudFormation mean nothing here. */
function read(root, name) {
  return parse(readFileSync(path.join(root, `infrastructure/${name}.yml`), 'utf8'), { logLevel: 'silent' });
}

function sitePackages(environment) {
  const lib = path.join(environment, 'lib');
  const [python] = readdirSync(lib).filter((name) => name.startsWith('python'));
  return path.join(lib, python, 'site-packages');
}
