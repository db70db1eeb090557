import type { Json, JsonObject } from '../../core/json.ts';
import { parseParametersText } from '../../core/parameters-text.ts';
import type { Problem } from '../../core/problem.ts';

export type ParametersAnswer =
  | { readonly kind: 'ok'; readonly value: Json | undefined }
  | { readonly kind: 'bad'; readonly problems: readonly Problem[] };

/**
 * Parameters as the command line gives them: a JSON object, and single ones as `name=value` that win over it. A value
 * that is JSON is taken as such, anything else as text: `-p days=3 -p region=eu`.
 */
export function parametersFrom(text: string | undefined, pairs: readonly string[]): ParametersAnswer {
  const whole = text === undefined ? ({ kind: 'ok', value: {} } as const) : parseParametersText(text);
  if (whole.kind === 'bad') return whole;
  if (pairs.length === 0) return text === undefined ? { kind: 'ok', value: undefined } : whole;
  // Held against the flow as it is, so that the message says what was expected.
  if (!isObject(whole.value)) return whole;
  const problems: Problem[] = [];
  const given: { [name: string]: Json } = Object.create(null);
  Object.assign(given, whole.value);
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, Math.max(at, 0));
    if (name === '') problems.push(pairProblem(pair));
    else given[name] = readValue(pair.slice(at + 1));
  }
  return problems.length > 0 ? { kind: 'bad', problems } : { kind: 'ok', value: given };
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readValue(text: string): Json {
  const parsed = parseParametersText(text);
  return parsed.kind === 'ok' ? parsed.value : text;
}

function pairProblem(pair: string): Problem {
  const message = `${JSON.stringify(pair)} is not a parameter.`;
  return { code: 'E_PARAM_PAIR', field: 'parameter', message, fix: 'Write -p name=value.' };
}
