import { objectAt, set } from './draft.ts';
import { isTried, moduleText, put, type Route, relative, second, without } from './scene.ts';

/** Ways that lead over the file system alone. */
export const fileRoutes: readonly Route[] = [
  {
    name: 'relative, with extension',
    lay: ({ draft, importer, extension }) => {
      const target = put(draft, `lib/parts/part${extension}`);
      return { to: relative(importer, target), target };
    },
  },
  {
    name: 'relative, no extension',
    lay: ({ draft, importer, extension }) => {
      if (!isTried(extension)) return undefined;
      const target = put(draft, `lib/parts/part${extension}`);
      const stem = without(target);
      return {
        to: relative(importer, stem),
        target,
        changes: {
          'shadow: an extension that is tried before': (after) =>
            void put(after, `${stem}${extension === '.tsx' ? '' : '.tsx'}`, second),
          'shadow: an extension that is tried after': (after) =>
            void put(after, `${stem}${extension === '.json' ? '/index.ts' : '.json'}`, second),
          'shadow: a folder of that name': (after) => void put(after, `${stem}/index.ts`, second),
          'shadow: a file of exactly that name': (after) =>
            void after.texts.set(stem, moduleText('.js', second)),
        },
      };
    },
  },
  {
    name: 'relative, compiled name',
    lay: ({ draft, importer, extension }) => {
      const compiled = { '.ts': '.js', '.tsx': '.jsx', '.mts': '.mjs', '.cts': '.cjs' }[extension as string];
      if (compiled === undefined) return undefined;
      const target = put(draft, `lib/parts/part${extension}`);
      const named = without(target) + compiled;
      return {
        to: relative(importer, named),
        target,
        changes: { 'shadow: the compiled file itself': (after) => void put(after, named, second) },
      };
    },
  },
  {
    name: "flow's own folder",
    lay: ({ draft, importer, extension }) => {
      const target = put(draft, `flows/x/parts/part${extension}`);
      return { to: relative(importer, target), target };
    },
  },
  {
    name: 'index of a folder',
    lay: ({ draft, importer, extension }) => {
      if (!isTried(extension)) return undefined;
      const target = put(draft, `lib/part/index${extension}`);
      return {
        to: relative(importer, 'lib/part'),
        target,
        changes: {
          'shadow: a file beside the folder': (after) => void put(after, 'lib/part.ts', second),
          'shadow: another index': (after) =>
            void put(after, `lib/part/index${extension === '.tsx' ? '.ts' : '.tsx'}`, second),
          'shadow: package.json in the folder': (after) => {
            objectAt(after, 'lib/part/package.json')['main'] = './main.js';
            put(after, 'lib/part/main.js', second);
          },
        },
      };
    },
  },
  {
    name: 'folder with a slash',
    lay: ({ draft, importer, extension }) => {
      if (!isTried(extension)) return undefined;
      const target = put(draft, `lib/part/index${extension}`);
      return {
        to: `${relative(importer, 'lib/part')}/`,
        target,
        changes: { 'shadow: a file beside the folder': (after) => void put(after, 'lib/part.ts', second) },
      };
    },
  },
  {
    name: 'folder with package.json',
    lay: ({ draft, importer, extension }) => {
      const target = put(draft, `lib/part/code${extension}`);
      put(draft, 'lib/part/else.js', second);
      objectAt(draft, 'lib/part/package.json')['main'] = `./code${extension}`;
      return {
        to: relative(importer, 'lib/part'),
        target,
        changes: {
          'retarget: main': (after) => set(objectAt(after, 'lib/part/package.json'), 'main', './else.js'),
          'retarget: module beside main': (after) =>
            set(objectAt(after, 'lib/part/package.json'), 'module', './else.js'),
          'shadow: a file beside the folder': (after) => void put(after, 'lib/part.ts', second),
        },
      };
    },
  },
  {
    name: 'main without extension',
    lay: ({ draft, importer, extension }) => {
      if (!isTried(extension)) return undefined;
      const target = put(draft, `lib/part/code${extension}`);
      objectAt(draft, 'lib/part/package.json')['main'] = 'code';
      return { to: relative(importer, 'lib/part'), target };
    },
  },
  ...['pa?rt', 'pa#rt', 'part with spaces', 'pärt', '[part]', '$part', 'part%20x', 'part.test', 'part.d'].map(
    (name): Route => ({
      name: `file called ${name}`,
      lay: ({ draft, importer, extension }) => {
        if (name === 'part.d' && /ts$/.test(extension)) return undefined;
        const target = put(draft, `lib/parts/${name}${extension}`);
        return { to: relative(importer, target), target };
      },
    }),
  ),
  {
    name: 'query behind the name',
    lay: ({ draft, importer, extension }) => {
      const target = put(draft, `lib/parts/part${extension}`);
      return { to: `${relative(importer, target)}?raw`, target };
    },
  },
  {
    name: 'fragment behind the name',
    lay: ({ draft, importer, extension }) => {
      const target = put(draft, `lib/parts/part${extension}`);
      return { to: `${relative(importer, target)}#raw`, target };
    },
  },
  {
    name: 'detour',
    lay: ({ draft, importer, extension }) => {
      const target = put(draft, `lib/parts/part${extension}`);
      const plain = relative(importer, target);
      return { to: plain.replace('lib/', 'lib/.//../lib/'), target };
    },
  },
  ...['.sql', '.txt', '.csv', '.md', '.html'].map(
    (ending): Route => ({
      name: `text, ${ending}`,
      needs: { target: '.json', form: 'default' },
      lay: ({ draft, importer, extension }) => {
        if (extension !== '.json') return undefined;
        const target = `lib/part${ending}`;
        draft.texts.set(target, "select 'one'\n");
        return { to: relative(importer, target), target };
      },
    }),
  ),
  {
    name: 'symbolic link to a file',
    lay: ({ draft, importer, extension }) => {
      const target = put(draft, `lib/real/part${extension}`);
      put(draft, `lib/real/else${extension}`, second);
      draft.links.set(`lib/link${extension}`, `real/part${extension}`);
      return {
        to: relative(importer, `lib/link${extension}`),
        target,
        changes: {
          'retarget: symbolic link': (after) =>
            void after.links.set(`lib/link${extension}`, `real/else${extension}`),
        },
      };
    },
  },
  {
    name: 'symbolic link to a folder',
    lay: ({ draft, importer, extension }) => {
      const target = put(draft, `lib/real/part${extension}`);
      put(draft, `lib/else/part${extension}`, second);
      draft.links.set('lib/link', 'real');
      return {
        to: relative(importer, `lib/link/part${extension}`),
        target,
        changes: { 'retarget: symbolic link': (after) => void after.links.set('lib/link', 'else') },
      };
    },
  },
  {
    name: 'package.json of the root',
    needs: { target: '.json', form: 'default' },
    lay: ({ importer, extension }) =>
      extension === '.json' ? { to: relative(importer, 'package.json'), target: 'package.json' } : undefined,
  },
  {
    name: "another flow's module",
    lay: ({ draft, importer, extension }) => {
      const target = put(draft, `flows/y/parts/part${extension}`);
      return { to: relative(importer, target), target };
    },
  },
  {
    name: 'a ring of modules',
    lay: ({ draft, importer, extension }) => {
      if (extension === '.json') return undefined;
      const target = put(draft, `lib/ring/a${extension}`);
      draft.texts.set(target, `import '${relative(target, importer)}';\n${draft.texts.get(target)}`);
      return { to: relative(importer, target), target };
    },
  },
  {
    name: 'a long chain of modules',
    lay: ({ draft, importer, extension }) => {
      const target = put(draft, `lib/chain/end${extension}`);
      for (let step = 1; step <= 5; step += 1) {
        const next = step === 5 ? `./end${extension}` : `./step-${step + 1}.ts`;
        draft.texts.set(
          `lib/chain/step-${step}.ts`,
          `import * as all from '${next}';\nexport const value = all;\nexport default value;\nexport type Value = string;\n`,
        );
      }
      return { to: relative(importer, 'lib/chain/step-1.ts'), target, isIndirect: true };
    },
  },
  {
    name: 'the folder itself',
    lay: ({ draft, importer, extension }) => {
      if (!isTried(extension)) return undefined;
      const folder = 'lib/self';
      const target = put(draft, `${folder}/index${extension}`);
      draft.texts.set(
        `${folder}/part.ts`,
        "import * as all from '.';\nexport const value = all;\nexport default value;\nexport type Value = string;\n",
      );
      return {
        to: relative(importer, `${folder}/part.ts`),
        target,
        isIndirect: true,
        changes: {
          'shadow: another index': (after) =>
            void put(after, `${folder}/index${extension === '.tsx' ? '.ts' : '.tsx'}`, second),
        },
      };
    },
  },
  {
    name: 'the folder above',
    lay: ({ draft, importer, extension }) => {
      if (!isTried(extension)) return undefined;
      const target = put(draft, `lib/up/index${extension}`);
      draft.texts.set('lib/up/inner/part.ts', "export * from '..';\nexport { default } from '..';\n");
      return { to: relative(importer, 'lib/up/inner/part.ts'), target, isIndirect: true };
    },
  },
  {
    name: 'main that is not there',
    lay: ({ draft, importer, extension }) => {
      if (!isTried(extension)) return undefined;
      const target = put(draft, `lib/part/index${extension}`);
      objectAt(draft, 'lib/part/package.json')['main'] = './dist/main.js';
      return {
        to: relative(importer, 'lib/part'),
        target,
        changes: {
          'shadow: a main that was not there': (after) => void put(after, 'lib/part/dist/main.js', second),
        },
      };
    },
  },
  {
    name: 'a name of three letters',
    lay: ({ draft, importer, extension }) => {
      if (!isTried(extension)) return undefined;
      const target = put(draft, `${importer.slice(0, importer.lastIndexOf('/'))}/a${extension}`);
      return { to: './a', target };
    },
  },
];
