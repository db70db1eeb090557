import type { Problem } from '../../core/problem.ts';
import { quote } from '../../core/quote.ts';
import type { LimitFacts } from './limits.ts';

/** Texts of a 403 that are about the token or the repository as a whole, each with what helps. */
const general: readonly {
  readonly says: RegExp;
  readonly code: string;
  readonly what: (name: string) => string;
  readonly fix: (permission: string) => string;
}[] = [
  {
    // docs.github.com, "Archiving repositories": "Repository was archived so is read-only."
    says: /archived/i,
    code: 'E_REPOSITORY_ARCHIVED',
    what: (name) => `${name} is archived, so nothing can be written to it.`,
    fix: () => 'Unarchive it, or turn off the workflows that tick.',
  },
  {
    // docs.github.com, "Troubleshooting the REST API": "Resource protected by organization SAML enforcement."
    says: /SAML/i,
    code: 'E_SAML',
    what: (name) => `The organization of ${name} wants single sign-on, and the token has not passed it.`,
    fix: () =>
      'Authorize the token for the organization (Settings, Developer settings, Configure SSO), or hand over `github.token`.',
  },
  {
    // "Resource not accessible by integration", "… by personal access token", "You must authenticate via a GitHub App."
    says: /Resource not accessible|must authenticate via a GitHub App/i,
    code: 'E_PERMISSION',
    what: (name) => `The token may not do this in ${name}.`,
    fix: (permission) => `Give the job \`permissions: ${permission}\`.`,
  },
];

type Asked = { readonly owner: string; readonly repo: string; readonly permission: string };

function saidIn({ message }: LimitFacts): string {
  return message === '' ? '' : ` GitHub says ${quote(message, 200)}.`;
}

export function unknownToken(facts: LimitFacts): Problem {
  return {
    code: 'E_CREDENTIALS',
    message: `GitHub does not accept the token.${saidIn(facts)}`,
    fix: 'Hand the input "token" the job\'s own token, `github.token`; any other may have expired or been revoked.',
  };
}

/** What a 403 says of everything that this token asks for; undefined: it may be about the one thing that was asked. */
export function generalRefusal(facts: LimitFacts, { owner, repo, permission }: Asked): Problem | undefined {
  const known = general.find(({ says }) => says.test(facts.message));
  if (known === undefined) return undefined;
  const { code, what, fix } = known;
  return { code, message: `${what(`${owner}/${repo}`)}${saidIn(facts)}`, fix: fix(permission) };
}

export function plainRefusal(facts: LimitFacts, { owner, repo, permission }: Asked): Problem {
  return {
    code: 'E_PERMISSION',
    message: `The token may not do this in ${owner}/${repo}.${saidIn(facts)}`,
    fix: `Give the job \`permissions: ${permission}\`.`,
  };
}
