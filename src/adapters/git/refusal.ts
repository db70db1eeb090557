import type { Problem } from '../../core/problem.ts';

/** What git said when the remote did not do as asked. */
export type Refusal = {
  /** `unreachable`: no answer that could be believed; `rights`: no push of this token can pass; `rules`: this push cannot. */
  readonly kind: 'unreachable' | 'rights' | 'rules' | 'unclear';
  readonly problem: Problem;
};

type Rule = {
  readonly pattern: RegExp;
  readonly kind: Refusal['kind'];
  readonly because: string;
  readonly fix: string;
};

const excludeBranches =
  'leave the branches of Headgate out of it, or give Headgate the token of a GitHub App that may bypass it (the GITHUB_TOKEN of a workflow cannot be on a bypass list)';

/** GitHub names the reason in text only. The first that matches explains; the remote's refs decide what happened. */
const rules: readonly Rule[] = [
  {
    pattern: /push protection|cannot contain secrets|GH009/i,
    kind: 'rules',
    because: 'push protection found what looks like a secret in it',
    fix: 'Find which parameter or log line shows a secret, and change that secret: it has been seen.',
  },
  {
    pattern: /(?:GH013|rule violations)[\s\S]*(?:verified signatures|signed)/i,
    kind: 'rules',
    because: 'a ruleset asks for signed commits (GH013), and git in a workflow cannot sign',
    fix: `Under Settings, Rules, Rulesets: ${excludeBranches}.`,
  },
  {
    pattern: /GH013|repository rule/i,
    kind: 'rules',
    because: 'a ruleset forbids it (GH013)',
    fix: `Under Settings, Rules, Rulesets: ${excludeBranches}.`,
  },
  {
    pattern: /GH006|protected branch/i,
    kind: 'rules',
    because: 'branch protection forbids it (GH006)',
    fix: `Under Settings, Branches: ${excludeBranches}.`,
  },
  {
    pattern: /denying non-fast-forward|cannot force-push/i,
    kind: 'rules',
    because: 'the remote forbids to replace the history of the branch',
    fix: 'Allow force pushes to it: its history is replaced once a day, so that it stays small.',
  },
  {
    pattern: /hook declined/i,
    kind: 'rules',
    because: 'a hook of the remote declined it',
    fix: 'Ask who runs that git server what the hook wants.',
  },
  {
    pattern: /filter '?\w+'? (?:not supported|allows max depth)/i,
    kind: 'rules',
    because: 'the remote does not serve parts of a commit',
    fix: 'Ask who runs that git server to allow the filter `tree:0`.',
  },
  {
    pattern: /returned error: 403|archived|permission to \S+ denied|write access/i,
    kind: 'rights',
    because: 'the token may not write (403)',
    fix: 'Give the job `permissions: contents: write`, and check that the repository is not archived.',
  },
  {
    pattern:
      /returned error: 401|authentication failed|could not read (?:username|password)|permission denied/i,
    kind: 'rights',
    because: 'the remote does not accept the token (401), or none was given',
    fix: 'In a workflow, pass `github.token` as the input `token`; elsewhere, give a token for this remote.',
  },
  {
    pattern: /returned error: 404|repository\b.* not found|does not (?:appear to be a git repository|exist)/i,
    kind: 'rights',
    because: 'there is no such repository, or the token may not see it (404)',
    fix: 'Check the address of `origin`, and that the token belongs to this repository.',
  },
];

const answers: Refusal['kind'][] = ['rules', 'rights'];

export function isFinal(refusal: Refusal): boolean {
  return answers.includes(refusal.kind);
}

/** Why `action` (such as "push to `headgate-state`") did not work, from what git printed. */
export function refusalOf(action: string, said: string): Refusal {
  const rule = rules.find(({ pattern }) => pattern.test(said));
  if (rule !== undefined) {
    const code =
      rule.kind === 'rights' && action.startsWith('read') ? 'E_STATE_UNREACHABLE' : 'E_STATE_WRITE';
    const message = `Git could not ${action}: ${rule.because}. It said: ${quoted(said)}`;
    return { kind: rule.kind, problem: { code, message, fix: rule.fix } };
  }
  const isAnswer = /\[(?:remote )?rejected\]/.test(said);
  return isAnswer ? unclear(action, said) : unreachable(action, said);
}

function unclear(action: string, said: string): Refusal {
  const problem = {
    code: 'E_STATE_WRITE',
    message: `Git could not ${action}, although nobody else wrote there. It said: ${quoted(said)}`,
    fix: 'Look for rulesets, signed commits or a read-only token that stand in the way; `headgate doctor` tries it without a run.',
  };
  return { kind: 'unclear', problem };
}

function unreachable(action: string, said: string): Refusal {
  const problem = {
    code: 'E_STATE_UNREACHABLE',
    message: `Git could not ${action}. It said: ${quoted(said)}`,
    fix: 'Check the connection to the remote, and https://www.githubstatus.com; the next tick tries again.',
  };
  return { kind: 'unreachable', problem };
}

/** The telling lines of git's output, without terminal control and without the address's credentials. */
function quoted(said: string): string {
  const lines = said
    .replaceAll(/\/\/[^/@\s]*@/g, '//')
    .split(/[\r\n]+/)
    .map((line) =>
      line
        .replaceAll(/\p{Cc}/gu, ' ')
        .replace(/^remote:/, '')
        .trim(),
    )
    .filter(
      (line) => /[a-z0-9]/i.test(line) && !/^(?:To |Done|warning: This repository uses promisor)/.test(line),
    );
  return lines.length === 0 ? 'nothing' : `"${lines.slice(0, 6).join(' ').slice(0, 400)}"`;
}
