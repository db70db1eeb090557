import type { Registry } from '../core/deployment.ts';
import { type Instant, minuteMs } from '../core/instant.ts';
import { isEnded, lastAttempt, type Run, type RunState } from '../core/run.ts';
import type { State } from '../core/state.ts';
import type { Outgoing } from './outgoing.ts';
import { elapsedMs, firstStart, type RunReport, revisionName } from './run-report.ts';
import { causeWords, endingWords, runTitle } from './run-title.ts';
import { isBad } from './state-words.ts';
import { timelineLines } from './timeline.ts';
import { cutLength, oneLine } from './visible.ts';
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
  return firstStart(run) === undefined ? '' : durationWords(elapsedMs(run, now));
}

export type TextRow = { readonly cells: readonly string[]; readonly colour?: keyof typeof colours };

/** Aligned columns. The second column is the coloured one; the last is cut to what fits. */
export function columnsText(head: readonly string[], rows: readonly TextRow[], terminal: Terminal): string {
  const columns = terminal.columns ?? defaultColumns;
  const widths = head.map((title, index) =>
    Math.max(title.length, ...rows.map(({ cells }) => oneLine(cells[index] ?? '').length)),
  );
  const line = (cells: readonly string[], colour?: keyof typeof colours) => {
    const padded = cells.map((cell, index) => oneLine(cell).padEnd(widths[index] ?? 0));
    const cut = cutLength(padded.join('  ').trimEnd(), columns);
    const [first = '', second = ''] = padded;
    if (colour === undefined || cut.length < first.length + 2 + second.trimEnd().length) return cut;
    const from = first.length + 2;
    const to = from + second.trimEnd().length;
    return `${cut.slice(0, from)}${paint(cut.slice(from, to), colour, terminal)}${cut.slice(to)}`;
  };
  return `${[paint(line(head), 'bold', terminal), ...rows.map(({ cells, colour }) => line(cells, colour))].join('\n')}\n`;
}

const logBounds = { mostLines: 50, mostBytes: 20_000 };
const mostTaskRows = 20;

/** A run, as `headgate run` prints it. */
export function runText(report: RunReport, outgoing: Outgoing, terminal: Terminal): string {
  const { run, now, events, logTail } = report;
  const columns = terminal.columns ?? defaultColumns;
  const cutLines = (lines: readonly string[]) => lines.map((line) => cutLength(line, columns));
  const title = cutLength(runTitle(report, outgoing), Math.max(columns - run.flow.length - 2, 20));
  const facts = [
    ['Run', run.id],
    ['Why', withoutMarks(causeWords(run, outgoing))],
    ['Started', firstStart(run) === undefined ? '' : instantWords(firstStart(run) ?? now)],
    ['Revision', outgoing.title(revisionName(run.revision))],
    ...endFacts(run, outgoing),
  ].flatMap(([name = '', value = '']) => (value === '' ? [] : [fact(name, value)]));
  // An address is there to be opened: it stays whole, however long.
  const place = report.logPlace === undefined ? [] : [fact('Log', outgoing.title(report.logPlace, 2_000))];
  const bars = events === undefined ? [] : timelineLines(events, now, mostTaskRows);
  const shownBars = outgoing.lines(bars, { mostLines: mostTaskRows + 1, mostBytes: 20_000 });
  const log = outgoing.lines(
    logTail.map(({ text }) => text),
    logBounds,
  );
  const blocks = [
    [`${run.flow}: ${paint(title, stateColour(run.phase.state), terminal)}`, ...cutLines(facts), ...place],
    cutLines(shownBars.map((line) => `  ${line}`)),
    cutLines(log.map((line) => `  \u2502 ${line}`)),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function fact(name: string, value: string): string {
  return `  ${name.padEnd(9)} ${value}`;
}

function endFacts(run: Run, outgoing: Outgoing): string[][] {
  const ending = lastAttempt(run)?.ending;
  if (!isEnded(run) || ending === undefined) return [];
  return [['Ended', withoutMarks(endingWords(ending, outgoing))]];
}

/** Markdown's marks mean nothing on a terminal. */
function withoutMarks(markdown: string): string {
  return markdown.replaceAll(/\\([-+=.)!])/g, '$1');
}
