import { EcsFault, type Wire } from './ecs-wire.ts';

export type StoredDefinition = {
  readonly arn: string;
  readonly family: string;
  readonly revision: number;
  readonly input: Wire;
  inactiveSinceMs?: number;
};

type Container = {
  readonly name: string;
  readonly essential?: boolean;
  readonly dependsOn?: readonly { readonly containerName: string; readonly condition: string }[];
  readonly healthCheck?: object;
  readonly mountPoints?: readonly { readonly sourceVolume?: string }[];
  readonly stopTimeout?: number;
  readonly logConfiguration?: { readonly options?: { readonly [name: string]: string } };
};

/** "An inactive task definition can still run tasks for up to 10 minutes" (DeregisterTaskDefinition). */
const lingersMs = 600_000;

/** Memory that Fargate allows for each CPU value, in MiB: from, to, step (developer guide, Fargate task definitions). */
const sizes: { readonly [cpu: string]: readonly [number, number, number] } = {
  '512': [1_024, 4_096, 1_024],
  '1024': [2_048, 8_192, 1_024],
  '2048': [4_096, 16_384, 1_024],
  '4096': [8_192, 30_720, 1_024],
  '8192': [16_384, 61_440, 4_096],
  '16384': [32_768, 122_880, 8_192],
};

export function definitionStore(place: string, now: () => number) {
  const families = new Map<string, StoredDefinition[]>();
  const all = (): StoredDefinition[] => [...families.values()].flat();
  const newest = (family: string) =>
    families.get(family)?.findLast(({ inactiveSinceMs }) => inactiveSinceMs === undefined);
  const find = (name: string) =>
    all().find((one) => one.arn === name || `${one.family}:${one.revision}` === name) ?? newest(name);

  /** Not idempotent: "a new revision" each time; numbers are never used again (RegisterTaskDefinition). */
  function register(input: Wire): Wire {
    assertFargate(input);
    const family = String(input['family']);
    const known = families.get(family) ?? [];
    const revision = known.length + 1;
    const arn = `arn:aws:ecs:${place}:task-definition/${family}:${revision}`;
    const stored = { arn, family, revision, input };
    families.set(family, [...known, stored]);
    return { taskDefinition: described(stored), tags: input['tags'] ?? [] };
  }

  function describe(input: Wire): Wire {
    const found = find(String(input['taskDefinition']));
    if (found === undefined) throw new EcsFault('ClientException', 'Unable to describe task definition.');
    const wantsTags = Array.isArray(input['include']) && input['include'].includes('TAGS');
    return { taskDefinition: described(found), ...(wantsTags ? { tags: found.input['tags'] ?? [] } : {}) };
  }

  /** "By default, only ACTIVE task definitions are listed"; 100 a page (ListTaskDefinitions). */
  function list(input: Wire): Wire {
    const active = all().filter(({ inactiveSinceMs }) => inactiveSinceMs === undefined);
    const size = Number(input['maxResults'] ?? 100);
    const from = Number(input['nextToken'] ?? 0);
    return {
      taskDefinitionArns: active.slice(from, from + size).map(({ arn }) => arn),
      ...(from + size < active.length ? { nextToken: String(from + size) } : {}),
    };
  }

  function deregister(name: string): Wire {
    const found = find(name);
    if (found === undefined) throw new EcsFault('ClientException', 'Unable to describe task definition.');
    found.inactiveSinceMs ??= now();
    return { taskDefinition: described(found) };
  }

  function forRun(name: string): StoredDefinition {
    const found = find(name);
    if (found === undefined) throw new EcsFault('ClientException', 'TaskDefinition not found.');
    if (found.inactiveSinceMs !== undefined && now() - found.inactiveSinceMs >= lingersMs)
      throw new EcsFault('ClientException', 'TaskDefinition is inactive');
    return found;
  }

  return { register, describe, list, deregister, forRun, all };
}

