import { type Life, usualLife } from '../../src/adapters/memory/life.ts';
import { type MemoryOptions, memoryWorld } from '../../src/adapters/memory/world.ts';
import type { Deployment } from '../../src/core/deployment.ts';
import { sha256 } from '../../src/core/digest.ts';
import type { FlowName } from '../../src/core/flow.ts';
import { type Instant, isoOf, minuteMs } from '../../src/core/instant.ts';
import type { Project } from '../../src/core/project.ts';
import type { State } from '../../src/core/state.ts';
import { type Command, type CommandResult, control } from '../../src/engine/control.ts';
import { type DeployResult, deploy } from '../../src/engine/deploy.ts';
import { tick } from '../../src/engine/tick.ts';
import type { World } from '../../src/ports.ts';
import { at } from '../core/builders.ts';
import { awsProject, presentation } from './deploy-world.ts';

/** A day in the life of schedules: deploys, ticks and commands of one day, at times of it such as `12:05`. */
export const base = 'command: [run]\nresources: { spot: false }\n';
export const lasting = (minutes: number): Life => ({
  ...usualLife,
  startAfterMs: 10_000,
  runMs: minutes * minuteMs,
});
export const quick: Life = { startAfterMs: 10_000, runMs: 20_000, end: { exitCode: 0 } };
export const failing: Life = { ...quick, end: { exitCode: 1 } };

export type Staged = {
  readonly start: string;
  readonly script?: NonNullable<MemoryOptions['script']>;
  readonly limits?: Project['limits'];
};

export function scheduleStage({ start, script = () => quick, limits = awsProject.limits }: Staged) {
  const project = { ...awsProject, limits };
  const options = { project, repository: 'acme/flows', presentation };
  const { stage } = memoryWorld({ now: at(start), script });
  const commits: string[] = [];
  const momentOf = (time: string): Instant => at(time.includes('T') ? time : `${start.slice(0, 11)}${time}Z`);
  const state = () => {
    const saved = stage.branches.current();
    if (saved === undefined) throw new Error('nothing was deployed');
    return saved.state;
  };
  const self = {
    stage,
    state,
    deployment(flow: FlowName): Deployment {
      const found = stage.branches.current()?.registry.deployments.get(flow);
      if (found === undefined) throw new Error(`${flow} is not deployed`);
      return found;
    },
    /** A world at another time of the day. */
    at(when: string): World {
      stage.time.set(momentOf(when));
      return stage.enter();
    },
    /** Somebody else writes the state. */
    write(change: Partial<State>): void {
      stage.branches.write({ state: { ...state(), ...change } });
    },
    deploy(flows: { readonly [flow: string]: string }, when: string): Promise<DeployResult> {
      stage.time.set(momentOf(when));
      const commit = sha256(`commit ${commits.length}`).slice(0, 40);
      commits.push(commit);
      const files = Object.fromEntries(
        Object.entries(flows).map(([flow, text]) => [`flows/${flow}/flow.yml`, text]),
      );
      const isBehind = (other: string) => commits.indexOf(other) > commits.indexOf(commit);
      return deploy(stage.enter({ source: { commit, files, isBehind } }), {
        project,
        image: `acme/flows@sha256:${'1'.repeat(64)}`,
        isMassDeleteAllowed: true,
        isDryRun: false,
        by: 'octocat',
        presentation,
      });
    },
    tick(when: string) {
      stage.time.set(momentOf(when));
      return tick(stage.enter(), options);
    },
    /** A tick every so many minutes. */
    async ticks(from: string, to: string, minutes: number): Promise<void> {
      for (let now = momentOf(from); now <= momentOf(to); now = (now + minutes * minuteMs) as Instant) {
        stage.time.set(now);
        await tick(stage.enter(), options);
      }
    },
    command(command: Command, when: string): Promise<CommandResult> {
      stage.time.set(momentOf(when));
      return control(stage.enter(), command, { by: 'octocat', style: presentation });
    },
    /** Of the runs in state: id and where each stands. */
    runs: (): readonly string[] => [...state().runs.values()].map(({ id, phase }) => `${id} ${phase.state}`),
    gaps: (): readonly string[] =>
      state().gaps.map(
        ({ flow, because, from, to, count }) =>
          `${flow} ${because} ${timeOf(from)}${from === to ? '' : `..${timeOf(to)}`} x${count}`,
      ),
    /** The runs that were launched, in the order of their launches. */
    launched: (): readonly string[] =>
      stage.tasks.all().map(({ request }) => request.environment['HEADGATE_RUN_ID'] ?? ''),
    momentOf,
  };
  return self;
}

function timeOf(moment: Instant): string {
  return isoOf(moment).slice(11, 16);
}
