import type { Problem } from '../../../core/problem.ts';
import { quote } from '../../../core/quote.ts';
import type { Examination, Site } from '../../performed.ts';

export function pinnedExamination(site: Site): Examination {
  return { name: 'actions are pinned', look: () => unpinnedProblem(site) };
}

const workflowFile = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const limitBytes = 256 * 1024;

/** A tag or branch can be moved to other code after it was reviewed; a commit cannot. */
async function unpinnedProblem({ world }: Site): Promise<Problem | undefined> {
  const paths = (await world.source.list())
    .filter(({ path }) => workflowFile.test(path))
    .map(({ path }) => path);
  const contents = await world.source.read(paths, limitBytes);
  const found = paths.flatMap((file, index) => {
    const bytes = contents[index];
    return bytes === undefined || bytes === 'too-large'
      ? []
      : unpinnedIn(file, new TextDecoder().decode(bytes));
  });
  const [first] = found;
  if (first === undefined) return undefined;
  return {
    code: 'W_ACTION_UNPINNED',
    place: { file: first.file, line: first.line },
    message: `${quote(first.uses)} names code that can change${found.length === 1 ? '' : `, as do ${found.length - 1} more steps`}.`,
    fix: 'Name the action by the 40 hexadecimal digits of a commit.',
  };
}

type Unpinned = { readonly file: string; readonly line: number; readonly uses: string };

function unpinnedIn(file: string, text: string): readonly Unpinned[] {
  return text.split('\n').flatMap((line, index) => {
    const [, uses] = /^\s*(?:-\s+)?uses:\s*['"]?([^\s'"#]+)/.exec(line) ?? [];
    const isPinned = uses === undefined || /^(?:\.\/|\$\/|docker:\/\/.+@sha256:)|@[0-9a-f]{40}$/.test(uses);
    return isPinned ? [] : [{ file, line: index + 1, uses }];
  });
}
