import { addPack, compilerOptions, objectAt, set } from './draft.ts';
import { packOf, packText, put, type Route, second } from './scene.ts';

const element = 'console.log(<p>hello</p>);';
const runtime = "exports.jsx = () => 'one';\nexports.jsxs = exports.jsx;\nexports.Fragment = 'one';\n";

/** Ways that no import names: the runtime of elements, and the runner that the builder adds. */
export const runtimeRoutes: readonly Route[] = [
  {
    name: 'jsx runtime of a package',
    needs: { importer: '.tsx' },
    lay: ({ draft }) => {
      Object.assign(compilerOptions(draft), { jsx: 'react-jsx', jsxImportSource: 'vdom' });
      addPack(draft, packOf('vdom', { files: { 'jsx-runtime.js': runtime, 'index.js': packText() } }));
      addPack(
        draft,
        packOf('else-dom', {
          files: { 'jsx-runtime.js': runtime.replaceAll('one', 'two'), 'index.js': packText(second) },
        }),
      );
      return {
        to: '',
        pack: 'node_modules/vdom',
        code: element,
        changes: {
          'retarget: jsxImportSource': (after) => set(compilerOptions(after), 'jsxImportSource', 'else-dom'),
          'configuration: jsx of another kind': (after) => set(compilerOptions(after), 'jsx', 'react'),
        },
      };
    },
  },
  {
    name: 'jsx runtime of the repository',
    needs: { importer: '.tsx' },
    lay: ({ draft }) => {
      objectAt(draft, 'package.json')['imports'] = { '#html/jsx-runtime': './lib/jsx-runtime.ts' };
      Object.assign(compilerOptions(draft), { jsx: 'react-jsx', jsxImportSource: '#html' });
      draft.texts.set(
        'lib/jsx-runtime.ts',
        "export const jsx = (tag: string) => 'one';\nexport const jsxs = jsx;\nexport const Fragment = 0;\n",
      );
      return { to: '', target: 'lib/jsx-runtime.ts', code: element };
    },
  },
  {
    name: 'jsx runtime by a comment',
    needs: { importer: '.tsx' },
    lay: ({ draft }) => {
      objectAt(draft, 'package.json')['imports'] = { '#html/jsx-runtime': './lib/jsx-runtime.ts' };
      draft.texts.set(
        'lib/jsx-runtime.ts',
        "export const jsx = (tag: string) => 'one';\nexport const jsxs = jsx;\nexport const Fragment = 0;\n",
      );
      return {
        to: '',
        target: 'lib/jsx-runtime.ts',
        code: `/** @jsxRuntime automatic */\n/** @jsxImportSource #html */\n${element}`,
      };
    },
  },
  {
    name: 'jsx development runtime',
    needs: { importer: '.tsx' },
    lay: ({ draft }) => {
      Object.assign(compilerOptions(draft), { jsx: 'react-jsxdev', jsxImportSource: 'vdom' });
      addPack(
        draft,
        packOf('vdom', {
          files: { 'jsx-dev-runtime.js': runtime.replace('jsx ', 'jsxDEV '), 'jsx-runtime.js': runtime },
        }),
      );
      return { to: '', pack: 'node_modules/vdom', code: element };
    },
  },
  {
    name: 'jsx factory of the repository',
    needs: { importer: '.tsx' },
    lay: ({ draft, importer, extension }) => {
      if (extension === '.json') return undefined;
      Object.assign(compilerOptions(draft), { jsx: 'react', jsxFactory: 'h', jsxFragmentFactory: 'f' });
      const target = put(draft, `lib/h${extension}`);
      const up = '../'.repeat(importer.split('/').length - 1);
      return {
        to: '',
        target,
        code: `import { value as h } from '${up}lib/h${extension}';\n${element}`,
        changes: {
          'configuration: jsx factory': (after) => set(compilerOptions(after), 'jsxFactory', 'g'),
        },
      };
    },
  },
  {
    name: 'the SDK, imported',
    lay: () => ({ to: 'headgate', pack: 'node_modules/headgate' }),
  },
  {
    name: 'the runner, imported by nobody',
    lay: () => ({ to: '', pack: 'node_modules/headgate', code: "console.log('no import');" }),
  },
];
