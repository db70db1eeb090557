import { addPack, compilerOptions, type Draftable, objectAt, set } from './draft.ts';
import { addMember } from './members.ts';
import { type Laid, packOf, put, type Route, type Scene, second } from './scene.ts';

/** Ways by a tsconfig.json that is found, or extended, somewhere else. */
export const tsconfigRoutes: readonly Route[] = makeRoutes();

function makeRoutes(): readonly Route[] {
  const paths = (folder: string, extension: string): Draftable => ({
    '@part': [`${folder}/part${extension}`],
  });
  const lay = ({ draft, extension }: Scene): Laid => {
    put(draft, `else/part${extension}`, second);
    return { to: '@part', target: put(draft, `lib/part${extension}`) };
  };
  return [
    {
      name: 'baseUrl',
      lay: (scene) => {
        const laid = lay(scene);
        compilerOptions(scene.draft)['baseUrl'] = './lib';
        return {
          ...laid,
          to: `part${scene.extension}`,
          changes: {
            'retarget: baseUrl': (after) => set(compilerOptions(after), 'baseUrl', './else'),
            'shadow: paths before baseUrl': (after) =>
              set(compilerOptions(after), 'paths', {
                [`part${scene.extension}`]: [`../else/part${scene.extension}`],
              }),
          },
        };
      },
    },
    {
      name: 'extends, a file',
      lay: (scene) => {
        const base = 'config/base.json';
        objectAt(scene.draft, 'tsconfig.json')['extends'] = './config/base.json';
        compilerOptions(scene.draft, base)['paths'] = paths('../lib', scene.extension);
        return {
          ...lay(scene),
          changes: {
            'retarget: paths': (after) =>
              set(compilerOptions(after, base), 'paths', paths('../else', scene.extension)),
            'shadow: paths of the tsconfig.json that extends': (after) =>
              set(compilerOptions(after), 'paths', paths('./else', scene.extension)),
          },
        };
      },
    },
    {
      name: 'extends, several files',
      lay: (scene) => {
        objectAt(scene.draft, 'tsconfig.json')['extends'] = ['./config/a', './config/b'];
        compilerOptions(scene.draft, 'config/a.json')['paths'] = paths('../else', scene.extension);
        compilerOptions(scene.draft, 'config/b.json')['paths'] = paths('../lib', scene.extension);
        return {
          ...lay(scene),
          changes: {
            'retarget: order of extends': (after) =>
              set(objectAt(after, 'tsconfig.json'), 'extends', ['./config/b', './config/a']),
          },
        };
      },
    },
    {
      name: 'extends, a chain',
      lay: (scene) => {
        objectAt(scene.draft, 'tsconfig.json')['extends'] = './config/middle.json';
        objectAt(scene.draft, 'config/middle.json')['extends'] = '../base/tsconfig.json';
        compilerOptions(scene.draft, 'base/tsconfig.json')['paths'] = paths('../lib', scene.extension);
        return {
          ...lay(scene),
          changes: {
            'retarget: paths': (after) =>
              set(compilerOptions(after, 'base/tsconfig.json'), 'paths', paths('../else', scene.extension)),
            'shadow: paths half way': (after) =>
              set(compilerOptions(after, 'config/middle.json'), 'paths', paths('../else', scene.extension)),
          },
        };
      },
    },
    ...['tsconfig', 'tsconfig/base.json', 'tsconfig/base', '@a/tsconfig/base.json'].map(
      (written): Route => ({
        name: `extends, a package of the repository: ${written}`,
        lay: (scene) => {
          const name = written.startsWith('@') ? '@a/tsconfig' : 'tsconfig';
          const file =
            written === 'tsconfig' ? 'packages/tsconfig/tsconfig.json' : 'packages/tsconfig/base.json';
          if (!addMember(scene.draft, { name, folder: 'packages/tsconfig' })) return undefined;
          objectAt(scene.draft, 'tsconfig.json')['extends'] = written;
          compilerOptions(scene.draft, file)['paths'] = paths('../../lib', scene.extension);
          return {
            ...lay(scene),
            changes: {
              'retarget: paths': (after) =>
                set(compilerOptions(after, file), 'paths', paths('../../else', scene.extension)),
            },
          };
        },
      }),
    ),
    {
      name: 'extends, a package of the registry',
      lay: (scene) => {
        if (scene.draft.lock === 'pnpm-9') return undefined;
        const packed = (folder: string): string =>
          JSON.stringify({ compilerOptions: { paths: paths(`../../${folder}`, scene.extension) } });
        const pack = packOf('shared-config', { files: { 'base.json': packed('lib') } });
        addPack(scene.draft, pack);
        objectAt(scene.draft, 'tsconfig.json')['extends'] = 'shared-config/base.json';
        return {
          ...lay(scene),
          changes: {
            'bump: configuration of the registry': (after) =>
              void after.packs.set('node_modules/shared-config', {
                ...pack,
                version: '1.0.1',
                files: { 'base.json': packed('else') },
              }),
          },
        };
      },
    },
    {
      name: "tsconfig.json of the flow's folder",
      lay: (scene) => {
        if (!scene.importer.startsWith('flows/')) return undefined;
        const file = 'flows/x/tsconfig.json';
        compilerOptions(scene.draft)['paths'] = paths('./else', scene.extension);
        compilerOptions(scene.draft, file)['paths'] = paths('../../lib', scene.extension);
        return {
          ...lay(scene),
          changes: {
            'retarget: paths': (after) =>
              set(compilerOptions(after, file), 'paths', paths('../../else', scene.extension)),
            'remove: the nearer tsconfig.json': (after) => void after.objects.delete(file),
          },
        };
      },
    },
    {
      name: 'jsconfig.json',
      lay: (scene) => {
        compilerOptions(scene.draft, 'jsconfig.json')['paths'] = paths('./lib', scene.extension);
        return {
          ...lay(scene),
          changes: {
            'retarget: paths': (after) =>
              set(compilerOptions(after, 'jsconfig.json'), 'paths', paths('./else', scene.extension)),
            'shadow: tsconfig.json beside jsconfig.json': (after) =>
              set(compilerOptions(after), 'paths', paths('./else', scene.extension)),
          },
        };
      },
    },
    {
      name: 'paths to a package',
      lay: ({ draft }) => {
        addPack(draft, packOf('dep'));
        compilerOptions(draft)['paths'] = { 'the-dep': ['./node_modules/dep/index.js'] };
        return draft.lock === 'pnpm-9' ? undefined : { to: 'the-dep', pack: 'node_modules/dep' };
      },
    },
    {
      name: 'paths of a name that Node.js has',
      lay: (scene) => {
        compilerOptions(scene.draft)['paths'] = { punycode: [`./lib/part${scene.extension}`] };
        return { ...lay(scene), to: 'punycode' };
      },
    },
  ];
}
