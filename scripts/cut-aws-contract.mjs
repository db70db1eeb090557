// Cuts the AWS service models down to the operations that Headgate calls, as JSON Schema of AWS JSON 1.1 on the wire,
// for the contract tests. Needs Python's pip, which hands out the models as part of botocore.
// Usage: node scripts/cut-aws-contract.mjs [--check]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const source = 'botocore==1.43.11';
const target = new URL('../tests/contract/models/aws.json', import.meta.url);
const services = {
  ecs: {
    folder: 'botocore/data/ecs/2014-11-13',
    operations: [
      'RegisterTaskDefinition',
      'DescribeTaskDefinition',
      'ListTaskDefinitions',
      'DeregisterTaskDefinition',
      'RunTask',
      'DescribeClusters',
      'DescribeTasks',
      'StopTask',
      'ListTasks',
    ],
  },
  logs: {
    folder: 'botocore/data/logs/2014-03-28',
    operations: ['DescribeLogGroups', 'GetLogEvents', 'FilterLogEvents'],
  },
  ecr: { folder: 'botocore/data/ecr/2015-09-21', operations: ['BatchGetImage'] },
  events: { folder: 'botocore/data/events/2015-10-07', operations: ['DescribeRule', 'ListTargetsByRule'] },
  'service-quotas': {
    folder: 'botocore/data/service-quotas/2019-06-24',
    operations: ['GetAWSDefaultServiceQuota', 'GetServiceQuota'],
  },
  scheduler: { folder: 'botocore/data/scheduler/2021-06-30', operations: ['GetSchedule', 'UpdateSchedule'] },
};

/** Timestamps are numbers, blobs base64 (AWS JSON 1.1 protocol). */
const scalars = {
  string: 'string',
  integer: 'integer',
  long: 'integer',
  boolean: 'boolean',
  double: 'number',
  float: 'number',
  timestamp: 'number',
  blob: 'string',
};

function reference(name) {
  return { $ref: `#/definitions/${name}` };
}

function limits(shape, kind) {
  return {
    ...(shape.min === undefined ? {} : { [`min${kind}`]: shape.min }),
    ...(shape.max === undefined ? {} : { [`max${kind}`]: shape.max }),
  };
}

/** Some are written for engines that let more pass than ECMAScript does; those say nothing here. */
function patternOf({ pattern }) {
  if (pattern === undefined) return {};
  const whole = `^(?:${pattern})$`;
  try {
    new RegExp(whole, 'u');
    return { pattern: whole };
  } catch {
    return {};
  }
}

function schemaOf(shape) {
  switch (shape.type) {
    case 'structure':
      return {
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(shape.members).map(([name, member]) => [name, reference(member.shape)]),
        ),
        ...(shape.required === undefined ? {} : { required: shape.required }),
        additionalProperties: false,
      };
    case 'list':
      return { type: 'array', items: reference(shape.member.shape), ...limits(shape, 'Items') };
    case 'map':
      return { type: 'object', additionalProperties: reference(shape.value.shape) };
    case 'string':
      return {
        type: 'string',
        ...limits(shape, 'Length'),
        ...(shape.enum === undefined ? {} : { enum: shape.enum }),
        ...patternOf(shape),
      };
    case 'integer':
    case 'long':
      return {
        type: 'integer',
        ...(shape.min === undefined ? {} : { minimum: shape.min }),
        ...(shape.max === undefined ? {} : { maximum: shape.max }),
      };
    default: {
      const type = scalars[shape.type];
      if (type === undefined) throw new Error(`The model has a shape of type ${shape.type}.`);
      return { type };
    }
  }
}

function neighbours(shape) {
  const members = [shape.member, shape.key, shape.value, ...Object.values(shape.members ?? {})];
  return members.flatMap((member) => member?.shape ?? []);
}

function cut({ metadata, operations, shapes }, names) {
  const definitions = {};
  const open = [];
  const chosen = Object.fromEntries(
    names.map((name) => {
      const { input, output, errors = [] } = operations[name];
      open.push(input.shape, output.shape, ...errors.map(({ shape }) => shape));
      return [name, { input: input.shape, output: output.shape, errors: errors.map(({ shape }) => shape) }];
    }),
  );
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (definitions[name] !== undefined) continue;
    definitions[name] = schemaOf(shapes[name]);
    open.push(...neighbours(shapes[name]));
  }
  const sorted = Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { targetPrefix: metadata.targetPrefix, operations: chosen, definitions: sorted };
}

const directory = mkdtempSync(join(tmpdir(), 'headgate-contract-'));
try {
  const python = process.env.PYTHON ?? 'python3';
  const pip = ['-m', 'pip', '--quiet', '--disable-pip-version-check', 'download', '--no-deps', source];
  execFileSync(python, pip, { cwd: directory, stdio: ['ignore', 'ignore', 'inherit'] });
  const wheel = readdirSync(directory).find((name) => name.endsWith('.whl'));
  execFileSync(python, ['-m', 'zipfile', '-e', wheel, '.'], { cwd: directory });
  const models = Object.entries(services).map(([service, { folder, operations }]) => {
    const file = gunzipSync(readFileSync(join(directory, folder, 'service-2.json.gz')));
    return [service, cut(JSON.parse(file.toString('utf8')), operations)];
  });
  const text = `${JSON.stringify({ source, ...Object.fromEntries(models) }, null, 1)}\n`;
  if (!process.argv.includes('--check')) writeFileSync(target, text);
  else if (readFileSync(target, 'utf8') !== text) {
    console.error('tests/contract/models/aws.json is not what AWS publishes. Run this without --check.');
    process.exitCode = 1;
  }
} finally {
  rmSync(directory, { recursive: true });
}
