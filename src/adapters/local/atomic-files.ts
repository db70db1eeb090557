import { randomUUID } from 'node:crypto';
import { access, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Json, JsonObject } from '../../core/json.ts';

/** Records here are small; a larger file was not written by Headgate. */
const recordLimitBytes = 1024 * 1024;

/** Writes so that a reader, or a machine that loses its power, has the old text or the new one, never a part. */
export async function writeAtomically(file: string, text: string): Promise<void> {
  const fresh = `${file}.${randomUUID()}.new`;
  const handle = await open(fresh, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, file);
}

/**
 * Creates a directory together with its files, or finds that it exists. Of any number of processes that try at once,
 * exactly one gets `true`: POSIX rename(2) refuses to replace a directory that is not empty.
 */
export async function createDirectoryOnce(
  directory: string,
  files: { readonly [name: string]: string },
): Promise<boolean> {
  const parent = path.dirname(directory);
  await mkdir(parent, { recursive: true, mode: 0o700 });
  const fresh = path.join(parent, `.new-${randomUUID()}`);
  await mkdir(fresh, { mode: 0o700 });
  for (const [name, text] of Object.entries(files)) {
    await writeFile(path.join(fresh, name), text, { mode: 0o600, flush: true });
  }
  return moveOnce(fresh, directory);
}

/** Moves a filled directory to where it belongs; false, and it is gone, if there is one already. */
export async function moveOnce(fresh: string, directory: string): Promise<boolean> {
  try {
    await rename(fresh, directory);
    return true;
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    if (codeOf(error) === 'ENOTEMPTY' || codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** A JSON object from a file; undefined if there is none, or nothing that can be read as one. */
export async function readRecord(file: string): Promise<JsonObject | undefined> {
  const text = await readText(file, recordLimitBytes);
  if (text === undefined) return undefined;
  try {
    const value = JSON.parse(text) as Json;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as JsonObject)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The text of a regular file up to a size; undefined if it does not exist. Cut at the limit. */
export async function readText(file: string, limitBytes: number): Promise<string | undefined> {
  const bytes = await readBytes(file, 0, limitBytes);
  return bytes?.toString('utf8');
}

export async function readBytes(
  file: string,
  offset: number,
  limitBytes: number,
): Promise<Buffer | undefined> {
  const handle = await openIfThere(file);
  if (handle === undefined) return undefined;
  try {
    const size = (await handle.stat()).size;
    const wanted = Math.max(0, Math.min(limitBytes, size - offset));
    const buffer = Buffer.alloc(wanted);
    let filled = 0;
    while (filled < wanted) {
      const { bytesRead } = await handle.read(buffer, filled, wanted - filled, offset + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  } finally {
    await handle.close();
  }
}

async function openIfThere(file: string): Promise<Awaited<ReturnType<typeof open>> | undefined> {
  try {
    return await open(file, 'r');
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

export async function isThere(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch (error) {
    if (isAbsence(error)) return false;
    throw error;
  }
}

export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}

export function isAbsence(error: unknown): boolean {
  return codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';
}
