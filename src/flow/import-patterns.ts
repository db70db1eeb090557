import { type Constants, constantOf, cookedOf } from './constants.ts';
import type { GlobPart } from './imports.ts';
import { isNode, nodesIn, type SyntaxNode, unwrapped } from './syntax-tree.ts';

/** The patterns that esbuild makes of templates and sums: with, and without, the constants that it may fold. */
export function globsOf(node: SyntaxNode, known: Constants): readonly (readonly GlobPart[])[] {
  const plain = globOf(node);
  if (plain === undefined) return [];
  const folded = globOf(node, known) ?? plain;
  return JSON.stringify(folded) === JSON.stringify(plain) ? [plain] : [plain, folded];
}

function globOf(node: SyntaxNode, known?: Constants): readonly GlobPart[] | undefined {
  const pieces = piecesOf(node, known, 0);
  if (pieces === undefined) return undefined;
  const parts: GlobPart[] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (piece === undefined) {
      if (typeof last !== 'object') continue;
      // `a/${b}c` may be in any folder below; `a${b}c` is in this one.
      if (last.text.endsWith('/')) parts.push('folders');
      parts.push('segment');
    } else if (typeof last === 'object') parts[parts.length - 1] = { text: last.text + piece };
    else if (piece !== '') parts.push({ text: piece });
  }
  const [first] = parts;
  const isRelative = typeof first === 'object' && /^\.{1,2}\//.test(first.text);
  return isRelative && parts.length > 1 ? parts : undefined;
}

/** Text, and `undefined` for what is not known. */
function piecesOf(
  node: SyntaxNode,
  known: Constants | undefined,
  depth: number,
): readonly (string | undefined)[] | undefined {
  if (depth > 100) return undefined;
  const inner = unwrapped(node);
  const constant = constantOf(inner, known);
  if (typeof constant?.value === 'string') return [constant.value];
  if (inner.type === 'TemplateLiteral') {
    const expressions = nodesIn(inner['expressions']);
    return nodesIn(inner['quasis']).flatMap((quasi, index) => {
      const expression = expressions[index];
      const after = expression === undefined ? [] : pieceOf(expression, known, depth);
      return [cookedOf(quasi), ...after];
    });
  }
  if (inner.type !== 'BinaryExpression' || inner['operator'] !== '+') return undefined;
  const [left, right] = [inner['left'], inner['right']];
  if (!isNode(left) || !isNode(right)) return undefined;
  const start = piecesOf(left, known, depth + 1);
  return start === undefined ? undefined : [...start, ...pieceOf(right, known, depth)];
}

function pieceOf(
  node: SyntaxNode,
  known: Constants | undefined,
  depth: number,
): readonly (string | undefined)[] {
  const constant = constantOf(node, known);
  if (constant !== undefined) return [String(constant.value)];
  return piecesOf(node, known, depth + 1) ?? [undefined];
}
