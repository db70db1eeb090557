import type { Manifest, Sidecar, Volume } from '../core/flow.ts';
import type { Project } from '../core/project.ts';
import { quote } from '../core/quote.ts';
import { variableFaults } from './environment.ts';
import type { Found } from './judge.ts';
import { mostOf } from './schema-containers.ts';
import type { Fault, Path } from './yaml-node.ts';

/** Rules over what stands beside the flow's own container, and over tags. */
export function containerFaults({ workload }: Manifest, project: Project): readonly Found[] {
  const { sidecars = [], volumes = [], tags = {} } = workload;
  return [
    ...countFault('sidecars', sidecars.length),
    ...countFault('volumes', volumes.length),
    ...countFault('tags', Object.keys(tags).length),
    ...sidecars.flatMap(sidecarFaults),
    ...volumes.flatMap((volume, index) => volumeFaults(volume, volumes.slice(0, index))),
    ...(volumes.length === 0 ? [] : roleFault(workload.taskRole, project)),
    ...Object.entries(tags).flatMap(([key, value]) => tagFaults(key, value)),
  ];
}

function at(path: Path, where: Found['at'], fault: Fault | undefined): readonly Found[] {
  return fault === undefined ? [] : [{ path, at: where, fault }];
}

function countFault(key: keyof typeof mostOf, count: number): readonly Found[] {
  const most = mostOf[key];
  const message = `${count} are too many: an ECS task takes ${most} besides Headgate's own.`;
  return at([key], 'key', count > most ? { code: 'E_RANGE', message, fix: 'Name fewer.' } : undefined);
}

const namePattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const longestName = 48;

function nameFault(name: string): Fault | undefined {
  if (name.length > longestName || !namePattern.test(name)) {
    const fix = `Use a-z, 0-9 and single dashes, starting with a letter, at most ${longestName} characters.`;
    return { code: 'E_NAME', message: `${quote(name)} is not allowed as a name here.`, fix };
  }
  // ECS puts containers called aws-guardduty-agent-… into tasks where GuardDuty watches them.
  if (name !== 'flow' && !name.startsWith('aws-')) return undefined;
  const owner = name === 'flow' ? "the flow's own container" : 'containers that AWS adds';
  return {
    code: 'E_NAME_RESERVED',
    message: `${quote(name)} is kept for ${owner}.`,
    fix: 'Choose another name.',
  };
}

function sidecarFaults({ name, environment, secrets, ready, health }: Sidecar): readonly Found[] {
  const path = ['sidecars', name];
  const isUnseen = ready === 'healthy' && health === undefined;
  const message = '`ready: healthy` needs `health`: without a check ECS never calls a container healthy.';
  const fix = 'Add `health: { command: [ … ] }`, or write `ready: started`.';
  return [
    ...at(path, 'key', nameFault(name)),
    ...at([...path, 'ready'], 'value', isUnseen ? { code: 'E_SIDECAR_HEALTH', message, fix } : undefined),
    ...variableFaults({ environment, secrets }, path),
  ];
}

function volumeFaults({ name, path: mounted }: Volume, earlier: readonly Volume[]): readonly Found[] {
  const path = ['volumes', name];
  const isInside = (inner: string, outer: string): boolean =>
    inner === outer || inner.startsWith(`${outer}/`);
  const other = earlier.find((one) => isInside(mounted, one.path) || isInside(one.path, mounted));
  const message = `${quote(mounted)} and ${quote(other?.path)} of ${quote(other?.name)} lie in each other.`;
  const clash = { code: 'E_MOUNT_PATH', message, fix: 'Mount them beside each other.' };
  return [
    ...at(path, 'key', nameFault(name)),
    ...at([...path, 'path'], 'value', other === undefined ? undefined : clash),
  ];
}

/** EFS asks who mounts (`iam: ENABLED`), and ECS answers with the task role (ECS API reference, EFSAuthorizationConfig). */
function roleFault(taskRole: string | undefined, { aws }: Project): readonly Found[] {
  if (aws === undefined || taskRole !== undefined || aws.taskRole !== undefined) return [];
  const message = 'Volumes are mounted with the task role, and neither the flow nor the project names one.';
  const fix = 'Add `task-role`, and let it do elasticfilesystem:ClientMount on the file system.';
  return at(['volumes'], 'key', { code: 'E_VOLUME_ROLE', message, fix });
}

/** What ECS takes (API reference, Tag). */
const tagText = /^[\p{L}\p{N} +=._:/@-]*$/u;
const longestTagKey = 128;

function tagFaults(key: string, value: string): readonly Found[] {
  const path = ['tags', key];
  const code = 'E_TAG';
  const reserved = /^(?:aws|headgate):/i.exec(key)?.[0];
  const isKey = key !== '' && key.length <= longestTagKey && tagText.test(key);
  const fix = `Use letters, digits, blanks and + - = . _ : / @; keys have 1 to ${longestTagKey} characters.`;
  const badKey = isKey ? undefined : { code, message: `${quote(key)} cannot be the key of a tag.`, fix };
  const taken = {
    code,
    message: `Keys that start with ${quote(reserved)} are reserved.`,
    fix: 'Choose another key.',
  };
  const isValue = tagText.test(value);
  return [
    ...at(path, 'key', reserved === undefined ? badKey : taken),
    ...at(
      path,
      'value',
      isValue ? undefined : { code, message: `${quote(value)} cannot be the value of a tag.`, fix },
    ),
  ];
}
