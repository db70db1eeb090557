import { dayMs, hourMs, type Instant, isoOf } from '../core/instant.ts';
import type { RunState } from '../core/run.ts';
import { isBad } from './state-words.ts';
import { cutLength, oneLine } from './visible.ts';
import { durationWords, instantWords } from './words.ts';

export type TimelineBar = {
  readonly id: string;
  readonly state: RunState;
  readonly from: number;
  readonly to: number;
};

export type TimelineMark = {
  readonly outcome: 'skipped' | 'missed';
  readonly from: number;
  readonly to: number;
};

export type TimelineRow = {
  readonly flow: string;
  readonly bars: readonly TimelineBar[];
  readonly marks: readonly TimelineMark[];
};

type Palette = {
  readonly [part in 'ground' | 'text' | 'line' | 'good' | 'bad' | 'open' | 'unsure' | 'dim']: string;
};

/** GitHub's own colours, each at least 4.5 : 1 on its ground. */
const palettes: { readonly light: Palette; readonly dark: Palette } = {
  light: {
    ground: '#ffffff',
    text: '#1f2328',
    line: '#d1d9e0',
    good: '#1a7f37',
    bad: '#cf222e',
    open: '#0969da',
    unsure: '#9a6700',
    dim: '#59636e',
  },
  dark: {
    ground: '#0d1117',
    text: '#f0f6fc',
    line: '#3d444d',
    good: '#3fb950',
    bad: '#f85149',
    open: '#4493f8',
    unsure: '#d29922',
    dim: '#9198a1',
  },
};

const width = 960;
const left = 220;
const right = 16;
const top = 30;
const rowHeight = 24;
const barHeight = 12;
const legendHeight = 34;
const longestLabel = 28;
const gridHours = 3;

type Drawing = { readonly colours: Palette; readonly now: number; readonly height: number };

/**
 * A day as bars along its hours. No state is told by colour alone: a bad end has a cross, an unknown one a question
 * mark, a cancelled run is hollow and an open one is dashed.
 */
