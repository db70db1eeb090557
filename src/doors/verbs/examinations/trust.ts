import type { Problem } from '../../../core/problem.ts';
import { judgeTrustPolicy } from '../../../core/trust.ts';
import type { Claims, Forge } from '../../../setup-ports.ts';
import type { Examination, Site } from '../../performed.ts';
import { fileTextOf } from './files.ts';
import { type Placed, placedOf, type RoleKind, roleNameOf } from './placed.ts';
import { asking, Unexamined } from './unexamined.ts';

/** Whether the roles let the jobs of this repository sign in: by the token of this very job, or by what tokens would say. */
export function trustExamination(site: Site): readonly Examination[] {
  const placed = placedOf(site);
  const { forge } = site;
  if (placed === undefined || forge === undefined) return [];
  return [
    {
      name: 'the roles trust the jobs of this repository',
      look: () =>
        asking(async () => {
          const candidates = await candidatesOf(site, forge);
          const found = await Promise.all(candidates.map((candidate) => judge(placed, candidate)));
          return found.flatMap((problem) => problem ?? []);
        }),
    },
  ];
}

/** One role, one job, and the claims that its token may have: GitHub writes the subject in one of two forms. */
type Candidate = { readonly kind: RoleKind; readonly job: string; readonly claims: readonly Claims[] };

async function candidatesOf(site: Site, forge: Forge): Promise<readonly Candidate[]> {
  const own = await forge.claims();
  const identity = await forge.identity();
  if (own === undefined && identity === undefined)
    throw new Unexamined('GitHub did not say whose repository this is. Set GITHUB_TOKEN.');
  const ofJob = own === undefined ? [] : [{ kind: 'tick', job: 'this job', claims: [own] } as const];
  if (identity === undefined) return ofJob;
  const { owner, ownerId, name, id, defaultBranch } = identity;
  const environment = await environmentOf(site);
  const claimsFor = (workflow: string, subject: string): readonly Claims[] =>
    [`repo:${owner}/${name}`, `repo:${owner}@${ownerId}/${name}@${id}`].map((repository) => ({
      ...commonClaims,
      sub: `${repository}:${subject}`,
      repository: `${owner}/${name}`,
      repository_id: id,
      repository_owner: owner,
      repository_owner_id: ownerId,
      ref: `refs/heads/${defaultBranch}`,
      environment,
      job_workflow_ref: `${owner}/${name}/.github/workflows/${workflow}@refs/heads/${defaultBranch}`,
    }));
  return [
    ...ofJob,
    { kind: 'tick', job: 'tick.yml', claims: claimsFor('tick.yml', `ref:refs/heads/${defaultBranch}`) },
    { kind: 'deploy', job: 'deploy.yml', claims: claimsFor('deploy.yml', `environment:${environment}`) },
  ];
}

const commonClaims = { aud: 'sts.amazonaws.com', iss: 'https://token.actions.githubusercontent.com' };

/** The environment that the jobs of deploy.yml name. */
async function environmentOf({ world }: Site): Promise<string> {
  const text = await fileTextOf(world.source, '.github/workflows/deploy.yml');
  return /^ +environment:\s*\n? *(?:name:)? *([\w-]+)/m.exec(text ?? '')?.[1] ?? 'production';
}

async function judge(placed: Placed, { kind, job, claims }: Candidate): Promise<Problem | undefined> {
  const role = roleNameOf(placed, kind);
  const policy = await placed.account.trustOf(role);
  if (policy === undefined)
    return {
      code: 'W_AWS_ROLE',
      message: `The account has no role ${role}, which infrastructure/access.yml makes.`,
      fix: 'Run `headgate setup`. Where the role has another name, nobody has to mind.',
    };
  const answers = claims.map((candidate) => judgeTrustPolicy(policy, candidate));
  const [first] = answers;
  if (first === undefined || answers.some((answer) => answer.kind === 'trusted')) return undefined;
  const reason = first.kind === 'refused' ? first.reason : '';
  return {
    code: 'E_AWS_TRUST',
    message: `The role ${role} does not trust ${job}: ${reason}.`,
    fix: 'Run `headgate setup` with a GITHUB_TOKEN: the parameters of access.yml come from GitHub itself.',
  };
}
