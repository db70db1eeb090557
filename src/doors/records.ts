import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseBuildRecord, recordLimitBytes } from '../core/build-record-text.ts';
import { defaultImage } from '../core/images-to-build.ts';
import type { Problem } from '../core/problem.ts';
import { quote } from '../core/quote.ts';
import type { GivenRecord, GivenRecords } from '../engine/desired.ts';
import type { Images } from './images.ts';

export type RecordRequest = {
  /** Each may say where the record of its build lies. */
  readonly images?: Images | undefined;
  /** Of the project's image. */
  readonly record: string | undefined;
  /** What a relative path is relative to. */
  readonly cwd: string;
};

export type RecordsAnswer = { readonly records: GivenRecords; readonly warnings: readonly Problem[] };

/**
 * Reads what builds left behind. A record that is none costs the certainty that it would have given, and not the deploy:
 * an image may have been built by another version of Headgate.
 */
export async function readRecords({ images, record, cwd }: RecordRequest): Promise<RecordsAnswer> {
  const records = new Map<string, GivenRecord>();
  const warnings: Problem[] = [];
  for (const { name, path, commit } of placesOf(images, record)) {
    const text = await readBounded(resolve(cwd, path));
    const builds = text === undefined ? undefined : parseBuildRecord(text);
    if (builds === undefined) warnings.push(unreadable(path));
    else records.set(name, { builds, ...(commit === undefined ? {} : { commit }) });
  }
  return { records, warnings };
}

type Place = { readonly name: string; readonly path: string; readonly commit?: string };

function placesOf(images: Images | undefined, record: string | undefined): readonly Place[] {
  const own: readonly Place[] = record === undefined ? [] : [{ name: defaultImage, path: record }];
  if (typeof images !== 'object') return own;
  const named = Object.entries(images).flatMap(([name, image]): Place[] => {
    if (typeof image === 'string' || image.record === undefined) return [];
    return [{ name, path: image.record, ...(image.commit === undefined ? {} : { commit: image.commit }) }];
  });
  return [...own, ...named];
}

async function readBounded(file: string): Promise<string | undefined> {
  const handle = await open(file).catch(() => undefined);
  if (handle === undefined) return undefined;
  try {
    const stats = await handle.stat();
    if (!stats.isFile() || stats.size > recordLimitBytes) return undefined;
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

function unreadable(path: string): Problem {
  return {
    code: 'W_BUILD_RECORD',
    message: `${quote(path, 200)} is not the record of a build, so bundles are not compared.`,
    fix: 'Build the image with the same version of Headgate as the action, and take the record of that build.',
  };
}
