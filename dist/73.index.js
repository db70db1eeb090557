export const id = 73;
export const ids = [73];
export const modules = {

/***/ 6073:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseImports: () => (/* binding */ parseImports)
});

// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(714);
// EXTERNAL MODULE: ../../node_modules/@babel/parser/lib/index.js
var lib = __webpack_require__(6873);
;// CONCATENATED MODULE: ./src/flow/syntax-tree.ts


const always = [
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
function parseText(path, text) {
    const language = pluginsOf(path);
    for (const decorators of ['decorators-legacy', 'decorators']) {
        try {
            const file = parseInTime(text, { ...options, plugins: [...language, ...always, decorators] });
            if (file === undefined)
                return undefined;
            const comments = (file.comments ?? []).map(({ value }) => value);
            return { program: file.program, comments };
        }
        catch (error) {
            if (!(error instanceof SyntaxError || error instanceof RangeError))
                throw error;
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
const call = new external_node_vm_.Script('parse()');
const stage = (0,external_node_vm_.createContext)({ parse: undefined });
function parseInTime(text, how) {
    if (timeouts >= mostTimeouts)
        return undefined;
    stage['parse'] = () => (0,lib/* parse */.qg)(text, how);
    try {
        return call.runInContext(stage, { timeout: longestParseMs });
    }
    catch (error) {
        if (error.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT')
            throw error;
        timeouts += 1;
        return undefined;
    }
}
/** Whatever runs is taken: what is wrong in a program is for the bundler to say. */
const options = {
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
function pluginsOf(path) {
    const isTyped = /\.(?:[cm]?ts|tsx)$/.test(path);
    const isJsx = /\.[jt]sx$/.test(path);
    return [...(isTyped ? ['typescript'] : []), ...(isJsx ? ['jsx'] : [])];
}
function isNode(value) {
    return typeof value === 'object' && value !== null && typeof value.type === 'string';
}
function nodesIn(value) {
    return Array.isArray(value) ? value.filter(isNode) : [];
}
/** The nodes right below, in the order of the text. */
function childrenOf(node) {
    const children = [];
    for (const key in node) {
        const value = node[key];
        if (isNode(value))
            children.push(value);
        else if (Array.isArray(value))
            for (const item of value)
                if (isNode(item))
                    children.push(item);
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
function unwrapped(node) {
    let inner = node;
    while (wrappers.has(inner.type) && isNode(inner['expression']))
        inner = inner['expression'];
    return inner;
}
/** `name` and `['name']` of `object.name`. */
function propertyOf(node) {
    const property = node['property'];
    if (!isNode(property))
        return undefined;
    if (node['computed'] !== true)
        return nameOf(property);
    return property.type === 'StringLiteral' ? String(property['value']) : undefined;
}
function nameOf(node) {
    if (!isNode(node))
        return undefined;
    if (node.type === 'Identifier' || node.type === 'JSXIdentifier')
        return String(node['name']);
    return node.type === 'StringLiteral' ? String(node['value']) : undefined;
}

;// CONCATENATED MODULE: ./src/flow/calls.ts

/** `f(...['x'])` is `f('x')`. */
function argumentsOf(node) {
    return nodesIn(node['arguments']).flatMap((argument) => {
        const spread = argument.type === 'SpreadElement' ? argument['argument'] : undefined;
        return isNode(spread) && spread.type === 'ArrayExpression'
            ? argumentsOf({ type: '', arguments: spread['elements'] })
            : [argument];
    });
}
function isRequire(callee) {
    if (callee.type === 'Identifier')
        return callee['name'] === 'require';
    return (callee.type === 'MemberExpression' &&
        isNode(callee['object']) &&
        nameOf(unwrapped(callee['object'])) === 'module' &&
        propertyOf(callee) === 'require');
}

;// CONCATENATED MODULE: ./src/flow/constants.ts

const none = { names: new Map(), enums: new Map(), declared: new Map() };
/** Deeper expressions are no paths that a person wrote. */
const deepest = 100;
/** The value that a bundler may put for an expression. Without `known`, only what literals make. */
function constantOf(node, known = none, depth = 0) {
    if (depth > deepest)
        return undefined;
    const inner = unwrapped(node);
    const next = (value) => isNode(value) ? constantOf(value, known, depth + 1) : undefined;
    switch (inner.type) {
        case 'StringLiteral':
        case 'NumericLiteral':
        case 'BooleanLiteral':
            return { value: inner['value'] };
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
function ofName(name, { names, declared }) {
    if (name === 'undefined' && !declared.has(name))
        return { value: undefined };
    return names.get(name);
}
function ofTemplate(node, next) {
    const expressions = nodesIn(node['expressions']);
    let text = '';
    for (const [index, quasi] of nodesIn(node['quasis']).entries()) {
        text += cookedOf(quasi);
        const expression = expressions[index];
        if (expression === undefined)
            continue;
        const found = next(expression);
        if (found === undefined)
            return undefined;
        text += String(found.value);
    }
    return { value: text };
}
function cookedOf(quasi) {
    return String(quasi['value']?.cooked ?? '');
}
function ofLogical(node, next) {
    const left = next(node['left']);
    if (left === undefined)
        return undefined;
    const { operator } = node;
    const takesRight = operator === '&&'
        ? left.value
        : operator === '||'
            ? !left.value
            : (left.value ?? undefined) === undefined;
    return takesRight ? next(node['right']) : left;
}
function ofBinary(node, next) {
    if (node['operator'] !== '+')
        return undefined;
    const [left, right] = [next(node['left']), next(node['right'])];
    if (left === undefined || right === undefined)
        return undefined;
    if (typeof left.value === 'string' || typeof right.value === 'string')
        return { value: String(left.value) + String(right.value) };
    return { value: Number(left.value) + Number(right.value) };
}
function ofUnary(node, next) {
    if (node['operator'] === 'void')
        return { value: undefined };
    const found = next(node['argument']);
    if (found === undefined)
        return undefined;
    if (node['operator'] === '!')
        return { value: !found.value };
    if (node['operator'] === '-')
        return { value: -Number(found.value) };
    return node['operator'] === '+' ? { value: Number(found.value) } : undefined;
}
function ofMember(node, { enums, declared }, next) {
    const object = node['object'];
    const property = propertyOf(node);
    if (!isNode(object) || property === undefined)
        return undefined;
    const holder = unwrapped(object);
    if (holder.type === 'Identifier') {
        const name = String(holder['name']);
        return declared.get(name) === 1 ? enums.get(name)?.get(property) : undefined;
    }
    if (holder.type !== 'ObjectExpression')
        return undefined;
    const found = nodesIn(holder['properties']).findLast(({ key }) => nameOf(key) === property);
    return found === undefined ? undefined : next(found['value']);
}
/** `String(x)`, `x.toString()`, `String.fromCharCode(…)` and a function that is called where it stands. */
function ofCall(node, next) {
    const callee = isNode(node['callee']) ? unwrapped(node['callee']) : undefined;
    const args = nodesIn(node['arguments']);
    if (callee?.type === 'ArrowFunctionExpression' && args.length === 0)
        return next(callee['body']);
    if (callee !== undefined && nameOf(callee) === 'String' && args.length === 1)
        return asText(next(args[0]));
    if (callee?.type !== 'MemberExpression' || !isNode(callee['object']))
        return undefined;
    const method = propertyOf(callee);
    if (method === 'toString' && args.length === 0)
        return asText(next(callee['object']));
    if (method !== 'fromCharCode' || nameOf(unwrapped(callee['object'])) !== 'String')
        return undefined;
    const codes = args.map(next);
    return codes.every((code) => typeof code?.value === 'number')
        ? { value: String.fromCharCode(...codes.map((code) => Number(code?.value))) }
        : undefined;
}
function asText(found) {
    return found === undefined ? undefined : { value: String(found.value) };
}
/** What a text declares, and which of it is constant. */
function constantsIn(program) {
    const declared = new Map();
    const holders = [];
    const waiting = [program];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
        for (const name of declaredBy(node))
            declared.set(name, (declared.get(name) ?? 0) + 1);
        if (node['kind'] === 'const' || node.type === 'TSEnumDeclaration')
            holders.push(node);
        for (const child of childrenOf(node))
            waiting.push(child);
    }
    const known = { names: new Map(), enums: new Map(), declared };
    // In the order of the text: one may be made from an earlier one.
    for (const node of holders.sort(byStart)) {
        if (node.type === 'TSEnumDeclaration')
            known.enums.set(nameOf(node['id']), enumOf(node, known));
        else
            for (const [name, value] of constantsOf(node, known))
                known.names.set(name, value);
    }
    return known;
}
function constantsOf(node, known) {
    return nodesIn(node['declarations']).flatMap(({ id, init }) => {
        const name = nameOf(id);
        const value = isNode(init) ? constantOf(init, known) : undefined;
        const isOne = name !== undefined && value !== undefined && known.declared.get(name) === 1;
        return isOne ? [[name, value]] : [];
    });
}
function byStart(a, b) {
    return (a.start ?? 0) - (b.start ?? 0);
}
function enumOf(node, known) {
    const members = new Map();
    const body = isNode(node['body']) ? node['body'] : node;
    let next = 0;
    for (const member of nodesIn(body['members'])) {
        const written = isNode(member['initializer']) ? constantOf(member['initializer'], known) : undefined;
        const value = isNode(member['initializer']) ? written?.value : next;
        const name = nameOf(member['id']);
        if (name !== undefined && value !== undefined)
            members.set(name, { value });
        next = typeof value === 'number' ? value + 1 : undefined;
    }
    return members;
}
/** The names that a node declares itself. */
function declaredBy(node) {
    if (node.type === 'VariableDeclarator' || node.type === 'TSEnumDeclaration')
        return namesIn(node['id']);
    if (node.type === 'CatchClause')
        return namesIn(node['param']);
    if (/^Import(?:Default|Namespace)?Specifier$/.test(node.type))
        return namesIn(node['local']);
    if (node.type === 'TSImportEqualsDeclaration' || node.type === 'TSModuleDeclaration')
        return namesIn(node['id']);
    if (node.type.startsWith('Class'))
        return namesIn(node['id']);
    if (!/Function|Method$/.test(node.type))
        return [];
    return [...namesIn(node['id']), ...nodesIn(node['params']).flatMap(namesIn)];
}
function namesIn(pattern) {
    if (!isNode(pattern))
        return [];
    if (pattern.type === 'Identifier')
        return [String(pattern['name'])];
    const inner = ['argument', 'left', 'value', 'parameter'].map((key) => pattern[key]);
    return [...inner, ...nodesIn(pattern['properties']), ...nodesIn(pattern['elements'])].flatMap(namesIn);
}
/** Of an `if`, a `?:`, `&&`, `||` or `??`, the branch that a constant condition leaves out. */
function deadBranch(node, known) {
    const condition = node.type === 'LogicalExpression' ? node['left'] : node['test'];
    const constant = isNode(condition) ? constantOf(condition, known) : undefined;
    if (constant === undefined)
        return undefined;
    const { value } = constant;
    if (node.type !== 'LogicalExpression')
        return value ? node['alternate'] : node['consequent'];
    const isLeft = { '&&': !value, '||': Boolean(value) }[String(node['operator'])] ?? value != null;
    return isLeft ? node['right'] : undefined;
}

;// CONCATENATED MODULE: ./src/flow/import-patterns.ts


/** The patterns that esbuild makes of templates and sums: with, and without, the constants that it may fold. */
function globsOf(node, known) {
    const plain = globOf(node);
    if (plain === undefined)
        return [];
    const folded = globOf(node, known) ?? plain;
    return JSON.stringify(folded) === JSON.stringify(plain) ? [plain] : [plain, folded];
}
function globOf(node, known) {
    const pieces = piecesOf(node, known, 0);
    if (pieces === undefined)
        return undefined;
    const parts = [];
    for (const piece of pieces) {
        const last = parts.at(-1);
        if (piece === undefined) {
            if (typeof last !== 'object')
                continue;
            // `a/${b}c` may be in any folder below; `a${b}c` is in this one.
            if (last.text.endsWith('/'))
                parts.push('folders');
            parts.push('segment');
        }
        else if (typeof last === 'object')
            parts[parts.length - 1] = { text: last.text + piece };
        else if (piece !== '')
            parts.push({ text: piece });
    }
    const [first] = parts;
    const isRelative = typeof first === 'object' && /^\.{1,2}\//.test(first.text);
    return isRelative && parts.length > 1 ? parts : undefined;
}
/** Text, and `undefined` for what is not known. */
function piecesOf(node, known, depth) {
    if (depth > 100)
        return undefined;
    const inner = unwrapped(node);
    const constant = constantOf(inner, known);
    if (typeof constant?.value === 'string')
        return [constant.value];
    if (inner.type === 'TemplateLiteral') {
        const expressions = nodesIn(inner['expressions']);
        return nodesIn(inner['quasis']).flatMap((quasi, index) => {
            const expression = expressions[index];
            const after = expression === undefined ? [] : pieceOf(expression, known, depth);
            return [cookedOf(quasi), ...after];
        });
    }
    if (inner.type !== 'BinaryExpression' || inner['operator'] !== '+')
        return undefined;
    const [left, right] = [inner['left'], inner['right']];
    if (!isNode(left) || !isNode(right))
        return undefined;
    const start = piecesOf(left, known, depth + 1);
    return start === undefined ? undefined : [...start, ...pieceOf(right, known, depth)];
}
function pieceOf(node, known, depth) {
    const constant = constantOf(node, known);
    if (constant !== undefined)
        return [String(constant.value)];
    return piecesOf(node, known, depth + 1) ?? [undefined];
}

// EXTERNAL MODULE: ./src/flow/imports.ts
var imports = __webpack_require__(1561);
;// CONCATENATED MODULE: ./src/flow/used-names.ts

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
function valuesIn(program) {
    // Elements are made by it, where nothing else is said.
    const names = new Set(['React']);
    const waiting = [program];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
        if (node.type === 'ImportDeclaration' || (node.type.startsWith('TS') && !holders.has(node.type)))
            continue;
        const name = nameOf(node);
        if (name !== undefined && node.type !== 'StringLiteral')
            names.add(name);
        for (const child of childrenOf(node))
            if (!isKey(node, child))
                waiting.push(child);
    }
    return names;
}
/** `name` in `a.name` and in `{ name: a }` is no use of what bears that name. */
function isKey(node, child) {
    if (node['computed'] === true || node['shorthand'] === true)
        return false;
    return ((child === node['property'] || child === node['key']) && isNode(child) && child.type === 'Identifier');
}

;// CONCATENATED MODULE: ./src/flow/parse-imports.ts






/** What a text asks for, by a parser: each form of `import` and `require` that esbuild follows. Undefined: it takes it not. */
function parseImports(path, text) {
    const tree = parseText(path, text);
    if (tree === undefined)
        return undefined;
    try {
        const found = {
            text,
            uses: [],
            known: constantsIn(tree.program),
            isTyped: (0,imports/* isTypeScript */.CV)(path),
            values: once(() => valuesIn(tree.program)),
            isModule: false,
            hasElements: false,
            hasKeyAfterSpread: false,
        };
        visit(tree.program, found, { isTried: false });
        const jsx = found.hasElements ? jsxText(found, tree.comments) : undefined;
        const base = {
            uses: (0,imports/* withSourceMap */.Eq)(text, found.uses),
            isModule: found.isModule,
            means: 'parsed',
        };
        return jsx === undefined ? base : { ...base, jsx };
    }
    catch (error) {
        // Nested more deeply than anything that a person wrote.
        if (error instanceof RangeError)
            return undefined;
        throw error;
    }
}
function once(make) {
    let made;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}
function visit(node, found, around) {
    if (node['declare'] === true)
        return;
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
            if (takeDynamic(node, found, around))
                return;
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
    for (const child of childrenOf(node))
        visit(child, found, inner);
}
function inside({ isDead }, isTried) {
    return isDead === true ? { isTried, isDead } : { isTried };
}
function visitBranches(node, found, around) {
    const inner = inside(around, around.isTried);
    const dead = deadBranch(node, found.known);
    for (const child of childrenOf(node))
        visit(child, found, child === dead ? { ...inner, isDead: true } : inner);
}
function isFunction({ type }) {
    return type.endsWith('FunctionExpression') || type === 'FunctionDeclaration' || type.endsWith('Method');
}
function takeStatement(node, found) {
    const kindKey = node.type === 'ImportDeclaration' ? 'importKind' : 'exportKind';
    if (node[kindKey] === 'type' || node[kindKey] === 'typeof')
        return;
    found.isModule = true;
    const { source } = node;
    if (!isNode(source))
        return;
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
function hasBraces({ start }, source, { text }) {
    return text.slice(start ?? 0, source.start ?? 0).includes('{');
}
/** `import x = require('x')`. */
function takeImportEquals(node, found, around) {
    const { moduleReference } = node;
    if (node['importKind'] === 'type' || !isNode(moduleReference))
        return;
    const { expression } = moduleReference;
    if (moduleReference.type === 'TSExternalModuleReference' && isNode(expression))
        takeArgument(expression, found, { ...around, isTried: false, form: 'require', at: node });
}
/** A `try` around it is prepared for its failure only if it waits for it. */
function takeDynamic(node, found, around) {
    const { isTried, isCaught } = around;
    const isAwaited = node.type === 'AwaitExpression';
    const asked = isAwaited && isNode(node['argument']) ? unwrapped(node['argument']) : node;
    if (asked.type !== 'ImportExpression')
        return false;
    const mayFail = isCaught === true || (isAwaited && isTried);
    takeArgument(asked['source'], found, { ...inside(around, mayFail), form: 'import', at: asked });
    if (isNode(asked['options']))
        visit(asked['options'], found, inside(around, isTried));
    return true;
}
function visitTry(node, found, around) {
    for (const child of childrenOf(node))
        visit(child, found, child === node['block'] ? inside(around, true) : around);
}
/** `require(…)`, `module.require(…)`; `import(…).catch(…)`, and what else is called. */
function visitCall(node, found, around) {
    const callee = isNode(node['callee']) ? unwrapped(node['callee']) : node;
    const args = argumentsOf(node);
    const [only] = args;
    if (isRequire(callee) && only !== undefined && args.length === 1) {
        takeArgument(only, found, { ...around, form: 'require', at: node });
        return;
    }
    const { object } = callee;
    const method = callee.type === 'MemberExpression' ? propertyOf(callee) : undefined;
    const handles = method === 'catch' || (method === 'then' && args.length > 1);
    if (isNode(object) && (method === 'catch' || method === 'then')) {
        visit(object, found, handles ? { ...around, isCaught: true } : around);
        for (const argument of nodesIn(node['arguments']))
            visit(argument, found, around);
        return;
    }
    for (const child of childrenOf(node))
        visit(child, found, inside(around, around.isTried));
}
/** Everything that an argument may come to. What a bundler may fold, and may not, is taken both ways. */
function takeArgument(argument, found, taking) {
    if (!isNode(argument))
        return;
    const node = unwrapped(argument);
    if (node.type === 'ConditionalExpression') {
        for (const key of ['consequent', 'alternate'])
            takeArgument(node[key], found, taking);
        if (isNode(node['test']))
            visit(node['test'], found, taking);
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
    if (literal !== undefined)
        return;
    for (const parts of globsOf(node, found.known))
        found.uses.push({ kind: 'glob', form, offset, parts });
    if (found.uses.length === before)
        takeLiterals(node, found, { form, offset, isOwn });
    visit(node, found, taking);
}
const mostLiterals = 100;
/** The last resort for an expression that cannot be told: every text in it that may be the name of a module. */
function takeLiterals(node, found, { form, offset, isOwn }) {
    const waiting = [node];
    let left = mostLiterals;
    for (let next = waiting.pop(); next !== undefined && left > 0; next = waiting.pop()) {
        if (next.type === 'StringLiteral' && next['value'] !== '') {
            left -= 1;
            const specifier = String(next['value']);
            found.uses.push({ kind: 'name', form, offset, specifier, mayFail: true, isDynamic: true });
        }
        for (const child of childrenOf(next))
            waiting.push(child);
    }
    if (!isOwn)
        found.uses.push({ kind: 'computed', form, offset });
}
function takeElement(node, found) {
    found.hasElements = true;
    const attributes = nodesIn(node['attributes']);
    const spread = attributes.findIndex(({ type }) => type === 'JSXSpreadAttribute');
    if (spread === -1)
        return;
    found.hasKeyAfterSpread ||= attributes.slice(spread).some(({ name }) => nameOf(name) === 'key');
}
function jsxText({ hasKeyAfterSpread }, comments) {
    const pragma = (name) => comments.flatMap((text) => [...text.matchAll(new RegExp(`@${name}\\s+(\\S+)`, 'g'))]).at(-1)?.[1];
    const [runtime, importSource] = [pragma('jsxRuntime'), pragma('jsxImportSource')];
    return {
        hasKeyAfterSpread,
        ...(runtime === undefined ? {} : { runtime }),
        ...(importSource === undefined ? {} : { importSource }),
    };
}


/***/ })

};
