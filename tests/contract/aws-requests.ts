import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';

type ServiceModel = {
  /** Left out where operations have addresses of their own. */
  readonly targetPrefix?: string;
  readonly operations: { readonly [name: string]: { readonly input: string; readonly output: string } };
  readonly definitions: object;
};

const services = ['ecs', 'logs', 'ecr', 'events', 'service-quotas', 'scheduler'] as const;
type Service = (typeof services)[number];

const models: { readonly [service in Service]: ServiceModel } = JSON.parse(
  readFileSync(new URL('./models/aws.json', import.meta.url), 'utf8'),
);

type Input = { readonly [name: string]: unknown };
type Limit = readonly [isKept: (input: Input) => boolean, text: string];

const sizeOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const vpcOf = (input: Input): Input =>
  ((input['networkConfiguration'] as Input | undefined)?.['awsvpcConfiguration'] as Input | undefined) ?? {};
const containersOf = (input: Input): readonly Input[] =>
  (input['containerDefinitions'] as readonly Input[] | undefined) ?? [];

const volumesOf = (input: Input): readonly Input[] =>
  (input['volumes'] as readonly Input[] | undefined) ?? [];

/** What AWS says in words only, in its API reference: the models know no such limits. */
const limits: { readonly [operation: string]: readonly Limit[] } = {
  RegisterTaskDefinition: [
    [({ family }) => /^[A-Za-z0-9_-]{1,255}$/.test(textOf(family)), 'family is 1-255 of A-Z a-z 0-9 _ -'],
    [(input) => JSON.stringify(input).length <= 65_536, 'a task definition has 64 KiB at most'],
    [({ containerDefinitions: list }) => sizeOf(list) >= 1 && sizeOf(list) <= 10, '1-10 containers'],
    [({ tags }) => sizeOf(tags) <= 50, 'tags are 50 at most'],
    [
      (input) =>
        containersOf(input).every(
          ({ stopTimeout = 30 }) => Number(stopTimeout) >= 2 && Number(stopTimeout) <= 120,
        ),
      'stopTimeout is 2-120 on Fargate',
    ],
    [
      (input) =>
        containersOf(input).every(({ logConfiguration }) => {
          const options = (logConfiguration as Input | undefined)?.['options'] as Input | undefined;
          return options === undefined || options['awslogs-stream-prefix'] !== undefined;
        }),
      'awslogs-stream-prefix is required on Fargate',
    ],
    [
      (input) => containersOf(input).some(({ essential = true }) => essential === true),
      'one container is essential',
    ],
    [
      (input) =>
        containersOf(input).every(({ name, dependsOn }) =>
          ((dependsOn as readonly Input[] | undefined) ?? []).every(({ containerName, condition }) => {
            const other = containersOf(input).find((one) => one['name'] === containerName);
            const isSeen = condition !== 'HEALTHY' || other?.['healthCheck'] !== undefined;
            return other !== undefined && containerName !== name && isSeen;
          }),
        ),
      'dependsOn names other containers, and HEALTHY ones with a health check',
    ],
    [
      (input) =>
        containersOf(input).every(({ healthCheck }) => {
          const {
            command,
            interval = 30,
            timeout = 5,
            retries = 3,
            startPeriod = 0,
          } = (healthCheck ?? {
            command: ['CMD'],
          }) as Input;
          const isWithin = (value: unknown, least: number, most: number) =>
            Number(value) >= least && Number(value) <= most;
          return (
            ['CMD', 'CMD-SHELL', 'NONE'].includes((command as readonly string[])[0] ?? '') &&
            isWithin(interval, 5, 300) &&
            isWithin(timeout, 2, 60) &&
            isWithin(retries, 1, 10) &&
            isWithin(startPeriod, 0, 300)
          );
        }),
      'a health check starts with CMD, and keeps within 5-300 s, 2-60 s, 1-10 retries, 0-300 s',
    ],
    [
      (input) =>
        containersOf(input).every(({ mountPoints }) =>
          ((mountPoints as readonly Input[] | undefined) ?? []).every(({ sourceVolume }) =>
            volumesOf(input).some(({ name }) => name === sourceVolume),
          ),
        ),
      'mount points name volumes',
    ],
    [
      (input) =>
        volumesOf(input).every(({ efsVolumeConfiguration }) => {
          const efs = (efsVolumeConfiguration ?? {}) as Input;
          const { accessPointId, iam } = (efs['authorizationConfig'] ?? {}) as Input;
          const isGuarded = accessPointId !== undefined || iam === 'ENABLED';
          return !isGuarded || (efs['transitEncryption'] === 'ENABLED' && efs['rootDirectory'] === undefined);
        }),
      'EFS with an access point or IAM is encrypted on its way, and names no root directory',
    ],
    [
      (input) => {
        const size = (input['ephemeralStorage'] as Input | undefined)?.['sizeInGiB'] ?? 21;
        return Number(size) >= 21 && Number(size) <= 200;
      },
      'ephemeral storage is 21-200 GiB',
    ],
  ],
  RunTask: [
    [
      ({ overrides }) => JSON.stringify(overrides ?? {}).length <= 8_192,
      'overrides have 8,192 characters at most',
    ],
    [({ count = 1 }) => Number(count) >= 1 && Number(count) <= 10, 'count is 1-10'],
    [
      ({ clientToken: token }) => /^[\x21-\x7e]{1,64}$/.test(textOf(token)),
      'clientToken is 1-64 of ASCII 33-126',
    ],
    // The model allows 128; back ends have refused more than 36.
    [
      ({ startedBy: name }) => /^[A-Za-z0-9_/-]{1,36}$/.test(textOf(name)),
      'startedBy is 1-36 of A-Z a-z 0-9 _ / -',
    ],
    [
      ({ launchType, capacityProviderStrategy: strategy }) =>
        (launchType === undefined) !== (strategy === undefined),
      'either launchType or capacityProviderStrategy',
    ],
    [
      (input) => sizeOf(vpcOf(input)['subnets']) >= 1 && sizeOf(vpcOf(input)['subnets']) <= 16,
      'subnets are 1-16',
    ],
    [(input) => sizeOf(vpcOf(input)['securityGroups']) <= 5, 'security groups are 5 at most'],
    [({ propagateTags }) => propagateTags !== 'SERVICE', 'propagateTags SERVICE is an error'],
    [({ referenceId }) => referenceId === undefined, 'referenceId is for the use of AWS only'],
  ],
  DescribeTasks: [[({ tasks }) => sizeOf(tasks) >= 1 && sizeOf(tasks) <= 100, 'tasks are 1-100']],
  ListTasks: [
    [({ maxResults = 100 }) => Number(maxResults) >= 1 && Number(maxResults) <= 100, 'maxResults is 1-100'],
  ],
};

