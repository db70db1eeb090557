import type { LaunchFault } from '../../src/adapters/memory/launches.ts';
import { type Life, usualLife } from '../../src/adapters/memory/life.ts';
import { memoryWorld, type Stage } from '../../src/adapters/memory/world.ts';
import type { AlertRules } from '../../src/core/alert-rules.ts';
import type { Definition } from '../../src/core/definition.ts';
import { sha256 } from '../../src/core/digest.ts';
import type { FlowName } from '../../src/core/flow.ts';
import { type Instant, minuteMs, parseIso } from '../../src/core/instant.ts';
import { InputError, InvariantError } from '../../src/core/problem.ts';
import type { Project } from '../../src/core/project.ts';
import { type Command, control } from '../../src/engine/control.ts';
import { type DeployOptions, deploy } from '../../src/engine/deploy.ts';
import { type TickResult, tick } from '../../src/engine/tick.ts';
import { quickBranches } from './branch.ts';
import { type Checker, checkerOf } from './checker.ts';
import { clockKinds, type FaultKind } from './faults.ts';
import { type Foreign, foreignLife, foreignOn } from './foreign.ts';
import { gateOf } from './gate.ts';
import { type Mishaps, mishapsOn } from './mishaps.ts';
import type { Oracle } from './oracle.ts';
import { Crash, type Process, processOn } from './process.ts';
import { quickOutgoing } from './quick-outgoing.ts';
import { hasNewZoneData } from './zone-data.ts';

export type Flows = { readonly [flow: string]: string };

export type Setting = {
  readonly name: string;
  readonly start: string;
  /** Flow → its `flow.yml`. */
  readonly flows: Flows;
  readonly script?: (flow: FlowName, run: string, attempt: number, oracle: Oracle) => Life;
  readonly visibilityDelayMs?: number;
  readonly hasEventLog?: boolean;
  readonly eventDelayMs?: number;
  readonly limits?: Project['limits'];
  /** The clock outside is set to what comes next. */
  readonly hasAlarm?: boolean;
  /** People are told in issues and in a chat. */
  readonly alerts?: AlertRules;
  /** Answers about several things come in the opposite order. */
  readonly isReversed?: boolean;
};

/** What a scenario may do. */
export type Play = {
  readonly stage: Stage;
  readonly oracle: Oracle;
  readonly checker: Checker;
  now(): Instant;
  wait(minutes: number): void;
  tick(): Promise<TickResult | undefined>;
  /** A tick every so many minutes. */
  ticks(count: number, everyMinutes: number): Promise<void>;
  /** Two ticks at once, taking turns at their calls. */
  together(mostSwitches: number): Promise<void>;
  command(command: Command): Promise<void>;
  /** What a person does while a tick is at work. */
  commandDuringTick(command: Command, mostSwitches: number): Promise<void>;
  deploy(flows: Flows): Promise<void>;
  readonly foreign: Foreign;
  count(what: string, by: 'people' | 'world'): void;
  /** What people and accidents do to the world; each is counted. */
  readonly mishaps: Mishaps;
  /** A job of an earlier deploy is run once more. */
  deployAgain(deploysAgo: number): Promise<void>;
  /** Somebody pushes an older state over the newest. */
  rollBack(versions: number): void;
  /** From now on nothing goes wrong any more. */
  heal(): void;
};

export const repository = 'acme/flows';
const secret = 'hunter2-hunter2-hunter2';
const outgoing = quickOutgoing(secret);
export const hostileLines = [
  `the password is ${secret}`,
  '::set-output name=x::y',
  '@everyone <img src=x onerror=alert(1)>',
];
const image = `acme/flows@sha256:${'1'.repeat(64)}`;

export function instantOf(text: string): Instant {
  const at = parseIso(text);
  if (at === undefined) throw new TypeError(`Not an instant: ${text}`);
  return at;
}

