import { filesBeside } from '../core/closure.ts';
import type { Definition } from '../core/definition.ts';
import type { Version } from '../core/deployment.ts';
import type { FlowName } from '../core/flow.ts';
import { joinLearned } from '../core/learned.ts';
import { type DesiredFlow, isChange, isKept, type Plan, type PlannedFlow } from '../core/plan.ts';
import { InputError, InvariantError, type Problem, RefusedError } from '../core/problem.ts';
import type { Project } from '../core/project.ts';
import type { Registrar, World } from '../ports.ts';
import type { LeftOut, PinnedImage } from './images.ts';

export type Registration = {
  readonly version: Version;
  /** `found`: the executor had it already; `reused`: the registry knew a revision that is good for this. */
  readonly how: 'registered' | 'found' | 'reused';
};

export type Registrations = {
  readonly done: Map<FlowName, Registration>;
  readonly failed: Map<FlowName, readonly Problem[]>;
  /** For images that a next run of the workflow builds. */
  readonly waiting: ReadonlySet<FlowName>;
};

export type RegisterOptions = {
  readonly project: Project;
  readonly images: ReadonlyMap<string, PinnedImage>;
  readonly leftOut: LeftOut;
  /** Of earlier rounds of the same deploy: what is registered is not registered again. */
  readonly before: Registrations;
};

/**
 * Gets a revision for every flow that changes, one after the other: ECS registers one a second. After a refusal the
 * rest is not tried: credentials and permissions are the same for all.
 */
export async function registerChanges(
  world: World,
  plan: Plan,
  { project, images, leftOut, before }: RegisterOptions,
): Promise<Registrations> {
  const done = new Map<FlowName, Registration>();
  const failed = new Map(leftOut.failed);
  const registrar = world.executor.registrar?.() ?? world.executor;
  let refusal: RefusedError | undefined;
  const isLeftOut = ({ flow }: PlannedFlow): boolean => failed.has(flow) || leftOut.waiting.has(flow);
  const wanted = plan.flows.filter((flow) => isChange(flow) && flow.desired !== undefined);
  for (const planned of wanted.filter((flow) => !isLeftOut(flow))) {
    const known = knownRegistration(world, planned, before);
    const tried = known ?? refusal ?? (await tryRegister(world, planned, { project, images, registrar }));
    if (!(tried instanceof Error)) done.set(planned.flow, tried);
    else failed.set(planned.flow, tried === refusal ? [notTried(refusal)] : problemsOf(tried));
    if (tried instanceof RefusedError) refusal = tried;
  }
  const isAnythingDone = done.size > 0 || plan.flows.some(({ action }) => action === 'removed');
  if (refusal !== undefined && !isAnythingDone) throw refusal;
  return { done, failed, waiting: leftOut.waiting };
}

type Registering = Pick<RegisterOptions, 'project' | 'images'> & { readonly registrar: Registrar };

async function tryRegister(
  world: World,
  planned: PlannedFlow,
  options: Registering,
): Promise<Registration | Error> {
  try {
    return await register(world, planned, options);
  } catch (error) {
    if (error instanceof InvariantError || !(error instanceof Error)) throw error;
    return error;
  }
}

function knownRegistration(
  world: World,
  { flow, desired, reuse, image, learned }: PlannedFlow,
  before: Registrations,
): Registration | undefined {
  const mine = before.done.get(flow);
  if (mine !== undefined && mine.version.fingerprint === desired?.identity.fingerprint) return mine;
  if (reuse === undefined || desired === undefined || image.kind === 'needed') return undefined;
  const { image: _image, built: _built, learned: _learned, ...kept } = reuse;
  const version: Version = {
    ...kept,
    ...desired.identity,
    commit: world.source.commit,
    ...imageParts(image),
    ...(learned === undefined ? {} : { learned }),
  };
  return { how: 'reused', version };
}

