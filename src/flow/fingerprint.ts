import type { Closure } from '../core/closure.ts';
import type { Version } from '../core/deployment.ts';
import { sha256 } from '../core/digest.ts';
import type { Manifest, Policy, Workload } from '../core/flow.ts';
import { canonicalJson, type Json } from '../core/json.ts';
import type { Project } from '../core/project.ts';

/** What makes a version, before it has a revision. */
export type Identity = Pick<Version, 'fingerprint' | 'content' | 'parts'>;

export type FingerprintInput = {
  readonly manifest: Manifest;
  readonly project: Project;
  readonly closure: Closure;
};

/** Equal for equal meaning: the order of keys, comments and line ends of the files that were parsed do not count. */
export function fingerprintOf({ manifest, project, closure }: FingerprintInput): Identity {
  const hashes = {
    manifest: hash(workloadJson(manifest)),
    placement: hash(placementJson(project)),
    code: hash(codeJson(manifest, closure)),
    packages: hash(closure.packages),
    image: hash(imageJson(closure)),
  };
  const { code, packages, image } = hashes;
  return {
    fingerprint: hash({ ...hashes, policy: policyJson(manifest.policy) }),
    content: hash({ code, packages, image }),
    parts: {
      manifest: hashes.manifest.slice(0, partLength),
      placement: hashes.placement.slice(0, partLength),
      code: code.slice(0, partLength),
      packages: packages.slice(0, partLength),
      image: image.slice(0, partLength),
    },
  };
}

const partLength = 16;

function hash(value: Json): string {
  return sha256(canonicalJson(value));
}

/** What of the manifest ends in the task definition. The rest is its policy, which the registry keeps whole. */
function workloadJson({ workload, policy }: Manifest): Json {
  const { program, resources, environment, secrets, taskRole }: Workload = workload;
  const definition = { program, resources, environment, secrets, taskRole: taskRole ?? null };
  return { ...definition, runTimeoutSeconds: policy.timeout.runSeconds };
}

/** Subnets, security groups and the cluster are given at launch: changing them needs no new revision. */
function placementJson({ name, aws }: Project): Json {
  if (aws === undefined) return { project: name };
  const { region, executionRole, taskRole, logGroup } = aws;
  return { project: name, region, executionRole, taskRole: taskRole ?? null, logGroup };
}

function codeJson({ workload }: Manifest, { files, settings }: Closure): Json {
  const listed: string[] = [];
  for (const [path, file] of files) listed.push(path, file.blob, file.isExecutable === true ? 'x' : '');
  return { entry: workload.program.kind === 'entrypoint' ? workload.program.file : '', listed, settings };
}

function imageJson({ image }: Closure): Json {
  return image === undefined
    ? null
    : { dockerfile: image.dockerfile, isOwn: image.isOwn, files: [...image.files].flat() };
}

/** The order of schedules, and of the flows that one waits for, says nothing. */
function policyJson(policy: Policy): Json {
  const { after, ...rest } = policy;
  const schedules = policy.schedules.map((schedule) => canonicalJson(schedule as unknown as Json)).sort();
  const sorted = after === undefined ? null : { ...after, flows: [...after.flows].sort() };
  return { ...(rest as unknown as { [key: string]: Json }), schedules, after: sorted };
}
