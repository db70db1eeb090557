import { z } from 'zod';
import type { Json } from '../core/json.ts';
import { manifestBounds as bounds } from '../core/manifest-bounds.ts';
import { quote } from '../core/quote.ts';
import { judgeRoleArn, judgeSecretArn } from './arn.ts';
import {
  choiceLeaf,
  durationLeaf,
  flagLeaf,
  fractionLeaf,
  leaf,
  refuse,
  textLeaf,
  wholeLeaf,
} from './leaf.ts';
import { judgeEntrypoint, judgeFlowFile, judgeInput, judgePackage } from './paths.ts';
import { containerKeys } from './schema-containers.ts';
import { anchorLeaf, cronLeaf, flowNameLeaf, timezoneLeaf } from './schema-leaves.ts';
import { parameterSchema } from './schema-parameters.ts';

/** The manifest as people write it: the source of its checks, of its type, and of the JSON Schema for editors. */

const minute = 60;

const everyLeaf = durationLeaf({
  isWholeMinutes: true,
  leastSeconds: bounds.intervalSeconds.least,
  mostSeconds: bounds.intervalSeconds.most,
  description: 'Interval in whole minutes, such as 6h.',
});

const anyValue = leaf<Json>({ description: 'The value that runs of these slots get.' }, (value) => ({
  value: value as Json,
}));

const scheduleSchema = z
  .strictObject({
    cron: cronLeaf.optional(),
    timezone: timezoneLeaf.optional(),
    every: everyLeaf.optional(),
    anchor: anchorLeaf.optional(),
    parameters: z.record(z.string(), anyValue).describe('Parameters of the runs of these slots.').optional(),
  })
  .meta({
    description: 'A rule that yields slots: either `cron`, or `every` with `anchor`.',
    oneOf: [{ required: ['cron'] }, { required: ['every', 'anchor'] }],
  });

const catchUpSchema = z
  .strictObject({
    policy: choiceLeaf(
      ['none', 'latest', 'all'],
      'Which late slots still run: none, the newest of each schedule, or all up to `max`.',
    ).optional(),
    window: durationLeaf({
      leastSeconds: 5 * minute,
      mostSeconds: bounds.catchUpSeconds,
      description: 'How late a slot may still start.',
    }).optional(),
    max: wholeLeaf({
      minimum: 1,
      maximum: bounds.catchUpSlots,
      description: 'For `all`: at most this many of one schedule.',
    }).optional(),
  })
  .describe('What happens to slots that were not started on time.');

const retryLimit = wholeLeaf({
  minimum: 0,
  maximum: bounds.retries,
  description: 'Further attempts after the first.',
});
const retryDelay = { leastSeconds: 30, mostSeconds: bounds.retryDelaySeconds };

const retriesSchema = z
  .union([
    retryLimit,
    z.strictObject({
      limit: retryLimit.optional(),
      delay: durationLeaf({ ...retryDelay, description: 'Wait before the first retry.' }).optional(),
      backoff: choiceLeaf(['constant', 'linear', 'exponential'], 'How the wait grows.').optional(),
      'max-delay': durationLeaf({ ...retryDelay, description: 'The longest wait.' }).optional(),
      jitter: fractionLeaf({
        minimum: 0,
        maximum: 1,
        description: 'Share of the wait that is spread at random.',
      }).optional(),
    }),
  ])
  .describe('Retries after the code failed: a limit, or how to space them.');

const runTimeout = durationLeaf({
  leastSeconds: 1,
  mostSeconds: bounds.runSeconds,
  description: 'How long an attempt may run.',
});

const timeoutSchema = z
  .union([
    runTimeout,
    z.strictObject({
      start: durationLeaf({
        leastSeconds: 10,
        mostSeconds: bounds.startSeconds,
        description: 'How long an attempt may take to start.',
      }).optional(),
      run: runTimeout.optional(),
    }),
  ])
  .describe('When an attempt is stopped: a run time, or start and run times.');

const sizes = [256, 512, 1024, 2048, 4096, 8192, 16384];

const spotSchema = z
  .union([
    flagLeaf('Launch on Fargate Spot; on demand after it failed a run twice.'),
    z.strictObject({
      'fallback-after': wholeLeaf({
        minimum: 1,
        maximum: bounds.spotFailures,
        description: 'How often spot may fail a run before its next attempt is launched on demand.',
      }),
    }),
  ])
  .describe('Launch on Fargate Spot: cheaper, and AWS may take it back.');

const resourcesSchema = z
  .strictObject({
    cpu: wholeLeaf({ minimum: 1, maximum: 1_048_576, description: 'CPU units; 1024 is one vCPU.' })
      .meta({ examples: sizes })
      .optional(),
    memory: wholeLeaf({
      minimum: 1,
      maximum: 1_048_576,
      description: 'Memory in MiB; Fargate pairs it with `cpu`.',
    }).optional(),
    storage: wholeLeaf({
      minimum: 21,
      maximum: 200,
      description: 'Ephemeral storage in GiB; 20 when left out.',
    }).optional(),
    architecture: choiceLeaf(['x86-64', 'arm64'], 'Processor architecture.').optional(),
    spot: spotSchema.optional(),
  })
  .describe('Size of the ECS task.');

