import { sha256 } from './digest.ts';
import type { Manifest, Workload } from './flow.ts';
import { canonicalJson } from './json.ts';
import type { Project } from './project.ts';

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
  };
  if (aws === undefined) return fields;
  const taskRole = workload.taskRole ?? aws.taskRole;
  return {
    ...fields,
    'task-role': short(taskRole ?? 'none'),
    'aws.execution-role': short(aws.executionRole),
    'aws.log-group': short(aws.logGroup),
    'aws.region': short(aws.region),
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
