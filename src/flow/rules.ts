import type { Manifest } from '../core/flow.ts';
import { canonicalJson, type Json, type JsonObject } from '../core/json.ts';
import { nearest } from '../core/nearest.ts';
import { parameterFaults } from '../core/parameters.ts';
import { judgeNetwork, type Project } from '../core/project.ts';
import { quote } from '../core/quote.ts';
import { sharedRunIds } from '../core/shared-run-ids.ts';
import { roleName, secretRegion } from './arn.ts';
import { containerFaults } from './container-rules.ts';
import { environmentFaults } from './environment.ts';
import { fargateFault } from './fargate.ts';
import { type Found, valueAt } from './judge.ts';
import { parameterSchemaFaults } from './parameter-rules.ts';
import type { WrittenManifest } from './schema.ts';
import { scheduleOf } from './settle.ts';
import type { Fault, Path } from './yaml-node.ts';

export type Subject = {
  readonly manifest: Manifest;
  readonly written: WrittenManifest;
  /** The document as it stands in the file, faulty values included. */
  readonly raw: Json;
  readonly project: Project;
};

/** Rules over several values of a manifest, or over a manifest and its project. */
export function ruleFaults(subject: Subject): readonly Found[] {
  const { workload, policy } = subject.manifest;
  const size = fargateFault(workload.resources);
  return [
    ...(size === undefined ? [] : [at(['resources'], size)]),
    ...triggerFaults(subject),
    ...programFaults(subject),
    ...externalFaults(subject),
    ...scheduleFaults(subject),
    ...sharedIdFaults(subject),
    ...delayFaults(subject),
    ...parameterSchemaFaults(policy.parameters),
    ...environmentFaults(workload),
    ...containerFaults(subject.manifest, subject.project),
    ...secretFaults(subject),
    ...networkFaults(subject),
    ...roleFaults(subject),
  ];
}

function at(path: Path, fault: Fault): Found {
  return { path, at: 'key', fault };
}

function triggerFaults({ raw, manifest }: Subject): readonly Found[] {
  const hasBoth = valueAt(raw, ['schedules']) !== undefined && valueAt(raw, ['after']) !== undefined;
  const message = 'A flow has either `schedules` or `after`: with both, one slot would have two causes.';
  const fix = 'Keep one, or make two flows.';
  const both = hasBoth ? [at(['after'], { code: 'E_TRIGGER_AMBIGUOUS', message, fix })] : [];
  if (manifest.policy.after === undefined) return both;
  const missing = parameterFaults(manifest.policy.parameters, {});
  return [
    ...both,
    ...missing.map(({ path, code }) =>
      at(['after'], {
        code,
        message: `Runs that start after others are given no parameters, and ${quote(path[0])} has no default.`,
        fix: 'Give it a default.',
      }),
    ),
  ];
}

function programFaults({ raw }: Subject): readonly Found[] {
  if (valueAt(raw, ['entrypoint']) === undefined || valueAt(raw, ['command']) === undefined) return [];
  const message = 'A flow has either `entrypoint` or `command`.';
  return [at(['command'], { code: 'E_PROGRAM_AMBIGUOUS', message, fix: 'Keep one.' })];
}

/** The project's image installs nothing: it holds bundles. */
function externalFaults({ raw, manifest }: Subject): readonly Found[] {
  if (valueAt(raw, ['external']) === undefined) return [];
  const { program, dockerfile } = manifest.workload;
  if (program.kind === 'command') {
    const message =
      'A program that `command` starts is not bundled, so nothing can be left out of its bundle.';
    return [at(['external'], { code: 'E_EXTERNAL', message, fix: 'Leave the key out.' })];
  }
  if (dockerfile !== undefined) return [];
  const message = "The project's image holds bundles alone, and none of these packages.";
  const fix = 'Give the flow an image of its own that installs them: `image: { dockerfile: Dockerfile }`.';
  return [at(['external'], { code: 'E_EXTERNAL', message, fix })];
}

function scheduleFaults({ written, raw, manifest, project }: Subject): readonly Found[] {
  const seen = new Map<string, number>();
  const timezone = typeof project.defaults['timezone'] === 'string' ? project.defaults['timezone'] : 'UTC';
  return (written.schedules ?? []).flatMap((schedule, index) => {
    const path = ['schedules', index];
    const shape = scheduleShape(valueAt(raw, path) as JsonObject);
    const [settled] = scheduleOf(schedule, timezone);
    if (shape !== undefined) return [at(path, shape)];
    if (settled === undefined) return [];
    const key = canonicalJson(settled as unknown as Json);
    const twin = seen.get(key);
    seen.set(key, twin ?? index);
    const given = parameterFaults(manifest.policy.parameters, settled.parameters);
    const faults: Found[] = given.map(({ path: inner, ...fault }) =>
      at(
        [...path, ...(schedule.parameters === undefined ? [] : ['parameters', ...inner])],
        namedFault(fault, inner),
      ),
    );
    if (twin === undefined) return faults;
    const message = `It is the same as schedules[${twin}], in rule and parameters.`;
    return [
      ...faults,
      at(path, { code: 'E_SCHEDULE_DUP', message, fix: 'Remove it, or give it other parameters.' }),
    ];
  });
}