/** Runners' clocks are set by NTP; more than this is not what Headgate can stand. */
const skewMs = 3 * minuteMs;
/** A clock is set in the middle of a tick: after it has loaded and looked. */
const callsBeforeJump = 3;

function skewOf(kind: (typeof clockKinds)[number] | undefined): (calls: number) => number {
  if (kind === undefined) return () => 0;
  const ms = kind.endsWith('ahead') ? skewMs : -skewMs;
  return kind.includes('jumps') ? (calls) => (calls > callsBeforeJump ? ms : 0) : () => ms;
}

/** Ends a history whose rest is known. */
export class Cut extends Error {
  override readonly name = 'Cut';
}

type FirstDeploy = {
  readonly definitions: readonly Definition[];
  readonly saved: NonNullable<ReturnType<Stage['branches']['current']>>;
  readonly checks: ReturnType<Stage['checks']['shown']>;
};

/** All histories of a scenario begin with the same deploy, before anything goes wrong: what it does is done once. */
const firstDeploys = new WeakMap<Setting, FirstDeploy>();

function watchRegistrations(revisions: Stage['revisions']): readonly Definition[] {
  const seen: Definition[] = [];
  const { register } = revisions;
  revisions.register = (definition) => {
    seen.push(definition);
    return register(definition);
  };
  return seen;
}

export type Watch = {
  /** Something went wrong, or somebody did something: `<what> <where or who>`. */
  readonly onEvent: (key: string) => void;
  /**
   * No process is at work. `answer` is that of the deed which has just ended; `hidden` is what the world remembers beyond
   * what can be seen of it.
   */
  readonly onQuiet: (
    stage: Stage,
    checker: Checker,
    hidden: () => readonly string[],
    answer: unknown,
  ) => void;
  /** The answer of the next deed, if it was done before and its end is brought back instead. */
  readonly replayed?: () => { readonly answer: unknown } | undefined;
};

export const unwatched: Watch = { onEvent: () => undefined, onQuiet: () => undefined };

