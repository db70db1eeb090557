import { memoryWorld } from '../../../../src/adapters/memory/world.ts';
import { type Artifact, type Event, encodeEvent } from '../../../../src/core/event.ts';
import type { FlowName } from '../../../../src/core/flow.ts';
import { type Instant, instantFromMs, minuteMs, secondMs } from '../../../../src/core/instant.ts';
import type { Phase, Run, RunId } from '../../../../src/core/run.ts';
import { emptyState, type State } from '../../../../src/core/state.ts';
import type { Known } from '../../../../src/doors/cli/live/view.ts';
import type { Site } from '../../../../src/doors/performed.ts';
import { tick } from '../../../../src/engine/tick.ts';
import type { Logs, Snapshot } from '../../../../src/ports.ts';
import { createOutgoing } from '../../../../src/report/outgoing.ts';
import { createRedactor } from '../../../../src/report/redact.ts';
import { attempt, deployment, noon, registryOf, run } from '../../../core/builders.ts';
import { localProject } from '../../../engine/deploy-world.ts';

export const secret = 'hunter2-hunter2';

/** The log of one attempt, which a test may let grow. */
export type Printed = { readonly lines: string[]; isEnded: boolean };

export type Stage = {
  readonly site: Site;
  readonly logs: Map<string, Printed>;
  /** What a tick does, when a test wants one. */
  tick(): Promise<void>;
  known(): Known;
  /** Loads what was recorded, as `up` does after a button. */
  refresh(): Promise<void>;
  /** How often a log was read. */
  reads: number;
};

export type Content = Pick<Snapshot, 'registry' | 'state'>;

/** A whole site on a memory world, whose logs are lines of the test's own. */
export async function stageOf(content: Content): Promise<Stage> {
  const { world: memory, stage: behind } = memoryWorld({ now: noon, kind: 'local' });
  behind.branches.write(content);
  const logs = new Map<string, Printed>();
  const world = { ...memory, logs: logsOf(logs, () => countRead()) };
  const site: Site = {
    world,
    project: localProject,
    cwd: process.cwd(),
    repository: 'local/acme',
    presentation: {
      links: { serverUrl: 'https://github.com', repository: '' },
      logTailLines: 50,
      outgoing: createOutgoing(createRedactor([secret])),
    },
    terminal: { isColoured: false },
    examinations: [],
    by: 'ada',
    request: 'request',
  };
  let known: Known = { snapshot: await world.state.load(noon), waiting: new Map() };
  const refresh = async () => {
    known = { ...known, snapshot: await world.state.load(world.clock.now()) };
  };
  const { project, repository, presentation } = site;
  const stage: Stage = {
    site,
    logs,
    reads: 0,
    known: () => known,
    refresh,
    async tick() {
      await tick(world, { project, repository, presentation });
      await refresh();
    },
  };
  return stage;

  function countRead(): void {
    stage.reads += 1;
  }
}

function logsOf(printed: ReadonlyMap<string, Printed>, onRead: () => void): Logs {
  return {
    tail: async () => [],
    async read(handle, _flow, cursor) {
      onRead();
      const { lines, isEnded } = printed.get(handle) ?? { lines: [], isEnded: true };
      const from = Number(cursor ?? 0);
      const page = { lines: lines.slice(from, from + 500).map((text) => ({ text })) };
      const next = from + page.lines.length;
      return isEnded && next >= lines.length ? page : { ...page, cursor: String(next) };
    },
    place: (handle) => `/logs/${handle}`,
  };
}

export const nightly = 'nightly-load' as FlowName;
export const hourly = 'hourly-check' as FlowName;
export const asked = 'asked-report' as FlowName;

export const flows = registryOf(
  deployment(nightly, {
    schedules: [{ kind: 'cron', cron: '5 2 * * *', timezone: 'UTC', parameters: {} }],
    retries: { ...deployment(nightly).policy.retries, limit: 2 },
  }),
  deployment(hourly, {
    schedules: [{ kind: 'interval', everySeconds: 3_600, anchor: noon, parameters: {} }],
  }),
  deployment(asked, {
    parameters: {
      region: { type: 'string', description: 'Where the sales were made', enum: ['eu', 'us'] },
      rows: { type: 'integer', default: 10 },
    },
  }),
);

