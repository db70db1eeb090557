import type { Closure } from './closure.ts';
import type { Version } from './deployment.ts';
import type { Manifest } from './flow.ts';

/** A flow as the sources want it. */
export type DesiredFlow = {
  readonly manifest: Manifest;
  readonly closure: Closure;
  readonly identity: Pick<Version, 'fingerprint' | 'content' | 'parts'>;
};

/** What a deploy does about a flow. */
export type PlannedAction = 'added' | 'changed' | 'restored' | 'unchanged' | 'removed';
