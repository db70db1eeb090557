import type { Placement } from '../../core/project.ts';

/** `arn:aws:ecs:us-east-1:123456789012:task/cluster/0123…`; accounts of before 2021 may leave the cluster out. */
const taskArn =
  /^arn:aws[a-z-]*:ecs:([a-z0-9-]+):\d{12}:task\/(?:([A-Za-z0-9_-]{1,255})\/)?[A-Za-z0-9-]{1,64}$/;

/**
 * Whether a handle names an ECS task of this project's cluster. Handles come from state, which others can write to:
 * nothing elsewhere is asked about or stopped, and one name that ECS cannot read would fail a whole request.
 */
export function isOurTask(
  handle: string,
  { region, cluster }: Pick<Placement, 'region' | 'cluster'>,
): boolean {
  const match = taskArn.exec(handle);
  if (match === null || match[1] !== region) return false;
  return match[2] === undefined || match[2] === clusterName(cluster);
}

export function taskIdOf(handle: string): string {
  return handle.slice(handle.lastIndexOf('/') + 1);
}

function clusterName(cluster: string): string {
  return cluster.slice(cluster.lastIndexOf('/') + 1);
}
