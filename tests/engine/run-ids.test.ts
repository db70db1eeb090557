import { describe, expect, it } from '@jest/globals';
import type { FlowName } from '../../src/core/flow.ts';
import { formerSlotRunId, slotRunId, startedByOf } from '../../src/core/identity.ts';
import { sharedRunIds } from '../../src/core/shared-run-ids.ts';
import { launchRequestOf } from '../../src/engine/attempts.ts';
import { run } from '../core/builders.ts';
import { base, lasting, scheduleStage } from './schedule-stage.ts';

const load = 'load' as FlowName;
/** The hashes of these two begin with the same four digits. */
const [one, other] = ['r152', 'r177'] as const;
const ofRegion = (region: string) => `{ cron: "0 2 * * *", parameters: { region: ${region} } }`;
const flow = (...regions: readonly string[]) =>
  `${base}overlap: allow\nparameters: { region: { type: string } }\nschedules: [${regions.map(ofRegion).join(', ')}]\n`;
const stageOf = () => scheduleStage({ start: '2026-11-24T01:50:00Z', script: () => lasting(3) });
type Stage = ReturnType<typeof stageOf>;

/** What an older version did before the state was rolled back: it launched a slot under its former id. */
async function launchFormerly(stage: Stage, region: string, when: string): Promise<void> {
  const slot = stage.momentOf('02:00');
  const id = formerSlotRunId(load, slot, { region });
  const { revision } = stage.deployment(load).version;
  const attempt = { number: 1, launchTry: 1, intendedAt: slot };
  const made = run(id, { flow: load, cause: { kind: 'slot', slot }, parameters: { region }, revision });
  const startedBy = startedByOf({ repository: 'acme/flows', flow: load, run: id, attempt: 1 });
  const launch = launchRequestOf(
    { run: made, attempt, startedBy },
    { repository: 'acme/flows', network: undefined },
  );
  await stage.at(when).executor.launch([launch]);
}

describe('the runs of two schedules whose parameters have hashes that begin alike', () => {
  it('are two', async () => {
    const stage = stageOf();
    await stage.deploy({ load: flow(one, other) }, '01:50');
    await stage.ticks('02:00', '02:02', 1);
    expect(new Set(stage.launched()).size).toBe(2);
  });

  it('would be refused if ever the whole hashes agreed', () => {
    const sets = [{ region: 'us' }, { region: 'eu' }, { region: 'us' }];
    expect(sharedRunIds(sets)).toEqual([undefined, undefined, undefined]);
    expect(sharedRunIds(sets, () => 'same')).toEqual([undefined, 0, undefined]);
  });
});

describe('a slot that an older version launched under its former id, before the state was rolled back', () => {
  it.each(['02:05', '03:30'])('is found at %s, and not launched again', async (when) => {
    const stage = stageOf();
    await stage.deploy({ load: flow('us') }, '01:50');
    await launchFormerly(stage, 'us', '02:01');
    await stage.tick(when);
    expect(stage.launched()).toEqual([formerSlotRunId(load, stage.momentOf('02:00'), { region: 'us' })]);
    expect(stage.runs().map((text) => text.split(' ')[0])).toEqual([
      slotRunId(load, stage.momentOf('02:00'), { region: 'us' }),
    ]);
  });

  it('is not taken for another one whose hash begins alike', async () => {
    const stage = stageOf();
    await stage.deploy({ load: flow(one, other) }, '01:50');
    await launchFormerly(stage, one, '02:01');
    await stage.tick('02:05');
    expect(stage.launched()).toHaveLength(2);
    expect(stage.launched()[1]).toBe(slotRunId(load, stage.momentOf('02:00'), { region: other }));
  });
});

describe('a run of a former id', () => {
  it('keeps it, and a backfill does not do its slot again', async () => {
    const stage = stageOf();
    await stage.deploy({ load: flow('us') }, '01:50');
    const slot = stage.momentOf('02:00');
    const id = formerSlotRunId(load, slot, { region: 'us' });
    const phase = { state: 'succeeded', endedAt: stage.momentOf('02:10') } as const;
    const cause = { kind: 'slot', slot } as const;
    const { revision } = stage.deployment(load).version;
    const ended = run(id, {
      flow: load,
      cause,
      parameters: { region: 'us' },
      revision,
      phase,
      createdAt: slot,
    });
    stage.write({ runs: new Map([[id, ended]]) });
    const backfill = { kind: 'backfill', flow: load, from: slot, to: slot } as const;
    expect(await stage.command(backfill, '02:20')).toMatchObject({ isChanged: false, runs: [id] });
    await stage.tick('02:21');
    expect(stage.launched()).toEqual([]);
  });
});
