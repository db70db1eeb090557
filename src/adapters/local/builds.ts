import { randomUUID } from 'node:crypto';
import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type FlowBuild, isUnbuilt } from '../../core/build-record.ts';
import { buildRecordText, parseBuildRecord, recordLimitBytes } from '../../core/build-record-text.ts';
import type { Definition } from '../../core/definition.ts';
import type { FlowName } from '../../core/flow.ts';
import { moveOnce, readRecord, readText } from './atomic-files.ts';
import { type Built, buildFlow, type Sources, snapshotFlow } from './build/build-flow.ts';
import { namesIn } from './run-directory.ts';

/** A flow as it was built for one fingerprint: `builds/<flow>/<fingerprint>/`, never changed afterwards. */
export type Build = {
  readonly definition: Definition;
  readonly files: string;
  readonly argv: readonly string[];
  /** Relative to `files`. */
  readonly workingDirectory: string;
};

const prefixDigits = 12;
const fingerprintPattern = /^[0-9a-f]{64}$/;
const revisionPattern = /^local:([a-z0-9-]{1,48}):([0-9a-f]{12})$/;
const definitionFile = 'definition.json';
const buildFile = 'build.json';

export function revisionOf(definition: Definition): string {
  return `local:${definition.flow}:${definition.fingerprint.slice(0, prefixDigits)}`;
}

export async function isBuilt(directory: string, definition: Definition): Promise<boolean> {
  const build = buildDirectory(directory, definition);
  if ((await readRecord(path.join(build, definitionFile))) === undefined) return false;
  await markUsed(build);
  return true;
}

/** Pruning goes by when a build was last used. */
async function markUsed(build: string): Promise<void> {
  const now = new Date();
  await utimes(build, now, now);
}

/** Builds, unless this fingerprint was built before. Builders at the same time do the same work, and one of them is kept. */
export async function registerBuild(
  sources: Sources,
  directory: string,
  definition: Definition,
): Promise<void> {
  if (await isBuilt(directory, definition)) return;
  const target = buildDirectory(directory, definition);
  const fresh = path.join(path.dirname(target), `.new-${randomUUID()}`);
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  try {
    const { flow, build } = await buildInto(sources, path.join(fresh, 'files'), definition);
    await writeFile(path.join(fresh, buildFile), buildRecordText(new Map([[flow, build]])), { flush: true });
    await writeFile(path.join(fresh, definitionFile), `${JSON.stringify(definition, undefined, 2)}\n`, {
      flush: true,
    });
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
  await moveOnce(fresh, target);
}

async function buildInto(sources: Sources, outDirectory: string, definition: Definition): Promise<Built> {
  const { flow, workload, inputs = [], beside = [] } = definition;
  const request = { ...sources, manifest: { name: flow, workload, inputs }, beside, outDirectory };
  return workload.program.kind === 'command' ? snapshotFlow(request) : buildFlow(request);
}

/** Undefined where it was built before builds left a record. */
export async function readBuild(directory: string, definition: Definition): Promise<FlowBuild | undefined> {
  const file = path.join(buildDirectory(directory, definition), buildFile);
  const text = await readText(file, recordLimitBytes);
  const build = text === undefined ? undefined : parseBuildRecord(text)?.get(definition.flow);
  return build === undefined || isUnbuilt(build) ? undefined : build;
}

/** Undefined if the revision is not of this flow, or was not built here. Revisions come from state, which is hostile. */
export async function findBuild(
  directory: string,
  flow: FlowName,
  revision: string,
): Promise<Build | undefined> {
  const [, name, prefix = ''] = revisionPattern.exec(revision) ?? [];
  if (name !== flow) return undefined;
  const builds = path.join(directory, 'builds', flow);
  const matches = (await namesIn(builds)).filter(
    (candidate) => fingerprintPattern.test(candidate) && candidate.startsWith(prefix),
  );
  const [only, second] = matches;
  if (only === undefined || second !== undefined) return undefined;
  const record = await readRecord(path.join(builds, only, definitionFile));
  if (record === undefined) return undefined;
  await markUsed(path.join(builds, only));
  return buildFrom(path.join(builds, only, 'files'), record as unknown as Definition);
}

function buildFrom(files: string, definition: Definition): Build {
  const { program } = definition.workload;
  if (program.kind === 'command')
    return { definition, files, argv: program.argv, workingDirectory: path.join('flows', definition.flow) };
  // As in the image, a program starts in its flow's own folder.
  const argv = [process.execPath, '--enable-source-maps', 'index.mjs'];
  return { definition, files, argv, workingDirectory: definition.flow };
}

function buildDirectory(directory: string, { flow, fingerprint }: Definition): string {
  if (!fingerprintPattern.test(fingerprint)) throw new RangeError(`Not a fingerprint: ${fingerprint}`);
  return path.join(directory, 'builds', flow, fingerprint);
}
