import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { emptyRegistry } from '../../../src/core/deployment.ts';
import { encodeEvent, parseEvents } from '../../../src/core/event.ts';
import type { FlowName } from '../../../src/core/flow.ts';
import type { RunId } from '../../../src/core/run.ts';
import { emptyState, type State } from '../../../src/core/state.ts';
import { type Overview, plainText } from '../../../src/report/live/page.ts';
import { runPage } from '../../../src/report/live/run-page.ts';
import { scriptText } from '../../../src/report/live/script.ts';
import { placeOf, plainPage, plainPaths, runPaths } from '../../../src/report/live/site-map.ts';
import { styleText } from '../../../src/report/live/style.ts';
import { createOutgoing } from '../../../src/report/outgoing.ts';
import { createRedactor } from '../../../src/report/redact.ts';
import { attempt, noon, run } from '../../core/builders.ts';
import {
  artifactLines,
  everydayState,
  failedId,
  flows,
  goodId,
  hourly,
  lostId,
  openId,
  secret,
  taskLines,
  thousandRuns,
} from '../../doors/cli/live/stage.ts';
import { hostileText } from '../hostile.ts';

const live = { kind: 'live', token: 'the-token' } as const;

function overview(state: State, facts: Partial<Overview> = {}): Overview {
  return {
    project: 'acme',
    state,
    registry: flows,
    now: noon,
    outgoing: plainText(createOutgoing(createRedactor([secret]))),
    waiting: new Map(),
    describeSchedule: () => 'each night',
    mode: live,
    ...facts,
  };
}

function pageOf(shown: Overview, path: string): string {
  const place = placeOf(path);
  if (place === undefined || place.kind === 'run' || place.kind === 'log') throw new Error(path);
  return plainPage(shown, place) ?? '';
}

function runOf(shown: Overview, id: RunId) {
  const found = shown.state.runs.get(id);
  if (found === undefined) throw new Error(id);
  return found;
}

it('puts the run that failed and the slot that was missed before everything else', () => {
  const page = pageOf(overview(everydayState()), 'index.html');
  const attention = page.slice(page.indexOf('id="attention"'), page.indexOf('id="flows"'));
  expect(attention).toContain(failedId);
  expect(attention).toContain('1 slot of');
  expect(attention).not.toContain(goodId);
});

it('says of an empty project what to do, and offers no table without rows', () => {
  const page = pageOf(overview(emptyState(noon), { registry: emptyRegistry }), '');
  expect(page).toContain('No flow is deployed yet.');
  expect(page).toContain('Nothing needs attention.');
  expect(page).not.toContain('<table');
});

it('offers to cancel open runs, to retry runs that ended badly, and nothing for those that succeeded', () => {
  const shown = overview(everydayState());
  expect(runPage({ overview: shown, run: runOf(shown, openId) })).toContain('action="../do/cancel"');
  expect(runPage({ overview: shown, run: runOf(shown, failedId) })).toContain('action="../do/retry"');
  expect(runPage({ overview: shown, run: runOf(shown, goodId) })).not.toContain('action=');
});

it('asks a person how a run ended that nobody saw end, on its own page', () => {
  const shown = overview(everydayState());
  const page = runPage({ overview: shown, run: runOf(shown, lostId) });
  for (const as of ['succeeded', 'failed'])
    expect(page).toContain(`<input type="hidden" name="as" value="${as}">`);
  expect(page).toContain('action="../do/retry"');
  expect(pageOf(shown, 'index.html')).toContain(`href="runs/${lostId}.html#resolve"`);
  const still = overview(everydayState(), { mode: { kind: 'static' } });
  expect(pageOf(still, 'index.html')).not.toContain('#resolve');
});

it('shows artifacts as text, tables, links and images of the flow itself, and nothing of them as markup', () => {
  const shown = overview(everydayState());
  const log = { attempt: 2, lines: [], earlier: 0, isComplete: true, events: parseEvents(artifactLines()) };
  const page = runPage({ overview: shown, run: runOf(shown, failedId), log });
  expect(page).toContain('<strong>Total:</strong>');
  expect(page).toContain('<td>&lt;b&gt;returns&lt;/b&gt;</td>');
  expect(page).toContain('<td>password ***</td>');
  expect(page).toContain('<code>javascript:window.pwned=true</code>');
  expect(page).toContain(
    '<a href="https://evil.example/x.png" rel="noopener noreferrer nofollow" target="_blank">',
  );
  expect(page.match(/<img [^>]*src="([^"]{0,30})/g)).toEqual([
    expect.stringMatching(/src="data:image\/svg\+xml;base64,/),
  ]);
});

