import type { Json } from './json.ts';
import type { Problem } from './problem.ts';
import { quote } from './quote.ts';

/** How deep a parameter value may nest. */
export const deepestParameter = 8;

/** Bytes of a parameters text; GitHub and ECS both end near this. */
const parametersTextLimitBytes = 8_192;

export type ParametersText =
  | { readonly kind: 'ok'; readonly value: Json }
  | { readonly kind: 'bad'; readonly problems: readonly Problem[] };

/** Reads parameters as a person wrote them: JSON in which no key is written twice and no number loses digits. */
export function parseParametersText(text: string): ParametersText {
  const early = sizeProblem(text) ?? depthProblem(text);
  if (early !== undefined) return { kind: 'bad', problems: [early] };
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    const fix =
      'Write a JSON object such as {"region": "eu"}: names and texts in double quotes, no trailing comma.';
    const message = `The parameters are not JSON: ${quote(text)}.`;
    return { kind: 'bad', problems: [{ code: 'E_PARAM_JSON', field: 'parameters', message, fix }] };
  }
  const problems = tokenProblems(text);
  return problems.length > 0 ? { kind: 'bad', problems } : { kind: 'ok', value };
}

function sizeProblem(text: string): Problem | undefined {
  const size = new TextEncoder().encode(text).length;
  if (size <= parametersTextLimitBytes) return undefined;
  const depth = depthProblem(text);
  if (depth !== undefined) return depth;
  const message = `The parameters take ${size} bytes; at most ${parametersTextLimitBytes} are read.`;
  const fix = 'Put the data somewhere a run can read it, and pass its address.';
  return { code: 'E_PARAM_SIZE', field: 'parameters', message, fix };
}

/** To the end of the text where no quote closes it: looking for that from each quote again would take its square. */
const quoted = /"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)/g;

/** Looked at before parsing: `JSON.parse` takes a depth that later steps cannot. Stops at the first level too many. */
function depthProblem(text: string): Problem | undefined {
  let depth = 0;
  for (const [bracket] of text.replaceAll(quoted, '').matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > deepestParameter + 1) {
      const message = `The parameters nest deeper than ${deepestParameter} levels.`;
      return { code: 'E_PARAM_DEPTH', field: 'parameters', message };
    }
  }
  return undefined;
}

const tokenPattern = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[{}[\]:]/g;

/** What `JSON.parse` swallows: a second value for a key, and digits that a double cannot hold. The text is valid JSON. */
function tokenProblems(text: string): readonly Problem[] {
  const tokens = text.match(tokenPattern) ?? [];
  const open: (Set<string> | undefined)[] = [];
  const problems: Problem[] = [];
  tokens.forEach((token, index) => {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (token.startsWith('"')) {
      if (tokens[index + 1] === ':') problems.push(...keyProblems(token, open.at(-1)));
    } else if (token !== ':') problems.push(...numberProblems(token));
  });
  return problems;
}

function keyProblems(token: string, keys: Set<string> | undefined): readonly Problem[] {
  const key = JSON.parse(token) as string;
  if (keys === undefined || !keys.has(key)) {
    keys?.add(key);
    return [];
  }
  const message = `The key ${quote(key)} is written twice.`;
  return [{ code: 'E_PARAM_DUP_KEY', field: 'parameters', message, fix: 'Keep one.' }];
}

function numberProblems(token: string): readonly Problem[] {
  const value = Number(token);
  if (Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))) return [];
  const message = `${quote(token)} cannot be kept exactly: whole numbers go up to ${Number.MAX_SAFE_INTEGER}.`;
  return [{ code: 'E_PARAM_RANGE', field: 'parameters', message, fix: 'Pass it as a string.' }];
}
