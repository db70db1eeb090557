import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Packages, repositoryPackages } from '../../../src/flow/packages/packages.ts';
import { blobOf, sourceOf } from '../../source.ts';

export type Files = { readonly [path: string]: string };

const directory = path.join(import.meta.dirname, 'locks');

/** Made once with the real package managers and packages of the public registry: `=== path`, then that file. */
export function lockProject(name: string, format: string): Files {
  const text = readFileSync(path.join(directory, `${name}.${format}.txt`), 'utf8');
  return Object.fromEntries(
    text
      .split(/^=== /m)
      .slice(1)
      .map((part) => {
        const end = part.indexOf('\n');
        return [part.slice(0, end), part.slice(end + 1)];
      }),
  );
}

/** The package managers, and versions of their formats, that this project was locked with. */
export function formatsOf(name: string): readonly string[] {
  return readdirSync(directory)
    .filter((file) => file.startsWith(`${name}.`))
    .map((file) => file.slice(name.length + 1, -'.txt'.length));
}

/** As text, with the name of its lock file. */
export function lockOf(files: Files): { readonly path: string; readonly text: string } {
  const lockPath = Object.keys(files).find((file) =>
    /(?:^|\/)(?:[\w-]+lock\.(?:json|yaml)|\w+\.lock)$/.test(file),
  );
  if (lockPath === undefined) throw new Error('no lock file');
  return { path: lockPath, text: files[lockPath] ?? '' };
}

export async function packagesOf(files: Files, folders: readonly string[] = ['']): Promise<Packages> {
  const blobs = new Map(Object.entries(files).map(([file, text]) => [file, blobOf(text)]));
  const packages = await repositoryPackages(sourceOf(files), blobs);
  await packages.prepare(folders);
  return packages;
}

const use = (folder: string, name: string) => ({
  importer: folder === '' ? 'index.ts' : `${folder}/index.ts`,
  name,
  isCertain: true,
});

/** Who uses which: `debug@2.6.9 > ms@2.0.0` for each package that an import of the name from the folder reaches. */
export function treeOf(packages: Packages, folder: string, name: string): readonly string[] {
  return packages
    .used([use(folder, name)])
    .map((used) => [`${used.name}@${used.version}`, ...used.uses].join(' > '))
    .sort();
}

/** The folders of the repository that an import of the name leads to. */
export function foldersOf(packages: Packages, folder: string, name: string): readonly string[] {
  return packages.provide(folder, name).own.map((own) => own.folder);
}

export function lockedOf(packages: Packages, folder: string, name: string) {
  const { packages: lines, warnings } = packages.locked([use(folder, name)]);
  return { lines, warnings: warnings.map(({ code }) => code) };
}