it('leaves images that are too large for a page to the log', () => {
  const large = (name: string): string[] => [
    ...encodeEvent(
      {
        event: 'artifact',
        artifact: {
          kind: 'image',
          name,
          alt: name,
          source: { kind: 'data', mediaType: 'image/png', base64: 'A'.repeat(200 * 1024) },
        },
      },
      Number(name),
    ),
  ];
  const shown = overview(everydayState());
  const events = parseEvents(['1', '2', '3'].flatMap(large));
  const page = runPage({
    overview: shown,
    run: runOf(shown, failedId),
    log: { attempt: 2, lines: [], earlier: 0, isComplete: true, events },
  });
  expect(page.match(/<img /g)).toHaveLength(1);
  expect(page).toContain('image/png, 150 KiB, too large to show here');
});

it('shows any artifact without a tag that is not ours', () => {
  const shown = overview(everydayState());
  fc.assert(
    fc.property(hostileText, hostileText, (a, b) => {
      const artifacts = [
        { kind: 'markdown', name: a, text: `${b}\n\n# ${a}\n- ${b}\n|${a}|${b}|\n\n**${a}** \`${b}\`` },
        { kind: 'table', name: b, columns: [a, b], rows: [[b, a]] },
        { kind: 'link', name: `${a}1`, url: b, text: a },
        { kind: 'link', name: `${a}2`, url: `https://${a}`, text: a },
        { kind: 'image', name: `${a}3`, alt: b, source: { kind: 'url', url: a } },
      ];
      const lines = artifacts.map((artifact) =>
        JSON.stringify({ headgate: 1, event: 'artifact', at: '2026-11-24T12:00:00Z', artifact }),
      );
      const log = { attempt: 2, lines: [], earlier: 0, isComplete: true, events: parseEvents(lines) };
      const page = runPage({ overview: shown, run: runOf(shown, failedId), log });
      const part = page.slice(page.indexOf('id="artifacts"'), page.indexOf('id="log-part"'));
      const tags = [...part.matchAll(/<\/?([a-zA-Z!][^\s>]*)/g)].map(([, tag]) => tag);
      const ours = 'section h2 h3 h4 p pre ul li strong code a div table thead tbody tr th td'.split(' ');
      expect(tags.filter((tag) => !ours.includes(tag ?? ''))).toEqual([]);
      expect(part).not.toMatch(/href="(?!https?:)|src="/i);
    }),
    { numRuns: 100 },
  );
});

it('writes read-only pages without a button, a token, a script or an address of elsewhere', () => {
  const shown = overview(everydayState(), { mode: { kind: 'static' } });
  const runs = [...shown.state.runs.values()].map((entry) => runPage({ overview: shown, run: entry }));
  for (const page of [...plainPaths(shown).map((path) => pageOf(shown, path)), ...runs]) {
    expect(page).not.toMatch(/<form|<script|<button|token|https?:/);
    expect(page).toContain('default-src &#39;none&#39;');
  }
});

