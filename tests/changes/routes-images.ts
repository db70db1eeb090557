import { type Image, put, type Route, second } from './scene.ts';

type Written = {
  readonly name: string;
  /** Further lines of the manifest. */
  readonly flow: string;
  /** Lines of the flow's own Dockerfile, if it has one. */
  readonly dockerfile?: string;
  /** The file that holds the value. */
  readonly target: string;
  /** Whether a file of the repository ends in the image by the Dockerfile. */
  readonly isCopied?: Image['isCopied'];
  readonly isUncertain?: Image['isCopied'] | undefined;
  readonly changes?: { readonly [kind: string]: string };
};

const own = 'image: { dockerfile: Dockerfile }\n';
const command = `command: [python, main.py]\n`;

/** The change `image: …` writes another Dockerfile. */
function imageRoute({
  name,
  flow,
  dockerfile,
  target,
  isCopied = () => false,
  isUncertain,
  changes = {},
}: Written): Route {
  return {
    name,
    lay: ({ draft, extension, importer }) => {
      if (extension !== '.ts' || importer !== 'flows/x/index.ts') return undefined;
      draft.texts.set('flows/x/main.py', "import sys\nprint('one', sys.argv)\n");
      draft.texts.set(target, "value = 'one'\n");
      draft.texts.set(target.replace(/[^/]+$/, 'no.sql'), "value = 'no'\n");
      put(draft, 'lib/other/part.py', second);
      if (dockerfile !== undefined) draft.texts.set('flows/x/Dockerfile', dockerfile);
      return {
        to: '',
        target,
        code: "console.log('one');",
        flow: `description: The flow that is looked at.\n${flow}environment: { LEVEL: one }\n`,
        image: {
          dockerfile: dockerfile === undefined ? 'Dockerfile' : 'flows/x/Dockerfile',
          isCopied,
          ...(isUncertain === undefined ? {} : { isUncertain }),
        },
        changes: Object.fromEntries(
          Object.entries(changes).map(([kind, text]) => [
            kind,
            (after) => void after.texts.set('flows/x/Dockerfile', text),
          ]),
        ),
      };
    },
  };
}

/** The manifest is left out: what it says counts, and its text does not. */
function isIn(...folders: readonly string[]): Image['isCopied'] {
  return (path) =>
    path !== 'flows/x/flow.yml' && folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}

const from = 'FROM python:3.13\n';
const workdir = 'WORKDIR /repository/flows/x\n';

/** Flows whose files end in an image: by the folder, by `inputs`, or by what their Dockerfile copies. */
export const imageRoutes: readonly Route[] = [
  imageRoute({ name: 'command, a file of the folder', flow: command, target: 'flows/x/data/part.sql' }),
  imageRoute({
    name: 'command, requirements.txt',
    flow: command,
    target: 'flows/x/requirements.txt',
  }),
  imageRoute({
    name: 'command, uv.lock',
    flow: command,
    target: 'flows/x/uv.lock',
  }),
  imageRoute({
    name: 'entrypoint, inputs of the folder',
    flow: 'entrypoint: index.ts\ninputs: ["data/**", "!data/no.sql"]\n',
    target: 'flows/x/data/part.sql',
  }),
  imageRoute({
    name: 'entrypoint, inputs elsewhere',
    flow: `entrypoint: index.ts\n${own}inputs: ["../../lib/data/*.sql", "!../../lib/data/no.sql"]\n`,
    dockerfile: `FROM node:24\nCOPY lib/data /data\n`,
    target: 'lib/data/part.sql',
    isCopied: isIn('lib/data'),
  }),
  imageRoute({
    name: 'own image, a file of the folder',
    flow: command + own,
    dockerfile: `${from}COPY flows/x /repository/flows/x\n${workdir}`,
    target: 'flows/x/data/part.sql',
    isCopied: isIn('flows/x'),
    changes: { 'image: own Dockerfile': `${from}COPY flows/x /repository/flows/x\n${workdir}RUN true\n` },
  }),
  imageRoute({
    name: 'own image, inputs elsewhere',
    flow: `${command}${own}inputs: ["../../lib/data/**", "!../../lib/data/no.sql"]\n`,
    dockerfile: `${from}COPY flows/x /repository/flows/x\n${workdir}`,
    target: 'lib/data/part.sql',
    isCopied: isIn('flows/x'),
  }),
  ...Object.entries({
    'COPY of a folder': 'COPY lib/data /repository/lib/data\n',
    'COPY of a folder above': 'COPY lib /repository/lib\n',
    'COPY of a file': 'COPY lib/data/part.py /repository/lib/\n',
    'COPY of several files': 'COPY lib/other/part.py lib/data/part.py /repository/lib/\n',
    'COPY with options': 'COPY --chown=1000:1000 --chmod=755 lib/data/ /repository/lib/data/\n',
    'COPY as a list': 'COPY ["lib/data/part.py", "/repository/lib/"]\n',
    'COPY over two lines': 'COPY lib/data/part.py \\\n  /repository/lib/\n',
    'COPY of a pattern': 'COPY lib/data/*.py /repository/lib/\n',
    'copy in small letters': 'copy ./lib/data/part.py /repository/lib/\n',
    'COPY from the root': 'COPY /lib/data /repository/lib/data\n',
    ADD: 'ADD lib/data /repository/lib/data\n',
    'COPY by an argument': 'ARG FROM_WHERE=lib\nCOPY $FROM_WHERE/data /repository/lib/data\n',
    'COPY of everything': 'COPY . /repository\n',
  }).map(([what, line]) =>
    imageRoute({
      name: `own image, ${what}`,
      flow: command + own,
      dockerfile: `${from}${line}COPY flows/x /repository/flows/x\n${workdir}`,
      target: 'lib/data/part.py',
      isCopied: copiedBy(what),
      isUncertain: what.endsWith('argument') ? () => true : undefined,
      changes: {
        'image: own Dockerfile': `${from}${line}COPY flows/x /repository/flows/x\n${workdir}RUN true\n`,
      },
    }),
  ),
  imageRoute({
    name: 'own image, COPY of another stage',
    flow: command + own,
    dockerfile: `FROM debian AS build\nRUN mkdir /lib/data\n${from}COPY --from=build /lib/data /lib/data\nCOPY flows/x /repository/flows/x\n${workdir}`,
    target: 'lib/data/part.py',
    isCopied: isIn('flows/x'),
  }),
];

function copiedBy(what: string): Image['isCopied'] {
  // The context is the repository, but for what .dockerignore keeps out of it.
  if (what.endsWith('everything')) return (path) => !/^(?:node_modules\/|flows\/\w+\/flow\.yml$)/.test(path);
  if (what.endsWith('above')) return isIn('flows/x', 'lib');
  if (what.endsWith('pattern')) return (path) => isIn('flows/x')(path) || /^lib\/data\/[^/]*\.py$/.test(path);
  if (what.endsWith('several files')) return isIn('flows/x', 'lib/data/part.py', 'lib/other/part.py');
  return /file|list|two lines|small/.test(what)
    ? isIn('flows/x', 'lib/data/part.py')
    : isIn('flows/x', 'lib/data');
}
