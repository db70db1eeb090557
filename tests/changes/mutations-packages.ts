import { addPack, type Draft, objectAt, under } from './draft.ts';
import type { Mutation } from './mutations.ts';
import { bump } from './routes-packages.ts';
import { packOf, packText } from './scene.ts';

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
      if (
        laid.pack === undefined ||
        declared[name] === undefined ||
        String(declared[name]).startsWith('npm:')
      )
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
];
