import type { ContainerDefinition, RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import { type Definition, familyOf } from '../../core/definition.ts';
import { InputError } from '../../core/problem.ts';
import type { Placement } from '../../core/project.ts';
import { quote } from '../../core/quote.ts';
import { logsTo, mountsOf, sidecarsOf, tagsOf, variablesOf, volumesOf, waitsOf } from './containers.ts';
import { mainContainer } from './failures.ts';

/** A task definition may have 64 KiB (ECS service quotas). */
const limitBytes = 65_536;

export const fingerprintVariable = 'HEADGATE_FINGERPRINT';
const runTimeoutVariable = 'HEADGATE_RUN_TIMEOUT_SECONDS';
export const fingerprintTag = 'headgate:fingerprint';

/** A definition as Fargate registers it. Lists are sorted, so that equal definitions are equal to the byte. */
export function taskDefinitionOf(
  definition: Definition,
  placement: Placement,
): RegisterTaskDefinitionCommandInput {
  const { workload, project, flow } = definition;
  const { resources } = workload;
  const taskRoleArn = workload.taskRole ?? placement.taskRole;
  const input: RegisterTaskDefinitionCommandInput = {
    family: familyOf(project, flow),
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: String(resources.cpu),
    memory: String(resources.memoryMiB),
    runtimePlatform: {
      operatingSystemFamily: 'LINUX',
      cpuArchitecture: resources.architecture === 'arm64' ? 'ARM64' : 'X86_64',
    },
    ...(resources.storageGiB === undefined ? {} : { ephemeralStorage: { sizeInGiB: resources.storageGiB } }),
    executionRoleArn: placement.executionRole,
    ...(taskRoleArn === undefined ? {} : { taskRoleArn }),
    containerDefinitions: [containerOf(definition, placement), ...sidecarsOf(workload, placement)],
    ...volumesOf(workload),
    tags: [
      { key: 'headgate:commit', value: definition.commit },
      { key: fingerprintTag, value: definition.fingerprint },
      { key: 'headgate:flow', value: flow },
      { key: 'headgate:project', value: project },
      ...tagsOf(workload),
    ],
  };
  assertSize(definition, input);
  return input;
}

function containerOf(definition: Definition, placement: Placement): ContainerDefinition {
  const { workload, flow } = definition;
  const isOwnImage = workload.dockerfile !== undefined;
  const environment = {
    ...workload.environment,
    HEADGATE_COMMIT: definition.commit,
    HEADGATE_FLOW: flow,
    [fingerprintVariable]: definition.fingerprint,
    ...(isOwnImage ? { [runTimeoutVariable]: String(definition.runTimeoutSeconds) } : {}),
  };
  return {
    name: mainContainer,
    image: pinnedImage(definition),
    essential: true,
    command: commandOf(definition),
    // An image of the flow's own says by itself where its command works.
    ...(isOwnImage && workload.program.kind === 'command' ? {} : { workingDirectory: `/flow/${flow}` }),
    ...variablesOf({ environment, secrets: workload.secrets }),
    ...mountsOf(workload),
    ...waitsOf(workload),
    // Forwards SIGTERM and reaps children: programs as process 1 often do neither.
    linuxParameters: { initProcessEnabled: true },
    stopTimeout: definition.stopTimeoutSeconds,
    logConfiguration: logsTo(placement, 'blocking'),
  };
}

/**
 * The project's image holds each flow under `/flow/<flow>`, and coreutils' `timeout`, which ends a program with 124 when
 * the run timeout is over, even if no tick comes to stop it. An image of the flow's own may have neither shell nor
 * tools: there the tick does it, and the image itself if its entry point heeds `HEADGATE_RUN_TIMEOUT_SECONDS`.
 */
function commandOf({ workload, flow, runTimeoutSeconds, stopTimeoutSeconds }: Definition): string[] {
  const { program, dockerfile } = workload;
  const argv =
    program.kind === 'command'
      ? [...program.argv]
      : ['node', '--enable-source-maps', `/flow/${flow}/index.mjs`];
  if (dockerfile !== undefined) return argv;
  // `--kill-after` counts from any SIGTERM that is passed on: a shorter one would cut the time to stop that ECS grants.
  return ['timeout', `--kill-after=${stopTimeoutSeconds}`, String(runTimeoutSeconds), ...argv];
}

/** A tag can be moved after the deploy; a digest cannot. */
function pinnedImage({ flow, image }: Definition): string {
  if (image !== undefined && /@sha256:[0-9a-f]{64}$/.test(image)) return image;
  throw new InputError([
    {
      code: 'E_IMAGE_DIGEST',
      place: { file: `flows/${flow}/flow.yml` },
      message: `The image of ${flow} is ${quote(image ?? '')}; ECS gets images by their digest only.`,
      fix: 'Give `image` as repository@sha256:….',
    },
  ]);
}

function assertSize({ flow }: Definition, input: RegisterTaskDefinitionCommandInput): void {
  const bytes = Buffer.byteLength(JSON.stringify(input));
  if (bytes <= limitBytes) return;
  throw new InputError([
    {
      code: 'E_TASKDEF_TOO_LARGE',
      place: { file: `flows/${flow}/flow.yml` },
      message: `The task definition of ${flow} is ${bytes} bytes; ECS takes ${limitBytes}.`,
      fix: 'Shorten `environment`, or let the program read large values from S3.',
    },
  ]);
}
