import { doNotRetry } from 'headgate';

const namePattern = /^[a-z_][a-z0-9_]{0,62}$/;
const rolePattern = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=.@/-]+$/;

/** A name for SQL. Names come from parameters and from files: only plain ones pass, and those are quoted. */
export function identifier(name: string): string {
  if (namePattern.test(name)) return `"${name}"`;
  throw doNotRetry(new Error(`${JSON.stringify(name)} is no plain name of a table or column (a-z, 0-9, _).`));
}

/** `schema.table` or `table`. */
export function tableName(name: string): string {
  const parts = name.split('.');
  if (parts.length > 2) throw doNotRetry(new Error(`${JSON.stringify(name)} is no name of a table.`));
  return parts.map(identifier).join('.');
}

/** The columns that the first line of a CSV file names. */
export function columnsOf(header: string): readonly string[] {
  const columns = header.trim().split(',');
  const names = columns.map((column) => column.trim().replace(/^"(.*)"$/, '$1'));
  if (new Set(names).size !== names.length) throw doNotRetry(new Error(`A column appears twice: ${header}`));
  for (const name of names) identifier(name);
  return names;
}

function list(columns: readonly string[]): string {
  return columns.map(identifier).join(', ');
}

/** A temporary table like the target, without its rules: they are checked when the rows move over. */
export function createStaging(table: string): string {
  return `CREATE TEMP TABLE headgate_staging AS SELECT * FROM ${tableName(table)} WHERE false`;
}

export function copyFromClient(columns: readonly string[]): string {
  return `COPY headgate_staging (${list(columns)}) FROM STDIN WITH (FORMAT csv, HEADER true)`;
}

export type FromS3 = {
  readonly address: string;
  /** ARN of the role that Redshift reads with, or several that it takes one after the other; `default` is the cluster's own. */
  readonly role: string;
};

/** Redshift reads from S3 itself, and leaves the last column empty that the files do not have. */
export function copyFromS3({ address, role }: FromS3): string {
  if (!/^s3:\/\/[a-z0-9][a-z0-9.-]+\/[A-Za-z0-9!_.*()/=-]*$/.test(address))
    throw doNotRetry(new Error(`${JSON.stringify(address)} is no address in S3.`));
  return `COPY headgate_staging FROM '${address}' IAM_ROLE ${roleOf(role)} FORMAT AS CSV IGNOREHEADER 1 FILLRECORD`;
}

/** https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-authorization.html: a word without quotes, or a list in quotes. */
function roleOf(role: string): string {
  if (role === 'default') return role;
  if (role.split(',').every((arn) => rolePattern.test(arn))) return `'${role}'`;
  throw doNotRetry(new Error(`${JSON.stringify(role)} is neither "default" nor the ARN of a role.`));
}

/** `loaded_for` is the slot: what an earlier attempt loaded for it goes, and nothing else. */
export function removeEarlier(table: string): string {
  return `DELETE FROM ${tableName(table)} WHERE loaded_for = $1`;
}

/** Every row is of this slot, whatever the files say. */
export function markStaging(): string {
  return 'UPDATE headgate_staging SET loaded_for = $1';
}

export function moveOver(table: string): string {
  return `INSERT INTO ${tableName(table)} SELECT * FROM headgate_staging`;
}

/** Two attempts at once would both delete first and insert then: one waits for the other. */
export function lock(table: string): string {
  return `LOCK TABLE ${tableName(table)}`;
}
