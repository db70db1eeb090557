/** What a build used of a flow beyond its static closure. Normally there is none; every list is sorted, and short. */
export type Learned = {
  /** Paths of the repository: their content counts, and whether they are there. */
  readonly files?: readonly string[];
  /** Every file below counts: what the build used of them was made by tools, and git does not hold it. */
  readonly folders?: readonly string[];
  /** Names of packages: what the lock files say of them counts. */
  readonly packages?: readonly string[];
  /** Names that the bundler looked for in vain: that they appear counts. */
  readonly absent?: readonly string[];
  /** The bundle that a plan had missed: it makes the fingerprint another one than that of the version before. */
  readonly missed?: string;
};

/** Entries of each list. Beyond that a wider rule takes their place, which sees more changes and never fewer. */
export const mostLearned = 50;
/** Characters of one entry. */
export const longestLearned = 300;

/** Stands for every lock file above the flow. */
export const allPackages = '*';
/** Stands for every file of the repository. */
export const allFolders = '';

const lists = ['files', 'folders', 'packages', 'absent'] as const;
type Lists = { [list in (typeof lists)[number]]: readonly string[] };

/** What either of them knows; undefined if that is nothing. */
export function joinLearned(a: Learned | undefined, b: Learned | undefined): Learned | undefined {
  const joined = (list: keyof Lists) => [...new Set([...(a?.[list] ?? []), ...(b?.[list] ?? [])])].sort();
  const whole: Lists = {
    files: joined('files'),
    folders: joined('folders'),
    packages: joined('packages'),
    absent: joined('absent'),
  };
  return compact(widen(whole), b?.missed ?? a?.missed);
}

function widen({ files, folders, packages, absent }: Lists): Lists {
  const isTooLong = (list: readonly string[]): boolean =>
    list.length > mostLearned || list.some((entry) => entry.length > longestLearned);
  const wideFolders = isTooLong(files) ? [...folders, ...new Set(files.map(folderAbove))].sort() : folders;
  const areAll = isTooLong(wideFolders) || wideFolders.includes(allFolders) || isTooLong(absent);
  const arePackagesAll = isTooLong(packages) || packages.includes(allPackages) || isTooLong(absent);
  return {
    files: isTooLong(files) || areAll ? [] : files,
    folders: areAll ? [allFolders] : [...new Set(wideFolders)],
    packages: arePackagesAll ? [allPackages] : packages,
    absent: isTooLong(absent) ? [] : absent,
  };
}

function folderAbove(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

function compact(whole: Lists, missed: string | undefined): Learned | undefined {
  const filled = Object.fromEntries(
    lists.flatMap((list) => (whole[list].length > 0 ? [[list, whole[list]]] : [])),
  );
  if (Object.keys(filled).length === 0 && missed === undefined) return undefined;
  return { ...filled, ...(missed === undefined ? {} : { missed }) };
}

export function isSameLearned(a: Learned | undefined, b: Learned | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.missed === b.missed && lists.every((list) => (a[list] ?? []).join('\0') === (b[list] ?? []).join('\0'))
  );
}
