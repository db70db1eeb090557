import type { Instant } from './instant.ts';
import type { Json } from './json.ts';

declare const flowName: unique symbol;
/** The name of a folder under `flows/`: 1 to 48 of a-z, 0-9 and single dashes, starting with a letter. */
export type FlowName = string & { readonly [flowName]: true };

const flowNamePattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
export const longestFlowName = 48;

/** Device names that a Windows clone cannot hold as a folder. */
const reservedNames = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

export type NameVerdict =
  | { readonly kind: 'ok'; readonly name: FlowName }
  | { readonly kind: 'bad' | 'reserved' };

export function judgeFlowName(text: string): NameVerdict {
  if (text.length > longestFlowName || !flowNamePattern.test(text)) return { kind: 'bad' };
  if (reservedNames.test(text)) return { kind: 'reserved' };
  return { kind: 'ok', name: text as FlowName };
}

/** What starts in an attempt. Paths are relative to the flow's folder, with `/`. */
export type Program =
  | {
      readonly kind: 'entrypoint';
      readonly file: string;
      /** Names of packages that the bundle leaves out, and that an image of the flow's own brings. Sorted; never empty. */
      readonly external?: readonly string[];
    }
  | { readonly kind: 'command'; readonly argv: readonly string[] };

/** A rule that yields slots. `parameters` are given to the runs of its slots. */
export type Schedule = ScheduleRule & { readonly parameters: { readonly [name: string]: Json } };

export type ScheduleRule =
  | { readonly kind: 'cron'; readonly cron: string; readonly timezone: string }
  | { readonly kind: 'interval'; readonly everySeconds: number; readonly anchor: Instant };

/** Which late slots still run, and how late one may start. */
export type CatchUp = {
  /** `none`: only slots that are on time; `latest`: the newest late slot of a schedule; `all`: each, up to `max`. */
  readonly policy: 'none' | 'latest' | 'all';
  readonly windowSeconds: number;
  /** For `all`: the newest this many of one schedule. */
  readonly max: number;
};

/** What a due slot does while a run of its flow is still open. */
export type Overlap = 'skip' | 'buffer-one' | 'buffer-all' | 'cancel-other' | 'allow';

export type After = {
  readonly flows: readonly FlowName[];
  readonly when: 'succeeded' | 'failed' | 'finished';
};

export type Retries = {
  readonly limit: number;
  readonly delaySeconds: number;
  readonly backoff: 'constant' | 'linear' | 'exponential';
  readonly maxDelaySeconds: number;
  /** Share of the delay that is spread at random, 0 to 1. */
  readonly jitter: number;
};

/** One declared parameter: a small, closed part of JSON Schema. */
export type ParameterSchema = {
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';
  readonly description?: string;
  readonly enum?: readonly Json[];
  readonly default?: Json;
  readonly format?: 'date' | 'date-time';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly items?: ParameterSchema;
};

export type ParameterSchemas = { readonly [name: string]: ParameterSchema };

/** What the tick needs to know of a flow; kept with its deployment in state. */
export type Policy = {
  readonly schedules: readonly Schedule[];
  readonly catchUp: CatchUp;
  readonly overlap: Overlap;
  readonly concurrency?: { readonly group: string; readonly limit: number };
  readonly after?: After;
  readonly parameters: ParameterSchemas;
  readonly retries: Retries;
  /** Attempts that capacity, spot interruption or the loss of a host may cost, on a budget of their own. */
  readonly infraRetries: number;
  readonly timeout: { readonly startSeconds: number; readonly runSeconds: number };
  /** What to do when no evidence of an end can be found. */
  readonly onUnknown: 'hold' | 'relaunch';
  /** Launch on spot capacity: the manifest's `resources.spot`. */
  readonly spot: boolean;
  /** How often spot may fail a run before its next attempt is launched on demand; never if left out. */
  readonly spotFallbackAfter?: number;
  /** A network that the project's configuration defines; the project's own when left out. */
  readonly network?: string;
};

export type Resources = {
  /** ECS CPU units: 1024 is one vCPU. */
  readonly cpu: number;
  readonly memoryMiB: number;
  /** Ephemeral storage; Fargate's free 20 GiB when left out. */
  readonly storageGiB?: number;
  readonly architecture: 'x86-64' | 'arm64';
};

/** A container beside the one of the flow, in the same ECS task. */
export type Sidecar = {
  readonly name: string;
  /** Pinned by its digest. */
  readonly image: string;
  /** The image's own when left out. */
  readonly command?: readonly string[];
  readonly environment: { readonly [name: string]: string };
  readonly secrets: { readonly [name: string]: string };
  /** Its end ends the ECS task, the flow's program with it. */
  readonly isEssential: boolean;
  /** What the flow's program waits for before it starts. */
  readonly ready: 'started' | 'healthy';
  readonly health?: Health;
};

/** How ECS sees whether a container is healthy. */
export type Health = {
  readonly command: readonly string[];
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly retries: number;
  readonly startSeconds: number;
};

/** A folder of an EFS file system in the flow's container. */
export type Volume = {
  readonly name: string;
  readonly fileSystem: string;
  readonly accessPoint: string;
  readonly path: string;
  readonly isReadOnly: boolean;
};

/** What becomes the task definition. */
export type Workload = {
  readonly program: Program;
  readonly resources: Resources;
  readonly environment: { readonly [name: string]: string };
  /** Environment name → full ARN of a secret or parameter. */
  readonly secrets: { readonly [name: string]: string };
  readonly taskRole?: string;
  /** The flow's own Dockerfile, relative to its folder; the project's image when left out. */
  readonly dockerfile?: string;
  /** By name. */
  readonly sidecars?: readonly Sidecar[];
  /** By name. */
  readonly volumes?: readonly Volume[];
  /** Of the task definition, and of the ECS tasks made of it. */
  readonly tags?: { readonly [key: string]: string };
};

/** A parsed, validated `flow.yml`. */
export type Manifest = {
  readonly name: FlowName;
  /** Path of the file in the repository. */
  readonly file: string;
  readonly description: string;
  readonly policy: Policy;
  readonly workload: Workload;
  /** Globs, relative to the flow's folder, of further files whose change redeploys the flow. */
  readonly inputs: readonly string[];
};
