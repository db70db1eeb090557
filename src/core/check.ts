import type { Instant } from './instant.ts';

export type CheckConclusion =
  | 'success'
  | 'failure'
  | 'neutral'
  | 'cancelled'
  | 'timed_out'
  | 'skipped'
  | 'action_required';

export type CheckStatus =
  | { readonly kind: 'queued' }
  | { readonly kind: 'in-progress' }
  | { readonly kind: 'completed'; readonly conclusion: CheckConclusion; readonly at: Instant };

export type Annotation = {
  readonly path: string;
  readonly line: number;
  readonly level: 'notice' | 'warning' | 'failure';
  readonly title: string;
  readonly message: string;
};

/** What a commit's check list shows of one thing. All text is already escaped, redacted and within GitHub's limits. */
export type Check = {
  /** Shown in the list; the same for every run of a flow. */
  readonly name: string;
  /** Names the thing shown: a run, a deploy. Found by this before it is created. */
  readonly externalId: string;
  readonly commit: string;
  readonly status: CheckStatus;
  readonly startedAt: Instant;
  readonly title: string;
  /** Markdown, at most 65,535 bytes. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
};
