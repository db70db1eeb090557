import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** Checks requests and answers against GitHub's own description of its REST API. */
export type GithubContract = {
  /** What is wrong with a request; empty if GitHub would accept its shape. */
  request(request: ContractRequest): string[];
  response(
    operation: { readonly method: string; readonly path: string; readonly status: number },
    body: unknown,
  ): string[];
};

export type ContractRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
};

type Schema = { readonly [key: string]: unknown };
type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
};
type Operation = {
  readonly parameters?: readonly ({ readonly $ref: string } | Parameter)[];
  readonly requestBody?: { readonly content: { readonly [type: string]: { readonly schema: Schema } } };
  readonly responses: {
    readonly [status: string]: {
      readonly content?: { readonly [type: string]: { readonly schema: Schema } };
    };
  };
};
type Model = {
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
  readonly components: {
    readonly parameters: { readonly [name: string]: Parameter };
    readonly schemas: { readonly [name: string]: Schema };
  };
};

const modelFile = new URL('./models/github-rest.json', import.meta.url);

export function githubContract(): GithubContract {
  const model = JSON.parse(readFileSync(modelFile, 'utf8')) as Model;
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false });
  (addFormats as unknown as { default: typeof addFormats.default }).default?.(ajv) ??
    (addFormats as unknown as (a: Ajv) => void)(ajv);
  ajv.addSchema({ $id: 'github', components: jsonSchema(model.components) });
  const compiled = new Map<string, ValidateFunction>();
  const validate = (key: string, schema: () => unknown, value: unknown): string[] => {
    const check = compiled.get(key) ?? ajv.compile(schema() as Schema);
    compiled.set(key, check);
    return check(value)
      ? []
      : (check.errors ?? []).map(
          ({ instancePath, message, params }) => `${key}${instancePath} ${message} ${JSON.stringify(params)}`,
        );
  };
  return {
    request({ method, path, query, body }) {
      const found = operationOf(model, method, path);
      if (found === undefined) return [`${method} ${path} is no operation that the project may call`];
      const { operation, template } = found;
      const schema = operation.requestBody?.content['application/json']?.schema;
      const problems = queryProblems(model, operation, query);
      if (schema === undefined)
        return body === undefined ? problems : [...problems, `${method} ${template} has no body`];
      return [...problems, ...validate(`${method} ${template}`, () => closed(jsonSchema(schema)), body)];
    },
    response({ method, path, status }, body) {
      const found = operationOf(model, method, path);
      const schema = found?.operation.responses[status]?.content?.['application/json']?.schema;
      if (found === undefined || schema === undefined) return [];
      return validate(`${status} ${method} ${found.template}`, () => jsonSchema(schema), body);
    },
  };
}

function operationOf(model: Model, method: string, path: string) {
  for (const [template, methods] of Object.entries(model.paths)) {
    const pattern = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'ref' ? '.+' : '[^/]+'));
    const operation = methods[method.toLowerCase()];
    if (operation !== undefined && new RegExp(`^${pattern}$`).test(path)) return { operation, template };
  }
  return undefined;
}

function queryProblems(model: Model, operation: Operation, query: URLSearchParams): string[] {
  const known = (operation.parameters ?? [])
    .map((parameter) =>
      '$ref' in parameter ? model.components.parameters[parameter.$ref.split('/').at(-1) ?? ''] : parameter,
    )
    .filter((parameter) => parameter?.in === 'query');
  return [...query.entries()].flatMap(([name, value]) => {
    const parameter = known.find((candidate) => candidate?.name === name);
    if (parameter === undefined) return [`query parameter ${name} is unknown`];
    const { type, enum: allowed } = parameter.schema as { type?: string; enum?: readonly string[] };
    const isRight =
      (type !== 'integer' || /^\d+$/.test(value)) && (allowed === undefined || allowed.includes(value));
    return isRight ? [] : [`query parameter ${name} is ${value}`];
  });
}

/** OpenAPI 3.0 says `nullable` where JSON Schema says `null`, and refers to itself as `#`. */
function jsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(jsonSchema);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = value as { nullable?: boolean; [key: string]: unknown };
  const schema = Object.fromEntries(
    Object.entries(rest).map(([key, item]) => [
      key,
      key === '$ref' && typeof item === 'string' ? item.replace(/^#/, 'github#') : jsonSchema(item),
    ]),
  );
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}

/** Members that GitHub does not know are dropped by it in silence: here they are mistakes. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const schema = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, closed(item)]));
  const isObject = schema['type'] === 'object' && schema['properties'] !== undefined;
  return isObject && schema['additionalProperties'] === undefined
    ? { ...schema, additionalProperties: false }
    : schema;
}
