import type { Closure, ClosureFile, ClosureImage } from '../core/closure.ts';
import type { Identity } from '../core/desired.ts';
import { sha256 } from '../core/digest.ts';
import type { Manifest, Policy, Workload } from '../core/flow.ts';
import { canonicalJson, type Json } from '../core/json.ts';
import type { Project } from '../core/project.ts';

export type FingerprintInput = {
  readonly manifest: Manifest;
  readonly project: Project;
  readonly closure: Closure;
};

/** Equal for equal meaning: the order of keys, comments and line ends of the files that were parsed do not count. */
export function fingerprintOf({ manifest, project, closure }: FingerprintInput): Identity {
  const code = codeHash(manifest, closure);
  const packages = hashOnce(closure.packages, (list) => list);
  const image = closure.image === undefined ? noHash : hashOnce(closure.image, imageJson);
  const workload = hash(workloadJson(manifest));
  const placement = hashOnce(project, placementJson);
  const content = sha256([code, packages, image].join('\n'));
  const policy = canonicalJson(policyJson(manifest.policy));
  return {
    fingerprint: sha256([workload, placement, content, policy].join('\n')),
    content,
    parts: {
      manifest: workload.slice(0, partLength),
      placement: placement.slice(0, partLength),
      code: code.slice(0, partLength),
      packages: packages.slice(0, partLength),
      image: image.slice(0, partLength),
    },
  };
}

const partLength = 16;
const noHash = sha256('');

function hash(value: Json): string {
  return sha256(canonicalJson(value));
}

/** Flows share their project, and mostly their packages and their image: each is hashed once. */
const hashes = new WeakMap<object, string>();

function hashOnce<T extends object>(value: T, jsonOf: (value: T) => Json): string {
  const known = hashes.get(value) ?? hash(jsonOf(value));
  hashes.set(value, known);
  return known;
}

/** What of the manifest ends in the task definition. The rest is its policy, which the registry keeps whole. */
function workloadJson({ workload, policy }: Manifest): Json {
  const { program, resources, environment, secrets, taskRole, sidecars, volumes, tags }: Workload = workload;
  const definition = { program, resources, environment, secrets, taskRole: taskRole ?? null };
  // Left out where there are none: a flow without them keeps the fingerprint that it had before there were any.
  const beside = {
    ...(sidecars === undefined ? {} : { sidecars }),
    ...(volumes === undefined ? {} : { volumes }),
    ...(tags === undefined ? {} : { tags }),
  };
  return {
    ...definition,
    ...(beside as unknown as { [key: string]: Json }),
    runTimeoutSeconds: policy.timeout.runSeconds,
  };
}

/** Subnets, security groups and the cluster are given at launch: changing them needs no new revision. */
function placementJson({ name, aws }: Project): Json {
  if (aws === undefined) return { project: name };
  const { region, executionRole, taskRole, logGroup } = aws;
  return { project: name, region, executionRole, taskRole: taskRole ?? null, logGroup };
}

/** No name of a file holds a zero character. */
function codeHash({ workload }: Manifest, { code }: Closure): string {
  const { program } = workload;
  if (program.kind === 'command') return sha256(`\0${code}`);
  return sha256([program.file, ...(program.external ?? []), code].join('\0'));
}

function imageJson({ dockerfile, isOwn, files, copied = [] }: ClosureImage): Json {
  const base = { dockerfile, isOwn, files: [...files].flat() };
  return copied.length === 0 ? base : { ...base, copied: copied.map(takenHash).sort() };
}

/** Of everything in a repository, perhaps, and shared by the flows whose images take the same. */
function takenHash(taken: ReadonlyMap<string, ClosureFile>): string {
  const known = hashes.get(taken);
  if (known !== undefined) return known;
  let text = '';
  for (const [path, { blob, isExecutable }] of taken)
    text += `${path}\0${blob}${isExecutable === true ? '\0x' : ''}\0\0`;
  const made = sha256(text);
  hashes.set(taken, made);
  return made;
}

/** The order of schedules, and of the flows that one waits for, says nothing. */
function policyJson(policy: Policy): Json {
  const { after, ...rest } = policy;
  const schedules = policy.schedules.map((schedule) => canonicalJson(schedule as unknown as Json)).sort();
  const sorted = after === undefined ? null : { ...after, flows: [...after.flows].sort() };
  return { ...(rest as unknown as { [key: string]: Json }), schedules, after: sorted };
}
