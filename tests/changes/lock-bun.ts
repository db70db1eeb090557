import { type Draft, type Draftable, integrityOf, nameAt, type Pack } from './draft.ts';
import { pick, sorted } from './lock-npm.ts';

const kept = [
  'name',
  'version',
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'peerDependencies',
];

/** `bun.lock`: JSON with commas at the end; a nested package is named by the way to it, `dep/inner`. */
export function bunLock(draft: Draft): string {
  const root = draft.objects.get('package.json') ?? {};
  const workspaces: Draftable = {
    '': pick(
      root,
      kept.filter((key) => key !== 'version'),
    ),
  };
  for (const { folder, how } of draft.own.values())
    if (how === 'workspace')
      workspaces[folder] = pick(draft.objects.get(`${folder}/package.json`) ?? {}, kept);
  const entries = sorted([...draft.packs.keys(), ...draft.own.keys()]).map((location) => {
    const key = wayTo(draft, location);
    return `    ${JSON.stringify(key)}: ${JSON.stringify(entryOf(draft, location))},\n`;
  });
  const head = JSON.stringify(workspaces, undefined, 2)
    .replaceAll('\n', '\n  ')
    .replace(/([}"\]])(?=\n)/g, '$1,');
  const patches = [...draft.patches].map(([location, { file }]) => {
    const { name, version } = draft.packs.get(location) as Pack;
    return `    "${name}@${version}": "${file}",\n`;
  });
  const patchLines = patches.length === 0 ? '' : `  "patchedDependencies": {\n${patches.join('')}  },\n`;
  return `{\n  "lockfileVersion": 1,\n  "workspaces": ${head},\n${patchLines}  "packages": {\n${entries.join('\n')}  }\n}\n`;
}

function wayTo(draft: Draft, location: string): string {
  const member = [...draft.own.values()].find(({ folder }) => location.startsWith(`${folder}/node_modules/`));
  const name =
    member === undefined ? '' : `${String(draft.objects.get(`${member.folder}/package.json`)?.['name'])}/`;
  const rest = member === undefined ? location : location.slice(member.folder.length + 1);
  return name + rest.replace(/^node_modules\//, '').replaceAll('/node_modules/', '/');
}

function entryOf(draft: Draft, location: string): unknown[] {
  const own = draft.own.get(location);
  const name = nameAt(location);
  if (own?.how === 'workspace') return [`${name}@workspace:${own.folder}`];
  if (own !== undefined) {
    const content = draft.objects.get(`${own.folder}/package.json`) ?? {};
    return [`${name}@${own.how}:${own.folder}`, pick(content, ['dependencies', 'optionalDependencies'])];
  }
  const pack = draft.packs.get(location) as Pack;
  const needs = {
    ...(pack.requires === undefined ? {} : { dependencies: pack.requires }),
    ...(pack.optional === undefined ? {} : { optionalDependencies: pack.optional }),
    ...(pack.peers === undefined ? {} : { peerDependencies: pack.peers }),
  };
  const short = pack.commit?.slice(0, 7);
  if (short !== undefined)
    return [`${pack.name}@github:acme/${pack.name}#${short}`, needs, `acme-${pack.name}-${short}`];
  if (pack.tarball !== undefined) return [`${pack.name}@${pack.tarball}`, needs];
  return [`${pack.name}@${pack.version}`, '', needs, integrityOf(pack)];
}
