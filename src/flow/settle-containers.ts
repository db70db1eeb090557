import type { Health, Sidecar, Volume, Workload } from '../core/flow.ts';
import type { WrittenManifest } from './schema.ts';

type WrittenSidecar = NonNullable<WrittenManifest['sidecars']>[string];
type WrittenVolume = NonNullable<WrittenManifest['volumes']>[string];

/** What stands beside the flow's own container; sorted, since the order in a file says nothing. */
export function besideOf({
  sidecars = {},
  volumes = {},
  tags = {},
}: WrittenManifest): Pick<Workload, 'sidecars' | 'volumes' | 'tags'> {
  const settledSidecars = byName(sidecars, sidecarOf);
  const settledVolumes = byName(volumes, volumeOf);
  return {
    ...(settledSidecars.length === 0 ? {} : { sidecars: settledSidecars }),
    ...(settledVolumes.length === 0 ? {} : { volumes: settledVolumes }),
    ...(Object.keys(tags).length === 0 ? {} : { tags }),
  };
}

function byName<W, T>(
  written: { readonly [name: string]: W },
  settle: (name: string, one: W) => T,
): readonly T[] {
  return Object.entries(written)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => settle(name, one));
}

function sidecarOf(name: string, written: WrittenSidecar): Sidecar {
  const { image, command, environment = {}, secrets = {}, essential = true, health } = written;
  return {
    name,
    image,
    ...(command === undefined ? {} : { command }),
    environment,
    secrets,
    isEssential: essential,
    ready: written.ready ?? (health === undefined ? 'started' : 'healthy'),
    ...(health === undefined ? {} : { health: healthOf(health) }),
  };
}

/** ECS's own defaults (API reference, HealthCheck), said so that they are part of what is deployed. */
function healthOf(written: NonNullable<WrittenSidecar['health']>): Health {
  return {
    command: written.command,
    intervalSeconds: written.interval ?? 30,
    timeoutSeconds: written.timeout ?? 5,
    retries: written.retries ?? 3,
    startSeconds: written['start-period'] ?? 0,
  };
}

function volumeOf(name: string, written: WrittenVolume): Volume {
  return {
    name,
    fileSystem: written['file-system'],
    accessPoint: written['access-point'],
    path: written.path,
    isReadOnly: written['read-only'] ?? false,
  };
}
