import type { Closure } from './closure.ts';
import type { Version } from './deployment.ts';
import type { Manifest } from './flow.ts';
import type { TaskFields } from './task-fields.ts';

/** A flow as the sources want it. */
export type DesiredFlow = {
  readonly manifest: Manifest;
  readonly closure: Closure;
  readonly identity: Pick<Version, 'fingerprint' | 'content' | 'parts'>;
  /** To be kept with the deployment, for the difference that a later plan shows. */
  readonly fields?: TaskFields;
};

/** What a deploy does about a flow. */
export type PlannedAction = 'added' | 'changed' | 'restored' | 'unchanged' | 'removed';
