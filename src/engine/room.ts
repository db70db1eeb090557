import { applyPlan } from '../core/apply-plan.ts';
import type { Registry, Version } from '../core/deployment.ts';
import { isChange, type Plan, type PlannedFlow } from '../core/plan.ts';
import { RefusedError } from '../core/problem.ts';
import { mostDeploymentBytes, mostRegistryBytes, sizeOfRegistry } from '../core/room.ts';
import type { Snapshot } from '../ports.ts';

/**
 * Measures what a deploy would leave in state before it registers anything: a task definition whose deployment cannot be
 * recorded is one that nothing will ever launch.
 */
export function requireRoom(plan: Plan, { registry, state }: Snapshot, commit: string): void {
  const changes = plan.flows.filter((flow) => isChange(flow) && flow.desired !== undefined);
  const versions = new Map(changes.flatMap((flow) => entryOf(flow, commit)));
  const after = applyPlan({ registry, state, plan, versions, commit, now: state.mark });
  const fault = faultOf(after);
  if (fault !== undefined) throw new RefusedError(fault);
}

/** As long as the names that ECS and ECR give. */
const unknownRevision = 'x'.repeat(160);
const unknownImage = 'x'.repeat(200);
const unknownBundle = '0'.repeat(64);

function entryOf(
  { flow, desired, learned }: PlannedFlow,
  commit: string,
): readonly (readonly [PlannedFlow['flow'], Version])[] {
  if (desired === undefined) return [];
  const version: Version = {
    ...desired.identity,
    revision: unknownRevision,
    image: unknownImage,
    commit,
    bundle: unknownBundle,
    ...(learned === undefined ? {} : { learned }),
  };
  return [[flow, version]];
}

function faultOf(registry: Registry): RefusedError['problem'] | undefined {
  const { bytes, largest } = sizeOfRegistry(registry);
  if (largest !== undefined && largest.bytes > mostDeploymentBytes)
    return {
      code: 'E_STATE_TOO_LARGE',
      field: largest.flow,
      message: `What is deployed of ${largest.flow} would take ${largest.bytes} bytes in state; at most ${mostDeploymentBytes}. Nothing was registered.`,
      fix: 'Shorten its parameters and schedules: pass the name of a file, not its content.',
    };
  if (bytes <= mostRegistryBytes) return undefined;
  return {
    code: 'E_STATE_TOO_LARGE',
    message: `What is deployed of ${registry.deployments.size} flows would take ${bytes} bytes in state; at most ${mostRegistryBytes}. Nothing was registered.`,
    fix: 'Shorten the largest parameters and schedules (pass the name of a file, not its content), or split the project.',
  };
}
