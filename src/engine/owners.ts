import { ownersFiles, ownersLimitBytes, ownersOf } from '../core/codeowners.ts';
import type { SourceTree } from '../ports.ts';

/** Who owns a path, as the given commit says; nobody if that commit cannot be read: then nobody is called. */
export async function ownersAt(source: SourceTree, commit: string, path: string): Promise<readonly string[]> {
  const bytes = await readOwners(source, commit).catch(() => undefined);
  return bytes === undefined ? [] : ownersOf(new TextDecoder().decode(bytes), path);
}

async function readOwners(source: SourceTree, commit: string): Promise<Uint8Array | undefined> {
  if (commit !== source.commit) return source.readAt?.(commit, ownersFiles, ownersLimitBytes);
  const files = new Map((await source.list()).map(({ path, kind }) => [path, kind]));
  const path = ownersFiles.find((name) => files.has(name));
  if (path === undefined || files.get(path) !== 'file') return undefined;
  const [bytes] = await source.read([path], ownersLimitBytes);
  return bytes === 'too-large' ? undefined : bytes;
}
