import type { Check } from '../../src/core/check.ts';
import type { Definition } from '../../src/core/definition.ts';
import { emptyRegistry } from '../../src/core/deployment.ts';
import type { Instant } from '../../src/core/instant.ts';
import type { Project } from '../../src/core/project.ts';
import { emptyState } from '../../src/core/state.ts';
import type { Snapshot, SourceTree, StateCommit, World } from '../../src/ports.ts';
import { createOutgoing } from '../../src/report/outgoing.ts';
import { createRedactor } from '../../src/report/redact.ts';
import { noon } from '../core/builders.ts';

export const presentation = {
  links: { serverUrl: 'https://github.com', repository: 'acme/flows' },
  logTailLines: 0,
  outgoing: createOutgoing(createRedactor([])),
};

export const localProject: Project = {
  name: 'acme',
  stateBranch: 'headgate-state',
  defaults: {},
  limits: { launchesPerTick: 100, running: 200 },
  report: { on: 'deployed' },
};

export const awsProject: Project = {
  ...localProject,
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

export type DeployWorld = {
  readonly world: World;
  readonly clock: { now: Instant };
  readonly registered: Definition[];
  readonly commits: StateCommit[];
  readonly checks: Check[];
  readonly calls: string[];
  snapshot(): Snapshot;
  /** Another process writes: the version moves on. */
  write(change: Partial<Pick<Snapshot, 'registry' | 'state'>>): void;
  /** Called before each registration; may throw, or do what another process does meanwhile. */
  onRegister: (definition: Definition) => void;
  /** Called before each commit is judged. */
  onCommit: () => void;
};

/** The ports that a deploy uses, over a state store that others share. */
export function deployWorld(
  source: SourceTree,
  options: { readonly kind?: 'ecs' | 'local'; readonly shared?: DeployWorld } = {},
): DeployWorld {
  const calls: string[] = [];
  const controls: DeployWorld = options.shared ?? storeOf();
  const registered: Definition[] = options.shared?.registered ?? [];
  const unused = (): never => {
    throw new Error('a deploy does not use this');
  };
  const own: DeployWorld = {
    ...controls,
    registered,
    calls,
    onRegister: () => undefined,
    onCommit: () => undefined,
    world: {
      ...controls.world,
      clock: { now: () => controls.clock.now, sleep: async () => undefined },
      executor: {
        kind: options.kind ?? 'local',
        findRevision: async (definition) => {
          calls.push('findRevision');
          const index = registered.findIndex(({ fingerprint }) => fingerprint === definition.fingerprint);
          return index === -1 ? undefined : revisionOf(definition, index);
        },
        register: async (definition) => {
          calls.push('register');
          own.onRegister(definition);
          registered.push(definition);
          return revisionOf(definition, registered.length - 1);
        },
        look: unused,
        launch: unused,
        observe: unused,
        stop: unused,
      },
      state: {
        ...controls.world.state,
        commit: async (change) => {
          own.onCommit();
          return controls.world.state.commit(change);
        },
      },
      source,
    },
  };
  return own;
}

function revisionOf({ project, flow }: Definition, index: number): string {
  return `arn:aws:ecs:us-east-1:123456789012:task-definition/headgate-${project}-${flow}:${index + 1}`;
}

function storeOf(): DeployWorld {
  let current: Snapshot = { version: undefined, registry: emptyRegistry, state: emptyState(noon) };
  let version = 0;
  const clock = { now: noon };
  const commits: StateCommit[] = [];
  const checks: Check[] = [];
  const advance = (change: Partial<Snapshot>): string => {
    version += 1;
    current = { ...current, ...change, version: `v${version}` };
    return `v${version}`;
  };
  const unused = (): never => {
    throw new Error('a deploy does not use this');
  };
  const world = {
    clock: { now: () => clock.now, sleep: async () => undefined },
    state: {
      boardPlace: 'board',
      load: async (now: Instant) =>
        current.version === undefined ? { ...current, state: emptyState(now) } : { ...current },
      commit: async (change: StateCommit) => {
        if (change.base !== current.version) return { kind: 'lost' as const };
        commits.push(change);
        return {
          kind: 'committed' as const,
          version: advance({ registry: change.registry, state: change.state }),
        };
      },
    },
    checks: {
      publish: async (wanted: readonly { readonly check: Check }[]) => {
        checks.push(...wanted.map(({ check }) => check));
        return wanted.map(() => ({ kind: 'published' as const, checkId: '1' }));
      },
    },
    logs: { tail: unused, read: unused, place: unused },
    eventLog: { find: unused },
    log: { info: () => undefined, warn: () => undefined },
  };
  return {
    // The executor and the source are what each deploy brings.
    world: world as unknown as World,
    clock,
    registered: [],
    commits,
    checks,
    calls: [],
    snapshot: () => current,
    write: (change) => void advance(change),
    onRegister: () => undefined,
    onCommit: () => undefined,
  };
}
