import type { AlertRules } from './alert-rules.ts';
import type { JsonObject } from './json.ts';

/** Where in the network an ECS task starts. */
export type Network = {
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
  readonly assignPublicIp: boolean;
};

/** Where attempts run in AWS. */
export type Placement = Network & {
  readonly region: string;
  /** Name or ARN of the cluster. */
  readonly cluster: string;
  readonly executionRole: string;
  readonly taskRole?: string;
  readonly logGroup: string;
  /** Further ones that manifests choose by name: state and manifests say which, this says what it is. */
  readonly networks?: { readonly [name: string]: Network };
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
