import type { Workload } from '../core/flow.ts';
import { quote } from '../core/quote.ts';
import { looksLikeSecretName } from '../core/secret-like.ts';
import type { Found } from './judge.ts';
import type { Fault, Path } from './yaml-node.ts';

const namePattern = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Set by the platform or by Headgate, or able to make an interpreter run something else. */
const reservedPrefixes = ['AWS_', 'ECS_', 'LD_', 'DYLD_', 'GITHUB_', 'ACTIONS_', 'RUNNER_', 'HEADGATE_'];
const reservedNames = new Set(
  (
    'NODE_OPTIONS NODE_PATH NODE_EXTRA_CA_CERTS PYTHONPATH PYTHONHOME PYTHONSTARTUP PERL5LIB PERL5OPT RUBYLIB RUBYOPT ' +
    'JAVA_TOOL_OPTIONS _JAVA_OPTIONS BASH_ENV ENV IFS SHELL PATH HOME'
  ).split(' '),
);

export function variableNameFault(name: string): Fault | undefined {
  if (!namePattern.test(name)) {
    const message = `${quote(name)} cannot be the name of an environment variable.`;
    return { code: 'E_ENV_NAME', message, fix: 'Use letters, digits and _, not starting with a digit.' };
  }
  const prefix = reservedPrefixes.find((start) => name.startsWith(start));
  if (prefix === undefined && !reservedNames.has(name)) return undefined;
  const rule = prefix === undefined ? 'The name' : `Every name that starts with ${prefix}`;
  return {
    code: 'E_ENV_RESERVED',
    message: `${rule} is reserved: ${quote(name)}.`,
    fix: 'Choose another name.',
  };
}

/** The one variable of the SDK that a manifest sets: where results of finished tasks are kept between attempts. */
const checkpointsName = 'HEADGATE_CHECKPOINTS';
const checkpointsPattern = /^(?:s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\/[^\s]*)?|\/[^\s]+)$/;

function variableFault(name: string, value: string): Fault | undefined {
  if (name !== checkpointsName) return variableNameFault(name);
  if (checkpointsPattern.test(value)) return undefined;
  const message = `${quote(value)} is no place for checkpoints.`;
  return {
    code: 'E_CHECKPOINTS',
    message,
    fix: 'Write s3://bucket/prefix, or the path of a mounted folder.',
  };
}

export function secretNameFault(name: string): Fault | undefined {
  if (!looksLikeSecretName(name)) return undefined;
  const message = `The name ${quote(name)} says that it holds a secret, and everyone with access to ECS could read it.`;
  return { code: 'E_SECRET_LIKE', message, fix: `Move it to \`secrets\`, as the ARN of a stored secret.` };
}

type Variables = Pick<Workload, 'environment' | 'secrets'>;

/** Of one container; its keys stand below `path`. */
export function variableFaults({ environment, secrets }: Variables, path: Path): readonly Found[] {
  const found: Found[] = [];
  const note = (inner: Path, fault: Fault | undefined): void => {
    if (fault !== undefined) found.push({ path: [...path, ...inner], at: 'key', fault });
  };
  for (const [name, value] of Object.entries(environment)) {
    note(['environment', name], variableFault(name, value));
    if (value !== '') note(['environment', name], secretNameFault(name));
  }
  for (const name of Object.keys(secrets)) {
    note(['secrets', name], variableNameFault(name));
    if (Object.hasOwn(environment, name)) note(['secrets', name], twiceFault(name));
  }
  return found;
}

/** ECS takes 64 KiB for a whole task definition; the rest of it stays below 4 KiB. */
const workloadLimitBytes = 61_440;

export function environmentFaults(workload: Workload): readonly Found[] {
  const { environment, secrets, program, sidecars = [] } = workload;
  const argv = program.kind === 'command' ? program.argv : [];
  const beside = sidecars.flatMap((sidecar) => [sidecar.environment, sidecar.secrets, sidecar.command ?? []]);
  const size = sizeFault([environment, secrets, argv, ...beside]);
  return [
    ...variableFaults(workload, []),
    ...(size === undefined ? [] : [{ path: ['environment'], at: 'key' as const, fault: size }]),
  ];
}

function twiceFault(name: string): Fault {
  const message = `${quote(name)} is under \`environment\` too.`;
  return { code: 'E_ENV_DUP', message, fix: 'Keep one.' };
}

function sizeFault(parts: readonly object[]): Fault | undefined {
  const pair = ([name, value]: readonly [string, string]): object => ({ name, value });
  const text = JSON.stringify(
    parts.map((part) => (Array.isArray(part) ? part : Object.entries(part).map(pair))),
  );
  const size = new TextEncoder().encode(text).length;
  if (size <= workloadLimitBytes) return undefined;
  const message = `Environment, secrets and command take ${size} bytes; ${workloadLimitBytes} fit into a task definition.`;
  return { code: 'E_TASKDEF_TOO_LARGE', message, fix: 'Move data into a file of the flow.' };
}
