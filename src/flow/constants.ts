import {
  childrenOf,
  isNode,
  nameOf,
  nodesIn,
  propertyOf,
  type SyntaxNode,
  unwrapped,
} from './syntax-tree.ts';

type Primitive = string | number | bigint | boolean | null | undefined;

/** A value that is known before the program runs; wrapped, since `undefined` is one. */
export type Constant = { readonly value: Primitive };

export type Constants = {
  /** Names that are declared once in the whole text, by `const`, with a constant. */
  readonly names: ReadonlyMap<string, Constant>;
  readonly enums: ReadonlyMap<string, ReadonlyMap<string, Constant>>;
  readonly declared: ReadonlyMap<string, number>;
};

const none: Constants = { names: new Map(), enums: new Map(), declared: new Map() };

/** Deeper expressions are no paths that a person wrote. */
const deepest = 100;

/** The value that a bundler may put for an expression. Without `known`, only what literals make. */
export function constantOf(node: SyntaxNode, known: Constants = none, depth = 0): Constant | undefined {
  if (depth > deepest) return undefined;
  const inner = unwrapped(node);
  const next = (value: unknown): Constant | undefined =>
    isNode(value) ? constantOf(value, known, depth + 1) : undefined;
  switch (inner.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return { value: inner['value'] as Primitive };
    case 'NullLiteral':
      return { value: null };
    case 'BigIntLiteral':
      return { value: String(inner['value']) };
    case 'Identifier':
      return ofName(String(inner['name']), known);
    case 'TemplateLiteral':
      return ofTemplate(inner, next);
    case 'SequenceExpression':
      return next(nodesIn(inner['expressions']).at(-1));
    case 'ConditionalExpression': {
      const test = next(inner['test']);
      return test === undefined ? undefined : next(test.value ? inner['consequent'] : inner['alternate']);
    }
    case 'LogicalExpression':
      return ofLogical(inner, next);
    case 'BinaryExpression':
      return ofBinary(inner, next);
    case 'UnaryExpression':
      return ofUnary(inner, next);
    case 'MemberExpression':
      return ofMember(inner, known, next);
    case 'CallExpression':
      return ofCall(inner, next);
    default:
      return undefined;
  }
}

type Next = (value: unknown) => Constant | undefined;

function ofName(name: string, { names, declared }: Constants): Constant | undefined {
  if (name === 'undefined' && !declared.has(name)) return { value: undefined };
  return names.get(name);
}

function ofTemplate(node: SyntaxNode, next: Next): Constant | undefined {
  const expressions = nodesIn(node['expressions']);
  let text = '';
  for (const [index, quasi] of nodesIn(node['quasis']).entries()) {
    text += cookedOf(quasi);
    const expression = expressions[index];
    if (expression === undefined) continue;
    const found = next(expression);
    if (found === undefined) return undefined;
    text += String(found.value);
  }
  return { value: text };
}

export function cookedOf(quasi: SyntaxNode): string {
  return String((quasi['value'] as { cooked?: unknown } | undefined)?.cooked ?? '');
}

function ofLogical(node: SyntaxNode, next: Next): Constant | undefined {
  const left = next(node['left']);
  if (left === undefined) return undefined;
  const { operator } = node as { operator?: unknown };
  const takesRight =
    operator === '&&'
      ? left.value
      : operator === '||'
        ? !left.value
        : (left.value ?? undefined) === undefined;
  return takesRight ? next(node['right']) : left;
}

function ofBinary(node: SyntaxNode, next: Next): Constant | undefined {
  if (node['operator'] !== '+') return undefined;
  const [left, right] = [next(node['left']), next(node['right'])];
  if (left === undefined || right === undefined) return undefined;
  if (typeof left.value === 'string' || typeof right.value === 'string')
    return { value: String(left.value) + String(right.value) };
  return { value: Number(left.value) + Number(right.value) };
}

function ofUnary(node: SyntaxNode, next: Next): Constant | undefined {
  if (node['operator'] === 'void') return { value: undefined };
  const found = next(node['argument']);
  if (found === undefined) return undefined;
  if (node['operator'] === '!') return { value: !found.value };
  if (node['operator'] === '-') return { value: -Number(found.value) };
  return node['operator'] === '+' ? { value: Number(found.value) } : undefined;
}

function ofMember(node: SyntaxNode, { enums, declared }: Constants, next: Next): Constant | undefined {
  const object = node['object'];
  const property = propertyOf(node);
  if (!isNode(object) || property === undefined) return undefined;
  const holder = unwrapped(object);
  if (holder.type === 'Identifier') {
    const name = String(holder['name']);
    return declared.get(name) === 1 ? enums.get(name)?.get(property) : undefined;
  }
  if (holder.type !== 'ObjectExpression') return undefined;
  const found = nodesIn(holder['properties']).findLast(({ key }) => nameOf(key) === property);
  return found === undefined ? undefined : next(found['value']);
}

