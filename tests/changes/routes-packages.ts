import {
  addPack,
  compilerOptions,
  type Draft,
  type Draftable,
  objectAt,
  type Pack,
  set,
  under,
} from './draft.ts';
import { addMember } from './members.ts';
import { type Change, isTried, moduleText, packOf, packText, put, type Route, second } from './scene.ts';

/** Puts another version of a package where one lies. */
export function bump(draft: Draft, location: string, change: Partial<Pack> = {}): void {
  const pack = draft.packs.get(location);
  if (pack === undefined) return;
  const files = Object.fromEntries(
    Object.entries(pack.files).map(([path, text]) => [path, text.replaceAll("'one'", "'two'")]),
  );
  draft.packs.set(location, { ...pack, version: nextVersion(pack.version), files, ...change });
}

function nextVersion(version: string): string {
  return version.replace(/\d+$/, (patch) => String(Number(patch) + 1));
}

const dep = 'node_modules/dep';

function packRoute(
  name: string,
  to: string,
  pack: Partial<Pack>,
  changes: { [kind: string]: Change } = {},
): Route {
  return {
    name,
    ...(to.endsWith('.json') ? { needs: { form: 'default' } } : {}),
    lay: ({ draft }) => {
      addPack(draft, packOf('dep', pack));
      return { to, pack: dep, changes };
    },
  };
}

const both = {
  'a.js': packText(),
  'b.js': packText(second),
  'a.mjs': moduleText('.mjs'),
  'b.mjs': moduleText('.mjs', second),
};

const direct: readonly Route[] = [
  packRoute('package', 'dep', {}),
  packRoute('package, folder as main', 'dep', {
    files: { 'lib/index.js': packText() },
    manifest: { main: './lib' },
  }),
  packRoute('package, subpath', 'dep/part.js', { files: { 'part.js': packText() } }),
  packRoute('package, subpath without extension', 'dep/lib/part', { files: { 'lib/part.js': packText() } }),
  packRoute('package, module field', 'dep', { files: both, manifest: { main: 'a.js', module: 'a.mjs' } }),
  packRoute('package, exports', 'dep', {
    files: both,
    manifest: { exports: { import: './a.mjs', require: './a.js' } },
  }),
  packRoute('package, exports pattern', 'dep/parts/a', {
    files: both,
    manifest: { exports: { './parts/*': './*.js' } },
  }),
  packRoute(
    'package, json',
    'dep/data.json',
    { files: { 'data.json': '{ "value": "one", "text": \'one\' }'.replaceAll("'", '"') } },
    {
      'bump: the package': (after) => bump(after, dep, { files: { 'data.json': '{ "value": "two" }' } }),
    },
  ),
  {
    name: 'package, scoped',
    lay: ({ draft }) => {
      addPack(draft, packOf('@acme/dep'));
      return { to: '@acme/dep', pack: 'node_modules/@acme/dep' };
    },
  },
  {
    name: 'package, another name for it',
    lay: ({ draft }) => {
      addPack(draft, packOf('real-dep'), { at: 'node_modules/my-dep' });
      under(objectAt(draft, 'package.json'), 'dependencies')['my-dep'] = 'npm:real-dep@^1.0.0';
      return { to: 'my-dep', pack: 'node_modules/my-dep' };
    },
  },
  {
    name: 'package called like a module of Node.js',
    lay: ({ draft }) => {
      addPack(draft, packOf('punycode'));
      return { to: 'punycode/', pack: 'node_modules/punycode' };
    },
  },
];

