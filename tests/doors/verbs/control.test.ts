import { describe, expect, it } from '@jest/globals';
import type { FlowName } from '../../../src/core/flow.ts';
import type { RunId } from '../../../src/core/run.ts';
import { checksLeftToGitHub } from '../../../src/doors/absent.ts';
import { type ControlRequest, performControl } from '../../../src/doors/verbs/control.ts';
import { performLogs } from '../../../src/doors/verbs/logs.ts';
import type { Command } from '../../../src/engine/control.ts';
import { at } from '../../core/builders.ts';
import { type HourlyWorld, hourlyWorld } from '../hourly-world.ts';

const flow = 'hourly' as FlowName;
const unknown = 'none' as FlowName;
const run: Command = { kind: 'run', flow, parameters: undefined, request: 'r1' };
const threeSlots: Command = {
  kind: 'backfill',
  flow,
  from: at('2026-11-24T07:00Z'),
  to: at('2026-11-24T09:00Z'),
};
const watched = { watchSeconds: 3_600, pollSeconds: 10 };
const once = { watchSeconds: 0, pollSeconds: 10 };

async function perform(made: HourlyWorld, command: Command, how: Partial<ControlRequest> = once) {
  return performControl(made.site, { ...once, command, ...how });
}
const versionOf = async ({ world }: HourlyWorld) => (await world.state.load(world.clock.now())).version;

describe('a command', () => {
  it('names its run, and waits for its end when it is watched', async () => {
    const made = await hourlyWorld();
    const { document, exitCode, text } = await perform(made, run, watched);
    expect(exitCode).toBe(0);
    expect(document).toMatchObject({ verb: 'run', isChanged: true, runs: [{ flow, state: 'succeeded' }] });
    expect(text).toContain('Requested run hourly-m-');
  });

  it('waits for every run of a backfill, and lists them in order', async () => {
    const { document } = await perform(await hourlyWorld(), threeSlots, watched);
    expect(document).toMatchObject({
      runs: [7, 8, 9].map((hour) => ({ slot: `2026-11-24T0${hour}:00:00Z`, state: 'succeeded' })),
    });
  });

  it('lists the runs of a backfill that were there already', async () => {
    const made = await hourlyWorld();
    await perform(made, threeSlots, watched);
    const { document } = await perform(made, threeSlots);
    expect(document).toMatchObject({ isChanged: false, because: expect.stringContaining('already') });
    expect(document['runs']).toHaveLength(3);
  });

  it('backfills no slot again whose run the state has forgotten: its page says that it ended', async () => {
    const made = await hourlyWorld();
    await perform(made, threeSlots, watched);
    const { version: base, registry, state } = await made.world.state.load(made.world.clock.now());
    const forgetful = { ...state, sequence: state.sequence + 1, runs: new Map() };
    const change = { base, registry, state: forgetful, board: '', message: 'Forget', pages: new Map() };
    await made.world.state.commit({ ...change, at: made.world.clock.now() });
    const wider: Command = { ...threeSlots, from: at('2026-11-24T06:00Z') };
    await perform(made, wider);
    const { state: after } = await made.world.state.load(made.world.clock.now());
    expect([...after.runs.keys()]).toEqual(['hourly-20261124-0600']);
  });

  it('does not wait for checks where none are written', async () => {
    const made = await hourlyWorld();
    const site = { ...made.site, world: { ...made.world, checks: checksLeftToGitHub } };
    const before = made.world.clock.now();
    const { document } = await performControl(site, { command: run, ...watched });
    expect(document).toMatchObject({ runs: [{ state: 'succeeded' }] });
    expect(made.world.clock.now() - before).toBeLessThan(5 * 60_000);
  });

  it.each<[string, Command]>([
    ['run', run],
    ['backfill', threeSlots],
    ['pause', { kind: 'pause', flow }],
  ])(
    '%s says in a dry run what it would do, and writes, launches and shows nothing',
    async (_kind, command) => {
      const made = await hourlyWorld();
      const before = await versionOf(made);
      const { document, text } = await perform(made, command, { isDryRun: true });
      expect(document).toMatchObject({ isChanged: true, isDryRun: true });
      expect(text).toMatch(/^A dry run/);
      expect(await versionOf(made)).toBe(before);
    },
  );

  it('cancels and retries in a dry run without writing', async () => {
    const made = await hourlyWorld();
    const { document } = await perform(made, run);
    const id = document['subject'] as RunId;
    const before = await versionOf(made);
    expect((await perform(made, { kind: 'cancel', run: id }, { isDryRun: true })).document).toMatchObject({
      isChanged: true,
    });
    expect((await perform(made, { kind: 'retry', run: id }, { isDryRun: true })).document).toMatchObject({
      isChanged: false,
      because: expect.stringContaining('has not ended'),
    });
    expect(await versionOf(made)).toBe(before);
  });

  it('that cannot be carried out is refused in a dry run as well', async () => {
    const made = await hourlyWorld();
    const refused = { kind: 'run', flow: unknown, parameters: undefined, request: 'x' } as const;
    await expect(perform(made, refused, { isDryRun: true })).rejects.toThrow('E_FLOW_UNKNOWN');
  });

  it.each<[string, Command]>([
    ['E_RUN_UNKNOWN', { kind: 'cancel', run: 'none' as RunId }],
    ['E_RUN_UNKNOWN', { kind: 'retry', run: 'none' as RunId }],
    ['E_FLOW_UNKNOWN', { kind: 'pause', flow: unknown }],
    ['E_FLOW_UNKNOWN', { kind: 'resume', flow: unknown }],
  ])('is refused with %s: %j', async (code, command) => {
    await expect(perform(await hourlyWorld(), command)).rejects.toThrow(code);
  });

  it('tells a pause when a tick next has something to do', async () => {
    const made = await hourlyWorld();
    expect((await perform(made, { kind: 'pause', flow })).document).toMatchObject({ nextWake: null });
    expect((await perform(made, { kind: 'resume', flow })).document).toMatchObject({
      nextWake: '2026-11-24T13:00:00Z',
    });
  });
});

describe('a log that is followed', () => {
  it('ends with its run although nobody else ticks, and has each line once', async () => {
    const made = await hourlyWorld();
    const { document } = await perform(made, run);
    const request = { run: String(document['subject']), attempt: undefined, isFollowing: true };
    const printed: string[] = [];
    const print = ({ text }: { readonly text: string }) => void printed.push(text);
    await performLogs(made.site, { ...request, print });
    const { document: whole } = await performLogs(made.site, request);
    expect(whole['lines']).toMatchObject(printed.map((text) => ({ text })));
    expect(new Set(printed).size).toBe(printed.length);
  });
});