function imageParts(need: PlannedFlow['image']): Partial<PinnedImage> & Pick<Version, 'bundle'> {
  if (need.kind !== 'kept') return {};
  const { kind: _, ...parts } = need;
  return parts;
}

async function register(
  world: World,
  planned: PlannedFlow,
  { project, images, registrar }: Registering,
): Promise<Registration> {
  const { flow, desired, image, bundle, learned } = planned;
  if (desired === undefined) throw new InvariantError(`Flow ${flow} is to be registered without a manifest`);
  const pinned = image.kind === 'needed' ? images.get(image.name) : imageParts(image);
  const { manifest, identity } = desired;
  const definition: Definition = {
    project: project.name,
    flow,
    commit: world.source.commit,
    fingerprint: identity.fingerprint,
    workload: manifest.workload,
    inputs: manifest.inputs,
    ...(world.executor.kind === 'local' ? besideOf(desired) : {}),
    ...(pinned?.image === undefined ? {} : { image: pinned.image }),
    stopTimeoutSeconds: world.executor.kind === 'ecs' ? spotNoticeSeconds : localStopSeconds,
    runTimeoutSeconds: manifest.policy.timeout.runSeconds,
  };
  // A newer one is what was asked for: the one that is there is not looked for.
  const found = planned.again === 'forced' ? undefined : await registrar.findRevision(definition);
  const revision = found ?? (await registrar.register(definition));
  world.log.info(`${flow}: ${found === undefined ? 'registered' : 'found'} ${revision}`);
  const version: Version = {
    ...identity,
    revision,
    ...(image.kind === 'needed' && bundle !== undefined ? { bundle } : {}),
    ...pinned,
    commit: world.source.commit,
    ...(learned === undefined ? {} : { learned }),
  };
  const how = found === undefined ? 'registered' : 'found';
  return builtHere({ how, version }, planned, { definition, registrar });
}

/** Where the executor builds, only now is it known what the build made of it. */
async function builtHere(
  registration: Registration,
  { desired, deployed, learned: known }: PlannedFlow,
  { definition, registrar }: { readonly definition: Definition; readonly registrar: Registrar },
): Promise<Registration> {
  const build = await registrar.built?.(definition);
  if (build === undefined || desired === undefined) return registration;
  const made = desired.compare(build);
  const learned = joinLearned(known, made.lacked);
  const version: Version = {
    ...registration.version,
    ...(learned === undefined ? {} : { ...desired.identityWith(learned), learned }),
    bundle: made.bundle,
  };
  const before = deployed?.version;
  const isSame = before !== undefined && isKept(before, { desired, made });
  if (!isSame || (await registrar.isThere?.(definition.flow, before.revision)) !== true)
    return { ...registration, version };
  return { how: 'reused', version: { ...version, revision: before.revision } };
}

/** What an image would hold beside the flow's folder. */
function besideOf({ manifest, closure }: DesiredFlow): Pick<Definition, 'beside'> {
  if (manifest.workload.program.kind !== 'command') return {};
  const beside = filesBeside(closure, manifest.file.slice(0, manifest.file.lastIndexOf('/')));
  return beside.length === 0 ? {} : { beside };
}

/** An interrupted spot task gets two minutes, which is also the longest that Fargate allows (ECS: `stopTimeout`). */
const spotNoticeSeconds = 120;
const localStopSeconds = 30;

function problemsOf(error: Error): readonly Problem[] {
  if (error instanceof InputError) return error.problems;
  if (error instanceof RefusedError) return [error.problem];
  return [
    { code: 'E_REGISTER', message: `It could not be registered: ${String(error)}.`, fix: 'Deploy again.' },
  ];
}

function notTried({ problem }: RefusedError): Problem {
  return {
    code: 'E_NOT_TRIED',
    message: `It was not registered, because an earlier flow was refused with ${problem.code}.`,
    fix: 'Solve that, and deploy again: what is done already is not done again.',
  };
}