const indirect: readonly Route[] = [
  {
    name: 'package of a package',
    lay: ({ draft }) => {
      addPack(draft, passing('inner'));
      addPack(draft, packOf('inner'), { declaredBy: undefined as never });
      draft.packs.set('node_modules/inner', packOf('inner'));
      return { to: 'dep', pack: 'node_modules/inner' };
    },
  },
  {
    name: 'nested package of a package',
    lay: ({ draft }) => {
      addPack(draft, passing('inner', '^2.0.0'));
      addPack(draft, packOf('inner', { files: { 'index.js': packText(second) } }));
      draft.packs.set(`${dep}/node_modules/inner`, packOf('inner', { version: '2.0.0' }));
      return { to: 'dep', pack: `${dep}/node_modules/inner` };
    },
  },
  {
    name: 'package that is nested elsewhere',
    lay: ({ draft }) => {
      // Exact ranges: which version lies on top is what an exchange exchanges.
      const inner = (version: string, value: string): Pack =>
        packOf('inner', { version, files: { 'index.js': packText(value) } });
      const hoist = (of: Draft, [top, nested]: readonly [Pack, Pack]): void => {
        under(objectAt(of, 'package.json'), 'dependencies')['inner'] = top.version;
        of.packs.set('node_modules/inner', top);
        for (const holder of ['holds-a', 'holds-b'])
          of.packs.delete(`node_modules/${holder}/node_modules/inner`);
        const other = nested.version === '1.0.0' ? 'holds-a' : 'holds-b';
        of.packs.set(`node_modules/${other}/node_modules/inner`, nested);
      };
      const a = inner('1.0.0', 'one');
      const b = inner('1.0.1', second);
      addPack(
        draft,
        packOf('holds-a', { requires: { inner: '1.0.0' }, files: { 'index.js': "require('inner');\n" } }),
      );
      addPack(
        draft,
        packOf('holds-b', { requires: { inner: '1.0.1' }, files: { 'index.js': "require('inner');\n" } }),
      );
      hoist(draft, [a, b]);
      return {
        to: 'inner',
        pack: 'node_modules/inner',
        changes: { 'hoist: two versions change places': (after) => hoist(after, [b, a]) },
      };
    },
  },
  {
    name: 'package that needs what it does not declare',
    lay: ({ draft }) => {
      addPack(draft, packOf('dep', { files: { 'index.js': "module.exports = require('ghost');\n" } }));
      addPack(draft, packOf('ghost'));
      return { to: 'dep', pack: 'node_modules/ghost' };
    },
  },
  {
    name: 'package that tries another one',
    lay: ({ draft }) => {
      const text =
        "try {\n  module.exports = require('maybe');\n} catch {\n  module.exports = { value: 'one' };\n}\n";
      addPack(draft, packOf('dep', { files: { 'index.js': text } }));
      return {
        to: 'dep',
        pack: dep,
        changes: { 'add: the package that another one tries': (after) => addPack(after, packOf('maybe')) },
      };
    },
  },
  {
    name: 'optional package of a package',
    lay: ({ draft }) => {
      const text =
        "try {\n  module.exports = require('maybe');\n} catch {\n  module.exports = { value: 'one' };\n}\n";
      addPack(draft, packOf('dep', { files: { 'index.js': text }, optional: { maybe: '^1.0.0' } }));
      draft.packs.set('node_modules/maybe', packOf('maybe'));
      return {
        to: 'dep',
        pack: 'node_modules/maybe',
        changes: { 'remove: an optional package': (after) => void after.packs.delete('node_modules/maybe') },
      };
    },
  },
  {
    name: 'peer of a package',
    lay: ({ draft }) => {
      addPack(
        draft,
        packOf('dep', { files: { 'index.js': "module.exports = require('peer');\n" }, peers: { peer: '*' } }),
      );
      addPack(draft, packOf('peer'));
      return { to: 'dep', pack: 'node_modules/peer' };
    },
  },
];

function passing(name: string, range = '^1.0.0'): Pack {
  return packOf('dep', {
    requires: { [name]: range },
    files: { 'index.js': `module.exports = require('${name}');\n` },
  });
}

const lib = { name: '@own/lib', folder: 'packages/lib' };
const libFile = 'packages/lib/package.json';

