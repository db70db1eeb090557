import type { FlowName, Workload } from './flow.ts';

/** What an executor is asked to register: a flow's workload, pinned. */
export type Definition = {
  readonly project: string;
  readonly flow: FlowName;
  readonly commit: string;
  readonly fingerprint: string;
  readonly workload: Workload;
  /** The manifest's `inputs`: what the local executor copies beside the program. */
  readonly inputs?: readonly string[];
  /** Of a `command` flow: files outside of its folder that it imports, or that its image takes. Copied like `inputs`. */
  readonly beside?: readonly string[];
  /** Digest-pinned; absent for the local executor. */
  readonly image?: string;
  /** How long a program may take to stop, in seconds: Fargate allows 2 to 120. */
  readonly stopTimeoutSeconds: number;
  readonly runTimeoutSeconds: number;
};

export function familyOf(project: string, flow: FlowName): string {
  return `headgate-${project}-${flow}`;
}
