import { type ClosureImage, importChain } from './closure.ts';
import type { DesiredFlow } from './desired.ts';

/** Path → blob of a commit. */
export type FilesThen = ReadonlyMap<string, string>;

export type FileChange = {
  readonly path: string;
  readonly kind: 'added' | 'changed' | 'deleted';
  /** Who imports whom, from what starts the flow to this file; only the file if nothing imports it. */
  readonly chain: readonly string[];
};

export type FilesCompared = {
  readonly desired: DesiredFlow;
  readonly filesThen: FilesThen;
  readonly filesNow: ReadonlyMap<string, string>;
};

/** The files of a flow that are not as they were when it was deployed. */
export function filesChanged({ desired, filesThen, filesNow }: FilesCompared): readonly FileChange[] {
  const { image } = desired.closure;
  const files = desired.closure.files();
  const changes: FileChange[] = [];
  for (const [path, { blob }] of files) {
    const then = filesThen.get(path);
    if (then === blob) continue;
    changes.push({ path, kind: then === undefined ? 'added' : 'changed', chain: importChain(files, path) });
  }
  for (const [path, blob] of imageFiles(image)) {
    const then = filesThen.get(path);
    if (then === blob || files.has(path)) continue;
    changes.push({ path, kind: then === undefined ? 'added' : 'changed', chain: [path] });
  }
  return [...changes, ...deletedFiles(desired, filesThen, filesNow)];
}

/** The Dockerfile, what keeps files from it, and what it takes. */
function imageFiles(image: ClosureImage | undefined): ReadonlyMap<string, string> {
  const files = new Map(image?.files);
  for (const taken of image?.copied ?? []) for (const [path, { blob }] of taken) files.set(path, blob);
  return files;
}

/** What the flow was made of is not kept, so only what was deleted from its own folder can be named. */
function deletedFiles(
  { manifest }: DesiredFlow,
  filesThen: FilesThen,
  filesNow: ReadonlyMap<string, string>,
): readonly FileChange[] {
  const folder = `${manifest.file.slice(0, manifest.file.lastIndexOf('/'))}/`;
  const isPart = (path: string): boolean =>
    manifest.workload.program.kind === 'command' || /\.(?:[cm]?[jt]sx?|json)$/.test(path);
  return [...filesThen.keys()]
    .filter((path) => path.startsWith(folder) && !filesNow.has(path) && isPart(path))
    .filter((path) => !/\/flow\.ya?ml$/.test(path))
    .map((path) => ({ path, kind: 'deleted', chain: [path] }));
}
