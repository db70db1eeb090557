import type { Registry } from '../core/deployment.ts';
import { type Instant, minuteMs } from '../core/instant.ts';
import { isEnded, lastAttempt, type Run, type RunState } from '../core/run.ts';
import type { State } from '../core/state.ts';
import type { Outgoing } from './outgoing.ts';
import { elapsedMs, firstStart, type RunReport, revisionName } from './run-report.ts';
import { adviceFor, causeWords, endingWords, isLocalRun, runTitle } from './run-title.ts';
import { isBad } from './state-words.ts';
import { timelineLines } from './timeline.ts';
import { oneLine } from './visible.ts';
import { cutWidth, foldWidth, padWidth, widthOf, wrapWidth } from './width.ts';
import { durationWords, instantWords } from './words.ts';

/** What the command line prints: the same things as in checks, for 80 columns, with colours or without. */
export type Terminal = { readonly isColoured: boolean; readonly columns?: number };

const defaultColumns = 80;
const colours = { green: 32, red: 31, yellow: 33, blue: 34, dim: 2, bold: 1 } as const;

export function paint(text: string, colour: keyof typeof colours, { isColoured }: Terminal): string {
  return isColoured ? `\u001b[${colours[colour]}m${text}\u001b[0m` : text;
}

function stateColour(state: RunState): keyof typeof colours {
  if (state === 'succeeded') return 'green';
  if (state === 'unknown') return 'yellow';
  return isBad(state) ? 'red' : state === 'cancelled' ? 'dim' : 'blue';
}

export type StatusInput = { readonly state: State; readonly registry: Registry; readonly now: Instant };

/** A line for each flow: its state, its newest run, when that was. */
export function statusText({ state, registry, now }: StatusInput, terminal: Terminal): string {
  const newest = new Map<string, Run>();
  for (const run of state.runs.values()) {
    const known = newest.get(run.flow);
    if (known === undefined || run.createdAt > known.createdAt) newest.set(run.flow, run);
  }
  const flows = [...registry.deployments.keys()].sort();
  if (flows.length === 0) return 'No flow is deployed. Deploy with `headgate deploy`.\n';
  const rows = flows.map((flow) => {
    const run = newest.get(flow);
    const status = state.pauses.has(flow) ? 'paused' : (run?.phase.state ?? 'no run yet');
    return {
      cells: [
        flow,
        status,
        run === undefined ? '' : ageWords(run, now),
        run === undefined ? '' : tookWords(run, now),
      ],
      colour: run === undefined || state.pauses.has(flow) ? ('dim' as const) : stateColour(run.phase.state),
    };
  });
  return columnsText(['FLOW', 'STATUS', 'STARTED', 'TOOK'], rows, terminal);
}

function ageWords(run: Run, now: Instant): string {
  const ageMs = now - (firstStart(run) ?? run.createdAt);
  return ageMs < minuteMs ? 'just now' : `${durationWords(ageMs)} ago`;
}

function tookWords(run: Run, now: Instant): string {
  const isKnown = firstStart(run) !== undefined && run.phase.state !== 'unknown';
  return isKnown ? durationWords(elapsedMs(run, now)) : '';
}

export type TextRow = { readonly cells: readonly string[]; readonly colour?: keyof typeof colours };

const narrowestColumn = 8;

/** Aligned columns. The second is the coloured one; where they do not fit, the widest ones are cut. */
export function columnsText(head: readonly string[], rows: readonly TextRow[], terminal: Terminal): string {
  const texts = rows.map(({ cells }) => head.map((_, index) => oneLine(cells[index] ?? '')));
  const wanted = head.map((title, index) =>
    Math.max(widthOf(title), ...texts.map((cells) => widthOf(cells[index] ?? ''))),
  );
  const widths = fittingWidths(wanted, terminal.columns ?? defaultColumns);
  const line = (cells: readonly string[], colour?: keyof typeof colours) => {
    const shown = cells.map((cell, index) => cutWidth(cell, widths[index] ?? 0));
    const padded = shown.map((cell, index) => padWidth(cell, widths[index] ?? 0));
    const [first = '', second = '', ...rest] = padded;
    const words = shown[1] ?? '';
    const painted =
      colour === undefined || words === ''
        ? second
        : `${paint(words, colour, terminal)}${second.slice(words.length)}`;
    return [first, painted, ...rest].join('  ').trimEnd();
  };
  const lines = texts.map((cells, index) => line(cells, rows[index]?.colour));
  return `${[paint(line(head), 'bold', terminal), ...lines].join('\n')}\n`;
}

