/** Paths of the repository: relative to its root, with `/`, without `.` or `..`. */

export function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end === -1 ? '' : path.slice(0, end);
}

/** Joins and tidies; undefined if it leads out of the repository. */
export function joinPath(folder: string, relative: string): string | undefined {
  const segments = folder === '' ? [] : folder.split('/');
  for (const segment of relative.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}

/** The folder and every one above it, the root (`''`) last. */
export function foldersUp(folder: string): readonly string[] {
  const folders = [folder];
  let current = folder;
  while (current !== '') {
    current = folderOf(current);
    folders.push(current);
  }
  return folders;
}

export function isUnder(folder: string, path: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}
