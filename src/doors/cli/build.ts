import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Built, buildFlows, isInProjectImage } from '../../adapters/local/build/build-flow.ts';
import { buildRecordText } from '../../core/build-record-text.ts';
import { exitCodes } from '../../core/problem.ts';
import type { Performed } from '../performed.ts';
import type { SharedOptions } from './program.ts';
import { flowNamed, loadSources } from './sources.ts';

export type BuildRequest = {
  /** One flow; all of the project's image if left out. */
  readonly flow: string | undefined;
  /** Relative to where the command works. */
  readonly out: string | undefined;
  /** Where to write what the bundles are made of; relative as `out`. */
  readonly record?: string | undefined;
};

/** Bundles flows as the image holds them. */
export async function performBuild(
  options: Pick<SharedOptions, 'config' | 'cwd'>,
  { flow, out, record }: BuildRequest,
): Promise<Performed> {
  const { cwd, root, manifests } = await loadSources(options);
  const chosen = flow === undefined ? manifests.filter(isInProjectImage) : [flowNamed(manifests, flow)];
  const outDirectory = resolve(cwd, out ?? '.headgate/out');
  const built = await buildFlows({ root, manifests: chosen, outDirectory });
  if (record !== undefined) await writeRecord(resolve(cwd, record), built);
  const flows = built.map(({ build, ...item }) => ({ ...item, bundle: build.bundle }));
  return {
    exitCode: exitCodes.done,
    document: { verb: 'build', out: outDirectory, flows },
    text: textOf(built, outDirectory),
  };
}

async function writeRecord(file: string, built: readonly Built[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, buildRecordText(new Map(built.map(({ flow: name, build }) => [name, build]))));
}

function textOf(built: readonly Built[], out: string): string {
  const width = Math.max(0, ...built.map(({ flow }) => flow.length));
  const rows = built.map(({ flow, bytes }) => `  ${flow.padEnd(width)}  ${sizeOf(bytes).padStart(9)}`);
  return [`Built ${built.length} ${built.length === 1 ? 'flow' : 'flows'} into ${out}`, ...rows, ''].join(
    '\n',
  );
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