const members: readonly Route[] = [
  {
    name: 'member, main',
    lay: ({ draft, extension }) => {
      if (!addMember(draft, { ...lib, content: { main: `./code${extension}` } })) return undefined;
      put(draft, 'packages/lib/else.js', second);
      return {
        to: '@own/lib',
        target: put(draft, `packages/lib/code${extension}`),
        changes: { 'retarget: main': (after) => set(objectAt(after, libFile), 'main', './else.js') },
      };
    },
  },
  {
    name: 'member, index',
    lay: ({ draft, extension }) => {
      if (!isTried(extension) || !addMember(draft, lib)) return undefined;
      return { to: '@own/lib', target: put(draft, `packages/lib/index${extension}`) };
    },
  },
  {
    name: 'member, exports',
    lay: ({ draft, extension: e }) => {
      const exports = (a: string, b: string): Draftable => ({
        '.': `./src/${a}${e}`,
        './else': `./src/${b}${e}`,
      });
      if (!addMember(draft, { ...lib, content: { exports: exports('part', 'else') } })) return undefined;
      put(draft, `packages/lib/src/else${e}`, second);
      return {
        to: '@own/lib',
        target: put(draft, `packages/lib/src/part${e}`),
        changes: {
          'retarget: exports': (after) => set(objectAt(after, libFile), 'exports', exports('else', 'part')),
        },
      };
    },
  },
  {
    name: 'member, exports pattern',
    lay: ({ draft, extension: e }) => {
      if (!addMember(draft, { ...lib, content: { exports: { './*': `./src/*${e}` } } })) return undefined;
      return { to: '@own/lib/part', target: put(draft, `packages/lib/src/part${e}`) };
    },
  },
  {
    name: 'member, conditions',
    lay: ({ draft, extension: e }) => {
      const exports = (...order: string[]): Draftable => ({
        '.': Object.fromEntries(
          order.map((key) => [key, key === 'node' ? `./src/part${e}` : `./src/else${e}`]),
        ),
      });
      if (!addMember(draft, { ...lib, content: { exports: exports('types', 'node', 'default') } }))
        return undefined;
      put(draft, `packages/lib/src/else${e}`, second);
      return {
        to: '@own/lib',
        target: put(draft, `packages/lib/src/part${e}`),
        changes: {
          'retarget: order of conditions': (after) =>
            set(objectAt(after, libFile), 'exports', exports('types', 'default', 'node')),
        },
      };
    },
  },
  {
    name: 'member, subpath',
    lay: ({ draft, extension: e }) =>
      addMember(draft, lib)
        ? { to: `@own/lib/src/part${e}`, target: put(draft, `packages/lib/src/part${e}`) }
        : undefined,
  },
  {
    name: 'member, by another member',
    lay: ({ draft, extension: e }) => {
      if (!addMember(draft, { ...lib, content: { main: './index.ts' } })) return undefined;
      addMember(draft, { name: '@own/base', folder: 'packages/base', content: { main: `./code${e}` } });
      draft.texts.set(
        'packages/lib/index.ts',
        "import * as all from '@own/base';\nexport const value = all;\nexport default value;\nexport type Value = string;\n",
      );
      return { to: '@own/lib', target: put(draft, `packages/base/code${e}`), isIndirect: true };
    },
  },
  {
    name: 'member, by its package',
    lay: ({ draft }) => {
      const content = { main: './index.js', dependencies: { inner: '^2.0.0' } };
      if (!addMember(draft, { ...lib, content })) return undefined;
      draft.texts.set('packages/lib/index.js', "export { value, default } from 'inner';\n");
      addPack(draft, packOf('inner', { files: { 'index.js': packText(second) } }));
      draft.packs.set('packages/lib/node_modules/inner', packOf('inner', { version: '2.0.0' }));
      return { to: '@own/lib', pack: 'packages/lib/node_modules/inner' };
    },
  },
  {
    name: 'member by a package',
    lay: ({ draft, extension: e }) => {
      if (!addMember(draft, { ...lib, content: { main: `./code${e}` } })) return undefined;
      addPack(
        draft,
        packOf('dep', {
          files: { 'index.js': "module.exports = require('@own/lib');\n" },
          peers: { '@own/lib': '*' },
        }),
      );
      return { to: 'dep', target: put(draft, `packages/lib/code${e}`), isIndirect: true };
    },
  },
  {
    name: 'member with its own tsconfig.json',
    lay: ({ draft, extension: e }) => {
      if (e === '.json' || !addMember(draft, { ...lib, content: { main: './index.ts' } })) return undefined;
      compilerOptions(draft, 'packages/lib/tsconfig.json')['paths'] = { '~/*': [`./src/*${e}`] };
      draft.texts.set(
        'packages/lib/index.ts',
        "export * from '~/part';\nexport { default } from '~/part';\n",
      );
      put(draft, `packages/lib/other/part${e}`, second);
      return {
        to: '@own/lib',
        target: put(draft, `packages/lib/src/part${e}`),
        changes: {
          'retarget: paths': (after) =>
            set(compilerOptions(after, 'packages/lib/tsconfig.json'), 'paths', {
              '~/*': [`./other/*${e}`],
            }),
        },
      };
    },
  },
  {
    name: 'member, built by a tool',
    lay: ({ draft, extension: e }) => {
      if (e !== '.ts' || !addMember(draft, { ...lib, content: { main: './dist/index.js' } }))
        return undefined;
      const target = put(draft, 'packages/lib/src/index.ts');
      draft.ignored.set('packages/lib/dist/index.js', moduleText('.js'));
      return {
        to: '@own/lib',
        target,
        changes: {
          'change of value': (after) => {
            put(after, target, second);
            after.ignored.set('packages/lib/dist/index.js', moduleText('.js', second));
          },
        },
      };
    },
  },
  ...(['file', 'link', 'portal'] as const).map(
    (how): Route => ({
      name: `${how}: dependency`,
      lay: ({ draft, extension: e }) => {
        const { lock } = draft;
        if (how === 'link' && !/yarn|pnpm|bun/.test(lock)) return undefined;
        if (how === 'portal' && lock !== 'yarn-berry') return undefined;
        const folder = 'vendor/lib';
        Object.assign(objectAt(draft, `${folder}/package.json`), {
          name: 'lib',
          version: '1.0.0',
          type: 'module',
          main: `./code${e}`,
        });
        under(objectAt(draft, 'package.json'), 'dependencies')['lib'] =
          `${how}:${lock.startsWith('npm') ? '' : './'}${folder}`;
        draft.own.set('node_modules/lib', { folder, how });
        put(draft, `${folder}/else.js`, second);
        return {
          to: 'lib',
          target: put(draft, `${folder}/code${e}`),
          changes: {
            'retarget: main': (after) => set(objectAt(after, `${folder}/package.json`), 'main', './else.js'),
          },
        };
      },
    }),
  ),
];

export const packageRoutes: readonly Route[] = [...direct, ...indirect, ...members];
