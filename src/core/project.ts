import type { AlertRules } from './alert-rules.ts';
import type { JsonObject } from './json.ts';

/** Where in the network an ECS task starts. */
export type Network = {
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
  readonly assignPublicIp: boolean;
};

/** `flows`: these run in it and nowhere else, and no other flow does, whatever state and manifests say. */
export type NamedNetwork = Network & { readonly flows?: readonly string[] };

export type NetworkVerdict =
  | { readonly kind: 'ok'; readonly network: Network }
  | { readonly kind: 'unknown' }
  /** `owner`: the network that the flow is bound to; undefined: the named one is kept for others. */
  | { readonly kind: 'kept'; readonly owner: string | undefined };

/**
 * What the project's configuration says of the network that a flow names. One that it does not define is never replaced
 * by another: the flow may be kept from that one on purpose.
 */
export function judgeNetwork(
  placement: Placement,
  { flow, network: name }: { readonly flow: string; readonly network?: string | undefined },
): NetworkVerdict {
  const { networks = {} } = placement;
  const owner = Object.keys(networks).find((one) => networks[one]?.flows?.includes(flow) === true);
  if (owner !== undefined && owner !== name) return { kind: 'kept', owner };
  if (name === undefined) return { kind: 'ok', network: placement };
  const network = Object.hasOwn(networks, name) ? networks[name] : undefined;
  if (network === undefined) return { kind: 'unknown' };
  return network.flows === undefined || owner === name
    ? { kind: 'ok', network }
    : { kind: 'kept', owner: undefined };
}

/** Where attempts run in AWS. */
export type Placement = Network & {
  readonly region: string;
  /** Name or ARN of the cluster. */
  readonly cluster: string;
  readonly executionRole: string;
  readonly taskRole?: string;
  readonly logGroup: string;
  /** Further ones that manifests choose by name: state and manifests say which, this says what it is. */
  readonly networks?: { readonly [name: string]: NamedNetwork };
  /** Log group that keeps the cluster's "Task State Change: STOPPED" events; without it a long absence can end in `unknown`. */
  readonly eventLogGroup?: string;
  /** Schedule that each tick sets to its next wake-up, as `group/name`; without it ticks come at a rate of their own. */
  readonly clock?: string;
};

/** A parsed, validated `headgate.yml`. */
export type Project = {
  /** Prefix of task definition families: `headgate-<project>-<flow>`. */
  readonly name: string;
  /** Left out: attempts run as local processes. */
  readonly aws?: Placement;
  readonly stateBranch: string;
  /** Roles that manifests may name beside those called `headgate-…`: names or ARNs. */
  readonly allowedTaskRoles?: readonly string[];
  /** Manifest keys that every flow starts from, as written. */
  readonly defaults: JsonObject;
  readonly limits: { readonly launchesPerTick: number; readonly running: number };
  readonly report: {
    /** Lines of log in a check; undefined: 50, or 0 in a public repository. */
    readonly logTail?: number;
    /** The commit that check runs hang on. */
    readonly on: 'deployed' | 'state';
  };
  /** What people are told of; left out: the usual. */
  readonly alerts?: AlertRules | 'none';
};
