import { copyFile, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FlowBuild } from '../../../core/build-record.ts';
import type { FlowName, Manifest } from '../../../core/flow.ts';
import { InputError, type Problem } from '../../../core/problem.ts';
import { bundleEntrypoint } from './bundle.ts';
import { type BlobReader, blobReader, inputsOf } from './bundle-inputs.ts';
import { buildCheckpointClient, needsCheckpointClient } from './checkpoint-client.ts';
import { type FileLister, fileLister, folderFiles, inputFiles } from './flow-files.ts';
import { refuseLfsPointers } from './lfs-pointers.ts';
import { beside, WrittenFiles } from './written-files.ts';

export type Buildable = Pick<Manifest, 'name' | 'workload' | 'inputs'>;
export type Sources = {
  /** The repository. */
  readonly root: string;
  /** Left out: each flow has its files listed anew. */
  readonly listFiles?: FileLister;
  /** Left out: each flow has the files of its bundle read anew. */
  readonly readBlob?: BlobReader;
};
export type BuildRequest = Sources & {
  readonly manifest: Buildable;
  readonly outDirectory: string;
};
/** `file` is the bundle, or the folder of a `command` flow; `bytes` is what was written, without source maps. */
export type Built = {
  readonly flow: FlowName;
  readonly file: string;
  readonly bytes: number;
  readonly build: FlowBuild;
};

const totalLimitBytes = 512 * 1024 * 1024;
const flowsPrefix = 'flows/';

/** Builds a flow as an image holds it: `<out>/<flow>/index.mjs`, or `<out>/<flow>/…` with the files of a `command` flow. */
export async function buildFlow({
  root,
  listFiles = fileLister(root),
  readBlob = blobReader(root),
  manifest,
  outDirectory,
}: BuildRequest): Promise<Built> {
  const { name, workload, inputs } = manifest;
  const written = new WrittenFiles();
  const folder = path.join(outDirectory, name);
  const request = { root, listFiles, flow: name, inputs };
  if (workload.program.kind === 'command') {
    const files = await folderFiles(request);
    const outside = files.filter((file) => !file.startsWith(`flows/${name}/`));
    if (outside.length > 0)
      throw new InputError(outside.slice(0, 20).map((file) => outsideProblem(name, file)));
    const bytes = await copyAll({ root, outDirectory, written }, files, (file) =>
      file.slice(flowsPrefix.length),
    );
    return { flow: name, file: folder, bytes, build: written.build() };
  }
  const entrypoint = path.posix.join('flows', name, workload.program.file);
  const { external = [] } = workload.program;
  const bundle = await bundleEntrypoint({ root, entrypoint, external });
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'index.mjs');
  await writeFile(file, bundle.code);
  await writeFile(`${file}.map`, bundle.map);
  written.add('index.mjs', bundle.code);
  written.add('index.mjs.map', bundle.map);
  const own = (await inputFiles(request)).filter((input) => input.startsWith(`flows/${name}/`));
  const copied = await copyAll({ root, outDirectory, written }, own, (input) =>
    input.slice(flowsPrefix.length),
  );
  const made = await inputsOf(bundle.inputs, { readBlob, external });
  await refuseLfsPointers(
    root,
    made.files.map((input) => input.path),
  );
  const build = written.build(made);
  return { flow: name, file, bytes: bundle.code.length + copied, build };
}

/** Copies a `command` flow with the paths of the repository, so that `../../lib` means the same as in a checkout. */
export async function snapshotFlow({
  root,
  listFiles = fileLister(root),
  manifest,
  beside = [],
  outDirectory,
}: BuildRequest & { readonly beside?: readonly string[] }): Promise<Built> {
  const { name, inputs } = manifest;
  const folder = path.join(outDirectory, 'flows', name);
  await mkdir(folder, { recursive: true });
  const files = await folderFiles({ root, listFiles, flow: name, inputs, beside });
  const written = new WrittenFiles();
  const bytes = await copyAll({ root, outDirectory, written }, files, (file) => file);
  return { flow: name, file: folder, bytes, build: written.build() };
}

/** What became of the flows of an image: one that cannot be built is left out, and harms no other. */
export type BuiltFlows = {
  readonly built: readonly Built[];
  readonly unbuilt: ReadonlyMap<FlowName, readonly Problem[]>;
};

/** Builds every flow that the project's image holds, as far as they can be built. */
export async function buildFlows(request: {
  readonly root: string;
  readonly manifests: readonly Buildable[];
  readonly outDirectory: string;
}): Promise<BuiltFlows> {
  const { root, manifests, outDirectory } = request;
  const unbuilt = new Map<FlowName, readonly Problem[]>();
  const built: Built[] = [];
  const listFiles = fileLister(root);
  const readBlob = blobReader(root);
  for (const manifest of manifests) {
    try {
      built.push(await buildFlow({ root, listFiles, readBlob, manifest, outDirectory }));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      unbuilt.set(manifest.name, error.problems);
      await rm(path.join(outDirectory, manifest.name), { recursive: true, force: true });
    }
  }
  const needing = new Set(manifests.filter(needsCheckpointClient).map(({ name }) => name));
  if (!built.some(({ flow }) => needing.has(flow))) return { built, unbuilt };
  try {
    const client = await buildCheckpointClient(root, outDirectory);
    const whole = built.map((one) =>
      needing.has(one.flow) ? { ...one, build: beside(one.build, client) } : one,
    );
    return { built: whole, unbuilt };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const flow of needing) if (!unbuilt.has(flow)) unbuilt.set(flow, error.problems);
    return { built: built.filter(({ flow }) => !needing.has(flow)), unbuilt };
  }
}

/** A flow with a Dockerfile of its own is not part of the project's image. */
export function isInProjectImage(manifest: Buildable): boolean {
  return manifest.workload.dockerfile === undefined;
}

type Copying = {
  readonly root: string;
  readonly outDirectory: string;
  readonly written: WrittenFiles;
};

/** `targetOf` gives the place below `outDirectory`. */
async function copyAll(
  { root, outDirectory, written }: Copying,
  files: readonly string[],
  targetOf: (file: string) => string,
): Promise<number> {
  await refuseLfsPointers(root, files);
  let bytes = 0;
  for (const file of files) {
    const source = path.join(root, file);
    const { size, mode } = await stat(source);
    bytes += size;
    if (bytes > totalLimitBytes) throw new InputError([tooLarge(file)]);
    const target = path.join(outDirectory, targetOf(file));
    await mkdir(path.dirname(target), { recursive: true });
    await copyFile(source, target);
    await written.addFile(targetOf(file), { file: target, isExecutable: (mode & 0o111) !== 0 });
  }
  return bytes;
}

function tooLarge(file: string): Problem {
  return {
    code: 'E_FLOW_TOO_LARGE',
    place: { file },
    message: `The files of the flow, up to this one, are larger than ${totalLimitBytes / 1024 / 1024} MiB.`,
    fix: 'Narrow `inputs`, let git ignore what tools make, or read large data at run time.',
  };
}

function outsideProblem(flow: FlowName, file: string): Problem {
  return {
    code: 'E_INPUT_OUTSIDE',
    place: { file: `flows/${flow}/flow.yml` },
    field: 'inputs',
    message: `${JSON.stringify(file)} is outside the flow's folder, and the project's image holds only that folder.`,
    fix: 'Give the flow an image of its own with `image: { dockerfile: Dockerfile }`, or move the file into its folder.',
  };
}
