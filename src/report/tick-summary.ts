import type { Wait } from '../core/admission.ts';
import type { FlowName } from '../core/flow.ts';
import type { Instant } from '../core/instant.ts';
import type { Run, RunId, RunState } from '../core/run.ts';
import type { Gap } from '../core/state.ts';
import { gapText } from './board-view.ts';
import { boardText } from './places.ts';
import { waitWords } from './run-title.ts';
import { isBad, markedState } from './state-words.ts';
import { codeSpan, type HttpsUrl, link, table } from './text.ts';
import { cutBytes } from './visible.ts';
import { countWords, instantWords } from './words.ts';

/** What a tick did and left to do. */
export type TickReport = {
  readonly at: Instant;
  readonly changes: readonly {
    readonly run: RunId;
    readonly flow: FlowName;
    readonly before: RunState | undefined;
    readonly after: RunState;
    readonly attempts: number;
    /** Where it is shown at length. */
    readonly address?: HttpsUrl | undefined;
  }[];
  readonly gaps: readonly Gap[];
  readonly waiting: ReadonlyMap<RunId, Wait>;
  readonly isBehind: boolean;
  readonly open: readonly Run[];
  readonly nextWake: Instant | undefined;
  readonly unreported: number;
  /** ECS tasks of the project that no record names. */
  readonly orphans?: readonly { readonly handle: string }[] | undefined;
  /** What could not be found out. */
  readonly unseen?: {
    readonly open: readonly RunId[];
    readonly unsent: readonly RunId[];
    readonly isSilent: boolean;
  };
};

/** The runner drops a step summary over 1 MiB as a whole. */
const summaryLimitBytes = 900_000;
const mostRows = 500;

/** The job summary of a tick. `boardPlace`, from the state store, says where the rest is. */
export function tickSummary(tick: TickReport, boardPlace: string): string {
  const sections = [
    `## Tick of ${instantWords(tick.at)}`,
    tickSentence(tick),
    changesTable(tick),
    waitingTable(tick),
    gapList(tick),
    leftOver(tick),
    orphanList(tick),
    `Everything else: ${boardText(boardPlace)}`,
  ];
  const text = sections.filter((section) => section !== '').join('\n\n');
  return cutBytes(`${text}\n`, summaryLimitBytes, '\n\n… (cut; the board has everything)\n');
}

/** `2 started, 1 ended badly, 1 slot without a run; 3 open; next wake 2026-11-24 21:05 UTC.` */
export function tickSentence({ changes, gaps, open, nextWake, unseen }: TickReport): string {
  const count = (isWanted: (change: TickReport['changes'][number]) => boolean) =>
    changes.filter(isWanted).length;
  const started = count(
    ({ before, after }) => after !== 'queued' && (before === undefined || before === 'queued'),
  );
  const ended = count(({ after }) => endStates.has(after));
  const bad = count(({ after }) => isBad(after));
  const without = gaps.reduce((sum, gap) => sum + gap.count, 0);
  const parts = [
    started === 0 ? undefined : `${started} started`,
    ended === 0 ? undefined : `${ended} ended`,
    bad === 0 ? undefined : `${bad} of them badly`,
    without === 0 ? undefined : `${countWords(without, 'slot')} without a run`,
  ].filter((part) => part !== undefined);
  const nothing =
    unseen === undefined || unseenWords(unseen) === ''
      ? 'Nothing changed'
      : 'Nothing is known to have changed';
  const done = parts.length === 0 ? nothing : capitalised(parts.join(', '));
  const wake = nextWake === undefined ? 'nothing more is scheduled' : `next wake ${instantWords(nextWake)}`;
  const said = unseen === undefined ? '' : unseenWords(unseen);
  return `${done}; ${countWords(open.length, 'open run')}; ${wake}.${said === '' ? '' : ` ${said}`}`;
}

/** What a tick could not ask; empty if it was told everything. */
export function unseenWords({ open, unsent, isSilent }: NonNullable<TickReport['unseen']>): string {
  const parts = [
    open.length === 0 ? undefined : `what became of ${countWords(open.length, 'open run')}`,
    unsent.length === 0
      ? undefined
      : `whether ${countWords(unsent.length, 'run')} that ${unsent.length === 1 ? 'is' : 'are'} due ${unsent.length === 1 ? 'runs' : 'run'} already, so nothing was sent for ${unsent.length === 1 ? 'it' : 'them'}`,
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return isSilent ? 'ECS did not answer.' : '';
  return `Could not ask ECS ${parts.join(', and ')}${isSilent ? '; it did not answer at all' : ''}.`;
}

const endStates: ReadonlySet<RunState> = new Set<RunState>([
  'succeeded',
  'failed',
  'crashed',
  'timed-out',
  'cancelled',
  'unknown',
]);

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function changesTable({ changes }: TickReport): string {
  if (changes.length === 0) return '';
  const rows = changes
    .slice(0, mostRows)
    .map(({ run, before, after, attempts, address }) => [
      link(codeSpan(run), address),
      before === undefined ? 'new' : before,
      markedState(after),
      String(attempts),
    ]);
  return `### Changes\n\n${table(['Run', 'Before', 'Now', 'Attempts'], rows)}${more(changes.length - rows.length)}`;
}

function waitingTable({ waiting }: TickReport): string {
  if (waiting.size === 0) return '';
  const rows = [...waiting].slice(0, mostRows).map(([run, wait]) => [codeSpan(run), waitWords[wait]]);
  return `### Waiting\n\n${table(['Run', 'Because'], rows)}${more(waiting.size - rows.length)}`;
}

function gapList({ gaps }: TickReport): string {
  if (gaps.length === 0) return '';
  const rows = gaps.slice(0, mostRows).map((gap) => `- ${gap.outcome}: ${gapText(gap)}`);
  return `### Slots without a run\n\n${rows.join('\n')}${more(gaps.length - rows.length)}`;
}

function leftOver({ isBehind, unreported }: TickReport): string {
  const parts = [
    isBehind ? '- Some slots that are due are left for the next tick.' : undefined,
    unreported === 0
      ? undefined
      : `- ${countWords(unreported, 'check')} could not be brought up to date and ${unreported === 1 ? 'is' : 'are'} left for the next tick.`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : `### Left over\n\n${parts.join('\n')}`;
}

function orphanList({ orphans = [] }: TickReport): string {
  if (orphans.length === 0) return '';
  const rows = orphans.slice(0, mostRows).map(({ handle }) => `- ${codeSpan(handle)}`);
  const why = 'The state was deleted or rolled back while they ran. They go on to their own end.';
  return `### ECS tasks that no record names\n\n${why}\n\n${rows.join('\n')}${more(orphans.length - rows.length)}`;
}

function more(left: number): string {
  return left === 0 ? '' : `\n\n… and ${left} more.`;
}
