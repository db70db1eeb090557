import { usualLife } from '../../src/adapters/memory/life.ts';
import { type MemoryWorld, memoryWorld, type Process } from '../../src/adapters/memory/world.ts';
import type { AlertRules } from '../../src/core/alert-rules.ts';
import { defaultAlertRules } from '../../src/core/alert-rules.ts';
import type { Policy } from '../../src/core/flow.ts';
import { type TickOptions, type TickResult, tick } from '../../src/engine/tick.ts';
import { definitionOf } from '../adapters/local/playground.ts';
import { deployment, flowA, minutesAfter, noon, registryOf } from '../core/builders.ts';
import { awsProject, presentation } from './deploy-world.ts';

const hourly = { kind: 'cron', cron: '0 * * * *', timezone: 'UTC', parameters: {} } as const;
const deployedCommit = 'a'.repeat(40);

export const source = {
  commit: 'b'.repeat(40),
  files: { 'headgate.yml': '' },
  others: { [deployedCommit]: { '.github/CODEOWNERS': '* @octocat @acme/data\n' } },
};

export type AlertsWorld = MemoryWorld & {
  /** Ticks at minutes after noon. */
  ticks(...minutes: readonly number[]): Promise<readonly TickResult[]>;
  /** One tick of a further process, now. */
  tick(process?: Process): Promise<TickResult>;
  /** How attempts that start from now on end. */
  end(exitCode: number): void;
  readonly options: TickOptions;
};

export type AlertsWorldOptions = {
  readonly rules?: Partial<AlertRules>;
  readonly policy?: Partial<Policy>;
  readonly isPublic?: boolean;
  readonly lines?: readonly string[];
};

/** An hourly flow whose runs take a minute, deployed half an hour before noon. */
export async function alertsWorld({
  rules = {},
  policy = {},
  isPublic = false,
  lines = ['no table sales', '@everyone <img src=x>'],
}: AlertsWorldOptions = {}): Promise<AlertsWorld> {
  let exitCode = 1;
  const memory = memoryWorld({
    now: minutesAfter(noon, -30),
    hasAlerts: true,
    source,
    script: () => ({ ...usualLife, end: { exitCode }, lines }),
  });
  const { world, stage } = memory;
  const made = deployment(flowA, { schedules: [hourly], ...policy });
  const revision = await world.executor.register(definitionOf(flowA, { runTimeoutSeconds: 3_600 }));
  const { state } = await world.state.load(stage.time.now());
  await world.state.commit({
    base: undefined,
    registry: registryOf({
      ...made,
      version: { ...made.version, revision },
      deployedAt: stage.time.now(),
    }),
    state: { ...state, sequence: 1 },
    board: '',
    message: 'Deploy',
    at: stage.time.now(),
    pages: new Map(),
  });
  const options: TickOptions = {
    project: { ...awsProject, alerts: { ...defaultAlertRules, ...rules } },
    repository: 'acme/flows',
    presentation: { ...presentation, logTailLines: 50, isPublic, trigger: 'schedule' },
  };
  return {
    ...memory,
    options,
    end(code) {
      exitCode = code;
    },
    async ticks(...minutes) {
      const results: TickResult[] = [];
      for (const minute of minutes) {
        stage.time.set(minutesAfter(noon, minute));
        results.push(await tick(world, options));
      }
      return results;
    },
    tick: (process) => tick(stage.enter({ source, ...process }), options),
  };
}

/** Each hour two ticks: one finds the slot, the next sees the end of its run. */
export function hours(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => (from + index) * 60).flatMap((at) => [at + 1, at + 6]);
}
