/**
 * The most that a manifest may ask for. The same bounds hold for what state says of a deployment: a record that asks
 * for more was not written by a deploy.
 */
const day = 86_400;

export const manifestBounds = {
  schedules: 50,
  intervalSeconds: { least: 60, most: 366 * day },
  catchUpSeconds: 31 * day,
  catchUpSlots: 1_000,
  concurrencyLimit: 1_000,
  upstreamFlows: 50,
  retries: 10,
  retryDelaySeconds: day,
  startSeconds: day,
  runSeconds: 14 * day,
  spotFailures: 10,
  parameterValues: 200,
  parameterLength: 8_192,
} as const;
