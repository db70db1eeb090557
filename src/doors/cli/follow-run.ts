import { factsOf } from '../../core/ending.ts';
import type { Instant } from '../../core/instant.ts';
import { lastAttempt, type Run, type RunId } from '../../core/run.ts';
import type { TickResult } from '../../engine/tick.ts';
import { createLiveRun, type LiveRun, type Said } from '../../report/live-run.ts';
import { waitWords } from '../../report/run-title.ts';
import { durationWords, secondWords } from '../../report/words.ts';
import type { Site } from '../performed.ts';
import type { Screen } from './screen.ts';

export type FollowOptions = {
  readonly screen: Screen;
  readonly columns: number;
  /** Time between two looks at the log. */
  readonly pollMs: number;
};

export type Follower = {
  /** What a tick knows of the run. */
  onTick(result: TickResult, id: RunId): void;
  say(text: string): void;
  /** Shows what is left of the log, and takes the block off the screen. */
  end(): Promise<void>;
};

const mostLines = 500;
const mostLineBytes = 256 * 1024;
const mostPages = 20;
/** So that nobody takes a quiet flow for a dead one. */
const quietMs = 30_000;

type Following = {
  readonly site: Site;
  readonly options: FollowOptions;
  readonly startedAt: Instant;
  run: Run | undefined;
  live: LiveRun;
  handle: string | undefined;
  cursor: string | undefined;
  /** The attempt has ended, and all of its log was read. */
  isRead: boolean;
  saidAt: Instant;
  wait: string | undefined;
  /** Why the log could not be read last time. */
  trouble: string | undefined;
};

/** Shows a run while it goes on: what it prints, its tasks and its attempts, read from the log as it grows. */
export function followRun(site: Site, options: FollowOptions): Follower {
  const startedAt = site.world.clock.now();
  const following: Following = {
    site,
    options,
    startedAt,
    run: undefined,
    live: createLiveRun(),
    handle: undefined,
    cursor: undefined,
    isRead: false,
    saidAt: startedAt,
    wait: undefined,
    trouble: undefined,
  };
  const ticks: { readonly result: TickResult; readonly id: RunId }[] = [];
  const stop = new AbortController();
  const stopped = new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve()));
  const looking = look();
  return {
    onTick: (result, id) => void ticks.push({ result, id }),
    say: (text) => say(following, [text]),
    async end() {
      stop.abort();
      await looking;
      await catchUp();
      options.screen.show([]);
    },
  };

  /** What an attempt printed last comes before the news of its end, and before the log of the next. */
  async function catchUp(): Promise<void> {
    for (let tick = ticks.shift(); tick !== undefined; tick = ticks.shift()) {
      await show();
      enterTick(following, tick.result, tick.id);
    }
    await show();
  }

  /** A log that cannot be read costs the view of the run, never the run. */
  async function show(): Promise<void> {
    try {
      await drain(following);
    } catch (error) {
      const why = `The log cannot be read: ${error instanceof Error ? error.message : String(error)}`;
      if (why !== following.trouble) say(following, [why]);
      following.trouble = why;
    }
  }

  async function look(): Promise<void> {
    while (!stop.signal.aborted) {
      await catchUp();
      draw(following);
      await Promise.race([site.world.clock.sleep(options.pollMs), stopped]);
    }
  }
}

function enterTick(following: Following, result: TickResult, id: RunId): void {
  const run =
    result.open.find((open) => open.id === id) ?? result.changes.find((change) => change.run.id === id)?.run;
  if (run === undefined) return;
  say(following, news(following, run));
  following.run = run;
  const wait = result.waiting.get(id);
  const words = wait === undefined ? undefined : `Waiting: ${waitWords[wait]}`;
  if (words !== undefined && words !== following.wait) say(following, [words]);
  following.wait = words;
}

/** What happened to the attempts since the last look. Its end is what the report is about, so it is not news. */
function news({ run: before }: Following, run: Run): readonly string[] {
  const attempt = lastAttempt(run);
  if (attempt === undefined || 'endedAt' in run.phase) return [];
  const known = before === undefined ? undefined : lastAttempt(before);
  const isNew = known?.number !== attempt.number && attempt.number > 1;
  if (attempt.ending === undefined) return isNew ? [`Attempt ${attempt.number} starts.`] : [];
  if (known?.number === attempt.number && known.ending !== undefined) return [];
  const { exitCode } = attempt.ending;
  const exit = exitCode === undefined ? '' : ` (exit ${exitCode})`;
  const next = run.phase.state === 'queued' ? `; the next starts at ${secondWords(run.phase.notBefore)}` : '';
  return [`Attempt ${attempt.number} ended: ${factsOf(attempt.ending.class).words}${exit}${next}.`];
}

async function drain(following: Following): Promise<void> {
  const { site, run } = following;
  const handle = run === undefined ? undefined : lastAttempt(run)?.handle;
  if (run === undefined || handle === undefined) return;
  if (handle !== following.handle) {
    following.handle = handle;
    following.cursor = undefined;
    following.isRead = false;
    following.live = createLiveRun();
  }
  for (let page = 0; page < mostPages && !following.isRead; page += 1) {
    const { lines, cursor } = await site.world.logs.read(handle, run.flow, following.cursor);
    sayLines(
      following,
      lines.map(({ text }) => text),
    );
    const isAtEnd = cursor === following.cursor || lines.length === 0;
    following.isRead = cursor === undefined;
    following.cursor = cursor;
    if (isAtEnd) return;
  }
}

function sayLines(following: Following, lines: readonly string[]): void {
  const { live, site, options } = following;
  const now = site.world.clock.now();
  const said = lines.flatMap((line) => live.read(line, now) ?? []).filter(isWanted);
  const left = said.length - mostLines;
  say(following, [
    ...(left > 0 ? [`… ${left} lines are only in the log: headgate logs ${following.run?.id}`] : []),
    ...said.slice(-mostLines).map(({ text }) => text),
  ]);

  function isWanted({ isProgress }: Said): boolean {
    return isProgress !== true || !options.screen.isLive;
  }
}

/** Everything that a flow printed passes here, and with it what is redacted and made visible. */
function say(following: Following, lines: readonly string[]): void {
  if (lines.length === 0) return;
  const { site, options } = following;
  following.saidAt = site.world.clock.now();
  options.screen.say(
    site.presentation.outgoing.lines(lines, { mostLines: mostLines + 1, mostBytes: mostLineBytes }),
  );
}

function draw(following: Following): void {
  const { site, options, live, run } = following;
  const now = site.world.clock.now();
  const open = live.open(now, options.columns);
  if (!options.screen.isLive) {
    if (now - following.saidAt >= quietMs) say(following, [quietWords(following, open, now)]);
    return;
  }
  const state = run?.phase.state ?? 'requested';
  const since = durationWords(now - following.startedAt);
  const bounds = { mostLines: open.length + 1, mostBytes: mostLineBytes };
  const block = [
    ...open.map((row) => `  ${row}`),
    `${run?.flow ?? ''} ${state}, ${since}: ${live.counts()}. Ctrl-C cancels.`.trimStart(),
  ];
  options.screen.show(
    site.presentation.outgoing.lines(block, bounds).map((line) => line.slice(0, options.columns)),
  );
}

function quietWords({ startedAt, run }: Following, open: readonly string[], now: Instant): string {
  const what = open.length === 0 ? '' : `: ${open.join(', ')}`;
  return `Still ${run?.phase.state ?? 'requested'} after ${durationWords(now - startedAt)}${what}`;
}
