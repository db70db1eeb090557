import type { FlowBuild } from './core/build-record.ts';
import type { Check, CheckConclusion } from './core/check.ts';
import type { Definition } from './core/definition.ts';
import type { Registry } from './core/deployment.ts';
import type { Ending } from './core/ending.ts';
import type { FlowName } from './core/flow.ts';
import type { Instant } from './core/instant.ts';
import type { Problem } from './core/problem.ts';
import type { RunId } from './core/run.ts';
import type { Found, Sighting } from './core/sighting.ts';
import type { State } from './core/state.ts';

/** The world on one page: everything that Headgate asks of it. Each port has a real adapter and one in memory. */
export type World = {
  readonly clock: Clock;
  readonly executor: Executor;
  readonly state: StateStore;
  readonly source: SourceTree;
  readonly checks: Checks;
  readonly logs: Logs;
  readonly eventLog: EventLog;
  /** Left out: ticks come at a rate of their own. */
  readonly wakeUps?: WakeUps;
  /** Left out: alerts are shown on the board and by commands alone. */
  readonly issues?: Issues;
  /** Left out: nobody wants messages. */
  readonly messages?: Messages;
  readonly log: Log;
};

export type Clock = {
  now(): Instant;
  /** Ends early, as if the time were over, when `signal` says so. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

export type { Found, Sighting } from './core/sighting.ts';

export type LaunchRequest = {
  readonly flow: FlowName;
  readonly revision: string;
  readonly startedBy: string;
  readonly clientToken: string;
  /** `HEADGATE_…` and nothing else. */
  readonly environment: { readonly [name: string]: string };
  readonly spot: boolean;
  /** Name of a network that the project's configuration defines; its own if left out. */
  readonly network?: string;
};

export type LaunchAnswer =
  | { readonly kind: 'launched'; readonly handle: string }
  /** It exists already under this token with other parameters: adopt it. */
  | { readonly kind: 'conflict'; readonly handles: readonly string[] }
  /** A definitive "not launched"; another try may succeed. */
  | { readonly kind: 'declined'; readonly ending: Ending }
  /** A definitive "not launched"; no other try can succeed. */
  | { readonly kind: 'refused'; readonly ending: Ending }
  /** No answer, or one that says nothing: the same token must be used again. */
  | { readonly kind: 'unsure'; readonly reason: string };

/** Something that Headgate started and that goes on, whoever remembers it. */
export type LiveTask = {
  readonly handle: string;
  readonly startedBy: string;
  /** Of its task definition: it begins with the name of its project. */
  readonly family: string;
};

/** Where attempts execute. */
export type Executor = {
  readonly kind: 'ecs' | 'local';
  /** The revision registered earlier for this fingerprint, if it is the newest of its family. */
  findRevision(definition: Definition): Promise<string | undefined>;
  /** Registers the definition and returns its revision. Spaced and retried within. */
  register(definition: Definition): Promise<string>;
  /**
   * The revisions of these that can be launched. Left out where none is ever withdrawn. Throws if it could not look.
   */
  activeOf?(revisions: ReadonlySet<string>): Promise<ReadonlySet<string>>;
  /** For the definitions of one deploy: what they share is looked up once. Left out where they share nothing. */
  registrar?(): Registrar;
  /**
   * Looks for attempts by `startedBy`, live and recently stopped, leaving out the handles that are known.
   * Throws if it could not look: an empty answer means "none", never "do not know".
   */
  look(
    startedBy: readonly string[],
    known: ReadonlySet<string>,
  ): Promise<ReadonlyMap<string, readonly Found[]>>;
  /** Launches in order, in parallel within the platform's limits; one answer per request, in order. */
  launch(requests: readonly LaunchRequest[]): Promise<readonly LaunchAnswer[]>;
  /** One sighting per handle; a handle that could not be asked about is left out. */
  observe(handles: readonly string[]): Promise<ReadonlyMap<string, Sighting>>;
  /** Asks for a stop: SIGTERM, then SIGKILL. Repeating it is harmless. False if the executor does not know the handle. */
  stop(handle: string, reason: string): Promise<boolean>;
  /**
   * What Headgate started, for whichever project, and nobody is stopping. Left out where nothing outlives its record.
   * Throws if it could not look.
   */
  inventory?(): Promise<readonly LiveTask[]>;
};