export function ended(state: 'succeeded' | 'failed' | 'cancelled' | 'unknown', at: Instant): Phase {
  return { state, endedAt: at };
}

export function minutesBefore(minutes: number): Instant {
  return instantFromMs(noon - minutes * minuteMs);
}

/** One run of each kind, with logs. */
export const failedId = 'nightly-load-20261124-0205' as RunId;
export const openId = 'hourly-check-20261124-1100' as RunId;
export const goodId = 'hourly-check-20261124-1000' as RunId;

/** Nobody saw how it ended. */
export const lostId = 'asked-report-m-lost' as RunId;

export function everydayRuns(): Run[] {
  const failedAt = minutesBefore(580);
  return [
    run(failedId, {
      flow: nightly,
      cause: { kind: 'slot', slot: minutesBefore(595) },
      createdAt: minutesBefore(595),
      parameters: { region: 'eu' },
      phase: ended('failed', failedAt),
      attempts: [
        attempt({
          handle: 'a1',
          intendedAt: minutesBefore(595),
          startedAt: minutesBefore(594),
          ending: { class: 'exit-code', exitCode: 1, at: minutesBefore(590) },
        }),
        attempt({
          number: 2,
          handle: 'a2',
          intendedAt: minutesBefore(588),
          startedAt: minutesBefore(587),
          ending: { class: 'exit-code', exitCode: 1, at: failedAt },
        }),
      ],
    }),
    run(openId, {
      flow: hourly,
      cause: { kind: 'slot', slot: minutesBefore(60) },
      createdAt: minutesBefore(60),
      phase: { state: 'running' },
      attempts: [attempt({ handle: 'open', intendedAt: minutesBefore(60), startedAt: minutesBefore(59) })],
    }),
    run(goodId, {
      flow: hourly,
      cause: { kind: 'manual', by: 'grace' },
      createdAt: minutesBefore(120),
      phase: ended('succeeded', minutesBefore(115)),
      attempts: [
        attempt({
          handle: 'good',
          intendedAt: minutesBefore(120),
          startedAt: minutesBefore(119),
          ending: { class: 'exit-zero', exitCode: 0, at: minutesBefore(115) },
        }),
      ],
    }),
    run(lostId, {
      flow: asked,
      cause: { kind: 'manual', by: 'grace' },
      createdAt: minutesBefore(240),
      parameters: { region: 'eu', rows: 10 },
      phase: ended('unknown', minutesBefore(180)),
      attempts: [
        attempt({
          handle: 'lost',
          intendedAt: minutesBefore(240),
          startedAt: minutesBefore(239),
          ending: { class: 'no-evidence', at: minutesBefore(180) },
        }),
      ],
    }),
  ];
}

export function everydayState(): State {
  return {
    ...emptyState(noon),
    runs: new Map(everydayRuns().map((entry) => [entry.id, entry])),
    gaps: [
      {
        flow: nightly,
        outcome: 'missed',
        because: 'window',
        from: minutesBefore(300),
        to: minutesBefore(300),
        count: 1,
      },
    ],
  };
}

export function thousandRuns(): State {
  const runs = Array.from({ length: 1_000 }, (_, index) => {
    const begun = minutesBefore(10 + index * 15);
    return run(`hourly-check-m-${String(index).padStart(4, '0')}`, {
      flow: index % 3 === 0 ? nightly : hourly,
      createdAt: begun,
      phase: ended(index % 7 === 0 ? 'failed' : 'succeeded', instantFromMs(begun + 4 * minuteMs)),
      attempts: [
        attempt({
          handle: `h${index}`,
          intendedAt: begun,
          startedAt: begun,
          ending:
            index % 7 === 0
              ? { class: 'exit-code', exitCode: 1, at: instantFromMs(begun + 4 * minuteMs) }
              : { class: 'exit-zero', exitCode: 0, at: instantFromMs(begun + 4 * minuteMs) },
        }),
      ],
    });
  });
  return { ...emptyState(noon), runs: new Map(runs.map((entry) => [entry.id, entry])) };
}

