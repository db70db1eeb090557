import { compilerOptions, type Draftable, objectAt, set, under } from './draft.ts';
import type { Mutation } from './mutations.ts';
import { put, second } from './scene.ts';

function option(key: string, value: unknown): Mutation {
  return { name: `tsconfig: ${key}`, apply: (draft) => set(compilerOptions(draft), key, value) };
}

function packageKey(key: string, value: unknown): Mutation {
  return {
    name: `package.json: ${key}`,
    apply: (draft) => {
      const content = objectAt(draft, 'package.json');
      if (JSON.stringify(content[key]) === JSON.stringify(value)) return false;
      content[key] = value;
      return true;
    },
  };
}

function line(name: string, path: string, change: (text: string) => string): Mutation {
  return {
    name,
    apply: (draft) => {
      const text = draft.texts.get(path) ?? '';
      draft.texts.set(path, change(text));
      return change(text) !== text;
    },
  };
}

function turned(object: Draftable): Draftable {
  return Object.fromEntries(Object.entries(object).reverse());
}

/** Changes of tsconfig.json, package.json, manifests and images. */
export const settingMutations: readonly Mutation[] = [
  option('target', 'es2017'),
  option('useDefineForClassFields', false),
  option('experimentalDecorators', true),
  option('emitDecoratorMetadata', true),
  option('verbatimModuleSyntax', true),
  option('alwaysStrict', true),
  option('strict', true),
  option('jsx', 'react-jsx'),
  option('jsxFactory', 'h'),
  option('noEmit', true),
  option('lib', ['es2023']),
  option('moduleResolution', 'bundler'),
  option('paths', { unused: ['./lib/unused.ts'] }),
  option('baseUrl', '.'),
  {
    name: 'tsconfig: include',
    apply: (draft) => set(objectAt(draft, 'tsconfig.json'), 'include', ['flows']),
  },
  {
    name: 'tsconfig: references',
    apply: (draft) => set(objectAt(draft, 'tsconfig.json'), 'references', [{ path: './lib' }]),
  },
  {
    name: 'tsconfig: removed',
    apply: (draft) => draft.objects.delete('tsconfig.json'),
  },
  {
    name: 'tsconfig: comments and line ends',
    apply: (draft) => {
      const content = draft.objects.get('tsconfig.json');
      if (content === undefined) return false;
      draft.objects.delete('tsconfig.json');
      draft.texts.set(
        'tsconfig.json',
        `// why\r\n${JSON.stringify(content, undefined, 4).replaceAll('\n', '\r\n')}\r\n`,
      );
      return true;
    },
  },
  {
    name: 'tsconfig: an empty one nearer',
    apply: (draft, { importer }) =>
      void objectAt(draft, `${importer.slice(0, importer.lastIndexOf('/'))}/tsconfig.json`),
  },
  packageKey('type', 'commonjs'),
  packageKey('type', 'module'),
  packageKey('sideEffects', false),
  packageKey('description', 'Other words.'),
  packageKey('scripts', { test: 'true' }),
  packageKey('version', '1.0.1'),
  packageKey('engines', { node: '>=20' }),
  packageKey('license', 'MIT'),
  packageKey('browser', { './lib/part.ts': './lib/unused.ts' }),
  packageKey('main', './lib/unused.ts'),
  packageKey('imports', { '#unused': './lib/unused.ts' }),
  {
    name: 'package.json: an empty one nearer',
    apply: (draft, { importer }) =>
      void objectAt(draft, `${importer.slice(0, importer.lastIndexOf('/'))}/package.json`),
  },
  {
    name: 'package.json: a nearer one with sideEffects',
    apply: (draft, { laid }) => {
      if (laid.target === undefined) return false;
      objectAt(draft, `${laid.target.slice(0, laid.target.lastIndexOf('/'))}/package.json`)['sideEffects'] =
        false;
      return true;
    },
  },
  {
    name: 'package.json: indentation',
    apply: (draft) => {
      draft.indent = 4;
    },
  },
  {
    name: 'package.json: order of keys',
    apply: (draft) => {
      const content = objectAt(draft, 'package.json');
      draft.objects.set('package.json', turned(content));
      return true;
    },
  },
  {
    name: 'package.json: devDependencies',
    apply: (draft) => set(under(objectAt(draft, 'package.json'), 'devDependencies'), 'nothing', '^1.0.0'),
  },
  line('manifest: environment', 'flows/x/flow.yml', (text) => text.replace('LEVEL: one', 'LEVEL: two')),
  line('manifest: schedule', 'flows/x/flow.yml', (text) => `${text}schedules: [{ cron: "0 5 * * *" }]\n`),
  line('manifest: resources', 'flows/x/flow.yml', (text) => `${text}resources: { cpu: 512, memory: 1024 }\n`),
  line('manifest: comment', 'flows/x/flow.yml', (text) => `# why\n${text}`),
  line('manifest: order of keys', 'flows/x/flow.yml', (text) =>
    text.trimEnd().split('\n').reverse().join('\n'),
  ),
  line('manifest: of the neighbour', 'flows/y/flow.yml', (text) => `${text}environment: { LEVEL: two }\n`),
  line('manifest: inputs', 'flows/x/flow.yml', (text) => `${text}inputs: ["notes.txt"]\n`),
  line('project: name', 'headgate.yml', (text) => text.replace('acme', 'other')),
  line('project: comment', 'headgate.yml', (text) => `# why\n${text}`),
  line('project: limits', 'headgate.yml', (text) => `${text}limits: { running: 10 }\n`),
  line('image: Dockerfile', 'Dockerfile', (text) => `${text}RUN true\n`),
  line('image: .dockerignore', '.dockerignore', (text) => `${text}docs\n`),
  {
    name: 'image: Dockerfile.dockerignore',
    apply: (draft) => void draft.texts.set('Dockerfile.dockerignore', 'node_modules\n'),
  },
  {
    name: 'manifest: another entrypoint',
    apply: (draft) => {
      const text = draft.texts.get('flows/x/flow.yml') ?? '';
      draft.texts.set('flows/x/flow.yml', text.replace(/entrypoint: .*/, 'entrypoint: other.ts'));
      put(draft, 'flows/x/other.ts', second);
      return text.includes('entrypoint: ');
    },
  },
  {
    name: 'tsconfig: extends added',
    apply: (draft) => {
      set(objectAt(draft, 'tsconfig.json'), 'extends', './config/extra.json');
      compilerOptions(draft, 'config/extra.json')['useDefineForClassFields'] = false;
    },
  },
  {
    name: 'tsconfig: extends of nothing',
    apply: (draft) => set(objectAt(draft, 'tsconfig.json'), 'extends', './config/absent.json'),
  },
];
