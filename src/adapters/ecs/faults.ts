import { RefusedError, UnansweredError } from '../../core/problem.ts';
import { cutReason } from '../../report/long-reason.ts';
import { oneLine } from '../../report/visible.ts';

/** What an error of the AWS SDK means. */
export type Fault =
  /** No right, no credentials, no cluster: a person has to mend it. */
  | { readonly kind: 'denied'; readonly error: RefusedError; readonly reach: Reach }
  /** Nothing can be said of the effect: throttled, timed out, cut off, broken on their side. */
  | { readonly kind: 'unsure'; readonly reason: string }
  /** The request itself is wrong, and will be the next time too. */
  | { readonly kind: 'wrong'; readonly name: string; readonly reason: string };

/** Whom a denial concerns: this request alone (a role of the flow), all requests, or either. */
export type Reach = 'one' | 'all' | 'open';

type Operation = string;
type Denial = {
  readonly names: readonly string[];
  readonly code: string;
  readonly reach: Reach;
  readonly says: (operation: Operation) => string;
  readonly fix: (operation: Operation, reason: string) => string;
};

/** By the prefix of its permissions. What is not named here is an operation of ECS. */
const operations: { readonly [service: string]: readonly Operation[] } = {
  logs: ['GetLogEvents', 'FilterLogEvents', 'DescribeLogGroups'],
  scheduler: ['GetSchedule', 'UpdateSchedule'],
  iam: ['CreateServiceLinkedRole', 'GetRole', 'SimulatePrincipalPolicy', 'ListOpenIDConnectProviders'],
  ec2: ['DescribeSubnets', 'DescribeRouteTables', 'DescribeSecurityGroups'],
  ecr: ['BatchGetImage'],
  events: ['DescribeRule', 'ListTargetsByRule'],
  servicequotas: ['GetServiceQuota', 'GetAWSDefaultServiceQuota'],
};

function serviceOf(operation: Operation): string {
  const found = Object.entries(operations).find(([, names]) => names.includes(operation));
  return found?.[0] ?? 'ecs';
}

/** `… is not authorized to perform: iam:PassRole on resource: …` */
const missingPermission = /not authorized to perform: ([a-z0-9-]+:[A-Za-z]+)/;

const denials: readonly Denial[] = [
  {
    names: [
      'CredentialsProviderError',
      'TokenProviderError',
      'ExpiredTokenException',
      'ExpiredToken',
      'InvalidSignatureException',
      'SignatureDoesNotMatch',
      'IncompleteSignature',
      'UnrecognizedClientException',
      'InvalidClientTokenId',
      'MissingAuthenticationToken',
      'AuthFailure',
    ],
    code: 'E_AWS_CREDENTIALS',
    reach: 'all',
    says: (operation) => `AWS did not accept the credentials for ${operation}`,
    fix: () => 'Check the role that the job assumes, its session length, and the region.',
  },
  {
    names: ['AccessDeniedException', 'AccessDenied', 'NotAuthorized', 'UnauthorizedOperation'],
    code: 'E_AWS_DENIED',
    reach: 'open',
    says: (operation) => `AWS refused ${operation}`,
    fix: (operation, reason) => {
      const permission = missingPermission.exec(reason)?.[1] ?? `${serviceOf(operation)}:${operation}`;
      return `Grant ${permission} to the role of this job.`;
    },
  },
  {
    names: ['BlockedException', 'OptInRequired'],
    code: 'E_AWS_BLOCKED',
    reach: 'all',
    says: (operation) => `AWS has blocked the account for ${operation}`,
    fix: () => 'Ask AWS Support.',
  },
  {
    names: ['ClusterNotFoundException'],
    code: 'E_AWS_CLUSTER',
    reach: 'all',
    says: () => 'ECS does not know the cluster',
    fix: () => 'Check `aws.cluster` and `aws.region`.',
  },
];

/** Of names: the SDK retried these already, and so will the next tick. */
const transientNames = /Throttl|TooManyRequests|LimitExceeded|Timeout|ServerException|ServiceUnavailable/i;
/** Of texts: an `InvalidParameterException` can wrap what EC2 answered, which passes (dask/dask-cloudprovider#56, reproio/wrapbox#43). */
const wrappedDelay =
  /\(ErrorCode: (?:InternalError|InternalFailure|Unavailable|ServiceUnavailable|RequestLimitExceeded|Throttling)\)|RequestLimitExceeded|Rate exceeded|throttl/i;

/**
 * Only what AWS itself answered with a name counts as an answer. A body that is cut off or is no JSON says nothing,
 * whatever its status: the effect may have taken place.
 */
export function judgeFault(error: unknown, operation: Operation): Fault {
  const { name, reason, isAnswer } = partsOf(error);
  const denial = denials.find(({ names }) => names.includes(name));
  if (denial !== undefined) {
    const { code } = denial;
    const message = `${denial.says(operation)}: ${reason}`;
    const problem = { code, message, fix: denial.fix(operation, reason) };
    // Roles are the flow's own matter.
    const isPassRole = missingPermission.exec(reason)?.[1] === 'iam:PassRole';
    const reach = isPassRole ? 'one' : denial.reach;
    return { kind: 'denied', error: new RefusedError(problem, { cause: error }), reach };
  }
  if (!isAnswer || transientNames.test(name) || wrappedDelay.test(reason))
    return { kind: 'unsure', reason: `${name}: ${reason}` };
  return { kind: 'wrong', name, reason };
}

/** For calls whose failure ends the work: what a person must mend as `RefusedError`, all else as it is. */
export function throwFault(error: unknown, operation: Operation): never {
  const fault = judgeFault(error, operation);
  if (fault.kind === 'denied') throw fault.error;
  if (fault.kind === 'unsure')
    throw new UnansweredError(
      {
        code: 'E_AWS_UNREACHABLE',
        message: `${operation} got no clear answer: ${fault.reason}`,
        fix: 'Check the network, the proxy and the region, and try again.',
      },
      { cause: error },
    );
  throw new UnansweredError(
    {
      code: 'E_AWS_REFUSED',
      message: `AWS refused ${operation}: ${fault.name}: ${fault.reason}`,
      fix: 'Mend what AWS names, and try again.',
    },
    { cause: error },
  );
}

/** As much as AWS gives: the right that is missing stands at its end. */
const longestReason = 1_024;

function partsOf(error: unknown) {
  const text = error instanceof Error ? error.message : String(error);
  return {
    name: error instanceof Error ? error.name : 'Error',
    // The SDK appends a hint for its developers to what it could not read.
    reason: cutReason(oneLine(text.replace(/\n\s*Deserialization error:[\s\S]*$/, '')), longestReason),
    isAnswer: error instanceof Error && Reflect.get(error, '$fault') === 'client',
  };
}
