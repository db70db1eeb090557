import type { Problem } from '../../../core/problem.ts';
import { quote } from '../../../core/quote.ts';
import type { Examination, Site } from '../../performed.ts';
import { packageFile } from '../../setup/templates.ts';
import { fileTextOf } from './files.ts';
import { asking } from './unexamined.ts';

const names = ['plan', 'deploy', 'tick', 'run', 'control'];

/** A project that runs on AWS has the shipped workflows, and a change of them is meant: it is shown, and no more. */
export function workflowsExamination(site: Site): Examination {
  return {
    name: 'workflows are as shipped',
    look: () =>
      asking(async () => {
        if (site.project.aws === undefined) return undefined;
        const found = await Promise.all(names.map((name) => differenceOf(site, name)));
        return found.flatMap((problem) => problem ?? []);
      }),
  };
}

async function differenceOf({ world }: Site, name: string): Promise<Problem | undefined> {
  const file = `.github/workflows/${name}.yml`;
  const own = await fileTextOf(world.source, file);
  if (own === undefined)
    return {
      code: 'W_WORKFLOW',
      place: { file },
      message: 'There is no such workflow here.',
      fix: 'Run `npx headgate init`, which replaces nothing that is there.',
    };
  const shipped = essenceOf(await packageFile(file));
  const lines = essenceOf(own);
  const first = lines.find(({ text }, index) => text !== shipped[index]?.text);
  if (first === undefined && lines.length >= shipped.length) return undefined;
  const at = first === undefined ? shipped[lines.length] : first;
  return {
    code: 'W_WORKFLOW',
    place: { file, ...(first === undefined ? {} : { line: first.line }) },
    message:
      first === undefined
        ? `It ends before ${quote(at?.text ?? '')}, which the shipped one has.`
        : `From ${quote(first.text)} on it is not the workflow of this version of Headgate.`,
    fix: 'If nobody changed it on purpose, delete it and run `npx headgate init`.',
  };
}

type Line = { readonly text: string; readonly line: number };

/**
 * What of a workflow makes a difference here: without comments and blank lines, with every action by its name alone, and
 * without what people are told to change, which is the schedule, the branches, the runner and the environment.
 */
function essenceOf(text: string): readonly Line[] {
  return text
    .replaceAll(/^(\s*environment:\n\s*name: )\S+$/gm, '$1production')
    .split('\n')
    .map((line, index) => ({ text: line.replace(/(?:^|\s)#.*$/, '').trimEnd(), line: index + 1 }))
    .filter(({ text: line }) => line.trim() !== '' && !/^\s*(?:- cron:|branches:|runs-on:)/.test(line))
    .map(({ text: line, line: number }) => ({
      text: line
        .replace(/^(\s*(?:- )?uses: )(?:\.\/|\S+\/headgate@\S+)$/, '$1headgate')
        .replace(/^(\s*(?:- )?uses: [^@\s]+)@\S+$/, '$1'),
      line: number,
    }));
}
