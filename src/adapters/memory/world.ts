import type { Instant } from '../../core/instant.ts';
import type { Executor, World } from '../../ports.ts';
import { type CheckList, checkList, memoryChecks } from './checks.ts';
import { memoryClock, type Time, timeFrom } from './clock.ts';
import { type EventLogSettings, memoryEventLog } from './event-log.ts';
import { memoryExecutor } from './executor.ts';
import { aroundOf, type OnCall } from './hook.ts';
import { type IssueList, issueList, memoryIssues } from './issues.ts';
import { type FaultOf, memoryLauncher } from './launches.ts';
import { usualLife } from './life.ts';
import { type LogEntry, memoryLog } from './log.ts';
import { memoryLogs } from './logs.ts';
import { type Chat, memoryMessages } from './messages.ts';
import { type Revisions, revisions } from './revisions.ts';
import { emptyShelf, type Shelf } from './shelf.ts';
import { type MemoryCommit, memorySourceTree } from './source-tree.ts';
import { type Branches, branches, memoryStateStore } from './state-store.ts';
import { memoryTasks, type Script, type Tasks } from './tasks.ts';
import { type Alarm, memoryWakeUps } from './wake-ups.ts';

export type MemoryOptions = {
  readonly now: Instant;
  /** `ecs` if left out. */
  readonly kind?: Executor['kind'];
  /** The life of each attempt; left out, all start after 20 s, run for a minute and succeed. */
  readonly script?: Script;
  readonly visibilityDelayMs?: number;
  /** The clock outside can be programmed. */
  readonly hasAlarm?: boolean;
  /** There are issues and a chat, to tell people what is wrong. */
  readonly hasAlerts?: boolean;
};

/** What one process is given of the stage: a commit, and a hook around what it does to the world. */
export type Process = {
  readonly source?: MemoryCommit;
  readonly onCall?: OnCall;
};

/** What all processes share, and what a test may do to it. */
export type Stage = {
  readonly time: Time;
  readonly branches: Branches;
  readonly checks: CheckList;
  readonly revisions: Revisions;
  readonly tasks: Tasks;
  readonly eventLog: EventLogSettings;
  readonly alarm: Alarm;
  readonly issues: IssueList;
  readonly chat: Chat;
  readonly log: readonly LogEntry[];
  /** All that this stage remembers. */
  readonly shelf: Shelf;
  /** Asked at every launch; may be replaced at any time. */
  faultOf: FaultOf;
  /** Asked at every observation; may be replaced at any time. */
  isSilent: (handle: string) => boolean;
  /** The world of a further process on this stage. */
  enter(process?: Process): World;
};

export type MemoryWorld = { readonly world: World; readonly stage: Stage };

/** A full world without real time, chance or input. The same calls in the same order give the same answers. */
export function memoryWorld(options: MemoryOptions & Process): MemoryWorld {
  const stage = stageOf(options);
  return { world: stage.enter(options), stage };
}

function stageOf({
  now,
  kind = 'ecs',
  script = () => usualLife,
  visibilityDelayMs = 0,
  hasAlarm = false,
  hasAlerts = false,
}: MemoryOptions): Stage {
  const shelf = emptyShelf();
  const time = timeFrom(now, shelf);
  const tasks = memoryTasks({ shelf, time, script, visibilityDelayMs });
  const registered = revisions(kind, shelf);
  const log = shelf.list<LogEntry>();
  const launch = memoryLauncher({
    shelf,
    time,
    tasks,
    revisions: registered,
    faultOf: (request) => stage.faultOf(request),
  });
  const parts = {
    kind,
    revisions: registered,
    tasks,
    launch,
    isSilent: (handle: string) => stage.isSilent(handle),
  };
  const stage: Stage = {
    time,
    branches: branches(shelf),
    checks: checkList(shelf),
    revisions: registered,
    tasks,
    eventLog: shelf.fields({ isTrustworthy: true, delayMs: 0, lost: shelf.set<string>() }),
    alarm: shelf.fields<Alarm>({ at: undefined, count: 0 }),
    issues: issueList(shelf),
    chat: shelf.fields({ texts: shelf.list<string>(), refusals: 0 }),
    log,
    shelf,
    faultOf: () => undefined,
    isSilent: () => false,
    enter: ({ source = noFiles, onCall = () => undefined } = {}) => ({
      clock: memoryClock(time, aroundOf(onCall, 'clock')),
      executor: memoryExecutor(parts, aroundOf(onCall, 'executor')),
      state: memoryStateStore(stage.branches, aroundOf(onCall, 'state')),
      source: memorySourceTree(source, aroundOf(onCall, 'source')),
      checks: memoryChecks(stage.checks, { time, around: aroundOf(onCall, 'checks') }),
      logs: memoryLogs({ time, tasks }, aroundOf(onCall, 'logs')),
      eventLog: memoryEventLog({ time, tasks, settings: stage.eventLog }, aroundOf(onCall, 'eventLog')),
      ...(hasAlarm ? { wakeUps: memoryWakeUps(stage.alarm, aroundOf(onCall, 'wakeUps')) } : {}),
      ...(hasAlerts
        ? {
            issues: memoryIssues(stage.issues, aroundOf(onCall, 'issues')),
            messages: memoryMessages(stage.chat, aroundOf(onCall, 'messages')),
          }
        : {}),
      log: memoryLog(log),
    }),
  };
  return stage;
}

const noFiles: MemoryCommit = { commit: '0'.repeat(40), files: {} };