/** `String(x)`, `x.toString()`, `String.fromCharCode(…)` and a function that is called where it stands. */
function ofCall(node: SyntaxNode, next: Next): Constant | undefined {
  const callee = isNode(node['callee']) ? unwrapped(node['callee']) : undefined;
  const args = nodesIn(node['arguments']);
  if (callee?.type === 'ArrowFunctionExpression' && args.length === 0) return next(callee['body']);
  if (callee !== undefined && nameOf(callee) === 'String' && args.length === 1) return asText(next(args[0]));
  if (callee?.type !== 'MemberExpression' || !isNode(callee['object'])) return undefined;
  const method = propertyOf(callee);
  if (method === 'toString' && args.length === 0) return asText(next(callee['object']));
  if (method !== 'fromCharCode' || nameOf(unwrapped(callee['object'])) !== 'String') return undefined;
  const codes = args.map(next);
  return codes.every((code) => typeof code?.value === 'number')
    ? { value: String.fromCharCode(...codes.map((code) => Number(code?.value))) }
    : undefined;
}

function asText(found: Constant | undefined): Constant | undefined {
  return found === undefined ? undefined : { value: String(found.value) };
}

/** What a text declares, and which of it is constant. */
export function constantsIn(program: SyntaxNode): Constants {
  const declared = new Map<string, number>();
  const holders: SyntaxNode[] = [];
  const waiting = [program];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const name of declaredBy(node)) declared.set(name, (declared.get(name) ?? 0) + 1);
    if (node['kind'] === 'const' || node.type === 'TSEnumDeclaration') holders.push(node);
    for (const child of childrenOf(node)) waiting.push(child);
  }
  const known = { names: new Map(), enums: new Map(), declared };
  // In the order of the text: one may be made from an earlier one.
  for (const node of holders.sort(byStart)) {
    if (node.type === 'TSEnumDeclaration') known.enums.set(nameOf(node['id']), enumOf(node, known));
    else for (const [name, value] of constantsOf(node, known)) known.names.set(name, value);
  }
  return known;
}

function constantsOf(node: SyntaxNode, known: Constants): readonly [string, Constant][] {
  return nodesIn(node['declarations']).flatMap(({ id, init }): [string, Constant][] => {
    const name = nameOf(id);
    const value = isNode(init) ? constantOf(init, known) : undefined;
    const isOne = name !== undefined && value !== undefined && known.declared.get(name) === 1;
    return isOne ? [[name, value]] : [];
  });
}

function byStart(a: SyntaxNode, b: SyntaxNode): number {
  return (a.start ?? 0) - (b.start ?? 0);
}

function enumOf(node: SyntaxNode, known: Constants): ReadonlyMap<string, Constant> {
  const members = new Map<string, Constant>();
  const body = isNode(node['body']) ? node['body'] : node;
  let next: number | undefined = 0;
  for (const member of nodesIn(body['members'])) {
    const written = isNode(member['initializer']) ? constantOf(member['initializer'], known) : undefined;
    const value: Primitive = isNode(member['initializer']) ? written?.value : next;
    const name = nameOf(member['id']);
    if (name !== undefined && value !== undefined) members.set(name, { value });
    next = typeof value === 'number' ? value + 1 : undefined;
  }
  return members;
}

/** The names that a node declares itself. */
function declaredBy(node: SyntaxNode): readonly string[] {
  if (node.type === 'VariableDeclarator' || node.type === 'TSEnumDeclaration') return namesIn(node['id']);
  if (node.type === 'CatchClause') return namesIn(node['param']);
  if (/^Import(?:Default|Namespace)?Specifier$/.test(node.type)) return namesIn(node['local']);
  if (node.type === 'TSImportEqualsDeclaration' || node.type === 'TSModuleDeclaration')
    return namesIn(node['id']);
  if (node.type.startsWith('Class')) return namesIn(node['id']);
  if (!/Function|Method$/.test(node.type)) return [];
  return [...namesIn(node['id']), ...nodesIn(node['params']).flatMap(namesIn)];
}

function namesIn(pattern: unknown): readonly string[] {
  if (!isNode(pattern)) return [];
  if (pattern.type === 'Identifier') return [String(pattern['name'])];
  const inner = ['argument', 'left', 'value', 'parameter'].map((key) => pattern[key]);
  return [...inner, ...nodesIn(pattern['properties']), ...nodesIn(pattern['elements'])].flatMap(namesIn);
}

/** Of an `if`, a `?:`, `&&`, `||` or `??`, the branch that a constant condition leaves out. */
export function deadBranch(node: SyntaxNode, known: Constants): unknown {
  const condition = node.type === 'LogicalExpression' ? node['left'] : node['test'];
  const constant = isNode(condition) ? constantOf(condition, known) : undefined;
  if (constant === undefined) return undefined;
  const { value } = constant;
  if (node.type !== 'LogicalExpression') return value ? node['alternate'] : node['consequent'];
  const isLeft = { '&&': !value, '||': Boolean(value) }[String(node['operator'])] ?? value != null;
  return isLeft ? node['right'] : undefined;
}
