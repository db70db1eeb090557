import type { SourceEntry } from '../../ports.ts';
import { kindOfMode } from './tree-listing.ts';

export type IndexedFile = {
  readonly name: Buffer;
  readonly kind: SourceEntry['kind'];
  readonly blob: string;
  /** Size and time of change when git last compared it; undefined if that says nothing. */
  readonly stamp: string | undefined;
};

const tab = 0x09;
const zero = 0;

/** What `ls-files --debug` adds; its text is not promised, so what does not match only costs hashing the file. */
const details =
  /^ {2}ctime: \d+:\d+\n {2}mtime: (\d+):(\d+)\n {2}dev: .*\n {2}uid: .*\n {2}size: (\d+)\tflags: [0-9a-f]+\n/;

/**
 * `<mode> <blob> <stage>\t<path>\0` and five lines of details, over and over.
 * A file that changed no earlier than the index was written may have changed again within the same tick of the clock.
 */
export function parseIndex(bytes: Buffer, writtenNs: bigint): readonly IndexedFile[] {
  const files: IndexedFile[] = [];
  for (let at = 0; at < bytes.length; ) {
    const nameStart = bytes.indexOf(tab, at) + 1;
    const nameEnd = bytes.indexOf(zero, nameStart);
    if (nameStart === 0 || nameEnd === -1) break;
    const [mode = '', blob = '', stage = '0'] = bytes.toString('latin1', at, nameStart - 1).split(' ');
    const match = details.exec(bytes.toString('latin1', nameEnd + 1, nameEnd + 400));
    const name = bytes.subarray(nameStart, nameEnd);
    files.push({
      name,
      kind: kindOfMode(mode),
      blob,
      stamp: stage === '0' ? stampOf(match, writtenNs) : undefined,
    });
    at = nameEnd + 1 + (match?.[0].length ?? 0);
  }
  return files;
}

function stampOf(match: RegExpExecArray | null, writtenNs: bigint): string | undefined {
  if (match === null) return undefined;
  const [, seconds = '', nanoseconds = '', size = ''] = match;
  const mtimeNs = BigInt(seconds) * 1_000_000_000n + BigInt(nanoseconds);
  return mtimeNs < writtenNs ? fileStamp({ size: BigInt(size), mtimeNs }) : undefined;
}

export function fileStamp({ size, mtimeNs }: { readonly size: bigint; readonly mtimeNs: bigint }): string {
  return `${size}@${mtimeNs}`;
}
