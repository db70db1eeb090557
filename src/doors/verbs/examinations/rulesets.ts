import type { Problem } from '../../../core/problem.ts';
import type { Examination, Site } from '../../performed.ts';
import { asking } from './unexamined.ts';

/** Rules that refuse a push of commits which a program writes (GitHub REST API, rules for a branch). */
const refusing = new Set([
  'update',
  'creation',
  'pull_request',
  'required_status_checks',
  'required_signatures',
  'required_deployments',
  'merge_queue',
  'workflows',
  'code_scanning',
  'commit_message_pattern',
  'commit_author_email_pattern',
  'committer_email_pattern',
  'branch_name_pattern',
  'file_path_restriction',
]);

/** Whether rulesets would refuse the state. Who may bypass them is not said; trying it is another examination. */
export function rulesetsExamination({ forge, project }: Site): readonly Examination[] {
  if (forge === undefined || project.aws === undefined) return [];
  const history = `${project.stateBranch.replace(/-state$/, '')}-history`;
  const branches = [
    { branch: project.stateBranch, rules: new Set([...refusing, 'non_fast_forward']) },
    { branch: history, rules: refusing },
  ];
  return [
    {
      name: 'no ruleset refuses the state',
      look: () =>
        asking(async () => {
          const problems: Problem[] = [];
          for (const { branch, rules } of branches) {
            const found = (await forge.branchRules(branch)).filter((rule) => rules.has(rule));
            if (found.length > 0) problems.push(problemOf(branch, found));
          }
          return problems;
        }),
    },
  ];
}

function problemOf(branch: string, found: readonly string[]): Problem {
  return {
    code: 'W_RULESET',
    message: `Rules hold for the branch ${branch} that refuse pushes: ${[...new Set(found)].join(', ')}.`,
    fix: 'Exclude the branch from the ruleset (Settings, Rules), or let GitHub Actions bypass it.',
  };
}
