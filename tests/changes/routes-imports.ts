import { addPack, type Draft, type Draftable, objectAt, set } from './draft.ts';
import { type Laid, packOf, packText, put, type Route, type Scene, second } from './scene.ts';

/** Ways by `imports` and `exports` of a package.json of the importer. */
export const importsRoutes: readonly Route[] = makeRoutes();

function makeRoutes(): readonly Route[] {
  const root = 'package.json';
  const lay = ({ draft, extension }: Scene): Laid => {
    put(draft, `lib/else${extension}`, second);
    return { to: '#part', target: put(draft, `lib/part${extension}`) };
  };
  const setImports = (draft: Draft, imports: Draftable, file = root): void =>
    set(objectAt(draft, file), 'imports', imports);
  return [
    {
      name: 'imports, exact',
      lay: (scene) => {
        const { extension: e } = scene;
        setImports(scene.draft, { '#part': `./lib/part${e}`, '#else': `./lib/else${e}` });
        return {
          ...lay(scene),
          changes: {
            'retarget: imports': (after) =>
              setImports(after, { '#part': `./lib/else${e}`, '#else': `./lib/part${e}` }),
            'shadow: package.json nearer to the importer': (after) => {
              const folder = scene.importer.slice(0, scene.importer.lastIndexOf('/'));
              setImports(after, { '#part': `./else${e}` }, `${folder}/package.json`);
              put(after, `${folder}/else${e}`, second);
            },
          },
        };
      },
    },
    {
      name: 'imports, pattern',
      lay: (scene) => {
        const { extension: e } = scene;
        setImports(scene.draft, { '#lib/*': `./lib/*${e}` });
        return {
          ...lay(scene),
          to: '#lib/part',
          changes: {
            'retarget: imports': (after) => {
              setImports(after, { '#lib/*': `./more/*${e}` });
              put(after, `more/part${e}`, second);
            },
            'retarget: imports, an exact entry more': (after) =>
              setImports(after, { '#lib/*': `./lib/*${e}`, '#lib/part': `./lib/else${e}` }),
          },
        };
      },
    },
    {
      name: 'imports, conditions',
      lay: (scene) => {
        const { extension: e } = scene;
        setImports(scene.draft, {
          '#part': { browser: './lib/no.js', node: `./lib/part${e}`, default: `./lib/else${e}` },
        });
        return {
          ...lay(scene),
          changes: {
            'retarget: order of conditions': (after) =>
              setImports(after, {
                '#part': { default: `./lib/else${e}`, browser: './lib/no.js', node: `./lib/part${e}` },
              }),
            'configuration: a condition that is never set': (after) =>
              setImports(after, {
                '#part': { browser: './lib/other.js', node: `./lib/part${e}`, default: `./lib/else${e}` },
              }),
          },
        };
      },
    },
    {
      name: 'imports, import and require',
      lay: (scene) => {
        const { extension: e } = scene;
        setImports(scene.draft, { '#part': { import: `./lib/part${e}`, require: `./lib/part${e}` } });
        return {
          ...lay(scene),
          changes: {
            'retarget: imports': (after) =>
              setImports(after, { '#part': { import: `./lib/else${e}`, require: `./lib/else${e}` } }),
          },
        };
      },
    },
    {
      name: 'imports, list',
      lay: (scene) => {
        const { extension: e } = scene;
        setImports(scene.draft, { '#part': [{ browser: './lib/no.js' }, `./lib/part${e}`] });
        return lay(scene);
      },
    },
    {
      name: 'imports, a package first',
      lay: (scene) => {
        const { extension: e } = scene;
        setImports(scene.draft, { '#part': { browser: 'some-package', default: `./lib/part${e}` } });
        return {
          ...lay(scene),
          changes: {
            'retarget: imports': (after) =>
              setImports(after, { '#part': { browser: 'some-package', default: `./lib/else${e}` } }),
          },
        };
      },
    },
    {
      name: 'imports, to a package',
      lay: ({ draft }) => {
        addPack(draft, packOf('dep'));
        addPack(draft, packOf('else-dep', { files: { 'index.js': packText(second) } }));
        setImports(draft, { '#part': 'dep' });
        return {
          to: '#part',
          pack: 'node_modules/dep',
          changes: { 'retarget: imports': (after) => setImports(after, { '#part': 'else-dep' }) },
        };
      },
    },
    {
      name: 'imports of a nearer package.json',
      lay: ({ draft, importer, extension }) => {
        const folder = importer.slice(0, importer.lastIndexOf('/'));
        const file = `${folder}/package.json`;
        Object.assign(objectAt(draft, file), { type: 'module', imports: { '#part': `./part${extension}` } });
        setImports(draft, { '#part': `./lib/else${extension}` });
        put(draft, `lib/else${extension}`, second);
        return {
          to: '#part',
          target: put(draft, `${folder}/part${extension}`),
          changes: { 'remove: the nearer package.json': (after) => void after.objects.delete(file) },
        };
      },
    },
    {
      name: 'self reference',
      lay: (scene) => {
        const { extension: e } = scene;
        objectAt(scene.draft, root)['exports'] = { './part': `./lib/part${e}`, './else': `./lib/else${e}` };
        return {
          ...lay(scene),
          to: 'root/part',
          changes: {
            'retarget: exports': (after) =>
              set(objectAt(after, root), 'exports', {
                './part': `./lib/else${e}`,
                './else': `./lib/part${e}`,
              }),
          },
        };
      },
    },
  ];
}
