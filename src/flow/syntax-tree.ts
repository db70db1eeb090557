import { createContext, Script } from 'node:vm';
import { type ParseResult, type ParserOptions, parse } from '@babel/parser';

/** A node of the parser, of which little is relied upon. */
export type SyntaxNode = {
  readonly type: string;
  readonly start?: number | null;
  readonly [key: string]: unknown;
};

export type SyntaxTree = { readonly program: SyntaxNode; readonly comments: readonly string[] };

type Plugins = NonNullable<ParserOptions['plugins']>;

const always: Plugins = [
  'decoratorAutoAccessors',
  'deferredImportEvaluation',
  'deprecatedImportAssert',
  'explicitResourceManagement',
  'sourcePhaseImports',
];

/**
 * The tree of a text; undefined if neither way of reading decorators takes it, if it is nested too deeply, or if it takes
 * too long.
 */
export function parseText(path: string, text: string): SyntaxTree | undefined {
  const language = pluginsOf(path);
  for (const decorators of ['decorators-legacy', 'decorators'] as const) {
    try {
      const file = parseInTime(text, { ...options, plugins: [...language, ...always, decorators] });
      if (file === undefined) return undefined;
      const comments = (file.comments ?? []).map(({ value }) => value);
      return { program: file.program as unknown as SyntaxNode, comments };
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    }
  }
  return undefined;
}

/**
 * The parser tries each `a<b>(` of TypeScript in several ways, within each other: 18 of them, nested, take half a minute.
 * A fork may hold such a text, and a plan must end all the same. What people write is parsed in milliseconds.
 */
const longestParseMs = 5_000;
/** So many texts in one process are no accident: no further one is tried. */
const mostTimeouts = 3;
let timeouts = 0;

const call = new Script('parse()');
const stage = createContext({ parse: undefined as unknown });

function parseInTime(text: string, how: ParserOptions): ParseResult | undefined {
  if (timeouts >= mostTimeouts) return undefined;
  stage['parse'] = () => parse(text, how);
  try {
    return call.runInContext(stage, { timeout: longestParseMs }) as ParseResult;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    timeouts += 1;
    return undefined;
  }
}

/** Whatever runs is taken: what is wrong in a program is for the bundler to say. */
const options: ParserOptions = {
  sourceType: 'unambiguous',
  errorRecovery: true,
  attachComment: false,
  createImportExpressions: true,
  allowAwaitOutsideFunction: true,
  allowImportExportEverywhere: true,
  allowNewTargetOutsideFunction: true,
  allowReturnOutsideFunction: true,
  allowSuperOutsideMethod: true,
  allowUndeclaredExports: true,
};

function pluginsOf(path: string): Plugins {
  const isTyped = /\.(?:[cm]?ts|tsx)$/.test(path);
  const isJsx = /\.[jt]sx$/.test(path);
  return [...(isTyped ? (['typescript'] as const) : []), ...(isJsx ? (['jsx'] as const) : [])];
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';
}

export function nodesIn(value: unknown): readonly SyntaxNode[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The nodes right below, in the order of the text. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (const key in node) {
    const value = node[key];
    if (isNode(value)) children.push(value);
    else if (Array.isArray(value)) for (const item of value) if (isNode(item)) children.push(item);
  }
  return children;
}

const wrappers = new Set([
  'ParenthesizedExpression',
  'TSAsExpression',
  'TSInstantiationExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
]);

/** Without parentheses and types around it. */
export function unwrapped(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (wrappers.has(inner.type) && isNode(inner['expression'])) inner = inner['expression'];
  return inner;
}

/** `name` and `['name']` of `object.name`. */
export function propertyOf(node: SyntaxNode): string | undefined {
  const property = node['property'];
  if (!isNode(property)) return undefined;
  if (node['computed'] !== true) return nameOf(property);
  return property.type === 'StringLiteral' ? String(property['value']) : undefined;
}

export function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') return String(node['name']);
  return node.type === 'StringLiteral' ? String(node['value']) : undefined;
}
