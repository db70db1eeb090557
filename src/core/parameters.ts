import type { ParameterSchema, ParameterSchemas } from './flow.ts';
import { parseIso } from './instant.ts';
import { canonicalJson, type Json, type JsonObject } from './json.ts';
import { nearest } from './nearest.ts';
import { deepestParameter } from './parameters-text.ts';
import type { Problem } from './problem.ts';
import { quote, quoteWithType } from './quote.ts';
import { looksLikeSecretValue } from './secret-like.ts';

export { type ParametersText, parseParametersText } from './parameters-text.ts';

/**
 * Bytes of the resolved parameters, encoded as they travel. ECS takes 8,192 characters of overrides in all; the
 * rest is for the other `HEADGATE_…` variables.
 */
export const parametersLimitBytes = 7_168;

/** One fault of a parameter; `path` leads from the parameters to the value. */
export type ParameterFault = {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly fix?: string;
};

export type ResolvedParameters =
  | { readonly kind: 'ok'; readonly parameters: JsonObject }
  | { readonly kind: 'bad'; readonly problems: readonly Problem[] };

/** The parameters of a run: what was given, held against the declared schemas, with defaults filled in. No coercion. */
export function resolveParameters(schemas: ParameterSchemas, given: Json | undefined): ResolvedParameters {
  const faults = parameterFaults(schemas, given);
  if (faults.length > 0) return { kind: 'bad', problems: faults.map(problemOf) };
  const parameters: { [name: string]: Json } = Object.create(null);
  const values = (given ?? {}) as JsonObject;
  for (const [name, schema] of Object.entries(schemas)) {
    if (Object.hasOwn(values, name)) parameters[name] = values[name] as Json;
    else if (schema.default !== undefined) parameters[name] = schema.default;
  }
  const size = encodedBytes(parameters);
  if (size <= parametersLimitBytes) return { kind: 'ok', parameters };
  return { kind: 'bad', problems: [tooLarge(size)] };
}

function encodedBytes(parameters: JsonObject): number {
  return new TextEncoder().encode(JSON.stringify(canonicalJson(parameters))).length;
}

function tooLarge(size: number): Problem {
  return {
    code: 'E_PARAM_SIZE',
    field: 'parameters',
    message: `The parameters take ${size} bytes once encoded; ${parametersLimitBytes} fit into the launch of an ECS task.`,
    fix: 'Put the data somewhere a run can read it, and pass its address.',
  };
}

function problemOf(fault: ParameterFault): Problem {
  const { path, ...rest } = fault;
  return { ...rest, field: fieldOf(['parameters', ...path]) };
}

/** `schedules[0].parameters.region` */
export function fieldOf(path: readonly (string | number)[]): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      const shown = /^[\w-]+$/.test(step) ? step : quote(step);
      return index === 0 ? shown : `.${shown}`;
    })
    .join('');
}

/** Everything that is wrong with given parameters, before defaults are filled in. */
export function parameterFaults(
  schemas: ParameterSchemas,
  given: Json | undefined,
): readonly ParameterFault[] {
  if (given !== undefined && (typeof given !== 'object' || given === null || Array.isArray(given))) {
    const message = `Expected an object of parameters, got ${quoteWithType(given)}.`;
    return [{ code: 'E_PARAM_TYPE', path: [], message, fix: 'Write `{"name": value}`.' }];
  }
  const values = (given ?? {}) as JsonObject;
  const faults: ParameterFault[] = [];
  for (const [name, value] of Object.entries(values)) {
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    if (schema === undefined) faults.push(unknownParameter(name, schemas));
    else faults.push(...parameterValueFaults(schema, value, [name]), ...secretFaults(value, [name]));
  }
  for (const [name, schema] of Object.entries(schemas)) {
    if (schema.default !== undefined || Object.hasOwn(values, name)) continue;
    const message = 'It has no default, so a value must be given.';
    faults.push({ code: 'E_PARAM_REQUIRED', path: [name], message, fix: `Give a ${schema.type}.` });
  }
  return faults;
}

/** State, checks and the task's overrides hold parameters for all to read. */
function secretFaults(value: Json, path: ParameterFault['path']): readonly ParameterFault[] {
  if (typeof value === 'string') return looksLikeSecretValue(value) ? [secretLike(path)] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item: Json, index) => secretFaults(item, [...path, index]));
  return Object.entries(value as JsonObject).flatMap(([key, item]) => [
    ...(looksLikeSecretValue(key) ? [secretLike(path)] : []),
    ...secretFaults(item, [...path, key]),
  ]);
}

function secretLike(path: ParameterFault['path']): ParameterFault {
  return {
    code: 'E_SECRET_LIKE',
    path,
    message: 'The value looks like a secret; it would stand in git and in the task for all to read.',
    fix: 'Revoke it, store the new one in Secrets Manager, and name its ARN under `secrets` of the flow.',
  };
}

function unknownParameter(name: string, schemas: ParameterSchemas): ParameterFault {
  const names = Object.keys(schemas);
  const close = nearest(name, names);
  const declared = names.length === 0 ? 'The flow declares no parameters.' : `Declared: ${names.join(', ')}.`;
  return {
    code: 'E_PARAM_UNKNOWN',
    path: [name],
    message: `The flow declares no parameter ${quote(name)}.`,
    fix: close === undefined ? declared : `Did you mean ${quote(close)}?`,
  };
}

type Path = readonly (string | number)[];

