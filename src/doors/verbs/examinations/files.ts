import type { SourceTree } from '../../../ports.ts';

const limitBytes = 256 * 1024;

/** Undefined: there is no such file, or none of a size that people write. */
export async function fileTextOf(source: SourceTree, path: string): Promise<string | undefined> {
  const entry = (await source.list()).find((candidate) => candidate.path === path);
  if (entry?.kind !== 'file' && entry?.kind !== 'executable') return undefined;
  const [bytes] = await source.read([path], limitBytes);
  return bytes === undefined || bytes === 'too-large' ? undefined : new TextDecoder().decode(bytes);
}
