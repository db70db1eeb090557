import { execFileSync } from 'node:child_process';
import { chmod, symlink } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { folderTree } from '../../../src/adapters/local/folder-tree.ts';
import { type Playground, playground } from './playground.ts';

let place: Playground;
beforeEach(async () => {
  place = await playground();
});
afterEach(() => place.remove());

describe('a plain folder as a source', () => {
  it("lists files with git's own ids, and links as links", async () => {
    await place.write({ 'flows/a/run.sh': 'echo hi\n', 'b.txt': 'text', 'node_modules/x/index.js': '' });
    await chmod(path.join(place.root, 'flows/a/run.sh'), 0o755);
    await symlink('/etc/passwd', path.join(place.root, 'link'));
    await symlink('/etc', path.join(place.root, 'folder-link'));
    const idOf = (file: string): string =>
      execFileSync('git', ['hash-object', file], { cwd: place.root, encoding: 'utf8' }).trim();
    expect(await folderTree({ directory: place.root }).list()).toEqual([
      { path: 'b.txt', kind: 'file', blob: idOf('b.txt') },
      { path: 'flows/a/run.sh', kind: 'executable', blob: idOf('flows/a/run.sh') },
      { path: 'folder-link', kind: 'symlink', blob: '' },
      { path: 'link', kind: 'symlink', blob: '' },
    ]);
  });

  it('reads regular files up to a size, and nothing else', async () => {
    await place.write({ 'a.txt': 'four' });
    await symlink('a.txt', path.join(place.root, 'link'));
    const tree = folderTree({ directory: place.root });
    const [content] = await tree.read(['a.txt'], 4);
    expect(Buffer.from(content as Uint8Array).toString()).toBe('four');
    expect(await tree.read(['a.txt'], 3)).toEqual(['too-large']);
    await expect(tree.read(['link'], 100)).rejects.toMatchObject({ problems: [{ code: 'E_SOURCE_FILE' }] });
    await expect(tree.read(['absent'], 100)).rejects.toMatchObject({ problems: [{ code: 'E_SOURCE_FILE' }] });
  });
});
