import { z } from 'zod';
import { quote } from '../core/quote.ts';
import { judgeSecretArn } from './arn.ts';
import { choiceLeaf, durationLeaf, flagLeaf, refuse, textLeaf, type Verdict, wholeLeaf } from './leaf.ts';

/** What stands beside the flow's own container in its ECS task: sidecars and volumes. And the tags of both. */

const pinnedImage = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,400}@sha256:[0-9a-f]{64}$/;

function judgeImage(text: string): Verdict<string> {
  if (pinnedImage.test(text)) return { value: text };
  const fix = 'Write repository@sha256: and the 64 hexadecimal digits of its digest.';
  if (text.includes('@'))
    return refuse('E_IMAGE_DIGEST', `${quote(text, 200)} has no valid SHA-256 digest.`, fix);
  return refuse('E_IMAGE_MUTABLE', `${quote(text, 200)} is not pinned: its tag can be moved.`, fix);
}

function idLeaf(description: string, pattern: RegExp, example: string) {
  return textLeaf(
    { description },
    (text): Verdict<string> =>
      pattern.test(text)
        ? { value: text }
        : refuse('E_NAME', `${quote(text)} is not such an id.`, `Write an id such as ${example}.`),
  );
}

/** Where the layers of images mount things themselves, and where a mount would hide what the program needs. */
const takenPaths = /^\/(?:bin|boot|dev|etc|flow|lib|lib64|proc|sbin|sys|usr)(?:\/|$)/;

function judgeMountPath(text: string): Verdict<string> {
  const isPlain = /^(?:\/[A-Za-z0-9._-]+)+$/.test(text) && !/\/\.{1,2}(?:\/|$)/.test(text);
  if (!isPlain || text.length > 255)
    return refuse(
      'E_MOUNT_PATH',
      `${quote(text)} is not a plain absolute path.`,
      'Write one such as /mnt/models.',
    );
  if (!takenPaths.test(text)) return { value: text };
  const message = `${quote(text)} would hide what the image has there.`;
  return refuse('E_MOUNT_PATH', message, 'Mount it elsewhere, such as under /mnt.');
}

/** Name → text, whose names are judged where all of them are: in the rules. */
function texts(description: string, value: z.ZodType<string>) {
  const names = { propertyNames: { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_]*$' } };
  return z.record(z.string(), value).meta({ ...names, description });
}

/** Limits and defaults of ECS (API reference, HealthCheck). */
const healthSchema = z
  .strictObject({
    command: z
      .array(textLeaf({ description: 'One argument.', limit: 8_192, mayBeEmpty: true }))
      .min(1)
      .max(100)
      .describe('Program and arguments, run in the container; no shell is involved. 0 is healthy.'),
    interval: durationLeaf({
      leastSeconds: 5,
      mostSeconds: 300,
      description: 'Time between two checks; 30s when left out.',
    }).optional(),
    timeout: durationLeaf({
      leastSeconds: 2,
      mostSeconds: 60,
      description: 'How long one check may take; 5s when left out.',
    }).optional(),
    retries: wholeLeaf({
      minimum: 1,
      maximum: 10,
      description: 'Failed checks in a row that make it unhealthy; 3 when left out.',
    }).optional(),
    'start-period': durationLeaf({
      leastSeconds: 0,
      mostSeconds: 300,
      description: 'How long failed checks do not count after its start.',
    }).optional(),
  })
  .describe('How ECS sees whether it is healthy.');

const sidecarSchema = z
  .strictObject({
    image: textLeaf({ description: 'The image, by its digest: repository@sha256:….' }, judgeImage),
    command: z
      .array(textLeaf({ description: 'One argument.', limit: 8_192, mayBeEmpty: true }))
      .min(1)
      .max(100)
      .describe("What its image is started with; the image's own when left out.")
      .optional(),
    environment: texts(
      'Environment variables of this container.',
      textLeaf({ description: 'The value of the variable.', limit: 65_536, mayBeEmpty: true }),
    ).optional(),
    secrets: texts(
      'Variables of this container whose values ECS fetches.',
      textLeaf({ description: 'Full ARN of a secret or SSM parameter.', limit: 2_048 }, judgeSecretArn),
    ).optional(),
    essential: flagLeaf(
      'Whether its end ends the ECS task, and the flow with it; true when left out.',
    ).optional(),
    ready: choiceLeaf(
      ['started', 'healthy'],
      'What the flow waits for before it starts; healthy when it has `health`, else started.',
    ).optional(),
    health: healthSchema.optional(),
  })
  .describe('One container beside the one of the flow.');

const volumeSchema = z
  .strictObject({
    'file-system': idLeaf('The EFS file system.', /^fs-[0-9a-f]{8,40}$/, 'fs-0123456789abcdef0'),
    'access-point': idLeaf(
      'The access point, which says in which folder and as whom the flow works.',
      /^fsap-[0-9a-f]{8,40}$/,
      'fsap-0123456789abcdef0',
    ),
    path: textLeaf({ description: 'Where it is mounted in the container of the flow.' }, judgeMountPath),
    'read-only': flagLeaf('Mount it for reading alone; false when left out.').optional(),
  })
  .describe('One folder of an EFS file system, encrypted on its way, with the task role of the flow.');

/** Of 10 containers of an ECS task one is the flow's (ECS service quotas). */
const mostSidecars = 9;
const mostVolumes = 10;
/** Of 50 tags of a task definition some are Headgate's (ECS service quotas). */
const mostTags = 40;

export const containerKeys = {
  sidecars: z
    .record(z.string(), sidecarSchema)
    .describe(`Containers beside the one of the flow, by name; at most ${mostSidecars}.`)
    .optional(),
  volumes: z
    .record(z.string(), volumeSchema)
    .describe(`EFS volumes of the container of the flow, by name; at most ${mostVolumes}.`)
    .optional(),
  tags: z
    .record(z.string(), textLeaf({ description: 'The value of the tag.', limit: 256, mayBeEmpty: true }))
    .describe(`Tags of the task definition and of its ECS tasks, for cost reports; at most ${mostTags}.`)
    .optional(),
};

export const mostOf = { sidecars: mostSidecars, volumes: mostVolumes, tags: mostTags } as const;
