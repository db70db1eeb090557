import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Folders that hold what tools make; left out where git cannot be asked what is ignored. */
const madeByTools = new Set([
  '.git',
  '.headgate',
  'node_modules',
  '__pycache__',
  '.venv',
  'dist',
  'coverage',
]);

/** Everything under a folder that is not a folder itself, links unfollowed, as paths with `/`. */
export async function walk(root: string): Promise<readonly string[]> {
  const files: string[] = [];
  const open = [''];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const entry of await readdir(path.join(root, folder), { withFileTypes: true })) {
      const name = path.posix.join(folder, entry.name);
      if (!entry.isDirectory()) files.push(name);
      else if (!madeByTools.has(entry.name)) open.push(name);
    }
  }
  return files.sort();
}
