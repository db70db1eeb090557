import type { LaunchFault } from '../../src/adapters/memory/launches.ts';
import { type Life, usualLife } from '../../src/adapters/memory/life.ts';
import { memoryWorld, type Stage } from '../../src/adapters/memory/world.ts';
import { sha256 } from '../../src/core/digest.ts';
import type { FlowName } from '../../src/core/flow.ts';
import { type Instant, minuteMs, parseIso } from '../../src/core/instant.ts';
import { InputError, InvariantError } from '../../src/core/problem.ts';
import type { Project } from '../../src/core/project.ts';
import { type Command, control } from '../../src/engine/control.ts';
import { type DeployOptions, deploy } from '../../src/engine/deploy.ts';
import { type TickResult, tick } from '../../src/engine/tick.ts';
import { createOutgoing } from '../../src/report/outgoing.ts';
import { createRedactor } from '../../src/report/redact.ts';
import { quickBranches } from './branch.ts';
import { type Checker, checkerOf } from './checker.ts';
import type { FaultKind } from './faults.ts';
import { gateOf } from './gate.ts';
import type { Oracle } from './oracle.ts';
import { Crash, type Process, processOn } from './process.ts';

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
  /** Somebody pushes an older state over the newest. */
  rollBack(versions: number): void;
  /** From now on nothing goes wrong any more. */
  heal(): void;
};

export const repository = 'acme/flows';
const secret = 'hunter2-hunter2-hunter2';
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
const skewsMs = [0, 3 * minuteMs, -3 * minuteMs];

export type FaultCounts = Map<string, number>;

export function playOf(setting: Setting, oracle: Oracle, faultCounts: FaultCounts): ArmedPlay {
  const { script, visibilityDelayMs = minuteMs, limits = { launchesPerTick: 100, running: 200 } } = setting;
  const { stage: own } = memoryWorld({
    now: instantOf(setting.start),
    visibilityDelayMs,
    script: (flow, run, attempt) => ({
      lines: hostileLines,
      ...(script?.(flow, run, attempt, oracle) ?? usualLife),
    }),
  });
  const stage: Stage = Object.assign(own, { branches: quickBranches() });
  stage.eventLog.isTrustworthy = setting.hasEventLog ?? true;
  stage.eventLog.delayMs =
    setting.hasEventLog === false ? Number.POSITIVE_INFINITY : (setting.eventDelayMs ?? minuteMs);
  const launchFault: { kind: FaultKind | undefined } = { kind: undefined };
  stage.faultOf = () => {
    const fault = launchFaultOf(launchFault.kind);
    launchFault.kind = undefined;
    return fault;
  };
  const project: Project = {
    name: 'acme',
    stateBranch: 'headgate-state',
    defaults: {},
    limits,
    report: { on: 'deployed' },
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
    outgoing: createOutgoing(createRedactor([secret])),
  };
  const checker = checkerOf({ stage, repository, limits, secret });
  let isFaulty = false;
  let processes = 0;
  let deploys = 0;

  const enter = (more: Partial<Parameters<typeof processOn>[0]> = {}): Process => {
    processes += 1;
    const skewMs = isFaulty ? (skewsMs[oracle.choose(skewsMs.length, 'fault:clock')] ?? 0) : 0;
    return processOn({
      skewMs,
      number: processes,
      stage,
      oracle,
      launchFault,
      isFaulty: () => isFaulty,
      onCalled: checker.called,
      onFault: (kind, operation) => {
        const key = `${kind} ${operation}`;
        faultCounts.set(key, (faultCounts.get(key) ?? 0) + 1);
      },
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
    checker.ticked(process, result, isFaulty);
    return result;
  };
  const runCommand = (process: Process, command: Command) =>
    attempt(process, async () => {
      checker.commanding(command);
      await control(process.world, command, { by: 'octocat', style: presentation });
    });
  /** What would be deployed is said without a write. */
  const checkPlan = async ({ world }: Process, options: DeployOptions): Promise<void> => {
    const wasFaulty = isFaulty;
    isFaulty = false;
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
    isFaulty = wasFaulty;
  };
  const play: Play = {
    stage,
    oracle,
    checker,
    now: stage.time.now,
    wait: (minutes) => stage.time.advance(minutes * minuteMs),
    tick: () => runTick(enter()),
    async ticks(count, everyMinutes) {
      for (let index = 0; index < count; index += 1) {
        play.wait(everyMinutes);
        await play.tick();
      }
    },
    async together(mostSwitches) {
      const gate = gateOf(oracle, mostSwitches);
      await Promise.all([0, 1].map((number) => runTick(enter({ turn: () => gate.turn(number) }))));
    },
    command: async (command) => void (await runCommand(enter(), command)),
    async commandDuringTick(command, mostSwitches) {
      const gate = gateOf(oracle, mostSwitches);
      await Promise.all([
        runTick(enter({ turn: () => gate.turn(0) })),
        runCommand(enter({ turn: () => gate.turn(1) }), command),
      ]);
    },
    async deploy(flows) {
      deploys += 1;
      const files = Object.fromEntries(
        Object.entries(flows).map(([flow, text]) => [`flows/${flow}/flow.yml`, text]),
      );
      const process = enter({ source: { commit: sha256(`commit ${deploys}`).slice(0, 40), files } });
      const options: DeployOptions = {
        project,
        image,
        isMassDeleteAllowed: true,
        isDryRun: false,
        by: 'octocat',
        presentation,
      };
      await checkPlan(process, options);
      await attempt(process, async () => void (await deploy(process.world, options)));
    },
    rollBack(versions) {
      const { history } = stage.branches;
      const index = history.findIndex(({ version }) => version === stage.branches.current()?.version);
      const target = history[Math.max(index - versions, 0)];
      if (target === undefined) return;
      stage.branches.rollBack(target.version);
      checker.rolledBack(target);
    },
    heal() {
      isFaulty = false;
    },
  };
  const arm = (): void => {
    isFaulty = true;
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
