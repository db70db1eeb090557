import type { MadeFlow } from './desired.ts';
import type { FilesThen } from './file-changes.ts';
import { allFolders, type Learned } from './learned.ts';
import type { Problem } from './problem.ts';

/** A bundle that is another one than what is deployed, although the plan saw no change. */
export type MissedChange = {
  /** In words, with paths in backticks: what it was made of that the plan did not know, or what else differs. */
  readonly behind: string;
  /** What counts from now on, so that the same kind of change is seen. */
  readonly learned: Learned;
};

export type MissedInput = {
  readonly made: MadeFlow;
  /** At the deployed commit, if it can be had; and now. */
  readonly filesThen: FilesThen | undefined;
  readonly filesNow: FilesThen | undefined;
};

const mostNamed = 5;
const sealDigits = 16;

export function missedChange(input: MissedInput): MissedChange {
  const { lacked } = input.made;
  const missed = input.made.bundle.slice(0, sealDigits);
  const known = lackedWords(input);
  if (known !== undefined) return { behind: known, learned: { ...lacked, missed } };
  const settings = differing(input).filter((path) => settingsFile.test(path));
  const behind =
    settings.length > 0 ? `${named(settings)}, in a way that is not known` : 'nothing that git shows';
  return { behind, learned: { ...lacked, files: [...(lacked?.files ?? []), ...settings], missed } };
}

/** What tools read beside the code. */
const settingsFile =
  /(?:^|\/)(?:package\.json|[^/]*[jt]sconfig[^/]*\.json|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|pnpm-workspace\.yaml|bun\.lockb?|\.npmrc|\.yarnrc\.yml)$/;

/** The likeliest first: a file that git holds and that changed. */
function lackedWords(input: MissedInput): string | undefined {
  const { files = [], folders = [], packages = [] } = input.made.lacked ?? {};
  const changed = new Set(differing(input));
  const touched = files.filter((path) => changed.has(path));
  if (touched.length > 0) return named(touched);
  if (packages.length > 0) return `the code of the ${word(packages, 'package')} ${named(packages)}`;
  if (folders.length > 0) {
    const places = folders.map((folder) => (folder === allFolders ? 'the repository' : folder));
    return `what is made by tools in ${named(places)}`;
  }
  return files.length > 0 ? named(files) : undefined;
}

function differing({ filesThen, filesNow }: MissedInput): readonly string[] {
  if (filesThen === undefined || filesNow === undefined) return [];
  const paths = new Set([...filesThen.keys(), ...filesNow.keys()]);
  return [...paths].filter((path) => filesThen.get(path) !== filesNow.get(path)).sort();
}

function named(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).map((name) => `\`${name}\``);
  const rest = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
  return `${shown.join(', ')}${rest}`;
}

const word = (items: readonly unknown[], one: string): string => (items.length === 1 ? one : `${one}s`);

export function missedWarning(flow: string, file: string, { behind }: MissedChange): Problem {
  return {
    code: 'W_MISSED_CHANGE',
    place: { file },
    message: `The bundle of "${flow}" is not the one that is deployed, although nothing changed that the flow was known to use. Behind it: ${behind}.`,
    fix: 'Nothing: it is deployed, and this counts from now on. Tell us, since a plan should have seen it.',
  };
}
