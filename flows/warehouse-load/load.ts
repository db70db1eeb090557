import { createReadStream } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { doNotRetry, progress, signal, task } from 'headgate';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import {
  columnsOf,
  copyFromClient,
  copyFromS3,
  createStaging,
  lock,
  markStaging,
  moveOver,
  removeEarlier,
} from './statements.ts';

export type Load = {
  readonly source: string;
  readonly table: string;
  /** Only for a source in S3. */
  readonly role: string;
  readonly slot: Date;
};
export type Loaded = { readonly rows: number; readonly replaced: number };

const longestHeaderBytes = 64 * 1024;

/** All or nothing: one transaction replaces the rows of the slot. Run again, it leaves the same rows. */
export const load = task(
  'load',
  async (what: Load): Promise<Loaded> => {
    const client = new pg.Client({ connectionString: databaseUrl() });
    await client.connect();
    try {
      await client.query('BEGIN');
      const loaded = await replaceRows(client, what);
      await client.query('COMMIT');
      return loaded;
    } finally {
      // The server undoes a transaction whose connection ends.
      await client.end();
    }
  },
  // Its effect is in the database, where it can be undone: a later attempt looks there, not into a checkpoint.
  { retries: 2, delay: '5s', checkpoint: false, retryIf: isPassing },
);

async function replaceRows(client: pg.Client, { source, table, role, slot }: Load): Promise<Loaded> {
  await client.query(lock(table));
  await client.query(createStaging(table));
  if (source.startsWith('s3://')) await client.query(copyFromS3({ address: source, role }));
  else await copyFiles(client, await filesIn(source));
  await client.query(markStaging(), [slot]);
  const { rowCount: replaced } = await client.query(removeEarlier(table), [slot]);
  const { rowCount: rows } = await client.query(moveOver(table));
  return { rows: rows ?? 0, replaced: replaced ?? 0 };
}

function databaseUrl(): string {
  const url = process.env['DATABASE_URL'];
  if (url === undefined || url === '') throw doNotRetry(new Error('DATABASE_URL is not set.'));
  return url;
}

async function copyFiles(client: pg.Client, files: readonly string[]): Promise<void> {
  for (const [index, file] of files.entries()) {
    const columns = columnsOf(await firstLine(file));
    const target = client.query(copyFrom(copyFromClient(columns)));
    await pipeline(createReadStream(file), target, { signal: signal() });
    progress(index + 1, files.length, 'files');
  }
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csv')).sort();
  if (names.length === 0) throw doNotRetry(new Error(`There is no .csv file in ${folder}.`));
  return names.map((name) => path.join(folder, name));
}

async function firstLine(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(
      Buffer.alloc(longestHeaderBytes),
      0,
      longestHeaderBytes,
      0,
    );
    const text = buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '');
    return text.split(/\r?\n/, 1)[0] ?? '';
  } finally {
    await handle.close();
  }
}

/**
 * Connections that break (class 08), a server that shuts down or is full (57, 53) and conflicts between transactions
 * (40) pass; wrong data and wrong statements do not. https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
function isPassing(error: unknown): boolean {
  const code = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  if (typeof code !== 'string') return false;
  return /^(?:08|40|53|57)...$/.test(code) || /^(?:E[A-Z]+|CONNECT(?:ION)?_[A-Z_]+)$/.test(code);
}
