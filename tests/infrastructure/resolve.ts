import type { Json, Resource, Template } from './template.ts';

export type Values = { readonly [name: string]: string | readonly string[] };
export type Resolved = {
  readonly resources: { readonly [name: string]: Resource };
  readonly outputs: { readonly [name: string]: Json };
};

export const account = '123456789012';
export const region = 'eu-central-1';
const nothing = Symbol('AWS::NoValue');
const pseudo: Values = {
  'AWS::AccountId': account,
  'AWS::Partition': 'aws',
  'AWS::Region': region,
};

/** What CloudFormation makes of a template and parameters: conditions decided, functions carried out, references named. */
export function resolve(template: Template, given: Values): Resolved {
  const parameters = { ...pseudo, ...valuesOf(template, given) };
  const holds = (name: string): boolean => value(template.Conditions?.[name]) as boolean;
  const resources = Object.entries(template.Resources)
    .filter(([, { Condition }]) => Condition === undefined || holds(Condition))
    .map(([name, resource]) => [name, { ...resource, Properties: value(resource.Properties ?? {}) }]);
  const outputs = Object.entries(template.Outputs)
    .filter(([, { Condition }]) => Condition === undefined || holds(Condition))
    .map(([name, { Value }]) => [name, value(Value)]);
  return { resources: Object.fromEntries(resources), outputs: Object.fromEntries(outputs) };

  function value(json: Json): Json {
    if (Array.isArray(json)) return json.map(value).filter((part) => part !== nothing);
    if (typeof json !== 'object' || json === null) return json;
    const entries = Object.entries(json);
    const [[name, argument] = ['', undefined]] = entries;
    if (entries.length === 1 && (name === 'Ref' || name === 'Condition' || name.startsWith('Fn::')))
      return call(name, argument);
    return Object.fromEntries(
      entries.map(([key, part]) => [key, value(part)] as const).filter(([, part]) => part !== nothing),
    );
  }

  function call(name: string, argument: Json): Json {
    if (name === 'Condition') return holds(argument);
    if (name === 'Ref') return reference(argument);
    if (name === 'Fn::Sub') return substitute(argument);
    if (name === 'Fn::GetAtt') return attribute(argument[0], argument[1]);
    if (name === 'Fn::If') return value(holds(argument[0]) ? argument[1] : argument[2]);
    const parts = value(argument);
    if (name === 'Fn::Equals') return parts[0] === parts[1];
    if (name === 'Fn::Not') return !parts[0];
    if (name === 'Fn::Or') return parts.some(Boolean);
    if (name === 'Fn::And') return parts.every(Boolean);
    if (name === 'Fn::Join') return parts[1].join(parts[0]);
    if (name === 'Fn::Select') return parts[1][parts[0]];
    if (name === 'Fn::GetAZs') return [`${region}a`, `${region}b`, `${region}c`];
    if (name === 'Fn::Base64') return parts;
    throw new Error(`${name} is not known here`);
  }

  function reference(name: string): Json {
    if (name === 'AWS::NoValue') return nothing;
    if (name in parameters) return parameters[name];
    const resource = template.Resources[name];
    if (resource === undefined) throw new Error(`There is no ${name}`);
    if (resource.Type === 'AWS::IAM::OIDCProvider')
      return `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`;
    const { RoleName, ClusterName, ManagedPolicyName } = value(resource.Properties ?? {});
    if (ManagedPolicyName !== undefined) return `arn:aws:iam::${account}:policy/${ManagedPolicyName}`;
    return RoleName ?? ClusterName ?? physicalIds[resource.Type]?.(name) ?? name;
  }

  function attribute(name: string, of: string): Json {
    const resource = template.Resources[name];
    if (resource === undefined) throw new Error(`There is no ${name}`);
    const own = value(resource.Properties ?? {});
    const place = `${region}:${account}`;
    if (resource.Type === 'AWS::IAM::Role') return `arn:aws:iam::${account}:role/${own.RoleName}`;
    if (resource.Type === 'AWS::ECR::Repository' && of === 'Arn')
      return `arn:aws:ecr:${place}:repository/${own.RepositoryName}`;
    if (resource.Type === 'AWS::ECR::Repository')
      return `${account}.dkr.ecr.${region}.amazonaws.com/${own.RepositoryName}`;
    if (resource.Type === 'AWS::Events::ApiDestination')
      return `arn:aws:events:${place}:api-destination/${own.Name}/11111111-2222-3333-4444-555555555555`;
    if (resource.Type === 'AWS::SQS::Queue') return `arn:aws:sqs:${place}:${own.QueueName}`;
    return `${name}.${of}`;
  }

  function substitute(argument: Json): string {
    const [text, own] = Array.isArray(argument) ? [argument[0], value(argument[1])] : [argument, {}];
    return text.replaceAll(/\$\{([\w:.]+)\}/g, (_: string, name: string) => own[name] ?? reference(name));
  }
}

const physicalIds: { readonly [type: string]: (name: string) => string } = {
  'AWS::EC2::Subnet': (name) => `subnet-0${hex(name)}`,
  'AWS::EC2::SecurityGroup': (name) => `sg-0${hex(name)}`,
  'AWS::EC2::EIP': () => '198.51.100.7',
};

function hex(name: string): string {
  return Buffer.from(name).toString('hex').slice(-16);
}

function valuesOf({ Parameters }: Template, given: Values): Values {
  for (const name of Object.keys(given))
    if (!(name in Parameters)) throw new Error(`There is no parameter ${name}`);
  const entries = Object.entries(Parameters).map(([name, rules]) => {
    const chosen = given[name] ?? rules.Default;
    if (chosen === undefined) throw new Error(`Parameter ${name} is missing`);
    const list =
      rules.Type === 'CommaDelimitedList' && typeof chosen === 'string' ? chosen.split(',') : chosen;
    if (rules.AllowedPattern !== undefined && !new RegExp(`^(?:${rules.AllowedPattern})$`).test(list))
      throw new Error(`${name} may not be ${list}`);
    return [name, list] as const;
  });
  return Object.fromEntries(entries);
}
