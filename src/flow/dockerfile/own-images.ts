import type { Problem } from '../../core/problem.ts';
import { quote } from '../../core/quote.ts';
import type { SourceEntry, SourceTree } from '../../ports.ts';
import { folderOf, isUnder } from '../repository-path.ts';
import { type BuildContext, buildContext, type Taken } from './context.ts';
import { readIgnore } from './ignore.ts';
import { type Source, sourcesOf, type Unclear } from './sources.ts';

/** A Dockerfile of a flow's own; its build context is the whole repository. */
export type OwnDockerfile = { readonly dockerfile: string; readonly folder: string };

export type OwnImage = {
  /** What the build takes, a map for each source. */
  readonly copied: readonly Taken[];
  /** It may take anything, so that everything counts. */
  readonly isWhole: boolean;
  readonly text: string;
  readonly warnings: readonly Problem[];
};

const limitBytes = 1024 * 1024;

/** What own images are made of besides their Dockerfiles, by the path of the Dockerfile. */
export async function ownImages(
  source: Pick<SourceTree, 'read'>,
  entries: readonly SourceEntry[],
  dockerfiles: readonly OwnDockerfile[],
): Promise<ReadonlyMap<string, OwnImage>> {
  if (dockerfiles.length === 0) return new Map();
  const paths = new Set(entries.map(({ path }) => path));
  const contextOf = await contexts(source, entries, { paths, dockerfiles });
  const contents = await source.read(
    dockerfiles.map(({ dockerfile }) => dockerfile),
    limitBytes,
  );
  return new Map(
    dockerfiles.map((own, index) => {
      const content = contents[index] ?? 'too-large';
      const text = content === 'too-large' ? '' : new TextDecoder().decode(content);
      return [own.dockerfile, { text, ...imageOf(own, text, contextOf(own.dockerfile)) }];
    }),
  );
}

/** `Dockerfile.dockerignore` beside it, or else `.dockerignore` at the top of the context. */
export function ignoreFileOf(paths: { has(path: string): boolean }, dockerfile: string): string | undefined {
  return [`${dockerfile}.dockerignore`, '.dockerignore'].find((path) => paths.has(path));
}

async function contexts(
  source: Pick<SourceTree, 'read'>,
  entries: readonly SourceEntry[],
  {
    paths,
    dockerfiles,
  }: { readonly paths: ReadonlySet<string>; readonly dockerfiles: readonly OwnDockerfile[] },
): Promise<(dockerfile: string) => BuildContext> {
  const names = [...new Set(dockerfiles.flatMap(({ dockerfile }) => ignoreFileOf(paths, dockerfile) ?? []))];
  const contents = await source.read(names, limitBytes);
  const made = new Map<string | undefined, BuildContext>([[undefined, buildContext(entries, undefined)]]);
  names.forEach((name, index) => {
    const content = contents[index];
    const text = content instanceof Uint8Array ? new TextDecoder().decode(content) : '';
    made.set(name, buildContext(entries, readIgnore(text)));
  });
  return (dockerfile) => made.get(ignoreFileOf(paths, dockerfile)) ?? buildContext(entries, undefined);
}

function imageOf(own: OwnDockerfile, text: string, context: BuildContext): Omit<OwnImage, 'text'> {
  const { sources, unclear } = sourcesOf(text);
  const unknown = unclear ?? linkAmong(sources, context);
  if (unknown !== undefined)
    return { copied: [context.take(everything)], isWhole: true, warnings: [unclearWarning(own, unknown)] };
  const whole = sources.find(({ path }) => path === '');
  if (whole === undefined) {
    const copied = sources.map((source) => context.take(source));
    const warnings = sources.flatMap((source) => emptyWarning(own, source, context.take(source)));
    return { copied: [...new Set(copied)], isWhole: false, warnings };
  }
  const all = context.take(everything);
  const isNarrow = [...all.keys()].every((path) => isUnder(own.folder, path));
  return { copied: [all], isWhole: true, warnings: isNarrow ? [] : [wholeWarning(own, whole)] };
}

const everything: Source = { path: '', kind: 'path', line: 0 };

function linkAmong(sources: readonly Source[], context: BuildContext): Unclear | undefined {
  for (const source of sources) {
    const link = source.path === '' ? undefined : context.linkOf(source);
    if (link !== undefined)
      return {
        line: source.line,
        why: `takes ${JSON.stringify(link)}, a symbolic link, which may lead anywhere`,
      };
  }
  return undefined;
}

function unclearWarning({ dockerfile, folder }: OwnDockerfile, { line, why }: Unclear): Problem {
  return {
    code: 'W_WHOLE_CONTEXT',
    place: { file: dockerfile, line },
    message: `The Dockerfile ${why}: a change of any file of the repository rebuilds the image.`,
    fix: `Write what it needs as plain paths, such as \`COPY ${folder} ./\`.`,
  };
}

function wholeWarning({ dockerfile, folder }: OwnDockerfile, { line }: Source): Problem {
  return {
    code: 'W_WHOLE_CONTEXT',
    place: { file: dockerfile, line },
    message: 'The Dockerfile takes the whole repository: a change of any file rebuilds the image.',
    fix: `Name what it needs, such as \`COPY ${folder} ./\`, or keep the rest out with ${dockerfile}.dockerignore.`,
  };
}

/** Docker ends a build whose source is not there; a pattern may match nothing. */
function emptyWarning(
  { dockerfile }: OwnDockerfile,
  { path, kind, line }: Source,
  taken: Taken,
): readonly Problem[] {
  if (kind !== 'path' || taken.size > 0 || /^flows\/[^/]+\/flow\.ya?ml$/.test(path)) return [];
  return [
    {
      code: 'W_COPY_NOTHING',
      place: { file: dockerfile, line },
      message: `The build finds no ${quote(path)}: git has no such file, or .dockerignore keeps it out.`,
      fix: 'Paths start at the top of the repository, which is the build context.',
    },
  ];
}

/** The folder that holds the Dockerfile's flow. */
export function ownDockerfile(manifestFile: string, dockerfile: string): OwnDockerfile {
  return { dockerfile, folder: folderOf(manifestFile) };
}