function fittingWidths(wanted: readonly number[], columns: number): number[] {
  const widths = [...wanted];
  const total = () => widths.reduce((sum, width) => sum + width, 0) + 2 * (widths.length - 1);
  while (total() > columns) {
    const widest = Math.max(...widths);
    if (widest <= narrowestColumn) break;
    widths[widths.indexOf(widest)] = Math.max(
      widest - (total() - columns),
      narrowestColumn,
      secondWidest(widths),
    );
  }
  return widths;
}

/** The widest gives way first, but not so far that it becomes narrower than the next. */
function secondWidest(widths: readonly number[]): number {
  const [widest = 0, second = 0] = [...widths].sort((a, b) => b - a);
  return second < widest ? second : widest - 1;
}

const logBounds = { mostLines: 50, mostBytes: 20_000 };
const mostTaskRows = 20;

/** A run, as `headgate run` prints it. */
export function runText(report: RunReport, outgoing: Outgoing, terminal: Terminal): string {
  const { run, now, events, logTail } = report;
  const columns = terminal.columns ?? defaultColumns;
  const cutLines = (lines: readonly string[]) => lines.map((line) => cutWidth(line, columns));
  const title = wrapWidth(`${run.flow}: ${runTitle(report, outgoing)}`.split(' '), columns - 2);
  const facts = [
    ['Run', run.id],
    ['Why', withoutMarks(causeWords(run, outgoing))],
    ['Started', firstStart(run) === undefined ? '' : instantWords(firstStart(run) ?? now)],
    ['Revision', outgoing.title(revisionName(run.revision))],
    ...endFacts(report, outgoing),
  ].flatMap(([name = '', value = '']) => (value === '' ? [] : fact(name, value, columns)));
  // An address is there to be opened: it stays whole, however long.
  const place =
    report.logPlace === undefined ? [] : [`  ${'Log'.padEnd(9)} ${outgoing.title(report.logPlace, 2_000)}`];
  const bars = events === undefined ? [] : timelineLines(events, now, mostTaskRows);
  const shownBars = outgoing.lines(bars, { mostLines: mostTaskRows + 1, mostBytes: 20_000 });
  const log = outgoing.lines(
    logTail.map(({ text }) => text),
    logBounds,
  );
  const blocks = [
    [...headLines(title, run, terminal), ...facts, ...place],
    cutLines(shownBars.map((line) => `  ${line}`)),
    // A traceback that is cut says nothing.
    log.flatMap((line) => foldWidth(line, columns - 4)).map((line) => `  \u2502 ${line}`),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

/** The flow's name stays plain; how the run stands is coloured. */
function headLines(title: readonly string[], run: Run, terminal: Terminal): string[] {
  const name = `${run.flow}:`;
  return title.map((line, index) => {
    const isFirst = index === 0 && line.startsWith(`${name} `);
    const words = isFirst ? line.slice(name.length + 1) : line;
    const painted = paint(words, stateColour(run.phase.state), terminal);
    return isFirst ? `${name} ${painted}` : `${index === 0 ? '' : '  '}${painted}`;
  });
}

function fact(name: string, value: string, columns: number): string[] {
  return wrapWidth(value.split(' '), Math.max(columns - 12, narrowestColumn)).map(
    (line, index) => `  ${(index === 0 ? name : '').padEnd(9)} ${line}`,
  );
}

function endFacts(report: RunReport, outgoing: Outgoing): string[][] {
  const { run } = report;
  const ending = lastAttempt(run)?.ending;
  if (!isEnded(run) || ending === undefined) return [];
  const advice = adviceFor(report, ending, outgoing);
  return [
    ['Ended', withoutMarks(endingWords(ending, outgoing, { isLocal: isLocalRun(run) }))],
    ['Do', advice === undefined ? '' : advice.replaceAll('`', '')],
  ];
}

/** Markdown's marks mean nothing on a terminal. */
function withoutMarks(markdown: string): string {
  return markdown.replaceAll(/\\([-+=.)!])/g, '$1');
}
