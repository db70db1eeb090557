import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';

type ServiceModel = {
  readonly targetPrefix: string;
  readonly operations: { readonly [name: string]: { readonly input: string } };
  readonly definitions: object;
};

const models: { readonly [service: string]: ServiceModel } = JSON.parse(
  readFileSync(new URL('./models/aws.json', import.meta.url), 'utf8'),
);

/** What AWS says in words only, in its API reference: the models know no such limits. */
const limits: { readonly [operation: string]: (input: Input) => string | undefined } = {
  RunTask: (input) => {
    const overrides = JSON.stringify(input['overrides'] ?? {}).length;
    if (overrides > 8_192) return `overrides take ${overrides} characters, 8,192 at most`;
    if (Number(input['count'] ?? 1) > 10) return 'count is 10 at most';
    if (!/^[\x21-\x7e]{1,64}$/.test(String(input['clientToken'] ?? 'x')))
      return 'clientToken is 1-64 characters of ASCII 33-126';
    return /^[A-Za-z0-9_/-]{1,36}$/.test(String(input['startedBy'] ?? 'x'))
      ? undefined
      : 'startedBy is 1-36 of A-Z a-z 0-9 _ / -';
  },
  DescribeTasks: (input) =>
    Array.isArray(input['tasks']) && input['tasks'].length <= 100 ? undefined : 'tasks are 100 at most',
};

type Input = { readonly [name: string]: unknown };

export type AwsRequest = { readonly service: string; readonly operation: string; readonly input: Input };

const ajv = new Ajv({ strict: false, allErrors: true });
const validators = new Map<string, ValidateFunction>();

/** What is wrong with a request by the vendor's own model; empty: nothing. */
export function awsViolations({ service, operation, input }: AwsRequest): string[] {
  const model = models[service];
  const described = model?.operations[operation];
  if (model === undefined || described === undefined)
    return [`${service} has no operation ${operation} in the models`];
  const validate = validatorOf(service, model, described.input);
  const isValid = validate(input);
  const faults = isValid
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${operation}${instancePath}: ${message}`);
  const limit = limits[operation]?.(input);
  return limit === undefined ? faults : [...faults, `${operation}: ${limit}`];
}

function validatorOf(service: string, model: ServiceModel, name: string): ValidateFunction {
  const key = `${service}/${name}`;
  const known = validators.get(key);
  if (known !== undefined) return known;
  const made = ajv.compile({ $ref: `#/definitions/${name}`, definitions: model.definitions });
  validators.set(key, made);
  return made;
}

/** `AmazonEC2ContainerServiceV20141113.RunTask` → service and operation. */
export function readTarget(target: string): Pick<AwsRequest, 'service' | 'operation'> | undefined {
  const [prefix, operation = ''] = target.split('.');
  const service = Object.keys(models).find((name) => models[name]?.targetPrefix === prefix);
  return service === undefined ? undefined : { service, operation };
}
