// What others do in the account, in moto: a role that is in the way, a task that runs, a stack that a person makes.
import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import {
  ECSClient,
  RegisterTaskDefinitionCommand,
  RunTaskCommand,
  StopTaskCommand,
} from '@aws-sdk/client-ecs';
import { CreateRoleCommand, DeleteRoleCommand, GetRoleCommand, IAMClient } from '@aws-sdk/client-iam';

const region = 'eu-central-1';
const repository = { Owner: 'Acme-Inc', OwnerId: '4711', Repository: 'flows', RepositoryId: '815' };

export function account(endpoint) {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const settings = { endpoint, region, credentials: { accessKeyId: 'x', secretAccessKey: 'x' } };
  const [iam, stacks, ecs] = [IAMClient, CloudFormationClient, ECSClient].map(
    (Client) => new Client(settings),
  );
  return {
    keepSecret: (name, text) => keepSecret(endpoint, name, text),
    makeRole: (RoleName) =>
      iam.send(
        new CreateRoleCommand({
          RoleName,
          AssumeRolePolicyDocument: '{"Version":"2012-10-17","Statement":[]}',
        }),
      ),
    removeRole: (RoleName) => iam.send(new DeleteRoleCommand({ RoleName })),
    boundaryOf: async (RoleName) =>
      (await iam.send(new GetRoleCommand({ RoleName }))).Role.PermissionsBoundary?.PermissionsBoundaryArn,
    makeStack: (StackName, TemplateBody) =>
      stacks.send(
        new CreateStackCommand({
          StackName,
          TemplateBody,
          Capabilities: ['CAPABILITY_NAMED_IAM'],
          Parameters: Object.entries({
            Project: 'acme',
            ...repository,
            OidcProvider: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com',
          }).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
        }),
      ),
    parameterOf: async (StackName, name) => {
      const { Stacks } = await stacks.send(new DescribeStacksCommand({ StackName }));
      return Stacks[0].Parameters.find(({ ParameterKey }) => ParameterKey === name)?.ParameterValue;
    },
    removeStack: (StackName) => stacks.send(new DeleteStackCommand({ StackName })),
    hasStack: async (StackName) =>
      (await stacks.send(new DescribeStacksCommand({ StackName }))).Stacks[0].StackStatus ===
      'CREATE_COMPLETE',
    runTask: (cluster) => runTask(ecs, cluster),
  };
}

/** Runs something, and gives what ends it. Without a network, which moto cannot give to a task in a VPC from a template. */
async function runTask(ecs, cluster) {
  const family = 'headgate-acme-hello-world';
  const containerDefinitions = [{ name: 'main', image: 'x', cpu: 256, memory: 512 }];
  await ecs.send(new RegisterTaskDefinitionCommand({ family, containerDefinitions }));
  const request = { cluster, taskDefinition: family, launchType: 'FARGATE' };
  const { tasks } = await ecs.send(new RunTaskCommand(request));
  return () => ecs.send(new StopTaskCommand({ cluster, task: tasks[0].taskArn }));
}

/** There is no client of Secrets Manager among the packages, and moto asks for no signature. */
async function keepSecret(endpoint, name, text) {
  const scope = `x/20260101/${region}/secretsmanager/aws4_request`;
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'secretsmanager.CreateSecret',
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify({ Name: name, SecretString: text }),
  });
  if (!answer.ok) throw new Error(`moto keeps no secret: ${await answer.text()}`);
}
