import type { FlowName, Policy, Resources } from './flow.ts';
import type { Instant } from './instant.ts';
import type { Learned } from './learned.ts';
import type { TaskFields } from './task-fields.ts';

export const fingerprintParts = ['manifest', 'placement', 'code', 'packages', 'image'] as const;
export type FingerprintPart = (typeof fingerprintParts)[number];

/** Where an image was built: a workflow run of this repository, and the commit that it built. */
export type ImageOrigin = { readonly run: string; readonly commit: string };

/** Digits alone: state names a run, and never an address that people would follow. */
export const workflowRunPattern = /^[1-9]\d{0,19}$/;

/** What makes one state of a flow's definition: enough to find it again on a revert. */
export type Version = {
  /** SHA-256 of everything that makes the deployment what it is. */
  readonly fingerprint: string;
  /** SHA-256 of what goes into the image: code, packages, Dockerfile. */
  readonly content: string;
  /** Short hashes of the parts of the fingerprint, to say which part of it changed. */
  readonly parts: { readonly [part in FingerprintPart]: string };
  /** Task definition ARN with revision; locally `local:<flow>:<fingerprint prefix>`. */
  readonly revision: string;
  /** Digest-pinned image; absent locally. */
  readonly image?: string;
  /** Of the image, as far as the deploy that brought it was told. It is shown and never used. */
  readonly built?: ImageOrigin;
  readonly commit: string;
  /** SHA-256 of what the build made of it; absent where no record of the build came with the image. */
  readonly bundle?: string;
  /** What builds taught about it; part of the fingerprint. */
  readonly learned?: Learned;
};

/** A flow as it stands in production. */
export type Deployment = {
  readonly flow: FlowName;
  readonly version: Version;
  readonly deployedAt: Instant;
  readonly policy: Policy;
  /** For the estimate of what its runs cost; what runs is the revision's matter alone. */
  readonly resources?: Resources;
  /** To say what a later plan would change; as with `resources`, nothing runs by it. */
  readonly taskFields?: TaskFields;
  /** For each schedule key, the moment it was first deployed: slots at or before it never run. */
  readonly scheduledSince: { readonly [scheduleKey: string]: Instant };
  /** Versions before this one, newest first. */
  readonly earlier: readonly Version[];
  /** Set when the flow was removed while runs were open: nothing new starts, its runs are still followed. */
  readonly retiredAt?: Instant;
};

/** All that is deployed. */
export type Registry = {
  /** Of the last deploy that changed anything; an older commit must not be deployed over it unnoticed. */
  readonly commit?: string;
  readonly deployments: ReadonlyMap<FlowName, Deployment>;
};

export const emptyRegistry: Registry = { deployments: new Map() };

/** Versions kept for reverts, at most; with thousands of flows, the bytes for all of them are shared out. */
export const keptVersions = 10;
export const keptVersionsBytes = 16_777_216;
