import type { CST } from 'yaml';
import type { Problem } from '../core/problem.ts';
import { quote } from '../core/quote.ts';
import type { PlaceOf } from './yaml-node.ts';

/** How deep lists and mappings may nest: far beyond any manifest, far below where recursion ends. */
export const deepestYaml = 32;

/** Problems of one kind beyond this many say nothing new. */
const shownProblems = 20;

type Item = CST.CollectionItem;
type Pending = { readonly token: CST.Token; readonly depth: number };

/**
 * What can be refused by looking at tokens alone, before anything is composed from them: depth, and the features that
 * let a small text become a large value. Iterative, because the depth is not known yet.
 */
export function scanTokens(tokens: readonly CST.Token[], placeOf: PlaceOf): readonly Problem[] {
  const problems: Problem[] = [];
  const pending: Pending[] = tokens.map((token) => ({ token, depth: 0 })).reverse();
  while (problems.length < shownProblems) {
    const next = pending.pop();
    if (next === undefined) break;
    if (next.depth > deepestYaml) {
      problems.push(depthProblem(next.token, placeOf));
      break;
    }
    const found = refusal(next.token, placeOf);
    if (found !== undefined) problems.push(found);
    pending.push(...childrenOf(next).reverse());
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

function childrenOf({ token, depth }: Pending): Pending[] {
  const same = (tokens: readonly CST.Token[]): Pending[] => tokens.map((child) => ({ token: child, depth }));
  if (token.type === 'document')
    return same([...token.start, ...(token.value === undefined ? [] : [token.value])]);
  if ('items' in token) {
    return token.items.flatMap((item) =>
      itemTokens(item).map((child) => ({ token: child, depth: depth + 1 })),
    );
  }
  if (token.type === 'block-scalar') return same(token.props);
  return [];
}

function itemTokens(item: Item): readonly CST.Token[] {
  return [item.start, item.key ?? [], item.sep ?? [], item.value ?? []].flat();
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
