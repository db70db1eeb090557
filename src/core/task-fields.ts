import { sha256 } from './digest.ts';
import type { Manifest, Sidecar, Workload } from './flow.ts';
import { canonicalJson, type Json } from './json.ts';
import type { Placement, Project } from './project.ts';

/**
 * What a task definition was made of, field by field, to say later what differs. It is shown and never used: what runs
 * is the revision's matter alone. Values of the environment and of secrets are there as a hash.
 */
export type TaskFields = { readonly [field: string]: string };

export type FieldChange = { readonly field: string; readonly before?: string; readonly after?: string };

const mostNames = 24;
const longestValue = 160;
const hashLength = 8;
const freeStorageGiB = 20;

export function taskFieldsOf({ workload, policy }: Manifest, { aws }: Project): TaskFields {
  const { resources, program, dockerfile } = workload;
  const fields: { [field: string]: string } = {
    program: short(program.kind === 'entrypoint' ? program.file : canonicalJson(program.argv)),
    dockerfile: short(dockerfile ?? 'the project\u2019s'),
    'resources.cpu': String(resources.cpu),
    'resources.memory': `${resources.memoryMiB} MiB`,
    'resources.storage': `${resources.storageGiB ?? freeStorageGiB} GiB`,
    'resources.architecture': resources.architecture,
    'timeout.run': `${policy.timeout.runSeconds} s`,
    ...namesOf('environment', workload.environment),
    ...namesOf('secrets', workload.secrets),
    ...besideOf(workload),
  };
  if (aws === undefined) return fields;
  const taskRole = workload.taskRole ?? aws.taskRole;
  return {
    ...fields,
    'task-role': short(taskRole ?? 'none'),
    'aws.execution-role': short(aws.executionRole),
    'aws.log-group': short(aws.logGroup),
    'aws.region': short(aws.region),
    ...networkOf(policy.network, aws),
  };
}

/** Only where a flow names one: the project's own network is given at launch, and is no matter of its deployment. */
function networkOf(name: string | undefined, { networks = {} }: Placement): TaskFields {
  if (name === undefined) return {};
  const network = Object.hasOwn(networks, name) ? networks[name] : undefined;
  return {
    network: short(name),
    'network.subnets': short(network?.subnets.join(', ') ?? ''),
    'network.security-groups': short(network?.securityGroups.join(', ') ?? ''),
    'network.assign-public-ip': String(network?.assignPublicIp ?? false),
  };
}

function besideOf({ sidecars = [], volumes = [], tags = {} }: Workload): TaskFields {
  return Object.assign(
    {},
    ...sidecars.map(sidecarFields),
    ...volumes.map(({ name, fileSystem, accessPoint, path, isReadOnly }) => ({
      [`volumes.${name}`]: short(`${fileSystem} ${accessPoint} at ${path}${isReadOnly ? ', read-only' : ''}`),
    })),
    ...Object.entries(tags).map(([key, value]) => ({ [`tags.${key}`]: short(value) })),
  ) as TaskFields;
}

function sidecarFields({
  name,
  image,
  command,
  isEssential,
  ready,
  health,
  ...variables
}: Sidecar): TaskFields {
  const at = `sidecars.${name}`;
  const all = [...Object.keys(variables.environment), ...Object.keys(variables.secrets)];
  return {
    [`${at}.image`]: short(image),
    [`${at}.command`]: short(command === undefined ? 'the image\u2019s' : canonicalJson(command)),
    [`${at}.essential`]: String(isEssential),
    [`${at}.ready`]: ready,
    [`${at}.health`]: short(health === undefined ? 'none' : canonicalJson(health as unknown as Json)),
    [`${at}.variables`]:
      all.length === 0 ? 'none' : `${all.length} names, ${hashOf(canonicalJson(variables))}`,
  };
}

/** Too many names to keep them one by one are kept as one. */
function namesOf(key: 'environment' | 'secrets', values: Workload['environment']): TaskFields {
  const names = Object.keys(values);
  if (names.length > mostNames) return { [key]: `${names.length} names, ${hashOf(canonicalJson(values))}` };
  return Object.fromEntries(names.map((name) => [`${key}.${name}`, hashOf(values[name] ?? '')]));
}

function hashOf(value: string): string {
  return `#${sha256(value).slice(0, hashLength)}`;
}

function short(value: string): string {
  return value.length <= longestValue ? value : `${value.slice(0, longestValue)}\u2026 ${hashOf(value)}`;
}

/** The fields in which two definitions differ, by name. */
export function fieldChanges(before: TaskFields, after: TaskFields): readonly FieldChange[] {
  const own = (fields: TaskFields, field: string): string | undefined =>
    Object.hasOwn(fields, field) ? fields[field] : undefined;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((field) => {
    const [was, is] = [own(before, field), own(after, field)];
    if (was === is) return [];
    return [
      {
        field,
        ...(was === undefined ? {} : { before: was }),
        ...(is === undefined ? {} : { after: is }),
      },
    ];
  });
}
