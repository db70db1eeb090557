import { RefusedError } from '../../core/problem.ts';
import { oneLine } from '../../report/visible.ts';

/** What an error of the AWS SDK means. Only the name is a promise of AWS; texts are matched loosely. */
export type Fault =
  /** No right, no credentials, no cluster: a person has to mend it. */
  | { readonly kind: 'denied'; readonly error: RefusedError }
  /** Nothing can be said of the effect: throttled, timed out, broken on their side. */
  | { readonly kind: 'unsure'; readonly reason: string }
  /** The request itself is wrong, and will be the next time too. */
  | { readonly kind: 'wrong'; readonly name: string; readonly reason: string };

const credentialFaults: ReadonlySet<string> = new Set([
  'CredentialsProviderError',
  'ExpiredTokenException',
  'ExpiredToken',
  'InvalidSignatureException',
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'TokenProviderError',
]);

const deniedFaults: ReadonlySet<string> = new Set([
  'AccessDeniedException',
  'AccessDenied',
  'BlockedException',
]);

/** `InvalidParameterException` can wrap a throttle of EC2 (dask/dask-cloudprovider#56). */
const wrappedThrottle = /RequestLimitExceeded|Rate exceeded|throttl/i;

export function judgeFault(error: unknown, operation: string): Fault {
  const { name, reason, status } = partsOf(error);
  if (credentialFaults.has(name)) {
    return denied(
      'E_AWS_CREDENTIALS',
      `AWS did not accept the credentials for ${operation}: ${reason}`,
      'Check the role that the job assumes, and the region.',
    );
  }
  if (deniedFaults.has(name)) {
    return denied(
      'E_AWS_DENIED',
      `AWS refused ${operation}: ${reason}`,
      `Grant ecs:${operation} (and iam:PassRole on the flow's roles) to the role of this job.`,
    );
  }
  if (name === 'ClusterNotFoundException') {
    return denied(
      'E_AWS_CLUSTER',
      `ECS does not know the cluster: ${reason}`,
      'Check `aws.cluster` and `aws.region`.',
    );
  }
  const isTheirs =
    status === undefined ||
    status >= 500 ||
    status === 429 ||
    /Throttl|TooManyRequests|LimitExceeded|Timeout|ServerException/i.test(name);
  if (isTheirs || wrappedThrottle.test(reason)) return { kind: 'unsure', reason: `${name}: ${reason}` };
  return { kind: 'wrong', name, reason };
}

/** For calls whose failure ends the work: what a person must mend as `RefusedError`, all else as it is. */
export function throwFault(error: unknown, operation: string): never {
  const fault = judgeFault(error, operation);
  if (fault.kind === 'denied') throw fault.error;
  if (fault.kind === 'unsure')
    throw new Error(`${operation} got no clear answer: ${fault.reason}`, { cause: error });
  throw new Error(`ECS refused ${operation}: ${fault.name}: ${fault.reason}`, { cause: error });
}

function denied(code: string, message: string, fix: string): Fault {
  return { kind: 'denied', error: new RefusedError({ code, message, fix }) };
}

const longestReason = 500;

function partsOf(error: unknown): {
  readonly name: string;
  readonly reason: string;
  readonly status: number | undefined;
} {
  if (!(error instanceof Error))
    return { name: 'Error', reason: oneLine(String(error)).slice(0, longestReason), status: undefined };
  const metadata: unknown = Reflect.get(error, '$metadata');
  const status: unknown =
    typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, 'httpStatusCode') : undefined;
  return {
    name: error.name,
    reason: oneLine(error.message).slice(0, longestReason),
    status: typeof status === 'number' ? status : undefined,
  };
}
