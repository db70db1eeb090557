import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import type { BuiltFile, FlowBuild } from '../../../core/build-record.ts';
import { packageName, packageOf } from './package-of.ts';

export type BundleInputs = Omit<FlowBuild, 'bundle'>;

/** Git's id of a file, by its path; flows share files, and each is read once. */
export type BlobReader = (file: string) => Promise<string | undefined>;

export function blobReader(root: string): BlobReader {
  const known = new Map<string, Promise<string | undefined>>();
  return (file) => {
    const asked = known.get(file) ?? blobOf(path.join(root, file));
    known.set(file, asked);
    return asked;
  };
}

async function blobOf(file: string): Promise<string | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return undefined;
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** What a bundle holds, told apart by whom it comes from. */
export async function inputsOf(
  inputs: Metafile['inputs'],
  { readBlob, external }: { readonly readBlob: BlobReader; readonly external: readonly string[] },
): Promise<BundleInputs> {
  const names = Object.keys(inputs);
  const own = names.filter((name) => packageOf(name) === undefined && !name.startsWith('../'));
  const absent = Object.entries(inputs).flatMap(([name, { imports }]) =>
    imports.flatMap((use) => (use.external === true ? missingNames(name, use.path) : [])),
  );
  return {
    files: await filesOf(own, readBlob),
    packages: sorted(names.flatMap((name) => packageOf(name) ?? [])),
    // What stays outside on purpose is not missed.
    absent: sorted(absent).filter((name) => !external.includes(name)),
  };
}

const sorted = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();

/** Without what esbuild or its plugins make: that lies nowhere. */
async function filesOf(names: readonly string[], readBlob: BlobReader): Promise<readonly BuiltFile[]> {
  // A suffix such as `?raw` is part of esbuild's name, and may be of the file's.
  const paths = sorted(names.flatMap((name) => [name, name.replace(/[?#].*$/, '')]));
  const files: BuiltFile[] = [];
  for (const file of paths) {
    const blob = await readBlob(file);
    if (blob !== undefined) files.push({ path: file, blob });
  }
  return files;
}

/** An import that esbuild left as it was, because nothing is there; what a package lacks of its own files is its version's matter. */
function missingNames(importer: string, specifier: string): readonly string[] {
  // esbuild's own helpers are called `<runtime>`.
  if (/^[</]|:/.test(specifier) || isBuiltin(specifier)) return [];
  if (!specifier.startsWith('.')) return [packageName(specifier)];
  if (packageOf(importer) !== undefined) return [];
  const joined = path.posix.join(path.posix.dirname(importer), specifier);
  return joined.startsWith('..') ? [] : [`./${joined}`];
}
