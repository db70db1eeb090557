/** Lock files of packages for Node.js. Where several lie in one folder, all count: one was forgotten, and which is not known. */
export const nodeLocks: readonly string[] = [
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'bun.lockb',
];

/** Lock files that count whole when they lie in the folder of a flow that imports nothing. */
export const folderLocks: readonly string[] = [
  ...nodeLocks,
  'requirements.txt',
  'poetry.lock',
  'uv.lock',
  'Pipfile.lock',
];
