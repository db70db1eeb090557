import { describe, expect, it } from '@jest/globals';
import warehouseLoad from './index.ts';
import { columnsOf, copyFromClient, copyFromS3, removeEarlier, tableName } from './statements.ts';

describe('statements', () => {
  it('quote plain names and refuse all others', () => {
    expect(tableName('sales.orders')).toBe('"sales"."orders"');
    for (const name of ['orders; drop table x', 'a.b.c', '"x"', 'Orders', '', 'a b'])
      expect(() => tableName(name)).toThrow(/no (?:plain )?name/);
  });

  it('take the columns from the header of the file', () => {
    expect(copyFromClient(columnsOf('id,"amount" ,day\r'))).toBe(
      'COPY headgate_staging ("id", "amount", "day") FROM STDIN WITH (FORMAT csv, HEADER true)',
    );
    expect(() => columnsOf('id,id')).toThrow('twice');
    expect(() => columnsOf('id,a) from program')).toThrow('no plain name');
  });

  it('let Redshift read from S3, and nothing else slip in', () => {
    expect(copyFromS3('s3://bucket/daily/2026-01-01/')).toBe(
      "COPY headgate_staging FROM 's3://bucket/daily/2026-01-01/' IAM_ROLE default FORMAT AS CSV IGNOREHEADER 1 FILLRECORD",
    );
    expect(() => copyFromS3("s3://bucket/x' CREDENTIALS '")).toThrow('no address in S3');
  });

  it('remove only what was loaded for the slot', () => {
    expect(removeEarlier('orders')).toBe('DELETE FROM "orders" WHERE loaded_for = $1');
  });
});

it('the flow says what it needs, without trying again', async () => {
  await expect(warehouseLoad({ source: ' ', table: 'orders' })).rejects.toThrow(
    'The parameter source is empty.',
  );
  await expect(warehouseLoad({ source: '/tmp', table: 'orders' })).rejects.toThrow(
    'DATABASE_URL is not set.',
  );
});