/** A hash of 64 bits tells the runs of one slot apart. Should two ever agree, one of the runs would be lost. */
function sharedIdFaults({ manifest }: Subject): readonly Found[] {
  const shared = sharedRunIds(manifest.policy.schedules.map(({ parameters }) => parameters));
  return shared.flatMap((other, index) => {
    if (other === undefined) return [];
    const message = `The runs of its slots would have the ids of those of schedules[${other}]: the hashes of their parameters agree.`;
    const fix = 'Change one of the parameters, or add one that nobody reads.';
    return [at(['schedules', index], { code: 'E_RUN_ID_SHARED', message, fix })];
  });
}

/** A missing parameter has no place of its own, so the message names it. */
function namedFault(fault: Fault, inner: Path): Fault {
  if (fault.code !== 'E_PARAM_REQUIRED') return fault;
  return {
    ...fault,
    message: `The parameter ${quote(inner[0])} has no default, and its slots give it no value.`,
  };
}

function scheduleShape(schedule: JsonObject): Fault | undefined {
  const has = (key: string): boolean => Object.hasOwn(schedule, key);
  const code = 'E_SCHEDULE';
  if (has('cron') && (has('every') || has('anchor'))) {
    return {
      code,
      message: 'A schedule has either `cron` or `every`, not both.',
      fix: 'Make two schedules.',
    };
  }
  if (!has('cron') && !has('every')) {
    return {
      code,
      message: 'A schedule needs `cron`, or `every` with `anchor`.',
      fix: 'Add `cron: "5 21 * * *"`.',
    };
  }
  if (has('every') && !has('anchor')) {
    const message = 'An interval needs `anchor`: without it every deploy would move its slots.';
    return { code, message, fix: 'Add `anchor: 2026-01-01T00:00:00Z`.' };
  }
  if (has('every') && has('timezone')) {
    const message = 'An interval counts in UTC; `timezone` is for `cron`.';
    return { code, message, fix: 'Remove `timezone`.' };
  }
  return undefined;
}

function delayFaults({ manifest }: Subject): readonly Found[] {
  const { delaySeconds, maxDelaySeconds } = manifest.policy.retries;
  if (delaySeconds <= maxDelaySeconds) return [];
  const message = `\`delay\` (${delaySeconds}s) is longer than \`max-delay\` (${maxDelaySeconds}s).`;
  return [at(['retries', 'max-delay'], { code: 'E_RANGE', message, fix: 'Raise `max-delay`.' })];
}

function secretFaults({ manifest, project }: Subject): readonly Found[] {
  const region = project.aws?.region;
  if (region === undefined) return [];
  const { secrets, sidecars = [] } = manifest.workload;
  const named = [
    ...Object.entries(secrets).map(([name, arn]) => ({ path: ['secrets', name], arn })),
    ...sidecars.flatMap((sidecar) =>
      Object.entries(sidecar.secrets).map(([name, arn]) => ({
        path: ['sidecars', sidecar.name, 'secrets', name],
        arn,
      })),
    ),
  ];
  return named.flatMap(({ path, arn }) => {
    const own = secretRegion(arn);
    if (own === region) return [];
    const message = `The secret is in ${own}, the project in ${region}: a task could not start when ${own} fails.`;
    const fix = `Replicate the secret to ${region} and write that ARN.`;
    return [{ path, at: 'value' as const, fault: { code: 'E_SECRET_REGION', message, fix } }];
  });
}

/** What a network is, headgate.yml alone says: a manifest, and the state after it, only name it. */
function networkFaults({ manifest, project }: Subject): readonly Found[] {
  const { name: flow, policy } = manifest;
  const { network } = policy;
  if (project.aws === undefined) return [];
  const verdict = judgeNetwork(project.aws, { flow, network });
  if (verdict.kind === 'ok') return [];
  const path = ['network'];
  if (verdict.kind === 'kept') {
    const { owner } = verdict;
    const message =
      owner === undefined
        ? `headgate.yml keeps the network ${quote(network)} for other flows.`
        : `headgate.yml keeps this flow in the network ${quote(owner)}.`;
    const fix =
      owner === undefined ? 'List the flow there, or name another.' : `Write \`network: ${owner}\`.`;
    return [{ path, at: 'value', fault: { code: 'E_NETWORK_NOT_ALLOWED', message, fix } }];
  }
  const close = nearest(network ?? '', Object.keys(project.aws.networks ?? {}));
  const fix =
    close === undefined
      ? 'Define it in headgate.yml: `aws: { networks: { <name>: { subnets: [ … ] } } }`.'
      : `Did you mean ${quote(close)}?`;
  const message = `headgate.yml defines no network ${quote(network)}.`;
  return [{ path, at: 'value', fault: { code: 'E_NETWORK_UNKNOWN', message, fix } }];
}

function roleFaults({ manifest, project }: Subject): readonly Found[] {
  const role = manifest.workload.taskRole;
  if (role === undefined || role === project.aws?.taskRole) return [];
  const name = roleName(role);
  const listed = project.allowedTaskRoles ?? [];
  if (name.startsWith('headgate-') || listed.includes(name) || listed.includes(role)) return [];
  const message = `The role ${quote(name)} is not one that a manifest may choose.`;
  const fix = 'Use a role called headgate-…, or list it in headgate.yml: `allow: { task-roles: [ … ] }`.';
  return [{ path: ['task-role'], at: 'value', fault: { code: 'E_ROLE_NOT_ALLOWED', message, fix } }];
}
