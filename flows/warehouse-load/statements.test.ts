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
    const address = 's3://bucket/daily/2026-01-01/';
    const role = 'arn:aws:iam::123456789012:role/warehouse/copy';
    const end = 'FORMAT AS CSV IGNOREHEADER 1 FILLRECORD';
    expect(copyFromS3({ address, role: 'default' })).toBe(
      `COPY headgate_staging FROM '${address}' IAM_ROLE default ${end}`,
    );
    expect(copyFromS3({ address, role })).toBe(
      `COPY headgate_staging FROM '${address}' IAM_ROLE '${role}' ${end}`,
    );
    const chained = `${role},arn:aws:iam::210987654321:role/owner-of-the-bucket`;
    expect(copyFromS3({ address, role: chained })).toContain(` IAM_ROLE '${chained}' `);
    expect(() => copyFromS3({ address: "s3://bucket/x' CREDENTIALS '", role })).toThrow('no address in S3');
    for (const other of ['', 'admin', `${role}'`, `${role} CREDENTIALS`, "default' --"])
      expect(() => copyFromS3({ address, role: other })).toThrow('nor the ARN of a role');
  });

  it('remove only what was loaded for the slot', () => {
    expect(removeEarlier('orders')).toBe('DELETE FROM "orders" WHERE loaded_for = $1');
  });
});

it('the flow says what it needs, without trying again', async () => {
  await expect(warehouseLoad({ source: ' ', table: 'orders', role: 'default' })).rejects.toThrow(
    'The parameter source is empty.',
  );
  await expect(warehouseLoad({ source: '/tmp', table: 'orders', role: 'default' })).rejects.toThrow(
    'DATABASE_URL is not set.',
  );
});
