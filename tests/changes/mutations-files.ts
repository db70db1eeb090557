import type { Draft } from './draft.ts';
import type { Mutation } from './mutations.ts';
import { first, moduleText, put, second } from './scene.ts';

function edit(draft: Draft, path: string, change: (text: string) => string): boolean {
  const text = draft.texts.get(path);
  if (text === undefined) return false;
  const changed = change(text);
  draft.texts.set(path, changed);
  return changed !== text;
}

function move(draft: Draft, from: string, to: string): void {
  draft.texts.set(to, draft.texts.get(from) ?? '');
  draft.texts.delete(from);
}

/** Changes of files that are no configuration. */
export const fileMutations: readonly Mutation[] = [
  {
    name: 'change of value',
    apply: (draft, { laid }) => {
      const own = laid.changes?.['change of value'];
      if (own === undefined)
        return (
          laid.target !== undefined && edit(draft, laid.target, (text) => text.replaceAll(first, second))
        );
      own(draft);
      return true;
    },
  },
  {
    name: 'change of a comment',
    apply: (draft, { laid }) =>
      laid.target !== undefined &&
      /\.[cm]?[jt]sx?$/.test(laid.target) &&
      edit(draft, laid.target, (text) => `// why\n${text}`),
  },
  {
    name: 'change of line ends',
    apply: (draft, { laid }) =>
      laid.target !== undefined && edit(draft, laid.target, (text) => text.replaceAll('\n', '\r\n')),
  },
  {
    name: 'change of the importer',
    apply: (draft, { importer }) => edit(draft, importer, (text) => `${text}\nconsole.log('two');\n`),
  },
  {
    name: 'change of the entrypoint',
    apply: (draft, { entry }) => edit(draft, entry, (text) => `${text}\nconsole.log('two');\n`),
  },
  {
    name: 'change of an own package of the neighbour',
    apply: (draft) => edit(draft, 'lib/shared.ts', (text) => text.replaceAll(first, second)),
  },
  {
    name: 'import added',
    apply: (draft, { entry }) =>
      edit(
        draft,
        entry,
        (text) => `${text}\nimport '${entry.startsWith('flows/x/') ? '../../lib/unused.ts' : ''}';\n`,
      ),
  },
  {
    name: 'target removed',
    apply: (draft, { laid }) => laid.target !== undefined && draft.texts.delete(laid.target),
  },
  {
    name: 'target moved away',
    apply: (draft, { laid }) => {
      if (laid.target === undefined) return false;
      move(draft, laid.target, laid.target.replace(/([^/]+)$/, 'moved-$1'));
      return true;
    },
  },
  {
    name: 'target made executable',
    apply: (draft, { laid }) =>
      laid.target !== undefined && draft.texts.has(laid.target) && void draft.executables.add(laid.target),
  },
  { name: 'entrypoint made executable', apply: (draft, { entry }) => void draft.executables.add(entry) },
  {
    name: 'declarations beside the target',
    apply: (draft, { laid }) => {
      if (laid.target === undefined || !/\.[cm]?jsx?$/.test(laid.target)) return false;
      draft.texts.set(
        laid.target.replace(/\.([cm]?)jsx?$/, '.d.$1ts'),
        'export declare const value: string;\n',
      );
      return true;
    },
  },
  ...[
    ['README.md', '# Other words\n'],
    ['lib/unused.ts', "export const value = 'two';\n"],
    ['lib/new-file.ts', "export const value = 'two';\n"],
    ['lib/part.test.ts', "import { value } from './part.ts';\n"],
    ['.github/workflows/ci.yml', 'on: push\n'],
    ['docs/index.md', 'Words.\n'],
    ['flows/README.md', 'Words.\n'],
    ['.gitignore', 'node_modules\ndist\n*.log\n'],
    ['other/package.json', '{ "name": "elsewhere", "type": "commonjs" }\n'],
    [
      'other/tsconfig.json',
      '{ "compilerOptions": { "jsx": "react-jsx", "paths": { "*": ["./nothing/*"] } } }\n',
    ],
    ['other/package-lock.json', '{ "lockfileVersion": 3, "packages": {} }\n'],
    ['other/Dockerfile', 'FROM python:3.13\n'],
    ['.nvmrc', '24\n'],
    ['.editorconfig', 'root = true\n'],
  ].map(
    ([path = '', text = '']): Mutation => ({
      name: `unrelated: ${path}`,
      isUnrelated: true,
      apply: (draft) => void draft.texts.set(path, text),
    }),
  ),
  {
    name: "unrelated: a file in the flow's folder",
    isUnrelated: true,
    apply: (draft) => void draft.texts.set('flows/x/notes.txt', 'Other words.\n'),
  },
  {
    name: "unrelated: code in the flow's folder",
    isUnrelated: true,
    apply: (draft) => void put(draft, 'flows/x/unused.ts'),
  },
  {
    name: 'unrelated: file removed',
    isUnrelated: true,
    apply: (draft) => draft.texts.delete('lib/unused.ts'),
  },
  {
    name: 'flow added',
    apply: (draft) => {
      draft.texts.set('flows/z/flow.yml', 'description: One more.\nentrypoint: index.ts\n');
      draft.texts.set(
        'flows/z/index.ts',
        "import { value } from '../../lib/shared.ts';\nconsole.log(value);\n",
      );
    },
  },
  {
    name: 'flow beside it removed',
    apply: (draft) => {
      for (const path of [...draft.texts.keys()])
        if (/^flows\/y\/(?:flow\.yml|index\.ts)$/.test(path)) draft.texts.delete(path);
    },
  },
  {
    name: 'target replaced by a symbolic link',
    apply: (draft, { laid }) => {
      // Under flows/ none are followed, which the plan says.
      if (laid.target === undefined || laid.target.startsWith('flows/')) return false;
      if (!draft.texts.delete(laid.target)) return false;
      const extension = laid.target.slice(laid.target.lastIndexOf('.'));
      draft.links.set(
        laid.target,
        `${'../'.repeat(laid.target.split('/').length - 1)}lib/linked${extension}`,
      );
      draft.texts.set(
        `lib/linked${extension}`,
        /^\.(?:json|[cm]?[jt]sx?)$/.test(extension) ? moduleText(extension, second) : second,
      );
      return true;
    },
  },
  {
    name: 'import removed',
    apply: (draft, { importer, laid }) =>
      laid.to !== '' && edit(draft, importer, () => "console.log('nothing');\n"),
  },
];
