import { hasWildcards } from './glob.ts';
import { cleanPath } from './ignore.ts';
import { type Instruction, isHeredoc, readDockerfile } from './instructions.ts';
import { declare, instructionsOf, mountsOf, reachedStages, type Stages, stagesOf } from './stages.ts';
import { expandWord, type Value, type Variables } from './variables.ts';

/** What an instruction takes from the build context. */
export type Source = {
  /** From the top of the context, tidied; empty for all of it. */
  readonly path: string;
  /** `wildcard`: each part of the path is a pattern; `deep`: as in `.dockerignore` (`COPY --parents`). */
  readonly kind: 'path' | 'wildcard' | 'deep';
  readonly line: number;
};

/** What of the Dockerfile cannot be told before it is built, so that it may take anything. */
export type Unclear = { readonly line: number; readonly why: string };

export type Sources = { readonly sources: readonly Source[]; readonly unclear?: Unclear };

/** Everything that a build of this Dockerfile's last stage takes from its context. */
export function sourcesOf(text: string): Sources {
  const file = readDockerfile(text);
  if (file.kind === 'unreadable') return { sources: [], unclear: file };
  const all = stagesOf(file.instructions, file.escapeMark);
  const sources: Source[] = [];
  const environments = new Map<number, Variables>();
  for (const index of [...reachedStages(all)].sort((a, b) => a - b)) {
    const made = takeStage(all, index, environments);
    if ('why' in made) return { sources, unclear: made };
    sources.push(...made);
  }
  return { sources };
}

function takeStage(
  all: Stages,
  index: number,
  environments: Map<number, Variables>,
): readonly Source[] | Unclear {
  const stage = all.stages[index];
  if (stage === undefined) return [];
  if (stage.parent === undefined && /[:-]onbuild\b/.test(stage.base ?? ''))
    return { line: stage.from.line, why: 'is built upon an image that copies what it is given (ONBUILD)' };
  const variables = new Map<string, Value>(stage.parent === undefined ? [] : environments.get(stage.parent));
  environments.set(index, variables);
  const sources: Source[] = [];
  for (const instruction of instructionsOf(all, stage)) {
    if (instruction.word === 'ARG' || instruction.word === 'ENV') declare(instruction, variables, all);
    const taken = takenBy(instruction, variables, all.escapeMark);
    if (taken !== undefined && 'why' in taken) return taken;
    sources.push(...(taken ?? []));
  }
  return sources;
}

function takenBy(
  instruction: Instruction,
  variables: Variables,
  escapeMark: string,
): readonly Source[] | Unclear | undefined {
  const { word, flags } = instruction;
  if (word === 'RUN') return mounted(instruction, variables, escapeMark);
  const isCopy = word === 'COPY' && !flags.some((flag) => flag.startsWith('--from='));
  if (!isCopy && word !== 'ADD') return undefined;
  const isDeep = flags.some((flag) => flag === '--parents' || flag === '--parents=true');
  const words = pathsOf(instruction.rest).slice(0, -1);
  return expanded(words, { variables, escapeMark, instruction, isDeep });
}

type Taking = {
  readonly variables: Variables;
  readonly escapeMark: string;
  readonly instruction: Instruction;
  readonly isDeep: boolean;
};

function expanded(words: readonly string[], taking: Taking): readonly Source[] | Unclear {
  const { variables, escapeMark, instruction, isDeep } = taking;
  const { line } = instruction;
  const sources: Source[] = [];
  for (const word of words) {
    if (isHeredoc(word) || (instruction.word === 'ADD' && isRemote(word))) continue;
    const path = expandWord(word, variables, escapeMark);
    if (path === undefined)
      return { line, why: `takes ${JSON.stringify(word)}, which is only known when it is built` };
    if (instruction.word !== 'ADD' || !isRemote(path)) sources.push(sourceOf(path, isDeep, line));
  }
  return sources;
}

/** The JSON form, or words between blanks. */
function pathsOf(rest: string): readonly string[] {
  if (rest.startsWith('[')) {
    try {
      const list: unknown = JSON.parse(rest);
      if (Array.isArray(list) && list.every((item) => typeof item === 'string')) return list;
    } catch {
      // Docker takes it as words then, too.
    }
  }
  return rest.split(/[\t\v\f\r ]+/);
}

/** What `ADD` fetches from elsewhere: an address, or a repository of git. */
function isRemote(path: string): boolean {
  return /^(?:https?|git|ssh|ftp):\/\//i.test(path) || /^[\w.-]+@[\w.-]+:.+\.git(?:[#?]|$)/.test(path);
}

/** A path that leads above the context is taken from its top. */
function sourceOf(path: string, isDeep: boolean, line: number): Source {
  const plain = isDeep ? path.replace('/./', '/') : path;
  const cleaned = cleanPath(`/${plain}`).slice(1);
  const kind = isDeep ? 'deep' : hasWildcards(cleaned) ? 'wildcard' : 'path';
  return { path: cleaned, kind, line };
}

/** What `RUN --mount=type=bind` sees while it runs. */
function mounted(
  { flags, line }: Instruction,
  variables: Variables,
  escapeMark: string,
): readonly Source[] | Unclear {
  const sources: Source[] = [];
  for (const { type, source, from } of mountsOf(flags)) {
    const kind = expandWord(type, variables, escapeMark);
    if (from !== undefined || (kind !== undefined && kind !== 'bind')) continue;
    const path = expandWord(source, variables, escapeMark);
    if (kind === undefined || path === undefined)
      return { line, why: `mounts ${JSON.stringify(source)}, which is only known when it is built` };
    sources.push({ path: cleanPath(`/${path}`).slice(1), kind: 'path', line });
  }
  return sources;
}
