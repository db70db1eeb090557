import { addPack, type Draft, objectAt, type Pack, set, under } from './draft.ts';
import { addMember } from './members.ts';
import { type Change, packOf, packText, put, type Route, second } from './scene.ts';

const dep = 'node_modules/dep';
const firstCommit = '1'.repeat(40);

function changed(draft: Draft, more: Partial<Pack>): void {
  const pack = draft.packs.get(dep);
  if (pack !== undefined) draft.packs.set(dep, { ...pack, files: { 'index.js': packText(second) }, ...more });
}

/** `bump` is what happens to the package in place of another version. */
function bumpedBy(bump: Change): { readonly [kind: string]: Change } {
  return { 'bump: the package': bump };
}

/** Packages that come from elsewhere than the registry, or not as it gives them. */
export const originRoutes: readonly Route[] = [
  {
    name: 'package, of a repository of GitHub',
    lay: ({ draft }) => {
      addPack(draft, packOf('dep', { commit: firstCommit }));
      under(objectAt(draft, 'package.json'), 'dependencies')['dep'] = 'github:acme/dep';
      return {
        to: 'dep',
        pack: dep,
        changes: bumpedBy((after) => changed(after, { commit: '2'.repeat(40) })),
      };
    },
  },
  {
    name: 'package, packed in the repository',
    lay: ({ draft }) => {
      if (draft.lock !== 'npm-3' && draft.lock !== 'npm-2') return undefined;
      const tarball = 'vendor/dep-1.0.0.tgz';
      addPack(draft, packOf('dep', { tarball }));
      under(objectAt(draft, 'package.json'), 'dependencies')['dep'] = `file:${tarball}`;
      draft.texts.set(tarball, 'packed: one');
      return {
        to: 'dep',
        pack: dep,
        changes: bumpedBy((after) => {
          changed(after, {});
          after.texts.set(tarball, 'packed: two');
        }),
      };
    },
  },
  {
    name: 'package with a patch',
    needs: { lock: 'pnpm-9' },
    lay: ({ draft }) => {
      const file = '.patches/dep.patch';
      const key = { 'pnpm-9': 'pnpm', bun: 'patchedDependencies', 'yarn-berry': '' }[draft.lock as string];
      if (key === undefined) return undefined;
      addPack(draft, packOf('dep'));
      draft.texts.set(file, "exports.more = 'one';\n");
      draft.patches.set(dep, { file });
      const root = objectAt(draft, 'package.json');
      if (key === 'pnpm') under(root, 'pnpm')['patchedDependencies'] = { 'dep@1.0.0': file };
      else if (key === '') under(root, 'dependencies')['dep'] = `patch:dep@npm%3A^1.0.0#~/${file}`;
      else set(root, key, { 'dep@1.0.0': file });
      return { to: 'dep', target: file };
    },
  },
  {
    name: 'package that lies in git',
    lay: ({ draft, extension: e }) => {
      if (e === '.json' || draft.lock === 'pnpm-9') return undefined;
      set(objectAt(draft, `${dep}/package.json`), 'main', `./code${e}`);
      return { to: 'dep', target: put(draft, `${dep}/code${e}`) };
    },
  },
  {
    name: 'package, a folder of the repository bears its name',
    lay: ({ draft }) => {
      addPack(draft, packOf('dep'));
      Object.assign(objectAt(draft, 'examples/dep/package.json'), { name: 'dep', main: './index.js' });
      put(draft, 'examples/dep/index.js', second);
      return { to: 'dep', pack: dep };
    },
  },
  {
    name: 'member, another folder bears its name',
    lay: ({ draft, extension: e }) => {
      const content = { main: `./code${e}` };
      if (!addMember(draft, { name: 'lib', folder: 'packages/lib', content })) return undefined;
      Object.assign(objectAt(draft, 'examples/lib/package.json'), { name: 'lib', ...content });
      put(draft, `examples/lib/code${e}`, second);
      return { to: 'lib', target: put(draft, `packages/lib/code${e}`) };
    },
  },
  {
    name: 'member, by a relative path',
    lay: ({ draft, importer, extension: e }) => {
      if (!addMember(draft, { name: 'lib', folder: 'packages/lib' })) return undefined;
      const target = put(draft, `packages/lib/src/part${e}`);
      return { to: '../'.repeat(importer.split('/').length - 1) + target, target };
    },
  },
  {
    name: 'member, by its own imports',
    lay: ({ draft, extension: e }) => {
      const imports = (name: string) => ({ '#part': `./src/${name}${e}` });
      const content = { main: './index.js', imports: imports('part') };
      if (!addMember(draft, { name: 'lib', folder: 'packages/lib', content })) return undefined;
      draft.texts.set(
        'packages/lib/index.js',
        "import * as all from '#part';\nexport const value = all;\nexport default value;\n",
      );
      put(draft, `packages/lib/src/else${e}`, second);
      return {
        to: 'lib',
        target: put(draft, `packages/lib/src/part${e}`),
        isIndirect: true,
        changes: {
          'retarget: imports': (after) =>
            set(objectAt(after, 'packages/lib/package.json'), 'imports', imports('else')),
        },
      };
    },
  },
];
