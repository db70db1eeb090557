import type { Placement } from '../../../core/project.ts';
import type { Account } from '../../../setup-ports.ts';
import type { Site } from '../../performed.ts';

/** A project that runs on AWS, and the account that it runs in. */
export type Placed = { readonly site: Site; readonly aws: Placement; readonly account: Account };

/** Undefined: it runs on this machine, which needs nothing of this. */
export function placedOf(site: Site): Placed | undefined {
  const { account } = site;
  const { aws } = site.project;
  return aws === undefined || account === undefined ? undefined : { site, aws, account };
}

/** The partition and the account of the roles that the project names. */
export function ownerOf({ executionRole }: Placement): {
  readonly partition: string;
  readonly account: string;
} {
  const [, partition = 'aws', , , account = ''] = executionRole.split(':');
  return { partition, account };
}

export type RoleKind = 'deploy' | 'tick';

/** As access.yml calls them. */
export function roleNameOf({ site }: Placed, kind: RoleKind): string {
  return `headgate-${site.project.name}-${kind}`;
}
