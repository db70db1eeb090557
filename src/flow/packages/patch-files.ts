/**
 * Patches of packages that no lock file need name: patch-package applies every file of its folder by its name. The
 * others name their patches too, and give them names of the same kind: `@babel+core+7.0.0.patch` (patch-package),
 * `@babel__core@7.0.0.patch` (pnpm), `@babel%2Fcore@7.0.0.patch` (bun), `@babel-core-npm-7.0.0-1a2b.patch` (Yarn).
 */
export function patchesByPackage(paths: Iterable<string>): (name: string) => readonly string[] {
  const byStem = new Map<string, string[]>();
  for (const path of paths) {
    if (!path.endsWith('.patch') && !path.endsWith('.diff')) continue;
    for (const stem of stemsOf(path.slice(path.lastIndexOf('/') + 1))) {
      const same = byStem.get(stem);
      if (same === undefined) byStem.set(stem, [path]);
      else same.push(path);
    }
  }
  if (byStem.size === 0) return () => [];
  return (name) => {
    const written = [name, ...['+', '__', '%2F', '-'].map((separator) => name.replace('/', separator))];
    return [...new Set(written.flatMap((stem) => byStem.get(stem) ?? []))].sort();
  };
}

/** What may be a package's name at the beginning: all up to a `+`, `@` or `-npm-`. `a++b+1.0.0` is of the `b` in `a`. */
function stemsOf(file: string): readonly string[] {
  const own = file.slice(file.lastIndexOf('++') === -1 ? 0 : file.lastIndexOf('++') + 2).slice(0, 250);
  return Array.from(own.matchAll(/\+|(?!^)@|-npm-/g), ({ index }) => own.slice(0, index));
}
