import type { Artifact, Cell } from '../core/event.ts';
import type { Outgoing } from './outgoing.ts';
import { table } from './text.ts';
import { byteLength, visible } from './visible.ts';
import { countWords } from './words.ts';

export type ArtifactBounds = { readonly mostRows: number; readonly mostBytes: number };

const mostColumns = 12;
const longestCell = 200;

/** One artifact as a section. Its text is a flow's output: shown, never obeyed. */
export function artifactText(artifact: Artifact, outgoing: Outgoing, bounds: ArtifactBounds): string {
  const heading = `#### ${outgoing.inline(artifact.name, 200)}`;
  const body = bodyOf(artifact, outgoing, bounds);
  const isTooLong = byteLength(body) > bounds.mostBytes;
  return `${heading}\n\n${isTooLong ? 'Too long to show here; the log has it.' : body}`;
}

function bodyOf(artifact: Artifact, outgoing: Outgoing, bounds: ArtifactBounds): string {
  switch (artifact.kind) {
    case 'markdown':
      return markdownText(artifact.text, outgoing, bounds);
    case 'table':
      return tableText(artifact.columns, artifact.rows, { outgoing, bounds });
    case 'link':
      return `${artifact.text === undefined ? '' : `${outgoing.inline(artifact.text, 500)}: `}${outgoing.code(artifact.url, 2_000)}`;
    case 'image':
      return artifact.source.kind === 'url'
        ? `Image ${outgoing.inline(artifact.alt, 500)}: ${outgoing.code(artifact.source.url, 2_000)}`
        : `Image ${outgoing.inline(artifact.alt, 500)}: ${artifact.source.mediaType}, ${Math.ceil((artifact.source.base64.length * 3) / 4 / 1024)} KiB, in the log.`;
  }
}

type TableContext = { readonly outgoing: Outgoing; readonly bounds: ArtifactBounds };

function tableText(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  { outgoing, bounds }: TableContext,
): string {
  const head = columns.slice(0, mostColumns).map((column) => outgoing.inline(column, longestCell));
  if (head.length === 0) return 'An empty table.';
  const cells = rows
    .slice(0, bounds.mostRows)
    .map((row) => head.map((_, index) => cellText(row[index] ?? '', outgoing)));
  const notes = [
    rows.length > bounds.mostRows ? `${countWords(rows.length - bounds.mostRows, 'more row')}` : undefined,
    columns.length > mostColumns ? countWords(columns.length - mostColumns, 'more column') : undefined,
  ].filter((note) => note !== undefined);
  return `${table(head, cells)}${notes.length === 0 ? '' : `\n\n… and ${notes.join(', ')} in the log.`}`;
}

function cellText(cell: Cell, outgoing: Outgoing): string {
  return outgoing.inline(String(cell), longestCell);
}

/**
 * Markdown of a flow, read by a few rules of our own: tables, headings, lists, fenced code and paragraphs. What GitHub
 * gets is written anew from the escaped pieces.
 */
function markdownText(text: string, outgoing: Outgoing, bounds: ArtifactBounds): string {
  const lines = visible(text.slice(0, bounds.mostBytes * 2)).split('\n');
  const blocks: string[] = [];
  for (let index = 0; index < lines.length; ) {
    const length = blockLength(lines, index);
    const block = lines.slice(index, index + length);
    const written = blockText(block, outgoing, bounds);
    if (written !== '') blocks.push(written);
    index += length;
  }
  return blocks.join('\n\n');
}

const fence = /^ {0,3}(`{3,}|~{3,})/;
const tableRow = /^ {0,3}\|/;
const listItem = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/;
const heading = /^ {0,3}#{1,6}\s+/;

function kindOf(line: string): 'blank' | 'fence' | 'table' | 'list' | 'heading' | 'text' {
  if (line.trim() === '') return 'blank';
  if (fence.test(line)) return 'fence';
  if (tableRow.test(line)) return 'table';
  if (listItem.test(line)) return 'list';
  return heading.test(line) ? 'heading' : 'text';
}

/** How many lines from `start` on belong together. */
function blockLength(lines: readonly string[], start: number): number {
  const kind = kindOf(lines[start] ?? '');
  if (kind === 'heading') return 1;
  const rest = lines.slice(start + 1);
  if (kind === 'fence') {
    const mark = fence.exec(lines[start] ?? '')?.[1] ?? '';
    const end = rest.findIndex((line) => line.trim().startsWith(mark));
    return end < 0 ? lines.length - start : end + 2;
  }
  const end = rest.findIndex((line) => kindOf(line) !== kind);
  return end < 0 ? lines.length - start : end + 1;
}

function blockText(block: readonly string[], outgoing: Outgoing, bounds: ArtifactBounds): string {
  const [first = ''] = block;
  switch (kindOf(first)) {
    case 'blank':
      return '';
    case 'fence':
      return outgoing.block(
        block.slice(1, block.length > 1 && fence.test(block.at(-1) ?? '') ? -1 : undefined),
      );
    case 'table': {
      const [head = [], ...rows] = block
        .filter((line) => !/^[\s|:-]+$/.test(line))
        .map((line) => cellsOf(line));
      return tableText(head, rows, { outgoing, bounds });
    }
    case 'list':
      return block.map((line) => `- ${outgoing.inline(line.replace(listItem, ''))}`).join('\n');
    case 'heading':
      return `##### ${outgoing.inline(first.replace(heading, ''))}`;
    case 'text':
      return outgoing.inline(block.join(' '), 4_000);
  }
}

function cellsOf(row: string): string[] {
  return row
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => cell.trim());
}