const start = minutesBefore(587);
const later = (seconds: number) => instantFromMs(start + seconds * secondMs);

/** What a run with tasks printed. */
export function taskLines(): string[] {
  const error = { name: 'Error', message: 'relation "sales" does not exist' };
  const events: readonly Event[] = [
    { event: 'flow-started', at: start },
    { event: 'task-started', at: start, task: 1, name: 'extract' },
    {
      event: 'task-ended',
      at: later(120),
      task: 1,
      name: 'extract',
      outcome: 'succeeded',
      attempt: 1,
      durationMs: 120_000,
    },
    { event: 'task-started', at: later(120), task: 2, name: 'load' },
    { event: 'task-started', at: later(130), task: 3, name: 'copy', key: 'sales', parent: 2 },
    {
      event: 'task-ended',
      at: later(390),
      task: 3,
      name: 'copy',
      key: 'sales',
      parent: 2,
      outcome: 'failed',
      attempt: 3,
      durationMs: 260_000,
      error,
    },
    {
      event: 'task-ended',
      at: later(400),
      task: 2,
      name: 'load',
      outcome: 'failed',
      attempt: 1,
      durationMs: 280_000,
      error,
    },
  ];
  return [
    'connecting to the warehouse',
    ...events.flatMap((event, index) => encodeEvent(event, index)),
    'Error: relation "sales" does not exist',
    '    at load (/flow/flows/nightly-load/load.ts:41:11)',
  ];
}

const chart =
  '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="120" viewBox="0 0 320 120"><rect width="320" height="120" fill="#f4f6f8"/><path d="M10 100L90 60L170 72L250 30L310 40" fill="none" stroke="#0b5c8a" stroke-width="3"/><text x="12" y="20" font-family="sans-serif" font-size="13">Sales by day</text></svg>';

/** What a run wants people to see: one artifact of each kind, harmless or not. */
export function artifactLines(): string[] {
  const artifacts: readonly Artifact[] = [
    {
      kind: 'markdown',
      name: 'Notes',
      text: '# Sales of the day\n\n**Total:** 1,204 rows of `sales`, 2 of them odd.\n\n- one table\n- one chart\n\n| check | result |\n|---|---|\n| sums | ok |\n\n<img src=x onerror="window.pwned = true">',
    },
    {
      kind: 'table',
      name: 'Rows',
      columns: ['table', 'rows', 'newest', 'a column with a rather long name'],
      rows: [
        ['sales', 1204, '2026-11-24', `password ${secret}`],
        ['<b>returns</b>', 17, null, true],
      ],
    },
    { kind: 'link', name: 'Dashboard', url: 'https://bi.example/d/1?day=2026-11-24', text: 'the dashboard' },
    { kind: 'link', name: 'Trap', url: 'javascript:window.pwned=true' },
    {
      kind: 'image',
      name: 'Chart',
      alt: 'Sales by day, rising',
      source: { kind: 'data', mediaType: 'image/svg+xml', base64: btoa(chart) },
    },
    {
      kind: 'image',
      name: 'Elsewhere',
      alt: 'A tracker',
      source: { kind: 'url', url: 'https://evil.example/x.png' },
    },
  ];
  return artifacts.flatMap((artifact, index) => encodeEvent({ event: 'artifact', artifact }, 100 + index));
}

/** What a hostile program would print. */
export const hostileLines: readonly string[] = [
  '<script>window.pwned = true</script>',
  '<img src=x onerror="window.pwned = true">',
  '</span></pre></section><h1 id="stolen">stolen</h1>',
  `password ${secret}`,
  '\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007 \u202egnp.exe',
  '\'"><svg onload=alert(1)>',
];
