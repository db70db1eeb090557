import type { UsedPackage } from './used-packages.ts';

type Packages = readonly UsedPackage[];

/** What differs, in words, each with the way on which the flow comes to it. What is imported itself comes first. */
export function packageReasons(now: Packages, then: Packages): readonly string[] {
  const [nowByName, thenByName] = [groupBy(now, ({ name }) => name), groupBy(then, ({ name }) => name)];
  const gone = [...thenByName].filter(([name]) => !nowByName.has(name));
  const versions = [...nowByName, ...gone.map(([name]) => [name, []] as const)].flatMap(([name, found]) =>
    versionReasons(found, thenByName.get(name) ?? [], now),
  );
  return versions.length > 0 ? versions : contentReasons(now, then);
}

function groupBy(packages: Packages, keyOf: (used: UsedPackage) => string): ReadonlyMap<string, Packages> {
  const groups = new Map<string, UsedPackage[]>();
  for (const used of packages) {
    const same = groups.get(keyOf(used));
    if (same === undefined) groups.set(keyOf(used), [used]);
    else same.push(used);
  }
  return groups;
}

/** Of one name. */
function versionReasons(now: Packages, then: Packages, all: Packages): readonly string[] {
  const added = unique(now.filter(({ version }) => then.every((used) => used.version !== version)));
  const gone = unique(then.filter(({ version }) => now.every((used) => used.version !== version)));
  const [[first], [before]] = [added, gone];
  if (added.length === 1 && gone.length === 1 && first !== undefined && before !== undefined)
    return [`\`${first.name}\` ${before.version} → ${first.version}${wayTo(first, all)}`];
  return [
    ...added.map((used) => `${labelOf(used)} is new${wayTo(used, all)}`),
    ...gone.map((used) => `${labelOf(used)} is not used any more`),
  ];
}

function unique(packages: Packages): Packages {
  return [...new Map(packages.map((used) => [used.version, used])).values()];
}

/** Without a version it is a lock file. */
function labelOf({ name, version }: UsedPackage): string {
  return version === '' ? `\`${name}\`` : `\`${name}\` ${version}`;
}

function keyOf({ name, version }: Pick<UsedPackage, 'name' | 'version'>): string {
  return `${name}@${version}`;
}

/** The same versions, with other bytes or places, or using each other in another way. */
function contentReasons(now: Packages, then: Packages): readonly string[] {
  const before = groupBy(then, keyOf);
  return [...groupBy(now, keyOf)].flatMap(([key, found]) => {
    const [first] = found;
    const earlier = before.get(key) ?? [];
    if (first === undefined) return [];
    if (textOf(found, ({ proof }) => proof) !== textOf(earlier, ({ proof }) => proof))
      return [contentReason(first, now)];
    const [uses, used] = [found, earlier].map((of) => new Set(of.flatMap((item) => item.uses)));
    const others = [...(uses ?? [])].filter((item) => used?.has(item) !== true);
    const words = others.map((item) => `\`${item}\``).join(', ');
    return others.length === 0 ? [] : [`${labelOf(first)} uses ${words} now${wayTo(first, now)}`];
  });
}

function contentReason(used: UsedPackage, all: Packages): string {
  if (used.version === '') return `${labelOf(used)} changed, and all of it counts`;
  return `${labelOf(used)} has other content, or lies elsewhere${wayTo(used, all)}`;
}

function textOf(packages: Packages, partOf: (used: UsedPackage) => string): string {
  return packages.map(partOf).sort().join('\n');
}

const longestWay = 8;

/** `, used by debug, imported by lib/http.ts` */
function wayTo(used: UsedPackage, all: Packages): string {
  let words = '';
  let current: UsedPackage | undefined = used;
  for (let step = 0; current !== undefined && step < longestWay; step += 1) {
    const { by }: UsedPackage = current;
    if ('file' in by) return `${words}, imported by \`${by.file}\``;
    words += `, used by \`${by.name}\``;
    current = all.find((item) => keyOf(item) === keyOf(by));
  }
  return `${words}, …`;
}
