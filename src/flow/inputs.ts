import picomatch from 'picomatch';
import type { Manifest } from '../core/flow.ts';
import type { Problem } from '../core/problem.ts';
import { quote } from '../core/quote.ts';
import { folderOf, isUnder, joinPath } from './repository-path.ts';

export type MatchedInputs = {
  readonly paths: readonly string[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
};

type Pattern = { readonly glob: string; readonly isExclusion: boolean; readonly field: string };

/** The files that a manifest's `inputs` name: in order, a later pattern with `!` taking away what earlier ones gave. */
export function matchInputs(manifest: Manifest, paths: readonly string[]): MatchedInputs {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  let matched = new Set<string>();
  manifest.inputs.forEach((text, index) => {
    const pattern = patternOf(manifest, text, `inputs[${index}]`);
    if ('code' in pattern) {
      problems.push(pattern);
      return;
    }
    const found = filesOf(pattern, paths);
    if (found.length === 0 && !pattern.isExclusion)
      warnings.push(emptyWarning(manifest, text, pattern.field));
    const excluded = new Set(pattern.isExclusion ? found : []);
    matched = new Set(
      [...matched, ...(pattern.isExclusion ? [] : found)].filter((path) => !excluded.has(path)),
    );
  });
  return { paths: [...matched], problems, warnings };
}

function patternOf(manifest: Manifest, text: string, field: string): Pattern | Problem {
  const isExclusion = text.startsWith('!');
  const written = isExclusion ? text.slice(1) : text;
  const place = { file: manifest.file };
  const steps = /^(?:\.{1,2}\/+)*/.exec(written)?.[0] ?? '';
  const rest = written.slice(steps.length);
  const isStraight = !/(?:^|[/{,(|])\.\.(?:$|[/},)|])/.test(rest) && !/^[/\\~]/.test(written);
  const folder = joinPath(folderOf(manifest.file), steps);
  if (folder === undefined || !isStraight) {
    return {
      code: 'E_PATH_ESCAPE',
      place,
      field,
      message: `${quote(text)} may lead out of the repository.`,
      fix: "Start it from the flow's folder, with `../` only at its beginning.",
    };
  }
  if (!isBounded(rest)) {
    return {
      code: 'E_GLOB',
      place,
      field,
      message: `${quote(text)} has too many wildcards.`,
      fix: 'Write several simpler patterns: at most four `**`, and four `*` between two slashes.',
    };
  }
  // The folder is text, not a pattern: its characters must not mean anything.
  const literal = folder.replaceAll(/[\\*?[\]{}()!+@^$|"']/g, '\\$&');
  return { glob: literal === '' ? rest : `${literal}/${rest}`, isExclusion, field };
}

function filesOf({ glob }: Pattern, paths: readonly string[]): readonly string[] {
  const scanned = picomatch.scan(glob);
  const base = scanned.base.includes('\\') ? '' : scanned.base;
  const matches = picomatch(glob, { dot: true, noextglob: true, nonegate: true });
  return paths.filter((path) => (base === '' || isUnder(base, path) || path === base) && matches(path));
}

function emptyWarning(manifest: Manifest, text: string, field: string): Problem {
  return {
    code: 'W_INPUTS_EMPTY',
    place: { file: manifest.file },
    field,
    message: `${quote(text)} matches no file of the repository.`,
    fix: "Globs start from the flow's folder.",
  };
}

/** Each `*` multiplies the time that matching a long name may take; real patterns have one or two. */
function isBounded(glob: string): boolean {
  if (glob.length > 500 || (glob.match(/\*\*/g) ?? []).length > 4) return false;
  return glob.split('/').every((segment) => segment === '**' || (segment.match(/[*?]/g) ?? []).length <= 4);
}
