import type { Resources } from '../core/flow.ts';
import { hourMs, type Instant, minuteMs } from '../core/instant.ts';
import type { Attempt } from '../core/run.ts';

/**
 * Fargate's on-demand list prices for Linux in us-east-1, in dollars an hour. Billed by the second, at least a minute,
 * from the pull of the image on; 20 GiB of storage are free. https://aws.amazon.com/fargate/pricing/
 */
const prices = {
  asOf: '2026-06',
  region: 'us-east-1',
  'x86-64': { vcpu: 0.04048, gibibyte: 0.004445 },
  arm64: { vcpu: 0.03238, gibibyte: 0.00356 },
  storageGibibyte: 0.000111,
} as const;
const freeStorageGiB = 20;

/** What the ended attempts cost, in dollars; undefined if none was started. */
export function costOf(attempts: readonly Attempt[], resources: Resources): number | undefined {
  const billed = attempts.filter(({ handle, ending }) => handle !== undefined && ending !== undefined);
  if (billed.length === 0) return undefined;
  const anHour = hourlyCost(resources);
  return billed.reduce((sum, attempt) => sum + (anHour * billedMs(attempt)) / hourMs, 0);
}

/** In dollars, on demand. */
export function hourlyCost(resources: Resources): number {
  const { vcpu, gibibyte } = prices[resources.architecture];
  const storageGiB = Math.max((resources.storageGiB ?? freeStorageGiB) - freeStorageGiB, 0);
  return (
    (resources.cpu / 1024) * vcpu +
    (resources.memoryMiB / 1024) * gibibyte +
    storageGiB * prices.storageGibibyte
  );
}

export const priceSource = `Fargate\u2019s list prices of ${prices.region} as of ${prices.asOf}`;

function billedMs({ startedAt, intendedAt, ending }: Attempt): number {
  const from: Instant = startedAt ?? intendedAt;
  return Math.max((ending?.at ?? from) - from, minuteMs);
}

/** `about 0.0021 USD (Fargate list price of us-east-1, 2026-06)`; on spot it is the most that it can be. */
export function costWords(dollars: number, isSpot: boolean): string {
  const amount = dollars >= 0.1 ? dollars.toFixed(2) : Number(dollars.toPrecision(2)).toFixed(5);
  const shown = amount.includes('.') && dollars < 0.1 ? amount.replace(/0+$/, '') : amount;
  return `${isSpot ? 'at most' : 'about'} ${shown} USD (Fargate list price of ${prices.region}, ${prices.asOf}${isSpot ? '; spot costs less' : ''})`;
}
