import { familyOf } from '../../core/definition.ts';
import type { FlowName } from '../../core/flow.ts';
import { InputError } from '../../core/problem.ts';
import type { Project } from '../../core/project.ts';

/**
 * Where everything that state names must be. State is writable by everybody who can push, so an ECS task of another
 * account or cluster in it would make Headgate describe or stop what is not its own.
 */
export type ExpectedPlace =
  | { readonly kind: 'local' }
  | {
      readonly kind: 'ecs';
      /** Prefix of task definition families. */
      readonly project: string;
      readonly region: string;
      readonly account: string;
      /** The cluster's name. */
      readonly cluster: string;
    };

/** The account is the one of the execution role: ECS uses no role of another account. */
export function expectedPlaceOf(project: Project): ExpectedPlace {
  if (project.aws === undefined) return { kind: 'local' };
  const { region, cluster, executionRole } = project.aws;
  const account = /^arn:[a-z-]+:iam::(\d{12}):role\//.exec(executionRole)?.[1];
  if (account === undefined) {
    throw new InputError([
      {
        code: 'E_ARN',
        field: 'aws.execution-role',
        message: `${JSON.stringify(executionRole.slice(0, 120))} is not the ARN of a role.`,
        fix: 'Write it as arn:aws:iam::123456789012:role/name.',
      },
    ]);
  }
  return {
    kind: 'ecs',
    project: project.name,
    region,
    account,
    cluster: cluster.slice(cluster.lastIndexOf('/') + 1),
  };
}

const taskArn =
  /^arn:aws[a-z-]{0,12}:ecs:(?<region>[a-z0-9-]{1,32}):(?<account>\d{12}):task\/(?<cluster>[A-Za-z0-9_-]{1,255})\/[A-Za-z0-9-]{1,64}$/;
const definitionArn =
  /^arn:aws[a-z-]{0,12}:ecs:(?<region>[a-z0-9-]{1,32}):(?<account>\d{12}):task-definition\/(?<family>[A-Za-z0-9_-]{1,255}):[1-9]\d{0,9}$/;
const localHandle = /^(?!arn:)[A-Za-z0-9][A-Za-z0-9:._-]{0,199}$/;
const localRevision = /^local:(?<flow>[a-z0-9-]+):[A-Za-z0-9._-]{1,128}$/;

/** Why an attempt's handle cannot be one of ours; undefined: it can. */
export function faultOfHandle(handle: string, place: ExpectedPlace): string | undefined {
  if (place.kind === 'local')
    return localHandle.test(handle) ? undefined : 'is not the name of a local process';
  const parts = taskArn.exec(handle)?.groups;
  if (parts === undefined) return 'is not the ARN of an ECS task';
  return (
    faultOfOwner(parts, place) ??
    (parts['cluster'] === place.cluster ? undefined : `is not in the cluster ${place.cluster}`)
  );
}

/** Why a revision cannot be one of this flow's; undefined: it can. */
export function faultOfRevision(revision: string, flow: FlowName, place: ExpectedPlace): string | undefined {
  if (place.kind === 'local') {
    return localRevision.exec(revision)?.groups?.['flow'] === flow ? undefined : `is not local:${flow}:…`;
  }
  const parts = definitionArn.exec(revision)?.groups;
  if (parts === undefined) return 'is not the ARN of a task definition with its revision';
  const family = familyOf(place.project, flow);
  return (
    faultOfOwner(parts, place) ?? (parts['family'] === family ? undefined : `is not of the family ${family}`)
  );
}

function faultOfOwner(
  parts: { readonly [name: string]: string },
  place: ExpectedPlace & { kind: 'ecs' },
): string | undefined {
  if (parts['account'] !== place.account) return `is not in the account ${place.account}`;
  return parts['region'] === place.region ? undefined : `is not in the region ${place.region}`;
}