export type AwsRequest = { readonly service: Service; readonly operation: string; readonly input: Input };

const ajv = new Ajv({ strict: false, allErrors: true });
const validators = new Map<string, ValidateFunction>();

/** What is wrong with a request by the vendor's own model; empty: nothing. */
export function awsViolations({ service, operation, input }: AwsRequest): string[] {
  const described = models[service].operations[operation];
  if (described === undefined) return [`${service} has no operation ${operation} in the models`];
  const broken = (limits[operation] ?? []).filter(([isKept]) => !isKept(input));
  return [
    ...faultsOf(service, described.input, input).map((fault) => `${operation}${fault}`),
    ...broken.map(([, text]) => `${operation}: ${text}`),
  ];
}

/** The same for an answer: what stands in for AWS must not invent anything. */
export function awsAnswerViolations({ service, operation, input: body }: AwsRequest): string[] {
  const described = models[service].operations[operation];
  if (described === undefined) return [];
  return faultsOf(service, described.output, body).map((fault) => `answer to ${operation}${fault}`);
}

function faultsOf(service: Service, name: string, value: unknown): string[] {
  const validate = validatorOf(service, name);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath}: ${message} ${JSON.stringify(params)}`,
  );
}

function validatorOf(service: Service, name: string): ValidateFunction {
  const key = `${service}/${name}`;
  const known = validators.get(key);
  if (known !== undefined) return known;
  const { definitions } = models[service];
  const made = ajv.compile({ $ref: `#/definitions/${name}`, definitions });
  validators.set(key, made);
  return made;
}

/** `AmazonEC2ContainerServiceV20141113.RunTask` → service and operation. */
export function readTarget(target: string): Pick<AwsRequest, 'service' | 'operation'> | undefined {
  const [prefix, operation = ''] = target.split('.');
  const service = services.find((name) => models[name].targetPrefix === prefix);
  return service === undefined ? undefined : { service, operation };
}
