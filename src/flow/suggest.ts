import type { z } from 'zod';
import { nearest } from '../core/nearest.ts';
import { quote } from '../core/quote.ts';
import type { Path } from './yaml-node.ts';

type Schema = z.core.$ZodType;
type Facts = {
  readonly type: string;
  readonly shape?: { readonly [key: string]: Schema };
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly valueType?: Schema;
  readonly options?: readonly Schema[];
};

function factsOf(schema: Schema): Facts {
  return schema._zod.def as unknown as Facts;
}

/** The mapping inside a schema: below `optional`, and among the alternatives of a shorthand. */
function inside(schema: Schema): Schema {
  const { innerType, options } = factsOf(schema);
  if (innerType !== undefined) return inside(innerType);
  return options?.map(inside).find((option) => factsOf(option).shape !== undefined) ?? schema;
}

function childOf(schema: Schema, step: string | number): Schema | undefined {
  const { shape, element, valueType } = factsOf(inside(schema));
  return shape === undefined ? (element ?? valueType) : shape[step];
}

function keysAt(schema: Schema, path: Path): readonly string[] {
  let at: Schema | undefined = schema;
  for (const step of path) at = at === undefined ? undefined : childOf(at, step);
  return at === undefined ? [] : Object.keys(factsOf(inside(at)).shape ?? {});
}

/** Keys one level down, as `resources.cpu`: where a key at the top usually belongs. */
function nestedKeys(schema: Schema): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const key of keysAt(schema, [])) {
    for (const inner of [...keysAt(schema, [key]), ...keysAt(schema, [key, 0])]) {
      if (!found.has(inner)) found.set(inner, `${key}.${inner}`);
    }
  }
  return found;
}

/** How other systems call what Headgate calls otherwise. Keys are in kebab-case. */
const habits: { readonly [key: string]: string } = {
  env: 'Write `environment`.',
  'environment-variables': 'Write `environment`.',
  params: 'Write `parameters`.',
  cron: 'Write `schedules: [{ cron: … }]`.',
  schedule: 'Write `schedules: [{ cron: … }]`.',
  every: 'Write `schedules: [{ every: …, anchor: … }]`.',
  interval: 'Write `schedules: [{ every: …, anchor: … }]`.',
  timezone: 'Write `timezone` beside `cron` under `schedules`.',
  tz: 'Write `timezone` beside `cron` under `schedules`.',
  'time-zone': 'Write `timezone` beside `cron` under `schedules`.',
  catchup: 'Write `catch-up: { policy: …, window: …, max: … }`.',
  'starting-deadline': 'Write `catch-up: { window: … }`.',
  'starting-deadline-seconds': 'Write `catch-up: { window: … }`.',
  'concurrency-policy': 'Write `overlap`.',
  'depends-on': 'Write `after: { flows: [ … ] }`.',
  needs: 'Write `after: { flows: [ … ] }`.',
  upstream: 'Write `after: { flows: [ … ] }`.',
  'on-failure': 'Write `after: { flows: [ … ], when: failed }` in the flow that shall run then.',
  'on-success': 'Write `after: { flows: [ … ] }` in the flow that shall run then.',
  retry: 'Write `retries: { limit: … }`.',
  'max-retries': 'Write `retries: { limit: … }`.',
  'retry-delay': 'Write `retries: { delay: … }`.',
  'retry-backoff': 'Write `retries: { backoff: … }`.',
  'task-role-arn': 'Write `task-role`.',
  role: 'Write `task-role`.',
  'ephemeral-storage': 'Write `resources: { storage: … }`.',
  script: 'Write `entrypoint` for TypeScript, or `command` for another language.',
  run: 'Write `entrypoint` for TypeScript, or `command` for another language.',
  'platform-version': 'Remove it: Fargate always starts on its newest platform.',
  privileged: 'Remove it: Fargate has no privileged containers.',
  enabled: 'Remove it; `headgate pause <flow>` stops a flow for a while.',
  disabled: 'Remove it; `headgate pause <flow>` stops a flow for a while.',
  pattern: 'Remove it: use `enum`, `format` or a length, since a pattern can take forever.',
  'network-configuration': 'Write `network: <name>`, and define it in headgate.yml under `aws.networks`.',
  subnets: 'Define them in headgate.yml under `aws.networks`, and write `network: <name>`.',
  'security-groups': 'Define them in headgate.yml under `aws.networks`, and write `network: <name>`.',
  'assign-public-ip': 'Define it in headgate.yml under `aws.networks`, and write `network: <name>`.',
  'capacity-provider-strategy': 'Write `resources: { spot: true }`.',
  'launch-type': 'Remove it: attempts run on Fargate, or on Fargate Spot with `resources: { spot: true }`.',
  containers: 'Write `sidecars: { <name>: { image: … } }`.',
  'container-definitions': 'Write `sidecars: { <name>: { image: … } }`.',
  efs: 'Write `volumes: { <name>: { file-system: …, access-point: …, path: … } }`.',
  labels: 'Write `tags`.',
};

function kebab(key: string): string {
  return key
    .slice(0, 64)
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase();
}

/** What to write instead of a key that the mapping under `path` does not have. */
export function suggestKey(schema: Schema, path: Path, key: string): string {
  const allowed = keysAt(schema, path);
  const plain = kebab(key);
  if (allowed.includes(plain)) return `Write ${quote(plain)}.`;
  const habit = Object.hasOwn(habits, plain) ? habits[plain] : undefined;
  if (habit !== undefined) return habit;
  const nested = path.length === 0 ? nestedKeys(schema).get(plain) : undefined;
  if (nested !== undefined) return `Write it as \`${nested}\`.`;
  const close = nearest(plain, allowed);
  return close === undefined ? `Allowed: ${allowed.join(', ')}.` : `Did you mean ${quote(close)}?`;
}