export type Registrar = Pick<Executor, 'findRevision' | 'register'> & {
  /** What the build made of a definition that is registered. Left out where images are built elsewhere. */
  built?(definition: Definition): Promise<FlowBuild | undefined>;
  /** Whether a revision can still be launched. */
  isThere?(flow: FlowName, revision: string): Promise<boolean>;
};

export type Snapshot = {
  /** Identifies what was loaded, for compare-and-swap; undefined: the branch does not exist. */
  readonly version: string | undefined;
  readonly registry: Registry;
  readonly state: State;
};

export type StateCommit = {
  readonly base: string | undefined;
  readonly registry: Registry;
  readonly state: State;
  /** The board: `README.md` of the branch. */
  readonly board: string;
  /** What the board shows: further files of the branch, path → text. No reason to write if nothing else changed. */
  readonly files?: ReadonlyMap<string, string>;
  readonly message: string;
  /** When it is written: the date of the commit. */
  readonly at: Instant;
  /** Run pages for the history branch: path → text. */
  readonly pages: ReadonlyMap<string, string>;
};

export type CommitAnswer =
  /** `warning`: the state is written, but something beside it has to wait, such as the run pages. */
  | { readonly kind: 'committed'; readonly version: string; readonly warning?: Problem }
  | { readonly kind: 'lost' };

/** What ticks remember, under compare-and-swap. */
export type StateStore = {
  /** Loads the newest version. `mark` of a new state is `now`. */
  load(now: Instant): Promise<Snapshot>;
  /** Writes if the version is still `base`; `lost` if somebody else was first. */
  commit(change: StateCommit): Promise<CommitAnswer>;
  /** The runs of a flow that have a page in the history: also those that the loaded state has forgotten. */
  finishedRuns(flow: FlowName): Promise<ReadonlySet<RunId>>;
  /** Where a person can read the board: an address, or a command. */
  readonly boardPlace: string;
};

export type SourceEntry = {
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly kind: 'file' | 'executable' | 'symlink' | 'submodule' | 'other';
  /** Git's blob id. */
  readonly blob: string;
};

/** The files of one commit, or of the working tree. Names that are not UTF-8 come with `\uFFFD`. */
export type SourceTree = {
  /** 40 hexadecimal digits; for a working tree, of the commit that it is based on. */
  readonly commit: string;
  readonly isWorkingTree: boolean;
  list(): Promise<readonly SourceEntry[]>;
  /** Bytes of the files, in the order asked. A file over `limitBytes` gives `too-large` without being read. */
  read(paths: readonly string[], limitBytes: number): Promise<readonly (Uint8Array | 'too-large')[]>;
  /** What symbolic links lead to, as it is written in them, in the order asked. Left out: there are none. */
  readLinks?(paths: readonly string[]): Promise<readonly string[]>;
  /** Path → blob of another commit, to say what changed since; undefined if that commit cannot be had. */
  filesAt(commit: string): Promise<ReadonlyMap<string, string> | undefined>;
  /** The first of these files that another commit has; undefined if it has none, or cannot be read. */
  readAt?(commit: string, paths: readonly string[], limitBytes: number): Promise<Uint8Array | undefined>;
  /** Whether this tree's commit is an ancestor of that one, which makes that one newer; undefined if it cannot be told. */
  isBehind?(commit: string): Promise<boolean | undefined>;
};

export type PublishAnswer =
  | { readonly kind: 'published'; readonly checkId: string }
  /** Not done now, to be tried by a later tick. `mayExist`: it may have been created all the same. */
  | { readonly kind: 'deferred'; readonly reason: string; readonly mayExist?: true }
  /** Not now, and not by asking the same again: nothing was created. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** There is no such check any more, or not the commit that it is to hang on. */
  | { readonly kind: 'gone'; readonly what: 'check' | 'commit'; readonly reason: string };

