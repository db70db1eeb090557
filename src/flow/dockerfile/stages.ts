import { type Instruction, instructionOf } from './instructions.ts';
import { expandWord, toValue, type Value, type Variables, wordsOf } from './variables.ts';

/** A stage of a build: what begins with `FROM`. */
export type Stage = {
  /** In small letters; empty if it has none. */
  readonly name: string;
  /** The base image, as far as it is known. */
  readonly base: string | undefined;
  /** The stage that it is built upon. */
  readonly parent: number | undefined;
  readonly from: Instruction;
  readonly instructions: readonly Instruction[];
};

export type Stages = {
  readonly stages: readonly Stage[];
  /** `ARG` before the first `FROM`: what a stage gets of them it asks for by name. */
  readonly globals: Variables;
  readonly escapeMark: string;
};

export function stagesOf(instructions: readonly Instruction[], escapeMark: string): Stages {
  const globals = new Map<string, Value>();
  const stages: Stage[] = [];
  let open: Instruction[] = [];
  for (const instruction of instructions) {
    if (instruction.word === 'FROM') {
      open = [];
      stages.push(stageOf(instruction, open, { stages, globals, escapeMark }));
    } else if (stages.length > 0) open.push(instruction);
    else if (instruction.word === 'ARG') declare(instruction, globals, { escapeMark, globals: new Map() });
  }
  return { stages, globals, escapeMark };
}

function stageOf(
  from: Instruction,
  instructions: readonly Instruction[],
  { stages, globals, escapeMark }: Stages,
): Stage {
  const [image = '', as = '', name = ''] = from.rest.split(/\s+/);
  const base = expandWord(image, globals, escapeMark);
  return {
    name: /^as$/i.test(as) ? name.toLowerCase() : '',
    base,
    parent: base === undefined ? undefined : indexOf(stages, base),
    from,
    instructions,
  };
}

/** The newest stage of this name. */
function indexOf(stages: readonly Stage[], name: string): number | undefined {
  const index = stages.findLastIndex((stage) => stage.name !== '' && stage.name === name.toLowerCase());
  return index === -1 ? undefined : index;
}

/** `ARG` names that the builder gives a value by itself (docs.docker.com/reference/dockerfile, predefined ARGs). */
const predefined =
  /^(?:(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)|TARGETSTAGE|(?:https?|ftp|no|all)_proxy)$/i;

/** Of `ARG` and `ENV`, in the order in which they stand. */
export function declare(
  { word, rest }: Instruction,
  variables: Map<string, Value>,
  { escapeMark, globals }: Pick<Stages, 'escapeMark' | 'globals'>,
): void {
  const words = wordsOf(rest, escapeMark);
  if (word === 'ENV' && words[0]?.includes('=') !== true) {
    const [, name = '', text = ''] = /^(\S+)\s+([\s\S]*)$/.exec(rest) ?? [];
    variables.set(name, toValue(expandWord(text, variables, escapeMark)));
    return;
  }
  // All of one `ENV` see the values before it; one `ARG` sees those left of it.
  const known = word === 'ENV' ? new Map(variables) : variables;
  for (const each of words) {
    const at = each.indexOf('=');
    const name = at === -1 ? each : each.slice(0, at);
    if (at !== -1) variables.set(name, toValue(expandWord(each.slice(at + 1), known, escapeMark)));
    // Without a value it hides none that the stage has already.
    else if (globals.has(name) || !variables.has(name)) variables.set(name, givenTo(name, globals));
  }
}

/** What a stage gets for an `ARG` without a default. */
function givenTo(name: string, globals: Variables): Value {
  return globals.get(name) ?? { kind: predefined.test(name) ? 'unknown' : 'unset' };
}

/** What a stage runs: first what its parent keeps for those that build upon it (`ONBUILD`). */
export function instructionsOf(
  { stages, escapeMark }: Stages,
  { parent, instructions }: Stage,
): readonly Instruction[] {
  const kept = parent === undefined ? [] : (stages[parent]?.instructions ?? []);
  const triggers = kept
    .filter(({ word }) => word === 'ONBUILD')
    .map(({ rest, line }) => instructionOf(rest, escapeMark, line));
  return [...triggers, ...instructions.filter(({ word }) => word !== 'ONBUILD')];
}

/** The stages that the last one needs: the others are not built. */
export function reachedStages(all: Stages): ReadonlySet<number> {
  const reached = new Set<number>();
  const waiting = [all.stages.length - 1];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const stage = all.stages[index];
    if (stage === undefined || reached.has(index)) continue;
    reached.add(index);
    waiting.push(...neededBy(all, stage, index));
  }
  return reached;
}

function neededBy(all: Stages, stage: Stage, index: number): readonly number[] {
  // `FROM build-${TARGETOS}`: any stage before it.
  if (stage.base === undefined) return Array.from({ length: index }, (_, each) => each);
  const named = instructionsOf(all, stage)
    .flatMap(stageSources)
    .map((source) => (/^\d+$/.test(source) ? Number(source) : indexOf(all.stages, source)));
  return [stage.parent, ...named].filter((each) => each !== undefined);
}

/** `--from` of `COPY`, and of the mounts of `RUN`. */
function stageSources({ word, flags }: Instruction): readonly string[] {
  if (word === 'COPY') return flags.flatMap((flag) => (flag.startsWith('--from=') ? [flag.slice(7)] : []));
  if (word !== 'RUN') return [];
  return mountsOf(flags).flatMap(({ from }) => (from === undefined ? [] : [from]));
}

export type Mount = { readonly type: string; readonly source: string; readonly from: string | undefined };

/** `--mount=type=bind,source=lib,target=/lib`. */
export function mountsOf(flags: readonly string[]): readonly Mount[] {
  return flags
    .filter((flag) => flag.startsWith('--mount='))
    .map((flag) => {
      const fields = new Map(
        flag
          .slice('--mount='.length)
          .split(',')
          .map((field) => {
            const at = field.indexOf('=');
            return at === -1 ? [field, ''] : [field.slice(0, at).toLowerCase(), field.slice(at + 1)];
          }),
      );
      const source = fields.get('source') ?? fields.get('src') ?? '';
      return { type: fields.get('type') ?? 'bind', source, from: fields.get('from') };
    });
}
