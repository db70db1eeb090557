import type { Placement } from '../../core/project.ts';

/** Settings shared by the clients of all AWS services. Endpoints, credentials and the region of `AWS_…` are the SDK's matter. */
export function clientSettings({ region }: Pick<Placement, 'region'>) {
  // Which Node.js the SDK of 2027 wants says nothing to the people who read this log.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  return {
    region,
    ...(process.env['AWS_MAX_ATTEMPTS'] === undefined ? { maxAttempts: 4 } : {}),
    // Without `throwOnRequestTimeout` the SDK only prints a warning, and waits for ever.
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
  };
}
