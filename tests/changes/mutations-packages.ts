import {
  addPack,
  compilerOptions,
  type Draft,
  type Draftable,
  nameAt,
  objectAt,
  set,
  under,
} from './draft.ts';
import { addMember } from './members.ts';
import type { Mutation } from './mutations.ts';
import { bump } from './routes-packages.ts';
import { packOf, packText, put, second } from './scene.ts';

function bumped(name: string, locationOf: (draft: Draft) => string | undefined): Mutation {
  return {
    name,
    apply: (draft) => {
      const location = locationOf(draft);
      if (location === undefined || !draft.packs.has(location)) return false;
      bump(draft, location);
      return true;
    },
  };
}

/** Changes of what is installed, with the lock file that a package manager would write. */
export const packageMutations: readonly Mutation[] = [
  {
    name: 'bump: the package',
    apply: (draft, { laid }) => {
      if (laid.pack === undefined) return false;
      const own = laid.changes?.['bump: the package'];
      if (own === undefined) bump(draft, laid.pack);
      else own(draft);
      return true;
    },
  },
  {
    name: 'bump: the package, its range too',
    apply: (draft, { laid }) => {
      const declared = under(objectAt(draft, 'package.json'), 'dependencies');
      const name = laid.pack?.replace(/^node_modules\//, '') ?? '';
      if (laid.pack === undefined || declared[name] === undefined || !String(declared[name]).startsWith('^'))
        return false;
      bump(draft, laid.pack);
      declared[name] = `^${draft.packs.get(laid.pack)?.version}`;
      return true;
    },
  },
  {
    name: 'bump: version alone, the same code',
    apply: (draft, { laid }) => {
      const pack = laid.pack === undefined ? undefined : draft.packs.get(laid.pack);
      if (laid.pack === undefined || pack === undefined) return false;
      draft.packs.set(laid.pack, { ...pack, version: pack.version.replace(/\d+$/, '9') });
      return true;
    },
  },
  bumped('bump: headgate', () => 'node_modules/headgate'),
  bumped('bump: a package of the neighbour', () => 'node_modules/neighbour-dep'),
  {
    name: 'package added that nobody imports',
    apply: (draft) => addPack(draft, packOf('unused-dep')),
  },
  {
    name: 'package added, that needs others',
    apply: (draft) => {
      addPack(draft, packOf('unused-dep', { requires: { 'unused-inner': '^1.0.0' } }));
      draft.packs.set('node_modules/unused-inner', packOf('unused-inner'));
    },
  },
  {
    name: 'package needs one more',
    apply: (draft, { laid }) => {
      const pack = laid.pack === undefined ? undefined : draft.packs.get(laid.pack);
      if (laid.pack === undefined || pack === undefined || laid.pack.includes('headgate')) return false;
      if (pack.commit !== undefined) return false;
      if (pack.files['index.js'] === undefined) return false;
      draft.packs.set(
        'node_modules/one-more',
        packOf('one-more', { files: { 'index.js': packText('more') } }),
      );
      draft.packs.set(laid.pack, {
        ...pack,
        version: pack.version.replace(/\d+$/, '3'),
        requires: { ...pack.requires, 'one-more': '^1.0.0' },
        files: { ...pack.files, 'index.js': `require('one-more');\n${pack.files['index.js']}` },
      });
      return true;
    },
  },
  {
    name: 'lock file: an empty line more',
    apply: (draft) => {
      draft.lockTail = '\n';
    },
  },
  {
    name: 'lock file: another package manager',
    apply: (draft) => {
      const other = { 'npm-3': 'npm-2', 'npm-2': 'npm-3', 'yarn-1': 'npm-3', bun: 'npm-3' }[
        draft.lock as string
      ];
      if (other === undefined) return false;
      draft.lock = other as Draft['lock'];
      return true;
    },
  },
  {
    name: 'lock file: other code of the same version',
    apply: (draft, { laid }) => {
      const pack = laid.pack === undefined ? undefined : draft.packs.get(laid.pack);
      if (laid.pack === undefined || pack === undefined || pack.commit !== undefined) return false;
      bump(draft, laid.pack, { version: pack.version });
      return draft.packs.get(laid.pack)?.files !== pack.files && draft.packs.get(laid.pack) !== pack;
    },
  },
  {
    name: 'lock file: another registry',
    apply: (draft) => set(draft as unknown as Draftable, 'registry', 'https://npm.acme.example'),
  },
  {
    name: 'package.json: dependency that is one of development',
    apply: (draft, { laid }) => {
      const name = laid.pack?.replace(/^node_modules\//, '') ?? '';
      const root = objectAt(draft, 'package.json');
      const declared = under(root, 'dependencies');
      if (declared[name] === undefined) return false;
      under(root, 'devDependencies')[name] = declared[name];
      delete declared[name];
      return true;
    },
  },
  {
    name: 'shadow: paths for what is asked',
    apply: (draft, { laid }) => {
      if (!isBare(laid.to)) return false;
      under(compilerOptions(draft), 'paths')[laid.to] = ['./lib/shadow.ts'];
      put(draft, 'lib/shadow.ts', second);
      return true;
    },
  },
  {
    name: 'shadow: baseUrl with a file of that name',
    apply: (draft, { laid }) => {
      const options = compilerOptions(draft);
      if (!isBare(laid.to) || laid.to.endsWith('/') || options['paths'] !== undefined) return false;
      options['baseUrl'] = './shadow';
      put(draft, `shadow/${laid.to}.ts`, second);
      return true;
    },
  },
  {
    name: 'shadow: package nearer to the flow',
    apply: (draft, { laid, importer }) => {
      if (laid.pack === undefined || laid.to !== nameAt(laid.pack) || !importer.startsWith('flows/x/'))
        return false;
      if (!addMember(draft, { name: 'flow-x', folder: 'flows/x' })) return false;
      set(objectAt(draft, 'package.json'), 'workspaces', ['packages/*', 'flows/*']);
      const nearer = packOf(laid.to, { version: '3.0.0', files: { 'index.js': packText(second) } });
      addPack(draft, nearer, { at: `flows/x/node_modules/${laid.to}`, declaredBy: 'flows/x/package.json' });
      return true;
    },
  },
  {
    name: 'shadow: a member in place of the package',
    apply: (draft, { laid }) => {
      if (laid.pack === undefined || laid.to !== nameAt(laid.pack) || laid.to === 'headgate') return false;
      if (!addMember(draft, { name: laid.to, folder: 'packages/mine', content: { main: './index.js' } }))
        return false;
      draft.packs.delete(laid.pack);
      put(draft, 'packages/mine/index.js', second);
      return true;
    },
  },
];

function isBare(to: string): boolean {
  return to !== '' && !/^[.#/]/.test(to);
}
