import { expect, it } from '@jest/globals';
import type { Policy } from '../../src/core/flow.ts';
import { makePlan } from '../../src/core/plan.ts';
import { localWarnings, planWarnings } from '../../src/core/plan-warnings.ts';
import { manifest } from '../flow/manifests.ts';
import { noon, policy, registryOf, untaught } from './builders.ts';

function codesOf(changes: Partial<Policy>): readonly string[] {
  const identity = {
    fingerprint: 'f'.repeat(64),
    content: 'c'.repeat(64),
    parts: { manifest: 'm', placement: 'p', code: 'c', packages: 'k', image: 'i' },
  };
  const closure = { code: '', packages: [], files: () => new Map() };
  const desired = [
    { manifest: manifest('flow-a', { policy: { ...policy, ...changes } }), closure, ...untaught(identity) },
  ];
  const plan = makePlan({ desired, registry: registryOf(), needsImages: false });
  return planWarnings(plan, noon).map(({ code }) => code);
}

const cron = (text: string): Policy['schedules'] => [
  { kind: 'cron', cron: text, timezone: 'UTC', parameters: {} },
];

it('a window that the clock can hardly serve is warned of', () => {
  const window = (windowSeconds: number) => ({ policy: 'latest', windowSeconds, max: 1 }) as const;
  expect(codesOf({ schedules: cron('0 5 * * *'), catchUp: window(600) })).toEqual(['W_WINDOW_SHORT']);
  expect(codesOf({ schedules: cron('0 5 * * *'), catchUp: window(900) })).toEqual([]);
  expect(codesOf({ catchUp: window(60) })).toEqual([]);
});

it('slots that come faster than the clock are warned of', () => {
  expect(codesOf({ schedules: cron('*/2 * * * *') })).toEqual(['W_CLOCK_COARSE']);
  expect(codesOf({ schedules: cron('*/5 * * * *') })).toEqual([]);
});

it('dates and weekdays in one schedule are warned of, with the slots that come of them', () => {
  for (const text of ['0 16 */2 * sat', '0 16 13 * fri', '0 16 1-31/2 * sat'])
    expect(codesOf({ schedules: cron(text) })).toEqual(['W_CRON_DOM_DOW']);
  for (const text of ['0 16 */2 * *', '0 16 * * sat', '0 16 */1 * sat'])
    expect(codesOf({ schedules: cron(text) })).toEqual([]);
});

it('what a machine of one\u2019s own cannot start beside a program is warned of', () => {
  const plain = manifest('flow-a');
  const volume = {
    name: 'models',
    fileSystem: 'fs-1',
    accessPoint: 'fsap-1',
    path: '/mnt/m',
    isReadOnly: true,
  };
  const mounted = { ...plain, workload: { ...plain.workload, volumes: [volume] } };
  expect(localWarnings([plain, mounted])).toMatchObject([{ code: 'W_ECS_ONLY', field: 'volumes' }]);
});
