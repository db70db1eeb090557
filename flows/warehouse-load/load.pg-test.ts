import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { recordEvents } from 'headgate';
import pg from 'pg';
import warehouseLoad from './index.ts';

// Started by scripts/test-postgres.mjs, which sets DATABASE_URL to a server of its own.
const sql = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
const monday = { slot: new Date('2026-01-05T01:20:00Z') };
const tuesday = { slot: new Date('2026-01-06T01:20:00Z') };
let source: string;

beforeAll(async () => {
  await sql.connect();
  source = await mkdtemp(path.join(tmpdir(), 'warehouse-load-'));
});

beforeEach(async () => {
  await sql.query('DROP TABLE IF EXISTS orders');
  await sql.query(
    'CREATE TABLE orders (id int NOT NULL, town text, amount numeric CHECK (amount >= 0), loaded_for timestamptz NOT NULL)',
  );
  await writeFile(path.join(source, 'a.csv'), 'id,town,amount\n1,"Kiel, old",10.5\n2,,0\n');
  await writeFile(path.join(source, 'b.csv'), 'amount,id\n7,3\n');
});

afterAll(async () => {
  await sql.end();
  await rm(source, { recursive: true });
});

const parameters = () => ({ source, table: 'orders', role: 'default' });
const rows = async () =>
  (await sql.query('SELECT id, town, amount::float, loaded_for FROM orders ORDER BY loaded_for, id')).rows;
const broken = async (work: Promise<unknown>) =>
  work.then(
    () => 'loaded',
    (error: Error) => error.message,
  );

describe('a load', () => {
  it('takes all files, whatever the order of their columns', async () => {
    const { result, events } = await recordEvents(() => warehouseLoad(parameters(), monday));
    expect(result).toEqual({ rows: 3, replaced: 0 });
    expect(await rows()).toEqual([
      { id: 1, town: 'Kiel, old', amount: 10.5, loaded_for: monday.slot },
      { id: 2, town: null, amount: 0, loaded_for: monday.slot },
      { id: 3, town: null, amount: 7, loaded_for: monday.slot },
    ]);
    expect(events).toContainEqual(expect.objectContaining({ event: 'progress', done: 2, total: 2 }));
  });

  it('of the same slot replaces its own rows, and no others', async () => {
    await recordEvents(() => warehouseLoad(parameters(), monday));
    await recordEvents(() => warehouseLoad(parameters(), tuesday));
    await writeFile(path.join(source, 'b.csv'), 'amount,id\n8,4\n9,5\n');
    const { result } = await recordEvents(() => warehouseLoad(parameters(), monday));
    expect(result).toEqual({ rows: 4, replaced: 3 });
    expect((await rows()).map(({ id }) => id)).toEqual([1, 2, 4, 5, 1, 2, 3]);
  });

  it('leaves the same rows once when two attempts run at the same time', async () => {
    const both = [1, 2].map(() => recordEvents(() => warehouseLoad(parameters(), monday)));
    const results = (await Promise.all(both)).map(({ result }) => result.replaced);
    expect(results.sort()).toEqual([0, 3]);
    expect(await rows()).toHaveLength(3);
  });

  it.each([
    ['a line is broken', 'amount,id\n7,3\n8,x\n', /invalid input syntax for type integer/],
    ['a row breaks a rule of the table', 'amount,id\n-1,3\n', /violates check constraint/],
    ['a column is unknown', 'amount,id,nosuch\n1,2,3\n', /column "nosuch" of relation .* does not exist/],
  ])('changes nothing when %s', async (_, text, message) => {
    await recordEvents(() => warehouseLoad(parameters(), monday));
    await writeFile(path.join(source, 'b.csv'), text);
    const { result } = await recordEvents(() => broken(warehouseLoad(parameters(), monday)));
    expect(result).toMatch(message);
    expect((await rows()).map(({ id }) => id)).toEqual([1, 2, 3]);
  });
});
