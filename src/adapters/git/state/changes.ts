import { createHash } from 'node:crypto';
import type { FlowName } from '../../../core/flow.ts';
import { InvariantError, RefusedError } from '../../../core/problem.ts';
import { isShownFile } from '../../../core/shown-file.ts';
import type { StateCommit } from '../../../ports.ts';
import type { FileChange } from '../commit-stream.ts';
import type { Page } from '../history.ts';
import type { Saved, SavedFile } from '../saved-state.ts';
import { mostStateBytes } from './bounds.ts';
import { boardFile, flowFileAt, registryFile, stateFile, waitingFolder } from './layout.ts';
import { longestFileBytes } from './records/document.ts';
import { type ChangedFiles, encodeChanges } from './records/encode.ts';

/** What a commit changes of the state branch. */
export type Changes = {
  /** Of the files of records: those whose bytes differ from what is there. */
  readonly records: ChangedFiles;
  readonly isBoardChanged: boolean;
};

/** Compares what is to be written with what is there, by the hashes that git gives to files. */
export function changesOf(saved: Saved | undefined, change: StateCommit): Changes {
  const algorithm = (saved?.version.length ?? 40) === 64 ? 'sha256' : 'sha1';
  const isSame = (path: string, text: string) => saved?.files.get(path)?.oid === blobId(text, algorithm);
  const encoded = encodeChanges(saved?.records, change, pathsOf(saved));
  const records = new Map([...encoded].filter(([path, text]) => text === undefined || !isSame(path, text)));
  if (saved !== undefined && saved.records === undefined) dropOldRuns(records, saved, encoded);
  return { records, isBoardChanged: !isSame(boardFile, change.board) };
}

/** Of a layout that is left: nothing of it may stay beside the new one. */
function dropOldRuns(records: Map<string, string | undefined>, saved: Saved, encoded: ChangedFiles): void {
  for (const path of saved.files.keys())
    if (flowFileAt(path) !== undefined && !encoded.has(path)) records.set(path, undefined);
}

const pathsByFlow = new WeakMap<Saved, ReadonlyMap<FlowName, readonly string[]>>();

/** The files with runs of a flow that are there. */
function pathsOf(saved: Saved | undefined): (flow: FlowName) => readonly string[] {
  if (saved === undefined) return () => [];
  const known = pathsByFlow.get(saved) ?? runFilesOf(saved);
  pathsByFlow.set(saved, known);
  return (flow) => known.get(flow) ?? [];
}

function runFilesOf({ files }: Saved): ReadonlyMap<FlowName, readonly string[]> {
  const paths = new Map<FlowName, string[]>();
  for (const path of files.keys()) {
    const file = flowFileAt(path);
    if (file?.kind !== 'runs') continue;
    const known = paths.get(file.flow);
    if (known === undefined) paths.set(file.flow, [path]);
    else known.push(path);
  }
  return paths;
}

export function blobId(text: string, algorithm: 'sha1' | 'sha256'): string {
  const bytes = Buffer.from(text);
  return createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** The files of a commit as changes of those that are there, so that what stays is neither read nor written. */
export function fileChanges(
  saved: Saved | undefined,
  { records }: Changes,
  change: StateCommit,
  waiting: readonly Page[],
): readonly FileChange[] {
  const beside = new Map<string, FileChange>([[boardFile, { path: boardFile, content: change.board }]]);
  for (const [path, content] of change.files ?? []) {
    if (!isShownFile(path)) throw new InvariantError(`${JSON.stringify(path)} is no file of a board`);
    beside.set(path, { path, content });
  }
  for (const page of waiting) {
    const path = `${waitingFolder}/${page.path}`;
    beside.set(path, { path, content: page.content });
  }
  const stale = [...(saved?.files.keys() ?? [])].filter((path) => !isRecordFile(path) && !beside.has(path));
  return [
    ...[...records].map(([path, text]): FileChange => ({ path, content: text })),
    ...stale.map((path): FileChange => ({ path, content: undefined })),
    ...beside.values(),
  ];
}

function isRecordFile(path: string): boolean {
  return path === stateFile || path === registryFile || flowFileAt(path) !== undefined;
}

/** Refuses what would not be read again, before anything is written. */
export function checkSizes(saved: Saved | undefined, { records }: Changes): void {
  let bytes = 0;
  for (const [path, file] of saved?.files ?? []) if (!records.has(path)) bytes += file.bytes;
  for (const [path, text] of records) {
    const size = text === undefined ? 0 : Buffer.byteLength(text);
    if (size > longestFileBytes) throw tooLarge(path, size, longestFileBytes);
    bytes += size;
  }
  if (bytes > mostStateBytes) throw tooLarge('the state branch', bytes, mostStateBytes);
}

function tooLarge(file: string, size: number, limit: number): RefusedError {
  return new RefusedError({
    code: 'E_STATE_TOO_LARGE',
    place: { file },
    message: `It would have ${size} bytes; the limit is ${limit}. Nothing was written.`,
    fix: 'Keep parameters small (pass the name of a file, not its content), or split the project.',
  });
}

/** The files that are there once these changes are pushed. */
export function filesAfter(
  saved: Saved | undefined,
  changes: readonly FileChange[],
  version: string,
): ReadonlyMap<string, SavedFile> {
  const algorithm = version.length === 64 ? 'sha256' : 'sha1';
  const files = new Map(saved?.files);
  for (const { path, content } of changes) {
    if (content === undefined) files.delete(path);
    else if (typeof content !== 'string') files.set(path, { oid: content.oid, bytes: 0 });
    else files.set(path, { oid: blobId(content, algorithm), bytes: Buffer.byteLength(content) });
  }
  return files;
}
