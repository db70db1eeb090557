import type { Json } from './template.ts';

export type Call = {
  readonly action: string;
  readonly resource: string;
  readonly context?: { readonly [key: string]: string | readonly string[] };
};

/**
 * IAM's evaluation of identity policies, as far as the shipped ones need it: denied unless a statement allows. An
 * element that it does not know is an error, so that no policy passes for want of understanding.
 */
export function isAllowed(statements: readonly Json[], call: Call): boolean {
  const hits = statements.filter((statement) => applies(statement, call));
  if (hits.some(({ Effect }) => Effect === 'Deny')) return false;
  return hits.some(({ Effect }) => Effect === 'Allow');
}

const knownElements = new Set(['Sid', 'Effect', 'Action', 'Resource', 'Principal', 'Condition']);

function applies(statement: Json, call: Call): boolean {
  for (const element of Object.keys(statement))
    if (!knownElements.has(element)) throw new Error(`Unknown element ${element}`);
  const isAction = list(statement.Action).some((pattern) =>
    like(pattern.toLowerCase(), call.action.toLowerCase()),
  );
  const isResource =
    statement.Resource === undefined ||
    list(statement.Resource).some((pattern) => like(pattern, call.resource));
  return isAction && isResource && conditionsHold(statement.Condition ?? {}, call.context ?? {});
}

function conditionsHold(conditions: Json, context: NonNullable<Call['context']>): boolean {
  return Object.entries<Json>(conditions).every(([operator, keys]) =>
    Object.entries<Json>(keys).every(([key, wanted]) => holds(operator, list(wanted), context[key])),
  );
}

function holds(
  operator: string,
  wanted: readonly string[],
  seen: string | readonly string[] | undefined,
): boolean {
  const values = seen === undefined ? [] : list(seen);
  // Keys of one value only: with several, IAM wants ForAnyValue or ForAllValues, which these policies have no need of.
  if (values.length > 1) return false;
  const [value] = values;
  switch (operator) {
    case 'StringEquals':
      return value !== undefined && wanted.includes(value);
    case 'StringNotEqualsIfExists':
      return value === undefined || !wanted.includes(value);
    // Both do the same: wildcards count (IAM reference, condition operators).
    case 'ArnEquals':
    case 'ArnLike':
      return value !== undefined && wanted.some((pattern) => likeArn(pattern, value));
    default:
      throw new Error(`Unknown operator ${operator}`);
  }
}

/** Each of the six parts of an ARN is matched by itself. */
function likeArn(pattern: string, arn: string): boolean {
  const [patterns, parts] = [pattern, arn].map((text) => {
    const fields = text.split(':');
    return [...fields.slice(0, 5), fields.slice(5).join(':')];
  }) as [string[], string[]];
  return patterns.every((part, index) => like(part, parts[index] ?? ''));
}

function like(pattern: string, text: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

export function list<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? value : [value as T];
}
