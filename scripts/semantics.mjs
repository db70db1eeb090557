// The tables of docs/semantics.md, from the tables that the code uses. `node scripts/semantics.mjs [--check]`
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = new URL('../docs/semantics.md', import.meta.url);
const { outputFiles } = await build({
  stdin: {
    contents: `
      export { endingClasses } from './src/core/ending.ts';
      export { gapReasons } from './src/core/state.ts';
      export { judgeOverlap } from './src/core/overlap.ts';
      export { delayAfter } from './src/core/retries.ts';
      export { followersOf } from './src/core/after.ts';
      export { slotsBetween } from './src/core/slots.ts';
    `,
    resolveDir: root,
  },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
});
const core = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

const line = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

function overlapWords(policy, open) {
  const verdict = core.judgeOverlap(policy, open);
  if (verdict.kind === 'skip') return `skipped: ${core.gapReasons[verdict.because]}`;
  if (verdict.kind === 'replace') return 'waits; the open runs are cancelled';
  if (open.length === 0) return 'runs';
  if (policy !== 'allow') return 'waits';
  return open.length === 1 ? 'runs beside it' : 'runs beside them';
}

const atWork = { id: 'a', isWaiting: false, isOfPerson: false };
const waiting = { id: 'b', isWaiting: true, isOfPerson: false };
const ofPerson = { ...atWork, isOfPerson: true };

/** What a flow does after an upstream run that ended so, with a slot of its own. */
function afterWords(when, state) {
  const upstream = {
    id: 'a-1',
    flow: 'a',
    cause: { kind: 'slot', slot: 0 },
    createdAt: 0,
    phase: { state, endedAt: 1 },
  };
  const deployments = new Map([['b', { flow: 'b', policy: { after: { flows: ['a'], when } } }]]);
  const [next] = core.followersOf([upstream], { deployments });
  return next?.kind === 'run' ? 'runs' : `skipped: ${core.gapReasons.upstream}`;
}

const clockCases = [
  ['30 2 * * *', 'Europe/Berlin', '2026-03-29', 'the clock goes from 02:00 to 03:00'],
  ['30 2 * * *', 'Europe/Berlin', '2026-10-25', 'the hour from 02:00 comes twice'],
  ['0 * * * *', 'Europe/Berlin', '2026-03-29', 'the clock goes from 02:00 to 03:00'],
  ['0 * * * *', 'Europe/Berlin', '2026-10-25', 'the hour from 02:00 comes twice'],
  ['15 2 * * *', 'Australia/Lord_Howe', '2026-10-04', 'the clock goes from 02:00 to 02:30'],
  ['45 1 * * *', 'Australia/Lord_Howe', '2026-04-05', 'the half hour from 01:30 comes twice'],
];

/** The slots of a rule from midnight to four in the morning of a local day. */
function clockRow([cron, timezone, day, what]) {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const offsetHours = timezone === 'Europe/Berlin' ? (day < '2026-06' ? 1 : 2) : day < '2026-06' ? 11 : 10.5;
  const from = midnight - offsetHours * 3_600_000 - 1;
  const slots = core.slotsBetween({ kind: 'cron', cron, timezone }, from, from + 4 * 3_600_000, 9);
  const times = slots.map((slot) => new Date(slot).toISOString().slice(11, 16)).join(', ');
  return [`\`${cron}\``, timezone, day, what, times];
}

const policies = ['skip', 'buffer-one', 'buffer-all', 'cancel-other', 'allow'];
const rule = { limit: 5, delaySeconds: 30, maxDelaySeconds: 900, jitter: 0 };
const tables = {
  endings: table(
    ['class', 'the run becomes', 'budget of its retries', 'the attempt ended because'],
    Object.entries(core.endingClasses).map(([name, { outcome, budget, words }]) => [
      `\`${name}\``,
      outcome,
      budget,
      words,
    ]),
  ),
  gaps: table(
    ['reason', 'in words'],
    Object.entries(core.gapReasons).map(([name, words]) => [`\`${name}\``, words]),
  ),
  clocks: table(
    ['rule', 'zone', 'day', 'what its clocks do', 'slots in the first four hours, in UTC'],
    clockCases.map(clockRow),
  ),
  after: table(
    ['the upstream run', ...['succeeded', 'failed', 'finished'].map((when) => `\`when: ${when}\``)],
    ['succeeded', 'failed', 'crashed', 'timed-out', 'cancelled', 'unknown'].map((state) => [
      state,
      ...['succeeded', 'failed', 'finished'].map((when) => afterWords(when, state)),
    ]),
  ),
  overlap: table(
    [
      'policy',
      'nothing is open',
      'a run is at work',
      'one is at work, one waits',
      "a person's run is at work",
    ],
    policies.map((policy) => [
      `\`${policy}\``,
      ...[[], [atWork], [atWork, waiting], [ofPerson]].map((open) => overlapWords(policy, open)),
    ]),
  ),
  backoff: table(
    ['after failure', 'constant', 'linear', 'exponential'],
    [1, 2, 3, 4, 5, 6].map((failures) => [
      failures,
      ...['constant', 'linear', 'exponential'].map(
        (backoff) => `${core.delayAfter({ ...rule, backoff }, failures, '')} s`,
      ),
    ]),
  ),
};

const before = readFileSync(page, 'utf8');
const after = before.replace(/(<!-- table: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g, (whole, head, name, tail) =>
  name in tables ? `${head}${tables[name]}\n${tail}` : whole,
);
if (process.argv.includes('--check')) {
  if (after !== before) {
    process.stderr.write('docs/semantics.md is not what the code says. Run `node scripts/semantics.mjs`.\n');
    process.exitCode = 1;
  }
} else writeFileSync(page, after);
