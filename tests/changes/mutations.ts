import type { Draft } from './draft.ts';
import { fileMutations } from './mutations-files.ts';
import { packageMutations } from './mutations-packages.ts';
import { settingMutations } from './mutations-settings.ts';
import type { Laid } from './scene.ts';

/** What a change has to know about the repository. */
export type Around = {
  readonly laid: Laid;
  readonly importer: string;
  /** What starts the flow that is looked at. */
  readonly entry: string;
};

/** A kind of change. */
export type Mutation = {
  readonly name: string;
  /** Changes the draft; false where this repository has nothing to change like that. */
  readonly apply: (draft: Draft, around: Around) => unknown;
  /** No flow may ever be said to change. */
  readonly isUnrelated?: true;
};

/** Changes that routes bring with them. */
const ofRoutes: readonly Mutation[] = [
  'shadow: an extension that is tried before',
  'shadow: an extension that is tried after',
  'shadow: a folder of that name',
  'shadow: a file of exactly that name',
  'shadow: the compiled file itself',
  'shadow: a file beside the folder',
  'shadow: another index',
  'shadow: package.json in the folder',
  'shadow: package.json nearer to the importer',
  'shadow: a main that was not there',
  'shadow: paths before baseUrl',
  'shadow: paths of the tsconfig.json that extends',
  'shadow: paths half way',
  'shadow: tsconfig.json beside jsconfig.json',
  'retarget: main',
  'retarget: module beside main',
  'retarget: symbolic link',
  'retarget: paths',
  'retarget: paths, in front of the list',
  'retarget: paths, an exact pattern more',
  'retarget: paths, a longer pattern more',
  'retarget: baseUrl',
  'retarget: order of extends',
  'retarget: imports',
  'retarget: imports, an exact entry more',
  'retarget: order of conditions',
  'retarget: exports',
  'retarget: jsxImportSource',
  'remove: the nearer tsconfig.json',
  'remove: the nearer package.json',
  'remove: an optional package',
  'add: the package that another one tries',
  'hoist: two versions change places',
  'bump: configuration of the registry',
  'configuration: paths, behind in the list',
  'configuration: a condition that is never set',
  'configuration: jsx of another kind',
  'configuration: jsx factory',
  'image: own Dockerfile',
].map(
  (name): Mutation => ({
    name,
    apply: (draft, { laid }) => {
      const change = laid.changes?.[name];
      if (change === undefined) return false;
      change(draft);
      return true;
    },
  }),
);

export const mutations: readonly Mutation[] = [
  ...fileMutations,
  ...ofRoutes,
  ...settingMutations,
  ...packageMutations,
];
