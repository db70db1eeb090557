import { isNode, nameOf, nodesIn, propertyOf, type SyntaxNode, unwrapped } from './syntax-tree.ts';

/** `f(...['x'])` is `f('x')`. */
export function argumentsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return nodesIn(node['arguments']).flatMap((argument) => {
    const spread = argument.type === 'SpreadElement' ? argument['argument'] : undefined;
    return isNode(spread) && spread.type === 'ArrayExpression'
      ? argumentsOf({ type: '', arguments: spread['elements'] })
      : [argument];
  });
}

export function isRequire(callee: SyntaxNode): boolean {
  if (callee.type === 'Identifier') return callee['name'] === 'require';
  return (
    callee.type === 'MemberExpression' &&
    isNode(callee['object']) &&
    nameOf(unwrapped(callee['object'])) === 'module' &&
    propertyOf(callee) === 'require'
  );
}
