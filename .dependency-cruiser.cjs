// The house: a room imports only from the rooms below it. See CONTRIBUTING.md.
const rooms = {
  core: [],
  flow: ['core', 'ports'],
  report: ['core'],
  engine: ['core', 'flow', 'report', 'ports'],
  'adapters/ecs': ['core', 'report', 'ports'],
  'adapters/git': ['core', 'report', 'ports'],
  'adapters/github': ['core', 'report', 'ports'],
  'adapters/local': ['core', 'report', 'ports'],
  'adapters/memory': ['core', 'report', 'ports'],
  'adapters/webhook': ['core', 'ports'],
  sdk: ['core'],
};

/** Packages and Node modules that a room may use beside its allowed rooms. */
const outside = {
  core: ['^node:crypto$'],
  flow: ['yaml', 'zod', 'es-module-lexer', 'jsonc-parser', 'picomatch', '@babel/parser', '^(node:)?vm$'],
  report: [],
  engine: [],
  'adapters/ecs': ['@aws-sdk/', '@smithy/', '^node:'],
  'adapters/git': ['zod', '^node:'],
  'adapters/github': ['@octokit/', '@actions/github', '^node:'],
  'adapters/local': ['esbuild', 'picomatch', '^node:'],
  'adapters/memory': [],
  'adapters/webhook': ['^node:'],
  sdk: ['^node:', '@aws-sdk/client-s3'],
};

const pathOf = (room) => (room === 'ports' ? '^src/(setup-)?ports\\.ts$' : `^src/${room}/`);
const packageOf = (name) => (name.startsWith('^') ? name.slice(0) : `node_modules/${name}`);

const floorRules = Object.entries(rooms).map(([room, allowed]) => ({
  name: `floor-${room.replace('/', '-')}`,
  comment: `${room} may import ${allowed.join(', ') || 'nothing of the house'}`,
  severity: 'error',
  from: { path: pathOf(room) },
  to: { path: '^src/', pathNot: [room, ...allowed].map(pathOf) },
}));

const packageRules = Object.entries(outside).map(([room, allowed]) => ({
  name: `packages-${room.replace('/', '-')}`,
  severity: 'error',
  from: { path: pathOf(room) },
  to: {
    dependencyTypesNot: ['local', 'type-only', 'aliased-tsconfig'],
    pathNot: [
      '^src/',
      ...allowed.map((name) =>
        name === '^node:'
          ? '^(node:)?[a-z_/]+$'
          : name === '^node:crypto$'
            ? '^(node:)?crypto$'
            : packageOf(name),
      ),
    ],
  },
}));

module.exports = {
  forbidden: [
    ...floorRules,
    ...packageRules,
    { name: 'no-cycles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    {
      name: 'hash-only-in-digest',
      comment: 'The core is pure: node:crypto serves one pure function there.',
      severity: 'error',
      from: { path: '^src/core/', pathNot: '^src/core/digest\\.ts$' },
      to: { path: '^(node:)?crypto$' },
    },
    {
      name: 'ports-are-types',
      severity: 'error',
      from: { path: '^src/(setup-)?ports\\.ts$' },
      to: { path: '.', pathNot: '^src/core/' },
    },
    { name: 'no-unresolvable', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
    {
      name: 'no-development-packages',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
