import type { Artifact, Cell } from '../core/event.ts';
import { type Block, blocksOf, piecesOf } from './artifact-blocks.ts';
import type { Outgoing } from './outgoing.ts';
import { table } from './text.ts';
import { byteLength } from './visible.ts';
import { countWords } from './words.ts';

export type ArtifactBounds = { readonly mostRows: number; readonly mostBytes: number };

const mostColumns = 12;
const mostLines = 2_000;
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
      return markdownBlocks(artifact.text, outgoing, bounds.mostBytes)
        .map((block) => blockText(block, outgoing, bounds))
        .join('\n\n');
    case 'table':
      return tableText(shownTable(artifact, bounds.mostRows), outgoing);
    case 'link':
      return `${artifact.text === undefined ? '' : `${outgoing.inline(artifact.text, 500)}: `}${outgoing.code(artifact.url, 2_000)}`;
    case 'image':
      return artifact.source.kind === 'url'
        ? `Image ${outgoing.inline(artifact.alt, 500)}: ${outgoing.code(artifact.source.url, 2_000)}`
        : `Image ${outgoing.inline(artifact.alt, 500)}: ${imageSize(artifact.source)}, in the log.`;
  }
}

/** Redacted as a whole, while secrets are whole, and only then taken apart. */
export function markdownBlocks(text: string, outgoing: Outgoing, mostBytes: number): Block[] {
  const lines = text.slice(0, mostBytes * 2).split(/\r\n?|\n/);
  return blocksOf(outgoing.lines(lines.slice(0, mostLines), { mostLines, mostBytes: mostBytes * 4 }));
}

export function imageSize({
  mediaType,
  base64,
}: {
  readonly mediaType: string;
  readonly base64: string;
}): string {
  return `${mediaType}, ${Math.ceil((base64.length * 3) / 4 / 1024)} KiB`;
}

/** A table that is cut to what a page can show. */
export type ShownTable = {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What was left out, in words. */
  readonly left: readonly string[];
};

export function shownTable(
  { columns, rows }: { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] },
  mostRows: number,
): ShownTable {
  const head = columns.slice(0, mostColumns);
  const left = [
    rows.length > mostRows ? countWords(rows.length - mostRows, 'more row') : '',
    columns.length > mostColumns ? countWords(columns.length - mostColumns, 'more column') : '',
  ];
  return {
    head,
    rows: rows.slice(0, mostRows).map((row) => head.map((_, index) => String(row[index] ?? ''))),
    left: left.filter((note) => note !== ''),
  };
}

function tableText({ head, rows, left }: ShownTable, outgoing: Outgoing): string {
  if (head.length === 0) return 'An empty table.';
  const cells = (texts: readonly string[]) => texts.map((text) => outgoing.inline(text, longestCell));
  const notes = left.length === 0 ? '' : `\n\n… and ${left.join(', ')} in the log.`;
  return `${table(cells(head), rows.map(cells))}${notes}`;
}

function blockText(block: Block, outgoing: Outgoing, bounds: ArtifactBounds): string {
  switch (block.kind) {
    case 'code':
      return outgoing.block(block.lines);
    case 'table':
      return tableText(shownTable({ columns: block.head, rows: block.rows }, bounds.mostRows), outgoing);
    case 'list':
      return block.items.map((item) => `- ${inlineText(item, outgoing)}`).join('\n');
    case 'heading':
      return `##### ${inlineText(block.text, outgoing)}`;
    case 'text':
      return inlineText(block.text, outgoing);
  }
}

/** Pieces stand apart, so that none of them changes what its neighbour means. */
function inlineText(text: string, outgoing: Outgoing): string {
  const shown = piecesOf(text).map(({ kind, text: piece }) => {
    if (kind === 'code') return outgoing.code(piece, 4_000);
    const inline = outgoing.inline(piece, 4_000);
    return kind === 'plain' || !/^[A-Za-z0-9](?:.*[A-Za-z0-9.:,;?%)])?$/.test(inline)
      ? inline
      : `**${inline}**`;
  });
  return shown.filter((piece) => piece !== '').join(' ');
}
