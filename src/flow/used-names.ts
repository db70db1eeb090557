import { childrenOf, isNode, nameOf, type SyntaxNode } from './syntax-tree.ts';

/** Those of TypeScript's nodes that hold values. All others are types. */
const holders = new Set([
  'TSAsExpression',
  'TSEnumBody',
  'TSEnumDeclaration',
  'TSEnumMember',
  'TSExportAssignment',
  'TSInstantiationExpression',
  'TSImportEqualsDeclaration',
  'TSModuleBlock',
  'TSModuleDeclaration',
  'TSNonNullExpression',
  'TSParameterProperty',
  'TSQualifiedName',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
]);

/** Every name that is used as a value somewhere; declarations count too, so that it is rather one too many. */
export function valuesIn(program: SyntaxNode): ReadonlySet<string> {
  // Elements are made by it, where nothing else is said.
  const names = new Set<string>(['React']);
  const waiting = [program];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'ImportDeclaration' || (node.type.startsWith('TS') && !holders.has(node.type)))
      continue;
    const name = nameOf(node);
    if (name !== undefined && node.type !== 'StringLiteral') names.add(name);
    for (const child of childrenOf(node)) if (!isKey(node, child)) waiting.push(child);
  }
  return names;
}

/** `name` in `a.name` and in `{ name: a }` is no use of what bears that name. */
function isKey(node: SyntaxNode, child: SyntaxNode): boolean {
  if (node['computed'] === true || node['shorthand'] === true) return false;
  return (
    (child === node['property'] || child === node['key']) && isNode(child) && child.type === 'Identifier'
  );
}
