import { addPack, copyOf, type Draft, emptyDraft, lockFormats, objectAt } from './draft.ts';
import type { Form } from './form.ts';
import { forms } from './forms.ts';
import { type Hazard, hazards } from './hazards.ts';
import { type Mutation, mutations } from './mutations.ts';
import { routes } from './routes.ts';
import {
  type Image,
  type ImporterExtension,
  importerExtensions,
  isTypedExtension,
  type Laid,
  packOf,
  put,
  type Route,
  relative,
  type TargetExtension,
  targetExtensions,
} from './scene.ts';

/** One repository and one change of it, by the names of what it is made of. */
export type Story = { readonly [D in Dimension]: string };

/** In the order in which a failure is simplified. The first value of each is its default. */
export const dimensions = {
  hazard: hazards.map(({ name }) => name),
  place: ['entrypoint', 'module between'],
  importer: importerExtensions as readonly string[],
  target: targetExtensions as readonly string[],
  type: ['module', 'none', 'commonjs'],
  lock: lockFormats as readonly string[],
  form: ['named', ...forms.map(({ name }) => name).filter((name) => name !== 'named')],
  route: routes.map(({ name }) => name),
  mutation: mutations.map(({ name }) => name),
} as const;

export type Dimension =
  | 'hazard'
  | 'place'
  | 'importer'
  | 'target'
  | 'type'
  | 'lock'
  | 'form'
  | 'route'
  | 'mutation';

export const dimensionNames = Object.keys(dimensions) as Dimension[];

export const defaults = Object.fromEntries(
  dimensionNames.map((name) => [name, dimensions[name][0]]),
) as unknown as Story;

/** A story that can be told: what there is before and after, and in words what it is about. */
export type Told = {
  readonly story: Story;
  readonly before: Draft;
  readonly after: Draft;
  readonly image: Image;
};

const projectImage: Image = { dockerfile: 'Dockerfile', isCopied: () => false };

type Parts = {
  readonly form: Form;
  readonly hazard: Hazard;
  readonly route: Route;
  readonly mutation: Mutation;
};

/** Undefined if these values do not go together. */
export function tell(story: Story): Told | undefined {
  const parts: Parts = {
    form: named(forms, story.form),
    hazard: named(hazards, story.hazard),
    route: named(routes, story.route),
    mutation: named(mutations, story.mutation),
  };
  if (!isWritable(story.importer, parts.form) || !isWritable(story.importer, parts.hazard)) return undefined;
  const before = baseDraft(story);
  const importer =
    story.place === 'entrypoint' ? `flows/x/index${story.importer}` : `lib/between${story.importer}`;
  const laid = parts.route.lay({ draft: before, importer, extension: story.target as TargetExtension });
  if (laid === undefined || !isAskable(story, parts, laid)) return undefined;
  const other = relative(importer, put(before, 'lib/other.ts', 'other'));
  before.texts.set(importer, textOf(parts, laid.code ?? parts.form.code({ to: laid.to, other })));
  if (laid.flow !== undefined) before.texts.set('flows/x/flow.yml', laid.flow);
  const after = copyOf(before);
  const entry = `flows/x/index${story.place === 'entrypoint' ? story.importer : '.ts'}`;
  const isDone = parts.mutation.apply(after, { laid, importer, entry });
  return isDone === false ? undefined : { story, before, after, image: laid.image ?? projectImage };
}

/** Values that a value of another dimension cannot do without. */
export function needsOf(story: Partial<Story>): Partial<Story> {
  const route = routes.find(({ name }) => name === story.route);
  const form = forms.find(({ name }) => name === story.form);
  const hazard = hazards.find(({ name }) => name === story.hazard);
  const isJsx = form?.isJsx === true || hazard?.isJsx === true;
  return {
    ...(form?.target === 'json' ? { target: '.json' } : {}),
    ...(isJsx ? { importer: '.tsx' } : {}),
    ...route?.needs,
  };
}

/** Routes that bring a kind of change with them; undefined for a kind that is not of one route. */
export function routesWith(mutation: string): readonly string[] | undefined {
  routesByChange ??= changesByRoute();
  return routesByChange.get(mutation);
}

let routesByChange: ReadonlyMap<string, readonly string[]> | undefined;