const variable = textLeaf({ description: 'The value of the variable.', limit: 65_536, mayBeEmpty: true });

const secret = textLeaf(
  { description: 'Full ARN of a Secrets Manager secret or SSM parameter.', limit: 2_048 },
  judgeSecretArn,
);

const environmentNames = { propertyNames: { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_]*$' } };

/** Every key but `name`: what `defaults` of a project may hold too. */
const sharedKeys = {
  description: textLeaf({
    description: 'What the flow does, for people.',
    limit: 1_024,
    mayBeEmpty: true,
  }).optional(),
  entrypoint: textLeaf(
    { description: 'TypeScript or JavaScript file in the folder; index.ts when left out.' },
    judgeEntrypoint,
  ).optional(),
  command: z
    .array(textLeaf({ description: 'One argument.', limit: 8_192, mayBeEmpty: true }))
    .min(1)
    .max(100)
    .describe('Program and arguments, for any language; no shell is involved.')
    .optional(),
  schedules: z
    .array(scheduleSchema)
    .min(1)
    .max(bounds.schedules)
    .describe('When the flow runs by itself.')
    .optional(),
  'catch-up': catchUpSchema.optional(),
  overlap: choiceLeaf(
    ['skip', 'buffer-one', 'buffer-all', 'cancel-other', 'allow'],
    'What a due slot does while a run of the flow is open.',
  ).optional(),
  concurrency: z
    .strictObject({
      group: textLeaf({ description: 'Name shared by the flows that take turns.' }, (text) =>
        /^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/.test(text)
          ? { value: text }
          : refuse(
              'E_NAME',
              `${quote(text)} is not a group name.`,
              'Use a-z, 0-9 and dashes, at most 48 characters.',
            ),
      ),
      limit: wholeLeaf({
        minimum: 1,
        maximum: bounds.concurrencyLimit,
        description: 'Runs of the group at a time.',
      }),
    })
    .describe('Shares a limit of open runs with the flows that name the group.')
    .optional(),
  after: z
    .strictObject({
      flows: z
        .array(flowNameLeaf('A flow to wait for.'))
        .min(1)
        .max(bounds.upstreamFlows)
        .describe('The flows to wait for.'),
      when: choiceLeaf(
        ['succeeded', 'failed', 'finished'],
        'How they must end; succeeded when left out.',
      ).optional(),
    })
    .describe('Runs the flow when others end, instead of on a schedule.')
    .optional(),
  parameters: z
    .record(z.string(), parameterSchema)
    .meta({ ...environmentNames, description: 'The parameters a run takes.' })
    .optional(),
  retries: retriesSchema.optional(),
  'infra-retries': wholeLeaf({
    minimum: 0,
    maximum: bounds.retries,
    description:
      'Attempts that lost capacity, spot interruptions or lost hosts may cost; a budget of their own.',
  }).optional(),
  timeout: timeoutSchema.optional(),
  'on-unknown': choiceLeaf(
    ['hold', 'relaunch'],
    'What to do when no evidence of an end can be found.',
  ).optional(),
  resources: resourcesSchema.optional(),
  environment: z
    .record(z.string(), variable)
    .meta({
      ...environmentNames,
      description: 'Environment variables. Anyone who may read task definitions can read them.',
    })
    .optional(),
  secrets: z
    .record(z.string(), secret)
    .meta({
      ...environmentNames,
      description: 'Environment variables whose values ECS fetches when the task starts.',
    })
    .optional(),
  'task-role': textLeaf(
    {
      description: 'IAM role of the code: one called headgate-…, or one that the project allows.',
      limit: 2_048,
    },
    judgeRoleArn,
  ).optional(),
  image: z
    .strictObject({
      dockerfile: textLeaf({ description: "The flow's own Dockerfile, in its folder." }, judgeFlowFile),
    })
    .describe("The flow's own image; the project's when left out.")
    .optional(),
  network: textLeaf({
    description: 'A network of headgate.yml (`aws.networks`); the one of the project when left out.',
    limit: 48,
  }).optional(),
  ...containerKeys,
  inputs: z
    .array(textLeaf({ description: "A glob, from the flow's folder." }, judgeInput))
    .max(100)
    .describe('Further files whose change redeploys the flow.')
    .optional(),
};

export const manifestSchema = z
  .strictObject({
    name: flowNameLeaf("Optional; must equal the folder's name.").optional(),
    ...sharedKeys,
    external: z
      .array(textLeaf({ description: 'The name of a package.', limit: 214 }, judgePackage))
      .min(1)
      .max(100)
      .describe("Packages that no bundle can hold, and that the flow's own image installs.")
      .optional(),
  })
  .describe('A flow: what runs, when, and on what.');

export const defaultsSchema = z
  .strictObject({ timezone: timezoneLeaf.optional(), ...sharedKeys })
  .describe('Manifest keys that every flow starts from, and the time zone of schedules that name none.');

/** A manifest as written, each value judged by itself. */
export type WrittenManifest = z.output<typeof manifestSchema>;
export type WrittenDefaults = z.output<typeof defaultsSchema>;
