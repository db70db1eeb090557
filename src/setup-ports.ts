import type { Instant } from './core/instant.ts';

/** What setting up, and looking at what is set up, asks of the outside. Each has a real adapter and one in memory. */

/** A CloudFormation stack as it stands. */
export type Stack = {
  readonly name: string;
  /** `CREATE_COMPLETE` and its like. */
  readonly status: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly outputs: ReadonlyMap<string, string>;
};

/** What a stack is to be made of. */
export type StackRequest = {
  readonly name: string;
  readonly template: string;
  readonly parameters: ReadonlyMap<string, string>;
};

export type StackChange = {
  readonly action: string;
  readonly type: string;
  readonly resource: string;
  /** The resource is made anew, which loses what it was: its address, its content. */
  readonly isReplaced: boolean;
};

/** A change set: computed by CloudFormation, and nothing changed yet. */
export type Proposal = {
  readonly stack: string;
  /** Its ARN. */
  readonly changeSet: string;
  readonly isNew: boolean;
  readonly changes: readonly StackChange[];
};

/** The stacks of `infrastructure/`. Calls that change something return when it is done. */
export type Stacks = {
  find(name: string): Promise<Stack | undefined>;
  /** Undefined: there is nothing to change. */
  propose(request: StackRequest): Promise<Proposal | undefined>;
  discard(proposal: Proposal): Promise<void>;
  execute(proposal: Proposal): Promise<Stack>;
  resources(name: string): Promise<readonly { readonly type: string; readonly resource: string }[]>;
  remove(name: string): Promise<void>;
  hasLogGroup(name: string): Promise<boolean>;
  /** The ARN of the account's identity provider of that host; an account has at most one of each. */
  findIdentityProvider(host: string): Promise<string | undefined>;
  /** The role that ECS acts with in the account, which an account's first cluster needs; there is nothing to do if it is there. */
  createServiceRole(): Promise<void>;
  /** Why a stack is in the state that it is in: what failed first. */
  failureOf(name: string): Promise<string>;
  /** How many ECS tasks a cluster runs now; none if there is no such cluster. */
  countRunning(cluster: string): Promise<number>;
};

/** A call of AWS, as its permissions see it. */
export type AccountCall = {
  readonly action: string;
  readonly resource: string;
  readonly context?: { readonly [key: string]: string };
};

/** What leads out of a subnet: an internet gateway, for those with a public address; anything else, for all; nothing. */
export type WayOut = 'internet-gateway' | 'other' | 'none';

export type AccountRule = {
  readonly isEnabled: boolean;
  /** ARNs of what it starts. */
  readonly targets: readonly string[];
};

/** What the doctor asks of the account in AWS. Nothing is changed; what may not be asked is a `RefusedError`. */
export type Account = {
  /** Whose the credentials are. */
  identity(): Promise<{ readonly account: string; readonly arn: string }>;
  /** The policy that says whom a role trusts; undefined: there is no such role. */
  trustOf(role: string): Promise<unknown>;
  /** Those of the calls that a role, given by its ARN, may not make. */
  deniedTo(role: string, calls: readonly AccountCall[]): Promise<readonly AccountCall[]>;
  /** Undefined: there is no such cluster. */
  cluster(
    name: string,
  ): Promise<{ readonly status: string; readonly capacityProviders: readonly string[] } | undefined>;
  /** The subnets that exist. */
  subnets(
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly network: string; readonly wayOut: WayOut }>>;
  /** The security groups that exist, and the network of each. */
  securityGroups(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Those of the images, pinned by their digests, that are gone. What is not in ECR is left out. */
  missingImages(images: readonly string[]): Promise<readonly string[]>;
  /** Undefined: there is no such log group. Without days it is kept for ever. */
  logGroup(name: string): Promise<{ readonly retentionDays?: number } | undefined>;
  /** Undefined: there is no such rule of EventBridge. */
  rule(name: string): Promise<AccountRule | undefined>;
  /** The schedule that ticks set; undefined: there is none of this name. */
  clock(name: string): Promise<{ readonly isEnabled: boolean; readonly at?: Instant } | undefined>;
  /** vCPUs that Fargate runs at a time. */
  fargateQuota(capacity: 'on-demand' | 'spot'): Promise<number>;
};

/** What a job's token says of the job, or would say. */
export type Claims = { readonly [claim: string]: string };

export type TickRun = {
  readonly event: string;
  readonly createdAt: Instant;
  /** As GitHub says it, such as `success`; undefined: it has not ended. */
  readonly conclusion?: string;
};

/** What the doctor asks of the repository on GitHub. Nothing is changed. */
export type Forge = {
  /** Of the token by which this very job signs in to AWS; undefined: this is no such job. */
  claims(): Promise<Claims | undefined>;
  identity(): Promise<
    | {
        readonly owner: string;
        readonly name: string;
        readonly ownerId: string;
        readonly id: string;
        readonly defaultBranch: string;
        readonly isPublic: boolean;
      }
    | undefined
  >;
  /** Of the workflow tick.yml, newest first; undefined: there is no such workflow. */
  tickRuns(): Promise<readonly TickRun[] | undefined>;
  /** Kinds of the rules that hold for a branch, such as `non_fast_forward`. */
  branchRules(branch: string): Promise<readonly string[]>;
};
