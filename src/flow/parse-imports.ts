import { argumentsOf, isRequire } from './calls.ts';
import { type Constants, constantOf, constantsIn, deadBranch } from './constants.ts';
import { globsOf } from './import-patterns.ts';
import {
  type ImportForm,
  type ImportUse,
  isTypeScript,
  type JsxText,
  type ModuleText,
  withSourceMap,
} from './imports.ts';
import {
  childrenOf,
  isNode,
  nameOf,
  nodesIn,
  parseText,
  propertyOf,
  type SyntaxNode,
  unwrapped,
} from './syntax-tree.ts';
import { valuesIn } from './used-names.ts';

/** What a text asks for, by a parser: each form of `import` and `require` that esbuild follows. Undefined: it takes it not. */
export function parseImports(path: string, text: string): ModuleText | undefined {
  const tree = parseText(path, text);
  if (tree === undefined) return undefined;
  try {
    const found: Finding = {
      text,
      uses: [],
      known: constantsIn(tree.program),
      isTyped: isTypeScript(path),
      values: once(() => valuesIn(tree.program)),
      isModule: false,
      hasElements: false,
      hasKeyAfterSpread: false,
    };
    visit(tree.program, found, { isTried: false });
    const jsx = found.hasElements ? jsxText(found, tree.comments) : undefined;
    const base = {
      uses: withSourceMap(text, found.uses),
      isModule: found.isModule,
      means: 'parsed',
    } as const;
    return jsx === undefined ? base : { ...base, jsx };
  } catch (error) {
    // Nested more deeply than anything that a person wrote.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

type Finding = {
  readonly text: string;
  readonly uses: ImportUse[];
  readonly known: Constants;
  readonly isTyped: boolean;
  /** Names that are used as values. */
  readonly values: () => ReadonlySet<string>;
  isModule: boolean;
  hasElements: boolean;
  hasKeyAfterSpread: boolean;
};

type Surroundings = {
  /** In the body of a `try`. */
  readonly isTried: boolean;
  /** With a handler of its own for its failure. */
  readonly isCaught?: true;
  /** Where no program comes: `if (false)`. esbuild drops it before it asks where an import leads. */
  readonly isDead?: true;
};

function visit(node: SyntaxNode, found: Finding, around: Surroundings): void {
  if (node['declare'] === true) return;
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      takeStatement(node, found);
      break;
    case 'ExportDefaultDeclaration':
      found.isModule = true;
      break;
    case 'MetaProperty':
      found.isModule ||= nameOf(node['meta']) === 'import';
      return;
    case 'TSImportEqualsDeclaration':
      takeImportEquals(node, found, around);
      return;
    case 'AwaitExpression':
    case 'ImportExpression':
      if (takeDynamic(node, found, around)) return;
      break;
    case 'CallExpression':
      visitCall(node, found, around);
      return;
    case 'TryStatement':
      visitTry(node, found, around);
      return;
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'LogicalExpression':
      visitBranches(node, found, around);
      return;
    case 'JSXFragment':
    case 'JSXOpeningElement':
      takeElement(node, found);
      break;
    default:
  }
  const inner = inside(around, isFunction(node) ? false : around.isTried);
  for (const child of childrenOf(node)) visit(child, found, inner);
}

function inside({ isDead }: Surroundings, isTried: boolean): Surroundings {
  return isDead === true ? { isTried, isDead } : { isTried };
}

function visitBranches(node: SyntaxNode, found: Finding, around: Surroundings): void {
  const inner = inside(around, around.isTried);
  const dead = deadBranch(node, found.known);
  for (const child of childrenOf(node))
    visit(child, found, child === dead ? { ...inner, isDead: true } : inner);
}

function isFunction({ type }: SyntaxNode): boolean {
  return type.endsWith('FunctionExpression') || type === 'FunctionDeclaration' || type.endsWith('Method');
}

function takeStatement(node: SyntaxNode, found: Finding): void {
  const kindKey = node.type === 'ImportDeclaration' ? 'importKind' : 'exportKind';
  if (node[kindKey] === 'type' || node[kindKey] === 'typeof') return;
  found.isModule = true;
  const { source } = node;
  if (!isNode(source)) return;
  const specifiers = nodesIn(node['specifiers']);
  const isOfTypes = specifiers.length > 0 && specifiers.every((specifier) => specifier[kindKey] === 'type');
  const names = node.type === 'ImportDeclaration' ? specifiers.map(({ local }) => nameOf(local) ?? '') : [];
  // `import {} from 'x'` names nothing; the tree of `import 'x'` is the same.
  const isNaming = names.length > 0 || (node.type === 'ImportDeclaration' && hasBraces(node, source, found));
  const mayFail = found.isTyped && isNaming && !names.some((name) => found.values().has(name));
  found.uses.push({
    kind: 'name',
    form: 'import',
    specifier: String(source['value']),
    offset: node.start ?? 0,
    ...(isOfTypes ? { isInlineTypeOnly: true } : {}),
    // TypeScript drops an import of which nothing is used as a value: it may be of types alone.
    ...(mayFail ? { mayFail } : {}),
  });
}

function hasBraces({ start }: SyntaxNode, source: SyntaxNode, { text }: Finding): boolean {
  return text.slice(start ?? 0, source.start ?? 0).includes('{');
}

/** `import x = require('x')`. */
function takeImportEquals(node: SyntaxNode, found: Finding, around: Surroundings): void {
  const { moduleReference } = node;
  if (node['importKind'] === 'type' || !isNode(moduleReference)) return;
  const { expression } = moduleReference;
  if (moduleReference.type === 'TSExternalModuleReference' && isNode(expression))
    takeArgument(expression, found, { ...around, isTried: false, form: 'require', at: node });
}

/** A `try` around it is prepared for its failure only if it waits for it. */
function takeDynamic(node: SyntaxNode, found: Finding, around: Surroundings): boolean {
  const { isTried, isCaught } = around;
  const isAwaited = node.type === 'AwaitExpression';
  const asked = isAwaited && isNode(node['argument']) ? unwrapped(node['argument']) : node;
  if (asked.type !== 'ImportExpression') return false;
  const mayFail = isCaught === true || (isAwaited && isTried);
  takeArgument(asked['source'], found, { ...inside(around, mayFail), form: 'import', at: asked });
  if (isNode(asked['options'])) visit(asked['options'], found, inside(around, isTried));
  return true;
}

function visitTry(node: SyntaxNode, found: Finding, around: Surroundings): void {
  for (const child of childrenOf(node))
    visit(child, found, child === node['block'] ? inside(around, true) : around);
}

/** `require(…)`, `module.require(…)`; `import(…).catch(…)`, and what else is called. */
function visitCall(node: SyntaxNode, found: Finding, around: Surroundings): void {
  const callee = isNode(node['callee']) ? unwrapped(node['callee']) : node;
  const args = argumentsOf(node);
  const [only] = args;
  if (isRequire(callee) && only !== undefined && args.length === 1) {
    takeArgument(only, found, { ...around, form: 'require', at: node });
    return;
  }
  const { object } = callee as { object?: unknown };
  const method = callee.type === 'MemberExpression' ? propertyOf(callee) : undefined;
  const handles = method === 'catch' || (method === 'then' && args.length > 1);
  if (isNode(object) && (method === 'catch' || method === 'then')) {
    visit(object, found, handles ? { ...around, isCaught: true } : around);
    for (const argument of nodesIn(node['arguments'])) visit(argument, found, around);
    return;
  }
  for (const child of childrenOf(node)) visit(child, found, inside(around, around.isTried));
}

type Taking = Surroundings & { readonly form: ImportForm; readonly at: SyntaxNode };

/** Everything that an argument may come to. What a bundler may fold, and may not, is taken both ways. */
function takeArgument(argument: unknown, found: Finding, taking: Taking): void {
  if (!isNode(argument)) return;
  const node = unwrapped(argument);
  if (node.type === 'ConditionalExpression') {
    for (const key of ['consequent', 'alternate']) takeArgument(node[key], found, taking);
    if (isNode(node['test'])) visit(node['test'], found, taking);
    return;
  }
  const before = found.uses.length;
  const { form } = taking;
  const offset = taking.at.start ?? 0;
  const literal = constantOf(node);
  const value = literal ?? constantOf(node, found.known);
  // The `require` of this text is its own, made by `createRequire` or handed in.
  const isOwn = form === 'require' && found.known.declared.has('require');
  const mayFail = literal === undefined || taking.isTried || taking.isDead === true || isOwn;
  const isDynamic = form === 'import';
  if (typeof value?.value === 'string')
    found.uses.push({
      kind: 'name',
      form,
      offset,
      specifier: value.value,
      ...(mayFail ? { mayFail } : {}),
      ...(isDynamic ? { isDynamic } : {}),
    });
  if (literal !== undefined) return;
  for (const parts of globsOf(node, found.known)) found.uses.push({ kind: 'glob', form, offset, parts });
  if (found.uses.length === before) takeLiterals(node, found, { form, offset, isOwn });
  visit(node, found, taking);
}

const mostLiterals = 100;

/** The last resort for an expression that cannot be told: every text in it that may be the name of a module. */
function takeLiterals(
  node: SyntaxNode,
  found: Finding,
  { form, offset, isOwn }: { readonly form: ImportForm; readonly offset: number; readonly isOwn: boolean },
): void {
  const waiting = [node];
  let left = mostLiterals;
  for (let next = waiting.pop(); next !== undefined && left > 0; next = waiting.pop()) {
    if (next.type === 'StringLiteral' && next['value'] !== '') {
      left -= 1;
      const specifier = String(next['value']);
      found.uses.push({ kind: 'name', form, offset, specifier, mayFail: true, isDynamic: true });
    }
    for (const child of childrenOf(next)) waiting.push(child);
  }
  if (!isOwn) found.uses.push({ kind: 'computed', form, offset });
}

function takeElement(node: SyntaxNode, found: Finding): void {
  found.hasElements = true;
  const attributes = nodesIn(node['attributes']);
  const spread = attributes.findIndex(({ type }) => type === 'JSXSpreadAttribute');
  if (spread === -1) return;
  found.hasKeyAfterSpread ||= attributes.slice(spread).some(({ name }) => nameOf(name) === 'key');
}

function jsxText({ hasKeyAfterSpread }: Finding, comments: readonly string[]): JsxText {
  const pragma = (name: string): string | undefined =>
    comments.flatMap((text) => [...text.matchAll(new RegExp(`@${name}\\s+(\\S+)`, 'g'))]).at(-1)?.[1];
  const [runtime, importSource] = [pragma('jsxRuntime'), pragma('jsxImportSource')];
  return {
    hasKeyAfterSpread,
    ...(runtime === undefined ? {} : { runtime }),
    ...(importSource === undefined ? {} : { importSource }),
  };
}
