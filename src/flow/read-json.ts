import { parse } from 'jsonc-parser';
import type { JsonObject } from '../core/json.ts';
import type { SourceTree } from '../ports.ts';

/** Configuration files are small; a larger one is not what its name says. */
const limitBytes = 1024 * 1024;

/** Objects of JSON files, comments allowed; `undefined` for one that is absent, too large or no object. */
export async function readJsonObjects(
  source: Pick<SourceTree, 'read'>,
  paths: readonly string[],
): Promise<readonly (JsonObject | undefined)[]> {
  const contents = await source.read(paths, limitBytes);
  return contents.map((content) => (content === 'too-large' ? undefined : objectOf(content)));
}

function objectOf(bytes: Uint8Array): JsonObject | undefined {
  const text = new TextDecoder().decode(bytes);
  if (deepest(text) > deepestNesting) return undefined;
  const value: unknown = parse(text, [], { allowTrailingComma: true });
  return isObject(value) ? value : undefined;
}

const deepestNesting = 200;

/** The parser recurses: what is nested deeper than any real file is not given to it. Brackets in strings only overcount. */
function deepest(text: string): number {
  let depth = 0;
  let most = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > most) most = depth;
  }
  return most;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
