import { compilerOptions, type Draftable, set } from './draft.ts';
import { type Change, put, type Route, second } from './scene.ts';

type Paths = { readonly [pattern: string]: readonly string[] };

/** `paths` of the root's tsconfig.json; `to` is what is asked for. */
function byPaths(
  name: string,
  {
    to,
    paths,
    baseUrl,
    target,
    others = [],
    changed,
  }: {
    readonly to: string;
    readonly paths: Paths;
    readonly baseUrl?: string;
    /** Without its extension. */
    readonly target: string;
    readonly others?: readonly string[];
    readonly changed?: { readonly [kind: string]: Paths };
  },
): Route {
  const filled = (of: Paths, extension: string): Draftable =>
    Object.fromEntries(
      Object.entries(of).map(([key, list]) => [
        key.replace('.EXT', extension),
        list.map((item) => item.replace('.EXT', extension)),
      ]),
    );
  return {
    name,
    lay: ({ draft, extension }) => {
      const options = compilerOptions(draft);
      options['paths'] = filled(paths, extension);
      if (baseUrl !== undefined) options['baseUrl'] = baseUrl;
      for (const other of others) put(draft, other.replace('.EXT', extension), second);
      const changes = Object.entries(changed ?? {}).map(([kind, now]): [string, Change] => [
        kind,
        (after) => set(compilerOptions(after), 'paths', filled(now, extension)),
      ]);
      return {
        to: to.replace('.EXT', extension),
        target: put(draft, target + extension),
        changes: Object.fromEntries(changes),
      };
    },
  };
}

/** Ways by `paths` of the root's tsconfig.json. */
export const pathsRoutes: readonly Route[] = [
  byPaths('paths, exact', {
    to: '@part',
    paths: { '@part': ['./lib/part.EXT'], '@else': ['./lib/else.EXT'] },
    target: 'lib/part',
    others: ['lib/else.EXT'],
    changed: {
      'retarget: paths': { '@part': ['./lib/else.EXT'], '@else': ['./lib/part.EXT'] },
      'retarget: paths, in front of the list': { '@part': ['./lib/else.EXT', './lib/part.EXT'] },
      'configuration: paths, behind in the list': {
        '@part': ['./lib/part.EXT', './lib/else.EXT'],
        '@else': ['./lib/else.EXT'],
      },
    },
  }),
  byPaths('paths, wildcard', {
    to: '@lib/part.EXT',
    paths: { '@lib/*': ['./lib/*'] },
    target: 'lib/part',
    others: ['else/part.EXT'],
    changed: {
      'retarget: paths': { '@lib/*': ['./else/*'] },
      'retarget: paths, an exact pattern more': {
        '@lib/*': ['./lib/*'],
        '@lib/part.EXT': ['./else/part.EXT'],
      },
      'retarget: paths, a longer pattern more': { '@lib/*': ['./lib/*'], '@lib/pa*': ['./else/pa*'] },
    },
  }),
  byPaths('paths, longer prefix wins', {
    to: '@lib/deep/part.EXT',
    paths: { '@lib/*': ['./else/*'], '@lib/deep/*': ['./lib/*'] },
    target: 'lib/part',
    others: ['else/deep/part.EXT'],
    changed: { 'retarget: paths': { '@lib/*': ['./else/*'] } },
  }),
  byPaths('paths, longer suffix wins', {
    to: '@lib/part.EXT',
    paths: { '@lib/*': ['./else/*'], '@lib/*rt.EXT': ['./lib/*rt.EXT'] },
    target: 'lib/part',
    others: ['else/part.EXT'],
    changed: { 'retarget: paths': { '@lib/*': ['./else/*'] } },
  }),
  byPaths('paths, everything', {
    to: 'part.EXT',
    paths: { '*': ['./lib/*'] },
    target: 'lib/part',
    others: ['else/part.EXT'],
    changed: { 'retarget: paths': { '*': ['./else/*', './lib/*'] } },
  }),
  byPaths('paths, second of the list', {
    to: '@part',
    paths: { '@part': ['./nothing/part.EXT', './lib/part.EXT'] },
    target: 'lib/part',
    others: ['else/part.EXT'],
    changed: { 'retarget: paths': { '@part': ['./else/part.EXT', './lib/part.EXT'] } },
  }),
  byPaths('paths with baseUrl', {
    to: '@part',
    paths: { '@part': ['part.EXT'] },
    baseUrl: './lib',
    target: 'lib/part',
    others: ['lib/else/part.EXT'],
    changed: { 'retarget: paths': { '@part': ['else/part.EXT'] } },
  }),
];