export function playOf(setting: Setting, oracle: Oracle, watch: Watch): ArmedPlay {
  const { onEvent, onQuiet, replayed = () => undefined } = watch;
  const { script, visibilityDelayMs = minuteMs, limits = { launchesPerTick: 100, running: 200 } } = setting;
  const { stage: own } = memoryWorld({
    now: instantOf(setting.start),
    visibilityDelayMs,
    hasAlarm: setting.hasAlarm ?? false,
    hasAlerts: setting.alerts !== undefined,
    script: (flow, run, attempt) =>
      run === 'foreign'
        ? foreignLife
        : { lines: hostileLines, ...(script?.(flow, run, attempt, oracle) ?? usualLife) },
  });
  const { shelf } = own;
  const foreign = foreignOn(own);
  const { tasks } = own;
  const ownTasks = { ...tasks, all: () => tasks.all().filter(({ handle }) => !foreign.handles.has(handle)) };
  const stage: Stage = Object.assign(own, { branches: quickBranches(shelf), tasks: ownTasks });
  stage.eventLog.isTrustworthy = setting.hasEventLog ?? true;
  stage.eventLog.delayMs =
    setting.hasEventLog === false ? Number.POSITIVE_INFINITY : (setting.eventDelayMs ?? minuteMs);
  const launchFault = shelf.fields<{ kind: FaultKind | undefined }>({ kind: undefined });
  const declined = shelf.list<string>();
  stage.faultOf = ({ clientToken }) => {
    const fault = launchFaultOf(launchFault.kind);
    launchFault.kind = undefined;
    if (fault?.kind === 'declined') declined.push(`${clientToken} ${stage.time.now()}`);
    return fault;
  };
  const project: Project = {
    name: 'acme',
    stateBranch: 'headgate-state',
    defaults: {},
    limits,
    report: { on: 'deployed' },
    alerts: setting.alerts ?? 'none',
    aws: {
      region: 'us-east-1',
      cluster: 'c',
      subnets: ['subnet-1'],
      securityGroups: ['sg-1'],
      assignPublicIp: false,
      executionRole: 'arn:aws:iam::123456789012:role/execution',
      logGroup: '/acme',
    },
  };
  const presentation = {
    links: { serverUrl: 'https://github.com', repository },
    logTailLines: 5,
    outgoing,
  };
  const { hasAlarm = false } = setting;
  const checker = checkerOf({ stage, repository, limits, secret, foreign, hasAlarm });
  const soFar = shelf.fields({ isFaulty: false, isArmed: false, processes: 0 });
  const commits = shelf.list<{
    readonly commit: string;
    readonly files: { readonly [path: string]: string };
  }>();
  const count = (kind: string, operation: string): void => onEvent(`${kind} ${operation}`);
  const mishaps = mishapsOn(stage, checker, (name) => count(name, 'world'));

  const enter = (more: Partial<Parameters<typeof processOn>[0]> = {}): Process => {
    soFar.processes += 1;
    const clock = soFar.isFaulty
      ? clockKinds[oracle.choose(clockKinds.length + 1, 'fault:process.start') - 1]
      : undefined;
    if (clock !== undefined) count(clock, 'process.start');
    return processOn({
      skewMs: skewOf(clock),
      isCorrupt: () => mishaps.isCorrupt(),
      isReversed: setting.isReversed ?? false,
      number: soFar.processes,
      stage,
      oracle,
      launchFault,
      isFaulty: () => soFar.isFaulty,
      onCalled: checker.called,
      onFault: count,
      ...more,
    });
  };
  /** A process may fail only where something went wrong with it. */
  const attempt = async <T>(process: Process, act: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await act();
    } catch (error) {
      const isExpected = error instanceof Crash || process.isDead || process.faults.length > 0;
      if (error instanceof InvariantError) checker.violate('E_INVARIANT', error.message);
      else if (!isExpected && !(error instanceof InputError))
        checker.violate('UnexpectedError', String(error instanceof Error ? error.stack : error));
      return undefined;
    } finally {
      process.isDead = true;
    }
  };
  const runTick = async (process: Process): Promise<TickResult | undefined> => {
    const result = await attempt(process, () => tick(process.world, { project, repository, presentation }));
    checker.ticked(process, result, soFar.isFaulty);
    return result;
  };
  const runCommand = (process: Process, command: Command) =>
    attempt(process, async () => {
      checker.commanding(command);
      await control(process.world, command, { by: 'octocat', style: presentation });
    });
  /** What would be deployed is said without a write. */
  const checkPlan = async ({ world }: Process, options: DeployOptions): Promise<void> => {
    const wasFaulty = soFar.isFaulty;
    soFar.isFaulty = false;
    const writes: string[] = [];
    const quiet = stage.enter({
      onCall: (port, name) => {
        if (/^(register|launch|stop|publish)/.test(name)) writes.push(`${port}.${name}`);
      },
    });
    const state = {
      ...world.state,
      async commit() {
        writes.push('state.commit');
        return { kind: 'lost' } as const;
      },
    };
    await deploy({ ...quiet, state, source: world.source }, { ...options, isDryRun: true });
    checker.tally.check('PlanIsPure', writes.length === 0, () => `a plan does ${writes.join()}`);
    soFar.isFaulty = wasFaulty;
  };
  const hidden = (): readonly string[] => [
    ...declined,
    `${soFar.isFaulty} ${mishaps.isCorrupt()} ${hasNewZoneData()}`,
    ...said(),
  ];
  /** One deed, from one quiet moment to the next. */
  const deed = async <T>(act: () => Promise<T>): Promise<T> => {
    const known = replayed();
    if (known !== undefined) return known.answer as T;
    const answer = await act();
    onQuiet(stage, checker, hidden, answer);
    return answer;
  };
  /** What the checker looks up in the log at the end. */
  const said = (): string[] =>
    stage.log.filter(({ text }) => text.includes(' was launched for it')).map(({ text }) => text);
  const play: Play = {
    stage,
    oracle,
    checker,
    foreign,
    mishaps,
    count,
    now: stage.time.now,
    wait: (minutes) => stage.time.advance(minutes * minuteMs),
    tick: () => deed(() => runTick(enter())),
    async ticks(count, everyMinutes) {
      for (let index = 0; index < count; index += 1) {
        play.wait(everyMinutes);
        await play.tick();
      }
    },
    together: (mostSwitches) =>
      deed(async () => {
        const gate = gateOf(oracle, mostSwitches);
        await Promise.all([0, 1].map((number) => runTick(enter({ turn: () => gate.turn(number) }))));
      }),
    command: (command) => deed(() => runCommand(enter(), command)),
    commandDuringTick: (command, mostSwitches) =>
      deed(async () => {
        const gate = gateOf(oracle, mostSwitches);
        await Promise.all([
          runTick(enter({ turn: () => gate.turn(0) })),
          runCommand(enter({ turn: () => gate.turn(1) }), command),
        ]);
      }),
    async deploy(flows) {
      const files = Object.fromEntries(
        Object.entries(flows).map(([flow, text]) => [`flows/${flow}/flow.yml`, text]),
      );
      commits.push({ commit: sha256(`commit ${commits.length}`).slice(0, 40), files });
      await play.deployAgain(0);
    },
    deployAgain: (deploysAgo) => deed(() => deployAgain(deploysAgo)),
    rollBack: mishaps.rollBack,
    heal() {
      soFar.isFaulty = false;
      mishaps.repair();
    },
  };
  async function deployAgain(deploysAgo: number): Promise<void> {
    const index = Math.max(commits.length - 1 - deploysAgo, 0);
    const source = commits[index];
    if (source === undefined) return;
    const isBehind = (other: string) => commits.findIndex(({ commit }) => commit === other) > index;
    const process = enter({ source: { ...source, isBehind } });
    const options: DeployOptions = {
      project,
      image,
      isMassDeleteAllowed: true,
      isDryRun: false,
      by: 'octocat',
      presentation,
    };
    const isFirst = !soFar.isArmed && commits.length === 1;
    const known = isFirst ? firstDeploys.get(setting) : undefined;
    if (known === undefined) {
      if (!mishaps.isCorrupt()) await checkPlan(process, options);
      const definitions = isFirst ? watchRegistrations(own.revisions) : [];
      const ageOf = () =>
        commits.findIndex(({ commit }) => commit === stage.branches.current()?.registry.commit);
      const before = ageOf();
      await attempt(process, async () => void (await deploy(process.world, options)));
      checker.tally.check(
        'DefinitionPinned',
        ageOf() >= before,
        () => 'an older commit replaces a newer one',
      );
      const saved = stage.branches.current();
      if (isFirst && saved !== undefined)
        firstDeploys.set(setting, {
          definitions: [...definitions],
          saved,
          checks: stage.checks.shown().slice(1),
        });
    } else {
      for (const definition of known.definitions) own.revisions.register(definition);
      stage.branches.commit({ base: undefined, ...known.saved, at: play.now(), pages: new Map() });
      for (const { check } of known.checks) stage.checks.put(undefined, check);
      checker.called(process, 'state.commit');
    }
  }
  const arm = (): void => {
    soFar.isArmed = true;
    soFar.isFaulty = true;
  };
  return { ...play, arm };
}

export type ArmedPlay = Play & { arm(): void };

function launchFaultOf(kind: FaultKind | undefined): LaunchFault | undefined {
  switch (kind) {
    case 'declined':
      return { kind: 'declined', class: 'capacity' };
    case 'refused':
      return { kind: 'refused', detail: 'TaskDefinition is inactive' };
    case 'error-before':
      return { kind: 'throttled' };
    case 'error-after':
      return { kind: 'answer-lost' };
    default:
      return undefined;
  }
}