function described({ arn, revision, input, inactiveSinceMs }: StoredDefinition): Wire {
  const { tags: _, ...rest } = input;
  const status = inactiveSinceMs === undefined ? 'ACTIVE' : 'INACTIVE';
  return { ...rest, taskDefinitionArn: arn, revision, status };
}

export function containersOf({ input }: StoredDefinition): readonly Container[] {
  return (input['containerDefinitions'] as readonly Container[] | undefined) ?? [];
}

function assertContainers(input: Wire): void {
  const fault = (message: string) => new EcsFault('ClientException', message);
  const containers = (input['containerDefinitions'] as readonly Container[] | undefined) ?? [];
  const byName = new Map(containers.map((one) => [one.name, one]));
  if (byName.size < containers.length) throw fault('Container names must be unique.');
  // "All tasks must have at least one essential container" (ContainerDefinition).
  if (!containers.some(({ essential = true }) => essential)) throw fault('No essential container.');
  for (const { name, dependsOn = [] } of containers) {
    for (const { containerName, condition } of dependsOn) {
      const other = byName.get(containerName);
      if (other === undefined || containerName === name)
        throw fault(`${name} depends on ${containerName}, which is no other container.`);
      // "HEALTHY: validates that the dependent container passes its Docker health check" (ContainerDependency).
      if (condition === 'HEALTHY' && other.healthCheck === undefined)
        throw fault(`${name} waits for the health of ${containerName}, which has no health check.`);
    }
  }
  assertVolumes(input, containers);
}

type Efs = {
  readonly rootDirectory?: string;
  readonly transitEncryption?: string;
  readonly authorizationConfig?: { readonly accessPointId?: string; readonly iam?: string };
};

function assertVolumes(input: Wire, containers: readonly Container[]): void {
  const fault = (message: string) => new EcsFault('ClientException', message);
  const volumes =
    (input['volumes'] as readonly { name: string; efsVolumeConfiguration?: Efs }[] | undefined) ?? [];
  const names = new Set(volumes.map(({ name }) => name));
  for (const { sourceVolume = '' } of containers.flatMap(({ mountPoints = [] }) => mountPoints))
    if (!names.has(sourceVolume)) throw fault(`Unknown volume '${sourceVolume}'.`);
  for (const { efsVolumeConfiguration: efs = {} } of volumes) {
    const { accessPointId, iam } = efs.authorizationConfig ?? {};
    // "If an EFS access point is specified, the root directory value must either be omitted or set to `/`", and "transit
    // encryption must be turned on if Amazon EFS IAM authorization is used" (EFSVolumeConfiguration).
    if (accessPointId !== undefined && (efs.rootDirectory ?? '/') !== '/')
      throw fault('rootDirectory must be /.');
    if ((accessPointId !== undefined || iam === 'ENABLED') && efs.transitEncryption !== 'ENABLED')
      throw fault('Transit encryption is required.');
    if (iam === 'ENABLED' && input['taskRoleArn'] === undefined)
      throw fault('IAM authorization needs a task role.');
  }
}

function assertFargate(input: Wire): void {
  assertContainers(input);
  const cpu = String(input['cpu']);
  const memory = Number(input['memory']);
  const [from, to, step] = sizes[cpu] ?? [0, 0, 1];
  const isSmall = cpu === '256' && [512, 1_024, 2_048].includes(memory);
  const isSize = isSmall || (memory >= from && memory <= to && from > 0 && (memory - from) % step === 0);
  if (!isSize) throw new EcsFault('ClientException', 'No Fargate configuration exists for given values.');
  const storage = (input['ephemeralStorage'] as { sizeInGiB?: number } | undefined)?.sizeInGiB;
  if (storage !== undefined && (storage < 21 || storage > 200))
    throw new EcsFault('ClientException', 'Ephemeral storage must be between 21 and 200 GiB.');
  if (JSON.stringify(input).length > 65_536)
    throw new EcsFault('ClientException', 'Actual length of the task definition exceeds 65536 bytes.');
}
