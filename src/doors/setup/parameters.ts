import type { Manifest } from '../../core/flow.ts';
import { InputError, type Problem } from '../../core/problem.ts';
import { quote } from '../../core/quote.ts';
import type { Stack } from '../../setup-ports.ts';
import type { Template, TemplateName } from './templates.ts';

/** What is known without asking a person. */
export type Facts = {
  readonly project: string;
  readonly github: ReadonlyMap<string, string>;
  readonly manifests: readonly Manifest[];
  /** Log groups that exist already: a teardown keeps them. */
  readonly keptLogs: ReadonlySet<TemplateName>;
  /** The account's identity provider for GitHub, if it is nobody's whom this project knows: there can be only one. */
  readonly identityProvider: string | undefined;
  /** The policy that bounds all roles, where a person has made it: without it, GitHub's jobs may make no role. */
  readonly boundary: string | undefined;
};

/**
 * The values of a template's parameters. What was asked for counts most, then what follows from the project, then what
 * the stack has, then the template's default, which is left to CloudFormation.
 */
export function parametersOf(
  template: Template,
  facts: Facts,
  { given, before }: { readonly given: ReadonlyMap<string, string>; readonly before: Stack | undefined },
): ReadonlyMap<string, string> {
  const derived = derivedOf(template.name, facts, before);
  const values = new Map<string, string>();
  for (const [name, otherwise] of template.parameters) {
    const value = given.get(name) ?? derived.get(name) ?? before?.parameters.get(name);
    if (value !== undefined && value !== otherwise) values.set(name, value);
  }
  return values;
}

function derivedOf(
  template: TemplateName,
  facts: Facts,
  before: Stack | undefined,
): ReadonlyMap<string, string> {
  const isKept = before === undefined && facts.keptLogs.has(template);
  const secrets = facts.manifests.flatMap((manifest) => Object.values(manifest.workload.secrets));
  const roles = facts.manifests.flatMap(({ workload }) => workload.taskRole ?? []);
  return new Map([
    ['Project', facts.project],
    ...facts.github,
    ['Secrets', listOf(secrets.filter((arn) => arn.includes(':secretsmanager:')).map(secretItself))],
    ['SecretParameters', listOf(secrets.filter((arn) => arn.includes(':ssm:')))],
    ['FlowRoles', listOf(roles)],
    ...(facts.identityProvider === undefined ? [] : [['OidcProvider', facts.identityProvider] as const]),
    ...(facts.boundary === undefined ? [] : [['Boundary', facts.boundary] as const]),
    ...(isKept
      ? ([
          ['LogGroup', 'existing'],
          ['EventLogGroup', 'existing'],
        ] as const)
      : []),
  ]);
}

/** A flow may name one key of a secret; the permission is for the secret. */
function secretItself(arn: string): string {
  return arn.split(':').slice(0, 7).join(':');
}

function listOf(values: readonly string[]): string {
  return [...new Set(values)].sort().join(',');
}

/** Names that no template has, and values that none can do without: all of it at once. */
export function assertComplete(
  chosen: readonly { readonly template: Template; readonly values: ReadonlyMap<string, string> }[],
  given: ReadonlyMap<string, string>,
): void {
  const known = new Set(chosen.flatMap(({ template }) => [...template.parameters.keys()]));
  const problems: Problem[] = [...given.keys()]
    .filter((name) => !known.has(name))
    .map((name) => ({
      code: 'E_UNKNOWN_KEY',
      field: 'set',
      message: `No template has a parameter ${quote(name)}.`,
      fix: `They are: ${[...known].sort().join(', ')}.`,
    }));
  const missing = chosen.flatMap(({ template, values }) =>
    [...template.parameters]
      .filter(([name, otherwise]) => otherwise === undefined && !values.has(name))
      .map(([name]) => name),
  );
  for (const name of new Set(missing))
    problems.push({
      code: 'E_REQUIRED',
      field: 'set',
      message: `${name} is not known here.`,
      fix: `Give GITHUB_TOKEN and a remote "origin" on GitHub, or --set ${name}=….`,
    });
  if (problems.length > 0) throw new InputError(problems);
}

/** `Name=value`, each once. */
export function parseGiven(pairs: readonly string[]): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const pair of pairs) {
    const [, name, value] = /^([A-Za-z][A-Za-z0-9]*)=(.*)$/s.exec(pair) ?? [];
    if (name === undefined || value === undefined || given.has(name)) {
      const message = `${JSON.stringify(pair)} is not a parameter and its value, or is given twice.`;
      throw new InputError([
        { code: 'E_PARAM_PAIR', field: 'set', message, fix: 'Write --set Egress=nat-instance.' },
      ]);
    }
    given.set(name, value);
  }
  return given;
}
