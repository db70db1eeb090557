import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Artifact,
  type Event,
  EventTooLargeError,
  encodeEvent,
  eventLimitBytes,
  eventMarker,
  isEventLine,
  longestEventLineBytes,
  mostTasks,
  parseEvents,
  shownText,
} from '../../src/core/event.ts';
import { instantFromMs } from '../../src/core/instant.ts';

const at = (seconds: number) => instantFromMs(Date.UTC(2026, 0, 1) + seconds * 1000);
const linesOf = (events: readonly Event[]) => events.flatMap((event, index) => encodeEvent(event, index));

const story: Event[] = [
  { event: 'flow-started', at: at(0) },
  { event: 'task-started', at: at(1), task: 1, name: 'load' },
  { event: 'task-started', at: at(1), task: 2, name: 'page', key: '7', parent: 1 },
  {
    event: 'task-retrying',
    at: at(2),
    task: 2,
    name: 'page',
    key: '7',
    parent: 1,
    attempt: 1,
    delayMs: 50,
    error: { name: 'HttpError', message: 'status 503' },
  },
  {
    event: 'task-ended',
    at: at(3),
    task: 2,
    name: 'page',
    key: '7',
    parent: 1,
    attempt: 2,
    outcome: 'succeeded',
    durationMs: 2000,
  },
  { event: 'log', level: 'warning', message: 'rows are missing', fields: { expected: 10, place: 'a b' } },
  { event: 'progress', name: 'page', done: 3, total: 10 },
  { event: 'artifact', artifact: { kind: 'link', name: 'data', url: 'https://example.org/data' } },
  {
    event: 'task-ended',
    at: at(4),
    task: 1,
    name: 'load',
    attempt: 1,
    outcome: 'failed',
    durationMs: 3000,
    error: { name: 'Error', message: 'no' },
  },
  { event: 'flow-ended', at: at(5), outcome: 'failed', error: { name: 'Error', message: 'no' } },
];

describe('parseEvents', () => {
  it('gives the timeline, the artifacts, the progress and the end', () => {
    const events = parseEvents(linesOf(story));
    expect(events).toEqual({
      startedAt: at(0),
      finished: { outcome: 'failed', at: at(5), error: { name: 'Error', message: 'no' } },
      tasks: [
        {
          task: 1,
          name: 'load',
          attempt: 1,
          startedAt: at(1),
          endedAt: at(4),
          outcome: 'failed',
          error: { name: 'Error', message: 'no' },
        },
        {
          task: 2,
          name: 'page',
          key: '7',
          parent: 1,
          attempt: 2,
          startedAt: at(1),
          endedAt: at(3),
          outcome: 'succeeded',
          error: { name: 'HttpError', message: 'status 503' },
        },
      ],
      totals: [],
      artifacts: [{ kind: 'link', name: 'data', url: 'https://example.org/data' }],
      progress: [{ name: 'page', done: 3, total: 10 }],
      logLevels: { debug: 0, info: 0, warning: 1, error: 0 },
      dropped: 0,
    });
  });

  it('says nothing about the end when the log breaks off', () => {
    const lines = linesOf(story).slice(0, -1);
    const cut = [...lines.slice(0, -1), lines.at(-1)?.slice(0, 40) ?? ''];
    const events = parseEvents(cut);
    expect(events.finished).toBeUndefined();
    expect(events.tasks[0]).toEqual({ task: 1, name: 'load', attempt: 1, startedAt: at(1) });
    expect(events.dropped).toBe(1);
  });

  it('takes the start of a task from its end when the line of the start is lost', () => {
    const [record] = parseEvents(linesOf(story.slice(8, 9))).tasks;
    expect(record?.startedAt).toBe(at(1));
  });

  it('reads what other languages print', () => {
    const events = parseEvents([
      '{"headgate": 1, "event": "log", "level": "WARN", "message": "caf\\u00e9"}',
      '{"headgate": 1, "event": "task-ended", "task": 0, "name": "load", "outcome": "succeeded"}',
    ]);
    expect(events.logLevels.warning).toBe(1);
    expect(events.tasks[0]?.outcome).toBe('succeeded');
  });

  it('believes only lines that begin with the marker', () => {
    const [line = ''] = encodeEvent({ event: 'flow-ended', outcome: 'succeeded' }, 0);
    const events = parseEvents([`got ${line}`, ` ${line}`, `"${line}"`, line.replace('1', '2')]);
    expect(events.finished).toBeUndefined();
  });

  it('joins the parts of a long event, whatever comes between them and in whatever order', () => {
    const artifact: Artifact = { kind: 'markdown', name: 'long', text: '"\\\n\u{1F600}é'.repeat(5_000) };
    const lines = encodeEvent({ event: 'artifact', artifact }, 9);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(longestEventLineBytes);
    const shuffled = [...lines].reverse().flatMap((line) => [line, 'other output', '{"headgate":1,"event":']);
    expect(parseEvents(shuffled).artifacts).toEqual([artifact]);
    const incomplete = parseEvents(lines.slice(1));
    expect(incomplete.artifacts).toEqual([]);
    expect(incomplete.dropped).toBe(1);
  });

  it('keeps within its bounds and counts what it left out, but not failures', () => {
    const task = (index: number, outcome: 'succeeded' | 'failed'): Event => ({
      event: 'task-ended',
      task: index,
      name: 'page',
      outcome,
      attempt: 1,
      durationMs: 1,
    });
    const many = Array.from({ length: mostTasks + 500 }, (_, index) => task(index, 'succeeded'));
    const events = parseEvents(linesOf([...many, task(9_999, 'failed')]));
    expect(events.tasks).toHaveLength(mostTasks + 1);
    expect(events.tasks.at(-1)?.outcome).toBe('failed');
    expect(events.dropped).toBe(500);
    const text = 'x'.repeat(100_000);
    const artifacts = Array.from(
      { length: 20 },
      (_, index): Event => ({ event: 'artifact', artifact: { kind: 'markdown', name: `a${index}`, text } }),
    );
    expect(parseEvents(linesOf(artifacts)).artifacts).toHaveLength(10);
  });

  it('replaces an artifact of the same name', () => {
    const table = (rows: number): Event => ({
      event: 'artifact',
      artifact: { kind: 'table', name: 'rows', columns: ['n'], rows: [[rows]] },
    });
    expect(parseEvents(linesOf([table(1), table(2)])).artifacts).toEqual([
      { kind: 'table', name: 'rows', columns: ['n'], rows: [[2]] },
    ]);
  });

  it('survives every marked line', () => {
    const hostile = fc.oneof(
      fc.string().map((text) => `${eventMarker}${text}`),
      fc.json().map((text) => `${eventMarker}"event":"artifact","artifact":${text}}`),
      fc
        .tuple(fc.constantFrom('__proto__', 'constructor', 'task-ended', 'task-totals', 'log'), fc.object())
        .map(([event, rest]) => `${eventMarker}"event":"${event}",${JSON.stringify(rest).slice(1)}`),
      fc
        .record({
          at: fc.double(),
          task: fc.double(),
          durationMs: fc.double(),
          name: fc.string(),
          outcome: fc.constantFrom('failed', 'x'),
        })
        .map((rest) => `${eventMarker}"event":"task-ended",${JSON.stringify(rest).slice(1)}`),
      fc
        .tuple(fc.array(fc.oneof(fc.integer(), fc.maxSafeInteger())), fc.string())
        .map(
          ([part, text]) => `${eventMarker}"part":${JSON.stringify(part)},"text":${JSON.stringify(text)}}`,
        ),
    );
    fc.assert(
      fc.property(fc.array(hostile), (lines) => {
        const { dropped, tasks } = parseEvents(lines);
        expect(dropped).toBeLessThanOrEqual(lines.length);
        expect(tasks.length).toBeLessThanOrEqual(lines.length);
        for (const line of lines) shownText(line);
      }),
    );
  });

  it('gives back what was encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 9_000 }), (text) => {
        const artifact: Artifact = { kind: 'markdown', name: 'any', text };
        expect(parseEvents(encodeEvent({ event: 'artifact', artifact }, 1)).artifacts).toEqual([artifact]);
      }),
    );
  });
});