export type CheckToPublish = {
  readonly check: Check;
  /** What an earlier answer called it. */
  readonly checkId?: string;
  /** Until when nobody else creates it; later it is not created. `never`: it is there, or gone. Left out: at any time. */
  readonly createBefore?: Instant | 'never';
};

export type Checks = {
  /** Creating the same check twice is creating it once. */
  readonly isRepeatable?: true;
  /** Creates or updates, at most `budget` requests; one answer per check, in order. */
  publish(checks: readonly CheckToPublish[], budget: number): Promise<readonly PublishAnswer[]>;
  /** What checks say now, by what `publish` called them. What is gone or cannot be read is left out. */
  read?(checkIds: readonly string[]): Promise<ReadonlyMap<string, CheckSaying>>;
};

/** `open`: it has not ended; `other`: nothing that Headgate writes. */
export type CheckSaying = CheckConclusion | 'open' | 'other';

export type LogLine = { readonly at?: Instant; readonly text: string };

export type LogPage = { readonly lines: readonly LogLine[]; readonly cursor?: string };

/** What attempts printed; hostile text. */
export type Logs = {
  tail(handle: string, flow: FlowName, lines: number): Promise<readonly LogLine[]>;
  /** From the start, or from a cursor of an earlier page. */
  read(handle: string, flow: FlowName, cursor: string | undefined): Promise<LogPage>;
  /** Where a person reads the whole log: an https address, or a path. */
  place(handle: string, flow: FlowName): string | undefined;
};

export type EventLogAnswer = {
  /** False: it is not set up, or not alive, so that finding nothing says nothing. */
  readonly isTrustworthy: boolean;
  readonly found: ReadonlyMap<string, readonly Found[]>;
};

/** The durable memory of ended ECS tasks, which ECS itself forgets after about an hour. */
export type EventLog = {
  find(startedBy: readonly string[], since: Instant): Promise<EventLogAnswer>;
};

/** The clock outside, as far as it can be programmed: one moment at which it starts a tick. */
export type WakeUps = {
  /** The moment that is set, also when it has passed; undefined: none. */
  planned(): Promise<Instant | undefined>;
  /** Sets another moment, on a whole minute to come, in place of the one before. */
  plan(at: Instant): Promise<void>;
};

/** A comment that is written once, whoever writes it again. */
export type IssueComment = { readonly key: string; readonly body: string };

/** What an alert's issue is to be. All text is already escaped, redacted and within GitHub's limits. */
export type IssueToWrite = {
  /** Names the alert: found by this before it is created. */
  readonly key: string;
  /** What an earlier answer called it. */
  readonly number?: number;
  /** Somebody may have got halfway before: a comment is looked for before it is written. */
  readonly isAgain: boolean;
  readonly comment?: IssueComment;
} & (
  | {
      readonly kind: 'show';
      readonly title: string;
      readonly body: string;
      readonly assignees: readonly string[];
    }
  | { readonly kind: 'close' }
);

export type IssueAnswer =
  /** Also of an issue that a person has closed: that is left as it is. */
  | { readonly kind: 'written'; readonly number: number }
  /** There is no such issue that could be closed. */
  | { readonly kind: 'none' }
  /** Not done now, to be tried by a later tick. */
  | { readonly kind: 'deferred'; readonly reason: string };

/** Issues that tell the owners of a flow what is wrong with it. */
export type Issues = {
  /** At most `budget` requests; one answer per issue, in order. */
  write(issues: readonly IssueToWrite[], budget: number): Promise<readonly IssueAnswer[]>;
  /** Closes issues that are there twice. */
  withdraw(numbers: readonly number[]): Promise<void>;
};

/** A chat that people read. */
export type Messages = {
  /** Never throws. After `failed` it may have been delivered all the same. */
  send(text: string): Promise<MessageAnswer>;
};

export type MessageAnswer = { readonly kind: 'sent' } | { readonly kind: 'failed'; readonly reason: string };

/** What a door prints while it works. Text is escaped by the door. */
export type Log = {
  info(text: string): void;
  warn(text: string): void;
};