/** What is wrong with one value, held against its schema. */
export function parameterValueFaults(
  schema: ParameterSchema,
  value: Json,
  path: Path = [],
): readonly ParameterFault[] {
  const fragile = contentFaults(value, path, 1);
  if (fragile.length > 0) return fragile;
  if (!hasType(schema.type, value)) {
    const message = `Expected ${schema.type}, got ${quoteWithType(value)}.`;
    return [{ code: typeCode(schema.type, value), path, message, ...typeFix(schema.type, value) }];
  }
  const allowed = schema.enum;
  if (allowed !== undefined && !allowed.some((item) => canonicalJson(item) === canonicalJson(value))) {
    const fix = `Allowed: ${allowed.map((item) => quote(item)).join(', ')}.`;
    return [{ code: 'E_PARAM_ENUM', path, message: `${quote(value)} is not allowed.`, fix }];
  }
  return [
    ...rangeFaults(schema, value, path),
    ...formatFaults(schema, value, path),
    ...itemFaults(schema, value, path),
  ];
}

function hasType(type: ParameterSchema['type'], value: Json): boolean {
  if (type === 'integer') return Number.isSafeInteger(value);
  if (type === 'number') return typeof value === 'number';
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}

function typeCode(type: ParameterSchema['type'], value: Json): string {
  return type === 'integer' && Number.isInteger(value) ? 'E_PARAM_RANGE' : 'E_PARAM_TYPE';
}

function typeFix(type: ParameterSchema['type'], value: Json): { fix?: string } {
  const isNumber = type === 'integer' || type === 'number';
  if (isNumber && typeof value === 'string') return { fix: 'Write the number without quotes.' };
  if (type === 'string' && typeof value !== 'object') return { fix: 'Put it in quotes.' };
  return {};
}

/** What no parameter may hold, whatever its schema: values that change, break or vanish on their way into a run. */
function contentFaults(value: Json, path: Path, depth: number): readonly ParameterFault[] {
  if (depth > deepestParameter) {
    const message = `Nested deeper than ${deepestParameter} levels.`;
    return [{ code: 'E_PARAM_DEPTH', path: path.slice(0, 2), message }];
  }
  if (typeof value === 'string') return textFaults(value, path);
  if (typeof value === 'number') return numberFaults(value, path);
  if (Array.isArray(value))
    return value.flatMap((item, index) => contentFaults(item, [...path, index], depth + 1));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === '__proto__'
      ? [{ code: 'E_PARAM_UNKNOWN', path: [...path, key], message: 'A key may not be `__proto__`.' }]
      : [...textFaults(key, [...path, key]), ...contentFaults(item, [...path, key], depth + 1)],
  );
}

function textFaults(text: string, path: Path): readonly ParameterFault[] {
  if (text.includes('\0')) {
    const message = 'Contains the character U+0000, which no environment variable can carry.';
    return [{ code: 'E_PARAM_CONTROL_CHAR', path, message, fix: 'Remove it.' }];
  }
  if (!/\p{Cs}/u.test(text)) return [];
  const message = 'Contains half of a surrogate pair, which no encoding can carry.';
  return [{ code: 'E_UNICODE_ILL_FORMED', path, message, fix: 'Write the whole character.' }];
}

function numberFaults(value: number, path: Path): readonly ParameterFault[] {
  if (Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))) return [];
  const message = `${value} cannot be kept exactly: whole numbers go up to ${Number.MAX_SAFE_INTEGER}.`;
  return [{ code: 'E_PARAM_RANGE', path, message, fix: 'Pass it as a string.' }];
}

function rangeFaults(schema: ParameterSchema, value: Json, path: Path): readonly ParameterFault[] {
  const isText = typeof value === 'string';
  if (!isText && typeof value !== 'number') return [];
  const size = isText ? [...value].length : value;
  const least = isText ? schema.minLength : schema.minimum;
  const most = isText ? schema.maxLength : schema.maximum;
  if ((least === undefined || size >= least) && (most === undefined || size <= most)) return [];
  const bounds = [
    least === undefined ? '' : `at least ${least}`,
    most === undefined ? '' : `at most ${most}`,
  ];
  const message = isText ? `The text has ${size} characters.` : `${value} is out of range.`;
  const fix = `Allowed: ${bounds.filter((bound) => bound !== '').join(' and ')}${isText ? ' characters' : ''}.`;
  return [{ code: 'E_PARAM_RANGE', path, message, fix }];
}

const offsetPattern = /([+-])([01]\d|2[0-3]):([0-5]\d)$/;

function isRealFormat(format: 'date' | 'date-time', text: string): boolean {
  if (format === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(text) && parseIso(`${text}T00:00Z`) !== undefined;
  const hasSeconds = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(text);
  return (
    hasSeconds && parseIso(text.replace(offsetPattern, 'Z').replace(/(\.\d{3})\d+Z$/, '$1Z')) !== undefined
  );
}

function formatFaults(schema: ParameterSchema, value: Json, path: Path): readonly ParameterFault[] {
  if (schema.format === undefined || typeof value !== 'string' || isRealFormat(schema.format, value))
    return [];
  const example = schema.format === 'date' ? '2026-11-24' : '2026-11-24T10:05:00Z';
  const message = `${quote(value)} is not a real ${schema.format}.`;
  return [{ code: 'E_PARAM_FORMAT', path, message, fix: `Write it like ${example}.` }];
}

function itemFaults(schema: ParameterSchema, value: Json, path: Path): readonly ParameterFault[] {
  const { items } = schema;
  if (items === undefined || !Array.isArray(value)) return [];
  return value.flatMap((item, index) => parameterValueFaults(items, item, [...path, index]));
}