function changesByRoute(): ReadonlyMap<string, readonly string[]> {
  const byChange = new Map<string, string[]>();
  for (const route of routes) {
    const kinds = new Set(
      lockFormats.flatMap((lock) => {
        const before = baseDraft({ ...defaults, lock });
        const extension = route.needs?.target ?? '.ts';
        const laid = route.lay({ draft: before, importer: 'flows/x/index.ts', extension });
        return Object.keys(laid?.changes ?? {});
      }),
    );
    for (const kind of kinds) byChange.set(kind, [...(byChange.get(kind) ?? []), route.name]);
  }
  // What every route can do is not of one of them.
  for (const general of ['change of value', 'bump: the package']) byChange.delete(general);
  return byChange;
}

function named<T extends { readonly name: string }>(list: readonly T[], name: string): T {
  const found = list.find((item) => item.name === name);
  if (found === undefined) throw new Error(`There is no ${JSON.stringify(name)}.`);
  return found;
}

function isWritable(
  importer: string,
  { isTyped, isJsx, isPlain }: { readonly isTyped?: true; readonly isJsx?: true; readonly isPlain?: true },
): boolean {
  if (isTyped === true && !isTypedExtension(importer)) return false;
  if (isJsx === true && !importer.endsWith('x')) return false;
  return isPlain !== true || importer === '.ts';
}

function isAskable(story: Story, { form }: Parts, laid: Laid): boolean {
  if (laid.target === undefined && story.target !== '.ts') return false;
  if (laid.code !== undefined)
    return form.name === 'named' && (!laid.code.includes('<p>') || story.importer.endsWith('x'));
  const isCode =
    laid.target === undefined ? !story.route.includes('json') : /\.[cm]?[jt]sx?$/.test(laid.target);
  if (form.target === 'code' && !isCode) return false;
  if (form.target === 'json' && (laid.target?.endsWith('.json') !== true || laid.isIndirect)) return false;
  return form.isRelative !== true || laid.to.startsWith('.');
}

function textOf({ hazard }: Parts, code: string): string {
  const text = `${[hazard.before, code, hazard.after].filter((part) => part !== undefined).join('\n')}\n`;
  return hazard.whole === undefined ? text : hazard.whole(text);
}

function baseDraft(story: Story): Draft {
  const draft = emptyDraft(story.lock as Draft['lock']);
  Object.assign(objectAt(draft, 'package.json'), {
    name: 'root',
    version: '1.0.0',
    private: true,
    ...(story.type === 'none' ? {} : { type: story.type }),
    dependencies: {},
  });
  addPack(
    draft,
    packOf('headgate', {
      files: {
        'sdk.js':
          "export const value = 'one';\nexport default value;\nexport async function runFlow(flow) {\n  console.log('one', flow);\n}\n",
      },
      manifest: { type: 'module', exports: { '.': './sdk.js' } },
    }),
  );
  addPack(draft, packOf('neighbour-dep'));
  draft.texts.set('headgate.yml', 'project: acme\n');
  draft.texts.set('README.md', '# Flows\n');
  draft.texts.set('Dockerfile', 'FROM node:24\n');
  draft.texts.set('.dockerignore', 'node_modules\n');
  draft.texts.set('.gitignore', 'node_modules\ndist\n');
  put(draft, 'lib/unused.ts');
  put(draft, 'lib/shared.ts');
  const isBetween = story.place !== 'entrypoint';
  const entry = `index${isBetween ? '.ts' : story.importer}`;
  draft.texts.set(
    'flows/x/flow.yml',
    `description: The flow that is looked at.\nentrypoint: ${entry}\nenvironment: { LEVEL: one }\n`,
  );
  draft.texts.set('flows/x/notes.txt', 'Nobody reads this.\n');
  if (isBetween)
    draft.texts.set(
      `flows/x/${entry}`,
      `import '../../lib/between${story.importer as ImporterExtension}';\n`,
    );
  draft.texts.set('flows/y/flow.yml', 'description: The flow beside it.\nentrypoint: index.ts\n');
  draft.texts.set(
    'flows/y/index.ts',
    "import { value } from '../../lib/shared.ts';\nimport dep from 'neighbour-dep';\nconsole.log(value, dep);\n",
  );
  return draft;
}
