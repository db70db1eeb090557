import path from 'node:path';
import type { Logs } from '../../ports.ts';
import { isThere } from './atomic-files.ts';
import { readSlice, readTail } from './log-reader.ts';
import { fileNames, readEnd, runDirectory } from './run-directory.ts';

const pageLimitBytes = 512 * 1024;
const tailLimitBytes = 1024 * 1024;
const cursorPattern = /^\d{1,15}$/;

/** What local attempts printed. A page without a cursor is the last one: the attempt has ended and all was read. */
export function localLogs({ directory }: { readonly directory: string }): Logs {
  return {
    async tail(handle, _flow, lines) {
      const run = runDirectory(directory, handle);
      if (run === undefined) return [];
      return (await readTail(path.join(run, fileNames.log), lines, tailLimitBytes)).map(asLine);
    },
    async read(handle, _flow, cursor) {
      const run = runDirectory(directory, handle);
      if (run === undefined) return { lines: [] };
      const from = cursor !== undefined && cursorPattern.test(cursor) ? Number(cursor) : 0;
      const hasEnded = (await readEnd(run)) !== undefined || !(await isThere(run));
      const { lines, next, isAtEnd } = await readSlice(path.join(run, fileNames.log), from, pageLimitBytes);
      const page = { lines: lines.map(asLine) };
      return hasEnded && isAtEnd ? page : { ...page, cursor: String(next) };
    },
    place(handle) {
      const run = runDirectory(directory, handle);
      return run === undefined ? undefined : path.join(run, fileNames.log);
    },
  };
}

function asLine(text: string): { readonly text: string } {
  return { text };
}
