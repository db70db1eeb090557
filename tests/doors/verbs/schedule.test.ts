import { describe, expect, it } from '@jest/globals';
import { memoryWorld } from '../../../src/adapters/memory/world.ts';
import { performPlan } from '../../../src/doors/verbs/plan.ts';
import { performSchedule } from '../../../src/doors/verbs/schedule.ts';
import { widthOf } from '../../../src/report/width.ts';
import { noon } from '../../core/builders.ts';
import { expectGolden } from '../../report/golden.ts';
import { hourlyWorld } from '../hourly-world.ts';

const files = {
  'flows/daily-report/flow.yml':
    'command: [sh, -c, "true"]\nschedules:\n  - { cron: "5 21 * * mon-fri", timezone: America/New_York }\n  - { every: 6h, anchor: 2026-01-01T00:00:00Z }\n',
  'flows/a-flow-with-a-rather-long-name/flow.yml':
    'command: [sh, -c, "true"]\nschedules:\n  - { cron: "*/10 8-18 1,2,3,4,5,10,15,20,25 1-6 *", timezone: America/Argentina/Buenos_Aires }\n',
  'flows/mail/flow.yml': 'command: [sh, -c, "true"]\nafter: { flows: [daily-report], when: succeeded }\n',
  'flows/by-hand/flow.yml': 'command: [sh, -c, "true"]\n',
};

async function scheduleText(columns: number): Promise<string> {
  const { site } = await hourlyWorld();
  const { world } = memoryWorld({ now: noon, kind: 'local', source: { commit: 'a'.repeat(40), files } });
  const shown = { ...site, world, terminal: { isColoured: false, columns } };
  return (await performSchedule(shown, { flow: undefined, count: 3 })).text;
}

function widest(text: string): number {
  return Math.max(...text.split('\n').map(widthOf));
}

describe('schedules on a terminal', () => {
  it('are in words, with both clocks, in 80 columns', async () => {
    const text = await scheduleText(80);
    expectGolden('schedule.txt', text);
    expect(widest(text)).toBeLessThanOrEqual(80);
  });

  it('fit a narrow one with the local clock alone', async () => {
    const text = await scheduleText(50);
    expect(widest(text)).toBeLessThanOrEqual(50);
    expect(text).toContain('Tue 2026-11-24 21:05 (UTC-5)');
  });
});

it('a plan shows in the terminal and as JSON what the summary shows', async () => {
  const { site } = await hourlyWorld();
  const { world } = memoryWorld({ now: noon, kind: 'local', source: { commit: 'a'.repeat(40), files } });
  const { text, document, summary } = await performPlan({ ...site, world });
  expect(widest(text)).toBeLessThanOrEqual(80);
  for (const shown of [text, summary, JSON.stringify(document)]) {
    expect(shown?.replaceAll('\u00a0', ' ')).toContain('21:05');
    expect(shown).toContain('America/New_York');
  }
  expect(document).toMatchObject({ verb: 'plan', at: '2026-11-24T12:00:00Z', costs: [], cost: null });
});