export function drawTimeline(rows: readonly TimelineRow[], now: Instant, theme: 'light' | 'dark'): string {
  const height = top + rows.length * rowHeight + legendHeight;
  const drawing = { colours: palettes[theme], now, height };
  const { ground, text } = drawing.colours;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="-apple-system, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif" font-size="12" fill="${text}">`,
    `<title>Runs from ${instantWords((now - dayMs) as Instant)} to ${instantWords(now)}</title>`,
    `<rect width="${width}" height="${height}" fill="${ground}"/>`,
    ...grid(drawing),
    ...rows.flatMap((row, index) => drawRow(drawing, row, top + index * rowHeight)),
    ...legend(drawing),
    '</svg>\n',
  ].join('\n');
}

/** Everything that is text in the drawing goes through here. */
function xmlText(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll(/[\ufffe\uffff]/g, '\ufffd');
}

function xOf({ now }: Drawing, at: number): number {
  const share = (at - (now - dayMs)) / dayMs;
  const inside = Math.min(Math.max(share, 0), 1);
  return Math.round((left + inside * (width - left - right)) * 10) / 10;
}

function grid(drawing: Drawing): string[] {
  const { colours, now, height } = drawing;
  const stepMs = gridHours * hourMs;
  const first = Math.ceil((now - dayMs) / stepMs) * stepMs;
  const lines: string[] = [];
  for (let at = first; at <= now; at += stepMs) {
    const x = xOf(drawing, at);
    const isDay = at % dayMs === 0;
    const label = isDay ? isoOf(at as Instant).slice(5, 10) : isoOf(at as Instant).slice(11, 16);
    const anchor = x > width - 40 ? 'end' : 'middle';
    lines.push(
      `<path d="M${x} ${top - 6}V${height - legendHeight}" stroke="${isDay ? colours.dim : colours.line}"/>`,
      `<text x="${x}" y="${top - 12}" text-anchor="${anchor}" fill="${colours.dim}">${label}</text>`,
    );
  }
  return [...lines, `<text x="8" y="${top - 12}" fill="${colours.dim}">UTC</text>`];
}

function drawRow(drawing: Drawing, { flow, bars, marks }: TimelineRow, y: number): string[] {
  const middle = y + rowHeight / 2;
  return [
    `<path d="M8 ${y + rowHeight}H${width - right}" stroke="${drawing.colours.line}" stroke-width="0.5"/>`,
    `<text x="8" y="${middle + 4}">${xmlText(cutLength(flow, longestLabel))}</text>`,
    ...bars.map((bar) => drawBar(drawing, bar, middle)),
    ...marks.map((mark) => drawMark(drawing, mark, middle)),
  ];
}

const thinnest = 4;

function drawBar(drawing: Drawing, bar: TimelineBar, middle: number): string {
  const from = xOf(drawing, bar.from);
  const barWidth = Math.round(Math.max(xOf(drawing, bar.to) - from, thinnest) * 10) / 10;
  const x = Math.min(from, width - right - barWidth);
  const title = `${bar.id}: ${bar.state}, ${instantWords(bar.from as Instant)}, ${durationWords(bar.to - bar.from)}`;
  const shape = barShape(drawing.colours, bar.state, {
    x: Math.round(x * 10) / 10,
    barWidth,
    middle,
  });
  return `<g><title>${xmlText(title)}</title>${shape}</g>`;
}

type Box = { readonly x: number; readonly barWidth: number; readonly middle: number };

function barShape(colours: Palette, state: RunState, { x, barWidth, middle }: Box): string {
  const box = `x="${x}" y="${middle - barHeight / 2}" width="${barWidth}" height="${barHeight}" rx="2"`;
  const end = x + barWidth;
  if (state === 'succeeded') return `<rect ${box} fill="${colours.good}"/>`;
  if (state === 'cancelled')
    return `<rect ${box} fill="${colours.ground}" stroke="${colours.dim}" stroke-width="1.5"/>`;
  if (state === 'unknown')
    return `<rect ${box} fill="${colours.unsure}"/>${sign('?', end, middle, colours.unsure)}`;
  if (isBad(state)) return `<rect ${box} fill="${colours.bad}"/>${sign('\u2715', end, middle, colours.bad)}`;
  return `<rect ${box} fill="${colours.ground}" stroke="${colours.open}" stroke-width="1.5" stroke-dasharray="4 2"/>`;
}

function sign(text: string, end: number, middle: number, colour: string): string {
  const isAtEdge = end > width - right - 12;
  const at = isAtEdge
    ? `x="${width - right + 3}" text-anchor="start"`
    : `x="${Math.round((end + 3) * 10) / 10}" text-anchor="start"`;
  return `<text ${at} y="${middle + 4}" font-weight="bold" fill="${colour}">${text}</text>`;
}

/** A missed slot is a filled triangle, a skipped one a hollow circle; several next to each other have a line between. */
function drawMark(drawing: Drawing, { outcome, from, to }: TimelineMark, middle: number): string {
  const { colours } = drawing;
  const [first, last] = [xOf(drawing, from), xOf(drawing, to)];
  const colour = outcome === 'missed' ? colours.bad : colours.dim;
  const between = first === last ? '' : `<path d="M${first} ${middle}H${last}" stroke="${colour}"/>`;
  const shapes = [...new Set([first, last])].map((x) => markShape(colours, outcome, { x, middle }));
  const title = `${outcome}: ${instantWords(from as Instant)} to ${instantWords(to as Instant)}`;
  return `<g><title>${xmlText(title)}</title>${between}${shapes.join('')}</g>`;
}

function markShape(
  colours: Palette,
  outcome: TimelineMark['outcome'],
  { x, middle }: { readonly x: number; readonly middle: number },
): string {
  return outcome === 'missed'
    ? `<path d="M${x} ${middle - 5}l5 9h-10z" fill="${colours.bad}"/>`
    : `<circle cx="${x}" cy="${middle}" r="4" fill="${colours.ground}" stroke="${colours.dim}" stroke-width="1.5"/>`;
}

const legendStates = ['succeeded', 'failed', 'unknown', 'cancelled', 'running'] as const;
const legendStep = 102;

function legend({ colours, height }: Drawing): string[] {
  const middle = height - legendHeight / 2;
  const label = (x: number, text: string) =>
    `<text x="${x}" y="${middle + 4}" fill="${colours.dim}">${text}</text>`;
  const states = legendStates.flatMap((state, index) => {
    const x = left + index * legendStep;
    const isSigned = isBad(state);
    const name = state === 'running' ? 'open' : state;
    return [barShape(colours, state, { x, barWidth: 14, middle }), label(x + (isSigned ? 32 : 20), name)];
  });
  const marks = (['skipped', 'missed'] as const).flatMap((outcome, index) => {
    const x = left + (legendStates.length + index) * legendStep;
    return [markShape(colours, outcome, { x: x + 8, middle }), label(x + 20, outcome)];
  });
  return [...states, ...marks];
}