describe('encodeEvent', () => {
  it('refuses what is too large, and says what to do instead', () => {
    const artifact: Artifact = { kind: 'markdown', name: 'dump', text: 'x'.repeat(eventLimitBytes) };
    const encode = () => encodeEvent({ event: 'artifact', artifact }, 0);
    expect(encode).toThrow(EventTooLargeError);
    expect(encode).toThrow(
      /artifact "dump" takes 2622\d\d bytes; at most 262144 are kept\. .* link artifact/,
    );
  });
});

describe('shownText', () => {
  it('shows log messages with their fields, other output as it is, and no other events', () => {
    expect(
      linesOf(story)
        .map(shownText)
        .filter((text) => text !== undefined),
    ).toEqual(['WARNING rows are missing expected=10 place="a b"']);
    expect(shownText('plain')).toBe('plain');
    expect(isEventLine('plain')).toBe(false);
    expect(isEventLine(linesOf(story)[0] ?? '')).toBe(true);
  });
});

describe('what no report is made for', () => {
  const marked = (fields: string) => `${eventMarker}${fields}}`;
  const started = (at: number) =>
    parseEvents([marked(`"event":"task-started","at":${at},"task":1,"name":"x"`)]);
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

  it('takes no moment from 2200 on, and keeps what else the event says', () => {
    expect(started(Date.UTC(2200, 0, 1)).tasks[0]?.startedAt).toBe(Date.UTC(2200, 0, 1));
    for (const at of [Date.UTC(2200, 0, 1) + 1, 8.64e15, 8.64e15 + 1, 1e308, -1])
      expect(started(at).tasks).toEqual([{ attempt: 1, task: 1, name: 'x' }]);
  });

  it.each([
    [
      'a field of a log event',
      (json: string) => `"event":"log","level":"info","message":"m","fields":{"a":${json}}`,
    ],
    [
      'a cell of a table',
      (json: string) =>
        `"event":"artifact","artifact":{"kind":"table","name":"t","columns":["c"],"rows":[[${json}]]}`,
    ],
  ])('drops an event with JSON nested deeper than 32 levels in %s', (_where, fields) => {
    expect(parseEvents([marked(fields(nested(20)))]).dropped).toBe(0);
    for (const levels of [33, 1_000, 30_000]) {
      const line = marked(fields(nested(levels)));
      expect(parseEvents([line])).toMatchObject({ dropped: 1, artifacts: [] });
      expect(shownText(line)).toBeUndefined();
    }
  });

  it('takes no count and no sum beyond a quadrillion', () => {
    const totals = (value: string) =>
      parseEvents([
        marked(`"event":"task-totals","totals":[{"name":"x","succeeded":${value},"totalMs":${value}}]`),
      ]).totals;
    expect(totals('1e15')).toMatchObject([{ succeeded: 1e15, totalMs: 1e15 }]);
    expect(totals('1e300')).toMatchObject([{ succeeded: 0, totalMs: 0 }]);
    expect(parseEvents([marked('"event":"progress","name":"x","done":1e300')]).dropped).toBe(1);
  });
});
