import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import {
  type Built,
  type BuiltFlows,
  buildFlows,
  isInProjectImage,
} from '../../adapters/local/build/build-flow.ts';
import type { FlowBuild, Unbuilt } from '../../core/build-record.ts';
import { buildRecordText } from '../../core/build-record-text.ts';
import type { FlowName } from '../../core/flow.ts';
import { describeProblem, exitCodes } from '../../core/problem.ts';
import { visible } from '../../report/visible.ts';
import { problemDocument } from '../documents.ts';
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
  const result = await buildFlows({ root, manifests: chosen, outDirectory });
  const { built, unbuilt } = result;
  if (record !== undefined) await writeRecord(resolve(cwd, record), result);
  const flows = built.map(({ build, ...item }) => ({ ...item, bundle: build.bundle }));
  return {
    // A record says to the deploy what the image lacks; without one, an image would lack it and nobody would know.
    exitCode: unbuilt.size === 0 || record !== undefined ? exitCodes.done : exitCodes.workFailed,
    document: {
      verb: 'build',
      out: outDirectory,
      flows,
      unbuilt: [...unbuilt].map(([name, problems]) => ({
        flow: name,
        problems: problems.map(problemDocument),
      })),
    },
    text: `${textOf(built, outDirectory)}${unbuiltText(unbuilt, record !== undefined)}`,
  };
}

async function writeRecord(file: string, { built, unbuilt }: BuiltFlows): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const builds = built.map(({ flow: name, build }) => [name, build] as const);
  const left = [...unbuilt].map(([name, problems]) => [name, { unbuilt: problems }] as const);
  await writeFile(file, buildRecordText(new Map<FlowName, FlowBuild | Unbuilt>([...builds, ...left])));
}

function unbuiltText(unbuilt: BuiltFlows['unbuilt'], isRecorded: boolean): string {
  if (unbuilt.size === 0) return '';
  const problems = [...unbuilt.values()].flat().map((problem) => `${visible(describeProblem(problem))}\n`);
  const rest = isRecorded
    ? 'The record says so, and a deploy leaves them as they are.'
    : 'With --record FILE an image is built without them, and a deploy leaves them as they are.';
  return `Not built: ${[...unbuilt.keys()].join(', ')}. ${rest}\n${problems.join('')}`;
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
