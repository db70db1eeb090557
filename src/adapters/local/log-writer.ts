import { closeSync, openSync, rmSync, writeSync } from 'node:fs';

/**
 * What an attempt prints is kept up to about 10 MiB: the first 5 MiB in `log`, and the newest 2.5 to 5 MiB in two files
 * named by the position that they start at. What lies between is left out, and readers say so.
 */
export type LogLimits = { readonly headBytes: number; readonly pieceBytes: number };
const logLimits: LogLimits = { headBytes: 5 * 1024 * 1024, pieceBytes: 2.5 * 1024 * 1024 };

export type LogWriter = {
  /** Whole lines. */
  write(lines: Buffer): void;
  close(): void;
};

const keptPieces = 2;

function pieceName(file: string, position: number): string {
  return `${file}.${String(position).padStart(15, '0')}`;
}

export function openLog(file: string, limits: LogLimits = logLimits): LogWriter {
  let descriptor = openSync(file, 'a', 0o600);
  let room = limits.headBytes;
  let position = 0;
  const pieces: string[] = [];

  function startPiece(): void {
    closeSync(descriptor);
    const piece = pieceName(file, position);
    descriptor = openSync(piece, 'a', 0o600);
    room = limits.pieceBytes;
    pieces.push(piece);
    const oldest = pieces.length > keptPieces ? pieces.shift() : undefined;
    if (oldest !== undefined) rmSync(oldest, { force: true });
  }

  return {
    write(lines) {
      if (lines.length > room) startPiece();
      writeWhole(descriptor, lines);
      room -= lines.length;
      position += lines.length;
    },
    close() {
      closeSync(descriptor);
    },
  };
}

function writeWhole(descriptor: number, bytes: Buffer): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written);
}

/** The longest line that is kept whole; CloudWatch Logs has the same limit for an event. */
const longestLineBytes = 256 * 1024;
const newline = Buffer.from('\n');

export type LineSplitter = { push(chunk: Buffer): void; end(): void };

/** Passes on whole lines only, so that the lines of two streams never run into each other. */
export function splitLines(emit: (lines: Buffer) => void): LineSplitter {
  let rest: Buffer[] = [];
  let restBytes = 0;

  function flush(tail: Buffer): void {
    emit(rest.length === 0 ? tail : Buffer.concat([...rest, tail]));
    rest = [];
    restBytes = 0;
  }

  return {
    push(chunk) {
      const end = chunk.lastIndexOf(0x0a) + 1;
      if (end > 0) flush(chunk.subarray(0, end));
      if (end === chunk.length) return;
      rest.push(Buffer.from(chunk.subarray(end)));
      restBytes += chunk.length - end;
      if (restBytes >= longestLineBytes) flush(newline);
    },
    end() {
      if (restBytes > 0) flush(newline);
    },
  };
}
