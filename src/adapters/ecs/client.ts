import type { Placement } from '../../core/project.ts';

/**
 * Shared by the clients of all AWS services. The SDK has no request timeout of its own; endpoints, credentials and the
 * region of `AWS_…` variables are its own matter.
 */
export function clientSettings({ region }: Pick<Placement, 'region'>) {
  // Which Node.js the SDK of 2027 wants says nothing to the people who read this log.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  return {
    region,
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 10_000 },
  };
}
