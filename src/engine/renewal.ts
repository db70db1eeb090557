import type { FlowName } from '../core/flow.ts';
import type { Renewal } from '../core/plan.ts';
import { describeProblem, InputError, RefusedError } from '../core/problem.ts';
import { quote } from '../core/quote.ts';
import type { Snapshot, World } from '../ports.ts';
import type { Desired } from './desired.ts';

/** All flows, or one. */
export type Force = { readonly flow?: FlowName };

type Looking = {
  readonly desired: Desired;
  readonly snapshot: Snapshot;
  readonly force: Force | undefined;
};

/**
 * What the registry calls deployed, and the executor has not any more: a task definition that somebody deregistered looks
 * unchanged for ever, and each of its slots is refused. One list tells it for all flows.
 */
export async function renewalOf(world: World, looking: Looking): Promise<Renewal> {
  return { gone: await goneOf(world, looking), forced: forcedOf(looking) };
}

async function goneOf(world: World, { desired, snapshot }: Looking): Promise<ReadonlySet<string>> {
  const wanted = new Set(desired.flows.map(({ manifest }) => manifest.name));
  const known = [...snapshot.registry.deployments.values()].filter(({ flow }) => wanted.has(flow));
  const revisions = new Set(
    known.flatMap(({ version, earlier }) => [version, ...earlier].map(({ revision }) => revision)),
  );
  if (world.executor.activeOf === undefined || revisions.size === 0) return new Set();
  try {
    const active = await world.executor.activeOf(revisions);
    return new Set([...revisions].filter((revision) => !active.has(revision)));
  } catch (error) {
    // A role of an older stack may not list them: that is no reason to deploy nothing.
    const said = error instanceof RefusedError ? describeProblem(error.problem) : String(error);
    world.log.warn(
      `W_REVISIONS_UNSEEN Whether the deployed task definitions are still registered is not known: ${said}`,
    );
    return new Set();
  }
}

function forcedOf({ desired, force }: Looking): ReadonlySet<FlowName> {
  if (force === undefined) return new Set();
  const all = desired.flows.map(({ manifest }) => manifest.name);
  if (force.flow === undefined) return new Set(all);
  if (all.includes(force.flow)) return new Set([force.flow]);
  throw new InputError([
    {
      code: 'E_FLOW_UNKNOWN',
      message: `There is no flow ${quote(force.flow)} to deploy again.`,
      fix: '`headgate list` names them.',
    },
  ]);
}
