/**
 * Markdown of a flow, read by a few rules of our own: tables, headings, lists, fenced code and paragraphs; within them,
 * strong text and code. Everything else is text. What is shown is written anew from the pieces.
 */
export type Block =
  | { readonly kind: 'code'; readonly lines: readonly string[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'heading' | 'text'; readonly text: string };

export type Piece = { readonly kind: 'plain' | 'strong' | 'code'; readonly text: string };

/** `lines`: redacted and visible. */
export function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; ) {
    const length = blockLength(lines, index);
    const block = blockOf(lines.slice(index, index + length));
    if (block !== undefined) blocks.push(block);
    index += length;
  }
  return blocks;
}

const strongOrCode = /(\*\*[^*]{1,500}\*\*|`[^`]{1,500}`)/;

export function piecesOf(text: string): Piece[] {
  return text.split(strongOrCode).flatMap((part, index): Piece[] => {
    if (part === '') return [];
    if (index % 2 === 0) return [{ kind: 'plain', text: part }];
    return part.startsWith('`')
      ? [{ kind: 'code', text: part.slice(1, -1) }]
      : [{ kind: 'strong', text: part.slice(2, -2) }];
  });
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

function blockOf(lines: readonly string[]): Block | undefined {
  const [first = ''] = lines;
  switch (kindOf(first)) {
    case 'blank':
      return undefined;
    case 'fence': {
      const isClosed = lines.length > 1 && fence.test(lines.at(-1) ?? '');
      return { kind: 'code', lines: lines.slice(1, isClosed ? -1 : undefined) };
    }
    case 'table': {
      const [head = [], ...rows] = lines.filter((line) => !/^[\s|:-]+$/.test(line)).map(cellsOf);
      return { kind: 'table', head, rows };
    }
    case 'list':
      return { kind: 'list', items: lines.map((line) => line.replace(listItem, '')) };
    case 'heading':
      return { kind: 'heading', text: first.replace(heading, '') };
    case 'text':
      return { kind: 'text', text: lines.join(' ') };
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
