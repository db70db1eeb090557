import type { CST } from 'yaml';
import type { Problem } from '../core/problem.ts';
import { quote } from '../core/quote.ts';
import type { PlaceOf } from './yaml-node.ts';

/** How deep lists and mappings may nest: far beyond any manifest, far below where recursion ends. */
const deepestYaml = 32;

/** Problems of one kind beyond this many say nothing new. */
const shownProblems = 20;

type Pending = { readonly token: CST.Token; readonly depth: number };

/**
 * What can be refused by looking at tokens alone, before anything is composed from them: depth, and the features that
 * let a small text become a large value. Iterative, because the depth is not known yet.
 */
export function scanTokens(tokens: readonly CST.Token[], placeOf: PlaceOf): readonly Problem[] {
  const problems: Problem[] = [];
  const pending: Pending[] = [];
  pushAll(pending, tokens, 0);
  while (problems.length < shownProblems) {
    const next = pending.pop();
    if (next === undefined) break;
    if (next.depth > deepestYaml) return [...problems, depthProblem(next.token, placeOf)];
    const found = refusal(next.token, placeOf);
    if (found !== undefined) problems.push(found);
    pushChildren(pending, next);
  }
  return problems;
}

function depthProblem(token: CST.Token, placeOf: PlaceOf): Problem {
  const message = `Lists and mappings nest deeper than ${deepestYaml} levels.`;
  return {
    code: 'E_YAML_DEPTH',
    message,
    fix: 'Check for stray `-` or brackets.',
    place: placeOf(offsetOf(token)),
  };
}

function offsetOf(token: CST.Token): number {
  return 'offset' in token ? token.offset : 0;
}

const spacing: ReadonlySet<string> = new Set([
  'space',
  'newline',
  'comment',
  'map-value-ind',
  'seq-item-ind',
  'comma',
]);

/** Last first, so that they come off the stack in the order of the text. */
function pushAll(pending: Pending[], tokens: readonly CST.Token[], depth: number): void {
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token !== undefined && !spacing.has(token.type)) pending.push({ token, depth });
  }
}

function pushChildren(pending: Pending[], { token, depth }: Pending): void {
  if (token.type === 'document') {
    if (token.value !== undefined) pending.push({ token: token.value, depth });
    pushAll(pending, token.start, depth);
  } else if (token.type === 'block-scalar') {
    pushAll(pending, token.props, depth);
  } else if ('items' in token) {
    for (let index = token.items.length - 1; index >= 0; index -= 1) {
      const item = token.items[index];
      if (item !== undefined) pushItem(pending, item, depth + 1);
    }
  }
}

function pushItem(pending: Pending[], { start, key, sep, value }: CST.CollectionItem, depth: number): void {
  if (value !== undefined) pending.push({ token: value, depth });
  if (sep !== undefined) pushAll(pending, sep, depth);
  if (key !== undefined && key !== null) pending.push({ token: key, depth });
  pushAll(pending, start, depth);
}

function refusal(token: CST.Token, placeOf: PlaceOf): Problem | undefined {
  const source = 'source' in token ? token.source : '';
  const at = offsetOf(token);
  switch (token.type) {
    case 'anchor':
    case 'alias': {
      const message = `Anchors and aliases are not supported: ${quote(source)}.`;
      return { code: 'E_YAML_ALIAS', message, fix: 'Write the value out.', place: placeOf(at) };
    }
    case 'tag': {
      const message = `Tags are not supported: ${quote(source)}.`;
      return { code: 'E_YAML_TAG', message, fix: 'Remove the tag; put text in quotes.', place: placeOf(at) };
    }
    case 'directive': {
      const message = `Directives are not supported: ${quote(source)}.`;
      return {
        code: 'E_YAML_DIRECTIVE',
        message,
        fix: 'Remove the line; files are read as YAML 1.2.',
        place: placeOf(at),
      };
    }
    case 'scalar': {
      if (source !== '<<') return undefined;
      const message = 'Merge keys (`<<`) are not supported.';
      const fix = 'Write the keys out, or put them under `defaults` in headgate.yml.';
      return { code: 'E_YAML_MERGE', message, fix, place: placeOf(at) };
    }
    default:
      return undefined;
  }
}