it('links only to pages that there are', () => {
  const shown = overview(thousandRuns());
  const paths = new Set([...plainPaths(shown), ...runPaths(shown).values()]);
  for (const path of plainPaths(shown))
    for (const [, target = ''] of pageOf(shown, path).matchAll(/<a [^>]*href="([^"#]+)/g)) {
      const found = new URL(target, `http://x/${path}`).pathname.slice(1);
      expect([path, found, paths.has(found)]).toEqual([path, found, true]);
    }
});

it('shows a thousand runs on pages that weigh less than 100 kB with all that belongs to them', () => {
  const shown = overview(thousandRuns());
  const assets = styleText.length + scriptText.length;
  for (const path of plainPaths(shown)) expect(pageOf(shown, path).length + assets).toBeLessThan(100_000);
  const listed = Array.from({ length: 20 }, (_, index) => pageOf(shown, `all-runs/${index + 1}.html`)).join(
    '',
  );
  for (const id of shown.state.runs.keys()) expect(listed).toContain(`runs/${id}.html`);
  expect(plainPage(shown, { kind: 'runs', page: 21 })).toBeUndefined();
});

it('draws each task as a bar within its time, with its end in words', () => {
  const shown = overview(everydayState());
  const events = parseEvents(taskLines());
  const log = { attempt: 2, lines: ['one'], earlier: 3, isComplete: true, events };
  const page = runPage({ overview: shown, run: runOf(shown, failedId), log });
  const bars = [...page.matchAll(/<rect x="([\d.]+)" y="1" width="([\d.]+)"/g)].map(([, x, width]) => [
    Number(x),
    Number(width),
  ]);
  expect(bars).toEqual([
    [0, 30],
    [30, 70],
    [32.5, 65],
  ]);
  expect(page).toContain('relation &quot;sales&quot; does not exist');
  expect(page).toContain('3 earlier lines');
  expect(page).toContain('exit 1 in <code>copy</code>');
});

it('lists tasks that were told of without times, with their ends', () => {
  const shown = overview(everydayState());
  const events = parseEvents([
    '{"headgate":1,"event":"task-started","task":1,"name":"load"}',
    '{"headgate":1,"event":"task-ended","task":1,"name":"load","outcome":"failed","attempt":1,"durationMs":5,"error":"no <b>"}',
  ]);
  const log = { attempt: 2, lines: [], earlier: 0, isComplete: true, events };
  const page = runPage({ overview: shown, run: runOf(shown, failedId), log });
  expect(page).not.toContain('told of no tasks');
  expect(page).toMatch(/<th role="rowheader"[^>]*>.*load.*<\/th><td role="cell">.*failed.*no &lt;b&gt;/);
});

it('escapes and redacts whatever comes from outside', () => {
  const hostile = `<script>alert(1)</script> ${secret} "onload='x'`;
  const state: State = {
    ...emptyState(noon),
    runs: new Map([
      [
        'r-1' as RunId,
        run('r-1', {
          flow: hourly,
          cause: { kind: 'manual', by: hostile },
          parameters: { [hostile]: hostile },
          revision: hostile,
          phase: { state: 'failed', endedAt: noon },
          attempts: [
            attempt({ handle: 'h', ending: { class: 'exit-code', exitCode: 1, at: noon, detail: hostile } }),
          ],
        }),
      ],
    ]),
    pauses: new Map([[hourly, { flow: hourly, at: noon, by: hostile }]]),
  };
  const event = { headgate: 1, event: 'task-started', at: '2026-11-24T12:00:00Z', task: 1, name: hostile };
  const shown = overview(state, { mode: { ...live, notice: { isBad: true, text: hostile } } });
  const log = {
    attempt: 1,
    lines: [hostile.replace(secret, '***')],
    earlier: 0,
    isComplete: true,
    events: parseEvents([JSON.stringify(event)]),
    place: hostile,
  };
  const pages = [
    runPage({ overview: shown, run: runOf(shown, 'r-1' as RunId), log }),
    ...plainPaths(shown).map((path) => pageOf(shown, path)),
  ];
  for (const page of pages) {
    expect(page.replaceAll(/<script src="(?:\.\.\/)?headgate\.js" defer><\/script>/g, '')).not.toMatch(
      /<script|onload='/,
    );
    expect(page).not.toContain(secret);
  }
  expect(pages[0]).toContain('&lt;script&gt;alert(1)');
});

it.each([
  '../x',
  'runs/a.txt',
  'runs/A.html',
  'all-runs/0.html',
  'all-runs/1e3.html',
  'runs/%2e.html',
  'do/run',
  'x',
])('takes %s for no page', (path) => {
  expect(placeOf(path)).toBeUndefined();
});

it('knows no page of a flow that is not deployed', () => {
  expect(plainPage(overview(emptyState(noon)), { kind: 'flow', flow: 'other' as FlowName })).toBeUndefined();
});
