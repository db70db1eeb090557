import type { FlowBuild } from './build-record.ts';
import type { Closure } from './closure.ts';
import type { Version } from './deployment.ts';
import type { Manifest } from './flow.ts';
import type { Learned } from './learned.ts';
import type { TaskFields } from './task-fields.ts';

/** What makes a version, before it has a revision. */
export type Identity = Pick<Version, 'fingerprint' | 'content' | 'parts'>;

/** What the build of these sources made of a flow, compared with its static closure. */
export type MadeFlow = {
  readonly bundle: string;
  /** What the static closure lacked. */
  readonly lacked?: Learned;
  /** Whether every file that it is said to be built from is the one of this commit. */
  readonly isOfThisCommit: boolean;
};

/** A flow as the sources want it. */
export type DesiredFlow = {
  readonly manifest: Manifest;
  readonly closure: Closure;
  readonly identity: Identity;
  /** The identity that it has with what builds taught. */
  readonly identityWith: (learned: Learned) => Identity;
  /** Compares what a build made of it with its static closure. */
  readonly compare: (build: FlowBuild) => MadeFlow;
  /** Packages that come with compiled programs, and that the bundle has to hold. */
  readonly compiled?: () => readonly string[];
  /** To be kept with the deployment, for the difference that a later plan shows. */
  readonly fields?: TaskFields;
};

/** What a deploy does about a flow. */
export type PlannedAction = 'added' | 'changed' | 'restored' | 'unchanged' | 'removed';
