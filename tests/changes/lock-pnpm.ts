import { createHash } from 'node:crypto';
import { type Draft, integrityOf, locate, type Pack, patchOf } from './draft.ts';
import { sorted } from './lock-npm.ts';

const sections = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

export function pnpmWorkspace(draft: Draft): [string, string][] {
  const folders = [...draft.own.values()]
    .filter(({ how }) => how === 'workspace')
    .map(({ folder }) => folder);
  if (folders.length === 0) return [];
  const lines = folders.map((folder) => `  - ${folder.replace(/[^/]+$/, '*')}\n`);
  return [['pnpm-workspace.yaml', `packages:\n${[...new Set(lines)].join('')}`]];
}

export function pnpmLock(draft: Draft): string {
  const packs = new Map([...draft.packs].map(([location, pack]) => [idOf(pack), { location, pack }]));
  const patches = [...draft.patches].map(
    ([location, { file }]) =>
      `  ${idOf(draft.packs.get(location) as Pack)}:\n    hash: ${patchHash(draft, location)}\n    path: ${file}\n`,
  );
  const copied = [...draft.own].filter(([, { how }]) => how === 'file');
  const lines = [
    "lockfileVersion: '9.0'\n\nsettings:\n  autoInstallPeers: true\n  excludeLinksFromLockfile: false\n",
    patches.length === 0 ? '' : `\npatchedDependencies:\n${patches.join('')}`,
    '\nimporters:\n',
    ...importersOf(draft),
    '\npackages:\n',
    ...copied.map(([, { folder }]) => {
      const name = nameOf(draft, folder);
      return `\n  ${quoted(`${name}@file:${folder}`)}:\n    resolution: {directory: ${folder}, type: directory}\n`;
    }),
    ...sorted(packs.keys()).map((id) => {
      const pack = packs.get(id)?.pack as Pack;
      const peers = Object.entries(pack.peers ?? {}).map(
        ([name, range]) => `      ${quoted(name)}: ${quoted(range)}\n`,
      );
      const peerLines = peers.length === 0 ? '' : `    peerDependencies:\n${peers.join('')}`;
      const tarball = pack.commit === undefined ? pack.tarball : codeload(pack);
      const place = tarball === undefined ? `integrity: ${integrityOf(pack)}` : `tarball: ${tarball}`;
      const version = tarball === undefined ? '' : `    version: ${pack.version}\n`;
      return `\n  ${quoted(id)}:\n    resolution: {${place}}\n${version}${peerLines}`;
    }),
    '\nsnapshots:\n',
    ...copied.map(([, { folder }]) => {
      const needs = neededBy(
        draft,
        folder,
        (draft.objects.get(`${folder}/package.json`)?.['dependencies'] ?? {}) as object,
      );
      return snapshot(`${nameOf(draft, folder)}@file:${folder}`, { needs, optional: [] });
    }),
    ...sorted(packs.keys()).map((id) => {
      const { location, pack } = packs.get(id) as { location: string; pack: Pack };
      const needs = neededBy(draft, location, { ...pack.requires, ...pack.peers });
      return snapshot(id + patchMark(draft, location), {
        needs,
        optional: neededBy(draft, location, pack.optional ?? {}),
      });
    }),
  ];
  return lines.join('');
}

function nameOf(draft: Draft, folder: string): string {
  return String(draft.objects.get(`${folder}/package.json`)?.['name']);
}

function idOf(pack: Pack): string {
  return `${pack.name}@${shownVersion(pack)}`;
}

function shownVersion(pack: Pack): string {
  if (pack.commit !== undefined) return codeload(pack);
  return pack.tarball === undefined ? pack.version : `file:${pack.tarball}`;
}

export function codeload({ name, commit }: Pack): string {
  return `https://codeload.github.com/acme/${name}/tar.gz/${commit}`;
}

function patchHash(draft: Draft, location: string): string {
  return createHash('sha256')
    .update(patchOf(draft, location) ?? '')
    .digest('hex');
}

function patchMark(draft: Draft, location: string): string {
  return draft.patches.has(location) ? `(patch_hash=${patchHash(draft, location)})` : '';
}

function neededBy(draft: Draft, from: string, needs: object): string[] {
  return sorted(Object.keys(needs)).flatMap((name) => {
    const version = versionFor(draft, { from, name });
    return version === undefined ? [] : [`      ${quoted(name)}: ${quoted(version)}\n`];
  });
}

function versionFor(
  draft: Draft,
  { from, name }: { readonly from: string; readonly name: string },
): string | undefined {
  const location = locate(draft, from, name);
  if (location === undefined) return undefined;
  const own = draft.own.get(location);
  if (own?.how === 'file') return `file:${own.folder}`;
  if (own !== undefined) return `link:${own.folder}`;
  const pack = draft.packs.get(location) as Pack;
  return (pack.name === name ? shownVersion(pack) : idOf(pack)) + patchMark(draft, location);
}

function snapshot(
  id: string,
  { needs, optional }: { readonly needs: string[]; readonly optional: string[] },
): string {
  if (needs.length + optional.length === 0) return `\n  ${quoted(id)}: {}\n`;
  const first = needs.length === 0 ? '' : `    dependencies:\n${needs.join('')}`;
  const second = optional.length === 0 ? '' : `    optionalDependencies:\n${optional.join('')}`;
  return `\n  ${quoted(id)}:\n${first}${second}`;
}

function importersOf(draft: Draft): string[] {
  const folders = [
    '',
    ...[...draft.own.values()].filter(({ how }) => how === 'workspace').map(({ folder }) => folder),
  ];
  return folders.map((folder) => {
    const content = draft.objects.get(folder === '' ? 'package.json' : `${folder}/package.json`) ?? {};
    const parts = sections.flatMap((key) => {
      const declared = (content[key] ?? {}) as { [name: string]: string };
      const rows = sorted(Object.keys(declared)).flatMap((name) => {
        const version = versionFor(draft, { from: folder, name });
        if (version === undefined) return [];
        const place = version.startsWith('link:')
          ? `link:${'../'.repeat(folder === '' ? 0 : folder.split('/').length)}${version.slice(5)}`
          : version;
        return [
          `      ${quoted(name)}:\n        specifier: ${quoted(declared[name] ?? '')}\n        version: ${quoted(place)}\n`,
        ];
      });
      return rows.length === 0 ? [] : [`    ${key}:\n${rows.join('')}`];
    });
    const id = folder === '' ? '.' : folder;
    return parts.length === 0 ? `\n  ${id}: {}\n` : `\n  ${id}:\n${parts.join('')}`;
  });
}

/** As js-yaml writes a plain text that may not stand bare. */
function quoted(text: string): string {
  return /^[a-z0-9^~./][\w^~./:+-]*(?:@[\w.:/+-]+)?$/i.test(text) &&
    !/^[\d.]+$/.test(text.replace(/^(\d+\.\d+\.\d+)$/, 'x'))
    ? text
    : `'${text}'`;
}
