import { stat } from 'node:fs/promises';
import path from 'node:path';
import { isAbsence, readBytes } from './atomic-files.ts';
import { namesIn } from './run-directory.ts';

/** The files of a log, in order. `from` is the position of the first byte in all that was printed. */
type Piece = { readonly file: string; readonly from: number; readonly bytes: number };

const pieceSuffix = /^\.(\d{15})$/;

async function piecesOf(file: string): Promise<readonly Piece[]> {
  const name = path.basename(file);
  const pieces: Piece[] = [];
  for (const sibling of await namesIn(path.dirname(file))) {
    const match = sibling.startsWith(name) ? pieceSuffix.exec(sibling.slice(name.length)) : null;
    if (sibling !== name && match === null) continue;
    const piece = path.join(path.dirname(file), sibling);
    const bytes = await sizeOf(piece);
    if (bytes !== undefined) pieces.push({ file: piece, from: Number(match?.[1] ?? 0), bytes });
  }
  return pieces.sort((a, b) => a.from - b.from);
}

/** A piece may be removed by the supervisor between the listing and the look. */
async function sizeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

export type LogSlice = {
  readonly lines: readonly string[];
  /** Position after the last line. */
  readonly next: number;
  readonly isAtEnd: boolean;
};

/** Whole lines from a position on, up to about `limitBytes`. A part that is not kept shows as one line that says so. */
export async function readSlice(file: string, position: number, limitBytes: number): Promise<LogSlice> {
  const lines: string[] = [];
  let next = position;
  let budget = limitBytes;
  for (const piece of await piecesOf(file)) {
    const end = piece.from + piece.bytes;
    if (end <= next) continue;
    if (piece.from > next) lines.push(gapLine(piece.from - next));
    next = Math.max(next, piece.from);
    const bytes = (await readBytes(piece.file, next - piece.from, budget)) ?? Buffer.alloc(0);
    const whole = wholeLines(bytes, limitBytes);
    lines.push(...linesOf(whole));
    next += whole.length;
    budget -= whole.length;
    if (next < end) return { lines, next, isAtEnd: whole.length === 0 && next + bytes.length >= end };
  }
  return { lines, next, isAtEnd: true };
}

/** The last lines, out of the last `limitBytes`. */
export async function readTail(file: string, count: number, limitBytes: number): Promise<readonly string[]> {
  const pieces = await piecesOf(file);
  const last = pieces.at(-1);
  if (last === undefined || count <= 0) return [];
  const before = pieces.at(-2);
  const fromLast = await tailOf(last, limitBytes);
  const isEnough = linesOf(fromLast).length >= count || before === undefined;
  const isNext = before !== undefined && before.from + before.bytes === last.from;
  const bytes =
    isEnough || !isNext
      ? fromLast
      : Buffer.concat([await tailOf(before, limitBytes - fromLast.length), fromLast]);
  return linesOf(bytes).slice(-count);
}

async function tailOf(piece: Piece, limitBytes: number): Promise<Buffer> {
  const offset = Math.max(0, piece.bytes - limitBytes);
  const bytes = (await readBytes(piece.file, offset, limitBytes)) ?? Buffer.alloc(0);
  return offset === 0 ? bytes : bytes.subarray(bytes.indexOf(0x0a) + 1);
}

/** Without the end that is still being written; a line longer than the limit is cut. */
function wholeLines(bytes: Buffer, limitBytes: number): Buffer {
  const end = bytes.lastIndexOf(0x0a) + 1;
  return end === 0 && bytes.length >= limitBytes ? bytes : bytes.subarray(0, end);
}

function linesOf(bytes: Buffer): string[] {
  if (bytes.length === 0) return [];
  const text = bytes.toString('utf8');
  return (text.endsWith('\n') ? text.slice(0, -1) : text)
    .split('\n')
    .map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}

function gapLine(bytes: number): string {
  return `[headgate] ${bytes} bytes of this log were not kept.`;
}
